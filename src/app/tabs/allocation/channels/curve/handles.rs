//! What can be dragged on a response curve: the present spend; of an S-shape also its ceiling and half spend.

use eframe::egui::{self, CursorIcon, Pos2, Rect, Sense, Ui};

use super::super::by_hand::settable;
use super::super::sheet::Sheet;
use crate::plan::{Channel, Curve};

/// One thing to drag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Handle {
    /// The present spend.
    Spend,
    /// The ceiling.
    Ceiling,
    /// The half spend.
    Half,
}

impl Handle {
    const ALL: [Self; 3] = [Self::Spend, Self::Ceiling, Self::Half];

    fn name_key(self) -> &'static str {
        match self {
            Self::Spend => "allocation-drag-budget",
            Self::Ceiling => "allocation-ceiling",
            Self::Half => "allocation-half-spend",
        }
    }

    fn cursor(self) -> CursorIcon {
        match self {
            Self::Ceiling => CursorIcon::ResizeVertical,
            Self::Spend | Self::Half => CursorIcon::ResizeHorizontal,
        }
    }
}

/// The handles of a plot.
#[derive(Clone, Copy)]
pub struct Grips<'a> {
    /// The plot.
    pub id: egui::Id,
    /// Where they stand.
    pub places: &'a [(Handle, Rect)],
    /// The one that is dragged, and where the mouse is in the units of the axes.
    pub moved: Option<(Handle, [f64; 2])>,
    /// Right and upper end of the axes.
    pub axes: (f64, f64),
}

/// The handle that is dragged, and where the mouse is.
pub fn dragged(ui: &Ui, plot: egui::Id) -> Option<(Handle, Pos2)> {
    Handle::ALL.into_iter().find_map(|handle| {
        let response = ui.ctx().read_response(plot.with(handle)).filter(egui::Response::dragged)?;
        response.interact_pointer_pos().map(|pos| (handle, pos))
    })
}

/// Puts the handles under the mouse and carries out what it does to them.
pub fn drag(ui: &Ui, sheet: &mut Sheet<'_>, channel: &Channel, grips: Grips<'_>) {
    let words = sheet.cx.words;
    let mut held = false;
    for (handle, rect) in grips.places {
        let response = ui.interact(rect.expand(4.0), grips.id.with(handle), Sense::DRAG);
        held |= response.dragged();
        response.on_hover_cursor(handle.cursor()).on_hover_text(words.text(handle.name_key()));
    }
    // The axes stay while something is dragged, or it would run away from the mouse.
    sheet.view.held_axes = held.then_some(grips.axes);
    let Some((handle, place)) = grips.moved else { return };
    match handle {
        Handle::Spend => {
            let spend = settable(sheet.cx, channel, place[0].min(grips.axes.0));
            sheet.change_spend(channel, spend);
        }
        Handle::Ceiling | Handle::Half => bend(sheet, channel, (handle, place), grips.axes),
    }
}

fn bend(sheet: &mut Sheet<'_>, channel: &Channel, (handle, [x, y]): (Handle, [f64; 2]), (right, top): (f64, f64)) {
    let currency = sheet.cx.currency().clone();
    let what = sheet.cx.words.text("allocation-part-curve");
    sheet.change_channel(channel, &what, |channel| {
        if let Curve::SShaped { ceiling, half_spend, base, .. } = &mut channel.curve {
            if handle == Handle::Ceiling {
                *ceiling = stepped(y - *base, top / 360.0).max(top / 360.0);
            } else {
                let half = stepped(x, right / 240.0).clamp(right / 240.0, right);
                *half_spend = currency.amount(half).unwrap_or(*half_spend);
            }
        }
    });
}

fn stepped(value: f64, step: f64) -> f64 {
    let step = if step >= 1.0 { step.round() } else { step };
    (value / step).round() * step
}
