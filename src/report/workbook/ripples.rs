//! From funnel to ripple, by formulas: what is typed, the steps, and the rounds of passing on.

use super::Book;
use super::events::Events;
use super::sheet::{At, Kind, Place, Plot, Rank, Series, Shape, Sheet, at};
use crate::calc::RippleReport;
use crate::calc::chain::costs_beyond_events;
use crate::calc::numbers::LARGEST;
use crate::calc::ripple::{Field, Inputs, Step, StepKind};
use crate::plan::Ripple;
use crate::plan::ripple::OnSite;
use crate::report::pages::Ink;
use crate::t;
use crate::words::{Named, number};

/// The sheet, and where the result of each ripple stands.
pub(super) struct Ripples {
    pub(super) sheet: Option<Sheet>,
    pub(super) cells: Vec<RippleCells>,
}

/// What a ripple adds to the plan.
pub(super) struct RippleCells {
    /// Money beyond its event's own share.
    pub(super) money: Place,
    pub(super) people: Place,
    pub(super) leads: Place,
    pub(super) customers: Place,
    pub(super) revenue: Place,
    /// People reached off site; `None` without a share step.
    pub(super) offsite: Option<Place>,
}

pub(super) fn sheet(book: Book<'_>, events: &Events) -> Ripples {
    if book.plan.ripples.is_empty() {
        return Ripples { sheet: None, cells: Vec::new() };
    }
    let mut sheet = book.sheet("workbook-sheet-ripples", &book.text("workbook-ripples-title"));
    sheet.is_landscape = true;
    sheet.note(1, &book.text("workbook-legend"));
    let beyond = costs_beyond_events(book.plan, &book.report.allocation, &book.report.ripples);
    let mut row = 3;
    let mut cells: Vec<RippleCells> = Vec::new();
    let mut covered: Vec<Place> = Vec::new();
    for (index, (ripple, report)) in book.plan.ripples.iter().zip(&book.report.ripples).enumerate() {
        let inputs = Inputs::likely(ripple, &book.plan.currency);
        let live = inputs == inputs.map(|field, number| field.kind.usable(number));
        let writer = Writer { book, ripple, report, inputs, live };
        let event = ripple.event.as_ref().and_then(|id| book.plan.events.iter().position(|event| event.id == *id));
        let before = event.map(|event| {
            let same = book.plan.ripples[..index].iter().zip(&covered);
            let earlier = same.filter(|(other, _)| other.event == ripple.event).map(|(_, place)| place.at.to_string());
            let own = events.cells[event].own_share.as_ref();
            let own = own
                .map_or_else(|| book.units(book.report.allocation.events[event].spend).to_string(), Place::to_string);
            std::iter::once(own).chain(earlier).collect::<Vec<_>>().join("-")
        });
        let (place, covered_at, next) = writer.write(&mut sheet, row, before, book.units(beyond[index]));
        cells.push(place);
        covered.push(covered_at);
        row = next + 2;
    }
    Ripples { sheet: Some(sheet), cells }
}

struct Writer<'a> {
    book: Book<'a>,
    ripple: &'a Ripple,
    report: &'a RippleReport,
    inputs: Inputs,
    /// Whether the formulas say what the calculation does: where a number is out of bounds, they would not.
    live: bool,
}

