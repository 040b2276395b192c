//! Settings: the plan's head, and the program's language and theme.

mod calendar;
mod currency;
mod plan_head;
mod program;

use eframe::egui::{Id, Ui};

use crate::app::context::Cx;
use crate::app::editing::Steps;
use crate::app::theme::{Tone, size, space, text};
use crate::app::widgets::{Side, Split, columns, page, tab_head};
use crate::file::Settings;
use crate::plan::Plan;

/// The plan's own fields and where their changes are named.
pub struct Head<'a> {
    /// The plan.
    pub plan: &'a mut Plan,
    /// Names of changes.
    pub steps: &'a Steps,
}

impl Head<'_> {
    /// Changes the plan's head as one named step.
    fn change(&mut self, name: impl Into<String>, edit: impl FnOnce(&mut Plan)) {
        self.steps.note(name);
        edit(self.plan);
    }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, mut head: Head<'_>, cx: &Cx, settings: &mut Settings) {
    page(ui, |ui| {
        tab_head(
            ui,
            |ui| {
                let words = cx.words.text("settings-sentence");
                crate::app::widgets::text::label(ui, &words, text(size::FIGURE), Tone::Plain)
            },
            |_| (),
        );
        columns(ui, Id::unique("settings_columns"), Split::Share(0.6), |ui, side| {
            ui.add_space(space::S);
            match side {
                Side::Left => plan_head::ui(ui, &mut head, cx),
                Side::Right => program::ui(ui, cx, settings),
            }
        });
    });
}

/// A field with its name at the left; a line of help may stand below it.
fn labelled<R>(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    use eframe::egui::{Align, Layout, UiBuilder, pos2, vec2};
    ui.add_space(space::M);
    let top = ui.cursor().min;
    let builder = UiBuilder::new()
        .max_rect(eframe::egui::Rect::from_min_size(top, vec2(NAMES, crate::app::theme::height::FIELD)))
        .layout(Layout::left_to_right(Align::Center));
    crate::app::widgets::text::label(&mut ui.new_child(builder), name, text(size::BODY), Tone::Weak);
    let room = ui.available_rect_before_wrap();
    let right = eframe::egui::Rect::from_min_max(pos2(room.left() + NAMES, top.y), room.max);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(right).layout(Layout::top_down(Align::Min)), content);
    ui.advance_cursor_after_rect(shown.response.rect);
    shown.inner
}

/// Room for the names of fields.
const NAMES: f32 = 132.0;
