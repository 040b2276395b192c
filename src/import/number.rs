//! Numbers of a report's column. Whether a comma groups thousands or begins the fraction is decided by the whole column.

use std::borrow::Cow;

use crate::plan::decimal::{Decimal, Unread, half_width};

use super::exact::Exact;

/// What platforms write where there is no number.
const MISSING: [&str; 5] = ["", "-", "--", "—", "——"];

/// Signs and codes of currencies as they stand at numbers; longer ones first.
const CURRENCIES: [(&str, &str); 20] = [
    ("NT$", "TWD"),
    ("US$", "USD"),
    ("HK$", "HKD"),
    ("A$", "AUD"),
    ("S$", "SGD"),
    ("CNY", "CNY"),
    ("USD", "USD"),
    ("EUR", "EUR"),
    ("HKD", "HKD"),
    ("GBP", "GBP"),
    ("JPY", "JPY"),
    ("RMB", "CNY"),
    ("人民币", "CNY"),
    ("¥", "CNY"),
    ("￥", "CNY"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₹", "INR"),
    ("元", "CNY"),
];

/// The mark before the fraction of a column's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `1,234.56`
    Point,
    /// `1.234,56`, `1 234,56`
    Comma,
}

impl Mark {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// The mark that a cell proves; `None` where it may be read both ways.
#[must_use]
pub fn proof_of(cell: &str) -> Option<Mark> {
    proof(&figure(cell))
}

/// A cell that platforms write as most numbers are written: digits, one mark before the fraction, the other between thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plain {
    /// The number.
    pub number: Exact,
    /// What the cell proves of its column.
    pub proof: Option<Mark>,
}

/// Reads a plain cell in one pass over its bytes. `None` for anything else, which [`read`] may still read: what is a
/// number here is the same there.
#[must_use]
pub fn plain(cell: &[u8], mark: Mark, is_count: bool) -> Option<Plain> {
    let (point, comma) = if mark == Mark::Point { (b'.', b',') } else { (b',', b'.') };
    let (negative, digits) = cell.strip_prefix(b"-").map_or((false, cell), |digits| (true, digits));
    // How many digits stand in front, in the group, behind the point.
    let (mut size, mut all, mut groups, mut run, mut places) = (0_i64, 0_u8, 0_u8, 0_u8, None);
    for byte in digits {
        match *byte {
            // One digit more may be too much for the sum.
            b'0'..=b'9' if all == 18 => return None,
            digit @ b'0'..=b'9' => {
                size = size * 10 + i64::from(digit - b'0');
                (all, run) = (all + 1, run + 1);
            }
            mark if mark == comma && places.is_none() && group_ends(groups, run, digits) => {
                (groups, run) = (groups + 1, 0);
            }
            mark if mark == point && places.is_none() && (groups == 0 || run == 3) => {
                (places, run) = (Some(all), 0);
            }
            _ => return None,
        }
    }
    if all == 0 || (groups > 0 && places.is_none() && run != 3) {
        return None;
    }
    let fraction = places.map_or(0, |before| all - before);
    let number = Exact::new(if negative { -size } else { size }, fraction)?;
    let may_group = groups == 0 && fraction == 3 && all > 3 && all <= 6 && !digits.starts_with(b"0");
    let proof = match (groups, places) {
        (0, None) => None,
        (0, Some(_)) if may_group && is_count => Some(mark.other()),
        (0, Some(_)) => (!may_group).then_some(mark),
        (1, None) => is_count.then_some(mark),
        _ => Some(mark),
    };
    Some(Plain { number, proof })
}

fn group_ends(groups: u8, run: u8, digits: &[u8]) -> bool {
    if groups == 0 { (1..=3).contains(&run) && !digits.starts_with(b"0") } else { run == 3 }
}

/// Reads a cell; `None` where the platform says that there is no number.
///
/// # Errors
/// Says why the text is no number, and what may have been meant.
pub fn read(cell: &str, mark: Mark) -> Result<Option<Decimal>, Unread> {
    let figure = figure(cell);
    if MISSING.contains(&figure.as_str()) {
        return Ok(None);
    }
    let (figure, percent) = figure.strip_suffix('%').map_or((figure.as_str(), 0), |figure| (figure.trim_end(), -2));
    let figure = match mark {
        Mark::Point => Cow::Borrowed(figure),
        Mark::Comma => Cow::Owned(swapped(figure)),
    };
    let read = Decimal::read(&ungrouped(&figure).unwrap_or(figure.into_owned()));
    read.map(|number| Some(number.shifted(percent)))
}

/// Whether a cell says that there is no number or no name.
#[must_use]
pub fn is_missing(cell: &str) -> bool {
    MISSING.contains(&half_width(cell).trim())
}

/// The currency whose sign or code stands at a number.
#[must_use]
pub fn currency_at(cell: &str) -> Option<&'static str> {
    let half = half_width(cell);
    let text = half.trim().trim_start_matches(['-', '(']).trim();
    let (_, code) = CURRENCIES.into_iter().find(|(sign, _)| text.starts_with(sign) || text.ends_with(sign))?;
    Some(code)
}

