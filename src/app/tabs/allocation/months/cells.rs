//! The cells of the grid that hold fields: where they are, what they are called, and how one comes to one of them.

use eframe::egui;

use crate::app::context::{Cx, field_id};
use crate::calc::Section;
use crate::plan::Channel;
use crate::t;
use crate::words::number;

use super::View;
use super::lines::Lines;

/// A cell with a field. Rows are the channels in their order, and below them the cash of the months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its place among the channels; their number for the cash.
    pub(super) place: usize,
    /// Its month; their number for the sum.
    pub(super) column: usize,
}

/// A cell to focus: its row and month come into sight first, and the focus in the frame after, since a field that gains it while it
/// is drawn selects its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aim {
    pub(super) cell: Cell,
    pub(super) in_sight: bool,
}

impl Cell {
    /// The id of its field.
    pub(super) fn id(self, cx: &Cx, lines: &Lines) -> Option<egui::Id> {
        if self.place == lines.channels.len() {
            return Some(cash_id(self.column));
        }
        let channel = cx.plan.allocation.channels.get(*lines.channels.get(self.place)?)?;
        Some(if self.column == lines.months() { sum_id(channel) } else { month_id(channel, self.column) })
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

impl View {
    /// Brings a cell into sight, and the focus to it.
    pub(super) fn aim(&mut self, cell: Cell) {
        self.aim = Some(Aim { cell, in_sight: false });
    }
}
