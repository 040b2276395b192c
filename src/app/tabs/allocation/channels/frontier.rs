//! The frontier: the most each budget buys, and how far below it the plan lies. A place on it chooses a budget.

use eframe::egui::{Align2, CursorIcon, Id, Pos2, Rect, Response, Sense, Stroke, Ui, vec2};

use super::Sheet;
use super::by_hand::on_steps;
use super::response::neat;
use super::suggest::{Given, Suggest};
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::chart::round_step;
use crate::app::widgets::text::small;
use crate::app::widgets::{Axis, Canvas, Chart, Dash, Words, focus_ring, slide_keys, slides};
use crate::calc::best_allocation::{Aim, Frontier, Point};
use crate::plan::Money;
use crate::report::proposal::{won, won_named};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Language, number};

/// Draws the plot; returns the budget that was chosen on it. Its room is kept while there is nothing to draw.
pub fn ui(ui: &mut Ui, sheet: &Sheet<'_>, suggest: &Suggest, height: f32) -> Option<Money> {
    let known = suggest.frontier();
    let Some((plot, fresh)) = known.and_then(|(frontier, fresh)| Some((Plot::of(sheet, frontier, suggest)?, fresh)))
    else {
        let says = if known.is_some() { "proposal-frontier-none" } else { "proposal-working" };
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
        let asking = suggest.asking;
        let (first, last) = (frontier.points.first()?, frontier.points.last()?);
        let cx = sheet.cx;
        let now = frontier.present.map(|present| present.response);
        let low = first.response.min(now.unwrap_or(first.response));
        let high = last.response.max(now.unwrap_or(last.response));
        let step = neat((high - low).max(high.abs() * 1e-6).max(1e-6) / 3.0);
        let x = (first.budget, last.budget.max(first.budget + 1.0));
        let budget = cx.currency().units(asking.budget(cx.plan, cx.report.allocation.total.spend));
        Some(Self {
            frontier,
            x,
            step,
            y: ((low / step).floor() * step, (high / step).ceil() * step),
            budget: (asking.given == Given::Budget).then_some(budget),
            proposed: suggest.answer().and_then(|(answer, _)| answer.as_ref().ok()).map(|told| {
                let suggestion = &told.suggestion;
                (suggestion.problem.aim, suggestion.answer.response)
            }),
            language: cx.language(),
            unit: currency_name(&cx.currency().code, cx.words),
        })
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
        (x, Axis::new(low..=high).every(self.step, &label))
    }

    fn draw(&self, c: &Canvas<'_>, sheet: &Sheet<'_>) {
        let points: Vec<[f64; 2]> = self.frontier.points.iter().map(|point| [point.budget, point.response]).collect();
        c.line(&points, c.stroke(Tone::Accent, 2.0), Dash::Solid);
        if let Some(budget) = self.budget
            && let Some(best) = self.best_of(budget)
        {
            let text = t!(sheet.cx.words, "proposal-frontier-best", value = won(objective(sheet), best));
            let above =
                Words { anchor: Align2::RIGHT_BOTTOM, offset: (-4.0, -6.0), ..Words::left(&text, Tone::Accent) };
            c.best(budget, best, above.semibold());
        }
        self.present(c, sheet);
    }

    /// The plan's own point, how far it lies below, and where its result would cost less.
    fn present(&self, c: &Canvas<'_>, sheet: &Sheet<'_>) {
        let Some(present) = self.frontier.present else { return };
        let (words, currency) = (sheet.cx.words, sheet.cx.currency());
        let gap = Stroke::new(1.5, c.palette.text);
        if let Some(best) = present.best_response {
            c.line(&[[present.spend, present.response], [present.spend, best]], gap, Dash::Solid);
            c.ring(present.spend, best);
        }
        let saved = present.least_spend.map(|least| (least, present.spend - least));
        let mut less = String::new();
        if let Some((least, saved)) = saved.filter(|(_, saved)| *saved >= 1.0) {
            c.line(&[[least, present.response], [present.spend, present.response]], gap, Dash::Solid);
            c.drop_line(least, present.response, c.palette.accent);
            c.ring(least, present.response);
            let amount = number::amount_named(words, currency, currency.amount(saved).unwrap_or_default());
            less = t!(words, "proposal-frontier-less", amount = amount);
        }
        let now = t!(words, "proposal-frontier-now", value = won(objective(sheet), present.response));
        // At the right of the dot, unless there is no room.
        let widest = [&now, &less].map(|line| width(c, line)).into_iter().fold(0.0, f32::max);
        let at_right = c.at(present.spend, 0.0).x + 9.0 + widest <= c.area().right();
        let (anchor, left) = if at_right { (Align2::LEFT_TOP, 9.0) } else { (Align2::RIGHT_TOP, -9.0) };
        let below = Words { anchor, offset: (left, 17.0), ..Words::right(&less, Tone::Accent) };
        c.words(present.spend, present.response, below);
        let beside = Words { anchor, offset: (left, 1.0), ..Words::right(&now, Tone::Plain) };
        c.present(present.spend, present.response, beside);
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

fn width(c: &Canvas<'_>, line: &str) -> f32 {
    c.painter.layout_no_wrap(line.to_owned(), theme::text(size::SMALL), c.palette.text).size().x
}

fn objective(sheet: &Sheet<'_>) -> crate::plan::allocation::Objective {
    sheet.cx.plan.allocation.objective
}
