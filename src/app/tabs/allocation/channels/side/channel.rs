//! Everything about a channel but its budget and its curve.

use eframe::egui::{Ui, vec2};

use super::super::by_hand::settable;
use super::super::curve::plot::right_end;
use super::super::sheet::{Selection, Sheet};
use super::super::{edit, form};
use crate::app::context::{Cx, field_id};
use crate::app::theme::Tone;
use crate::app::widgets::text::small;
use crate::app::widgets::{Button, Dropdown, Field, Segmented, Side, Slider, checkbox, text_area, text_field, weak};
use crate::calc::Section;
use crate::plan::allocation::Media;
use crate::plan::{Channel, Id, Stage, Task};
use crate::t;
use crate::words::{Named, number};

/// Draws the form.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, id: &Id) {
    let cx = sheet.cx;
    let Some(channel) = cx.plan.allocation.channels.iter().find(|channel| channel.id == *id) else { return };
    ui.spacing_mut().item_spacing.y = 6.0;
    let mut fields = Fields { sheet, channel };
    fields.words(ui, ("name", "common-name"), &channel.name, |channel, name| channel.name = name);
    fields.budget(ui);
    form::pair(ui, |ui, side| match side {
        Side::Left => fields.task(ui),
        Side::Right => fields.media(ui),
    });
    fields.group(ui);
    form::pair(ui, |ui, side| match side {
        Side::Left => fields.owner(ui),
        Side::Right => fields.locked(ui),
    });
    form::pair(ui, |ui, side| match side {
        Side::Left => fields.limit(ui, true),
        Side::Right => fields.limit(ui, false),
    });
    fields.off_or_min(ui);
    fields.lead_rate(ui);
    fields.words(ui, ("kpi", "allocation-kpi"), &channel.kpi, |channel, kpi| channel.kpi = kpi);
    fields.stages(ui);
    fields.note(ui);
}

struct Fields<'a, 's> {
    sheet: &'a mut Sheet<'s>,
    channel: &'a Channel,
}

impl Fields<'_, '_> {
    fn id(&self, field: &str) -> eframe::egui::Id {
        field_id(Section::Allocation, Some(&self.channel.id), field)
    }

    fn label(&self, key: &str) -> (String, String) {
        let label = self.sheet.cx.words.text(key);
        let name = form::name(self.sheet.cx, &label, &self.channel.name);
        (label, name)
    }

    fn words(&mut self, ui: &mut Ui, at: (&str, &str), text: &str, set: impl FnOnce(&mut Channel, String)) {
        // The name of the step stays the same while the name of the channel is typed.
        let (label, name) = self.label(at.1);
        let words = self.sheet.cx.words;
        let renames = at.0 == "name";
        let name = if renames { t!(words, "allocation-channel-name") } else { name };
        let id = self.id(at.0);
        let edited = form::labelled(ui, &label, |ui| text_field(ui, Field::new(id, &name).fill(), text));
        let Some(typed) = edited.value else { return };
        if renames {
            let (step, id) = (t!(words, "allocation-step-rename-channel"), &self.channel.id);
            self.sheet.allocation.change(step, |allocation| {
                allocation
                    .channels
                    .iter_mut()
                    .filter(|channel| channel.id == *id)
                    .take(1)
                    .for_each(|channel| channel.name.clone_from(&typed));
            });
        } else {
            self.sheet.change_channel(self.channel, &label, |channel| set(channel, typed));
        }
    }

    /// The budget as a slider; it is typed in the table.
    fn budget(&mut self, ui: &mut Ui) {
        let (cx, channel) = (self.sheet.cx, self.channel);
        let (label, name) = self.label("common-budget");
        let most = self.sheet.view.held_most.unwrap_or_else(|| most_spend(cx, channel));
        let value = cx.currency().units(channel.spend);
        let step = cx.currency().units(cx.report.allocation.moved_by);
        let id = self.id("slider");
        let (moved, response) = form::labelled(ui, &label, |ui| {
            let slider = Slider::new(id, &name, value, 0.0..=most, step);
            ui.add_enabled_ui(!channel.locked, |ui| slider.show(ui)).inner
        });
        self.sheet.view.held_most = response.dragged().then_some(most);
        if let Some(units) = moved {
            let spend = settable(cx, channel, units);
            self.sheet.change_spend(channel, spend);
        }
    }

