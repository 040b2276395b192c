//! What stands around every page: program, plan and period above, file, day and number of the page below.

use super::piece::{HAIRLINE, MARGIN, Maker, SMALL, Side, circle, filled, level, placed};
use super::typeset::{Line, Style};
use super::{Ink, Mark, Page, Setting, Stroke};
use crate::report::document::{Block, Document};
use crate::t;
use crate::words::number;

/// Where the accent line stands, and how high it is.
const TOP: f32 = 34.0;
const ACCENT: f32 = 2.0;
/// The middle of the first line below it.
const HEAD: f32 = 48.0;
/// So many lines of plan, company and period at most, or the pages had no room for anything else.
const MOST_LINES: usize = 12;
/// From the foot of the paper to the line above the footer.
const FOOT: f32 = 48.0;

/// What is the same on every page.
pub(super) struct Frame {
    /// Where the document may stand: from and to.
    pub(super) inside: [f32; 2],
    marks: Vec<Mark>,
}

impl Frame {
    pub(super) fn of(maker: &mut Maker<'_>, document: &Document, setting: &Setting) -> Self {
        let [width, height] = maker.paper;
        let (left, right) = (MARGIN, width - MARGIN);
        let mut marks = vec![filled([left, TOP], [right - left, ACCENT], Ink::ACCENT)];
        marks.extend(logo([left + 5.0, HEAD]));
        let program = maker.words.text("common-program");
        let program = maker.typesetter.line(&program, Style::strong(8.5));
        marks.extend(placed(&program, [left + 14.0, HEAD + 3.0], Side::Left, None));
        let about = about(document);
        let room = right - left - program.width - 40.0;
        let mut lines = maker.typesetter.lines(&about, Style::weak(SMALL), Some(room));
        if lines.len() > MOST_LINES {
            let runs = lines[..MOST_LINES].iter().flat_map(|line| &line.runs);
            let begin: String = runs.map(|run| &*run.text).collect();
            lines = maker.typesetter.lines(&format!("{}…", begin.trim_end()), Style::weak(SMALL), Some(room));
        }
        let end = down(&lines, [right, HEAD + 2.7], Side::Right, &mut marks);
        let foot = height - FOOT;
        marks.push(level(foot, left, right, Ink::LINE, HAIRLINE));
        let file = maker.typesetter.lines(&setting.file, Style::weak(SMALL), Some((right - left) * 0.4));
        down(&file, [left, foot + 12.0], Side::Left, &mut marks);
        let printed = t!(maker.words, "report-printed", date = number::date(maker.words, setting.printed));
        let printed = maker.typesetter.line(&printed, Style::weak(SMALL));
        marks.extend(placed(&printed, [f32::midpoint(left, right), foot + 12.0], Side::Middle, None));
        Self { inside: [end + 18.0, foot - 8.0], marks }
    }

    /// The pages with the frame around them.
    pub(super) fn around(&self, maker: &mut Maker<'_>, pages: Vec<Page>) -> Vec<Page> {
        let [width, height] = maker.paper;
        let all = pages.len().to_string();
        let number = |(index, page): (usize, Page)| {
            let number = t!(maker.words, "report-page", number = (index + 1).to_string(), all = all.as_str());
            let line = maker.typesetter.line(&number, Style::weak(SMALL));
            let number = placed(&line, [width - MARGIN, height - FOOT + 12.0], Side::Right, None);
            Page { marks: self.marks.iter().cloned().chain(number).chain(page.marks).collect() }
        };
        pages.into_iter().enumerate().map(number).collect()
    }
}

/// Plan, company, period and currency.
fn about(document: &Document) -> String {
    let parts = document.blocks.iter().find_map(|block| match block {
        Block::About(parts) => Some(parts.as_slice()),
        _ => None,
    });
    let title = Some(&document.title).filter(|title| !title.is_empty());
    title.into_iter().chain(parts.unwrap_or_default()).map(String::as_str).collect::<Vec<_>>().join("  |  ")
}

/// Lines one below the other; returns where they end.
fn down(lines: &[Line], [x, first]: [f32; 2], side: Side, marks: &mut Vec<Mark>) -> f32 {
    let mut baseline = first;
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            baseline += Style::weak(SMALL).leading();
        }
        marks.extend(placed(line, [x, baseline], side, None));
    }
    baseline
}

/// The mark of the program: three nested circles that touch at the bottom.
fn logo([x, y]: [f32; 2]) -> [Mark; 3] {
    let scale = 10.0 / 24.0;
    let at = |down: f32| [x, y + (down - 12.0) * scale];
    let line = Some(Stroke::solid(Ink::ACCENT, 1.6 * scale));
    [
        circle(at(12.0), 11.0 * scale, None, line),
        circle(at(16.6), 6.4 * scale, None, line),
        circle(at(20.9), 2.5 * scale, Some(Ink::ACCENT), None),
    ]
}
