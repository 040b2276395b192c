//! Income of a shared event, entered as a person would: added, typed, received by somebody, seen in every figure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use crate::app::{App, WORKED_CASES, plan, press, type_into, words};
use crate::event_page::{event, of, open, show};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::Command;
use ripple_planner::calc;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::Money;
use ripple_planner::plan::event::{Item, ItemKind};
use ripple_planner::t;
use ripple_planner::words::{Words, number};

fn item(harness: &App) -> &Item {
    event(harness).items.last().unwrap()
}

/// Adds an income, names it, types its amount and chooses who received it.
fn add_income(harness: &mut App, language: Language, (label, amount): (&str, &str), receiver: &str) {
    let add = words(language).text("event-step-add-income");
    harness.get_by_role_and_label(Role::Button, &add).click();
    harness.run();
    let unnamed = of(language, "common-name", &words(language).text("event-unnamed"));
    assert!(harness.get_by_role_and_label(Role::TextInput, &unnamed).is_focused(), "the new name has the focus");
    harness.get_by_role_and_label(Role::TextInput, &unnamed).type_text(label);
    harness.run();
    type_into(harness, Role::TextInput, &of(language, "event-amount", label), amount);
    harness.get_by_role_and_label(Role::ComboBox, &of(language, "event-received-by", label)).click();
    harness.run();
    harness.get_by_role_and_label(Role::ListBoxOption, receiver).click();
    harness.run();
}

fn shows(harness: &App, text: &str) {
    assert!(harness.query_all_by_label_contains(text).next().is_some(), "{text:?} is nowhere");
}

#[test]
fn an_income_is_entered_without_a_minus_and_settled() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        let names: Vec<String> = event(&harness).parties.iter().map(|party| party.name.clone()).collect();
        add_income(&mut harness, language, ("主赞助", "37000"), &names[4]);
        let income = item(&harness);
        assert_eq!((income.kind, income.amount.minor()), (ItemKind::Income, 3_700_000));
        assert_eq!((income.payments[0].party.to_string(), income.payments[0].amount), ("quill".into(), income.amount));
        let words = words(language);
        shows(&harness, " 111,000");
        show(&mut harness, language, "event-transfers");
        // 6,000 is its share, and 37,000 of the others it holds.
        let pays = |from: &str, to: &str| t!(words, "event-pays-to", from = from, to = to);
        let pays = pays(&names[4], "").trim_end().to_owned();
        assert!(harness.query_all_by_label_contains(&pays).count() >= 2, "{pays}");
        let received = t!(words, "settlement-received", received = "37,000");
        shows(&harness, &received);
        press(&mut harness, Command::Undo);
        assert!(item(&harness).payments.is_empty());
        let unreceived = words.text("settlement-unreceived");
        let unreceived = unreceived.rsplit(['}', '\u{2069}']).next().unwrap().trim().to_owned();
        shows(&harness, &unreceived);
        // The plan is saved and opened with what came in.
        harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
        harness.run();
        let on_disk = ripple_planner::file::open(folder.path().join(saved)).unwrap();
        assert_eq!(on_disk.events[0].items.last(), Some(item(&harness)));
    }
}

/// What the parties gain that do.
fn gains(harness: &App) -> Vec<i64> {
    let shares = calc::event::report(event(harness)).shares;
    shares.iter().filter_map(calc::event::PartyShare::gain).map(Money::minor).collect()
}

#[test]
fn who_gains_is_said_to_gain() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        let names: Vec<String> = event(&harness).parties.iter().map(|party| party.name.clone()).collect();
        add_income(&mut harness, language, ("Tickets", "185,000"), &names[0]);
        let words = words(language);
        for key in ["event-surplus", "event-our-gain", "event-below-zero"] {
            shows(&harness, &words.text(key));
        }
        let currency = plan(&harness).currency.clone();
        let shown = |minor: i64| number::amount_named(words, &currency, Money::from_minor(minor).unwrap());
        shows(&harness, &t!(words, "settlement-many-gain", count = 5, amount = shown(3_700_000)));
        // An income of three alone: they are named.
        show(&mut harness, language, "event-transfers");
        for name in &names[1..3] {
            harness.get_by_label(&t!(words, "event-party-shares", party = name, item = "Tickets")).click();
            harness.run();
        }
        let gaining: Vec<_> = gains(&harness);
        assert_eq!(gaining.len(), 3, "{gaining:?}");
        shows(&harness, &t!(words, "settlement-we-gain", amount = shown(gaining[0])));
        shows(&harness, &t!(words, "settlement-party-gains", party = &names[4], amount = shown(gaining[2])));
        // Overview says it too.
        let gains = gains(&harness);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
        harness.run();
        let own = gains[0];
        let own = number::amount(&currency, Money::from_minor(own).unwrap());
        shows(&harness, &t!(words, "overview-events-gain", n = 5, own = own));
    }
}

