//! `check`: what should be mended in a plan.

use serde::Serialize;

use crate::calc;
use crate::calc::finding::{Severity, by_kind};
use crate::file;
use crate::report::Summary;
use crate::report::formats::json;
use crate::report::summary::FindingPart;
use crate::t;
use crate::words::clean::one_line;
use crate::words::{Named, Words};

use super::arguments::Arguments;
use super::failure::Failure;
use super::{Answer, Streams};

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
pub(super) fn run(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read(&["format", "lang"])?;
    let words = streams.language_of(&given)?;
    let as_json = given.as_json()?;
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
