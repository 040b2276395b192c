//! Backwards from the goal: what each source would have to bring, and ways to close the gap.

use eframe::egui::{Align, Id, Rect, Ui, Vec2, pos2};

use super::View;
use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::choice::paint_radio;
use crate::app::widgets::text::{self, Line};
use crate::app::widgets::{Column, Row, RowSpec, Run, Table, is_narrow, runs, weak};
use crate::calc::Backwards;
use crate::calc::backwards::{self as calc, Way};
use crate::calc::ways::Outlook;
use crate::plan::allocation::{Class, Task};
use crate::t;
use crate::words::names::{Named, currency_name};
use crate::words::number;

/// A way to close the gap, as it is remembered while its numbers change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// More people who share.
    Sharers,
    /// Better lead rates everywhere.
    LeadRates,
    /// More registrations of a class.
    Registrations(Class),
}

impl Choice {
    fn of(way: &Way) -> Self {
        match way {
            Way::Sharers { .. } => Self::Sharers,
            Way::LeadRates { .. } => Self::LeadRates,
            Way::Registrations { class, .. } => Self::Registrations(*class),
        }
    }
}

/// Draws the table and the ways.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &mut View) {
    let Some(backwards) = &cx.report.backwards else {
        ui.add_space(space::S);
        weak(ui, &cx.words.text("goal-backwards-nothing"));
        return;
    };
    let way = backwards.ways.iter().find(|way| view.way == Some(Choice::of(way))).or(backwards.ways.first());
    let outlook = backwards.with(way);
    table(ui, cx, backwards, &outlook);
    ui.add_space(space::S);
    ways(ui, cx, (backwards, way), view);
}

/// One row of quantities: its name, its unit, what it takes of a column, decimals.
struct Quantity {
    name: &'static str,
    unit: &'static str,
    of: fn(&calc::Column) -> f64,
    decimals: usize,
}

/// From the goal back to the money, with the assumption below each.
const ROWS: [(Quantity, Option<Assumption>); 5] = [
    (
        Quantity { name: "goal-new-revenue", unit: "", of: |column| column.revenue, decimals: 0 },
        Some(Assumption { name: "goal-by-value", of: calc::Column::value, percent: false }),
    ),
    (
        Quantity {
            name: "goal-new-customers",
            unit: "goal-unit-customers",
            of: |column| column.customers,
            decimals: 1,
        },
        Some(Assumption { name: "goal-by-close-rate", of: calc::Column::close_rate, percent: true }),
    ),
    (
        Quantity { name: "goal-leads", unit: "goal-unit-leads", of: |column| column.leads, decimals: 0 },
        Some(Assumption { name: "goal-by-lead-rate", of: calc::Column::lead_rate, percent: true }),
    ),
    (Quantity { name: "goal-people", unit: "goal-unit-people", of: |column| column.reached, decimals: 0 }, None),
    (Quantity { name: "goal-money", unit: "", of: |column| column.money, decimals: 0 }, None),
];

/// What the row above is divided by.
struct Assumption {
    name: &'static str,
    of: fn(&calc::Column) -> Option<f64>,
    percent: bool,
}

fn table(ui: &mut Ui, cx: &Cx, backwards: &Backwards, outlook: &Outlook) {
    let number = |least: f32| Column::flex(0.1, least).right();
    let columns =
        [Column::flex(1.0, 80.0), number(62.0), number(62.0), number(62.0), number(75.0), number(77.0), number(73.0)];
    let mut table = Table::new(ui, Id::unique("goal_backwards"), &columns).row_height(24.0).gap(if is_narrow(ui) {
        6.0
    } else {
        8.0
    });
    let heads = [
        Class::A.name(cx.words),
        Class::B.name(cx.words),
        cx.words.text("goal-on-site"),
        cx.words.text("goal-off-site"),
        cx.words.text("goal-needed"),
        cx.words.text("goal-now"),
    ];
    let top = ui.cursor().min;
    table.header(ui, &["", "", "", "", "", &heads[4], &heads[5]]);
    for (index, head) in heads[..4].iter().enumerate() {
        // The changed columns are named in the accent.
        let (font, tone) = if outlook.changed[index] {
            (theme::semibold(size::SMALL), Tone::Accent)
        } else {
            (theme::text(size::SMALL), Tone::Weak)
        };
        let at = pos2(top.x + table.span(index + 1).1, top.y + 12.0);
        ui.painter().text(at, eframe::egui::Align2::RIGHT_CENTER, head, font, theme::palette(ui).ink(tone));
    }
    let room = table.span(0).1;
    for (quantity, assumption) in &ROWS {
        let spec = RowSpec::plain();
        let spec = if assumption.is_some() { spec.no_line().height(23.0) } else { spec };
        table.row(ui, spec, |row| quantity_row(row, cx, (quantity, room), (backwards, outlook)));
        if let Some(assumption) = assumption {
            let spec = RowSpec::plain().height(20.0);
            table.row(ui, spec, |row| assumption_row(row, cx, assumption, outlook));
        }
    }
}

