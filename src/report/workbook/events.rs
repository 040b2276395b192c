//! Shared events: items, parties, and shares that sum to the total to the minor unit, by formulas.

use super::Book;
use super::pool::{self, Parties, basis_of};
use super::sheet::{Kind, Place, Rank, Sheet, at, range};
use crate::calc::event::{Pool, handled, split_together};
use crate::calc::numbers::{count, rate};
use crate::plan::event::{Item, ItemKind, Party};
use crate::plan::{Event, Id, Money};
use crate::t;
use crate::words::{Named, number};

/// The sheet, and where the numbers of each event stand.
pub(super) struct Events {
    pub(super) sheet: Option<Sheet>,
    pub(super) cells: Vec<EventCells>,
}

/// What other sheets need of an event.
pub(super) struct EventCells {
    /// What the planning company pays; `None` where it is no formula.
    pub(super) own_share: Option<Place>,
    pub(super) contacts: Place,
    pub(super) lead_rate: Place,
}

pub(super) fn sheet(book: Book<'_>) -> Events {
    if book.plan.events.is_empty() {
        return Events { sheet: None, cells: Vec::new() };
    }
    let mut sheet = book.sheet("workbook-sheet-events", &book.text("workbook-events-title"));
    sheet.is_landscape = true;
    sheet.note(1, &book.text("workbook-legend"));
    let mut row = 3;
    let mut cells = Vec::new();
    for (index, event) in book.plan.events.iter().enumerate() {
        let writer = Writer { book, event, index };
        let (place, next) = writer.write(&mut sheet, row);
        cells.push(place);
        row = next + 2;
    }
    Events { sheet: Some(sheet), cells }
}

struct Writer<'a> {
    book: Book<'a>,
    event: &'a Event,
    index: usize,
}

impl<'a> Writer<'a> {
    fn write(&self, sheet: &mut Sheet, row: u32) -> (EventCells, u32) {
        let book = self.book;
        let dated = self.event.date.map(|day| number::date(book.words, day));
        let title = match dated {
            Some(day) => t!(book.words, "report-dated", name = self.event.name.as_str(), date = day),
            None => self.event.name.clone(),
        };
        sheet.line(row, &title, Rank::Section);
        sheet.words(at(row + 1, 0), &book.text("workbook-contacts"));
        sheet.input(at(row + 1, 1), count(self.event.contacts.likely), Kind::Count);
        sheet.words(at(row + 2, 0), &book.text("workbook-lead-rate"));
        sheet.input(at(row + 2, 1), rate(self.event.lead_rate.likely), Kind::Rate);
        let contacts = sheet.place(at(row + 1, 1));
        let lead_rate = sheet.place(at(row + 2, 1));
        let total = Money::total(self.event.items.iter().map(Item::cost));
        let (own_share, next) = match (split_together(self.event), total) {
            (Some(pools), Some(_)) if !self.event.items.is_empty() && !self.event.parties.is_empty() => {
                self.split(sheet, row + 4, &pools)
            }
            (_, total) => {
                let key = if total.is_some() { "report-not-shared" } else { "report-event-too-large" };
                sheet.note(row + 4, &book.text(key));
                (None, row + 5)
            }
        };
        (EventCells { own_share, contacts, lead_rate }, next)
    }

