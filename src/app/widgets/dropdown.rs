//! Choosing one of many: a button or bare text that opens a list.

use eframe::egui::{
    Align2, Color32, CursorIcon, Id, Popup, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::{
    button::focus_ring,
    order,
    text::{elided, paint_galley},
};
use crate::app::{
    icons,
    theme::{self, Tone, height, radius, size},
};

/// A dropdown. `bare` looks like table text until hovered.
#[must_use]
pub struct Dropdown<'a> {
    id: Id,
    name: &'a str,
    text: &'a str,
    width: Option<f32>,
    height: f32,
    bare: bool,
    strong: bool,
    tone: Tone,
    text_size: f32,
}

impl<'a> Dropdown<'a> {
    /// A dropdown named `name` (for screen readers) that shows `text`.
    pub const fn new(id: Id, name: &'a str, text: &'a str) -> Self {
        Self {
            id,
            name,
            text,
            width: None,
            height: height::FIELD,
            bare: false,
            strong: false,
            tone: Tone::Plain,
            text_size: size::SMALL,
        }
    }

    /// Fixed width; otherwise as wide as its text.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Plain text until hovered or focused, for tables.
    pub const fn bare(mut self) -> Self {
        self.bare = true;
        self.height = height::DENSE;
        self
    }

    /// Height 24.
    pub const fn dense(mut self) -> Self {
        self.height = height::DENSE;
        self
    }

    /// Semibold text.
    pub const fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// Tone of the text, such as weak for an owner.
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Text of 14 instead of 12.
    pub const fn large(mut self) -> Self {
        self.text_size = size::BODY;
        self
    }

    /// Bare text of 28 for the one choice that heads a card; its chevron always shows.
    pub const fn hero(mut self) -> Self {
        self.text_size = size::HERO;
        self.height = 36.0;
        self.bare = true;
        self
    }

    /// Draws the button and, when open, the list; returns the item just chosen.
    pub fn show<T: PartialEq + Clone>(self, ui: &mut Ui, items: &[(T, String)], current: Option<&T>) -> Option<T> {
        let response = self.trigger(ui);
        let mut chosen = None;
        Popup::menu(&response).id(self.id.with("list")).width(response.rect.width().max(120.0)).show(|ui| {
            ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let width = list_width(ui, items).max(response.rect.width() - 10.0);
                for (index, (item, word)) in items.iter().enumerate() {
                    let on = current == Some(item);
                    if list_item(ui, self.id.with(("item", index)), word, (width, on)).clicked() {
                        chosen = Some(item.clone());
                        ui.close();
                    }
                }
            });
        });
        chosen.filter(|item| current != Some(item))
    }

    /// Draws only the button and gives its response, for a popup of your own.
    pub fn trigger(&self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let font = if self.strong { theme::semibold(self.text_size) } else { theme::text(self.text_size) };
        let room = if self.is_hero() {
            28.0
        } else if self.bare {
            0.0
        } else {
            41.0
        };
        let limit = self.width.unwrap_or_else(|| ui.available_width()) - room;
        let galley = elided(ui.painter(), self.text, font, palette.ink(self.tone), limit);
        let width = self.width.unwrap_or(galley.size().x + room);
        let (_, rect) = ui.allocate_space(vec2(width, self.height));
        let response = ui.interact(rect, self.id, Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), self.name);
            info.current_text_value = Some(self.text.to_owned());
            info
        });
        self.paint(ui, &response, galley);
        response.on_hover_cursor(CursorIcon::PointingHand)
    }

    fn is_hero(&self) -> bool {
        self.text_size >= size::HERO
    }

    fn paint(&self, ui: &Ui, response: &Response, galley: std::sync::Arc<eframe::egui::Galley>) {
        let palette = theme::palette(ui);
        let lively = response.hovered() || response.has_focus() || Popup::is_id_open(ui.ctx(), self.id.with("list"));
        let frame = if self.bare { response.rect.expand2(vec2(6.0, 0.0)) } else { response.rect };
        if !self.bare || lively {
            let outline = Stroke::new(1.0, if lively { palette.rule } else { palette.line });
            ui.painter().rect(frame, radius::FIELD, palette.raised, outline, StrokeKind::Inside);
        }
        let inset = if self.bare { 0.0 } else { 11.0 };
        let at = pos2(response.rect.left() + inset, response.rect.center().y);
        paint_galley(ui.painter(), at, Align2::LEFT_CENTER, galley);
        if !self.bare || lively || self.is_hero() {
            let center = pos2(frame.right() - if self.bare { 9.0 } else { 17.0 }, frame.center().y + 1.0);
            let square = Rect::from_center_size(center, Vec2::splat(13.0));
            if self.bare && lively {
                ui.painter().rect_filled(square.expand(1.0), 0.0, palette.raised);
            }
            icons::paint(ui.painter(), icons::CHEVRON_DOWN, square, palette.text);
        }
        focus_ring(ui, response);
    }
}

fn list_width<T>(ui: &Ui, items: &[(T, String)]) -> f32 {
    let font = theme::text(size::BODY);
    let measure = |word: &String| ui.painter().layout_no_wrap(word.clone(), font.clone(), Color32::WHITE).size().x;
    (items.iter().map(|(_, word)| measure(word)).fold(80.0, f32::max) + 44.0).min(MOST_WIDTH)
}

/// A list is at most this wide; longer words end in `…` and show whole on hover.
const MOST_WIDTH: f32 = 480.0;

/// One line of an open list.
pub fn list_item(ui: &mut Ui, id: Id, word: &str, look: (f32, bool)) -> Response {
    list_item_with(ui, id, (word, ""), look)
}

/// One line of an open list, with weak words at its right end.
pub fn list_item_with(ui: &mut Ui, id: Id, (word, beside): (&str, &str), (width, on): (f32, bool)) -> Response {
    let palette = theme::palette(ui);
    let (_, rect) = ui.allocate_space(vec2(width, height::FIELD));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), on, word));
    order::note(&response);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, radius::CHIP, palette.sel);
    }
    if on {
        icons::paint(
            ui.painter(),
            icons::CHECK,
            icons::square_at_left(rect.translate(vec2(8.0, 0.0)), 14.0),
            palette.accent,
        );
    }
    let font = if on { theme::semibold(size::BODY) } else { theme::text(size::BODY) };
    let end = pos2(rect.right() - 8.0, rect.center().y);
    let beside = ui.painter().text(end, Align2::RIGHT_CENTER, beside, theme::text(size::SMALL), palette.weak);
    let at = pos2(rect.left() + 30.0, rect.center().y);
    let gap = if beside.width() > 0.0 { 8.0 } else { 0.0 };
    let galley = elided(ui.painter(), word, font, palette.text, beside.left() - gap - at.x);
    let cut = galley.elided;
    paint_galley(ui.painter(), at, Align2::LEFT_CENTER, galley);
    if cut { response.on_hover_text(word) } else { response }
}
