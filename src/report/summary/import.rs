//! What an import brings, as JSON: what `import --format json` prints.

use schemars::JsonSchema;
use serde::Serialize;

use crate::import::preview::{FilePart, MonthRow};
use crate::import::{Days, How, Preview, Said, Why};
use crate::plan::{Currency, Date, Money, Plan};

use super::figure::{Amount, Number};
use crate::report::code::Coded;

/// What an import brings. Names are fixed: fields are added, never renamed or removed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ImportAnswer {
    /// The files, in the order in which they were given.
    pub files: Vec<ImportFile>,
    /// What each campaign spent and won in each month, in order of the months.
    pub months: Vec<ImportMonth>,
    /// Campaigns that two files tell of for the same days: nothing is taken in until one of the files is left out.
    pub conflicts: Vec<ImportConflict>,
    /// The last month that is over by the days of which the reports tell everything, such as `2026-05`; null where they end none.
    pub over: Option<String>,
    /// Whether the plan has anything else after it.
    pub changes: bool,
    /// Whether the plan was written.
    pub written: bool,
}

/// What is taken from a file.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ImportFile {
    /// The file, as it was given.
    pub file: String,
    /// How its text is written, or what kind of workbook it is.
    pub encoding: String,
    /// The table in it.
    pub table: ImportTable,
    /// The currency of its money; null where it says none, and where it has several.
    pub currency: Option<String>,
    /// Its first and its last day.
    pub period: ImportPeriod,
    /// What its own total row says; null where it has none.
    pub file_total: Option<ImportTotal>,
    /// The lines that do not count, in order.
    pub left_out: Vec<ImportLeftOut>,
    /// Currencies for which a rate is needed.
    pub unrated: Vec<String>,
}

/// The table of a file.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct ImportTable {
    /// The line of its headings, from 1.
    pub header_line: u64,
    /// How many rows count.
    pub rows: u64,
}

/// Days from one to another.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct ImportPeriod {
    /// The first.
    #[schemars(with = "String")]
    pub from: Date,
    /// The last.
    #[schemars(with = "String")]
    pub to: Date,
}

impl From<Days> for ImportPeriod {
    fn from(Days { from, to }: Days) -> Self {
        Self { from, to }
    }
}

/// A total row.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct ImportTotal {
    /// Its money, in the file's currency.
    pub spend: Amount,
    /// Its line.
    pub line: u64,
    /// Whether the rows that count add up to it.
    pub agrees: bool,
}

/// A line that does not count.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct ImportLeftOut {
    /// The line, from 1.
    pub line: u64,
    /// Why.
    pub why: Coded<Why>,
}

/// What a campaign spent and won in a month.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ImportMonth {
    /// The month, such as `2026-05`.
    pub month: String,
    /// The campaign, as its report calls it.
    pub campaign: String,
    /// The account or platform that reports it.
    pub source: String,
    /// The id of the channel it counts for; null where that is not known yet, or it is no part of the plan.
    pub channel: Option<String>,
    /// How that is known.
    pub how: Coded<How>,
    /// Whether it is no part of the plan.
    pub left_out: bool,
    /// Money, in the plan's currency.
    pub spend: Option<Amount>,
    /// Registrations.
    pub registrations: Option<Number>,
    /// Clicks.
    pub clicks: Option<Number>,
    /// Impressions.
    pub impressions: Option<Number>,
}

/// Two files that tell of the same days of a campaign.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ImportConflict {
    /// The campaign.
    pub campaign: String,
    /// The account or platform that reports it.
    pub source: String,
    /// The two files.
    pub files: Vec<String>,
    /// The first of the days that both tell of.
    #[schemars(with = "String")]
    pub from: Date,
    /// The last of them.
    #[schemars(with = "String")]
    pub to: Date,
}

impl ImportAnswer {
    /// A preview as JSON.
    #[must_use]
    pub fn of(plan: &Plan, preview: &Preview, changes: bool, written: bool) -> Self {
        let conflicts = preview.conflicts.iter().map(|conflict| ImportConflict {
            campaign: conflict.campaign.clone(),
            source: conflict.source.clone(),
            files: conflict.files.to_vec(),
            from: conflict.days.from,
            to: conflict.days.to,
        });
        Self {
            files: preview.files.iter().map(|file| part(&plan.currency, file)).collect(),
            months: preview.months().iter().map(|row| month(&plan.currency, row)).collect(),
            conflicts: conflicts.collect(),
            over: preview.over().map(|month| month_of(month.from)),
            changes,
            written,
        }
    }
}

fn part(own: &Currency, part: &FilePart) -> ImportFile {
    let reading = &part.reading;
    let currency = &reading.currency_beside(own);
    let total = reading.total.map(|total| ImportTotal {
        spend: Amount::of(currency, total.spend.minor(currency.digits).and_then(Money::from_minor)),
        line: total.line,
        agrees: total.agrees,
    });
    ImportFile {
        file: reading.file.clone(),
        encoding: reading.encoding.to_owned(),
        table: ImportTable { header_line: reading.header_line, rows: reading.rows },
        currency: reading.currency().map(str::to_owned),
        period: reading.period.into(),
        file_total: total,
        left_out: part.left_out.iter().map(|row| ImportLeftOut { line: row.line, why: Coded(row.why) }).collect(),
        unrated: part.unrated.clone(),
    }
}

fn month_of(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

fn month(currency: &Currency, row: &MonthRow<'_>) -> ImportMonth {
    let (arrival, part) = (row.arrival, &row.part);
    let number = |count: Option<f64>| count.map(Number);
    ImportMonth {
        month: month_of(row.month),
        campaign: arrival.name.clone(),
        source: arrival.source.clone(),
        channel: arrival.channel().map(ToString::to_string),
        how: Coded(arrival.how),
        left_out: arrival.said == Some(Said::LeftOut),
        spend: part.spend.map(|spend| Amount::new(currency, spend)),
        registrations: number(part.registrations),
        clicks: number(part.clicks),
        impressions: number(part.impressions),
    }
}
