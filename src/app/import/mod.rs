//! **Import what happened**, as the window knows it until it is taken in: the reports, what was chosen, and what they come to.
//!
//! ```text
//! files, pasted blocks → Source (read beside the window) ─┐
//!                           plan, Choices, rates ─────────┴→ Prepared (made beside the window) → the plan with it
//! ```
//!
//! Nothing of it is in the plan before somebody takes it in. The plan may change meanwhile: then it is prepared again.

pub mod choice;
pub mod prepared;
pub mod source;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use eframe::egui::Context;

use self::choice::Choices;
use self::prepared::{Prepared, Question};
use self::source::{Origin, Reader, Source};
use super::worker::{Background, Job};
use crate::import::Reading;
use crate::import::exact::Exact;
use crate::plan::Plan;
use crate::words::Language;

/// Reports on their way into the plan.
#[derive(Debug)]
pub struct Import {
    sources: Vec<Source>,
    next: u64,
    pasted: usize,
    /// Shared with the question that is asked in every frame.
    choices: Arc<Choices>,
    /// What one unit of a currency is worth in the plan's: as typed, and as a number.
    rates: BTreeMap<String, (String, Exact)>,
    job: Job<Question, Prepared>,
}

impl Default for Import {
    fn default() -> Self {
        Self {
            sources: Vec::new(),
            next: 0,
            pasted: 0,
            choices: Arc::default(),
            rates: BTreeMap::new(),
            job: Job::new(Prepared::of),
        }
    }
}

impl Import {
    /// The reports.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// A report by its number.
    pub fn source_mut(&mut self, id: u64) -> Option<&mut Source> {
        self.sources.iter_mut().find(|source| source.id == id)
    }

    /// Reads a file; one that is here already is read again.
    pub fn add_file(&mut self, path: &Path, reader: &Reader) {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        self.add(name, Origin::File(path.to_owned()), reader);
    }

    /// Reads a block out of a spreadsheet. `name` is what a block is called; further ones are numbered.
    pub fn add_pasted(&mut self, name: &str, text: &str, reader: &Reader) {
        self.pasted += 1;
        let name = if self.pasted == 1 { name.to_owned() } else { format!("{name} {}", self.pasted) };
        self.add(name, Origin::Pasted(Arc::from(text)), reader);
    }

    fn add(&mut self, name: String, origin: Origin, reader: &Reader) {
        if let Some(there) = self.sources.iter_mut().find(|source| source.is_of(&origin)) {
            return there.read_again(reader);
        }
        self.sources.push(Source::begin(self.next, (name, origin), reader));
        self.next += 1;
    }

    /// Leaves a report out; one that is being read is not waited for.
    pub fn remove(&mut self, id: u64) {
        self.sources.retain(|source| source.id != id);
    }

    /// Whether a report is still being read.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.sources.iter().any(|source| source.outcome().is_none())
    }

    /// What was chosen for campaigns.
    #[must_use]
    pub fn choices(&self) -> &Arc<Choices> {
        &self.choices
    }

    /// What was chosen for campaigns, to be changed.
    pub fn choices_mut(&mut self) -> &mut Choices {
        Arc::make_mut(&mut self.choices)
    }

    /// What one unit of a currency is worth, as it was typed.
    #[must_use]
    pub fn rate(&self, currency: &str) -> Option<&(String, Exact)> {
        self.rates.get(currency)
    }

    /// Says what one unit of a currency is worth; `None` takes it back.
    pub fn set_rate(&mut self, currency: &str, rate: Option<(String, Exact)>) {
        match rate {
            Some(rate) => drop(self.rates.insert(currency.to_owned(), rate)),
            None => drop(self.rates.remove(currency)),
        }
    }

    /// Puts together what is known; asked in every frame.
    pub fn prepare(&mut self, plan: &Plan, language: Language, (ctx, background): (&Context, Background)) {
        let read = |source: &Source| Some((source.id, source.outcome()?.ok()?));
        let readings: Vec<(u64, Arc<Reading>)> = self.sources.iter().filter_map(read).collect();
        let rates = self.rates.iter().map(|(currency, (_, rate))| (currency.clone(), *rate)).collect();
        let question = Question { plan: plan.clone(), readings, choices: Arc::clone(&self.choices), rates, language };
        self.job.ask(question, ctx, background);
    }

    /// What comes of it, and whether that is up to date.
    #[must_use]
    pub fn prepared(&self) -> Option<(&Prepared, bool)> {
        self.job.latest()
    }

    /// What can be taken in now: everything is read, and put together with the plan as it stands.
    #[must_use]
    pub fn ready(&self) -> Option<&Prepared> {
        let (prepared, is_fresh) = self.prepared()?;
        (is_fresh && !self.is_reading() && prepared.can_be_taken()).then_some(prepared)
    }
}

#[cfg(test)]
mod tests;
