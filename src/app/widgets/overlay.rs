//! What stands above the page: explanation popover, modal dialog; and the raised panel within it.

use eframe::egui::{
    Align, Context, Frame, Id, Label, Layout, Margin, Modal, Popup, PopupAnchor, PopupCloseBehavior, Rect, RectAlign,
    Response, Sense, Stroke, Tooltip, Ui, UiBuilder, pos2, vec2,
};

use super::{
    button::icon_button,
    order,
    page::hairline,
    text::{label, weak},
};
use crate::app::{
    icons,
    theme::{self, Palette, Tone, radius, size, space},
};

/// The frame of popovers: raised, 1 px `rule`, radius 4.
pub fn popover_frame(palette: &Palette) -> Frame {
    Frame::NONE
        .fill(palette.raised)
        .stroke(palette.rule_line())
        .corner_radius(radius::FIELD)
        .inner_margin(Margin::symmetric(14, 12))
}

/// Explains a number: hover shows it, a click pins it, Escape or a click outside closes it.
///
/// Takes the response of a figure or of any cell of a table. A figure can be pinned by keyboard too.
pub fn explain(response: &Response, width: f32, content: impl FnOnce(&mut Ui)) {
    let id = response.id.with("explain");
    let sensed = if response.sense.senses_click() { response.clone() } else { response.interact(Sense::CLICK) };
    order::note(&sensed);
    if sensed.clicked() {
        Popup::toggle_id(&sensed.ctx, id);
    }
    let popup = if Popup::is_id_open(&sensed.ctx, id) {
        Popup::new(id, sensed.ctx.clone(), PopupAnchor::from(&sensed), sensed.layer_id)
            .open_memory(None)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
    } else {
        Tooltip::for_enabled(&sensed).popup
    };
    // The edge away from the middle of the window stays flush with the number.
    let at_right = sensed.rect.center().x > sensed.ctx.content_rect().center().x;
    let align = if at_right { RectAlign::BOTTOM_END } else { RectAlign::BOTTOM_START };
    let palette = theme::of(sensed.ctx.global_style().visuals.dark_mode);
    popup.align(align).frame(popover_frame(palette)).gap(2.0).width(width).show(|ui| {
        ui.set_width(width);
        content(ui);
    });
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
    dialog_of(ctx, id, title, |ui| ui.set_width(DIALOG), content)
}

/// A dialog for a table: nearly as large as a small window, and no wider on a large one than its rows can be read.
pub fn wide_dialog<R>(ctx: &Context, id: Id, title: &str, content: impl FnOnce(&mut Ui) -> R) -> Dialog<R> {
    let window = ctx.content_rect().size();
    let room = vec2((window.x - 160.0).min(WIDEST_DIALOG), window.y - 150.0);
    let sized = |ui: &mut Ui| {
        ui.set_width(room.x);
        ui.set_max_height(room.y);
    };
    dialog_of(ctx, id, title, sized, content)
}

/// A dialog for something to read, no wider than told; its content learns how high it may be above its buttons.
pub fn dialog_wide<R>(
    ctx: &Context,
    (id, width): (Id, f32),
    title: &str,
    content: impl FnOnce(&mut Ui, f32) -> R,
) -> Dialog<R> {
    let window = ctx.content_rect().size();
    let room = window.y - HEAD_AND_FOOT;
    dialog_of(ctx, id, title, |ui| ui.set_width(width.min(window.x - 160.0)), |ui| content(ui, room))
}

/// What a dialog has around something that scrolls: its title, its buttons, and the window around it.
const HEAD_AND_FOOT: f32 = 240.0;

/// Width of a dialog of words.
const DIALOG: f32 = 440.0;

/// Width of a dialog with a table at most.
const WIDEST_DIALOG: f32 = 1_400.0;

fn dialog_of<R>(
    ctx: &Context,
    id: Id,
    title: &str,
    sized: impl FnOnce(&mut Ui),
    content: impl FnOnce(&mut Ui) -> R,
) -> Dialog<R> {
    let palette = theme::of(ctx.global_style().visuals.dark_mode);
    let frame = popover_frame(palette).inner_margin(Margin::symmetric(20, 14));
    let shade = if palette.dark { 140 } else { 60 };
    let modal =
        Modal::new(id).frame(frame).backdrop_color(eframe::egui::Color32::from_black_alpha(shade)).show(ctx, |ui| {
            sized(ui);
            super::page::head_row(ui, 28.0, |ui| label(ui, title, theme::semibold(size::ACTION), Tone::Plain), |_| ());
            ui.add_space(space::XS);
            let inner = content(ui);
            let top = ui.min_rect().top() - 14.0;
            let outer = ui.min_rect().expand2(vec2(20.0, 0.0));
            ui.painter().hline(outer.x_range(), top, Stroke::new(2.0, theme::palette(ui).accent));
            inner
        });
    let close = modal.should_close();
    Dialog { inner: modal.inner, close }
}

/// Whether a dialog was not shown just before: then it takes the focus. Ask once in every pass that shows it.
#[must_use]
pub fn appears(ctx: &Context, id: Id) -> bool {
    let now = ctx.cumulative_pass_nr();
    let seen = ctx.data_mut(|data| {
        let before = data.get_temp(id.with("seen"));
        data.insert_temp(id.with("seen"), now);
        before
    });
    seen.is_none_or(|seen: u64| seen + 1 < now)
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
    let row = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), theme::height::FIELD));
    // A name of their own: they keep the focus while what stands above them is filled in.
    let builder = UiBuilder::new()
        .scope_id(ui.scope_id().with("dialog_buttons"))
        .max_rect(row)
        .layout(Layout::right_to_left(Align::Center));
    order::from_left(ui, |ui| ui.scope_builder(builder, buttons).inner)
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
        |ui| {
            let job = super::text::runs_job(theme::palette(ui), title, size::BODY);
            ui.add(Label::new(job).wrap())
        },
        |ui| icon_button(ui, icons::CLOSE, close).clicked(),
    );
    pressed
}
