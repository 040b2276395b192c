//! A plan's file that others change, delete or break while it is open.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_into, words, worked_case};
use crate::painted;
use eframe::egui::{Event, Modifiers, PointerButton, accesskit::Role, pos2};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::window::{Ask, Outside};
use ripple_planner::app::worker::Background;
use ripple_planner::file::{self, settings::Language};
use ripple_planner::plan::{Money, Plan};

/// The worked case in a folder of its own, open on the Allocation tab.
fn open(language: Language, saved_plan: &str) -> (tempfile::TempDir, PathBuf, App) {
    let folder = tempfile::tempdir().unwrap();
    let within = folder.path().join("plans");
    fs::create_dir(&within).unwrap();
    let dialogs = Answer::Picked(folder.path().join("copy.ron"));
    let mut app = Start { dialogs, ..Start::with_plan(&within, saved_plan, language) }.open();
    press(&mut app, Command::Show(Tab::Allocation));
    (folder, within.join(saved_plan), app)
}

/// Somebody else changes the file.
fn change(path: &Path, edit: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan = file::open(path).unwrap();
    edit(&mut plan);
    file::save(path, &plan).unwrap();
    plan
}

fn spend(plan: &mut Plan, units: i64) {
    Arc::make_mut(&mut plan.allocation).channels[0].spend = Money::from_minor(units * 100).unwrap();
}

fn budget(plan: &mut Plan, units: i64) {
    Arc::make_mut(&mut plan.allocation).budget = Some(Money::from_minor(units * 100).unwrap());
}

/// Changes the plan's title as a person would.
fn retitle(app: &mut App, language: Language, title: &str) {
    press(app, Command::Show(Tab::Settings));
    type_into(app, Role::TextInput, &words(language).text("settings-title"), title);
}

/// Time passes in which nobody does anything.
fn rest(app: &mut App) {
    app.run_steps(12);
}

/// Clicks the button of the question, which stands above everything else.
fn answer(app: &mut App, language: Language, key: &str) {
    app.get_all_by_role_and_label(Role::Button, &words(language).text(key)).last().unwrap().click();
    app.run();
}

fn stands(app: &App, text: &str) -> bool {
    painted::lines(app).iter().any(|line| line.text.replace('\u{a0}', " ").contains(text))
}

fn says(app: &App, language: Language, key: &str) -> bool {
    stands(app, &words(language).text(key))
}

#[test]
fn without_changes_here_theirs_is_taken_in_where_one_stands_and_can_be_undone() {
    for (language, saved_plan) in WORKED_CASES {
        let (_folder, path, mut app) = open(language, saved_plan);
        let before = plan(&app).clone();
        let theirs = change(&path, |plan| spend(plan, 306_000));
        rest(&mut app);
        assert_eq!((app.state().asking(), plan(&app), app.state().tab()), (None, &theirs, Tab::Allocation));
        assert!(!app.state().document().unwrap().is_unsaved());
        assert!(says(&app, language, "window-outside-taken-in"));

        click(&mut app, Role::Button, &Command::ShowOutside.label(words(language)));
        assert!(stands(&app, "360,000") && stands(&app, "306,000"));
        answer(&mut app, language, "common-close");
        press(&mut app, Command::Undo);
        rest(&mut app);
        assert!(plan(&app).same_as(&before), "undone, and not taken in again");
        assert!(app.state().document().unwrap().is_unsaved());
        assert!(!says(&app, language, "window-outside-taken-in"), "that is over");
        press(&mut app, Command::Save);
        assert_eq!((app.state().asking(), file::open(&path).unwrap()), (None, before), "theirs is known");
    }
}

#[test]
fn what_is_being_typed_is_left_alone_until_the_hands_rest() {
    let (_folder, path, mut app) = open(Language::English, "worked-case.ron");
    retitle(&mut app, Language::English, "Mine");
    change(&path, |plan| spend(plan, 306_000));
    for letter in ["a", "b", "c", "d", "e", "f", "g", "h"] {
        app.get_by_role_and_label(Role::TextInput, "Title").type_text(letter);
        app.step();
        assert_eq!(app.state().asking(), None, "not between two keystrokes");
    }
    assert!(matches!(app.state().outside(), Outside::Theirs { asked: false, .. }));
    assert_eq!(plan(&app).title, "Mineabcdefgh");
    rest(&mut app);
    assert!(matches!(app.state().asking(), Some(Ask::ChangedOutside(_))));
}

