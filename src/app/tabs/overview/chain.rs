//! The chain from money to the goal: a stack of bars at each step, bands between them by source.

use eframe::egui::{Align, Align2, Color32, Painter, Rangef, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::context::Cx;
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::bands::{Band, heights, stack};
use crate::app::widgets::plot::marks::{Dash, dashed};
use crate::app::widgets::text::{elided, fitted, paint_galley, runs_job};
use crate::app::widgets::{Run, apart};
use crate::calc::chain::{Flow, Link, Source};
use crate::calc::goal::Figure;
use crate::plan::{Money, Task};
use crate::t;
use crate::words::names::currency_name;
use crate::words::number;

/// Where the bars begin, below the figures.
const TOP: f32 = 76.0;
/// Room for the words below the bars.
const BELOW: f32 = 50.0;
const BAR: f32 = 14.0;
const GOAL_BAR: f32 = 22.0;
/// Where each step stands, as a share of the width.
const STEPS: [f32; 6] = [0.0, 0.176, 0.347, 0.5145, 0.6752, 0.841];

/// A step of the chain in finished figures.
struct Step {
    label: String,
    total: String,
    values: [f64; 4],
    shown: [String; 4],
}

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
        head(ui, area, index, (&step.label, &step.total));
        label_ends.push(column(ui, cx, (step, rects), (area, index == 0)));
    }
    let unit = currency_name(&cx.currency().code, cx.words);
    let label = t!(cx.words, "overview-step-contributed", unit = unit);
    let expected = cx.report.goal.expected.revenue;
    let expected_shown =
        if expected == Money::ZERO { number::NOTHING.to_owned() } else { number::estimate(cx.currency(), expected) };
    head(ui, area, 5, (&label, &expected_shown));
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
    let money = |flow: &Flow| number::money(currency, flow.money, decimals);
    let people = |value: fn(&Flow) -> f64, decimals: usize, label: String| {
        let parts = number::rounded_parts(&chain.flows.map(|flow| value(&flow)), value(&chain.total), decimals);
        let shown = std::array::from_fn(|index| number::trimmed(parts[index], decimals));
        let total = figure(value(&chain.total), number::trimmed(value(&chain.total), decimals));
        Step { label, total, values: chain.flows.map(|flow| value(&flow)), shown }
    };
    [
        Step {
            label: t!(cx.words, "overview-step-money", unit = &unit),
            total: figure(currency.units(chain.total.money), money(&chain.total)),
            values: chain.flows.map(|flow| currency.units(flow.money)),
            shown: chain.flows.map(|flow| money(&flow)),
        },
        people(|flow| flow.reached, 0, cx.words.text("overview-step-reached")),
        people(|flow| flow.leads, 0, cx.words.text("overview-step-leads")),
        people(|flow| flow.customers, 1, cx.words.text("overview-step-customers")),
        people(|flow| flow.revenue, 0, t!(cx.words, "overview-step-revenue", unit = &unit)),
    ]
}

/// A figure of the goal: exact as typed, in whole units where it follows from others.
pub(super) fn figure_shown(cx: &Cx, figure: Figure<Money>) -> String {
    if figure.derived {
        number::estimate(cx.currency(), figure.value)
    } else {
        number::amount(cx.currency(), figure.value)
    }
}

/// Height of the bars.
fn bars_of(area: Rect) -> f32 {
    area.height() - TOP - BELOW
}

fn figure(value: f64, shown: String) -> String {
    if value > 0.0 { shown } else { number::NOTHING.to_owned() }
}

fn bars(area: Rect, step: &Step, at: f32) -> Vec<Rect> {
    let corner = pos2((area.left() + area.width() * at).round(), area.top() + TOP);
    stack(corner, BAR, &heights(&step.values, bars_of(area)))
}

fn tone(source: Source) -> Tone {
    match source {
        Source::Task(task) => Tone::Task(task),
        Source::Ripple => Tone::Accent,
    }
}

