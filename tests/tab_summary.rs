//! The Summary tab, driven as a person would, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[path = "common/app.rs"]
mod app;

use app::{App, Start, WORKED_CASES, click, press, words};
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::file::settings::Language;
use ripple_planner::t;

fn open(folder: &tempfile::TempDir, plan: &str, language: Language, size: [f32; 2]) -> App {
    let mut harness = Start { size, ..Start::with_plan(folder.path(), plan, language) }.open();
    press(&mut harness, Command::Show(Tab::Summary));
    harness
}

#[test]
fn the_table_of_channels_stays_on_its_sheet() {
    for (language, plan) in WORKED_CASES {
        for size in [[1366.0, 768.0], [1280.0, 720.0]] {
            let folder = tempfile::tempdir().unwrap();
            let harness = open(&folder, plan, language, size);
            let choices = harness.get_by_label(&words(language).text("summary-include")).rect().left();
            let headings = harness.query_all_by_role(Role::ColumnHeader).map(|node| node.rect());
            let headings: Vec<_> = headings.filter(|heading| heading.top() < size[1]).collect();
            assert!(headings.len() >= 8, "{language:?} {size:?}: {headings:?}");
            // The column's margin, the desk around the sheet, the sheet's own margin.
            let end = choices - 3.0 * 24.0;
            for heading in headings {
                assert!(heading.right() <= end, "{language:?} {size:?}: {heading:?} reaches beyond {end}");
            }
        }
    }
}

#[test]
fn what_is_left_out_is_not_on_the_sheet() {
    for (language, plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, plan, language, [1366.0, 3_000.0]);
        let heading = words(language).text("report-team-heading");
        let part = words(language).text("summary-part-team");
        let shown = |harness: &App| {
            let texts =
                harness.query_all_by_label(&heading).filter(|node| node.accesskit_node().role() != Role::CheckBox);
            texts.filter(|node| node.rect().left() > 148.0).count()
        };
        let before = shown(&harness);
        click(&mut harness, Role::CheckBox, &part);
        assert_eq!(shown(&harness) + 1, before, "{language:?}");
    }
}

#[test]
fn it_says_whether_it_can_be_handed_over() {
    for (plan, says) in [
        ("worked-case.ron", "Mend 1 error before you hand it over"),
        ("blank.ron", "Not yet: answer the first four questions"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let harness = open(&folder, plan, Language::English, [1366.0, 768.0]);
        assert!(harness.query_by_label(says).is_some(), "{says}");
        assert!(harness.query_by_label("Ready to hand over").is_none());
    }
}

#[test]
fn a_pdf_is_written_on_the_paper_that_is_chosen() {
    for (language, plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("summary.pdf");
        let start = Start::with_plan(folder.path(), plan, language);
        let mut harness = Start { size: [1280.0, 720.0], dialogs: Answer::Picked(file.clone()), ..start }.open();
        press(&mut harness, Command::Show(Tab::Summary));
        let write = t!(words(language), "summary-write", kind = "PDF");
        for (paper, size) in [("Letter", "[0 0 612 792]"), ("A4", "[0 0 595.28 841.89]")] {
            click(&mut harness, Role::RadioButton, paper);
            click(&mut harness, Role::Button, &write);
            let bytes = std::fs::read(&file).unwrap();
            let holds = |what: &str| bytes.windows(what.len()).any(|window| window == what.as_bytes());
            assert!(bytes.starts_with(b"%PDF") && holds(size), "{language:?} {paper}");
            std::fs::remove_file(&file).unwrap();
        }
    }
}

#[test]
fn warnings_that_stay_open_are_said_beside_the_word_that_it_can_be_handed_over() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), saved, language);
        let path = start.plan.clone().unwrap();
        let mut plan = ripple_planner::file::read_text(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let people = plan.team.people.clone();
        for function in &mut std::sync::Arc::make_mut(&mut plan.team).functions {
            if let Some(part) = function.assignments.first_mut() {
                part.role = ripple_planner::plan::team::Raci::Responsible;
                part.person = people[1].id.clone();
                function.assignments.truncate(1);
            }
        }
        std::fs::write(&path, ripple_planner::file::write_text(&plan).unwrap()).unwrap();
        let report = ripple_planner::calc::report(&plan);
        let count = |severity| report.findings.iter().filter(|finding| finding.severity() == severity).count();
        assert_eq!(count(ripple_planner::calc::Severity::Error), 0, "{:?}", report.findings);
        let warnings = count(ripple_planner::calc::Severity::Warning);
        assert!(warnings > 0);
        let mut app = start.open();
        press(&mut app, Command::Show(Tab::Summary));
        let says = t!(words(language), "summary-ready-warned", n = warnings, shown = warnings.to_string());
        assert!(app.query_by_label(&says).is_some(), "{says}");
    }
}
