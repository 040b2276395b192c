use std::collections::BTreeMap;

use super::*;
use crate::calc;
use crate::plan::actuals::{Actuals, Campaign, ChannelActual};
use crate::plan::event::{Item, Party, Payment};
use crate::plan::{Event, Scenario};

/// The worked case, with a scenario, months that are over, and sub-goals that measure a group and a ripple.
fn full() -> Plan {
    let mut plan: Plan = crate::file::read_text(include_str!("../../../saved_plans/worked-case.ron")).unwrap();
    let channels: Vec<Id> = plan.allocation.channels.iter().map(|channel| channel.id.clone()).collect();
    let month = crate::plan::Date::constant(2026, 1, 1);
    let row = |channel: &Id| ChannelActual {
        month,
        channel: channel.clone(),
        spend: Some(plan.currency.whole(1_000).unwrap()),
        registrations: Some(10.0),
        leads: None,
        customers: None,
        revenue: None,
    };
    let rows = channels.iter().map(row).collect();
    let campaign = |channel: &Id| Campaign {
        id: Id::new(&format!("brand-{channel}")),
        name: "Brand".into(),
        source: String::new(),
        channel: Some(channel.clone()),
        left_out: false,
        spans: Vec::new(),
    };
    let campaigns = channels.iter().map(campaign).collect();
    *Arc::make_mut(&mut plan.actuals) = Actuals { channels: rows, campaigns, ..Actuals::default() };
    let spend: BTreeMap<Id, Money> =
        plan.allocation.channels.iter().map(|channel| (channel.id.clone(), channel.spend)).collect();
    let scenario = Scenario { spend, ..Scenario::new(Id::new("more"), "More") };
    Arc::make_mut(&mut plan.scenarios).push(scenario);
    let (group, ripple) = (plan.allocation.groups[0].id.clone(), plan.ripples[0].id.clone());
    let measures = [SubMeasure::GroupRegistrations { group }, SubMeasure::PeopleReached { ripple }];
    let goal = Arc::make_mut(&mut plan.goal);
    for (sub, measure) in goal.sub_goals.iter_mut().zip(measures) {
        sub.measure = measure;
    }
    plan
}

fn every_target(plan: &Plan) -> Vec<Target> {
    let mut all: Vec<Target> = plan.team.people.iter().map(|item| Target::Person(item.id.clone())).collect();
    all.extend(plan.team.functions.iter().map(|item| Target::Function(item.id.clone())));
    all.extend(plan.pyramid.criteria.iter().map(|item| Target::Criterion(item.id.clone())));
    all.extend(plan.allocation.groups.iter().map(|item| Target::Group(item.id.clone())));
    all.extend(plan.allocation.channels.iter().map(|item| Target::Channels(vec![item.id.clone()])));
    all.extend(plan.events.iter().map(|item| Target::Event(item.id.clone())));
    all.extend(plan.ripples.iter().map(|item| Target::Ripple(item.id.clone())));
    for event in plan.events.iter() {
        let party = |party: &Party| Target::Party { event: event.id.clone(), party: party.id.clone() };
        all.extend(event.parties.iter().map(party));
    }
    all
}

/// Findings that something refers to what is not there.
fn dangling(plan: &Plan) -> Vec<String> {
    let findings = calc::report(plan).findings;
    let leads_nowhere =
        findings.iter().filter(|finding| ["unknown-id", "nothing-to-measure"].contains(&finding.code()));
    leads_nowhere.map(|finding| finding.place.to_string()).collect()
}

#[test]
fn nothing_dangles_whatever_goes_and_whoever_takes_over() {
    let plan = full();
    assert!(dangling(&plan).is_empty());
    let mut handed_over = 0;
    for target in every_target(&plan) {
        let heirs = heirs(&plan, &target);
        for heir in heirs.iter().map(Some).chain([None]) {
            let mut after = plan.clone();
            remove(&mut after, &target, heir);
            assert_ne!(after, plan, "{target:?} is gone");
            assert!(dangling(&after).is_empty(), "{target:?} to {heir:?}: {:?}", dangling(&after));
            assert!(references(&after, &target).is_empty(), "{target:?} to {heir:?} is still referred to");
            handed_over += usize::from(heir.is_some() && !references(&plan, &target).is_empty());
        }
    }
    assert!(handed_over > 100, "{handed_over}");
}

/// A reference without what may become stronger or weaker when it is handed over to somebody who has one already.
fn in_short(reference: Reference) -> Reference {
    match reference {
        Reference::Duty(Duty::Function(function, _)) => {
            Reference::Duty(Duty::Function(function, crate::plan::team::Raci::ALL[0]))
        }
        Reference::BearsAlone(item) => Reference::Shares(item),
        reference => reference,
    }
}

