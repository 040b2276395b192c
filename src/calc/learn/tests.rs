use super::*;

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
        for (scatter, prior) in SCATTER {
            let mean = 450.0 * level.exp();
            let variance = mean + (scatter * mean).powi(2);
            let months: f64 = points
                .iter()
                .map(|point| {
                    let squared = (point.registrations - mean).powi(2) / variance;
                    (1.0 + squared / 3.75).powf(-3.0) / variance.sqrt()
                })
                .product();
            let weight = prior * months * (-0.5 * (level / spread).powi(2)).exp();
            (all, first, second) = (all + weight, first + weight * level, second + weight * level * level);
        }
    }
    let (mean, deviation) = (first / all, (second / all - (first / all).powi(2)).sqrt());
    let said = learn(&guess, &points).prediction(9_000.0);
    near(said.p50.ln(), 450.0_f64.ln() + mean, 5e-4);
    near((said.p95 / said.p5).ln(), 2.0 * Z_95 * deviation, 0.05);
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

/// Half spend and level of months that leave little doubt, beside brute force over both.
#[test]
fn months_that_leave_little_doubt_are_as_integrated_by_brute_force() {
    let truth = bent(&guess(HILL), 0.32).times(100.0);
    let points: Vec<Point> = (0..36)
        .map(|month| {
            let spend = 5_000.0 + 250.0 * f64::from(month);
            point(spend, truth.in_month(spend, 12).round())
        })
        .collect();
    let sure = Guess { range: Some(Range { low: 0.005, high: 200.0 }), ..guess(HILL) };
    let said = learn(&sure, &points).prediction(18_000.0);
    let spread = level_spread(sure.range);
    let mut parts = Vec::new();
    for bend in -150..=150 {
        let bend = 0.32 + f64::from(bend) * 2e-4;
        let curve = bent(&sure, bend);
        let months: Vec<(f64, f64)> =
            points.iter().map(|at| (curve.in_month(at.spend, 12), at.registrations)).collect();
        for level in -150..=150 {
            let level = 100.0_f64.ln() + f64::from(level) * 2e-4;
            for (scatter, prior) in SCATTER {
                let posterior = Posterior { means: &months, scatter, precision: spread.powi(-2) };
                let log = posterior.log(level) - 0.5 * (bend / HALF_SPEND_SPREAD).powi(2) + f64::ln(prior);
                parts.push((log, level + curve.in_month(18_000.0, 12).ln()));
            }
        }
    }
    let highest = parts.iter().map(|part| part.0).fold(f64::NEG_INFINITY, f64::max);
    let (middle, deviation) = moments(parts.iter().map(|(log, mean)| ((log - highest).exp(), *mean, 0.0)));
    near(said.p50.ln(), middle, 2e-4);
    near((said.p95 / said.p5).ln(), 2.0 * Z_95 * deviation, 0.1);
}
