//! Changing the money of months, each change with its step in the history; and what is kept from being changed.

use crate::calc::schedule::{self, edit};
use crate::plan::{Allocation, Channel, Id, Money};
use crate::t;
use crate::words::{number, parse};

use super::Desk;
use super::cells::cell_name;
use super::lines::Lines;

/// Why the money of a month stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// The channel is locked.
    Channel,
    /// The month is locked.
    Month,
    /// The channel cannot run in it.
    Off,
}

impl Held {
    /// What holds a month of a channel.
    pub(super) fn of(channel: &Channel, month: usize) -> Option<Self> {
        match (channel.locked, channel.schedule.is_locked(month), channel.schedule.is_off(month)) {
            (true, ..) => Some(Self::Channel),
            (_, true, _) => Some(Self::Month),
            (_, _, true) => Some(Self::Off),
            _ => None,
        }
    }

    /// Whether it keeps an amount from taking the place of another.
    pub(super) fn refuses(self, old: Money, new: Money) -> bool {
        new != old && !(self == Self::Off && new == Money::ZERO)
    }

    /// The key of the words that say so.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Channel => "months-held-channel",
            Self::Month => "months-held-month",
            Self::Off => "months-held-off",
        }
    }
}

/// An amount as it is typed into a cell; nothing typed is nothing.
fn read(desk: &Desk<'_>, text: &str) -> Result<Money, String> {
    match text.trim() {
        "" | number::NOTHING | "–" | "-" => Ok(Money::ZERO),
        text => parse::money(text, desk.cx.currency()).map_err(|problem| problem.say(desk.cx.words)),
    }
}

impl Desk<'_> {
    /// Reads the money of a month that was `old`.
    pub(super) fn read_month(&self, channel: &Channel, at: (usize, Money), text: &str) -> Result<Money, String> {
        let (month, old) = at;
        let new = read(self, text)?;
        if let Some(held) = Held::of(channel, month).filter(|held| held.refuses(old, new)) {
            return Err(self.cx.words.text(held.key()));
        }
        let sum = channel.spend.minus(old).and_then(|rest| rest.plus(new));
        sum.map(|_| new).ok_or_else(|| self.cx.words.text("months-too-large"))
    }

    /// Reads what a channel is to get: locked months keep theirs.
    pub(super) fn read_sum(&self, channel: &Channel, text: &str) -> Result<Money, String> {
        let (words, months) = (self.cx.words, self.months());
        let new = read(self, text)?;
        if new == channel.spend {
            return Ok(new);
        }
        if channel.locked {
            return Err(words.text(Held::Channel.key()));
        }
        let locked = edit::locked(channel, months);
        if new < locked || !edit::has_open(&channel.schedule, months) {
            let amount = number::amount_named(words, self.cx.currency(), locked);
            return Err(t!(words, "months-sum-locked", amount = amount));
        }
        Ok(new)
    }

    /// Gives one month so much.
    pub(super) fn put(&mut self, channel: &Channel, month: usize, amount: Money) {
        let (step, months) = (self.step("months-step-type", &cell_name(self.cx, channel, month)), self.months());
        self.change(step, &channel.id, |channel| {
            edit::put(channel, &[(month, amount)], months);
        });
    }

    /// Gives a channel so much; its months share it.
    pub(super) fn give(&mut self, channel: &Channel, spend: Money) {
        let (step, months) = (self.step("months-step-sum", &channel.name), self.months());
        self.change(step, &channel.id, |channel| schedule::give(channel, spend, months));
    }

    /// Locks a month or opens it.
    pub(super) fn lock(&mut self, channel: &Channel, month: usize) {
        let locked = !channel.schedule.is_locked(month);
        let key = if locked { "months-step-lock" } else { "months-step-unlock" };
        let (step, months) = (self.step(key, &cell_name(self.cx, channel, month)), self.months());
        self.change(step, &channel.id, |channel| edit::lock(channel, month, locked, months));
    }

    /// Says that a channel cannot run in a month, or that it can.
    pub(super) fn close(&mut self, channel: &Channel, month: usize) {
        let closed = !channel.schedule.is_off(month);
        let key = if closed { "months-step-off" } else { "months-step-on" };
        let (step, months) = (self.step(key, &cell_name(self.cx, channel, month)), self.months());
        self.change(step, &channel.id, |channel| edit::close(channel, month, closed, months));
    }

    /// States the cash of a month.
    pub(super) fn put_cash(&mut self, month: usize, amount: Option<Money>) {
        let months = self.months();
        let name = super::cells::month_name(self.cx, month);
        self.allocation.change(t!(self.cx.words, "months-step-cash", month = name), |allocation| {
            edit::put_cash(&mut allocation.cash, &[(month, amount)], months);
        });
    }

    /// Spreads what channels get anew: the selected one, or all of them but those that are locked.
    pub(super) fn spread(&mut self, lines: &Lines, spread: impl Fn(&mut Channel, usize)) {
        let months = self.months();
        let targets = self.targets(lines);
        let step = match (self.view.spreads_all, self.channel(targets.first())) {
            (false, Some(channel)) => self.step("months-step-spread", &channel.name),
            _ => self.cx.words.text("months-step-spread-all"),
        };
        self.allocation.change(step, |allocation| {
            for index in targets {
                if let Some(channel) = allocation.channels.get_mut(index) {
                    spread(channel, months);
                }
            }
        });
    }

    /// The channels whose money is spread.
    pub(super) fn targets(&self, lines: &Lines) -> Vec<usize> {
        let channels = &self.cx.plan.allocation.channels;
        let is_meant = |channel: &Channel| self.view.spreads_all || self.view.selected.as_ref() == Some(&channel.id);
        let is_open = |index: &usize| channels.get(*index).is_some_and(|channel| !channel.locked && is_meant(channel));
        lines.channels.iter().copied().filter(is_open).collect()
    }

    fn channel(&self, index: Option<&usize>) -> Option<&Channel> {
        self.cx.plan.allocation.channels.get(*index?)
    }

    pub(super) fn step(&self, key: &'static str, item: &str) -> String {
        t!(self.cx.words, key, item = item)
    }

    /// Changes one channel.
    pub(super) fn change(&mut self, step: String, id: &Id, edit: impl FnOnce(&mut Channel)) {
        self.allocation.change(step, |allocation: &mut Allocation| {
            if let Some(channel) = allocation.channels.iter_mut().find(|channel| channel.id == *id) {
                edit(channel);
            }
        });
    }
}
