//! A group of channels: its name and common lead rate.

use eframe::egui::Ui;

use super::super::form;
use super::super::sheet::Sheet;
use crate::app::context::field_id;
use crate::app::icons;
use crate::app::widgets::{Button, Field, text_area, text_field, weak};
use crate::calc::Section;
use crate::plan::Id;
use crate::plan::allocation::Group;
use crate::t;

/// Draws the form.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, id: &Id) {
    let cx = sheet.cx;
    let Some(group) = cx.plan.allocation.groups.iter().find(|group| group.id == *id) else { return };
    ui.spacing_mut().item_spacing.y = 6.0;
    let field = |name: &str| field_id(Section::Allocation, Some(id), name);
    let label = cx.words.text("common-name");
    let name = t!(cx.words, "allocation-group-name");
    let edited =
        form::labelled(ui, &label, |ui| text_field(ui, Field::new(field("group-name"), &name).fill(), &group.name));
    if let Some(typed) = edited.value {
        change(sheet, id, t!(cx.words, "allocation-step-rename-group"), |group| group.name = typed);
    }
    let label = cx.words.text("allocation-lead-rate");
    let (name, hint) = (form::name(cx, &label, &group.name), cx.words.text("allocation-rate-hint"));
    let rate = Field::number(field("lead_rate"), &name).fill().hint(&hint);
    let edited = form::labelled(ui, &label, |ui| form::optional_rate(ui, cx, rate, group.lead_rate));
    if let Some(rate) = edited.value {
        change(sheet, id, form::step(cx, &label, &group.name), |group| group.lead_rate = rate);
    }
    weak(ui, &cx.words.text("allocation-group-rate-says"));
    let label = cx.words.text("common-note");
    weak(ui, &label);
    let name = form::name(cx, &label, &group.name);
    if let Some(note) = text_area(ui, Field::new(field("note"), &name).fill(), &group.note, 4).value {
        change(sheet, id, form::step(cx, &label, &group.name), |group| group.note = note);
    }
    let add = t!(cx.words, "allocation-add-channel-to", task = &group.name);
    if Button::quiet(&add).icon(icons::PLUS).show(ui).clicked() {
        let member = cx.plan.allocation.channels.iter().find(|channel| channel.group.as_ref() == Some(id));
        let task = member.map(|channel| channel.task).unwrap_or_default();
        sheet.add_channel(task, Some(id.clone()));
    }
}

fn change(sheet: &mut Sheet<'_>, id: &Id, step: String, edit: impl FnOnce(&mut Group)) {
    sheet.allocation.change(step, |allocation| {
        if let Some(group) = allocation.groups.iter_mut().find(|group| group.id == *id) {
            edit(group);
        }
    });
}
