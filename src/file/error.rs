//! Why a plan could not be read or saved, each as one line that says how to mend it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a text is no plan, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The field it is about, such as `allocation.channels[3].spend`; empty for the plan as a whole.
    pub field: String,
    /// What is wrong, and what was expected.
    pub what: String,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.line, self.column)?;
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        f.write_str(&self.what)
    }
}

impl std::error::Error for ReadError {}

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
        /// What is different, as far as it is known.
        why: String,
    },
    /// The text could not be made at all.
    Text(String),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFinite { field } => write!(f, "{field}: not a finite number; enter a number there and save again"),
            Self::ReadsDifferently { why } => {
                write!(f, "the text would not read back as the same plan ({why}); nothing was written")
            }
            Self::Text(why) => write!(f, "the plan cannot be written as text: {why}"),
        }
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
    /// It is write-protected.
    ReadOnly(PathBuf),
    /// It is larger than any plan.
    TooLarge {
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
            | Self::System { path, .. }
            | Self::Exists(path)
            | Self::IsFolder(path)
            | Self::ReadOnly(path) => path,
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

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.path().display();
        match self {
            Self::Read { error, .. } => write!(f, "{name}:{error}"),
            Self::Write { error, .. } => write!(f, "{name}: {error}"),
            Self::Exists(_) => write!(f, "{name}: there is already a file of this name; choose another name"),
            Self::IsFolder(_) => write!(f, "{name}: this is a folder; choose a file in it"),
            Self::ReadOnly(_) => {
                write!(f, "{name}: the file is write-protected; allow writing to it or save under another name")
            }
            Self::TooLarge { bytes, .. } => {
                write!(f, "{name}: the file has {} MB, more than a plan may have (256 MB); is it a plan?", bytes >> 20)
            }
            Self::System { doing, error, .. } => write!(f, "{name}: {}", sentence(*doing, error)),
        }
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

/// What happened and how to mend it.
fn sentence(doing: Doing, error: &io::Error) -> String {
    let (did, elsewhere) = match doing {
        Doing::Reading => ("not read", ""),
        Doing::Saving => ("not saved", " or save elsewhere"),
    };
    match (error.kind(), doing) {
        (io::ErrorKind::NotFound, Doing::Reading) => "there is no such file; check the name".to_owned(),
        (io::ErrorKind::NotFound, Doing::Saving) => format!("{did}: its folder does not exist; create it{elsewhere}"),
        (io::ErrorKind::PermissionDenied, Doing::Reading) => {
            format!("{did}: reading is not permitted; ask for access to the file")
        }
        (io::ErrorKind::PermissionDenied, Doing::Saving) => {
            format!("{did}: writing in this folder is not permitted; ask for access{elsewhere}")
        }
        (io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded, _) => {
            format!("{did}: no space left; free some{elsewhere}. The file is as it was")
        }
        (io::ErrorKind::ReadOnlyFilesystem, _) => {
            format!("{did}: this disk can only be read; save elsewhere")
        }
        (io::ErrorKind::NotADirectory, _) => {
            format!("{did}: a part of the path is a file, not a folder; check the path")
        }
        _ => format!("{did}: {error}; try again{elsewhere}"),
    }
}
