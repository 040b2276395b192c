//! What the planner says beside the plan: to whom, by when, and a remark. Folded in until somebody wants to write.

use eframe::egui::Ui;

use super::View;
use super::paper::choice;
use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::theme::Tone;
use crate::app::widgets::text::small;
use crate::app::widgets::{Button, Field, day_field, labelled, section_with, text_area, text_field};
use crate::calc::Section;
use crate::plan::Handover;
use crate::t;
use crate::words::number;

/// Draws the section.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &mut View, mut handover: Editing<'_, Handover>) {
    let text = |key: &str| cx.words.text(key);
    let is_blank = *handover == Handover::default();
    let key = match (view.writes_cover, is_blank) {
        (true, _) => "summary-cover-done",
        (false, true) => "summary-cover-write",
        (false, false) => "summary-cover-change",
    };
    let arrives = cx.arrives_in(Section::Plan).is_some() && !view.writes_cover;
    let pressed =
        section_with(ui, &text("summary-cover"), "", |ui| Button::quiet(&text(key)).dense().show(ui).clicked());
    view.writes_cover ^= pressed || arrives;
    if view.writes_cover {
        let written = ui.vertical(|ui| fields(ui, cx, &mut handover)).response;
        if pressed || arrives {
            // On a low screen they would unfold out of sight.
            written.scroll_to_me(None);
        }
        if pressed {
            ui.memory_mut(|memory| memory.request_focus(field_id(Section::Plan, None, "handover_to")));
        }
    } else {
        small(ui, &if is_blank { text("summary-cover-hint") } else { in_short(cx, &handover) }, Tone::Weak);
    }
}

fn fields(ui: &mut Ui, cx: &Cx, handover: &mut Editing<'_, Handover>) {
    let text = |key: &str| cx.words.text(key);
    let id = |field| field_id(Section::Plan, None, field);
    let (to, by, remark) = (text("summary-to"), text("summary-decide-by"), text("summary-remark"));
    choice(ui, &to, |ui| {
        let hint = text("summary-to-hint");
        if let Some(name) = text_field(ui, Field::new(id("handover_to"), &to).fill().hint(&hint), &handover.to).value {
            handover.change(text("summary-step-to"), |handover| handover.to = name);
        }
    });
    choice(ui, &by, |ui| {
        let field = Field::new(id("handover_decide_by"), &by).width(108.0);
        if let Some(day) = day_field(ui, field, &cx.almanac(), handover.decide_by) {
            handover.change(text("summary-step-decide-by"), |handover| handover.decide_by = day);
        }
    });
    labelled(ui, &remark, |ui| {
        let hint = text("summary-remark-hint");
        let field = Field::new(id("handover_remark"), &remark).fill().hint(&hint);
        if let Some(written) = text_area(ui, field, &handover.remark, 3).value {
            handover.change(text("summary-step-remark"), |handover| handover.remark = written);
        }
    });
}

/// What is written, in a line or two.
fn in_short(cx: &Cx, handover: &Handover) -> String {
    let to = (!handover.to.is_empty()).then(|| t!(cx.words, "report-to", name = handover.to.as_str()));
    let by = handover.decide_by.map(|day| t!(cx.words, "report-decide-by", day = number::date(cx.words, day)));
    let remark = handover.remark.lines().find(|line| !line.trim().is_empty()).map(str::to_owned);
    [to, by, remark].into_iter().flatten().collect::<Vec<_>>().join(" | ")
}
