//! Plan ⇄ text, in RON: readable, comparable line by line, open to hand editing.

use ron::Options;
use ron::de::Deserializer;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use serde::Deserialize;

use super::error::{LARGEST_BYTES, ReadError, WriteError};
use super::explain::{at_offset, explain};
use super::fault::Fault;
use super::scan::{Kind, Scan, Token, Tokens, scan, scan_head};
use super::{ron_reader, ron_writer};
use crate::plan::calendar::Calendar;
use crate::plan::money::with_digits;
use crate::plan::{Currency, FORMAT, Plan};

/// Plans say `owner: "li"` instead of `owner: Some("li")`, without a header that says so.
fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Reads a plan from its text.
///
/// # Errors
/// The first thing that is wrong, with its line, column and field.
pub fn read_text(text: &str) -> Result<Plan, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match read_plain(text) {
        Some(plan) => Ok(plan),
        None => read_any(text),
    }
}

/// Reads a calendar from its text.
///
/// # Errors
/// The first thing that is wrong, with its line, column and field.
pub fn read_calendar_text(text: &str) -> Result<Calendar, ReadError> {
    explained(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Whether a text is a plan, or was one before somebody broke it: what must not be written over by something else.
pub(super) fn is_plan(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut tokens = Tokens::new(text);
    match tokens.next() {
        Some(Token { kind: Kind::Word, start, end }) => {
            &text[start..end] == "Plan" && tokens.next().is_some_and(|next| next.kind == Kind::Open(b'('))
        }
        // Its name may be left out.
        Some(Token { kind: Kind::Open(b'('), .. }) => scan_head(text).format.is_some(),
        _ => false,
    }
}

/// Reads what this program wrote itself. Everything else, and everything broken, is left to [`read_any`].
fn read_plain(text: &str) -> Option<Plan> {
    let head = scan_head(text);
    let digits = head.digits?.parse().ok()?;
    let plan: Plan = with_digits(digits, || ron_reader::from_text(text)).ok()?;
    (1..=FORMAT).contains(&plan.format).then_some(plan)
}

/// Reads what people write too, and explains what is wrong.
fn read_any(text: &str) -> Result<Plan, ReadError> {
    let looked_over = scan(text);
    check_format(text, &looked_over)?;
    let digits = looked_over.digits.and_then(|word| word.parse().ok()).unwrap_or(Currency::default().digits);
    let plan = with_digits(digits, || explained(text))?;
    match looked_over.finding {
        Some(finding) => Err(at_offset(text, finding.at, &finding.field, finding.fault)),
        None => Ok(plan),
    }
}

/// A newer program may have written what this one would misunderstand, so the version comes before everything else.
fn check_format(text: &str, looked_over: &Scan) -> Result<(), ReadError> {
    let Some((word, at)) = looked_over.format else {
        // A text that is broken before any field is the reader's to explain.
        return match strict::<Plan>(text) {
            Err(SpannedError { code: ron::Error::MissingStructField { field: "format", .. }, .. }) => {
                Err(at_offset(text, 0, "", Fault::NoFormat))
            }
            _ => Ok(()),
        };
    };
    match word.parse::<u64>() {
        Ok(newer) if newer > u64::from(FORMAT) => Err(at_offset(text, at, "format", Fault::NewerFormat(newer))),
        Ok(0) => Err(at_offset(text, at, "format", Fault::FormatZero)),
        _ => Ok(()),
    }
}

/// Reads a text to its end, without keeping track of the field.
fn strict<'text, T: Deserialize<'text>>(text: &'text str) -> Result<T, SpannedError> {
    let mut reader = Deserializer::from_str_with_options(text, &options())?;
    let read = T::deserialize(&mut reader).and_then(|plan| reader.end().map(|()| plan));
    read.map_err(|code| reader.span_error(code))
}

/// Reads a text. If it is broken it is read once more, keeping track of the field: too slow for every reading, just
/// right for a broken file.
fn explained<'text, T: Deserialize<'text>>(text: &'text str) -> Result<T, ReadError> {
    strict(text).map_err(|error| {
        let field = Deserializer::from_str_with_options(text, &options()).ok().and_then(|mut reader| {
            let read: Result<T, _> = serde_path_to_error::deserialize(&mut reader);
            read.err().map(|error| error.path().to_string())
        });
        explain(text, &field.unwrap_or_default(), &error)
    })
}

/// Writes a plan as text, and reads it to make sure that it gives the same plan again.
///
/// # Errors
/// A number that is none, or a plan that no text can hold, or only one of more than [`LARGEST_BYTES`].
pub fn write_text(plan: &Plan) -> Result<String, WriteError> {
    write_at_most(plan, LARGEST_BYTES)
}

fn write_at_most(plan: &Plan, most: u64) -> Result<String, WriteError> {
    let text = unchecked_text(plan)?;
    let bytes = text.len() as u64;
    if bytes > most {
        return Err(WriteError::TooLarge { bytes });
    }
    match read_text(&text) {
        Ok(read) if read == *plan => Ok(text),
        Ok(_) => Err(WriteError::ReadsDifferently { refused: None }),
        Err(error) => Err(WriteError::ReadsDifferently { refused: Some(Box::new(error)) }),
    }
}

/// The text of a plan, not yet read back.
fn unchecked_text(plan: &Plan) -> Result<String, WriteError> {
    if plan.format != FORMAT {
        return Err(WriteError::OtherFormat(plan.format));
    }
    with_digits(plan.currency.digits, || ron_writer::to_text(plan)).map_err(|refused| match refused.why {
        None => WriteError::NotFinite { field: refused.field },
        Some(_) => WriteError::Text(refused.to_string()),
    })
}

#[cfg(test)]
#[path = "ron_text_tests.rs"]
mod tests;
