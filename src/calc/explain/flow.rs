//! Totals of the chain from money to goal: channels, events and ripples together.

use crate::calc::chain::{Link, costs_beyond_events};
use crate::calc::finding::Section;
use crate::calc::numbers::quotient;

use super::channel::unit_of;
use super::source::{Label, Source, Unit};
use super::term::Term;
use super::{Asked, By, Figure, OfStep, OfSum, Value, Whole, Yield, sum_of};

impl Asked<'_> {
    /// All money; `None` where it is too much to calculate with.
    pub(super) fn all_money(&self) -> Option<Value> {
        let chain = &self.report.chain;
        chain.money_known.then(|| (self.units(chain.total.money), Unit::Money))
    }

    /// The money of channels and events, and what each ripple costs beyond its event's own share.
    pub(super) fn all_money_term(&self) -> Option<Term> {
        let rest = costs_beyond_events(self.plan, self.report.expected(), &self.report.ripples);
        let ripples = self.report.ripples.iter().zip(rest).map(|(ripple, rest)| {
            if rest == ripple.cost() {
                return self.figure(Figure::Step(ripple.id.clone(), ripple.last()?.kind, OfStep::Cost));
            }
            let label = Label::Of("explain-beyond-event", Section::Ripple, ripple.id.clone());
            Some(Source::calculated(label, self.units(rest), Unit::Money).into())
        });
        let ripples = ripples.filter(|term| term.as_ref().is_none_or(|term| term.value() != 0.0));
        let others = self.figure(Figure::Sum(Whole::All, By::Happened, OfSum::Spend));
        Some(sum_of([others].into_iter().chain(ripples).collect::<Option<Vec<_>>>()?, Unit::Money))
    }

    /// Everybody who registers, is met at an event, or is reached by a ripple.
    pub(super) fn reached_term(&self) -> Option<Term> {
        let [registered, met] = [Yield::Registrations, Yield::Contacts]
            .map(|of| self.figure(Figure::Sum(Whole::All, By::Happened, OfSum::Yield(of))));
        let ripples = self.report.ripples.iter().map(|ripple| {
            let kind = ripple.last()?.kind;
            self.figure(Figure::Step(ripple.id.clone(), kind, OfStep::People))
        });
        Some(sum_of([registered, met].into_iter().chain(ripples).collect::<Option<Vec<_>>>()?, Unit::Count))
    }

    pub(super) fn won_value(&self, of: Yield) -> Option<Value> {
        let total = &self.report.chain.total;
        match of {
            Yield::Leads => Some((total.leads, Unit::Count)),
            Yield::Customers => Some((total.customers, Unit::Count)),
            Yield::Revenue => Some((total.revenue, Unit::Money)),
            Yield::Registrations | Yield::Contacts => None,
        }
    }

    pub(super) fn won_term(&self, of: Yield) -> Option<Term> {
        let channels = self.figure(Figure::Sum(Whole::All, By::Happened, OfSum::Yield(of)))?;
        let ripples = self.figure(Figure::Ripples(of));
        Some(sum_of([channels].into_iter().chain(ripples), unit_of(of)))
    }

    pub(super) fn rate_value(&self, link: Link) -> Option<Value> {
        let (chain, currency) = (&self.report.chain, &self.plan.currency);
        let rate = chain.rate(link, currency)?;
        match link {
            // Of one who is reached people say what they cost.
            Link::Reach => quotient(currency.units(chain.total.money), chain.total.reached).map(|it| (it, Unit::Price)),
            Link::LeadRate | Link::CloseRate => Some((rate, Unit::Percent)),
            Link::Value => Some((rate, Unit::Price)),
        }
    }

    /// What comes out of a step of the chain, all sources together, by what goes in; money by who is reached.
    pub(super) fn rate_term(&self, link: Link) -> Option<Term> {
        let all = |of: Yield| self.figure(Figure::Won(of));
        match link {
            Link::Reach => Some(self.figure(Figure::AllMoney)?.over(self.figure(Figure::Reached)?)),
            Link::LeadRate => Some(all(Yield::Leads)?.over(self.figure(Figure::Reached)?)),
            Link::CloseRate => Some(all(Yield::Customers)?.over(all(Yield::Leads)?)),
            Link::Value => Some(all(Yield::Revenue)?.over(all(Yield::Customers)?)),
        }
    }
}
