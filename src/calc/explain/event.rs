//! Numbers of shared events and their parties.

use crate::calc::event::{EventReport, PartyShare};
use crate::calc::finding::{Place, Section};
use crate::calc::numbers::count;
use crate::plan::event::{Item, ItemKind, Party};
use crate::plan::{Event, Id, Money};

use super::channel::{rated, unit_of};
use super::source::{Kind, Label, Lead, Source, Unit};
use super::term::Term;
use super::{Asked, By, Figure, OfEvent, OfParty, OfSum, Value, Whole, Yield, only, sum_of};

/// An event and what it comes to.
pub(super) struct Shared<'a> {
    pub(super) event: &'a Event,
    pub(super) report: &'a EventReport,
}

impl<'a> Shared<'a> {
    fn party(&self, id: &Id) -> Option<(&'a Party, &'a PartyShare)> {
        let parties = self.event.parties.iter().zip(&self.report.shares);
        only(parties.filter(|(party, _)| party.id == *id))
    }
}

impl<'a> Asked<'a> {
    pub(super) fn shared(&self, id: &Id) -> Option<Shared<'a>> {
        let events = self.plan.events.iter().zip(&self.report.events);
        let (event, report) = only(events.filter(|(event, _)| event.id == *id))?;
        Some(Shared { event, report })
    }

    pub(super) fn event_value(&self, id: &Id, of: OfEvent) -> Option<Value> {
        let Shared { event, report } = self.shared(id)?;
        let index = self.plan.events.iter().position(|other| std::ptr::eq(other, event))?;
        let row = self.report.allocation.events.get(index)?;
        let amount = |amount: Option<Money>| amount.map(|amount| (self.units(amount), Unit::Money));
        match of {
            OfEvent::Total => amount(Some(report.total).filter(|_| !report.too_large)),
            OfEvent::Share => self.share_of(row.share, By::Plan).filter(|_| report.is_split() && !row.too_large),
            OfEvent::Yield(Yield::Registrations | Yield::Contacts) => None,
            OfEvent::Yield(of) => Some((super::channel::won(&row.won, of), unit_of(of))),
            OfEvent::CostPerLead => report.cost_per_lead(&self.plan.currency).map(|cost| (cost, Unit::Price)),
            OfEvent::Alone => amount(report.sum_alone()).filter(|_| !report.shares.is_empty()),
            OfEvent::Saving => amount(report.sum_saving()).filter(|_| !report.shares.is_empty() && !report.too_large),
        }
    }

    pub(super) fn event_term(&self, id: &Id, of: OfEvent) -> Option<Term> {
        let Shared { event, report } = self.shared(id)?;
        let own = |of: Yield| self.figure(Figure::Event(id.clone(), OfEvent::Yield(of)));
        let our_share = || self.figure(Figure::Party(id.clone(), event.us.clone()?, OfParty::Share));
        match of {
            OfEvent::Total => Some(self.total_of(event, &event.items.iter().collect::<Vec<_>>())),
            OfEvent::Share => Some(our_share()?.over(self.figure(Figure::Sum(Whole::All, By::Plan, OfSum::Spend))?)),
            OfEvent::Yield(Yield::Leads) => {
                let label = Label::Of("odds-input-lead-rate", Section::Event, id.clone());
                let rate = rated(label, Place::item(Section::Event, id, "lead_rate"), event.lead_rate.likely);
                Some(Term::Product(vec![contacts(event), rate]))
            }
            OfEvent::Yield(Yield::Customers) => {
                Some(Term::Product(vec![own(Yield::Leads)?, self.close_rate(event.class)]))
            }
            OfEvent::Yield(Yield::Revenue) => {
                Some(Term::Product(vec![own(Yield::Customers)?, self.customer_value(event.class)]))
            }
            OfEvent::Yield(Yield::Registrations | Yield::Contacts) => None,
            OfEvent::CostPerLead => {
                let nothing = report.own_share == Money::ZERO;
                let share = if nothing { Term::Number(0.0) } else { our_share()? };
                Some(share.over(own(Yield::Leads)?))
            }
            OfEvent::Alone => {
                let parties = event.parties.iter().filter_map(|party| self.alone(event, party));
                Some(sum_of(parties, Unit::Money))
            }
            OfEvent::Saving => {
                let total = self.figure(Figure::Event(report.id.clone(), OfEvent::Total))?;
                Some(self.figure(Figure::Event(report.id.clone(), OfEvent::Alone))?.less(total))
            }
        }
    }

    /// What an event would cost a party alone.
    pub(super) fn alone(&self, event: &Event, party: &Party) -> Option<Term> {
        let label = Label::Party("event-alone", event.id.clone(), party.id.clone());
        let place = Place::item(Section::Event, &event.id, "parties");
        Some(Source::typed(label, place, self.units(party.alone?), Unit::Money).into())
    }

    /// Costs less income of some items.
    pub(super) fn total_of(&self, event: &Event, items: &[&Item]) -> Term {
        let of_kind = |kind: ItemKind| {
            let items = items.iter().filter(|item| item.kind == kind).map(|item| {
                let label = Label::EventItem(event.id.clone(), item.id.clone());
                let place = Place::item(Section::Event, &event.id, "items");
                Term::from(Source::typed(label, place, self.units(item.amount), Unit::Money))
            });
            sum_of(items, Unit::Money)
        };
        match of_kind(ItemKind::Income) {
            Term::Number(_) => of_kind(ItemKind::Cost),
            income => of_kind(ItemKind::Cost).less(income),
        }
    }

    pub(super) fn party_value(&self, event: &Id, party: &Id, of: OfParty) -> Option<Value> {
        let shared = self.shared(event)?;
        let (_, row) = shared.party(party)?;
        if shared.report.too_large || !shared.report.is_split() {
            return None;
        }
        let amount = match of {
            OfParty::Share => row.share,
            OfParty::Saving => row.saving?,
            OfParty::Balance => row.balance,
        };
        Some((self.units(amount), Unit::Money))
    }

    pub(super) fn party_term(&self, event: &Id, party: &Id, of: OfParty) -> Option<Term> {
        let shared = self.shared(event)?;
        let (typed, row) = shared.party(party)?;
        let share = || self.figure(Figure::Party(event.clone(), party.clone(), OfParty::Share));
        match of {
            OfParty::Share => self.share_term(&shared, party),
            OfParty::Saving => Some(self.alone(shared.event, typed)?.less(share()?)),
            OfParty::Balance => {
                let handled = |key, amount: Money| {
                    let label = Label::Party(key, event.clone(), party.clone());
                    let place = Place::item(Section::Event, event, "items");
                    let source = Source::typed(label, place, self.units(amount), Unit::Money);
                    Term::from(source.of_kind(Kind::Happened))
                };
                let paid = handled("event-paid", row.paid);
                let paid =
                    if row.received == Money::ZERO { paid } else { paid.less(handled("event-received", row.received)) };
                Some(paid.less(share()?))
            }
        }
    }
}

/// People met at an event.
pub(super) fn contacts(event: &Event) -> Term {
    let typed = event.contacts.likely;
    let label = Label::Of("odds-input-contacts", Section::Event, event.id.clone());
    let place = Place::item(Section::Event, &event.id, "contacts");
    Source::typed(label, place, count(typed), Unit::Count).of_kind(Kind::used(typed, count(typed))).into()
}

/// A number of a party.
pub(super) fn of_party(event: &Event, party: &Party, key: &'static str, value: f64, unit: Unit) -> Term {
    let label = Label::Party(key, event.id.clone(), party.id.clone());
    let lead = Some(Lead::Field(Place::item(Section::Event, &event.id, "parties")));
    Term::Known(Source { label, symbol: "", value, unit, kind: Kind::Typed, lead })
}
