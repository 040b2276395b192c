//! The frontier: the most each budget buys, and how far below it the plan lies. A place on it chooses a budget.

use eframe::egui::{Align2, CursorIcon, FontId, Id, Pos2, Rect, Response, Sense, Stroke, Ui, vec2};

use super::super::by_hand::on_steps;
use super::super::sheet::Sheet;
use crate::app::tabs::allocation::proposal::{Given, Suggest};
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::plot::axis::{neat, round_step};
use crate::app::widgets::text::small;
use crate::app::widgets::{Axis, Canvas, Chart, Dash, Words, focus_ring, slide_keys, slides};
use crate::calc::best_allocation::{Aim, Frontier, Point, Present};
use crate::plan::Money;
use crate::report::code::Code;
use crate::report::sentences::proposal::{won, won_named};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Language, number};

/// Draws the plot; returns the budget that was chosen on it. Its room is kept while there is nothing to draw.
pub fn ui(ui: &mut Ui, sheet: &Sheet<'_>, suggest: &Suggest, height: f32) -> Option<Money> {
    let known = suggest.frontier();
    let Some((plot, fresh)) = known.and_then(|(frontier, fresh)| Some((Plot::of(sheet, frontier, suggest)?, fresh)))
    else {
        let says = match known {
            None => "proposal-working",
            Some((frontier, _)) if frontier.points.is_empty() && !frontier.complete => "proposal-frontier-too-long",
            Some(_) => "proposal-frontier-none",
        };
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            small(ui, &sheet.cx.words.text(says), Tone::Weak);
        });
        return None;
    };
    let name = sheet.cx.words.text("proposal-frontier-name");
    let (x, y) = plot.axes();
    let draw = |ui: &mut Ui| {
        if !fresh {
            ui.set_opacity(0.5);
        }
        let chart = Chart::new(&name, x, y).height(height).right(22.0);
        chart.show(ui, |c| {
            let inside = c.painter.clip_rect().intersect(c.area());
            c.painter.set_clip_rect(inside);
            plot.draw(c, sheet);
            c.frame()
        })
    };
    let (frame, drawn) = ui.scope(draw).inner;
    plot.choose(ui, sheet, (drawn.rect.with_min_y(drawn.rect.top() + 5.0), frame), &name)
}

/// A frontier to be drawn; money in currency units.
struct Plot<'a> {
    frontier: &'a Frontier,
    /// The frontier as drawn: its points, and what else is known to lie on it.
    line: Vec<[f64; 2]>,
    /// Ends of the axes.
    x: (f64, f64),
    y: (f64, f64),
    /// Between the ticks of the upright axis.
    step: f64,
    /// The budget that is looked at.
    budget: Option<f64>,
    /// What was asked last and its answer.
    proposed: Option<(Aim, f64)>,
    language: Language,
    unit: String,
}

impl<'a> Plot<'a> {
    fn of(sheet: &Sheet<'_>, frontier: &'a Frontier, suggest: &Suggest) -> Option<Self> {
        frontier.points.first()?;
        let (asking, cx) = (suggest.asking, sheet.cx);
        let budget = cx.currency().units(asking.budget(cx.plan, cx.report.basis(cx.plan).present_total()));
        let proposed =
            suggest.answer().filter(|_| asking.given != Given::Ways).and_then(|(answer, _)| answer.as_ref().ok()).map(
                |told| {
                    let suggestion = &told.suggestion;
                    (suggestion.problem.aim, suggestion.answer.response)
                },
            );
        let mut plot = Self {
            line: line(frontier, proposed),
            frontier,
            x: (0.0, 0.0),
            y: (0.0, 0.0),
            step: 1.0,
            budget: (asking.given != Given::Result).then_some(budget),
            proposed,
            language: cx.language(),
            unit: currency_name(&cx.currency().code, cx.words),
        };
        plot.fit();
        Some(plot)
    }

    /// Axes that hold the line, the present point, where its result costs least, and the budget that is asked about.
    fn fit(&mut self) {
        let present = self.frontier.present;
        let xs = self.line.iter().map(|[x, _]| *x).chain(self.budget).chain(present.map(|present| present.spend));
        let (first, last) = ends(xs);
        self.x = (first, last.max(first + 1.0));
        let ys = self.line.iter().map(|[_, y]| *y).chain(present.map(|present| present.response));
        let (low, high) = ends(ys);
        let marked = self.budget.and_then(|budget| self.best_of(budget)).into_iter();
        let lowest = marked.chain(present.map(|present| present.response)).fold(f64::INFINITY, f64::min);
        (self.y, self.step) = upright((low, high), lowest);
    }

