//! Icons: glyphs of the icon font, and the few drawn by hand.

use eframe::egui::{Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

use super::theme;

/// One icon, painted into any square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A character of the icon font.
    Glyph(char),
    /// Drawn with lines.
    Drawn(Drawing),
}

/// The icons drawn with lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Three nested circles that touch at the bottom: the mark of the program.
    Mark,
    /// A triangle with two levels.
    Pyramid,
    /// Concentric circles.
    Ripple,
    /// A bell curve with its dashed middle.
    Topics,
    /// Three bars of different length.
    Allocation,
    /// A target with its arrow.
    Goal,
}

/// The mark of the program.
pub const MARK: Icon = Icon::Drawn(Drawing::Mark);
/// Pyramid tab.
pub const PYRAMID: Icon = Icon::Drawn(Drawing::Pyramid);
/// Ripple tab.
pub const RIPPLE: Icon = Icon::Drawn(Drawing::Ripple);
/// Topics tab.
pub const TOPICS: Icon = Icon::Drawn(Drawing::Topics);
/// Allocation tab.
pub const ALLOCATION: Icon = Icon::Drawn(Drawing::Allocation);
/// Goal tab.
pub const GOAL: Icon = Icon::Drawn(Drawing::Goal);
/// Overview tab.
pub const OVERVIEW: Icon = LAYOUT_DASHBOARD;
/// Team tab.
pub const TEAM: Icon = USERS;
/// Track tab.
pub const TRACK: Icon = CHART_LINE;
/// Summary tab.
pub const SUMMARY: Icon = FILE_TEXT;
/// Good state.
pub const GOOD: Icon = CIRCLE_CHECK;
/// Advice.
pub const ADVICE: Icon = INFO;
/// Warning.
pub const WARN: Icon = TRIANGLE_ALERT;
/// Error.
pub const BAD: Icon = OCTAGON_ALERT;

