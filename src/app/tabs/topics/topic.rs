//! The selected topic's fields, and its place among the others.

use eframe::egui::{Id, Ui};

use super::{Panel, View, change_of, labelled};
use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::theme::space;
use crate::app::widgets::button::{IconLook, icon_button_colored};
use crate::app::widgets::{
    Button, Dropdown, Field, Run, accent_panel, beside, day_field, panel_head, parsed_field, text_area, text_field,
};
use crate::calc::Section;
use crate::plan::{Id as ItemId, Topic, Topics};
use crate::report::lookup;
use crate::t;
use crate::words::{number, parse};

/// Draws the panel.
pub fn ui(ui: &mut Ui, topics: &mut Editing<'_, Topics>, cx: &Cx, view: &mut View) {
    let Some(topic) = topics.now().list.iter().find(|topic| Some(&topic.id) == view.selected.as_ref()).cloned() else {
        return;
    };
    accent_panel(ui, |ui| {
        let title = [Run::strong(cx.words.text("topics-details"))];
        if panel_head(ui, &title, &cx.words.text("common-done")) {
            view.panel = Panel::Closed;
        }
        let mut form = Form { topics: topics.lend(), cx, topic: &topic };
        form.name_and_owner(ui);
        ui.add_space(space::S);
        form.shape(ui);
        ui.add_space(space::S);
        form.carries_and_note(ui);
        ui.add_space(space::S);
        place(ui, topics, (cx, &topic), view);
    });
}

struct Form<'a> {
    topics: Editing<'a, Topics>,
    cx: &'a Cx<'a>,
    topic: &'a Topic,
}

impl Form<'_> {
    fn id(&self, field: &str) -> Id {
        field_id(Section::Topics, Some(&self.topic.id), field)
    }

    fn change(&mut self, field: &str, edit: impl FnOnce(&mut Topic)) {
        let (name, id) = (change_of(self.cx, field, self.topic), self.topic.id.clone());
        self.topics.change(name, |topics| {
            if let Some(topic) = topics.list.iter_mut().find(|topic| topic.id == id) {
                edit(topic);
            }
        });
    }

    fn row(&mut self, ui: &mut Ui, (name, shares): (&str, &[f32]), mut part: impl FnMut(&mut Self, &mut Ui, usize)) {
        #[expect(clippy::cast_precision_loss, reason = "a handful of fields")]
        let room = ui.available_width() - space::M * (shares.len() - 1) as f32;
        let widths: Vec<f32> = shares.iter().map(|share| (room * share).floor()).collect();
        beside(ui, Id::unique(("topic_form", name)), &widths, space::M, |ui, index| part(self, ui, index));
    }

    fn name_and_owner(&mut self, ui: &mut Ui) {
        let (words, topic) = (self.cx.words, self.topic);
        self.row(ui, ("name", &[0.64, 0.36]), |form, ui, part| {
            let label = words.text(if part == 0 { "common-name" } else { "common-owner" });
            labelled(ui, &label, |ui| {
                if part == 0 {
                    let name = t!(words, "topics-field-of", field = &label, topic = &topic.name);
                    let edited = text_field(ui, Field::new(form.id("name"), &name).fill(), &topic.name);
                    if let Some(name) = edited.value {
                        form.change(&label, |topic| topic.name = name);
                    }
                } else {
                    let shown =
                        topic.owner.as_ref().map_or_else(|| words.text("common-nobody"), |id| form.cx.person(id));
                    let name = t!(words, "topics-field-of", field = &label, topic = &topic.name);
                    let width = ui.available_width();
                    let owner = Dropdown::new(form.id("owner"), &name, &shown).width(width).large();
                    if let Some(owner) = owner.show(ui, &form.cx.owner_choices(), Some(&topic.owner)) {
                        form.change(&label, |topic| topic.owner = owner);
                    }
                }
            });
        });
    }

    fn shape(&mut self, ui: &mut Ui) {
        let words = self.cx.words;
        self.row(ui, ("shape", &[0.34, 0.36, 0.30]), |form, ui, part| match part {
            0 => labelled(ui, &words.text("topics-peak-day"), |ui| form.peak_day(ui)),
            1 => labelled(ui, &words.text("topics-peak"), |ui| form.peak(ui)),
            _ => labelled(ui, &words.text("topics-spread"), |ui| form.spread(ui)),
        });
    }

    fn peak_day(&mut self, ui: &mut Ui) {
        let (words, topic) = (self.cx.words, self.topic);
        let label = words.text("topics-peak-day");
        let name = t!(words, "topics-field-of", field = &label, topic = &topic.name);
        let period = &self.cx.plan.period;
        let hint = number::date_iso(period.month_start(period.months / 2));
        let field = Field::new(self.id("peak_day"), &name).fill().hint(&hint);
        if let Some(day) = day_field(ui, field, &self.cx.almanac(), topic.peak_day) {
            self.change(&label, |topic| topic.peak_day = day);
        }
    }

    fn peak(&mut self, ui: &mut Ui) {
        let (words, topic) = (self.cx.words, self.topic);
        let label = words.text("topics-peak");
        let name = t!(words, "topics-field-of", field = &label, topic = &topic.name);
        let parse = |typed: &str| match typed.trim() {
            "" => Ok(0.0),
            typed => parse::count(typed).map_err(|problem| problem.say(words)),
        };
        let shown = if topic.peak == 0.0 { String::new() } else { number::trimmed(topic.peak, 2) };
        let edited = parsed_field(ui, Field::number(self.id("peak"), &name).fill().hint("10,000"), &shown, &parse);
        if let Some(peak) = edited.value {
            self.change(&label, |topic| topic.peak = peak);
        }
    }

    fn spread(&mut self, ui: &mut Ui) {
        let (words, topic) = (self.cx.words, self.topic);
        let label = words.text("topics-spread");
        let name = t!(words, "topics-field-of", field = &label, topic = &topic.name);
        let parse = |typed: &str| {
            if typed.trim().is_empty() {
                return Ok(0.0);
            }
            match parse::count(typed).map_err(|problem| problem.say(words))? {
                days if days > 0.0 => Ok(days),
                _ => Err(words.text("topics-spread-positive")),
            }
        };
        let shown = if topic.spread_days == 0.0 { String::new() } else { number::trimmed(topic.spread_days, 2) };
        let edited = parsed_field(ui, Field::number(self.id("spread_days"), &name).fill().hint("10"), &shown, &parse);
        if let Some(days) = edited.value {
            self.change(&label, |topic| topic.spread_days = days);
        }
    }

    fn carries_and_note(&mut self, ui: &mut Ui) {
        let (words, topic) = (self.cx.words, self.topic);
        self.row(ui, ("note", &[0.44, 0.56]), |form, ui, part| {
            let label = words.text(if part == 0 { "topics-carries" } else { "common-note" });
            let name = t!(words, "topics-field-of", field = &label, topic = &topic.name);
            labelled(ui, &label, |ui| {
                if part == 0 {
                    let shown = topic.event.as_ref().map_or_else(
                        || words.text("topics-nothing"),
                        |event| lookup::event(form.cx.plan, words, event),
                    );
                    let width = ui.available_width();
                    let event = Dropdown::new(form.id("event"), &name, &shown).width(width).large();
                    if let Some(event) = event.show(ui, &event_choices(form.cx), Some(&topic.event)) {
                        form.change(&label, |topic| topic.event = event);
                    }
                } else {
                    let edited = text_area(ui, Field::new(form.id("note"), &name).fill(), &topic.note, 3);
                    if let Some(note) = edited.value {
                        form.change(&label, |topic| topic.note = note);
                    }
                }
            });
        });
    }
}

