//! Headings, paragraphs, lists, and the line on which a decision is signed.

use super::piece::{BODY, HAIRLINE, Maker, Piece, RULE, SECTION, Side, level, path, placed};
use super::typeset::{Line, Style};
use super::{Ink, Role, Stroke};
use crate::report::document::Decision;

/// Space above a section.
const ABOVE_SECTION: f32 = 15.0;
/// Space between a paragraph and what stands above it.
const ABOVE_PARAGRAPH: f32 = 5.0;
const ABOVE_ITEM: f32 = 2.5;
/// Items of lists, as large as the cells of tables.
const ITEM: f32 = 8.0;
/// Side of a box to be ticked.
const BOX: f32 = 7.0;

impl Maker<'_> {
    /// The heading of a section; a short remark stands beside it where there is room. Says whether it did.
    pub(super) fn section(&mut self, title: &str, remark: Option<&str>, width: f32) -> (Piece, bool) {
        let style = Style::strong(SECTION);
        let node = self.node(Role::Heading(2, title.to_owned()), None);
        let lines = self.typesetter.lines(title, style, Some(width));
        let mut piece = Piece { above: ABOVE_SECTION * self.row_share, keeps_next: true, ..Piece::default() };
        for line in &lines {
            piece.marks.extend(placed(line, [0.0, piece.height + SECTION], Side::Left, Some(node)));
            piece.height += style.leading();
        }
        let room = width - lines.first().map_or(0.0, |line| line.width) - 14.0;
        let remark = remark
            .filter(|_| lines.len() == 1)
            .map(|remark| (remark, self.typesetter.width(remark, Style::weak(BODY))));
        let fits = remark.filter(|(_, wide)| *wide <= room);
        if let Some((remark, _)) = fits {
            let node = self.node(Role::Paragraph, None);
            let line = self.typesetter.emphasised(remark, Style::weak(BODY), None);
            let at = [width, SECTION];
            piece.marks.extend(line.iter().flat_map(|line| placed(line, at, Side::Right, Some(node))));
        }
        piece.height += 3.0;
        piece.marks.push(level(piece.height, 0.0, width, Ink::TEXT, RULE));
        piece.height += 1.0;
        (piece, fits.is_some())
    }

    /// A paragraph of ordinary text.
    pub(super) fn paragraph(&mut self, text: &str, width: f32) -> Vec<Piece> {
        let node = self.node(Role::Paragraph, None);
        let style = Style::plain(BODY);
        let lines = self.typesetter.lines(text, style, Some(width));
        with_space(lines_down(&lines, style, 0.0, node), ABOVE_PARAGRAPH)
    }

    /// Short paragraphs with a dash before each.
    pub(super) fn list(&mut self, items: &[String], width: f32) -> Vec<Piece> {
        let list = self.node(Role::List, None);
        let style = Style::plain(ITEM);
        let indent = 10.0;
        let mut pieces = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let node = self.node(Role::Item, Some(list));
            let lines = self.typesetter.lines(item, style, Some(width - indent));
            let above = if index == 0 { ABOVE_PARAGRAPH } else { ABOVE_ITEM * self.row_share };
            let mut item = with_space(lines_down(&lines, style, indent, node), above);
            if let Some(first) = item.first_mut() {
                let y = style.leading() / 2.0;
                first.marks.insert(0, level(y, 0.0, 4.5, Ink::FAINT, RULE));
            }
            pieces.extend(item);
        }
        pieces
    }

    /// What can be chosen, with boxes, and room to sign.
    pub(super) fn decision(&mut self, decision: &Decision, width: f32) -> Piece {
        let node = self.node(Role::Paragraph, None);
        let (strong, plain) = (Style::strong(BODY), Style::plain(BODY));
        let baseline = 22.0;
        let mut marks = vec![level(0.0, 0.0, width, Ink::TEXT, RULE)];
        let mut x = 0.0;
        let mut say = |maker: &mut Self, text: &str, style: Style, x: f32| {
            let line = maker.typesetter.line(text, style);
            marks.extend(placed(&line, [x, baseline], Side::Left, Some(node)));
            x + line.width
        };
        x = say(self, &decision.label, strong, x) + 16.0;
        let mut boxes = Vec::new();
        for choice in &decision.choices {
            boxes.push(x);
            x = say(self, choice, plain, x + BOX + 4.0) + 16.0;
        }
        let sign_from = say(self, &decision.signature, plain, x) + 6.0;
        let day_width = self.typesetter.width(&decision.day, plain);
        let day_from = (width - 74.0 - day_width).max(sign_from);
        let line_from = say(self, &decision.day, plain, day_from) + 6.0;
        for x in boxes {
            let (top, bottom) = (baseline - BOX + 0.5, baseline + 0.5);
            let corners = vec![[x, top], [x + BOX, top], [x + BOX, bottom], [x, bottom]];
            marks.push(path(corners, true, None, Some(Stroke::solid(Ink::TEXT, RULE))));
        }
        let under = baseline + 2.0;
        marks.push(level(under, sign_from, (day_from - 14.0).max(sign_from), Ink::RULE, HAIRLINE));
        marks.push(level(under, line_from.min(width), width, Ink::RULE, HAIRLINE));
        Piece { above: 12.0, height: baseline + 8.0, marks, ..Piece::default() }
    }
}

/// A piece for every line; the first two and the last two stay together.
pub(super) fn lines_down(lines: &[Line], style: Style, left: f32, node: usize) -> Vec<Piece> {
    let piece = |(index, line): (usize, &Line)| Piece {
        height: style.leading(),
        marks: placed(line, [left, style.size * 1.06], Side::Left, Some(node)),
        keeps_next: index + 1 < lines.len() && (index == 0 || index + 2 == lines.len()),
        ..Piece::default()
    };
    lines.iter().enumerate().map(piece).collect()
}

/// Pieces with space above the first.
pub(super) fn with_space(mut pieces: Vec<Piece>, above: f32) -> Vec<Piece> {
    if let Some(first) = pieces.first_mut() {
        first.above = above;
    }
    pieces
}
