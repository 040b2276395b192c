//! Has somebody else changed the file meanwhile? Asked before every saving, and again while it takes place.

use std::path::Path;
use std::time::SystemTime;

use super::read::{look, read};
use crate::file::error::FileError;
use crate::file::fingerprint::Fingerprint;

/// What has become of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It holds what it held.
    Same,
    /// It holds something else.
    Changed,
    /// It is gone.
    Gone,
}

/// What has become of a file since its fingerprint was taken. A file that was only touched, or written again with
/// the same bytes, is the same.
///
/// # Errors
/// When something is there but cannot be looked at, or is no file any more.
pub fn changed_since(before: &Fingerprint, path: &Path) -> Result<Change, FileError> {
    let metadata = match look(path) {
        Err(error) if error.is_missing() => return Ok(Change::Gone),
        metadata => metadata?,
    };
    if metadata.len() != before.len {
        return Ok(Change::Changed);
    }
    // Clocks of disks are coarse: only a time that is settled stands for the bytes.
    let mtime = metadata.modified().ok();
    if mtime == before.mtime && mtime.is_some_and(is_settled) {
        return Ok(Change::Same);
    }
    match read(path, before.len) {
        Ok(content) if before.is_of(&content.bytes) => Ok(Change::Same),
        Ok(_) | Err(FileError::TooLarge { .. }) => Ok(Change::Changed),
        Err(error) => Err(error),
    }
}

/// What a glance at a file tells, without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    mtime: Option<SystemTime>,
    len: u64,
    /// Which file it is, where the system says so.
    identity: Option<(u64, u64)>,
}

impl Stamp {
    /// Looks at a file.
    ///
    /// # Errors
    /// Where there is none, or what is there is no file.
    pub fn of(path: &Path) -> Result<Self, FileError> {
        let metadata = look(path)?;
        #[cfg(unix)]
        let identity = {
            use std::os::unix::fs::MetadataExt;
            Some((metadata.dev(), metadata.ino()))
        };
        #[cfg(not(unix))]
        let identity = None;
        Ok(Self { mtime: metadata.modified().ok(), len: metadata.len(), identity })
    }

    /// Whether another content would have another stamp: clocks of disks are coarse, so that a young time may stand for
    /// several writings.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.mtime.is_some_and(is_settled)
    }
}

/// Whether nothing can have been written after this time within the same tick of the disk's clock.
fn is_settled(time: SystemTime) -> bool {
    time.elapsed().is_ok_and(|age| age.as_secs() >= 2)
}
