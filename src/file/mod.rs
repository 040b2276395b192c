//! A plan **on disk**: its text, its format version, saving without ever losing what was there, and the settings.
//!
//! ```text
//! file → open → read_text → Plan → write_text → save → file
//! ```
//!
//! - [`mod@ron_text`]: plan ⇄ text. Strict: an unknown field, a doubled key or a number that is none is refused, with its place.
//!   `ron_writer` makes the text, `ron_reader` reads such text quickly, ron reads what people write.
//! - [`mod@save`]: opening and saving. Either the old file is whole or the new one is, whatever fails.
//! - [`mod@fingerprint`]: has somebody else changed the file meanwhile?
//! - [`mod@settings`]: what the app remembers between runs.
//! - [`mod@examples`]: the plans that come with the program.
//! - [`mod@error`]: why not, in sentences that say how to mend it; [`mod@fault`]: what is wrong with a text, and in which words.
//!
//! The form of a plan file is described field by field in `docs/plan-format.md`.

pub mod error;
pub mod examples;
mod explain;
pub mod fault;
pub mod fingerprint;
mod folder;
mod ron_reader;
pub mod ron_text;
mod ron_writer;
pub mod save;
mod scan;
pub mod settings;

pub use error::{FileError, ReadError, WriteError};
pub use fault::Fault;
pub use fingerprint::{Change, Fingerprint, changed_since};
pub use ron_text::{read_text, write_text};
pub use save::{Saved, create_new, export, open, open_known, same_file, save};
pub use settings::Settings;
