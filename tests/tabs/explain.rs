//! Calculated numbers explain themselves: under the pointer, by keyboard, pinned, and on to their inputs, in both languages.

use crate::app::{App, Start, WORKED_CASES, plan, type_into, words};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::file::settings::Language;
use ripple_planner::plan::{Plan, allocation::Class};
use ripple_planner::report::Summary;
use ripple_planner::report::document::{Block, Document};
use ripple_planner::t;

fn open(folder: &tempfile::TempDir, language: Language, saved: &str, tab: Key) -> App {
    let mut harness = Start::with_plan(folder.path(), saved, language).open();
    harness.key_press_modifiers(Modifiers::COMMAND, tab);
    harness.run();
    harness
}

/// The name of the card, if one is pinned.
fn card(harness: &App) -> Option<String> {
    harness.query_by_role(Role::Dialog).and_then(|card| card.accesskit_node().label())
}

/// The number that is shown for what the channel's next amount buys: it stands once on the page.
const NEXT: &str = "39.3";

#[test]
fn a_number_explains_itself_under_the_pointer() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved, Key::Num5);
        let keep = words(language).text("explain-keep");
        assert!(harness.query_by_label(&keep).is_none());
        harness.get_by_label(NEXT).hover();
        harness.run_steps(60);
        assert!(harness.query_by_label(&keep).is_some(), "the card stands under the pointer");
        let half = words(language).text("allocation-half-spend");
        assert!(harness.query_all_by_label(&half).next().is_some(), "with where its numbers come from");
        harness.hover_at(eframe::egui::pos2(4.0, 4.0));
        harness.run_steps(60);
        assert!(harness.query_by_label(&keep).is_none(), "and goes with it");
    }
}

#[test]
fn a_click_pins_a_card_that_follows_the_plan_until_escape() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved, Key::Num5);
        let qa = plan(&harness)
            .allocation
            .channels
            .iter()
            .find(|channel| channel.spend.minor() == 3_000_000)
            .unwrap()
            .clone();
        harness.get_by_label(NEXT).click();
        harness.run();
        assert!(card(&harness).is_some_and(|name| name.contains(&qa.name)), "{:?}", card(&harness));
        let budget =
            t!(words(language), "allocation-of", item = &qa.name, what = words(language).text("common-budget"));
        type_into(&mut harness, Role::TextInput, &budget, "31000");
        assert!(card(&harness).is_some(), "it stays while somebody types");
        assert!(harness.query_all_by_label_contains("32,000").next().is_some(), "and follows the plan");
        harness.key_press(Key::Escape);
        harness.run();
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(card(&harness), None);
    }
}

#[test]
fn by_keyboard_a_number_is_opened_its_links_lead_on_and_back() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved, Key::Num5);
        let leads = words(language).text("common-leads");
        let registrations = words(language).text("common-registrations");
        let figure = harness.get_by_label("2,100");
        assert!(figure.accesskit_node().data().description().is_none(), "nobody asked yet");
        figure.focus();
        harness.run();
        let node = harness.get_by_label("2,100");
        let spoken = node.accesskit_node().data().description().unwrap_or_default().to_owned();
        assert!(spoken.contains(&leads) && spoken.contains("2,100"), "{spoken}");
        harness.key_press(Key::Enter);
        harness.run();
        assert!(card(&harness).is_some_and(|name| name.contains(&leads)));
        let close = words(language).text("common-close");
        assert!(harness.get_by_label(&close).is_focused(), "the card has the focus");
        let onwards = t!(words(language), "explain-how-of", what = search_advertising(plan(&harness)));
        harness.get_by_label(&onwards).click();
        harness.run();
        let back = t!(words(language), "explain-back", what = &leads);
        assert!(harness.query_by_label(&back).is_some(), "its channel is explained in its turn");
        let further = t!(words(language), "explain-how-of", what = &registrations);
        harness.get_by_label(&further).click();
        harness.run();
        assert!(card(&harness).is_some_and(|name| name.contains(&registrations)));
        harness.get_by_label(&back).click();
        harness.run();
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(card(&harness), None);
    }
}

