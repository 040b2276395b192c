//! Scenarios: what differs from the base plan, put on it, taken from it, adopted.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use ripple_planner::calc::scenario::{adopted, applied, difference, divided, find, of_present};
use ripple_planner::calc::schedule::length;
use ripple_planner::calc::{Finding, report};
use ripple_planner::file::read_text;
use ripple_planner::plan::{Channel, Id, Money, Plan, Scenario, Task};

use crate::common::plans;

/// A plan whose ids are unique, and whose scenarios also name channels that it has.
fn plan() -> impl Strategy<Value = Plan> {
    let amounts = prop::collection::vec((0..3_usize, 0..20_usize, plans::money()), 0..12);
    (plans::plan(), amounts).prop_map(|(mut plan, amounts)| {
        plan.give_own_ids();
        let scenarios = Arc::make_mut(&mut plan.scenarios);
        for (number, (scenario, channel, amount)) in amounts.into_iter().enumerate() {
            let channel = plan.allocation.channels.get(channel);
            let Some((scenario, channel)) = scenarios.get_mut(scenario).zip(channel) else { continue };
            if number % 3 < 2 {
                scenario.spend.insert(channel.id.clone(), amount);
            } else {
                scenario.months.insert(channel.id.clone(), vec![amount; number]);
            }
        }
        plan
    })
}

fn ids(plan: &Plan) -> Vec<Id> {
    plan.scenarios.iter().map(|scenario| scenario.id.clone()).collect()
}

/// Without amounts, months and a budget that only repeat the base's.
fn told_once(base: &Plan, scenario: &Scenario) -> Scenario {
    let own = |id: &Id| base.allocation.channels.iter().find(|channel| channel.id == *id).map(|channel| channel.spend);
    let spend = scenario.spend.iter().filter(|(id, spend)| own(id) != Some(**spend));
    let without = applied(base, &Scenario { months: BTreeMap::new(), ..scenario.clone() });
    let as_they_come = |(id, months): &(&Id, &Vec<Money>)| {
        let channel = without.allocation.channels.iter().find(|channel| channel.id == **id);
        channel.is_some_and(|channel| channel.schedule.spend == **months)
    };
    let months = scenario.months.iter().filter(|month| !as_they_come(month));
    Scenario {
        months: months.map(|(id, months)| (id.clone(), months.clone())).collect(),
        budget: scenario.budget.filter(|budget| base.allocation.budget != Some(*budget)),
        spend: spend.map(|(id, spend)| (id.clone(), *spend)).collect(),
        ..scenario.clone()
    }
}

