//! What a person answers to a question of the window.

/// What the person answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The main thing: save, overwrite, open the typed path.
    Save,
    /// Save under another name.
    SaveAs,
    /// What others wrote instead.
    Take,
    /// The changes of both sides.
    Merge,
    /// Do not save.
    Discard,
    /// Leave everything as it is.
    Cancel,
}
