//! The summary as JSON, and the JSON Schema that describes it.

use serde::Serialize;

use crate::report::summary::Summary;
use crate::words::clean;

/// Any answer as JSON, one field a line: faithful to the last character, and harmless to a terminal.
///
/// # Errors
/// Only where memory runs out, for values made of what JSON has.
pub fn pretty(value: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(value).map(|text| clean::json(&text) + "\n")
}

/// The summary as JSON.
///
/// # Errors
/// As [`pretty`].
pub fn write(summary: &Summary) -> Result<String, serde_json::Error> {
    pretty(summary)
}

/// The JSON Schema of the summary.
///
/// # Errors
/// As [`write()`].
pub fn schema() -> Result<String, serde_json::Error> {
    pretty(&schemars::schema_for!(Summary))
}
