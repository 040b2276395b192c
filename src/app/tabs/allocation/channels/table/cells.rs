//! Names and budgets of the table as cells of a grid, and what a block that is pasted does to them.

use eframe::egui::{self, Ui};

use super::line::Line;
use super::lines::Lines;
use crate::app::context::{Cx, field_id};
use crate::app::widgets::grid::{Block, Cell, Cells, Put};
use crate::calc::Section;
use crate::calc::schedule::{give, length};
use crate::plan::{Channel, Id, Money, Task};
use crate::t;
use crate::words::{number, parse};

use super::super::block::{self, Refused};
use super::super::sheet::{Selection, Sheet};

/// The cells of the channels in the order of their rows: name and budget.
pub struct ChannelCells<'a> {
    cx: &'a Cx<'a>,
    channels: Vec<usize>,
}

/// The columns of the cells.
pub const NAME: usize = 0;
/// What a channel gets.
pub const BUDGET: usize = 1;
const COLUMNS: usize = 2;

impl<'a> ChannelCells<'a> {
    /// Those of the table.
    #[must_use]
    pub fn of(cx: &'a Cx<'a>, lines: &Lines) -> Self {
        let channel = |line: &Line| if let Line::Channel(index) = line { Some(*index) } else { None };
        Self { cx, channels: lines.rows.iter().filter_map(channel).collect() }
    }

    /// A cell of a channel, by its index in the plan.
    #[must_use]
    pub fn cell(&self, channel: usize, column: usize) -> Option<Cell> {
        self.channels.iter().position(|index| *index == channel).map(|row| Cell { row, column })
    }

    /// The channel of a row.
    #[must_use]
    pub fn channel(&self, row: usize) -> Option<&'a Channel> {
        self.cx.plan.allocation.channels.get(*self.channels.get(row)?)
    }
}

impl Cells for ChannelCells<'_> {
    fn rows(&self) -> usize {
        self.channels.len()
    }

    fn columns(&self, _: usize) -> usize {
        COLUMNS
    }

    fn id(&self, cell: Cell) -> Option<egui::Id> {
        let id = &self.channel(cell.row)?.id;
        Some(if cell.column == NAME { name_id(id) } else { field_id(Section::Allocation, Some(id), "spend") })
    }

    fn text(&self, cell: Cell) -> String {
        let Some(channel) = self.channel(cell.row) else { return String::new() };
        if cell.column == NAME { channel.name.clone() } else { number::amount(self.cx.currency(), channel.spend) }
    }

    fn cleared(&self, cell: Cell) -> Option<&'static str> {
        (cell.column == BUDGET).then_some("0")
    }

    /// Tab goes from budget to budget.
    fn is_stop(&self, cell: Cell) -> bool {
        cell.column == BUDGET
    }
}

/// The name of a channel in the table; beside it stands another field for it.
#[must_use]
pub fn name_id(channel: &Id) -> egui::Id {
    egui::Id::unique(("name in the table", channel.as_str()))
}

/// Takes the keys of the cells, and blocks that are pasted: into a cell, or, where no field has the focus, beside the selected
/// channel.
pub fn keys(ui: &Ui, sheet: &mut Sheet<'_>) {
    let Some(lines) = sheet.view.lines.take() else { return };
    let cells = ChannelCells::of(sheet.cx, &lines);
    let free = || !ui.text_edit_focused() && ui.memory(|memory| memory.top_modal_layer().is_none());
    if let Some(put) = sheet.view.grid.keys(ui, &cells) {
        let taken = put.map_err(Refused::Block).and_then(|put| take(sheet, &cells, &put));
        sheet.view.refused = taken.err();
    } else if free()
        && let Some(block) = Block::pasted(ui)
    {
        let selected = sheet.view.selected_channel().and_then(|id| lines.row_of(id)).map(|row| lines.rows[row]);
        let index = if let Some(Line::Channel(index)) = selected { Some(index) } else { None };
        let at = index.and_then(|index| cells.cell(index, BUDGET)).unwrap_or(Cell { row: 0, column: BUDGET });
        sheet.view.refused = take(sheet, &cells, &Put::pasted(at, block)).err();
    }
    sheet.view.lines = Some(lines);
}

/// Follows the keys to a cell.
pub fn go_on(ui: &Ui, sheet: &mut Sheet<'_>) {
    let Some(lines) = sheet.view.lines.take() else { return };
    let cells = ChannelCells::of(sheet.cx, &lines);
    if let Some(cell) = sheet.view.grid.begin(ui, &cells) {
        sheet.view.reveal = cells.channel(cell.row).map(|channel| channel.id.clone());
    }
    sheet.view.lines = Some(lines);
}

fn take(sheet: &mut Sheet<'_>, cells: &ChannelCells<'_>, put: &Put) -> Result<(), Refused> {
    if cells.rows() == 0 || (put.is_pasted() && put.block.columns() > 1) {
        return named(sheet, cells.channel(put.at.row), &put.block);
    }
    let (cx, Cell { row, column }) = (sheet.cx, put.at);
    let read = |right: usize, text: &str| match column + right {
        NAME => Ok(Given::Name(text.replace('\n', " "))),
        _ => parse::money(text, cx.currency()).map(Given::Spend),
    };
    let taken = put.block.read_each((cells.rows() - row, COLUMNS - column), &read).map_err(Refused::Block)?;
    let months = length(cx.plan);
    let key = if column == NAME { "allocation-step-paste-names" } else { "allocation-step-paste-budgets" };
    let step = put.step(cx.words, taken.len(), t!(cx.words, key, n = taken.len()));
    let given: Vec<(Id, Given)> =
        taken.into_iter().filter_map(|(down, _, given)| Some((cells.channel(row + down)?.id.clone(), given))).collect();
    sheet.allocation.change(step, |allocation| {
        for (id, given) in given {
            let Some(channel) = allocation.channels.iter_mut().find(|channel| channel.id == id) else { continue };
            match given {
                Given::Name(name) => channel.name = name,
                Given::Spend(amount) => give(channel, amount, months),
            }
        }
    });
    Ok(())
}

/// What a cell of a block gives a channel.
enum Given {
    Name(String),
    Spend(Money),
}

/// Channels by name: those that are there get what the block says of them, others are added beside the one it was pasted into.
fn named(sheet: &mut Sheet<'_>, beside: Option<&Channel>, pasted: &Block) -> Result<(), Refused> {
    let cx = sheet.cx;
    let rows = block::read(pasted, cx.currency())?;
    let (task, group) = beside.map_or((Task::A, None), |channel| (channel.task, channel.group.clone()));
    let months = length(cx.plan);
    let step = t!(cx.words, "allocation-step-paste-channels", n = rows.len());
    let last = sheet.allocation.change(step, |allocation| {
        let there = allocation.channels.len();
        rows.into_iter().map(|row| block::put(allocation, &row, (there, task, group.as_ref(), months))).last()
    });
    sheet.view.selected = last.map(Selection::Channel).or(sheet.view.selected.take());
    Ok(())
}
