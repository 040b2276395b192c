//! A block out of a spreadsheet, pasted into a cell: it is taken in whole, in one step, or not at all.

use std::collections::BTreeMap;

use crate::app::widgets::grid::{self, Cell, Put, optional};
use crate::calc::schedule::edit;
use crate::plan::Money;
use crate::t;
use crate::words::{Words, parse};

use super::Desk;
use super::cells::cell_name;
use super::edit::Held;
use super::lines::Lines;

/// Why a block was not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It does not fit, or cannot be read.
    Block(grid::Refused),
    /// The cash of the months is one row.
    OneRow,
    /// A sum was pasted into beside others.
    Sums,
    /// A cell stays as it is.
    Held(Held, String),
    /// A channel would get more than can be calculated with.
    TooLarge(String),
}

impl Refused {
    /// What is wrong, and that nothing was taken in.
    pub(super) fn say(&self, words: &Words) -> String {
        match self {
            Self::Block(refused) => refused.say(words),
            Self::OneRow => words.text("months-paste-one-row"),
            Self::Sums => words.text("months-paste-sums"),
            Self::Held(held, cell) => t!(words, "months-paste-held", cell = cell, why = words.text(held.key())),
            Self::TooLarge(channel) => t!(words, "months-paste-too-large", item = channel),
        }
    }
}

/// Takes a block in.
///
/// # Errors
/// Says why nothing of it is taken.
pub(super) fn take(desk: &mut Desk<'_>, lines: &Lines, put: &Put) -> Result<(), Refused> {
    let reaches = put.at.column + put.block.columns();
    match put.at {
        Cell { row, .. } if row == lines.channels.len() => cash(desk, put),
        Cell { column, .. } if column == lines.months() => Err(Refused::Sums),
        _ if !put.is_pasted() && reaches > lines.months() => Err(Refused::Sums),
        _ => money(desk, lines, put),
    }
}

fn money(desk: &mut Desk<'_>, lines: &Lines, put: &Put) -> Result<(), Refused> {
    let (cx, months, from) = (desk.cx, lines.months(), put.at);
    let room = (lines.channels.len() - from.row, months - from.column);
    let read = |text: &str| Ok(optional(text, |text| parse::money(text, cx.currency()))?.unwrap_or_default());
    let cells = put.block.read(room, &read).map_err(Refused::Block)?;
    let mut rows: BTreeMap<usize, Vec<(usize, Money)>> = BTreeMap::new();
    for (down, right, amount) in &cells {
        let Some(index) = lines.channels.get(from.row + down) else { continue };
        rows.entry(*index).or_default().push((from.column + right, *amount));
    }
    let mut changed = Vec::new();
    for (index, cells) in rows {
        let Some(channel) = cx.plan.allocation.channels.get(index) else { continue };
        for (month, amount) in &cells {
            let held = Held::of(channel, *month).filter(|held| held.refuses(lines.spends[index][*month], *amount));
            if let Some(held) = held {
                return Err(Refused::Held(held, cell_name(cx, channel, *month)));
            }
        }
        let mut channel = channel.clone();
        if edit::put(&mut channel, &cells, months).is_none() {
            return Err(Refused::TooLarge(channel.name));
        }
        changed.push((index, channel));
    }
    let step = put.step(cx.words, cells.len(), t!(cx.words, "months-step-paste", n = cells.len()));
    desk.allocation.change(step, |allocation| {
        for (index, channel) in changed {
            allocation.channels[index] = channel;
        }
    });
    Ok(())
}

fn cash(desk: &mut Desk<'_>, put: &Put) -> Result<(), Refused> {
    let (cx, months, from) = (desk.cx, desk.months(), put.at);
    if put.block.rows() > 1 {
        return Err(Refused::OneRow);
    }
    let read = |text: &str| optional(text, |text| parse::money(text, cx.currency()));
    let cells = put.block.read((1, months - from.column), &read).map_err(Refused::Block)?;
    let cells: Vec<(usize, Option<Money>)> =
        cells.into_iter().map(|(_, right, amount)| (from.column + right, amount)).collect();
    let step = put.step(cx.words, cells.len(), t!(cx.words, "months-step-paste", n = cells.len()));
    desk.allocation.change(step, |allocation| {
        edit::put_cash(&mut allocation.cash, &cells, months);
    });
    Ok(())
}
