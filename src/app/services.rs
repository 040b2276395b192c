//! What the app needs from outside, so that tests can stand in for it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::dialogs::{Dialogs, Native};
use super::examples::Examples;
use super::files::{self, Files};
use super::merger::Merger;
use super::worker::Background;
use crate::calc::odds;
use crate::file::{Settings, places};
use crate::plan::Date;
use crate::printing::{self, Printing};

/// Shows a file or a folder in the program that this system shows such in.
pub type Opener = Arc<dyn Fn(&Path) -> io::Result<()> + Send + Sync>;

/// What the app needs from outside, so that tests can stand in for it.
pub struct Services {
    /// File dialogs.
    pub dialogs: Box<dyn Dialogs>,
    /// What reads and writes files.
    pub files: Arc<dyn Files>,
    /// Where settings are kept; `None` keeps them for this run only.
    pub settings_path: Option<PathBuf>,
    /// Where unsaved work and earlier versions are kept; `None` keeps none.
    pub state_folder: Option<PathBuf>,
    /// What day it is; a window may stay open over midnight.
    pub clock: Box<dyn Fn() -> Date>,
    /// Where slow work is done.
    pub background: Background,
    /// What makes one plan of two.
    pub merger: Merger,
    /// How often the ranges of the plan are drawn.
    pub draws: u32,
    /// The way to paper.
    pub printing: Arc<dyn Printing>,
    /// The way to other programs.
    pub opener: Opener,
    /// Plans to learn from.
    pub examples: Examples,
}

impl Services {
    /// The real ones.
    #[must_use]
    pub fn native() -> Self {
        Self {
            dialogs: Box::new(Native),
            files: Arc::new(files::Native),
            settings_path: Settings::default_path(),
            state_folder: places::state_folder(),
            clock: Box::new(|| jiff::Zoned::now().date()),
            background: Background::Threads,
            merger: Merger::default(),
            draws: odds::DRAWS,
            printing: printing::native(),
            opener: Arc::new(|path| open::that_detached(path)),
            examples: Examples::default(),
        }
    }

    /// Today.
    #[must_use]
    pub fn today(&self) -> Date {
        (self.clock)()
    }

    /// The settings as they are on disk.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.settings_path.as_deref().map(|path| Settings::load(path).settings).unwrap_or_default()
    }
}
