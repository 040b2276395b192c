//! Text on its way out of the program: to a terminal, into a file, onto the clipboard, into a title. Names and notes
//! come from files of others; what steers a terminal or turns the order of letters round must not travel with them.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether a character steers the device that shows a text instead of being shown: controls (C0, DEL and C1, with
/// which escape sequences begin), separators of lines and paragraphs, and Unicode's `Bidi_Control`.
#[must_use]
pub fn steers(c: char) -> bool {
    is_break(c) || is_bidi_control(c)
}

/// The text as one line of plain text: controls and line breaks between words become one space, bidi controls go.
/// What stood behind a control stays, as in `[31m`: it is harmless then, and shows that something was there.
#[must_use]
pub fn one_line(text: &str) -> String {
    let shown: String = text.chars().filter(|c| !is_bidi_control(*c)).collect();
    shown.split(is_break).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A piece of somebody's text inside a sentence: so many of its characters at most.
#[must_use]
pub fn excerpt(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => text.into(),
        Some((end, _)) => format!("{}…", &text[..end]).into(),
    }
}

/// A sentence whose middle goes where it has more than so many characters: a file may bring a name of a million
/// letters into it. Where it begins stands what happened and where, at its end how to mend it.
#[must_use]
pub fn without_middle(sentence: &str, most: usize) -> Cow<'_, str> {
    let (begin, end) = (most - most / 4, most / 4);
    let Some((cut, _)) = sentence.char_indices().nth(begin) else { return sentence.into() };
    match sentence[cut..].char_indices().rev().nth(end) {
        None => sentence.into(),
        Some((left_out, sign)) => {
            format!("{}…{}", &sentence[..cut], &sentence[cut + left_out + sign.len_utf8()..]).into()
        }
    }
}

/// A title as the name of a file: what no system takes in one becomes a dash, and what is too long for one goes. Empty
/// where nothing is left.
#[must_use]
pub fn file_name(title: &str) -> String {
    let is_taken = |c: char| matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let mut name = one_line(title).replace(is_taken, "-");
    // Systems count bytes and end at 255; an extension follows.
    while name.len() > 200 {
        name.pop();
    }
    // A dot at the beginning hides a file, one at the end is lost on Windows.
    name.trim_matches(|c: char| c == '.' || c.is_whitespace()).to_owned()
}

/// JSON as it may be shown: the same values, with every character that steers written as `\u….` JSON's own form is
/// plain ASCII, so such a character stands inside a text.
#[must_use]
pub fn json(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if steers(c) && c != '\n' {
            // All of them lie in the basic plane, so that one escape each is enough. Writing to a String never fails.
            let _ = write!(safe, "\\u{:04x}", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

fn is_break(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Unicode's property `Bidi_Control`: marks, embeddings, overrides and isolates.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_is_left() {
        let all: String = (0..0x3000).filter_map(char::from_u32).filter(|c| steers(*c)).collect();
        assert_eq!(all.chars().count(), 65 + 2 + 12, "C0, DEL and C1; two separators; twelve bidi controls");
        assert_eq!(one_line(&all), "");
        assert_eq!(one_line("Launch\u{1b}[31m week\r\nby \u{202e}nuL\u{202c}"), "Launch [31m week by nuL");
        assert_eq!(one_line("发布周 👩‍💻 2.0"), "发布周 👩‍💻 2.0");
    }

    #[test]
    fn a_long_text_is_cut_at_its_letters() {
        assert_eq!(excerpt("涟漪规划", 4), "涟漪规划");
        assert_eq!(excerpt("涟漪规划", 3), "涟漪规…");
        assert_eq!(excerpt("", 0), "");
        assert_eq!(without_middle("abcdefgh", 8), "abcdefgh");
        assert_eq!(without_middle("abcdefghi", 8), "abcdef…hi");
        assert_eq!(without_middle(&"涟漪".repeat(1000), 8), "涟漪涟漪涟漪…涟漪");
    }

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        assert_eq!(file_name("Q1/Q2:\u{1b}[31m\u{202e} plan\nB?"), "Q1-Q2- [31m plan B-");
        assert_eq!(file_name(" ..涟漪 2026. "), "涟漪 2026");
        assert_eq!(file_name("../.."), "-");
        assert_eq!(file_name(" . "), "");
        assert_eq!(file_name(&"涟漪".repeat(60)), "涟漪".repeat(33));
    }

    #[test]
    fn json_keeps_its_values() {
        let name = "a\u{7f}\u{9b}31m\u{1b}[0m \u{202e}b\u{2028}\n涟漪";
        let plain = serde_json::to_string_pretty(&[name]).unwrap();
        let safe = json(&plain);
        assert!(safe.chars().all(|c| c == '\n' || !steers(c)), "{safe:?}");
        assert_eq!(serde_json::from_str::<[String; 1]>(&safe).unwrap(), [name]);
    }
}
