//! Buttons: primary, plain, quiet, icon.

use eframe::egui::{
    self, Align2, Color32, CornerRadius, CursorIcon, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::text::{elided, text_width};
use crate::app::{
    icons::{self, Icon},
    theme::{self, Palette, height, radius, size, space},
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    Primary,
    Plain,
    Quiet,
    Chosen,
    Bare,
}

/// A button with words. Build it, then `show` it.
#[must_use]
#[derive(Clone)]
pub struct Button<'a> {
    text: &'a str,
    name: Option<&'a str>,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    rank: Rank,
    enabled: bool,
    height: f32,
    text_size: f32,
    min_width: f32,
    max_width: f32,
}

impl<'a> Button<'a> {
    const fn of(text: &'a str, rank: Rank) -> Self {
        Self {
            text,
            name: None,
            icon: None,
            trailing: None,
            rank,
            enabled: true,
            height: height::FIELD,
            text_size: size::SMALL,
            min_width: 0.0,
            max_width: f32::INFINITY,
        }
    }

    /// The one main action of a view.
    pub const fn primary(text: &'a str) -> Self {
        Self::of(text, Rank::Primary)
    }

    /// Any other action.
    pub const fn plain(text: &'a str) -> Self {
        Self::of(text, Rank::Plain)
    }

    /// An action in passing: accent text without a frame.
    pub const fn quiet(text: &'a str) -> Self {
        Self::of(text, Rank::Quiet)
    }

    /// Plain text without a frame until hovered, for menus and the top bar.
    pub const fn menu(text: &'a str) -> Self {
        Self { text_size: size::BODY, ..Self::of(text, Rank::Bare) }
    }

    /// Shows the button as chosen, as "Suggest" while its proposal is open.
    pub const fn chosen(mut self, chosen: bool) -> Self {
        if chosen {
            self.rank = Rank::Chosen;
        }
        self
    }

    /// Icon before the words.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Icon after the words, such as a chevron.
    pub const fn trailing(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// Whether it can be pressed.
    pub const fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Name for screen readers where the words alone do not say it ("Mend: distribution").
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Height 24 for dense columns.
    pub const fn dense(mut self) -> Self {
        self.height = height::DENSE;
        self
    }

    /// Text of 14 instead of 12.
    pub const fn large(mut self) -> Self {
        self.text_size = size::BODY;
        self
    }

    /// At least this wide.
    pub const fn min_width(mut self, width: f32) -> Self {
        self.min_width = width;
        self
    }

    /// At most this wide: longer words end in `…`.
    pub const fn max_width(mut self, width: f32) -> Self {
        self.max_width = width;
        self
    }

    fn font(&self) -> egui::FontId {
        let bold = self.rank != Rank::Plain;
        if bold { theme::semibold(self.text_size) } else { theme::text(self.text_size) }
    }

    /// Room for the icons.
    fn icons_width(&self) -> f32 {
        // An icon alone stands in the middle.
        let beside_words = if self.text.is_empty() { 14.0 } else { 20.0 };
        self.icon.map_or(0.0, |_| beside_words) + self.trailing.map_or(0.0, |_| 18.0)
    }

    /// Room for the icons, and around everything.
    fn around(&self) -> f32 {
        let padding = if matches!(self.rank, Rank::Quiet | Rank::Bare) { space::XS } else { 11.0 };
        self.icons_width() + 2.0 * padding
    }

    /// How wide the button will be.
    #[must_use]
    pub fn width(&self, ui: &Ui) -> f32 {
        (text_width(ui, self.text, self.font()) + self.around()).min(self.max_width).max(self.min_width)
    }

    /// Draws the button.
    pub fn show(self, ui: &mut Ui) -> Response {
        let room = self.max_width - self.around();
        let galley = elided(ui.painter(), self.text, self.font(), Color32::PLACEHOLDER, room);
        let icons_width = self.icons_width();
        let width = (galley.size().x + self.around()).max(self.min_width);
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, self.height), sense);
        let enabled = self.enabled && ui.is_enabled();
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, self.name.unwrap_or(self.text)));
        if ui.is_rect_visible(rect) {
            let ink = self.paint_frame(ui, rect, &response);
            let content = Rect::from_center_size(rect.center(), vec2(galley.size().x + icons_width, rect.height()));
            self.paint_content(ui, content, ink, galley);
        }
        // Out of sight it must come into sight with the focus.
        focus_ring(ui, &response);
        if self.enabled { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
    }

    fn paint_frame(&self, ui: &Ui, rect: Rect, response: &Response) -> Color32 {
        let palette = theme::palette(ui);
        let (fill, outline, ink) = colors(palette, self.rank, response);
        let (fill, outline, ink) = if self.enabled {
            (fill, outline, ink)
        } else {
            let fill =
                if matches!(self.rank, Rank::Quiet | Rank::Bare) { Color32::TRANSPARENT } else { palette.raised };
            let outline =
                if matches!(self.rank, Rank::Quiet | Rank::Bare) { Color32::TRANSPARENT } else { palette.line };
            (fill, outline, palette.faint)
        };
        let stroke = Stroke::new(1.0, outline);
        ui.painter().rect(rect, radius::FIELD, fill, stroke, StrokeKind::Inside);
        ink
    }

    fn paint_content(&self, ui: &Ui, content: Rect, ink: Color32, galley: std::sync::Arc<egui::Galley>) {
        let mut left = content.left();
        if let Some(icon) = self.icon {
            let square = Rect::from_center_size(pos2(left + 7.0, content.center().y), Vec2::splat(14.0));
            icons::paint(ui.painter(), icon, square, ink);
            left += 20.0;
        }
        let text = Align2::LEFT_CENTER.anchor_size(pos2(left, content.center().y), galley.size());
        ui.painter().galley(text.min, galley, ink);
        if let Some(icon) = self.trailing {
            let square =
                Rect::from_center_size(pos2(content.right() - 6.0, content.center().y + 1.0), Vec2::splat(14.0));
            icons::paint(ui.painter(), icon, square, ink);
        }
    }
}

