//! The 7S of content: state, next step, owner and date of each.

use eframe::egui::{
    CursorIcon, EventFilter, Id, Key, Rect, Role, Sense, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use crate::app::context::{Cx, field_id, seven_s_id};
use crate::app::editing::Editing;
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::text::{Line, line};
use crate::app::widgets::{Dropdown, Field, day_field, focus_ring, hairline, section_with, text_field, weak};
use crate::calc::Section;
use crate::plan::Content;
use crate::plan::content::{SevenS, SevenSState};
use crate::plan::pyramid::Score;
use crate::t;
use crate::words::{Named, number};

/// Draws the section.
pub fn ui(ui: &mut Ui, content: &mut Editing<'_, Content>, cx: &Cx, height: f32) {
    let words = cx.words;
    let sum = number::trimmed(cx.report.content.seven_s, 2);
    section_with(ui, &words.text("topics-seven-s"), &words.text("topics-seven-s-words"), |ui| {
        weak(ui, &t!(words, "topics-seven-s-sum", sum = sum));
    });
    ui.spacing_mut().item_spacing.y = 0.0;
    let tall = (height / 7.0).floor().min(46.0);
    for kind in SevenS::ALL {
        let mut row = Row { content: content.lend(), cx, kind };
        row.ui(ui, tall);
        if kind != SevenS::Story {
            hairline(ui);
        }
    }
}

/// Where a finding about owners who are not in the team is mended: at the first of them.
pub(super) fn to_mend(cx: &Cx) -> Id {
    let is_known = |owner: &crate::plan::Id| cx.plan.team.people.iter().any(|person| person.id == *owner);
    let states = &cx.plan.content.seven_s;
    let wrong = states.iter().find(|state| !state.owner.as_ref().is_none_or(is_known));
    let kind = wrong.map_or(SevenS::Site, |state| state.kind);
    field_id(Section::Topics, Some(&seven_s_id(kind)), "seven_s_owner")
}

struct Row<'a> {
    content: Editing<'a, Content>,
    cx: &'a Cx<'a>,
    kind: SevenS,
}

impl Row<'_> {
    /// The row as typed; one that is missing has not begun.
    fn now(&self) -> SevenSState {
        let found = self.content.seven_s.iter().find(|state| state.kind == self.kind);
        found.cloned().unwrap_or_else(|| not_begun(self.kind))
    }

    fn change(&mut self, field: &str, edit: impl FnOnce(&mut SevenSState)) {
        let (words, kind) = (self.cx.words, self.kind);
        let name = t!(words, "topics-change-field", field = field, topic = kind.name(words));
        self.content.change(name, |content| {
            let index = content.seven_s.iter().position(|state| state.kind == kind).unwrap_or_else(|| {
                content.seven_s.push(not_begun(kind));
                content.seven_s.len() - 1
            });
            edit(&mut content.seven_s[index]);
        });
    }

    fn id(&self, field: &str) -> Id {
        field_id(Section::Topics, Some(&seven_s_id(self.kind)), field)
    }

    fn named(&self, label: &str) -> String {
        t!(self.cx.words, "topics-field-of", field = label, topic = self.kind.name(self.cx.words))
    }

    fn ui(&mut self, ui: &mut Ui, tall: f32) {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), tall - 1.0));
        let now = self.now();
        let inner = |left: f32, right: f32, top: f32| {
            Rect::from_min_max(pos2(rect.left() + left, top), pos2(rect.left() + right, top + 24.0))
        };
        let middle = rect.center().y - 12.0;
        self.part(ui, ("name", inner(0.0, 76.0, middle)), |row, ui| {
            let name = row.kind.name(row.cx.words);
            let spec = Line { width: 76.0, height: 24.0, align: eframe::egui::Align::Min, tone: Tone::Plain };
            line(ui, &name, theme::semibold(size::BODY), spec);
        });
        self.part(ui, ("state", inner(80.0, 136.0, middle)), |row, ui| row.state(ui, now.state));
        let left = 146.0;
        self.part(ui, ("step", inner(left, rect.width() + 2.0, rect.center().y - 19.5)), |row, ui| {
            row.next_step(ui, &now);
        });
        let below = rect.center().y - 3.5;
        let right = rect.width() - 74.0;
        self.part(ui, ("owner", inner(left, right - 12.0, below)), |row, ui| row.owner(ui, &now));
        self.part(ui, ("due", inner(right, rect.width(), below)), |row, ui| row.due(ui, &now));
    }

    fn part(&mut self, ui: &mut Ui, (name, rect): (&str, Rect), content: impl FnOnce(&mut Self, &mut Ui)) {
        let layout = eframe::egui::Layout::left_to_right(eframe::egui::Align::Center);
        let builder = UiBuilder::new().max_rect(rect).layout(layout).id_salt((self.kind, name));
        // A child that does not move the cursor: the row's height is taken already.
        content(self, &mut ui.new_child(builder));
    }

    fn state(&mut self, ui: &mut Ui, score: Score) {
        let label = self.cx.words.text("topics-state");
        let name = self.named(&label);
        let name = t!(self.cx.words, "topics-state-now", name = name, state = score.name(self.cx.words));
        if let Some(score) = state_edit(ui, self.id("seven_s_state"), &name, score) {
            self.change(&label, |state| state.state = score);
        }
    }

    fn next_step(&mut self, ui: &mut Ui, now: &SevenSState) {
        let label = self.cx.words.text("topics-next-step");
        let (name, id) = (self.named(&label), self.id("seven_s_next_step"));
        let edited = text_field(ui, Field::new(id, &name).bare().hint(&label), &now.next_step);
        let room = edited.response.rect.width();
        let wide = ui.painter().layout_no_wrap(now.next_step.clone(), theme::text(size::BODY), theme::LIGHT.text);
        if wide.size().x > room && !edited.has_focus {
            edited.response.on_hover_text(&now.next_step);
        }
        if let Some(step) = edited.value {
            self.change(&label, |state| state.next_step = step);
        }
    }

    fn owner(&mut self, ui: &mut Ui, now: &SevenSState) {
        let label = self.cx.words.text("common-owner");
        let name = self.named(&label);
        let shown = now.owner.as_ref().map_or_else(|| self.cx.words.text("common-nobody"), |id| self.cx.person(id));
        let owner =
            Dropdown::new(self.id("seven_s_owner"), &name, &shown).bare().tone(Tone::Weak).width(ui.available_width());
        if let Some(owner) = owner.show(ui, &self.cx.owner_choices(), Some(&now.owner)) {
            self.change(&label, |state| state.owner = owner);
        }
    }

    fn due(&mut self, ui: &mut Ui, now: &SevenSState) {
        let words = self.cx.words;
        let label = words.text("common-date");
        let (name, id) = (self.named(&label), self.id("seven_s_due"));
        let field = Field::new(id, &name).bare().hint(&label).font(theme::text(size::SMALL)).tone(Tone::Weak);
        if let Some(due) = day_field(ui, field, &self.cx.almanac(), now.due) {
            self.change(&label, |state| state.due = due);
        }
    }
}

