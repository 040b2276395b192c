//! Money by channel: figures, the table of tasks, groups and channels, and beside it what the selected one is like.

mod blank;
mod by_hand;
mod curve;
mod edit;
mod form;
mod head;
mod proposal;
mod side;
mod table;

use eframe::egui::{self, Frame, Key, Margin, Rect, Ui, UiBuilder, vec2};

use super::Page;
use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::theme;
use crate::app::widgets::is_narrow;
use crate::calc::allocation::task_id;
use crate::calc::{Place, Section};
use crate::plan::{Allocation, Channel, Curve, Id, Money, Task};
use crate::t;

use curve::editor;
use proposal::question::{Asking, Suggest};
use table::lines::Lines;

/// What is selected in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Selection {
    Channel(Id),
    Group(Id),
    Task(Task),
}

/// What the right-hand side shows of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// Its response curve.
    #[default]
    Curve,
    /// Everything else about it.
    Item,
    /// What becomes of leads.
    Leads,
}

/// A field to focus in the next frame, and the channel whose row must be in view for it.
struct Aim {
    channel: Option<Id>,
    field: egui::Id,
}

/// What the page remembers between frames.
#[derive(Default)]
pub struct View {
    selected: Option<Selection>,
    part: Part,
    lines: Option<Lines>,
    aim: Option<Aim>,
    /// The channel whose budget is being typed.
    typing: Option<Id>,
    /// A channel whose row is to be brought into view.
    reveal: Option<Id>,
    /// The button that adds the first channel gets the focus.
    begin: bool,
    /// Curves as they were stated before another way was chosen.
    former: Vec<(Id, Curve)>,
    /// The axes of the plot while something in it is dragged.
    held_axes: Option<(f64, f64)>,
    /// A curve that cannot be used, as long as it is being typed.
    held_curve: Option<editor::Held>,
    /// The end of the budget's slider while it is dragged.
    held_most: Option<f64>,
    /// The best allocation, while it is shown.
    suggest: Option<Suggest>,
    /// The question of a proposal that was left for its limits: they are changed, and it is asked again.
    asked: Option<Asking>,
}

impl std::fmt::Debug for View {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("View").field("selected", &self.selected).field("part", &self.part).finish_non_exhaustive()
    }
}

impl View {
    fn select(&mut self, selection: Selection) {
        // The curve is a channel's; from a channel back to a channel the part stays.
        if matches!(selection, Selection::Channel(_)) != matches!(self.selected, Some(Selection::Channel(_)) | None) {
            self.part = if matches!(selection, Selection::Channel(_)) { Part::Curve } else { Part::Item };
        }
        self.selected = Some(selection);
    }

    fn aim(&mut self, field: egui::Id) {
        self.aim = Some(Aim { channel: None, field });
    }
}

/// The section in hand, the surroundings, and what the page remembers.
struct Sheet<'a> {
    allocation: Editing<'a, Allocation>,
    cx: &'a Cx<'a>,
    view: &'a mut View,
}

impl Sheet<'_> {
    /// Changes one field of a channel; `what` names the field in the undo history.
    fn change_channel(&mut self, channel: &Channel, what: &str, edit: impl FnOnce(&mut Channel)) {
        let step = form::step(self.cx, what, &channel.name);
        self.allocation.change(step, |allocation| {
            if let Some(found) = allocation.channels.iter_mut().find(|other| other.id == channel.id) {
                edit(found);
            }
        });
    }

    /// Changes what a channel gets; one step in the undo history, however it is changed.
    fn change_spend(&mut self, channel: &Channel, spend: Money) {
        if spend != channel.spend {
            let what = self.cx.words.text("common-budget");
            self.change_channel(channel, &what, |channel| channel.spend = spend);
        }
    }

    /// Adds a channel and goes to its name.
    fn add_channel(&mut self, task: Task, group: Option<Id>) {
        let name = t!(self.cx.words, "allocation-new-channel");
        let step = t!(self.cx.words, "allocation-step-add-channel");
        let id = self.allocation.change(step, |allocation| edit::add_channel(allocation, name, task, group));
        let field = field_id(Section::Allocation, Some(&id), "name");
        self.view.aim = Some(Aim { channel: Some(id.clone()), field });
        self.view.selected = Some(Selection::Channel(id));
        self.view.part = Part::Item;
    }
}

/// Draws the page.
pub fn ui(ui: &mut Ui, allocation: Editing<'_, Allocation>, cx: &Cx, view: &mut View, shown: &mut Page) {
    if let Some(place) = cx.arrives_in(Section::Allocation) {
        arrive(cx, view, place);
    }
    settle(cx, view);
    walk_by_keys(ui, view);
    take_aim(ui, view);
    let beside = if view.selected.is_none() && view.part != Part::Leads { Half::Help } else { Half::Side };
    let mut sheet = Sheet { allocation, cx, view };
    let (left, right) = halves(ui);
    half(ui, left, Half::Page, |ui| {
        head::ui(ui, &mut sheet, shown);
        if cx.plan.allocation.channels.is_empty() {
            blank::ui(ui, &mut sheet);
        } else {
            let reveal = sheet.view.reveal.take();
            table::ui(ui, &mut sheet, reveal.as_ref(), shown);
        }
    });
    half(ui, right, beside, |ui| match sheet.view.suggest.take() {
        Some(suggest) => sheet.view.suggest = proposal::ui(ui, &mut sheet, suggest),
        None => side::ui(ui, &mut sheet),
    });
    editor::let_go(ui, &mut sheet);
    if view.aim.is_some() {
        ui.request_repaint();
    }
}

