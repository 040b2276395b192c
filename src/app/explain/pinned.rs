//! The explanation that stays: it follows the plan, leads to its inputs, and closes with Escape.

use eframe::egui::{self, Area, Context, Id, Key, Order, Popup, Rect, Ui, vec2};

use super::kept::Pinned;
use super::{card, explanation, place};
use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{self, space};
use crate::app::widgets::overlay::popover_frame;
use crate::app::widgets::text::{elided, paint_galley};
use crate::app::widgets::{hairline, head_row, icon_button, strong};
use crate::calc::explain::Lead;
use crate::report::lookup::Lookup;
use crate::report::sentences::explained::{Told, title};
use crate::t;

/// Draws what is pinned, above the page.
pub fn ui(ui: &Ui, cx: &Cx) {
    let Some(pinned) = cx.explaining.0.borrow().clone() else { return };
    let shown = pinned.trail.last().and_then(|figure| explanation(cx, figure));
    let Some((_, told)) = shown.filter(|_| !closes(ui)) else { return close(ui, cx, &pinned) };
    let window = window(ui);
    let anchor = pinned.anchor(ui);
    let id = Id::unique("explanation");
    let size: egui::Vec2 = ui.data(|data| data.get_temp(id)).unwrap_or(vec2(card::WIDTH + 30.0, 320.0));
    let name = t!(cx.words, "explain-pinned", what = told.heading(cx.words));
    let area = Area::new(id).order(Order::Middle).kind(egui::UiKind::Popup).role(egui::accesskit::Role::Dialog);
    let area = area.accessible_name(name).fixed_pos(place::place(window, anchor, field(ui.ctx()), size));
    let drawn = area.constrain(false).show(ui.ctx(), |ui| {
        popover_frame(theme::palette(ui)).show(ui, |ui| {
            ui.set_width(card::WIDTH);
            let action = head(ui, cx, (&pinned, &told));
            let room = (place::room(window, anchor) - OTHER).max(LEAST);
            action.or(card::whole(ui, cx, &told, room).map(Action::Follow))
        })
    });
    let new_size = drawn.response.rect.size();
    if (new_size - size).length() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, new_size));
        ui.request_repaint();
    }
    match drawn.inner.inner {
        Some(action) => act(ui, cx, pinned, action),
        None => cx.explaining.0.borrow_mut().iter_mut().for_each(|pinned| pinned.takes_focus = false),
    }
}

/// What a card has around its sources, and how low these may get.
const OTHER: f32 = 260.0;
const LEAST: f32 = 130.0;

/// What somebody does with a card.
enum Action {
    Close,
    Back,
    Follow(Lead),
}

impl Pinned {
    /// Where its number is, if it was drawn just now.
    fn anchor(&self, ui: &Ui) -> Option<Rect> {
        let (rect, pass) = self.anchor;
        (pass + 1 >= ui.cumulative_pass_nr()).then_some(rect)
    }
}

/// The window without a margin.
fn window(ui: &Ui) -> Rect {
    ui.content_rect().shrink(space::XS)
}

/// The field that is typed into.
fn field(ctx: &Context) -> Option<Rect> {
    let focused = ctx.memory(egui::Memory::focused).filter(|_| ctx.text_edit_focused())?;
    ctx.read_response(focused).map(|response| response.rect)
}

/// Whether the Escape key means the card: not a field, a list or a dialog above it.
fn closes(ui: &Ui) -> bool {
    let is_free = !ui.text_edit_focused()
        && !Popup::is_any_open(ui.ctx())
        && ui.memory(|memory| memory.top_modal_layer().is_none());
    is_free && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape))
}

fn head(ui: &mut Ui, cx: &Cx, (pinned, told): (&Pinned, &Told)) -> Option<Action> {
    let before = pinned.trail.len().checked_sub(2).and_then(|index| pinned.trail.get(index));
    let left = |ui: &mut Ui| {
        let back = before.is_some_and(|before| {
            let lookup = Lookup::new(cx.plan, cx.words);
            let says = t!(cx.words, "explain-back", what = title(&lookup, before));
            icon_button(ui, icons::ARROW_LEFT, &says).clicked()
        });
        strong(ui, &told.title);
        let palette = theme::palette(ui);
        let font = theme::text(theme::size::SMALL);
        let galley = elided(ui.painter(), &told.subject, font, palette.weak, ui.available_width());
        let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
        paint_galley(ui.painter(), rect.min, egui::Align2::LEFT_TOP, galley);
        response.on_hover_text(&told.subject);
        back.then_some(Action::Back)
    };
    let right = |ui: &mut Ui| {
        let close = icon_button(ui, icons::CLOSE, &cx.words.text("common-close"));
        if pinned.takes_focus {
            close.request_focus();
        }
        card::value(ui, told);
        close.clicked().then_some(Action::Close)
    };
    let (back, close) = head_row(ui, 28.0, left, right);
    hairline(ui);
    close.or(back)
}

fn act(ui: &Ui, cx: &Cx, mut pinned: Pinned, action: Action) {
    match action {
        Action::Close => return close(ui, cx, &pinned),
        Action::Back => drop(pinned.trail.pop()),
        Action::Follow(Lead::Figure(figure)) => pinned.trail.push(figure),
        Action::Follow(Lead::Field(place)) => cx.go_to(&place),
    }
    pinned.takes_focus = false;
    cx.explaining.0.replace(Some(pinned));
    ui.request_repaint();
}

/// Closes it; whose focus was in it is back at the number.
fn close(ui: &Ui, cx: &Cx, pinned: &Pinned) {
    cx.explaining.close();
    let has_focus = ui.memory(|memory| memory.focused().is_some());
    if has_focus && pinned.anchor(ui).is_some() {
        ui.memory_mut(|memory| memory.request_focus(pinned.number));
    }
    ui.request_repaint();
}
