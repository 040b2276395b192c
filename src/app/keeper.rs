//! Keeps unsaved work beside the window, for the case that the program ends before it is saved.
//!
//! ```text
//! every frame:  keeper.follow(document) → what is unsaved, at most once a second → a thread → file::recovery::Slot
//! ```
//!
//! The frame hands over a clone of the plan, which is a handful of pointers; the text is made and written on the thread, so
//! that a disk that blocks does not block the window. Who hands over more before it is written supersedes it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui;

use super::document::Document;
use super::worker::Background;
use crate::file::FileError;
use crate::file::recovery::{self, About, Slot};
use crate::plan::Plan;

/// How long after one keeping the next one begins.
const PAUSE: Duration = Duration::from_secs(1);
/// How long the window waits at its end for what is being written.
const PATIENCE: Duration = Duration::from_secs(2);

/// Keeps what is unsaved.
#[derive(Debug)]
pub struct Keeper {
    /// `None` where there is no place to keep anything.
    desk: Option<Arc<Desk>>,
    background: Background,
    ctx: egui::Context,
    handed: Option<Handed>,
    begun: Option<Instant>,
}

/// What was handed over last.
#[derive(Debug)]
struct Handed {
    plan: Plan,
    path: Option<PathBuf>,
}

/// What lies between the window and the thread.
#[derive(Debug)]
struct Desk {
    slot: Mutex<Slot>,
    state: Mutex<State>,
    idle: Condvar,
}

#[derive(Debug, Default)]
struct State {
    waiting: Option<Order>,
    /// Work left behind that this window has taken over: it goes as soon as what was made of it is kept or saved.
    taken_over: Vec<PathBuf>,
    is_working: bool,
    trouble: Option<Arc<FileError>>,
}

#[derive(Debug)]
enum Order {
    Keep(Box<(Plan, About)>),
    Forget,
}

impl Keeper {
    /// Keeps in this folder, or nowhere.
    #[must_use]
    pub fn new(state_folder: Option<&Path>, background: Background, ctx: &egui::Context) -> Self {
        let desk = |folder| {
            Arc::new(Desk { slot: Mutex::new(Slot::new(folder)), state: Mutex::default(), idle: Condvar::new() })
        };
        Self { desk: state_folder.map(desk), background, ctx: ctx.clone(), handed: None, begun: None }
    }

    /// Takes in the document as it stands: unsaved work is kept, anything else leaves nothing behind.
    pub fn follow(&mut self, document: Option<&Document>) {
        if let Some(wait) = self.wait(document) {
            self.ctx.request_repaint_after(wait);
            return;
        }
        self.hand_over(document);
    }

    /// How long what is new may wait: keeping at each key stroke would only wear the disk.
    fn wait(&self, document: Option<&Document>) -> Option<Duration> {
        let waits = document.is_some_and(|document| document.is_unsaved() && !self.is_handed(document));
        let begun = self.begun.filter(|_| waits && self.background == Background::Threads)?;
        PAUSE.checked_sub(begun.elapsed()).filter(|wait| !wait.is_zero())
    }

    fn is_handed(&self, document: &Document) -> bool {
        let is_same =
            |handed: &Handed| handed.plan.same_as(&document.plan) && handed.path.as_deref() == document.path();
        self.handed.as_ref().is_some_and(is_same)
    }

    fn hand_over(&mut self, document: Option<&Document>) {
        let Some(desk) = &self.desk else { return };
        let Some(document) = document.filter(|document| document.is_unsaved()) else {
            if self.handed.take().is_some() {
                desk.order(Order::Forget, self.background, &self.ctx);
            }
            return;
        };
        if self.is_handed(document) {
            return;
        }
        let path = document.path().map(Path::to_owned);
        let whole = path.as_ref().map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone()));
        let about = About { kept: jiff::Timestamp::now(), path: whole, base: document.fingerprint() };
        self.handed = Some(Handed { plan: document.plan.clone(), path });
        self.begun = Some(Instant::now());
        desk.order(Order::Keep(Box::new((document.plan.clone(), about))), self.background, &self.ctx);
    }

    /// This window goes on with work that was left behind.
    pub fn take_over(&self, left: PathBuf) {
        if let Some(desk) = &self.desk {
            lock(&desk.state).taken_over.push(left);
        }
    }

    /// Why the work is not kept, as long as it is not.
    #[must_use]
    pub fn trouble(&self) -> Option<Arc<FileError>> {
        self.desk.as_ref().and_then(|desk| lock(&desk.state).trouble.clone())
    }

    /// The end of the window: what is unsaved even now stays behind, anything else does not. Waits a little for the disk.
    pub fn finish(&mut self, document: Option<&Document>) {
        self.hand_over(document);
        if let Some(desk) = &self.desk {
            let waited = desk.idle.wait_timeout_while(lock(&desk.state), PATIENCE, |state| state.is_working);
            drop(waited);
        }
    }
}

