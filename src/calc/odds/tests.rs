//! The odds against closed forms, against the report, and against themselves.

use std::f64::consts::PI;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::calc;
use crate::calc::allocation::Won;
use crate::calc::numbers::Kind;
use crate::generated_plans as plans;
use crate::plan::{Currency, Estimate, Id, Money};

fn settings(draws: u32, seed: u64, threads: usize) -> Settings<'static> {
    Settings { draws, seed, threads, stop: &|| false }
}

fn worked_case() -> Plan {
    crate::file::read_text(include_str!("../../../saved_plans/worked-case.ron")).unwrap()
}

fn odds_of(plan: &Plan) -> Odds {
    odds(plan, &calc::report(plan), &settings(DRAWS, SEED, 2)).unwrap()
}

fn drawn(builder: &mut Builder, name: &str, low: f64, high: f64) -> Value {
    // The middle, so that both sides are the same.
    let likely = (low * high).sqrt();
    builder.input(Input::new(name.to_owned(), Kind::Count, Estimate::between(likely, low, high)).unwrap())
}

/// A normal number, whatever its sign.
fn normal(builder: &mut Builder, name: &str, middle: f64, deviation: f64) -> Value {
    let reach = deviation * super::normal::Z_95;
    let range = Range { low: middle - reach, high: middle + reach };
    let input = Input::new(name.to_owned(), Kind::Count, Estimate::between(1.0, 0.5, 2.0)).unwrap();
    builder.input(Input { likely: middle, range, distribution: Distribution::normal(middle, range), ..input })
}

fn values(drawn: &Drawn) -> &[f64] {
    match drawn {
        Drawn::Values(values) => values,
        Drawn::Fixed(_) => panic!("it does not vary"),
    }
}

/// Within four standard errors, of which there are four in 15,000: a fixed seed makes it always or never.
fn near(found: f64, expected: f64, standard_error: f64) -> bool {
    (found - expected).abs() < 4.0 * standard_error
}

#[test]
fn a_product_of_log_normals_is_log_normal() {
    let ranges: [(f64, f64); 3] = [(64.0, 156.0), (32.0, 78.0), (8e5, 1.25e6)];
    let mut builder = Builder::default();
    let factors: Vec<Value> =
        ranges.iter().zip(["a", "b", "c"]).map(|((low, high), name)| drawn(&mut builder, name, *low, *high)).collect();
    let product = factors.into_iter().reduce(|left, right| builder.multiply(left, right)).unwrap();
    let draws = 100_000;
    let found = &run(&builder.finish(&[product]), &settings(draws, 1, 2)).unwrap()[0];

    let z_95 = 1.644_853_626_951_472_2;
    let median: f64 = ranges.iter().map(|(low, high)| (low * high).sqrt()).product();
    let deviation = ranges.iter().map(|(low, high)| ((high / low).ln() / (2.0 * z_95)).powi(2)).sum::<f64>().sqrt();
    let spread = Spread::of(found);
    // Standard error of a quantile: √(p(1−p)/n) ÷ density; the density of z at ±1.2816 is 0.1755, at 0 it is 0.3989.
    let n = f64::from(draws).sqrt();
    for (found, z, density, part) in [
        (spread.p10, -1.281_551_6, 0.1755, 0.3),
        (spread.p50, 0.0, 0.3989, 0.5),
        (spread.p90, 1.281_551_6, 0.1755, 0.3),
    ] {
        let error = part / n / density * deviation;
        assert!(near(found.ln(), median.ln() + z * deviation, error), "{found} at z = {z}");
    }
    let mean = median * (deviation * deviation / 2.0).exp();
    let mean_error = mean * ((deviation * deviation).exp() - 1.0).sqrt() / n;
    assert!(near(spread.mean, mean, mean_error), "{} is not {mean}", spread.mean);
    // One standard deviation above the median: 15.865525 % of all.
    let target = median * deviation.exp();
    let chance = Chance::of(found.fraction(|value| value >= target), draws);
    assert!(near(chance.value, 0.158_655_25, chance.standard_error));
    assert!((chance.standard_error - (chance.value * (1.0 - chance.value)).sqrt() / n).abs() < 1e-15);
}