fn search_advertising(plan: &Plan) -> String {
    plan.allocation.channels.iter().find(|channel| channel.task.class() == Class::A).unwrap().name.clone()
}

#[test]
fn a_link_leads_to_the_field_of_an_input_on_another_tab() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved, Key::Num6);
        harness.get_by_label("26.36").click();
        harness.run();
        let cost = t!(words(language), "explain-how-of", what = step_cost(language));
        harness.get_by_label(&cost).click();
        harness.run();
        let funnel = t!(words(language), "explain-go-to", what = words(language).text("ripple-cost"));
        harness.get_by_label(&funnel).click();
        harness.run();
        let cost = words(language).text("ripple-cost");
        let mut fields = harness.query_all_by_role(Role::TextInput).filter(egui_kittest::Node::is_focused);
        assert!(fields.any(|field| field.accesskit_node().label().is_some_and(|name| name.contains(&cost))));
        assert!(card(&harness).is_some(), "the card stays, to see what a change does");
    }
}

fn step_cost(language: Language) -> String {
    let words = words(language);
    t!(words, "explain-of-step", what = words.text("ripple-cost"), step = words.text("names-step-share"))
}

#[test]
fn a_blank_plan_has_nothing_that_could_explain_itself() {
    for language in [Language::Chinese, Language::English] {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = Start::with_plan(folder.path(), "blank.ron", language).open();
        for tab in [Key::Num1, Key::Num2, Key::Num5, Key::Num6, Key::Num7] {
            harness.key_press_modifiers(Modifiers::COMMAND, tab);
            harness.run();
            assert_eq!(card(&harness), None);
        }
    }
}

#[test]
fn a_card_stays_in_the_smallest_window_and_off_its_number() {
    let folder = tempfile::tempdir().unwrap();
    let start =
        Start { size: [1280.0, 720.0], ..Start::with_plan(folder.path(), "worked-case.ron", Language::English) };
    let mut harness = start.open();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num5);
    harness.run();
    for number in [NEXT, "2,100", "32.43"] {
        let shown = harness.get_by_label(number).rect();
        harness.get_by_label(number).click();
        harness.run();
        harness.run();
        let id = eframe::egui::Id::unique("explanation");
        let card = harness.ctx.memory(|memory| memory.area_rect(id)).unwrap();
        let window = eframe::egui::Rect::from_min_size(eframe::egui::Pos2::ZERO, eframe::egui::vec2(1280.0, 720.0));
        assert!(window.contains_rect(card), "{number}: {card:?}");
        assert!(!card.intersects(shown), "{number}: {card:?} covers {shown:?}");
        harness.key_press(Key::Escape);
        harness.run();
    }
}

#[test]
fn the_appendix_stands_in_the_summary_only_for_who_chooses_it() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved, Key::Num9);
        let name = words(language).text("explain-appendix");
        let show = t!(words(language), "summary-show-part", part = &name);
        assert!(harness.query_by_label(&show).is_none());
        harness.get_by_role_and_label(Role::CheckBox, &name).click();
        harness.run();
        assert!(harness.query_by_label(&show).is_some(), "it begins on a page");

        let (plan, words) = (plan(&harness).clone(), words(language));
        let report = ripple_planner::calc::report(&plan);
        let summary = || Summary::of(&plan, &report, words);
        let told = Document::of(&summary().with_calculations(&plan, &report, None, words));
        let without = Document::of(&summary());
        let (same, more) = told.blocks.split_at(without.blocks.len());
        assert_eq!(same, without.blocks, "all before it is as it was");
        let [Block::Heading(heading), Block::List(lines)] = more else { panic!("{more:?}") };
        assert_eq!(*heading, name);
        let cost = lines.iter().find(|line| line.contains("26.36")).unwrap();
        assert!(cost.contains("14,500,000 ÷ 550,000 = 26.36"), "{cost}");
        // What comes of a number is a number of its own line, in all of its digits.
        assert!(lines.iter().any(|line| line.contains("37,000")), "{lines:#?}");
    }
}
