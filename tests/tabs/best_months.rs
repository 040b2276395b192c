//! The best months: asked for below the months of the channels, shown, chosen, adopted, taken back, in both languages.

use std::num::NonZero;
use std::sync::Arc;

use crate::app::{App, Start, click, plan, press, words};
use eframe::egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::calc;
use ripple_planner::calc::best_allocation::Aim;
use ripple_planner::calc::best_allocation::periods::Problem;
use ripple_planner::calc::odds::{SEED, Settings, odds};
use ripple_planner::calc::risk::{Best, Proposals, proposals_over_months};
use ripple_planner::calc::schedule::{is_by_month, spends};
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::allocation::Objective;
use ripple_planner::plan::{Money, Plan};
use ripple_planner::t;
use ripple_planner::words::{Words, number};

const LANGUAGES: [Language; 2] = [Language::English, Language::Chinese];

/// As many as the windows of these tests draw.
const DRAWS: u32 = 500;

/// Too little money for twelve months of the steep channels.
fn pulsing() -> Plan {
    let text = include_str!("../../saved_plans/worked-case.ron");
    let mut plan = file::read_text(text).unwrap();
    let budget = plan.currency.whole(640_000);
    let allocation = Arc::make_mut(&mut plan.allocation);
    (allocation.budget, allocation.objective) = (budget, Some(Objective::Registrations));
    plan
}

fn settings() -> Settings<'static> {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    Settings { draws: DRAWS, seed: SEED, threads, stop: &|| false }
}

/// The three ways of a plan's budget over its months, found by the library alone.
fn found(plan: &Plan) -> (Problem, Proposals) {
    let report = calc::report(plan);
    let aim = Aim::MostResponse { budget: plan.currency.units(plan.allocation.budget.unwrap()) };
    let problem = Problem::of_plan(report.basis(plan), Objective::Revenue, aim);
    let found = proposals_over_months(plan, &report, &problem, &settings()).unwrap();
    (problem, found)
}

/// Opens the page of months and asks for the best.
fn ask(app: &mut App, words: &Words) {
    press(app, Command::Show(Tab::Allocation));
    click(app, Role::RadioButton, &words.text("months-page"));
    click(app, Role::Button, &words.text("months-suggest"));
}

fn given(app: &mut App, words: &Words, key: &str) {
    let part = format!("{}: {}", words.text("proposal-given"), words.text(key));
    click(app, Role::RadioButton, &part);
}

fn chosen(app: &App, name: &str) -> Option<bool> {
    app.query_by_role_and_label(Role::Row, name).map(|row| row.accesskit_node().toggled() == Some(Toggled::True))
}

fn says(app: &App, part: &str) -> bool {
    app.query_all_by_label_contains(part).next().is_some()
}

fn months(plan: &Plan) -> Vec<Vec<Money>> {
    plan.allocation.channels.iter().map(|channel| spends(plan, channel)).collect()
}

#[test]
fn a_way_to_spend_over_the_months_is_chosen_adopted_as_likely_as_was_said_and_taken_back() {
    let before = pulsing();
    let (problem, ways) = found(&before);
    for (language, best) in LANGUAGES.into_iter().zip([Best::BadYear, Best::Chance]) {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::of(folder.path(), &before, language).open();
        let words = words(language);
        ask(&mut app, words);
        assert_eq!(chosen(&app, &words.text("risk-chance")), Some(true), "the likeliest is chosen first");
        let key = if best == Best::BadYear { "risk-bad-year" } else { "risk-chance" };
        click(&mut app, Role::Row, &words.text(key));
        assert_eq!(chosen(&app, &words.text(key)), Some(true), "{key}");
        let way = ways.proposals.iter().find(|proposal| proposal.best == best).unwrap();
        let chance = way.standing.chance.unwrap();
        let shown = number::chance_with_error(words, chance.value, chance.standard_error);
        assert!(says(&app, &shown), "{shown}");
        assert_eq!(months(plan(&app)), months(&before), "nothing changes before it is adopted");
        click(&mut app, Role::Button, &words.text("proposal-adopt"));
        let report = calc::report(&before);
        let expected = problem.money_by_month(report.basis(&before), way.months.as_ref().unwrap());
        let adopted = plan(&app).clone();
        assert_eq!(months(&adopted), expected);
        assert!(is_by_month(&adopted), "the money goes to months now");
        assert_eq!(chosen(&app, &words.text(key)), None, "adopting closes the proposal");
        let likely = odds(&adopted, &calc::report(&adopted), &settings()).unwrap().headline_chance();
        assert_eq!(likely, way.standing.chance, "as likely as was said");
        press(&mut app, Command::Undo);
        assert_eq!(months(plan(&app)), months(&before), "one step takes all of it back");
    }
}

#[test]
fn what_pulses_and_what_that_wins_is_said_and_proven() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::of(folder.path(), &pulsing(), language).open();
        let words = words(language);
        ask(&mut app, words);
        given(&mut app, words, "proposal-given-budget");
        let wins = t!(words, "report-months-wins", more = "|");
        let wins = wins.split('|').next().unwrap().to_owned();
        assert!(says(&app, &wins), "{wins}");
        let of_twelve = if language == Language::English { "of 12 months wins" } else { "12 个月中的" };
        assert!(says(&app, of_twelve), "{of_twelve}");
        click(&mut app, Role::Button, &words.text("proposal-adopt"));
        let report = calc::report(plan(&app));
        assert!(report.allocation.total.won.registrations > 0.0 && is_by_month(plan(&app)));
        // Beside the channels the same is found now, and nothing is left to win.
        click(&mut app, Role::RadioButton, &words.text("allocation-channels"));
        click(&mut app, Role::Button, &words.text("proposal-suggest"));
        assert!(says(&app, &words.text("proposal-nothing-better")) || says(&app, &wins));
        assert!(says(&app, of_twelve), "{of_twelve}");
        click(&mut app, Role::Button, &words.text("proposal-discard"));
    }
}

#[test]
fn a_result_is_asked_for_over_months() {
    let words = words(Language::English);
    let folder = tempfile::tempdir().unwrap();
    let mut app = Start::of(folder.path(), &pulsing(), Language::English).open();
    ask(&mut app, words);
    given(&mut app, words, "proposal-given-result");
    assert!(app.query_by_role_and_label(Role::Button, &words.text("proposal-adopt")).is_some());
    click(&mut app, Role::Button, &words.text("proposal-close"));
    assert!(app.query_by_role_and_label(Role::Button, &words.text("proposal-adopt")).is_none());
}

#[test]
fn cash_that_clashes_is_said_with_its_month() {
    for (language, month) in LANGUAGES.into_iter().zip(["Feb", "2月"]) {
        let folder = tempfile::tempdir().unwrap();
        let mut tight = pulsing();
        let one = tight.currency.whole(1);
        Arc::make_mut(&mut tight.allocation).cash = vec![None, one];
        let mut app = Start::of(folder.path(), &tight, language).open();
        let words = words(language);
        ask(&mut app, words);
        let clash =
            if language == Language::English { format!("{month}: at least") } else { format!("{month}：至少") };
        for key in ["proposal-given-ways", "proposal-given-budget"] {
            given(&mut app, words, key);
            assert!(says(&app, &clash), "{key}");
            assert!(app.query_by_role_and_label(Role::Button, &words.text("proposal-adopt")).is_none());
        }
        assert!(app.query_by_role_and_label(Role::Button, &words.text("proposal-mend-limits")).is_some());
    }
}
