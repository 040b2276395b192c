//! The Team tab, driven as a person would, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_into, words};
use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::context::field_id;
use ripple_planner::calc::Section;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::team::{FunctionKind, KpiEffect, Raci};
use ripple_planner::plan::{Id, Team};
use ripple_planner::report::lookup::Lookup;
use ripple_planner::report::sentences::findings;
use ripple_planner::t;
use ripple_planner::words::names::Named;

fn open(folder: &tempfile::TempDir, file: &str, language: Language) -> App {
    let mut harness = Start::with_plan(folder.path(), file, language).open();
    press(&mut harness, Command::Show(Tab::Team));
    harness
}

fn team(harness: &App) -> &Team {
    &plan(harness).team
}

/// By keyboard, which works wherever the button has been scrolled to.
fn press_enter_on(harness: &mut App, label: &str) {
    harness.get_by_role_and_label(Role::Button, label).focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
}

fn responsible(team: &Team, function: &str) -> Vec<Id> {
    let function = team.functions.iter().find(|one| one.id == Id::from(function)).unwrap();
    let parts = function.assignments.iter().filter(|part| part.role == Raci::Responsible);
    parts.map(|part| part.person.clone()).collect()
}

#[test]
fn the_gap_is_filled_and_taken_back() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, file, language);
        let words = words(language);
        let person = team(&harness).people[3].name.clone();
        let function = FunctionKind::Distribution.name(words);
        click(&mut harness, Role::ComboBox, &t!(words, "team-choose-responsible", function = &function));
        click(&mut harness, Role::ListBoxOption, &person);
        assert_eq!(responsible(team(&harness), "distribution"), [Id::from("wang-jing")]);
        press(&mut harness, Command::Undo);
        assert!(responsible(team(&harness), "distribution").is_empty(), "one step takes it back");
    }
}

#[test]
fn a_cell_takes_the_letter_of_a_part() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, "worked-case.ron", Language::English);
    harness.get_by_role_and_label(Role::ComboBox, "He Ping in Sales").focus();
    harness.run();
    harness.key_press(Key::C);
    harness.run();
    let part = |harness: &App| {
        let sales = team(harness).functions.iter().find(|one| one.id == Id::from("sales")).unwrap().clone();
        sales.assignments.into_iter().find(|part| part.person == Id::from("he-ping")).map(|part| part.role)
    };
    assert_eq!(part(&harness), Some(Raci::Consulted));
    harness.key_press(Key::A);
    harness.run();
    assert_eq!(team(&harness).owner, Some(Id::from("he-ping")), "one person answers for the goal");
    assert_eq!(part(&harness), Some(Raci::Consulted), "and keeps the part");
    harness.key_press(Key::Delete);
    harness.run();
    assert_eq!(part(&harness), None);
    assert_eq!(team(&harness).owner, Some(Id::from("he-ping")));
}

#[test]
fn a_person_is_added_named_moved_and_removed() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, file, language);
        let words = words(language);
        click(&mut harness, Role::Button, &words.text("team-add-person"));
        let name = words.text("common-name");
        assert!(harness.get_by_role_and_label(Role::TextInput, &name).is_focused(), "the name waits to be typed");
        type_into(&mut harness, Role::TextInput, &name, "Max");
        assert_eq!(team(&harness).people[6].name, "Max");
        type_into(&mut harness, Role::TextInput, &words.text("team-capacity"), "20");
        assert!((team(&harness).people[6].capacity - 20.0).abs() < f64::EPSILON);
        click(&mut harness, Role::Button, &t!(words, "team-move-up", item = "Max"));
        assert_eq!(team(&harness).people[5].name, "Max");
        click(&mut harness, Role::Button, &t!(words, "team-remove", item = "Max"));
        assert_eq!(team(&harness).people.len(), 6);
    }
}

#[test]
fn hours_that_cannot_be_read_leave_the_plan_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, "worked-case.ron", Language::English);
    click(&mut harness, Role::Button, "Zhou Min");
    type_into(&mut harness, Role::TextInput, "Capacity a week", "x");
    assert!((team(&harness).people[1].capacity - 40.0).abs() < f64::EPSILON);
    assert!(harness.query_by_label_contains("is no number").is_some());
}

#[test]
fn a_kpi_changes_its_effect_its_words_and_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, "worked-case.ron", Language::English);
    let kpis = |harness: &App| team(harness).functions[7].kpis.clone();
    type_into(&mut harness, Role::TextInput, "Because of Points redeemed", "Nobody asked");
    assert_eq!(kpis(&harness)[0].because, "Nobody asked");
    click(&mut harness, Role::ComboBox, "What Points redeemed does to the goal");
    click(&mut harness, Role::ListBoxOption, "pulls against sales");
    assert_eq!(kpis(&harness)[0].effect, KpiEffect::PullsAgainst(Id::from("sales")));
    click(&mut harness, Role::Button, "Loyalty");
    click(&mut harness, Role::Button, "Add a KPI to Loyalty");
    assert_eq!(kpis(&harness).len(), 2);
    // It stands in the grid and in the function's fields; the one in the grid waits to be typed.
    let names: Vec<bool> =
        harness.query_all_by_role_and_label(Role::TextInput, "Name of New KPI").map(|name| name.is_focused()).collect();
    assert!(names.contains(&true));
    press_enter_on(&mut harness, "Move New KPI up");
    assert_eq!(kpis(&harness)[1].name, "Points redeemed");
    press_enter_on(&mut harness, "Remove New KPI");
    assert_eq!(kpis(&harness).len(), 1);
}

