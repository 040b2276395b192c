//! The plans that come with the program: whole, alike in both languages, and true to the figures they are given with.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::PathBuf;

use ripple_planner::file::{read_text, write_text};
use ripple_planner::plan::allocation::Group;
use ripple_planner::plan::goal::SubMeasure;
use ripple_planner::plan::team::KpiEffect;
use ripple_planner::plan::{Channel, Curve, Estimate, Id, Money, Plan, Task};
use serde_json::Value;

const ENGLISH: &str = "worked-case.ron";
const CHINESE: &str = "worked-case.zh-CN.ron";
const BLANK: &str = "blank.ron";
const TRACKED: [&str; 2] = ["worked-case-track.ron", "worked-case-track.zh-CN.ron"];

fn text_of(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("saved_plans").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read(name: &str) -> Plan {
    read_text(&text_of(name)).unwrap_or_else(|error| panic!("{name}:{error}"))
}

fn whole(plan: &Plan, units: i64) -> Money {
    plan.currency.whole(units).unwrap()
}

fn near(got: f64, given: f64) {
    assert!((got - given).abs() <= 1e-9 * given.abs().max(1.0), "{got} instead of {given}");
}

/// Registrations by the formula of each curve.
fn registrations(plan: &Plan, channel: &Channel) -> f64 {
    let spend = plan.currency.units(channel.spend);
    match channel.curve {
        Curve::Fixed { registrations } => registrations,
        Curve::Linear { cost_per_registration, ceiling, base } => {
            base + (spend / plan.currency.units(cost_per_registration)).min(ceiling)
        }
        Curve::SShaped { ceiling, half_spend, shape, base } => {
            let (spend, half) = (spend.powf(shape), plan.currency.units(half_spend).powf(shape));
            base + ceiling * spend / (spend + half)
        }
        other => panic!("the worked case has no curve like {other:?}"),
    }
}

/// Fields that hold words for people and so differ between the languages.
const WORDS: [&str; 13] = [
    "title",
    "company",
    "note",
    "statement",
    "name",
    "target",
    "because",
    "remedy",
    "evidence",
    "kpi",
    "label",
    "text",
    "next_step",
];

/// Puts every text for people through `work`; ids, dates and amounts stay out of it.
fn each_text(value: &mut Value, work: &mut impl FnMut(&mut String)) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                match value {
                    Value::String(text) if WORDS.contains(&field.as_str()) => work(text),
                    value => each_text(value, work),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| each_text(value, work)),
        _ => {}
    }
}

