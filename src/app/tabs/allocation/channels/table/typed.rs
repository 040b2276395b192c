//! What is typed into the row of a channel: its name and its budget.

use eframe::egui::Align;

use super::super::form;
use super::super::sheet::{Selection, Sheet};
use super::cells::{BUDGET, NAME, name_id};
use super::rows::{At, Wish};
use crate::app::context::field_id;
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::text::{Line, line};
use crate::app::widgets::{Field, Row, parsed_field, text_field};
use crate::calc::Section;
use crate::plan::{Channel, Money};
use crate::t;
use crate::words::typed::Entry;
use crate::words::{number, parse};

impl At<'_, '_> {
    /// The name. A click selects the channel, another one the name, to be typed; whoever comes by keyboard is in it at once.
    pub(super) fn name(&mut self, row: &mut Row<'_>, (index, channel): (usize, &Channel)) -> Option<Wish> {
        let cell = self.cells.cell(index, NAME)?;
        let id = name_id(&channel.id);
        let view = &self.sheet.view;
        let is_chosen = view.selected_channel() == Some(&channel.id) && !view.are_several();
        let ui = row.ui();
        // With a key held, clicks choose several.
        let is_typed =
            ui.memory(|memory| memory.has_focus(id)) || (is_chosen && ui.input(|input| input.modifiers.is_none()));
        if !is_typed {
            row.cell(|ui| {
                self.sheet.view.grid.ground(ui, cell);
                let width = ui.available_width();
                let shown = Line { width, height: height::DENSE, align: Align::LEFT, tone: Tone::Plain };
                line(ui, &channel.name, theme::text(size::BODY), shown)
            });
            return None;
        }
        let words = self.sheet.cx.words;
        let said = t!(words, "allocation-name-cell", item = &channel.name);
        let edited = row.cell(|ui| {
            self.sheet.view.grid.ground(ui, cell);
            text_field(ui, Field::new(id, &said).bare().cell(), &channel.name)
        });
        self.sheet.view.grid.touched(row.ui(), &edited, cell);
        if let Some(name) = edited.value {
            self.sheet.view.refused = None;
            let step = words.text("allocation-step-rename-channel");
            self.sheet.allocation.change(step, |allocation| {
                let channels = allocation.channels.iter_mut();
                channels.filter(|other| other.id == channel.id).for_each(|channel| channel.name.clone_from(&name));
            });
        }
        edited.gained_focus.then(|| Wish::Select(Selection::Channel(channel.id.clone())))
    }

    pub(super) fn budget(&mut self, row: &mut Row<'_>, (index, channel): (usize, &Channel)) -> Option<Wish> {
        let cx = self.sheet.cx;
        let what = cx.words.text("common-budget");
        let name = form::name(cx, &what, &channel.name);
        let shown = number::money(cx.currency(), channel.spend, self.lines.decimals);
        let problem = beyond_limits(self.sheet, channel);
        let id = field_id(Section::Allocation, Some(&channel.id), "spend");
        let field =
            Field::number(id, &name).entry(Entry::money(cx.currency())).bare().cell().problem(problem.as_deref());
        let read = |text: &str| {
            parse::money(text, cx.currency()).map_err(|problem| {
                t!(cx.words, "allocation-meanwhile", problem = problem.say(cx.words), value = &shown)
            })
        };
        let cell = self.cells.cell(index, BUDGET);
        let edited = row.cell(|ui| {
            if let Some(cell) = cell {
                self.sheet.view.grid.ground(ui, cell);
            }
            parsed_field(ui, field, &shown, &read)
        });
        if let Some(cell) = cell {
            self.sheet.view.grid.touched(row.ui(), &edited, cell);
        }
        if let Some(spend) = edited.value {
            self.sheet.view.refused = None;
            self.sheet.give(channel, &what, spend);
        }
        edited.gained_focus.then(|| Wish::Select(Selection::Channel(channel.id.clone())))
    }
}

/// What is wrong with a budget that can be read but lies beyond the channel's limits.
fn beyond_limits(sheet: &Sheet<'_>, channel: &Channel) -> Option<String> {
    let (words, currency) = (sheet.cx.words, sheet.cx.currency());
    let off = channel.off_or_min && channel.spend == Money::ZERO;
    if let Some(min) = channel.min.filter(|min| channel.spend < *min && !off) {
        return Some(t!(words, "allocation-below-min", min = number::amount(currency, min)));
    }
    let max = channel.max.filter(|max| channel.spend > *max)?;
    Some(t!(words, "allocation-above-max", max = number::amount(currency, max)))
}
