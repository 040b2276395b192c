//! Shared events, driven as a person would: edit, undo, add, remove, reorder, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use crate::app::{App, Start, WORKED_CASES, plan, press, type_into, words};
use crate::event_page::{event, of, open, show};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::Command;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::event::SplitRule;
use ripple_planner::words::{Named, Words};

/// Opens the menu of a row and picks an entry.
fn pick(harness: &mut App, language: Language, item: &str, entry: &str) {
    let menu = ripple_planner::t!(words(language), "event-more-for", item = item);
    harness.get_by_label(&menu).click();
    harness.run();
    harness.get_by_role_and_label(Role::ListBoxOption, &words(language).text(entry)).click();
    harness.run();
}

#[test]
fn an_amount_is_typed_and_undone_and_its_payer_follows() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        let venue = event(&harness).items[0].label.clone();
        type_into(&mut harness, Role::TextInput, &of(language, "event-amount", &venue), "50000");
        let item = &event(&harness).items[0];
        assert_eq!(item.amount.minor(), 5_000_000);
        assert_eq!(item.payments[0].amount, item.amount, "who paid all of it still has");
        press(&mut harness, Command::Undo);
        assert_eq!(event(&harness).items[0].amount.minor(), 4_800_000);
    }
}

#[test]
fn an_item_is_added_moved_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let language = Language::English;
    let mut harness = open(&folder, language, "worked-case.ron");
    harness.get_by_role_and_label(Role::Button, "Add cost").click();
    harness.run();
    assert_eq!(event(&harness).items.len(), 8);
    let name = of(language, "common-name", "Unnamed");
    assert!(harness.get_by_role_and_label(Role::TextInput, &name).is_focused(), "the new name has the focus");
    harness.get_by_role_and_label(Role::TextInput, &name).type_text("Security");
    harness.run();
    pick(&mut harness, language, "Security", "event-move-up");
    assert_eq!(event(&harness).items[6].label, "Security");
    pick(&mut harness, language, "Security", "common-remove");
    assert_eq!(event(&harness).items.len(), 7);
    press(&mut harness, Command::Undo);
    assert_eq!(event(&harness).items[6].label, "Security");
}

#[test]
fn a_party_leaves_with_its_payments() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        show(&mut harness, language, "event-parties");
        let northpeak = event(&harness).parties[1].name.clone();
        pick(&mut harness, language, &northpeak, "common-remove");
        assert_eq!(event(&harness).parties.len(), 5, "it has paid, so it is asked who takes that over");
        harness.get_by_role_and_label(Role::Button, &words(language).text("common-remove")).click();
        harness.run();
        assert_eq!(event(&harness).parties.len(), 4);
        assert!(event(&harness).items[0].payments.is_empty());
        press(&mut harness, Command::Undo);
        assert_eq!(event(&harness).items[0].payments.len(), 1);
    }
}

#[test]
fn a_chip_decides_who_shares_and_a_row_the_rule() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, Language::English, "worked-case.ron");
    harness.get_by_label("Quill Docs shares Venue, one day").click();
    harness.run();
    assert_eq!(event(&harness).items[0].shared_by.len(), 4);
    harness.get_by_role_and_label(Role::Row, "Equal").click();
    harness.run();
    assert_eq!(event(&harness).rule, SplitRule::Equal);
    press(&mut harness, Command::Undo);
    press(&mut harness, Command::Undo);
    assert_eq!((event(&harness).rule, event(&harness).items[0].shared_by.len()), (SplitRule::Alone, 0));
}

