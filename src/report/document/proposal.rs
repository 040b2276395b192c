//! The best allocation of a plan as a document: before and after, the proof, what binds, other budgets.

use crate::calc::Rest;
use crate::calc::best_allocation::{Aim, Answer, Cost, Frontier, Limit, Next, Per, Problem, Row as Bought};
use crate::calc::numbers::quotient;
use crate::plan::allocation::Objective;
use crate::plan::{Money, Plan};
use crate::t;
use crate::words::Words;
use crate::words::names::currency_name;
use crate::words::number::{self, NOTHING, amount_named, count, money, money_signed, percent};

use super::{Block, Cell, Column, Document, Figure, Row, Table};
use crate::report::code::Code;
use crate::report::sentences::clash::Names;
use crate::report::sentences::happened::what_is_left;
use crate::report::sentences::proposal::{
    channel_names, group_names, kept, less_revenue, unspent, won, won_little, won_more,
};

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
    /// What each binding limit costs, worst first.
    pub costs: &'a [Cost],
    /// The best of other budgets, and where the present plan lies.
    pub frontier: &'a Frontier,
    /// How much less revenue it brings than the plan as it is.
    pub revenue_lost: Money,
    /// How much the next money is, and where it is spent best.
    pub next: (Money, Option<Next>),
    /// The months that are left, where some are over.
    pub rest: Option<&'a Rest>,
    /// How far the goal is reached as the plan is and with the proposal, where that was asked for.
    pub goal: Option<[GoalReached; 2]>,
}

/// How far a goal is reached, and how likely.
#[derive(Clone, Copy, Debug)]
pub struct GoalReached {
    /// Expected ÷ target of the headline measure.
    pub attainment: f64,
    /// The chance of reaching it; `None` where nothing in the plan is drawn.
    pub chance: Option<f64>,
}

