//! Passing on in words: how many more so many people bring, and where that leads.

use crate::calc::ripple::{MOST_ROUNDS, PassingOn, RippleReport};
use crate::t;
use crate::words::{Words, number};

/// One sentence about a ripple's reproduction number; `None` where nobody off site is reached.
#[must_use]
pub fn in_words(words: &Words, report: &RippleReport) -> Option<String> {
    let [people, more] = bring(report.outcome.reproduction);
    Some(match report.passing_on? {
        PassingOn::OneRound => words.text("ripple-nobody-passes-on"),
        PassingOn::Fades { round } => {
            let rounds = number::count(round, 0);
            t!(words, "ripple-fades", people = people, more = more, n = round, rounds = rounds)
        }
        PassingOn::Ends { reached, limit } if reached >= limit - 0.5 => {
            t!(words, "ripple-ends-with-all", people = people, more = more, limit = number::count(limit, 0))
        }
        PassingOn::Ends { reached, limit } => {
            let about = number::significant(reached, 3);
            let reached = number::count(if about < limit { about } else { reached }, 0);
            let limit = number::count(limit, 0);
            t!(words, "ripple-ends", people = people, more = more, reached = reached, limit = limit)
        }
        PassingOn::Stays => t!(words, "ripple-stays", people = people, more = more),
        PassingOn::Grows => t!(words, "ripple-grows", people = people, more = more),
        PassingOn::Lasts => {
            let rounds = number::count(f64::from(MOST_ROUNDS), 0);
            t!(words, "ripple-lasts", people = people, more = more, rounds = rounds)
        }
    })
}

/// Ten people bring seven: so many people that what they bring says it to a hundredth in whole people, and visibly
/// fewer or more than they are.
fn bring(reproduction: f64) -> [String; 2] {
    let reproduction = number::rounded(reproduction, 12);
    let more = |people: f64| number::rounded(reproduction * people, 0);
    let tells = |people: &f64| {
        let is_near = (more(*people) / *people - reproduction).abs() <= 0.01 * reproduction;
        is_near && more(*people) >= 1.0 && more(*people).total_cmp(people) == reproduction.total_cmp(&1.0)
    };
    let people = (1..=9).map(|power| 10_f64.powi(power)).find(tells).unwrap_or(1e9);
    [number::count(people, 0), number::count(more(people), 0)]
}
