//! A report as a document: what every format writes, each in its own way.

pub mod contents;
pub mod proposal;

/// A document: a title, and blocks in reading order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The title.
    pub title: String,
    /// Everything below it.
    pub blocks: Vec<Block>,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
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
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Heading, with the unit.
    pub heading: String,
    /// Whether it holds numbers, which stand at the right.
    pub is_number: bool,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn words(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), is_number: false }
    }

    /// A column of numbers.
    #[must_use]
    pub fn numbers(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), is_number: true }
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
        /// For reading: `1,269.5`.
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
