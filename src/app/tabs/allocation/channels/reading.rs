//! The table below a response curve, to read it by.

use eframe::egui::{self, Ui};

use super::Sheet;
use super::response::Plot;
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::{Column, RowKind, RowSpec, Table};
use crate::t;
use crate::words::names::currency_name;
use crate::words::number;

/// Four spends, what they buy, what each costs on average and what the next money buys; dashes without a curve, so that
/// nothing below moves while one is typed.
pub fn ui(ui: &mut Ui, sheet: &Sheet<'_>, plot: &Plot, right: f64) {
    let cx = sheet.cx;
    let (words, currency) = (cx.words, cx.currency());
    let unit = currency_name(&currency.code, words);
    let spends = spends(plot, right);
    let step = currency.units(cx.report.allocation.next_amount);
    let next = number::amount(currency, cx.report.allocation.next_amount);
    let average = |x: f64| {
        let bought = plot.value(x);
        if bought > 0.0 { number::count(x / bought, 2) } else { number::NOTHING.to_owned() }
    };
    let rows: [(String, &dyn Fn(f64) -> String); 3] = [
        (t!(words, "allocation-read-registrations"), &|x| number::count(plot.value(x), 0)),
        (t!(words, "allocation-read-average", unit = &unit), &average),
        (t!(words, "allocation-read-next", amount = next), &|x| number::count(plot.value(x + step) - plot.value(x), 1)),
    ];
    let wide = if spends.iter().any(|x| *x >= 1e6) { 58.0 } else { 48.0 };
    let mut columns = vec![Column::flex(1.0, 60.0)];
    columns.extend(spends.iter().map(|_| Column::fixed(wide).right()));
    let mut table = Table::new(ui, egui::Id::unique("allocation reading"), &columns).gap(8.0).row_height(22.0);
    let mut headings = vec![t!(words, "allocation-read-spend", unit = &unit)];
    headings.extend(spends.iter().map(|x| number::count(*x, 0)));
    table.header(ui, &headings.iter().map(String::as_str).collect::<Vec<_>>());
    for (label, figure) in rows {
        table.row(ui, RowSpec::new(RowKind::Detail).height(22.0), |row| {
            row.weak(&label);
            for x in &spends {
                let present = (x - plot.spend).abs() < 0.5;
                let font = if present { theme::semibold(size::SMALL) } else { theme::text(size::SMALL) };
                let figure = if plot.response.is_ok() { figure(*x) } else { number::NOTHING.to_owned() };
                row.styled(&figure, font, Tone::Plain);
            }
        });
    }
    ui.add_space((height::ROW_DENSE - 20.0).max(0.0));
}

/// The quarters of the axis, the one nearest to the present spend replaced by it.
fn spends(plot: &Plot, right: f64) -> [f64; 4] {
    let mut spends = [0.25, 0.5, 0.75, 1.0].map(|part| right * part);
    if plot.spend > 0.0 {
        let away = |x: &f64| (x - plot.spend).abs();
        if let Some(nearest) = spends.iter_mut().min_by(|a, b| away(a).total_cmp(&away(b))) {
            *nearest = plot.spend;
        }
    }
    spends
}
