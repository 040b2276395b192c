//! The order of the table's rows, and its numbers rounded so that they add up at every level.

use std::collections::HashMap;
use std::sync::Arc;

use super::browse::{self, Browse, Names};
use super::line::{Line, Node};
use crate::app::context::Cx;
use crate::calc::allocation::Won;
use crate::calc::{AllocationReport, Report};
use crate::plan::{Allocation, Currency, Event, Id, Task};
use crate::words::{Language, number};

/// A row that sums channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sum {
    /// A task.
    Task(Task),
    /// A group, by index.
    Group(usize),
}

/// Rounded values of one column.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    tasks: [f64; 3],
    groups: Vec<f64>,
    channels: Vec<f64>,
    events: Vec<f64>,
}

impl Shown {
    /// The value to show in a row.
    #[must_use]
    pub fn of(&self, line: Line) -> f64 {
        let found = match line {
            Line::Task(task) => self.tasks.get(task as usize),
            Line::Group(index) => self.groups.get(index),
            Line::Channel(index) => self.channels.get(index),
            Line::Event(index) => self.events.get(index),
        };
        found.copied().unwrap_or_default()
    }

    fn set(&mut self, line: Line, value: f64) {
        let place = match line {
            Line::Task(task) => self.tasks.get_mut(task as usize),
            Line::Group(index) => self.groups.get_mut(index),
            Line::Channel(index) => self.channels.get_mut(index),
            Line::Event(index) => self.events.get_mut(index),
        };
        if let Some(place) = place {
            *place = value;
        }
    }
}

/// Everything about the table that changes only with the plan.
pub struct Lines {
    of: (Arc<Allocation>, Arc<Vec<Event>>, Currency),
    /// The rows that are shown, but for the total.
    pub rows: Vec<Line>,
    /// All rows by task, and groups without channels.
    tree: ([Vec<Node>; 3], Vec<usize>),
    /// What the rows that are shown were chosen by.
    chosen: Option<Chosen>,
    /// What channels are looked for by, once one is.
    names: Option<Vec<Names>>,
    /// Shares in percent, one decimal.
    pub shares: Shown,
    /// Registrations, whole.
    pub registrations: Shown,
    /// Leads, customers and revenue, whole.
    pub results: [Shown; 3],
    /// The channels that alone bring what their task or group brings.
    sole: HashMap<Sum, usize>,
    /// Decimals of the money in the table.
    pub decimals: usize,
    /// The largest share of a channel or event, for the bars.
    pub most_share: f64,
    /// The most the next step buys anywhere, for the bars.
    pub most_next: f64,
    /// The highest average cost of a row, for the width of its column.
    pub most_average: f64,
}

/// What decides which rows are shown.
struct Chosen {
    browse: Browse,
    report: Arc<Report>,
    language: Language,
}

impl Chosen {
    fn is_same(&self, other: &Self) -> bool {
        self.browse == other.browse && self.language == other.language && Arc::ptr_eq(&self.report, &other.report)
    }
}

impl Lines {
    /// Lays the rows out.
    #[must_use]
    pub fn new(cx: &Cx) -> Self {
        let (plan, report) = (cx.plan, &cx.report.allocation);
        let (tree, empty_groups) = tree(&plan.allocation, &plan.events);
        let amounts = plan.allocation.channels.iter().map(|channel| channel.spend);
        let own_shares = report.events.iter().map(|event| event.spend);
        let rows = |report: &AllocationReport| report.channels.iter().map(|row| row.share).collect::<Vec<_>>();
        Self {
            of: (Arc::clone(&plan.allocation), Arc::clone(&plan.events), plan.currency.clone()),
            shares: shown(&tree, report, (report.total.share * 100.0, 1), &|line| share(report, line) * 100.0),
            registrations: results(&tree, report, |won| won.registrations),
            results: [
                results(&tree, report, |won| won.leads),
                results(&tree, report, |won| won.customers),
                results(&tree, report, |won| won.revenue),
            ],
            sole: sole(&tree, report),
            decimals: number::money_decimals(&plan.currency, amounts.chain(own_shares).chain(plan.allocation.budget)),
            most_share: rows(report)
                .into_iter()
                .chain(report.events.iter().map(|event| event.share))
                .fold(0.0, f64::max),
            most_next: report.channels.iter().map(|row| row.next).fold(0.0, f64::max),
            most_average: most_average(report),
            rows: flat(&tree, &empty_groups),
            tree: (tree, empty_groups),
            chosen: None,
            names: None,
        }
    }

