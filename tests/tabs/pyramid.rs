//! The Pyramid tab, driven as a person would, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_into, words};
use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::context::field_id;
use ripple_planner::calc::Section;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::pyramid::{Pyramid, Score};
use ripple_planner::plan::{Date, Id, Money};
use ripple_planner::t;

fn open(folder: &tempfile::TempDir, file: &str, language: Language) -> App {
    let mut harness = Start::with_plan(folder.path(), file, language).open();
    press(&mut harness, Command::Show(Tab::Pyramid));
    harness
}

fn pyramid(harness: &App) -> &Pyramid {
    &plan(harness).pyramid
}

fn name(harness: &App, id: &str) -> String {
    pyramid(harness).criteria.iter().find(|criterion| criterion.id == Id::from(id)).unwrap().name.clone()
}

fn score(pyramid: &Pyramid, assessment: usize, id: &str) -> Option<Score> {
    pyramid.assessments[assessment].answers.get(&Id::from(id)).map(|answer| answer.score)
}

#[test]
fn an_answer_changes_the_level_reached_and_is_taken_back() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, file, language);
        let criterion = name(&harness, "group-messages");
        click(&mut harness, Role::RadioButton, &format!("{criterion}: 1"));
        assert_eq!(score(pyramid(&harness), 4, "group-messages"), Some(Score::Full));
        assert_eq!(harness.state().document().unwrap().report().pyramid.reached, 3);
        press(&mut harness, Command::Undo);
        assert_eq!(score(pyramid(&harness), 4, "group-messages"), Some(Score::Half));
    }
}

#[test]
fn a_new_assessment_copies_the_latest_and_is_dated_by_hand() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, file, language);
        let words = words(language);
        click(&mut harness, Role::Button, &words.text("pyramid-new-assessment"));
        let day = words.text("pyramid-day");
        assert!(harness.get_by_role_and_label(Role::TextInput, &day).is_focused());
        assert_eq!(pyramid(&harness).assessments[5].day, Date::constant(2026, 4, 10), "it is made today");
        type_into(&mut harness, Role::TextInput, &day, "2026-06-30");
        let last = pyramid(&harness).assessments.last().unwrap();
        assert_eq!(last.day, Date::constant(2026, 6, 30));
        assert_eq!(last.answers, pyramid(&harness).assessments[4].answers);
        type_into(&mut harness, Role::TextInput, &day, "2026-03-31");
        assert_eq!(pyramid(&harness).assessments[5].day, Date::constant(2026, 6, 30), "that day is taken");
        click(&mut harness, Role::Button, &t!(words, "pyramid-remove-assessment", day = "2026-06-30"));
        assert_eq!(pyramid(&harness).assessments.len(), 5);
    }
}

#[test]
fn an_older_assessment_shows_and_takes_its_own_answers() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, file, language);
        let words = words(language);
        click(&mut harness, Role::ComboBox, &words.text("pyramid-assessment"));
        click(&mut harness, Role::ListBoxOption, "2025-12-31");
        assert!(harness.query_by_label(&words.text("pyramid-show-latest")).is_some(), "the tab says so");
        let level = format!("3 {}", words.text("names-level-3"));
        click(&mut harness, Role::RadioButton, &level);
        let criterion = name(&harness, "group-messages");
        click(&mut harness, Role::RadioButton, &format!("{criterion}: 0"));
        assert_eq!(score(pyramid(&harness), 3, "group-messages"), Some(Score::None));
        assert_eq!(score(pyramid(&harness), 4, "group-messages"), Some(Score::Half));
    }
}

#[test]
fn a_criterion_is_edited_moved_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, "worked-case.ron", Language::English);
    click(&mut harness, Role::Row, "Group messages");
    type_into(&mut harness, Role::TextInput, "Cost to full", "9,500");
    type_into(&mut harness, Role::TextInput, "Criterion", "Messages by group");
    let find =
        |harness: &App| pyramid(harness).criteria.iter().find(|one| one.id == Id::from("group-messages")).cloned();
    let criterion = find(&harness).unwrap();
    assert_eq!(criterion.name, "Messages by group");
    assert_eq!(criterion.cost_to_full, Money::from_minor(950_000));
    type_into(&mut harness, Role::TextInput, "Cost to full", "nothing");
    assert_eq!(find(&harness).unwrap().cost_to_full, Money::from_minor(950_000));
    type_into(&mut harness, Role::TextInput, "Cost to full", "9500");
    let place = |harness: &App| pyramid(harness).criteria.iter().position(|one| one.id == Id::from("group-messages"));
    let before = place(&harness).unwrap();
    click(&mut harness, Role::Button, "Move Messages by group up");
    assert_eq!(place(&harness), Some(before - 1));
    click(&mut harness, Role::ComboBox, "Level");
    click(&mut harness, Role::ListBoxOption, "4 Deep participation, crowdsourcing");
    assert_eq!(find(&harness).unwrap().level, 4);
    click(&mut harness, Role::Button, "Remove Messages by group");
    assert!(find(&harness).is_some(), "its answers would go with it, which is said first");
    click(&mut harness, Role::Button, "Remove");
    assert!(find(&harness).is_none() && score(pyramid(&harness), 0, "group-messages").is_none());
}

