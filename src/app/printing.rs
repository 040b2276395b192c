//! Printing from the window: the list of printers, and pages on their way, followed beside the window.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui;

use super::errand::{Errand, Going};
use super::worker::{Background, Cancel};
use crate::printing::{self, Job, Order, Printer, Printing, State, Trouble};
use crate::report::formats::pdf;
use crate::report::pages::to_print::{BadRanges, Print};
use crate::report::pages::{Pages, Paper};
use crate::t;
use crate::words::Words;

/// A job whose queue stands still is followed for so long.
const LONGEST: Duration = Duration::from_mins(15);

/// Which printers there are; asked again where `times` has changed.
#[derive(Clone, Debug)]
pub struct Which {
    /// Who knows.
    pub printing: Arc<dyn Printing>,
    /// How often somebody wanted to know.
    pub times: u32,
}

impl PartialEq for Which {
    fn eq(&self, other: &Self) -> bool {
        self.times == other.times
    }
}

/// Asks for the printers.
///
/// # Errors
/// [`Trouble`] where the printing system cannot be asked.
pub fn printers(which: &Which, _: &Cancel) -> Result<Vec<Printer>, Trouble> {
    which.printing.printers()
}

/// What somebody wants on paper.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The pages as they are seen.
    pub pages: Arc<Pages>,
    /// What they are printed on.
    pub paper: Paper,
    /// The printer; `None` is the system's default.
    pub printer: Option<String>,
    /// Which pages, and how.
    pub print: Print,
}

/// How far printing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The PDF is being made and handed over.
    Making,
    /// It lies in a queue.
    Sent(Job, State),
    /// Nobody follows it any more.
    Over(End),
}

/// How printing ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// As far as this.
    At(Job, State),
    /// Somebody cancelled it before it was handed over.
    NotSent,
    /// Not at all, because of the pages that were asked for, of so many.
    Pages(BadRanges, usize),
    /// Not at all, because there is no PDF.
    NoPdf(String),
    /// Not at all, or no longer followed.
    Trouble(Trouble),
    /// Nobody knows: following it broke down by a mistake of this program.
    BrokeDown,
}

impl Progress {
    /// Whether something is still going on.
    #[must_use]
    pub fn is_going(&self) -> bool {
        !matches!(self, Self::Over(_))
    }

    /// Whether it went as wished.
    #[must_use]
    pub fn is_good(&self) -> bool {
        matches!(self, Self::Over(End::At(_, state)) if state.is_good())
    }

    /// In one sentence.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::Making => words.text("printing-making"),
            Self::Sent(job, State::Waiting(why)) if why.is_empty() => {
                t!(words, "printing-under-way", printer = job.printer.as_str())
            }
            Self::Sent(job, state) | Self::Over(End::At(job, state)) => state.say(job, words),
            Self::Over(End::NotSent) => words.text("printing-not-sent"),
            Self::Over(End::Pages(why, all)) => why.say("", *all, words),
            Self::Over(End::NoPdf(why)) => t!(words, "files-no-pdf", why = why.as_str()),
            Self::Over(End::Trouble(trouble)) => trouble.say(words),
            Self::Over(End::BrokeDown) => words.text("printing-broke-down"),
        }
    }
}

/// Begins to print.
#[must_use]
pub fn begin(
    ctx: &egui::Context,
    background: Background,
    printing: Arc<dyn Printing>,
    wanted: Wanted,
) -> Errand<Progress> {
    let ends = (Progress::Making, Progress::Over(End::BrokeDown));
    Errand::begin(ctx, background, ends, move |going| Progress::Over(follow(&*printing, &wanted, going)))
}

fn follow(printing: &dyn Printing, wanted: &Wanted, going: &Going<'_, Progress>) -> End {
    let pages = match wanted.pages.to_print(&wanted.print) {
        Ok(pages) => pages,
        Err(why) => return End::Pages(why, wanted.pages.pages.len()),
    };
    let pdf = match pdf::write(&pages) {
        Ok(pdf) => pdf,
        Err(why) => return End::NoPdf(why.to_string()),
    };
    if going.is_cancelled() {
        return End::NotSent;
    }
    let order = Order {
        printer: wanted.printer.clone(),
        title: printing::job_title(&pages.title),
        paper: wanted.paper,
        two_sided: wanted.print.two_sided,
        grey: wanted.print.grey,
        pdf,
    };
    match printing.submit(&order).and_then(|job| until_over(printing, &job, going).map(|state| (job, state))) {
        Ok((job, state)) => End::At(job, state),
        Err(trouble) => End::Trouble(trouble),
    }
}

fn until_over(printing: &dyn Printing, job: &Job, going: &Going<'_, Progress>) -> Result<State, Trouble> {
    let mut tell = |state: &State| {
        going.tell(Progress::Sent(job.clone(), state.clone()));
        if going.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let state = printing::watch(printing, job, LONGEST, &mut tell)?;
    if state.is_over() || !going.is_cancelled() {
        return Ok(state);
    }
    // Where it ended in the meantime, the queue says how.
    let cancelled = printing.cancel(job);
    let state = printing::watch(printing, job, Duration::from_secs(5), &mut |_| ControlFlow::Continue(()))?;
    match cancelled {
        Err(trouble) if !state.is_over() => Err(trouble),
        // It was taken out by ourselves; a queue that keeps no record cannot know better.
        Ok(()) if state == State::Left => Ok(State::Cancelled),
        _ => Ok(state),
    }
}
