//! Shared visual parts. One file per subject; the common names are re-exported here.

pub mod button;
pub mod chip;
pub mod choice;
mod draft;
pub mod dropdown;
pub mod field;
pub mod sentence;
pub mod text;

pub use button::{Button, focus_ring, icon_button};
pub use chip::{task_chip, word_chip};
pub use choice::{Answer, Segmented, answer_switch, checkbox, lock_toggle, radio};
pub use dropdown::Dropdown;
pub use field::{Edited, Field, parsed_field, text_area, text_field};
pub use sentence::sentence;
pub use text::Run;
