//! The reader's errors: each as a [`Fault`], at the place a planner would look at.

use ron::error::{Error, Position, SpannedError};

use super::error::ReadError;
use super::fault::{Fault, half_width_sign, one_line};
use super::scan::{Kind, Token, Tokens};
use crate::plan::money::MoneyError;
use crate::plan::{Date, estimate, event, id};

/// An error of the reader, put where it belongs.
pub(super) fn explain(text: &str, field: &str, error: &SpannedError) -> ReadError {
    let at = place(text, offset(text, error.span.end), &error.code);
    let full_width = text[at..].chars().next().filter(|sign| half_width_sign(*sign).is_some());
    ReadError { full_width, ..at_offset(text, at, named(field, &error.code), fault(&text[at..], &error.code)) }
}

/// An error at a place given in bytes.
pub(super) fn at_offset(text: &str, offset: usize, field: &str, fault: Fault) -> ReadError {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    ReadError {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        field: one_line(field, 200),
        fault,
        full_width: None,
    }
}

/// What is wrong with the text that begins with `rest`. What a plan's own types refuse comes as a sentence, as serde
/// carries nothing else.
fn fault(rest: &str, error: &Error) -> Fault {
    let own = match error {
        Error::Message(sentence) => match sentence.as_str() {
            id::EMPTY => Some(Fault::EmptyId),
            estimate::ONE_SIDED => Some(Fault::OneSidedRange),
            event::PAID_AND_RECEIVED => Some(Fault::PaidAndReceived),
            other => MoneyError::of_sentence(other).map(Fault::Money),
        }
        .or_else(|| is_no_day(rest).then_some(Fault::NotADay)),
        _ => None,
    };
    own.unwrap_or_else(|| Fault::Ron(Box::new(error.clone())))
}

/// Whether a text begins with a quoted one that is no day. Days are the only values another library reads from text.
fn is_no_day(rest: &str) -> bool {
    let first = Tokens::new(rest).next().filter(|token| token.kind == Kind::Text);
    first.is_some_and(|token| rest[token.start..token.end].trim_matches('"').parse::<Date>().is_err())
}

/// The field as far as it says something: the reader marks what it could not name with a question mark, and a name
/// that is no field belongs to the sentence.
fn named<'a>(field: &'a str, error: &Error) -> &'a str {
    let field = field.trim_end_matches(['.', '?']);
    match error {
        Error::NoSuchStructField { found, .. } => field.strip_suffix(found.as_str()).unwrap_or(field),
        _ => field,
    }
    .trim_end_matches('.')
}

/// The byte a line and a column stand for.
fn offset(text: &str, position: Position) -> usize {
    let line_start = text.match_indices('\n').nth(position.line.wrapping_sub(2)).map_or(0, |(newline, _)| newline + 1);
    let column = position.col.saturating_sub(1);
    text[line_start..].char_indices().nth(column).map_or(text.len(), |(bytes, _)| line_start + bytes)
}

/// Where a planner would look. The reader notices a wrong value only behind it, a missing field only at the end of
/// its section.
fn place(text: &str, end: usize, error: &Error) -> usize {
    match error {
        Error::InvalidValueForType { .. }
        | Error::Message(_)
        | Error::NoSuchEnumVariant { .. }
        | Error::NoSuchStructField { .. }
        | Error::DuplicateStructField { .. }
        | Error::IntegerOutOfBounds
        | Error::ExpectedStringEnd
        | Error::ExpectedDifferentStructName { .. } => piece_before(text, end),
        Error::MissingStructField { .. } => section_start(text, end),
        _ => end,
    }
}

/// The start of the last piece that begins before `end`.
fn piece_before(text: &str, end: usize) -> usize {
    let pieces = Tokens::new(text).take_while(|token| token.start < end);
    pieces.filter(|token| !matches!(token.kind, Kind::Comma | Kind::Colon)).last().map_or(0, |token| token.start)
}

/// The start of the innermost bracket still open at `end`, or of the name before it.
fn section_start(text: &str, end: usize) -> usize {
    let mut open = Vec::new();
    let mut before: Option<Token> = None;
    for token in Tokens::new(text).take_while(|token| token.start < end) {
        match token.kind {
            Kind::Open(_) => open.push(before.filter(|name| name.kind == Kind::Word).unwrap_or(token).start),
            Kind::Close => drop(open.pop()),
            _ => {}
        }
        before = Some(token);
    }
    open.last().copied().unwrap_or(end)
}
