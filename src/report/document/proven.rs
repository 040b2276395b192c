//! What every best allocation states in figures: what it wins and spends, what nothing exceeds, what a result costs.

use crate::calc::best_allocation::{Aim, Answer, Per};
use crate::calc::numbers::quotient;
use crate::plan::allocation::Objective;
use crate::plan::{Money, Plan};
use crate::report::code::Code;
use crate::report::sentences::proposal::won;
use crate::t;
use crate::words::Words;
use crate::words::names::currency_name;
use crate::words::number::{NOTHING, count, money, percent};

use super::{Cell, Figure};

/// An answer with its proof, to be shown.
#[derive(Clone, Copy)]
pub(super) struct Proven<'a> {
    pub(super) plan: &'a Plan,
    pub(super) objective: Objective,
    pub(super) aim: Aim,
    pub(super) answer: &'a Answer,
}

impl Proven<'_> {
    /// What it wins, and what is to be said beside it.
    pub(super) fn result(&self, words: &Words, remark: String) -> Figure {
        Figure { remark, ..figure(self.won_unit(words), self.response(self.answer.response)) }
    }

    /// What it spends, in so many decimals.
    pub(super) fn spend(&self, words: &Words, decimals: usize, remark: String) -> Figure {
        let label = self.with_unit(words, "report-proposal-spend");
        Figure { remark, ..figure(label, self.money(self.answer.total_spend, decimals)) }
    }

    /// What nothing exceeds or goes below, money in so many decimals, and whether that is proven.
    pub(super) fn bound(&self, words: &Words, decimals: usize) -> Figure {
        let answer = self.answer;
        let remark = if answer.certified {
            words.text("report-proposal-proven")
        } else {
            t!(words, "report-proposal-unproven", gap = percent(words.language(), answer.gap, 2))
        };
        let of_result = |key| (self.in_won(words, words.text(key)), self.response(answer.bound));
        let (label, bound) = match self.aim {
            Aim::MostResponse { .. } | Aim::CostTarget { per: Per::Average, .. } => of_result("report-proposal-bound"),
            Aim::CostTarget { per: Per::Last, .. } => of_result("report-proposal-bound-last"),
            Aim::LeastSpend { .. } => {
                (self.with_unit(words, "report-proposal-bound-spend"), self.money(answer.bound, decimals))
            }
        };
        Figure { remark, ..figure(label, bound) }
    }

    /// What a result costs, where that was asked about.
    pub(super) fn costs(&self, words: &Words) -> Vec<Figure> {
        let Aim::CostTarget { cost, per, .. } = self.aim else { return vec![] };
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

    /// What is counted, with the currency where that is money.
    pub(super) fn won_unit(&self, words: &Words) -> String {
        t!(words, "report-won-unit", objective = self.objective.code(), unit = self.unit(words))
    }

    pub(super) fn unit(&self, words: &Words) -> String {
        currency_name(&self.plan.currency.code, words)
    }

    pub(super) fn with_unit(&self, words: &Words, key: &'static str) -> String {
        t!(words, "report-with-unit", name = words.text(key), unit = self.unit(words))
    }

    /// Words about a result, with the currency where the result is money.
    pub(super) fn in_won(&self, words: &Words, name: String) -> String {
        match self.objective {
            Objective::Revenue => t!(words, "report-with-unit", name = name, unit = self.unit(words)),
            _ => name,
        }
    }

    pub(super) fn amount(&self, units: f64) -> Option<Money> {
        self.plan.currency.amount(units)
    }

    pub(super) fn money(&self, units: f64, decimals: usize) -> String {
        self.amount(units).map_or_else(|| NOTHING.to_owned(), |amount| money(&self.plan.currency, amount, decimals))
    }

    pub(super) fn response(&self, value: f64) -> String {
        won(self.objective, value)
    }
}

pub(super) fn figure(label: String, value: String) -> Figure {
    let data = value.clone();
    Figure { label, value: Cell::Number { shown: value, data }, remark: String::new(), pyramid: None }
}
