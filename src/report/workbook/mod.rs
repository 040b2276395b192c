//! The plan as a workbook whose formulas are live: who changes a budget sees the goal change.
//!
//! Each file here makes one sheet as plain data ([`sheet`]): inputs are the plan's, every formula carries the result of
//! the calculation, which is what the file shows before anybody calculates again. [`paint`] turns the sheets into bytes.
//!
//! Only functions are used that Excel 2016, WPS and `LibreOffice` 7.4 all have; a test holds the list.

mod assumptions;
mod channels;
mod events;
mod goal;
mod happened;
mod money;
mod money_cells;
mod months;
mod notes;
mod outlook;
mod paint;
mod pool;
mod pyramid;
mod ripples;
mod sheet;
mod team;
mod topics;

use std::fmt;

use crate::calc::Report;
use crate::plan::{Date, Money, Plan};
use crate::report::lookup::Lookup;
use crate::report::summary::Summary;
use crate::report::summary::figure::Amount;
use crate::t;
use crate::words::Words;
use crate::words::names::currency_name;

use paint::About;
use sheet::{Kind, Place, Sheet};

/// Why there is no workbook: the library that writes it refused something.
#[derive(Clone, Debug)]
pub struct NoWorkbook(String);

impl fmt::Display for NoWorkbook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoWorkbook {}

/// The workbook of a plan, dated `day`. Inputs come from the plan, the stored results of all formulas from its report,
/// what takes a search or many draws from its summary, as far as that has it.
///
/// # Errors
/// Says what could not be written; no plan is known for which that happens.
pub fn write(plan: &Plan, report: &Report, summary: &Summary, day: Date) -> Result<Vec<u8>, NoWorkbook> {
    let words = Words::of(summary.language.0);
    let book = Book { plan, report, summary, words, lookup: &Lookup::indexed(plan, words) };
    let (sheets, names) = book.sheets();
    paint::paint(&sheets, &names, &book.about(day)).map_err(|error| NoWorkbook(error.to_string()))
}

/// What the sheets are made from.
#[derive(Clone, Copy)]
struct Book<'a> {
    plan: &'a Plan,
    report: &'a Report,
    summary: &'a Summary,
    words: &'a Words,
    lookup: &'a Lookup<'a>,
}

impl Book<'_> {
    /// All sheets in their order, and the names of the key figures.
    fn sheets(self) -> (Vec<Sheet>, Vec<(&'static str, Place)>) {
        let events = events::sheet(self);
        let ripples = ripples::sheet(self, &events);
        let assumptions = assumptions::sheet(self);
        let layout = money_cells::Layout::of(self);
        let layout = layout.as_ref();
        let parts = channels::Parts { assumptions: &assumptions, events: &events, money: layout };
        let channels = channels::sheet(self, parts);
        let parts = happened::Parts { assumptions: &assumptions, channels: &channels, money: layout };
        let happened = happened::sheet(self, parts);
        let money = layout.map(|layout| {
            let (assumptions, events, channels) = (&assumptions, &events, &channels);
            money::sheet(self, money::Parts { layout, assumptions, events, channels, happened: happened.as_ref() })
        });
        let pyramid = pyramid::sheet(self);
        let goal = goal::sheet(
            self,
            &goal::Parts {
                assumptions: &assumptions,
                channels: &channels,
                happened: happened.as_ref(),
                ripples: &ripples,
                pyramid: &pyramid,
            },
        );
        let months = months::sheet(self, &goal, &ripples, layout);
        let names = goal.names.clone();
        let sheets = [
            Some(goal.sheet),
            Some(channels.sheet),
            money,
            Some(assumptions.sheet),
            happened.map(|happened| happened.sheet),
            events.sheet,
            ripples.sheet,
            Some(months),
            pyramid.sheet,
            team::sheet(self),
            topics::sheet(self),
            outlook::sheet(self),
            Some(notes::sheet(self)),
        ];
        (sheets.into_iter().flatten().collect(), names)
    }

    fn about(self, day: Date) -> About {
        let one_line = crate::words::clean::one_line;
        About {
            title: one_line(&self.plan.title),
            company: one_line(&self.plan.company),
            author: self.summary.team.owner.as_deref().map(one_line).unwrap_or_default(),
            program: self.text("common-program"),
            day,
            language: self.words.language(),
            digits: usize::from(self.plan.currency.digits.min(crate::plan::Currency::MOST_DIGITS)),
            mistyped: self.text("workbook-mistyped"),
        }
    }

    fn text(self, key: &str) -> String {
        self.words.text(key)
    }

    /// A heading with the unit of the amounts below it.
    fn in_currency(self, key: &str) -> String {
        let unit = currency_name(&self.plan.currency.code, self.words);
        t!(self.words, "report-with-unit", name = self.text(key), unit = unit)
    }

    /// A heading of words.
    fn words_head(self, key: &str) -> (String, Kind) {
        (self.text(key), Kind::Words)
    }

    /// A heading of numbers.
    fn number_head(self, key: &str) -> (String, Kind) {
        (self.text(key), Kind::Whole)
    }

    /// A heading of amounts.
    fn money_head(self, key: &str) -> (String, Kind) {
        (self.in_currency(key), Kind::Money)
    }

    fn units(self, money: Money) -> f64 {
        self.plan.currency.units(money)
    }

    /// An amount of the summary; `None` where it is too large to calculate with.
    fn known(self, amount: Amount) -> Option<f64> {
        (!amount.is_too_large()).then(|| self.units(amount.money))
    }

    /// What stands in the place of a number that is too large.
    fn too_large(self) -> String {
        self.text("report-too-large")
    }

    /// Rounds a formula to the minor unit.
    fn rounded(self, formula: &str) -> String {
        format!("ROUND({formula},{})", self.plan.currency.digits)
    }

    fn sheet(self, name: &str, title: &str) -> Sheet {
        Sheet::new(self.text(name), title)
    }
}
