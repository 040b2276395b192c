//! The response curve of a channel and a table to read it by.

use eframe::egui::{self, Align2, Rect, Stroke, Ui, pos2, vec2};

use super::super::proposal::heading;
use super::super::{Part, Sheet, form};
use super::handles::{self, Grips, Handle};
use super::reading;
use crate::app::context::Cx;
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::{Axis, Canvas, Chart, Dash, Words, plot::marks::dashed, weak};
use crate::calc::allocation::ChannelReport;
use crate::calc::curve::{CurveProblem, Response};
use crate::plan::curve::Point;
use crate::plan::{Channel, Curve, Id, Range};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Language, number};

/// Draws plot and reading table of a channel.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, id: &Id) {
    let cx = sheet.cx;
    let Some(index) = cx.plan.allocation.channels.iter().position(|channel| channel.id == *id) else { return };
    let (Some(channel), Some(report)) =
        (cx.plan.allocation.channels.get(index), cx.report.allocation.channels.get(index))
    else {
        return;
    };
    weak(ui, &subtitle(cx, channel));
    let plot = Plot::of(cx, channel, report);
    let axes = sheet.view.held_axes.unwrap_or_else(|| plot.axes());
    let editable = sheet.view.part == Part::Curve && matches!(channel.curve, Curve::SShaped { .. });
    plot.show(ui, sheet, channel, Look { axes, height: 172.0, best: None, beside_best: false, editable });
    ui.add_space(4.0);
    reading::ui(ui, sheet, &plot, axes.0);
}

/// Draws the plot alone, with the best spend beside the present one.
pub fn beside_best(ui: &mut Ui, sheet: &mut Sheet<'_>, id: &Id, (best, height): (Option<f64>, f32)) {
    let cx = sheet.cx;
    let rows = cx.plan.allocation.channels.iter().zip(&cx.report.allocation.channels);
    let Some((channel, report)) = rows.into_iter().find(|(channel, _)| channel.id == *id) else { return };
    heading(ui, &channel.name, &subtitle(cx, channel));
    let plot = Plot::of(cx, channel, report);
    let axes = sheet.view.held_axes.unwrap_or_else(|| plot.axes());
    let moved = best.filter(|best| (best - plot.spend).abs() >= 0.5);
    plot.show(ui, sheet, channel, Look { axes, height, best: moved, beside_best: true, editable: false });
}

/// How a plot is drawn.
#[derive(Clone, Copy)]
struct Look {
    /// Right and upper end of the axes.
    axes: (f64, f64),
    height: f32,
    /// The best spend.
    best: Option<f64>,
    /// Present and best alone matter.
    beside_best: bool,
    /// Whether the curve itself has handles.
    editable: bool,
}

/// Where the axis of a channel's spend ends.
pub fn right_end(cx: &Cx, channel: &Channel) -> f64 {
    let rows = cx.plan.allocation.channels.iter().zip(&cx.report.allocation.channels);
    let row = rows.into_iter().find(|(other, _)| other.id == channel.id);
    row.map_or(1.0, |(channel, report)| Plot::of(cx, channel, report).axes().0)
}

fn subtitle(cx: &Cx, channel: &Channel) -> String {
    let unit = currency_name(&cx.currency().code, cx.words);
    let ranged = channel.registrations_range.is_some();
    t!(cx.words, if ranged { "allocation-plot-range" } else { "allocation-plot" }, unit = &unit)
}

