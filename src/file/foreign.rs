//! Files that others made, such as reports of advertising platforms.

use std::path::Path;

use super::disk;
use super::error::FileError;

/// Larger than any report, and still read in seconds.
const LARGEST_BYTES: u64 = 1 << 30;

/// Reads a file whole.
///
/// # Errors
/// As one line that says what happened and how to mend it.
pub fn read_foreign(path: impl AsRef<Path>) -> Result<Vec<u8>, FileError> {
    let path = path.as_ref();
    disk::read(path, LARGEST_BYTES).map(|content| content.bytes).map_err(|error| match error {
        FileError::TooLarge { path, bytes } => FileError::LargeReport { path, bytes },
        error => error,
    })
}
