//! Every rule beside the others: what each party would pay, and where that is unfair.

use eframe::egui::{self, ScrollArea, Ui};

use super::{Desk, party_columns};
use crate::app::icons;
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::text::{Line, line, small};
use crate::app::widgets::{Column, Row, RowSpec, Table, choice::paint_radio, section, weak};
use crate::calc::event::{NotSplit, RuleResult};
use crate::plan::Money;
use crate::plan::event::SplitRule;
use crate::report::sentences::not_split::Reasons;
use crate::t;
use crate::words::{Named, names, number};

/// How many rows the table has below its headings.
pub(super) fn count(desk: &Desk) -> usize {
    desk.report.rules.iter().filter(|rule| shown(desk, rule)).count() + 1
}

/// Draws the table, its rows as tall as told.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk, row_height: f32) {
    let (words, currency) = (desk.cx.words, desk.cx.currency());
    let total = number::money(currency, desk.report.total, decimals(desk));
    let unit = names::currency_name(&currency.code, words);
    let subtitle = t!(words, "event-rules-subtitle", unit = unit, total = total);
    section(ui, &words.text("event-rules"), &subtitle);
    let widths = Widths::of(ui, desk, decimals(desk));
    let wanted = widths.least(desk);
    if wanted <= ui.available_width() {
        table(ui, desk, &widths, row_height);
    } else {
        ScrollArea::horizontal().id_salt(desk.field("rules")).auto_shrink([false, true]).show(ui, |ui| {
            ui.set_min_width(wanted);
            table(ui, desk, &widths, row_height);
        });
    }
    let gains = desk.report.rules.iter().filter(|rule| shown(desk, rule)).flat_map(|rule| &rule.shares).flatten();
    if gains.into_iter().any(|share| *share < Money::ZERO) {
        ui.add_space(2.0);
        weak(ui, &words.text("event-below-zero"));
    }
    let own = desk.event.items.iter().filter(|item| item.rule.is_some()).count();
    if own > 0 {
        ui.add_space(2.0);
        weak(ui, &t!(words, "event-own-rules", count = own));
    }
}

/// Decimals that all amounts of the table share.
fn decimals(desk: &Desk) -> usize {
    let shares = desk.report.rules.iter().filter(|rule| shown(desk, rule)).filter_map(|rule| rule.shares.as_ref().ok());
    number::money_decimals(desk.cx.currency(), shares.flatten().copied())
}

const GAP: f32 = 7.0;
/// Room for the radio before a rule's name.
const MARK: f32 = 21.0;

/// Widths of the columns: as wide as their widest words.
struct Widths {
    rule: f32,
    party: f32,
    state: f32,
}

