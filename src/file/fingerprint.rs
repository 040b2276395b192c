//! Has somebody else changed the file meanwhile? Asked when the window gets the focus, and before every saving.

use std::fs::{self, Metadata};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;
use std::time::SystemTime;

/// What a file looked like when it was read or written. For the time the program runs, not for keeping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// When it was last written, if the disk tells.
    pub mtime: Option<SystemTime>,
    /// Its size in bytes.
    pub len: u64,
    /// A number made of its bytes.
    pub hash: u64,
}

impl Fingerprint {
    /// The fingerprint of a file with these bytes.
    pub(super) fn of(metadata: &Metadata, bytes: &[u8]) -> Self {
        Self { mtime: metadata.modified().ok(), len: bytes.len() as u64, hash: hash(bytes) }
    }
}

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
/// When the file is there but cannot be looked at.
pub fn changed_since(before: &Fingerprint, path: &Path) -> io::Result<Change> {
    let metadata = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Change::Gone),
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
    Ok(if hash(&fs::read(path)?) == before.hash { Change::Same } else { Change::Changed })
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
