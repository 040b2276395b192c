//! A plan that was changed here and in its file: what both come from, what clashes, and what was chosen.

use std::path::PathBuf;

use crate::app::merger::Sides;
use crate::compare::{Merged, Place, Side};
use crate::file::recovery::Left;
use crate::file::watch::Theirs;
use crate::plan::Plan;
use crate::report::versions::Clash;

/// A plan that was changed here and, since it was opened or saved last, in its file too.
#[derive(Clone, Debug, PartialEq)]
pub struct BothChanged {
    /// The file.
    pub path: PathBuf,
    /// The plan as it was opened or saved last.
    pub base: Plan,
    /// What others wrote; `None` where it is no plan.
    pub theirs: Option<Theirs>,
    /// Whether it is asked because the person saves.
    pub saving: bool,
    /// Whose changes are shown.
    pub shown: Side,
}

/// Why two plans are made one.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// Others changed the file of the open plan, which was changed here, too.
    Outside {
        /// What they wrote.
        theirs: Box<Theirs>,
        /// Whether the plan is to be saved then.
        saving: bool,
    },
    /// Work was left behind, and its file, which is open, was changed since it was begun.
    Recovery(Box<Left>),
}

/// What clashes where the changes of both are merged, and what was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Clashes {
    /// The plan that both come from.
    pub base: Plan,
    /// Why they are merged.
    pub cause: Cause,
    /// Each conflict in words.
    pub rows: Vec<Clash>,
    /// Which side was chosen for each.
    pub chosen: Vec<Option<Side>>,
    places: Vec<Place>,
}

impl Clashes {
    /// What is left to be chosen: all of it but what was chosen before.
    pub(super) fn of(sides: Sides, cause: Cause, (merged, rows): (Merged, Vec<Clash>)) -> Self {
        let places: Vec<_> = merged.conflicts.into_iter().map(|conflict| conflict.place).collect();
        let before = |place| sides.chosen.iter().find(|(at, _)| at == place).map(|(_, side)| *side);
        Self { base: sides.base, cause, chosen: places.iter().map(before).collect(), rows, places }
    }

    /// What was chosen where.
    pub(super) fn choices(&self) -> Vec<(Place, Side)> {
        let chosen = self.places.iter().zip(&self.chosen);
        chosen.filter_map(|(place, side)| Some((place.clone(), (*side)?))).collect()
    }
}
