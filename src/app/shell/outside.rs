//! Somebody else changed the plan's file: what differs, and what is to become of it.

use eframe::egui::{Context, Id, Ui};

use super::ask::Reply;
use crate::app::differences::View;
use crate::app::theme::space;
use crate::app::widgets::overlay::{appears, wide_dialog};
use crate::app::widgets::{Button, Segmented, body, dialog_buttons};
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
        let theirs = both.theirs.as_ref().map(|theirs| theirs.plan.clone());
        if let Some(theirs) = &theirs {
            ui.add_space(space::XS);
            whose(ui, words, &mut both.shown);
            ui.add_space(space::S);
            let after = if both.shown == Side::Theirs { theirs } else { plan };
            let [before_heading, after_heading] = ["versions-before", "versions-after"].map(|key| words.text(key));
            view.ui(ui, words, [(&before_heading, &both.base), (&after_heading, after)], background);
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

/// First what loses nothing. A question that comes unasked takes no key that was meant for something else.
fn buttons(ui: &mut Ui, words: &Words, both: &BothChanged, fresh: bool) -> Option<Reply> {
    let later = if both.saving { "common-cancel" } else { "window-later" };
    let offered = [
        (both.theirs.is_some(), "window-merge", Reply::Merge),
        (both.theirs.is_some(), "window-take-theirs", Reply::Take),
        (true, "window-keep-copy", Reply::SaveAs),
        (both.saving, "window-overwrite", Reply::Save),
        (true, later, Reply::Cancel),
    ];
    let mut clicked = None;
    for (index, (_, key, reply)) in offered.into_iter().filter(|(is_offered, ..)| *is_offered).enumerate() {
        let label = words.text(key);
        let button = if index == 0 { Button::primary(&label) } else { Button::plain(&label) };
        let response = button.show(ui);
        if fresh && both.saving && index == 0 {
            response.request_focus();
        }
        if response.clicked() {
            clicked = Some(reply);
        }
    }
    clicked
}
