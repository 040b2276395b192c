//! Colours, sizes and fonts of the window. Every part takes them from here.

use eframe::egui::{
    self, Color32, Context, CornerRadius, FontFamily, FontId, Stroke, TextStyle, Theme, Ui, Visuals,
    epaint::Shadow,
    style::{ScrollAnimation, ScrollStyle, WidgetVisuals},
};

mod palette;

pub use palette::{DARK, LIGHT, Palette, TaskColors, Tone};

/// Steps of space between things, in points.
pub mod space {
    /// Between an icon and its word.
    pub const XS: f32 = 4.0;
    /// Between buttons that belong together.
    pub const S: f32 = 8.0;
    /// Inside a card.
    pub const M: f32 = 12.0;
    /// Between groups.
    pub const L: f32 = 16.0;
    /// Margin of a page.
    pub const PAGE: f32 = 24.0;
    /// Between two columns, with a hairline in the middle.
    pub const COLUMNS: f32 = 28.0;
}

/// Corner radii, in points.
pub mod radius {
    /// Fields and buttons.
    pub const FIELD: u8 = 4;
    /// Chips.
    pub const CHIP: u8 = 3;
}

/// Heights of parts, in points.
pub mod height {
    /// Top bar.
    pub const TOP_BAR: f32 = 48.0;
    /// One tab of the rail.
    pub const RAIL_ITEM: f32 = 38.0;
    /// Width of the rail.
    pub const RAIL_WIDTH: f32 = 148.0;
    /// Findings bar.
    pub const FINDINGS: f32 = 28.0;
    /// Button and field.
    pub const FIELD: f32 = 28.0;
    /// Field in a dense column.
    pub const DENSE: f32 = 24.0;
    /// Row of a table.
    pub const ROW: f32 = 28.0;
    /// Row of a table in a tall window at most.
    pub const ROW_ROOMY: f32 = 40.0;
    /// Row of a long table.
    pub const ROW_TIGHT: f32 = 26.0;
    /// Row of a proposal.
    pub const ROW_DENSE: f32 = 20.0;
    /// Heading of a section, its rule included.
    pub const SECTION: f32 = 28.0;
    /// Chip.
    pub const CHIP: f32 = 18.0;
    /// Bar inside a table cell.
    pub const CELL_BAR: f32 = 7.0;
}

/// Text sizes, in points.
pub mod size {
    /// Headings of columns, second text, axes.
    pub const SMALL: f32 = 12.0;
    /// Everything else.
    pub const BODY: f32 = 14.0;
    /// Start actions.
    pub const ACTION: f32 = 16.0;
    /// Figures, the sentence of a tab.
    pub const FIGURE: f32 = 20.0;
    /// The sentence of the overview, ROI.
    pub const HERO: f32 = 28.0;
}

/// Name of the font family of weight 600.
pub const SEMIBOLD: &str = "semibold";
/// Name of the icon font family.
pub const ICONS: &str = "icons";

/// Regular text of a size.
#[must_use]
pub fn text(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Text of weight 600.
#[must_use]
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// The icon font.
#[must_use]
pub fn icon_font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ICONS.into()))
}

/// The palette of the theme a `Ui` is drawn in.
#[must_use]
pub fn palette(ui: &Ui) -> &'static Palette {
    of(ui.visuals().dark_mode)
}

/// The palette of the dark or the light theme.
#[must_use]
pub fn of(dark: bool) -> &'static Palette {
    if dark { &DARK } else { &LIGHT }
}

/// Installs both themes.
pub fn apply(ctx: &Context) {
    for (theme, palette) in [(Theme::Light, &LIGHT), (Theme::Dark, &DARK)] {
        ctx.set_visuals_of(theme, visuals(palette));
        ctx.style_mut_of(theme, set_measures);
    }
}

fn set_measures(style: &mut egui::Style) {
    style.text_styles = [
        (TextStyle::Small, text(size::SMALL)),
        (TextStyle::Body, text(size::BODY)),
        (TextStyle::Button, text(size::BODY)),
        (TextStyle::Heading, text(size::FIGURE)),
        (TextStyle::Monospace, FontId::monospace(size::SMALL)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = egui::vec2(space::S, space::XS);
    spacing.button_padding = egui::vec2(space::M, space::XS);
    spacing.interact_size = egui::vec2(height::FIELD, height::DENSE);
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = space::S;
    spacing.menu_margin = egui::Margin::same(4);
    spacing.window_margin = egui::Margin::same(16);
    spacing.scroll = ScrollStyle::thin();
    // Nothing moves by itself, so that nobody has to switch that off.
    style.animation_time = 0.0;
    style.scroll_animation = ScrollAnimation::none();
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.35;
}

fn visuals(palette: &Palette) -> Visuals {
    let mut visuals = if palette.dark { Visuals::dark() } else { Visuals::light() };
    visuals.weak_text_color = Some(palette.weak);
    visuals.hyperlink_color = palette.accent;
    visuals.faint_bg_color = palette.zebra;
    visuals.extreme_bg_color = palette.line;
    visuals.text_edit_bg_color = Some(palette.raised);
    visuals.code_bg_color = palette.bg;
    visuals.warn_fg_color = palette.warn;
    visuals.error_fg_color = palette.bad;
    visuals.panel_fill = palette.panel;
    visuals.window_fill = palette.raised;
    visuals.window_stroke = palette.rule_line();
    visuals.window_corner_radius = CornerRadius::same(radius::FIELD);
    visuals.menu_corner_radius = CornerRadius::same(radius::FIELD);
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow::NONE;
    visuals.selection.bg_fill = palette.accent_soft;
    visuals.selection.stroke = Stroke::new(1.0, palette.accent);
    visuals.text_cursor.stroke = Stroke::new(1.5, palette.text);
    visuals.ime_composition.active_underline_stroke = Stroke::new(2.0, palette.accent);
    visuals.ime_composition.inactive_underline_stroke = Stroke::new(1.0, palette.weak);
    visuals.disabled_alpha = 0.5;
    set_widgets(&mut visuals, palette);
    visuals
}

fn set_widgets(visuals: &mut Visuals, palette: &Palette) {
    let state = |fill: Color32, outline: Color32, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, outline),
        corner_radius: CornerRadius::same(radius::FIELD),
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = state(palette.panel, palette.line, palette.text);
    visuals.widgets.inactive = state(palette.raised, palette.line, palette.text);
    visuals.widgets.hovered = state(palette.raised, palette.rule, palette.text);
    visuals.widgets.active = state(palette.sel, palette.accent, palette.text);
    visuals.widgets.open = state(palette.raised, palette.rule, palette.text);
}
