//! A moment as people say it.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::plan::Date;
use crate::t;
use crate::words::{Words, number};

/// "Today 10:42", "Yesterday 17:05", or the day.
#[must_use]
pub fn moment(words: &Words, time: Timestamp, today: Date) -> String {
    let there = time.to_zoned(TimeZone::system());
    let clock = format!("{:02}:{:02}", there.hour(), there.minute());
    match (today - there.date()).get_days() {
        0 => t!(words, "start-today", time = &clock),
        1 => t!(words, "start-yesterday", time = &clock),
        _ => number::date(words, there.date()),
    }
}
