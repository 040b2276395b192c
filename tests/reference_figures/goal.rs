//! The goal, month by month, the chain to it and back.

use ripple_planner::calc::backwards::{Origin, Way};
use ripple_planner::calc::chain::{Link, Source};
use ripple_planner::calc::goal::TieOut;
use ripple_planner::plan::goal::Measure;
use ripple_planner::plan::{Money, Task};

use super::{both, near, within, yuan};

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
        let possible: Vec<Option<bool>> = backwards.ways.iter().map(Way::possible).collect();
        assert_eq!(possible, [Some(true), Some(true), Some(false), Some(false)]);
    }
}
