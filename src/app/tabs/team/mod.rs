//! Team: who answers for the goal, who does what, whose KPI pulls elsewhere, who has too much to do.

mod apart;
mod cell;
mod curves;
mod edit;
mod function;
mod grid;
mod kpi;
mod load;
mod owner;
mod person;
mod scroll;

use eframe::egui::{self, Popup, PopupCloseBehavior, Ui};

use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::theme::{Tone, size, space};
use crate::app::widgets::dropdown::list_item;
use crate::app::widgets::page::scrolled;
use crate::app::widgets::{
    Button, EmptyState, Sketch, Split, Step, columns, is_narrow, mark, marked, page, runs, steps, tab_head,
};
use crate::calc::Section;
use crate::plan::team::FunctionKind;
use crate::plan::{Id, Team};
use crate::t;
use crate::words::names::{Named, function_name};

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub struct View {
    selected: Selected,
    /// How many people of the grid stand further left than it shows.
    people_before: usize,
    /// How far the wheel was turned since the last whole person, in points.
    turned: f32,
    /// The field that gets the focus once everything is drawn: a click just now would take it away again.
    focus: Option<egui::Id>,
}

/// Whose fields stand open at the left.
#[derive(Clone, Debug, Default, PartialEq)]
enum Selected {
    #[default]
    Nothing,
    Person(Id),
    Function(Id),
}

/// A text of an item: field, key of its label, the text, how it is set.
type TextOf<'a, T> = (&'a str, &'a str, &'a str, fn(&mut T, String));

/// The team being edited, with what its parts need to know.
struct Desk<'a, 'p> {
    team: Editing<'a, Team>,
    cx: &'a Cx<'p>,
    view: &'a mut View,
}

impl Desk<'_, '_> {
    /// A word of the program.
    fn text(&self, key: &str) -> String {
        self.cx.words.text(key)
    }

    /// A function's name by its id.
    fn function(&self, id: &Id) -> String {
        let function = self.team.functions.iter().find(|function| function.id == *id);
        function.map_or_else(
            || self.text("names-unknown-function"),
            |function| function_name(&function.kind, self.cx.words),
        )
    }

    /// A function's name within a sentence: the method's are common nouns.
    fn function_within(&self, id: &Id) -> String {
        let name = self.function(id);
        let own = |function: &crate::plan::team::Function| matches!(function.kind, FunctionKind::Other(_));
        let keeps = self.team.functions.iter().any(|function| function.id == *id && own(function));
        if keeps { name } else { name.to_lowercase() }
    }

    /// A person's name, or what stands for one without.
    fn person(&self, id: &Id) -> String {
        let name = self.cx.person(id);
        if name.trim().is_empty() { self.text("team-person-unnamed") } else { name }
    }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, section: Editing<'_, Team>, cx: &Cx, view: &mut View) {
    let mut desk = Desk { team: section, cx, view };
    desk.arrive();
    desk.forget_what_is_gone();
    desk.page(ui);
    if let Some(field) = desk.view.focus.take() {
        ui.memory_mut(|memory| memory.request_focus(field));
    }
}

impl Desk<'_, '_> {
    fn page(&mut self, ui: &mut Ui) {
        page(ui, |ui| {
            self.head(ui);
            ui.add_space(space::M);
            if self.team.people.is_empty() {
                return scrolled(ui, egui::Id::unique("team_empty"), |ui| {
                    self.empty(ui);
                    self.grid_if_any(ui);
                });
            }
            let left = if is_narrow(ui) { 224.0 } else { 248.0 };
            columns(ui, egui::Id::unique("team_columns"), Split::Left(left), |ui, side| match side {
                crate::app::widgets::Side::Left => self.left(ui),
                crate::app::widgets::Side::Right if self.team.functions.is_empty() => self.without_functions(ui),
                crate::app::widgets::Side::Right => {
                    self.grid(ui);
                    self.apart(ui);
                }
            });
        });
    }

