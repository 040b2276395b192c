//! `diff` and `merge`: what differs between two plans, and one plan of two.

use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use crate::compare::merge;
use crate::file::{self, FileError, places};
use crate::plan::Plan;
use crate::report::formats::json;
use crate::report::versions::{Versions, conflicts};
use crate::t;
use crate::words::clean::one_line;

use super::arguments::{Arguments, Given};
use super::failure::Failure;
use super::{Answer, Streams, written};

/// Prints what differs between two plans; the answer is no where anything does.
pub(super) fn diff(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read(&["format", "lang"])?;
    let words = streams.language_of(&given)?;
    let as_json = given.as_json()?;
    let [old, new] = paths(&given, ["A", "B"])?;
    let [old, new] = opened([&old, &new]);
    let (old, new) = (old?, new?);
    let versions = Versions::of(&old, &new, words);
    let text = if as_json { json::pretty(&versions)? } else { versions.text(words, [&old.currency, &new.currency]) };
    streams.print(&text)?;
    Ok(if versions.differ { Answer::No } else { Answer::Yes })
}

/// Makes one plan of two that come from the same one. Without `--output` it is printed; conflicts are printed instead,
/// and the answer is no. What the output held before is kept as an earlier version.
pub(super) fn merged(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read_with(&["output", "lang"], &["force"])?;
    let words = streams.language_of(&given)?;
    let [base, ours, theirs] = paths(&given, ["BASE", "OURS", "THEIRS"])?;
    let [in_base, in_ours, in_theirs] = opened([&base, &ours, &theirs]);
    let merged = merge(&in_base?, &in_ours?, &in_theirs?);
    let output = given.option("output").map(PathBuf::from);
    if let Some(output) = &output {
        let state_folder = places::state_folder().filter(|_| !is_gits_own(output));
        written(file::save_keeping(output, &merged.plan, given.over(), state_folder.as_deref()), output, words)?;
    }
    if merged.conflicts.is_empty() {
        if output.is_none() {
            let refused = |error| FileError::Write { path: ours.clone(), error };
            streams.print(&file::write_text(&merged.plan).map_err(refused)?)?;
        }
        return Ok(Answer::Yes);
    }
    let count = merged.conflicts.len();
    let head = t!(words, "versions-conflicts", n = count, shown = count.to_string());
    let lines = conflicts(&merged, words).iter().map(|line| one_line(line)).collect::<Vec<_>>().join("\n  ");
    streams.print(&format!("{head}\n  {lines}\n"))?;
    Ok(Answer::No)
}

/// Whether a file is a copy that git made for the time of a merge, under another name each time: git itself has what it holds.
fn is_gits_own(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".merge_file_"))
}

/// The plans of files, all read at once.
fn opened<const N: usize>(paths: [&PathBuf; N]) -> [Result<Plan, FileError>; N] {
    thread::scope(|scope| {
        let begun = paths.map(|path| scope.spawn(move || file::open(path)));
        begun.map(|plan| plan.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// The plans a command names, in order.
fn paths<const N: usize>(given: &Given, names: [&'static str; N]) -> Result<[PathBuf; N], Failure> {
    if let Some(more) = given.words.get(N) {
        return Err(Failure::Unexpected(more.to_string_lossy().into_owned()));
    }
    if let Some(missing) = names.get(given.words.len()) {
        return Err(Failure::Missing(missing));
    }
    Ok(std::array::from_fn(|index| PathBuf::from(&given.words[index])))
}
