//! The table below a response curve, to read it by.

use eframe::egui::{self, Ui};

use super::Sheet;
use super::response::Plot;
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::text::widest;
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
    let mut spends = spends(plot, right);
    let step = currency.units(cx.report.allocation.next_amount);
    let next = number::amount(currency, cx.report.allocation.next_amount);
    let count = |x: f64| number::count(x, 0);
    let average = |x: f64| {
        let bought = plot.value(x);
        if bought > 0.0 { number::count(x / bought, 2) } else { number::NOTHING.to_owned() }
    };
    let rows: [(String, &dyn Fn(f64) -> String); 3] = [
        (t!(words, "allocation-read-registrations"), &|x| count(plot.value(x))),
        (t!(words, "allocation-read-average", unit = &unit), &average),
        (t!(words, "allocation-read-next", amount = next), &|x| number::count(plot.value(x + step) - plot.value(x), 1)),
    ];
    let spend_heading = t!(words, "allocation-read-spend", unit = &unit);
    let labels = rows.iter().map(|(label, _)| label.as_str()).chain([spend_heading.as_str()]);
    let label_width = widest(ui, labels, &theme::text(size::SMALL));
    let width = |spends: &[f64]| {
        let figures = spends.iter().flat_map(|x| rows.iter().map(|(_, figure)| figure(*x)).chain([count(*x)]));
        let figures: Vec<String> = figures.collect();
        widest(ui, figures.iter().map(String::as_str), &theme::semibold(size::SMALL)).max(48.0)
    };
    // Long numbers leave room for fewer spends; the present one stays.
    let room = ui.available_width() - label_width;
    #[expect(clippy::cast_precision_loss, reason = "four spends at most")]
    while spends.len() > 2 && spends.len() as f32 * (width(&spends) + 8.0) > room {
        let other = spends.iter().position(|x| !is_present(plot, *x)).unwrap_or(0);
        spends.remove(other);
    }
    let wide = width(&spends);
    let mut columns = vec![Column::flex(1.0, label_width)];
    columns.extend(spends.iter().map(|_| Column::fixed(wide).right()));
    let mut table = Table::new(ui, egui::Id::unique("allocation reading"), &columns).gap(8.0).row_height(22.0);
    let mut headings = vec![spend_heading];
    headings.extend(spends.iter().map(|x| count(*x)));
    table.header(ui, &headings.iter().map(String::as_str).collect::<Vec<_>>());
    for (label, figure) in rows {
        table.row(ui, RowSpec::new(RowKind::Detail).height(22.0), |row| {
            row.weak(&label);
            for x in &spends {
                let font = if is_present(plot, *x) { theme::semibold(size::SMALL) } else { theme::text(size::SMALL) };
                let figure = if plot.response.is_ok() { figure(*x) } else { number::NOTHING.to_owned() };
                row.styled(&figure, font, Tone::Plain);
            }
        });
    }
    ui.add_space((height::ROW_DENSE - 20.0).max(0.0));
}

fn is_present(plot: &Plot, spend: f64) -> bool {
    (spend - plot.spend).abs() < 0.5
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
