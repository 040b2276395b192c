//! The right side while there is no goal yet: what it is and how to begin.

use eframe::egui::{Id, Ui};

use super::View;
use super::figures::Kind;
use crate::app::context::Cx;
use crate::app::theme::space;
use crate::app::widgets::{Begin, EmptyState, Sketch, Step, section, steps};

/// Draws the question and the steps.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &mut View) {
    let words = |key| cx.words.text(key);
    let question = EmptyState {
        id: Id::unique("goal_begin"),
        question: &words("goal-empty-question"),
        lines: &words("goal-empty-lines"),
        primary: &words("goal-empty-begin"),
        secondary: "",
    };
    if question.show(ui) == Some(Begin::Primary) {
        view.focus = Some(Kind::Customers.id());
    }
    ui.add_space(space::L);
    section(ui, &words("goal-empty-steps"), "");
    ui.add_space(space::L);
    let step = |sketch, title, says| Step::new(sketch, words(title), words(says));
    steps(
        ui,
        &[
            step(Sketch::Products, "goal-empty-step-1", "goal-empty-step-1-words"),
            step(Sketch::Standing, "goal-empty-step-2", "goal-empty-step-2-words"),
            step(Sketch::Parts, "goal-empty-step-3", "goal-empty-step-3-words"),
        ],
    );
}
