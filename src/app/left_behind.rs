//! Unsaved work that an earlier window left behind, looked for beside this one.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::worker::{Background, Cancel, Job};
use crate::file::recovery::{self, Left, LeftBehind};
use crate::file::{FileError, same_file};

/// Where to look, what for, and what the person threw away.
#[derive(Clone, PartialEq)]
struct Question {
    folder: PathBuf,
    /// The file that is open.
    open: Option<PathBuf>,
    discarded: Vec<PathBuf>,
    /// Looking again is another question.
    round: u32,
}

/// What was found.
#[derive(Debug)]
struct Found {
    left: LeftBehind,
    /// The file that was open, and where work on it is kept, whatever links lead to it.
    open: Option<PathBuf>,
    of_open: Vec<PathBuf>,
}

/// What can be offered.
#[derive(Debug)]
pub struct Offers {
    job: Job<Question, Found>,
    discarded: Vec<PathBuf>,
    /// What this window goes on with, or was asked about once.
    settled: Vec<PathBuf>,
    put_off: Vec<PathBuf>,
    round: u32,
}

impl Default for Offers {
    fn default() -> Self {
        Self { job: Job::new(look), discarded: vec![], settled: vec![], put_off: vec![], round: 0 }
    }
}

impl Offers {
    /// Looks, with this file open, if that was not done yet.
    pub fn look(
        &mut self,
        (state_folder, open): (Option<&Path>, Option<&Path>),
        ctx: &Context,
        background: Background,
    ) {
        if let Some(folder) = state_folder {
            let (folder, open, discarded) = (folder.to_owned(), open.map(Path::to_owned), self.discarded.clone());
            self.job.ask(Question { folder, open, discarded, round: self.round }, ctx, background);
        }
    }

    fn found(&self) -> Option<&Found> {
        self.job.latest().map(|(found, _)| found)
    }

    /// Looks once more: another window may have ended meanwhile.
    pub fn look_again(&mut self) {
        self.round += 1;
    }

    /// All work that can be had again, the latest first, and last what the person decides about later.
    pub fn work(&self) -> impl Iterator<Item = &Left> {
        let found = || self.found().into_iter().flat_map(|found| &found.left.work);
        let is_put_off = |left: &&Left| self.put_off.contains(&left.file);
        let asked = found().filter(move |left| !is_put_off(left)).chain(found().filter(is_put_off));
        asked.filter(|left| !self.settled.contains(&left.file))
    }

    /// Kept files that cannot be read.
    pub fn unreadable(&self) -> impl Iterator<Item = &FileError> {
        self.found().into_iter().flat_map(|found| &found.left.unreadable)
    }

    /// Work on this file that the person was not asked about yet.
    #[must_use]
    pub fn of_file(&self, path: &Path) -> Option<&Left> {
        let of_open = &self.found().filter(|found| found.open.as_deref() == Some(path))?.of_open;
        self.work().find(|left| of_open.contains(&left.file) && !self.put_off.contains(&left.file))
    }

    /// The person decides later; not asked again by itself.
    pub fn put_off(&mut self, left: &Left) {
        self.put_off.push(left.file.clone());
    }

    /// This window goes on with it.
    pub fn settle(&mut self, left: &Left) {
        self.settled.push(left.file.clone());
    }

    /// Throws it away.
    pub fn discard(&mut self, left: &Left) {
        self.settle(left);
        self.discarded.push(left.file.clone());
    }
}

fn look(question: &Question, _: &Cancel) -> Found {
    for file in &question.discarded {
        let _ = recovery::discard(file);
    }
    let left = recovery::left_behind(&question.folder);
    let is_open = |of: &PathBuf| question.open.as_ref().is_some_and(|open| of == open || same_file(of, open));
    let of_open = left.work.iter().filter(|left| left.about.path.as_ref().is_some_and(is_open));
    Found { of_open: of_open.map(|left| left.file.clone()).collect(), open: question.open.clone(), left }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::disallowed_methods)]
    use std::fs;

    use super::*;
    use crate::file::recovery::About;
    use crate::file::write_text;
    use crate::plan::{Date, Period, Plan};

    /// Leaves a plan behind and says where.
    fn leave(state: &Path, title: &str, path: Option<&Path>) {
        let plan = Plan::blank(title, Period { start: Date::constant(2026, 1, 1), months: 12 });
        let about = About { kept: jiff::Timestamp::now(), path: path.map(Path::to_owned), base: None };
        let about = serde_json::to_string(&about).unwrap();
        let text = format!("// unsaved work of Ripple Planner: {about}\n{}", write_text(&plan).unwrap());
        fs::create_dir_all(state.join("unsaved")).unwrap();
        fs::write(state.join("unsaved").join(format!("{title}.ron")), text).unwrap();
    }

    fn titles(offers: &Offers) -> Vec<&str> {
        offers.work().map(|left| left.plan.title.as_str()).collect()
    }

    #[test]
    fn what_is_put_off_comes_last_and_what_is_settled_not_at_all() {
        let state = tempfile::tempdir().unwrap();
        let path = state.path().join("plan.ron");
        for title in ["first", "second", "third"] {
            leave(state.path(), title, (title == "third").then_some(&path));
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        let (ctx, mut offers) = (Context::default(), Offers::default());
        let look = |offers: &mut Offers| offers.look((Some(state.path()), Some(&path)), &ctx, Background::AtOnce);
        look(&mut offers);
        assert_eq!(titles(&offers), ["third", "second", "first"]);
        let third = offers.of_file(&path).unwrap().clone();
        offers.put_off(&third);
        assert_eq!(titles(&offers), ["second", "first", "third"]);
        assert_eq!(offers.of_file(&path), None, "asked once");
        let second = offers.work().next().unwrap().clone();
        offers.discard(&second);
        look(&mut offers);
        assert_eq!(titles(&offers), ["first", "third"]);
        assert!(!second.file.exists() && third.file.exists());
        offers.settle(&third);
        assert_eq!(titles(&offers), ["first"]);
    }

    #[cfg(unix)]
    #[test]
    fn work_on_a_file_is_found_by_every_name_of_the_file() {
        let state = tempfile::tempdir().unwrap();
        let [path, link] = ["plan.ron", "link.ron"].map(|name| state.path().join(name));
        fs::write(&path, "a plan").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        leave(state.path(), "work", Some(&path));
        let (ctx, mut offers) = (Context::default(), Offers::default());
        offers.look((Some(state.path()), Some(&link)), &ctx, Background::AtOnce);
        assert_eq!(offers.of_file(&link).map(|left| left.plan.title.as_str()), Some("work"));
    }
}
