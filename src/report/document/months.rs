//! The best allocation over months as a document: what it wins, in which months, and the money of each.

use crate::calc::Rest;
use crate::calc::best_allocation::periods::{Answer, Problem};
use crate::calc::months;
use crate::plan::allocation::Objective;
use crate::plan::{Money, Plan};
use crate::report::code::Code;
use crate::report::sentences::happened::what_is_left;
use crate::report::sentences::proposal::{channel_names, won, won_more};
use crate::report::summary::figure::Number;
use crate::t;
use crate::words::names::currency_name;
use crate::words::number::{self, NOTHING, money, percent};
use crate::words::{Language, Words};

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
    /// What the best even spread wins.
    pub even: f64,
    /// The months that are left, where some are over.
    pub rest: Option<&'a Rest>,
}

/// Less than this part of a result is no gain: finer steps alone win about as much.
const WORTH: f64 = 1e-4;

impl ByMonth<'_> {
    /// All of it as a document.
    #[must_use]
    pub fn document(&self, words: &Words) -> Document {
        let sentence = |said| Block::Paragraph(t!(words, "report-sentence", words = said));
        let left = self.rest.and_then(|rest| what_is_left(words, self.plan, rest));
        let mut blocks: Vec<Block> = left.into_iter().chain([self.gain(words)]).map(sentence).collect();
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

    fn gain(&self, words: &Words) -> String {
        let gain = self.answer.whole.response - self.even;
        if gain > WORTH * self.even.abs() {
            let more = won_more(self.plan, words, self.objective, &won(self.objective, gain));
            t!(words, "report-months-wins", more = more)
        } else {
            words.text("report-months-as-even")
        }
    }

    /// The months' names.
    fn months(&self, words: &Words) -> Vec<String> {
        let period = months::period(self.plan);
        let from = self.rest.map_or(0, |rest| rest.from).min(period.months.saturating_sub(1));
        (from..period.months).map(|month| number::month_of(words, &period, month)).collect()
    }

    /// Channels that are spent on in some months alone, each in a sentence.
    fn pulses(&self, words: &Words) -> Vec<String> {
        let months = self.months(words);
        let comma = if words.language() == Language::ZhCn { "、" } else { ", " };
        let pulse = |(name, (spends, channel)): (String, (&Vec<f64>, usize))| {
            let on: Vec<&str> =
                months.iter().zip(spends).filter(|(_, spend)| **spend > 0.0).map(|(month, _)| month.as_str()).collect();
            let is_event = channel >= self.plan.allocation.channels.len();
            let pulses = !on.is_empty() && on.len() < months.len() && !is_event;
            let (n, all, list) = (on.len(), months.len(), on.join(comma));
            pulses.then(|| t!(words, "report-months-pulse", name = name, n = n, months = all, list = list))
        };
        channel_names(self.plan).into_iter().zip(self.answer.periods.iter().zip(0..)).filter_map(pulse).collect()
    }

    fn figures(&self, words: &Words) -> Vec<Figure> {
        let answer = &self.answer.whole;
        let unit = currency_name(&self.plan.currency.code, words);
        let result = t!(words, "report-won-unit", objective = self.objective.code(), unit = &unit);
        let with_unit = |key: &'static str| t!(words, "report-with-unit", name = words.text(key), unit = &unit);
        let proof = if answer.certified {
            words.text("report-proposal-proven")
        } else {
            t!(words, "report-proposal-unproven", gap = percent(words.language(), answer.gap, 2))
        };
        let even = t!(words, "report-months-evenly", value = won(self.objective, self.even));
        let spend = self.money(answer.total_spend, self.decimals());
        let bound = match self.objective {
            Objective::Revenue => with_unit("report-proposal-bound"),
            _ => words.text("report-proposal-bound"),
        };
        vec![
            figure(result, won(self.objective, answer.response), even),
            figure(with_unit("report-proposal-spend"), spend, String::new()),
            figure(bound, won(self.objective, answer.bound), proof),
        ]
    }

    /// A line a channel, a column a month.
    fn table(&self, words: &Words) -> Table {
        let unit = currency_name(&self.plan.currency.code, words);
        let months = self.months(words).into_iter().map(Column::numbers);
        let total = t!(words, "report-with-unit", name = words.text("common-total"), unit = unit);
        let columns = [Column::words(words.text("report-channel"))].into_iter().chain(months);
        let columns = columns.chain([Column::numbers(total)]).collect();
        let decimals = self.decimals();
        let cells = |name: &str, spends: &[f64]| {
            let sum: f64 = spends.iter().sum();
            let amounts = spends.iter().chain([&sum]).map(|spend| self.amount(*spend, decimals));
            [Cell::text(name)].into_iter().chain(amounts).collect::<Vec<Cell>>()
        };
        let names = channel_names(self.plan);
        let mut rows: Vec<Row> =
            names.iter().zip(&self.answer.periods).map(|(name, spends)| Row::item(cells(name, spends))).collect();
        let sum = |month: usize| self.answer.periods.iter().map(|spends| spends[month]).sum();
        let sums: Vec<f64> = (0..self.problem.len()).map(sum).collect();
        rows.push(Row::total(cells(&words.text("common-total"), &sums)));
        Table { columns, rows, remarks: words.text("report-remark"), ..Table::default() }
    }

    fn decimals(&self) -> usize {
        let amounts = self.answer.periods.iter().flatten().filter_map(|spend| self.plan.currency.amount(*spend));
        number::money_decimals(&self.plan.currency, amounts.collect::<Vec<Money>>())
    }

    fn money(&self, units: f64, decimals: usize) -> String {
        let amount = self.plan.currency.amount(units);
        amount.map_or_else(|| NOTHING.to_owned(), |amount| money(&self.plan.currency, amount, decimals))
    }

    fn amount(&self, units: f64, decimals: usize) -> Cell {
        Cell::Number { shown: self.money(units, decimals), data: Number(units).clean().to_string() }
    }
}

fn figure(label: String, value: String, remark: String) -> Figure {
    Figure { label, value: Cell::Number { shown: value.clone(), data: value }, remark, pyramid: None }
}
