//! Numbers of a channel.

use crate::calc::allocation::{self, AllocationReport, ChannelReport};
use crate::calc::finding::{Place, Section};
use crate::calc::happened::Known;
use crate::calc::numbers::{count, rate};
use crate::calc::schedule::{InProportion, is_even, length, spends};
use crate::plan::allocation::Class;
use crate::plan::{Channel, Id, Money};

use super::curve::lettered;
use super::source::{Kind, Label, Source, Unit};
use super::term::Term;
use super::{Asked, By, Figure, OfChannel, OfMonth, OfSum, Value, Whole, Yield, only, sum_of};

/// A channel, its row, and what is known of it where that counts.
pub(super) struct Row<'a> {
    pub(super) channel: &'a Channel,
    pub(super) report: &'a ChannelReport,
    known: Option<&'a Known>,
}

impl<'a> Asked<'a> {
    /// The rows that count.
    pub(super) fn rows(&self, by: By) -> &'a AllocationReport {
        match by {
            By::Plan => &self.report.allocation,
            By::Happened => self.report.expected(),
        }
    }

    pub(super) fn row(&self, id: &Id, by: By) -> Option<Row<'a>> {
        let channels = self.plan.allocation.channels.iter().enumerate();
        let (index, channel) = only(channels.filter(|(_, channel)| channel.id == *id))?;
        let happened = self.report.happened.as_ref().filter(|_| by == By::Happened);
        let known = happened.and_then(|happened| happened.channels.get(index)).filter(|known| known.money.is_some());
        Some(Row { channel, report: self.rows(by).channels.get(index)?, known })
    }

    pub(super) fn channel_value(&self, id: &Id, by: By, of: OfChannel) -> Option<Value> {
        let Row { channel, report: row, known } = self.row(id, by)?;
        let curve = |number: f64, unit| (row.response.is_ok()).then_some((number, unit));
        match of {
            OfChannel::Spend => known.map(|_| (self.units(row.spend), Unit::Money)),
            OfChannel::Share => self.share_of(row.share, by),
            OfChannel::Yield(Yield::Contacts) => None,
            OfChannel::Yield(of) => curve(won(&row.won, of), unit_of(of)),
            OfChannel::Low | OfChannel::High if by == By::Happened => None,
            OfChannel::Low => curve(row.range?.low, Unit::Count),
            OfChannel::High => curve(row.range?.high, Unit::Count),
            OfChannel::AverageCost => curve(row.average_cost?, Unit::Price),
            // What more money buys is asked of the plan alone.
            OfChannel::Next => curve(row.next, Unit::Count).filter(|_| by == By::Plan && channel.spend >= Money::ZERO),
            OfChannel::Ceiling => {
                self.ceiling_term(channel).and(row.response.ok()).map(|response| (response.ceiling(), Unit::Count))
            }
            OfChannel::Half => match row.response.ok()? {
                crate::calc::curve::Response::Hill { half, .. } => self.half_term(channel).map(|_| (half, Unit::Money)),
                _ => None,
            },
        }
    }

    pub(super) fn channel_term(&self, id: &Id, by: By, of: OfChannel) -> Option<Term> {
        let row = self.row(id, by)?;
        match of {
            OfChannel::Spend => self.spent_term(&row),
            OfChannel::Share => {
                Some(self.spend(&row, by)?.over(self.figure(Figure::Sum(Whole::All, by, OfSum::Spend))?))
            }
            OfChannel::Yield(Yield::Registrations) => match row.known {
                Some(known) => self.happened_term(&row, known),
                None => self.registrations_term(row.channel),
            },
            OfChannel::Yield(Yield::Contacts) => None,
            OfChannel::Yield(of) => self.passed_on_term(&row, by, of),
            OfChannel::AverageCost => {
                let registrations = OfChannel::Yield(Yield::Registrations);
                Some(self.spend(&row, by)?.over(self.figure(Figure::Channel(id.clone(), by, registrations))?))
            }
            OfChannel::Low | OfChannel::High => self.end_term(row.channel, of == OfChannel::High),
            OfChannel::Next => self.next_term(row.channel),
            OfChannel::Ceiling => self.ceiling_term(row.channel),
            OfChannel::Half => self.half_term(row.channel),
        }
    }

    /// A part of all money, where that is known.
    pub(super) fn share_of(&self, share: f64, by: By) -> Option<Value> {
        let all = &self.rows(by).total;
        (!all.too_large && all.spend > Money::ZERO).then_some((share, Unit::Percent))
    }

    /// What a channel costs, as a part of a formula: typed, or with what was spent.
    pub(super) fn spend(&self, row: &Row, by: By) -> Option<Term> {
        match row.known {
            Some(_) => self.figure(Figure::Channel(row.channel.id.clone(), by, OfChannel::Spend)),
            None => Some(self.budget(row.channel)),
        }
    }

    fn budget(&self, channel: &Channel) -> Term {
        let place = Place::item(Section::Allocation, &channel.id, "spend");
        let label = Label::Of("common-budget", Section::Allocation, channel.id.clone());
        Source::typed(label, place, self.units(channel.spend), Unit::Money).into()
    }

    /// The money that works on the curve: below zero it is as good as none.
    fn money(&self, channel: &Channel) -> Term {
        let (typed, used) = (self.units(channel.spend), self.units(channel.spend).max(0.0));
        match self.budget(channel) {
            Term::Known(source) => {
                Source { value: used, kind: Kind::used(typed, used), ..source }.as_letter("x").into()
            }
            other => other,
        }
    }

    /// r(x), or the sum of the months where these are not all alike.
    fn registrations_term(&self, channel: &Channel) -> Option<Term> {
        if is_even(channel) {
            return self.response(channel, self.money(channel));
        }
        // Money below zero is a finding; months tell nothing of it, nor where they are locked at other amounts than the channel gets.
        Money::total(spends(self.plan, channel)).filter(|sum| *sum == channel.spend && *sum >= Money::ZERO)?;
        let months = 0..length(self.plan);
        let month = |month| self.figure(Figure::Month(channel.id.clone(), month, OfMonth::Registrations));
        Some(sum_of(months.map(month).collect::<Option<Vec<_>>>()?, Unit::Count))
    }

    /// r(x + n) − r(x).
    fn next_term(&self, channel: &Channel) -> Option<Term> {
        let next = self.report.allocation.next_amount;
        let step = Place::of(Section::Allocation, "step");
        let amount = Source::fixed("explain-next-amount", self.units(next), Unit::Money).leading_to(step);
        if is_even(channel) {
            let more = Term::Sum(vec![self.money(channel), amount.into()]);
            return Some(self.response(channel, more)?.less(self.response(channel, self.money(channel))?));
        }
        let response = crate::calc::curve::Response::of(&channel.curve, &self.plan.currency).ok()?;
        let months = InProportion::of(self.plan, channel)?;
        let more = months.value(response, self.units(channel.spend) + self.units(next));
        let more = Source::calculated(Label::Words("explain-with-next"), more, Unit::Count);
        let now = Figure::Channel(channel.id.clone(), By::Plan, OfChannel::Yield(Yield::Registrations));
        Some(Term::from(more).less(self.figure(now)?))
    }

    /// Leads, customers or revenue: what came before times its rate, and what was counted instead of that.
    fn passed_on_term(&self, row: &Row, by: By, of: Yield) -> Option<Term> {
        let channel = row.channel;
        let class = channel.task.class();
        let (before, factor) = match of {
            Yield::Leads => (Yield::Registrations, self.lead_rate(channel)),
            Yield::Customers => (Yield::Leads, self.close_rate(class)),
            Yield::Revenue => (Yield::Customers, self.customer_value(class)),
            Yield::Registrations | Yield::Contacts => return None,
        };
        let before = self.figure(Figure::Channel(channel.id.clone(), by, OfChannel::Yield(before)))?;
        let Some(counted) = row.known.and_then(|known| self.counted(channel, known, of)) else {
            return Some(Term::Product(vec![before, factor]));
        };
        Some(Term::Sum(vec![counted.number, Term::Product(vec![before.less(counted.of), factor])]))
    }

    /// The share of a channel's registrations that become leads: its own, its group's, or none.
    fn lead_rate(&self, channel: &Channel) -> Term {
        let groups = &self.plan.allocation.groups;
        let group = channel.group.as_ref().and_then(|id| groups.iter().find(|group| group.id == *id));
        let (owner, estimate) = match (channel.lead_rate, group.and_then(|group| Some((group, group.lead_rate?)))) {
            (Some(own), _) => (&channel.id, Some(own)),
            (None, Some((group, of_group))) => (&group.id, Some(of_group)),
            (None, None) => (&channel.id, None),
        };
        let label = Label::Of("allocation-lead-rate", Section::Allocation, owner.clone());
        let place = Place::item(Section::Allocation, owner, "lead_rate");
        let typed = estimate.map_or(f64::NAN, |estimate| estimate.likely);
        rated(label, place, typed)
    }

    /// The share of a class's leads that become customers.
    pub(super) fn close_rate(&self, class: Class) -> Term {
        let field = if class == Class::A { "class_a" } else { "class_b" };
        let typed = allocation::rates(&self.plan.allocation, class).close_rate.likely;
        rated(Label::Words(close_rate_key(class)), Place::of(Section::Allocation, field), typed)
    }

    /// Revenue by customer of a class.
    pub(super) fn customer_value(&self, class: Class) -> Term {
        let field = if class == Class::A { "value_a" } else { "value_b" };
        let typed = self.units(allocation::rates(&self.plan.allocation, class).value.likely);
        let key = if class == Class::A { "odds-input-value-a" } else { "odds-input-value-b" };
        let place = Place::of(Section::Allocation, field);
        Source::typed(Label::Words(key), place, count(typed), Unit::Money)
            .of_kind(Kind::used(typed, count(typed)))
            .into()
    }

    /// Registrations of months that are over and of those to come.
    fn happened_term(&self, row: &Row, known: &Known) -> Option<Term> {
        let id = &row.channel.id;
        let track = |field| Place::item(Section::Track, id, field);
        let of = |part: fn(&crate::calc::happened::Part) -> f64| known.parts.iter().map(part).sum::<f64>();
        let counted = Source::typed(
            Label::Words("explain-counted-registrations"),
            track("months"),
            of(|part| part.registrations),
            Unit::Count,
        );
        let by_curve = Source::calculated(Label::Words("explain-by-curve"), of(|part| part.by_curve), Unit::Count);
        let to_come = Source::calculated(Label::Words("explain-to-come"), of(|part| part.to_come), Unit::Count);
        let planned = of(|part| part.planned);
        let of_plan = Figure::Channel(id.clone(), By::Plan, OfChannel::Yield(Yield::Registrations));
        let mut terms: Vec<Term> = vec![
            counted.of_kind(Kind::Happened).into(),
            by_curve.leading_to(track("months")).into(),
            to_come.leading_to(Place::item(Section::Allocation, id, "spend")).into(),
        ];
        if planned > 0.0 {
            let part = Source::calculated(Label::Words("explain-unknown-months"), planned, Unit::Percent);
            terms.push(Term::Product(vec![part.into(), self.figure(of_plan)?]));
        }
        Some(sum_of(terms, Unit::Count))
    }

    /// What is spent, what counts as spent, and what is left.
    fn spent_term(&self, row: &Row) -> Option<Term> {
        let money = row.known?.money?;
        let [known, committed] = [money.known, money.committed].map(|amount| self.units(amount));
        let id = &row.channel.id;
        let spent =
            Source::typed(Label::Words("explain-spent"), Place::item(Section::Track, id, "months"), known, Unit::Money);
        let unknown = Source::calculated(Label::Words("explain-spent-by-plan"), committed - known, Unit::Money);
        let left = self.units(row.report.spend) - committed;
        let left = Source::calculated(Label::Words("explain-left"), left, Unit::Money);
        let place = Place::item(Section::Allocation, id, "spend");
        let terms: [Term; 3] = [spent.of_kind(Kind::Happened).into(), unknown.into(), left.leading_to(place).into()];
        Some(sum_of(terms, Unit::Money))
    }

    /// What was counted of leads, customers or revenue, and what comes before it in the same months.
    fn counted(&self, channel: &Channel, known: &Known, of: Yield) -> Option<Counted> {
        let happened = self.report.happened.as_ref()?;
        let index = self.plan.allocation.channels.iter().position(|other| other.id == channel.id)?;
        let parts = known.parts.iter().filter_map(|part| {
            let number = match of {
                Yield::Leads => part.leads,
                Yield::Customers => part.customers,
                _ => part.revenue,
            }?;
            let won = happened.won(self.plan, &self.report.allocation, index, part);
            let before = match of {
                Yield::Leads => won.registrations,
                Yield::Customers => won.leads,
                _ => won.customers,
            };
            Some((number, before))
        });
        let parts: Vec<(f64, f64)> = parts.collect();
        if parts.is_empty() {
            return None;
        }
        let (number, before) = parts.iter().fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
        let (counted, of_them) = match of {
            Yield::Leads => ("explain-counted-leads", "explain-registrations-of-counted"),
            Yield::Customers => ("explain-counted-customers", "explain-leads-of-counted"),
            _ => ("explain-counted-revenue", "explain-customers-of-counted"),
        };
        let place = Place::item(Section::Track, &channel.id, "months");
        let number = Source::typed(Label::Words(counted), place.clone(), number, unit_of(of)).of_kind(Kind::Happened);
        let of = Source::calculated(Label::Words(of_them), before, Unit::Count).leading_to(place);
        Some(Counted { number: number.into(), of: of.into() })
    }

    /// An end of the 90 % range of a channel's registrations: so many times as many.
    fn end_term(&self, channel: &Channel, is_high: bool) -> Option<Term> {
        let range = channel.registrations_range?;
        let typed = if is_high { range.high } else { range.low };
        let place = Place::item(Section::Allocation, &channel.id, "registrations_range");
        let factor = Source::typed(Label::Words("explain-range-factor"), place, count(typed), Unit::Factor);
        let likely = Figure::Channel(channel.id.clone(), By::Plan, OfChannel::Yield(Yield::Registrations));
        Some(Term::Product(vec![self.figure(likely)?, factor.of_kind(Kind::used(typed, count(typed))).into()]))
    }
}

