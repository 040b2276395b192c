//! How long settling up takes; it is done after every edit: `cargo bench --bench settlement`.
#![allow(clippy::unwrap_used, missing_docs)]

use divan::Bencher;
use ripple_planner::calc::event;
use ripple_planner::calc::settlement::settle;
use ripple_planner::plan::event::{Item, Party, Payment, SplitRule};
use ripple_planner::plan::{Event, Id, Money};

fn main() {
    divan::main();
}

/// Nobody can be left out: no part of the parties sums to zero, so the whole table is filled for nothing.
#[divan::bench(args = [12, 16, 20])]
fn no_sets(bencher: Bencher, parties: u32) {
    let mut minor: Vec<i64> = (1..parties).map(|place| 3_i64.pow(place) * sign(place)).collect();
    minor.push(-minor.iter().sum::<i64>());
    settled(bencher, &minor);
}

/// Small round amounts: a great many parts sum to zero, and none of two.
#[divan::bench(args = [12, 16, 20])]
fn many_sets(bencher: Bencher, parties: usize) {
    settled(bencher, &round(parties));
}

/// Above the exhaustive search: sets of three to six, as they come about when partners settle in groups.
#[divan::bench]
fn sixty_in_sets(bencher: Bencher) {
    let mut minor = Vec::new();
    for (number, size) in [3_i64, 4, 5, 6].into_iter().cycle().take(13).enumerate() {
        let amount = |place: i64| (i64::try_from(number).unwrap() * 7 + place) * 1_000_003 % 9_999_991 * sign(place);
        let set: Vec<i64> = (1..size).map(amount).collect();
        minor.push(-set.iter().sum::<i64>());
        minor.extend(set);
    }
    settled(bencher, &minor);
}

/// Round amounts among sixty: nearly everything sums to zero.
#[divan::bench]
fn sixty_round(bencher: Bencher) {
    settled(bencher, &round(60));
}

/// Amounts with cents among sixty: hardly anything does, and every set of up to six is looked for.
#[divan::bench]
fn sixty_uneven(bencher: Bencher) {
    let mut minor: Vec<i64> =
        (1..60_i64).map(|place| place * place * 7_654_321 % 99_999_989 * sign(place) + place).collect();
    minor.push(-minor.iter().sum::<i64>());
    settled(bencher, &minor);
}

/// An event of thousands, of whom as many paid as may be: a million debts when nothing is set off.
#[divan::bench(args = [1_000, 4_000, 10_000], sample_count = 5)]
fn event_of_parties(bencher: Bencher, parties: usize) {
    let money = |units: usize| Money::from_minor(i64::try_from(units).unwrap() * 100).unwrap();
    let id = |number: usize| Id::new(&format!("party-{number}"));
    let party =
        |number| Party { weight: 1.0 + f64::from(u32::try_from(number).unwrap() % 7), ..Party::new(id(number), "x") };
    let pay = |number: usize| Payment { party: id(number * 37 % parties), amount: money(100 + number * 7919 % 900) };
    let payments: Vec<Payment> = (0..event::MOST_PARTS / parties - 1).map(pay).collect();
    let amount = Money::total(payments.iter().map(|payment| payment.amount)).unwrap();
    let mut large = Event::new(Id::new("event"), "event");
    large.rule = SplitRule::Weights;
    large.parties = (0..parties).map(party).collect();
    large.items = vec![Item { amount, payments, ..Item::new(Id::new("item"), "x") }];
    bencher.bench(|| event::report(&large));
}

fn sign(place: impl Into<i64>) -> i64 {
    if place.into() % 2 == 0 { 1 } else { -1 }
}

/// Even amounts are owed, odd ones are due, so that no two cancel out.
fn round(parties: usize) -> Vec<i64> {
    let mut minor: Vec<i64> = (0..parties - 1)
        .map(|place| i64::try_from(place % 5).unwrap() * 2 + 1)
        .enumerate()
        .map(|(place, amount)| if place % 2 == 0 { amount * 100 } else { -(amount + 1) * 100 })
        .collect();
    minor.push(-minor.iter().sum::<i64>());
    minor
}

fn settled(bencher: Bencher, minor: &[i64]) {
    let balances: Vec<Money> = minor.iter().map(|minor| Money::from_minor(*minor).unwrap()).collect();
    bencher.bench(|| settle(&balances).unwrap());
}
