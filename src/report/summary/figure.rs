//! Numbers as JSON holds them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::plan::{Currency, Money};

/// Numbers of class A and B under these names.
pub(super) fn by_class(numbers: [f64; 2]) -> BTreeMap<&'static str, Number> {
    BTreeMap::from([("A", Number(numbers[0])), ("B", Number(numbers[1]))])
}

/// Money in currency units, with the currency's digits at most: `150000` or `150000.5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The exact amount.
    pub money: Money,
    minor_per_unit: i64,
    too_large: bool,
}

impl Amount {
    /// An amount of a currency.
    #[must_use]
    pub fn new(currency: &Currency, money: Money) -> Self {
        Self::of(currency, Some(money))
    }

    /// A calculated amount; `None` is one beyond the largest, which is said to be that and never shown as nothing.
    #[must_use]
    pub fn of(currency: &Currency, money: Option<Money>) -> Self {
        Self { money: money.unwrap_or_default(), minor_per_unit: currency.minor_per_unit(), too_large: money.is_none() }
    }

    /// The sum of amounts; too large where one of them is.
    #[must_use]
    pub fn total(currency: &Currency, amounts: &[Self]) -> Self {
        let known = amounts.iter().all(|amount| !amount.too_large);
        Self::of(currency, Money::total(amounts.iter().map(|amount| amount.money)).filter(|_| known))
    }

    /// Whether it is known to be nothing.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self.money == Money::ZERO && !self.too_large
    }

    /// Whether the amount is beyond the largest that can be calculated with.
    #[must_use]
    pub fn is_too_large(self) -> bool {
        self.too_large
    }
}

impl Serialize for Amount {
    #[allow(clippy::cast_precision_loss)] // amounts are below 2^53 minor units by construction
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let minor = self.money.minor();
        if self.too_large {
            serializer.serialize_none()
        } else if minor % self.minor_per_unit == 0 {
            serializer.serialize_i64(minor / self.minor_per_unit)
        } else {
            serializer.serialize_f64(minor as f64 / self.minor_per_unit as f64)
        }
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["number", "null"],
            "description": "Money in currency units, with the currency's digits at most. Null where it is too large to calculate with.",
        })
    }
}

/// A calculated number: twelve significant digits, so that nobody reads noise of calculating; whole ones without a
/// point.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Number(pub f64);

impl Number {
    /// The number without the noise.
    #[must_use]
    pub fn clean(self) -> f64 {
        format!("{:.11e}", self.0).parse().unwrap_or(self.0)
    }
}

impl From<f64> for Number {
    fn from(value: f64) -> Self {
        Self(value)
    }
}

impl Serialize for Number {
    #[allow(clippy::cast_possible_truncation)] // checked to be whole and small
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.clean();
        if !value.is_finite() {
            serializer.serialize_none()
        } else if value.fract() == 0.0 && value.abs() < 1e15 {
            serializer.serialize_i64(value as i64)
        } else {
            serializer.serialize_f64(value)
        }
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["number", "null"],
            "description": "A calculated number; rates and shares are fractions. Null where it is beyond all numbers.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain() {
        let json = |number: f64| serde_json::to_string(&Number(number)).unwrap();
        assert_eq!([37_000.000_000_000_01, 1269.5, 0.1 + 0.2].map(json), ["37000", "1269.5", "0.3"]);
        assert_eq!([f64::NAN, -0.0].map(json), ["null", "0"]);
        let yuan = Currency::default();
        let amount = |text: &str| serde_json::to_string(&Amount::new(&yuan, yuan.parse(text).unwrap())).unwrap();
        assert_eq!(["150000", "150000.50", "-0.05"].map(amount), ["150000", "150000.5", "-0.05"]);
    }
}
