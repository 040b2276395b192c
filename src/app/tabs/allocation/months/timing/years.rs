//! Months beside each other in the dialog: a year of them, and the way to the next.

use std::ops::Range;

use eframe::egui::{Ui, vec2};

use super::super::Desk;
use super::super::cells::month_name;
use super::Timing;
use crate::app::icons;
use crate::app::theme::height;
use crate::app::widgets::button::{IconLook, icon_button_colored};
use crate::app::widgets::{Column, weak};
use crate::words::number;

/// So many months stand beside each other.
pub(super) const MOST: usize = 12;

/// Room for a name, and for a month.
pub(super) const NAME: f32 = 170.0;
pub(super) const MONTH: f32 = 56.0;

/// The months that are shown; above them the way to the others, where there are any.
pub(super) fn turn(ui: &mut Ui, desk: &Desk<'_>, timing: &mut Timing) -> Range<usize> {
    let months = desk.months();
    let count = months.min(MOST);
    timing.first = timing.first.min(months - count);
    if count < months {
        let room = vec2(ui.available_width(), height::DENSE);
        ui.allocate_ui_with_layout(room, eframe::egui::Layout::left_to_right(eframe::egui::Align::Center), |ui| {
            let first = timing.first;
            let mut way = |ui: &mut Ui, icon, key: &str, to: Option<usize>| {
                let look = IconLook { icon: 14.0, enabled: to.is_some(), ..IconLook::default() };
                if icon_button_colored(ui, icon, &desk.cx.words.text(key), look).clicked() {
                    timing.first = to.unwrap_or(first);
                }
            };
            way(ui, icons::CHEVRON_LEFT, "track-earlier-months", (first > 0).then(|| first.saturating_sub(MOST)));
            let [from, to] = [first, first + count - 1].map(|month| month_name(desk.cx, month));
            weak(ui, &number::range(&from, &to));
            let later = (first + count < months).then(|| (first + MOST).min(months - count));
            way(ui, icons::CHEVRON_RIGHT, "track-later-months", later);
        });
    }
    timing.first..timing.first + count
}

/// A name, the months, and room for something at the end.
pub(super) fn columns(months: &Range<usize>, end: f32) -> Vec<Column> {
    let mut columns = vec![Column::fixed(18.0), Column::flex(1.0, NAME).at_most(320.0)];
    columns.extend(months.clone().map(|_| Column::fixed(MONTH).right()));
    columns.push(Column::fixed(end).right());
    columns
}
