//! The frame of a tab: head, figures, sections, columns.

use std::ops::RangeInclusive;

use eframe::egui::{
    self, Align, Align2, Frame, Id, Layout, Margin, Rect, Response, Role, ScrollArea, Sense, TextWrapMode, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::order;
use super::text::{elided, fitted, paint_galley, text_width};
use crate::app::theme::{self, Tone, height, size, space};
use crate::words::number;

/// A page is at most this wide, whichever tab it is, so that all begin at the same edge: on a larger screen names would
/// stand far from their numbers.
const WIDEST_PAGE: f32 = 2_120.0;

/// The page of a tab: panel colour, margin 24 at the sides; in the middle of a very wide window.
pub fn page<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::NONE
        .fill(theme::palette(ui).panel)
        .inner_margin(Margin { left: 24, right: 24, top: 12, bottom: 12 })
        .show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            let inside = middle(ui.available_rect_before_wrap());
            ui.scope_builder(UiBuilder::new().max_rect(inside).id_salt("page"), content).inner
        })
        .inner
}

/// The part of an area that a page takes.
#[must_use]
pub fn middle(area: Rect) -> Rect {
    let beside = ((area.width() - WIDEST_PAGE) / 2.0).max(0.0).round();
    area.shrink2(vec2(beside, 0.0))
}

/// The same of an area whose margins, those of a page, are its own.
#[must_use]
pub fn middle_with_margins(area: Rect) -> Rect {
    let margin = vec2(24.0, 0.0);
    middle(area.shrink2(margin)).expand2(margin)
}

/// The head of a tab and its rule: `left` is a sentence or switches, `right` the buttons.
///
/// `right` is drawn from the right edge: the first button added stands at the far right.
pub fn tab_head<L, R>(ui: &mut Ui, left: impl FnOnce(&mut Ui) -> L, right: impl FnOnce(&mut Ui) -> R) -> (L, R) {
    let inner = head_row(ui, height::FIELD, left, right);
    ui.add_space(space::M - ui.spacing().item_spacing.y);
    rule(ui);
    inner
}

/// A row of a height with content from both ends; the right end is served first, the left takes what is left.
pub fn head_row<L, R>(
    ui: &mut Ui,
    least_height: f32,
    left: impl FnOnce(&mut Ui) -> L,
    right: impl FnOnce(&mut Ui) -> R,
) -> (L, R) {
    let area = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), least_height));
    let to_left = UiBuilder::new().max_rect(area).layout(Layout::right_to_left(Align::Center)).id_salt("right");
    let begin = order::place(ui);
    let at_right = order::from_left(ui, |ui| ui.scope_builder(to_left, right));
    let middle = order::place(ui);
    let used = at_right.response.rect.left().min(area.right());
    let rest = Rect::from_min_max(area.min, pos2((used - space::L).max(area.left()), area.bottom()));
    let to_right = UiBuilder::new().max_rect(rest).layout(Layout::left_to_right(Align::Center)).id_salt("left");
    let at_left = ui.scope_builder(to_right, |ui| {
        ui.set_min_height(least_height);
        // Words that are too long for the row end in `…` before the buttons.
        ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        left(ui)
    });
    order::swap(ui, begin, middle);
    let bottom = at_left.response.rect.bottom().max(area.bottom());
    ui.advance_cursor_after_rect(Rect::from_min_max(area.min, pos2(area.right(), bottom)));
    (at_left.inner, at_right.inner)
}

/// A rule over the whole width.
pub fn rule(ui: &mut Ui) {
    line_of(ui, theme::palette(ui).rule_line());
}

/// A hairline over the whole width.
pub fn hairline(ui: &mut Ui) {
    line_of(ui, theme::palette(ui).hairline());
}

fn line_of(ui: &mut Ui, stroke: egui::Stroke) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}

/// A short vertical hairline between things of one row.
pub fn divider(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(1.0, 20.0), Sense::hover());
    ui.painter().vline(rect.center().x, rect.y_range(), theme::palette(ui).hairline());
}

/// One figure of the row below a tab's head.
#[must_use]
#[derive(Clone, Debug, Default)]
pub struct Figure {
    label: String,
    value: String,
    remark: String,
    tone: Tone,
    asks: bool,
}

impl Figure {
    /// Label with its unit, and value.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), ..Self::default() }
    }

    /// Small words below the value.
    pub fn remark(mut self, remark: impl Into<String>) -> Self {
        self.remark = remark.into();
        self
    }

    /// Whether it takes the click and the focus, to explain itself; where nothing stands there is nothing to explain.
    pub fn asks(mut self, asks: bool) -> Self {
        self.asks = asks && self.value != number::NOTHING;
        self
    }

    /// Tone of the value, such as the accent.
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

