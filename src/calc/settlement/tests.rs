use super::*;

fn balances(minor: &[i64]) -> Vec<Money> {
    minor.iter().map(|minor| Money::from_minor(*minor).unwrap()).collect()
}

fn settled(minor: &[i64]) -> Settlement {
    settle(&balances(minor)).unwrap()
}

fn amounts(settlement: &Settlement) -> Vec<(usize, usize, i64)> {
    settlement.transfers.iter().map(|transfer| (transfer.from, transfer.to, transfer.amount.minor())).collect()
}

#[test]
fn the_worked_case_takes_three() {
    let settlement = settled(&[16_000, 12_000, -8_000, -12_000, -8_000]);
    assert_eq!(amounts(&settlement), [(2, 0, 8_000), (3, 1, 12_000), (4, 0, 8_000)]);
    assert!(settlement.is_minimal());
}

/// Two owe twenty together for the venue, two others share a taxi: strangers do not pay each other for it.
#[test]
fn parties_without_a_common_debt_are_settled_apart() {
    let debts = |rows: &[(usize, usize, i64)]| {
        let debt = |&(from, to, minor)| Transfer { from, to, amount: Money::from_minor(minor).unwrap() };
        settle_debts(8, rows.iter().map(debt), Effort::WHOLE).unwrap()
    };
    let venue = [(2, 0, 10), (2, 1, 10)];
    assert_eq!(amounts(&debts(&venue)), venue);
    let with_taxi = debts(&[venue[0], venue[1], (3, 4, 10)]);
    assert_eq!((amounts(&with_taxi), with_taxi.lower_bound), (vec![venue[0], venue[1], (3, 4, 10)], 3));
    // Where it saves a transfer they do, and a third group still keeps to itself.
    let saved = debts(&[(1, 0, 20), (2, 0, 10), (3, 4, 20), (3, 5, 10), (6, 7, 20)]);
    assert_eq!(amounts(&saved), [(1, 4, 20), (2, 5, 10), (3, 0, 30), (6, 7, 20)]);
}

#[test]
fn nothing_owed_is_nothing_paid() {
    assert_eq!(settled(&[]), Settlement::default());
    assert_eq!(settled(&[0, 0]), Settlement::default());
    assert_eq!(settle(&balances(&[5, -4])), None, "somebody's money is missing");
}

#[test]
fn largest_amounts_are_exact() {
    let most = 1_000_000_000_000_000;
    let settlement = settled(&[most, -most + 1, -1]);
    assert_eq!(amounts(&settlement), [(1, 0, most - 1), (2, 0, 1)]);
}

#[test]
fn pairs_take_the_first_that_waits() {
    let settlement = settled(&[-7, 7, -7, 7, 3, -3]);
    assert_eq!(amounts(&settlement), [(0, 1, 7), (2, 3, 7), (5, 4, 3)]);
}

/// Three sets of seven around one another: a greedy choice of triples would miss the second.
#[test]
fn a_set_is_not_taken_from_two_others() {
    // {0, 1, 2}, {3, 4, 5}, {6, 7, 8} sum to zero, and so does {0, 3, 6}: taking that one leaves one set of six.
    let settlement = settled(&[5, 20, -25, 7, 100, -107, -12, 400, -388]);
    assert_eq!((settlement.transfers.len(), settlement.lower_bound), (6, 6));
}

/// Above the exhaustive search: what cannot be divided is said to be unproven, with a bound that holds.
#[test]
fn many_parties_without_any_set_know_their_bound() {
    let mut minor: Vec<i64> = (0..23).map(|power| 1 << power).collect();
    minor.push(-minor.iter().sum::<i64>());
    let settlement = settled(&minor);
    // One creditor's money pays all: one set at most, and that is proven by there being one debtor.
    assert_eq!((settlement.transfers.len(), settlement.lower_bound), (23, 23));
    let mut two_sided: Vec<i64> =
        (0..23).map(|power| if power % 2 == 0 { 3_i64.pow(power) } else { -(3_i64.pow(power)) }).collect();
    two_sided.push(-two_sided.iter().sum::<i64>());
    let settlement = settled(&two_sided);
    // No sum of different powers of three with signs is zero, but only sets up to six are looked for: 24 ÷ 7 sets.
    assert_eq!((settlement.transfers.len(), settlement.lower_bound), (23, 21));
    assert!(!settlement.is_minimal());
}

/// Too many for a search: still exact, still quick, and its bound holds.
#[test]
fn thousands_of_parties_are_settled() {
    let mut minor: Vec<i64> =
        (1..3_000).map(|number: i64| if number % 3 == 0 { -number * 7 } else { number * number }).collect();
    minor.push(-minor.iter().sum::<i64>());
    let settlement = settled(&minor);
    assert!(settlement.transfers.len() < 3_000 && settlement.lower_bound >= 1_000);
    assert_eq!(left(&minor, &settlement), vec![0; 3_000]);
}

/// What each party is left with after the transfers.
fn left(minor: &[i64], settlement: &Settlement) -> Vec<i64> {
    let mut left = minor.to_vec();
    for transfer in &settlement.transfers {
        left[transfer.from] += transfer.amount.minor();
        left[transfer.to] -= transfer.amount.minor();
    }
    left
}

/// A thousand events with twenty parties each: every one is settled, and says how few transfers there may be.
#[test]
fn many_settlements_at_once_share_the_effort() {
    assert_eq!(Effort::among(AT_ONCE), Effort::WHOLE);
    assert_eq!([10, 100, 1_000, usize::MAX].map(|many| Effort::among(many).parties), [19, 15, 12, ALWAYS_EXACT]);
    for parties in [6, 14, 20, 60] {
        let paid = |party: i64| party * party * 7_919 % 1_000 + 1;
        let all: i64 = (1..parties).map(paid).sum();
        let debt = |party: i64| {
            let amount = Money::from_minor(if party < parties { paid(party) } else { all - 13 }).unwrap();
            let [one, other] = [0, usize::try_from(party % parties).unwrap()];
            if party < parties {
                Transfer { from: other, to: one, amount }
            } else {
                Transfer { from: one, to: 1, amount }
            }
        };
        let debts: Vec<Transfer> = (1..=parties).map(debt).collect();
        let count = usize::try_from(parties).unwrap();
        let whole = settle_debts(count, debts.iter().copied(), Effort::WHOLE).unwrap();
        for many in [1, 50, 10_000, usize::MAX] {
            let shared = settle_debts(count, debts.iter().copied(), Effort::among(many)).unwrap();
            let mut owed = vec![0; count];
            for (sign, transfers) in [(1, &debts), (-1, &shared.transfers)] {
                for transfer in transfers {
                    owed[transfer.from] -= sign * transfer.amount.minor();
                    owed[transfer.to] += sign * transfer.amount.minor();
                }
            }
            assert!(owed.iter().all(|minor| *minor == 0), "{parties} {many}: {owed:?}");
            assert!(shared.lower_bound <= whole.transfers.len() && shared.transfers.len() >= whole.lower_bound);
            assert!(shared.is_minimal() || parties > 6, "{parties} {many}");
        }
    }
}
