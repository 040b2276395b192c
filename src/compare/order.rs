//! The order of items in two or three versions of a list.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// The fewest items whose move makes the old order the new one; both lists hold the same items, each once.
///
/// The others are a longest increasing subsequence of the old positions (patience sorting, n·log n).
pub(super) fn moved<K: Eq + Hash + Clone>(old: &[K], new: &[K]) -> Vec<K> {
    let places: HashMap<&K, usize> = old.iter().enumerate().map(|(place, key)| (key, place)).collect();
    let positions: Vec<usize> = new.iter().filter_map(|key| places.get(key).copied()).collect();
    let kept: HashSet<usize> = longest_increasing(&positions).into_iter().collect();
    new.iter().filter(|key| places.get(*key).is_some_and(|place| !kept.contains(place))).cloned().collect()
}

/// A longest increasing subsequence.
fn longest_increasing(values: &[usize]) -> Vec<usize> {
    // The index of the smallest value that ends a subsequence of each length, and what stands before each value.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(values.len());
    for (index, value) in values.iter().enumerate() {
        let length = ends.partition_point(|end| values[*end] < *value);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() { ends.push(index) } else { ends[length] = index }
    }
    let mut chain: Vec<usize> =
        std::iter::successors(ends.last().copied(), |index| before[*index]).map(|index| values[index]).collect();
    chain.reverse();
    chain
}

/// The order of a list that two sides changed.
pub(super) struct Ordered {
    /// The keys of all items that stay, in order.
    pub(super) keys: Vec<String>,
    /// Both sides moved items, and not to the same places: the order is ours.
    pub(super) clash: bool,
}

/// One order of the items in `stay`: whoever moved items decides, and an item that only some versions have stands
/// behind the one it was put behind. Exchanging ours and theirs changes nothing but the order after a clash.
pub(super) fn merged<'a>(base: &[&'a str], ours: &[&'a str], theirs: &[&'a str], stay: &HashSet<&str>) -> Ordered {
    let [in_base, in_ours, in_theirs] = [base, ours, theirs].map(|keys| keys.iter().copied().collect::<HashSet<_>>());
    let common =
        |key: &str| stay.contains(key) && in_base.contains(key) && in_ours.contains(key) && in_theirs.contains(key);
    let of_common = |keys: &[&'a str]| keys.iter().copied().filter(|key| common(key)).collect::<Vec<_>>();
    let (old, ours_of_common, theirs_of_common) = (of_common(base), of_common(ours), of_common(theirs));
    let clash = ours_of_common != old && theirs_of_common != old && ours_of_common != theirs_of_common;
    let skeleton = if ours_of_common == old { theirs_of_common } else { ours_of_common };

    let places: HashMap<&str, usize> = skeleton.iter().zip(1..).map(|(key, place)| (*key, place)).collect();
    let mut behind = HashMap::<&str, usize>::new();
    for keys in [ours, theirs] {
        let mut place = 0;
        for key in keys.iter().copied().filter(|key| stay.contains(key)) {
            match places.get(key) {
                Some(own) => place = *own,
                None => {
                    behind.entry(key).and_modify(|other| *other = place.min(*other)).or_insert(place);
                }
            }
        }
    }
    let runs = |keys: &[&'a str]| {
        let mut runs = vec![Vec::new(); skeleton.len() + 1];
        keys.iter().copied().for_each(|key| {
            if let Some(place) = behind.get(key) {
                runs[*place].push(key);
            }
        });
        runs
    };
    let mut keys = Vec::with_capacity(stay.len());
    for (place, (ours, theirs)) in runs(ours).into_iter().zip(runs(theirs)).enumerate() {
        keys.extend(place.checked_sub(1).map(|before| skeleton[before].to_owned()));
        keys.extend(side_by_side(ours, theirs));
    }
    Ordered { keys, clash }
}

/// What both sides put behind the same item: first the run whose keys come first, then what the other has besides.
fn side_by_side(ours: Vec<&str>, theirs: Vec<&str>) -> Vec<String> {
    let (first, second) = if theirs < ours { (theirs, ours) } else { (ours, theirs) };
    let in_first: HashSet<&str> = first.iter().copied().collect();
    let more = second.into_iter().filter(|key| !in_first.contains(key));
    first.iter().copied().chain(more).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(base: &str, ours: &str, theirs: &str) -> (String, bool) {
        let split =
            |text: &'static str| -> Vec<&'static str> { text.split(' ').filter(|key| !key.is_empty()).collect() };
        let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
        let [base, ours, theirs] = [base, ours, theirs].map(|text| split(leak(text)));
        let gone = |key: &&str| base.contains(key) && !(ours.contains(key) && theirs.contains(key));
        let stay = ours.iter().chain(&theirs).copied().filter(|key| !gone(key)).collect();
        let ordered = merged(&base, &ours, &theirs, &stay);
        (ordered.keys.join(" "), ordered.clash)
    }

    #[test]
    fn whoever_moved_items_decides_and_added_ones_stand_behind_theirs() {
        assert_eq!(of("a b c", "c a b", "a b c"), ("c a b".into(), false));
        assert_eq!(of("a b c", "a b c", "b a c"), ("b a c".into(), false));
        assert_eq!(of("a b c", "c a b", "a x b c y"), ("c y a x b".into(), false));
        assert_eq!(of("a b c", "a c", "x a b c"), ("x a c".into(), false), "b is gone");
        assert_eq!(of("a b c", "c a b", "b a c"), ("c a b".into(), true), "both moved");
        assert_eq!(of("", "a b", "a b"), ("a b".into(), false), "both begin alike");
    }

    #[test]
    fn what_both_put_to_one_place_stands_in_the_same_order_from_either_side() {
        assert_eq!(of("a b", "a x1 x2 b", "a m b"), ("a m x1 x2 b".into(), false));
        assert_eq!(of("a b", "a m b", "a x1 x2 b"), ("a m x1 x2 b".into(), false));
        assert_eq!(of("", "a b c", "a c b"), ("a b c".into(), false), "both begin alike and go on differently");
        assert_eq!(of("", "a c b", "a b c"), ("a b c".into(), false));
    }

    #[test]
    fn only_the_fewest_items_are_said_to_have_moved() {
        assert_eq!(moved(&["a", "b", "c", "d"], &["b", "c", "d", "a"]), ["a"]);
        assert_eq!(moved(&["a", "b", "c"], &["a", "b", "c"]), Vec::<&str>::new());
        assert_eq!(moved(&["a", "b", "c", "d"], &["d", "a", "c", "b"]).len(), 2);
    }
}
