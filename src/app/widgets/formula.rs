//! Formulas with stacked fractions, and tiles with a sketch.

use eframe::egui::{
    Align, Align2, CursorIcon, Layout, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::{
    button::focus_ring,
    text::{Run, paint_galley, runs_job},
};
use crate::app::theme::{self, radius, size};

/// One piece of a formula.
#[derive(Clone, Debug)]
pub enum Term {
    /// Words, signs, numbers; exponents by `Run::raised`.
    Text(Run),
    /// One over the other.
    Fraction(Vec<Run>, Vec<Run>),
}

/// Shows a formula on one line, fractions stacked; read aloud as `spoken`.
pub fn formula(ui: &mut Ui, terms: &[Term], spoken: &str) -> Response {
    let stacked = terms.iter().any(|term| matches!(term, Term::Fraction(..)));
    let room = vec2(ui.available_width(), if stacked { 42.0 } else { 22.0 });
    let inner = ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(room.y);
        ui.spacing_mut().item_spacing.x = 1.0;
        for term in terms {
            match term {
                Term::Text(run) => words(ui, std::slice::from_ref(run)),
                Term::Fraction(above, below) => fraction(ui, above, below),
            }
        }
    });
    inner.response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken));
    inner.response
}

fn words(ui: &mut Ui, runs: &[Run]) {
    let galley = ui.painter().layout_job(runs_job(theme::palette(ui), runs, size::BODY));
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    paint_galley(ui.painter(), rect.min, Align2::LEFT_TOP, galley);
}

fn fraction(ui: &mut Ui, above: &[Run], below: &[Run]) {
    let palette = theme::palette(ui);
    let above = ui.painter().layout_job(runs_job(palette, above, size::BODY));
    let below = ui.painter().layout_job(runs_job(palette, below, size::BODY));
    let width = above.size().x.max(below.size().x) + 8.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width, above.size().y + below.size().y + 1.0), Sense::hover());
    let middle = rect.top() + above.size().y + 0.5;
    ui.painter().hline(rect.x_range(), middle, Stroke::new(1.0, palette.text));
    paint_galley(ui.painter(), pos2(rect.center().x, middle), Align2::CENTER_BOTTOM, above);
    paint_galley(ui.painter(), pos2(rect.center().x, middle), Align2::CENTER_TOP, below);
}

/// A tile of 124×82 with a sketch and a word: one of several ways, chosen by a click.
pub fn tile(ui: &mut Ui, word: &str, chosen: bool, sketch: impl FnOnce(&Painter, Rect)) -> Response {
    tile_of_width(ui, (word, chosen), 124.0, sketch)
}

/// A tile of another width, where three must stand side by side in a narrow column.
pub fn tile_of_width(
    ui: &mut Ui,
    (word, chosen): (&str, bool),
    width: f32,
    sketch: impl FnOnce(&Painter, Rect),
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 82.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, word));
    let palette = theme::palette(ui);
    let (fill, outline) = match (chosen, response.hovered()) {
        (true, _) => (palette.accent_soft, palette.accent),
        (false, true) => (palette.raised, palette.rule),
        (false, false) => (palette.raised, palette.line),
    };
    ui.painter().rect(rect, radius::FIELD, fill, Stroke::new(1.0, outline), StrokeKind::Inside);
    sketch(ui.painter(), Rect::from_min_max(rect.min + vec2(10.0, 10.0), rect.max - vec2(10.0, 28.0)));
    let (font, ink) =
        if chosen { (theme::semibold(size::SMALL), palette.accent) } else { (theme::text(size::SMALL), palette.weak) };
    let at = pos2(rect.center().x, rect.bottom() - 14.0);
    ui.painter().text(at, Align2::CENTER_CENTER, word, font, ink);
    focus_ring(ui, &response);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