#[test]
fn a_function_of_the_company_is_added_and_named() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, file, language);
        let words = words(language);
        click(&mut harness, Role::Button, &words.text("team-add-function"));
        click(&mut harness, Role::ListBoxOption, &words.text("names-function-other"));
        type_into(&mut harness, Role::TextInput, &words.text("common-name"), "Labs");
        assert_eq!(team(&harness).functions[8].kind, FunctionKind::Other("Labs".to_owned()));
        click(&mut harness, Role::Button, &t!(words, "team-move-up", item = "Labs"));
        click(&mut harness, Role::Button, &t!(words, "team-remove", item = "Labs"));
        assert_eq!(team(&harness).functions.len(), 8);
    }
}

#[test]
fn the_owner_is_chosen_on_the_card() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, "worked-case.ron", Language::English);
    click(&mut harness, Role::ComboBox, "Accountable");
    click(&mut harness, Role::ListBoxOption, "Zhou Min");
    assert_eq!(team(&harness).owner, Some(Id::from("zhou-min")));
}

#[test]
fn an_empty_team_begins_with_the_accountable_person() {
    for language in [Language::English, Language::Chinese] {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, "blank.ron", language);
        let begin = words(language).text("team-empty-begin");
        assert!(harness.get_by_role_and_label(Role::Button, &begin).is_focused());
        harness.key_press(Key::Enter);
        harness.run();
        type_into(&mut harness, Role::TextInput, &words(language).text("common-name"), "Lin");
        let team = team(&harness);
        assert_eq!((team.people[0].name.as_str(), team.owner.as_ref()), ("Lin", Some(&team.people[0].id)));
    }
}

/// Goes to every finding of the team; the focus must land on the very field the finding names.
fn findings_lead_to_their_fields(file: &str) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, file, Language::English);
    let report = harness.state().document().unwrap().report();
    let findings: Vec<_> = report.findings.iter().filter(|one| one.place.section == Section::Team).cloned().collect();
    for finding in &findings {
        press(&mut harness, Command::Show(Tab::Goal));
        harness.get_by_label_contains("All findings").click();
        harness.run();
        // Findings of one kind stand in one row until it is unfolded.
        loop {
            let Some(unfold) = harness.query_all_by_label_contains("Show all").next() else { break };
            unfold.click();
            harness.run();
        }
        let message = findings::message(&Lookup::new(plan(&harness), words(Language::English)), finding);
        harness
            .get_all_by_label(&t!(words(Language::English), "window-mend-named", finding = &message))
            .last()
            .unwrap()
            .click();
        harness.run();
        // A focus that no widget takes is gone after two frames more.
        harness.run();
        harness.run();
        let place = &finding.place;
        let focused = harness.ctx.memory(eframe::egui::Memory::focused);
        assert_eq!(focused, Some(field_id(place.section, place.item.as_ref(), place.field)), "{place}");
    }
    findings.len()
}

#[test]
fn every_finding_of_the_team_leads_to_its_field() {
    assert_eq!(findings_lead_to_their_fields("worked-case.ron"), 5);
}

#[test]
fn nothing_is_cut_in_the_panel_of_a_person() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), file, language);
        let mut app = Start { size: [1280.0, 720.0], ..start }.open();
        press(&mut app, Command::Show(Tab::Team));
        let name = team(&app).people[1].name.clone();
        click(&mut app, Role::Button, &name);
        let capacity = words(language).text("team-capacity");
        assert!(crate::painted::lines(&app).iter().any(|line| line.text == capacity && !line.elided), "{language:?}");
        assert_eq!(crate::painted::faults(&app, plan(&app), 1280.0, false), Vec::<String>::new(), "{language:?}");
    }
}

#[test]
fn people_without_functions_get_the_eight_with_one_click() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut plan = ripple_planner::file::open(format!("saved_plans/{file}")).unwrap();
        std::sync::Arc::make_mut(&mut plan.team).functions.clear();
        let mut app = Start::of(folder.path(), &plan, language).open();
        press(&mut app, Command::Show(Tab::Team));
        let words = words(language);
        assert!(app.query_by_label(&words.text("team-apart")).is_none(), "nothing can pull apart yet");
        click(&mut app, Role::Button, &words.text("team-functions-begin"));
        let kinds: Vec<FunctionKind> = team(&app).functions.iter().map(|function| function.kind.clone()).collect();
        assert_eq!(kinds, FunctionKind::METHOD, "{language:?}");
        app.get_by_label(&words.text("team-apart"));
        press(&mut app, Command::Undo);
        assert!(team(&app).functions.is_empty(), "{language:?}");
    }
}
