//! Plans on disk: what is written is read, and nothing is ever lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common {
    pub mod plans;
}

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use common::plans;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use ripple_planner::file::{
    Change, FileError, changed_since, create_new, open, open_known, read_text, save, write_text,
};
use ripple_planner::plan::{Money, Plan};
use ripple_planner::words::{Language, Words};
use tempfile::TempDir;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_plan_reads_back_as_it_was(plan in plans::plan()) {
        let text = write_text(&plan).unwrap();
        let read = read_text(&text).unwrap();
        prop_assert_eq!(&read, &plan);
        prop_assert_eq!(write_text(&read).unwrap(), text, "unchanged plans give the same bytes");
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC*") {
        let _ = read_text(&text);
    }

    #[test]
    fn no_damage_makes_the_reader_panic(plan in plans::plan(), at in any::<prop::sample::Index>(), put in "[()\\[\\]{}\",:\\\\/*#r1e-]{0,3}") {
        let text = write_text(&plan).unwrap();
        let chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        let damaged: String = chars[..at].iter().copied().chain(put.chars()).chain(chars[at + 1..].iter().copied()).collect();
        if let Err(error) = read_text(&damaged) {
            let message = error.to_string();
            prop_assert!(!message.contains('\n'), "one line: {message}");
            prop_assert!(error.line <= damaged.lines().count() + 1, "{message}");
        }
    }
}

/// Some plan with something in every section.
fn some_plan() -> Plan {
    let mut runner = TestRunner::deterministic();
    loop {
        let plan = plans::plan().new_tree(&mut runner).unwrap().current();
        if plan.allocation.channels.len() > 1 && plan.currency.digits == 2 && !plan.goal.timing.class_a.is_empty() {
            return plan;
        }
    }
}

struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Messages without the folder of this run.
    fn message(&self, error: &FileError) -> String {
        error.to_string().replace(&format!("{}{}", self.folder.path().display(), std::path::MAIN_SEPARATOR), "")
    }
}

fn changed_lines(before: &str, after: &str) -> usize {
    assert_eq!(before.lines().count(), after.lines().count());
    before.lines().zip(after.lines()).filter(|(before, after)| before != after).count()
}

#[test]
fn one_changed_number_is_one_changed_line() {
    let before = some_plan();
    let text = write_text(&before).unwrap();
    let changes: [fn(&mut Plan); 4] = [
        |plan| Arc::make_mut(&mut plan.allocation).channels[1].spend = Money::from_minor(123_456_789).unwrap(),
        |plan| Arc::make_mut(&mut plan.goal).timing.class_a[0] = 123_456.789,
        |plan| Arc::make_mut(&mut plan.pyramid).threshold = 0.123,
        |plan| plan.period.months = 121,
    ];
    for change in changes {
        let mut after = before.clone();
        change(&mut after);
        assert_eq!(changed_lines(&text, &write_text(&after).unwrap()), 1);
    }
}

#[test]
fn the_text_is_plain() {
    let text = write_text(&some_plan()).unwrap();
    assert!(text.starts_with("Plan(\n    format: 1,\n"), "no header");
    assert!(text.ends_with("\n)\n"));
    // A note may say "Some(1)"; no field does.
    assert!(!text.contains('\r') && !text.contains(": Some("));
}

#[test]
fn plans_edited_by_hand_are_read() {
    let plan = some_plan();
    let text = write_text(&plan).unwrap();
    let hands: [fn(&str) -> String; 6] = [
        |text| text.replace('\n', "\r\n"),
        |text| format!("\u{feff}{text}"),
        |text| format!("// 我的计划 (draft)\n{}/* end */ // really", text.replace("    title:", "/* \" */ title:")),
        |text| text.replacen("Plan(", "(", 1).replace("Channel(", "(").replace(" Goal(", " ("),
        |text| text.replace("\n    ", "\n\t").trim_end().to_owned(),
        |text| text.replace(",\n", "\n,"),
    ];
    for (number, edit) in hands.into_iter().enumerate() {
        let edited = edit(&text);
        assert_ne!(edited, text, "edit {number} does something");
        assert_eq!(read_text(&edited).unwrap_or_else(|error| panic!("edit {number}: {error}")), plan, "edit {number}");
    }
}