    fn axes(&self) -> (Axis, Axis) {
        let (from, to) = self.x;
        let now = self.frontier.present.map(|present| present.spend).filter(|now| *now >= from && *now <= to);
        let step = round_step((to - from) / 6.0);
        let label = |x: f64| number::short(self.language, x);
        let mut x = Axis::new(from..=to);
        let first = (from / step).ceil();
        for at in (0..=6_u8).map(|tick| (first + f64::from(tick)) * step).filter(|at| *at <= to * (1.0 + 1e-9)) {
            // The present budget has a label of its own.
            if now.is_none_or(|now| (now - at).abs() > step * 0.75) {
                let unit = if at + step > to && self.language == Language::ZhCn { self.unit.as_str() } else { "" };
                x = x.tick(at, format!("{}{unit}", label(at)), false);
            }
        }
        if let Some(now) = now {
            x = x.tick(now, label(now), true);
        }
        let (low, high) = self.y;
        let ticks = (0..8_u8).map(|tick| low + f64::from(tick) * self.step);
        let y = ticks.filter(|at| *at <= high + self.step * 1e-6);
        (x, y.fold(Axis::new(low..=high), |axis, at| axis.tick(at, label(at), false)))
    }

    /// First everything that is a line or a mark, then the words on top of it.
    fn draw(&self, c: &Canvas<'_>, sheet: &Sheet<'_>) {
        c.line(&self.line, c.stroke(Tone::Accent, 2.0), Dash::Solid);
        let asked = self.budget.and_then(|budget| Some((budget, self.best_of(budget)?)));
        if let Some((budget, best)) = asked {
            c.drop_line(budget, best, c.palette.accent);
            c.ring(budget, best);
        }
        if let Some(present) = self.frontier.present {
            marks(c, present);
        }
        if let Some((budget, best)) = asked {
            let text = t!(sheet.cx.words, "proposal-frontier-best", value = won(objective(sheet), best));
            // The line rises to the right, so that there is room above it at the left; words too wide for that go on at
            // the right, above what is said of the present.
            let words =
                Words { anchor: Align2::RIGHT_BOTTOM, offset: (-4.0, -6.0), ..Words::left(&text, Tone::Accent) };
            c.words_inside(budget, best, words.semibold());
        }
        if let Some(present) = self.frontier.present {
            told(c, sheet, present);
        }
    }

    /// The most a budget buys, between the points that are known.
    fn best_of(&self, budget: f64) -> Option<f64> {
        if let Some((_, response)) = self.proposed.filter(|(aim, _)| *aim == Aim::MostResponse { budget }) {
            return Some(response);
        }
        let points = &self.frontier.points;
        let after = points.iter().position(|point| point.budget >= budget)?;
        let right = points.get(after)?;
        let left = points.get(after.wrapping_sub(1)).filter(|left| left.budget <= budget);
        let between = |left: &Point| {
            let part = (budget - left.budget) / (right.budget - left.budget);
            left.response + part * (right.response - left.response)
        };
        match left {
            Some(left) => Some(between(left)),
            None => (right.budget <= budget).then_some(right.response),
        }
    }

    /// A click or a drag chooses the budget there; with the focus, the arrow keys do.
    fn choose(&self, ui: &Ui, sheet: &Sheet<'_>, (area, frame): (Rect, Rect), name: &str) -> Option<Money> {
        let (currency, step) = (sheet.cx.currency(), sheet.cx.report.allocation.moved_by);
        let response = ui.interact(area, Id::unique("allocation frontier"), Sense::click_and_drag());
        let (from, to) = self.x;
        let budget = self.budget.or(self.frontier.present.map(|present| present.spend)).unwrap_or(from);
        slides(ui, &response, (name, budget, &(from..=to)));
        focus_ring(ui, &response);
        if response.clicked() {
            response.request_focus();
        }
        let money = |units: f64| on_steps(currency, units.clamp(from, to), step);
        let at = |pos: Pos2| from + f64::from((pos.x - frame.left()) / frame.width().max(1.0)) * (to - from);
        if let Some(pos) = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged()) {
            return money(at(pos));
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        let keys = slide_keys(ui, &response);
        if let Some(budget) = response.hover_pos().and_then(|pos| money(at(pos))) {
            self.hint(sheet, response, budget);
        }
        // A step of the plan, or what can be seen on the plot.
        let stride = currency.units(step).max((to - from) / 40.0);
        (keys != 0).then(|| money(budget + f64::from(keys) * stride)).flatten()
    }

    /// What the place under the mouse stands for.
    fn hint(&self, sheet: &Sheet<'_>, response: Response, budget: Money) {
        let cx = sheet.cx;
        let Some(best) = self.best_of(cx.currency().units(budget)) else { return };
        let won = won_named(cx.plan, cx.words, objective(sheet), &won(objective(sheet), best));
        let budget = number::amount_named(cx.words, cx.currency(), budget);
        response.on_hover_text_at_pointer(t!(cx.words, "proposal-frontier-hint", budget = budget, won = won));
    }
}

