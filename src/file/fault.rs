//! What is wrong with the text of a plan, and how it is said in a person's language. Names and signs of the file stay
//! as they stand in it.

use ron::error::Error;

use crate::plan::money::MoneyError;
use crate::plan::{FORMAT, estimate, money};
use crate::t;
use crate::words::{Words, clean, parse::either};

/// What is wrong with the text of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The bytes are no UTF-8 text.
    NotUtf8,
    /// It does not say which format it has.
    NoFormat,
    /// Formats begin with 1.
    FormatZero,
    /// Only a newer program reads its format; holds that format.
    NewerFormat(u64),
    /// A key stands in a map twice; holds the key.
    KeyTwice(String),
    /// A number that is infinite or none; holds it as it is written.
    NotFinite(String),
    /// An id without text.
    EmptyId,
    /// A range with only one of its ends.
    OneSidedRange,
    /// A cost that is received, or an income that is paid.
    PaidAndReceived,
    /// A text that is no amount of the plan's currency.
    Money(MoneyError),
    /// A text that is no day.
    NotADay,
    /// Whatever else the reader of RON found.
    Ron(Box<Error>),
}

impl Fault {
    /// What is wrong and what was expected, in one line in a person's language.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::NotUtf8 => words.text("files-not-utf8"),
            Self::NoFormat => t!(words, "files-no-format", format = FORMAT),
            Self::FormatZero => t!(words, "files-format-zero", format = FORMAT),
            Self::NewerFormat(found) => {
                t!(words, "files-newer-format", found = found.to_string(), format = FORMAT)
            }
            Self::KeyTwice(key) => t!(words, "files-key-twice", key = shown(key)),
            Self::NotFinite(number) => t!(words, "files-infinite", number = shown(number)),
            Self::EmptyId => words.text("files-empty-id"),
            Self::OneSidedRange => words.text("files-one-sided-range"),
            Self::PaidAndReceived => words.text("files-paid-and-received"),
            Self::Money(MoneyError::NotANumber) => words.text("files-not-money"),
            Self::Money(MoneyError::Unclear(meant)) => {
                t!(words, "files-money-unclear", meant = either(words, meant))
            }
            Self::Money(MoneyError::TooManyDigits(most)) => {
                t!(words, "files-money-digits", most = u32::from(*most))
            }
            Self::Money(MoneyError::TooLarge) => words.text("files-money-too-large"),
            Self::NotADay => words.text("files-not-a-day"),
            Self::Ron(error) => say_ron(error, words),
        }
    }
}

fn say_ron(error: &Error, words: &Words) -> String {
    match error {
        Error::InvalidValueForType { expected, found } => instead_of(expected, &found_words(found, words), words),
        Error::NoSuchEnumVariant { expected, found, .. } => {
            t!(words, "files-unknown-choice", found = shown(found), instead = instead(found, expected, words))
        }
        Error::NoSuchStructField { expected, found, .. } => {
            t!(words, "files-unknown-field", found = shown(found), instead = instead(found, expected, words))
        }
        Error::MissingStructField { field, .. } => t!(words, "files-field-missing", field = *field),
        Error::DuplicateStructField { field, .. } => t!(words, "files-field-twice", field = *field),
        Error::InvalidIdentifier(found) | Error::SuggestRawIdentifier(found) => {
            t!(words, "files-no-field-name", found = shown(found))
        }
        Error::ExpectedDifferentStructName { expected, found } => {
            t!(words, "files-other-name", expected = *expected, found = shown(found))
        }
        Error::ExpectedNamedStructLike(name) if !name.is_empty() => t!(words, "files-expected-name", name = *name),
        Error::ExpectedStructName(name) => t!(words, "files-expected-name", name = shown(name)),
        Error::InvalidIntegerDigit { digit, .. } => t!(words, "files-no-digit", digit = shown(&digit.to_string())),
        Error::UnexpectedChar(found) => t!(words, "files-not-here", found = shown(&found.to_string())),
        _ => fixed_key(error)
            .map_or_else(|| t!(words, "files-not-understood", why = shown(&error.to_string())), |key| words.text(key)),
    }
}

