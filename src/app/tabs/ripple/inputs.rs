//! The numbers of the three steps, each with its 90 % range.

use eframe::egui::{Align, Layout, Ui, pos2, vec2};

use super::Desk;
use crate::app::icons;
use crate::app::tabs::fields::Kind;
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::{
    Button, Dropdown, Field, hairline, head_row, icon_button, order, page, parsed_field, strong,
    text::{paint_galley, small, text_width},
};
use crate::plan::ripple::{Follow, Funnel, OnSite, Share};
use crate::plan::{Estimate, Money};
use crate::t;
use crate::words::typed::Entry;
use crate::words::{Named, names, number, parse};

const VALUE_WIDTH: f32 = 84.0;

/// How many rows there are at most, and their height where they stand close.
const ROWS: usize = 24;
const LEAST_HEIGHT: f32 = 620.0;

/// Draws the column.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk) {
    // In a tall window the rows stand apart.
    ui.spacing_mut().item_spacing.y = page::roomy(page::room_left(ui) - LEAST_HEIGHT, ROWS, 2.0..=12.0);
    heads(ui, desk);
    hairline(ui);
    heading(ui, desk, &desk.cx.words.text("names-step-funnel"), "");
    funnel(ui, desk);
    ui.add_space(4.0);
    hairline(ui);
    follow(ui, desk);
    ui.add_space(4.0);
    hairline(ui);
    share(ui, desk);
}

fn heads(ui: &mut Ui, desk: &Desk) {
    let words = desk.cx.words;
    row(ui, &words.text("ripple-input"), |ui| {
        ui.allocate_ui_with_layout(vec2(VALUE_WIDTH, 20.0), Layout::right_to_left(Align::Center), |ui| {
            ui.set_min_width(VALUE_WIDTH);
            small(ui, &words.text("ripple-likely"), Tone::Weak);
        });
        small(ui, &words.text("common-range"), Tone::Weak);
    });
}

/// The name of a step; with `remove` a button that takes the step away. Returns whether it was pressed.
fn heading(ui: &mut Ui, _desk: &Desk, title: &str, remove: &str) -> bool {
    let left = |ui: &mut Ui| strong(ui, title);
    let right = |ui: &mut Ui| !remove.is_empty() && icon_button(ui, icons::TRASH_2, remove).clicked();
    head_row(ui, 26.0, left, right).1
}

/// A label at the left, and from the right edge what `content` adds.
fn row(ui: &mut Ui, label: &str, content: impl FnOnce(&mut Ui)) {
    let width = ui.available_width();
    let layout = Layout::right_to_left(Align::Center);
    ui.allocate_ui_with_layout(vec2(width, height::DENSE), layout, |ui| {
        ui.set_min_size(vec2(width, height::DENSE));
        let palette = theme::palette(ui);
        let galley = ui.painter().layout_no_wrap(label.to_owned(), theme::text(size::SMALL), palette.text);
        let used = galley.size().x + 8.0;
        let rect = ui.max_rect();
        let at = pos2(rect.left(), rect.center().y);
        paint_galley(ui.painter(), at, eframe::egui::Align2::LEFT_CENTER, galley);
        // The label keeps its place; fields take the rest.
        let right_of_it = eframe::egui::Rect::from_min_max(pos2(rect.left() + used, rect.top()), rect.max);
        let builder = eframe::egui::UiBuilder::new().max_rect(right_of_it).layout(layout);
        let mut child = ui.new_child(builder);
        child.spacing_mut().item_spacing.x = 8.0;
        order::from_left(&mut child, content);
    });
}

