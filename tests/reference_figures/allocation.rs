//! Money, registrations and the shared event.

use std::sync::Arc;

use ripple_planner::calc;
use ripple_planner::plan::event::SplitRule;
use ripple_planner::plan::{Money, Task};

use super::{both, channel, fen, near, within, yuan};

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
        Arc::make_mut(&mut plan.events)[0].rule = SplitRule::Equal;
        let report = calc::report(&plan);
        let over: Vec<_> = report.events[0].shares.iter().map(calc::event::PartyShare::over_by).collect();
        assert_eq!(over, [None, None, None, None, Some(yuan(9_600))]);
        assert!(report.findings.iter().any(|finding| finding.code() == "unfair-share"));
    }
}
