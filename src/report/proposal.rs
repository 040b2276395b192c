//! The best allocation of a plan as a document: before and after, the proof, what the limits cost.

use crate::calc::best_allocation::{Aim, Answer, Cost, Limit, Next, Present, Problem, Row as Bought};
use crate::plan::allocation::Objective;
use crate::plan::{Money, Plan, Task};
use crate::t;
use crate::words::names::currency_name;
use crate::words::number::{NOTHING, amount_named, count, money, money_signed, percent, signed};
use crate::words::{Named, Words};

use super::clash::Names;
use super::code::Code;
use super::document::{Block, Cell, Column, Document, Figure, Row, Table};

/// Everything a proposal says.
pub struct Proposal<'a> {
    /// The plan as it is.
    pub plan: &'a Plan,
    /// What was asked for.
    pub problem: &'a Problem,
    /// What is counted.
    pub objective: Objective,
    /// The answer.
    pub answer: &'a Answer,
    /// What each binding limit costs.
    pub costs: &'a [Cost],
    /// Where the present plan lies.
    pub present: Option<Present>,
    /// How much the next money is, and where it is spent best.
    pub next: (Money, Option<Next>),
}

/// Names of the candidates of a plan's problem: channels, then events.
#[must_use]
pub fn channel_names(plan: &Plan) -> Vec<String> {
    let channels = plan.allocation.channels.iter().map(|channel| channel.name.clone());
    channels.chain(plan.events.iter().map(|event| event.name.clone())).collect()
}

/// Names of the groups of a plan's problem: the tasks.
#[must_use]
pub fn group_names(words: &Words) -> Vec<String> {
    Task::ALL.iter().map(|task| task.name(words)).collect()
}

/// A result by itself, in the decimals of its objective: "1,065".
#[must_use]
pub fn won(objective: Objective, value: f64) -> String {
    match objective {
        Objective::Registrations | Objective::Revenue => count(value, 0),
        Objective::Leads | Objective::Customers => count(value, 1),
    }
}

/// A result in words: "38,065 registrations", "9,300,000 CNY of revenue".
#[must_use]
pub fn won_named(plan: &Plan, words: &Words, objective: Objective, shown: &str) -> String {
    let unit = currency_name(&plan.currency.code, words);
    t!(words, "report-won", objective = objective.code(), value = shown, unit = unit)
}

/// A gain in words: "1,065 more registrations", "45,000 CNY more revenue".
#[must_use]
pub fn won_more(plan: &Plan, words: &Words, objective: Objective, shown: &str) -> String {
    let unit = currency_name(&plan.currency.code, words);
    t!(words, "report-won-more", objective = objective.code(), value = shown, unit = unit)
}

/// How good an answer is known to be.
#[derive(Clone, Copy, Debug)]
pub struct Proof {
    /// What is counted.
    pub objective: Objective,
    /// What the answer wins.
    pub response: f64,
    /// Nothing wins more.
    pub bound: f64,
    /// Whether both are all but the same.
    pub certified: bool,
}

impl Proof {
    /// The proof in words; where there is none, how much better a split may be.
    #[must_use]
    pub fn say(self, words: &Words) -> String {
        let bound = won(self.objective, self.bound);
        let gap = won(self.objective, (self.bound - self.response).max(0.0));
        let gap = if gap == won(self.objective, 0.0) { "0".to_owned() } else { gap };
        if self.certified {
            t!(words, "proposal-proven", bound = bound, gap = gap)
        } else {
            t!(words, "proposal-unproven", bound = bound, gap = gap)
        }
    }
}

/// Limits that are named before the rest is only counted.
const MOST_NAMED: usize = 3;

