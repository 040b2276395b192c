//! The customer loop: seven equal sectors clockwise from the top, names around.

use std::f32::consts::TAU;

use eframe::egui::{
    Align, Align2, Color32, CursorIcon, Id, Mesh, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2,
    vec2,
};

use super::{
    plot::marks::{Dash, dashed},
    text::{elided, paint_galley, widest},
};
use crate::app::theme::{self, Palette, size};

/// Through what a stage is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Served {
    /// Nothing serves it: hollow and dashed.
    Open,
    /// Online only: 30 % accent.
    Online,
    /// Both: 55 % accent.
    Both,
    /// Offline only: full accent.
    Offline,
}

/// One sector.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Name, 14 semibold.
    pub name: String,
    /// What serves it, 12 weak, one per line.
    pub lines: Vec<String>,
    /// Through what.
    pub served: Served,
}

/// The fill of a sector or of its sign in a key; hollow if open.
#[must_use]
pub fn served_color(palette: &Palette, served: Served) -> Color32 {
    let share = match served {
        Served::Open => return Color32::TRANSPARENT,
        Served::Online => 0.30,
        Served::Both => 0.55,
        Served::Offline => 1.0,
    };
    super::button::mix(palette.panel, palette.accent, share)
}

/// What a ring returns.
#[derive(Clone, Debug, Default)]
pub struct Ringed {
    /// The stage clicked, by its sector or its name.
    pub clicked: Option<usize>,
    /// Where the name and the lines of each stage stand, for an action below them.
    pub names: Vec<Rect>,
}

/// Draws the ring with its names; `center` are two lines in the middle.
pub fn ring(ui: &mut Ui, id: Id, stages: &[Stage], center: (&str, &str), height: f32) -> Ringed {
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let radius = (height * 0.37).min(area.width() * 0.17);
    let room = area.width() / 2.0 - radius - BESIDE;
    let middle = area.center() + vec2(toward_short_names(ui, stages, room), 4.0);
    let palette = theme::palette(ui);
    let mut clicked = None;
    for (index, stage) in stages.iter().enumerate() {
        let sector = Sector::of(index, stages.len(), middle, radius);
        let place = Rect::from_center_size(sector.at(0.5, 0.5), Vec2::splat(radius * 0.42));
        let response = ui.interact(place, id.with(index), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &stage.name));
        sector.paint(ui, stage.served);
        let ink = if stage.served == Served::Offline { palette.on_accent } else { palette.text };
        let number = (index + 1).to_string();
        ui.painter().text(place.center(), Align2::CENTER_CENTER, number, theme::semibold(size::BODY), ink);
        super::button::focus_ring(ui, &response);
        if response.clicked() {
            clicked = Some(index);
        }
    }
    let painter = ui.painter();
    painter.text(
        middle - vec2(0.0, 10.0),
        Align2::CENTER_CENTER,
        center.0,
        theme::semibold(size::FIGURE),
        palette.text,
    );
    painter.text(middle + vec2(0.0, 12.0), Align2::CENTER_CENTER, center.1, theme::text(size::SMALL), palette.weak);
    let names = names(ui, area, stages, (middle, radius));
    for (index, (rect, cut)) in names.iter().enumerate() {
        // The sector has the focus; its name is one more place to click.
        let name = ui.interact(*rect, id.with(("name", index)), Sense::CLICK).on_hover_cursor(CursorIcon::PointingHand);
        let stage = &stages[index];
        let name = if *cut { name.on_hover_text(format!("{}\n{}", stage.name, stage.lines.join("\n"))) } else { name };
        if name.clicked() {
            clicked = Some(index);
        }
    }
    let names = names.into_iter().map(|(rect, _)| rect).collect();
    Ringed { clicked, names }
}

struct Sector {
    middle: Pos2,
    radius: f32,
    from: f32,
    to: f32,
}

impl Sector {
    #[expect(clippy::cast_precision_loss, reason = "seven sectors")]
    fn of(index: usize, count: usize, middle: Pos2, radius: f32) -> Self {
        let step = TAU / count.max(1) as f32;
        let gap = 1.7 / radius;
        Self { middle, radius, from: step * index as f32 + gap, to: step * (index + 1) as f32 - gap }
    }

    /// A place by its share along the arc and its share from the inner to the outer edge.
    fn at(&self, along: f32, out: f32) -> Pos2 {
        let angle = self.from + (self.to - self.from) * along;
        let distance = self.radius * (0.63 + 0.37 * out);
        self.middle + vec2(angle.sin(), -angle.cos()) * distance
    }

