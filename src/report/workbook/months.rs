//! Contributed revenue month by month: what is expected so far, and the goal's path.

use super::Book;
use super::goal::GoalSheet;
use super::ripples::Ripples;
use super::sheet::{Kind, Place, Plot, Series, Shape, Sheet, at};
use crate::calc::months::{period, spreads};
use crate::calc::numbers::count;
use crate::plan::Money;
use crate::report::pages::Ink;

/// Columns before the sources.
const MONTH: u16 = 0;
const IN_MONTH: u16 = 1;
const SO_FAR: u16 = 2;
const PATH: u16 = 3;
const GAP: u16 = 4;
const SOURCES: u16 = 5;

const HEAD: u32 = 3;
const REVENUE: u32 = 4;
const PER_PART: u32 = 5;
const FIRST: u32 = 6;

pub(super) fn sheet(book: Book<'_>, goal: &GoalSheet, ripples: &Ripples) -> Sheet {
    let mut sheet = book.sheet("workbook-sheet-months", &book.text("workbook-months-title"));
    sheet.is_landscape = true;
    sheet.heading = Some(HEAD);
    sheet.note(1, &book.text("workbook-months-say"));
    let sources = sources(book, goal, ripples);
    let mut head = vec![
        book.words_head("workbook-month"),
        book.money_head("workbook-in-month"),
        book.money_head("workbook-so-far"),
        book.money_head("workbook-path"),
        book.money_head("workbook-gap"),
    ];
    head.extend(sources.iter().map(|source| (source.name.clone(), Kind::Whole)));
    sheet.head(HEAD, &head);
    let points = &book.report.goal.months;
    let last = FIRST + u32::try_from(points.len()).unwrap_or(1) - 1;
    sheet.words(at(REVENUE, 0), &book.in_currency("workbook-revenue"));
    sheet.words(at(PER_PART, 0), &book.text("workbook-per-part"));
    for (col, source) in (SOURCES..).zip(&sources) {
        sheet.live(at(REVENUE, col), source.place.to_string(), source.revenue, Kind::Money);
        let weights = format!("SUM({}:{})", at(FIRST, col), at(last, col));
        let sum: f64 = source.weights.iter().sum();
        let per_part = if sum > 0.0 { source.revenue / sum } else { 0.0 };
        sheet.live(
            at(PER_PART, col),
            format!("IF({weights}>0,{}/{weights},0)", at(REVENUE, col)),
            per_part,
            Kind::Money,
        );
        for (row, weight) in (FIRST..=last).zip(&source.weights) {
            sheet.input(at(row, col), *weight, Kind::Factor);
        }
    }
    sheet.fill(REVENUE, SOURCES);
    sheet.fill(PER_PART, SOURCES);
    months(book, &mut sheet, SOURCES + u16::try_from(sources.len()).unwrap_or(1) - 1);
    drawing(book, &mut sheet, last);
    sheet
}

fn months(book: Book<'_>, sheet: &mut Sheet, last_col: u16) {
    let period = period(book.plan);
    let points = &book.report.goal.months;
    for (index, (row, point)) in (FIRST..).zip(points).enumerate() {
        let start = period.month_start(u32::try_from(index).unwrap_or(0));
        sheet.words(at(row, MONTH), &format!("{:04}-{:02}", start.year(), start.month()));
        let parts = format!("{}:{}", at(FIRST, SOURCES).fixed(), at(row, last_col));
        let per_part = format!("{}:{}", at(PER_PART, SOURCES).fixed(), at(PER_PART, last_col).fixed());
        let so_far = book.rounded(&format!("SUMPRODUCT({parts}*{per_part})"));
        let [so_far_at, path_at] = [SO_FAR, PATH].map(|col| at(row, col));
        if book.report.goal.too_large {
            sheet.number(so_far_at, book.units(point.expected), Kind::Money);
        } else {
            sheet.live(so_far_at, so_far, book.units(point.expected), Kind::Money);
        }
        let before = if index == 0 { Money::ZERO } else { points[index - 1].expected };
        let in_month = if index == 0 {
            so_far_at.to_string()
        } else {
            book.rounded(&format!("{so_far_at}-{}", at(row - 1, SO_FAR)))
        };
        let result = point.expected.minus(before).map_or(0.0, |money| book.units(money));
        sheet.live(at(row, IN_MONTH), in_month, result, Kind::Money);
        if let Some(path) = point.path {
            sheet.number(path_at, book.units(path), Kind::Money);
            let gap = path.minus(point.expected).map_or(0.0, |money| book.units(money));
            sheet.live(at(row, GAP), book.rounded(&format!("{path_at}-{so_far_at}")), gap, Kind::Money);
        }
        sheet.fill(row, SOURCES);
    }
}

/// A revenue and the months over which it spreads, in parts of any sum.
struct Source {
    name: String,
    place: Place,
    revenue: f64,
    weights: Vec<f64>,
}

/// The baseline, class A and B, then each ripple, as [`spreads`] has them.
fn sources(book: Book<'_>, goal: &GoalSheet, ripples: &Ripples) -> Vec<Source> {
    let plan = book.plan;
    let timing = &plan.goal.timing;
    let typed = [&timing.baseline, &timing.class_a, &timing.class_b];
    let months = period(plan).months as usize;
    let [class_a, class_b] = &goal.class_revenue;
    let revenue = book.report.allocation.revenue;
    let baseline = plan.goal.baseline.revenue.map_or(0.0, |revenue| book.units(revenue));
    let mut steady = vec![
        (book.text("report-baseline"), goal.baseline_revenue.clone(), baseline),
        (book.text("names-class-a"), class_a.clone(), revenue[0]),
        (book.text("names-class-b"), class_b.clone(), revenue[1]),
    ];
    let parts = ripples.cells.iter().zip(plan.ripples.iter()).zip(&book.report.ripples);
    steady.extend(parts.map(|((cells, ripple), report)| {
        (ripple.name.clone(), cells.revenue.clone(), report.last().map_or(0.0, |step| step.revenue))
    }));
    let weights = |index: usize, spread: Vec<f64>| {
        let stated = typed.get(index).filter(|typed| typed.iter().take(months).any(|weight| count(*weight) > 0.0));
        match stated {
            Some(typed) => (0..months).map(|month| typed.get(month).copied().map_or(0.0, count)).collect(),
            None if index < typed.len() => vec![1.0; months],
            None => spread,
        }
    };
    steady
        .into_iter()
        .zip(spreads(plan))
        .enumerate()
        .map(|(index, ((name, place, revenue), spread))| Source {
            name,
            place,
            revenue,
            weights: weights(index, spread),
        })
        .collect()
}

fn drawing(book: Book<'_>, sheet: &mut Sheet, last: u32) {
    let labels = sheet.span(at(FIRST, MONTH), at(last, MONTH));
    let series = |key: &str, col: u16, ink: Ink| Series {
        name: book.text(key),
        labels: labels.clone(),
        values: sheet.span(at(FIRST, col), at(last, col)),
        ink,
        inks: Vec::new(),
    };
    let has_path = book.report.goal.months.iter().any(|point| point.path.is_some());
    let expected = series("report-expected", SO_FAR, Ink::ACCENT);
    let path = has_path.then(|| series("workbook-path", PATH, Ink::WEAK));
    let plot = Plot {
        shape: Shape::Lines,
        title: book.in_currency("workbook-months-title"),
        corner: at(last + 2, 0),
        before: 0,
        series: std::iter::once(expected).chain(path).collect(),
        axes: [String::new(), String::new()],
        kind: Kind::Whole,
    };
    sheet.plots.push(plot);
}