impl Proposal<'_> {
    /// The proposal as a document.
    #[must_use]
    pub fn document(&self, words: &Words) -> Document {
        let channels = Channels::of(self);
        let sentence = |said| Block::Paragraph(t!(words, "report-sentence", words = said));
        let unspent = unspent(self.plan, words, self.problem, self.answer);
        let less_revenue = less_revenue(self.plan, words, self.revenue_lost);
        let left = self.rest.and_then(|rest| what_is_left(words, self.plan, rest));
        let said = left.into_iter().chain(self.goal_reached(words)).chain(unspent).chain(less_revenue);
        let mut blocks: Vec<Block> = said.map(sentence).collect();
        blocks.extend([Block::Figures(self.figures(words, &channels)), Block::Table(channels.changes(self, words))]);
        blocks.extend(kept(self.plan, words).map(sentence));
        let mut part = |key: &str, block| blocks.extend([Block::Heading(words.text(key)), block]);
        if !self.answer.binding.is_empty() {
            part("report-proposal-limits", Block::List(self.limits(words)));
        }
        part("report-proposal-each", Block::Table(channels.costs(self, words)));
        if !self.frontier.points.is_empty() {
            part("report-proposal-frontier", Block::Table(self.budgets(words)));
        }
        if !self.frontier.complete {
            blocks.push(Block::Paragraph(words.text("report-proposal-cut")));
        }
        let title = t!(words, "report-proposal-title", name = self.plan.title.as_str());
        Document { title, author: self.plan.company.clone(), blocks, ..Document::default() }
    }

    fn goal_reached(&self, words: &Words) -> Option<String> {
        let [now, then] = self.goal?;
        let percent = |share: f64| percent(words.language(), share, 0);
        let (reached_now, reached_then) = (percent(now.attainment), percent(then.attainment));
        let Some((before, chance)) = now.chance.zip(then.chance) else {
            return Some(t!(words, "report-proposal-goal", now = reached_now, then = reached_then));
        };
        let [before, chance] =
            [before, chance].map(|chance| number::chance_is(words, chance, &number::chance_figure(words, chance)));
        let (now, then) = (reached_now, reached_then);
        Some(t!(words, "report-proposal-goal-likely", now = now, then = then, before = before, chance = chance))
    }

    fn figures(&self, words: &Words, channels: &Channels) -> Vec<Figure> {
        let (answer, now) = (self.answer, self.frontier.present);
        let spend = |units: f64| channels.money(self, units);
        let remark_now =
            |now: Option<String>| now.map_or_else(String::new, |now| t!(words, "report-proposal-now", value = now));
        let won_unit = t!(words, "report-won-unit", objective = self.objective.code(), unit = self.unit(words));
        let mut figures = vec![
            Figure {
                remark: remark_now(now.map(|now| self.response(now.response))),
                ..figure(won_unit, self.response(answer.response))
            },
            Figure {
                remark: remark_now(now.map(|now| spend(now.spend))),
                ..figure(self.with_unit(words, "report-proposal-spend"), spend(answer.total_spend))
            },
        ];
        let proof = if answer.certified {
            words.text("report-proposal-proven")
        } else {
            t!(words, "report-proposal-unproven", gap = percent(words.language(), answer.gap, 2))
        };
        let (label, bound) = match self.problem.aim {
            Aim::MostResponse { .. } | Aim::CostTarget { per: Per::Average, .. } => {
                (self.in_won(words, words.text("report-proposal-bound")), self.response(answer.bound))
            }
            Aim::CostTarget { per: Per::Last, .. } => {
                (self.in_won(words, words.text("report-proposal-bound-last")), self.response(answer.bound))
            }
            Aim::LeastSpend { .. } => (self.with_unit(words, "report-proposal-bound-spend"), spend(answer.bound)),
        };
        figures.push(Figure { remark: proof, ..figure(label, bound) });
        figures.extend(self.cost_figures(words));
        figures.extend(self.next_figure(words));
        if let Some((now, least)) = now.and_then(|now| Some((now, now.least_spend?))) {
            let proof = if now.certified { String::new() } else { words.text("report-proposal-same-unproven") };
            let same = figure(self.with_unit(words, "report-proposal-same"), spend(least));
            figures.push(Figure { remark: proof, ..same });
        }
        figures
    }

    /// What a result costs, where that was asked about.
    fn cost_figures(&self, words: &Words) -> Vec<Figure> {
        let Aim::CostTarget { cost, per, .. } = self.problem.aim else { return vec![] };
        let (objective, unit) = (self.objective.code(), self.unit(words));
        let average = t!(words, "report-proposal-cost-average", objective = objective, unit = &unit);
        let next = t!(words, "report-proposal-cost-next", objective = objective, unit = unit);
        let costs = [
            (Per::Average, average, quotient(self.answer.total_spend, self.answer.response)),
            (Per::Last, next, quotient(1.0, self.answer.multiplier)),
        ];
        let one = |(about, label, value): (Per, String, Option<f64>)| {
            let asked = || t!(words, "report-proposal-cost-asked", cost = count(cost, 2));
            let remark = if about == per { asked() } else { String::new() };
            Some(Figure { remark, ..figure(label, count(value?, 2)) })
        };
        costs.into_iter().filter_map(one).collect()
    }

    fn next_figure(&self, words: &Words) -> Option<Figure> {
        let next = self.next.1?;
        let names = channel_names(self.plan);
        let name = names.get(next.channel).map_or("", String::as_str);
        let remark = t!(words, "report-proposal-next-on", name = name);
        let gain = format!("+{}", won_little(self.objective, next.gain));
        Some(Figure { remark, ..figure(self.in_won(words, self.next_label(words)), gain) })
    }

    fn next_label(&self, words: &Words) -> String {
        let amount = number::amount(&self.plan.currency, self.next.0);
        t!(words, "report-next", amount = amount, unit = self.unit(words))
    }

    /// What binds, first what costs most by doing so.
    fn limits(&self, words: &Words) -> Vec<String> {
        let (channels, groups) = (channel_names(self.plan), group_names(words));
        let names = Names { channels: &channels, groups: &groups, periods: &[] };
        let priced = |limit: &Limit| self.costs.iter().any(|cost| cost.limit == *limit);
        let rest = self.answer.binding.iter().filter(|limit| !priced(limit)).map(|limit| names.limit(words, *limit));
        self.costs.iter().map(|cost| self.cost(words, names, cost)).chain(rest).collect()
    }

    fn cost(&self, words: &Words, names: Names<'_>, cost: &Cost) -> String {
        let limit = names.limit(words, cost.limit);
        match self.problem.aim {
            Aim::MostResponse { .. } | Aim::CostTarget { .. } => {
                let more = won_more(self.plan, words, self.objective, &self.response(cost.gain));
                t!(words, "report-proposal-limit-gain", limit = limit, more = more)
            }
            Aim::LeastSpend { .. } => {
                let gain = self.amount(cost.gain).unwrap_or_default();
                let gain = amount_named(words, &self.plan.currency, gain);
                t!(words, "report-proposal-limit-saving", limit = limit, gain = gain)
            }
        }
    }

    /// The most that other budgets buy; where not all is proven, also what nothing exceeds.
    fn budgets(&self, words: &Words) -> Table {
        let points = &self.frontier.points;
        let unproven = points.iter().any(|point| !point.certified);
        let mut columns = vec![
            Column::numbers(self.with_unit(words, "report-proposal-budget")),
            Column::numbers(t!(words, "report-won-unit", objective = self.objective.code(), unit = self.unit(words))),
        ];
        if unproven {
            columns.push(Column::numbers(self.in_won(words, words.text("report-proposal-bound"))));
        }
        let budgets: Vec<Money> = points.iter().filter_map(|point| self.amount(point.budget)).collect();
        let decimals = number::money_decimals(&self.plan.currency, budgets);
        let rows = points.iter().map(|point| {
            let mut cells = vec![
                Cell::number(self.money(point.budget, decimals), point.budget),
                Cell::number(self.response(point.response), point.response),
            ];
            cells.extend(unproven.then(|| Cell::number(self.response(point.bound), point.bound)));
            Row::item(cells)
        });
        Table { rows: rows.collect(), columns, remarks: words.text("report-remark"), ..Table::default() }
    }

    // ── words ──

    fn unit(&self, words: &Words) -> String {
        currency_name(&self.plan.currency.code, words)
    }

    fn with_unit(&self, words: &Words, key: &'static str) -> String {
        t!(words, "report-with-unit", name = words.text(key), unit = self.unit(words))
    }

    /// Words about a result, with the currency where the result is money.
    fn in_won(&self, words: &Words, name: String) -> String {
        match self.objective {
            Objective::Revenue => t!(words, "report-with-unit", name = name, unit = self.unit(words)),
            _ => name,
        }
    }

    fn amount(&self, units: f64) -> Option<Money> {
        self.plan.currency.amount(units)
    }

    fn money(&self, units: f64, decimals: usize) -> String {
        self.amount(units).map_or_else(|| NOTHING.to_owned(), |amount| money(&self.plan.currency, amount, decimals))
    }

    fn response(&self, value: f64) -> String {
        won(self.objective, value)
    }
}

