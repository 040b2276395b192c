//! What stands in the report, in which order and in which words: from the summary to a document.

mod allocation;
mod better;
mod by_month;
mod calculations;
mod cover;
mod drawings;
mod events;
mod histogram;
mod months;
mod odds;
mod scenarios;
mod sections;
mod track;

use crate::plan::goal::Measure;
use crate::plan::{Currency, Money, Period};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Language, Words, number};

use super::{Block, Cell, Decision, Document, Figure, headings};
use crate::report::sentences::happened::counts;
use crate::report::summary::figure::{Amount, Number};
use crate::report::summary::{ScenarioName, Summary};

/// A part of the report; a person may leave some out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Money by task and channel.
    Allocation,
    /// Money by month, where it goes to months.
    Months,
    /// The same money, split better.
    Proposal,
    /// The base plan and its scenarios side by side.
    Scenarios,
    /// What happened in the months that are over.
    Track,
    /// Baseline, expected and goal.
    Goal,
    /// How likely the goal is, and what moves it.
    Odds,
    /// Steps of the ripples.
    Ripples,
    /// Shares of the events.
    Events,
    /// Who does what.
    Team,
    /// Levels, blocker and next step.
    Pyramid,
    /// Topics and the events they carry.
    Topics,
    /// Guesses with their ranges, and the plan's note.
    Assumptions,
    /// What is to be mended.
    Findings,
    /// How the numbers come about; for who asks for it.
    Calculations,
}

impl Part {
    /// All parts, in reading order.
    pub const ALL: [Self; 15] = [
        Self::Allocation,
        Self::Months,
        Self::Proposal,
        Self::Scenarios,
        Self::Track,
        Self::Goal,
        Self::Odds,
        Self::Ripples,
        Self::Events,
        Self::Team,
        Self::Pyramid,
        Self::Topics,
        Self::Assumptions,
        Self::Findings,
        Self::Calculations,
    ];

    /// Those that stand in a summary unless somebody chooses others: an appendix makes no decision.
    #[must_use]
    pub fn usual() -> Vec<Self> {
        Self::ALL.into_iter().filter(|part| *part != Self::Calculations).collect()
    }
}

impl Document {
    /// The report of a summary, in the summary's language.
    #[must_use]
    pub fn of(summary: &Summary) -> Self {
        Self::with(summary, &Part::ALL)
    }

    /// The report with only some of its parts; they keep their order.
    #[must_use]
    pub fn with(summary: &Summary, wanted: &[Part]) -> Self {
        let write = Write { summary, words: Words::of(summary.language.0), currency: &summary.currency };
        let chosen = Part::ALL.into_iter().filter(|part| wanted.contains(part));
        // What is decided is the money; the line to sign stands below the last part about it.
        let about_money = [Part::Proposal, Part::Months];
        let last = about_money.into_iter().find(|part| wanted.contains(part)).unwrap_or(Part::Allocation);
        let mut blocks = write.opening(wanted.contains(&Part::Pyramid));
        let mut parts = Vec::new();
        for part in chosen {
            let said = write.part(part);
            if headings(&said) > 0 {
                parts.push((part, headings(&blocks)));
            }
            blocks.extend(said);
            if part == last {
                blocks.extend(write.decision(wanted.contains(&Part::Scenarios)));
            }
        }
        Self { title: summary.plan.title.clone(), author: summary.plan.company.clone(), blocks, parts }
    }
}

/// Puts a summary into words, section by section.
struct Write<'a> {
    summary: &'a Summary,
    words: &'static Words,
    currency: &'a Currency,
}

