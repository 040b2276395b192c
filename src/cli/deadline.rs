//! How long the searches of one question may take.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use crate::calc::best_allocation::{Control, Progress};

/// Searches that together take longer than this are ended with what they have, and say so.
const LONGEST: Duration = Duration::from_mins(1);

/// The end of all searches of one question.
#[derive(Clone, Copy)]
pub(super) struct Deadline(Instant);

impl Deadline {
    pub(super) fn begin() -> Self {
        Self(Instant::now() + LONGEST)
    }

    pub(super) fn is_over(self) -> bool {
        Instant::now() > self.0
    }

    /// Runs a search with progress on standard error, if that is a terminal, until the end.
    pub(super) fn watch<T>(self, search: impl FnOnce(&mut Control<'_>) -> T) -> T {
        let (begin, to_terminal) = (Instant::now(), io::stderr().is_terminal());
        let mut shown = begin;
        let mut watch = |progress: &Progress| {
            if to_terminal && shown.elapsed() > Duration::from_millis(300) {
                shown = Instant::now();
                let best = progress.response.unwrap_or(0.0);
                let _ = write!(io::stderr(), "\r{}: {best:.3} ≤ {:.3} ", progress.nodes, progress.bound);
            }
            if self.is_over() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let result = search(&mut Control { most_nodes: usize::MAX, watch: Some(&mut watch), ..Control::unwatched() });
        if shown > begin {
            let _ = writeln!(io::stderr());
        }
        result
    }
}
