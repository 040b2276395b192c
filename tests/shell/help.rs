//! Help of the tabs, and the list of all keys.

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab, groups};
use ripple_planner::app::keys;
use ripple_planner::app::window::Ask;
use ripple_planner::t;

use crate::app::{Start, WORKED_CASES, click, press, words};

#[test]
fn each_tab_says_what_it_is_for() {
    for (language, file) in WORKED_CASES {
        let words = words(language);
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::with_plan(folder.path(), file, language).open();
        for tab in Tab::ALL {
            press(&mut app, Command::Show(tab));
            press(&mut app, Command::Help);
            assert_eq!(app.state().asking(), Some(&Ask::Help(Some(tab))));
            let title = t!(words, "help-title", of = words.text(tab.key()));
            app.get_by_label(&title);
            app.get_by_label(&words.text("help-does"));
            app.get_by_label(&words.text("help-terms"));
            app.key_press(Key::Escape);
            app.run();
            assert_eq!(app.state().asking(), None);
        }
    }
}

#[test]
fn the_start_page_has_help_too() {
    for (language, _) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::empty(folder.path(), language).open();
        press(&mut app, Command::Help);
        assert_eq!(app.state().asking(), Some(&Ask::Help(None)));
        app.get_by_label(&words(language).text("help-start"));
        click(&mut app, Role::Button, &words(language).text("help-all-keys"));
        assert_eq!(app.state().asking(), Some(&Ask::Keys));
        click(&mut app, Role::Button, &words(language).text("common-close"));
        assert_eq!(app.state().asking(), None);
    }
}

#[test]
fn the_list_of_keys_holds_every_shortcut_of_every_command() {
    for (language, file) in WORKED_CASES {
        let words = words(language);
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::with_plan(folder.path(), file, language).open();
        press(&mut app, Command::Help);
        click(&mut app, Role::Button, &words.text("help-all-keys"));
        for (title, _) in groups() {
            app.get_by_label(&words.text(title));
        }
        for command in Command::all().into_iter().filter(|command| !command.shortcuts().is_empty()) {
            assert!(app.query_all_by_label(&command.label(words)).next().is_some(), "{command:?}");
        }
        let listed: Vec<_> = keys::all().into_iter().flat_map(|group| group.rows).flat_map(|row| row.keys).collect();
        for shortcut in Command::all().into_iter().flat_map(Command::shortcuts) {
            assert!(listed.contains(&shortcut), "{shortcut:?}");
        }
        for shortcut in [keys::LOCK, keys::SHUT] {
            assert!(listed.contains(&shortcut), "{shortcut:?}");
        }
    }
}
