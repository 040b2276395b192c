//! Numbers of a report's column. Whether a comma groups thousands or begins the fraction is decided by the whole column.

use crate::plan::decimal::{Decimal, Unread, half_width};

/// What platforms write where there is no number.
const MISSING: [&str; 5] = ["", "-", "--", "—", "——"];

/// What stands around an amount and changes nothing of it; longer ones first. 万 stays: it is part of the number.
const AROUND: [&str; 15] =
    ["US$", "CNY", "USD", "EUR", "HKD", "GBP", "JPY", "RMB", "人民币", "¥", "￥", "$", "€", "£", "元"];

/// The mark before the fraction of a column's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `1,234.56`
    Point,
    /// `1.234,56`, `1 234,56`
    Comma,
}

/// The mark that the cells of a column prove; `None` where they may be read both ways, or prove both.
#[must_use]
pub fn mark_of<'a>(cells: impl IntoIterator<Item = &'a str>) -> Option<Mark> {
    let mut found = None;
    for mark in cells.into_iter().filter_map(|cell| proof(&figure(cell))) {
        if found.is_some_and(|other| other != mark) {
            return None;
        }
        found = Some(mark);
    }
    found
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
    let read = match mark {
        Mark::Point => Decimal::read(figure),
        Mark::Comma => Decimal::read(&swapped(figure)),
    };
    read.map(|number| Some(number.shifted(percent)))
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

/// The number of a cell without the currency around it, with its sign in front.
fn figure(cell: &str) -> String {
    let half = half_width(cell);
    let (sign, rest) = match half.trim() {
        text if text.len() > 1 && !text.starts_with("--") => {
            text.strip_prefix('-').map_or(("", text), |rest| ("-", rest))
        }
        text => ("", text),
    };
    let mut rest = rest.trim();
    while let Some(shorter) = without_one(rest) {
        rest = shorter.trim();
    }
    format!("{sign}{rest}")
}

fn without_one(text: &str) -> Option<&str> {
    AROUND.into_iter().find_map(|unit| text.strip_prefix(unit).or_else(|| text.strip_suffix(unit)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cents(cell: &str, mark: Mark) -> Option<i64> {
        read(cell, mark).expect("a number").map(|number| number.units(2).expect("cents"))
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
    fn missing_is_no_zero() {
        for cell in ["", " --", "--", "-", " "] {
            assert_eq!(read(cell, Mark::Point), Ok(None), "{cell:?}");
        }
        assert_eq!(cents("0", Mark::Point), Some(0));
        assert!(read("n/a", Mark::Point).is_err());
    }

    #[test]
    fn the_column_decides_what_a_comma_is() {
        assert_eq!(mark_of(["1,234", "12.50"]), Some(Mark::Point));
        assert_eq!(mark_of(["1,234", "12,50"]), Some(Mark::Comma));
        assert_eq!(mark_of(["1.234", "0,5"]), Some(Mark::Comma));
        assert_eq!(mark_of(["1,234,567"]), Some(Mark::Point));
        assert_eq!(mark_of(["1.234.567"]), Some(Mark::Comma));
        assert_eq!(mark_of(["1,234", "5", "--"]), None);
        assert_eq!(mark_of(["1,5", "1.5"]), None);
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
            prop_assert_eq!(mark_of([cell.as_str()]), Some(mark));
            prop_assert_eq!(cents(&cell, mark), Some(if negative { -units } else { units }));
        }
    }
}