/// The plan's own point, how far it lies below, and where its result would cost less.
fn marks(c: &Canvas<'_>, present: Present) {
    let Present { spend, response, .. } = present;
    let gap = Stroke::new(1.5, c.palette.text);
    c.drop_line(spend, response, c.palette.text);
    if let Some(best) = present.best_response {
        c.line(&[[spend, response], [spend, best]], gap, Dash::Solid);
        c.ring(spend, best);
    }
    if let Some(least) = cheaper(present) {
        c.drop_line(least, response, c.palette.accent);
        c.line(&[[least, response], [spend, response]], gap, Dash::Solid);
        c.ring(least, response);
    }
    c.dot(spend, response, c.palette.text);
}

/// The least money for the present result, if that is less than it costs.
fn cheaper(present: Present) -> Option<f64> {
    present.least_spend.filter(|least| present.spend - least >= 1.0)
}

/// What the present point and the cheaper one stand for, in two lines below the dot.
fn told(c: &Canvas<'_>, sheet: &Sheet<'_>, present: Present) {
    let (words, currency, objective) = (sheet.cx.words, sheet.cx.currency(), objective(sheet));
    let now = t!(words, "proposal-frontier-now", value = won(objective, present.response));
    let less = cheaper(present).map(|least| {
        let saved = currency.amount(present.spend - least).unwrap_or_default();
        let amount = number::amount_named(words, currency, saved);
        t!(words, "proposal-frontier-less", objective = objective.code(), amount = amount)
    });
    let (at, frame) = (c.at(present.spend, present.response), c.frame());
    let wide = width(c, &now, theme::text(size::SMALL));
    let at_right = at.x + 9.0 + wide <= c.area().right();
    let (anchor, x, y): (_, f32, f32) =
        if at_right { (Align2::LEFT_TOP, 9.0, 1.0) } else { (Align2::RIGHT_TOP, -9.0, 8.0) };
    // Both lines move up where they would stand on the labels of the axis.
    let tall = if less.is_some() { 2.0 * LINE } else { LINE };
    let y = y.min(frame.bottom() - tall - at.y);
    if let Some(less) = less {
        let below = Words { anchor, offset: (x, y + LINE), ..Words::right(&less, Tone::Accent) };
        c.words_inside(present.spend, present.response, below);
    }
    let beside = Words { anchor, offset: (x, y), ..Words::right(&now, Tone::Plain) };
    c.words_inside(present.spend, present.response, beside);
}

/// Between two lines of words in a plot.
const LINE: f32 = 16.0;

/// The points of the frontier, and what the same job and the last answer know to lie between or beyond them.
fn line(frontier: &Frontier, proposed: Option<(Aim, f64)>) -> Vec<[f64; 2]> {
    let mut line: Vec<[f64; 2]> = frontier.points.iter().map(|point| [point.budget, point.response]).collect();
    if let Some(present) = frontier.present {
        line.extend(present.best_response.map(|best| [present.spend, best]));
        line.extend(cheaper(present).map(|least| [least, present.response]));
    }
    let (first, last) = ends(line.iter().map(|[x, _]| *x));
    if let Some((Aim::MostResponse { budget }, response)) = proposed
        && (budget < first || budget > last)
    {
        line.push([budget, response]);
    }
    line.sort_by(|a, b| a[0].total_cmp(&b[0]));
    line
}

/// The least and the largest.
fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
}

/// Ends of the upright axis and the distance of its ticks; below the lowest mark there is room for two lines of words.
fn upright((low, high): (f64, f64), lowest: f64) -> ((f64, f64), f64) {
    let step = neat((high - low).max(high.abs() * 1e-6).max(1e-6) / 3.0);
    // Half a step is a good beginning if it can be read: 30k, 34k, 38k, but not 11.25k.
    let half = 5.0 * step / 10_f64.powf(step.log10().floor());
    let grid = if (half - half.round()).abs() < 1e-6 { step / 2.0 } else { step };
    let mut from = (low / grid + 1e-9).floor() * grid;
    let mut to = from + ((high - from) / step - 1e-9).ceil().max(1.0) * step;
    if lowest - from < 0.36 * (to - from) && from >= step {
        from -= step;
    }
    if to - high < 0.08 * (to - from) {
        to += step;
    }
    ((from, to), step)
}

fn width(c: &Canvas<'_>, line: &str, font: FontId) -> f32 {
    c.painter.layout_no_wrap(line.to_owned(), font, c.palette.text).size().x
}

fn objective(sheet: &Sheet<'_>) -> crate::plan::allocation::Objective {
    sheet.cx.report.allocation.objective
}
