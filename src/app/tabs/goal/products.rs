//! Two products that must be equal: rectangles on one scale of area, and the equation below them.

use std::ops::RangeInclusive;

use eframe::egui::{Align, Align2, Layout, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::figures::Kind;
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::icons::{self, Icon};
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::plot::marks::dashed;
use crate::app::widgets::text::{fitted, paint_galley, text_width};
use crate::app::widgets::{Dash, Field, parsed_field, section, weak, word_chip};
use crate::calc::goal::{Standing, TieOut};
use crate::plan::{Goal, Money};
use crate::t;
use crate::words::names::currency_name;
use crate::words::number;

/// Height of the rectangles at most, as there is room, and what the drawing has above and below them.
pub(super) const TALLEST: RangeInclusive<f32> = 96.0..=400.0;
const AROUND: f32 = 26.0;

/// Shares of the width: before the left rectangle, and each rectangle at most.
const INDENT: f32 = 0.03;
const WIDEST: [f32; 2] = [0.24, 0.37];

/// Draws the section in a column with room for rectangles of this height.
pub fn ui(ui: &mut Ui, section_of: &mut Editing<'_, Goal>, cx: &Cx, room: f32) {
    let unit = currency_name(&cx.currency().code, cx.words);
    section(ui, &cx.words.text("goal-products"), &t!(cx.words, "goal-products-subtitle", unit = unit));
    let (area, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), room.clamp(*TALLEST.start(), *TALLEST.end()) + AROUND),
        Sense::hover(),
    );
    drawing(ui, area, cx);
    tie_out(ui, area, cx);
    equation(ui, section_of, cx);
}

/// One product as width × height: goal, expected, baseline.
struct Product {
    goal: Option<(f64, f64)>,
    expected: (f64, f64),
    baseline: (f64, f64),
}

impl Product {
    fn largest(&self) -> (f64, f64) {
        let all = [self.goal.unwrap_or_default(), self.expected, self.baseline];
        (all.iter().map(|side| side.0).fold(0.0, f64::max), all.iter().map(|side| side.1).fold(0.0, f64::max))
    }
}

fn products(cx: &Cx) -> [Product; 2] {
    let (report, currency) = (&cx.report.goal, cx.currency());
    let (target, units) = (&report.target, |money: Money| currency.units(money));
    let by_customers = |standing: &Standing| (standing.customers, standing.value_per_customer.map_or(0.0, units));
    let by_share = |standing: &Standing| (units(standing.total_revenue), standing.share.unwrap_or(0.0));
    let customers = target.customers.zip(target.value_per_customer);
    let share = target.total_revenue.zip(target.share);
    [
        Product {
            goal: customers.map(|(customers, value)| (customers.value, units(value.value))),
            expected: by_customers(&report.expected),
            baseline: by_customers(&report.baseline),
        },
        Product {
            goal: share.map(|(total, share)| (units(total.value), share.value)),
            expected: by_share(&report.expected),
            baseline: by_share(&report.baseline),
        },
    ]
}

/// Equal money is equal area: the scale is the largest at which both products fit into their rooms.
fn drawing(ui: &Ui, area: Rect, cx: &Cx) {
    let floor = area.bottom() - 8.0;
    let tallest = f64::from(area.height() - AROUND);
    let widest = [area.width() * WIDEST[0], area.width() * WIDEST[1]];
    let left = [area.left() + area.width() * INDENT, area.right() - widest[1]];
    let products = products(cx);
    let scale = products.iter().zip(widest).filter_map(|(product, widest)| {
        let (width, height) = product.largest();
        let most = width * height;
        (most > 0.0).then(|| f64::from(widest) * tallest / most)
    });
    let scale = scale.fold(f64::INFINITY, f64::min);
    for (index, product) in products.iter().enumerate() {
        let (width, height) = product.largest();
        let empty = Rect::from_min_max(pos2(left[index], floor - 60.0), pos2(left[index] + widest[index], floor));
        if width * height <= 0.0 || product.goal.is_none() {
            dashed_outline(ui, empty);
            continue;
        }
        // The left product is as tall as there is room, the right one as wide: what is left over is the other side.
        let (across, up) = if index == 0 {
            let up = tallest / height;
            (scale / up, up)
        } else {
            let across = f64::from(widest[1]) / width;
            (across, scale / across)
        };
        let corner = pos2(left[index], floor);
        paint(ui, product, &|side| rect_of(corner, side, (across, up)), cx);
    }
}

#[allow(clippy::cast_possible_truncation)] // pixels
fn rect_of(corner: eframe::egui::Pos2, (width, height): (f64, f64), (across, up): (f64, f64)) -> Rect {
    let size = vec2((width * across) as f32, (height * up) as f32);
    Rect::from_min_size(pos2(corner.x, corner.y - size.y), size)
}

fn dashed_outline(ui: &Ui, rect: Rect) {
    let stroke = Stroke::new(1.5, theme::palette(ui).faint);
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    for side in corners.windows(2) {
        ui.painter().extend(dashed(side.to_vec(), stroke, Dash::Dashed));
    }
}

