//! The document as people get it, one file a format; the summary as JSON.

pub mod csv;
pub mod json;
pub mod markdown;
pub mod text;
