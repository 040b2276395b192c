//! The chain from money to the goal: a stack of bars at each step, bands between them by source.

mod goal;
mod places;

use eframe::egui::{Align2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::context::Cx;
use crate::app::explain::explains;
use crate::app::theme::{self, size};
use crate::app::widgets::bands::{Band, heights, stack};
use crate::app::widgets::plot::marks::{Dash, dashed};
use crate::app::widgets::text::{elided, fitted, paint_galley, runs_job};
use crate::app::widgets::{Run, apart};
use crate::calc::chain::{Flow, Link, Source};
use crate::calc::explain::{Figure, Quantity, Standing, Yield};
use crate::plan::Money;
use crate::t;
use crate::words::names::currency_name;
use crate::words::number;

pub use goal::figure_shown;

use goal::Goal;
use places::{BAR, BELOW, SOURCES, STEPS, TOP, bars_of, tone};

/// A step of the chain in finished figures.
struct Step {
    label: String,
    total: String,
    values: [f64; 4],
    shown: [String; 4],
}

/// What the totals of the steps are.
const TOTALS: [Figure; 5] = [
    Figure::AllMoney,
    Figure::Reached,
    Figure::Won(Yield::Leads),
    Figure::Won(Yield::Customers),
    Figure::Won(Yield::Revenue),
];

/// Draws the chain, its bars `tall` high.
pub fn ui(ui: &mut Ui, cx: &Cx, tall: f32) {
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), TOP + tall + BELOW), Sense::hover());
    let steps = steps(cx);
    let flowing = cx.report.chain.total.reached > 0.0 || cx.currency().units(cx.report.chain.total.money) > 0.0;
    let stacks: Vec<Vec<Rect>> = steps.iter().zip(STEPS).map(|(step, at)| bars(area, step, at)).collect();
    let goal = Goal::of(cx, area);
    bands(ui, &stacks, &goal);
    let mut label_ends = Vec::new();
    for (index, (step, rects)) in steps.iter().zip(&stacks).enumerate() {
        let total = head(ui, area, index, (&step.label, &step.total));
        number_of(ui, cx, (total, &step.total), TOTALS[index].clone());
        label_ends.push(column(ui, cx, (step, rects), (area, index == 0)));
    }
    let unit = currency_name(&cx.currency().code, cx.words);
    let label = t!(cx.words, "overview-step-contributed", unit = unit);
    let expected = cx.report.goal.expected.revenue;
    let expected_shown =
        if expected == Money::ZERO { number::NOTHING.to_owned() } else { number::estimate(cx.currency(), expected) };
    let total = head(ui, area, 5, (&label, &expected_shown));
    number_of(ui, cx, (total, &expected_shown), Figure::Goal(Standing::Expected, Quantity::Revenue));
    goal.paint(ui, cx);
    if flowing {
        links(ui, cx, area, &label_ends);
    } else {
        skeleton(ui, area);
    }
}

fn steps(cx: &Cx) -> [Step; 5] {
    let (chain, currency) = (&cx.report.chain, cx.currency());
    let unit = currency_name(&currency.code, cx.words);
    let decimals = number::money_decimals(currency, chain.flows.iter().map(|flow| flow.money));
    let allocation = cx.report.expected();
    let money = |flow: &Flow| match flow.source {
        Source::Task(task) if allocation.task(task).too_large => number::NOTHING.to_owned(),
        _ => number::money(currency, flow.money, decimals),
    };
    let all_money = if chain.money_known { money(&chain.total) } else { number::NOTHING.to_owned() };
    let people = |value: fn(&Flow) -> f64, label: String| {
        let parts = number::rounded_parts(&chain.flows.map(|flow| value(&flow)), value(&chain.total), 0);
        let shown = std::array::from_fn(|index| number::count(parts[index], 0));
        let total = figure(value(&chain.total), number::expected(value(&chain.total)));
        Step { label, total, values: chain.flows.map(|flow| value(&flow)), shown }
    };
    [
        Step {
            label: t!(cx.words, "overview-step-money", unit = &unit),
            total: figure(currency.units(chain.total.money), all_money),
            values: chain.flows.map(|flow| currency.units(flow.money)),
            shown: chain.flows.map(|flow| money(&flow)),
        },
        people(|flow| flow.reached, cx.words.text("overview-step-reached")),
        people(|flow| flow.leads, cx.words.text("overview-step-leads")),
        people(|flow| flow.customers, cx.words.text("overview-step-customers")),
        people(|flow| flow.revenue, t!(cx.words, "overview-step-revenue", unit = &unit)),
    ]
}