    /// Shows what is chosen.
    pub fn show(&mut self, cx: &Cx, browse: &Browse) {
        let chosen = Chosen { browse: browse.clone(), report: Arc::clone(cx.report), language: cx.language() };
        if self.chosen.as_ref().is_some_and(|before| before.is_same(&chosen)) {
            return;
        }
        if browse.selects() && self.names.is_none() {
            self.names = Some(browse::names(cx));
        }
        let (tree, empty) = &self.tree;
        self.rows = browse::rows(cx, (tree, empty), self.names.as_deref().unwrap_or_default(), browse);
        self.chosen = Some(chosen);
    }

    /// Keeps the rows of before, while something in them is typed: they do not move under the fingers.
    pub fn keep_rows(&mut self, before: Self) {
        let same = before.of.0.channels.len() == self.of.0.channels.len() && before.of.1.len() == self.of.1.len();
        if same && before.of.0.groups.len() == self.of.0.groups.len() {
            self.rows = before.rows;
        }
    }

    /// How many rows there are while all are shown.
    #[must_use]
    pub fn all(&self) -> usize {
        let (tree, empty) = &self.tree;
        let with_members: usize = tree.iter().flatten().map(|node| 1 + node.members.len()).sum();
        tree.len() + with_members + empty.len()
    }

    /// How many channels are shown.
    #[must_use]
    pub fn channels_shown(&self) -> usize {
        self.rows.iter().filter(|line| matches!(line, Line::Channel(_))).count()
    }

    /// Whether the rows are those of the plan as it stands.
    #[must_use]
    pub fn are_of(&self, cx: &Cx) -> bool {
        Arc::ptr_eq(&self.of.0, &cx.plan.allocation)
            && Arc::ptr_eq(&self.of.1, &cx.plan.events)
            && self.of.2 == cx.plan.currency
    }

    /// The channel that alone brings what a sum brings; `None` where several do, or none.
    #[must_use]
    pub fn sole(&self, sum: Sum) -> Option<usize> {
        self.sole.get(&sum).copied()
    }

    /// Where a channel stands in the table.
    #[must_use]
    pub fn row_of(&self, channel: &Id) -> Option<usize> {
        let index = self.of.0.channels.iter().position(|other| other.id == *channel)?;
        self.rows.iter().position(|line| *line == Line::Channel(index))
    }

    /// The channels of all rows from one to another.
    #[must_use]
    pub fn channels_between(&self, first: usize, last: usize) -> Vec<Id> {
        let rows = self.rows.get(first..=last).unwrap_or_default();
        let channel = |line: &Line| match line {
            Line::Channel(index) => self.of.0.channels.get(*index).map(|channel| channel.id.clone()),
            _ => None,
        };
        rows.iter().filter_map(channel).collect()
    }

    /// The channel above or below the channel in a row.
    #[must_use]
    pub fn neighbour(&self, row: usize, above: bool) -> Option<&Id> {
        let channel = |line: &Line| match line {
            Line::Channel(index) => self.of.0.channels.get(*index).map(|channel| &channel.id),
            _ => None,
        };
        if above {
            self.rows.iter().take(row).rev().find_map(channel)
        } else {
            self.rows.iter().skip(row + 1).find_map(channel)
        }
    }
}

fn most_average(report: &AllocationReport) -> f64 {
    let sums = report.groups.iter().chain(Task::ALL.map(|task| report.task(task))).chain([&report.total]);
    let sums = sums.filter_map(|sum| sum.average_cost);
    report.channels.iter().filter_map(|row| row.average_cost).chain(sums).fold(0.0, f64::max)
}

fn share(report: &AllocationReport, line: Line) -> f64 {
    match line {
        Line::Task(task) => report.task(task).share,
        Line::Group(index) => report.groups.get(index).map_or(0.0, |group| group.share),
        Line::Channel(index) => report.channels.get(index).map_or(0.0, |channel| channel.share),
        Line::Event(index) => report.events.get(index).map_or(0.0, |event| event.share),
    }
}

/// One result of all rows, rounded so that they add up.
fn results(tree: &[Vec<Node>; 3], report: &AllocationReport, of: fn(&Won) -> f64) -> Shown {
    shown(tree, report, (of(&report.total.won), 0), &|line| won(report, line).map_or(0.0, of))
}

