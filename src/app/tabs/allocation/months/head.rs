//! The head of the page.

use eframe::egui::Ui;

use super::proposal::Suggest;
use super::{Desk, Page};
use crate::app::tabs::allocation::page_switch;
use crate::app::widgets::{Button, tab_head};

/// Switch and buttons.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk<'_>, shown: &mut Page) {
    let cx = desk.cx;
    let open = desk.view.suggest.is_some();
    let none = cx.plan.allocation.channels.is_empty();
    let ((), suggested) = tab_head(
        ui,
        |ui| page_switch(ui, cx, shown),
        |ui| {
            let words = cx.words.text("months-suggest");
            !none && Button::primary(&words).chosen(open).show(ui).clicked()
        },
    );
    if suggested {
        desk.view.suggest = (!open).then(Suggest::default);
    }
}
