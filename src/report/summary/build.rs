//! From a calculated plan to its summary.

use std::collections::HashMap;

use crate::calc::allocation::{ChannelReport, Subtotal, Won, group_numbers};
use crate::calc::event::{PartyShare, handled, sum};
use crate::calc::goal::{Standing, TieOut};
use crate::calc::months::MonthPoint;
use crate::calc::odds::Odds;
use crate::calc::pyramid::LevelReport;
use crate::calc::settlement::{Settlement, Transfer};
use crate::calc::topics::EventMark;
use crate::calc::{EventReport, Report, RippleReport};
use crate::plan::allocation::Class;
use crate::plan::event::{Item, ItemKind};
use crate::plan::goal::Measure;
use crate::plan::{Channel, Event, Handover, Id, Money, Plan, Ripple, Task, Topic};
use crate::t;
use crate::words::Words;

use super::better::BetterPart;
use super::event::{EventPart, GainPart, SharePart, TransferPart};
use super::figure::{Amount, Number, by_class};
use super::frontier::FrontierPart;
use super::odds::{OddsPart, RangePart};
use super::track::{ReadingPart, TrackPart};
use super::{
    AllocationPart, CalendarEventPart, CalendarPart, ChannelPart, FORMAT, FindingPart, FunctionPart, GapPart,
    GoalMonthPart, GoalPart, HandoverPart, LevelPart, OwnSharePart, PeriodPart, PlanPart, PyramidPart, Reach,
    RipplePart, StepPart, Summary, TaskPart, TeamPart, TopicPart,
};
use crate::report::code::Coded;
use crate::report::sentences::passing_on::in_words;
use crate::report::sentences::settlement::{Settling, Way};
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
            handover: build.handover(),
            goal: build.goal(),
            team: build.team(),
            pyramid: build.pyramid(),
            allocation: build.allocation(),
            proposal: report.same_money.as_ref().map(|suggestion| BetterPart::of(plan, suggestion)),
            frontier: None,
            odds: None,
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

    /// The same summary with the most that other budgets buy: some milliseconds of work.
    #[must_use]
    pub fn with_frontier(self, report: &Report) -> Self {
        Self { frontier: report.same_money.as_ref().and_then(FrontierPart::of), ..self }
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

    fn goal(&self) -> GoalPart {
        let goal = &self.report.goal;
        let typed = &self.plan.goal.baseline;
        let before = |standing: &Standing, is_typed: bool| is_typed.then_some(*standing);
        let amount = |money: Money| self.amount(money);
        let measured = |measure| goal.attainment_of(measure).map(Number);
        GoalPart {
            statement: self.plan.goal.statement.clone(),
            ties_out: match goal.tie_out {
                TieOut::Incomplete | TieOut::TooLarge { .. } => None,
                TieOut::Agrees { .. } => Some(true),
                TieOut::Clashes { .. } => Some(false),
            },
            customers: Reach {
                baseline: typed.customers.map(Number),
                target: goal.target.customers.map(|figure| Number(figure.value)),
                expected: Some(Number(goal.expected.customers)),
                attainment: measured(Measure::Customers),
            },
            revenue: Reach {
                baseline: before(&goal.baseline, typed.revenue.is_some()).map(|standing| amount(standing.revenue)),
                target: goal.target.revenue.map(|figure| amount(figure.value)),
                expected: Some(self.sum((!goal.too_large).then_some(goal.expected.revenue))),
                attainment: measured(Measure::Revenue),
            },
            share: Reach {
                baseline: goal.baseline.share.map(Number),
                target: goal.target.share.map(|figure| Number(figure.value)),
                expected: goal.expected.share.map(Number),
                attainment: measured(Measure::Share),
            },
            value_per_customer: self.money_reach(
                goal.baseline.value_per_customer,
                goal.target.value_per_customer.map(|figure| figure.value),
                goal.expected.value_per_customer,
            ),
            total_revenue: self.money_reach(
                self.plan.goal.baseline.total_revenue,
                goal.target.total_revenue.map(|figure| figure.value),
                Some(goal.expected.total_revenue).filter(|total| *total > Money::ZERO && !goal.too_large),
            ),
            headline: Coded(goal.headline),
            attainment: goal.headline_attainment().map(Number),
            missing_revenue: goal.missing_revenue.map(amount),
            months: goal.months.iter().enumerate().map(|(index, month)| self.month(index + 1, month)).collect(),
            widest_gap: goal.widest_gap.map(|(index, gap)| GapPart { month: index + 1, amount: amount(gap) }),
        }
    }

    fn month(&self, month: usize, point: &MonthPoint) -> GoalMonthPart {
        let is_known = !self.report.goal.too_large;
        GoalMonthPart {
            month,
            expected: self.sum(is_known.then_some(point.expected)),
            path: point.path.map(|path| self.amount(path)),
        }
    }

    fn money_reach(&self, baseline: Option<Money>, target: Option<Money>, expected: Option<Money>) -> Reach<Amount> {
        let units = |money: Money| self.plan.currency.units(money);
        let attainment = match (expected, target) {
            (Some(expected), Some(target)) if target > Money::ZERO => Some(Number(units(expected) / units(target))),
            _ => None,
        };
        let amount = |money: Option<Money>| money.map(|money| self.amount(money));
        Reach { baseline: amount(baseline), target: amount(target), expected: amount(expected), attainment }
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

    fn event(&self, index: usize, (event, report): (&Event, &EventReport)) -> EventPart {
        let row = self.report.allocation.events.get(index).copied().unwrap_or_default();
        let total = total(event);
        let part = |money| self.part_of(total, money);
        let settling = Settling { words: self.words, currency: &self.plan.currency, event, report };
        let transfer = |row: &Transfer| TransferPart {
            from: settling.name(row.from),
            to: settling.name(row.to),
            amount: self.amount(row.amount),
            because: settling.because(row.from, settling.decimals(Way::Fewest)),
        };
        let gain = |row: &PartyShare| {
            row.gain().map(|gain| GainPart { party: self.lookup.party(event, &row.party), amount: self.amount(gain) })
        };
        let said = std::iter::once(settling.proof(Way::Fewest)).chain(settling.gains()).chain(settling.outstanding());
        EventPart {
            id: event.id.to_string(),
            name: event.name.clone(),
            date: event.date,
            owner: self.owner(event.owner.as_ref()),
            task: Coded(event.task),
            media: event.media.map(Coded),
            total: self.sum(total),
            cost: self.sum(sum(event, ItemKind::Cost)),
            income: self.sum(sum(event, ItemKind::Income)),
            own_share: part(report.own_share),
            own_share_of_budget: Number(row.share),
            contacts: Number(row.won.contacts),
            leads: Number(report.leads),
            shares: report.shares.iter().map(|row| self.share(event, total, row)).collect(),
            gains: report.shares.iter().filter_map(gain).collect(),
            unpaid: part(report.unpaid),
            unreceived: part(report.unreceived),
            transfers: settling.transfers(Way::Fewest).iter().map(transfer).collect(),
            transfers_minimal: report.settlement.as_ref().is_ok_and(Settlement::is_minimal),
            transfers_direct: report.direct.len(),
            settlement: sentences(self.words, said),
        }
    }

    /// Nobody's part of a total that is too large is known.
    fn part_of(&self, total: Option<Money>, money: Money) -> Amount {
        self.sum(total.map(|_| money))
    }

    fn share(&self, event: &Event, total: Option<Money>, row: &PartyShare) -> SharePart {
        let part = |money| self.part_of(total, money);
        SharePart {
            party: self.lookup.party(event, &row.party),
            share: part(row.share),
            paid: self.sum(handled(event, ItemKind::Cost, &row.party)),
            received: self.sum(handled(event, ItemKind::Income, &row.party)),
            balance: part(row.balance),
            open: part(row.open()),
            unpaid: part(row.unpaid),
            unreceived: part(row.unreceived),
            alone: row.alone.map(|money| self.amount(money)),
            saving: row.saving.map(part),
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

/// Whole sentences after one another.
fn sentences(words: &Words, sentences: impl Iterator<Item = String>) -> String {
    let space = words.text("settlement-between-sentences");
    sentences.map(|text| t!(words, "settlement-sentence", sentence = text)).collect::<Vec<_>>().join(&space)
}
