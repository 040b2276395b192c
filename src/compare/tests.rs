use std::sync::Arc;

use super::*;
use crate::plan::allocation::Group;
use crate::plan::event::{Item, Party, Payment};
use crate::plan::goal::{SubGoal, SubMeasure};
use crate::plan::pyramid::{Answer, Assessment, Criterion, Score};
use crate::plan::team::{Assignment, Function, FunctionKind, Kpi, KpiEffect, Person, Raci};
use crate::plan::topic::Topic;
use crate::plan::{Channel, Curve, Event, Id, Money, Plan, Scenario, Task};

fn worked_case() -> Plan {
    crate::file::read_text(include_str!("../../saved_plans/worked-case.ron")).unwrap()
}

fn money(units: i64) -> Money {
    Money::from_minor(units * 100).unwrap()
}

/// A day of answers, a scenario and an event that both sides add to.
fn base() -> Plan {
    let mut plan = worked_case();
    let day = Assessment { day: crate::plan::Date::constant(2026, 2, 1), answers: [].into() };
    Arc::make_mut(&mut plan.pyramid).assessments = vec![day];
    let scenario = Scenario::new(Id::new("more"), "More");
    Arc::make_mut(&mut plan.scenarios).push(scenario);
    Arc::make_mut(&mut plan.events).push(Event::new("fair".into(), "Fair"));
    plan
}

/// One more item of each kind, all called `name`, all with the id `new`, and naming one another by it.
fn with_new_items(name: &str, spend: Money) -> Plan {
    let (mut plan, new, called) = (base(), Id::new("new"), name.to_owned());
    let person = Person { id: new.clone(), name: called.clone(), ..plan.team.people[0].clone() };
    let kpi = Kpi {
        id: new.clone(),
        name: called.clone(),
        effect: KpiEffect::PullsAgainst(new.clone()),
        ..plan.team.functions[0].kpis[0].clone()
    };
    let part = Assignment { person: new.clone(), role: Raci::Responsible, hours: 1.0 };
    let kind = FunctionKind::Other(called.clone());
    let team = Arc::make_mut(&mut plan.team);
    team.people.push(person);
    team.functions.push(Function { id: new.clone(), kind, assignments: vec![part], kpis: vec![kpi] });

    let pyramid = Arc::make_mut(&mut plan.pyramid);
    let criterion = Criterion { id: new.clone(), name: called.clone(), ..pyramid.criteria[0].clone() };
    pyramid.criteria.push(Criterion { owner: Some(new.clone()), ..criterion });
    pyramid.assessments[0].answers.insert(new.clone(), Answer { score: Score::Full, evidence: called.clone() });

    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.groups.push(Group { id: new.clone(), name: called.clone(), lead_rate: None, note: String::new() });
    let mut channel = Channel::new(new.clone(), name, Task::A);
    (channel.group, channel.owner) = (Some(new.clone()), Some(new.clone()));
    allocation.channels.push(channel);
    Arc::make_mut(&mut plan.scenarios)[0].spend.insert(new.clone(), spend);

    let goal = Arc::make_mut(&mut plan.goal);
    let sub_goal = SubGoal { id: new.clone(), name: called.clone(), ..goal.sub_goals[0].clone() };
    let measure = SubMeasure::GroupRegistrations { group: new.clone() };
    goal.sub_goals.push(SubGoal { measure, owner: Some(new.clone()), ..sub_goal });

    let events = Arc::make_mut(&mut plan.events);
    let fair = events.last_mut().unwrap();
    fair.parties.push(Party::new(new.clone(), name));
    let mut item = Item::new(new.clone(), name);
    (item.shared_by, item.payments) = (vec![new.clone()], vec![Payment { party: new.clone(), amount: spend }]);
    fair.items.push(item);
    events.push(Event { owner: Some(new.clone()), ..Event::new(new.clone(), name) });
    let topics = &mut Arc::make_mut(&mut plan.topics).list;
    let topic = Topic { id: new.clone(), name: called, ..topics[0].clone() };
    topics.push(Topic { owner: Some(new.clone()), event: Some(new), ..topic });
    plan
}