impl Desk {
    fn order(self: &Arc<Self>, order: Order, background: Background, ctx: &egui::Context) {
        let mut state = lock(&self.state);
        state.waiting = Some(order);
        if std::mem::replace(&mut state.is_working, true) {
            return;
        }
        drop(state);
        let (desk, ctx) = (Arc::clone(self), ctx.clone());
        match background {
            Background::Threads => drop(thread::spawn(move || desk.work(&ctx))),
            Background::AtOnce => desk.work(&ctx),
        }
    }

    /// Does what is waiting until nothing is.
    fn work(&self, ctx: &egui::Context) {
        loop {
            let mut state = lock(&self.state);
            let Some(order) = state.waiting.take() else {
                state.is_working = false;
                self.idle.notify_all();
                return;
            };
            let taken_over = std::mem::take(&mut state.taken_over);
            drop(state);
            // A mistake here costs what would have been kept, not the thread, nor what was left behind.
            let done = catch_unwind(AssertUnwindSafe(|| self.carry_out(&order)));
            let mut state = lock(&self.state);
            match &done {
                Ok(Ok(())) => drop(taken_over.iter().try_for_each(|left| recovery::discard(left))),
                _ => state.taken_over.extend(taken_over),
            }
            let trouble = done.unwrap_or(Ok(())).err().map(Arc::new);
            if trouble.is_some() != state.trouble.is_some() {
                ctx.request_repaint();
            }
            state.trouble = trouble;
        }
    }

    fn carry_out(&self, order: &Order) -> Result<(), FileError> {
        let mut slot = lock(&self.slot);
        match order {
            Order::Keep(work) => slot.keep(&work.0, &work.1),
            Order::Forget => slot.forget(),
        }
    }
}

/// Nothing half done is ever left behind a lock here, so a poisoned one is as good as any.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::disallowed_methods)]
    use std::fs;

    use super::*;
    use crate::app::history::StepName;
    use crate::plan::{Date, Period};

    /// The title of what is kept, if anything is.
    fn kept(state: &Path) -> Option<String> {
        let mut files = fs::read_dir(state.join("unsaved")).ok()?.map(|entry| entry.unwrap().path());
        let file = files.find(|file| file.extension().is_some_and(|extension| extension == "ron"))?;
        Some(crate::file::open(file).unwrap().title)
    }

    fn retitle(document: &mut Document, title: &str) {
        let plan = Plan { title: title.to_owned(), ..document.plan.clone() };
        document.replace(plan, StepName::default());
    }

    #[test]
    fn what_is_typed_next_is_kept_after_a_pause_and_at_the_end_without_one() {
        let (state, ctx) = (tempfile::tempdir().unwrap(), egui::Context::default());
        let woken = crate::app::woken(&ctx);
        let mut keeper = Keeper::new(Some(state.path()), Background::Threads, &ctx);
        let mut document = Document::new(Plan::blank("", Period { start: Date::constant(2026, 1, 1), months: 12 }));
        let until_kept = |title: &str| {
            let begun = Instant::now();
            while kept(state.path()).as_deref() != Some(title) {
                assert!(begun.elapsed() < Duration::from_mins(1), "{title}");
                thread::sleep(Duration::from_millis(10));
            }
        };
        retitle(&mut document, "first");
        keeper.follow(Some(&document));
        until_kept("first");
        retitle(&mut document, "second");
        keeper.begun = Some(Instant::now());
        keeper.follow(Some(&document));
        assert!(lock(&woken).is_some_and(|delay| delay <= PAUSE), "whoever types no more is followed all the same");
        assert_eq!(kept(state.path()).as_deref(), Some("first"), "not at each key stroke");
        thread::sleep(PAUSE);
        keeper.follow(Some(&document));
        until_kept("second");
        retitle(&mut document, "third");
        for (end, expected) in [(Some(&document), Some("third")), (None, None)] {
            let begun = Instant::now();
            keeper.finish(end);
            let kept = kept(state.path());
            assert!(kept.as_deref() == expected || begun.elapsed() >= PATIENCE, "{kept:?} instead of {expected:?}");
        }
    }

    #[test]
    fn work_that_was_taken_over_goes_only_once_it_is_kept_anew() {
        let folder = tempfile::tempdir().unwrap();
        let (state, left) = (folder.path().join("state"), folder.path().join("left.ron"));
        fs::write(&state, "no folder").unwrap();
        fs::write(&left, "work").unwrap();
        let mut keeper = Keeper::new(Some(&state), Background::AtOnce, &egui::Context::default());
        let mut document = Document::new(Plan::blank("", Period { start: Date::constant(2026, 1, 1), months: 12 }));
        retitle(&mut document, "recovered");
        keeper.take_over(left.clone());
        keeper.follow(Some(&document));
        assert!(keeper.trouble().is_some() && left.exists());
        fs::remove_file(&state).unwrap();
        retitle(&mut document, "typed on");
        keeper.follow(Some(&document));
        assert!(keeper.trouble().is_none() && !left.exists());
        assert_eq!(kept(&state).as_deref(), Some("typed on"));
    }
}
