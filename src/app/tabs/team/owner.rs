//! The card of the one person who is accountable for the goal.

use eframe::egui::Ui;

use super::Desk;
use crate::app::context::field_id;
use crate::app::theme;
use crate::app::theme::{Tone, size, space};
use crate::app::widgets::overlay::owner_card;
use crate::app::widgets::text::label;
use crate::app::widgets::{Dropdown, body, problem_line, rule, weak};
use crate::calc::Section;
use crate::t;
use crate::words::number;

impl Desk<'_, '_> {
    /// Who answers for the goal, and what the goal is.
    pub(super) fn owner_card(&mut self, ui: &mut Ui) {
        owner_card(ui, |ui| {
            weak(ui, &self.text("team-accountable-for"));
            self.owner_choice(ui);
            self.owner_title(ui);
            ui.add_space(space::S);
            rule(ui);
            ui.add_space(space::S);
            self.goal_statement(ui);
            let figures = self.goal_figures();
            if !figures.is_empty() {
                ui.add_space(space::XS);
                weak(ui, &figures);
            }
        });
        ui.add_space(space::M);
    }

    fn owner_choice(&mut self, ui: &mut Ui) {
        let owner = self.team.owner.clone();
        let shown = owner.as_ref().map_or_else(|| self.text("common-nobody"), |owner| self.person(owner));
        let known = self.cx.report.team.owner.is_some();
        let id = field_id(Section::Team, None, "owner");
        let name = self.text("team-accountable");
        let width = ui.available_width();
        let dropdown = Dropdown::new(id, &name, &shown).hero().width(width);
        let dropdown = if known { dropdown } else { dropdown.tone(Tone::Bad) };
        if let Some(chosen) = dropdown.show(ui, &self.cx.owner_choices(), Some(&owner)) {
            self.team.change(self.text("team-step-owner"), |team| team.owner = chosen);
        }
    }

    fn owner_title(&self, ui: &mut Ui) {
        let owner = self.cx.report.team.owner.as_ref();
        let person = owner.and_then(|owner| self.team.people.iter().find(|person| person.id == *owner));
        match person {
            Some(person) if !person.title.is_empty() => {
                label(ui, &person.title, theme::text(size::BODY), Tone::Weak);
            }
            Some(_) => {}
            None => problem_line(ui, &self.text("team-choose-owner")),
        }
    }

    fn goal_statement(&self, ui: &mut Ui) {
        let statement = self.cx.plan.goal.statement.trim();
        if statement.is_empty() {
            weak(ui, &self.text("team-no-statement"));
        } else {
            body(ui, statement);
        }
    }

    /// "1,500 customers, 36,000,000 CNY", as far as they are known.
    fn goal_figures(&self) -> String {
        let target = &self.cx.report.goal.target;
        let words = self.cx.words;
        let customers = target.customers.map(|figure| number::expected(figure.value));
        let revenue = target.revenue.map(|figure| number::amount_named(words, self.cx.currency(), figure.value));
        match (customers, revenue) {
            (Some(customers), Some(revenue)) => {
                t!(words, "team-goal-figures", customers = &customers, revenue = &revenue)
            }
            (Some(customers), None) => t!(words, "team-goal-customers", customers = &customers),
            (None, revenue) => revenue.unwrap_or_default(),
        }
    }
}
