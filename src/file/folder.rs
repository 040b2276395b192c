//! Replacing a file so that either the old one or the new one is whole, whatever fails and whenever.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::{Builder, NamedTempFile};

/// How the names of our temporary files begin; an interrupted saving may leave one behind.
pub(super) const PREFIX: &str = ".ripple-planner-";
const SUFFIX: &str = ".tmp";
const A_DAY: Duration = Duration::from_hours(24);
const PIECE: usize = 64 * 1024;

/// A step of saving. Tests make each of them fail in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Create,
    Write,
    CopyMode,
    Sync,
    Persist,
    SyncFolder,
}

/// Asked before every step of saving: an error makes the step fail.
pub(super) trait Fs {
    fn before(&mut self, step: Step) -> io::Result<()>;
}

/// The disk as it is.
pub(super) struct Disk;

impl Fs for Disk {
    fn before(&mut self, _: Step) -> io::Result<()> {
        Ok(())
    }
}

/// Whether a file of the name may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Existing {
    Replace,
    Keep,
}

/// A file that is written beside its final place.
pub(super) struct Draft {
    file: NamedTempFile,
}

/// What became of a draft that took its place.
pub(super) struct Placed {
    pub metadata: Metadata,
    /// Whether the disk confirmed the new name.
    pub durable: bool,
}

/// The file behind symbolic links, so that a link stays a link. A file that is not there yet is its own place.
pub(super) fn resolve(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(path) {
            // A link to a file that is not there yet: make the file, keep the link.
            Ok(target) => Ok(folder_of(path).join(target)),
            Err(_) => Ok(path.to_owned()),
        },
        resolved => resolved,
    }
}

/// Writes the bytes beside `place` and waits until the disk has them.
pub(super) fn draft(fs: &mut impl Fs, place: &Path, bytes: &[u8]) -> io::Result<Draft> {
    fs.before(Step::Create)?;
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    // Without this a new plan would be private to its author, unlike any other new file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder_of(place))?;
    for piece in bytes.chunks(PIECE) {
        fs.before(Step::Write)?;
        file.write_all(piece)?;
    }
    if let Ok(old) = std::fs::metadata(place) {
        fs.before(Step::CopyMode)?;
        file.as_file().set_permissions(old.permissions())?;
    }
    fs.before(Step::Sync)?;
    file.as_file().sync_all()?;
    Ok(Draft { file })
}

impl Draft {
    /// Puts the draft in its place in one step.
    pub fn place(self, fs: &mut impl Fs, place: &Path, existing: Existing) -> io::Result<Placed> {
        fs.before(Step::Persist)?;
        let placed = match existing {
            Existing::Replace => self.file.persist(place),
            Existing::Keep => self.file.persist_noclobber(place),
        };
        let metadata = placed.map_err(|error| error.error)?.metadata()?;
        let durable = fs.before(Step::SyncFolder).and_then(|()| sync_folder(folder_of(place))).is_ok();
        Ok(Placed { metadata, durable })
    }
}

/// Removes what interrupted savings left in a folder, if it is older than a day. Failing to is no failure to save.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        let old = || entry.metadata().and_then(|metadata| metadata.modified()).is_ok_and(is_old);
        if ours && old() {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_old(time: std::time::SystemTime) -> bool {
    time.elapsed().is_ok_and(|age| age > A_DAY)
}

/// The folder a file lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Other systems cannot open a folder to sync it; they keep names in order by themselves.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    let _ = File::open;
    Ok(())
}
