//! One cell of the grid: the part a person takes in a function.

use eframe::egui::{
    Align2, CursorIcon, Id as EguiId, Key, Popup, PopupCloseBehavior, Rect, Response, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{Desk, edit};
use crate::app::context::field_id;
use crate::app::icons;
use crate::app::keys;
use crate::app::theme::{self, radius, size, space};
use crate::app::widgets::dropdown::list_item;
use crate::app::widgets::plot::marks::{Dash, dashed};
use crate::app::widgets::{body, focus_ring, hairline, head_row, strong, weak};
use crate::calc::Section;
use crate::plan::Id;
use crate::plan::team::{Assignment, Function, Raci};
use crate::t;
use crate::words::names::Named;

/// Width of the list a cell opens.
const LIST: f32 = 224.0;

impl Desk<'_, '_> {
    /// A cell; a click opens the choice; R, C, I and Delete choose at once, A makes the person accountable.
    pub(super) fn cell(&mut self, ui: &mut Ui, rect: Rect, function: &Function, person: &Id) {
        let place = (&function.id, person);
        let part = edit::part(function, person);
        let owner = self.cx.report.team.owner.as_ref() == Some(person);
        let square = vec2(if owner { 38.0 } else { 32.0 }, 28.0);
        let box_rect = Rect::from_center_size(rect.center(), square);
        let id = EguiId::unique(("team_cell", function.id.as_str(), person.as_str()));
        let response = ui.interact(box_rect, id, Sense::click());
        let (who, what) = (self.person(person), self.function(&function.id));
        let name = t!(self.cx.words, "team-cell", person = &who, function = &what);
        let said = self.spoken(part.map(|part| part.role), owner);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, true, &name);
            info.current_text_value = Some(said.clone());
            info
        });
        paint_cell(ui, &response, part.map(|part| part.role), owner);
        focus_ring(ui, &response);
        typed_role(ui, &response, |role| self.set_role(place, role));
        if !owner && typed(ui, &response, keys::ACCOUNTABLE) {
            self.team.change(self.text("team-step-owner"), |team| team.owner = Some(person.clone()));
        }
        self.cell_list(&response, place, part);
        let hint = part.map(|part| t!(self.cx.words, "team-cell-hint", role = &said, hours = part_hours(part)));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if let Some(hint) = hint.filter(|_| !Popup::is_id_open(ui.ctx(), id.with("list"))) {
            response.on_hover_text(hint);
        }
    }

    /// What a cell says aloud.
    fn spoken(&self, role: Option<Raci>, owner: bool) -> String {
        let role = role.map(|role| role.name(self.cx.words));
        match (owner, role) {
            (true, Some(role)) => t!(self.cx.words, "team-accountable-and", role = &role),
            (true, None) => self.text("team-accountable"),
            (false, role) => role.unwrap_or_else(|| self.text("team-no-part")),
        }
    }

    /// The choice of a part, and its hours.
    fn cell_list(&mut self, cell: &Response, place: (&Id, &Id), part: Option<&Assignment>) {
        let id = cell.id.with("list");
        let behavior = PopupCloseBehavior::CloseOnClickOutside;
        Popup::menu(cell).id(id).close_behavior(behavior).show(|ui| {
            ui.set_width(LIST);
            strong(ui, &self.person(place.1));
            weak(ui, &self.function(place.0));
            hairline(ui);
            let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
            for (role, words) in self.role_choices() {
                let on = role == part.map(|part| part.role);
                if list_item(ui, id.with(&words), &words, (LIST, on)).clicked() && !on {
                    self.set_role(place, role);
                }
            }
            ui.spacing_mut().item_spacing.y = spacing;
            if let Some(part) = part {
                hairline(ui);
                let label = self.text("team-hours");
                let hours = head_row(ui, 28.0, |ui| body(ui, &label), |ui| self.hours_field(ui, place, part.hours)).1;
                if let Some(hours) = hours {
                    self.set_hours(place, hours);
                }
            }
        });
    }

    /// "nobody": the place where somebody responsible is missing.
    pub(super) fn gap_cell(&mut self, ui: &mut Ui, rect: Rect, function: &Function) {
        let id = field_id(Section::Team, Some(&function.id), "assignments");
        let response = ui.interact(rect, id, Sense::click());
        let name = t!(self.cx.words, "team-choose-responsible", function = self.function(&function.id));
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &name));
        let palette = theme::palette(ui);
        ui.painter().rect_filled(rect, radius::FIELD, palette.bad_soft);
        let edge = rect.shrink(0.5);
        let corners = vec![edge.left_top(), edge.right_top(), edge.right_bottom(), edge.left_bottom(), edge.left_top()];
        ui.painter().extend(dashed(corners, Stroke::new(1.0, palette.bad), Dash::Dashed));
        let font = theme::semibold(size::SMALL);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, self.text("team-nobody"), font, palette.bad);
        focus_ring(ui, &response);
        let people: Vec<Id> = self.team.people.iter().map(|person| person.id.clone()).collect();
        let list = id.with("list");
        Popup::menu(&response).id(list).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
            weak(ui, &name);
            ui.add_space(space::XS);
            ui.spacing_mut().item_spacing.y = 0.0;
            for person in &people {
                if list_item(ui, list.with(person.as_str()), &self.person(person), (LIST, false)).clicked() {
                    self.set_role((&function.id, person), Some(Raci::Responsible));
                    ui.close();
                }
            }
        });
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&name);
    }
}

