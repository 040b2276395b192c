//! What the calculation rests on: rates, values, and the curves by which money buys registrations.

use super::Book;
use super::sheet::{At, Kind, Place, Plot, Rank, Series, Shape, Sheet, at};
use crate::calc::allocation::rates;
use crate::calc::curve::Response;
use crate::calc::numbers::{count, rate};
use crate::plan::allocation::Class;
use crate::plan::{Channel, Curve, Estimate};
use crate::report::pages::Ink;
use crate::words::Named;

/// The sheet, and where its numbers stand.
pub(super) struct Assumptions {
    pub(super) sheet: Sheet,
    /// Close rate and value of class A and B.
    pub(super) classes: [ClassCells; 2],
    /// Lead rate of each group.
    pub(super) groups: Vec<Place>,
    /// The curve of each channel; `None` where it cannot be used.
    pub(super) curves: Vec<Option<CurveCells>>,
}

/// What becomes of the leads of a class.
pub(super) struct ClassCells {
    pub(super) close_rate: Place,
    pub(super) value: Place,
}

/// Where the numbers of a curve stand: the same three forms as [`Response`].
#[derive(Clone)]
pub(super) enum CurveCells {
    Fixed { base: Place },
    Linear { base: Place, cost: Place, ceiling: Place },
    Hill { base: Place, ceiling: Place, half: Place, shape: Place },
}

impl CurveCells {
    /// The formula of the registrations that `spend` buys: that of [`Response::value`].
    pub(super) fn bought_by(&self, spend: &str) -> String {
        match self {
            Self::Fixed { base } => base.to_string(),
            Self::Linear { base, cost, ceiling } => format!("{base}+MIN(MAX(0,{spend})/{cost},{ceiling})"),
            Self::Hill { base, ceiling, half, shape } => {
                format!("{base}+IF({spend}>0,{ceiling}/(1+({half}/({spend}))^{shape}),0)")
            }
        }
    }
}

pub(super) fn sheet(book: Book<'_>) -> Assumptions {
    let mut sheet = book.sheet("workbook-sheet-assumptions", &book.text("workbook-assumptions-title"));
    sheet.note(1, &book.text("workbook-legend"));
    let classes = classes(book, &mut sheet);
    let (groups, row) = groups(book, &mut sheet, 8);
    let (curves, row) = curves(book, &mut sheet, row);
    points(book, &mut sheet, &curves, row + 2);
    Assumptions { sheet, classes, groups, curves }
}

fn classes(book: Book<'_>, sheet: &mut Sheet) -> [ClassCells; 2] {
    sheet.line(3, &book.text("workbook-leads-become"), Rank::Section);
    sheet.head(
        4,
        &[
            book.words_head("workbook-class"),
            (book.text("workbook-close-rate"), Kind::Rate),
            book.money_head("report-value"),
        ],
    );
    let mut row = 5;
    Class::ALL.map(|class| {
        let rates = rates(&book.plan.allocation, class);
        sheet.words(at(row, 0), &class.name(book.words));
        sheet.input(at(row, 1), rate(rates.close_rate.likely), Kind::Rate);
        sheet.input(at(row, 2), count(book.units(rates.value.likely)), Kind::Money);
        let cells = ClassCells { close_rate: sheet.place(at(row, 1)), value: sheet.place(at(row, 2)) };
        row += 1;
        cells
    })
}

/// The lead rates that channels of a group share; the row after the table.
fn groups(book: Book<'_>, sheet: &mut Sheet, mut row: u32) -> (Vec<Place>, u32) {
    let groups = &book.plan.allocation.groups;
    if groups.is_empty() {
        return (Vec::new(), row);
    }
    sheet.line(row, &book.text("workbook-group-rates"), Rank::Section);
    sheet.head(row + 1, &[book.words_head("workbook-group"), (book.text("workbook-lead-rate"), Kind::Rate)]);
    row += 2;
    let mut places = Vec::new();
    for group in groups {
        sheet.words(at(row, 0), &group.name);
        sheet.input(at(row, 1), group.lead_rate.map(|rate_of: Estimate<f64>| rate(rate_of.likely)), Kind::Rate);
        places.push(sheet.place(at(row, 1)));
        row += 1;
    }
    (places, row + 1)
}

/// A number of a stated curve, each in its column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stated {
    Base,
    Ceiling,
    Cost,
    Half,
    Shape,
    FirstSpend,
    FirstBought,
    SecondSpend,
    SecondBought,
}

impl Stated {
    const ALL: [Self; 9] = [
        Self::Base,
        Self::Ceiling,
        Self::Cost,
        Self::Half,
        Self::Shape,
        Self::FirstSpend,
        Self::FirstBought,
        Self::SecondSpend,
        Self::SecondBought,
    ];

