//! The headings of a table, some of which order its rows.

use eframe::egui::{
    self, Align, CursorIcon, Id, Rect, Response, Role, Sense, Shape, Ui, WidgetInfo, accesskit::SortDirection, pos2,
};

use crate::app::theme::{self, size};
use crate::app::widgets::button::focus_ring;
use crate::app::widgets::text::fitting_size;

/// How a column orders the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorting {
    /// Not at present.
    Not,
    /// The least first.
    Ascending,
    /// The most first.
    Descending,
}

/// What stands above a column.
#[derive(Clone, Copy, Debug)]
pub struct Heading<'a> {
    /// Its words; they may hold a line break.
    pub text: &'a str,
    /// What is read aloud.
    pub said: &'a str,
    /// Whether and how it orders the rows; a click on it asks for that.
    pub sorting: Option<Sorting>,
}

impl<'a> Heading<'a> {
    /// Words alone.
    #[must_use]
    pub const fn plain(text: &'a str) -> Self {
        Self { text, said: text, sorting: None }
    }
}

/// Where a heading stands.
pub(super) struct Cell {
    pub(super) rect: Rect,
    pub(super) id: Id,
    pub(super) align: Align,
    /// How wide a line may be.
    pub(super) room: f32,
}

/// Room for the arrow.
const ARROW: f32 = 11.0;

/// Draws it.
pub(super) fn show(ui: &Ui, cell: &Cell, heading: &Heading<'_>) -> Response {
    let palette = theme::palette(ui);
    let is_sorted = heading.sorting.is_some_and(|sorting| sorting != Sorting::Not);
    let arrow = if is_sorted { ARROW } else { 0.0 };
    let sense = if heading.sorting.is_some() { Sense::click() } else { Sense::hover() };
    let response = ui.interact(cell.rect, cell.id, sense);
    let color =
        if is_sorted || (heading.sorting.is_some() && response.hovered()) { palette.text } else { palette.weak };
    let mut font = theme::text(size::SMALL);
    if cell.align == Align::RIGHT {
        let fitting = |line| fitting_size(ui.painter(), line, &font, cell.room - arrow);
        font.size = heading.text.lines().map(fitting).fold(font.size, f32::min);
    }
    let mut job = egui::text::LayoutJob::simple(heading.text.to_owned(), font, color, f32::INFINITY);
    job.halign = cell.align;
    if !heading.text.contains('\n') {
        job.wrap = egui::text::TextWrapping::truncate_at_width(cell.rect.width() + 12.0 - arrow);
    }
    for section in &mut job.sections {
        section.format.line_height = Some(15.0);
    }
    let galley = ui.painter().layout_job(job);
    let x = match cell.align {
        Align::Min => cell.rect.left(),
        Align::Center => cell.rect.center().x,
        Align::Max => cell.rect.right(),
    };
    let y = cell.rect.bottom() - 4.0 - galley.size().y;
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), heading.said));
    let beside = if cell.align == Align::Max { x - galley.size().x - ARROW } else { x + galley.size().x + 3.0 };
    let (is_cut, text) = (galley.elided, heading.text);
    ui.painter().galley(pos2(x, y), galley, color);
    if let Some(sorting) = heading.sorting {
        focus_ring(ui, &response);
        sorted(ui, (&response, sorting), pos2(beside + 4.0, cell.rect.bottom() - 11.0));
    }
    let response = if is_cut { response.on_hover_text(text) } else { response };
    if heading.sorting.is_some() { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
}

/// A small arrow, and the same for who hears it.
fn sorted(ui: &Ui, (response, sorting): (&Response, Sorting), middle: egui::Pos2) {
    let (up, direction) = match sorting {
        Sorting::Not => return,
        Sorting::Ascending => (-1.0, SortDirection::Ascending),
        Sorting::Descending => (1.0, SortDirection::Descending),
    };
    let corner = |x: f32, y: f32| pos2(middle.x + x, middle.y + y * up);
    let corners = vec![corner(-3.5, -2.0), corner(3.5, -2.0), corner(0.0, 2.5)];
    ui.painter().add(Shape::convex_polygon(corners, theme::palette(ui).accent, egui::Stroke::NONE));
    ui.accesskit_node_builder(response.id, |node| node.set_sort_direction(direction));
}
