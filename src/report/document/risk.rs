//! Three ways to split the same money as a document: how each does, and what each channel gets.

use crate::calc::Rest;
use crate::calc::best_allocation::Problem;
use crate::calc::risk::{Measured, Proposals, Standing};
use crate::plan::Plan;
use crate::plan::goal::Measure;
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Named, Words, number};

use super::months::MoneyByMonth;
use super::{Block, Cell, Column, Document, Row, Table};
use crate::report::sentences::months::month_names;
use crate::report::sentences::proposal::channel_names;
use crate::report::sentences::risk::{drawn, measured, name, proof};

/// Three ways to split the money of a plan.
pub struct ThreeWays<'a> {
    /// The plan as it is.
    pub plan: &'a Plan,
    /// Whose money is split.
    pub problem: &'a Problem,
    /// What is counted.
    pub measure: Measure,
    /// What was found.
    pub found: &'a Proposals,
    /// The months that are left, where some are over.
    pub rest: Option<&'a Rest>,
}

impl ThreeWays<'_> {
    /// All of it as a document.
    #[must_use]
    pub fn document(&self, words: &Words) -> Document {
        let title = t!(words, "risk-title", name = self.plan.title.as_str());
        let sentence = |said| Block::Paragraph(t!(words, "report-sentence", words = said));
        let mut blocks = vec![
            sentence(drawn(words, self.found)),
            Block::Table(self.standings(words)),
            Block::List(self.proofs(words)),
            Block::Heading(words.text("risk-channels")),
            Block::Table(self.spends(words)),
        ];
        blocks.extend(self.months(words));
        Document { title, author: self.plan.company.clone(), blocks, ..Document::default() }
    }

    /// The months of each that is not the same as another before it.
    fn months(&self, words: &Words) -> Vec<Block> {
        let mut blocks = Vec::new();
        let proposals = &self.found.proposals;
        for (number, proposal) in proposals.iter().enumerate() {
            let known = proposals[..number].iter().any(|other| other.months == proposal.months);
            let Some(periods) = proposal.months.as_ref().filter(|_| !known) else { continue };
            let before = self.problem.channels.iter().map(|channel| channel.before.spent).collect();
            let months = MoneyByMonth { plan: self.plan, before, periods, months: self.month_names(words) };
            let heading = t!(words, "risk-months", name = words.text(name(proposal.best)));
            blocks.extend([Block::Heading(heading), Block::Table(months.table(words))]);
        }
        blocks
    }

    fn month_names(&self, words: &Words) -> Vec<String> {
        month_names(words, self.plan, self.rest)
    }

    fn columns(&self, words: &Words, first: String, present: String) -> Vec<Column> {
        let all = self.found.proposals.iter().map(|proposal| words.text(name(proposal.best)));
        let numbers = std::iter::once(present).chain(all).map(Column::numbers);
        std::iter::once(Column::words(first)).chain(numbers).collect()
    }

    /// How the plan as it is and each of the three does.
    fn standings(&self, words: &Words) -> Table {
        let all: Vec<Standing> = std::iter::once(self.found.present)
            .chain(self.found.proposals.iter().map(|proposal| proposal.standing))
            .collect();
        let measured = |value: Measured| Cell::number(measured(self.measure, value), value.value);
        let row = |label: String, cell: &dyn Fn(&Standing) -> Cell| {
            Row::item(std::iter::once(Cell::text(label)).chain(all.iter().map(cell)).collect())
        };
        let mut rows = vec![
            row(words.text("risk-row-average"), &|standing| measured(standing.average)),
            row(words.text("odds-p10"), &|standing| measured(standing.bad_year)),
        ];
        if self.found.target.is_some() {
            rows.push(row(words.text("odds-chance"), &|standing| chance(words, standing)));
        }
        let columns = self.columns(words, self.measure_named(words), words.text("report-proposal-present"));
        Table { columns, rows, remarks: words.text("report-remark"), ..Table::default() }
    }

    /// What is known of each: proven, or how much more there may be.
    fn proofs(&self, words: &Words) -> Vec<String> {
        let mut proofs: Vec<String> =
            self.found.proposals.iter().map(|proposal| proof(words, self.measure, proposal)).collect();
        if self.found.are_the_same() {
            proofs.insert(0, words.text("risk-all-the-same"));
        }
        proofs
    }

    fn spends(&self, words: &Words) -> Table {
        let currency = &self.plan.currency;
        let present = self.problem.present_spends().unwrap_or_default();
        let all: Vec<&Vec<f64>> =
            std::iter::once(&present).chain(self.found.proposals.iter().map(|proposal| &proposal.spends)).collect();
        let amounts = all.iter().flat_map(|spends| spends.iter()).filter_map(|spend| currency.amount(*spend));
        let decimals = number::money_decimals(currency, amounts);
        let money = |units: f64| {
            let shown = currency.amount(units).map(|amount| number::money(currency, amount, decimals));
            Cell::number(shown.unwrap_or_else(|| number::NOTHING.to_owned()), units)
        };
        let row = |(channel, name): (usize, String)| {
            let cells = all.iter().map(|spends| spends.get(channel).map_or(Cell::Empty, |spend| money(*spend)));
            Row::item(std::iter::once(Cell::text(name)).chain(cells).collect())
        };
        let mut rows: Vec<Row> = channel_names(self.plan).into_iter().enumerate().map(row).collect();
        let total = all.iter().map(|spends| money(spends.iter().sum()));
        rows.push(Row::total(std::iter::once(Cell::text(words.text("common-total"))).chain(total).collect()));
        let unit = currency_name(&currency.code, words);
        let present = t!(words, "report-with-unit", name = words.text("report-proposal-present"), unit = unit);
        let columns = self.columns(words, words.text("report-channel"), present);
        Table { columns, rows, remarks: words.text("report-remark"), ..Table::default() }
    }

    /// The measure with its unit.
    fn measure_named(&self, words: &Words) -> String {
        let name = self.measure.name(words);
        match self.measure {
            Measure::Customers => name,
            Measure::Revenue => {
                t!(words, "report-with-unit", name = name, unit = currency_name(&self.plan.currency.code, words))
            }
            Measure::Share => t!(words, "report-with-unit", name = name, unit = "%"),
        }
    }
}

fn chance(words: &Words, standing: &Standing) -> Cell {
    let Some(chance) = standing.chance else { return Cell::Empty };
    Cell::number(number::chance_with_error(words, chance.value, chance.standard_error), chance.value)
}
