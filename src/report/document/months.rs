//! The best allocation over months as a document: what it wins, in which months, and the money of each.

use crate::calc::Rest;
use crate::calc::best_allocation::periods::{Answer, Problem};
use crate::plan::allocation::Objective;
use crate::plan::{Money, Plan};
use crate::report::sentences::happened::what_is_left_after;
use crate::report::sentences::months::{Pulse, against_even, month_names, pulses};
use crate::report::sentences::proposal::{channel_names, won};
use crate::t;
use crate::words::Words;
use crate::words::names::currency_name;
use crate::words::number;

use super::proven::Proven;
use super::{Block, Cell, Column, Document, Figure, Row, Table};

/// Everything that is said about money by month.
pub struct ByMonth<'a> {
    /// The plan as it is.
    pub plan: &'a Plan,
    /// What was asked for.
    pub problem: &'a Problem,
    /// What is counted.
    pub objective: Objective,
    /// The answer.
    pub answer: &'a Answer,
    /// What the best even spread of the same money wins, where there is one.
    pub even: Option<f64>,
    /// The months that are left, where some are over.
    pub rest: Option<&'a Rest>,
}

impl ByMonth<'_> {
    /// All of it as a document.
    #[must_use]
    pub fn document(&self, words: &Words) -> Document {
        let sentence = |said| Block::Paragraph(t!(words, "report-sentence", words = said));
        let left = self.rest.and_then(|rest| what_is_left_after(words, self.plan, rest, self.spent_before()));
        let mut blocks: Vec<Block> = left.into_iter().chain(self.gain(words)).map(sentence).collect();
        let pulses = self.pulses(words);
        if !pulses.is_empty() {
            blocks.push(Block::List(pulses));
        }
        blocks.push(Block::Figures(self.figures(words)));
        blocks.push(Block::Heading(words.text("report-months-table")));
        blocks.push(Block::Table(self.table(words)));
        let title = t!(words, "report-months-title", name = self.plan.title.as_str());
        Document { title, author: self.plan.company.clone(), blocks, ..Document::default() }
    }

    /// What is spent in months that are over.
    fn spent_before(&self) -> Money {
        let spent = self.problem.whole.channels.iter().map(|channel| channel.before.spent);
        let spent = spent.map(|units| self.plan.currency.amount(units).unwrap_or(Money::LARGEST));
        Money::total(spent).unwrap_or(Money::LARGEST)
    }

    fn gain(&self, words: &Words) -> Option<String> {
        let response = self.answer.whole.response;
        self.even.map(|even| against_even(self.plan, words, self.objective, (response, even)))
    }

    /// The months' names.
    fn months(&self, words: &Words) -> Vec<String> {
        month_names(words, self.plan, self.rest)
    }

    /// Channels that are spent on in some months alone, each in a sentence.
    fn pulses(&self, words: &Words) -> Vec<String> {
        let months = self.months(words);
        let said = |pulse: &Pulse| {
            let (said, list) = (pulse.say(words, self.plan, &months), pulse.months(words, &months));
            t!(words, "report-months-pulse-list", words = said, list = list)
        };
        pulses(self.plan, self.problem, &self.answer.periods).iter().map(said).collect()
    }

    fn figures(&self, words: &Words) -> Vec<Figure> {
        let (proven, decimals) = (self.proven(), self.decimals());
        let evenly = |even| t!(words, "report-months-evenly", value = won(self.objective, even));
        let mut figures = vec![
            proven.result(words, self.even.map_or_else(String::new, evenly)),
            proven.spend(words, decimals, String::new()),
            proven.bound(words, decimals),
        ];
        figures.extend(proven.costs(words));
        figures
    }

    fn table(&self, words: &Words) -> Table {
        let before = self.problem.whole.channels.iter().map(|channel| channel.before.spent).collect();
        let (plan, periods) = (self.plan, &self.answer.periods);
        MoneyByMonth { plan, before, periods, months: self.months(words) }.table(words)
    }

    fn proven(&self) -> Proven<'_> {
        let Self { plan, objective, .. } = *self;
        Proven { plan, objective, aim: self.problem.whole.aim, answer: &self.answer.whole }
    }

    fn decimals(&self) -> usize {
        let before = self.problem.whole.channels.iter().map(|channel| channel.before.spent);
        let amounts = self.answer.periods.iter().flatten().copied().chain(before);
        let amounts = amounts.filter_map(|units| self.plan.currency.amount(units));
        number::money_decimals(&self.plan.currency, amounts.collect::<Vec<Money>>())
    }
}

/// What each channel and event gets in each month that is left.
pub struct MoneyByMonth<'a> {
    /// The plan as it is.
    pub plan: &'a Plan,
    /// What each has spent before.
    pub before: Vec<f64>,
    /// What each gets in each month.
    pub periods: &'a [Vec<f64>],
    /// The months' names.
    pub months: Vec<String>,
}

impl MoneyByMonth<'_> {
    /// A line a channel, a column a month; before them what is spent already, where anything is.
    #[must_use]
    pub fn table(&self, words: &Words) -> Table {
        let before = &self.before;
        let has_before = before.iter().any(|spent| *spent > 0.0);
        let spent = has_before.then(|| Column::numbers(words.text("report-months-before")));
        let months = self.months.iter().cloned().map(Column::numbers);
        let unit = currency_name(&self.plan.currency.code, words);
        let total = t!(words, "report-with-unit", name = words.text("common-total"), unit = unit);
        let columns = [Column::words(words.text("report-channel"))].into_iter().chain(spent).chain(months);
        let columns = columns.chain([Column::numbers(total)]).collect();
        let decimals = self.decimals();
        let cells = |name: &str, before: f64, spends: &[f64]| {
            let sum: f64 = before + spends.iter().sum::<f64>();
            let amounts = has_before.then_some(before).into_iter().chain(spends.iter().copied()).chain([sum]);
            [Cell::text(name)].into_iter().chain(amounts.map(|units| self.amount(units, decimals))).collect()
        };
        let rows = channel_names(self.plan).into_iter().zip(before).zip(self.periods);
        let mut rows: Vec<Row> =
            rows.map(|((name, before), spends)| Row::item(cells(&name, *before, spends))).collect();
        let sum = |month: usize| self.periods.iter().filter_map(|spends| spends.get(month)).sum();
        let sums: Vec<f64> = (0..self.months.len()).map(sum).collect();
        rows.push(Row::total(cells(&words.text("common-total"), before.iter().sum(), &sums)));
        Table { columns, rows, remarks: words.text("report-remark"), ..Table::default() }
    }

    fn decimals(&self) -> usize {
        let amounts = self.periods.iter().flatten().chain(&self.before);
        let amounts = amounts.filter_map(|units| self.plan.currency.amount(*units));
        number::money_decimals(&self.plan.currency, amounts.collect::<Vec<Money>>())
    }

    fn amount(&self, units: f64, decimals: usize) -> Cell {
        let amount = self.plan.currency.amount(units);
        let shown = amount.map(|amount| number::money(&self.plan.currency, amount, decimals));
        Cell::number(shown.unwrap_or_else(|| number::NOTHING.to_owned()), units)
    }
}