fn quantity_row(
    row: &mut Row<'_>,
    cx: &Cx,
    (quantity, room): (&Quantity, f32),
    (backwards, outlook): (&Backwards, &Outlook),
) {
    let unit = if quantity.unit.is_empty() {
        currency_name(&cx.currency().code, cx.words)
    } else {
        cx.words.text(quantity.unit)
    };
    let name = cx.words.text(quantity.name);
    super::progress::name_and_unit(row, (&name, &unit), room);
    let parts = outlook.columns.map(|(_, column)| (quantity.of)(&column));
    let total = (quantity.of)(&outlook.total);
    // Parts that are shown rounded add up to the total that is shown rounded.
    let rounded = number::rounded_parts(&parts, total, quantity.decimals);
    let show =
        |value: f64| if value == 0.0 { number::NOTHING.to_owned() } else { number::trimmed(value, quantity.decimals) };
    for (part, changed) in rounded.iter().zip(outlook.changed) {
        if changed {
            row.strong(&show(*part), Tone::Accent)
        } else {
            row.number(&show(*part))
        };
    }
    let needed = if quantity.name == "goal-new-revenue" {
        number::count(backwards.needed_revenue, 0)
    } else if backwards.ways.is_empty() {
        number::NOTHING.to_owned()
    } else {
        show(total)
    };
    row.strong(&needed, Tone::Plain);
    let now = show((quantity.of)(&backwards.total));
    row.styled(&now, theme::text(size::BODY), Tone::Weak);
}

fn assumption_row(row: &mut Row<'_>, cx: &Cx, assumption: &Assumption, outlook: &Outlook) {
    let unit = if assumption.percent { "%".to_owned() } else { currency_name(&cx.currency().code, cx.words) };
    row.weak(&format!("÷ {} {unit}", cx.words.text(assumption.name)));
    for ((_, column), changed) in outlook.columns.iter().zip(outlook.changed) {
        let shown = (assumption.of)(column).map_or(String::new(), |value| {
            if assumption.percent { number::trimmed(value * 100.0, 2) } else { number::trimmed(value, 0) }
        });
        let tone = if changed { Tone::Accent } else { Tone::Weak };
        row.styled(&shown, theme::text(size::SMALL), tone);
    }
}

fn ways(ui: &mut Ui, cx: &Cx, (backwards, chosen): (&Backwards, Option<&Way>), view: &mut View) {
    if backwards.ways.is_empty() {
        ui.horizontal(|ui| {
            icons::show(ui, icons::GOOD, 16.0, theme::palette(ui).good);
            runs(ui, &[Run::new(cx.words.text("goal-no-gap"), Tone::Good).semibold()], size::BODY);
        });
        return;
    }
    let gap =
        cx.report.goal.missing_revenue.map_or(String::new(), |gap| number::amount_named(cx.words, cx.currency(), gap));
    let title = t!(cx.words, "goal-gap-title", gap = gap);
    ui.horizontal(|ui| {
        runs(ui, &[Run::strong(title)], size::SMALL);
        let word_of_mouth = cx.report.allocation.task(Task::W).spend;
        let amount = number::amount_named(cx.words, cx.currency(), word_of_mouth);
        let words = t!(cx.words, "goal-gap-subtitle", amount = amount);
        let line = Line { width: ui.available_width(), height: 20.0, align: Align::LEFT, tone: Tone::Weak };
        text::line(ui, &words, theme::text(size::SMALL), line);
    });
    ui.add_space(2.0);
    let columns = [Column::fixed(18.0), Column::flex(1.0, 120.0), Column::flex(1.2, 120.0), Column::flex(1.2, 120.0)];
    let mut table = Table::new(ui, Id::unique("goal_ways"), &columns).row_height(21.0).gap(6.0).inset(9.0, 0.0);
    for way in &backwards.ways {
        let choice = Choice::of(way);
        let (name, change) = way_words(cx, way);
        let spoken = format!("{name}: {change}");
        let on = chosen.is_some_and(|chosen| Choice::of(chosen) == choice);
        let spec = RowSpec::plain().no_line().selectable(Id::unique(("goal_way", choice)), &spoken, on);
        let pressed = table.row(ui, spec, |row| way_row(row, cx, (way, on), (&name, &change)));
        if pressed.clicked() {
            view.way = Some(choice);
        }
    }
}