fn paint(ui: &Ui, product: &Product, place: &dyn Fn((f64, f64)) -> Rect, cx: &Cx) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    let (expected, baseline) = (place(product.expected), place(product.baseline));
    painter.rect_filled(expected, 0.0, palette.accent.gamma_multiply(0.2));
    painter.rect_filled(baseline, 0.0, palette.faint.gamma_multiply(0.7));
    if product.expected.0 * product.expected.1 > 0.0 {
        painter.rect_stroke(expected, 0.0, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
    }
    let goal = place(product.goal.unwrap_or_default());
    painter.rect_stroke(goal, 0.0, Stroke::new(2.0, palette.text), StrokeKind::Inside);
    let word = |at, anchor: Align2, key: &str, (color, font)| {
        painter.text(at, anchor, cx.words.text(key), font, color);
    };
    let (small, strong) = (theme::text(size::SMALL), theme::semibold(size::SMALL));
    let beside = expected.right().max(goal.right());
    if beside + 60.0 < ui.max_rect().right() {
        let at = pos2(beside + 8.0, (goal.top() + 7.0).min(goal.bottom() - 8.0));
        word(at, Align2::LEFT_CENTER, "goal-goal", (palette.text, strong.clone()));
    } else {
        let at = pos2(goal.right(), goal.top().min(expected.top()) - 3.0);
        word(at, Align2::RIGHT_BOTTOM, "goal-goal", (palette.text, strong.clone()));
    }
    if expected.height() - baseline.height() > 15.0 {
        let at = pos2(expected.left() + 8.0, baseline.top() - 9.0);
        word(at, Align2::LEFT_CENTER, "goal-expected", (palette.accent, strong));
    }
    let named = text_width(ui, &cx.words.text("goal-baseline"), small.clone());
    if baseline.height() > 17.0 && baseline.width() >= named + 4.0 {
        let inset = ((baseline.width() - named) / 2.0).min(8.0);
        let at = pos2(baseline.left() + inset, baseline.center().y - 0.5);
        word(at, Align2::LEFT_CENTER, "goal-baseline", (palette.text, small));
    }
}

/// Between the rectangles: whether both sides agree.
fn tie_out(ui: &Ui, area: Rect, cx: &Cx) {
    let currency = cx.currency();
    let named = |money: Money| number::amount_named(cx.words, currency, money);
    let (icon, tone, head, lines) = match cx.report.goal.tie_out {
        TieOut::Agrees { difference } => {
            let head = t!(cx.words, "goal-difference", amount = named(difference));
            (icons::GOOD, Tone::Good, head, cx.words.text("goal-agrees"))
        }
        TieOut::Incomplete => {
            (icons::ADVICE, Tone::Accent, cx.words.text("goal-incomplete"), cx.words.text("goal-incomplete-lines"))
        }
        TieOut::TooLarge { .. } => {
            let lines = cx.words.text("findings-money-too-large-mend");
            (icons::BAD, Tone::Bad, cx.words.text("goal-too-large"), lines)
        }
        TieOut::Clashes { by_customers, revenue, by_share } => {
            let lines = t!(
                cx.words,
                "goal-clash-lines",
                customers = number::amount(currency, by_customers),
                revenue = number::amount(currency, revenue),
                share = number::amount(currency, by_share)
            );
            (icons::BAD, Tone::Bad, cx.words.text("goal-clash"), lines)
        }
    };
    let left = area.left() + area.width() * (INDENT + WIDEST[0]) + 40.0;
    let right = area.right() - area.width() * WIDEST[1] - 8.0;
    let room = Rect::from_x_y_ranges(left..=right, area.y_range());
    verdict(ui, room, (icon, tone), &head, &lines);
}

fn verdict(ui: &Ui, room: Rect, (icon, tone): (Icon, Tone), head: &str, lines: &str) {
    let palette = theme::palette(ui);
    let ink = palette.ink(tone);
    let galley = fitted(ui.painter(), head, theme::semibold(size::BODY), ink, room.width() - 22.0);
    let width = galley.size().x + 22.0;
    let mut job =
        eframe::egui::text::LayoutJob::simple(lines.to_owned(), theme::text(size::SMALL), palette.weak, room.width());
    job.halign = Align::Center;
    let below = ui.painter().layout_job(job);
    let tall = 20.0 + below.size().y;
    let top = (room.bottom() - 8.0 - (room.height() - AROUND) / 2.0 - tall / 2.0).max(room.top() + 4.0);
    let left = room.center().x - width / 2.0;
    let square = Rect::from_min_size(pos2(left, top + 2.0), vec2(16.0, 16.0));
    icons::paint(ui.painter(), icon, square, ink);
    paint_galley(ui.painter(), pos2(left + 22.0, top), Align2::LEFT_TOP, galley);
    ui.painter().galley(pos2(room.center().x, top + 22.0), below, palette.weak);
}

/// Signs of the equation, each behind the figure of its place.
const SIGNS: [&str; 5] = ["×", "=", "=", "×", ""];

