//! Where everything stands on the sheet with money by month: laid out before any sheet is written, since formulas refer to one
//! another.

use std::collections::BTreeMap;

use super::Book;
use super::sheet::{At, Place, at};
use crate::calc::schedule;
use crate::calc::track::ledger::{Ledger, Month, ledger};
use crate::plan::allocation::Class;
use crate::plan::{Channel, Plan, Task};

/// The column of the first month.
pub(super) const FIRST: u16 = 3;
/// What all months come to; of what works, what still does from the time before.
pub(super) const SUM: u16 = 2;
/// The class of a channel; of what works, how much of it is left a month later.
pub(super) const KIND: u16 = 1;

/// Rows that belong together, below a line of words and a row of headings.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) top: u32,
    /// The row of each item; `None` where it is not among them.
    rows: Vec<Option<u32>>,
    /// The row after the last item.
    pub(super) after: u32,
}

impl Block {
    pub(super) fn row(&self, index: usize) -> Option<u32> {
        self.rows.get(index).copied().flatten()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.iter().all(Option::is_none)
    }

    pub(super) fn body(&self) -> (u32, u32) {
        (self.top + 2, self.after.saturating_sub(1))
    }
}

/// Where everything on the sheet stands.
pub(super) struct Layout {
    name: String,
    pub(super) months: u16,
    /// Channels with months of their own, those with a season included.
    pub(super) in_months: Vec<bool>,
    /// Channels whose money is given month by month.
    pub(super) own: Vec<bool>,
    /// What is known of the months that are over.
    pub(super) ledger: Ledger,
    /// Channels, events, then the sum, the cash and what is left of it.
    pub(super) money: Block,
    /// Tasks, then channels.
    pub(super) seasons: Block,
    pub(super) before: Block,
    pub(super) works: Block,
    /// Channels, then their sum.
    pub(super) won: Block,
    pub(super) next_works: Block,
    pub(super) next_won: Block,
    pub(super) real_money: Block,
    pub(super) real_works: Block,
    pub(super) real_won: Block,
    pub(super) end: u32,
}

/// Hands out rows from the top.
struct Rows(u32);

impl Rows {
    /// A block of the items that are in it, with so many rows below them; one of none takes no room.
    fn block(&mut self, is_in: &[bool], below: u32) -> Block {
        let mut row = self.0 + 2;
        let mut take = |is_in: &bool| {
            is_in.then(|| {
                row += 1;
                row - 1
            })
        };
        let rows: Vec<Option<u32>> = is_in.iter().map(&mut take).collect();
        let block = Block { top: self.0, rows, after: row };
        if !block.is_empty() {
            self.0 = row + below + 1;
        }
        block
    }
}

impl Layout {
    /// The layout; `None` where all money is spent evenly.
    pub(super) fn of(book: Book<'_>) -> Option<Self> {
        const TOP: u32 = 3;
        let (plan, report) = (book.plan, book.report);
        let in_months: Vec<bool> = report.allocation.channels.iter().map(|row| row.months.is_some()).collect();
        if !in_months.contains(&true) && !schedule::is_by_month(plan) {
            return None;
        }
        let channels = &plan.allocation.channels;
        let own: Vec<bool> = channels.iter().map(|channel| !schedule::is_even(channel)).collect();
        let with_before =
            |channel: &Channel| !schedule::before(plan, channel).is_empty() && !schedule::is_even(channel);
        let before: Vec<bool> = channels.iter().map(with_before).collect();
        let known = report.happened.as_ref().map_or(&[][..], |happened| &happened.channels);
        let is_real = |index: usize| in_months[index] && known.get(index).is_some_and(|known| known.money.is_some());
        let real: Vec<bool> = (0..channels.len()).map(is_real).collect();
        let real_own: Vec<bool> = real.iter().zip(&own).map(|(real, own)| *real && *own).collect();
        let all = vec![true; channels.len()];
        let seasons = stated(plan, &in_months);
        let mut rows = Rows(TOP);
        let money = rows.block(&vec![true; channels.len() + plan.events.len()], 3);
        Some(Self {
            name: book.text("workbook-sheet-money"),
            months: u16::try_from(schedule::length(plan)).unwrap_or(u16::MAX),
            ledger: ledger(plan),
            seasons: rows.block(&seasons, 0),
            works: rows.block(&own, 0),
            before: rows.block(&before, 0),
            won: rows.block(&all, 1),
            next_works: rows.block(&own, 0),
            next_won: rows.block(&own, 0),
            real_money: rows.block(&real, 0),
            real_works: rows.block(&real_own, 0),
            real_won: rows.block(&real, 0),
            end: rows.0,
            money,
            in_months,
            own,
        })
    }

    fn place(&self, at: At) -> Place {
        Place { sheet: self.name.clone(), at }
    }

    fn cell(&self, block: &Block, index: usize, col: u16) -> Option<Place> {
        Some(self.place(at(block.row(index)?, col)))
    }

