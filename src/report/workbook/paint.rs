//! From sheets as data to the bytes of a workbook: looks, widths, paper, drawings, protection.

mod charts;
mod looks;
mod sizes;

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, ProtectionOptions,
    Workbook, Worksheet, XlsxError,
};

use super::sheet::{At, Cell, Kind, Outcome, Place, Rank, Sheet, Value, at};
use crate::plan::Date;
use crate::plan::pyramid::Score;
use crate::words::clean::one_line;

use charts::{PLOT_GAP, PLOT_ROWS, PLOT_SIZE, chart, last_column};
use looks::{Looks, font};
use sizes::{NARROWEST, height, lines_of, widths};

pub(super) use looks::About;

const PAPER_A4: u8 = 9;
/// Rows that are printed on one page: lying, and upright.
const ONE_PAGE: [u32; 2] = [56, 76];

/// The bytes of the workbook. The same sheets and the same day give the same bytes.
pub(super) fn paint(sheets: &[Sheet], names: &[(&str, Place)], about: &About) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = created(about.day)?;
    let properties = DocProperties::new().set_title(&about.title).set_company(&about.company);
    let properties = properties.set_author(&about.author).set_comment(&about.program);
    book.set_properties(&properties.set_creation_datetime(&created));
    let mut looks = Looks::new(about);
    for sheet in sheets {
        book.push_worksheet(worksheet(sheet, &mut looks)?);
    }
    for (name, place) in names {
        book.define_name(*name, &format!("={place}"))?;
    }
    book.save_to_buffer()
}

/// Spreadsheets count days from 1900 on.
fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let part = |number: i8| u8::try_from(number).ok();
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, part(day.month())?, part(day.day())?).ok()
}

fn created(day: Date) -> Result<ExcelDateTime, XlsxError> {
    excel_day(day).map_or_else(|| ExcelDateTime::from_ymd(1900, 1, 1), Ok)
}

fn worksheet(sheet: &Sheet, looks: &mut Looks<'_>) -> Result<Worksheet, XlsxError> {
    let about = looks.about;
    let mut paper = Worksheet::new();
    paper.set_name(&sheet.name)?;
    // Where a formula shows nothing; otherwise it would be stored as 0.
    paper.set_formula_result_default("");
    for (place, cell) in &sheet.cells {
        write(&mut paper, *place, cell, &looks.of(cell, place.col))?;
    }
    let widths = widths(sheet, about.digits);
    for (col, width) in &widths {
        #[allow(clippy::cast_precision_loss)] // at most a few dozen characters
        paper.set_column_width(*col, *width as f64)?;
    }
    paragraphs(&mut paper, sheet, &widths, looks)?;
    heights(&mut paper, sheet, &widths)?;
    for (kind, first, last) in typed_ranges(sheet) {
        if let Some(rule) = may_be_typed(kind, &about.mistyped)? {
            paper.add_data_validation(first.row, first.col, last.row, last.col, &rule)?;
        }
    }
    for plot in &sheet.plots {
        let right = plot.before * (PLOT_SIZE.0 + PLOT_GAP);
        paper.insert_chart_with_offset(plot.corner.row, plot.corner.col, &chart(plot, about), right, 0)?;
    }
    set_up_page(&mut paper, sheet, about, &widths)?;
    let allowed =
        ProtectionOptions { format_cells: true, format_columns: true, format_rows: true, ..Default::default() };
    paper.protect_with_options(&allowed);
    Ok(paper)
}

fn write(paper: &mut Worksheet, place: At, cell: &Cell, look: &Format) -> Result<(), XlsxError> {
    let At { row, col } = place;
    match &cell.value {
        Value::Words(words) => paper.write_string_with_format(row, col, cut(&one_line(words)), look)?,
        Value::Number(number) if number.is_finite() => paper.write_number_with_format(row, col, *number, look)?,
        Value::Empty | Value::Number(_) => paper.write_blank(row, col, look)?,
        Value::Day(day) => match excel_day(*day) {
            Some(day) => paper.write_datetime_with_format(row, col, &day, look)?,
            None => paper.write_string_with_format(row, col, day.to_string(), look)?,
        },
        Value::Live(formula, result) => {
            let result = match result {
                Outcome::Number(number) => number.to_string(),
                Outcome::Words(words) => words.clone(),
            };
            paper.write_formula_with_format(row, col, Formula::new(formula).set_result(result), look)?
        }
    };
    Ok(())
}

/// A cell holds at most 32,767 characters.
fn cut(words: &str) -> &str {
    let most = words.char_indices().nth(32_000).map_or(words.len(), |(at, _)| at);
    &words[..most]
}

/// Rows in which words take more than one line; spreadsheets that find the height themselves may take another font.
fn heights(paper: &mut Worksheet, sheet: &Sheet, widths: &BTreeMap<u16, usize>) -> Result<(), XlsxError> {
    let mut lines: BTreeMap<u32, usize> = BTreeMap::new();
    for (place, cell) in &sheet.cells {
        match (cell.rank, &cell.value) {
            (Rank::Title, _) => _ = paper.set_row_height(place.row, 25)?,
            (Rank::Section, _) => _ = paper.set_row_height(place.row, 20)?,
            (_, Value::Words(words)) => {
                let width = widths.get(&place.col).copied().unwrap_or(NARROWEST);
                let most = lines.entry(place.row).or_default();
                *most = (*most).max(lines_of(words, width.saturating_sub(2)));
            }
            _ => {}
        }
    }
    for (row, lines) in lines.into_iter().filter(|(_, lines)| *lines > 1) {
        paper.set_row_height(row, height(lines))?;
    }
    Ok(())
}

