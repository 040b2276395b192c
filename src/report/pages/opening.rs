//! The top of the first page: title, the sentences that matter, the main figures.

use super::drawings::pyramid;
use super::paragraphs::{lines_down, with_space};
use super::piece::{BODY, HAIRLINE, Maker, Piece, RULE, SMALL, Side, level, moved, placed, rule};
use super::typeset::{Line, Style};
use super::{Ink, Mark, Role, Stroke};
use crate::report::document::Figure;

const TITLE: f32 = 22.0;
const LEAD: f32 = 10.0;
const SMALLER_LEAD: f32 = 9.3;
const VALUE: f32 = 14.0;
/// How far a remark stands from the margin.
const REMARK_INDENT: f32 = 9.0;
/// Least space between two figures, and the room of a pyramid before one.
const FIGURE_GAP: f32 = 16.0;
const PYRAMID_ROOM: f32 = pyramid::SMALL_WIDE + 7.0;

impl Maker<'_> {
    /// The title of the whole.
    pub(super) fn title(&mut self, title: &str) -> Vec<Piece> {
        let node = self.node(Role::Heading(1, title.to_owned()), None);
        let style = Style::strong(TITLE);
        let width = self.width();
        let lines = self.typesetter.lines(title, style, Some(width));
        lines_down(&lines, style, 0.0, node).into_iter().map(|piece| Piece { keeps_next: true, ..piece }).collect()
    }

    /// A sentence that matters: the one before the figures with its own figures semibold, those above it weak.
    pub(super) fn lead(&mut self, text: &str, is_last: bool) -> Vec<Piece> {
        let node = self.node(Role::Paragraph, None);
        let mut style = if is_last { Style::plain(LEAD) } else { Style::weak(LEAD) };
        let mut lines = self.lead_lines(text, style, is_last);
        if lines.len() > 1 {
            // A word alone on a second line is worse than letters a little smaller.
            let smaller = Style { size: SMALLER_LEAD, ..style };
            let fewer = self.lead_lines(text, smaller, is_last);
            if fewer.len() < lines.len() {
                (style, lines) = (smaller, fewer);
            }
        }
        with_space(lines_down(&lines, style, 0.0, node), 1.0)
    }

    fn lead_lines(&mut self, text: &str, style: Style, is_last: bool) -> Vec<Line> {
        let width = Some(self.width());
        if is_last { self.typesetter.emphasised(text, style, width) } else { self.typesetter.lines(text, style, width) }
    }

    /// To whom it goes and by when it is to be decided, one behind the other where there is room.
    pub(super) fn addressee(&mut self, lines: &[String]) -> Vec<Piece> {
        let style = Style::strong(LEAD);
        let node = self.node(Role::Paragraph, None);
        let together = lines.join("   |   ");
        let width = self.width();
        let fits = self.typesetter.width(&together, style) <= width;
        let lines = if fits { std::slice::from_ref(&together) } else { lines };
        let broken: Vec<Line> = lines.iter().flat_map(|line| self.typesetter.lines(line, style, Some(width))).collect();
        if together.is_empty() { Vec::new() } else { with_space(lines_down(&broken, style, 0.0, node), 3.0) }
    }

    /// What the planner says beside the plan, with a line at its left.
    pub(super) fn remark(&mut self, paragraphs: &[String]) -> Vec<Piece> {
        let style = Style::plain(BODY);
        let width = self.width() - REMARK_INDENT;
        let mut pieces = Vec::new();
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let node = self.node(Role::Paragraph, None);
            let lines = self.typesetter.lines(paragraph, style, Some(width));
            let above = if index == 0 { 7.0 } else { 3.0 };
            pieces.extend(with_space(lines_down(&lines, style, REMARK_INDENT, node), above));
        }
        for (index, piece) in pieces.iter_mut().enumerate() {
            let from = if index == 0 { 0.0 } else { -piece.above };
            let at = [RULE, from];
            piece.marks.insert(0, rule(at, [RULE, piece.height], Stroke::solid(Ink::ACCENT, 2.0 * RULE)));
        }
        pieces
    }

    /// The main figures side by side, below a rule of their own unless a heading has one. Long ones make all of them
    /// smaller.
    pub(super) fn figures(&mut self, figures: &[Figure], with_rule: bool) -> Piece {
        let width = self.width();
        let drawings = figures.iter().filter_map(|figure| figure.pyramid.as_ref()).map(|_| PYRAMID_ROOM).sum::<f32>();
        let room = width - drawings;
        let gap = FIGURE_GAP;
        let sizes = [VALUE, 12.0, 10.0, 9.0, 8.0, 7.0, 6.0];
        let mut drawn: Vec<[Line; 3]> = Vec::new();
        for size in sizes {
            drawn = figures.iter().map(|figure| self.figure(figure, size)).collect();
            if needed(&drawn, gap) <= room {
                break;
            }
        }
        let spare = (room - needed(&drawn, gap)).max(0.0);
        #[expect(clippy::cast_precision_loss, reason = "five figures")]
        let more = spare / drawn.len().max(1) as f32;
        let mut marks: Vec<Mark> = with_rule.then(|| level(0.0, 0.0, width, Ink::TEXT, RULE)).into_iter().collect();
        let mut x = 0.0;
        for (index, (figure, lines)) in figures.iter().zip(&drawn).enumerate() {
            let node = self.node(Role::Paragraph, None);
            if index > 0 {
                let at = x - gap / 2.0 - more / 2.0;
                marks.push(rule([at, 6.0], [at, 44.0], Stroke::solid(Ink::LINE, HAIRLINE)));
            }
            if let Some(pyramid) = &figure.pyramid {
                // Its words stand beside it, so that nothing is to be read aloud.
                marks.extend(moved(pyramid::small(pyramid), x, 6.4));
                x += PYRAMID_ROOM;
            }
            for (line, baseline) in lines.iter().zip([14.0, 29.5, 42.0]) {
                marks.extend(placed(line, [x, baseline], Side::Left, Some(node)));
            }
            x += widest(lines) + gap + more;
        }
        Piece { above: if with_rule { 7.0 } else { 0.0 }, height: 46.0, marks, ..Piece::default() }
    }

    fn figure(&mut self, figure: &Figure, size: f32) -> [Line; 3] {
        let small = SMALL.min(size);
        [
            self.typesetter.line(&figure.label, Style::weak(small)),
            self.typesetter.line(figure.value.shown(), Style::strong(size)),
            self.typesetter.line(&figure.remark, Style::weak(small)),
        ]
    }
}

fn widest(lines: &[Line; 3]) -> f32 {
    lines.iter().map(|line| line.width).fold(0.0, f32::max)
}

#[expect(clippy::cast_precision_loss, reason = "five figures")]
fn needed(drawn: &[[Line; 3]], gap: f32) -> f32 {
    drawn.iter().map(widest).sum::<f32>() + gap * drawn.len().saturating_sub(1) as f32
}
