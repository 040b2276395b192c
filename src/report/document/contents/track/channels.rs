//! What the channels bought in the months that are over, task by task.

use crate::report::sentences::happened::{off_curve, with_known};
use crate::report::summary::track::{ChannelTrackPart, TaskTrackPart, TrackPart};
use crate::words::Named;

use super::super::super::{Cell, Column, Rank, Row, Table};
use super::super::Write;
use super::compared::{Compared, Rounded};

impl Write<'_> {
    /// A row a channel of which something is known, below those of its task.
    pub(super) fn channels_so_far(&self, track: &TrackPart) -> Table {
        let text = |key: &str| self.words.text(key);
        let each = ["report-track-planned-each", "report-track-real-each"];
        let each = each.map(|key| Column::numbers(self.in_unit(&text(key))));
        let mut columns = vec![Column::words(text("report-channel"))];
        columns.extend(self.compared_columns().into_iter().chain(each));
        columns.push(Column::words(text("track-head-says")));
        let all = Compared { planned: track.planned, real: track.real };
        let total = self.rounded_total(all);
        let tasks: Vec<Compared> = track.tasks.iter().map(of_task).collect();
        let mut rows = Vec::new();
        for (task, shown) in track.tasks.iter().zip(self.rounded_parts(&tasks, total)) {
            rows.extend(self.task_so_far(track, task, shown));
        }
        let mut cells = vec![Cell::text(text("common-total"))];
        cells.extend(self.figures_so_far(all, total));
        cells.push(Cell::Empty);
        rows.push(Row::total(cells));
        Table { columns, rows, ..Table::default() }
    }

    /// A task with its channels; nothing where nothing is known of them.
    fn task_so_far(&self, track: &TrackPart, task: &TaskTrackPart, shown: Rounded) -> Vec<Row> {
        let known = track.channels.iter().filter(|channel| channel.task == task.task && channel.known > 0);
        let known: Vec<&ChannelTrackPart> = known.collect();
        if known.is_empty() {
            return Vec::new();
        }
        let kind = task.task.0;
        let name = format!("{} {}", kind.letter(), kind.name(self.words));
        let row = |name: &str, compared: Compared, shown: Rounded, says: String| {
            let mut cells = vec![Cell::text(name)];
            cells.extend(self.figures_so_far(compared, shown));
            cells.push(Cell::text(says));
            Row { task: Some(kind), ..Row::item(cells) }
        };
        let mut rows = vec![Row { rank: Rank::Group, ..row(&name, of_task(task), shown, String::new()) }];
        let compared: Vec<Compared> = known.iter().map(|channel| of_channel(channel)).collect();
        let parts = self.rounded_parts(&compared, shown);
        rows.extend(known.iter().zip(compared).zip(parts).map(|((channel, compared), shown)| Row {
            depth: 1,
            ..row(&channel.name, compared, shown, self.says(channel, track.over))
        }));
        rows
    }

    fn figures_so_far(&self, compared: Compared, shown: Rounded) -> impl Iterator<Item = Cell> {
        self.compared_cells(compared, shown).into_iter().chain(self.each_cells(compared))
    }

    /// What a channel's difference says where it is more than chance, and what of its months is not known.
    fn says(&self, channel: &ChannelTrackPart, over: usize) -> String {
        let verdict = channel.verdict.0;
        let of_curve = channel.of_curve.map(|part| part.0);
        let says = if verdict.is_beyond_chance() { off_curve(self.words, verdict, of_curve) } else { String::new() };
        with_known(self.words, says, channel.known, u32::try_from(over).unwrap_or(u32::MAX))
    }
}

fn of_task(task: &TaskTrackPart) -> Compared {
    Compared { planned: task.planned, real: task.real }
}

fn of_channel(channel: &ChannelTrackPart) -> Compared {
    Compared { planned: channel.planned, real: channel.real }
}
