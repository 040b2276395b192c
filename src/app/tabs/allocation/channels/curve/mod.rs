//! The response curve of a channel: drawn, read and edited.

pub mod editor;
pub mod handles;
pub mod held;
pub mod plot;
pub mod range;
pub mod reading;
pub mod response;
pub mod tiles;
pub mod ways;
