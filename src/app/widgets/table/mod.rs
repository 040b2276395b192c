//! Tables: hairlines only, fixed columns, cells that may hold fields, bars behind numbers.

mod columns;
mod heading;
mod row;

use eframe::egui::{
    Color32, FontId, Id, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2,
    style::ScrollAnimation, vec2,
};

use super::button::focus_ring;
use crate::app::theme::{self, Tone, height, size};

pub use columns::{Column, fair};
pub use heading::{Heading, Sorting};
pub use row::Row;

use columns::Columns;
use heading::Cell;

/// What kind of row this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum RowKind {
    /// An ordinary row.
    #[default]
    Plain,
    /// A group with its subtotals: zebra, semibold.
    Group,
    /// A subgroup: 12 weak.
    Sub,
    /// The total: semibold, rule above, double line below.
    Total,
    /// A second line of the row above: 12, no line of its own above.
    Detail,
}

/// How one row looks and what it is called.
#[must_use]
#[derive(Clone, Copy, Debug, Default)]
pub struct RowSpec<'a> {
    kind: RowKind,
    id: Option<Id>,
    name: &'a str,
    selected: bool,
    height: Option<f32>,
    bare_line: bool,
    accent: Option<Tone>,
    text_size: Option<f32>,
}

impl<'a> RowSpec<'a> {
    /// A row of a kind.
    pub fn new(kind: RowKind) -> Self {
        Self { kind, ..Self::default() }
    }

    /// An ordinary row.
    pub fn plain() -> Self {
        Self::default()
    }

    /// Gives the row its own id, and the fields in it a stable place.
    pub const fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// A click anywhere on the row selects it; `name` is read aloud.
    pub const fn selectable(mut self, id: Id, name: &'a str, selected: bool) -> Self {
        self.id = Some(id);
        self.name = name;
        self.selected = selected;
        self
    }

    /// Another height than the table's.
    pub const fn height(mut self, height: f32) -> Self {
        self.height = Some(height);
        self
    }

    /// Leaves out the hairline below.
    pub const fn no_line(mut self) -> Self {
        self.bare_line = true;
        self
    }

    /// Another size of text than the kind's.
    pub const fn text_size(mut self, size: f32) -> Self {
        self.text_size = Some(size);
        self
    }

    /// A 3 px edge of a tone at the left, such as the blocker's.
    pub const fn edge(mut self, tone: Tone) -> Self {
        self.accent = Some(tone);
        self
    }
}

/// A table being drawn. Make it, then add header and rows.
pub struct Table {
    id: Id,
    columns: Columns,
    row_height: f32,
    rows: u64,
    reveal: Option<usize>,
    is_paged: bool,
}

impl Table {
    /// A table over the whole width of `ui`.
    #[must_use]
    pub fn new(ui: &Ui, id: Id, columns: &[Column]) -> Self {
        let columns = Columns::over(ui.available_width(), columns);
        Self { id, columns, row_height: height::ROW, rows: 0, reveal: None, is_paged: false }
    }

    /// Height of its rows.
    #[must_use]
    pub fn row_height(mut self, height: f32) -> Self {
        self.row_height = height;
        self
    }

    /// Space between columns, 12 unless told.
    #[must_use]
    pub fn gap(mut self, gap: f32) -> Self {
        self.columns.set_gap(gap);
        self
    }

    /// The row of [`Table::rows`] to bring into view in this frame.
    #[must_use]
    pub fn reveal(mut self, row: Option<usize>) -> Self {
        self.reveal = row;
        self
    }

    /// Page up, page down, home and end go through [`Table::rows`]: for a table that nothing in it can be walked to by keyboard.
    #[must_use]
    pub fn paged(mut self) -> Self {
        self.is_paged = true;
        self
    }

    /// Space kept free inside the rows at the left and right end.
    #[must_use]
    pub fn inset(mut self, left: f32, right: f32) -> Self {
        self.columns.set_inset(left, right);
        self
    }

    /// Left and right edge of a column, measured from the table's left.
    #[must_use]
    pub fn span(&self, column: usize) -> (f32, f32) {
        self.columns.span(column)
    }

    /// The headings, 12 weak, a rule below. A heading may hold a line break.
    pub fn header(&mut self, ui: &mut Ui, headings: &[&str]) {
        self.sortable_header(ui, &headings.iter().copied().map(Heading::plain).collect::<Vec<_>>());
    }

