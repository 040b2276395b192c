//! The pieces of a text: signs, words, numbers, texts in quotation marks. Before each of them there may be space.

use super::NotPlain;

/// A text and how far it has been read.
pub(super) struct Pieces<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Pieces<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// How far the text has been read, in bytes.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The text from a place on, up to here.
    pub fn since(&self, start: usize) -> &'t str {
        &self.text[start..self.at]
    }

    fn rest(&self) -> &'t [u8] {
        &self.text.as_bytes()[self.at..]
    }

    /// Passes bytes while they are of a kind, and gives them. The kind must be of ASCII.
    fn pass(&mut self, of_kind: impl Fn(u8) -> bool) -> &'t str {
        let start = self.at;
        let rest = self.rest();
        self.at += rest.iter().position(|byte| !of_kind(*byte)).unwrap_or(rest.len());
        &self.text[start..self.at]
    }

    /// The next byte that is no space.
    pub fn peek(&mut self) -> Option<u8> {
        /// Lines begin with many of them.
        const SPACES: &[u8; 8] = b"        ";
        let text = self.text.as_bytes();
        while let Some(byte) = text.get(self.at) {
            match byte {
                b' ' if text[self.at..].starts_with(SPACES) => self.at += SPACES.len(),
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                _ => return Some(*byte),
            }
        }
        None
    }

    /// Passes a sign if it comes next.
    pub fn take(&mut self, sign: u8) -> bool {
        let comes = self.peek() == Some(sign);
        self.at += usize::from(comes);
        comes
    }

    pub fn require(&mut self, sign: u8) -> Result<(), NotPlain> {
        if self.take(sign) { Ok(()) } else { Err(NotPlain) }
    }

    /// Nothing may follow.
    pub fn end(&mut self) -> Result<(), NotPlain> {
        if self.peek().is_none() { Ok(()) } else { Err(NotPlain) }
    }

    /// Passes a word, if one comes next: a letter, then letters, digits and underscores.
    pub fn word(&mut self) -> Option<&'t str> {
        let begins = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
        begins(self.peek()?).then(|| self.pass(|byte| byte.is_ascii_alphanumeric() || byte == b'_'))
    }

    /// The word that comes next, not passed.
    pub fn peek_word(&mut self) -> Option<&'t str> {
        let word = self.word()?;
        self.at -= word.len();
        Some(word)
    }

    /// Whether a bracket comes next and the name of a field in it.
    pub fn opens_fields(&mut self) -> bool {
        let start = self.at;
        let opens = self.take(b'(') && self.word().is_some() && self.take(b':');
        self.at = start;
        opens
    }

    /// Passes what may be a number.
    pub fn number(&mut self) -> &'t str {
        self.peek();
        self.pass(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'))
    }

    /// Passes a text in quotation marks and gives what stands between them, escapes and all.
    pub fn quoted(&mut self) -> Result<&'t str, NotPlain> {
        self.require(b'"')?;
        let start = self.at;
        loop {
            self.pass_all_but_quote_and_escape();
            match self.rest().first().ok_or(NotPlain)? {
                b'"' => break,
                // What comes behind cannot end the text. It may be a part of a sign; then it is none of our escapes.
                _ => self.at = (self.at + 2).min(self.text.len()),
            }
        }
        let raw = self.text.get(start..self.at).ok_or(NotPlain)?;
        self.at += 1;
        Ok(raw)
    }

    fn pass_all_but_quote_and_escape(&mut self) {
        let rest = self.rest();
        self.at += rest.iter().position(|byte| matches!(byte, b'"' | b'\\')).unwrap_or(rest.len());
    }
}

/// A text without its escapes. The escapes are those of the writer.
pub(super) fn unescaped(raw: &str) -> Result<String, NotPlain> {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, escape)) = rest.split_once('\\') {
        text.push_str(before);
        let (sign, behind) = sign(escape).ok_or(NotPlain)?;
        text.push(sign);
        rest = behind;
    }
    text.push_str(rest);
    Ok(text)
}

/// The sign an escape stands for, and what comes behind it.
fn sign(escape: &str) -> Option<(char, &str)> {
    let mut chars = escape.chars();
    let sign = match chars.next()? {
        sign @ ('"' | '\\' | '\'') => sign,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        'u' => {
            let (digits, behind) = chars.as_str().strip_prefix('{')?.split_once('}')?;
            let digits = Some(digits).filter(|digits| digits.len() <= 6 && !digits.starts_with('+'))?;
            return Some((char::from_u32(u32::from_str_radix(digits, 16).ok()?)?, behind));
        }
        _ => return None,
    };
    Some((sign, chars.as_str()))
}