#[test]
fn whatever_names_an_item_that_gets_another_id_follows_it() {
    let sides = [("Ours", money(7)), ("Theirs", money(8))];
    let [ours, theirs] = sides.map(|(name, spend)| with_new_items(name, spend));
    let Merged { plan, conflicts } = merge(&base(), &ours, &theirs);
    assert_eq!(conflicts, []);
    for (name, spend) in sides {
        let person = plan.team.people.iter().find(|item| item.name == name).unwrap().id.clone();
        let named = FunctionKind::Other(name.to_owned());
        let function = plan.team.functions.iter().find(|item| item.kind == named).unwrap();
        assert_eq!(function.assignments[0].person, person);
        assert_eq!(function.kpis[0].effect, KpiEffect::PullsAgainst(function.id.clone()));

        let criterion = plan.pyramid.criteria.iter().find(|item| item.name == name).unwrap();
        assert_eq!(criterion.owner.as_ref(), Some(&person));
        assert_eq!(plan.pyramid.assessments[0].answers[&criterion.id].evidence, name);

        let group = plan.allocation.groups.iter().find(|item| item.name == name).unwrap().id.clone();
        let channel = plan.allocation.channels.iter().find(|item| item.name == name).unwrap();
        assert_eq!((channel.group.as_ref(), channel.owner.as_ref()), (Some(&group), Some(&person)));
        assert_eq!(plan.scenarios[0].spend[&channel.id], spend);
        let sub_goal = plan.goal.sub_goals.iter().find(|item| item.name == name).unwrap();
        assert_eq!(sub_goal.measure, SubMeasure::GroupRegistrations { group });

        let fair = plan.events.iter().find(|event| event.name == "Fair").unwrap();
        let party = fair.parties.iter().find(|item| item.name == name).unwrap().id.clone();
        let item = fair.items.iter().find(|item| item.label == name).unwrap();
        assert_eq!(item.payments, [Payment { party: party.clone(), amount: spend }]);
        assert_eq!(item.shared_by, [party]);

        let event = plan.events.iter().find(|event| event.name == name).unwrap();
        let topic = plan.topics.list.iter().find(|item| item.name == name).unwrap();
        assert_eq!((event.owner.as_ref(), topic.owner.as_ref()), (Some(&person), Some(&person)));
        assert_eq!(topic.event.as_ref(), Some(&event.id));
    }
}

/// The one difference of two plans, as `place: how`.
fn only_difference(old: &Plan, new: &Plan) -> (String, Change) {
    let [Difference { place, change }] = &*differences(old, new) else { panic!("{:?}", differences(old, new)) };
    (place.to_string(), change.clone())
}

#[test]
fn an_item_that_only_moved_is_a_difference_in_every_list() {
    let plan = worked_case();
    let mut moved = plan.clone();
    Arc::make_mut(&mut moved.team).people.rotate_left(1);
    let first = &plan.team.people[0].id;
    assert_eq!(only_difference(&plan, &moved), (format!("team/people/{first}"), Change::Moved));
    let mut moved = plan.clone();
    Arc::make_mut(&mut moved.allocation).channels.rotate_left(1);
    let first = &plan.allocation.channels[0].id;
    assert_eq!(only_difference(&plan, &moved), (format!("allocation/channels/{first}"), Change::Moved));
}

#[test]
fn an_order_that_both_sides_changed_is_a_conflict() {
    let plan = worked_case();
    let moved = |by: usize| {
        let mut plan = plan.clone();
        Arc::make_mut(&mut plan.team).people.rotate_left(by);
        plan
    };
    let merged = merge(&plan, &moved(1), &moved(2));
    let places: Vec<String> = merged.conflicts.iter().map(|conflict| conflict.place.to_string()).collect();
    assert_eq!(places, ["team/people/order"]);
    assert_eq!(merged.plan, moved(1), "ours stays");
}

