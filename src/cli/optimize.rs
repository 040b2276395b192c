//! `optimize`: the best allocation of a plan, as text or JSON, and into the plan.

mod by_month;
mod goal;
mod months;
mod proposals;

use std::borrow::Cow;
use std::ffi::OsStr;
use std::path::Path;
use std::sync::Arc;

use crate::calc::best_allocation::{Aim, Answer as Found, Clash, Frontier, Per, Problem, Row};
use crate::calc::best_allocation::{frontier, solve};
use crate::calc::scenario::divided;
use crate::calc::schedule::{is_by_month, length};
use crate::calc::suggestion::{Change, revenue_lost};
use crate::calc::{self, Basis, Report, Rest};
use crate::file::{self, FileError, Fingerprint, Over, Saved, places};
use crate::plan::allocation::Objective;
use crate::plan::{Money, Plan, Scenario};
use crate::report::code::Code;
use crate::report::document::proposal::{GoalReached, Proposal};
use crate::report::formats::{json, text};
use crate::report::sentences::clash::Names;
use crate::report::sentences::months::month_names;
use crate::report::sentences::proposal::{channel_names, group_names};
use crate::report::summary::answer::{AllocationAnswer, GoalChangePart, GoalReachedPart, Ids, SpendAndResponse};
use crate::report::summary::figure::Number;
use crate::t;
use crate::words::clean::one_line;
use crate::words::{Words, parse};

use super::arguments::{Arguments, Given};
use super::deadline::Deadline;
use super::failure::Failure;
use super::question::{LARGEST, digits, outside};
use super::{Answer, Streams, scenario, tell};
use goal::goal_change;

/// Budgets of the frontier in JSON.
const FRONTIER_POINTS: u32 = 40;

/// Budgets of the frontier in the text, in percent of what the answer spends.
const BUDGETS_TOLD: [u32; 7] = [70, 80, 90, 100, 110, 120, 130];

/// A result costs at least this much.
const LEAST_COST: f64 = 1e-6;

/// Prints the best allocation of a plan; with `--write` it goes into the file.
pub(super) fn run(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read_with(
        &["budget", "target", "max-cost", "max-marginal", "objective", "from", "scenario", "format", "lang"],
        &["proposals", "write", "months"],
    )?;
    let words = streams.language_of(&given)?;
    let as_json = given.as_json()?;
    let wants_proposals = given.flag("proposals");
    if wants_proposals {
        proposals::check(&given)?;
    }
    let path = given.only("PLAN")?;
    let (base, fingerprint) = file::open_known(&path)?;
    let chosen = scenario::chosen(&base, &given, words)?;
    let plan = scenario::plan_in(&base, chosen);
    let report = calc::report(&plan);
    let titled = titled(&plan, chosen, words);
    let asked = Asked::of(&given, &titled, &report, words)?;
    let deadline = Deadline::begin();
    if wants_proposals {
        return proposals::run(&asked, as_json, deadline, (words, streams));
    }
    let found = if given.flag("months") || is_by_month(&plan) {
        by_month::found(&asked, as_json, deadline, words)?
    } else {
        asked.found(as_json, deadline, words)?
    };
    let found = match found {
        Ok(found) => found,
        Err(clashes) => {
            streams.print(&asked.refusal(&clashes, as_json, words)?)?;
            return Ok(Answer::No);
        }
    };
    streams.print(&found.text)?;
    if given.flag("write") {
        let adopted = adopted(&plan, &found.change);
        let adopted = chosen.map_or_else(|| adopted.clone(), |one| divided(&base, &plan, &adopted, &one.id));
        let saved = save(&path, &adopted, &fingerprint)?;
        tell(&saved, &path, words);
    }
    Ok(Answer::Yes)
}

/// The plan called after the scenario it is in, where it is in one.
fn titled<'a>(plan: &'a Plan, scenario: Option<&Scenario>, words: &Words) -> Cow<'a, Plan> {
    let Some(scenario) = scenario else { return Cow::Borrowed(plan) };
    let title = t!(words, "terminal-plan-in-scenario", plan = plan.title.as_str(), scenario = scenario.name.as_str());
    Cow::Owned(Plan { title, ..plan.clone() })
}

/// The plan with a change of its money. Whoever asks for a larger budget has it.
fn adopted(plan: &Plan, change: &Change) -> Plan {
    let mut plan = plan.clone();
    let months = length(&plan);
    change.put_into(Arc::make_mut(&mut plan.allocation), months);
    plan
}

/// What was found: what is said of it, and what it changes.
struct Told {
    text: String,
    change: Change,
}

