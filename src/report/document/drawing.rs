//! Drawings as data: values in their units, labels in words, tones by role. No pixels and no colours: whoever shows a
//! drawing, paper or window, decides where things stand and how they look.

mod bars;
mod histogram;
mod months;

use crate::calc::ripple::StepKind;
use crate::plan::Task;
use crate::t;
use crate::words::names::level_name;
use crate::words::{Named, Words, number};

pub use bars::{MonthBar, MonthBars};
pub use histogram::{Bar, GoalLine, Histogram};
pub use months::{DatedMark, End, Gap, Months, Over};

/// A drawing with what it shows in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Its heading; empty where it stands below one already.
    pub title: String,
    /// What its values are, in a few words; may be empty.
    pub caption: String,
    /// What can be seen on it, for those who cannot see it.
    pub alternative: String,
    /// What is drawn.
    pub shape: Shape,
}

/// What a drawing is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Revenue month by month.
    Months(Box<Months>),
    /// What each month brings.
    MonthBars(MonthBars),
    /// How often a result comes out how high.
    Histogram(Histogram),
    /// A curve with points that stand out.
    Curve(Curve),
    /// The pyramid of customer relations.
    Pyramid(Pyramid),
    /// Bars that grow from step to step.
    Waterfall(Waterfall),
    /// Attention of topics over the planned time.
    Calendar(Calendar),
}

/// What a mark stands for; whoever paints it has a colour for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As important as text.
    Plain,
    /// In the background.
    Muted,
    /// What the drawing is about.
    Accent,
    /// One of the three tasks.
    Task(Task),
}

/// A value on an axis and how it is written there.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands, in the unit of the axis.
    pub at: f64,
    /// How it is written; may be empty.
    pub label: String,
}

/// An axis from its first value to its last.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The first value.
    pub from: f64,
    /// The last value, above the first.
    pub to: f64,
    /// Values that are marked.
    pub ticks: Vec<Tick>,
}

/// A curve over its axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The axis to the right.
    pub x: Axis,
    /// The axis upwards.
    pub y: Axis,
    /// The points of the line, from left to right.
    pub line: Vec<[f64; 2]>,
    /// Points that stand out.
    pub points: Vec<Point>,
}

/// A point that stands out on a curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Where it stands.
    pub at: [f64; 2],
    /// What it is called; may be empty.
    pub label: String,
    /// Plain is the present, accent what could be.
    pub tone: Tone,
}

/// The pyramid, level by level.
#[derive(Clone, Debug, PartialEq)]
pub struct Pyramid {
    /// Score from which a level holds, 0 to 1.
    pub threshold: f64,
    /// The levels, lowest first.
    pub levels: Vec<Level>,
}

/// How far a level has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelState {
    /// It holds, and all below it.
    Reached,
    /// The one to work on.
    Next,
    /// A level below it does not hold yet.
    Locked,
}

/// One level of the pyramid.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Number and name.
    pub name: String,
    /// What is to know about it.
    pub remark: String,
    /// How far it has come.
    pub state: LevelState,
    /// Mean of its answers, 0 to 1; `None` where nothing is answered.
    pub score: Option<f64>,
    /// The score as written.
    pub shown: String,
    /// How far its drawing is filled, 0 to 1: the score counted over all that is asked.
    pub filled: f64,
    /// How much of the drawing, on top of that, is open, 0 to 1: what is still to be answered. Nothing where nothing is.
    pub open: f64,
}

/// What is answered of a level.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Answered {
    /// Mean of its answers, 0 to 1; `None` where nothing is answered.
    pub score: Option<f64>,
    /// Criteria asked.
    pub criteria: usize,
    /// Criteria without an answer yet.
    pub open: usize,
}

/// Bars that stand on what the first one brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Waterfall {
    /// The steps in order.
    pub steps: Vec<Step>,
}

/// One bar: what the first step brings already, and what this one adds.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it is called.
    pub name: String,
    /// What the first step brings, as far as this one does.
    pub base: f64,
    /// What comes on top of it; 0 in the first step.
    pub added: f64,
    /// The addition as written; empty where there is none.
    pub added_shown: String,
    /// What stands above the bar.
    pub head: String,
    /// Accent is the step the drawing leads to.
    pub tone: Tone,
}

/// Attention over the planned time, in days from its start.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// Length in days.
    pub days: f64,
    /// Where each named month begins and ends, and its name.
    pub months: Vec<Month>,
    /// The axis upwards.
    pub y: Axis,
    /// The topics.
    pub topics: Vec<Attention>,
    /// All topics together.
    pub sum: Vec<[f64; 2]>,
    /// Attention from which an event is carried.
    pub carries_from: f64,
    /// Events that topics are to carry, earliest first.
    pub events: Vec<EventMark>,
}