/// A side takes away a channel and what one ripple's sharing adds; the other changes both.
#[test]
fn what_one_side_took_away_and_the_other_changed_stays_or_goes_as_it_is_chosen() {
    let base = worked_case();
    let (mut gone, mut changed) = (base.clone(), base.clone());
    let id = Arc::make_mut(&mut gone.allocation).channels.remove(0).id;
    Arc::make_mut(&mut gone.ripples)[0].share = None;
    Arc::make_mut(&mut changed.allocation).channels[0].spend = money(1);
    Arc::make_mut(&mut changed.ripples)[0].share.as_mut().unwrap().unit_cost = money(1);
    for (ours, theirs, takes_away) in [(&gone, &changed, Side::Ours), (&changed, &gone, Side::Theirs)] {
        for chosen in [None, Some(Side::Ours), Some(Side::Theirs)] {
            let merged = merge_choosing(&base, ours, theirs, &|_| chosen);
            assert_eq!(merged.conflicts.len(), 2);
            let expected = if chosen == Some(takes_away) { &gone } else { &changed };
            let has = |plan: &Plan| plan.allocation.channels.iter().any(|channel| channel.id == id);
            assert_eq!((has(&merged.plan), &merged.plan), (has(expected), expected), "{chosen:?}");
        }
    }
}

#[test]
fn what_each_side_wrote_into_an_empty_part_comes_together() {
    let period = worked_case().period;
    let with = |write: fn(&mut crate::plan::Goal)| {
        let mut plan = Plan::blank("New", period);
        write(Arc::make_mut(&mut plan.goal));
        plan
    };
    let ours = with(|goal| goal.baseline.customers = Some(200.0));
    let theirs = with(|goal| goal.baseline.revenue = Some(money(5)));
    let both = with(|goal| (goal.baseline.customers, goal.baseline.revenue) = (Some(200.0), Some(money(5))));
    assert_eq!(merge(&with(|_| ()), &ours, &theirs), Merged { plan: both, conflicts: vec![] });
}

#[test]
fn half_of_each_sides_curve_is_nobodys_curve() {
    let with = |ceiling: f64, shape: f64| {
        let mut plan = worked_case();
        let curve = Curve::SShaped { ceiling, half_spend: money(1_000), shape, base: 0.0 };
        Arc::make_mut(&mut plan.allocation).channels[0].curve = curve;
        plan
    };
    let merged = merge(&with(100.0, 1.0), &with(200.0, 1.0), &with(100.0, 2.0));
    let [conflict] = &*merged.conflicts else { panic!("{:?}", merged.conflicts) };
    assert!(conflict.place.to_string().ends_with("/curve"), "{}", conflict.place);
    assert_eq!(merged.plan, with(200.0, 1.0), "ours stays whole");
    let (place, _) = only_difference(&with(100.0, 1.0), &with(200.0, 2.0));
    assert!(place.ends_with("/curve"), "{place}");
}

/// The worked case with amounts in cents where `digits` is 2, in yuan where it is 0.
fn in_digits(digits: u8) -> Plan {
    let mut plan = worked_case();
    plan = tree::in_digits(&plan, digits).unwrap().into_owned();
    plan.currency.digits = digits;
    plan
}

#[test]
fn amounts_are_compared_and_merged_by_what_they_are_worth() {
    for (old, new) in [(0, 2), (2, 0)] {
        let (place, _) = only_difference(&in_digits(old), &in_digits(new));
        assert_eq!(place, "currency/digits");
    }
    let mut cents = in_digits(2);
    Arc::make_mut(&mut cents.allocation).channels[0].spend = Money::from_minor(1_234).unwrap();
    let mut titled = in_digits(0);
    titled.title = "Other".into();
    let expected = Merged { plan: Plan { title: "Other".into(), ..cents.clone() }, conflicts: vec![] };
    assert_eq!(merge(&in_digits(0), &cents, &titled), expected);
    assert_eq!(merge(&in_digits(0), &titled, &cents), expected);
    let values: Vec<Change> = differences(&in_digits(0), &cents).into_iter().map(|one| one.change).collect();
    let became = |from: &str, to: &str| Change::Became { from: from.into(), to: to.into() };
    assert!(values.contains(&became("360000.00", "12.34")), "{values:?}");
}

