//! All fields of one criterion, unfolded below its row.

use eframe::egui::{Frame, Margin, Ui};

use super::{Desk, edit};
use crate::app::context::field_id;
use crate::app::theme::{self, space};
use crate::app::widgets::{
    Button, Dropdown, Field, ItemAction, ItemButtons, hairline, head_row, labelled, parsed_field, text_area, text_field,
};
use crate::calc::Section;
use crate::calc::removal::Target;
use crate::plan::pyramid::{Criterion, LEVELS, Score};
use crate::t;
use crate::words::names::{currency_name, level_name};
use crate::words::typed::Entry;
use crate::words::{number, parse};

impl Desk<'_, '_> {
    /// The fields of the criterion that is open.
    pub(super) fn criterion_fields(&mut self, ui: &mut Ui, criterion: &Criterion) {
        let margin = Margin { left: 12, right: 0, top: 8, bottom: 12 };
        let fields = Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            self.name_field(ui, criterion);
            self.evidence_field(ui, criterion);
            let width = (ui.available_width() - space::M) / 2.0;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                self.owner_field(ui, criterion, width);
                self.cost_field(ui, criterion, width);
            });
            self.level_field(ui, criterion);
            self.note_field(ui, criterion);
            self.criterion_buttons(ui, criterion);
        });
        if std::mem::take(&mut self.view.reveal) {
            ui.scroll_to_rect(fields.response.rect, None);
        }
        hairline(ui);
    }

    /// Changes a criterion as one step.
    fn change(&mut self, criterion: &Criterion, change: impl FnOnce(&mut Criterion)) {
        let step = t!(self.cx.words, "pyramid-step-change", criterion = self.name(criterion));
        self.pyramid.change(step, |pyramid| edit::change_criterion(pyramid, &criterion.id, change));
    }

    fn name_field(&mut self, ui: &mut Ui, criterion: &Criterion) {
        let label = self.text("pyramid-criterion");
        let id = field_id(Section::Pyramid, Some(&criterion.id), "name");
        let hint = self.text("pyramid-criterion-hint");
        let field = Field::new(id, &label).fill().hint(&hint);
        if let Some(name) = labelled(ui, &label, |ui| text_field(ui, field, &criterion.name)).value {
            self.change(criterion, |criterion| criterion.name = name);
        }
    }

    /// Evidence of a full answer, the reason of "not applicable", a remark on any other.
    fn evidence_field(&mut self, ui: &mut Ui, criterion: &Criterion) {
        let Some(answer) = self.answer(&criterion.id).cloned() else { return };
        let (label, hint) = match answer.score {
            Score::Full => ("pyramid-evidence", "pyramid-evidence-hint"),
            Score::NotApplicable => ("pyramid-reason", "pyramid-reason-hint"),
            _ => ("pyramid-evidence-so-far", "pyramid-evidence-hint"),
        };
        let (label, hint) = (self.text(label), self.text(hint));
        let id = field_id(Section::Pyramid, Some(&criterion.id), "evidence");
        let field = Field::new(id, &label).fill().hint(&hint);
        let edited = labelled(ui, &label, |ui| text_area(ui, field, &answer.evidence, 2));
        let Some((evidence, index)) = edited.value.zip(self.shown()) else { return };
        let step = t!(self.cx.words, "pyramid-step-evidence", criterion = self.name(criterion));
        self.pyramid.change(step, |pyramid| {
            let answers = pyramid.assessments.get_mut(index).map(|assessment| &mut assessment.answers);
            if let Some(answer) = answers.and_then(|answers| answers.get_mut(&criterion.id)) {
                answer.evidence = evidence;
            }
        });
    }

    fn owner_field(&mut self, ui: &mut Ui, criterion: &Criterion, width: f32) {
        let label = self.text("common-owner");
        let shown = self.cx.owner(criterion.owner.as_ref());
        let id = field_id(Section::Pyramid, Some(&criterion.id), "owner");
        let choices = self.cx.owner_choices();
        let dropdown = Dropdown::new(id, &label, &shown).width(width).large();
        let chosen = labelled(ui, &label, |ui| dropdown.show(ui, &choices, Some(&criterion.owner)));
        if let Some(owner) = chosen {
            self.change(criterion, |criterion| criterion.owner = owner);
        }
    }

    fn cost_field(&mut self, ui: &mut Ui, criterion: &Criterion, width: f32) {
        let (words, currency) = (self.cx.words, self.cx.currency());
        let unit = currency_name(&currency.code, words);
        let label = self.text("pyramid-cost");
        let id = field_id(Section::Pyramid, Some(&criterion.id), "cost_to_full");
        let shown = criterion.cost_to_full.map(|cost| number::amount(currency, cost)).unwrap_or_default();
        let hint = self.text("pyramid-cost-hint");
        let read = |typed: &str| {
            if typed.trim().is_empty() {
                return Ok(None);
            }
            parse::money(typed, currency).map(Some).map_err(|problem| problem.say(words))
        };
        let field = Field::number(id, &label).entry(Entry::money(currency)).width(width - 40.0).unit(&unit).hint(&hint);
        let edited = labelled(ui, &label, |ui| parsed_field(ui, field, &shown, &read));
        if let Some(cost) = edited.value {
            self.change(criterion, |criterion| criterion.cost_to_full = cost);
        }
    }

    /// Moving a criterion to another level shows that level.
    fn level_field(&mut self, ui: &mut Ui, criterion: &Criterion) {
        let label = self.text("pyramid-level-field");
        let words = self.cx.words;
        let named = |level: u8| format!("{level} {}", level_name(level, words));
        let items: Vec<(u8, String)> = (1..=LEVELS).map(|level| (level, named(level))).collect();
        let id = field_id(Section::Pyramid, Some(&criterion.id), "level");
        let (shown, width) = (named(criterion.level), ui.available_width());
        let dropdown = Dropdown::new(id, &label, &shown).width(width).large();
        let chosen = labelled(ui, &label, |ui| dropdown.show(ui, &items, Some(&criterion.level)));
        if let Some(level) = chosen {
            self.change(criterion, |criterion| criterion.level = level);
            self.view.level = Some(level);
        }
    }

    fn note_field(&mut self, ui: &mut Ui, criterion: &Criterion) {
        let label = self.text("common-note");
        let id = field_id(Section::Pyramid, Some(&criterion.id), "note");
        let field = Field::new(id, &label).fill();
        if let Some(note) = labelled(ui, &label, |ui| text_area(ui, field, &criterion.note, 2)).value {
            self.change(criterion, |criterion| criterion.note = note);
        }
    }

    /// Up, down, remove; and back to "not answered".
    fn criterion_buttons(&mut self, ui: &mut Ui, criterion: &Criterion) {
        let words = self.cx.words;
        let name = self.name(criterion);
        let (up, down) = (t!(words, "pyramid-move-up", item = &name), t!(words, "pyramid-move-down", item = &name));
        let remove = t!(words, "pyramid-remove", item = &name);
        let peers = self.pyramid.criteria.iter().filter(|other| other.level == criterion.level);
        let peers: Vec<_> = peers.map(|other| other.id.clone()).collect();
        let index = peers.iter().position(|id| *id == criterion.id).unwrap_or_default();
        let answered = self.answer(&criterion.id).is_some();
        let clear = self.text("pyramid-clear-answer");
        let buttons = ItemButtons { up: &up, down: &down, remove: &remove, place: (index, peers.len()) };
        let (action, cleared) = head_row(
            ui,
            theme::height::FIELD,
            |ui| buttons.show(ui),
            |ui| answered && Button::quiet(&clear).dense().show(ui).clicked(),
        );
        if cleared {
            self.set_answer(criterion, None);
        }
        let step = match action {
            None => return,
            Some(ItemAction::Remove) => return self.cx.remove(Target::Criterion(criterion.id.clone())),
            Some(ItemAction::Up) => up,
            Some(ItemAction::Down) => down,
        };
        let Some(action) = action else { return };
        self.pyramid.change(step, |pyramid| edit::move_criterion(pyramid, &criterion.id, action));
    }
}
