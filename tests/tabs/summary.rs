//! The Summary tab, driven as a person would, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::sync::Arc;

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_into, words};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable, by};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::worker::Background;
use ripple_planner::calc::odds::{self, Odds, Settings};
use ripple_planner::calc::scenario::alternatives::alternatives;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::{Date, Handover, Scenario};
use ripple_planner::report::document::{Block, Document};
use ripple_planner::report::pages::{self, Paper, Setting};
use ripple_planner::report::{Part, Summary};
use ripple_planner::t;
use ripple_planner::words::number;

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
            let mut harness = open(&folder, plan, language, size);
            click(&mut harness, Role::RadioButton, &words(language).text("summary-form-text"));
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
        click(&mut harness, Role::RadioButton, &words(language).text("summary-form-text"));
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

/// What the pages that are shown say.
fn said(app: &App) -> Vec<String> {
    let is_passage = |role| matches!(role, Role::Heading | Role::Label);
    let nodes = app.query_all_by(move |node| is_passage(node.role()));
    nodes.filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value())).collect()
}

/// Names of the sheets that are shown, with where they stand.
fn sheets(app: &App) -> Vec<(String, eframe::egui::Rect)> {
    let nodes = app.query_all_by_role(Role::Document);
    nodes.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
}

#[test]
fn the_pages_are_those_of_the_pdf_in_both_languages() {
    // After five months, with a scenario, each part has something to say.
    let cases = [(Language::English, "worked-case-track.ron"), (Language::Chinese, "worked-case-track.zh-CN.ron")];
    for (language, plan) in cases {
        let folder = tempfile::tempdir().unwrap();
        let saved = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("saved_plans").join(plan);
        let mut plan = ripple_planner::file::open(saved).unwrap();
        let spend = [("articles".into(), plan.currency.whole(70_000).unwrap())].into();
        let scenario = Scenario { spend, ..Scenario::new("push".into(), "Push") };
        Arc::make_mut(&mut plan.scenarios).push(scenario.clone());
        Arc::make_mut(&mut plan.allocation).tasks.a.season = (1..=plan.period.months).map(f64::from).collect();
        let path = folder.path().join("plan.ron");
        let mut app = Start { size: [1366.0, 768.0], ..Start::of(folder.path(), &plan, language) }.open();
        press(&mut app, Command::Show(Tab::Summary));
        let (report, words) = (ripple_planner::calc::report(&plan), words(language));
        let odds = odds(&plan, &report);
        let summary = Summary::of(&plan, &report, words).with_odds(&plan, &report, &odds, words).with_frontier(&report);
        let settings = Settings { draws: odds.draws, seed: odds.seed, threads: 1, stop: &|| false };
        let both = alternatives(&plan, &[&scenario], &settings).unwrap();
        let summary = summary.with_scenarios(&both, &[], words);
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let setting = Setting { paper: Paper::A4, printed: Date::constant(2026, 4, 10), file };
        let pages = pages::lay_out(&Document::of(&summary), &setting, words);
        let count = pages.pages.len();
        assert!(count >= 2);
        for part in Part::usual() {
            let heading = first_heading(&Document::with(&summary, &[part]).blocks).unwrap();
            let begins = (0..count).position(|page| pages.passages(page).iter().any(|passage| passage.text == heading));
            let page = t!(words, "summary-on-page", page = (begins.unwrap() + 1).to_string());
            let show = t!(words, "summary-show-part", part = words.text(&part_key(part)));
            let button = app.get_by_role_and_label(Role::Button, &show).rect();
            let shown = crate::painted::lines(&app).into_iter().find(|line| button.contains(line.whole.center()));
            assert_eq!(shown.map(|line| line.text), Some(page), "{part:?}");
        }
        for index in 0..count {
            let name = t!(words, "report-page", number = (index + 1).to_string(), all = count.to_string());
            assert!(sheets(&app).iter().any(|(sheet, _)| *sheet == name), "{name}: {:?}", sheets(&app));
            let said = said(&app);
            for passage in pages.passages(index) {
                assert!(said.contains(&passage.text), "{language:?}, page {index}: {}", passage.text);
            }
            if index % 2 == 1 {
                app.key_press(Key::PageDown);
                app.run();
            }
        }
    }
}

