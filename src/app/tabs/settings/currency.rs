//! The plan's currency, and why it cannot be another one.

use eframe::egui::{Id, Ui};

use super::Head;
use crate::app::context::{Cx, field_id};
use crate::app::widgets::{Dropdown, problem_line, weak};
use crate::calc::Section;
use crate::calc::currency::{CurrencyProblem, change};
use crate::plan::Currency;
use crate::t;
use crate::words::number;

/// Common currencies (ISO 4217): code and name.
const CURRENCIES: [(&str, &str); 18] = [
    ("CNY", "settings-cny"),
    ("USD", "settings-usd"),
    ("EUR", "settings-eur"),
    ("HKD", "settings-hkd"),
    ("TWD", "settings-twd"),
    ("JPY", "settings-jpy"),
    ("KRW", "settings-krw"),
    ("SGD", "settings-sgd"),
    ("MYR", "settings-myr"),
    ("THB", "settings-thb"),
    ("VND", "settings-vnd"),
    ("INR", "settings-inr"),
    ("AUD", "settings-aud"),
    ("GBP", "settings-gbp"),
    ("CHF", "settings-chf"),
    ("CAD", "settings-cad"),
    ("AED", "settings-aed"),
    ("KWD", "settings-kwd"),
];

/// Draws the chooser and what it says of the choice.
pub fn ui(ui: &mut Ui, head: &mut Head<'_>, cx: &Cx) {
    let mut choices: Vec<(Currency, String)> = CURRENCIES.map(|(code, name)| named(cx, code, name)).into();
    let now = head.plan.currency.clone();
    if !choices.iter().any(|(currency, _)| *currency == now) {
        choices.insert(0, (now.clone(), now.code.clone()));
    }
    let shown =
        choices.iter().find(|(currency, _)| *currency == now).map_or(now.code.clone(), |(_, name)| name.clone());
    let name = cx.words.text("settings-currency");
    let dropdown = Dropdown::new(field_id(Section::Plan, None, "currency"), &name, &shown).large().width(260.0);
    if let Some(chosen) = dropdown.show(ui, &choices, Some(&now)) {
        choose(ui, head, cx, chosen);
    }
    match refused(ui).map(|wanted| (change(head.plan, &wanted), wanted)) {
        Some((Err(problem), wanted)) => problem_line(ui, &why_not(cx, &now, &wanted, &problem)),
        // What stood in the way was changed meanwhile.
        Some((Ok(_), _)) => remember(ui, None),
        None => {}
    }
    weak(ui, &cx.words.text("settings-currency-hint"));
}

fn named(cx: &Cx, code: &str, name: &str) -> (Currency, String) {
    (Currency::of_code(code), format!("{code}  {}", cx.words.text(name)))
}

fn choose(ui: &Ui, head: &mut Head<'_>, cx: &Cx, wanted: Currency) {
    match change(head.plan, &wanted) {
        Ok(changed) => {
            head.change(cx.words.text("settings-step-currency"), |plan| *plan = changed);
            remember(ui, None);
        }
        Err(_) => remember(ui, Some(wanted)),
    }
}

/// The choice that was refused stays in memory, so that its reason stays on the page.
fn refused(ui: &Ui) -> Option<Currency> {
    ui.data(|data| data.get_temp::<Option<Currency>>(Id::unique("refused_currency"))).flatten()
}

fn remember(ui: &Ui, refused: Option<Currency>) {
    ui.data_mut(|data| data.insert_temp(Id::unique("refused_currency"), refused));
}

fn why_not(cx: &Cx, now: &Currency, wanted: &Currency, problem: &CurrencyProblem) -> String {
    let shown = |amount: &str| now.parse(amount).map_or(amount.to_owned(), |amount| number::amount(now, amount));
    match problem {
        CurrencyProblem::TooFine(amount) => {
            let (code, digits) = (&wanted.code, u32::from(wanted.digits));
            t!(cx.words, "settings-currency-too-fine", code = code, digits = digits, amount = shown(amount))
        }
        CurrencyProblem::TooLarge(amount) => {
            t!(cx.words, "settings-currency-too-large", code = &wanted.code, amount = shown(amount))
        }
        CurrencyProblem::NotANumber => cx.words.text("settings-currency-broken"),
    }
}
