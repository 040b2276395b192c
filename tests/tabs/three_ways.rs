//! Three ways to split the same money, by how much one dares: shown, chosen, adopted, taken back, in both languages.

use std::num::NonZero;
use std::sync::Arc;

use crate::app::{App, Start, WORKED_CASES, click, plan, press, words};
use eframe::egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::calc;
use ripple_planner::calc::best_allocation::Problem;
use ripple_planner::calc::odds::{SEED, Settings};
use ripple_planner::calc::risk::{Best, Proposals, proposals};
use ripple_planner::file::settings::Language;
use ripple_planner::plan::allocation::{ClassRates, Objective};
use ripple_planner::plan::goal::Measure;
use ripple_planner::plan::{Channel, Curve, Estimate, Id, Money, Period, Plan, Range, Task};
use ripple_planner::words::{Words, number};

/// As many as the windows of these tests draw.
const DRAWS: u32 = 500;

/// The three ways of a plan, found by the library alone.
fn found(plan: &Plan) -> (Problem, Proposals) {
    let report = calc::report(plan);
    let problem = Problem::of_plan_for(report.basis(plan), Objective::Revenue);
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let settings = Settings { draws: DRAWS, seed: SEED, threads, stop: &|| false };
    let found = proposals(plan, &report, &problem, &settings).unwrap();
    (problem, found)
}

/// Opens the proposal and asks for three ways.
fn ask(app: &mut App, words: &Words) {
    press(app, Command::Show(Tab::Allocation));
    click(app, Role::Button, &words.text("proposal-suggest"));
    let part = format!("{}: {}", words.text("proposal-given"), words.text("proposal-given-ways"));
    click(app, Role::RadioButton, &part);
}

fn row(app: &App, name: &str) -> Option<bool> {
    app.query_by_role_and_label(Role::Row, name).map(|row| row.accesskit_node().toggled() == Some(Toggled::True))
}

fn spends(app: &App) -> Vec<Money> {
    plan(app).allocation.channels.iter().map(|channel| channel.spend).collect()
}

/// A steady channel, one that may win far more or nearly nothing, and one between.
fn daring() -> Plan {
    let mut plan = Plan::blank("Daring", Period { start: first_day(), months: 12 });
    let whole = |plan: &Plan, units| plan.currency.whole(units).unwrap();
    let channel = |plan: &Plan, name: &str, ceiling: f64, range: (f64, f64)| {
        let mut channel = Channel::new(Id::new(name), name.to_owned(), Task::A);
        channel.curve = Curve::SShaped { ceiling, half_spend: whole(plan, 25_000), shape: 1.0, base: 0.0 };
        channel.registrations_range = Some(Range { low: range.0, high: range.1 });
        channel.lead_rate = Some(Estimate::exactly(0.1));
        channel.spend = whole(plan, 20_000);
        channel
    };
    let channels = vec![
        channel(&plan, "Steady", 190.0, (0.97, 1.03)),
        channel(&plan, "Between", 200.0, (0.6, 1.6)),
        channel(&plan, "Wild", 220.0, (0.2, 5.0)),
    ];
    let (budget, step, value) = (whole(&plan, 60_000), whole(&plan, 1_000), whole(&plan, 1_000));
    let target = whole(&plan, 26_000);
    let allocation = Arc::make_mut(&mut plan.allocation);
    (allocation.budget, allocation.step, allocation.channels) = (Some(budget), Some(step), channels);
    allocation.class_a = ClassRates { close_rate: Estimate::exactly(1.0), value: Estimate::exactly(value) };
    let goal = Arc::make_mut(&mut plan.goal);
    (goal.headline, goal.target.revenue) = (Measure::Revenue, Some(target));
    plan
}

fn first_day() -> ripple_planner::plan::Date {
    ripple_planner::plan::Date::constant(2026, 1, 1)
}

#[test]
fn the_likeliest_way_is_adopted_is_as_likely_then_and_is_taken_back() {
    for (language, name) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::with_plan(folder.path(), name, language).open();
        let words = words(language);
        let before = spends(&app);
        let (problem, ways) = found(plan(&app));
        ask(&mut app, words);
        for key in ["risk-average", "risk-chance", "risk-bad-year"] {
            assert_eq!(row(&app, &words.text(key)), Some(key == "risk-chance"), "{key}: the likeliest is chosen first");
        }
        let likeliest = ways.proposals.iter().find(|proposal| proposal.best == Best::Chance).unwrap();
        let chance = likeliest.standing.chance.unwrap();
        let shown = number::chance_with_error(words, chance.value, chance.standard_error);
        assert!(app.query_all_by_label(&shown).next().is_some(), "{shown}");
        app.get_by_role_and_label(Role::Row, &words.text("risk-bad-year")).hover();
        for _ in 0..60 {
            app.step();
        }
        let tip = words.text("risk-bad-year") + if language == Language::English { ":" } else { "：" };
        assert!(app.query_all_by_label_contains(&tip).next().is_some(), "the exact figures are under the mouse");
        assert_eq!(spends(&app), before, "nothing changes before it is adopted");
        click(&mut app, Role::Button, &words.text("proposal-adopt"));
        assert_eq!(spends(&app), problem.amounts(plan(&app), &likeliest.spends));
        assert!(row(&app, &words.text("risk-chance")).is_none(), "adopting closes the proposal");
        let now = number::chance(words, chance.value);
        assert!(app.query_all_by_label_contains(&now).next().is_some(), "the top bar says {now} now");
        press(&mut app, Command::Undo);
        assert_eq!(spends(&app), before, "one step takes all of it back");
    }
}

