//! The grid: its columns, its rows, and below them what all channels spend in each month and may spend.

use eframe::egui::{self, Ui};

use super::Desk;
use super::cells::Shape;
use super::lines::Lines;
use super::row::Rows;
use super::shown::{EDGE, GAP, Shown, month_heads};
use super::{Page, calendar, sideways};
use crate::app::context::Cx;
use crate::app::tabs::allocation::channels::Line;
use crate::app::theme::{height, space};
use crate::app::widgets::{Table, problem_line};

/// Rows that are always in sight, however low the window.
const LEAST_ROWS: f32 = 4.0;

/// Draws it; `below` is the room that stays free below it.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk<'_>, lines: &Lines, (below, page): (f32, &mut Page)) {
    if let Some(refused) = &desk.view.refused {
        problem_line(ui, &refused.say(desk.cx.words));
        ui.add_space(space::XS);
    }
    let top = ui.cursor().top();
    let mut shown = Shown::of(ui, desk.cx, lines, desk.view.first);
    let reveal = take_aim(ui, desk, lines, &mut shown);
    desk.view.first = shown.first;
    let id = egui::Id::unique("money by month");
    let mut table =
        Table::new(ui, id, &shown.columns()).gap(GAP).inset(0.0, EDGE).row_height(height::ROW_TIGHT).reveal(reveal);
    let heads = heads(desk.cx, &shown);
    let top_of_heads = ui.cursor().top();
    table.header(ui, &heads.iter().map(String::as_str).collect::<Vec<_>>());
    let edge = ui.max_rect().left();
    let height_of_heads = egui::Rangef::new(top_of_heads, ui.cursor().top());
    for (column, month) in (2..).zip(shown.months()) {
        let (left, right) = table.span(column);
        let columns = egui::Rangef::new(edge + left, edge + right);
        calendar::mark(ui, desk.cx, (month, &heads[column]), egui::Rect::from_x_y_ranges(columns, height_of_heads));
    }
    let foot = 2.0 * height::ROW_TIGHT + if shown.count < lines.months() { sideways::HEIGHT } else { 0.0 };
    let most = (ui.available_height() - below - foot).max(LEAST_ROWS * height::ROW_TIGHT);
    let mut rows = Rows { desk, lines, shown };
    table.rows(ui, lines.rows.len(), most, |table, ui, index| match lines.rows[index] {
        Line::Task(task) => rows.task(ui, table, task),
        Line::Channel(index) => rows.channel(ui, table, index),
        Line::Event(index) => rows.event(ui, table, index, page),
        Line::Group(_) => {}
    });
    rows.total(ui, &mut table);
    rows.cash(ui, &mut table);
    if shown.count < lines.months() {
        sideways::ui(ui, desk, &shown, (table.span(2).0, table.span(1 + shown.count).1, top));
    }
    desk.view.grid.end(ui, &Shape { cx: desk.cx, lines });
}

/// Follows the keys to a cell; returns the row to bring into view.
fn take_aim(ui: &Ui, desk: &mut Desk<'_>, lines: &Lines, shown: &mut Shown) -> Option<usize> {
    let cell = desk.view.grid.begin(ui, &Shape { cx: desk.cx, lines })?;
    if cell.column < lines.months() {
        shown.first = shown.first.clamp((cell.column + 1).saturating_sub(shown.count), cell.column);
    }
    lines.row_of(cell.row)
}

/// The headings. Where the period reaches into another year, the year stands above its first month.
fn heads(cx: &Cx, shown: &Shown) -> Vec<String> {
    let words = cx.words;
    let mut heads = vec![String::new(), words.text("allocation-column-channel")];
    heads.extend(month_heads(cx, shown.months()));
    heads.extend([words.text("common-total"), words.text("months-over-the-period")]);
    heads
}
