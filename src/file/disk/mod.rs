//! The one door to the disk. Every file the program reads or writes passes here: a plan, the settings, an export.
//! `clippy.toml` forbids the ways around it.
//!
//! - [`read()`]: regular files only, never more bytes than are asked for, never waiting for a pipe.
//! - [`write()`]: the old file is whole or the new one is, and nothing is lost that nobody agreed to lose. Owner, group,
//!   mode and attributes stay; what cannot stay is said as a [`Note`](super::note::Note).
//! - [`mod@versions`]: what a file held before it was saved.
//! - [`private`]: files of the program's own, which nobody else may read.
//! - [`pour`]: into a pipe or a terminal, which is no file to replace.

#![allow(clippy::disallowed_methods)]

mod change;
mod draft;
mod folder;
mod kept;
mod private;
mod read;
mod versions;
mod write;

pub use change::{Change, Stamp, changed_since};
#[cfg(test)]
pub(super) use draft::Step;
pub(super) use draft::{Disk, Fs};
pub(super) use folder::resolve;
pub(super) use private::{Entry, Presence, files, remove, write_private};
pub use read::same_file;
pub(super) use read::{Content, head, read};
pub(super) use versions::remove_versions;
pub use versions::{Version, versions};
pub use write::{Over, Saved, is_stream, pour};
pub(super) use write::{make_folder, put_aside, write, write_keeping};

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
