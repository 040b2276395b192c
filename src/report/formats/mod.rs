//! What people get, one file a format: the document as text, Markdown and CSV, its pages as PDF
//! and as pictures, the summary as JSON.

pub mod csv;
pub mod json;
pub mod markdown;
pub mod pdf;
pub mod picture;
pub mod text;