/// Long words run over all columns; their row is as high as they need.
fn paragraphs(
    paper: &mut Worksheet,
    sheet: &Sheet,
    widths: &BTreeMap<u16, usize>,
    looks: &mut Looks<'_>,
) -> Result<(), XlsxError> {
    let last = widths.keys().copied().filter(|col| *col < 12).max().unwrap_or(0).max(5);
    let width: usize = (0..=last).map(|col| widths.get(&col).copied().unwrap_or(NARROWEST)).sum();
    for (row, (words, rank)) in &sheet.paragraphs {
        let cell = Cell { value: Value::Empty, kind: Kind::Words, rank: *rank, is_input: false };
        let look = match rank {
            Rank::Item => font(Format::new(), looks.about.language).set_text_wrap().set_align(FormatAlign::Top),
            _ => looks.of(&cell, 0),
        };
        paper.merge_range(*row, 0, *row, last, cut(&one_line(words)), &look)?;
        paper.set_row_height(*row, height(lines_of(&one_line(words), width.saturating_sub(4))))?;
    }
    Ok(())
}

/// Cells of one kind below one another in which a person may type.
fn typed_ranges(sheet: &Sheet) -> Vec<(Kind, At, At)> {
    let mut inputs: Vec<(Kind, u16, u32)> = sheet
        .cells
        .iter()
        .filter(|(_, cell)| cell.is_input)
        .map(|(place, cell)| (cell.kind, place.col, place.row))
        .collect();
    inputs.sort_unstable();
    let mut ranges: Vec<(Kind, At, At)> = Vec::new();
    for (kind, col, row) in inputs {
        match ranges.last_mut() {
            Some((same, _, last)) if *same == kind && last.col == col && last.row + 1 == row => last.row = row,
            _ => ranges.push((kind, at(row, col), at(row, col))),
        }
    }
    ranges
}

fn may_be_typed(kind: Kind, mistyped: &str) -> Result<Option<DataValidation>, XlsxError> {
    const MOST: f64 = 1e15;
    let rule = match kind {
        Kind::Answer => {
            let answers: Vec<String> =
                Score::STEPS.iter().filter_map(|score| score.value()).map(|value| value.to_string()).collect();
            let answers = answers.into_iter().chain([Score::NotApplicable.sign().to_owned()]).collect::<Vec<_>>();
            return Ok(Some(DataValidation::new().allow_list_strings(&answers)?));
        }
        Kind::Words | Kind::Day => return Ok(None),
        Kind::Rate => DataValidationRule::Between(0.0, 1.0),
        Kind::Money | Kind::Whole | Kind::Count | Kind::Factor | Kind::Percent => {
            DataValidationRule::Between(0.0, MOST)
        }
    };
    Ok(Some(DataValidation::new().allow_decimal_number(rule).set_error_message(mistyped)?))
}

fn set_up_page(
    paper: &mut Worksheet,
    sheet: &Sheet,
    about: &About,
    widths: &BTreeMap<u16, usize>,
) -> Result<(), XlsxError> {
    // In headers and footers an ampersand begins a code.
    let plain = |words: &str| words.replace('&', "&&").chars().take(80).collect::<String>();
    paper.set_paper_size(PAPER_A4).set_screen_gridlines(false);
    paper.set_margins(0.6, 0.6, 0.8, 0.7, 0.35, 0.35);
    if sheet.is_landscape {
        paper.set_landscape();
    }
    // The font ends the size: otherwise figures at the beginning of a title would be taken for more of it.
    let small = "&9&\"-,Regular\"";
    paper.set_header(format!("&L{small}{}&R{small}{}", plain(&about.title), plain(&about.company)));
    paper.set_footer(format!("&L{small}&A&R{small}&P / &N"));
    if let Some(row) = sheet.heading {
        paper.set_freeze_panes(row + 1, 1)?;
        paper.set_repeat_rows(row, row)?;
    }
    let cells = sheet.cells.keys().map(|cell| (cell.row, cell.col));
    let plots = sheet.plots.iter().map(|plot| (plot.corner.row + PLOT_ROWS, last_column(plot, widths)));
    let long = sheet.paragraphs.keys().map(|row| (*row, 0));
    let (last_row, last_col) =
        cells.chain(plots).chain(long).fold((0, 0), |(rows, cols), (row, col)| (rows.max(row), cols.max(col)));
    // What is not much more than a page stands on one, so that no drawing is torn apart.
    let pages_down = u16::from(last_row < ONE_PAGE[usize::from(!sheet.is_landscape)]);
    paper.set_print_fit_to_pages(1, pages_down).set_print_area(0, 0, last_row, last_col)?;
    Ok(())
}
