//! Something goes: what referred to it is handed over in one step, and what is named but not there is said in words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{App, Start, WORKED_CASES, plan, press, words};
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::shell::removal;
use ripple_planner::app::window::Ask;
use ripple_planner::calc::{self, removal::Target};
use ripple_planner::file::settings::Language;
use ripple_planner::plan::team::KpiEffect;
use ripple_planner::plan::{Id, Plan, Scenario};
use ripple_planner::t;
use ripple_planner::words::Words;

/// Opens a person's fields and presses the button that removes them.
fn ask_to_remove(app: &mut App, language: Language, name: &str) {
    press(app, Command::Show(Tab::Team));
    app.get_all_by_role_and_label(Role::Button, name).next().unwrap().click();
    app.run();
    let remove = ripple_planner::t!(words(language), "team-remove", item = name);
    app.get_by_role_and_label(Role::Button, &remove).click();
    app.run();
}

#[test]
fn who_goes_hands_everything_over_in_one_step() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::with_plan(folder.path(), file, language).open();
        let before = plan(&app).clone();
        let owner = before.team.owner.clone().unwrap();
        let name = |id: &Id| before.team.people.iter().find(|person| person.id == *id).unwrap().name.clone();
        let heir = before.team.people.iter().find(|person| person.id != owner).unwrap().id.clone();
        ask_to_remove(&mut app, language, &name(&owner));
        assert!(matches!(app.state().asking(), Some(Ask::Removal(_))), "{language:?}: it is asked first");
        assert!(app.query_by_label(&words(language).text("removal-goal")).is_some(), "it says what names them");
        app.get_by_role_and_label(Role::ComboBox, &words(language).text("removal-heir")).click();
        app.run();
        app.get_all_by_role_and_label(Role::ListBoxOption, &name(&heir)).last().unwrap().click();
        app.run();
        app.get_by_role_and_label(Role::Button, &words(language).text("common-remove")).click();
        app.run();
        assert_eq!(plan(&app).team.owner.as_ref(), Some(&heir));
        assert!(!ripple_planner::file::write_text(plan(&app)).unwrap().contains(&format!("\"{owner}\"")));
        press(&mut app, Command::Undo);
        assert!(plan(&app).same_as(&before) || *plan(&app) == before, "{language:?}: one step takes it all back");
    }
}

#[test]
fn who_is_named_nowhere_goes_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
    press(&mut app, Command::Show(Tab::Team));
    app.get_by_role_and_label(Role::Button, "Person").click();
    app.run();
    let count = plan(&app).team.people.len();
    app.get_by_role_and_label(Role::Button, "Remove New person").click();
    app.run();
    assert_eq!((plan(&app).team.people.len(), app.state().asking()), (count - 1, None));
}

#[test]
fn ids_that_lead_nowhere_are_said_in_words() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(file);
        let mut lost = ripple_planner::file::open(format!("saved_plans/{file}")).unwrap();
        let ghost = Id::new("ghost-17");
        std::sync::Arc::make_mut(&mut lost.goal).sub_goals[0].owner = Some(ghost.clone());
        std::sync::Arc::make_mut(&mut lost.allocation).channels[0].owner = Some(ghost.clone());
        std::sync::Arc::make_mut(&mut lost.events)[0].owner = Some(ghost.clone());
        std::sync::Arc::make_mut(&mut lost.topics).list[0].owner = Some(ghost.clone());
        std::sync::Arc::make_mut(&mut lost.topics).list[0].event = Some(ghost.clone());
        std::sync::Arc::make_mut(&mut lost.events)[0].items[0].payments[0].party = ghost.clone();
        std::sync::Arc::make_mut(&mut lost.team).owner = Some(ghost);
        ripple_planner::file::save(&path, &lost).unwrap();
        let mut app = Start { plan: Some(path), ..Start::empty(folder.path(), language) }.open();
        for tab in Tab::ALL {
            press(&mut app, Command::Show(tab));
            for line in crate::painted::lines(&app) {
                let alone = line.text.trim_matches(|c: char| !c.is_alphanumeric() && c != '-');
                assert_ne!(alone, "ghost-17", "{language:?}, {tab:?}: a raw id on screen");
            }
        }
    }
}

