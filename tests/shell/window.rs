//! The window as a whole: opening, tabs, undo, saving, closing, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::sync::atomic::AtomicI64;
use std::sync::atomic::Ordering::SeqCst;

use crate::app::{Start, WORKED_CASES, plan, type_into};
use eframe::egui::{Key, Modifiers, ViewportEvent, ViewportId, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::Span;
use ripple_planner::app::PlannerApp;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::window::{Ask, Next};
use ripple_planner::file::settings::Language;
use ripple_planner::plan::Date;
use ripple_planner::words::{Language as Words, Words as AllWords};

fn press(harness: &mut Harness<'_, PlannerApp>, command: Command) {
    let shortcut = command.shortcuts()[0];
    harness.key_press_modifiers(shortcut.modifiers, shortcut.logical_key);
    harness.run();
}

fn words(language: Language) -> &'static AllWords {
    AllWords::of(if language == Language::Chinese { Words::ZhCn } else { Words::En })
}

/// Changes the plan's title on the Settings tab, as a person would.
fn retitle(harness: &mut Harness<'_, PlannerApp>, language: Language, title: &str) {
    press(harness, Command::Show(Tab::Settings));
    let name = words(language).text("settings-title");
    let field = harness.get_by_role_and_label(Role::TextInput, &name);
    field.focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_role_and_label(Role::TextInput, &name).type_text(title);
    harness.run();
}

#[test]
fn every_tab_opens_in_both_languages_and_changes_nothing() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = Start::with_plan(folder.path(), file, language).open();
        let before = plan(&harness).clone();
        for tab in Tab::ALL {
            let label = words(language).text(tab.key());
            harness
                .query_all_by_role(Role::Tab)
                .find(|node| node.accesskit_node().label().is_some_and(|name| name.starts_with(&label)))
                .expect("the rail has every tab")
                .click();
            harness.run();
            assert_eq!(harness.state().tab(), tab);
        }
        assert!(plan(&harness).same_as(&before), "looking at a plan must not change it");
        assert!(!harness.state().document().unwrap().is_unsaved());
    }
}

#[test]
fn every_tab_opens_with_a_blank_plan() {
    for language in [Language::English, Language::Chinese] {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = Start::with_plan(folder.path(), "blank.ron", language).open();
        for tab in Tab::ALL {
            press(&mut harness, Command::Show(tab));
        }
        assert!(!harness.state().document().unwrap().is_unsaved());
    }
}

#[test]
fn open_edit_undo_save() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(file);
        let mut harness = Start::with_plan(folder.path(), file, language).open();
        let before = std::fs::read_to_string(&path).unwrap();
        let title = plan(&harness).title.clone();

        retitle(&mut harness, language, "Ripples 2027");
        assert_eq!(plan(&harness).title, "Ripples 2027");
        assert!(harness.state().document().unwrap().is_unsaved());

        // Undo takes back the whole word although the field still has the focus.
        press(&mut harness, Command::Undo);
        assert_eq!(plan(&harness).title, title);
        assert!(!harness.state().document().unwrap().is_unsaved());
        press(&mut harness, Command::Redo);
        assert_eq!(plan(&harness).title, "Ripples 2027");

        press(&mut harness, Command::Save);
        assert!(!harness.state().document().unwrap().is_unsaved());
        let after = std::fs::read_to_string(&path).unwrap();
        let changed: Vec<_> = before.lines().zip(after.lines()).filter(|(old, new)| old != new).collect();
        assert_eq!(changed.len(), 1, "one change is one line: {changed:?}");
    }
}

#[test]
fn closing_with_changes_asks_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
    retitle(&mut harness, Language::English, "Changed");
    harness.input_mut().viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
    harness.run();
    assert_eq!(harness.state().asking(), Some(&Ask::Unsaved(Next::Quit)));
    harness.get_by_role_and_label(Role::Button, "Cancel").click();
    harness.run();
    assert_eq!(harness.state().asking(), None);
    assert_eq!(plan(&harness).title, "Changed");
}

#[test]
fn leaving_a_plan_saves_or_discards_as_asked() {
    for (button, saved) in [("Save", true), ("Don't save", false)] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("worked-case.ron");
        let mut harness = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
        retitle(&mut harness, Language::English, "Changed");
        press(&mut harness, Command::Close);
        assert!(matches!(harness.state().asking(), Some(Ask::Unsaved(_))));
        harness.get_all_by_role_and_label(Role::Button, button).last().unwrap().click();
        harness.run();
        assert!(harness.state().document().is_none(), "the start page is shown");
        assert_eq!(ripple_planner::file::open(&path).unwrap().title == "Changed", saved);
    }
}

#[test]
fn a_new_plan_is_saved_where_the_dialog_says() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine");
    let start = Start { dialogs: Answer::Picked(path.clone()), ..Start::empty(folder.path(), Language::English) };
    let mut harness = start.open();
    harness.get_by_role_and_label(Role::Button, "New blank plan").click();
    harness.run();
    assert_eq!(harness.state().tab(), Tab::Goal);
    press(&mut harness, Command::Save);
    harness.run();
    assert!(path.with_extension("ron").is_file(), "the name gets its extension");
    assert_eq!(harness.state().settings().recent.len(), 1);
}

/// Days that have passed since the window was opened.
static DAYS: AtomicI64 = AtomicI64::new(0);

