//! Questions that must be answered before anything else.

use eframe::egui::{Context, Id};

use crate::app::theme::Tone;
use crate::app::widgets::text::small;
use crate::app::widgets::{Button, Field, body, dialog, dialog_buttons, text_field};
use crate::app::window::{Ask, Purpose};
use crate::t;
use crate::words::Words;

/// What the person answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The main thing: save, overwrite, open the typed path.
    Save,
    /// Save under another name.
    SaveAs,
    /// Do not save.
    Discard,
    /// Leave everything as it is.
    Cancel,
}

/// Shows a question; `None` until it is answered.
pub fn ui(ctx: &Context, words: &Words, plan: &str, question: &mut Ask) -> Option<Reply> {
    match question {
        Ask::Unsaved(_) => {
            let title = t!(words, "window-unsaved-title", plan = plan);
            choices(
                ctx,
                &title,
                &words.text("window-unsaved-text"),
                &buttons(words, &["command-save", "window-discard"]),
            )
            .map(|index| [Reply::Save, Reply::Discard, Reply::Cancel][index.min(2)])
        }
        Ask::ChangedOutside(path) => {
            let title = words.text("window-changed-outside");
            let text = t!(words, "window-changed-outside-text", path = path.display().to_string());
            // First what loses nothing.
            let buttons = buttons(words, &["command-save-as", "window-overwrite"]);
            choices(ctx, &title, &text, &buttons).map(|index| [Reply::SaveAs, Reply::Save, Reply::Cancel][index.min(2)])
        }
        Ask::Trouble(text) => {
            let title = words.text("window-trouble");
            choices(ctx, &title, text, &[words.text("window-understood")]).map(|_| Reply::Cancel)
        }
        Ask::Path { purpose, text } => typed_path(ctx, words, purpose, text),
    }
}

fn buttons(words: &Words, keys: &[&str]) -> Vec<String> {
    keys.iter().chain(&["common-cancel"]).map(|key| words.text(key)).collect()
}

/// Text and buttons, the first of them primary. Closing the dialog otherwise counts as beyond the last button.
fn choices(ctx: &Context, title: &str, text: &str, labels: &[String]) -> Option<usize> {
    let shown = dialog(ctx, Id::unique("question"), title, |ui| {
        body(ui, text);
        dialog_buttons(ui, |ui| {
            let mut clicked = None;
            for (index, label) in labels.iter().enumerate() {
                let button = if index == 0 { Button::primary(label) } else { Button::plain(label) };
                if button.show(ui).clicked() {
                    clicked = Some(index);
                }
            }
            clicked
        })
    });
    shown.inner.or_else(|| shown.close.then_some(labels.len()))
}

fn typed_path(ctx: &Context, words: &Words, purpose: &Purpose, text: &mut String) -> Option<Reply> {
    let title = words.text(purpose.title());
    let shown = dialog(ctx, Id::unique("path"), &title, |ui| {
        small(ui, &words.text("window-no-native-dialog"), Tone::Weak);
        let name = words.text("window-path");
        let field = Field::new(Id::unique("typed_path"), &name).fill();
        if let Some(typed) = text_field(ui, field, text).value {
            *text = typed;
        }
        dialog_buttons(ui, |ui| {
            let go = words.text(if *purpose == Purpose::Open { "window-open" } else { "command-save" });
            if Button::primary(&go).enabled(!text.trim().is_empty()).show(ui).clicked() {
                return Some(Reply::Save);
            }
            Button::plain(&words.text("common-cancel")).show(ui).clicked().then_some(Reply::Cancel)
        })
    });
    shown.inner.or_else(|| shown.close.then_some(Reply::Cancel))
}
