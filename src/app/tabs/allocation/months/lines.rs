//! The rows of the grid, and the money of each month in them.

use std::sync::Arc;

use eframe::egui::{FontId, Ui};

use crate::app::context::Cx;
use crate::app::tabs::allocation::channels::{self, Line};
use crate::app::theme::{self, size};
use crate::app::widgets::text::text_width;
use crate::calc::EventReport;
use crate::calc::schedule::{self, compared, compared::Compared};
use crate::plan::{Allocation, Currency, Event, Id, Money, Period, Task};
use crate::t;
use crate::words::Language;

use super::marks;
use super::scale::Scale;

/// Everything about the grid that changes only with the plan.
#[derive(Debug)]
pub(super) struct Lines {
    of: (Arc<Allocation>, Arc<Vec<Event>>, Currency, Period),
    language: Language,
    /// Tasks with their channels and events.
    pub(super) rows: Vec<Line>,
    /// The channels in the order of their rows.
    pub(super) channels: Vec<usize>,
    /// Money of each month of each channel, in the plan's order.
    pub(super) spends: Vec<Vec<Money>>,
    /// The month of each event's own share, in the plan's order.
    pub(super) event_months: Vec<usize>,
    /// Money of each month of each task, own shares of events included; `None` where it is too large.
    pub(super) tasks: [Vec<Option<Money>>; 3],
    /// Money of each month.
    pub(super) all: Vec<Option<Money>>,
    /// The most that may be spent in each month.
    pub(super) cash: Vec<Option<Money>>,
    /// Registrations of each month, against even months.
    pub(super) compared: Compared,
    /// The unit in which all of it is shown.
    pub(super) scale: Scale,
}

impl Lines {
    /// Lays the rows out.
    pub(super) fn new(cx: &Cx) -> Self {
        let (plan, report) = (cx.plan, &cx.report.allocation);
        let channels = &plan.allocation.channels;
        let spends: Vec<Vec<Money>> = channels.iter().map(|channel| schedule::spends(plan, channel)).collect();
        let event_months = plan.events.iter().map(|event| schedule::event_month(plan, event.date)).collect();
        let shown = |line: &Line| match line {
            Line::Task(_) | Line::Channel(_) => true,
            Line::Event(index) => cx.report.events.get(*index).is_some_and(EventReport::is_split),
            Line::Group(_) => false,
        };
        let rows: Vec<Line> =
            channels::order(&plan.allocation, &plan.events).into_iter().filter(|line| shown(line)).collect();
        let channel = |line: &Line| if let Line::Channel(index) = line { Some(*index) } else { None };
        let shares = || report.events.iter().map(|event| event.spend);
        let mut lines = Self {
            of: (Arc::clone(&plan.allocation), Arc::clone(&plan.events), plan.currency.clone(), plan.period),
            language: cx.language(),
            channels: rows.iter().filter_map(channel).collect(),
            rows,
            spends,
            event_months,
            tasks: Task::ALL.map(|task| schedule::task_totals(plan, shares(), task)),
            all: schedule::totals(plan, shares()),
            cash: schedule::cash(plan),
            compared: compared::of(plan, report),
            scale: Scale::default(),
        };
        lines.scale = lines.fitting_scale(cx);
        lines
    }

    /// Whether the rows are those of the plan as it stands.
    pub(super) fn are_of(&self, cx: &Cx) -> bool {
        Arc::ptr_eq(&self.of.0, &cx.plan.allocation)
            && Arc::ptr_eq(&self.of.1, &cx.plan.events)
            && (&self.of.2, &self.of.3) == (&cx.plan.currency, &cx.plan.period)
            && self.language == cx.language()
    }

    /// How many months there are.
    pub(super) fn months(&self) -> usize {
        self.all.len()
    }

    fn fitting_scale(&self, cx: &Cx) -> Scale {
        let shares = || cx.report.allocation.events.iter().map(|event| event.spend);
        let sums = self.all.iter().flatten().chain(self.cash.iter().flatten());
        let largest =
            sums.copied().chain(shares()).map(|amount| amount.max(amount.opposite())).max().unwrap_or_default();
        let mut amounts: Vec<Money> = self.spends.iter().flatten().chain(self.cash.iter().flatten()).copied().collect();
        amounts.extend(shares());
        Scale::of(cx.language(), cx.currency(), &amounts, largest)
    }

    /// How wide the longest name is, with the marks behind it.
    pub(super) fn widest_name(&self, ui: &Ui, cx: &Cx) -> f32 {
        let width = |text: &str, font: FontId| text_width(ui, text, font).ceil() + 8.0;
        let wide = |line: &Line| match line {
            Line::Task(task) => width(&marks::task_name(cx, *task), theme::semibold(size::BODY)),
            Line::Channel(index) => cx.plan.allocation.channels.get(*index).map_or(0.0, |channel| {
                width(&channel.name, theme::text(size::BODY)) + marks::width(ui, cx, channel, &self.spends[*index])
            }),
            Line::Event(index) => cx.plan.events.get(*index).map_or(0.0, |event| {
                width(&t!(cx.words, "months-own-share", event = &event.name), theme::text(size::BODY))
            }),
            Line::Group(_) => 0.0,
        };
        // Of hundreds of channels, those that come first stand for all.
        self.rows.iter().take(60).map(wide).fold(0.0, f32::max)
    }

    /// Where a channel stands among the channels.
    pub(super) fn place_of(&self, channel: &Id) -> Option<usize> {
        let is_it = |index: &usize| self.of.0.channels.get(*index).is_some_and(|other| other.id == *channel);
        self.channels.iter().position(is_it)
    }

    /// The row of a channel by its place among the channels.
    pub(super) fn row_of(&self, place: usize) -> Option<usize> {
        let index = self.channels.get(place)?;
        self.rows.iter().position(|line| *line == Line::Channel(*index))
    }

    /// By how much a month is over its cash.
    pub(super) fn over(&self, month: usize) -> Option<Money> {
        let (total, cash) = ((*self.all.get(month)?)?, (*self.cash.get(month)?)?);
        total.minus(cash).filter(|over| *over > Money::ZERO)
    }
}