    /// Items, parties with their shares, who pays whom, and how each split comes about.
    fn split(&self, sheet: &mut Sheet, row: u32, pools: &[Pool<'a>]) -> (Option<Place>, u32) {
        let items = self.items(sheet, row, pools);
        let bases = bases(self.event, pools);
        let parties_row = items.last + 3;
        let parties = Parties { event: self.event, first_row: parties_row + 1, columns: columns(&bases) };
        let party_count = u32::try_from(self.event.parties.len()).unwrap_or(0);
        let transfers_row = parties_row + party_count + 3;
        let mut next = self.transfers(sheet, transfers_row) + 1;
        let mut parts: Vec<Vec<Place>> = vec![Vec::new(); self.event.parties.len()];
        for (turn, pool) in pools.iter().enumerate() {
            let total = format!("SUMIF({},{},{})", items.column(SPLIT), turn + 1, items.column(SIGNED));
            let writer = pool::Writer { book: self.book, parties: &parties, pool, turn, total };
            let (shares, after) = writer.write(sheet, next);
            for (party, share) in pool.parties.iter().zip(shares) {
                parts[*party].push(share);
            }
            next = after + 1;
        }
        let own = self.parties(sheet, parties_row, &bases, &parts, &items);
        (own, next)
    }

    fn items(&self, sheet: &mut Sheet, row: u32, pools: &[Pool<'a>]) -> Items {
        let book = self.book;
        sheet.head(
            row,
            &[
                book.words_head("workbook-item"),
                book.money_head("workbook-amount"),
                book.words_head("workbook-item-kind"),
                book.money_head("workbook-counts"),
                book.number_head("workbook-split-number"),
                book.words_head("workbook-rule"),
                book.words_head("workbook-shared-by"),
            ],
        );
        let first = row + 1;
        let last = row + u32::try_from(self.event.items.len()).unwrap_or(0);
        for (row, item) in (first..).zip(&self.event.items) {
            let place = pools.iter().position(|pool| pool.items.iter().any(|other| std::ptr::eq(*other, item)));
            sheet.words(at(row, 0), &item.label);
            sheet.input(at(row, 1), book.units(item.amount), Kind::Money);
            let income = item.kind == ItemKind::Income;
            sheet.words(at(row, 2), &book.text(if income { "workbook-income" } else { "workbook-cost" }));
            let sign = if income { "-" } else { "" };
            sheet.live(at(row, SIGNED), format!("{sign}{}", at(row, 1)), book.units(item.cost()), Kind::Money);
            #[allow(clippy::cast_precision_loss)] // a handful
            sheet.number(at(row, SPLIT), place.map_or(0.0, |place| (place + 1) as f64), Kind::Whole);
            sheet.words(at(row, 5), &item.rule.unwrap_or(self.event.rule).name(book.words));
            sheet.words(at(row, 6), &self.shared_by(item));
        }
        let total = at(last + 1, SIGNED);
        sheet.rank(Rank::Total);
        sheet.words(at(last + 1, 0), &book.text("workbook-total"));
        let sum = format!("SUM({})", range(at(first, SIGNED), at(last, SIGNED)));
        sheet.live(total, sum, book.units(book.report.events[self.index].total), Kind::Money);
        sheet.fill(last + 1, 7);
        sheet.rank(Rank::Item);
        Items { first, last }
    }

    fn shared_by(&self, item: &Item) -> String {
        let name = |id: &Id| self.book.lookup.party(self.event, id);
        if item.shared_by.is_empty() {
            return self.book.text("workbook-everyone");
        }
        item.shared_by.iter().map(name).collect::<Vec<_>>().join("; ")
    }

    /// The parties: what they count by, their share, what they paid so far, what they get or owe and save.
    fn parties(
        &self,
        sheet: &mut Sheet,
        row: u32,
        bases: &[usize],
        parts: &[Vec<Place>],
        items: &Items,
    ) -> Option<Place> {
        let book = self.book;
        let report = &book.report.events[self.index];
        let mut head = vec![book.words_head("report-party")];
        head.extend(bases.iter().map(|basis| basis_head(book, *basis)));
        let share_col = u16::try_from(head.len()).unwrap_or(0);
        head.extend(
            ["report-party-share", "report-paid", "report-received", "workbook-balance", "report-saving"]
                .map(|key| book.money_head(key)),
        );
        sheet.head(row, &head);
        let [share, paid, received, balance, saving] = [0, 1, 2, 3, 4].map(|more| share_col + more);
        let mut own = None;
        let first = row + 1;
        let last = row + u32::try_from(self.event.parties.len()).unwrap_or(0);
        for ((row, party), (result, parts)) in (first..).zip(&self.event.parties).zip(report.shares.iter().zip(parts)) {
            sheet.words(at(row, 0), &party.name);
            for (col, basis) in (1..).zip(bases) {
                sheet.input(at(row, col), typed(book, party, *basis), basis_head(book, *basis).1);
            }
            let sum: Vec<String> = parts.iter().map(|part| part.at.to_string()).collect();
            let sum = if sum.is_empty() { "0".to_owned() } else { sum.join("+") };
            sheet.live(at(row, share), book.rounded(&sum), book.units(result.share), Kind::Money);
            let of_party = |kind| handled(self.event, kind, &party.id).map(|money| book.units(money));
            let too_large = book.too_large();
            sheet.number_or(at(row, paid), of_party(ItemKind::Cost), Kind::Money, &too_large);
            sheet.number_or(at(row, received), of_party(ItemKind::Income), Kind::Money, &too_large);
            let [share_at, paid_at, received_at] = [share, paid, received].map(|col| at(row, col));
            let formula = book.rounded(&format!("{paid_at}-{received_at}-{share_at}"));
            sheet.live(at(row, balance), formula, book.units(result.balance), Kind::Money);
            let alone = bases
                .iter()
                .position(|basis| *basis == ALONE)
                .map(|place| at(row, 1 + u16::try_from(place).unwrap_or(0)));
            if let Some(alone) = alone {
                let formula = format!("IF({alone}=\"\",\"\",{alone}-{share_at})");
                sheet.live(at(row, saving), formula, result.saving.map(|money| book.units(money)), Kind::Money);
            }
            if self.event.us.as_ref() == Some(&party.id) && own.is_none() {
                own = Some(sheet.place(at(row, share)));
            }
        }
        sheet.rank(Rank::Total);
        sheet.words(at(last + 1, 0), &book.text("workbook-split-check"));
        let left = format!("{}-SUM({})", at(items.last + 1, SIGNED), range(at(first, share), at(last, share)));
        sheet.live(at(last + 1, share), book.rounded(&left), 0.0, Kind::Money);
        sheet.fill(last + 1, saving + 1);
        sheet.rank(Rank::Item);
        own
    }

    /// Who pays whom: settled by the program, not by formulas. The row after it.
    fn transfers(&self, sheet: &mut Sheet, row: u32) -> u32 {
        let book = self.book;
        let part = &book.summary.events[self.index];
        sheet.note(row, &book.text("workbook-settled"));
        sheet.head(
            row + 1,
            &[
                book.words_head("report-transfer-from"),
                book.words_head("report-transfer-to"),
                book.money_head("report-transfer-amount"),
            ],
        );
        for (row, transfer) in (row + 2..).zip(&part.transfers) {
            sheet.words(at(row, 0), &transfer.from);
            sheet.words(at(row, 1), &transfer.to);
            sheet.number_or(at(row, 2), book.known(transfer.amount), Kind::Money, &book.too_large());
        }
        // As many rows as there can be transfers, so that the place of everything below hangs on the plan alone.
        let most = self.event.parties.len().saturating_sub(1).max(part.transfers.len());
        let after = row + 2 + u32::try_from(most).unwrap_or(0);
        sheet.note(after, &part.settlement);
        after + 1
    }
}

/// Columns of the items: what each counts with its sign, and the split it belongs to.
const SIGNED: u16 = 3;
const SPLIT: u16 = 4;

struct Items {
    first: u32,
    last: u32,
}

impl Items {
    fn column(&self, col: u16) -> String {
        range(at(self.first, col), at(self.last, col))
    }
}

/// The cost alone among the numbers of a party.
const ALONE: usize = 4;

/// The numbers of a party that take part: those of the rules, and the cost alone where somebody states one.
fn bases(event: &Event, pools: &[Pool]) -> Vec<usize> {
    let rules = pools.iter().filter_map(|pool| basis_of(pool.rule));
    let compared = event.parties.iter().any(|party| party.alone.is_some()).then_some(ALONE);
    let mut bases: Vec<usize> = rules.chain(compared).collect();
    bases.sort_unstable();
    bases.dedup();
    bases
}

fn columns(bases: &[usize]) -> [Option<u16>; 5] {
    std::array::from_fn(|basis| {
        bases.iter().position(|other| *other == basis).and_then(|place| u16::try_from(place + 1).ok())
    })
}

fn basis_head(book: Book<'_>, basis: usize) -> (String, Kind) {
    match basis {
        0 => (book.text("workbook-weight"), Kind::Factor),
        1 => (book.text("workbook-percent"), Kind::Factor),
        2 => book.money_head("workbook-amount"),
        3 => (book.text("workbook-benefit"), Kind::Count),
        _ => book.money_head("report-alone"),
    }
}

fn typed(book: Book<'_>, party: &Party, basis: usize) -> Option<f64> {
    match basis {
        0 => Some(party.weight),
        1 => party.percent,
        2 => party.amount.map(|money| book.units(money)),
        3 => party.benefit,
        _ => party.alone.map(|money| book.units(money)),
    }
}
