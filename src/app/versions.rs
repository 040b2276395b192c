//! Earlier versions of the open plan, listed and opened beside the window.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::worker::{Background, Cancel, Job};
use crate::file::{self, FileError, KeptPlan, Version};

/// Of which plan, and when asked.
#[derive(Clone, PartialEq)]
struct Question {
    state_folder: PathBuf,
    plan: PathBuf,
    /// Looking again is another question.
    round: u32,
}

/// A version to be read.
#[derive(Clone, PartialEq)]
struct Chosen(PathBuf);

type Listed = Result<Vec<Version>, FileError>;
type Opened = Result<KeptPlan, FileError>;

/// The versions of a plan, one of them chosen.
#[derive(Debug)]
pub struct Versions {
    list: Job<Question, Listed>,
    opened: Job<Chosen, Opened>,
    chosen: usize,
    round: u32,
}

impl Default for Versions {
    fn default() -> Self {
        Self { list: Job::new(list), opened: Job::new(open), chosen: 0, round: 0 }
    }
}

impl Versions {
    /// Looks anew, with the latest one chosen.
    pub fn begin(&mut self) {
        self.round += 1;
        self.chosen = 0;
    }

    /// Asks for the list and for the chosen version.
    pub fn look(&mut self, (state_folder, plan): (&Path, &Path), ctx: &Context, background: Background) {
        let (state_folder, plan) = (state_folder.to_owned(), plan.to_owned());
        self.list.ask(Question { state_folder, plan, round: self.round }, ctx, background);
        let chosen = self.listed().and_then(|listed| listed.as_ref().ok()?.get(self.chosen));
        if let Some(file) = chosen.map(|version| version.file.clone()) {
            self.opened.ask(Chosen(file), ctx, background);
        }
    }

    /// What there is; `None` until it is known.
    #[must_use]
    pub fn listed(&self) -> Option<&Listed> {
        self.list.latest().filter(|(_, is_fresh)| *is_fresh).map(|(listed, _)| listed)
    }

    /// The place of the chosen version in the list.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// Chooses another one.
    pub fn choose(&mut self, index: usize) {
        self.chosen = index;
    }

    /// The chosen version; `None` until it is read.
    #[must_use]
    pub fn opened(&self) -> Option<&Opened> {
        self.opened.latest().filter(|(_, is_fresh)| *is_fresh).map(|(opened, _)| opened)
    }
}

fn list(question: &Question, _: &Cancel) -> Listed {
    file::versions(&question.state_folder, &question.plan)
}

fn open(Chosen(file): &Chosen, _: &Cancel) -> Opened {
    file::open_version(file)
}
