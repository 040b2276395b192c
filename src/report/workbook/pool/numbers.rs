//! What each party counts in a split, in whole numbers that a spreadsheet keeps.

use crate::plan::event::{Party, SplitRule};

/// Whole numbers of fifteen digits: what a spreadsheet shows it also calculates with.
pub(super) const EXACT: i128 = 1_000_000_000_000_000;

/// The numbers of one split, in minor units.
pub(super) struct Numbers {
    pub(super) total: i128,
    /// Helping columns of the rule, then what each party counts.
    pub(super) helping: Vec<Vec<i128>>,
    pub(super) counted: Vec<i128>,
    pub(super) divisor: i128,
    pub(super) turn: usize,
}

impl Numbers {
    /// What is counted of each party, in whole numbers; `None` where a rule has no exact ones.
    pub(super) fn of(rule: SplitRule, parties: &[&Party], total: i128, turn: usize) -> Option<Self> {
        let typed = |number: fn(&Party) -> Option<f64>| -> Option<Vec<i128>> {
            parties.iter().map(|party| in_millionths(number(party)?)).collect()
        };
        let alone =
            || -> Option<Vec<i128>> { parties.iter().map(|party| Some(i128::from(party.alone?.minor()))).collect() };
        let mut helping = Vec::new();
        let counted: Vec<i128> = match rule {
            SplitRule::Equal => vec![1; parties.len()],
            SplitRule::Weights => typed(|party| Some(party.weight))?,
            SplitRule::Benefit => typed(|party| party.benefit)?,
            SplitRule::Percent => typed(|party| party.percent)?,
            SplitRule::Amounts => return None,
            SplitRule::Alone => alone()?,
            SplitRule::EqualSavings => {
                let costs: Vec<i128> = alone()?.into_iter().map(|cost| cost * total.signum()).collect();
                let taking = taking(&costs, total.abs());
                let count = taking.iter().filter(|number| **number > 0).count() as i128;
                let sum: i128 =
                    costs.iter().zip(&taking).filter(|(_, number)| **number > 0).map(|(cost, _)| cost).sum();
                let counted = costs.iter().map(|cost| (cost * count - (sum - total.abs())).max(0)).collect();
                helping = vec![costs, taking];
                counted
            }
            SplitRule::Airport => {
                let costs = alone()?;
                let steps = steps(&costs, common_multiple(costs.len())?);
                let counted = costs.iter().map(|cost| of_lower(*cost, &costs, &steps)).collect();
                helping = vec![costs, steps];
                counted
            }
        };
        let divisor = counted.iter().fold(0, |divisor, number| greatest_common_divisor(divisor, *number)).max(1);
        Some(Self { total, helping, counted, divisor, turn })
    }

    pub(super) fn amount(&self) -> i128 {
        self.total.abs()
    }

    pub(super) fn weight(&self, party: usize) -> i128 {
        self.counted[party] / self.divisor
    }

    pub(super) fn weights(&self) -> i128 {
        (0..self.counted.len()).map(|party| self.weight(party)).sum()
    }

    /// Q and R.
    pub(super) fn parts(&self) -> (i128, i128) {
        let weights = self.weights();
        let each = if weights > 0 { self.amount() / weights } else { 0 };
        (each, self.amount() - each * weights)
    }

    pub(super) fn whole(&self, party: usize) -> i128 {
        let (each, rest) = self.parts();
        each * self.weight(party) + self.of_rest(rest, party)
    }

    pub(super) fn of_rest(&self, rest: i128, party: usize) -> i128 {
        let weights = self.weights();
        if weights > 0 { rest * self.weight(party) / weights } else { 0 }
    }

    pub(super) fn remainder(&self, party: usize) -> i128 {
        let (_, rest) = self.parts();
        rest * self.weight(party) - self.of_rest(rest, party) * self.weights()
    }

    pub(super) fn left(&self) -> i128 {
        self.amount() - (0..self.counted.len()).map(|party| self.whole(party)).sum::<i128>()
    }

    pub(super) fn first(&self) -> i128 {
        let count = self.counted.len() as i128;
        (self.turn as i128 + self.amount() / count) % count
    }

    pub(super) fn order(&self, party: usize) -> i128 {
        let count = self.counted.len() as i128;
        (count - 1 - party as i128 + self.first()) % count
    }

    /// Whether every formula handles whole numbers that a spreadsheet keeps.
    pub(super) fn is_exact(&self) -> bool {
        let largest = self.counted.iter().chain(self.helping.iter().flatten()).map(|number| number.abs()).max();
        let weight = (0..self.counted.len()).map(|party| self.weight(party)).max().unwrap_or(0);
        largest.unwrap_or(0) < EXACT && self.amount() < EXACT && self.weights().saturating_mul(weight.max(1)) < EXACT
    }
}

/// A typed decimal in millionths; `None` where it has more decimals.
fn in_millionths(typed: f64) -> Option<i128> {
    let scaled = typed * 1e6;
    let is_whole = (scaled.round() - scaled).abs() <= 4.0 * f64::EPSILON * scaled;
    #[allow(clippy::cast_possible_truncation)] // checked to be small
    (is_whole && (0.0..1e15).contains(&scaled)).then(|| scaled.round() as i128)
}

fn greatest_common_divisor(one: i128, other: i128) -> i128 {
    if other == 0 { one.abs() } else { greatest_common_divisor(other, one % other) }
}

/// A multiple of all numbers up to `count`, so that the steps of the airport rule stay whole.
pub(super) fn common_multiple(count: usize) -> Option<i128> {
    const MOST: usize = 16;
    let count = (count <= MOST).then_some(count as i128)?;
    Some((1..=count).fold(1, |multiple, number| multiple / greatest_common_divisor(multiple, number) * number))
}

/// Equal savings: how many cost as much alone as each party or more, where such a party takes part; otherwise 0. Those
/// who take part are the dearest, as many as all pay something (Held, Wolfe and Crowder, "Validation of subgradient
/// optimization", 1974: projection onto a simplex).
fn taking(costs: &[i128], amount: i128) -> Vec<i128> {
    let one = |cost: &i128| {
        let dearer: Vec<i128> = costs.iter().copied().filter(|other| other >= cost).collect();
        let count = dearer.len() as i128;
        if cost * count > dearer.iter().sum::<i128>() - amount { count } else { 0 }
    };
    costs.iter().map(one).collect()
}

/// Airport: what each step of cost adds to those who need it, once for each cost.
fn steps(costs: &[i128], multiple: i128) -> Vec<i128> {
    let step = |(index, cost): (usize, &i128)| {
        if costs[..index].contains(cost) {
            return 0;
        }
        let below = costs.iter().copied().filter(|other| other < cost).max().unwrap_or(0);
        let sharing = costs.iter().filter(|other| *other >= cost).count() as i128;
        (cost - below) * (multiple / sharing)
    };
    costs.iter().enumerate().map(step).collect()
}

fn of_lower(cost: i128, costs: &[i128], steps: &[i128]) -> i128 {
    costs.iter().zip(steps).filter(|(other, _)| **other <= cost).map(|(_, step)| step).sum()
}