    fn edge(&self, out: f32) -> impl Iterator<Item = Pos2> + '_ {
        (0..=24_u8).map(move |step| self.at(f32::from(step) / 24.0, out))
    }

    fn paint(&self, ui: &Ui, served: Served) {
        let palette = theme::palette(ui);
        if served == Served::Open {
            let mut outline: Vec<Pos2> = self.edge(1.0).collect();
            let mut inner: Vec<Pos2> = self.edge(0.0).collect();
            inner.reverse();
            outline.extend(inner);
            outline.push(self.at(0.0, 1.0));
            ui.painter().extend(dashed(outline, Stroke::new(1.5, palette.text), Dash::Dashed));
            return;
        }
        let color = served_color(palette, served);
        let mut mesh = Mesh::default();
        for (outer, inner) in self.edge(1.0).zip(self.edge(0.0)) {
            mesh.colored_vertex(outer, color);
            mesh.colored_vertex(inner, color);
        }
        for step in 0..24_u32 {
            let first = step * 2;
            mesh.add_triangle(first, first + 1, first + 2);
            mesh.add_triangle(first + 1, first + 2, first + 3);
        }
        ui.painter().add(Shape::mesh(mesh));
        // Meshes have hard edges; a thin line in the same colour smooths them.
        for out in [0.0, 1.0] {
            ui.painter().add(Shape::line(self.edge(out).collect(), Stroke::new(1.0, color)));
        }
    }
}

/// From the ring to the names.
const BESIDE: f32 = 20.0;

/// How far the ring leaves the middle, to the right, so that the names of one side have what those of the other leave.
fn toward_short_names(ui: &Ui, stages: &[Stage], room: f32) -> f32 {
    let (right, left) = stages.split_at(stages.len().div_ceil(2));
    let [right, left] = [right, left].map(|side| {
        let names = widest(ui, side.iter().map(|stage| stage.name.as_str()), &theme::semibold(size::BODY));
        let lines = side.iter().flat_map(|stage| &stage.lines).map(String::as_str);
        names.max(widest(ui, lines, &theme::text(size::SMALL)))
    });
    let spared = |more: f32, less: f32| (more - room).max(0.0).min((room - less).max(0.0));
    spared(left, right) - spared(right, left)
}

/// Names at both sides, in the order of the sectors, with leader lines in `rule`; returns where each stands and
/// whether it had to be cut.
fn names(ui: &Ui, area: Rect, stages: &[Stage], (middle, radius): (Pos2, f32)) -> Vec<(Rect, bool)> {
    let mut places = vec![(Rect::NOTHING, false); stages.len()];
    let half = stages.len().div_ceil(2);
    let right: Vec<usize> = (0..half).collect();
    let left: Vec<usize> = (half..stages.len()).rev().collect();
    for (indices, align) in [(right, Align::Min), (left, Align::Max)] {
        let tall = |index: &usize| 20.0 + 15.0 * lines_of(&stages[*index]);
        let total: f32 = indices.iter().map(tall).sum();
        #[expect(clippy::cast_precision_loss, reason = "a handful of names")]
        let gap = ((area.height() - total) / indices.len().max(1) as f32).clamp(0.0, 40.0);
        let mut top = area.top() + gap / 2.0;
        for index in indices {
            let sector = Sector::of(index, stages.len(), middle, radius);
            let x = if align == Align::Min { middle.x + radius + BESIDE } else { middle.x - radius - BESIDE };
            let cut = name_block(ui, area, (&stages[index], align), pos2(x, top));
            let outer = if align == Align::Min { area.right() } else { area.left() };
            places[index] = (Rect::from_two_pos(pos2(x, top), pos2(outer, top + tall(&index))), cut);
            let (near, toward) = if align == Align::Min { (x - 6.0, x - 13.0) } else { (x + 6.0, x + 13.0) };
            let start = sector.at(0.5, 1.0) + (sector.at(0.5, 1.0) - middle).normalized() * 5.0;
            let line = vec![pos2(near, top + 9.0), pos2(toward, top + 9.0), start];
            ui.painter().add(Shape::line(line, theme::palette(ui).rule_line()));
            top += tall(&index) + gap;
        }
    }
    places
}

#[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
fn lines_of(stage: &Stage) -> f32 {
    stage.lines.len() as f32
}

fn name_block(ui: &Ui, area: Rect, (stage, align): (&Stage, Align), at: Pos2) -> bool {
    let palette = theme::palette(ui);
    let room = if align == Align::Min { area.right() - at.x } else { at.x - area.left() };
    let anchor = Align2([align, Align::Center]);
    let name = elided(ui.painter(), &stage.name, theme::semibold(size::BODY), palette.text, room);
    let mut cut = name.elided;
    paint_galley(ui.painter(), at + vec2(0.0, 9.0), anchor, name);
    for (row, line) in stage.lines.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
        let y = 26.0 + 15.0 * row as f32;
        let galley = elided(ui.painter(), line, theme::text(size::SMALL), palette.weak, room);
        cut |= galley.elided;
        paint_galley(ui.painter(), at + vec2(0.0, y), anchor, galley);
    }
    cut
}
