//! The channels by task, with subtotals of tasks and groups. Parts are rounded from the top down, so that every column
//! adds up to what stands above it and to the total.

use crate::plan::Money;
use crate::plan::allocation::{Media, Objective};
use crate::report::code::Coded;
use crate::t;
use crate::words::{Named, number};

use super::super::{Bars, Block, Cell, Column, Rank, Row, Table};
use super::{Write, number_cell, rounded_cell};
use crate::report::summary::event::EventPart;
use crate::report::summary::figure::{Amount, Number};
use crate::report::summary::odds::{GroupRange, RangePart, RegistrationRanges};
use crate::report::summary::{ChannelPart, TaskPart};

/// A row of the table before it is rounded: a channel, an event, or a group of channels.
struct Node<'a> {
    line: Line<'a>,
    money: Option<Money>,
    share: f64,
    registrations: f64,
    /// 90 % range of the registrations, as far as it is known.
    range: Option<String>,
    children: Vec<Node<'a>>,
}

enum Line<'a> {
    Channel(&'a ChannelPart),
    Event(&'a EventPart),
    Group(&'a str),
    Task(&'a TaskPart),
}

impl<'a> Node<'a> {
    fn channel(channel: &'a ChannelPart) -> Self {
        Self {
            line: Line::Channel(channel),
            money: Some(channel.budget.money),
            share: channel.share.0,
            registrations: channel.registrations.0,
            range: channel.registrations_range.map(|range| {
                let [low, high] = [range.low, range.high].map(|end| number::count(end.0, 0));
                number::range(&low, &high)
            }),
            children: Vec::new(),
        }
    }

    fn event(event: &'a EventPart) -> Self {
        Self {
            line: Line::Event(event),
            money: Some(event.own_share.money).filter(|_| !event.own_share.is_too_large()),
            share: event.own_share_of_budget.0,
            registrations: 0.0,
            range: None,
            children: Vec::new(),
        }
    }

    fn sum(line: Line<'a>, drawn: Option<String>, children: Vec<Self>) -> Self {
        // What one row brings alone has that row's range: draws would give it a second, slightly other one.
        let mut bringing = children.iter().filter(|child| child.registrations > 0.0);
        let range = match (bringing.next(), bringing.next()) {
            (Some(only), None) => only.range.clone(),
            _ => drawn,
        };
        Self {
            line,
            money: children.iter().map(|child| child.money).collect::<Option<Vec<_>>>().and_then(Money::total),
            share: children.iter().map(|child| child.share).sum(),
            registrations: children.iter().map(|child| child.registrations).sum(),
            range,
            children,
        }
    }
}

/// What a node shows: percent and registrations, rounded.
#[derive(Clone, Copy)]
struct Shown {
    percent: f64,
    registrations: f64,
}

/// The column of the ranges.
const RANGE: usize = 6;

impl Write<'_> {
    /// The sentence, the table and what the columns mean.
    pub(super) fn allocation(&self) -> Vec<Block> {
        let tasks = self.tasks();
        if tasks.iter().all(|task| task.children.is_empty()) {
            return Vec::new();
        }
        let allocation = &self.summary.allocation;
        let money = self.money_named(Some(allocation.allocated));
        let registrations = number::count(allocation.registrations.0, 0);
        let better = self.summary.proposal.as_ref().filter(|better| better.worth_it);
        let better = better.filter(|better| better.objective.0 == Objective::Registrations);
        let expected = self.summary.track.as_ref().and_then(|track| track.expected.as_ref());
        let expected = expected.map(|expected| number::count(expected.registrations.0, 0));
        let better = better.map(|better| number::count(better.proposed.0, 0));
        let words = self.words;
        let sentence = match (better, expected) {
            _ if allocation.allocated.is_too_large() => {
                t!(words, "report-allocation-too-large", registrations = registrations)
            }
            (None, None) => t!(words, "report-allocation", money = money, registrations = registrations),
            (Some(better), None) => {
                t!(words, "report-allocation-better", money = money, registrations = registrations, better = better)
            }
            // What is proposed is about what happened, too: beside the plan's figure it would mean nothing.
            (None, Some(expected)) => {
                t!(
                    words,
                    "report-allocation-happened",
                    money = money,
                    registrations = registrations,
                    expected = expected
                )
            }
            (Some(better), Some(expected)) => t!(
                words,
                "report-allocation-happened-better",
                money = money,
                registrations = registrations,
                expected = expected,
                better = better
            ),
        };
        vec![self.heading("report-channels"), Block::Paragraph(sentence), Block::Table(self.channel_table(&tasks))]
    }

    fn tasks(&self) -> Vec<Node<'_>> {
        self.summary.allocation.tasks.iter().map(|task| self.task_node(task)).collect()
    }

    fn task_node<'a>(&'a self, task: &'a TaskPart) -> Node<'a> {
        let range = self.drawn(|drawn| drawn.tasks.iter().find(|row| row.task == task.task).map(|row| row.range));
        Node::sum(Line::Task(task), range, self.rows_of(task))
    }

    /// The range of a sum of registrations as far as it was drawn and varies.
    fn drawn(&self, of: impl Fn(&RegistrationRanges) -> Option<RangePart>) -> Option<String> {
        let odds = self.summary.odds.as_ref().filter(|odds| odds.ranges > 0)?;
        let range = of(&odds.registration_ranges)?;
        (range.high.0 > range.low.0).then(|| number::drawn_range(range.low.0, range.high.0))
    }

    /// Groups and channels of a task in the plan's order, then its events.
    fn rows_of(&self, task: &TaskPart) -> Vec<Node<'_>> {
        let channels: Vec<&ChannelPart> =
            self.summary.allocation.channels.iter().filter(|channel| channel.task == task.task).collect();
        let mut rows = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for channel in &channels {
            match channel.group.as_deref() {
                None => rows.push(Node::channel(channel)),
                Some(group) if seen.contains(&group) => {}
                Some(group) => {
                    seen.push(group);
                    let members = channels.iter().filter(|other| other.group.as_deref() == Some(group));
                    let members = members.map(|member| Node::channel(member)).collect();
                    let named = |row: &&GroupRange| row.name == group;
                    let range = self.drawn(|drawn| drawn.groups.iter().find(named).map(|row| row.range));
                    rows.push(Node::sum(Line::Group(group), range, members));
                }
            }
        }
        let events = self.summary.events.iter().filter(|event| event.task == task.task);
        rows.into_iter().chain(events.map(Node::event)).collect()
    }

    fn channel_table(&self, tasks: &[Node]) -> Table {
        let allocation = &self.summary.allocation;
        let channels = allocation.channels.iter().map(|channel| &channel.budget);
        let events = self.summary.events.iter().map(|event| &event.own_share);
        let decimals = self.decimals(channels.chain(events));
        let whole = if allocation.allocated.is_nothing() { 0.0 } else { 100.0 };
        let total = Shown { percent: whole, registrations: number::rounded(allocation.registrations.0, 0) };
        let mut rows = Vec::new();
        self.add_rows(tasks, total, decimals, 0, &mut rows);
        rows.push(Row::total(vec![
            Cell::text(self.words.text("common-total")),
            Cell::Empty,
            Cell::Empty,
            self.money_cell(allocation.allocated, decimals),
            self.share_cell(whole, whole),
            rounded_cell(allocation.registrations, total.registrations, 0),
            self.drawn(|drawn| Some(drawn.total)).map_or(Cell::Empty, Cell::text),
            allocation.cost_per_registration.map_or(Cell::Empty, |cost| number_cell(cost, 2)),
            Cell::Empty,
        ]));
        let table = Table {
            columns: self.channel_columns(),
            rows,
            remarks: self.words.text("report-remark"),
            ..Table::default()
        };
        table.without_empty(RANGE)
    }

    fn channel_columns(&self) -> Vec<Column> {
        let text = |key: &str| self.words.text(key);
        let next = number::amount(self.currency, self.summary.allocation.next_amount.money);
        vec![
            Column::words(text("report-channel")),
            Column::words(text("report-media")),
            Column::words(text("common-owner")),
            Column::numbers(self.in_unit(&text("common-budget"))),
            Column::numbers(self.in_percent(&text("report-share"))).with_bars(Bars::Size),
            Column::numbers(text("common-registrations")),
            Column::numbers(text("common-range")),
            Column::numbers(self.in_unit(&text("report-average-cost"))),
            Column::numbers(t!(self.words, "report-next", amount = next, unit = self.unit())),
        ]
    }

    /// Rounds the nodes so that they add up to what is shown above them, and goes on below each.
    fn add_rows(&self, nodes: &[Node], above: Shown, decimals: usize, depth: usize, rows: &mut Vec<Row>) {
        let percents: Vec<f64> = nodes.iter().map(|node| node.share * 100.0).collect();
        let registrations: Vec<f64> = nodes.iter().map(|node| node.registrations).collect();
        let percents = number::rounded_parts(&percents, above.percent, 1);
        let registrations = number::rounded_parts(&registrations, above.registrations, 0);
        for ((node, percent), registrations) in nodes.iter().zip(percents).zip(registrations) {
            let shown = Shown { percent, registrations };
            rows.push(Row { depth, ..self.node_row(node, shown, decimals) });
            self.add_rows(&node.children, shown, decimals, depth + 1, rows);
        }
    }

    fn node_row(&self, node: &Node, shown: Shown, decimals: usize) -> Row {
        let (name, media, owner) = self.node_words(node);
        let mut cells = vec![Cell::text(name), Cell::text(media), Cell::text(owner)];
        if matches!(node.line, Line::Event(event) if event.shares.is_empty()) {
            // What is not shared yet counts as nothing, but nobody knows what it will be.
            cells.extend([unknown(), unknown()]);
        } else {
            cells.push(self.money_cell(Amount::of(self.currency, node.money), decimals));
            cells.push(self.share_cell(node.share * 100.0, shown.percent));
        }
        let remark = self.remark(node);
        let (average, next) = self.costs(node);
        let has_registrations = remark.is_none() && node.registrations > 0.0;
        cells.push(if has_registrations {
            rounded_cell(Number(node.registrations), shown.registrations, 0)
        } else {
            Cell::Empty
        });
        cells.push(node.range.clone().filter(|_| has_registrations).map_or(Cell::Empty, Cell::text));
        cells.push(average.map_or(Cell::Empty, |cost| number_cell(cost, 2)));
        cells.push(next.map_or(Cell::Empty, |next| number_cell(next, 1)));
        let rank = match node.line {
            Line::Task(_) => Rank::Group,
            Line::Group(_) => Rank::Part,
            Line::Channel(_) | Line::Event(_) => Rank::Item,
        };
        let task = match node.line {
            Line::Channel(channel) => Some(channel.task.0),
            Line::Event(event) => Some(event.task.0),
            Line::Task(task) => Some(task.task.0),
            Line::Group(_) => None,
        };
        let is_locked = matches!(node.line, Line::Channel(channel) if channel.locked);
        Row { rank, remark, task, is_locked, ..Row::item(cells) }
    }

    /// A share of what is allocated, unless that is too large to calculate with.
    fn share_cell(&self, exact: f64, shown: f64) -> Cell {
        let is_known = !self.summary.allocation.allocated.is_too_large();
        if is_known { rounded_cell(Number(exact), shown, 1) } else { unknown() }
    }

    fn node_words(&self, node: &Node) -> (String, String, String) {
        let owner = |owner: &Option<String>| owner.clone().unwrap_or_default();
        let named = |media: Option<Coded<Media>>| media.map(|media| media.0.name(self.words)).unwrap_or_default();
        match node.line {
            Line::Channel(channel) => (channel.name.clone(), named(channel.media), owner(&channel.owner)),
            Line::Event(event) => {
                let name = event.name.as_str();
                let name = if event.own_share.money < Money::ZERO {
                    t!(self.words, "report-own-gain", name = name)
                } else {
                    t!(self.words, "report-own-share", name = name)
                };
                (name, named(event.media), owner(&event.owner))
            }
            Line::Group(name) => (name.to_owned(), String::new(), String::new()),
            Line::Task(task) => {
                let name = format!("{} {}", task.task.0.letter(), task.task.0.name(self.words));
                (name, String::new(), String::new())
            }
        }
    }

    /// What stands instead of registrations: the KPI of a channel without them, contacts and leads of an event.
    fn remark(&self, node: &Node) -> Option<String> {
        match node.line {
            Line::Channel(channel) if channel.registrations.0 == 0.0 => channel.kpi.clone(),
            Line::Event(event) => Some(t!(
                self.words,
                "report-event-brings",
                contacts = number::known(event.contacts.0, number::expected(event.contacts.0)),
                leads = number::known(event.leads.0, number::expected(event.leads.0)),
            )),
            _ => None,
        }
    }

    /// Average cost of a registration, and what the next amount buys.
    fn costs(&self, node: &Node) -> (Option<Number>, Option<Number>) {
        match node.line {
            Line::Channel(channel) => {
                let buys_some = channel.registrations.0 > 0.0 || channel.next.0 > 0.0;
                (channel.average_cost, buys_some.then_some(channel.next))
            }
            Line::Group(_) => {
                let money = node.money.filter(|_| node.registrations > 0.0);
                (money.map(|money| Number(self.currency.units(money) / node.registrations)), None)
            }
            Line::Task(task) => (task.average_cost, None),
            Line::Event(_) => (None, None),
        }
    }
}

/// Something that is a number, but nobody knows which.
fn unknown() -> Cell {
    Cell::Number { shown: number::NOTHING.to_owned(), data: String::new() }
}
