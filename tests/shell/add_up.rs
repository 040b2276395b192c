//! Several plans added up in the window, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::Command;
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::window::Ask;
use ripple_planner::file;
use ripple_planner::plan::Plan;
use ripple_planner::t;

use crate::app::{App, Start, WORKED_CASES, click, press, words, worked_case};

fn saved(folder: &Path, name: &str, change: fn(&mut Plan)) -> PathBuf {
    let path = folder.join(name);
    file::save(&path, &worked_case(change)).unwrap();
    path
}

fn shows(app: &App, text: &str) -> bool {
    app.query_all_by_label_contains(text).next().is_some()
}

#[test]
fn plans_that_were_opened_and_others_are_added_up() {
    for (language, case) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let (words, name) = (words(language), case.trim_end_matches(".ron"));
        let north = saved(folder.path(), "north.ron", |plan| plan.company = "North".into());
        let yen = saved(folder.path(), "yen.ron", |plan| plan.currency.code = "JPY".into());
        let gone = folder.path().join("gone.ron");
        let dialogs = Answer::Several(vec![north, gone, yen]);
        let mut app = Start { dialogs, ..Start::with_plan(folder.path(), case, language) }.open();
        press(&mut app, Command::Close);
        click(&mut app, Role::Button, &Command::AddUp.label(words));
        assert_eq!(app.state().asking(), Some(&Ask::AddUp));
        assert!(shows(&app, &words.text("rollup-window-none")));

        click(&mut app, Role::CheckBox, name);
        assert!(shows(&app, "86") && !shows(&app, "North"), "the one plan reaches what it reaches");

        click(&mut app, Role::Button, &words.text("rollup-window-files"));
        app.run();
        let refused = t!(words, "rollup-digits", code = "CNY", n = 2_usize);
        assert!(shows(&app, "JPY") && !shows(&app, &refused), "what the currencies are, and why there is no sum");
        assert!(app.query_all_by_label_contains("gone.ron").next().is_some(), "a file that is gone says so");

        click(&mut app, Role::CheckBox, "yen");
        assert!(shows(&app, "North") && !shows(&app, "JPY"));
        click(&mut app, Role::Button, &words.text("rollup-window-copy"));
        assert!(app.query_by_role_and_label(Role::Button, &words.text("rollup-window-copied")).is_some());

        click(&mut app, Role::Button, &words.text("common-close"));
        assert!(app.state().asking().is_none() && app.state().document().is_none());
    }
}

#[test]
fn a_plan_that_is_open_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (language, case) = WORKED_CASES[0];
    let words = words(language);
    let mut app = Start::with_plan(folder.path(), case, language).open();
    let menu = t!(words, "window-plan-menu", title = app.state().document().unwrap().plan.title.as_str());
    click(&mut app, Role::Button, &menu);
    click(&mut app, Role::MenuItem, &Command::AddUp.label(words));
    click(&mut app, Role::CheckBox, "worked-case");
    assert!(shows(&app, "86"));
    app.key_press(eframe::egui::Key::Escape);
    app.run();
    assert!(app.state().asking().is_none() && app.state().document().is_some());
}
