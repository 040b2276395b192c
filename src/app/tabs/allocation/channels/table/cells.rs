//! The budgets of the table as cells of a grid, and what a block that is pasted does to them.

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

/// The budgets, one below the other in the order of their rows.
pub struct Budgets<'a> {
    cx: &'a Cx<'a>,
    channels: Vec<usize>,
}

impl<'a> Budgets<'a> {
    /// Those of the table.
    #[must_use]
    pub fn of(cx: &'a Cx<'a>, lines: &Lines) -> Self {
        let channel = |line: &Line| if let Line::Channel(index) = line { Some(*index) } else { None };
        Self { cx, channels: lines.rows.iter().filter_map(channel).collect() }
    }

    /// The cell of a channel, by its index in the plan.
    #[must_use]
    pub fn cell(&self, channel: usize) -> Option<Cell> {
        self.channels.iter().position(|index| *index == channel).map(|row| Cell { row, column: 0 })
    }

    /// The channel of a row.
    #[must_use]
    pub fn channel(&self, row: usize) -> Option<&'a Channel> {
        self.cx.plan.allocation.channels.get(*self.channels.get(row)?)
    }
}

impl Cells for Budgets<'_> {
    fn rows(&self) -> usize {
        self.channels.len()
    }

    fn columns(&self, _: usize) -> usize {
        1
    }

    fn id(&self, cell: Cell) -> Option<egui::Id> {
        self.channel(cell.row).map(|channel| field_id(Section::Allocation, Some(&channel.id), "spend"))
    }

    fn text(&self, cell: Cell) -> String {
        self.channel(cell.row).map(|channel| number::amount(self.cx.currency(), channel.spend)).unwrap_or_default()
    }
}

/// Takes the keys of the budgets, and blocks that are pasted: into a budget, or, where no field has the focus, beside the selected
/// channel.
pub fn keys(ui: &Ui, sheet: &mut Sheet<'_>) {
    let Some(lines) = sheet.view.lines.take() else { return };
    let budgets = Budgets::of(sheet.cx, &lines);
    let free = || !ui.text_edit_focused() && ui.memory(|memory| memory.top_modal_layer().is_none());
    if let Some(put) = sheet.view.grid.keys(ui, &budgets) {
        sheet.view.refused = take(sheet, &budgets, &put).err();
    } else if free()
        && let Some(block) = Block::pasted(ui)
    {
        let selected = sheet.view.selected_channel().and_then(|id| lines.row_of(id)).map(|row| lines.rows[row]);
        let index = if let Some(Line::Channel(index)) = selected { Some(index) } else { None };
        let at = index.and_then(|index| budgets.cell(index)).unwrap_or(Cell { row: 0, column: 0 });
        sheet.view.refused = take(sheet, &budgets, &Put { at, block }).err();
    }
    sheet.view.lines = Some(lines);
}

/// Follows the keys to a budget.
pub fn go_on(ui: &Ui, sheet: &mut Sheet<'_>) {
    let Some(lines) = sheet.view.lines.take() else { return };
    let budgets = Budgets::of(sheet.cx, &lines);
    if let Some(cell) = sheet.view.grid.begin(ui, &budgets) {
        sheet.view.reveal = budgets.channel(cell.row).map(|channel| channel.id.clone());
    }
    sheet.view.lines = Some(lines);
}

fn take(sheet: &mut Sheet<'_>, budgets: &Budgets<'_>, put: &Put) -> Result<(), Refused> {
    if put.block.cells().iter().any(|row| row.len() > 1) || budgets.rows() == 0 {
        return named(sheet, budgets.channel(put.at.row), &put.block);
    }
    let cx = sheet.cx;
    let read = |text: &str| parse::money(text, cx.currency());
    let amounts = put.block.read((budgets.rows() - put.at.row, 1), &read).map_err(Refused::Block)?;
    let months = length(cx.plan);
    let given: Vec<(Id, Money)> = amounts
        .into_iter()
        .filter_map(|(down, _, amount)| Some((budgets.channel(put.at.row + down)?.id.clone(), amount)))
        .collect();
    sheet.allocation.change(t!(cx.words, "allocation-step-paste-budgets", n = given.len()), |allocation| {
        for (id, amount) in given {
            allocation
                .channels
                .iter_mut()
                .filter(|channel| channel.id == id)
                .for_each(|channel| give(channel, amount, months));
        }
    });
    Ok(())
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