#[test]
fn changes_of_both_sides_are_shown_and_merged_in_one_step() {
    for (language, saved_plan) in WORKED_CASES {
        let (_folder, path, mut app) = open(language, saved_plan);
        retitle(&mut app, language, "Mine");
        let mine = plan(&app).clone();
        let theirs = change(&path, |plan| spend(plan, 306_000));
        rest(&mut app);
        assert!(matches!(app.state().asking(), Some(Ask::ChangedOutside(both)) if both.path == path));
        assert!(stands(&app, "306,000") && !stands(&app, &mine.title.repeat(2)));
        click(&mut app, Role::RadioButton, &words(language).text("window-our-changes"));
        assert!(stands(&app, "Mine") && !stands(&app, "306,000"));
        answer(&mut app, language, "window-merge");
        let mut both = theirs.clone();
        both.title = "Mine".to_owned();
        assert_eq!((app.state().asking(), plan(&app)), (None, &both));
        press(&mut app, Command::Undo);
        assert!(plan(&app).same_as(&mine), "one step");
        press(&mut app, Command::Redo);
        press(&mut app, Command::Save);
        assert_eq!((app.state().asking(), file::open(&path).unwrap()), (None, both));
    }
}

#[test]
fn the_question_follows_what_others_write_meanwhile_and_goes_with_its_ground() {
    let (_folder, path, mut app) = open(Language::English, "worked-case.ron");
    let before = fs::read(&path).unwrap();
    retitle(&mut app, Language::English, "Mine");
    for units in [306_000, 307_000] {
        change(&path, |plan| spend(plan, units));
        rest(&mut app);
        assert!(stands(&app, &format!("{},000", units / 1_000)), "{units}");
    }
    assert!(!stands(&app, "306,000"));
    fs::write(&path, before).unwrap();
    rest(&mut app);
    assert_eq!((app.state().asking(), app.state().outside()), (None, &Outside::AsKnown), "theirs is taken back");
    assert_eq!(plan(&app).title, "Mine");
}

#[test]
fn nothing_is_taken_in_while_a_button_is_held() {
    let (_folder, path, mut app) = open(Language::English, "worked-case.ron");
    let button = |app: &mut App, pressed| {
        let pos = pos2(700.0, 400.0);
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        app.event(Event::PointerButton { pos, button, pressed, modifiers });
        app.run();
    };
    app.hover_at(pos2(700.0, 400.0));
    button(&mut app, true);
    let theirs = change(&path, |plan| spend(plan, 306_000));
    rest(&mut app);
    assert_ne!(plan(&app), &theirs);
    button(&mut app, false);
    rest(&mut app);
    assert_eq!(plan(&app), &theirs);
}

#[test]
fn what_clashes_is_chosen_by_a_click_each() {
    for (language, saved_plan) in WORKED_CASES {
        for (pick, spent, total) in
            [(["306,000", "900,000"], 306_000, 900_000), (["350,000", "800,000"], 350_000, 800_000)]
        {
            let (_folder, path, mut app) = open(language, saved_plan);
            let mut mine = plan(&app).clone();
            mine.title = "Mine".to_owned();
            budget(&mut mine, 900_000);
            spend(&mut mine, 350_000);
            paste(&mut app, language, &mine);
            change(&path, |plan| {
                spend(plan, 306_000);
                budget(plan, 800_000);
                plan.company = "Theirs Ltd".to_owned();
            });
            rest(&mut app);
            answer(&mut app, language, "window-merge");
            let Some(Ask::Clashes(clashes)) = app.state().asking() else { panic!("{:?}", app.state().asking()) };
            assert_eq!(clashes.rows.len(), 2);
            assert!(stands(&app, "360,000") && stands(&app, "350,000"), "base and both values are shown");
            answer(&mut app, language, "window-merge");
            assert!(matches!(app.state().asking(), Some(Ask::Clashes(_))), "not before all are chosen");
            for value in pick {
                app.get_by(|node| {
                    node.role() == Role::RadioButton && node.label().is_some_and(|name| name.ends_with(value))
                })
                .click();
                app.run();
            }
            answer(&mut app, language, "window-merge");
            mine.company = "Theirs Ltd".to_owned();
            spend(&mut mine, spent);
            budget(&mut mine, total);
            assert_eq!((app.state().asking(), plan(&app)), (None, &mine), "{pick:?}");
            press(&mut app, Command::Save);
            assert_eq!((app.state().asking(), file::open(&path).unwrap()), (None, mine));
        }
    }
}

/// Brings the whole plan into the window by way of a file that is compared and taken over.
fn paste(app: &mut App, language: Language, plan: &Plan) {
    let path = copy_path(app);
    file::save(&path, plan).unwrap();
    let title = app.state().document().unwrap().plan.title.clone();
    click(app, Role::Button, &ripple_planner::t!(words(language), "window-plan-menu", title = title));
    click(app, Role::MenuItem, &Command::Compare.label(words(language)));
    app.run();
    answer(app, language, "window-take-over");
}

