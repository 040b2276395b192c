//! Which channels are shown, and in what order: what is looked for, a filter, an order, and what is folded. That belongs to the
//! window, not to the plan; sums are always those of the plan.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::line::{Line, Node};
use crate::app::context::Cx;
use crate::app::find::{Name, Typed};
use crate::calc::Section;
use crate::plan::{Channel, Id, Money, Task};
use crate::words::Named;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Browse {
    /// Whether the row of choices stands above a table of few channels, too.
    pub is_open: bool,
    /// What is looked for: letters of a channel's name, its task, group or owner.
    pub typed: String,
    /// Which channels alone.
    pub filter: Option<Filter>,
    /// In what order.
    pub order: Order,
    /// Tasks and groups of which only the sum is shown.
    pub folded: HashSet<Fold>,
}

/// Channels that something is to be done about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Their budget is locked.
    Locked,
    /// They belong to nobody.
    Ownerless,
    /// Something is to be mended.
    Findings,
    /// More money would win nothing.
    Spent,
}

/// An order of channels within their group, and of groups within their task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// That of the plan.
    #[default]
    Plan,
    /// By name.
    Name,
    /// Most money first.
    Budget,
    /// Most registrations first.
    Registrations,
    /// Dearest first, by average.
    Cost,
    /// What the next amount wins most first.
    Next,
}

/// Something that can be folded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Fold {
    /// A task.
    Task(Task),
    /// A group.
    Group(Id),
}

impl Filter {
    /// All filters.
    pub const ALL: [Self; 4] = [Self::Locked, Self::Ownerless, Self::Findings, Self::Spent];

    /// The key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Locked => "allocation-show-locked",
            Self::Ownerless => "allocation-show-ownerless",
            Self::Findings => "allocation-show-findings",
            Self::Spent => "allocation-show-spent",
        }
    }
}

impl Order {
    /// All orders.
    pub const ALL: [Self; 6] = [Self::Plan, Self::Name, Self::Budget, Self::Registrations, Self::Cost, Self::Next];

    /// The key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Plan => "allocation-order-plan",
            Self::Name => "allocation-order-name",
            Self::Budget => "allocation-order-budget",
            Self::Registrations => "allocation-order-registrations",
            Self::Cost => "allocation-order-cost",
            Self::Next => "allocation-order-next",
        }
    }
}

impl Browse {
    /// Whether some channels may be left out by what is looked for or by a filter.
    #[must_use]
    pub fn selects(&self) -> bool {
        self.filter.is_some() || Typed::new(&self.typed).is_some()
    }

    /// Shows everything again, in the order chosen.
    pub fn show_all(&mut self) {
        self.typed.clear();
        self.filter = None;
        self.folded.clear();
    }

    /// Folds, or unfolds.
    pub fn toggle(&mut self, fold: Fold) {
        if !self.folded.remove(&fold) {
            self.folded.insert(fold);
        }
    }
}

/// What each channel is looked for by: its own name, its task, group and owner.
#[must_use]
pub fn names(cx: &Cx) -> Vec<Name> {
    let groups = &cx.plan.allocation.groups;
    let group_of = |channel: &Channel| {
        channel
            .group
            .as_ref()
            .and_then(|id| groups.iter().find(|group| group.id == *id))
            .map_or("", |group| &group.name)
    };
    let name = |channel: &Channel| {
        let owner = channel.owner.as_ref().map(|owner| cx.person(owner)).unwrap_or_default();
        let task = format!("{} {}", channel.task.letter(), channel.task.name(cx.words));
        Name::sentence(format!("{} · {task} · {} · {owner}", channel.name, group_of(channel)))
    };
    cx.plan.allocation.channels.iter().map(name).collect()
}

