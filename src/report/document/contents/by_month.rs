//! Money by month: what each channel and each event costs in each, what all of it wins, and what to know about it.

use super::super::drawing::{Axis, Drawing, MonthBar, MonthBars, Shape};
use super::super::{Block, Cell, Column, Row, Table};
use super::drawings::MONTHS;
use super::{Write, number_cell, rounded_cell};
use crate::plan::Money;
use crate::report::summary::figure::{Amount, Number};
use crate::report::summary::months::{MonthsPart, PlannedMonthPart};
use crate::t;
use crate::words::number;

/// Months beside one another where amounts are short, and where they are long.
const ACROSS: [usize; 2] = [12, 6];
/// Amounts of more units than this are long.
const SHORT: i64 = 999_999;

impl Write<'_> {
    /// A sentence, what stands out, the drawing and the tables; nothing where all months are alike.
    pub(super) fn by_month(&self) -> Vec<Block> {
        let Some(months) = &self.summary.months else { return Vec::new() };
        let mut blocks = vec![self.heading("report-months-table"), Block::Paragraph(self.months_say(months))];
        let stands_out: Vec<String> = [self.pulses(months), self.over_cash(months), self.later(months)].concat();
        blocks.extend((!stands_out.is_empty()).then_some(Block::List(stands_out)));
        blocks.extend(self.drawn_by_month(months).map(Block::Drawing));
        let scale = self.scale(months);
        let across = if scale.is_short { ACROSS[0] } else { ACROSS[1] };
        for from in (0..months.months.len()).step_by(across) {
            let part = Stretch { months, from, to: (from + across).min(months.months.len()) };
            blocks.push(Block::Table(self.money_by_month(part, scale)));
        }
        blocks
    }

    fn months_say(&self, months: &MonthsPart) -> String {
        let won = number::expected(self.summary.allocation.registrations.0);
        let even = number::expected(months.registrations_if_even.0);
        let own = months.channels.iter().filter(|channel| !channel.even).count();
        let all = months.channels.len();
        if own == 0 {
            return t!(self.words, "report-money-evenly", won = won);
        }
        t!(self.words, "report-money-by-month", own = own, all = all, won = won, even = even)
    }

    fn month_name(&self, month: usize) -> String {
        number::month_of(self.words, &self.period(), u32::try_from(month).unwrap_or(u32::MAX))
    }

    /// Months in words, those that follow one another from the first to the last.
    fn months_named(&self, months: &[usize]) -> String {
        let mut runs: Vec<[usize; 2]> = Vec::new();
        for month in months {
            match runs.last_mut() {
                Some([_, last]) if *last + 1 == *month => *last = *month,
                _ => runs.push([*month, *month]),
            }
        }
        let name = |[first, last]: &[usize; 2]| {
            let [from, to] = [*first, *last].map(|month| self.month_name(month));
            if first == last { from } else { number::range(&from, &to) }
        };
        runs.iter().map(name).collect::<Vec<_>>().join(&self.words.text("report-comma"))
    }

    /// Channels that spend in some months alone.
    fn pulses(&self, months: &MonthsPart) -> Vec<String> {
        let pulse = |(index, channel): (usize, &crate::report::summary::months::ChannelCoursePart)| {
            let spends =
                |month: &PlannedMonthPart| month.channels.get(index).is_some_and(|one| !one.spend.is_nothing());
            let on: Vec<usize> = (0..months.months.len()).filter(|month| spends(&months.months[*month])).collect();
            let (n, all) = (on.len(), months.months.len());
            let words = || {
                let said = t!(self.words, "report-months-pulse", name = channel.name.as_str(), n = n, months = all);
                t!(self.words, "report-months-pulse-list", words = said, list = self.months_named(&on))
            };
            (!on.is_empty() && n < all).then(|| t!(self.words, "report-sentence", words = words()))
        };
        months.channels.iter().enumerate().filter_map(pulse).collect()
    }

    /// Months in which more is spent than may be.
    fn over_cash(&self, months: &MonthsPart) -> Vec<String> {
        let over = |(index, month): (usize, &PlannedMonthPart)| {
            let by = month.spend.money.minus(month.cash?.money)?;
            let is_over = by > Money::ZERO && !month.spend.is_too_large();
            let by = self.money_named(Some(Amount::new(self.currency, by)));
            is_over.then(|| t!(self.words, "report-month-over-cash", month = self.month_name(index), amount = by))
        };
        let all: Vec<String> = months.months.iter().enumerate().filter_map(over).collect();
        let list = all.join(&self.words.text("proposal-semicolon"));
        (!all.is_empty()).then(|| t!(self.words, "report-months-over-cash", list = list)).into_iter().collect()
    }

    /// Money that works only after the last month.
    fn later(&self, months: &MonthsPart) -> Vec<String> {
        let later = months.channels.iter().filter(|channel| !channel.later.is_nothing()).map(|channel| {
            let amount = self.estimate_named(Some(channel.later));
            t!(self.words, "report-months-later", name = channel.name.as_str(), amount = amount)
        });
        later.collect()
    }

    /// Registrations of each month, and what evenly spent money would win; nothing where nothing is won.
    fn drawn_by_month(&self, months: &MonthsPart) -> Option<Drawing> {
        let list = &months.months;
        let values = list.iter().flat_map(|month| [month.registrations.0, month.registrations_if_even.0]);
        let highest = values.fold(0.0, f64::max);
        (highest > 0.0 && highest.is_finite()).then_some(())?;
        let days = self.month_end(list.len());
        let bar = |(index, month): (usize, &PlannedMonthPart)| MonthBar {
            ends: [index, index + 1].map(|month| self.month_end(month)),
            height: month.registrations.0,
            level: month.registrations_if_even.0,
        };
        let drawn = MonthBars {
            days,
            names: self.months(days, MONTHS),
            y: Axis::around(0.0, highest, 3, &|value| number::short(self.language(), value)),
            bars: list.iter().enumerate().map(bar).collect(),
        };
        let best =
            (0..list.len()).max_by(|one, other| list[*one].registrations.0.total_cmp(&list[*other].registrations.0))?;
        let most = number::expected(list[best].registrations.0);
        let alternative = t!(self.words, "report-alt-by-month", month = self.month_name(best), most = most);
        let caption = self.words.text("report-months-drawn");
        Some(Drawing { title: String::new(), caption, alternative, shape: Shape::MonthBars(drawn) })
    }

    /// In thousands where every amount is a tenth of them or more, so that nothing is rounded.
    fn scale(&self, months: &MonthsPart) -> Scale {
        let unit = self.currency.minor_per_unit();
        let amounts = || {
            let of_month = |month: &PlannedMonthPart| {
                let channels = month.channels.iter().map(|channel| channel.spend);
                channels.chain(month.events.iter().map(|event| event.spend)).chain(month.cash).collect::<Vec<_>>()
            };
            months.months.iter().flat_map(of_month).map(|amount| amount.money)
        };
        let all = |step: i64| amounts().all(|amount| amount.minor() % (step * unit) == 0);
        let is_large = months.months.iter().any(|month| month.spend.money.minor() >= 10_000 * unit);
        if is_large && all(100) {
            let decimals = usize::from(!all(1_000));
            return Scale { thousands: true, decimals, is_short: true };
        }
        let decimals = number::money_decimals(self.currency, amounts());
        let largest = months.months.iter().map(|month| month.spend.money.minor().abs()).max().unwrap_or(0) / unit;
        Scale { thousands: false, decimals, is_short: decimals == 0 && largest <= SHORT }
    }

    fn scaled(&self, amount: Amount, scale: Scale) -> Cell {
        if amount.is_too_large() || !scale.thousands {
            return if amount.is_nothing() { nothing_spent() } else { self.money_cell(amount, scale.decimals) };
        }
        if amount.is_nothing() {
            return nothing_spent();
        }
        let thousands = self.currency.units(amount.money) / 1_000.0;
        number_cell(Number(thousands), scale.decimals)
    }

    fn unit_of(&self, scale: Scale) -> String {
        if scale.thousands { t!(self.words, "report-thousand", unit = self.unit()) } else { self.unit() }
    }

    /// A row of the amounts of all months: those of this part, their sum, and that of the whole period where it stands here.
    fn amounts(&self, name: String, all: &[Amount], part: Stretch<'_>, scale: Scale) -> Vec<Cell> {
        let here = all.get(part.from..part.to).unwrap_or_default();
        let sum = Amount::total(self.currency, here);
        let whole = part.ends_several().then(|| Amount::total(self.currency, all));
        let amounts = here.iter().copied().chain([sum]).chain(whole).map(|amount| self.scaled(amount, scale));
        [Cell::text(name)].into_iter().chain(amounts).collect()
    }

    /// A row a channel and an event, then all of them, the cash, and what is won.
    fn money_by_month(&self, part: Stretch<'_>, scale: Scale) -> Table {
        let list = &part.months.months;
        let channels = part.months.channels.iter().enumerate().map(|(index, channel)| {
            let of = |month: &PlannedMonthPart| month.channels.get(index).map(|one| one.spend);
            (channel.name.clone(), list.iter().filter_map(of).collect::<Vec<_>>())
        });
        let events = self.summary.allocation.events.iter().enumerate().map(|(index, event)| {
            let of = |month: &PlannedMonthPart| month.events.get(index).map(|one| one.spend);
            let name = t!(self.words, "report-own-share", name = event.name.as_str());
            (name, list.iter().filter_map(of).collect::<Vec<_>>())
        });
        let rows = channels.chain(events).map(|(name, amounts)| Row::item(self.amounts(name, &amounts, part, scale)));
        let mut rows: Vec<Row> = rows.collect();
        let all: Vec<Amount> = list.iter().map(|month| month.spend).collect();
        rows.push(Row::total(self.amounts(self.words.text("common-total"), &all, part, scale)));
        rows.extend(self.cash_row(part, scale));
        rows.extend(self.won_rows(part));
        let months = (part.from..part.to).map(|month| Column::numbers(self.month_name(month)));
        let total = Column::numbers(self.words.text("common-total"));
        let whole = part.ends_several().then(|| Column::numbers(self.words.text("report-months-whole")));
        let columns =
            [Column::words(self.unit_of(scale))].into_iter().chain(months).chain([total]).chain(whole).collect();
        Table { columns, rows, remarks: self.words.text("report-remark"), ..Table::default() }
    }

    fn cash_row(&self, part: Stretch<'_>, scale: Scale) -> Option<Row> {
        let list = &part.months.months[part.from..part.to];
        list.iter().any(|month| month.cash.is_some()).then_some(())?;
        let cash = list.iter().map(|month| month.cash.map_or(Cell::Empty, |cash| self.scaled(cash, scale)));
        let name = Cell::text(self.words.text("report-months-cash"));
        let sums = [Some(Cell::Empty), part.ends_several().then_some(Cell::Empty)].into_iter().flatten();
        Some(Row::item([name].into_iter().chain(cash).chain(sums).collect()))
    }

    /// What all of it wins, and what the same money would win if it was spent evenly.
    fn won_rows(&self, part: Stretch<'_>) -> [Row; 2] {
        let list = &part.months.months[part.from..part.to];
        let row = |key: &str, of: &dyn Fn(&PlannedMonthPart) -> Number| {
            let values: Vec<f64> = list.iter().map(|month| of(month).0).collect();
            let sum: f64 = values.iter().sum();
            let shown = number::rounded_parts(&values, number::rounded(sum, 0), 0);
            let cells = values.iter().zip(shown).map(|(value, shown)| rounded_cell(Number(*value), shown, 0));
            let cells = [Cell::text(self.words.text(key))].into_iter().chain(cells);
            let whole = || part.months.months.iter().map(|month| of(month).0).sum();
            let sums = [Some(sum), part.ends_several().then(whole)].into_iter().flatten();
            Row::item(cells.chain(sums.map(|sum| number_cell(Number(sum), 0))).collect())
        };
        [
            row("report-months-planned", &|month| month.registrations),
            row("report-months-if-even", &|month| month.registrations_if_even),
        ]
    }
}

/// Nothing is spent: a sign that lets pulses be seen.
fn nothing_spent() -> Cell {
    Cell::number(number::NOTHING.to_owned(), 0.0)
}

/// Some of the months.
#[derive(Clone, Copy)]
struct Stretch<'a> {
    months: &'a MonthsPart,
    from: usize,
    to: usize,
}

impl Stretch<'_> {
    /// Whether it is the last of several tables: there the sums of the whole period stand too.
    const fn ends_several(&self) -> bool {
        self.from > 0 && self.to == self.months.months.len()
    }
}

/// How amounts are written.
#[derive(Clone, Copy)]
struct Scale {
    thousands: bool,
    decimals: usize,
    is_short: bool,
}
