//! A plan file being read beside the window: the disk may take its time, or never answer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use super::chooser::Chooser;
use crate::app::errand::Awaited;
use crate::app::services::Services;
use crate::file::error::Doing;
use crate::file::recovery::Left;
use crate::file::{FileError, Fingerprint};
use crate::plan::Plan;

/// What a file is read for.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// To open it. What is unsaved in the plan that is open goes only if the person has agreed.
    Open {
        /// Whether they have.
        agreed: bool,
    },
    /// To show what differs from the plan in it.
    Compare,
    /// To go on with work that was left behind of it.
    Recover {
        /// The work.
        left: Box<Left>,
        /// Whether what the file holds is to be in it, too.
        merges: bool,
    },
}

/// What was read, or why nothing was.
pub type Read = Result<(Plan, Fingerprint), Arc<FileError>>;

/// A file that is being read.
#[derive(Debug)]
pub struct Reading {
    /// The file.
    pub path: PathBuf,
    /// What for.
    pub wanted: Wanted,
    /// The dialog in which its name was typed: a refusal is said there.
    pub chooser: Option<Chooser>,
    /// What comes of it.
    pub read: Awaited<Read>,
}

impl Reading {
    /// Begins it.
    #[must_use]
    pub fn begin(
        ctx: &egui::Context,
        services: &Services,
        (path, wanted): (&Path, Wanted),
        chooser: Option<Chooser>,
    ) -> Self {
        let (files, from) = (Arc::clone(&services.files), path.to_owned());
        let broken = Err(Arc::new(FileError::BrokeDown { doing: Doing::Reading, path: path.to_owned() }));
        let read = Awaited::begin(ctx, services.background, broken, move || files.open(&from).map_err(Arc::new));
        Self { path: path.to_owned(), wanted, chooser, read }
    }
}
