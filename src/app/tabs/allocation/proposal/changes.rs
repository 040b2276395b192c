//! Before and after: what each channel gets, and what that changes.

use eframe::egui::{self, Ui};

use crate::app::context::Cx;
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::text::{small, text_width};
use crate::app::widgets::{Column, RowKind, RowSpec, Table};
use crate::calc::best_allocation::{Problem, Row, periods};
use crate::calc::suggestion::Change;
use crate::plan::Money;
use crate::report::code::Code;
use crate::report::sentences::proposal::{won, won_little, won_named};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Language, number};

/// A split of the money beside the present one, and the problem by which results follow from money.
#[derive(Clone, Copy)]
pub struct Changed<'a> {
    /// Before and after.
    pub change: &'a Change,
    /// The plan's problem.
    pub problem: &'a Problem,
    /// The same over months and the money of each month, where months were sought.
    pub months: Option<(&'a periods::Problem, &'a [Vec<f64>])>,
}

impl Changed<'_> {
    /// What a channel wins with the next money, before and after.
    fn with_more(self, cx: &Cx, number: usize, spends: [f64; 2]) -> [f64; 2] {
        let amount = cx.currency().units(cx.report.allocation.next_amount);
        let Some((problem, after)) = self.months else {
            let one = self.problem.channels.get(number);
            return spends.map(|spend| one.map_or(0.0, |one| one.weight * one.response.value(spend + amount)));
        };
        let before = problem.present.as_ref().and_then(|present| present.get(number));
        let more = |course: Option<&Vec<f64>>| course.map_or(0.0, |course| problem.with_more(number, course, amount));
        [more(before), more(after.get(number))]
    }
}

/// Every channel whose money changes, and the sum of all; `below` is the room for what follows.
pub fn ui(ui: &mut Ui, cx: &Cx, changed: Changed<'_>, below: f32) {
    let change = changed.change;
    let moves = change.moves(cx.plan);
    let amounts = change.amounts.iter().copied().chain([change.total, change.present]);
    let decimals = number::money_decimals(cx.currency(), amounts);
    let mut shown = Changes::of(change, &moves, (decimals, cx.language()));
    let headings = [
        cx.words.text("allocation-column-channel"),
        t!(cx.words, "proposal-now", unit = currency_name(&cx.currency().code, cx.words)),
        cx.words.text("proposal-proposed"),
        String::new(),
        t!(cx.words, "proposal-column", objective = change.objective.code()),
    ];
    let columns = columns(ui, cx, (change, &moves), (&mut shown, &headings));
    let id = egui::Id::unique("allocation proposal");
    let mut table = Table::new(ui, id, &columns).gap(GAP).row_height(height::ROW_DENSE);
    table.header(ui, &headings.each_ref().map(String::as_str));
    let most = (ui.available_height() - below - 2.0 * height::ROW_DENSE).max(height::ROW_DENSE * 3.0);
    if moves.is_empty() {
        small(ui, &cx.words.text("proposal-nothing-moves"), Tone::Weak);
    }
    table.rows(ui, moves.len(), most, |table, ui, row| shown.row(ui, cx, table, (row, &moves, changed)));
    shown.unmoved(ui, cx, &mut table, (change, &moves));
    shown.total(ui, cx, &mut table, change);
}

/// As wide as their figures. The bar gives way first, then the names, then the figures of the result.
fn columns(
    ui: &Ui,
    cx: &Cx,
    (change, moves): (&Change, &[usize]),
    (shown, headings): (&mut Changes, &[String; 5]),
) -> [Column; 5] {
    let wide = |heading: usize, figures: &mut dyn Iterator<Item = String>| {
        let figures = figures.map(|figure| text_width(ui, &figure, theme::semibold(size::SMALL)));
        figures.fold(text_width(ui, &headings[heading], theme::text(size::SMALL)), f32::max).ceil() + 1.0
    };
    let decimals = shown.decimals;
    let money = |amount: Money| number::money(cx.currency(), amount, decimals);
    let channels = moves.iter().filter_map(|number| cx.plan.allocation.channels.get(*number));
    let now = wide(1, &mut channels.map(|channel| channel.spend).chain([change.present]).map(money));
    let then = moves.iter().map(|number| change.amounts[*number]).chain([change.total]);
    let then = wide(2, &mut then.map(money));
    let won = |shown: &Changes| wide(4, &mut shown.results.iter().chain([&shown.result]).map(|won| shown.won(*won)));
    let room = ui.available_width() - now - then - 4.0 * GAP;
    shown.short = room - won(shown) < SHORT_NAME;
    let won = won(shown);
    let rest = room - won;
    shown.bars = rest >= SHORT_NAME + LEAST_BAR;
    let bar = if shown.bars { (rest - NAME).clamp(LEAST_BAR, 48.0) } else { 0.0 };
    [
        Column::flex(1.0, (rest - bar).clamp(0.0, SHORT_NAME)),
        Column::fixed(now).right(),
        Column::fixed(then).right(),
        Column::fixed(bar),
        Column::fixed(won).right(),
    ]
}

/// Between the columns of the changes.
const GAP: f32 = 6.0;

/// What most names of channels need.
const NAME: f32 = 146.0;

/// A bar that still shows something.
const LEAST_BAR: f32 = 18.0;

/// What a name needs to be told from others.
const SHORT_NAME: f32 = 70.0;

/// Changes of the result, rounded so that they add up, and the largest change of money.
struct Changes {
    results: Vec<f64>,
    result: f64,
    most: i64,
    decimals: usize,
    places: usize,
    language: Language,
    /// The figures of the result are written in their short form.
    short: bool,
    /// There is room for bars.
    bars: bool,
}