/// Presses "Remove" in the menu of a row.
fn remove_by_menu(app: &mut App, words: &Words, item: &str) {
    app.get_by_label(&t!(words, "event-more-for", item = item)).click();
    app.run();
    app.get_by_role_and_label(Role::ListBoxOption, &words.text("common-remove")).click();
    app.run();
}

/// What is to go, and how a person removes it.
fn removable(plan: &Plan) -> Vec<(Tab, Target)> {
    let event = &plan.events[0];
    let payer = event.items.iter().find_map(|item| item.payments.first()).unwrap().party.clone();
    let against = |effect: &KpiEffect| match effect {
        KpiEffect::PullsAgainst(function) => Some(function.clone()),
        _ => None,
    };
    let mut kpis = plan.team.functions.iter().flat_map(|function| &function.kpis);
    let function = kpis.find_map(|kpi| against(&kpi.effect)).unwrap();
    let criterion = plan.pyramid.criteria.iter().find(|criterion| criterion.level == 3).unwrap().id.clone();
    let topics = || plan.topics.list.iter().filter_map(|topic| topic.event.clone());
    let of_topic = |ids: Vec<&Id>| topics().find(|id| ids.contains(&id));
    let event_of_topic = of_topic(plan.events.iter().map(|event| &event.id).collect()).unwrap();
    vec![
        (Tab::Allocation, Target::Party { event: event.id.clone(), party: payer }),
        (Tab::Allocation, Target::Event(event_of_topic)),
        (Tab::Team, Target::Function(function)),
        (Tab::Pyramid, Target::Criterion(criterion)),
        (Tab::Allocation, Target::Group(plan.allocation.groups[0].id.clone())),
        (Tab::Allocation, Target::Channels(vec![plan.allocation.channels[0].id.clone()])),
        (Tab::Ripple, Target::Ripple(plan.ripples[0].id.clone())),
    ]
}

fn press_remove(app: &mut App, words: &Words, target: &Target) {
    let name = removal::name(plan(app), words, target);
    let button = |app: &mut App, key: &'static str| {
        app.get_by_role_and_label(Role::Button, &t!(words, key, item = &name)).click();
        app.run();
    };
    let row = |app: &mut App, row: &str| {
        app.get_by_role_and_label(Role::Row, row).click();
        app.run();
    };
    match target {
        Target::Party { .. } => {
            app.get_by_role_and_label(Role::RadioButton, &words.text("event-shared-events")).click();
            app.run();
            let parties = format!("{}: {}", words.text("event-details"), words.text("event-parties"));
            app.get_by_role_and_label(Role::RadioButton, &parties).click();
            app.run();
            remove_by_menu(app, words, &name);
        }
        Target::Event(_) => {
            app.get_by_role_and_label(Role::RadioButton, &words.text("event-shared-events")).click();
            app.run();
            remove_by_menu(app, words, &name);
        }
        Target::Ripple(_) => remove_by_menu(app, words, &name),
        Target::Function(_) => {
            app.get_all_by_role_and_label(Role::Button, &name).next().unwrap().click();
            app.run();
            button(app, "team-remove");
        }
        Target::Criterion(_) => {
            row(app, &name);
            button(app, "pyramid-remove");
        }
        Target::Group(_) | Target::Channels(_) => {
            row(app, &name);
            button(app, "allocation-remove");
        }
        Target::Person(_) => unreachable!("has a test of its own"),
    }
}

/// The worked case with a scenario and a topic for the ripple, saved where a window opens it.
fn with_every_link(folder: &Path, file: &str) -> PathBuf {
    let path = folder.join(file);
    let mut full = ripple_planner::file::open(format!("saved_plans/{file}")).unwrap();
    let first = full.allocation.channels[0].clone();
    let spend = [(first.id, first.spend)].into();
    let scenario = Scenario { spend, ..Scenario::new(Id::new("more"), "More") };
    Arc::make_mut(&mut full.scenarios).push(scenario);
    let ripple = full.ripples[0].id.clone();
    Arc::make_mut(&mut full.topics).list.last_mut().unwrap().event = Some(ripple);
    ripple_planner::file::save(&path, &full).unwrap();
    path
}