#[test]
fn a_window_that_stays_open_follows_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let clock = || Date::constant(2026, 4, 30) + Span::new().days(DAYS.load(SeqCst));
    let mut harness = Start { clock, ..Start::empty(folder.path(), Language::English) }.open();
    for first in [Date::constant(2026, 4, 1), Date::constant(2026, 5, 1)] {
        press(&mut harness, Command::New);
        assert_eq!(plan(&harness).period.start, first);
        press(&mut harness, Command::Close);
        DAYS.store(1, SeqCst);
    }
}

#[test]
fn without_a_native_dialog_the_path_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let start =
        Start { dialogs: Answer::Unavailable, ..Start::with_plan(folder.path(), "worked-case.ron", Language::English) };
    let mut harness = start.open();
    press(&mut harness, Command::SaveAs);
    harness.run();
    assert!(matches!(harness.state().asking(), Some(Ask::Path { .. })));
    let typed = folder.path().join("other.ron");
    let field = harness.get_by_role_and_label(Role::TextInput, "Path");
    field.focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_role_and_label(Role::TextInput, "Path").type_text(&typed.display().to_string());
    harness.run();
    harness.get_all_by_role_and_label(Role::Button, "Save").last().unwrap().click();
    harness.run();
    assert!(typed.is_file());
}

#[test]
fn a_title_steers_neither_the_window_nor_a_file_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let mut steering = ripple_planner::file::read_text(include_str!("../../saved_plans/blank.ron")).unwrap();
    steering.title = "Q1/Q2:\u{1b}[31m\u{202e} plan\nB".to_owned();
    ripple_planner::file::save(&path, &steering).unwrap();
    let mut harness = Start { plan: Some(path), ..Start::empty(folder.path(), Language::English) }.open();
    harness.run();
    assert_eq!(harness.state().title(), "Q1/Q2: [31m plan B – Ripple Planner");

    let mut harness = Start { dialogs: Answer::Unavailable, ..Start::empty(folder.path(), Language::English) }.open();
    press(&mut harness, Command::New);
    press(&mut harness, Command::Show(Tab::Settings));
    type_into(&mut harness, Role::TextInput, "Title", "Q1/Q2:\u{202e} plan B");
    press(&mut harness, Command::SaveAs);
    harness.run();
    let Some(Ask::Path(chooser)) = harness.state().asking() else { panic!("the path is asked for") };
    assert!(chooser.text.ends_with("Q1-Q2- plan B.ron"), "{}", chooser.text);
}

#[test]
fn a_file_changed_outside_is_not_overwritten_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("worked-case.ron");
    let mut harness = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
    retitle(&mut harness, Language::English, "Mine");
    let theirs = std::fs::read_to_string(&path).unwrap().replace("IM cloud 2026", "Theirs");
    std::fs::write(&path, &theirs).unwrap();
    press(&mut harness, Command::Save);
    assert!(matches!(harness.state().asking(), Some(Ask::ChangedOutside(_))));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
    harness.get_by_role_and_label(Role::Button, "Overwrite").click();
    harness.run();
    assert_eq!(ripple_planner::file::open(&path).unwrap().title, "Mine");
}

#[test]
fn a_broken_file_is_explained_and_the_start_page_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.ron");
    std::fs::write(&path, "Plan(format: 1, title: 12)").unwrap();
    let start = Start { plan: Some(path), ..Start::empty(folder.path(), Language::English) };
    let harness = start.open();
    assert!(matches!(harness.state().asking(), Some(Ask::Trouble(text)) if text.contains("broken.ron:1:")));
    assert!(harness.state().document().is_none());
}

#[test]
fn mending_a_finding_leads_to_its_tab() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
    harness.get_all_by_label_contains("Mend: ").next().unwrap().click();
    harness.run();
    assert_eq!(harness.state().tab(), Tab::Team);
}

#[test]
fn language_and_theme_switch_while_running() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
    press(&mut harness, Command::SwitchLanguage);
    assert_eq!(harness.state().settings().language, Language::Chinese);
    harness.get_by_role_and_label(Role::Tab, "总览");
    press(&mut harness, Command::SwitchTheme);
    assert!(harness.ctx.global_style().visuals.dark_mode);
}

#[test]
fn a_button_says_what_it_does_once() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = Start::with_plan(folder.path(), file, language).open();
        let name = Command::SwitchTheme.label(words(language));
        harness.get_by_role_and_label(Role::Button, &name).hover();
        harness.run_steps(8);
        let hints = harness.query_all_by_label(&name).filter(|node| node.accesskit_node().role() == Role::Label);
        assert_eq!(hints.count(), 1, "{language:?}");
    }
}

#[test]
fn a_plan_opens_on_the_tab_on_which_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("worked-case.ron");
    let start = Start::with_plan(folder.path(), "worked-case.ron", Language::English);
    let mut harness = Start { dialogs: Answer::Picked(path), ..start }.open();
    assert_eq!(harness.state().tab(), Tab::Overview, "nothing is known of it yet");
    press(&mut harness, Command::Show(Tab::Ripple));
    press(&mut harness, Command::New);
    assert_ne!(harness.state().tab(), Tab::Ripple, "another plan has its own");
    press(&mut harness, Command::Open);
    assert_eq!(harness.state().tab(), Tab::Ripple);
    // What is written at the end is what the next window reads.
    let tab = harness.state().settings().recent[0].tab.clone().unwrap();
    assert_eq!(Tab::named(&tab), Some(Tab::Ripple));
    assert_eq!(Tab::ALL.map(|tab| Tab::named(tab.name())), Tab::ALL.map(Some));
}
