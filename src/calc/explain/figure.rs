//! Which calculated numbers can be asked about.

use crate::calc::chain::Link;
use crate::calc::ripple::StepKind;
use crate::plan::allocation::{Class, Task};
use crate::plan::goal::Measure;
use crate::plan::{Id, Plan};

/// A calculated number of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// A number of a channel.
    Channel(Id, By, OfChannel),
    /// A number of a channel in one month, 0 for the first.
    Month(Id, usize, OfMonth),
    /// Money of a task, or of all, in one month.
    MonthMoney(Option<Task>, usize),
    /// A number of a shared event.
    Event(Id, OfEvent),
    /// A number of a party of an event.
    Party(Id, Id, OfParty),
    /// The share of a party in those items of an event that are split together.
    Pool(Id, Id, usize),
    /// A number of several channels and events together.
    Sum(Whole, By, OfSum),
    /// Budget less what is allocated.
    Unallocated,
    /// A number of a step of a ripple.
    Step(Id, StepKind, OfStep),
    /// A number about how a ripple is passed on.
    Ripple(Id, OfRipple),
    /// What all ripples bring together.
    Ripples(Yield),
    /// What channels, events and ripples win together.
    Won(Yield),
    /// All money: of channels and events, and what ripples cost beyond their events.
    AllMoney,
    /// Everybody who registers, is met or is reached by a ripple.
    Reached,
    /// A number of the goal.
    Goal(Standing, Quantity),
    /// What a step of the chain from money to goal passes on.
    Rate(Link),
    /// The score of a level of the pyramid, 1 to 5.
    Level(u8),
    /// The mean of the levels' scores.
    Pyramid,
    /// Hours a week of a person.
    Effort(Id),
    /// Hours a week of a person as a part of those there are.
    Load(Id),
    /// Attention on the day of an event or ripple.
    Attention(Id),
    /// The same as a part of the period's highest.
    Carried(Id),
    /// The chance of reaching the target of a measure; of all at once.
    Chance(Option<Measure>),
    /// What happened so far, against the plan: of a channel, or of all.
    Track(Option<Id>, OfTrack),
}

/// Whether months that are over count by the plan or by what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// By the plan.
    Plan,
    /// By what happened, as far as that is known.
    Happened,
}

/// What money wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Yield {
    /// Registrations.
    Registrations,
    /// People met at events.
    Contacts,
    /// Leads.
    Leads,
    /// Customers.
    Customers,
    /// Revenue.
    Revenue,
}

impl Yield {
    /// All of them, from the money on.
    pub const ALL: [Self; 5] = [Self::Registrations, Self::Contacts, Self::Leads, Self::Customers, Self::Revenue];
}

/// A number of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfChannel {
    /// What it costs in the end, where some of that is spent.
    Spend,
    /// Its part of all money.
    Share,
    /// What it wins.
    Yield(Yield),
    /// The lower end of the 90 % range of its registrations.
    Low,
    /// The upper end.
    High,
    /// Money by registration.
    AverageCost,
    /// What the next amount buys.
    Next,
    /// The most that money buys, where it follows from two points.
    Ceiling,
    /// The money that buys half of that, where it follows from what is typed.
    Half,
}

impl OfChannel {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Low,
        Self::High,
        Self::Spend,
        Self::Share,
        Self::Yield(Yield::Registrations),
        Self::Yield(Yield::Contacts),
        Self::Yield(Yield::Leads),
        Self::Yield(Yield::Customers),
        Self::Yield(Yield::Revenue),
        Self::AverageCost,
        Self::Next,
        Self::Ceiling,
        Self::Half,
    ];
}

/// A number of a channel in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfMonth {
    /// Registrations.
    Registrations,
    /// Money that works in it.
    Working,
}

/// A number of a shared event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfEvent {
    /// Cost less income.
    Total,
    /// Our part of all money that is allocated.
    Share,
    /// What it wins.
    Yield(Yield),
    /// Our share by lead.
    CostPerLead,
    /// What the event would cost the parties alone, together.
    Alone,
    /// What the parties save together.
    Saving,
}

