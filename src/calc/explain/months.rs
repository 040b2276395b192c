//! Numbers of a channel in one month: s·r(T·z)/T, with z = θ·z of the month before + (1 − θ)·x.

use crate::calc::finding::{Place, Section};
use crate::calc::schedule::{self, carry_over, course, is_even};
use crate::plan::{Channel, Event, Id, Task};

use super::channel::month_money;
use super::curve::lettered;
use super::source::{Kind, Label, Source, Unit};
use super::term::Term;
use super::{Asked, By, Figure, OfChannel, OfMonth, OfSum, Value, Yield, sum_of};

impl Asked<'_> {
    pub(super) fn month_value(&self, id: &Id, month: usize, of: OfMonth) -> Option<Value> {
        let row = self.row(id, By::Plan)?;
        row.report.response.ok()?;
        match of {
            OfMonth::Registrations => Some((*row.report.months.as_ref()?.registrations.get(month)?, Unit::Count)),
            OfMonth::Working => {
                let works = self.working(row.channel).get(month).copied();
                works.filter(|_| carry_over(row.channel) > 0.0).map(|works| (works, Unit::Money))
            }
        }
    }

    pub(super) fn month_term(&self, id: &Id, month: usize, of: OfMonth) -> Option<Term> {
        let channel = self.row(id, By::Plan)?.channel;
        match of {
            OfMonth::Registrations => self.month_registrations(channel, month),
            OfMonth::Working => self.working_term(channel, month),
        }
    }

    fn month_registrations(&self, channel: &Channel, month: usize) -> Option<Term> {
        let season = *schedule::season(self.plan, channel).get(month)?;
        let place = Place::item(Section::Allocation, &channel.id, "season");
        let season = Source::typed(Label::Words("months-season"), place, season, Unit::Factor).as_letter("s");
        #[allow(clippy::cast_precision_loss)] // at most 120 months
        let months = schedule::length(self.plan) as f64;
        let months =
            Source::typed(Label::Words("settings-months"), Place::of(Section::Plan, "period"), months, Unit::Count);
        let months: Term = months.as_letter("T").into();
        if is_even(channel) {
            let all = Figure::Channel(channel.id.clone(), By::Plan, OfChannel::Yield(Yield::Registrations));
            return Some(Term::Product(vec![season.into(), self.figure(all)?]).over(months));
        }
        let works = match carry_over(channel) {
            0.0 => self.money_of(channel, month)?,
            _ => lettered(self.figure(Figure::Month(channel.id.clone(), month, OfMonth::Working))?, "z"),
        };
        let bought = self.response(channel, Term::Product(vec![months.clone(), works]))?;
        Some(Term::Product(vec![season.into(), bought]).over(months))
    }

    fn working_term(&self, channel: &Channel, month: usize) -> Option<Term> {
        let left = carry_over(channel);
        let place = Place::item(Section::Allocation, &channel.id, "carry_over");
        let left: Term = Source::typed(Label::Words("months-effect"), place, left, Unit::Percent).as_letter("θ").into();
        let before = if let Some(before) = month.checked_sub(1) {
            self.figure(Figure::Month(channel.id.clone(), before, OfMonth::Working))?
        } else {
            let before = course::of(self.plan, channel).still_works();
            Source::calculated(Label::Words("explain-before-period"), before, Unit::Money).into()
        };
        let fresh = Term::Product(vec![Term::Number(1.0).less(left.clone()), self.money_of(channel, month)?]);
        Some(Term::Sum(vec![Term::Product(vec![left, before]), fresh]))
    }

    /// Money of a task, or of all, in a month.
    pub(super) fn month_money(&self, task: Option<Task>, month: usize) -> Option<Value> {
        let shares = self.report.allocation.events.iter().map(|event| event.spend);
        let totals = match task {
            Some(task) => schedule::task_totals(self.plan, shares, task),
            None => schedule::totals(self.plan, shares),
        };
        totals.get(month).copied().flatten().map(|sum| (self.units(sum), Unit::Money))
    }

    pub(super) fn month_money_term(&self, task: Option<Task>, month: usize) -> Option<Term> {
        let Some(task) = task else {
            let tasks = Task::ALL.map(|task| self.figure(Figure::MonthMoney(Some(task), month)));
            return Some(sum_of(tasks.into_iter().collect::<Option<Vec<_>>>()?, Unit::Money));
        };
        let channels = self.plan.allocation.channels.iter().filter(|channel| channel.task == task);
        let channels = channels.map(|channel| {
            let money = self.units(*schedule::spends(self.plan, channel).get(month)?);
            let kind = if channel.schedule.spend.is_empty() { Kind::Calculated } else { Kind::Typed };
            let place = Place::item(Section::Allocation, &channel.id, "months");
            let label = Label::Item(Section::Allocation, channel.id.clone());
            Some(Source::typed(label, place, money, Unit::Money).of_kind(kind).into())
        });
        let events = self.plan.events.iter().enumerate();
        let paid = |event: &Event| event.task == task && schedule::event_month(self.plan, event.date) == month;
        let events = events.filter(|(_, event)| paid(event)).map(|(index, _)| self.of_event(index, OfSum::Spend));
        Some(sum_of(channels.chain(events).collect::<Option<Vec<_>>>()?, Unit::Money))
    }

    /// What works of a channel's money in each month.
    fn working(&self, channel: &Channel) -> Vec<f64> {
        course::of(self.plan, channel).effective(&self.monthly(channel))
    }

    /// What a channel spends in each month.
    fn monthly(&self, channel: &Channel) -> Vec<f64> {
        let amounts = schedule::spends(self.plan, channel).into_iter();
        amounts.map(|amount| crate::calc::numbers::units(&self.plan.currency, amount)).collect()
    }

    fn money_of(&self, channel: &Channel, month: usize) -> Option<Term> {
        let money = *self.monthly(channel).get(month)?;
        Some(month_money(channel, (money, !channel.schedule.spend.is_empty())))
    }
}
