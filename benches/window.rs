//! How long a frame of the whole window takes, without a display: `cargo bench --bench window`.
//!
//! What is measured is everything the program does for a frame, from input to shapes and letters; putting the shapes
//! on a screen is the graphics driver's.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/common/app.rs"]
mod app;
#[path = "../tests/common/large_plan.rs"]
mod large_plan;
#[path = "common/search_report.rs"]
mod search_report;

use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

use app::{Start, words};
use divan::Bencher;
use eframe::egui::{Context, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use large_plan::large;
use ripple_planner::app::PlannerApp;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::document::Document;
use ripple_planner::app::history::StepName;
use ripple_planner::app::keeper::Keeper;
use ripple_planner::app::worker::Background;
use ripple_planner::calc::{Place, Section};
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::Plan;

fn main() {
    println!("Slowest frame of the window while the Summary tab opens, until its pages are there:");
    for channels in [None, Some(200), Some(10_000)] {
        let windows = [(); 5].map(|()| opening_summary(channels));
        let [first, again] = [0, 1].map(|time| {
            let mut slowest = windows.map(|window| window[time].as_secs_f64() * 1e3);
            slowest.sort_by(f64::total_cmp);
            format!("{:.2} ms ({:.2} to {:.2})", slowest[2], slowest[0], slowest[4])
        });
        let plan = channels.map_or_else(|| "worked case".to_owned(), |channels| format!("{channels} channels"));
        println!(
            "{plan}, five windows: {first} with the first drawing of its letters, {again} when it is opened again"
        );
    }
    println!("A report of a million rows in the import's dialog:");
    for campaigns in [60, 20_000] {
        println!("{campaigns} campaigns: {}", importing(campaigns));
    }
    divan::main();
}

/// How long it takes until what comes in is shown, the slowest frame until then and of those behind it, and the most memory.
fn importing(campaigns: u64) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.csv");
    std::fs::write(&path, search_report::report(1_000_000, campaigns)).unwrap();
    let start = Start { dialogs: Answer::Several(vec![path]), ..start(&folder, None) };
    let mut harness = Start { background: Background::Threads, ..start }.open();
    let watch = Watch::new(&harness.ctx);
    watch.slowest_frame(&mut harness, 200);
    let shortcut = Command::Import.shortcuts()[0];
    harness.key_press_modifiers(shortcut.modifiers, shortcut.logical_key);
    watch.slowest_frame(&mut harness, 5);
    harness.get_by_role_and_label(Role::Button, &words(Language::Chinese).text("import-window-files")).click();
    let (begin, mut until) = (Instant::now(), Duration::ZERO);
    let take_in = words(Language::Chinese).text("import-window-take-in");
    let is_ready = |harness: &Harness<'_, PlannerApp>| {
        let button = harness.query_by_role_and_label(Role::Button, &take_in);
        button.is_some_and(|button| !button.accesskit_node().is_disabled())
    };
    while !is_ready(&harness) {
        until = until.max(watch.slowest_frame(&mut harness, 1));
    }
    let shown = begin.elapsed();
    let then = watch.slowest_frame(&mut harness, 100);
    let ms = |duration: Duration| duration.as_secs_f64() * 1e3;
    let (shown, until, then) = (ms(shown), ms(until), ms(then));
    format!(
        "shown after {shown:.0} ms, slowest frame {until:.1} ms until then and {then:.1} ms after; {}",
        most_memory()
    )
}

/// The most memory this program has taken so far, as Linux says it.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.map_or_else(
        || "memory unknown".to_owned(),
        |line| format!("most memory {}", line.trim_start_matches("VmHWM:").trim()),
    )
}

