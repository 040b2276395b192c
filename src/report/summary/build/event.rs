//! Shared events with their shares and transfers.

use super::{Build, total};
use crate::calc::EventReport;
use crate::calc::event::{PartyShare, handled, sum};
use crate::calc::settlement::{Settlement, Transfer};
use crate::plan::event::ItemKind;
use crate::plan::{Event, Money};
use crate::report::code::Coded;
use crate::report::sentences::settlement::{Settling, Way};
use crate::report::summary::event::{EventPart, GainPart, SharePart, TransferPart};
use crate::report::summary::figure::{Amount, Number};
use crate::t;
use crate::words::Words;

impl Build<'_> {
    pub(super) fn event(&self, index: usize, (event, report): (&Event, &EventReport)) -> EventPart {
        let row = self.report.allocation.events.get(index).copied().unwrap_or_default();
        let total = total(event);
        let part = |money| self.part_of(total, money);
        let settling = Settling { words: self.words, currency: &self.plan.currency, event, report };
        let transfer = |row: &Transfer| TransferPart {
            from: settling.name(row.from),
            to: settling.name(row.to),
            amount: self.amount(row.amount),
            because: settling.because(row.from, settling.decimals(Way::Fewest)),
        };
        let gain = |row: &PartyShare| {
            row.gain().map(|gain| GainPart { party: self.lookup.party(event, &row.party), amount: self.amount(gain) })
        };
        let said = std::iter::once(settling.proof(Way::Fewest)).chain(settling.gains()).chain(settling.outstanding());
        EventPart {
            id: event.id.to_string(),
            name: event.name.clone(),
            date: event.date,
            owner: self.owner(event.owner.as_ref()),
            task: Coded(event.task),
            media: event.media.map(Coded),
            total: self.sum(total),
            cost: self.sum(sum(event, ItemKind::Cost)),
            income: self.sum(sum(event, ItemKind::Income)),
            own_share: part(report.own_share),
            own_share_of_budget: Number(row.share),
            contacts: Number(row.won.contacts),
            leads: Number(report.leads),
            shares: report.shares.iter().map(|row| self.share(event, total, row)).collect(),
            gains: report.shares.iter().filter_map(gain).collect(),
            unpaid: part(report.unpaid),
            unreceived: part(report.unreceived),
            transfers: settling.transfers(Way::Fewest).iter().map(transfer).collect(),
            transfers_minimal: report.settlement.as_ref().is_ok_and(Settlement::is_minimal),
            transfers_direct: report.direct.count(),
            settlement: sentences(self.words, said),
        }
    }

    /// Nobody's part of a total that is too large is known.
    fn part_of(&self, total: Option<Money>, money: Money) -> Amount {
        self.sum(total.map(|_| money))
    }

    fn share(&self, event: &Event, total: Option<Money>, row: &PartyShare) -> SharePart {
        let part = |money| self.part_of(total, money);
        SharePart {
            party: self.lookup.party(event, &row.party),
            share: part(row.share),
            paid: self.sum(handled(event, ItemKind::Cost, &row.party)),
            received: self.sum(handled(event, ItemKind::Income, &row.party)),
            balance: part(row.balance),
            open: part(row.open()),
            unpaid: part(row.unpaid),
            unreceived: part(row.unreceived),
            alone: row.alone.map(|money| self.amount(money)),
            saving: row.saving.map(part),
        }
    }
}

/// Whole sentences after one another.
fn sentences(words: &Words, sentences: impl Iterator<Item = String>) -> String {
    let space = words.text("settlement-between-sentences");
    sentences.map(|text| t!(words, "settlement-sentence", sentence = text)).collect::<Vec<_>>().join(&space)
}
