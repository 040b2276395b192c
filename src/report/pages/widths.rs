//! How wide the columns of a table are.

/// What a column needs and what it would like.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Wanted {
    /// Below this it cannot be read.
    pub(super) least: f32,
    /// With this nothing in it is broken.
    pub(super) natural: f32,
}

/// The space between columns, at least and at most.
const GAP: f32 = 8.0;
const WIDE_GAP: f32 = 44.0;

/// Where a column stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Slot {
    pub(super) left: f32,
    pub(super) width: f32,
}

impl Slot {
    pub(super) fn right(self) -> f32 {
        self.left + self.width
    }
}

/// Gives every column its place. Where the room is too narrow for what they would like, columns give way in proportion
/// to what they can; `None` where even the least of all is too wide.
pub(super) fn slots(columns: &[Wanted], room: f32) -> Option<Vec<Slot>> {
    let natural: Vec<f32> = columns.iter().map(|column| column.natural).collect();
    let gaps = count(columns.len().saturating_sub(1));
    let spare = room - natural.iter().sum::<f32>() - GAP * gaps;
    if spare >= 0.0 {
        let gap = GAP + if gaps > 0.0 { (spare / gaps).min(WIDE_GAP - GAP) } else { 0.0 };
        return Some(beside(&natural, gap));
    }
    let can_give: f32 = columns.iter().map(|column| column.natural - column.least).sum();
    let given = -spare / can_give;
    (can_give > 0.0 && given <= 1.0).then(|| {
        let narrowed: Vec<f32> =
            columns.iter().map(|column| column.natural - (column.natural - column.least) * given).collect();
        beside(&narrowed, GAP)
    })
}

/// The same columns with the last one at the right edge; the room stands behind the first one.
pub(super) fn to_the_edge(mut slots: Vec<Slot>, room: f32) -> Vec<Slot> {
    let spare = slots.last().map_or(0.0, |last| room - last.right()).max(0.0);
    slots.iter_mut().skip(1).for_each(|slot| slot.left += spare);
    slots
}

/// Whether every column gets what it would like.
pub(super) fn fit_whole(columns: &[Wanted], room: f32) -> bool {
    let natural: f32 = columns.iter().map(|column| column.natural).sum();
    natural + GAP * count(columns.len().saturating_sub(1)) <= room
}

/// Every column as much too narrow as the others: for a table that fits no paper.
pub(super) fn squeezed(columns: &[Wanted], room: f32) -> Vec<Slot> {
    let gaps = count(columns.len().saturating_sub(1));
    let least: f32 = columns.iter().map(|column| column.least).sum();
    let share = (room - GAP * gaps).max(1.0) / least.max(1.0);
    beside(&columns.iter().map(|column| column.least * share).collect::<Vec<_>>(), GAP)
}

fn beside(widths: &[f32], gap: f32) -> Vec<Slot> {
    let mut left = 0.0;
    let slot = |width: &f32| {
        let slot = Slot { left, width: *width };
        left += width + gap;
        slot
    };
    widths.iter().map(slot).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a few columns")]
fn count(number: usize) -> f32 {
    number as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(least: f32, natural: f32) -> Wanted {
        Wanted { least, natural }
    }

    fn end(slots: &[Slot]) -> f32 {
        slots.last().unwrap().right()
    }

    #[test]
    fn columns_get_what_they_like_where_there_is_room() {
        let slots = slots(&[wanted(40.0, 100.0), wanted(50.0, 50.0)], 500.0).unwrap();
        assert_eq!(slots, [Slot { left: 0.0, width: 100.0 }, Slot { left: 144.0, width: 50.0 }]);
    }

    #[test]
    fn numbers_stand_at_the_edge() {
        let columns = [wanted(40.0, 100.0), wanted(50.0, 50.0), wanted(30.0, 30.0)];
        let slots = to_the_edge(slots(&columns, 500.0).unwrap(), 500.0);
        assert_eq!(slots.iter().map(|slot| slot.left).collect::<Vec<_>>(), [0.0, 376.0, 470.0]);
        assert!((end(&slots) - 500.0).abs() < 1e-3, "{slots:?}");
    }

    #[test]
    fn words_give_way_to_numbers() {
        let slots = slots(&[wanted(40.0, 300.0), wanted(50.0, 50.0), wanted(60.0, 60.0)], 200.0).unwrap();
        assert_eq!((slots[1].width, slots[2].width), (50.0, 60.0));
        assert!((end(&slots) - 200.0).abs() < 1e-3, "{slots:?}");
    }

    #[test]
    fn what_fits_no_paper_is_squeezed_into_it() {
        let columns = [wanted(400.0, 400.0), wanted(300.0, 300.0)];
        assert_eq!(slots(&columns, 500.0), None);
        assert!((end(&squeezed(&columns, 500.0)) - 500.0).abs() < 1e-3);
    }
}
