//! Chinese by an input method, in a text, a number and a cell of a table: nothing is read before a word is finished, a word
//! that is given up leaves what was there, and one undo takes back what was written.

use crate::app::{App, Start, WORKED_CASES, plan, press};
use eframe::egui::{Event, ImeEvent, Key, Modifiers};
use ripple_planner::app::command::Command;
use ripple_planner::calc::{Place, Section};
use ripple_planner::file::settings::Language;
use ripple_planner::plan::{Money, Plan};

/// What is typed into a field, and what it then holds.
struct Case {
    place: fn(&Plan) -> Place,
    letters: &'static str,
    word: &'static str,
    holds: fn(&Plan) -> bool,
}

fn thirty_wan(amount: Money) -> bool {
    amount.minor() == 30_000_000
}

const CASES: [Case; 3] = [
    Case {
        place: |plan| Place::item(Section::Team, &plan.team.people[1].id, "name"),
        letters: "lin yue",
        word: "林悦",
        holds: |plan| plan.team.people[1].name == "林悦",
    },
    Case {
        place: |_| Place::of(Section::Allocation, "budget"),
        letters: "san shi wan",
        word: "三十万",
        holds: |plan| plan.allocation.budget.is_some_and(thirty_wan),
    },
    Case {
        place: |plan| Place::item(Section::Allocation, &plan.allocation.channels[0].id, "spend"),
        letters: "san shi wan",
        word: "三十万",
        holds: |plan| thirty_wan(plan.allocation.channels[0].spend),
    },
];

/// A window with the focus in the field of a case, all of it selected.
fn open(folder: &tempfile::TempDir, (language, file): (Language, &str), case: &Case) -> App {
    let mut app = Start::with_plan(folder.path(), file, language).open();
    go_to(&mut app, case.place);
    app.key_press_modifiers(Modifiers::COMMAND, Key::A);
    app.run();
    app
}

fn go_to(app: &mut App, place: fn(&Plan) -> Place) {
    let place = place(plan(app));
    app.state_mut().go_to(place);
    app.run();
    app.run();
    assert!(app.ctx.memory(eframe::egui::Memory::focused).is_some());
}

fn composes(app: &mut App, letters: &str) {
    app.event(Event::Ime(ImeEvent::Preedit { text: letters.to_owned(), active_range_chars: None }));
    app.run();
}

#[test]
fn a_word_counts_once_it_is_finished_and_one_undo_takes_it_back() {
    for case in &CASES {
        for worked in WORKED_CASES {
            let folder = tempfile::tempdir().unwrap();
            let mut app = open(&folder, worked, case);
            let before = plan(&app).clone();
            for end in 1..=case.letters.len() {
                composes(&mut app, &case.letters[..end]);
                assert_eq!(*plan(&app), before, "{} is not finished", &case.letters[..end]);
            }
            composes(&mut app, "");
            app.event(Event::Ime(ImeEvent::Commit(case.word.to_owned())));
            app.run();
            app.key_press(Key::Enter);
            app.run();
            assert!((case.holds)(plan(&app)), "{}: {worked:?}", case.word);
            press(&mut app, Command::Undo);
            assert_eq!(*plan(&app), before, "{}: one undo", case.word);
        }
    }
}

#[test]
fn a_word_that_is_given_up_leaves_what_was_there() {
    for case in &CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(&folder, WORKED_CASES[1], case);
        let before = plan(&app).clone();
        composes(&mut app, case.letters);
        composes(&mut app, "");
        app.key_press(Key::Escape);
        app.run();
        assert_eq!(*plan(&app), before, "{} was given up", case.letters);
        // The field goes on working.
        go_to(&mut app, case.place);
        app.key_press_modifiers(Modifiers::COMMAND, Key::A);
        app.event(Event::Ime(ImeEvent::Commit(case.word.to_owned())));
        app.run();
        app.key_press(Key::Enter);
        app.run();
        assert!((case.holds)(plan(&app)), "{}", case.word);
    }
}

#[test]
fn leaving_a_field_in_the_middle_of_a_word_writes_no_half_of_it() {
    for case in &CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(&folder, WORKED_CASES[1], case);
        let before = plan(&app).clone();
        composes(&mut app, case.letters);
        go_to(&mut app, |_| Place::of(Section::Plan, "title"));
        composes(&mut app, "");
        assert_eq!(*plan(&app), before, "{} was not finished", case.letters);
        go_to(&mut app, case.place);
        assert_eq!(*plan(&app), before, "nor is it taken up later");
    }
}
