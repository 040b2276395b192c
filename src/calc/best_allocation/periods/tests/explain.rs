//! What limits cost, where more money goes, and other budgets.

use super::*;

/// A concave and an S-shaped channel over three periods.
fn two(budget: f64) -> Problem {
    in_periods(whole(budget, 1.0, vec![free(hill(100.0, 30.0, 1.0)), free(hill(80.0, 40.0, 2.0))]), 3)
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-5 * expected.abs(), "{found}, not {expected}");
}

#[test]
fn a_limit_of_a_period_costs_what_is_won_without_it() {
    let free = two(60.0);
    let mut held = free.clone();
    held.most[1] = 5.0;
    let answer = solved(&held);
    let costs = held.costs(&answer, &mut Control::unwatched());
    assert_eq!(costs.iter().map(|cost| cost.limit).collect::<Vec<_>>(), [Limit::Period(1)]);
    near(costs[0].gain, solved(&free).whole.response - answer.whole.response);
    assert!(costs[0].gain > 0.0);
}

#[test]
fn more_money_wins_what_it_wins_where_it_is_asked_for_at_once() {
    let answer = solved(&two(60.0));
    let next = two(60.0).next(&answer, 6.0, &mut Control::unwatched()).unwrap();
    let more = solved(&two(66.0));
    near(next.gain, more.whole.response - answer.whole.response);
    let gained = more.whole.spends[next.channel] - answer.whole.spends[next.channel];
    let other = 1 - next.channel;
    assert!(gained >= more.whole.spends[other] - answer.whole.spends[other]);
}

#[test]
fn more_money_over_even_periods_follows_the_curve() {
    let problem = two(60.0);
    near(problem.with_more(0, &[4.0, 4.0, 4.0], 6.0), hill(100.0, 30.0, 1.0).value(18.0));
    near(problem.with_more(1, &[0.0; 3], 9.0), hill(80.0, 40.0, 2.0).value(9.0));
}

#[test]
fn other_budgets_win_more_the_larger_they_are_and_none_is_known_without_work() {
    let mut problem = two(60.0);
    problem.present = Some(vec![vec![10.0; 3], vec![10.0; 3]]);
    let budgets = [20.0, 40.0, 60.0, 80.0];
    let line = frontier(&problem, &budgets, &mut Control::unwatched());
    assert!(line.complete && line.points.windows(2).all(|pair| pair[0].response < pair[1].response));
    for point in &line.points {
        near(point.response, solved(&Problem { present: None, ..two(point.budget) }).whole.response);
    }
    let present = line.present.unwrap();
    near(present.response, response(&problem, &[vec![10.0; 3], vec![10.0; 3]]));
    assert!(present.best_response.unwrap() >= present.response && present.least_spend.unwrap() <= 60.0);
    let idle = &mut Control { most_work: 0, ..Control::unwatched() };
    assert!(frontier(&problem, &budgets, idle).points.is_empty());
}
