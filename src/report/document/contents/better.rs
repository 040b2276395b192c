//! The proposal on paper: the same money before and after, and the proof.

use crate::t;
use crate::words::number;

use super::super::{Bars, Block, Cell, Column, Row, Table};
use super::Write;
use crate::plan::{Money, Period};
use crate::report::code::Code;
use crate::report::sentences::proposal::{Proof, binds, won};
use crate::report::summary::better::{BetterPart, MovePart};
use crate::report::summary::figure::Number;

impl Write<'_> {
    /// Before and after where it is worth it; otherwise one sentence that says so.
    pub(super) fn better(&self) -> Vec<Block> {
        let Some(better) = &self.summary.proposal else { return Vec::new() };
        if !better.worth_it {
            let key = match better.certified {
                _ if better.proposed.0 <= 0.0 => "report-better-buys-nothing",
                true => "report-better-none",
                false => "report-better-none-found",
            };
            let spend = self.money_named(Some(better.spend));
            let says =
                vec![self.heading("report-better-heading"), Block::Paragraph(t!(self.words, key, spend = spend))];
            return self.with_frontier(says, None);
        }
        let more = won(better.objective.0, better.gain.0);
        let more =
            t!(self.words, "report-won-more", objective = better.objective.0.code(), value = more, unit = self.unit());
        let heading = Block::Heading(t!(self.words, "report-better-title", more = more));
        let proof = Block::Paragraph(self.proof(better));
        self.with_frontier(vec![heading, Block::Table(self.moves(better))], Some(proof))
    }

    /// What other budgets buy, beside the proposal; the proof stands below it.
    fn with_frontier(&self, proposal: Vec<Block>, proof: Option<Block>) -> Vec<Block> {
        match self.frontier() {
            Some(frontier) => {
                let right = std::iter::once(Block::Drawing(frontier)).chain(proof);
                vec![Block::Beside(proposal, right.collect())]
            }
            None => proposal.into_iter().chain(proof).chain(self.no_frontier()).collect(),
        }
    }

    /// Why no curve stands there: one of whole budgets would not go through a plan that spends by month.
    fn no_frontier(&self) -> Option<Block> {
        let months = self.summary.months.as_ref()?;
        let is_by_month = months.channels.iter().any(|channel| !channel.even);
        is_by_month.then(|| Block::Paragraph(self.words.text("report-frontier-by-month")))
    }

    fn moves(&self, better: &BetterPart) -> Table {
        let text = |key: &str| self.words.text(key);
        let objective = t!(self.words, "report-won-unit", objective = better.objective.0.code(), unit = self.unit());
        let columns = vec![
            Column::words(text("report-channel")),
            Column::numbers(self.in_unit(&text("report-proposal-present"))),
            Column::numbers(self.in_unit(&text("report-proposal-proposed"))),
            Column::numbers(objective).with_bars(Bars::Change),
        ];
        let places = usize::from(won(better.objective.0, 0.0).contains('.'));
        let total = number::rounded(better.gain.0, places);
        let changes: Vec<f64> = better.channels.iter().map(|channel| channel.change.0).collect();
        let shown = number::rounded_parts(&changes, total, places);
        let decimals = self.decimals(better.channels.iter().flat_map(|row| [&row.present, &row.proposed]));
        let change = |exact: Number, shown: f64| Cell::number(number::signed(shown, places), exact.0);
        let row = |(channel, shown): (&MovePart, f64)| {
            Row::item(vec![
                Cell::text(&*channel.name),
                self.money_cell(channel.present, decimals),
                self.money_cell(channel.proposed, decimals),
                change(channel.change, shown),
            ])
        };
        let mut rows: Vec<Row> = better.channels.iter().zip(shown).map(row).collect();
        // Without a word about what stays, own shares of events included, the amounts would not add up to the total.
        let total_of = match unchanged(better) {
            Some(rest) => t!(self.words, "report-better-total", rest = number::money(self.currency, rest, decimals)),
            None => text("common-total"),
        };
        let spend = self.money_cell(better.spend, decimals);
        rows.push(Row::total(vec![Cell::text(total_of), spend.clone(), spend, change(better.gain, total)]));
        Table { columns, rows, ..Table::default() }
    }

    /// Why there is nothing better, and what holds it.
    fn proof(&self, better: &BetterPart) -> String {
        let proof = Proof {
            objective: better.objective.0,
            response: better.proposed.0,
            bound: better.bound.0,
            certified: better.certified,
        };
        let channels: Vec<String> =
            self.summary.allocation.channels.iter().map(|channel| channel.name.clone()).collect();
        let period = Period { start: self.summary.plan.period.start, months: self.summary.plan.period.months };
        let months: Vec<String> =
            better.months.clone().map(|month| number::month_of(self.words, &period, month)).collect();
        let bound = [binds(self.words, (&channels, &months), &better.limits)];
        let lost = better.revenue_lost;
        let less_revenue = (lost.money > Money::ZERO)
            .then(|| t!(self.words, "proposal-less-revenue", amount = self.money_named(Some(lost))));
        let locked = better.has_locked.then(|| self.words.text("proposal-locked"));
        let parts: Vec<String> =
            [less_revenue, Some(proof.say(self.words))].into_iter().chain(bound).chain([locked]).flatten().collect();
        t!(self.words, "report-sentence", words = parts.join(&self.words.text("proposal-semicolon")))
    }
}

/// The money that stays where it is; `None` if all of it moves.
fn unchanged(better: &BetterPart) -> Option<Money> {
    let moved = Money::total(better.channels.iter().map(|channel| channel.present.money))?;
    let rest = better.spend.money.minus(moved)?;
    (rest != Money::ZERO && !better.spend.is_too_large()).then_some(rest)
}
