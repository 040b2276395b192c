//! A plan that was changed here and in its file: what both come from, what clashes, and what was chosen.

use std::path::PathBuf;

use crate::compare::{Merged, Place, Side, merge_choosing};
use crate::file::watch::Theirs;
use crate::plan::Plan;
use crate::report::versions::{self, Clash};
use crate::words::Words;

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

/// What clashes where the changes of both are merged, and what was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Clashes {
    /// The plan that both come from.
    pub base: Plan,
    /// What others wrote.
    pub theirs: Theirs,
    /// Whether the plan is to be saved then.
    pub saving: bool,
    /// Each conflict in words.
    pub rows: Vec<Clash>,
    /// Which side was chosen for each.
    pub chosen: Vec<Option<Side>>,
    places: Vec<Place>,
}

impl Clashes {
    pub(super) fn of(base: Plan, theirs: Theirs, saving: bool, (merged, words): (Merged, &Words)) -> Self {
        let rows = versions::clashes(&merged, words);
        let places = merged.conflicts.into_iter().map(|conflict| conflict.place).collect();
        Self { base, theirs, saving, chosen: vec![None; rows.len()], rows, places }
    }

    /// Both in one plan, with what was chosen.
    pub(super) fn settled(&self, ours: &Plan) -> Plan {
        let choice = |place: &Place| self.chosen[self.places.iter().position(|other| other == place)?];
        merge_choosing(&self.base, ours, &self.theirs.plan, &choice).plan
    }
}
