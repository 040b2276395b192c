//! Shared events: who bears what, and who pays whom.

use crate::plan::Money;
use crate::report::summary::event::{EventPart, SharePart, TransferPart};
use crate::report::summary::figure::Amount;
use crate::t;
use crate::words::number;

use super::super::{Block, Cell, Column, Row, Table};
use super::Write;

impl Write<'_> {
    /// Shares of one event against what it would cost each alone.
    pub(super) fn event(&self, event: &EventPart) -> Vec<Block> {
        let heading = Block::Heading(self.dated("report-event", &event.name, event.date));
        if event.shares.is_empty() {
            return vec![heading, Block::Paragraph(self.words.text("report-not-shared"))];
        }
        let mut blocks = vec![heading];
        blocks.extend(self.less_income(event).map(Block::Paragraph));
        blocks.push(Block::Table(self.shares(event)));
        blocks.extend((!event.transfers.is_empty()).then(|| self.transfers(event)));
        blocks.push(Block::Paragraph(event.settlement.clone()));
        blocks
    }

    /// How the total comes about where the event brings money in.
    fn less_income(&self, event: &EventPart) -> Option<String> {
        if event.total.is_too_large() {
            return Some(self.words.text("report-event-too-large"));
        }
        let named = |amount: Amount| self.money_named(Some(amount));
        let (cost, income) = (named(event.cost), named(event.income));
        (!event.income.is_nothing()).then(|| {
            let sums = t!(self.words, "settlement-less-income", cost = cost, income = income);
            match event.total.money.opposite() {
                gain if gain > Money::ZERO => {
                    let gain = number::amount_named(self.words, self.currency, gain);
                    t!(self.words, "report-event-gain", sums = sums, amount = gain)
                }
                _ => t!(self.words, "report-event-total", sums = sums, amount = named(event.total)),
            }
        })
    }

    fn shares(&self, event: &EventPart) -> Table {
        let has_income = !event.income.is_nothing();
        let amounts =
            event.shares.iter().flat_map(|row| [Some(row.share), Some(row.paid), Some(row.received), row.alone]);
        let decimals = self.decimals(amounts.flatten().collect::<Vec<_>>().iter());
        let text = |key: &str| self.in_unit(&self.words.text(key));
        let mut columns = vec![
            Column::words(self.words.text("report-party")),
            Column::numbers(text("report-party-share")),
            Column::numbers(text("report-paid")),
        ];
        columns.extend(has_income.then(|| Column::numbers(text("report-received"))));
        columns.extend(["report-balance", "report-alone", "report-saving"].map(|key| Column::numbers(text(key))));
        let row = |row: &SharePart| {
            let mut cells = vec![Cell::text(&*row.party)];
            cells.extend([row.share, row.paid].map(|amount| self.money_cell(amount, decimals)));
            cells.extend(has_income.then(|| self.money_cell(row.received, decimals)));
            cells.push(self.change_cell(row.open, decimals));
            cells.extend([row.alone, row.saving].map(|amount| self.optional_money_cell(amount, decimals)));
            Row::item(cells)
        };
        let mut rows: Vec<Row> = event.shares.iter().map(row).collect();
        rows.push(self.event_total(event, decimals));
        Table { columns, rows, ..Table::default() }
    }

    /// Who pays whom, and why.
    fn transfers(&self, event: &EventPart) -> Block {
        let decimals = self.decimals(event.transfers.iter().map(|transfer| &transfer.amount));
        let text = |key: &str| self.words.text(key);
        let columns = vec![
            Column::words(text("report-transfer-from")),
            Column::words(text("report-transfer-to")),
            Column::numbers(self.in_unit(&text("report-transfer-amount"))),
            Column::words(text("report-transfer-why")),
        ];
        let row = |transfer: &TransferPart| {
            Row::item(vec![
                Cell::text(&*transfer.from),
                Cell::text(&*transfer.to),
                self.money_cell(transfer.amount, decimals),
                Cell::text(&*transfer.because),
            ])
        };
        Block::Table(Table { columns, rows: event.transfers.iter().map(row).collect(), ..Table::default() })
    }

    fn event_total(&self, event: &EventPart, decimals: usize) -> Row {
        let sum = |value: &dyn Fn(&SharePart) -> Option<Amount>| {
            let amounts: Option<Vec<Amount>> = event.shares.iter().map(value).collect();
            self.optional_money_cell(amounts.map(|amounts| Amount::total(self.currency, &amounts)), decimals)
        };
        let has_income = !event.income.is_nothing();
        let mut cells = vec![Cell::text(self.words.text("common-total"))];
        cells.extend([sum(&|row| Some(row.share)), sum(&|row| Some(row.paid))]);
        cells.extend(has_income.then(|| sum(&|row| Some(row.received))));
        cells.extend([Cell::Empty, sum(&|row| row.alone), sum(&|row| row.saving)]);
        Row::total(cells)
    }

    /// A change of money: gains carry a plus.
    fn change_cell(&self, amount: Amount, decimals: usize) -> Cell {
        if amount.is_too_large() {
            return self.money_cell(amount, decimals);
        }
        let shown = number::money_signed(self.currency, amount.money, decimals);
        Cell::Number { shown, data: self.plain(amount) }
    }
}