fn figure(value: f64, shown: String) -> String {
    if value > 0.0 { shown } else { number::NOTHING.to_owned() }
}

fn bars(area: Rect, step: &Step, at: f32) -> Vec<Rect> {
    let corner = pos2((area.left() + area.width() * at).round(), area.top() + TOP);
    stack(corner, BAR, &heights(&step.values, bars_of(area)))
}

fn source_name(cx: &Cx, source: Source) -> String {
    match source {
        Source::Task(task) => task.letter().to_owned(),
        Source::Ripple => cx.words.text("overview-ripple-source"),
    }
}

fn bands(ui: &Ui, stacks: &[Vec<Rect>], goal: &Goal) {
    let palette = theme::palette(ui);
    let share = if palette.dark { 0.22 } else { 0.17 };
    let steps = stacks.iter().map(Vec::as_slice).chain([goal.sources.as_slice()]).collect::<Vec<&[Rect]>>();
    for pair in steps.windows(2) {
        for ((from, to), source) in pair[0].iter().zip(pair[1]).zip(SOURCES) {
            if from.height() > 0.0 && to.height() > 0.0 {
                Band::between(*from, *to).paint(ui.painter(), palette.mark(tone(source)), share);
            }
        }
    }
}

/// A number that is painted explains itself, too.
fn number_of(ui: &Ui, cx: &Cx, (rect, shown): (Rect, &str), figure: Figure) {
    if shown == number::NOTHING {
        return;
    }
    let response = ui.interact(rect, ui.scope_id().with(&figure), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, shown));
    explains(ui, cx, &response, || Some(figure));
}

/// Label and total of a step; returns where the total stands.
fn head(ui: &Ui, area: Rect, index: usize, (label, total): (&str, &str)) -> Rect {
    let palette = theme::palette(ui);
    let left = (area.left() + area.width() * STEPS[index]).round();
    let right = STEPS.get(index + 1).map_or(area.right(), |next| area.left() + area.width() * next - 8.0);
    let ink = if total == number::NOTHING { palette.weak } else { palette.text };
    let label = elided(ui.painter(), label, theme::text(size::SMALL), palette.weak, right - left);
    let total = fitted(ui.painter(), total, theme::semibold(size::FIGURE), ink, right - left);
    paint_galley(ui.painter(), pos2(left, area.top() + 10.0), Align2::LEFT_CENTER, label);
    paint_galley(ui.painter(), pos2(left, area.top() + 35.0), Align2::LEFT_CENTER, total)
}

/// The bars of a step with their numbers; the first step names the sources. Returns where the numbers end.
fn column(ui: &Ui, cx: &Cx, (step, rects): (&Step, &[Rect]), (area, first): (Rect, bool)) -> f32 {
    let palette = theme::palette(ui);
    let mut spoken = format!("{} {}", step.label, step.total);
    let mut labels: Vec<(f32, Vec<Run>)> = Vec::new();
    for ((rect, source), shown) in rects.iter().zip(SOURCES).zip(&step.shown) {
        if rect.height() <= 0.0 {
            continue;
        }
        let bar = Rect::from_min_size(rect.min, vec2(rect.width(), rect.height().max(1.0)));
        ui.painter().rect_filled(bar, 0.0, palette.mark(tone(source)));
        let name = source_name(cx, source);
        spoken.extend([", ", name.as_str(), " ", shown.as_str()]);
        let number = Run::new(shown, tone(source));
        let words = if first {
            vec![Run::new(name, tone(source)).semibold(), Run::new(format!(" {shown}"), tone(source))]
        } else {
            vec![number]
        };
        labels.push((rect.center().y, words));
    }
    let Some(first_rect) = rects.first() else { return area.left() };
    let column = Rect::from_min_size(first_rect.min, vec2(BAR, bars_of(area)));
    let response = ui.interact(column, ui.scope_id().with(("step", &step.label)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &spoken));
    let wanted: Vec<f32> = labels.iter().map(|(y, _)| *y).collect();
    let mut end = column.right();
    for ((_, words), y) in labels.iter().zip(apart(&wanted, &|_| 15.0, column.y_range().expand(2.0))) {
        let galley = ui.painter().layout_job(runs_job(palette, words, size::SMALL));
        let shown = paint_galley(ui.painter(), pos2(column.right() + 7.0, y), Align2::LEFT_CENTER, galley);
        end = end.max(shown.right());
    }
    end
}

