//! The best allocation of a plan as a document: before and after, the proof, what binds, other budgets.

use crate::calc::Rest;
use crate::calc::best_allocation::{Aim, Answer, Cost, Frontier, Limit, Next, Problem, Row as Bought};
use crate::plan::allocation::Objective;
use crate::plan::{Money, Plan};
use crate::t;
use crate::words::Words;
use crate::words::number::{self, NOTHING, amount_named, count, money_signed, percent};

use super::proven::{Proven, figure};
use super::{Block, Cell, Column, Document, Figure, Row, Table};
use crate::report::code::Code;
use crate::report::sentences::clash::Names;
use crate::report::sentences::happened::what_is_left;
use crate::report::sentences::proposal::{
    channel_names, group_names, kept, less_revenue, unspent, won_little, won_more,
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
        let (proven, now, decimals) = (self.proven(), self.frontier.present, channels.decimals);
        let remark =
            |now: Option<String>| now.map_or_else(String::new, |now| t!(words, "report-proposal-now", value = now));
        let mut figures = vec![
            proven.result(words, remark(now.map(|now| proven.response(now.response)))),
            proven.spend(words, decimals, remark(now.map(|now| proven.money(now.spend, decimals)))),
            proven.bound(words, decimals),
        ];
        figures.extend(proven.costs(words));
        figures.extend(self.next_figure(words));
        if let Some((now, least)) = now.and_then(|now| Some((now, now.least_spend?))) {
            let proof = if now.certified { String::new() } else { words.text("report-proposal-same-unproven") };
            let same = figure(proven.with_unit(words, "report-proposal-same"), proven.money(least, decimals));
            figures.push(Figure { remark: proof, ..same });
        }
        figures
    }

    /// The answer with its proof.
    fn proven(&self) -> Proven<'_> {
        let Self { plan, objective, answer, .. } = *self;
        Proven { plan, objective, aim: self.problem.aim, answer }
    }

    fn next_figure(&self, words: &Words) -> Option<Figure> {
        let next = self.next.1?;
        let names = channel_names(self.plan);
        let name = names.get(next.channel).map_or("", String::as_str);
        let remark = t!(words, "report-proposal-next-on", name = name);
        let gain = format!("+{}", won_little(self.objective, next.gain));
        Some(Figure { remark, ..figure(self.proven().in_won(words, self.next_label(words)), gain) })
    }

    fn next_label(&self, words: &Words) -> String {
        let amount = number::amount(&self.plan.currency, self.next.0);
        t!(words, "report-next", amount = amount, unit = self.proven().unit(words))
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
                let more = won_more(self.plan, words, self.objective, &self.proven().response(cost.gain));
                t!(words, "report-proposal-limit-gain", limit = limit, more = more)
            }
            Aim::LeastSpend { .. } => {
                let gain = self.proven().amount(cost.gain).unwrap_or_default();
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
            Column::numbers(self.proven().with_unit(words, "report-proposal-budget")),
            Column::numbers(self.proven().won_unit(words)),
        ];
        if unproven {
            columns.push(Column::numbers(self.proven().in_won(words, words.text("report-proposal-bound"))));
        }
        let budgets: Vec<Money> = points.iter().filter_map(|point| self.proven().amount(point.budget)).collect();
        let decimals = number::money_decimals(&self.plan.currency, budgets);
        let rows = points.iter().map(|point| {
            let mut cells = vec![
                Cell::number(self.proven().money(point.budget, decimals), point.budget),
                Cell::number(self.proven().response(point.response), point.response),
            ];
            cells.extend(unproven.then(|| Cell::number(self.proven().response(point.bound), point.bound)));
            Row::item(cells)
        });
        Table { rows: rows.collect(), columns, remarks: words.text("report-remark"), ..Table::default() }
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
        let amounts = before.iter().chain(&after).filter_map(|row| proposal.proven().amount(row.spend));
        let decimals = number::money_decimals(&proposal.plan.currency, amounts);
        Self { names: channel_names(proposal.plan), before, after, decimals }
    }

    fn money(&self, proposal: &Proposal<'_>, units: f64) -> String {
        proposal.proven().money(units, self.decimals)
    }

    /// Money and result, before and after.
    fn changes(&self, proposal: &Proposal<'_>, words: &Words) -> Table {
        let (code, unit) = (proposal.objective.code(), proposal.proven().unit(words));
        let won = |key: &str| {
            Column::numbers(t!(words, "report-proposal-won", name = words.text(key), objective = code, unit = &unit))
        };
        let columns = vec![
            Column::words(words.text("report-channel")),
            Column::numbers(proposal.proven().with_unit(words, "report-proposal-present")),
            Column::numbers(proposal.proven().with_unit(words, "report-proposal-proposed")),
            Column::numbers(proposal.proven().with_unit(words, "report-proposal-change")),
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
        let change = proposal.proven().amount(after.spend - before.spend);
        let signed = |change| money_signed(&proposal.plan.currency, change, self.decimals);
        vec![
            Cell::text(name),
            Cell::number(self.money(proposal, before.spend), before.spend),
            Cell::number(self.money(proposal, after.spend), after.spend),
            Cell::number(change.map_or_else(|| NOTHING.to_owned(), signed), after.spend - before.spend),
            Cell::number(proposal.proven().response(before.response), before.response),
            Cell::number(proposal.proven().response(after.response), after.response),
        ]
    }

    /// What each channel's money buys on average and at the margin, before and after.
    fn costs(&self, proposal: &Proposal<'_>, words: &Words) -> Table {
        let average = |key: &str| {
            let name = t!(words, "report-proposal-average", name = words.text(key));
            Column::numbers(t!(words, "report-with-unit", name = name, unit = proposal.proven().unit(words)))
        };
        let next = |key: &str| {
            let label = proposal.proven().in_won(words, proposal.next_label(words));
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

fn sum(rows: &[Bought]) -> Bought {
    let (spend, response) = (rows.iter().map(|row| row.spend).sum(), rows.iter().map(|row| row.response).sum());
    Bought { spend, response, marginal: 0.0, average_cost: None }
}
