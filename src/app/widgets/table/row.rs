//! One row of a table: its cells from the left.

use eframe::egui::{
    Align, Align2, Color32, FontId, Id, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2,
    text::LayoutJob, vec2,
};

use super::columns::Columns;
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::chip::paint_task_chip;
use crate::app::widgets::order;
use crate::app::widgets::text::{Run, elided, fitted, paint_galley, runs_job, text_width};
use crate::plan::Task;
use crate::words::number;

/// A row being filled from the left.
pub struct Row<'t> {
    ui: &'t mut Ui,
    columns: &'t Columns,
    rect: Rect,
    id: Id,
    font: FontId,
    tone: Tone,
    next: usize,
    /// What the next text senses.
    sense: Sense,
}

impl<'t> Row<'t> {
    pub(super) fn new(ui: &'t mut Ui, columns: &'t Columns, rect: Rect, id: Id, (font, tone): (FontId, Tone)) -> Self {
        Self { ui, columns, rect, id, font, tone, next: 0, sense: Sense::hover() }
    }

    /// The row's rectangle.
    #[must_use]
    pub fn rect(&self) -> Rect {
        self.rect
    }

    /// The `Ui` the row is drawn in.
    pub fn ui(&mut self) -> &mut Ui {
        self.ui
    }

    fn take(&mut self, columns: usize) -> (Rect, Align, Id) {
        let (first, last) = (self.next, self.next + columns.max(1) - 1);
        self.next = last + 1;
        let (left, right) = (self.columns.span(first).0, self.columns.span(last).1);
        let cell = Rect::from_min_max(
            pos2(self.rect.left() + left, self.rect.top()),
            pos2(self.rect.left() + right, self.rect.bottom() - 1.0),
        );
        // Not the bare number: that is the id of the first tip of the row.
        (cell, self.columns.align(last), self.id.with(("cell", first)))
    }

    /// Lets the next text be clicked and have the focus, as a number does that explains itself; not where nothing stands.
    pub fn asking(&mut self) -> &mut Self {
        self.sense = Sense::click();
        self
    }

    /// Leaves columns empty.
    pub fn skip(&mut self, columns: usize) {
        self.next += columns;
    }

    /// A cell with any content, aligned as its column.
    pub fn cell<R>(&mut self, content: impl FnOnce(&mut Ui) -> R) -> R {
        self.span(1, content)
    }

    /// A cell over several columns, aligned as the last one.
    pub fn span<R>(&mut self, columns: usize, content: impl FnOnce(&mut Ui) -> R) -> R {
        let (rect, align, id) = self.take(columns);
        let layout = match align {
            Align::Max => Layout::right_to_left(Align::Center),
            Align::Center => Layout::centered_and_justified(eframe::egui::Direction::LeftToRight),
            Align::Min => Layout::left_to_right(Align::Center),
        };
        let builder = UiBuilder::new().max_rect(rect).layout(layout).id_salt(id);
        // A child that does not move the cursor: the row's height is taken already.
        let mut child = self.ui.new_child(builder);
        if align == Align::Max { order::from_left(&mut child, content) } else { content(&mut child) }
    }

    /// Text in the row's font, aligned as its column; cut with `…` if it does not fit, whole on hover.
    pub fn text(&mut self, text: &str) -> Response {
        let (font, tone) = (self.font.clone(), self.tone);
        self.styled(text, font, tone)
    }

    /// A number: as text, in a right-aligned column.
    pub fn number(&mut self, number: &str) -> Response {
        self.text(number)
    }

    /// Text of 12 weak, for ranges and owners.
    pub fn weak(&mut self, text: &str) -> Response {
        self.styled(text, theme::text(size::SMALL), Tone::Weak)
    }

    /// Semibold text of a tone.
    pub fn strong(&mut self, text: &str, tone: Tone) -> Response {
        self.styled(text, theme::semibold(self.font.size), tone)
    }

    /// Text in the row's font and another tone.
    pub fn toned(&mut self, text: &str, tone: Tone) -> Response {
        self.styled(text, self.font.clone(), tone)
    }

