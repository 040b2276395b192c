//! Tables: rows that are never broken, a head that is repeated, columns as wide as what stands in them.

mod fitting;
mod grid;

use std::rc::Rc;

use self::grid::{Grid, most};
use super::piece::{BETWEEN, Maker, Piece, RULE, Side, filled, level, moved, path, placed};
use super::typeset::{Line, Style};
use super::widths::to_the_edge;
use super::{Ink, Mark, Role, Stroke};
use crate::report::document::{Cell, Rank, Row, Table};

/// How dense a table is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    /// Size of its letters; a table that is too wide for the page takes smaller ones.
    size: f32,
    /// Height of a row with one line.
    row: f32,
}

impl Look {
    /// The table of the channels.
    pub(super) const MAIN: Self = Self { size: 8.0, row: 15.4 };
    /// A table by itself.
    pub(super) const PLAIN: Self = Self { size: 8.0, row: 13.6 };
    /// A table beside something else.
    pub(super) const DENSE: Self = Self { size: 7.5, row: 12.8 };
}

/// The smallest letters that are preferred to broken names.
const SMALLER: f32 = 7.0;
/// How far a row stands in below its group.
const INDENT: f32 = 9.0;
/// The square with the letter of a task, and the room it takes.
const CHIP: f32 = 10.0;
const CHIP_ROOM: f32 = 14.0;
/// The sign of what is locked, and the room it takes behind a name.
const LOCK: f32 = 4.6;
const LOCK_ROOM: f32 = LOCK + 4.0;
/// So many rows stand better in two halves: fewer are short anyhow, more are longer than a good part of a page.
const HALVED: std::ops::RangeInclusive<usize> = 12..=48;

