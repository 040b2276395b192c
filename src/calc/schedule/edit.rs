//! Changing when a channel spends. After each edit its months come to what it gets, to the minor unit.

use crate::plan::{Channel, Money, Schedule};

use super::spread;

/// Gives months so much each; the channel gets what all of its months then come to. `None`, and nothing is changed, where that is
/// too large, or one of them is not in the period.
pub fn put(channel: &mut Channel, cells: &[(usize, Money)], months: usize) -> Option<()> {
    let mut spends = spread(&channel.schedule, channel.spend, months);
    for (month, amount) in cells {
        *spends.get_mut(*month)? = *amount;
    }
    channel.spend = Money::total(spends.iter().copied())?;
    channel.schedule.spend = spends;
    Some(())
}

/// Keeps the money of a month as it is, or opens it again.
pub fn lock(channel: &mut Channel, month: usize, locked: bool, months: usize) {
    // What stays as it is has to be stated.
    if locked {
        channel.schedule.spend = spread(&channel.schedule, channel.spend, months);
    }
    channel.schedule.set_locked(month, locked);
}

/// Says whether the channel cannot run in a month. The money of that month goes to its open months in their proportion; where there
/// is none, the channel gets that much less.
pub fn close(channel: &mut Channel, month: usize, closed: bool, months: usize) {
    let mut spends = spread(&channel.schedule, channel.spend, months);
    let own = &mut channel.schedule;
    own.set_off(month, closed);
    if !closed {
        return;
    }
    own.set_locked(month, false);
    if own.spend.is_empty() {
        return;
    }
    let freed = spends.get_mut(month).map(std::mem::take).unwrap_or_default();
    own.spend = spends;
    if has_open(own, months) {
        own.spend = spread(own, channel.spend, months);
    } else {
        channel.spend = channel.spend.minus(freed).unwrap_or_default();
    }
}

/// Spreads what a channel gets over its open months in the proportion of weights; locked months keep theirs.
pub fn spread_by(channel: &mut Channel, weights: &[Money], months: usize) {
    let own = &channel.schedule;
    if !has_open(own, months) {
        return;
    }
    let weight = |(month, spend): (usize, Money)| match (own.is_locked(month), own.is_off(month)) {
        (true, _) => spend,
        (false, true) => Money::ZERO,
        (false, false) => weights.get(month).copied().unwrap_or_default(),
    };
    let spends = spread(own, channel.spend, months);
    let shape = Schedule { spend: spends.into_iter().enumerate().map(weight).collect(), ..own.clone() };
    channel.schedule.spend = spread(&shape, channel.spend, months);
}

/// Spreads what a channel gets evenly over its open months; without locked ones it has no months of its own then.
pub fn even(channel: &mut Channel, months: usize) {
    if channel.schedule.locked.is_empty() {
        channel.schedule.spend.clear();
    } else {
        spread_by(channel, &weights(&vec![1.0; months]), months);
    }
}

/// Opens all months of a channel and spreads what it gets evenly over those in which it can run.
pub fn forget(channel: &mut Channel) {
    channel.schedule.spend.clear();
    channel.schedule.locked.clear();
}

/// How much each month counts, as weights of money.
#[must_use]
pub fn weights(season: &[f64]) -> Vec<Money> {
    // Far finer than a person states them.
    const FINE: f64 = 1e9;
    let most = season.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    #[allow(clippy::cast_possible_truncation)] // 0 to 1e9
    let weight = |weight: &f64| Money::from_minor((weight / most * FINE).round() as i64).unwrap_or_default();
    season.iter().map(weight).collect()
}

/// The money of locked months: less than that a channel cannot get while they keep theirs.
#[must_use]
pub fn locked(channel: &Channel, months: usize) -> Money {
    let own = &channel.schedule;
    let spends = spread(own, channel.spend, months).into_iter().enumerate();
    Money::total(spends.filter(|(month, _)| own.is_locked(*month)).map(|(_, spend)| spend)).unwrap_or_default()
}

/// Whether the money of any month can change.
#[must_use]
pub fn has_open(schedule: &Schedule, months: usize) -> bool {
    (0..months).any(|month| !schedule.is_locked(month) && !schedule.is_off(month))
}