#[test]
fn whoever_takes_over_is_referred_to_by_all_that_referred_to_what_went() {
    let mut plan = full();
    Arc::make_mut(&mut plan.events).push(Event::new("next".into(), "Next"));
    let ripple =
        crate::plan::Ripple { id: "second".into(), event: Some(plan.events[0].id.clone()), ..plan.ripples[0].clone() };
    Arc::make_mut(&mut plan.ripples).push(ripple);
    let mut handed_over = std::collections::HashSet::new();
    for target in every_target(&plan) {
        let before = references(&plan, &target);
        for heir in heirs(&plan, &target) {
            // A KPI of the heir itself is not linked any more.
            let heirs_kpis = plan.team.functions.iter().filter(|other| other.id == heir).flat_map(|other| &other.kpis);
            let heirs_kpis: Vec<Reference> = heirs_kpis.map(|kpi| Reference::Kpi(kpi.id.clone())).collect();
            let mut after = plan.clone();
            remove(&mut after, &target, Some(&heir));
            let given: Vec<Reference> =
                references(&after, &target.with_id(heir.clone())).into_iter().map(in_short).collect();
            for reference in before.iter().filter(|reference| !heirs_kpis.contains(reference)) {
                assert!(given.contains(&in_short(reference.clone())), "{target:?} to {heir}: {reference:?} is lost");
                handed_over.insert(std::mem::discriminant(&target));
            }
        }
    }
    assert_eq!(handed_over.len(), 7, "every kind but a criterion has something to hand over");
}

#[test]
fn what_a_party_paid_goes_to_its_heir_to_the_cent() {
    let plan = full();
    let paid = |plan: &Plan| -> Vec<Money> { plan.events[0].items.iter().map(calc::event::paid).collect() };
    let event = plan.events[0].id.clone();
    for party in &plan.events[0].parties {
        let target = Target::Party { event: event.clone(), party: party.id.clone() };
        for heir in heirs(&plan, &target) {
            let mut after = plan.clone();
            remove(&mut after, &target, Some(&heir));
            assert_eq!(paid(&after), paid(&plan), "{} to {heir}", party.id);
        }
    }
}

#[test]
fn a_party_hands_over_its_parts_and_pays_once() {
    let money = |minor| Money::from_minor(minor).unwrap();
    let payment = |party: &str, amount| Payment { party: party.into(), amount: money(amount) };
    let item = |id: &str, payments: Vec<Payment>, shared: &[&str]| Item {
        payments,
        shared_by: shared.iter().map(|party| (*party).into()).collect(),
        ..Item::new(id.into(), id)
    };
    let mut event = Event::new("fair".into(), "Fair");
    event.parties = ["a", "b", "c"].map(|id| Party::new(id.into(), id)).into();
    event.us = Some("a".into());
    event.items = vec![
        item("venue", vec![payment("a", 30), payment("b", 70)], &["a", "b"]),
        item("film", vec![payment("a", 5)], &["a"]),
        item("food", Vec::new(), &["a", "c"]),
        item("free", vec![payment("a", 0)], &[]),
    ];
    let found = party::references(&event, &"a".into());
    let id = |id: &str| Id::from(id);
    let expected = [
        Reference::Us,
        Reference::Paid(id("venue")),
        Reference::Shares(id("venue")),
        Reference::Paid(id("film")),
        Reference::BearsAlone(id("film")),
        Reference::Shares(id("food")),
    ];
    assert_eq!(found, expected);

    let mut given = event.clone();
    party::remove(&mut given, &"a".into(), Some(&"b".into()));
    assert_eq!(given.us, Some(id("b")));
    assert_eq!(given.items[0].payments, [payment("b", 100)]);
    let shared: Vec<Vec<&str>> =
        given.items.iter().map(|item| item.shared_by.iter().map(Id::as_str).collect()).collect();
    assert_eq!(shared, [vec!["b"], vec!["b"], vec!["b", "c"], vec![]]);
    assert_eq!(given.items[1].payments, [payment("b", 5)]);
    assert!(given.items[3].payments.is_empty());

    party::remove(&mut event, &"a".into(), None);
    assert_eq!((event.us, event.parties.len()), (None, 2));
    assert_eq!(event.items[0].payments, [payment("b", 70)]);
    assert!(event.items[1].shared_by.is_empty() && event.items[1].payments.is_empty());
}