/// The row of figures, 61 high, spread over the width; returns the response of each, to explain it.
/// A remark too long for its cell takes a second line.
pub fn figures(ui: &mut Ui, figures: &[Figure]) -> Vec<Response> {
    let room = figure_width(ui, figures.len());
    let wraps = figures.iter().any(|figure| text_width(ui, &figure.remark, theme::text(size::SMALL)) > room);
    let tall = if wraps { FIGURES + REMARK_LINE } else { FIGURES };
    figure_row(ui, (figures.len(), tall), |ui, index| {
        let figure = &figures[index];
        let rect = ui.max_rect();
        let sense = if figure.asks { Sense::click() } else { Sense::hover() };
        let response = ui.interact(rect, ui.scope_id().with("figure"), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{} {}", figure.label, figure.value)));
        paint_figure(ui, rect, figure);
        response
    })
}

fn paint_figure(ui: &Ui, rect: Rect, figure: &Figure) {
    let palette = theme::palette(ui);
    let put = |center: f32, galley| {
        paint_galley(ui.painter(), pos2(rect.left(), rect.top() + center), Align2::LEFT_CENTER, galley);
    };
    put(8.0, elided(ui.painter(), &figure.label, theme::text(size::SMALL), palette.weak, rect.width()));
    let font = theme::semibold(size::FIGURE);
    put(29.5, fitted(ui.painter(), &figure.value, font, palette.ink(figure.tone), rect.width()));
    let mut remark = egui::text::LayoutJob::simple(
        figure.remark.clone(),
        theme::text(size::SMALL),
        palette.weak,
        rect.width() + 0.5,
    );
    remark.wrap.max_rows = 2;
    let remark = ui.painter().layout_job(remark);
    let first_line = remark.rows.first().map_or(0.0, |row| row.size.y);
    let top = rect.top() + 50.0 - first_line / 2.0;
    paint_galley(ui.painter(), pos2(rect.left(), top), Align2::LEFT_TOP, remark);
}

/// Height of a row of figures, and of a second line of a remark.
const FIGURES: f32 = 61.0;
const REMARK_LINE: f32 = 17.0;

/// From the left of one figure to the left of the next.
fn figure_pitch(width: f32, count: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of figures")]
    let count = count.max(1) as f32;
    (width + space::M) / count
}

/// How wide each of so many figures is.
fn figure_width(ui: &Ui, count: usize) -> f32 {
    figure_pitch(ui.available_width(), count) - 2.0 * space::M
}

/// The cells of a row of figures, for cells that hold a field.
pub fn figure_cells<R>(ui: &mut Ui, count: usize, cell: impl FnMut(&mut Ui, usize) -> R) -> Vec<R> {
    figure_row(ui, (count, FIGURES), cell)
}

fn figure_row<R>(ui: &mut Ui, (count, tall): (usize, f32), mut cell: impl FnMut(&mut Ui, usize) -> R) -> Vec<R> {
    let width = figure_width(ui, count);
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
    let pitch = figure_pitch(area.width(), count);
    let mut left = area.left();
    (0..count)
        .map(|index| {
            let rect = Rect::from_min_size(pos2(left, area.top() + 1.0), vec2(width, tall - 3.0));
            if index > 0 {
                let y = rect.y_range();
                ui.painter().vline((left - space::M).round() + 0.5, y, theme::palette(ui).hairline());
            }
            left += pitch;
            let builder = UiBuilder::new().max_rect(rect).id_salt(("figure", index));
            // A child that does not move the cursor: the row's height is taken already.
            cell(&mut ui.new_child(builder), index)
        })
        .collect()
}

/// Heading of a section, 28 high, with its rule; an empty `subtitle` shows nothing.
pub fn section(ui: &mut Ui, title: &str, subtitle: &str) {
    section_with(ui, title, subtitle, |_| ());
}

/// Heading of a section with content at its right end (first added stands at the far right).
pub fn section_with<R>(ui: &mut Ui, title: &str, subtitle: &str, right: impl FnOnce(&mut Ui) -> R) -> R {
    let spacing = ui.spacing().item_spacing.y;
    let left = |ui: &mut Ui| {
        // A long title leaves the subtitle its room, up to half of what there is.
        let room = ui.available_width();
        let behind = if subtitle.is_empty() { 0.0 } else { text_width(ui, subtitle, theme::text(size::SMALL)) + 12.0 };
        let heading = ui
            .scope(|ui| {
                ui.set_max_width((room - behind).max(room / 2.0));
                super::text::strong(ui, title)
            })
            .inner;
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
        if !subtitle.is_empty() {
            let palette = theme::palette(ui);
            let galley = elided(ui.painter(), subtitle, theme::text(size::SMALL), palette.weak, ui.available_width());
            let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, subtitle));
            let cut = galley.elided;
            paint_galley(ui.painter(), rect.min + vec2(2.0, 0.5), Align2::LEFT_TOP, galley);
            if cut {
                response.on_hover_text(subtitle);
            }
        }
    };
    let ((), inner) = head_row(ui, height::SECTION - 4.0, left, right);
    ui.add_space(3.0 - spacing);
    rule(ui);
    inner
}

