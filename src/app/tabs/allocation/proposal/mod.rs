//! A better split of the money, as it is asked for, shown and adopted: beside the channels, and below their months.

pub mod changes;
mod dare;
mod foot;
mod limits;
mod months;
pub mod panel;
mod proof;
pub mod question;
mod three_ways;
mod wish;

pub use foot::Room;
pub use limits::place_of;
pub use panel::{adopt, headline};
pub use question::{Asking, Given, Shown, Suggest};
pub use wish::Wish;
