//! The table: its columns, its rows, the total below them, and what the rows ask for.

pub mod browse;
pub mod cells;
pub mod choices;
pub mod columns;
pub mod line;
pub mod lines;
pub mod rows;
pub mod typed;

use eframe::egui::{self, Ui};

use super::conversion;
use super::sheet::Sheet;
use crate::app::explain::explained;
use crate::app::tabs::allocation::Page;
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::{Heading, Row, RowKind, RowSpec, Sorting, Table, page, problem_line, text};
use crate::calc::Section;
use crate::calc::explain::{By, Figure, OfSum, Whole, Yield};
use crate::plan::{Id, Money};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Words, number};
use browse::Order;
use cells::ChannelCells;
use columns::{Room, Sums, results, total_range};
use lines::Lines;
use rows::{At, Wish};

/// How tall the rows are, those of the conversion too: in a tall window all of them share what there is. Rows that are left out
/// count too, so that the others stay as they are.
fn row_height(ui: &Ui, lines: &Lines) -> f32 {
    let rows = lines.all() + 2 + conversion::ROWS;
    page::roomy(ui.available_height() - HEADINGS, rows, height::ROW_TIGHT..=height::ROW_ROOMY)
}

/// Headings of both tables.
const HEADINGS: f32 = 80.0;

/// Draws the table; returns how tall its rows are. The row of `reveal` is brought into view.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, reveal: Option<&Id>, shown: &mut Page) -> f32 {
    let Some(lines) = sheet.view.lines.take() else { return height::ROW_TIGHT };
    if let Some(refused) = &sheet.view.refused {
        problem_line(ui, &refused.say(sheet.cx.words));
    }
    choices::ui(ui, sheet, &lines);
    let room = Room::of(ui);
    let row = row_height(ui, &lines);
    let id = egui::Id::unique("allocation channels");
    let reveal = reveal.and_then(|channel| lines.row_of(channel));
    let columns = room.columns(&Sums::of(ui, sheet.cx, &lines));
    let mut table = Table::new(ui, id, &columns).gap(8.0).inset(0.0, 6.0).row_height(row).reveal(reveal);
    header(ui, sheet, &mut table, room);
    let mut wish = None;
    let cells = ChannelCells::of(sheet.cx, &lines);
    // The total, what is left, and what becomes of the leads stay in view below the rows.
    let all_given = sheet.cx.report.allocation.unallocated.is_none_or(|left| left == Money::ZERO);
    let below = row * if all_given { 1.0 } else { 2.0 } + 4.0 + conversion::height(row);
    let most = (ui.available_height() - below).max(row * 4.0);
    table.rows(ui, lines.rows.len(), most, |table, ui, index| {
        let mut at = At { sheet, lines: &lines, cells: &cells, index, room, asked: false };
        wish = at.row(ui, table).or(wish.take());
    });
    sheet.view.grid.end(ui, &cells);
    total(ui, sheet, &mut table, (&lines, room));
    if let Some(wish) = wish {
        grant(sheet, (&lines, wish), shown);
    }
    sheet.view.lines = Some(lines);
    row
}

fn grant(sheet: &mut Sheet<'_>, (lines, wish): (&Lines, Wish), shown: &mut Page) {
    match wish {
        Wish::Select(selection) => sheet.view.select(selection),
        Wish::Fold(fold) => sheet.view.browse.toggle(fold),
        Wish::Add(task) => sheet.add_channel(task, None),
        Wish::Toggle(channel) => sheet.view.toggle(&channel),
        Wish::Extend(channel) => sheet.view.extend(lines, &channel),
        Wish::ShowEvent(index) => {
            *shown = Page::Events;
            if let Some(event) = sheet.cx.plan.events.get(index) {
                let place = crate::calc::Place { section: Section::Event, item: Some(event.id.clone()), field: "name" };
                sheet.cx.go_to(&place);
            }
        }
    }
}

