//! The fields of one person.

use eframe::egui::{Id as EguiId, Rect, Sense, Ui, vec2};

use super::load::load_bar;
use super::{Desk, TextOf, cell, edit};
use crate::app::context::field_id;
use crate::app::theme::{Tone, space};
use crate::app::widgets::text::small;
use crate::app::widgets::{
    Field, ItemAction, accent_panel, hairline, head_row, labelled, parsed_field, strong, text_area, text_field, weak,
};
use crate::calc::Section;
use crate::calc::removal::Target;
use crate::plan::Id;
use crate::plan::team::Person;
use crate::t;
use crate::words::{Words, number, parse};

/// Hours of a person: field, key of its label, the hours, how they are set.
type HoursOf<'a> = (&'a str, &'a str, f64, fn(&mut Person, f64));

/// Reads hours; nothing typed is none.
pub(super) fn read_hours(words: &Words, typed: &str) -> Result<f64, String> {
    if typed.trim().is_empty() { Ok(0.0) } else { parse::count(typed).map_err(|problem| problem.say(words)) }
}

impl Desk<'_, '_> {
    /// All fields of a person, in place of owner and loads.
    pub(super) fn person_editor(&mut self, ui: &mut Ui, id: &Id) {
        let now = self.team.now();
        let Some(person) = now.people.iter().find(|person| person.id == *id) else { return };
        accent_panel(ui, |ui| {
            let index = now.people.iter().position(|other| other.id == *id).unwrap_or_default();
            let name = self.person(id);
            let action = self.editor_head(ui, &name, (index, now.people.len()));
            if action == Some(ItemAction::Remove) {
                self.cx.remove(Target::Person(id.clone()));
            } else if let Some(action) = action {
                let step = self.action_step(&name, action);
                self.team.change(step, |team| edit::move_person(team, id, action));
            }
            ui.spacing_mut().item_spacing.y = space::S;
            self.person_words(ui, person);
            self.person_hours(ui, person);
            self.person_load(ui, id);
            self.person_parts(ui, id);
            self.person_note(ui, person);
        });
    }

    fn step_of_person(&self, id: &Id) -> String {
        t!(self.cx.words, "team-step-change-person", person = self.person(id))
    }

    fn person_words(&mut self, ui: &mut Ui, person: &Person) {
        let texts: [TextOf<'_, Person>; 2] = [
            ("name", "common-name", &person.name, |person, text| person.name = text),
            ("title", "team-title", &person.title, |person, text| person.title = text),
        ];
        for (field, label, text, set) in texts {
            let label = self.text(label);
            let id = field_id(Section::Team, Some(&person.id), field);
            let edited = labelled(ui, &label, |ui| text_field(ui, Field::new(id, &label).fill(), text));
            if let Some(text) = edited.value {
                let step = self.step_of_person(&person.id);
                self.team.change(step, |team| edit::change_person(team, &person.id, |person| set(person, text)));
            }
        }
    }

    fn person_hours(&mut self, ui: &mut Ui, person: &Person) {
        let hours: [HoursOf<'_>; 2] = [
            ("capacity", "team-capacity", person.capacity, |person, hours| person.capacity = hours),
            ("other_hours", "team-other-hours", person.other_hours, |person, hours| person.other_hours = hours),
        ];
        for (field, label, value, set) in hours {
            let label = self.text(label);
            let id = field_id(Section::Team, Some(&person.id), field);
            let words = self.cx.words;
            let shown = number::trimmed(value, 2);
            let edited = head_row(
                ui,
                28.0,
                |ui| weak(ui, &label),
                |ui| {
                    let field = Field::number(id, &label).width(56.0);
                    parsed_field(ui, field, &shown, &|typed| read_hours(words, typed))
                },
            )
            .1;
            if let Some(hours) = edited.value {
                let step = self.step_of_person(&person.id);
                self.team.change(step, |team| edit::change_person(team, &person.id, |person| set(person, hours)));
            }
        }
    }

    fn person_load(&self, ui: &mut Ui, id: &Id) {
        let Some(load) = self.cx.report.team.loads.iter().find(|load| load.person == *id) else { return };
        let percent = self.percent(load.ratio());
        let spoken = t!(self.cx.words, "team-load-of", person = self.person(id), percent = &percent);
        let (rect, _): (Rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
        load_bar(ui, rect, load, &spoken);
        let tone = if load.over() { Tone::Warn } else { Tone::Plain };
        head_row(ui, 18.0, |ui| weak(ui, &self.owned(load)), |ui| small(ui, &percent, tone));
    }

    /// Hours in each function the person takes part in.
    fn person_parts(&mut self, ui: &mut Ui, person: &Id) {
        let now = self.team.now();
        hairline(ui);
        let (parts, hours) = (self.text("team-parts"), self.text("team-hours"));
        head_row(ui, 20.0, |ui| strong(ui, &parts), |ui| weak(ui, &hours));
        ui.spacing_mut().item_spacing.y = 2.0;
        let mut any = false;
        for function in &now.functions {
            let Some(part) = edit::part(function, person) else { continue };
            any = true;
            let name = self.function(&function.id);
            let hours = head_row(
                ui,
                24.0,
                |ui| {
                    cell::letter(ui, part.role);
                    weak(ui, &name);
                },
                |ui| self.hours_field(ui, (&function.id, person), part.hours),
            )
            .1;
            if let Some(hours) = hours {
                self.set_hours((&function.id, person), hours);
            }
        }
        if !any {
            weak(ui, &self.text(if now.functions.is_empty() { "team-no-functions-yet" } else { "team-no-parts" }));
        }
        ui.spacing_mut().item_spacing.y = space::S;
    }

    /// The hours of one person in one function.
    pub(super) fn hours_field(&self, ui: &mut Ui, (function, person): (&Id, &Id), hours: f64) -> Option<f64> {
        let words = self.cx.words;
        let name = t!(words, "team-hours-of", person = self.person(person), function = self.function(function));
        let id = EguiId::unique(("team_hours", ui.layer_id(), function.as_str(), person.as_str()));
        let field = Field::number(id, &name).width(48.0).dense();
        parsed_field(ui, field, &number::trimmed(hours, 2), &|typed| read_hours(words, typed)).value
    }

    pub(super) fn set_hours(&mut self, (function, person): (&Id, &Id), hours: f64) {
        let (who, what) = (self.person(person), self.function(function));
        let step = t!(self.cx.words, "team-step-hours", person = &who, function = &what);
        self.team.change(step, |team| {
            edit::change_function(team, function, |function| edit::set_hours(function, person, hours));
        });
    }

    fn person_note(&mut self, ui: &mut Ui, person: &Person) {
        let label = self.text("common-note");
        let id = field_id(Section::Team, Some(&person.id), "note");
        let edited = labelled(ui, &label, |ui| text_area(ui, Field::new(id, &label).fill(), &person.note, 3));
        if let Some(note) = edited.value {
            let step = self.step_of_person(&person.id);
            self.team.change(step, |team| edit::change_person(team, &person.id, |person| person.note = note));
        }
    }
}
