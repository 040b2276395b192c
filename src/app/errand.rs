//! Something done once, beside the window, that says how far it is: printing, writing a large file.
//!
//! A [`Job`](super::worker::Job) follows a question and is superseded by the next one; an errand is begun by somebody and
//! ends by itself, or because somebody cancels it.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use eframe::egui;

use super::worker::{Background, Cancel};

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
    /// Begins it; what `work` returns is its last word. Where that never comes, `first` stays.
    pub fn begin(
        ctx: &egui::Context,
        background: Background,
        first: P,
        work: impl FnOnce(&Going<'_, P>) -> P + Send + 'static,
    ) -> Self {
        let errand = Self { progress: Arc::new(Mutex::new(first)), cancel: Cancel::default() };
        let (progress, cancel, ctx) = (Arc::clone(&errand.progress), errand.cancel.clone(), ctx.clone());
        let go = move || {
            let going = Going { progress: &progress, cancel: &cancel, ctx: &ctx };
            let last = work(&going);
            going.tell(last);
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
