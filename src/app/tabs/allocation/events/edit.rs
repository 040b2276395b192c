//! What the page does to an event: pure changes of the plan, and short names for its parties.

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthStr;

use crate::plan::event::{Item, ItemKind, Party, Payment};
use crate::plan::{Event, Id, Money};

/// Whether a party shares an item: all do where none is named.
pub(super) fn shares(item: &Item, party: &Id) -> bool {
    item.shared_by.is_empty() || item.shared_by.contains(party)
}

/// How many of the parties share an item.
pub(super) fn sharers(event: &Event, item: &Item) -> usize {
    event.parties.iter().filter(|party| shares(item, &party.id)).count()
}

/// Lets a party share an item or not. The last one cannot leave: an item nobody shares cannot be split.
pub(super) fn toggle_sharer(item: &mut Item, parties: &[Party], party: &Id) {
    let stays = |other: &&Party| shares(item, &other.id) != (other.id == *party);
    let sharers: Vec<Id> = parties.iter().filter(stays).map(|other| other.id.clone()).collect();
    if sharers.is_empty() {
        return;
    }
    item.shared_by = if sharers.len() == parties.len() { Vec::new() } else { sharers };
}

/// Who paid for an item, or received it, as far as one line can say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Payer {
    /// Nobody yet.
    Nobody,
    /// One party, all of it.
    One(Id),
    /// A part, or too much.
    Part(Money),
    /// So many parties together, all of it.
    Several(usize),
}

/// Who paid for an item, or received it.
pub(super) fn payer(item: &Item) -> Payer {
    let paying: Vec<&Payment> = item.payments.iter().filter(|payment| payment.amount != Money::ZERO).collect();
    let paid = crate::calc::event::paid(item);
    match paying.as_slice() {
        [] => Payer::Nobody,
        _ if paid != item.amount => Payer::Part(paid),
        [one] => Payer::One(one.party.clone()),
        several => Payer::Several(several.len()),
    }
}

/// Lets one party pay or receive all of an item, or nobody.
pub(super) fn pay_all(item: &mut Item, party: Option<Id>) {
    let amount = item.amount;
    item.payments = party.map(|party| Payment { party, amount }).into_iter().collect();
}

/// Sets what a party paid for an item, or received of it.
pub(super) fn pay(item: &mut Item, party: &Id, amount: Money) {
    item.payments.retain(|payment| payment.party != *party);
    if amount != Money::ZERO {
        item.payments.push(Payment { party: party.clone(), amount });
    }
}

/// What a party paid for an item, or received of it.
pub(super) fn paid_by(item: &Item, party: &Id) -> Money {
    let own = item.payments.iter().filter(|payment| payment.party == *party);
    Money::total(own.map(|payment| payment.amount)).unwrap_or_default()
}

/// Sets the amount of an item; whoever had paid all of it still has. A minus says that it comes in.
pub(super) fn set_amount(item: &mut Item, amount: Money) {
    if amount < Money::ZERO {
        item.kind = ItemKind::Income;
    }
    let amount = amount.max(amount.opposite());
    if let Payer::One(party) = payer(item) {
        item.amount = amount;
        pay_all(item, Some(party));
    } else {
        item.amount = amount;
    }
}

/// A short name for each party, all different: its first letter and a later one; one character in Chinese.
pub(super) fn abbreviations(parties: &[Party]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    parties
        .iter()
        .enumerate()
        .map(|(index, party)| {
            let free = candidates(&party.name).into_iter().find(|short| !taken.contains(short));
            let short = free.unwrap_or_else(|| (index + 1).to_string());
            taken.insert(short.clone());
            short
        })
        .collect()
}

fn candidates(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.iter().any(|c| matches!(c, '\u{3400}'..='\u{9fff}')) {
        return letters.iter().map(ToString::to_string).collect();
    }
    let Some((first, rest)) = letters.split_first() else { return Vec::new() };
    let first = first.to_uppercase().to_string();
    if rest.is_empty() {
        return vec![first];
    }
    let pair = |second: &char| format!("{first}{}", second.to_lowercase());
    // "No" would read as an answer.
    rest.iter().map(pair).filter(|short| short != "No").collect()
}

