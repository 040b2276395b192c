//! Looks at the open plan's file about once a second, beside the window, and at once when the window gets the focus.
//!
//! A disk that does not answer holds the looking up, never the window.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use eframe::egui;

use super::worker::Background;
use crate::file::Fingerprint;
use crate::file::together::Together;
use crate::file::watch::{Found, Watched};

/// How long it waits from one look to the next.
const PAUSE: Duration = Duration::from_secs(1);

/// Follows the file of the open plan.
#[derive(Debug, Default)]
pub struct Watch {
    following: Option<Following>,
}

/// A file to be followed.
#[derive(Clone, Copy, Debug)]
pub struct Followed<'a> {
    /// The file.
    pub path: &'a Path,
    /// What it looked like when it was read or written last.
    pub known: Fingerprint,
    /// Where windows on the same plan show one another; `None` where there is no such place.
    pub state_folder: Option<&'a Path>,
}

#[derive(Debug)]
struct Following {
    path: PathBuf,
    known: Fingerprint,
    others: usize,
    looks: Looks,
}

#[derive(Debug)]
enum Looks {
    /// In each frame.
    AtOnce(Box<Watched>, Option<Together>),
    /// On a thread.
    Beside(Arc<Desk>),
}

/// What lies between the window and the thread.
#[derive(Debug)]
struct Desk {
    order: Mutex<Order>,
    bell: Condvar,
}

#[derive(Debug)]
struct Order {
    known: Fingerprint,
    found: Option<Found>,
    /// How many other windows have the plan open.
    others: usize,
    at_once: bool,
    over: bool,
}

impl Watch {
    /// Follows this file; call it in every frame. What comes back is news about just that file.
    pub fn follow(&mut self, file: Option<Followed>, ctx: &egui::Context, background: Background) -> Option<Found> {
        let Some(file) = file else {
            self.following = None;
            return None;
        };
        if self.following.as_ref().is_none_or(|following| following.path != file.path) {
            self.following = Some(Following::begin(file, ctx, background));
        }
        self.following.as_mut()?.news(file.known, ctx)
    }

    /// Looks as soon as it can.
    pub fn hurry(&self) {
        if let Some(Looks::Beside(desk)) = self.following.as_ref().map(|following| &following.looks) {
            desk.hurry(&mut desk.order());
        }
    }

    /// How many other windows have the plan open, as far as is known.
    #[must_use]
    pub fn others(&self) -> usize {
        self.following.as_ref().map_or(0, |following| following.others)
    }
}

impl Following {
    fn begin(file: Followed, ctx: &egui::Context, background: Background) -> Self {
        let Followed { path, known, state_folder } = file;
        let watched = Watched::new(path, known);
        let place = state_folder.map(|folder| (folder.to_owned(), path.to_owned()));
        let together = move || place.map(|(folder, path)| Together::begin(&folder, &path));
        let looks = match background {
            Background::AtOnce => Looks::AtOnce(Box::new(watched), together()),
            Background::Threads => {
                let order = Order { known, found: None, others: 0, at_once: true, over: false };
                let desk = Arc::new(Desk { order: Mutex::new(order), bell: Condvar::new() });
                let (theirs, ctx) = (Arc::clone(&desk), ctx.clone());
                thread::spawn(move || theirs.look_on(watched, together(), &ctx));
                Looks::Beside(desk)
            }
        };
        Self { path: path.to_owned(), known, others: 0, looks }
    }

    fn news(&mut self, known: Fingerprint, ctx: &egui::Context) -> Option<Found> {
        let is_other = std::mem::replace(&mut self.known, known) != known;
        match &mut self.looks {
            Looks::AtOnce(watched, together) => {
                if is_other {
                    watched.know(known);
                }
                self.others = together.as_mut().map_or(0, Together::others);
                watched.look()
            }
            Looks::Beside(desk) => {
                let mut order = desk.order();
                if is_other {
                    // What was found before was compared with what is out of date.
                    (order.known, order.found) = (known, None);
                }
                let is_back = ctx.input(|input| input.events.contains(&egui::Event::WindowFocused(true)));
                if is_back {
                    desk.hurry(&mut order);
                }
                self.others = order.others;
                order.found.take()
            }
        }
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        if let Looks::Beside(desk) = &self.looks {
            desk.order().over = true;
            desk.bell.notify_one();
        }
    }
}

impl Desk {
    /// Nothing half done is ever left behind this lock, so a poisoned one is as good as any.
    fn order(&self) -> MutexGuard<'_, Order> {
        self.order.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hurry(&self, order: &mut Order) {
        order.at_once = true;
        self.bell.notify_one();
    }

    /// Looks again and again until nobody wants to know.
    fn look_on(&self, mut watched: Watched, mut together: Option<Together>, ctx: &egui::Context) {
        while let Some(known) = self.wait() {
            if watched.known() != known {
                watched.know(known);
            }
            // The lock is free meanwhile: a disk may take its time.
            let found = watched.look();
            let others = together.as_mut().map_or(0, Together::others);
            let mut order = self.order();
            let is_news = found.is_some() && order.known == watched.known();
            if is_news {
                order.found = found;
            }
            if std::mem::replace(&mut order.others, others) != others || is_news {
                ctx.request_repaint();
            }
        }
    }

    /// Waits for the next look; `None` when it is over.
    fn wait(&self) -> Option<Fingerprint> {
        let go_on = |order: &mut Order| !order.over && !order.at_once;
        let waited = self.bell.wait_timeout_while(self.order(), PAUSE, go_on);
        let (mut order, _) = waited.unwrap_or_else(PoisonError::into_inner);
        order.at_once = false;
        (!order.over).then_some(order.known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    #[test]
    fn a_change_comes_to_the_window_and_what_is_known_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.ron");
        std::fs::write(&path, include_str!("../../saved_plans/blank.ron")).unwrap();
        let (plan, known) = crate::file::open_known(&path).unwrap();
        let ctx = egui::Context::default();
        let woken = crate::app::woken(&ctx);
        let mut watch = Watch::default();
        let mut follow = |known| {
            let file = Followed { path: &path, known, state_folder: None };
            watch.follow(Some(file), &ctx, Background::Threads)
        };
        assert!(follow(known).is_none());
        crate::file::save(&path, &crate::plan::Plan { title: "Theirs".to_owned(), ..plan }).unwrap();
        let begun = Instant::now();
        let found = loop {
            if let Some(found) = follow(known) {
                break found;
            }
            assert!(begun.elapsed() < Duration::from_mins(1), "it was never told");
            thread::sleep(Duration::from_millis(5));
        };
        let Found::Theirs(theirs) = found else { unreachable!("{found:?}") };
        assert_eq!(theirs.plan.title, "Theirs");
        assert!(woken.lock().is_ok_and(|woken| woken.is_some()), "a window that rests hears of it, too");
        assert!(follow(theirs.fingerprint).is_none());
        thread::sleep(PAUSE + Duration::from_millis(300));
        assert!(follow(theirs.fingerprint).is_none(), "what is known is no news");
    }
}
