//! What refers to something that is to go, what may take its place, and taking it out of the plan: listing and handing
//! over stand side by side, so that nothing is left that leads nowhere.

mod party;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::plan::actuals::{Campaign, ChannelActual};
use crate::plan::allocation::{Allocation, Group};
use crate::plan::goal::SubMeasure;
use crate::plan::team::KpiEffect;
use crate::plan::{Date, Id, Money, Plan, Scenario, Task};

use super::duties::{self, Duty};

/// Something that others refer to by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A person of the team.
    Person(Id),
    /// A function of the team.
    Function(Id),
    /// A criterion of the pyramid.
    Criterion(Id),
    /// A group of channels.
    Group(Id),
    /// Channels, all at once.
    Channels(Vec<Id>),
    /// A shared event.
    Event(Id),
    /// A party of a shared event.
    Party {
        /// The event.
        event: Id,
        /// The party.
        party: Id,
    },
    /// A ripple.
    Ripple(Id),
}

impl Target {
    /// The one target of the same kind with another id.
    #[must_use]
    pub fn with_id(&self, id: Id) -> Self {
        match self {
            Self::Person(_) => Self::Person(id),
            Self::Function(_) => Self::Function(id),
            Self::Criterion(_) => Self::Criterion(id),
            Self::Group(_) => Self::Group(id),
            Self::Channels(_) => Self::Channels(vec![id]),
            Self::Event(_) => Self::Event(id),
            Self::Party { event, .. } => Self::Party { event: event.clone(), party: id },
            Self::Ripple(_) => Self::Ripple(id),
        }
    }
}

/// Something that refers to a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// Names a person.
    Duty(Duty),
    /// A KPI that pulls against the function.
    Kpi(Id),
    /// Answers of a day to the criterion.
    Answers(Date),
    /// A channel of the group.
    Channel(Id),
    /// A sub-goal that measures the group or the ripple.
    SubGoal(Id),
    /// A topic that is meant for the event or the ripple.
    Topic(Id),
    /// A ripple that belongs to the event.
    Ripple(Id),
    /// Who plans is this party.
    Us,
    /// The party paid for an item of the event.
    Paid(Id),
    /// The party received an income of the event.
    Received(Id),
    /// The party shares an item with some others.
    Shares(Id),
    /// The party alone bears an item.
    BearsAlone(Id),
    /// A scenario that gives the channel other money.
    Scenario(Id),
    /// What the channel spent and won in a month.
    Actual(Date),
    /// A campaign that counts for the channel.
    Campaign(Id),
}

/// Everything that refers to a target, in the order of the tabs.
#[must_use]
pub fn references(plan: &Plan, target: &Target) -> Vec<Reference> {
    match target {
        Target::Person(id) => duties::of(plan, id).into_iter().map(Reference::Duty).collect(),
        Target::Function(id) => kpis_against(plan, id).map(Reference::Kpi).collect(),
        Target::Criterion(id) => {
            let answered = plan.pyramid.assessments.iter().filter(|assessment| assessment.answers.contains_key(id));
            answered.map(|assessment| Reference::Answers(assessment.day)).collect()
        }
        Target::Group(id) => {
            let measured =
                sub_goals(plan, |measure| matches!(measure, SubMeasure::GroupRegistrations { group } if group == id));
            measured
                .chain(members(&plan.allocation, id).map(|channel| Reference::Channel(channel.id.clone())))
                .collect()
        }
        Target::Channels(ids) => to_channels(plan, ids),
        Target::Event(id) => {
            let ripples = plan.ripples.iter().filter(|ripple| ripple.event.as_ref() == Some(id));
            ripples.map(|ripple| Reference::Ripple(ripple.id.clone())).chain(topics(plan, id)).collect()
        }
        Target::Party { event, party } => {
            let event = plan.events.iter().find(|other| other.id == *event);
            event.map(|event| party::references(event, party)).unwrap_or_default()
        }
        Target::Ripple(id) => {
            let measured =
                sub_goals(plan, |measure| matches!(measure, SubMeasure::PeopleReached { ripple } if ripple == id));
            measured.chain(topics(plan, id)).collect()
        }
    }
}

/// What may take the place of a target, in the order it is shown; answers to a criterion cannot be given to another.
#[must_use]
pub fn heirs(plan: &Plan, target: &Target) -> Vec<Id> {
    fn others<'a>(ids: impl Iterator<Item = &'a Id>, id: &Id) -> Vec<Id> {
        ids.filter(|other| *other != id).cloned().collect()
    }
    match target {
        Target::Person(id) => others(plan.team.people.iter().map(|person| &person.id), id),
        Target::Function(id) => others(plan.team.functions.iter().map(|function| &function.id), id),
        Target::Criterion(_) => Vec::new(),
        Target::Group(id) => {
            let tasks =
                |group: &Id| members(&plan.allocation, group).map(|channel| channel.task).collect::<Vec<Task>>();
            let own = tasks(id);
            let fits = |group: &&Group| tasks(&group.id).iter().all(|task| own.contains(task));
            others(plan.allocation.groups.iter().filter(fits).map(|group| &group.id), id)
        }
        Target::Channels(ids) => {
            let all = plan.allocation.channels.iter().map(|channel| &channel.id);
            all.filter(|id| !ids.contains(id)).cloned().collect()
        }
        Target::Event(id) => others(plan.events.iter().map(|event| &event.id), id),
        Target::Party { event, party } => {
            let event = plan.events.iter().find(|other| other.id == *event);
            event.map(|event| others(event.parties.iter().map(|other| &other.id), party)).unwrap_or_default()
        }
        Target::Ripple(id) => others(plan.ripples.iter().map(|ripple| &ripple.id), id),
    }
}

