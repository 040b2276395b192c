//! How wide columns are and how high rows, for what stands in them.

use std::collections::BTreeMap;

use unicode_width::UnicodeWidthStr;

use super::super::sheet::{Kind, Outcome, Rank, Sheet, Value};
use crate::words::number;

/// Columns of words are at most this wide, in characters; longer words take more lines.
const WIDEST_FIRST: usize = 42;
pub(super) const NARROWEST: usize = 7;

/// Width of each column in characters, for what stands in it and a little more.
pub(super) fn widths(sheet: &Sheet, digits: usize) -> BTreeMap<u16, usize> {
    let mut widths: BTreeMap<u16, usize> = BTreeMap::new();
    for (place, cell) in &sheet.cells {
        let need = match (cell.rank, &cell.value) {
            (Rank::Title | Rank::Section | Rank::Note, _) | (_, Value::Empty) => continue,
            (Rank::Head, Value::Words(words)) => heading_width(words),
            (_, Value::Words(words) | Value::Live(_, Outcome::Words(words))) => {
                words.width().min(widest(sheet, place.col))
            }
            (_, Value::Day(_)) => 10,
            (_, Value::Number(number) | Value::Live(_, Outcome::Number(number))) => {
                number_width(*number, cell.kind, digits)
            }
        };
        let bold = usize::from(matches!(cell.rank, Rank::Group | Rank::Total));
        let width = widths.entry(place.col).or_insert(NARROWEST);
        *width = (*width).max(need + 2 + bold);
    }
    widths
}

fn widest(sheet: &Sheet, col: u16) -> usize {
    match col {
        0 => WIDEST_FIRST,
        _ => sheet.widest,
    }
}

/// Headings may take two lines.
fn heading_width(words: &str) -> usize {
    let longest = words.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
    let is_chinese = !words.is_ascii();
    let half = words.width().div_ceil(2) + 2;
    if is_chinese { half.min(words.width()) } else { longest.max(half) }
}

fn number_width(value: f64, kind: Kind, digits: usize) -> usize {
    let decimals = match kind {
        Kind::Money => digits,
        Kind::Whole => 0,
        Kind::Day => return 10,
        Kind::Percent | Kind::Rate => return 8,
        Kind::Words | Kind::Count => 1,
        Kind::Factor | Kind::Answer => 2,
    };
    number::count(value, decimals).chars().count() + 1
}

/// Lines that words take in so many characters: they break at spaces, and Chinese anywhere.
pub(super) fn lines_of(words: &str, width: usize) -> usize {
    let width = width.max(1);
    let (mut lines, mut used) = (1, 0);
    for word in words.split(' ') {
        let need = word.width();
        if used > 0 && used + 1 + need <= width {
            used += 1 + need;
        } else {
            lines += usize::from(used > 0) + need.saturating_sub(1) / width;
            used = if need > width { need % width } else { need };
        }
    }
    lines
}

/// Excel allows 409 points.
#[allow(clippy::cast_precision_loss)] // a few lines
pub(super) fn height(lines: usize) -> f64 {
    const LINE: usize = 15;
    (lines * LINE + 1).min(400) as f64
}
