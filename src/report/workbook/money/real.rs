//! Months that are over: what was spent in them, what is left for those to come, and what the curve makes of both.

use super::super::channels::Col;
use super::super::money_cells::{FIRST, KIND, SUM, col};
use super::super::sheet::{Kind, at};
use super::Writer;
use super::rows::carried;
use crate::calc::happened::{Spent, with_known};
use crate::calc::numbers::count;
use crate::calc::schedule;

/// Longer formulas no spreadsheet takes: some hundred months that all stay as they are.
const LONGEST: usize = 8_000;

/// Months that share a sum: the first and all that follow it.
struct Rest<'a> {
    /// The row of the plan's money.
    row: u32,
    /// The first month that is to come.
    from: usize,
    channel: &'a crate::plan::Channel,
    months: usize,
}

impl Rest<'_> {
    /// The plan's money from the first month to come up to a month, without locked ones if asked so.
    fn planned(&self, up_to: usize, without_locked: bool) -> String {
        if up_to <= self.from {
            return "0".to_owned();
        }
        let range = format!("SUM({}:{})", at(self.row, col(self.from)).fixed(), at(self.row, col(up_to - 1)).fixed());
        if without_locked { format!("{range}{}", self.locked(up_to, "-")) } else { range }
    }

    fn locked(&self, up_to: usize, sign: &str) -> String {
        let locked = (self.from..up_to).filter(|month| self.channel.schedule.is_locked(*month));
        locked.flat_map(|month| [sign.to_owned(), at(self.row, col(month)).fixed()]).collect()
    }

    /// How many months can run up to a month; all count where none can.
    fn open(&self, up_to: usize, without_locked: bool) -> u32 {
        let schedule = &self.channel.schedule;
        let count = |to: usize, is_open: &dyn Fn(usize) -> bool| {
            u32::try_from((self.from..to).filter(|month| is_open(*month)).count()).unwrap_or(0)
        };
        let can_run = |month: usize| !(schedule.is_off(month) || without_locked && schedule.is_locked(month));
        let any = |_: usize| true;
        if count(self.months, &can_run) > 0 || without_locked { count(up_to, &can_run) } else { count(up_to, &any) }
    }
}