/// As copying lines in a text editor leaves them, and somebody else who numbered a copy the way we do.
#[test]
fn items_that_share_an_id_are_all_kept() {
    let with = |spends: [i64; 4]| {
        let mut plan = base();
        let ids = ["sem", "sem", "sem (2)", "sem"].into_iter().zip(spends);
        Arc::make_mut(&mut plan.allocation).channels = ids
            .map(|(id, spend)| Channel { spend: money(spend), ..Channel::new(Id::new(id), id.to_owned(), Task::A) })
            .collect();
        plan
    };
    let (base, ours, theirs) = (with([1, 2, 3, 4]), with([1, 20, 3, 4]), with([1, 2, 30, 40]));
    let merged = merge(&base, &ours, &theirs);
    assert_eq!((merged.plan, merged.conflicts), (with([1, 20, 30, 40]), vec![]));
    assert_eq!(differences(&base, &theirs).len(), 2);
}

/// Two people who each type a plan from nothing: every one of their ids is used twice.
#[test]
fn two_large_plans_from_nothing_come_together() {
    let from_nothing = |name: &str| {
        let mut plan = base();
        Arc::make_mut(&mut plan.allocation).channels = (0..2000)
            .map(|number| Channel::new(Id::new(&format!("channel-{number}")), format!("{name} {number}"), Task::A))
            .collect();
        plan
    };
    let (ours, theirs) = (from_nothing("ours"), from_nothing("theirs"));
    let mut nothing = base();
    Arc::make_mut(&mut nothing.allocation).channels.clear();
    let merged = merge(&nothing, &ours, &theirs);
    assert_eq!((merged.plan.allocation.channels.len(), merged.conflicts), (4000, vec![]));
}

#[test]
fn what_a_channel_gets_and_its_months_are_chosen_together() {
    let base = worked_case();
    let of = |spend: i64, months: &[i64]| {
        let mut plan = base.clone();
        let channel = &mut Arc::make_mut(&mut plan.allocation).channels[0];
        channel.spend = money(spend);
        channel.schedule.spend = months.iter().map(|units| money(*units)).collect();
        plan
    };
    let twelfths = [[40_000; 6], [20_000; 6]].concat();
    let (more, moved) = (of(480_000, &[]), of(360_000, &twelfths));
    for (ours, theirs) in [(&more, &moved), (&moved, &more)] {
        let merged = merge(&base, ours, theirs);
        assert_eq!(merged.plan, *ours, "no sum beside the months of another one");
        let places: Vec<String> = merged.conflicts.iter().map(|conflict| conflict.place.to_string()).collect();
        assert_eq!(places, ["allocation/channels/search-advertising/spend"]);
        assert_eq!(merge_choosing(&base, ours, theirs, &|_| Some(Side::Theirs)).plan, *theirs);
    }
    let otherwise = of(360_000, &[[20_000; 6], [40_000; 6]].concat());
    let merged = merge(&base, &moved, &otherwise);
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.conflicts[0].place.to_string(), "allocation/channels/search-advertising/schedule/spend");
    // What the other fields say comes from both.
    let mut renamed = more.clone();
    Arc::make_mut(&mut renamed.allocation).channels[0].note = "For the autumn".into();
    let merged = merge(&base, &moved, &renamed).plan;
    assert_eq!(
        (merged.allocation.channels[0].note.as_str(), &merged.allocation.channels[0].schedule),
        ("For the autumn", &moved.allocation.channels[0].schedule)
    );
}
