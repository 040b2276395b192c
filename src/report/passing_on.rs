//! Passing on in words: how many more each ten people bring, and where that goes.

use crate::calc::ripple::Outcome;
use crate::t;
use crate::words::{Words, number};

/// One sentence about a ripple's reproduction number; `None` without a share step. `limited` says whether only so many
/// people can be reached at all.
#[must_use]
pub fn in_words(words: &Words, outcome: &Outcome, limited: bool) -> Option<String> {
    if outcome.generations.is_empty() {
        return None;
    }
    let more = number::trimmed(outcome.reproduction * 10.0, 1);
    Some(if outcome.reproduction <= 0.0 {
        words.text("ripple-nobody-passes-on")
    } else if let Some(rounds) = outcome.fades_after(limited) {
        t!(words, "ripple-fades", more = more, n = rounds)
    } else if limited {
        t!(words, "ripple-grows-to-limit", more = more)
    } else {
        t!(words, "ripple-grows", more = more)
    })
}
