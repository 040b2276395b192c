//! Levels of the pyramid.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use ripple_planner::calc::pyramid::report;
use ripple_planner::plan::pyramid::{Answer, Assessment, Criterion, Score};
use ripple_planner::plan::{Currency, Id, Money, Pyramid};

fn score() -> impl Strategy<Value = Score> {
    select(vec![Score::None, Score::Quarter, Score::Half, Score::Full, Score::Full, Score::NotApplicable])
}

type Row = (u8, Option<Score>, Option<i64>);

/// Level, answer if there is one, and cost in fen.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    vec((1_u8..=5, proptest::option::weighted(0.9, score()), proptest::option::of(0_i64..1_000_000)), 0..30)
}

fn pyramid(rows: &[Row], threshold: f64) -> Pyramid {
    let id = |index: usize| Id::new(&format!("c-{index}"));
    let criterion = |(index, row): (usize, &Row)| Criterion {
        id: id(index),
        level: row.0,
        name: String::new(),
        owner: None,
        cost_to_full: row.2.and_then(Money::from_minor),
        note: String::new(),
    };
    let answers = rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| Some((id(index), Answer { score: row.1?, evidence: String::new() })));
    Pyramid {
        threshold,
        criteria: rows.iter().enumerate().map(criterion).collect(),
        assessments: vec![Assessment { day: jiff::civil::date(2026, 1, 1), answers: answers.collect() }],
    }
}

/// Four times the sum of the answers of a level, and how many there are.
fn quarters(rows: &[Row], level: u8) -> (u32, u32) {
    let quarters = |score| Score::STEPS.iter().position(|step| *step == score).map(|step| [0, 1, 2, 4][step]);
    let scores = rows.iter().filter(|row| row.0 == level).filter_map(|row| quarters(row.1?));
    scores.fold((0, 0), |(sum, count), quarters| (sum + quarters, count + 1))
}

/// Threshold in twentieths, so that whole numbers decide.
fn holds(rows: &[Row], level: u8, twentieths: u32) -> bool {
    let (sum, count) = quarters(rows, level);
    let is_open = rows.iter().any(|row| row.0 == level && row.1.is_none());
    !is_open && count > 0 && sum * 5 >= twentieths * count
}

fn reached(rows: &[Row], twentieths: u32) -> u8 {
    (0..=5).rev().find(|top| (1..=*top).all(|level| holds(rows, level, twentieths))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_reached_level_is_the_highest_with_all_below_holding(rows in rows(), twentieths in 1_u32..=20) {
        let report = report(&pyramid(&rows, f64::from(twentieths) / 20.0), &Currency::default());
        prop_assert_eq!(report.reached, reached(&rows, twentieths));
        for level in 1..=5 {
            prop_assert_eq!(report.levels[usize::from(level) - 1].holds, holds(&rows, level, twentieths));
        }
        prop_assert_eq!(report.history.last().unwrap().reached, report.reached);
    }

    #[test]
    fn better_answers_never_lose_a_level(rows in rows(), which: Index, twentieths in 1_u32..=20) {
        let counts = |row: &usize| rows[*row].1.and_then(Score::value).is_some();
        let answered: Vec<usize> = (0..rows.len()).filter(counts).collect();
        prop_assume!(!answered.is_empty());
        let mut better = rows.clone();
        better[answered[which.index(answered.len())]].1 = Some(Score::Full);
        let level = |rows: &[Row]| report(&pyramid(rows, f64::from(twentieths) / 20.0), &Currency::default()).reached;
        prop_assert!(level(&better) >= level(&rows));
    }

    #[test]
    fn the_cheapest_set_is_the_cheapest(rows in rows(), twentieths in 1_u32..=20) {
        let report = report(&pyramid(&rows, f64::from(twentieths) / 20.0), &Currency::default());
        let level = report.reached + 1;
        let open: Vec<usize> = (0..rows.len())
            .filter(|&row| rows[row].0 == level && rows[row].2.is_some())
            .filter(|&row| rows[row].1.and_then(Score::value).is_some_and(|value| value < 1.0))
            .collect();
        let mut least: Option<i64> = None;
        for set in 0_u32..1 << open.len() {
            let mut after = rows.clone();
            let mut cost = 0;
            for (bit, &row) in open.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1) {
                let _ = bit;
                after[row].1 = Some(Score::Full);
                cost += rows[row].2.unwrap();
            }
            if holds(&after, level, twentieths) {
                least = Some(least.map_or(cost, |least| least.min(cost)));
            }
        }
        prop_assert_eq!(report.cheapest.as_ref().map(|(cost, _)| cost.minor()), least);
        if let Some((cost, ids)) = &report.cheapest {
            let cost_of = |id: &Id| report.steps.iter().find(|step| step.criterion == *id).unwrap().cost;
            prop_assert_eq!(Money::total(ids.iter().map(cost_of)), Some(*cost));
        }
    }

    #[test]
    fn the_blocker_is_the_lowest_answer_of_the_first_failing_level(rows in rows()) {
        let report = report(&pyramid(&rows, 0.75), &Currency::default());
        let answers = rows.iter().filter(|row| row.0 == report.reached + 1).filter_map(|row| row.1?.value());
        // A level with full answers alone may still have open ones; nothing that is answered blocks it.
        let lowest = answers.filter(|answer| *answer < 1.0).min_by(f64::total_cmp);
        let found = report.blocker.map(|id| id.as_str()[2..].parse::<usize>().unwrap());
        prop_assert_eq!(found.and_then(|row| rows[row].1?.value()), lowest);
    }
}