/// A curve to be drawn; money in currency units.
pub struct Plot {
    /// The curve, unless the one that is stated cannot be used.
    pub response: Result<Response, CurveProblem>,
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
    fn of(cx: &Cx, channel: &Channel, report: &ChannelReport) -> Self {
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
            spend: cx.currency().units(channel.spend),
            range: channel.registrations_range,
            remembered,
            most,
        }
    }

    /// What a spend buys; nothing without a curve.
    #[must_use]
    pub fn value(&self, spend: f64) -> f64 {
        self.response.map_or(0.0, |response| response.value(spend))
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
        let most = if self.response.is_ok() { self.value(right) * factor } else { self.most };
        // Registrations are counted, so that the ticks are whole.
        let top = neat(most.max(3.0) / 3.0).ceil() * 3.0;
        (right, top)
    }

    fn show(&self, ui: &mut Ui, sheet: &mut Sheet<'_>, channel: &Channel, look: Look) {
        let (cx, (right, _)) = (sheet.cx, look.axes);
        let id = egui::Id::unique(("allocation", "plot", channel.id.as_str()));
        let mouse = handles::dragged(ui, id);
        let name = form::name(cx, &cx.words.text("allocation-part-curve"), &channel.name);
        let tone = Tone::Task(channel.task);
        let (x, y) = axes(sheet, look.axes);
        let chart = Chart::new(&name, x, y).height(look.height).right(20.0);
        let ((grips, moved), _) = chart.show(ui, |c| {
            self.lines(c, tone, right);
            let mut grips = Vec::new();
            if let Ok(response) = self.response {
                if look.editable {
                    grips.extend(self.grips(c, sheet, right));
                }
                self.words(c, sheet, look);
                if !channel.locked {
                    let dot = Rect::from_center_size(c.at(self.spend, response.value(self.spend)), vec2(12.0, 12.0));
                    grips.push((Handle::Spend, dot));
                }
            } else {
                let text = cx.words.text("allocation-no-curve");
                let middle =
                    Words { anchor: Align2::CENTER_CENTER, offset: (0.0, 0.0), ..Words::right(&text, Tone::Weak) };
                c.words_at(c.frame().center(), middle);
            }
            for [x, y] in &self.remembered {
                c.remembered(*x, *y, tone);
            }
            (grips, mouse.map(|(handle, pos)| (handle, c.point(pos))))
        });
        handles::drag(ui, sheet, channel, Grips { id, places: &grips, moved, axes: look.axes });
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

    /// The present point, the best one, and where the curve turns.
    fn words(&self, c: &Canvas<'_>, sheet: &Sheet<'_>, look: Look) {
        let (words, currency, (right, _)) = (sheet.cx.words, sheet.cx.currency(), look.axes);
        let present = self.value(self.spend);
        let turn = self
            .response
            .ok()
            .and_then(|response| response.inflection())
            .filter(|turn| !look.beside_best && *turn < right * 0.6);
        if let Some(turn) = turn {
            let amount = currency.amount(turn.round()).map(|turn| number::amount(currency, turn));
            let text = t!(words, "allocation-inflection", amount = amount.unwrap_or_default());
            inflection(c, (turn, self.value(turn)), &text);
        }
        if let Some(best) = look.best {
            let value = self.value(best);
            let text = t!(words, "proposal-best", value = number::count(value, 0));
            c.best(best, value, Words::above(&text, Tone::Accent).semibold());
        }
        let text = t!(words, "allocation-now", registrations = number::count(present, 0));
        let crowded = look.best.is_some_and(|best| best < self.spend);
        let far = self.spend > right * if crowded { 0.8 } else { 0.7 };
        let mut place = Words::below_right(&text, Tone::Plain);
        if far {
            (place.anchor, place.offset) = (Align2::RIGHT_TOP, (-9.0, 9.0));
        }
        c.present(self.spend, present, place);
    }

    /// Ceiling and half spend with their guides.
    fn grips(&self, c: &Canvas<'_>, sheet: &Sheet<'_>, right: f64) -> Vec<(Handle, Rect)> {
        let Ok(Response::Hill { base, ceiling, half, .. }) = self.response else { return Vec::new() };
        let (words, frame) = (sheet.cx.words, c.frame());
        let stroke = Stroke::new(1.2, c.palette.accent);
        let level = c.at(0.0, base + ceiling).y.max(frame.top());
        c.painter.extend(dashed(vec![pos2(frame.left(), level), pos2(frame.right(), level)], stroke, Dash::Dashed));
        let foot = c.at(half.min(right), 0.0);
        c.painter.extend(dashed(vec![c.at(half.min(right), self.value(half)), foot], stroke, Dash::Dashed));
        let text = t!(words, "allocation-ceiling-at", registrations = number::count(ceiling, 0));
        let above = Words { anchor: Align2::RIGHT_BOTTOM, offset: (-10.0, -3.0), ..Words::left(&text, Tone::Accent) };
        c.words_at(pos2(frame.right(), level), above.semibold());
        let top = c.point(frame.left_top())[1];
        vec![
            (Handle::Ceiling, c.handle(right, (base + ceiling).min(top))),
            (Handle::Half, c.handle(half.min(right), 0.0)),
        ]
    }
}

/// The axes with short forms.
pub fn axes(sheet: &Sheet<'_>, (right, top): (f64, f64)) -> (Axis, Axis) {
    let (words, language) = (sheet.cx.words, sheet.cx.language());
    let unit = currency_name(&sheet.cx.currency().code, words);
    let money = move |x: f64| {
        let last = x > right * 0.99 && language == Language::ZhCn;
        format!("{}{}", number::short(language, x), if last { unit.as_str() } else { "" })
    };
    let count = move |y: f64| if top < 100_000.0 { number::count(y, 0) } else { number::short(language, y) };
    (Axis::new(0.0..=right).every(right / 4.0, &money), Axis::new(0.0..=top).every(top / 3.0, &count))
}

/// A cross where the curve turns, with words in the empty corner above it.
fn inflection(c: &Canvas<'_>, (x, y): (f64, f64), text: &str) {
    let (at, frame) = (c.at(x, y), c.frame());
    let stroke = Stroke::new(1.5, c.palette.text);
    for (from, to) in [(vec2(-4.0, -4.0), vec2(4.0, 4.0)), (vec2(-4.0, 4.0), vec2(4.0, -4.0))] {
        c.painter.line_segment([at + from, at + to], stroke);
    }
    let corner = frame.left_top() + vec2(6.0, 2.0);
    let words = Words { anchor: Align2::LEFT_TOP, offset: (0.0, 0.0), ..Words::right(text, Tone::Weak) };
    let galley = c.painter.layout_no_wrap(text.to_owned(), theme::text(size::SMALL), c.palette.weak);
    let ground = Rect::from_min_size(corner, galley.size()).expand2(vec2(3.0, 0.0));
    let ground = ground.with_min_x(frame.left() - 1.0);
    c.painter.rect_filled(ground, 0.0, c.palette.panel);
    c.words_at(corner, words);
    let foot = ground.bottom();
    if at.y - 6.0 > foot {
        c.painter.line_segment([pos2(at.x, foot), at - vec2(0.0, 6.0)], Stroke::new(1.0, c.palette.rule));
    }
}

/// The next larger number that reads well on an axis.
#[must_use]
pub fn neat(step: f64) -> f64 {
    let power = 10_f64.powf(step.log10().floor());
    let steps = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    steps.into_iter().map(|neat| neat * power).find(|neat| *neat >= step * 0.999).unwrap_or(step)
}
