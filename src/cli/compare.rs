//! `compare`: the base plan and its scenarios side by side.

use crate::calc::odds::{DRAWS, SEED};
use crate::calc::scenario::alternatives::{Alternative, MOST, alternatives};
use crate::file;
use crate::plan::{Plan, Scenario};
use crate::report::document::{Document, scenarios::SideBySide};
use crate::report::formats::{json, text};
use crate::report::summary::scenarios::CompareAnswer;
use crate::t;
use crate::words::Words;

use super::arguments::{Arguments, Given};
use super::failure::Failure;
use super::patience::with_a_word;
use super::scenario::known;
use super::simulate::settings;
use super::{Answer, Streams};

/// Prints the base plan and its scenarios, or those that are asked for.
pub(super) fn run(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read(&["scenario", "format", "lang"])?;
    let words = streams.language_of(&given)?;
    let as_json = given.as_json()?;
    let base = file::open(&given.only("PLAN")?)?;
    let (shown, left_out) = chosen(&base, &given, words)?;
    let all = with_a_word(words, || alternatives(&base, &shown, &settings(DRAWS, SEED)));
    // Nobody tells it to stop.
    let all: Vec<Alternative> = all.unwrap_or_default();
    let Some(answer) = CompareAnswer::of(&all, &left_out, words) else { return Ok(Answer::Yes) };
    let said = if as_json { json::pretty(&answer)? } else { text::write(&document(&base, &answer, words)) };
    streams.print(&said)?;
    Ok(Answer::Yes)
}

/// The scenarios that are shown, in the plan's order or as they are asked for, and those that are not.
fn chosen<'a>(base: &'a Plan, given: &Given, words: &Words) -> Result<(Vec<&'a Scenario>, Vec<&'a Scenario>), Failure> {
    let mut asked: Vec<&Scenario> = Vec::new();
    for id in given.options("scenario") {
        let scenario = known(base, id, words)?;
        if !asked.iter().any(|other| other.id == scenario.id) {
            asked.push(scenario);
        }
    }
    if asked.len() > MOST {
        return Err(Failure::Input(t!(words, "terminal-too-many-scenarios", most = MOST.to_string())));
    }
    if asked.is_empty() {
        asked = base.scenarios.iter().take(MOST).collect();
    }
    let is_asked = |one: &Scenario| asked.iter().any(|other| std::ptr::eq(*other, one));
    let left_out = base.scenarios.iter().filter(|one| !is_asked(one)).collect();
    Ok((asked, left_out))
}

fn document(base: &Plan, answer: &CompareAnswer, words: &Words) -> Document {
    let all = &answer.scenarios;
    let side_by_side = SideBySide { all, measure: answer.measure.0, currency: &base.currency, words };
    Document {
        title: t!(words, "scenario-title", name = base.title.as_str()),
        author: base.company.clone(),
        blocks: side_by_side.blocks(&answer.left_out),
        ..Document::default()
    }
}