#[test]
fn a_tornado_of_a_sum_shows_the_parts_of_its_variance() {
    let weights = [4.0, 2.0, 1.0, -3.0, 0.0];
    let mut builder = Builder::default();
    let mut sum = Value::Fixed(7.0);
    for (name, weight) in ["a", "b", "c", "d", "e"].into_iter().zip(weights) {
        let input = normal(&mut builder, name, 10.0, 1.0);
        let term = builder.multiply(input, Value::Fixed(weight));
        sum = builder.add(sum, term);
    }
    let program = builder.finish(&[sum]);
    let settings = settings(30_000, 3, 2);
    let drawn = run(&program, &settings).unwrap();
    let movers = tornado(&program, 0, values(&drawn[0]), &settings).unwrap();
    let names: Vec<&str> = movers.iter().map(|mover| mover.input.name.as_str()).collect();
    assert_eq!(names, ["a", "d", "b", "c"], "what does not matter is not drawn");
    // Spearman's correlation of normal numbers is 6/π·asin(ρ/2).
    let variance: f64 = weights.iter().map(|weight| weight * weight).sum();
    let square = |weight: f64| (6.0 / PI * (weight / variance.sqrt() / 2.0).asin()).powi(2);
    let all: f64 = weights.into_iter().map(square).sum();
    for (mover, weight) in movers.iter().zip([4.0, -3.0, 2.0, 1.0_f64]) {
        assert!((mover.explains - square(weight) / all).abs() < 0.01, "{}: {}", mover.input.name, mover.explains);
        let reach = weight * super::normal::Z_95;
        let likely = 7.0 + 10.0 * weights.iter().sum::<f64>();
        assert!(
            (mover.low_result - (likely - reach)).abs() < 1e-9 && (mover.high_result - (likely + reach)).abs() < 1e-9
        );
    }
    assert!((movers.iter().map(|mover| mover.explains).sum::<f64>() - 1.0).abs() < 1e-12);
}

#[test]
fn threads_change_nothing() {
    let plan = worked_case();
    let report = calc::report(&plan);
    // Neither a multiple of a batch nor of a chunk.
    let one = odds(&plan, &report, &settings(13_001, 5, 1)).unwrap();
    for threads in [2, 3, 7, 64] {
        assert_eq!(odds(&plan, &report, &settings(13_001, 5, threads)).unwrap(), one, "{threads} threads");
    }
    assert_ne!(odds(&plan, &report, &settings(13_001, 6, 1)).unwrap().revenue, one.revenue, "another seed");
}

#[test]
fn more_draws_begin_with_the_same_ones() {
    let mut builder = Builder::default();
    let input = drawn(&mut builder, "a", 1.0, 2.0);
    let program = builder.finish(&[input]);
    let few = run(&program, &settings(1_000, 1, 1)).unwrap();
    let many = run(&program, &settings(9_000, 1, 2)).unwrap();
    assert_eq!(values(&few[0]), &values(&many[0])[..1_000]);
}

#[test]
fn neither_order_nor_other_inputs_move_a_draw() {
    let draws = |names: &[&str]| {
        let mut builder = Builder::default();
        let wanted: Vec<Value> = names.iter().map(|name| drawn(&mut builder, name, 2.0, 9.0)).collect();
        let sum = builder.sum(wanted.clone());
        let results = run(&builder.finish(&[wanted, vec![sum]].concat()), &settings(5_000, 1, 2)).unwrap();
        names.iter().map(|name| (*name).to_owned()).zip(results).collect::<std::collections::BTreeMap<_, _>>()
    };
    let (two, three, turned) = (draws(&["a", "b"]), draws(&["a", "b", "c"]), draws(&["c", "b", "a"]));
    assert_eq!((&two["a"], &two["b"]), (&three["a"], &three["b"]));
    assert_eq!(three, turned);
    let correlation = super::statistics::correlation(values(&two["a"]), values(&two["b"]));
    assert!(correlation.abs() < 4.0 / 5_000_f64.sqrt(), "two inputs have draws of their own: {correlation}");
}

#[test]
fn channels_in_another_order_have_the_same_odds() {
    let plan = worked_case();
    let mut turned = plan.clone();
    Arc::make_mut(&mut turned.allocation).channels.reverse();
    let (straight, turned) = (odds_of(&plan), odds_of(&turned));
    let names = |odds: &Odds| odds.movers.iter().map(|mover| mover.input.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&straight), names(&turned));
    assert_eq!(straight.chances, turned.chances);
    assert!((straight.revenue.p50 / turned.revenue.p50 - 1.0).abs() < 1e-12, "sums differ by rounding at most");
}

