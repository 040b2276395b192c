//! Planned and real money beside planned and real registrations: columns and cells of months and channels alike.

use crate::calc::numbers::quotient;
use crate::plan::Money;
use crate::report::summary::figure::{Amount, Number};
use crate::report::summary::track::BoughtPart;
use crate::words::number;

use super::super::super::{Cell, Column};
use super::super::{Write, number_cell, optional, rounded_cell};

/// What was planned and what is real of the same months.
#[derive(Clone, Copy, Debug)]
pub(super) struct Compared {
    pub(super) planned: BoughtPart,
    pub(super) real: BoughtPart,
}

/// Planned and real money in currency units, planned and real registrations.
type Values = [f64; 4];

/// The same rounded to whole ones, so that columns add up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rounded(Values);

impl Write<'_> {
    pub(super) fn compared_columns(&self) -> [Column; 4] {
        let text = |key: &str| self.words.text(key);
        [
            Column::numbers(self.in_unit(&text("report-track-planned-money"))),
            Column::numbers(self.in_unit(&text("report-track-real-money"))),
            Column::numbers(text("report-track-planned-registrations")),
            Column::numbers(text("report-track-real-registrations")),
        ]
    }

    /// What is not planned is left empty, and so is what is neither planned nor real.
    pub(super) fn compared_cells(&self, Compared { planned, real }: Compared, Rounded(shown): Rounded) -> [Cell; 4] {
        let has_money = planned.spend.money > Money::ZERO;
        let has_registrations = planned.registrations.0 > 0.0;
        let amount =
            |amount: Amount, shown: f64| Cell::Number { shown: number::count(shown, 0), data: self.plain(amount) };
        let filled = |is_filled: bool, cell: Cell| if is_filled { cell } else { Cell::Empty };
        [
            filled(has_money, amount(planned.spend, shown[0])),
            filled(has_money || real.spend.money > Money::ZERO, amount(real.spend, shown[1])),
            filled(has_registrations, rounded_cell(planned.registrations, shown[2], 0)),
            filled(has_registrations || real.registrations.0 > 0.0, rounded_cell(real.registrations, shown[3], 0)),
        ]
    }

    /// What one registration costs, by the plan and really.
    pub(super) fn each_cells(&self, Compared { planned, real }: Compared) -> [Cell; 2] {
        [planned, real].map(|bought| {
            let each = quotient(self.units(bought.spend), bought.registrations.0).filter(|each| *each > 0.0);
            optional(each.map(Number), |each| number_cell(each, 2))
        })
    }

    /// A total by itself.
    pub(super) fn rounded_total(&self, compared: Compared) -> Rounded {
        Rounded(self.values(&compared).map(|value| number::rounded(value, 0)))
    }

    /// Parts that add up to what is shown above them.
    pub(super) fn rounded_parts(&self, parts: &[Compared], above: Rounded) -> Vec<Rounded> {
        let values: Vec<Values> = parts.iter().map(|part| self.values(part)).collect();
        let mut shown = values.clone();
        for (column, total) in above.0.into_iter().enumerate() {
            let parts: Vec<f64> = values.iter().map(|row| row[column]).collect();
            let rounded = number::rounded_parts(&parts, total, 0);
            shown.iter_mut().zip(rounded).for_each(|(row, rounded)| row[column] = rounded);
        }
        shown.into_iter().map(Rounded).collect()
    }

    fn values(&self, Compared { planned, real }: &Compared) -> Values {
        [self.units(planned.spend), self.units(real.spend), planned.registrations.0, real.registrations.0]
    }
}