fn part_hours(part: &Assignment) -> String {
    crate::words::number::trimmed(part.hours, 2)
}

/// Whether a key is pressed while the cell has the focus.
fn typed(ui: &Ui, cell: &Response, key: Key) -> bool {
    cell.has_focus() && ui.input(|input| input.modifiers.is_none() && input.key_pressed(key))
}

/// A part chosen by its letter while the cell has the focus; Delete takes it away.
fn typed_role(ui: &Ui, cell: &Response, choose: impl FnOnce(Option<Raci>)) {
    let pressed = |key| typed(ui, cell, key);
    if let Some((_, role)) = keys::PARTS.into_iter().find(|(key, _)| pressed(*key)) {
        choose(Some(role));
    } else if pressed(Key::Delete) || pressed(Key::Backspace) {
        choose(None);
    }
}

/// R on the accent, C in a frame, I bare, A in accent; an empty cell shows a frame once it is pointed at.
fn paint_cell(ui: &Ui, response: &Response, role: Option<Raci>, owner: bool) {
    let palette = theme::palette(ui);
    let rect = response.rect;
    let lively = response.hovered() || response.has_focus();
    let mut letter_rect = rect;
    if owner {
        let x = if role.is_some() { rect.left() + 8.0 } else { rect.center().x };
        let font = theme::semibold(size::BODY);
        ui.painter().text(pos2(x, rect.center().y), Align2::CENTER_CENTER, "A", font, palette.accent);
        letter_rect = Rect::from_min_max(pos2(rect.left() + 17.0, rect.top() + 2.0), rect.max - vec2(0.0, 2.0));
    }
    if let Some(role) = role {
        paint_role(ui, letter_rect, role);
    } else if lively && !owner {
        icons::paint(ui.painter(), icons::PLUS, Rect::from_center_size(rect.center(), vec2(12.0, 12.0)), palette.weak);
    }
    if lively {
        let outline = Stroke::new(1.0, palette.rule);
        ui.painter().add(Shape::from(eframe::egui::epaint::RectShape::stroke(
            rect,
            radius::FIELD,
            outline,
            StrokeKind::Inside,
        )));
    }
}

fn paint_role(ui: &Ui, rect: Rect, role: Raci) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    let (font, ink) = match role {
        Raci::Responsible => {
            painter.rect_filled(rect, radius::FIELD, palette.accent);
            (theme::semibold(size::BODY), palette.on_accent)
        }
        Raci::Consulted => {
            painter.rect(rect, radius::FIELD, palette.raised, palette.hairline(), StrokeKind::Inside);
            (theme::text(size::BODY), palette.text)
        }
        Raci::Informed => (theme::text(size::BODY), palette.weak),
    };
    painter.text(rect.center(), Align2::CENTER_CENTER, role.letter(), font, ink);
}

/// The letter of a part as in the grid, 18 high.
pub(super) fn letter(ui: &mut Ui, role: Raci) {
    let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
    paint_role(ui, rect, role);
}
