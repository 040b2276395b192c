//! The response curve of a channel and a table to read it by.

use eframe::egui::{self, Align2, Rect, Stroke, Ui, pos2, vec2};

use super::super::sheet::{Part, Sheet};
use super::super::{form, layout};
use super::handles::{self, Grips, Handle};
use super::plot::{Plot, axes};
use super::reading;
use crate::app::context::Cx;
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::{Canvas, Chart, Dash, Words, is_narrow, plot::marks::dashed, plot_heading, weak};
use crate::calc::curve::Response;
use crate::calc::schedule;
use crate::plan::{Channel, Curve, Id};
use crate::t;
use crate::words::names::currency_name;
use crate::words::number;

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
    let editable =
        (sheet.view.part == Part::Curve || layout::shows_both(ui)) && matches!(channel.curve, Curve::SShaped { .. });
    plot.show(ui, sheet, channel, Look { axes, height: tall(ui), best: None, beside_best: false, editable });
    ui.add_space(4.0);
    reading::ui(ui, sheet, &plot, axes.0);
}

/// As tall as the fields below leave it, within reason; in a narrow window the whole column scrolls, and
/// two points with their range stand in sight.
fn tall(ui: &Ui) -> f32 {
    if is_narrow(ui) {
        (ui.clip_rect().height() - BELOW).clamp(LEAST, LOWEST)
    } else {
        (ui.available_height() - FIELDS).clamp(LOWEST, 640.0)
    }
}

/// Height of the plot at least, and of what stands below it.
const LOWEST: f32 = 172.0;
const FIELDS: f32 = 664.0;
/// The same in a narrow window.
const LEAST: f32 = 132.0;
const BELOW: f32 = 442.0;

/// Draws the plot alone, with the best spend beside the present one.
pub fn beside_best(ui: &mut Ui, sheet: &mut Sheet<'_>, id: &Id, (best, height): (Option<f64>, f32)) {
    let cx = sheet.cx;
    let rows = cx.plan.allocation.channels.iter().zip(&cx.report.allocation.channels);
    let Some((channel, report)) = rows.into_iter().find(|(channel, _)| channel.id == *id) else { return };
    let unit = currency_name(&cx.currency().code, cx.words);
    plot_heading(ui, &channel.name, &t!(cx.words, "allocation-plot", unit = &unit));
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

fn subtitle(cx: &Cx, channel: &Channel) -> String {
    let unit = currency_name(&cx.currency().code, cx.words);
    let ranged = channel.registrations_range.is_some();
    let by_month = !schedule::is_even(channel);
    let key = match (ranged, by_month) {
        (false, false) => "allocation-plot",
        (true, false) => "allocation-plot-range",
        (false, true) => "allocation-plot-months",
        (true, true) => "allocation-plot-range-months",
    };
    t!(cx.words, key, unit = &unit)
}

impl Plot {
    fn show(&self, ui: &mut Ui, sheet: &mut Sheet<'_>, channel: &Channel, look: Look) {
        let (cx, (right, _)) = (sheet.cx, look.axes);
        let id = egui::Id::unique(("allocation", "plot", channel.id.as_str()));
        let mouse = handles::dragged(ui, id);
        let name = form::name(cx, &cx.words.text("allocation-part-curve"), &channel.name);
        let tone = Tone::Task(channel.task);
        let (x, y) = axes(sheet.cx, look.axes);
        let chart = Chart::new(&name, x, y).height(look.height).right(20.0);
        let ((grips, moved), _) = chart.show(ui, |c| {
            self.lines(c, tone, right);
            let mut grips = Vec::new();
            if self.response.is_ok() {
                if look.editable {
                    grips.extend(self.grips(c, sheet, right));
                }
                self.words(c, sheet, look);
                if !channel.locked {
                    let dot = Rect::from_center_size(c.at(self.spend, self.value(self.spend)), vec2(12.0, 12.0));
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

    /// The present point, the best one, and where the curve turns.
    fn words(&self, c: &Canvas<'_>, sheet: &Sheet<'_>, look: Look) {
        let (words, currency, (right, _)) = (sheet.cx.words, sheet.cx.currency(), look.axes);
        let present = self.value(self.spend);
        let turn = self
            .response
            .ok()
            .and_then(|response| response.inflection())
            .filter(|turn| !look.beside_best && self.months.is_none() && *turn < right * 0.6);
        if let Some(turn) = turn {
            let amount = currency.amount(turn.round()).map(|turn| number::amount(currency, turn));
            let text = t!(words, "allocation-inflection", amount = amount.unwrap_or_default());
            inflection(c, (turn, self.value(turn)), &text);
        }
        if let Some(best) = look.best {
            let value = self.value(best);
            let text = t!(words, "proposal-best", value = number::count(value, 0));
            // On the side away from the present point, which has its own words and a dot.
            let words = if best < self.spend {
                Words { anchor: Align2::RIGHT_BOTTOM, offset: (-8.0, -3.0), ..Words::left(&text, Tone::Accent) }
            } else {
                Words { anchor: Align2::LEFT_BOTTOM, offset: (8.0, -3.0), ..Words::right(&text, Tone::Accent) }
            };
            c.best(best, value, words.semibold());
        }
        let text = t!(words, "allocation-now", registrations = number::count(present, 0));
        let crowded = look.best.is_some_and(|best| best < self.spend);
        let far = self.spend > right * if crowded { 0.8 } else { 0.7 };
        let mut place = Words::below_right(&text, Tone::Plain);
        if far {
            (place.anchor, place.offset) = (Align2::RIGHT_TOP, (-9.0, 9.0));
        }
        // Just above the axis there is no room below the dot: there stand the numbers of the axis.
        if c.frame().bottom() - c.at(self.spend, present).y < 20.0 {
            place.anchor = if far { Align2::RIGHT_BOTTOM } else { Align2::LEFT_BOTTOM };
            place.offset.1 = -3.0;
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
