//! Blocks of cells that are cleared, and filled with what is typed; names that are typed in the table of channels.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::t;

use crate::app::{WORKED_CASES, click, plan, press, words};
use crate::event_page;
use crate::grids::{Page, ROWS};

impl Page {
    fn name_cell(&self, id: &str) -> String {
        t!(self.words, "allocation-name-cell", item = self.name(id))
    }

    fn says(&self, text: &str) -> bool {
        self.app.query_by_label_contains(text).is_some()
    }

    /// Selects so many cells below the one that has the focus.
    fn select_down(&mut self, cells: usize) {
        for _ in 0..cells {
            self.key(Modifiers::SHIFT, Key::ArrowDown);
        }
    }
}

#[test]
fn a_block_of_budgets_is_cleared_in_one_step() {
    for case in WORKED_CASES {
        for key in [Key::Delete, Key::Backspace] {
            let mut page = Page::open(case);
            let before = plan(&page.app).clone();
            page.focus(&page.budget(ROWS[0]));
            page.select_down(2);
            page.key(Modifiers::NONE, key);
            assert_eq!(page.spends(), [0; 3]);
            page.text("7");
            assert_eq!(page.spends(), [0, 0, 7], "typing goes on in the cell that has the focus");
            press(&mut page.app, Command::Undo);
            press(&mut page.app, Command::Undo);
            assert_eq!(*plan(&page.app), before, "one step each");
        }
    }
}

#[test]
fn delete_sets_one_budget_to_nothing_and_leaves_what_is_typed_alone() {
    for case in WORKED_CASES {
        let mut page = Page::open(case);
        let before = page.spends();
        page.focus(&page.budget(ROWS[0]));
        page.key(Modifiers::NONE, Key::Delete);
        assert_eq!(page.spends(), [0, before[1], before[2]]);
        page.text("123");
        page.key(Modifiers::NONE, Key::Backspace);
        assert_eq!(page.spends()[0], 12, "a key of the text");
    }
}

#[test]
fn what_has_to_hold_something_says_so_and_nothing_is_cleared() {
    for case in WORKED_CASES {
        let mut page = Page::open(case);
        let before = plan(&page.app).clone();
        page.focus(&page.budget(ROWS[0]));
        page.select_down(1);
        page.key(Modifiers::SHIFT, Key::ArrowLeft);
        page.key(Modifiers::NONE, Key::Delete);
        assert_eq!(*plan(&page.app), before);
        assert!(page.says(&t!(page.words, "common-block-needed", row = "1", column = "1")));
        page.focus(&page.budget(ROWS[2]));
        page.paste("5\n");
        assert!(!page.says(&t!(page.words, "common-block-needed", row = "1", column = "1")), "the next one is said");
    }
}

#[test]
fn what_is_typed_fills_the_block_with_ctrl_and_enter_in_one_step() {
    for case in WORKED_CASES {
        let mut page = Page::open(case);
        let before = plan(&page.app).clone();
        page.focus(&page.budget(ROWS[0]));
        page.select_down(2);
        page.text("=2*1500");
        assert_eq!(page.spends()[2], 3_000, "of the cell alone, while it is typed");
        page.key(Modifiers::COMMAND, Key::Enter);
        assert_eq!(page.spends(), [3_000; 3]);
        assert_eq!(page.focused(), Some(page.budget(ROWS[2])), "one stays in the cell");
        page.text("4");
        assert_eq!(page.spends(), [3_000, 3_000, 4]);
        press(&mut page.app, Command::Undo);
        assert_eq!(page.spends(), [3_000; 3]);
        press(&mut page.app, Command::Undo);
        assert_eq!(*plan(&page.app), before, "typed and filled in one step");
        page.focus(&page.budget(ROWS[0]));
        page.select_down(1);
        page.text("abc");
        page.key(Modifiers::COMMAND, Key::Enter);
        assert_eq!(*plan(&page.app), before, "what cannot be read fills nothing");
    }
}

#[test]
fn a_name_is_typed_in_the_table_after_a_second_click_and_by_keyboard() {
    for case in WORKED_CASES {
        let mut page = Page::open(case);
        let before = plan(&page.app).clone();
        page.click_row(ROWS[1], Modifiers::NONE);
        assert_eq!(page.focused(), None, "the first click selects the channel");
        let cell = page.name_cell(ROWS[1]);
        click(&mut page.app, Role::TextInput, &cell);
        page.text("Site");
        assert_eq!(page.name(ROWS[1]), "Site", "typing replaces");
        page.key(Modifiers::NONE, Key::Enter);
        assert_eq!(page.focused(), Some(page.name_cell(ROWS[2])));
        page.key(Modifiers::NONE, Key::F2);
        page.text("!");
        assert!(page.name(ROWS[2]).ends_with('!') && page.name(ROWS[2]).len() > 1, "F2 edits what is there");
        press(&mut page.app, Command::Undo);
        press(&mut page.app, Command::Undo);
        assert_eq!(*plan(&page.app), before, "a step each");

        page.focus(&page.budget(ROWS[0]));
        page.key(Modifiers::NONE, Key::ArrowLeft);
        assert_eq!(page.focused(), Some(page.name_cell(ROWS[0])));
        page.paste("One\nTwo\n");
        assert_eq!([0, 1].map(|row| page.name(ROWS[row])), ["One", "Two"]);
        page.key(Modifiers::NONE, Key::Tab);
        assert_eq!(page.focused(), Some(page.budget(ROWS[0])), "Tab goes on to the budget");
        press(&mut page.app, Command::Undo);
        assert_eq!(*plan(&page.app), before, "one step");
    }
}

