//! What writes files for the window, behind a trait so that tests stand in for a disk that is slow or full.

use std::fmt::Debug;
use std::path::Path;

use crate::file::{self, FileError, Over, Saved};
use crate::plan::Plan;

/// Writes files. Called beside the window, as a disk may take its time.
pub trait Files: Debug + Send + Sync {
    /// Saves a plan, and keeps in the state folder what the file held before.
    ///
    /// # Errors
    /// As [`file::save_keeping`].
    fn save(&self, path: &Path, plan: &Plan, over: Over, state_folder: Option<&Path>) -> Result<Saved, FileError> {
        file::save_keeping(path, plan, over, state_folder)
    }

    /// Writes what is made of a plan.
    ///
    /// # Errors
    /// As [`file::export`].
    fn export(&self, path: &Path, bytes: &[u8], over: Over) -> Result<Saved, FileError> {
        file::export(path, bytes, over)
    }
}

/// The disk as it is.
#[derive(Debug)]
pub struct Native;

impl Files for Native {}
