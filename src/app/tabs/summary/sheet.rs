//! The summary as a sheet of paper: white in both themes.

use std::sync::Arc;

use eframe::egui::{
    Align2, FontId, Frame, Id, Label, Margin, Rect, RichText, ScrollArea, Sense, Theme, Ui, pos2, vec2,
};

use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::text::{elided, label, paint_galley, small};
use crate::app::widgets::{self, Column, RowKind, RowSpec, figures, rule, section};
use crate::report::document::{Block, Cell, Document, Rank, Row, Table};

/// The sheet is at most this wide: a line of text stays readable.
const WIDTH: f32 = 800.0;
/// Space around its text, and on a sheet that a small window makes narrower.
const MARGIN: f32 = 40.0;
const NARROW_MARGIN: f32 = 24.0;
/// Columns of words up to this width are never shortened, but for the first.
const SHORT_WORDS: f32 = 96.0;

/// The first column keeps this much room for its words; numbers get smaller before it gives way.
const FIRST_WORDS: f32 = 200.0;

/// A heading above numbers is at most so wide, or as its numbers are, and has at most so many letters.
const MOST_HEADING: f32 = 150.0;
const MOST_LETTERS: usize = 120;

/// Draws the sheet on its desk; `from_top` brings its first line into view.
pub fn ui(ui: &mut Ui, cx: &Cx, document: &Document, from_top: bool) {
    let width = (ui.available_width() - ui.spacing().scroll.allocated_width()).min(WIDTH);
    // The outline of the sheet stands outside its width.
    let width = width - 2.0;
    let margin = if width + 2.0 < WIDTH { NARROW_MARGIN } else { MARGIN };
    ui.spacing_mut().scroll.fade.strength = 0.0;
    let scroll = ScrollArea::vertical().auto_shrink(false);
    let scroll = if from_top { scroll.vertical_scroll_offset(0.0) } else { scroll };
    scroll.show(ui, |ui| {
        ui.vertical_centered(|ui| {
            let style = ui.ctx().style_of(Theme::Light);
            ui.set_style(Arc::clone(&style));
            let paper = theme::of(false);
            #[allow(clippy::cast_possible_truncation)] // a small constant
            let around = Margin::same(margin as i8);
            Frame::NONE.fill(paper.raised).stroke(paper.hairline()).inner_margin(around).show(ui, |ui| {
                ui.set_width(width - 2.0 * margin);
                ui.with_layout(eframe::egui::Layout::top_down(eframe::egui::Align::Min), |ui| {
                    head(ui, cx);
                    for (index, block) in document.readable().into_iter().enumerate() {
                        draw(ui, index, block);
                    }
                });
            });
        });
    });
}

/// Draws blocks without a sheet around them.
pub fn blocks(ui: &mut Ui, blocks: &[Block]) {
    for (index, block) in blocks.iter().enumerate() {
        draw(ui, index, block);
        ui.add_space(space::S);
    }
}

/// Accent line, program, plan, title.
fn head(ui: &mut Ui, cx: &Cx) {
    let palette = theme::palette(ui);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 3.0), Sense::hover());
    ui.painter().rect_filled(line, 0, palette.accent);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let mark = Rect::from_center_size(pos2(row.left() + 8.0, row.center().y), vec2(16.0, 16.0));
    icons::paint(ui.painter(), icons::MARK, mark, palette.accent);
    let program = cx.words.text("common-program");
    let at = pos2(row.left() + 22.0, row.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, program, theme::semibold(size::SMALL), palette.text);
    let title = elided(ui.painter(), &cx.plan.title, theme::text(size::SMALL), palette.weak, row.width() * 0.6);
    paint_galley(ui.painter(), row.right_center(), Align2::RIGHT_CENTER, title);
    ui.add_space(space::M);
    label(ui, &cx.words.text("summary-title"), theme::semibold(size::HERO), Tone::Plain);
}

fn draw(ui: &mut Ui, index: usize, block: &Block) {
    match block {
        Block::Heading(title) => {
            ui.add_space(space::L);
            section(ui, title, "");
        }
        Block::Paragraph(text) => {
            let _ = ui.add(Label::new(RichText::new(text).font(theme::text(size::BODY))).wrap());
        }
        Block::Cover(cover) => {
            for line in cover.all() {
                let _ = ui.add(Label::new(RichText::new(line).font(theme::text(size::BODY))).wrap());
            }
        }
        Block::Figures(shown) => {
            ui.add_space(space::S);
            rule(ui);
            let cells: Vec<widgets::Figure> = shown
                .iter()
                .map(|figure| widgets::Figure::new(&figure.label, figure.value.shown()).remark(&figure.remark))
                .collect();
            ui.push_id(index, |ui| figures(ui, &cells));
        }
        Block::Table(table) => draw_table(ui, index, table),
        Block::About(parts) => {
            let _ = ui.add(Label::new(RichText::new(parts.join(" | ")).font(theme::text(size::BODY))).wrap());
        }
        Block::Drawing(_) | Block::Beside(..) | Block::Decision(_) => {}
        Block::List(lines) => {
            for line in lines {
                let _ = ui.add(Label::new(RichText::new(line).font(theme::text(size::SMALL))).wrap());
            }
        }
    }
}

