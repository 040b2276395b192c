//! The table below a response curve, to read it by.

use eframe::egui::{self, Ui};

use super::super::sheet::Sheet;
use super::plot::Plot;
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::text::widest;
use crate::app::widgets::{Column, RowKind, RowSpec, Table};
use crate::t;
use crate::words::names::currency_name;
use crate::words::number;

/// Four spends, what they buy, what each costs on average and what the next money buys; dashes without a curve, so that
/// nothing below moves while one is typed.
pub fn ui(ui: &mut Ui, sheet: &Sheet<'_>, plot: &Plot, right: f64) {
    let labels = labels(sheet);
    let label_width = widest(ui, labels.iter().map(String::as_str), &theme::text(size::SMALL));
    let mut readings: Vec<Reading> = spends(plot, right).iter().map(|x| Reading::at(*x, sheet, plot)).collect();
    let width = keep_what_fits(ui, &mut readings, ui.available_width() - label_width);
    let mut columns = vec![Column::flex(1.0, label_width)];
    columns.extend(readings.iter().map(|_| Column::fixed(width).right()));
    let mut table = Table::new(ui, egui::Id::unique("allocation reading"), &columns).gap(GAP).row_height(22.0);
    let line = |line: usize| std::iter::once(&labels[line]).chain(readings.iter().map(move |one| &one.figures[line]));
    table.header(ui, &line(0).map(String::as_str).collect::<Vec<_>>());
    for (line, label) in labels.iter().enumerate().skip(1) {
        table.row(ui, RowSpec::new(RowKind::Detail).height(22.0), |row| {
            row.weak(label);
            for reading in &readings {
                let font = if reading.is_present { theme::semibold } else { theme::text };
                row.styled(&reading.figures[line], font(size::SMALL), Tone::Plain);
            }
        });
    }
    ui.add_space((height::ROW_DENSE - 20.0).max(0.0));
}

/// Between two columns.
const GAP: f32 = 8.0;

/// What stands at the left of the spends and of each line below them.
fn labels(sheet: &Sheet<'_>) -> [String; 4] {
    let (words, currency) = (sheet.cx.words, sheet.cx.currency());
    let unit = currency_name(&currency.code, words);
    let next = number::amount(currency, sheet.cx.report.allocation.next_amount);
    [
        t!(words, "allocation-read-spend", unit = &unit),
        t!(words, "allocation-read-registrations"),
        t!(words, "allocation-read-average", unit = &unit),
        t!(words, "allocation-read-next", amount = next),
    ]
}

/// One column: a spend, the registrations it buys, their average cost, what the next money buys.
struct Reading {
    is_present: bool,
    figures: [String; 4],
}

impl Reading {
    fn at(x: f64, sheet: &Sheet<'_>, plot: &Plot) -> Self {
        let step = sheet.cx.currency().units(sheet.cx.report.allocation.next_amount);
        let bought = plot.value(x);
        let nothing = || number::NOTHING.to_owned();
        let figures = if plot.response.is_ok() {
            let average = if bought > 0.0 { number::count(x / bought, 2) } else { nothing() };
            [number::count(bought, 0), average, number::count(plot.value(x + step) - bought, 1)]
        } else {
            [nothing(), nothing(), nothing()]
        };
        let [registrations, average, next] = figures;
        let figures = [number::count(x, 0), registrations, average, next];
        Self { is_present: (x - plot.spend).abs() < 0.5, figures }
    }
}

/// Long numbers leave room for fewer spends; the present one stays. Gives the width of a column.
#[expect(clippy::cast_precision_loss, reason = "four spends at most")]
fn keep_what_fits(ui: &Ui, readings: &mut Vec<Reading>, room: f32) -> f32 {
    loop {
        let figures = readings.iter().flat_map(|one| &one.figures).map(String::as_str);
        let width = widest(ui, figures, &theme::semibold(size::SMALL)).max(48.0);
        if readings.len() <= 2 || readings.len() as f32 * (width + GAP) <= room {
            return width;
        }
        readings.remove(readings.iter().position(|one| !one.is_present).unwrap_or(0));
    }
}

/// The quarters of the axis, the one nearest to the present spend replaced by it.
fn spends(plot: &Plot, right: f64) -> Vec<f64> {
    let mut spends = [0.25, 0.5, 0.75, 1.0].map(|part| right * part);
    if plot.spend > 0.0 {
        let away = |x: &f64| (x - plot.spend).abs();
        if let Some(nearest) = spends.iter_mut().min_by(|a, b| away(a).total_cmp(&away(b))) {
            *nearest = plot.spend;
        }
    }
    spends.to_vec()
}