#[test]
fn the_worked_case() {
    let odds = odds_of(&worked_case());
    let close =
        |found: f64, expected: f64, by: f64| assert!((found - expected).abs() <= by, "{found} is not {expected}");
    // By NumPy, four million draws of the same chain written down again. Twice the standard error of 20,000 draws and half
    // of the last digit of the reference.
    close(odds.revenue.p10, 24.44e6, 0.2e6);
    close(odds.revenue.p50, 31.64e6, 0.3e6);
    close(odds.revenue.p90, 45.45e6, 0.5e6);
    let chance = odds.headline_chance().unwrap();
    close(chance.value, 0.306, 0.007);
    close(chance.standard_error, 0.0033, 0.0001);
    let december = odds.months.last().unwrap();
    close(december.most.low, 23.0e6, 0.2e6);
    close(december.most.high, 51.5e6, 0.8e6);
    assert_eq!((december.median, odds.months.len()), (odds.revenue.p50, 12));
    let ranges = [
        (odds.all_registrations, 34_325.0, 40_173.0),
        (odds.tasks[0], 32_326.0, 38_134.0),
        (odds.tasks[1], 1_702.0, 2_373.0),
        (odds.groups[0], 27_374.0, 33_000.0),
        (odds.groups[1], 4_354.0, 5_792.0),
    ];
    for (range, low, high) in ranges {
        close(range.low, low, 50.0);
        close(range.high, high, 50.0);
    }
    assert_eq!(odds.tasks[2], Range { low: 0.0, high: 0.0 });
    let roi = odds.ripples[0].roi.unwrap();
    close(roi.p10, 14.4, 0.3);
    close(roi.p90, 51.5, 1.0);
    let expected = [
        ("share.lead_rate", 22.8),
        ("share.sign_rate", 22.6),
        ("share.sharers", 20.6),
        ("share.contacts", 19.7),
        ("funnel.value", 6.7),
        ("class/B/close_rate", 2.2),
        ("class/B/value", 1.7),
    ];
    for (name, percent) in expected {
        let mover = odds.movers.iter().find(|mover| mover.input.name.ends_with(name)).unwrap();
        close(mover.explains * 100.0, percent, 1.0);
    }
    let sharing = &odds.movers[0];
    close(sharing.low_result, 26.21e6, 1.0);
    close(sharing.high_result, 38.46e6, 1.0);
    assert_eq!((odds.ranges, odds.likely), (23, 30_960_000.0));
}

#[test]
fn customers_and_all_targets_together() {
    let odds = odds_of(&worked_case());
    let [customers, revenue, share] = odds.chances.map(|chance| chance.unwrap().value);
    let all = odds.all_targets.unwrap().value;
    assert!(all <= customers.min(revenue).min(share) && all > 0.0);
    assert!(customers + revenue + share - 2.0 <= all);
}

#[test]
fn without_ranges_there_is_nothing_to_draw() {
    let mut plan = worked_case();
    let allocation = Arc::make_mut(&mut plan.allocation);
    for class in [&mut allocation.class_a, &mut allocation.class_b] {
        (class.close_rate.range, class.value.range) = (None, None);
    }
    allocation.groups.iter_mut().filter_map(|group| group.lead_rate.as_mut()).for_each(|rate| rate.range = None);
    allocation.channels.iter_mut().for_each(|channel| channel.registrations_range = None);
    for ripple in Arc::make_mut(&mut plan.ripples) {
        ripple.funnel.lead_rate.range = None;
        ripple.funnel.sign_rate.range = None;
        ripple.funnel.value.range = None;
        let share = ripple.share.as_mut().unwrap();
        for estimate in [&mut share.sharers, &mut share.contacts, &mut share.lead_rate, &mut share.sign_rate] {
            estimate.range = None;
        }
    }
    let odds = odds_of(&plan);
    assert_eq!((odds.ranges, odds.movers.len(), &odds.histogram), (0, 0, &None));
    let exactly = |value: f64| Spread { p10: value, p50: value, p90: value, mean: value };
    assert_eq!((odds.revenue, odds.registrations), (exactly(30_960_000.0), exactly(37_000.0)));
    assert_eq!(odds.headline_chance(), Some(Chance { value: 0.0, standard_error: 0.0 }));
    let goal = Arc::make_mut(&mut plan.goal);
    (goal.target.revenue, goal.target.customers) = (Currency::default().parse("30960000").ok(), Some(1269.5));
    assert_eq!(odds_of(&plan).headline_chance().map(|chance| chance.value), Some(1.0), "just reached is reached");
}

