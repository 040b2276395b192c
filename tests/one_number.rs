//! One number everywhere: every figure of the summary stands with the same value in JSON, in the document and, at its
//! place, in each format that is written from it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops at the first surprise

#[path = "common/app.rs"]
mod app;
#[path = "common/summaries.rs"]
mod summaries;

use std::cell::Cell as Counter;

use app::{Start, press, words};
use eframe::egui::OutputCommand;
use eframe::egui::accesskit::Role as WindowRole;
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::file;
use ripple_planner::file::settings::Language as WindowLanguage;
use ripple_planner::plan::Date;
use ripple_planner::report::Summary;
use ripple_planner::report::document::{Block, Cell, Document, Rank, Row, Table};
use ripple_planner::report::formats::{csv, json, markdown, text};
use ripple_planner::report::pages::{self, Pages, Paper, Role, Setting, Shape};
use ripple_planner::t;
use ripple_planner::words::clean::one_line;
use ripple_planner::words::names::currency_name;
use ripple_planner::words::{Language, Words, number};
use serde_json::Value;
use summaries::{Case, cases, drawn};

fn document(summary: &Summary) -> Document {
    Document::of(summary)
}

fn tables(document: &Document) -> Vec<&Table> {
    let readable = document.readable().into_iter();
    readable.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

/// The first of the empty cells at the end of a row.
fn tail(row: &Row) -> usize {
    row.cells.iter().rposition(|cell| *cell != Cell::Empty).map_or(0, |last| last + 1)
}

fn shown(cell: &Cell) -> String {
    one_line(cell.shown()).trim().to_owned()
}

/// Lines of cells must stand in what was written, a table's rows right after one another, tables in their order.
fn stand_in_order(name: &str, expected: &[Vec<Vec<String>>], written: &[Vec<String>]) {
    let mut from = 0;
    for rows in expected.iter().filter(|rows| !rows.is_empty()) {
        let found = (from..written.len()).find(|at| written[*at..].starts_with(rows));
        let found = found.unwrap_or_else(|| {
            let near = (from..written.len()).find(|at| written[*at] == rows[0]);
            panic!("{name}: {rows:#?}\nis not in it; near: {:#?}", near.map(|at| written[at..].iter().take(rows.len())))
        });
        from = found + rows.len();
    }
}

/// What stands in each row of each table, cell by cell.
fn rows_of(document: &Document, of: impl Fn(&Table, &Row) -> Vec<String>) -> Vec<Vec<Vec<String>>> {
    tables(document).into_iter().map(|table| table.rows.iter().map(|row| of(table, row)).collect()).collect()
}

#[test]
fn text_holds_every_row_with_its_figures_below_one_another() {
    for Case { name, summary, .. } in cases() {
        let document = document(&summary);
        let filled = |_: &Table, row: &Row| {
            let cells = row.cells.iter().filter(|cell| **cell != Cell::Empty).map(shown);
            cells.chain(row.remark.iter().map(|remark| one_line(remark))).collect()
        };
        let text = text::write(&document);
        let is_rule = |line: &&str| !line.is_empty() && line.chars().all(|c| c == '-');
        let lines: Vec<Vec<String>> = text.lines().filter(|line| !is_rule(line)).map(apart).collect();
        stand_in_order(name, &rows_of(&document, filled), &lines);
    }
}

/// The cells of a line, at least two spaces between them.
fn apart(line: &str) -> Vec<String> {
    line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
}

#[test]
fn markdown_holds_every_cell_in_its_column() {
    for Case { name, summary, .. } in cases() {
        let document = document(&summary);
        let expected = rows_of(&document, |_, row| {
            let mut cells: Vec<String> = row.cells.iter().map(shown).collect();
            if let (Some(remark), Some(last)) = (&row.remark, cells.last_mut()) {
                assert!(last.is_empty(), "{name}: a remark would stand over {last}");
                *last = one_line(remark);
            }
            cells
        });
        let written = markdown::write(&document);
        let lines = written.lines().filter(|line| line.starts_with("| "));
        let lines: Vec<Vec<String>> = lines.map(markdown_cells).collect();
        stand_in_order(name, &expected, &lines);
    }
}

/// The cells of a line of a Markdown table, as a reader of Markdown sees them.
fn markdown_cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut escaped) = (Vec::new(), String::new(), false);
    for c in line.trim_start_matches('|').chars() {
        match c {
            _ if escaped => {
                cell.push(c);
                escaped = false;
            }
            '\\' => escaped = true,
            '|' => cells.push(std::mem::take(&mut cell).trim().to_owned()),
            // Bold.
            '*' => {}
            c => cell.push(c),
        }
    }
    cells
}

