//! Writing a file without losing what was there.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::change::{Change, changed_since};
use super::draft::{Draft, Fs, Step};
use super::folder::{AtWork, folder_of, resolve, sync};
use super::versions;
use crate::file::error::FileError;
use crate::file::fingerprint::Fingerprint;
use crate::file::note::Note;

/// What a file may be written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Nothing: where there is a file, it stays.
    Nothing,
    /// The file as it was read or written last. One that holds something else by now stays.
    AsRead(Fingerprint),
    /// Whatever file is there: somebody was asked and agreed.
    Anything,
}

/// How a saving went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What the file looks like now.
    pub fingerprint: Fingerprint,
    /// Whether the disk confirmed it. If not, the new file is in its place, but a power failure in the next seconds
    /// might bring the old one back: worth a word, no error.
    pub durable: bool,
    /// What could not be kept, or was met.
    pub notes: Vec<Note>,
}

/// Replaces a file's bytes, or makes the file, in one step.
///
/// # Errors
/// Where something is there that may not be written over; where the system refuses. What was there is as it was then.
pub fn write(fs: &mut impl Fs, path: &Path, bytes: &[u8], over: Over) -> Result<Saved, FileError> {
    write_keeping(fs, path, bytes, over, None)
}

/// The same, but keeps what the file held before among its [`mod@versions`]; what fails of that is a note.
///
/// # Errors
/// As [`write()`].
pub fn write_keeping(
    fs: &mut impl Fs,
    path: &Path,
    bytes: &[u8],
    over: Over,
    versions: Option<&Path>,
) -> Result<Saved, FileError> {
    let failed = |error| FileError::saving(path, error);
    let place = resolve(path).map_err(failed)?;
    let old = replaceable(path, &place, over)?;
    let _at_work = AtWork::begin(folder_of(&place));
    let draft = Draft::write(fs, &place, bytes, old.as_ref()).map_err(failed)?;
    let mut notes = draft.notes.clone();
    fs.before(Step::Check).map_err(failed)?;
    let is_new = old.is_none();
    if !is_new {
        // Writing took its time; the file may have become another, or one that must stay.
        replaceable(path, &place, over)?;
    }
    let is_same = matches!(over, Over::AsRead(known) if known.is_of(bytes));
    let kept = match (&old, versions.filter(|_| !is_same)) {
        (Some(old), Some(root)) => keep(fs, root, (&place, old), &mut notes),
        _ => None,
    };
    let placed = fs.before(Step::Place).and_then(|()| match over {
        Over::AsRead(known) if !is_new => draft.replace_read(&place, &known).map(|(file, other)| {
            notes.extend(other.map(Note::OtherVersion));
            file
        }),
        Over::Anything if !is_new => draft.replace(&place),
        // Nothing was there; what has come meanwhile is somebody else's.
        _ => draft.place_new(&place),
    });
    let file = placed.map_err(|error| {
        // It is no earlier version yet.
        let _ = kept.map(fs::remove_file);
        failed(error)
    })?;
    let metadata = file.metadata().map_err(failed)?;
    let durable = fs.before(Step::SyncFolder).and_then(|()| sync(folder_of(&place))).is_ok();
    Ok(Saved { fingerprint: Fingerprint::of(&metadata, bytes), durable, notes })
}

/// Keeps what is about to be replaced; says where, if it was not kept before.
fn keep(fs: &mut impl Fs, root: &Path, (place, old): (&Path, &Metadata), notes: &mut Vec<Note>) -> Option<PathBuf> {
    match fs.before(Step::Keep).and_then(|()| versions::keep(root, place, old)) {
        Ok(kept) => kept,
        Err(error) => {
            notes.push(Note::NoVersion { folder: root.to_owned(), why: error.to_string() });
            None
        }
    }
}

/// The file in a place, if there is one and it may be written over.
fn replaceable(path: &Path, place: &Path, over: Over) -> Result<Option<Metadata>, FileError> {
    let old = match fs::metadata(place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            // A link that leads nowhere is something, too.
            let is_link = over == Over::Nothing && fs::symlink_metadata(path).is_ok();
            return if is_link { Err(FileError::Exists(path.to_owned())) } else { Ok(None) };
        }
        looked_at => looked_at.map_err(|error| FileError::saving(path, error))?,
    };
    let path = path.to_owned();
    if old.is_dir() {
        return Err(FileError::IsFolder(path));
    }
    if !old.is_file() {
        return Err(FileError::NotAFile(path));
    }
    match over {
        Over::Nothing => return Err(FileError::Exists(path)),
        Over::AsRead(known) if changed_since(&known, place)? == Change::Changed => {
            return Err(FileError::ChangedOutside(path));
        }
        _ => {}
    }
    // Replacing asks the folder for permission, not the file; the file's own wish counts all the same.
    if old.permissions().readonly() {
        return Err(FileError::ReadOnly(path));
    }
    if may_not_write(place) {
        return Err(FileError::MayNotWrite(path));
    }
    Ok(Some(old))
}

#[cfg(unix)]
fn may_not_write(place: &Path) -> bool {
    use rustix::fs::{Access, AtFlags, CWD, accessat};
    use rustix::io::Errno;
    let answer = accessat(CWD, place, Access::WRITE_OK, AtFlags::EACCESS);
    matches!(answer, Err(Errno::ACCESS | Errno::PERM | Errno::ROFS))
}

#[cfg(not(unix))]
fn may_not_write(_: &Path) -> bool {
    false
}

/// Whether a name leads to a pipe or a terminal (or `/dev/null`): these take bytes as they come, and are no files to replace.
#[must_use]
pub fn is_stream(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        fs::metadata(path).is_ok_and(|at| at.file_type().is_fifo() || at.file_type().is_char_device())
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// Writes into a pipe or a terminal, as fast as its reader reads.
///
/// # Errors
/// Where nobody reads the pipe: it is not waited for; where the system refuses.
pub fn pour(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let poured = open_stream(path).and_then(|mut stream| io::Write::write_all(&mut stream, bytes));
    match poured {
        // Whoever reads it may stop at any time, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        poured => poured.map_err(|error| FileError::saving(path, error)),
    }
}

#[cfg(unix)]
fn open_stream(path: &Path) -> io::Result<fs::File> {
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    use std::os::unix::fs::OpenOptionsExt;
    let at_once = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let stream = fs::OpenOptions::new().write(true).custom_flags(at_once).open(path)?;
    // Only opening must not wait; a slow reader may take its time.
    fcntl_setfl(&stream, fcntl_getfl(&stream)?.difference(OFlags::NONBLOCK))?;
    Ok(stream)
}

#[cfg(not(unix))]
fn open_stream(path: &Path) -> io::Result<fs::File> {
    fs::OpenOptions::new().write(true).open(path)
}

/// Makes a folder and those it lies in.
pub fn make_folder(folder: &Path) -> Result<(), FileError> {
    fs::create_dir_all(folder).map_err(|error| FileError::saving(folder, error))
}

/// Puts a broken file aside, as `settings.ron.broken`.
pub fn put_aside(path: &Path) -> Option<PathBuf> {
    let mut name = path.file_name()?.to_owned();
    name.push(".broken");
    let aside = path.with_file_name(name);
    fs::rename(path, &aside).ok().map(|()| aside)
}
