//! What a file held before it was saved, kept in a folder of its own for each file.
//!
//! ```text
//! versions/NAME-NUMBER/2026-11-28T10-42-05.25Z.ron    exactly the bytes that were written then
//! ```
//!
//! The number is made of the whole path. Kept are the last [`OF_TODAY`] versions of today and the last one of each of the
//! [`DAYS`] days before on which there is one, the oldest going first where they are larger than [`MOST_BYTES`] together.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use tempfile::Builder;

use super::folder::{AtWork, PREFIX, SUFFIX, resolve, sync};
use super::private::{files, make_private_folder};
use super::read::same_file;
use crate::words::clean;

/// So many versions of today are kept.
pub const OF_TODAY: usize = 30;
/// So many days before.
pub const DAYS: usize = 20;
/// What all versions of a file may take.
pub const MOST_BYTES: u64 = 100 << 20;
/// No plan is larger.
const LARGEST: u64 = 256 << 20;
/// What is made of a name at most.
const NAME: usize = 60;

/// An earlier version of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Where it is kept.
    pub file: PathBuf,
    /// When it was saved.
    pub saved: Timestamp,
    /// Its size in bytes.
    pub bytes: u64,
}

/// The kept versions of a file, the latest first.
///
/// # Errors
/// Where their folder cannot be read.
pub fn versions(root: &Path, path: &Path) -> io::Result<Vec<Version>> {
    in_folder(&folder_of(root, &canonical(path)))
}

/// Takes away all versions of all files. Whatever else lies there stays.
///
/// # Errors
/// Where the system refuses; then some may be left.
pub fn remove_versions(root: &Path) -> io::Result<()> {
    let folders = match fs::read_dir(root) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        folders => folders?,
    };
    for folder in folders.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()) {
        for version in in_folder(&folder)? {
            fs::remove_file(&version.file)?;
        }
        // Unless something else lies in it.
        let _ = fs::remove_dir(&folder);
    }
    Ok(())
}

/// Keeps what is in a place, which is about to be replaced. Says where, unless it was kept there before.
pub fn keep(root: &Path, place: &Path, old: &Metadata) -> io::Result<Option<PathBuf>> {
    if old.len() > LARGEST {
        return Ok(None);
    }
    let folder = folder_of(root, &canonical(place));
    let mut saved = Timestamp::try_from(old.modified()?).map_err(io::Error::other)?;
    let mut file = folder.join(name(saved));
    while file.exists() {
        if holds_the_same(&file, place)? {
            return Ok(None);
        }
        // Some disks count time in seconds.
        saved = saved.checked_add(SignedDuration::from_nanos(1)).map_err(io::Error::other)?;
        file = folder.join(name(saved));
    }
    make_private_folder(&folder)?;
    // The old file itself costs nothing. Where it has further names somebody may write into it through one of them.
    if has_other_names(old) || fs::hard_link(place, &file).is_err() {
        copy(place, &folder, &file)?;
    }
    thin(&folder, saved);
    Ok(Some(file))
}

fn holds_the_same(one: &Path, other: &Path) -> io::Result<bool> {
    Ok(same_file(one, other) || fs::read(one)? == fs::read(other)?)
}

/// A copy that is there whole or not at all, and that the disk has: what it is a copy of is about to go.
fn copy(place: &Path, folder: &Path, file: &Path) -> io::Result<()> {
    // What a killed copy left there goes.
    let _at_work = AtWork::begin(folder);
    let draft = Builder::new().prefix(PREFIX).suffix(SUFFIX).tempfile_in(folder)?;
    io::copy(&mut fs::File::open(place)?, &mut draft.as_file())?;
    draft.as_file().sync_all()?;
    draft.persist(file)?;
    sync(folder)
}

#[cfg(unix)]
fn has_other_names(old: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(old) > 1
}

#[cfg(not(unix))]
fn has_other_names(_: &Metadata) -> bool {
    false
}

/// Takes away what there is too much of; `newest` stays.
fn thin(folder: &Path, newest: Timestamp) {
    let Ok(all) = in_folder(folder) else { return };
    let day = |saved: Timestamp| saved.to_zoned(TimeZone::system()).date();
    let days: Vec<_> = all.iter().map(|version| (day(version.saved), version.bytes)).collect();
    for (version, stays) in all.iter().zip(worth_keeping(&days, day(Timestamp::now()))) {
        if !stays && version.saved != newest {
            let _ = fs::remove_file(&version.file);
        }
    }
}

/// Which versions stay, by their day and size, the latest first.
fn worth_keeping(versions: &[(Date, u64)], today: Date) -> Vec<bool> {
    let (mut of_today, mut days, mut bytes) = (0, 0, 0_u64);
    let mut last_day = None;
    let mut stays = |(day, size): &(Date, u64)| {
        let within = if *day >= today {
            of_today += 1;
            of_today <= OF_TODAY
        } else {
            let is_last_of_its_day = last_day.replace(*day) != Some(*day);
            days += usize::from(is_last_of_its_day);
            is_last_of_its_day && days <= DAYS
        };
        bytes = bytes.saturating_add(if within { *size } else { 0 });
        within && bytes <= MOST_BYTES
    };
    versions.iter().map(&mut stays).collect()
}

fn in_folder(folder: &Path) -> io::Result<Vec<Version>> {
    let version = |entry: super::private::Entry| {
        let saved = time(entry.path.file_stem()?.to_str()?)?;
        Some(Version { file: entry.path, saved, bytes: entry.bytes })
    };
    let mut versions: Vec<_> = files(folder, "ron")?.into_iter().filter_map(version).collect();
    versions.sort_by_key(|version| std::cmp::Reverse(version.saved));
    Ok(versions)
}

/// A time as the name of a file: `2026-11-28T10-42-05.25Z.ron`. Some systems have no colons in names.
fn name(saved: Timestamp) -> String {
    format!("{}.ron", saved.to_string().replace(':', "-"))
}

fn time(stem: &str) -> Option<Timestamp> {
    let (day, time) = stem.split_once('T')?;
    format!("{day}T{}", time.replace('-', ":")).parse().ok()
}

/// The one path of a file, whatever links lead to it; one that is gone keeps the path it had.
fn canonical(path: &Path) -> PathBuf {
    let place = resolve(path).unwrap_or_else(|_| path.to_owned());
    let whole = || {
        let folder = fs::canonicalize(super::folder::folder_of(&place)).ok()?;
        Some(folder.join(place.file_name()?))
    };
    whole().unwrap_or(place)
}

fn folder_of(root: &Path, place: &Path) -> PathBuf {
    let stem: String = place.file_stem().unwrap_or_default().to_string_lossy().chars().take(NAME).collect();
    let number = fnv(place.as_os_str().as_encoded_bytes());
    root.join(format!("{}-{number:016x}", clean::file_name(&stem)))
}

/// A number made of bytes, the same in every version of the program (FNV-1a).
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |number, byte| (number ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
#[path = "versions_tests.rs"]
mod tests;
