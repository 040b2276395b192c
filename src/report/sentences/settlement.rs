//! Settling up in words: why each party pays, and whether fewer transfers would do.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::calc::EventReport;
use crate::calc::event::{PartyShare, Unsettled};
use crate::calc::settlement::Transfer;
use crate::plan::event::Item;
use crate::plan::{Currency, Event, Id, Money};
use crate::t;
use crate::words::{Words, number};

/// How debts are paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// Set off against one another, so that the transfers are few.
    #[default]
    Fewest,
    /// Each party pays every payer its part, and is paid its part of what another received.
    Direct,
}

/// One event, to be settled in words.
#[derive(Clone, Copy)]
pub struct Settling<'a> {
    /// The words.
    pub words: &'a Words,
    /// The currency of the plan.
    pub currency: &'a Currency,
    /// The event.
    pub event: &'a Event,
    /// Its report.
    pub report: &'a EventReport,
}

impl Settling<'_> {
    /// The transfers of a way; none where nothing is settled.
    #[must_use]
    pub fn transfers(&self, way: Way) -> Cow<'_, [Transfer]> {
        match (way, &self.report.settlement) {
            (_, Err(_)) => Cow::default(),
            (Way::Fewest, Ok(settlement)) => Cow::from(&settlement.transfers),
            (Way::Direct, Ok(_)) => Cow::from(self.report.direct.list()),
        }
    }

    /// The name of a party by its place.
    #[must_use]
    pub fn name(&self, party: usize) -> String {
        let named = self.event.parties.get(party).map(|party| party.name.trim()).filter(|name| !name.is_empty());
        named.map_or_else(|| self.words.text("event-unnamed"), str::to_owned)
    }

    /// Decimals that the shares and the transfers of a way have in common.
    #[must_use]
    pub fn decimals(&self, way: Way) -> usize {
        let amounts = |row: &PartyShare| [row.share, row.paid, row.received, row.unpaid, row.unreceived];
        let shares = self.report.shares.iter().flat_map(amounts);
        number::money_decimals(self.currency, shares.chain(self.transfers(way).iter().map(|row| row.amount)))
    }

    /// Why a party pays or is paid: "Acme's share 12,000.00, paid 5,000.00, owes 7,000.00".
    #[must_use]
    pub fn because(&self, party: usize, decimals: usize) -> String {
        let Some(row) = self.report.shares.get(party) else { return String::new() };
        let is_us = self.event.us.as_ref() == Some(&row.party);
        self.standing(row, &self.name(party), is_us, decimals)
    }

    pub(super) fn standing(&self, row: &PartyShare, name: &str, is_us: bool, decimals: usize) -> String {
        let words = self.words;
        let (share, paid) = (self.share_of(row, name, is_us, decimals), self.moved(row, decimals));
        let (open, back) = (row.open(), row.open().opposite());
        let [open_shown, back] = [open, back].map(|amount| number::money(self.currency, amount, decimals));
        match (open.cmp(&Money::ZERO), is_us) {
            (Ordering::Equal, _) => t!(words, "settlement-even", share = share, paid = paid),
            (Ordering::Less, false) => t!(words, "settlement-owes", share = share, paid = paid, open = back),
            (Ordering::Less, true) => t!(words, "settlement-we-owe", share = share, paid = paid, open = back),
            (Ordering::Greater, false) => t!(words, "settlement-gets", share = share, paid = paid, open = open_shown),
            (Ordering::Greater, true) => t!(words, "settlement-we-get", share = share, paid = paid, open = open_shown),
        }
    }

    /// "Acme's share 12,000.00" or "Acme's gain 300.00", with what is not paid or received yet.
    fn share_of(&self, row: &PartyShare, name: &str, is_us: bool, decimals: usize) -> String {
        let words = self.words;
        let shown = |amount: Money| number::money(self.currency, amount, decimals);
        let ours = match is_us {
            true => "yes",
            // "Quill Docs' share", "Acme's share".
            false if name.ends_with('s') => "ends-in-s",
            false => "no",
        };
        let share = match row.gain() {
            None => t!(words, "settlement-share-of", ours = ours, party = name, share = shown(row.share)),
            Some(gain) => t!(words, "settlement-gain-of", ours = ours, party = name, gain = shown(gain)),
        };
        let unpaid = || t!(words, "settlement-part-unpaid", unpaid = shown(row.unpaid));
        let unreceived = || t!(words, "settlement-part-unreceived", unreceived = shown(row.unreceived));
        let mut open = Vec::new();
        open.extend((row.unpaid != Money::ZERO).then(unpaid));
        open.extend((row.unreceived != Money::ZERO).then(unreceived));
        if open.is_empty() {
            return share;
        }
        t!(words, "settlement-share-with", share = share, parts = open.join(&words.text("settlement-clause-comma")))
    }

    /// "paid 5,000.00", "received 800.00", or both.
    #[must_use]
    pub fn moved(&self, row: &PartyShare, decimals: usize) -> String {
        let [paid, received] = [row.paid, row.received].map(|amount| number::money(self.currency, amount, decimals));
        match (row.paid, row.received) {
            (_, Money::ZERO) => t!(self.words, "settlement-paid", paid = paid),
            (Money::ZERO, _) => t!(self.words, "settlement-received", received = received),
            _ => t!(self.words, "settlement-paid-and-received", paid = paid, received = received),
        }
    }

    /// Who gains by the event, if anybody does: a share below zero never stands without these words. Many are counted.
    #[must_use]
    pub fn gains(&self) -> Option<String> {
        const NAMED: usize = 3;
        let words = self.words;
        let named = |gain: Money| number::amount_named(words, self.currency, gain);
        let rows = self.report.shares.iter().enumerate();
        let gains: Vec<(usize, Money)> = rows.filter_map(|(party, row)| Some((party, row.gain()?))).collect();
        if gains.len() > NAMED {
            let sum = Money::total(gains.iter().map(|(_, gain)| *gain)).unwrap_or_default();
            return Some(t!(words, "settlement-many-gain", count = gains.len(), amount = named(sum)));
        }
        let one = |(party, gain): &(usize, Money)| {
            if self.report.shares.get(*party).map(|row| &row.party) == self.event.us.as_ref() {
                t!(words, "settlement-we-gain", amount = named(*gain))
            } else {
                t!(words, "settlement-party-gains", party = self.name(*party), amount = named(*gain))
            }
        };
        let gains: Vec<String> = gains.iter().map(one).collect();
        (!gains.is_empty()).then(|| gains.join(&words.text("settlement-clause-comma")))
    }

    /// How the total comes about, where the event brings money in: "cost 148,000 CNY less income 8,000 CNY".
    #[must_use]
    pub fn less_income(&self) -> Option<String> {
        let [cost, income] = [self.report.cost, self.report.income]
            .map(|amount| number::amount_named(self.words, self.currency, amount));
        (self.report.income != Money::ZERO)
            .then(|| t!(self.words, "settlement-less-income", cost = cost, income = income))
    }

    /// How many transfers there are, and how that is known; or why there are none.
    #[must_use]
    pub fn proof(&self, way: Way) -> String {
        let words = self.words;
        let settlement = match &self.report.settlement {
            Err(unsettled) => return self.unsettled(unsettled),
            Ok(settlement) => settlement,
        };
        let (fewest, direct) = (settlement.transfers.len(), self.report.direct.count());
        if fewest == 0 {
            let is_paid = self.report.shares.iter().any(|row| row.paid != Money::ZERO || row.received != Money::ZERO);
            return words.text(match (is_paid, self.report.income) {
                (false, _) => "settlement-nothing-paid",
                (true, Money::ZERO) => "settlement-all-even",
                (true, _) => "settlement-all-even-with-income",
            });
        }
        let transfers = t!(words, "settlement-count", count = self.transfers(way).len());
        match way {
            Way::Direct => t!(words, "settlement-direct", transfers = transfers, fewest = fewest),
            Way::Fewest if !settlement.is_minimal() => {
                let least = settlement.lower_bound;
                t!(words, "settlement-not-proven", transfers = transfers, least = least, direct = direct)
            }
            Way::Fewest if direct == fewest => t!(words, "settlement-proven-same", transfers = transfers),
            Way::Fewest => t!(words, "settlement-proven", transfers = transfers, direct = direct),
        }
    }

    fn unsettled(&self, unsettled: &Unsettled) -> String {
        let item = |id: &Id| self.event.items.iter().find(|item| item.id == *id);
        let label = |id: &Id| {
            let label = item(id).map(|item| item.label.trim()).filter(|label| !label.is_empty());
            label.map_or_else(|| self.words.text("event-unnamed"), str::to_owned)
        };
        match unsettled {
            Unsettled::NotSplit => self.words.text("settlement-not-split"),
            Unsettled::PaidTooMuch(id) if item(id).is_some_and(Item::is_income) => {
                t!(self.words, "settlement-received-too-much", item = label(id))
            }
            Unsettled::PaidTooMuch(id) => t!(self.words, "settlement-paid-too-much", item = label(id)),
            Unsettled::Negative(id) => t!(self.words, "settlement-negative", item = label(id)),
        }
    }

    /// What nobody has paid or received yet, in a sentence each.
    #[must_use]
    pub fn outstanding(&self) -> Vec<String> {
        let named = |amount: Money| number::amount_named(self.words, self.currency, amount);
        let (unpaid, unreceived) = (self.report.unpaid, self.report.unreceived);
        let mut sentences = Vec::new();
        if unpaid > Money::ZERO {
            sentences.push(t!(self.words, "settlement-unpaid", amount = named(unpaid)));
        }
        if unreceived > Money::ZERO {
            sentences.push(t!(self.words, "settlement-unreceived", amount = named(unreceived)));
        }
        sentences
    }
}
