//! A plan **on disk**: its text, its format version, saving without ever losing what was there, and the settings.
//!
//! ```text
//! file → open → read_text → Plan → write_text → save → file
//! ```
//!
//! - [`mod@ron_text`]: plan ⇄ text. Strict: an unknown field, a doubled key or a number that is none is refused, with its place.
//!   `ron_writer` makes the text, `ron_reader` reads such text quickly, ron reads what people write.
//! - `disk`: the one door to the disk. Regular files only, capped while they are read; either the old file is whole or the new one is,
//!   whatever fails, and nothing is lost that nobody agreed to lose.
//! - [`mod@save`]: opening and saving a plan, writing what is made of it.
//! - `foreign`: files that others made.
//! - [`mod@fingerprint`]: what a file looked like, to notice changes from outside.
//! - [`mod@recovery`]: unsaved work, kept for the case that the program ends before it is saved.
//! - [`mod@places`]: where settings and state lie; [`mod@settings`]: what the app remembers between runs.
//! - [`mod@listing`]: where a path leads and what lies there.
//! - [`mod@watch`]: a file that others may change while its plan is open; [`mod@together`]: other windows on it.
//! - [`mod@examples`]: the plans that come with the program.
//! - [`mod@note`]: what a saving could not keep.
//! - [`mod@error`]: why not, in sentences that say how to mend it; [`mod@fault`]: what is wrong with a text, and in which words.
//!
//! The form of a plan file is described field by field in `docs/plan-format.md`.

mod disk;
pub mod error;
pub mod examples;
mod explain;
pub mod fault;
pub mod fingerprint;
mod foreign;
pub mod listing;
pub mod note;
pub mod places;
pub mod recovery;
mod ron_reader;
pub mod ron_text;
mod ron_writer;
pub mod save;
mod scan;
pub mod settings;
pub mod together;
pub mod watch;

pub use disk::{Change, Over, Saved, Version, changed_since, is_stream, pour, same_file};
pub use error::{FileError, ReadError, WriteError};
pub use fault::Fault;
pub use fingerprint::Fingerprint;
pub use foreign::{begins_as_plan, is_plan, read_foreign};
pub use note::Note;
pub use ron_text::{read_text, write_text};
pub use save::{
    KeptPlan, create_new, export, open, open_known, open_version, read_calendar, remove_versions, save, save_keeping,
    save_over, versions,
};
pub use settings::Settings;
