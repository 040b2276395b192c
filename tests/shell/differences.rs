//! The view of what differs between two plans, as *Compare with a file…* shows it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::Path;
use std::sync::Arc;

use crate::app::{App, Start, click, plan, press, words, worked_case};
use crate::painted;
use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::Command;
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::window::Ask;
use ripple_planner::file::{self, settings::Language};
use ripple_planner::plan::{Channel, Id, Money, Plan, Task};

const LANGUAGES: [Language; 2] = [Language::English, Language::Chinese];

fn cheaper(plan: &mut Plan) {
    let channels = &mut Arc::make_mut(&mut plan.allocation).channels;
    channels.iter_mut().find(|channel| channel.id.as_str() == "search-advertising").unwrap().spend =
        Money::from_minor(30_600_000).unwrap();
    channels.retain(|channel| channel.id.as_str() != "site-rebuild");
    channels.push(Channel::new(Id::new("podcasts"), "Podcasts", Task::A));
}

/// Runs a command of the plan's menu, which has no shortcut.
fn choose(app: &mut App, language: Language, command: Command) {
    let title = ripple_planner::t!(words(language), "window-plan-menu", title = plan(app).title.as_str());
    click(app, Role::Button, &title);
    click(app, Role::MenuItem, &command.label(words(language)));
}

/// The worked case, compared with another plan in a file.
fn compared(folder: &Path, language: Language, other: &Plan, size: [f32; 2]) -> App {
    let path = folder.join("theirs.ron");
    file::save(&path, other).unwrap();
    let start = Start { size, dialogs: Answer::Picked(path), ..Start::of(folder, &worked_case(|_| ()), language) };
    let mut app = start.open();
    choose(&mut app, language, Command::Compare);
    app.run();
    assert!(matches!(app.state().asking(), Some(Ask::Compare(_))), "{:?}", app.state().asking());
    app
}

/// Whether these words stand on the screen, alone or with others.
fn stands(app: &App, text: &str) -> bool {
    painted::lines(app).iter().any(|line| line.text.replace('\u{a0}', " ").contains(text))
}

#[test]
fn what_differs_stands_in_rows_with_what_it_does_to_the_goal() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let app = compared(folder.path(), language, &worked_case(cheaper), [1280.0, 720.0]);
        for text in ["360,000", "306,000", "Search advertising", "Site rebuild", "Podcasts", "theirs.ron", "1,200,000"]
        {
            assert!(stands(&app, text), "{language:?}: {text}");
        }
        for key in ["versions-mark-added", "versions-mark-removed", "allocation-tab", "window-this-plan"] {
            assert!(stands(&app, &words(language).text(key)), "{language:?}: {key}");
        }
        let faults = painted::faults(&app, plan(&app), 1280.0, false);
        assert_eq!(faults.iter().filter(|fault| !fault.starts_with("over each other")).collect::<Vec<_>>(), [""; 0]);
    }
}

#[test]
fn plans_that_are_the_same_are_said_to_be_that() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = compared(folder.path(), language, &worked_case(|_| ()), [1280.0, 720.0]);
        assert!(stands(&app, &words(language).text("versions-same")));
        let take_over = words(language).text("window-take-over");
        assert!(app.get_by_role_and_label(Role::Button, &take_over).accesskit_node().is_disabled());
        click(&mut app, Role::Button, &words(language).text("common-close"));
        assert_eq!(app.state().asking(), None);
    }
}

#[test]
fn the_other_plan_is_taken_over_in_one_step() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = compared(folder.path(), language, &worked_case(cheaper), [1280.0, 720.0]);
        let before = plan(&app).clone();
        click(&mut app, Role::Button, &words(language).text("window-take-over"));
        assert_eq!((app.state().asking(), plan(&app)), (None, &worked_case(cheaper)));
        assert!(app.state().document().unwrap().is_unsaved());
        press(&mut app, Command::Undo);
        assert!(plan(&app).same_as(&before) && !app.state().document().unwrap().is_unsaved());
    }
}

#[test]
fn of_thousands_of_rows_those_in_sight_are_laid_out_and_the_buttons_stay_there() {
    for size in [[1280.0, 720.0], [2560.0, 1440.0]] {
        let folder = tempfile::tempdir().unwrap();
        let many = worked_case(|plan| {
            let channel = |number: usize| {
                let name = format!("Channel {number} {}", "with a name that is long ".repeat(3));
                Channel::new(Id::new(&format!("new-{number}")), &name, Task::B)
            };
            Arc::make_mut(&mut plan.allocation).channels.extend((0..3_000).map(channel));
        });
        let mut app = compared(folder.path(), Language::English, &many, size);
        let rows = painted::lines(&app).iter().filter(|line| line.text == "added").count();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let fit = (size[1] / 26.0) as usize;
        assert!((8..=fit).contains(&rows), "{rows} rows at {size:?}");
        if size[1] > 1_000.0 {
            assert!(rows > 30, "a large screen shows more: {rows}");
        }
        // The whole of it can be gone through by keyboard.
        for (key, shown) in [(Key::End, "Channel 2999 "), (Key::PageUp, "Channel 2980 "), (Key::Home, "Channel 0 ")] {
            app.key_press(key);
            app.run();
            let is_far = size[1] > 1_000.0 && key == Key::PageUp;
            assert!(is_far || stands(&app, shown), "{key:?} at {size:?}");
        }
        app.key_press(Key::PageDown);
        app.run();
        assert!(!stands(&app, "Channel 0 ") && stands(&app, &format!("Channel {} ", rows + 1)), "{size:?}");
        click(&mut app, Role::Button, "Close");
        assert_eq!(app.state().asking(), None);
    }
}
