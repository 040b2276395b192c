//! A page as a picture of any size, for the preview in the window: the same letters in the same places as in the PDF.

use vello_cpu::color::{OpaqueColor, Srgb};
use vello_cpu::kurbo::{Affine, BezPath, Circle, Shape as _, Stroke as Line};
use vello_cpu::{Glyph, Pixmap, RenderContext, Resources};

use crate::report::pages::{Ink, Pages, Run, Shape, Stroke};

/// How far a curve may be from the true one, in pixels.
const TOLERANCE: f64 = 0.1;

/// The longest side of a picture, in pixels.
pub const LONGEST: f32 = 4_608.0;

/// Opaque pixels, row by row from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Width and height in pixels.
    pub size: [u16; 2],
    /// Red, green, blue and 255 of each pixel.
    pub rgba: Vec<u8>,
}

/// Paints the page of an index, `scale` pixels to a point, at most [`LONGEST`] pixels long; `None` where there is none.
#[must_use]
pub fn paint(pages: &Pages, index: usize, scale: f32) -> Option<Picture> {
    let page = pages.pages.get(index)?;
    let longest = pages.size[0].max(pages.size[1]).max(1.0);
    let scale = scale.min(LONGEST / longest);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least 1, at most LONGEST")]
    let [width, height] = pages.size.map(|side| (side * scale).round().max(1.0) as u16);
    let mut painter = Painter { pages, context: RenderContext::new(width, height), resources: Resources::new() };
    painter.context.set_paint(color(Ink::WHITE));
    painter.context.fill_rect(&vello_cpu::kurbo::Rect::new(0.0, 0.0, width.into(), height.into()));
    painter.context.set_transform(Affine::scale(scale.into()));
    for mark in &page.marks {
        painter.shape(&mark.shape, f64::from(scale));
    }
    let mut pixels = Pixmap::new(width, height);
    painter.context.flush();
    painter.context.render(&mut pixels, &mut painter.resources);
    Some(Picture { size: [width, height], rgba: pixels.data_as_u8_slice().to_vec() })
}

struct Painter<'a> {
    pages: &'a Pages,
    context: RenderContext,
    resources: Resources,
}

impl Painter<'_> {
    fn shape(&mut self, shape: &Shape, scale: f64) {
        match shape {
            Shape::Text(run) => self.letters(run),
            Shape::Path { points, is_closed, fill, stroke } => {
                self.path(&polygon(points, *is_closed), *fill, *stroke);
            }
            Shape::Circle { center: [x, y], radius, fill, stroke } => {
                let circle = Circle::new((f64::from(*x), f64::from(*y)), f64::from(*radius));
                self.path(&circle.to_path(TOLERANCE / scale), *fill, *stroke);
            }
        }
    }

    fn letters(&mut self, run: &Run) {
        let Some(font) = self.pages.fonts.get(run.font) else { return };
        let mut x = run.x;
        let glyphs: Vec<Glyph> = run
            .glyphs
            .iter()
            .map(|glyph| {
                let [right, up] = glyph.offset.map(|length| length * run.size);
                let placed = Glyph { id: glyph.id, x: x + right, y: run.baseline - up };
                x += glyph.advance * run.size;
                placed
            })
            .collect();
        self.context.set_paint(color(run.ink));
        let letters = self.context.glyph_run(&mut self.resources, font).font_size(run.size).hint(false);
        letters.fill_glyphs(glyphs.into_iter());
    }

    fn path(&mut self, path: &BezPath, fill: Option<Ink>, stroke: Option<Stroke>) {
        if let Some(ink) = fill {
            self.context.set_paint(color(ink));
            self.context.fill_path(path);
        }
        if let Some(Stroke { ink, width, dash }) = stroke {
            let line = Line::new(f64::from(width)).with_caps(vello_cpu::kurbo::Cap::Butt);
            let line = match dash {
                Some(dash) => line.with_dashes(0.0, dash.map(f64::from)),
                None => line,
            };
            self.context.set_paint(color(ink));
            self.context.set_stroke(line);
            self.context.stroke_path(path);
        }
    }
}

fn polygon(points: &[[f32; 2]], is_closed: bool) -> BezPath {
    let mut path = BezPath::new();
    for (index, [x, y]) in points.iter().enumerate() {
        let point = (f64::from(*x), f64::from(*y));
        if index == 0 { path.move_to(point) } else { path.line_to(point) }
    }
    if is_closed && !points.is_empty() {
        path.close_path();
    }
    path
}

fn color(ink: Ink) -> OpaqueColor<Srgb> {
    let [red, green, blue] = ink.rgb;
    OpaqueColor::from_rgb8(red, green, blue)
}
