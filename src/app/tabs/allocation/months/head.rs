//! The head of the page: its unit, spreading, seasons and cash, and the best months.

use eframe::egui::{Popup, PopupCloseBehavior, Ui};

use super::proposal::Suggest;
use super::timing::Timing;
use super::{Desk, Page, menu};
use crate::app::icons;
use crate::app::tabs::allocation::page_switch;
use crate::app::theme::space;
use crate::app::widgets::{Button, tab_head, weak};

/// What was pressed at the right end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pressed {
    Suggest,
    Timing,
}

/// Switch and buttons.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk<'_>, lines: Option<&super::Lines>, shown: &mut Page) {
    let cx = desk.cx;
    let open = desk.view.suggest.is_some();
    let ((), pressed) = tab_head(
        ui,
        |ui| {
            page_switch(ui, cx, shown);
            if let Some(lines) = lines {
                ui.add_space(space::XS);
                weak(ui, &lines.scale.name(cx.words, cx.currency())).on_hover_text(cx.words.text("months-unit-hint"));
            }
        },
        |ui| lines.and_then(|lines| buttons(ui, desk, lines)),
    );
    match pressed {
        Some(Pressed::Suggest) => desk.view.suggest = (!open).then(Suggest::default),
        Some(Pressed::Timing) => desk.view.timing = Some(Timing::default()),
        None => {}
    }
}

fn buttons(ui: &mut Ui, desk: &mut Desk<'_>, lines: &super::Lines) -> Option<Pressed> {
    let [suggest, timing, spread] =
        ["months-suggest", "months-timing", "months-spread"].map(|key| desk.cx.words.text(key));
    let open = desk.view.suggest.is_some();
    let mut pressed = None;
    if Button::primary(&suggest).chosen(open).show(ui).clicked() {
        pressed = Some(Pressed::Suggest);
    }
    if Button::plain(&timing).show(ui).clicked() {
        pressed = Some(Pressed::Timing);
    }
    let button = Button::plain(&spread).trailing(icons::CHEVRON_DOWN).show(ui);
    let behavior = PopupCloseBehavior::CloseOnClickOutside;
    let popup = Popup::menu(&button).close_behavior(behavior).show(|ui| menu::spread(ui, desk, lines));
    match popup.and_then(|popup| popup.inner) {
        Some(menu::Spread::States) => Some(Pressed::Timing),
        None => pressed,
    }
}
