//! The columns of a table and where they stand.

use eframe::egui::Align;

/// A column: a fixed width or a share of what is left.
#[must_use]
#[derive(Clone, Copy, Debug)]
pub struct Column {
    width: f32,
    weight: f32,
    most: f32,
    align: Align,
}

impl Column {
    /// A column of fixed width.
    pub const fn fixed(width: f32) -> Self {
        Self { width, weight: 0.0, most: f32::INFINITY, align: Align::LEFT }
    }

    /// A column that takes its share of the rest, and at least `least`.
    pub const fn flex(weight: f32, least: f32) -> Self {
        Self { width: least, weight, most: f32::INFINITY, align: Align::LEFT }
    }

    /// Lets a column of names grow to this width only, so that in a wide window they stay near their numbers: what it
    /// leaves goes to all others, as they are wide.
    pub const fn at_most(mut self, most: f32) -> Self {
        self.most = most;
        self
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

/// The share of its width that a column of numbers can do without.
const GIVES_WAY: f32 = 0.38;

/// How much of a room texts get that would take these widths: all they want as far as there is room; where there is not, the longest
/// give way first, down to one width.
#[must_use]
pub fn fair<const N: usize>(wanted: [f32; N], room: f32) -> [f32; N] {
    let mut order: [usize; N] = std::array::from_fn(|index| index);
    order.sort_by(|one, other| wanted[*one].total_cmp(&wanted[*other]));
    let (mut given, mut rest) = (wanted, room);
    for (done, index) in order.into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let share = rest.max(0.0) / (N - done) as f32;
        given[index] = wanted[index].min(share);
        rest -= given[index];
    }
    given
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
        let widths = self.widths(self.width - self.inset.0 - self.inset.1 - gaps);
        let mut left = self.inset.0;
        self.spans.clear();
        for width in widths {
            self.spans.push((left, left + width));
            left += width + self.gap;
        }
    }

    /// How wide the columns are within `room`. Where even the least is too much, columns of numbers give way first, as
    /// numbers get smaller; then the shared ones do, so that a table never runs out of its page.
    fn widths(&self, room: f32) -> Vec<f32> {
        let is_number = |column: &Column| column.align == Align::RIGHT;
        let numbers: f32 = self.list.iter().filter(|column| is_number(column)).map(|column| column.width).sum();
        let lacking = self.list.iter().map(|column| column.width).sum::<f32>() - room;
        let given = if numbers > 0.0 { lacking.clamp(0.0, numbers * GIVES_WAY) / numbers } else { 0.0 };
        let least = |column: &Column| if is_number(column) { column.width * (1.0 - given) } else { column.width };
        let rest = room - self.list.iter().map(least).sum::<f32>();
        let weights: f32 = self.list.iter().map(|column| column.weight).sum();
        let share = |column: &Column| if weights > 0.0 { rest * column.weight / weights } else { 0.0 };
        let width = |column: &Column| (least(column) + share(column)).max(0.0);
        // A name that is longer than what is shared out keeps its room.
        let kept = |column: &Column| width(column).min(column.most.max(column.width));
        let left: f32 = self.list.iter().map(|column| width(column) - kept(column)).sum();
        let takes = |column: &Column| if column.most.is_finite() { 0.0 } else { least(column) };
        let all = self.list.iter().map(takes).sum::<f32>().max(f32::MIN_POSITIVE);
        self.list.iter().map(|column| kept(column) + left * takes(column) / all).collect()
    }

    /// The space between them.
    #[must_use]
    pub fn gap(&self) -> f32 {
        self.gap
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "whole numbers")]
    fn the_longest_give_way_first_and_nobody_is_cut_while_there_is_room() {
        assert_eq!(fair([100.0, 300.0, 50.0], 450.0), [100.0, 300.0, 50.0]);
        assert_eq!(fair([100.0, 300.0, 50.0], 350.0), [100.0, 200.0, 50.0]);
        assert_eq!(fair([400.0, 300.0, 50.0], 450.0), [200.0, 200.0, 50.0]);
        assert_eq!(fair([400.0, 300.0, 50.0], 90.0), [30.0, 30.0, 30.0]);
        assert_eq!(fair([400.0, 300.0], -5.0), [0.0, 0.0]);
    }
}
