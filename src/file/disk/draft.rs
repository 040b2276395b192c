//! A file that is written beside its place and then takes it in one step.

use std::ffi::OsStr;
use std::fs::{File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::folder::{PREFIX, SUFFIX, folder_of};
use super::kept;
use super::read::read;
use crate::file::fingerprint::Fingerprint;
use crate::file::note::Note;

const PIECE: usize = 64 * 1024;
/// How many names are tried for a version that must not be lost.
const MOST_NAMES: u32 = 1000;

/// A step of saving. Tests make each of them fail in turn, or do something at that moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Create,
    Write,
    Sync,
    Check,
    Keep,
    Place,
    SyncFolder,
}

/// Asked before every step of saving: an error makes the step fail.
pub trait Fs {
    fn before(&mut self, step: Step) -> io::Result<()>;
}

/// The disk as it is.
pub struct Disk;

impl Fs for Disk {
    fn before(&mut self, _: Step) -> io::Result<()> {
        Ok(())
    }
}

/// A file that is written beside its place.
pub struct Draft {
    file: NamedTempFile,
    /// What of the old file could not be kept.
    pub notes: Vec<Note>,
}

impl Draft {
    /// Writes the bytes beside `place`, gives them what is known of the old file, and waits until the disk has them.
    pub fn write(fs: &mut impl Fs, place: &Path, bytes: &[u8], old: Option<&Metadata>) -> io::Result<Self> {
        let file = filled(fs, place, bytes, old.is_some())?;
        let notes = old.map(|old| kept::keep(place, old, file.as_file())).unwrap_or_default();
        Self { file, notes }.synced(fs)
    }

    /// Writes the bytes beside `place`, for this person's eyes only, and waits until the disk has them.
    pub fn private(fs: &mut impl Fs, place: &Path, bytes: &[u8]) -> io::Result<Self> {
        Self { file: filled(fs, place, bytes, true)?, notes: Vec::new() }.synced(fs)
    }

    fn synced(self, fs: &mut impl Fs) -> io::Result<Self> {
        fs.before(Step::Sync)?;
        self.file.as_file().sync_all()?;
        Ok(self)
    }

    /// Takes the place of whatever is there.
    pub fn replace(self, place: &Path) -> io::Result<File> {
        self.file.persist(place).map_err(io::Error::from)
    }

    /// Takes a place where nothing is.
    pub fn place_new(self, place: &Path) -> io::Result<File> {
        self.file.persist_noclobber(place).map_err(io::Error::from)
    }

    /// Takes the place of the file that was read. Whatever somebody else put there after the last look is kept beside
    /// it, under the name that comes back.
    pub fn replace_read(self, place: &Path, read: &Fingerprint) -> io::Result<(File, Option<PathBuf>)> {
        match exchange(self.file.path(), place) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((self.place_new(place)?, None)),
            // This disk or system has none; the last look has to do.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok((self.replace(place)?, None)),
            Err(error) => return Err(error),
        }
        // What was in the place has the draft's name now, and goes with it.
        let (file, old) = self.file.into_parts();
        if holds(&old, read) {
            return Ok((file, None));
        }
        match keep_beside(&old, place) {
            Ok(beside) => Ok((file, Some(beside))),
            Err(error) => exchange(&old, place).and(Err(error)),
        }
    }
}

/// A draft with these bytes, which the disk need not have yet.
fn filled(fs: &mut impl Fs, place: &Path, bytes: &[u8], is_private: bool) -> io::Result<NamedTempFile> {
    fs.before(Step::Create)?;
    let mut file = create(folder_of(place), is_private)?;
    for piece in bytes.chunks(PIECE) {
        fs.before(Step::Write)?;
        file.write_all(piece)?;
    }
    Ok(file)
}

/// A draft in place of an old file is nobody else's business until it has that file's mode; a new file has the mode
/// of any new file from its first moment.
fn create(folder: &Path, is_private: bool) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(if is_private { 0o600 } else { 0o666 }));
    #[cfg(not(unix))]
    let _ = is_private;
    builder.tempfile_in(folder)
}

fn holds(path: &Path, known: &Fingerprint) -> bool {
    read(path, known.len).is_ok_and(|content| known.is_of(&content.bytes))
}

/// Gives a file a name of its own beside a place: `plan.other.ron`, `plan.other-2.ron`.
fn keep_beside(file: &Path, place: &Path) -> io::Result<PathBuf> {
    let text = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let mut stem = text(place.file_stem());
    // Names of files end at 255 bytes.
    while stem.len() > 200 {
        stem.pop();
    }
    let extension = place.extension().map(|extension| format!(".{}", text(Some(extension)))).unwrap_or_default();
    for number in 1..=MOST_NAMES {
        let number = if number == 1 { String::new() } else { format!("-{number}") };
        let beside = place.with_file_name(format!("{stem}.other{number}{extension}"));
        match rename_new(file, &beside) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            renamed => return renamed.map(|()| beside),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => Err(io::ErrorKind::Unsupported.into()),
        exchanged => Ok(exchanged?),
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::hard_link(from, to)
}
