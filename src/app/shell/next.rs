//! The next step of a plan that is being begun, in words: a line of the findings bar and the first page.

use eframe::egui::Ui;

use crate::app::command::Command;
use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{self, size, space};
use crate::app::widgets::{Button, Run, runs};
use crate::calc::next::{Next, Step};
use crate::calc::{Report, Section, Severity};
use crate::report::lookup;
use crate::t;
use crate::words::clean::one_line;

/// What is asked: "How much does Search advertising get?"
pub fn asked(cx: &Cx, next: &Next) -> String {
    let item = next.place.item.as_ref().map(|id| one_line(&lookup::item(cx.plan, cx.words, Section::Allocation, id)));
    t!(cx.words, next.step.key(), item = item.unwrap_or_default())
}

/// Why it is asked, and the word of the button that leads to its field.
pub fn says_and_go(cx: &Cx, step: Step) -> (String, String) {
    let [says, go] = ["says", "go"].map(|end| cx.words.text(&format!("{}-{end}", step.key())));
    (says, go)
}

/// Whether the bar shows what comes next: what is wrong goes before it.
#[must_use]
pub fn is_shown(report: &Report) -> bool {
    !report.findings.iter().any(|finding| finding.severity() == Severity::Error)
}

/// Draws the line; returns the step that was put off.
pub fn line(ui: &mut Ui, cx: &Cx, next: &Next) -> Option<Step> {
    let palette = theme::palette(ui);
    icons::show(ui, icons::ARROW_RIGHT, 14.0, palette.accent);
    let (says, go) = says_and_go(cx, next.step);
    let title = t!(cx.words, "next-title", step = asked(cx, next));
    runs(ui, &[Run::strong(&title)], size::SMALL).on_hover_text(says);
    ui.add_space(space::S);
    let mut button = Button::primary(&go).dense().show(ui);
    if let Some(shortcut) = Command::Next.shortcuts().first() {
        button = button.on_hover_text(ui.ctx().format_shortcut(shortcut));
    }
    if button.clicked() {
        cx.go_to(&next.place);
    }
    if !next.step.is_optional() {
        return None;
    }
    let later = if next.step == Step::Event { "next-later-event" } else { "next-later" };
    Button::quiet(&cx.words.text(later)).dense().show(ui).clicked().then_some(next.step)
}
