//! Every finding leads to a field: going there shows the tab and puts the focus on something.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::sync::Arc;

use crate::app::{Start, plan, press};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::calc;
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::curve::Point;
use ripple_planner::plan::event::SplitRule;
use ripple_planner::plan::ripple::OnSite;
use ripple_planner::plan::{Currency, Curve, Date, Estimate, Id, Plan};

/// The worked case with as many things wrong as fit into it.
fn spoilt(mut plan: Plan) -> Plan {
    let yuan = |units| Currency::default().whole(units).unwrap();
    let goal = Arc::make_mut(&mut plan.goal);
    goal.target.revenue = Some(yuan(1_000_000));
    goal.path[0].day = Date::constant(2027, 6, 1);
    goal.sub_goals[0].owner = None;
    let team = Arc::make_mut(&mut plan.team);
    team.owner = None;
    let pyramid = Arc::make_mut(&mut plan.pyramid);
    pyramid.criteria[2].owner = None;
    pyramid.criteria.retain(|criterion| criterion.level != 4 || criterion.owner.is_none());
    for answer in pyramid.assessments.last_mut().unwrap().answers.values_mut() {
        answer.evidence = String::new();
    }
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.budget = Some(yuan(1_000));
    allocation.tasks.a.max = Some(yuan(1));
    allocation.class_a.close_rate = Estimate::between(0.1, 0.2, 0.15);
    allocation.channels[0].owner = None;
    allocation.channels[0].max = Some(yuan(10));
    let point = Point { spend: yuan(10), registrations: 5.0 };
    allocation.channels[1].curve = Curve::TwoPoints { first: point, second: point };
    allocation.channels[2].lead_rate = Some(Estimate::exactly(1.5));
    allocation.channels[4].group = Some(Id::from("nowhere"));
    let events = Arc::make_mut(&mut plan.events);
    events[0].us = None;
    events[0].owner = None;
    events[0].rule = SplitRule::Percent;
    events[0].contacts = Estimate::between(5.0, 1.0, 2.0);
    events[0].items[0].payments[0].amount = yuan(90_000);
    let ripples = Arc::make_mut(&mut plan.ripples);
    ripples[0].owner = None;
    ripples[0].follow = None;
    ripples[0].funnel.sign_rate = Estimate::exactly(-0.5);
    if let Some(share) = &mut ripples[0].share {
        share.onsite = OnSite::Follow;
        share.reshare_rate = Estimate::exactly(0.5);
        share.sharers = Estimate::between(100.0, 200.0, 300.0);
    }
    let topics = Arc::make_mut(&mut plan.topics);
    topics.list[0].owner = None;
    topics.list[1].spread_days = 0.0;
    topics.list[2].peak_day = Some(Date::constant(2030, 1, 1));
    plan
}

#[test]
fn every_finding_leads_to_a_field() {
    let folder = tempfile::tempdir().unwrap();
    let start = Start::with_plan(folder.path(), "worked-case.ron", Language::English);
    let path = start.plan.clone().unwrap();
    file::save(&path, &spoilt(file::open(&path).unwrap())).unwrap();
    let findings = calc::report(&file::open(&path).unwrap()).findings;
    assert!(findings.len() > 30, "the plan is spoilt enough: {}", findings.len());

    let mut harness = start.open();
    let mut lost = Vec::new();
    for finding in findings {
        let place = finding.place.clone();
        harness.state_mut().go_to(place.clone());
        harness.run();
        harness.run();
        assert_eq!(harness.state().tab(), Tab::of(place.section));
        // Going there asks for the focus of the field; egui takes it away again from what is not drawn.
        if harness.ctx.memory(eframe::egui::Memory::focused).is_none() {
            lost.push(format!("{place} ({})", finding.code()));
        }
    }
    assert!(lost.is_empty(), "no field for:\n{}", lost.join("\n"));
}

#[test]
fn items_copied_with_their_id_get_ids_of_their_own_in_one_step() {
    for (language, saved, list, mend) in [
        (
            Language::English,
            "worked-case.ron",
            "All findings",
            "Mend: Search advertising shares its id with another item",
        ),
        (Language::Chinese, "worked-case.zh-CN.ron", "全部问题", "处理：搜索投放与另一项的编号相同"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), saved, language);
        let path = start.plan.clone().unwrap();
        let mut copied = file::open(&path).unwrap();
        let channels = &mut Arc::make_mut(&mut copied.allocation).channels;
        channels.push(channels[0].clone());
        file::save(&path, &copied).unwrap();

        let mut harness = start.open();
        harness.get_by_label(list).click();
        harness.run();
        harness.get_by_label(mend).click();
        harness.run();
        let mended = plan(&harness);
        let ids: Vec<&Id> = mended.allocation.channels.iter().map(|channel| &channel.id).collect();
        assert!(ids.last().unwrap().as_str().ends_with("-2"), "{ids:?}");
        assert!(harness.query_by_label(mend).is_none());
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run();
        assert_eq!(*plan(&harness), copied);
    }
}

#[test]
fn a_path_is_led_to_a_raised_goal_in_one_step() {
    for (language, saved, list, mend) in [
        (
            Language::English,
            "worked-case.ron",
            "All findings",
            "Mend: The path ends at 36,000,000\u{a0}CNY, the goal is 42,000,000\u{a0}CNY",
        ),
        (
            Language::Chinese,
            "worked-case.zh-CN.ron",
            "全部问题",
            "处理：里程碑止于 36,000,000\u{a0}元，而目标是 42,000,000\u{a0}元",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), saved, language);
        let path = start.plan.clone().unwrap();
        let mut raised = file::open(&path).unwrap();
        let goal = Arc::make_mut(&mut raised.goal);
        (goal.target.customers, goal.target.share) = (Some(1_750.0), Some(0.35));
        let before: Vec<i64> = goal.path.iter().map(|milestone| milestone.revenue.minor()).collect();
        file::save(&path, &raised).unwrap();

        let mut harness = start.open();
        harness.get_by_label(list).click();
        harness.run();
        harness.get_all_by_label(mend).last().unwrap().click_accesskit();
        harness.run();
        let after = plan(&harness).goal.path.iter().map(|milestone| milestone.revenue.minor());
        assert!(after.eq(before.iter().map(|revenue| revenue * 42 / 36)), "{:?}", plan(&harness).goal.path);
        assert!(harness.query_by_label(mend).is_none());
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run();
        assert_eq!(*plan(&harness), raised);
    }
}

#[test]
fn the_tab_key_goes_from_the_last_field_of_a_page_to_the_bar_below_it() {
    let folder = tempfile::tempdir().unwrap();
    for tab in [Tab::Goal, Tab::Pyramid, Tab::Topics, Tab::Settings] {
        let mut app = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
        press(&mut app, Command::Show(tab));
        let bar = app.get_by_label("All findings").rect().top() - 8.0;
        app.get_by_label("All findings").focus();
        app.run();
        // Back over what stands in the bar before it.
        for _ in 0..3 {
            app.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
            app.run();
        }
        let focused = app.ctx.memory(eframe::egui::Memory::focused).and_then(|id| app.ctx.read_response(id));
        let at = focused.expect("something has the focus").rect.center();
        assert!(at.x > 150.0 && at.y > 48.0 && at.y < bar, "{tab:?}: {at:?} is not on the page");
    }
}
