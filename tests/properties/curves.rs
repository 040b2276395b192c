//! Response curves.

use proptest::prelude::*;
use ripple_planner::calc::curve::{CurveProblem, Response};
use ripple_planner::plan::curve::Point;
use ripple_planner::plan::{Currency, Curve, Money};

fn fen(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

/// Curves that can be used, of every kind.
fn curve() -> impl Strategy<Value = Curve> {
    let base = prop_oneof![Just(0.0), 0.0..1e5];
    let money = 1_i64..10_000_000_000;
    let ceiling = prop_oneof![1.0..1e6, 1e-3..1.0];
    prop_oneof![
        base.clone().prop_map(|registrations| Curve::Fixed { registrations }),
        (1_i64..100_000, ceiling.clone(), base.clone()).prop_map(|(cost, ceiling, base)| Curve::Linear {
            cost_per_registration: fen(cost),
            ceiling,
            base
        }),
        (1_i64..100_000, ceiling.clone(), base.clone()).prop_map(|(cost, ceiling, base)| Curve::Saturating {
            first_cost: fen(cost),
            ceiling,
            base
        }),
        (ceiling, money, 0.2..=10.0, base).prop_map(|(ceiling, half, shape, base)| Curve::SShaped {
            ceiling,
            half_spend: fen(half),
            shape,
            base
        }),
    ]
}

fn response(curve: &Curve) -> Response {
    Response::of(curve, &Currency::default()).unwrap()
}

fn base(curve: &Curve) -> f64 {
    match *curve {
        Curve::Fixed { registrations } => registrations,
        Curve::Linear { base, .. }
        | Curve::Saturating { base, .. }
        | Curve::SShaped { base, .. }
        | Curve::Fitted { base, .. } => base,
        Curve::TwoPoints { .. } => 0.0,
    }
}

proptest! {
    #[test]
    fn curves_rise_from_their_base_to_their_ceiling(curve in curve(), x in 0.0..1e9, more in 0.0..1e9) {
        let response = response(&curve);
        let (low, high) = (response.value(x), response.value(x + more));
        prop_assert!(low <= high);
        prop_assert!(response.value(0.0) <= low && high <= response.ceiling());
        prop_assert_eq!(response.value(0.0), base(&curve));
        prop_assert_eq!(response.value(-x - 1.0), base(&curve));
    }

    #[test]
    fn the_slope_is_the_numeric_derivative(curve in curve(), x in 10.0..1e7_f64) {
        let response = response(&curve);
        let h = x * 1e-5;
        if let Response::Linear { cost, ceiling, .. } = response {
            // At the kink there is no derivative.
            prop_assume!((x / cost - ceiling).abs() > 2.0 * h / cost);
        }
        let numeric = (response.value(x + h) - response.value(x - h)) / (2.0 * h);
        // Rounding of values as large as the ceiling limits what a difference can show.
        let noise = 1e-15 * response.ceiling() / h;
        prop_assert!((response.slope(x) - numeric).abs() <= 1e-5 * numeric.abs() + 4.0 * noise);
        prop_assert!(response.slope(x) >= 0.0);
    }

    #[test]
    fn the_first_registration_of_a_saturating_curve_costs_what_was_said(cost in 1_i64..100_000, ceiling in 1.0..1e6) {
        let response = response(&Curve::Saturating { first_cost: fen(cost), ceiling, base: 0.0 });
        let stated = cost as f64 / 100.0;
        prop_assert!((response.slope(0.0) - 1.0 / stated).abs() <= 1e-9 / stated);
    }

    #[test]
    fn two_points_lie_on_their_curve(x1 in 1_i64..1_000_000, step in 1_i64..1_000_000, y1 in 1.0..1e4, part in 0.01..0.99) {
        // Between the first point's height and the straight line through it and the origin.
        let x2 = x1 + step;
        let line = y1 * x2 as f64 / x1 as f64;
        let y2 = y1 + part * (line - y1);
        prop_assume!(y2 > y1 * (1.0 + 1e-6));
        let first = Point { spend: fen(x1), registrations: y1 };
        let second = Point { spend: fen(x2), registrations: y2 };
        let response = response(&Curve::TwoPoints { first, second });
        for (x, y) in [(x1, y1), (x2, y2)] {
            prop_assert!((response.value(x as f64 / 100.0) - y).abs() <= 1e-6 * y);
        }
        prop_assert_eq!(response.value(0.0), 0.0);
    }

    #[test]
    fn below_the_inflection_the_slope_rises_and_above_it_falls(half in 1.0..1e6, shape in 1.05..10.0) {
        let response = Response::Hill { base: 0.0, ceiling: 1_000.0, half, shape };
        let inflection = response.inflection().unwrap();
        let slope = |part: f64| response.slope(inflection * part);
        prop_assert!(slope(0.9) < slope(1.0) && slope(0.5) < slope(0.9));
        prop_assert!(slope(1.1) < slope(1.0) && slope(2.0) < slope(1.1));
    }

    #[test]
    fn any_curve_is_usable_or_says_why_not(curve in crate::common::plans::curve(), x in 0.0..1e13) {
        if let Ok(response) = Response::of(&curve, &Currency::default()) {
            prop_assert!(response.value(x).is_finite() && response.ceiling().is_finite() && response.value(x) >= 0.0);
            prop_assert!(!response.slope(x).is_nan() && response.slope(x) >= 0.0);
        }
    }
}

#[test]
fn a_curve_that_cannot_be_says_why() {
    let of = |curve| Response::of(&curve, &Currency::default()).unwrap_err();
    let point = |units: i64, registrations| Point { spend: fen(units * 100), registrations };
    let points = |first, second| Curve::TwoPoints { first, second };
    assert_eq!(of(points(point(200, 5.0), point(100, 9.0))), CurveProblem::PointsNotInOrder);
    assert_eq!(of(points(point(100, 5.0), point(200, 5.0))), CurveProblem::PointsNotRising);
    assert_eq!(of(points(point(100, 5.0), point(200, 10.0))), CurveProblem::PointsNotSaturating);
    assert_eq!(of(points(point(0, 5.0), point(200, 10.0))), CurveProblem::NotPositive);
    assert_eq!(of(Curve::Fixed { registrations: -1.0 }), CurveProblem::Negative);
    assert_eq!(of(Curve::Fixed { registrations: f64::NAN }), CurveProblem::Negative);
    let hill = |ceiling, shape| Curve::SShaped { ceiling, half_spend: fen(1), shape, base: 0.0 };
    assert_eq!(of(hill(0.0, 1.0)), CurveProblem::NotPositive);
    assert_eq!(of(hill(1.0, 0.1)), CurveProblem::ShapeOutOfRange);
    assert_eq!(of(hill(1.0, 10.1)), CurveProblem::ShapeOutOfRange);
}

#[test]
fn a_linear_curve_ends_at_its_ceiling() {
    let curve = Curve::Linear { cost_per_registration: fen(2_500), ceiling: 4_000.0, base: 10.0 };
    let response = response(&curve);
    assert_eq!(response.value(80_000.0), 3_210.0);
    assert_eq!(response.value(1e9), 4_010.0);
    assert_eq!((response.slope(99_999.0), response.slope(100_000.0)), (0.04, 0.0));
}