impl Widths {
    fn of(ui: &Ui, desk: &Desk, decimals: usize) -> Self {
        let (words, currency) = (desk.cx.words, desk.cx.currency());
        let in_font = |text: String, font: egui::FontId| {
            ui.painter().layout_no_wrap(text, font, egui::Color32::WHITE).size().x.ceil()
        };
        let measure = |text: String| in_font(text, theme::text(size::SMALL));
        let strong = |amount: Money| in_font(number::money(currency, amount, decimals), theme::semibold(size::SMALL));
        let rules = || desk.report.rules.iter().filter(|rule| shown(desk, rule));
        let shares = rules().filter_map(|rule| rule.shares.as_ref().ok()).flatten().copied();
        let alone = desk.event.parties.iter().filter_map(|party| party.alone);
        let most_alone = alone.max().unwrap_or_default();
        let widest = shares.map(strong).fold(strong(Money::ZERO), f32::max);
        let over = rules().flat_map(|rule| over_by(desk, rule)).max().unwrap_or_default();
        let over = t!(words, "event-over", over = number::amount(currency, over));
        let names = party_columns(desk.cx, &desk.event.parties).into_iter().map(measure).fold(48.0, f32::max);
        Self {
            rule: MARK + rules().map(|rule| measure(rule.rule.name(words))).fold(70.0, f32::max),
            party: widest.max(measure(number::money(currency, most_alone, decimals))).max(names),
            state: measure(over).max(measure(words.text("event-fair"))),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a handful of parties")]
    fn least(&self, desk: &Desk) -> f32 {
        let parties = desk.event.parties.len() as f32;
        6.0 + self.rule + parties * (self.party + GAP) + GAP + self.state
    }
}

/// By how much each unfair share of a rule is too high.
fn over_by<'a>(desk: &'a Desk, result: &'a RuleResult) -> impl Iterator<Item = Money> + 'a {
    desk.event.parties.iter().enumerate().filter_map(|(index, party)| result.over_by(index, party))
}

/// The five rules of the method always; those that need typed numbers once there are some.
fn shown(desk: &Desk, result: &RuleResult) -> bool {
    let parties = &desk.event.parties;
    let has_numbers = match result.rule {
        SplitRule::Weights => parties.windows(2).any(|pair| (pair[0].weight - pair[1].weight).abs() > f64::EPSILON),
        SplitRule::Percent => parties.iter().any(|party| party.percent.is_some()),
        SplitRule::Amounts => parties.iter().any(|party| party.amount.is_some()),
        _ => true,
    };
    has_numbers || result.rule == desk.event.rule
}

fn table(ui: &mut Ui, desk: &mut Desk, widths: &Widths, row_height: f32) {
    let words = desk.cx.words;
    let parties = &desk.event.parties;
    let mut columns = vec![Column::flex(1.0, widths.rule).at_most(widths.rule + 40.0)];
    columns.extend(parties.iter().map(|_| Column::fixed(widths.party).right()));
    columns.push(Column::fixed(widths.state));
    let mut table = Table::new(ui, desk.field("rule table"), &columns).inset(6.0, 0.0).gap(GAP).row_height(row_height);
    let rule = words.text("event-rule");
    let names = party_columns(desk.cx, parties);
    let names = names.iter().map(String::as_str);
    let headings: Vec<&str> = std::iter::once(rule.as_str()).chain(names).chain(std::iter::once("")).collect();
    table.header(ui, &headings);
    let decimals = decimals(desk);
    let mut chosen = None;
    for result in desk.report.rules.iter().filter(|result| shown(desk, result)) {
        if rule_row(ui, desk, &mut table, (result, decimals)) {
            chosen = Some(result.rule);
        }
    }
    alone_row(ui, desk, &mut table, decimals);
    if let Some(rule) = chosen {
        let step = t!(words, "event-step-rule", item = desk.name(), rule = rule.name(words));
        desk.change(step, |event| event.rule = rule);
    }
}

/// One rule; returns whether it was just chosen.
fn rule_row(ui: &mut Ui, desk: &Desk, table: &mut Table, (result, decimals): (&RuleResult, usize)) -> bool {
    let on = result.rule == desk.event.rule;
    let name = result.rule.name(desk.cx.words);
    // The chosen rule is the place that findings about the split lead to.
    let id = if on { desk.field("rule") } else { desk.field("other rule").with(result.rule) };
    let response = table.row(ui, RowSpec::plain().selectable(id, &name, on), |row| {
        row.cell(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let (square, _) = ui.allocate_exact_size(egui::Vec2::splat(15.0), egui::Sense::hover());
            paint_radio(ui, square, on);
            small(ui, &name, Tone::Plain);
        });
        match &result.shares {
            Ok(shares) => share_cells(row, desk, result, (shares, decimals)),
            Err(problems) => lacking_cell(row, desk, problems),
        }
    });
    response.clicked() && !on
}

fn share_cells(row: &mut Row, desk: &Desk, result: &RuleResult, (shares, decimals): (&[Money], usize)) {
    let (words, currency) = (desk.cx.words, desk.cx.currency());
    let chosen = result.rule == desk.event.rule;
    let mut worst: Option<Money> = None;
    let mut comparable = !shares.is_empty();
    for (index, (share, party)) in shares.iter().zip(&desk.event.parties).enumerate() {
        let over = result.over_by(index, party);
        worst = worst.max(over);
        comparable &= party.alone.is_some();
        let (font, tone) = match (over, chosen) {
            (Some(_), _) => (theme::semibold(size::SMALL), Tone::Bad),
            (None, true) => (theme::semibold(size::SMALL), Tone::Plain),
            (None, false) => (theme::text(size::SMALL), Tone::Plain),
        };
        row.styled(&number::money(currency, *share, decimals), font, tone);
    }
    match worst {
        Some(over) => {
            let over = number::amount(currency, over);
            row.styled(&t!(words, "event-over", over = over), theme::text(size::SMALL), Tone::Bad);
        }
        None if comparable => {
            row.weak(&words.text("event-fair"));
        }
        None => {}
    }
}

/// Why a rule gives no shares, over the columns where they would stand.
fn lacking_cell(row: &mut Row, desk: &Desk, problems: &[NotSplit]) {
    let why = reasons(desk).all(problems);
    let columns = desk.event.parties.len() + 1;
    row.span(columns, |ui: &mut Ui| {
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            icons::show(ui, icons::WARN, 13.0, theme::palette(ui).warn);
            let at = Line { width: ui.available_width(), height: 20.0, align: egui::Align::LEFT, tone: Tone::Warn };
            line(ui, &why, theme::text(size::SMALL), at);
        });
    });
}

/// Says why the event cannot be split.
pub(super) fn reasons<'a>(desk: &'a Desk) -> Reasons<'a> {
    Reasons { words: desk.cx.words, currency: desk.cx.currency(), event: desk.event }
}

fn alone_row(ui: &mut Ui, desk: &Desk, table: &mut Table, decimals: usize) {
    let (words, currency) = (desk.cx.words, desk.cx.currency());
    table.row(ui, RowSpec::plain().no_line(), |row| {
        row.weak(&words.text("event-cost-alone"));
        for party in &desk.event.parties {
            let alone = party.alone.map(|alone| number::money(currency, alone, decimals));
            row.weak(&alone.unwrap_or_else(|| number::NOTHING.into()));
        }
    });
}
