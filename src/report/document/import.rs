//! What an import brings, as a document: each file with what was left out and why, months by channel, campaigns.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::import::preview::FilePart;
use crate::import::{Arrival, How, Preview, Said, take_in};
use crate::plan::actuals::Span;
use crate::plan::{Date, Money, Plan};
use crate::report::sentences::import as said;
use crate::t;
use crate::words::Words;
use crate::words::names::currency_name;
use crate::words::number::{NOTHING, money, money_decimals, trimmed};

use super::{Block, Cell, Column, Document, Row, Table};

/// What became of a preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was to be written.
    DryRun,
    /// The plan has it now.
    Written,
    /// The plan had all of it.
    NothingNew,
    /// Nothing was written: something stands in the way.
    InTheWay,
}

/// What an import brings.
pub struct Import<'a> {
    /// The plan before it.
    pub plan: &'a Plan,
    /// What would come in.
    pub preview: &'a Preview,
    /// What became of it.
    pub outcome: Outcome,
}

impl Import<'_> {
    /// The import as a document.
    #[must_use]
    pub fn document(&self, words: &Words) -> Document {
        let mut blocks = vec![Block::Paragraph(self.sentence(words))];
        blocks.extend(self.over_then(words).map(Block::Paragraph));
        if !self.preview.conflicts.is_empty() {
            let conflicts = self.preview.conflicts.iter().map(|conflict| said::conflict(words, conflict));
            blocks.extend([Block::Heading(words.text("import-conflicts")), Block::List(conflicts.collect())]);
        }
        for file in &self.preview.files {
            blocks.extend([Block::Heading(file.reading.file.clone()), Block::List(self.file(words, file))]);
        }
        blocks.extend([Block::Heading(words.text("import-months")), Block::Table(self.months(words))]);
        blocks.extend([Block::Heading(words.text("import-campaigns")), Block::Table(self.campaigns(words))]);
        let unknown = self.preview.arrivals.iter().filter(|arrival| arrival.said.is_none()).count();
        if unknown > 0 {
            blocks.push(Block::Paragraph(t!(words, "import-unknown", n = unknown, shown = unknown.to_string())));
        }
        let title = t!(words, "import-title", name = self.plan.title.as_str());
        Document { title, author: self.plan.company.clone(), blocks, ..Document::default() }
    }

    /// Which months are over with it that were not before.
    fn over_then(&self, words: &Words) -> Option<String> {
        let actuals = Arc::new(take_in(&self.plan.actuals, self.preview));
        said::over_then(words, self.plan, &Plan { actuals, ..self.plan.clone() })
    }

    fn sentence(&self, words: &Words) -> String {
        words.text(match self.outcome {
            Outcome::DryRun => "import-dry-run",
            Outcome::Written => "import-written",
            Outcome::NothingNew => "import-nothing-new",
            Outcome::InTheWay => "import-in-the-way",
        })
    }

    fn file(&self, words: &Words, file: &FilePart) -> Vec<String> {
        let reading = &file.reading;
        let mut lines = vec![said::table(words, reading), said::total(words, &self.plan.currency, reading)];
        for currency in &file.unrated {
            let own = self.plan.currency.code.as_str();
            lines.push(t!(words, "import-unrated", currency = currency.as_str(), own = own));
        }
        lines.extend(said::reasons(words, &file.left_out));
        lines
    }

    /// Months by channel.
    fn months(&self, words: &Words) -> Table {
        let mut sums: BTreeMap<(Date, usize, String), Span> = BTreeMap::new();
        for row in self.preview.months() {
            let channels = &self.plan.allocation.channels;
            let place = row.arrival.channel().and_then(|id| channels.iter().position(|channel| channel.id == *id));
            let place = place.unwrap_or(channels.len() + usize::from(row.arrival.said.is_some()));
            let key = (row.month, place, self.counts_for(words, row.arrival));
            sums.entry(key).and_modify(|sum| sum.add(&row.part)).or_insert(row.part);
        }
        let all = sums.values().copied().reduce(|mut all, sum| {
            all.add(&sum);
            all
        });
        let decimals = money_decimals(&self.plan.currency, sums.values().filter_map(|sum| sum.spend));
        let mut rows: Vec<Row> = sums
            .into_iter()
            .map(|((month, _, channel), sum)| {
                let month = format!("{:04}-{:02}", month.year(), month.month());
                let names = [Cell::text(month), Cell::text(channel)];
                Row::item(names.into_iter().chain(self.cells(Some(&sum), decimals)).collect())
            })
            .collect();
        let total = [Cell::text(words.text("import-sum")), Cell::Empty];
        rows.push(Row::total(total.into_iter().chain(self.cells(all.as_ref(), decimals)).collect()));
        let heading = |key: &str| Column::words(words.text(key));
        let columns = [heading("import-month"), heading("import-channel")].into_iter().chain(self.numbers(words));
        Table { columns: columns.collect(), rows, ..Table::default() }
    }

    /// Money and counts, as far as they are known.
    fn cells(&self, sum: Option<&Span>, decimals: usize) -> Vec<Cell> {
        let currency = &self.plan.currency;
        let unknown = || Cell::Number { shown: NOTHING.to_owned(), data: String::new() };
        let spend = sum.and_then(|sum| sum.spend).map_or_else(unknown, |amount| Cell::Number {
            shown: money(currency, amount, decimals),
            data: currency.plain(amount),
        });
        let counts = sum.map_or([None; 3], |sum| [sum.registrations, sum.clicks, sum.impressions]);
        let count = |count: Option<f64>| {
            count.map_or_else(unknown, |count| Cell::Number { shown: trimmed(count, 2), data: count.to_string() })
        };
        [spend].into_iter().chain(counts.map(count)).collect()
    }

    fn numbers(&self, words: &Words) -> [Column; 4] {
        let unit = currency_name(&self.plan.currency.code, words);
        let [registrations, clicks, impressions] =
            ["import-registrations", "import-clicks", "import-impressions"].map(|key| Column::numbers(words.text(key)));
        [Column::numbers(t!(words, "import-money", unit = unit)), registrations, clicks, impressions]
    }

    fn campaigns(&self, words: &Words) -> Table {
        let currency = &self.plan.currency;
        let spend = |arrival: &Arrival| Money::total(arrival.spans.iter().filter_map(|span| span.spend));
        let amounts =
            self.preview.arrivals.iter().flat_map(|arrival| spend(arrival).into_iter().chain([arrival.replaces]));
        let decimals = money_decimals(currency, amounts);
        let cell = |amount: Option<Money>| {
            let amount = amount.unwrap_or_default();
            Cell::Number { shown: money(currency, amount, decimals), data: currency.plain(amount) }
        };
        let row = |arrival: &Arrival| {
            let replaces =
                if arrival.is_known { cell(Some(arrival.replaces)) } else { Cell::text(words.text("import-new")) };
            Row::item(vec![
                Cell::text(arrival.name.as_str()),
                Cell::text(arrival.source.as_str()),
                Cell::text(self.counts_for(words, arrival)),
                Cell::text(words.text(how(arrival.how))),
                cell(spend(arrival)),
                replaces,
            ])
        };
        let unit = currency_name(&currency.code, words);
        let heading = |key: &str| Column::words(words.text(key));
        let columns = vec![
            heading("import-campaign"),
            heading("import-source"),
            heading("import-channel"),
            heading("import-known-by"),
            Column::numbers(t!(words, "import-money", unit = unit)),
            Column::numbers(words.text("import-replaces")),
        ];
        Table { columns, rows: self.preview.arrivals.iter().map(row).collect(), ..Table::default() }
    }

    /// The channel's name, or that there is none.
    fn counts_for(&self, words: &Words, arrival: &Arrival) -> String {
        match &arrival.said {
            Some(Said::Channel(id)) => {
                let channel = self.plan.allocation.channels.iter().find(|channel| channel.id == *id);
                channel.map_or_else(|| words.text("names-unknown-channel"), |channel| channel.name.clone())
            }
            Some(Said::LeftOut) => words.text("import-left-out"),
            None => words.text("import-undecided"),
        }
    }
}

fn how(how: How) -> &'static str {
    match how {
        How::Said => "import-how-said",
        How::Earlier => "import-how-earlier",
        How::ByName => "import-how-name",
        How::Unknown => "import-how-unknown",
    }
}
