use super::posterior::{SCATTERS, Scatter};
use super::symmetric::Symmetric;
use super::*;

/// How sure guesses really are, and how often.
const SURENESS: [(f64, f64); 2] = [(0.875, 0.8), (1.75, 0.2)];

const HILL: Response = Response::Hill { base: 0.0, ceiling: 24_000.0, half: 120_000.0, shape: 1.6 };

fn guess(curve: Response) -> Guess {
    Guess { curve, range: Some(Range { low: 0.7, high: 1.0 / 0.7 }), months: 12, present: 9_000.0 }
}

fn point(spend: f64, registrations: f64) -> Point {
    Point { spend, registrations }
}

fn near(one: f64, other: f64, relative: f64) {
    assert!((one - other).abs() <= relative * other.abs(), "{one} is not {other}");
}

#[test]
fn without_months_the_guess_stays() {
    let learned = learn(&guess(HILL), &[]);
    let Response::Hill { ceiling, half, .. } = learned.curve else { panic!("{:?}", learned.curve) };
    near(ceiling, 24_000.0, 1e-6);
    near(half, 120_000.0, 1e-6);
    near(learned.range.low, 0.7, 1e-3);
    near(learned.range.high, 1.0 / 0.7, 1e-3);
}

/// The posterior of the level alone, integrated on a fine grid of its own.
#[test]
fn a_curve_that_cannot_bend_is_as_integrated_by_brute_force() {
    let guess = guess(Response::Linear { base: 0.0, cost: 20.0, ceiling: 1e9 });
    let points: Vec<Point> = [380.0, 410.0, 405.0, 350.0].map(|won| point(9_000.0, won)).into();
    let spread = (1.0 / 0.49_f64).ln() / (2.0 * Z_95);
    let (mut all, mut first, mut second) = (0.0, 0.0, 0.0);
    for number in -40_000..40_000 {
        let level = f64::from(number) * 2e-5;
        let before: f64 =
            SURENESS.iter().map(|(k, share)| share * (-0.5 * (level / spread / k).powi(2)).exp() / k).sum();
        let weight = before * months_say(&points, |_| 450.0 * level.exp());
        (all, first, second) = (all + weight, first + weight * level, second + weight * level * level);
    }
    let (mean, deviation) = (first / all, (second / all - (first / all).powi(2)).sqrt());
    let said = learn(&guess, &points).prediction(9_000.0);
    near(said.p50.ln(), 450.0_f64.ln() + mean, 5e-4);
    near((said.p95 / said.p5).ln(), 2.0 * Z_95 * deviation, 0.05);
}

/// How likely months are by a curve, whatever their scatter; a factor for each month keeps the numbers small.
fn months_say(points: &[Point], mean: impl Fn(f64) -> f64) -> f64 {
    let means: Vec<f64> = points.iter().map(|point| mean(point.spend)).collect();
    let of = |scatter: &Scatter| {
        let months = points.iter().zip(&means).map(|(point, mean)| {
            let variance = mean + (scatter.share * mean).powi(2);
            let squared = (point.registrations - mean).powi(2) / variance;
            (1.0 + squared / 3.75).powi(-3) * (point.registrations / variance).sqrt()
        });
        scatter.weight * months.product::<f64>()
    };
    SCATTERS.iter().map(of).sum()
}

