//! Dialogs about scenarios: what one is to be called, and all of them side by side.

use eframe::egui::{Context, Id, Key, ScrollArea, Ui};

use super::ask::Reply;
use crate::app::differences::FOOT;
use crate::app::side_by_side::Comparing;
use crate::app::tabs::summary::sheet;
use crate::app::theme::space;
use crate::app::widgets::overlay::{appears, wide_dialog};
use crate::app::widgets::{Button, Field, body, checkbox, dialog, dialog_buttons, text_field, weak};
use crate::app::window::Naming;
use crate::app::worker::Background;
use crate::calc::scenario::alternatives::MOST;
use crate::plan::Plan;
use crate::report::summary::scenarios::name;
use crate::t;
use crate::words::Words;

/// Room for names and for each scenario's figures: with more, the eye loses its line between them.
const NAMES: f32 = 380.0;
const COLUMN: f32 = 140.0;

/// Asks what a scenario is to be called; `None` until it is answered.
pub fn name_it(ctx: &Context, words: &Words, naming: &mut Naming) -> Option<Reply> {
    let is_new = naming.id.is_none();
    let title = words.text(if is_new { "scenario-new-title" } else { "scenario-rename-title" });
    let id = Id::unique("name_scenario");
    let fresh = appears(ctx, id);
    let shown = dialog(ctx, id, &title, |ui| {
        if is_new {
            body(ui, &words.text("scenario-new-text"));
            ui.add_space(space::S);
        }
        let label = words.text("scenario-name");
        let edited = text_field(ui, Field::new(id.with("field"), &label).fill(), &naming.text);
        if let Some(typed) = edited.value {
            naming.text = typed;
        }
        if fresh {
            edited.response.request_focus();
        }
        let is_named = !naming.text.trim().is_empty();
        let entered = edited.lost_focus && ui.input(|input| input.key_pressed(Key::Enter));
        let pressed = dialog_buttons(ui, |ui| {
            let done = words.text(if is_new { "scenario-create" } else { "scenario-rename-done" });
            let done = Button::primary(&done).enabled(is_named).show(ui).clicked().then_some(Reply::Save);
            let cancel = Button::plain(&words.text("common-cancel")).show(ui).clicked();
            done.or(cancel.then_some(Reply::Cancel))
        });
        pressed.or((entered && is_named).then_some(Reply::Save))
    });
    shown.inner.or_else(|| shown.close.then_some(Reply::Cancel))
}

/// Shows the base plan and its scenarios side by side; `None` until it is closed.
pub fn compare(
    ctx: &Context,
    words: &'static Words,
    (comparing, background): (&mut Comparing, Background),
    base: &Plan,
) -> Option<Reply> {
    let id = Id::unique("scenarios");
    let fresh = appears(ctx, id);
    let title = words.text("scenario-compare-title");
    let shown = wide_dialog(ctx, id, &title, |ui| {
        let room = ui.available_height() - FOOT;
        if base.scenarios.len() > MOST {
            choose(ui, words, comparing, base);
        }
        comparing.ask(base, words.language(), ctx, background);
        let used = ui.cursor().top() - ui.max_rect().top();
        ScrollArea::vertical().id_salt("scenarios").auto_shrink(false).max_height(room - used).show(ui, |ui| {
            match comparing.latest() {
                Some((blocks, is_fresh)) => {
                    #[expect(clippy::cast_precision_loss, reason = "a few columns")]
                    let columns = (comparing.shown(base).len() + 1) as f32;
                    ui.set_max_width((NAMES + columns * COLUMN).min(ui.available_width()));
                    if !is_fresh {
                        ui.multiply_opacity(0.5);
                    }
                    sheet::blocks(ui, blocks);
                }
                None => {
                    weak(ui, &words.text("scenario-calculating"));
                }
            }
        });
        dialog_buttons(ui, |ui| {
            let close = Button::primary(&words.text("common-close")).show(ui);
            if fresh {
                close.request_focus();
            }
            close.clicked().then_some(Reply::Cancel)
        })
    });
    shown.inner.or_else(|| shown.close.then_some(Reply::Cancel))
}

/// Which of many stand side by side, at most so many as have room.
fn choose(ui: &mut Ui, words: &Words, comparing: &mut Comparing, base: &Plan) {
    weak(ui, &t!(words, "scenario-choose", most = MOST.to_string()));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for scenario in base.scenarios.iter() {
            let on = comparing.shows(base, &scenario.id);
            let full = !on && comparing.shown(base).len() >= MOST;
            let toggled = ui.add_enabled_ui(!full, |ui| {
                ui.set_max_width(220.0);
                checkbox(ui, on, &name(scenario, words))
            });
            if toggled.inner {
                comparing.toggle(base, &scenario.id);
            }
        }
    });
    ui.add_space(space::S);
}
