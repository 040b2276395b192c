//! Language, paper and ink of what is handed over.

use eframe::egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use super::View;
use crate::app::context::Cx;
use crate::app::theme::height;
use crate::app::widgets::{Segmented, section, weak};
use crate::report::pages::Paper;
use crate::words::Language;

/// Room for the name of what is chosen.
const NAMES: f32 = 84.0;

/// Draws the section.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &mut View) {
    section(ui, &cx.words.text("summary-page"), "");
    let languages = Language::ALL.map(|language| (language, language.own_name()));
    let chosen = view.language.unwrap_or_else(|| cx.language());
    choice(ui, &cx.words.text("summary-language"), |ui| {
        if let Some(language) = Segmented::new(&languages, chosen).show(ui) {
            view.language = Some(language);
        }
    });
    let papers = [Paper::A4, Paper::Letter].map(|paper| (paper, name(paper)));
    choice(ui, &cx.words.text("summary-paper"), |ui| {
        if let Some(paper) = Segmented::new(&papers, view.paper).show(ui) {
            view.paper = paper;
        }
    });
    let words = ["summary-in-colour", "summary-in-grey"].map(|key| cx.words.text(key));
    let inks = [(false, &*words[0]), (true, &*words[1])];
    choice(ui, &cx.words.text("summary-ink"), |ui| {
        if let Some(is_grey) = Segmented::new(&inks, view.is_grey).show(ui) {
            view.is_grey = is_grey;
        }
    });
}

/// What people call a paper.
pub const fn name(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "A4",
        Paper::Letter => "Letter",
    }
}

/// A row of the column: a name, and behind it what is chosen.
pub fn choice(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    let area = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height::FIELD));
    let of_name = Rect::from_min_size(area.min, vec2(NAMES, height::FIELD));
    let layout = Layout::left_to_right(Align::Center);
    weak(&mut ui.new_child(UiBuilder::new().max_rect(of_name).layout(layout)), name);
    let of_content = Rect::from_min_max(pos2(area.left() + NAMES, area.top()), area.max);
    ui.scope_builder(UiBuilder::new().max_rect(of_content).layout(layout), content);
}