macro_rules! glyphs {
    ($($name:ident = $glyph:literal, $title:literal;)*) => {
        $(#[doc = concat!("The icon `", $title, "`.")] pub const $name: Icon = Icon::Glyph($glyph);)*
    };
}

glyphs! {
    ACTIVITY = '\u{e038}', "activity";
    ALIGN_LEFT = '\u{e185}', "align-left";
    ARROW_DOWN = '\u{e042}', "arrow-down";
    ARROW_LEFT = '\u{e048}', "arrow-left";
    ARROW_RIGHT = '\u{e049}', "arrow-right";
    ARROW_UP = '\u{e04a}', "arrow-up";
    ARROW_UP_RIGHT = '\u{e04d}', "arrow-up-right";
    BADGE_CHECK = '\u{e241}', "badge-check";
    BELL = '\u{e059}', "bell";
    CALENDAR = '\u{e063}', "calendar";
    CALENDAR_DAYS = '\u{e2b9}', "calendar-days";
    CHART_COLUMN = '\u{e2a3}', "chart-column";
    CHART_LINE = '\u{e2a5}', "chart-line";
    CHART_SPLINE = '\u{e60d}', "chart-spline";
    CHECK = '\u{e06c}', "check";
    CHEVRON_DOWN = '\u{e06d}', "chevron-down";
    CHEVRON_LEFT = '\u{e06e}', "chevron-left";
    CHEVRON_RIGHT = '\u{e06f}', "chevron-right";
    CHEVRON_UP = '\u{e070}', "chevron-up";
    CIRCLE = '\u{e076}', "circle";
    CIRCLE_ALERT = '\u{e077}', "circle-alert";
    CIRCLE_CHECK = '\u{e226}', "circle-check";
    CIRCLE_DOT = '\u{e345}', "circle-dot";
    CIRCLE_HELP = '\u{e082}', "circle-help";
    CIRCLE_X = '\u{e084}', "circle-x";
    COPY = '\u{e09e}', "copy";
    DOWNLOAD = '\u{e0b2}', "download";
    ELLIPSIS = '\u{e0b6}', "ellipsis";
    EXTERNAL_LINK = '\u{e0b9}', "external-link";
    FILE_PLUS = '\u{e0c9}', "file-plus";
    FILE_TEXT = '\u{e0cc}', "file-text";
    FLAG = '\u{e0d1}', "flag";
    FOLDER = '\u{e0d7}', "folder";
    FOLDER_OPEN = '\u{e247}', "folder-open";
    GOAL_FLAG = '\u{e4a5}', "goal";
    GRIP_VERTICAL = '\u{e0eb}', "grip-vertical";
    HASH = '\u{e0ef}', "hash";
    HISTORY = '\u{e1f5}', "history";
    INFO = '\u{e0f9}', "info";
    LANGUAGES = '\u{e0fe}', "languages";
    LAYOUT_DASHBOARD = '\u{e1c1}', "layout-dashboard";
    LINK = '\u{e102}', "link";
    LIST_FILTER = '\u{e460}', "list-filter";
    LOCK = '\u{e10b}', "lock";
    LOCK_OPEN = '\u{e10c}', "lock-open";
    MAP_PIN = '\u{e111}', "map-pin";
    MINUS = '\u{e11c}', "minus";
    MONITOR = '\u{e11d}', "monitor";
    MOON = '\u{e11e}', "moon";
    OCTAGON_ALERT = '\u{e127}', "octagon-alert";
    PENCIL = '\u{e1f9}', "pencil";
    PIN = '\u{e259}', "pin";
    PLUS = '\u{e13d}', "plus";
    PRINTER = '\u{e141}', "printer";
    PYRAMID_SOLID = '\u{e52c}', "pyramid";
    RADIO = '\u{e142}', "radio";
    REDO_2 = '\u{e2a0}', "redo-2";
    ROTATE_CCW = '\u{e148}', "rotate-ccw";
    SAVE = '\u{e14d}', "save";
    SEARCH = '\u{e151}', "search";
    SETTINGS = '\u{e154}', "settings";
    SLIDERS_HORIZONTAL = '\u{e29a}', "sliders-horizontal";
    SPLINE = '\u{e38b}', "spline";
    STAR = '\u{e176}', "star";
    SUN = '\u{e178}', "sun";
    SUN_MOON = '\u{e2b2}', "sun-moon";
    TARGET = '\u{e180}', "target";
    TRASH_2 = '\u{e18e}', "trash-2";
    TRIANGLE = '\u{e192}', "triangle";
    TRIANGLE_ALERT = '\u{e193}', "triangle-alert";
    UNDO_2 = '\u{e2a1}', "undo-2";
    USER = '\u{e19f}', "user";
    USER_PLUS = '\u{e1a2}', "user-plus";
    USERS = '\u{e1a4}', "users";
    CLOSE = '\u{e1b2}', "x";
}

/// Takes a square of `size` and paints an icon into it. Silent: give the words beside it, or use an icon button.
pub fn show(ui: &mut Ui, icon: Icon, size: f32, color: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    paint(ui.painter(), icon, rect, color);
    response
}

/// Paints an icon into a square.
pub fn paint(painter: &Painter, icon: Icon, rect: Rect, color: Color32) {
    match icon {
        Icon::Glyph(glyph) => {
            let font = theme::icon_font(rect.height());
            let galley = painter.layout_no_wrap(glyph.to_string(), font, color);
            // The font's square stands on the baseline; the row around it is higher than the square.
            let baseline = galley.rows.first().and_then(|row| row.glyphs.first()).map_or(rect.height(), |g| g.pos.y);
            let at = pos2(rect.center().x - galley.size().x / 2.0, rect.bottom() - baseline);
            painter.galley(at, galley, color);
        }
        Icon::Drawn(drawing) => paint_drawing(&Pen { painter, rect, color }, drawing),
    }
}

/// Draws in a square of 24 units, like the icon font does.
struct Pen<'a> {
    painter: &'a Painter,
    rect: Rect,
    color: Color32,
}