fn json(plan: &Plan) -> Value {
    serde_json::to_value(plan).unwrap()
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[test]
fn each_plan_is_written_as_it_stands() {
    for name in [ENGLISH, CHINESE, BLANK].into_iter().chain(TRACKED) {
        assert_eq!(write_text(&read(name)).unwrap(), text_of(name), "{name}");
    }
}

#[test]
fn both_languages_hold_the_same_numbers_and_ids() {
    let [english, chinese] = [ENGLISH, CHINESE].map(|name| {
        let mut value = json(&read(name));
        each_text(&mut value, &mut |text| *text = "words".to_owned());
        value
    });
    assert_eq!(english, chinese);
}

#[test]
fn every_text_is_in_its_language() {
    each_text(&mut json(&read(ENGLISH)), &mut |text| assert!(!text.chars().any(is_han), "{text}"));
    each_text(&mut json(&read(CHINESE)), &mut |text| {
        assert!(text.chars().any(is_han) || !text.chars().any(|c| c.is_ascii_alphabetic()), "{text}");
        let letters: Vec<char> = text.chars().collect();
        for pair in letters.windows(2) {
            assert!(!(is_han(pair[0]) && ",;:.!?()\"".contains(pair[1])), "half-width punctuation: {text}");
        }
    });
}

#[test]
fn the_budget_is_spent_to_the_last_fen() {
    let plan = read(ENGLISH);
    let channels = &plan.allocation.channels;
    assert_eq!(channels.len(), 12);
    let own_share = whole(&plan, 40_000);
    let total = Money::total(channels.iter().map(|channel| channel.spend).chain([own_share]));
    assert_eq!(total, Some(whole(&plan, 1_200_000)));
    assert_eq!(plan.allocation.budget, total);
    for (task, given) in [(Task::A, 750_000), (Task::B, 300_000), (Task::W, 150_000)] {
        let spends = channels.iter().filter(|channel| channel.task == task).map(|channel| channel.spend);
        let own = (task == plan.events[0].task).then_some(own_share);
        assert_eq!(Money::total(spends.chain(own)), Some(whole(&plan, given)), "{task:?}");
    }
}

#[test]
fn the_curves_give_the_stated_registrations_and_leads() {
    let plan = read(ENGLISH);
    let given = [16_200.0, 8_400.0, 3_200.0, 2_200.0, 1_800.0, 1_200.0, 1_400.0, 600.0, 900.0, 1_100.0, 0.0, 0.0];
    let channels = &plan.allocation.channels;
    assert_eq!(channels.len(), given.len());
    let (mut class_a, mut class_b) = (0.0, plan.events[0].contacts.likely * plan.events[0].lead_rate.likely);
    for (channel, given) in channels.iter().zip(given) {
        let won = registrations(&plan, channel);
        near(won, given);
        let of_group = |id: &Id| plan.allocation.groups.iter().find(|group: &&Group| group.id == *id)?.lead_rate;
        let rate = channel.lead_rate.or_else(|| of_group(channel.group.as_ref()?));
        let leads = won * rate.unwrap_or(Estimate::exactly(0.0)).likely;
        if channel.task == Task::B { class_b += leads } else { class_a += leads }
    }
    near(class_a, 2_100.0);
    near(class_b, 200.0);
}

#[test]
fn the_event_sums_to_what_its_parties_paid() {
    let plan = read(ENGLISH);
    let event = &plan.events[0];
    let total = Money::total(event.items.iter().map(|item| item.amount));
    assert_eq!(total, Some(whole(&plan, 148_000)));
    let paid = |party: &Id| {
        let payments = event.items.iter().flat_map(|item| &item.payments);
        Money::total(payments.filter(|payment| payment.party == *party).map(|payment| payment.amount))
    };
    let given = [56_000, 60_000, 24_000, 8_000, 0].map(|units| Some(whole(&plan, units)));
    assert_eq!(event.parties.iter().map(|party| paid(&party.id)).collect::<Vec<_>>(), given);
    let alone = [100_000, 120_000, 80_000, 50_000, 20_000].map(|units| Some(whole(&plan, units)));
    assert_eq!(event.parties.iter().map(|party| party.alone).collect::<Vec<_>>(), alone);
}

#[test]
fn the_hours_of_the_team_add_up() {
    let plan = read(ENGLISH);
    let load = |person: &Id| -> f64 {
        let parts = plan.team.functions.iter().flat_map(|function| &function.assignments);
        parts.filter(|part| part.person == *person).map(|part| part.hours).sum()
    };
    let given = [(6.0, 8.0), (47.0, 40.0), (34.0, 40.0), (36.0, 40.0), (24.0, 32.0), (38.0, 40.0)];
    assert_eq!(plan.team.people.len(), given.len());
    for (person, (hours, capacity)) in plan.team.people.iter().zip(given) {
        near(load(&person.id) + person.other_hours, hours);
        near(person.capacity, capacity);
    }
}

#[test]
fn the_assessments_give_the_stated_scores_and_never_fall() {
    let plan = read(ENGLISH);
    let pyramid = &plan.pyramid;
    let given = [
        [0.55, 0.70, 0.80, 0.85, 0.90],
        [0.35, 0.45, 0.60, 0.75, 0.80],
        [0.20, 0.25, 0.40, 0.50, 0.65],
        [0.0, 0.0625, 0.125, 0.125, 0.1875],
        [0.0, 0.0, 0.0, 0.0625, 0.0625],
    ];
    assert_eq!(pyramid.assessments.len(), 5);
    for (level, given) in (1_u8..).zip(given) {
        let ids: Vec<&Id> = pyramid.criteria.iter().filter(|one| one.level == level).map(|one| &one.id).collect();
        assert!(ids.len() >= 4);
        for (assessment, given) in pyramid.assessments.iter().zip(given) {
            let scores: Vec<f64> = ids.iter().map(|id| assessment.answers[*id].score.value().unwrap()).collect();
            near(scores.iter().sum::<f64>() / f64::from(u8::try_from(scores.len()).unwrap()), given);
        }
    }
    for pair in pyramid.assessments.windows(2) {
        assert!(pair[0].day < pair[1].day);
        assert!(pair[0].answers.iter().all(|(id, answer)| answer.score <= pair[1].answers[id].score));
    }
    for answer in pyramid.assessments.iter().flat_map(|assessment| assessment.answers.values()) {
        assert_eq!(answer.score.value() == Some(1.0), !answer.evidence.is_empty());
    }
}

/// Every person some part of the plan names.
fn owners<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            found.extend(["owner", "person"].iter().filter_map(|key| fields.get(*key)?.as_str()));
            fields.values().for_each(|value| owners(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| owners(value, found)),
        _ => {}
    }
}

