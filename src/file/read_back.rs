//! Reading a text back before it is saved, on two processors where the plan is large: half of its channels each.

use std::sync::Arc;
use std::thread;

use super::error::WriteError;
use super::ron_text::{explained, strict};
use crate::plan::money::with_digits;
use crate::plan::{Channel, Plan};

/// Below this size a second thread costs more than it saves.
const WORTH_TWO_THREADS: usize = 256 * 1024;
/// How the writer begins a channel, and how it ends their list. Texts inside a plan hold no line ends, so neither
/// can stand inside one.
const CHANNEL: &str = "\n            Channel(\n";
const END_OF_LIST: &str = "\n        ],\n";

/// Whether a text gives this very plan.
pub(super) fn read_back(text: &str, plan: &Plan) -> Result<(), WriteError> {
    let digits = plan.currency.digits;
    let same = match cut_in_two(text).filter(|_| text.len() > WORTH_TWO_THREADS) {
        Some((most, rest)) => read_halves(&most, &rest, digits).is_some_and(|read| read == *plan),
        None => with_digits(digits, || strict(text)).is_ok_and(|read: Plan| read == *plan),
    };
    if same { Ok(()) } else { Err(WriteError::ReadsDifferently { why: why(text, digits) }) }
}

/// What is different, found out slowly: it does not happen often.
fn why(text: &str, digits: u8) -> String {
    let read = with_digits(digits, || explained::<Plan>(text));
    read.err().map_or_else(|| "a value changes on the way".to_owned(), |error| error.to_string())
}

/// The plan's text without the later half of its channels, and these as a list of their own.
fn cut_in_two(text: &str) -> Option<(String, String)> {
    let middle = (text.len() / 2..text.len()).find(|at| text.is_char_boundary(*at))?;
    let cut = middle + text[middle..].find(CHANNEL)?;
    let end = cut + text[cut..].find(END_OF_LIST)?;
    let most = [&text[..cut], &text[end..]].concat();
    let rest = ["[", &text[cut..end], "]"].concat();
    Some((most, rest))
}

/// Both parts, put together again. Whatever goes wrong is "not the same".
fn read_halves(most: &str, rest: &str, digits: u8) -> Option<Plan> {
    let read_rest = || with_digits(digits, || strict::<Vec<Channel>>(rest)).ok();
    let (plan, channels) = thread::scope(|scope| {
        let rest = thread::Builder::new().spawn_scoped(scope, read_rest);
        let plan = with_digits(digits, || strict::<Plan>(most)).ok();
        // Without a second thread the first one does it all.
        let channels = rest.map_or_else(|_| read_rest(), |thread| thread.join().ok().flatten());
        (plan, channels)
    });
    let mut plan = plan?;
    Arc::make_mut(&mut plan.allocation).channels.extend(channels?);
    Some(plan)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::ron_text::unchecked_text;
    use super::*;
    use crate::plan::{Id, Money, Period, Task};

    fn plan(channels: usize) -> Plan {
        let mut plan = Plan::blank("大计划", Period { start: jiff::civil::date(2025, 7, 1), months: 3 });
        Arc::make_mut(&mut plan.allocation).channels =
            (0..channels).map(|i| Channel::new(Id::new(&format!("c-{i}")), CHANNEL, Task::A)).collect();
        plan
    }

    #[test]
    fn a_large_text_is_read_in_two_halves() {
        let plan = plan(3000);
        let text = unchecked_text(&plan).unwrap();
        assert!(text.len() > WORTH_TWO_THREADS);
        let (most, rest) = cut_in_two(&text).unwrap();
        assert!(most.len().abs_diff(rest.len()) < 4096, "halves");
        assert_eq!(read_halves(&most, &rest, 2), Some(plan.clone()));
        assert_eq!(read_back(&text, &plan), Ok(()));
    }

    #[test]
    fn a_difference_anywhere_is_noticed() {
        let right = plan(3000);
        let text = unchecked_text(&right).unwrap();
        for changed in [0, 1499, 1500, 2999] {
            let mut wrong = right.clone();
            Arc::make_mut(&mut wrong.allocation).channels[changed].spend = Money::from_minor(1).unwrap();
            assert!(read_back(&text, &wrong).is_err());
            Arc::make_mut(&mut wrong.allocation).channels.remove(changed);
            assert!(read_back(&text, &wrong).is_err());
        }
    }

    #[test]
    fn small_plans_need_no_second_thread() {
        for channels in [0, 1, 2] {
            let plan = plan(channels);
            assert_eq!(read_back(&unchecked_text(&plan).unwrap(), &plan), Ok(()));
        }
    }
}
