//! Plots without a frame: hairlines, a zero line, words at the lines. Mapping by `egui_plot`.
//!
//! The axes are drawn here, because the look wants them at the last pixel: labels outside, lines that are not
//! clipped at zero, no zoom that catches the mouse.
//!
//! Who cannot see a plot is told its name, where its axes begin and end, and all words that stand in it.

use std::cell::RefCell;

use eframe::egui::{Align2, Painter, Pos2, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_plot::{PlotBounds, PlotPoint, PlotTransform};

use super::axis::{Axis, Tick};
use crate::app::theme::{self, Palette, size};

/// A plot to be drawn.
#[must_use]
pub struct Chart<'a> {
    name: &'a str,
    x: Axis,
    y: Axis,
    height: f32,
    left: Option<f32>,
    right: f32,
    top: f32,
    grid: bool,
}

impl<'a> Chart<'a> {
    /// A plot of two axes; `name` is read aloud.
    pub const fn new(name: &'a str, x: Axis, y: Axis) -> Self {
        Self { name, x, y, height: 160.0, left: None, right: 16.0, top: 10.0, grid: true }
    }

    /// Height, labels included.
    pub const fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Room at the left for the labels; otherwise as wide as they need.
    pub const fn left(mut self, room: f32) -> Self {
        self.left = Some(room);
        self
    }

    /// Room at the right for words at the ends of lines.
    pub const fn right(mut self, room: f32) -> Self {
        self.right = room;
        self
    }

    /// Room at the top for words of events.
    pub const fn top(mut self, room: f32) -> Self {
        self.top = room;
        self
    }

    /// Leaves out the horizontal hairlines.
    pub const fn no_grid(mut self) -> Self {
        self.grid = false;
        self
    }

    /// Draws axes, then what `content` adds.
    pub fn show<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Canvas<'_>) -> R) -> (R, Response) {
        let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), self.height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, self.name));
        let left = self.left.unwrap_or_else(|| self.label_room(ui));
        let below = if self.x.ticks.is_empty() { 4.0 } else { 8.0 + LINE * self.x.lines_of_labels() };
        let frame = Rect::from_min_max(
            area.min + vec2(left, self.top),
            pos2(
                (area.right() - self.right).max(area.left() + left + 1.0),
                (area.bottom() - below).max(area.top() + self.top + 1.0),
            ),
        );
        let bounds = PlotBounds::from_min_max([self.x.range.0, self.y.range.0], [self.x.range.1, self.y.range.1]);
        let transform = PlotTransform::new(frame, bounds, false);
        let mut canvas = Canvas {
            painter: ui.painter().clone(),
            palette: theme::palette(ui),
            transform,
            area,
            hover: response.hover_pos(),
            said: RefCell::default(),
        };
        self.axes(&canvas);
        let inner = content(&mut canvas);
        let said = self.said(canvas.said.into_inner());
        ui.accesskit_node_builder(response.id, |node| node.set_description(said));
        (inner, response)
    }

    /// The ends of the axes, and the words of the plot, each in a line.
    fn said(&self, words: Vec<String>) -> String {
        let ends = [&self.x, &self.y].into_iter().filter_map(Axis::ends);
        let lines: Vec<String> = ends.chain(words).map(|line| line.replace('\n', " ")).collect();
        lines.join("\n")
    }

    fn label_room(&self, ui: &Ui) -> f32 {
        let font = theme::text(size::SMALL);
        let width =
            |label: &String| ui.painter().layout_no_wrap(label.clone(), font.clone(), theme::LIGHT.text).size().x;
        let widest = self.y.ticks.iter().map(|tick| width(&tick.label)).fold(0.0, f32::max);
        if widest > 0.0 { widest + 8.0 } else { 0.0 }
    }

    fn axes(&self, canvas: &Canvas<'_>) {
        let (painter, palette, frame) = (&canvas.painter, canvas.palette, canvas.frame());
        for Tick { at: value, label, strong, mark } in &self.y.ticks {
            let y = canvas.at(self.x.range.0, *value).y.round() + 0.5;
            if self.grid && *mark && *value != 0.0 {
                painter.hline(frame.x_range(), y, palette.hairline());
            }
            let (font, color) = tick_look(palette, *strong);
            painter.text(pos2(frame.left() - 8.0, y), Align2::RIGHT_CENTER, label, font, color);
        }
        let zero = canvas.at(0.0, 0.0_f64.clamp(self.y.range.0, self.y.range.1)).y.round() + 0.5;
        if self.x.line {
            painter.hline(frame.x_range(), zero, palette.rule_line());
        }
        for Tick { at: value, label, strong, mark } in &self.x.ticks {
            let x = canvas.at(*value, 0.0).x.round() + 0.5;
            if self.x.line && *mark {
                painter.vline(x, frame.bottom()..=frame.bottom() + 4.0, palette.rule_line());
            }
            let (font, color) = tick_look(palette, *strong);
            let mut top = frame.bottom() + 5.0;
            for line in label.lines() {
                painter.text(pos2(x, top), Align2::CENTER_TOP, line, font.clone(), color);
                top += LINE;
            }
        }
    }
}

/// From one line of a label below the plot to the next.
const LINE: f32 = 14.0;

fn tick_look(palette: &Palette, strong: bool) -> (eframe::egui::FontId, eframe::egui::Color32) {
    if strong { (theme::semibold(size::SMALL), palette.text) } else { (theme::text(size::SMALL), palette.weak) }
}

/// The plot being drawn: lines and marks in the units of its axes. See also `marks`.
pub struct Canvas<'p> {
    /// Draws in screen coordinates, over the whole plot.
    pub painter: Painter,
    /// Colours of the theme.
    pub palette: &'p Palette,
    transform: PlotTransform,
    area: Rect,
    hover: Option<Pos2>,
    said: RefCell<Vec<String>>,
}

impl Canvas<'_> {
    /// Where a point stands on screen.
    #[must_use]
    pub fn at(&self, x: f64, y: f64) -> Pos2 {
        self.transform.position_from_point(&PlotPoint::new(x, y))
    }

    /// Has words read aloud that stand in the plot.
    pub fn say(&self, words: &str) {
        if !words.is_empty() {
            self.said.borrow_mut().push(words.to_owned());
        }
    }

    /// Which point stands at a place of the screen.
    #[must_use]
    pub fn point(&self, pos: Pos2) -> [f64; 2] {
        let point = self.transform.value_from_position(pos);
        [point.x, point.y]
    }

    /// The point under the mouse, if it is in the frame.
    #[must_use]
    pub fn hovered(&self) -> Option<[f64; 2]> {
        self.hover.filter(|pos| self.frame().expand(4.0).contains(*pos)).map(|pos| self.point(pos))
    }

    /// The rectangle between the axes.
    #[must_use]
    pub fn frame(&self) -> Rect {
        *self.transform.frame()
    }

    /// The rectangle of the plot with its labels.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.area
    }

    /// A stroke in a colour; 2 px is a line, 2.5 px the chosen one.
    #[must_use]
    pub fn stroke(&self, tone: theme::Tone, width: f32) -> Stroke {
        Stroke::new(width, self.palette.mark(tone))
    }
}
