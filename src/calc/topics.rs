//! Topics: attention over the calendar, and whether it carries the events.
//!
//! a(t) = peak·exp(−(t−t₀)²/2σ²), topics add up. An event is carried when the summed attention on its day is at least
//! half of the period's maximum.

pub mod problems;

use crate::plan::topic::Phases;
use crate::plan::{Date, Id, Plan, Topic};

use super::months::period;
use super::numbers::count;

/// A phase of a topic's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Warm-up 预热期.
    WarmUp,
    /// Ignition 引爆期.
    Ignition,
    /// Spreading 扩散期.
    Spreading,
    /// Climax 高潮期.
    Climax,
    /// Fermentation 发酵期.
    Fermentation,
    /// Close 收官期.
    Close,
}

impl Phase {
    /// All phases in order.
    pub const ALL: [Self; 6] =
        [Self::WarmUp, Self::Ignition, Self::Spreading, Self::Climax, Self::Fermentation, Self::Close];

    /// Where the phase begins and ends, in spreads from the peak.
    #[must_use]
    pub fn bounds(self, phases: &Phases) -> (f64, f64) {
        match self {
            Self::WarmUp => (phases.warm_up, phases.ignition),
            Self::Ignition => (phases.ignition, phases.spreading),
            Self::Spreading => (phases.spreading, phases.climax),
            Self::Climax => (phases.climax, phases.fermentation),
            Self::Fermentation => (phases.fermentation, phases.close),
            Self::Close => (phases.close, phases.end),
        }
    }
}

/// The phase of a topic `z` spreads from its peak; `None` before it begins and after its end.
#[must_use]
pub fn phase(z: f64, phases: &Phases) -> Option<Phase> {
    Phase::ALL.into_iter().find(|phase| {
        let (from, to) = phase.bounds(phases);
        from <= z && z < to
    })
}

/// Attention of one topic on day `t`, both counted in days from the same day.
#[must_use]
pub fn attention(topic: &Topic, t: f64, peak: f64) -> f64 {
    bell(topic.peak, topic.spread_days, t - peak)
}

/// Attention so many days from the best day of a topic with this peak and spread; none without a spread.
#[must_use]
pub fn bell(peak: f64, spread_days: f64, days: f64) -> f64 {
    if !(spread_days > 0.0 && spread_days.is_finite()) {
        return 0.0;
    }
    let z = days / spread_days;
    count(peak) * (-z * z / 2.0).exp()
}

/// A topic without a spread has no curve.
fn spreads(topic: &Topic) -> bool {
    topic.spread_days > 0.0 && topic.spread_days.is_finite()
}

/// Days from the period's start; fractions of a day only in drawings.
#[must_use]
pub fn day_number(plan: &Plan, day: Date) -> f64 {
    f64::from((day - plan.period.start).get_days())
}

/// Summed attention `t` days after the period's start.
#[must_use]
pub fn total_attention(plan: &Plan, t: f64) -> f64 {
    plan.topics.list.iter().map(|topic| attention_on(plan, topic, t)).sum()
}

/// The day a topic peaks, counted from the period's start.
#[must_use]
pub fn peak(plan: &Plan, topic: &Topic) -> Option<f64> {
    topic.peak_day.map(|day| day_number(plan, day))
}

/// Attention of one topic `t` days after the period's start; none without a day.
#[must_use]
pub fn attention_on(plan: &Plan, topic: &Topic, t: f64) -> f64 {
    peak(plan, topic).map_or(0.0, |peak| attention(topic, t, peak))
}

/// An event or ripple on the calendar, and how it is carried.
#[derive(Clone, Debug, PartialEq)]
pub struct EventMark {
    /// The event or ripple.
    pub id: Id,
    /// Its day.
    pub day: Date,
    /// Summed attention on that day.
    pub attention: f64,
    /// Attention as a share of the period's highest.
    pub share: f64,
    /// Whether that is enough.
    pub carried: bool,
    /// What would carry it; `None` where it is carried or no topic is near.
    pub shift: Option<Shift>,
}

/// Moving a topic so that it peaks on the event's day.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    /// The topic.
    pub topic: Id,
    /// Days to move it; negative is earlier.
    pub days: i32,
    /// Attention on the event's day afterwards.
    pub attention: f64,
    /// The same as a share of the period's highest attention now.
    pub share: f64,
}

/// Topics, calculated.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicsReport {
    /// The period's highest summed attention.
    pub highest: f64,
    /// Events and ripples with a date inside the period, earliest first.
    pub marks: Vec<EventMark>,
}

/// Calculates the topics.
#[must_use]
pub fn report(plan: &Plan) -> TopicsReport {
    let highest = highest(plan);
    let events = plan.events.iter().map(|event| (&event.id, event.date));
    let ripples = plan.ripples.iter().map(|ripple| (&ripple.id, ripple.date));
    let inside = |day: Date| (plan.period.start..=period(plan).end()).contains(&day);
    let mut marks: Vec<EventMark> = events
        .chain(ripples)
        .filter_map(|(id, day)| day.filter(|day| inside(*day)).map(|day| mark(plan, id, day, highest)))
        .collect();
    marks.sort_by_key(|mark| mark.day);
    TopicsReport { highest, marks }
}

/// The highest sum may lie between two days: around the best day it is looked for in quarters of a day.
fn highest(plan: &Plan) -> f64 {
    let last = f64::from((period(plan).end() - plan.period.start).get_days());
    let peaks: Vec<_> = plan.topics.list.iter().filter_map(|topic| Some((topic, peak(plan, topic)?))).collect();
    let sum = |t: f64| peaks.iter().map(|(topic, peak)| attention(topic, t, *peak)).sum::<f64>();
    let days = std::iter::successors(Some(0.0), |day| Some(day + 1.0)).take_while(|day| *day <= last);
    let better = |best: (f64, f64), point: (f64, f64)| if point.1 > best.1 { point } else { best };
    let (day, most) = days.map(|day| (day, sum(day))).fold((0.0, 0.0), better);
    let quarters = (-3..=3).map(|quarter| day + f64::from(quarter) / 4.0).filter(|t| (0.0..=last).contains(t));
    quarters.map(sum).fold(most, f64::max)
}

fn mark(plan: &Plan, id: &Id, day: Date, highest: f64) -> EventMark {
    let t = day_number(plan, day);
    let attention = total_attention(plan, t);
    let share = if highest > 0.0 { attention / highest } else { 0.0 };
    let carried = attention > 0.0 && share >= plan.topics.carries_from.0;
    let shift = (!carried).then(|| shift(plan, id, day, highest)).flatten();
    EventMark { id: id.clone(), day, attention, share, carried, shift }
}

/// Moves the topic that is to carry the event, or else the one that peaks nearest to it.
fn shift(plan: &Plan, id: &Id, day: Date, highest: f64) -> Option<Shift> {
    let topics = &plan.topics.list;
    let days_off = |topic: &Topic| Some((day - topic.peak_day?).get_days());
    let usable = || topics.iter().filter(|topic| spreads(topic) && topic.peak > 0.0 && topic.peak_day.is_some());
    let linked = usable().find(|topic| topic.event.as_ref() == Some(id));
    let topic = linked.or_else(|| usable().min_by_key(|topic| days_off(topic).map(i32::abs)))?;
    let days = days_off(topic)?;
    let t = day_number(plan, day);
    let now = attention_on(plan, topic, t);
    let after = (total_attention(plan, t) - now).max(0.0) + count(topic.peak);
    let share = if highest > 0.0 { after / highest } else { 0.0 };
    (days != 0).then(|| Shift { topic: topic.id.clone(), days, attention: after, share })
}
