//! Calculated numbers explain themselves: under the pointer, and pinned by a click or the Enter key.
//!
//! A tab wraps the response of a number with [`explains`]; what is pinned is drawn by the window after its page, beside the number as
//! long as that is shown, and follows the plan while somebody edits it.

mod card;
mod kept;
mod pinned;
mod place;

use eframe::egui::{self, CursorIcon, Response, Sense, Stroke, StrokeKind, Tooltip, Ui};

use super::context::Cx;
use super::theme::{self, radius};
use super::widgets::overlay::popover_frame;
use super::widgets::{Row, focus_ring};
use crate::calc::explain::{Asked, Explanation, Figure};
use crate::report::lookup::Lookup;
use crate::report::sentences::explained::{Told, told, told_at_length};
use crate::words::number;

pub use kept::Explaining;
use kept::Pinned;
pub use pinned::ui as pinned;

/// Lets a calculated number explain itself. `figure` is asked only when somebody wants to know.
pub fn explains(ui: &Ui, cx: &Cx, response: &Response, figure: impl FnOnce() -> Option<Figure>) -> Response {
    // Whoever senses the pointer alone gives the focus away in every frame.
    let sensed = if response.sense.is_focusable() { response.clone() } else { response.interact(Sense::click()) };
    let is_pinned = follow(ui, cx, &sensed);
    focus_ring(ui, &sensed);
    if sensed.hovered() || is_pinned {
        mark(ui, &sensed, is_pinned);
    }
    if sensed.clicked() {
        if is_pinned {
            cx.explaining.close();
        } else if let Some(figure) = figure() {
            pin(ui, cx, &sensed, figure);
        }
    } else if (sensed.hovered() || sensed.has_focus())
        && let Some(figure) = figure()
    {
        show(ui, cx, &sensed, (&figure, is_pinned));
    }
    sensed.on_hover_cursor(CursorIcon::Help)
}

/// What explanations are about: the plan that is looked at.
fn asked<'a>(cx: &Cx<'a>) -> Asked<'a> {
    Asked { plan: cx.plan, report: cx.report, odds: cx.odds.map(|shown| shown.odds.as_ref()) }
}

/// A number in a row that explains itself; where nothing stands there is nothing to explain.
pub fn explained(
    row: &mut Row<'_>,
    cx: &Cx,
    (shown, response): (&str, Response),
    figure: impl FnOnce() -> Option<Figure>,
) -> Response {
    if shown.is_empty() || shown == number::NOTHING {
        return response;
    }
    explains(row.ui(), cx, &response, figure)
}

/// The explanation of a figure in words; `None` where there is nothing to explain.
fn explanation(cx: &Cx, figure: &Figure) -> Option<(Explanation, Told)> {
    let explanation = asked(cx).explain(figure)?;
    let told = told(&Lookup::new(cx.plan, cx.words), &explanation);
    Some((explanation, told))
}

/// Shows it under the pointer, and has it read where the number has the focus.
fn show(ui: &Ui, cx: &Cx, sensed: &Response, (figure, is_pinned): (&Figure, bool)) {
    let Some((explanation, told)) = explanation(cx, figure) else { return };
    ui.accesskit_node_builder(sensed.id, |node| {
        let spoken = told_at_length(&Lookup::new(cx.plan, cx.words), &explanation).spoken(cx.words);
        node.set_description(spoken);
    });
    if is_pinned {
        return;
    }
    let mut tip = Tooltip::for_enabled(sensed);
    tip.popup = tip.popup.frame(popover_frame(theme::palette(ui)));
    tip.width(card::WIDTH).show(|ui| {
        ui.set_width(card::WIDTH);
        card::under_pointer(ui, cx, &told);
    });
}

fn pin(ui: &Ui, cx: &Cx, sensed: &Response, figure: Figure) {
    if explanation(cx, &figure).is_none() {
        return;
    }
    let by_keyboard = !ui.input(|input| input.pointer.any_click());
    cx.explaining.0.replace(Some(Pinned {
        trail: vec![figure],
        number: sensed.id,
        anchor: (sensed.rect, ui.cumulative_pass_nr()),
        takes_focus: by_keyboard,
    }));
    ui.request_repaint();
}

/// Whether this number's explanation is pinned; notes where the number is.
fn follow(ui: &Ui, cx: &Cx, sensed: &Response) -> bool {
    let mut pinned = cx.explaining.0.borrow_mut();
    let Some(pinned) = pinned.as_mut().filter(|pinned| pinned.number == sensed.id) else { return false };
    let visible = sensed.rect.intersect(ui.clip_rect());
    if visible.is_positive() {
        pinned.anchor = (visible, ui.cumulative_pass_nr());
    }
    true
}

/// A number under the pointer has a line under it, one whose explanation is pinned an outline.
fn mark(ui: &Ui, sensed: &Response, is_pinned: bool) {
    let palette = theme::palette(ui);
    let rect = sensed.rect;
    if is_pinned {
        let outline = Stroke::new(1.0, palette.accent);
        ui.painter().rect_stroke(rect.expand2(egui::vec2(4.0, 2.0)), radius::CHIP, outline, StrokeKind::Outside);
    } else {
        ui.painter().hline(rect.x_range(), rect.bottom().round() - 0.5, Stroke::new(1.0, palette.accent));
    }
}
