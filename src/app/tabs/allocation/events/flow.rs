//! Where the bars and bands of a drawing of transfers stand: who pays at the left, who is paid at the right.

use eframe::egui::Rangef;

use crate::calc::settlement::Transfer;

/// Room for the two lines of words beside a bar.
const ROOM: f32 = 32.0;
/// Between the bars of one group.
const GAP: f32 = 4.0;
/// Between groups that have nothing to do with each other.
const GROUP_GAP: f32 = 18.0;

/// A drawing, measured from its top.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// Who pays.
    pub(super) left: Vec<Bar>,
    /// Who is paid.
    pub(super) right: Vec<Bar>,
    /// One band a transfer, in the order of the transfers.
    pub(super) bands: Vec<Ends>,
    pub(super) height: f32,
}

/// The bar of one party.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bar {
    pub(super) party: usize,
    pub(super) y: Rangef,
}

/// Where a band begins at the left and ends at the right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    pub(super) from: Rangef,
    pub(super) to: Rangef,
}

impl Flow {
    /// Arranges transfers in about `height`, in more where the words need it. Each party has its rank; the group of
    /// `first` stands on top.
    pub(super) fn of(transfers: &[Transfer], ranks: &[usize], first: Option<usize>, height: f32) -> Self {
        let mut groups = groups(transfers, ranks);
        let is_first =
            |group: &Group| first.is_some_and(|party| group.left.contains(&party) || group.right.contains(&party));
        groups.sort_by_key(|group| !is_first(group));
        let scale = scale(transfers, &groups, height);
        let nowhere = Ends { from: Rangef::NOTHING, to: Rangef::NOTHING };
        let mut flow = Self { bands: vec![nowhere; transfers.len()], ..Self::default() };
        for (index, group) in groups.iter().enumerate() {
            flow.height += if index == 0 { 0.0 } else { GROUP_GAP };
            flow.place(transfers, group, scale);
        }
        flow
    }

    fn place(&mut self, transfers: &[Transfer], group: &Group, scale: f32) {
        let height = group.height(transfers, scale);
        let left = stack(&group.left, (self.height, height), &|party| paid(transfers, party, scale));
        let right = stack(&group.right, (self.height, height), &|party| got(transfers, party, scale));
        // The bands of a bar lie in the order of their other ends, so that they do not cross before they must.
        for bar in &left {
            let mut y = bar.y.min;
            for other in &group.right {
                for index in between(transfers, (bar.party, *other)) {
                    let thick = thickness(&transfers[index], scale);
                    self.bands[index].from = Rangef::new(y, y + thick);
                    y += thick;
                }
            }
        }
        for bar in &right {
            let mut y = bar.y.min;
            for other in &group.left {
                for index in between(transfers, (*other, bar.party)) {
                    let thick = thickness(&transfers[index], scale);
                    self.bands[index].to = Rangef::new(y, y + thick);
                    y += thick;
                }
            }
        }
        self.left.extend(left);
        self.right.extend(right);
        self.height += height;
    }
}

/// Parties that pay one another, in the order in which they stand.
struct Group {
    left: Vec<usize>,
    right: Vec<usize>,
}

impl Group {
    fn height(&self, transfers: &[Transfer], scale: f32) -> f32 {
        let side = |parties: &[usize], tall: &dyn Fn(usize) -> f32| -> f32 {
            parties.iter().map(|&party| tall(party).max(ROOM)).sum::<f32>() + GAP * gaps(parties)
        };
        side(&self.left, &|party| paid(transfers, party, scale))
            .max(side(&self.right, &|party| got(transfers, party, scale)))
    }
}

/// Parties joined by transfers. Both sides stand in the order in which their debts were set off against one another,
/// so no bands cross.
fn groups(transfers: &[Transfer], ranks: &[usize]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for transfer in transfers {
        let mut joined = Group { left: vec![transfer.from], right: vec![transfer.to] };
        groups.retain_mut(|group| {
            let touches = group.left.contains(&transfer.from) || group.right.contains(&transfer.to);
            if touches {
                joined.left.append(&mut group.left);
                joined.right.append(&mut group.right);
            }
            !touches
        });
        groups.push(joined);
    }
    for side in groups.iter_mut().flat_map(|group| [&mut group.left, &mut group.right]) {
        side.sort_unstable_by_key(|&party| ranks.get(party).copied());
        side.dedup();
    }
    groups
}

/// Points a minor unit: as many as fit into the height, but enough for the largest bar to be seen.
fn scale(transfers: &[Transfer], groups: &[Group], height: f32) -> f32 {
    let largest = transfers.iter().map(|transfer| thickness(transfer, 1.0)).fold(1.0, f32::max);
    let least = ROOM / 2.0 / largest;
    let needed = |scale: f32| -> f32 {
        groups.iter().map(|group| group.height(transfers, scale)).sum::<f32>() + GROUP_GAP * gaps(groups)
    };
    let (mut fits, mut too_much) = (0.0, height / largest);
    for _ in 0..30 {
        let middle = f32::midpoint(fits, too_much);
        if needed(middle) <= height { fits = middle } else { too_much = middle }
    }
    fits.max(least)
}

