//! All keys, by what they are for: as a dialog, and in the settings.

use eframe::egui::{Align, Context, Id, Layout, ScrollArea, Ui, UiBuilder, vec2};

use crate::app::keys::{self, Group};
use crate::app::theme::{height, space};
use crate::app::widgets::overlay::{appears, dialog_wide};
use crate::app::widgets::{Button, beside, body, dialog_buttons, hairline, key_chip, strong};
use crate::words::Words;

/// Two columns of keys are no further apart than this, or the eye loses the line between words and keys.
const COLUMN: f32 = 400.0;

/// Shows all keys; returns whether that is to end.
pub fn dialog(ctx: &Context, words: &Words) -> bool {
    let id = Id::unique("all keys");
    let fresh = appears(ctx, id);
    let width = 2.0 * COLUMN + space::PAGE;
    let shown = dialog_wide(ctx, (id, width), &words.text("keys-title"), |ui, room| {
        ScrollArea::vertical().id_salt("all keys").max_height(room).min_scrolled_height(room).show(ui, |ui| {
            let width = ((ui.available_width() - space::PAGE) / 2.0).floor();
            let (left, right) = halves(keys::all());
            beside(ui, id.with("columns"), &[width, width], space::PAGE, |ui, column| {
                list(ui, words, if column == 0 { &left } else { &right });
            });
        });
        dialog_buttons(ui, |ui| {
            let close = Button::primary(&words.text("common-close")).show(ui);
            if fresh {
                close.request_focus();
            }
            close.clicked()
        })
    });
    shown.inner || shown.close
}

/// The groups in two columns of about the same height.
fn halves(groups: Vec<Group>) -> (Vec<Group>, Vec<Group>) {
    let lines = |groups: &[Group]| groups.iter().map(|group| group.rows.len() + 2).sum::<usize>();
    let half = lines(&groups).div_ceil(2);
    let mut left = groups;
    let mut right = Vec::new();
    while lines(&left) > half + 2 {
        let Some(last) = left.pop() else { break };
        right.insert(0, last);
    }
    (left, right)
}

/// Lists groups of keys below one another.
pub fn list(ui: &mut Ui, words: &Words, groups: &[Group]) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for group in groups {
        ui.add_space(space::S);
        strong(ui, &words.text(group.title));
        ui.add_space(space::XS);
        hairline(ui);
        for row in &group.rows {
            let (rect, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), height::DENSE), eframe::egui::Sense::hover());
            let at = |layout| UiBuilder::new().max_rect(rect).layout(layout);
            let mut keys_at_right = ui.new_child(at(Layout::right_to_left(Align::Center)));
            keys_at_right.spacing_mut().item_spacing.x = space::XS;
            for keys in row.keys.iter().rev() {
                key_chip(&mut keys_at_right, &keys::written(ui.ctx(), keys));
            }
            body(&mut ui.new_child(at(Layout::left_to_right(Align::Center))), &row.label(words));
        }
        ui.add_space(space::S);
    }
}