/// Takes a target out of the plan. What referred to it refers to `heir` afterwards, or to nothing: sub-goals that
/// measured it then keep their value as an estimate, and channels of a group its lead rate.
pub fn remove(plan: &mut Plan, target: &Target, heir: Option<&Id>) {
    match target {
        Target::Person(id) => duties::remove(plan, id, heir),
        Target::Function(id) => remove_function(plan, id, heir),
        Target::Criterion(id) => {
            let pyramid = Arc::make_mut(&mut plan.pyramid);
            take(&mut pyramid.criteria, |criterion| criterion.id == *id);
            for assessment in &mut pyramid.assessments {
                assessment.answers.remove(id);
            }
        }
        Target::Group(id) => {
            let instead = heir.map(|heir| SubMeasure::GroupRegistrations { group: heir.clone() });
            measure_instead(plan, &SubMeasure::GroupRegistrations { group: id.clone() }, instead.as_ref());
            remove_group(Arc::make_mut(&mut plan.allocation), id, heir);
        }
        Target::Channels(ids) => ids.iter().for_each(|id| remove_channel(plan, id, heir)),
        Target::Event(id) => {
            take(Arc::make_mut(&mut plan.events), |event| event.id == *id);
            for ripple in Arc::make_mut(&mut plan.ripples) {
                give(&mut ripple.event, id, heir);
            }
            give_topics(plan, id, heir);
        }
        Target::Party { event, party } => {
            let mut events = Arc::make_mut(&mut plan.events).iter_mut();
            if let Some(event) = events.find(|other| other.id == *event) {
                party::remove(event, party, heir);
            }
        }
        Target::Ripple(id) => {
            let instead = heir.map(|heir| SubMeasure::PeopleReached { ripple: heir.clone() });
            measure_instead(plan, &SubMeasure::PeopleReached { ripple: id.clone() }, instead.as_ref());
            take(Arc::make_mut(&mut plan.ripples), |ripple| ripple.id == *id);
            give_topics(plan, id, heir);
        }
    }
}

/// Takes one item out of a list: of two with one id, which is a fault of its own, the other one stays.
fn take<T>(list: &mut Vec<T>, is_gone: impl Fn(&T) -> bool) {
    if let Some(at) = list.iter().position(is_gone) {
        list.remove(at);
    }
}

fn kpis_against(plan: &Plan, function: &Id) -> impl Iterator<Item = Id> {
    let against = KpiEffect::PullsAgainst(function.clone());
    let others = plan.team.functions.iter().filter(|other| other.id != *function);
    others.flat_map(|other| &other.kpis).filter(move |kpi| kpi.effect == against).map(|kpi| kpi.id.clone())
}

/// Each scenario and each month once, however many of the channels it names.
fn to_channels(plan: &Plan, ids: &[Id]) -> Vec<Reference> {
    let names = |scenario: &&Scenario| scenario.spend.keys().chain(scenario.months.keys()).any(|id| ids.contains(id));
    let scenarios = plan.scenarios.iter().filter(names).map(|scenario| Reference::Scenario(scenario.id.clone()));
    let rows = plan.actuals.channels.iter().filter(|row| ids.contains(&row.channel));
    let months: BTreeSet<Date> = rows.map(|row| row.month).collect();
    let counts = |campaign: &&Campaign| campaign.channel.as_ref().is_some_and(|id| ids.contains(id));
    let campaigns = plan.actuals.campaigns.iter().filter(counts);
    let campaigns = campaigns.map(|campaign| Reference::Campaign(campaign.id.clone()));
    scenarios.chain(months.into_iter().map(Reference::Actual)).chain(campaigns).collect()
}

fn sub_goals(plan: &Plan, is_measured: impl Fn(&SubMeasure) -> bool) -> impl Iterator<Item = Reference> {
    let measured = plan.goal.sub_goals.iter().filter(move |sub| is_measured(&sub.measure));
    measured.map(|sub| Reference::SubGoal(sub.id.clone()))
}

fn members<'a>(allocation: &'a Allocation, group: &'a Id) -> impl Iterator<Item = &'a crate::plan::Channel> {
    allocation.channels.iter().filter(move |channel| channel.group.as_ref() == Some(group))
}

