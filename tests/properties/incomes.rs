//! Income of a shared event: sponsors, tickets, refunds. Shares are cost less income to the unit, whoever holds money of
//! others pays it on, and nothing of it depends on what has not happened yet.

use std::sync::Arc;

use proptest::prelude::*;
use ripple_planner::calc::best_allocation::Control;
use ripple_planner::calc::event::{self, EventReport, PartyShare, Unsettled};
use ripple_planner::calc::split::{SplitProblem, split};
use ripple_planner::calc::suggestion::{Question, Suggestion};
use ripple_planner::calc::{Report, report};
use ripple_planner::plan::event::{Item, ItemKind, Party, Payment, SplitRule};
use ripple_planner::plan::{Event, Id, Money};

use super::settlements::{Dice, RULES, fewest, left, random_event};

fn fen(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

/// Parties a, b, c … that share everything equally.
fn parties(count: u8) -> Event {
    let mut event = Event::new("event".into(), "Event");
    event.parties = (b'a'..b'a' + count).map(|id| Party::new(named(id), "party")).collect();
    event
}

fn named(letter: u8) -> Id {
    Id::new(&char::from(letter).to_string())
}

/// An item of an amount (below zero: income), with what parties paid or received of it.
fn item(amount: i64, payments: &[(&str, i64)]) -> Item {
    let kind = if amount < 0 { ItemKind::Income } else { ItemKind::Cost };
    let pay = |(party, minor): &(&str, i64)| Payment { party: (*party).into(), amount: fen(*minor) };
    let payments = payments.iter().map(pay).collect();
    Item { kind, amount: fen(amount.abs()), payments, ..Item::new(Id::new(&format!("item{amount}")), "item") }
}

fn with(mut event: Event, items: Vec<Item>) -> EventReport {
    event.items = items;
    event::report(&event)
}

fn column(report: &EventReport, value: impl Fn(&PartyShare) -> Money) -> Vec<i64> {
    report.shares.iter().map(|row| value(row).minor()).collect()
}

fn shares(report: &EventReport) -> Vec<i64> {
    column(report, |row| row.share)
}

fn transfers(report: &EventReport) -> Vec<(usize, usize, i64)> {
    let settlement = report.settlement.as_ref().unwrap();
    assert!(settlement.is_minimal());
    settlement.transfers.iter().map(|row| (row.from, row.to, row.amount.minor())).collect()
}

#[test]
fn who_received_the_money_of_a_sponsor_pays_it_on() {
    let report = with(parties(2), vec![item(100, &[("a", 100)]), item(-40, &[("b", 40)])]);
    assert_eq!((report.total, report.cost, report.income), (fen(60), fen(100), fen(40)));
    assert_eq!((shares(&report), transfers(&report)), (vec![30, 30], vec![(1, 0, 70)]));
    assert_eq!(column(&report, |row| row.balance), [70, -70]);
    // A refund of an item is received by whoever had paid it.
    let refunded = with(parties(2), vec![item(100, &[("a", 100)]), item(-20, &[("a", 20)])]);
    assert_eq!((shares(&refunded), transfers(&refunded)), (vec![40, 40], vec![(1, 0, 40)]));
}

#[test]
fn an_event_that_only_brings_money_in_is_shared_too() {
    let report = with(parties(3), vec![item(-90, &[("a", 90)])]);
    assert_eq!((report.total, shares(&report)), (fen(-90), vec![-30, -30, -30]));
    assert_eq!(transfers(&report), [(0, 1, 30), (0, 2, 30)]);
    assert_eq!(report.direct.count(), 2);
    let gains: Vec<_> = report.shares.iter().map(PartyShare::gain).collect();
    assert_eq!(gains, [Some(fen(30)); 3]);
    assert_eq!(report.own_fraction(), None, "no part of a total that is none");
}

#[test]
fn a_receiver_need_not_share_and_a_stranger_does_not_count() {
    let only_ab = |item: Item| Item { shared_by: vec!["a".into(), "b".into()], ..item };
    let report = with(parties(3), vec![only_ab(item(-40, &[("c", 30), ("stranger", 10)]))]);
    assert_eq!((shares(&report), transfers(&report)), (vec![-20, -20, 0], vec![(2, 0, 15), (2, 1, 15)]));
    assert_eq!((column(&report, |row| row.unreceived), report.unreceived), (vec![5, 5, 0], fen(10)));
}

#[test]
fn income_that_pays_for_everything_leaves_no_shares_but_transfers() {
    let report = with(parties(2), vec![item(100, &[("a", 100)]), item(-100, &[("b", 100)])]);
    assert_eq!((report.total, shares(&report), transfers(&report)), (Money::ZERO, vec![0, 0], vec![(1, 0, 100)]));
}

/// What a sponsor has promised is no debt between the parties: until it comes the costs are shared in full.
#[test]
fn income_that_is_still_to_come_is_in_no_transfer() {
    let costs = item(90, &[("a", 90)]);
    let before = with(parties(3), vec![costs.clone(), item(-60, &[])]);
    assert_eq!((shares(&before), transfers(&before)), (vec![10, 10, 10], vec![(1, 0, 30), (2, 0, 30)]));
    assert_eq!((column(&before, |row| row.unreceived), before.unreceived), (vec![20, 20, 20], fen(60)));
    let after = with(parties(3), vec![costs, item(-60, &[("a", 60)])]);
    assert_eq!((shares(&after), transfers(&after)), (vec![10, 10, 10], vec![(1, 0, 10), (2, 0, 10)]));
    assert_eq!(after.unreceived, Money::ZERO);
}

#[test]
fn rules_by_cost_alone_apply_to_the_cost_less_the_income() {
    let by = |rule, alone: &[i64], income: i64| {
        let mut event = parties(u8::try_from(alone.len()).unwrap());
        event.rule = rule;
        event.parties.iter_mut().zip(alone).for_each(|(party, alone)| party.alone = Some(fen(*alone)));
        shares(&with(event, vec![item(100, &[]), item(-income, &[])]))
    };
    assert_eq!(by(SplitRule::Alone, &[100, 300], 20), [20, 60]);
    assert_eq!(by(SplitRule::Alone, &[100, 300], 500), [-100, -300]);
    // 400 would be spent alone, 80 together: each saves 160, which is more than the first would have spent.
    assert_eq!(by(SplitRule::EqualSavings, &[100, 300], 20), [0, 80]);
    assert_eq!(by(SplitRule::EqualSavings, &[100, 150], 20), [15, 65]);
    // Together they gain 400 and would have spent 400 alone: each is 400 better off.
    assert_eq!(by(SplitRule::EqualSavings, &[100, 300], 500), [-300, -100]);
    // Nobody pays where there is a gain to share.
    assert_eq!(by(SplitRule::EqualSavings, &[0, 1_000], 500), [-400, 0]);
    assert_eq!(by(SplitRule::EqualSavings, &[0, 0], 500), [-200, -200]);
    assert_eq!(by(SplitRule::Airport, &[100, 300], 20), [13, 67]);
    assert_eq!(by(SplitRule::Airport, &[100, 300], 500), [-67, -333]);
}

#[test]
fn an_income_may_have_a_rule_and_sharers_of_its_own() {
    let mut event = parties(3);
    for (party, (percent, amount)) in event.parties.iter_mut().zip([(50.0, 7), (30.0, 3), (20.0, 0)]) {
        (party.percent, party.amount) = (Some(percent), Some(fen(amount)));
    }
    let income = |rule| Item { rule: Some(rule), ..item(-10, &[]) };
    let by = |rule| shares(&with(event.clone(), vec![item(30, &[]), income(rule)]));
    assert_eq!(by(SplitRule::Percent), [5, 7, 8]);
    assert_eq!(by(SplitRule::Amounts), [3, 7, 10], "typed without a minus");
    let only_c = Item { shared_by: vec!["c".into()], ..item(-10, &[]) };
    assert_eq!(shares(&with(event, vec![item(30, &[]), only_c])), [10, 10, 0]);
}

#[test]
fn typed_amounts_may_say_who_gains_but_no_more_than_comes_in() {
    let by = |amounts: &[i64], income: i64| {
        let mut event = parties(u8::try_from(amounts.len()).unwrap());
        event.rule = SplitRule::Amounts;
        event.parties.iter_mut().zip(amounts).for_each(|(party, amount)| party.amount = Some(fen(*amount)));
        let mut items = vec![item(100, &[("a", 100)])];
        items.extend((income > 0).then(|| item(-income, &[("a", income)])));
        with(event, items)
    };
    let report = by(&[90, -30], 40);
    assert_eq!((shares(&report), transfers(&report)), (vec![90, -30], vec![(0, 1, 30)]));
    let missing = |report: EventReport| match report.problems.as_slice() {
        [one] => one.problem,
        other => panic!("{other:?}"),
    };
    assert_eq!(missing(by(&[110, -50], 40)), SplitProblem::DoesNotAddUp(fen(-10)), "the cost is only 100");
    assert_eq!(missing(by(&[108, -8], 0)), SplitProblem::DoesNotAddUp(fen(-8)), "nothing comes in");
    assert_eq!(missing(by(&[90, -20], 40)), SplitProblem::DoesNotAddUp(fen(-10)));
    // 20 to be gained, in whichever form it is typed.
    for amounts in [[15, 5], [-15, -5], [10, -30]] {
        let expected = if amounts[0] > 0 && amounts[1] > 0 { [-15, -5] } else { amounts };
        assert_eq!(shares(&by(&amounts, 120)), expected);
    }
    assert_eq!(missing(by(&[15, 4], 120)), SplitProblem::DoesNotAddUp(fen(-1)), "a gain of 1 is nobody's");
}

#[test]
fn numbers_that_must_be_wrong_are_not_settled() {
    let unsettled = |item: Item| with(parties(2), vec![item]).settlement.unwrap_err();
    assert_eq!(unsettled(item(-10, &[("a", 11)])), Unsettled::PaidTooMuch("item-10".into()));
    assert_eq!(unsettled(item(-10, &[("a", -1)])), Unsettled::Negative("item-10".into()));
    assert_eq!(unsettled(Item { amount: fen(-10), ..item(-10, &[]) }), Unsettled::Negative("item-10".into()));
}

/// A random event in which some items come in, and some of all is paid or received.
fn random_with_income(dice: &mut Dice, round: usize) -> Event {
    let (parties, items) = (1 + dice.index(7), 1 + dice.index(7));
    let mut event = random_event(dice, parties, items);
    event.rule = RULES[round % RULES.len()];
    for item in &mut event.items {
        // Round amounts meet; an event of income alone, too.
        if dice.below(3) == 0 || round.is_multiple_of(7) {
            item.kind = ItemKind::Income;
        }
        item.rule = (dice.below(4) == 0).then(|| RULES[dice.index(RULES.len())]);
        if dice.below(3) == 0 {
            item.payments.truncate(dice.index(3));
        }
    }
    event
}

fn sum(values: &[i64]) -> i64 {
    values.iter().sum()
}

/// To the unit: shares sum to cost less income, and both ways of settling leave everybody with their share of what has
/// been paid and received; with few parties nobody finds fewer transfers by trying everything.
#[test]
fn not_a_unit_is_lost_between_cost_income_shares_and_transfers() {
    let mut dice = Dice(21);
    let (mut gaining, mut mixed) = (0, 0);
    for round in 0..4_000 {
        let event = random_with_income(&mut dice, round);
        let report = event::report(&event);
        let of = |kind: ItemKind| event.items.iter().filter(move |item| item.kind == kind);
        let amount = |kind| of(kind).map(|item| item.amount.minor()).sum::<i64>();
        let moved = |kind| of(kind).map(|item| event::paid(item).minor()).sum::<i64>();
        let (cost, income) = (amount(ItemKind::Cost), amount(ItemKind::Income));
        assert_eq!((report.total.minor(), sum(&shares(&report))), (cost - income, cost - income));
        let (paid, received) = (column(&report, |row| row.paid), column(&report, |row| row.received));
        assert_eq!((sum(&paid), sum(&received)), (moved(ItemKind::Cost), moved(ItemKind::Income)));
        assert_eq!(report.unpaid.minor(), cost - sum(&paid));
        assert_eq!(report.unreceived.minor(), income - sum(&received));
        for row in &report.shares {
            assert!(row.unpaid >= Money::ZERO && row.unreceived >= Money::ZERO);
        }
        gaining += usize::from(report.shares.iter().any(|row| row.gain().is_some()));
        mixed += usize::from(cost > 0 && income > 0);
        let open = column(&report, PartyShare::open);
        let settlement = report.settlement.as_ref().unwrap();
        let even = vec![0; open.len()];
        let direct = report.direct.list();
        assert_eq!((left(&open, &settlement.transfers), left(&open, &direct)), (even.clone(), even));
        assert_eq!(direct.len(), report.direct.count());
        assert!(
            direct.windows(2).all(|pair| (pair[0].from, pair[0].to) < (pair[1].from, pair[1].to)),
            "two debts of the same two"
        );
        if open.len() <= 6 {
            assert_eq!(settlement.transfers.len(), fewest(&mut open.clone(), 0), "{event:?}");
        }
    }
    assert!(gaining > 1_000 && mixed > 1_000, "{gaining} with a gain, {mixed} with both");
}

/// Once all is paid and received, what each party has paid, received and transferred is its share exactly.
#[test]
fn transfers_bring_everybody_to_their_share() {
    let mut dice = Dice(22);
    for round in 0..2_000 {
        let mut event = random_with_income(&mut dice, round);
        for item in &mut event.items {
            let payer = event.parties[dice.index(event.parties.len())].id.clone();
            item.payments = vec![Payment { party: payer, amount: item.amount }];
        }
        let report = event::report(&event);
        let settlement = report.settlement.as_ref().unwrap();
        let mut spent = column(&report, |row| row.paid.minus(row.received).unwrap());
        for transfer in &settlement.transfers {
            spent[transfer.from] += transfer.amount.minor();
            spent[transfer.to] -= transfer.amount.minor();
        }
        assert_eq!(spent, shares(&report), "{event:?}");
    }
}

/// By weights the truth is known at any time: of what has been paid and received each has its part.
#[test]
fn what_is_due_so_far_is_each_partys_part_of_what_has_moved() {
    let mut dice = Dice(23);
    for round in 0..2_000 {
        let mut event = random_with_income(&mut dice, round);
        event.rule = SplitRule::Weights;
        event.items.iter_mut().for_each(|item| (item.rule, item.shared_by) = (None, Vec::new()));
        let report = event::report(&event);
        let weights: f64 = event.parties.iter().map(|party| party.weight).sum();
        let (paid, received) = (column(&report, |row| row.paid), column(&report, |row| row.received));
        let moved = (sum(&paid) - sum(&received)) as f64;
        let payments: usize = event.items.iter().map(|item| item.payments.len()).sum();
        for (place, party) in event.parties.iter().enumerate() {
            let due = moved * party.weight / weights;
            let expected = (paid[place] - received[place]) as f64 - due;
            let open = report.shares[place].open().minor() as f64;
            assert!((open - expected).abs() <= 2.0 + payments as f64, "{open} for {expected} in {event:?}");
        }
    }
}

/// An item that only others share changes nothing between the rest, whichever way its money goes.
#[test]
fn income_of_others_moves_no_money_of_ours() {
    let of = |item: Item, members: [&str; 2]| Item { shared_by: members.map(Id::from).to_vec(), ..item };
    let ours = of(item(80, &[("a", 80)]), ["a", "b"]);
    let before = transfers(&with(parties(4), vec![ours.clone()]));
    let after = transfers(&with(parties(4), vec![ours, of(item(-60, &[("c", 60)]), ["c", "d"])]));
    assert_eq!((before, after), (vec![(1, 0, 40)], vec![(1, 0, 40), (2, 3, 30)]));
}

#[test]
fn hundreds_of_items_and_parties_with_twelve_digits_are_exact() {
    let mut dice = Dice(24);
    for (parties, items) in [(300, 3), (3, 300), (200, 200)] {
        let mut event = random_event(&mut dice, parties, 0);
        let members: Vec<Id> = event.parties.iter().map(|party| party.id.clone()).collect();
        for number in 0..items {
            let amount = fen(dice.between(100_000_000_000, 999_999_999_999));
            let party = members[dice.index(parties)].clone();
            let shared_by = members.iter().filter(|_| dice.below(2) == 0).cloned().collect();
            let kind = if dice.below(2) == 0 { ItemKind::Income } else { ItemKind::Cost };
            let payments = vec![Payment { party, amount }];
            let id = Id::new(&format!("item-{number}"));
            event.items.push(Item { kind, amount, payments, shared_by, ..Item::new(id, "项".repeat(60)) });
        }
        let report = event::report(&event);
        assert_eq!(report.total, Money::total(event.items.iter().map(Item::cost)).unwrap());
        assert_eq!(sum(&shares(&report)), report.total.minor());
        let open = column(&report, PartyShare::open);
        let settlement = report.settlement.unwrap();
        assert_eq!(left(&open, &settlement.transfers), vec![0; parties]);
        assert!(settlement.transfers.len() < parties && settlement.lower_bound <= settlement.transfers.len());
    }
}

/// What the company gains by an event is there to be spent: the best allocation spends it to the last step, and the
/// task of the event has that much more room.
#[test]
fn the_gain_of_an_event_goes_to_the_channels() {
    let text = std::fs::read_to_string("saved_plans/worked-case.ron").unwrap();
    let plan = ripple_planner::file::read_text(&text).unwrap();
    let with_income = |units: i64| {
        let mut plan = plan.clone();
        let currency = plan.currency.clone();
        let events = Arc::make_mut(&mut plan.events);
        let amount = currency.whole(units).unwrap();
        let sponsor = Item { kind: ItemKind::Income, amount, ..Item::new("sponsor".into(), "Sponsor") };
        events[0].items.push(sponsor);
        let report = report(&plan);
        let budget = plan.allocation.budget.unwrap();
        let asked = Question::Most(budget);
        let suggestion = Suggestion::of(report.basis(&plan), asked, &mut Control::unwatched()).unwrap();
        (report, suggestion, budget)
    };
    let (before, with_cost, budget) = with_income(0);
    let (after, with_gain, _) = with_income(185_000);
    let own = |report: &Report| report.events[0].own_share;
    assert_eq!((own(&before), own(&after)), (fen(4_000_000), fen(-1_000_000)));
    assert_eq!(after.allocation.events[0].spend, own(&after));
    assert_eq!(after.allocation.unallocated, Some(fen(5_000_000)));
    assert_eq!((with_cost.change.total, with_gain.change.total), (budget, budget), "to the last step");
    let channels = |suggestion: &Suggestion| Money::total(suggestion.change.amounts.iter().copied()).unwrap();
    assert_eq!(channels(&with_gain), budget.plus(fen(1_000_000)).unwrap());
    let shares: f64 = after.allocation.channels.iter().map(|row| row.share).sum();
    assert!((shares + after.allocation.events[0].share - 1.0).abs() < 1e-12);
    assert!(with_gain.answer.certified && with_gain.answer.response > with_cost.answer.response);
}

/// More comes in than all channels cost: nothing is a part of what is below zero, and nothing costs less than nothing.
#[test]
fn a_gain_above_all_spending_makes_no_odd_numbers() {
    let text = std::fs::read_to_string("saved_plans/worked-case.ron").unwrap();
    let mut plan = ripple_planner::file::read_text(&text).unwrap();
    let amount = plan.currency.whole(100_000_000).unwrap();
    let sponsor = Item { kind: ItemKind::Income, amount, ..Item::new("sponsor".into(), "Sponsor") };
    Arc::make_mut(&mut plan.events)[0].items.push(sponsor);
    let allocation = report(&plan).allocation;
    assert!(allocation.total.spend < Money::ZERO);
    let rows = allocation.tasks.iter().chain([&allocation.total]).chain(&allocation.events);
    for row in rows {
        assert_eq!(row.share, 0.0);
        assert!(row.average_cost.is_none_or(|cost| cost >= 0.0), "{row:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// A gain is split as a cost of its size, with the other sign: largest remainders, odd units and all.
    #[test]
    fn a_gain_is_a_cost_turned_round(
        total in prop_oneof![1_i64..1_000, 1_i64..=1_000_000_000_000_000],
        given in proptest::collection::vec((0_u32..1_000, 0_i64..10_000_000), 1..12),
        turn in 0_usize..100,
    ) {
        let party = |(index, (weight, alone)): (usize, &(u32, i64))| {
            let mut party = Party::new(Id::new(&format!("party-{index}")), "party");
            (party.weight, party.benefit) = (f64::from(*weight), Some(f64::from(*weight)));
            (party.alone, party.percent) = (Some(fen(*alone)), Some(100.0 / given.len() as f64));
            party
        };
        let parties: Vec<Party> = given.iter().enumerate().map(party).collect();
        let parties: Vec<&Party> = parties.iter().collect();
        for rule in [SplitRule::Equal, SplitRule::Weights, SplitRule::Benefit, SplitRule::Percent, SplitRule::Alone, SplitRule::Airport] {
            let cost = split(fen(total), &parties, rule, turn);
            let gain = split(fen(-total), &parties, rule, turn);
            let opposite = cost.map(|shares| shares.into_iter().map(Money::opposite).collect::<Vec<_>>());
            if let (Err(SplitProblem::DoesNotAddUp(gain)), Err(SplitProblem::DoesNotAddUp(cost))) = (&gain, &opposite) {
                prop_assert_eq!(*gain, cost.opposite());
            } else {
                prop_assert_eq!(&gain, &opposite);
            }
        }
    }

    /// Whoever is better off than another by an equal saving had at least as much to save; nobody pays of a gain, and
    /// all who gain are equally well off.
    #[test]
    fn equal_savings_of_a_gain_are_equal(
        gain in 1_i64..100_000_000, costs in proptest::collection::vec(0_i64..100_000_000, 1..10), turn in 0_usize..10,
    ) {
        let party = |(index, cost): (usize, &i64)| {
            let mut party = Party::new(Id::new(&format!("party-{index}")), "party");
            party.alone = Some(fen(*cost));
            party
        };
        let parties: Vec<Party> = costs.iter().enumerate().map(party).collect();
        let shares = split(fen(-gain), &parties.iter().collect::<Vec<_>>(), SplitRule::EqualSavings, turn).unwrap();
        let shares: Vec<i64> = shares.into_iter().map(Money::minor).collect();
        prop_assert_eq!(shares.iter().sum::<i64>(), -gain);
        prop_assert!(shares.iter().all(|share| *share <= 0));
        let savings: Vec<i64> = shares.iter().zip(&costs).map(|(share, cost)| cost - share).collect();
        let gaining = savings.iter().zip(&shares).filter(|(_, share)| **share < 0).map(|(saving, _)| *saving);
        let most = gaining.clone().max().unwrap();
        prop_assert!(most - gaining.min().unwrap() <= 1, "{:?}", savings);
        prop_assert!(savings.iter().zip(&shares).all(|(saving, share)| *share < 0 || *saving >= most - 1));
    }
}
