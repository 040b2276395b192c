//! Every tab with plans that are not as round and short as the worked case: no number is cut, no words run over others
//! or out of the window. What is painted is read, so that what a screen reader is told cannot hide what is seen.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[path = "common/app.rs"]
mod app;

use std::path::Path;
use std::sync::Arc;

use app::{App, Start, press, words};
use eframe::egui::epaint::{ClippedShape, TextShape};
use eframe::egui::{Rect, Shape, accesskit::Role};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::{Money, Plan};

const SIZES: [[f32; 2]; 2] = [[1280.0, 720.0], [1366.0, 768.0]];
const LANGUAGES: [Language; 2] = [Language::English, Language::Chinese];

/// The worked case with one change.
fn worked_case(change: fn(&mut Plan)) -> Plan {
    let saved = Path::new(env!("CARGO_MANIFEST_DIR")).join("saved_plans/worked-case.ron");
    let mut plan = file::open(saved).unwrap();
    change(&mut plan);
    plan
}

/// One budget that is not round: everything expected gets decimals.
fn uneven(plan: &mut Plan) {
    let spend = plan.currency.whole(350_000).unwrap();
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.channels[0].spend = spend;
}

/// Names longer than their columns.
fn long(plan: &mut Plan) {
    Arc::make_mut(&mut plan.team).people[0].name = "Alexandra Maximiliana Konstantinopoulos".to_owned();
    Arc::make_mut(&mut plan.allocation).channels[0].name =
        "Search advertising on every engine in Greater China".to_owned();
    let event = &mut Arc::make_mut(&mut plan.events)[0];
    event.name = "The Great Yearly Developer Day of Eastern China, Hangzhou 2026".to_owned();
    event.parties[0].name = "Northpeak Cloud Infrastructure Holdings (Asia Pacific)".to_owned();
    Arc::make_mut(&mut plan.topics).list[0].name = "Launch week of the second generation".to_owned();
}

/// A company a hundred times as large, and channels that cost a hundred times as much.
fn large(plan: &mut Plan) {
    let times = |money: Money, by: i64| Money::from_minor(money.minor() * by).unwrap();
    let goal = Arc::make_mut(&mut plan.goal);
    goal.target.customers = goal.target.customers.map(|customers| customers * 100.0);
    goal.target.total_revenue = goal.target.total_revenue.map(|money| times(money, 100));
    goal.baseline.customers = goal.baseline.customers.map(|customers| customers * 100.0);
    goal.baseline.revenue = goal.baseline.revenue.map(|money| times(money, 100));
    goal.baseline.total_revenue = goal.baseline.total_revenue.map(|money| times(money, 100));
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.budget = allocation.budget.map(|money| times(money, 100));
    for channel in &mut allocation.channels {
        channel.spend = times(channel.spend, 100);
        channel.max = channel.max.map(|money| times(money, 100));
    }
}

/// The window with a plan, opened in a folder of its own.
fn open(folder: &Path, plan: &Plan, language: Language, size: [f32; 2]) -> App {
    let path = folder.join("plan.ron");
    file::save(&path, plan).unwrap();
    Start { plan: Some(path), size, ..Start::empty(folder, language) }.open()
}

/// A text as it stands on the screen.
struct Text {
    words: String,
    /// All of its letters.
    whole: Rect,
    /// What is seen of them.
    seen: Rect,
    elided: bool,
}

fn texts(app: &App) -> Vec<Text> {
    let mut found = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &app.output().shapes {
        collect(shape, *clip_rect, &mut found);
    }
    found
}

fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Text>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
        Shape::Text(TextShape { pos, galley, .. }) => {
            for row in &galley.rows {
                let whole = row.visuals.mesh_bounds.translate(row.pos.to_vec2() + pos.to_vec2());
                let seen = whole.intersect(clip);
                if seen.is_positive() && seen.height() > 0.6 * whole.height() {
                    found.push(Text { words: galley.job.text.clone(), whole, seen, elided: galley.elided });
                }
            }
        }
        _ => {}
    }
}

fn faults(app: &App, size: [f32; 2]) -> Vec<String> {
    let texts = texts(app);
    let mut faults = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        if text.elided {
            faults.push(format!("cut: {}", text.words));
        }
        if text.whole.left() < text.seen.left() - 1.0
            || text.whole.right() > text.seen.right() + 1.0
            || text.whole.right() > size[0]
        {
            faults.push(format!("clipped: {} {:?} {:?}", text.words, text.whole, text.seen));
        }
        for other in &texts[index + 1..] {
            let both = text.seen.intersect(other.seen);
            if both.width() > 2.0 && both.height() > 3.0 {
                faults.push(format!("over each other: {:?} and {:?} {:?}", text.words, other.words, both));
            }
        }
    }
    faults
}

#[test]
fn explore() {
    for (n, c) in [("uneven", uneven as fn(&mut Plan)), ("long", long), ("large", large)] {
        file::save(format!("/tmp/layout/{n}.ron"), &worked_case(c)).unwrap();
    }
    for (name, change) in [("worked", (|_| ()) as fn(&mut Plan)), ("uneven", uneven), ("long", long), ("large", large)]
    {
        for size in SIZES {
            for language in LANGUAGES {
                let folder = tempfile::tempdir().unwrap();
                let mut app = open(folder.path(), &worked_case(change), language, size);
                for tab in Tab::ALL {
                    press(&mut app, Command::Show(tab));
                    report(name, &app, language, size, &format!("{tab:?}"));
                    let other = match tab {
                        Tab::Allocation => "event-shared-events",
                        Tab::Goal if size[0] < 1366.0 => "goal-backwards",
                        _ => continue,
                    };
                    let other = words(language).text(other);
                    app.get_all_by_role(Role::RadioButton)
                        .find(|node| {
                            use egui_kittest::kittest::NodeT;
                            node.accesskit_node().label().is_some_and(|l| l.ends_with(&other))
                        })
                        .unwrap()
                        .click();
                    app.run();
                    report(name, &app, language, size, &other);
                }
            }
        }
    }
}
fn report(name: &str, app: &App, language: Language, size: [f32; 2], tab: &str) {
    for fault in faults(app, size) {
        println!("{name} {language:?} {} {tab}: {fault}", size[0]);
    }
}