impl Pen<'_> {
    fn scale(&self) -> f32 {
        self.rect.height() / 24.0
    }

    fn at(&self, x: f32, y: f32) -> Pos2 {
        self.rect.min + vec2(x, y) * self.scale()
    }

    fn stroke(&self, width: f32) -> Stroke {
        Stroke::new(width * self.scale(), self.color)
    }

    fn line(&self, points: &[(f32, f32)], width: f32) {
        let points = points.iter().map(|&(x, y)| self.at(x, y)).collect();
        self.painter.add(Shape::line(points, self.stroke(width)));
    }

    fn circle(&self, center: (f32, f32), radius: f32, width: f32) {
        self.painter.circle_stroke(self.at(center.0, center.1), radius * self.scale(), self.stroke(width));
    }

    fn dot(&self, center: (f32, f32), radius: f32) {
        self.painter.circle_filled(self.at(center.0, center.1), radius * self.scale(), self.color);
    }
}

fn paint_drawing(pen: &Pen<'_>, drawing: Drawing) {
    match drawing {
        Drawing::Mark => {
            pen.circle((12.0, 12.0), 11.0, 1.6);
            pen.circle((12.0, 16.6), 6.4, 1.6);
            pen.dot((12.0, 20.9), 2.5);
        }
        Drawing::Pyramid => {
            pen.line(&[(12.0, 3.0), (22.0, 21.0), (2.0, 21.0), (12.0, 3.0), (22.0, 21.0)], 2.0);
            pen.line(&[(8.6, 9.4), (15.4, 9.4)], 2.0);
            pen.line(&[(5.4, 15.2), (18.6, 15.2)], 2.0);
        }
        Drawing::Ripple => {
            pen.circle((12.0, 12.0), 9.6, 2.0);
            pen.circle((12.0, 12.0), 5.7, 2.0);
            pen.dot((12.0, 12.0), 2.8);
        }
        Drawing::Topics => paint_topics(pen),
        Drawing::Allocation => paint_allocation(pen),
        Drawing::Goal => paint_goal(pen),
    }
}

fn paint_topics(pen: &Pen<'_>) {
    let bell: Vec<(f32, f32)> = (0..=24_u8)
        .map(|step| {
            let x = 1.8 + 0.85 * f32::from(step);
            (x, 20.5 - 16.5 * (-((x - 12.0) / 4.8).powi(2)).exp())
        })
        .collect();
    pen.line(&bell, 2.0);
    pen.line(&[(12.0, 8.5), (12.0, 12.5)], 2.0);
    pen.line(&[(12.0, 16.0), (12.0, 20.0)], 2.0);
}

fn paint_goal(pen: &Pen<'_>) {
    let ring = |radius: f32| -> Vec<(f32, f32)> {
        // Open at the top right, where the arrow comes in.
        (0..=32_u8)
            .map(|step| {
                let angle = -0.45 + f32::from(step) / 32.0 * 5.5;
                (11.5 + radius * angle.cos(), 12.5 + radius * angle.sin())
            })
            .collect()
    };
    pen.line(&ring(9.3), 2.0);
    pen.line(&ring(4.8), 2.0);
    pen.dot((11.5, 12.5), 1.6);
    pen.line(&[(11.5, 12.5), (18.0, 6.0)], 2.0);
    pen.line(&[(17.0, 3.0), (17.3, 6.7), (21.0, 7.0), (23.0, 4.6), (19.6, 4.4), (19.4, 1.0), (17.0, 3.0)], 1.6);
}

fn paint_allocation(pen: &Pen<'_>) {
    let faded = Pen { color: pen.color.gamma_multiply(0.5), ..*pen };
    for (y, split) in [(4.5, 21.5), (12.0, 15.0), (19.5, 10.0)] {
        pen.line(&[(2.5, y), (split, y)], 2.4);
        if split < 20.0 {
            faded.line(&[(split + 3.5, y), (21.5, y)], 2.4);
        }
    }
}

/// The square of `size` in the middle of a rectangle's left edge.
#[must_use]
pub fn square_at_left(rect: Rect, size: f32) -> Rect {
    Rect::from_center_size(pos2(rect.left() + size / 2.0, rect.center().y), Vec2::splat(size))
}
