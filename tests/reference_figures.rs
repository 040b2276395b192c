//! The worked case gives the figures it is documented with, in both languages.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use ripple_planner::calc::backwards::{Origin, Way};
use ripple_planner::calc::chain::{Link, Source};
use ripple_planner::calc::goal::TieOut;
use ripple_planner::calc::ripple::{self, PassingOn, ShareInputs, StepKind, passing_on};
use ripple_planner::calc::topics::Phase;
use ripple_planner::calc::{self, Report, Severity};
use ripple_planner::file::read_text;
use ripple_planner::plan::allocation::Media;
use ripple_planner::plan::event::SplitRule;
use ripple_planner::plan::goal::Measure;
use ripple_planner::plan::{Id, Money, Plan, Ripple, Task};

const ENGLISH: &str = include_str!("../saved_plans/worked-case.ron");
const CHINESE: &str = include_str!("../saved_plans/worked-case.zh-CN.ron");
const BLANK: &str = include_str!("../saved_plans/blank.ron");

/// The plan in both languages: words differ, figures do not.
fn both() -> [(Plan, Report); 2] {
    [ENGLISH, CHINESE].map(|text| {
        let plan = read_text(text).unwrap();
        let report = calc::report(&plan);
        (plan, report)
    })
}

fn yuan(units: i64) -> Money {
    Money::from_minor(units * 100).unwrap()
}

fn fen(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

/// Equal up to the rounding of sums of floats.
#[track_caller]
fn near(got: f64, given: f64) {
    within(got, given, 1e-9 * given.abs().max(1.0));
}

/// Equal up to half of the last digit that is shown.
#[track_caller]
fn within(got: f64, given: f64, half: f64) {
    assert!((got - given).abs() <= half, "{got} instead of {given}");
}

fn channel<'a>(report: &'a Report, id: &str) -> &'a calc::allocation::ChannelReport {
    report.allocation.channels.iter().find(|row| row.id == Id::new(id)).unwrap()
}

#[test]
fn money_buys_registrations_leads_customers_and_revenue() {
    for (_, report) in both() {
        let allocation = &report.allocation;
        near(allocation.total.won.registrations, 37_000.0);
        near(allocation.total.won.contacts, 220.0);
        near(allocation.leads[0], 2_100.0);
        near(allocation.leads[1], 200.0);
        near(allocation.customers[0], 210.0);
        near(allocation.customers[1], 25.0);
        near(allocation.revenue[0], 4_200_000.0);
        near(allocation.revenue[1], 5_000_000.0);
        assert_eq!(allocation.total.spend, yuan(1_200_000));
        assert_eq!(allocation.unallocated, Some(Money::ZERO));
        within(allocation.total.average_cost.unwrap(), 32.43, 0.005);
        assert_eq!(allocation.next_amount, yuan(1_000));
        near(allocation.events[0].won.leads, 22.0);
        assert_eq!(allocation.events[0].spend, yuan(40_000));
    }
}

#[test]
fn each_channel_has_its_share_cost_and_next_thousand() {
    // id, registrations, share in %, low, high, average cost, what the next 1,000 buy
    let given = [
        ("search-advertising", 16_200.0, 30.0, 14_256.0, 18_468.0, 22.22, 9.0),
        ("site-rebuild", 8_400.0, 10.0, 6_888.0, 10_080.0, 14.29, 16.6),
        ("partner-referral", 3_200.0, 6.7, 2_496.0, 4_000.0, 25.00, 40.0),
        ("set-apart", 2_200.0, 3.3, 1_650.0, 2_816.0, 18.18, 18.0),
        ("articles", 1_800.0, 5.0, 1_440.0, 2_196.0, 33.33, 11.9),
        ("qa-communities", 1_200.0, 2.5, 840.0, 1_680.0, 25.00, 39.3),
        ("experience", 1_400.0, 2.9, 1_050.0, 1_820.0, 25.00, 16.4),
        ("trade-shows", 600.0, 2.1, 420.0, 840.0, 41.67, 10.4),
        ("custom-events", 900.0, 12.5, 702.0, 1_152.0, 166.67, 2.4),
        ("forums", 1_100.0, 9.2, 880.0, 1_375.0, 100.00, 4.7),
    ];
    for (_, report) in both() {
        for (id, registrations, share, low, high, average, next) in given {
            let row = channel(&report, id);
            near(row.won.registrations, registrations);
            within(row.share * 100.0, share, 0.05);
            near(row.range.unwrap().low, low);
            near(row.range.unwrap().high, high);
            within(row.average_cost.unwrap(), average, 0.005);
            within(row.next, next, 0.05);
        }
        for (id, share) in [("community-care", 7.5), ("stories", 5.0)] {
            let row = channel(&report, id);
            within(row.share * 100.0, share, 0.05);
            assert_eq!((row.average_cost, row.range, row.next), (None, None, 0.0));
        }
        within(report.allocation.events[0].share * 100.0, 3.3, 0.05);
        let inflection = channel(&report, "qa-communities").response.unwrap().inflection();
        within(inflection.unwrap(), 17_321.0, 0.5);
    }
}

