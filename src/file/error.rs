//! Why a plan could not be read or saved, each as one line that says how to mend it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::fault::{Fault, half_width_sign};
use crate::plan::FORMAT;
use crate::t;
use crate::words::{Language, Words};

/// Why a text is no plan, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The field it is about, such as `allocation.channels[3].spend`; empty for the plan as a whole.
    pub field: String,
    /// What is wrong.
    pub fault: Fault,
    /// The full-width sign that stands there, where a plan file needs a half-width one.
    pub full_width: Option<char>,
}

impl ReadError {
    /// Where and what is wrong and what was expected, in one line in a person's language: `12:19: team.owner: …`.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let mut what = self.fault.say(words);
        if let Some((sign, wanted)) = self.full_width.and_then(|sign| Some((sign, half_width_sign(sign)?))) {
            what = t!(words, "files-full-width", what = what, sign = sign.to_string(), wanted = wanted);
        }
        if !self.field.is_empty() {
            what = t!(words, "files-named", name = self.field.as_str(), what = what);
        }
        format!("{}:{}: {what}", self.line, self.column)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::of(Language::En)))
    }
}

impl std::error::Error for ReadError {}

/// The largest plan file that is read, and so the largest that is written, in bytes. One of 100,000 channels with every
/// field takes 53 million; a file made to do harm takes some forty times its size of memory.
pub const LARGEST_BYTES: u64 = 64 << 20;

/// Why a plan could not be written as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// A field holds NaN or an infinite number, which no plan file can hold.
    NotFinite {
        /// The field.
        field: String,
    },
    /// The text would not give the same plan again. Nothing was written.
    ReadsDifferently {
        /// Why it could not be read at all; `None` where a value changes on the way.
        refused: Option<Box<ReadError>>,
    },
    /// The plan has another format than this program writes; holds the plan's.
    OtherFormat(u32),
    /// The text would be too large to be opened again.
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// The text could not be made at all.
    Text(String),
}

impl WriteError {
    /// What is wrong and how to mend it, in a person's language.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::NotFinite { field } => t!(words, "files-not-finite", field = field),
            Self::ReadsDifferently { refused } => {
                let changes = || words.text("files-value-changes");
                let why = refused.as_ref().map_or_else(changes, |error| error.say(words));
                t!(words, "files-reads-differently", why = why)
            }
            Self::OtherFormat(found) => t!(words, "files-other-format", found = *found, format = FORMAT),
            Self::TooLarge { bytes } => t!(words, "files-text-too-large", size = megabytes(*bytes), most = most()),
            Self::Text(why) => t!(words, "files-no-text", why = why),
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::of(Language::En)))
    }
}

impl std::error::Error for WriteError {}

/// Why a file could not be opened or saved.
#[derive(Debug)]
pub enum FileError {
    /// The file holds no plan this program can read.
    Read {
        /// The file.
        path: PathBuf,
        /// Where and why.
        error: ReadError,
    },
    /// The plan cannot be written.
    Write {
        /// The file it was for.
        path: PathBuf,
        /// Why.
        error: WriteError,
    },
    /// There is already a file of this name.
    Exists(PathBuf),
    /// It is a folder.
    IsFolder(PathBuf),
    /// A pipe, a device or a socket: it may never end.
    NotAFile(PathBuf),
    /// It is write-protected.
    ReadOnly(PathBuf),
    /// It belongs to somebody who does not let this person write it.
    MayNotWrite(PathBuf),
    /// It holds something else than was read or written last.
    ChangedOutside(PathBuf),
    /// It is a plan, and what was to be written is none.
    IsPlan(PathBuf),
    /// A mistake in the program kept it from being read or written.
    BrokeDown {
        /// What was being done.
        doing: Doing,
        /// The file.
        path: PathBuf,
    },
    /// It is larger than any plan.
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        bytes: u64,
    },
    /// It is larger than any report of a platform.
    LargeReport {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        bytes: u64,
    },
    /// The system refused.
    System {
        /// What was being done.
        doing: Doing,
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// What was being done when the system refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Reading a file.
    Reading,
    /// Saving a file.
    Saving,
}

