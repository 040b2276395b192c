//! What the market's calendar says of a month, at its heading.

use eframe::egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, pos2};

use crate::app::context::Cx;
use crate::app::theme::{self, size};
use crate::app::widgets::text::text_width;
use crate::calc::months::period;

/// A dot before the heading of a month that loses days to holidays or lies in a season of sales, and on hover what there is in it
/// and how many days are worked. `heading` is what the column is headed with.
pub(super) fn mark(ui: &Ui, cx: &Cx, (month, heading): (usize, &str), rect: Rect) {
    let almanac = cx.almanac();
    let Some(calendar) = almanac.calendar else { return };
    let (period, index) = (period(cx.plan), u32::try_from(month).unwrap_or(u32::MAX));
    let (from, next) = (period.month_start(index), period.month_start(index.saturating_add(1)));
    let to = next.yesterday().unwrap_or(next);
    let lost = calendar.weekdays(from, to).saturating_sub(calendar.workdays(from, to));
    if lost >= MANY || calendar.rushes(from, to).next().is_some() {
        let palette = theme::palette(ui);
        let name = heading.lines().last().unwrap_or_default();
        let width = text_width(ui, name, theme::text(size::SMALL));
        let dot = pos2(rect.right() - width - 7.0, rect.bottom() - 12.0);
        ui.painter().circle_filled(dot, 2.5, if lost >= MANY { palette.warn } else { palette.faint });
    }
    let notes = || almanac.notes(from, to).join("\n");
    let response = ui.interact(rect, Id::unique(("month's calendar", month)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, notes()));
    response.on_hover_ui(|ui| drop(ui.label(notes())));
}

/// So many lost days change what can be done in a month.
const MANY: usize = 3;
