//! The months that are over, one by one, and registrations added up over them: planned, real and still to come.

use crate::report::sentences::happened::month_name;
use crate::report::summary::figure::Number;
use crate::report::summary::track::{MonthPart, TrackPart};
use crate::t;
use crate::words::number;

use super::super::super::drawing::{Axis, Drawing, End, Months, Over, Shape, Tone};
use super::super::super::{Block, Cell, Column, Row, Table};
use super::super::{Write, number_cell, optional};
use super::compared::{Compared, Rounded};

/// Up to so many months stand beside their drawing; more stand below it, in two halves.
const FEW_MONTHS: usize = 14;
/// Months with a name of their own where the drawing is narrow, and where it is not.
const NAMES: [u32; 2] = [6, 12];

impl Write<'_> {
    pub(super) fn months_that_are_over(&self, track: &TrackPart) -> Vec<Block> {
        let is_few = track.months.len() <= FEW_MONTHS;
        let table = Block::Table(Table { in_halves: !is_few, ..self.month_table(track) });
        match self.drawn_registrations(track, NAMES[usize::from(!is_few)]).map(Block::Drawing) {
            Some(drawn) if is_few => vec![Block::Beside(vec![table], vec![drawn])],
            drawn => drawn.into_iter().chain([table]).collect(),
        }
    }

    /// A row a month; leads only where some are known.
    fn month_table(&self, track: &TrackPart) -> Table {
        let text = |key: &str| self.words.text(key);
        let mut columns = vec![Column::words(text("report-track-month"))];
        columns.extend(self.compared_columns());
        columns.push(Column::numbers(text("report-track-leads")));
        let all = Compared { planned: track.planned, real: track.real };
        let total = self.rounded_total(all);
        let months: Vec<Compared> = track.months.iter().map(of_month).collect();
        let shown = self.rounded_parts(&months, total);
        let rows = (0_u32..).zip(&track.months).zip(shown);
        let mut rows: Vec<Row> = rows.map(|((number, month), shown)| self.month_row(number, month, shown)).collect();
        let leads = track.months.iter().filter_map(|month| month.known.leads);
        let leads = leads.reduce(|sum, leads| Number(sum.0 + leads.0));
        let mut cells = vec![Cell::text(text("common-total"))];
        cells.extend(self.compared_cells(all, total));
        cells.push(optional(leads, |leads| number_cell(leads, 0)));
        rows.push(Row::total(cells));
        let last = columns.len() - 1;
        Table { columns, rows, remarks: text("report-remark"), ..Table::default() }.without_empty(last)
    }

    fn month_row(&self, number: u32, month: &MonthPart, shown: Rounded) -> Row {
        let mut cells = vec![Cell::text(month_name(self.words, &self.period(), number))];
        let [planned, spent, to_win, won] = self.compared_cells(of_month(month), shown);
        let known = |is_known: bool, cell: Cell| if is_known { cell } else { Cell::Empty };
        let spent = known(month.known.spend.is_some(), spent);
        let won = known(month.known.registrations.is_some(), won);
        cells.extend([planned, spent, to_win, won, optional(month.known.leads, |leads| number_cell(leads, 0))]);
        let remark = (month.channels == 0).then(|| self.words.text("report-track-unknown"));
        Row { remark, ..Row::item(cells) }
    }

    /// Registrations added up; nothing where none are known, or none are planned.
    fn drawn_registrations(&self, track: &TrackPart, names: u32) -> Option<Drawing> {
        let (whole, expected) = (track.whole.registrations.0, track.expected.as_ref()?.registrations.0);
        let is_known = track.months.iter().any(|month| month.known.registrations.is_some());
        let most = whole.max(expected);
        (is_known && most > 0.0 && most.is_finite()).then_some(())?;
        let months = self.period().months;
        let days = self.month_end(months as usize);
        let planned =
            (0..=months).map(|month| [self.month_end(month as usize), whole * f64::from(month) / f64::from(months)]);
        let mut line = self.won_so_far(track);
        let [over, won] = line.last().copied().unwrap_or_default();
        let is_to_come = over < days;
        line.extend(is_to_come.then_some([days, expected]));
        let range = self.registrations_to_come().filter(|_| is_to_come);
        let ranges: Vec<Vec<[f64; 3]>> =
            range.map(|[low, high]| vec![[over, won, won], [days, low, high]]).into_iter().collect();
        let highest = line.iter().map(|[_, won]| *won).chain(range.map(|[_, high]| high)).fold(most, f64::max);
        let end = if is_to_come { ("track-end-expected", expected) } else { ("track-end-real", won) };
        let drawn = Months {
            days,
            names: self.months(days, names),
            y: Axis::around(0.0, highest, 4, &|value| number::short(self.language(), value)),
            ranges,
            expected: line,
            over: Some(Over { day: over, label: self.months_over(track.over) }),
            goal: planned.collect(),
            ends: self.ends(whole, end),
            events: Vec::new(),
            gap: None,
        };
        let caption =
            self.words.text(if range.is_some() { "report-track-figure-drawn" } else { "report-track-figure" });
        let alternative = self.registrations_in_words(&drawn);
        Some(Drawing { title: String::new(), caption, alternative, shape: Shape::Months(Box::new(drawn)) })
    }

    /// From nothing on, what was won by the end of each month that is over.
    fn won_so_far(&self, track: &TrackPart) -> Vec<[f64; 2]> {
        let won = track.months.iter().scan(0.0, |sum, month| {
            *sum += month.known.registrations.map_or(0.0, |won| won.0);
            Some(*sum)
        });
        let ends = won.enumerate().map(|(month, won)| [self.month_end(month + 1), won]);
        [[0.0; 2]].into_iter().chain(ends).collect()
    }

    /// Where the plan ends and what happened does, the higher one first.
    fn ends(&self, whole: f64, (key, end): (&str, f64)) -> Vec<End> {
        let short = |value: f64| number::short(self.language(), value);
        let mut ends = vec![
            End { at: whole, label: t!(self.words, "track-end-plan", amount = short(whole)), tone: Tone::Plain },
            End { at: end, label: t!(self.words, key, amount = short(end)), tone: Tone::Accent },
        ];
        ends.sort_by(|one, other| other.at.total_cmp(&one.at));
        ends
    }

    /// Eight in ten of what registrations come to.
    fn registrations_to_come(&self) -> Option<[f64; 2]> {
        let odds = self.summary.odds.as_ref().filter(|odds| odds.ranges > 0)?;
        Some([odds.registrations.p10.0, odds.registrations.p90.0])
    }

    fn registrations_in_words(&self, drawn: &Months) -> String {
        let ends: Vec<&str> = drawn.ends.iter().map(|end| end.label.as_str()).collect();
        let over = drawn.over.as_ref().map_or("", |over| over.label.as_str());
        t!(self.words, "report-alt-track", ends = ends.join(&self.words.text("report-comma")), over = over)
    }
}

fn of_month(month: &MonthPart) -> Compared {
    Compared { planned: month.planned_of_known, real: month.real }
}
