//! A response curve as it is drawn, for a channel of the plan or of the worked case.

use crate::app::context::Cx;
use crate::app::theme::Tone;
use crate::app::widgets::Canvas;
use crate::app::widgets::plot::axis::{Axis, neat};
use crate::calc::allocation::ChannelReport;
use crate::calc::curve::{CurveProblem, Response};
use crate::calc::schedule::InProportion;
use crate::plan::curve::Point;
use crate::plan::{Channel, Curve, Range};
use crate::words::names::currency_name;
use crate::words::{Language, number};

/// A curve to be drawn: what money buys when it is spent as the months have it. Money in currency units.
pub struct Plot {
    /// The curve, unless the one that is stated cannot be used.
    pub response: Result<Response, CurveProblem>,
    /// The months in whose proportion money is spent, where it wins something else than the curve says of all of it.
    pub months: Option<InProportion>,
    /// What is spent now.
    pub spend: f64,
    /// Factors of the 90 % range.
    pub range: Option<Range<f64>>,
    /// The two points a curve is stated by.
    pub remembered: Vec<[f64; 2]>,
    /// The most registrations that are stated; the upright axis follows it while there is no curve.
    pub most: f64,
}

impl Plot {
    /// The curve of a channel of the plan.
    #[must_use]
    pub fn of(cx: &Cx, channel: &Channel, report: &ChannelReport) -> Self {
        let point = |point: Point| [cx.currency().units(point.spend), point.registrations];
        let (remembered, most) = match channel.curve {
            Curve::TwoPoints { first, second } => {
                (vec![point(first), point(second)], first.registrations.max(second.registrations))
            }
            Curve::Fixed { registrations } => (Vec::new(), registrations),
            Curve::Linear { ceiling, base, .. }
            | Curve::Saturating { ceiling, base, .. }
            | Curve::SShaped { ceiling, base, .. }
            | Curve::Fitted { ceiling, base, .. } => (Vec::new(), base + ceiling),
        };
        Self {
            response: report.response,
            months: InProportion::of(cx.plan, channel),
            spend: cx.currency().units(channel.spend),
            range: channel.registrations_range,
            remembered,
            most,
        }
    }

    /// What a spend buys; nothing without a curve.
    #[must_use]
    pub fn value(&self, spend: f64) -> f64 {
        match (self.response, &self.months) {
            (Err(_), _) => 0.0,
            (Ok(response), None) => response.value(spend),
            (Ok(response), Some(months)) => months.value(response, spend),
        }
    }

    /// Ends of the axes at round numbers: money to the right, registrations upwards.
    #[must_use]
    pub fn axes(&self) -> (f64, f64) {
        let natural = match self.response {
            Ok(Response::Fixed { .. }) | Err(_) => self.spend * 2.0,
            Ok(Response::Linear { cost, ceiling, .. }) => cost * ceiling * 1.3,
            Ok(Response::Hill { half, .. }) => half * 4.0,
        };
        let furthest = self.remembered.iter().fold(self.spend, |furthest, [x, _]| furthest.max(*x));
        let right = neat(natural.max(self.spend * 4.0 / 3.0).max(furthest * 1.1).max(1.0) / 4.0) * 4.0;
        let factor = self.range.map_or(1.0, |range| range.high.clamp(1.0, 10.0));
        // What months win at most lies within the curve's own ceiling, which has its handle there.
        let most = self.response.map_or(self.most, |response| response.value(right) * factor);
        // Registrations are counted, so that the ticks are whole.
        let top = neat(most.max(3.0) / 3.0).ceil() * 3.0;
        (right, top)
    }

    /// The curve with its range.
    pub fn lines(&self, c: &Canvas<'_>, tone: Tone, right: f64) {
        if self.response.is_err() {
            return;
        }
        if let Some(range) = self.range {
            let samples: Vec<(f64, f64, f64)> = (0..=64_u8)
                .map(|step| {
                    let x = right * f64::from(step) / 64.0;
                    let y = self.value(x);
                    (x, y * range.low, y * range.high)
                })
                .collect();
            c.band(&samples, c.palette.mark(tone));
        }
        c.curve((0.0, right), c.stroke(tone, 2.0), &|x| self.value(x));
    }
}

/// The axes with short forms.
pub fn axes(cx: &Cx, (right, top): (f64, f64)) -> (Axis, Axis) {
    let (words, language) = (cx.words, cx.language());
    let unit = currency_name(&cx.currency().code, words);
    let money = move |x: f64| {
        let last = x > right * 0.99 && language == Language::ZhCn;
        format!("{}{}", number::short(language, x), if last { unit.as_str() } else { "" })
    };
    let count = move |y: f64| if top < 100_000.0 { number::count(y, 0) } else { number::short(language, y) };
    (Axis::new(0.0..=right).every(right / 4.0, &money), Axis::new(0.0..=top).every(top / 3.0, &count))
}

/// Where the axis of a channel's spend ends.
pub fn right_end(cx: &Cx, channel: &Channel) -> f64 {
    let rows = cx.plan.allocation.channels.iter().zip(&cx.report.allocation.channels);
    let row = rows.into_iter().find(|(other, _)| other.id == channel.id);
    row.map_or(1.0, |(channel, report)| Plot::of(cx, channel, report).axes().0)
}
