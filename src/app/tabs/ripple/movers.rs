//! What moves the headline measure most: one bar an estimate, from its low end to its high end.

use std::ops::RangeInclusive;

use eframe::egui::{self, Align2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Desk, odds, titled};
use crate::app::context::Cx;
use crate::app::theme::{self, size};
use crate::app::widgets::text::{elided, paint_galley};
use crate::app::widgets::{focus_ring, page, weak};
use crate::calc::odds::{Mover, Odds};
use crate::calc::{Place, Section};
use crate::report::lookup;
use crate::t;
use crate::words::number;

/// As many estimates as are shown, more where there is room.
const MOST: RangeInclusive<usize> = 7..=16;
/// Height of each.
const ROW: RangeInclusive<f32> = 20.0..=24.0;
const ROOMY_ROW: f32 = 30.0;
/// Above the bars, below them, and the line of words under them.
const HEAD: f32 = 22.0;
const FOOT: f32 = 4.0;
const WORDS: f32 = 24.0;
/// The names' share of the width, and the width of the shares.
const NAMES: f32 = 0.385;
const SHARES: f32 = 46.0;

/// Draws the section.
pub(super) fn ui(ui: &mut Ui, desk: &Desk) {
    let cx = desk.cx;
    titled(ui, &cx.words.text("odds-what-moves"), &cx.words.text("odds-what-moves-subtitle"));
    match cx.drawn_odds().filter(|shown| !shown.odds.movers.is_empty()) {
        Some(shown) => {
            let room = page::room_left(ui);
            shown.dimmed(ui, |ui| bars(ui, cx, shown.odds, room));
        }
        None => {
            weak(ui, &cx.words.text("odds-nothing-moves"));
        }
    }
}

/// Where values stand in the plot.
struct Scale {
    area: Rect,
    low: f64,
    high: f64,
}

impl Scale {
    fn of(area: Rect, odds: &Odds, movers: &[Mover]) -> Self {
        let ends = movers.iter().flat_map(|mover| [mover.low_result, mover.high_result]).chain([odds.likely]);
        let (low, high) =
            ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), end| (low.min(end), high.max(end)));
        // A goal that is near stands in the plot too.
        let reach = (high - low).max(f64::MIN_POSITIVE);
        let near = odds.target.filter(|target| (low - reach..=high + reach).contains(target));
        let (low, high) = near.map_or((low, high), |target| (low.min(target), high.max(target)));
        Self { area, low, high: high.max(low + f64::MIN_POSITIVE) }
    }

    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    fn x(&self, value: f64) -> f32 {
        self.area.left() + self.area.width() * ((value - self.low) / (self.high - self.low)) as f32
    }

    fn holds(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// The bars move closer together before the words below them leave the `room`.
#[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
fn bars(ui: &mut Ui, cx: &Cx, odds: &Odds, room: f32) {
    let room = room - HEAD - FOOT - WORDS;
    let fit = MOST.rev().find(|rows| ROOMY_ROW * *rows as f32 <= room).unwrap_or(*MOST.start());
    let movers = &odds.movers[..odds.movers.len().min(fit)];
    let most = if movers.len() as f32 * ROOMY_ROW <= room { ROOMY_ROW } else { *ROW.end() };
    let tall = page::roomy(room, movers.len(), *ROW.start()..=most);
    let rows = movers.len() as f32 * tall;
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD + rows + FOOT), Sense::hover());
    let plot = Rect::from_min_max(area.min + vec2(area.width() * NAMES, HEAD), area.max - vec2(SHARES, FOOT));
    let scale = Scale::of(plot, odds, movers);
    for (row, mover) in movers.iter().enumerate() {
        let top = plot.top() + row as f32 * tall;
        let rect = Rect::from_min_max(pos2(area.left(), top), pos2(area.right(), top + tall));
        bar(ui, cx, (mover, odds.likely), rect, &scale);
    }
    lines(ui, cx, odds, (&scale, area));
    if let Some(words) = sharing(cx, odds) {
        weak(ui, &words);
    }
}

