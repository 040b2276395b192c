//! The tab before there is a ripple.

use eframe::egui::{self, Ui};

use super::{Left, View};
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::theme::{Tone, size, space};
use crate::app::widgets::{
    Column, EmptyState, RowKind, RowSpec, Sketch, Step, Table, section, steps, tab_head, text::label,
};
use crate::plan::ripple::Funnel;
use crate::plan::{Id, Ripple};

/// Draws the question, how to begin, and what comes of it.
pub(super) fn ui(ui: &mut Ui, ripples: &mut Editing<'_, Vec<Ripple>>, cx: &Cx, view: &mut View) {
    let words = cx.words;
    let title = words.text("ripple-empty-title");
    tab_head(ui, |ui| label(ui, &title, crate::app::theme::text(size::FIGURE), Tone::Weak), |_| ());
    let question = EmptyState {
        id: egui::Id::unique("no ripple"),
        question: &words.text("ripple-empty-question"),
        lines: &words.text("ripple-empty-lines"),
        primary: &words.text("ripple-empty-begin"),
        secondary: "",
    };
    if question.show(ui).is_some() {
        add(ripples, cx, view);
    }
    example(ui, cx);
    ui.add_space(space::L);
    let step = |sketch, title, about| Step::new(sketch, words.text(title), words.text(about));
    steps(
        ui,
        &[
            step(Sketch::Funnel, "names-step-funnel", "ripple-empty-about-1"),
            step(Sketch::Later, "names-step-follow", "ripple-empty-about-2"),
            step(Sketch::Rings, "names-step-share", "ripple-empty-about-3"),
        ],
    );
}

/// The example of the method, so that the three steps have numbers.
fn example(ui: &mut Ui, cx: &Cx) {
    let words = cx.words;
    section(ui, &words.text("ripple-example"), &words.text("ripple-example-subtitle"));
    let figure = Column::fixed(110.0).right();
    let columns = [Column::flex(1.0, 260.0), figure, figure, figure, Column::fixed(80.0).right()];
    let mut table = Table::new(ui, egui::Id::unique("example of the method"), &columns);
    let heads = ["ripple-cost", "ripple-people", "common-customers", "ripple-roi"].map(|key| words.text(key));
    table.header(ui, &["", &heads[0], &heads[1], &heads[2], &heads[3]]);
    let rows = [
        ("ripple-example-funnel", ["500,000", "200", "2", "4"]),
        ("ripple-example-follow", ["500,000", "200", "4", "8"]),
        ("ripple-example-share", ["550,000", "5,200", "15", "26.36"]),
    ];
    for (key, cells) in rows {
        table.row(ui, RowSpec::new(RowKind::Plain), |row| {
            row.text(&words.text(key));
            for cell in &cells[..3] {
                row.number(cell);
            }
            row.strong(cells[3], Tone::Accent);
        });
    }
}

/// Adds a ripple and shows its details with the focus on its name.
pub(super) fn add(ripples: &mut Editing<'_, Vec<Ripple>>, cx: &Cx, view: &mut View) {
    let words = cx.words;
    // A topic names an event or a ripple by its id, so the two may not share one.
    let taken = ripples.now();
    let others = cx.plan.events.iter().map(|event| &event.id);
    let id = Id::fresh("ripple", taken.iter().map(|ripple| &ripple.id).chain(others));
    let ripple = Ripple {
        id: id.clone(),
        name: words.text("ripple-new-name"),
        date: None,
        event: None,
        owner: None,
        funnel: Funnel::default(),
        follow: None,
        share: None,
        timing: Vec::new(),
        stages: Vec::new(),
        note: String::new(),
    };
    ripples.change(words.text("ripple-step-add"), |ripples| ripples.push(ripple));
    view.ripple = Some(id.clone());
    view.left = Left::Details;
    view.fresh = Some(id);
}
