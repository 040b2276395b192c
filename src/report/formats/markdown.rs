//! The report as Markdown with tables (GitHub's form).

use crate::report::document::{Block, Cell, Document, Figure, Rank, Row, Table};
use crate::words::clean::one_line;

/// Writes a document as Markdown.
#[must_use]
pub fn write(document: &Document) -> String {
    let blocks = document.readable().into_iter().map(block);
    let parts: Vec<String> = std::iter::once(format!("# {}", escaped(&document.title))).chain(blocks).collect();
    format!("{}\n", parts.join("\n\n"))
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(text) => format!("## {}", escaped(text)),
        Block::Paragraph(text) => escaped(text),
        Block::Cover(cover) => cover.all().map(|line| escaped(line)).collect::<Vec<_>>().join("\n\n"),
        Block::Figures(figures) => figures.iter().map(figure).collect::<Vec<_>>().join("\n"),
        Block::Table(table) => table_text(table),
        Block::About(parts) => escaped(&parts.join(" | ")),
        Block::Drawing(_) | Block::Beside(..) | Block::Decision(_) => String::new(),
        Block::List(items) => items.iter().map(|item| format!("- {}", escaped(item))).collect::<Vec<_>>().join("\n"),
    }
}

fn figure(figure: &Figure) -> String {
    let remark = if figure.remark.is_empty() { String::new() } else { format!(" ({})", escaped(&figure.remark)) };
    format!("- {}: **{}**{remark}", escaped(&figure.label), escaped(figure.value.shown()))
}

fn table_text(table: &Table) -> String {
    let headings = table.columns.iter().map(|column| escaped(&column.heading));
    let marks = table.columns.iter().map(|column| if column.is_number { "---:" } else { "---" }.to_owned());
    let head = [line(headings), line(marks)];
    let rows = table.rows.iter().map(|row| line(row_cells(row)));
    head.into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

/// A remark stands in the last cell, which is empty then.
fn row_cells(row: &Row) -> impl Iterator<Item = String> {
    let last = row.cells.len().saturating_sub(1);
    row.cells.iter().enumerate().map(move |(index, cell)| match (&row.remark, cell) {
        (Some(remark), Cell::Empty) if index == last => escaped(remark),
        (_, Cell::Empty) => String::new(),
        (_, cell) if matches!(row.rank, Rank::Group | Rank::Total) => format!("**{}**", escaped(cell.shown())),
        (_, cell) => escaped(cell.shown()),
    })
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

/// The text on one line, with everything that Markdown would read as its own written out.
fn escaped(text: &str) -> String {
    let text = one_line(text);
    let text = text.trim();
    let mut safe = String::new();
    for (at, c) in text.char_indices() {
        if matches!(c, '\\' | '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '#' | '~') || begins_list(text, at) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// Whether what stands here would make an item of a list of a text: `- `, `+ `, `1. ` or `1) ` at its beginning.
fn begins_list(text: &str, at: usize) -> bool {
    let (before, mark) = text.split_at(at);
    let is_mark = if before.is_empty() {
        mark.starts_with(['-', '+'])
    } else {
        before.bytes().all(|byte| byte.is_ascii_digit()) && mark.starts_with(['.', ')'])
    };
    // The marks are one byte long.
    is_mark && mark[1..].chars().next().is_none_or(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Column;

    #[test]
    fn what_people_type_stays_text() {
        assert_eq!(escaped("a|b *c*\n<d>"), "a\\|b \\*c\\* \\<d\\>");
        // Nor does a sentence become an item of a list or struck through.
        assert_eq!(["- x", "+ x", "12. x", "1) ~y~"].map(escaped), ["\\- x", "\\+ x", "12\\. x", "1\\) \\~y\\~"]);
        assert_eq!(["-5", "1.5 M", "2026-01"].map(escaped), ["-5", "1.5 M", "2026-01"]);
        let row = Row {
            rank: Rank::Group,
            remark: Some("22 leads".into()),
            ..Row::item(vec![Cell::text("x|y"), Cell::Empty])
        };
        let columns = vec![Column::words("Name"), Column::numbers("Leads")];
        let table = Table { columns, rows: vec![row], ..Table::default() };
        assert_eq!(table_text(&table), "| Name | Leads |\n| --- | ---: |\n| **x\\|y** | 22 leads |");
    }
}