/// Bars of one side below one another, in the middle of a group's height.
fn stack(parties: &[usize], (top, height): (f32, f32), tall: &dyn Fn(usize) -> f32) -> Vec<Bar> {
    let slots: f32 = parties.iter().map(|&party| tall(party).max(ROOM)).sum();
    let mut y = top + (height - slots - GAP * gaps(parties)) / 2.0;
    parties
        .iter()
        .map(|&party| {
            let (bar, slot) = (tall(party), tall(party).max(ROOM));
            let start = y + (slot - bar) / 2.0;
            y += slot + GAP;
            Bar { party, y: Rangef::new(start, start + bar) }
        })
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "a handful")]
fn gaps<T>(things: &[T]) -> f32 {
    things.len().saturating_sub(1) as f32
}

/// Height of the bar of a party that pays.
fn paid(transfers: &[Transfer], party: usize, scale: f32) -> f32 {
    transfers.iter().filter(|transfer| transfer.from == party).map(|transfer| thickness(transfer, scale)).sum()
}

/// Height of the bar of a party that is paid.
fn got(transfers: &[Transfer], party: usize, scale: f32) -> f32 {
    transfers.iter().filter(|transfer| transfer.to == party).map(|transfer| thickness(transfer, scale)).sum()
}

/// Thin bands are still seen.
#[expect(clippy::cast_precision_loss, reason = "a height on the screen")]
fn thickness(transfer: &Transfer, scale: f32) -> f32 {
    (transfer.amount.minor() as f32 * scale).max(1.5)
}

fn between(transfers: &[Transfer], (from, to): (usize, usize)) -> impl Iterator<Item = usize> {
    let matches = move |transfer: &Transfer| transfer.from == from && transfer.to == to;
    transfers.iter().enumerate().filter(move |(_, transfer)| matches(transfer)).map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calc::settlement::settle;
    use crate::plan::Money;

    fn settled(minor: &[i64]) -> Vec<Transfer> {
        let balances: Vec<Money> = minor.iter().map(|minor| Money::from_minor(*minor).unwrap()).collect();
        settle(&balances).unwrap().transfers
    }

    fn flow(minor: &[i64], first: Option<usize>, height: f32) -> Flow {
        let ranks: Vec<usize> = (0..minor.len()).collect();
        Flow::of(&settled(minor), &ranks, first, height)
    }

    #[test]
    fn our_group_stands_on_top_and_heights_are_amounts() {
        let flow = flow(&[12_000, 16_000, -12_000, -8_000, -8_000], Some(1), 188.0);
        let parties = |side: &[Bar]| side.iter().map(|bar| bar.party).collect::<Vec<_>>();
        assert_eq!((parties(&flow.left), parties(&flow.right)), (vec![3, 4, 2], vec![1, 0]));
        let spans: Vec<f32> = flow.bands.iter().map(|band| band.from.span()).collect();
        assert!((spans[0] / spans[1] - 1.5).abs() < 0.01 && (flow.height - 188.0).abs() < 0.5, "{flow:?}");
        assert!((flow.right[0].y.span() - 2.0 * spans[1]).abs() < 0.01);
    }

    #[test]
    fn many_parties_take_the_room_their_words_need_and_never_overlap() {
        let mut minor: Vec<i64> = (1..30).map(|party| party * party * 1_001 - 60_000).collect();
        minor.push(-minor.iter().sum::<i64>());
        let flow = flow(&minor, None, 150.0);
        assert!(flow.height >= 15.0 * ROOM);
        for side in [&flow.left, &flow.right] {
            for pair in side.windows(2) {
                assert!(pair[0].y.max < pair[1].y.min && pair[1].y.center() - pair[0].y.center() >= ROOM - 0.1);
            }
            assert!(side.iter().all(|bar| bar.y.min >= -0.1 && bar.y.max <= flow.height + 0.1));
        }
    }

    #[test]
    fn bands_do_not_cross() {
        let flow = flow(&[-700, 410, -333, 1_207, -95, 88, -611, 34], None, 200.0);
        for one in &flow.bands {
            for other in &flow.bands {
                assert!(one.from.min >= other.from.min || one.to.min <= other.to.min, "{flow:?}");
            }
        }
    }

    #[test]
    fn nothing_is_nothing() {
        let flow = flow(&[], Some(0), 100.0);
        assert!(flow.left.is_empty() && flow.bands.is_empty() && flow.height.abs() < f32::EPSILON);
    }
}