#[test]
fn a_minus_makes_an_income_and_the_switch_a_cost() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        let label = event(&harness).items[0].label.clone();
        type_into(&mut harness, Role::TextInput, &of(language, "event-amount", &label), "-500");
        let first = |harness: &App| event(harness).items[0].clone();
        assert_eq!((first(&harness).kind, first(&harness).amount.minor()), (ItemKind::Income, 50_000));
        assert_eq!(first(&harness).payments[0].amount, first(&harness).amount, "who had paid it received it");
        let words = words(language);
        show(&mut harness, language, "event-item");
        let cost = format!("{}: {}", words.text("event-kind"), words.text("event-cost"));
        harness.get_by_role_and_label(Role::RadioButton, &cost).click();
        harness.run();
        assert_eq!(first(&harness).kind, ItemKind::Cost);
        press(&mut harness, Command::Undo);
        press(&mut harness, Command::Undo);
        assert_eq!((first(&harness).kind, first(&harness).amount.minor()), (ItemKind::Cost, 4_800_000));
    }
}

/// A sponsor pays more than all channels cost: every page is drawn all the same.
#[test]
fn a_gain_beyond_all_budgets_draws_every_page() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        let receiver = event(&harness).parties[1].name.clone();
        add_income(&mut harness, language, (&"赞".repeat(60), "999,999,999,999"), &receiver);
        for part in ["event-parties", "event-transfers", "event-event", "event-item"] {
            show(&mut harness, language, part);
        }
        for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9] {
            harness.key_press_modifiers(Modifiers::COMMAND, key);
            harness.run();
        }
    }
}

#[test]
fn several_receivers_are_typed_and_too_much_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let language = Language::English;
    let mut harness = open(&folder, language, "worked-case.ron");
    add_income(&mut harness, language, ("Sponsor", "8000"), "Several parties…");
    type_into(&mut harness, Role::TextInput, "Quill Docs received of Sponsor", "5000");
    type_into(&mut harness, Role::TextInput, "Meridian Maps received of Sponsor", "3000");
    let received: Vec<i64> = item(&harness).payments.iter().map(|payment| payment.amount.minor()).collect();
    assert_eq!(received, [500_000, 300_000]);
    shows(&harness, "received in full");
    type_into(&mut harness, Role::TextInput, "Meridian Maps received of Sponsor", "4000");
    shows(&harness, "1,000 more than it brings in");
    show(&mut harness, language, "event-transfers");
    shows(&harness, &t!(words(language), "settlement-received-too-much", item = "Sponsor"));
    show(&mut harness, language, "event-item");
    type_into(&mut harness, Role::TextInput, "Meridian Maps received of Sponsor", "0");
    shows(&harness, "3,000 not received yet");
}

/// The text for partners in both languages, whichever the window speaks.
#[test]
fn the_text_for_partners_names_the_income_and_who_holds_it() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        let name = event(&harness).parties[4].name.clone();
        add_income(&mut harness, language, ("Sponsor", "185000"), &name);
        show(&mut harness, language, "event-transfers");
        for words in [words(language), Words::of(words(language).language().other())] {
            let own_name = words.language().own_name();
            let button = if words.language() == crate::app::words(language).language() {
                words.text("event-copy")
            } else {
                t!(crate::app::words(language), "event-copy-in", language = own_name)
            };
            let text = copied(&mut harness, &button);
            for needed in [
                t!(words, "settlement-partners-received-by", names = &name),
                t!(words, "settlement-received", received = "185,000"),
                t!(words, "settlement-gain-of", ours = "no", party = "", gain = "12,000").trim_start().to_owned(),
            ] {
                let needed = needed.trim_start_matches("'s ");
                assert!(text.contains(needed), "{needed:?} is missing in\n{text}");
            }
            assert!(!text.contains("settlement-") && !text.contains('\u{2212}'), "a minus without a word:\n{text}");
            harness.run();
        }
    }
}

/// Presses a button and returns what it put on the clipboard.
fn copied(harness: &mut App, button: &str) -> String {
    harness.get_by_role_and_label(Role::Button, button).click();
    for _ in 0..4 {
        harness.step();
        for command in &harness.output().platform_output.commands {
            if let eframe::egui::OutputCommand::CopyText(text) = command {
                return text.clone();
            }
        }
    }
    panic!("nothing was copied");
}
