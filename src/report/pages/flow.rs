//! From pieces to pages: nothing is broken, a heading never stands alone, the head of a table is repeated.

use super::frame::Frame;
use super::piece::{BETWEEN, MARGIN, Maker, Piece, moved};
use super::table::Look;
use super::{Mark, Page};
use crate::report::document::{Block, Document, Rank};

/// The left of two columns, as a share of both.
const LEFT: f32 = 0.56;

/// Above a table that follows on another.
const BETWEEN_TABLES: f32 = 9.0;

/// Rows are as much lower where that brings the decision onto the first page or onto the page it is about, or saves a page of
/// which little is used. Long documents gain nothing by it.
const LOW_ROWS: [f32; 2] = [0.88, 0.8];
const SHORT_DOCUMENT: usize = 8;

/// The pages of a document, without what the frame puts around them.
pub(super) fn pages(maker: &mut Maker<'_>, document: &Document, frame: &Frame) -> Vec<Page> {
    let known = maker.structure.len();
    let mut best = flow(maker, document, frame);
    for share in LOW_ROWS {
        if best.needs_no_lower_rows() {
            break;
        }
        let nodes = maker.structure.split_off(known);
        maker.row_share = share;
        let lower = flow(maker, document, frame);
        if lower.rank() < best.rank() {
            best = lower;
        } else {
            maker.structure.truncate(known);
            maker.structure.extend(nodes);
        }
    }
    best.pages
}

fn flow(maker: &mut Maker<'_>, document: &Document, frame: &Frame) -> Flow {
    let mut flow = Flow::new(frame);
    let blocks = &document.blocks;
    let opening = blocks.iter().position(|block| matches!(block, Block::Figures(_))).map_or(0, |at| at + 1);
    let (opening, rest) = blocks.split_at(opening);
    flow.add(maker.opening(opening));
    for stretch in rest.split_inclusive(|block| matches!(block, Block::Decision(_))) {
        flow.begin_after_decision();
        let width = maker.width();
        flow.add(maker.blocks(stretch, width, Look::PLAIN));
        if let Some(Block::Decision(decision)) = stretch.last() {
            let piece = maker.decision(decision, width);
            flow.decide(piece);
        }
    }
    flow
}

impl Maker<'_> {
    /// The title, and everything down to the main figures.
    fn opening(&mut self, blocks: &[Block]) -> Vec<Piece> {
        let title = self.words.text("summary-title");
        let mut pieces = self.title(&title);
        let remark = blocks.iter().find_map(|block| match block {
            Block::Cover(cover) => Some(&*cover.remark),
            _ => None,
        });
        let remark = remark.unwrap_or_default();
        let last = blocks.iter().rposition(|block| matches!(block, Block::Paragraph(_)));
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph(text) => pieces.extend(self.lead(text, Some(index) == last)),
                Block::Cover(cover) => pieces.extend(self.addressee(&cover.lines)),
                Block::Figures(figures) => {
                    pieces.extend(self.remark(remark));
                    pieces.push(self.figures(figures, true));
                }
                _ => {}
            }
        }
        pieces
    }

    /// Blocks one below the other, in a column of some width.
    fn blocks(&mut self, blocks: &[Block], width: f32, look: Look) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut blocks = blocks.iter().peekable();
        let mut before: Option<&Block> = None;
        while let Some(block) = blocks.next() {
            let follows_table = matches!(before.replace(block), Some(Block::Table(_) | Block::Beside(..)));
            match block {
                Block::Heading(title) => {
                    let remark = match blocks.peek() {
                        Some(Block::Paragraph(text)) => Some(text.as_str()),
                        _ => None,
                    };
                    let (piece, took_remark) = self.section(title, remark, width);
                    pieces.push(piece);
                    if took_remark {
                        blocks.next();
                    }
                }
                Block::Paragraph(text) => pieces.extend(self.paragraph(text, width)),
                Block::List(items) => pieces.extend(self.list(items, width)),
                Block::Table(table) => {
                    let has_groups = table.rows.iter().any(|row| row.rank == Rank::Group);
                    let mut rows = self.table(table, width, if has_groups { Look::MAIN } else { look });
                    if let Some(head) = rows.first_mut().filter(|_| follows_table) {
                        head.above = BETWEEN_TABLES;
                    }
                    pieces.extend(rows);
                }
                Block::Drawing(drawing) => pieces.extend(self.drawing(drawing, width)),
                Block::Beside(left, right) => pieces.extend(self.beside(left, right, width)),
                Block::Figures(figures) => pieces.push(self.figures(figures, false)),
                Block::About(_) | Block::Cover(_) | Block::Decision(_) => {}
            }
        }
        pieces
    }

    /// Two columns, or one after the other where they are longer than a page.
    fn beside(&mut self, left: &[Block], right: &[Block], width: f32) -> Vec<Piece> {
        let known = self.structure.len();
        let wide = (width - BETWEEN) * LEFT;
        let columns = [(left, wide), (right, width - BETWEEN - wide)];
        let [left_piece, right_piece] =
            columns.map(|(blocks, width)| Piece::joined(self.blocks(blocks, width, Look::DENSE)));
        let height = left_piece.height.max(right_piece.height);
        if height <= self.paper[1] * 0.7 {
            let above = left_piece.above.max(right_piece.above);
            let marks = left_piece.marks.into_iter().chain(moved(right_piece.marks, wide + BETWEEN, 0.0)).collect();
            return vec![Piece { above, height, marks, ..Piece::default() }];
        }
        self.structure.truncate(known);
        [left, right].into_iter().flat_map(|blocks| self.blocks(blocks, width, Look::PLAIN)).collect()
    }
}

