//! A plan **on paper**: one [`Summary`] value, and a writer for each format.
//!
//! ```text
//! Plan + calc::Report → Summary → Document → text, Markdown, CSV
//!                          └→ JSON
//! ```
//!
//! A proposal for a better allocation has a document of its own ([`proposal`]) and JSON of its own ([`answer`]).
//!
//! [`Summary`] holds figures, [`document::Document`] their words and order; so all formats say the same.

pub mod answer;
pub mod better;
mod build;
pub mod clash;
pub mod code;
mod contents;
pub mod csv;
pub mod document;
pub mod figure;
pub mod findings;
pub mod json;
pub mod lookup;
pub mod markdown;
pub mod not_split;
pub mod odds;
pub mod passing_on;
pub mod proposal;
pub mod settlement;
pub mod summary;
pub mod text;

pub use contents::Part;
pub use summary::Summary;