/// Which of two columns is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// How two columns share the width.
#[derive(Clone, Copy, Debug)]
pub enum Split {
    /// The left one gets this share.
    Share(f32),
    /// The left one is this wide.
    Left(f32),
    /// The right one is this wide.
    Right(f32),
}

/// Two columns with a hairline in the middle of their gap of 28; each scrolls for itself when it is too tall.
pub fn columns(ui: &mut Ui, id: Id, split: Split, mut column: impl FnMut(&mut Ui, Side)) {
    let area = ui.available_rect_before_wrap();
    let room = (area.width() - space::COLUMNS).max(0.0);
    let left_width = match split {
        Split::Share(share) => room * share,
        Split::Left(width) => width.min(room),
        Split::Right(width) => (room - width).max(0.0),
    }
    .round();
    let left = Rect::from_min_size(area.min, vec2(left_width, area.height()));
    let right = Rect::from_min_max(pos2(left.right() + space::COLUMNS, area.top()), area.max);
    let middle = left.right() + space::COLUMNS / 2.0 + 0.5;
    ui.painter().vline(middle, area.y_range(), theme::palette(ui).hairline());
    for (side, rect) in [(Side::Left, left), (Side::Right, right)] {
        let builder = UiBuilder::new().max_rect(rect).id_salt((id, side == Side::Left));
        ui.scope_builder(builder, |ui| {
            scrolled(ui, id.with(side == Side::Left), |ui| column(ui, side));
        });
    }
    ui.advance_cursor_after_rect(area);
}

/// Areas side by side, each as wide as told and as tall as it needs; for pages that scroll as a whole.
pub fn beside(ui: &mut Ui, id: Id, widths: &[f32], gap: f32, mut area: impl FnMut(&mut Ui, usize)) {
    let start = ui.available_rect_before_wrap().min;
    let (mut left, mut bottom) = (start.x, start.y);
    for (index, width) in widths.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(left, start.y), vec2(*width, height::FIELD));
        let builder = UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)).id_salt((id, index));
        // A child that does not move the cursor: the whole row is taken at the end.
        let mut child = ui.new_child(builder);
        area(&mut child, index);
        left += width + gap;
        bottom = bottom.max(child.min_rect().bottom());
    }
    ui.advance_cursor_after_rect(Rect::from_min_max(start, pos2((left - gap).max(start.x), bottom)));
}

/// A column that scrolls when it is too tall. Focus rings and field outlines at its edges stay whole; the bar stands
/// outside, so that it neither narrows nor covers the content.
pub fn scrolled<R>(ui: &mut Ui, id: Id, content: impl FnOnce(&mut Ui) -> R) -> R {
    let column = ui.available_rect_before_wrap();
    let edges = column.x_range().expand(8.0);
    let with_bar = Rect::from_min_max(column.min, column.max + vec2(BAR, 0.0));
    // A child that does not move the cursor: the bar's room belongs to the gap.
    let mut child = ui.new_child(UiBuilder::new().max_rect(with_bar).id_salt((id, "scrolled")));
    let inner = ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink(false)
        .show(&mut child, |ui| {
            ui.set_max_width(column.width());
            let rows = ui.clip_rect().y_range();
            ui.set_clip_rect(Rect::from_x_y_ranges(edges, rows));
            content(ui)
        })
        .inner;
    ui.advance_cursor_after_rect(column);
    inner
}

/// How tall each of some rows is that share the height of `room`, within `heights`: in a tall window they stand apart.
#[must_use]
pub fn roomy(room: f32, rows: usize, heights: RangeInclusive<f32>) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "rows of a table")]
    let each = (room / rows.max(1) as f32).floor();
    each.clamp(*heights.start(), *heights.end())
}

/// What is left of a column that scrolls, below what is drawn of it so far, wherever it is scrolled to.
#[must_use]
pub fn room_left(ui: &Ui) -> f32 {
    ui.clip_rect().height() - (ui.cursor().top() - ui.min_rect().top())
}

/// Room for the bar of a scrolling column.
const BAR: f32 = 10.0;

/// Whether the window is narrower than the pictures, so that what stands at the right becomes a switch.
#[must_use]
pub fn is_narrow(ui: &Ui) -> bool {
    ui.content_rect().width() < 1366.0
}
