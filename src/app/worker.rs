//! Slow work beside the window: one question at a time, each superseded by a newer one.
//!
//! ```text
//! every frame:  job.ask(question, …) → job.latest() → draw it, dimmed unless it is fresh
//! ```
//!
//! The window never waits. A tab asks in every frame; only a question that differs from the last one starts work, and
//! then cancels what is still running for the one before. What was answered last stays there to be shown meanwhile.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use eframe::egui;

/// Where questions are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    /// On a thread of their own.
    #[default]
    Threads,
    /// Within the frame that asks: tests then do not depend on time.
    AtOnce,
}

/// Tells a computation that nobody waits for its answer any more.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Whether the computation should end; what it then returns is thrown away.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Tells it.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Answers a question; looks at the flag now and then.
pub type Compute<Q, A> = fn(&Q, &Cancel) -> A;

/// A computation that follows its question. At most one is running at any time.
pub struct Job<Q, A> {
    compute: Compute<Q, A>,
    asked: Option<Q>,
    answer: Option<A>,
    /// Whether `answer` belongs to `asked`.
    fresh: bool,
    /// Whether the last question is still to be answered.
    working: bool,
    desk: Arc<Mutex<Desk<Q, A>>>,
}

/// What lies between the window and the thread.
struct Desk<Q, A> {
    /// The newest question, not begun yet, and the window to wake.
    waiting: Option<(Q, egui::Context)>,
    /// The flag of the computation that is running.
    running: Option<Cancel>,
    /// How the computation for the newest question ended.
    done: Option<thread::Result<A>>,
}

impl<Q, A> Job<Q, A>
where
    Q: Clone + PartialEq + Send + 'static,
    A: Send + 'static,
{
    /// A job that has not been asked anything.
    #[must_use]
    pub fn new(compute: Compute<Q, A>) -> Self {
        let desk = Desk { waiting: None, running: None, done: None };
        Self { compute, asked: None, answer: None, fresh: false, working: false, desk: Arc::new(Mutex::new(desk)) }
    }

    /// Asks; the same question again changes nothing. Takes in the answer if it has come. Never waits: `ctx` gets a
    /// repaint when the answer is there.
    pub fn ask(&mut self, question: Q, ctx: &egui::Context, background: Background) {
        self.take_in();
        if self.asked.as_ref() == Some(&question) {
            return;
        }
        self.asked = Some(question.clone());
        self.fresh = false;
        self.working = true;
        match background {
            Background::Threads => self.hand_over(question, ctx),
            Background::AtOnce => {
                let answer = (self.compute)(&question, &Cancel::default());
                self.receive(Some(answer));
            }
        }
    }

    /// The last answer, and whether it is the answer to the last question.
    #[must_use]
    pub fn latest(&self) -> Option<(&A, bool)> {
        self.answer.as_ref().map(|answer| (answer, self.fresh))
    }

    /// Whether an answer is still to come.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.working
    }

    /// Takes in the answer if it has come, and says whether none is to come any more.
    pub fn is_done(&mut self) -> bool {
        self.take_in();
        !self.working
    }

    fn take_in(&mut self) {
        let done = lock(&self.desk).done.take();
        if let Some(answer) = done {
            // Where the computation broke down, nothing is shown rather than something old.
            self.receive(answer.ok());
        }
    }

    fn receive(&mut self, answer: Option<A>) {
        self.fresh = answer.is_some();
        self.answer = answer;
        self.working = false;
    }

    fn hand_over(&self, question: Q, ctx: &egui::Context) {
        let mut desk = lock(&self.desk);
        let idle = desk.running.is_none();
        desk.supersede(Some((question, ctx.clone())));
        if idle {
            desk.running = Some(Cancel::default());
            let (compute, desk) = (self.compute, Arc::clone(&self.desk));
            thread::spawn(move || work(compute, &desk));
        }
    }
}

impl<Q, A> Desk<Q, A> {
    fn supersede(&mut self, by: Option<(Q, egui::Context)>) {
        if let Some(running) = &self.running {
            running.cancel();
        }
        self.waiting = by;
        self.done = None;
    }
}

impl<Q, A> Drop for Job<Q, A> {
    fn drop(&mut self) {
        lock(&self.desk).supersede(None);
    }
}

impl<Q, A> std::fmt::Debug for Job<Q, A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Job").field("fresh", &self.fresh).field("working", &self.working).finish_non_exhaustive()
    }
}

/// Answers question after question until none is left.
fn work<Q, A>(compute: Compute<Q, A>, desk: &Mutex<Desk<Q, A>>) {
    loop {
        let (question, ctx, cancel) = {
            let mut desk = lock(desk);
            let Some((question, ctx)) = desk.waiting.take() else {
                desk.running = None;
                return;
            };
            let cancel = Cancel::default();
            desk.running = Some(cancel.clone());
            (question, ctx, cancel)
        };
        // A mistake in a computation costs its answer, not the window.
        let answer = catch_unwind(AssertUnwindSafe(|| compute(&question, &cancel)));
        let mut desk = lock(desk);
        if !cancel.is_cancelled() {
            desk.done = Some(answer);
            ctx.request_repaint();
        }
    }
}

