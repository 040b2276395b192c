//! Opening and saving a plan file.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::error::{FileError, ReadError, WriteError};
use super::explain::at_offset;
use super::fault::Fault;
use super::fingerprint::Fingerprint;
use super::folder::{self, Disk, Existing, Fs};
use super::ron_text::{read_text, write_text};
use crate::plan::Plan;

/// Larger than any plan, and small enough to be held in memory twice.
const LARGEST_BYTES: u64 = 256 << 20;

/// How a saving went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What the file looks like now.
    pub fingerprint: Fingerprint,
    /// Whether the disk confirmed it. If not, the new file is in its place, but a power failure in the next seconds
    /// might bring the old one back: worth a word, no error.
    pub durable: bool,
}

/// Opens a plan file.
///
/// # Errors
/// A file that cannot be read or holds no plan, as one line that says where and how to mend it.
pub fn open(path: impl AsRef<Path>) -> Result<Plan, FileError> {
    open_known(path).map(|(plan, _)| plan)
}

/// Opens a plan file and remembers what it looked like, to notice changes from outside.
///
/// # Errors
/// As [`open`].
pub fn open_known(path: impl AsRef<Path>) -> Result<(Plan, Fingerprint), FileError> {
    let path = path.as_ref();
    let metadata = fs::metadata(path).map_err(|error| FileError::reading(path, error))?;
    if metadata.is_dir() {
        return Err(FileError::IsFolder(path.to_owned()));
    }
    if metadata.len() > LARGEST_BYTES {
        return Err(FileError::TooLarge { path: path.to_owned(), bytes: metadata.len() });
    }
    // A pipe would be waited for, and a device read, for ever.
    if !metadata.is_file() {
        return Err(FileError::NotAFile(path.to_owned()));
    }
    let bytes = read_capped(path).map_err(|error| FileError::reading(path, error))?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LARGEST_BYTES {
        return Err(FileError::TooLarge { path: path.to_owned(), bytes: size });
    }
    let plan = read_bytes(&bytes).map_err(|error| FileError::Read { path: path.to_owned(), error })?;
    Ok((plan, Fingerprint::of(&metadata, &bytes)))
}

/// At most one byte more than a plan may have: a file may grow while it is read.
fn read_capped(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether two names lead to one file, by links of either kind or by a file system that ignores case.
#[must_use]
pub fn same_file(one: &Path, other: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let identity = |path: &Path| fs::metadata(path).map(|metadata| (metadata.dev(), metadata.ino())).ok();
        identity(one).is_some_and(|one| Some(one) == identity(other))
    }
    #[cfg(not(unix))]
    {
        let whole = |path: &Path| fs::canonicalize(path).ok();
        whole(one).is_some_and(|one| Some(one) == whole(other))
    }
}

fn read_bytes(bytes: &[u8]) -> Result<Plan, ReadError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => read_text(text),
        Err(error) => {
            let readable = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            Err(at_offset(&readable, readable.len(), "", Fault::NotUtf8))
        }
    }
}

/// Saves a plan, replacing the file of this name if there is one. Symbolic links stay links; the file's mode stays.
/// Whatever fails, either the old file or the new one is whole.
///
/// # Errors
/// As one line that says what happened and how to mend it; the old file is untouched then.
pub fn save(path: impl AsRef<Path>, plan: &Plan) -> Result<Saved, FileError> {
    save_with(&mut Disk, path.as_ref(), plan, Existing::Replace)
}

/// Saves a plan as a new file, never over an existing one.
///
/// # Errors
/// [`FileError::Exists`] if there is a file of this name; otherwise as [`save`].
pub fn create_new(path: impl AsRef<Path>, plan: &Plan) -> Result<Saved, FileError> {
    let path = path.as_ref();
    // Said before the work; persist_noclobber says it again without a gap in time.
    if fs::symlink_metadata(path).is_ok() {
        return Err(FileError::Exists(path.to_owned()));
    }
    save_with(&mut Disk, path, plan, Existing::Keep)
}

/// Writes a file beside the plan, such as a summary, as safely as a plan.
///
/// # Errors
/// When the file cannot be written.
pub fn export(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> Result<(), FileError> {
    write_safely(&mut Disk, path.as_ref(), bytes.as_ref(), Existing::Replace).map(drop)
}

fn save_with(fs: &mut impl Fs, path: &Path, plan: &Plan, existing: Existing) -> Result<Saved, FileError> {
    let refused = |error: WriteError| FileError::Write { path: path.to_owned(), error };
    let text = write_text(plan).map_err(refused)?;
    write_safely(fs, path, text.as_bytes(), existing)
}

/// Replaces a file's bytes, or makes the file, in one step.
pub(super) fn write_safely(
    fs: &mut impl Fs,
    path: &Path,
    bytes: &[u8],
    existing: Existing,
) -> Result<Saved, FileError> {
    let failed = |error| FileError::saving(path, error);
    let place = folder::resolve(path).map_err(failed)?;
    if let Ok(old) = std::fs::metadata(&place) {
        if old.is_dir() {
            return Err(FileError::IsFolder(path.to_owned()));
        }
        // Replacing asks the folder for permission, not the file; the file's own wish counts all the same.
        if old.permissions().readonly() {
            return Err(FileError::ReadOnly(path.to_owned()));
        }
    }
    folder::sweep(folder::folder_of(&place));
    let draft = folder::draft(fs, &place, bytes).map_err(failed)?;
    let placed = draft.place(fs, &place, existing).map_err(failed)?;
    Ok(Saved { fingerprint: Fingerprint::of(&placed.metadata, bytes), durable: placed.durable })
}

#[cfg(test)]
#[path = "save_tests.rs"]
mod tests;