/// One estimate: its likely value at the right, its range beside it.
fn estimate<T: Copy + PartialOrd>(
    ui: &mut Ui,
    desk: &Desk,
    (field, label): (&str, &str),
    (kind, value): (&Kind<'_, T>, Estimate<T>),
) -> Option<Estimate<T>> {
    let words = desk.cx.words;
    let mut changed = None;
    row(ui, label, |ui| {
        let likely = Field::number(desk.field(field), label).width(VALUE_WIDTH).dense();
        changed = kind.likely_field(ui, likely, words, value);
        let name = t!(words, "ripple-range-of", what = label);
        let font = theme::text(size::SMALL);
        let id = desk.field("range of").with(field);
        let range = Field::number(id, &name).bare().right().font(font).tone(Tone::Weak);
        changed = changed.or(kind.range_field(ui, range, words, value));
    });
    changed
}

/// One number that is typed exactly.
fn exact<T>(
    ui: &mut Ui,
    desk: &Desk,
    (field, label, entry): (&str, &str, Entry),
    shown: &str,
    read: &dyn Fn(&str) -> Result<T, parse::Problem>,
) -> Option<T> {
    let words = desk.cx.words;
    let mut changed = None;
    row(ui, label, |ui| {
        // Alone in its row a long number may take more room than one with a range.
        let wide = text_width(ui, shown, theme::text(size::BODY)) + 18.0;
        let width = wide.min(ui.available_width()).max(VALUE_WIDTH);
        let field = Field::number(desk.field(field), label).entry(entry).width(width).dense();
        let read = |typed: &str| read(typed).map_err(|problem| problem.say(words));
        changed = parsed_field(ui, field, shown, &read).value;
    });
    changed
}

fn money(ui: &mut Ui, desk: &Desk, (field, label): (&str, &str), value: Money) -> Option<Money> {
    let currency = desk.cx.currency();
    let names = (field, label, Entry::money(currency));
    exact(ui, desk, names, &number::amount(currency, value), &|typed| parse::money(typed, currency))
}

impl Desk<'_, '_> {
    /// A label with the currency behind it.
    fn in_money(&self, key: &'static str) -> String {
        let unit = names::currency_name(&self.cx.currency().code, self.cx.words);
        format!("{}{}{unit}", self.cx.words.text(key), self.cx.words.text("event-unit-comma"))
    }

    fn change_funnel(&mut self, label: &str, edit: impl FnOnce(&mut Funnel)) {
        self.change(self.step(label), |ripple| edit(&mut ripple.funnel));
    }

    fn change_follow(&mut self, label: &str, edit: impl FnOnce(&mut Follow)) {
        self.change(self.step(label), |ripple| {
            ripple.follow.as_mut().map(edit);
        });
    }

    fn change_share(&mut self, label: &str, edit: impl FnOnce(&mut Share)) {
        self.change(self.step(label), |ripple| {
            ripple.share.as_mut().map(edit);
        });
    }
}

fn funnel(ui: &mut Ui, desk: &mut Desk) {
    let (words, language, currency) = (desk.cx.words, desk.cx.language(), desk.cx.currency());
    let funnel = desk.ripple.funnel;
    let label = desk.in_money("ripple-cost");
    if let Some(cost) = money(ui, desk, ("cost", &label), funnel.cost) {
        desk.change_funnel(&label, |funnel| funnel.cost = cost);
    }
    let label = words.text("ripple-audience");
    if let Some(value) = estimate(ui, desk, ("audience", &label), (&Kind::counts(), funnel.audience)) {
        desk.change_funnel(&label, |funnel| funnel.audience = value);
    }
    let label = words.text("ripple-lead-rate");
    if let Some(value) = estimate(ui, desk, ("lead_rate", &label), (&Kind::rates(), funnel.lead_rate)) {
        desk.change_funnel(&label, |funnel| funnel.lead_rate = value);
    }
    let label = words.text("ripple-sign-rate");
    if let Some(value) = estimate(ui, desk, ("sign_rate", &label), (&Kind::rates(), funnel.sign_rate)) {
        desk.change_funnel(&label, |funnel| funnel.sign_rate = value);
    }
    let label = desk.in_money("ripple-value");
    if let Some(value) = estimate(ui, desk, ("value", &label), (&Kind::amounts(language, currency), funnel.value)) {
        desk.change_funnel(&label, |funnel| funnel.value = value);
    }
}

fn follow(ui: &mut Ui, desk: &mut Desk) {
    let words = desk.cx.words;
    let title = words.text("names-step-follow");
    let Some(follow) = desk.ripple.follow else {
        if missing_step(ui, desk, &title, "ripple-step-add-follow") {
            // What the funnel converts anyway, so that nothing changes before a number is typed.
            let rate =
                desk.report.outcome.steps.first().map_or(0.0, |funnel| funnel.customers / funnel.people.max(1.0));
            let follow = Follow { cost: Money::ZERO, conversion: Estimate::exactly(rate) };
            desk.change(words.text("ripple-step-add-follow"), |ripple| ripple.follow = Some(follow));
            let id = desk.field("conversion");
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        return;
    };
    let remove = words.text("ripple-step-remove-follow");
    if heading(ui, desk, &title, &remove) {
        desk.change(remove, |ripple| ripple.follow = None);
    }
    let label = words.text("ripple-conversion");
    if let Some(value) = estimate(ui, desk, ("conversion", &label), (&Kind::rates(), follow.conversion)) {
        desk.change_follow(&label, |follow| follow.conversion = value);
    }
    let label = desk.in_money("ripple-follow-cost");
    if let Some(cost) = money(ui, desk, ("follow_cost", &label), follow.cost) {
        desk.change_follow(&label, |follow| follow.cost = cost);
    }
}

/// The name of a step that is not stated, and a button that adds it.
fn missing_step(ui: &mut Ui, desk: &Desk, title: &str, key: &'static str) -> bool {
    let words = desk.cx.words;
    let left = |ui: &mut Ui| strong(ui, title);
    let (add, name) = (words.text("common-add"), words.text(key));
    head_row(ui, 28.0, left, |ui| Button::quiet(&add).icon(icons::PLUS).name(&name).dense().show(ui).clicked()).1
}

fn share(ui: &mut Ui, desk: &mut Desk) {
    let words = desk.cx.words;
    let title = words.text("names-step-share");
    let Some(share) = desk.ripple.share else {
        if missing_step(ui, desk, &title, "ripple-step-add-share") {
            add_share(ui, desk);
        }
        return;
    };
    let remove = words.text("ripple-step-remove-share");
    if heading(ui, desk, &title, &remove) {
        desk.change(remove, |ripple| ripple.share = None);
    }
    rewards(ui, desk, &share);
    friends(ui, desk, &share);
    passing_on(ui, desk, &share);
}

/// Adds the share step with the focus on its first number.
pub(super) fn add_share(ui: &Ui, desk: &mut Desk) {
    desk.change(desk.cx.words.text("ripple-step-add-share"), |ripple| ripple.share = Some(Share::default()));
    let id = desk.field("vouchers");
    ui.memory_mut(|memory| memory.request_focus(id));
}

fn rewards(ui: &mut Ui, desk: &mut Desk, share: &Share) {
    let words = desk.cx.words;
    let label = words.text("ripple-vouchers");
    let shown = number::trimmed(share.vouchers, 2);
    if let Some(vouchers) = exact(ui, desk, ("vouchers", &label, Entry::COUNT), &shown, &parse::count) {
        desk.change_share(&label, |share| share.vouchers = vouchers);
    }
    let label = desk.in_money("ripple-unit-cost");
    if let Some(cost) = money(ui, desk, ("unit_cost", &label), share.unit_cost) {
        desk.change_share(&label, |share| share.unit_cost = cost);
    }
}

fn friends(ui: &mut Ui, desk: &mut Desk, share: &Share) {
    let words = desk.cx.words;
    let label = words.text("ripple-sharers");
    if let Some(value) = estimate(ui, desk, ("sharers", &label), (&Kind::counts(), share.sharers)) {
        desk.change_share(&label, |share| share.sharers = value);
    }
    let label = words.text("ripple-contacts");
    if let Some(value) = estimate(ui, desk, ("contacts", &label), (&Kind::counts(), share.contacts)) {
        desk.change_share(&label, |share| share.contacts = value);
    }
    let label = words.text("ripple-offsite-lead-rate");
    if let Some(value) = estimate(ui, desk, ("offsite_lead_rate", &label), (&Kind::rates(), share.lead_rate)) {
        desk.change_share(&label, |share| share.lead_rate = value);
    }
    let label = words.text("ripple-offsite-sign-rate");
    if let Some(value) = estimate(ui, desk, ("offsite_sign_rate", &label), (&Kind::rates(), share.sign_rate)) {
        desk.change_share(&label, |share| share.sign_rate = value);
    }
}

fn passing_on(ui: &mut Ui, desk: &mut Desk, share: &Share) {
    let words = desk.cx.words;
    let label = words.text("ripple-reshare-rate");
    if let Some(value) = estimate(ui, desk, ("reshare_rate", &label), (&Kind::rates(), share.reshare_rate)) {
        desk.change_share(&label, |share| share.reshare_rate = value);
    }
    let label = words.text("ripple-audience-limit");
    limit(ui, desk, share, &label);
    let label = words.text("ripple-generations");
    let shown = share.generations.to_string();
    if let Some(rounds) = exact(ui, desk, ("generations", &label, Entry::COUNT), &shown, &parse::whole) {
        let most = crate::calc::ripple::MOST_GENERATIONS;
        desk.change_share(&label, |share| share.generations = rounds.clamp(1, most));
    }
    let label = words.text("ripple-onsite");
    row(ui, &label, |ui| {
        let choices = [OnSite::Funnel, OnSite::Follow].map(|onsite| (onsite, onsite.name(words)));
        let shown = share.onsite.name(words);
        let dropdown = Dropdown::new(desk.field("onsite"), &label, &shown).dense().width(VALUE_WIDTH);
        if let Some(onsite) = dropdown.show(ui, &choices, Some(&share.onsite)) {
            desk.change_share(&label, |share| share.onsite = onsite);
        }
    });
}

fn limit(ui: &mut Ui, desk: &mut Desk, share: &Share, label: &str) {
    let words = desk.cx.words;
    let none = words.text("ripple-no-limit");
    row(ui, label, |ui| {
        let field = Field::number(desk.field("audience_limit"), label).width(VALUE_WIDTH).dense().hint(&none);
        if let Some(limit) = crate::app::tabs::fields::optional_count(ui, field, words, share.audience_limit).value {
            desk.change_share(label, |share| share.audience_limit = limit);
        }
    });
}
