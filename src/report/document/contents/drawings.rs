//! Drawings of the report: figures of the summary as data to be drawn, and what they show in words.

use super::super::drawing::Waterfall;
use super::super::drawing::{
    Answered, Attention, Axis, Calendar, Curve, Drawing, EventMark, Month, Point, Pyramid, Shape, Tone,
};
use super::Write;
use crate::calc::months::MOST_MONTHS;
use crate::calc::topics::bell;
use crate::plan::{Date, Period};
use crate::report::code::Code;
use crate::report::sentences::proposal::won;
use crate::report::summary::frontier::FrontierPart;
use crate::report::summary::{LevelPart, RipplePart, TopicPart};
use crate::t;
use crate::words::{Named, number};

/// Points of a curve of attention.
const SAMPLES: u16 = 96;
/// Points of the sum of all topics.
const SUM_SAMPLES: u16 = 240;
/// Spreads to either side of a peak that are worth drawing.
const REACH: f64 = 4.0;
/// Months with a name of their own.
pub(super) const MONTHS: u32 = 12;

impl Write<'_> {
    /// The most each budget buys, the plan, and the best in its place.
    pub(super) fn frontier(&self) -> Option<Drawing> {
        let frontier = self.summary.frontier.as_ref()?;
        let (code, unit) = (frontier.objective.0.code(), self.unit());
        let says = t!(self.words, "proposal-frontier-says", objective = code, unit = unit);
        let line: Vec<[f64; 2]> = frontier.points.iter().map(|point| [point.budget.0, point.response.0]).collect();
        let (first, last) = (*line.first()?, *line.last()?);
        let points = self.frontier_points(frontier);
        let heights = line.iter().chain(points.iter().map(|point| &point.at)).map(|[_, up]| *up);
        let (low, high) =
            heights.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), up| (low.min(up), high.max(up)));
        let short = |value: f64| number::short(self.language(), value);
        let mut x = Axis::between(first[0], last[0], 4, &short);
        if let Some(tick) = x.ticks.last_mut() {
            tick.label = t!(self.words, "report-with-space", value = tick.label.as_str(), unit = self.unit());
        }
        let curve = Curve { x, y: Axis::around(low, high, 4, &short), line, points };
        let told = |value: f64| {
            t!(self.words, "report-won", objective = code, value = won(frontier.objective.0, value), unit = self.unit())
        };
        let money = |value: f64| self.money_named(self.amount(value));
        let alternative = t!(
            self.words,
            "report-alt-frontier",
            first = money(first[0]),
            low = told(first[1]),
            last = money(last[0]),
            high = told(last[1]),
            spend = money(frontier.present.spend.0),
            now = told(frontier.present.response.0),
            best = told(frontier.present.best_response.map_or(frontier.present.response.0, |best| best.0)),
        );
        let title = t!(self.words, "report-frontier", says = says);
        Some(Drawing { title, caption: String::new(), alternative, shape: Shape::Curve(curve) })
    }

    fn frontier_points(&self, frontier: &FrontierPart) -> Vec<Point> {
        let (present, objective) = (&frontier.present, frontier.objective.0);
        let (spend, response) = (present.spend.0, present.response.0);
        let mut points = Vec::new();
        let more =
            present.best_response.map(|best| best.0).filter(|best| won(objective, *best) != won(objective, response));
        points.extend(more.map(|best| Point {
            at: [spend, best],
            label: t!(self.words, "proposal-frontier-best", value = won(objective, best)),
            tone: Tone::Accent,
        }));
        points.push(Point {
            at: [spend, response],
            label: t!(self.words, "proposal-frontier-now", value = won(objective, response)),
            tone: Tone::Plain,
        });
        let first = frontier.points.first().map_or(0.0, |point| point.budget.0);
        let least = present.least_spend.map(|least| least.0).filter(|least| *least >= first && spend - least >= 1.0);
        points.extend(least.map(|least| {
            let amount = self.money_named(self.amount(spend - least));
            let label = t!(self.words, "proposal-frontier-less", objective = objective.code(), amount = amount);
            Point { at: [least, response], label, tone: Tone::Accent }
        }));
        points
    }

    /// The pyramid with its levels as they are answered.
    pub(super) fn pyramid_shape(&self) -> Pyramid {
        let pyramid = &self.summary.pyramid;
        let answered = |level: &LevelPart| Answered {
            score: level.score.map(|score| score.0),
            criteria: level.criteria,
            open: level.criteria - level.answered,
        };
        let levels: Vec<Answered> = pyramid.levels.iter().map(answered).collect();
        Pyramid::of(self.words, pyramid.threshold.0, pyramid.reached, &levels)
    }

    /// The pyramid with what can be seen on it.
    pub(super) fn drawn_pyramid(&self) -> Drawing {
        let pyramid = &self.summary.pyramid;
        let drawn = self.pyramid_shape();
        let scores: Vec<&str> = drawn.levels.iter().map(|level| level.shown.as_str()).collect();
        let level = u32::from(pyramid.reached);
        let scores = scores.join(&self.words.text("report-comma"));
        let alternative = t!(self.words, "report-alt-pyramid", level = level, scores = scores);
        Drawing { title: String::new(), caption: String::new(), alternative, shape: Shape::Pyramid(drawn) }
    }

    /// From funnel to ripple; nothing where only the funnel is planned, or a step is too large to be drawn.
    pub(super) fn drawn_ripple(&self, ripple: &RipplePart) -> Option<Drawing> {
        (ripple.steps.len() > 1 && !ripple.steps.iter().any(|step| step.revenue.is_too_large())).then_some(())?;
        let units = |step: &crate::report::summary::StepPart| {
            (step.name.0, self.currency.units(step.revenue.money), step.roi.map(|roi| roi.0))
        };
        let drawn = Waterfall::of(self.words, &ripple.steps.iter().map(units).collect::<Vec<_>>());
        let step = |step: &crate::report::summary::StepPart| {
            let roi = step.roi.map_or_else(|| number::NOTHING.to_owned(), |roi| number::roi(roi.0));
            let (name, revenue) = (step.name.0.name(self.words), self.money_named(Some(step.revenue)));
            t!(self.words, "report-alt-step", name = name, revenue = revenue, roi = roi)
        };
        let steps: Vec<String> = ripple.steps.iter().map(step).collect();
        let steps = steps.join(&self.words.text("proposal-semicolon"));
        let alternative = t!(self.words, "report-alt-ripple", steps = steps);
        let caption = t!(self.words, "ripple-steps-subtitle", unit = self.unit());
        Some(Drawing { title: String::new(), caption, alternative, shape: Shape::Waterfall(drawn) })
    }

    /// The topics over the planned time.
    pub(super) fn calendar(&self) -> Option<Drawing> {
        let topics = &self.summary.topics;
        let highest = topics.iter().map(|topic| topic.peak.0).fold(self.summary.calendar.highest.0, f64::max);
        (!topics.is_empty() && highest > 0.0 && highest.is_finite()).then_some(())?;
        let days = self.day_number(self.period().end()).max(1.0);
        let sum = (0..=SUM_SAMPLES).map(|sample| {
            let day = days * f64::from(sample) / f64::from(SUM_SAMPLES);
            [day, topics.iter().map(|topic| self.attention(topic, day)).sum()]
        });
        let event = |event: &crate::report::summary::CalendarEventPart| EventMark {
            day: self.day_number(event.day),
            attention: event.attention.0,
            name: event.name.clone(),
            share: number::percent(self.language(), event.share.0, 0),
            is_carried: event.carried,
        };
        let drawn = Calendar {
            days,
            months: self.months(days, MONTHS),
            y: Axis::around(0.0, highest, 3, &|value| number::short(self.language(), value)),
            topics: topics.iter().filter_map(|topic| self.drawn_topic(topic, days)).collect(),
            sum: sum.collect(),
            carries_from: self.summary.calendar.highest.0 * self.summary.calendar.carries_from.0,
            events: self.summary.calendar.events.iter().map(event).collect(),
        };
        let alternative = self.calendar_words(&drawn);
        let caption = self.words.text("topics-year-words");
        Some(Drawing { title: String::new(), caption, alternative, shape: Shape::Calendar(drawn) })
    }

    /// A topic with a day.
    fn drawn_topic(&self, topic: &TopicPart, days: f64) -> Option<Attention> {
        let peak = self.day_number(topic.peak_day?);
        let wide = REACH * topic.spread_days.0.max(0.0);
        let (from, to) = ((peak - wide).clamp(0.0, days), (peak + wide).clamp(0.0, days));
        let line = (0..=SAMPLES).map(|sample| {
            let day = from + (to - from) * f64::from(sample) / f64::from(SAMPLES);
            [day, self.attention(topic, day)]
        });
        let day = number::day_and_month(self.words, topic.peak_day?);
        let detail = match &topic.owner {
            Some(owner) => t!(self.words, "topics-day-and-owner", day = day, owner = owner),
            None => day,
        };
        let name = topic.name.clone();
        let peak = [peak.clamp(0.0, days), topic.peak.0];
        Some(Attention { name, detail, peak, line: line.collect() })
    }

    fn calendar_words(&self, drawn: &Calendar) -> String {
        let comma = self.words.text("report-comma");
        let semicolon = self.words.text("proposal-semicolon");
        let topics: Vec<String> =
            drawn.topics.iter().map(|topic| format!("{}{comma}{}", topic.name, topic.detail)).collect();
        let events: Vec<String> =
            drawn.events.iter().map(|event| format!("{}{comma}{}", event.name, event.share)).collect();
        let topics = t!(self.words, "report-alt-topics", topics = topics.join(&semicolon));
        if events.is_empty() {
            return topics;
        }
        let events = t!(self.words, "report-alt-events", events = events.join(&semicolon));
        format!("{topics}{}{events}", self.words.text("report-space"))
    }

    /// At most so many names, with the year where the time is longer than one.
    pub(super) fn months(&self, days: f64, names: u32) -> Vec<Month> {
        let period = self.period();
        let all = period.months;
        let every = all.div_ceil(names.max(1)).max(1);
        let start = |index: u32| self.day_number(period.month_start(index));
        let month = |index: u32| {
            let day = period.month_start(index);
            let name = number::month_short(self.words, day.month());
            let name = if all > 12 { format!("{name} {:02}", day.year() % 100) } else { name };
            Month { from: start(index), to: start((index + every).min(all)).min(days), name }
        };
        (0..all).step_by(usize::try_from(every).unwrap_or(1)).map(month).collect()
    }

    fn attention(&self, topic: &TopicPart, day: f64) -> f64 {
        let peak = topic.peak_day.map(|peak| self.day_number(peak));
        peak.map_or(0.0, |peak| bell(topic.peak.0, topic.spread_days.0, day - peak))
    }

    /// The period as it is calculated with: one that is too long is a finding, and counts as long as one may be.
    pub(super) fn period(&self) -> Period {
        let period = self.summary.plan.period;
        Period { start: period.start, months: period.months.clamp(1, MOST_MONTHS) }
    }

    pub(super) fn day_number(&self, day: Date) -> f64 {
        f64::from((day - self.summary.plan.period.start).get_days())
    }

    fn amount(&self, units: f64) -> Option<crate::report::summary::figure::Amount> {
        let money = self.currency.amount(units)?;
        Some(crate::report::summary::figure::Amount::new(self.currency, money))
    }
}
