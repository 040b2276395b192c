//! What really happened, held against the plan: how far it is, channel by channel and month by month, and typing it.

mod by_month;
mod curve;
mod edit;
mod empty;
mod ends;
mod figure;
mod head;
mod lines;
mod readings;
mod strays;
mod table;
mod through;

use std::sync::Arc;

use eframe::egui::{self, Ui};

use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::theme::{self, Tone, height, space};
use crate::app::widgets::grid::{Grid, Refused};
use crate::app::widgets::text::state_line;
use crate::app::widgets::{beside, page};
use crate::calc::Section;
use crate::calc::track::Followed;
use crate::plan::{Actuals, Allocation, Id};
use crate::words::Language;

use lines::Lines;

/// The plots are as tall as the window lets them, within this.
const PLOTS: std::ops::RangeInclusive<f32> = 186.0..=560.0;

/// Which part of the tab is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// Where things stand.
    #[default]
    SoFar,
    /// What happened month by month, to be typed.
    ByMonth,
    /// What was read beside it.
    Readings,
}

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub struct View {
    part: Part,
    /// What the figure follows.
    followed: Followed,
    /// What the grid of months holds; the money at first.
    typed: Option<Followed>,
    selected: Option<Id>,
    /// A channel whose row is to be brought into view.
    reveal: Option<Id>,
    lines: Option<Lines>,
    /// The first month that the grid shows; until somebody turns the page, the one to be typed next is in sight.
    first_month: Option<u32>,
    /// The cells of the grid of months, and of the readings.
    cells: Grid,
    readings: Grid,
    /// What months say of curves.
    lessons: curve::Lessons,
    /// Why the last block was not taken.
    refused: Option<Refused>,
    /// A field to focus in the next frame.
    focus: Option<egui::Id>,
    /// What came in last: a sentence in a language, as long as nothing else happened.
    came_in: Option<(String, Language, Arc<Actuals>)>,
}

impl View {
    /// Says what came in, until what happened is changed again.
    pub fn tell(&mut self, sentence: String, language: Language, actuals: Arc<Actuals>) {
        self.came_in = Some((sentence, language, actuals));
    }
}

/// The sections of the plan this tab changes.
pub struct Sections<'a> {
    /// What happened.
    pub actuals: Editing<'a, Actuals>,
    /// Channels, whose curves learn.
    pub allocation: Editing<'a, Allocation>,
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, mut sections: Sections<'_>, cx: &Cx, view: &mut View) {
    if let Some(field) = view.focus.take() {
        ui.memory_mut(|memory| memory.request_focus(field));
    }
    arrive(cx, view);
    settle(cx, view);
    page(ui, |ui| {
        let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
        head::ui(ui, cx, view);
        came_in(ui, cx, view);
        match view.part {
            Part::SoFar if *cx.plan.actuals == Actuals::default() => {
                ui.spacing_mut().item_spacing.y = spacing;
                empty::ui(ui, cx, view);
            }
            Part::SoFar => so_far(ui, &mut sections, cx, view),
            Part::Readings => readings::ui(ui, &mut sections.actuals, cx, view),
            Part::ByMonth => by_month::ui(ui, &mut sections.actuals, cx, view),
        }
    });
}

/// What came in last.
fn came_in(ui: &mut Ui, cx: &Cx, view: &mut View) {
    let still = |(_, language, actuals): &(String, Language, Arc<Actuals>)| {
        *language == cx.language() && Arc::ptr_eq(actuals, &cx.plan.actuals)
    };
    view.came_in = view.came_in.take().filter(still);
    if let Some((sentence, ..)) = &view.came_in {
        ui.add_space(space::S);
        state_line(ui, (icons::GOOD, theme::palette(ui).good), sentence, Tone::Plain);
    }
}

/// Somebody comes to mend a finding: it is about a channel, or about months of a channel that is not there.
fn arrive(cx: &Cx, view: &mut View) {
    let Some(place) = cx.arrives_in(Section::Track) else { return };
    view.part = match place.field {
        "so_far" => Part::SoFar,
        "readings" => Part::Readings,
        _ if place.item.is_some() => Part::SoFar,
        _ => Part::ByMonth,
    };
    if place.item.is_some() {
        view.selected.clone_from(&place.item);
        view.reveal.clone_from(&place.item);
    }
}

/// Follows the plan: rows laid out anew after a change, and a channel that is there selected, at first one of which
/// something is said.
fn settle(cx: &Cx, view: &mut View) {
    if !view.lines.as_ref().is_some_and(|lines| lines.are_of(cx.report)) {
        view.lines = Some(Lines::new(cx));
    }
    let channels = &cx.plan.allocation.channels;
    if !view.selected.as_ref().is_some_and(|id| channels.iter().any(|channel| channel.id == *id)) {
        let said = cx.report.track.channels.iter().position(|row| row.verdict.is_beyond_chance());
        let known = || cx.report.track.channels.iter().position(|row| row.of_curve.is_some());
        let first = said.or_else(known).unwrap_or(0);
        view.selected = channels.get(first).map(|channel| channel.id.clone());
    }
}

fn so_far(ui: &mut Ui, sections: &mut Sections<'_>, cx: &Cx, view: &mut View) {
    view.lessons.ask(ui, cx);
    ui.add_space(space::S);
    let height = (ui.available_height() * 0.42).clamp(*PLOTS.start(), *PLOTS.end());
    let room = ui.available_width() - space::COLUMNS;
    let left = (room * 0.5).round();
    let (top, middle) = (ui.cursor().top(), ui.cursor().left() + left + space::COLUMNS / 2.0 + 0.5);
    beside(ui, egui::Id::unique("track_plots"), &[left, room - left], space::COLUMNS, |ui, side| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if side == 0 {
            figure::ui(ui, cx, view, height);
        } else {
            curve::ui(ui, &mut sections.allocation, cx, view, height);
        }
    });
    let bottom = top + height + height::SECTION;
    ui.painter().vline(middle, top..=bottom, theme::palette(ui).hairline());
    ui.add_space((bottom - ui.cursor().top()).max(0.0) + space::M);
    table::ui(ui, &mut sections.actuals, cx, view);
}