/// The channels that alone bring what their task or group brings.
fn sole(tree: &[Vec<Node>; 3], report: &AllocationReport) -> HashMap<Sum, usize> {
    let brings = |index: &usize| report.channels.get(*index).is_some_and(|channel| channel.won.registrations > 0.0);
    let channels = |node: &Node| match node.line {
        Line::Channel(index) => vec![index],
        _ => node.members.clone(),
    };
    let mut of_sums: Vec<(Sum, Vec<usize>)> = Vec::new();
    for (task, nodes) in Task::ALL.into_iter().zip(tree) {
        of_sums.push((Sum::Task(task), nodes.iter().flat_map(channels).filter(brings).take(2).collect()));
        for node in nodes {
            if let Line::Group(group) = node.line {
                of_sums.push((Sum::Group(group), node.members.iter().copied().filter(brings).take(2).collect()));
            }
        }
    }
    let only = |(sum, bringing): (Sum, Vec<usize>)| match bringing[..] {
        [only] => Some((sum, only)),
        _ => None,
    };
    of_sums.into_iter().filter_map(only).collect()
}

fn won(report: &AllocationReport, line: Line) -> Option<&Won> {
    match line {
        Line::Task(task) => Some(&report.task(task).won),
        Line::Group(index) => report.groups.get(index).map(|group| &group.won),
        Line::Channel(index) => report.channels.get(index).map(|channel| &channel.won),
        Line::Event(index) => report.events.get(index).map(|event| &event.won),
    }
}

/// The rows of each task, and the groups that have no channel. A group stands in the task of its first channel.
fn tree(allocation: &Allocation, events: &[Event]) -> ([Vec<Node>; 3], Vec<usize>) {
    let place: HashMap<&Id, usize> =
        allocation.groups.iter().enumerate().rev().map(|(index, group)| (&group.id, index)).collect();
    let mut homes: Vec<Option<Task>> = vec![None; allocation.groups.len()];
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); allocation.groups.len()];
    let mut loose: [Vec<Node>; 3] = Default::default();
    for (index, channel) in allocation.channels.iter().enumerate() {
        let group = channel.group.as_ref().and_then(|id| place.get(id).copied());
        match group {
            Some(group) if *homes[group].get_or_insert(channel.task) == channel.task => members[group].push(index),
            _ => loose[channel.task as usize].push(Node { line: Line::Channel(index), members: Vec::new() }),
        }
    }
    let mut tree: [Vec<Node>; 3] = Default::default();
    let mut empty = Vec::new();
    for (group, (home, members)) in homes.into_iter().zip(members).enumerate() {
        match home {
            Some(task) => tree[task as usize].push(Node { line: Line::Group(group), members }),
            None => empty.push(group),
        }
    }
    for (nodes, loose) in tree.iter_mut().zip(loose) {
        nodes.extend(loose);
    }
    for (index, event) in events.iter().enumerate() {
        tree[event.task as usize].push(Node { line: Line::Event(index), members: Vec::new() });
    }
    (tree, empty)
}

/// The order of all rows.
#[must_use]
pub fn order(allocation: &Allocation, events: &[Event]) -> Vec<Line> {
    let (tree, empty_groups) = tree(allocation, events);
    flat(&tree, &empty_groups)
}

fn flat(tree: &[Vec<Node>; 3], empty_groups: &[usize]) -> Vec<Line> {
    let mut rows = Vec::new();
    for (task, nodes) in Task::ALL.into_iter().zip(tree) {
        rows.push(Line::Task(task));
        for node in nodes {
            rows.push(node.line);
            rows.extend(node.members.iter().copied().map(Line::Channel));
        }
    }
    rows.extend(empty_groups.iter().copied().map(Line::Group));
    rows
}

/// Rounds from the total down: tasks add up to it, what stands in a task to the task, channels to their group.
fn shown(
    tree: &[Vec<Node>; 3],
    report: &AllocationReport,
    (total, decimals): (f64, usize),
    value: &dyn Fn(Line) -> f64,
) -> Shown {
    let mut shown = Shown {
        tasks: [0.0; 3],
        groups: vec![0.0; report.groups.len()],
        channels: vec![0.0; report.channels.len()],
        events: vec![0.0; report.events.len()],
    };
    let mut split = |lines: Vec<Line>, total: f64| -> Vec<f64> {
        let parts: Vec<f64> = lines.iter().map(|line| value(*line)).collect();
        let rounded = number::rounded_parts(&parts, total, decimals);
        lines.iter().zip(&rounded).for_each(|(line, value)| shown.set(*line, *value));
        rounded
    };
    let tasks = split(Task::ALL.map(Line::Task).to_vec(), total);
    for (nodes, total) in tree.iter().zip(tasks) {
        let parts = split(nodes.iter().map(|node| node.line).collect(), total);
        for (node, total) in nodes.iter().zip(parts) {
            split(node.members.iter().copied().map(Line::Channel).collect(), total);
        }
    }
    shown
}