/// A stretch of the calendar with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Month {
    /// Its first day.
    pub from: f64,
    /// The day after its last.
    pub to: f64,
    /// Its name.
    pub name: String,
}

/// The attention of one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Attention {
    /// What it is called.
    pub name: String,
    /// Its best day in words, and who owns it.
    pub detail: String,
    /// Day and height of its peak.
    pub peak: [f64; 2],
    /// Its curve.
    pub line: Vec<[f64; 2]>,
}

/// An event on the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct EventMark {
    /// Its day.
    pub day: f64,
    /// Attention on that day.
    pub attention: f64,
    /// What it is called.
    pub name: String,
    /// The attention as a share of the highest, as written.
    pub share: String,
    /// Whether that is enough.
    pub is_carried: bool,
}

/// Ticks of an axis that would be more than anybody reads.
const MOST_TICKS: usize = 100;

/// 1, 2, 2.5 or 5 times a power of ten, not less than `rough`.
#[must_use]
pub fn round_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|step| step * power).find(|step| *step >= rough * 0.999).unwrap_or(rough)
}

impl Axis {
    /// An axis from one value to the other, with about so many round ticks between them.
    #[must_use]
    pub fn between(from: f64, to: f64, count: u32, label: &dyn Fn(f64) -> String) -> Self {
        let to = if to > from { to } else { from + 1.0 };
        let step = round_step((to - from) / f64::from(count.max(1)));
        let first = (from / step - 1e-9).ceil();
        let at = (0_u32..).map(|number| (first + f64::from(number)) * step);
        let inside = at.take_while(|at| *at <= to + step * 1e-9).take(MOST_TICKS);
        Self { from, to, ticks: inside.map(|at| Tick { at, label: label(at) }).collect() }
    }

    /// An axis that begins and ends at a round tick around two values.
    #[must_use]
    pub fn around(low: f64, high: f64, count: u32, label: &dyn Fn(f64) -> String) -> Self {
        let high = if high > low { high } else { low + low.abs().max(1.0) };
        let step = round_step((high - low) / f64::from(count.max(1)));
        let (from, to) = ((low / step + 1e-9).floor() * step, (high / step - 1e-9).ceil() * step);
        Self::between(from, to, count.max(1) + 1, label)
    }
}

impl Answered {
    /// How much of a level is filled, and how much above that is open. A level all of whose answers are given is filled to
    /// its score; while some are open it may still come to stand anywhere in the open part.
    fn drawn(self) -> (f64, f64) {
        let Some(score) = self.score else { return (0.0, 0.0) };
        #[expect(clippy::cast_precision_loss, reason = "a few criteria")]
        let open = self.open as f64 / self.criteria.max(1) as f64;
        (score * (1.0 - open), open)
    }
}

impl Pyramid {
    /// The pyramid of answers from the lowest level up, of which so many levels are reached.
    #[must_use]
    pub fn of(words: &Words, threshold: f64, reached: u8, levels: &[Answered]) -> Self {
        let level = |(level, answered): (u8, &Answered)| {
            let score = answered.score;
            let (state, remark) = if level <= reached {
                (LevelState::Reached, words.text("pyramid-level-holds"))
            } else if level == reached + 1 {
                let short = score.map(|score| number::count(threshold - score, 2));
                let remark = match short {
                    Some(_) if answered.open > 0 => {
                        let given = (answered.criteria - answered.open).to_string();
                        t!(words, "pyramid-criteria-open", answered = given, count = answered.criteria.to_string())
                    }
                    Some(short) => t!(words, "pyramid-level-short", short = short),
                    None => words.text("pyramid-not-answered"),
                };
                (LevelState::Next, remark)
            } else {
                let below = (level - 1).to_string();
                (LevelState::Locked, t!(words, "pyramid-level-locked", level = below))
            };
            let name = format!("{level} {}", level_name(level, words));
            let shown = score.map_or_else(|| number::NOTHING.to_owned(), |score| number::count(score, 2));
            let (filled, open) = answered.drawn();
            Level { name, remark, state, score, shown, filled, open }
        };
        Self { threshold, levels: (1_u8..).zip(levels).map(level).collect() }
    }
}

