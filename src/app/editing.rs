//! Changing a section of the plan, copy-on-write and with a named undo step.

use std::cell::RefCell;
use std::ops::Deref;
use std::sync::Arc;

/// The name of the change made in this frame, for the undo history.
#[derive(Debug, Default)]
pub struct Steps(RefCell<Option<String>>);

impl Steps {
    /// Notes what was changed. The first change of a frame names the step.
    pub fn note(&self, name: impl Into<String>) {
        self.0.borrow_mut().get_or_insert_with(|| name.into());
    }

    /// The name noted in this frame.
    pub fn take(&self) -> Option<String> {
        self.0.take()
    }
}

/// A section of the plan in the hands of a tab: reading is free, the first change in a frame clones the section,
/// an unchanged frame clones nothing.
#[derive(Debug)]
pub struct Editing<'a, T> {
    section: &'a mut Arc<T>,
    steps: &'a Steps,
}

impl<'a, T: Clone> Editing<'a, T> {
    /// A section and where its changes are named.
    pub fn new(section: &'a mut Arc<T>, steps: &'a Steps) -> Self {
        Self { section, steps }
    }

    /// Changes the section. `name` says what was done, as it stands behind "Undo": "Change budget of SEM".
    pub fn change<R>(&mut self, name: impl Into<String>, edit: impl FnOnce(&mut T) -> R) -> R {
        self.steps.note(name);
        edit(Arc::make_mut(self.section))
    }

    /// The same section, lent on to a part of the tab.
    pub fn lend(&mut self) -> Editing<'_, T> {
        Editing { section: self.section, steps: self.steps }
    }

    /// The section as it stands, to be read while it is changed.
    #[must_use]
    pub fn now(&self) -> Arc<T> {
        Arc::clone(self.section)
    }
}

impl<T> Deref for Editing<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.section
    }
}
