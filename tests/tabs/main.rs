//! Every tab, driven in the whole window as a person would.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "../common/app.rs"]
mod app;
#[path = "../common/event_page.rs"]
mod event_page;
#[path = "../common/painted.rs"]
mod painted;
#[path = "../common/small_disk.rs"]
mod small_disk;

mod allocation;
mod best_months;
mod browse;
mod composing;
mod event;
mod explain;
mod export;
mod goal;
mod grids;
mod grids_cleared;
mod import;
mod income;
mod months;
mod odds;
mod overview;
mod print;
mod proposal;
mod proposal_drawn;
mod pyramid;
mod ripple;
mod seen;
mod summary;
mod team;
mod three_ways;
mod topics;
mod track;
