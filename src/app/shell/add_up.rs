//! A dialog in which plans are chosen and added up.

use eframe::egui::{Context, Id, ScrollArea, Ui, vec2};

use crate::app::adding_up::{AddingUp, Reader};
use crate::app::differences::FOOT;
use crate::app::tabs::summary::sheet;
use crate::app::theme::space;
use crate::app::widgets::copied::Copied;
use crate::app::widgets::overlay::{appears, wide_dialog};
use crate::app::widgets::{Button, checkbox, dialog_buttons, problem_line, weak};
use crate::report::formats::text;
use crate::words::Words;

/// What was asked for in the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Other files.
    Files,
    /// To close it.
    Close,
}

/// Room for the names of the files.
const LIST: f32 = 250.0;

/// Shows the files and what the chosen ones come to.
pub fn ui(
    ctx: &Context,
    words: &'static Words,
    (adding, copied): (&mut AddingUp, &mut Copied),
    reader: &Reader,
) -> Option<Wish> {
    let id = Id::unique("add_up");
    let fresh = appears(ctx, id);
    let title = words.text("rollup-window-title");
    let shown = wide_dialog(ctx, id, &title, |ui| {
        adding.follow(words.language(), ctx, reader.background);
        let room = vec2(ui.available_width(), ui.available_height() - FOOT);
        let more = ui.allocate_ui(room, |ui| {
            ui.set_min_size(room);
            ui.horizontal_top(|ui| {
                let more = ui.vertical(|ui| list(ui, words, adding, reader)).inner;
                ui.add_space(space::L);
                ui.vertical(|ui| sum(ui, words, adding));
                more
            })
            .inner
        });
        let pressed = dialog_buttons(ui, |ui| buttons(ui, words, (adding, copied), fresh));
        pressed.or(more.inner.then_some(Wish::Files))
    });
    shown.inner.or_else(|| shown.close.then_some(Wish::Close))
}

/// The files to choose from; whether others are asked for.
fn list(ui: &mut Ui, words: &Words, adding: &mut AddingUp, reader: &Reader) -> bool {
    ui.set_width(LIST);
    let more = Button::plain(&words.text("rollup-window-files")).show(ui).clicked();
    ui.add_space(space::S);
    let mut toggled = None;
    ScrollArea::vertical().id_salt("add_up_files").auto_shrink(false).show(ui, |ui| {
        for (index, file) in adding.files.iter().enumerate() {
            let pressed = ui.push_id(index, |ui| {
                let pressed = ui.scope(|ui| checkbox(ui, file.is_chosen, &file.name()));
                pressed.response.on_hover_text(file.path.display().to_string());
                if let Some(trouble) = file.trouble().filter(|_| file.is_chosen) {
                    problem_line(ui, &trouble.say(words));
                }
                pressed.inner
            });
            if pressed.inner {
                toggled = Some(index);
            }
        }
    });
    if let Some(index) = toggled {
        adding.toggle(index, reader);
    }
    more
}

/// What the chosen plans come to.
fn sum(ui: &mut Ui, words: &Words, adding: &AddingUp) {
    ScrollArea::both().id_salt("add_up_sum").auto_shrink(false).show(ui, |ui| match adding.sum() {
        Some((Ok(document), is_fresh)) => {
            if !is_fresh {
                ui.multiply_opacity(0.5);
            }
            sheet::blocks(ui, &document.blocks);
        }
        Some((Err(why), _)) => problem_line(ui, why),
        None if adding.is_working() => {
            weak(ui, &words.text("rollup-window-adding"));
        }
        None => {
            weak(ui, &words.text("rollup-window-none"));
        }
    });
}

fn buttons(ui: &mut Ui, words: &Words, (adding, copied): (&AddingUp, &mut Copied), fresh: bool) -> Option<Wish> {
    let close = Button::primary(&words.text("common-close")).show(ui);
    if fresh {
        close.request_focus();
    }
    let document = adding.sum().and_then(|(sum, is_fresh)| sum.as_ref().ok().filter(|_| is_fresh));
    let label = words.text(if copied.just_now(ui) { "rollup-window-copied" } else { "rollup-window-copy" });
    let copy = Button::plain(&label).enabled(document.is_some()).show(ui).clicked();
    if let Some(document) = document.filter(|_| copy) {
        copied.copy(ui, text::write(document));
    }
    close.clicked().then_some(Wish::Close)
}
