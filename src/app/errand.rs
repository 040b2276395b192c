//! Something done once, beside the window, that says how far it is: printing, writing a large file.
//!
//! A [`Job`](super::worker::Job) follows a question and is superseded by the next one; an errand is begun by somebody and
//! ends by itself, or because somebody cancels it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui;

use super::worker::{Background, Cancel};

/// Who waits longer than this wants to know for what.
pub const A_MOMENT: Duration = Duration::from_millis(400);

/// Something being done; `P` says how far it is, and at last what came of it.
#[derive(Debug)]
pub struct Errand<P> {
    progress: Arc<Mutex<P>>,
    cancel: Cancel,
}

/// What an errand that is being done may do.
pub struct Going<'a, P> {
    progress: &'a Mutex<P>,
    cancel: &'a Cancel,
    ctx: &'a egui::Context,
}

impl<P> Going<'_, P> {
    /// Says how far it is.
    pub fn tell(&self, progress: P) {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner) = progress;
        self.ctx.request_repaint();
    }

    /// Whether somebody wants it to end.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }
}

impl<P: Clone + Send + 'static> Errand<P> {
    /// Begins it; what `work` returns is its last word, or `broken` where it breaks down: a mistake in it costs the errand,
    /// not the window.
    pub fn begin(
        ctx: &egui::Context,
        background: Background,
        (first, broken): (P, P),
        work: impl FnOnce(&Going<'_, P>) -> P + Send + 'static,
    ) -> Self {
        let errand = Self { progress: Arc::new(Mutex::new(first)), cancel: Cancel::default() };
        let (progress, cancel, ctx) = (Arc::clone(&errand.progress), errand.cancel.clone(), ctx.clone());
        let go = move || {
            let going = Going { progress: &progress, cancel: &cancel, ctx: &ctx };
            let last = catch_unwind(AssertUnwindSafe(|| work(&going)));
            going.tell(last.unwrap_or(broken));
        };
        match background {
            Background::Threads => drop(thread::spawn(go)),
            Background::AtOnce => go(),
        }
        errand
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> P {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Asks it to end.
    pub fn cancel(&self) {
        self.cancel.cancel();
    }

    /// Whether it was asked to end.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }
}

/// An errand that says nothing until it ends, and somebody who waits for that.
#[derive(Debug)]
pub struct Awaited<T> {
    begun: Instant,
    errand: Errand<Option<T>>,
}

impl<T: Clone + Send + 'static> Awaited<T> {
    /// Begins it; comes to `broken` where it breaks down.
    pub fn begin(
        ctx: &egui::Context,
        background: Background,
        broken: T,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Self {
        let errand = Errand::begin(ctx, background, (None, Some(broken)), move |_| Some(work()));
        ctx.request_repaint_after(A_MOMENT);
        Self { begun: Instant::now(), errand }
    }

    /// What came of it, once it has ended.
    #[must_use]
    pub fn outcome(&self) -> Option<T> {
        self.errand.progress()
    }

    /// Whether it takes longer than a moment.
    #[must_use]
    pub fn is_slow(&self) -> bool {
        self.begun.elapsed() >= A_MOMENT
    }

    /// Waits until it has ended, but no longer than a moment: not in a frame.
    pub fn wait_a_moment(&self) {
        while self.outcome().is_none() && !self.is_slow() {
            thread::sleep(Duration::from_millis(1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended(background: Background, work: fn(&Going<'_, u32>) -> u32) -> u32 {
        let ctx = egui::Context::default();
        let woken = crate::app::woken(&ctx);
        let errand = Errand::begin(&ctx, background, (0, 99), work);
        while errand.progress() == 0 {
            thread::yield_now();
        }
        let begun = Instant::now();
        while woken.lock().is_ok_and(|woken| woken.is_none()) {
            assert!(begun.elapsed() < Duration::from_mins(1), "a window that rests hears of it, too");
        }
        errand.progress()
    }

    #[test]
    fn work_has_the_last_word_even_where_it_breaks_down() {
        for background in [Background::AtOnce, Background::Threads] {
            assert_eq!(ended(background, |_| 7), 7);
            assert_eq!(ended(background, |going| 1 / u32::from(going.is_cancelled())), 99, "{background:?}");
        }
    }
}
