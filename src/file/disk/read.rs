//! Reading a file that may be anything.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use crate::file::error::FileError;

/// A file as it was read.
pub struct Content {
    pub bytes: Vec<u8>,
    pub metadata: Metadata,
}

/// Looks at a file without opening it.
///
/// # Errors
/// Where there is none, or what is there is no file: a folder, a pipe, a device, a socket.
pub fn look(path: &Path) -> Result<Metadata, FileError> {
    let metadata = fs::metadata(path).map_err(|error| FileError::reading(path, error))?;
    is_regular(path, &metadata)?;
    Ok(metadata)
}

/// Reads the first bytes of a file, no more than `most`.
///
/// # Errors
/// As [`look`]; where the system refuses.
pub fn head(path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
    let failed = |error| FileError::reading(path, error);
    look(path)?;
    let file = open(path).map_err(failed)?;
    is_regular(path, &file.metadata().map_err(failed)?)?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Reads a file whole, if it has no more bytes than `most`.
///
/// # Errors
/// As [`look`]; where it has more bytes; where the system refuses.
pub fn read(path: &Path, most: u64) -> Result<Content, FileError> {
    let failed = |error| FileError::reading(path, error);
    let too_large = |bytes| FileError::TooLarge { path: path.to_owned(), bytes };
    // Before it is opened, as a pipe would be waited for and opening a device may do something.
    look(path)?;
    let file = open(path).map_err(failed)?;
    // What was opened may be another than what was looked at.
    let metadata = file.metadata().map_err(failed)?;
    is_regular(path, &metadata)?;
    if metadata.len() > most {
        return Err(too_large(metadata.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    // One more than allowed: a file may grow while it is read.
    file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    match u64::try_from(bytes.len()) {
        Ok(size) if size <= most => Ok(Content { bytes, metadata }),
        _ => Err(too_large(most.saturating_add(1))),
    }
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

fn is_regular(path: &Path, metadata: &Metadata) -> Result<(), FileError> {
    if metadata.is_dir() {
        return Err(FileError::IsFolder(path.to_owned()));
    }
    if metadata.is_file() { Ok(()) } else { Err(FileError::NotAFile(path.to_owned())) }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        // A pipe that takes the file's place between looking and opening is not waited for either.
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    }
    options.open(path)
}
