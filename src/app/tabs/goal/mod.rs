//! The one goal: what it is, whether it ties out, how far the plan gets, and what would close the gap.

mod backwards;
mod begin;
mod figures;
mod fit;
mod head;
mod months;
mod path;
mod products;
mod progress;
mod sub_goals;

use eframe::egui::{self, Popup, Ui};

use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::theme::{height, space};
use crate::app::widgets::{
    self, Button, Copied, Segmented, Side, Split, columns, head_row, is_narrow, page, section_with, weak,
};
use crate::calc::Section;
use crate::calc::goal::TieOut;
use crate::plan::goal::Target;
use crate::plan::{Goal, Id};
use crate::t;
use crate::words::names::currency_name;

use figures::Kind;

/// What stands below the plot of the months.
const BACKWARDS_HEIGHT: f32 = 358.0;
const PATH_HEIGHT: f32 = 404.0;
/// What stands around and between the rectangles and the rows of both tables: headings, equation, sentences.
const LEFT_HEIGHT: f32 = 280.0;
/// Rows that say how far the plan gets.
const PROGRESS_ROWS: usize = 5;

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub struct View {
    /// The sub-goal whose details are unfolded.
    unfolded: Option<Id>,
    /// The details just unfolded are to be scrolled into view.
    reveal: bool,
    /// The way to close the gap that is tried out.
    way: Option<backwards::Choice>,
    /// The editor of the months stands open.
    path_open: bool,
    /// In a narrow window: the backwards table instead of the months.
    shows_backwards: bool,
    /// When the sentence was copied last.
    copied: Copied,
    /// What gets the focus in the next frame.
    focus: Option<egui::Id>,
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, mut section: Editing<'_, Goal>, cx: &Cx, view: &mut View) {
    if let Some(id) = view.focus.take() {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    arrive(ui, &section, cx, view);
    page(ui, |ui| {
        head::ui(ui, &mut section, cx, view);
        let split = Split::Share(0.4905);
        columns(ui, egui::Id::unique("goal_columns"), split, |ui, side| match side {
            Side::Left => left(ui, &mut section, cx, view),
            Side::Right => right(ui, &mut section, cx, view),
        });
    });
}

/// Somebody comes to mend a finding: shows the part that holds its field.
fn arrive(ctx: &egui::Context, goal: &Goal, cx: &Cx, view: &mut View) {
    let Some(place) = cx.arrives_in(Section::Goal) else { return };
    if let Some(item) = &place.item {
        view.unfolded = Some(item.clone());
        view.reveal = true;
    }
    match place.field {
        "path" => {
            view.path_open = true;
            view.shows_backwards = false;
            view.focus = Some(path::wrong_day(goal, cx.plan.period));
        }
        "timing" => {
            view.path_open = true;
            view.shows_backwards = false;
        }
        "note" => Popup::open_id(ctx, head::note_popup()),
        "id" => view.focus = place.item.as_ref().map(|item| field_id(Section::Goal, Some(item), "name")),
        // Once there is revenue, the first figure that is missing beside it; where none is, any of them mends it.
        "target" if cx.report.goal.tie_out == TieOut::Incomplete && cx.report.goal.target.revenue.is_some() => {
            view.focus = Kind::ALL.into_iter().find(|kind| kind.is_missing(cx)).map(Kind::id);
        }
        _ => {}
    }
}

fn left(ui: &mut Ui, section: &mut Editing<'_, Goal>, cx: &Cx, view: &mut View) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(space::S);
    // The rectangles take what the rows leave; from their greatest height on the rows stand apart.
    let (room, rows) = (ui.clip_rect().height() - LEFT_HEIGHT, PROGRESS_ROWS + section.sub_goals.len());
    let row = page::roomy(room - products::TALLEST.end(), rows, height::ROW_TIGHT..=height::ROW_ROOMY);
    #[expect(clippy::cast_precision_loss, reason = "a handful of sub-goals")]
    let below = row * rows as f32;
    products::ui(ui, section, cx, room - below);
    ui.add_space(space::M);
    progress::ui(ui, section, cx, row);
    ui.add_space(space::M);
    sub_goals::ui(ui, section, cx, (view, row));
}

fn right(ui: &mut Ui, section: &mut Editing<'_, Goal>, cx: &Cx, view: &mut View) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(space::S);
    if section.target == Target::default() {
        begin::ui(ui, cx, view);
    } else if is_narrow(ui) && !view.path_open {
        narrow_right(ui, cx, view);
    } else {
        months_heading(ui, cx, view);
        let below = if view.path_open { PATH_HEIGHT } else { BACKWARDS_HEIGHT };
        months::ui(ui, cx, room_below(ui) - below);
        ui.add_space(space::S);
        if view.path_open {
            path::ui(ui, section, cx, view);
        } else {
            let words = cx.words;
            widgets::section(ui, &words.text("goal-backwards"), &words.text("goal-backwards-subtitle"));
            backwards::ui(ui, cx, view);
        }
    }
}

/// In a narrow window one of the two at a time.
fn narrow_right(ui: &mut Ui, cx: &Cx, view: &mut View) {
    let (months, backwards) = (cx.words.text("goal-months"), cx.words.text("goal-backwards"));
    let parts = [(false, months.as_str()), (true, backwards.as_str())];
    let name = cx.words.text("goal-right-side");
    let switch = Segmented::new(&parts, view.shows_backwards).width(ui.available_width()).name(&name);
    view.shows_backwards = switch.show(ui).unwrap_or(view.shows_backwards);
    ui.add_space(space::S);
    if view.shows_backwards {
        head_row(ui, height::FIELD, |ui| weak(ui, &cx.words.text("goal-backwards-subtitle")), |_| ());
        backwards::ui(ui, cx, view);
    } else {
        head_row(ui, height::FIELD, |ui| weak(ui, &months_subtitle(cx)), |ui| path_button(ui, cx, view));
        ui.add_space(space::S);
        months::ui(ui, cx, room_below(ui));
    }
}

/// What is left of the column that is seen.
fn room_below(ui: &Ui) -> f32 {
    ui.clip_rect().bottom() - ui.cursor().top()
}

fn months_heading(ui: &mut Ui, cx: &Cx, view: &mut View) {
    section_with(ui, &cx.words.text("goal-months"), &months_subtitle(cx), |ui| path_button(ui, cx, view));
}

fn months_subtitle(cx: &Cx) -> String {
    let unit = currency_name(&cx.currency().code, cx.words);
    if cx.drawn_odds().is_some() {
        t!(cx.words, "goal-months-ranges", unit = unit)
    } else {
        t!(cx.words, "goal-months-subtitle", unit = unit)
    }
}

fn path_button(ui: &mut Ui, cx: &Cx, view: &mut View) {
    let words = cx.words.text("goal-path-open");
    let button = Button::quiet(&words).icon(icons::SLIDERS_HORIZONTAL).chosen(view.path_open).dense();
    if button.show(ui).clicked() {
        view.path_open = !view.path_open;
    }
}

/// The id of a field of the goal that belongs to no item.
fn goal_field(field: &str) -> egui::Id {
    field_id(Section::Goal, None, field)
}
