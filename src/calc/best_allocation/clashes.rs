//! Why there is no allocation at all: which sums clash.

use super::Clash;
use super::majorant::Domain;
use super::prepare::Prepared;
use super::tolerance::above;

/// Of a group with more channels that may be off, not all choices are looked at.
const MOST_CHOICES: usize = 16;

impl Prepared<'_> {
    /// Compares the sums of limits.
    pub(super) fn check(&self, budget: f64) -> Result<(), Vec<Clash>> {
        let space = &self.space;
        let sums = |of: fn(&Domain) -> f64| space.sums(&space.domains.iter().map(of).collect::<Vec<f64>>());
        let (lows, highs) = (sums(Domain::start), sums(|domain| domain.high));
        let mut clashes = Vec::new();
        let mut all = 0.0;
        for (group, limits) in space.limits.iter().enumerate() {
            let (low, high) = (lows[group], highs[group]);
            if let Some(stated) = self.problem.groups.get(group) {
                let amount = |sum: f64| sum * self.unit + self.fixed[group];
                if above(low, limits.max) {
                    clashes.push(Clash::GroupMax { group, least: amount(low), max: stated.max });
                }
                if above(limits.min, high) {
                    clashes.push(Clash::GroupMin { group, min: stated.min, most: amount(high) });
                } else if above(limits.min, limits.max) && !above(low, limits.max) {
                    clashes.push(Clash::GroupMax { group, least: amount(limits.min), max: stated.max });
                }
            }
            all += low.max(limits.min);
        }
        if above(all, space.budget) {
            clashes.push(Clash::Budget { least: all * self.unit + self.all_fixed(), budget });
        }
        if clashes.is_empty() { Ok(()) } else { Err(clashes) }
    }

    /// Each limit can be met by itself, but nothing meets all: names the group that no choice of channels satisfies,
    /// if it is one.
    pub(super) fn no_choice(&self) -> Clash {
        let mut clashes = self.problem.groups.iter().enumerate().filter_map(|(group, stated)| {
            let own = self.space.groups.iter().zip(&self.space.domains).filter(|(other, _)| **other == group);
            let limits = self.space.limits[group];
            let around = around(own.map(|(_, domain)| domain), limits.min, limits.max)?;
            let [below, above] = around.map(|sum| sum * self.unit + self.fixed[group]);
            Some(Clash::GroupChoice { group, min: stated.min, max: stated.max, below, above })
        });
        clashes.next().unwrap_or(Clash::NoChoice)
    }
}

/// The sums next to `min..max` where no choice of channels to leave off has one within; none where some choice has.
fn around<'a>(domains: impl Iterator<Item = &'a Domain>, min: f64, max: f64) -> Option<[f64; 2]> {
    let (optional, always): (Vec<&Domain>, Vec<&Domain>) = domains.partition(|domain| domain.off);
    if optional.len() > MOST_CHOICES {
        return None;
    }
    let [mut below, mut over] = [f64::NEG_INFINITY, f64::INFINITY];
    for choice in 0..1_u32 << optional.len() {
        let on = optional.iter().enumerate().filter(|(place, _)| choice & (1 << place) != 0).map(|(_, domain)| domain);
        let (low, high) =
            always.iter().chain(on).fold((0.0, 0.0), |sum, domain| (sum.0 + domain.low, sum.1 + domain.high));
        match (above(min, high), above(low, max)) {
            (true, _) => below = f64::max(below, high),
            (_, true) => over = f64::min(over, low),
            _ => return None,
        }
    }
    (below.is_finite() && over.is_finite()).then_some([below, over])
}
