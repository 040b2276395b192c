//! Another currency for a plan. Amounts keep their figures: 1,200 stays 1,200, nothing is converted at a rate.

use serde::Serialize;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use crate::plan::money::{MoneyError, with_digits};
use crate::plan::{Currency, Plan};

/// Why a plan cannot have another currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CurrencyProblem {
    /// An amount has more digits after the point than the new currency; holds it as a plan file writes it.
    TooFine(String),
    /// An amount is too large for the new currency.
    TooLarge(String),
    /// The plan holds a number that is none.
    NotANumber,
}

/// The plan in another currency, every amount exactly as it was.
///
/// # Errors
/// Names the first amount that the new currency cannot hold.
pub fn change(plan: &Plan, currency: &Currency) -> Result<Plan, CurrencyProblem> {
    // Written with the digits of one currency and read with those of the other: no amount can be forgotten.
    let written = with_digits(plan.currency.digits, || plan.serialize(serde_json::value::Serializer))
        .map_err(|_| CurrencyProblem::NotANumber)?;
    let read: Result<Plan, _> = with_digits(currency.digits, || serde_path_to_error::deserialize(&written));
    let mut changed = read.map_err(|error| problem(amount_at(&written, error.path()), currency))?;
    changed.currency = currency.clone();
    Ok(changed)
}

fn problem(amount: Option<String>, currency: &Currency) -> CurrencyProblem {
    let Some(amount) = amount else { return CurrencyProblem::NotANumber };
    match currency.parse(&amount) {
        Err(MoneyError::TooManyDigits(_)) => CurrencyProblem::TooFine(amount),
        Err(MoneyError::TooLarge) => CurrencyProblem::TooLarge(amount),
        _ => CurrencyProblem::NotANumber,
    }
}

fn amount_at(written: &Value, path: &Path) -> Option<String> {
    let mut at = written;
    for segment in path {
        at = match segment {
            Segment::Seq { index } => at.get(index)?,
            Segment::Map { key } => at.get(key)?,
            Segment::Enum { variant } => at.get(variant)?,
            Segment::Unknown => return None,
        };
    }
    at.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Date, Money, Period};

    fn currency(code: &str, digits: u8) -> Currency {
        Currency { code: code.into(), digits }
    }

    fn plan(total: &str, spend: &str) -> Plan {
        let mut plan = Plan::blank("1.50", Period { start: Date::constant(2026, 1, 1), months: 12 });
        let goal = std::sync::Arc::make_mut(&mut plan.goal);
        goal.target.total_revenue = plan.currency.parse(total).ok();
        let allocation = std::sync::Arc::make_mut(&mut plan.allocation);
        let mut channel = crate::plan::Channel::new("sem".into(), "SEM", crate::plan::Task::A);
        channel.spend = plan.currency.parse(spend).unwrap();
        allocation.channels.push(channel);
        plan
    }

    #[test]
    fn amounts_keep_their_figures() {
        let yen = change(&plan("120000000", "360000.00"), &currency("JPY", 0)).unwrap();
        assert_eq!((yen.currency.code.as_str(), yen.title.as_str()), ("JPY", "1.50"));
        assert_eq!(yen.goal.target.total_revenue, Money::from_minor(120_000_000));
        assert_eq!(yen.allocation.channels[0].spend.minor(), 360_000);
        let dinar = change(&plan("120000000", "0.25"), &currency("KWD", 3)).unwrap();
        assert_eq!(dinar.allocation.channels[0].spend.minor(), 250);
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let fine = change(&plan("1", "1234.56"), &currency("JPY", 0));
        assert_eq!(fine, Err(CurrencyProblem::TooFine("1234.56".into())));
        let large = change(&plan("9000000000000", "1"), &currency("KWD", 3));
        assert_eq!(large, Err(CurrencyProblem::TooLarge("9000000000000.00".into())));
    }
}
