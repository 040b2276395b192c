//! Plans at the ends of what people write: names of sixty characters, amounts of twelve digits, hundreds of each.
#![allow(dead_code, clippy::unwrap_used, missing_docs)] // each test uses its part

use std::sync::Arc;

use ripple_planner::plan::allocation::Group;
use ripple_planner::plan::event::{Item, ItemKind, Party, Payment};
use ripple_planner::plan::goal::{Milestone, SubGoal, SubMeasure};
use ripple_planner::plan::team::{Assignment, Function, FunctionKind, Kpi, KpiEffect, Person, Raci};
use ripple_planner::plan::{Channel, Curve, Event, Id, Money, Plan, Task, Topic, pyramid::Criterion};

/// Sixty characters that begin as told.
fn sixty(begin: &str) -> String {
    begin
        .chars()
        .chain("华东区开发者大会与即时通讯云生态合作伙伴联合推广年度重点项目".chars().cycle())
        .take(60)
        .collect()
}

/// An amount of twelve digits, a little different for each.
fn twelve(index: usize) -> Money {
    Money::from_minor(12_345_678_901_234 + i64::try_from(index).unwrap() * 1_111_111).unwrap()
}

/// Every name has sixty characters, every amount of money twelve digits.
pub fn stretch(plan: &mut Plan) {
    plan.title = sixty("规划");
    plan.company = sixty("公司");
    stretch_goal_and_team(plan);
    stretch_money(plan);
    for (index, event) in Arc::make_mut(&mut plan.events).iter_mut().enumerate() {
        stretch_event(event, index);
    }
    for (index, ripple) in Arc::make_mut(&mut plan.ripples).iter_mut().enumerate() {
        ripple.name = sixty(&format!("波纹{index}"));
        ripple.funnel.cost = twelve(index);
        ripple.funnel.value.likely = Money::from_minor(9_145_000_123).unwrap();
        ripple.funnel.value.range = None;
    }
    for (index, topic) in Arc::make_mut(&mut plan.topics).list.iter_mut().enumerate() {
        topic.name = sixty(&format!("话题{index}"));
    }
    for (index, criterion) in Arc::make_mut(&mut plan.pyramid).criteria.iter_mut().enumerate() {
        criterion.name = sixty(&format!("标准{index}"));
        criterion.cost_to_full = criterion.cost_to_full.map(|_| twelve(index));
    }
    for state in &mut Arc::make_mut(&mut plan.content).seven_s {
        state.next_step = sixty("下一步");
    }
}

fn stretch_goal_and_team(plan: &mut Plan) {
    let goal = Arc::make_mut(&mut plan.goal);
    goal.statement = sixty("目标");
    goal.target.customers = Some(5_144_032.9);
    goal.target.revenue = Some(twelve(0));
    goal.target.total_revenue = Some(Money::from_minor(41_152_263_004_113).unwrap());
    goal.baseline.customers = Some(1_234_567.0);
    goal.baseline.revenue = goal.baseline.revenue.map(twelve_of);
    goal.baseline.total_revenue = goal.baseline.total_revenue.map(twelve_of);
    for (index, sub) in goal.sub_goals.iter_mut().enumerate() {
        sub.name = sixty(&format!("分目标{index}"));
    }
    let team = Arc::make_mut(&mut plan.team);
    for (index, person) in team.people.iter_mut().enumerate() {
        person.name = sixty(&format!("人员{index}"));
        person.title = sixty("职位");
    }
    team.functions.push(Function {
        id: Id::new("own-function"),
        kind: FunctionKind::Other(sixty("职能")),
        assignments: Vec::new(),
        kpis: Vec::new(),
    });
    for kpi in team.functions.iter_mut().flat_map(|function| &mut function.kpis) {
        kpi.name = sixty("指标");
        kpi.target = sixty("目标值");
        kpi.because = sixty("因为");
        kpi.remedy = sixty("改进");
    }
}

fn twelve_of(_: Money) -> Money {
    twelve(0)
}

fn stretch_money(plan: &mut Plan) {
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.budget = Some(Money::from_minor(98_765_432_109_876).unwrap());
    for (index, group) in allocation.groups.iter_mut().enumerate() {
        group.name = sixty(&format!("渠道组{index}"));
    }
    for (index, channel) in allocation.channels.iter_mut().enumerate() {
        channel.name = sixty(&format!("渠道{index}"));
        channel.kpi = sixty("衡量");
        channel.spend = Money::from_minor(10_000_000_000_012).unwrap().minus(twelve_small(index)).unwrap();
        channel.max = channel.max.map(twelve_of);
    }
    for class in [&mut allocation.class_a, &mut allocation.class_b] {
        class.value.likely = Money::from_minor(9_145_000_123).unwrap();
        class.value.range = None;
    }
}

fn twelve_small(index: usize) -> Money {
    Money::from_minor(i64::try_from(index).unwrap() * 987_654).unwrap()
}

fn stretch_event(event: &mut Event, index: usize) {
    event.name = sixty(&format!("活动{index}"));
    for (index, party) in event.parties.iter_mut().enumerate() {
        party.name = sixty(&format!("参与方{index}"));
        party.alone = party.alone.map(|_| twelve(index));
        party.amount = Some(twelve(index));
    }
    for (index, item) in event.items.iter_mut().enumerate() {
        item.label = sixty(&format!("费用{index}"));
        item.amount = twelve(index);
        item.kind = if index == 1 { ItemKind::Income } else { ItemKind::Cost };
        item.payments.truncate(1);
        item.payments.iter_mut().for_each(|payment| payment.amount = twelve(index));
    }
}

