//! Numbers in Chinese: `三十万`, `两百五十`, `一亿二千万`, `1亿2000万`, `15w`.

use super::ratio::Ratio;
use crate::plan::decimal::Decimal;

/// Units and their powers of ten, the largest first.
const UNITS: [(char, usize); 5] = [('亿', 8), ('万', 4), ('千', 3), ('百', 2), ('十', 1)];

/// The text with all Chinese numerals in digits; `None` where it holds none.
pub(super) fn in_digits(text: &str) -> Option<String> {
    if !text.contains(is_chinese) {
        return None;
    }
    let usual: Vec<char> = text.replace("..", "–").chars().map(usual).collect();
    let (mut result, mut changed, mut at) = (String::new(), false, 0);
    while let Some(first) = usual.get(at) {
        let end = usual[at..].iter().position(|c| !is_part(*c)).map_or(usual.len(), |length| at + length);
        if end == at {
            result.push(*first);
            at += 1;
            continue;
        }
        let run: String = usual[at..end].iter().collect();
        let before = at.checked_sub(1).and_then(|before| usual.get(before));
        let stands_alone = [before, usual.get(end)].into_iter().flatten().all(|c| !is_word(*c));
        match digits(run.trim()).filter(|_| stands_alone) {
            Some(digits) => {
                changed |= run.trim() != digits || text.contains(['w', 'W']);
                result.push_str(&run.replacen(run.trim(), &digits, 1));
            }
            None => result.push_str(&run),
        }
        at = end;
    }
    changed.then_some(result)
}

fn is_chinese(c: char) -> bool {
    matches!(usual(c), '点' | '零') || digit(usual(c)).is_some() || power(usual(c)).is_some()
}

/// Part of a word, which no number touches; but for `至` and `到`, between two numbers.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '至' | '到')
}

fn is_part(c: char) -> bool {
    is_chinese(c) || c.is_ascii_digit() || matches!(c, '.' | ',' | ' ')
}

/// Formal and traditional forms in their usual ones.
fn usual(c: char) -> char {
    match c {
        'w' | 'W' | '萬' => '万',
        '億' => '亿',
        '仟' => '千',
        '佰' => '百',
        '拾' => '十',
        '點' => '点',
        '〇' => '零',
        c => c,
    }
}

fn power(unit: char) -> Option<usize> {
    UNITS.iter().find(|(other, _)| *other == unit).map(|(_, power)| *power)
}

fn digit(c: char) -> Option<i128> {
    Some(match c {
        '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '兩' | '贰' | '貳' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// A numeral in digits; a unit at its end stays, as it may count for both ends of a range.
fn digits(run: &str) -> Option<String> {
    if Decimal::read(run).is_ok() {
        return Some(run.to_owned());
    }
    let shown = |ratio: Ratio| ratio.rounded(12).and_then(|(text, rounded)| (!rounded).then_some(text));
    let large = |c: char| matches!(c, '亿' | '万');
    if let Some(before) = run.strip_suffix(large).filter(|before| !before.is_empty() && !before.contains(large)) {
        return Some(format!("{}{}", shown(value(before, &UNITS[2..])?)?, &run[before.len()..]));
    }
    shown(value(run, &UNITS)?)
}

/// The value of a numeral that is made with these units.
fn value(text: &str, units: &[(char, usize)]) -> Option<Ratio> {
    let text = text.trim();
    let Some(((unit, power), smaller)) = units.split_first() else { return figure(text) };
    let Some((before, after)) = text.rsplit_once(*unit) else { return value(text, smaller) };
    let count = match before {
        "" if *unit == '十' => Ratio::whole(1),
        // No unit counts tens, hundreds and thousands.
        before if *power < 4 => figure(before)?,
        before => value(before, smaller)?,
    };
    let size = Ratio::whole(10_i128.checked_pow(u32::try_from(*power).ok()?)?);
    count.times(size)?.plus(remainder(after, *power, smaller)?)
}

/// What stands behind a unit: below it, and where it is one digit alone, of the next unit: `三万五` is 35,000.
fn remainder(after: &str, power: usize, smaller: &[(char, usize)]) -> Option<Ratio> {
    let after = after.trim();
    let mut letters = after.chars();
    match (letters.next(), letters.next()) {
        (None, _) => return Some(Ratio::whole(0)),
        (Some(only), None) if !only.is_ascii_digit() => {
            return digit(only)?.checked_mul(10_i128.checked_pow(u32::try_from(power - 1).ok()?)?).map(Ratio::whole);
        }
        // `3万5` may be 35,000 and may be 30,005.
        (Some(_), None) => return None,
        _ => {}
    }
    let limit = 10_i128.checked_pow(u32::try_from(power).ok()?)?;
    let rest = value(after.strip_prefix('零').unwrap_or(after), smaller)?;
    Ratio::whole(limit).minus(rest)?.is_positive().then_some(rest)
}

/// Digits without a unit: one Chinese digit, a number in digits, and what follows a 点.
fn figure(text: &str) -> Option<Ratio> {
    let (whole, fraction) = text.split_once('点').unwrap_or((text, ""));
    let in_digits =
        |text: &str| text.chars().map(|c| digit(c).map(|digit| digit.to_string())).collect::<Option<String>>();
    let whole = match whole.chars().count() {
        1 => in_digits(whole).unwrap_or_else(|| whole.to_owned()),
        _ => whole.to_owned(),
    };
    if !whole.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ')) {
        return None;
    }
    if fraction.is_empty() {
        return Ratio::read(&whole).filter(|_| !text.contains('点'));
    }
    whole.bytes().all(|byte| byte.is_ascii_digit()).then_some(())?;
    Ratio::read(&format!("{whole}.{}", in_digits(fraction)?))
}
