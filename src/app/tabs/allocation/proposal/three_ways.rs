//! Three ways to split the same money, by how much one dares: how each does, and what the chosen one changes.

use eframe::egui::{self, FontId, Ui};

use super::changes::{self, Changed};
use super::dare::{Dare, Ways};
use super::foot::{Buttons, Room};
use super::months;
use super::proof::Line;
use super::question::Suggest;
use super::wish::{BUTTONS, Wish};
use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::text::{mark, text_width};
use crate::app::widgets::{Column, RowSpec, Table};
use crate::calc::risk::{Best, Measured, Proposal, Refusal, Standing};
use crate::calc::suggestion::Change;
use crate::plan::goal::Measure;
use crate::report::sentences::risk::{self, drawn, measured, name, proof};
use crate::t;
use crate::words::number;

/// Between the columns.
const GAP: f32 = 8.0;

/// The chosen one in one line.
pub fn headline(cx: &Cx, suggest: &Suggest, dare: &Dare) -> String {
    let words = cx.words;
    let Ok(ways) = dare else { return words.text("proposal-infeasible") };
    if ways.found.are_the_same() {
        return words.text("risk-all-the-same");
    }
    let Some((chosen, _)) = ways.chosen(suggest.asking.way) else { return String::new() };
    let shown = |standing: &Standing| match (chosen.best, standing.chance) {
        (Best::Chance, Some(chance)) => number::chance(words, chance.value),
        (Best::BadYear, _) => short(cx, standing.bad_year),
        _ => short(cx, standing.average),
    };
    let (then, now) = (shown(&chosen.standing), shown(&ways.found.present));
    let key = if then == now { "risk-no-better" } else { "risk-instead" };
    t!(words, key, name = words.text(name(chosen.best)), then = mark(&then, Tone::Accent), now = now)
}

/// Draws them; a click on one chooses it.
pub fn ui(ui: &mut Ui, cx: &Cx, suggest: &mut Suggest, (room, fresh): (Room, bool)) -> Option<Wish> {
    let mut way = suggest.asking.way;
    let wish = match suggest.ways()?.0 {
        Err(refusal) => {
            refused(ui, cx, refusal);
            None
        }
        Ok(ways) => told(ui, cx, (suggest, ways), (&mut way, room, fresh)),
    };
    suggest.asking.way = way;
    wish
}

fn told(
    ui: &mut Ui,
    cx: &Cx,
    (suggest, ways): (&Suggest, &Ways),
    (way, room, fresh): (&mut Option<Best>, Room, bool),
) -> Option<Wish> {
    standings(ui, cx, ways, way);
    let (chosen, change) = ways.chosen(*way)?;
    let lines = |ui: &Ui| lines(ui, cx, ways, (chosen, room));
    if room == Room::Column {
        let below: f32 = lines(ui).iter().map(|(line, _)| line.height()).sum();
        ui.add_space(space::S);
        let months = ways.over_months.as_ref().zip(chosen.months.as_deref());
        changes::ui(ui, cx, Changed { change, problem: &ways.problem, months }, below + BUTTONS + space::XS);
    }
    ui.add_space(space::XS);
    let told = |ui: &mut Ui| {
        for (line, tip) in lines(ui) {
            line.show(ui).on_hover_text(tip);
        }
    };
    let (adopt, kept) = (fresh && change.differs(cx.plan), suggest.is_kept(cx, change));
    room.foot(ui, cx, told, &Buttons { adopt, kept, limits: false, limit: None })
}

/// What is known of the chosen one, each line with what stands behind it.
fn lines(ui: &Ui, cx: &Cx, ways: &Ways, (chosen, room): (&Proposal, Room)) -> Vec<(Line, String)> {
    let (words, measure, behind) = (cx.words, cx.report.goal.headline, drawn(cx.words, &ways.found));
    let look = if chosen.proven { (icons::GOOD, Tone::Good) } else { (icons::ADVICE, Tone::Accent) };
    let draws = t!(words, "risk-common-draws", draws = number::count(f64::from(ways.found.draws), 0));
    let mut lines = vec![(Line::of(ui, Some(look), proof(words, measure, chosen)), behind.clone())];
    if let Some((problem, periods)) = ways.over_months.as_ref().zip(chosen.months.as_deref()) {
        let pulses = months::pulses_said(cx, (problem, periods), room);
        lines.extend(pulses.into_iter().map(|(said, tip)| (Line::of(ui, Some(months::LOOK), said), tip)));
    }
    lines.push((Line::of(ui, None, draws), behind));
    lines
}

