//! The months that are left of a plan: what is spent is spent, and the rest of the money can still be split another way.

use crate::plan::{Channel, Money, Plan};

use super::allocation::{AllocationReport, ChannelReport, Won};
use super::curve::Response;
use super::happened::{self, Spent};
use super::months;
use super::track::ledger::{Ledger, Month};

/// What is left of a plan from a month on.
#[derive(Clone, Debug, PartialEq)]
pub struct Rest {
    /// The number of the first month that is left, 0 for the first of the period.
    pub from: u32,
    /// How many months there are.
    pub months: u32,
    /// The channels, in the plan's order; `None` where nothing is known of one, so that all of it counts by the plan.
    pub channels: Vec<Option<Ahead>>,
}

/// A channel before and from that month on.
#[derive(Clone, Debug, PartialEq)]
pub struct Ahead {
    /// What counts as spent: what is known, and the plan's money for months of which that is not.
    pub spent: Money,
    /// What it costs in all by the plan as it is: what is spent at least.
    pub present: Money,
    /// What the months before come to.
    pub won: Won,
    /// Money of each month before.
    pub months: Vec<Money>,
}

impl Ahead {
    fn of(
        plan: &Plan,
        (channel, row): (&Channel, &ChannelReport),
        known: &[Month],
        (from, months): (u32, u32),
    ) -> Self {
        let money = Spent::of(row, known, from, months);
        let before = happened::spent_before(plan, channel, known, &money);
        let won = happened::won_before(plan, row, known, (channel, &money));
        Self { spent: money.committed, present: money.committed.max(channel.spend), won, months: before }
    }
}

impl Rest {
    /// The months from `from` on; `None` where these are all. Later than the first month that is not over, the months between
    /// count by the plan.
    #[must_use]
    pub fn of(plan: &Plan, allocation: &AllocationReport, ledger: &Ledger, from: u32) -> Option<Self> {
        let months = months::period(plan).months;
        let from = from.min(months);
        if from == 0 {
            return None;
        }
        let ahead = |(index, (channel, row)): (usize, (&Channel, &ChannelReport))| {
            let known = ledger.channels.get(index).map_or(&[][..], Vec::as_slice);
            let by_plan = from == ledger.over && !known.iter().any(Month::is_known);
            (!by_plan).then(|| Ahead::of(plan, (channel, row), known, (from, months)))
        };
        let rows = plan.allocation.channels.iter().zip(&allocation.channels).enumerate();
        Some(Self { from, months, channels: rows.map(ahead).collect() })
    }

    /// The same month by month: a channel of which nothing is known spends and wins by the plan in the months before, too.
    #[must_use]
    pub fn by_plan(&self, plan: &Plan, allocation: &AllocationReport) -> Self {
        let rows = plan.allocation.channels.iter().zip(&allocation.channels).zip(&self.channels);
        let ahead = rows
            .map(|(row, known)| known.clone().unwrap_or_else(|| Ahead::of(plan, row, &[], (self.from, self.months))));
        Self { channels: ahead.map(Some).collect(), ..*self }
    }

    /// A channel before and from that month on; `None` where all of it counts by the plan.
    #[must_use]
    pub fn ahead(&self, index: usize) -> Option<&Ahead> {
        self.channels.get(index)?.as_ref()
    }

    /// The curve of the months that are left.
    #[must_use]
    pub fn curve(&self, whole: Response) -> Response {
        match self.months - self.from {
            0 => Response::NOTHING,
            left => whole.of_months(left, self.months),
        }
    }
}

/// What a better split of a plan's money is sought from.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What its channels and events come to by themselves.
    pub allocation: &'a AllocationReport,
    /// The months that are left, where some are over.
    pub rest: Option<&'a Rest>,
}

impl<'a> Basis<'a> {
    /// What each channel costs by the plan as it is.
    pub fn present(self) -> impl Iterator<Item = Money> + 'a {
        let ahead = move |(index, channel): (usize, &Channel)| {
            self.rest.and_then(|rest| rest.ahead(index)).map_or(channel.spend, |ahead| ahead.present)
        };
        self.plan.allocation.channels.iter().enumerate().map(ahead)
    }

    /// What all channels and own shares of events cost by the plan as it is; nothing where that is too large.
    #[must_use]
    pub fn present_total(self) -> Money {
        if self.rest.is_none() {
            return self.allocation.total.spend;
        }
        let shares = self.allocation.events.iter().map(|event| event.spend);
        Money::total(self.present().chain(shares)).filter(|_| !self.allocation.too_large).unwrap_or_default()
    }
}

/// A plan with what is needed to seek a better split of its money, by itself.
#[derive(Clone, Debug)]
pub struct Sought {
    /// What its channels and events come to.
    pub allocation: AllocationReport,
    /// The months that are left, where something is known of some that are over.
    pub rest: Option<Rest>,
}

impl Sought {
    /// All that a search needs of the report.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let allocation = super::allocation::report(plan, &super::event::reports(&plan.events));
        let ledger = super::track::ledger::ledger(plan);
        let rest = ledger.is_known().then(|| Rest::of(plan, &allocation, &ledger, ledger.over)).flatten();
        Self { allocation, rest }
    }

    /// The same as references.
    #[must_use]
    pub fn basis<'a>(&'a self, plan: &'a Plan) -> Basis<'a> {
        Basis { plan, allocation: &self.allocation, rest: self.rest.as_ref() }
    }
}
