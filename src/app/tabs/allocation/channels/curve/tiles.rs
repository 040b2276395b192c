//! The ways to state a curve as tiles, each with a sketch.

use eframe::egui::{Painter, Pos2, Rect, Shape, Stroke, Ui, pos2};

use super::super::sheet::Sheet;
use super::ways::{Way, restate};
use crate::app::theme::{self, Palette, space};
use crate::app::widgets::plot::marks::{Dash, dashed};
use crate::app::widgets::tile::tile_of_width;
use crate::plan::Channel;

/// From this width on all tiles stand in one row.
const ONE_ROW: f32 = 640.0;

/// Draws the tiles; a click states the curve that way.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, channel: &Channel) {
    let current = Way::of(&channel.curve);
    let mut ways = Way::CHOICES.to_vec();
    if current == Way::Fitted {
        ways.push(Way::Fitted);
    }
    let in_a_row = if ui.available_width() > ONE_ROW { ways.len() } else { 3 };
    #[expect(clippy::cast_precision_loss, reason = "a handful of tiles")]
    let count = in_a_row as f32;
    let width = ((ui.available_width() - (count - 1.0) * space::S) / count).floor().min(168.0);
    let palette = theme::palette(ui);
    for row in ways.chunks(in_a_row) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            for way in row {
                let word = sheet.cx.words.text(way.key());
                let look = (word.as_str(), *way == current);
                let pressed =
                    tile_of_width(ui, look, width, |painter, rect| sketch(painter, rect, palette, (*way, look.1)));
                if pressed.clicked() && *way != current {
                    choose(sheet, channel, *way);
                }
            }
        });
        ui.add_space(space::XS);
    }
}

/// States the curve in another way; a way used before brings back what was typed there.
fn choose(sheet: &mut Sheet<'_>, channel: &Channel, way: Way) {
    let former = &mut sheet.view.former;
    former.retain(|(id, curve)| *id != channel.id || Way::of(curve) != Way::of(&channel.curve));
    former.push((channel.id.clone(), channel.curve));
    let known = former.iter().find(|(id, curve)| *id == channel.id && Way::of(curve) == way).map(|(_, curve)| *curve);
    let currency = sheet.cx.currency();
    let curve = known.unwrap_or_else(|| restate(way, &channel.curve, currency.units(channel.spend), currency));
    let what = sheet.cx.words.text("allocation-part-curve");
    sheet.change_channel(channel, &what, |channel| channel.curve = curve);
}

fn sketch(painter: &Painter, rect: Rect, palette: &Palette, (way, chosen): (Way, bool)) {
    let ink = if chosen { palette.accent } else { palette.weak };
    let stroke = Stroke::new(1.6, ink);
    let at = |x: f32, y: f32| pos2(rect.left() + rect.width() * x, rect.bottom() - rect.height() * y);
    let curve = |value: &dyn Fn(f32) -> f32| {
        let points: Vec<Pos2> = (0..=32_u8).map(|step| f32::from(step) / 32.0).map(|x| at(x, value(x))).collect();
        painter.add(Shape::line(points, stroke));
    };
    let ceiling = || painter.extend(dashed(vec![at(0.0, 0.94), at(1.0, 0.94)], Stroke::new(1.0, ink), Dash::Dashed));
    let ring = |x: f32, y: f32| painter.circle(at(x, y), 3.5, palette.raised, stroke);
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, palette.rule));
    match way {
        Way::Fixed => curve(&|_| 0.55),
        Way::Linear => curve(&|x| (x * 1.3).min(0.85)),
        Way::TwoPoints => {
            let value = |x: f32| x / (x + 0.25);
            curve(&value);
            ring(0.2, value(0.2));
            ring(0.75, value(0.75));
        }
        Way::Saturating => {
            ceiling();
            curve(&|x| x / (x + 0.18));
            painter.line_segment([at(0.0, 0.0), at(0.16, 0.88)], Stroke::new(1.0, ink));
            ring(0.0, 0.06);
        }
        Way::SShaped | Way::Fitted => {
            ceiling();
            let value = |x: f32| x * x / (x * x + 0.14);
            curve(&value);
            if way == Way::SShaped {
                ring(0.374, value(0.374));
            } else {
                for (x, off) in [(0.2, 0.06), (0.4, -0.07), (0.6, 0.05), (0.85, -0.04)] {
                    painter.circle_filled(at(x, value(x) + off), 2.0, ink);
                }
            }
        }
    }
}
