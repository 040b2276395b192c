//! **What differs** between two plans, on screen: the one view of it, for every dialog in which two versions meet.
//!
//! ```text
//! somewhere that stays:  differences: differences::View::default()
//! every frame:           view.ui(ui, words, [(heading, old), (heading, new)], background)
//! ```
//!
//! The plans may be other ones in each frame: only two that differ from those before are compared, beside the window, and nothing
//! is shown that belongs to others. Above the rows stands what the difference does to the goal. The view takes the width and height of
//! its `ui` and leaves room for [`FOOT`] below it, where a dialog has its buttons; see
//! [`wide_dialog`](super::widgets::overlay::wide_dialog).

mod table;

use eframe::egui::{Rect, Ui, UiBuilder, pos2};

use super::theme::{Tone, space};
use super::widgets::{Figure, figures, strong, weak};
use super::worker::{Background, Cancel, Job};
use crate::plan::Plan;
use crate::report::versions::{self, Outcome, Row};
use crate::t;
use crate::words::{Language, Words};

use table::Entry;
pub use table::{longest, what, width_of};

/// Height that is left below the rows, for the buttons of a dialog.
pub const FOOT: f32 = 52.0;

/// The least height of the view, however low the window: figures, a line, the head of the table, four rows.
const LEAST: f32 = 110.0 + table::LEAST;

/// Shows something in the room of the view: the same whatever is known and however much differs, so that nothing below it moves while
/// one reaches for it.
pub fn room(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let area = ui.available_rect_before_wrap();
    content(&mut ui.new_child(UiBuilder::new().max_rect(area).id_salt("differences")));
    let bottom = (area.bottom() - FOOT).max(area.top() + LEAST);
    ui.advance_cursor_after_rect(Rect::from_min_max(area.min, pos2(area.right(), bottom)));
}

/// What differs between two plans, and how far it is scrolled.
#[derive(Debug)]
pub struct View {
    job: Job<Question, Compared>,
}

impl Default for View {
    fn default() -> Self {
        Self { job: Job::new(Compared::of) }
    }
}

/// Two plans, and the language in which they are compared.
#[derive(Clone)]
struct Question {
    old: Plan,
    new: Plan,
    language: Language,
}

impl PartialEq for Question {
    fn eq(&self, asked: &Self) -> bool {
        self.old.same_as(&asked.old) && self.new.same_as(&asked.new) && self.language == asked.language
    }
}

/// What was found.
struct Compared {
    rows: Vec<Row>,
    lines: Vec<Entry>,
    longest: [table::Texts; 3],
    /// Name, before and after of each figure of the goal.
    outcome: Vec<(String, [String; 2])>,
}

impl Compared {
    fn of(Question { old, new, language }: &Question, _: &Cancel) -> Self {
        let words = Words::of(*language);
        let rows = versions::rows(old, new, words);
        let outcome = Outcome::of(old, new).figures(words, [&old.currency, &new.currency]).to_vec();
        Self { lines: table::lines(&rows), longest: table::longest_of(&rows), rows, outcome }
    }
}

impl View {
    /// Shows what differs between two plans, each with the heading of its column.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words, versions: [(&str, &Plan); 2], background: Background) {
        let [(old_heading, old), (new_heading, new)] = versions;
        let question = Question { old: old.clone(), new: new.clone(), language: words.language() };
        self.job.ask(question, ui.ctx(), background);
        room(ui, |ui| match self.job.latest() {
            Some((compared, true)) if compared.rows.is_empty() => drop(strong(ui, &words.text("versions-same"))),
            Some((compared, true)) => compared.ui(ui, words, [old_heading, new_heading]),
            _ => drop(weak(ui, &words.text("versions-comparing"))),
        });
    }

    /// How many things differ, as soon as that is known.
    #[must_use]
    pub fn count(&self) -> Option<usize> {
        self.job.latest().filter(|(_, is_fresh)| *is_fresh).map(|(compared, _)| compared.rows.len())
    }
}

impl Compared {
    fn ui(&self, ui: &mut Ui, words: &Words, headings: [&str; 2]) {
        figures(ui, &self.figures(words));
        ui.add_space(space::XS);
        let count = self.rows.len();
        weak(ui, &t!(words, "versions-count", n = count, shown = count.to_string()));
        table::ui(ui, words, (&self.rows, &self.lines, &self.longest), headings);
    }

    /// What it does to the goal: the figures after it, and what they were.
    fn figures(&self, words: &Words) -> Vec<Figure> {
        let figure = |(name, [old, new]): &(String, [String; 2])| {
            let figure = Figure::new(name, new);
            if old == new {
                figure.remark(words.text("versions-unchanged"))
            } else {
                figure.remark(t!(words, "versions-was", value = old)).tone(Tone::Accent)
            }
        };
        self.outcome.iter().map(figure).collect()
    }
}
