//! The tabs: each draws its own section and its report, and calculates nothing.

pub mod allocation;
pub mod fields;
pub mod goal;
pub mod overview;
pub mod pyramid;
pub mod ripple;
pub mod settings;
pub mod summary;
pub mod team;
pub mod topics;
pub mod track;

use crate::calc::next::Step;

/// What each tab remembers between frames: what is selected, what is folded open. Never saved.
#[derive(Debug, Default)]
#[allow(missing_docs)] // one field a tab
pub struct Views {
    /// Whether they were drawn: before that, no page is scrolled.
    pub begun: bool,
    /// Steps of a first plan that a person has put off.
    pub put_off: Vec<Step>,
    pub goal: goal::View,
    pub team: team::View,
    pub pyramid: pyramid::View,
    pub allocation: allocation::View,
    pub ripple: ripple::View,
    pub track: track::View,
    pub topics: topics::View,
    pub summary: summary::View,
}