#[test]
fn a_blank_plan_begins_with_suggested_criteria() {
    for language in [Language::English, Language::Chinese] {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, "blank.ron", language);
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!((pyramid(&harness).criteria.len(), pyramid(&harness).assessments.len()), (20, 1));
        assert_eq!(pyramid(&harness).assessments[0].day, Date::constant(2026, 4, 10), "today");
        press(&mut harness, Command::Undo);
        assert!(pyramid(&harness).criteria.is_empty());
    }
}

#[test]
fn a_criterion_that_is_added_waits_for_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, "worked-case.ron", Language::English);
    click(&mut harness, Role::Button, "Criterion");
    assert!(harness.get_by_role_and_label(Role::TextInput, "Criterion").is_focused());
    assert_eq!(pyramid(&harness).criteria.last().unwrap().level, 3);
}

#[test]
fn the_threshold_is_typed_and_refused_outside_its_range() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, "worked-case.ron", Language::English);
    type_into(&mut harness, Role::TextInput, "Threshold", "0.6");
    assert!((pyramid(&harness).threshold - 0.6).abs() < 1e-9);
    type_into(&mut harness, Role::TextInput, "Threshold", "2");
    assert!((pyramid(&harness).threshold - 0.6).abs() < 1e-9);
}

#[test]
fn the_finding_about_the_level_leads_to_the_cheapest_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, "worked-case.ron", Language::English);
    let mend = harness.get_all_by_role(Role::Button).find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("Mend: ") && label.contains("Level 3"))
    });
    mend.expect("the bar below shows the tab's finding").click();
    for _ in 0..3 {
        harness.run();
    }
    let row = field_id(Section::Pyramid, Some(&Id::from("group-messages")), "row");
    assert_eq!(harness.ctx.memory(eframe::egui::Memory::focused), Some(row));
}

#[test]
fn a_level_answered_in_part_does_not_hold_and_says_what_is_open() {
    for language in [Language::English, Language::Chinese] {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, "blank.ron", language);
        harness.key_press(Key::Enter);
        harness.run();
        let names: Vec<String> = pyramid(&harness).criteria[..4].iter().map(|one| one.name.clone()).collect();
        click(&mut harness, Role::RadioButton, &format!("{}: 1", names[0]));
        let report = harness.state().document().unwrap().report();
        assert_eq!((report.pyramid.reached, report.pyramid.levels[0].open), (0, 3));
        let words = words(language);
        let open = t!(words, "pyramid-criteria-open", answered = "1", count = "4");
        assert!(harness.query_all_by_label_contains(&open).count() > 0, "{open}");
        let mend = t!(words, "pyramid-answers-first", level = "1", answered = "1", count = "4");
        assert!(harness.query_by_label_contains("-0.25").is_none(), "nothing is short by less than nothing");
        for name in &names[1..3] {
            click(&mut harness, Role::RadioButton, &format!("{name}: 1"));
        }
        assert_eq!(harness.state().document().unwrap().report().pyramid.reached, 0, "{mend}");
        click(&mut harness, Role::RadioButton, &format!("{}: {}", names[3], words.text("pyramid-not-applicable")));
        assert_eq!(harness.state().document().unwrap().report().pyramid.reached, 1, "not applicable is an answer");
    }
}

#[test]
fn answers_to_a_criterion_that_is_gone_are_said_to_be_that() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut plan = ripple_planner::file::open(format!("saved_plans/{file}")).unwrap();
        let criteria = &mut std::sync::Arc::make_mut(&mut plan.pyramid).criteria;
        criteria.retain(|criterion| criterion.id.as_str() != "group-messages");
        let mut app = Start::of(folder.path(), &plan, language).open();
        press(&mut app, Command::Show(Tab::Pyramid));
        let words = words(language);
        let criterion = words.text("names-unknown-criterion");
        let stray = t!(words, "pyramid-stray", criterion = criterion);
        app.get_by_label(&stray);
        let said = t!(words, "findings-unknown-id", kind = "criterion", item = words.text("names-answer"));
        assert!(app.query_all_by_label_contains(&said).count() > 0, "{language:?}: {said}");
    }
}
