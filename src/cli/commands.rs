//! The commands about one plan: new, summary, check; and the schema of what they write.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::finding::{Severity, by_kind};
use crate::calc::{self, Report};
use crate::file::examples::{BLANK, worked_case};
use crate::file::{self, FileError, Over};
use crate::plan::Plan;
use crate::report::document::Document;
use crate::report::formats::{csv, json, markdown, pdf, text};
use crate::report::pages::{self, Pages, Paper, Setting};
use crate::report::summary::FindingPart;
use crate::report::summary::answer::AllocationAnswer;
use crate::report::summary::odds::OddsPart;
use crate::report::versions::Versions;
use crate::report::{Summary, workbook};
use crate::t;
use crate::words::clean::one_line;
use crate::words::{Named, Words};

use super::allocation::AllocationQuestion;
use super::arguments::{Arguments, Given};
use super::failure::Failure;
use super::ripple::{RippleAnswer, RippleQuestion};
use super::simulate::{SimulateAnswer, SimulateQuestion, usual_odds};
use super::split::{SplitAnswer, SplitQuestion};
use super::{Answer, Streams, tell};

/// Writes a new plan file, never over an existing one.
pub(super) fn new(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read(&["from", "lang"])?;
    let words = streams.language_of(&given)?;
    let path = given.only("PLAN")?;
    let source = match given.option("from").map(OsStr::to_string_lossy).as_deref() {
        None | Some("blank") => BLANK,
        Some("worked-case") => worked_case(words.language()),
        Some(other) => {
            return Err(Failure::NotOneOf { value: other.to_owned(), allowed: "blank, worked-case" });
        }
    };
    let mut plan = file::read_text(source).map_err(|error| FileError::Read { path: path.clone(), error })?;
    if source == BLANK {
        plan.title = words.text("terminal-blank-title");
    }
    let saved = file::create_new(&path, &plan)?;
    tell(&saved, &path, words);
    Ok(Answer::Yes)
}

