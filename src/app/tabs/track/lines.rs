//! The rows of the tab's tables, and their figures rounded so that they add up.

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::context::Cx;
use crate::calc::Report;
use crate::calc::numbers::quotient;
use crate::calc::track::{Bought, TrackReport};
use crate::plan::actuals::ChannelActual;
use crate::plan::{Currency, Id, Plan, Task};
use crate::words::number;

/// One row, by index into the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A task with its subtotals.
    Task(Task),
    /// A channel.
    Channel(usize),
    /// A KPI, by its place in the report.
    Kpi(usize),
}

/// A figure of plan and reality.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Figures {
    pub(super) planned: [f64; 2],
    pub(super) real: [f64; 2],
}

/// Everything that changes only with the plan.
pub(super) struct Lines {
    of: Arc<Report>,
    /// Tasks, their channels and KPIs.
    pub(super) rows: Vec<Line>,
    /// Tasks and channels.
    pub(super) grid: Vec<Line>,
    /// The channels in the order of the rows.
    pub(super) channels: Vec<usize>,
    /// Where each channel stands among them.
    places: Vec<usize>,
    /// Typed rows of each channel and month, by their place in the plan; of two the second.
    typed: HashMap<(usize, u32), usize>,
    /// Money in whole units and registrations of each task, each channel, and of all.
    tasks: [Figures; 3],
    of_channels: Vec<Figures>,
    pub(super) total: Figures,
    /// What one registration costs where it costs most.
    pub(super) most_each: f64,
}

impl std::fmt::Debug for Lines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lines").field("rows", &self.rows.len()).finish_non_exhaustive()
    }
}

impl Lines {
    pub(super) fn new(cx: &Cx) -> Self {
        let track = &cx.report.track;
        let (mut rows, mut grid, mut channels) = (Vec::new(), Vec::new(), Vec::new());
        for task in Task::ALL {
            let all = cx.plan.allocation.channels.iter().enumerate();
            let members: Vec<usize> = all.filter(|(_, channel)| channel.task == task).map(|(index, _)| index).collect();
            // What classes A and B win stands in their rows; a KPI of theirs is shown once somebody reads it.
            let kpis = track.kpis.iter().enumerate();
            let kpis = kpis.filter(|(_, kpi)| kpi.task == Task::W || kpi.reading.is_some());
            let kpis: Vec<Line> = kpis.filter(|(_, kpi)| kpi.task == task).map(|(index, _)| Line::Kpi(index)).collect();
            let own = members.iter().copied().map(Line::Channel);
            if !members.is_empty() {
                grid.push(Line::Task(task));
                grid.extend(own.clone());
            }
            if !members.is_empty() || !kpis.is_empty() {
                rows.push(Line::Task(task));
                rows.extend(own);
                rows.extend(kpis);
            }
            channels.extend(members);
        }
        let mut lines = Self {
            of: Arc::clone(cx.report),
            rows,
            grid,
            places: places(&channels),
            channels,
            typed: typed(cx.plan),
            tasks: Default::default(),
            of_channels: vec![Figures::default(); cx.plan.allocation.channels.len()],
            total: Figures::default(),
            most_each: most_each(track, cx.currency()),
        };
        for column in COLUMNS {
            lines.round(cx, track, column);
        }
        lines
    }

    /// Whether the rows are those of this report.
    pub(super) fn are_of(&self, report: &Arc<Report>) -> bool {
        Arc::ptr_eq(&self.of, report)
    }

    /// The row of a channel.
    pub(super) fn row_of(&self, cx: &Cx, id: &Id) -> Option<usize> {
        let index = cx.plan.allocation.channels.iter().position(|channel| channel.id == *id)?;
        self.rows.iter().position(|line| *line == Line::Channel(index))
    }

    /// Where a channel stands among the channels.
    pub(super) fn place(&self, channel: usize) -> usize {
        self.places.get(channel).copied().unwrap_or_default()
    }

