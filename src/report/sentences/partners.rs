//! Settling up in a text to send to the partners of an event.

use super::settlement::{Settling, Way};
use crate::calc::settlement::{Settlement, Transfer};
use crate::plan::event::{Item, ItemKind, Payment, SplitRule};
use crate::plan::{Id, Money};
use crate::report::lookup;
use crate::t;
use crate::words::clean::one_line;
use crate::words::{names, number};

impl Settling<'_> {
    /// A text to send to the partners: event, items, shares by rule, who pays whom. The planning company is called
    /// by `own_name`, because "we" would mean the reader.
    #[must_use]
    pub fn for_partners(&self, way: Way, own_name: &str) -> String {
        let letter = Letter { about: *self, way, own_name, decimals: self.decimals(way) };
        let (costs, income) = (letter.items(ItemKind::Cost), letter.items(ItemKind::Income));
        let parts = [letter.head(), costs, income, letter.shares(), letter.transfers()];
        let part = |lines: &Vec<String>| lines.iter().map(|line| one_line(line)).collect::<Vec<_>>().join("\n");
        parts.iter().filter(|lines| !lines.is_empty()).map(part).collect::<Vec<_>>().join("\n\n") + "\n"
    }
}

/// The text for partners, part by part.
struct Letter<'a> {
    about: Settling<'a>,
    way: Way,
    own_name: &'a str,
    decimals: usize,
}

impl Letter<'_> {
    fn name(&self, party: usize) -> String {
        let id = self.about.event.parties.get(party).map(|party| &party.id);
        let is_us = id.is_some() && id == self.about.event.us.as_ref();
        if is_us && !self.own_name.trim().is_empty() { self.own_name.trim().to_owned() } else { self.about.name(party) }
    }

    fn name_of(&self, id: &Id) -> String {
        let place = self.about.event.parties.iter().position(|party| party.id == *id);
        place.map_or_else(|| lookup::party(self.about.event, self.about.words, id), |place| self.name(place))
    }

    fn unit(&self) -> String {
        names::currency_name(&self.about.currency.code, self.about.words)
    }

    fn head(&self) -> Vec<String> {
        let Settling { words, currency, event, report } = self.about;
        let name = event.name.trim();
        let title = if let Some(date) = event.date {
            t!(words, "settlement-partners-title-dated", event = name, date = number::date(words, date))
        } else {
            t!(words, "settlement-partners-title", event = name)
        };
        let rule = words.text(rule_key(event.rule));
        let named = |amount| number::amount_named(words, currency, amount);
        let total = match self.about.less_income() {
            None => t!(words, "settlement-partners-total", amount = named(report.total), rule = rule),
            Some(sums) if report.total >= Money::ZERO => {
                t!(words, "settlement-partners-total-left", sums = sums, amount = named(report.total), rule = rule)
            }
            Some(sums) => {
                let gain = named(report.total.opposite());
                t!(words, "settlement-partners-total-gain", sums = sums, amount = gain, rule = rule)
            }
        };
        vec![title, total]
    }

    /// The costs or the income; nothing where there is none.
    fn items(&self, kind: ItemKind) -> Vec<String> {
        let Settling { words, currency, event, .. } = self.about;
        let items: Vec<&Item> = event.items.iter().filter(|item| item.kind == kind).collect();
        if items.is_empty() {
            return Vec::new();
        }
        let decimals = number::money_decimals(currency, event.items.iter().map(|item| item.amount));
        let line = |item: &&Item| {
            let amount = number::money(currency, item.amount, decimals);
            let line = t!(words, "settlement-partners-item", item = item.label.trim(), amount = amount);
            std::iter::once(line)
                .chain(self.about_item(item))
                .collect::<Vec<_>>()
                .join(&words.text("settlement-semicolon"))
        };
        let unit = self.unit();
        let heading = match kind {
            ItemKind::Cost => t!(words, "settlement-partners-items", unit = unit),
            ItemKind::Income => t!(words, "settlement-partners-income", unit = unit),
        };
        std::iter::once(heading).chain(items.iter().map(line)).collect()
    }

    /// Who paid or received an item, and what is special about how it is shared.
    fn about_item(&self, item: &Item) -> Vec<String> {
        let Settling { words, event, .. } = self.about;
        let comma = words.text("settlement-comma");
        let mut about = vec![self.paid_by(item)];
        if !item.shared_by.is_empty() && item.shared_by.len() < event.parties.len() {
            let names: Vec<String> = item.shared_by.iter().map(|id| self.name_of(id)).collect();
            about.push(t!(words, "settlement-partners-only", names = names.join(&comma)));
        }
        if let Some(rule) = item.rule.filter(|rule| *rule != event.rule) {
            about.push(t!(words, "settlement-partners-own-rule", rule = words.text(rule_key(rule))));
        }
        about
    }

    fn paid_by(&self, item: &Item) -> String {
        let Settling { words, currency, .. } = self.about;
        let payments: Vec<_> = item.payments.iter().filter(|payment| payment.amount != Money::ZERO).collect();
        let part = |payment: &&Payment| {
            let amount = number::amount(currency, payment.amount);
            t!(words, "settlement-partners-part", party = self.name_of(&payment.party), amount = amount)
        };
        let names = match payments.as_slice() {
            [one] if one.amount == item.amount => self.name_of(&one.party),
            several => several.iter().map(part).collect::<Vec<_>>().join(&words.text("settlement-comma")),
        };
        match item.kind {
            ItemKind::Cost if payments.is_empty() => words.text("settlement-partners-nobody"),
            ItemKind::Cost => t!(words, "settlement-partners-paid-by", names = names),
            ItemKind::Income if payments.is_empty() => words.text("settlement-partners-nobody-received"),
            ItemKind::Income => t!(words, "settlement-partners-received-by", names = names),
        }
    }

    fn shares(&self) -> Vec<String> {
        let words = self.about.words;
        let line = |(party, row)| {
            let sentence = self.about.standing(row, &self.name(party), false, self.decimals);
            t!(words, "settlement-partners-share", sentence = sentence)
        };
        let unit = self.unit();
        let heading = if self.about.gains().is_none() {
            t!(words, "settlement-partners-shares", unit = unit)
        } else {
            t!(words, "settlement-partners-shares-and-gains", unit = unit)
        };
        std::iter::once(heading).chain(self.about.report.shares.iter().enumerate().map(line)).collect()
    }

    fn transfers(&self) -> Vec<String> {
        let Settling { words, currency, report, .. } = self.about;
        let line = |transfer: &Transfer| {
            let amount = number::money(currency, transfer.amount, self.decimals);
            let (from, to) = (self.name(transfer.from), self.name(transfer.to));
            let sentence = t!(words, "settlement-pays", from = from, to = to, amount = amount);
            t!(words, "settlement-partners-share", sentence = sentence)
        };
        let transfers = self.about.transfers(self.way);
        let mut lines = vec![t!(words, "settlement-partners-transfers", unit = self.unit())];
        lines.extend(transfers.iter().map(line));
        let proven = report.settlement.as_ref().is_ok_and(Settlement::is_minimal);
        let sentence = |sentence| t!(words, "settlement-sentence", sentence = sentence);
        if transfers.is_empty() {
            lines.push(sentence(self.about.proof(self.way)));
        } else if proven && self.way == Way::Fewest {
            let count = t!(words, "settlement-count", count = transfers.len());
            lines.push(t!(words, "settlement-partners-fewest", transfers = count));
        }
        lines.extend(self.about.outstanding().into_iter().map(sentence));
        lines
    }
}

