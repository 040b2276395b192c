//! Reports of advertising platforms, read into what really happened.
//!
//! ```text
//! bytes → sheet → grid → table → rows → Reading ─┐
//!                                 plan, mapping ─┴→ Preview → take_in → Actuals
//! ```
//!
//! - [`mod@sheet`]: what the bytes are; [`mod@text`]: bytes to text, by what they hold and not by a name; [`mod@workbook`], [`mod@markup`]: tables that are no text.
//! - [`mod@grid`]: rows of cells; [`mod@table`]: which of them are the headings, by [`mod@columns`] and, where those are months, [`mod@across`]; [`mod@preamble`]: what stands above.
//! - [`mod@rows`]: all rows added up, with [`mod@number`], [`mod@dates`] and [`mod@exact`]; [`mod@totals`] and [`mod@settle`]: the rows that are sums of others.
//! - [`mod@mapping`]: which channel a campaign counts for; [`mod@preview`]: what would change; [`mod@take_in`]: changes it; [`mod@months`]: before and after.
//! - [`mod@reading`]: what a report says; [`mod@trouble`]: why it says nothing.

pub mod across;
pub mod columns;
pub mod dates;
pub mod exact;
pub mod grid;
pub mod mapping;
pub mod markup;
pub mod months;
pub mod number;
pub mod preamble;
pub mod preview;
pub mod reading;
pub mod rows;
pub mod settle;
pub mod sheet;
pub mod table;
pub mod take_in;
pub mod text;
pub mod totals;
pub mod trouble;
pub mod workbook;

pub use dates::{Days, Order};
pub use mapping::{How, Mapping, Said};
pub use preview::{Arrival, Preview, Rates, preview};
pub use reading::{Answers, Reading, Reported, read};
pub use rows::{LeftOut, Why};
pub use take_in::take_in;
pub use trouble::Trouble;

#[cfg(test)]
mod tests;
