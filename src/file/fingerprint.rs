//! What a file looked like, to notice whether somebody else has changed it meanwhile.

use std::fs::Metadata;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

/// What a file looked like when it was read or written. Kept beyond the run of a program only with care: another version
/// of it may make the number otherwise, and then takes the file for changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

    /// Whether a file that looks like the other one holds the same bytes, whenever it was written.
    pub(super) fn holds_the_same(&self, other: &Self) -> bool {
        (self.len, self.hash) == (other.len, other.hash)
    }

    /// Whether a file with these bytes holds what it held.
    pub(super) fn is_of(&self, bytes: &[u8]) -> bool {
        self.len == bytes.len() as u64 && self.hash == hash(bytes)
    }
}

/// A number made of bytes; another version of the program may make another one.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
