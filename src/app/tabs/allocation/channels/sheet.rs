//! What the parts of the page share: the section in hand, what is selected, and what is remembered between frames.

use eframe::egui;

use super::curve::held::Held;
use super::table::lines::Lines;
use super::{edit, form};
use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::tabs::allocation::proposal::{Asking, Suggest};
use crate::calc::Section;
use crate::calc::schedule::{give, length};
use crate::plan::{Allocation, Channel, Curve, Id, Money, Task};
use crate::t;

/// What is selected in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Selection {
    Channel(Id),
    Group(Id),
    Task(Task),
}

/// What the right-hand side shows of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    /// Its response curve.
    #[default]
    Curve,
    /// Everything else about it.
    Item,
}

/// A field to focus in the next frame, and the channel whose row must be in view for it.
pub(super) struct Aim {
    pub(super) channel: Option<Id>,
    pub(super) field: egui::Id,
}

/// What the page remembers between frames.
#[derive(Default)]
pub struct View {
    pub(super) selected: Option<Selection>,
    pub(super) part: Part,
    pub(super) lines: Option<Lines>,
    pub(super) aim: Option<Aim>,
    /// The channel whose budget is being typed.
    pub(super) typing: Option<Id>,
    /// A channel whose row is to be brought into view.
    pub(super) reveal: Option<Id>,
    /// The button that adds the first channel gets the focus.
    pub(super) begin: bool,
    /// Curves as they were stated before another way was chosen.
    pub(super) former: Vec<(Id, Curve)>,
    /// The axes of the plot while something in it is dragged.
    pub(super) held_axes: Option<(f64, f64)>,
    /// A curve that cannot be used, as long as it is being typed.
    pub(super) held_curve: Option<Held>,
    /// The end of the budget's slider while it is dragged.
    pub(super) held_most: Option<f64>,
    /// The best allocation, while it is shown.
    pub(super) suggest: Option<Suggest>,
    /// The question of a proposal that was left for its limits: they are changed, and it is asked again.
    pub(super) asked: Option<Asking>,
    /// A field or an open list had the keys in the last frame.
    pub(super) keys_taken: bool,
}

impl std::fmt::Debug for View {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("View").field("selected", &self.selected).field("part", &self.part).finish_non_exhaustive()
    }
}

impl View {
    pub(super) fn select(&mut self, selection: Selection) {
        // The curve is a channel's; from a channel back to a channel the part stays.
        if matches!(selection, Selection::Channel(_)) != matches!(self.selected, Some(Selection::Channel(_)) | None) {
            self.part = if matches!(selection, Selection::Channel(_)) { Part::Curve } else { Part::Item };
        }
        self.selected = Some(selection);
    }

    pub(super) fn aim(&mut self, field: egui::Id) {
        self.aim = Some(Aim { channel: None, field });
    }
}

/// The section in hand, the surroundings, and what the page remembers.
pub(super) struct Sheet<'a> {
    pub(super) allocation: Editing<'a, Allocation>,
    pub(super) cx: &'a Cx<'a>,
    pub(super) view: &'a mut View,
}

impl Sheet<'_> {
    /// Changes one field of a channel; `what` names the field in the undo history.
    pub(super) fn change_channel(&mut self, channel: &Channel, what: &str, edit: impl FnOnce(&mut Channel)) {
        let step = form::step(self.cx, what, &channel.name);
        self.allocation.change(step, |allocation| {
            if let Some(found) = allocation.channels.iter_mut().find(|other| other.id == channel.id) {
                edit(found);
            }
        });
    }

    /// Changes what a channel gets; one step in the undo history, however it is changed.
    pub(super) fn change_spend(&mut self, channel: &Channel, spend: Money) {
        if spend != channel.spend {
            let what = self.cx.words.text("common-budget");
            self.give(channel, &what, spend);
        }
    }

    /// Gives a channel so much; its months share it.
    pub(super) fn give(&mut self, channel: &Channel, what: &str, spend: Money) {
        let months = length(self.cx.plan);
        self.change_channel(channel, what, |channel| give(channel, spend, months));
    }

    /// Adds a channel and goes to its name.
    pub(super) fn add_channel(&mut self, task: Task, group: Option<Id>) {
        let name = t!(self.cx.words, "allocation-new-channel");
        let step = t!(self.cx.words, "allocation-step-add-channel");
        let id = self.allocation.change(step, |allocation| edit::add_channel(allocation, name, task, group));
        let field = field_id(Section::Allocation, Some(&id), "name");
        self.view.aim = Some(Aim { channel: Some(id.clone()), field });
        self.view.selected = Some(Selection::Channel(id));
        self.view.part = Part::Item;
    }
}
