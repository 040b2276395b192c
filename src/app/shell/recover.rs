//! Unsaved work that was left behind: what it is, what differs from its file, and what is to become of it.

use eframe::egui::{Context, Id, Ui};

use super::ask::Reply;
use super::moment::moment;
use crate::app::differences::View;
use crate::app::icons;
use crate::app::theme::{self, Tone, space};
use crate::app::widgets::overlay::{appears, wide_dialog};
use crate::app::widgets::text::state_line;
use crate::app::widgets::{Button, body, dialog, dialog_buttons, weak};
use crate::app::worker::Background;
use crate::file::recovery::Left;
use crate::plan::Date;
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;

/// Asks; `None` until it is answered: to recover it, to throw it away, or to decide later.
pub fn ui(
    ctx: &Context,
    words: &Words,
    (view, background): (&mut View, Background),
    (left, today): (&Left, Date),
) -> Option<Reply> {
    let title = t!(words, "recovery-title-of", plan = name(words, left));
    let id = Id::unique("recover");
    let fresh = appears(ctx, id);
    let shown = match &left.saved {
        Some(saved) => wide_dialog(ctx, id, &title, |ui| {
            about(ui, words, left, today);
            ui.add_space(space::S);
            let headings = [words.text("recovery-in-file"), words.text("recovery-work")];
            view.ui(ui, words, [(&headings[0], saved), (&headings[1], &left.plan)], background);
            buttons(ui, words, left, fresh)
        }),
        None => dialog(ctx, id, &title, |ui| {
            about(ui, words, left, today);
            buttons(ui, words, left, fresh)
        }),
    };
    shown.inner.or_else(|| shown.close.then_some(Reply::Cancel))
}

/// What the plan is called: as its file, or else by its title.
pub fn name(words: &Words, left: &Left) -> String {
    let file = left.about.path.as_ref().and_then(|path| path.file_stem());
    let name = file.map_or_else(|| left.plan.title.clone(), |name| name.to_string_lossy().into_owned());
    let name = one_line(&name);
    if name.is_empty() { words.text("window-untitled") } else { name }
}

/// When it was kept and of what.
fn about(ui: &mut Ui, words: &Words, left: &Left, today: Date) {
    body(ui, &t!(words, "recovery-text", when = moment(words, left.about.kept, today)));
    let palette = theme::palette(ui);
    match (&left.about.path, &left.saved) {
        (None, _) => drop(weak(ui, &words.text("recovery-in-no-file"))),
        (Some(path), saved) => {
            weak(ui, &path.display().to_string());
            let warning = match saved {
                None => Some("recovery-file-gone"),
                Some(_) if left.base.is_some() => Some("recovery-file-changed-merge"),
                Some(_) if left.is_file_changed => Some("recovery-file-changed"),
                Some(_) => None,
            };
            if let Some(key) = warning {
                state_line(ui, (icons::WARN, palette.warn), &words.text(key), Tone::Warn);
            }
        }
    }
}

/// First what loses nothing.
fn buttons(ui: &mut Ui, words: &Words, left: &Left, fresh: bool) -> Option<Reply> {
    let offered = [
        (left.base.is_some(), "window-merge", Reply::Merge),
        (true, "recovery-recover", Reply::Save),
        (true, "recovery-later", Reply::Cancel),
        (true, "recovery-discard", Reply::Discard),
    ];
    dialog_buttons(ui, |ui| {
        let mut clicked = None;
        for (index, (_, key, reply)) in offered.into_iter().filter(|(is_offered, ..)| *is_offered).enumerate() {
            let label = words.text(key);
            let button = if index == 0 { Button::primary(&label) } else { Button::plain(&label) };
            let response = button.show(ui);
            if fresh && index == 0 {
                response.request_focus();
            }
            if response.clicked() {
                clicked = Some(reply);
            }
        }
        clicked
    })
}