/// States the cash of months; without any, nothing limits them.
pub fn put_cash(cash: &mut Vec<Option<Money>>, cells: &[(usize, Option<Money>)], months: usize) {
    cash.resize(months, None);
    for (month, amount) in cells {
        if let Some(cell) = cash.get_mut(*month) {
            *cell = *amount;
        }
    }
    if cash.iter().all(Option::is_none) {
        cash.clear();
    }
}

/// States how much months count; those that were never stated count as `inherited` until then.
pub fn put_season(season: &mut Vec<f64>, inherited: &[f64], cells: &[(usize, f64)]) {
    if season.is_empty() {
        *season = inherited.to_vec();
    }
    season.resize(inherited.len(), 0.0);
    for (month, weight) in cells {
        if let Some(cell) = season.get_mut(*month) {
            *cell = *weight;
        }
    }
}

/// States what was spent in a month before the period; the last one is 1 month back.
pub fn put_before(before: &mut Vec<Money>, back: usize, amount: Money) {
    if before.len() < back {
        before.splice(0..0, vec![Money::ZERO; back - before.len()]);
    }
    let place = before.len().checked_sub(back);
    if let Some(cell) = place.and_then(|place| before.get_mut(place)) {
        *cell = amount;
    }
    // Nothing spent long ago needs no words.
    let first = before.iter().position(|amount| *amount != Money::ZERO).unwrap_or(before.len());
    before.drain(..first);
}

