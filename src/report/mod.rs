//! A plan **on paper**: one [`Summary`] value, and a writer for each format.
//!
//! ```text
//! Plan + calc::Report → Summary → Document → text, Markdown, CSV
//!                          └→ JSON
//! ```

pub mod csv;
pub mod document;
pub mod figure;
pub mod findings;
pub mod lookup;
pub mod markdown;
pub mod text;