/// The forms a summary can have.
#[derive(Clone, Copy)]
enum Format {
    Text,
    Markdown,
    Csv,
    Json,
    Pdf(Paper),
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
            Some("pdf") => Ok(Self::Pdf(paper(given)?)),
            Some("xlsx") => Ok(Self::Xlsx),
            Some(other) => Err(Failure::NotOneOf { value: other.to_owned(), allowed: Self::ALLOWED }),
        }
    }

    fn write(self, plan: &Plan, words: &Words, path: &Path) -> Result<Vec<u8>, Failure> {
        let report = calc::report(plan);
        let summary = || summarize(plan, &report, words);
        Ok(match self {
            Self::Text => text::write(&Document::of(&summary())).into_bytes(),
            Self::Markdown => markdown::write(&Document::of(&summary())).into_bytes(),
            Self::Csv => csv::write(&Document::of(&summary())).into_bytes(),
            Self::Json => json::write(&summary())?.into_bytes(),
            Self::Pdf(paper) => pdf(&summary(), paper, path)?,
            Self::Xlsx => {
                let written = workbook::write(plan, &report, words, jiff::Zoned::now().date());
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

fn pdf(summary: &Summary, paper: Paper, plan: &Path) -> Result<Vec<u8>, Failure> {
    pdf::write(&paper_pages(summary, paper, plan)).map_err(|error| Failure::NoPdf(error.to_string()))
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
pub(super) fn summary(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read_with(&["format", "paper", "output", "lang"], &["force"])?;
    let words = streams.language_of(&given)?;
    let format = Format::of(&given)?;
    let path = given.only("PLAN")?;
    let written = format.write(&file::open(&path)?, words, &path)?;
    match given.option("output").map(PathBuf::from) {
        None => streams.print_bytes(&written)?,
        Some(output) => {
            let over = if given.flag("force") { Over::Anything } else { Over::Nothing };
            write_file(&output, &written, over, words)?;
        }
    }
    Ok(Answer::Yes)
}

pub(super) fn summarize(plan: &Plan, report: &Report, words: &Words) -> Summary {
    let summary = Summary::of(plan, report, words).with_frontier(report);
    match usual_odds(plan, report) {
        Some(odds) => summary.with_odds(plan, report, &odds, words),
        None => summary,
    }
}

fn write_file(output: &Path, bytes: &[u8], over: Over, words: &Words) -> Result<(), Failure> {
    if file::is_stream(output) {
        return Ok(file::pour(output, bytes)?);
    }
    match file::export(output, bytes, over) {
        Ok(saved) => {
            tell(&saved, output, words);
            Ok(())
        }
        Err(FileError::Exists(path)) => Err(Failure::OutputExists(path)),
        Err(error) => Err(error.into()),
    }
}

/// Places of findings of one kind that are named.
const PLACES: usize = 6;

/// What `check --format json` prints.
#[derive(Serialize)]
struct Checked<'a> {
    errors: usize,
    warnings: usize,
    advice: usize,
    findings: &'a [FindingPart],
}

/// Prints the findings; the answer is no where one of them is an error.
pub(super) fn check(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read(&["format", "lang"])?;
    let words = streams.language_of(&given)?;
    let as_json = match given.option("format").map(OsStr::to_string_lossy).as_deref() {
        None | Some("text") => false,
        Some("json") => true,
        Some(other) => return Err(Failure::NotOneOf { value: other.to_owned(), allowed: "text, json" }),
    };
    // Findings need no odds.
    let plan = file::open(given.only("PLAN")?)?;
    let summary = Summary::of(&plan, &calc::report(&plan), words);
    let findings = &summary.findings;
    let count = |severity| findings.iter().filter(|finding| finding.severity.0 == severity).count();
    let [errors, warnings, advice] = Severity::ALL.map(count);
    let checked = Checked { errors, warnings, advice, findings };
    streams.print(&if as_json { json::pretty(&checked)? } else { checked.text(words) })?;
    Ok(if errors > 0 { Answer::No } else { Answer::Yes })
}

impl Checked<'_> {
    /// Two lines a kind of finding and the places of the others of that kind, then the counts.
    fn text(&self, words: &Words) -> String {
        if self.findings.is_empty() {
            return words.text("report-no-findings") + "\n";
        }
        let line = |finding: &FindingPart| {
            let severity = finding.severity.0.name(words);
            t!(
                words,
                "terminal-finding",
                severity = severity,
                message = finding.message.as_str(),
                place = finding.place.as_str(),
            )
        };
        let others = |kind: &[&FindingPart]| {
            let places: Vec<&str> = kind.iter().skip(1).map(|finding| finding.place.as_str()).collect();
            if places.is_empty() {
                return String::new();
            }
            let shown = places[..places.len().min(PLACES)].join(&words.text("report-comma"));
            let more = places.len().saturating_sub(PLACES);
            let alike =
                t!(words, "terminal-finding-alike", n = places.len(), places = shown, more = more, further = more);
            format!("  {}\n", one_line(&alike))
        };
        let both = |kind: &Vec<&FindingPart>| {
            let first = kind.first().map(|finding| (one_line(&line(finding)), one_line(&finding.remedy)));
            first.map_or_else(String::new, |(line, remedy)| format!("{line}\n  {remedy}\n{}", others(kind)))
        };
        let lines: String = by_kind(self.findings, |finding| finding.code).iter().map(both).collect();
        let counts =
            t!(words, "report-findings-counts", errors = self.errors, warnings = self.warnings, advice = self.advice,);
        format!("{lines}{counts}\n")
    }
}

/// Prints the JSON Schema of what another command writes.
pub(super) fn schema(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read(&[])?;
    match given.only("summary")?.to_string_lossy().as_ref() {
        "summary" => streams.print(&json::schema()?)?,
        "allocation" => streams.print(&both_schemas::<AllocationQuestion, AllocationAnswer>()?)?,
        "split" => streams.print(&both_schemas::<SplitQuestion, SplitAnswer>()?)?,
        "ripple" => streams.print(&both_schemas::<RippleQuestion, RippleAnswer>()?)?,
        "simulate" => streams.print(&simulate_schema()?)?,
        "diff" => streams.print(&json::pretty(&schemars::schema_for!(Versions))?)?,
        other => {
            let allowed = "summary, allocation, split, ripple, simulate, diff";
            return Err(Failure::NotOneOf { value: other.to_owned(), allowed });
        }
    }
    Ok(Answer::Yes)
}

/// What a calculation reads and what it prints.
fn both_schemas<Question: JsonSchema, Answer: JsonSchema>() -> Result<String, serde_json::Error> {
    let both = serde_json::json!({
        "in": schemars::schema_for!(Question),
        "out": schemars::schema_for!(Answer),
    });
    json::pretty(&both)
}

/// What `solve simulate` reads and prints, and what `simulate PLAN` prints.
fn simulate_schema() -> Result<String, serde_json::Error> {
    let all = serde_json::json!({
        "in": schemars::schema_for!(SimulateQuestion),
        "out": schemars::schema_for!(SimulateAnswer),
        "plan": schemars::schema_for!(OddsPart),
    });
    json::pretty(&all)
}
