//! From sheets as data to the bytes of a workbook: looks, widths, paper, drawings, protection.

use std::collections::{BTreeMap, HashMap};

use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartMarker, ChartPoint, ChartSolidFill, Color,
    DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula,
    ProtectionOptions, Workbook, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

use super::sheet::{At, Cell, Kind, Outcome, Place, Plot, Rank, Series, Shape, Sheet, Span, Value, at};
use crate::plan::Date;
use crate::plan::pyramid::Score;
use crate::report::pages::Ink;
use crate::words::Language;
use crate::words::clean::one_line;

/// What stands on every sheet and in the file's properties.
pub(super) struct About {
    pub(super) title: String,
    pub(super) company: String,
    pub(super) author: String,
    pub(super) program: String,
    pub(super) day: Date,
    pub(super) language: Language,
    /// Digits of the currency.
    pub(super) digits: usize,
    /// What is said where something else than a number of its kind is typed.
    pub(super) mistyped: String,
}

/// Columns of words are at most this wide, in characters; longer words take more lines.
const WIDEST_FIRST: usize = 42;
const NARROWEST: usize = 7;
/// Where a person may type.
const INPUT: (Ink, Ink) = (Ink::hex(0x0000_588A), Ink::hex(0x00FF_F9E3));
const PAPER_A4: u8 = 9;
/// Rows that are printed on one page.
const ONE_PAGE: u32 = 56;

/// The bytes of the workbook. The same sheets and the same day give the same bytes.
pub(super) fn paint(sheets: &[Sheet], names: &[(&str, Place)], about: &About) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = created(about.day)?;
    let properties = DocProperties::new().set_title(&about.title).set_company(&about.company);
    let properties = properties.set_author(&about.author).set_comment(&about.program);
    book.set_properties(&properties.set_creation_datetime(&created));
    let mut looks = Looks { about, known: HashMap::new() };
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

/// The looks that were needed so far.
struct Looks<'a> {
    about: &'a About,
    known: HashMap<Key, Format>,
}

/// What decides how a cell looks.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    kind: Kind,
    rank: Rank,
    is_input: bool,
    is_whole: bool,
    is_first: bool,
}

impl Looks<'_> {
    fn of(&mut self, cell: &Cell, col: u16) -> Format {
        let Cell { kind, rank, is_input, .. } = *cell;
        let key = Key { kind, rank, is_input, is_whole: is_whole(&cell.value), is_first: col == 0 };
        let about = self.about;
        self.known.entry(key).or_insert_with(|| look(key, about)).clone()
    }
}

fn is_whole(value: &Value) -> bool {
    match value {
        Value::Number(number) | Value::Live(_, Outcome::Number(number)) => {
            (number - number.round()).abs() <= 1e-9 * number.abs().max(1.0)
        }
        _ => true,
    }
}

fn color(ink: Ink) -> Color {
    let [r, g, b] = ink.rgb.map(u32::from);
    Color::RGB((r << 16) | (g << 8) | b)
}

fn font(format: Format, language: Language) -> Format {
    match language {
        Language::ZhCn => format.set_font_name("Microsoft YaHei").set_font_size(10),
        Language::En => format.set_font_name("Calibri").set_font_size(11),
    }
}

fn look(key: Key, about: &About) -> Format {
    let Key { kind, rank, is_input, is_whole, is_first } = key;
    let mut format = font(Format::new(), about.language).set_font_color(color(Ink::TEXT)).set_align(FormatAlign::Top);
    let is_number = kind != Kind::Words;
    // Words behind a number would touch it.
    let is_indented = !is_number && !is_first;
    if is_number && rank != Rank::Head {
        format = format.set_num_format(shown_as(kind, is_whole, about.digits));
    }
    format = format.set_align(if is_number { FormatAlign::Right } else { FormatAlign::Left });
    format = match rank {
        Rank::Title => return format.set_bold().set_font_size(16).set_font_color(color(Ink::ACCENT)),
        Rank::Section => return format.set_bold().set_font_size(12),
        Rank::Note => return format.set_font_color(color(Ink::WEAK)).set_text_wrap(),
        Rank::Head => format
            .set_font_color(color(Ink::WEAK))
            .set_text_wrap()
            .set_align(FormatAlign::Bottom)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(color(Ink::RULE)),
        Rank::Group => format.set_bold().set_background_color(color(Ink::ZEBRA)),
        Rank::Total => format.set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(color(Ink::TEXT)),
        Rank::Item => format.set_border_bottom(FormatBorder::Hair).set_border_bottom_color(color(Ink::LINE)),
    };
    if !is_number {
        format = format.set_text_wrap();
    }
    if is_indented {
        format = format.set_indent(1);
    }
    if is_input {
        let (ink, ground) = INPUT;
        format = format.set_unlocked().set_font_color(color(ink)).set_background_color(color(ground));
    }
    format
}