/// Brings the row of an aim into view first and focuses its field in the frame after: a field that gains the focus
/// while it is drawn selects its text, so that typing replaces it.
fn take_aim(ui: &Ui, view: &mut View) {
    let Some(mut aim) = view.aim.take() else { return };
    match aim.channel.take() {
        Some(channel) => {
            view.reveal = Some(channel);
            view.aim = Some(aim);
        }
        None => ui.memory_mut(|memory| memory.request_focus(aim.field)),
    }
}

/// Where nothing has the focus, the arrow keys go from channel to channel and F2 edits the budget of the selected one.
fn walk_by_keys(ui: &Ui, view: &mut View) {
    if egui::Popup::is_any_open(ui.ctx()) || ui.memory(|memory| memory.focused().is_some()) {
        return;
    }
    let pressed = |key: Key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
    let (Some(lines), Some(Selection::Channel(id))) = (&view.lines, &view.selected) else { return };
    let Some(row) = lines.row_of(id) else { return };
    if pressed(Key::F2) {
        let field = field_id(Section::Allocation, Some(id), "spend");
        view.aim = Some(Aim { channel: Some(id.clone()), field });
    } else if (pressed(Key::ArrowUp) || pressed(Key::ArrowDown))
        && let Some(next) = lines.neighbour(row, pressed(Key::ArrowUp)).cloned()
    {
        view.reveal = Some(next.clone());
        view.selected = Some(Selection::Channel(next));
    }
}

/// Follows the plan: rows laid out anew after a change, something always selected.
fn settle(cx: &Cx, view: &mut View) {
    if !view.lines.as_ref().is_some_and(|lines| lines.are_of(cx)) {
        view.lines = Some(Lines::new(cx));
    }
    let allocation = &cx.plan.allocation;
    let there = match &view.selected {
        Some(Selection::Channel(id)) => allocation.channels.iter().any(|channel| channel.id == *id),
        Some(Selection::Group(id)) => allocation.groups.iter().any(|group| group.id == *id),
        Some(Selection::Task(_)) => true,
        None => false,
    };
    if !there {
        let first = view.lines.as_ref().and_then(|lines| lines.neighbour(0, false));
        view.selected = first.map(|id| Selection::Channel(id.clone()));
    }
}

/// Shows what a finding names; its field then gets the focus.
fn arrive(cx: &Cx, view: &mut View, place: &Place) {
    view.suggest = None;
    let field = field_id(place.section, place.item.as_ref(), place.field);
    match (&place.item, place.field) {
        (None, "class_a" | "value_a" | "class_b" | "value_b") => view.part = Part::Leads,
        (None, "channels") => view.begin = true,
        (None, "suggestion") => {
            // The finding is about the money that is allocated, which need not be the budget.
            let spend = cx.report.allocation.total.spend;
            view.suggest = Some(Suggest::about(Some(spend).filter(|spend| cx.plan.allocation.budget != Some(*spend))));
        }
        (Some(id), "lead_rate") if cx.plan.allocation.groups.iter().any(|group| group.id == *id) => {
            view.select(Selection::Group(id.clone()));
            view.part = Part::Item;
        }
        (Some(id), "min" | "max") => {
            view.selected = Task::ALL.into_iter().find(|task| task_id(*task) == *id).map(Selection::Task);
            view.part = Part::Item;
        }
        (Some(id), name) => {
            view.selected = Some(Selection::Channel(id.clone()));
            view.aim = Some(Aim { channel: Some(id.clone()), field });
            view.part = match name {
                "curve" | "registrations_range" => Part::Curve,
                "lead_rate" | "group" => Part::Item,
                _ => view.part,
            };
        }
        _ => {}
    }
}

/// The page and the column beside it.
fn halves(ui: &Ui) -> (Rect, Rect) {
    let area = ui.max_rect();
    let side = if is_narrow(ui) { 360.0 } else { (area.width() * 0.3).clamp(417.0, 520.0) };
    let middle = (area.right() - side).round();
    (
        Rect::from_min_max(area.min, egui::pos2(middle, area.bottom())),
        Rect::from_min_max(egui::pos2(middle, area.top()), area.max),
    )
}

/// A half of the tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Half {
    /// Head and table.
    Page,
    /// What is selected.
    Side,
    /// Help beside an empty page, on the ground of the window.
    Help,
}

fn half(ui: &mut Ui, rect: Rect, half: Half, content: impl FnOnce(&mut Ui)) {
    let (left, right) = match half {
        Half::Page => (24, if is_narrow(ui) { 24 } else { 17 }),
        Half::Side | Half::Help => (16, 16),
    };
    let palette = theme::palette(ui);
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(half), |ui| {
        if half == Half::Help {
            ui.painter().rect_filled(rect, 0.0, palette.bg);
        }
        if half != Half::Page {
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), palette.hairline());
        }
        Frame::NONE.inner_margin(Margin { left, right, top: 12, bottom: 12 }).show(ui, |ui| {
            ui.set_min_size(ui.available_size() - vec2(0.5, 0.5));
            content(ui);
        });
    });
}
