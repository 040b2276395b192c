//! Numbers of a ripple, step by step.

use crate::calc::finding::{Place, Section};
use crate::calc::numbers::LARGEST;
use crate::calc::ripple::{Inputs, RippleReport, ShareInputs, Step, StepKind};
use crate::plan::ripple::OnSite;
use crate::plan::{Id, Money, Ripple};

use super::source::{Kind, Label, Source, Unit};
use super::term::Term;
use super::{Asked, Figure, OfRipple, OfStep, Value, Yield, only, sum_of};

/// A ripple, what it comes to, and the numbers that count in it.
struct Rippling<'a> {
    ripple: &'a Ripple,
    report: &'a RippleReport,
    inputs: Inputs,
}

impl<'a> Rippling<'a> {
    fn step(&self, kind: StepKind) -> Option<(usize, &'a Step)> {
        self.report.outcome.steps.iter().enumerate().find(|(_, step)| step.kind == kind)
    }

    /// What a step costs; `None` where that is too large to calculate with, and stands at zero.
    fn cost(&self, index: usize) -> Option<Money> {
        let follow = self.ripple.follow.map(|follow| follow.cost);
        let parts =
            [self.ripple.funnel.cost].into_iter().chain(follow).chain(self.ripple.share.map(|_| self.report.reward));
        let sum = Money::total(parts.take(index + 1))?;
        self.report.costs.get(index).copied().filter(|cost| *cost == sum)
    }

    fn share(&self) -> Option<ShareInputs> {
        self.inputs.share
    }

    /// No more than there are people left; said only where it is so.
    fn with_room(&self, met: Term, reached: f64) -> Term {
        let limit = self.share().and_then(|share| share.audience_limit);
        let room = (limit.unwrap_or(LARGEST) - reached).max(0.0);
        if met.value() <= room {
            return met;
        }
        let room = Source::calculated(Label::Words("explain-room"), room, Unit::Count);
        met.at_most(room.into())
    }

    /// Whether the people on site bring in the share step what they do in the follow step.
    fn follows(&self) -> bool {
        self.ripple.share.is_some_and(|share| share.onsite == OnSite::Follow) && self.step(StepKind::Follow).is_some()
    }

    /// An input by its field, as it counts.
    fn input(&self, field: &'static str, value: f64, unit: Unit, currency: &crate::plan::Currency) -> Term {
        let mut typed = value;
        Inputs::likely(self.ripple, currency).map(|at, number| {
            if at.field == field {
                typed = number;
            }
        });
        let label = Label::Of(label_of(field), Section::Ripple, self.ripple.id.clone());
        let place = Place::item(Section::Ripple, &self.ripple.id, field);
        Source::typed(label, place, value, unit).of_kind(Kind::used(typed, value)).into()
    }
}

