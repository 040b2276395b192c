//! Everything a window shows, one after the other: the tabs with their switches and panels, the menus, the dialogs.

use std::path::Path;

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::file::settings::Language;
use ripple_planner::t;

use crate::app::{App, Start, plan, press, type_into, words};
use crate::layout::{besides, turn};

/// Looks at one view; told how it is called.
pub type Look<'l> = &'l mut dyn FnMut(&mut App, &str);

/// Opens a plan of `saved_plans/` where no native dialog answers.
pub fn open(folder: &Path, saved_plan: &str, language: Language) -> App {
    let start = Start::with_plan(folder, saved_plan, language);
    Start { dialogs: Answer::Unavailable, state_folder: Some(folder.join("state")), ..start }.open()
}

/// Every tab, what its switches show, and the panels that its buttons open.
pub fn tabs(app: &mut App, language: Language, look: Look<'_>) {
    let words = words(language);
    let size = [app.ctx.content_rect().width(), 768.0];
    for tab in Tab::ALL {
        press(app, Command::Show(tab));
        look(app, &format!("{tab:?}"));
        for key in besides(tab, size) {
            if turn(app, words, key) {
                look(app, &format!("{tab:?}, {key}"));
            }
        }
    }
    press(app, Command::Show(Tab::Allocation));
    for (page, opens) in [("allocation-channels", "proposal-suggest"), ("months-page", "months-timing")] {
        if turn(app, words, page) && push(app, Role::Button, &words.text(opens)) {
            look(app, opens);
        }
    }
}

/// The menus of the top bar.
pub fn menus(app: &mut App, language: Language, look: Look<'_>) {
    let words = words(language);
    let title = t!(words, "window-plan-menu", title = plan(app).title.as_str());
    let scenario = t!(words, "scenario-menu", name = words.text("scenario-base"));
    for menu in [title, scenario] {
        assert!(push(app, Role::Button, &menu), "{menu}");
        look(app, &menu);
        app.key_press(Key::Escape);
        app.run();
    }
}

/// The dialogs that a command opens, and what asks about unsaved work.
pub fn dialogs(app: &mut App, language: Language, look: Look<'_>) {
    let commands = [
        Command::Find,
        Command::Help,
        Command::Keys,
        Command::Versions,
        Command::AddUp,
        Command::Import,
        Command::Open,
        Command::SaveAs,
        Command::Compare,
    ];
    for command in commands {
        run(app, language, command);
        assert!(app.state().asking().is_some(), "{command:?}");
        look(app, &format!("{command:?}"));
        app.key_press(Key::Escape);
        app.run();
    }
    press(app, Command::Show(Tab::Settings));
    type_into(app, Role::TextInput, &words(language).text("settings-title"), "Changed");
    press(app, Command::Close);
    assert!(app.state().asking().is_some());
    look(app, "unsaved");
    app.key_press(Key::Escape);
    app.run();
}

/// Runs a command by its key, or out of the menu of the plan.
fn run(app: &mut App, language: Language, command: Command) {
    if command.shortcuts().is_empty() {
        let title = t!(words(language), "window-plan-menu", title = plan(app).title.as_str());
        assert!(push(app, Role::Button, &title) && push(app, Role::MenuItem, &command.label(words(language))));
    } else {
        press(app, command);
    }
}

/// Clicks what has this role and name, where it is there.
pub fn push(app: &mut App, role: Role, label: &str) -> bool {
    let mut all = app.query_all_by_role(role);
    let Some(node) = all.find(|node| node.accesskit_node().label().is_some_and(|name| name == label)) else {
        return false;
    };
    node.click();
    drop(all);
    app.run();
    true
}