/// The rows that are shown.
#[must_use]
pub fn rows(cx: &Cx, (tree, empty): (&[Vec<Node>; 3], &[usize]), names: &[Name], browse: &Browse) -> Vec<Line> {
    let kept = kept(cx, names, browse);
    let is_kept = |index: &usize| kept.as_ref().is_none_or(|kept| kept.contains(index));
    // What is looked for is shown wherever it is.
    let is_folded = |fold: Fold| kept.is_none() && browse.folded.contains(&fold);
    let mut rows = Vec::new();
    for (task, nodes) in Task::ALL.into_iter().zip(tree) {
        let mut of_task = Vec::new();
        for node in sorted(nodes.iter().collect(), |node| node.line, cx, browse.order) {
            match node.line {
                Line::Group(group) => {
                    let members: Vec<usize> = node.members.iter().copied().filter(is_kept).collect();
                    if members.is_empty() {
                        continue;
                    }
                    of_task.push(node.line);
                    let id = cx.plan.allocation.groups.get(group).map(|group| Fold::Group(group.id.clone()));
                    if !id.is_some_and(is_folded) {
                        of_task.extend(
                            sorted(members, |index| Line::Channel(*index), cx, browse.order)
                                .into_iter()
                                .map(Line::Channel),
                        );
                    }
                }
                Line::Channel(index) if is_kept(&index) => of_task.push(node.line),
                Line::Event(_) if kept.is_none() => of_task.push(node.line),
                _ => {}
            }
        }
        if kept.is_none() || !of_task.is_empty() {
            rows.push(Line::Task(task));
        }
        if !is_folded(Fold::Task(task)) {
            rows.extend(of_task);
        }
    }
    if kept.is_none() {
        rows.extend(empty.iter().copied().map(Line::Group));
    }
    rows
}

/// The channels that are looked for; `None` where all are shown.
fn kept(cx: &Cx, names: &[Name], browse: &Browse) -> Option<HashSet<usize>> {
    browse.selects().then_some(())?;
    let typed = Typed::new(&browse.typed);
    let found: HashSet<&Id> = match browse.filter {
        Some(Filter::Findings) => {
            let places = cx.report.findings.iter().map(|finding| &finding.place);
            places
                .filter(|place| place.section == Section::Allocation)
                .filter_map(|place| place.item.as_ref())
                .collect()
        }
        _ => HashSet::new(),
    };
    let passes = |index: usize, channel: &Channel| match browse.filter {
        None => true,
        Some(Filter::Locked) => channel.locked,
        Some(Filter::Ownerless) => channel.owner.is_none(),
        Some(Filter::Findings) => found.contains(&channel.id),
        Some(Filter::Spent) => {
            channel.spend > Money::ZERO && cx.report.allocation.channels.get(index).is_some_and(|row| row.next <= 0.0)
        }
    };
    let is_looked_for =
        |index: usize| typed.as_ref().is_none_or(|typed| names.get(index).is_some_and(|name| typed.agrees(name)));
    let channels = cx.plan.allocation.channels.iter().enumerate();
    Some(
        channels
            .filter(|(index, channel)| passes(*index, channel) && is_looked_for(*index))
            .map(|(at, _)| at)
            .collect(),
    )
}

/// In an order; what is equal stays as it is, and events stay behind.
fn sorted<T>(mut items: Vec<T>, line: impl Fn(&T) -> Line, cx: &Cx, order: Order) -> Vec<T> {
    if order != Order::Plan {
        items.sort_by(|a, b| {
            let (a, b) = (line(a), line(b));
            let is_event = |line| matches!(line, Line::Event(_));
            is_event(a).cmp(&is_event(b)).then_with(|| compare(cx, order, a, b))
        });
    }
    items
}

fn compare(cx: &Cx, order: Order, a: Line, b: Line) -> Ordering {
    if order == Order::Name {
        return name(cx, a).cmp(name(cx, b));
    }
    let (a, b) = (value(cx, order, a), value(cx, order, b));
    b.partial_cmp(&a).unwrap_or(Ordering::Equal)
}

fn name<'a>(cx: &Cx<'a>, line: Line) -> &'a str {
    let allocation = &cx.plan.allocation;
    match line {
        Line::Channel(index) => allocation.channels.get(index).map_or("", |channel| &channel.name),
        Line::Group(index) => allocation.groups.get(index).map_or("", |group| &group.name),
        Line::Event(_) | Line::Task(_) => "",
    }
}

/// What a row is ordered by. A group has no next amount of its own.
fn value(cx: &Cx, order: Order, line: Line) -> Option<f64> {
    let report = &cx.report.allocation;
    match line {
        Line::Channel(index) => {
            let row = report.channels.get(index)?;
            match order {
                Order::Budget => Some(row.share),
                Order::Registrations => Some(row.won.registrations),
                Order::Cost => row.average_cost,
                Order::Next => Some(row.next),
                Order::Plan | Order::Name => None,
            }
        }
        Line::Group(index) => {
            let sum = report.groups.get(index)?;
            match order {
                Order::Budget => Some(sum.share),
                Order::Registrations => Some(sum.won.registrations),
                Order::Cost => sum.average_cost,
                Order::Plan | Order::Name | Order::Next => None,
            }
        }
        Line::Task(_) | Line::Event(_) => None,
    }
}
