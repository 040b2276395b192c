//! A workbook read back by another library.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use ripple_planner::calc::Report;
use ripple_planner::plan::{Date, Plan};
use ripple_planner::report::{Summary, workbook};
use ripple_planner::words::{Language, Words};

pub const DAY: Date = Date::constant(2026, 4, 10);

/// The cells of all sheets by sheet, row and column.
pub struct Cells {
    pub sheets: Vec<String>,
    pub values: BTreeMap<(String, u32, u32), Data>,
    pub formulas: BTreeMap<(String, u32, u32), String>,
}

pub fn bytes(plan: &Plan, report: &Report, language: Language) -> Vec<u8> {
    workbook::write(plan, report, &Summary::of(plan, report, Words::of(language)), DAY).unwrap()
}

impl Cells {
    pub fn read(bytes: &[u8]) -> Self {
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let sheets = book.sheet_names();
        let (mut values, mut formulas) = (BTreeMap::new(), BTreeMap::new());
        for name in &sheets {
            let range = book.worksheet_range(name).unwrap();
            let (top, left) = range.start().unwrap_or((0, 0));
            for (row, col, value) in range.used_cells() {
                let place = (name.clone(), top + u32::try_from(row).unwrap(), left + u32::try_from(col).unwrap());
                values.insert(place, value.clone());
            }
            let range = book.worksheet_formula(name).unwrap();
            let (top, left) = range.start().unwrap_or((0, 0));
            for (row, col, formula) in range.used_cells() {
                let place = (name.clone(), top + u32::try_from(row).unwrap(), left + u32::try_from(col).unwrap());
                formulas.insert(place, formula.clone());
            }
        }
        Self { sheets, values, formulas }
    }

    pub fn of(plan: &Plan, language: Language) -> Self {
        Self::read(&bytes(plan, &ripple_planner::calc::report(plan), language))
    }

    pub fn value(&self, sheet: &str, row: u32, col: u32) -> Data {
        self.values.get(&(sheet.to_owned(), row, col)).cloned().unwrap_or(Data::Empty)
    }

    pub fn number(&self, sheet: &str, row: u32, col: u32) -> Option<f64> {
        match self.value(sheet, row, col) {
            Data::Float(number) => Some(number),
            Data::Int(number) => Some(f64::from(i32::try_from(number).unwrap())),
            _ => None,
        }
    }

    /// The row whose first cell says this, from a row on.
    pub fn row(&self, sheet: &str, words: &str, from: u32) -> u32 {
        let found = self.values.iter().find(|((name, row, col), value)| {
            name == sheet && *row >= from && *col == 0 && **value == Data::String(words.to_owned())
        });
        found.unwrap_or_else(|| panic!("{sheet}: no row {words}")).0.1
    }
}