    fn choice<T: PartialEq + Clone>(
        &mut self,
        ui: &mut Ui,
        (field, key): (&str, &str),
        items: &[(T, String)],
        current: &T,
    ) -> Option<T> {
        let (label, name) = self.label(key);
        let unknown = number::NOTHING.to_owned();
        let shown = items.iter().find(|(item, _)| item == current).map_or(unknown, |(_, word)| word.clone());
        let id = self.id(field);
        // What the table has too is called in another way here, where it is clear which channel is meant.
        let name = if field.ends_with("-here") { &label } else { &name };
        form::labelled(ui, &label, |ui| {
            let width = ui.available_width();
            Dropdown::new(id, name, &shown).width(width).show(ui, items, Some(current))
        })
    }

    /// Three letters, as on the chips of the table.
    fn task(&mut self, ui: &mut Ui) {
        let words = self.sheet.cx.words;
        let label = words.text("allocation-part-task");
        let items = Task::ALL.map(|task| (task, task.letter()));
        let chosen = form::labelled(ui, &label, |ui| {
            let width = ui.available_width();
            Segmented::new(&items, self.channel.task).width(width).name(&label).show(ui)
        });
        if let Some(task) = chosen {
            self.sheet.change_channel(self.channel, &label, |channel| channel.task = task);
        }
    }

    /// The groups, and a new one.
    fn group(&mut self, ui: &mut Ui) {
        let (words, allocation) = (self.sheet.cx.words, &self.sheet.cx.plan.allocation);
        let mut items: Vec<(Option<Option<Id>>, String)> = vec![(Some(None), words.text("allocation-no-group"))];
        items.extend(allocation.groups.iter().map(|group| (Some(Some(group.id.clone())), group.name.clone())));
        items.push((None, words.text("allocation-new-group-choice")));
        let current = Some(self.channel.group.clone());
        let what = words.text("allocation-part-group");
        match self.choice(ui, ("group", "allocation-part-group"), &items, &current) {
            None => {}
            Some(Some(group)) => self.sheet.change_channel(self.channel, &what, |channel| channel.group = group),
            Some(None) => self.new_group(),
        }
    }

    fn new_group(&mut self) {
        let words = self.sheet.cx.words;
        let (name, channel) = (words.text("allocation-new-group"), &self.channel.id);
        let id = self.sheet.allocation.change(t!(words, "allocation-step-add-group"), |allocation| {
            let id = edit::add_group(allocation, name);
            if let Some(member) = allocation.channels.iter_mut().find(|other| other.id == *channel) {
                member.group = Some(id.clone());
            }
            id
        });
        self.sheet.view.aim(field_id(Section::Allocation, Some(&id), "group-name"));
        self.sheet.view.selected = Some(Selection::Group(id));
    }

    fn media(&mut self, ui: &mut Ui) {
        let words = self.sheet.cx.words;
        let kinds = Media::ALL.map(|media| (Some(media), media.name(words)));
        let items: Vec<_> = std::iter::once((None, words.text("names-media-open"))).chain(kinds).collect();
        if let Some(media) = self.choice(ui, ("media", "allocation-media"), &items, &self.channel.media) {
            let what = words.text("allocation-media");
            self.sheet.change_channel(self.channel, &what, |channel| channel.media = media);
        }
    }

    fn owner(&mut self, ui: &mut Ui) {
        let cx = self.sheet.cx;
        let items = cx.owner_choices();
        if let Some(owner) = self.choice(ui, ("owner-here", "common-owner"), &items, &self.channel.owner) {
            let what = cx.words.text("common-owner");
            self.sheet.change_channel(self.channel, &what, |channel| channel.owner = owner);
        }
    }

