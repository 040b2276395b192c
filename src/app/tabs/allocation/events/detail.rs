//! The panel at the right: the parties, the chosen item, or the event itself.

use std::cmp::Ordering;

use eframe::egui::{Align, Layout, Ui, vec2};

use super::{Desk, Detail, View, edit, items, parties, shares, shown_name, transfers};
use crate::app::icons;
use crate::app::tabs::fields::{Kind, caption, optional_money, stage_toggles};
use crate::app::theme::{self, Tone, space};
use crate::app::widgets::{
    Dropdown, Field, Segmented, day_field, page, section, section_with,
    text::{Line, line, small, widest},
    text_area, text_field, weak,
};
use crate::plan::allocation::{Class, Media, Task};
use crate::plan::event::{Item, ItemKind, SplitRule};
use crate::plan::{Estimate, Money};
use crate::t;
use crate::words::{Named, names, number};

/// Draws the panel below the shares.
pub(super) fn below(ui: &mut Ui, desk: &mut Desk, view: &mut View) {
    if view.detail == Detail::Shares {
        view.detail = Detail::Transfers;
    }
    section_with(ui, &title(desk, view, view.detail), "", |ui| switch(ui, desk, view, &PARTS[1..], None));
    content(ui, desk, view);
}

/// Draws the transfers alone, in a window that is tall enough for all.
pub(super) fn transfers(ui: &mut Ui, desk: &Desk, view: &mut View) {
    section(ui, &title(desk, view, Detail::Transfers), "");
    transfers::ui(ui, desk, view, page::room_left(ui));
}

/// Draws the other parts there.
pub(super) fn others(ui: &mut Ui, desk: &mut Desk, view: &mut View) {
    if matches!(view.detail, Detail::Shares | Detail::Transfers) {
        view.detail = Detail::Parties;
    }
    section_with(ui, &title(desk, view, view.detail), "", |ui| switch(ui, desk, view, &PARTS[2..], None));
    content(ui, desk, view);
}

/// Draws the whole column of a narrow window: the shares become a part like the others.
pub(super) fn alone(ui: &mut Ui, desk: &mut Desk, view: &mut View) {
    let width = ui.available_width();
    switch(ui, desk, view, &PARTS, Some(width));
    ui.add_space(space::S);
    if view.detail == Detail::Shares {
        shares::ui(ui, desk);
        return;
    }
    section(ui, &title(desk, view, view.detail), "");
    content(ui, desk, view);
}

const PARTS: [Detail; 5] = [Detail::Shares, Detail::Transfers, Detail::Parties, Detail::Item, Detail::Event];

fn switch(ui: &mut Ui, desk: &Desk, view: &mut View, parts: &[Detail], width: Option<f32>) {
    let words = desk.cx.words;
    let labels: Vec<String> = parts.iter().map(|part| words.text(part_key(*part))).collect();
    let parts: Vec<(Detail, &str)> = parts.iter().zip(&labels).map(|(part, label)| (*part, label.as_str())).collect();
    let name = words.text("event-details");
    let mut switch = Segmented::new(&parts, view.detail).dense().name(&name);
    if let Some(width) = width {
        switch = switch.width(width);
    }
    if let Some(chosen) = switch.show(ui) {
        view.detail = chosen;
    }
}

fn part_key(part: Detail) -> &'static str {
    match part {
        Detail::Shares => "event-shares",
        Detail::Transfers => "event-transfers",
        Detail::Parties => "event-parties",
        Detail::Item => "event-item",
        Detail::Event => "event-event",
    }
}

fn title(desk: &Desk, view: &View, part: Detail) -> String {
    let words = desk.cx.words;
    match part {
        Detail::Transfers => {
            let unit = names::currency_name(&desk.cx.currency().code, words);
            t!(words, "event-transfers-in", unit = unit)
        }
        Detail::Item => {
            chosen_item(desk, view).map_or_else(|| words.text("event-item"), |item| shown_name(desk.cx, &item.label))
        }
        part => words.text(part_key(part)),
    }
}

fn chosen_item<'a>(desk: &Desk<'a, '_>, view: &View) -> Option<&'a Item> {
    let items = &desk.event.items;
    items.iter().find(|item| Some(&item.id) == view.item.as_ref()).or(items.first())
}

