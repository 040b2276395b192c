//! What takes a search or many draws, as values: the better split, what other budgets buy, and the odds.

use super::Book;
use super::sheet::{Kind, Plot, Rank, Series, Shape, Sheet, at};
use crate::calc::numbers::count;
use crate::plan::allocation::Objective;
use crate::report::Part;
use crate::report::code::Code;
use crate::report::document::{self, Block, Document, Table};
use crate::report::pages::Ink;
use crate::report::summary::frontier::FrontierPart;
use crate::t;
use crate::words::number;

/// The first section, below what these values are.
const FIRST: u32 = 4;

/// The tables of proposal and odds as the summary has them, and the frontier; `None` where nothing of it is known.
pub(super) fn sheet(book: Book<'_>) -> Option<Sheet> {
    let document = Document::with(book.summary, &[Part::Proposal, Part::Scenarios, Part::Odds]);
    // What stands above the first section is on other sheets.
    let mut blocks = document.readable().into_iter().skip_while(|block| !matches!(block, Block::Heading(_))).peekable();
    if blocks.peek().is_none() && book.summary.frontier.is_none() {
        return None;
    }
    let mut sheet = book.sheet("workbook-sheet-outlook", &book.text("workbook-outlook-title"));
    sheet.is_landscape = true;
    sheet.note(1, &book.text("workbook-outlook-say"));
    if let Some(odds) = book.summary.odds.as_ref().filter(|odds| odds.ranges > 0) {
        let (draws, seed) = (number::count(f64::from(odds.draws), 0), odds.seed.to_string());
        sheet.note(2, &t!(book.words, "workbook-outlook-seed", draws = draws, seed = seed));
    }
    let mut row = FIRST;
    for block in blocks {
        row = write(&mut sheet, row, block);
    }
    if let Some(frontier) = &book.summary.frontier {
        draw(book, &mut sheet, row, frontier);
    }
    Some(sheet)
}

/// Writes a block; the row after it.
fn write(sheet: &mut Sheet, row: u32, block: &Block) -> u32 {
    match block {
        Block::Heading(words) => {
            sheet.line(row, words, Rank::Section);
            row + 1
        }
        Block::Paragraph(words) => {
            sheet.note(row, words);
            row + 2
        }
        Block::List(items) => {
            let last = (row..).zip(items).map(|(row, item)| {
                sheet.note(row, item);
                row + 1
            });
            last.last().unwrap_or(row) + 1
        }
        Block::Table(table) => write_table(sheet, row, table),
        _ => row,
    }
}

fn write_table(sheet: &mut Sheet, head: u32, table: &Table) -> u32 {
    let heading =
        |column: &document::Column| (column.heading.clone(), if column.is_number { Kind::Whole } else { Kind::Words });
    sheet.head(head, &table.columns.iter().map(heading).collect::<Vec<_>>());
    let mut row = head + 1;
    for line in &table.rows {
        let is_total = line.rank == document::Rank::Total;
        sheet.rank(if is_total { Rank::Total } else { Rank::Item });
        for (col, cell) in (0..).zip(&line.cells) {
            let number = match cell {
                document::Cell::Number { data, .. } => data.parse().ok(),
                _ => None,
            };
            sheet.number_or(at(row, col), number, kind(cell), cell.shown());
        }
        row += 1;
    }
    sheet.rank(Rank::Item);
    row + 1
}

/// As many decimals as the summary shows.
fn kind(cell: &document::Cell) -> Kind {
    let document::Cell::Number { shown, .. } = cell else { return Kind::Words };
    match shown.split_once('.').map_or(0, |(_, decimals)| decimals.len()) {
        0 => Kind::Whole,
        1 => Kind::Count,
        _ => Kind::Factor,
    }
}

/// What budgets buy, and the curve of it.
fn draw(book: Book<'_>, sheet: &mut Sheet, row: u32, frontier: &FrontierPart) {
    let unit = crate::words::names::currency_name(&book.plan.currency.code, book.words);
    let most = t!(book.words, "report-won-unit", objective = frontier.objective.0.code(), unit = unit);
    let won = match frontier.objective.0 {
        Objective::Revenue => Kind::Money,
        Objective::Customers => Kind::Count,
        Objective::Registrations | Objective::Leads => Kind::Whole,
    };
    sheet.line(row, &book.text("report-proposal-frontier"), Rank::Section);
    sheet.head(row + 1, &[book.money_head("report-proposal-budget"), (most.clone(), won)]);
    let first = row + 2;
    for (row, point) in (first..).zip(&frontier.points) {
        sheet.number(at(row, 0), count(point.budget.0), Kind::Money);
        sheet.number(at(row, 1), count(point.response.0), won);
    }
    let Some(last) = u32::try_from(frontier.points.len()).ok().and_then(|points| (first + points).checked_sub(1))
    else {
        return;
    };
    if last <= first {
        return;
    }
    let series = Series {
        name: most.clone(),
        labels: sheet.span(at(first, 0), at(last, 0)),
        values: sheet.span(at(first, 1), at(last, 1)),
        ink: Ink::ACCENT,
        inks: Vec::new(),
    };
    sheet.plots.push(Plot {
        shape: Shape::Curves,
        title: book.text("report-proposal-frontier"),
        corner: at(row + 1, 3),
        before: 0,
        series: vec![series],
        axes: [book.in_currency("report-proposal-budget"), most],
        kind: won,
    });
}
