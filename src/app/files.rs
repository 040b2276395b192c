//! The disk as the window sees it, behind a trait so that tests stand in for one that is slow or full.

use std::fmt::Debug;
use std::path::Path;

use crate::file::listing::{Listing, Place};
use crate::file::{self, FileError, Fingerprint, Over, Saved, Settings};
use crate::plan::Plan;
use crate::plan::calendar::Calendar;

/// Reads and writes files. Called beside the window, as a disk may take its time.
pub trait Files: Debug + Send + Sync {
    /// Opens a plan.
    ///
    /// # Errors
    /// As [`file::open_known`].
    fn open(&self, path: &Path) -> Result<(Plan, Fingerprint), FileError> {
        file::open_known(path)
    }

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

    /// Reads the settings; those of a first start where they cannot be read.
    fn load_settings(&self, path: &Path) -> Settings {
        Settings::load(path).settings
    }

    /// Saves the settings.
    ///
    /// # Errors
    /// As [`Settings::save`].
    fn save_settings(&self, path: &Path, settings: &Settings) -> Result<(), FileError> {
        settings.save(path)
    }

    /// Looks where a path leads.
    fn place(&self, path: &Path) -> Place {
        Place::of(path)
    }

    /// Lists a folder: its folders, and its files of some extensions.
    fn list(&self, folder: &Path, extensions: &[&str]) -> Listing {
        Listing::of(folder, extensions)
    }

    /// Whether a file is a plan.
    fn is_plan(&self, path: &Path) -> bool {
        file::is_plan(path)
    }

    /// Reads a report whole.
    ///
    /// # Errors
    /// As [`file::read_foreign`].
    fn read_report(&self, path: &Path) -> Result<Vec<u8>, FileError> {
        file::read_foreign(path)
    }

    /// Reads a calendar.
    ///
    /// # Errors
    /// As [`file::read_calendar`].
    fn read_calendar(&self, path: &Path) -> Result<Calendar, FileError> {
        file::read_calendar(path)
    }
}

/// The disk as it is.
#[derive(Debug)]
pub struct Native;

impl Files for Native {}
