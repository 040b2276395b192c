//! `rollup`: many plans added up.

use std::collections::HashSet;
use std::path::PathBuf;

use crate::calc::odds::{DRAWS, SEED, deal_out};
use crate::calc::rollup::rollup;
use crate::calc::{Report, report};
use crate::file::{self, FileError};
use crate::plan::Plan;
use crate::report::document::rollup::AddedUp;
use crate::report::formats::{json, text};
use crate::report::sentences::rollup::other_currency;
use crate::report::summary::rollup::RollupAnswer;
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;

use super::arguments::{Arguments, Given};
use super::failure::Failure;
use super::patience::with_a_word;
use super::simulate::settings;
use super::{Answer, Streams};

/// Prints what plans come to together.
pub(super) fn run(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read(&["format", "lang"])?;
    let words = streams.language_of(&given)?;
    let as_json = given.as_json()?;
    let paths = paths(&given, words)?;
    let said = with_a_word(words, || {
        let plans = calculated(&paths)?;
        let files: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        let rollup = rollup(&plans, &settings(DRAWS, SEED))
            .map_err(|other| Failure::Input(other_currency(words, &files, &other)))?;
        let answer = RollupAnswer::of(&files, &plans, &rollup);
        let document = || AddedUp { rollup: &rollup, answer: &answer, words }.document();
        Ok::<_, Failure>(if as_json { json::pretty(&answer)? } else { text::write(&document()) })
    })?;
    streams.print(&said)?;
    Ok(Answer::Yes)
}

/// The files, each of which may count once.
fn paths(given: &Given, words: &Words) -> Result<Vec<PathBuf>, Failure> {
    let paths: Vec<PathBuf> = given.words.iter().map(PathBuf::from).collect();
    if paths.is_empty() {
        return Err(Failure::Missing("PLAN"));
    }
    let mut seen = HashSet::new();
    match paths.iter().find(|path| !seen.insert(*path)) {
        Some(twice) => {
            let path = one_line(&twice.display().to_string());
            Err(Failure::Input(t!(words, "terminal-named-twice", path = path)))
        }
        None => Ok(paths),
    }
}

/// The plans with their reports, in the order of their files, on all processors; the first file that cannot be read.
fn calculated(paths: &[PathBuf]) -> Result<Vec<(Plan, Report)>, FileError> {
    let mut slots: Vec<Option<Result<(Plan, Report), FileError>>> = paths.iter().map(|_| None).collect();
    // Nobody tells it to stop.
    let _ = deal_out(slots.iter_mut().zip(paths).collect(), &settings(DRAWS, SEED), || {
        |(slot, path): (&mut Option<_>, &PathBuf)| {
            *slot = Some(file::open(path).map(|plan| {
                let report = report(&plan);
                (plan, report)
            }));
        }
    });
    slots.into_iter().flatten().collect()
}
