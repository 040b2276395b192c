//! The base plan and its scenarios side by side as a document: figures, money by task and channel, what differs in words.

use crate::plan::goal::Measure;
use crate::plan::{Currency, Money};
use crate::report::summary::ScenarioName;
use crate::report::summary::figure::{Amount, Number};
use crate::report::summary::scenarios::{ScenarioChannel, ScenarioPart, ScenarioTask};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Named, Words, number};

use super::{Block, Cell, Column, Rank, Row, Table};

/// The base plan and scenarios, side by side.
pub struct SideBySide<'a> {
    /// The base plan, then the scenarios.
    pub all: &'a [ScenarioPart],
    /// The headline measure.
    pub measure: Measure,
    /// The currency of all amounts.
    pub currency: &'a Currency,
    /// The words.
    pub words: &'a Words,
}

impl SideBySide<'_> {
    /// Both tables, then what differs; only a sentence where there is no scenario.
    #[must_use]
    pub fn blocks(&self, left_out: &[ScenarioName]) -> Vec<Block> {
        if self.all.len() < 2 {
            return vec![Block::Paragraph(self.words.text("scenario-none"))];
        }
        let mut blocks = vec![Block::Paragraph(self.draws_say()), Block::Table(self.figures())];
        blocks.extend(self.money().map(Block::Table));
        blocks.push(Block::List(self.all.iter().skip(1).map(|one| self.differs(one)).collect()));
        if !left_out.is_empty() {
            let ids: Vec<&str> = left_out.iter().map(|one| one.id.as_str()).collect();
            let ids = ids.join(&self.words.text("scenario-comma"));
            blocks.push(Block::Paragraph(t!(self.words, "scenario-left-out", n = left_out.len(), ids = ids)));
        }
        blocks
    }

    /// That differences of chances are no noise, or that nothing varies.
    fn draws_say(&self) -> String {
        let varies = self.all.iter().any(|one| one.odds.is_some());
        self.words.text(if varies { "scenario-same-draws" } else { "scenario-nothing-varies" })
    }

    fn in_unit(&self, name: &str) -> String {
        t!(self.words, "report-with-unit", name = name, unit = currency_name(&self.currency.code, self.words))
    }

    fn in_percent(&self, name: &str) -> String {
        t!(self.words, "report-with-unit", name = name, unit = "%")
    }

    fn columns(&self, first: String) -> Vec<Column> {
        let names = self.all.iter().map(|one| Column::numbers(one.name.clone()));
        std::iter::once(Column::words(first)).chain(names).collect()
    }

    fn row(&self, label: String, cell: impl FnMut(&ScenarioPart) -> Cell) -> Row {
        Row::item(std::iter::once(Cell::text(label)).chain(self.all.iter().map(cell)).collect())
    }

    /// Money, what it brings, and how likely the goal is.
    fn figures(&self) -> Table {
        let text = |key: &str| self.words.text(key);
        let count = |value: Number| Cell::number(number::expected(value.0), value.0);
        let leads =
            |class: &'static str| move |one: &ScenarioPart| one.leads.get(class).copied().map_or(Cell::Empty, count);
        let budgets: Vec<Amount> =
            self.all.iter().flat_map(|one| one.budget.into_iter().chain([one.allocated])).collect();
        let decimals = self.decimals(&budgets);
        let percent = |share: Option<Number>| {
            share.map_or(Cell::Empty, |share| Cell::number(number::percent_bare(share.0, 1), 100.0 * share.0))
        };
        let rows = [
            self.row(self.in_unit(&text("common-budget")), |one| {
                one.budget.map_or(Cell::Empty, |budget| self.amount(budget, decimals))
            }),
            self.row(self.in_unit(&text("scenario-allocated")), |one| self.amount(one.allocated, decimals)),
            self.row(text("common-registrations"), |one| count(one.registrations)),
            self.row(text("report-leads-a"), leads("A")),
            self.row(text("report-leads-b"), leads("B")),
            self.row(text("names-measure-customers"), |one| count(one.customers)),
            self.row(self.in_unit(&text("names-measure-revenue")), |one| self.amount(one.revenue, 0)),
            self.row(self.in_percent(&text("names-measure-share")), |one| percent(one.share)),
            self.row(self.in_percent(&text("scenario-attainment")), |one| percent(one.attainment)),
            self.row(text("report-likely"), |one| {
                one.chance.map_or(Cell::Empty, |chance| {
                    let (value, error) = (chance.value.0, chance.standard_error.0);
                    Cell::number(number::chance_with_error(self.words, value, error), value)
                })
            }),
            self.row(text("scenario-likelier"), |one| {
                one.likelier.map_or(Cell::Empty, |more| {
                    let (value, error) = (more.value.0, more.standard_error.0);
                    Cell::number(number::points_with_error(value, error), 100.0 * value)
                })
            }),
            self.row(t!(self.words, "scenario-bad-year", measure = self.measure_named()), |one| {
                one.odds.map_or(Cell::Empty, |odds| self.measured(odds.p10))
            }),
        ];
        let says_something = |row: &Row| row.cells.iter().skip(1).any(|cell| *cell != Cell::Empty);
        let rows = rows.into_iter().filter(says_something).collect();
        Table { columns: self.columns(text("scenario-figure")), rows, ..Table::default() }
    }

    fn measure_named(&self) -> String {
        let name = self.measure.name(self.words);
        match self.measure {
            Measure::Customers => name,
            Measure::Revenue => self.in_unit(&name),
            Measure::Share => self.in_percent(&name),
        }
    }

    /// A drawn value of the headline measure, in as many digits as draws can settle.
    fn measured(&self, value: Number) -> Cell {
        match self.measure {
            Measure::Share => Cell::number(number::percent_bare(value.0, 1), 100.0 * value.0),
            _ => Cell::number(number::count(number::drawn(value.0), 0), value.0),
        }
    }

    /// Money by task; of channels those that differ, and what all others of the task get together.
    fn money(&self) -> Option<Table> {
        let base = self.all.first()?;
        let all: Vec<Amount> =
            self.all.iter().flat_map(|one| one.channels.iter().map(|channel| channel.budget)).collect();
        let decimals = self.decimals(&all);
        let mut rows = Vec::new();
        for (place, task) in base.tasks.iter().enumerate() {
            let budgets: Vec<Amount> =
                self.all.iter().filter_map(|one| one.tasks.get(place)).map(|task| task.budget).collect();
            if budgets.iter().all(|budget| budget.is_nothing()) {
                continue;
            }
            rows.extend(self.task(task, &budgets, decimals));
        }
        let total = self.row(self.words.text("common-total"), |one| self.amount(one.allocated, decimals));
        rows.push(Row { rank: Rank::Total, ..total });
        let columns = self.columns(self.in_unit(&self.words.text("report-channel")));
        (rows.len() > 1).then(|| Table { columns, rows, ..Table::default() })
    }

    fn task(&self, task: &ScenarioTask, budgets: &[Amount], decimals: usize) -> Vec<Row> {
        let kind = task.task.0;
        let in_row = |label: String, amounts: &[Amount]| {
            let cells = amounts.iter().map(|amount| self.amount(*amount, decimals));
            Row { task: Some(kind), ..Row::item(std::iter::once(Cell::text(label)).chain(cells).collect()) }
        };
        let name = format!("{} {}", kind.letter(), kind.name(self.words));
        let mut rows = vec![Row { rank: Rank::Group, ..in_row(name, budgets) }];
        let mut left = budgets.to_vec();
        for place in self.differing(task) {
            let amounts: Vec<Amount> =
                self.all.iter().filter_map(|one| one.channels.get(place)).map(|one| one.budget).collect();
            for (left, amount) in left.iter_mut().zip(&amounts) {
                let rest = left.money.minus(amount.money).filter(|_| !left.is_too_large());
                *left = Amount::of(self.currency, rest);
            }
            let name = self.all.first().and_then(|base| base.channels.get(place)).map(|one| one.name.clone());
            rows.push(Row { depth: 1, ..in_row(name.unwrap_or_default(), &amounts) });
        }
        if rows.len() > 1 && left.iter().any(|amount| !amount.is_nothing()) {
            rows.push(Row { depth: 1, ..in_row(self.words.text("scenario-all-others"), &left) });
        }
        rows
    }

    /// Where the channels of a task stand whose money is not the same in all.
    fn differing(&self, task: &ScenarioTask) -> Vec<usize> {
        let Some((base, others)) = self.all.split_first() else { return Vec::new() };
        let differs = |place: usize, channel: &ScenarioChannel| {
            others.iter().any(|other| other.channels.get(place).is_some_and(|one| one.budget != channel.budget))
        };
        let of_task = base.channels.iter().enumerate().filter(|(_, channel)| channel.task == task.task);
        of_task.filter(|(place, channel)| differs(*place, channel)).map(|(place, _)| place).collect()
    }

    /// "Autumn push: what it is for. What differs; what else differs."
    fn differs(&self, one: &ScenarioPart) -> String {
        let said = if one.differences.is_empty() {
            self.words.text("scenario-same")
        } else {
            one.differences.join(&self.words.text("proposal-semicolon"))
        };
        let said = t!(self.words, "report-sentence", words = said);
        let note = if one.note.is_empty() {
            said
        } else {
            t!(self.words, "scenario-with-note", said = said, note = one.note.as_str())
        };
        t!(self.words, "scenario-says", name = one.name.as_str(), said = note)
    }

    fn amount(&self, amount: Amount, decimals: usize) -> Cell {
        if amount.is_too_large() {
            return Cell::text(self.words.text("report-too-large"));
        }
        Cell::Number {
            shown: number::money(self.currency, amount.money, decimals),
            data: Number(self.currency.units(amount.money)).clean().to_string(),
        }
    }

    fn decimals(&self, amounts: &[Amount]) -> usize {
        number::money_decimals(
            self.currency,
            amounts.iter().map(|amount| amount.money).filter(|money| *money != Money::ZERO),
        )
    }
}
