//! Bytes of a report to text: by mark, by where the zeros stand, by what is valid; never by the name of the file.

use std::borrow::Cow;
use std::cmp::Ordering;

use encoding_rs::{DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes that are looked at to tell UTF-16 without a mark.
const LOOKED_AT: usize = 4096;

/// Why bytes are no text of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoText {
    /// Neither UTF-8 nor UTF-16 nor GB18030 reads all of it; holds what was tried last.
    Unreadable(&'static str),
    /// It holds a zero character, which no table does.
    Binary,
}

/// The text of a report, and its encoding by the name JSON has for it (`utf-8`, `utf-16le`, `utf-16be`, `gb18030`).
/// UTF-8 is borrowed: a large report is not held twice.
///
/// # Errors
/// Says why the bytes are no text.
pub fn text_of(bytes: &[u8]) -> Result<(Cow<'_, str>, &'static str), NoText> {
    let (encoding, mark) = Encoding::for_bom(bytes).map_or((None, 0), |(encoding, mark)| (Some(encoding), mark));
    let unmarked = bytes.get(mark..).unwrap_or_default();
    let encoding = encoding.or_else(|| utf_16(unmarked));
    // Valid UTF-8 is hardly ever anything else.
    let plain = match encoding {
        Some(encoding) if encoding != UTF_8 => None,
        _ => UTF_8.decode_without_bom_handling_and_without_replacement(unmarked),
    };
    let encoding = if plain.is_some() { UTF_8 } else { encoding.unwrap_or(GB18030) };
    let name = name_of(encoding);
    let text = plain.or_else(|| decoded(encoding, unmarked).map(Cow::Owned)).ok_or(NoText::Unreadable(name))?;
    if text.contains('\0') { Err(NoText::Binary) } else { Ok((text, name)) }
}

/// Piece by piece: the decoder by itself sets aside, and fills, three bytes for each that it reads.
fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len());
    let mut piece = vec![0; 1 << 16];
    let mut rest = bytes;
    loop {
        let (ended, read, written) = decoder.decode_to_utf8_without_replacement(rest, &mut piece, true);
        text.push_str(std::str::from_utf8(piece.get(..written)?).ok()?);
        rest = rest.get(read..)?;
        match ended {
            DecoderResult::InputEmpty => return Some(text),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => return None,
        }
    }
}

/// UTF-16 without a mark: digits and delimiters have a zero byte, always on the same side, and characters such as 一
/// (U+4E00) more rarely one on the other. In other encodings no text has one.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let looked_at = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let (mut first, mut second) = (0, 0);
    for pair in looked_at.chunks_exact(2) {
        if let [one, other] = pair {
            first += usize::from(*one == 0);
            second += usize::from(*other == 0);
        }
    }
    match first.cmp(&second) {
        Ordering::Less => Some(UTF_16LE),
        Ordering::Greater => Some(UTF_16BE),
        Ordering::Equal => None,
    }
}

fn name_of(encoding: &'static Encoding) -> &'static str {
    match encoding {
        e if e == UTF_16LE => "utf-16le",
        e if e == UTF_16BE => "utf-16be",
        e if e == GB18030 => "gb18030",
        _ => "utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utf_16_of(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn read(bytes: &[u8]) -> (String, &'static str) {
        let (text, name) = text_of(bytes).expect("text");
        (text.into_owned(), name)
    }

    #[test]
    fn the_same_report_reads_the_same_in_every_encoding() {
        // 一 ends in a zero byte, as the digits begin with one.
        let report = "日期,推广计划,消费\r\n2026-05-01,一一品牌词,\"1,234.50\"\r\n";
        let expected = |name| (report.to_owned(), name);
        assert_eq!(read(report.as_bytes()), expected("utf-8"));
        assert_eq!(read(format!("\u{feff}{report}").as_bytes()), expected("utf-8"));
        assert_eq!(read(&GB18030.encode(report).0), expected("gb18030"));
        for mark in ["", "\u{feff}"] {
            let marked = format!("{mark}{report}");
            assert_eq!(read(&utf_16_of(&marked, u16::to_le_bytes)), expected("utf-16le"));
            assert_eq!(read(&utf_16_of(&marked, u16::to_be_bytes)), expected("utf-16be"));
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(text_of(&[0xff, 0x80, 0x31]), Err(NoText::Unreadable("gb18030")));
        assert_eq!(text_of(b"a\0\0b"), Err(NoText::Binary));
        assert_eq!(text_of(b""), Ok(("".into(), "utf-8")));
    }

    #[test]
    fn utf_8_is_not_copied() {
        assert!(matches!(text_of("花费".as_bytes()), Ok((Cow::Borrowed(_), _))));
    }

    proptest! {
        #[test]
        fn a_table_with_digits_survives_gb18030_and_utf_16(cell in "[一-龥a-zé€]{0,40}") {
            let report = format!("消费,{cell}\n1,2\n");
            prop_assert_eq!(&read(&GB18030.encode(&report).0).0, &report);
            prop_assert_eq!(&read(&utf_16_of(&report, u16::to_le_bytes)).0, &report);
        }
    }
}
