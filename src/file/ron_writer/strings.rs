//! Texts in quotation marks.

/// Bytes before which a text needs a closer look: what is escaped, and the first bytes of the signs that may be.
const LOOK: [bool; 256] = {
    let mut look = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        look[byte] = true;
        byte += 1;
    }
    look[b'"' as usize] = true;
    look[b'\\' as usize] = true;
    look[0x7f] = true;
    look[0xc2] = true; // U+0080 to U+009f
    look[0xe2] = true; // U+2028 and U+2029
    look
};

/// Appends a text in quotation marks.
pub(super) fn quote(text: &mut String, value: &str) {
    text.push('"');
    if value.bytes().any(|byte| LOOK[usize::from(byte)]) {
        value.chars().for_each(|c| sign(text, c));
    } else {
        text.push_str(value);
    }
    text.push('"');
}

fn sign(text: &mut String, c: char) {
    match c {
        '"' | '\\' => text.extend(['\\', c]),
        // As Rust writes them: \n, \t, \u{7f}. Line ends of any kind: a text never spans lines.
        c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => text.extend(c.escape_debug()),
        c => text.push(c),
    }
}