#[test]
fn a_bare_whole_number_is_money_too() {
    let mut plan = some_plan();
    Arc::make_mut(&mut plan.allocation).budget = plan.currency.whole(150_000);
    let text = write_text(&plan).unwrap();
    let bare = text.replace("budget: \"150000.00\"", "budget: 150000");
    assert_ne!(bare, text);
    assert_eq!(read_text(&bare).unwrap(), plan);
}

#[test]
fn a_file_is_opened_as_it_was_saved() {
    let place = Place::new();
    let path = place.path("计划.ron");
    let plan = some_plan();
    save(&path, &plan).unwrap();
    let bytes = fs::read(&path).unwrap();
    assert_eq!(open(&path).unwrap(), plan);
    save(&path, &open(&path).unwrap()).unwrap();
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_new_file_never_replaces_one() {
    let place = Place::new();
    let path = place.path("plan.ron");
    create_new(&path, &some_plan()).unwrap();
    fs::write(&path, "mine").unwrap();
    let message = place.message(&create_new(&path, &some_plan()).unwrap_err());
    assert_eq!(message, "plan.ron: there is already a file of this name; choose another name");
    assert_eq!(fs::read(&path).unwrap(), b"mine");
}

#[test]
fn refusals_are_sentences() {
    let place = Place::new();
    fs::write(place.path("a-file"), "Plan(\n  format: 1,\n  title: \"季度\", oops").unwrap();
    fs::write(place.path("gbk.ron"), b"Plan(title: \"\xbc\xc6\xbb\xae\")").unwrap();
    let opened = |name: &str| place.message(&open(place.path(name)).unwrap_err());
    assert_eq!(opened("none.ron"), "none.ron: there is no such file; check the name");
    let error = open(place.path("none.ron")).unwrap_err();
    assert!(error.say(Words::of(Language::ZhCn)).ends_with("none.ron：没有这个文件，请检查名称"));
    assert_eq!(
        opened(""),
        format!("{}: this is a folder; choose a file in it", place.path("").display())
            .replace(&place.path("").display().to_string(), "")
    );
    assert_eq!(
        opened("a-file"),
        "a-file:3:16: oops is no field here; expected format, title, company, note, currency, period, calendar, goal, team, pyramid, allocation, events, ripples, content, topics, actuals, scenarios or handover"
    );
    assert_eq!(
        opened("gbk.ron"),
        "gbk.ron:1:14: this is not UTF-8 text; save the file as UTF-8 (a plan is text, not a spreadsheet or PDF)"
    );
    let error = open(place.path("gbk.ron")).unwrap_err().say(Words::of(Language::ZhCn));
    assert!(
        error.ends_with("gbk.ron:1:14: 文件不是 UTF-8 文本，请以 UTF-8 编码保存（规划文件是文本，不是电子表格或 PDF）")
    );

    let saved = |name: &str| place.message(&save(place.path(name), &some_plan()).unwrap_err());
    assert_eq!(
        saved("none/plan.ron"),
        "none/plan.ron: not saved: its folder does not exist; create it or save elsewhere"
    );
    assert_eq!(
        saved("a-file/plan.ron"),
        "a-file/plan.ron: not saved: a part of the path is a file, not a folder; check the path"
    );
    fs::create_dir(place.path("sub")).unwrap();
    assert_eq!(saved("sub"), "sub: this is a folder; choose a file in it");
}

#[test]
fn changes_from_outside_are_noticed() {
    let place = Place::new();
    let path = place.path("plan.ron");
    let saved = save(&path, &some_plan()).unwrap();
    let (_, opened) = open_known(&path).unwrap();
    assert_eq!(saved.fingerprint, opened);
    let now = |path: &Path| changed_since(&opened, path).unwrap();
    assert_eq!(now(&path), Change::Same);

    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes).unwrap();
    assert_eq!(now(&path), Change::Same, "written again, but the same");
    let mut other = bytes.clone();
    other[0] = b' ';
    fs::write(&path, &other).unwrap();
    assert_eq!(now(&path), Change::Changed, "as long as before");
    fs::write(&path, b"").unwrap();
    assert_eq!(now(&path), Change::Changed);
    fs::remove_file(&path).unwrap();
    assert_eq!(now(&path), Change::Gone);
}

