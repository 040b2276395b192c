//! The six circles of people, outside in, and how many stand in each.

use eframe::egui::{Id, Ui};

use super::labelled;
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::theme::{self, size, space};
use crate::app::widgets::{Field, beside, parsed_field, section};
use crate::plan::Content;
use crate::plan::content::Circle;
use crate::t;
use crate::words::{Named, number, parse};

/// Draws the section.
pub fn ui(ui: &mut Ui, content: &mut Editing<'_, Content>, cx: &Cx) {
    section(ui, &cx.words.text("topics-circles"), &cx.words.text("topics-circles-words"));
    ui.add_space(space::XS);
    let width = ((ui.available_width() - 5.0 * space::L) / 6.0).floor();
    beside(ui, Id::unique("topics_circles"), &[width; 6], space::L, |ui, index| {
        circle(ui, content, cx, Circle::ALL[index]);
    });
    ui.add_space(space::S);
}

fn circle(ui: &mut Ui, content: &mut Editing<'_, Content>, cx: &Cx, circle: Circle) {
    let words = cx.words;
    let name = circle.name(words);
    let now = content.circles.get(&circle).copied();
    let parse = |typed: &str| -> Result<Option<f64>, String> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        parse::count(typed).map(Some).map_err(|problem| problem.say(words))
    };
    let short = short_name(cx, circle);
    labelled(ui, &short, |ui| {
        let label = t!(words, "topics-people-in", circle = &name);
        let field = Field::number(Id::unique(("circle", circle)), &label).fill().font(theme::text(size::BODY));
        let shown = now.map(|people| number::trimmed(people, 1)).unwrap_or_default();
        if let Some(people) = parsed_field(ui, field.hint(number::NOTHING), &shown, &parse).value {
            let step = t!(words, "topics-change-circle", circle = &name);
            content.change(step, |content| match people {
                Some(people) => {
                    content.circles.insert(circle, people);
                }
                None => {
                    content.circles.remove(&circle);
                }
            });
        }
    });
}

/// The longest names in fewer words.
fn short_name(cx: &Cx, circle: Circle) -> String {
    match circle {
        Circle::Prospects => cx.words.text("topics-prospects"),
        Circle::CloseCustomers => cx.words.text("topics-close-customers"),
        circle => circle.name(cx.words),
    }
}
