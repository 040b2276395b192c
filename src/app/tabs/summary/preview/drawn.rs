//! The pictures of the sheets that are seen, painted beside the window at the very size they are shown in.

use std::sync::Arc;

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::app::worker::{Background, Cancel, Job};
use crate::report::formats::picture;
use crate::report::pages::Pages;

/// Sheets this far from those that are seen are forgotten.
const KEPT: usize = 4;

/// Pages to be painted.
#[derive(Clone)]
struct Question {
    pages: Arc<Pages>,
    indexes: Vec<usize>,
    /// Pixels to a point of the paper.
    scale: f32,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.pages, &other.pages) && self.indexes == other.indexes && self.has_scale(other.scale)
    }
}

impl Question {
    fn has_scale(&self, scale: f32) -> bool {
        (self.scale - scale).abs() < f32::EPSILON
    }
}

/// The question, and a picture for each of its pages.
type Answer = (Question, Vec<(usize, Arc<ColorImage>)>);

/// A page as it was painted last.
struct Sheet {
    index: usize,
    of: Question,
    texture: TextureHandle,
}

/// What is painted of the pages.
pub struct Drawn {
    job: Job<Question, Answer>,
    sheets: Vec<Sheet>,
}

impl Default for Drawn {
    fn default() -> Self {
        Self { job: Job::new(draw), sheets: Vec::new() }
    }
}

impl std::fmt::Debug for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Drawn").field("sheets", &self.sheets.len()).finish_non_exhaustive()
    }
}

impl Drawn {
    /// Asks for the pages that are seen; what is there already costs nothing.
    pub fn ask(
        &mut self,
        pages: &Arc<Pages>,
        indexes: Vec<usize>,
        scale: f32,
        (ctx, background): (&Context, Background),
    ) {
        let question = Question { pages: Arc::clone(pages), indexes, scale };
        let is_there = |index: &usize| {
            let fits = |sheet: &Sheet| {
                sheet.index == *index && Arc::ptr_eq(&sheet.of.pages, pages) && sheet.of.has_scale(scale)
            };
            self.sheets.iter().any(fits)
        };
        if question.indexes.iter().all(is_there) {
            return;
        }
        let seen = question.indexes.clone();
        self.job.ask(question, ctx, background);
        self.take_in(ctx, &seen);
    }

    /// The picture of a page as it was painted last, perhaps at another size or before the last change.
    pub fn texture(&self, index: usize) -> Option<&TextureHandle> {
        self.sheets.iter().find(|sheet| sheet.index == index).map(|sheet| &sheet.texture)
    }

    fn take_in(&mut self, ctx: &Context, seen: &[usize]) {
        let Some(((question, pictures), true)) = self.job.latest() else { return };
        for (index, image) in pictures {
            let texture = ctx.load_texture(format!("sheet {index}"), Arc::clone(image), TextureOptions::LINEAR);
            self.sheets.retain(|sheet| sheet.index != *index);
            self.sheets.push(Sheet { index: *index, of: question.clone(), texture });
        }
        self.sheets.retain(|sheet| seen.iter().any(|seen| seen.abs_diff(sheet.index) <= KEPT));
    }
}

fn draw(question: &Question, cancel: &Cancel) -> Answer {
    let mut pictures = Vec::new();
    for index in question.indexes.iter().take_while(|_| !cancel.is_cancelled()) {
        if let Some(picture) = picture::paint(&question.pages, *index, question.scale) {
            let image = ColorImage::from_rgba_premultiplied(picture.size.map(usize::from), &picture.rgba);
            pictures.push((*index, Arc::new(image)));
        }
    }
    (question.clone(), pictures)
}