    /// What is typed of a month of a channel.
    pub(super) fn typed<'a>(&self, cx: &Cx<'a>, channel: usize, month: u32) -> Option<&'a ChannelActual> {
        cx.plan.actuals.channels.get(*self.typed.get(&(channel, month))?)
    }

    /// The figures of a task or a channel.
    pub(super) fn of(&self, line: Line) -> Figures {
        let found = match line {
            Line::Task(task) => self.tasks.get(task as usize),
            Line::Channel(index) => self.of_channels.get(index),
            Line::Kpi(_) => None,
        };
        found.copied().unwrap_or_default()
    }

    /// Rounds one column from the total down: tasks add up to it, channels to their task.
    fn round(&mut self, cx: &Cx, track: &TrackReport, column: Column) {
        let value = |planned: Bought, real: Bought| column.of(planned, real, cx.currency());
        let total = value(track.total.planned, track.total.real);
        *column.place(&mut self.total) = number::rounded(total, 0);
        let tasks = track.tasks.map(|task| value(task.planned, task.real));
        for (task, shown) in Task::ALL.into_iter().zip(number::rounded_parts(&tasks, total, 0)) {
            *column.place(&mut self.tasks[task as usize]) = shown;
            let members: Vec<usize> = self
                .channels
                .iter()
                .copied()
                .filter(|index| cx.plan.allocation.channels.get(*index).is_some_and(|channel| channel.task == task))
                .collect();
            let row = |index: &usize| track.channels.get(*index).map_or(0.0, |row| value(row.planned, row.real));
            let parts: Vec<f64> = members.iter().map(row).collect();
            for (index, shown) in members.into_iter().zip(number::rounded_parts(&parts, shown, 0)) {
                if let Some(figures) = self.of_channels.get_mut(index) {
                    *column.place(figures) = shown;
                }
            }
        }
    }
}

/// Turns an order round: where each of the items in it stands.
fn places(order: &[usize]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    for (place, index) in order.iter().enumerate() {
        if let Some(found) = places.get_mut(*index) {
            *found = place;
        }
    }
    places
}

fn typed(plan: &Plan) -> HashMap<(usize, u32), usize> {
    let channels = plan.allocation.channels.iter().enumerate().rev();
    let channels: HashMap<&Id, usize> = channels.map(|(index, channel)| (&channel.id, index)).collect();
    let rows = plan.actuals.channels.iter().enumerate();
    let key = |row: &ChannelActual| Some((*channels.get(&row.channel)?, plan.period.month_of(row.month)?));
    rows.filter_map(|(index, row)| Some((key(row)?, index))).collect()
}

/// What one registration costs, in currency units.
pub(super) fn cost_of_each(bought: Bought, currency: &Currency) -> Option<f64> {
    quotient(currency.units(bought.spend), bought.registrations).filter(|each| *each > 0.0)
}

fn most_each(track: &TrackReport, currency: &Currency) -> f64 {
    let sums = track.tasks.iter().chain([&track.total]).flat_map(|sum| [sum.planned, sum.real]);
    let all = track.channels.iter().flat_map(|row| [row.planned, row.real]).chain(sums);
    all.filter_map(|bought| cost_of_each(bought, currency)).fold(0.0, f64::max)
}

/// One of the four columns whose figures add up.
#[derive(Clone, Copy)]
struct Column {
    is_real: bool,
    counts_registrations: bool,
}

const COLUMNS: [Column; 4] = [
    Column { is_real: false, counts_registrations: false },
    Column { is_real: true, counts_registrations: false },
    Column { is_real: false, counts_registrations: true },
    Column { is_real: true, counts_registrations: true },
];

impl Column {
    fn of(self, planned: Bought, real: Bought, currency: &Currency) -> f64 {
        let bought = if self.is_real { real } else { planned };
        if self.counts_registrations { bought.registrations } else { currency.units(bought.spend) }
    }

    fn place(self, figures: &mut Figures) -> &mut f64 {
        let side = if self.is_real { &mut figures.real } else { &mut figures.planned };
        &mut side[usize::from(self.counts_registrations)]
    }
}
