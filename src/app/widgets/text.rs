//! Text: runs of different weight and tone, elided lines, small helpers.

use std::sync::Arc;

use eframe::egui::{
    Align, Align2, Color32, FontId, Galley, Label, Painter, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo,
    WidgetText,
    text::{LayoutJob, TextFormat},
    vec2,
};

use crate::app::icons::{self, Icon};
use crate::app::theme::{self, Palette, Tone, size};

/// A piece of a sentence in one weight and tone.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    text: String,
    tone: Tone,
    strong: bool,
    size: Option<f32>,
    raised: bool,
}

impl Run {
    /// Ordinary words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Plain)
    }

    /// Semibold words in the colour of text.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self { strong: true, ..Self::plain(text) }
    }

    /// Words of second rank.
    #[must_use]
    pub fn weak(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Weak)
    }

    /// Semibold words in the accent.
    #[must_use]
    pub fn accent(text: impl Into<String>) -> Self {
        Self { strong: true, ..Self::new(text, Tone::Accent) }
    }

    /// Semibold words of a warning.
    #[must_use]
    pub fn warn(text: impl Into<String>) -> Self {
        Self { strong: true, ..Self::new(text, Tone::Warn) }
    }

    /// Semibold words of an error.
    #[must_use]
    pub fn bad(text: impl Into<String>) -> Self {
        Self { strong: true, ..Self::new(text, Tone::Bad) }
    }

    /// Regular words of any tone.
    #[must_use]
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone, strong: false, size: None, raised: false }
    }

    /// Makes the words semibold.
    #[must_use]
    pub fn semibold(mut self) -> Self {
        self.strong = true;
        self
    }

    /// Makes it an exponent: 10 px, raised.
    #[must_use]
    pub fn raised(mut self) -> Self {
        self.raised = true;
        self.sized(10.0)
    }

    /// Gives this piece its own size, standing on the line of the others.
    #[must_use]
    pub fn sized(mut self, size: f32) -> Self {
        self.size = Some(size);
        self
    }
}

/// Marks a value that is put into a sentence, so that [`marked`] sets it semibold in a tone.
#[must_use]
pub fn mark(value: &str, tone: Tone) -> String {
    let sign = match tone {
        Tone::Accent => ACCENT_MARK,
        Tone::Warn => WARN_MARK,
        Tone::Bad => BAD_MARK,
        _ => STRONG_MARK,
    };
    format!("{sign}{value}{END_MARK}")
}

const STRONG_MARK: char = '\u{e000}';
const ACCENT_MARK: char = '\u{e001}';
const WARN_MARK: char = '\u{e002}';
const BAD_MARK: char = '\u{e003}';
const END_MARK: char = '\u{e00f}';

/// A finished sentence whose values were marked with [`mark`], as runs: the words around them stay plain.
#[must_use]
pub fn marked(sentence: &str) -> Vec<Run> {
    let marks = [STRONG_MARK, ACCENT_MARK, WARN_MARK, BAD_MARK, END_MARK];
    let mut tone = None;
    let mut out = Vec::new();
    for piece in sentence.split_inclusive(marks) {
        let end = piece.chars().next_back().filter(|last| marks.contains(last));
        let text = piece.trim_end_matches(marks);
        if !text.is_empty() {
            out.push(tone.map_or_else(|| Run::plain(text), |tone| Run::new(text, tone).semibold()));
        }
        tone = match end {
            Some(STRONG_MARK) => Some(Tone::Plain),
            Some(ACCENT_MARK) => Some(Tone::Accent),
            Some(WARN_MARK) => Some(Tone::Warn),
            Some(BAD_MARK) => Some(Tone::Bad),
            _ => None,
        };
    }
    out
}

/// Lays runs out as one job; without a width it stays on one line.
#[must_use]
pub fn runs_job(palette: &Palette, runs: &[Run], size: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for run in runs {
        let size = run.size.unwrap_or(size);
        let font_id = if run.strong { theme::semibold(size) } else { theme::text(size) };
        let format = TextFormat {
            font_id,
            color: palette.ink(run.tone),
            // Whole pixels: a sentence of 20 is as high as the buttons beside it.
            line_height: Some((size * 1.4).round()),
            valign: if run.raised { Align::TOP } else { Align::BOTTOM },
            ..TextFormat::default()
        };
        job.append(&run.text, 0.0, format);
    }
    job
}

/// Shows runs of one size, wrapped at the width there is.
pub fn runs(ui: &mut Ui, runs: &[Run], size: f32) -> Response {
    let job = runs_job(theme::palette(ui), runs, size);
    ui.label(WidgetText::from(job))
}

/// The same, to be clicked and to have the focus: a sentence whose number explains itself.
pub fn asking_runs(ui: &mut Ui, runs: &[Run], size: f32) -> Response {
    let job = runs_job(theme::palette(ui), runs, size);
    ui.add(Label::new(WidgetText::from(job)).sense(Sense::click()))
}

/// Shows text of a font and tone as a label.
pub fn label(ui: &mut Ui, text: &str, font: FontId, tone: Tone) -> Response {
    let color = theme::palette(ui).ink(tone);
    ui.label(eframe::egui::RichText::new(text).font(font).color(color))
}

