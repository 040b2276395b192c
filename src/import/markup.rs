//! Tables in markup: HTML that calls itself .xls, and the XML of old spreadsheets. Browsers and spreadsheets read what no strict
//! reader takes, so that only tags are looked at.

use csv::ByteRecord;

use super::grid::MOST_COLUMNS;
use super::trouble::Trouble;

/// A tag, and the text in front of it.
pub struct Tag<'a> {
    /// The text between the tag before and this one, as it stands there.
    pub text: &'a str,
    /// Its name in small letters, without a prefix; with a slash in front where it closes.
    pub name: String,
    /// What stands behind its name.
    pub attributes: &'a str,
}

impl Tag<'_> {
    /// The value of an attribute, whatever its prefix.
    #[must_use]
    pub fn attribute(&self, wanted: &str) -> Option<&str> {
        let mut rest = self.attributes;
        loop {
            let (name, after) = rest.split_once('=')?;
            let name = name.trim().rsplit([':', ' ', '\n', '\t']).next().unwrap_or_default();
            let after = after.trim_start();
            let (value, behind) = match after.chars().next()? {
                quote @ ('"' | '\'') => after.get(1..)?.split_once(quote)?,
                _ => after.split_at(after.find([' ', '/', '>']).unwrap_or(after.len())),
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(value);
            }
            rest = behind;
        }
    }
}

/// All tags of a text. Comments are left out.
pub fn tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let (before, after) = rest.split_once('<')?;
            if let Some(comment) = after.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            let (tag, behind) = after.split_once('>')?;
            rest = behind;
            let end = tag.find(|c: char| c.is_whitespace()).unwrap_or(tag.len());
            let (full, attributes) = tag.split_at(end);
            let full = full.trim_end_matches('/');
            let slash = if full.starts_with('/') { "/" } else { "" };
            let name = full.trim_start_matches('/').rsplit(':').next().unwrap_or_default().to_lowercase();
            return Some(Tag { text: before, name: format!("{slash}{name}"), attributes });
        }
    })
}

/// Whether a text holds tables in markup.
#[must_use]
pub fn is_markup(text: &str) -> bool {
    let begin = text.get(..text.floor_char_boundary(1 << 16)).unwrap_or_default().trim_start();
    begin.starts_with('<') && tags(begin).any(|tag| matches!(tag.name.as_str(), "table" | "tr" | "row"))
}

/// The rows of all tables, one after the other, with a blank line before each table.
///
/// # Errors
/// A row of more cells than a sheet has.
pub fn rows(text: &str) -> Result<Vec<(u64, ByteRecord)>, Trouble> {
    let mut made = Rows::default();
    for tag in tags(text) {
        made.add_text(tag.text);
        match tag.name.as_str() {
            "table" | "tr" | "row" | "/table" => made.end_row()?,
            "td" | "th" | "cell" => made.begin_cell(&tag),
            "/td" | "/th" | "/cell" | "script" | "style" => made.end_cell(),
            "br" | "/p" | "/div" => made.add_text(" "),
            _ => {}
        }
        if tag.name == "table" {
            made.line += 1;
        }
    }
    made.end_row()?;
    Ok(made.made)
}

/// Rows as they are made.
#[derive(Default)]
struct Rows {
    made: Vec<(u64, ByteRecord)>,
    line: u64,
    cells: Vec<String>,
    /// The text of the open cell, how many columns it has, and how many rows below it still stands in.
    open: Option<(String, usize, usize)>,
    /// Cells that stand in rows below too: column, rows, text.
    below: Vec<(usize, usize, String)>,
}

impl Rows {
    fn add_text(&mut self, text: &str) {
        if let Some((cell, ..)) = &mut self.open {
            cell.push_str(text);
        }
    }

    fn begin_cell(&mut self, tag: &Tag<'_>) {
        self.end_cell();
        let number = |name: &str| tag.attribute(name).and_then(|value| value.trim().parse::<usize>().ok());
        // Old spreadsheets say in which column a cell stands if some before it are empty, counting from 1.
        if let Some(place) = number("index").filter(|place| *place <= MOST_COLUMNS) {
            self.cells.resize(self.cells.len().max(place.saturating_sub(1)), String::new());
        }
        self.fill_from_above();
        let columns = number("colspan").or(number("mergeacross").map(|more| more + 1)).unwrap_or(1);
        let below = number("rowspan").map_or(number("mergedown").unwrap_or(0), |rows| rows.saturating_sub(1));
        self.open = Some((String::new(), columns.clamp(1, MOST_COLUMNS), below));
        if tag.attributes.ends_with('/') {
            self.end_cell();
        }
    }