/// Where what is typed of a ripple stands, by the path of its [`Field`].
struct Typed(Vec<(&'static str, At)>);

impl Typed {
    fn of(&self, path: &str) -> String {
        self.0.iter().find(|(other, _)| *other == path).map_or_else(|| "0".to_owned(), |(_, cell)| cell.fixed())
    }
}

/// Columns of the steps.
const COST: u16 = 1;
const PEOPLE: u16 = 2;
const LEADS: u16 = 3;
const CUSTOMERS: u16 = 4;
const REVENUE: u16 = 5;
const ROI: u16 = 6;

/// A drawing stands beside what is typed.
const DRAWING_ROWS: u32 = 16;

impl Writer<'_> {
    /// Writes a ripple; its results, what of its cost the event's own share covers, and the row after it.
    fn write(&self, sheet: &mut Sheet, row: u32, before: Option<String>, beyond: f64) -> (RippleCells, Place, u32) {
        let book = self.book;
        let name = self.ripple.name.as_str();
        let title = match self.ripple.date.map(|day| number::date(book.words, day)) {
            Some(day) => t!(book.words, "report-dated", name = name, date = day),
            None => name.to_owned(),
        };
        sheet.line(row, &title, Rank::Section);
        let typed = self.typed(sheet, row + 1);
        let steps_row = row + 3 + DRAWING_ROWS.max(u32::try_from(typed.0.len()).unwrap_or(0) + 1);
        let steps = u32::try_from(self.report.outcome.steps.len()).unwrap_or(0);
        let last = steps_row + steps;
        let beyond_row = last + 1;
        let rounds_row = beyond_row + 3;
        let (reached, next) = self.rounds(sheet, rounds_row, &typed);
        self.steps(sheet, steps_row, &typed, reached);
        self.drawing(sheet, row + 1, steps_row);
        let covered = self.beyond(sheet, beyond_row, last, &typed, before, beyond);
        let place = |col| sheet.place(at(last, col));
        let cells = RippleCells {
            money: sheet.place(at(beyond_row + 1, COST)),
            people: place(PEOPLE),
            leads: place(LEADS),
            customers: place(CUSTOMERS),
            revenue: place(REVENUE),
            offsite: reached.map(|cell| sheet.place(cell)),
        };
        (cells, covered, next)
    }

    fn typed(&self, sheet: &mut Sheet, first: u32) -> Typed {
        let book = self.book;
        let mut typed = Vec::new();
        let mut row = first;
        let mut put = |field: Field, number: f64| {
            let (key, kind) = shown(field.path);
            let label = if kind == Kind::Money { book.in_currency(key) } else { book.text(key) };
            sheet.words(at(row, 0), &label);
            if self.live {
                sheet.input(at(row, 1), number, kind);
            } else {
                sheet.number(at(row, 1), number, kind);
            }
            typed.push((field.path, at(row, 1)));
            row += 1;
        };
        let _ = self.inputs.map(&mut put);
        if let Some(share) = self.inputs.share {
            sheet.words(at(row, 0), &book.text("workbook-onsite"));
            sheet.words(at(row, 1), &self.onsite(share.onsite).name(book.words));
        }
        Typed(typed)
    }

    /// The step the people on site convert by while others share.
    fn onsite(&self, onsite: OnSite) -> StepKind {
        if onsite == OnSite::Follow && self.inputs.follow.is_some() { StepKind::Follow } else { StepKind::Funnel }
    }

    /// A formula, or its result alone where the formula would not say the same.
    fn put(&self, sheet: &mut Sheet, cell: At, formula: String, result: f64, kind: Kind) {
        if self.live { sheet.live(cell, formula, result, kind) } else { sheet.number(cell, result, kind) }
    }

    fn steps(&self, sheet: &mut Sheet, row: u32, typed: &Typed, reached: Option<At>) {
        let book = self.book;
        sheet.head(
            row,
            &[
                book.words_head("report-step"),
                book.money_head("report-cost"),
                book.number_head("report-people"),
                book.number_head("workbook-leads"),
                book.number_head("workbook-customers"),
                book.money_head("workbook-revenue"),
                book.number_head("report-roi"),
            ],
        );
        let kinds: Vec<StepKind> = self.report.outcome.steps.iter().map(|step| step.kind).collect();
        for (index, (step, cost)) in self.report.outcome.steps.iter().zip(&self.report.costs).enumerate() {
            let row = row + 1 + u32::try_from(index).unwrap_or(0);
            let onsite = self.inputs.share.map(|share| self.onsite(share.onsite));
            let onsite_place = onsite.and_then(|kind| kinds.iter().position(|other| *other == kind)).unwrap_or(0);
            let onsite_row = row - u32::try_from(index - onsite_place.min(index)).unwrap_or(0);
            let formulas = formulas(step.kind, row, onsite_row, typed, reached);
            sheet.words(at(row, 0), &step.kind.name(book.words));
            let cost = book.plan.currency.amount(step.cost).map(|_| book.units(*cost));
            match cost {
                Some(cost) => self.put(sheet, at(row, COST), book.rounded(&formulas.cost), cost, Kind::Money),
                None => sheet.words(at(row, COST), &book.too_large()),
            }
            for (col, formula, result, kind) in [
                (PEOPLE, formulas.people, step.people, Kind::Whole),
                (LEADS, formulas.leads, step.leads, Kind::Count),
                (CUSTOMERS, formulas.customers, step.customers, Kind::Count),
                (REVENUE, format!("{}*{}", at(row, CUSTOMERS), typed.of("funnel.value")), step.revenue, Kind::Money),
            ] {
                self.put(sheet, at(row, col), formula, result, kind);
            }
            self.roi(sheet, row, step, &formulas.cost);
        }
    }

    fn roi(&self, sheet: &mut Sheet, row: u32, step: &Step, cost: &str) {
        let formula = format!("IF({cost}>0,{}/({cost}),\"\")", at(row, REVENUE));
        match step.roi() {
            Some(roi) if !self.live => sheet.number(at(row, ROI), roi, Kind::Factor),
            None if !self.live => {}
            roi => sheet.live(at(row, ROI), formula, roi, Kind::Factor),
        }
    }

    /// What of the cost the event's own share covers already, and what is beyond it.
    fn beyond(
        &self,
        sheet: &mut Sheet,
        row: u32,
        last: u32,
        typed: &Typed,
        before: Option<String>,
        beyond: f64,
    ) -> Place {
        let book = self.book;
        sheet.words(at(row, 0), &book.text("workbook-covered"));
        let covered = book.units(self.report.cost()) - beyond;
        match before {
            Some(before) => {
                let formula = format!("MIN({},MAX(0,{before}))", typed.of("funnel.cost"));
                self.put(sheet, at(row, COST), formula, covered, Kind::Money);
            }
            None => sheet.number(at(row, COST), 0.0, Kind::Money),
        }
        sheet.words(at(row + 1, 0), &book.text("workbook-beyond"));
        let formula = format!("{}-{}", at(last, COST), at(row, COST));
        self.put(sheet, at(row + 1, COST), formula, beyond, Kind::Money);
        sheet.place(at(row, COST))
    }

    /// The rounds of passing on: the cell with all people reached off site, and the row after the table.
    fn rounds(&self, sheet: &mut Sheet, row: u32, typed: &Typed) -> (Option<At>, u32) {
        let book = self.book;
        let generations = &self.report.outcome.generations;
        if generations.is_empty() {
            return (None, row - 2);
        }
        sheet.line(row, &book.text("workbook-rounds"), Rank::Section);
        sheet.head(
            row + 1,
            &[
                book.words_head("workbook-round"),
                book.number_head("workbook-new-people"),
                book.number_head("workbook-reached-so-far"),
                book.number_head("workbook-customers"),
            ],
        );
        let first = row + 2;
        let [sharers, contacts, reshare] =
            ["share.sharers", "share.contacts", "share.reshare_rate"].map(|path| typed.of(path));
        let limit = self.inputs.share.and_then(|share| share.audience_limit).map(|_| typed.of("share.audience_limit"));
        for (row, round) in (first..).zip(generations) {
            let before = (row > first).then(|| (at(row - 1, 1), at(row - 1, 2)));
            let next = match before {
                None => format!("{sharers}*{contacts}"),
                Some((people, _)) => format!("{people}*{reshare}*{contacts}"),
            };
            let so_far = before.map_or_else(|| "0".to_owned(), |(_, reached)| reached.to_string());
            let people = match &limit {
                // A new exposure counts with 1 − reached/N.
                Some(limit) => {
                    format!("IF({limit}>0,MIN(({next})*MAX(0,1-{so_far}/{limit}),MAX(0,{limit}-{so_far})),0)")
                }
                None => format!("MIN({next},MAX(0,{LARGEST}-{so_far}))"),
            };
            sheet.words(at(row, 0), &round.number.to_string());
            self.put(sheet, at(row, 1), people, round.exposures, Kind::Count);
            let reached = if before.is_some() { format!("{so_far}+{}", at(row, 1)) } else { at(row, 1).to_string() };
            self.put(sheet, at(row, 2), reached, round.reached, Kind::Count);
            let customers = format!("{}*{}*{}", at(row, 1), typed.of("share.lead_rate"), typed.of("share.sign_rate"));
            self.put(sheet, at(row, 3), customers, round.customers, Kind::Count);
        }
        let last = first + u32::try_from(generations.len()).unwrap_or(0) - 1;
        (Some(at(last, 2)), last + 1)
    }

    fn drawing(&self, sheet: &mut Sheet, row: u32, steps_row: u32) {
        let book = self.book;
        let count = u32::try_from(self.report.outcome.steps.len()).unwrap_or(0);
        if count < 2 {
            return;
        }
        let (first, last) = (steps_row + 1, steps_row + count);
        let series = Series {
            name: book.text("workbook-revenue"),
            labels: sheet.span(at(first, 0), at(last, 0)),
            values: sheet.span(at(first, REVENUE), at(last, REVENUE)),
            ink: Ink::ACCENT,
            inks: Vec::new(),
        };
        let axes = [String::new(), book.in_currency("workbook-revenue")];
        let title = t!(book.words, "report-ripple", name = self.ripple.name.as_str());
        sheet.plots.push(Plot {
            shape: Shape::Bars,
            title,
            corner: at(row, 3),
            before: 0,
            series: vec![series],
            axes,
            kind: Kind::Whole,
        });
    }
}

/// The formulas of a step: those of [`outcome`](crate::calc::ripple::outcome).
struct Formulas {
    cost: String,
    people: String,
    leads: String,
    customers: String,
}

fn formulas(kind: StepKind, row: u32, onsite_row: u32, typed: &Typed, reached: Option<At>) -> Formulas {
    let t = |path: &str| typed.of(path);
    let before = |col| at(row - 1, col);
    match kind {
        StepKind::Funnel => Formulas {
            cost: t("funnel.cost"),
            people: t("funnel.audience"),
            leads: format!("{}*{}", t("funnel.audience"), t("funnel.lead_rate")),
            customers: format!("{}*{}", at(row, LEADS), t("funnel.sign_rate")),
        },
        StepKind::Follow => Formulas {
            cost: format!("{}+{}", before(COST), t("follow.cost")),
            people: before(PEOPLE).to_string(),
            leads: before(LEADS).to_string(),
            customers: format!("{}*{}", t("funnel.audience"), t("follow.conversion")),
        },
        StepKind::Share => {
            let reached = reached.map_or_else(|| "0".to_owned(), |cell| cell.to_string());
            let onsite = |col| at(onsite_row, col);
            let leads = format!("{reached}*{}", t("share.lead_rate"));
            Formulas {
                cost: format!("{}+{}*{}", before(COST), t("share.vouchers"), t("share.unit_cost")),
                people: format!("{}+{reached}", onsite(PEOPLE)),
                leads: format!("{}+{leads}", onsite(LEADS)),
                customers: format!("{}+{leads}*{}", onsite(CUSTOMERS), t("share.sign_rate")),
            }
        }
    }
}

/// What an input is called, and how it is shown.
fn shown(path: &str) -> (&'static str, Kind) {
    match path {
        "funnel.cost" => ("ripple-cost", Kind::Money),
        "funnel.audience" => ("odds-input-audience", Kind::Count),
        "funnel.lead_rate" => ("odds-input-onsite-lead-rate", Kind::Rate),
        "funnel.sign_rate" => ("odds-input-onsite-sign-rate", Kind::Rate),
        "funnel.value" => ("odds-input-value", Kind::Money),
        "follow.cost" => ("ripple-follow-cost", Kind::Money),
        "follow.conversion" => ("odds-input-conversion", Kind::Rate),
        "share.vouchers" => ("ripple-vouchers", Kind::Count),
        "share.unit_cost" => ("ripple-unit-cost", Kind::Money),
        "share.sharers" => ("odds-input-sharers", Kind::Count),
        "share.contacts" => ("odds-input-friends", Kind::Count),
        "share.lead_rate" => ("odds-input-offsite-lead-rate", Kind::Rate),
        "share.sign_rate" => ("odds-input-offsite-sign-rate", Kind::Rate),
        "share.reshare_rate" => ("odds-input-reshare-rate", Kind::Rate),
        _ => ("ripple-audience-limit", Kind::Count),
    }
}
