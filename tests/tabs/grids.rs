//! Cells of tables, driven as those of a spreadsheet: keys, blocks, and several rows at once.
#![allow(clippy::redundant_closure_for_method_calls)]

use crate::app::{App, Start, WORKED_CASES, click, plan, press, words};
use crate::event_page;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, PointerButton, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::plan::allocation::Media;
use ripple_planner::plan::{Curve, Task};
use ripple_planner::t;
use ripple_planner::words::Words;

/// The channels of the worked case in the order of their rows.
pub const ROWS: [&str; 3] = ["search-advertising", "site-rebuild", "partner-referral"];

pub struct Page {
    pub app: App,
    pub words: &'static Words,
    pub _folder: tempfile::TempDir,
}

impl Page {
    pub fn open((language, saved): (ripple_planner::file::settings::Language, &str)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::with_plan(folder.path(), saved, language).open();
        press(&mut app, Command::Show(Tab::Allocation));
        Self { app, words: words(language), _folder: folder }
    }

    pub fn name(&self, id: &str) -> String {
        plan(&self.app).allocation.channels.iter().find(|channel| channel.id.as_str() == id).unwrap().name.clone()
    }

    pub fn budget(&self, id: &str) -> String {
        t!(self.words, "allocation-of", what = self.words.text("common-budget"), item = self.name(id))
    }

    pub fn spends(&self) -> [i64; 3] {
        ROWS.map(|id| {
            let channels = &plan(&self.app).allocation.channels;
            channels.iter().find(|channel| channel.id.as_str() == id).unwrap().spend.minor() / 100
        })
    }

    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.app.key_press_modifiers(modifiers, key);
        self.app.run();
    }

    pub fn text(&mut self, text: &str) {
        self.app.event(Event::Text(text.to_owned()));
        self.app.run();
    }

    pub fn paste(&mut self, block: &str) {
        self.app.event(Event::Paste(block.to_owned()));
        self.app.run();
    }

    pub fn copied(&mut self) -> Option<String> {
        self.app.event(Event::Copy);
        self.app.step();
        let commands = &self.app.output().platform_output.commands;
        commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    }

    pub fn focused(&self) -> Option<String> {
        self.app.query_all_by(|node| node.is_focused()).find_map(|node| node.accesskit_node().label())
    }

    pub fn focus(&mut self, field: &str) {
        self.app.get_by_role_and_label(Role::TextInput, field).focus();
        self.app.run();
    }

    pub fn click_row(&mut self, id: &str, modifiers: Modifiers) {
        let name = self.name(id);
        // On its name: in the middle of the row stands the budget.
        let row = self.app.get_by_role_and_label(Role::Row, &name).rect();
        let pos = pos2(row.left() + 60.0, row.center().y);
        self.app.event(Event::PointerMoved(pos));
        for pressed in [true, false] {
            self.app.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers });
        }
        self.app.run();
    }
}

#[test]
fn a_click_selects_typing_replaces_and_keys_go_on() {
    for case in WORKED_CASES {
        let mut page = Page::open(case);
        let budgets = ROWS.map(|id| page.budget(id));
        click(&mut page.app, Role::TextInput, &budgets[0]);
        page.text("500");
        assert_eq!(page.spends()[0], 500, "typing replaces what a click selected");
        page.key(Modifiers::NONE, Key::Enter);
        assert_eq!(page.focused().as_ref(), Some(&budgets[1]), "Enter goes down");
        page.text("6000");
        page.key(Modifiers::NONE, Key::Tab);
        assert_eq!(page.focused().as_ref(), Some(&budgets[2]));
        page.key(Modifiers::SHIFT, Key::Enter);
        page.key(Modifiers::NONE, Key::ArrowUp);
        assert_eq!(page.focused().as_ref(), Some(&budgets[0]));
        page.key(Modifiers::NONE, Key::F2);
        page.text("1");
        assert_eq!(page.spends()[..2], [5_001, 6_000], "F2 edits what is there");
    }
}

