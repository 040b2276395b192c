//! The table of the eight questions.

use eframe::egui::{Align2, Color32, FontId, Id, Rect, Shape, Stroke, Ui, Vec2};

use super::questions::{Question, State};
use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{self, Tone};
use crate::app::widgets::text::widest;
use crate::app::widgets::{Button, Column, Dash, RowSpec, Table, plot::marks::dashed};
use crate::t;

/// Draws a row a question.
pub fn ui(ui: &mut Ui, cx: &Cx, questions: &[Question; 8]) {
    let body = theme::text(theme::size::BODY);
    let asked = widest(ui, questions.iter().map(|question| question.asked.as_str()), &body);
    let links: Vec<String> = questions.iter().map(|question| question.link(cx)).collect();
    let links = widest(ui, links.iter().map(String::as_str), &theme::semibold(theme::size::SMALL)).max(40.0);
    let columns =
        [Column::fixed(20.0), Column::fixed(asked + 2.0), Column::flex(1.0, 60.0), Column::fixed(links).right()];
    let mut table = Table::new(ui, Id::unique("overview_questions"), &columns).row_height(30.0).gap(10.0);
    let (left, right) = table.span(2);
    for (index, question) in questions.iter().enumerate() {
        let spec = if index + 1 == questions.len() { RowSpec::plain().no_line() } else { RowSpec::plain() };
        let tall = lines(ui, &question.answer, &body, right - left + 0.5);
        let wraps = tall > 1.0;
        let spec = if wraps { spec.height(AROUND_LINES + LINE * tall) } else { spec };
        table.row(ui, spec.id(Id::unique(("overview_question", index))), |row| {
            row.cell(|ui| sign(ui, question.state));
            row.styled(&question.asked, body.clone(), Tone::Weak);
            if wraps {
                row.wrapped(&question.answer, &body, Tone::Plain);
            } else {
                row.text(&question.answer);
            }
            row.cell(|ui| {
                ui.add_space(-theme::space::XS);
                let link = question.link(cx);
                let name = t!(cx.words, "overview-link", tab = &link, question = &question.asked);
                if Button::quiet(&link).name(&name).dense().show(ui).clicked() {
                    question.go(cx);
                }
            });
        });
    }
}

/// Height of a line of an answer that takes several, and of what stands around them.
const LINE: f32 = 18.0;
const AROUND_LINES: f32 = 6.0;

/// How many lines an answer takes, four at most.
fn lines(ui: &Ui, answer: &str, font: &FontId, width: f32) -> f32 {
    let rows = ui.painter().layout(answer.to_owned(), font.clone(), Color32::BLACK, width).rows.len();
    f32::from(u8::try_from(rows.clamp(1, 4)).unwrap_or(4))
}

/// The icon of a state; an open question is a hollow, dashed place.
fn sign(ui: &Ui, state: State) {
    let palette = theme::palette(ui);
    let square = Align2::LEFT_CENTER.align_size_within_rect(Vec2::splat(14.0), ui.max_rect());
    if let Some((icon, tone)) = state.look() {
        icons::paint(ui.painter(), icon, square, palette.ink(tone));
    } else {
        ui.painter().extend(hollow(square, Stroke::new(1.3, palette.weak)));
    }
}

fn hollow(square: Rect, stroke: Stroke) -> Vec<Shape> {
    let point = |step: u8| {
        let angle = f32::from(step) / 24.0 * std::f32::consts::TAU;
        square.center() + Vec2::angled(angle) * (square.width() / 2.0 - 1.0)
    };
    dashed((0..=24).map(point).collect(), stroke, Dash::Dotted)
}
