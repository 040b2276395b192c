//! A plan **on paper**, in phases, each using only those before it:
//!
//! ```text
//! Plan + calc::Report → summary → document → pages → PDF
//!                          └→ JSON    └→ text, Markdown, CSV
//! Plan + calc::Report → workbook → XLSX
//! ```
//!
//! - [`summary`]: every figure as a value, which is also what JSON holds.
//! - [`document`]: the same in words and order: headings, paragraphs, tables, drawings.
//! - [`pages`]: the document on paper, every letter and line in its place.
//! - [`formats`]: what people get, one file a format.
//! - [`versions`]: beside the summary, what differs between two plans, in words.
//! - [`workbook`]: the plan as sheets with live formulas; these need the plan's inputs, so it stands beside the others.
//!
//! What they lean on: [`sentences`] that window and paper share, stable [`code`]s, and the names that ids stand for
//! ([`lookup`]).

pub mod code;
pub mod document;
pub mod formats;
pub mod lookup;
pub mod pages;
pub mod sentences;
pub mod summary;
pub mod versions;
pub mod workbook;

pub use document::contents::Part;
pub use summary::Summary;
