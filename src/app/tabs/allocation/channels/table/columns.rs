//! The columns of the table: which there is room for, and how wide they are.

use eframe::egui::Ui;

use super::super::words::drawn_range;
use super::lines::Lines;
use crate::app::context::Cx;
use crate::app::theme::{self, size};
use crate::app::widgets::{Column, text};
use crate::calc::allocation::{ChannelReport, Won};
use crate::words::number;

/// Which columns there is room for.
#[derive(Clone, Copy)]
pub struct Room {
    /// The 90 % range.
    pub range: bool,
    /// The average cost.
    pub average: bool,
    /// What becomes of the registrations: leads, customers, revenue.
    pub results: bool,
}

impl Room {
    /// What becomes of the registrations goes first, then the range, then the average cost.
    #[must_use]
    pub fn of(ui: &Ui) -> Self {
        let width = ui.available_width();
        Self { range: width >= 740.0, average: width >= 620.0, results: width >= 1_040.0 }
    }

    /// The columns, wide enough for their widest numbers.
    #[must_use]
    pub fn columns(self, sums: &Sums) -> Vec<Column> {
        let mut columns = vec![
            Column::fixed(18.0),
            Column::flex(1.0, 110.0).at_most(300.0),
            Column::flex(0.4, 58.0).at_most(120.0),
            Column::fixed(sums.spend.max(72.0)).right(),
            Column::fixed(46.0),
            Column::fixed(38.0).right(),
            Column::fixed(sums.registrations.max(72.0)).right(),
        ];
        if self.range {
            columns.push(Column::fixed(sums.range.max(84.0)).right());
        }
        if self.average {
            columns.push(Column::fixed(sums.average.max(54.0)).right());
        }
        if self.results {
            let least = [60.0, 68.0, 80.0];
            columns.extend(sums.results.iter().zip(least).map(|(sum, least)| Column::fixed(sum.max(least)).right()));
        }
        columns.extend([Column::fixed(28.0).right(), Column::fixed(38.0).right()]);
        columns
    }

    /// How many columns stand between the registrations and the right end, both included.
    #[must_use]
    pub fn after_share(self) -> usize {
        3 + usize::from(self.range) + usize::from(self.average) + 3 * usize::from(self.results)
    }
}

/// How wide the sums of all channels are, and the highest average cost.
pub struct Sums {
    spend: f32,
    registrations: f32,
    range: f32,
    average: f32,
    results: [f32; 3],
}

impl Sums {
    /// Measures them.
    #[must_use]
    pub fn of(ui: &Ui, cx: &Cx, lines: &Lines) -> Self {
        let total = &cx.report.allocation.total;
        let width = |text: String, font| text::text_width(ui, &text, font).ceil();
        let strong = theme::semibold(size::BODY);
        Self {
            spend: width(number::money(cx.currency(), total.spend, lines.decimals), strong.clone()),
            registrations: width(number::count(total.won.registrations, 0), strong.clone()),
            average: width(number::count(lines.most_average, 2), strong.clone()),
            results: results(&total.won).map(|result| width(result, strong.clone())),
            range: width(total_range(cx), theme::text(size::SMALL)),
        }
    }
}

/// Leads, customers and revenue in figures.
#[must_use]
pub fn results(won: &Won) -> [String; 3] {
    [won.leads, won.customers, won.revenue].map(|result| number::count(result, 0))
}

/// The range of all registrations.
#[must_use]
pub fn total_range(cx: &Cx) -> String {
    drawn_range(cx, |odds| Some(&odds.all_registrations)).unwrap_or_default()
}

/// The range of a channel's registrations, as its curve has it.
#[must_use]
pub fn own_range(report: &ChannelReport) -> Option<String> {
    let range = report.range?;
    let [low, high] = [range.low, range.high].map(|end| number::count(end, 0));
    Some(number::range(&low, &high))
}