impl FileError {
    /// The file or folder it is about.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Read { path, .. }
            | Self::Write { path, .. }
            | Self::TooLarge { path, .. }
            | Self::LargeReport { path, .. }
            | Self::System { path, .. }
            | Self::BrokeDown { path, .. }
            | Self::Exists(path)
            | Self::IsFolder(path)
            | Self::NotAFile(path)
            | Self::ReadOnly(path)
            | Self::MayNotWrite(path)
            | Self::ChangedOutside(path)
            | Self::IsPlan(path) => path,
        }
    }

    /// Whether the file does not exist.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::System { doing: Doing::Reading, error, .. } if error.kind() == io::ErrorKind::NotFound)
    }

    pub(super) fn reading(path: &Path, error: io::Error) -> Self {
        Self::system(Doing::Reading, path, error)
    }

    pub(super) fn saving(path: &Path, error: io::Error) -> Self {
        Self::system(Doing::Saving, path, error)
    }

    fn system(doing: Doing, path: &Path, error: io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::IsADirectory => Self::IsFolder(path),
            io::ErrorKind::AlreadyExists => Self::Exists(path),
            _ => Self::System { doing, path, error },
        }
    }
}

impl FileError {
    /// What happened to which file and how to mend it, in one line in a person's language.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let path = self.path().display().to_string();
        match self {
            Self::Read { error, .. } => format!("{path}:{}", error.say(words)),
            Self::Write { error, .. } => t!(words, "files-named", name = path, what = error.say(words)),
            Self::Exists(_) => t!(words, "files-exists", path = path),
            Self::IsFolder(_) => t!(words, "files-is-folder", path = path),
            Self::NotAFile(_) => t!(words, "files-not-a-file", path = path),
            Self::ReadOnly(_) => t!(words, "files-read-only", path = path),
            Self::MayNotWrite(_) => t!(words, "files-may-not-write-file", path = path),
            Self::ChangedOutside(_) => t!(words, "files-changed-outside", path = path),
            Self::IsPlan(_) => t!(words, "files-is-plan", path = path),
            Self::BrokeDown { doing: Doing::Reading, .. } => t!(words, "files-broke-down-reading", path = path),
            Self::BrokeDown { doing: Doing::Saving, .. } => t!(words, "files-broke-down-saving", path = path),
            Self::TooLarge { bytes, .. } => {
                t!(words, "files-too-large", path = path, size = megabytes(*bytes), most = most())
            }
            Self::LargeReport { bytes, .. } => {
                t!(words, "files-large-report", path = path, size = megabytes(*bytes))
            }
            Self::System { doing, error, .. } => {
                t!(words, refusal(*doing, error), path = path, why = error.to_string())
            }
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::of(Language::En)))
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { error, .. } => Some(error),
            Self::Write { error, .. } => Some(error),
            Self::System { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// The size of the largest plan, in MB.
fn most() -> String {
    megabytes(LARGEST_BYTES)
}

/// Bytes as MB, a part of one counted as one.
fn megabytes(bytes: u64) -> String {
    bytes.div_ceil(1 << 20).to_string()
}

/// The words for what the system refused.
fn refusal(doing: Doing, error: &io::Error) -> &'static str {
    match (error.kind(), doing) {
        (io::ErrorKind::NotFound, Doing::Reading) => "files-missing",
        (io::ErrorKind::NotFound, Doing::Saving) => "files-no-folder",
        (io::ErrorKind::PermissionDenied, Doing::Reading) => "files-may-not-read",
        (io::ErrorKind::PermissionDenied, Doing::Saving) => "files-may-not-write",
        (io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded, _) => "files-full",
        (io::ErrorKind::ReadOnlyFilesystem, _) => "files-read-only-disk",
        (io::ErrorKind::NotADirectory, Doing::Reading) => "files-not-a-folder-reading",
        (io::ErrorKind::NotADirectory, Doing::Saving) => "files-not-a-folder-saving",
        (io::ErrorKind::InvalidFilename, Doing::Reading) => "files-bad-name-reading",
        (io::ErrorKind::InvalidFilename, Doing::Saving) => "files-bad-name-saving",
        (_, Doing::Reading) if is_of_the_device(error) => "files-device-reading",
        (_, Doing::Saving) if is_of_the_device(error) => "files-device-saving",
        (_, Doing::Reading) => "files-not-read",
        (_, Doing::Saving) => "files-not-saved",
    }
}

/// Whether the disk itself failed (`EIO`): trying again there is bad advice.
fn is_of_the_device(error: &io::Error) -> bool {
    cfg!(unix) && error.raw_os_error() == Some(5)
}