#[test]
fn items_that_share_an_id_draw_their_own_numbers() {
    let mut plan = worked_case();
    let alone = odds_of(&plan);
    let ripples = Arc::make_mut(&mut plan.ripples);
    ripples.push(ripples[0].clone());
    let shared = odds_of(&plan);
    Arc::make_mut(&mut plan.ripples)[1].id = Id::new("another");
    let apart = odds_of(&plan);
    assert_eq!((shared.ranges, shared.ripples[0].roi), (apart.ranges, alone.ripples[0].roi));
    assert!(shared.ranges > alone.ranges);
    assert_ne!(shared.ripples[0].roi, shared.ripples[1].roi, "the same ranges, other draws");
}

#[test]
fn a_target_stands_between_two_bars() {
    let odds = odds_of(&worked_case());
    let histogram = odds.histogram.unwrap();
    let edge = (36e6 - histogram.start) / histogram.width;
    assert!((edge - edge.round()).abs() < 1e-9);
    let counted = histogram.counts.iter().sum::<u32>() + histogram.outside.iter().sum::<u32>();
    assert_eq!(counted, DRAWS);
    let bars = histogram.counts.iter().enumerate();
    let above: u32 = bars.filter(|(bar, _)| histogram.begin(*bar) > 36e6 - 1.0).map(|(_, count)| count).sum();
    let chance = f64::from(above + histogram.outside[1]) / f64::from(DRAWS);
    assert!((chance - odds.chances[1].unwrap().value).abs() < 1e-12);
}

/// Passing on at R 0.7 on average may well be above 1, and then reaches thousands of times as many.
#[test]
fn a_long_tail_leaves_room_for_the_others() {
    let mut plan = worked_case();
    Arc::make_mut(&mut plan.ripples)[0].share.as_mut().unwrap().reshare_rate = Estimate::exactly(0.014);
    let bars_in_the_middle = |plan: &Plan| {
        let odds = odds_of(plan);
        let (Spread { p10, p90, .. }, histogram) = (odds.revenue, odds.histogram.unwrap());
        let middle = (0..histogram.counts.len()).filter(|bar| (p10..p90).contains(&histogram.begin(*bar))).count();
        let counted = histogram.counts.iter().sum::<u32>() + histogram.outside.iter().sum::<u32>();
        assert_eq!(counted, DRAWS);
        let edge = (odds.target.unwrap() - histogram.start) / histogram.width;
        assert!((edge - edge.round()).abs() < 1e-9, "the goal stands between two bars");
        let end = histogram.begin(histogram.counts.len());
        (middle, end, f64::from(histogram.outside[1]) / f64::from(DRAWS))
    };
    let (middle, end, beyond) = bars_in_the_middle(&plan);
    assert!(middle >= 8 && end > 36e6 && beyond > 0.01, "{middle} bars, to {end}, {beyond} beyond");
    let (_, _, beyond) = bars_in_the_middle(&worked_case());
    assert!(beyond < 0.006, "without a tail all but one in two hundred are shown");
    // A goal that only the tail reaches is shown with what lies behind it.
    Arc::make_mut(&mut plan.goal).target.revenue = Currency::default().parse(&format!("{:.0}", end * 1.3)).ok();
    Arc::make_mut(&mut plan.goal).target.customers = None;
    let (_, farther, _) = bars_in_the_middle(&plan);
    assert!(farther > end * 1.3);
}

#[test]
fn it_gives_up_when_told_to() {
    let plan = worked_case();
    let stop = || true;
    assert_eq!(odds(&plan, &calc::report(&plan), &Settings { stop: &stop, ..settings(DRAWS, 1, 2) }), None);
}

