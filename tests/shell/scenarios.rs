//! Scenarios in the window: the switch in the top bar, edits, undo, side by side.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::Path;
use std::sync::Arc;

use crate::app::{App, Start, click, plan, press, type_here, type_into, words, worked_case};
use crate::painted;
use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::window::Ask;
use ripple_planner::calc::scenario::applied;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::{Id, Money, Plan, Scenario};
use ripple_planner::t;

const LANGUAGES: [Language; 2] = [Language::English, Language::Chinese];

fn units(amount: i64) -> Money {
    Money::from_minor(amount * 100).unwrap()
}

fn scenario(id: &str, name: &str, budget: Option<i64>, articles: i64) -> Scenario {
    let spend = [(Id::new("articles"), units(articles))].into();
    Scenario { budget: budget.map(units), spend, ..Scenario::new(Id::new(id), name) }
}

/// The worked case with two scenarios.
fn with_scenarios(plan: &mut Plan) {
    plan.scenarios = Arc::new(vec![
        scenario("push", "Autumn push", Some(1_240_000), 100_000),
        scenario("less", "Less to read", None, 20_000),
    ]);
}

fn opened(folder: &Path, language: Language) -> App {
    Start { size: [1280.0, 720.0], ..Start::of(folder, &worked_case(with_scenarios), language) }.open()
}

fn shown(app: &App) -> &Plan {
    app.state().document().unwrap().shown()
}

fn looked_at(app: &App) -> Option<&str> {
    app.state().document().unwrap().scenario().map(|scenario| scenario.name.as_str())
}

fn spend(plan: &Plan, id: &str) -> Money {
    plan.allocation.channels.iter().find(|channel| channel.id.as_str() == id).unwrap().spend
}

/// Opens the menu in the top bar.
fn open_menu(app: &mut App, language: Language) {
    let words = words(language);
    let name = looked_at(app).map_or_else(|| words.text("scenario-base"), str::to_owned);
    click(app, Role::Button, &t!(words, "scenario-menu", name = name));
}

fn choose(app: &mut App, language: Language, name: &str) {
    open_menu(app, language);
    click(app, Role::ListBoxOption, name);
}

fn act(app: &mut App, language: Language, key: &str) {
    open_menu(app, language);
    click(app, Role::MenuItem, &words(language).text(key));
}

#[test]
fn what_is_looked_at_changes_every_figure_and_no_plan() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = opened(folder.path(), language);
        let before = plan(&app).clone();
        assert!(looked_at(&app).is_none() && shown(&app).same_as(&before));
        choose(&mut app, language, "Autumn push");
        assert_eq!(looked_at(&app), Some("Autumn push"));
        assert_eq!(*shown(&app), applied(&before, &before.scenarios[0]));
        let report = app.state().document().unwrap().report();
        assert_eq!(report.allocation.total.spend, units(1_240_000));
        press(&mut app, Command::Show(Tab::Allocation));
        let stands = |app: &App, text: &str| painted::lines(app).iter().any(|line| line.text.contains(text));
        assert!(stands(&app, "1,240,000"), "the scenario's money");
        assert!(plan(&app).same_as(&before) && !app.state().document().unwrap().is_unsaved());
        assert!(app.state().document().unwrap().undo_name(words(language).language()).is_none());
        choose(&mut app, language, &words(language).text("scenario-base"));
        assert!(looked_at(&app).is_none() && stands(&app, "1,200,000"));
    }
}

#[test]
fn a_proposal_that_is_adopted_goes_to_the_scenario() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = opened(folder.path(), language);
        let before = plan(&app).clone();
        choose(&mut app, language, "Autumn push");
        press(&mut app, Command::Show(Tab::Allocation));
        click(&mut app, Role::Button, &words(language).text("proposal-suggest"));
        click(&mut app, Role::Button, &words(language).text("proposal-adopt"));
        let after = plan(&app);
        assert_eq!(after.allocation, before.allocation, "the base stays");
        assert_eq!(after.scenarios[1], before.scenarios[1]);
        assert_ne!(after.scenarios[0], before.scenarios[0]);
        let report = app.state().document().unwrap().report();
        assert_eq!(report.allocation.total.spend, units(1_240_000), "all of the scenario's money, split better");
        let won = |plan: &Plan| ripple_planner::calc::report(plan).allocation.total.won.registrations;
        assert!(won(shown(&app)) > won(&applied(&before, &before.scenarios[0])));
        press(&mut app, Command::Undo);
        assert!(plan(&app).same_as(&before) || *plan(&app) == before, "one step takes it back");
    }
}

