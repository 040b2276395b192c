//! Backwards from the goal: what each source would have to bring, and ways to close the gap.

use eframe::egui::{Align, Id, Rect, Ui, Vec2, pos2};

use super::View;
use super::fit::{Figures, fit};
use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::choice::paint_radio;
use crate::app::widgets::text::{self, Line};
use crate::app::widgets::{Column, Row, RowSpec, Run, Table, is_narrow, runs, weak};
use crate::calc::Backwards;
use crate::calc::backwards::{self as calc, Way};
use crate::calc::ways::Outlook;
use crate::plan::Money;
use crate::plan::allocation::Class;
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

/// One row of quantities: its name, its unit, what it takes of a column.
struct Quantity {
    name: &'static str,
    unit: &'static str,
    of: fn(&calc::Column) -> f64,
}

/// From the goal back to the money, with the assumption below each.
const ROWS: [(Quantity, Option<Assumption>); 5] = [
    (
        Quantity { name: "goal-new-revenue", unit: "", of: |column| column.revenue },
        Some(Assumption { name: "goal-by-value", of: calc::Column::value, percent: false }),
    ),
    (
        Quantity { name: "goal-new-customers", unit: "goal-unit-customers", of: |column| column.customers },
        Some(Assumption { name: "goal-by-close-rate", of: calc::Column::close_rate, percent: true }),
    ),
    (
        Quantity { name: "goal-leads", unit: "goal-unit-leads", of: |column| column.leads },
        Some(Assumption { name: "goal-by-lead-rate", of: calc::Column::lead_rate, percent: true }),
    ),
    (Quantity { name: "goal-people", unit: "goal-unit-people", of: |column| column.reached }, None),
    (Quantity { name: "goal-money", unit: "", of: |column| column.money }, None),
];

/// What the row above is divided by.
struct Assumption {
    name: &'static str,
    of: fn(&calc::Column) -> Option<f64>,
    percent: bool,
}

fn table(ui: &mut Ui, cx: &Cx, backwards: &Backwards, outlook: &Outlook) {
    let heads = [
        Class::A.name(cx.words),
        Class::B.name(cx.words),
        cx.words.text("goal-on-site"),
        cx.words.text("goal-off-site"),
        cx.words.text("goal-needed"),
        cx.words.text("goal-now"),
    ];
    let lines = ROWS.iter().map(|(quantity, _)| quantity_line(quantity, (backwards, outlook))).collect::<Vec<_>>();
    let names: Vec<String> = ROWS.iter().map(|(quantity, _)| cx.words.text(quantity.name)).collect();
    let gap = if is_narrow(ui) { 6.0 } else { 8.0 };
    let leasts = [62.0, 62.0, 62.0, 75.0, 77.0, 73.0];
    let figures: Vec<Figures<'_>> = (0..6)
        .map(|index| Figures {
            heading: &heads[index],
            texts: lines.iter().map(|texts| texts[index].as_str()).collect(),
            strong: index == 4 || outlook.changed.get(index).is_some_and(|changed| *changed),
            least: leasts[index],
            pad: 0.0,
        })
        .collect();
    let (text_size, widths) = fit(ui, ui.available_width() - 6.0 * gap, &names, &figures);
    let share = if text_size < size::BODY { 0.0 } else { 0.1 };
    let numbers = widths.iter().map(|width| Column::flex(share, *width).right());
    let columns: Vec<Column> = std::iter::once(Column::flex(1.0, 80.0)).chain(numbers).collect();
    let mut table = Table::new(ui, Id::unique("goal_backwards"), &columns).row_height(24.0).gap(gap);
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
    for ((quantity, assumption), texts) in ROWS.iter().zip(&lines) {
        let spec = RowSpec::plain().text_size(text_size);
        let spec = if assumption.is_some() { spec.no_line().height(23.0) } else { spec };
        table.row(ui, spec, |row| quantity_row(row, cx, (quantity, texts), outlook));
        if let Some(assumption) = assumption {
            let spec = RowSpec::plain().height(20.0);
            table.row(ui, spec, |row| assumption_row(row, cx, assumption, outlook));
        }
    }
}

/// A quantity in finished figures: of each source, needed, and now.
fn quantity_line(quantity: &Quantity, (backwards, outlook): (&Backwards, &Outlook)) -> [String; 6] {
    let parts = outlook.columns.map(|(_, column)| (quantity.of)(&column));
    let total = (quantity.of)(&outlook.total);
    let show = |value: f64| number::known(value, number::expected(value));
    let needed = if quantity.name == "goal-new-revenue" {
        number::count(backwards.needed_revenue, 0)
    } else if backwards.ways.is_empty() {
        number::NOTHING.to_owned()
    } else {
        show(total)
    };
    // Parts that are shown rounded add up to the total that is shown rounded.
    let parts = number::rounded_parts(&parts, total, 0);
    let ends = [needed, show((quantity.of)(&backwards.with(None).total))];
    let mut texts = parts.into_iter().map(show).chain(ends);
    std::array::from_fn(|_| texts.next().unwrap_or_default())
}