/// One amount of money as the report keeps it.
fn rounded(currency: &Currency, units: f64) -> Money {
    currency.amount(units).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The program is the report's chain, operation by operation.
    #[test]
    #[allow(clippy::float_cmp)] // the same operations in the same order give the same numbers
    fn at_the_likely_values_the_program_is_the_report(plan in plans::plan()) {
        let report = calc::report(&plan);
        let model = Model::of(&plan, &report);
        let all = model.program.at(1, |_, input, _| input.likely);
        let at = |place: usize| all[place][0];
        let places = &model.results;
        prop_assert_eq!(at(places.customers), report.goal.expected.customers);
        let won = |of: fn(&Won) -> f64| report.expected().channels.iter().map(|channel| of(&channel.won)).sum::<f64>();
        let channels = [won(|won| won.registrations), won(|won| won.leads), won(|won| won.customers)];
        prop_assert_eq!(places.channels.map(at), channels);
        prop_assert_eq!(at(places.planned), report.allocation.total.won.registrations);
        prop_assert_eq!(at(places.won), report.chain.total.revenue);
        prop_assert_eq!(at(places.leads), report.chain.total.leads);
        let (won, baseline) = (rounded(&plan.currency, at(places.won)), plan.goal.baseline.revenue.unwrap_or_default());
        prop_assert_eq!(baseline.plus(won).unwrap_or_default(), report.goal.expected.revenue);
        for (place, ripple) in places.ripples.iter().zip(&report.ripples) {
            prop_assert_eq!(at(*place), ripple.last().unwrap().revenue);
        }
        for (place, row) in places.tasks.iter().zip(&report.allocation.tasks) {
            prop_assert_eq!(at(*place), row.won.registrations);
        }
        for (place, row) in places.groups.iter().zip(&report.allocation.groups) {
            prop_assert_eq!(at(*place), row.won.registrations);
        }
    }

    /// Whatever is typed, numbers come out, and in their order.
    #[test]
    fn odds_of_any_plan_are_numbers(plan in plans::plan(), seed in any::<u64>()) {
        let odds = odds(&plan, &calc::report(&plan), &settings(300, seed, 1)).unwrap();
        for spread in [odds.registrations, odds.leads, odds.customers, odds.revenue] {
            prop_assert!(spread.p10 <= spread.p50 && spread.p50 <= spread.p90 && spread.mean.is_finite(), "{spread:?}");
        }
        for chance in odds.chances.into_iter().chain([odds.all_targets]).flatten() {
            prop_assert!((0.0..=1.0).contains(&chance.value) && chance.standard_error <= 0.5);
        }
        for mover in &odds.movers {
            prop_assert!((0.0..=1.0).contains(&mover.explains) && mover.low_result.is_finite());
        }
    }
}

#[test]
fn the_difference_of_two_chances_is_that_of_draws_in_pairs() {
    let base = worked_case();
    let mut more = base.clone();
    let channel = &mut std::sync::Arc::make_mut(&mut more.allocation).channels[0];
    channel.spend = more.currency.whole(480_000).unwrap();
    let reaches_goal = |plan: &Plan| {
        let model = Model::of(plan, &calc::report(plan));
        let drawn = run(&model.program, &settings(DRAWS, SEED, 2)).unwrap();
        let target = plan.currency.units(calc::report(plan).goal.target.revenue.unwrap().value);
        (0..DRAWS as usize)
            .map(|draw| f64::from(u8::from(drawn[model.results.revenue].at(draw) >= target)))
            .collect::<Vec<_>>()
    };
    let pairs: Vec<f64> =
        reaches_goal(&more).iter().zip(reaches_goal(&base)).map(|(here, there)| here - there).collect();
    let n = f64::from(DRAWS);
    let mean = pairs.iter().sum::<f64>() / n;
    let variance = pairs.iter().map(|pair| (pair - mean).powi(2)).sum::<f64>() / n;
    let (here, there) = (odds_of(&more), odds_of(&base));
    let found = here.likelier_than(&there).unwrap();
    assert!((found.value - mean).abs() < 1e-12, "{found:?}");
    assert!((found.standard_error - (variance / n).sqrt()).abs() < 1e-12, "{found:?}");
    assert!(mean > 0.0 && found.standard_error < 0.5 * here.headline_chance().unwrap().standard_error);
    let back = there.likelier_than(&here).unwrap();
    assert_eq!((back.value, back.standard_error), (-found.value, found.standard_error));
    assert_eq!(here.likelier_than(&here), Some(Chance { value: 0.0, standard_error: 0.0 }));
    let otherwise = odds(&base, &calc::report(&base), &settings(DRAWS, SEED + 1, 2)).unwrap();
    assert_eq!(here.likelier_than(&otherwise), None, "other draws are no pairs");
}