/// The money x of a month under its letter.
pub(super) fn month_money(channel: &Channel, (money, is_typed): (f64, bool)) -> Term {
    let place = Place::item(Section::Allocation, &channel.id, "months");
    let kind = if is_typed { Kind::Typed } else { Kind::Calculated };
    let source = Source::typed(Label::Words("explain-month-money"), place, money, Unit::Money).of_kind(kind);
    lettered(source.into(), "x")
}

/// What was counted, and what would have passed it on.
struct Counted {
    number: Term,
    of: Term,
}

/// A rate that is used: what cannot be one is brought into 0 to 1, what nobody typed counts as none.
pub(super) fn rated(label: Label, place: Place, typed: f64) -> Term {
    let used = rate(typed);
    Source::typed(label, place, used, Unit::Percent).of_kind(Kind::used(typed, used)).into()
}

pub(super) fn close_rate_key(class: Class) -> &'static str {
    if class == Class::A { "odds-input-close-a" } else { "odds-input-close-b" }
}

/// The unit of what money wins.
pub(super) fn unit_of(of: Yield) -> Unit {
    if of == Yield::Revenue { Unit::Money } else { Unit::Count }
}

/// One of the things that money wins.
pub(super) fn won(won: &allocation::Won, of: Yield) -> f64 {
    match of {
        Yield::Registrations => won.registrations,
        Yield::Contacts => won.contacts,
        Yield::Leads => won.leads,
        Yield::Customers => won.customers,
        Yield::Revenue => won.revenue,
    }
}
