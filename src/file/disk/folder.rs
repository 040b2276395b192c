//! The folder a file lies in: where links lead, what interrupted savings left there, and who is at work.

use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// How the names of our drafts begin; an interrupted saving leaves one behind.
pub const PREFIX: &str = ".ripple-planner-";
/// How they end.
pub const SUFFIX: &str = ".tmp";
const A_DAY: Duration = Duration::from_hours(24);
/// As many links as the system itself follows.
const MOST_LINKS: usize = 40;

/// The file behind symbolic links, so that a link stays a link. A file that is not there yet is its own place.
pub fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut place = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::canonicalize(&place) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(&place) {
                // A link to a file that is not there yet: make the file, keep the link.
                Ok(target) => place = folder_of(&place).join(target),
                Err(_) => break,
            },
            resolved => return resolved,
        }
    }
    Ok(place)
}

/// The folder a file lies in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Somebody saves in a folder. As long as this lives, no other program of ours sweeps there.
pub struct AtWork {
    _shared: Option<File>,
}

impl AtWork {
    /// Sweeps what interrupted savings left if nobody else is at work there, and begins. Neither can fail the saving.
    pub fn begin(folder: &Path) -> Self {
        // Other systems than Unix do not open folders, and some network disks do not lock them.
        let Ok(lock) = File::open(folder) else {
            sweep(folder, A_DAY);
            return Self { _shared: None };
        };
        match lock.try_lock() {
            // Who is at work holds a lock, and a lock ends with its program however that ends: these drafts are dead.
            Ok(()) => sweep(folder, Duration::ZERO),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(_)) => sweep(folder, A_DAY),
        }
        // Another one may be sweeping just now; that takes no longer than reading the folder.
        let shared = (0..20).any(|_| match lock.try_lock_shared() {
            Err(TryLockError::WouldBlock) => {
                thread::sleep(Duration::from_millis(5));
                false
            }
            answer => answer.is_ok(),
        });
        Self { _shared: shared.then_some(lock) }
    }
}

fn is_draft(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX))
}

/// Removes drafts that are at least so old.
fn sweep(folder: &Path, age: Duration) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| is_draft(&entry.file_name())) {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        let modified = || entry.metadata().and_then(|metadata| metadata.modified());
        let is_old = || age.is_zero() || modified().is_ok_and(|time| time.elapsed().is_ok_and(|now| now > age));
        if is_file && is_old() {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Waits until the disk has the names of a folder.
#[cfg(unix)]
pub fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Other systems cannot open a folder to sync it; they keep names in order by themselves.
#[cfg(not(unix))]
pub fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}