/// The word of a part in the list of what to include.
fn part_key(part: Part) -> String {
    format!("summary-part-{}", format!("{part:?}").to_lowercase())
}

fn first_heading(blocks: &[Block]) -> Option<String> {
    blocks.iter().find_map(|block| match block {
        Block::Heading(title) => Some(title.clone()),
        Block::Beside(left, _) => first_heading(left),
        _ => None,
    })
}

fn odds(plan: &ripple_planner::plan::Plan, report: &ripple_planner::calc::Report) -> Odds {
    let stop = || false;
    let settings = odds::Settings { draws: 500, seed: odds::SEED, threads: 1, stop: &stop };
    odds::odds(plan, report, &settings).unwrap()
}

#[test]
fn sheets_stand_whole_on_their_desk_one_or_two_at_a_time() {
    for (language, plan) in WORKED_CASES {
        for size in [[1280.0, 720.0], [1366.0, 768.0], [2560.0, 1440.0]] {
            let folder = tempfile::tempdir().unwrap();
            let mut app = open(&folder, plan, language, size);
            let desk_right = app.get_by_label(&words(language).text("summary-include")).rect().left() - 24.0;
            for (zoom, count) in [("summary-one-page", 1), ("summary-two-pages", 2)] {
                click(&mut app, Role::RadioButton, &words(language).text(zoom));
                let sheets = sheets(&app);
                assert_eq!(sheets.len(), count, "{language:?} {size:?} {zoom}");
                for (name, rect) in sheets {
                    assert!(rect.left() >= 148.0 && rect.right() <= desk_right, "{name} at {rect} of {desk_right}");
                    assert!(rect.bottom() < size[1] - 28.0, "{name} at {rect}, {size:?}");
                    assert!((rect.height() / rect.width() - 841.89 / 595.28).abs() < 0.01, "{rect}");
                }
            }
        }
    }
}

#[test]
fn keys_turn_the_pages_and_change_their_size() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(&folder, "worked-case.ron", Language::English, [1366.0, 768.0]);
    let first = |app: &App| sheets(app)[0].0.clone();
    let begins = first(&app);
    assert!(begins.starts_with("Page 1 of "), "{begins}");
    for (key, page) in
        [(Key::PageDown, "Page 3 "), (Key::PageUp, "Page 1 "), (Key::End, "Page "), (Key::Home, "Page 1 ")]
    {
        app.key_press(key);
        app.run();
        assert!(first(&app).starts_with(page), "{key:?}: {}", first(&app));
        let is_first = first(&app) == begins;
        assert_eq!(is_first, app.get_by_label("Pages before").accesskit_node().is_disabled(), "{key:?}");
    }
    let width = |app: &App| sheets(app)[0].1.width();
    let before = width(&app);
    app.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
    app.run();
    assert!(width(&app) > before, "{before} to {}", width(&app));
    assert!((app.ctx.zoom_factor() - 1.0).abs() < f32::EPSILON, "the window itself stays as it is");
    click(&mut app, Role::RadioButton, "100\u{a0}%");
    assert!((width(&app) - 793.7).abs() < 1.0, "{}", width(&app));
    app.key_press(Key::PageDown);
    app.run();
    assert!(
        sheets(&app).iter().any(|(name, rect)| name.starts_with("Page 2 ") && rect.top() < 200.0),
        "{:?}",
        sheets(&app)
    );
    app.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
    app.run();
    assert!((width(&app) - before).abs() < 1.0);
}

