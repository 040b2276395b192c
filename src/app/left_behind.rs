//! Unsaved work that an earlier window left behind, looked for beside this one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;

use super::worker::{Background, Cancel, Job};
use crate::file::recovery::{self, Left, LeftBehind};
use crate::file::{FileError, same_file};

/// Where to look, and what the person threw away.
#[derive(Clone, PartialEq)]
struct Question {
    folder: PathBuf,
    discarded: Vec<PathBuf>,
    /// Looking again is another question.
    round: u32,
}

/// What can be offered.
#[derive(Debug)]
pub struct Offers {
    job: Job<Question, Arc<LeftBehind>>,
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
    /// Looks, if that was not done yet.
    pub fn look(&mut self, state_folder: Option<&Path>, ctx: &Context, background: Background) {
        if let Some(folder) = state_folder {
            let (folder, discarded) = (folder.to_owned(), self.discarded.clone());
            self.job.ask(Question { folder, discarded, round: self.round }, ctx, background);
        }
    }

    /// Looks once more: another window may have ended meanwhile.
    pub fn look_again(&mut self) {
        self.round += 1;
    }

    /// All work that can be had again, the latest first, and last what the person decides about later.
    pub fn work(&self) -> impl Iterator<Item = &Left> {
        let found = || self.job.latest().into_iter().flat_map(|(found, _)| &found.work);
        let is_put_off = |left: &&Left| self.put_off.contains(&left.file);
        let asked = found().filter(move |left| !is_put_off(left)).chain(found().filter(is_put_off));
        asked.filter(|left| !self.settled.contains(&left.file))
    }

    /// Kept files that cannot be read.
    pub fn unreadable(&self) -> impl Iterator<Item = &FileError> {
        self.job.latest().into_iter().flat_map(|(found, _)| &found.unreadable)
    }

    /// Work on this file that the person was not asked about yet.
    #[must_use]
    pub fn of_file(&self, path: &Path) -> Option<&Left> {
        let is_of = |left: &&Left| {
            left.about.path.as_ref().is_some_and(|of| of == path || same_file(of, path))
                && !self.put_off.contains(&left.file)
        };
        self.work().find(is_of)
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

fn look(question: &Question, _: &Cancel) -> Arc<LeftBehind> {
    for file in &question.discarded {
        let _ = recovery::discard(file);
    }
    Arc::new(recovery::left_behind(&question.folder))
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
        let look = |offers: &mut Offers| offers.look(Some(state.path()), &ctx, Background::AtOnce);
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
}
