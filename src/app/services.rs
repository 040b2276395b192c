//! What the app needs from outside, so that tests can stand in for it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

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

    /// The settings as they are on disk. Where that does not answer in time they are those of a first start, and stay
    /// in memory: what is on the disk is not written over.
    #[must_use]
    pub fn settings(&mut self) -> Settings {
        let Some(path) = self.settings_path.clone() else { return Settings::default() };
        let (files, (sender, receiver)) = (Arc::clone(&self.files), mpsc::channel());
        thread::spawn(move || sender.send(files.load_settings(&path)));
        receiver.recv_timeout(PATIENCE).unwrap_or_else(|_| {
            self.settings_path = None;
            Settings::default()
        })
    }
}

/// How long the first window waits for its settings.
const PATIENCE: Duration = Duration::from_secs(1);

#[cfg(test)]
mod tests {
    use std::sync::{Mutex, PoisonError};

    use super::*;
    use crate::file::settings::Theme;

    fn services(files: Arc<dyn Files>) -> Services {
        Services { settings_path: Some(PathBuf::from("settings.ron")), files, ..Services::native() }
    }

    /// Answers once it may.
    #[derive(Debug)]
    struct Gate(Mutex<()>);

    impl Files for Gate {
        fn load_settings(&self, _: &Path) -> Settings {
            let _open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Settings { theme: Theme::Dark, ..Settings::default() }
        }
    }

    #[test]
    fn settings_that_do_not_come_keep_no_window_away_and_are_not_written_over() {
        let gate = Arc::new(Gate(Mutex::default()));
        let mut ready = services(gate.clone());
        assert_eq!(ready.settings().theme, Theme::Dark);
        assert!(ready.settings_path.is_some());
        let closed = gate.0.lock().unwrap();
        let mut waiting = services(gate.clone());
        assert_eq!(waiting.settings(), Settings::default());
        assert_eq!(waiting.settings_path, None);
        drop(closed);
    }
}