/// Mean and standard deviation of the logarithm of what a month is to win, by brute force over level, half spend and
/// steepness, as far as anything is likely.
fn integrated(guess: &Guess, points: &[Point], spend: f64) -> (f64, f64) {
    let nodes = learn(guess, points).nodes;
    let middle = nodes.iter().fold([0.0; 3], |sum, node| along(&sum, node.weight, &node.at));
    let spread = nodes.iter().fold(Symmetric::default(), |sum, node| {
        let apart = Symmetric::square(&along(&node.at, -1.0, &middle));
        sum.plus(node.weight, &apart).plus(node.weight, &Symmetric([node.variance, 0.0, 0.0, 0.0, 0.0, 0.0]))
    });
    let [uu, uv, vv, us, vs, ss] = spread.0;
    let [v, s, s_alone, u, u_too, u_alone] = Symmetric([vv, vs, ss, uv, us, uu]).root().unwrap().lower;
    let Response::Hill { half, shape, .. } = guess.curve else { panic!() };
    let year = 12.0 * guess.present;
    let sureness = [level_spread(guess.range), HALF_SPEND_SPREAD, STEEPNESS_SPREAD];
    let mut parts = Vec::new();
    let steps = || (-12..=12).map(|step| 0.4 * f64::from(step));
    for (x, y) in steps().flat_map(|x| steps().map(move |y| (x, y))) {
        let (moved, steeper) = (middle[1] + v * x, middle[2] + s * x + s_alone * y);
        let unit = Response::Hill {
            base: 0.0,
            ceiling: 1.0,
            half: half * moved.exp(),
            shape: (shape * steeper.exp()).clamp(0.2, 10.0),
        };
        let now = guess.curve.value(year) / 12.0 / unit.value(year);
        for z in steps() {
            let level = middle[0] + u * x + u_too * y + u_alone * z;
            let mean = |spend: f64| level.exp() * now * unit.value(12.0 * spend);
            let far: f64 = [level, moved, steeper].iter().zip(sureness).map(|(at, one)| (at / one).powi(2)).sum();
            let before: f64 = SURENESS.iter().map(|(k, share)| share * (-0.5 * far / k / k).exp() / k.powi(3)).sum();
            parts.push((before * months_say(points, mean), mean(spend).ln(), 0.0));
        }
    }
    moments(parts.into_iter())
}

#[test]
fn curves_are_about_as_integrated_by_brute_force() {
    let truth = Family::of(&guess(HILL)).curve(&[0.2, -0.25, 0.2]);
    let off = [1.08, 0.9, 1.15, 0.95, 1.02, 0.85, 1.1, 1.0, 0.97, 1.06, 0.88, 1.04];
    let points: Vec<Point> = off
        .iter()
        .zip(0..)
        .map(|(off, month)| {
            let spend = 7_000.0 + 400.0 * f64::from(month);
            point(spend, (off * truth.in_month(spend, 12)).round())
        })
        .collect();
    for months in [2, 12] {
        let learned = learn(&guess(HILL), &points[..months]);
        for spend in [4_500.0, 9_000.0, 18_000.0] {
            let (middle, deviation) = integrated(&guess(HILL), &points[..months], spend);
            let said = learned.prediction(spend);
            assert!(
                (said.p50.ln() - middle).abs() < 0.1 * deviation,
                "{months} {spend}: {} {middle} {deviation}",
                said.p50.ln()
            );
            near((said.p95 / said.p5).ln(), 2.0 * Z_95 * deviation, 0.08);
        }
    }
}

#[test]
fn neither_units_nor_order_of_the_months_change_anything() {
    let months = [(7_000.0, 520.0), (9_500.0, 810.0), (11_000.0, 760.0), (6_000.0, 400.0)];
    let points: Vec<Point> = months.iter().map(|(spend, won)| point(*spend, *won)).collect();
    let reversed: Vec<Point> = points.iter().rev().copied().collect();
    let in_cents: Vec<Point> = points.iter().map(|at| point(100.0 * at.spend, at.registrations)).collect();
    let cents = Guess {
        curve: Response::Hill { base: 0.0, ceiling: 24_000.0, half: 12_000_000.0, shape: 1.6 },
        present: 900_000.0,
        ..guess(HILL)
    };
    let one = learn(&guess(HILL), &points).prediction(18_000.0);
    for other in [learn(&guess(HILL), &reversed).prediction(18_000.0), learn(&cents, &in_cents).prediction(1_800_000.0)]
    {
        near(other.p5, one.p5, 1e-6);
        near(other.p95, one.p95, 1e-6);
    }
}

#[test]
fn one_odd_month_does_not_rule() {
    let steady: Vec<Point> = (0..12).map(|month| point(9_000.0, 600.0 + f64::from(month % 5) * 10.0)).collect();
    let mut odd = steady.clone();
    odd[3].registrations = 6_000.0;
    let (without, with) = (learn(&guess(HILL), &steady), learn(&guess(HILL), &odd));
    near(with.prediction(9_000.0).p50, without.prediction(9_000.0).p50, 0.06);
}

