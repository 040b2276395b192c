//! The dialog for what stands behind the months: seasons, effects that last, months in which a channel cannot run, cash.

mod cash;
mod effect;
mod off;
mod season;
mod years;

use eframe::egui::{self, Key, Ui};

use super::Desk;
use super::lines::Lines;
use crate::app::context::field_id;
use crate::app::theme::{Tone, space};
use crate::app::widgets::grid::{Grid, Refused};
use crate::app::widgets::overlay::{appears, wide_dialog};
use crate::app::widgets::text::small;
use crate::app::widgets::{Button, Segmented, dialog_buttons, problem_line};
use crate::plan::Id;

/// What the dialog shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// How much months count.
    #[default]
    Season,
    /// How long money works.
    Effect,
    /// In which months channels cannot run.
    Off,
    /// What may be spent in each month.
    Cash,
}

/// The dialog while it is open.
#[derive(Debug, Default)]
pub(super) struct Timing {
    part: Part,
    /// The first month of those that stand beside each other.
    first: usize,
    /// Whose field is to have the focus: first its row comes into sight.
    aim: Option<(Id, egui::Id)>,
    in_sight: bool,
    /// The cells of the weights.
    cells: Grid,
    /// The month whose cash had the focus in the last frame.
    cell: Option<(usize, usize)>,
    /// Why the last block was not taken in.
    refused: Option<Refused>,
    /// A field had the focus in the last frame: Escape leaves that first.
    typing: bool,
}

impl Timing {
    /// Open at the field of a finding.
    pub(super) fn at(place: &crate::calc::Place) -> Self {
        let part = if place.field == "carry_over" { Part::Effect } else { Part::Season };
        let field = field_id(place.section, place.item.as_ref(), place.field);
        Self { part, aim: place.item.clone().map(|item| (item, field)), ..Self::default() }
    }

    /// Brings the row of an aim into sight in one frame and focuses its field in the next; returns the row to bring into view.
    fn take_aim(&mut self, ui: &Ui, place: impl Fn(&Id) -> Option<usize>) -> Option<usize> {
        let (item, field) = self.aim.as_ref()?;
        if std::mem::replace(&mut self.in_sight, true) {
            ui.memory_mut(|memory| memory.request_focus(*field));
            self.aim = None;
            return None;
        }
        ui.request_repaint();
        place(item)
    }
}

/// Room for what stands below a table.
const FOOT: f32 = 64.0;

/// Draws it, if it is open.
pub(super) fn ui(ui: &Ui, desk: &mut Desk<'_>, lines: &Lines) {
    let Some(mut timing) = desk.view.timing.take() else { return };
    let words = desk.cx.words;
    let id = egui::Id::unique("timing of money");
    let fresh = appears(ui.ctx(), id);
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    let shown = wide_dialog(ui.ctx(), id, &words.text("months-timing-title"), |ui| {
        parts(ui, desk, &mut timing);
        let says = match timing.part {
            Part::Season => "months-season-says",
            Part::Effect => "months-effect-says",
            Part::Off => "months-off-says",
            Part::Cash => "months-cash-says",
        };
        small(ui, &words.text(says), Tone::Weak);
        if let Some(refused) = &timing.refused {
            problem_line(ui, &refused.say(words));
        }
        ui.add_space(space::S);
        match timing.part {
            Part::Season => season::ui(ui, desk, lines, &mut timing),
            Part::Effect => effect::ui(ui, desk, lines, &mut timing),
            Part::Off => off::ui(ui, desk, lines, &mut timing),
            Part::Cash => cash::ui(ui, desk, lines, &mut timing),
        }
        // Whatever is shown, the dialog is as tall: its switch stays under the pointer.
        ui.add_space((ui.available_height() - FOOT).max(0.0));
        dialog_buttons(ui, |ui| {
            let done = Button::primary(&words.text("common-done")).show(ui);
            if fresh && timing.aim.is_none() {
                done.request_focus();
            }
            done.clicked()
        })
    });
    let was_typing = std::mem::replace(&mut timing.typing, ui.text_edit_focused());
    let left_a_field = escaped && was_typing;
    if !shown.inner && (!shown.close || left_a_field) {
        desk.view.timing = Some(timing);
    }
}

fn parts(ui: &mut Ui, desk: &Desk<'_>, timing: &mut Timing) {
    let words = desk.cx.words;
    let all = [
        (Part::Season, "months-season"),
        (Part::Effect, "months-effect"),
        (Part::Off, "months-off-months"),
        (Part::Cash, "months-cash"),
    ];
    let named = all.map(|(part, key)| (part, words.text(key)));
    let items: Vec<(Part, &str)> = named.iter().map(|(part, word)| (*part, word.as_str())).collect();
    let name = words.text("months-timing-shows");
    if let Some(part) = Segmented::new(&items, timing.part).name(&name).show(ui) {
        (timing.part, timing.refused, timing.cell) = (part, None, None);
    }
    ui.add_space(space::XS);
}
