//! A task: its limits and its KPIs.

use eframe::egui::{self, Align, Layout, Ui, vec2};

use super::super::form;
use super::super::sheet::Sheet;
use super::super::words::add_to;
use crate::app::context::field_id;
use crate::app::icons;
use crate::app::theme::{height, space};
use crate::app::widgets::{
    Button, Field, ItemAction, ItemButtons, Side, move_item, order, section, text_area, text_field, weak,
};
use crate::calc::allocation::task_id;
use crate::calc::{Place, Section};
use crate::plan::allocation::{QualitativeKpi, QuantitativeKpi, TaskPlan};
use crate::plan::{Id, Task};
use crate::t;
use crate::words::{Named, Words, number};

/// The id of a limit of a task: `min` or `max`.
pub fn limit_id(task: Task, limit: &str) -> egui::Id {
    field_id(Section::Allocation, Some(&task_id(task)), limit)
}

/// Draws the form.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, task: Task) {
    let words = sheet.cx.words;
    ui.spacing_mut().item_spacing.y = 6.0;
    let mut form = TaskForm { sheet, task };
    section(ui, &words.text("allocation-limits"), &words.text("allocation-limits-says"));
    form::pair(ui, |ui, side| form.limit(ui, side == Side::Left));
    ui.add_space(space::XS);
    form.quantitative(ui);
    ui.add_space(space::XS);
    form.qualitative(ui);
    ui.add_space(space::XS);
    let add = add_to(form.sheet.cx, task);
    if Button::quiet(&add).icon(icons::PLUS).show(ui).clicked() {
        form.sheet.add_channel(task, None);
    }
}

struct TaskForm<'a, 's> {
    sheet: &'a mut Sheet<'s>,
    task: Task,
}

impl TaskForm<'_, '_> {
    fn change(&mut self, step: String, edit: impl FnOnce(&mut TaskPlan)) {
        let task = self.task;
        self.sheet.allocation.change(step, |allocation| edit(allocation.tasks.of_mut(task)));
    }

    fn limit(&mut self, ui: &mut Ui, least: bool) {
        let cx = self.sheet.cx;
        let plan = cx.plan.allocation.tasks.of(self.task);
        let task = self.task.name(cx.words);
        let (key, limit, value) =
            if least { ("allocation-min", "min", plan.min) } else { ("allocation-max", "max", plan.max) };
        let label = cx.words.text(key);
        let name = form::name(cx, &label, &task);
        let problem = self.broken(least);
        let edited = form::labelled(ui, &label, |ui| {
            let field = Field::number(limit_id(self.task, limit), &name).fill().problem(problem.as_deref());
            form::optional_money(ui, cx, field.hint(number::NOTHING), value)
        });
        if let Some(value) = edited.value {
            self.change(form::step(cx, &label, &task), |plan| {
                *(if least { &mut plan.min } else { &mut plan.max }) = value;
            });
        }
    }

    /// What is wrong with a limit: the task has less or more.
    fn broken(&self, least: bool) -> Option<String> {
        let cx = self.sheet.cx;
        let place = Place::item(Section::Allocation, &task_id(self.task), if least { "min" } else { "max" });
        let is_broken = cx.report.findings.iter().any(|finding| finding.place == place);
        let spend = cx.report.allocation.task(self.task).spend;
        is_broken.then(|| t!(cx.words, "allocation-task-has", spend = number::amount(cx.currency(), spend)))
    }

    fn quantitative(&mut self, ui: &mut Ui) {
        let cx = self.sheet.cx;
        let words = cx.words;
        section(ui, &words.text("allocation-quantitative"), &words.text("allocation-quantitative-says"));
        let list = &cx.plan.allocation.tasks.of(self.task).quantitative;
        let mut pressed = None;
        for (index, kpi) in list.iter().enumerate() {
            let action =
                row_of(ui, (words, &kpi.name, height::DENSE), (index, list.len()), |ui| self.quantitative_row(ui, kpi));
            pressed = action.map(|action| (index, action)).or(pressed);
        }
        self.act(pressed, |plan| &mut plan.quantitative);
        if Button::quiet(&words.text("allocation-add-quantitative")).icon(icons::PLUS).dense().show(ui).clicked() {
            let id = self.fresh();
            self.aim(&id, "name");
            let name = words.text("allocation-new-kpi");
            self.change(t!(words, "allocation-step-add-kpi"), |plan| {
                plan.quantitative.push(QuantitativeKpi { id, name, from: None, to: None });
            });
        }
    }

