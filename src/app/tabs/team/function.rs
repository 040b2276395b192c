//! All fields of one function: what it is, who takes part, how it is measured.

use eframe::egui::{Id as EguiId, Ui, vec2};

use super::{Desk, Selected, TextOf, edit};
use crate::app::context::field_id;
use crate::app::icons;
use crate::app::theme;
use crate::app::theme::{Tone, size, space};
use crate::app::widgets::text::{Line, line};
use crate::app::widgets::{
    Button, Dropdown, Field, ItemAction, ItemButtons, accent_panel, hairline, head_row, icon_button, labelled, strong,
    text_area, text_field, weak,
};
use crate::calc::Section;
use crate::calc::removal::Target;
use crate::plan::Id;
use crate::plan::team::{Assignment, Function, FunctionKind, Kpi, Raci};
use crate::t;
use crate::words::names::Named;

impl Desk<'_, '_> {
    /// All fields of a function, in place of owner and loads.
    pub(super) fn function_editor(&mut self, ui: &mut Ui, id: &Id) {
        let now = self.team.now();
        let Some(function) = now.functions.iter().find(|function| function.id == *id) else { return };
        accent_panel(ui, |ui| {
            let index = now.functions.iter().position(|other| other.id == *id).unwrap_or_default();
            let name = self.function(id);
            let action = self.editor_head(ui, &name, (index, now.functions.len()));
            if action == Some(ItemAction::Remove) {
                self.cx.remove(Target::Function(id.clone()));
            } else if let Some(action) = action {
                let step = self.action_step(&name, action);
                self.team.change(step, |team| edit::move_function(team, id, action));
            }
            ui.spacing_mut().item_spacing.y = space::S;
            self.function_kind(ui, function);
            hairline(ui);
            self.function_people(ui, function);
            hairline(ui);
            self.function_kpis(ui, function);
        });
    }

    /// Name, up, down, remove, and the cross that goes back to everyone's load.
    pub(super) fn editor_head(&mut self, ui: &mut Ui, name: &str, place: (usize, usize)) -> Option<ItemAction> {
        let back = self.text("team-back");
        let (close, action) = head_row(
            ui,
            24.0,
            |ui| {
                let width = ui.available_width();
                let spec = Line { width, height: 24.0, align: eframe::egui::Align::Min, tone: Tone::Plain };
                line(ui, name, theme::semibold(size::BODY), spec);
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                (icon_button(ui, icons::CLOSE, &back).clicked(), self.item_buttons(ui, name, place))
            },
        )
        .1;
        if close {
            self.view.selected = Selected::Nothing;
        }
        action
    }

    /// What the function is measured by.
    fn function_kpis(&mut self, ui: &mut Ui, function: &Function) {
        let (title, add) = (self.text("team-kpi"), self.text("team-add-kpi"));
        let name = t!(self.cx.words, "team-add-kpi-to", function = self.function(&function.id));
        let pressed = head_row(
            ui,
            24.0,
            |ui| strong(ui, &title),
            |ui| Button::quiet(&add).icon(icons::PLUS).name(&name).dense().show(ui).clicked(),
        )
        .1;
        if pressed {
            self.add_kpi(&function.id);
        }
        for kpi in &function.kpis {
            self.kpi_fields(ui, function, kpi);
        }
    }

    fn step_of_function(&self, id: &Id) -> String {
        t!(self.cx.words, "team-step-change-function", function = self.function(id))
    }

