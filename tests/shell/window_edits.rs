//! Open, edit, undo, redo, save on every tab in both languages: one typed value is one step and one line of the file.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_into, words};
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::file;
use ripple_planner::plan::Plan;
use ripple_planner::t;
use ripple_planner::words::Words;

/// One value to type: where, and what its line of the file is then.
struct Edit {
    tab: Tab,
    /// What is clicked before the field is there.
    way: fn(&Words, &Plan) -> Option<(Role, String)>,
    field: fn(&Words, &Plan) -> String,
    typed: &'static str,
    line: &'static str,
}

fn at_once(_: &Words, _: &Plan) -> Option<(Role, String)> {
    None
}

/// Every tab on which a plan can be changed; the overview and the summary only show it.
const EDITS: [Edit; 8] = [
    Edit {
        tab: Tab::Goal,
        way: at_once,
        field: |words, _| words.text("goal-target-customers"),
        typed: "1,600",
        line: "customers: 1600.0,",
    },
    Edit {
        tab: Tab::Team,
        way: |_, plan| Some((Role::Button, plan.team.people[1].name.clone())),
        field: |words, _| words.text("team-capacity"),
        typed: "32",
        line: "capacity: 32.0,",
    },
    Edit {
        tab: Tab::Pyramid,
        way: at_once,
        field: |words, _| words.text("pyramid-threshold"),
        typed: "0.6",
        line: "threshold: 0.6,",
    },
    Edit {
        tab: Tab::Allocation,
        way: at_once,
        field: |words, plan| {
            let name = &plan.allocation.channels.iter().find(|channel| channel.id.as_str() == "search-advertising");
            t!(words, "allocation-of", what = words.text("common-budget"), item = &name.unwrap().name)
        },
        typed: "345,000",
        line: "spend: \"345000.00\",",
    },
    Edit {
        tab: Tab::Allocation,
        way: |words, _| Some((Role::RadioButton, words.text("event-shared-events"))),
        field: |words, plan| {
            t!(words, "event-of", what = words.text("common-name"), item = &plan.events[0].items[0].label)
        },
        typed: "Hall",
        line: "label: \"Hall\",",
    },
    Edit {
        tab: Tab::Ripple,
        way: at_once,
        field: |words, _| words.text("ripple-lead-rate"),
        typed: "12",
        line: "lead_rate: Estimate(likely: 0.12, low: 0.07, high: 0.14),",
    },
    Edit {
        tab: Tab::Topics,
        way: |words, plan| Some((Role::Button, t!(words, "topics-edit-named", topic = &plan.topics.list[0].name))),
        field: |words, plan| {
            t!(words, "topics-field-of", field = words.text("topics-spread"), topic = &plan.topics.list[0].name)
        },
        typed: "8",
        line: "spread_days: 8.0,",
    },
    Edit {
        tab: Tab::Settings,
        way: at_once,
        field: |words, _| words.text("settings-title"),
        typed: "Next year",
        line: "title: \"Next year\",",
    },
];

#[test]
fn one_typed_value_is_one_step_and_one_line() {
    for (language, saved) in WORKED_CASES {
        for edit in &EDITS {
            let words = words(language);
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(saved);
            let mut app = Start::with_plan(folder.path(), saved, language).open();
            let (before, text) = (plan(&app).clone(), std::fs::read_to_string(&path).unwrap());
            press(&mut app, Command::Show(edit.tab));
            if let Some((role, label)) = (edit.way)(words, &before) {
                click(&mut app, role, &label);
            }
            assert!(plan(&app).same_as(&before), "looking changes nothing");

            let field = (edit.field)(words, &before);
            type_into(&mut app, Role::TextInput, &field, edit.typed);
            let edited = plan(&app).clone();
            assert_ne!(edited, before, "{field}");
            let document = app.state().document().unwrap();
            assert!(document.undo_name(words.language()).is_some_and(|name| !name.is_empty()), "{field}: no name");
            assert!(document.is_unsaved(), "{field}");

            press(&mut app, Command::Undo);
            assert_eq!(*plan(&app), before, "{field}: the whole value is one step");
            let document = app.state().document().unwrap();
            assert!(!document.is_unsaved() && document.undo_name(words.language()).is_none(), "{field}");
            press(&mut app, Command::Redo);
            assert_eq!(*plan(&app), edited, "{field}");

            press(&mut app, Command::Save);
            assert!(!app.state().document().unwrap().is_unsaved(), "{field}");
            assert_eq!(file::open(&path).unwrap(), edited, "{field}");
            assert_eq!(changed_lines(&text, &std::fs::read_to_string(&path).unwrap()), [edit.line], "{field}");
        }
    }
}

/// The lines that stand differently in a text of as many lines.
fn changed_lines(old: &str, new: &str) -> Vec<String> {
    assert_eq!(old.lines().count(), new.lines().count());
    let pairs = old.lines().zip(new.lines());
    pairs.filter(|(old, new)| old != new).map(|(_, new)| new.trim().to_owned()).collect()
}

#[test]
fn a_tab_that_is_not_edited_above_has_nothing_to_type_into() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app: App = Start::with_plan(folder.path(), saved, language).open();
        for tab in Tab::ALL {
            press(&mut app, Command::Show(tab));
            // What is chosen for printing is no part of the plan; the words beside it are edited in `tabs/summary.rs`,
            // as they are a section of their own in the file.
            let is_edited = tab == Tab::Summary || EDITS.iter().any(|edit| edit.tab == tab);
            assert!(is_edited || app.query_all_by_role(Role::TextInput).count() == 0, "{tab:?} is not edited");
        }
    }
}