/// Puts the plan into the file, unless somebody else has changed it meanwhile.
fn save(path: &Path, plan: &Plan, fingerprint: &Fingerprint) -> Result<Saved, FileError> {
    file::save_keeping(path, plan, Over::AsRead(*fingerprint), places::state_folder().as_deref())
}

/// More than the largest amount is no money of the plan's.
fn check_budget(budget: f64, plan: &Plan, words: &Words) -> Result<f64, Failure> {
    let most = plan.currency.units(Money::LARGEST);
    let fits = budget <= most;
    if fits { Ok(budget) } else { Err(Failure::Input(outside(words, "--budget", digits(budget), 0, most))) }
}

/// What costs nothing, or more than any amount, is no cost.
fn check_cost((cost, option): (f64, &str), words: &Words) -> Result<f64, Failure> {
    let fits = (LEAST_COST..=LARGEST).contains(&cost);
    if fits { Ok(cost) } else { Err(Failure::Input(outside(words, option, digits(cost), LEAST_COST, "1e15"))) }
}

/// What channels, events and tasks of a plan are called in JSON.
struct OwnIds {
    channels: Vec<String>,
    groups: [String; 3],
}

impl OwnIds {
    fn of(plan: &Plan) -> Self {
        let channels = plan.allocation.channels.iter().map(|channel| channel.id.to_string());
        let events = plan.events.iter().map(|event| event.id.to_string());
        Self { channels: channels.chain(events).collect(), groups: ["A", "B", "W"].map(str::to_owned) }
    }

    fn ids<'a>(&'a self, periods: &'a [String]) -> Ids<'a> {
        Ids { channels: &self.channels, groups: &self.groups, periods }
    }
}

/// What is asked about a plan.
struct Asked<'a> {
    plan: &'a Plan,
    report: &'a Report,
    /// The months that are left, where some are over.
    rest: Option<Rest>,
    objective: Objective,
    problem: Problem,
}

impl<'a> Asked<'a> {
    fn of(given: &Given, plan: &'a Plan, report: &'a Report, words: &Words) -> Result<Self, Failure> {
        let objective = match given.option("objective").map(OsStr::to_string_lossy).as_deref() {
            None => report.allocation.objective,
            Some(name) => Objective::ALL.into_iter().find(|objective| objective.code() == name).ok_or_else(|| {
                Failure::NotOneOf { value: name.to_owned(), allowed: "registrations, leads, customers, revenue" }
            })?,
        };
        if let Some(index) = report.allocation.unknown_share() {
            let name = plan.events.get(index).map(|event| one_line(&event.name)).unwrap_or_default();
            return Err(Failure::Input(t!(words, "terminal-share-too-large", event = name)));
        }
        let rest = match given.option("from").map(OsStr::to_string_lossy) {
            Some(month) => months::from(&month, plan, report, words)?,
            None => report.rest.clone(),
        };
        let basis = Basis { rest: rest.as_ref(), ..report.basis(plan) };
        let mut problem = Problem::of_plan_for(basis, objective);
        let number = |name| {
            let Some(text) = given.option(name).map(OsStr::to_string_lossy) else { return Ok(None) };
            parse::count(&text).map(Some).map_err(|problem| Failure::number(name, &text, problem))
        };
        let budget = number("budget")?.map(|budget| check_budget(budget, plan, words)).transpose()?;
        let unlimited = budget.unwrap_or(f64::INFINITY);
        let cost = |cost| check_cost(cost, words);
        problem.aim = match (number("target")?, number("max-cost")?, number("max-marginal")?) {
            (None, None, None) => budget.map_or(problem.aim, |budget| Aim::MostResponse { budget }),
            (Some(target), None, None) if budget.is_none() => Aim::LeastSpend { target, budget: unlimited },
            (None, Some(most), None) => {
                Aim::CostTarget { cost: cost((most, "--max-cost"))?, per: Per::Average, budget: unlimited }
            }
            (None, None, Some(most)) => {
                Aim::CostTarget { cost: cost((most, "--max-marginal"))?, per: Per::Last, budget: unlimited }
            }
            (Some(_), ..) => return Err(Failure::Unexpected("--target".to_owned())),
            (None, Some(_), Some(_)) => return Err(Failure::Unexpected("--max-marginal".to_owned())),
        };
        Ok(Self { plan, report, rest, objective, problem })
    }