fn content(ui: &mut Ui, desk: &mut Desk, view: &mut View) {
    match view.detail {
        Detail::Shares | Detail::Transfers => transfers::ui(ui, desk, view, page::room_left(ui)),
        Detail::Parties => parties::ui(ui, desk, view),
        Detail::Event => event_panel(ui, desk, view),
        Detail::Item => {
            if let Some(item) = chosen_item(desk, view) {
                view.item = Some(item.id.clone());
                item_panel(ui, desk, item);
            } else {
                ui.add_space(space::S);
                weak(ui, &desk.cx.words.text("event-no-items"));
            }
        }
    }
}

// ── the chosen item ──

fn item_panel(ui: &mut Ui, desk: &mut Desk, item: &Item) {
    let words = desk.cx.words;
    let label = shown_name(desk.cx, &item.label);
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        kind(ui, desk, item, &label);
        ui.add_space(space::S);
        weak(ui, &words.text("event-split-by"));
        own_rule(ui, desk, item, &label);
        ui.add_space(space::S);
        paid_state(ui, desk, item);
    });
    ui.add_space(2.0);
    let unit = names::currency_name(&desk.cx.currency().code, words);
    caption(
        ui,
        &match item.kind {
            ItemKind::Cost => t!(words, "event-who-paid", unit = unit),
            ItemKind::Income => t!(words, "event-who-received", unit = unit),
        },
    );
    payments(ui, desk, item, &label);
    ui.add_space(2.0);
    caption(ui, &words.text("event-shared-by"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for party in &desk.event.parties {
            let shown = shown_name(desk.cx, &party.name);
            items::sharer_chip(ui, desk, (item, &label), (party, &shown, true));
        }
    });
}

/// Whether the item costs money or brings some in.
fn kind(ui: &mut Ui, desk: &mut Desk, item: &Item, label: &str) {
    let words = desk.cx.words;
    let [cost, income] = [ItemKind::Cost, ItemKind::Income].map(|kind| words.text(items::kind_key(kind)));
    let what = words.text("event-kind");
    let kinds = [(ItemKind::Cost, &*cost), (ItemKind::Income, &*income)];
    if let Some(kind) = Segmented::new(&kinds, item.kind).dense().name(&what).show(ui) {
        desk.change_item(desk.step(&what, label), &item.id, |item| item.kind = kind);
    }
}

fn own_rule(ui: &mut Ui, desk: &mut Desk, item: &Item, label: &str) {
    let words = desk.cx.words;
    let same = t!(words, "event-rule-of-event", rule = desk.event.rule.name(words));
    let own = SplitRule::ALL.map(|rule| (Some(rule), rule.name(words)));
    let choices: Vec<_> = std::iter::once((None, same)).chain(own).collect();
    let shown = choices.iter().find(|(rule, _)| *rule == item.rule).map(|(_, word)| word.clone()).unwrap_or_default();
    let what = words.text("event-rule");
    let name = desk.of(&what, label);
    let dropdown = Dropdown::new(desk.part(&item.id, "rule"), &name, &shown).dense();
    if let Some(rule) = dropdown.show(ui, &choices, Some(&item.rule)) {
        desk.change_item(desk.step(&what, label), &item.id, |item| item.rule = rule);
    }
}

/// Whether the item is paid, in words with their icon.
fn paid_state(ui: &mut Ui, desk: &Desk, item: &Item) {
    let (words, currency) = (desk.cx.words, desk.cx.currency());
    let paid = crate::calc::event::paid(item);
    let left = item.amount.minus(paid).unwrap_or_default();
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.x = 6.0;
    let amount = number::amount(currency, left.max(left.opposite()));
    let (icon, color, said, tone) = match (left.cmp(&Money::ZERO), item.kind) {
        (Ordering::Equal, _) if item.amount == Money::ZERO => {
            (icons::ADVICE, palette.accent, words.text("event-no-amount-yet"), Tone::Weak)
        }
        (Ordering::Equal, kind) => {
            let key = if kind == ItemKind::Cost { "event-paid-in-full" } else { "event-received-in-full" };
            (icons::GOOD, palette.good, words.text(key), Tone::Weak)
        }
        (Ordering::Greater, kind) => {
            let said = match kind {
                ItemKind::Cost => t!(words, "event-not-paid-yet", left = amount),
                ItemKind::Income => t!(words, "event-not-received-yet", left = amount),
            };
            (icons::ADVICE, palette.accent, said, Tone::Weak)
        }
        (Ordering::Less, kind) => {
            let said = match kind {
                ItemKind::Cost => t!(words, "event-paid-too-much", surplus = amount),
                ItemKind::Income => t!(words, "event-received-too-much", surplus = amount),
            };
            (icons::WARN, palette.warn, said, Tone::Warn)
        }
    };
    icons::show(ui, icon, 14.0, color);
    small(ui, &said, tone);
}