#[test]
fn groups_and_tasks_add_up() {
    for (_, report) in both() {
        let allocation = &report.allocation;
        let [search, content] = allocation.groups[..] else { panic!("two groups") };
        assert_eq!([search.spend, content.spend], [yuan(600_000), yuan(150_000)]);
        near(search.won.registrations, 30_000.0);
        near(content.won.registrations, 5_000.0);
        near(search.average_cost.unwrap(), 20.0);
        near(content.average_cost.unwrap(), 30.0);
        near(search.share, 0.5);
        near(content.share, 0.125);
        let [a, b, w] = Task::ALL.map(|task| allocation.task(task));
        assert_eq!([a, b, w].map(|task| task.spend), [yuan(750_000), yuan(300_000), yuan(150_000)]);
        near(a.won.registrations, 35_000.0);
        near(b.won.registrations, 2_000.0);
        near(w.won.registrations, 0.0);
        within(a.average_cost.unwrap(), 21.43, 0.005);
        assert_eq!((b.average_cost, w.average_cost), (None, None));
        near(a.share, 0.625);
        near(b.share, 0.25);
        near(w.share, 0.125);
    }
}

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
            // Word of mouth gets 150,000 and has no column.
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

#[test]
fn the_goal_ties_out_and_is_reached_to_86_percent() {
    for (plan, report) in both() {
        let goal = &report.goal;
        assert_eq!(goal.tie_out, TieOut::Agrees { difference: Money::ZERO });
        let revenue = goal.target.revenue.unwrap();
        assert_eq!((revenue.value, revenue.derived), (yuan(36_000_000), true));
        near(goal.expected.customers, 1_269.5);
        assert_eq!(goal.expected.revenue, yuan(30_960_000));
        assert_eq!(goal.expected.total_revenue, yuan(120_000_000));
        near(goal.expected.share.unwrap(), 0.258);
        within(plan.currency.units(goal.expected.value_per_customer.unwrap()), 24_388.0, 0.5);
        within(plan.currency.units(goal.baseline.value_per_customer.unwrap()), 7_118.0, 0.5);
        within(goal.baseline.share.unwrap() * 100.0, 7.5, 0.05);
        for (measure, given) in Measure::ALL.into_iter().zip([84.6, 86.0, 86.0]) {
            within(goal.attainment_of(measure).unwrap() * 100.0, given, 0.05);
        }
        near(goal.headline_attainment().unwrap(), 0.86);
        assert_eq!(goal.missing_revenue, Some(yuan(5_040_000)));
        let sub_goals: Vec<_> = goal.sub_goals.iter().map(|sub| sub.expected.unwrap()).collect();
        for (got, given) in sub_goals.into_iter().zip([30_000.0, 2_100.0, 25.0, 5_000.0, 0.65]) {
            near(got, given);
        }
        for (sub, given) in goal.sub_goals.iter().zip([100.0, 87.5, 83.3, 71.4, 86.7]) {
            within(sub.attainment.unwrap() * 100.0, given, 0.05);
        }
    }
}

#[test]
fn month_by_month() {
    let given =
        [689, 1_562, 2_619, 3_860, 5_243, 6_868, 8_593, 10_218, 14_643, 21_243, 26_878, 30_960].map(|k| k * 1_000);
    for (plan, report) in both() {
        let months = &report.goal.months;
        assert_eq!(months.len(), 12);
        for (point, given) in months.iter().zip(given) {
            assert_eq!(point.expected, yuan(given));
        }
        for (month, path) in [(2, 3_600_000), (5, 9_600_000), (8, 20_400_000), (11, 36_000_000)] {
            assert_eq!(months[month].path, Some(yuan(path)));
        }
        // Straight between the ends of the quarters.
        near(plan.currency.units(months[7].path.unwrap()), 16_800_000.0);
        assert_eq!(report.goal.widest_gap, Some((7, yuan(6_582_000))));
    }
}

