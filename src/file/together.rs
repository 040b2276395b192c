//! Several windows on one plan know of one another.
//!
//! ```text
//! state folder/open/PLAN-WINDOW.here    held by a window that has the plan open, as long as that runs
//! ```
//!
//! Nothing depends on it: what two windows save is kept apart by what the file looked like, not by this.

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;

use super::disk::{self, Presence};
use super::fingerprint::hash;

/// A window may have made its sign and not taken hold of it yet.
const STALE: Duration = Duration::from_mins(1);

/// A plan that is open in this window.
#[derive(Debug)]
pub struct Together {
    folder: PathBuf,
    /// How the signs of all windows on this plan begin.
    plan: String,
    own: PathBuf,
    presence: Option<Presence>,
}

impl Together {
    /// Shows others that the plan in this file is open here.
    #[must_use]
    pub fn begin(state_folder: &Path, path: &Path) -> Self {
        let whole = disk::resolve(path).unwrap_or_else(|_| path.to_owned());
        let plan = format!("{:016x}-", hash(whole.as_os_str().as_encoded_bytes()));
        let window = format!("{:x}-{:x}", std::process::id(), Timestamp::now().as_nanosecond());
        let folder = state_folder.join("open");
        let own = folder.join(format!("{plan}{window}.here"));
        let presence = Presence::show(&own).ok();
        Self { folder, plan, own, presence }
    }

    /// How many other windows have it open. Signs of windows that are gone are swept.
    pub fn others(&mut self) -> usize {
        if !self.own.exists() {
            // Before the new sign is there, as the old one takes its file along.
            self.presence = None;
            self.presence = Presence::show(&self.own).ok();
        }
        let signs = disk::files(&self.folder, "here").unwrap_or_default();
        let is_of_plan = |path: &Path| {
            path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(&self.plan))
        };
        let mut others = 0;
        for sign in signs.into_iter().filter(|sign| sign.path != self.own) {
            if Presence::is_shown(&sign.path) {
                others += usize::from(is_of_plan(&sign.path));
            } else if sign.modified.elapsed().is_ok_and(|age| age > STALE) {
                let _ = disk::remove(&sign.path);
            }
        }
        others
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs::{self, File};
    use std::time::SystemTime;

    use super::*;

    #[test]
    fn windows_on_one_plan_see_one_another_until_they_close() {
        let folder = tempfile::tempdir().unwrap();
        let plan = |name: &str| {
            let path = folder.path().join(name);
            fs::write(&path, "").unwrap();
            path
        };
        let (ours, other) = (plan("a.ron"), plan("b.ron"));
        let state = folder.path().join("state");
        let mut first = Together::begin(&state, &ours);
        assert_eq!(first.others(), 0);
        let mut elsewhere = Together::begin(&state, &other);
        let mut second = Together::begin(&state, &ours);
        assert_eq!((first.others(), second.others(), elsewhere.others()), (1, 1, 0));
        #[cfg(unix)]
        {
            let link = folder.path().join("link.ron");
            std::os::unix::fs::symlink(&ours, &link).unwrap();
            let third = Together::begin(&state, &link);
            assert_eq!(first.others(), 2, "by another name");
            drop(third);
        }
        drop(second);
        assert_eq!(first.others(), 0);
        drop(first);
        drop(elsewhere);
        assert_eq!(fs::read_dir(state.join("open")).unwrap().count(), 0, "nothing is left behind");
    }

    #[test]
    fn signs_of_windows_that_were_killed_count_for_nothing_and_are_swept() {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("a.ron");
        let mut window = Together::begin(folder.path(), &plan);
        let left = folder.path().join("open").join(format!("{}1-1.here", window.plan));
        let file = File::create(&left).unwrap();
        assert_eq!(window.others(), 0);
        assert!(left.exists(), "it may just have been made");
        file.set_modified(SystemTime::now() - 2 * STALE).unwrap();
        drop(file);
        assert_eq!(window.others(), 0);
        assert!(!left.exists());
        fs::remove_file(&window.own).unwrap();
        assert_eq!(window.others(), 0);
        assert!(window.own.exists(), "who was swept shows up again");
    }

    #[test]
    fn without_a_place_for_signs_nobody_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("state");
        fs::write(&state, "a file").unwrap();
        assert_eq!(Together::begin(&state, &folder.path().join("a.ron")).others(), 0);
    }
}