#[test]
fn whatever_goes_says_what_refers_to_it_and_takes_one_step() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let path = with_every_link(folder.path(), file);
        let words = words(language);
        let mut app = Start { plan: Some(path), ..Start::empty(folder.path(), language) }.open();
        for (tab, target) in removable(&plan(&app).clone()) {
            let before = plan(&app).clone();
            press(&mut app, Command::Show(tab));
            if tab == Tab::Allocation {
                let page = words.text("allocation-channels");
                app.get_all_by_role_and_label(Role::RadioButton, &page).next().unwrap().click();
                app.run();
            }
            press_remove(&mut app, words, &target);
            assert!(matches!(app.state().asking(), Some(Ask::Removal(_))), "{language:?} {target:?} is asked about");
            assert_eq!(*plan(&app), before, "nothing goes before it is answered");
            let heirs = calc::removal::heirs(&before, &target);
            let is_offered = ["removal-heir", "removal-instead"]
                .iter()
                .any(|key| app.query_by_role_and_label(Role::ComboBox, &words.text(key)).is_some());
            assert_eq!(is_offered, !heirs.is_empty(), "{target:?}");
            for line in crate::painted::lines(&app) {
                let raw = |id: &Id| line.text.split_whitespace().any(|word| word == id.as_str() && word.contains('-'));
                assert!(!before.team.people.iter().any(|person| raw(&person.id)), "{}", line.text);
            }
            app.get_all_by_role_and_label(Role::Button, &words.text("common-remove")).last().unwrap().click();
            app.run();
            assert_eq!(app.state().asking(), None);
            let mut gone = before.clone();
            calc::removal::remove(&mut gone, &target, None);
            assert_eq!(*plan(&app), gone, "{language:?} {target:?}");
            press(&mut app, Command::Undo);
            assert!(*plan(&app) == before, "{language:?} {target:?}: one step takes it all back");
        }
    }
}

#[test]
fn what_a_party_paid_is_given_to_another() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let words = words(language);
        let mut app = Start::with_plan(folder.path(), file, language).open();
        let before = plan(&app).clone();
        let (_, target) = removable(&before).remove(0);
        press(&mut app, Command::Show(Tab::Allocation));
        press_remove(&mut app, words, &target);
        assert!(app.query_by_label(&words.text("removal-paid")).is_some(), "it says what was paid");
        let Target::Party { event, .. } = &target else { panic!("{target:?}") };
        let heir = calc::removal::heirs(&before, &target)[0].clone();
        let name = removal::name(&before, words, &Target::Party { event: event.clone(), party: heir });
        app.get_by_role_and_label(Role::ComboBox, &words.text("removal-heir")).click();
        app.run();
        app.get_all_by_role_and_label(Role::ListBoxOption, &name).last().unwrap().click();
        app.run();
        app.get_all_by_role_and_label(Role::Button, &words.text("common-remove")).last().unwrap().click();
        app.run();
        let paid = |plan: &Plan| plan.events[0].items.iter().map(calc::event::paid).collect::<Vec<_>>();
        assert_eq!(paid(plan(&app)), paid(&before), "{language:?}: no payment is lost");
        assert_eq!(plan(&app).events[0].parties.len() + 1, before.events[0].parties.len());
    }
}

#[test]
fn the_channel_beside_the_one_that_goes_is_selected() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
    press(&mut app, Command::Show(Tab::Allocation));
    let [gone, next] = [1, 2].map(|at| plan(&app).allocation.channels[at].clone());
    assert_eq!((gone.task, &gone.group), (next.task, &next.group));
    press_remove(&mut app, words(Language::English), &Target::Channels(vec![gone.id.clone()]));
    assert!(!plan(&app).allocation.channels.iter().any(|channel| channel.id == gone.id), "nothing refers to it");
    let selected = t!(words(Language::English), "allocation-remove", item = &next.name);
    assert!(app.query_by_role_and_label(Role::Button, &selected).is_some());
}
