//! Which months are shown, how wide the columns are, and what they are called.

use eframe::egui::Ui;

use super::lines::Lines;
use super::marks;
use crate::app::context::Cx;
use crate::app::theme::{self, size};
use crate::app::widgets::Column;
use crate::app::widgets::text::widest;
use crate::calc::months;
use crate::plan::Money;
use crate::words::number;

/// Room for the name of a channel, for a month at least and at most, and for the bars at the end.
const NAME: f32 = 170.0;
const WIDEST_NAME: f32 = 300.0;
const MONTH: f32 = 36.0;
const WIDEST_MONTH: f32 = 90.0;
const BARS: f32 = 96.0;
const CHIP: f32 = 18.0;
pub(super) const GAP: f32 = 8.0;
pub(super) const EDGE: f32 = 6.0;

/// Which months are shown, and how wide what is shown is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    /// The first month, and how many.
    pub(super) first: usize,
    pub(super) count: usize,
    name: f32,
    month: f32,
    sum: f32,
}

impl Shown {
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "months that fit into a window"
    )]
    /// As many months as fit beside the names, from `first` on.
    pub(super) fn of(ui: &Ui, cx: &Cx, lines: &Lines, first: usize) -> Self {
        let show = |amount: Money| lines.scale.show(cx.currency(), amount);
        let months: Vec<String> = lines.all.iter().chain(&lines.cash).flatten().map(|amount| show(*amount)).collect();
        let strong = theme::semibold(size::BODY);
        let month = (widest(ui, months.iter().map(String::as_str), &strong).ceil() + 6.0).max(MONTH);
        let sums = [cx.report.allocation.total.spend].map(show);
        let sum = (widest(ui, sums.iter().map(String::as_str), &strong).ceil() + 10.0).max(60.0);
        let room = ui.available_width() - CHIP - sum - BARS - 5.0 * GAP - EDGE;
        let fit = |name: f32| (((room - name) / (month + GAP)).max(1.0) as usize).min(lines.months());
        // Long names give way to months, as far as that brings all of them into sight.
        let least = marks::widest_task(ui, cx).clamp(NAME, WIDEST_NAME);
        let wanted = lines.widest_name(ui, cx).clamp(least, WIDEST_NAME);
        let all = room - lines.months() as f32 * (month + GAP);
        let name = if fit(least) == lines.months() { wanted.min(all).max(least) } else { least };
        let count = fit(name);
        let month = ((room - name) / count as f32 - GAP).clamp(month, month.max(WIDEST_MONTH));
        Self { first: first.min(lines.months() - count), count, name, month, sum }
    }

    /// The months that are shown.
    pub(super) fn months(&self) -> std::ops::Range<usize> {
        self.first..self.first + self.count
    }

    /// The columns of the grid.
    pub(super) fn columns(&self) -> Vec<Column> {
        let mut columns = vec![Column::fixed(CHIP), Column::fixed(self.name)];
        columns.extend(self.months().map(|_| Column::fixed(self.month).right()));
        // Few months stand near their names: what is left over is left at the end.
        columns.extend([Column::fixed(self.sum).right(), Column::fixed(BARS), Column::flex(1.0, 0.0)]);
        columns
    }
}

/// The short names of months, with the year above the first of each where there are several.
pub(super) fn month_heads(cx: &Cx, shown: std::ops::Range<usize>) -> Vec<String> {
    let period = months::period(cx.plan);
    let years = period.start.year() != period.end().year();
    let first = shown.start;
    let head = |month: usize| {
        let day = period.month_start(u32::try_from(month).unwrap_or(0));
        let name = number::month_short(cx.words, day.month());
        if years && (month == first || day.month() == 1) { format!("{}\n{name}", day.year()) } else { name }
    };
    shown.map(head).collect()
}
