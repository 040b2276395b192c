//! A number a person guessed, and how sure they are.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{I64Deserializer, MapAccessDeserializer, StrDeserializer};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// How an estimate is written. serde carries only text, by which `file` knows it and the next one again.
pub(crate) const EXPECTED: &str = "a number, or (likely: …, low: …, high: …)";

/// What is wrong with half a range.
pub(crate) const ONE_SIDED: &str = "a range needs both low and high";

/// The 90 % range of an estimate: one time in twenty the truth is below `low`, one time in twenty above `high`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range<T> {
    /// Lower end.
    pub low: T,
    /// Upper end.
    pub high: T,
}

/// A guessed number: the likely value, and optionally a 90 % range. Calculation uses `likely`, simulation the range.
///
/// In a plan file a bare number stands for an estimate without a range: `0.05` or `(likely: 0.05, low: 0.03, high: 0.08)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Estimate<T> {
    /// What calculation uses.
    pub likely: T,
    /// The 90 % range, if one is stated.
    pub range: Option<Range<T>>,
}

impl<T> Estimate<T> {
    /// An estimate without a range.
    pub const fn exactly(likely: T) -> Self {
        Self { likely, range: None }
    }

    /// An estimate with its 90 % range.
    pub const fn between(likely: T, low: T, high: T) -> Self {
        Self { likely, range: Some(Range { low, high }) }
    }
}

impl<T: Copy> Estimate<T> {
    /// The upper end of the range, or the likely value where no range is stated.
    pub fn high(&self) -> T {
        self.range.map_or(self.likely, |range| range.high)
    }
}

impl<T> From<T> for Estimate<T> {
    fn from(likely: T) -> Self {
        Self::exactly(likely)
    }
}

/// The written form of an estimate with a range.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Estimate", deny_unknown_fields)]
struct Written<T> {
    likely: T,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    low: Option<T>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    high: Option<T>,
}

fn none<T>() -> Option<T> {
    None
}

impl<T: Serialize + Copy> Serialize for Estimate<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.range {
            None => self.likely.serialize(serializer),
            Some(Range { low, high }) => {
                Written { likely: self.likely, low: Some(low), high: Some(high) }.serialize(serializer)
            }
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Estimate<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EstimateVisitor(PhantomData))
    }
}

struct EstimateVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> de::Visitor<'de> for EstimateVisitor<T> {
    type Value = Estimate<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        T::deserialize(StrDeserializer::new(text)).map(Estimate::exactly)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
        T::deserialize(I64Deserializer::new(value)).map(Estimate::exactly)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Self::Value, E> {
        T::deserialize(de::value::U64Deserializer::new(value)).map(Estimate::exactly)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Self::Value, E> {
        T::deserialize(de::value::F64Deserializer::new(value)).map(Estimate::exactly)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let written = Written::deserialize(MapAccessDeserializer::new(map))?;
        match (written.low, written.high) {
            (None, None) => Ok(Estimate::exactly(written.likely)),
            (Some(low), Some(high)) => Ok(Estimate::between(written.likely, low, high)),
            _ => Err(de::Error::custom(ONE_SIDED)),
        }
    }
}