    /// Headings of which some order the rows; returns the column of one that was clicked.
    pub fn sortable_header(&mut self, ui: &mut Ui, headings: &[Heading<'_>]) -> Option<usize> {
        let lines = headings.iter().map(|heading| heading.text.lines().count()).max().unwrap_or(1);
        let tall = if lines > 1 { 36.0 } else { 24.0 };
        let rect = take_row(ui, self.columns.width(), tall);
        let mut clicked = None;
        for (index, heading) in headings.iter().enumerate().filter(|(_, heading)| !heading.text.is_empty()) {
            let (left, right) = self.columns.span(index);
            let rect =
                Rect::from_min_max(pos2(rect.left() + left, rect.top()), pos2(rect.left() + right, rect.bottom()));
            let room = rect.width() + self.columns.gap().min(12.0) - 2.0;
            let cell = Cell { rect, id: self.id.with(("heading", index)), align: self.columns.align(index), room };
            clicked = heading::show(ui, &cell, heading).clicked().then_some(index).or(clicked);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme::palette(ui).rule_line());
        clicked
    }

    /// One row. Add cells from the left; what is not added stays empty. The response is that of the row itself.
    pub fn row<R>(&mut self, ui: &mut Ui, spec: RowSpec<'_>, cells: impl FnOnce(&mut Row<'_>) -> R) -> Response {
        self.rows += 1;
        let tall = spec.height.unwrap_or(self.row_height);
        let rect = take_row(ui, self.columns.width(), tall);
        let id = spec.id.unwrap_or_else(|| self.id.with(("row", self.rows)));
        let sense = if spec.name.is_empty() { Sense::hover() } else { Sense::click() };
        let response = ui.interact(rect, id, sense);
        if !spec.name.is_empty() {
            response.widget_info(|| WidgetInfo::selected(Role::Row, ui.is_enabled(), spec.selected, spec.name));
        }
        if !ui.is_rect_visible(rect) {
            // With the focus it comes into sight.
            focus_ring(ui, &response);
            return response;
        }
        paint_row(ui, rect, &spec, response.hovered() && !spec.name.is_empty());
        focus_ring(ui, &response);
        let (mut font, tone) = row_font(spec.kind);
        font.size = spec.text_size.unwrap_or(font.size);
        cells(&mut Row::new(ui, &self.columns, rect, id, (font, tone)));
        response
    }

    /// `count` rows of the table's height, of which only the visible ones are drawn; scrolls within `max_height`.
    pub fn rows(&mut self, ui: &mut Ui, count: usize, max_height: f32, mut row: impl FnMut(&mut Self, &mut Ui, usize)) {
        let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
        let height = self.row_height;
        ScrollArea::vertical().id_salt(self.id).max_height(max_height).auto_shrink([false, true]).show_rows(
            ui,
            height,
            count,
            |ui, visible| {
                ui.set_clip_rect(ui.clip_rect().expand2(vec2(8.0, 0.0)));
                if let Some(row) = self.reveal.take() {
                    scroll_to_row(ui, height, visible.start, row);
                }
                if self.is_paged {
                    turn_pages(ui, (count, height), max_height);
                }
                for index in visible {
                    row(self, ui, index);
                }
            },
        );
        ui.spacing_mut().item_spacing.y = spacing;
    }
}

/// Scrolls by keyboard; a row of the page before stays in sight.
fn turn_pages(ui: &Ui, (count, height): (usize, f32), room: f32) {
    #[expect(clippy::cast_precision_loss, reason = "rows of a table")]
    let all = count as f32 * height;
    let page = (room - height).max(height);
    let keys = [(Key::PageUp, page), (Key::PageDown, -page), (Key::Home, all), (Key::End, -all)];
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    for (_, by) in keys.into_iter().filter(|(key, _)| pressed(*key)) {
        ui.scroll_with_delta_animation(vec2(0.0, by), ScrollAnimation::none());
    }
}

/// Brings a row into view at once, which need not be drawn for that.
fn scroll_to_row(ui: &Ui, height: f32, first: usize, row: usize) {
    #[expect(clippy::cast_precision_loss, reason = "rows of a table")]
    let top = ui.cursor().top() + (row as f32 - first as f32) * height;
    let rect = Rect::from_min_size(pos2(ui.cursor().left(), top), vec2(1.0, height));
    ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
}

/// Rows touch each other, whatever the spacing of the page.
fn take_row(ui: &mut Ui, width: f32, tall: f32) -> Rect {
    let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
    let (_, rect) = ui.allocate_space(vec2(width, tall));
    ui.spacing_mut().item_spacing.y = spacing;
    rect
}

fn row_font(kind: RowKind) -> (FontId, Tone) {
    match kind {
        RowKind::Plain => (theme::text(size::BODY), Tone::Plain),
        RowKind::Group | RowKind::Total => (theme::semibold(size::BODY), Tone::Plain),
        RowKind::Sub | RowKind::Detail => (theme::text(size::SMALL), Tone::Weak),
    }
}

fn paint_row(ui: &Ui, rect: Rect, spec: &RowSpec<'_>, hovered: bool) {
    let palette = theme::palette(ui);
    let ground = match (spec.selected, spec.kind) {
        (true, _) => palette.sel,
        (_, RowKind::Group) => palette.zebra,
        _ if hovered => palette.zebra,
        _ => Color32::TRANSPARENT,
    };
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, ground);
    let edge = if spec.selected { Some(Tone::Accent) } else { spec.accent };
    if let Some(tone) = edge {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        painter.rect_filled(bar, 0.0, palette.mark(tone));
    }
    let bottom = rect.bottom() - 0.5;
    if spec.kind == RowKind::Total {
        painter.hline(rect.x_range(), rect.top() - 0.5, palette.rule_line());
        painter.hline(rect.x_range(), bottom - 2.0, palette.rule_line());
        painter.hline(rect.x_range(), bottom, palette.rule_line());
    } else if !spec.bare_line {
        painter.hline(rect.x_range(), bottom, palette.hairline());
    }
}
