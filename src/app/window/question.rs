//! Questions that stand in the window, and what follows their answers.

use std::path::PathBuf;

use super::Purpose;
use super::both::{BothChanged, Clashes};
use super::chooser::Chooser;
use crate::app::command::Tab;
use crate::calc::removal::Target;
use crate::file::recovery::Left;
use crate::plan::{Id, Plan};

/// What is done once nothing can be lost any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Leave the program.
    Quit,
    /// Show the start page.
    Start,
    /// A new blank plan.
    New,
    /// A new plan from the worked case.
    NewFromWorkedCase,
    /// A new plan from the worked case after five months.
    NewFromTrackedCase,
    /// Open this file.
    Open(PathBuf),
}

/// A question in the window that must be answered before anything else.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// The plan is not saved.
    Unsaved(Next),
    /// Somebody else changed the file.
    ChangedOutside(BothChanged),
    /// Both sides changed the same things.
    Clashes(Clashes),
    /// What others wrote was taken in; what that changed is shown.
    TakenIn {
        /// The plan before it.
        before: Plan,
        /// The plan with it.
        after: Plan,
    },
    /// There is a file where the person wants to write, and nobody has said that it may go.
    Replace {
        /// What for.
        purpose: Purpose,
        /// The file.
        path: PathBuf,
    },
    /// Somebody wants to leave while a file is on its way to a slow disk.
    Writing {
        /// What is waiting for it.
        next: Next,
        /// The file.
        path: PathBuf,
        /// Whether it is the plan itself.
        is_plan: bool,
    },
    /// A file is read from a slow disk.
    Reading(PathBuf),
    /// Large plans are being made one.
    Merging,
    /// The plan could not be saved.
    NotSaved(String),
    /// It was saved, but not all is as it was.
    Notice(String),
    /// Something is to go that the plan still refers to.
    Removal(Removal),
    /// What differs from another file is shown.
    Compare(Other),
    /// A scenario is given a name.
    NameScenario(Naming),
    /// Scenarios are shown side by side.
    Scenarios,
    /// Earlier versions of all plans are to be deleted.
    RemoveVersions,
    /// Earlier versions are shown.
    Versions,
    /// Plans are added up.
    AddUp,
    /// Something is looked for by its name.
    Find,
    /// The help of a tab is shown; of the program, where no plan is open.
    Help(Option<Tab>),
    /// All keys are shown.
    Keys,
    /// Reports of what happened are looked at.
    Import,
    /// Unsaved work of an earlier window was found.
    Recover(Box<Left>),
    /// Something went wrong.
    Trouble(String),
    /// The path, where the system has no file dialog.
    Path(Chooser),
}

impl Ask {
    /// Whether it says no more than that somebody waits: anything else may take its place.
    #[must_use]
    pub fn only_waits(&self) -> bool {
        matches!(self, Self::Writing { .. } | Self::Reading(_) | Self::Merging)
    }
}

/// The plan of another file.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// The name of the file.
    pub name: String,
    /// The plan in it.
    pub plan: Plan,
}

/// Something that is to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// What.
    pub target: Target,
    /// What takes its place where the plan refers to it; nothing unless chosen.
    pub heir: Option<Id>,
}

/// A scenario that is being given a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The scenario; `None` for a new one.
    pub id: Option<Id>,
    /// Its name as it is typed.
    pub text: String,
}
