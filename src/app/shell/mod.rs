//! What stands around the tabs: top bar, rail, findings bar, start page, questions.

pub mod add_up;
pub mod ask;
pub mod choose_file;
pub mod clashes;
pub mod compare;
mod entry;
pub mod find;
pub mod findings_bar;
pub mod help;
pub mod import;
pub mod keys;
mod moment;
pub mod next;
pub mod outside;
pub mod rail;
pub mod recover;
pub mod removal;
mod reply;
pub mod scenario_menu;
pub mod scenarios;
pub mod start;
pub mod top_bar;
mod unsaved;
pub mod versions;