#[test]
fn a_number_that_no_rule_goes_by_yet_has_its_column_where_it_is_asked_for() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        show(&mut harness, language, "event-parties");
        let us = event(&harness).parties[0].name.clone();
        let [percent, weight] = ["event-percent", "event-weight"].map(|key| of(language, key, &us));
        let has = |harness: &App, name: &str| harness.query_by_role_and_label(Role::TextInput, name).is_some();
        assert!(has(&harness, &weight) && !has(&harness, &percent), "the parties have weights, but no percent");
        harness.get_by_role_and_label(Role::Button, &words(language).text("event-percent")).click();
        harness.run();
        type_into(&mut harness, Role::TextInput, &percent, "40");
        assert_eq!(event(&harness).parties[0].percent, Some(40.0));
        let rule = SplitRule::Percent.name(words(language));
        harness.get_by_role_and_label(Role::Row, &rule).click();
        harness.run();
        assert_eq!(event(&harness).rule, SplitRule::Percent, "and the rule can be chosen");
    }
}

#[test]
fn the_first_event_begins_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, Language::English, "blank.ron");
    harness.get_by_role_and_label(Role::Button, "Add the first event").click();
    harness.run();
    assert_eq!(plan(&harness).events.len(), 1);
    let name = harness.get_by_role_and_label(Role::TextInput, "Name");
    assert!(name.is_focused());
    name.type_text("Fair");
    harness.run();
    assert_eq!(event(&harness).name, "Fair");
}

/// The label of a node that says what a transfer is.
fn pays(language: Language, from: &str, to: &str, amount: &str) -> String {
    ripple_planner::t!(words(language), "settlement-pays", from = from, to = to, amount = amount)
}

fn names(harness: &App) -> Vec<String> {
    event(harness).parties.iter().map(|party| party.name.clone()).collect()
}

#[test]
fn transfers_follow_an_edit_and_its_undo_and_the_plan_is_saved() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        let name = names(&harness);
        let before = pays(language, &name[4], &name[0], "8,000");
        assert!(harness.query_by_role_and_label(Role::Button, &before).is_some());
        let proof = ripple_planner::t!(words(language), "settlement-count", count = 3);
        assert!(harness.query_by_label_contains(&proof).is_some(), "{proof}");
        // Nobody's balance is opposite to another's any more: all five settle together, in four.
        let catering = event(&harness).items[3].label.clone();
        type_into(&mut harness, Role::TextInput, &of(language, "event-amount", &catering), "5200");
        assert!(harness.query_by_role_and_label(Role::Button, &before).is_none());
        let proof = ripple_planner::t!(words(language), "settlement-count", count = 4);
        assert!(harness.query_by_label_contains(&proof).is_some(), "{proof}");
        press(&mut harness, Command::Undo);
        assert!(harness.query_by_role_and_label(Role::Button, &before).is_some());
        harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
        harness.run();
        let path = folder.path().join(saved);
        let on_disk = ripple_planner::file::open(&path).unwrap();
        assert_eq!(on_disk.events[0].items[3].amount.minor(), 520_000);
    }
}

#[test]
fn a_switch_shows_what_every_payer_gets_directly() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        let words = words(language);
        let direct = format!("{}: {}", words.text("event-way"), words.text("event-direct"));
        harness.get_by_role_and_label(Role::RadioButton, &direct).click();
        harness.run();
        assert!(harness.query_by_label("3,243.24").is_some(), "Quill Docs to Northpeak Cloud");
        let count = ripple_planner::t!(words, "settlement-count", count = 16);
        assert!(harness.query_by_label_contains(&count).is_some());
        let first = names(&harness)[0].clone();
        assert!(harness.query_by_label(&pays(language, &names(&harness)[4], &first, "8,000")).is_none());
    }
}

/// Presses a button and returns what it put on the clipboard.
fn copied(harness: &mut App, button: &str) -> String {
    harness.get_by_role_and_label(Role::Button, button).click();
    for _ in 0..4 {
        harness.step();
        let commands = &harness.output().platform_output.commands;
        for command in commands {
            if let eframe::egui::OutputCommand::CopyText(text) = command {
                return text.clone();
            }
        }
    }
    panic!("nothing was copied");
}

