//! `solve`: calculations as filters, JSON on standard input and standard output.

use crate::words::Words;

use super::arguments::Arguments;
use super::failure::Failure;
use super::{Answer, Streams};
use super::{allocation, fit, ripple, simulate, split};

/// Runs the calculation that is named.
pub(super) fn run(arguments: Arguments, words: &Words, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read(&[])?;
    match given.only("allocation|split|ripple|simulate|fit")?.to_string_lossy().as_ref() {
        "allocation" => allocation::run(words, streams),
        "split" => split::run(words, streams),
        "ripple" => ripple::run(words, streams),
        "simulate" => simulate::filter(words, streams),
        "fit" => fit::run(words, streams),
        other => {
            Err(Failure::NotOneOf { value: other.to_owned(), allowed: "allocation, split, ripple, simulate, fit" })
        }
    }
}