/// The headings; a click on one orders the channels by its column.
fn header(ui: &mut Ui, sheet: &mut Sheet<'_>, table: &mut Table, room: Room) {
    let (words, currency) = (sheet.cx.words, sheet.cx.currency());
    let unit = currency_name(&currency.code, words);
    let next = number::amount(currency, sheet.cx.report.allocation.next_amount);
    let mut headings = vec![
        (String::new(), None),
        (t!(words, "allocation-column-channel"), Some(Order::Name)),
        (words.text("common-owner"), Some(Order::Owner)),
        (t!(words, "allocation-column-budget", unit = &unit), Some(Order::Budget)),
        (String::new(), None),
        (t!(words, "allocation-column-share"), None),
        (t!(words, "allocation-column-registrations"), Some(Order::Registrations)),
    ];
    if room.range {
        headings.push((words.text("common-range"), None));
    }
    if room.average {
        headings.push((t!(words, "allocation-column-average", unit = &unit), Some(Order::Cost)));
    }
    if room.results {
        let revenue = t!(words, "allocation-revenue", unit = &unit);
        headings.extend([
            (words.text("common-leads"), Some(Order::Leads)),
            (words.text("common-customers"), Some(Order::Customers)),
            (revenue, Some(Order::Revenue)),
        ]);
    }
    headings.extend([(String::new(), None), (t!(words, "allocation-column-next", amount = next), Some(Order::Next))]);
    let browse = &mut sheet.view.browse;
    let sorting = |order: &Option<Order>| order.map(|order| browse.sorting(order));
    let said: Vec<String> = headings.iter().map(|(text, order)| said(words, text, sorting(order))).collect();
    let shown: Vec<Heading<'_>> = headings
        .iter()
        .zip(&said)
        .map(|((text, order), said)| Heading { text, said, sorting: sorting(order) })
        .collect();
    let clicked = table.sortable_header(ui, &shown);
    if let Some(order) = clicked.and_then(|column| headings[column].1) {
        browse.order_by(order);
        ui.request_repaint();
    }
}

/// What a heading says aloud.
fn said(words: &Words, heading: &str, sorting: Option<Sorting>) -> String {
    let column = heading.replace('\n', " ");
    match sorting {
        Some(Sorting::Ascending) => t!(words, "common-sorted-ascending", column = column),
        Some(Sorting::Descending) => t!(words, "common-sorted-descending", column = column),
        Some(Sorting::Not) | None => heading.to_owned(),
    }
}

fn total(ui: &mut Ui, sheet: &Sheet<'_>, table: &mut Table, (lines, room): (&Lines, Room)) {
    let (cx, report) = (sheet.cx, &sheet.cx.report.allocation);
    let sum = &report.total;
    table.row(ui, RowSpec::new(RowKind::Total).id(egui::Id::unique("allocation total")), |row| {
        row.span(3, |ui| text::label(ui, &cx.words.text("common-total"), theme::semibold(size::BODY), Tone::Plain));
        let spend = number::money(cx.currency(), sum.spend, lines.decimals);
        let all = |row: &mut Row<'_>, shown: &str, of: OfSum| {
            let response = row.asking().number(shown);
            explained(row, cx, (shown, response), || Some(Figure::Sum(Whole::All, By::Plan, of)));
        };
        all(row, if sum.too_large { number::NOTHING } else { &spend }, OfSum::Spend);
        row.skip(1);
        row.number(&number::known(sum.share, number::count(sum.share * 100.0, 1)));
        let registrations = number::known(sum.won.registrations, number::count(sum.won.registrations, 0));
        all(row, &registrations, OfSum::Yield(Yield::Registrations));
        if room.range {
            row.weak(&total_range(cx));
        }
        if room.average {
            let average = sum.average_cost.map(|cost| number::count(cost, 2)).unwrap_or_default();
            all(row, &average, OfSum::AverageCost);
        }
        if room.results {
            for (result, of) in results(&sum.won).iter().zip([Yield::Leads, Yield::Customers, Yield::Revenue]) {
                all(row, result, OfSum::Yield(of));
            }
        }
    });
    let Some(left) = report.unallocated.filter(|left| *left != Money::ZERO) else { return };
    let over = left < Money::ZERO;
    let (key, tone) = if over { ("allocation-row-over", Tone::Bad) } else { ("allocation-row-left", Tone::Weak) };
    let amount = if over { Money::ZERO.minus(left).unwrap_or_default() } else { left };
    let spec = RowSpec::new(RowKind::Detail).id(egui::Id::unique("allocation left")).no_line();
    table.row(ui, spec, |row| {
        row.span(3, |ui| text::small(ui, &cx.words.text(key), tone));
        let font = theme::text(size::SMALL);
        let shown = number::money(cx.currency(), amount, lines.decimals);
        let response = row.asking().styled(&shown, font, tone);
        explained(row, cx, (&shown, response), || Some(Figure::Unallocated));
    });
}
