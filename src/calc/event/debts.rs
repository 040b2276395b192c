//! What parties owe one another when nothing is set off.

use std::collections::BTreeMap;

use crate::calc::settlement::Transfer;
use crate::plan::Money;

/// Debts between two parties each. An event of thousands of parties has millions: they are kept as one row of amounts for
/// each party that paid or received, and become transfers only where somebody asks for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Debts {
    parties: usize,
    /// For each party that paid costs, what every party owes it.
    to: BTreeMap<usize, Vec<Money>>,
    /// For each party that received income, what it owes every party.
    from: BTreeMap<usize, Vec<Money>>,
}

impl Debts {
    pub(super) fn among(parties: usize) -> Self {
        Self { parties, ..Self::default() }
    }

    /// What every party owes one that paid.
    pub(super) fn to(&mut self, payer: usize) -> &mut [Money] {
        self.to.entry(payer).or_insert_with(|| vec![Money::ZERO; self.parties])
    }

    /// What one that received owes every party.
    pub(super) fn from(&mut self, receiver: usize) -> &mut [Money] {
        self.from.entry(receiver).or_insert_with(|| vec![Money::ZERO; self.parties])
    }

    /// The debts, in no order.
    pub fn iter(&self) -> impl Iterator<Item = Transfer> {
        let owed = |row: &BTreeMap<usize, Vec<Money>>, one: &usize, other: usize| {
            row.get(one).map_or(Money::ZERO, |amounts| amounts[other])
        };
        let to_payers = self.to.iter().flat_map(move |(&to, row)| {
            let debts = row.iter().enumerate().filter(|(_, amount)| **amount > Money::ZERO);
            // Sums stay within the largest amount, as the amounts they are parts of do.
            debts.map(move |(from, amount)| {
                let amount = amount.plus(owed(&self.from, &from, to)).unwrap_or(*amount);
                Transfer { from, to, amount }
            })
        });
        let of_receivers = self.from.iter().flat_map(move |(&from, row)| {
            let debts = row.iter().enumerate().map(move |(to, amount)| Transfer { from, to, amount: *amount });
            debts.filter(move |debt| debt.amount > Money::ZERO && owed(&self.to, &debt.to, from) == Money::ZERO)
        });
        to_payers.chain(of_receivers).filter(|debt| debt.from != debt.to)
    }

    /// The debts, by who pays and who is paid.
    #[must_use]
    pub fn list(&self) -> Vec<Transfer> {
        let mut transfers: Vec<Transfer> = self.iter().collect();
        transfers.sort_unstable();
        transfers
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.iter().count()
    }
}