    /// Cells of rows above that reach down to here.
    fn fill_from_above(&mut self) {
        while let Some(at) = self.below.iter().position(|(column, ..)| *column == self.cells.len()) {
            let (column, rows, text) = self.below.swap_remove(at);
            self.cells.push(text.clone());
            if rows > 1 {
                // Taken up again in the next row, not in this one.
                self.below.push((column, rows - 1, text));
                break;
            }
        }
    }

    fn end_cell(&mut self) {
        let Some((text, columns, below)) = self.open.take() else { return };
        let text = plain(&text);
        if below > 0 {
            self.below.push((self.cells.len(), below, text.clone()));
        }
        self.cells.push(text);
        self.cells.resize((self.cells.len() + columns - 1).min(MOST_COLUMNS + 1), String::new());
    }

    fn end_row(&mut self) -> Result<(), Trouble> {
        self.end_cell();
        if self.cells.is_empty() {
            return Ok(());
        }
        self.fill_from_above();
        self.line += 1;
        if self.cells.len() > MOST_COLUMNS {
            return Err(Trouble::TooWide { line: self.line, columns: self.cells.len() });
        }
        let row = ByteRecord::from(std::mem::take(&mut self.cells));
        if row.iter().any(|cell| !cell.is_empty()) {
            self.made.push((self.line, row));
        }
        Ok(())
    }
}

/// Text without escapes, with one space where there are several.
fn plain(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        found.push_str(before);
        let escape =
            after.find(';').filter(|end| *end <= 10).and_then(|end| Some((unescaped(after.get(..end)?)?, end)));
        let (c, end) = escape.map_or(('&', 0), |(c, end)| (c, end + 1));
        found.push(c);
        rest = after.get(end..).unwrap_or_default();
    }
    found.push_str(rest);
    found.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unescaped(name: &str) -> Option<char> {
    let code = match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        "nbsp" => return Some(' '),
        "yen" => return Some('¥'),
        "euro" => return Some('€'),
        _ => name.strip_prefix('#')?,
    };
    let number = match code.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => code.parse(),
    };
    number.ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u64, Vec<String>)> {
        let rows = rows(text).expect("rows");
        let cells = |row: &ByteRecord| row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        rows.iter().map(|(line, row)| (*line, cells(row))).collect()
    }

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn html_with_merged_cells_and_without_closing_tags() {
        let html = "<html><style>td{}</style><body><!-- <tr><td>no</td></tr> --><table border=1><TR><TH colspan=\"2\">A &amp; B<th>C\n\
            <tr><td rowspan=2>1<td>2&nbsp;000<td><b>3</b></tr><tr><td>5</td><td>&#165;6 &lt;&unknown;</td></tr></table><table><tr><td>x</table>";
        let expected = [
            (2, row(&["A & B", "", "C"])),
            (3, row(&["1", "2 000", "3"])),
            (4, row(&["1", "5", "¥6 <&unknown;"])),
            (6, row(&["x"])),
        ];
        assert_eq!(cells(html), expected);
    }

    #[test]
    fn xml_of_old_spreadsheets() {
        let xml = "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"urn\"><Worksheet ss:Name=\"a\"><Table><Row><Cell><Data ss:Type=\"String\">a</Data></Cell>\
            <Cell ss:Index=\"3\"><Data ss:Type=\"Number\">1.5</Data></Cell></Row><Row><Cell/><Cell><Data>b</Data></Cell></Row></Table></Worksheet></Workbook>";
        assert!(is_markup(xml));
        assert_eq!(cells(xml), [(2, row(&["a", "", "1.5"])), (3, row(&["", "b"]))]);
    }

    #[test]
    fn wrong_markup_does_no_harm() {
        for text in [
            "<table",
            "<table><tr><td colspan=999999999>x",
            "<table><tr><td rowspan=9999999999999999999999>x",
            "<<<>>>",
            "<tr><td>&#x110000;&#;&",
        ] {
            let _ = rows(text);
        }
        assert!(!is_markup("a,<table>"));
    }
}
