//! What is kept, for how long, and who is offered it.
#![allow(clippy::unwrap_used)]

use std::fs;

use super::*;
use crate::file;
use crate::plan::Period;

fn plan(title: &str) -> Plan {
    Plan::blank(title, Period { start: jiff::civil::date(2026, 1, 1), months: 12 })
}

fn about(path: Option<&Path>) -> About {
    About { kept: Timestamp::from_second(1_750_000_000).unwrap(), path: path.map(Path::to_owned), base: None }
}

fn names(state: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder(state)).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// A slot whose window ends without a word.
fn killed(slot: &mut Slot) {
    // The lock goes with its program; the files stay.
    let here = slot.here.clone();
    slot.presence = None;
    fs::write(here, "").unwrap();
}

#[test]
fn what_a_killed_window_kept_is_found_with_all_that_belongs_to_it() {
    let state = tempfile::tempdir().unwrap();
    let path = state.path().join("plan.ron");
    let base = Some(file::save(&path, &plan("saved")).unwrap().fingerprint);
    let about = About { base, ..about(Some(&path)) };
    let mut slot = Slot::new(state.path());
    slot.keep(&plan("first"), &about).unwrap();
    slot.keep(&plan("涟漪"), &about).unwrap();
    assert_eq!(left_behind(state.path()).work, [], "its window is there");
    killed(&mut slot);
    let expected = Left {
        base: None,
        file: slot.file.clone(),
        about,
        plan: plan("涟漪"),
        saved: Some(plan("saved")),
        is_file_changed: false,
    };
    assert_eq!(left_behind(state.path()).work, [expected]);
    file::save(&path, &plan("theirs")).unwrap();
    assert!(left_behind(state.path()).work[0].is_file_changed);
    fs::remove_file(&path).unwrap();
    assert_eq!(left_behind(state.path()).work[0].saved, None);
    assert_eq!(file::open(&slot.file).unwrap(), plan("涟漪"), "it is a plan file like any other");
    discard(&slot.file).unwrap();
    assert_eq!(names(state.path()), [""; 0]);
}

#[test]
fn what_is_forgotten_leaves_nothing() {
    let state = tempfile::tempdir().unwrap();
    let mut slot = Slot::new(state.path());
    slot.forget().unwrap();
    assert!(!folder(state.path()).exists(), "nothing is made before there is something to keep");
    slot.keep(&plan("a"), &about(None)).unwrap();
    slot.forget().unwrap();
    assert_eq!(names(state.path()), [""; 0]);
    slot.keep(&plan("b"), &about(None)).unwrap();
    killed(&mut slot);
    assert_eq!(left_behind(state.path()).work[0].plan.title, "b");
}

#[test]
fn what_the_file_holds_anyway_is_not_offered_and_goes() {
    let state = tempfile::tempdir().unwrap();
    let path = state.path().join("plan.ron");
    file::save(&path, &plan("saved in the last moment")).unwrap();
    let mut slot = Slot::new(state.path());
    slot.keep(&plan("saved in the last moment"), &about(Some(&path))).unwrap();
    killed(&mut slot);
    assert_eq!(left_behind(state.path()).work, []);
    assert_eq!(names(state.path()), [""; 0]);
}

#[test]
fn a_cut_file_is_said_and_stays_wherever_it_is_cut() {
    let state = tempfile::tempdir().unwrap();
    let mut slot = Slot::new(state.path());
    slot.keep(&plan("whole"), &about(None)).unwrap();
    killed(&mut slot);
    let whole = fs::read(&slot.file).unwrap();
    // Without the last line break it is still whole.
    for length in 0..whole.len() - 1 {
        fs::write(&slot.file, &whole[..length]).unwrap();
        let found = left_behind(state.path());
        assert_eq!((found.work.len(), found.unreadable.len()), (0, 1), "cut at {length}");
        assert_eq!(found.unreadable[0].path(), slot.file);
        assert_eq!(fs::read(&slot.file).unwrap().len(), length);
    }
}

