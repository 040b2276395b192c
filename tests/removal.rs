//! A person goes: what named them is handed over, and what is named but not there is said in words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "common/app.rs"]
mod app;
#[path = "common/painted.rs"]
mod painted;

use app::{App, Start, WORKED_CASES, plan, press, words};
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::window::Ask;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::Id;

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
        assert!(app.query_by_label(&words(language).text("team-removal-goal")).is_some(), "it says what names them");
        app.get_by_role_and_label(Role::ComboBox, &words(language).text("team-removal-heir")).click();
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
            for line in painted::lines(&app) {
                let alone = line.text.trim_matches(|c: char| !c.is_alphanumeric() && c != '-');
                assert_ne!(alone, "ghost-17", "{language:?}, {tab:?}: a raw id on screen");
            }
        }
    }
}