impl Maker<'_> {
    /// The pieces of a table: its head and its rows.
    pub(super) fn table(&mut self, table: &Table, width: f32, look: Look) -> Vec<Piece> {
        if let Some(halves) = self.halves(table, width) {
            return vec![halves];
        }
        let grid = self.grid(table, width, look);
        let mut head = self.head(&grid);
        head.above = 3.0;
        let repeated = Rc::new(decoration(&head));
        let mut pieces = vec![head];
        for (index, row) in table.rows.iter().enumerate() {
            let next_is_total = table.rows.get(index + 1).is_some_and(|next| next.rank == Rank::Total);
            let heads = matches!(row.rank, Rank::Group | Rank::Part) && index + 1 < table.rows.len();
            let piece = self.row(&grid, row);
            pieces.push(Piece { keeps_next: heads || next_is_total, head: Some(Rc::clone(&repeated)), ..piece });
        }
        pieces
    }

    /// A long table of short rows in two halves beside one another, where the document allows it and they fit.
    fn halves(&mut self, table: &Table, width: f32) -> Option<Piece> {
        let rows = table.rows.len();
        (table.in_halves && HALVED.contains(&rows)).then_some(())?;
        let half = (width - BETWEEN) / 2.0;
        let known = self.structure.len();
        let grid = self.grid(table, half, Look::DENSE);
        if grid.look.size < SMALLER {
            self.structure.truncate(known);
            return None;
        }
        let head = self.head(&grid);
        let pieces: Vec<Piece> = table.rows.iter().map(|row| self.row(&grid, row)).collect();
        let all: f32 = pieces.iter().map(|piece| piece.height).sum();
        let mut columns = [vec![head.clone()], vec![decoration(&head)]];
        let mut above = 0.0;
        for piece in pieces {
            let is_right = above + piece.height / 2.0 > all / 2.0;
            above += piece.height;
            columns[usize::from(is_right)].push(piece);
        }
        let [left, right] = columns.map(Piece::joined);
        let height = left.height.max(right.height);
        let marks = left.marks.into_iter().chain(moved(right.marks, half + BETWEEN, 0.0)).collect();
        Some(Piece { above: 3.0, height, marks, ..Piece::default() })
    }

    fn grid<'t>(&mut self, table: &'t Table, width: f32, look: Look) -> Grid<'t> {
        let (size, slots) = self.fitting(table, width, look.size);
        let ends_in_numbers = table.columns.last().is_some_and(|column| column.is_number);
        Grid {
            table,
            look: Look { size, row: look.row * self.row_share },
            slots: if ends_in_numbers { to_the_edge(slots, width) } else { slots },
            node: self.node(Role::Table, None),
            width,
            most: (0..table.columns.len()).map(|column| most(table, column)).collect(),
            has_groups: has_groups(table),
        }
    }

    fn head(&mut self, grid: &Grid<'_>) -> Piece {
        let style = Style::weak(grid.look.size - 0.5);
        let node = self.node(Role::Row, Some(grid.node));
        let columns = grid.table.columns.iter().zip(&grid.slots);
        let mut cells: Vec<(Vec<Line>, usize)> = Vec::new();
        for (column, slot) in columns.clone() {
            let cell = self.node(Role::ColumnHeading, Some(node));
            cells.push((self.heading(&column.heading, style, slot.width), cell));
        }
        let most = cells.iter().map(|(lines, _)| lines.len()).max().unwrap_or(1);
        let leading = style.size * 1.26;
        let height = leading * count(most) + 5.0;
        let mut marks = Vec::new();
        for ((column, slot), (lines, cell)) in columns.zip(&cells) {
            let (x, side) = if column.is_number { (slot.right(), Side::Right) } else { (slot.left, Side::Left) };
            let above = leading * count(most - lines.len());
            for (index, line) in lines.iter().enumerate() {
                let baseline = above + leading * count(index) + style.size * 0.98;
                marks.extend(placed(line, [x, baseline], side, Some(*cell)));
            }
        }
        marks.push(level(height, 0.0, grid.width, Ink::TEXT, RULE));
        Piece { height, marks, keeps_next: true, ..Piece::default() }
    }

    /// A heading in one line, or in two about as long as each other.
    fn heading(&mut self, heading: &str, style: Style, width: f32) -> Vec<Line> {
        let (narrowest, halves) = self.halved(heading, style);
        if narrowest > width || self.typesetter.width(heading, style) <= width {
            return self.typesetter.lines(heading, style, Some(width));
        }
        halves.iter().map(|half| self.typesetter.line(half, style)).collect()
    }

    fn row(&mut self, grid: &Grid<'_>, row: &Row) -> Piece {
        let size = grid.look.size;
        let node = self.node(Role::Row, Some(grid.node));
        let shown = if row.remark.is_some() { tail(row) } else { row.cells.len() };
        let leading = Style::plain(size).leading();
        let pad = (grid.look.row - leading) / 2.0;
        let mut marks = Vec::new();
        let mut most = 1;
        for (column, cell) in row.cells.iter().take(shown).enumerate() {
            let role = if column == 0 { Role::RowHeading } else { Role::Cell(1) };
            let part = self.node(role, Some(node));
            let style = style(row, column, size, grid.has_groups);
            let left = if column == 0 { indent(row) } else { 0.0 };
            let is_locked = column == 0 && row.is_locked;
            let room = grid.room(row, column) - left - if column == 0 { lock_room(row) } else { 0.0 };
            // An empty cell is a space, so that every row has as many cells as its table has columns.
            let text = if *cell == Cell::Empty { " " } else { without_letter(row, column, cell.shown()) };
            let lines = self.typesetter.lines(text, style, Some(room.max(4.0)));
            most = most.max(lines.len());
            let slot = grid.slots[column];
            if column == 0 && row.rank == Rank::Group {
                marks.extend(self.chip(row, slot.left, grid.look.row / 2.0, part));
            }
            let is_number = grid.table.columns[column].is_number;
            let begin = if is_number { (slot.right(), Side::Right) } else { (slot.left + left, Side::Left) };
            for (index, line) in lines.iter().enumerate() {
                let baseline = pad + leading * (count(index) + 0.5) + size * 0.36;
                marks.extend(placed(line, [begin.0, baseline], begin.1, Some(part)));
                if is_locked && index + 1 == lines.len() {
                    let sign = self.node(Role::Sign(self.words.text("report-locked")), Some(part));
                    marks.extend(lock([begin.0 + line.width + LOCK_ROOM - LOCK, baseline], sign));
                }
            }
            marks.extend(grid.bar(row, column));
        }
        if let Some(remark) = &row.remark {
            let (lines, part) = self.row_remark(grid, remark, (shown, node));
            most = most.max(lines.len());
            let x = grid.slots.last().map_or(grid.width, |slot| slot.right());
            for (index, line) in lines.iter().enumerate() {
                let baseline = pad + leading * (count(index) + 0.5) + size * 0.36;
                marks.extend(placed(line, [x, baseline], Side::Right, Some(part)));
            }
        }
        let height = grid.look.row + leading * count(most - 1);
        let marks = grid.lines(row, height).into_iter().chain(marks).chain(grid.last_line(row, height)).collect();
        Piece { height: height + if row.rank == Rank::Total { 2.0 } else { 0.0 }, marks, ..Piece::default() }
    }

    fn row_remark(&mut self, grid: &Grid<'_>, remark: &str, (first, node): (usize, usize)) -> (Vec<Line>, usize) {
        let columns = u32::try_from(grid.slots.len() - first.min(grid.slots.len())).unwrap_or(1);
        let part = self.node(Role::Cell(columns.max(1)), Some(node));
        let begin = grid.slots.get(first).map_or(0.0, |slot| slot.left);
        let room = grid.slots.last().map_or(grid.width, |slot| slot.right()) - begin;
        (self.typesetter.lines(remark, Style::weak(grid.look.size - 0.5), Some(room)), part)
    }

    /// The letter of a task on its ground.
    fn chip(&mut self, row: &Row, left: f32, middle: f32, part: usize) -> Vec<Mark> {
        let Some(task) = row.task else { return Vec::new() };
        let (ink, ground) = Ink::task_letter(task);
        let mut marks = vec![filled([left + 1.0, middle - CHIP / 2.0], [CHIP, CHIP], ground)];
        let style = Style::strong(7.0).inked(ink);
        // The space keeps the letter apart from the name where the text is copied.
        let line = self.typesetter.line(&format!("{} ", task.letter()), style);
        marks.extend(placed(&line, [left + 1.0 + CHIP / 2.0, middle + 7.0 * 0.36], Side::Middle, Some(part)));
        marks
    }
}

