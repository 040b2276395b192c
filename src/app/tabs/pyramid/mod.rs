//! Pyramid: which level holds, what blocks the next, what the cheapest step costs.

mod criteria;
mod criterion;
mod edit;
mod head;
mod history;
mod levels;
mod step;

use eframe::egui::{self, Ui};

use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::theme::space;
use crate::app::widgets::{Begin, EmptyState, Side, Split, columns, page};
use crate::calc::Section;
use crate::calc::pyramid::{FEWEST_CRITERIA, LevelReport};
use crate::plan::pyramid::{Assessment, Criterion, LEVELS};
use crate::plan::{Date, Id, Pyramid};
use crate::words::number;

/// A column as tall as this shows the criteria of all levels.
const ALL_LEVELS: f32 = 900.0;

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub struct View {
    /// The level whose criteria are shown; the next one to reach until another is chosen.
    level: Option<u8>,
    /// The criterion whose fields stand open.
    open: Option<Id>,
    /// The fields just opened are to be scrolled into sight.
    reveal: bool,
    /// The field that gets the focus once everything is drawn: a click just now would take it away again.
    focus: Option<egui::Id>,
    /// The assessment shown, by its day; the latest until another is chosen.
    day: Option<Date>,
}

/// The pyramid being edited, with what its parts need to know.
struct Desk<'a, 'p> {
    pyramid: Editing<'a, Pyramid>,
    cx: &'a Cx<'p>,
    view: &'a mut View,
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, section: Editing<'_, Pyramid>, cx: &Cx, view: &mut View) {
    let mut desk = Desk { pyramid: section, cx, view };
    desk.arrive();
    page(ui, |ui| {
        desk.head(ui);
        desk.figures(ui);
        ui.add_space(space::M);
        let blank = desk.pyramid.criteria.is_empty() && desk.pyramid.assessments.is_empty();
        columns(ui, egui::Id::unique("pyramid_columns"), Split::Share(0.56), |ui, side| match side {
            Side::Left => desk.left(ui),
            Side::Right if blank => desk.empty(ui),
            Side::Right => desk.right(ui),
        });
    });
    if let Some(field) = desk.view.focus.take() {
        ui.memory_mut(|memory| memory.request_focus(field));
    }
}

impl Desk<'_, '_> {
    /// Shows what a finding speaks of; findings are about the latest assessment.
    fn arrive(&mut self) {
        let Some(place) = self.cx.arrives_in(Section::Pyramid) else { return };
        self.view.day = None;
        if let Some(item) = &place.item {
            if let Some(criterion) = self.pyramid.criteria.iter().find(|criterion| criterion.id == *item) {
                self.view.level = Some(criterion.level);
                self.view.open = Some(item.clone());
                self.view.reveal = true;
            }
            return;
        }
        self.view.level = match place.field {
            "criteria" => self.level_with_few(),
            "level" => None,
            _ => self.view.level,
        };
    }

    /// The first level with too few criteria.
    fn level_with_few(&self) -> Option<u8> {
        let levels = &self.cx.report.pyramid.levels;
        levels.iter().find(|level| level.criteria < FEWEST_CRITERIA).map(|level| level.level)
    }

    /// A word of the program.
    fn text(&self, key: &str) -> String {
        self.cx.words.text(key)
    }

    /// The level whose criteria are shown.
    fn level(&self) -> u8 {
        let next = self.cx.report.pyramid.next_level();
        self.view.level.or(next).unwrap_or(LEVELS).clamp(1, LEVELS)
    }

    /// Index of the assessment shown.
    fn shown(&self) -> Option<usize> {
        let latest = self.cx.report.pyramid.latest.filter(|index| *index < self.pyramid.assessments.len());
        let chosen = self.view.day.and_then(|day| self.pyramid.assessments.iter().position(|one| one.day == day));
        chosen.or(latest)
    }

    /// Whether the assessment shown is the one the report is about.
    fn is_latest(&self) -> bool {
        self.shown() == self.cx.report.pyramid.latest
    }

    fn assessment(&self) -> Option<&Assessment> {
        self.shown().and_then(|index| self.pyramid.assessments.get(index))
    }

    /// A criterion's name, or what stands for one without.
    fn name(&self, criterion: &Criterion) -> String {
        let name = criterion.name.trim();
        if name.is_empty() { self.text("pyramid-criterion-unnamed") } else { name.to_owned() }
    }

    fn name_of(&self, id: &Id) -> String {
        let criterion = self.pyramid.criteria.iter().find(|criterion| criterion.id == *id);
        criterion.map_or_else(|| self.text("pyramid-criterion-unnamed"), |criterion| self.name(criterion))
    }

    /// Whether the latest assessment answers a level in part only.
    fn is_begun(&self, level: u8) -> bool {
        self.cx.report.pyramid.level(level).is_some_and(LevelReport::is_begun)
    }

    /// Whether the latest assessment leaves something of a level without an answer.
    fn is_open(&self, level: u8) -> bool {
        self.cx.report.pyramid.level(level).is_some_and(|level| level.open > 0)
    }

    /// How many criteria of a level are answered, and how many it asks.
    fn answered_of(&self, level: u8) -> (String, String) {
        let level = self.cx.report.pyramid.level(level).copied().unwrap_or_default();
        ((level.criteria - level.open).to_string(), level.criteria.to_string())
    }

    /// A score with two decimals, or a dash.
    fn score(score: Option<f64>) -> String {
        score.map_or_else(|| number::NOTHING.to_owned(), |score| number::count(score, 2))
    }

    fn left(&mut self, ui: &mut Ui) {
        let room = ui.available_height() - 20.0;
        let plot = history::height(room);
        let below = if self.cx.report.pyramid.history.is_empty() { 0.0 } else { plot + history::REACHED };
        self.levels(ui, (room - below).clamp(292.0, 620.0));
        self.history(ui, plot);
    }

    fn right(&mut self, ui: &mut Ui) {
        self.about_an_older_day(ui);
        let chosen = self.level();
        self.criteria(ui, chosen);
        self.stray_answers(ui);
        ui.add_space(space::L);
        self.step(ui);
        // Where there is room, the other levels need no click.
        if ui.clip_rect().height() >= ALL_LEVELS {
            for level in (1..=LEVELS).filter(|level| *level != chosen) {
                ui.add_space(space::L);
                self.criteria(ui, level);
            }
        }
    }

    fn empty(&mut self, ui: &mut Ui) {
        let (question, lines) = (self.text("pyramid-empty-question"), self.text("pyramid-empty-lines"));
        let (primary, secondary) = (self.text("pyramid-empty-suggested"), self.text("pyramid-empty-own"));
        let id = field_id(Section::Pyramid, None, "assessments");
        let state = EmptyState { id, question: &question, lines: &lines, primary: &primary, secondary: &secondary };
        match state.show(ui) {
            Some(Begin::Primary) => self.begin_with_suggestions(),
            Some(Begin::Secondary) => self.add_criterion(1),
            None => {}
        }
    }

    /// Four criteria a level and a first assessment that waits for answers.
    fn begin_with_suggestions(&mut self) {
        let today = self.cx.today;
        let suggested: Vec<(u8, String)> =
            criteria::SUGGESTED.iter().map(|(level, key)| (*level, self.text(key))).collect();
        self.pyramid.change(self.text("pyramid-step-suggested"), |pyramid| {
            for (level, name) in suggested {
                let id = edit::add_criterion(pyramid, level);
                edit::change_criterion(pyramid, &id, |criterion| criterion.name = name);
            }
            edit::add_assessment(pyramid, today);
        });
        self.view.level = Some(1);
    }
}
