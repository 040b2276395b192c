//! A plan file whose references lead nowhere: the window, findings, paper and differences say so in words, never by an id.

use std::sync::Arc;

use crate::app::{Start, WORKED_CASES, plan, press, words};
use crate::painted;
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::calc;
use ripple_planner::plan::actuals::{Campaign, ChannelActual};
use ripple_planner::plan::content::{SevenS, SevenSState};
use ripple_planner::plan::event::Payment;
use ripple_planner::plan::goal::SubMeasure;
use ripple_planner::plan::pyramid::Score;
use ripple_planner::plan::team::{Assignment, KpiEffect, Raci};
use ripple_planner::plan::{Id, Money, Plan, Scenario};
use ripple_planner::report::document::Document;
use ripple_planner::report::formats::{csv, markdown, text};
use ripple_planner::report::{Summary, sentences, versions};
use ripple_planner::words::Words;

/// An id that no item has.
const GONE: &str = "gone-for-good";

fn leading_nowhere(plan: &mut Plan) {
    let gone = || Some(Id::new(GONE));
    let money = Money::from_minor(123_400).unwrap();
    let goal = Arc::make_mut(&mut plan.goal);
    goal.sub_goals.iter_mut().for_each(|sub| sub.owner = gone());
    goal.sub_goals[0].measure = SubMeasure::GroupRegistrations { group: Id::new(GONE) };
    goal.sub_goals[1].measure = SubMeasure::PeopleReached { ripple: Id::new(GONE) };
    let team = Arc::make_mut(&mut plan.team);
    team.owner = gone();
    for function in &mut team.functions {
        function.assignments.push(Assignment { person: Id::new(GONE), role: Raci::Responsible, hours: 1.0 });
        function.kpis.iter_mut().for_each(|kpi| kpi.effect = KpiEffect::PullsAgainst(Id::new(GONE)));
    }
    let pyramid = Arc::make_mut(&mut plan.pyramid);
    pyramid.criteria.iter_mut().for_each(|criterion| criterion.owner = gone());
    for assessment in &mut pyramid.assessments {
        let answer = assessment.answers.values().next().unwrap().clone();
        assessment.answers.insert(Id::new(GONE), answer);
    }
    for channel in &mut Arc::make_mut(&mut plan.allocation).channels {
        (channel.owner, channel.group) = (gone(), gone());
    }
    for event in Arc::make_mut(&mut plan.events) {
        (event.owner, event.us) = (gone(), gone());
        for item in &mut event.items {
            item.shared_by.push(Id::new(GONE));
            item.payments.push(Payment { party: Id::new(GONE), amount: money });
        }
    }
    for ripple in Arc::make_mut(&mut plan.ripples) {
        (ripple.owner, ripple.event) = (gone(), gone());
    }
    for topic in &mut Arc::make_mut(&mut plan.topics).list {
        (topic.owner, topic.event) = (gone(), gone());
    }
    let state =
        SevenSState { kind: SevenS::ALL[0], state: Score::Half, owner: gone(), next_step: String::new(), due: None };
    Arc::make_mut(&mut plan.content).seven_s = vec![state];
    let month = plan.period.start;
    let actuals = Arc::make_mut(&mut plan.actuals);
    actuals.channels.push(ChannelActual {
        month,
        channel: Id::new(GONE),
        spend: Some(money),
        registrations: Some(5.0),
        leads: None,
        customers: None,
        revenue: None,
    });
    actuals.campaigns.push(Campaign {
        id: "brand".into(),
        name: "Brand".into(),
        source: String::new(),
        channel: gone(),
        left_out: false,
        spans: Vec::new(),
    });
    let mut scenario = Scenario::new("more".into(), "More");
    scenario.spend.insert(Id::new(GONE), money);
    scenario.months.insert(Id::new(GONE), vec![money]);
    Arc::make_mut(&mut plan.scenarios).push(scenario);
}

#[test]
fn the_window_never_shows_an_id_that_leads_nowhere() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut dangling = ripple_planner::file::open(format!("saved_plans/{file}")).unwrap();
        leading_nowhere(&mut dangling);
        let mut app = Start::of(folder.path(), &dangling, language).open();
        assert_eq!(*plan(&app), dangling);
        for tab in Tab::ALL {
            press(&mut app, Command::Show(tab));
            app.get_by_label(&words(language).text("window-all-findings")).click();
            app.run();
            let shown = painted::lines(&app);
            let raw: Vec<_> = shown.iter().filter(|line| line.text.contains(GONE)).map(|line| &line.text).collect();
            assert!(raw.is_empty(), "{language:?} {tab:?}: {raw:?}");
            assert!(app.query_by_label_contains(GONE).is_none(), "{language:?} {tab:?} says it aloud");
            app.key_press(eframe::egui::Key::Escape);
            app.run();
        }
    }
}

#[test]
fn paper_findings_and_differences_never_show_an_id_that_leads_nowhere() {
    for (language, file) in WORKED_CASES {
        let words: &Words = words(language);
        let before = ripple_planner::file::open(format!("saved_plans/{file}")).unwrap();
        let mut dangling = before.clone();
        leading_nowhere(&mut dangling);
        let report = calc::report(&dangling);
        let lookup = ripple_planner::report::lookup::Lookup::new(&dangling, words);
        assert!(report.findings.iter().filter(|finding| finding.code() == "unknown-id").count() > 30);
        for finding in &report.findings {
            let said = sentences::findings::message(&lookup, finding) + &sentences::findings::remedy(&lookup, finding);
            assert!(!said.contains(GONE), "{said}");
        }
        let document = Document::of(&Summary::of(&dangling, &report, words));
        for written in [text::write(&document), markdown::write(&document), csv::write(&document)] {
            let line = written.lines().find(|line| line.contains(GONE));
            assert!(line.is_none(), "{language:?}: {line:?}");
        }
        for (old, new) in [(&before, &dangling), (&dangling, &before)] {
            for said in versions::sentences(old, new, words) {
                assert!(!said.contains(GONE), "{language:?}: {said}");
            }
        }
    }
}
