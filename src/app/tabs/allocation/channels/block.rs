//! Channels that are pasted as a block: a name, a budget, and registrations.

use crate::app::widgets::grid::{self, Block};
use crate::calc::schedule::give;
use crate::plan::decimal::half_width;
use crate::plan::{Allocation, Channel, Currency, Curve, Id, Money, Task};
use crate::t;
use crate::words::{Words, number, parse};

use super::edit;

/// What a block of channels may hold: a name, a budget, registrations.
const COLUMNS: usize = 3;

/// Why a block was not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It does not fit, or cannot be read.
    Block(grid::Refused),
    /// Where there are several columns, the first one holds names; holds the row that has none.
    NoName(usize),
}

impl Refused {
    /// What is wrong, and that nothing was taken in.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::Block(refused) => refused.say(words),
            Self::NoName(row) => t!(words, "allocation-paste-no-name", row = row.to_string()),
        }
    }
}

/// A channel of a block.
pub struct Named {
    name: String,
    spend: Option<Money>,
    registrations: Option<f64>,
}

/// The channels of a block.
///
/// # Errors
/// Says why nothing of it is taken.
pub fn read(block: &Block, currency: &Currency) -> Result<Vec<Named>, Refused> {
    let cells = block.cells();
    let widest = cells.iter().map(Vec::len).max().unwrap_or(0);
    if widest > COLUMNS {
        return Err(Refused::Block(grid::Refused::TooWide { columns: widest, room: COLUMNS }));
    }
    let (mut rows, mut unreadable) = (Vec::new(), Vec::new());
    // Headings stand above amounts, where there are any.
    let says_no_figure = |text: &String| !is_empty(text) && !half_width(text).contains(|c: char| c.is_ascii_digit());
    let is_heading = |row: &Vec<String>| row.get(1).is_some_and(says_no_figure);
    let headings = usize::from(cells.len() > 1 && cells.first().is_some_and(is_heading));
    for (at, row) in cells.iter().enumerate().skip(headings).filter(|(_, row)| row.iter().any(|text| !text.is_empty()))
    {
        let text = |column: usize| row.get(column).map(String::as_str).filter(|text| !is_empty(text));
        let name = text(0).filter(|name| parse::number(name).is_err()).ok_or(Refused::NoName(at + 1))?;
        let spend = text(1).map(|text| parse::money(text, currency)).transpose();
        let registrations = text(2).map(parse::count).transpose();
        match (spend, registrations) {
            (Ok(spend), Ok(registrations)) => rows.push(Named { name: name.replace('\n', " "), spend, registrations }),
            (Err(problem), _) => unreadable.push((at + 1, 2, problem)),
            (_, Err(problem)) => unreadable.push((at + 1, 3, problem)),
        }
    }
    let others = unreadable.len().saturating_sub(1);
    match unreadable.into_iter().next() {
        Some((row, column, problem)) => Err(Refused::Block(grid::Refused::Unreadable { row, column, problem, others })),
        None => Ok(rows),
    }
}

fn is_empty(text: &str) -> bool {
    text.is_empty() || text == number::NOTHING
}

/// Puts one channel into the plan, of which so many were there before.
pub fn put(
    allocation: &mut Allocation,
    row: &Named,
    (there, task, group, months): (usize, Task, Option<&Id>, usize),
) -> Id {
    let same = |channel: &Channel| channel.name.trim().to_lowercase() == row.name.to_lowercase();
    let known = allocation.channels.iter().take(there).find(|channel| same(channel)).map(|channel| channel.id.clone());
    let id = known.unwrap_or_else(|| edit::add_channel(allocation, row.name.clone(), task, group.cloned()));
    if let Some(channel) = allocation.channels.iter_mut().find(|channel| channel.id == id) {
        if let Some(spend) = row.spend {
            give(channel, spend, months);
        }
        // What is known of a curve stays.
        if let Some(registrations) = row.registrations.filter(|_| channel.curve.is_blank()) {
            channel.curve = Curve::Fixed { registrations };
        }
    }
    id
}
