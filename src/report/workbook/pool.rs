//! Sharing items that are split together, by formulas: the largest remainder of [`split`](crate::calc::split), exact to
//! the minor unit.
//!
//! Amounts are counted in minor units and weights in whole numbers without a common divisor, so that every formula
//! handles whole numbers below [`numbers::EXACT`], which all spreadsheets keep. `T·w/W` is taken as `Q·w + R·w/W` with
//! `T = Q·W + R`: the product of an amount and a weight would be too large.

mod numbers;

use super::Book;
use super::sheet::{At, Kind, Place, Rank, Sheet, at, range};
use crate::calc::event::Pool;
use crate::plan::Event;
use crate::plan::event::{ItemKind, Party, SplitRule};
use crate::t;
use crate::words::Named;

use numbers::{Numbers, common_multiple};

/// Where the parties of an event stand on the sheet.
pub(super) struct Parties<'a> {
    pub(super) event: &'a Event,
    pub(super) first_row: u32,
    /// The column of each number a party may have: weight, percent, amount, benefit, cost alone.
    pub(super) columns: [Option<u16>; 5],
}

impl Parties<'_> {
    /// The cell of the number by which a rule goes.
    fn basis(&self, party: usize, rule: SplitRule) -> Option<At> {
        let which = basis_of(rule)?;
        Some(at(self.first_row + u32::try_from(party).unwrap_or(0), self.columns[which]?))
    }
}

/// Which number of a party a rule needs, in the order of [`Parties::columns`].
pub(super) const fn basis_of(rule: SplitRule) -> Option<usize> {
    match rule {
        SplitRule::Equal => None,
        SplitRule::Weights => Some(0),
        SplitRule::Percent => Some(1),
        SplitRule::Amounts => Some(2),
        SplitRule::Benefit => Some(3),
        SplitRule::Alone | SplitRule::EqualSavings | SplitRule::Airport => Some(4),
    }
}

/// One split on the sheet.
pub(super) struct Writer<'a> {
    pub(super) book: Book<'a>,
    pub(super) parties: &'a Parties<'a>,
    pub(super) pool: &'a Pool<'a>,
    /// Its number, from 0.
    pub(super) turn: usize,
    /// The formula of what is split, in currency units.
    pub(super) total: String,
}

/// Columns of the table of a split.
const COUNTED: u16 = 1;
const WEIGHT: u16 = 2;
const WHOLE: u16 = 3;
const REMAINDER: u16 = 4;
const ORDER: u16 = 5;
const SHARE: u16 = 6;
const HELPING: u16 = 7;