impl Write<'_> {
    fn part(&self, part: Part) -> Vec<Block> {
        let summary = self.summary;
        match part {
            Part::Goal => self.goal(),
            Part::Allocation => self.allocation(),
            Part::Months => self.by_month(),
            Part::Proposal => self.better(),
            Part::Scenarios => self.scenarios(),
            Part::Track => self.track(),
            Part::Odds => self.odds(),
            Part::Events => summary.events.iter().flat_map(|event| self.event(event)).collect(),
            Part::Ripples => summary.ripples.iter().flat_map(|ripple| self.ripple(ripple)).collect(),
            Part::Pyramid => self.pyramid(),
            Part::Team => self.team(),
            Part::Topics => self.topics(),
            Part::Findings => self.findings(),
            Part::Assumptions => self.assumptions(),
            Part::Calculations => self.calculations(),
        }
    }

    fn language(&self) -> Language {
        self.words.language()
    }

    /// The currency's name for headings: CNY, 元.
    fn unit(&self) -> String {
        currency_name(&self.currency.code, self.words)
    }

    /// The heading of a column of money.
    fn in_unit(&self, name: &str) -> String {
        t!(self.words, "report-with-unit", name = name, unit = self.unit())
    }

    /// The heading of a column of percent.
    fn in_percent(&self, name: &str) -> String {
        t!(self.words, "report-with-unit", name = name, unit = "%")
    }

    fn heading(&self, key: &str) -> Block {
        Block::Heading(self.words.text(key))
    }

    /// Title line, goal, headline and the main figures.
    fn opening(&self, with_pyramid: bool) -> Vec<Block> {
        let plan = &self.summary.plan;
        let period = Period { start: plan.period.start, months: plan.period.months };
        let unit = t!(self.words, "report-amounts-in", unit = self.unit());
        let scenario = self.summary.scenario.as_ref().map(|scenario| called(self.words, scenario));
        let line: Vec<String> = [plan.company.clone(), number::period(self.words, &period), unit]
            .into_iter()
            .chain(scenario)
            .filter(|part| !part.is_empty())
            .collect();
        let statement = Some(&self.summary.goal.statement).filter(|statement| !statement.is_empty());
        let mut blocks = vec![Block::About(line)];
        blocks.extend(self.cover());
        blocks.extend(statement.cloned().map(Block::Paragraph));
        let over = self.known_track().map_or(0, |track| track.over);
        blocks.extend(counts(self.words, &period, over).map(Block::Paragraph));
        // The last one stands out on paper.
        blocks.push(Block::Paragraph(self.headline()));
        let level = with_pyramid.then(|| self.level_figure()).flatten();
        blocks.push(Block::Figures(self.figures().into_iter().chain(level).collect()));
        blocks
    }

    /// The line on which the decision is signed; nothing where there is no money to decide about.
    fn decision(&self, has_scenarios: bool) -> Option<Block> {
        (self.summary.allocation.allocated.money > Money::ZERO).then_some(())?;
        let text = |key: &str| self.words.text(key);
        let has_proposal = self.summary.proposal.as_ref().is_some_and(|better| better.worth_it);
        let proposed = has_proposal.then(|| text("report-decide-proposed"));
        let choices = [text("report-decide-planned")].into_iter().chain(proposed);
        let scenario = (has_scenarios && self.summary.scenarios.len() > 1).then(|| text("report-decide-scenario"));
        let choices = choices.chain(scenario).chain([text("report-decide-return")]);
        Some(Block::Decision(Decision {
            label: text("report-decision"),
            choices: choices.collect(),
            signature: text("report-signature"),
            day: text("common-date"),
        }))
    }

    /// The one sentence that matters.
    fn headline(&self) -> String {
        let goal = &self.summary.goal;
        let Some(reached) = goal.attainment else {
            let targets = [goal.customers.target.is_some(), goal.revenue.target.is_some(), goal.share.target.is_some()];
            return self.words.text(if targets.contains(&true) { "report-not-compared" } else { "report-no-goal" });
        };
        let percent = number::percent(self.language(), reached.0, 0);
        let (expected, target) = match goal.headline.0 {
            Measure::Customers => {
                let expected = goal.customers.expected.map_or_else(nothing, |count| number::expected(count.0));
                let target = goal.customers.target.map_or_else(nothing, |count| number::expected(count.0));
                (expected, target)
            }
            Measure::Revenue => (self.estimate_named(goal.revenue.expected), self.money_named(goal.revenue.target)),
            Measure::Share => (self.percent(goal.share.expected), self.percent(goal.share.target)),
        };
        let key = match goal.headline.0 {
            Measure::Customers => "report-headline-customers",
            Measure::Revenue => "report-headline-revenue",
            Measure::Share => "report-headline-share",
        };
        let reached = t!(self.words, key, percent = percent, expected = expected, target = target);
        match self.likely() {
            Some(likely) => format!("{reached}{}{likely}", self.words.text("report-space")),
            None => reached,
        }
    }

    fn figures(&self) -> Vec<Figure> {
        let allocation = &self.summary.allocation;
        // Where no lead rate is known there are no leads to show, rather than none.
        let leads = |class: &str| {
            let leads = allocation.leads.get(class).copied().filter(|leads| leads.0 != 0.0);
            leads.map_or(Cell::Empty, |leads| number_cell(leads, 0))
        };
        let shares_events = allocation.events.iter().any(|event| event.budget.money != Money::ZERO);
        let per_registration = allocation.cost_per_registration;
        vec![
            Self::figure(
                self.in_unit(&self.words.text("common-budget")),
                self.amount_cell(allocation.budget.unwrap_or(allocation.allocated)),
                self.allocated(),
            ),
            Self::figure(
                self.words.text("common-registrations"),
                number_cell(allocation.registrations, 0),
                String::new(),
            ),
            Self::figure(self.words.text("report-leads-a"), leads("A"), String::new()),
            Self::figure(self.words.text("report-leads-b"), leads("B"), String::new()),
            Self::figure(
                self.in_unit(&self.words.text("report-average-cost")),
                per_registration.map_or(Cell::Empty, |cost| number_cell(cost, 2)),
                self.words.text(if shares_events {
                    "report-per-registration-with-events"
                } else {
                    "report-per-registration"
                }),
            ),
        ]
    }

    fn figure(label: String, value: Cell, remark: String) -> Figure {
        let nothing = value == Cell::Empty;
        Figure { label, value: if nothing { Cell::text(number::NOTHING) } else { value }, remark, pyramid: None }
    }

    /// How much of the budget is allocated.
    fn allocated(&self) -> String {
        let allocation = &self.summary.allocation;
        match allocation.unallocated.map(|left| left.money) {
            None if allocation.allocated.is_too_large() => self.words.text("report-too-large"),
            None => self.words.text("report-no-budget"),
            Some(Money::ZERO) if allocation.allocated.money == Money::ZERO => self.words.text("report-none-allocated"),
            Some(Money::ZERO) => self.words.text("report-all-allocated"),
            Some(left) if left < Money::ZERO => {
                let by = number::amount(self.currency, Money::ZERO.minus(left).unwrap_or_default());
                t!(self.words, "report-over-budget", amount = by)
            }
            Some(left) => t!(self.words, "report-left", amount = number::amount(self.currency, left)),
        }
    }

    fn money_named(&self, amount: Option<Amount>) -> String {
        self.named(amount, number::amount_named)
    }

    fn estimate_named(&self, amount: Option<Amount>) -> String {
        self.named(amount, number::estimate_named)
    }

    fn named(&self, amount: Option<Amount>, say: fn(&Words, &Currency, Money) -> String) -> String {
        match amount {
            None => nothing(),
            Some(amount) if amount.is_too_large() => self.words.text("report-too-large"),
            Some(amount) => say(self.words, self.currency, amount.money),
        }
    }

    fn percent(&self, share: Option<Number>) -> String {
        share.map_or_else(nothing, |share| number::percent(self.language(), share.0, 1))
    }

    /// One amount by itself.
    fn amount_cell(&self, amount: Amount) -> Cell {
        self.money_cell(amount, number::money_decimals(self.currency, [amount.money]))
    }

    /// An amount in a table that shows so many decimals.
    fn money_cell(&self, amount: Amount, decimals: usize) -> Cell {
        if amount.is_too_large() {
            return Cell::text(self.words.text("report-too-large"));
        }
        Cell::Number { shown: number::money(self.currency, amount.money, decimals), data: self.plain(amount) }
    }

    fn optional_money_cell(&self, amount: Option<Amount>, decimals: usize) -> Cell {
        amount.map_or(Cell::Empty, |amount| self.money_cell(amount, decimals))
    }

    /// An amount as data: no decimals where it is whole.
    fn plain(&self, amount: Amount) -> String {
        let text = self.currency.plain(amount.money);
        match text.split_once('.') {
            Some((whole, fraction)) if fraction.bytes().all(|digit| digit == b'0') => whole.to_owned(),
            _ => text,
        }
    }

    /// Decimals for a table of these amounts.
    fn decimals<'a>(&self, amounts: impl IntoIterator<Item = &'a Amount>) -> usize {
        number::money_decimals(self.currency, amounts.into_iter().map(|amount| amount.money))
    }
}