/// A hundred of each, over three years.
pub fn multiply(plan: &mut Plan) {
    plan.period.months = 36;
    let id = |kind: &str, index: usize| Id::new(&format!("many-{kind}-{index}"));
    multiply_team(plan, &id);
    let allocation = Arc::make_mut(&mut plan.allocation);
    for index in 0..30 {
        let name = format!("Group {index}");
        allocation.groups.push(Group { id: id("group", index), name, lead_rate: None, note: String::new() });
    }
    for index in 0..100 {
        let mut channel = Channel::new(id("channel", index), format!("Channel {index}"), Task::ALL[index % 3]);
        channel.group = Some(id("group", index % 30));
        channel.spend = plan.currency.whole(1_000).unwrap();
        channel.curve = Curve::Fixed { registrations: 10.0 };
        allocation.channels.push(channel);
    }
    multiply_events(plan, &id);
    // Without ranges: drawing a thousand of them is not what is looked at.
    let mut ripple = plan.ripples[0].clone();
    (ripple.event, ripple.follow, ripple.share) = (None, None, None);
    let funnel = &mut ripple.funnel;
    for estimate in [&mut funnel.audience, &mut funnel.lead_rate, &mut funnel.sign_rate] {
        estimate.range = None;
    }
    funnel.value.range = None;
    for index in 0..100 {
        let mut ripple = ripple.clone();
        (ripple.id, ripple.name) = (id("ripple", index), format!("Ripple {index}"));
        Arc::make_mut(&mut plan.ripples).push(ripple);
    }
    multiply_topics_and_criteria(plan, &id);
    let goal = Arc::make_mut(&mut plan.goal);
    goal.path.clear();
    for index in 0..36 {
        let day = plan.period.month_start(index).last_of_month();
        let revenue = plan.currency.whole(1_000_000 * (i64::from(index) + 1)).unwrap();
        goal.path.push(Milestone { day, revenue });
    }
    for index in 0..100 {
        goal.sub_goals.push(SubGoal {
            id: id("sub-goal", index),
            name: format!("Sub-goal {index}"),
            measure: SubMeasure::TaskRegistrations { task: None },
            target: 100.0,
            owner: None,
            due: None,
            note: String::new(),
        });
    }
}

fn multiply_team(plan: &mut Plan, id: &impl Fn(&str, usize) -> Id) {
    let team = Arc::make_mut(&mut plan.team);
    for index in 0..100 {
        team.people.push(Person {
            id: id("person", index),
            name: format!("Person {index}"),
            title: String::new(),
            capacity: 40.0,
            other_hours: 0.0,
            note: String::new(),
        });
    }
    for index in 0..40 {
        let kpi = |number: usize| Kpi {
            id: id("kpi", 10 * index + number),
            name: format!("KPI {index}.{number}"),
            target: String::new(),
            effect: KpiEffect::Unlinked,
            because: String::new(),
            remedy: String::new(),
        };
        let part = Assignment { person: id("person", index), role: Raci::Responsible, hours: 10.0 };
        team.functions.push(Function {
            id: id("function", index),
            kind: FunctionKind::Other(format!("Function {index}")),
            assignments: vec![part],
            kpis: (0..2).map(kpi).collect(),
        });
    }
}

fn multiply_events(plan: &mut Plan, id: &impl Fn(&str, usize) -> Id) {
    let currency = plan.currency.clone();
    let yuan = |units: i64| currency.whole(units).unwrap();
    let events = Arc::make_mut(&mut plan.events);
    let first = &mut events[0];
    for index in 0..12 {
        first.parties.push(Party::new(id("party", index), format!("Partner {index}")));
    }
    for index in 0..100 {
        let amount = yuan(100 + i64::try_from(index).unwrap());
        first.items.push(Item {
            kind: if index % 10 == 9 { ItemKind::Income } else { ItemKind::Cost },
            amount,
            payments: vec![Payment { party: id("party", index % 12), amount }],
            ..Item::new(id("item", index), format!("Item {index}"))
        });
    }
    for index in 0..100 {
        let mut event = Event::new(id("event", index), format!("Event {index}"));
        event.date = Some(plan.period.month_start(u32::try_from(index % 36).unwrap()));
        events.push(event);
    }
}

fn multiply_topics_and_criteria(plan: &mut Plan, id: &impl Fn(&str, usize) -> Id) {
    for index in 0..100 {
        Arc::make_mut(&mut plan.topics).list.push(Topic {
            id: id("topic", index),
            name: format!("Topic {index}"),
            owner: None,
            peak_day: Some(plan.period.month_start(u32::try_from(index % 36).unwrap())),
            peak: 10_000.0 + 100.0 * f64::from(u32::try_from(index).unwrap()),
            spread_days: 8.0,
            event: None,
            note: String::new(),
        });
        Arc::make_mut(&mut plan.pyramid).criteria.push(Criterion {
            id: id("criterion", index),
            level: u8::try_from(index % 5).unwrap() + 1,
            name: format!("Criterion {index}"),
            owner: None,
            cost_to_full: None,
            note: String::new(),
        });
    }
}
