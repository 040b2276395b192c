//! Many plans added up as a document: what all of them reach, each plan below its business unit, the odds of the sum.

use crate::calc::rollup::Rollup;
use crate::plan::{Currency, Period};
use crate::report::summary::figure::{Amount, Number};
use crate::report::summary::odds::{ChancePart, SpreadPart};
use crate::report::summary::rollup::{PlanRow, RollupAnswer, SumsPart};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Words, number};

use super::{Block, Cell, Column, Document, Rank, Row, Table};

/// Plans added up.
pub struct AddedUp<'a> {
    /// What was found.
    pub rollup: &'a Rollup,
    /// The same with names and shares.
    pub answer: &'a RollupAnswer,
    /// The words.
    pub words: &'a Words,
}

impl AddedUp<'_> {
    /// All of it as a document.
    #[must_use]
    pub fn document(&self) -> Document {
        let count = self.answer.plans.len();
        let mut blocks = vec![Block::Paragraph(self.headline())];
        blocks.extend(self.remarks().into_iter().map(Block::Paragraph));
        blocks.push(Block::Table(self.table()));
        blocks.extend(self.odds());
        Document { title: t!(self.words, "rollup-title", n = count), blocks, ..Document::default() }
    }

    fn currency(&self) -> &Currency {
        &self.rollup.currency
    }

    fn unit(&self) -> String {
        currency_name(&self.currency().code, self.words)
    }

    fn in_unit(&self, key: &str) -> String {
        t!(self.words, "report-with-unit", name = self.words.text(key), unit = self.unit())
    }

    fn in_percent(&self, key: &str) -> String {
        t!(self.words, "report-with-unit", name = self.words.text(key), unit = "%")
    }

    /// How much of the revenue goals is reached, and how likely all of it.
    fn headline(&self) -> String {
        let goal = self.answer.total.revenue_goal;
        let Some((goal, reached)) = goal.and_then(|goal| Some((goal, goal.attainment?))) else {
            return self.words.text("rollup-no-goal");
        };
        let percent = number::percent(self.words.language(), reached.0, 0);
        let say = |amount: Amount| number::estimate_named(self.words, self.currency(), amount.money);
        let (expected, target) = (say(goal.expected), say(goal.target));
        let said = t!(self.words, "rollup-reaches", percent = percent, expected = expected, target = target);
        let chance = self.answer.odds.filter(|odds| odds.ranges > 0).and_then(|odds| odds.revenue_chance);
        let Some(chance) = chance else { return said };
        let likely = number::chance_with_error(self.words, chance.value.0, chance.standard_error.0);
        format!("{said}{}{}", self.words.text("report-space"), t!(self.words, "rollup-likely", likely = likely))
    }

    /// What is to be known of the sum: plans without a goal, times that differ, what is shared.
    fn remarks(&self) -> Vec<String> {
        let (words, count) = (self.words, self.answer.plans.len());
        let aiming = self.answer.total.revenue_goal.map_or(0, |goal| goal.plans);
        let too_large = self.answer.total.revenue_goal.is_some_and(|goal| goal.target.is_too_large());
        let aimless = count.saturating_sub(aiming);
        let mut remarks = Vec::new();
        if aimless > 0 && aiming > 0 && !too_large {
            remarks.push(t!(words, "rollup-without-goal", n = aimless));
        }
        if self.rollup.periods.len() > 1 {
            let said = |(period, plans): &(Period, usize)| {
                let time = number::period(words, period);
                t!(words, "rollup-period", n = *plans, period = time)
            };
            let all: Vec<String> = self.rollup.periods.iter().map(said).collect();
            remarks.push(t!(words, "rollup-periods", all = all.join(&words.text("proposal-semicolon"))));
        }
        if let Some(odds) = self.answer.odds.filter(|odds| odds.ranges > 0 && count > 1) {
            remarks.push(t!(words, "rollup-shared", n = odds.shared));
        }
        remarks
    }

    fn table(&self) -> Table {
        let text = |key: &str| self.words.text(key);
        let columns = vec![
            Column::words(text("rollup-plan")),
            Column::numbers(self.in_unit("rollup-money")),
            Column::numbers(self.in_percent("rollup-share")),
            Column::numbers(text("common-registrations")),
            Column::numbers(text("common-customers")),
            Column::numbers(self.in_unit("names-measure-revenue")),
            Column::numbers(self.in_percent("rollup-share")),
            Column::numbers(self.in_unit("rollup-goal")),
            Column::numbers(self.in_percent("scenario-attainment")),
        ];
        let sums = std::iter::once(&self.answer.total).chain(self.answer.plans.iter().map(|row| &row.sums));
        let decimals = number::money_decimals(self.currency(), sums.map(|sums| sums.money.money));
        let row = |label: &str, sums: &SumsPart| Row::item(self.cells(label, sums, decimals));
        let mut rows = Vec::new();
        if self.answer.units.is_empty() {
            rows.extend(self.answer.plans.iter().map(|plan| row(&name(plan), &plan.sums)));
        }
        for unit in &self.answer.units {
            let label = if unit.unit.is_empty() { text("rollup-no-company") } else { unit.unit.clone() };
            let plans = self.answer.plans.iter().filter(|plan| plan.company.trim() == unit.unit);
            let plans: Vec<&PlanRow> = plans.collect();
            if let [only] = plans.as_slice() {
                let label = t!(self.words, "rollup-of", unit = label, plan = name(only));
                rows.push(row(&label, &unit.sums));
                continue;
            }
            rows.push(Row { rank: Rank::Group, ..row(&label, &unit.sums) });
            rows.extend(plans.iter().map(|plan| Row { depth: 1, ..row(&name(plan), &plan.sums) }));
        }
        rows.push(Row { rank: Rank::Total, ..row(&text("common-total"), &self.answer.total) });
        Table { columns, rows, ..Table::default() }
    }

    fn cells(&self, label: &str, sums: &SumsPart, decimals: usize) -> Vec<Cell> {
        let percent = |share: Option<Number>| {
            share.map_or(Cell::Empty, |share| Cell::number(number::percent_bare(share.0, 1), 100.0 * share.0))
        };
        let count = |value: Number| Cell::number(number::expected(value.0), value.0);
        let goal = sums.revenue_goal;
        vec![
            Cell::text(label),
            self.amount(sums.money, decimals),
            percent(sums.money_share),
            count(sums.registrations),
            count(sums.customers),
            self.amount(sums.revenue, 0),
            percent(sums.revenue_share),
            goal.map_or(Cell::Empty, |goal| self.amount(goal.target, 0)),
            percent(goal.and_then(|goal| goal.attainment)),
        ]
    }

    fn amount(&self, amount: Amount, decimals: usize) -> Cell {
        if amount.is_too_large() {
            return Cell::text(self.words.text("report-too-large"));
        }
        let units = self.currency().units(amount.money);
        Cell::number(number::money(self.currency(), amount.money, decimals), units)
    }

    /// Where customers and revenue of all plans lie, and how likely their goals are; nothing where nothing varies.
    fn odds(&self) -> Vec<Block> {
        let Some(odds) = self.answer.odds.filter(|odds| odds.ranges > 0) else { return Vec::new() };
        let text = |key: &str| self.words.text(key);
        let columns = [text("report-measure")].map(Column::words).into_iter();
        let numbers = ["odds-p10", "odds-p50", "odds-p90", "odds-chance"].map(|key| Column::numbers(text(key)));
        let row = |label: String, spread: SpreadPart, chance: Option<ChancePart>| {
            let drawn = |value: Number| Cell::number(number::count(number::drawn(value.0), 0), value.0);
            let chance = chance.map_or(Cell::Empty, |chance| {
                let (value, error) = (chance.value.0, chance.standard_error.0);
                Cell::number(number::chance_with_error(self.words, value, error), value)
            });
            Row::item(vec![Cell::text(label), drawn(spread.p10), drawn(spread.p50), drawn(spread.p90), chance])
        };
        let rows = vec![
            row(text("names-measure-customers"), odds.customers, odds.customer_chance),
            row(self.in_unit("names-measure-revenue"), odds.revenue, odds.revenue_chance),
        ];
        let table = Table { columns: columns.chain(numbers).collect(), rows, ..Table::default() };
        vec![Block::Heading(text("rollup-odds")), Block::Table(table)]
    }
}

/// What a plan is called; its file where it has no title.
fn name(plan: &PlanRow) -> String {
    let title = plan.title.trim();
    if title.is_empty() { plan.file.clone() } else { title.to_owned() }
}
