//! A report as a document: what every format writes, each in its own way.

pub mod contents;
pub mod drawing;
pub mod import;
pub mod months;
pub mod proposal;
mod proven;
pub mod risk;
pub mod rollup;
pub mod scenarios;

use crate::plan::Task;
use crate::report::summary::figure::Number;

use self::drawing::Drawing;

/// A document: a title, and blocks in reading order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The title.
    pub title: String,
    /// Who made it; may be empty.
    pub author: String,
    /// Everything below it.
    pub blocks: Vec<Block>,
    /// The parts that have something to say, in reading order, each with the number of headings that stand
    /// before its own on paper.
    pub parts: Vec<(contents::Part, usize)>,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Whose plan, for which time, in which currency.
    About(Vec<String>),
    /// What the planner says beside the plan.
    Cover(Cover),
    /// The heading of a section.
    Heading(String),
    /// One paragraph.
    Paragraph(String),
    /// The main figures, side by side or one a line.
    Figures(Vec<Figure>),
    /// A table.
    Table(Table),
    /// Short paragraphs of equal rank.
    List(Vec<String>),
    /// A drawing. Formats of text leave it out: what it shows stands in words and tables too.
    Drawing(Drawing),
    /// Two columns that stand side by side where there is room, otherwise one after the other.
    Beside(Vec<Self>, Vec<Self>),
    /// Where the reader decides with a pen. Formats of text leave it out.
    Decision(Decision),
}

/// What the planner says to the person who decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// Short lines: to whom, by when.
    pub lines: Vec<String>,
    /// The remark, paragraph by paragraph.
    pub remark: Vec<String>,
}

impl Cover {
    /// All of it, line by line.
    pub fn all(&self) -> impl Iterator<Item = &String> {
        self.lines.iter().chain(&self.remark)
    }
}

/// A line on which a decision is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What is asked for.
    pub label: String,
    /// What can be chosen.
    pub choices: Vec<String>,
    /// The word before the signature.
    pub signature: String,
    /// The word before the day.
    pub day: String,
}

impl Document {
    /// The blocks that can be read as text, in reading order: columns one after the other, nothing that is drawn.
    #[must_use]
    pub fn readable(&self) -> Vec<&Block> {
        readable(&self.blocks)
    }
}

/// How many headings blocks have on paper, those of drawings included.
fn headings(blocks: &[Block]) -> usize {
    let of_block = |block: &Block| match block {
        Block::Heading(_) => 1,
        Block::Drawing(drawing) => usize::from(!drawing.title.is_empty()),
        Block::Beside(left, right) => headings(left) + headings(right),
        _ => 0,
    };
    blocks.iter().map(of_block).sum()
}

fn readable(blocks: &[Block]) -> Vec<&Block> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Drawing(_) | Block::Decision(_) => {}
            Block::Beside(left, right) => found.extend(readable(left).into_iter().chain(readable(right))),
            block => found.push(block),
        }
    }
    found
}

/// One main figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it is, with its unit.
    pub label: String,
    /// The figure.
    pub value: Cell,
    /// What to know about it; may be empty.
    pub remark: String,
    /// What it looks like, drawn small before it. Formats of text leave it out.
    pub pyramid: Option<drawing::Pyramid>,
}

/// A table whose rows are all as long as its columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Heading of the remarks, for formats that give them a column of their own.
    pub remarks: String,
    /// Whether its halves may stand side by side on paper.
    pub in_halves: bool,
}

impl Table {
    /// The table without a column, if nothing stands in it.
    #[must_use]
    pub fn without_empty(mut self, column: usize) -> Self {
        let is_empty = |row: &Row| row.cells.get(column).is_none_or(|cell| *cell == Cell::Empty);
        if column < self.columns.len() && self.rows.iter().all(is_empty) {
            self.columns.remove(column);
            self.rows.iter_mut().filter(|row| column < row.cells.len()).for_each(|row| {
                row.cells.remove(column);
            });
        }
        self
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Heading, with the unit.
    pub heading: String,
    /// Whether it holds numbers, which stand at the right.
    pub is_number: bool,
    /// Whether bars stand beside its numbers where there is room.
    pub bars: Option<Bars>,
}

/// Bars beside the numbers of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bars {
    /// From zero, of the ordinary rows.
    Size,
    /// To either side of zero.
    Change,
    /// From the number in the column before to the one in this, around a value in the same unit.
    Between {
        /// Where the lower part ends and the upper one begins.
        around: f64,
    },
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn words(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), is_number: false, bars: None }
    }

    /// A column of numbers.
    #[must_use]
    pub fn numbers(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), is_number: true, bars: None }
    }

    /// The same column with bars.
    #[must_use]
    pub fn with_bars(self, bars: Bars) -> Self {
        Self { bars: Some(bars), ..self }
    }
}

/// The rank of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rank {
    /// Heads a group and holds its subtotals.
    Group,
    /// Heads a part of a group and holds its subtotals.
    Part,
    /// An ordinary row of a group or of a table without groups.
    #[default]
    Item,
    /// The total of everything above.
    Total,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its rank.
    pub rank: Rank,
    /// How deep it stands below its group.
    pub depth: usize,
    /// Its cells, one a column.
    pub cells: Vec<Cell>,
    /// Said where its last cells are empty.
    pub remark: Option<String>,
    /// The task it belongs to.
    pub task: Option<Task>,
    /// Whether its money stays where it is; on paper a lock stands behind its name.
    pub is_locked: bool,
}

impl Row {
    /// An ordinary row.
    #[must_use]
    pub fn item(cells: Vec<Cell>) -> Self {
        Self { cells, ..Self::default() }
    }

    /// A total.
    #[must_use]
    pub fn total(cells: Vec<Cell>) -> Self {
        Self { rank: Rank::Total, cells, ..Self::default() }
    }
}

/// A cell: words, or a number as shown and as data.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A number.
    Number {
        /// For reading: `1,270`.
        shown: String,
        /// For calculating, in the unit of the heading: `1269.5`.
        data: String,
    },
}

impl Cell {
    /// Words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A number as it is shown, and as data.
    #[must_use]
    pub fn number(shown: String, value: f64) -> Self {
        Self::Number { shown, data: Number(value).clean().to_string() }
    }

    /// What a reader sees.
    #[must_use]
    pub fn shown(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Text(text) => text,
            Self::Number { shown, .. } => shown,
        }
    }
}
