//! What is wrong with the JSON of a question, in a person's language. serde says it in English and for programmers,
//! and only as text.

use serde_json::error::Category;

use crate::plan::estimate;
use crate::t;
use crate::words::Words;
use crate::words::clean::excerpt;

/// A name in a question may be a whole file.
const LONGEST_NAME: usize = 200;

/// A question that cannot be read: which field, what was expected, and where its form is described. `path` is the
/// field serde stopped at, `schema` the name of the question's schema.
pub(super) fn explain(words: &Words, schema: &str, path: &str, error: &serde_json::Error) -> String {
    let path = &*excerpt(path.trim_matches(['.', '?']), LONGEST_NAME);
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    let what = match error.classify() {
        Category::Eof | Category::Io => words.text("terminal-json-ends"),
        Category::Syntax if message == "number out of range" => named(words, path, words.text("files-out-of-bounds")),
        Category::Syntax => {
            let (line, column) = (error.line().to_string(), error.column().to_string());
            named(words, path, t!(words, broken_key(message), line = line, column = column))
        }
        Category::Data => about_a_field(words, path, message),
    };
    t!(words, "terminal-json", what = what, schema = schema)
}

/// The words for text that is no JSON.
fn broken_key(message: &str) -> &'static str {
    if message == "trailing characters" {
        "terminal-json-ended-before"
    } else if ["control character", "invalid escape", "lone ", "unexpected end of hex", "invalid unicode"]
        .iter()
        .any(|begin| message.starts_with(begin))
    {
        "terminal-json-escape"
    } else {
        "terminal-json-syntax"
    }
}

fn about_a_field(words: &Words, path: &str, message: &str) -> String {
    let (problem, expected) = message.rsplit_once(", expected ").unwrap_or((message, ""));
    let names = || quoted(expected).join(&words.text("files-list-comma"));
    let of = |start: &str| problem.strip_prefix(start).map(|rest| excerpt(rest.trim_matches('`'), LONGEST_NAME));
    if let Some(name) = of("missing field ") {
        return t!(words, "terminal-field-missing", field = inside(path, &name));
    }
    let (path, what) = if let Some(name) = of("unknown field ") {
        (inside(path, &name), t!(words, "terminal-json-unknown-field", names = names()))
    } else if let Some(name) = of("duplicate field ") {
        (path.to_owned(), t!(words, "files-field-twice", field = &*name))
    } else if let Some(value) = of("unknown variant ") {
        (path.to_owned(), t!(words, "terminal-not-one-of", value = &*value, allowed = names()))
    } else if let Some(found) = of("invalid type: ") {
        (path.to_owned(), other_type(words, expected, &found_words(words, &found)))
    } else if problem.starts_with("invalid length ") {
        (path.to_owned(), other_type(words, expected, &words.text("files-found-list")))
    } else if problem.starts_with("invalid value: integer ") {
        (path.to_owned(), words.text("files-out-of-bounds"))
    } else if problem == estimate::ONE_SIDED {
        (path.to_owned(), words.text("files-one-sided-range"))
    } else {
        (path.to_owned(), words.text("terminal-json-not-here"))
    };
    named(words, &path, what)
}

fn named(words: &Words, path: &str, what: String) -> String {
    if path.is_empty() { what } else { t!(words, "files-named", name = path, what = what) }
}

/// A field's path; serde has put its name there already, or not.
fn inside(path: &str, name: &str) -> String {
    if path.is_empty() || path == name || path.ends_with(&format!(".{name}")) {
        if path.is_empty() { name.to_owned() } else { path.to_owned() }
    } else {
        format!("{path}.{name}")
    }
}

/// The names between back quotes.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn other_type(words: &Words, expected: &str, found: &str) -> String {
    let key = match expected {
        "f32" | "f64" => "files-number",
        "a string" => "terminal-json-text",
        "a boolean" => "terminal-json-bool",
        "a sequence" => "files-found-list",
        estimate::EXPECTED => "terminal-json-estimate",
        integer if integer.starts_with(['u', 'i']) => "files-integer",
        object if object.starts_with("struct ") => "terminal-json-object",
        _ => return words.text("terminal-json-not-here"),
    };
    t!(words, "files-other-type", expected = words.text(key), found = found)
}

fn found_words(words: &Words, found: &str) -> String {
    let (kind, value) = found.split_once(' ').unwrap_or((found, found));
    match kind {
        "sequence" => words.text("files-found-list"),
        "map" => words.text("terminal-json-object"),
        "string" => t!(words, "files-found-text", text = value),
        "integer" => t!(words, "files-found-number", number = value.trim_matches('`')),
        "floating" => t!(words, "files-found-number", number = value.trim_start_matches("point ").trim_matches('`')),
        _ => t!(words, "files-found-sign", sign = value.trim_matches('`')),
    }
}
