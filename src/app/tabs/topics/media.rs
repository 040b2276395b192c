//! The media mix: what paid, owned and earned media cost, and what they bring.

use eframe::egui::{Align, Align2, Color32, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::command::Tab;
use crate::app::context::Cx;
use crate::app::theme::{self, Palette, size, space};
use crate::app::widgets::bands::{Band, heights, stack};
use crate::app::widgets::text::{fitted, paint_galley};
use crate::app::widgets::{Button, Run, runs, section};
use crate::calc::content::{MEDIA, MediaShare};
use crate::plan::Money;
use crate::plan::allocation::Media;
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Named, number};

const BAR: f32 = 12.0;

/// Draws the section.
pub fn ui(ui: &mut Ui, cx: &Cx, height: f32) {
    let words = cx.words;
    section(ui, &words.text("topics-media"), &words.text("topics-media-words"));
    let media = &cx.report.content.media;
    let money = media.iter().any(|share| cx.currency().units(share.spend) > 0.0);
    if !money && media.iter().all(|share| share.registrations <= 0.0) {
        empty(ui, cx);
        return;
    }
    let unit = currency_name(&cx.currency().code, words);
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let palette = theme::palette(ui);
    let font = theme::text(size::SMALL);
    let left = t!(words, "topics-media-money", unit = &unit);
    ui.painter().text(head.left_center(), Align2::LEFT_CENTER, left, font.clone(), palette.weak);
    let right = words.text("common-registrations");
    ui.painter().text(head.right_center(), Align2::RIGHT_CENTER, right, font, palette.weak);
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), height - 20.0 - 48.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, spoken(cx)));
    bands(ui, cx, area);
    ui.add_space(space::XS);
    ui.spacing_mut().item_spacing.y = 1.0;
    let with_events = cx.report.allocation.events_spend() != Money::ZERO;
    let key = if with_events { "topics-media-costs-with-events" } else { "topics-media-costs" };
    runs(ui, &[Run::weak(t!(words, key, unit = &unit))], size::SMALL);
    runs(ui, &[Run::weak(costs(cx))], size::SMALL);
}

fn empty(ui: &mut Ui, cx: &Cx) {
    ui.add_space(space::S);
    runs(ui, &[Run::weak(cx.words.text("topics-media-empty"))], size::SMALL);
    if Button::quiet(&cx.words.text("topics-to-channels")).dense().show(ui).clicked() {
        cx.show_tab(Tab::Allocation);
    }
}

fn color(palette: &Palette, media: Option<Media>) -> Color32 {
    match media {
        Some(Media::Paid) => palette.faint,
        Some(Media::Owned) => palette.bar,
        Some(Media::Earned) => palette.accent,
        None => palette.rule,
    }
}

fn name(cx: &Cx, media: Option<Media>) -> String {
    media.map_or_else(|| cx.words.text("names-media-open"), |media| media.name(cx.words))
}

fn bands(ui: &Ui, cx: &Cx, area: Rect) {
    let media = &cx.report.content.media;
    let (palette, painter) = (theme::palette(ui), ui.painter());
    let spend = media.each_ref().map(|share| cx.currency().units(share.spend));
    let registrations = media.each_ref().map(|share| share.registrations);
    let left = stack(area.min, BAR, &heights(&spend, area.height()));
    let right = stack(pos2(area.right() - BAR, area.top()), BAR, &heights(&registrations, area.height()));
    for ((from, to), kind) in left.iter().zip(&right).zip(MEDIA) {
        let color = color(palette, kind);
        if from.height() > 0.0 && to.height() > 0.0 {
            Band::between(*from, *to).paint(painter, color, 0.30);
        }
        painter.rect_filled(*from, 0.0, color);
        painter.rect_filled(*to, 0.0, color);
    }
    let decimals = number::money_decimals(cx.currency(), media.iter().map(|share| share.spend));
    let percents = |shares: [f64; 4]| number::rounded_parts(&shares, shares.iter().sum(), 3);
    let spend_shares = percents(media.each_ref().map(|share| share.spend_share));
    let registration_shares = percents(media.each_ref().map(|share| share.registrations_share));
    for (index, kind) in MEDIA.into_iter().enumerate() {
        let share = &media[index];
        let name = format!("{} {}", name(cx, kind), number::percent(cx.language(), spend_shares[index], 1));
        let amount = number::money(cx.currency(), share.spend, decimals);
        let percent = number::percent(cx.language(), registration_shares[index], 1);
        let room = area.width() - 2.0 * (BAR + 16.0);
        let taken = label(ui, (right[index], Align::Max), (&percent, &number::count(share.registrations, 0)), room);
        label(ui, (left[index], Align::Min), (&name, &amount), room - taken);
    }
}

/// Two lines beside a bar, or the first alone where the bar is low; none where nothing flows. Returns how wide they are.
fn label(ui: &Ui, (bar, align): (Rect, Align), (name, amount): (&str, &str), room: f32) -> f32 {
    if bar.height() <= 0.0 {
        return 0.0;
    }
    let palette = theme::palette(ui);
    let x = if align == Align::Min { bar.right() + 8.0 } else { bar.left() - 8.0 };
    let put = |galley, y: f32| paint_galley(ui.painter(), pos2(x, y), Align2([align, Align::Center]), galley).width();
    let strong = |points| fitted(ui.painter(), name, theme::semibold(points), palette.text, room);
    if bar.height() < 26.0 {
        return put(strong(size::SMALL), bar.center().y);
    }
    let amount = fitted(ui.painter(), amount, theme::text(size::SMALL), palette.weak, room);
    put(strong(13.0), bar.center().y - 7.0).max(put(amount, bar.center().y + 8.0))
}

fn each<R>(cx: &Cx, show: impl Fn(&MediaShare, String) -> Option<R>) -> Vec<R> {
    let rows = cx.report.content.media.iter().zip(MEDIA);
    let is_there = |(share, kind): &(&MediaShare, Option<Media>)| kind.is_some() || **share != MediaShare::default();
    rows.filter(is_there).filter_map(|(share, kind)| show(share, name(cx, kind))).collect()
}

fn spoken(cx: &Cx) -> String {
    let rows = each(cx, |share, name| {
        let money = number::amount(cx.currency(), share.spend);
        Some(format!("{name} {money}, {}", number::count(share.registrations, 0)))
    });
    format!("{}: {}", cx.words.text("topics-media"), rows.join("; "))
}

/// "paid 21.74, owned 46.48, earned 35.34".
fn costs(cx: &Cx) -> String {
    let rows = each(cx, |share, name| Some(format!("{name} {}", number::count(share.average_cost?, 2))));
    rows.join(&cx.words.text("report-comma"))
}
