//! Whether a name is meant by what is typed, how well, and by which of its letters. Pure.

use std::collections::HashSet;

use super::spelling::{Letters, Name, Word, terms};

/// How well a name agrees with what is typed, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// The whole name.
    Name,
    /// A whole word, or several in a row.
    Word,
    /// The name begins like that.
    Prefix,
    /// A word and those after it begin like that.
    Row,
    /// Words begin like that, with others between them.
    Beginnings,
    /// First letters of words.
    Initials,
    /// Letters anywhere, in this order.
    Letters,
}

/// How well a name agrees, and what decides among equals: where it begins, and how long the name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Score {
    pub(super) fit: Fit,
    pub(super) begins: u8,
    pub(super) length: u16,
}

/// What is typed, ready to be compared.
#[derive(Clone, Debug)]
pub struct Typed {
    /// All letters in a row.
    whole: Term,
    /// What stands between spaces, where there are several.
    terms: Vec<Term>,
}

/// How well a place agrees with each of the terms.
#[derive(Clone, Debug, Default)]
pub(super) struct AtPlace(Vec<Option<Score>>);

/// Letters in a row.
#[derive(Clone, Debug)]
pub(super) struct Term {
    letters: Vec<char>,
    set: Letters,
}

/// No more letters are compared: places in what is typed are bits.
const MOST: usize = 60;

impl Typed {
    /// Takes apart what is typed; `None` where that is nothing.
    #[must_use]
    pub fn new(typed: &str) -> Option<Self> {
        let terms = terms(typed);
        let whole = Term::new(terms.concat())?;
        let terms = if terms.len() > 1 { terms.into_iter().filter_map(Term::new).collect() } else { Vec::new() };
        Some(Self { whole, terms })
    }

    pub(super) fn whole(&self) -> &Term {
        &self.whole
    }

    /// How well each term agrees with a place; asked once for all that stands there.
    pub(super) fn at_place(&self, names: &[Name]) -> AtPlace {
        let best = |term: &Term| names.iter().filter_map(|name| term.score(name)).min();
        AtPlace(self.terms.iter().map(|term| best(term).filter(|score| score.fit < Fit::Initials)).collect())
    }

    /// How well a name agrees; its terms may stand in any order, and some may name the place instead.
    pub(super) fn score(&self, name: &Name, place: &AtPlace) -> Option<Score> {
        let whole = self.whole.score(name);
        if whole.is_some_and(|score| score.fit <= Fit::Row) || self.terms.is_empty() {
            return whole;
        }
        let mut in_name = false;
        let each = self.terms.iter().enumerate().map(|(at, term)| {
            let own = term.score(name).filter(|score| score.fit < Fit::Letters);
            in_name |= own.is_some();
            own.or_else(|| place.0.get(at).copied().flatten())
        });
        let worst = each.reduce(|a, b| Some(a?.max(b?))).flatten();
        let apart = worst.filter(|_| in_name).map(|score| Score { fit: score.fit.max(Fit::Beginnings), ..score });
        [whole, apart].into_iter().flatten().min()
    }

    /// Whether a name agrees.
    #[must_use]
    pub fn agrees(&self, name: &Name) -> bool {
        self.score(name, &AtPlace::default()).is_some()
    }

    /// Whether a name agrees by beginnings of its words, be they single letters.
    #[must_use]
    pub fn begins(&self, name: &Name) -> bool {
        self.score(name, &AtPlace::default()).is_some_and(|score| score.fit < Fit::Letters)
    }

    /// The characters of a text that agree, from the first to the last.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<usize> {
        let name = Name::new(text);
        if let Some(marks) = self.whole.marks(&name) {
            return marks;
        }
        let mut marks: Vec<usize> = self.terms.iter().filter_map(|term| term.marks(&name)).flatten().collect();
        marks.sort_unstable();
        marks.dedup();
        marks
    }
}

impl Term {
    fn new(mut letters: Vec<char>) -> Option<Self> {
        letters.truncate(MOST);
        let set = Letters::of(&letters);
        (!letters.is_empty()).then_some(Self { letters, set })
    }