#[test]
fn many_months_overrule_the_guess() {
    let points: Vec<Point> = (0..36).map(|month| point(8_000.0 + 50.0 * f64::from(month), 2_500.0)).collect();
    let said = learn(&guess(HILL), &points).prediction(9_000.0);
    near(said.p50, 2_500.0, 0.05);
    assert!(said.p95 / said.p5 < 1.2);
}

#[test]
fn whatever_happened_the_answer_is_a_number() {
    let huge = [point(1e15, 1e15), point(0.0, 0.0), point(f64::NAN, 1.0), point(-1.0, 5.0), point(1e-300, 1e15)];
    let curves = [
        HILL,
        Response::Fixed { registrations: 0.0 },
        Response::Fixed { registrations: 1e15 },
        Response::Linear { base: 0.0, cost: 1e-2, ceiling: 0.0 },
        Response::Hill { base: 5.0, ceiling: 1e-9, half: 1e15, shape: 10.0 },
    ];
    for curve in curves {
        for count in 0..=huge.len() {
            for range in [None, Some(Range { low: 1.0, high: 1.0 }), Some(Range { low: 2.0, high: f64::NAN })] {
                for present in [0.0, 1e-9, 1e15] {
                    let learned = learn(&Guess { curve, range, months: 12, present }, &huge[..count]);
                    let said = learned.prediction(1e4);
                    let numbers = [said.p5, said.p50, said.p95, learned.range.low, learned.range.high, learned.scatter];
                    assert!(numbers.iter().all(|number| number.is_finite() && *number >= 0.0), "{curve:?} {said:?}");
                    assert!(said.p5 <= said.p50 && said.p50 <= said.p95);
                }
            }
        }
    }
}

#[test]
fn months_that_leave_little_doubt_are_as_integrated_by_brute_force() {
    let truth = Family::of(&guess(HILL)).curve(&[100.0_f64.ln(), 0.32, -0.2]);
    let points: Vec<Point> = (0..36)
        .map(|month| {
            let spend = 5_000.0 + 250.0 * f64::from(month);
            point(spend, truth.in_month(spend, 12).round())
        })
        .collect();
    let sure = Guess { range: Some(Range { low: 0.005, high: 200.0 }), ..guess(HILL) };
    let said = learn(&sure, &points).prediction(18_000.0);
    let (middle, deviation) = integrated(&sure, &points, 18_000.0);
    near(said.p50.ln(), middle, 2e-4);
    near((said.p95 / said.p5).ln(), 2.0 * Z_95 * deviation, 0.1);
}

/// Months that all spend about the same say nothing of far less money; that no curve falls does.
#[test]
fn what_is_unlikely_at_one_spend_is_unlikely_at_every_smaller_one() {
    let points: Vec<Point> = [430.0, 455.0, 441.0, 460.0, 450.0].map(|won| point(9_000.0, won)).into();
    let learned = learn(&guess(HILL), &points);
    let spends: Vec<f64> = (0..=60_u8).map(|step| 300.0 * f64::from(step)).collect();
    let together = learned.predictions(&spends);
    assert!(together.is_sorted_by(|one, next| one.p5 <= next.p5 && one.p95 <= next.p95), "{together:?}");
    let alone: Vec<Prediction> = spends.iter().map(|spend| learned.prediction(*spend)).collect();
    assert!(!alone.is_sorted_by(|one, next| one.p95 <= next.p95), "each alone says more");
    for (one, alone) in together.iter().zip(&alone) {
        assert_eq!(one.p50.to_bits(), alone.p50.to_bits());
        assert!(one.p95 <= alone.p95 && one.p5 >= alone.p5);
    }
    assert_eq!(together.last().map(|said| said.p95), alone.last().map(|said| said.p95), "nothing is known of more");
    assert_eq!(together.first().map(|said| said.p5), alone.first().map(|said| said.p5), "nor of less");
}
