//! What somebody hears who cannot see the window, and reaches who has no mouse: in every tab, menu and dialog.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod views;

use std::collections::{BTreeMap, HashSet};

use crate::app::App;
use eframe::egui::{
    Key, Rect,
    accesskit::{Action, Role},
};
use egui_kittest::kittest::{NodeT, Queryable, by};
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
            }
        })
        .collect()
}

fn unnamed(controls: &[Control]) -> Vec<String> {
    let unnamed = controls.iter().filter(|control| control.name.trim().is_empty());
    unnamed.map(|control| format!("no name: {:?} at {}", control.role, control.rect)).collect()
}

fn same_names(controls: &[Control]) -> Vec<String> {
    let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for control in controls {
        *counts.entry((format!("{:?}", control.role), control.name.as_str())).or_default() += 1;
    }
    let twice = counts.into_iter().filter(|(_, count)| *count > 1);
    twice.map(|((role, name), count)| format!("{count} times {role} {name:?}")).collect()
}

fn nameless_figures(app: &App) -> Vec<String> {
    let figures = app.query_all(by()).filter(|node| {
        matches!(node.accesskit_node().role(), Role::Figure | Role::Image | Role::Canvas | Role::GraphicsObject)
    });
    figures
        .map(|node| format!("FIG {:?} {:?}", node.accesskit_node().label(), node.accesskit_node().description()))
        .collect()
}

/// Goes through everything with the Tab key.
fn walk(app: &mut App) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen: HashSet<u64> = HashSet::new();
    let mut last: Option<Control> = None;
    for _ in 0..600 {
        let before = controls(app);
        app.key_press(Key::Tab);
        app.step();
        let mut after = controls(app);
        for _ in 0..4 {
            let arrived = after.iter().find(|control| control.is_focused).map(|control| control.id);
            if arrived.is_some() && arrived != last.as_ref().map(|last| last.id) {
                break;
            }
            app.step();
            after = controls(app);
        }
        let Some(now) = after.iter().find(|control| control.is_focused).cloned() else {
            if last.is_some() {
                faults.push(format!("nothing after {:?}", last.as_ref().map(|l| &l.name)));
            }
            app.step();
            last = None;
            continue;
        };
        if !seen.insert(now.id) {
            break;
        }
        if let Some(last) = &last {
            let at = |id| before.iter().find(|control| control.id == id).map(|control| control.rect);
            if let (Some(from), Some(to)) = (at(last.id), at(now.id)) {
                if goes_back(from, to) {
                    faults.push(format!(
                        "goes back from {:?} {:?} {from} to {:?} {:?} {to}",
                        last.role, last.name, now.role, now.name
                    ));
                }
            }
        }
        last = Some(now);
    }
    faults.extend(
        controls(app)
            .into_iter()
            .filter(|control| !seen.contains(&control.id))
            .map(|control| format!("no key reaches {:?} {:?} at {}", control.role, control.name, control.rect)),
    );
    faults
}

/// Whether a step goes against reading: up without going right, or left within a row.
fn goes_back(from: Rect, to: Rect) -> bool {
    let overlap = from.bottom().min(to.bottom()) - from.top().max(to.top());
    let same_row = overlap > 0.5 * from.height().min(to.height());
    if same_row {
        to.center().x < from.center().x - 1.0
    } else {
        to.center().y < from.center().y && to.left() < from.right()
    }
}

#[test]
fn explore() {
    for (language, saved) in PLANS {
        let folder = tempfile::tempdir().unwrap();
        let mut app = views::open(folder.path(), saved, language);
        let walks = std::env::var("WALK").is_ok();
        let mut look = |app: &mut App, view: &str| {
            let all = controls(app);
            for fault in unnamed(&all).into_iter().chain(same_names(&all)).chain(nameless_figures(app)) {
                println!("{language:?} {saved} | {view} | {fault}");
            }
            if walks {
                for fault in walk(app) {
                    println!("{language:?} {saved} | {view} | {fault}");
                }
            }
        };
        views::tabs(&mut app, language, &mut look);
        views::menus(&mut app, language, &mut look);
        views::dialogs(&mut app, language, &mut look);
    }
}
