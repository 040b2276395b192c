//! What comes in by month and channel, against what the plan has.

use eframe::egui::{Id, Ui};

use super::Shown;
use crate::app::import::prepared::Prepared;
use crate::app::theme::{Tone, height};
use crate::app::widgets::{Column, Row, RowSpec, Table};
use crate::import::Said;
use crate::import::months::ChannelMonth;
use crate::plan::{Currency, Money};
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;
use crate::words::names::currency_name;
use crate::words::number::{NOTHING, money, money_decimals, trimmed};

/// Width of a month, of an amount, of a number of registrations, and of a remark.
const WIDTHS: [f32; 4] = [64.0, 96.0, 84.0, 110.0];

/// Draws them.
pub(super) fn ui(ui: &mut Ui, shown: &Shown<'_>) {
    let Some((prepared, is_fresh)) = shown.import.prepared() else { return };
    if !is_fresh {
        ui.set_opacity(0.5);
    }
    let (words, currency, rows) = (shown.words, &shown.plan.currency, &prepared.months);
    let amounts = rows.iter().flat_map(|row| [row.before.spend, row.after.spend]).flatten();
    let decimals = money_decimals(currency, amounts);
    Months { words, currency, prepared, has_typed: rows.iter().any(|row| row.is_typed), decimals }.table(ui);
}

/// What is drawn of them.
struct Months<'a> {
    words: &'a Words,
    currency: &'a Currency,
    prepared: &'a Prepared,
    /// Whether figures of some of them were typed.
    has_typed: bool,
    decimals: usize,
}

impl Months<'_> {
    fn table(&self, ui: &mut Ui) {
        let rows = &self.prepared.months;
        let mut table =
            Table::new(ui, Id::unique("import months"), &self.columns()).row_height(height::ROW_TIGHT).paged();
        table.header(ui, &self.headings().iter().map(String::as_str).collect::<Vec<_>>());
        let room = ui.available_height().max(height::ROW_TIGHT * 3.0);
        table.rows(ui, rows.len(), room, |table, ui, index| {
            let Some(row) = rows.get(index) else { return };
            table.row(ui, RowSpec::plain().id(Id::unique(("import month", index))), |cells| self.row(cells, row));
        });
    }

    fn columns(&self) -> Vec<Column> {
        let [month, amount, count, remark] = WIDTHS;
        let mut columns = vec![Column::fixed(month), Column::flex(1.0, 110.0)];
        columns.extend([amount, amount, count, count].map(|width| Column::fixed(width).right()));
        columns.extend(self.has_typed.then(|| Column::fixed(remark)));
        columns
    }

    fn headings(&self) -> Vec<String> {
        let words = self.words;
        let unit = currency_name(&self.currency.code, words);
        let sides = ["import-window-before", "import-window-after"].map(|key| words.text(key));
        let mut headings = vec![words.text("import-month"), words.text("import-channel")];
        for what in [t!(words, "import-money", unit = unit), words.text("import-registrations")] {
            headings.extend(sides.iter().map(|side| format!("{what}\n{side}")));
        }
        headings.extend(self.has_typed.then(String::new));
        headings
    }

    fn row(&self, cells: &mut Row<'_>, row: &ChannelMonth) {
        let amount = |amount: Option<Money>| {
            amount.map_or_else(|| NOTHING.to_owned(), |amount| money(self.currency, amount, self.decimals))
        };
        let count = |count: Option<f64>| count.map_or_else(|| NOTHING.to_owned(), |count| trimmed(count, 2));
        cells.text(&format!("{:04}-{:02}", row.month.year(), row.month.month()));
        cells.text(&self.counts_for(row.said.as_ref()));
        cells.toned(&amount(row.before.spend), Tone::Weak);
        cells.number(&amount(row.after.spend));
        cells.toned(&count(row.before.registrations), Tone::Weak);
        cells.number(&count(row.after.registrations));
        if row.is_typed {
            let typed = cells.weak(&self.words.text("import-window-typed"));
            typed.on_hover_text(self.words.text("import-window-typed-hint"));
        }
    }

    fn counts_for(&self, said: Option<&Said>) -> String {
        match said {
            Some(Said::Channel(id)) => {
                let known = self.prepared.plan.allocation.channels.iter().find(|channel| channel.id == *id);
                known.map_or_else(|| self.words.text("names-unknown-channel"), |channel| one_line(&channel.name))
            }
            Some(Said::LeftOut) => self.words.text("import-window-no-part"),
            None => self.words.text("import-window-undecided"),
        }
    }
}
