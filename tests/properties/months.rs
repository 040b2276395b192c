//! Money by month: worked out again with sums written out, and what is adopted held against what was promised.

use std::sync::Arc;

use proptest::collection::{btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use ripple_planner::calc::allocation::ChannelReport;
use ripple_planner::calc::best_allocation::won;
use ripple_planner::calc::schedule::{compared, event_month, is_even, length, spends};
use ripple_planner::calc::suggestion::Question;
use ripple_planner::calc::track::Followed;
use ripple_planner::calc::track::ledger::{Month, ledger};
use ripple_planner::calc::track::lessons::lessons;
use ripple_planner::calc::{self, Report, Suggestion, best_allocation};
use ripple_planner::file;
use ripple_planner::plan::actuals::ChannelActual;
use ripple_planner::plan::allocation::Objective;
use ripple_planner::plan::goal::Timing;
use ripple_planner::plan::{Channel, Money, Plan, Schedule};
use ripple_planner::report::summary::months::MonthsPart;

const MONTHS: usize = 12;

fn worked() -> Plan {
    file::read_text(include_str!("../../saved_plans/worked-case.ron")).unwrap()
}

/// Weights of months, as the money of a channel goes to them; all zero for evenly.
fn schedules() -> impl Strategy<Value = Vec<(Vec<u32>, Schedule)>> {
    let months = || btree_set(1_u32..=12, 0..4);
    let weights = prop_oneof![vec(0_u32..5, MONTHS), Just(vec![0; MONTHS])];
    let season = prop_oneof![Just(Vec::new()), vec(0.2..3.0, MONTHS)];
    let carry_over = prop_oneof![Just(0.0), 0.0..0.8];
    let before = vec((0_i64..9_000_000).prop_map(|minor| Money::from_minor(minor).unwrap()), 0..3);
    let one = (weights, months(), months(), season, carry_over, before).prop_map(
        |(weights, locked, off, season, carry_over, before)| {
            (weights, Schedule { spend: Vec::new(), locked, off, season, carry_over, before })
        },
    );
    vec(one, 9)
}

/// The worked case with months: each channel's money in the proportion of its weights.
fn scheduled(schedules: &[(Vec<u32>, Schedule)]) -> Plan {
    let mut plan = worked();
    let channels = &mut Arc::make_mut(&mut plan.allocation).channels;
    for (channel, (weights, schedule)) in channels.iter_mut().zip(schedules.iter().cycle()) {
        channel.schedule = schedule.clone();
        let all: i64 = weights.iter().map(|weight| i64::from(*weight)).sum();
        if all > 0 {
            let mut so_far = 0;
            let up_to = |weight: i64, spend: i64| spend * weight / all;
            channel.schedule.spend = weights
                .iter()
                .map(|weight| {
                    let before = up_to(so_far, channel.spend.minor());
                    so_far += i64::from(*weight);
                    Money::from_minor(up_to(so_far, channel.spend.minor()) - before).unwrap()
                })
                .collect();
        }
    }
    plan
}

/// Months of some channels that are over: how much of the planned money was spent, where it is known, and what was won.
fn happened(mut plan: Plan, over: u32, rows: &[(Option<f64>, Option<u32>)]) -> Plan {
    let channels = plan.allocation.channels.iter().zip(rows.iter().cycle()).enumerate();
    let rows = channels.filter(|(index, _)| index % 4 != 3).flat_map(|(_, (channel, (part, won)))| {
        let planned = spends(&plan, channel);
        let month = |number: u32| ChannelActual {
            month: plan.period.month_start(number),
            channel: channel.id.clone(),
            spend: part.and_then(|part| {
                plan.currency.amount((plan.currency.units(planned[number as usize]) * part * 100.0).round() / 100.0)
            }),
            registrations: won.filter(|_| number.is_multiple_of(2)).map(f64::from),
            leads: None,
            customers: None,
            revenue: None,
        };
        (0..over).map(month).collect::<Vec<_>>()
    });
    let rows = rows.collect();
    Arc::make_mut(&mut plan.actuals).channels = rows;
    plan
}

/// Registrations of each month: s·r(T·z)/T with z = (1 − θ)·Σ θᵏ·x, every term written out.
fn by_hand(plan: &Plan, channel: &Channel, money: &[f64]) -> Vec<f64> {
    let schedule = &channel.schedule;
    let before: Vec<f64> = schedule.before.iter().map(|amount| plan.currency.units(*amount)).collect();
    let all: Vec<f64> = before.iter().chain(money).copied().collect();
    let task = &plan.allocation.tasks.of(channel.task).season;
    let season = if schedule.season.is_empty() { task } else { &schedule.season };
    let mean = season.iter().sum::<f64>() / MONTHS as f64;
    let response = calc::curve::Response::of(&channel.curve, &plan.currency).unwrap();
    let month = |number: usize| {
        let at = before.len() + number;
        let z: f64 = (0..=at).map(|ago| schedule.carry_over.powi(i32::try_from(ago).unwrap()) * all[at - ago]).sum();
        let weight = season.get(number).map_or(1.0, |season| season / mean);
        weight * response.value(12.0 * (1.0 - schedule.carry_over) * z) / 12.0
    };
    (0..MONTHS).map(month).collect()
}

fn near(one: f64, other: f64, part: f64) -> Result<(), TestCaseError> {
    prop_assert!((one - other).abs() <= part * one.abs().max(other.abs()).max(1.0), "{one} and {other}");
    Ok(())
}

fn units(plan: &Plan, months: &[Money]) -> Vec<f64> {
    months.iter().map(|amount| plan.currency.units(*amount)).collect()
}

/// Money of each month by hand, to some fen: what was spent, the plan where that is not known, and what is left in the proportion
/// of the months to come, of which locked ones keep theirs while there is money for them.
fn with_what_is_left(plan: &Plan, channel: &Channel, known: &[Month]) -> Vec<f64> {
    let planned = units(plan, &spends(plan, channel));
    let over = known.len();
    let real = |number: usize| known[number].spend.map_or(planned[number], |spend| plan.currency.units(spend));
    let mut money: Vec<f64> = (0..over).map(real).collect();
    let left = (plan.currency.units(channel.spend) - money.iter().sum::<f64>()).max(0.0);
    let schedule = &channel.schedule;
    let even = schedule.spend.is_empty();
    let is_locked = |month: usize| !even && schedule.is_locked(month);
    let runs = |month: usize| if schedule.is_off(month) { 0.0 } else { 1.0 };
    let own = |month: usize| if even { runs(month) } else { planned[month] };
    let to_come = over..MONTHS;
    let locked: f64 = to_come.clone().filter(|month| is_locked(*month)).map(own).sum();
    let pick = |weight: &dyn Fn(usize) -> f64| -> Vec<f64> { to_come.clone().map(weight).collect() };
    let open = |weight: &dyn Fn(usize) -> f64, month: usize| if is_locked(month) { 0.0 } else { weight(month) };
    let sum = |weights: &[f64]| weights.iter().sum::<f64>();
    let tries = [pick(&|month| open(&own, month)), pick(&|month| open(&runs, month))];
    let open_weights = tries.into_iter().find(|weights| sum(weights) > 0.0);
    let (kept, weights) = match open_weights {
        // A fen of rounding must not decide whether locked months fit.
        Some(weights) if locked <= left + 1e-6 => {
            (pick(&|month| if is_locked(month) { own(month) } else { 0.0 }), weights)
        }
        _ => {
            let tries = [pick(&own), pick(&runs), vec![1.0; MONTHS - over]];
            (vec![0.0; MONTHS - over], tries.into_iter().find(|weights| sum(weights) > 0.0).unwrap_or_default())
        }
    };
    let rest = left - sum(&kept);
    let all = sum(&weights);
    money.extend(kept.iter().zip(&weights).map(|(kept, weight)| kept + rest * weight / all));
    money
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn a_channel_wins_what_its_months_win(schedules in schedules(), season in prop_oneof![Just(vec![]), vec(0.5..2.0, MONTHS)]) {
        let mut plan = scheduled(&schedules);
        Arc::make_mut(&mut plan.allocation).tasks.a.season = season;
        let report = calc::report(&plan);
        for (channel, row) in plan.allocation.channels.iter().zip(&report.allocation.channels) {
            let months = by_hand(&plan, channel, &units(&plan, &spends(&plan, channel)));
            // What is spent evenly wins what the curve says of all of it, without the fen that months cannot share.
            let part = if is_even(channel) { 1e-5 } else { 1e-8 };
            near(row.won.registrations, months.iter().sum(), part)?;
            if let Some(own) = &row.months {
                prop_assert_eq!(Money::total(own.spends.iter().copied()), Some(channel.spend));
                for (one, other) in own.registrations.iter().zip(months) {
                    near(*one, other, part)?;
                }
            }
        }
        // All that follows is a multiple of the registrations.
        let leads: f64 = report.allocation.channels.iter().map(|row| row.won.registrations * row.lead_rate).sum();
        near(report.allocation.channels.iter().map(|row| row.won.leads).sum(), leads, 1e-9)?;
        near(plan.currency.units(report.goal.months.last().unwrap().expected), plan.currency.units(report.goal.expected.revenue), 1e-9)?;
    }

    #[test]
    fn months_that_are_over_count_by_what_was_spent_and_carry_it_over(
        schedules in schedules(),
        over in 1_u32..=12,
        rows in vec((of(0.0..1.7), of(0_u32..3_000)), 1..9),
    ) {
        let plan = happened(scheduled(&schedules), over, &rows);
        let (report, ledger) = (calc::report(&plan), ledger(&plan));
        prop_assume!(report.happened.is_some());
        for (index, known) in ledger.channels.iter().enumerate() {
            let channel = &plan.allocation.channels[index];
            let row = &report.expected().channels[index];
            if !known.iter().any(Month::is_known) {
                near(row.won.registrations, report.allocation.channels[index].won.registrations, 1e-12)?;
                continue;
            }
            let by_curve = by_hand(&plan, channel, &with_what_is_left(&plan, channel, known));
            let counted = |number: usize| known.get(number).and_then(|month| month.registrations);
            let expected: f64 = (0..MONTHS).map(|number| counted(number).unwrap_or(by_curve[number])).sum();
            near(row.won.registrations, expected, 1e-5)?;
        }
    }

    #[test]
    fn what_goes_as_planned_changes_nothing(schedules in schedules(), over in 1_u32..=12) {
        let plan = scheduled(&schedules);
        let before = calc::report(&plan);
        let after = calc::report(&as_planned(&plan, over));
        near(after.expected().total.won.registrations, before.allocation.total.won.registrations, 1e-5)?;
        near(after.chain.total.revenue, before.chain.total.revenue, 1e-5)?;
        prop_assert_eq!(after.expected().total.spend, before.allocation.total.spend);
    }
}

/// What a suggestion over months must keep.
fn holds(plan: &Plan, before: &Report, suggestion: &Suggestion, objective: Objective) -> Result<(), TestCaseError> {
    let mut adopted = plan.clone();
    suggestion.change.put_into(Arc::make_mut(&mut adopted.allocation), length(plan));
    let then = calc::report(&adopted);
    let result = |report: &Report| won(&report.expected().total.won, objective);
    near(suggestion.change.present_response(), result(before), 1e-6)?;
    near(suggestion.answer.response, result(&then), 1e-6)?;
    prop_assert!(suggestion.answer.response <= suggestion.answer.bound * (1.0 + 1e-12));
    let (channels, from) =
        (adopted.allocation.channels.iter(), before.rest.as_ref().map_or(0, |rest| rest.from as usize));
    let mut sums = [0_i64; MONTHS];
    for (after, now) in channels.zip(&plan.allocation.channels) {
        let (after, before) = (spends(&adopted, after), spends(plan, now));
        for month in from..MONTHS {
            sums[month] += after[month].minor();
            let schedule = &now.schedule;
            if from == 0 && (now.locked || schedule.is_locked(month)) {
                prop_assert_eq!(after[month], before[month], "locked");
            } else if schedule.is_off(month) && !now.locked && !schedule.is_locked(month) {
                prop_assert_eq!(after[month], Money::ZERO, "cannot run");
            }
        }
    }
    for (event, row) in plan.events.iter().zip(&before.allocation.events) {
        sums[event_month(plan, event.date)] += row.spend.minor();
    }
    for (month, cash) in plan.allocation.cash.iter().enumerate().skip(from) {
        prop_assert!(cash.is_none_or(|cash| sums[month] <= cash.minor()), "cash of {month}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Never worse than the present months, and what is adopted is what was promised; also where some months are over.
    #[test]
    fn best_months_are_what_the_plan_then_expects(
        schedules in schedules(),
        over in 0_u32..=9,
        rows in vec((of(0.3..1.4), of(0_u32..900)), 1..9),
        cash in of(150_000_i64..400_000),
        objective in select(Objective::ALL.to_vec()),
    ) {
        let mut plan = happened(scheduled(&schedules), over, &rows);
        let allocation = Arc::make_mut(&mut plan.allocation);
        allocation.objective = Some(objective);
        allocation.cash = cash.map(|cash| vec![plan.currency.whole(cash); MONTHS]).unwrap_or_default();
        let before = calc::report(&plan);
        let basis = before.basis(&plan);
        let mut control = best_allocation::Control { most_work: 100_000, ..best_allocation::Control::unwatched() };
        let question = Question::Most(basis.present_total());
        let Ok(suggestion) = Suggestion::over_months(basis, question, &mut control) else { return Ok(()) };
        holds(&plan, &before, &suggestion, objective)?;
        let problem = &suggestion.by_month.as_ref().unwrap().problem;
        let keeps_limits = problem.allows(problem.present.as_ref().unwrap());
        if keeps_limits {
            prop_assert!(suggestion.change.gain() >= -1e-9 * suggestion.change.present_response());
        }
    }
}

/// Goes as planned for some months, by month and not evenly.
fn as_planned(plan: &Plan, over: u32) -> Plan {
    let before = calc::report(plan);
    let mut plan = happened(plan.clone(), over, &[(Some(1.0), Some(0))]);
    for row in &mut Arc::make_mut(&mut plan.actuals).channels {
        let index = before.allocation.channels.iter().position(|channel| channel.id == row.channel).unwrap();
        let own = &before.allocation.channels[index];
        let month = plan.period.month_of(row.month).unwrap() as usize;
        let even = own.won.registrations / 12.0;
        row.registrations = Some(own.months.as_ref().map_or(even, |months| months.registrations[month]));
    }
    plan
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Months that win just what their curve says in them, with their season and what carries over, are no news: Track finds nothing,
    /// and every point that is learned lies on the curve.
    #[test]
    fn what_goes_as_planned_is_no_news_and_teaches_nothing(schedules in schedules(), over in 1_u32..=12) {
        let plan = as_planned(&scheduled(&schedules), over);
        let report = calc::report(&plan);
        for (channel, track) in report.allocation.channels.iter().zip(&report.track.channels) {
            if let Some(of_curve) = track.of_curve.filter(|_| track.known > 0) {
                // To the cent that even months cannot share.
                near(of_curve, 1.0, 1e-4)?;
            }
            if track.known > 0 && channel.months.is_some() {
                near(track.real.registrations, track.planned.registrations, 1e-9)?;
                prop_assert_eq!(track.real.spend, track.planned.spend);
            }
        }
        let taught = lessons(&plan, &report.allocation.channels, &|| false);
        for (lesson, row) in taught.iter().zip(&report.allocation.channels) {
            for point in lesson.iter().flat_map(|lesson| &lesson.points) {
                near(point.registrations, row.response.unwrap().in_month(point.spend, 12), 1e-4)?;
            }
        }
        let spend = &report.track.courses[Followed::Spend as usize];
        let all: f64 = plan.allocation.channels.iter().map(|channel| plan.currency.units(channel.spend)).sum();
        near(spend.planned_by(12), all, 1e-9)?;
        let by_hand: f64 =
            plan.allocation.channels.iter().flat_map(|channel| units(&plan, &spends(&plan, channel))[..over as usize].to_vec()).sum();
        near(spend.planned_by(over), by_hand, 1e-4)?;
    }

    /// Without a stated timing, revenue comes in the months in which registrations are won.
    #[test]
    fn revenue_comes_when_registrations_do(schedules in schedules()) {
        let mut plan = scheduled(&schedules);
        Arc::make_mut(&mut plan.goal).timing = Timing::default();
        (plan.events, plan.ripples) = (Arc::default(), Arc::default());
        let report = calc::report(&plan);
        let baseline = plan.goal.baseline.revenue.map_or(0.0, |revenue| plan.currency.units(revenue)) / 12.0;
        let mut so_far = 0.0;
        for (month, point) in report.goal.months.iter().enumerate() {
            let won = |row: &ChannelReport| row.months.as_ref().map_or(1.0 / 12.0, |own| {
                let all: f64 = own.registrations.iter().sum();
                if all > 0.0 { own.registrations[month] / all } else { 0.0 }
            }) * row.won.revenue;
            so_far += baseline + report.allocation.channels.iter().map(won).sum::<f64>();
            near(plan.currency.units(point.expected), so_far, 1e-6)?;
        }
    }

    /// On paper and in the window the same money is compared with the same even months.
    #[test]
    fn paper_and_window_know_the_same_even_months(schedules in schedules()) {
        let plan = scheduled(&schedules);
        let report = calc::report(&plan);
        let Some(part) = MonthsPart::of(&plan, &report) else { return Ok(()) };
        let compared = compared::of(&plan, &report.allocation);
        for (month, at) in part.months.iter().enumerate() {
            near(at.registrations.0, compared.these[month], 1e-12)?;
            near(at.registrations_if_even.0, compared.even[month], 1e-12)?;
        }
        // Even months are what the plan wins without months of its own.
        let mut even = plan.clone();
        for channel in &mut Arc::make_mut(&mut even.allocation).channels {
            channel.schedule.spend.clear();
            channel.schedule.locked.clear();
        }
        let won = calc::report(&even).allocation.channels.iter().map(|row| row.won.registrations).sum();
        near(part.registrations_if_even.0, won, 1e-9)?;
    }
}

/// An own share whose day is before the period is paid in its first month, for the grid as for the search.
#[test]
fn a_share_from_before_the_period_is_paid_in_its_first_month() {
    let mut plan = worked();
    let day = plan.period.start.yesterday().unwrap();
    Arc::make_mut(&mut plan.events)[0].date = Some(day);
    let report = calc::report(&plan);
    let share = report.allocation.events[0].spend;
    let aim = best_allocation::Aim::MostResponse { budget: f64::INFINITY };
    let problem = best_allocation::periods::Problem::of_plan(report.basis(&plan), Objective::Registrations, aim);
    let fixed = &problem.courses[plan.allocation.channels.len()].fixed;
    assert_eq!(fixed[0], Some(plan.currency.units(share)));
    assert_eq!(event_month(&plan, Some(day)), 0);
}
