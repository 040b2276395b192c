//! A report that is read beside the window: out of a file, or as it was pasted.

use std::fmt::{self, Debug, Formatter};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;

use crate::app::errand::Awaited;
use crate::app::files::Files;
use crate::app::worker::Background;
use crate::file::{FileError, begins_as_plan};
use crate::import::{self, Answers, Days, Order, Reading, Trouble};

/// Why nothing is taken from a report.
#[derive(Clone, Debug)]
pub enum Refusal {
    /// The file cannot be read.
    File(Arc<FileError>),
    /// It is a plan.
    IsPlan,
    /// It says nothing that can be taken in.
    Report(Trouble),
    /// This program has made a mistake.
    BrokeDown,
}

/// What came of reading it.
pub type Read = Result<Arc<Reading>, Refusal>;

/// Where a report comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// A block out of a spreadsheet.
    Pasted(Arc<str>),
}

impl Origin {
    fn bytes(&self, files: &dyn Files) -> Result<Vec<u8>, Refusal> {
        match self {
            Self::File(path) => files.read_report(path).map_err(|error| Refusal::File(Arc::new(error))),
            Self::Pasted(text) => Ok(text.as_bytes().to_vec()),
        }
    }
}

/// What reading needs of the window.
#[derive(Clone)]
pub struct Reader {
    /// The window, to be woken.
    pub ctx: Context,
    /// The disk.
    pub files: Arc<dyn Files>,
    /// Where slow work is done.
    pub background: Background,
}

impl Debug for Reader {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").field("background", &self.background).finish_non_exhaustive()
    }
}

/// A report, being read or read.
#[derive(Debug)]
pub struct Source {
    /// Its own number in this import.
    pub id: u64,
    /// What it is called to people.
    pub name: String,
    origin: Origin,
    answers: Answers,
    read: Awaited<Option<Read>>,
}

impl Source {
    /// Begins to read it.
    pub(super) fn begin(id: u64, (name, origin): (String, Origin), reader: &Reader) -> Self {
        let answers = Answers::default();
        let read = begin(&name, &origin, answers, reader);
        Self { id, name, origin, answers, read }
    }

    /// What came of it; `None` while it is being read.
    #[must_use]
    pub fn outcome(&self) -> Option<Read> {
        self.read.outcome().flatten()
    }

    /// Why nothing can be taken in of what was read.
    #[must_use]
    pub fn trouble(&self) -> Option<Trouble> {
        match self.outcome() {
            Some(Err(Refusal::Report(trouble))) => Some(trouble),
            _ => None,
        }
    }

    /// The file, if it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.origin {
            Origin::File(path) => Some(path),
            Origin::Pasted(_) => None,
        }
    }

    pub(super) fn is_of(&self, origin: &Origin) -> bool {
        self.origin == *origin
    }

    /// What was answered to what it leaves open.
    #[must_use]
    pub fn answers(&self) -> Answers {
        self.answers
    }

    /// Reads it again: its dates begin with the day, or with the month.
    pub fn answer_order(&mut self, order: Order, reader: &Reader) {
        self.answers.order = Some(order);
        self.read_again(reader);
    }

    /// Reads it again: it is about these days.
    pub fn answer_period(&mut self, days: Days, reader: &Reader) {
        self.answers.period = Some(days);
        self.read_again(reader);
    }

    pub(super) fn read_again(&mut self, reader: &Reader) {
        self.read = begin(&self.name, &self.origin, self.answers, reader);
    }
}

fn begin(name: &str, origin: &Origin, answers: Answers, reader: &Reader) -> Awaited<Option<Read>> {
    let (name, origin, files) = (name.to_owned(), origin.clone(), Arc::clone(&reader.files));
    let work = move || Some(read(&name, &origin, answers, &*files));
    Awaited::begin(&reader.ctx, reader.background, Some(Err(Refusal::BrokeDown)), work)
}

fn read(name: &str, origin: &Origin, answers: Answers, files: &dyn Files) -> Read {
    let bytes = origin.bytes(files)?;
    if begins_as_plan(&bytes) {
        return Err(Refusal::IsPlan);
    }
    import::read(name, &bytes, answers).map(Arc::new).map_err(Refusal::Report)
}