#[test]
fn who_saves_before_the_change_was_noticed_sees_what_differs_all_the_same() {
    for (language, saved_plan) in WORKED_CASES {
        let (_folder, path, mut app) = open(language, saved_plan);
        retitle(&mut app, language, "Mine");
        let theirs = change(&path, |plan| spend(plan, 306_000));
        press(&mut app, Command::Save);
        app.run_steps(3);
        assert!(matches!(app.state().asking(), Some(Ask::ChangedOutside(both)) if both.theirs.is_some()));
        assert!(stands(&app, "306,000"));
        assert_eq!(file::open(&path).unwrap(), theirs, "nothing is written unasked");
        answer(&mut app, language, "window-merge");
        app.run_steps(2);
        let saved = file::open(&path).unwrap();
        assert_eq!(
            (saved.title.as_str(), &saved.allocation),
            ("Mine", &theirs.allocation),
            "merged, and saved where it was asked"
        );
    }
}

/// The file that the dialogs pick.
fn copy_path(app: &App) -> PathBuf {
    let (path, _) = app.state().document().unwrap().file().unwrap();
    path.parent().unwrap().with_file_name("copy.ron")
}

#[test]
fn mine_is_kept_as_a_copy_or_theirs_is_taken_or_it_waits() {
    for (language, saved_plan) in WORKED_CASES {
        for key in ["window-keep-copy", "window-take-theirs", "window-later"] {
            let (folder, path, mut app) = open(language, saved_plan);
            retitle(&mut app, language, "Mine");
            let mine = plan(&app).clone();
            let theirs = change(&path, |plan| spend(plan, 306_000));
            rest(&mut app);
            answer(&mut app, language, key);
            rest(&mut app);
            assert_eq!(app.state().asking(), None, "{key}");
            match key {
                "window-keep-copy" => {
                    let copy = folder.path().join("copy.ron");
                    assert_eq!((file::open(&copy).unwrap(), file::open(&path).unwrap()), (mine, theirs));
                    assert_eq!(app.state().document().unwrap().path(), Some(copy.as_path()));
                }
                "window-take-theirs" => {
                    assert_eq!(plan(&app), &theirs);
                    press(&mut app, Command::Undo);
                    assert!(plan(&app).same_as(&mine));
                }
                _ => {
                    assert!(plan(&app).same_as(&mine) && says(&app, language, "window-outside-theirs"));
                    press(&mut app, Command::Save);
                    assert!(matches!(app.state().asking(), Some(Ask::ChangedOutside(both)) if both.saving));
                    assert_eq!(file::open(&path).unwrap(), theirs, "nothing is written unasked");
                    answer(&mut app, language, "window-merge");
                    let saved = file::open(&path).unwrap();
                    assert_eq!(
                        (&saved.title, &saved.allocation),
                        (&mine.title, &theirs.allocation),
                        "merged and saved"
                    );
                }
            }
        }
    }
}

#[test]
fn the_same_change_on_both_sides_is_no_question() {
    let (_folder, path, mut app) = open(Language::English, "worked-case.ron");
    retitle(&mut app, Language::English, "Same");
    change(&path, |plan| plan.title = "Same".to_owned());
    rest(&mut app);
    assert_eq!((app.state().asking(), app.state().outside()), (None, &Outside::AsKnown));
    assert!(!app.state().document().unwrap().is_unsaved());
}

#[test]
fn a_file_that_is_gone_is_no_longer_called_saved_and_is_written_again() {
    for (language, saved_plan) in WORKED_CASES {
        let (_folder, path, mut app) = open(language, saved_plan);
        assert!(says(&app, language, "window-saved"));
        fs::remove_file(&path).unwrap();
        rest(&mut app);
        assert!(says(&app, language, "window-outside-gone") && !says(&app, language, "window-saved"));
        press(&mut app, Command::Close);
        assert!(matches!(app.state().asking(), Some(Ask::Unsaved(_))), "closing would lose the plan");
        answer(&mut app, language, "common-cancel");
        press(&mut app, Command::Save);
        rest(&mut app);
        assert_eq!((app.state().asking(), &file::open(&path).unwrap()), (None, plan(&app)));
        assert!(says(&app, language, "window-saved"));
    }
}

#[test]
fn a_folder_that_was_renamed_is_said_and_saving_says_why_not() {
    for (language, saved_plan) in WORKED_CASES {
        let (folder, path, mut app) = open(language, saved_plan);
        let (within, elsewhere) = (path.parent().unwrap(), folder.path().join("elsewhere"));
        fs::rename(within, &elsewhere).unwrap();
        rest(&mut app);
        assert!(says(&app, language, "window-outside-folder-gone") && !says(&app, language, "window-saved"));
        press(&mut app, Command::Save);
        assert!(matches!(app.state().asking(), Some(Ask::NotSaved(_))), "{:?}", app.state().asking());
        answer(&mut app, language, "common-cancel");
        fs::rename(&elsewhere, within).unwrap();
        rest(&mut app);
        assert!(says(&app, language, "window-saved"), "it is back");
    }
}