    /// Which function it is; its own name if it is none of the method's.
    fn function_kind(&mut self, ui: &mut Ui, function: &Function) {
        let label = self.text("team-function");
        let own = if let FunctionKind::Other(name) = &function.kind { Some(name.clone()) } else { None };
        let kinds = FunctionKind::METHOD.into_iter().chain([FunctionKind::Other(own.clone().unwrap_or_default())]);
        let items: Vec<(FunctionKind, String)> = kinds.map(|kind| (kind.clone(), kind.name(self.cx.words))).collect();
        let id = field_id(Section::Team, Some(&function.id), "kind");
        let shown = function.kind.name(self.cx.words);
        let width = ui.available_width();
        let dropdown = Dropdown::new(id, &label, &shown).width(width);
        let chosen = labelled(ui, &label, |ui| dropdown.show(ui, &items, Some(&function.kind)));
        if let Some(kind) = chosen {
            let step = self.step_of_function(&function.id);
            self.team.change(step, |team| edit::change_function(team, &function.id, |function| function.kind = kind));
        }
        let Some(own) = own else { return };
        let label = self.text("common-name");
        let id = field_id(Section::Team, Some(&function.id), "own_name");
        let edited = labelled(ui, &label, |ui| text_field(ui, Field::new(id, &label).fill(), &own));
        if let Some(name) = edited.value {
            let kind = FunctionKind::Other(name);
            let step = self.step_of_function(&function.id);
            self.team.change(step, |team| edit::change_function(team, &function.id, |function| function.kind = kind));
        }
    }

