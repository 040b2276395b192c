//! What one reward may cost at most.

use eframe::egui::{self, Align2, Rect, Sense, Ui, pos2, vec2};

use super::Desk;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::text::runs_job;
use crate::app::widgets::{mark, marked, runs, section};
use crate::calc::ripple::Step;
use crate::t;
use crate::words::{names, number};

/// What one reward costs against what it may cost at most, in a sentence and as a bar.
pub(super) fn ui(ui: &mut Ui, desk: &Desk) {
    let (words, currency) = (desk.cx.words, desk.cx.currency());
    let dearest = desk.report.sharing.and_then(|sharing| sharing.dearest_reward);
    let (Some(dearest), Some(share)) = (dearest, desk.ripple.share) else { return };
    ui.add_space(space::L);
    section(ui, &words.text("ripple-reward-limit"), "");
    let unit = names::currency_name(&currency.code, words);
    let roi = desk.report.outcome.steps.first().and_then(Step::roi).unwrap_or_default();
    let now = currency.units(share.unit_cost);
    let most = format!("{}\u{a0}{unit}", number::count(dearest, 0));
    let shown = (mark(&most, Tone::Accent), number::amount_named(words, currency, share.unit_cost), number::roi(roi));
    let sentence = if now <= dearest {
        t!(words, "ripple-dearest", most = shown.0, now = shown.1, roi = shown.2)
    } else {
        t!(words, "ripple-too-dear", most = shown.0, now = shown.1, roi = shown.2)
    };
    runs(ui, &marked(&sentence), size::SMALL);
    let says = runs_job(theme::palette(ui), &marked(&sentence), size::SMALL).text;
    reward_bar(ui, desk, (now, dearest), &says);
}

#[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
fn reward_bar(ui: &mut Ui, desk: &Desk, (now, dearest): (f64, f64), says: &str) {
    let palette = theme::palette(ui);
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::hover());
    let name = desk.cx.words.text("ripple-reward-bar");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Figure, true, &name));
    ui.accesskit_node_builder(response.id, |node| node.set_description(says));
    let full = now.max(dearest).max(f64::MIN_POSITIVE);
    let bar = Rect::from_min_size(pos2(area.left(), area.top() + 4.0), vec2(area.width() - 20.0, 8.0));
    let x = |value: f64| bar.left() + bar.width() * (value / full) as f32;
    let painter = ui.painter();
    painter.rect_filled(Rect::from_min_max(bar.min, pos2(x(dearest), bar.bottom())), 0.0, palette.bar);
    let color = if now <= dearest { palette.accent } else { palette.warn };
    painter.rect_filled(Rect::from_min_max(bar.min, pos2(x(now).max(bar.left() + 2.0), bar.bottom())), 0.0, color);
    painter.vline(x(dearest), (bar.top() - 3.0)..=(bar.bottom() + 3.0), egui::Stroke::new(2.0, palette.text));
    let label = |value: f64, anchor: Align2, at: f32| {
        let words = number::count(value, 0);
        painter.text(pos2(at, bar.bottom() + 5.0), anchor, words, theme::text(size::SMALL), palette.weak);
    };
    // Apart only where both fit.
    if (x(dearest) - x(now)).abs() > 60.0 {
        let now_anchor = if x(now) < bar.left() + 30.0 { Align2::LEFT_TOP } else { Align2::CENTER_TOP };
        label(now, now_anchor, if now_anchor == Align2::LEFT_TOP { bar.left() } else { x(now) });
    }
    label(dearest, Align2::RIGHT_TOP, x(dearest).max(bar.left() + 40.0));
}
