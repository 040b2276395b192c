//! The cells of the grid that hold fields: where they are, what they are called, and how one comes to one of them.

use eframe::egui;

use crate::app::context::{Cx, field_id};
use crate::app::widgets::grid::{Cell, Cells};
use crate::calc::Section;
use crate::plan::Channel;
use crate::t;
use crate::words::number;

use super::lines::Lines;

/// The cells: channels in their order, months and behind them the sum; below them the cash of the months, which has no sum.
pub(super) struct Shape<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) lines: &'a Lines,
}

impl Shape<'_> {
    fn channel(&self, row: usize) -> Option<(usize, &Channel)> {
        let index = *self.lines.channels.get(row)?;
        Some((index, self.cx.plan.allocation.channels.get(index)?))
    }
}

impl Cells for Shape<'_> {
    fn rows(&self) -> usize {
        self.lines.channels.len() + 1
    }

    fn columns(&self, row: usize) -> usize {
        self.lines.months() + usize::from(row < self.lines.channels.len())
    }

    fn id(&self, Cell { row, column }: Cell) -> Option<egui::Id> {
        if row == self.lines.channels.len() {
            return Some(cash_id(column));
        }
        let (_, channel) = self.channel(row)?;
        Some(if column == self.lines.months() { sum_id(channel) } else { month_id(channel, column) })
    }

    fn text(&self, Cell { row, column }: Cell) -> String {
        let amount = match self.channel(row) {
            Some((_, channel)) if column == self.lines.months() => Some(channel.spend),
            Some((index, _)) => self.lines.spends[index].get(column).copied(),
            None => self.lines.cash.get(column).copied().flatten(),
        };
        amount.map(|amount| number::amount(self.cx.currency(), amount)).unwrap_or_default()
    }

    fn cleared(&self, _: Cell) -> Option<&'static str> {
        Some("")
    }
}

/// The field of a channel's money in a month.
pub(super) fn month_id(channel: &Channel, month: usize) -> egui::Id {
    egui::Id::unique(("money of a month", channel.id.as_str(), month))
}

/// The field of what a channel gets: findings about its months lead here.
pub(super) fn sum_id(channel: &Channel) -> egui::Id {
    field_id(Section::Allocation, Some(&channel.id), "months")
}

/// The field of a month's cash.
pub(super) fn cash_id(month: usize) -> egui::Id {
    egui::Id::unique(("cash of a month", month))
}

/// The name of a month, with its year where there may be another of that name.
pub(super) fn month_name(cx: &Cx, month: usize) -> String {
    let period = crate::calc::months::period(cx.plan);
    number::month_of(cx.words, &period, u32::try_from(month).unwrap_or(0))
}

/// What a channel's field of a month is called.
pub(super) fn cell_name(cx: &Cx, channel: &Channel, month: usize) -> String {
    t!(cx.words, "months-cell", channel = &channel.name, month = month_name(cx, month))
}