    /// Without functions there is nothing to take part in, and no grid.
    fn grid_if_any(&mut self, ui: &mut Ui) {
        if !self.team.functions.is_empty() {
            self.grid(ui);
        }
    }

    /// Shows what a finding speaks of.
    fn arrive(&mut self) {
        let Some(place) = self.cx.arrives_in(Section::Team) else { return };
        let Some(item) = &place.item else {
            self.view.selected = Selected::Nothing;
            return;
        };
        let is_person = self.team.people.iter().any(|person| person.id == *item);
        let nobody = self.cx.report.team.functions.iter().any(|row| row.id == *item && row.responsible.is_empty());
        let function_of_kpi =
            || self.team.functions.iter().find(|function| function.kpis.iter().any(|kpi| kpi.id == *item));
        self.view.selected = match place.field {
            "kpis" => Selected::Nothing,
            field if field.starts_with("editor_") => {
                function_of_kpi().map_or(Selected::Nothing, |function| Selected::Function(function.id.clone()))
            }
            "assignments" if nobody => Selected::Nothing,
            _ if is_person => Selected::Person(item.clone()),
            _ => Selected::Function(item.clone()),
        };
    }

    fn forget_what_is_gone(&mut self) {
        let there = match &self.view.selected {
            Selected::Nothing => true,
            Selected::Person(id) => self.team.people.iter().any(|person| person.id == *id),
            Selected::Function(id) => self.team.functions.iter().any(|function| function.id == *id),
        };
        if !there {
            self.view.selected = Selected::Nothing;
        }
    }

    fn head(&mut self, ui: &mut Ui) {
        let sentence = marked(&self.sentence());
        tab_head(ui, |ui| runs(ui, &sentence, size::FIGURE), |ui| self.buttons(ui));
    }

    /// "Lin Yue answers for the goal; distribution has nobody responsible".
    fn sentence(&self) -> String {
        let words = self.cx.words;
        let report = &self.cx.report.team;
        if self.team.people.is_empty() {
            return self.text("team-sentence-empty");
        }
        let gaps: Vec<&Id> =
            report.functions.iter().filter(|row| row.responsible.is_empty()).map(|row| &row.id).collect();
        let owner = report.owner.as_ref().map(|owner| mark(&self.person(owner), Tone::Plain));
        let first = if let Some(owner) = &owner {
            t!(words, "team-sentence-owner", owner = owner)
        } else {
            t!(words, "team-sentence-no-owner", nobody = mark(&self.text("team-nobody-answers"), Tone::Bad))
        };
        let second = match gaps.as_slice() {
            [] if report.functions.is_empty() => self.text("team-sentence-no-functions"),
            [] => self.text("team-sentence-complete"),
            [gap] => t!(words, "team-sentence-gap", function = mark(&self.function_within(gap), Tone::Bad)),
            gaps => t!(words, "team-sentence-gaps", count = mark(&gaps.len().to_string(), Tone::Bad)),
        };
        t!(words, "team-sentence", first = &first, second = &second)
    }

    fn buttons(&mut self, ui: &mut Ui) {
        let function = Button::plain(&self.text("team-add-function")).icon(icons::PLUS).show(ui);
        self.function_menu(&function);
        let kpi = Button::plain(&self.text("team-add-kpi")).icon(icons::PLUS).show(ui);
        self.kpi_menu(&kpi);
        if Button::plain(&self.text("team-add-person")).icon(icons::PLUS).show(ui).clicked() {
            self.add_person();
        }
    }

    fn add_person(&mut self) {
        let id = self.team.change(self.cx.words.text("team-step-add-person"), |team| {
            edit::begin_functions(team);
            edit::add_person(team)
        });
        // The last column, where not all fit.
        self.view.people_before = usize::MAX;
        self.view.focus = Some(field_id(Section::Team, Some(&id), "name"));
        self.view.selected = Selected::Person(id);
    }

