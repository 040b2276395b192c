//! From funnel to ripple: revenue of each step, its return on investment on top, the figures below.

use eframe::egui::{self, Align2, Pos2, Rect, Ui, pos2, vec2};

use super::Desk;
use crate::app::explain::{explained, explains};
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::plot::marks::dashed;
use crate::app::widgets::{
    Axis, Canvas, Chart, Column, Dash, RowKind, RowSpec, Table, is_narrow, section_with, text::small,
};
use crate::calc::explain::{Figure, OfStep};
use crate::calc::ripple::StepKind;
use crate::report::document::drawing::{self, Step, Waterfall};
use crate::t;
use crate::words::{Named, names, number};

/// Draws the section.
pub(super) fn ui(ui: &mut Ui, desk: &Desk) {
    let words = desk.cx.words;
    let unit = names::currency_name(&desk.cx.currency().code, words);
    let subtitle = t!(words, "ripple-steps-subtitle", unit = unit);
    section_with(ui, &words.text("ripple-steps"), &subtitle, |ui| legend(ui, desk));
    let steps = &desk.report.outcome.steps;
    let label = Column::fixed(88.0);
    let columns: Vec<Column> =
        std::iter::once(label).chain(steps.iter().map(|_| Column::flex(1.0, 60.0).right())).collect();
    let mut table = Table::new(ui, desk.field("step table"), &columns).row_height(24.0).inset(0.0, 20.0);
    bars(ui, desk, &table);
    figures(ui, desk, &mut table);
}

fn legend(ui: &mut Ui, desk: &Desk) {
    let (words, palette) = (desk.cx.words, theme::palette(ui));
    ui.spacing_mut().item_spacing.x = 6.0;
    let added = if is_narrow(ui) { "ripple-added-short" } else { "ripple-added" };
    for (key, color) in [(added, palette.accent), ("ripple-on-site", palette.faint)] {
        small(ui, &words.text(key), Tone::Weak);
        let (rect, _) = ui.allocate_exact_size(vec2(10.0, 10.0), egui::Sense::hover());
        ui.painter().rect_filled(rect, 0.0, color);
        ui.add_space(space::XS);
    }
}

/// Half the width of a bar.
const HALF: f32 = 28.0;

fn bars(ui: &mut Ui, desk: &Desk, table: &Table) {
    let steps: Vec<(StepKind, f64, Option<f64>)> =
        desk.report.outcome.steps.iter().map(|step| (step.kind, step.revenue, step.roi())).collect();
    let drawn = Waterfall::of(desk.cx.words, &steps);
    let most = drawn.steps.iter().map(|step| step.base + step.added).fold(0.0, f64::max).max(1.0);
    let short = |value: f64| number::short(desk.cx.language(), value);
    let name = desk.cx.words.text("ripple-steps");
    let left = table.span(1).0;
    // What the tables below leave over; in a tall window the odds below grow as much.
    let over = ui.available_height() - 432.0;
    let height = over.min(f32::midpoint(over, 270.0)).clamp(150.0, 520.0);
    let chart = Chart::new(&name, Axis::new(0.0..=1.0), Axis::nice(0.0, most, 3, &short));
    let mut heads = Vec::new();
    chart.left(left).right(0.0).top(42.0).height(height).show(ui, |canvas| {
        let edge = canvas.area().left();
        let places: Vec<(&Step, f32)> =
            drawn.steps.iter().enumerate().map(|(index, step)| (step, edge + table.span(index + 1).1 - 46.0)).collect();
        for ((step, center), (kind, ..)) in places.iter().zip(&steps) {
            let head = bar(canvas, step, *center);
            heads.push((head, *kind, step.head.clone()));
        }
        if let (Some((funnel, first)), Some((_, last))) = (places.first(), places.last())
            && places.len() > 1
        {
            let y = canvas.at(0.0, funnel.base).y;
            let line = vec![pos2(first + HALF, y), pos2(last + HALF, y)];
            let stroke = egui::Stroke::new(1.2, canvas.palette.text);
            canvas.painter.extend(dashed(line, stroke, Dash::Dashed));
        }
    });
    for (head, kind, shown) in heads {
        let response = ui.interact(head, desk.field("roi").with(kind), egui::Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &shown));
        explains(ui, desk.cx, &response, || Some(Figure::Step(desk.ripple.id.clone(), kind, OfStep::Roi)));
    }
}

/// One bar: what the funnel brings at the foot, what is added above it, the return on investment on top; returns where that
/// stands.
fn bar(canvas: &Canvas<'_>, step: &Step, center: f32) -> Rect {
    let palette = canvas.palette;
    let y = |value: f64| canvas.at(0.0, value).y;
    let part = |low: f64, high: f64| Rect::from_two_pos(pos2(center - HALF, y(low)), pos2(center + HALF, y(high)));
    let whole = step.base + step.added;
    canvas.painter.rect_filled(part(0.0, step.base), 0.0, palette.faint);
    if step.added > 0.0 {
        let added = part(step.base, whole);
        canvas.painter.rect_filled(added, 0.0, palette.accent);
        if added.height() > 24.0 {
            let font = theme::semibold(size::SMALL);
            canvas.painter.text(added.center(), Align2::CENTER_CENTER, &step.added_shown, font, palette.on_accent);
        }
    }
    let color = if step.tone == drawing::Tone::Accent { palette.accent } else { palette.text };
    let top = Pos2::new(center, y(whole) - 1.0);
    canvas.say(&step.head);
    canvas.painter.text(top, Align2::CENTER_BOTTOM, &step.head, theme::semibold(size::HERO), color)
}

fn figures(ui: &mut Ui, desk: &Desk, table: &mut Table) {
    let (words, currency, report) = (desk.cx.words, desk.cx.currency(), desk.report);
    let steps = &report.outcome.steps;
    let unit = |key: &'static str| desk_label(desk, key);
    table.row(ui, RowSpec::new(RowKind::Plain), |row| {
        row.skip(1);
        for step in steps {
            row.strong(&step.kind.name(words), Tone::Plain);
        }
    });
    let decimals = number::money_decimals(currency, report.costs.iter().copied());
    let costs: Vec<String> = report.costs.iter().map(|cost| number::money(currency, *cost, decimals)).collect();
    let people: Vec<String> = steps.iter().map(|step| number::count(step.people, 0)).collect();
    let customers: Vec<String> = steps.iter().map(|step| number::expected(step.customers)).collect();
    let revenue: Vec<String> = steps.iter().map(|step| number::count(step.revenue, 0)).collect();
    let rows = [
        (unit("ripple-cost"), costs, OfStep::Cost),
        (words.text("ripple-people"), people, OfStep::People),
        (words.text("common-customers"), customers, OfStep::Customers),
        (unit("common-revenue"), revenue, OfStep::Revenue),
    ];
    for (label, cells, of) in rows {
        table.row(ui, RowSpec::plain(), |row| {
            row.weak(&label);
            for (cell, step) in cells.iter().zip(steps) {
                let row = row.asking();
                let response = if of == OfStep::Revenue { row.strong(cell, Tone::Plain) } else { row.number(cell) };
                let figure = || Some(Figure::Step(desk.ripple.id.clone(), step.kind, of));
                explained(row, desk.cx, (cell, response), figure);
            }
        });
    }
}

/// A label with the currency behind it.
pub(super) fn desk_label(desk: &Desk, key: &'static str) -> String {
    let unit = names::currency_name(&desk.cx.currency().code, desk.cx.words);
    format!("{}{}{unit}", desk.cx.words.text(key), desk.cx.words.text("event-unit-comma"))
}