/// How each does, and the plan as it is.
fn standings(ui: &mut Ui, cx: &Cx, ways: &Ways, way: &mut Option<Best>) {
    let (words, found) = (cx.words, &ways.found);
    let (rows, now) = (rows(cx, ways), figures(cx, &found.present, number::NOTHING.to_owned()));
    let headings = ["risk-row-average", "risk-column-chance", "risk-column-bad-year", "risk-column-moved"]
        .map(|key| words.text(key));
    let has_chance = found.target.is_some();
    let shown: Vec<usize> =
        (0..headings.len()).filter(|column| has_chance || *column != own_column(Best::Chance)).collect();
    let columns = columns(ui, &shown, &headings, &rows.iter().chain([&now]).collect::<Vec<_>>());
    let id = egui::Id::unique("three ways");
    let mut table = Table::new(ui, id, &columns).gap(GAP).inset(6.0, 2.0).row_height(height::ROW_DENSE);
    let first = words.text("risk-column-way");
    let numbers = shown.iter().map(|column| headings[*column].as_str());
    table.header(ui, &std::iter::once(first.as_str()).chain(numbers).collect::<Vec<_>>());
    let chosen = ways.chosen(*way).map(|(proposal, _)| proposal.best);
    for (proposal, row) in found.proposals.iter().zip(&rows) {
        let is_chosen = chosen == Some(proposal.best);
        let name = words.text(name(proposal.best));
        let spec = RowSpec::plain().selectable(id.with(proposal.best as usize), &name, is_chosen);
        let response = table.row(ui, spec, |cells| {
            cells.styled(&name, font(is_chosen), Tone::Plain);
            for column in &shown {
                let is_best = own_column(proposal.best) == *column;
                let tone = if is_best && is_chosen { Tone::Accent } else { Tone::Plain };
                cells.styled(&row[*column], font(is_best), tone);
            }
        });
        if response.clicked() {
            *way = Some(proposal.best);
        }
        if response.contains_pointer() {
            response.on_hover_text(exact(cx, proposal));
        }
    }
    table.row(ui, RowSpec::plain(), |cells| {
        cells.styled(&words.text("risk-now"), font(false), Tone::Weak);
        for column in &shown {
            cells.styled(&now[*column], font(false), Tone::Weak);
        }
    });
}

fn font(is_strong: bool) -> FontId {
    if is_strong { theme::semibold(size::SMALL) } else { theme::text(size::SMALL) }
}

/// The figures of the three.
fn rows(cx: &Cx, ways: &Ways) -> Vec<[String; 4]> {
    let row = |(proposal, change): (&Proposal, &Change)| {
        let moved = change.moved(cx.plan).unwrap_or_default();
        figures(cx, &proposal.standing, number::short_money(cx.language(), cx.currency(), moved))
    };
    ways.found.proposals.iter().zip(&ways.changes).map(row).collect()
}

/// As wide as what stands in them; the names have what is left.
fn columns(ui: &Ui, shown: &[usize], headings: &[String; 4], rows: &[&[String; 4]]) -> Vec<Column> {
    let wide = |column: usize| {
        let cells = rows.iter().map(|row| text_width(ui, &row[column], font(true)));
        cells.fold(text_width(ui, &headings[column], font(false)), f32::max).ceil() + 1.0
    };
    let numbers = shown.iter().map(|column| Column::fixed(wide(*column)).right());
    std::iter::once(Column::flex(1.0, 60.0)).chain(numbers).collect()
}

/// The column of what a split is best at.
fn own_column(best: Best) -> usize {
    match best {
        Best::Average => 0,
        Best::Chance => 1,
        Best::BadYear => 2,
    }
}

fn figures(cx: &Cx, standing: &Standing, moved: String) -> [String; 4] {
    let chance = standing
        .chance
        .map_or_else(String::new, |chance| number::chance_with_error(cx.words, chance.value, chance.standard_error));
    [short(cx, standing.average), chance, short(cx, standing.bad_year), moved]
}

/// An amount of the measure in its short form.
fn short(cx: &Cx, measured: Measured) -> String {
    match cx.report.goal.headline {
        Measure::Share => number::percent(cx.language(), measured.value, 1),
        _ => number::short(cx.language(), measured.value),
    }
}

/// Average and bad year in all digits that the draws can settle.
fn exact(cx: &Cx, proposal: &Proposal) -> String {
    let (words, measure) = (cx.words, cx.report.goal.headline);
    let [average, bad_year] =
        [proposal.standing.average, proposal.standing.bad_year].map(|value| measured(measure, value));
    t!(words, "risk-hover", name = words.text(name(proposal.best)), average = average, bad = bad_year)
}

/// Why there are none.
fn refused(ui: &mut Ui, cx: &Cx, refusal: &Refusal) {
    let said = risk::refused(cx.plan, cx.words, cx.report.rest.as_ref(), refusal);
    ui.add_space(space::XS);
    for line in said.into_iter().take(6) {
        Line::of(ui, Some((icons::BAD, Tone::Bad)), line).show(ui);
    }
}