/// Every name a plan file may contain is explained in the document: taken from the text of generated plans, so that a
/// new field cannot be forgotten.
#[test]
fn every_field_is_documented() {
    let document = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/plan-format.md")).unwrap();
    let mut names = std::collections::BTreeSet::new();
    let mut runner = TestRunner::deterministic();
    for _ in 0..60 {
        let text = write_text(&plans::plan().new_tree(&mut runner).unwrap().current()).unwrap();
        names.extend(text.lines().flat_map(field_names).map(str::to_owned));
    }
    assert!(names.len() > 120, "only {} names: {names:?}", names.len());
    let missing: Vec<_> = names.iter().filter(|name| !mentions(&document, name)).collect();
    assert!(missing.is_empty(), "docs/plan-format.md does not explain {missing:?}");
}

/// Field, choice and value names of a line: its words outside texts.
fn field_names(line: &str) -> Vec<&str> {
    let outside = line.split('"').step_by(2).take(1);
    let words = outside.flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && c != '_'));
    words.filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic())).collect()
}

fn mentions(document: &str, name: &str) -> bool {
    document.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name)
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn a_link_stays_a_link_and_the_mode_stays() {
        let place = Place::new();
        fs::create_dir(place.path("real")).unwrap();
        let (real, link) = (place.path("real/plan.ron"), place.path("link.ron"));
        save(&real, &some_plan()).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("real/plan.ron", &link).unwrap();
        let mut changed = some_plan();
        changed.title = "changed".to_owned();
        save(&link, &changed).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(open(&real).unwrap(), changed);
        assert_eq!(mode(&real), 0o640);
    }

    #[test]
    fn a_link_to_nothing_yet_gets_its_file() {
        let place = Place::new();
        symlink("real.ron", place.path("link.ron")).unwrap();
        save(place.path("link.ron"), &some_plan()).unwrap();
        assert!(fs::symlink_metadata(place.path("link.ron")).unwrap().is_symlink());
        assert_eq!(open(place.path("real.ron")).unwrap(), some_plan());
        assert!(matches!(create_new(place.path("link.ron"), &some_plan()), Err(FileError::Exists(_))));
    }

    #[test]
    fn links_in_a_circle_are_an_error_not_a_hang() {
        let place = Place::new();
        symlink("b", place.path("a")).unwrap();
        symlink("a", place.path("b")).unwrap();
        assert!(save(place.path("a"), &some_plan()).is_err());
        assert!(open(place.path("a")).is_err());
    }

    #[test]
    fn a_new_file_has_the_mode_of_any_new_file() {
        let place = Place::new();
        fs::write(place.path("any"), "").unwrap();
        save(place.path("plan.ron"), &some_plan()).unwrap();
        assert_eq!(mode(&place.path("plan.ron")), mode(&place.path("any")));
    }

    #[test]
    fn a_write_protected_file_is_respected() {
        let place = Place::new();
        let path = place.path("plan.ron");
        save(&path, &some_plan()).unwrap();
        let before = fs::metadata(&path).unwrap().ino();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let message = place.message(&save(&path, &some_plan()).unwrap_err());
        assert_eq!(message, "plan.ron: the file is write-protected; allow writing to it or save under another name");
        assert_eq!(fs::metadata(&path).unwrap().ino(), before);
    }

    #[test]
    fn a_write_protected_folder_is_an_error() {
        let place = Place::new();
        let folder = place.path("folder");
        fs::create_dir(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
        if fs::write(folder.join("probe"), "").is_ok() {
            return; // the superuser may write everywhere
        }
        let message = place.message(&save(folder.join("plan.ron"), &some_plan()).unwrap_err());
        let expected =
            "folder/plan.ron: not saved: writing in this folder is not permitted; ask for access or save elsewhere";
        assert_eq!(message, expected);
    }
}

