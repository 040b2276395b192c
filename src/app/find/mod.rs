//! Finding things from the keyboard: everything that can be done and everything a plan holds, by a few letters of its name.
//!
//! ```text
//! plan, report → gather → Index → search(typed) → hits → shell::find draws them → what was chosen is done
//! ```
//!
//! Names are found in both languages, and Chinese ones by their pinyin too.

mod fields;
mod gather;
mod index;
mod matching;
mod spelling;

use std::sync::Arc;

use eframe::egui::Context;

use super::worker::{Background, Job};
use crate::words::Language;

pub use gather::{Question, gather};
pub use index::{Hit, Index, Kind, Target};
pub use matching::Typed;

/// So many that were chosen last are kept.
const RECENT: usize = 8;

/// What the palette remembers: its index, what was chosen, what is typed.
pub struct Finder {
    job: Job<Question, Arc<Index>>,
    recent: Vec<Target>,
    /// What is typed.
    pub typed: String,
    /// Which of the hits is marked.
    pub marked: usize,
    /// How far the hits are scrolled, in points.
    pub scrolled: f32,
    /// What was found last, and by what.
    found: Option<(Asked, Arc<[Hit]>)>,
}

/// What decides what is found.
#[derive(Clone)]
struct Asked {
    index: Arc<Index>,
    language: Language,
    typed: String,
}

/// No more than so many are listed: who sees them types another letter.
const MOST: usize = 200;

impl Default for Finder {
    fn default() -> Self {
        Self { job: Job::new(gather), recent: Vec::new(), typed: String::new(), marked: 0, scrolled: 0.0, found: None }
    }
}

impl Finder {
    /// Begins anew, with nothing typed.
    pub fn begin(&mut self) {
        self.typed.clear();
        (self.marked, self.scrolled, self.found) = (0, 0.0, None);
    }

    /// Follows the plan; ask in every frame in which it is shown.
    pub fn follow(&mut self, question: Question, ctx: &Context, background: Background) {
        self.job.ask(question, ctx, background);
    }

    /// Everything that can be found; `None` until it is collected.
    #[must_use]
    pub fn index(&self) -> Option<Arc<Index>> {
        self.job.latest().filter(|(_, is_fresh)| *is_fresh).map(|(index, _)| Arc::clone(index))
    }

    /// What agrees with what is typed; where that is nothing, what was chosen last, and everything that is no part of a plan.
    pub fn hits(&mut self, index: &Arc<Index>, language: Language) -> Arc<[Hit]> {
        let is_same =
            |asked: &Asked| Arc::ptr_eq(&asked.index, index) && asked.language == language && asked.typed == self.typed;
        if let Some((_, hits)) = self.found.as_ref().filter(|(asked, _)| is_same(asked)) {
            return Arc::clone(hits);
        }
        let hits: Arc<[Hit]> = if self.typed.trim().is_empty() {
            let recent: Vec<Hit> = self.recent.iter().filter_map(|target| index.find(target)).collect();
            let others = index.at_first().filter(|hit| !recent.contains(hit));
            recent.iter().copied().chain(others).collect()
        } else {
            index.search(&self.typed, language, MOST).into()
        };
        let asked = Asked { index: Arc::clone(index), language, typed: self.typed.clone() };
        self.found = Some((asked, Arc::clone(&hits)));
        hits
    }

    /// Moves the mark; returns whether it moved. `page` is how many rows are seen at once.
    pub fn walk(&mut self, step: Step, page: usize) -> bool {
        let last = self.found.as_ref().map_or(0, |(_, hits)| hits.len().saturating_sub(1));
        let before = self.marked.min(last);
        self.marked = match step {
            Step::Down if before == last => 0,
            Step::Down => before + 1,
            Step::Up => before.checked_sub(1).unwrap_or(last),
            Step::PageDown => (before + page).min(last),
            Step::PageUp => before.saturating_sub(page),
            Step::First => 0,
            Step::Last => last,
        };
        self.marked != before
    }

    /// Remembers what was chosen.
    pub fn choose(&mut self, target: &Target) {
        self.recent.retain(|other| other != target);
        self.recent.insert(0, target.clone());
        self.recent.truncate(RECENT);
    }
}

/// A way through what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the keys
pub enum Step {
    Down,
    Up,
    PageDown,
    PageUp,
    First,
    Last,
}
