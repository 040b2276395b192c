//! `new`: a plan file to begin with.

use std::ffi::OsStr;

use crate::file::examples::{BLANK, tracked_case, worked_case};
use crate::file::{self, FileError};

use super::arguments::Arguments;
use super::failure::Failure;
use super::{Answer, Streams, tell};

/// Writes a new plan file, never over an existing one.
pub(super) fn run(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read(&["from", "lang"])?;
    let words = streams.language_of(&given)?;
    let path = given.only("PLAN")?;
    let source = match given.option("from").map(OsStr::to_string_lossy).as_deref() {
        None | Some("blank") => BLANK,
        Some("worked-case") => worked_case(words.language()),
        Some("worked-case-track") => tracked_case(words.language()),
        Some(other) => {
            return Err(Failure::NotOneOf {
                value: other.to_owned(),
                allowed: "blank, worked-case, worked-case-track",
            });
        }
    };
    let mut plan = file::read_text(source).map_err(|error| FileError::Read { path: path.clone(), error })?;
    if source == BLANK {
        plan.title = words.text("terminal-blank-title");
    }
    let saved = file::create_new(&path, &plan)?;
    tell(&saved, &path, words);
    Ok(Answer::Yes)
}
