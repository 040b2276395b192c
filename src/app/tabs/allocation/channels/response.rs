//! The response curve of a channel and a table to read it by.

use eframe::egui::{self, Align2, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::{Part, Sheet, form, rows};
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::{
    Axis, Canvas, Chart, Column, Dash, RowKind, RowSpec, Table, Words, chart_marks::dashed, weak,
};
use crate::calc::curve::Response;
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
    let unit = currency_name(&cx.currency().code, cx.words);
    let spend = cx.currency().units(channel.spend);
    let subtitle = if channel.registrations_range.is_some() {
        t!(cx.words, "allocation-plot-range", unit = &unit)
    } else {
        t!(cx.words, "allocation-plot", unit = &unit)
    };
    weak(ui, &subtitle);
    let nothing = Response::Fixed { registrations: 0.0 };
    let response = report.response.unwrap_or(nothing);
    let plot = Plot { response, spend, range: channel.registrations_range, usable: report.response.is_ok() };
    let axes = sheet.view.held_axes.unwrap_or_else(|| plot.axes());
    plot.show(ui, sheet, channel, axes);
    ui.add_space(4.0);
    plot.reading(ui, sheet, axes.0);
}

/// A curve to be drawn; money in currency units.
pub struct Plot {
    /// The curve.
    pub response: Response,
    /// What is spent now.
    pub spend: f64,
    /// Factors of the 90 % range.
    pub range: Option<Range<f64>>,
    /// Whether the curve as stated makes sense.
    pub usable: bool,
}

/// What can be dragged, and where it stands.
#[derive(Clone, Copy)]
struct Handles {
    ceiling: Rect,
    half: Rect,
    /// The place of the mouse, if one of them is dragged.
    moved: Option<(Handle, [f64; 2])>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Handle {
    Ceiling,
    Half,
}

impl Plot {
    /// Ends of the axes at round numbers: money to the right, registrations upwards.
    #[must_use]
    pub fn axes(&self) -> (f64, f64) {
        let natural = match self.response {
            Response::Fixed { .. } => self.spend * 2.0,
            Response::Linear { cost, ceiling, .. } => cost * ceiling * 1.3,
            Response::Hill { half, .. } => half * 4.0,
        };
        let right = neat(natural.max(self.spend * 4.0 / 3.0).max(1.0) / 4.0) * 4.0;
        let factor = self.range.map_or(1.0, |range| range.high.clamp(1.0, 10.0));
        let top = neat((self.response.value(right) * factor).max(1.0) / 3.0) * 3.0;
        (right, top)
    }

    fn show(&self, ui: &mut Ui, sheet: &mut Sheet<'_>, channel: &Channel, (right, top): (f64, f64)) {
        let cx = sheet.cx;
        let id = egui::Id::unique(("allocation", "plot", channel.id.as_str()));
        let dragged = |handle: Handle| {
            let response = ui.ctx().read_response(id.with(handle == Handle::Half))?;
            response.dragged().then(|| response.interact_pointer_pos()).flatten().map(|pos| (handle, pos))
        };
        let mouse = dragged(Handle::Ceiling).or_else(|| dragged(Handle::Half));
        let editable = sheet.view.part == Part::Curve && matches!(channel.curve, Curve::SShaped { .. });
        let name = form::name(cx, &cx.words.text("allocation-part-curve"), &channel.name);
        let tone = Tone::Task(rows::theme_task(channel.task));
        let (x, y) = axes(sheet, (right, top));
        let (handles, _) = Chart::new(&name, x, y).height(172.0).right(20.0).show(ui, |c| {
            self.lines(c, tone, right);
            let handles = editable.then(|| self.handles(c, sheet, right, mouse));
            self.words(c, sheet, right);
            handles
        });
        if let Some(handles) = handles.flatten() {
            drag(ui, sheet, channel, (id, handles, (right, top)));
        }
    }

    /// The curve with its range.
    pub fn lines(&self, c: &Canvas<'_>, tone: Tone, right: f64) {
        if let Some(range) = self.range {
            let samples: Vec<(f64, f64, f64)> = (0..=64_u8)
                .map(|step| {
                    let x = right * f64::from(step) / 64.0;
                    let y = self.response.value(x);
                    (x, y * range.low, y * range.high)
                })
                .collect();
            c.band(&samples, c.palette.mark(tone));
        }
        c.curve((0.0, right), c.stroke(tone, 2.0), &|x| self.response.value(x));
    }

    /// The present point and where the curve turns.
    fn words(&self, c: &Canvas<'_>, sheet: &Sheet<'_>, right: f64) {
        let (words, currency) = (sheet.cx.words, sheet.cx.currency());
        let present = self.response.value(self.spend);
        if let Some(turn) = self.response.inflection().filter(|turn| *turn < right * 0.6) {
            let amount = currency.amount(turn.round()).map(|turn| number::amount(currency, turn));
            let text = t!(words, "allocation-inflection", amount = amount.unwrap_or_default());
            inflection(c, (turn, self.response.value(turn)), &text);
        }
        let text = t!(words, "allocation-now", registrations = number::count(present, 0));
        let far = self.spend > right * 0.7;
        let mut place = Words::below_right(&text, Tone::Plain);
        if far {
            (place.anchor, place.offset) = (Align2::RIGHT_TOP, (-9.0, 9.0));
        }
        c.present(self.spend, present, place);
    }

