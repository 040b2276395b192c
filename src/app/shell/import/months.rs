//! What comes in by month and channel, against what the plan has.

use eframe::egui::{Id, Ui};

use super::Shown;
use crate::app::theme::height;
use crate::app::widgets::{Column, RowSpec, Table};
use crate::import::Said;
use crate::import::months::ChannelMonth;
use crate::plan::Money;
use crate::t;
use crate::words::clean::one_line;
use crate::words::names::currency_name;
use crate::words::number::{NOTHING, money, money_decimals, trimmed};

/// Width of a month, of an amount, of a number of registrations, and of a remark.
const WIDTHS: [f32; 4] = [64.0, 96.0, 84.0, 110.0];

/// Draws them.
pub(super) fn ui(ui: &mut Ui, shown: &Shown<'_>) {
    let (words, currency) = (shown.words, &shown.plan.currency);
    let Some((prepared, is_fresh)) = shown.import.prepared() else { return };
    if !is_fresh {
        ui.set_opacity(0.5);
    }
    let rows = &prepared.months;
    let is_typed = rows.iter().any(|row| row.is_typed);
    let [month, amount, count, remark] = WIDTHS;
    let mut columns = vec![Column::fixed(month), Column::flex(1.0, 110.0)];
    columns.extend([amount, amount, count, count].map(|width| Column::fixed(width).right()));
    if is_typed {
        columns.push(Column::fixed(remark));
    }
    let mut table = Table::new(ui, Id::unique("import months"), &columns).row_height(height::ROW_TIGHT).paged();
    let unit = currency_name(&currency.code, words);
    let mut headings = vec![words.text("import-month"), words.text("import-channel")];
    let sides = ["import-window-before", "import-window-after"].map(|key| words.text(key));
    for what in [t!(words, "import-money", unit = unit), words.text("import-registrations")] {
        headings.extend(sides.iter().map(|side| format!("{what}\n{side}")));
    }
    if is_typed {
        headings.push(String::new());
    }
    table.header(ui, &headings.iter().map(String::as_str).collect::<Vec<_>>());
    let amounts = rows.iter().flat_map(|row| [row.before.spend, row.after.spend]).flatten();
    let decimals = money_decimals(currency, amounts);
    let amount =
        |amount: Option<Money>| amount.map_or_else(|| NOTHING.to_owned(), |amount| money(currency, amount, decimals));
    let count = |count: Option<f64>| count.map_or_else(|| NOTHING.to_owned(), |count| trimmed(count, 2));
    let channels = &prepared.plan.allocation.channels;
    let name = |row: &ChannelMonth| match &row.said {
        Some(Said::Channel(id)) => {
            let known = channels.iter().find(|channel| channel.id == *id);
            known.map_or_else(|| id.to_string(), |channel| one_line(&channel.name))
        }
        Some(Said::LeftOut) => words.text("import-window-no-part"),
        None => words.text("import-window-undecided"),
    };
    let typed = words.text("import-window-typed");
    let room = ui.available_height().max(height::ROW_TIGHT * 3.0);
    table.rows(ui, rows.len(), room, |table, ui, index| {
        let Some(row) = rows.get(index) else { return };
        table.row(ui, RowSpec::plain().id(Id::unique(("import month", index))), |cells| {
            cells.text(&format!("{:04}-{:02}", row.month.year(), row.month.month()));
            cells.text(&name(row));
            cells.toned(&amount(row.before.spend), crate::app::theme::Tone::Weak);
            cells.number(&amount(row.after.spend));
            cells.toned(&count(row.before.registrations), crate::app::theme::Tone::Weak);
            cells.number(&count(row.after.registrations));
            if row.is_typed {
                cells.weak(&typed).on_hover_text(words.text("import-window-typed-hint"));
            }
        });
    });
}
