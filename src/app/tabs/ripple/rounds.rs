//! Round by round: what each round of passing on reaches, and what that means in words.

use eframe::egui::Ui;

use super::{Desk, titled};
use crate::app::theme::{Tone, size};
use crate::app::widgets::{Column, RowSpec, Run, Table, runs};
use crate::calc::ripple::Generation;
use crate::report::lookup;
use crate::report::sentences::passing_on::in_words;
use crate::words::number;

/// Draws the section.
pub(super) fn ui(ui: &mut Ui, desk: &Desk) {
    let words = desk.cx.words;
    let rounds = &desk.report.outcome.generations;
    if rounds.is_empty() {
        return;
    }
    titled(ui, &words.text("ripple-rounds"), "");
    table(ui, desk, rounds);
}

/// What passing it on comes to: in words, and as figures.
pub(super) fn summary(ui: &mut Ui, desk: &Desk) {
    let Some(sentence) = in_words(desk.cx.words, desk.report) else { return };
    runs(ui, &[Run::plain(sentence)], size::SMALL);
    facts(ui, desk);
}

fn table(ui: &mut Ui, desk: &Desk, rounds: &[Generation]) {
    let words = desk.cx.words;
    let figure = Column::flex(1.0, 60.0).right();
    let columns = [Column::fixed(52.0), figure, figure, figure];
    let mut table = Table::new(ui, desk.field("round table"), &columns).row_height(22.0);
    let heads = ["ripple-round", "ripple-newly", "ripple-so-far", "common-customers"].map(|key| words.text(key));
    table.header(ui, &[&heads[0], &heads[1], &heads[2], &heads[3]]);
    // Rounds that reach nobody any more are one row.
    let lively = rounds.iter().take_while(|round| round.exposures >= 0.5).count().max(1);
    for round in rounds.iter().take(lively) {
        round_row(ui, &mut table, &round.number.to_string(), round);
    }
    if let (Some(first), Some(last)) = (rounds.get(lively), rounds.last()) {
        let name = number::range(&first.number.to_string(), &last.number.to_string());
        let name = if first.number == last.number { last.number.to_string() } else { name };
        round_row(ui, &mut table, &name, last);
    }
}

fn round_row(ui: &mut Ui, table: &mut Table, name: &str, round: &Generation) {
    let small = || crate::app::theme::text(size::SMALL);
    table.row(ui, RowSpec::plain(), |row| {
        row.weak(name);
        row.styled(&number::count(round.exposures, 0), small(), Tone::Plain);
        row.styled(&number::count(round.reached, 0), small(), Tone::Plain);
        row.styled(&number::expected(round.customers), small(), Tone::Plain);
    });
}

/// What it comes to, as pairs of words and figure.
fn facts(ui: &mut Ui, desk: &Desk) {
    let (words, report) = (desk.cx.words, desk.report);
    let reward = number::amount_named(words, desk.cx.currency(), report.reward);
    let facts = [
        (words.text("ripple-reward"), reward),
        (words.text("ripple-offsite-people"), number::count(report.offsite_people(), 0)),
        (words.text("ripple-r"), number::count(report.outcome.reproduction, 2)),
        (words.text("ripple-dies-out"), dies_out(desk)),
    ];
    let mover = mover(desk).map(|name| (words.text("odds-moves-roi"), name));
    let facts = facts.into_iter().chain(mover);
    let columns = [Column::flex(1.0, 100.0), Column::fixed(150.0).right()];
    let mut table = Table::new(ui, desk.field("fact table"), &columns).row_height(20.0);
    for (label, value) in facts {
        table.row(ui, RowSpec::plain().no_line(), |row| {
            row.weak(&label);
            row.styled(&value, crate::app::theme::semibold(size::SMALL), Tone::Plain);
        });
    }
}

/// The input that moves the ripple's return most.
fn mover(desk: &Desk) -> Option<String> {
    let cx = desk.cx;
    let index = cx.plan.ripples.iter().position(|ripple| ripple.id == desk.ripple.id)?;
    let mover = cx.drawn_odds()?.odds.ripples.get(index)?.mover.as_ref()?;
    Some(lookup::input(cx.plan, cx.words, &mover.input))
}

fn dies_out(desk: &Desk) -> String {
    let (words, chance) = (desk.cx.words, desk.report.outcome.dies_out);
    if chance >= 1.0 {
        words.text("ripple-certain")
    } else if chance < 0.001 {
        words.text("ripple-hardly-ever")
    } else {
        number::percent(desk.cx.language(), chance, 1)
    }
}