/// The channels before and after, and the decimals of their money.
struct Channels {
    names: Vec<String>,
    before: Vec<Bought>,
    after: Vec<Bought>,
    decimals: usize,
}

impl Channels {
    fn of(proposal: &Proposal<'_>) -> Self {
        let present = proposal.problem.present.clone().unwrap_or_else(|| vec![0.0; proposal.answer.spends.len()]);
        let [before, after] = [&present, &proposal.answer.spends].map(|spends| proposal.problem.rows(spends));
        let amounts = before.iter().chain(&after).filter_map(|row| proposal.amount(row.spend));
        let decimals = number::money_decimals(&proposal.plan.currency, amounts);
        Self { names: channel_names(proposal.plan), before, after, decimals }
    }

    fn money(&self, proposal: &Proposal<'_>, units: f64) -> String {
        proposal.money(units, self.decimals)
    }

    /// Money and result, before and after.
    fn changes(&self, proposal: &Proposal<'_>, words: &Words) -> Table {
        let (code, unit) = (proposal.objective.code(), proposal.unit(words));
        let won = |key: &str| {
            Column::numbers(t!(words, "report-proposal-won", name = words.text(key), objective = code, unit = &unit))
        };
        let columns = vec![
            Column::words(words.text("report-channel")),
            Column::numbers(proposal.with_unit(words, "report-proposal-present")),
            Column::numbers(proposal.with_unit(words, "report-proposal-proposed")),
            Column::numbers(proposal.with_unit(words, "report-proposal-change")),
            won("report-proposal-present"),
            won("report-proposal-proposed"),
        ];
        let pairs = self.before.iter().zip(&self.after);
        let row = |(name, pair): (&String, _)| Row::item(self.change(proposal, name, pair));
        let mut rows: Vec<Row> = self.names.iter().zip(pairs).map(row).collect();
        let total = words.text("common-total");
        rows.push(Row::total(self.change(proposal, &total, (&sum(&self.before), &sum(&self.after)))));
        Table { columns, rows, remarks: words.text("report-remark"), ..Table::default() }
    }