    fn heading(self, book: Book<'_>) -> (String, Kind) {
        match self {
            Self::Base => (book.text("workbook-curve-base"), Kind::Count),
            Self::Ceiling => (book.text("workbook-curve-ceiling"), Kind::Count),
            Self::Cost => book.money_head("workbook-curve-cost"),
            Self::Half => book.money_head("workbook-curve-half"),
            Self::Shape => (book.text("workbook-curve-shape"), Kind::Factor),
            Self::FirstSpend => book.money_head("workbook-curve-first-spend"),
            Self::SecondSpend => book.money_head("workbook-curve-second-spend"),
            Self::FirstBought | Self::SecondBought => (book.text("workbook-curve-bought"), Kind::Count),
        }
    }

    /// What the person stated of a curve.
    fn of(self, book: Book<'_>, curve: &Curve) -> Option<f64> {
        let units = |money| Some(book.units(money));
        match (self, *curve) {
            (Self::Base, Curve::Fixed { registrations }) => Some(registrations),
            (
                Self::Base,
                Curve::Linear { base, .. }
                | Curve::Saturating { base, .. }
                | Curve::SShaped { base, .. }
                | Curve::Fitted { base, .. },
            ) => Some(base),
            (
                Self::Ceiling,
                Curve::Linear { ceiling, .. }
                | Curve::Saturating { ceiling, .. }
                | Curve::SShaped { ceiling, .. }
                | Curve::Fitted { ceiling, .. },
            ) => Some(ceiling),
            (Self::Cost, Curve::Linear { cost_per_registration, .. }) => units(cost_per_registration),
            (Self::Cost, Curve::Saturating { first_cost, .. }) => units(first_cost),
            (Self::Half, Curve::SShaped { half_spend, .. } | Curve::Fitted { half_spend, .. }) => units(half_spend),
            (Self::Shape, Curve::SShaped { shape, .. } | Curve::Fitted { shape, .. }) => Some(shape),
            (Self::FirstSpend, Curve::TwoPoints { first, .. }) => units(first.spend),
            (Self::FirstBought, Curve::TwoPoints { first, .. }) => Some(first.registrations),
            (Self::SecondSpend, Curve::TwoPoints { second, .. }) => units(second.spend),
            (Self::SecondBought, Curve::TwoPoints { second, .. }) => Some(second.registrations),
            _ => None,
        }
    }

    /// Whether a curve has this number at all, be it stated or derived.
    fn is_of(self, book: Book<'_>, curve: &Curve) -> bool {
        let is_derived = match self {
            Self::Half | Self::Shape => matches!(curve, Curve::Saturating { .. } | Curve::TwoPoints { .. }),
            Self::Base | Self::Ceiling => matches!(curve, Curve::TwoPoints { .. }),
            _ => false,
        };
        is_derived || self.of(book, curve).is_some()
    }
}

/// A row a channel: what is stated may be changed, what follows from it is a formula. The row after the table.
fn curves(book: Book<'_>, sheet: &mut Sheet, row: u32) -> (Vec<Option<CurveCells>>, u32) {
    let channels = &book.plan.allocation.channels;
    if channels.is_empty() {
        return (Vec::new(), row);
    }
    let columns: Vec<Stated> = Stated::ALL
        .into_iter()
        .filter(|stated| channels.iter().any(|channel| stated.is_of(book, &channel.curve)))
        .collect();
    sheet.line(row, &book.text("workbook-curves"), Rank::Section);
    let by_month = book.report.allocation.channels.iter().any(|row| row.months.is_some());
    let key = if by_month { "workbook-curves-by-month" } else { "workbook-curves-say" };
    sheet.note(row + 1, &book.text(key));
    let mut head = vec![book.words_head("report-channel"), book.words_head("workbook-curve")];
    head.extend(columns.iter().map(|stated| stated.heading(book)));
    sheet.head(row + 2, &head);
    let cells = channels.iter().enumerate().map(|(index, channel)| {
        let line = Line { book, row: row + 3 + u32::try_from(index).unwrap_or(0), columns: &columns };
        line.write(sheet, channel, index)
    });
    let cells: Vec<_> = cells.collect();
    let after = row + 3 + u32::try_from(channels.len()).unwrap_or(0);
    (cells, after)
}

/// The row of one channel's curve.
struct Line<'a> {
    book: Book<'a>,
    row: u32,
    columns: &'a [Stated],
}

