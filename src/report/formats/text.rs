//! The report as plain text, aligned for a fixed-width font in which a Chinese character is two columns wide.

use unicode_width::UnicodeWidthStr;

use crate::report::document::{Block, Cell, Document, Figure, Rank, Row, Table};
use crate::words::clean::one_line;

/// Where paragraphs are broken.
const LINE_WIDTH: usize = 96;
const GAP: &str = "  ";

/// Writes a document as text.
#[must_use]
pub fn write(document: &Document) -> String {
    let title = one_line(&document.title);
    let mut lines = vec![title.clone(), rule('=', title.width())];
    let mut after_heading = false;
    for block in document.readable() {
        if !after_heading {
            lines.push(String::new());
        }
        after_heading = matches!(block, Block::Heading(_));
        lines.extend(block_lines(block));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn block_lines(block: &Block) -> Vec<String> {
    match block {
        Block::Heading(text) => {
            let text = one_line(text);
            let under = rule('-', text.width());
            vec![String::new(), text, under]
        }
        Block::Paragraph(text) => wrapped(&one_line(text), LINE_WIDTH, ""),
        Block::Cover(cover) => cover.all().flat_map(|line| wrapped(&one_line(line), LINE_WIDTH, "")).collect(),
        Block::Figures(figures) => figure_lines(figures),
        Block::Table(table) => table_lines(table),
        Block::List(items) => items.iter().flat_map(|item| list_item(item)).collect(),
        Block::About(parts) => wrapped(&one_line(&parts.join(" | ")), LINE_WIDTH, ""),
        Block::Drawing(_) | Block::Beside(..) | Block::Decision(_) => Vec::new(),
    }
}

fn rule(c: char, width: usize) -> String {
    std::iter::repeat_n(c, width).collect()
}

fn list_item(item: &str) -> Vec<String> {
    let mut lines = wrapped(&one_line(item), LINE_WIDTH - 2, "  ");
    if let Some(first) = lines.first_mut() {
        first.replace_range(..2, "- ");
    }
    lines
}

/// Labels at the left, values under one another, remarks behind.
fn figure_lines(figures: &[Figure]) -> Vec<String> {
    let labels = figures.iter().map(|figure| one_line(&figure.label).width()).max().unwrap_or(0);
    let values = figures.iter().map(|figure| figure.value.shown().width()).max().unwrap_or(0);
    let line = |figure: &Figure| {
        let label = padded(&one_line(&figure.label), labels, false);
        let value = padded(&one_line(figure.value.shown()), values, true);
        format!("{label}{GAP}{value}{GAP}{}", one_line(&figure.remark)).trim_end().to_owned()
    };
    figures.iter().map(line).collect()
}

/// All lines of a table, each of the same width. Headings take two lines where one would make the table too wide.
#[must_use]
pub fn table_lines(table: &Table) -> Vec<String> {
    let on_one_line: Vec<[String; 2]> =
        table.columns.iter().map(|column| [String::new(), one_line(&column.heading)]).collect();
    let widths = column_widths(table, &on_one_line);
    if width_from(&widths, 0) <= LINE_WIDTH {
        return lines_of(table, &on_one_line, &widths);
    }
    let on_two_lines: Vec<[String; 2]> = table.columns.iter().map(|column| broken_heading(&column.heading)).collect();
    lines_of(table, &on_two_lines, &column_widths(table, &on_two_lines))
}

fn lines_of(table: &Table, headings: &[[String; 2]], widths: &[usize]) -> Vec<String> {
    let full = width_from(widths, 0);
    let heading_line = |index: usize| {
        let cells = headings.iter().map(|lines| Cell::text(&*lines[index])).collect();
        row_line(table, &Row::item(cells), widths)
    };
    let is_needed = |index: usize| headings.iter().any(|lines| !lines[index].is_empty());
    let mut lines: Vec<String> = (0..2).filter(|index| is_needed(*index)).map(heading_line).collect();
    lines.push(rule('-', full));
    for row in &table.rows {
        if row.rank == Rank::Total {
            lines.push(rule('-', full));
        }
        lines.push(row_line(table, row, widths));
    }
    lines
}

/// A heading in two lines as narrow as possible, broken at a space or before a unit in brackets; a heading of one
/// piece stands in the lower line.
fn broken_heading(heading: &str) -> [String; 2] {
    let heading = one_line(heading);
    let breaks = heading.char_indices().filter(|(_, c)| matches!(c, ' ' | '（')).map(|(at, _)| at);
    let halves = breaks.map(|at| [heading[..at].trim().to_owned(), heading[at..].trim().to_owned()]);
    let widest = |halves: &[String; 2]| halves[0].width().max(halves[1].width());
    halves.filter(|halves| !halves[0].is_empty()).min_by_key(widest).unwrap_or([String::new(), heading.clone()])
}

/// Every column as wide as its widest cell; the last one also makes room for the widest remark.
fn column_widths(table: &Table, headings: &[[String; 2]]) -> Vec<usize> {
    let mut widths: Vec<usize> = headings.iter().map(|lines| lines[0].width().max(lines[1].width())).collect();
    for row in &table.rows {
        for (index, width) in widths.iter_mut().enumerate() {
            *width = (*width).max(cell_text(row, index).width());
        }
    }
    for row in &table.rows {
        let Some(remark) = &row.remark else { continue };
        let room = width_from(&widths, first_of_tail(row));
        if let Some(last) = widths.last_mut() {
            *last += one_line(remark).width().saturating_sub(room);
        }
    }
    widths
}

/// The first of the empty cells at the end of a row.
fn first_of_tail(row: &Row) -> usize {
    row.cells.iter().rposition(|cell| *cell != Cell::Empty).map_or(0, |last| last + 1)
}

fn width_from(widths: &[usize], first: usize) -> usize {
    let tail = widths.get(first..).unwrap_or_default();
    tail.iter().sum::<usize>() + GAP.len() * tail.len().saturating_sub(1)
}

fn cell_text(row: &Row, index: usize) -> String {
    let text = row.cells.get(index).map(|cell| one_line(cell.shown())).unwrap_or_default();
    if index == 0 { format!("{}{text}", GAP.repeat(row.depth)) } else { text }
}

fn row_line(table: &Table, row: &Row, widths: &[usize]) -> String {
    let tail = if row.remark.is_some() { first_of_tail(row) } else { widths.len() };
    let mut parts: Vec<String> = widths[..tail.min(widths.len())]
        .iter()
        .enumerate()
        .map(|(index, width)| padded(&cell_text(row, index), *width, table.columns[index].is_number))
        .collect();
    if let Some(remark) = &row.remark {
        parts.push(padded(&one_line(remark), width_from(widths, tail), true));
    }
    parts.join(GAP)
}

fn padded(text: &str, width: usize, at_right: bool) -> String {
    let space = rule(' ', width.saturating_sub(text.width()));
    if at_right { format!("{space}{text}") } else { format!("{text}{space}") }
}

/// Breaks a paragraph at spaces and between Chinese characters, every line after `indent`.
fn wrapped(text: &str, width: usize, indent: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let Some(line) = lines.last_mut() else { break };
        if !line.is_empty() && line.width() + piece.trim_end_matches(' ').width() > width {
            lines.push(piece.to_owned());
        } else {
            line.push_str(piece);
        }
    }
    lines.iter().map(|line| format!("{indent}{}", line.trim_end_matches(' '))).collect()
}

/// Pieces that stay on one line: a word with its space, a Chinese character with the punctuation behind it.
fn pieces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut previous = None;
    for (at, c) in text.char_indices() {
        if previous.is_some_and(|previous| may_break(previous, c)) {
            found.push(&text[start..at]);
            start = at;
        }
        previous = Some(c);
    }
    found.push(&text[start..]);
    found
}