#[test]
fn old_work_is_tidied_away_and_never_more_than_so_much_is_kept() {
    let state = tempfile::tempdir().unwrap();
    let at = |days: u64| SystemTime::now() - Duration::from_hours(24 * days);
    for (title, days) in [("old", 31), ("fresh", 29)] {
        let mut slot = Slot::new(state.path());
        slot.keep(&plan(title), &about(None)).unwrap();
        killed(&mut slot);
        fs::File::options().write(true).open(&slot.file).unwrap().set_modified(at(days)).unwrap();
    }
    let titles = |found: LeftBehind| found.work.into_iter().map(|left| left.plan.title).collect::<Vec<_>>();
    assert_eq!(titles(left_behind(state.path())), ["fresh"]);
    for number in 0..MOST {
        let mut slot = Slot::new(state.path());
        slot.keep(&plan(&number.to_string()), &about(None)).unwrap();
        killed(&mut slot);
    }
    let titles = titles(left_behind(state.path()));
    assert_eq!((titles.len(), titles.contains(&"fresh".to_owned())), (MOST, false), "the oldest goes first");
}

#[test]
fn the_sign_of_a_window_that_kept_nothing_goes_after_a_day() {
    let state = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder(state.path())).unwrap();
    for (name, hours) in [("old.here", 25), ("fresh.here", 1)] {
        let file = fs::File::create(folder(state.path()).join(name)).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_hours(hours)).unwrap();
    }
    assert_eq!(left_behind(state.path()).work, []);
    assert_eq!(names(state.path()), ["fresh.here"]);
}

#[test]
fn a_state_folder_that_cannot_be_written_is_an_error_and_nothing_more() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a file");
    fs::write(&file, "precious").unwrap();
    let mut slot = Slot::new(&file);
    slot.keep(&plan("a"), &about(None)).unwrap_err();
    let _ = slot.forget();
    let found = left_behind(&file);
    assert_eq!((found.work.len(), found.unreadable.len()), (0, 0));
    assert_eq!(fs::read(&file).unwrap(), b"precious");
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let state = tempfile::tempdir().unwrap();
    let root = state.path().join("state/ripple-planner");
    let mut slot = Slot::new(&root);
    slot.keep(&plan("a"), &about(None)).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&root), mode(&folder(&root)), mode(&slot.file)), (0o700, 0o700, 0o600));
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_text_costs_the_path_and_not_the_work() {
    use std::os::unix::ffi::OsStrExt;
    let state = tempfile::tempdir().unwrap();
    let mut slot = Slot::new(state.path());
    let path = Path::new(std::ffi::OsStr::from_bytes(b"/plans/\xff.ron"));
    slot.keep(&plan("a"), &about(Some(path))).unwrap();
    killed(&mut slot);
    let work = left_behind(state.path()).work;
    assert_eq!((work[0].plan.title.as_str(), &work[0].about.path), ("a", &None));
}

#[test]
fn what_both_come_from_is_known_only_where_this_program_has_kept_just_that() {
    let state = tempfile::tempdir().unwrap();
    let path = state.path().join("plan.ron");
    let base = file::save(&path, &plan("begun with")).unwrap().fingerprint;
    let mut slot = Slot::new(state.path());
    slot.keep(&plan("mine"), &About { base: Some(base), ..about(Some(&path)) }).unwrap();
    killed(&mut slot);
    let found = || left_behind(state.path()).work.remove(0);
    assert_eq!((found().is_file_changed, found().base), (false, None), "nothing to merge with");

    // Another program leaves no earlier version.
    fs::write(&path, write_text(&plan("by an editor")).unwrap()).unwrap();
    assert_eq!((found().is_file_changed, found().base), (true, None));
    // This one keeps what it replaces, which is not what the work was begun with, though as long.
    fs::write(&path, write_text(&plan("begun-with")).unwrap()).unwrap();
    file::save_keeping(&path, &plan("theirs"), file::Over::Anything, Some(state.path())).unwrap();
    assert_eq!((found().is_file_changed, found().base), (true, None), "another text of that length");

    file::save(&path, &plan("begun with")).unwrap();
    file::save_keeping(&path, &plan("theirs"), file::Over::Anything, Some(state.path())).unwrap();
    assert_eq!((found().is_file_changed, found().base), (true, Some(plan("begun with"))));
    assert_eq!(found().saved, Some(plan("theirs")));
}
