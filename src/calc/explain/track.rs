//! What happened so far, against the plan.

use crate::calc::finding::{Place, Section};
use crate::calc::numbers::quotient;
use crate::calc::track::{Bought, ChannelTrack};
use crate::plan::Id;

use super::source::{Kind, Label, Source, Unit};
use super::term::Term;
use super::{Asked, Figure, OfTrack, Value, only, sum_of};

impl<'a> Asked<'a> {
    fn track(&self, id: &Id) -> Option<(usize, &'a ChannelTrack)> {
        let channels = self.plan.allocation.channels.iter().zip(&self.report.track.channels).enumerate();
        let channels = channels.filter(|(_, (channel, _))| channel.id == *id);
        only(channels).map(|(index, (_, track))| (index, track))
    }

    /// What was planned and what was real, for the months that are known.
    fn tracked(&self, id: Option<&Id>) -> Option<(Bought, Bought)> {
        if let Some(id) = id {
            return self.track(id).map(|(_, track)| (track.planned, track.real));
        }
        let total = &self.report.track.total;
        (!self.report.track.channels.is_empty()).then_some((total.planned, total.real))
    }

    pub(super) fn track_value(&self, id: Option<&Id>, of: OfTrack) -> Option<Value> {
        let (planned, real) = self.tracked(id)?;
        let part = |part: f64, whole: f64| quotient(part, whole).map(|it| (it, Unit::Percent));
        match of {
            OfTrack::Spent => Some((self.units(real.spend), Unit::Money)),
            OfTrack::Won => Some((real.registrations, Unit::Count)),
            OfTrack::SpentOfPlan => part(self.units(real.spend), self.units(planned.spend)),
            OfTrack::WonOfPlan => part(real.registrations, planned.registrations),
            OfTrack::OfCurve => self.track(id?)?.1.of_curve.map(|part| (part, Unit::Percent)),
            OfTrack::PlannedCost => self.cost_of_each(planned),
            OfTrack::RealCost => self.cost_of_each(real),
        }
    }

    fn cost_of_each(&self, bought: Bought) -> Option<Value> {
        quotient(self.units(bought.spend), bought.registrations).map(|each| (each, Unit::Price))
    }

    pub(super) fn track_term(&self, id: Option<&Id>, of: OfTrack) -> Option<Term> {
        let (planned, _) = self.tracked(id)?;
        let own = |of| self.figure(Figure::Track(id.cloned(), of));
        let planned_source =
            |value: f64, unit| Term::from(Source::calculated(Label::Words("explain-planned"), value, unit));
        match of {
            OfTrack::SpentOfPlan => {
                Some(own(OfTrack::Spent)?.over(planned_source(self.units(planned.spend), Unit::Money)))
            }
            OfTrack::WonOfPlan => Some(own(OfTrack::Won)?.over(planned_source(planned.registrations, Unit::Count))),
            OfTrack::OfCurve => self.of_curve_term(id?),
            OfTrack::PlannedCost => {
                let money = planned_source(self.units(planned.spend), Unit::Money);
                let count = Label::Words("explain-planned-registrations");
                Some(money.over(Source::calculated(count, planned.registrations, Unit::Count).into()))
            }
            OfTrack::RealCost => Some(own(OfTrack::Spent)?.over(own(OfTrack::Won)?)),
            OfTrack::Spent | OfTrack::Won => {
                if let Some(id) = id {
                    return self.known_term(id, of);
                }
                let channels = self.plan.allocation.channels.iter();
                let of_each = channels.map(|channel| self.figure(Figure::Track(Some(channel.id.clone()), of)));
                Some(sum_of(of_each.collect::<Option<Vec<_>>>()?, unit_of(of)))
            }
        }
    }

    /// The months of a channel, as far as they are known.
    fn known_term(&self, id: &Id, of: OfTrack) -> Option<Term> {
        let (index, _) = self.track(id)?;
        let months = self.report.track.ledger.channels.get(index)?.iter().take(self.report.track.months.len());
        let known = months.enumerate().filter_map(|(number, month)| {
            let value = if of == OfTrack::Spent { self.units(month.spend?) } else { month.registrations? };
            Some(happened(id, Label::Month(number), value, unit_of(of)))
        });
        Some(sum_of(known, unit_of(of)))
    }

    /// Registrations of the months of which money and registrations are known, by what the curve buys for that money.
    fn of_curve_term(&self, id: &Id) -> Option<Term> {
        let (index, track) = self.track(id)?;
        let months = self.report.track.ledger.channels.get(index)?.iter().take(self.report.track.months.len());
        let both = months.enumerate().filter_map(|(number, month)| {
            month.spend?;
            Some(happened(id, Label::Month(number), month.registrations?, Unit::Count))
        });
        let by_curve = Source::calculated(Label::Words("explain-by-curve"), track.by_curve, Unit::Count);
        let by_curve = by_curve.leading_to(Place::item(Section::Allocation, id, "curve"));
        Some(sum_of(both, Unit::Count).over(by_curve.into()))
    }
}

fn happened(id: &Id, label: Label, value: f64, unit: Unit) -> Term {
    let place = Place::item(Section::Track, id, "months");
    Source::typed(label, place, value, unit).of_kind(Kind::Happened).into()
}

fn unit_of(of: OfTrack) -> Unit {
    match of {
        OfTrack::Spent => Unit::Money,
        OfTrack::Won => Unit::Count,
        OfTrack::SpentOfPlan | OfTrack::WonOfPlan | OfTrack::OfCurve => Unit::Percent,
        OfTrack::PlannedCost | OfTrack::RealCost => Unit::Price,
    }
}