impl Waterfall {
    /// Bars of steps with what each brings and its return on investment; the last is what the others lead to.
    #[must_use]
    pub fn of(words: &Words, steps: &[(StepKind, f64, Option<f64>)]) -> Self {
        let first = steps.first().map_or(0.0, |(_, revenue, _)| *revenue);
        let step = |(index, (kind, revenue, roi)): (usize, &(StepKind, f64, Option<f64>))| {
            let base = revenue.min(first).max(0.0);
            let added = (revenue - base).max(0.0);
            let leads_here = index > 0 && index + 1 == steps.len();
            Step {
                name: kind.name(words),
                base,
                added,
                added_shown: if added > 0.0 { number::short(words.language(), added) } else { String::new() },
                head: roi.map_or_else(|| number::NOTHING.to_owned(), number::roi),
                tone: if leads_here { Tone::Accent } else { Tone::Plain },
            }
        };
        Self { steps: steps.iter().enumerate().map(step).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    fn labels(axis: &Axis) -> Vec<&str> {
        axis.ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    #[test]
    fn ticks_stand_at_round_values() {
        let shown = |value: f64| format!("{value}");
        let axis = Axis::between(720_000.0, 1_680_000.0, 4, &shown);
        assert_eq!(labels(&axis), ["750000", "1000000", "1250000", "1500000"]);
        let axis = Axis::around(31_000.0, 41_000.0, 3, &shown);
        assert_eq!((axis.from, axis.to), (30_000.0, 45_000.0));
        for broken in [Axis::around(5.0, 5.0, 3, &shown), Axis::between(0.0, 0.0, 4, &shown)] {
            assert!(broken.to > broken.from && broken.ticks.len() < MOST_TICKS, "{broken:?}");
        }
    }

    #[test]
    fn levels_say_how_far_they_have_come() {
        let words = Words::of(Language::En);
        let scores = [Some(0.9), Some(0.8), Some(0.65), None, Some(0.06)];
        let levels = scores.map(|score| Answered { score, criteria: 4, open: if score.is_some() { 0 } else { 4 } });
        let drawn = Pyramid::of(words, 0.75, 2, &levels);
        let states: Vec<LevelState> = drawn.levels.iter().map(|level| level.state).collect();
        let expected =
            [LevelState::Reached, LevelState::Reached, LevelState::Next, LevelState::Locked, LevelState::Locked];
        assert_eq!(states, expected);
        assert_eq!(drawn.levels[2].remark, "0.10 short");
        assert_eq!(drawn.levels[3].shown, number::NOTHING);
        let begun = Answered { score: Some(1.0), criteria: 4, open: 3 };
        assert_eq!(Pyramid::of(words, 0.75, 0, &[begun]).levels[0].remark, "1 of 4 answered");
    }

    #[test]
    fn a_level_is_filled_by_what_is_answered_and_open_above_it() {
        let drawn = |score, criteria, open| {
            let answered = Answered { score, criteria, open };
            let level = &Pyramid::of(Words::of(Language::En), 0.75, 0, &[answered]).levels[0];
            (level.filled, level.open)
        };
        assert_eq!(drawn(Some(1.0), 4, 3), (0.25, 0.75), "one \"1\" of four answers fills a quarter");
        assert_eq!(drawn(Some(0.5), 4, 2), (0.25, 0.5));
        assert_eq!(drawn(Some(0.65), 4, 0), (0.65, 0.0));
        assert_eq!(drawn(Some(0.0), 2, 1), (0.0, 0.5));
        assert_eq!(drawn(None, 4, 4), (0.0, 0.0), "what is not begun is blank");
        assert_eq!(drawn(None, 0, 0), (0.0, 0.0));
    }

    #[test]
    fn a_bar_stands_on_what_the_first_one_brings() {
        let words = Words::of(Language::En);
        let steps = [(StepKind::Funnel, 2e6, Some(4.0)), (StepKind::Share, 14.5e6, Some(26.363_636))];
        let drawn = Waterfall::of(words, &steps);
        let [funnel, share] = &drawn.steps[..] else { panic!("two steps") };
        assert_eq!((funnel.base, funnel.added, funnel.tone), (2e6, 0.0, Tone::Plain));
        assert_eq!((share.base, share.added, share.tone), (2e6, 12.5e6, Tone::Accent));
        assert_eq!((share.head.as_str(), share.added_shown.as_str()), ("26.36", "12.5M"));
        let loss = Waterfall::of(words, &[(StepKind::Funnel, 2e6, None), (StepKind::Follow, 1e6, None)]);
        assert_eq!((loss.steps[1].base, loss.steps[1].added), (1e6, 0.0));
    }
}
