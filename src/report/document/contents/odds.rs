//! How likely the goal is, where results lie, and what moves them.

use crate::plan::goal::Measure;
use crate::t;
use crate::words::number;

use super::super::{Bars, Block, Cell, Column, Row, Table};
use super::{Write, count_cell, number_cell, percent_cell, rounded_cell};
use crate::report::summary::figure::{Amount, Number};
use crate::report::summary::odds::{ChancePart, MoverPart, OddsPart, RippleOddsPart, SpreadPart};

/// Movers that are worth a line.
const MOVERS: usize = 7;

impl Write<'_> {
    /// The odds; nothing where they were not asked for.
    pub(super) fn odds(&self) -> Vec<Block> {
        let Some(odds) = &self.summary.odds else { return Vec::new() };
        let heading = self.heading("odds-heading");
        if odds.ranges == 0 {
            return vec![heading, Block::Paragraph(self.words.text("odds-no-ranges"))];
        }
        let (times, ranges) = (number::count(f64::from(odds.draws), 0), odds.ranges.to_string());
        let drawn = t!(self.words, "odds-draws", n = odds.ranges, draws = times, ranges = ranges);
        let all = odds.chance.all.map(|chance| {
            let percent = number::chance(self.words, chance.value.0);
            Block::Paragraph(t!(self.words, "odds-all-targets", percent = percent))
        });
        let movers = (!odds.tornado.is_empty()).then(|| self.movers(odds));
        let ripples = odds.ripples.iter().filter_map(|ripple| self.ripple_odds(ripple)).collect::<Vec<_>>();
        let ripples = (!ripples.is_empty()).then_some(Block::List(ripples));
        let results = Block::Table(self.results(odds));
        let results = match self.drawn_odds(odds) {
            Some(histogram) => {
                Block::Beside(std::iter::once(results).chain(all).collect(), vec![Block::Drawing(histogram)])
            }
            None => results,
        };
        [heading, Block::Paragraph(drawn), results].into_iter().chain(movers).chain(ripples).collect()
    }

    /// How likely the headline's goal is.
    pub(super) fn likely(&self) -> Option<String> {
        Some(t!(self.words, "odds-likely", chance = self.chance_in_words()?))
    }

    /// The same chance as a sentence says it.
    pub(super) fn chance_in_words(&self) -> Option<String> {
        let (_, chance) = self.headline_chance()?;
        let figure = number::chance_figure(self.words, chance.value.0);
        Some(number::chance_is(self.words, chance.value.0, &figure))
    }

    /// The chance of reaching the headline's goal, with the odds it is of.
    pub(super) fn headline_chance(&self) -> Option<(&OddsPart, ChancePart)> {
        let odds = self.summary.odds.as_ref().filter(|odds| odds.ranges > 0)?;
        Some((odds, odds.chance.of(odds.headline.0)?))
    }

    fn results(&self, odds: &OddsPart) -> Table {
        let text = |key: &str| self.words.text(key);
        let columns = vec![
            Column::words(text("odds-result")),
            Column::numbers(text("odds-p10")),
            Column::numbers(text("odds-p50")),
            Column::numbers(text("odds-p90")),
            Column::words(text("odds-chance")),
        ];
        let row = |name: String, cells: [Cell; 3], chance: Option<ChancePart>| {
            let mut all = vec![Cell::text(name)];
            all.extend(cells);
            let shown =
                |chance: ChancePart| number::chance_with_error(self.words, chance.value.0, chance.standard_error.0);
            all.push(chance.map_or(Cell::Empty, |chance| Cell::text(shown(chance))));
            Row::item(all)
        };
        let rounded = |value: Number| rounded_cell(value, number::drawn(value.0), 0);
        let counts = |spread: &SpreadPart| [spread.p10, spread.p50, spread.p90].map(rounded);
        let percents = |spread: &SpreadPart| [spread.p10, spread.p50, spread.p90].map(|value| percent_cell(value, 1));
        let returns = |spread: &SpreadPart| [spread.p10, spread.p50, spread.p90].map(|value| number_cell(value, 1));
        let revenue = [odds.revenue.p10, odds.revenue.p50, odds.revenue.p90].map(|amount| self.rounded_money(amount));
        let mut rows = vec![
            row(text("common-registrations"), counts(&odds.registrations), None),
            row(text("common-leads"), counts(&odds.leads), None),
            row(text("names-measure-customers"), counts(&odds.customers), odds.chance.customers),
            row(self.in_unit(&text("names-measure-revenue")), revenue, odds.chance.revenue),
        ];
        let share = odds.share.as_ref();
        rows.extend(
            share.map(|spread| row(self.in_percent(&text("names-measure-share")), percents(spread), odds.chance.share)),
        );
        rows.extend(odds.roi.as_ref().map(|spread| row(text("odds-roi"), returns(spread), None)));
        Table { columns, rows, ..Table::default() }
    }

    fn rounded_money(&self, amount: Amount) -> Cell {
        if amount.is_too_large() {
            return self.amount_cell(amount);
        }
        let units = number::drawn(self.currency.units(amount.money));
        Cell::Number { shown: number::count(units, 0), data: self.plain(amount) }
    }

    /// The inputs that explain most of the spread of the headline measure.
    fn movers(&self, odds: &OddsPart) -> Block {
        let measure = self.measure_with_unit(odds.headline.0);
        let text = |key: &str| self.words.text(key);
        let columns = vec![
            Column::words(t!(self.words, "odds-movers", measure = measure)),
            Column::numbers(self.in_percent(&text("odds-explains"))),
            Column::numbers(text("odds-low-result")),
            Column::numbers(text("odds-high-result")).with_bars(Bars::Between { around: self.likely_result(odds) }),
        ];
        let result = |value: Number| match odds.headline.0 {
            Measure::Share => percent_cell(value, 1),
            Measure::Customers => count_cell(value),
            Measure::Revenue => number_cell(value, 0),
        };
        let row = |mover: &MoverPart| {
            let explains = percent_cell(mover.explains, 1);
            Row::item(vec![Cell::text(&*mover.name), explains, result(mover.low_result), result(mover.high_result)])
        };
        let rows = odds.tornado.iter().take(MOVERS).map(row).collect();
        Block::Table(Table { columns, rows, ..Table::default() })
    }

    /// The headline measure with all inputs at their likely values, in the unit of its table.
    fn likely_result(&self, odds: &OddsPart) -> f64 {
        let goal = &self.summary.goal;
        match odds.headline.0 {
            Measure::Customers => goal.customers.expected.map_or(0.0, |count| count.0),
            Measure::Revenue => goal.revenue.expected.map_or(0.0, |amount| self.currency.units(amount.money)),
            Measure::Share => goal.share.expected.map_or(0.0, |share| share.0 * 100.0),
        }
    }

    /// One ripple in words: its return, what moves it, what a reward may cost, whether the chain ends.
    fn ripple_odds(&self, ripple: &RippleOddsPart) -> Option<String> {
        let roi = ripple.roi.as_ref()?;
        let [low, high] = [roi.p10, roi.p90].map(|value| number::roi(number::significant(value.0, 2)));
        let key = if low == high { "odds-paper-ripple-sure" } else { "odds-paper-ripple" };
        let mut sentences = vec![t!(self.words, key, name = ripple.name.as_str(), low = low, high = high)];
        if let (Some(input), Some(explains)) = (&ripple.moved_by, ripple.explains) {
            let percent = number::percent(self.language(), explains.0, 0);
            sentences.push(t!(self.words, "odds-paper-mover", input = input, percent = percent));
        }
        let dearest = ripple.dearest_reward.map(|most| self.money_named(Some(most)));
        sentences.extend(dearest.map(|most| t!(self.words, "odds-paper-reward", most = most)));
        if ripple.dies_out.0 < 1.0 {
            let percent = number::chance(self.words, ripple.dies_out.0);
            sentences.push(t!(self.words, "odds-paper-dies-out", percent = percent));
        }
        Some(sentences.join(&self.words.text("report-space")))
    }
}
