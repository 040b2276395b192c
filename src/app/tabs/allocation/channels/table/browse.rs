//! Which channels are shown, and in what order: what is looked for, a filter, an order, and what is folded. That belongs to the
//! window, not to the plan; sums are always those of the plan.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use super::line::{Line, Node};
use crate::app::context::Cx;
use crate::app::find::{Name, Typed};
use crate::app::widgets::Sorting;
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
    /// Whether that is turned round.
    pub is_reversed: bool,
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
    /// By the name of who owns them.
    Owner,
    /// Most money first.
    Budget,
    /// Most registrations first.
    Registrations,
    /// Dearest first, by average.
    Cost,
    /// Most leads first.
    Leads,
    /// Most customers first.
    Customers,
    /// Most revenue first.
    Revenue,
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
    pub const ALL: [Self; 10] = [
        Self::Plan,
        Self::Name,
        Self::Owner,
        Self::Budget,
        Self::Registrations,
        Self::Cost,
        Self::Leads,
        Self::Customers,
        Self::Revenue,
        Self::Next,
    ];

    /// The key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Plan => "allocation-order-plan",
            Self::Name => "allocation-order-name",
            Self::Budget => "allocation-order-budget",
            Self::Registrations => "allocation-order-registrations",
            Self::Cost => "allocation-order-cost",
            Self::Owner => "allocation-order-owner",
            Self::Leads => "allocation-order-leads",
            Self::Customers => "allocation-order-customers",
            Self::Revenue => "allocation-order-revenue",
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

    /// Orders by this; asked again, the other way round; a third time, as the plan does.
    pub fn order_by(&mut self, order: Order) {
        (self.order, self.is_reversed) = match (self.order == order, self.is_reversed) {
            (false, _) => (order, false),
            (true, false) => (order, true),
            (true, true) => (Order::Plan, false),
        };
    }

    /// How a column that stands for an order orders the rows.
    #[must_use]
    pub fn sorting(&self, order: Order) -> Sorting {
        if self.order != order {
            return Sorting::Not;
        }
        let rises = matches!(order, Order::Name | Order::Owner) != self.is_reversed;
        if rises { Sorting::Ascending } else { Sorting::Descending }
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

/// What a channel is looked for by.
pub struct Names {
    /// The names of channel, group and owner: by their first letters, too.
    own: [Name; 3],
    /// All of them and the task in a row, of which words are typed.
    all: Name,
}

impl Names {
    fn agree(&self, typed: &Typed) -> bool {
        typed.agrees(&self.all) || self.own.iter().any(|name| typed.begins(name))
    }
}

/// What each channel is looked for by: its own name, its task, group and owner.
#[must_use]
pub fn names(cx: &Cx) -> Vec<Names> {
    let groups: HashMap<&Id, &str> =
        cx.plan.allocation.groups.iter().map(|group| (&group.id, group.name.as_str())).collect();
    let names = |channel: &Channel| {
        let owner = channel.owner.as_ref().map(|owner| cx.person(owner)).unwrap_or_default();
        let group = channel.group.as_ref().and_then(|id| groups.get(id)).copied().unwrap_or_default();
        let task = format!("{} {}", channel.task.letter(), channel.task.name(cx.words));
        let all = Name::sentence(format!("{} · {task} · {group} · {owner}", channel.name));
        Names { own: [Name::new(&channel.name), Name::new(group), Name::new(owner)], all }
    };
    cx.plan.allocation.channels.iter().map(names).collect()
}

/// The rows that are shown.
#[must_use]
pub fn rows(cx: &Cx, (tree, empty): (&[Vec<Node>; 3], &[usize]), names: &[Names], browse: &Browse) -> Vec<Line> {
    let kept = kept(cx, names, browse);
    let is_kept = |index: &usize| kept.as_ref().is_none_or(|kept| kept.contains(index));
    // What is looked for is shown wherever it is.
    let is_folded = |fold: Fold| kept.is_none() && browse.folded.contains(&fold);
    let mut rows = Vec::new();
    for (task, nodes) in Task::ALL.into_iter().zip(tree) {
        let mut of_task = Vec::new();
        for node in sorted(nodes.iter().collect(), |node| node.line, cx, browse) {
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
                            sorted(members, |index| Line::Channel(*index), cx, browse).into_iter().map(Line::Channel),
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
fn kept(cx: &Cx, names: &[Names], browse: &Browse) -> Option<HashSet<usize>> {
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
        |index: usize| typed.as_ref().is_none_or(|typed| names.get(index).is_some_and(|names| names.agree(typed)));
    let channels = cx.plan.allocation.channels.iter().enumerate();
    Some(
        channels
            .filter(|(index, channel)| passes(*index, channel) && is_looked_for(*index))
            .map(|(at, _)| at)
            .collect(),
    )
}

/// In an order; what is equal stays as it is, and events stay behind.
fn sorted<T>(mut items: Vec<T>, line: impl Fn(&T) -> Line, cx: &Cx, browse: &Browse) -> Vec<T> {
    if browse.order != Order::Plan {
        items.sort_by(|a, b| {
            let (a, b) = (line(a), line(b));
            let is_event = |line| matches!(line, Line::Event(_));
            is_event(a).cmp(&is_event(b)).then_with(|| compare(cx, browse, a, b))
        });
    }
    items
}

/// What has nothing to be ordered by stays behind, whichever way round.
fn compare(cx: &Cx, browse: &Browse, a: Line, b: Line) -> Ordering {
    let turned = |order: Ordering| if browse.is_reversed { order.reverse() } else { order };
    if let Order::Name | Order::Owner = browse.order {
        let [a, b] = [a, b].map(|line| text(cx, browse.order, line));
        return a.is_empty().cmp(&b.is_empty()).then_with(|| turned(a.cmp(&b)));
    }
    match (value(cx, browse.order, a), value(cx, browse.order, b)) {
        (Some(a), Some(b)) => turned(b.total_cmp(&a)),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

fn text(cx: &Cx, order: Order, line: Line) -> String {
    let allocation = &cx.plan.allocation;
    match line {
        Line::Channel(index) => allocation.channels.get(index).map_or_else(String::new, |channel| match order {
            Order::Owner => channel.owner.as_ref().map(|owner| cx.person(owner)).unwrap_or_default(),
            _ => channel.name.clone(),
        }),
        // A group belongs to nobody.
        Line::Group(index) if order == Order::Name => {
            allocation.groups.get(index).map_or_else(String::new, |group| group.name.clone())
        }
        Line::Group(_) | Line::Event(_) | Line::Task(_) => String::new(),
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
                Order::Leads => Some(row.won.leads),
                Order::Customers => Some(row.won.customers),
                Order::Revenue => Some(row.won.revenue),
                Order::Plan | Order::Name | Order::Owner => None,
            }
        }
        Line::Group(index) => {
            let sum = report.groups.get(index)?;
            match order {
                Order::Budget => Some(sum.share),
                Order::Registrations => Some(sum.won.registrations),
                Order::Cost => sum.average_cost,
                Order::Leads => Some(sum.won.leads),
                Order::Customers => Some(sum.won.customers),
                Order::Revenue => Some(sum.won.revenue),
                Order::Plan | Order::Name | Order::Owner | Order::Next => None,
            }
        }
        Line::Task(_) | Line::Event(_) => None,
    }
}
