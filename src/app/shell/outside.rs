//! Somebody else changed the plan's file: what differs, and what is to become of it.

use eframe::egui::{Context, Id, Ui};

use super::ask::Reply;
use crate::app::differences::{self, View};
use crate::app::theme::space;
use crate::app::widgets::overlay::{appears, wide_dialog};
use crate::app::widgets::{Button, Segmented, body, dialog_buttons, weak};
use crate::app::window::BothChanged;
use crate::app::worker::Background;
use crate::compare::Side;
use crate::plan::Plan;
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;

/// Asks what is to become of both sides' changes; `None` until it is answered.
pub fn ui(
    ctx: &Context,
    words: &Words,
    (view, background): (&mut View, Background),
    (plan, both): (&Plan, &mut BothChanged),
) -> Option<Reply> {
    let id = Id::unique(("changed outside", both.saving));
    let fresh = appears(ctx, id);
    let shown = wide_dialog(ctx, id, &words.text("window-changed-outside"), |ui| {
        let key = if both.saving { "window-changed-outside-text" } else { "window-both-changed-text" };
        body(ui, &t!(words, key, path = one_line(&both.path.display().to_string())));
        ui.add_space(space::XS);
        whose(ui, words, &mut both.shown);
        ui.add_space(space::S);
        let theirs = both.theirs.as_ref().map(|theirs| &theirs.plan);
        let [before_heading, after_heading] = ["versions-before", "versions-after"].map(|key| words.text(key));
        match if both.shown == Side::Theirs { theirs } else { Some(plan) } {
            Some(after) => view.ui(ui, words, [(&before_heading, &both.base), (&after_heading, after)], background),
            None => differences::room(ui, |ui| drop(weak(ui, &words.text("window-theirs-not-known")))),
        }
        dialog_buttons(ui, |ui| buttons(ui, words, both, fresh))
    });
    shown.inner.or_else(|| shown.close.then_some(Reply::Cancel))
}

/// The switch between what they changed and what was changed here.
fn whose(ui: &mut Ui, words: &Words, shown: &mut Side) {
    let [theirs, ours] = ["window-their-changes", "window-our-changes"].map(|key| words.text(key));
    let sides = [(Side::Theirs, theirs.as_str()), (Side::Ours, ours.as_str())];
    if let Some(side) = Segmented::new(&sides, *shown).show(ui) {
        *shown = side;
    }
}

/// First what loses nothing. Each has its place from the beginning, so that no early click lands on another. A question that comes
/// unasked takes no key that was meant for something else.
fn buttons(ui: &mut Ui, words: &Words, both: &BothChanged, fresh: bool) -> Option<Reply> {
    let is_known = both.theirs.is_some();
    let later = if both.saving { "common-cancel" } else { "window-later" };
    let offered = [
        (is_known, "window-merge", Reply::Merge),
        (is_known, "window-take-theirs", Reply::Take),
        (true, "window-keep-copy", Reply::SaveAs),
        (true, "window-overwrite", Reply::Save),
        (true, later, Reply::Cancel),
    ];
    let mut clicked = None;
    for (is_enabled, key, reply) in offered.into_iter().filter(|(.., reply)| both.saving || *reply != Reply::Save) {
        let label = words.text(key);
        let button = if reply == Reply::Merge { Button::primary(&label) } else { Button::plain(&label) };
        let response = button.enabled(is_enabled).show(ui);
        let takes_focus = reply == Reply::Merge && is_enabled && both.saving;
        if takes_focus && (fresh || ui.memory(|memory| memory.focused().is_none())) {
            response.request_focus();
        }
        if response.clicked() {
            clicked = Some(reply);
        }
    }
    clicked
}