#[test]
fn each_part_leads_to_the_page_it_begins_on() {
    for (language, plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(&folder, plan, language, [1366.0, 768.0]);
        let words = words(language);
        let heading = words.text("report-findings-heading");
        assert!(!said(&app).contains(&heading));
        let show = t!(words, "summary-show-part", part = words.text("summary-part-findings"));
        click(&mut app, Role::Button, &show);
        assert!(said(&app).contains(&heading), "{language:?}");
        click(&mut app, Role::CheckBox, &words.text("summary-part-findings"));
        assert!(app.query_by_role_and_label(Role::Button, &show).is_none(), "what is left out stands on no page");
        assert!(!said(&app).contains(&heading));
    }
}

#[test]
fn what_is_written_beside_the_plan_stands_on_the_first_page_and_can_be_taken_back() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(&folder, saved, language, [1280.0, 1400.0]);
        let words = words(language);
        click(&mut app, Role::Button, &words.text("summary-cover-write"));
        type_into(&mut app, Role::TextInput, &words.text("summary-to"), "董事会 Board");
        type_into(&mut app, Role::TextInput, &words.text("summary-decide-by"), "2026-05-15");
        type_into(&mut app, Role::MultilineTextInput, &words.text("summary-remark"), "First\nSecond");
        let to = t!(words, "report-to", name = "董事会 Board");
        let day = number::date(words, Date::constant(2026, 5, 15));
        let by = t!(words, "report-decide-by", day = day);
        let said_now = said(&app);
        for expected in [format!("{to}   |   {by}"), "First".to_owned(), "Second".to_owned()] {
            assert!(said_now.contains(&expected), "{language:?}: {expected} is not in {said_now:?}");
        }
        // A day that cannot be read is no day, and said to be none.
        type_into(&mut app, Role::TextInput, &words.text("summary-decide-by"), "15.5.x");
        assert_eq!(plan(&app).handover.decide_by, Some(Date::constant(2026, 5, 15)));
        press(&mut app, Command::Undo);
        for _ in 0..3 {
            press(&mut app, Command::Undo);
        }
        assert_eq!(*plan(&app).handover, Handover::default(), "{language:?}");
        assert!(!said(&app).iter().any(|text| text.contains(&to)));
        press(&mut app, Command::Redo);
        assert_eq!(plan(&app).handover.to, "董事会 Board");
    }
}

#[test]
fn what_is_asked_for_while_the_pages_are_made_is_given_when_they_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("summary.json");
    let start = Start::with_plan(folder.path(), "worked-case.ron", Language::English);
    let dialogs = Answer::Picked(file.clone());
    let mut app = Start { background: Background::Threads, dialogs, ..start }.open();
    let shortcut = Command::Show(Tab::Summary).shortcuts()[0];
    app.key_press_modifiers(shortcut.modifiers, shortcut.logical_key);
    app.step();
    app.step();
    let write = t!(words(Language::English), "summary-write", kind = "JSON");
    app.get_by_role_and_label(Role::Button, &write).click();
    for _ in 0..2_000 {
        app.step();
        if file.exists() && !sheets(&app).is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let json: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(json["plan"]["title"], "IM cloud 2026");
    assert!(!json["frontier"].is_null() && !json["odds"].is_null());
}

