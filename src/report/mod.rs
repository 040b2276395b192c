//! A plan **on paper**, in three phases, each using only those before it:
//!
//! ```text
//! Plan + calc::Report → summary → document → formats
//!                          └→ JSON
//! ```
//!
//! - [`summary`]: every figure as a value, which is also what JSON holds.
//! - [`document`]: the same in words and order: headings, paragraphs, tables.
//! - [`formats`]: the document as text, Markdown and CSV; the summary as JSON.
//!
//! What they lean on: [`sentences`] that window and paper share, stable [`code`]s, and the names that ids stand for
//! ([`lookup`]).

pub mod code;
pub mod document;
pub mod formats;
pub mod lookup;
pub mod sentences;
pub mod summary;

pub use document::contents::Part;
pub use summary::Summary;