/// What each step passes on, between the stacks; the narrowest place with its mark.
fn links(ui: &Ui, cx: &Cx, area: Rect, label_ends: &[f32]) {
    let chain = &cx.report.chain;
    for (index, link) in Link::ALL.into_iter().enumerate() {
        let middle = area.left() + area.width() * (STEPS[index] + STEPS[index + 1]) / 2.0 + BAR / 2.0;
        let Some(rate) = chain.rate(link, cx.currency()) else { continue };
        if let Some(narrowest) = chain.narrowest.filter(|narrowest| narrowest.link == link) {
            let needed = narrowest.needed.map(|needed| passed(cx, link, needed, 2).0);
            let free = label_ends.get(index).map_or(area.left(), |end| end + 8.0);
            let shown = passed(cx, link, rate, 1).0;
            let frame = narrow(ui, cx, (area, middle, free), &shown, needed);
            number_of(ui, cx, (frame, &shown), Figure::Rate(link));
        } else {
            let (value, word) = passed(cx, link, rate, 1);
            let words = [Run::strong(&value), Run::weak(format!(" {word}"))];
            let said = centred(ui, &words, (middle, area.top() + TOP + bars_of(area) + 19.0));
            number_of(ui, cx, (said, &format!("{value} {word}")), Figure::Rate(link));
        }
    }
}

/// A rate in words: what a contact costs, the share that goes on, what a customer is worth.
fn passed(cx: &Cx, link: Link, rate: f64, decimals: usize) -> (String, String) {
    let unit = currency_name(&cx.currency().code, cx.words);
    match link {
        Link::Reach => (number::count(1.0 / rate, 2), t!(cx.words, "overview-each", unit = unit)),
        Link::LeadRate => (number::percent(cx.language(), rate, decimals), cx.words.text("overview-become-leads")),
        Link::CloseRate => (number::percent(cx.language(), rate, decimals), cx.words.text("overview-sign")),
        Link::Value => (number::count(rate, 0), t!(cx.words, "overview-each", unit = unit)),
    }
}

/// The mark of the narrowest place, in the middle between two stacks but not over the words before `free`.
/// Returns where the rate stands.
fn narrow(ui: &Ui, cx: &Cx, (area, middle, free): (Rect, f32, f32), now: &str, needed: Option<String>) -> Rect {
    let (palette, painter) = (theme::palette(ui), ui.painter());
    let value = painter.layout_no_wrap(now.to_owned(), theme::semibold(size::ACTION), palette.warn);
    let box_size = value.size() + vec2(30.0, 12.0);
    let middle = middle.max(free + box_size.x / 2.0);
    let (top, bottom) = (area.top() + TOP - 9.0, area.top() + TOP + bars_of(area) + 9.0);
    let line = vec![pos2(middle, top), pos2(middle, bottom)];
    painter.extend(dashed(line, Stroke::new(1.5, palette.warn), Dash::Dotted));
    for (y, point) in [(top, 8.0), (bottom, -8.0)] {
        let corners = vec![pos2(middle - 7.0, y), pos2(middle + 7.0, y), pos2(middle, y + point)];
        painter.add(eframe::egui::Shape::convex_polygon(corners, palette.warn, Stroke::NONE));
    }
    let frame = Rect::from_center_size(pos2(middle, area.top() + TOP + bars_of(area) / 2.0), box_size);
    painter.rect(frame, 4.0, palette.panel, Stroke::new(1.0, palette.warn), eframe::egui::StrokeKind::Inside);
    paint_galley(painter, frame.center(), Align2::CENTER_CENTER, value);
    let title = [Run::warn(cx.words.text("overview-narrowest")).sized(size::BODY)];
    centred(ui, &title, (middle, area.top() + TOP + bars_of(area) + 21.0));
    let words = match needed {
        Some(needed) => t!(cx.words, "overview-would-reach", value = needed),
        None => cx.words.text("overview-most-to-win"),
    };
    centred(ui, &[Run::weak(words)], (middle, area.top() + TOP + bars_of(area) + 40.0));
    frame
}

fn centred(ui: &Ui, words: &[Run], (x, y): (f32, f32)) -> Rect {
    let galley = ui.painter().layout_job(runs_job(theme::palette(ui), words, size::SMALL));
    paint_galley(ui.painter(), pos2(x, y), Align2::CENTER_CENTER, galley)
}

/// The empty form: hollow bars where the stacks will stand.
fn skeleton(ui: &Ui, area: Rect) {
    let palette = theme::palette(ui);
    for at in STEPS.iter().take(5) {
        let corner = pos2((area.left() + area.width() * at).round(), area.top() + TOP);
        let bar = Rect::from_min_size(corner, vec2(BAR, bars_of(area)));
        ui.painter().rect_stroke(bar, 0.0, palette.hairline(), eframe::egui::StrokeKind::Inside);
    }
}