#[test]
fn blocks_are_copied_pasted_and_filled_down_in_one_step() {
    for case in WORKED_CASES {
        let mut page = Page::open(case);
        let first = page.budget(ROWS[0]);
        let before = plan(&page.app).clone();
        page.focus(&first);
        page.paste("1,000\r\n\"2,000\"\r\n3000\r\n");
        assert_eq!(page.spends(), [1_000, 2_000, 3_000]);
        press(&mut page.app, Command::Undo);
        assert_eq!(*plan(&page.app), before, "one step");

        page.focus(&first);
        page.key(Modifiers::SHIFT, Key::ArrowDown);
        page.key(Modifiers::SHIFT, Key::ArrowDown);
        let copied = page.copied().unwrap();
        assert_eq!(
            copied.lines().map(|line| line.trim_end_matches(".00").to_owned()).collect::<Vec<_>>(),
            ["360,000", "120,000", "80,000"]
        );
        page.key(Modifiers::COMMAND, Key::D);
        assert_eq!(page.spends(), [360_000; 3], "filled down");
        press(&mut page.app, Command::Undo);
        assert_eq!(*plan(&page.app), before, "one step");

        page.focus(&first);
        let tall = "1\n".repeat(500);
        page.paste(&tall);
        assert_eq!(*plan(&page.app), before);
        let begun = page.words.text("common-block-unreadable").chars().take(5).collect::<String>();
        assert!(page.app.query_by_label_contains(&begun).is_some(), "it is said that nothing was taken");
        page.paste("1\nabc\n");
        assert!(page.app.query_by_label_contains("abc").is_some());
        assert_eq!(*plan(&page.app), before);
    }
}

#[test]
fn a_block_of_channels_changes_those_that_are_there_and_adds_the_others() {
    for case in WORKED_CASES {
        let mut page = Page::open(case);
        let (known, before) = (page.name(ROWS[1]), plan(&page.app).clone());
        page.click_row(ROWS[1], Modifiers::NONE);
        page.paste(&format!("Channel\tBudget\tRegistrations\n{known}\t7,000\t\nRadio \"FM\"\t1.5万\t300\nFairs\t—\n"));
        let now = plan(&page.app).allocation.clone();
        assert_eq!(now.channels.len(), before.allocation.channels.len() + 2);
        assert_eq!(page.spends()[1], 7_000);
        let [.., radio, fairs] = now.channels.as_slice() else { panic!() };
        assert_eq!((radio.name.as_str(), radio.spend.minor()), ("Radio \"FM\"", 1_500_000));
        assert_eq!(radio.curve, Curve::Fixed { registrations: 300.0 });
        assert_eq!((fairs.name.as_str(), fairs.spend.minor(), fairs.task), ("Fairs", 0, Task::A));
        assert_eq!(fairs.group, before.allocation.channels.iter().find(|channel| channel.name == known).unwrap().group);
        press(&mut page.app, Command::Undo);
        assert_eq!(*plan(&page.app), before, "one step");

        page.paste("5\t6\n7\t8\n");
        assert_eq!(*plan(&page.app), before);
        let said = t!(page.words, "allocation-paste-no-name", row = "1");
        assert!(page.app.query_by_label(&said).is_some());
    }
}

#[test]
fn channels_come_into_an_empty_plan_as_a_block() {
    let mut page = Page::open((WORKED_CASES[0].0, "blank.ron"));
    page.paste("Radio\t5,000\nFairs\t2,500\n");
    let names: Vec<_> = plan(&page.app).allocation.channels.iter().map(|channel| channel.name.clone()).collect();
    assert_eq!(names, ["Radio", "Fairs"]);
}

#[test]
fn several_channels_are_changed_and_removed_at_once() {
    for case in WORKED_CASES {
        let mut page = Page::open(case);
        let of = |page: &Page, id: &str| {
            plan(&page.app).allocation.channels.iter().find(|channel| channel.id.as_str() == id).cloned().unwrap()
        };
        page.click_row(ROWS[0], Modifiers::NONE);
        page.click_row(ROWS[2], Modifiers::SHIFT);
        assert!(page.app.query_by_label(&t!(page.words, "allocation-several", n = 3)).is_some());
        page.click_row(ROWS[1], Modifiers::COMMAND);
        assert!(page.app.query_by_label(&t!(page.words, "allocation-several", n = 2)).is_some());
        let before = plan(&page.app).clone();
        let locked = page.words.text("allocation-locked-here");
        click(&mut page.app, Role::CheckBox, &locked);
        assert_eq!(ROWS.map(|id| of(&page, id).locked), [true, true, true], "the second was locked before");
        click(&mut page.app, Role::CheckBox, &locked);
        assert_eq!(ROWS.map(|id| of(&page, id).locked), [false, true, false]);
        press(&mut page.app, Command::Undo);
        press(&mut page.app, Command::Undo);
        assert_eq!(*plan(&page.app), before, "a step each");
        let what = page.words.text("allocation-media");
        let media = t!(page.words, "allocation-several-of", what = what, n = 2);
        click(&mut page.app, Role::ComboBox, &media);
        let owned = ripple_planner::words::Named::name(&Media::Owned, page.words);
        click(&mut page.app, Role::ListBoxOption, &owned);
        assert_eq!([ROWS[0], ROWS[2]].map(|id| of(&page, id).media), [Some(Media::Owned); 2]);
        let task = format!("{}: {}", page.words.text("allocation-part-task"), Task::W.letter());
        click(&mut page.app, Role::RadioButton, &task);
        assert_eq!(ROWS.map(|id| of(&page, id).task), [Task::W, Task::A, Task::W]);
        page.click_row(ROWS[1], Modifiers::NONE);
        assert!(page.app.query_by_label(&media).is_none(), "a plain click selects one");
    }
}

