//! What somebody hears who cannot see the window, and reaches who has no mouse: in every tab, menu and dialog.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod views;

use std::collections::HashSet;

use crate::app::{App, press};
use eframe::egui::{
    Key, Rect, Shape,
    accesskit::{Action, Role},
};
use egui_kittest::kittest::{NodeT, Queryable, by};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::theme;
use ripple_planner::file::settings::Language;

const PLANS: [(Language, &str); 4] = [
    (Language::English, "worked-case-track.ron"),
    (Language::Chinese, "worked-case.zh-CN.ron"),
    (Language::English, "blank.ron"),
    (Language::Chinese, "blank.ron"),
];

/// Something that takes the focus.
#[derive(Clone, Debug)]
struct Control {
    id: u64,
    role: Role,
    name: String,
    rect: Rect,
    is_focused: bool,
    /// Whether more is said of it than its name.
    is_explained: bool,
}

/// All controls that can be used.
fn controls(app: &App) -> Vec<Control> {
    let nodes = app.query_all(by());
    let usable = nodes.filter(|node| {
        let node = node.accesskit_node();
        node.data().supports_action(Action::Focus) && !node.is_disabled() && !node.is_root()
    });
    usable
        .map(|node| {
            let inner = node.accesskit_node();
            Control {
                id: inner.locate().0.0,
                role: inner.role(),
                name: inner.label().or_else(|| inner.value()).unwrap_or_default(),
                rect: node.rect(),
                is_focused: inner.is_focused(),
                is_explained: inner.data().description().is_some(),
            }
        })
        .collect()
}

/// Controls without a name, and those that nobody who hears their names can tell apart.
fn misnamed(app: &App) -> Vec<String> {
    let controls = controls(app);
    let unnamed = controls.iter().filter(|control| control.name.trim().is_empty());
    let mut faults: Vec<String> = unnamed.map(|control| format!("no name: {control:?}")).collect();
    // What stands behind a question cannot be reached.
    if app.state().asking().is_none() {
        // A number that explains itself is a name like others; with the focus it says what it is, which `walk` asks for.
        let has_a_name = |control: &&Control| control.role != Role::Label;
        let mut known = HashSet::new();
        let twice = controls
            .iter()
            .filter(has_a_name)
            .filter(|control| !known.insert((format!("{:?}", control.role), &control.name)));
        faults.extend(twice.map(|control| format!("another of this name: {control:?}")));
    }
    faults
}

/// Plots that say no more than how they are called.
fn silent_figures(app: &App) -> Vec<String> {
    let figures = app.query_all(by()).map(|node| node.accesskit_node()).filter(|node| node.role() == Role::Figure);
    let names = |node: &str| node.chars().any(|c| c.is_ascii_digit() || c == '—');
    let silent = figures.filter(|node| node.description().is_none() && !node.label().is_some_and(|name| names(&name)));
    silent.map(|node| format!("a plot without words: {:?}", node.label())).collect()
}

