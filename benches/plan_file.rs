//! How long a large plan takes to open and to save: `cargo bench --bench plan_file`.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/common/large_plan.rs"]
mod large_plan;

use std::path::Path;

use divan::Bencher;
use large_plan::large;
use ripple_planner::file::Over;
use ripple_planner::{calc, file};

fn main() {
    let plan = large(10_000);
    println!("10,000 channels: {} bytes of text", file::write_text(&plan).unwrap().len());
    divan::main();
}

#[divan::bench(sample_count = 40)]
fn open_10_000_channels(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    file::save(&path, &large(10_000)).unwrap();
    bencher.bench(|| file::open(&path).unwrap());
}

/// What a person waits for: until the figures stand there.
#[divan::bench(sample_count = 40)]
fn open_and_report_10_000_channels(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    file::save(&path, &large(10_000)).unwrap();
    bencher.bench(|| calc::report(&file::open(&path).unwrap()));
}

#[divan::bench(sample_count = 40)]
fn save_10_000_channels(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let plan = large(10_000);
    bencher.bench(|| file::save(&path, &plan).unwrap());
}

/// The save with an earlier version kept, on the same disk: a link to the old file.
#[divan::bench(sample_count = 40)]
fn save_10_000_channels_keeping_a_version(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    save_keeping(bencher, folder.path(), folder.path());
}

/// The same where the state folder lies on another disk, so that the old file is copied.
#[divan::bench(sample_count = 40)]
fn save_10_000_channels_keeping_a_copy(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir_in("/dev/shm").unwrap();
    save_keeping(bencher, folder.path(), elsewhere.path());
}

/// Saves another plan each time, as what stays the same is not kept again.
fn save_keeping(bencher: Bencher, folder: &Path, state: &Path) {
    let path = folder.join("plan.ron");
    let mut plan = large(10_000);
    bencher.bench_local(|| {
        plan.title.push('x');
        file::save_keeping(&path, &plan, Over::Anything, Some(state)).unwrap()
    });
}

/// The save without the disk: text, and reading it back.
#[divan::bench(sample_count = 40)]
fn write_text_10_000_channels(bencher: Bencher) {
    let plan = large(10_000);
    bencher.bench(|| file::write_text(&plan).unwrap());
}

/// The opening without the disk.
#[divan::bench(sample_count = 40)]
fn read_text_10_000_channels(bencher: Bencher) {
    let text = file::write_text(&large(10_000)).unwrap();
    bencher.bench(|| file::read_text(&text).unwrap());
}
