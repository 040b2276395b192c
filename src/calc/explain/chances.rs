//! Chances: no formula, but so many of so many draws.

use crate::calc::odds::{Chance, Odds};
use crate::plan::goal::Measure;

use super::source::{Label, Source, Unit};
use super::term::Term;
use super::{Asked, Value};

impl<'a> Asked<'a> {
    fn chance(&self, measure: Option<Measure>) -> Option<(&'a Odds, Chance)> {
        let odds = self.odds.filter(|odds| odds.ranges > 0)?;
        let chance = measure.map_or(odds.all_targets, |measure| odds.chance(measure))?;
        Some((odds, chance))
    }

    pub(super) fn chance_value(&self, measure: Option<Measure>) -> Option<Value> {
        self.chance(measure).map(|(_, chance)| (chance.value, Unit::Percent))
    }

    pub(super) fn chance_term(&self, measure: Option<Measure>) -> Option<Term> {
        let (odds, chance) = self.chance(measure)?;
        let draws = f64::from(odds.draws);
        let reached = (chance.value * draws).round();
        let reached = Source::calculated(Label::Words("explain-draws-that-reach"), reached, Unit::Count);
        let draws = Source::fixed("explain-draws", draws, Unit::Count);
        Some(Term::from(reached).over(draws.into()))
    }
}
