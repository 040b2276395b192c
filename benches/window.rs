//! How long a frame of the whole window takes, without a display: `cargo bench --bench window`.
//!
//! What is measured is everything the program does for a frame, from input to shapes and letters; putting the shapes
//! on a screen is the graphics driver's.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/common/app.rs"]
mod app;
#[path = "../tests/common/large_plan.rs"]
mod large_plan;

use app::Start;
use divan::Bencher;
use egui_kittest::Harness;
use large_plan::large;
use ripple_planner::app::PlannerApp;
use ripple_planner::app::command::Tab;
use ripple_planner::calc::{Place, Section};
use ripple_planner::file;
use ripple_planner::file::settings::Language;

fn main() {
    divan::main();
}

/// The window with a plan on a tab, drawn until nothing changes any more.
fn window(channels: Option<usize>, section: Section) -> Harness<'static, PlannerApp> {
    let folder = tempfile::tempdir().unwrap();
    let start = Start::with_plan(folder.path(), "worked-case.zh-CN.ron", Language::Chinese);
    if let Some(channels) = channels {
        file::save(start.plan.as_ref().unwrap(), &large(channels)).unwrap();
    }
    let mut harness = start.open();
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
