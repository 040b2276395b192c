//! The program's library, file by file, without its window: what fuzzing needs of it, built in minutes.
#![allow(missing_docs, dead_code)]

#[path = "../src/calc/mod.rs"]
pub mod calc;
#[path = "../src/cli/mod.rs"]
pub mod cli;
#[path = "../src/compare/mod.rs"]
pub mod compare;
#[path = "../src/file/mod.rs"]
pub mod file;
#[path = "../src/fonts.rs"]
pub mod fonts;
#[path = "../src/import/mod.rs"]
pub mod import;
#[path = "../src/plan/mod.rs"]
pub mod plan;
#[path = "../src/printing/mod.rs"]
pub mod printing;
#[path = "../src/report/mod.rs"]
pub mod report;
#[path = "../src/words/mod.rs"]
pub mod words;

/// No window is opened here.
pub mod app {
    pub fn run(_: Option<&std::path::Path>, _: &crate::words::Words) -> Result<(), String> {
        Err("no window while fuzzing".to_owned())
    }
}