impl<'a> Asked<'a> {
    fn rippling(&self, id: &Id) -> Option<Rippling<'a>> {
        let ripples = self.plan.ripples.iter().zip(&self.report.ripples);
        let (ripple, report) = only(ripples.filter(|(ripple, _)| ripple.id == *id))?;
        let inputs = Inputs::likely(ripple, &self.plan.currency).map(|field, number| field.kind.usable(number));
        Some(Rippling { ripple, report, inputs })
    }

    pub(super) fn step_value(&self, id: &Id, kind: StepKind, of: OfStep) -> Option<Value> {
        let rippling = self.rippling(id)?;
        let (index, step) = rippling.step(kind)?;
        Some(match of {
            OfStep::Cost => (self.units(rippling.cost(index)?), Unit::Money),
            OfStep::People => (step.people, Unit::Count),
            OfStep::Leads => (step.leads, Unit::Count),
            OfStep::Customers => (step.customers, Unit::Count),
            OfStep::Revenue => (step.revenue, Unit::Money),
            OfStep::Roi => (step.roi()?, Unit::Factor),
            OfStep::CostPerCustomer => (step.cost_per_customer()?, Unit::Price),
        })
    }

    pub(super) fn step_term(&self, id: &Id, kind: StepKind, of: OfStep) -> Option<Term> {
        let rippling = self.rippling(id)?;
        let (_, step) = rippling.step(kind)?;
        let own = |of| self.figure(Figure::Step(id.clone(), kind, of));
        match of {
            OfStep::Cost => Some(self.cost_term(&rippling, kind)),
            OfStep::People => self.people_term(&rippling, kind),
            OfStep::Leads => self.leads_term(&rippling, kind),
            OfStep::Customers => self.customers_term(&rippling, kind),
            OfStep::Revenue => {
                let value = rippling.inputs.funnel.value;
                Some(Term::Product(vec![own(OfStep::Customers)?, self.input(&rippling, "value", value, Unit::Money)]))
            }
            OfStep::Roi => Some(own(OfStep::Revenue)?.over(self.counted_cost(id, kind, step)?)),
            OfStep::CostPerCustomer => Some(self.counted_cost(id, kind, step)?.over(own(OfStep::Customers)?)),
        }
    }

    fn input(&self, rippling: &Rippling, field: &'static str, value: f64, unit: Unit) -> Term {
        rippling.input(field, value, unit, &self.plan.currency)
    }

    /// The cost that counts: amounts below zero are none.
    fn counted_cost(&self, id: &Id, kind: StepKind, step: &Step) -> Option<Term> {
        let shown = self.figure(Figure::Step(id.clone(), kind, OfStep::Cost))?;
        // The reward is rounded to the minor unit where it is shown.
        let is_same = (shown.value() - step.cost).abs() * 1e9 <= step.cost.abs();
        let counted = || Source::calculated(Label::Words("ripple-cost"), step.cost, Unit::Money).of_kind(Kind::Assumed);
        Some(if is_same { shown } else { counted().into() })
    }

    fn cost_term(&self, rippling: &Rippling, kind: StepKind) -> Term {
        let id = &rippling.ripple.id;
        let typed = |field, amount| {
            let label = Label::Of(label_of(field), Section::Ripple, id.clone());
            Term::from(Source::typed(label, Place::item(Section::Ripple, id, field), self.units(amount), Unit::Money))
        };
        let funnel = typed("cost", rippling.ripple.funnel.cost);
        let follow = rippling.ripple.follow.map(|follow| typed("follow_cost", follow.cost));
        let reward = || self.figure(Figure::Ripple(id.clone(), OfRipple::Reward));
        let terms: Vec<Term> = match kind {
            StepKind::Funnel => vec![funnel],
            StepKind::Follow => [Some(funnel), follow].into_iter().flatten().collect(),
            StepKind::Share => [Some(funnel), follow, reward()].into_iter().flatten().collect(),
        };
        sum_of(terms, Unit::Money)
    }

    /// What the people on site bring before anybody shares.
    fn on_site(&self, rippling: &Rippling, of: OfStep) -> Option<Term> {
        let kind = if rippling.follows() { StepKind::Follow } else { StepKind::Funnel };
        self.figure(Figure::Step(rippling.ripple.id.clone(), kind, of))
    }

    fn off_site(&self, rippling: &Rippling) -> Option<Term> {
        self.figure(Figure::Ripple(rippling.ripple.id.clone(), OfRipple::OffSite))
    }

    fn people_term(&self, rippling: &Rippling, kind: StepKind) -> Option<Term> {
        match kind {
            StepKind::Funnel | StepKind::Follow => {
                Some(self.input(rippling, "audience", rippling.inputs.funnel.audience, Unit::Count))
            }
            StepKind::Share => Some(Term::Sum(vec![self.on_site(rippling, OfStep::People)?, self.off_site(rippling)?])),
        }
    }

    fn leads_term(&self, rippling: &Rippling, kind: StepKind) -> Option<Term> {
        let funnel = &rippling.inputs.funnel;
        if kind != StepKind::Share {
            let audience = self.input(rippling, "audience", funnel.audience, Unit::Count);
            let rate = self.input(rippling, "lead_rate", funnel.lead_rate, Unit::Percent);
            return Some(Term::Product(vec![audience, rate]));
        }
        let rate = self.input(rippling, "offsite_lead_rate", rippling.share()?.lead_rate, Unit::Percent);
        let added = Term::Product(vec![self.off_site(rippling)?, rate]);
        Some(Term::Sum(vec![self.on_site(rippling, OfStep::Leads)?, added]))
    }

    fn customers_term(&self, rippling: &Rippling, kind: StepKind) -> Option<Term> {
        let funnel = &rippling.inputs.funnel;
        let id = &rippling.ripple.id;
        match kind {
            StepKind::Funnel => {
                let leads = self.figure(Figure::Step(id.clone(), kind, OfStep::Leads))?;
                let rate = self.input(rippling, "sign_rate", funnel.sign_rate, Unit::Percent);
                Some(Term::Product(vec![leads, rate]))
            }
            StepKind::Follow => {
                let audience = self.input(rippling, "audience", funnel.audience, Unit::Count);
                let conversion = rippling.inputs.follow?.conversion;
                Some(Term::Product(vec![audience, self.input(rippling, "conversion", conversion, Unit::Percent)]))
            }
            StepKind::Share => {
                let added = self.figure(Figure::Ripple(id.clone(), OfRipple::AddedCustomers))?;
                Some(Term::Sum(vec![self.on_site(rippling, OfStep::Customers)?, added]))
            }
        }
    }

    pub(super) fn ripple_value(&self, id: &Id, of: OfRipple) -> Option<Value> {
        let rippling = self.rippling(id)?;
        let report = rippling.report;
        let sharing = report.sharing.as_ref();
        Some(match of {
            OfRipple::Reward => {
                // What is too large to calculate with stands at zero.
                let share = rippling.ripple.share?;
                self.plan.currency.amount(share.vouchers * self.units(share.unit_cost))?;
                (self.units(report.reward), Unit::Money)
            }
            OfRipple::Reproduction => {
                rippling.share()?;
                (report.outcome.reproduction, Unit::Factor)
            }
            OfRipple::OffSite => {
                rippling.share()?;
                (report.offsite_people(), Unit::Count)
            }
            OfRipple::Round(number) => {
                (report.outcome.generations.get((number as usize).checked_sub(1)?)?.exposures, Unit::Count)
            }
            OfRipple::AddedCustomers => (sharing?.added_customers(), Unit::Count),
            OfRipple::AddedRevenue => (sharing?.added_revenue(), Unit::Money),
            // More than can be calculated with is no amount one could explain.
            OfRipple::DearestReward => (sharing?.dearest_reward.filter(|most| *most < LARGEST)?, Unit::Money),
        })
    }

    pub(super) fn ripple_term(&self, id: &Id, of: OfRipple) -> Option<Term> {
        let rippling = self.rippling(id)?;
        let share = rippling.share()?;
        let input = |field, value, unit| self.input(&rippling, field, value, unit);
        let step = |kind, of| self.figure(Figure::Step(id.clone(), kind, of));
        match of {
            OfRipple::Reward => {
                let typed = rippling.ripple.share?;
                let place = |field| Place::item(Section::Ripple, id, field);
                let label = |field| Label::Of(label_of(field), Section::Ripple, id.clone());
                let vouchers = Source::typed(label("vouchers"), place("vouchers"), typed.vouchers, Unit::Count);
                let cost = self.units(typed.unit_cost);
                let cost = Source::typed(label("unit_cost"), place("unit_cost"), cost, Unit::Money);
                Some(Term::Product(vec![vouchers.into(), cost.into()]))
            }
            OfRipple::Reproduction => Some(Term::Product(vec![
                input("reshare_rate", share.reshare_rate, Unit::Percent),
                input("contacts", share.contacts, Unit::Count),
            ])),
            OfRipple::OffSite => {
                let rounds = 1..=u32::try_from(rippling.report.outcome.generations.len()).ok()?;
                let rounds = rounds.map(|round| self.figure(Figure::Ripple(id.clone(), OfRipple::Round(round))));
                Some(sum_of(rounds.collect::<Option<Vec<_>>>()?, Unit::Count))
            }
            OfRipple::Round(number) => self.round_term(&rippling, number),
            OfRipple::AddedCustomers => Some(Term::Product(vec![
                self.off_site(&rippling)?,
                input("offsite_lead_rate", share.lead_rate, Unit::Percent),
                input("offsite_sign_rate", share.sign_rate, Unit::Percent),
            ])),
            OfRipple::AddedRevenue => {
                let on_site = if rippling.follows() { StepKind::Follow } else { StepKind::Funnel };
                Some(step(StepKind::Share, OfStep::Revenue)?.less(step(on_site, OfStep::Revenue)?))
            }
            OfRipple::DearestReward => {
                let sharing = rippling.report.sharing.as_ref()?;
                let without =
                    Source::calculated(Label::Words("explain-cost-before"), sharing.without.cost, Unit::Money);
                let at_funnel = step(StepKind::Share, OfStep::Revenue)?.over(step(StepKind::Funnel, OfStep::Roi)?);
                let each = at_funnel.less(without.into()).over(input("vouchers", share.vouchers, Unit::Count));
                Some(if each.value() < 0.0 { each.at_least(Term::Number(0.0)) } else { each })
            }
        }
    }

    /// e₁ = sharers·contacts, then each round the last one's times R; with an audience limit N only 1 − reached/N of them are new.
    fn round_term(&self, rippling: &Rippling, number: u32) -> Option<Term> {
        let (share, id) = (rippling.share()?, &rippling.ripple.id);
        let input = |field, value, unit| self.input(rippling, field, value, unit);
        let before = (number as usize).checked_sub(2).map(|index| rippling.report.outcome.generations.get(index));
        let Some(before) = before else {
            let sharers = input("sharers", share.sharers, Unit::Count);
            let met = Term::Product(vec![sharers, input("contacts", share.contacts, Unit::Count)]);
            return Some(rippling.with_room(met, 0.0));
        };
        let before = before?;
        let last = self.figure(Figure::Ripple(id.clone(), OfRipple::Round(number - 1)))?;
        let passed_on = self.figure(Figure::Ripple(id.clone(), OfRipple::Reproduction))?;
        let mut factors = vec![last, passed_on];
        if let Some(limit) = share.audience_limit {
            if limit <= 0.0 {
                return Some(Term::Number(0.0));
            }
            let limit = input("audience_limit", limit, Unit::Count);
            let reached = Source::calculated(Label::Words("explain-reached-before"), before.reached, Unit::Count);
            factors.push(Term::Number(1.0).less(Term::from(reached).over(limit)));
        }
        Some(rippling.with_room(Term::Product(factors), before.reached))
    }

    pub(super) fn ripples_value(&self, of: Yield) -> Option<Value> {
        if self.plan.ripples.is_empty() {
            return None;
        }
        let last =
            |value: fn(&Step) -> f64| self.report.ripples.iter().filter_map(|ripple| ripple.last()).map(value).sum();
        match of {
            Yield::Leads => Some((last(|step| step.leads), Unit::Count)),
            Yield::Customers => Some((last(|step| step.customers), Unit::Count)),
            Yield::Revenue => Some((last(|step| step.revenue), Unit::Money)),
            Yield::Registrations | Yield::Contacts => None,
        }
    }

    pub(super) fn ripples_term(&self, of: Yield) -> Option<Term> {
        let of = match of {
            Yield::Leads => OfStep::Leads,
            Yield::Customers => OfStep::Customers,
            Yield::Revenue => OfStep::Revenue,
            Yield::Registrations | Yield::Contacts => return None,
        };
        let last = |report: &RippleReport| {
            let kind = report.last()?.kind;
            self.figure(Figure::Step(report.id.clone(), kind, of))
        };
        let unit = if of == OfStep::Revenue { Unit::Money } else { Unit::Count };
        Some(sum_of(self.report.ripples.iter().map(last).collect::<Option<Vec<_>>>()?, unit))
    }
}

/// What an input is called.
fn label_of(field: &'static str) -> &'static str {
    match field {
        "cost" => "ripple-cost",
        "audience" => "odds-input-audience",
        "lead_rate" => "odds-input-onsite-lead-rate",
        "sign_rate" => "odds-input-onsite-sign-rate",
        "value" => "odds-input-value",
        "follow_cost" => "ripple-follow-cost",
        "conversion" => "odds-input-conversion",
        "vouchers" => "ripple-vouchers",
        "unit_cost" => "ripple-unit-cost",
        "sharers" => "odds-input-sharers",
        "contacts" => "odds-input-friends",
        "offsite_lead_rate" => "odds-input-offsite-lead-rate",
        "offsite_sign_rate" => "odds-input-offsite-sign-rate",
        "reshare_rate" => "odds-input-reshare-rate",
        _ => "ripple-audience-limit",
    }
}