    /// The functions of the method that are missing, then one of the company's own.
    fn function_menu(&mut self, button: &egui::Response) {
        let mut kinds = edit::missing(&self.team);
        kinds.push(FunctionKind::Other(String::new()));
        let names: Vec<String> = kinds.iter().map(|kind| kind.name(self.cx.words)).collect();
        let Some(index) = menu(button, "team_add_function", &names) else { return };
        let kind = kinds.swap_remove(index);
        let own = matches!(kind, FunctionKind::Other(_));
        let id = self.team.change(self.text("team-step-add-function"), |team| edit::add_function(team, kind));
        if own {
            self.view.focus = Some(field_id(Section::Team, Some(&id), "own_name"));
        }
        self.view.selected = Selected::Function(id);
    }

    /// Which function gets the new KPI.
    fn kpi_menu(&mut self, button: &egui::Response) {
        let ids: Vec<Id> = self.team.functions.iter().map(|function| function.id.clone()).collect();
        let names: Vec<String> = ids.iter().map(|id| self.function(id)).collect();
        if let Some(id) = menu(button, "team_add_kpi", &names).and_then(|index| ids.get(index)) {
            self.add_kpi(id);
        }
    }

    /// Adds a KPI, whose name gets the focus.
    fn add_kpi(&mut self, function: &Id) {
        let name = t!(self.cx.words, "team-step-add-kpi", function = self.function(function));
        let kpi = self.team.change(name, |team| edit::add_kpi(team, function));
        self.view.focus = Some(field_id(Section::Team, Some(&kpi), "kpi_name"));
    }

    fn left(&mut self, ui: &mut Ui) {
        match self.view.selected.clone() {
            Selected::Nothing => {
                self.owner_card(ui);
                self.load(ui);
            }
            Selected::Person(id) => self.person_editor(ui, &id),
            Selected::Function(id) => self.function_editor(ui, &id),
        }
    }

    fn empty(&mut self, ui: &mut Ui) {
        let (question, lines) = (self.text("team-empty-question"), self.text("team-empty-lines"));
        let primary = self.text("team-empty-begin");
        let id = field_id(Section::Team, None, "people");
        let begin = EmptyState { id, question: &question, lines: &lines, primary: &primary, secondary: "" }.show(ui);
        if begin.is_some() {
            self.begin();
        }
        let step = |sketch, title, says| Step::new(sketch, self.text(title), self.text(says));
        steps(
            ui,
            &[
                step(Sketch::People, "team-step-1", "team-step-1-words"),
                step(Sketch::Grid, "team-step-2", "team-step-2-words"),
                step(Sketch::Aims, "team-step-3", "team-step-3-words"),
            ],
        );
        ui.add_space(space::S);
    }

    /// People who have nothing to take part in yet.
    fn without_functions(&mut self, ui: &mut Ui) {
        let id = field_id(Section::Team, None, "functions");
        let (question, lines) = (self.text("team-functions-question"), self.text("team-functions-lines"));
        let primary = self.text("team-functions-begin");
        let begin = EmptyState { id, question: &question, lines: &lines, primary: &primary, secondary: "" }.show(ui);
        if begin.is_some() {
            self.team.change(self.text("team-step-add-functions"), edit::add_functions);
        }
    }

    /// The first person answers for the goal until somebody else is chosen.
    fn begin(&mut self) {
        let id = self.team.change(self.cx.words.text("team-step-add-person"), |team| {
            edit::begin_functions(team);
            let id = edit::add_person(team);
            team.owner = Some(id.clone());
            id
        });
        self.view.focus = Some(field_id(Section::Team, Some(&id), "name"));
        self.view.selected = Selected::Person(id);
    }
}

/// A list below a button; returns the index chosen.
fn menu(button: &egui::Response, id: &str, items: &[String]) -> Option<usize> {
    let id = egui::Id::unique(id);
    let mut chosen = None;
    Popup::menu(button).id(id).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, item) in items.iter().enumerate() {
            if list_item(ui, id.with(item), item, (220.0, false)).clicked() {
                chosen = Some(index);
                ui.close();
            }
        }
    });
    chosen
}
