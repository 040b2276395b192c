//! Numbers of a channel in one month: s·r(T·z)/T, with z = θ·z of the month before + (1 − θ)·x.

use crate::calc::finding::{Place, Section};
use crate::calc::schedule::{self, carry_over, course, is_even};
use crate::plan::{Channel, Id};

use super::channel::month_money;
use super::curve::lettered;
use super::source::{Label, Source, Unit};
use super::term::Term;
use super::{Asked, By, Figure, OfChannel, OfMonth, Value, Yield};

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