fn quantity_row(row: &mut Row<'_>, cx: &Cx, (quantity, texts): (&Quantity, &[String; 6]), outlook: &Outlook) {
    let unit = if quantity.unit.is_empty() {
        currency_name(&cx.currency().code, cx.words)
    } else {
        cx.words.text(quantity.unit)
    };
    row.name_and_unit(&cx.words.text(quantity.name), &unit);
    let [parts @ .., needed, now] = texts;
    for (part, changed) in parts.iter().zip(outlook.changed) {
        if changed {
            row.strong(part, Tone::Accent)
        } else {
            row.number(part)
        };
    }
    row.strong(needed, Tone::Plain);
    row.toned(now, Tone::Weak);
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
    let Some(gap) = backwards.gap() else {
        return verdict_line(ui, (icons::GOOD, Tone::Good), cx.words.text("goal-no-gap"));
    };
    let gap = number::count(gap, 0) + "\u{a0}" + &currency_name(&cx.currency().code, cx.words);
    if backwards.ways.is_empty() {
        return verdict_line(ui, (icons::BAD, Tone::Bad), t!(cx.words, "goal-no-way", gap = gap));
    }
    let title = t!(cx.words, "goal-gap-title", gap = gap);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        runs(ui, &[Run::strong(title)], size::SMALL);
        let subtitle = if backwards.apart == Money::ZERO {
            cx.words.text("goal-gap-subtitle-alone")
        } else {
            let amount = number::amount_named(cx.words, cx.currency(), backwards.apart);
            t!(cx.words, "goal-gap-subtitle", amount = amount)
        };
        runs(ui, &[Run::weak(subtitle)], size::SMALL);
    });
    ui.add_space(2.0);
    let texts: Vec<[String; 3]> = backwards.ways.iter().map(|way| way_words(cx, way)).collect();
    let wide = |index: usize| text::widest(ui, texts.iter().map(|way| way[index].as_str()), &theme::text(size::SMALL));
    let (name, change, verdict) = (wide(0), wide(1), VERDICT_ICON + wide(2));
    // A change too long for its column takes two lines.
    let room = ui.available_width() - 9.0 - 18.0 - 3.0 * 6.0 - name - verdict;
    let change = change.min(room.max(80.0));
    let columns = [Column::fixed(18.0), Column::flex(1.0, name), Column::flex(1.2, change), Column::flex(1.2, verdict)];
    let mut table = Table::new(ui, Id::unique("goal_ways"), &columns).row_height(21.0).gap(6.0).inset(9.0, 0.0);
    let (left, right) = table.span(2);
    for (way, texts) in backwards.ways.iter().zip(&texts) {
        let choice = Choice::of(way);
        let [name, change, _] = texts;
        let spoken = format!("{name}: {change}");
        let on = chosen.is_some_and(|chosen| Choice::of(chosen) == choice);
        let wraps = text::text_width(ui, change, theme::text(size::SMALL)) > right - left + 1.0;
        let spec = RowSpec::plain().no_line().selectable(Id::unique(("goal_way", choice)), &spoken, on);
        let spec = if wraps { spec.height(36.0) } else { spec };
        let pressed = table.row(ui, spec, |row| way_row(row, (way.possible(), on), texts));
        if pressed.clicked() {
            view.way = Some(choice);
        }
    }
}

/// One sentence in place of the ways.
fn verdict_line(ui: &mut Ui, (icon, tone): (icons::Icon, Tone), words: String) {
    ui.horizontal(|ui| {
        icons::show(ui, icon, 16.0, theme::palette(ui).ink(tone));
        runs(ui, &[Run::new(words, tone).semibold()], size::BODY);
    });
}

/// Room for the icon before a verdict.
const VERDICT_ICON: f32 = 18.0;

fn way_row(row: &mut Row<'_>, (possible, on): (Option<bool>, bool), [name, change, verdict]: &[String; 3]) {
    row.cell(|ui| paint_radio(ui, icons::square_at_left(ui.max_rect(), 14.0), on));
    let small = || theme::text(size::SMALL);
    row.styled(name, small(), Tone::Plain);
    row.wrapped(change, &small(), Tone::Plain);
    let (icon, tone) = match possible {
        Some(true) => (icons::GOOD, Tone::Good),
        Some(false) => (icons::BAD, Tone::Bad),
        None => (icons::ADVICE, Tone::Accent),
    };
    row.cell(|ui| {
        let square = Rect::from_center_size(ui.max_rect().left_center() + Vec2::new(6.0, 0.0), Vec2::splat(13.0));
        icons::paint(ui.painter(), icon, square, theme::palette(ui).ink(tone));
        ui.add_space(VERDICT_ICON);
        let line = Line {
            width: ui.available_width(),
            height: 20.0,
            align: Align::LEFT,
            tone: if tone == Tone::Bad { tone } else { Tone::Weak },
        };
        text::line(ui, verdict, small(), line);
    });
}

/// What is done, from what to what, and whether that is possible.
fn way_words(cx: &Cx, way: &Way) -> [String; 3] {
    let words = cx.words;
    let count = |value: f64| number::count(value, 0);
    let (name, change) = match way {
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
    };
    [name, change, verdict(cx, way)]
}

fn verdict(cx: &Cx, way: &Way) -> String {
    let words = cx.words;
    let count = |value: f64| number::count(value, 0);
    match (way, way.possible()) {
        (Way::Sharers { range: Some(range), .. }, Some(true)) => {
            t!(words, "goal-possible-range", range = number::range(&count(range.low), &count(range.high)))
        }
        (Way::Sharers { range: Some(range), .. }, Some(false)) => {
            t!(words, "goal-impossible-range", range = number::range(&count(range.low), &count(range.high)))
        }
        (Way::LeadRates { needed: None, .. }, _) => words.text("goal-impossible-rate"),
        (Way::LeadRates { .. }, Some(true)) => words.text("goal-possible-ranges"),
        (Way::LeadRates { .. }, Some(false)) => words.text("goal-impossible-ranges"),
        (Way::Registrations { ceiling, .. }, Some(true)) => {
            t!(words, "goal-possible-ceiling", ceiling = count(*ceiling))
        }
        (Way::Registrations { ceiling, .. }, Some(false)) => {
            t!(words, "goal-impossible-ceiling", ceiling = count(*ceiling))
        }
        (_, None) => words.text("goal-possible-no-range"),
        _ => String::new(),
    }
}
