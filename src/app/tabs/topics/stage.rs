//! One stage of the customer loop: which channels serve it, and where it happens.

use eframe::egui::{Id, Ui};

use super::customer_loop::{serve, server_name};
use super::{Panel, Sections, View};
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::theme::{size, space};
use crate::app::widgets::{Button, Field, Run, accent_panel, beside, checkbox, panel_head, parsed_field, runs, weak};
use crate::calc::content::Server;
use crate::plan::content::StageWeights;
use crate::plan::{Allocation, Content, Stage};
use crate::t;
use crate::words::{Named, number, parse};

/// Draws the panel.
pub fn ui(ui: &mut Ui, sections: &mut Sections<'_>, (cx, stage): (&Cx, Stage), view: &mut View) {
    let words = cx.words;
    accent_panel(ui, |ui| {
        let title = [
            Run::strong(stage.name(words)),
            Run::weak(format!("  {}", words.text("topics-stage-words"))).sized(size::SMALL),
        ];
        if panel_head(ui, &title, &words.text("common-done")) {
            view.panel = Panel::Closed;
        }
        channels(ui, &mut sections.allocation, (cx, stage));
        also(ui, cx, stage);
        ui.add_space(space::S);
        weights(ui, &mut sections.content, (cx, stage));
    });
}

fn channels(ui: &mut Ui, allocation: &mut Editing<'_, Allocation>, (cx, stage): (&Cx, Stage)) {
    let now = allocation.now();
    if now.channels.is_empty() {
        weak(ui, &cx.words.text("topics-no-channels"));
        return;
    }
    let width = ((ui.available_width() - space::M) / 2.0).floor();
    let half = now.channels.len().div_ceil(2);
    beside(ui, Id::unique("topics_stage_channels"), &[width, width], space::M, |ui, column| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let rows = if column == 0 { &now.channels[..half] } else { &now.channels[half..] };
        for channel in rows {
            let on = channel.stages.contains(&stage);
            if checkbox(ui, on, &channel.name) {
                serve(allocation, cx, (stage, &channel.id), !on);
            }
        }
    });
}

/// Events and ripples that serve it; they say so themselves, on their own tabs.
fn also(ui: &mut Ui, cx: &Cx, stage: Stage) {
    let served = cx.report.content.served.iter().find(|(other, _)| *other == stage);
    let names: Vec<String> = served
        .map(|(_, servers)| servers.as_slice())
        .unwrap_or_default()
        .iter()
        .filter(|server| !matches!(server, Server::Channel(_)))
        .map(|server| server_name(cx, server))
        .collect();
    if !names.is_empty() {
        ui.add_space(space::XS);
        let names = names.join(&cx.words.text("report-comma"));
        runs(ui, &[Run::weak(t!(cx.words, "topics-stage-also", names = names))], size::SMALL);
    }
}

/// How far it happens online and offline, beside what the method says.
fn weights(ui: &mut Ui, content: &mut Editing<'_, Content>, (cx, stage): (&Cx, Stage)) {
    let words = cx.words;
    let now = content.weights(stage);
    let own = content.stages.contains_key(&stage);
    let parse = |typed: &str| parse::count(typed).map_err(|problem| problem.say(words));
    ui.horizontal(|ui| {
        for (key, value, online) in [("topics-online", now.online, true), ("topics-offline", now.offline, false)] {
            let word = words.text(key);
            weak(ui, &word);
            let name = t!(words, "topics-field-of", field = &word, topic = stage.name(words));
            let field = Field::number(Id::unique(("stage", stage, online)), &name).width(64.0).dense();
            if let Some(value) = parsed_field(ui, field, &number::trimmed(value, 3), &parse).value {
                let weights =
                    if online { StageWeights { online: value, ..now } } else { StageWeights { offline: value, ..now } };
                let step = t!(words, "topics-change-weights", stage = stage.name(words));
                content.change(step, |content| content.stages.insert(stage, weights));
            }
            ui.add_space(space::S);
        }
        weak(ui, &words.text("topics-ratio"));
        let restore = words.text("topics-restore");
        if own && Button::quiet(&restore).icon(icons::ROTATE_CCW).dense().show(ui).clicked() {
            let step = t!(words, "topics-change-weights", stage = stage.name(words));
            content.change(step, |content| content.stages.remove(&stage));
        }
    });
}
