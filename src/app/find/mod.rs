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

use super::worker::{Background, Cancel, Job};
use crate::words::Language;

pub use gather::{Question, gather};
pub use index::{Hit, Index, Kind, Target};
pub use matching::Typed;
pub use spelling::Name;

/// So many that were chosen last are kept.
const RECENT: usize = 8;

/// No more than so many are listed: who sees them types another letter.
const MOST: usize = 200;

/// What the palette remembers: its index, what was chosen, what is typed.
pub struct Finder {
    job: Job<Question, Arc<Index>>,
    search: Job<Asked, Found>,
    recent: Vec<Target>,
    /// What is typed.
    pub typed: String,
    /// Which of the hits is marked.
    pub marked: usize,
    /// How far the hits are scrolled, in points.
    pub scrolled: f32,
    /// Enter was pressed before what was typed was looked for.
    pub is_entered: bool,
    /// How many hits there are.
    count: usize,
}

/// What is looked for.
#[derive(Clone)]
struct Asked {
    index: Arc<Index>,
    language: Language,
    typed: String,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.index, &other.index) && self.language == other.language && self.typed == other.typed
    }
}

/// What was found.
#[derive(Clone)]
pub struct Found {
    /// In this index.
    pub index: Arc<Index>,
    /// The best first.
    pub hits: Arc<[Hit]>,
    /// Whether it is what agrees with what is typed now.
    pub is_fresh: bool,
}

fn search(asked: &Asked, _: &Cancel) -> Found {
    let hits = asked.index.search(&asked.typed, asked.language, MOST).into();
    Found { index: Arc::clone(&asked.index), hits, is_fresh: true }
}

impl Default for Finder {
    fn default() -> Self {
        Self {
            job: Job::new(gather),
            search: Job::new(search),
            recent: Vec::new(),
            typed: String::new(),
            marked: 0,
            scrolled: 0.0,
            is_entered: false,
            count: 0,
        }
    }
}

impl Finder {
    /// Begins anew, with nothing typed.
    pub fn begin(&mut self) {
        self.typed.clear();
        (self.marked, self.scrolled, self.is_entered) = (0, 0.0, false);
    }

    /// Follows the plan and what is typed; ask in every frame in which it is shown. Where nothing is typed, that finds what was chosen
    /// last, and everything that is no part of a plan. `None` until everything is collected.
    pub fn follow(
        &mut self,
        (plan, language): (Question, Language),
        ctx: &Context,
        background: Background,
    ) -> Option<Found> {
        self.job.ask(plan, ctx, background);
        let (index, _) = self.job.latest().filter(|(_, is_fresh)| *is_fresh)?;
        let index = Arc::clone(index);
        let found = if self.typed.trim().is_empty() {
            let recent: Vec<Hit> = self.recent.iter().filter_map(|target| index.find(target)).collect();
            let others = index.at_first().filter(|hit| !recent.contains(hit));
            let hits = recent.iter().copied().chain(others).collect();
            Found { index, hits, is_fresh: true }
        } else {
            self.search.ask(Asked { index, language, typed: self.typed.clone() }, ctx, background);
            let (found, is_fresh) = self.search.latest()?;
            Found { is_fresh, ..found.clone() }
        };
        self.count = found.hits.len();
        Some(found)
    }

    /// Moves the mark; returns whether it moved. `page` is how many rows are seen at once.
    pub fn walk(&mut self, step: Step, page: usize) -> bool {
        let last = self.count.saturating_sub(1);
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