/// Which limits bind, in words: "Binding: budget, minimum of B".
#[must_use]
pub fn binds(words: &Words, channels: &[String], limits: &[Limit]) -> Option<String> {
    let named: Vec<String> = limits.iter().take(MOST_NAMED).map(|limit| limit_name(words, channels, *limit)).collect();
    let named = named.join(&words.text("proposal-and"));
    let rest = limits.len().saturating_sub(MOST_NAMED);
    let all = if rest > 0 { t!(words, "proposal-binds-more", limits = named, n = rest) } else { named };
    (!limits.is_empty()).then(|| t!(words, "proposal-binds", limits = all))
}

/// A limit in few words, tasks by their letter: "minimum of B".
#[must_use]
pub fn limit_name(words: &Words, channels: &[String], limit: Limit) -> String {
    let task = |group: usize| Task::ALL.get(group).map_or("", |task| task.letter());
    let channel = |index: usize| channels.get(index).map_or("", String::as_str);
    match limit {
        Limit::Budget => words.text("proposal-limit-budget"),
        Limit::GroupMin(group) => t!(words, "proposal-limit-group-min", name = task(group)),
        Limit::GroupMax(group) => t!(words, "proposal-limit-group-max", name = task(group)),
        Limit::ChannelMin(index) => t!(words, "report-limit-min", name = channel(index)),
        Limit::ChannelMax(index) => t!(words, "report-limit-max", name = channel(index)),
    }
}