fn may_break(before: char, after: char) -> bool {
    let is_wide = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}' | '“' | '”');
    let stays_behind = |c: char| "，。；：、？！）》”%".contains(c);
    let opens = |c: char| "（《“".contains(c);
    if before == ' ' {
        return after != ' ';
    }
    (is_wide(before) || is_wide(after)) && after != ' ' && !stays_behind(after) && !opens(before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Column;

    fn number(shown: &str) -> Cell {
        Cell::Number { shown: shown.into(), data: shown.replace(',', "") }
    }

    fn table() -> Table {
        let columns = vec![Column::words("渠道"), Column::numbers("预算 元"), Column::numbers("注册")];
        let rows = vec![
            Row { depth: 1, ..Row::item(vec![Cell::text("搜索投放"), number("360,000"), number("16,200")]) },
            Row {
                remark: Some("search index 600 → 2,000 and more".into()),
                ..Row::item(vec![Cell::text("Stories\nand\u{1b}[31m more"), number("60,000"), Cell::Empty])
            },
            Row::total(vec![Cell::text("合计"), number("420,000"), number("16,200")]),
        ];
        Table { columns, rows, ..Table::default() }
    }

    #[test]
    fn every_line_of_a_table_is_as_wide_as_the_others() {
        let lines = table_lines(&table());
        let widths: Vec<usize> = lines.iter().map(|line| line.width()).collect();
        assert!(widths.iter().all(|width| *width == widths[0]), "{widths:?}\n{}", lines.join("\n"));
        assert_eq!(lines.len(), 6, "{lines:?}");
        assert!(lines.iter().all(|line| !line.contains(char::is_control)));
    }

    #[test]
    fn paragraphs_break_where_each_language_may() {
        let lines = wrapped("one two three", 8, "");
        assert_eq!(lines, ["one two", "three"]);
        let lines = wrapped("整个规划，可达成目标的 86%，完全达成。", 10, "");
        assert!(lines.iter().all(|line| line.width() <= 12 && !line.starts_with(['，', '。', '%'])), "{lines:?}");
        assert_eq!(wrapped("", 10, ""), [""]);
    }
}