const SOURCES: [Source; 4] = [Source::Task(Task::A), Source::Task(Task::B), Source::Task(Task::W), Source::Ripple];

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

fn head(ui: &Ui, area: Rect, index: usize, (label, total): (&str, &str)) {
    let palette = theme::palette(ui);
    let left = (area.left() + area.width() * STEPS[index]).round();
    let right = STEPS.get(index + 1).map_or(area.right(), |next| area.left() + area.width() * next - 8.0);
    let ink = if total == number::NOTHING { palette.weak } else { palette.text };
    let label = elided(ui.painter(), label, theme::text(size::SMALL), palette.weak, right - left);
    let total = fitted(ui.painter(), total, theme::semibold(size::FIGURE), ink, right - left);
    for (galley, y) in [(label, 10.0), (total, 35.0)] {
        paint_galley(ui.painter(), pos2(left, area.top() + y), Align2::LEFT_CENTER, galley);
    }
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

/// The last step: what the goal is made of.
struct Goal {
    /// Where the source bars stand, in the order of the sources.
    sources: Vec<Rect>,
    baseline: Rect,
    line: Option<f32>,
    missing: Option<Rect>,
    area: Rect,
}

/// Words and an amount at a height of the last bar.
struct GoalRow {
    y: f32,
    word: String,
    amount: String,
    tone: Tone,
}

impl Goal {
    #[expect(clippy::cast_possible_truncation, reason = "heights on screen")]
    fn of(cx: &Cx, area: Rect) -> Self {
        let (report, currency) = (cx.report, cx.currency());
        let expected = currency.units(report.goal.expected.revenue);
        let target = report.goal.target.revenue.map(|figure| currency.units(figure.value));
        let full = target.unwrap_or(0.0).max(expected);
        let height = |value: f64| if full > 0.0 { (value / full) as f32 * bars_of(area) } else { 0.0 };
        let left = (area.left() + area.width() * STEPS[5]).round();
        let bottom = area.top() + TOP + bars_of(area);
        let bar = |top: f32, tall: f32| Rect::from_min_size(pos2(left, top), vec2(GOAL_BAR, tall));
        let mut top = bottom - height(expected);
        let mut sources = Vec::new();
        for flow in &report.chain.flows {
            sources.push(bar(top, height(flow.revenue)));
            top += height(flow.revenue);
        }
        let line = target.map(|target| bottom - height(target));
        let missing = target.filter(|target| *target > expected).map(|target| {
            Rect::from_min_max(pos2(left, bottom - height(target)), pos2(left + GOAL_BAR, bottom - height(expected)))
        });
        Self { sources, baseline: bar(top, (bottom - top).max(0.0)), line, missing, area }
    }

    fn paint(&self, ui: &Ui, cx: &Cx) {
        let (palette, painter) = (theme::palette(ui), ui.painter());
        for (rect, source) in self.sources.iter().zip(SOURCES) {
            painter.rect_filled(*rect, 0.0, palette.mark(tone(source)));
        }
        painter.rect_filled(self.baseline, 0.0, palette.faint);
        if let Some(missing) = self.missing {
            let inside = missing.shrink(0.75);
            let outline = [inside.left_top(), inside.right_top(), inside.right_bottom(), inside.left_bottom()];
            let outline = outline.into_iter().chain([inside.left_top()]).collect();
            painter.extend(dashed(outline, Stroke::new(1.5, palette.warn), Dash::Dotted));
        }
        let left = self.baseline.left();
        let mut rows = self.rows(cx);
        rows.sort_by(|one, other| one.y.total_cmp(&other.y));
        let room = Rangef::new(self.area.top() + TOP, self.area.top() + TOP + bars_of(self.area) + 2.0);
        let wanted: Vec<f32> = rows.iter().map(|row| row.y).collect();
        for (row, y) in rows.iter().zip(apart(&wanted, &|_| 17.0, room)) {
            let look = (palette.ink(row.tone), row.tone != Tone::Weak);
            self.row(painter, (left + GOAL_BAR + 8.0, y), (&row.word, &row.amount), look);
        }
        let Some(line) = self.line else { return };
        let right = if self.is_surpassed() { left + GOAL_BAR + 4.0 } else { self.area.right() };
        painter.hline(left..=right, line, Stroke::new(2.0, palette.text));
        if let Some(target) = cx.report.goal.target.revenue.filter(|_| !self.is_surpassed()) {
            let (word, amount) = (cx.words.text("overview-goal-short"), figure_shown(cx, target));
            self.row(painter, (left, line - 11.0), (&word, &amount), (palette.text, true));
        }
    }

    /// Whether more is expected than the goal asks for: its line then crosses the bar, and its words stand beside it.
    fn is_surpassed(&self) -> bool {
        self.line.is_some_and(|line| line > self.area.top() + TOP + 0.5)
    }

    /// The words at the bar: what is missing, what this plan adds, what there was; the goal, if it is surpassed.
    fn rows(&self, cx: &Cx) -> Vec<GoalRow> {
        let report = &cx.report.goal;
        let row = |y: f32, key: &str, amount: String, tone: Tone| GoalRow { y, word: cx.words.text(key), amount, tone };
        let estimate = |amount: Money| number::estimate(cx.currency(), amount);
        let mut rows = Vec::new();
        if let (Some(missing), Some(amount)) = (self.missing, report.missing_revenue) {
            rows.push(row(missing.top() + 10.0, "overview-missing", estimate(amount), Tone::Warn));
        }
        let won = report.expected.revenue.minus(report.baseline.revenue).unwrap_or_default();
        let sources = self.sources.iter().copied().fold(Rect::NOTHING, Rect::union);
        if sources.height() > 0.5 {
            rows.push(row(sources.center().y, "overview-this-plan", estimate(won), Tone::Plain));
        }
        if self.baseline.height() > 0.5 {
            let y = self.baseline.center().y;
            let baseline = number::amount(cx.currency(), report.baseline.revenue);
            rows.push(row(y, "overview-baseline", baseline, Tone::Weak));
        }
        if let (Some(line), Some(target), true) = (self.line, report.target.revenue, self.is_surpassed()) {
            rows.push(row(line, "overview-goal-short", figure_shown(cx, target), Tone::Plain));
        }
        rows
    }

    fn row(&self, painter: &Painter, (x, y): (f32, f32), (word, amount): (&str, &str), (ink, bold): (Color32, bool)) {
        let font = if bold { theme::semibold(size::SMALL) } else { theme::text(size::SMALL) };
        let word = painter.layout_no_wrap(word.to_owned(), theme::text(size::SMALL), ink);
        let room = self.area.right() - x - word.size().x - 6.0;
        let amount = fitted(painter, amount, font, ink, room);
        paint_galley(painter, pos2(self.area.right(), y), Align2::RIGHT_CENTER, amount);
        paint_galley(painter, pos2(x, y), Align2([Align::Min, Align::Center]), word);
    }
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
            narrow(ui, cx, (area, middle, free), &passed(cx, link, rate, 1).0, needed);
        } else {
            let (value, word) = passed(cx, link, rate, 1);
            let words = [Run::strong(value), Run::weak(format!(" {word}"))];
            centred(ui, &words, (middle, area.top() + TOP + bars_of(area) + 19.0));
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
fn narrow(ui: &Ui, cx: &Cx, (area, middle, free): (Rect, f32, f32), now: &str, needed: Option<String>) {
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
}

fn centred(ui: &Ui, words: &[Run], (x, y): (f32, f32)) {
    let galley = ui.painter().layout_job(runs_job(theme::palette(ui), words, size::SMALL));
    paint_galley(ui.painter(), pos2(x, y), Align2::CENTER_CENTER, galley);
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
