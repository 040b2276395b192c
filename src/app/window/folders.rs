//! Where the path leads that is typed in the program's own file dialog, and what lies there: looked at beside the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use eframe::egui::Context;

use crate::app::errand::A_MOMENT;
use crate::app::files::Files;
use crate::app::worker::{Background, Cancel, Job};
use crate::file::listing::{Listing, Place};

/// What is looked at: a path, and the extensions of the files that are listed there.
#[derive(Clone)]
struct Question {
    files: Arc<dyn Files>,
    path: PathBuf,
    extensions: Vec<&'static str>,
    /// Looking again is another question.
    round: u32,
}

impl PartialEq for Question {
    fn eq(&self, asked: &Self) -> bool {
        (&self.path, &self.extensions, self.round) == (&asked.path, &asked.extensions, asked.round)
    }
}

/// What is known of the path and its folder.
#[derive(Debug)]
pub struct Folders {
    place: Job<Question, Place>,
    listing: Job<Question, Listing>,
    round: u32,
    /// Since when something is not known.
    waits: Option<Instant>,
}

impl Default for Folders {
    fn default() -> Self {
        let place = |question: &Question, _: &Cancel| question.files.place(&question.path);
        let list = |question: &Question, _: &Cancel| question.files.list(&question.path, &question.extensions);
        Self { place: Job::new(place), listing: Job::new(list), round: 0, waits: None }
    }
}

impl Folders {
    /// Looks anew: what is known of an earlier dialog may be out of date.
    pub fn begin(&mut self) {
        *self = Self { round: self.round + 1, ..Self::default() };
    }

    /// Asks about a path; call it in every frame.
    pub fn look(
        &mut self,
        (path, extensions): (&Path, &[&'static str]),
        files: &Arc<dyn Files>,
        ctx: &Context,
        background: Background,
    ) {
        let question = |path: &Path| Question {
            files: Arc::clone(files),
            path: path.to_owned(),
            extensions: extensions.to_vec(),
            round: self.round,
        };
        self.place.ask(question(path), ctx, background);
        if let Some(folder) = self.place().map(|place| place.folder.clone()) {
            self.listing.ask(question(&folder), ctx, background);
        }
        let is_known = self.place().is_some() && !self.listing.is_working();
        if is_known {
            self.waits = None;
        } else if self.waits.is_none() {
            self.waits = Some(Instant::now());
            ctx.request_repaint_after(A_MOMENT);
        }
    }

    /// Where the path leads; `None` until that is known.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.place.latest().filter(|(_, is_fresh)| *is_fresh).map(|(place, _)| place)
    }

    /// What lies there. What was listed last stays for a moment, so that nothing flickers.
    #[must_use]
    pub fn listing(&self) -> Option<&Listing> {
        let is_late = self.waits.is_some_and(|since| since.elapsed() >= A_MOMENT);
        self.listing.latest().map(|(listing, _)| listing).filter(|_| !is_late)
    }
}