/// "Scenario: Autumn push".
fn called(words: &Words, scenario: &ScenarioName) -> String {
    let name = if scenario.name.trim().is_empty() { &scenario.id } else { &scenario.name };
    t!(words, "scenario-called", name = name.as_str())
}

fn nothing() -> String {
    number::NOTHING.to_owned()
}

/// A number in a table.
fn number_cell(value: Number, decimals: usize) -> Cell {
    rounded_cell(value, value.0, decimals)
}

/// How many are expected of what is counted whole.
fn count_cell(value: Number) -> Cell {
    Cell::number(number::expected(value.0), value.0)
}

/// A number with as many decimals as it needs.
fn trimmed_cell(value: Number, most: usize) -> Cell {
    Cell::number(number::trimmed(value.0, most), value.0)
}

/// A number whose shown form was rounded elsewhere, so that parts add up.
fn rounded_cell(value: Number, shown: f64, decimals: usize) -> Cell {
    Cell::number(number::count(shown, decimals), value.0)
}

/// A fraction in a column of percent.
fn percent_cell(share: Number, decimals: usize) -> Cell {
    let percent = Number(share.0 * 100.0);
    rounded_cell(percent, percent.0, decimals)
}

fn optional(value: Option<Number>, cell: impl Fn(Number) -> Cell) -> Cell {
    value.map_or(Cell::Empty, cell)
}