impl OfEvent {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Total,
        Self::Share,
        Self::Yield(Yield::Registrations),
        Self::Yield(Yield::Contacts),
        Self::Yield(Yield::Leads),
        Self::Yield(Yield::Customers),
        Self::Yield(Yield::Revenue),
        Self::CostPerLead,
        Self::Alone,
        Self::Saving,
    ];
}

/// A number of a party of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfParty {
    /// What it pays in the end.
    Share,
    /// Its cost alone less that.
    Saving,
    /// Paid less received less its share.
    Balance,
}

impl OfParty {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Share, Self::Saving, Self::Balance];
}

/// Which channels and events together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Whole {
    /// Those of a task.
    Task(Task),
    /// Those of a group.
    Group(Id),
    /// Those whose leads are of a class.
    Class(Class),
    /// All.
    All,
}

/// A number of several channels and events together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfSum {
    /// Money.
    Spend,
    /// Their part of all money.
    Share,
    /// What they win.
    Yield(Yield),
    /// Money by registration.
    AverageCost,
}

impl OfSum {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Spend,
        Self::Share,
        Self::Yield(Yield::Registrations),
        Self::Yield(Yield::Contacts),
        Self::Yield(Yield::Leads),
        Self::Yield(Yield::Customers),
        Self::Yield(Yield::Revenue),
        Self::AverageCost,
    ];
}

/// A number of a step of a ripple.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfStep {
    /// Money.
    Cost,
    /// People reached.
    People,
    /// Leads.
    Leads,
    /// Customers.
    Customers,
    /// Revenue.
    Revenue,
    /// Revenue by money.
    Roi,
    /// Money by customer.
    CostPerCustomer,
}

impl OfStep {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Cost, Self::People, Self::Leads, Self::Customers, Self::Revenue, Self::Roi, Self::CostPerCustomer];
}

/// A number about how a ripple is passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfRipple {
    /// What the rewards cost.
    Reward,
    /// How many more people each person reached brings.
    Reproduction,
    /// People reached off site.
    OffSite,
    /// People newly reached in a round, 1 for the first.
    Round(u32),
    /// Customers won off site.
    AddedCustomers,
    /// Revenue won off site.
    AddedRevenue,
    /// What a reward may cost at most.
    DearestReward,
}

/// A side of the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Before the plan.
    Baseline,
    /// With the plan.
    Expected,
    /// As it should be.
    Target,
    /// Expected as a part of the target.
    Reached,
    /// Target less expected.
    Missing,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Baseline, Self::Expected, Self::Target, Self::Reached, Self::Missing];
}

/// What the goal counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// Customers.
    Customers,
    /// Revenue by customer.
    Value,
    /// Contributed revenue.
    Revenue,
    /// Total revenue.
    Total,
    /// Contributed revenue as a part of total revenue.
    Share,
}

impl Quantity {
    /// All of them, in the order in which [`crate::calc::progress::report`] has them.
    pub const ALL: [Self; 5] = [Self::Customers, Self::Value, Self::Revenue, Self::Total, Self::Share];
}

impl From<Measure> for Quantity {
    fn from(measure: Measure) -> Self {
        match measure {
            Measure::Customers => Self::Customers,
            Measure::Revenue => Self::Revenue,
            Measure::Share => Self::Share,
        }
    }
}

/// What happened so far, against the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfTrack {
    /// Money spent.
    Spent,
    /// Registrations won.
    Won,
    /// Money spent as a part of what was planned for the same months.
    SpentOfPlan,
    /// Registrations won as a part of what was planned for the same months.
    WonOfPlan,
    /// Registrations won as a part of what the curve buys for the money.
    OfCurve,
    /// Money by registration, as planned for the same months.
    PlannedCost,
    /// Money by registration, as it happened.
    RealCost,
}