/// What each party paid or received, two beside each other.
fn payments(ui: &mut Ui, desk: &mut Desk, item: &Item, label: &str) {
    let width = (ui.available_width() - space::PAGE) / 2.0;
    let shown: Vec<String> = item.payments.iter().map(|paid| number::amount(desk.cx.currency(), paid.amount)).collect();
    let wide = widest(ui, shown.iter().map(String::as_str), &theme::text(theme::size::BODY)) + 18.0;
    let amounts = wide.min(width * 0.6).max(84.0);
    for pair in desk.event.parties.chunks(2) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::PAGE, 2.0);
            for party in pair {
                let cell = vec2(width, theme::height::DENSE);
                ui.allocate_ui_with_layout(cell, Layout::left_to_right(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    let words = width - space::S - amounts;
                    let spec = Line { width: words, height: 24.0, align: Align::LEFT, tone: Tone::Plain };
                    let shown = shown_name(desk.cx, &party.name);
                    line(ui, &shown, theme::text(theme::size::SMALL), spec);
                    payment(ui, desk, item, (party, label, amounts));
                });
            }
        });
    }
}

fn payment(ui: &mut Ui, desk: &mut Desk, item: &Item, (party, label, width): (&crate::plan::event::Party, &str, f32)) {
    let words = desk.cx.words;
    let party_name = shown_name(desk.cx, &party.name);
    let name = match item.kind {
        ItemKind::Cost => t!(words, "event-payment-of", party = party_name, item = label),
        ItemKind::Income => t!(words, "event-receipt-of", party = party_name, item = label),
    };
    let id = desk.part(&item.id, "payment").with(party.id.as_str());
    let field = Field::number(id, &name).width(width).dense().hint("0");
    let paid = Some(edit::paid_by(item, &party.id)).filter(|paid| *paid != Money::ZERO);
    if let Some(amount) = optional_money(ui, field, (words, desk.cx.currency()), paid).value {
        desk.change_item(items::payer_step(desk, item, label), &item.id, |item| {
            edit::pay(item, &party.id, amount.unwrap_or_default());
        });
    }
}

// ── the event ──

fn event_panel(ui: &mut Ui, desk: &mut Desk, view: &mut View) {
    let words = desk.cx.words;
    ui.add_space(6.0);
    let width = ui.available_width();
    let third = ((width - 2.0 * space::M) / 3.0).floor();
    let rest = width - third - space::M;
    row(ui, |ui| {
        labelled(ui, rest, &words.text("common-name"), |ui, label| name(ui, desk, view, label));
        labelled(ui, third, &words.text("common-date"), |ui, label| date(ui, desk, label));
    });
    row(ui, |ui| {
        labelled(ui, rest, &words.text("event-task"), |ui, label| task(ui, desk, (label, rest)));
        labelled(ui, third, &words.text("event-media"), |ui, label| media(ui, desk, (label, third)));
    });
    row(ui, |ui| {
        let fifth = ((width - 4.0 * space::M) / 5.0).floor();
        labelled(ui, fifth, &words.text("event-class"), |ui, label| class(ui, desk, (label, fifth)));
        let (contacts, lead_rate) = (desk.event.contacts, desk.event.lead_rate);
        let label = words.text("event-contacts");
        if let Some(value) = estimate(ui, desk, ("contacts", &label, fifth), (&Kind::counts(), contacts)) {
            desk.change(desk.step(&label, &desk.name()), |event| event.contacts = value);
        }
        let label = words.text("event-lead-rate");
        if let Some(value) = estimate(ui, desk, ("lead_rate", &label, fifth), (&Kind::rates(), lead_rate)) {
            desk.change(desk.step(&label, &desk.name()), |event| event.lead_rate = value);
        }
    });
    stages_and_note(ui, desk);
}

/// Labelled fields beside each other, their tops in line.
fn row(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        content(ui);
    });
}

fn labelled<R>(ui: &mut Ui, width: f32, label: &str, content: impl FnOnce(&mut Ui, &str) -> R) -> R {
    ui.allocate_ui_with_layout(vec2(width, 46.0), Layout::top_down(Align::LEFT), |ui| {
        ui.set_width(width);
        caption(ui, label);
        content(ui, label)
    })
    .inner
}

