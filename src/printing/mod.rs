//! Pages on their way to a printer, and what becomes of them.
//!
//! ```text
//! pages → Pages::to_print → PDF → Printing::submit → Job → watch (asks Printing::state) → State
//! ```
//!
//! [`Printing`] is what the rest of the program knows; [`cups`] speaks to the queues of Linux and macOS, [`viewer`] hands
//! the PDF to the program that shows it.

pub mod cups;
mod program;
mod replies;
pub mod viewer;

use std::fmt;
use std::ops::ControlFlow;
use std::thread;
use std::time::{Duration, Instant};

use crate::report::pages::Paper;
use crate::t;
use crate::words::Words;

/// A printer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printer {
    /// The name of its queue.
    pub name: String,
    /// What people call it; the name where nobody described it.
    pub description: String,
    /// Whether it is used when none is named.
    pub is_default: bool,
}

/// What is to be printed, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The queue; `None` is the system's default.
    pub printer: Option<String>,
    /// What the job is called in the queue.
    pub title: String,
    /// The paper to take.
    pub paper: Paper,
    /// Whether both sides of a sheet are printed on.
    pub two_sided: bool,
    /// Whether colours are left out.
    pub grey: bool,
    /// The pages, copies and all.
    pub pdf: Vec<u8>,
}

/// A job in a queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The queue.
    pub printer: String,
    /// Its name there, such as `office-12`.
    pub id: String,
}

/// How far a job is. Texts are the printer's own words and may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It waits, or is being sent.
    Waiting(String),
    /// It waits until somebody lets it go on.
    Held(String),
    /// Its printer was stopped; the job waits.
    Stopped(String),
    /// Printed.
    Done,
    /// Taken back by somebody.
    Cancelled,
    /// Given up.
    Failed(String),
    /// No longer in the queue, which does not tell how it ended.
    Left,
    /// Shown in a viewer, from which the person prints.
    Opened,
}

impl State {
    /// Whether nothing will happen any more at all.
    #[must_use]
    pub fn is_over(&self) -> bool {
        !matches!(self, Self::Waiting(_) | Self::Held(_) | Self::Stopped(_))
    }

    /// Whether nothing will happen any more unless somebody does something.
    #[must_use]
    pub fn rests(&self) -> bool {
        !matches!(self, Self::Waiting(_))
    }

    /// Whether the pages are known to be where they were to go.
    #[must_use]
    pub fn is_good(&self) -> bool {
        matches!(self, Self::Done | Self::Opened)
    }

    /// The state in one sentence.
    #[must_use]
    pub fn say(&self, job: &Job, words: &Words) -> String {
        let printer = job.printer.as_str();
        let (key, why) = match self {
            Self::Waiting(why) => ("printing-waiting", why.as_str()),
            Self::Held(why) => ("printing-held", why.as_str()),
            Self::Stopped(why) => ("printing-stopped", why.as_str()),
            Self::Done => ("printing-done", ""),
            Self::Cancelled => ("printing-cancelled", ""),
            Self::Failed(why) => ("printing-failed", why.as_str()),
            Self::Left => ("printing-left", ""),
            Self::Opened => return words.text("printing-opened"),
        };
        let sentence = t!(words, key, printer = printer, job = job.id.as_str());
        if why.is_empty() { sentence } else { t!(words, "printing-reason", sentence = sentence, why = why) }
    }
}

