//! What a file is asked for.

/// What a file is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open it.
    Open,
    /// To show what differs from the plan in it.
    Compare,
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
        matches!(self, Self::Open | Self::Compare)
    }

    /// Key of the title of its dialog.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match self {
            Self::Open => "window-open-title",
            Self::Compare => "window-compare-title",
            Self::Save => "window-save-title",
            Self::Export { .. } => "window-export-title",
        }
    }
}
