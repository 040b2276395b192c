//! What every payer gets directly: one row a party that pays, one column a party that is paid.

use eframe::egui::{Color32, ScrollArea, Ui};

use super::{Desk, party_columns};
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::{Column, RowKind, RowSpec, Table};
use crate::calc::settlement::Transfer;
use crate::plan::Money;
use crate::report::sentences::settlement::{Settling, Way};
use crate::words::number;

const GAP: f32 = 8.0;
const NAME: f32 = 110.0;

/// Draws the table, with a bar below where it is wider than its room.
pub(super) fn ui(ui: &mut Ui, desk: &Desk, settling: &Settling, transfers: &[Transfer]) {
    let matrix = Matrix::of(transfers);
    let decimals = settling.decimals(Way::Direct);
    let shown = |amount: Money| number::money(settling.currency, amount, decimals);
    let total = shown(matrix.sum(|_| true));
    let font = theme::semibold(size::SMALL);
    let figure = ui.painter().layout_no_wrap(total, font, Color32::WHITE).size().x.ceil().max(56.0);
    #[expect(clippy::cast_precision_loss, reason = "a handful of parties")]
    let wanted = NAME + (matrix.payees.len() as f32 + 1.0) * (figure + GAP);
    let table = |ui: &mut Ui| table(ui, desk, settling, (&matrix, figure));
    if wanted <= ui.available_width() {
        table(ui);
    } else {
        ScrollArea::horizontal().id_salt(desk.field("direct")).auto_shrink([false, true]).show(ui, |ui| {
            ui.set_min_width(wanted);
            table(ui);
        });
    }
}

/// Transfers by who pays and who is paid.
struct Matrix<'a> {
    transfers: &'a [Transfer],
    payers: Vec<usize>,
    payees: Vec<usize>,
}

impl<'a> Matrix<'a> {
    fn of(transfers: &'a [Transfer]) -> Self {
        let side = |end: &dyn Fn(&Transfer) -> usize| {
            let mut parties: Vec<usize> = transfers.iter().map(end).collect();
            parties.sort_unstable();
            parties.dedup();
            parties
        };
        Self { transfers, payers: side(&|transfer| transfer.from), payees: side(&|transfer| transfer.to) }
    }

    fn sum(&self, which: impl Fn(&Transfer) -> bool) -> Money {
        let amounts = self.transfers.iter().filter(|transfer| which(transfer)).map(|transfer| transfer.amount);
        Money::total(amounts).unwrap_or_default()
    }
}

fn table(ui: &mut Ui, desk: &Desk, settling: &Settling, (matrix, figure): (&Matrix, f32)) {
    let words = desk.cx.words;
    let decimals = settling.decimals(Way::Direct);
    let shown = |amount: Money| number::money(settling.currency, amount, decimals);
    let mut columns = vec![Column::flex(1.0, NAME)];
    columns.extend(std::iter::repeat_n(Column::fixed(figure).right(), matrix.payees.len() + 1));
    let mut table = Table::new(ui, desk.field("direct table"), &columns).gap(GAP).row_height(24.0);
    let all = party_columns(desk.cx, &desk.event.parties);
    let (head, sum) = (words.text("event-direct-head"), words.text("event-direct-sum"));
    let names = matrix.payees.iter().filter_map(|&party| all.get(party)).map(String::as_str);
    let headings: Vec<&str> = std::iter::once(&*head).chain(names).chain(std::iter::once(&*sum)).collect();
    table.header(ui, &headings);
    for &payer in &matrix.payers {
        table.row(ui, RowSpec::plain(), |row| {
            let name = row.text(&settling.name(payer));
            name.on_hover_text(settling.because(payer, decimals));
            for &payee in &matrix.payees {
                let amount = matrix.sum(|transfer| transfer.from == payer && transfer.to == payee);
                let (text, tone) = match amount {
                    Money::ZERO => (number::NOTHING.to_owned(), Tone::Weak),
                    amount => (shown(amount), Tone::Plain),
                };
                row.styled(&text, theme::text(size::SMALL), tone);
            }
            let pays = matrix.sum(|transfer| transfer.from == payer);
            row.styled(&shown(pays), theme::text(size::SMALL), Tone::Weak);
        });
    }
    table.row(ui, RowSpec::new(RowKind::Total), |row| {
        row.text(&words.text("event-direct-gets"));
        for &payee in &matrix.payees {
            row.styled(&shown(matrix.sum(|transfer| transfer.to == payee)), theme::semibold(size::SMALL), Tone::Plain);
        }
        row.styled(&shown(matrix.sum(|_| true)), theme::text(size::SMALL), Tone::Weak);
    });
}
