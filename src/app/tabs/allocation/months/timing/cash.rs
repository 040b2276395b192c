//! What may be spent in each month: one amount for all of them, then single ones.

use eframe::egui::{self, Ui};

use super::super::Desk;
use super::super::cells::month_name;
use super::super::lines::Lines;
use super::super::shown::month_heads;
use super::{Timing, years};
use crate::app::theme::{Tone, height, space};
use crate::app::widgets::form::labelled;
use crate::app::widgets::grid::{Block, Refused};
use crate::app::widgets::{Edited, Field, Row, RowSpec, Table, parsed_field};
use crate::calc::schedule::edit;
use crate::plan::Money;
use crate::t;
use crate::words::names::currency_name;
use crate::words::typed::Entry;
use crate::words::{number, parse};

/// Draws the amount for all months, and a row of single ones below what is spent.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk<'_>, lines: &Lines, timing: &mut Timing) {
    paste(ui, desk, timing);
    every_month(ui, desk, lines);
    ui.add_space(space::M);
    let shown = years::turn(ui, desk, timing);
    timing.cell = None;
    let id = egui::Id::unique("cash of months");
    let mut table = Table::new(ui, id, &years::columns(&shown, 4.0)).gap(8.0).row_height(height::ROW);
    let mut heads = vec![String::new(), String::new()];
    heads.extend(month_heads(desk.cx, shown.clone()));
    table.header(ui, &heads.iter().map(String::as_str).collect::<Vec<_>>());
    let words = desk.cx.words;
    table.row(ui, RowSpec::plain().id(egui::Id::unique("cash spent")), |row| {
        row.skip(1);
        row.toned(&words.text("months-all"), Tone::Weak);
        for month in shown.clone() {
            let spent = lines.all[month].map(|spent| number::money(desk.cx.currency(), spent, 0));
            let tone = if lines.over(month).is_some() { Tone::Warn } else { Tone::Weak };
            row.toned(spent.as_deref().unwrap_or(number::NOTHING), tone);
        }
    });
    table.row(ui, RowSpec::plain().id(egui::Id::unique("cash stated")), |row| {
        row.skip(1);
        row.text(&words.text("months-cash"));
        for month in shown.clone() {
            if single(row, desk, lines.cash[month], month).has_focus {
                timing.cell = Some((0, month));
            }
        }
    });
}

fn read(desk: &Desk<'_>, text: &str) -> Result<Option<Money>, String> {
    match text.trim() {
        "" | number::NOTHING => Ok(None),
        text => parse::money(text, desk.cx.currency()).map(Some).map_err(|problem| problem.say(desk.cx.words)),
    }
}

fn every_month(ui: &mut Ui, desk: &mut Desk<'_>, lines: &Lines) {
    let words = desk.cx.words;
    let label = words.text("months-cash-all");
    let first = lines.cash.first().copied().flatten();
    let common = first.filter(|_| lines.cash.iter().all(|cash| *cash == first));
    let shown = common.map(|cash| number::amount(desk.cx.currency(), cash)).unwrap_or_default();
    let differ =
        words.text(if lines.cash.iter().any(Option::is_some) { "months-cash-differ" } else { "months-no-cash" });
    let unit = currency_name(&desk.cx.currency().code, words);
    let field = Field::number(egui::Id::unique("cash of all months"), &label)
        .entry(Entry::money(desk.cx.currency()))
        .width(150.0)
        .unit(&unit)
        .hint(&differ);
    let typed = labelled(ui, &label, |ui| parsed_field(ui, field, &shown, &|text| read(desk, text))).value;
    if let Some(typed) = typed.filter(|typed| *typed != common) {
        let months = desk.months();
        desk.allocation.change(words.text("months-step-cash-all"), |allocation| {
            let cells: Vec<(usize, Option<Money>)> = (0..months).map(|month| (month, typed)).collect();
            edit::put_cash(&mut allocation.cash, &cells, months);
        });
    }
}

fn single(row: &mut Row<'_>, desk: &mut Desk<'_>, cash: Option<Money>, month: usize) -> Edited<Option<Money>> {
    let words = desk.cx.words;
    let name = t!(words, "months-cash-cell", month = month_name(desk.cx, month));
    let shown = cash.map(|cash| number::amount(desk.cx.currency(), cash)).unwrap_or_default();
    let field = Field::number(egui::Id::unique(("cash in the dialog", month)), &name)
        .entry(Entry::money(desk.cx.currency()))
        .bare()
        .hint(number::NOTHING);
    let edited = row.cell(|ui| parsed_field(ui, field, &shown, &|text| read(desk, text)));
    if let Some(typed) = edited.value.filter(|typed| *typed != cash) {
        desk.put_cash(month, typed);
    }
    edited
}

/// Takes a block in that is pasted into the cash of a month.
fn paste(ui: &Ui, desk: &mut Desk<'_>, timing: &mut Timing) {
    let Some((_, month)) = timing.cell.filter(|_| ui.text_edit_focused()) else { return };
    let Some(block) = Block::pasted(ui) else { return };
    let (cx, months) = (desk.cx, desk.months());
    let cells = block.read((1, months.saturating_sub(month)), &|text| parse::money(text, cx.currency()));
    match cells {
        Err(refused) => timing.refused = Some(refused),
        Ok(cells) => {
            timing.refused = None::<Refused>;
            let cells: Vec<(usize, Option<Money>)> =
                cells.into_iter().map(|(_, right, amount)| (month + right, Some(amount))).collect();
            desk.allocation.change(t!(cx.words, "months-step-paste", n = cells.len()), |allocation| {
                edit::put_cash(&mut allocation.cash, &cells, months);
            });
        }
    }
}
