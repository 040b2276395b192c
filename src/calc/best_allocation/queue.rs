//! Parts of the space in the order of their promise.

use std::cmp::Ordering;

/// Something with a promise; the greatest is the first out of a [`std::collections::BinaryHeap`].
pub(super) struct Promised<T> {
    pub(super) promise: f64,
    pub(super) part: T,
}

impl<T> PartialEq for Promised<T> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<T> Eq for Promised<T> {}

impl<T> PartialOrd for Promised<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Promised<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.promise.total_cmp(&other.promise)
    }
}
