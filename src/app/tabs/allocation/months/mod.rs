//! Money by month: what each channel spends when.

mod arrive;
mod calendar;
mod cells;
mod edit;
mod grid;
mod head;
mod lines;
mod marks;
mod menu;
mod paste;
mod plot;
mod proposal;
mod row;
mod scale;
mod shown;
mod sideways;
mod timing;
mod walk;

use eframe::egui::{self, Rect, Ui, UiBuilder, pos2};

use super::Page;
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::grid::Grid;
use crate::app::widgets::{Button, Side, Split, columns, page, text};
use crate::calc::{Place, schedule};
use crate::plan::{Allocation, Id};

use lines::Lines;
use paste::Refused;
use proposal::Suggest;
use timing::Timing;

/// What the page remembers between frames.
#[derive(Debug, Default)]
pub struct View {
    /// The best months, while they are shown.
    suggest: Option<Suggest>,
    lines: Option<Lines>,
    /// The channel whose row stands out.
    selected: Option<Id>,
    /// Its cells.
    grid: Grid,
    /// The first month that is shown, where not all are.
    first: usize,
    /// How far a wheel has turned sideways, short of a month.
    turned: f32,
    /// Why the last block was not taken.
    refused: Option<Refused>,
    /// Whether money of all channels is spread, not of the selected one alone.
    spreads_all: bool,
    /// Seasons, effects and cash, while their dialog is open.
    timing: Option<Timing>,
}

/// The section in hand, the surroundings, and what the page remembers.
struct Desk<'a> {
    allocation: Editing<'a, Allocation>,
    cx: &'a Cx<'a>,
    view: &'a mut View,
}

/// Whether the page has the field of a place.
#[must_use]
pub fn has(place: &Place) -> bool {
    matches!(place.field, "months" | "season" | "carry_over" | "cash" | "months_suggestion")
}

/// Room below the grid: for the plot alone, and for the best months beside it.
const PLOT: f32 = 200.0;
const BESIDE: f32 = 262.0;

/// Width of the plot beside the best months.
const BESIDE_PLOT: f32 = 420.0;

/// Draws the page.
pub fn ui(ui: &mut Ui, allocation: Editing<'_, Allocation>, cx: &Cx, view: &mut View, shown: &mut Page) {
    page(ui, |ui| {
        let mut desk = Desk { allocation, cx, view };
        if cx.plan.allocation.channels.is_empty() {
            head::ui(ui, &mut desk, None, shown);
            blank(ui, cx, shown);
            return;
        }
        let lines = desk.view.lines.take().filter(|lines| lines.are_of(cx)).unwrap_or_else(|| Lines::new(cx));
        settle(&mut desk, &lines);
        arrive::arrive(&mut desk, &lines);
        walk::keys(ui, &mut desk, &lines);
        head::ui(ui, &mut desk, Some(&lines), shown);
        let below = if desk.view.suggest.is_some() { BESIDE } else { PLOT };
        let right = ui.max_rect().right();
        grid::ui(ui, &mut desk, &lines, (below, shown));
        ui.add_space(space::M);
        // The bar of the rows that scroll stands outside the page; what follows does not.
        let rest = ui.available_rect_before_wrap();
        let rest = Rect::from_min_max(rest.min, pos2(right, rest.bottom()));
        ui.scope_builder(UiBuilder::new().max_rect(rest), |ui| below_grid(ui, &mut desk, &lines));
        timing::ui(ui, &mut desk, &lines);
        desk.view.lines = Some(lines);
    });
}

/// The plot, and beside it the best months where they are asked for.
fn below_grid(ui: &mut Ui, desk: &mut Desk<'_>, lines: &Lines) {
    let Some(suggest) = desk.view.suggest.take() else {
        plot::ui(ui, desk.cx, lines);
        return;
    };
    let mut suggest = Some(suggest);
    columns(ui, egui::Id::unique("below months"), Split::Left(BESIDE_PLOT), |ui, side| match side {
        Side::Left => plot::ui(ui, desk.cx, lines),
        Side::Right => {
            suggest = suggest.take().and_then(|suggest| proposal::ui(ui, &mut desk.allocation, desk.cx, suggest));
        }
    });
    desk.view.suggest = suggest;
}

/// Some channel is always selected.
fn settle(desk: &mut Desk<'_>, lines: &Lines) {
    let is_there = |id: &Id| lines.place_of(id).is_some();
    if !desk.view.selected.as_ref().is_some_and(is_there) {
        let first = lines.channels.first().and_then(|index| desk.cx.plan.allocation.channels.get(*index));
        desk.view.selected = first.map(|channel| channel.id.clone());
    }
}

/// A plan without channels: they come first.
fn blank(ui: &mut Ui, cx: &Cx, shown: &mut Page) {
    let words = cx.words;
    ui.add_space(space::L);
    text::label(ui, &words.text("months-question"), theme::text(size::FIGURE), Tone::Plain);
    text::runs(ui, &[text::Run::weak(words.text("months-question-says"))], size::BODY);
    ui.add_space(space::M);
    if Button::primary(&words.text("months-first-channel")).show(ui).clicked() {
        *shown = Page::Channels;
    }
}

impl Desk<'_> {
    fn months(&self) -> usize {
        schedule::length(self.cx.plan)
    }
}
