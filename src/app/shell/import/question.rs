//! What a report leaves open: the order of its dates, the days it is about, what its currency is worth.

use std::collections::HashMap;

use eframe::egui::{Id, Ui};

use super::Shown;
use crate::app::icons;
use crate::app::theme::{self, Tone, space};
use crate::app::widgets::text::{small, state_line};
use crate::app::widgets::{Field, Segmented, parsed_field};
use crate::import::exact::Exact;
use crate::import::{Days, Order, Trouble, dates};
use crate::plan::{Currency, Money};
use crate::t;
use crate::words::number;
use crate::words::typed::Entry;

/// What is remembered of questions.
#[derive(Debug, Default)]
pub(super) struct View {
    /// A date of each report that can be read in two ways.
    examples: HashMap<u64, String>,
    /// A month of each report whose months have no year.
    months: HashMap<u64, String>,
    /// The days that were typed last.
    days: Option<(u64, Days)>,
}

impl View {
    pub(super) fn note_example(&mut self, report: u64, example: &str) {
        self.examples.entry(report).or_insert_with(|| example.to_owned());
    }
}

/// Whether dates begin with the day or with the month, by an example read both ways. Once answered it can be answered anew.
pub(super) fn order(ui: &mut Ui, shown: &mut Shown<'_>, report: u64, view: &View) {
    let words = shown.words;
    let Some(example) = view.examples.get(&report) else { return };
    let date = |order| dates::days_of(example, order).map(|days| number::date(words, days.from)).unwrap_or_default();
    let readings = [Order::DayFirst, Order::MonthFirst].map(|order| (order, date(order)));
    let Some(source) = shown.import.source_mut(report) else { return };
    let answer = source.answers().order;
    let question = t!(words, "import-window-order", example = example);
    if answer.is_none() {
        state_line(ui, (icons::WARN, theme::palette(ui).warn), &question, Tone::Plain);
    } else {
        small(ui, &question, Tone::Weak);
    }
    let items: Vec<(Option<Order>, &str)> =
        readings.iter().map(|(order, shown)| (Some(*order), shown.as_str())).collect();
    let name = words.text("import-window-order-name");
    if let Some(Some(order)) = Segmented::new(&items, answer).dense().name(&name).show(ui) {
        source.answer_order(order, shown.reader);
    }
    ui.add_space(space::XS);
}

/// Which days a report is about that says nothing of them. Once answered it can be answered anew.
pub(super) fn period(ui: &mut Ui, shown: &mut Shown<'_>, report: u64, view: &mut View) {
    let words = shown.words;
    let Some(source) = shown.import.source_mut(report) else { return };
    let (trouble, answer) = (source.trouble(), source.answers().period);
    if let Some(Trouble::NoYear(month)) = &trouble {
        view.months.entry(report).or_insert_with(|| month.clone());
    }
    let (question, hint) = match view.months.get(&report) {
        Some(month) => (t!(words, "import-window-year", month = month), words.text("import-window-year-hint")),
        None => (words.text("import-window-period"), words.text("import-window-period-hint")),
    };
    match answer {
        _ if matches!(trouble, Some(Trouble::NoDays | Trouble::NoYear(_))) => {
            state_line(ui, (icons::WARN, theme::palette(ui).warn), &question, Tone::Plain);
        }
        Some(_) => drop(small(ui, &question, Tone::Weak)),
        None => return,
    }
    let name = words.text("import-window-period-name");
    let field = Field::new(Id::unique(("import period", report)), &name).hint(&hint).fill();
    let answered = answer.map(dates::as_period).unwrap_or_default();
    let edited = parsed_field(ui, field, &answered, &|typed| {
        dates::period(typed).map(Some).ok_or_else(|| words.text("import-window-bad-period"))
    });
    // While it is typed a month may still become a day.
    if let Some(days) = edited.value {
        view.days = days.map(|days| (report, days));
    }
    if edited.lost_focus
        && edited.error.is_none()
        && let Some((_, days)) = view.days.take_if(|(of, _)| *of == report)
        && answer != Some(days)
    {
        source.answer_period(days, shown.reader);
    }
    ui.add_space(space::XS);
}

/// What one unit of a currency is worth, and what the report's money then is.
pub(super) fn rate(ui: &mut Ui, shown: &mut Shown<'_>, report: u64, (code, spent): (&str, Exact)) {
    let (words, own) = (shown.words, &shown.plan.currency);
    let known = shown.import.rate(code).cloned();
    let typed = known.as_ref().map_or("", |(typed, _)| typed.as_str());
    let name = t!(words, "import-window-rate", currency = code, own = own.code.as_str());
    let mut changed = None;
    ui.horizontal(|ui| {
        small(ui, &t!(words, "import-window-one", currency = code), Tone::Plain);
        let field = Field::number(Id::unique(("import rate", report, code)), &name)
            .entry(Entry::COUNT.rounded(8))
            .unit(&own.code)
            .dense();
        let edited = parsed_field(ui, field, typed, &|typed| match (typed.trim(), Exact::rate(typed.trim())) {
            ("", _) => Ok(None),
            (typed, Some(rate)) => Ok(Some((typed.to_owned(), rate))),
            _ => Err(t!(words, "import-window-bad-rate", currency = code)),
        });
        changed = edited.value;
    });
    if let Some(rate) = changed {
        shown.import.set_rate(code, rate);
    }
    let amount = |currency: &Currency, exact: Exact| {
        let money = exact.minor(currency.digits).and_then(Money::from_minor)?;
        Some(number::money(currency, money, usize::from(currency.digits)))
    };
    if let Some((_, rate)) = known
        && let Some(before) = amount(&Currency::of_code(code), spent)
        && let Some(after) = spent.times(rate).and_then(|spent| amount(own, spent))
    {
        let said = t!(words, "import-window-becomes", before = before, currency = code, after = after, own = &own.code);
        small(ui, &said, Tone::Weak);
    }
}
