//! The report as comma-separated values for a spreadsheet: UTF-8 with a byte order mark, so that spreadsheet programs
//! read Chinese right. Tables follow one another, an empty line between; all lines have equally many cells. Numbers are
//! data without thousands commas, in the unit of their heading.

use crate::report::document::{Block, Cell, Document, Figure, Row, Table};
use crate::words::clean::one_line;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Writes a document as comma-separated values.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut lines = vec![vec![text(&document.title)]];
    for block in document.readable() {
        lines.push(Vec::new());
        match block {
            Block::Heading(heading) => lines.push(vec![text(heading)]),
            Block::Paragraph(paragraph) => lines.push(vec![text(paragraph)]),
            Block::Figures(figures) => lines.extend(figures.iter().map(figure_line)),
            Block::Cover(cover) => lines.extend(cover.all().map(|line| vec![text(line)])),
            Block::Table(table) => lines.extend(table_lines(table)),
            Block::List(items) => lines.extend(items.iter().map(|item| vec![text(item)])),
            Block::About(parts) => lines.push(vec![text(&parts.join(" | "))]),
            Block::Drawing(_) | Block::Beside(..) | Block::Decision(_) => {}
        }
    }
    let width = lines.iter().map(Vec::len).max().unwrap_or(0);
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for mut line in lines {
        line.resize(width, String::new());
        if let Err(error) = writer.write_record(&line) {
            log::debug!("a line of the CSV was left out: {error}");
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{}", String::from_utf8_lossy(&bytes))
}

fn figure_line(figure: &Figure) -> Vec<String> {
    vec![text(&figure.label), cell(&figure.value), text(&figure.remark)]
}

/// Heading and rows; remarks have a column of their own, so that columns of numbers hold nothing else.
fn table_lines(table: &Table) -> Vec<Vec<String>> {
    let has_remarks = table.rows.iter().any(|row| row.remark.is_some());
    let mut heading: Vec<String> = table.columns.iter().map(|column| text(&column.heading)).collect();
    heading.extend(has_remarks.then(|| text(&table.remarks)));
    let line = |row: &Row| {
        let remark = has_remarks.then(|| row.remark.as_deref().map(text).unwrap_or_default());
        row.cells.iter().map(cell).chain(remark).collect()
    };
    std::iter::once(heading).chain(table.rows.iter().map(line)).collect()
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => text(words),
        Cell::Number { data, .. } => data.clone(),
    }
}

/// Words as a spreadsheet keeps them: on one line, with a leading apostrophe where it would read a formula.
fn text(words: &str) -> String {
    let words = one_line(words);
    let reads_as_formula =
        words.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\u{2212}', '﹢', '﹣', '﹦', '﹫']);
    if reads_as_formula { format!("'{words}") } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Column;

    #[test]
    fn words_never_become_formulas_and_numbers_stay_numbers() {
        for start in ["=1+1", "+1", "-1", "@x", "＝1", "－1"] {
            assert_eq!(text(start), format!("'{start}"));
            // Neither does what is left of a line break or a tab before it.
            assert_eq!(text(&format!("\t\r\n{start}")), format!("'{start}"));
        }
        let loss = Cell::Number { shown: "\u{2212}60".into(), data: "-60".into() };
        let rows = vec![Row { remark: Some("=a".into()), ..Row::item(vec![Cell::text("=cmd|' /C calc'!A0"), loss]) }];
        let columns = vec![Column::words("渠道"), Column::numbers("注册")];
        let table = Table { columns, rows, remarks: "备注".into(), ..Table::default() };
        let written =
            write(&Document { title: "方案".into(), blocks: vec![Block::Table(table)], ..Document::default() });
        assert_eq!(written, "\u{feff}方案,,\r\n,,\r\n渠道,注册,备注\r\n'=cmd|' /C calc'!A0,-60,'=a\r\n");
    }
}
