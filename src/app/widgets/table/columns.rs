//! The columns of a table and where they stand.

use eframe::egui::Align;

/// A column: a fixed width or a share of what is left.
#[must_use]
#[derive(Clone, Copy, Debug)]
pub struct Column {
    width: f32,
    weight: f32,
    align: Align,
}

impl Column {
    /// A column of fixed width.
    pub const fn fixed(width: f32) -> Self {
        Self { width, weight: 0.0, align: Align::LEFT }
    }

    /// A column that takes its share of the rest, and at least `least`.
    pub const fn flex(weight: f32, least: f32) -> Self {
        Self { width: least, weight, align: Align::LEFT }
    }

    /// Aligns the column right, as numbers are.
    pub const fn right(mut self) -> Self {
        self.align = Align::RIGHT;
        self
    }

    /// Centres the column.
    pub const fn center(mut self) -> Self {
        self.align = Align::Center;
        self
    }
}

/// The columns of a table over its width.
pub struct Columns {
    list: Vec<Column>,
    spans: Vec<(f32, f32)>,
    gap: f32,
    inset: (f32, f32),
    width: f32,
}

impl Columns {
    /// Columns over a width, 12 px apart.
    #[must_use]
    pub fn over(width: f32, columns: &[Column]) -> Self {
        let mut columns = Self { list: columns.to_vec(), spans: Vec::new(), gap: 12.0, inset: (0.0, 0.0), width };
        columns.place();
        columns
    }

    /// The width of the table.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.width
    }

    /// Sets the space between them.
    pub fn set_gap(&mut self, gap: f32) {
        self.gap = gap;
        self.place();
    }

    /// Sets the space kept free at the left and right end.
    pub fn set_inset(&mut self, left: f32, right: f32) {
        self.inset = (left, right);
        self.place();
    }

    fn place(&mut self) {
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let gaps = self.gap * self.list.len().saturating_sub(1) as f32;
        let fixed: f32 = self.list.iter().map(|column| column.width).sum();
        let weights: f32 = self.list.iter().map(|column| column.weight).sum();
        // Where even the least is too much the shared columns give way, so that a table never runs out of its page.
        let rest = self.width - self.inset.0 - self.inset.1 - gaps - fixed;
        let mut left = self.inset.0;
        self.spans.clear();
        for column in &self.list {
            let share = if weights > 0.0 { rest * column.weight / weights } else { 0.0 };
            let width = (column.width + share).max(0.0);
            self.spans.push((left, left + width));
            left += width + self.gap;
        }
    }

    /// Left and right edge of a column, measured from the table's left.
    #[must_use]
    pub fn span(&self, column: usize) -> (f32, f32) {
        self.spans.get(column).copied().unwrap_or_default()
    }

    /// How a column is aligned.
    #[must_use]
    pub fn align(&self, column: usize) -> Align {
        self.list.get(column).map_or(Align::LEFT, |column| column.align)
    }
}