#[test]
fn the_chain_is_narrowest_at_the_lead_rate() {
    for (plan, report) in both() {
        let chain = &report.chain;
        let given = [
            (Source::Task(Task::A), 750_000, 35_000.0, 2_100.0, 210.0, 4_200_000.0),
            (Source::Task(Task::B), 300_000, 2_220.0, 200.0, 25.0, 5_000_000.0),
            (Source::Task(Task::W), 150_000, 0.0, 0.0, 0.0, 0.0),
            (Source::Ripple, 550_000, 5_200.0, 270.0, 14.5, 14_500_000.0),
        ];
        for (flow, (source, money, reached, leads, customers, revenue)) in chain.flows.iter().zip(given) {
            assert_eq!((flow.source, flow.money), (source, yuan(money)));
            near(flow.reached, reached);
            near(flow.leads, leads);
            near(flow.customers, customers);
            near(flow.revenue, revenue);
        }
        assert_eq!(chain.total.money, yuan(1_750_000));
        near(chain.total.reached, 42_420.0);
        near(chain.total.leads, 2_570.0);
        near(chain.total.customers, 249.5);
        near(chain.total.revenue, 23_700_000.0);
        let rate = |link| chain.rate(link, &plan.currency).unwrap();
        within(1.0 / rate(Link::Reach), 41.25, 0.005);
        within(rate(Link::CloseRate) * 100.0, 9.7, 0.05);
        within(rate(Link::Value), 94_990.0, 0.5);
        let narrowest = chain.narrowest.unwrap();
        assert_eq!(narrowest.link, Link::LeadRate);
        within(narrowest.now * 100.0, 6.06, 0.005);
        within(narrowest.needed.unwrap() * 100.0, 7.35, 0.005);
    }
}

#[test]
fn backwards_from_the_goal() {
    for (_, report) in both() {
        let backwards = report.backwards.unwrap();
        near(backwards.needed_revenue, 28_740_000.0);
        near(backwards.total.revenue, 23_700_000.0);
        near(backwards.total.money, 1_750_000.0);
        let given = [
            (Origin::ClassA, [4_200_000.0, 210.0, 2_100.0, 35_000.0, 750_000.0], 20_000.0),
            (Origin::ClassB, [5_000_000.0, 25.0, 200.0, 2_220.0, 300_000.0], 200_000.0),
            (Origin::OnSite, [2_000_000.0, 2.0, 20.0, 200.0, 500_000.0], 1_000_000.0),
            (Origin::OffSite, [12_500_000.0, 12.5, 250.0, 5_000.0, 50_000.0], 1_000_000.0),
        ];
        for ((origin, column), (given, figures, value)) in backwards.columns.iter().zip(given) {
            assert_eq!(*origin, given);
            let got = [column.revenue, column.customers, column.leads, column.reached, column.money];
            got.into_iter().zip(figures).for_each(|(got, given)| near(got, given));
            near(column.value().unwrap(), value);
        }
        let [
            Way::Sharers { now, needed, extra_cost, range, off_site, .. },
            Way::LeadRates { factor, now: rate, needed: rate_needed, .. },
            a @ Way::Registrations { .. },
            b @ Way::Registrations { .. },
        ] = &backwards.ways[..]
        else {
            panic!("four ways")
        };
        assert_eq!((*now, *needed, *extra_cost), (100.0, 141.0, yuan(20_500)));
        assert_eq!(range.map(|range| (range.low, range.high)), Some((64.0, 156.0)));
        within(off_site.revenue, 17_540_000.0, 0.01);
        within(off_site.customers, 17.54, 1e-6);
        within(off_site.leads, 350.8, 1e-6);
        within(off_site.reached, 7_016.0, 1e-5);
        near(off_site.money, 70_500.0);
        within(*factor, 1.2127, 0.000_05);
        within(rate * 100.0, 6.06, 0.005);
        within(rate_needed.unwrap() * 100.0, 7.35, 0.005);
        for (way, registrations) in [(a, [35_000.0, 77_000.0, 45_580.0]), (b, [2_000.0, 4_265.0, 3_600.0])] {
            let Way::Registrations { now, needed, ceiling, .. } = way else { panic!() };
            [*now, *needed, *ceiling].into_iter().zip(registrations).for_each(|(got, given)| within(got, given, 0.5));
        }
        let possible: Vec<bool> = backwards.ways.iter().map(Way::possible).collect();
        assert_eq!(possible, [true, true, false, false]);
    }
}

