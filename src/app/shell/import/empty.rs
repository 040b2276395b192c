//! The dialog before there is a report: what can be read, and how it comes here.

use eframe::egui::{Context, Id};

use super::Wish;
use crate::app::icons;
use crate::app::theme::{self, Tone, space};
use crate::app::widgets::overlay::appears;
use crate::app::widgets::text::state_line;
use crate::app::widgets::{Button, body, dialog, dialog_buttons, weak};
use crate::plan::Plan;
use crate::words::Words;

/// Shows it.
pub(super) fn ui(ctx: &Context, words: &Words, plan: &Plan) -> Option<Wish> {
    let id = Id::unique("import none");
    let fresh = appears(ctx, id);
    let shown = dialog(ctx, id, &words.text("import-window-title"), |ui| {
        body(ui, &words.text("import-window-empty"));
        ui.add_space(space::S);
        weak(ui, &words.text("import-window-empty-how"));
        if plan.allocation.channels.is_empty() {
            ui.add_space(space::S);
            let color = theme::palette(ui).warn;
            state_line(ui, (icons::WARN, color), &words.text("import-window-no-channels"), Tone::Plain);
        }
        dialog_buttons(ui, |ui| {
            let files = Button::primary(&words.text("import-window-files")).icon(icons::FOLDER_OPEN).show(ui);
            if fresh {
                files.request_focus();
            }
            let paste = Button::plain(&words.text("import-window-paste")).show(ui);
            let close = Button::plain(&words.text("common-cancel")).show(ui);
            let wishes = [(files, Wish::Files), (paste, Wish::Paste), (close, Wish::Close)];
            wishes.into_iter().find(|(button, _)| button.clicked()).map(|(_, wish)| wish)
        })
    });
    shown.inner.or_else(|| shown.close.then_some(Wish::Close))
}
