//! The pages as PDF: fonts embedded and subset, text that can be searched and copied, tagged for screen readers
//! (PDF/UA-1), the same bytes for the same pages.

use std::fmt;
use std::num::{NonZeroU16, NonZeroU32};
use std::sync::Arc;

use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{Path, PathBuilder, Point};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ContentTag, Identifier, ListNumbering, Node as TagNode, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use crate::report::pages::{Ink, Mark, Node, Pages, Role, Run, Shape, Stroke};

/// Why there is no PDF: only fonts of the system that cannot be embedded, or more pages than a PDF can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoPdf(String);

impl fmt::Display for NoPdf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoPdf {}

impl From<KrillaError> for NoPdf {
    fn from(error: KrillaError) -> Self {
        Self(match error {
            KrillaError::Validation(errors) => format!("{errors:?}"),
            other => other.to_string(),
        })
    }
}

/// Writes pages as PDF.
///
/// # Errors
/// [`NoPdf`] where the pages cannot be a PDF.
pub fn write(pages: &Pages) -> Result<Vec<u8>, NoPdf> {
    let mut document = krilla::Document::new_with(settings(pages));
    let fonts = fonts(pages)?;
    let mut tags = Tags { parts: vec![Vec::new(); pages.structure.len()] };
    let mut outline = Outline::new();
    for (number, page) in pages.pages.iter().enumerate() {
        for (title, y) in headings(pages, &page.marks) {
            outline.push_child(OutlineNode::new(title, XyzDestination::new(number, Point::from_xy(0.0, y))));
        }
        let [width, height] = pages.size;
        let size = PageSettings::from_wh(width, height).ok_or_else(|| NoPdf("a page without size".to_owned()))?;
        let mut sheet = document.start_page_with(size);
        let mut surface = sheet.surface();
        for marks in page.marks.chunk_by(|one, next| one.node == next.node) {
            let node = marks.first().and_then(|mark| mark.node);
            let tag = if node.is_some() { ContentTag::Other } else { ContentTag::Artifact(Artifact::default()) };
            let identifier = surface.start_tagged(tag);
            for mark in marks {
                paint(&mut surface, &fonts, mark);
            }
            surface.end_tagged();
            if let Some(node) = node {
                tags.parts[node].push(identifier);
            }
        }
        surface.finish();
        sheet.finish();
    }
    document.set_outline(outline);
    document.set_tag_tree(tags.tree(&pages.structure));
    document.set_metadata(metadata(pages));
    Ok(document.finish()?)
}

/// Pages with a structure whose letters all have shapes keep the standard for accessible documents; printed ones have none.
fn settings(pages: &Pages) -> SerializeSettings {
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let is_accessible = pages.missing.is_empty() && !pages.structure.is_empty();
    let configuration = if is_accessible { accessible.unwrap_or_default() } else { Configuration::default() };
    SerializeSettings {
        configuration,
        enable_tagging: !pages.structure.is_empty(),
        xmp_metadata: true,
        ..SerializeSettings::default()
    }
}

fn metadata(pages: &Pages) -> Metadata {
    let day = pages.printed;
    let part = |value: i8| u8::try_from(value).unwrap_or(1);
    let created = DateTime::new(u16::try_from(day.year()).unwrap_or(1)).month(part(day.month())).day(part(day.day()));
    let authors: Vec<String> = Some(&pages.author).filter(|author| !author.is_empty()).cloned().into_iter().collect();
    Metadata::new()
        .title(pages.title.clone())
        .authors(authors)
        .language(pages.language.code().to_owned())
        .creator("Ripple Planner".to_owned())
        .creation_date(created)
}

fn fonts(pages: &Pages) -> Result<Vec<Font>, NoPdf> {
    let font = |font: &parley::FontData| {
        let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(font.data.clone());
        Font::new(bytes.into(), font.index).ok_or_else(|| NoPdf("a font that cannot be read".to_owned()))
    };
    pages.fonts.iter().map(font).collect()
}

/// The headings on a page with their places.
fn headings(pages: &Pages, marks: &[Mark]) -> Vec<(String, f32)> {
    let mut found: Vec<(usize, String, f32)> = Vec::new();
    for mark in marks {
        let (Some(node), Shape::Text(run)) = (mark.node, &mark.shape) else { continue };
        let Role::Heading(_, title) = &pages.structure[node].role else { continue };
        if !found.iter().any(|(known, ..)| *known == node) {
            found.push((node, title.clone(), run.baseline - run.size));
        }
    }
    found.into_iter().map(|(_, title, y)| (title, y)).collect()
}

/// What was painted for each part of the document.
struct Tags {
    parts: Vec<Vec<Identifier>>,
}

