//! `summary`: what a plan comes to, in the form that is asked for.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::calc::{self, Report};
use crate::file::{self, Over};
use crate::plan::{Plan, Scenario};
use crate::report::document::Document;
use crate::report::formats::{csv, json, markdown, pdf, text};
use crate::report::pages::{self, Pages, Paper, Setting};
use crate::report::{Summary, workbook};
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;

use super::arguments::{Arguments, Given};
use super::failure::Failure;
use super::patience::with_a_word;
use super::scenario::{self, plan_in, with_scenarios};
use super::simulate::usual_odds;
use super::{Answer, Streams, written};

/// The forms a summary can have.
#[derive(Clone, Copy)]
enum Format {
    Text,
    Markdown,
    Csv,
    Json,
    Pdf { paper: Paper, grey: bool },
    Xlsx,
}

impl Format {
    const ALLOWED: &'static str = "text, markdown, csv, json, pdf, xlsx";

    fn of(given: &Given) -> Result<Self, Failure> {
        match given.option("format").map(OsStr::to_string_lossy).as_deref() {
            None | Some("text") => Ok(Self::Text),
            Some("markdown") => Ok(Self::Markdown),
            Some("csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::Json),
            Some("pdf") => Ok(Self::Pdf { paper: paper(given)?, grey: given.flag("grey") }),
            Some("xlsx") => Ok(Self::Xlsx),
            Some(other) => Err(Failure::NotOneOf { value: other.to_owned(), allowed: Self::ALLOWED }),
        }
    }

    fn write(
        self,
        (base, scenario): (&Plan, Option<&Scenario>),
        (words, calculations): (&Words, bool),
        path: &Path,
    ) -> Result<Vec<u8>, Failure> {
        let plan = &*plan_in(base, scenario);
        let report = calc::report(plan);
        let summary = || {
            let summary = summarize_with(plan, &report, (words, calculations));
            with_scenarios(summary, (base, scenario), words)
        };
        Ok(match self {
            Self::Text => text::write(&Document::of(&summary())).into_bytes(),
            Self::Markdown => markdown::write(&Document::of(&summary())).into_bytes(),
            Self::Csv => csv::write(&Document::of(&summary())).into_bytes(),
            Self::Json => json::write(&summary())?.into_bytes(),
            Self::Pdf { paper, grey } => {
                let pages = paper_pages(&summary(), paper, path);
                let written = pdf::write(&if grey { pages.in_grey() } else { pages });
                written.map_err(|error| Failure::NoPdf(error.to_string()))?
            }
            Self::Xlsx => {
                let written = workbook::write(plan, &report, &summary(), jiff::Zoned::now().date());
                written.map_err(|error| Failure::NoWorkbook(error.to_string()))?
            }
        })
    }
}

/// A4 unless something else is asked for.
pub(super) fn paper(given: &Given) -> Result<Paper, Failure> {
    match given.option("paper").map(OsStr::to_string_lossy).as_deref() {
        None | Some("a4") => Ok(Paper::A4),
        Some("letter") => Ok(Paper::Letter),
        Some(other) => Err(Failure::NotOneOf { value: other.to_owned(), allowed: "a4, letter" }),
    }
}

/// The summary on paper. Letters for which there is no font are named on standard error.
pub(super) fn paper_pages(summary: &Summary, paper: Paper, plan: &Path) -> Pages {
    let words = Words::of(summary.language.0);
    let file = plan.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let setting = Setting { paper, printed: jiff::Zoned::now().date(), file };
    let pages = pages::lay_out(&Document::of(summary), &setting, words);
    if !pages.missing.is_empty() {
        let letters: String = pages.missing.iter().collect();
        let _ = writeln!(io::stderr(), "{}", one_line(&t!(words, "terminal-no-font", letters = letters)));
    }
    pages
}

/// Writes the summary of a plan to standard output or into a file.
pub(super) fn run(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given =
        arguments.read_with(&["scenario", "format", "paper", "output", "lang"], &["grey", "calculations", "force"])?;
    let words = streams.language_of(&given)?;
    let format = Format::of(&given)?;
    let path = given.only("PLAN")?;
    let base = file::open(&path)?;
    let scenario = scenario::chosen(&base, &given, words)?;
    let answer = with_a_word(words, || format.write((&base, scenario), (words, given.flag("calculations")), &path))?;
    match given.option("output").map(PathBuf::from) {
        None => streams.print_bytes(&answer)?,
        Some(output) => write_file(&output, &answer, given.over(), words)?,
    }
    Ok(Answer::Yes)
}

pub(super) fn summarize(plan: &Plan, report: &Report, words: &Words) -> Summary {
    summarize_with(plan, report, (words, false))
}

/// With how the numbers are calculated, if that is asked for.
fn summarize_with(plan: &Plan, report: &Report, (words, calculations): (&Words, bool)) -> Summary {
    let odds = usual_odds(plan, report);
    let summary = Summary::of(plan, report, words).with_frontier(report);
    let summary = match &odds {
        Some(odds) => summary.with_odds(plan, report, odds, words),
        None => summary,
    };
    if calculations { summary.with_calculations(plan, report, odds.as_ref(), words) } else { summary }
}

fn write_file(output: &Path, bytes: &[u8], over: Over, words: &Words) -> Result<(), Failure> {
    if file::is_stream(output) {
        return Ok(file::pour(output, bytes)?);
    }
    written(file::export(output, bytes, over), output, words)
}