#[test]
fn csv_holds_every_number_as_data_in_its_column() {
    for Case { name, summary, .. } in cases() {
        let document = document(&summary);
        let expected = rows_of(&document, |table, row| {
            let cells = row.cells.iter().map(|cell| match cell {
                Cell::Number { data, .. } => data.clone(),
                cell => kept(&shown(cell)),
            });
            let has_remarks = table.rows.iter().any(|row| row.remark.is_some());
            let remark = has_remarks.then(|| row.remark.as_deref().map(|remark| kept(&one_line(remark))));
            cells.chain(remark.map(Option::unwrap_or_default)).collect()
        });
        let written = csv::write(&document);
        assert!(written.starts_with('\u{feff}') && written.replace("\r\n", "").find(['\r', '\n']).is_none(), "{name}");
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(&written.as_bytes()[3..]);
        let records: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        let width = records[0].len();
        let padded = |rows: &Vec<Vec<String>>| -> Vec<Vec<String>> {
            rows.iter()
                .cloned()
                .map(|mut row| {
                    row.resize(width, String::new());
                    row
                })
                .collect()
        };
        stand_in_order(name, &expected.iter().map(padded).collect::<Vec<_>>(), &records);
    }
}

/// Words as a spreadsheet keeps them.
fn kept(words: &str) -> String {
    if words.starts_with(['=', '+', '-', '@', '\u{2212}']) { format!("'{words}") } else { words.to_owned() }
}

#[test]
fn pages_hold_every_cell_in_its_row() {
    for Case { name, summary, language } in cases() {
        let document = document(&summary);
        let expected = rows_of(&document, |_, row| {
            let used = if row.remark.is_some() { tail(row) } else { row.cells.len() };
            let cells = row.cells[..used].iter().map(|cell| squeezed(cell.shown()));
            cells.chain(row.remark.iter().map(|remark| squeezed(remark))).collect()
        });
        for paper in [Paper::A4, Paper::Letter] {
            let pages = laid_out(&document, language, paper);
            stand_in_order(name, &expected, &rows_on(&pages));
        }
    }
}

fn laid_out(document: &Document, language: Language, paper: Paper) -> Pages {
    let printed = Date::constant(2026, 4, 10);
    pages::lay_out(document, &Setting { paper, printed, file: "plan.ron".to_owned() }, Words::of(language))
}

/// The rows of all tables as they are written on the pages.
fn rows_on(pages: &Pages) -> Vec<Vec<String>> {
    let mut written = vec![String::new(); pages.structure.len()];
    for mark in pages.pages.iter().flat_map(|page| &page.marks) {
        if let (Some(node), Shape::Text(run)) = (mark.node, &mark.shape) {
            written[node].push_str(&run.text);
        }
    }
    let nodes = || pages.structure.iter().enumerate();
    let cells = |row: usize| nodes().filter(move |(_, node)| node.parent == Some(row)).map(|(cell, _)| cell);
    let is_row = |(_, node): &(usize, &pages::Node)| node.role == Role::Row;
    nodes().filter(is_row).map(|(row, _)| cells(row).map(|cell| squeezed(&written[cell])).collect()).collect()
}

