//! Finding anything by its name, and what choosing it does.

use eframe::egui::{
    Key, Modifiers,
    accesskit::{self, Role},
};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::context::{Scenarios, field_id};
use ripple_planner::app::find::{Question, Target, gather};
use ripple_planner::app::window::Ask;
use ripple_planner::app::worker::Cancel;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::Plan;

use crate::app::{App, Start, WORKED_CASES, plan, press, type_into, words};

fn finding(app: &mut App, language: Language, typed: &str) {
    press(app, Command::Find);
    assert_eq!(app.state().asking(), Some(&Ask::Find));
    app.get_by_role_and_label(Role::TextInput, &words(language).text("find-title")).type_text(typed);
    app.run();
}

fn key(app: &mut App, key: Key) {
    app.key_press(key);
    app.run();
}

/// The names of the rows that are drawn, and the marked one.
fn rows(app: &App) -> (Vec<String>, Option<String>) {
    let rows: Vec<_> = app.query_all_by_role(Role::ListBoxOption).collect();
    let name = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().unwrap_or_default();
    let marked = rows.iter().find(|node| node.accesskit_node().toggled() == Some(accesskit::Toggled::True)).map(name);
    (rows.iter().map(name).collect(), marked)
}

#[test]
fn a_command_is_run_by_its_name_in_either_language() {
    for (language, file) in WORKED_CASES {
        for typed in ["undo", "撤销", "chexiao"] {
            let folder = tempfile::tempdir().unwrap();
            let mut app = Start::with_plan(folder.path(), file, language).open();
            let before = plan(&app).clone();
            press(&mut app, Command::Show(Tab::Settings));
            type_into(&mut app, Role::TextInput, &words(language).text("settings-title"), "Another title");
            assert_ne!(plan(&app).title, before.title);
            finding(&mut app, language, typed);
            key(&mut app, Key::Enter);
            assert_eq!(plan(&app).title, before.title, "{typed}");
            assert_eq!(app.state().asking(), None);
        }
    }
}

#[test]
fn a_field_gets_the_focus() {
    for ((language, file), typed) in WORKED_CASES.into_iter().zip(["search advertising budget", "sstf预算"]) {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::with_plan(folder.path(), file, language).open();
        finding(&mut app, language, typed);
        key(&mut app, Key::Enter);
        assert_eq!(app.state().tab(), Tab::Allocation);
        let channels = &plan(&app).allocation.channels;
        let wanted = ["Search advertising", "搜索投放"];
        let channel = channels.iter().find(|channel| wanted.contains(&channel.name.as_str())).unwrap();
        let id = field_id(ripple_planner::calc::Section::Allocation, Some(&channel.id), "spend");
        assert_eq!(app.ctx.memory(eframe::egui::Memory::focused), Some(id));
    }
}

/// Everything that can be found is there: choosing it gives the focus to its field, or does something.
#[test]
fn whatever_is_found_leads_somewhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
    let question = Question { plan: app.state().document().map(|open| (open.plan.clone(), open.report())) };
    let index = gather(&question, &Cancel::default());
    let mut seen = std::collections::HashSet::new();
    let mut lost = Vec::new();
    for hit in index.samples() {
        let Some(Target::GoTo(place)) = index.target(hit) else { continue };
        if !seen.insert((place.section, place.field, place.item.is_some())) {
            continue;
        }
        // Leads to a page, or to a cell of a grid.
        if ["months_suggestion", "so_far", "readings", "by_month", "events", "suggestion", "cash"]
            .contains(&place.field)
        {
            continue;
        }
        // A page, or a field of the months when no channel is named.
        if place.item.is_none() && ["channels", "months", "season"].contains(&place.field) {
            continue;
        }
        app.state_mut().go_to(place.clone());
        app.run();
        app.run();
        let id = field_id(place.section, place.item.as_ref(), place.field);
        if app.ctx.memory(eframe::egui::Memory::focused) != Some(id) {
            lost.push(place.to_string());
        }
        app.key_press(Key::Escape);
        app.run();
    }
    assert!(lost.is_empty(), "{lost:#?}");
    assert!(seen.len() > 60, "{}", seen.len());
}

#[test]
fn keys_walk_through_what_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
    finding(&mut app, Language::English, "");
    let (all, marked) = rows(&app);
    assert_eq!(marked.as_ref(), all.first());
    key(&mut app, Key::ArrowDown);
    assert_eq!(rows(&app).1.as_ref(), all.get(1));
    key(&mut app, Key::ArrowUp);
    key(&mut app, Key::ArrowUp);
    let last = rows(&app).1.unwrap();
    assert!(!all.contains(&last), "the last one is reached from the first");
    key(&mut app, Key::Home);
    assert_eq!(rows(&app).1.as_ref(), all.first());
    key(&mut app, Key::PageDown);
    let down = rows(&app).1;
    assert_ne!(down.as_ref(), all.first());
    key(&mut app, Key::PageUp);
    key(&mut app, Key::End);
    assert_eq!(rows(&app).1, Some(last));
    key(&mut app, Key::Escape);
    assert_eq!(app.state().asking(), None);
}

