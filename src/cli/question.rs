//! The questions of the filters: read as JSON, their numbers checked.

use std::fmt::Display;
use std::io::Read;

use serde::de::DeserializeOwned;

use crate::t;
use crate::words::Words;

use super::Streams;
use super::failure::Failure;
use super::json_fault;
use super::objects::Objects;

/// More than any question has.
const MOST_BYTES: u64 = 64 << 20;

/// Inputs beyond this are typing errors, and results of them no numbers.
pub(super) const LARGEST: f64 = 1e15;

/// Reads a question of that schema from standard input; what is wrong comes back as one line with its place.
pub(super) fn read_json<T: DeserializeOwned>(schema: &str, words: &Words, streams: &mut Streams) -> Result<T, Failure> {
    let mut bytes = Vec::new();
    // A device as standard input may never end.
    streams.input.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Failure::Input(t!(words, "terminal-too-much", most = (MOST_BYTES >> 20).to_string())));
    }
    let text =
        str::from_utf8(&bytes).map_err(|error| Failure::Input(not_utf8(words, &bytes[..error.valid_up_to()])))?;
    // Some editors and shells put a byte order mark before a text.
    let mut json = serde_json::Deserializer::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    let question = serde_path_to_error::deserialize(Objects(&mut json)).map_err(|error| {
        let path = error.path().to_string();
        Failure::Input(json_fault::explain(words, schema, &path, error.inner()))
    })?;
    json.end().map_err(|error| Failure::Input(json_fault::explain(words, schema, "", &error)))?;
    Ok(question)
}

fn not_utf8(words: &Words, before: &[u8]) -> String {
    let line = before.split(|byte| *byte == b'\n').count();
    t!(words, "terminal-json-not-utf8", line = line.to_string())
}

pub(super) fn check_rate(words: &Words, field: &str, value: f64) -> Result<(), String> {
    if (0.0..=1.0).contains(&value) { Ok(()) } else { Err(outside(words, field, value.to_string(), 0, 1)) }
}

pub(super) fn check_amount(words: &Words, field: &str, value: f64) -> Result<(), String> {
    let fits = (0.0..=LARGEST).contains(&value);
    if fits { Ok(()) } else { Err(outside(words, field, digits(value), 0, "1e15")) }
}

/// A number in as many digits as one reads.
pub(super) fn digits(value: f64) -> String {
    if (1e-6..1e16).contains(&value.abs()) || value == 0.0 { value.to_string() } else { format!("{value:e}") }
}

pub(super) fn outside(words: &Words, field: &str, value: String, low: impl Display, high: impl Display) -> String {
    let (low, high) = (low.to_string(), high.to_string());
    t!(words, "terminal-outside", field = field, value = value, low = low, high = high)
}