fn not_begun(kind: SevenS) -> SevenSState {
    SevenSState { kind, state: Score::None, owner: None, next_step: String::new(), due: None }
}

/// Four cells that can be clicked: the first is ¼, the second ½, the rest 1; the present state again takes it back.
/// With the focus, arrows step and Enter goes round.
fn state_edit(ui: &mut Ui, id: Id, name: &str, score: Score) -> Option<Score> {
    let (_, rect) = ui.allocate_space(vec2(54.0, 20.0));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    paint_cells(ui, rect, score);
    focus_ring(ui, &response);
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name);
    let at = Score::STEPS.iter().position(|step| *step == score).unwrap_or(0);
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        if pressed(Key::ArrowRight) {
            return Score::STEPS.get(at + 1).copied();
        }
        if pressed(Key::ArrowLeft) {
            return at.checked_sub(1).and_then(|before| Score::STEPS.get(before)).copied();
        }
    }
    if !response.clicked() {
        return None;
    }
    let pos = response.interact_pointer_pos().filter(|pos| rect.contains(*pos));
    let next = match pos.map(|pos| pos.x - rect.left()) {
        Some(x) if x < 13.0 => Score::Quarter,
        Some(x) if x < 27.0 => Score::Half,
        Some(_) => Score::Full,
        None => Score::STEPS[(at + 1) % Score::STEPS.len()],
    };
    Some(if next == score { Score::None } else { next })
}

fn paint_cells(ui: &Ui, rect: Rect, score: Score) {
    let palette = theme::palette(ui);
    let filled = match score {
        Score::None | Score::NotApplicable => 0_u8,
        Score::Quarter => 1,
        Score::Half => 2,
        Score::Full => 4,
    };
    for index in 0..4_u8 {
        let left = rect.left() + 14.0 * f32::from(index);
        let cell = Rect::from_min_size(pos2(left, rect.center().y - 4.0), Vec2::new(12.0, 8.0));
        if index < filled {
            ui.painter().rect_filled(cell, 0.0, palette.accent);
        } else {
            ui.painter().rect_stroke(cell, 0.0, palette.rule_line(), StrokeKind::Inside);
        }
    }
}