fn draw_table(ui: &mut Ui, index: usize, table: &Table) {
    let measure = |text: &str, font: FontId| {
        ui.painter().layout_no_wrap(text.to_owned(), font, eframe::egui::Color32::BLACK).size().x
    };
    let (headings, columns): (Vec<String>, Vec<Column>) =
        (0..table.columns.len()).map(|place| column(table, place, &measure)).unzip();
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let gap = if ui.available_width() < WIDTH - 2.0 * MARGIN { 8.0 } else { 12.0 };
    let mut drawn = widgets::Table::new(ui, Id::unique(("sheet", index)), &columns).row_height(26.0).gap(gap);
    drawn.header(ui, &headings);
    for row in &table.rows {
        drawn.row(ui, RowSpec::new(kind(row.rank)), |cells| draw_row(cells, table, row));
    }
}

fn kind(rank: Rank) -> RowKind {
    match rank {
        Rank::Group => RowKind::Group,
        Rank::Part => RowKind::Sub,
        Rank::Item => RowKind::Plain,
        Rank::Total => RowKind::Total,
    }
}

fn draw_row(cells: &mut widgets::Row<'_>, table: &Table, row: &Row) {
    let used = row.cells.iter().rposition(|cell| *cell != Cell::Empty).map_or(0, |last| last + 1);
    let shown = if row.remark.is_some() { used } else { row.cells.len() };
    for (place, cell) in row.cells.iter().take(shown).enumerate() {
        let indent = if place == 0 { "  ".repeat(row.depth) } else { String::new() };
        let text = format!("{indent}{}", cell.shown());
        if table.columns.get(place).is_some_and(|column| column.is_number) {
            cells.number(&text);
        } else {
            cells.text(&text);
        }
    }
    if let Some(remark) = &row.remark {
        cells.span(row.cells.len() - shown, |ui| small(ui, remark, Tone::Weak));
    }
}

/// A column and its heading. Numbers and short words get the width they need; long words share the rest, the first
/// column most of it. A heading wider than what stands below it takes two lines.
fn column(table: &Table, place: usize, measure: &impl Fn(&str, FontId) -> f32) -> (String, Column) {
    let is_number = table.columns[place].is_number;
    let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
    let below = cells.map(|cell| measure(cell.shown(), theme::semibold(size::BODY))).fold(0.0, f32::max);
    let head = |heading: &str| heading.lines().map(|line| measure(line, theme::text(size::SMALL))).fold(0.0, f32::max);
    let mut heading = table.columns[place].heading.clone();
    if is_number && head(&heading) > below {
        heading = in_two_lines(&heading, &head);
        // The name of a scenario may be of any length: it must not push the figures of the others together.
        heading = heading.lines().map(|line| cut(line, below.max(MOST_HEADING), &head)).collect::<Vec<_>>().join("\n");
    }
    let need = below.max(head(&heading)).ceil() + 2.0;
    let column = match (is_number, place) {
        (true, _) => Column::fixed(need).right(),
        (false, 0) => Column::flex(need, need.clamp(80.0, FIRST_WORDS)),
        (false, _) if need <= SHORT_WORDS => Column::fixed(need),
        (false, _) => Column::flex(need, SHORT_WORDS),
    };
    (heading, column)
}

/// The heading broken where it becomes narrowest: at a space, before the bracket of a Chinese unit, or where Chinese is too long
/// for one line.
fn in_two_lines(heading: &str, width: &impl Fn(&str) -> f32) -> String {
    let heading: String = heading.chars().take(MOST_LETTERS).collect();
    let spaces = heading.match_indices(' ').map(|(at, _)| format!("{}\n{}", &heading[..at], &heading[at + 1..]));
    let brackets = heading.match_indices('（').map(|(at, _)| format!("{}\n{}", &heading[..at], &heading[at..]));
    let is_long = width(&heading) > MOST_HEADING;
    let chinese = heading.match_indices(|letter| is_long && is_chinese(letter)).skip(1);
    let filled = chinese.filter(|(at, _)| width(&heading[..*at]) <= MOST_HEADING);
    let between = filled.map(|(at, _)| format!("{}\n{}", &heading[..at], &heading[at..]));
    let all = spaces.chain(brackets).chain(between).chain([heading.clone()]);
    all.min_by(|a, b| width(a).total_cmp(&width(b))).unwrap_or_default()
}

/// Lines may break before such a letter.
fn is_chinese(letter: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&letter)
}

/// A line of at most this width, cut with `…`.
fn cut(line: &str, most: f32, width: &impl Fn(&str) -> f32) -> String {
    if width(line) <= most {
        return line.to_owned();
    }
    let mut kept: String = line.to_owned();
    while kept.pop().is_some() {
        let shown = format!("{}…", kept.trim_end());
        if width(&shown) <= most {
            return shown;
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_of_any_length_fills_two_lines_and_ends_with_dots() {
        let long = |line: &str| f32::from(u16::try_from(line.chars().count()).unwrap()) * 12.0;
        let width = |text: &str| text.lines().map(long).fold(0.0, f32::max);
        let name = "一个有六十个字的情景名称用来检查界面上的文字是否会被截断";
        let broken = in_two_lines(name, &width);
        let (first, second) = broken.split_once('\n').unwrap();
        assert_eq!((first.chars().count(), format!("{first}{second}")), (12, name.to_owned()));
        let shown = cut(second, MOST_HEADING, &width);
        assert!(shown.ends_with('…') && width(&shown) <= MOST_HEADING, "{shown}");
        assert_eq!(in_two_lines("秋季冲刺", &width), "秋季冲刺");
        assert_eq!(in_two_lines("Average cost", &width), "Average\ncost");
    }
}
