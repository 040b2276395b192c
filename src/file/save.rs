//! Opening and saving a plan file, and writing what is made of it.

use std::path::{Path, PathBuf};

use super::disk::{self, Disk, Fs, Over, Saved, Version};
use super::error::{FileError, LARGEST_BYTES, ReadError, WriteError};
use super::explain::at_offset;
use super::fault::Fault;
use super::fingerprint::Fingerprint;
use super::ron_text::{is_plan, read_calendar_text, read_text, write_text};
use crate::plan::Plan;
use crate::plan::calendar::Calendar;

/// Opens a plan file.
///
/// # Errors
/// A file that cannot be read or holds no plan, as one line that says where and how to mend it.
pub fn open(path: impl AsRef<Path>) -> Result<Plan, FileError> {
    read_plan(path.as_ref()).map(|(plan, _)| plan)
}

/// Opens a plan file and remembers what it looked like, to notice changes from outside.
///
/// # Errors
/// As [`open()`].
pub fn open_known(path: impl AsRef<Path>) -> Result<(Plan, Fingerprint), FileError> {
    let (plan, content) = read_plan(path.as_ref())?;
    Ok((plan, Fingerprint::of(&content.metadata, &content.bytes)))
}

fn read_plan(path: &Path) -> Result<(Plan, disk::Content), FileError> {
    let content = disk::read(path, LARGEST_BYTES)?;
    let plan = read_bytes(&content.bytes).map_err(|error| FileError::Read { path: path.to_owned(), error })?;
    Ok((plan, content))
}

/// Reads a file with a calendar.
///
/// # Errors
/// As [`open()`].
pub fn read_calendar(path: impl AsRef<Path>) -> Result<Calendar, FileError> {
    let path = path.as_ref();
    let content = disk::read(path, LARGEST_BYTES)?;
    as_text(&content.bytes, read_calendar_text).map_err(|error| FileError::Read { path: path.to_owned(), error })
}

pub(super) fn read_bytes(bytes: &[u8]) -> Result<Plan, ReadError> {
    as_text(bytes, read_text)
}

/// Reads bytes that must be text in UTF-8.
fn as_text<T>(bytes: &[u8], read: fn(&str) -> Result<T, ReadError>) -> Result<T, ReadError> {
    match std::str::from_utf8(bytes) {
        // UTF-16 without its mark: every other byte of plain letters is a zero.
        Ok(text) if matches!(bytes, [0, ..] | [_, 0, ..]) => Err(at_offset(text, 0, "", Fault::NotUtf8)),
        Ok(text) => read(text),
        Err(error) => {
            let readable = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            Err(at_offset(&readable, readable.len(), "", Fault::NotUtf8))
        }
    }
}

/// Saves a plan, replacing the file of this name if there is one. Symbolic links stay links; owner, group, mode and
/// attributes stay where the system lets them. Whatever fails, either the old file or the new one is whole.
///
/// # Errors
/// As one line that says what happened and how to mend it; the old file is untouched then.
pub fn save(path: impl AsRef<Path>, plan: &Plan) -> Result<Saved, FileError> {
    save_over(path, plan, Over::Anything)
}

/// Saves a plan as a new file, never over an existing one.
///
/// # Errors
/// [`FileError::Exists`] if there is a file of this name; otherwise as [`save`].
pub fn create_new(path: impl AsRef<Path>, plan: &Plan) -> Result<Saved, FileError> {
    save_over(path, plan, Over::Nothing)
}

/// Saves a plan, but only over what may be lost.
///
/// # Errors
/// [`FileError::Exists`] and [`FileError::ChangedOutside`] if something else is there; otherwise as [`save`].
pub fn save_over(path: impl AsRef<Path>, plan: &Plan, over: Over) -> Result<Saved, FileError> {
    save_keeping(path, plan, over, None)
}

/// The same, but keeps in the state folder, if there is one, what the file held before: see [`versions`].
///
/// # Errors
/// As [`save_over`]. Where nothing can be kept the plan is saved all the same, with a [`Note`](super::Note::NoVersion).
pub fn save_keeping(
    path: impl AsRef<Path>,
    plan: &Plan,
    over: Over,
    state_folder: Option<&Path>,
) -> Result<Saved, FileError> {
    save_with(&mut Disk, path.as_ref(), plan, over, state_folder)
}

fn save_with(
    fs: &mut impl Fs,
    path: &Path,
    plan: &Plan,
    over: Over,
    state_folder: Option<&Path>,
) -> Result<Saved, FileError> {
    let text = write_text(plan).map_err(refused(path))?;
    disk::write_keeping(fs, path, text.as_bytes(), over, state_folder.map(versions_folder).as_deref())
}

/// The earlier versions of a plan, the latest first; each is a plan file of its own.
///
/// # Errors
/// Where the state folder cannot be read.
pub fn versions(state_folder: &Path, plan: &Path) -> Result<Vec<Version>, FileError> {
    let root = versions_folder(state_folder);
    disk::versions(&root, plan).map_err(|error| FileError::reading(&root, error))
}

/// Deletes the earlier versions of all plans.
///
/// # Errors
/// Where the system refuses; then some may be left.
pub fn remove_versions(state_folder: &Path) -> Result<(), FileError> {
    let root = versions_folder(state_folder);
    disk::remove_versions(&root).map_err(|error| FileError::saving(&root, error))
}

/// An earlier version as it was read: its bytes, and the plan in them or why there is none.
#[derive(Debug)]
pub struct KeptPlan {
    /// The file, byte by byte.
    pub bytes: Vec<u8>,
    /// The plan.
    pub plan: Result<Plan, FileError>,
}

/// Opens an earlier version.
///
/// # Errors
/// When the file cannot be read at all.
pub fn open_version(file: &Path) -> Result<KeptPlan, FileError> {
    let bytes = disk::read(file, LARGEST_BYTES)?.bytes;
    let plan = read_bytes(&bytes).map_err(|error| FileError::Read { path: file.to_owned(), error });
    Ok(KeptPlan { bytes, plan })
}

fn versions_folder(state_folder: &Path) -> PathBuf {
    state_folder.join("versions")
}

/// Names the file that a plan could not be written for.
pub(super) fn refused(path: &Path) -> impl FnOnce(WriteError) -> FileError {
    move |error| FileError::Write { path: path.to_owned(), error }
}

/// Writes what is made of a plan, such as a summary, as safely as a plan. It never replaces a plan, whatever its name.
///
/// # Errors
/// [`FileError::IsPlan`]; [`FileError::Exists`] if nothing may be replaced; otherwise as [`save`].
pub fn export(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>, over: Over) -> Result<Saved, FileError> {
    let path = path.as_ref();
    let over = match disk::read(path, LARGEST_BYTES) {
        Ok(content) if is_plan(&String::from_utf8_lossy(&content.bytes)) => {
            return Err(FileError::IsPlan(path.to_owned()));
        }
        // Only this very file was looked at; a plan that takes its place meanwhile stays.
        Ok(content) if over == Over::Anything => Over::AsRead(Fingerprint::of(&content.metadata, &content.bytes)),
        Ok(_) | Err(FileError::TooLarge { .. }) => over,
        Err(error) if error.is_missing() => over,
        Err(error) => return Err(error),
    };
    disk::write(&mut Disk, path, bytes.as_ref(), over)
}

#[cfg(test)]
#[path = "save_tests.rs"]
mod tests;