    /// How many letters it has.
    pub(super) fn length(&self) -> usize {
        self.letters.len()
    }

    fn end(&self) -> u64 {
        1 << self.letters.len()
    }

    /// Whether a name holds all letters, and perhaps agrees.
    pub(super) fn may_be_in(&self, letters: Letters) -> bool {
        letters.has(self.set)
    }

    fn score(&self, name: &Name) -> Option<Score> {
        if !self.may_be_in(name.letters()) {
            return None;
        }
        let words = name.words();
        let rows = (0..words.len()).filter_map(|begins| Some((self.row(&words[begins..], begins == 0)?, begins)));
        let scattered = || if name.is_sentence() { None } else { self.scattered(words) };
        let (fit, begins) = rows.min().or_else(|| Some((scattered()?, 0)))?;
        let begins = u8::try_from(begins).unwrap_or(u8::MAX);
        Some(Score { fit, begins, length: name.length() })
    }

    /// Whether words from the first one on are typed one after the other, the last one perhaps in part.
    fn row(&self, words: &[Word], is_first: bool) -> Option<Fit> {
        // Bit n: the first n letters are words that are typed whole.
        let mut typed: u64 = 1;
        for (index, word) in words.iter().enumerate() {
            let mut next = 0;
            for at in places(typed) {
                let rest = &self.letters[at..];
                if word.taken(rest).letters == rest.len() && !word.whole(rest).any(|length| length == rest.len()) {
                    return Some(if is_first { Fit::Prefix } else { Fit::Row });
                }
                next |= word.whole(rest).fold(0, |bits, length| bits | 1 << (at + length));
            }
            if next & self.end() != 0 {
                return Some(if is_first && index + 1 == words.len() { Fit::Name } else { Fit::Word });
            }
            typed = next;
            if typed == 0 {
                return None;
            }
        }
        None
    }

    /// Whether beginnings of words are typed, with words left out between them; or else letters anywhere.
    fn scattered(&self, words: &[Word]) -> Option<Fit> {
        let reached = self.reached(words, Reached::START);
        match reached.at(self.letters.len()) {
            Some(fit) => Some(fit),
            None => self.anywhere(words).then_some(Fit::Letters),
        }
    }

    /// How far one gets by beginnings of words, from where one is.
    pub(super) fn reached(&self, words: &[Word], from: Reached) -> Reached {
        let mut reached = from;
        for word in words {
            let before = reached;
            for at in places((before.by_initials | before.by_more) & (self.end() - 1)) {
                let taken = word.taken(&self.letters[at..]);
                for letters in 1..=taken.letters {
                    let is_initial = letters == 1 && !(taken.is_whole && taken.letters == 1);
                    let bit = 1 << (at + letters);
                    if is_initial && before.by_initials >> at & 1 == 1 {
                        reached.by_initials |= bit;
                    }
                    if !is_initial || before.by_more >> at & 1 == 1 {
                        reached.by_more |= bit;
                    }
                }
            }
        }
        reached
    }

    /// From where on these words are the rest of what is typed: bit n says that the first n letters may be something else.
    pub(super) fn left_for(&self, words: &[Word]) -> u64 {
        let is_rest = |at: &usize| {
            let from = Reached { by_initials: 1 << at, by_more: 0 };
            self.reached(words, from).at(self.letters.len()).is_some()
        };
        (1..self.letters.len()).filter(is_rest).fold(0, |bits, at| bits | 1 << at)
    }

    /// Whether the letters stand in the words in this order; the first begins one.
    fn anywhere(&self, words: &[Word]) -> bool {
        let mut reached: u64 = 1;
        for word in words {
            for (index, letter) in word.letters().iter().enumerate() {
                let from = if index > 0 { reached & !1 } else { reached };
                let here = places(from & (self.end() - 1)).filter(|at| self.letters[*at] == *letter);
                reached |= here.fold(0, |bits, at| bits | 1 << (at + 1));
            }
            if word.letters().is_empty() {
                let from = reached & (self.end() - 1);
                let on = places(from).flat_map(|at| (1..=word.taken(&self.letters[at..]).letters).map(move |n| at + n));
                reached |= on.fold(0, |bits, at| bits | 1 << at);
            }
        }
        self.letters.len() > 1 && reached & self.end() != 0
    }