/// Without spaces, which a line break may take the place of.
fn squeezed(text: &str) -> String {
    one_line(text).chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn main_figures_and_sentences_are_the_same_in_text_markdown_csv_and_pages() {
    for Case { name, summary, language } in cases() {
        let document = document(&summary);
        let pages = laid_out(&document, language, Paper::A4);
        let runs = pages.pages.iter().flat_map(|page| &page.marks);
        let on_pages: String = runs
            .filter_map(
                |mark| if let (Some(_), Shape::Text(run)) = (mark.node, &mark.shape) { Some(run) } else { None },
            )
            .map(|run| squeezed(&run.text))
            .collect();
        let unescaped = markdown::write(&document).replace('\\', "");
        let written = [
            ("text", squeezed(&text::write(&document))),
            ("Markdown", squeezed(&unescaped.replace("**", ""))),
            ("CSV", squeezed(&csv::write(&document).replace("\"\"", "\"").replace("\r\n", ""))),
            ("pages", on_pages),
        ];
        let stands = |words: &str, formats: &[usize]| {
            for format in formats {
                let (kind, text) = &written[*format];
                assert!(text.contains(&squeezed(words)), "{name}, {kind}: {words}");
            }
        };
        for block in document.readable() {
            match block {
                Block::Paragraph(words) | Block::Heading(words) => stands(words, &[0, 1, 2, 3]),
                Block::List(items) => items.iter().for_each(|item| stands(item, &[0, 1, 3])),
                Block::Figures(figures) => {
                    for figure in figures {
                        let both = format!("{}{}{}", figure.label, figure.value.shown(), figure.remark);
                        stands(&both, &[0, 3]);
                        stands(&format!("{}: {}", figure.label, figure.value.shown()), &[1]);
                        if let Cell::Number { data, .. } = &figure.value {
                            let label = if figure.label.contains(',') {
                                format!("\"{}\"", figure.label)
                            } else {
                                figure.label.clone()
                            };
                            stands(&format!("{label},{data},"), &[2]);
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

/// The figures of a summary's JSON against those of its document.
struct Figures<'a> {
    name: &'a str,
    words: &'static Words,
    document: Document,
    compared: Counter<usize>,
}

impl Figures<'_> {
    /// The table whose first heading begins so, of several the one with this number.
    fn table(&self, key: &str, number: usize) -> Option<&Table> {
        let heading = self.words.text(key);
        tables(&self.document).into_iter().filter(|table| table.columns[0].heading.starts_with(&heading)).nth(number)
    }

    fn row<'t>(&self, table: &'t Table, row: usize) -> &'t Row {
        table.rows.get(row).unwrap_or_else(|| panic!("{}: no row {row} of {:?}", self.name, table.columns[0].heading))
    }

    /// A cell says what JSON does, in the unit of its column: its data to twelve digits, what is shown to its last
    /// digit, or the one beside it where parts have to add up.
    fn same(&self, place: &str, cell: &Cell, json: &Value, unit: f64) {
        self.compared.set(self.compared.get() + 1);
        let place = format!("{}: {place}: {cell:?} and {json}", self.name);
        let Some(value) = json.as_f64().map(|value| value * unit) else {
            assert!(!matches!(cell, Cell::Number { data, .. } if !data.is_empty()), "{place}");
            return;
        };
        // What cannot be calculated yet counts as nothing.
        if value == 0.0 && cell.shown() == number::NOTHING {
            return;
        }
        let Cell::Number { shown, data } = cell else { panic!("{place}") };
        let exact: f64 = data.parse().unwrap_or_else(|_| panic!("{place}"));
        assert!((exact - value).abs() <= 1e-9 * value.abs().max(1e-3), "{place}");
        let plain = shown.replace(',', "").replace('\u{2212}', "-").replace('+', "");
        let decimals = plain.split_once('.').map_or(0, |(_, digits)| digits.len());
        let read: f64 = plain.parse().unwrap_or_else(|_| panic!("{place}"));
        let digit = 10_f64.powi(-i32::try_from(decimals).unwrap());
        // Draws are shown to four significant digits.
        let drawn = if place.contains("odds") { value.abs() * 0.5e-3 } else { 0.0 };
        assert!((read - value).abs() <= digit * 1.000_001 + drawn, "{place}");
    }

    fn cells(&self, place: &str, row: &Row, pairs: &[(usize, &Value, f64)]) {
        for (column, json, unit) in pairs {
            self.same(&format!("{place}, column {column}"), &row.cells[*column], json, *unit);
        }
    }
}

#[test]
fn the_document_says_what_json_says() {
    for Case { name, summary, language } in cases() {
        let json: Value = serde_json::from_str(&json::write(&summary).unwrap()).unwrap();
        let words = Words::of(language);
        let figures = Figures { name, words, document: document(&summary), compared: Counter::new(0) };
        main_figures(&figures, &json);
        allocation(&figures, &json["allocation"], &json["events"]);
        months(&figures, &json);
        goal(&figures, &json["goal"]);
        events(&figures, &json["events"]);
        ripples(&figures, &json["ripples"]);
        odds(&figures, &json["odds"]);
        others(&figures, &json);
        track(&figures, &json);
        let least = if name.contains("blank") { 20 } else { 150 };
        assert!(figures.compared.get() >= least, "{name}: only {} figures compared", figures.compared.get());
    }
}

fn main_figures(figures: &Figures, json: &Value) {
    let shown = figures.document.readable().into_iter().find_map(|block| match block {
        Block::Figures(shown) => Some(shown),
        _ => None,
    });
    let allocation = &json["allocation"];
    let budget = if allocation["budget"].is_null() { &allocation["allocated"] } else { &allocation["budget"] };
    let expected = [
        budget,
        &allocation["registrations"],
        &allocation["leads"]["A"],
        &allocation["leads"]["B"],
        &allocation["cost_per_registration"],
    ];
    for (figure, json) in shown.unwrap().iter().zip(expected) {
        figures.same(&figure.label, &figure.value, json, 1.0);
    }
}

fn array(json: &Value) -> &[Value] {
    json.as_array().map_or(&[], Vec::as_slice)
}

fn allocation(figures: &Figures, json: &Value, events: &Value) {
    let Some(table) = figures.table("report-channel", 0) else {
        assert!(array(&json["channels"]).is_empty() && array(events).is_empty(), "{}", figures.name);
        return;
    };
    let last = table.columns.len() - 1;
    // Channels stand in the order of their tasks, those of a group where its first does.
    let items: Vec<&Row> = table.rows.iter().filter(|row| row.rank == Rank::Item).collect();
    assert_eq!(items.len(), array(&json["channels"]).len() + array(events).len(), "{}", figures.name);
    for channel in array(&json["channels"]) {
        let is_it = |row: &&&Row| {
            let Cell::Number { data, .. } = &row.cells[3] else { return false };
            row.cells[0].shown() == channel["name"].as_str().unwrap()
                && data.parse::<f64>().ok() == channel["budget"].as_f64()
        };
        let place = format!("channel {}", channel["name"]);
        let row = items.iter().find(is_it).unwrap_or_else(|| panic!("{}: {place}", figures.name));
        figures.cells(&place, row, &[(3, &channel["budget"], 1.0), (4, &channel["share"], 100.0)]);
        if row.remark.is_none() && channel["registrations"].as_f64() > Some(0.0) {
            let pairs = [(5, &channel["registrations"], 1.0), (last - 1, &channel["average_cost"], 1.0)];
            figures.cells(&place, row, &pairs);
            figures.cells(&place, row, &[(last, &channel["next"], 1.0)]);
        }
    }
    let groups: Vec<&Row> = table.rows.iter().filter(|row| row.rank == Rank::Group).collect();
    for (row, task) in groups.iter().zip(array(&json["tasks"])) {
        let place = format!("task {}", task["task"]);
        figures.cells(&place, row, &[(3, &task["budget"], 1.0), (4, &task["share"], 100.0)]);
        if task["registrations"].as_f64() > Some(0.0) {
            figures.cells(&place, row, &[(5, &task["registrations"], 1.0), (last - 1, &task["average_cost"], 1.0)]);
        }
    }
    let total = table.rows.last().unwrap();
    let pairs = [(3, &json["allocated"], 1.0), (5, &json["registrations"], 1.0)];
    figures.cells("total", total, &pairs);
    figures.cells("total", total, &[(last - 1, &json["cost_per_registration"], 1.0)]);
}

/// Money by month, in thousands or in units, and what it wins.
fn months(figures: &Figures, json: &Value) {
    let list = array(&json["months"]["months"]);
    let unit = currency_name(json["plan"]["currency"].as_str().unwrap(), figures.words);
    let thousand = t!(figures.words, "report-thousand", unit = unit.as_str());
    let total = figures.words.text("common-total");
    let mut from = 0;
    for table in tables(&figures.document) {
        let heading = &table.columns[0].heading;
        let whole = figures.words.text("report-months-whole");
        let months = table.columns.len() - 2 - usize::from(table.columns.iter().any(|column| column.heading == whole));
        if *heading == unit || *heading == thousand {
            let scale = if *heading == thousand { 1e-3 } else { 1.0 };
            let of_month = |row: usize, month: &Value| -> Value {
                let items = array(&month["channels"]).iter().chain(array(&month["events"])).map(|item| &item["spend"]);
                items.chain([&month["spend"]]).nth(row).unwrap().clone()
            };
            let sum = table.rows.iter().position(|row| row.rank == Rank::Total).unwrap();
            assert_eq!(table.rows[sum].cells[0].shown(), total);
            let keys = ["cash", "registrations", "registrations_if_even"];
            for (row, key) in table.rows[sum + 1..].iter().rev().zip(keys.into_iter().rev()) {
                for (column, month) in list[from..from + months].iter().enumerate() {
                    let scale = if key == "cash" { scale } else { 1.0 };
                    figures.same(&format!("{key} of {}", month["month"]), &row.cells[column + 1], &month[key], scale);
                }
            }
            for (number, row) in table.rows[..=sum].iter().enumerate() {
                for (column, month) in list[from..from + months].iter().enumerate() {
                    let place = format!("{} of {}", row.cells[0].shown(), month["month"]);
                    figures.same(&place, &row.cells[column + 1], &of_month(number, month), scale);
                }
            }
            from += months;
        }
    }
    assert_eq!(from, list.len(), "{}: every month stands on paper", figures.name);
    let is_meant = figures.name.contains("by month") || figures.name.contains("按月");
    assert_eq!(is_meant, !list.is_empty(), "{}", figures.name);
    if is_meant {
        let sum: f64 = list.iter().map(|month| month["registrations"].as_f64().unwrap()).sum();
        let all = json["allocation"]["registrations"].as_f64().unwrap();
        assert!((sum - all).abs() <= 1e-9 * all, "{}: {sum} and {all}", figures.name);
    }
}

fn goal(figures: &Figures, json: &Value) {
    let table = figures.table("report-measure", 0).unwrap();
    let measures =
        [("customers", 1.0), ("value_per_customer", 1.0), ("revenue", 1.0), ("total_revenue", 1.0), ("share", 100.0)];
    for (index, (measure, unit)) in measures.into_iter().enumerate() {
        let (row, json) = (figures.row(table, index), &json[measure]);
        let pairs = [(1, &json["baseline"], unit), (2, &json["expected"], unit), (3, &json["target"], unit)];
        figures.cells(measure, row, &pairs);
        figures.cells(measure, row, &[(4, &json["attainment"], 100.0)]);
    }
}

fn events(figures: &Figures, json: &Value) {
    let (mut split, mut transferred) = (0, 0);
    for event in array(json) {
        let (shares, transfers) = (array(&event["shares"]), array(&event["transfers"]));
        if shares.is_empty() {
            continue;
        }
        let table = figures.table("report-party", split).unwrap();
        split += 1;
        let has_income = table.columns.len() == 7;
        let balance = if has_income { 4 } else { 3 };
        for (row, share) in table.rows.iter().zip(shares) {
            // What the parties owe one another: suppliers and sponsors stand apart.
            let amount = |key: &str| share[key].as_f64().unwrap();
            let open = Value::from(amount("balance") + amount("unpaid") - amount("unreceived"));
            let pairs = [(1, &share["share"], 1.0), (2, &share["paid"], 1.0), (balance, &open, 1.0)];
            let place = format!("share of {}", share["party"]);
            figures.cells(&place, row, &pairs);
            figures.cells(&place, row, &[(balance + 1, &share["alone"], 1.0), (balance + 2, &share["saving"], 1.0)]);
        }
        figures.same("all shares", &table.rows.last().unwrap().cells[1], &event["total"], 1.0);
        if !transfers.is_empty() {
            let table = figures.table("report-transfer-from", transferred).unwrap();
            transferred += 1;
            for (row, transfer) in table.rows.iter().zip(transfers) {
                figures.same("transfer", &row.cells[2], &transfer["amount"], 1.0);
                assert_eq!(row.cells[0].shown(), transfer["from"].as_str().unwrap());
            }
        }
    }
}

fn ripples(figures: &Figures, json: &Value) {
    for (number, ripple) in array(json).iter().enumerate() {
        let table = figures.table("report-step", number).unwrap();
        for (row, step) in table.rows.iter().zip(array(&ripple["steps"])) {
            let keys = ["cost", "people", "customers", "revenue", "roi"];
            for (column, key) in (1..).zip(keys) {
                figures.same(&format!("ripple, {key}"), &row.cells[column], &step[key], 1.0);
            }
        }
    }
}

fn odds(figures: &Figures, json: &Value) {
    if json["ranges"].as_u64().unwrap_or(0) == 0 {
        return;
    }
    let table = figures.table("odds-result", 0).unwrap();
    let results =
        [("registrations", 1.0), ("leads", 1.0), ("customers", 1.0), ("revenue", 1.0), ("share", 100.0), ("roi", 1.0)];
    let known = results.into_iter().filter(|(result, _)| !json[*result].is_null());
    for (row, (result, unit)) in table.rows.iter().zip(known) {
        let json = &json[result];
        let pairs = [(1, &json["p10"], unit), (2, &json["p50"], unit), (3, &json["p90"], unit)];
        figures.cells(&format!("odds of {result}"), row, &pairs);
    }
    let unit = if json["headline"] == "share" { 100.0 } else { 1.0 };
    let heading = figures.words.text("odds-high-result");
    let movers = tables(&figures.document)
        .into_iter()
        .find(|table| table.columns.get(3).is_some_and(|column| column.heading == heading))
        .unwrap();
    for (row, mover) in movers.rows.iter().zip(array(&json["tornado"])) {
        let pairs = [(1, &mover["explains"], 100.0), (2, &mover["low_result"], unit), (3, &mover["high_result"], unit)];
        figures.cells(&format!("{}", mover["name"]), row, &pairs);
    }
    let estimates = figures.table("report-estimate", 0).unwrap();
    assert_eq!(estimates.rows.len(), array(&json["tornado"]).len());
    for (row, mover) in estimates.rows.iter().zip(array(&json["tornado"])) {
        let unit = if row.cells[1].shown().contains('%') { 100.0 } else { 1.0 };
        let pairs = [(2, &mover["likely"], unit), (3, &mover["low"], unit), (4, &mover["high"], unit)];
        figures.cells(&format!("estimate {}", mover["name"]), row, &pairs);
    }
}

/// What happened: months, channels below their tasks, readings.
fn track(figures: &Figures, json: &Value) {
    let readings = array(&json["readings"]);
    if let Some(table) = figures.table("track-reading-name", 0) {
        assert_eq!(table.rows.len(), readings.len());
        for (row, reading) in table.rows.iter().zip(readings) {
            let pairs = [(2, &reading["value"], 1.0), (3, &reading["planned"], 1.0), (4, &reading["target"], 1.0)];
            figures.cells(&format!("reading of {}", reading["name"]), row, &pairs);
        }
    } else {
        assert!(readings.is_empty(), "{}", figures.name);
    }
    let json = &json["track"];
    let Some(months) = figures.table("report-track-month", 0) else {
        assert!(json.is_null() || json["expected"].is_null(), "{}", figures.name);
        return;
    };
    let compared = |place: &str, row: &Row, planned: &Value, real: &Value| {
        let pairs = [(planned, "spend"), (real, "spend"), (planned, "registrations"), (real, "registrations")];
        for (column, (json, key)) in (1..).zip(pairs) {
            // What is neither planned nor real is left empty.
            if row.cells[column] == Cell::Empty {
                assert_eq!(json[key].as_f64(), Some(0.0), "{}: {place}, column {column}", figures.name);
            } else {
                figures.same(&format!("{place}, column {column}"), &row.cells[column], &json[key], 1.0);
            }
        }
    };
    let with_each = |place: &str, row: &Row, planned: &Value, real: &Value| {
        compared(place, row, planned, real);
        for (column, bought) in [(5, planned), (6, real)] {
            let [spend, registrations] = ["spend", "registrations"].map(|key| bought[key].as_f64().unwrap());
            if spend > 0.0 && registrations > 0.0 {
                let each = Value::from(spend / registrations);
                figures.same(&format!("{place}, column {column}"), &row.cells[column], &each, 1.0);
            } else {
                assert_eq!(row.cells[column], Cell::Empty, "{}: {place}, column {column}", figures.name);
            }
        }
    };
    for (row, month) in months.rows.iter().zip(array(&json["months"])) {
        let place = format!("{}", month["month"]);
        compared(&place, row, &month["planned_of_known"], &month["real"]);
        if months.columns.len() == 6 {
            figures.same(&place, &row.cells[5], &month["known"]["leads"], 1.0);
        } else {
            assert!(month["known"]["leads"].is_null());
        }
    }
    assert_eq!(months.rows.len(), array(&json["months"]).len() + 1, "{}", figures.name);
    compared("all months", months.rows.last().unwrap(), &json["planned"], &json["real"]);
    let heading = figures.words.text("track-head-says");
    let of_channels = |table: &&&Table| table.columns.last().unwrap().heading == heading;
    let all = tables(&figures.document);
    let channels = *all.iter().find(of_channels).unwrap();
    with_each("all channels", channels.rows.last().unwrap(), &json["planned"], &json["real"]);
    let known = |channel: &&Value| channel["known"].as_u64() > Some(0);
    let in_order = ["A", "B", "W"]
        .into_iter()
        .flat_map(|task| array(&json["channels"]).iter().filter(known).filter(move |channel| channel["task"] == task));
    let items: Vec<&Row> = channels.rows.iter().filter(|row| row.rank == Rank::Item).collect();
    assert_eq!(items.len(), in_order.clone().count(), "{}", figures.name);
    for (row, channel) in items.into_iter().zip(in_order) {
        assert_eq!(row.cells[0].shown(), channel["name"].as_str().unwrap());
        with_each(&format!("{}", channel["name"]), row, &channel["planned"], &channel["real"]);
        let is_off = ["more", "less"].iter().any(|verdict| channel["verdict"] == *verdict);
        let is_whole = channel["known"] == json["over"];
        assert_eq!(row.cells[7] == Cell::Empty, !is_off && is_whole, "{}: {row:?}", figures.name);
        let percent =
            number::percent(figures.words.language(), (channel["of_curve"].as_f64().unwrap_or(1.0) - 1.0).abs(), 0);
        let is_said = row.cells[7].shown().contains(&percent) || channel["of_curve"].as_f64() >= Some(3.0);
        assert!(!is_off || is_said, "{}: {row:?} {percent}", figures.name);
    }
    let tasks = array(&json["tasks"])
        .iter()
        .filter(|task| array(&json["channels"]).iter().filter(known).any(|channel| channel["task"] == task["task"]));
    let groups = channels.rows.iter().filter(|row| row.rank == Rank::Group);
    for (row, task) in groups.zip(tasks) {
        with_each(&format!("task {}", task["task"]), row, &task["planned"], &task["real"]);
    }
}

fn others(figures: &Figures, json: &Value) {
    if let Some(table) = figures.table("report-level", 0) {
        for (row, level) in table.rows.iter().rev().zip(array(&json["pyramid"]["levels"])) {
            figures.same("level", &row.cells[1], &level["score"], 1.0);
        }
    }
    if let Some(table) = figures.table("report-topic", 0) {
        for (row, topic) in table.rows.iter().zip(array(&json["topics"])) {
            figures.cells("topic", row, &[(3, &topic["peak"], 1.0), (5, &topic["attention_share"], 100.0)]);
        }
    }
    let proposal = &json["proposal"];
    if proposal["worth_it"] == true {
        let table = figures.table("report-channel", 1).unwrap();
        for (row, channel) in table.rows.iter().zip(array(&proposal["channels"])) {
            let pairs = [(1, &channel["present"], 1.0), (2, &channel["proposed"], 1.0), (3, &channel["change"], 1.0)];
            figures.cells(&format!("proposal for {}", channel["name"]), row, &pairs);
        }
    }
}

#[test]
fn the_window_hands_over_the_text_that_the_command_line_prints() {
    for (window, saved) in app::WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), saved, window);
        let plan = file::open(start.plan.as_ref().unwrap()).unwrap();
        let language = if window == WindowLanguage::Chinese { Language::ZhCn } else { Language::En };
        let draws = start.draws;
        let mut harness = start.open();
        press(&mut harness, Command::Show(Tab::Summary));
        harness.get_by_role_and_label(WindowRole::Button, &words(window).text("summary-copy")).click();
        let copied = (0..8).find_map(|_| {
            harness.step();
            harness.output().platform_output.commands.iter().find_map(|command| match command {
                OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            })
        });
        assert_eq!(copied.unwrap(), text::write(&document(&drawn(&plan, language, draws))), "{window:?}");
    }
}