/// A figure without marks that [`Decimal`] does not know as such: apostrophes (`1'234`), lakhs (`1,00,000`), 万 (`1,0000`).
fn ungrouped(figure: &str) -> Option<String> {
    let end =
        figure.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '\'' | '’' | ' '))).unwrap_or(figure.len());
    let begin = figure.find(|c: char| c.is_ascii_digit())?;
    let (whole, tail) = (figure.get(begin..end)?.trim_end(), figure.get(end..)?);
    let mark = whole.chars().find(|c| !c.is_ascii_digit())?;
    let lengths: Vec<usize> = whole.split(mark).map(str::len).collect();
    let (first, rest) = lengths.split_first()?;
    let (last, middle) = rest.split_last()?;
    let each = |length: usize| middle.iter().all(|group| *group == length);
    let right = match mark {
        _ if !whole.chars().all(|c| c.is_ascii_digit() || c == mark) || whole.starts_with('0') => false,
        '\'' | '’' => (1..=3).contains(first) && *last == 3 && each(3),
        ',' => {
            ((1..=2).contains(first) && *last == 3 && !middle.is_empty() && each(2))
                || ((1..=4).contains(first) && *last == 4 && each(4))
        }
        _ => false,
    };
    right.then(|| format!("{}{}{tail}", figure.get(..begin).unwrap_or_default(), whole.replace(mark, "")))
}

/// What one cell proves: two kinds of marks, one mark twice, or a mark behind which no group of thousands stands.
fn proof(figure: &str) -> Option<Mark> {
    let (points, commas) = (figure.matches('.').count(), figure.matches(',').count());
    match (points, commas) {
        (0, 0) => None,
        (1.., 1..) if figure.rfind('.') > figure.rfind(',') => Some(Mark::Point),
        (1.., 1..) | (2.., 0) => Some(Mark::Comma),
        (0, 2..) => Some(Mark::Point),
        (1, 0) => (!may_group(figure, '.')).then_some(Mark::Point),
        (0, _) => (!may_group(figure, ',')).then_some(Mark::Comma),
    }
}

/// Whether the one mark of a figure may group thousands.
fn may_group(figure: &str, mark: char) -> bool {
    let Some((whole, rest)) = figure.split_once(mark) else { return false };
    let whole = whole.trim_start_matches(['-', '+', ' ']);
    let behind = rest.chars().take_while(char::is_ascii_digit).count();
    (1..=3).contains(&whole.len()) && !whole.starts_with('0') && behind == 3
}

fn swapped(figure: &str) -> String {
    let swap = |c| match c {
        '.' => ',',
        ',' => '.',
        c => c,
    };
    figure.chars().map(swap).collect()
}

/// The number of a cell without the currency around it, with its sign in front. 万 stays: it is part of the number.
/// Brackets around an amount are a minus.
fn figure(cell: &str) -> String {
    let half = half_width(cell);
    let text = half.trim();
    let (sign, rest) = match text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        Some(inner) => ("-", inner),
        None if text.len() > 1 && !text.starts_with("--") => {
            text.strip_prefix('-').map_or(("", text), |rest| ("-", rest))
        }
        None => ("", text),
    };
    let mut rest = rest.trim();
    while let Some(shorter) = without_one(rest) {
        rest = shorter.trim();
    }
    match rest.strip_prefix('-') {
        Some(size) if sign.is_empty() && rest.len() < text.len() && size.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("-{size}")
        }
        _ => format!("{sign}{rest}"),
    }
}

