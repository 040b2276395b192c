//! In which months channels cannot run.

use eframe::egui::{self, CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::super::Desk;
use super::super::cells::cell_name;
use super::super::lines::Lines;
use super::super::shown::month_heads;
use super::{FOOT, Timing, years};
use crate::app::icons;
use crate::app::theme::{self, height, radius};
use crate::app::widgets::{RowSpec, Table, focus_ring};
use crate::plan::Channel;
use crate::t;

/// Draws one row a channel.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk<'_>, lines: &Lines, timing: &mut Timing) {
    let shown = years::turn(ui, desk, timing);
    let id = egui::Id::unique("months off");
    let mut table = Table::new(ui, id, &years::columns(&shown, 4.0)).gap(8.0).row_height(height::ROW_TIGHT);
    let mut heads = vec![String::new(), desk.cx.words.text("allocation-column-channel")];
    heads.extend(month_heads(desk.cx, shown.clone()));
    table.header(ui, &heads.iter().map(String::as_str).collect::<Vec<_>>());
    let room = (ui.available_height() - FOOT).max(height::ROW_TIGHT * 3.0);
    table.rows(ui, lines.channels.len(), room, |table, ui, place| {
        let Some(channel) = desk.cx.plan.allocation.channels.get(lines.channels[place]) else { return };
        let row_id = egui::Id::unique(("off", channel.id.as_str()));
        table.row(ui, RowSpec::plain().id(row_id), |row| {
            row.skip(1);
            row.text(&channel.name);
            for month in shown.clone() {
                if row.cell(|ui| toggle(ui, desk, channel, month)) {
                    desk.close(channel, month);
                }
            }
        });
    });
}

/// A check where the channel can run; returns whether that is to change.
fn toggle(ui: &mut Ui, desk: &Desk<'_>, channel: &Channel, month: usize) -> bool {
    let off = channel.schedule.is_off(month);
    let (palette, cell) = (theme::palette(ui), ui.max_rect());
    let rect = Rect::from_center_size(cell.right_center() - vec2(11.0, 0.0), vec2(22.0, 20.0));
    let id = egui::Id::unique(("off", channel.id.as_str(), month));
    let sense = if channel.locked { Sense::hover() } else { Sense::click() };
    let response = ui.interact(rect, id, sense);
    let name = t!(desk.cx.words, "months-off-cell", cell = cell_name(desk.cx, channel, month));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, !channel.locked, off, &name));
    if response.hovered() && !channel.locked {
        ui.painter().rect_filled(rect, radius::FIELD, palette.line);
    }
    let (icon, color) = if off { (icons::CLOSE, palette.text) } else { (icons::CHECK, palette.faint) };
    icons::paint(ui.painter(), icon, Rect::from_center_size(rect.center(), vec2(14.0, 14.0)), color);
    focus_ring(ui, &response);
    let key = match (channel.locked, off) {
        (true, _) => "months-held-channel",
        (false, true) => "months-held-off",
        (false, false) => "months-runs",
    };
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(desk.cx.words.text(key)).clicked()
}
