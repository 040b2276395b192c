//! A word for who waits at a terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::t;
use crate::words::Words;

/// When something is said first, as nobody wonders about less, and from then on.
const RHYTHM: [Duration; 2] = [Duration::from_millis(500), Duration::from_secs(1)];

/// Does something that may take long: if standard error is a terminal, it says every second that it is still at it, and
/// that Ctrl+C ends it. Nothing is written before all of it is made, so that nothing half is left then.
pub(super) fn with_a_word<T>(words: &Words, work: impl FnOnce() -> T) -> T {
    let mut errors = io::stderr();
    if errors.is_terminal() { telling(&mut errors, RHYTHM, words, work) } else { work() }
}

fn telling<T>(
    out: &mut (impl Write + Send),
    [first, then]: [Duration; 2],
    words: &Words,
    work: impl FnOnce() -> T,
) -> T {
    let begin = Instant::now();
    let (done, waits) = channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut said = false;
            while waits.recv_timeout(if said { then } else { first }) == Err(RecvTimeoutError::Timeout) {
                let seconds = begin.elapsed().as_secs().to_string();
                // Nothing is left to do when even this cannot be said.
                let _ = write!(out, "\r{}", t!(words, "terminal-still-making", seconds = seconds));
                let _ = out.flush();
                said = true;
            }
            if said {
                let _ = writeln!(out);
            }
        });
        let made = work();
        drop(done);
        made
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn who_waits_is_told_so_and_who_does_not_wait_is_not() {
        for (language, part) in [(Language::En, "Ctrl+C"), (Language::ZhCn, "仍在生成")] {
            let words = Words::of(language);
            let mut told = Vec::new();
            let soon = [Duration::from_millis(1); 2];
            assert_eq!(telling(&mut told, soon, words, || thread::sleep(Duration::from_millis(300))), ());
            let told = String::from_utf8(told).unwrap();
            assert!(told.matches(part).count() >= 2 && told.ends_with('\n'), "{told:?}");
            let mut told = Vec::new();
            assert_eq!(telling(&mut told, [Duration::from_mins(1); 2], words, || 7), 7);
            assert!(told.is_empty());
        }
    }
}
