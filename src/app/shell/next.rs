//! The next step of a plan that is being begun, in words: a line of the findings bar and the first page.

use eframe::egui::Ui;

use crate::app::command::Command;
use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{self, size, space};
use crate::app::widgets::Button;
use crate::app::widgets::text::in_room;
use crate::calc::next::{Next, Step};
use crate::calc::{Report, Section, Severity};
use crate::report::lookup;
use crate::t;
use crate::words::clean::one_line;

/// What is asked: "How much does Search advertising get?"
#[must_use]
pub fn asked(cx: &Cx, next: &Next) -> String {
    let item = next.place.item.as_ref().map(|id| one_line(&lookup::item(cx.plan, cx.words, Section::Allocation, id)));
    t!(cx.words, keys(next.step)[0], item = item.unwrap_or_default())
}

/// Why it is asked, and the word of the button that leads to its field.
#[must_use]
pub fn says_and_go(cx: &Cx, step: Step) -> (String, String) {
    let [_, says, go] = keys(step);
    (cx.words.text(says), cx.words.text(go))
}

/// The words of a step: what is asked, why, and the button.
fn keys(step: Step) -> [&'static str; 3] {
    match step {
        Step::Goal => ["next-goal", "next-goal-says", "next-goal-go"],
        Step::Owner => ["next-owner", "next-owner-says", "next-owner-go"],
        Step::Channel => ["next-channel", "next-channel-says", "next-channel-go"],
        Step::Money => ["next-money", "next-money-says", "next-money-go"],
        Step::Brings => ["next-brings", "next-brings-says", "next-brings-go"],
        Step::LeadRate => ["next-lead-rate", "next-lead-rate-says", "next-lead-rate-go"],
        Step::CloseRate => ["next-close-rate", "next-close-rate-says", "next-close-rate-go"],
        Step::Value => ["next-value", "next-value-says", "next-value-go"],
        Step::Event => ["next-event", "next-event-says", "next-event-go"],
        Step::Assessment => ["next-assessment", "next-assessment-says", "next-assessment-go"],
        Step::Topics => ["next-topics", "next-topics-says", "next-topics-go"],
        Step::HandOver => ["next-hand-over", "next-hand-over-says", "next-hand-over-go"],
    }
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
    let later = if next.step == Step::Event { "next-later-event" } else { "next-later" };
    let later = next.step.is_optional().then(|| cx.words.text(later));
    let go = Button::primary(&go).dense();
    let later = later.as_deref().map(|word| Button::quiet(word).dense());
    let buttons = go.width(ui) + later.as_ref().map_or(0.0, |later| later.width(ui));
    let room = ui.available_width() - buttons - 4.0 * space::S;
    in_room(ui, &title, theme::semibold(size::SMALL), room).on_hover_text(says);
    ui.add_space(space::S);
    let mut pressed = go.show(ui);
    if let Some(shortcut) = Command::Next.shortcuts().first() {
        pressed = pressed.on_hover_text(ui.ctx().format_shortcut(shortcut));
    }
    if pressed.clicked() {
        cx.go_to(&next.place);
    }
    later.is_some_and(|later| later.show(ui).clicked()).then_some(next.step)
}
