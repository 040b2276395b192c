//! A quick look over plan text before it is read: its version, its currency's digits, and what the reader itself
//! would let pass (a doubled map key, a number beyond all numbers). Tolerant: whatever it does not understand it
//! leaves to the reader, which then names the place.

use std::fmt::Write;

use super::fault::Fault;

/// Deeper than any plan; from here on the reader refuses the text.
const DEEPEST: usize = 128;

/// A piece of text as far as brackets, names and values go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(`, `[` or `{`.
    Open(u8),
    /// `)`, `]` or `}`.
    Close,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// Text in quotation marks.
    Text,
    /// A name, a number or anything else.
    Word,
}

/// A piece and where it stands, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// The pieces of a text, without space and comments.
pub(super) struct Tokens<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text: text.as_bytes(), at: 0 }
    }

    fn starts_with(&self, prefix: &[u8]) -> bool {
        self.text[self.at..].starts_with(prefix)
    }

    fn skip_space_and_comments(&mut self) {
        while let Some(byte) = self.text.get(self.at) {
            if byte.is_ascii_whitespace() {
                self.at += 1;
            } else if self.starts_with(b"//") {
                self.skip_until(b"\n");
            } else if self.starts_with(b"/*") {
                self.skip_block_comment();
            } else {
                return;
            }
        }
    }

    /// Moves behind the next `end`, or to the end of the text.
    fn skip_until(&mut self, end: &[u8]) {
        while self.at < self.text.len() && !self.starts_with(end) {
            self.at += 1;
        }
        self.at = (self.at + end.len()).min(self.text.len());
    }

    fn skip_block_comment(&mut self) {
        let mut depth = 0_usize;
        while self.at < self.text.len() {
            if self.starts_with(b"/*") {
                depth += 1;
                self.at += 2;
            } else if self.starts_with(b"*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return;
                }
            } else {
                self.at += 1;
            }
        }
    }

    fn skip_quoted(&mut self) {
        self.at += 1;
        while let Some(byte) = self.text.get(self.at) {
            match byte {
                b'"' => {
                    self.at += 1;
                    return;
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at = self.text.len();
    }

    /// Skips `r"…"` and `r#"…"#`; false, and stays, where none begins.
    fn skip_raw(&mut self) -> bool {
        let hashes = self.text[self.at + 1..].iter().take_while(|byte| **byte == b'#').count();
        if self.text.get(self.at + 1 + hashes) != Some(&b'"') {
            return false;
        }
        let end: Vec<u8> = std::iter::once(b'"').chain(std::iter::repeat_n(b'#', hashes)).collect();
        self.at += hashes + 2;
        self.skip_until(&end);
        true
    }

    fn skip_word(&mut self) {
        let ends = |byte: &u8| byte.is_ascii_whitespace() || b"()[]{},:\"/".contains(byte);
        let rest = &self.text[self.at..];
        // A lone slash is a word too, otherwise the walk would not move on.
        self.at += rest.iter().position(ends).unwrap_or(rest.len()).max(1);
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.skip_space_and_comments();
        let start = self.at;
        let first = *self.text.get(start)?;
        self.at += 1;
        let kind = match first {
            b'(' | b'[' | b'{' => Kind::Open(first),
            b')' | b']' | b'}' => Kind::Close,
            b',' => Kind::Comma,
            b':' => Kind::Colon,
            _ => {
                self.at = start;
                if first == b'"' {
                    self.skip_quoted();
                    Kind::Text
                } else if first == b'r' && self.skip_raw() {
                    Kind::Text
                } else {
                    self.skip_word();
                    Kind::Word
                }
            }
        };
        self.at = self.at.min(self.text.len());
        Some(Token { kind, start, end: self.at })
    }
}

/// What a quick look finds.
#[derive(Debug, Default)]
pub(super) struct Scan<'a> {
    /// What stands at `format`, and where.
    pub format: Option<(&'a str, usize)>,
    /// What stands at `currency.digits`.
    pub digits: Option<&'a str>,
    /// The first thing the reader would let pass.
    pub finding: Option<Finding>,
}

/// Something the reader would let pass.
#[derive(Debug)]
pub(super) struct Finding {
    /// Where, in bytes.
    pub at: usize,
    /// The field.
    pub field: String,
    /// What it is.
    pub fault: Fault,
}

/// An open bracket: what stands before the colon just passed, or how many commas were passed.
struct Frame<'a> {
    bracket: u8,
    name: &'a str,
    index: usize,
    first_key: usize,
}

struct Scanner<'a> {
    text: &'a str,
    frames: Vec<Frame<'a>>,
    /// Keys of the open maps, with their places.
    keys: Vec<(&'a str, usize)>,
    found: Scan<'a>,
}

/// Looks a text over.
pub(super) fn scan(text: &str) -> Scan<'_> {
    scan_until(text, |found| found.finding.is_some() && found.format.is_some())
}

