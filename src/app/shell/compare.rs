//! A dialog that shows what differs between two plans.

use eframe::egui::{Context, Id};

use super::ask::Reply;
use crate::app::differences::View;
use crate::app::widgets::overlay::{appears, wide_dialog};
use crate::app::widgets::{Button, dialog_buttons};
use crate::app::worker::Background;
use crate::plan::Plan;
use crate::words::Words;

/// What is compared.
pub struct Comparison<'a> {
    /// Title of the dialog.
    pub title: &'a str,
    /// Both plans, each with the heading of its column.
    pub versions: [(&'a str, &'a Plan); 2],
    /// What can be done where anything differs, on a button of this label; empty for nothing.
    pub offer: &'a str,
}

/// Shows what differs; `None` until it is answered: to do what is offered ([`Reply::Save`]), or to leave everything as it is.
pub fn ui(
    ctx: &Context,
    words: &Words,
    (view, background): (&mut View, Background),
    Comparison { title, versions, offer }: &Comparison,
) -> Option<Reply> {
    let id = Id::unique(("compare", title));
    let fresh = appears(ctx, id);
    let shown = wide_dialog(ctx, id, title, |ui| {
        view.ui(ui, words, *versions, background);
        dialog_buttons(ui, |ui| {
            let close = Button::primary(&words.text("common-close")).show(ui);
            if fresh {
                close.request_focus();
            }
            if close.clicked() {
                return Some(Reply::Cancel);
            }
            let differs = view.count().is_some_and(|count| count > 0);
            let is_taken = !offer.is_empty() && Button::plain(offer).enabled(differs).show(ui).clicked();
            is_taken.then_some(Reply::Save)
        })
    });
    shown.inner.or_else(|| shown.close.then_some(Reply::Cancel))
}