/// Nothing, then every event and ripple.
fn event_choices(cx: &Cx) -> Vec<(Option<ItemId>, String)> {
    let events = cx.plan.events.iter().map(|event| (Some(event.id.clone()), event.name.clone()));
    let ripples = cx.plan.ripples.iter().map(|ripple| (Some(ripple.id.clone()), ripple.name.clone()));
    std::iter::once((None, cx.words.text("topics-nothing"))).chain(events).chain(ripples).collect()
}

/// Earlier or later in the list, and out of it.
fn place(ui: &mut Ui, topics: &mut Editing<'_, Topics>, (cx, topic): (&Cx, &Topic), view: &mut View) {
    let words = cx.words;
    let (count, at) = (topics.list.len(), topics.list.iter().position(|other| other.id == topic.id).unwrap_or(0));
    ui.horizontal(|ui| {
        for (icon, key, enabled, to) in [
            (icons::ARROW_UP, "topics-up", at > 0, at.saturating_sub(1)),
            (icons::ARROW_DOWN, "topics-down", at + 1 < count, at + 1),
        ] {
            let name = t!(words, "topics-named", action = words.text(key), topic = &topic.name);
            let look = IconLook { icon: 14.0, side: 28.0, enabled, on: false };
            if icon_button_colored(ui, icon, &name, look).clicked() && enabled {
                let step = t!(words, "topics-change-order", topic = &topic.name);
                topics.change(step, |topics| topics.list.swap(at, to));
            }
        }
        let name = t!(words, "topics-named", action = words.text("common-remove"), topic = &topic.name);
        let remove = words.text("common-remove");
        if Button::plain(&remove).icon(icons::TRASH_2).name(&name).show(ui).clicked() {
            let step = t!(words, "topics-change-remove", topic = &topic.name);
            topics.change(step, |topics| topics.list.retain(|other| other.id != topic.id));
            view.selected = None;
            view.panel = Panel::Closed;
        }
    });
}
