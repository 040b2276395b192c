//! From a calculated plan to its summary.

mod event;
mod goal;

use std::collections::HashMap;

use crate::calc::allocation::{ChannelReport, Subtotal, Won, group_numbers};
use crate::calc::odds::Odds;
use crate::calc::pyramid::LevelReport;
use crate::calc::scenario::alternatives::Alternative;
use crate::calc::topics::EventMark;
use crate::calc::{Report, RippleReport};
use crate::plan::allocation::Class;
use crate::plan::event::Item;
use crate::plan::{Channel, Event, Handover, Id, Money, Plan, Ripple, Scenario, Task, Topic};
use crate::words::Words;

use super::better::BetterPart;
use super::figure::{Amount, Number, by_class};
use super::frontier::FrontierPart;
use super::months::MonthsPart;
use super::odds::{OddsPart, RangePart};
use super::scenarios::ScenarioPart;
use super::track::{ReadingPart, TrackPart};
use super::{
    AllocationPart, CalendarEventPart, CalendarPart, ChannelPart, FORMAT, FindingPart, FunctionPart, HandoverPart,
    LevelPart, OwnSharePart, PeriodPart, PlanPart, PyramidPart, RipplePart, ScenarioName, StepPart, Summary, TaskPart,
    TeamPart, TopicPart,
};
use crate::report::code::Coded;
use crate::report::sentences::passing_on::in_words;
use crate::report::{lookup::Lookup, sentences::findings};

impl Summary {
    /// The summary of a plan and its report; findings and names of functions are in the language of `words`.
    #[must_use]
    pub fn of(plan: &Plan, report: &Report, words: &Words) -> Self {
        let build = Build { plan, report, words, lookup: Lookup::indexed(plan, words) };
        Self {
            format: FORMAT,
            language: Coded(words.language()),
            plan: build.plan(),
            scenario: None,
            handover: build.handover(),
            goal: build.goal(),
            team: build.team(),
            pyramid: build.pyramid(),
            allocation: build.allocation(),
            months: MonthsPart::of(plan, report),
            proposal: report.told_whole().map(|suggestion| BetterPart::of(plan, suggestion)),
            frontier: None,
            odds: None,
            scenarios: Vec::new(),
            scenarios_left_out: Vec::new(),
            track: TrackPart::of(plan, report),
            readings: ReadingPart::all(plan, report),
            events: plan
                .events
                .iter()
                .zip(&report.events)
                .enumerate()
                .map(|(index, pair)| build.event(index, pair))
                .collect(),
            ripples: plan.ripples.iter().zip(&report.ripples).map(|pair| build.ripple(pair)).collect(),
            topics: build.topics(),
            calendar: build.calendar(),
            findings: build.findings(),
            calculations: Vec::new(),
            currency: plan.currency.clone(),
        }
    }
}

impl Summary {
    /// The same summary with the odds; names are in the language of `words`.
    #[must_use]
    pub fn with_odds(self, plan: &Plan, report: &Report, odds: &Odds, words: &Words) -> Self {
        Self { odds: Some(OddsPart::of(plan, report, odds, words)), ..self }
    }

    /// The same summary, said to be of a scenario.
    #[must_use]
    pub fn in_scenario(self, scenario: Option<&Scenario>) -> Self {
        Self { scenario: scenario.map(ScenarioName::from), ..self }
    }

    /// The same summary with the base plan and its scenarios side by side; `left_out` are those that are not among them.
    #[must_use]
    pub fn with_scenarios(self, all: &[Alternative], left_out: &[&Scenario], words: &Words) -> Self {
        let left_out = left_out.iter().copied().map(ScenarioName::from).collect();
        Self { scenarios: ScenarioPart::all(all, words), scenarios_left_out: left_out, ..self }
    }

    /// The same summary with the most that other budgets buy: some milliseconds of work.
    #[must_use]
    pub fn with_frontier(self, report: &Report) -> Self {
        Self { frontier: report.told_whole().and_then(FrontierPart::of), ..self }
    }
}

struct Build<'a> {
    plan: &'a Plan,
    report: &'a Report,
    words: &'a Words,
    lookup: Lookup<'a>,
}