/// The number format. A whole number keeps the room of a decimal, so that points stand below one another.
fn shown_as(kind: Kind, is_whole: bool, digits: usize) -> String {
    let decimals = |count: usize| if count == 0 { String::new() } else { format!(".{}", "0".repeat(count)) };
    match kind {
        Kind::Words => "General".to_owned(),
        Kind::Money => format!("#,##0{}", decimals(digits)),
        Kind::Whole => "#,##0".to_owned(),
        Kind::Count if is_whole => "#,##0_._0".to_owned(),
        Kind::Count => "#,##0.0".to_owned(),
        Kind::Rate => "0.0##%".to_owned(),
        Kind::Percent => "0.0%".to_owned(),
        Kind::Factor | Kind::Answer if is_whole => "#,##0_._0_0".to_owned(),
        Kind::Factor | Kind::Answer => "#,##0.00".to_owned(),
        Kind::Day => "yyyy-mm-dd".to_owned(),
    }
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

/// Width of each column in characters, for what stands in it and a little more.
fn widths(sheet: &Sheet, digits: usize) -> BTreeMap<u16, usize> {
    let mut widths: BTreeMap<u16, usize> = BTreeMap::new();
    for (place, cell) in &sheet.cells {
        let need = match (cell.rank, &cell.value) {
            (Rank::Title | Rank::Section | Rank::Note, _) | (_, Value::Empty) => continue,
            (Rank::Head, Value::Words(words)) => heading_width(words),
            (_, Value::Words(words) | Value::Live(_, Outcome::Words(words))) => {
                words.width().min(widest(sheet, place.col))
            }
            (_, Value::Day(_)) => 10,
            (_, Value::Number(number) | Value::Live(_, Outcome::Number(number))) => {
                number_width(*number, cell.kind, digits)
            }
        };
        let bold = usize::from(matches!(cell.rank, Rank::Group | Rank::Total));
        let width = widths.entry(place.col).or_insert(NARROWEST);
        *width = (*width).max(need + 2 + bold);
    }
    widths
}

fn widest(sheet: &Sheet, col: u16) -> usize {
    match col {
        0 => WIDEST_FIRST,
        _ => sheet.widest,
    }
}

/// Headings may take two lines.
fn heading_width(words: &str) -> usize {
    let longest = words.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
    let is_chinese = !words.is_ascii();
    let half = words.width().div_ceil(2) + 2;
    if is_chinese { half.min(words.width()) } else { longest.max(half) }
}

fn number_width(number: f64, kind: Kind, digits: usize) -> usize {
    let decimals = match kind {
        Kind::Money => digits,
        Kind::Whole => 0,
        Kind::Day => return 10,
        Kind::Percent | Kind::Rate => return 8,
        Kind::Words | Kind::Count => 1,
        Kind::Factor | Kind::Answer => 2,
    };
    crate::words::number::count(number, decimals).chars().count() + 1
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

/// Lines that words take in so many characters: they break at spaces, and Chinese anywhere.
fn lines_of(words: &str, width: usize) -> usize {
    let width = width.max(1);
    let (mut lines, mut used) = (1, 0);
    for word in words.split(' ') {
        let need = word.width();
        if used > 0 && used + 1 + need <= width {
            used += 1 + need;
        } else {
            lines += usize::from(used > 0) + need.saturating_sub(1) / width;
            used = if need > width { need % width } else { need };
        }
    }
    lines
}

/// Excel allows 409 points.
#[allow(clippy::cast_precision_loss)] // a few lines
fn height(lines: usize) -> f64 {
    const LINE: usize = 15;
    (lines * LINE + 1).min(400) as f64
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
    paper.set_header(format!("&L&9{}&R&9{}", plain(&about.title), plain(&about.company)));
    paper.set_footer("&L&9&A&R&9&P / &N");
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
    let pages_down = u16::from(last_row < ONE_PAGE);
    paper.set_print_fit_to_pages(1, pages_down).set_print_area(0, 0, last_row, last_col)?;
    Ok(())
}

/// How much of a sheet a drawing covers.
const PLOT_ROWS: u32 = 15;
const PLOT_SIZE: (u32, u32) = (520, 290);
const PLOT_GAP: u32 = 16;

/// The column in which a drawing ends.
fn last_column(plot: &Plot, widths: &BTreeMap<u16, usize>) -> u16 {
    const PIXELS: u32 = 7;
    let pixels = |col: u16| widths.get(&col).map_or(64, |width| u32::try_from(*width).unwrap_or(0) * PIXELS + 5);
    let mut left = plot.before * (PLOT_SIZE.0 + PLOT_GAP) + PLOT_SIZE.0;
    let mut col = plot.corner.col;
    while left > pixels(col) {
        left -= pixels(col);
        col += 1;
    }
    col
}

fn chart(plot: &Plot, about: &About) -> Chart {
    let mut chart = match plot.shape {
        Shape::Bars => Chart::new_column(),
        Shape::Lines => Chart::new_line(),
        Shape::Curves => Chart::new(rust_xlsxwriter::ChartType::ScatterStraight),
    };
    for series in &plot.series {
        add_series(&mut chart, plot.shape, series);
    }
    let small = chart_font(about.language, 9);
    chart.title().set_name(plot.title.as_str()).set_font(chart_font(about.language, 12).set_bold());
    let [right, up] = &plot.axes;
    let line = ChartLine::new().set_color(color(Ink::LINE)).clone();
    chart.x_axis().set_name(right.as_str()).set_name_font(&small).set_font(&small);
    chart.y_axis().set_name(up.as_str()).set_name_font(&small).set_font(&small).set_major_gridlines_line(&line);
    chart.y_axis().set_num_format(shown_as(plot.kind, true, 0)).set_min(0.0);
    if plot.shape == Shape::Curves {
        chart.x_axis().set_num_format("#,##0").set_min(0.0).set_major_gridlines(false);
    }
    if plot.series.len() > 1 {
        chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&small);
    } else {
        chart.legend().set_hidden();
    }
    let (width, height) = PLOT_SIZE;
    chart.set_width(width).set_height(height).set_alt_text(plot.title.as_str());
    chart
}

fn chart_font(language: Language, size: u8) -> ChartFont {
    let name = match language {
        Language::ZhCn => "Microsoft YaHei",
        Language::En => "Calibri",
    };
    ChartFont::new().set_name(name).set_size(f64::from(size)).set_color(color(Ink::TEXT)).unset_bold().clone()
}

fn add_series(chart: &mut Chart, shape: Shape, series: &Series) {
    let range = |span: &Span| (span.sheet.clone(), span.from, span.to);
    let added = chart.add_series();
    let (sheet, from, to) = range(&series.labels);
    added.set_categories((sheet.as_str(), from.row, from.col, to.row, to.col));
    let (sheet, from, to) = range(&series.values);
    added.set_values((sheet.as_str(), from.row, from.col, to.row, to.col));
    added.set_name(series.name.as_str());
    let fill = |ink: Ink| ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(color(ink))).clone();
    if shape == Shape::Bars {
        added.set_format(&mut fill(series.ink)).set_gap(80);
        let points: Vec<ChartPoint> =
            series.inks.iter().map(|ink| ChartPoint::new().set_format(&mut fill(*ink))).collect();
        added.set_points(&points);
    } else {
        added.set_format(ChartLine::new().set_color(color(series.ink)).set_width(2.0));
        added.set_marker(ChartMarker::new().set_none());
    }
}