/// The same once more, not to be read a second time.
fn decoration(piece: &Piece) -> Piece {
    let marks = piece.marks.iter().map(|mark| Mark { node: None, ..mark.clone() }).collect();
    Piece { marks, keeps_next: false, ..piece.clone() }
}

fn has_groups(table: &Table) -> bool {
    table.rows.iter().any(|row| row.rank == Rank::Group)
}

/// The first of the empty cells at the end of a row.
fn tail(row: &Row) -> usize {
    row.cells.iter().rposition(|cell| *cell != Cell::Empty).map_or(0, |last| last + 1)
}

fn indent(row: &Row) -> f32 {
    if row.rank == Rank::Group && row.task.is_some() { CHIP_ROOM } else { INDENT * count(row.depth) }
}

fn lock_room(row: &Row) -> f32 {
    if row.is_locked { LOCK_ROOM } else { 0.0 }
}

/// A closed lock that stands on the baseline: a body, and above it a shackle.
fn lock([x, baseline]: [f32; 2], node: usize) -> Vec<Mark> {
    let line = Some(Stroke::solid(Ink::WEAK, 0.7));
    let (tall, top) = (LOCK * 0.74, baseline - LOCK * 0.74);
    let (middle, radius) = (x + LOCK / 2.0, LOCK * 0.29);
    let body = vec![[x, top], [x + LOCK, top], [x + LOCK, top + tall], [x, top + tall]];
    let bend = (0_u8..=8).map(|step| {
        let angle = std::f32::consts::PI * f32::from(step) / 8.0;
        [middle - radius * angle.cos(), top - LOCK * 0.16 - radius * angle.sin()]
    });
    let shackle: Vec<[f32; 2]> =
        std::iter::once([middle - radius, top]).chain(bend).chain([[middle + radius, top]]).collect();
    let marks = [path(body, true, None, line), path(shackle, false, None, line)];
    marks.map(|mark| Mark { node: Some(node), ..mark }).into()
}

/// The name of a group without the letter that stands on its chip.
fn without_letter<'a>(row: &Row, column: usize, text: &'a str) -> &'a str {
    match row.task {
        Some(task) if column == 0 && row.rank == Rank::Group => {
            text.strip_prefix(task.letter()).map_or(text, str::trim_start)
        }
        _ => text,
    }
}

fn style(row: &Row, column: usize, size: f32, has_groups: bool) -> Style {
    let is_words = column > 0 && matches!(row.cells.get(column), Some(Cell::Text(_)));
    match row.rank {
        // Ranges of sums are as light as those of their parts.
        Rank::Group | Rank::Total | Rank::Item if has_groups && is_words => Style::weak(size - 0.5),
        Rank::Group | Rank::Total => Style::strong(size),
        Rank::Part => Style::weak(size - 0.3),
        Rank::Item => Style::plain(size),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few lines or columns")]
fn count(number: usize) -> f32 {
    number as f32
}
