//! From funnel to ripple.

use std::sync::Arc;

use ripple_planner::calc;
use ripple_planner::calc::ripple::{self, PassingOn, ShareInputs, StepKind, passing_on};
use ripple_planner::plan::{Id, Ripple};

use super::{both, near, within, yuan};

#[test]
fn the_ripple_reaches_return_4_8_and_26() {
    for (_, report) in both() {
        let [ripple] = &report.ripples[..] else { panic!("one ripple") };
        let kinds: Vec<_> = ripple.outcome.steps.iter().map(|step| step.kind).collect();
        assert_eq!(kinds, [StepKind::Funnel, StepKind::Follow, StepKind::Share]);
        let given = [
            (500_000.0, 2.0, 2_000_000.0, 4.0),
            (500_000.0, 4.0, 4_000_000.0, 8.0),
            (550_000.0, 14.5, 14_500_000.0, 290.0 / 11.0),
        ];
        for (step, (cost, customers, revenue, roi)) in ripple.outcome.steps.iter().zip(given) {
            near(step.cost, cost);
            near(step.customers, customers);
            near(step.revenue, revenue);
            near(step.roi().unwrap(), roi);
        }
        let last = ripple.last().unwrap();
        near(last.people, 5_200.0);
        near(last.leads, 270.0);
        near(last.offsite_customers, 12.5);
        near(ripple.offsite_people(), 5_000.0);
        assert_eq!((ripple.cost(), ripple.reward), (yuan(550_000), yuan(50_000)));
        near(ripple.outcome.reproduction, 0.0);
        near(ripple.outcome.dies_out, 1.0);
        assert_eq!(ripple.outcome.generations.len(), 10);
    }
}

#[test]
fn the_event_of_a_ripple_is_paid_once() {
    for (plan, _) in both() {
        let money = |change: &dyn Fn(&mut Vec<Ripple>)| {
            let mut plan = plan.clone();
            change(Arc::make_mut(&mut plan.ripples));
            let report = calc::report(&plan);
            let backwards = report.backwards.unwrap();
            // Word of mouth gets 150,000, brings nobody and has no column.
            assert_eq!(backwards.apart, yuan(150_000));
            let columns = backwards.columns.iter().map(|(_, column)| column.money).sum::<f64>() + 150_000.0;
            near(columns, backwards.total.money);
            report.chain.total.money
        };
        let day = Some(plan.events[0].id.clone());
        assert_eq!(money(&|_| ()), yuan(1_750_000));
        assert_eq!(
            money(&|ripples| ripples[0].event.clone_from(&day)),
            yuan(1_710_000),
            "40,000 are in the allocation"
        );
        let cheap = |ripples: &mut Vec<Ripple>| {
            ripples[0].event.clone_from(&day);
            ripples[0].funnel.cost = yuan(10_000);
        };
        assert_eq!(money(&cheap), yuan(1_250_000), "no more is taken off than the funnel costs");
        let twice = |ripples: &mut Vec<Ripple>| {
            ripples[0].event.clone_from(&day);
            let other = Ripple { id: Id::new("other"), ..ripples[0].clone() };
            ripples.push(other);
        };
        assert_eq!(money(&twice), yuan(1_200_000 + 2 * 550_000 - 40_000), "one event, two ripples");
        assert_eq!(money(&|ripples| ripples[0].event = Some(Id::new("gone"))), yuan(1_750_000));
    }
}

/// Hundred sharers with fifty friends each.
fn passed_on(reproduction: f64, audience_limit: Option<f64>, generations: u32) -> ShareInputs {
    let reshare_rate = reproduction / 50.0;
    let share = ShareInputs { sharers: 100.0, contacts: 50.0, reshare_rate, audience_limit, ..ShareInputs::default() };
    ShareInputs { generations, ..share }
}

#[test]
fn passing_it_on_fades_and_never_compounds() {
    let share = |reproduction, limit| passed_on(reproduction, limit, 30);
    // 5,000·(1 − ½³⁰)/(1 − ½), not 5,000·1.5³⁰.
    near(ripple::generations(&share(0.5, None)).last().unwrap().reached, 10_000.0);
    let fades = |reproduction, limit| match passing_on(&share(reproduction, limit)) {
        Some(PassingOn::Fades { round }) => round,
        other => panic!("{other:?}"),
    };
    // 15 of 16 are reached after four rounds.
    let rounds = [(0.000_5, 1.0), (0.1, 1.0), (0.5, 4.0), (0.7, 7.0), (0.9, 22.0), (0.995, 460.0), (0.999_9, 23_025.0)];
    for (reproduction, round) in rounds {
        near(fades(reproduction, None), round);
    }
    // However many rounds are counted, and with a limit that is never felt.
    for generations in [1, 2, 3, 1_000] {
        for (reproduction, round) in [(0.5, 4.0), (0.7, 7.0), (0.9, 22.0), (0.995, 460.0)] {
            let share = passed_on(reproduction, Some(1e12), generations);
            assert_eq!(passing_on(&share), Some(PassingOn::Fades { round }), "{reproduction}, {generations} rounds");
        }
    }
    assert!(fades(0.9, Some(8_000.0)) < fades(0.9, None));
    assert_eq!(passing_on(&share(0.0, None)), Some(PassingOn::OneRound));
    assert_eq!(passing_on(&share(1.0, None)), Some(PassingOn::Stays));
    assert_eq!(passing_on(&share(1.000_5, None)), Some(PassingOn::Grows));
    assert_eq!(passing_on(&ShareInputs { sharers: 0.0, ..share(1.5, None) }), None);
    assert_eq!(passing_on(&share(1.0, Some(1e15))), Some(PassingOn::Lasts));
}

/// Far fewer are reached than can be: those who tell others meet ever more who know already.
#[test]
fn passing_it_on_ends_before_everybody_is_reached() {
    for (reproduction, limit) in [(1.0, 20_000.0), (1.2, 60_000.0), (1.5, 40_000.0), (1.8, 1e6), (1.000_1, 2e6)] {
        let (mut fresh, mut counted) = (5_000.0, 5_000.0);
        for _ in 0..1_000_000 {
            fresh *= reproduction * (1.0 - counted / limit);
            counted += fresh;
        }
        let Some(PassingOn::Ends { reached, .. }) = passing_on(&passed_on(reproduction, Some(limit), 2)) else {
            panic!()
        };
        within(reached, counted, 0.01);
        assert!(reached < limit);
    }
    let all = passing_on(&passed_on(2.0, Some(5_000.0), 2));
    assert_eq!(all, Some(PassingOn::Ends { reached: 5_000.0, limit: 5_000.0 }));
}

#[test]
fn passing_it_on_reaches_the_pictured_numbers() {
    let reached = |reproduction: f64, audience_limit| {
        let share = ShareInputs {
            sharers: 100.0,
            contacts: 50.0,
            reshare_rate: reproduction / 50.0,
            audience_limit,
            generations: 10,
            ..ShareInputs::default()
        };
        ripple::generations(&share).last().unwrap().reached
    };
    within(reached(0.9, None), 32_566.0, 0.5);
    within(reached(0.5, None), 9_990.0, 0.5);
    within(reached(1.2, Some(60_000.0)), 31_065.0, 0.5);
    near(reached(0.0, None), 5_000.0);
}
