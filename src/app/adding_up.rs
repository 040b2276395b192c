//! Many plans added up: which files, what was read of them, and what they come to; reading and adding go on beside the window.

use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use eframe::egui::Context;

use super::errand::Awaited;
use super::files::Files;
use super::worker::{Background, Cancel, Job};
use crate::calc::odds::{SEED, Settings};
use crate::calc::rollup::rollup;
use crate::calc::{Report, report};
use crate::file::FileError;
use crate::file::error::Doing;
use crate::plan::Plan;
use crate::report::document::Document;
use crate::report::document::rollup::AddedUp;
use crate::report::sentences::rollup::other_currency;
use crate::report::summary::rollup::RollupAnswer;
use crate::words::{Language, Words};

/// A plan that was read, or why it was not.
type Read = Result<Arc<Plan>, Arc<FileError>>;

/// A file that may be added.
#[derive(Debug)]
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// Whether it is to be added.
    pub is_chosen: bool,
    reading: Option<Awaited<Read>>,
    read: Option<Read>,
}

impl Listed {
    fn of(path: PathBuf) -> Self {
        Self { path, is_chosen: false, reading: None, read: None }
    }

    /// Its name without the extension.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Why it could not be read.
    #[must_use]
    pub fn trouble(&self) -> Option<&FileError> {
        self.read.as_ref()?.as_ref().err().map(Arc::as_ref)
    }

    fn named(&self) -> Option<Named> {
        let plan = Arc::clone(self.read.as_ref()?.as_ref().ok()?);
        Some(Named { name: self.name(), plan })
    }

    fn follow(&mut self) {
        if let Some(read) = self.reading.as_ref().and_then(Awaited::outcome) {
            (self.reading, self.read) = (None, Some(read));
        }
    }
}

/// A plan by the name of its file.
#[derive(Clone)]
struct Named {
    name: String,
    plan: Arc<Plan>,
}

/// What is added up.
#[derive(Clone)]
struct Question {
    plans: Vec<Named>,
    language: Language,
    draws: u32,
}

impl PartialEq for Question {
    fn eq(&self, asked: &Self) -> bool {
        self.language == asked.language
            && self.draws == asked.draws
            && self.plans.len() == asked.plans.len()
            && self.plans.iter().zip(&asked.plans).all(|(one, other)| Arc::ptr_eq(&one.plan, &other.plan))
    }
}

/// What plans come to, or why they cannot be added up.
pub type Sum = Result<Document, String>;

/// Plans that are being added up.
#[derive(Debug)]
pub struct AddingUp {
    /// The files, those that were opened last first.
    pub files: Vec<Listed>,
    job: Job<Question, Sum>,
    draws: u32,
}

/// Where plans are read.
pub struct Reader<'a> {
    /// The window to be woken.
    pub ctx: &'a Context,
    /// The disk.
    pub files: &'a Arc<dyn Files>,
    /// Where slow work is done.
    pub background: Background,
}

impl AddingUp {
    /// Of these files none is chosen yet; the sum is drawn so many times.
    #[must_use]
    pub fn of(files: impl Iterator<Item = PathBuf>, draws: u32) -> Self {
        Self { files: files.map(Listed::of).collect(), job: Job::new(add_up), draws }
    }

    /// Chooses a file, or leaves it out again. One that could not be read is read again.
    pub fn toggle(&mut self, index: usize, reader: &Reader) {
        let Some(file) = self.files.get_mut(index) else { return };
        file.is_chosen = !file.is_chosen;
        let is_known = file.reading.is_some() || file.read.as_ref().is_some_and(Result::is_ok);
        if file.is_chosen && !is_known {
            let (files, path) = (Arc::clone(reader.files), file.path.clone());
            let broken = Err(Arc::new(FileError::BrokeDown { doing: Doing::Reading, path: path.clone() }));
            let read = move || files.open(&path).map(|(plan, _)| Arc::new(plan)).map_err(Arc::new);
            file.read = None;
            file.reading = Some(Awaited::begin(reader.ctx, reader.background, broken, read));
        }
    }

    /// Adds files to the list and chooses them.
    pub fn add(&mut self, paths: &[PathBuf], reader: &Reader) {
        for path in paths {
            let whole = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            let known = self.files.iter().position(|file| file.path == whole);
            let index = known.unwrap_or_else(|| {
                self.files.push(Listed::of(whole));
                self.files.len() - 1
            });
            if !self.files[index].is_chosen {
                self.toggle(index, reader);
            }
        }
    }

    /// Asks what the chosen plans come to, once all of them are read; those that cannot be are left out.
    pub fn follow(&mut self, language: Language, ctx: &Context, background: Background) {
        self.files.iter_mut().for_each(Listed::follow);
        let question =
            Question { plans: self.chosen().filter_map(Listed::named).collect(), language, draws: self.draws };
        if !question.plans.is_empty() && !self.is_reading() {
            self.job.ask(question, ctx, background);
        }
    }

    /// What they come to as far as it is known, and whether that is about the files as they are chosen; nothing where none is.
    #[must_use]
    pub fn sum(&self) -> Option<(&Sum, bool)> {
        let any = self.chosen().any(|file| file.trouble().is_none());
        let (sum, is_fresh) = self.job.latest().filter(|_| any)?;
        Some((sum, is_fresh && !self.is_reading()))
    }

    /// Whether anything is still to come.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.is_reading() || self.job.is_working()
    }

    fn chosen(&self) -> impl Iterator<Item = &Listed> {
        self.files.iter().filter(|file| file.is_chosen)
    }

    fn is_reading(&self) -> bool {
        self.chosen().any(|file| file.reading.is_some())
    }
}

fn add_up(question: &Question, cancel: &Cancel) -> Sum {
    let Question { plans, language, draws } = question;
    let words = Words::of(*language);
    let names: Vec<String> = plans.iter().map(|named| named.name.clone()).collect();
    let calculated = |named: &Named| (Plan::clone(&named.plan), report(&named.plan));
    let plans: Vec<(Plan, Report)> = plans.iter().map(calculated).collect();
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let settings = Settings { draws: *draws, seed: SEED, threads, stop: &|| cancel.is_cancelled() };
    let rollup = rollup(&plans, &settings).map_err(|other| other_currency(words, &names, &other))?;
    let answer = RollupAnswer::of(&names, &plans, &rollup);
    Ok(AddedUp { rollup: &rollup, answer: &answer, words }.document())
}