    /// The characters of the name that agree.
    fn marks(&self, name: &Name) -> Option<Vec<usize>> {
        let words = name.words();
        let rows = (0..words.len()).filter_map(|begins| Some((self.row(&words[begins..], begins == 0)?, begins)));
        let path = match rows.min() {
            Some((_, begins)) => Path { term: self, words, skips: false, failed: HashSet::new() }.from(begins, 0),
            None => Path { term: self, words, skips: true, failed: HashSet::new() }.from(0, 0),
        };
        path.or_else(|| self.letters_of(words))
    }

    /// The places of letters anywhere, each as early as can be.
    fn letters_of(&self, words: &[Word]) -> Option<Vec<usize>> {
        let mut rest = self.letters.as_slice();
        let mut marks = Vec::new();
        for word in words {
            for (index, letter) in word.letters().iter().enumerate() {
                if rest.first() == Some(letter) && (index == 0 || !marks.is_empty()) {
                    marks.push(word.at + index);
                    rest = &rest[1..];
                }
            }
            if word.letters().is_empty() {
                let taken = word.taken(rest).letters;
                marks.extend((taken > 0).then_some(word.at));
                rest = &rest[taken..];
            }
        }
        (rest.is_empty() && self.letters.len() > 1).then_some(marks)
    }
}

/// How far one got: bit n says that the first n letters are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reached {
    /// By a single letter of each word.
    by_initials: u64,
    /// By more of a word at least once.
    by_more: u64,
}

impl Reached {
    /// Nothing is typed yet.
    pub(super) const START: Self = Self { by_initials: 1, by_more: 0 };
    pub(super) const NOWHERE: Self = Self { by_initials: 0, by_more: 0 };

    /// How so many letters are reached, if they are.
    pub(super) fn at(self, letters: usize) -> Option<Fit> {
        self.at_any(1 << letters)
    }

    /// How one of these places is reached, if any is.
    pub(super) fn at_any(self, places: u64) -> Option<Fit> {
        if self.by_more & places != 0 {
            Some(Fit::Beginnings)
        } else {
            (self.by_initials & places != 0).then_some(Fit::Initials)
        }
    }

    /// Only where something is typed already, and something left to type.
    pub(super) fn within(self, end: usize) -> Self {
        let inside = !(1 | 1 << end);
        Self { by_initials: self.by_initials & inside, by_more: self.by_more & inside }
    }
}

/// The bits that are set.
fn places(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(at)
    })
}

/// Looks for one way to type a term by words, the most letters of each first.
struct Path<'a> {
    term: &'a Term,
    words: &'a [Word],
    skips: bool,
    failed: HashSet<(usize, usize)>,
}

impl Path<'_> {
    fn from(&mut self, word: usize, at: usize) -> Option<Vec<usize>> {
        if at == self.term.letters.len() {
            return Some(Vec::new());
        }
        let here = self.words.get(word)?;
        if self.failed.contains(&(word, at)) {
            return None;
        }
        let rest = &self.term.letters[at..];
        let taken = here.taken(rest).letters;
        let all: Vec<usize> =
            if self.skips || taken == rest.len() { (1..=taken).rev().collect() } else { here.whole(rest).collect() };
        for letters in all {
            if let Some(mut behind) = self.from(word + 1, at + letters) {
                let marked = if here.letters().is_empty() { 1 } else { letters };
                behind.splice(0..0, here.at..here.at + marked);
                return Some(behind);
            }
        }
        let skipped = if self.skips { self.from(word + 1, at) } else { None };
        if skipped.is_none() {
            self.failed.insert((word, at));
        }
        skipped
    }
}

#[cfg(test)]
mod tests;