#[test]
fn another_way_is_chosen_by_a_click() {
    let daring = daring();
    let (problem, ways) = found(&daring);
    assert!(!ways.are_the_same());
    for language in [Language::English, Language::Chinese] {
        for (best, key) in
            [(Best::BadYear, "risk-bad-year"), (Best::Average, "risk-average"), (Best::Chance, "risk-chance")]
        {
            let folder = tempfile::tempdir().unwrap();
            let mut app = Start::of(folder.path(), &daring, language).open();
            let words = words(language);
            ask(&mut app, words);
            click(&mut app, Role::Row, &words.text(key));
            assert_eq!(row(&app, &words.text(key)), Some(true), "{key}");
            click(&mut app, Role::Button, &words.text("proposal-adopt"));
            let proposal = ways.proposals.iter().find(|proposal| proposal.best == best).unwrap();
            assert_eq!(spends(&app), problem.amounts(plan(&app), &proposal.spends), "{key}");
        }
    }
}

#[test]
fn without_a_goal_nothing_is_likely_and_without_rates_nothing_is_won() {
    for language in [Language::English, Language::Chinese] {
        let words = words(language);
        let folder = tempfile::tempdir().unwrap();
        let mut aimless = daring();
        Arc::make_mut(&mut aimless.goal).target.revenue = None;
        let mut app = Start::of(folder.path(), &aimless, language).open();
        ask(&mut app, words);
        assert_eq!(row(&app, &words.text("risk-average")), Some(true));
        assert_eq!(row(&app, &words.text("risk-chance")), None);
        let folder = tempfile::tempdir().unwrap();
        let mut worthless = daring();
        Arc::make_mut(&mut worthless.allocation).class_a = ClassRates::default();
        let mut app = Start::of(folder.path(), &worthless, language).open();
        ask(&mut app, words);
        assert!(app.query_by_label(&words.text("risk-nothing-to-win")).is_some());
        assert!(app.query_by_role_and_label(Role::Button, &words.text("proposal-adopt")).is_none());
    }
}

#[test]
fn each_way_is_kept_as_a_scenario_by_a_click_and_the_plan_stays_as_it_is() {
    for language in [Language::English, Language::Chinese] {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::of(folder.path(), &daring(), language).open();
        let words = words(language);
        let (before, scenarios) = (spends(&app), plan(&app).scenarios.len());
        let (problem, ways) = found(plan(&app));
        ask(&mut app, words);
        for (best, key) in [(Best::Average, "risk-average"), (Best::BadYear, "risk-bad-year")] {
            click(&mut app, Role::Row, &words.text(key));
            click(&mut app, Role::Button, &words.text("proposal-keep"));
            let is_kept = words.text("proposal-is-kept");
            let kept = app.get_by_role_and_label(Role::Button, &is_kept);
            assert!(kept.accesskit_node().is_disabled(), "the same is not kept twice");
            let base = plan(&app);
            let scenario = base.scenarios.last().unwrap();
            assert_eq!(scenario.name, words.text(key));
            let proposal = ways.proposals.iter().find(|proposal| proposal.best == best).unwrap();
            let spends: Vec<Money> =
                calc::scenario::applied(base, scenario).allocation.channels.iter().map(|it| it.spend).collect();
            assert_eq!(spends, problem.amounts(base, &proposal.spends));
        }
        assert_eq!(spends(&app), before, "the plan is as it was, and the proposal stands");
        assert_eq!(row(&app, &words.text("risk-bad-year")), Some(true));
        press(&mut app, Command::Undo);
        assert_eq!(plan(&app).scenarios.len(), scenarios + 1, "one step each");
        // What was taken back can be kept again, and none of a name that is taken has it.
        click(&mut app, Role::Button, &words.text("proposal-keep"));
        click(&mut app, Role::Row, &words.text("risk-average"));
        click(&mut app, Role::Button, &words.text("proposal-keep"));
        let names = plan(&app).scenarios.iter().rev().map(|scenario| scenario.name.clone());
        let expected = [format!("{} 2", words.text("risk-average")), words.text("risk-bad-year")];
        assert_eq!(names.take(2).collect::<Vec<_>>(), expected);
    }
}
