//! What the buttons of a proposal ask for.

use super::question::Asking;
use crate::app::theme::{height, space};
use crate::calc::best_allocation::Limit;

/// Room for the buttons and the space above them.
pub const BUTTONS: f32 = height::FIELD + space::S;

/// What a button asks for; done after the panel is drawn.
pub enum Wish {
    /// Take it over.
    Adopt,
    /// Keep it as a scenario beside the plan.
    Keep,
    /// Leave it.
    Discard,
    /// Go to a limit.
    Limits(Option<Limit>),
    /// Ask something else.
    Ask(Asking),
}