/// Looks a text over as far as its version and its currency's digits go: the first lines, if they stand where this
/// program writes them.
pub(super) fn scan_head(text: &str) -> Scan<'_> {
    scan_until(text, |found| found.format.is_some() && found.digits.is_some())
}

fn scan_until<'t>(text: &'t str, enough: impl Fn(&Scan<'t>) -> bool) -> Scan<'t> {
    let mut scanner = Scanner { text, frames: Vec::new(), keys: Vec::new(), found: Scan::default() };
    let mut pending = None;
    for token in Tokens::new(text) {
        let before = pending.take();
        match token.kind {
            Kind::Text | Kind::Word => pending = Some(token),
            Kind::Colon => scanner.name(before),
            Kind::Comma => scanner.comma(before),
            Kind::Open(bracket) if scanner.frames.len() < DEEPEST => scanner.open(bracket),
            Kind::Open(_) => break,
            Kind::Close => scanner.close(before),
        }
        if enough(&scanner.found) {
            break;
        }
    }
    scanner.found
}

impl Scanner<'_> {
    fn open(&mut self, bracket: u8) {
        self.frames.push(Frame { bracket, name: "", index: 0, first_key: self.keys.len() });
    }

    fn name(&mut self, before: Option<Token>) {
        let (Some(token), Some(frame)) = (before, self.frames.last_mut()) else { return };
        frame.name = &self.text[token.start..token.end];
        if frame.bracket == b'{' {
            self.keys.push((frame.name, token.start));
        }
    }

    fn comma(&mut self, before: Option<Token>) {
        self.value(before);
        if let Some(frame) = self.frames.last_mut() {
            frame.name = "";
            frame.index += 1;
        }
    }

    fn close(&mut self, before: Option<Token>) {
        self.value(before);
        let Some(frame) = self.frames.pop() else { return };
        let keys = &mut self.keys[frame.first_key..];
        keys.sort_unstable();
        let twice = keys.windows(2).find(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1]);
        self.keys.truncate(frame.first_key);
        if let Some((key, at)) = twice {
            self.find(at, Fault::KeyTwice(key.to_owned()));
        }
    }

    fn value(&mut self, before: Option<Token>) {
        let Some(token) = before else { return };
        let word = &self.text[token.start..token.end];
        match self.frames.as_slice() {
            [only] if only.name == "format" => self.found.format = Some((word, token.start)),
            [top, inner] if top.name == "currency" && inner.name == "digits" => self.found.digits = Some(word),
            _ => {}
        }
        if token.kind == Kind::Word && is_not_finite(word) {
            self.find(token.start, Fault::NotFinite(word.to_owned()));
        }
    }

    fn find(&mut self, at: usize, fault: Fault) {
        if self.found.finding.is_none() {
            self.found.finding = Some(Finding { at, field: self.field(), fault });
        }
    }

    /// The place in the plan as planners write it: `allocation.channels[3].spend`.
    fn field(&self) -> String {
        let mut field = String::new();
        for frame in &self.frames {
            if frame.bracket == b'[' {
                // Writing to a String never fails.
                let _ = write!(field, "[{}]", frame.index);
            } else if !frame.name.is_empty() {
                if !field.is_empty() {
                    field.push('.');
                }
                field.push_str(frame.name.trim_matches('"'));
            }
        }
        field
    }
}

/// Whether a word reads as a number that is infinite or none: `inf`, `NaN`, `1e999`.
fn is_not_finite(word: &str) -> bool {
    let unsigned = word.trim_start_matches(['+', '-']);
    match unsigned.as_bytes().first() {
        Some(b'i' | b'N') => matches!(unsigned, "inf" | "inff32" | "inff64" | "NaN" | "NaNf32" | "NaNf64"),
        Some(b'0'..=b'9' | b'.') if word.len() > 300 || word.contains(['e', 'E']) => {
            let digits = unsigned.trim_end_matches("f64").trim_end_matches("f32").replace('_', "");
            digits.parse::<f64>().is_ok_and(|number| !number.is_finite())
        }
        _ => false,
    }
}