    /// The cells of a row from the first month to the last.
    pub(super) fn all_months(&self, row: u32) -> String {
        format!("{}:{}", at(row, FIRST), at(row, FIRST + self.months - 1))
    }

    /// What a channel spends in all months; `None` where its budget is what is given.
    pub(super) fn spend(&self, index: usize) -> Option<Place> {
        self.own[index].then(|| self.cell(&self.money, index, SUM)).flatten()
    }

    /// What a channel wins in all months; `None` where its curve says it of the whole budget.
    pub(super) fn won(&self, index: usize) -> Option<Place> {
        self.own[index].then(|| self.cell(&self.won, index, SUM)).flatten()
    }

    /// What a channel would win in all months with the next amount.
    pub(super) fn won_with_next(&self, index: usize) -> Option<Place> {
        self.cell(&self.next_won, index, SUM)
    }

    /// What is known of a channel in a month that is over.
    pub(super) fn known(&self, index: usize, month: usize) -> Month {
        self.ledger.channels.get(index).and_then(|months| months.get(month)).copied().unwrap_or_default()
    }

    /// The part of a class's revenue that comes in a month by its channels, where a place has all of it.
    pub(super) fn revenue_in_month(&self, class: Class, month: usize, all: &Place) -> String {
        let (first, last) = self.won.body();
        let column = |col: u16| format!("{}:{}", self.place(at(first, col)), at(last, col).fixed());
        let after = FIRST + self.months;
        let class = letter(class);
        let month = column(FIRST + u16::try_from(month).unwrap_or(0));
        let in_months = format!("SUMPRODUCT(({}=\"{class}\")*{month}*{})", column(KIND), column(after + 1));
        let evenly = format!("MAX(0,{all}-SUMIF({},\"{class}\",{}))/{}", column(KIND), column(after), self.months);
        format!("{in_months}+{evenly}")
    }
}

/// What is known of a channel, for formulas of other sheets.
pub(super) struct Real<'a> {
    layout: &'a Layout,
    index: usize,
    row: u32,
}

impl Layout {
    /// A channel with months of its own of which something is known.
    pub(super) fn real(&self, index: usize) -> Option<Real<'_>> {
        Some(Real { layout: self, index, row: self.real_money.row(index)? })
    }

    /// How many months are over.
    pub(super) fn over(&self) -> usize {
        (self.ledger.over as usize).min(usize::from(self.months))
    }
}

impl Real<'_> {
    fn place(&self, col: u16) -> Place {
        self.layout.place(at(self.row, col))
    }

    /// What is known to be spent.
    pub(super) fn known(&self) -> String {
        let is_known = |month: &usize| self.layout.known(self.index, *month).spend.is_some();
        let cells = (0..self.layout.over()).filter(is_known).map(|month| self.place(col(month)).to_string());
        all(&cells.collect::<Vec<_>>())
    }

    /// What counts as spent.
    pub(super) fn committed(&self) -> Place {
        self.place(KIND)
    }

    /// What the plan has left for the months to come.
    pub(super) fn left(&self) -> Place {
        self.place(SUM)
    }

    /// What the curve makes of the months of each part that were not counted, the parts as the program has them.
    pub(super) fn by_curve(&self) -> Vec<String> {
        let mut parts: BTreeMap<[bool; 3], Vec<String>> = BTreeMap::new();
        for month in 0..usize::from(self.layout.months) {
            let known = if month < self.layout.over() { self.layout.known(self.index, month) } else { <_>::default() };
            let part = [known.leads.is_some(), known.customers.is_some(), known.revenue.is_some()];
            let cells = parts.entry(part).or_default();
            if known.registrations.is_none() {
                let cell = self.layout.cell(&self.layout.real_won, self.index, col(month));
                cells.extend(cell.map(|cell| cell.to_string()));
            }
        }
        parts.into_values().map(|cells| all(&cells)).collect()
    }
}

/// The column of a month.
pub(super) fn col(month: usize) -> u16 {
    FIRST + u16::try_from(month).unwrap_or(0)
}

fn all(cells: &[String]) -> String {
    if cells.is_empty() { "0".to_owned() } else { cells.join("+") }
}

/// Which tasks and which channels have weights of their own that count here: the tasks, then the channels.
fn stated(plan: &Plan, in_months: &[bool]) -> Vec<bool> {
    let channels = || plan.allocation.channels.iter().zip(in_months);
    let of_task = |task: Task| {
        let is_asked =
            channels().any(|(channel, is_in)| *is_in && channel.task == task && channel.schedule.season.is_empty());
        is_asked && !plan.allocation.tasks.of(task).season.is_empty()
    };
    let of_channels = channels().map(|(channel, is_in)| *is_in && !channel.schedule.season.is_empty());
    Task::ALL.into_iter().map(of_task).chain(of_channels).collect()
}

pub(super) fn letter(class: Class) -> &'static str {
    match class {
        Class::A => "A",
        Class::B => "B",
    }
}