/// Cuts a plan's text off after every so many bytes: each piece is refused with its place, or is a plan.
fn cut(text: &str, step: usize) {
    for length in (0..text.len()).step_by(step).filter(|length| text.is_char_boundary(*length)) {
        let piece = &text[..length];
        match read_text(piece) {
            Ok(_) => assert_eq!(text[length..].trim(), "", "nothing but the end is missing"),
            Err(error) => {
                let lines = piece.split('\n').count();
                let column = piece.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
                assert!(
                    (1, 1) <= (error.line, error.column) && (error.line, error.column) <= (lines, column),
                    "{length}: {error}"
                );
                for language in Language::ALL {
                    let said = error.say(Words::of(language));
                    assert!(!said.contains('\n') && said.chars().count() < 400, "{length}: {said}");
                }
            }
        }
    }
}

#[test]
fn a_text_that_ends_anywhere_is_refused_where_it_ends() {
    cut(include_str!("../saved_plans/blank.ron"), 1);
    cut(&write_text(&of_each_thing_one()).unwrap(), 23);
    for text in [include_str!("../saved_plans/worked-case.ron"), include_str!("../saved_plans/worked-case.zh-CN.ron")] {
        cut(text, 997);
    }
}

#[test]
#[ignore = "the long form: a quarter of an hour"]
fn a_text_that_ends_at_any_byte_is_refused_where_it_ends() {
    let one = write_text(&of_each_thing_one()).unwrap();
    let worked = [include_str!("../saved_plans/worked-case.ron"), include_str!("../saved_plans/worked-case.zh-CN.ron")];
    for text in [&*one, worked[0], worked[1]] {
        cut(text, 1);
        println!("{} bytes, each of them the last one", text.len());
    }
}

/// The worked case with one of each thing, and with what happened.
fn of_each_thing_one() -> Plan {
    fn first<T: Clone>(list: &mut Vec<T>) {
        list.truncate(1);
    }
    let mut plan = open(concat!(env!("CARGO_MANIFEST_DIR"), "/saved_plans/worked-case.ron")).unwrap();
    let (team, allocation) = (Arc::make_mut(&mut plan.team), Arc::make_mut(&mut plan.allocation));
    first(&mut team.people);
    first(&mut team.functions);
    first(&mut allocation.channels);
    first(&mut allocation.groups);
    let (events, ripples) = (Arc::make_mut(&mut plan.events), Arc::make_mut(&mut plan.ripples));
    first(events);
    for event in events.iter_mut() {
        first(&mut event.parties);
        first(&mut event.items);
    }
    first(ripples);
    let pyramid = Arc::make_mut(&mut plan.pyramid);
    first(&mut pyramid.criteria);
    first(&mut pyramid.assessments);
    first(&mut Arc::make_mut(&mut plan.topics).list);
    first(Arc::make_mut(&mut plan.scenarios));
    let mut runner = TestRunner::deterministic();
    plan.actuals = loop {
        let actuals = plans::actuals().new_tree(&mut runner).unwrap().current();
        if !actuals.channels.is_empty() && !actuals.campaigns.is_empty() && !actuals.readings.is_empty() {
            break Arc::new(actuals);
        }
    };
    plan
}
