//! Shared visual parts. One file per subject; the common names are re-exported here.

pub mod almanac;
pub mod bands;
pub mod button;
pub mod caret;
pub mod chip;
pub mod choice;
pub mod copied;
pub mod day_picker;
pub mod draft;
pub mod dropdown;
pub mod empty;
pub mod field;
pub mod form;
pub mod grid;
pub mod meter;
pub mod notation;
pub mod order;
pub mod overlay;
pub mod page;
pub mod plot;
pub mod pyramid;
mod reading;
pub mod ring;
pub mod sentence;
pub mod sketch;
pub mod slider;
pub mod table;
pub mod text;
pub mod tile;
mod tip;

pub use almanac::Almanac;
pub use bands::Band;
pub use button::{Button, focus_ring, icon_button};
pub use chip::{key_chip, paint_badge, task_chip, word_chip};
pub use choice::{Answer, Segmented, answer_switch, checkbox, lock_toggle, radio};
pub use copied::Copied;
pub use day_picker::{day_field, read_day, required_day};
pub use dropdown::Dropdown;
pub use empty::{Begin, EmptyState, Step, steps};
pub use field::{Edited, Field, parsed_field, problem_line, text_area, text_field};
pub use form::{ItemAction, ItemButtons, labelled, move_item, takes_focus_of};
pub use meter::{Progress, meter, state_cells};
pub use notation::Notation;
pub use overlay::{accent_panel, dialog, dialog_buttons, explain, explain_head, panel_head};
pub use page::{
    Figure, Side, Split, beside, columns, divider, figure_cells, figures, hairline, head_row, is_narrow, page, rule,
    section, section_with, tab_head,
};
pub use plot::axis::{Axis, neat, round_step};
pub use plot::calendar::month_axis;
pub use plot::chart::{Canvas, Chart};
pub use plot::heading::plot_heading;
pub use plot::labels::{apart, clear_of, with_room};
pub use plot::marks::{Bar, Dash, Words};
pub use pyramid::Pyramid;
pub use reading::speak;
pub use ring::{Ringed, Served, Stage, ring};
pub use sentence::{Sentence, sentence};
pub use sketch::Sketch;
pub use slider::{Slider, scrub, slide_keys, slides};
pub use table::{Column, Heading, Row, RowKind, RowSpec, Sorting, Table, fair};
pub use text::{Run, body, mark, marked, runs, strong, weak};