#[test]
fn the_event_is_shared_as_pictured() {
    for (_, report) in both() {
        let [event] = &report.events[..] else { panic!("one event") };
        assert_eq!((event.total, event.own_share), (yuan(148_000), yuan(40_000)));
        assert_eq!((event.own_alone, event.is_split()), (Some(yuan(100_000)), true));
        near(event.leads, 22.0);
        // Cost per lead, and what it would be alone.
        within(40_000.0 / event.leads, 1_818.0, 0.5);
        within(100_000.0 / event.leads, 4_545.0, 0.5);
        let given = [
            (40_000, 56_000, 100_000),
            (48_000, 60_000, 120_000),
            (32_000, 24_000, 80_000),
            (20_000, 8_000, 50_000),
            (8_000, 0, 20_000),
        ];
        for (row, (share, paid, alone)) in event.shares.iter().zip(given) {
            assert_eq!((row.share, row.paid, row.alone), (yuan(share), yuan(paid), Some(yuan(alone))));
            assert_eq!((row.balance, row.saving), (yuan(paid - share), Some(yuan(alone - share))));
            assert_eq!(row.over_by(), None);
        }
        let rules = [
            (SplitRule::Equal, [2_960_000, 2_960_000, 2_960_000, 2_960_000, 2_960_000]),
            (SplitRule::Benefit, [4_070_000, 4_810_000, 2_960_000, 1_850_000, 1_110_000]),
            (SplitRule::Alone, [4_000_000, 4_800_000, 3_200_000, 2_000_000, 800_000]),
            (SplitRule::EqualSavings, [4_933_333, 6_933_333, 2_933_334, 0, 0]),
            (SplitRule::Airport, [3_885_000, 6_351_667, 2_651_667, 1_418_333, 493_333]),
        ];
        let alone: Vec<Money> = event.shares.iter().map(|row| row.alone.unwrap()).collect();
        for (rule, minor) in rules {
            let shares = event.rules.iter().find(|result| result.rule == rule).unwrap().shares.clone().unwrap();
            assert_eq!(shares, minor.map(fen), "{rule:?}");
            let over: Vec<_> = shares.iter().zip(&alone).filter(|(share, alone)| share > alone).collect();
            match rule {
                SplitRule::Equal => assert_eq!(over, [(&yuan(29_600), &yuan(20_000))]),
                _ => assert!(over.is_empty(), "{rule:?} is fair"),
            }
        }
    }
}

#[test]
fn an_equal_split_is_unfair_by_9_600() {
    for (mut plan, _) in both() {
        std::sync::Arc::make_mut(&mut plan.events)[0].rule = SplitRule::Equal;
        let report = calc::report(&plan);
        let over: Vec<_> = report.events[0].shares.iter().map(calc::event::PartyShare::over_by).collect();
        assert_eq!(over, [None, None, None, None, Some(yuan(9_600))]);
        assert!(report.findings.iter().any(|finding| finding.code() == "unfair-share"));
    }
}

#[test]
fn the_pyramid_stands_on_level_2() {
    for (plan, report) in both() {
        let pyramid = &report.pyramid;
        for (level, given) in pyramid.levels.iter().zip([0.90, 0.80, 0.65, 0.1875, 0.0625]) {
            near(level.score.unwrap(), given);
        }
        assert_eq!((pyramid.reached, pyramid.next_level()), (2, Some(3)));
        within(pyramid.mean.unwrap(), 0.52, 0.005);
        assert_eq!(pyramid.blocker, Some(Id::new("data-consent")));
        let step = pyramid.next_step().unwrap();
        assert_eq!((step.criterion.as_str(), step.cost, step.holds_after), ("group-messages", yuan(8_000), true));
        near(step.level_after, 0.75);
        assert_eq!(pyramid.cheapest, Some((yuan(8_000), vec![Id::new("group-messages")])));
        let worth: Vec<f64> =
            pyramid.steps.iter().map(|step| step.gain_per_thousand(&plan.currency).unwrap()).collect();
        for (got, given) in worth.into_iter().zip([0.0125, 0.0083, 0.0050]) {
            within(got, given, 0.000_05);
        }
        let history: Vec<u8> = pyramid.history.iter().map(|dated| dated.reached).collect();
        assert_eq!(history, [0, 0, 1, 2, 2]);
    }
}