/// The words that need nothing of the file.
fn fixed_key(error: &Error) -> Option<&'static str> {
    Some(match error {
        Error::Eof => "files-ends-early",
        Error::ExpectedArray => "files-expected-list",
        Error::ExpectedArrayEnd => "files-expected-list-end",
        Error::ExpectedAttribute | Error::ExpectedAttributeEnd | Error::NoSuchExtension(_) => "files-ron-header",
        Error::ExpectedBoolean => "files-expected-bool",
        Error::ExpectedComma => "files-expected-comma",
        Error::ExpectedFloat | Error::FloatUnderscore => "files-expected-number",
        Error::ExpectedInteger | Error::UnderscoreAtBeginning => "files-expected-integer",
        Error::ExpectedMap => "files-expected-map",
        Error::ExpectedMapColon => "files-expected-colon",
        Error::ExpectedMapEnd => "files-expected-map-end",
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => "files-expected-fields",
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => "files-expected-end",
        Error::ExpectedString => "files-expected-text",
        Error::ExpectedStringEnd => "files-endless-text",
        Error::ExpectedIdentifier => "files-expected-field",
        Error::InvalidEscape(_) => "files-escape",
        Error::IntegerOutOfBounds => "files-out-of-bounds",
        Error::TrailingCharacters => "files-ended-before",
        Error::UnclosedBlockComment => "files-endless-comment",
        Error::ExceededRecursionLimit => "files-too-deep",
        _ => return None,
    })
}

/// A value of another type. ron says in English which type a field has.
fn instead_of(expected: &str, found: &str, words: &Words) -> String {
    let key = match expected {
        money::EXPECTED => "files-money",
        estimate::EXPECTED => "files-estimate",
        "f32" | "f64" | "a 64-bit floating point number" => "files-number",
        integer if integer.ends_with("signed integer") => "files-integer",
        _ => return t!(words, "files-not-here", found = found.trim()),
    };
    t!(words, "files-other-type", expected = words.text(key), found = found)
}

/// What ron calls a value of another type, in a person's language; a bare sign of the file as it stands.
fn found_words(found: &str, words: &Words) -> String {
    let quoted = |start: &str| found.strip_prefix(start).map(|rest| shown(rest.trim_matches('`')));
    let number = ["the unsigned integer ", "the signed integer ", "the floating point number "];
    match found {
        "a sequence" => words.text("files-found-list"),
        "a map" => words.text("files-found-map"),
        "an optional value" => words.text("files-found-option"),
        "a unit value" => t!(words, "files-found-sign", sign = "()"),
        _ => {
            if let Some(text) = quoted("the string ") {
                t!(words, "files-found-text", text = text)
            } else if let Some(number) = number.into_iter().find_map(quoted) {
                t!(words, "files-found-number", number = number)
            } else {
                let sign = ["the boolean ", "the UTF-8 character ", "the byte string "].into_iter().find_map(quoted);
                t!(words, "files-found-sign", sign = sign.unwrap_or_else(|| shown(found)))
            }
        }
    }
}

/// Which names there are; only the nearest if one is near.
fn instead(found: &str, known: &[&str], words: &Words) -> String {
    // No name is that long, so that none is near: what stands there may be a whole file.
    let found = clean::excerpt(found, 100);
    let near = known.iter().map(|name| (distance(&found, name), *name)).min();
    match near {
        Some((edits, name)) if edits <= 1 + found.len() / 4 => t!(words, "files-did-you-mean", name = name),
        Some(_) => t!(words, "files-expected-names", names = one_of(known, words)),
        None => words.text("files-expected-nothing"),
    }
}

fn one_of(names: &[&str], words: &Words) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [rest @ .., last] => {
            t!(words, "files-or", names = rest.join(&words.text("files-list-comma")), last = *last)
        }
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

/// A piece of the file inside a sentence.
fn shown(piece: &str) -> String {
    one_line(piece, 100)
}

/// A broken file may bring anything into a message: line ends, control characters, a name of a million letters.
pub(super) fn one_line(text: &str, most: usize) -> String {
    let line = clean::excerpt(text, most);
    if line.contains(clean::steers) { line.escape_debug().to_string() } else { line.into_owned() }
}

/// The half-width sign a plan file needs where planners who type Chinese put a full-width one.
pub(super) fn half_width_sign(found: char) -> Option<&'static str> {
    Some(match found {
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
    })
}