/// The slowest frame when the tab is opened for the first time, and when it is opened again.
fn opening_summary(channels: Option<usize>) -> [Duration; 2] {
    let folder = tempfile::tempdir().unwrap();
    let start = start(&folder, channels);
    let mut harness = Start { background: Background::Threads, ..start }.open();
    let watch = Watch::new(&harness.ctx);
    // Until all letters are drawn ahead.
    watch.slowest_frame(&mut harness, 800);
    [(); 2].map(|()| {
        show(&mut harness, Tab::Summary);
        let mut slowest = Duration::ZERO;
        while harness.query_all_by_role(Role::Document).next().is_none() {
            slowest = slowest.max(watch.slowest_frame(&mut harness, 1));
        }
        slowest = slowest.max(watch.slowest_frame(&mut harness, 20));
        show(&mut harness, Tab::Goal);
        watch.slowest_frame(&mut harness, 20);
        slowest
    })
}

fn show(harness: &mut Harness<'_, PlannerApp>, tab: Tab) {
    let shortcut = Command::Show(tab).shortcuts()[0];
    harness.key_press_modifiers(shortcut.modifiers, shortcut.logical_key);
}

/// Time within the program: a frame of the harness also reads all that is drawn into a tree of its own.
struct Watch(Arc<Mutex<Lap>>);

struct Lap {
    begin: Instant,
    took: Duration,
}

impl Watch {
    fn new(ctx: &Context) -> Self {
        let lap = Arc::new(Mutex::new(Lap { begin: Instant::now(), took: Duration::ZERO }));
        let (begins, ends) = (Arc::clone(&lap), Arc::clone(&lap));
        ctx.on_begin_pass("begin of a lap", Arc::new(move |_| begins.lock().unwrap().begin = Instant::now()));
        let end = move |_: &mut _| {
            let mut lap = ends.lock().unwrap();
            let took = lap.begin.elapsed();
            lap.took += took;
        };
        ctx.on_end_pass("end of a lap", Arc::new(end));
        Self(lap)
    }

    /// Draws some frames, with a breath between them for what works beside the window.
    fn slowest_frame(&self, harness: &mut Harness<'_, PlannerApp>, frames: usize) -> Duration {
        let frame = |_| {
            self.0.lock().unwrap().took = Duration::ZERO;
            harness.step();
            sleep(Duration::from_millis(5));
            self.0.lock().unwrap().took
        };
        (0..frames).map(frame).max().unwrap()
    }
}

/// The worked case, or a plan of so many channels.
fn start(folder: &tempfile::TempDir, channels: Option<usize>) -> Start {
    let start = Start::with_plan(folder.path(), "worked-case.zh-CN.ron", Language::Chinese);
    if let Some(channels) = channels {
        file::save(start.plan.as_ref().unwrap(), &large(channels)).unwrap();
    }
    start
}

/// The window with a plan on a tab, drawn until nothing changes any more.
fn window(channels: Option<usize>, section: Section) -> Harness<'static, PlannerApp> {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = start(&folder, channels).open();
    harness.state_mut().go_to(Place { section, item: None, field: "" });
    harness.run();
    assert_eq!(harness.state().tab(), Tab::of(section));
    harness
}

#[divan::bench(args = [Section::Goal, Section::Team, Section::Pyramid, Section::Allocation, Section::Ripple, Section::Topics])]
fn frame_of_worked_case(bencher: Bencher, section: Section) {
    let mut harness = window(None, section);
    bencher.bench_local(|| harness.step());
}

#[divan::bench(args = [Section::Goal, Section::Allocation])]
fn frame_of_10_000_channels(bencher: Bencher, section: Section) {
    let mut harness = window(Some(10_000), section);
    bencher.bench_local(|| harness.step());
}

/// What a change of the plan costs its frame for keeping the unsaved work: the work is handed over, a thread writes it.
#[divan::bench]
fn keeping_10_000_channels(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let mut document = Document::new(large(10_000));
    let changed = Plan { title: "Changed".to_owned(), ..document.plan.clone() };
    document.replace(changed, StepName::default());
    let keeper = || {
        let state = tempfile::tempdir_in(&folder).unwrap();
        (Keeper::new(Some(state.path()), Background::Threads, &Context::default()), state)
    };
    bencher.with_inputs(keeper).bench_local_refs(|(keeper, _)| keeper.follow(Some(&document)));
}
