//! Files of the program's own, in a folder that is nobody else's business.

use std::fs::{self, DirBuilder, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::draft::{Disk, Draft};
use super::folder::{AtWork, folder_of, sync};
use crate::file::error::FileError;

/// Makes a folder that only this person may look into, and those it lies in.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Replaces a file of the program's own, or makes it, in one step; only this person may read it.
///
/// # Errors
/// Where the system refuses; the old file is as it was then.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let write = || {
        let folder = folder_of(path);
        make_private_folder(folder)?;
        let _at_work = AtWork::begin(folder);
        Draft::private(&mut Disk, path, bytes)?.replace(path)?;
        sync(folder)
    };
    write().map_err(|error| FileError::saving(path, error))
}

/// Removes a file, if it is there.
///
/// # Errors
/// Where the system refuses.
pub fn remove(path: &Path) -> Result<(), FileError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(FileError::saving(path, error)),
        _ => Ok(()),
    }
}

/// A file in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub path: PathBuf,
    pub bytes: u64,
    pub modified: SystemTime,
}

/// The files of a folder whose names end like this; none where there is no such folder.
pub fn files(folder: &Path, extension: &str) -> io::Result<Vec<Entry>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let is_meant = |path: &Path| path.extension().is_some_and(|found| found == extension);
    let entry = |entry: fs::DirEntry| {
        let metadata = entry.metadata().ok().filter(fs::Metadata::is_file)?;
        Some(Entry { path: entry.path(), bytes: metadata.len(), modified: metadata.modified().ok()? })
    };
    Ok(entries.flatten().filter(|found| is_meant(&found.path())).filter_map(entry).collect())
}

/// A sign that somebody is there. It ends with its program, however that ends.
#[derive(Debug)]
pub struct Presence {
    path: PathBuf,
    _lock: File,
}

impl Presence {
    /// Shows that this program is there. Fails where files cannot be locked, as on some network disks.
    pub fn show(path: &Path) -> io::Result<Self> {
        make_private_folder(folder_of(path))?;
        let lock = File::create(path)?;
        lock.try_lock()?;
        Ok(Self { path: path.to_owned(), _lock: lock })
    }

    /// Whether somebody is there.
    pub fn is_shown(path: &Path) -> bool {
        File::open(path).is_ok_and(|lock| matches!(lock.try_lock(), Err(TryLockError::WouldBlock)))
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}
