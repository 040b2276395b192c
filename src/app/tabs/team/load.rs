//! Who has how much to do: effort against capacity, person by person.

use std::ops::RangeInclusive;

use eframe::egui::{Align2, CursorIcon, Id as EguiId, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Desk, Selected};
use crate::app::explain::explains;
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::text::{elided, paint_galley};
use crate::app::widgets::{Progress, focus_ring, is_narrow, page, rule, section};
use crate::calc::explain::Figure;
use crate::calc::team::Load;
use crate::t;
use crate::words::number;

/// Height of a person's lines, name and hours, bar, what is owned: as they need it, and where there is room.
const ROW: RangeInclusive<f32> = 52.0..=96.0;
/// What stands below the people.
const TOTAL: f32 = 44.0;

/// What share of the capacity the whole bar stands for.
const FULL: f32 = 1.25;

impl Desk<'_, '_> {
    /// The list of loads; a click opens a person's fields.
    pub(super) fn load(&mut self, ui: &mut Ui) {
        let unit = if is_narrow(ui) { "team-load-unit-short" } else { "team-load-unit" };
        section(ui, &self.text("team-load"), &self.text(unit));
        ui.add_space(4.0);
        let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
        let loads = &self.cx.report.team.loads;
        let tall = page::roomy(page::room_left(ui) - TOTAL, loads.len(), ROW);
        for load in loads {
            if self.load_row(ui, load, tall) {
                self.view.selected = Selected::Person(load.person.clone());
            }
        }
        ui.add_space(8.0);
        rule(ui);
        self.load_total(ui);
        ui.spacing_mut().item_spacing.y = spacing;
    }

    fn load_row(&self, ui: &mut Ui, load: &Load, tall: f32) -> bool {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), tall));
        let response = ui.interact(rect, EguiId::unique(("team_load", load.person.as_str())), Sense::click());
        let name = self.person(&load.person);
        let percent = self.percent(load.ratio());
        let spoken = t!(self.cx.words, "team-load-of", person = &name, percent = &percent);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
        let palette = theme::palette(ui);
        if response.hovered() {
            ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), 4.0, palette.zebra);
        }
        let lines = rect.top() + (tall - ROW.start()) / 2.0;
        let (top, bar, below) = (lines + 12.0, lines + 28.0, lines + 42.0);
        let (font, tone) = if load.over() {
            (theme::semibold(size::BODY), Tone::Warn)
        } else {
            (theme::text(size::BODY), Tone::Plain)
        };
        ends(
            ui,
            (rect, top),
            (&name, font, Tone::Plain),
            (&of_capacity(load.effort, load.capacity), theme::text(size::SMALL), Tone::Weak),
        );
        let track = Rect::from_center_size(pos2(rect.center().x, bar), vec2(rect.width(), 16.0));
        load_bar(ui, track, load, &spoken);
        let owned = self.owned(load);
        let left = (owned.as_str(), theme::text(size::SMALL), Tone::Weak);
        let shown = ends(ui, (rect, below), left, (&percent, theme::semibold(size::SMALL), tone));
        focus_ring(ui, &response);
        if percent != number::NOTHING {
            let asked = ui.interact(shown, response.id.with("percent"), Sense::click());
            asked.widget_info(|| WidgetInfo::labeled(Role::Label, true, &percent));
            explains(ui, self.cx, &asked, || Some(Figure::Load(load.person.clone())));
        }
        response.on_hover_cursor(CursorIcon::PointingHand).clicked()
    }

    fn load_total(&self, ui: &mut Ui) {
        let report = &self.cx.report.team;
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 30.0));
        let count = self.team.people.len();
        let all = t!(self.cx.words, "team-load-all", n = count, shown = self.counted(count));
        let ratio = (report.capacity > 0.0).then(|| report.effort / report.capacity);
        let bold = theme::semibold(size::SMALL);
        let y = rect.center().y;
        ends(ui, (rect, y), (&all, bold.clone(), Tone::Plain), (&self.percent(ratio), bold, Tone::Plain));
        let palette = theme::palette(ui);
        let hours = of_capacity(report.effort, report.capacity);
        let font = theme::text(size::SMALL);
        ui.painter().text(pos2(rect.center().x, y), Align2::CENTER_CENTER, hours, font, palette.weak);
    }

    /// Small numbers as words where the language has them.
    fn counted(&self, count: usize) -> String {
        const NAMES: [&str; 9] = [
            "team-count-2",
            "team-count-3",
            "team-count-4",
            "team-count-5",
            "team-count-6",
            "team-count-7",
            "team-count-8",
            "team-count-9",
            "team-count-10",
        ];
        let name = count.checked_sub(2).and_then(|index| NAMES.get(index));
        name.map_or_else(|| count.to_string(), |key| self.text(key))
    }

    /// Effort as a share of capacity.
    pub(super) fn percent(&self, ratio: Option<f64>) -> String {
        ratio.map_or_else(|| number::NOTHING.to_owned(), |ratio| number::percent(self.cx.language(), ratio, 0))
    }

    /// "owns 2 channels, 1 topic".
    pub(super) fn owned(&self, load: &Load) -> String {
        let words = self.cx.words;
        if load.owns_goal {
            return self.text("team-owns-goal");
        }
        let parts = [
            (load.channels > 0).then(|| t!(words, "team-owns-channels", n = load.channels)),
            (load.events > 0).then(|| t!(words, "team-owns-events", n = load.events)),
            (load.topics > 0).then(|| t!(words, "team-owns-topics", n = load.topics)),
            (load.criteria > 0).then(|| t!(words, "team-owns-criteria", n = load.criteria)),
        ];
        // Two are enough for the line below the bar; the person's own fields show them all.
        let parts: Vec<String> = parts.into_iter().flatten().take(2).collect();
        if parts.is_empty() {
            return self.text("team-owns-nothing");
        }
        t!(words, "team-owns", list = parts.join(&self.text("team-list-comma")))
    }
}

/// "47 / 40".
fn of_capacity(effort: f64, capacity: f64) -> String {
    format!("{} / {}", number::trimmed(effort, 1), number::trimmed(capacity, 1))
}

/// The bar of one load: what is above the capacity stands out.
pub(super) fn load_bar(ui: &Ui, rect: Rect, load: &Load, name: &str) {
    let palette = theme::palette(ui);
    #[allow(clippy::cast_possible_truncation)] // a share for drawing
    let ratio = load.ratio().map_or(if load.over() { FULL } else { 0.0 }, |ratio| ratio as f32);
    let bar = Progress::new(name, rect.width()).full(FULL).height(8.0).part(ratio.min(1.0), palette.accent);
    let bar = if ratio > 1.0 { bar.part(ratio, palette.warn) } else { bar };
    bar.paint(ui, rect);
}

type Words<'a> = (&'a str, eframe::egui::FontId, Tone);

/// Words at both ends of a line; those at the left give way. Returns where those at the right stand.
fn ends(ui: &Ui, (rect, y): (Rect, f32), left: Words<'_>, right: Words<'_>) -> Rect {
    let (palette, painter) = (theme::palette(ui), ui.painter());
    let end = painter.text(pos2(rect.right(), y), Align2::RIGHT_CENTER, right.0, right.1, palette.ink(right.2));
    let room = end.left() - rect.left() - 8.0;
    let galley = elided(painter, left.0, left.1, palette.ink(left.2), room);
    paint_galley(painter, pos2(rect.left(), y), Align2::LEFT_CENTER, galley);
    end
}