#[test]
fn a_broken_file_is_waited_for_then_said_and_never_taken_in() {
    for (language, saved_plan) in WORKED_CASES {
        let (_folder, path, mut app) = open(language, saved_plan);
        let before = plan(&app).clone();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, &text[..1_000]).unwrap();
        rest(&mut app);
        assert!(says(&app, language, "window-outside-unreadable") && !says(&app, language, "window-saved"));
        assert!(plan(&app).same_as(&before));
        press(&mut app, Command::Save);
        assert!(matches!(app.state().asking(), Some(Ask::ChangedOutside(both)) if both.theirs.is_none()));
        answer(&mut app, language, "common-cancel");
        fs::write(&path, text.replace("36000000.00", "37000000.00")).unwrap();
        rest(&mut app);
        assert_eq!(plan(&app), &file::open(&path).unwrap(), "whole again, and taken in");
    }
}

#[test]
fn the_question_fits_the_smallest_window_with_many_changes_and_long_names() {
    for language in [Language::English, Language::Chinese] {
        let folder = tempfile::tempdir().unwrap();
        let many = worked_case(crate::stretched::multiply);
        let start = Start { size: [1024.0, 640.0], ..Start::of(folder.path(), &many, language) };
        let mut app = start.open();
        retitle(&mut app, language, &"A name of sixty letters ".repeat(3));
        change(&folder.path().join("plan.ron"), |plan| *plan = worked_case(|_| ()));
        rest(&mut app);
        for key in ["window-merge", "window-take-theirs", "window-keep-copy", "window-later"] {
            let button = app.get_all_by_role_and_label(Role::Button, &words(language).text(key)).last().unwrap().rect();
            // In points of the page, which is shown smaller.
            assert!(app.ctx.content_rect().contains_rect(button), "{key}: {button}");
        }
    }
}

#[test]
fn two_windows_on_one_plan_are_told_so_and_one_takes_in_what_the_other_saves() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let (first_folder, second_folder) = (folder.path().join("first"), folder.path().join("second"));
        fs::create_dir(&first_folder).unwrap();
        fs::create_dir(&second_folder).unwrap();
        let state_folder = Some(folder.path().join("state"));
        let start = Start::with_plan(&first_folder, saved_plan, language);
        let path = start.plan.clone();
        let mut first = Start { state_folder: state_folder.clone(), ..start }.open();
        assert!(!says(&first, language, "window-elsewhere"));
        let mut second = Start { plan: path, state_folder, ..Start::empty(&second_folder, language) }.open();
        rest(&mut first);
        for app in [&first, &second] {
            assert!(says(app, language, "window-elsewhere") && says(app, language, "window-saved"));
        }
        retitle(&mut second, language, "Theirs");
        press(&mut second, Command::Save);
        rest(&mut first);
        assert_eq!(plan(&first).title, "Theirs");
        drop(second);
        rest(&mut first);
        assert!(!says(&first, language, "window-elsewhere"));
    }
}

#[test]
fn no_button_moves_while_one_reaches_for_it() {
    for (language, saved_plan) in WORKED_CASES {
        for saves in [false, true] {
            let folder = tempfile::tempdir().unwrap();
            let start = Start::with_plan(folder.path(), saved_plan, language);
            let path = folder.path().join(saved_plan);
            let mut app = Start { background: Background::Threads, ..start }.open();
            retitle(&mut app, language, "Mine");
            change(&path, |plan| spend(plan, 306_000));
            if saves {
                press(&mut app, Command::Save);
            }
            let later = words(language).text(if saves { "common-cancel" } else { "window-later" });
            let known =
                |app: &App| matches!(app.state().asking(), Some(Ask::ChangedOutside(both)) if both.theirs.is_some());
            let mut places = Vec::new();
            let end = Instant::now() + Duration::from_mins(1);
            while !(known(&app) && stands(&app, "306,000")) {
                assert!(Instant::now() < end);
                app.step();
                places.extend(app.query_by_role_and_label(Role::Button, &later).map(|button| button.rect()));
                std::thread::sleep(Duration::from_millis(2));
            }
            places.extend(app.query_by_role_and_label(Role::Button, &later).map(|button| button.rect()));
            click(&mut app, Role::RadioButton, &words(language).text("window-our-changes"));
            places.push(app.get_by_role_and_label(Role::Button, &later).rect());
            assert!(places.len() >= 2 && places.iter().all(|place| *place == places[0]), "{places:?}");
        }
    }
}
