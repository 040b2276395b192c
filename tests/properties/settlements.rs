//! Settling up: exact, minimal, stable, whatever the order.

use proptest::prelude::*;
use ripple_planner::calc::event::{self, Unsettled};
use ripple_planner::calc::settlement::{Settlement, Transfer, settle};
use ripple_planner::plan::event::{Item, Party, Payment, SplitRule};
use ripple_planner::plan::{Event, Id, Money};

fn fen(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

fn settled(balances: &[i64]) -> Settlement {
    settle(&balances.iter().map(|minor| fen(*minor)).collect::<Vec<_>>()).unwrap()
}

/// A small deterministic generator (splitmix64): millions of cases in no time.
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.roll() % end
    }

    pub fn index(&mut self, end: usize) -> usize {
        usize::try_from(self.below(end as u64)).unwrap()
    }

    /// Between −most and most.
    fn around_zero(&mut self, most: i64) -> i64 {
        self.between(-most, most)
    }

    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.below(u64::try_from(high - low + 1).unwrap())).unwrap()
    }

    /// Balances that sum to zero.
    fn balances(&mut self, count: usize, most: i64) -> Vec<i64> {
        let mut balances: Vec<i64> = (1..count).map(|_| self.around_zero(most)).collect();
        balances.push(-balances.iter().sum::<i64>());
        balances
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.index(end + 1));
        }
    }
}

pub fn left(balances: &[i64], transfers: &[Transfer]) -> Vec<i64> {
    let mut left = balances.to_vec();
    for transfer in transfers {
        assert!(transfer.amount > Money::ZERO && transfer.from != transfer.to);
        left[transfer.from] += transfer.amount.minor();
        left[transfer.to] -= transfer.amount.minor();
    }
    left
}

/// The fewest transfers by trying everything: the first party that is not even pays, or is paid by, each other with
/// the opposite sign in turn. Knows nothing of sets that sum to zero.
pub fn fewest(balances: &mut [i64], from: usize) -> usize {
    let Some(first) = (from..balances.len()).find(|&party| balances[party] != 0) else { return 0 };
    let mut best = usize::MAX;
    for other in first + 1..balances.len() {
        if balances[other].signum() == -balances[first].signum() {
            let amount = balances[first];
            balances[other] += amount;
            best = best.min(1 + fewest(balances, first + 1));
            balances[other] -= amount;
        }
    }
    best
}

#[test]
fn small_ledgers_are_settled_as_an_exhaustive_search_would() {
    let mut dice = Dice(1);
    let mut divided = 0;
    for round in 0..6_000 {
        let count = 2 + round % 6;
        // Small amounts cancel out often, large ones hardly ever.
        let most = [3, 8, 20, 1_000_000][dice.index(4)];
        let balances = dice.balances(count, most);
        let settlement = settled(&balances);
        assert_eq!(left(&balances, &settlement.transfers), vec![0; count]);
        assert_eq!(settlement.transfers.len(), fewest(&mut balances.clone(), 0), "{balances:?}");
        assert!(settlement.is_minimal());
        divided += usize::from(settlement.transfers.len() + 1 < count);
    }
    assert!(divided > 1_000, "only {divided} could be divided at all");
}

/// Balances in sets of the given sizes that sum to zero, and no others: amounts so large do not meet by chance.
fn planted(dice: &mut Dice, sizes: &[usize]) -> Vec<i64> {
    let mut balances: Vec<i64> = sizes.iter().flat_map(|size| dice.balances(*size, 1_000_000_000_000)).collect();
    dice.shuffle(&mut balances);
    balances
}

#[test]
fn planted_sets_are_found_and_proven() {
    let mut dice = Dice(2);
    let plans: [&[usize]; 8] = [
        &[18],
        &[9, 9],
        &[3, 4, 5, 6],
        &[7, 7, 6],
        &[2, 2, 3, 13],
        // Above twenty parties that do not cancel out.
        &[3, 3, 3, 4, 4, 5, 6],
        &[6, 6, 6, 6, 6, 6, 6, 6, 6, 6],
        &[2, 2, 2, 3, 3, 4, 5, 5, 6, 6, 6, 3, 3],
    ];
    for sizes in plans {
        for _ in 0..2 {
            let balances = planted(&mut dice, sizes);
            let settlement = settled(&balances);
            assert_eq!(settlement.transfers.len(), balances.len() - sizes.len(), "{sizes:?}");
            assert!(settlement.is_minimal(), "{sizes:?}: at least {}", settlement.lower_bound);
            assert_eq!(left(&balances, &settlement.transfers), vec![0; balances.len()]);
        }
    }
}

