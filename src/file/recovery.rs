//! Unsaved work, kept for the case that the program or the computer ends before it is saved.
//!
//! ```text
//! state folder/unsaved/ID.ron    the plan as it stands, and in a comment before it what it belongs to
//! state folder/unsaved/ID.here   held by the window whose work it is, as long as that runs
//! ```
//!
//! Each window has a [`Slot`]: it keeps the work after each change and forgets it once it is saved, taken back or thrown
//! away. What nobody is there for any more is [`left_behind`]. A kept file is a plan file like any other.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::disk::{self, Entry, Presence};
use super::error::{FileError, LARGEST_BYTES};
use super::fingerprint::Fingerprint;
use super::ron_text::write_text;
use super::save::{read_bytes, refused};
use crate::plan::Plan;

/// Before what belongs to the plan that follows.
const MARK: &str = "// unsaved work of Ripple Planner: ";
const A_DAY: Duration = Duration::from_hours(24);
const KEPT: Duration = Duration::from_hours(30 * 24);
const MOST: usize = 50;

/// What a kept plan belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// When it was kept.
    pub kept: Timestamp,
    /// The plan's file, if it is in one.
    pub path: Option<PathBuf>,
    /// What the file looked like when it was read or saved last.
    pub base: Option<Fingerprint>,
}

/// The place where one window keeps its unsaved work; at most one plan at a time.
#[derive(Debug)]
pub struct Slot {
    file: PathBuf,
    here: PathBuf,
    presence: Option<Presence>,
}

impl Slot {
    /// A place of its own in the state folder. Nothing is written before there is something to keep.
    #[must_use]
    pub fn new(state_folder: &Path) -> Self {
        let folder = folder(state_folder);
        let id = format!("{:x}-{:x}", Timestamp::now().as_nanosecond(), std::process::id());
        let [file, here] = ["ron", "here"].map(|extension| folder.join(format!("{id}.{extension}")));
        Self { file, here, presence: None }
    }

    /// Keeps a plan in place of what was kept before.
    ///
    /// # Errors
    /// Where the plan cannot be written as text or the system refuses; what was kept before stays.
    pub fn keep(&mut self, plan: &Plan, about: &About) -> Result<(), FileError> {
        let text = write_text(plan).map_err(refused(&self.file))?;
        // A path that is no text is left out: the work counts more than where it belongs.
        let no_path = || serde_json::to_string(&About { path: None, ..about.clone() });
        let about = serde_json::to_string(about).or_else(|_| no_path()).unwrap_or_default();
        if self.presence.is_none() {
            // Without it the work is offered although its window is there: a nuisance, nothing is lost.
            self.presence = Presence::show(&self.here).ok();
        }
        disk::write_private(&self.file, format!("{MARK}{about}\n{text}").as_bytes())
    }

    /// Leaves nothing behind.
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn forget(&mut self) -> Result<(), FileError> {
        self.presence = None;
        disk::remove(&self.file)
    }
}

/// Work that was left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// Where it is kept.
    pub file: PathBuf,
    /// What it belongs to.
    pub about: About,
    /// The plan.
    pub plan: Plan,
    /// What the plan's file holds now; `None` where there is none that can be read.
    pub saved: Option<Plan>,
    /// Whether the file holds something else than when the work on it was begun.
    pub is_file_changed: bool,
    /// What the file held when the work was begun, where it holds something else by now and this program has kept that.
    pub base: Option<Plan>,
}

/// Everything that was left behind and nobody is there for, the latest first.
#[derive(Debug, Default)]
pub struct LeftBehind {
    /// Work that can be had again.
    pub work: Vec<Left>,
    /// Files that cannot be read, each with the reason. They stay where they are.
    pub unreadable: Vec<FileError>,
}

/// Looks for what was left behind. What is old, or holds no more than its file, is tidied away.
#[must_use]
pub fn left_behind(state_folder: &Path) -> LeftBehind {
    let folder = folder(state_folder);
    tidy_presences(&folder);
    let mut entries = disk::files(&folder, "ron").unwrap_or_default();
    entries.retain(|entry| !Presence::is_shown(&entry.path.with_extension("here")));
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.modified));
    let mut found = LeftBehind::default();
    for (index, entry) in entries.into_iter().enumerate() {
        if index >= MOST || is_older(&entry, KEPT) {
            let _ = discard(&entry.path);
            continue;
        }
        match open(&entry.path, entry.modified, state_folder) {
            Ok(left) if left.saved.as_ref() == Some(&left.plan) => drop(discard(&left.file)),
            Ok(left) => found.work.push(left),
            // Somebody else has just taken it.
            Err(error) if error.is_missing() => {}
            Err(error) => found.unreadable.push(error),
        }
    }
    found
}

/// Signs of windows that ended before they kept anything.
fn tidy_presences(folder: &Path) {
    for here in disk::files(folder, "here").unwrap_or_default() {
        // One that is fresh may be about to be held.
        let is_alone = is_older(&here, A_DAY) && !here.path.with_extension("ron").exists();
        if is_alone && !Presence::is_shown(&here.path) {
            let _ = disk::remove(&here.path);
        }
    }
}

/// Throws away what was left behind.
///
/// # Errors
/// Where the system refuses.
pub fn discard(file: &Path) -> Result<(), FileError> {
    disk::remove(&file.with_extension("here"))?;
    disk::remove(file)
}

fn open(file: &Path, modified: SystemTime, state_folder: &Path) -> Result<Left, FileError> {
    let content = disk::read(file, LARGEST_BYTES)?;
    let plan = read_bytes(&content.bytes).map_err(|error| FileError::Read { path: file.to_owned(), error })?;
    let about = std::str::from_utf8(&content.bytes).ok().and_then(about).unwrap_or_else(|| {
        let kept = Timestamp::try_from(modified).unwrap_or_default();
        About { kept, path: None, base: None }
    });
    let (saved, now) = about.path.as_ref().and_then(|path| super::open_known(path).ok()).unzip();
    let is_file_changed = about.base.zip(now).is_some_and(|(base, now)| !base.holds_the_same(&now));
    let base = is_file_changed.then(|| base(state_folder, &about)).flatten();
    Ok(Left { file: file.to_owned(), about, plan, saved, is_file_changed, base })
}

/// What the file held when the work on it was begun, if it is among the earlier versions that were kept: byte by byte that.
fn base(state_folder: &Path, about: &About) -> Option<Plan> {
    let (path, base) = about.path.as_ref().zip(about.base)?;
    let versions = super::versions(state_folder, path).ok()?.into_iter();
    let mut contents = versions
        .filter(|version| version.bytes == base.len)
        .filter_map(|version| disk::read(&version.file, LARGEST_BYTES).ok());
    read_bytes(&contents.find(|content| base.is_of(&content.bytes))?.bytes).ok()
}

fn about(text: &str) -> Option<About> {
    serde_json::from_str(text.strip_prefix(MARK)?.lines().next()?).ok()
}

fn is_older(entry: &Entry, than: Duration) -> bool {
    entry.modified.elapsed().is_ok_and(|age| age > than)
}

fn folder(state_folder: &Path) -> PathBuf {
    state_folder.join("unsaved")
}

#[cfg(test)]
#[path = "recovery_tests.rs"]
mod tests;