/// What was spent in a month before the period; the last one is 1 month back.
#[must_use]
pub fn spent(before: &[Money], back: usize) -> Money {
    let place = before.len().checked_sub(back);
    place.and_then(|place| before.get(place)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::give;
    use super::*;
    use crate::plan::{Id, Task};

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    fn channel(spend: i64, schedule: Schedule) -> Channel {
        Channel { spend: money(spend), schedule, ..Channel::new(Id::new("search"), "Search", Task::A) }
    }

    fn stated(months: &[i64]) -> Schedule {
        Schedule { spend: months.iter().copied().map(money).collect(), ..Schedule::default() }
    }

    fn months(channel: &Channel, count: usize) -> Vec<i64> {
        spread(&channel.schedule, channel.spend, count).into_iter().map(Money::minor).collect()
    }

    #[test]
    fn a_month_that_is_typed_changes_what_the_channel_gets() {
        let mut even = channel(1_000, Schedule::default());
        assert_eq!(put(&mut even, &[(1, money(500))], 3), Some(()));
        assert_eq!((even.spend.minor(), months(&even, 3)), (1_167, vec![333, 500, 334]));
        let before = even.clone();
        assert_eq!(put(&mut even, &[(0, Money::LARGEST)], 3), None);
        assert_eq!(put(&mut even, &[(3, money(1))], 3), None);
        assert_eq!(even, before);
    }

    #[test]
    fn money_of_a_month_in_which_it_cannot_run_goes_to_the_others() {
        let mut pulses = channel(1_000, stated(&[100, 300, 600]));
        close(&mut pulses, 1, true, 3);
        assert_eq!((pulses.spend.minor(), months(&pulses, 3)), (1_000, vec![142, 0, 858]));
        close(&mut pulses, 1, false, 3);
        assert_eq!(months(&pulses, 3), [142, 0, 858]);
        let mut even = channel(1_000, Schedule::default());
        close(&mut even, 1, true, 3);
        assert_eq!((months(&even, 3), even.schedule.spend.len()), (vec![500, 0, 500], 0));
        // Locked months keep theirs, even if the channel gets less.
        let mut locked = channel(1_000, Schedule { locked: [1, 3].into(), ..stated(&[100, 300, 600]) });
        close(&mut locked, 1, true, 3);
        assert_eq!((locked.spend.minor(), months(&locked, 3)), (700, vec![100, 0, 600]));
    }

    #[test]
    fn a_locked_month_is_stated_and_stays() {
        let mut search = channel(1_000, Schedule::default());
        lock(&mut search, 0, true, 4);
        assert_eq!(search.schedule.spend.len(), 4);
        assert_eq!((locked(&search, 4), has_open(&search.schedule, 4)), (money(250), true));
        spread_by(&mut search, &weights(&[5.0, 0.0, 2.0, 1.0]), 4);
        assert_eq!(months(&search, 4), [250, 0, 500, 250]);
        even(&mut search, 4);
        assert_eq!(months(&search, 4), [250, 250, 250, 250]);
        give(&mut search, money(1_300), 4);
        assert_eq!(months(&search, 4), [250, 350, 350, 350]);
        forget(&mut search);
        assert_eq!(search.schedule, Schedule::default());
    }

    #[test]
    fn the_proportion_of_an_equal_channel_is_that_channel() {
        let other = channel(1_001, stated(&[1, 333, 667]));
        let mut search = channel(1_001, stated(&[1_001, 0, 0]));
        spread_by(&mut search, &other.schedule.spend, 3);
        assert_eq!(months(&search, 3), [1, 333, 667]);
    }

    #[test]
    fn what_is_stated_of_one_month_leaves_the_others() {
        let mut cash = Vec::new();
        put_cash(&mut cash, &[(1, Some(money(5)))], 3);
        assert_eq!(cash, [None, Some(money(5)), None]);
        put_cash(&mut cash, &[(1, None)], 3);
        assert!(cash.is_empty());
        let mut season = Vec::new();
        put_season(&mut season, &[1.0, 2.0, 3.0], &[(0, 0.5)]);
        assert_eq!(season, [0.5, 2.0, 3.0]);
        // A list of another length counts nothing where it states nothing.
        let mut season = vec![4.0];
        put_season(&mut season, &[1.0, 1.0, 1.0], &[(2, 2.0)]);
        assert_eq!(season, [4.0, 0.0, 2.0]);
        let mut schedule = Schedule::default();
        put_before(&mut schedule.before, 2, money(7));
        put_before(&mut schedule.before, 1, money(9));
        assert_eq!(schedule.before, [money(7), money(9)]);
        assert_eq!([1, 2, 3].map(|back| spent(&schedule.before, back).minor()), [9, 7, 0]);
        put_before(&mut schedule.before, 2, Money::ZERO);
        assert_eq!(schedule.before, [money(9)]);
        put_before(&mut schedule.before, 1, Money::ZERO);
        assert!(schedule.before.is_empty());
    }

    proptest! {
        #[test]
        fn no_cent_is_lost_and_locked_months_keep_theirs(
            spends in prop::collection::vec(0_i64..2_000_000, 0..13),
            alone in 0_i64..1_000_000,
            locks in prop::collection::btree_set(0_usize..12, 0..5),
            edits in prop::collection::vec((0_u8..6, 0_usize..12, 0_i64..3_000_000), 1..12),
        ) {
            let count = 12;
            // Months and budget agree, or there are no months of its own.
            let spend = if spends.is_empty() { alone } else { spends.iter().sum() };
            let mut search = channel(spend, stated(&spends));
            for month in locks {
                lock(&mut search, month, true, count);
            }
            for (edit, month, amount) in edits {
                let before = (search.spend, months(&search, count), search.schedule.locked.clone());
                match edit {
                    0 => prop_assert!(put(&mut search, &[(month, money(amount))], count).is_some()),
                    1 => lock(&mut search, month, amount % 2 == 0, count),
                    2 => close(&mut search, month, amount % 2 == 0, count),
                    3 => spread_by(&mut search, &weights(&[1.0, 0.0, 2.5]), count),
                    4 => even(&mut search, count),
                    _ => {
                        let least = locked(&search, count);
                        give(&mut search, money(amount).max(least), count);
                    }
                }
                let after = months(&search, count);
                prop_assert_eq!(after.iter().sum::<i64>(), search.spend.minor());
                let own = &search.schedule.spend;
                prop_assert!(own.is_empty() || Money::total(own.iter().copied()) == Some(search.spend));
                if matches!(edit, 1 | 3 | 4) {
                    prop_assert_eq!(before.0, search.spend);
                }
                // What is typed into a locked month, and taken out of one that closes, is another matter.
                let open_left = has_open(&search.schedule, count);
                let kept = |place: &usize| before.2.contains(&u32::try_from(place + 1).unwrap())
                    && search.schedule.is_locked(*place) && !(edit == 0 && *place == month);
                for place in (0..count).filter(kept).filter(|_| edit != 5 || open_left) {
                    prop_assert_eq!(before.1[place], after[place], "edit {} of month {}", edit, month);
                }
            }
        }
    }
}