/// Why nothing was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A program of the printing system is not installed.
    NoProgram(&'static str),
    /// The printing system does not run.
    NotRunning,
    /// There is no printer.
    NoPrinter,
    /// None is the default, and none was named; holds those that there are.
    NoDefault(Vec<Printer>),
    /// No printer has this name; holds those that there are.
    Unknown(String, Vec<Printer>),
    /// The printing system refused; in its own words.
    Refused(String),
    /// A program of the printing system gave no answer in time.
    Silent(&'static str),
}

impl Trouble {
    /// What happened and how to mend it, in one line.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::NoProgram(program) => t!(words, "printing-no-program", program = *program),
            Self::NotRunning => words.text("printing-not-running"),
            Self::NoPrinter => words.text("printing-no-printer"),
            Self::NoDefault(printers) => t!(words, "printing-no-default", printers = names(printers, words)),
            Self::Unknown(name, printers) if printers.is_empty() => {
                t!(words, "printing-unknown-of-none", name = name.as_str())
            }
            Self::Unknown(name, printers) => {
                t!(words, "printing-unknown", name = name.as_str(), printers = names(printers, words))
            }
            Self::Refused(why) => t!(words, "printing-refused", why = why.as_str()),
            Self::Silent(program) => t!(words, "printing-silent", program = *program),
        }
    }
}

fn names(printers: &[Printer], words: &Words) -> String {
    let names: Vec<&str> = printers.iter().map(|printer| printer.name.as_str()).collect();
    names.join(&words.text("printing-between-names"))
}

/// A way to paper.
pub trait Printing: Send + Sync + fmt::Debug {
    /// Whether there are queues to choose from and to ask; otherwise a viewer shows the pages and prints them.
    fn has_queues(&self) -> bool;

    /// The printers, those with a queue on this machine first.
    ///
    /// # Errors
    /// [`Trouble`] where the printing system cannot be asked. No printer is no error.
    fn printers(&self) -> Result<Vec<Printer>, Trouble>;

    /// Hands over what is to be printed. It then lies in a queue; whether it gets onto paper, [`Self::state`] says.
    ///
    /// # Errors
    /// [`Trouble`] where no queue took it.
    fn submit(&self, order: &Order) -> Result<Job, Trouble>;

    /// How far a job is.
    ///
    /// # Errors
    /// [`Trouble`] where the printing system cannot be asked.
    fn state(&self, job: &Job) -> Result<State, Trouble>;

    /// Takes a job out of its queue.
    ///
    /// # Errors
    /// [`Trouble`] where it was over already, or may not be cancelled.
    fn cancel(&self, job: &Job) -> Result<(), Trouble>;
}

/// The way of this system.
#[must_use]
pub fn native() -> std::sync::Arc<dyn Printing> {
    if cfg!(windows) { std::sync::Arc::new(viewer::Viewer) } else { std::sync::Arc::new(cups::Cups) }
}

/// How long a queue is asked before the person goes on without it.
pub const LONGEST: Duration = Duration::from_mins(1);
/// Between two questions.
const PAUSE: Duration = Duration::from_millis(250);

/// Asks for a job until it is over, until `tell` has heard enough, or until `longest` has passed.
///
/// # Errors
/// [`Trouble`] where the printing system cannot be asked any more.
pub fn watch(
    printing: &dyn Printing,
    job: &Job,
    longest: Duration,
    tell: &mut dyn FnMut(&State) -> ControlFlow<()>,
) -> Result<State, Trouble> {
    let end = Instant::now() + longest;
    loop {
        let state = printing.state(job)?;
        if state.is_over() || tell(&state).is_break() || Instant::now() >= end {
            return Ok(state);
        }
        thread::sleep(PAUSE.min(end.saturating_duration_since(Instant::now())));
    }
}

/// A title that every queue can hold: printable ASCII, at most 60 characters.
#[must_use]
pub fn job_title(title: &str) -> String {
    let ascii: String = title.chars().map(|c| if c.is_ascii_graphic() { c } else { ' ' }).collect();
    let joined = ascii.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = joined.chars().take(60).collect();
    if short.is_empty() { "Ripple Planner".to_owned() } else { short }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_of_a_job_is_printable_ascii() {
        assert_eq!(job_title("即时通讯云 IM cloud\t2026\u{202e}!"), "IM cloud 2026 !");
        assert_eq!(job_title("-o raw"), "-o raw");
        assert_eq!(job_title("全年规划"), "Ripple Planner");
        assert_eq!(job_title(&"x".repeat(500)).len(), 60);
    }
}
