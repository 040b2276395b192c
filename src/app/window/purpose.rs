//! What a file is asked for.

/// What reports are mostly called; each is known by what it holds.
pub const REPORTS: &[&str] = &["csv", "tsv", "txt", "xlsx", "xlsm", "xlsb", "xls", "ods", "htm", "html", "xml"];

/// What plans are called.
pub const PLANS: &[&str] = &["ron"];

/// What a file is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open it.
    Open,
    /// To show what differs from the plan in it.
    Compare,
    /// To add it to others.
    AddUp,
    /// To take in what happened.
    Import,
    /// To lay its calendar into the plan.
    Calendar,
    /// To save the plan in it.
    Save,
    /// To write this into it.
    Export {
        /// The extension that its name gets.
        extension: &'static str,
        /// What to write.
        bytes: Vec<u8>,
    },
}

impl Purpose {
    /// Whether it is for a file that is there and stays as it is.
    #[must_use]
    pub fn reads(&self) -> bool {
        matches!(self, Self::Open | Self::Compare | Self::AddUp | Self::Import | Self::Calendar)
    }

    /// The extensions of the files it is about.
    #[must_use]
    pub fn extensions(&self) -> &[&'static str] {
        match self {
            Self::Open | Self::Compare | Self::AddUp | Self::Calendar | Self::Save => PLANS,
            Self::Import => REPORTS,
            Self::Export { extension, .. } => std::slice::from_ref(extension),
        }
    }

    /// Key of the title of its dialog.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match self {
            Self::Open => "window-open-title",
            Self::Compare => "window-compare-title",
            Self::AddUp => "rollup-window-files-title",
            Self::Import => "import-window-files-title",
            Self::Calendar => "calendar-file-title",
            Self::Save => "window-save-title",
            Self::Export { .. } => "window-export-title",
        }
    }
}