/// A set too large to be looked for: the answer is what was planted, and the bound stays below.
#[test]
fn what_is_not_proven_still_holds_its_bound() {
    let mut dice = Dice(3);
    for _ in 0..3 {
        let balances = planted(&mut dice, &[3, 4, 5, 6, 14]);
        let settlement = settled(&balances);
        assert_eq!(settlement.transfers.len(), 32 - 5);
        assert!(settlement.lower_bound <= 27 && settlement.lower_bound >= 26);
    }
}

#[test]
fn many_parties_with_round_amounts_are_exact_and_within_their_bound() {
    let mut dice = Dice(4);
    for round in 0..12 {
        let count = 21 + round * 7;
        let balances: Vec<i64> = dice.balances(count, 40).iter().map(|units| units * 100_000).collect();
        let settlement = settled(&balances);
        assert_eq!(left(&balances, &settlement.transfers), vec![0; count]);
        let open = balances.iter().filter(|balance| **balance != 0).count();
        assert!(settlement.lower_bound <= settlement.transfers.len() && settlement.transfers.len() < open);
        assert!(settlement.lower_bound >= open.div_ceil(2));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_other_way_round_takes_as_many(seed in any::<u64>(), count in 2_usize..14) {
        let balances = Dice(seed).balances(count, 30);
        let opposite: Vec<i64> = balances.iter().map(|balance| -balance).collect();
        prop_assert_eq!(settled(&balances).transfers.len(), settled(&opposite).transfers.len());
    }

    #[test]
    fn the_order_of_the_parties_changes_nothing(seed in any::<u64>(), count in 2_usize..9) {
        let mut dice = Dice(seed);
        let mut event = random_event(&mut dice, count, 6);
        // Equal shares give the odd unit to a place in the list; weights of the amount itself leave none.
        event.rule = SplitRule::Amounts;
        let total: i64 = event.items.iter().map(|item| item.amount.minor()).sum();
        let mut rest = total;
        for (index, party) in event.parties.iter_mut().enumerate() {
            let share = if index + 1 == count { rest } else { dice.between(0, rest) };
            rest -= share;
            party.amount = Some(fen(share));
        }
        event.items.iter_mut().for_each(|item| item.shared_by.clear());
        let before = named(&event);
        dice.shuffle(&mut event.parties);
        prop_assert_eq!(before, named(&event));
    }
}

/// Two groups that have nothing to do with one another. Amounts are round, so that parties of one often owe just what
/// is owed to parties of the other.
#[test]
fn groups_without_a_common_debt_are_settled_apart() {
    let mut dice = Dice(9);
    let (mut tempting, mut joined) = (0, 0);
    for round in 0..1_500 {
        // Now and then more parties than are divided exhaustively.
        let (with, without) = if round % 100 == 0 { (12, 12) } else { (2 + dice.index(4), 2 + dice.index(4)) };
        let mut event = random_event(&mut dice, with + without, 0);
        dice.shuffle(&mut event.parties);
        let ids: Vec<Id> = event.parties.iter().map(|party| party.id.clone()).collect();
        let (ours, others) = ids.split_at(with);
        let mut items = |members: &[Id]| -> Vec<Item> { (0..2).map(|_| round_item(&mut dice, members)).collect() };
        let (our_items, other_items) = (items(ours), items(others));
        let settled_with = |items: Vec<Item>| {
            let event = Event { items, ..event.clone() };
            (named(&event), open(&event))
        };
        let (ours_alone, our_open) = settled_with(our_items.clone());
        let (others_alone, other_open) = settled_with(other_items.clone());
        let (together, mut all_open) = settled_with([our_items, other_items].concat());
        tempting += usize::from(our_open.iter().any(|open| *open != 0 && other_open.contains(&-open)));
        let mut apart = [ours_alone, others_alone].concat();
        apart.sort();
        if round % 100 != 0 {
            assert_eq!(together.len(), fewest(&mut all_open, 0));
        }
        if together.len() < apart.len() {
            joined += 1;
        } else {
            assert_eq!(together, apart, "{event:?}");
        }
    }
    assert!(tempting > 100 && joined > 10, "{tempting} with opposite balances, {joined} settled together");
}

/// What each party gets or owes, in the plan's order.
fn open(event: &Event) -> Vec<i64> {
    event::report(event).shares.iter().map(|row| row.open().minor()).collect()
}

/// Shared equally by all its members, and paid by two of them.
fn round_item(dice: &mut Dice, members: &[Id]) -> Item {
    let mut pay = || {
        let party = members[dice.index(members.len())].clone();
        Payment { party, amount: fen(6_000 * dice.between(0, 3)) }
    };
    let paid_by = vec![pay(), pay()];
    let amount = Money::total(paid_by.iter().map(|payment| payment.amount)).unwrap();
    let number = dice.roll();
    let id = Id::new(&format!("item-{number}"));
    let rule = Some(SplitRule::Equal);
    Item { amount, payments: paid_by, shared_by: members.to_vec(), rule, ..Item::new(id, "item") }
}

/// Transfers by the names of the parties.
fn named(event: &Event) -> Vec<(String, String, i64)> {
    let id = |index: usize| event.parties[index].id.to_string();
    let settlement = event::report(event).settlement.unwrap();
    let mut named: Vec<_> =
        settlement.transfers.iter().map(|row| (id(row.from), id(row.to), row.amount.minor())).collect();
    named.sort();
    named
}

pub fn random_event(dice: &mut Dice, parties: usize, items: usize) -> Event {
    let mut event = Event::new("event".into(), "Event");
    for index in 0..parties {
        let mut party = Party::new(Id::new(&format!("party-{index}")), "party");
        party.weight = dice.below(5) as f64 + 0.5;
        party.benefit = Some(dice.below(900) as f64 + 1.0);
        party.alone = Some(fen(dice.between(1, 9_000_000)));
        event.parties.push(party);
    }
    let all: Vec<Id> = event.parties.iter().map(|party| party.id.clone()).collect();
    for index in 0..items {
        let mut item = random_item(dice, index, &all);
        item.shared_by = all.iter().filter(|_| dice.below(3) > 0).cloned().collect();
        event.items.push(item);
    }
    event
}

/// Paid in full by one to three of some parties.
fn random_item(dice: &mut Dice, number: usize, payers: &[Id]) -> Item {
    let mut left = dice.between(1, 1_000_000_000);
    let amount = fen(left);
    let mut paid_by = Vec::new();
    for last in [false, false, true] {
        let part = if last { left } else { dice.between(0, left) };
        left -= part;
        paid_by.push(Payment { party: payers[dice.index(payers.len())].clone(), amount: fen(part) });
    }
    let id = Id::new(&format!("item-{number}"));
    Item { amount, payments: paid_by, ..Item::new(id, "item") }
}

pub const RULES: [SplitRule; 6] = [
    SplitRule::Equal,
    SplitRule::Weights,
    SplitRule::Benefit,
    SplitRule::Alone,
    SplitRule::EqualSavings,
    SplitRule::Airport,
];

/// To the unit: shares sum to the total, payments too, and both ways of settling leave everybody with their share.
#[test]
fn not_a_unit_is_lost_between_items_shares_and_transfers() {
    let mut dice = Dice(5);
    for round in 0..4_000 {
        let parties = 1 + dice.index(8);
        let items = 1 + dice.index(6);
        let mut event = random_event(&mut dice, parties, items);
        event.rule = RULES[round % RULES.len()];
        for item in &mut event.items {
            item.rule = (dice.below(4) == 0).then(|| RULES[dice.index(RULES.len())]);
            if dice.below(3) == 0 {
                item.payments.truncate(dice.index(3));
            }
        }
        let report = event::report(&event);
        let total: i64 = event.items.iter().map(|item| item.amount.minor()).sum();
        let paid: i64 = event.items.iter().flat_map(|item| &item.payments).map(|payment| payment.amount.minor()).sum();
        let sum = |value: &dyn Fn(&event::PartyShare) -> Money| -> i64 {
            report.shares.iter().map(|row| value(row).minor()).sum()
        };
        assert_eq!((sum(&|row| row.share), sum(&|row| row.paid), report.unpaid.minor()), (total, paid, total - paid));
        assert!(report.shares.iter().all(|row| row.unpaid >= Money::ZERO && row.unpaid <= row.share));
        let open: Vec<i64> = report.shares.iter().map(|row| row.open().minor()).collect();
        let even = vec![0; open.len()];
        let settlement = report.settlement.as_ref().unwrap();
        assert_eq!(left(&open, &settlement.transfers), even);
        assert_eq!(left(&open, &report.direct.list()), even);
        assert!(settlement.transfers.len() <= report.direct.count());
    }
}

/// A million splits: cheap enough for every run, many enough for every remainder.
#[test]
fn a_million_splits_sum_to_their_totals() {
    use ripple_planner::calc::split::split;
    let mut dice = Dice(6);
    for _ in 0..20_000 {
        let count = 1 + dice.index(6);
        let event = random_event(&mut dice, count, 0);
        let mut parties = event.parties;
        for turn in 0..50 {
            let total = dice.between(0, 10_i64.pow(3 + turn % 10));
            parties[0].amount = Some(fen(total));
            for party in &mut parties[1..] {
                (party.amount, party.percent) = (Some(Money::ZERO), Some(12.34));
            }
            parties[0].percent = Some(100.0 - 12.34 * (count - 1) as f64);
            let given: Vec<&Party> = parties.iter().collect();
            let rule = SplitRule::ALL[usize::try_from(turn).unwrap() % 8];
            let shares = split(fen(total), &given, rule, usize::try_from(turn).unwrap()).unwrap();
            assert_eq!(shares.iter().map(|share| share.minor()).sum::<i64>(), total, "{rule:?}");
            assert!(shares.iter().all(|share| *share >= Money::ZERO));
        }
    }
}

#[test]
fn numbers_that_must_be_wrong_are_not_settled() {
    let mut dice = Dice(7);
    let event = random_event(&mut dice, 3, 2);
    let with = |edit: &dyn Fn(&mut Event)| {
        let mut event = event.clone();
        edit(&mut event);
        let report = event::report(&event);
        assert!((report.direct.count() == 0) && report.unpaid == Money::ZERO);
        report.settlement.unwrap_err()
    };
    let item = || event.items[1].id.clone();
    assert_eq!(with(&|event| event.items[1].amount = fen(0)), Unsettled::PaidTooMuch(item()));
    assert_eq!(with(&|event| event.items[1].payments[0].amount = fen(-1)), Unsettled::Negative(item()));
    assert_eq!(with(&|event| event.items[1].amount = fen(-1)), Unsettled::Negative(item()));
    assert_eq!(with(&|event| event.rule = SplitRule::Percent), Unsettled::NotSplit);
}

/// A payment by somebody who takes no part is as if it were not there; a payer need not share what it paid.
#[test]
fn strangers_do_not_count_and_payers_need_not_share() {
    let mut event = random_event(&mut Dice(8), 3, 0);
    let ids: Vec<Id> = event.parties.iter().map(|party| party.id.clone()).collect();
    let pay = |party: &str, minor| Payment { party: party.into(), amount: fen(minor) };
    event.items = vec![Item {
        amount: fen(100),
        payments: vec![pay("party-2", 60), pay("stranger", 40)],
        shared_by: ids[..2].to_vec(),
        ..Item::new("venue".into(), "Venue")
    }];
    let report = event::report(&event);
    let unpaid: Vec<i64> = report.shares.iter().map(|row| row.unpaid.minor()).collect();
    assert_eq!((unpaid, report.unpaid), (vec![20, 20, 0], fen(40)));
    let expected = [(0, 2, 30), (1, 2, 30)].map(|(from, to, minor)| Transfer { from, to, amount: fen(minor) });
    assert_eq!(report.settlement.unwrap().transfers, expected);
    assert_eq!(report.direct.list(), expected);
}