/// Wider words are no names for the head of a column, in half-width characters.
const WIDEST_HEAD: usize = 16;

/// Names for the heads of narrow columns: the first word where all differ by it, else the last, else short names.
pub(super) fn column_names(parties: &[Party]) -> Vec<String> {
    let first = |party: &Party| party.name.split_whitespace().next().unwrap_or(&party.name).to_owned();
    let last = |party: &Party| party.name.split_whitespace().next_back().unwrap_or(&party.name).to_owned();
    let are_short = |names: &[String]| names.iter().all(|name| name.width() <= WIDEST_HEAD);
    let all_differ = |names: &[String]| names.iter().collect::<BTreeSet<_>>().len() == names.len();
    let by_word = [parties.iter().map(first).collect::<Vec<_>>(), parties.iter().map(last).collect()];
    by_word.into_iter().find(|names| all_differ(names) && are_short(names)).unwrap_or_else(|| abbreviations(parties))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(id: &str, name: &str) -> Party {
        Party::new(id.into(), name)
    }

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    fn item() -> Item {
        Item { amount: money(100), ..Item::new("venue".into(), "Venue") }
    }

    #[test]
    fn sharers_come_and_go_but_one_stays() {
        let parties = [party("a", "A"), party("b", "B")];
        let mut item = item();
        toggle_sharer(&mut item, &parties, &"a".into());
        assert_eq!(item.shared_by, ["b".into()]);
        toggle_sharer(&mut item, &parties, &"b".into());
        assert_eq!(item.shared_by, ["b".into()], "the last one stays");
        toggle_sharer(&mut item, &parties, &"a".into());
        assert!(item.shared_by.is_empty(), "all is written as none");
    }

    #[test]
    fn who_paid_all_still_has_when_the_amount_changes() {
        let mut item = item();
        pay_all(&mut item, Some("a".into()));
        set_amount(&mut item, money(250));
        assert_eq!(payer(&item), Payer::One("a".into()));
        pay(&mut item, &"b".into(), money(50));
        assert_eq!(payer(&item), Payer::Part(money(300)));
        pay(&mut item, &"a".into(), money(200));
        assert_eq!(payer(&item), Payer::Several(2));
        pay(&mut item, &"b".into(), Money::ZERO);
        assert_eq!((payer(&item), paid_by(&item, &"a".into())), (Payer::Part(money(200)), money(200)));
    }

    #[test]
    fn a_minus_makes_an_income_and_whoever_paid_it_received_it() {
        let mut item = item();
        pay_all(&mut item, Some("a".into()));
        set_amount(&mut item, money(-80));
        assert_eq!((item.kind, item.amount, payer(&item)), (ItemKind::Income, money(80), Payer::One("a".into())));
        set_amount(&mut item, money(90));
        assert_eq!((item.kind, item.cost()), (ItemKind::Income, money(-90)), "an income stays one");
    }

    #[test]
    fn heads_of_columns_differ() {
        let named = |names: &[&str]| column_names(&names.iter().map(|name| party("x", name)).collect::<Vec<_>>());
        assert_eq!(named(&["Us", "Northpeak Cloud", "Quill Docs"]), ["Us", "Northpeak", "Quill"]);
        assert_eq!(named(&["Partner 1", "Partner 2"]), ["1", "2"]);
        assert_eq!(named(&["华东区云基础设施有限公司", "华北"]), ["华", "北"], "a long word is no head");
        assert_eq!(named(&["Ada Lovelace", "Ada Byron", "Tom Byron"]), ["Ad", "Aa", "To"]);
    }

    #[test]
    fn short_names_differ() {
        let names = ["Us", "Northpeak Cloud", "Nordwind", "Lantern", "Land", "我方", "我们", "A", "A", ""];
        let parties: Vec<Party> = names.iter().map(|name| party("x", name)).collect();
        assert_eq!(abbreviations(&parties), ["Us", "Nr", "Nd", "La", "Ln", "我", "们", "A", "9", "10"]);
    }
}