#[test]
fn everything_that_takes_the_focus_has_a_name_of_its_own_and_every_plot_its_words() {
    let mut faults = Vec::new();
    for (language, saved) in PLANS {
        let folder = tempfile::tempdir().unwrap();
        let mut app = views::open(folder.path(), saved, language);
        let mut look = |app: &mut App, view: &str| {
            let found = misnamed(app).into_iter().chain(silent_figures(app));
            faults.extend(found.map(|fault| format!("{language:?}, {saved}, {view}: {fault}")));
        };
        views::tabs(&mut app, language, &mut look);
        views::menus(&mut app, language, &mut look);
        views::dialogs(&mut app, language, &mut look);
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn tab_goes_through_each_page_as_one_reads_and_shows_where_it_is() {
    let mut faults = Vec::new();
    for (language, saved) in [PLANS[0], PLANS[3]] {
        let folder = tempfile::tempdir().unwrap();
        let mut app = views::open(folder.path(), saved, language);
        for tab in Tab::ALL {
            press(&mut app, Command::Show(tab));
            faults.extend(walk(&mut app).into_iter().map(|fault| format!("{language:?}, {saved}, {tab:?}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Goes once round everything with the Tab key.
fn walk(app: &mut App) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen: HashSet<u64> = HashSet::new();
    let mut last: Option<Control> = None;
    loop {
        let before = controls(app);
        app.key_press(Key::Tab);
        let (now, after) = arrival(app, last.as_ref());
        let Some(now) = now else {
            faults.push(format!("nothing has the focus after {last:?}"));
            break;
        };
        if std::env::var("TELL").is_ok() {
            println!("{:?} {:?}", now.role, now.name);
        }
        if !seen.insert(now.id) {
            break;
        }
        if !wears_a_ring(app, now.rect) {
            faults.push(format!("nothing shows that it has the focus: {now:?}"));
        }
        if now.role == Role::Label && !now.is_explained {
            faults.push(format!("a bare number: {now:?}"));
        }
        if let Some(last) = &last {
            let is_back_in = |all: &[Control]| {
                let at = |id| all.iter().find(|control| control.id == id).map(|control| control.rect);
                at(last.id).zip(at(now.id)).is_none_or(|(from, to)| goes_back(from, to))
            };
            // What comes into sight with the focus stands elsewhere afterwards.
            if !is_picture(last, &now) && is_back_in(&before) && is_back_in(&after) {
                faults.push(format!("goes back from {last:?} to {now:?}"));
            }
        }
        last = Some(now);
    }
    let is_bar = |control: &Control| control.role == Role::Tab;
    let missed = controls(app).into_iter().filter(|control| is_bar(control) && !seen.contains(&control.id));
    faults.extend(missed.map(|control| format!("Tab passes {control:?}")));
    faults
}

/// What has the focus once it has moved on: a table takes some frames to bring its cell into sight.
fn arrival(app: &mut App, last: Option<&Control>) -> (Option<Control>, Vec<Control>) {
    for _ in 0..5 {
        app.step();
        let all = controls(app);
        let focused = all.iter().find(|control| control.is_focused).cloned();
        if focused.as_ref().is_some_and(|now| last.is_none_or(|last| last.id != now.id)) {
            // What comes into sight does so in the next frame, and a table keeps the keys to itself from then on.
            app.run();
            let all = controls(app);
            return (all.iter().find(|control| control.is_focused).cloned(), all);
        }
    }
    (None, controls(app))
}

/// Whether a step goes against reading: up without going right, or left within a row.
fn goes_back(from: Rect, to: Rect) -> bool {
    if from.contains_rect(to) {
        return false;
    }
    let overlap = from.bottom().min(to.bottom()) - from.top().max(to.top());
    let is_same_row = overlap > 0.5 * from.height().min(to.height());
    let is_up = to.center().y < from.center().y && to.left() < from.right();
    if is_same_row { to.center().x < from.center().x - 1.0 } else { is_up }
}

/// Parts of a picture follow one another as they are counted: levels from the lowest, stages round their ring.
fn is_picture(from: &Control, to: &Control) -> bool {
    let are = |role| from.role == role && to.role == role;
    let is_dot = |control: &Control| (control.rect.width() - control.rect.height()).abs() < 1.0;
    let is_stage = |control: &Control| {
        is_dot(control) || ["Choose a channel for", "选择渠道"].iter().any(|word| control.name.contains(word))
    };
    (are(Role::RadioButton) && (from.rect.left() - to.rect.left()).abs() < 1.0)
        || (are(Role::Button) && is_stage(from) && is_stage(to))
}

/// Whether a line in the accent runs round something, no more than a few points away.
fn wears_a_ring(app: &App, rect: Rect) -> bool {
    let accent = theme::of(app.ctx.global_style().visuals.dark_mode).accent;
    let is_ring = |shape: &Shape| match shape {
        Shape::Rect(ring) => {
            let is_near = ring.rect.expand(8.0).contains_rect(rect.intersect(ring.rect.expand(8.0)))
                && ring.rect.center().distance(rect.center()) < 12.0;
            ring.stroke.color == accent && ring.stroke.width >= 1.5 && is_near
        }
        _ => false,
    };
    app.output().shapes.iter().any(|clipped| holds(&clipped.shape, &is_ring))
}

fn holds(shape: &Shape, is_it: &dyn Fn(&Shape) -> bool) -> bool {
    match shape {
        Shape::Vec(shapes) => shapes.iter().any(|shape| holds(shape, is_it)),
        shape => is_it(shape),
    }
}
