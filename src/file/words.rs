//! The reader's errors in a planner's words, each at the place a planner would look at.

use ron::error::{Error, Position, SpannedError};

use super::error::ReadError;
use super::scan::{Kind, Token, Tokens};

/// An error of the reader, put into words and put where it belongs.
pub(super) fn explain(text: &str, field: &str, error: &SpannedError) -> ReadError {
    let end = offset(text, error.span.end);
    let at = place(text, end, &error.code);
    let mut what = what(&error.code);
    if let Some(hint) = full_width_hint(&text[at..]) {
        what = format!("{what}; {hint}");
    }
    at_offset(text, at, named(field, &error.code), &what)
}

/// An error at a place given in bytes.
pub(super) fn at_offset(text: &str, offset: usize, field: &str, what: &str) -> ReadError {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    ReadError {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        field: one_line(field, 200),
        what: one_line(what, 400),
    }
}

/// A broken file may bring anything into a message: line ends, control characters, a name of a million letters.
fn one_line(text: &str, most: usize) -> String {
    let mut line: String = text.chars().take(most).collect();
    if line.len() < text.len() {
        line.push('…');
    }
    if line.contains(char::is_control) { line.escape_debug().to_string() } else { line }
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

fn what(error: &Error) -> String {
    match error {
        Error::Message(text) => own_words(text),
        Error::InvalidValueForType { expected, found } => {
            format!("expected {}, found {}", expected_words(expected), found_words(found))
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            format!("{found} is not known here; {}", instead(found, expected))
        }
        Error::NoSuchStructField { expected, found, .. } => {
            format!("{found} is no field here; {}", instead(found, expected))
        }
        Error::MissingStructField { field, .. } => format!("{field} is missing; write {field}: … here"),
        Error::InvalidIdentifier(found) | Error::SuggestRawIdentifier(found) => {
            format!("expected the name of a field, found {found} (decimals have a point, texts quotation marks)")
        }
        Error::DuplicateStructField { field, .. } => format!("{field} stands here twice; keep one of them"),
        Error::ExpectedDifferentStructName { expected, found } => format!("expected {expected}(…), found {found}"),
        Error::ExpectedNamedStructLike(name) if !name.is_empty() => format!("expected {name}(…)"),
        Error::ExpectedDifferentLength { expected, found } => format!("expected {expected}, found {found} of them"),
        Error::InvalidIntegerDigit { digit, .. } => format!("expected a whole number, found {digit} in it"),
        Error::UnexpectedChar(found) => format!("{found} cannot stand here; expected a value"),
        Error::InvalidEscape(_) => {
            r#"unknown sign after \ in a text; write \\ for \ itself, \" for a quotation mark"#.to_owned()
        }
        _ => fixed_words(error).map_or_else(|| error.to_string(), str::to_owned),
    }
}

fn fixed_words(error: &Error) -> Option<&'static str> {
    Some(match error {
        Error::Eof => "the file ends too early; expected the rest of the plan and its closing brackets",
        Error::ExpectedArray => "expected a list in [ ]",
        Error::ExpectedArrayEnd => "expected a comma, or ] at the end of the list",
        Error::ExpectedBoolean => "expected true or false",
        Error::ExpectedComma => "expected a comma before this",
        Error::ExpectedFloat | Error::FloatUnderscore => "expected a number",
        Error::ExpectedInteger | Error::UnderscoreAtBeginning => "expected a whole number",
        Error::ExpectedMap => "expected { } with entries such as \"name\": value",
        Error::ExpectedMapColon => "expected a colon and a value",
        Error::ExpectedMapEnd => "expected a comma, or } at the end of the entries",
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => "expected ( with fields after it",
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => "expected a comma, or ) at the end",
        Error::ExpectedString => "expected text in quotation marks",
        Error::ExpectedStringEnd => "this text never ends; expected a closing quotation mark",
        Error::ExpectedIdentifier => "expected the name of a field, or ) at the end",
        Error::IntegerOutOfBounds => "this number is too large or too small here",
        Error::TrailingCharacters => "the plan has ended before this; expected the end of the file",
        Error::UnclosedBlockComment => "this comment never ends; expected */",
        Error::ExceededRecursionLimit => "brackets are nested deeper than in any plan; expected a value",
        _ => return None,
    })
}

/// Sentences of other libraries, shortened where they would confuse.
fn own_words(text: &str) -> String {
    let about_a_day = ["date", "year", "month", "day"].iter().any(|word| text.contains(word));
    if about_a_day && !text.starts_with("expected") {
        return "this is no day of the calendar; expected one such as \"2025-07-01\"".to_owned();
    }
    text.to_owned()
}

fn expected_words(expected: &str) -> &str {
    match expected {
        "f64" | "f32" => "a number",
        "i16" | "u8" | "u32" => "a whole number",
        other => other,
    }
}

fn found_words(found: &str) -> String {
    found
        .replace("the unsigned integer", "the whole number")
        .replace("the signed integer", "the whole number")
        .replace("the floating point number", "the number")
        .replace("the boolean ", "")
        .replace("the string", "the text")
        .replace("a unit value", "()")
        .replace("a sequence", "a list")
        .replace('`', "")
}

/// Which names there are; only the nearest if one is near.
fn instead(found: &str, known: &[&str]) -> String {
    let near = known.iter().map(|name| (distance(found, name), *name)).min();
    match near {
        Some((edits, name)) if edits <= 1 + found.len() / 4 => format!("did you mean {name}?"),
        Some(_) => format!("expected {}", one_of(known)),
        None => "expected nothing here".to_owned(),
    }
}

fn one_of(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

/// How many letters must be changed, added or dropped (Levenshtein), whatever their case.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, letter) in from.to_lowercase().chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in to.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}

/// Planners who type Chinese get full-width signs where the file needs half-width ones.
fn full_width_hint(rest: &str) -> Option<String> {
    let found = rest.chars().next()?;
    let wanted = match found {
        '，' | '、' => ",",
        '：' => ":",
        '（' => "(",
        '）' => ")",
        '［' | '【' => "[",
        '］' | '】' => "]",
        '｛' => "{",
        '｝' => "}",
        '“' | '”' | '＂' => "\"",
        _ => return None,
    };
    Some(format!("{found} is a full-width sign, write {wanted}"))
}
