//! What stands above the page: explanation popover, modal dialog; and the raised panel within it.

use eframe::egui::{
    Align, Context, Frame, Id, Layout, Margin, Modal, Popup, PopupAnchor, PopupCloseBehavior, Rect, RectAlign,
    Response, Stroke, Ui, pos2,
};

use super::{
    button::icon_button,
    page::hairline,
    text::{label, weak},
};
use crate::app::{
    icons,
    theme::{self, Palette, Tone, radius, size, space},
};

/// The frame of popovers: raised, 1 px `rule`, radius 4.
#[must_use]
pub fn popover_frame(palette: &Palette) -> Frame {
    Frame::NONE
        .fill(palette.raised)
        .stroke(palette.rule_line())
        .corner_radius(radius::FIELD)
        .inner_margin(Margin::symmetric(14, 12))
}

/// Explains a number: hover shows it, a click pins it, Escape or a click outside closes it.
///
/// `response` must sense clicks, as those of figures and selectable cells do.
pub fn explain(response: &Response, width: f32, content: impl FnOnce(&mut Ui)) {
    let id = response.id.with("explain");
    let palette = theme::of(response.ctx.global_style().visuals.dark_mode);
    if response.clicked() {
        Popup::toggle_id(&response.ctx, id);
    }
    if Popup::is_id_open(&response.ctx, id) {
        Popup::new(id, response.ctx.clone(), PopupAnchor::from(response), response.layer_id)
            .open_memory(None)
            .align(RectAlign::BOTTOM_END)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .frame(popover_frame(palette))
            .gap(2.0)
            .width(width)
            .show(|ui| {
                ui.set_width(width);
                content(ui);
            });
    } else {
        eframe::egui::Tooltip::for_enabled(response).width(width).gap(2.0).show(|ui| {
            ui.set_width(width);
            content(ui);
        });
    }
}

/// Head of an explanation: name, of what, and the value at the right, 20 accent.
pub fn explain_head(ui: &mut Ui, name: &str, of: &str, (value, unit): (&str, &str)) {
    super::page::head_row(
        ui,
        28.0,
        |ui| {
            super::text::strong(ui, name);
            weak(ui, of);
        },
        |ui| {
            weak(ui, unit);
            label(ui, value, theme::semibold(size::FIGURE), Tone::Accent);
        },
    );
    hairline(ui);
}

/// A modal dialog with its title; `close` tells whether Escape, the cross or a click outside asked to close it.
pub fn dialog<R>(ctx: &Context, id: Id, title: &str, content: impl FnOnce(&mut Ui) -> R) -> Dialog<R> {
    let palette = theme::of(ctx.global_style().visuals.dark_mode);
    let frame = popover_frame(palette).inner_margin(Margin::symmetric(20, 14));
    let shade = if palette.dark { 140 } else { 60 };
    let modal =
        Modal::new(id).frame(frame).backdrop_color(eframe::egui::Color32::from_black_alpha(shade)).show(ctx, |ui| {
            ui.set_width(440.0);
            super::page::head_row(ui, 28.0, |ui| label(ui, title, theme::semibold(size::ACTION), Tone::Plain), |_| ());
            ui.add_space(space::XS);
            let inner = content(ui);
            let top = ui.min_rect().top() - 14.0;
            let outer = ui.min_rect().expand2(eframe::egui::vec2(20.0, 0.0));
            ui.painter().hline(outer.x_range(), top, Stroke::new(2.0, theme::palette(ui).accent));
            inner
        });
    let close = modal.should_close();
    Dialog { inner: modal.inner, close }
}

/// What a dialog returned.
#[derive(Clone, Copy, Debug)]
pub struct Dialog<R> {
    /// What its content returned.
    pub inner: R,
    /// Whether it should be closed without an answer.
    pub close: bool,
}

/// The row of buttons at the foot of a dialog, from the right: add the primary one first.
pub fn dialog_buttons<R>(ui: &mut Ui, buttons: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(space::L);
    let height = theme::height::FIELD;
    ui.allocate_ui_with_layout(
        eframe::egui::vec2(ui.available_width(), height),
        Layout::right_to_left(Align::Center),
        buttons,
    )
    .inner
}

/// A raised panel with 2 px accent on top, for proposals and editors. Stretches over the width.
pub fn accent_panel<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    panel_of(ui, theme::palette(ui).raised, content)
}

/// The same on the ground of a selection, for the owner's card.
pub fn owner_card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    panel_of(ui, theme::palette(ui).sel, content)
}

fn panel_of<R>(ui: &mut Ui, fill: eframe::egui::Color32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let framed = Frame::NONE.fill(fill).inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        content(ui)
    });
    let rect: Rect = framed.response.rect;
    let accent = Stroke::new(2.0, theme::palette(ui).accent);
    ui.painter().line_segment([rect.left_top(), pos2(rect.right(), rect.top())], accent);
    framed.inner
}

/// The head of a panel with a cross at the right; returns whether the cross was pressed.
pub fn panel_head(ui: &mut Ui, title: &[super::text::Run], close: &str) -> bool {
    let (_, pressed) = super::page::head_row(
        ui,
        24.0,
        |ui| super::text::runs(ui, title, size::BODY),
        |ui| icon_button(ui, icons::CLOSE, close).clicked(),
    );
    pressed
}
