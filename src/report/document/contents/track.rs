//! What happened, held against the plan: the months that are over, the channels, and what was read beside them.

mod channels;
mod compared;
mod months;

use super::super::{Block, Cell, Column, Row, Table};
use super::{Write, nothing, optional, trimmed_cell};
use crate::calc::numbers::quotient;
use crate::report::sentences::happened::{SoFar, month_name};
use crate::report::summary::track::{ReadingPart, TrackPart};
use crate::t;
use crate::words::number;

impl Write<'_> {
    /// The sentence, months, channels, readings; nothing where nothing is known.
    pub(super) fn track(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        if let Some(track) = self.known_track() {
            blocks.push(Block::Paragraph(self.so_far(track)));
            blocks.extend(self.months_that_are_over(track));
            blocks.push(Block::Table(self.channels_so_far(track)));
        }
        blocks.extend(self.readings().map(Block::Table));
        let heading = (!blocks.is_empty()).then(|| self.heading("report-track-heading"));
        heading.into_iter().chain(blocks).collect()
    }

    /// What happened, where something is known of it.
    pub(super) fn known_track(&self) -> Option<&TrackPart> {
        self.summary.track.as_ref().filter(|track| track.expected.is_some())
    }

    /// How far money and registrations are, where that leads, and whether something is missing.
    fn so_far(&self, track: &TrackPart) -> String {
        let percent = |part: f64| number::percent(self.language(), part, 0);
        let shown = |part: Option<f64>| part.map_or_else(nothing, percent);
        let last = u32::try_from(track.over).unwrap_or(u32::MAX).saturating_sub(1);
        let said = SoFar {
            month: month_name(self.words, &self.period(), last),
            spend: shown(quotient(self.units(track.real.spend), self.units(track.whole.spend))),
            registrations: shown(quotient(track.real.registrations.0, track.whole.registrations.0)),
            reached: self.summary.goal.attainment.map(|reached| percent(reached.0)),
            chance: self.chance_in_words(),
        };
        let incomplete = (track.incomplete > 0).then(|| t!(self.words, "track-incomplete", n = track.incomplete));
        let parts: Vec<String> = std::iter::once(said.say(self.words)).chain(incomplete).collect();
        t!(self.words, "report-sentence", words = parts.join(&self.words.text("proposal-semicolon")))
    }

    /// What was read last, against where it is to stand.
    fn readings(&self) -> Option<Table> {
        let readings = &self.summary.readings;
        let text = |key: &str| self.words.text(key);
        let columns = vec![
            Column::words(text("track-reading-name")),
            Column::words(text("track-reading-day")),
            Column::numbers(text("track-reading-value")),
            Column::numbers(text("report-track-by-then")),
            Column::numbers(text("report-track-in-the-end")),
        ];
        let row = |reading: &ReadingPart| {
            Row::item(vec![
                Cell::text(&*reading.name),
                Cell::text(number::date_iso(reading.day)),
                trimmed_cell(reading.value, 2),
                optional(reading.planned, |planned| Cell::number(number::on_the_way(planned.0), planned.0)),
                optional(reading.target, |target| trimmed_cell(target, 2)),
            ])
        };
        (!readings.is_empty()).then(|| Table { columns, rows: readings.iter().map(row).collect(), ..Table::default() })
    }
}
