//! Menus: how money is spread over months, and what can be said of one month.

use eframe::egui::{Id, Popup, Response, ScrollArea, Ui};

use super::Desk;
use super::edit::Held;
use super::lines::Lines;
use crate::app::theme::{Tone, space};
use crate::app::widgets::dropdown::{list_item, list_item_with};
use crate::app::widgets::text::small;
use crate::app::widgets::{Segmented, hairline};
use crate::calc::schedule::{self, edit};
use crate::plan::Channel;

/// Width of both menus.
const WIDTH: f32 = 300.0;

/// The channels of a list are at most this high.
const LIST: f32 = 228.0;

/// What the menu asks for besides spreading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spread {
    /// A season is to be stated first.
    States,
}

/// The ways to spread money.
pub(super) fn spread(ui: &mut Ui, desk: &mut Desk<'_>, lines: &Lines) -> Option<Spread> {
    let words = desk.cx.words;
    ui.set_width(WIDTH);
    whose(ui, desk);
    let targets = desk.targets(lines);
    if targets.is_empty() {
        small(ui, &words.text("months-held-channel"), Tone::Weak);
        return None;
    }
    let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
    let id = Id::unique("months spread");
    let item = |ui: &mut Ui, key: &'static str, beside: &str| {
        list_item_with(ui, id.with(key), (&words.text(key), beside), (WIDTH, false)).clicked()
    };
    let plan = desk.cx.plan;
    let channels = || targets.iter().filter_map(|index| plan.allocation.channels.get(*index));
    let has_season = channels().any(|channel| has_season(&schedule::season(plan, channel)));
    let has_locks = channels().any(|channel| !channel.schedule.locked.is_empty());
    let mut wish = None;
    let mut done = true;
    if item(ui, "months-spread-evenly", "") {
        desk.spread(lines, edit::even);
    } else if has_season && item(ui, "months-spread-season", "") {
        let by_season = |channel: &mut Channel, months| {
            edit::spread_by(channel, &edit::weights(&schedule::season(plan, channel)), months);
        };
        desk.spread(lines, by_season);
    } else if !has_season && item(ui, "months-spread-season-first", &words.text("months-spread-no-season")) {
        wish = Some(Spread::States);
    } else if has_locks && item(ui, "months-spread-forget", "") {
        desk.spread(lines, |channel, _| edit::forget(channel));
    } else {
        done = like(ui, desk, lines, &targets);
    }
    ui.spacing_mut().item_spacing.y = spacing;
    if done {
        ui.close();
    }
    wish
}

/// Whether the selected channel is meant, or all.
fn whose(ui: &mut Ui, desk: &mut Desk<'_>) {
    let words = desk.cx.words;
    let [one, all] = ["months-spread-one", "months-spread-all"].map(|key| words.text(key));
    let name = words.text("months-spread");
    let parts = [(false, &*one), (true, &*all)];
    if let Some(chosen) = Segmented::new(&parts, desk.view.spreads_all).dense().width(WIDTH).name(&name).show(ui) {
        desk.view.spreads_all = chosen;
    }
    let selected = desk.view.selected.as_ref().filter(|_| !desk.view.spreads_all);
    let channel = selected.and_then(|id| desk.cx.plan.allocation.channels.iter().find(|channel| channel.id == *id));
    let said = channel.map_or_else(|| words.text("months-spread-all-says"), |channel| channel.name.clone());
    small(ui, &said, Tone::Weak);
    ui.add_space(space::XS);
}

/// The other channels, whose proportion may be taken; returns whether one was.
fn like(ui: &mut Ui, desk: &mut Desk<'_>, lines: &Lines, targets: &[usize]) -> bool {
    let only = |index: &usize| targets.len() == 1 && targets.contains(index);
    let others: Vec<usize> = lines.channels.iter().copied().filter(|index| !only(index)).collect();
    if others.is_empty() {
        return false;
    }
    ui.add_space(space::XS);
    hairline(ui);
    ui.add_space(space::XS);
    small(ui, &desk.cx.words.text("months-spread-like"), Tone::Weak);
    let mut chosen = None;
    ScrollArea::vertical().id_salt("months like").max_height(LIST).show(ui, |ui| {
        for index in others {
            let Some(channel) = desk.cx.plan.allocation.channels.get(index) else { continue };
            let id = Id::unique(("months like", channel.id.as_str()));
            if list_item(ui, id, &channel.name, (WIDTH, false)).clicked() {
                chosen = Some(index);
            }
        }
    });
    let Some(weights) = chosen.and_then(|index| lines.spends.get(index)) else { return false };
    desk.spread(lines, |channel, months| edit::spread_by(channel, weights, months));
    true
}

/// Whether months do not all count the same.
fn has_season(season: &[f64]) -> bool {
    season.windows(2).any(|pair| (pair[0] - pair[1]).abs() > 1e-9)
}

/// What can be said of a channel's month: a menu at the place of a click with the other button.
pub(super) fn of_month(desk: &mut Desk<'_>, cell: &Response, channel: &Channel, month: usize) {
    let id = cell.id.with("menu");
    if !cell.secondary_clicked() && !Popup::is_id_open(&cell.ctx, id) {
        return;
    }
    let words = desk.cx.words;
    Popup::context_menu(cell).id(id).show(|ui| {
        ui.set_width(WIDTH);
        small(ui, &super::cells::cell_name(desk.cx, channel, month), Tone::Weak);
        if channel.locked {
            small(ui, &words.text(Held::Channel.key()), Tone::Weak);
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let (locked, off) = (channel.schedule.is_locked(month), channel.schedule.is_off(month));
        let lock = words.text(if locked { "months-unlock" } else { "months-lock" });
        let run = words.text(if off { "months-on" } else { "months-off" });
        if list_item_with(ui, id.with("lock"), (&lock, "Ctrl+L"), (WIDTH, false)).clicked() {
            desk.lock(channel, month);
            ui.close();
        }
        if list_item_with(ui, id.with("off"), (&run, "Ctrl+M"), (WIDTH, false)).clicked() {
            desk.close(channel, month);
            ui.close();
        }
    });
}
