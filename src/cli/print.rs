//! The command print: the summary of a plan, to a printer.

use std::ffi::OsStr;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::str::FromStr;
use std::time::Duration;

use crate::calc;
use crate::file;
use crate::printing::{self, Order, Printing, State};
use crate::report::Summary;
use crate::report::formats::pdf;
use crate::report::pages::Paper;
use crate::report::pages::to_print::{self, BadRanges, MOST_COPIES, Print};
use crate::words::Words;
use crate::words::clean::one_line;

use super::arguments::{Arguments, Given};
use super::failure::Failure;
use super::patience::with_a_word;
use super::scenario::{self, with_scenarios};
use super::summary::{paper, paper_pages, summarize};
use super::{Answer, Streams};

/// Longest time that may be asked for: an hour.
const MOST_SECONDS: u64 = 3600;

/// Prints a plan, or lists the printers. The answer is no where the job is not known to have reached the paper.
pub(super) fn run(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let known = ["scenario", "printer", "copies", "pages", "paper", "wait", "lang"];
    let given = arguments.read_with(&known, &["list", "two-sided", "grey"])?;
    let words = streams.language_of(&given)?;
    let printing = printing::native();
    if given.flag("list") {
        return list(&*printing, streams);
    }
    let print = print(&given, words)?;
    let (paper, longest) = (paper(&given)?, longest(&given)?);
    let path = given.only("PLAN")?;
    let base = file::open(&path)?;
    let scenario = scenario::chosen(&base, &given, words)?;
    let plan = scenario::plan_in(&base, scenario);
    let (summary, pdf) = with_a_word(words, || {
        let summary = summarize(&plan, &calc::report(&plan), words);
        let summary = with_scenarios(summary, (&base, scenario), words);
        on_paper(&summary, paper, &path, &print).map(|pdf| (summary, pdf))
    })?;
    let order = Order {
        printer: given.option("printer").map(|name| name.to_string_lossy().into_owned()),
        title: printing::job_title(&summary.plan.title),
        paper,
        two_sided: print.two_sided,
        grey: print.grey,
        pdf,
    };
    let job = printing.submit(&order)?;
    let state = watch(&*printing, &job, longest, words)?;
    streams.print(&format!("{}\n", one_line(&state.say(&job, words))))?;
    Ok(if state.is_good() { Answer::Yes } else { Answer::No })
}

/// One line a printer: name, description, and whether it is the default, with tabs between them.
fn list(printing: &dyn Printing, streams: &mut Streams) -> Result<Answer, Failure> {
    let printers = printing.printers()?;
    if printers.is_empty() {
        return Err(printing::Trouble::NoPrinter.into());
    }
    let words = streams.words;
    let line = |printer: &printing::Printer| {
        let default = if printer.is_default { words.text("printing-default") } else { String::new() };
        let line = [&printer.name, &printer.description, &default].map(|part| one_line(part)).join("\t");
        format!("{}\n", line.trim_end())
    };
    streams.print(&printers.iter().map(line).collect::<String>())?;
    Ok(Answer::Yes)
}

fn print(given: &Given, words: &Words) -> Result<Print, Failure> {
    let text = given.option("pages").map(OsStr::to_string_lossy).unwrap_or_default();
    if given.option("pages").is_some() && text.trim().is_empty() {
        return Err(bad_pages(&BadRanges::Form, &text, 0, words));
    }
    let ranges = to_print::ranges(&text).map_err(|why| bad_pages(&why, &text, 0, words))?;
    let copies = between(given, "copies", 1, MOST_COPIES)?.unwrap_or(1);
    Ok(Print { ranges, copies, two_sided: given.flag("two-sided"), grey: given.flag("grey") })
}

fn longest(given: &Given) -> Result<Duration, Failure> {
    Ok(between(given, "wait", 0, MOST_SECONDS)?.map_or(printing::LONGEST, Duration::from_secs))
}

/// A whole number of an option.
fn between<N: FromStr + PartialOrd + ToString + Copy>(
    given: &Given,
    option: &'static str,
    low: N,
    high: N,
) -> Result<Option<N>, Failure> {
    let Some(value) = given.option(option).map(OsStr::to_string_lossy) else { return Ok(None) };
    match value.parse() {
        Ok(number) if (low..=high).contains(&number) => Ok(Some(number)),
        _ => Err(Failure::Outside { option, value: value.into_owned(), low: low.to_string(), high: high.to_string() }),
    }
}

fn on_paper(summary: &Summary, paper: Paper, plan: &std::path::Path, print: &Print) -> Result<Vec<u8>, Failure> {
    let words = Words::of(summary.language.0);
    let pages = paper_pages(summary, paper, plan);
    let chosen = pages.to_print(print).map_err(|why| bad_pages(&why, "", pages.pages.len(), words))?;
    pdf::write(&chosen).map_err(|error| Failure::NoPdf(error.to_string()))
}

fn bad_pages(why: &BadRanges, text: &str, all: usize, words: &Words) -> Failure {
    Failure::Input(why.say(text, all, words))
}

/// Follows the job; what it waits for stands on standard error, if that is a terminal.
fn watch(printing: &dyn Printing, job: &printing::Job, longest: Duration, words: &Words) -> Result<State, Failure> {
    let to_terminal = io::stderr().is_terminal();
    let mut told = None;
    let mut tell = |state: &State| {
        if to_terminal && !state.rests() && told.as_ref() != Some(state) {
            let _ = writeln!(io::stderr(), "{}", one_line(&state.say(job, words)));
            told = Some(state.clone());
        }
        // Nobody waits here for somebody to come.
        if state.rests() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    Ok(printing::watch(printing, job, longest, &mut tell)?)
}