    fn change(&self, proposal: &Proposal<'_>, name: &str, (before, after): (&Bought, &Bought)) -> Vec<Cell> {
        let change = proposal.amount(after.spend - before.spend);
        let signed = |change| money_signed(&proposal.plan.currency, change, self.decimals);
        vec![
            Cell::text(name),
            Cell::number(self.money(proposal, before.spend), before.spend),
            Cell::number(self.money(proposal, after.spend), after.spend),
            Cell::number(change.map_or_else(|| NOTHING.to_owned(), signed), after.spend - before.spend),
            Cell::number(proposal.response(before.response), before.response),
            Cell::number(proposal.response(after.response), after.response),
        ]
    }

    /// What each channel's money buys on average and at the margin, before and after.
    fn costs(&self, proposal: &Proposal<'_>, words: &Words) -> Table {
        let average = |key: &str| {
            let name = t!(words, "report-proposal-average", name = words.text(key));
            Column::numbers(t!(words, "report-with-unit", name = name, unit = proposal.unit(words)))
        };
        let next = |key: &str| {
            let label = proposal.in_won(words, proposal.next_label(words));
            Column::numbers(t!(words, "report-proposal-next", name = words.text(key), next = label))
        };
        let columns = vec![
            Column::words(words.text("report-channel")),
            average("report-proposal-present"),
            average("report-proposal-proposed"),
            next("report-proposal-present"),
            next("report-proposal-proposed"),
        ];
        let amount = proposal.plan.currency.units(proposal.next.0);
        let [before, after] = [&self.before, &self.after].map(|rows| {
            let more: Vec<f64> = rows.iter().map(|row| row.spend + amount).collect();
            let more = proposal.problem.rows(&more);
            rows.iter().zip(more).map(|(row, more)| more.response - row.response).collect::<Vec<f64>>()
        });
        let row = |number: usize| {
            let average =
                |row: &Bought| row.average_cost.map_or(Cell::Empty, |cost| Cell::number(count(cost, 2), cost));
            let gain = |gain: f64| Cell::number(won_little(proposal.objective, gain), gain);
            Row::item(vec![
                Cell::text(&*self.names[number]),
                average(&self.before[number]),
                average(&self.after[number]),
                gain(before[number]),
                gain(after[number]),
            ])
        };
        // Channels that win nothing, whatever they get, have nothing to compare.
        let wins = |number: &usize| {
            [self.before[*number].response, self.after[*number].response, before[*number], after[*number]]
                .iter()
                .any(|won| *won > 0.0)
        };
        let rows = (0..self.names.len().min(self.after.len())).filter(wins).map(row).collect();
        Table { columns, rows, remarks: words.text("report-remark"), ..Table::default() }
    }
}

fn figure(label: String, value: String) -> Figure {
    let data = value.clone();
    Figure { label, value: Cell::Number { shown: value, data }, remark: String::new(), pyramid: None }
}

fn sum(rows: &[Bought]) -> Bought {
    let (spend, response) = (rows.iter().map(|row| row.spend).sum(), rows.iter().map(|row| row.response).sum());
    Bought { spend, response, marginal: 0.0, average_cost: None }
}
