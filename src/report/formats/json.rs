//! The summary as JSON, and the JSON Schema that describes it.

use crate::report::summary::Summary;

/// The summary as JSON, one field a line.
///
/// # Errors
/// Only where memory runs out; the summary holds nothing JSON cannot.
pub fn write(summary: &Summary) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(summary).map(|text| text + "\n")
}

/// The JSON Schema of the summary.
///
/// # Errors
/// As [`write()`].
pub fn schema() -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&schemars::schema_for!(Summary)).map(|text| text + "\n")
}