#[test]
fn a_group_leaves_its_lead_rate_and_sub_goals_their_value() {
    let plan = full();
    let before = calc::report(&plan);
    for target in [Target::Group(plan.allocation.groups[0].id.clone()), Target::Ripple(plan.ripples[0].id.clone())] {
        let mut after = plan.clone();
        remove(&mut after, &target, None);
        let report = calc::report(&after);
        let expected = |report: &calc::Report| report.goal.sub_goals.iter().map(|sub| sub.expected).collect::<Vec<_>>();
        assert_eq!(expected(&report)[..2], expected(&before)[..2], "{target:?}");
        assert!((report.allocation.leads[0] - before.allocation.leads[0]).abs() < 1e-9, "{target:?}");
    }
}

#[test]
fn money_of_scenarios_and_of_months_that_are_over_is_added_up() {
    let plan = full();
    let [gone, heir] = [0, 1].map(|at| plan.allocation.channels[at].clone());
    let mut after = plan.clone();
    remove(&mut after, &Target::Channels(vec![gone.id.clone()]), Some(&heir.id));
    assert_eq!(after.scenarios[0].spend[&heir.id], gone.spend.plus(heir.spend).unwrap());
    let rows: Vec<_> = after.actuals.channels.iter().filter(|row| row.channel == heir.id).collect();
    assert_eq!((rows.len(), rows[0].registrations, rows[0].leads), (1, Some(20.0), None));
    assert_eq!(rows[0].spend, plan.currency.whole(2_000));

    Arc::make_mut(&mut after.scenarios)[0].spend.remove(&heir.id);
    let next = plan.allocation.channels[2].clone();
    remove(&mut after, &Target::Channels(vec![next.id.clone()]), Some(&heir.id));
    assert_eq!(
        after.scenarios[0].spend[&heir.id],
        heir.spend.plus(next.spend).unwrap(),
        "beside what the plan gives it"
    );
}

#[test]
fn several_channels_go_at_once_and_one_takes_over_from_all() {
    let plan = full();
    let ids: Vec<Id> = plan.allocation.channels.iter().map(|channel| channel.id.clone()).collect();
    let target = Target::Channels(ids[..3].to_vec());
    assert_eq!(heirs(&plan, &target), ids[3..]);
    let scenarios = references(&plan, &target).into_iter().filter(|one| matches!(one, Reference::Scenario(_)));
    assert_eq!(scenarios.count(), 1, "said once");
    let mut after = plan.clone();
    remove(&mut after, &target, Some(&ids[3]));
    assert!(references(&after, &target).is_empty() && dangling(&after).is_empty());
    let total = |plan: &Plan| Money::total(plan.scenarios[0].spend.values().copied());
    assert_eq!(total(&after), total(&plan), "no money of the scenario is lost");
    remove(&mut after, &Target::Channels(ids[3..].to_vec()), None);
    assert!(after.allocation.channels.is_empty() && after.actuals.channels.is_empty());
    assert!(after.scenarios[0].spend.is_empty() && dangling(&after).is_empty());
}

#[test]
fn a_kpi_cannot_pull_against_its_own_function() {
    let plan = full();
    let against = plan.team.functions.iter().find_map(|function| {
        let pulls = |kpi: &crate::plan::team::Kpi| match &kpi.effect {
            KpiEffect::PullsAgainst(other) => Some(other.clone()),
            _ => None,
        };
        Some((function.id.clone(), function.kpis.iter().find_map(pulls)?))
    });
    let (owner, gone) = against.unwrap();
    let mut alone = plan.clone();
    remove(&mut alone, &Target::Function(gone.clone()), None);
    let all = alone.team.functions.iter().flat_map(|function| &function.kpis);
    assert!(all.clone().all(|kpi| kpi.effect != KpiEffect::PullsAgainst(gone.clone())));
    assert!(all.clone().any(|kpi| kpi.effect == KpiEffect::Unlinked));
    let mut after = plan.clone();
    remove(&mut after, &Target::Function(gone), Some(&owner));
    let own = after.team.functions.iter().find(|function| function.id == owner).unwrap();
    assert!(own.kpis.iter().all(|kpi| kpi.effect != KpiEffect::PullsAgainst(owner.clone())));
    assert!(own.kpis.iter().any(|kpi| kpi.effect == KpiEffect::Unlinked));
}

#[test]
fn a_campaign_that_counts_for_no_channel_of_the_plan_is_said() {
    let mut plan = full();
    assert_eq!(dangling(&plan), Vec::<String>::new());
    Arc::make_mut(&mut plan.actuals).campaigns[0].channel = Some("nobody".into());
    assert_eq!(dangling(&plan), ["actuals/channels"]);
}
