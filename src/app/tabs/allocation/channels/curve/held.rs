//! A curve that waits until it can be used.

use eframe::egui::Id as UiId;

use crate::calc::curve::CurveProblem;
use crate::plan::{Curve, Id};

/// A curve that cannot be used while one of its numbers is being typed, such as 6 on the way to 600,000. The plan has
/// the one from before the edit until the field is left.
#[derive(Clone)]
pub struct Held {
    /// The field that is typed in.
    pub field: UiId,
    /// Whose curve it is.
    pub channel: Id,
    /// The words of the step it becomes.
    pub what: String,
    /// The curve of the plan.
    pub from: Curve,
    /// What the typed number makes of it.
    pub to: Curve,
    /// Why it cannot be used.
    pub problem: CurveProblem,
    /// The last frame in which it was waiting.
    pub(super) frame: u64,
}
