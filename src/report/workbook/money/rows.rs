//! The plan's months: money, what works of it, and what that wins.

use super::super::channels::Col;
use super::super::happened::{Col as Change, HappenedSheet};
use super::super::money_cells::{Block, FIRST, KIND, SUM, col, letter};
use super::super::sheet::{Kind, Rank, at};
use super::Writer;
use crate::calc::numbers::quotient;
use crate::calc::schedule;
use crate::plan::Money;
use crate::t;

/// More than this many minor units a spreadsheet does not count exactly.
const EXACT: i128 = 9_000_000_000_000_000;

impl Writer<'_> {
    /// What channels and events cost in each month, in all, and how much there is.
    pub(super) fn money(&mut self) {
        let (book, block) = (self.book, &self.layout.money);
        let total = Some(book.money_head("workbook-total"));
        self.head(
            block,
            &book.text("workbook-money-spent"),
            [Some(book.words_head("workbook-class")), total],
            Vec::new(),
        );
        for index in 0..book.plan.allocation.channels.len() {
            let Some(row) = block.row(index) else { continue };
            self.channel_money(row, index);
        }
        for index in 0..book.plan.events.len() {
            let Some(row) = block.row(book.plan.allocation.channels.len() + index) else { continue };
            self.event_money(row, index);
        }
        self.cash(block);
    }

    fn channel_money(&mut self, row: u32, index: usize) {
        let book = self.book;
        let channel = &book.plan.allocation.channels[index];
        let spends = schedule::spends(book.plan, channel);
        self.name(row, index);
        self.sheet.words(at(row, KIND), letter(channel.task.class()));
        let budget = self.parts.channels.channel(index, Col::Budget).to_string();
        let months = self.layout.months;
        let is_exact = i128::from(channel.spend.minor()).abs() * i128::from(months) < EXACT;
        for (month, spend) in spends.into_iter().enumerate() {
            let (place, spend) = (at(row, col(month)), book.units(spend));
            if self.layout.own[index] {
                self.sheet.input(place, spend, Kind::Money);
            } else if is_exact {
                let up_to = [month, month + 1].map(|months| months.to_string());
                let formula = self.shared(&budget, &up_to, &months.to_string());
                self.sheet.live(place, formula, spend, Kind::Money);
            } else {
                self.sheet.number(place, spend, Kind::Money);
            }
        }
        let spend = book.report.allocation.channels.get(index).map_or(0.0, |row| book.units(row.spend));
        self.sum(row, spend, Kind::Money);
        self.fill(row);
    }

    /// What a month gets of a sum: what has come in at its end is rounded down, less what had come in before.
    pub(super) fn shared(&self, sum: &str, [before, up_to]: &[String; 2], all: &str) -> String {
        let minor = 10_i64.pow(u32::from(self.book.plan.currency.digits.min(crate::plan::Currency::MOST_DIGITS)));
        // Quotients that are whole stay whole.
        let so_far = |part: &str| format!("INT(ROUND(ROUND({sum}*{minor},0)*({part})/({all}),6))");
        format!("({}-{})/{minor}", so_far(up_to), so_far(before))
    }

    /// An event's own share, in its month.
    fn event_money(&mut self, row: u32, index: usize) {
        let book = self.book;
        let event = &book.plan.events[index];
        let sums = &book.report.allocation.events[index];
        let month = schedule::event_month(book.plan, event.date);
        let spend = (!sums.too_large).then(|| book.units(sums.spend));
        self.sheet.words(at(row, 0), &t!(book.words, "report-own-share", name = event.name.as_str()));
        self.sheet.words(at(row, KIND), letter(event.class));
        let place = at(row, col(month));
        match &self.parts.events.cells[index].own_share {
            Some(own) => self.sheet.live_or(place, own.to_string(), spend, Kind::Money, &book.too_large()),
            None => self.sheet.number_or(place, spend, Kind::Money, &book.too_large()),
        }
        self.sum(row, spend.unwrap_or(0.0), Kind::Money);
        self.fill(row);
    }

    /// All of a month, the most that may be spent in it, and what is left of that.
    fn cash(&mut self, block: &Block) {
        let book = self.book;
        let ((first, last), [total, cash, left]) = (block.body(), [0, 1, 2].map(|below| block.after + below));
        let sums = schedule::totals(book.plan, book.report.allocation.events.iter().map(|event| event.spend));
        let limits = schedule::cash(book.plan);
        self.sheet.rank(Rank::Total);
        self.sheet.words(at(total, 0), &book.text("workbook-total"));
        let all = (!book.report.allocation.too_large).then(|| book.units(book.report.allocation.total.spend));
        let sum = |col: u16| format!("SUM({}:{})", at(first, col), at(last, col));
        self.sheet.live_or(at(total, SUM), sum(SUM), all, Kind::Money, &book.too_large());
        for (month, amount) in sums.iter().enumerate() {
            let col = col(month);
            let amount = amount.map(|amount| book.units(amount));
            self.sheet.live_or(at(total, col), sum(col), amount, Kind::Money, &book.too_large());
        }
        self.fill(total);
        self.sheet.rank(Rank::Item);
        self.sheet.words(at(cash, 0), &book.text("workbook-money-cash"));
        self.sheet.words(at(left, 0), &book.text("workbook-money-cash-left"));
        for (month, (limit, amount)) in limits.into_iter().zip(sums).enumerate() {
            let [total, cash, left] = [total, cash, left].map(|row| at(row, col(month)));
            self.sheet.input(cash, limit.map(|limit| book.units(limit)), Kind::Money);
            let Some(amount) = amount else { continue };
            let rest = limit.and_then(|limit: Money| limit.minus(amount)).map(|rest| book.units(rest));
            let formula = format!("IF({cash}=\"\",\"\",{})", book.rounded(&format!("{cash}-{total}")));
            self.sheet.live(left, formula, rest, Kind::Money);
        }
        self.fill(cash);
        self.fill(left);
    }

    /// How much is left a month later, and what works in each month.
    pub(super) fn works(&mut self) {
        let (book, layout) = (self.book, self.layout);
        if layout.works.is_empty() {
            return;
        }
        let heads = [book.number_head("workbook-money-carried"), book.money_head("workbook-money-still-works")];
        self.head(&layout.works, &book.text("workbook-money-works"), heads.map(Some), Vec::new());
        for index in 0..layout.own.len() {
            let (Some(row), Some(money)) = (layout.works.row(index), layout.money.row(index)) else { continue };
            self.name(row, index);
            let channel = &book.plan.allocation.channels[index];
            let course = self.course(index);
            self.sheet.input(at(row, KIND), schedule::carry_over(channel), Kind::Rate);
            self.still_works(row, index, &course);
            let spends = self.units(&schedule::spends(book.plan, channel));
            for (month, works) in course.effective(&spends).into_iter().enumerate() {
                let formula = carried(row, month, &at(money, col(month)).to_string());
                self.sheet.live(at(row, col(month)), formula, works, Kind::Money);
            }
            self.fill(row);
        }
    }

    /// What works of the money before the period: the sum of each month's, less for each month that passed.
    fn still_works(&mut self, row: u32, index: usize, course: &schedule::Course) {
        let (place, count) = (at(row, SUM), course.before.len());
        let Some(before) = self.layout.before.row(index) else {
            return self.sheet.number(place, 0.0, Kind::Money);
        };
        let last = FIRST + u16::try_from(count).unwrap_or(1) - 1;
        let powers: Vec<String> = (0..count).rev().map(|power| power.to_string()).collect();
        let (carried, range) = (at(row, KIND), format!("{}:{}", at(before, FIRST), at(before, last)));
        let sum = format!("SUMPRODUCT({range}*{carried}^{{{}}})", powers.join(","));
        // Where nothing is carried over, nothing of it works any more.
        let formula = format!("IF({carried}>0,(1-{carried})*{sum},0)");
        let result = if course.carry_over > 0.0 { course.still_works() } else { 0.0 };
        self.sheet.live(place, formula, result, Kind::Money);
    }

    /// What was spent in the months before the period, the latest last.
    pub(super) fn before(&mut self) {
        let (book, layout) = (self.book, self.layout);
        if layout.before.is_empty() {
            return;
        }
        let block = &layout.before;
        self.sheet.line(block.top, &book.text("workbook-money-before"), Rank::Section);
        let channels = &book.plan.allocation.channels;
        let most = channels.iter().map(|channel| schedule::before(book.plan, channel).len()).max().unwrap_or(0);
        let blank = || (String::new(), Kind::Words);
        let head = [book.words_head("report-channel"), blank(), blank()].into_iter();
        let months = (1..=most).map(|month| (month.to_string(), Kind::Whole));
        self.sheet.head(block.top + 1, &head.chain(months).collect::<Vec<_>>());
        for index in 0..channels.len() {
            let Some(row) = block.row(index) else { continue };
            self.name(row, index);
            for (month, units) in self.course(index).before.into_iter().enumerate() {
                self.sheet.input(at(row, col(month)), units, Kind::Money);
            }
            self.sheet.fill(row, FIRST + u16::try_from(most).unwrap_or(0));
        }
    }

    /// What each month wins, and what revenue that becomes.
    pub(super) fn won(&mut self) {
        let (book, layout) = (self.book, self.layout);
        let total = Some(book.number_head("workbook-total"));
        let more = vec![book.money_head("workbook-revenue"), book.money_head("workbook-money-revenue-each")];
        self.head(
            &layout.won,
            &book.text("workbook-registrations"),
            [Some(book.words_head("workbook-class")), total],
            more,
        );
        for index in 0..layout.own.len() {
            let Some(row) = layout.won.row(index) else { continue };
            self.name(row, index);
            for (month, won) in self.results(index).into_iter().enumerate() {
                let place = at(row, col(month));
                match self.won_in(index, month) {
                    Some(formula) => self.sheet.live(place, formula, won, Kind::Count),
                    None => self.sheet.number(place, 0.0, Kind::Count),
                }
            }
            let all = book.report.allocation.channels.get(index).map_or(0.0, |row| row.won.registrations);
            self.sum(row, all, Kind::Whole);
            self.becomes(row, index);
            self.sheet.fill(row, FIRST + layout.months + 2);
        }
        self.all_won();
    }

    /// Registrations of each month.
    fn results(&self, index: usize) -> Vec<f64> {
        let Some(row) = self.book.report.allocation.channels.get(index) else { return Vec::new() };
        let evenly = || vec![row.won.registrations / f64::from(self.layout.months); usize::from(self.layout.months)];
        row.months.as_ref().map_or_else(evenly, |months| months.registrations.clone())
    }

    /// The formula of a month's registrations; `None` where there is no curve.
    fn won_in(&self, index: usize, month: usize) -> Option<String> {
        let layout = self.layout;
        if let Some(row) = layout.works.row(index) {
            return self.in_month(index, &at(row, col(month)).to_string(), month);
        }
        let all = self.parts.channels.channel(index, Col::Registrations);
        Some(format!("{}{all}/{}", self.weight(index, month), layout.months))
    }

    /// The revenue of a channel that has months, which comes as its registrations do.
    fn becomes(&mut self, row: u32, index: usize) {
        let book = self.book;
        if !self.layout.in_months[index] {
            return;
        }
        self.sheet.words(at(row, KIND), letter(book.plan.allocation.channels[index].task.class()));
        let (revenue, each) = (at(row, FIRST + self.layout.months), at(row, FIRST + self.layout.months + 1));
        let of_plan = self.parts.channels.channel(index, Col::Revenue);
        let change = |sheet: &HappenedSheet| sheet.of_channel(index, Change::Revenue);
        let formula = format!("{of_plan}{}", self.parts.happened.map_or_else(String::new, change));
        let won = book.report.expected().channels.get(index).map_or(0.0, |row| row.won.revenue);
        self.sheet.live(revenue, formula, won, Kind::Money);
        let all: f64 = self.results(index).iter().sum();
        let sum = at(row, SUM);
        let formula = format!("IF({sum}>0,{revenue}/{sum},0)");
        self.sheet.live(each, formula, quotient(won, all).unwrap_or(0.0), Kind::Money);
    }

    fn all_won(&mut self) {
        let (book, block) = (self.book, &self.layout.won);
        let ((first, last), total) = (block.body(), block.after);
        let rows: Vec<Vec<f64>> = (0..self.layout.own.len()).map(|index| self.results(index)).collect();
        self.sheet.rank(Rank::Total);
        self.sheet.words(at(total, 0), &book.text("workbook-total"));
        let sum = |col: u16| format!("SUM({}:{})", at(first, col), at(last, col));
        let all = book.report.allocation.total.won.registrations;
        self.sheet.live(at(total, SUM), sum(SUM), all, Kind::Whole);
        for month in self.months() {
            let won: f64 = rows.iter().filter_map(|row| row.get(month)).sum();
            self.sheet.live(at(total, col(month)), sum(col(month)), won, Kind::Count);
        }
        self.sheet.fill(total, FIRST + self.layout.months + 2);
        self.sheet.rank(Rank::Item);
    }
}

/// What works in a month that spends so much: θ of what worked before, and the rest of what is spent.
pub(super) fn carried(row: u32, month: usize, spend: &str) -> String {
    let left = at(row, KIND).fixed();
    let before = at(row, FIRST + u16::try_from(month).unwrap_or(0) - 1);
    format!("{left}*{before}+(1-{left})*{spend}")
}