    fn basis(&self) -> Basis<'_> {
        Basis { rest: self.rest.as_ref(), ..self.report.basis(self.plan) }
    }

    /// The best allocation, or the sums that clash.
    fn found(&self, as_json: bool, deadline: Deadline, words: &Words) -> Result<Result<Told, Vec<Clash>>, Failure> {
        let answer = match deadline.watch(|control| solve(&self.problem, control)) {
            Ok(answer) => answer,
            Err(clashes) => return Ok(Err(clashes)),
        };
        let text = if as_json { self.json(&answer, deadline)? } else { self.text(&answer, words, deadline) };
        Ok(Ok(Told { text, change: self.change(&answer) }))
    }

    fn change(&self, answer: &Found) -> Change {
        Change::of(self.basis(), (&self.problem, self.objective), &answer.spends)
    }

    fn refusal(&self, clashes: &[Clash], as_json: bool, words: &Words) -> Result<String, Failure> {
        let (channels, groups) = (channel_names(self.plan), group_names(words));
        let periods = month_names(words, self.plan, self.rest.as_ref());
        if as_json {
            let ids = Ids { channels: &channels, groups: &groups, periods: &periods };
            let answer = AllocationAnswer::infeasible(clashes, ids, words);
            return Ok(json::pretty(&answer)?);
        }
        let names = Names { channels: &channels, groups: &groups, periods: &periods };
        Ok(clashes.iter().map(|clash| one_line(&names.clash(words, *clash)) + "\n").collect())
    }

    fn text(&self, answer: &Found, words: &Words, deadline: Deadline) -> String {
        let amount = self.report.allocation.next_amount;
        let next = self.problem.next(&answer.spends, self.plan.currency.units(amount));
        let costs = deadline.watch(|control| self.problem.costs(answer, control));
        let proposal = Proposal {
            plan: self.plan,
            problem: &self.problem,
            objective: self.objective,
            answer,
            costs: &costs,
            frontier: &self.near(answer, deadline),
            revenue_lost: revenue_lost(self.basis(), &self.problem, answer),
            next: (amount, next),
            rest: self.rest.as_ref(),
            goal: self.rest.as_ref().and_then(|_| goal_change(self.plan, self.report, &self.change(answer))),
        };
        text::write(&proposal.document(words))
    }

    fn json(&self, answer: &Found, deadline: Deadline) -> Result<String, Failure> {
        let own = OwnIds::of(self.plan);
        let ids = own.ids(&[]);
        let amount = self.plan.currency.units(self.report.allocation.next_amount);
        let costs = deadline.watch(|control| self.problem.costs(answer, control));
        let mut shown = AllocationAnswer::of(&self.problem, answer, ids)
            .with_next(&self.problem, answer, amount, ids)
            .with_costs(&costs, ids)
            .with_frontier(&self.frontier(answer, deadline));
        let present = self.problem.rows(self.problem.present.as_deref().unwrap_or_default());
        self.describe_rows(&mut shown, &self.problem, present);
        if self.rest.is_some() {
            let part = |reached: GoalReached| GoalReachedPart {
                attainment: Number(reached.attainment),
                chance: reached.chance.map(Number),
            };
            let goal = goal_change(self.plan, self.report, &self.change(answer));
            shown.goal =
                goal.map(|goal| goal.map(part)).map(|[present, proposed]| GoalChangePart { present, proposed });
        }
        Ok(json::pretty(&shown)?)
    }

    /// Adds what a plan knows of each row of `problem`: its name, its present, and what is spent before the months left.
    fn describe_rows(&self, shown: &mut AllocationAnswer, problem: &Problem, present: Vec<Row>) {
        let part = |spend, response| SpendAndResponse { spend: Number(spend), response: Number(response) };
        for ((row, name), present) in shown.spend.iter_mut().zip(channel_names(self.plan)).zip(present) {
            row.name = Some(name);
            row.present = Some(part(present.spend, present.response));
        }
        if let Some(rest) = &self.rest {
            shown.from = Some(self.plan.period.month_start(rest.from));
            for (row, candidate) in shown.spend.iter_mut().zip(&problem.channels) {
                row.before = Some(part(candidate.before.spent, candidate.before.won));
            }
        }
    }

    /// Around what the answer spends, on steps.
    fn near(&self, answer: &Found, deadline: Deadline) -> Frontier {
        let step = self.problem.step.max(f64::MIN_POSITIVE);
        let budget = |percent: u32| (answer.total_spend * f64::from(percent) / 100.0 / step).round() * step;
        let mut budgets = BUDGETS_TOLD.map(budget).to_vec();
        budgets.dedup();
        deadline.watch(|control| frontier(&self.problem, &budgets, control))
    }

    /// From nothing to half as much again as is spent now or then.
    fn frontier(&self, answer: &Found, deadline: Deadline) -> Frontier {
        let present: f64 = self.problem.present.iter().flatten().sum();
        let most = 1.5 * present.max(answer.total_spend);
        let step = |number: u32| most * f64::from(number) / f64::from(FRONTIER_POINTS);
        let budgets: Vec<f64> = (0..=FRONTIER_POINTS).map(step).collect();
        deadline.watch(|control| frontier(&self.problem, &budgets, control))
    }
}