/// Fill, outline and ink of a button.
fn colors(palette: &Palette, rank: Rank, response: &Response) -> (Color32, Color32, Color32) {
    let hovered = response.hovered();
    let down = response.is_pointer_button_down_on();
    match rank {
        Rank::Primary => {
            let fill = if down {
                mix(palette.accent, palette.panel, 0.2)
            } else if hovered {
                mix(palette.accent, palette.panel, 0.1)
            } else {
                palette.accent
            };
            (fill, fill, palette.on_accent)
        }
        Rank::Plain => {
            let fill = if down { palette.sel } else { palette.raised };
            (fill, if hovered { palette.rule } else { palette.line }, palette.text)
        }
        Rank::Quiet => {
            let fill = if hovered || down { palette.accent_soft } else { Color32::TRANSPARENT };
            (fill, Color32::TRANSPARENT, palette.accent)
        }
        Rank::Chosen => (palette.accent_soft, palette.accent, palette.accent),
        Rank::Bare => {
            let fill = if hovered || down { palette.sel } else { Color32::TRANSPARENT };
            (fill, Color32::TRANSPARENT, palette.text)
        }
    }
}

/// A colour between two.
#[must_use]
pub fn mix(one: Color32, other: Color32, share: f32) -> Color32 {
    one.lerp_to_gamma(other, share)
}

/// The focus ring: 2 px accent, 1 px away. For every widget that can have the focus; it also scrolls into sight.
pub fn focus_ring(ui: &Ui, response: &Response) {
    super::order::note(response);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, theme::palette(ui).accent);
        let corner = CornerRadius::same(radius::FIELD + 2);
        ui.painter().rect_stroke(response.rect.expand(1.0), corner, stroke, StrokeKind::Outside);
    }
}

/// An icon alone; `name` is what it does, shown on hover and read aloud.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    icon_button_colored(ui, icon, name, IconLook::default())
}

/// How an icon button looks.
#[derive(Clone, Copy, Debug)]
pub struct IconLook {
    /// Side of the icon.
    pub icon: f32,
    /// Side of the button.
    pub side: f32,
    /// Whether it can be pressed.
    pub enabled: bool,
    /// Whether its thing is on (an accent ground).
    pub on: bool,
}

impl Default for IconLook {
    fn default() -> Self {
        Self { icon: 16.0, side: height::DENSE, enabled: true, on: false }
    }
}

/// An icon button with its own size and state.
pub fn icon_button_colored(ui: &mut Ui, icon: Icon, name: &str, look: IconLook) -> Response {
    icon_button_hinted(ui, icon, (name, name), look)
}

/// An icon button whose hover says more than its name.
pub fn icon_button_hinted(ui: &mut Ui, icon: Icon, (name, hint): (&str, &str), look: IconLook) -> Response {
    let sense = if look.enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(look.side), sense);
    let enabled = look.enabled && ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    let palette = theme::palette(ui);
    if look.on {
        ui.painter().rect_filled(rect, radius::FIELD, palette.accent_soft);
    } else if response.hovered() && look.enabled {
        ui.painter().rect_filled(rect, radius::FIELD, palette.line);
    }
    let color = match (look.enabled, look.on) {
        (false, _) => palette.faint,
        (true, true) => palette.accent,
        (true, false) => palette.text,
    };
    icons::paint(ui.painter(), icon, Rect::from_center_size(rect.center(), Vec2::splat(look.icon)), color);
    focus_ring(ui, &response);
    response.on_hover_text(hint)
}