    fn limit(&mut self, ui: &mut Ui, least: bool) {
        let cx = self.sheet.cx;
        let (key, value, hint) = if least {
            ("allocation-min", self.channel.min, "0".to_owned())
        } else {
            ("allocation-max", self.channel.max, cx.words.text("allocation-max-hint"))
        };
        let (label, name) = self.label(key);
        let id = self.id(if least { "min" } else { "max" });
        let edited = form::labelled(ui, &label, |ui| {
            form::optional_money(ui, cx, Field::number(id, &name).fill().hint(&hint), value)
        });
        if let Some(value) = edited.value {
            self.sheet.change_channel(self.channel, &label, |channel| {
                *(if least { &mut channel.min } else { &mut channel.max }) = value;
            });
        }
    }

    fn locked(&mut self, ui: &mut Ui) {
        let words = self.sheet.cx.words;
        ui.add_space(2.0);
        if checkbox(ui, self.channel.locked, &words.text("allocation-locked-here")) {
            let what = words.text("allocation-locked");
            self.sheet.change_channel(self.channel, &what, |channel| channel.locked = !channel.locked);
        }
    }

    fn off_or_min(&mut self, ui: &mut Ui) {
        let off = self.sheet.cx.words.text("allocation-off-or-min");
        form::labelled(ui, "", |ui| {
            if checkbox(ui, self.channel.off_or_min, &off) {
                self.sheet.change_channel(self.channel, &off, |channel| channel.off_or_min = !channel.off_or_min);
            }
        });
    }

    /// The channel's own lead rate, or where else it comes from.
    fn lead_rate(&mut self, ui: &mut Ui) {
        let cx = self.sheet.cx;
        let (label, name) = self.label("allocation-lead-rate");
        let id = self.id("lead_rate");
        let from = self.group_rate();
        let value = self.channel.lead_rate;
        let edited = form::labelled(ui, &label, |ui| {
            form::optional_rate(ui, cx, Field::number(id, &name).fill().hint(&from), value)
        });
        if let Some(rate) = edited.value {
            self.sheet.change_channel(self.channel, &label, |channel| channel.lead_rate = rate);
        }
    }

    fn group_rate(&self) -> String {
        let cx = self.sheet.cx;
        let groups = &cx.plan.allocation.groups;
        let group = self.channel.group.as_ref().and_then(|id| groups.iter().find(|group| group.id == *id));
        let rate = group.and_then(|group| group.lead_rate);
        let shown = rate.map(|rate| format!("{}%", number::trimmed(rate.likely * 100.0, 2)));
        match shown {
            Some(rate) => t!(cx.words, "allocation-from-group", rate = rate),
            None => cx.words.text("allocation-rate-hint"),
        }
    }

    /// Seven switches, in the order of the loop.
    fn stages(&mut self, ui: &mut Ui) {
        let words = self.sheet.cx.words;
        let what = words.text("allocation-stages");
        ui.add_space(2.0);
        weak(ui, &what);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for stage in Stage::ALL {
                let on = self.channel.stages.contains(&stage);
                let word = stage.name(words);
                let name = t!(words, "allocation-stage-named", stage = &word);
                let button = Button::plain(&word).dense().chosen(on).name(&name).show(ui);
                if button.clicked() {
                    self.sheet.change_channel(self.channel, &what, |channel| toggle(&mut channel.stages, stage));
                }
            }
        });
        if self.channel.stages.is_empty() {
            small(ui, &words.text("allocation-no-stage"), Tone::Weak);
        }
    }

    fn note(&mut self, ui: &mut Ui) {
        let (label, name) = self.label("common-note");
        let id = self.id("note");
        ui.add_space(2.0);
        weak(ui, &label);
        if let Some(note) = text_area(ui, Field::new(id, &name).fill(), &self.channel.note, 4).value {
            self.sheet.change_channel(self.channel, &label, |channel| channel.note = note);
        }
    }
}

/// Where the slider of a budget ends: at the channel's maximum, otherwise where its curve is all but flat.
fn most_spend(cx: &Cx, channel: &Channel) -> f64 {
    let own = channel.max.map(|max| cx.currency().units(max).max(cx.currency().units(channel.spend)));
    own.unwrap_or_else(|| right_end(cx, channel)).max(1.0)
}

fn toggle(stages: &mut Vec<Stage>, stage: Stage) {
    if stages.contains(&stage) {
        stages.retain(|other| *other != stage);
    } else {
        stages.push(stage);
        stages.sort();
    }
}