    /// Everybody with their part and hours; what is left of people who are gone can be removed.
    fn function_people(&mut self, ui: &mut Ui, function: &Function) {
        let now = self.team.now();
        let (who, hours) = (self.text("team-who"), self.text("team-hours"));
        head_row(ui, 20.0, |ui| strong(ui, &who), |ui| weak(ui, &hours));
        let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 2.0);
        for person in &now.people {
            self.part_row(ui, function, &person.id);
        }
        let known = |part: &&Assignment| now.people.iter().any(|person| person.id == part.person);
        for part in function.assignments.iter().filter(|part| !known(part)) {
            self.stray_part(ui, function, &part.person);
        }
        ui.spacing_mut().item_spacing.y = spacing;
    }

    fn part_row(&mut self, ui: &mut Ui, function: &Function, person: &Id) {
        let part = edit::part(function, person);
        let (name, what) = (self.person(person), self.function(&function.id));
        let role_name = t!(self.cx.words, "team-cell", person = &name, function = &what);
        let shown = part.map_or_else(|| "–".to_owned(), |part| part.role.letter().to_owned());
        let choices = self.role_choices();
        let id = EguiId::unique(("team_part", function.id.as_str(), person.as_str()));
        let (_, (role, hours)) = head_row(
            ui,
            24.0,
            |ui| {
                let width = ui.available_width();
                let spec = Line { width, height: 24.0, align: eframe::egui::Align::Min, tone: Tone::Plain };
                line(ui, &name, theme::text(size::SMALL), spec)
            },
            |ui| {
                let hours = part.and_then(|part| self.hours_field(ui, (&function.id, person), part.hours));
                if part.is_none() {
                    ui.allocate_space(vec2(48.0, 24.0));
                }
                let current = part.map(|part| part.role);
                let role = Dropdown::new(id, &role_name, &shown).dense().width(50.0);
                (role.show(ui, &choices, Some(&current)), hours)
            },
        );
        if let Some(role) = role {
            self.set_role((&function.id, person), role);
        }
        if let Some(hours) = hours {
            self.set_hours((&function.id, person), hours);
        }
    }

    /// A part of somebody who is not in the team.
    fn stray_part(&mut self, ui: &mut Ui, function: &Function, person: &Id) {
        let name = self.cx.person(person);
        let remove = t!(self.cx.words, "team-remove", item = &name);
        let pressed = head_row(
            ui,
            24.0,
            |ui| weak(ui, &name),
            |ui| {
                let button = icon_button(ui, icons::TRASH_2, &remove);
                let place = field_id(Section::Team, Some(&function.id), "assignments");
                crate::app::widgets::takes_focus_of(ui, place, &button);
                button.clicked()
            },
        )
        .1;
        if pressed {
            self.set_role((&function.id, person), None);
        }
    }

    /// Responsible, consulted, informed, none.
    pub(super) fn role_choices(&self) -> Vec<(Option<Raci>, String)> {
        let name = |role: Raci| t!(self.cx.words, "team-role", letter = role.letter(), role = role.name(self.cx.words));
        let roles = Raci::ALL.into_iter().map(|role| (Some(role), name(role)));
        roles.chain([(None, self.text("team-no-part"))]).collect()
    }

    /// Gives or takes a part as one step.
    pub(super) fn set_role(&mut self, (function, person): (&Id, &Id), role: Option<Raci>) {
        let (who, what) = (self.person(person), self.function(function));
        let step = t!(self.cx.words, "team-step-role", person = &who, function = &what);
        self.team.change(step, |team| {
            edit::change_function(team, function, |function| edit::set_role(function, person, role));
        });
    }

    /// All fields of a KPI, one below the other.
    fn kpi_fields(&mut self, ui: &mut Ui, function: &Function, kpi: &Kpi) {
        hairline(ui);
        let name = self.kpi_name(kpi);
        let title = |ui: &mut Ui| {
            let width = ui.available_width();
            let spec = Line { width, height: 24.0, align: eframe::egui::Align::Min, tone: Tone::Weak };
            line(ui, &name, theme::text(size::SMALL), spec);
        };
        let action = head_row(ui, 24.0, title, |ui| self.kpi_buttons(ui, function, kpi)).1;
        let texts: [TextOf<'_, Kpi>; 2] = [
            ("editor_kpi_name", "common-name", &kpi.name, |kpi, text| kpi.name = text),
            ("editor_target", "team-target", &kpi.target, |kpi, text| kpi.target = text),
        ];
        for (field, label, text, set) in texts {
            let label = self.text(label);
            let id = field_id(Section::Team, Some(&kpi.id), field);
            let name = self.of(&label, &self.kpi_name(kpi));
            let edited = labelled(ui, &label, |ui| text_field(ui, Field::new(id, &name).fill(), text));
            if let Some(text) = edited.value {
                self.change_kpi(kpi, |kpi| set(kpi, text));
            }
        }
        let label = self.text("team-effect");
        let id = EguiId::unique(("team_editor_effect", kpi.id.as_str()));
        labelled(ui, &label, |ui| self.effect_field(ui, id, &function.id, kpi));
        let texts: [TextOf<'_, Kpi>; 2] = [
            ("editor_because", "team-because", &kpi.because, |kpi, text| kpi.because = text),
            ("editor_remedy", "team-remedy", &kpi.remedy, |kpi, text| kpi.remedy = text),
        ];
        for (field, label, text, set) in texts {
            let label = self.text(label);
            let id = field_id(Section::Team, Some(&kpi.id), field);
            let name = self.of(&label, &self.kpi_name(kpi));
            let edited = labelled(ui, &label, |ui| text_area(ui, Field::new(id, &name).fill(), text, 2));
            if let Some(text) = edited.value {
                self.change_kpi(kpi, |kpi| set(kpi, text));
            }
        }
        if let Some(action) = action {
            let step = self.step_of_function(&function.id);
            self.team.change(step, |team| edit::act_on_kpi(team, &function.id, &kpi.id, action));
        }
        ui.add_space(space::XS);
    }

    /// "Target of Cost per click", for what stands in repeated rows.
    pub(super) fn of(&self, field: &str, item: &str) -> String {
        t!(self.cx.words, "team-field-of", field = field, item = item)
    }

    fn kpi_buttons(&self, ui: &mut Ui, function: &Function, kpi: &Kpi) -> Option<ItemAction> {
        let index = function.kpis.iter().position(|other| other.id == kpi.id).unwrap_or_default();
        self.item_buttons(ui, &self.kpi_name(kpi), (index, function.kpis.len()))
    }

    /// Up, down and remove of anything with a name.
    pub(super) fn item_buttons(&self, ui: &mut Ui, name: &str, place: (usize, usize)) -> Option<ItemAction> {
        let words = self.cx.words;
        let (up, down) = (t!(words, "team-move-up", item = name), t!(words, "team-move-down", item = name));
        let remove = t!(words, "team-remove", item = name);
        ItemButtons { up: &up, down: &down, remove: &remove, place }.show(ui)
    }

    /// The step an action is remembered by.
    pub(super) fn action_step(&self, name: &str, action: ItemAction) -> String {
        let words = self.cx.words;
        match action {
            ItemAction::Up => t!(words, "team-move-up", item = name),
            ItemAction::Down => t!(words, "team-move-down", item = name),
            ItemAction::Remove => t!(words, "team-remove", item = name),
        }
    }
}