impl Changes {
    fn of(change: &Change, moves: &[usize], (decimals, language): (usize, Language)) -> Self {
        let places = usize::from(won(change.objective, 0.0).contains('.'));
        let more = |number: &usize| change.after[*number].response - change.before[*number].response;
        let result = number::rounded(change.gain(), places);
        let parts: Vec<f64> = moves.iter().map(more).collect();
        let spend = |number: &usize| change.after[*number].spend - change.before[*number].spend;
        #[expect(clippy::cast_possible_truncation, reason = "the scale of bars")]
        let most = moves.iter().map(|number| spend(number).abs()).fold(1.0, f64::max) as i64;
        let results = number::rounded_parts(&parts, result, places);
        Self { results, result, most, decimals, places, language, short: false, bars: true }
    }

    /// A change of the result as it is shown.
    fn won(&self, change: f64) -> String {
        if !self.short {
            return number::signed(change, self.places);
        }
        let plus = if change > 0.0 { "+" } else { "" };
        format!("{plus}{}", number::short(self.language, change))
    }

    fn row(&self, ui: &mut Ui, cx: &Cx, table: &mut Table, (row, moves, changed): (usize, &[usize], Changed<'_>)) {
        let change = changed.change;
        let number = moves[row];
        let Some(channel) = cx.plan.allocation.channels.get(number) else { return };
        let (small_font, strong) = (theme::text(size::SMALL), theme::semibold(size::SMALL));
        let money = |amount: Money| number::money(cx.currency(), amount, self.decimals);
        let spec = RowSpec::plain().id(egui::Id::unique(("proposal", channel.id.as_str())));
        let response = table.row(ui, spec, |cells| {
            cells.styled(&channel.name, small_font.clone(), Tone::Plain);
            cells.styled(&money(channel.spend), small_font.clone(), Tone::Weak);
            cells.styled(&money(change.amounts[number]), strong, Tone::Plain);
            let more = change.after[number].spend - change.before[number].spend;
            #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "the length of a bar")]
            let part = (more / self.most as f64) as f32;
            if self.bars {
                cells.two_sided(part);
            } else {
                cells.skip(1);
            }
            cells.styled(&self.won(self.results[row]), small_font, Tone::Plain);
        });
        if response.contains_pointer() {
            response.on_hover_text(of_channel(cx, changed, number));
        }
    }

    /// What keeps its money, shares of events included: with it the rows add up to the total.
    fn unmoved(&self, ui: &mut Ui, cx: &Cx, table: &mut Table, (change, moves): (&Change, &[usize])) {
        let changed = Money::total(moves.iter().map(|number| change.amounts[*number]));
        let rest = changed.and_then(|changed| change.total.minus(changed)).filter(|rest| *rest != Money::ZERO);
        let Some(rest) = rest.filter(|_| !moves.is_empty()) else { return };
        let font = theme::text(size::SMALL);
        let spec = RowSpec::plain().id(egui::Id::unique("proposal unmoved"));
        table.row(ui, spec, |cells| {
            cells.styled(&cx.words.text("proposal-unmoved"), font.clone(), Tone::Weak);
            for _ in 0..2 {
                cells.styled(&number::money(cx.currency(), rest, self.decimals), font.clone(), Tone::Weak);
            }
            cells.skip(2);
        });
    }

    fn total(&self, ui: &mut Ui, cx: &Cx, table: &mut Table, change: &Change) {
        let strong = theme::semibold(size::SMALL);
        let spec = RowSpec::new(RowKind::Sub).id(egui::Id::unique("proposal total")).no_line();
        table.row(ui, spec, |cells| {
            cells.styled(&cx.words.text("common-total"), strong.clone(), Tone::Plain);
            for amount in [change.present, change.total] {
                cells.styled(&number::money(cx.currency(), amount, self.decimals), strong.clone(), Tone::Plain);
            }
            cells.skip(1);
            cells.styled(&self.won(self.result), strong, Tone::Plain);
        });
    }
}

/// What a channel's money buys before and after: result, average cost, what the next money buys.
fn of_channel(cx: &Cx, changed: Changed<'_>, number: usize) -> String {
    let (words, plan) = (cx.words, cx.plan);
    let name = plan.allocation.channels.get(number).map_or("", |channel| channel.name.as_str());
    let say = |row: &Row, more: f64| of_row(cx, changed, (row, more));
    let Change { before, after, .. } = changed.change;
    let (before, after) = (&before[number], &after[number]);
    let [more_before, more_after] = changed.with_more(cx, number, [before.spend, after.spend]);
    let (before, after) = (say(before, more_before), say(after, more_after));
    t!(words, "proposal-row-hover", name = name, before = before, after = after)
}

fn of_row(cx: &Cx, changed: Changed<'_>, (row, more): (&Row, f64)) -> String {
    let (words, plan, objective) = (cx.words, cx.plan, changed.change.objective);
    let amount = cx.report.allocation.next_amount;
    let next = won_little(objective, more - row.response);
    let amount = number::amount_named(words, &plan.currency, amount);
    let Some(average) = row.average_cost else {
        return t!(words, "proposal-row-buys-nothing", amount = amount, next = next);
    };
    let result = won_named(plan, words, objective, &won(objective, row.response));
    let unit = currency_name(&plan.currency.code, words);
    let average = number::count(average, 2);
    t!(words, "proposal-row-buys", won = result, average = average, unit = unit, amount = amount, next = next)
}
