//! What the parts of the page share: the section in hand, what is selected, and what is remembered between frames.

use eframe::egui;

use super::block::Refused;
use super::curve::held::Held;
use super::table::browse::Browse;
use super::table::lines::Lines;
use super::{edit, form};
use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::tabs::allocation::proposal::{Asking, Suggest};
use crate::app::widgets::grid::Grid;
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
    /// Which channels are shown, and in what order.
    pub(super) browse: Browse,
    pub(super) aim: Option<Aim>,
    /// The budgets as cells.
    pub(super) grid: Grid,
    /// Why the last block was not taken.
    pub(super) refused: Option<Refused>,
    /// Channels that are selected beside the selected one.
    pub(super) also: Vec<Id>,
    /// A channel whose row is to be brought into view.
    pub(super) reveal: Option<Id>,
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
        self.also.clear();
    }

    /// The selected channel.
    pub(super) fn selected_channel(&self) -> Option<&Id> {
        if let Some(Selection::Channel(id)) = &self.selected { Some(id) } else { None }
    }

    /// Whether a channel is selected, alone or with others.
    pub(super) fn is_selected(&self, channel: &Id) -> bool {
        self.selected_channel() == Some(channel) || self.also.contains(channel)
    }

    /// Whether several channels are selected.
    pub(super) fn are_several(&self) -> bool {
        self.selected_channel().is_some() && !self.also.is_empty()
    }

    /// Takes a channel to those that are selected, or away from them.
    pub(super) fn toggle(&mut self, channel: &Id) {
        let Some(selected) = self.selected_channel().cloned() else {
            return self.select(Selection::Channel(channel.clone()));
        };
        if self.also.contains(channel) {
            self.also.retain(|other| other != channel);
        } else if selected != *channel {
            self.also.push(channel.clone());
        } else if let Some(other) = self.also.pop() {
            self.selected = Some(Selection::Channel(other));
        }
    }

    /// Selects all channels between the selected one and another.
    pub(super) fn extend(&mut self, lines: &Lines, channel: &Id) {
        let from = self.selected_channel().and_then(|selected| lines.row_of(selected));
        let (Some(from), Some(to)) = (from, lines.row_of(channel)) else {
            return self.select(Selection::Channel(channel.clone()));
        };
        let between = lines.channels_between(from.min(to), from.max(to));
        self.also = between.into_iter().filter(|id| self.selected_channel() != Some(id)).collect();
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
        self.view.browse.show_all();
        self.view.aim = Some(Aim { channel: Some(id.clone()), field });
        self.view.selected = Some(Selection::Channel(id));
        self.view.part = Part::Item;
    }
}