fn rule_key(rule: SplitRule) -> &'static str {
    match rule {
        SplitRule::Equal => "settlement-rule-equal",
        SplitRule::Weights => "settlement-rule-weights",
        SplitRule::Percent => "settlement-rule-percent",
        SplitRule::Amounts => "settlement-rule-amounts",
        SplitRule::Benefit => "settlement-rule-benefit",
        SplitRule::Alone => "settlement-rule-alone",
        SplitRule::EqualSavings => "settlement-rule-equal-savings",
        SplitRule::Airport => "settlement-rule-airport",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, Words, clean};
    use crate::{calc, file};

    #[test]
    fn a_text_for_partners_steers_nothing_and_no_name_breaks_a_line() {
        let letter = |piece: &str| {
            let mut plan = file::read_text(file::examples::worked_case(Language::En)).unwrap();
            let event = &mut std::sync::Arc::make_mut(&mut plan.events)[0];
            event.name.insert_str(1, piece);
            event.parties.iter_mut().for_each(|party| party.name.insert_str(1, piece));
            event.items.iter_mut().for_each(|item| item.label.insert_str(1, piece));
            let (report, words) = (calc::report(&plan), Words::of(Language::En));
            let about = Settling { words, currency: &plan.currency, event: &plan.events[0], report: &report.events[0] };
            about.for_partners(Way::Fewest, &plan.company)
        };
        let written = letter("\n\u{1b}[31m\u{202e}");
        assert!(written.chars().all(|c| c == '\n' || !clean::steers(c)), "{written:?}");
        assert_eq!(written, letter(" [31m"));
    }
}
