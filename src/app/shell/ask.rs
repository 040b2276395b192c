//! Questions that must be answered before anything else.

use eframe::egui::{Context, Id};

pub use super::reply::Reply;
use crate::app::widgets::overlay::appears;
use crate::app::widgets::{Button, body, dialog, dialog_buttons};
use crate::app::window::Ask;
use crate::t;
use crate::words::Words;

/// Shows a question; `None` until it is answered.
pub fn ui(ctx: &Context, words: &Words, plan: &str, question: &Ask) -> Option<Reply> {
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
        Ask::Replace { path, .. } => {
            let title = words.text("window-replace");
            let text = t!(words, "window-replace-text", path = path.display().to_string());
            let buttons = buttons(words, &["window-other-name", "window-overwrite"]);
            choices(ctx, &title, &text, &buttons).map(|index| [Reply::SaveAs, Reply::Save, Reply::Cancel][index.min(2)])
        }
        Ask::Writing { path, is_plan, .. } => {
            let title = words.text("window-still-writing");
            let text = t!(words, "window-still-writing-text", path = path.display().to_string());
            let all = [("command-save-as", Reply::SaveAs), ("window-do-not-wait", Reply::Discard)];
            // An export has no other place to go; the plan has.
            let offered = if *is_plan { &all[..] } else { &all[1..] };
            let keys: Vec<_> = offered.iter().map(|(key, _)| *key).collect();
            choices(ctx, &title, &text, &buttons(words, &keys))
                .map(|index| offered.get(index).map_or(Reply::Cancel, |(_, reply)| *reply))
        }
        Ask::Reading(path) => {
            let title = words.text("window-opening");
            let text = t!(words, "window-opening-text", path = path.display().to_string());
            choices(ctx, &title, &text, &[words.text("window-do-not-wait")]).map(|_| Reply::Cancel)
        }
        Ask::Merging => {
            let (title, text) = (words.text("window-merging"), words.text("window-merging-text"));
            choices(ctx, &title, &text, &[words.text("window-do-not-wait")]).map(|_| Reply::Cancel)
        }
        Ask::NotSaved(text) => {
            let title = words.text("window-trouble");
            let buttons = buttons(words, &["command-save-as"]);
            choices(ctx, &title, text, &buttons).map(|index| [Reply::SaveAs, Reply::Cancel][index.min(1)])
        }
        Ask::RemoveVersions => {
            let (title, text) = (words.text("earlier-remove-title"), words.text("earlier-remove-text"));
            let buttons = ["common-cancel", "earlier-remove"].map(|key| words.text(key));
            choices(ctx, &title, &text, &buttons).map(|index| if index == 1 { Reply::Save } else { Reply::Cancel })
        }
        Ask::Notice(text) => {
            let title = words.text("window-saved-but");
            choices(ctx, &title, text, &[words.text("window-understood")]).map(|_| Reply::Cancel)
        }
        Ask::Trouble(text) => {
            let title = words.text("window-trouble");
            choices(ctx, &title, text, &[words.text("window-understood")]).map(|_| Reply::Cancel)
        }
        // They need more of the window, and have files of their own.
        Ask::Removal(_)
        | Ask::Compare(_)
        | Ask::NameScenario(_)
        | Ask::Scenarios
        | Ask::ChangedOutside(_)
        | Ask::Clashes(_)
        | Ask::TakenIn { .. }
        | Ask::Recover(_)
        | Ask::Path(_)
        | Ask::Versions
        | Ask::AddUp
        | Ask::Find
        | Ask::Help(_)
        | Ask::Keys
        | Ask::Import => Some(Reply::Cancel),
    }
}

fn buttons(words: &Words, keys: &[&str]) -> Vec<String> {
    keys.iter().chain(&["common-cancel"]).map(|key| words.text(key)).collect()
}

/// Text and buttons, the first of them primary: it has the focus, so that Enter presses it. Closing the dialog otherwise
/// counts as beyond the last button.
fn choices(ctx: &Context, title: &str, text: &str, labels: &[String]) -> Option<usize> {
    let id = Id::unique(("question", title));
    let fresh = appears(ctx, id);
    let shown = dialog(ctx, id, title, |ui| {
        body(ui, text);
        dialog_buttons(ui, |ui| {
            let mut clicked = None;
            for (index, label) in labels.iter().enumerate() {
                let button = if index == 0 { Button::primary(label) } else { Button::plain(label) };
                let response = button.show(ui);
                if fresh && index == 0 {
                    response.request_focus();
                }
                if response.clicked() {
                    clicked = Some(index);
                }
            }
            clicked
        })
    });
    shown.inner.or_else(|| shown.close.then_some(labels.len()))
}
