//! If friends pass it on: people reached in all, by round, for the plan's rate and for others.

use eframe::egui::{Rangef, Ui, pos2};

use super::{Desk, titled};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Axis, Canvas, Chart, Dash, Words, apart, weak};
use crate::calc::ripple::Generation;
use crate::t;
use crate::words::number;

/// One line of the plot.
struct Curve<'a> {
    rounds: &'a [Generation],
    label: String,
    own: bool,
}

impl Curve<'_> {
    fn end(&self) -> (f64, f64) {
        self.rounds.last().map_or((1.0, 0.0), |last| (f64::from(last.number), last.reached))
    }
}

/// Draws the section.
pub(super) fn ui(ui: &mut Ui, desk: &Desk) {
    let words = desk.cx.words;
    titled(ui, &words.text("ripple-spread"), &words.text("ripple-spread-subtitle"));
    let curves = curves(desk);
    if curves.is_empty() {
        ui.add_space(space::S);
        weak(ui, &words.text("ripple-no-rounds"));
        return;
    }
    let top = curves.iter().map(|curve| curve.end().1).fold(1.0, f64::max);
    let last = curves.iter().map(|curve| curve.end().0).fold(2.0, f64::max);
    let short = |value: f64| number::short(desk.cx.language(), value);
    let round = |value: f64| number::count(value, 0);
    let step = ((last - 1.0) / 3.0).ceil().max(1.0);
    let mut x = Axis::new(1.0..=last);
    for tick in 0..=3_u8 {
        let at = 1.0 + step * f64::from(tick);
        if at <= last {
            x = x.tick(at, round(at), false);
        }
    }
    // Half of what a tall window has besides; the bars below take the rest.
    let height = (190.0 + (ui.clip_rect().height() - 640.0) * 0.4).clamp(190.0, 420.0);
    let name = words.text("ripple-spread");
    let chart = Chart::new(&name, x, Axis::nice(0.0, top, 4, &short)).right(94.0).height(height);
    chart.show(ui, |canvas| {
        for curve in &curves {
            line(canvas, curve);
        }
        labels(canvas, &curves);
    });
}

fn curves<'a>(desk: &'a Desk) -> Vec<Curve<'a>> {
    let words = desk.cx.words;
    let report = desk.report;
    if report.outcome.generations.is_empty() {
        return Vec::new();
    }
    let rate = |value: f64| number::trimmed(value, 2);
    let others = report.pass_ons.iter().map(|other| {
        let label = if let Some(limit) = other.audience_limit {
            let limit = number::short(desk.cx.language(), limit);
            t!(words, "ripple-rate-of", rate = rate(other.reproduction), limit = limit)
        } else {
            t!(words, "ripple-rate", rate = rate(other.reproduction))
        };
        Curve { rounds: &other.generations, label, own: false }
    });
    let label = t!(words, "ripple-rate-own", rate = rate(report.outcome.reproduction));
    // The plan's own line is drawn last, over the others.
    others.chain([Curve { rounds: &report.outcome.generations, label, own: true }]).collect()
}

fn line(canvas: &Canvas<'_>, curve: &Curve) {
    let (tone, width) = if curve.own { (Tone::Accent, 2.5) } else { (Tone::Faint, 1.5) };
    let points: Vec<[f64; 2]> = curve.rounds.iter().map(|round| [f64::from(round.number), round.reached]).collect();
    canvas.line(&points, canvas.stroke(tone, width), Dash::Solid);
    if points.len() <= 30 {
        let radius = if curve.own { 3.0 } else { 2.2 };
        for [x, y] in points {
            canvas.painter.circle_filled(canvas.at(x, y), radius, canvas.palette.mark(tone));
        }
    }
}

/// Words at the ends of the lines: how many, and at which rate. They keep off each other.
fn labels(canvas: &Canvas<'_>, curves: &[Curve]) {
    const APART: f32 = 31.0;
    let mut ends: Vec<(f32, &Curve)> =
        curves.iter().map(|curve| (canvas.at(curve.end().0, curve.end().1).y, curve)).collect();
    ends.sort_by(|one, other| one.0.total_cmp(&other.0));
    let wanted: Vec<f32> = ends.iter().map(|(y, _)| y - 6.0).collect();
    let inside = Rangef::new(canvas.frame().top() + 6.0, canvas.frame().bottom() - 14.0).expand(APART / 2.0);
    let x = canvas.frame().right();
    for ((_, curve), y) in ends.into_iter().zip(apart(&wanted, &|_| APART, inside)) {
        let reached = number::count(curve.end().1, 0);
        let (strong, second) = if curve.own { (Tone::Accent, Tone::Accent) } else { (Tone::Plain, Tone::Weak) };
        canvas.words_at(pos2(x, y), Words::right(&reached, strong).semibold());
        canvas.words_at(pos2(x, y + 14.0), Words::right(&curve.label, second));
    }
}