impl Writer<'_> {
    /// What was spent and what is left, what works of it, and what the curve wins by it.
    pub(super) fn real(&mut self) {
        let (book, layout) = (self.book, self.layout);
        if layout.real_money.is_empty() {
            return;
        }
        let heads = ["workbook-spent", "workbook-to-spend"].map(|key| Some(book.money_head(key)));
        self.head(&layout.real_money, &book.text("workbook-money-real"), heads, Vec::new());
        if !layout.real_works.is_empty() {
            self.head(&layout.real_works, &book.text("workbook-money-real-works"), [None, None], Vec::new());
        }
        self.head(&layout.real_won, &book.text("workbook-money-real-won"), [None, None], Vec::new());
        let known = book.report.happened.as_ref().map_or(&[][..], |happened| &happened.channels);
        for (index, known) in known.iter().enumerate() {
            let (Some(row), Some(money)) = (layout.real_money.row(index), known.money) else { continue };
            let months = layout.ledger.channels.get(index).map_or(&[][..], Vec::as_slice);
            let channel = &book.plan.allocation.channels[index];
            let planned = schedule::spends(book.plan, channel);
            let spends = with_known(book.plan, channel, (&planned, months), &money);
            let units: Vec<f64> = spends.into_iter().map(|amount| count(book.units(amount))).collect();
            self.real_money(row, index, (&money, &units));
            self.real_works(index, &units);
            self.real_won(index, &units);
        }
    }

    fn real_money(&mut self, row: u32, index: usize, (money, units): (&Spent, &[f64])) {
        let (book, layout) = (self.book, self.layout);
        let Some(planned) = layout.money.row(index) else { return };
        self.name(row, index);
        let over = layout.over();
        let last = at(row, FIRST + u16::try_from(over).unwrap_or(1) - 1);
        let so_far = format!("SUM({}:{last})", at(row, FIRST));
        self.sheet.live(at(row, KIND), so_far, book.units(money.committed), Kind::Money);
        let budget = self.parts.channels.channel(index, Col::Budget);
        let left = format!("MAX(0,{})", book.rounded(&format!("{budget}-{}", at(row, KIND))));
        self.sheet.live(at(row, SUM), left, book.units(money.left), Kind::Money);
        let channel = &book.plan.allocation.channels[index];
        let rest = Rest { row: planned, from: over, channel, months: usize::from(layout.months) };
        for (month, units) in units.iter().enumerate() {
            let place = at(row, col(month));
            if month >= over {
                let formula = self.left_in(&rest, row, month);
                if formula.len() < LONGEST {
                    self.sheet.live(place, formula, *units, Kind::Money);
                } else {
                    self.sheet.number(place, *units, Kind::Money);
                }
            } else if layout.known(index, month).spend.is_some() {
                self.sheet.input(place, *units, Kind::Money);
            } else {
                self.sheet.live(place, at(planned, col(month)).to_string(), *units, Kind::Money);
            }
        }
        self.fill(row);
    }

    /// What is left for a month to come, as `schedule::rest_of` has it: locked months keep theirs, the others share the rest in
    /// their proportion, or evenly where they have none.
    fn left_in(&self, rest: &Rest<'_>, row: u32, month: usize) -> String {
        let (left, end) = (at(row, SUM).fixed(), rest.months);
        let evenly = |sum: &str, free: bool| {
            let open = [month, month + 1].map(|up_to| rest.open(up_to, free).to_string());
            self.shared(sum, &open, &rest.open(end, free).max(1).to_string())
        };
        if rest.channel.schedule.spend.is_empty() {
            return evenly(&left, false);
        }
        let planned = |free: bool| [month, month + 1].map(|up_to| rest.planned(up_to, free));
        let all = rest.planned(end, false);
        let of_all = format!("IF({all}>0,{},{})", self.shared(&left, &planned(false), &all), evenly(&left, false));
        let locked = rest.locked(end, "+");
        if locked.is_empty() {
            return of_all;
        }
        let (free, kept) = (rest.planned(end, true), format!("({})", &locked[1..]));
        let own = at(rest.row, col(month));
        let (in_proportion, alike) = if rest.channel.schedule.is_locked(month) {
            (own.to_string(), own.to_string())
        } else {
            let sum = format!("({left}-{kept})");
            (self.shared(&sum, &planned(true), &free), evenly(&sum, true))
        };
        let alike = if rest.open(end, true) > 0 { alike } else { of_all.clone() };
        format!("IF({kept}>{left},{of_all},IF({free}>0,{in_proportion},{alike}))")
    }

    fn real_works(&mut self, index: usize, units: &[f64]) {
        let layout = self.layout;
        let rows = [&layout.real_works, &layout.works, &layout.real_money].map(|block| block.row(index));
        let [Some(row), Some(works), Some(money)] = rows else { return };
        self.name(row, index);
        let course = self.course(index);
        self.sheet.live(at(row, KIND), at(works, KIND).to_string(), course.carry_over, Kind::Rate);
        let still = if course.carry_over > 0.0 { course.still_works() } else { 0.0 };
        self.sheet.live(at(row, SUM), at(works, SUM).to_string(), still, Kind::Money);
        for (month, result) in course.effective(units).into_iter().enumerate() {
            let formula = carried(row, month, &at(money, col(month)).to_string());
            self.sheet.live(at(row, col(month)), formula, result, Kind::Money);
        }
        self.fill(row);
    }

    fn real_won(&mut self, index: usize, units: &[f64]) {
        let (book, layout) = (self.book, self.layout);
        let works = layout.real_works.row(index).or(layout.real_money.row(index));
        let (Some(row), Some(works)) = (layout.real_won.row(index), works) else { return };
        self.name(row, index);
        let channel = &book.plan.allocation.channels[index];
        let response = book.report.allocation.channels.get(index).and_then(|row| row.response.ok());
        let won = response.map(|response| schedule::course::of(book.plan, channel).registrations(response, units));
        for month in self.months() {
            let place = at(row, col(month));
            let result = won.as_ref().and_then(|won| won.get(month)).copied().unwrap_or(0.0);
            match self.in_month(index, &at(works, col(month)).to_string(), month) {
                Some(formula) => self.sheet.live(place, formula, result, Kind::Count),
                None => self.sheet.number(place, 0.0, Kind::Count),
            }
        }
        self.fill(row);
    }
}