#[test]
fn the_text_for_partners_is_ready_to_send_in_both_languages() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        let words = words(language);
        let name = names(&harness);
        let company = plan(&harness).company.clone();
        let text = copied(&mut harness, &words.text("event-copy"));
        let line = ripple_planner::t!(
            words,
            "settlement-partners-share",
            sentence = pays(language, &name[4], &company, "8,000")
        );
        // We are called by our company's name: "we" would be the reader.
        assert!(text.lines().any(|written| written == line), "{line:?} is missing in\n{text}");
        for needed in [event(&harness).name.as_str(), "148,000", "48,000", &name[1], "60,000"] {
            assert!(text.contains(needed), "{needed:?} is missing in\n{text}");
        }
        assert!(!text.contains("settlement-") && !text.contains(&format!("- {} ", name[0])));
        harness.run();
        let other = words.language().other();
        let button = ripple_planner::t!(words, "event-copy-in", language = other.own_name());
        let in_other = copied(&mut harness, &button);
        assert!(in_other.contains(&Words::of(other).text("settlement-rule-alone")), "{in_other}");
        assert_eq!(in_other.lines().count(), text.lines().count());
    }
}

#[test]
fn what_is_not_paid_or_paid_too_much_is_said() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        let words = words(language);
        show(&mut harness, language, "event-item");
        let venue = event(&harness).items[0].label.clone();
        let party = names(&harness)[1].clone();
        let field = ripple_planner::t!(words, "event-payment-of", party = &party, item = &venue);
        type_into(&mut harness, Role::TextInput, &field, "18000");
        show(&mut harness, language, "event-transfers");
        let amount = ripple_planner::words::number::amount_named(
            words,
            &plan(&harness).currency,
            ripple_planner::plan::Money::from_minor(3_000_000).unwrap(),
        );
        let unpaid = ripple_planner::t!(words, "settlement-unpaid", amount = amount);
        assert!(harness.query_by_label(&unpaid).is_some(), "{unpaid}");
        type_into(&mut harness, Role::TextInput, &of(language, "event-amount", &venue), "17000");
        let refused = ripple_planner::t!(words, "settlement-paid-too-much", item = &venue);
        assert!(harness.query_by_label(&refused).is_some(), "{refused}");
        let transfer = pays(language, &names(&harness)[4], &names(&harness)[0], "");
        assert!(harness.query_by_label_contains(transfer.trim_end()).is_none(), "nothing is settled");
    }
}

#[test]
fn a_narrow_window_shows_one_part_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let start =
        Start { size: [1280.0, 720.0], ..Start::with_plan(folder.path(), "worked-case.ron", Language::English) };
    let mut harness = start.open();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num5);
    harness.run();
    harness.get_by_role_and_label(Role::RadioButton, "Shared events").click();
    harness.run();
    assert!(harness.query_by_label("Quill Docs pays Us 8,000").is_some());
    assert!(harness.query_by_role_and_label(Role::Heading, "Who pays what, CNY").is_none());
    show(&mut harness, Language::English, "event-shares");
    assert!(harness.query_by_role_and_label(Role::Heading, "Who pays what, CNY").is_some());
    assert!(harness.query_by_label("Quill Docs pays Us 8,000").is_none());
}

#[test]
fn several_payers_are_typed_in_the_panel_of_the_item() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, Language::English, "worked-case.ron");
    harness.get_by_role_and_label(Role::ComboBox, "Paid by of Venue, one day").click();
    harness.run();
    harness.get_by_role_and_label(Role::ListBoxOption, "Several parties…").click();
    harness.run();
    type_into(&mut harness, Role::TextInput, "Northpeak Cloud paid for Venue, one day", "40000");
    type_into(&mut harness, Role::TextInput, "Quill Docs paid for Venue, one day", "8000");
    show(&mut harness, Language::English, "event-transfers");
    // Quill Docs is even now, and Northpeak Cloud is owed that much less.
    assert!(harness.query_by_label_contains("Quill Docs pays").is_none());
    assert!(
        harness.query_by_label("Two transfers").is_none() && harness.query_by_label_contains("proven fewest").is_some()
    );
}
