//! How the share of a party follows from the rule of its event, to the minor unit.

use crate::calc::event::{Pool, split_together};
use crate::calc::finding::{Place, Section};
use crate::plan::event::{Party, SplitRule};
use crate::plan::{Event, Id};

use super::event::{Shared, of_party};
use super::source::{Source, Unit};
use super::term::Term;
use super::{Asked, Figure, OfEvent, Value, only, sum_of};

impl<'a> Asked<'a> {
    pub(super) fn pool_value(&self, event: &Id, party: &Id, pool: usize) -> Option<Value> {
        let shared = self.shared(event)?;
        let pools = split_together(shared.event)?;
        let (pool, place) = place_in(&pools, pool, shared.event, party)?;
        Some((self.units(*pool.shares.get(place)?), Unit::Money)).filter(|_| !shared.report.too_large)
    }

    pub(super) fn pool_term(&self, event: &Id, party: &Id, pool: usize) -> Option<Term> {
        let shared = self.shared(event)?;
        let pools = split_together(shared.event)?;
        let (pool, place) = place_in(&pools, pool, shared.event, party)?;
        self.by_rule(shared.event, pool, place)
    }

    /// The share of a party: by the rule, or a sum where items are split by several.
    pub(super) fn share_term(&self, shared: &Shared<'a>, party: &Id) -> Option<Term> {
        let pools = split_together(shared.event)?;
        if let [pool] = pools.as_slice() {
            let (pool, place) = place_in(std::slice::from_ref(pool), 0, shared.event, party)?;
            return self.by_rule(shared.event, pool, place);
        }
        let pools = 0..pools.len();
        let figure = |pool| self.figure(Figure::Pool(shared.event.id.clone(), party.clone(), pool));
        Some(sum_of(pools.filter_map(figure), Unit::Money))
    }

    /// The share of the party at `place` of a pool.
    fn by_rule(&self, event: &'a Event, pool: &Pool<'a>, place: usize) -> Option<Term> {
        let parties: Vec<&'a Party> = pool.parties.iter().filter_map(|index| event.parties.get(*index)).collect();
        let party = *parties.get(place)?;
        let share = *pool.shares.get(place)?;
        // Where all is split together it is the event's total, which explains itself.
        let is_whole = pool.items.len() == event.items.len();
        let whole = if is_whole { self.figure(Figure::Event(event.id.clone(), OfEvent::Total)) } else { None };
        let total = whole.unwrap_or_else(|| self.total_of(event, &pool.items));
        let is_gain = total.value() < 0.0;
        Some(match pool.rule {
            SplitRule::Equal => {
                #[allow(clippy::cast_precision_loss)] // parties of an event
                let number = Source::fixed("explain-parties", parties.len() as f64, Unit::Count);
                let place = Place::item(Section::Event, &event.id, "parties");
                total.over(Term::from(number.leading_to(place)))
            }
            SplitRule::Weights => {
                let weight = |party: &Party| of_party(event, party, "event-weight", party.weight, Unit::Factor);
                in_proportion(total, &parties, party, &weight)?
            }
            SplitRule::Benefit => {
                let benefit =
                    |party: &Party| of_party(event, party, "event-benefit", party.benefit.unwrap_or(0.0), Unit::Factor);
                in_proportion(total, &parties, party, &benefit)?
            }
            SplitRule::Percent => {
                let typed = party.percent? / 100.0;
                Term::Product(vec![total, of_party(event, party, "event-percent", typed, Unit::Percent)])
            }
            SplitRule::Amounts => of_party(event, party, "event-amount", self.units(share), Unit::Money),
            SplitRule::Alone => {
                let alone = |party: &Party| self.alone(event, party).unwrap_or(Term::Number(0.0));
                in_proportion(total, &parties, party, &alone)?
            }
            SplitRule::EqualSavings => self.equal_savings((event, &parties), party, (total, is_gain))?,
            SplitRule::Airport => self.airport(event, &parties, place, total)?,
        })
    }

    /// c − (Σc − T) ÷ n among those for whom that is not negative; the others pay nothing, and of a gain get nothing.
    fn equal_savings(
        &self,
        (event, parties): (&Event, &[&Party]),
        party: &Party,
        (total, is_gain): (Term, bool),
    ) -> Option<Term> {
        let alone = |party: &Party| self.alone(event, party);
        let mut taking = parties.to_vec();
        loop {
            let all = sum_of(taking.iter().filter_map(|party| alone(party)), Unit::Money);
            #[allow(clippy::cast_precision_loss)] // parties of an event
            let number = Source::fixed("explain-parties-sharing", taking.len() as f64, Unit::Count);
            let saved = all.less(total.clone()).over(number.into());
            let share = |party: &Party| alone(party).map(|alone| alone.less(saved.clone()));
            let is_in = |party: &Party| {
                share(party).is_some_and(|share| if is_gain { share.value() < -HALF } else { share.value() > HALF })
            };
            let still: Vec<&Party> = taking.iter().copied().filter(|party| is_in(party)).collect();
            let takes_part = still.iter().any(|other| other.id == party.id);
            if !takes_part {
                let share = share(party)?;
                return Some(if is_gain {
                    share.at_most(Term::Number(0.0))
                } else {
                    share.at_least(Term::Number(0.0))
                });
            }
            if still.len() == taking.len() {
                return share(party);
            }
            taking = still;
        }
    }

    /// T·s ÷ cₙ with `s = Σ (c_k − c_{k−1}) ÷ (n − k + 1)` over all k up to the party, costs alone in rising order.
    fn airport(&self, event: &Event, parties: &[&Party], place: usize, total: Term) -> Option<Term> {
        let mut order: Vec<usize> = (0..parties.len()).collect();
        order.sort_by_key(|&index| parties[index].alone);
        let mut steps = Vec::new();
        let mut below: Option<Term> = None;
        for (number, &index) in order.iter().enumerate() {
            let cost = self.alone(event, parties[index])?;
            let step = match &below {
                Some(below) => cost.clone().less(below.clone()),
                None => cost.clone(),
            };
            #[allow(clippy::cast_precision_loss)] // parties of an event
            let sharing = (order.len() - number) as f64;
            if step.value() != 0.0 {
                steps.push(step.over(Term::Number(sharing)));
            }
            if index == place {
                break;
            }
            below = Some(cost);
        }
        let dearest = self.alone(event, parties[*order.last()?]).filter(|cost| cost.value() > 0.0)?;
        let share = if steps.len() == 1 { steps.swap_remove(0) } else { Term::Sum(steps) };
        Some(Term::Product(vec![total, share]).over(dearest))
    }
}

/// Less than any minor unit: floats that are to be zero need not be.
const HALF: f64 = 1e-7;

/// T·w ÷ Σw.
fn in_proportion(total: Term, parties: &[&Party], party: &Party, weight: &dyn Fn(&Party) -> Term) -> Option<Term> {
    let all = sum_of(parties.iter().map(|party| weight(party)), Unit::Factor);
    (all.value() > 0.0).then(|| Term::Product(vec![total, weight(party)]).over(all))
}

/// A pool, and where a party stands in it.
fn place_in<'p, 'a>(pools: &'p [Pool<'a>], pool: usize, event: &Event, party: &Id) -> Option<(&'p Pool<'a>, usize)> {
    let pool = pools.get(pool)?;
    let (index, _) = only(event.parties.iter().enumerate().filter(|(_, other)| other.id == *party))?;
    Some((pool, pool.parties.iter().position(|other| *other == index)?))
}
