//! Lists with a value a month in words: months by their names, those alike that follow one another together.

use crate::calc::months::period;
use crate::compare::{Place, Tree};
use crate::t;
use crate::words::number;

use super::values::Shown;

/// Fields with a value for each month of the period.
const VALUES: [&str; 7] =
    ["schedule/spend", "schedule/season", "allocation/cash", "a/season", "b/season", "w/season", "scenarios/months"];

/// Fields that list months by their numbers.
const NUMBERS: [&str; 2] = ["schedule/locked", "schedule/off"];

/// Of two lists with a value for each month, the months that differ; `None` for all other values.
pub(super) fn that_differ([old, new]: [&Shown; 2], place: &Place, [from, to]: [&Tree; 2]) -> Option<[String; 2]> {
    let (Tree::Array(from), Tree::Array(to)) = (from, to) else { return None };
    let months = period(new.plan).months;
    (is_one_of(&VALUES, place) && months == period(old.plan).months).then_some(())?;
    (from.len() == months as usize && to.len() == from.len()).then_some(())?;
    let differs: Vec<usize> = (0..from.len()).filter(|month| from[*month] != to[*month]).collect();
    Some([old.in_months(place, from, &differs), new.in_months(place, to, &differs)])
}

fn is_one_of(named: &[&str], place: &Place) -> bool {
    let way = place.fields().collect::<Vec<_>>().join("/");
    named.iter().any(|end| way.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('/')))
}

impl Shown<'_> {
    /// A list about months; `None` for one that is not, or is about another number of months than there are.
    pub(super) fn by_month(&self, place: &Place, value: &Tree) -> Option<String> {
        let evenly = matches!(value, Tree::Null) || value.as_array().is_some_and(Vec::is_empty);
        if evenly && (is_one_of(&["schedule/spend"], place) || value.is_array() && is_one_of(&VALUES[6..], place)) {
            return Some(self.words.text("versions-evenly"));
        }
        if evenly && is_one_of(&NUMBERS, place) {
            return Some(self.words.text("versions-none"));
        }
        let list = value.as_array().filter(|list| !list.is_empty())?;
        let months = period(self.plan).months as usize;
        if is_one_of(&NUMBERS, place) {
            let number = |value: &Tree| usize::try_from(value.as_u64()?).ok()?.checked_sub(1);
            let months: Vec<usize> = list.iter().map(number).collect::<Option<_>>()?;
            return Some(self.joined(months.into_iter().map(|month| (month, String::new()))));
        }
        (is_one_of(&VALUES, place) && list.len() == months).then_some(())?;
        Some(self.in_months(place, list, &(0..months).collect::<Vec<_>>()))
    }

    /// Some months of a list with their values.
    fn in_months(&self, place: &Place, list: &[Tree], months: &[usize]) -> String {
        let field = place.fields().last().unwrap_or_default();
        self.joined(months.iter().map(|month| (*month, self.plain(field, &list[*month]))))
    }

    fn joined(&self, values: impl Iterator<Item = (usize, String)>) -> String {
        let mut runs: Vec<([usize; 2], String)> = Vec::new();
        for (month, value) in values {
            match runs.last_mut() {
                Some(([_, last], alike)) if *last + 1 == month && *alike == value => *last = month,
                _ => runs.push(([month, month], value)),
            }
        }
        let said = |(ends, value): &([usize; 2], String)| {
            let months = self.stretch(*ends);
            if value.is_empty() {
                return months;
            }
            t!(self.words, "versions-in-months", months = months, value = value.as_str())
        };
        runs.iter().map(said).collect::<Vec<_>>().join(&self.words.text("report-comma"))
    }

    fn stretch(&self, [first, last]: [usize; 2]) -> String {
        let name = |month: usize| {
            let month = u32::try_from(month).unwrap_or(u32::MAX).min(crate::calc::months::MOST_MONTHS);
            number::month_of(self.words, &period(self.plan), month)
        };
        if first == last { name(first) } else { number::range(&name(first), &name(last)) }
    }
}
