//! Stable names by which parts of a plan refer to one another.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What is wrong with an id without text. serde carries only text, by which `file` knows it again.
pub(crate) const EMPTY: &str = "an id is empty; give it a short text such as \"sem\"";

/// A short text that stays the same when an item is renamed or moved, such as `sem` or `zhou-min`.
/// Unique among the items of one kind; cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// An id from its text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The first of `prefix-1`, `prefix-2`, … that is not taken.
    #[must_use]
    pub fn fresh<'a>(prefix: &str, taken: impl IntoIterator<Item = &'a Id>) -> Self {
        let highest =
            taken.into_iter().filter_map(|id| id.0.strip_prefix(prefix)?.strip_prefix('-')?.parse::<u64>().ok()).max();
        Self::new(&format!("{prefix}-{}", highest.unwrap_or(0).saturating_add(1)))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.trim().is_empty() {
            return Err(serde::de::Error::custom(EMPTY));
        }
        Ok(Self(text.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fresh_id_follows_the_highest_number() {
        let taken = ["channel-2", "sem", "channel-9", "channel-x"].map(Id::from);
        assert_eq!(Id::fresh("channel", &taken).as_str(), "channel-10");
        assert_eq!(Id::fresh("person", &taken).as_str(), "person-1");
    }
}
