//! What a saving could not keep, or met on its way. The file is saved all the same; who saved it should know.

use std::path::{Path, PathBuf};

use crate::t;
use crate::words::Words;

/// What a saving could not keep, or met on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The file belonged to this user; now it belongs to whoever saved it.
    Owner(u32),
    /// The file belonged to this group.
    Group(u32),
    /// Its permissions are other ones now.
    Mode {
        /// What they were.
        was: u32,
        /// What they are.
        is: u32,
    },
    /// These extended attributes are gone.
    Attributes(Vec<String>),
    /// So many other names (hard links) of the file still hold what it was before.
    OtherNames(u64),
    /// Somebody else saved the file at the same moment; what they wrote is kept in this one.
    OtherVersion(PathBuf),
    /// What the file held before could not be kept as an earlier version.
    NoVersion {
        /// Where it was to be kept.
        folder: PathBuf,
        /// What the system says.
        why: String,
    },
}

impl Note {
    /// What happened to which file, in one line in a person's language.
    #[must_use]
    pub fn say(&self, path: &Path, words: &Words) -> String {
        let path = path.display().to_string();
        match self {
            Self::Owner(user) => t!(words, "files-note-owner", path = path, owner = user.to_string()),
            Self::Group(group) => t!(words, "files-note-group", path = path, group = group.to_string()),
            Self::Mode { was, is } => {
                t!(words, "files-note-mode", path = path, was = format!("{was:03o}"), is = format!("{is:03o}"))
            }
            Self::Attributes(names) => {
                let names = names.join(&words.text("files-list-comma"));
                t!(words, "files-note-attributes", path = path, names = names)
            }
            Self::OtherNames(count) => {
                t!(
                    words,
                    "files-note-other-names",
                    path = path,
                    count = usize::try_from(*count).unwrap_or(usize::MAX),
                    shown = count.to_string()
                )
            }
            Self::OtherVersion(kept) => {
                t!(words, "files-note-other-version", path = path, kept = kept.display().to_string())
            }
            Self::NoVersion { folder, why } => {
                let folder = folder.display().to_string();
                t!(words, "files-note-no-version", path = path, folder = folder, why = why)
            }
        }
    }
}