fn money(plan: &Plan) -> (Option<Money>, Vec<(Money, Vec<Money>)>) {
    let of = |channel: &Channel| (channel.spend, channel.schedule.spend.clone());
    (plan.allocation.budget, plan.allocation.channels.iter().map(of).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_put_on_the_base_is_found_again(plan in plan()) {
        for scenario in plan.scenarios.iter() {
            let shown = applied(&plan, scenario);
            prop_assert!(shown.scenarios.is_empty());
            let found = difference(&plan.allocation, &shown.allocation, scenario, length(&plan));
            prop_assert_eq!(&found, &told_once(&plan, scenario));
            prop_assert_eq!(applied(&plan, &found), shown);
        }
    }

    #[test]
    fn adopting_gives_what_was_shown_and_moves_no_other_scenario(plan in plan()) {
        for id in ids(&plan) {
            let shown = applied(&plan, find(&plan, &id).unwrap());
            let after = adopted(&plan, &id).unwrap();
            prop_assert_eq!(money(&after), money(&shown));
            prop_assert_eq!(&Plan { scenarios: Arc::default(), ..after.clone() }, &shown);
            prop_assert!(find(&after, &id).is_none() && after.scenarios.len() + 1 == plan.scenarios.len());
            for other in after.scenarios.iter() {
                let (before, now) = (applied(&plan, find(&plan, &other.id).unwrap()), applied(&after, other));
                prop_assert_eq!(money(&before).1, money(&now).1);
                // No scenario can say that there is no budget.
                prop_assert_eq!(before.allocation.budget.or(after.allocation.budget), now.allocation.budget);
            }
        }
    }

    #[test]
    fn edits_go_to_the_scenario_as_money_and_to_the_base_as_all_else(
        plan in plan(), place in 0..20_usize, amount in plans::money(), budget in plans::money(), other in plans::plan(),
    ) {
        for id in ids(&plan) {
            let before = applied(&plan, find(&plan, &id).unwrap());
            prop_assert!(divided(&plan, &before, &before.clone(), &id).same_as(&plan), "nothing changed");
            let mut after = Plan { team: other.team.clone(), ..before.clone() };
            let allocation = Arc::make_mut(&mut after.allocation);
            allocation.budget = Some(budget);
            allocation.class_a = other.allocation.class_a;
            if let Some(channel) = allocation.channels.get_mut(place) {
                (channel.spend, channel.locked, channel.name) = (amount, !channel.locked, "Renamed".to_owned());
            }
            let fresh = Id::fresh("channel", allocation.channels.iter().map(|channel| &channel.id));
            allocation.channels.insert(0, Channel { spend: amount, ..Channel::new(fresh.clone(), "New", Task::B) });
            let divided = divided(&plan, &before, &after, &id);
            prop_assert_eq!(&applied(&divided, find(&divided, &id).unwrap()), &after);
            // Of the base, the money is what it was; nothing new has any.
            let (budget, mut spends) = money(&divided);
            prop_assert_eq!(spends.remove(0), (Money::ZERO, Vec::new()));
            prop_assert_eq!((budget, spends), money(&plan));
            prop_assert_eq!(&divided.team, &other.team);
            prop_assert_eq!(divided.allocation.class_a, other.allocation.class_a);
            let others = |plan: &Plan| plan.scenarios.iter().filter(|one| one.id != id).cloned().collect::<Vec<_>>();
            prop_assert_eq!(others(&divided), others(&plan));
        }
    }

    #[test]
    fn a_new_scenario_is_what_is_shown(plan in plan(), name in plans::words()) {
        let empty = of_present(&plan, &plan, name.clone());
        prop_assert!(empty.budget.is_none() && empty.spend.is_empty() && empty.name == name);
        for scenario in plan.scenarios.iter() {
            let shown = applied(&plan, scenario);
            let copy = of_present(&plan, &shown, name.clone());
            prop_assert!(find(&plan, &copy.id).is_none());
            prop_assert_eq!(applied(&plan, &copy), shown);
        }
    }
}

#[test]
fn channels_that_share_an_id_lose_nothing() {
    let mut plan = worked_case();
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.channels[1].id = allocation.channels[0].id.clone();
    let first = allocation.channels[0].id.clone();
    let spend = [(first, plan.currency.whole(7).unwrap())].into();
    let id = Id::new("twice");
    let scenario = Scenario { spend, ..Scenario::new(id.clone(), "Twice") };
    Arc::make_mut(&mut plan.scenarios).push(scenario.clone());
    let before = applied(&plan, &scenario);
    assert_eq!(before.allocation.channels[0].spend, plan.currency.whole(7).unwrap());
    assert_eq!(before.allocation.channels[1].spend, plan.allocation.channels[1].spend);
    let mut after = before.clone();
    Arc::make_mut(&mut after.allocation).channels[1].spend = plan.currency.whole(9).unwrap();
    let divided = divided(&plan, &before, &after, &id);
    assert_eq!(applied(&divided, &divided.scenarios[0]), after, "what a scenario cannot say, the base does");
}

fn worked_case() -> Plan {
    read_text(include_str!("../../saved_plans/worked-case.ron")).unwrap()
}

/// Findings that a scenario of the worked case adds.
fn found(name: &str, budget: Option<i64>, spends: &[(&str, i64)]) -> Vec<String> {
    let mut plan = worked_case();
    let whole = |units| plan.currency.whole(units).unwrap();
    let spend: BTreeMap<Id, Money> = spends.iter().map(|(id, units)| (Id::new(id), whole(*units))).collect();
    let scenario = Scenario { budget: budget.map(whole), spend, ..Scenario::new(Id::new("more"), name) };
    let other = Scenario::new(Id::new("other"), "Other");
    let before = report(&plan).findings;
    plan.scenarios = Arc::new(vec![other, scenario]);
    let mut findings = report(&plan).findings;
    findings.retain(|finding| !before.contains(finding));
    findings.iter().map(|finding| format!("{} {}", finding.code(), finding.place)).collect()
}

#[test]
fn what_a_scenario_breaks_is_found_and_what_the_base_breaks_is_not_said_twice() {
    let at = |codes: &[&str]| codes.iter().map(|code| format!("{code} allocation/more/scenarios")).collect::<Vec<_>>();
    assert_eq!(found("More", None, &[]), at(&[]));
    assert_eq!(found("Other", None, &[]), at(&["scenario-same-name"]));
    assert_eq!(found("More", Some(1_199_999), &[]), at(&["scenario-over-budget"]));
    assert_eq!(found("More", Some(1_200_000), &[]), at(&[]));
    assert_eq!(found("More", None, &[("search-advertising", 410_000)]), at(&["scenario-over-budget"]));
    assert_eq!(found("More", Some(-1), &[]), at(&["negative", "scenario-over-budget"]));
    assert_eq!(found("More", None, &[("gone", 1)]), at(&["unknown-id"]));

    let mut plan = worked_case();
    let limited = &mut Arc::make_mut(&mut plan.allocation).channels[0];
    (limited.min, limited.max) = (plan.currency.whole(10), plan.currency.whole(900_000));
    let limited = limited.id.clone();
    for (units, code) in [(9, Some("scenario-below-min")), (10, None), (900_001, Some("scenario-above-max"))] {
        let spend = [(limited.clone(), plan.currency.whole(units).unwrap())].into();
        let budget = plan.currency.whole(5_000_000);
        let scenario = Scenario { budget, spend, ..Scenario::new(Id::new("more"), "More") };
        plan.scenarios = Arc::new(vec![scenario]);
        let findings = report(&plan).findings;
        let codes: Vec<&str> = findings.iter().map(Finding::code).filter(|code| code.starts_with("scenario")).collect();
        assert_eq!(codes, code.into_iter().collect::<Vec<_>>());
    }
}
