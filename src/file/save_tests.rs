//! Whatever fails while saving: the old file or the new one is whole, and nothing is left lying about.
#![allow(clippy::unwrap_used)]

use std::{fs, io};

use super::disk::Step;
use super::*;
use crate::plan::Period;
use crate::words::{Language, Words};

/// Fails at the nth step.
struct FailAt {
    left: usize,
    kind: io::ErrorKind,
}

impl Fs for FailAt {
    fn before(&mut self, _: Step) -> io::Result<()> {
        self.left = self.left.checked_sub(1).ok_or(self.kind)?;
        Ok(())
    }
}

fn plan(title: &str) -> Plan {
    let mut plan = Plan::blank(title, Period { start: jiff::civil::date(2025, 7, 1), months: 3 });
    // Long enough to be written in several pieces.
    plan.note = "涟漪".repeat(30_000);
    plan
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn whatever_step_fails_a_whole_file_stays() {
    for over in [Over::Anything, Over::Nothing] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.ron");
        if over == Over::Anything {
            save(&path, &plan("old")).unwrap();
        }
        let mut failures = 0;
        loop {
            let mut fs = FailAt { left: failures, kind: io::ErrorKind::StorageFull };
            match save_with(&mut fs, &path, &plan("new"), over, None) {
                Ok(saved) => {
                    // The last step is the folder's: the new file stands, the disk has not confirmed it.
                    assert!(!saved.durable);
                    break;
                }
                Err(error) => {
                    assert!(error.to_string().contains("no space left"), "{error}");
                    match over {
                        Over::Nothing => assert!(!path.exists()),
                        _ => assert_eq!(open(&path).unwrap().title, "old"),
                    }
                    assert!(names(folder.path()).iter().all(|name| name == "plan.ron"), "nothing is left behind");
                }
            }
            failures += 1;
        }
        assert!(failures >= 6, "every step was made to fail: {failures}");
        assert_eq!(open(&path).unwrap(), plan("new"));
        assert_eq!(names(folder.path()), ["plan.ron"]);
    }
}

#[test]
fn an_undisturbed_saving_is_durable() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let saved = save(&path, &plan("a")).unwrap();
    assert!(saved.durable);
    assert_eq!(open_known(&path).unwrap(), (plan("a"), saved.fingerprint));
}

#[test]
fn a_plan_that_does_not_read_back_never_reaches_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    save(&path, &plan("old")).unwrap();
    let mut broken = plan("new");
    std::sync::Arc::make_mut(&mut broken.team).owner = Some(crate::plan::Id::new(" "));
    let error = save(&path, &broken).unwrap_err();
    let message = error.to_string();
    assert!(message.contains("team.owner: an id is empty"), "{message}");
    assert!(message.ends_with("nothing was written"), "{message}");
    let message = error.say(Words::of(Language::ZhCn));
    assert!(message.contains("team.owner：id 为空，请填写简短的文本"), "{message}");
    assert!(message.ends_with("未写入任何内容"), "{message}");
    assert_eq!(open(&path).unwrap(), plan("old"));
}

#[test]
fn files_that_are_too_large_are_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    fs::File::create(&path).unwrap().set_len(LARGEST_BYTES + 1).unwrap();
    let message = open(&path).unwrap_err().to_string();
    assert!(message.ends_with("the file has 65 MB, more than a plan may have (64 MB); is it a plan?"), "{message}");
}
