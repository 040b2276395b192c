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
    // Clocks of disks are coarse: a time stands for the bytes only if nothing can have been written after it in the
    // same tick.
    let settled = |time: SystemTime| time.elapsed().is_ok_and(|age| age.as_secs() >= 2);
    let mtime = metadata.modified().ok();
    if mtime == before.mtime && mtime.is_some_and(settled) {
        return Ok(Change::Same);
    }
    match read(path, before.len) {
        Ok(content) if before.is_of(&content.bytes) => Ok(Change::Same),
        Ok(_) | Err(FileError::TooLarge { .. }) => Ok(Change::Changed),
        Err(error) => Err(error),
    }
}