impl OfTrack {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Spent, Self::Won, Self::SpentOfPlan, Self::WonOfPlan, Self::OfCurve, Self::PlannedCost, Self::RealCost];
}

impl Figure {
    /// Every figure a plan may have; not each of them has a value in every plan.
    #[must_use]
    pub fn all(plan: &Plan) -> Vec<Self> {
        let mut all = Vec::new();
        for by in [By::Plan, By::Happened] {
            for channel in &plan.allocation.channels {
                all.extend(OfChannel::ALL.map(|of| Self::Channel(channel.id.clone(), by, of)));
            }
            let groups = plan.allocation.groups.iter().map(|group| Whole::Group(group.id.clone()));
            let wholes = Task::ALL.map(Whole::Task).into_iter().chain(Class::ALL.map(Whole::Class)).chain([Whole::All]);
            for whole in wholes.chain(groups) {
                all.extend(OfSum::ALL.map(|of| Self::Sum(whole.clone(), by, of)));
            }
        }
        let months = || 0..crate::calc::schedule::length(plan);
        for channel in &plan.allocation.channels {
            let of_month = |month| [OfMonth::Registrations, OfMonth::Working].map(|of| (month, of));
            all.extend(months().flat_map(of_month).map(|(month, of)| Self::Month(channel.id.clone(), month, of)));
        }
        let tasks = Task::ALL.map(Some).into_iter().chain([None]);
        all.extend(tasks.flat_map(|task| months().map(move |month| Self::MonthMoney(task, month))));
        for event in plan.events.iter() {
            all.extend(OfEvent::ALL.map(|of| Self::Event(event.id.clone(), of)));
            for party in &event.parties {
                all.extend(OfParty::ALL.map(|of| Self::Party(event.id.clone(), party.id.clone(), of)));
                let pools = 0..event.items.len();
                all.extend(pools.map(|pool| Self::Pool(event.id.clone(), party.id.clone(), pool)));
            }
        }
        for ripple in plan.ripples.iter() {
            for kind in StepKind::ALL {
                all.extend(OfStep::ALL.map(|of| Self::Step(ripple.id.clone(), kind, of)));
            }
            let rounds = (1..=ripple.share.map_or(0, |share| share.generations.min(20))).map(OfRipple::Round);
            let others = [
                OfRipple::Reward,
                OfRipple::Reproduction,
                OfRipple::OffSite,
                OfRipple::AddedCustomers,
                OfRipple::AddedRevenue,
                OfRipple::DearestReward,
            ];
            all.extend(others.into_iter().chain(rounds).map(|of| Self::Ripple(ripple.id.clone(), of)));
        }
        all.extend(Yield::ALL.map(Self::Ripples));
        all.extend(Yield::ALL.map(Self::Won));
        all.extend(Standing::ALL.into_iter().flat_map(|side| Quantity::ALL.map(|of| Self::Goal(side, of))));
        all.extend(Link::ALL.map(Self::Rate));
        all.extend((1..=crate::plan::pyramid::LEVELS).map(Self::Level));
        for person in &plan.team.people {
            all.extend([Self::Effort(person.id.clone()), Self::Load(person.id.clone())]);
        }
        let occasions = plan.events.iter().map(|event| &event.id).chain(plan.ripples.iter().map(|ripple| &ripple.id));
        all.extend(occasions.flat_map(|id| [Self::Attention(id.clone()), Self::Carried(id.clone())]));
        all.extend(Measure::ALL.map(Some).into_iter().chain([None]).map(Self::Chance));
        let tracked = plan.allocation.channels.iter().map(|channel| Some(channel.id.clone())).chain([None]);
        all.extend(tracked.flat_map(|id| OfTrack::ALL.map(|of| Self::Track(id.clone(), of))));
        all.extend([Self::Unallocated, Self::Pyramid, Self::AllMoney, Self::Reached]);
        all
    }
}