#[test]
fn every_owner_is_a_person_of_the_plan() {
    let plan = json(&read(ENGLISH));
    let people: Vec<&str> =
        plan["team"]["people"].as_array().unwrap().iter().map(|person| person["id"].as_str().unwrap()).collect();
    let mut found = Vec::new();
    owners(&plan, &mut found);
    assert!(found.len() > 60, "only {} owners", found.len());
    assert!(found.iter().all(|owner| people.contains(owner)));
}

#[test]
fn every_other_reference_names_something_there() {
    let plan = read(ENGLISH);
    let groups: Vec<&Id> = plan.allocation.groups.iter().map(|group| &group.id).collect();
    assert!(
        plan.allocation.channels.iter().filter_map(|channel| channel.group.as_ref()).all(|id| groups.contains(&id))
    );
    for sub_goal in &plan.goal.sub_goals {
        match &sub_goal.measure {
            SubMeasure::GroupRegistrations { group } => assert!(groups.contains(&group)),
            SubMeasure::PeopleReached { ripple } => assert!(plan.ripples.iter().any(|one| one.id == *ripple)),
            _ => {}
        }
    }
    let functions = &plan.team.functions;
    for kpi in functions.iter().flat_map(|function| &function.kpis) {
        if let KpiEffect::PullsAgainst(other) = &kpi.effect {
            assert!(functions.iter().any(|function| function.id == *other));
        }
    }
    let carried: Vec<&Id> =
        plan.events.iter().map(|event| &event.id).chain(plan.ripples.iter().map(|ripple| &ripple.id)).collect();
    assert!(plan.topics.list.iter().filter_map(|topic| topic.event.as_ref()).all(|id| carried.contains(&id)));
    let event = &plan.events[0];
    let payers = event.items.iter().flat_map(|item| &item.payments).map(|payment| &payment.party);
    assert!(payers.chain(&event.us).all(|id| event.parties.iter().any(|party| party.id == *id)));
    let criteria = plan.pyramid.criteria.len();
    assert!(plan.pyramid.assessments.iter().all(|assessment| assessment.answers.len() == criteria));
}

#[test]
fn after_five_months_the_worked_case_is_the_same_but_for_what_happened() {
    let cases = [ENGLISH, CHINESE].map(read);
    let tracked = TRACKED.map(read);
    for (case, tracked) in cases.iter().zip(&tracked) {
        let (title, actuals) = (case.title.clone(), case.actuals.clone());
        assert_ne!(tracked.title, title);
        assert_eq!(Plan { title, actuals, ..tracked.clone() }, *case);
    }
    let [english, chinese] = &tracked;
    let actuals = &english.actuals;
    assert_eq!((&actuals.through, &actuals.channels), (&chinese.actuals.through, &chinese.actuals.channels));
    let values = |plan: &Plan| plan.actuals.readings.iter().map(|one| (one.day, one.value)).collect::<Vec<_>>();
    assert_eq!(values(english), values(chinese));
    // Five months of twelve channels; of one of them two months are still to be typed.
    assert_eq!(actuals.channels.len(), 5 * 12 - 2);
    assert!(actuals.channels.iter().all(|row| row.month.day() == 1 && row.month.month() <= 5));
    for plan in &tracked {
        let kpis = &plan.allocation.tasks.w.quantitative;
        assert!(plan.actuals.readings.iter().all(|reading| kpis.iter().any(|kpi| kpi.name == reading.name)));
        let track = ripple_planner::calc::report(plan).track;
        assert_eq!((track.months.len(), track.known_months, track.total.incomplete), (5, 5, 1));
        let beyond = track.channels.iter().filter(|row| row.verdict.is_beyond_chance()).count();
        assert_eq!(beyond, 2, "one wins less than its curve, one more");
        assert!(track.kpis.iter().filter(|kpi| kpi.task == Task::W).all(|kpi| kpi.reading.is_some()));
    }
}

#[test]
fn the_blank_plan_has_the_eight_functions_and_nobody_in_them() {
    let plan = read(BLANK);
    assert_eq!(plan.team.functions.len(), 8);
    assert!(plan.team.people.is_empty() && plan.team.functions.iter().all(|one| one.assignments.is_empty()));
    assert!(plan.goal.statement.is_empty() && plan.pyramid.criteria.is_empty() && plan.allocation.channels.is_empty());
}