fn without_one(text: &str) -> Option<&str> {
    CURRENCIES.into_iter().find_map(|(sign, _)| text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cents(cell: &str, mark: Mark) -> Option<i64> {
        read(cell, mark).expect("a number").map(|number| number.units(2).expect("cents"))
    }

    #[test]
    fn a_figure_of_too_many_digits_is_no_plain_number() {
        let digits = |count| plain("9".repeat(count).as_bytes(), Mark::Point, false);
        assert!(digits(18).is_some());
        assert!((19..25).all(|count| digits(count).is_none()));
    }

    #[test]
    fn currency_and_units_change_nothing_but_the_size() {
        for cell in ["1,234.56", "¥1,234.56", "￥1,234.56", "US$ 1,234.56", "1 234.56 元", "CNY 1234.56", " 1234.56元 "]
        {
            assert_eq!(cents(cell, Mark::Point), Some(123_456), "{cell}");
        }
        for cell in ["1.234,56 €", "1\u{202f}234,56\u{a0}€", "EUR 1234,56"] {
            assert_eq!(cents(cell, Mark::Comma), Some(123_456), "{cell}");
        }
        assert_eq!(cents("1.2万", Mark::Point), Some(1_200_000));
        assert_eq!(cents("1.2 万元", Mark::Point), Some(1_200_000));
        assert_eq!(cents("-$5", Mark::Point), Some(-500));
        assert_eq!(cents("29.00%", Mark::Point), Some(29));
    }

    #[test]
    fn thousands_are_grouped_in_many_ways() {
        for cell in ["1'234'567.89", "1’234’567.89", "12,34,567.89", "123,4567.89", "1 234 567.89", "1,234,567.89"]
        {
            assert_eq!(cents(cell, Mark::Point), Some(123_456_789), "{cell}");
        }
        assert_eq!(cents("($1,234.50)", Mark::Point), Some(-123_450));
        assert_eq!(cents("$-12.50", Mark::Point), Some(-1_250));
        assert!(read("1,23", Mark::Point).is_err());
        assert!(read("1,23,45", Mark::Point).is_err());
    }

    #[test]
    fn a_currency_is_known_by_its_sign() {
        let signs = [("¥1", "CNY"), ("￥ 1", "CNY"), ("1 €", "EUR"), ("-$5", "USD"), ("US$5", "USD"), ("5元", "CNY")];
        for (cell, code) in signs {
            assert_eq!(currency_at(cell), Some(code), "{cell}");
        }
        assert_eq!(currency_at("5"), None);
    }

    #[test]
    fn every_sign_is_known_on_both_sides_of_its_number() {
        for (sign, code) in CURRENCIES {
            for cell in [format!("{sign} 5"), format!("5 {sign}"), format!("-{sign}5"), format!("({sign}5)")] {
                assert_eq!(currency_at(&cell), Some(code), "{cell}");
                assert_eq!(cents(&cell, Mark::Point).map(i64::abs), Some(500), "{cell}");
            }
        }
    }

    #[test]
    fn a_count_with_a_mark_groups_thousands() {
        let proof = |cell: &str, mark| plain(cell.as_bytes(), mark, true).expect("plain").proof;
        assert_eq!(proof("1,234", Mark::Point), Some(Mark::Point));
        assert_eq!(proof("1.234", Mark::Point), Some(Mark::Comma));
        assert_eq!(proof("1234", Mark::Point), None);
        assert_eq!(plain(b"1.234", Mark::Point, false).expect("plain").proof, None);
    }

    #[test]
    fn missing_is_no_zero() {
        for cell in ["", " --", "--", "-", " "] {
            assert_eq!(read(cell, Mark::Point), Ok(None), "{cell:?}");
        }
        assert_eq!(cents("0", Mark::Point), Some(0));
        assert!(read("n/a", Mark::Point).is_err());
    }

    #[test]
    fn a_mark_behind_which_no_thousands_stand_begins_the_fraction() {
        for (cell, mark) in [("12.50", Mark::Point), ("1,234,567", Mark::Point), ("1,234.5", Mark::Point)] {
            assert_eq!(proof_of(cell), Some(mark), "{cell}");
        }
        for (cell, mark) in [("12,50", Mark::Comma), ("0,5", Mark::Comma), ("1.234.567", Mark::Comma)] {
            assert_eq!(proof_of(cell), Some(mark), "{cell}");
        }
        for cell in ["1,234", "1.234", "5", "--"] {
            assert_eq!(proof_of(cell), None, "{cell}");
        }
    }

    proptest! {
        #[test]
        fn a_number_in_any_grouping_is_the_same(units in 0i64..1_000_000_000_000, group in 0usize..4, negative: bool) {
            let (separator, point, mark) = [(",", ".", Mark::Point), ("", ".", Mark::Point), (".", ",", Mark::Comma),
                (" ", ",", Mark::Comma)][group];
            let whole = (units / 100).to_string();
            let first = whole.len() % 3;
            let mut groups: Vec<&str> = if first > 0 { vec![&whole[..first]] } else { vec![] };
            groups.extend((first..whole.len()).step_by(3).map(|at| &whole[at..at + 3]));
            let sign = if negative { "-" } else { "" };
            let cell = format!("{sign}{}{point}{:02}", groups.join(separator), units % 100);
            prop_assert_eq!(proof_of(&cell), Some(mark));
            prop_assert_eq!(cents(&cell, mark), Some(if negative { -units } else { units }));
            if separator != " " {
                let plain = plain(cell.as_bytes(), mark, false).expect("plain");
                prop_assert_eq!(plain.number.minor(2), Some(if negative { -units } else { units }));
                prop_assert_eq!(plain.proof, Some(mark));
            }
        }

        #[test]
        fn the_quick_reader_says_what_the_other_says(cell in "-?[0-9]{0,4}[.,]?[0-9]{0,4}[.,]?[0-9]{0,4}", comma: bool) {
            let mark = if comma { Mark::Comma } else { Mark::Point };
            if let Some(plain) = plain(cell.as_bytes(), mark, false) {
                let number = read(&cell, mark).expect("a number").expect("a number");
                prop_assert_eq!(Exact::of(&number), Some(plain.number));
                prop_assert_eq!(plain.proof, proof_of(&cell));
            }
        }
    }
}