    /// Text of a font and tone; what is right-aligned gets smaller before it is cut.
    pub fn styled(&mut self, text: &str, font: FontId, tone: Tone) -> Response {
        let (cell, align, id) = self.take(1);
        let sense = std::mem::replace(&mut self.sense, Sense::hover());
        let sense = if text.is_empty() || text == number::NOTHING { Sense::hover() } else { sense };
        let color = theme::palette(self.ui).ink(tone);
        let painter = self.ui.painter();
        let galley = if align == Align::Max {
            fitted(painter, text, font, color, cell.width())
        } else {
            elided(painter, text, font, color, cell.width() + 0.5)
        };
        let cut = galley.elided;
        let anchor = Align2([align, Align::Center]);
        let shown = paint_galley(self.ui.painter(), anchor.pos_in_rect(&cell), anchor, galley);
        let response = self.ui.interact(if cut { cell } else { shown }, id, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        if cut { response.on_hover_text(text) } else { response }
    }

    /// Text of a font and tone over as many lines as the row is tall; cut with `…` if it needs more, whole on hover.
    pub fn wrapped(&mut self, text: &str, font: &FontId, tone: Tone) -> Response {
        let (cell, _, id) = self.take(1);
        let color = theme::palette(self.ui).ink(tone);
        let mut job = LayoutJob::simple(text.to_owned(), font.clone(), color, cell.width() + 0.5);
        let line = self.ui.fonts_mut(|fonts| fonts.row_height(font));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lines")]
        let lines = (cell.height() / line) as usize;
        job.wrap.max_rows = lines.max(1);
        let galley = self.ui.painter().layout_job(job);
        let cut = galley.elided;
        let shown = paint_galley(self.ui.painter(), cell.left_center(), Align2::LEFT_CENTER, galley);
        let response = self.ui.interact(shown, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        if cut { response.on_hover_text(text) } else { response }
    }

    /// Runs in one cell, such as a name and its unit.
    pub fn runs(&mut self, runs: &[Run]) -> Response {
        let (cell, align, id) = self.take(1);
        let mut job = runs_job(theme::palette(self.ui), runs, self.font.size);
        job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(cell.width() + 0.5);
        let words = job.text.clone();
        let galley = self.ui.painter().layout_job(job);
        let cut = galley.elided;
        let anchor = Align2([align, Align::Center]);
        let shown = paint_galley(self.ui.painter(), anchor.pos_in_rect(&cell), anchor, galley);
        let response = self.ui.interact(if cut { cell } else { shown }, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        if cut { response.on_hover_text(words) } else { response }
    }

    /// A name with its unit behind it, where there is room for both.
    pub fn name_and_unit(&mut self, name: &str, unit: &str) -> Response {
        let (left, right) = self.columns.span(self.next);
        let wide = text_width(self.ui, name, self.font.clone())
            + text_width(self.ui, &format!(" {unit}"), theme::text(size::SMALL));
        if unit.is_empty() || wide > right - left {
            self.text(name)
        } else {
            self.runs(&[Run::plain(name), Run::weak(format!(" {unit}")).sized(size::SMALL)])
        }
    }

    /// The letter chip of a task at the left of a cell.
    pub fn task(&mut self, task: Task) {
        let (cell, _, _) = self.take(1);
        let chip = Rect::from_min_size(pos2(cell.left(), cell.center().y - 9.0), vec2(18.0, height::CHIP));
        paint_task_chip(self.ui, chip, task);
    }

    /// A bar of 7 px over a share (0 to 1) of the cell; from the right in right-aligned columns.
    /// Returns the cell, for a bar that can be dragged.
    pub fn bar(&mut self, share: f32, color: Color32) -> Rect {
        let (cell, align, _) = self.take(1);
        let width = cell.width() * share.clamp(0.0, 1.0);
        let left = if align == Align::Max { cell.right() - width } else { cell.left() };
        let top = cell.center().y - height::CELL_BAR / 2.0;
        let bar = Rect::from_min_size(pos2(left, top), vec2(width, height::CELL_BAR));
        self.ui.painter().rect_filled(bar, 0.0, color);
        cell
    }

    /// A bar and its number in one cell: the bar at the left, the number right-aligned.
    pub fn bar_number(&mut self, share: f32, color: Color32, number: &str) -> Response {
        let mut bar_cell = self.take(1).0;
        self.next -= 1;
        bar_cell.max.x = bar_cell.left() + bar_cell.width() * 0.55;
        let width = bar_cell.width() * share.clamp(0.0, 1.0);
        let min = pos2(bar_cell.left(), bar_cell.center().y - height::CELL_BAR / 2.0);
        self.ui.painter().rect_filled(Rect::from_min_size(min, vec2(width, height::CELL_BAR)), 0.0, color);
        self.number(number)
    }

    /// A bar to either side of a middle line; `share` from -1 to 1. Gains accent, losses faint.
    pub fn two_sided(&mut self, share: f32) {
        let (cell, _, _) = self.take(1);
        let palette = theme::palette(self.ui);
        let middle = cell.center().x.round() + 0.5;
        let reach = cell.width() / 2.0 * share.clamp(-1.0, 1.0);
        let (low, high) = (middle.min(middle + reach), middle.max(middle + reach));
        let top = cell.center().y - 4.0;
        let color = if share >= 0.0 { palette.accent } else { palette.faint };
        let bar = Rect::from_min_max(pos2(low, top), pos2(high, top + 8.0));
        self.ui.painter().rect_filled(bar, 0.0, color);
        self.ui.painter().vline(middle, (cell.center().y - 6.0)..=(cell.center().y + 6.0), palette.rule_line());
    }
}