fn name(ui: &mut Ui, desk: &mut Desk, view: &mut View, label: &str) {
    let id = desk.field("name");
    // Asked for before the field is drawn, so that it selects its text.
    if view.fresh.as_ref() == Some(&desk.event.id) {
        view.fresh = None;
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if let Some(name) = text_field(ui, Field::new(id, label).fill(), &desk.event.name).value {
        let step = t!(desk.cx.words, "event-step-rename", what = desk.cx.words.text("event-event").to_lowercase());
        desk.change(step, |event| event.name = name);
    }
}

fn date(ui: &mut Ui, desk: &mut Desk, label: &str) {
    let field = Field::new(desk.field("date"), label).fill().hint("2026-05-14");
    if let Some(date) = day_field(ui, field, &desk.cx.almanac(), desk.event.date) {
        desk.change(desk.step(label, &desk.name()), |event| event.date = date);
    }
}

fn task(ui: &mut Ui, desk: &mut Desk, (label, width): (&str, f32)) {
    let words = desk.cx.words;
    let word = |task: Task| format!("{}{}{}", task.letter(), words.text("event-colon"), task.name(words));
    let choices = [Task::A, Task::B, Task::W].map(|task| (task, word(task)));
    let shown = word(desk.event.task);
    let dropdown = Dropdown::new(desk.field("task"), label, &shown).width(width);
    if let Some(task) = dropdown.show(ui, &choices, Some(&desk.event.task)) {
        desk.change(desk.step(label, &desk.name()), |event| event.task = task);
    }
}

fn media(ui: &mut Ui, desk: &mut Desk, (label, width): (&str, f32)) {
    let words = desk.cx.words;
    let open = words.text("names-media-open");
    let shown = desk.event.media.map_or_else(|| open.clone(), |media| media.name(words));
    let kinds = Media::ALL.map(|media| (Some(media), media.name(words)));
    let choices: Vec<_> = std::iter::once((None, open)).chain(kinds).collect();
    let dropdown = Dropdown::new(desk.field("media"), label, &shown).width(width);
    if let Some(media) = dropdown.show(ui, &choices, Some(&desk.event.media)) {
        desk.change(desk.step(label, &desk.name()), |event| event.media = media);
    }
}

fn class(ui: &mut Ui, desk: &mut Desk, (label, width): (&str, f32)) {
    let words = desk.cx.words;
    let choices = [Class::A, Class::B].map(|class| (class, class.name(words)));
    let shown = desk.event.class.name(words);
    let dropdown = Dropdown::new(desk.field("class"), label, &shown).width(width);
    if let Some(class) = dropdown.show(ui, &choices, Some(&desk.event.class)) {
        desk.change(desk.step(label, &desk.name()), |event| event.class = class);
    }
}

/// The likely value and, beside it, its 90 % range, each of a width.
fn estimate(
    ui: &mut Ui,
    desk: &Desk,
    (field, label, width): (&str, &str, f32),
    (kind, value): (&Kind<'_, f64>, Estimate<f64>),
) -> Option<Estimate<f64>> {
    let words = desk.cx.words;
    let range = words.text("common-range");
    let likely = labelled(ui, width, label, |ui, label| {
        kind.likely_field(ui, Field::number(desk.field(field), label).fill().right(), words, value)
    });
    let name = desk.of(&range, label);
    let ranged = labelled(ui, width, &range, |ui, _| {
        let id = desk.field("range of").with(field);
        kind.range_field(ui, Field::number(id, &name).fill().right(), words, value)
    });
    likely.or(ranged)
}

fn stages_and_note(ui: &mut Ui, desk: &mut Desk) {
    let words = desk.cx.words;
    let label = words.text("event-stages");
    caption(ui, &label);
    if let Some(stages) = stage_toggles(ui, words, desk.field("stages"), &desk.event.stages) {
        desk.change(desk.step(&label, &desk.name()), |event| event.stages = stages);
    }
    ui.add_space(2.0);
    let label = words.text("common-note");
    caption(ui, &label);
    if let Some(note) = text_area(ui, Field::new(desk.field("note"), &label).fill(), &desk.event.note, 3).value {
        desk.change(desk.step(&label, &desk.name()), |event| event.note = note);
    }
}
