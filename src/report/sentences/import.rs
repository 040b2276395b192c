//! What is said of a report that is taken in: its table, its sum, the lines that do not count, the months that are over then.

use std::collections::BTreeMap;

use crate::calc::track::ledger::months_over;
use crate::import::exact::Exact;
use crate::import::preview::Conflict;
use crate::import::{LeftOut, Reading, Why};
use crate::plan::{Currency, Money, Plan};
use crate::t;
use crate::words::Words;
use crate::words::number::{self, date_iso, money};

use super::happened::month_name;

/// Runs of lines that are named.
const RUNS: usize = 8;

/// Where the table stands, how many of its rows count, and the days they are about.
#[must_use]
pub fn table(words: &Words, reading: &Reading) -> String {
    let rows = usize::try_from(reading.rows).unwrap_or(usize::MAX);
    t!(
        words,
        "import-table",
        n = rows,
        rows = count(reading.rows),
        line = reading.header_line.to_string(),
        encoding = reading.encoding,
        from = date_iso(reading.period.from),
        to = date_iso(reading.period.to),
    )
}

/// Whether the rows add up to what the file says itself.
#[must_use]
pub fn total(words: &Words, own: &Currency, reading: &Reading) -> String {
    let currency = &reading.currency_beside(own);
    let shown = |exact: Exact| {
        let amount = exact.minor(currency.digits).and_then(Money::from_minor);
        amount.map_or_else(
            || words.text("report-too-large"),
            |amount| money(currency, amount, usize::from(currency.digits)),
        )
    };
    match (reading.total, reading.spend()) {
        (Some(total), _) if total.agrees => {
            t!(words, "import-total-agrees", total = shown(total.spend), line = total.line.to_string())
        }
        (Some(total), Some(sum)) => {
            t!(
                words,
                "import-total-differs",
                total = shown(total.spend),
                line = total.line.to_string(),
                sum = shown(sum)
            )
        }
        (_, Some(sum)) => t!(words, "import-no-total", sum = shown(sum)),
        (_, None) => words.text("import-no-money-column"),
    }
}

/// Why lines do not count, and which these are; one sentence a reason.
#[must_use]
pub fn reasons(words: &Words, left_out: &[LeftOut]) -> Vec<String> {
    let mut by_reason: BTreeMap<Why, Vec<u64>> = BTreeMap::new();
    for row in left_out {
        by_reason.entry(row.why).or_default().push(row.line);
    }
    let sentence = |(why, lines): (Why, Vec<u64>)| {
        let shown = count(lines.len() as u64);
        t!(words, reason(why), n = lines.len(), shown = shown, lines = named(words, &lines))
    };
    by_reason.into_iter().map(sentence).collect()
}

/// The months that are over after an import and were not before it; `None` where there are none.
#[must_use]
pub fn over_then(words: &Words, before: &Plan, after: &Plan) -> Option<String> {
    let [was, is] = [before, after].map(months_over);
    let last = is.checked_sub(1).filter(|_| is > was)?;
    Some(t!(words, "import-over-then", n = is - was, month = month_name(words, &after.period, last)))
}

/// Two files that tell of the same days of a campaign, and what to do about it.
#[must_use]
pub fn conflict(words: &Words, conflict: &Conflict) -> String {
    let [one, other] = &conflict.files;
    t!(
        words,
        "import-conflict",
        campaign = conflict.campaign.as_str(),
        one = one.as_str(),
        other = other.as_str(),
        from = date_iso(conflict.days.from),
        to = date_iso(conflict.days.to),
    )
}

/// A number of lines, as it is written.
#[must_use]
pub fn count(number: u64) -> String {
    #[allow(clippy::cast_precision_loss)] // lines of a file
    number::count(number as f64, 0)
}

/// `3, 7–12`, and how many more there are.
fn named(words: &Words, lines: &[u64]) -> String {
    let runs: Vec<(u64, u64)> = lines.chunk_by(|one, next| one + 1 == *next).filter_map(ends).collect();
    let named =
        runs.iter().take(RUNS).map(|run| lines_of(*run)).collect::<Vec<_>>().join(&words.text("files-list-comma"));
    let more: u64 = runs.iter().skip(RUNS).map(|(first, last)| last - first + 1).sum();
    if more == 0 { named } else { t!(words, "import-more-lines", lines = named, more = count(more)) }
}

fn ends(run: &[u64]) -> Option<(u64, u64)> {
    Some((*run.first()?, *run.last()?))
}

/// `3`, `7–12`.
#[must_use]
pub fn lines_of((first, last): (u64, u64)) -> String {
    if first == last { first.to_string() } else { number::range(&first.to_string(), &last.to_string()) }
}

/// The key of the words of why lines do not count.
#[must_use]
pub fn reason(why: Why) -> &'static str {
    match why {
        Why::Total => "import-why-total",
        Why::Preamble => "import-why-preamble",
        Why::Footnote => "import-why-footnote",
        Why::Empty => "import-why-empty",
        Why::Repeated => "import-why-repeated",
        Why::OtherTable => "import-why-other-table",
        Why::OtherCurrency => "import-why-other-currency",
        Why::NoDate => "import-why-no-date",
        Why::NoCampaign => "import-why-no-campaign",
        Why::Unreadable => "import-why-unreadable",
    }
}