/// Nothing half done is ever left behind a lock here, so a poisoned one is as good as any.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::{Receiver, Sender, channel};

    /// A question whose computation tells that it has begun and then waits for the word to go on.
    #[derive(Clone)]
    struct Held {
        number: u32,
        begun: Sender<u32>,
        go_on: Arc<Mutex<Receiver<()>>>,
    }

    impl PartialEq for Held {
        fn eq(&self, other: &Self) -> bool {
            self.number == other.number
        }
    }

    fn held(question: &Held, cancel: &Cancel) -> (u32, bool) {
        question.begun.send(question.number).unwrap();
        question.go_on.lock().unwrap().recv().unwrap();
        (question.number, cancel.is_cancelled())
    }

    struct Bench {
        job: Job<Held, (u32, bool)>,
        ctx: egui::Context,
        begun: (Sender<u32>, Receiver<u32>),
        go_on: Sender<()>,
        gate: Arc<Mutex<Receiver<()>>>,
    }

    impl Bench {
        fn new() -> Self {
            let (go_on, gate) = channel();
            let ctx = egui::Context::default();
            Self { job: Job::new(held), ctx, begun: channel(), go_on, gate: Arc::new(Mutex::new(gate)) }
        }

        fn ask(&mut self, number: u32) {
            let question = Held { number, begun: self.begun.0.clone(), go_on: Arc::clone(&self.gate) };
            self.job.ask(question, &self.ctx, Background::Threads);
        }

        /// Frame after frame with the same question, until its answer is there.
        fn frames_until_done(&mut self, number: u32) {
            while self.job.is_working() {
                self.ask(number);
                thread::yield_now();
            }
        }
    }

    #[test]
    fn an_answer_comes_without_waiting() {
        let mut bench = Bench::new();
        let woken = crate::app::woken(&bench.ctx);
        bench.ask(1);
        assert_eq!(bench.job.latest(), None);
        assert!(bench.job.is_working());
        bench.go_on.send(()).unwrap();
        bench.frames_until_done(1);
        assert_eq!(bench.job.latest(), Some((&(1, false), true)));
        assert_eq!(bench.begun.1.try_iter().collect::<Vec<_>>(), [1], "the same question is answered once");
        assert!(woken.lock().unwrap().is_some(), "a window that rests shows it, too");
    }

    #[test]
    fn a_newer_question_cancels_the_running_one_and_skips_those_between() {
        let mut bench = Bench::new();
        bench.ask(1);
        assert_eq!(bench.begun.1.recv().unwrap(), 1);
        bench.ask(2);
        bench.ask(3);
        assert_eq!(bench.begun.1.try_iter().count(), 0, "at most one is running");
        bench.go_on.send(()).unwrap();
        assert_eq!(bench.begun.1.recv().unwrap(), 3);
        assert_eq!(bench.job.latest(), None, "the answer of a superseded question is never seen");
        bench.go_on.send(()).unwrap();
        bench.frames_until_done(3);
        assert_eq!(bench.job.latest(), Some((&(3, false), true)));
    }

    #[test]
    fn the_last_answer_stays_until_the_next_one() {
        let mut bench = Bench::new();
        bench.ask(1);
        bench.go_on.send(()).unwrap();
        bench.frames_until_done(1);
        bench.ask(2);
        assert_eq!(bench.job.latest(), Some((&(1, false), false)));
        bench.go_on.send(()).unwrap();
        bench.frames_until_done(2);
        assert_eq!(bench.job.latest(), Some((&(2, false), true)));
    }

    #[test]
    fn a_job_that_is_dropped_ends_what_is_running() {
        fn until_cancelled(told: &Told, cancel: &Cancel) {
            told.0.send(()).unwrap();
            while !cancel.is_cancelled() {
                thread::yield_now();
            }
            told.0.send(()).unwrap();
        }
        #[derive(Clone)]
        struct Told(Sender<()>);
        impl PartialEq for Told {
            fn eq(&self, _: &Self) -> bool {
                true
            }
        }
        let (told, heard) = channel();
        let mut job = Job::new(until_cancelled);
        job.ask(Told(told), &egui::Context::default(), Background::Threads);
        heard.recv().unwrap();
        drop(job);
        heard.recv().unwrap();
    }

    #[test]
    fn a_computation_that_breaks_down_leaves_the_window_alone() {
        let ctx = egui::Context::default();
        let mut job = Job::new(|number: &u32, _: &Cancel| 6 / number);
        let mut ask = |number: u32| {
            job.ask(number, &ctx, Background::Threads);
            while job.is_working() {
                job.ask(number, &ctx, Background::Threads);
                thread::yield_now();
            }
            job.latest().map(|(answer, fresh)| (*answer, fresh))
        };
        assert_eq!(ask(2), Some((3, true)));
        assert_eq!(ask(0), None);
        assert_eq!(ask(3), Some((2, true)));
    }

    #[test]
    fn at_once_is_within_the_frame() {
        let mut job = Job::new(|number: &u32, _: &Cancel| number * 2);
        job.ask(21, &egui::Context::default(), Background::AtOnce);
        assert_eq!(job.latest(), Some((&42, true)));
        assert!(!job.is_working());
    }
}