impl Tags {
    fn tree(&self, structure: &[Node]) -> TagTree {
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); structure.len()];
        for (index, node) in structure.iter().enumerate() {
            if let Some(parent) = node.parent {
                children[parent].push(index);
            }
        }
        let mut tree = TagTree::new();
        for (index, node) in structure.iter().enumerate().filter(|(_, node)| node.parent.is_none()) {
            tree.push(self.group(structure, &children, (index, node)));
        }
        tree
    }

    fn group(&self, structure: &[Node], children: &[Vec<usize>], (index, node): (usize, &Node)) -> TagGroup {
        let own = self.parts[index].iter().map(|identifier| TagNode::Leaf(*identifier));
        let below = children[index]
            .iter()
            .map(|child| TagNode::Group(self.group(structure, children, (*child, &structure[*child]))));
        let inside: Vec<TagNode> = own.chain(below).collect();
        match &node.role {
            Role::Heading(level, title) => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                TagGroup::with_children(Tag::Hn(level, Some(title.clone())), inside)
            }
            Role::Paragraph => TagGroup::with_children(Tag::P, inside),
            Role::List => TagGroup::with_children(Tag::L(ListNumbering::None), inside),
            Role::Item => {
                let body = TagGroup::with_children(Tag::LBody, inside);
                TagGroup::with_children(Tag::LI, vec![TagNode::Group(body)])
            }
            Role::Table => TagGroup::with_children(Tag::Table, inside),
            Role::Row => TagGroup::with_children(Tag::TR, inside),
            Role::ColumnHeading => TagGroup::with_children(Tag::TH(TableHeaderScope::Column), inside),
            Role::RowHeading => TagGroup::with_children(Tag::TH(TableHeaderScope::Row), inside),
            Role::Cell(columns) => {
                let span = NonZeroU32::new(*columns).filter(|columns| columns.get() > 1);
                TagGroup::with_children(Tag::TD.with_col_span(span), inside)
            }
            Role::Figure(alternative) | Role::Sign(alternative) => {
                TagGroup::with_children(Tag::Figure(Some(alternative.clone())), inside)
            }
        }
    }
}

fn paint(surface: &mut Surface<'_>, fonts: &[Font], mark: &Mark) {
    match &mark.shape {
        Shape::Text(run) => letters(surface, fonts, run),
        Shape::Path { points, is_closed, fill, stroke } => {
            if let Some(path) = polygon(points, *is_closed) {
                draw(surface, &path, *fill, *stroke);
            }
        }
        Shape::Circle { center, radius, fill, stroke } => {
            if let Some(path) = circle(*center, *radius) {
                draw(surface, &path, *fill, *stroke);
            }
        }
    }
}

fn letters(surface: &mut Surface<'_>, fonts: &[Font], run: &Run) {
    let Some(font) = fonts.get(run.font) else { return };
    let glyphs: Vec<KrillaGlyph> = run
        .glyphs
        .iter()
        .map(|glyph| {
            let [right, up] = glyph.offset;
            KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance, right, up, 0.0, glyph.range.clone(), None)
        })
        .collect();
    surface.set_stroke(None);
    surface.set_fill(Some(filling(run.ink)));
    surface.draw_glyphs(Point::from_xy(run.x, run.baseline), &glyphs, font.clone(), &run.text, run.size, false);
}

fn draw(surface: &mut Surface<'_>, path: &Path, fill: Option<Ink>, stroke: Option<Stroke>) {
    if fill.is_none() && stroke.is_none() {
        return;
    }
    surface.set_fill(fill.map(filling));
    surface.set_stroke(stroke.map(|stroke| krilla::paint::Stroke {
        paint: color(stroke.ink).into(),
        width: stroke.width,
        line_cap: LineCap::Butt,
        dash: stroke.dash.map(|dash| StrokeDash { array: dash.to_vec(), offset: 0.0 }),
        ..krilla::paint::Stroke::default()
    }));
    surface.draw_path(path);
}

fn filling(ink: Ink) -> Fill {
    Fill { paint: color(ink).into(), opacity: NormalizedF32::ONE, rule: FillRule::default() }
}

fn color(ink: Ink) -> rgb::Color {
    let [red, green, blue] = ink.rgb;
    rgb::Color::new(red, green, blue)
}

fn polygon(points: &[[f32; 2]], is_closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    path.move_to(first[0], first[1]);
    for [x, y] in rest {
        path.line_to(*x, *y);
    }
    if is_closed {
        path.close();
    }
    path.finish()
}

/// Four curves, as every drawing program makes a circle.
fn circle([x, y]: [f32; 2], radius: f32) -> Option<Path> {
    let handle = radius * 0.552_285;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.cubic_to(x + radius, y + handle, x + handle, y + radius, x, y + radius);
    path.cubic_to(x - handle, y + radius, x - radius, y + handle, x - radius, y);
    path.cubic_to(x - radius, y - handle, x - handle, y - radius, x, y - radius);
    path.cubic_to(x + handle, y - radius, x + radius, y - handle, x + radius, y);
    path.close();
    path.finish()
}