impl Writer<'_> {
    /// Writes the split from `row` on; the cell of each party's share, and the next free row.
    pub(super) fn write(&self, sheet: &mut Sheet, row: u32) -> (Vec<Place>, u32) {
        let book = self.book;
        let rule = self.pool.rule.name(book.words);
        let title = t!(book.words, "workbook-split", number = (self.turn + 1).to_string(), rule = rule);
        sheet.line(row, &title, Rank::Section);
        let count = u32::try_from(self.pool.parties.len()).unwrap_or(0);
        let parties: Vec<&Party> = (0..self.pool.parties.len()).map(|index| self.party(index)).collect();
        let numbers = Numbers::of(self.pool.rule, &parties, self.minor_total(), self.turn).filter(Numbers::is_exact);
        match (self.pool.rule, numbers) {
            (SplitRule::Amounts, _) => self.amounts(sheet, row + 1),
            (_, Some(numbers)) => {
                let figures = self.figures(sheet, row + 1, &numbers);
                self.table(sheet, row + 3, &numbers, &figures);
                let last = row + 4 + count;
                return (self.shares(sheet, row + 4), last + 1);
            }
            (_, None) => {
                sheet.note(row + 1, &book.text("workbook-split-settled"));
                self.values(sheet, row + 2);
                return (self.shares(sheet, row + 3), row + 4 + count);
            }
        }
        (self.shares(sheet, row + 2), row + 3 + count)
    }

    fn shares(&self, sheet: &Sheet, first: u32) -> Vec<Place> {
        (first..).take(self.pool.parties.len()).map(|row| sheet.place(at(row, SHARE))).collect()
    }

    fn party(&self, index: usize) -> &Party {
        &self.parties.event.parties[self.pool.parties[index]]
    }

    fn basis(&self, index: usize) -> At {
        self.parties.basis(self.pool.parties[index], self.pool.rule).unwrap_or(at(0, 0))
    }

    fn minor_total(&self) -> i128 {
        self.pool
            .items
            .iter()
            .map(|item| i128::from(item.amount.minor()) * if item.kind == ItemKind::Income { -1 } else { 1 })
            .sum()
    }

    /// The row of figures above the table: their cells.
    fn figures(&self, sheet: &mut Sheet, row: u32, numbers: &Numbers) -> Figures {
        let book = self.book;
        let minor = book.plan.currency.minor_per_unit();
        let head = [
            (String::new(), Kind::Words),
            book.money_head("workbook-split-amount"),
            book.number_head("workbook-split-minor"),
            book.number_head("workbook-split-weights"),
            book.number_head("workbook-split-each"),
            book.number_head("workbook-split-rest"),
            book.number_head("workbook-split-left"),
            book.number_head("workbook-split-first"),
            book.number_head("workbook-split-divisor"),
        ];
        sheet.head(row, &head);
        let cell = |col| at(row + 1, col);
        let figures = Figures {
            total: cell(1),
            amount: cell(2),
            weights: cell(3),
            each: cell(4),
            rest: cell(5),
            left: cell(6),
            first: cell(7),
            divisor: cell(8),
        };
        let (first, last) = (row + 3, row + 2 + u32::try_from(numbers.counted.len()).unwrap_or(0));
        let column = |col| range(at(first, col), at(last, col));
        let (each, rest) = numbers.parts();
        let Figures { total, amount, weights, each: each_at, rest: rest_at, .. } = figures;
        sheet.live(total, self.total.clone(), number(numbers.total) / number(i128::from(minor)), Kind::Money);
        let whole_amount = format!("ABS(ROUND({total}*{minor},0))");
        let whole_amount = match self.pool.rule {
            SplitRule::Percent => format!("IF({},{whole_amount},0)", self.adds_up(&format!("{total}*{minor}"))),
            _ => whole_amount,
        };
        sheet.live(amount, whole_amount, number(numbers.amount()), Kind::Whole);
        sheet.live(weights, format!("SUM({})", column(WEIGHT)), number(numbers.weights()), Kind::Whole);
        sheet.live(each_at, format!("IF({weights}>0,INT({amount}/{weights}),0)"), number(each), Kind::Whole);
        sheet.live(rest_at, format!("{amount}-{each_at}*{weights}"), number(rest), Kind::Whole);
        sheet.live(figures.left, format!("{amount}-SUM({})", column(WHOLE)), number(numbers.left()), Kind::Whole);
        let count = numbers.counted.len();
        let place = format!("{}+INT({amount}/{count})", self.turn);
        let first_in_line = format!("{place}-{count}*INT(({place})/{count})");
        sheet.live(figures.first, first_in_line, number(numbers.first()), Kind::Whole);
        let divisor = format!("MAX(1,GCD({}))", column(COUNTED));
        sheet.live(figures.divisor, divisor, number(numbers.divisor), Kind::Whole);
        figures
    }

    /// Whether typed percent add up to the whole; a few millionths that are no money do not count.
    fn adds_up(&self, amount: &str) -> String {
        let percent: Vec<String> = (0..self.pool.parties.len()).map(|index| self.basis(index).to_string()).collect();
        let missing = format!("ROUND(100000000-1000000*({}),0)", percent.join("+"));
        format!("OR({missing}=0,AND(ABS({amount}*{missing})<100000000,ABS({missing})<=100))")
    }

    fn table(&self, sheet: &mut Sheet, row: u32, numbers: &Numbers, figures: &Figures) {
        let book = self.book;
        let mut head = vec![
            book.words_head("report-party"),
            book.number_head("workbook-split-counted"),
            book.number_head("workbook-split-weight"),
            book.number_head("workbook-split-whole"),
            book.number_head("workbook-split-remainder"),
            book.number_head("workbook-split-order"),
            book.money_head("report-party-share"),
        ];
        let helping: &[&str] = match self.pool.rule {
            SplitRule::EqualSavings => &["workbook-split-alone", "workbook-split-taking"],
            SplitRule::Airport => &["workbook-split-alone", "workbook-split-step"],
            _ => &[],
        };
        head.extend(helping.iter().map(|key| book.number_head(key)));
        sheet.head(row, &head);
        let body = Body { first: row + 1, last: row + u32::try_from(numbers.counted.len()).unwrap_or(0) };
        let minor = book.plan.currency.minor_per_unit();
        for (index, row) in (body.first..=body.last).enumerate() {
            let cell = |col| at(row, col);
            sheet.words(cell(0), &self.party(index).name);
            self.helping(sheet, row, index, &body, figures, numbers);
            match self.pool.rule {
                SplitRule::Equal => sheet.number(cell(COUNTED), 1.0, Kind::Whole),
                _ => sheet.live(
                    cell(COUNTED),
                    self.counted(index, row, &body, figures),
                    number(numbers.counted[index]),
                    Kind::Whole,
                ),
            }
            let Figures { weights, each, rest, left, first, divisor, total, .. } = figures;
            let [counted, weight, whole, remainder, order] = [COUNTED, WEIGHT, WHOLE, REMAINDER, ORDER].map(cell);
            sheet.live(weight, format!("{counted}/{}", divisor.fixed()), number(numbers.weight(index)), Kind::Whole);
            let (weights, rest) = (weights.fixed(), rest.fixed());
            let of_rest = format!("IF({weights}>0,INT({rest}*{weight}/{weights}),0)");
            sheet.live(
                whole,
                format!("{}*{weight}+{of_rest}", each.fixed()),
                number(numbers.whole(index)),
                Kind::Whole,
            );
            let rest_of = format!("{rest}*{weight}-{of_rest}*{weights}");
            sheet.live(remainder, rest_of, number(numbers.remainder(index)), Kind::Whole);
            let count = numbers.counted.len();
            let place = count - 1 - index;
            sheet.live(
                order,
                format!("MOD({place}+{},{count})", first.fixed()),
                number(numbers.order(index)),
                Kind::Whole,
            );
            let (all, orders) = (body.column(REMAINDER), body.column(ORDER));
            let before = format!("SUMPRODUCT(({all}>{remainder})+({all}={remainder})*({orders}<{order}))");
            let share = format!("SIGN({})*({whole}+IF({before}<{},1,0))/{minor}", total.fixed(), left.fixed());
            sheet.live(cell(SHARE), share, book.units(self.pool.shares[index]), Kind::Money);
        }
    }

    /// What a party counts, from what is typed of it.
    fn counted(&self, index: usize, row: u32, body: &Body, figures: &Figures) -> String {
        let minor = self.book.plan.currency.minor_per_unit();
        let basis = self.basis(index);
        let (cost, costs) = (at(row, HELPING), body.column(HELPING));
        let helping = body.column(HELPING + 1);
        match self.pool.rule {
            SplitRule::Equal | SplitRule::Amounts => "1".to_owned(),
            SplitRule::Weights | SplitRule::Benefit | SplitRule::Percent => format!("ROUND({basis}*1000000,0)"),
            SplitRule::Alone => format!("ROUND({basis}*{minor},0)"),
            SplitRule::EqualSavings => format!(
                "MAX(0,{cost}*COUNTIF({helping},\">0\")-(SUMPRODUCT(({helping}>0)*{costs})-{}))",
                figures.amount.fixed()
            ),
            SplitRule::Airport => format!("SUMIF({costs},\"<=\"&{cost},{helping})"),
        }
    }

    /// The helping columns of the rules that compare costs alone.
    fn helping(&self, sheet: &mut Sheet, row: u32, index: usize, body: &Body, figures: &Figures, numbers: &Numbers) {
        let [costs, more] = numbers.helping.as_slice() else { return };
        let minor = self.book.plan.currency.minor_per_unit();
        let (cost, helping, all) = (at(row, HELPING), at(row, HELPING + 1), body.column(HELPING));
        let alone = format!("ROUND({}*{minor},0)", self.basis(index));
        if self.pool.rule == SplitRule::EqualSavings {
            sheet.live(cost, format!("SIGN({})*{alone}", figures.total.fixed()), number(costs[index]), Kind::Whole);
            let (count, sum) = (format!("COUNTIF({all},\">=\"&{cost})"), format!("SUMIF({all},\">=\"&{cost})"));
            let taking = format!("IF({cost}*{count}>{sum}-{},{count},0)", figures.amount.fixed());
            sheet.live(helping, taking, number(more[index]), Kind::Whole);
        } else {
            sheet.live(cost, alone, number(costs[index]), Kind::Whole);
            let multiple = common_multiple(costs.len()).unwrap_or(1);
            let is_first = format!("COUNTIF({}:{cost},{cost})=1", at(body.first, HELPING).fixed());
            let below = format!("SUMPRODUCT(MAX(({all}<{cost})*{all}))");
            let step = format!("IF({is_first},({cost}-{below})*({multiple}/COUNTIF({all},\">=\"&{cost})),0)");
            sheet.live(helping, step, number(more[index]), Kind::Whole);
        }
    }

    /// Typed amounts stand as they are; where there is only a gain to share, nobody needs to type the minus.
    fn amounts(&self, sheet: &mut Sheet, row: u32) {
        let book = self.book;
        let mut head = vec![(String::new(), Kind::Words); 7];
        head[0] = book.words_head("report-party");
        head[usize::from(SHARE)] = book.money_head("report-party-share");
        sheet.head(row, &head);
        let cells: Vec<String> = (0..self.pool.parties.len()).map(|index| self.basis(index).fixed()).collect();
        let none_below = cells.iter().map(|cell| format!("{cell}>=0")).collect::<Vec<_>>().join(",");
        for (index, row) in (row + 1..).take(cells.len()).enumerate() {
            sheet.words(at(row, 0), &self.party(index).name);
            sheet.fill(row, SHARE);
            let formula = format!("IF(AND({}<0,{none_below}),-1,1)*{}", self.total, cells[index]);
            sheet.live(at(row, SHARE), formula, book.units(self.pool.shares[index]), Kind::Money);
        }
    }

    /// Shares of a split that no spreadsheet calculates exactly.
    fn values(&self, sheet: &mut Sheet, row: u32) {
        let book = self.book;
        let mut head = vec![(String::new(), Kind::Words); 7];
        head[0] = book.words_head("report-party");
        head[usize::from(SHARE)] = book.money_head("report-party-share");
        sheet.head(row, &head);
        for (index, row) in (row + 1..).take(self.pool.parties.len()).enumerate() {
            sheet.words(at(row, 0), &self.party(index).name);
            sheet.fill(row, SHARE);
            sheet.number(at(row, SHARE), book.units(self.pool.shares[index]), Kind::Money);
        }
    }
}

/// The figures above the table of a split.
struct Figures {
    total: At,
    amount: At,
    weights: At,
    each: At,
    rest: At,
    left: At,
    first: At,
    divisor: At,
}

/// The rows of the parties.
struct Body {
    first: u32,
    last: u32,
}

impl Body {
    fn column(&self, col: u16) -> String {
        range(at(self.first, col), at(self.last, col))
    }
}

#[allow(clippy::cast_precision_loss)] // below 10¹⁵, see `is_exact`
fn number(whole: i128) -> f64 {
    whole as f64
}
