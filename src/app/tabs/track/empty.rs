//! The tab before anything has happened: what goes here, and how to begin.

use eframe::egui::{self, Ui};

use super::{Part, View};
use crate::app::command::{Command, Tab};
use crate::app::context::Cx;
use crate::app::widgets::{Begin, EmptyState, Sketch, Step, steps};

/// Draws it.
pub(super) fn ui(ui: &mut Ui, cx: &Cx, view: &mut View) {
    let text = |key| cx.words.text(key);
    let has_channels = !cx.plan.allocation.channels.is_empty();
    let [lines, begin] = if has_channels {
        ["track-empty-lines", "track-empty-begin"]
    } else {
        ["track-empty-no-channels", "track-empty-add-channels"]
    };
    let state = EmptyState {
        id: egui::Id::unique("track_begin"),
        question: &text("track-empty-question"),
        lines: &text(lines),
        primary: &text(begin),
        secondary: &text("track-empty-example"),
    };
    match state.show(ui) {
        Some(Begin::Primary) if has_channels => view.part = Part::ByMonth,
        Some(Begin::Primary) => cx.show_tab(Tab::Allocation),
        Some(Begin::Secondary) => cx.run(Command::NewFromTrackedCase),
        None => {}
    }
    let step = |sketch, title, says| Step::new(sketch, text(title), text(says));
    steps(
        ui,
        &[
            step(Sketch::Months, "track-step-1", "track-step-1-words"),
            step(Sketch::Against, "track-step-2", "track-step-2-words"),
            step(Sketch::Learned, "track-step-3", "track-step-3-words"),
        ],
    );
}
