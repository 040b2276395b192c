//! Pages as a printer gets them: those that are chosen, copy after copy, in black and white if asked for.
//!
//! All of it is in the pages themselves, because a queue without a driver passes on the bytes and looks at no option.

use std::ops::RangeInclusive;

use super::{Mark, Page, Pages};
use crate::t;
use crate::words::Words;

/// More copies than this are a slip of the finger.
pub const MOST_COPIES: usize = 99;

/// How pages are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    /// Which pages, counted from 1, in this order; empty is all.
    pub ranges: Vec<RangeInclusive<usize>>,
    /// How often, at least once.
    pub copies: usize,
    /// Whether both sides of a sheet are printed on.
    pub two_sided: bool,
    /// Whether colours become grey.
    pub grey: bool,
}

impl Default for Print {
    fn default() -> Self {
        Self { ranges: Vec::new(), copies: 1, two_sided: false, grey: false }
    }
}

/// Why ranges of pages cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadRanges {
    /// It is not of the form `1-2,4`.
    Form,
    /// There is no page of this number.
    NoPage(usize),
}

impl BadRanges {
    /// What is wrong with a text, of `all` pages.
    #[must_use]
    pub fn say(self, text: &str, all: usize, words: &Words) -> String {
        match self {
            Self::Form => t!(words, "printing-pages-wrong", text = text),
            Self::NoPage(page) => t!(words, "printing-no-pages", pages = page.to_string(), all = all.to_string()),
        }
    }
}

/// Reads ranges such as `1-2,4`; nothing is all pages.
///
/// # Errors
/// [`BadRanges::Form`] where it is something else.
pub fn ranges(text: &str) -> Result<Vec<RangeInclusive<usize>>, BadRanges> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let number = |text: &str| {
        let text = text.trim();
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|number| digits && *number > 0).ok_or(BadRanges::Form)
    };
    let range = |part: &str| {
        let (first, last) = part.split_once(['-', '–', '－']).unwrap_or((part, part));
        let (first, last) = (number(first)?, number(last)?);
        if first <= last { Ok(first..=last) } else { Err(BadRanges::Form) }
    };
    text.split([',', '，', '、']).map(range).collect()
}

impl Pages {
    /// The pages as they are printed. Printed pages are looked at, not read aloud, so they have no structure.
    ///
    /// # Errors
    /// [`BadRanges::NoPage`] where a chosen page does not exist.
    pub fn to_print(&self, print: &Print) -> Result<Self, BadRanges> {
        let all = self.pages.len();
        if let Some(beyond) = print.ranges.iter().find(|range| *range.end() > all) {
            return Err(BadRanges::NoPage((*beyond.start()).max(all + 1)));
        }
        let whole = [1..=all];
        let ranges = if print.ranges.is_empty() { &whole } else { print.ranges.as_slice() };
        let chosen = ranges.iter().cloned().flatten().filter_map(|number| self.pages.get(number - 1));
        let mut copy: Vec<Page> = chosen.map(printed).collect();
        let copies = print.copies.max(1);
        if print.two_sided && copies > 1 && copy.len() % 2 == 1 {
            // The next copy begins on a sheet of its own.
            copy.push(Page::default());
        }
        let pages = std::iter::repeat_n(copy, copies).flatten().collect();
        let printed = Self { pages, structure: Vec::new(), ..self.clone() };
        Ok(if print.grey { printed.in_grey() } else { printed })
    }
}

fn printed(page: &Page) -> Page {
    Page { marks: page.marks.iter().map(|mark| Mark { node: None, shape: mark.shape.clone() }).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_people_write_them() {
        assert_eq!(ranges("1-2,4"), Ok(vec![1..=2, 4..=4]));
        assert_eq!(ranges(" 3 ， 1–2 "), Ok(vec![3..=3, 1..=2]));
        assert_eq!(ranges(""), Ok(vec![]));
        for wrong in ["0", "2-1", "x", "1-", "-", ",", "1,,2", "+1", "99999999999999999999999", "1-2-3"] {
            assert_eq!(ranges(wrong), Err(BadRanges::Form), "{wrong}");
        }
    }
}
