//! The help of a tab: what it is for, what one does there, what its terms mean, and its keys.

mod pages;

use eframe::egui::{Context, Id, ScrollArea, Ui};

use self::pages::{Page, keys_of, page};
use crate::app::command::{Command, Tab};
use crate::app::keys;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::overlay::{appears, dialog_wide};
use crate::app::widgets::text::{Run, label, runs};
use crate::app::widgets::{Button, beside, body, dialog_buttons, hairline, strong, weak};
use crate::t;
use crate::words::Words;

/// Lines are no longer than can be read.
const WIDTH: f32 = 860.0;

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It was closed.
    Close,
    /// All keys are to be shown.
    Keys,
}

/// Shows the help of a tab, or of the program where no plan is open; `None` until it ends.
pub fn ui(ctx: &Context, words: &Words, tab: Option<Tab>) -> Option<Reply> {
    let id = Id::unique("help");
    let fresh = appears(ctx, id);
    let of = words.text(tab.map_or("common-program", Tab::key));
    let shown = dialog_wide(ctx, (id, WIDTH), &t!(words, "help-title", of = of), |ui, room| {
        ScrollArea::vertical()
            .id_salt("help")
            .max_height(room)
            .min_scrolled_height(room)
            .show(ui, |ui| content(ui, words, tab));
        dialog_buttons(ui, |ui| {
            let close = Button::primary(&words.text("common-close")).show(ui);
            if fresh {
                close.request_focus();
            }
            let keys = Button::plain(&words.text("help-all-keys")).show(ui).clicked();
            close.clicked().then_some(Reply::Close).or(keys.then_some(Reply::Keys))
        })
    });
    shown.inner.or(shown.close.then_some(Reply::Close))
}

fn content(ui: &mut Ui, words: &Words, tab: Option<Tab>) {
    let help = page(tab);
    body(ui, &words.text(help.is));
    ui.add_space(space::L);
    let width = ((ui.available_width() - space::PAGE) / 2.0).floor();
    beside(ui, Id::unique("help columns"), &[width, width], space::PAGE, |ui, column| {
        if column == 0 {
            does(ui, words, &help);
            let groups = keys_of(tab);
            if !groups.is_empty() {
                ui.add_space(space::M);
                super::keys::list(ui, words, &groups);
            }
        } else {
            terms(ui, words, &help);
        }
    });
    ui.add_space(space::S);
    if let Some(keys) = Command::Find.shortcuts().first() {
        weak(ui, &t!(words, "help-more", keys = keys::written(ui.ctx(), keys)));
    }
}

fn does(ui: &mut Ui, words: &Words, help: &Page) {
    ui.spacing_mut().item_spacing.y = space::S;
    strong(ui, &words.text("help-does"));
    hairline(ui);
    for (at, key) in help.does.iter().enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            label(ui, &(at + 1).to_string(), theme::semibold(size::BODY), Tone::Accent);
            ui.vertical(|ui| body(ui, &words.text(key)));
        });
    }
}

fn terms(ui: &mut Ui, words: &Words, help: &Page) {
    ui.spacing_mut().item_spacing.y = space::S;
    strong(ui, &words.text("help-terms"));
    hairline(ui);
    for (term, means) in help.terms {
        runs(ui, &[Run::strong(words.text(term)), Run::weak(format!("  {}", words.text(means)))], size::BODY);
    }
}
