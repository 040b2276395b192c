//! Contributed revenue month by month: what is expected so far, and the goal's path.

use super::Book;
use super::goal::GoalSheet;
use super::money_cells::Layout;
use super::ripples::Ripples;
use super::sheet::{Kind, Plot, Series, Shape, Sheet, at};
use crate::calc::months::{by_channels, period, spreads, weights};
use crate::plan::Money;
use crate::plan::allocation::Class;
use crate::report::pages::Ink;
use crate::t;

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

/// The sheet; `money` where money goes to months.
pub(super) fn sheet(book: Book<'_>, goal: &GoalSheet, ripples: &Ripples, money: Option<&Layout>) -> Sheet {
    let mut sheet = book.sheet("workbook-sheet-months", &book.text("workbook-months-title"));
    sheet.is_landscape = true;
    sheet.heading = Some(HEAD);
    sheet.note(1, &book.text("workbook-months-say"));
    let sources = sources(book, goal, ripples, money);
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
        sheet.live(at(REVENUE, col), source.formula.clone(), source.revenue, Kind::Money);
        let weights = format!("SUM({}:{})", at(FIRST, col), at(last, col));
        let sum: f64 = source.weights.iter().sum();
        let per_part = if sum > 0.0 { source.revenue / sum } else { 0.0 };
        sheet.live(
            at(PER_PART, col),
            format!("IF({weights}>0,{}/{weights},0)", at(REVENUE, col)),
            per_part,
            Kind::Money,
        );
        for (month, (row, weight)) in (FIRST..=last).zip(&source.weights).enumerate() {
            match source.by_months.get(month).cloned().flatten() {
                Some(formula) => sheet.live(at(row, col), formula, *weight, Kind::Factor),
                None => sheet.input(at(row, col), *weight, Kind::Factor),
            }
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
    formula: String,
    revenue: f64,
    weights: Vec<f64>,
    /// The formulas of weights that follow from the months of channels; `None` for a month that is known.
    by_months: Vec<Option<String>>,
}

/// The baseline, class A and B, then each ripple, as [`spreads`] has them; then what is known of class A and B, in its months.
fn sources(book: Book<'_>, goal: &GoalSheet, ripples: &Ripples, money: Option<&Layout>) -> Vec<Source> {
    let (plan, known_revenue) = (book.plan, book.report.known_revenue());
    let ripple_count = plan.ripples.len();
    let [baseline, class_a, class_b] = weights(plan, book.report.expected(), &known_revenue);
    let revenue = plan.goal.baseline.revenue.map_or(0.0, |revenue| book.units(revenue));
    let mut sources = vec![Source {
        name: book.text("report-baseline"),
        formula: goal.baseline_revenue.to_string(),
        revenue,
        weights: baseline,
        by_months: Vec::new(),
    }];
    let mut known = Vec::new();
    for (class, weights) in [class_a, class_b].into_iter().enumerate() {
        let name = book.text(CLASS_NAMES[class]);
        let of_class = known_revenue.of_class(class);
        let mut formula = goal.class_revenue[class].to_string();
        let months = &known_revenue.classes[class];
        if months.iter().any(Option::is_some) {
            let col = SOURCES + u16::try_from(3 + ripple_count + known.len()).unwrap_or(u16::MAX);
            formula = format!("{formula}-{}", at(REVENUE, col));
            let last = FIRST + u32::try_from(months.len()).unwrap_or(1) - 1;
            known.push(Source {
                name: t!(book.words, "workbook-counted-of", name = name.as_str()),
                formula: format!("SUM({}:{})", at(FIRST, col), at(last, col)),
                revenue: of_class,
                weights: months.iter().map(|revenue| revenue.unwrap_or(0.0)).collect(),
                by_months: Vec::new(),
            });
        }
        let revenue = book.report.expected().revenue[class] - of_class;
        let by_months = money.map_or_else(Vec::new, |money| by_months(book, goal, money, Class::ALL[class]));
        sources.push(Source { name, formula, revenue, weights, by_months });
    }
    let parts = ripples.cells.iter().zip(plan.ripples.iter()).zip(&book.report.ripples);
    let spreads = spreads(plan, book.report.expected(), &known_revenue).into_iter().skip(3);
    sources.extend(parts.zip(spreads).map(|(((cells, ripple), report), weights)| Source {
        name: ripple.name.clone(),
        formula: cells.revenue.to_string(),
        revenue: report.last().map_or(0.0, |step| step.revenue),
        weights,
        by_months: Vec::new(),
    }));
    sources.extend(known);
    sources
}

/// The formulas of a class's months, as [`by_channels`] has them; none where its timing is stated or nothing says it.
fn by_months(book: Book<'_>, goal: &GoalSheet, money: &Layout, class: Class) -> Vec<Option<String>> {
    let timing = &book.plan.goal.timing;
    let stated = if class == Class::A { &timing.class_a } else { &timing.class_b };
    let known = book.report.known_revenue();
    let is_open = |month: usize| known.classes[class as usize].get(month).is_none_or(Option::is_none);
    let weights = by_channels(book.plan, book.report.expected(), class);
    let open: f64 = weights.iter().enumerate().filter(|(month, _)| is_open(*month)).map(|(_, weight)| weight).sum();
    if !stated.is_empty() || open <= 0.0 {
        return Vec::new();
    }
    let formula = |month| money.revenue_in_month(class, month, &goal.class_revenue[class as usize]);
    (0..weights.len()).map(|month| is_open(month).then(|| formula(month))).collect()
}

/// Names of class A and B.
const CLASS_NAMES: [&str; 2] = ["names-class-a", "names-class-b"];

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
