//! A file being written beside the window: the plan, or what is made of it. A disk may take its time, or never answer;
//! the window goes on meanwhile, and what is written is the plan as it was when somebody said so.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use super::Purpose;
use super::chooser::Chooser;
use crate::app::errand::Awaited;
use crate::app::services::Services;
use crate::file::error::Doing;
use crate::file::{self, FileError, Fingerprint, Over, Saved};
use crate::plan::Plan;

/// What somebody agreed to when they named the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// Nothing was asked.
    Unasked,
    /// Another file than the plan's own may go.
    OtherFile,
    /// Whatever is there may go, whoever wrote it.
    Anything,
}

/// What is written.
#[derive(Clone, Debug)]
pub enum Content {
    /// The plan, as it was when somebody said so.
    Plan(Plan),
    /// What was made of it.
    Export {
        /// The extension that its name gets.
        extension: &'static str,
        /// What to write.
        bytes: Vec<u8>,
    },
}

impl Content {
    /// Whether it is the plan.
    #[must_use]
    pub fn is_plan(&self) -> bool {
        matches!(self, Self::Plan(_))
    }
}

impl From<Content> for Purpose {
    fn from(content: Content) -> Self {
        match content {
            Content::Plan(_) => Self::Save,
            Content::Export { extension, bytes } => Self::Export { extension, bytes },
        }
    }
}

/// How it ended.
pub type Outcome = Result<Saved, Arc<FileError>>;

/// A file that is being written.
#[derive(Debug)]
pub struct Writing {
    /// The file.
    pub path: PathBuf,
    /// What is written.
    pub content: Content,
    /// The dialog in which its name was typed: a refusal is said there.
    pub chooser: Option<Chooser>,
    /// What has changed since is to be saved, too.
    pub again: bool,
    /// How it ends.
    pub written: Awaited<Outcome>,
}

impl Writing {
    /// Begins it.
    #[must_use]
    pub fn begin(
        ctx: &egui::Context,
        services: &Services,
        (path, agreed, own): (&Path, Consent, Option<(&Path, Fingerprint)>),
        content: Content,
        chooser: Option<Chooser>,
    ) -> Self {
        let (files, state_folder) = (Arc::clone(&services.files), services.state_folder.clone());
        let broken = Err(Arc::new(FileError::BrokeDown { doing: Doing::Saving, path: path.to_owned() }));
        let (to, what, own) = (path.to_owned(), content.clone(), own.map(|(own, known)| (own.to_owned(), known)));
        let written = Awaited::begin(ctx, services.background, broken, move || {
            let over = over(&to, agreed, own);
            let written = match &what {
                Content::Plan(plan) => files.save(&to, plan, over, state_folder.as_deref()),
                Content::Export { bytes, .. } => files.export(&to, bytes, over),
            };
            written.map_err(Arc::new)
        });
        Self { path: path.to_owned(), content, chooser, again: false, written }
    }
}

/// What may be written over. It looks at the disk, so it is asked beside the window.
fn over(path: &Path, agreed: Consent, own: Option<(PathBuf, Fingerprint)>) -> Over {
    let own = own.filter(|(own, _)| own == path || file::same_file(own, path));
    match (agreed, own) {
        (Consent::Anything, _) | (Consent::OtherFile, None) => Over::Anything,
        (_, Some((_, fingerprint))) => Over::AsRead(fingerprint),
        (Consent::Unasked, None) => Over::Nothing,
    }
}