#[test]
fn odd_names_are_taken_as_they_are() {
    let mut page = Page::open(WORKED_CASES[1]);
    page.focus(&page.budget(ROWS[0]));
    page.key(Modifiers::NONE, Key::ArrowLeft);
    for name in ["很长的渠道名称".repeat(9), "  = 3 \"x\"".to_owned(), String::new()] {
        page.key(Modifiers::COMMAND, Key::A);
        if name.is_empty() {
            page.key(Modifiers::NONE, Key::Backspace);
        } else {
            page.text(&name);
        }
        assert_eq!(page.name(ROWS[0]), name);
    }
}

#[test]
fn months_are_cleared_and_filled_but_for_what_is_held() {
    for case in WORKED_CASES {
        let mut page = Page::open(case);
        click(&mut page.app, Role::RadioButton, &page.words.text("months-page"));
        let before = plan(&page.app).clone();
        let month = |page: &Page, month: u32| {
            let period = before.period;
            let month = ripple_planner::words::number::month_of(page.words, &period, month);
            t!(page.words, "months-cell", channel = page.name(ROWS[0]), month = month)
        };
        page.focus(&month(&page, 2));
        page.key(Modifiers::SHIFT, Key::ArrowRight);
        page.key(Modifiers::NONE, Key::Delete);
        let spends = |page: &Page| {
            let channels = &plan(&page.app).allocation.channels;
            let channel = channels.iter().find(|channel| channel.id.as_str() == ROWS[0]).unwrap().clone();
            ripple_planner::calc::schedule::spends(plan(&page.app), &channel)
                .iter()
                .map(|m| m.minor())
                .collect::<Vec<_>>()
        };
        assert_eq!(spends(&page)[2..4], [0, 0]);
        press(&mut page.app, Command::Undo);
        assert_eq!(*plan(&page.app), before, "one step");
        page.text("100");
        page.key(Modifiers::COMMAND, Key::Enter);
        assert_eq!(spends(&page)[2..4], [10_000, 10_000]);
        press(&mut page.app, Command::Undo);
        assert_eq!(*plan(&page.app), before, "one step");
        // The sum behind the months is typed alone.
        page.focus(&month(&page, 0));
        for _ in 0..before.period.months {
            page.key(Modifiers::SHIFT, Key::ArrowRight);
        }
        page.key(Modifiers::NONE, Key::Delete);
        assert_eq!(*plan(&page.app), before);
        assert!(page.says(&page.words.text("months-paste-sums")));
    }
}

#[test]
fn amounts_of_items_are_cleared_and_names_are_not() {
    for case in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let app = event_page::open(&folder, case.0, case.1);
        let mut page = Page { app, words: words(case.0), _folder: folder };
        let before = plan(&page.app).clone();
        let items: Vec<String> = event_page::event(&page.app).items.iter().map(|item| item.label.clone()).collect();
        page.focus(&event_page::of(case.0, "event-amount", &items[0]));
        page.select_down(1);
        page.key(Modifiers::NONE, Key::Delete);
        let amounts: Vec<i64> = event_page::event(&page.app).items.iter().map(|item| item.amount.minor()).collect();
        assert_eq!(amounts[..2], [0, 0]);
        press(&mut page.app, Command::Undo);
        assert_eq!(*plan(&page.app), before, "one step");
        page.focus(&event_page::of(case.0, "common-name", &items[0]));
        page.select_down(1);
        page.key(Modifiers::NONE, Key::Delete);
        assert_eq!(*plan(&page.app), before);
        assert!(page.says(&t!(page.words, "common-block-needed", row = "1", column = "1")));
        page.text("Stand");
        page.key(Modifiers::COMMAND, Key::Enter);
        let names: Vec<_> = event_page::event(&page.app).items.iter().map(|item| item.label.clone()).collect();
        assert_eq!(names[..2], ["Stand", "Stand"]);
        press(&mut page.app, Command::Undo);
        assert_eq!(*plan(&page.app), before, "one step");
    }
}

#[test]
fn what_happened_is_taken_out_as_a_block() {
    let mut page = Page::open((WORKED_CASES[0].0, "worked-case-track.ron"));
    press(&mut page.app, Command::Show(Tab::Track));
    let part = format!("{}: {}", page.words.text("track-shows"), page.words.text("track-by-month"));
    click(&mut page.app, Role::RadioButton, &part);
    let before = plan(&page.app).clone();
    let period = before.period;
    let cell = |month: i8| {
        let month = ripple_planner::words::names::month_name(month, page.words);
        let (what, channel) = (page.words.text("track-spend"), page.name(ROWS[0]));
        t!(page.words, "track-cell", what = what, channel = channel, month = month)
    };
    let first = cell(1);
    page.focus(&first);
    page.paste("10\t20\n");
    let typed = plan(&page.app).clone();
    page.key(Modifiers::SHIFT, Key::ArrowRight);
    page.key(Modifiers::NONE, Key::Delete);
    assert_ne!(*plan(&page.app), typed);
    let of = |plan: &ripple_planner::plan::Plan| {
        let rows = plan.actuals.channels.iter().filter(|row| row.channel.as_str() == ROWS[0]);
        rows.filter(|row| period.month_of(row.month).is_some_and(|month| month < 2) && row.spend.is_some()).count()
    };
    assert_eq!((of(&typed), of(plan(&page.app))), (2, 0));
    press(&mut page.app, Command::Undo);
    assert_eq!(*plan(&page.app), typed, "one step");
}