#[test]
fn the_team_carries_185_of_200_hours() {
    let given = [
        (6.0, 8.0, 0, 0),
        (47.0, 40.0, 2, 1),
        (34.0, 40.0, 3, 1),
        (36.0, 40.0, 2, 0),
        (24.0, 32.0, 2, 0),
        (38.0, 40.0, 3, 1),
    ];
    for (_, report) in both() {
        let team = &report.team;
        assert_eq!(team.owner, Some(Id::new("lin-yue")));
        for (load, (effort, capacity, channels, topics)) in team.loads.iter().zip(given) {
            near(load.effort, effort);
            near(load.capacity, capacity);
            assert_eq!((load.channels, load.topics), (channels, topics), "{}", load.person);
        }
        let wang_jing = &team.loads[3];
        assert_eq!((wang_jing.person.as_str(), wang_jing.events), ("wang-jing", 1));
        within(team.loads[1].ratio().unwrap() * 100.0, 118.0, 0.5);
        near(team.effort, 185.0);
        near(team.capacity, 200.0);
        assert_eq!(team.loads.iter().filter(|load| load.over()).count(), 1);
    }
}

#[test]
fn topics_carry_the_launch_but_not_developer_day() {
    for (plan, report) in both() {
        let topics = &report.topics;
        within(topics.highest, 59_998.0, 0.5);
        let [developer_day, launch] = &topics.marks[..] else { panic!("two marks") };
        within(developer_day.attention, 26_009.0, 0.5);
        within(developer_day.share * 100.0, 43.0, 0.5);
        assert!(!developer_day.carried);
        let shift = developer_day.shift.as_ref().unwrap();
        assert_eq!((shift.topic.as_str(), shift.days), ("launch-week", -6));
        within(shift.attention, 40_961.0, 0.5);
        within(shift.share * 100.0, 68.0, 0.5);
        within(launch.attention, 59_978.0, 0.5);
        within(launch.share * 100.0, 100.0, 0.5);
        assert!(launch.carried && launch.shift.is_none());
        let phase = |z| calc::topics::phase(z, &plan.topics.phases);
        assert_eq!(phase(-1.0), Some(Phase::Spreading));
        assert_eq!(phase(0.0), Some(Phase::Climax));
    }
}

#[test]
fn content_serves_six_of_seven_stages() {
    for (_, report) in both() {
        let content = &report.content;
        near(content.seven_s, 3.75);
        assert_eq!(content.stages_served(), 6);
        let given = [
            (400_000, 33.3, 18_400.0, 49.7, 21.74),
            (595_000, 49.6, 12_800.0, 34.6, 46.48),
            (205_000, 17.1, 5_800.0, 15.7, 35.34),
        ];
        for ((row, (spend, part, registrations, reached, cost)), media) in
            content.media.iter().zip(given).zip(Media::ALL)
        {
            assert_eq!(row.spend, yuan(spend), "{media:?}");
            within(row.spend_share * 100.0, part, 0.05);
            near(row.registrations, registrations);
            within(row.registrations_share * 100.0, reached, 0.05);
            within(row.average_cost.unwrap(), cost, 0.005);
        }
    }
}

/// Code, place and severity of every finding.
fn findings(report: &Report) -> Vec<(Severity, &'static str, String)> {
    report.findings.iter().map(|one| (one.severity(), one.code(), one.place.to_string())).collect()
}

#[test]
fn the_worked_case_has_exactly_these_findings() {
    use Severity::{Advice, Error, Warning};
    for (_, report) in both() {
        let given = [
            (Error, "nobody-responsible", "team/distribution/assignments"),
            (Warning, "kpi-pulls-away", "team/advertising/kpis"),
            (Warning, "kpi-pulls-away", "team/distribution/kpis"),
            (Warning, "overloaded", "team/zhou-min/capacity"),
            (Warning, "not-carried", "topics/launch-week/peak_day"),
            (Advice, "kpi-unlinked", "team/loyalty/kpis"),
            (Advice, "level-short", "pyramid/level"),
            (Advice, "better-split", "allocation/suggestion"),
        ];
        assert_eq!(findings(&report), given.map(|(severity, code, place)| (severity, code, place.to_owned())));
    }
}

#[test]
fn the_blank_plan_gets_one_advice_each_on_four_tabs() {
    let report = calc::report(&read_text(BLANK).unwrap());
    let given = [
        ("goal-not-stated", "goal/statement"),
        ("no-team", "team/people"),
        ("no-assessment", "pyramid/assessments"),
        ("no-channels", "allocation/channels"),
    ];
    assert_eq!(findings(&report), given.map(|(code, place)| (Severity::Advice, code, place.to_owned())));
}
