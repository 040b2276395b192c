//! Names of months, in English, German, French and Chinese.

use super::Token;

/// Without accents; a month may be cut behind its third letter.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janvier"],
    &["february", "februar", "fevrier"],
    &["march", "marz", "maerz", "mars", "mrz"],
    &["april", "avril"],
    &["may", "mai"],
    &["june", "juni", "juin"],
    &["july", "juli", "juillet"],
    &["august", "aout"],
    &["september", "septembre"],
    &["october", "oktober", "octobre"],
    &["november", "novembre"],
    &["december", "dezember", "decembre"],
];

/// The number of a month, from 1.
pub(super) fn month_number(name: &str) -> Option<u32> {
    let plain: String = name
        .chars()
        .map(|c| match c {
            'é' | 'è' | 'ê' => 'e',
            'û' | 'ü' => 'u',
            'ä' => 'a',
            c => c,
        })
        .collect();
    let is_long_enough = plain.len() >= 3;
    let at = MONTHS.iter().position(|names| is_long_enough && names.iter().any(|full| full.starts_with(&plain)))?;
    u32::try_from(at + 1).ok()
}

/// `一月`, `十二月`.
pub(super) fn in_chinese(signs: &[Token]) -> Option<u32> {
    let signs = signs.iter().map(|token| if let Token::Sign(sign) = token { Some(*sign) } else { None });
    let text: String = signs.collect::<Option<String>>()?;
    let number = text.strip_suffix("份").unwrap_or(&text).strip_suffix('月')?;
    let names = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    let at = names.iter().position(|name| *name == number)?;
    u32::try_from(at + 1).ok()
}