fn way_row(row: &mut Row<'_>, cx: &Cx, (way, on): (&Way, bool), (name, change): (&str, &str)) {
    row.cell(|ui| paint_radio(ui, icons::square_at_left(ui.max_rect(), 14.0), on));
    let small = || theme::text(size::SMALL);
    row.styled(name, small(), Tone::Plain);
    row.styled(change, small(), Tone::Plain);
    let (icon, tone) = if way.possible() { (icons::GOOD, Tone::Good) } else { (icons::BAD, Tone::Bad) };
    let verdict = verdict(cx, way);
    row.cell(|ui| {
        let square = Rect::from_center_size(ui.max_rect().left_center() + Vec2::new(6.0, 0.0), Vec2::splat(13.0));
        icons::paint(ui.painter(), icon, square, theme::palette(ui).ink(tone));
        ui.add_space(18.0);
        let line = Line {
            width: ui.available_width(),
            height: 20.0,
            align: Align::LEFT,
            tone: if tone == Tone::Good { Tone::Weak } else { tone },
        };
        text::line(ui, &verdict, small(), line);
    });
}

/// What is done, and from what to what.
fn way_words(cx: &Cx, way: &Way) -> (String, String) {
    let words = cx.words;
    let count = |value: f64| number::count(value, 0);
    match way {
        Way::Sharers { now, needed, extra_cost, .. } => {
            let cost = number::amount_named(words, cx.currency(), *extra_cost);
            let change = t!(words, "goal-way-sharers-change", now = count(*now), needed = count(*needed), cost = cost);
            (words.text("goal-way-sharers"), change)
        }
        Way::LeadRates { now, needed, .. } => {
            let percent = |rate: f64| number::percent(cx.language(), rate, 2);
            let change = if let Some(needed) = needed {
                t!(words, "goal-way-change", now = percent(*now), needed = percent(*needed))
            } else {
                t!(words, "goal-way-now", now = percent(*now))
            };
            (words.text("goal-way-lead-rates"), change)
        }
        Way::Registrations { class, now, needed, .. } => {
            let change = t!(words, "goal-way-change", now = count(*now), needed = count(*needed));
            (t!(words, "goal-way-registrations", class = class.name(words)), change)
        }
    }
}

fn verdict(cx: &Cx, way: &Way) -> String {
    let words = cx.words;
    let count = |value: f64| number::count(value, 0);
    match (way, way.possible()) {
        (Way::Sharers { range: Some(range), .. }, true) => {
            t!(words, "goal-possible-range", range = number::range(&count(range.low), &count(range.high)))
        }
        (Way::Sharers { range: Some(range), .. }, false) => {
            t!(words, "goal-impossible-range", range = number::range(&count(range.low), &count(range.high)))
        }
        (Way::Sharers { range: None, .. }, _) => words.text("goal-possible-no-range"),
        (Way::LeadRates { needed: None, .. }, _) => words.text("goal-impossible-rate"),
        (Way::LeadRates { .. }, true) => words.text("goal-possible-ranges"),
        (Way::LeadRates { .. }, false) => words.text("goal-impossible-ranges"),
        (Way::Registrations { ceiling, .. }, true) => t!(words, "goal-possible-ceiling", ceiling = count(*ceiling)),
        (Way::Registrations { ceiling, .. }, false) => t!(words, "goal-impossible-ceiling", ceiling = count(*ceiling)),
    }
}
