//! A party leaves a shared event.

use crate::plan::event::{Item, ItemKind, Payment};
use crate::plan::{Event, Id, Money};

use super::Reference;

/// What of an event refers to a party.
pub(super) fn references(event: &Event, party: &Id) -> Vec<Reference> {
    let us = (event.us.as_ref() == Some(party)).then_some(Reference::Us);
    us.into_iter().chain(event.items.iter().flat_map(|item| of_item(item, party))).collect()
}

fn of_item(item: &Item, party: &Id) -> impl Iterator<Item = Reference> {
    let has_paid = item.payments.iter().any(|payment| payment.party == *party && payment.amount != Money::ZERO);
    let paid = has_paid.then(|| match item.kind {
        ItemKind::Cost => Reference::Paid(item.id.clone()),
        ItemKind::Income => Reference::Received(item.id.clone()),
    });
    let shares = item.shared_by.contains(party).then(|| match item.shared_by.as_slice() {
        [_] => Reference::BearsAlone(item.id.clone()),
        _ => Reference::Shares(item.id.clone()),
    });
    paid.into_iter().chain(shares)
}

/// Takes a party out of an event. What it paid, received and shares goes to `heir`; without one it counts as not paid
/// yet, and an item that it bore alone is shared by everyone.
pub(super) fn remove(event: &mut Event, party: &Id, heir: Option<&Id>) {
    super::take(&mut event.parties, |other| other.id == *party);
    super::give(&mut event.us, party, heir);
    for item in &mut event.items {
        hand_over(&mut item.payments, party, heir);
        if let Some(at) = item.shared_by.iter().position(|sharer| sharer == party) {
            match heir.filter(|heir| !item.shared_by.contains(heir)) {
                Some(heir) => item.shared_by[at] = heir.clone(),
                None => drop(item.shared_by.remove(at)),
            }
        }
    }
}

/// Each party stands once among the payments of an item.
fn hand_over(payments: &mut Vec<Payment>, party: &Id, heir: Option<&Id>) {
    let gone = payments.iter().filter(|payment| payment.party == *party).map(|payment| payment.amount);
    let amount = Money::total(gone).unwrap_or_default();
    payments.retain(|payment| payment.party != *party);
    let Some(heir) = heir.filter(|_| amount != Money::ZERO) else { return };
    let own = payments.iter_mut().find(|payment| payment.party == *heir);
    match own.and_then(|payment| Some((payment.amount.plus(amount)?, payment))) {
        Some((sum, payment)) => payment.amount = sum,
        None => payments.push(Payment { party: heir.clone(), amount }),
    }
}