/// One figure of the equation, measured.
struct Cell {
    kind: Kind,
    text: String,
    derived: bool,
    width: f32,
}

/// Between two figures there is room for a sign.
const LEAST_PITCH: f32 = 14.0;

fn equation(ui: &mut Ui, section: &mut Editing<'_, Goal>, cx: &Cx) {
    let mut cells = Kind::ALL.map(|kind| cell(ui, section, cx, kind));
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), 50.0), Sense::hover());
    let used: f32 = cells.iter().map(|cell| cell.width).sum();
    // Figures that are too wide for one line get smaller together.
    let scale = ((area.width() - 4.0 * LEAST_PITCH) / used).min(1.0);
    for cell in &mut cells {
        cell.width *= scale;
    }
    let used = used * scale;
    let units: f32 = cells.iter().map(|cell| unit_width(ui, cx, cell.kind)).sum();
    let with_units = area.width() - used - units >= 4.0 * 20.0;
    let pitch = ((area.width() - used - if with_units { units } else { 0.0 }) / 4.0).max(LEAST_PITCH);
    let mut left = area.left();
    for (cell, sign) in cells.iter().zip(SIGNS) {
        let rect = Rect::from_min_size(pos2(left, area.top()), vec2(cell.width, theme::height::FIELD));
        figure(ui, section, cx, (cell, rect));
        let unit = if with_units { unit_width(ui, cx, cell.kind) } else { 0.0 };
        let palette = theme::palette(ui);
        let at = |x: f32| pos2(x, rect.center().y);
        if unit > 0.0 {
            let font = theme::text(size::SMALL);
            ui.painter().text(at(rect.right() + 4.0), Align2::LEFT_CENTER, unit_of(cx, cell.kind), font, palette.weak);
        }
        let middle = rect.right() + unit + pitch / 2.0;
        ui.painter().text(at(middle), Align2::CENTER_CENTER, sign, theme::text(18.0), palette.text);
        // The last one ends with the section.
        let right = (rect.right() + unit + pitch - 4.0).min(area.right());
        caption(ui, cx, cell, Rect::from_min_max(rect.left_bottom(), pos2(right, rect.bottom() + 22.0)));
        left = rect.right() + unit + pitch;
    }
}

fn cell(ui: &Ui, goal: &Goal, cx: &Cx, kind: Kind) -> Cell {
    let shown = kind.shown(&goal.target, cx);
    let font = font(shown.derived, kind);
    let inset = if shown.derived { 2.0 } else { 18.0 };
    let width = (text_width(ui, &shown.text, font) + inset).clamp(48.0, 170.0);
    Cell { kind, text: shown.text, derived: shown.derived, width }
}

fn font(derived: bool, kind: Kind) -> eframe::egui::FontId {
    match (derived, kind) {
        (true, Kind::Revenue) => theme::semibold(size::FIGURE),
        (true, _) => theme::semibold(size::BODY),
        (false, _) => theme::text(size::BODY),
    }
}

fn unit_of(cx: &Cx, kind: Kind) -> String {
    match kind {
        Kind::Customers => cx.words.text("goal-unit-customers"),
        Kind::Share => String::new(),
        Kind::Value | Kind::Revenue | Kind::Total => currency_name(&cx.currency().code, cx.words),
    }
}

fn unit_width(ui: &Ui, cx: &Cx, kind: Kind) -> f32 {
    let unit = unit_of(cx, kind);
    if unit.is_empty() { 0.0 } else { text_width(ui, &unit, theme::text(size::SMALL)) + 4.0 }
}

fn figure(ui: &mut Ui, section: &mut Editing<'_, Goal>, cx: &Cx, (cell, rect): (&Cell, Rect)) {
    let name = cx.words.text(cell.kind.field_name());
    let field = Field::number(cell.kind.id(), &name).entry(cell.kind.entry(cx)).font(font(cell.derived, cell.kind));
    let field = if cell.derived { field.bare() } else { field };
    let layout = Layout::left_to_right(Align::Min);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt(cell.kind.id()));
    let edited = parsed_field(&mut child, field.width(rect.width()), &cell.text, &|text| cell.kind.read(text, cx));
    if let Some(typed) = edited.value {
        cell.kind.write(section, cx, typed);
    }
}

/// The figure's name, and the chip "derived" where there is room for it.
fn caption(ui: &mut Ui, cx: &Cx, cell: &Cell, rect: Rect) {
    let words = cx.words.text(cell.kind.caption());
    let chip = cx.words.text("goal-derived");
    let needed = text_width(ui, &words, theme::text(size::SMALL))
        + space::XS
        + text_width(ui, &chip, theme::semibold(size::SMALL))
        + 10.0;
    let layout = Layout::left_to_right(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt((cell.kind.id(), "caption")));
    child.spacing_mut().item_spacing.x = space::XS;
    if !cell.derived {
        weak(&mut child, &words);
    } else if needed <= rect.width() {
        weak(&mut child, &words);
        word_chip(&mut child, &chip, Tone::Accent);
    } else {
        word_chip(&mut child, &words, Tone::Accent).on_hover_text(chip);
    }
}