    fn quantitative_row(&mut self, ui: &mut Ui, kpi: &QuantitativeKpi) {
        let cx = self.sheet.cx;
        let words = cx.words;
        let numbers = 62.0;
        let name = t!(words, "allocation-kpi-name");
        let width = (ui.available_width() - 2.0 * (numbers + space::XS) - 16.0).max(60.0);
        let field = Field::new(self.id(&kpi.id, "name"), &name).dense().width(width);
        if let Some(typed) = text_field(ui, field, &kpi.name).value {
            self.change_quantitative(&kpi.id, t!(words, "allocation-step-rename-kpi"), |kpi| kpi.name = typed);
        }
        for to in [false, true] {
            if to {
                weak(ui, "→");
            }
            let (key, field, value) =
                if to { ("allocation-kpi-to", "to", kpi.to) } else { ("allocation-kpi-from", "from", kpi.from) };
            let label = words.text(key);
            let name = form::name(cx, &label, &kpi.name);
            let field = Field::number(self.id(&kpi.id, field), &name).dense().width(numbers).hint(number::NOTHING);
            if let Some(value) = form::optional_number(ui, cx, field, value).value {
                self.change_quantitative(&kpi.id, form::step(cx, &label, &kpi.name), |kpi| {
                    *(if to { &mut kpi.to } else { &mut kpi.from }) = value;
                });
            }
        }
    }

    fn qualitative(&mut self, ui: &mut Ui) {
        let cx = self.sheet.cx;
        let words = cx.words;
        section(ui, &words.text("allocation-qualitative"), &words.text("allocation-qualitative-says"));
        let list = &cx.plan.allocation.tasks.of(self.task).qualitative;
        let mut pressed = None;
        for (index, kpi) in list.iter().enumerate() {
            let action = row_of(ui, (words, &kpi.text, 44.0), (index, list.len()), |ui| {
                let name = t!(words, "allocation-kpi-text");
                let field = Field::new(self.id(&kpi.id, "text"), &name).dense().fill();
                if let Some(typed) = text_area(ui, field, &kpi.text, 2).value {
                    self.change(t!(words, "allocation-step-rename-kpi"), |plan| {
                        let found = plan.qualitative.iter_mut().find(|other| other.id == kpi.id);
                        if let Some(found) = found {
                            found.text.clone_from(&typed);
                        }
                    });
                }
            });
            pressed = action.map(|action| (index, action)).or(pressed);
        }
        self.act(pressed, |plan| &mut plan.qualitative);
        if Button::quiet(&words.text("allocation-add-qualitative")).icon(icons::PLUS).dense().show(ui).clicked() {
            let id = self.fresh();
            self.aim(&id, "text");
            self.change(t!(words, "allocation-step-add-kpi"), |plan| {
                plan.qualitative.push(QualitativeKpi { id, text: String::new() });
            });
        }
    }

    fn change_quantitative(&mut self, id: &Id, step: String, edit: impl FnOnce(&mut QuantitativeKpi)) {
        self.change(step, |plan| {
            if let Some(kpi) = plan.quantitative.iter_mut().find(|kpi| kpi.id == *id) {
                edit(kpi);
            }
        });
    }

    /// Carries out what was pressed on one of the rows of a list.
    fn act<T>(&mut self, pressed: Option<(usize, ItemAction)>, list: impl FnOnce(&mut TaskPlan) -> &mut Vec<T>) {
        let words = self.sheet.cx.words;
        let Some((index, action)) = pressed else { return };
        if action == ItemAction::Remove {
            self.change(t!(words, "allocation-step-remove-kpi"), |plan| drop(list(plan).remove(index)));
        } else {
            self.change(t!(words, "allocation-step-move-kpi"), |plan| {
                let list = list(plan);
                let all: Vec<usize> = (0..list.len()).collect();
                move_item(list, &all, index, action);
            });
        }
    }

    fn id(&self, kpi: &Id, field: &str) -> egui::Id {
        limit_id(self.task, "kpi").with((kpi.as_str(), field))
    }

    fn aim(&mut self, kpi: &Id, field: &str) {
        let field = self.id(kpi, field);
        self.sheet.view.aim(field);
    }

    fn fresh(&self) -> Id {
        let tasks = &self.sheet.cx.plan.allocation.tasks;
        let numbers = Task::ALL.into_iter().flat_map(|task| &tasks.of(task).quantitative).map(|kpi| &kpi.id);
        let texts = Task::ALL.into_iter().flat_map(|task| &tasks.of(task).qualitative).map(|kpi| &kpi.id);
        Id::fresh("kpi", numbers.chain(texts))
    }
}

/// A row of a list with the buttons that move and remove it.
fn row_of(
    ui: &mut Ui,
    (words, item, tall): (&Words, &str, f32),
    place: (usize, usize),
    content: impl FnOnce(&mut Ui),
) -> Option<ItemAction> {
    let width = ui.available_width();
    let row = |ui: &mut Ui| {
        let [up, down, remove] = [
            t!(words, "allocation-up", item = item),
            t!(words, "allocation-down", item = item),
            t!(words, "allocation-remove", item = item),
        ];
        let action = ItemButtons { up: &up, down: &down, remove: &remove, place }.show_small(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            content(ui);
        });
        action
    };
    let from_right = Layout::right_to_left(Align::Center);
    order::from_left(ui, |ui| ui.allocate_ui_with_layout(vec2(width, tall), from_right, row)).inner
}