impl Build<'_> {
    fn amount(&self, money: Money) -> Amount {
        Amount::new(&self.plan.currency, money)
    }

    /// A calculated amount, to the minor unit.
    fn calculated(&self, units: f64) -> Amount {
        self.sum(self.plan.currency.amount(units))
    }

    /// A sum, unless it is too large.
    fn sum(&self, money: Option<Money>) -> Amount {
        Amount::of(&self.plan.currency, money)
    }

    fn owner(&self, id: Option<&Id>) -> Option<String> {
        id.map(|id| self.lookup.person(id))
    }

    fn handover(&self) -> Option<HandoverPart> {
        let Handover { to, decide_by, remark } = &*self.plan.handover;
        let part = HandoverPart { to: to.trim().to_owned(), decide_by: *decide_by, remark: remark.trim().to_owned() };
        let is_blank = part.to.is_empty() && part.decide_by.is_none() && part.remark.is_empty();
        (!is_blank).then_some(part)
    }

    fn plan(&self) -> PlanPart {
        PlanPart {
            title: self.plan.title.clone(),
            company: self.plan.company.clone(),
            currency: self.plan.currency.code.clone(),
            period: PeriodPart { start: self.plan.period.start, months: self.plan.period.months },
            note: self.plan.note.clone(),
        }
    }

    fn team(&self) -> TeamPart {
        let functions = self.plan.team.functions.iter().zip(&self.report.team.functions);
        let part = |(function, row): (&crate::plan::team::Function, &crate::calc::team::FunctionReport)| FunctionPart {
            name: self.lookup.function(&function.id),
            responsible: row.responsible.iter().map(|person| self.lookup.person(person)).collect(),
            kpi: Some(function.kpis.iter().map(|kpi| kpi.name.as_str()).collect::<Vec<_>>().join("; "))
                .filter(|names| !names.is_empty()),
            serves_goal: row.serves_goal,
        };
        TeamPart { owner: self.owner(self.report.team.owner.as_ref()), functions: functions.map(part).collect() }
    }

    fn pyramid(&self) -> PyramidPart {
        let pyramid = &self.report.pyramid;
        let criterion = |id: &Id| self.lookup.criterion(id);
        let level = |level: &LevelReport| LevelPart {
            level: level.level,
            score: level.score.map(Number),
            holds: level.holds,
            criteria: level.criteria,
            answered: level.criteria - level.open,
        };
        PyramidPart {
            reached: pyramid.reached,
            mean: pyramid.mean.map(Number),
            threshold: Number(self.plan.pyramid.threshold),
            levels: pyramid.levels.iter().map(level).collect(),
            blocker: pyramid.blocker.as_ref().map(criterion),
            next_step: pyramid.next_step().map(|step| criterion(&step.criterion)),
            next_step_cost: pyramid.next_step().map(|step| self.amount(step.cost)),
        }
    }

    fn allocation(&self) -> AllocationPart {
        let report = &self.report.allocation;
        AllocationPart {
            budget: self.plan.allocation.budget.map(|money| self.amount(money)),
            allocated: self.sum((!report.too_large).then_some(report.total.spend)),
            unallocated: report.unallocated.map(|money| self.amount(money)),
            registrations: Number(report.total.won.registrations),
            leads: by_class(Class::ALL.map(|class| report.leads_of(class))),
            customers: by_class(report.customers),
            cost_per_registration: report.total.average_cost.map(Number),
            next_amount: self.amount(report.next_amount),
            tasks: Task::ALL.map(|task| self.task(task)).into(),
            channels: self
                .plan
                .allocation
                .channels
                .iter()
                .zip(&report.channels)
                .zip(group_numbers(&self.plan.allocation))
                .map(|((channel, row), group)| self.channel(channel, row, group))
                .collect(),
            events: self.plan.events.iter().zip(&report.events).map(|pair| self.own_share(pair)).collect(),
        }
    }

    fn own_share(&self, (event, row): (&Event, &Subtotal)) -> OwnSharePart {
        OwnSharePart {
            id: event.id.to_string(),
            name: event.name.clone(),
            task: Coded(event.task),
            owner: self.owner(event.owner.as_ref()),
            budget: self.sum(total(event).map(|_| row.spend)),
            share: Number(row.share),
            contacts: Number(row.won.contacts),
            leads: Number(row.won.leads),
        }
    }

    fn task(&self, task: Task) -> TaskPart {
        let row = self.report.allocation.task(task);
        let Won { registrations, leads, .. } = row.won;
        TaskPart {
            task: Coded(task),
            budget: self.sum((!row.too_large).then_some(row.spend)),
            share: Number(row.share),
            registrations: Number(registrations),
            leads: Number(leads),
            average_cost: row.average_cost.map(Number),
        }
    }

    /// With the number of its group.
    fn channel(&self, channel: &Channel, row: &ChannelReport, group: Option<usize>) -> ChannelPart {
        let group = group.and_then(|number| self.plan.allocation.groups.get(number));
        ChannelPart {
            id: channel.id.to_string(),
            name: channel.name.clone(),
            task: Coded(channel.task),
            group: group.map(|group| group.name.clone()),
            media: channel.media.map(Coded),
            owner: self.owner(channel.owner.as_ref()),
            budget: self.amount(channel.spend),
            share: Number(row.share),
            registrations: Number(row.won.registrations),
            registrations_range: row.range.filter(|range| range.low < range.high).map(RangePart::from),
            leads: Number(row.won.leads),
            average_cost: row.average_cost.map(Number),
            marginal: Number(row.marginal),
            next: Number(row.next),
            locked: channel.locked,
            kpi: Some(channel.kpi.clone()).filter(|kpi| !kpi.is_empty()),
        }
    }

    fn ripple(&self, (ripple, report): (&Ripple, &RippleReport)) -> RipplePart {
        let steps = report.outcome.steps.iter().zip(&report.costs).map(|(step, cost)| StepPart {
            name: Coded(step.kind),
            cost: self.sum(self.plan.currency.amount(step.cost).map(|_| *cost)),
            people: Number(step.people),
            leads: Number(step.leads),
            customers: Number(step.customers),
            revenue: self.calculated(step.revenue),
            roi: step.roi().map(Number),
        });
        RipplePart {
            id: ripple.id.to_string(),
            name: ripple.name.clone(),
            date: ripple.date,
            owner: self.owner(ripple.owner.as_ref()),
            steps: steps.collect(),
            reproduction: Number(report.outcome.reproduction),
            dies_out: Number(report.outcome.dies_out),
            passing_on: in_words(self.words, report),
        }
    }

    fn topics(&self) -> Vec<TopicPart> {
        let marks = self.report.topics.marks.iter().rev().map(|mark| (&mark.id, mark)).collect();
        self.plan.topics.list.iter().map(|topic| self.topic(topic, &marks)).collect()
    }

    fn topic(&self, topic: &Topic, marks: &HashMap<&Id, &EventMark>) -> TopicPart {
        let mark = topic.event.as_ref().and_then(|event| marks.get(event));
        TopicPart {
            name: topic.name.clone(),
            peak: Number(topic.peak),
            peak_day: topic.peak_day,
            spread_days: Number(topic.spread_days),
            owner: self.owner(topic.owner.as_ref()),
            event: topic.event.as_ref().map(|event| self.lookup.event(event)),
            attention_on_event: mark.map(|mark| Number(mark.attention)),
            attention_share: mark.map(|mark| Number(mark.share)),
            carried: mark.map(|mark| mark.carried),
        }
    }

    fn calendar(&self) -> CalendarPart {
        let topics = &self.report.topics;
        let event = |mark: &EventMark| CalendarEventPart {
            name: self.lookup.event(&mark.id),
            day: mark.day,
            attention: Number(mark.attention),
            share: Number(mark.share),
            carried: mark.carried,
        };
        CalendarPart {
            highest: Number(topics.highest),
            carries_from: Number(self.plan.topics.carries_from.0),
            events: topics.marks.iter().map(event).collect(),
        }
    }

    fn findings(&self) -> Vec<FindingPart> {
        let part = |finding: &crate::calc::Finding| FindingPart {
            severity: Coded(finding.severity()),
            code: finding.code(),
            place: finding.place.to_string(),
            message: findings::message(&self.lookup, finding),
            remedy: findings::remedy(&self.lookup, finding),
        };
        self.report.findings.iter().map(part).collect()
    }
}

/// Cost less income; `None` beyond the largest amount.
fn total(event: &Event) -> Option<Money> {
    Money::total(event.items.iter().map(Item::cost))
}
