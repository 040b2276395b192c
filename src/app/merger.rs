//! Both sides' changes in one plan: what goes in, and what does it, so that tests stand in for plans that take their time.

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

use crate::compare::{Merged, Place, Side, merge_choosing};
use crate::plan::Plan;

/// Two plans that come from the same one.
#[derive(Clone, Debug, PartialEq)]
pub struct Sides {
    /// The plan that both come from.
    pub base: Plan,
    /// One side.
    pub ours: Plan,
    /// The other side.
    pub theirs: Plan,
    /// Which side counts where both changed the same thing, as far as somebody chose.
    pub chosen: Vec<(Place, Side)>,
}

impl Sides {
    /// Both in one plan.
    #[must_use]
    pub fn merged(&self) -> Merged {
        let choice = |place: &Place| self.chosen.iter().find(|(at, _)| at == place).map(|(_, side)| *side);
        merge_choosing(&self.base, &self.ours, &self.theirs, &choice)
    }
}

/// What makes one plan of two. Called beside the window.
#[derive(Clone)]
pub struct Merger(Arc<dyn Fn(&Sides) -> Merged + Send + Sync>);

impl Merger {
    /// Does it by this.
    pub fn new(merge: impl Fn(&Sides) -> Merged + Send + Sync + 'static) -> Self {
        Self(Arc::new(merge))
    }

    /// Both in one plan.
    #[must_use]
    pub fn merge(&self, sides: &Sides) -> Merged {
        (self.0)(sides)
    }
}

impl Default for Merger {
    fn default() -> Self {
        Self::new(Sides::merged)
    }
}

impl Debug for Merger {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Merger")
    }
}