impl Line<'_> {
    fn cell(&self, stated: Stated) -> At {
        let place = self.columns.iter().position(|column| *column == stated).unwrap_or(0);
        at(self.row, 2 + u16::try_from(place).unwrap_or(0))
    }

    fn write(&self, sheet: &mut Sheet, channel: &Channel, index: usize) -> Option<CurveCells> {
        let book = self.book;
        sheet.words(at(self.row, 0), &channel.name);
        sheet.words(at(self.row, 1), &channel.curve.name(book.words));
        sheet.fill(self.row, 2 + u16::try_from(self.columns.len()).unwrap_or(0));
        for stated in self.columns {
            if let Some(number) = stated.of(book, &channel.curve) {
                sheet.input(self.cell(*stated), number, stated.heading(book).1);
            }
        }
        // A curve that cannot be used buys nothing.
        Response::of(&channel.curve, &book.plan.currency).ok()?;
        let response = book.report.allocation.channels.get(index).and_then(|row| row.response.ok());
        self.derive(sheet, &channel.curve, response);
        let place = |stated| sheet.place(self.cell(stated));
        let base = place(Stated::Base);
        Some(match channel.curve {
            Curve::Fixed { .. } => CurveCells::Fixed { base },
            Curve::Linear { .. } => {
                CurveCells::Linear { base, cost: place(Stated::Cost), ceiling: place(Stated::Ceiling) }
            }
            _ => {
                let (ceiling, half) = (place(Stated::Ceiling), place(Stated::Half));
                CurveCells::Hill { base, ceiling, half, shape: place(Stated::Shape) }
            }
        })
    }

    /// What follows from what is stated: the formulas of [`Response::of`].
    fn derive(&self, sheet: &mut Sheet, curve: &Curve, response: Option<Response>) {
        let (ceiling, half) = match response {
            Some(Response::Hill { ceiling, half, .. }) => (ceiling, half),
            _ => (0.0, 0.0),
        };
        let at = |stated| self.cell(stated);
        match curve {
            Curve::Saturating { .. } => {
                let formula = format!("{}*{}", at(Stated::Ceiling), at(Stated::Cost));
                sheet.live(at(Stated::Half), formula, half, Kind::Money);
                sheet.number(at(Stated::Shape), 1.0, Kind::Factor);
            }
            Curve::TwoPoints { .. } => {
                let [x1, y1] = [Stated::FirstSpend, Stated::FirstBought].map(at);
                let [x2, y2] = [Stated::SecondSpend, Stated::SecondBought].map(at);
                sheet.live(at(Stated::Half), format!("({y2}-{y1})/({y1}/{x1}-{y2}/{x2})"), half, Kind::Money);
                let half_cell = at(Stated::Half);
                sheet.live(at(Stated::Ceiling), format!("{y2}*({x2}+{half_cell})/{x2}"), ceiling, Kind::Count);
                sheet.number(at(Stated::Base), 0.0, Kind::Count);
                sheet.number(at(Stated::Shape), 1.0, Kind::Factor);
            }
            _ => {}
        }
    }
}

/// Curves that are drawn: the channels with most money.
const DRAWN: usize = 6;
/// Spends at which they are drawn.
const POINTS: u32 = 21;
const INKS: [Ink; DRAWN] = [
    Ink::hex(0x0000_72B2),
    Ink::hex(0x00C1_7200),
    Ink::hex(0x0000_895F),
    Ink::hex(0x00B0_4A87),
    Ink::hex(0x0055_626A),
    Ink::hex(0x006A_4CA3),
];

/// The points of the curves that are drawn, and the drawing.
fn points(book: Book<'_>, sheet: &mut Sheet, curves: &[Option<CurveCells>], row: u32) {
    let channels = &book.plan.allocation.channels;
    let is_drawn = |index: &usize| matches!(curves[*index], Some(CurveCells::Hill { .. } | CurveCells::Linear { .. }));
    let mut drawn: Vec<usize> = (0..channels.len()).filter(is_drawn).collect();
    drawn.sort_by_key(|index| std::cmp::Reverse(channels[*index].spend));
    drawn.truncate(DRAWN);
    drawn.sort_unstable();
    let most = drawn.iter().map(|index| book.units(channels[*index].spend)).fold(0.0, f64::max);
    if drawn.is_empty() {
        return;
    }
    let most = if most > 0.0 { 2.0 * most } else { 100_000.0 };
    sheet.line(row, &book.text("workbook-curves-drawn"), Rank::Section);
    let mut head = vec![book.money_head("workbook-spend")];
    head.extend(drawn.iter().map(|index| (channels[*index].name.clone(), Kind::Whole)));
    sheet.head(row + 1, &head);
    let first = row + 2;
    for point in 0..POINTS {
        let spend = most * f64::from(point) / f64::from(POINTS - 1);
        let spend_at = at(first + point, 0);
        sheet.number(spend_at, spend, Kind::Money);
        for (col, index) in (1..).zip(&drawn) {
            let Some(curve) = &curves[*index] else { continue };
            let response = book.report.allocation.channels.get(*index).and_then(|row| row.response.ok());
            let result = response.map_or(0.0, |response| response.value(spend));
            sheet.live(at(first + point, col), curve.bought_by(&spend_at.to_string()), result, Kind::Whole);
        }
    }
    let last = first + POINTS - 1;
    let series = (1..).zip(&drawn).zip(INKS).map(|((col, index), ink)| Series {
        name: channels[*index].name.clone(),
        labels: sheet.span(at(first, 0), at(last, 0)),
        values: sheet.span(at(first, col), at(last, col)),
        ink,
        inks: Vec::new(),
    });
    let plot = Plot {
        shape: Shape::Curves,
        title: book.text("workbook-curves-drawn"),
        corner: at(last + 2, 0),
        before: 0,
        series: series.collect(),
        axes: [book.in_currency("workbook-spend"), book.text("workbook-registrations")],
        kind: Kind::Whole,
    };
    sheet.plots.push(plot);
}
