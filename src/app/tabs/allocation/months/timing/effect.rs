//! How long money works: what part of an effect is left a month later, and what was spent before the period.

use eframe::egui::{self, Ui};

use super::super::Desk;
use super::super::lines::Lines;
use super::{FOOT, Timing};
use crate::app::context::field_id;
use crate::app::theme::{Tone, height};
use crate::app::widgets::{Column, Field, Row, RowSpec, Table, parsed_field};
use crate::calc::Section;
use crate::calc::schedule::{self, MOST_CARRY_OVER, edit};
use crate::plan::{Channel, Money, Period};
use crate::t;
use crate::words::names::currency_name;
use crate::words::typed::Entry;
use crate::words::{number, parse};

/// So many months before the period stand there, unless more are stated; never more than fit.
const BEFORE: usize = 3;
const MOST_BEFORE: usize = 8;

/// Draws one row a channel.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk<'_>, lines: &Lines, timing: &mut Timing) {
    let channels = desk.cx.plan.allocation.channels.iter();
    let stated = channels.map(|channel| schedule::before(desk.cx.plan, channel).len());
    let before = stated.max().unwrap_or(0).clamp(BEFORE, MOST_BEFORE);
    let reveal = timing.take_aim(ui, |item| lines.place_of(item));
    let mut columns =
        vec![Column::flex(1.0, 170.0).at_most(360.0), Column::fixed(84.0).right(), Column::fixed(110.0).right()];
    columns.extend((0..before).map(|_| Column::fixed(84.0).right()));
    let id = egui::Id::unique("effects");
    let mut table = Table::new(ui, id, &columns).row_height(height::ROW_TIGHT).inset(0.0, 6.0).reveal(reveal);
    let heads = heads(desk, before);
    table.header(ui, &heads.iter().map(String::as_str).collect::<Vec<_>>());
    let room = (ui.available_height() - FOOT).max(height::ROW_TIGHT * 3.0);
    table.rows(ui, lines.channels.len(), room, |table, ui, place| {
        let Some(channel) = desk.cx.plan.allocation.channels.get(lines.channels[place]) else { return };
        let row_id = egui::Id::unique(("effect", channel.id.as_str()));
        table.row(ui, RowSpec::plain().id(row_id), |row| {
            row.text(&channel.name);
            carry_over(row, desk, channel);
            row.toned(&half_life(desk, channel), Tone::Weak);
            for back in (1..=before).rev() {
                spent_before(row, desk, channel, back);
            }
        });
    });
}

fn heads(desk: &Desk<'_>, before: usize) -> Vec<String> {
    let (cx, words) = (desk.cx, desk.cx.words);
    let mut heads = vec![
        words.text("allocation-column-channel"),
        words.text("months-carry-over-head"),
        words.text("months-half-life-head"),
    ];
    let unit = currency_name(&cx.currency().code, words);
    heads.extend(
        (1..=before).rev().map(|back| t!(words, "months-before-head", month = month_before(desk, back), unit = &unit)),
    );
    heads
}

/// The name of a month before the period, with its year.
fn month_before(desk: &Desk<'_>, back: usize) -> String {
    let start = desk.cx.plan.period.start;
    let before = jiff::Span::new().months(i64::try_from(back).unwrap_or(0));
    let start = start.checked_sub(before).unwrap_or(start);
    number::month_of(desk.cx.words, &Period { start, months: u32::MAX }, 0)
}

/// What part of an effect is left a month later.
fn carry_over(row: &mut Row<'_>, desk: &mut Desk<'_>, channel: &Channel) {
    let words = desk.cx.words;
    let share = channel.schedule.carry_over;
    let name = t!(words, "months-carry-over", item = &channel.name);
    let shown = number::trimmed(share * 100.0, 2);
    let too_long = || t!(words, "months-carry-over-most", most = number::trimmed(MOST_CARRY_OVER * 100.0, 0));
    let problem = (share > MOST_CARRY_OVER).then(too_long);
    let id = field_id(Section::Allocation, Some(&channel.id), "carry_over");
    let field = Field::number(id, &name).entry(Entry::RATE).bare().problem(problem.as_deref());
    let read = |text: &str| match text.trim() {
        "" => Ok(0.0),
        text => match parse::rate(text) {
            Ok(share) if share > MOST_CARRY_OVER => Err(too_long()),
            read => read.map_err(|problem| problem.say(words)),
        },
    };
    let edited = row.cell(|ui| parsed_field(ui, field, &shown, &read));
    if let Some(typed) = edited.value.filter(|typed| (typed - share).abs() > 1e-12) {
        let step = desk.step("months-step-carry-over", &channel.name);
        desk.change(step, &channel.id, |channel| channel.schedule.carry_over = typed);
    }
}

/// After how long half of an effect is left.
fn half_life(desk: &Desk<'_>, channel: &Channel) -> String {
    let share = channel.schedule.carry_over;
    if share <= 0.0 || share >= 1.0 {
        return desk.cx.words.text("months-at-once");
    }
    let months = 0.5_f64.ln() / share.ln();
    t!(desk.cx.words, "months-half-life", months = number::count(months, 1))
}

fn spent_before(row: &mut Row<'_>, desk: &mut Desk<'_>, channel: &Channel, back: usize) {
    let cx = desk.cx;
    // What is known stands there as if it were stated, and stays when a month beside it is typed.
    let before = schedule::before(cx.plan, channel);
    let spent = edit::spent(&before, back);
    let name = t!(cx.words, "months-before", item = &channel.name, month = month_before(desk, back));
    let shown = if spent == Money::ZERO { String::new() } else { number::amount(cx.currency(), spent) };
    let id = egui::Id::unique(("spent before", channel.id.as_str(), back));
    let field = Field::number(id, &name).entry(Entry::money(cx.currency())).bare().hint(number::NOTHING);
    let read = |text: &str| match text.trim() {
        "" => Ok(Money::ZERO),
        text => parse::money(text, cx.currency()).map_err(|problem| problem.say(cx.words)),
    };
    let edited = row.cell(|ui| parsed_field(ui, field, &shown, &read));
    if let Some(typed) = edited.value.filter(|typed| *typed != spent) {
        let step = desk.step("months-step-before", &channel.name);
        desk.change(step, &channel.id, |channel| {
            channel.schedule.before = before;
            edit::put_before(&mut channel.schedule.before, back, typed);
        });
    }
}