#[test]
fn budgets_go_to_the_scenario_and_all_else_to_the_plan() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = opened(folder.path(), language);
        let before = plan(&app).clone();
        choose(&mut app, language, "Less to read");
        press(&mut app, Command::Show(Tab::Allocation));
        let budget = words(language).text("common-budget");
        let field = t!(words(language), "allocation-of", what = budget, item = "Search advertising");
        type_into(&mut app, Role::TextInput, &field, "370000");
        app.key_press(Key::Enter);
        app.run();
        assert_eq!(spend(plan(&app), "search-advertising"), units(360_000), "the base stays");
        assert_eq!(spend(shown(&app), "search-advertising"), units(370_000));
        assert_eq!(plan(&app).scenarios[1].spend[&Id::new("search-advertising")], units(370_000));
        assert_eq!(plan(&app).scenarios[0], before.scenarios[0]);
        // The goal is the plan's.
        press(&mut app, Command::Show(Tab::Settings));
        let title = words(language).text("settings-title");
        type_into(&mut app, Role::TextInput, &title, "Another title");
        assert_eq!((plan(&app).title.as_str(), shown(&app).title.as_str()), ("Another title", "Another title"));
        assert_eq!(looked_at(&app), Some("Less to read"));
        // Steps back lead to where they can be seen.
        choose(&mut app, language, "Autumn push");
        press(&mut app, Command::Undo);
        press(&mut app, Command::Undo);
        assert_eq!((looked_at(&app), plan(&app)), (Some("Less to read"), &before));
        press(&mut app, Command::Redo);
        assert_eq!(spend(shown(&app), "search-advertising"), units(370_000));
    }
}

#[test]
fn a_scenario_is_made_named_adopted_and_deleted_in_a_step_each() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = opened(folder.path(), language);
        let before = plan(&app).clone();
        choose(&mut app, language, "Autumn push");
        act(&mut app, language, "scenario-new");
        assert!(matches!(app.state().asking(), Some(Ask::NameScenario(_))), "{:?}", app.state().asking());
        let name = words(language).text("scenario-name");
        type_here(&mut app, Role::TextInput, &name, "Copy");
        app.key_press(Key::Enter);
        app.run();
        assert_eq!(looked_at(&app), Some("Copy"));
        let copy = &plan(&app).scenarios[2];
        assert_eq!((copy.budget, &copy.spend), (before.scenarios[0].budget, &before.scenarios[0].spend));
        assert_ne!(copy.id, before.scenarios[0].id);

        act(&mut app, language, "scenario-rename");
        type_here(&mut app, Role::TextInput, &name, "Second");
        click(&mut app, Role::Button, &words(language).text("scenario-rename-done"));
        assert_eq!((looked_at(&app), plan(&app).scenarios.len()), (Some("Second"), 3));

        let money = shown(&app).allocation.clone();
        let other = applied(plan(&app), &plan(&app).scenarios[1]);
        act(&mut app, language, "scenario-adopt");
        assert_eq!((looked_at(&app), &plan(&app).allocation), (None, &money));
        assert_eq!(plan(&app).scenarios.len(), 2);
        let now = applied(plan(&app), &plan(&app).scenarios[1]);
        assert_eq!(spend(&now, "articles"), spend(&other, "articles"));

        choose(&mut app, language, "Less to read");
        act(&mut app, language, "scenario-delete");
        assert_eq!((looked_at(&app), plan(&app).scenarios.len()), (None, 1));
        for expected in ["Less to read", "Second", "Second", "Autumn push"] {
            press(&mut app, Command::Undo);
            assert!(plan(&app).scenarios.iter().any(|one| one.name == expected) || expected == "Second", "{expected}");
        }
        assert_eq!(plan(&app), &before);
    }
}

#[test]
fn scenarios_stand_side_by_side_and_many_can_be_chosen_from() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let size = [1280.0, 1100.0];
        let mut app = Start { size, ..Start::of(folder.path(), &worked_case(with_scenarios), language) }.open();
        act(&mut app, language, "scenario-compare");
        assert_eq!(app.state().asking(), Some(&Ask::Scenarios));
        let stands = |app: &App, text: &str| {
            painted::lines(app).iter().any(|line| line.text.replace('\u{a0}', " ").contains(text))
        };
        for text in ["Autumn", "Less to", "1,240,000", "100,000", "20,000", "86.0"] {
            assert!(stands(&app, text), "{language:?}: {text}");
        }
        click(&mut app, Role::Button, &words(language).text("common-close"));
        assert_eq!(app.state().asking(), None);
        // Seven: five stand there until another choice is made.
        let many = worked_case(|plan| {
            let of = |number: i64| scenario(&format!("s{number}"), &format!("Number {number}"), None, 10_000 * number);
            plan.scenarios = Arc::new((1..=7).map(of).collect());
        });
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start { size: [1280.0, 720.0], ..Start::of(folder.path(), &many, language) }.open();
        act(&mut app, language, "scenario-compare");
        let is_off =
            |app: &App, name: &str| app.get_by_role_and_label(Role::CheckBox, name).accesskit_node().is_disabled();
        assert!(is_off(&app, "Number 7") && !is_off(&app, "Number 5"));
        click(&mut app, Role::CheckBox, "Number 1");
        click(&mut app, Role::CheckBox, "Number 7");
        assert!(is_off(&app, "Number 1") && !is_off(&app, "Number 7"));
    }
}

#[test]
fn a_finding_of_a_scenario_leads_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let over = worked_case(|plan| plan.scenarios = Arc::new(vec![scenario("over", "Too much", None, 500_000)]));
    let mut app = Start::of(folder.path(), &over, Language::English).open();
    let report = app.state().document().unwrap().report();
    let finding = report.findings.iter().find(|finding| finding.code() == "scenario-over-budget").unwrap();
    app.state_mut().go_to(finding.place.clone());
    app.run();
    assert_eq!((looked_at(&app), app.state().tab()), (Some("Too much"), Tab::Allocation));
}