fn topics(plan: &Plan, id: &Id) -> impl Iterator<Item = Reference> {
    let meant = plan.topics.list.iter().filter(move |topic| topic.event.as_ref() == Some(id));
    meant.map(|topic| Reference::Topic(topic.id.clone()))
}

fn give(link: &mut Option<Id>, from: &Id, heir: Option<&Id>) {
    if link.as_ref() == Some(from) {
        *link = heir.cloned();
    }
}

fn give_topics(plan: &mut Plan, id: &Id, heir: Option<&Id>) {
    for topic in &mut Arc::make_mut(&mut plan.topics).list {
        give(&mut topic.event, id, heir);
    }
}

/// A KPI of the heir itself cannot pull against it: it is not linked any more.
fn remove_function(plan: &mut Plan, id: &Id, heir: Option<&Id>) {
    let team = Arc::make_mut(&mut plan.team);
    take(&mut team.functions, |function| function.id == *id);
    let against = KpiEffect::PullsAgainst(id.clone());
    for function in &mut team.functions {
        let heir = heir.filter(|heir| **heir != function.id);
        for kpi in function.kpis.iter_mut().filter(|kpi| kpi.effect == against) {
            kpi.effect = heir.map_or(KpiEffect::Unlinked, |heir| KpiEffect::PullsAgainst(heir.clone()));
        }
    }
}

/// Without another group its channels keep its lead rate, so that no lead is lost by it.
fn remove_group(allocation: &mut Allocation, id: &Id, heir: Option<&Id>) {
    let rate = allocation.groups.iter().find(|group| group.id == *id).and_then(|group| group.lead_rate);
    take(&mut allocation.groups, |group| group.id == *id);
    for channel in allocation.channels.iter_mut().filter(|channel| channel.group.as_ref() == Some(id)) {
        channel.group = heir.cloned();
        if heir.is_none() {
            channel.lead_rate = channel.lead_rate.or(rate);
        }
    }
}

/// Money of scenarios and months that are over go to the heir, or with the channel. Campaigns count for the heir, or
/// for no channel until somebody says for which.
fn remove_channel(plan: &mut Plan, id: &Id, heir: Option<&Id>) {
    let channels = &mut Arc::make_mut(&mut plan.allocation).channels;
    take(channels, |channel| channel.id == *id);
    let planned =
        heir.and_then(|heir| channels.iter().find(|channel| channel.id == *heir)).map(|channel| channel.spend);
    for scenario in Arc::make_mut(&mut plan.scenarios) {
        scenario.months.remove(id);
        let Some((spend, heir)) = scenario.spend.remove(id).zip(heir) else { continue };
        // Its months share what it then gets as the base plan's do.
        scenario.months.remove(heir);
        let own = scenario.spend.get(heir).copied().or(planned).unwrap_or_default();
        scenario.spend.insert(heir.clone(), own.plus(spend).unwrap_or(own));
    }
    let actuals = Arc::make_mut(&mut plan.actuals);
    actuals.campaigns.iter_mut().for_each(|campaign| give(&mut campaign.channel, id, heir));
    let rows = &mut actuals.channels;
    let gone: Vec<ChannelActual> = rows.extract_if(.., |row| row.channel == *id).collect();
    let Some(heir) = heir else { return };
    for row in gone {
        match rows.iter_mut().find(|other| other.channel == *heir && other.month == row.month) {
            Some(own) => add(own, &row),
            None => rows.push(ChannelActual { channel: heir.clone(), ..row }),
        }
    }
}

/// What two channels spent and won in a month; what is not known of one is that of the other.
fn add(own: &mut ChannelActual, other: &ChannelActual) {
    fn sum<T: Copy>(own: Option<T>, other: Option<T>, plus: impl Fn(T, T) -> T) -> Option<T> {
        own.zip(other).map(|(own, other)| plus(own, other)).or(own).or(other)
    }
    let money = |own: Money, other: Money| own.plus(other).unwrap_or(own);
    let count = |own: f64, other: f64| own + other;
    own.spend = sum(own.spend, other.spend, money);
    own.registrations = sum(own.registrations, other.registrations, count);
    own.leads = sum(own.leads, other.leads, count);
    own.customers = sum(own.customers, other.customers, count);
    own.revenue = sum(own.revenue, other.revenue, money);
}

/// Sub-goals that measured something measure the same of the heir, or keep what they are expected to reach.
fn measure_instead(plan: &mut Plan, gone: &SubMeasure, heir: Option<&SubMeasure>) {
    let rows = if heir.is_none() { super::report(plan).goal.sub_goals } else { Vec::new() };
    for sub in Arc::make_mut(&mut plan.goal).sub_goals.iter_mut().filter(|sub| sub.measure == *gone) {
        let expected = rows.iter().find(|row| row.id == sub.id).and_then(|row| row.expected).unwrap_or_default();
        sub.measure = heir.cloned().unwrap_or(SubMeasure::Estimated { expected });
    }
}

#[cfg(test)]
mod tests;
