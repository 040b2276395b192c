//! A plan's file that others may change while the plan is open.

use std::path::{Path, PathBuf};

use super::disk::Stamp;
use super::error::FileError;
use super::fingerprint::Fingerprint;
use super::save::open_known;
use crate::plan::Plan;

/// What lies in the place of a plan's file, compared with what was read or written last.
#[derive(Debug)]
pub enum Found {
    /// What lay there; told only after something else was.
    Same,
    /// What others wrote.
    Theirs(Theirs),
    /// No file.
    Gone,
    /// Not even its folder.
    FolderGone,
    /// Something that stays as it is and is no plan, or cannot be read.
    Unreadable(FileError),
}

/// What others wrote into a plan's file.
#[derive(Clone, Debug, PartialEq)]
pub struct Theirs {
    /// The plan.
    pub plan: Plan,
    /// What the file looked like, to save over this and nothing else.
    pub fingerprint: Fingerprint,
}

/// How often something must look the same before it counts: editors and syncing programs take a file away or write it in pieces
/// before the new one is whole.
const PATIENCE: u32 = 3;

/// A file that is looked at again and again.
#[derive(Debug)]
pub struct Watched {
    path: PathBuf,
    known: Fingerprint,
    sight: Option<Sight>,
    /// How often the present sight was seen in a row.
    times: u32,
    /// Nothing more can be learnt from the present sight.
    understood: bool,
    told: Told,
}

/// What a glance shows, without reading.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Sight {
    File(Stamp),
    Missing {
        folder: bool,
    },
    /// What the system says instead, in words.
    Refused(String),
}

/// What was told last.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Told {
    Same,
    Theirs(Fingerprint),
    Gone,
    FolderGone,
    Unreadable,
}

impl Watched {
    /// A file that looked like this when it was read or written last.
    #[must_use]
    pub fn new(path: &Path, known: Fingerprint) -> Self {
        Self { path: path.to_owned(), known, sight: None, times: 0, understood: false, told: Told::Same }
    }

    /// What it is compared with.
    #[must_use]
    pub fn known(&self) -> Fingerprint {
        self.known
    }

    /// Compares with this from now on.
    pub fn know(&mut self, known: Fingerprint) {
        *self = Self { known, ..Self::new(&self.path, known) };
    }

    /// Looks at the file; `None` where there is nothing new to tell, or not yet.
    pub fn look(&mut self) -> Option<Found> {
        let sight = Sight::of(&self.path);
        if self.sight.as_ref() == Some(&sight) {
            self.times = self.times.saturating_add(1);
        } else {
            (self.times, self.understood) = (1, false);
            self.sight = Some(sight.clone());
        }
        let found = if self.understood { None } else { self.read(&sight) }?;
        let told = Told::of(&found);
        (std::mem::replace(&mut self.told, told.clone()) != told).then_some(found)
    }

    /// Says what a sight means, as soon as that can be said.
    fn read(&mut self, sight: &Sight) -> Option<Found> {
        let is_patient = self.times >= PATIENCE;
        let found = match sight {
            Sight::File(stamp) => match open_known(&self.path) {
                Ok((plan, fingerprint)) => {
                    // While the file is this young, more may be written within the same tick of its clock, if that goes right.
                    self.understood = stamp.is_settled() || self.times > 2 * PATIENCE;
                    let is_same = fingerprint.len == self.known.len && fingerprint.hash == self.known.hash;
                    return Some(if is_same { Found::Same } else { Found::Theirs(Theirs { plan, fingerprint }) });
                }
                Err(error) => Found::Unreadable(error),
            },
            Sight::Missing { folder: true } => Found::Gone,
            Sight::Missing { folder: false } => Found::FolderGone,
            Sight::Refused(_) => Found::Unreadable(open_known(&self.path).err()?),
        };
        self.understood = is_patient;
        is_patient.then_some(found)
    }
}

impl Sight {
    fn of(path: &Path) -> Self {
        match Stamp::of(path) {
            Ok(stamp) => Self::File(stamp),
            Err(error) if error.is_missing() => {
                let folder = path.parent().is_none_or(|folder| folder.as_os_str().is_empty() || folder.is_dir());
                Self::Missing { folder }
            }
            Err(error) => Self::Refused(error.to_string()),
        }
    }
}

impl Told {
    fn of(found: &Found) -> Self {
        match found {
            Found::Same => Self::Same,
            Found::Theirs(theirs) => Self::Theirs(Fingerprint { mtime: None, ..theirs.fingerprint }),
            Found::Gone => Self::Gone,
            Found::FolderGone => Self::FolderGone,
            Found::Unreadable(_) => Self::Unreadable,
        }
    }
}

#[cfg(test)]
#[path = "watch_tests.rs"]
mod tests;