struct Flow {
    pages: Vec<Page>,
    /// Where the next piece begins.
    y: f32,
    top: f32,
    /// Down to where this page may be filled, and down to where any other may.
    bottom: f32,
    foot: f32,
    is_decided: bool,
    decision: Standing,
}

/// Where the decision stands, the best place first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// On the first page, or there is none.
    #[default]
    First,
    /// On a later one, with what it is about.
    Later,
    /// On another page than what it is about.
    Alone,
}

impl Flow {
    fn new(frame: &Frame) -> Self {
        let [top, foot] = frame.inside;
        Self {
            pages: vec![Page::default()],
            y: top,
            top,
            bottom: foot,
            foot,
            is_decided: false,
            decision: Standing::First,
        }
    }

    /// What follows a decision begins a page of its own, unless that of the decision would stay half empty: then it
    /// stands between what is decided and the line on which it is signed.
    fn begin_after_decision(&mut self) {
        let is_half_empty = self.y < f32::midpoint(self.top, self.foot);
        if self.is_decided && !is_half_empty {
            self.turn();
        }
        self.is_decided = false;
    }

    /// The decision early and with what it is about, then few pages.
    fn rank(&self) -> (Standing, usize) {
        (self.decision, self.pages.len())
    }

    fn needs_no_lower_rows(&self) -> bool {
        let decides_well = match self.decision {
            Standing::First => true,
            Standing::Later => self.pages.len() > SHORT_DOCUMENT,
            Standing::Alone => false,
        };
        decides_well && !self.ends_early()
    }

    /// Whether lower rows may save the last page: it is not the only one, and less than half full.
    fn ends_early(&self) -> bool {
        let is_short = (2..=SHORT_DOCUMENT).contains(&self.pages.len());
        is_short && self.y < f32::midpoint(self.top, self.foot)
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = self.top;
        self.bottom = self.foot;
    }

    fn is_at_top(&self) -> bool {
        self.y <= self.top
    }

    fn add(&mut self, pieces: Vec<Piece>) {
        let mut pieces = pieces.into_iter().peekable();
        while pieces.peek().is_some() {
            let mut together = Vec::new();
            for piece in pieces.by_ref() {
                let keeps_next = piece.keeps_next;
                together.push(piece);
                if !keeps_next {
                    break;
                }
            }
            self.add_together(together);
        }
    }

    fn add_together(&mut self, pieces: Vec<Piece>) {
        let height: f32 = pieces.iter().map(|piece| piece.above + piece.height).sum();
        if self.y + height > self.bottom && !self.is_at_top() {
            self.turn();
            if let Some(head) = pieces.first().and_then(|piece| piece.head.clone()) {
                self.put((*head).clone());
            }
        }
        for piece in pieces {
            if self.y + piece.height > self.bottom && !self.is_at_top() {
                self.turn();
            }
            self.put(piece);
        }
    }

    fn put(&mut self, piece: Piece) {
        if !self.is_at_top() {
            self.y += piece.above;
        }
        let y = self.y;
        self.paint(piece.marks, y);
        self.y += piece.height;
    }

    /// Puts the line of the decision at the foot of the page it is about; where that is full, at the top of the next.
    fn decide(&mut self, piece: Piece) {
        if self.y + piece.above + piece.height > self.bottom {
            self.turn();
            self.put(piece);
            self.decision = Standing::Alone;
            return;
        }
        if self.pages.len() > 1 {
            self.decision = Standing::Later;
        }
        let y = self.bottom - piece.height;
        self.bottom = y - piece.above;
        self.paint(piece.marks, y);
        self.is_decided = true;
    }

    fn paint(&mut self, marks: Vec<Mark>, y: f32) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.extend(moved(marks, MARGIN, y));
        }
    }
}
