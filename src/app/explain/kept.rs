//! What is pinned, between frames.

use std::cell::RefCell;

use eframe::egui::{Id, Rect};

use crate::calc::explain::Figure;

/// The explanation that stays, if one does.
#[derive(Debug, Default)]
pub struct Explaining(pub(super) RefCell<Option<Pinned>>);

/// An explanation that stays.
#[derive(Clone, Debug)]
pub struct Pinned {
    /// The figure it was pinned at, and those its links led to since.
    pub(super) trail: Vec<Figure>,
    /// The number on the page.
    pub(super) number: Id,
    /// Where that was drawn last, and in which pass.
    pub(super) anchor: (Rect, u64),
    /// Whether the card is to take the focus, as somebody opened it by keyboard.
    pub(super) takes_focus: bool,
}

impl Explaining {
    /// Whether the explanation of a number is pinned.
    #[must_use]
    pub fn is_pinned(&self) -> bool {
        self.0.borrow().is_some()
    }

    /// Closes it.
    pub fn close(&self) {
        self.0.replace(None);
    }
}