impl Proposal<'_> {
    /// The proposal as a document.
    #[must_use]
    pub fn document(&self, words: &Words) -> Document {
        let mut blocks = vec![Block::Figures(self.figures(words)), Block::Table(self.table(words))];
        if !self.costs.is_empty() {
            blocks.push(Block::Heading(words.text("report-proposal-limits")));
            blocks.push(Block::List(self.limits(words)));
        }
        Document { title: t!(words, "report-proposal-title", name = self.plan.title.as_str()), blocks }
    }

    fn figures(&self, words: &Words) -> Vec<Figure> {
        let (answer, now) = (self.answer, self.present);
        let remark_now =
            |now: Option<String>| now.map_or_else(String::new, |now| t!(words, "report-proposal-now", value = now));
        let response = figure(self.objective.name(words), self.response(answer.response));
        let spend = figure(self.with_unit(words, "report-proposal-spend"), self.spend(answer.total_spend));
        let mut figures = vec![
            Figure { remark: remark_now(now.map(|now| self.response(now.response))), ..response },
            Figure { remark: remark_now(now.map(|now| self.spend(now.spend))), ..spend },
        ];
        let proof = if answer.certified {
            words.text("report-proposal-proven")
        } else {
            t!(words, "report-proposal-unproven", gap = percent(words.language(), answer.gap, 2))
        };
        let (label, bound) = match self.problem.aim {
            Aim::MostResponse { .. } => (words.text("report-proposal-bound"), self.response(answer.bound)),
            Aim::LeastSpend { .. } => (self.with_unit(words, "report-proposal-bound-spend"), self.spend(answer.bound)),
        };
        figures.push(Figure { remark: proof, ..figure(label, bound) });
        figures.extend(self.next_figure(words));
        if let Some(least) = now.and_then(|now| now.least_spend) {
            figures.push(figure(self.with_unit(words, "report-proposal-same"), self.spend(least)));
        }
        figures
    }

    fn next_figure(&self, words: &Words) -> Option<Figure> {
        let (amount, next) = self.next;
        let next = next?;
        let currency = &self.plan.currency;
        let shown = crate::words::number::amount(currency, amount);
        let unit = currency_name(&currency.code, words);
        let label = t!(words, "report-next", amount = shown, unit = unit);
        let names = channel_names(self.plan);
        let name = names.get(next.channel).map_or("", String::as_str);
        let remark = t!(words, "report-proposal-next-on", name = name);
        Some(Figure { remark, ..figure(label, self.small(next.gain)) })
    }

    fn table(&self, words: &Words) -> Table {
        let unit = currency_name(&self.plan.currency.code, words);
        let of = |key: &str, unit: &str| {
            let name = words.text(key);
            Column::numbers(t!(words, "report-with-unit", name = name, unit = unit))
        };
        let objective = self.objective.name(words);
        let columns = vec![
            Column::words(words.text("report-channel")),
            of("report-proposal-present", &unit),
            of("report-proposal-proposed", &unit),
            of("report-proposal-change", &unit),
            of("report-proposal-present", &objective),
            of("report-proposal-proposed", &objective),
        ];
        let present = self.problem.present.clone().unwrap_or_else(|| vec![0.0; self.answer.spends.len()]);
        let (before, after) = (self.problem.rows(&present), self.problem.rows(&self.answer.spends));
        let mut rows: Vec<Row> = channel_names(self.plan)
            .iter()
            .zip(before.iter().zip(&after))
            .map(|(name, pair)| Row::item(self.cells(name, pair)))
            .collect();
        let total = words.text("common-total");
        rows.push(Row::total(self.cells(&total, (&sum(&before), &sum(&after)))));
        Table { columns, rows, remarks: words.text("report-remark") }
    }

    fn cells(&self, name: &str, (before, after): (&Bought, &Bought)) -> Vec<Cell> {
        let change = self.amount(after.spend - before.spend);
        let signed = change.map_or_else(|| NOTHING.to_owned(), |change| money_signed(&self.plan.currency, change, 0));
        vec![
            Cell::text(name),
            number(self.spend(before.spend), before.spend),
            number(self.spend(after.spend), after.spend),
            number(signed, after.spend - before.spend),
            number(self.response(before.response), before.response),
            number(self.response(after.response), after.response),
        ]
    }

    fn limits(&self, words: &Words) -> Vec<String> {
        let (channels, groups) = (channel_names(self.plan), group_names(words));
        let names = Names { channels: &channels, groups: &groups };
        let line = |cost: &Cost| {
            let limit = names.limit(words, cost.limit);
            match self.problem.aim {
                Aim::MostResponse { .. } => {
                    let gain = self.response(cost.gain);
                    let unit = self.objective.name(words);
                    t!(words, "report-proposal-limit-gain", limit = limit, gain = gain, unit = unit)
                }
                Aim::LeastSpend { .. } => {
                    let gain = self.amount(cost.gain).unwrap_or_default();
                    let gain = amount_named(words, &self.plan.currency, gain);
                    t!(words, "report-proposal-limit-saving", limit = limit, gain = gain)
                }
            }
        };
        self.costs.iter().map(line).collect()
    }

    fn with_unit(&self, words: &Words, key: &'static str) -> String {
        let unit = currency_name(&self.plan.currency.code, words);
        t!(words, "report-with-unit", name = words.text(key), unit = unit)
    }

    fn amount(&self, units: f64) -> Option<Money> {
        self.plan.currency.amount(units)
    }

    fn spend(&self, units: f64) -> String {
        self.amount(units).map_or_else(|| NOTHING.to_owned(), |amount| money(&self.plan.currency, amount, 0))
    }

    fn response(&self, value: f64) -> String {
        won(self.objective, value)
    }

    /// What little money buys.
    fn small(&self, value: f64) -> String {
        match self.objective {
            Objective::Revenue => signed(value, 0),
            Objective::Registrations => signed(value, 1),
            Objective::Leads | Objective::Customers => signed(value, 2),
        }
    }
}

fn figure(label: String, value: String) -> Figure {
    let data = value.clone();
    Figure { label, value: Cell::Number { shown: value, data }, remark: String::new() }
}

fn number(shown: String, data: f64) -> Cell {
    Cell::Number { shown, data: super::figure::Number(data).clean().to_string() }
}

fn sum(rows: &[Bought]) -> Bought {
    let (spend, response) = (rows.iter().map(|row| row.spend).sum(), rows.iter().map(|row| row.response).sum());
    Bought { spend, response, marginal: 0.0, average_cost: None }
}
