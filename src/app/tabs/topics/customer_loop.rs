//! The customer loop: what serves each stage, and the stages nothing serves.

use eframe::egui::{Align, Id, Layout, Popup, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::{Panel, View};
use crate::app::command::Tab;
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::theme::{self, space};
use crate::app::widgets::dropdown::list_item;
use crate::app::widgets::ring::served_color;
use crate::app::widgets::{Button, Ringed, Served, Stage as Sector, ring, section_with, weak};
use crate::calc::content::Server;
use crate::plan::{Allocation, Stage};
use crate::report::lookup;
use crate::t;
use crate::words::Named;

/// How many names stand at a stage before "and n more".
const MOST_LINES: usize = 4;

/// Draws the section.
pub fn ui(ui: &mut Ui, allocation: &mut Editing<'_, Allocation>, (cx, height): (&Cx, f32), view: &mut View) {
    let words = cx.words;
    section_with(ui, &words.text("topics-loop"), &words.text("topics-loop-words"), |ui| key(ui, cx));
    let content = &cx.report.content;
    let sectors: Vec<Sector> = content.served.iter().map(|(stage, servers)| sector(cx, *stage, servers)).collect();
    let center = t!(words, "topics-loop-served", served = content.stages_served());
    let below = words.text("topics-loop-stages");
    let Ringed { clicked, names } = ring(ui, Id::unique("topics_loop"), &sectors, (&center, &below), height);
    if let Some((stage, _)) = clicked.and_then(|index| content.served.get(index)) {
        view.toggle(Panel::Stage(*stage));
    }
    for ((stage, servers), place) in content.served.iter().zip(names) {
        if servers.is_empty() {
            let at_left = place.right() < ui.max_rect().center().x;
            choose(ui, allocation, (cx, *stage), (place, at_left));
        }
    }
}

fn key(ui: &mut Ui, cx: &Cx) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.x = space::XS;
    for (word, served) in
        [("topics-offline", Served::Offline), ("topics-both", Served::Both), ("topics-online", Served::Online)]
    {
        weak(ui, &cx.words.text(word));
        let (rect, _) = ui.allocate_exact_size(vec2(10.0, 10.0), Sense::hover());
        ui.painter().rect_filled(rect, 0.0, served_color(palette, served));
        ui.add_space(space::S);
    }
}

/// The name of a stage, short enough to stand beside the ring.
fn stage_name(cx: &Cx, stage: Stage) -> String {
    match stage {
        Stage::Search => cx.words.text("topics-stage-search"),
        Stage::Loyalty => cx.words.text("topics-stage-loyalty"),
        stage => stage.name(cx.words),
    }
}

fn sector(cx: &Cx, stage: Stage, servers: &[Server]) -> Sector {
    let words = cx.words;
    if servers.is_empty() {
        // The second line is the room of the action below it.
        let lines = vec![words.text("topics-no-channel"), String::new()];
        return Sector { name: stage_name(cx, stage), lines, served: Served::Open };
    }
    let weights = cx.plan.content.weights(stage);
    let served = match (weights.online > 0.0, weights.offline > 0.0) {
        (true, false) => Served::Online,
        (false, true) => Served::Offline,
        _ => Served::Both,
    };
    let shown = if servers.len() > MOST_LINES { MOST_LINES - 1 } else { servers.len() };
    let mut lines: Vec<String> = servers.iter().take(shown).map(|server| server_name(cx, server)).collect();
    if servers.len() > shown {
        lines.push(t!(words, "topics-more", n = servers.len() - shown));
    }
    Sector { name: stage_name(cx, stage), lines, served }
}

/// The name of what serves a stage.
pub fn server_name(cx: &Cx, server: &Server) -> String {
    match server {
        Server::Channel(id) => lookup::item(cx.plan, cx.words, crate::calc::Section::Allocation, id),
        Server::Event(id) | Server::Ripple(id) => lookup::event(cx.plan, cx.words, id),
    }
}

/// The quiet action of an open place: a list of channels, one of which then serves the stage.
fn choose(
    ui: &mut Ui,
    allocation: &mut Editing<'_, Allocation>,
    (cx, stage): (&Cx, Stage),
    (place, left): (Rect, bool),
) {
    let words = cx.words;
    let top = place.bottom() - 18.0;
    let rect = Rect::from_min_max(pos2(place.left() - 4.0, top), pos2(place.right() + 4.0, top + 20.0));
    let layout = if left { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt(("choose", stage)));
    let name = t!(words, "topics-choose-for", stage = stage.name(words));
    let button = Button::quiet(&words.text("topics-choose")).dense().name(&name).show(&mut child);
    Popup::menu(&button).id(Id::unique(("topics_choose_channel", stage))).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if cx.plan.allocation.channels.is_empty() {
            weak(ui, &words.text("topics-no-channels"));
            if Button::quiet(&words.text("topics-to-channels")).show(ui).clicked() {
                cx.show_tab(Tab::Allocation);
                ui.close();
            }
            return;
        }
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for channel in &cx.plan.allocation.channels {
                let id = Id::unique(("topics_choose_channel", stage, &channel.id));
                if list_item(ui, id, &channel.name, (220.0, false)).clicked() {
                    serve(allocation, cx, (stage, &channel.id), true);
                    ui.close();
                }
            }
        });
    });
}

/// Lets a channel serve a stage, or no longer.
pub fn serve(allocation: &mut Editing<'_, Allocation>, cx: &Cx, (stage, id): (Stage, &crate::plan::Id), on: bool) {
    let name = t!(cx.words, "topics-change-stage", stage = stage.name(cx.words));
    allocation.change(name, |allocation| {
        let Some(channel) = allocation.channels.iter_mut().find(|channel| channel.id == *id) else { return };
        channel.stages.retain(|other| *other != stage);
        if on {
            channel.stages.push(stage);
            channel.stages.sort_unstable();
        }
    });
}
