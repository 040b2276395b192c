//! What the app remembers between runs.

/// The app's settings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings;