/// Body text, 14.
pub fn body(ui: &mut Ui, text: &str) -> Response {
    label(ui, text, theme::text(size::BODY), Tone::Plain)
}

/// Semibold text, 14.
pub fn strong(ui: &mut Ui, text: &str) -> Response {
    label(ui, text, theme::semibold(size::BODY), Tone::Plain)
}

/// Second text, 12 weak.
pub fn weak(ui: &mut Ui, text: &str) -> Response {
    label(ui, text, theme::text(size::SMALL), Tone::Weak)
}

/// Small text of a tone, 12.
pub fn small(ui: &mut Ui, text: &str, tone: Tone) -> Response {
    label(ui, text, theme::text(size::SMALL), tone)
}

/// How wide the widest of some texts is on one line, in whole pixels.
#[must_use]
pub fn widest<'a>(ui: &Ui, texts: impl IntoIterator<Item = &'a str>, font: &FontId) -> f32 {
    texts.into_iter().map(|text| text_width(ui, text, font.clone())).fold(0.0, f32::max).ceil()
}

/// Width of a text on one line.
#[must_use]
pub fn text_width(ui: &Ui, text: &str, font: FontId) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), font, Color32::BLACK).size().x
}

/// Lays out one line and cuts it with `…` if it is wider than `width`.
#[must_use]
pub fn elided(painter: &Painter, text: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(width.max(0.0));
    painter.layout_job(job)
}

/// The smallest text: figures that are too wide for their place get smaller down to here before they are cut.
const LEAST_SIZE: f32 = 8.5;

/// The size at which a text is no wider than `width`, as far as it can be read.
#[must_use]
pub fn fitting_size(painter: &Painter, text: &str, font: &FontId, width: f32) -> f32 {
    let wide = painter.layout_no_wrap(text.to_owned(), font.clone(), Color32::BLACK).size().x;
    if wide <= width + 0.5 { font.size } else { (font.size * width / wide * 4.0).floor() / 4.0 }.max(LEAST_SIZE)
}

/// Lays out a figure on one line: where it is too wide it gets smaller, and only then is cut with `…`.
#[must_use]
pub fn fitted(painter: &Painter, text: &str, mut font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    font.size = fitting_size(painter, text, &font, width);
    elided(painter, text, font, color, width + 0.5)
}

/// Paints a galley so that `anchor` of it stands at `pos`; returns its rectangle.
#[expect(clippy::must_use_candidate, reason = "painting is the point, the rectangle a help")]
pub fn paint_galley(painter: &Painter, pos: Pos2, anchor: Align2, galley: Arc<Galley>) -> Rect {
    let rect = anchor.anchor_size(pos, galley.size());
    painter.galley(rect.min, galley, Color32::PLACEHOLDER);
    rect
}

/// Small text of a tone that holds a figure: it gets smaller before it is cut.
pub fn small_figure(ui: &mut Ui, text: &str, tone: Tone) -> Response {
    let ink = theme::palette(ui).ink(tone);
    let galley = fitted(ui.painter(), text, theme::text(size::SMALL), ink, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    paint_galley(ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
    response
}

/// A sentence of 12 behind the icon of its state; it takes as many lines as it needs.
pub fn state_line(ui: &mut Ui, (icon, color): (Icon, Color32), text: &str, tone: Tone) {
    let ink = theme::palette(ui).ink(tone);
    let width = (ui.available_width() - 20.0).max(120.0);
    let galley = ui.painter().layout(text.to_owned(), theme::text(size::SMALL), ink, width);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(19.0, 2.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let square = Rect::from_min_size(rect.min + vec2(0.0, 3.0), Vec2::splat(13.0));
    icons::paint(ui.painter(), icon, square, color);
    paint_galley(ui.painter(), rect.min + vec2(19.0, 0.0), Align2::LEFT_TOP, galley);
}

/// One line of text in a box of fixed width; if it does not fit it is cut and shows whole on hover.
pub fn line(ui: &mut Ui, text: &str, font: FontId, spec: Line) -> Response {
    let color = theme::palette(ui).ink(spec.tone);
    let galley = elided(ui.painter(), text, font, color, spec.width);
    let (rect, response) = ui.allocate_exact_size(vec2(spec.width, spec.height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let cut = galley.elided;
    let anchor = Align2([spec.align, Align::Center]);
    let pos = anchor.pos_in_rect(&rect);
    paint_galley(ui.painter(), pos, anchor, galley);
    if cut { response.on_hover_text(text) } else { response }
}

/// Measures of [`line()`].
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Width of the box.
    pub width: f32,
    /// Height of the box.
    pub height: f32,
    /// Where the text stands in it.
    pub align: Align,
    /// Tone of the text.
    pub tone: Tone,
}
/// A line in the room it has; of one that is cut the whole is shown on hover.
pub fn in_room(ui: &mut Ui, says: &str, font: FontId, room: f32) -> Response {
    let galley = elided(ui.painter(), says, font, theme::palette(ui).text, room);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, says));
    let cut = galley.elided;
    paint_galley(ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
    if cut { response.on_hover_text(says) } else { response }
}