/// One estimate: its name, its bar, what it explains. A click leads to its field.
fn bar(ui: &Ui, cx: &Cx, (mover, likely): (&Mover, f64), rect: Rect, scale: &Scale) {
    let palette = theme::palette(ui);
    let name = lookup::input(cx.plan, cx.words, &mover.input);
    let shown = number::percent_bare(mover.explains, 1);
    let response = ui.interact(rect, ui.scope_id().with(&mover.input.name), Sense::click());
    let [low, high] = [mover.low_result, mover.high_result].map(|result| odds::short(cx, result));
    let said = t!(cx.words, "odds-mover", name = &name, percent = &shown, low = low, high = high);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    focus_ring(ui, &response);
    let hot = response.hovered() || response.has_focus();
    if hot {
        ui.painter().rect_filled(rect, 0.0, palette.sel);
    }
    let color = if hot { palette.accent } else { palette.text };
    let galley = elided(ui.painter(), &name, theme::text(size::SMALL), color, rect.width() * NAMES - 6.0);
    paint_galley(ui.painter(), rect.left_center(), Align2::LEFT_CENTER, galley);
    let middle = scale.x(likely);
    for (end, fill) in [(mover.low_result, palette.faint.gamma_multiply(0.55)), (mover.high_result, palette.accent)] {
        let end = scale.x(end);
        let part = Rect::from_x_y_ranges(middle.min(end)..=middle.max(end), rect.top() + 5.0..=rect.bottom() - 5.0);
        ui.painter().rect_filled(part, 0.0, fill);
    }
    let at = rect.right_center();
    ui.painter().text(at, Align2::RIGHT_CENTER, shown, theme::semibold(size::SMALL), palette.text);
    let response = response.on_hover_text(&said).on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.clicked()
        && let Some(place) = &mover.input.place
    {
        cx.go_to(place);
    }
}

/// The likely value and the goal over all rows, and the heading of the shares.
fn lines(ui: &Ui, cx: &Cx, odds: &Odds, (scale, area): (&Scale, Rect)) {
    let palette = theme::palette(ui);
    let (painter, small) = (ui.painter(), theme::text(size::SMALL));
    let upright = |x: f32, width: f32| {
        let y = scale.area.top() - 4.0..=scale.area.bottom();
        painter.vline(x, y, Stroke::new(width, palette.text));
    };
    let head = area.top() + 8.0;
    let words = cx.words.text("odds-share");
    painter.text(pos2(area.right(), head), Align2::RIGHT_CENTER, words, small.clone(), palette.weak);
    let likely = scale.x(odds.likely);
    upright(likely, 1.2);
    let words = odds::short(cx, odds.likely);
    let likely = painter.text(pos2(likely, head), Align2::CENTER_CENTER, words, small, palette.weak);
    let Some(target) = odds.target.filter(|target| scale.holds(*target)) else { return };
    upright(scale.x(target), 2.0);
    let words = cx.words.text("odds-goal-short");
    let galley = painter.layout_no_wrap(words, theme::semibold(size::SMALL), palette.text);
    let place = Align2::CENTER_CENTER.anchor_size(pos2(scale.x(target), head), galley.size());
    // Close to the likely value the line must do without its word.
    if !place.expand(3.0).intersects(likely) {
        paint_galley(painter, pos2(scale.x(target), head), Align2::CENTER_CENTER, galley);
    }
}

/// What the inputs of sharing explain together.
fn sharing(cx: &Cx, odds: &Odds) -> Option<String> {
    const FIELDS: [&str; 5] = ["sharers", "contacts", "offsite_lead_rate", "offsite_sign_rate", "reshare_rate"];
    let shares = |place: &Place| place.section == Section::Ripple && FIELDS.contains(&place.field);
    let of_sharing = odds.movers.iter().filter(|mover| mover.input.place.as_ref().is_some_and(shares));
    let parts: Vec<f64> = of_sharing.map(|mover| mover.explains).collect();
    let percent = number::percent(cx.language(), parts.iter().sum(), 1);
    (parts.len() > 1).then(|| t!(cx.words, "odds-sharing-explains", n = parts.len(), percent = percent))
}
