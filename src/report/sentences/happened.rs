//! What happened, and which months count by it where a result rests on them.

use crate::calc::Rest;
use crate::calc::track::verdict::Verdict;
use crate::plan::{Money, Period, Plan};
use crate::t;
use crate::words::{Words, names, number};

/// From so many times its curve on, percent say less than how many times.
const MANY_TIMES: f64 = 3.0;

/// The name of a month of the period, 0 for the first, with its year where the period has more than one of that name.
#[must_use]
pub fn month_name(words: &Words, period: &Period, month: u32) -> String {
    if period.months > 12 {
        return number::month_of(words, period, month);
    }
    names::month_name(period.month_start(month).month(), words)
}

/// How far money and registrations are, and where that leads: figures as they are shown.
#[derive(Clone, Debug)]
pub struct SoFar {
    /// The last month that is over.
    pub month: String,
    /// The share of the money that is spent.
    pub spend: String,
    /// The share of the registrations that are won.
    pub registrations: String,
    /// How far the goal is reached; `None` without a goal.
    pub reached: Option<String>,
    /// How likely it is reached; `None` where that is not drawn.
    pub chance: Option<String>,
}

impl SoFar {
    /// The one sentence, without a full stop.
    #[must_use]
    pub fn say(self, words: &Words) -> String {
        let Self { month, spend, registrations, reached, chance } = self;
        let so_far = t!(words, "track-sentence", month = month, spend = spend, registrations = registrations);
        match (reached, chance) {
            (None, _) => so_far,
            (Some(reached), None) => t!(words, "track-sentence-goal", so_far = so_far, reached = reached),
            (Some(reached), Some(chance)) => {
                t!(words, "track-sentence-likely", so_far = so_far, reached = reached, chance = chance)
            }
        }
    }
}

/// What the difference between a channel and its curve says; `of_curve` is what it won as a share of what its curve buys.
#[must_use]
pub fn off_curve(words: &Words, verdict: Verdict, of_curve: Option<f64>) -> String {
    let part = of_curve.unwrap_or(1.0);
    let percent = number::percent(words.language(), (part - 1.0).abs(), 0);
    match verdict {
        Verdict::More if part >= MANY_TIMES => {
            t!(words, "track-times", times = number::short(words.language(), part))
        }
        Verdict::More => t!(words, "track-more", percent = percent),
        Verdict::Less => t!(words, "track-less", percent = percent),
        Verdict::WithinChance => words.text("track-within-chance"),
        Verdict::TooLittle => words.text("track-too-little"),
        Verdict::Unknown => String::new(),
    }
}

/// The same, and how many of the months that are over are known where some are not.
#[must_use]
pub fn with_known(words: &Words, says: String, known: u32, over: u32) -> String {
    if known >= over {
        return says;
    }
    let known = t!(words, "track-known", known = known, over = over);
    if says.is_empty() { known } else { t!(words, "track-says-and", says = says, known = known) }
}

/// The last of the months that are over, in words: "May"; `None` where none is.
#[must_use]
pub fn last_month(words: &Words, period: &Period, over: usize) -> Option<String> {
    let last = u32::try_from(over).ok()?.checked_sub(1)?;
    Some(month_name(words, period, last))
}

/// What is spent before the months that are left, and how many these are: a better split is about them alone.
#[must_use]
pub fn what_is_left(words: &Words, plan: &Plan, rest: &Rest) -> Option<String> {
    let spent = Money::total(rest.channels.iter().flatten().map(|ahead| ahead.spent)).unwrap_or(Money::LARGEST);
    what_is_left_after(words, plan, rest, spent)
}

/// The same where more is spent than what channels have: own shares of events, too.
#[must_use]
pub fn what_is_left_after(words: &Words, plan: &Plan, rest: &Rest, spent: Money) -> Option<String> {
    let month = last_month(words, &plan.period, rest.from as usize)?;
    let spent = number::amount_named(words, &plan.currency, spent);
    let left = rest.months - rest.from;
    Some(t!(words, "report-what-is-left", month = month, spent = spent, n = left, left = left.to_string()))
}

/// One sentence for those who see a result that rests on what happened; `None` where no month is over.
#[must_use]
pub fn counts(words: &Words, period: &Period, over: usize) -> Option<String> {
    last_month(words, period, over).map(|month| t!(words, "report-happened-counts", month = month))
}