/// The window's clock runs a quarter of a second a frame here, and the many draws take longer than the frames of that moment.
#[test]
fn a_sheet_that_takes_a_moment_says_so_until_its_pages_are_there() {
    for (language, plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let start = Start { background: Background::Threads, ..Start::with_plan(folder.path(), plan, language) };
        let mut app = start.drawn().open();
        let says = words(language).text("summary-laying-out");
        let shortcut = Command::Show(Tab::Summary).shortcuts()[0];
        app.key_press_modifiers(shortcut.modifiers, shortcut.logical_key);
        let is_there = |app: &App| app.query_all_by_role(Role::Document).next().is_some();
        let mut said = false;
        while !is_there(&app) {
            app.step();
            said |= app.query_by_label(&says).is_some();
            std::thread::yield_now();
        }
        assert!(said, "{says}");
        app.step();
        assert!(app.query_by_label(&says).is_none(), "the pages stand in its place");
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
        let mut harness = Start { size: [1280.0, 1400.0], dialogs: Answer::Picked(file.clone()), ..start }.open();
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

#[test]
fn the_workbook_is_that_of_the_plan_and_the_day() {
    for (language, plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.xlsx");
        let start = Start { size: [1366.0, 900.0], ..Start::with_plan(folder.path(), plan, language) };
        let mut app = Start { dialogs: Answer::Picked(path.clone()), ..start }.open();
        press(&mut app, Command::Show(Tab::Summary));
        click(&mut app, Role::Button, &t!(words(language), "summary-write", kind = "XLSX"));
        app.run();
        let source = std::fs::read_to_string(folder.path().join(plan)).unwrap();
        let plan = ripple_planner::file::read_text(&source).unwrap();
        let report = ripple_planner::calc::report(&plan);
        let day = Date::constant(2026, 4, 10);
        let settings = odds::Settings { draws: 500, seed: odds::SEED, threads: 1, stop: &|| false };
        let odds = odds::odds(&plan, &report, &settings).unwrap();
        let summary = Summary::of(&plan, &report, words(language)).with_odds(&plan, &report, &odds, words(language));
        let summary = summary.with_frontier(&report);
        let expected = ripple_planner::report::workbook::write(&plan, &report, &summary, day).unwrap();
        assert!(std::fs::read(&path).unwrap() == expected, "{language:?}");
    }
}

/// What has the focus, and where it stands.
fn focused(app: &App) -> Option<(String, eframe::egui::Rect)> {
    let node = app.query_all(by()).find(|node| node.accesskit_node().is_focused())?;
    Some((node.accesskit_node().label().unwrap_or_default(), node.rect()))
}

/// Tab until something of this name has the focus.
fn tab_to(app: &mut App, name: &str) {
    for _ in 0..200 {
        app.key_press(Key::Tab);
        app.run();
        if focused(app).is_some_and(|(focused, _)| focused == name) {
            return;
        }
    }
    panic!("Tab never comes to {name}");
}

#[test]
fn on_a_low_screen_tab_brings_everything_of_the_column_into_sight() {
    for (language, plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(&folder, plan, language, [1280.0, 720.0]);
        let words = words(language);
        let last = words.text("summary-see-overview");
        let mut passed = Vec::new();
        for _ in 0..120 {
            app.key_press(Key::Tab);
            app.run();
            let Some((name, place)) = focused(&app).filter(|(_, place)| place.left() > 960.0) else { continue };
            // The top bar, with the head of the tab below it, stands above the column; the bar of findings below it.
            let is_in_top_bar = place.top() >= 0.0 && place.bottom() <= 48.0;
            let is_seen = place.top() > 48.0 && place.bottom() <= 692.0;
            assert!(is_in_top_bar || is_seen, "{language:?}: {name} at {place:?}");
            passed.push(name);
        }
        for name in [last, words.text("summary-cover-write"), words.text("summary-in-grey")] {
            assert!(passed.contains(&name), "{language:?}: {name} is not among {passed:?}");
        }
    }
}

#[test]
fn on_a_low_screen_the_cover_note_unfolds_in_sight() {
    for (language, plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(&folder, plan, language, [1280.0, 720.0]);
        let words = words(language);
        tab_to(&mut app, &words.text("summary-cover-write"));
        app.key_press(Key::Enter);
        app.run();
        assert_eq!(focused(&app).unwrap().0, words.text("summary-to"), "{language:?}");
        let remark = app.get_by_role_and_label(Role::MultilineTextInput, &words.text("summary-remark")).rect();
        assert!(remark.top() > 100.0 && remark.bottom() <= 692.0, "{language:?}: {remark:?}");
    }
}