#[test]
fn what_nothing_names_is_removed_in_one_step_and_what_is_named_is_asked_about() {
    let mut page = Page::open(WORKED_CASES[0]);
    page.click_row(ROWS[0], Modifiers::NONE);
    page.paste("Radio\t5,000\nFairs\t2,500\n");
    let before = plan(&page.app).clone();
    let ids: Vec<String> =
        before.allocation.channels.iter().rev().take(2).map(|channel| channel.id.to_string()).collect();
    page.click_row(&ids[0], Modifiers::NONE);
    page.click_row(&ids[1], Modifiers::COMMAND);
    let remove = t!(page.words, "allocation-several-remove", n = 2);
    click(&mut page.app, Role::Button, &remove);
    assert_eq!(plan(&page.app).allocation.channels.len(), before.allocation.channels.len() - 2);
    press(&mut page.app, Command::Undo);
    assert_eq!(*plan(&page.app), before, "one step");
}

#[test]
fn items_and_parties_are_walked_and_pasted_as_blocks() {
    for case in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let app = event_page::open(&folder, case.0, case.1);
        let mut page = Page { app, words: words(case.0), _folder: folder };
        let before = plan(&page.app).clone();
        let items: Vec<String> = event_page::event(&page.app).items.iter().map(|item| item.label.clone()).collect();
        let label = |item: &str| event_page::of(case.0, "common-name", item);
        let amount = |item: &str| event_page::of(case.0, "event-amount", item);
        page.focus(&label(&items[0]));
        page.key(Modifiers::NONE, Key::Tab);
        assert_eq!(page.focused(), Some(amount(&items[0])));
        page.key(Modifiers::NONE, Key::Enter);
        assert_eq!(page.focused(), Some(amount(&items[1])));
        page.key(Modifiers::NONE, Key::Home);
        assert_eq!(page.focused(), Some(label(&items[1])));

        page.focus(&amount(&items[0]));
        page.key(Modifiers::SHIFT, Key::ArrowDown);
        page.key(Modifiers::SHIFT, Key::ArrowLeft);
        let copied = page.copied().unwrap();
        let cells: Vec<&str> = copied.split(['\t', '\n']).map(|cell| cell.trim_end_matches(".00")).collect();
        assert_eq!(cells, [items[0].as_str(), "48,000", items[1].as_str(), "12,000"], "a block of two and two");

        let last = items.last().unwrap().clone();
        page.focus(&label(&last));
        page.paste("Venue\t\"12,000.50\"\nPrizes\t3千\nSponsor\t-8,000\n");
        let now = event_page::event(&page.app).items.clone();
        assert_eq!(now.len(), items.len() + 2, "rows below the last one are new items");
        let [.., venue, prizes, sponsor] = now.as_slice() else { panic!() };
        assert_eq!((venue.label.as_str(), venue.amount.minor()), ("Venue", 1_200_050));
        assert_eq!((prizes.label.as_str(), prizes.amount.minor()), ("Prizes", 300_000));
        assert!(sponsor.is_income() && sponsor.amount.minor() == 800_000);
        press(&mut page.app, Command::Undo);
        assert_eq!(*plan(&page.app), before, "one step");

        page.focus(&amount(&last));
        page.paste("1\n2\n");
        assert_eq!(*plan(&page.app), before, "amounts alone name no new items");

        event_page::show(&mut page.app, case.0, "event-parties");
        let parties: Vec<String> =
            event_page::event(&page.app).parties.iter().map(|party| party.name.clone()).collect();
        page.focus(&label(&parties[0]));
        page.paste("One\nTwo\n");
        let names: Vec<_> = event_page::event(&page.app).parties.iter().map(|party| party.name.clone()).collect();
        assert_eq!(names[..2], ["One", "Two"]);
        press(&mut page.app, Command::Undo);
        assert_eq!(*plan(&page.app), before, "one step");
    }
}