    fn handles(&self, c: &Canvas<'_>, sheet: &Sheet<'_>, right: f64, mouse: Option<(Handle, Pos2)>) -> Option<Handles> {
        let Response::Hill { base, ceiling, half, .. } = self.response else { return None };
        let (words, frame) = (sheet.cx.words, c.frame());
        let stroke = Stroke::new(1.2, c.palette.accent);
        let level = c.at(0.0, base + ceiling).y.max(frame.top());
        c.painter.extend(dashed(vec![pos2(frame.left(), level), pos2(frame.right(), level)], stroke, Dash::Dashed));
        let foot = c.at(half.min(right), 0.0);
        c.painter.extend(dashed(vec![c.at(half.min(right), self.response.value(half)), foot], stroke, Dash::Dashed));
        let text = t!(words, "allocation-ceiling-at", registrations = number::count(ceiling, 0));
        let above = Words { anchor: Align2::RIGHT_BOTTOM, offset: (-10.0, -3.0), ..Words::left(&text, Tone::Accent) };
        c.words_at(pos2(frame.right(), level), above.semibold());
        let (_, top) = (right, c.point(frame.left_top())[1]);
        let point = |pos: Pos2| c.point(pos);
        Some(Handles {
            ceiling: c.handle(right, (base + ceiling).min(top)),
            half: c.handle(half.min(right), 0.0),
            moved: mouse.map(|(handle, pos)| (handle, point(pos))),
        })
    }

    /// Four spends, what they buy, what each costs on average and what the next step buys.
    fn reading(&self, ui: &mut Ui, sheet: &Sheet<'_>, right: f64) {
        if !self.usable {
            return;
        }
        let cx = sheet.cx;
        let (words, currency) = (cx.words, cx.currency());
        let unit = currency_name(&currency.code, words);
        let spends = self.spends(right);
        let step = currency.units(cx.report.allocation.next_amount);
        let next = number::amount(currency, cx.report.allocation.next_amount);
        let average = |x: f64| {
            let bought = self.response.value(x);
            if bought > 0.0 { number::count(x / bought, 2) } else { number::NOTHING.to_owned() }
        };
        let rows: [(String, &dyn Fn(f64) -> String); 3] = [
            (t!(words, "allocation-read-registrations"), &|x| number::count(self.response.value(x), 0)),
            (t!(words, "allocation-read-average", unit = &unit), &average),
            (t!(words, "allocation-read-next", amount = next), &|x| {
                number::count(self.response.value(x + step) - self.response.value(x), 1)
            }),
        ];
        let wide = if spends.iter().any(|x| *x >= 1e6) { 58.0 } else { 48.0 };
        let mut columns = vec![Column::flex(1.0, 60.0)];
        columns.extend(spends.iter().map(|_| Column::fixed(wide).right()));
        let mut table = Table::new(ui, egui::Id::unique("allocation reading"), &columns).gap(8.0).row_height(22.0);
        let mut headings = vec![t!(words, "allocation-read-spend", unit = &unit)];
        headings.extend(spends.iter().map(|x| number::count(*x, 0)));
        table.header(ui, &headings.iter().map(String::as_str).collect::<Vec<_>>());
        for (label, figure) in rows {
            table.row(ui, RowSpec::new(RowKind::Detail).height(22.0), |row| {
                row.weak(&label);
                for x in &spends {
                    let present = (x - self.spend).abs() < 0.5;
                    let font = if present { theme::semibold(size::SMALL) } else { theme::text(size::SMALL) };
                    row.styled(&figure(*x), font, Tone::Plain);
                }
            });
        }
        ui.add_space((height::ROW_DENSE - 20.0).max(0.0));
    }

    /// The quarters of the axis, the one nearest to the present spend replaced by it.
    fn spends(&self, right: f64) -> [f64; 4] {
        let mut spends = [0.25, 0.5, 0.75, 1.0].map(|part| right * part);
        if self.spend > 0.0 {
            let away = |x: &f64| (x - self.spend).abs();
            if let Some(nearest) = spends.iter_mut().min_by(|a, b| away(a).total_cmp(&away(b))) {
                *nearest = self.spend;
            }
        }
        spends
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

/// Puts the handles under the mouse and carries out what it does to them.
fn drag(ui: &mut Ui, sheet: &mut Sheet<'_>, channel: &Channel, (id, handles, axes): (egui::Id, Handles, (f64, f64))) {
    let words = sheet.cx.words;
    let mut held = false;
    for (half, rect, name) in
        [(false, handles.ceiling, "allocation-ceiling"), (true, handles.half, "allocation-half-spend")]
    {
        let response = ui.interact(rect.expand(4.0), id.with(half), Sense::drag());
        held |= response.dragged();
        let cursor = if half { egui::CursorIcon::ResizeHorizontal } else { egui::CursorIcon::ResizeVertical };
        response.on_hover_cursor(cursor).on_hover_text(words.text(name));
    }
    sheet.view.held_axes = held.then_some(axes);
    let Some((handle, [x, y])) = handles.moved else { return };
    let currency = sheet.cx.currency().clone();
    let what = words.text("allocation-part-curve");
    sheet.change_channel(channel, &what, |channel| {
        if let Curve::SShaped { ceiling, half_spend, base, .. } = &mut channel.curve {
            match handle {
                Handle::Ceiling => *ceiling = stepped(y - *base, axes.1 / 360.0).max(axes.1 / 360.0),
                Handle::Half => {
                    let half = stepped(x, axes.0 / 240.0).clamp(axes.0 / 240.0, axes.0);
                    *half_spend = currency.amount(half).unwrap_or(*half_spend);
                }
            }
        }
    });
}

fn stepped(value: f64, step: f64) -> f64 {
    let step = if step >= 1.0 { step.round() } else { step };
    (value / step).round() * step
}

/// The next larger number that reads well on an axis.
fn neat(step: f64) -> f64 {
    let power = 10_f64.powf(step.log10().floor());
    let steps = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    steps.into_iter().map(|neat| neat * power).find(|neat| *neat >= step * 0.999).unwrap_or(step)
}