#[test]
fn what_was_chosen_last_comes_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
    finding(&mut app, Language::English, "pyramid");
    key(&mut app, Key::Enter);
    assert_eq!(app.state().tab(), Tab::Pyramid);
    finding(&mut app, Language::English, "threshold");
    key(&mut app, Key::Enter);
    finding(&mut app, Language::English, "");
    assert_eq!(rows(&app).0[..2], ["Threshold", "Pyramid"]);
}

#[test]
fn a_command_that_cannot_be_run_says_why_and_stays() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::with_plan(folder.path(), file, language).open();
        finding(&mut app, language, "undo");
        let undo = Command::Undo.label(words(language));
        assert!(app.get_by_role_and_label(Role::ListBoxOption, &undo).accesskit_node().is_disabled());
        key(&mut app, Key::Enter);
        assert_eq!(app.state().asking(), Some(&Ask::Find));
        drop(app);
        let mut app = Start::empty(folder.path(), language).open();
        finding(&mut app, language, "save");
        let save = Command::Save.label(words(language));
        assert!(app.get_by_role_and_label(Role::ListBoxOption, &save).accesskit_node().is_disabled());
    }
}

#[test]
fn a_click_chooses_and_a_click_outside_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
    finding(&mut app, Language::English, "team");
    app.get_by_role_and_label(Role::ListBoxOption, "Team").click();
    app.run();
    assert_eq!((app.state().tab(), app.state().asking()), (Tab::Team, None));
    press(&mut app, Command::Find);
    press(&mut app, Command::Find);
    assert_eq!(app.state().asking(), None);
}

#[test]
fn scenarios_are_looked_at_and_made() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
    finding(&mut app, Language::English, "new from the present");
    key(&mut app, Key::Enter);
    assert!(matches!(app.state().asking(), Some(Ask::NameScenario(_))));
    let index = gather(&Question::default(), &Cancel::default());
    assert_eq!(index.find(&Target::Scenario(Scenarios::New)), None, "without a plan there are none");
}

#[test]
fn a_blank_plan_and_odd_names_do_no_harm() {
    for name in ["", "   ", "——", &"很长的名称".repeat(12), "(((", "a\u{301}"] {
        let folder = tempfile::tempdir().unwrap();
        let mut changed: Plan = crate::app::worked_case(|_| ());
        std::sync::Arc::make_mut(&mut changed.allocation).channels[0].name = name.to_owned();
        let mut app = Start::of(folder.path(), &changed, Language::Chinese).open();
        for typed in [name, "渠", "——", "((", "hen chang"] {
            finding(&mut app, Language::Chinese, typed);
            app.key_press_modifiers(Modifiers::NONE, Key::Escape);
            app.run();
            assert_eq!(app.state().asking(), None);
        }
    }
}

/// What is typed, and the place whose field gets the focus then.
fn leads_to(case: (Language, &str), typed: &str, place: &ripple_planner::calc::Place) {
    let folder = tempfile::tempdir().unwrap();
    let mut app = Start::with_plan(folder.path(), case.1, case.0).open();
    finding(&mut app, case.0, typed);
    key(&mut app, Key::Enter);
    app.run();
    let id = field_id(place.section, place.item.as_ref(), place.field);
    assert_eq!(app.ctx.memory(eframe::egui::Memory::focused), Some(id), "{typed} leads to {place}");
}

#[test]
fn items_parties_and_each_of_the_seven_s_are_found() {
    use ripple_planner::app::context::{part_id, seven_s_id};
    use ripple_planner::calc::{Place, Section};
    for case in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let saved = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("saved_plans").join(case.1);
        let event = ripple_planner::file::open(saved).unwrap().events[0].clone();
        drop(folder);
        let of = |part, field| Place::item(Section::Event, &part_id(&event.id, part), field);
        let (item, party) = (&event.items[1], &event.parties[1]);
        leads_to(case, &item.label, &of(&item.id, "label"));
        let typed = |name: &str, key: &str| format!("{name} {}", words(case.0).text(key));
        leads_to(case, &typed(&item.label, "event-amount"), &of(&item.id, "amount"));
        leads_to(case, &typed(&party.name, "event-weight"), &of(&party.id, "weight"));
        let kind = ripple_planner::plan::content::SevenS::Survey;
        let name = ripple_planner::words::Named::name(&kind, words(case.0));
        leads_to(case, &name, &Place::item(Section::Topics, &seven_s_id(kind), "seven_s_next_step"));
        let owner = Place::item(Section::Topics, &seven_s_id(kind), "seven_s_owner");
        leads_to(case, &typed(&name, "common-owner"), &owner);
    }
}

#[test]
fn numbers_of_a_curve_are_found_by_the_channel() {
    use ripple_planner::calc::{Place, Section};
    let typed = [("search advertising half spend", "curve-half"), ("sstf曲线上限", "curve")];
    for (case, (typed, field)) in WORKED_CASES.into_iter().zip(typed) {
        let saved = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("saved_plans").join(case.1);
        let channel = ripple_planner::file::open(saved).unwrap().allocation.channels[0].clone();
        leads_to(case, typed, &Place::item(Section::Allocation, &channel.id, field));
    }
}
