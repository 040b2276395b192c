//! The report as a document: what stands above always is the sum of what stands below it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops at the first surprise

#[path = "common/large_plan.rs"]
mod large_plan;

use std::sync::Arc;

use proptest::prelude::*;
use ripple_planner::calc;
use ripple_planner::calc::allocation::problems::{AllocationProblem, Limit};
use ripple_planner::calc::chain::Link;
use ripple_planner::calc::curve::CurveProblem;
use ripple_planner::calc::event::NotSplit;
use ripple_planner::calc::event::problems::EventProblem;
use ripple_planner::calc::finding::{Finding, Place, Section};
use ripple_planner::calc::goal::problems::GoalProblem;
use ripple_planner::calc::numbers::problems::NumberProblem;
use ripple_planner::calc::pyramid::problems::PyramidProblem;
use ripple_planner::calc::references::problems::{ReferenceProblem, Referred};
use ripple_planner::calc::ripple::problems::RippleProblem;
use ripple_planner::calc::split::SplitProblem;
use ripple_planner::calc::suggestion::problems::BetterSplit;
use ripple_planner::calc::team::problems::TeamProblem;
use ripple_planner::calc::topics::problems::NotCarried;
use ripple_planner::calc::topics::{EventMark, Shift};
use ripple_planner::file;
use ripple_planner::plan::allocation::Objective;
use ripple_planner::plan::event::{Payment, SplitRule};
use ripple_planner::plan::{Curve, Estimate, Event, Id, Money, Plan, Task};
use ripple_planner::report::document::drawing::Shape;
use ripple_planner::report::document::{Block, Cell, Document, Rank, Row, Table};
use ripple_planner::report::lookup::Lookup;
use ripple_planner::report::sentences::findings;
use ripple_planner::report::sentences::not_split::Reasons;
use ripple_planner::report::sentences::proposal::Proof;
use ripple_planner::report::sentences::settlement::{Settling, Way};
use ripple_planner::report::{Summary, formats};
use ripple_planner::t;
use ripple_planner::words::{Language, Words, number};

fn worked_case() -> Plan {
    file::read_text(include_str!("../saved_plans/worked-case.ron")).unwrap()
}

fn channel_table(plan: &Plan) -> Table {
    table_with(plan, Words::of(Language::En), "Channel")
}

/// The first table with a column of this heading.
fn table_with(plan: &Plan, words: &Words, heading: &str) -> Table {
    let summary = Summary::of(plan, &calc::report(plan), words);
    let has_column = |table: &Table| table.columns.iter().any(|column| column.heading.contains(heading));
    let tables = Document::of(&summary).blocks.into_iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.into_iter().find(has_column).unwrap()
}

/// A shown number in hundredths, so that sums are exact; nothing counts as 0.
fn hundredths(row: &Row, column: usize) -> i64 {
    let shown = row.cells[column].shown().replace(',', "");
    let (whole, fraction) = shown.split_once('.').unwrap_or((&shown, ""));
    if shown.is_empty() { 0 } else { format!("{whole}{fraction:0<2}").parse().unwrap() }
}

/// The rows right below a row.
fn below(rows: &[Row], at: usize) -> impl Iterator<Item = &Row> {
    let depth = rows[at].depth;
    rows[at + 1..].iter().take_while(move |row| row.depth > depth).filter(move |row| row.depth == depth + 1)
}

fn adds_up(table: &Table, column: usize) {
    let rows = &table.rows;
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| matches!(row.rank, Rank::Group | Rank::Part)) {
        let sum: i64 = below(rows, at).map(|row| hundredths(row, column)).sum();
        assert_eq!(sum, hundredths(row, column), "{} in {}", row.cells[0].shown(), table.columns[column].heading);
    }
    let tasks = rows.iter().filter(|row| row.rank == Rank::Group).map(|row| hundredths(row, column)).sum::<i64>();
    let total = rows.iter().find(|row| row.rank == Rank::Total).unwrap();
    assert_eq!(tasks, hundredths(total, column), "total of {}", table.columns[column].heading);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn columns_add_up_whatever_is_planned(
        spends in prop::collection::vec(0_i64..100_000_000, 12),
        ceilings in prop::collection::vec(0.1_f64..5_000.0, 12),
    ) {
        let mut plan = worked_case();
        let allocation = Arc::make_mut(&mut plan.allocation);
        for ((channel, spend), ceiling) in allocation.channels.iter_mut().zip(spends).zip(ceilings) {
            channel.spend = Money::from_minor(spend).unwrap();
            let half_spend = Money::from_minor(1_000_000).unwrap();
            channel.kpi.clear();
            channel.lead_rate = Some(Estimate::exactly(0.1));
            channel.curve = Curve::SShaped { ceiling, half_spend, shape: 1.0, base: 0.3 };
        }
        let table = channel_table(&plan);
        for column in [3, 4, 5] {
            adds_up(&table, column);
        }
    }
}

#[test]
fn a_table_with_one_odd_amount_shows_cents_everywhere() {
    let mut plan = worked_case();
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.channels[0].spend = plan.currency.parse("360000.50").unwrap();
    let table = channel_table(&plan);
    assert!(table.rows.iter().all(|row| row.cells[3].shown().contains('.')));
}

#[test]
fn what_is_expected_stands_in_whole_units() {
    let mut plan = worked_case();
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.channels[0].spend = plan.currency.whole(350_000).unwrap();
    let summary = Summary::of(&plan, &calc::report(&plan), Words::of(Language::En));
    let document = Document::of(&summary);
    let headline = "The plan reaches 86\u{a0}% of the revenue goal: 30,949,731\u{a0}CNY of 36,000,000\u{a0}CNY.";
    let starts = |block: &Block| matches!(block, Block::Paragraph(text) if text.starts_with(headline));
    assert!(document.blocks.iter().any(starts), "{:?}", document.blocks.iter().take(3).collect::<Vec<_>>());
    let goal = document.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.columns[0].heading == "Measure" => Some(table),
        _ => None,
    });
    let revenue = &goal.unwrap().rows[2];
    assert_eq!([1, 2, 3].map(|column| revenue.cells[column].shown()), ["7,260,000", "30,949,731", "36,000,000"]);
    let exact = Cell::Number { shown: "30,949,731".into(), data: "30949731.19".into() };
    assert_eq!(revenue.cells[2], exact, "data stay exact");
}

#[test]
fn where_nobody_owes_anybody_no_party_is_said_to_owe_or_get() {
    let mut plan = worked_case();
    let event = &mut Arc::make_mut(&mut plan.events)[0];
    event.items.iter_mut().for_each(|item| item.payments.clear());
    for words in [Language::En, Language::ZhCn].map(Words::of) {
        let table = table_with(&plan, words, &words.text("report-balance"));
        let column = table.columns.iter().position(|column| column.heading.contains(&words.text("report-balance")));
        for row in table.rows.iter().filter(|row| row.rank == Rank::Item) {
            let Cell::Number { shown, .. } = &row.cells[column.unwrap()] else { panic!("{row:?}") };
            assert!(shown.bytes().all(|byte| !matches!(byte, b'1'..=b'9')), "{shown} above \"nobody owes anybody\"");
        }
    }
}

/// One finding of every kind, about something of the worked case.
fn every_finding(plan: &Plan) -> Vec<Finding> {
    let (id, money) = (Id::from("sem"), Money::from_minor(4_200_000).unwrap());
    let of_channel = || Place::item(Section::Allocation, &id, "lead_rate");
    let mut all = Vec::new();
    let goals = [
        GoalProblem::NotStated,
        GoalProblem::WithoutSentence,
        GoalProblem::Incomplete,
        GoalProblem::DoesNotTieOut { by_customers: money, revenue: money, by_share: money },
        GoalProblem::MilestoneOutsidePeriod,
        GoalProblem::MilestonesNotInOrder,
        GoalProblem::PathMissesGoal { end: money, goal: money },
        GoalProblem::NothingToMeasure,
    ];
    all.extend(goals.map(|problem| Finding::new(of_channel(), problem)));
    let teams = [
        TeamProblem::NoOwner,
        TeamProblem::NoTeam,
        TeamProblem::NoAccountable,
        TeamProblem::NobodyResponsible,
        TeamProblem::KpiPullsAway { kpi: id.clone(), against: id.clone() },
        TeamProblem::KpiUnlinked { kpi: id.clone() },
        TeamProblem::Overloaded { effort: 47.0, capacity: 40.0 },
    ];
    all.extend(teams.map(|problem| Finding::new(of_channel(), problem)));
    let pyramids = [
        PyramidProblem::NoAssessment,
        PyramidProblem::FewCriteria { level: 4, criteria: 1 },
        PyramidProblem::NoEvidence,
        PyramidProblem::NoReason,
        PyramidProblem::LevelOpen { level: 3, answered: 1, criteria: 4 },
        PyramidProblem::LevelShort { level: 3, by: 0.1, step: None },
        PyramidProblem::LevelShort { level: 3, by: 0.1, step: Some((id.clone(), money)) },
    ];
    all.extend(pyramids.map(|problem| Finding::new(of_channel(), problem)));
    all.extend(every_finding_about_money(plan));
    let ripples = [RippleProblem::WithoutFollow, RippleProblem::WithoutLimit { reproduction: 1.5 }];
    all.extend(ripples.map(|problem| Finding::new(of_channel(), problem)));
    let references = [ReferenceProblem::OutsidePeriod, ReferenceProblem::BadPeriod, ReferenceProblem::DuplicateId];
    all.extend(references.map(|problem| Finding::new(of_channel(), problem)));
    all.extend(Referred::ALL.map(|kind| Finding::new(of_channel(), ReferenceProblem::UnknownId(kind))));
    let numbers = [
        NumberProblem::MoneyTooLarge,
        NumberProblem::NotPositive,
        NumberProblem::Negative,
        NumberProblem::RateOutOfRange,
        NumberProblem::RangeUpsideDown,
        NumberProblem::LikelyOutsideRange,
    ];
    all.extend(numbers.map(|problem| Finding::new(of_channel(), problem)));
    let shift = |days| Some(Shift { topic: id.clone(), days, attention: 40_961.0, share: 0.68 });
    for shift in [shift(-6), shift(1), None] {
        let day = jiff::civil::date(2026, 6, 1);
        let mark = EventMark { id: id.clone(), day, attention: 0.0, share: 0.43, carried: false, shift };
        all.push(Finding::new(of_channel(), NotCarried(&mark)));
    }
    all
}

fn every_finding_about_money(plan: &Plan) -> Vec<Finding> {
    let (id, money) = (Id::from("sem"), Money::from_minor(4_200_000).unwrap());
    let event = &plan.events[0];
    let of_channel = || Place::item(Section::Allocation, &id, "lead_rate");
    let of_event = || Place::item(Section::Event, &event.id, "lead_rate");
    let mut all = Vec::new();
    let limit = Limit { spend: money, limit: money };
    let allocations = [
        AllocationProblem::NoChannels,
        AllocationProblem::NoBudget,
        AllocationProblem::OverBudget { by: money },
        AllocationProblem::Unallocated { left: money },
        AllocationProblem::TaskBelowMin(Task::B, limit),
        AllocationProblem::TaskAboveMax(Task::B, limit),
        AllocationProblem::ChannelBelowMin(limit),
        AllocationProblem::ChannelAboveMax(limit),
        AllocationProblem::NoLeadRate,
    ];
    all.extend(allocations.map(|problem| Finding::new(of_channel(), problem)));
    let curves = [
        CurveProblem::Negative,
        CurveProblem::NotPositive,
        CurveProblem::ShapeOutOfRange,
        CurveProblem::PointsNotInOrder,
        CurveProblem::PointsNotRising,
        CurveProblem::PointsNotSaturating,
    ];
    all.extend(curves.map(|problem| Finding::new(of_channel(), AllocationProblem::BadCurve(problem))));
    for (objective, gain) in [(Objective::Registrations, 1_065.3), (Objective::Revenue, 45_000.0)] {
        for revenue_lost in [Money::ZERO, money] {
            all.push(Finding::new(of_channel(), BetterSplit { spend: money, objective, gain, revenue_lost }));
        }
    }
    let splits = [
        SplitProblem::NoParties,
        SplitProblem::NoWeight,
        SplitProblem::TooMany,
        SplitProblem::Lacks(0),
        SplitProblem::DoesNotAddUp(money),
        SplitProblem::DoesNotAddUp(Money::ZERO.minus(money).unwrap()),
    ];
    for (problem, total) in splits.into_iter().flat_map(|problem| [(problem, money), (problem, money.opposite())]) {
        let problem = NotSplit { rule: SplitRule::Alone, items: vec!["venue".into()], total, problem };
        all.push(Finding::new(of_event(), EventProblem::NotSplit(event, &problem)));
    }
    let events = [
        EventProblem::WithoutUs,
        EventProblem::WithoutCost,
        EventProblem::UnfairShare { party: id.clone(), over_by: money },
        EventProblem::PaidTooMuch { item: id.clone(), paid: money, amount: money },
        EventProblem::ReceivedTooMuch { item: id.clone(), received: money, amount: money },
    ];
    all.extend(events.map(|problem| Finding::new(of_event(), problem)));
    all
}

#[test]
fn every_finding_says_what_is_wrong_and_what_mends_it() {
    let plan = worked_case();
    for finding in every_finding(&plan) {
        for language in Language::ALL {
            let words = Words::of(language);
            let lookup = Lookup::new(&plan, words);
            for said in [findings::message(&lookup, &finding), findings::remedy(&lookup, &finding)] {
                let is_chinese = said.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
                assert_eq!(is_chinese, language == Language::ZhCn, "{} says {said:?}", finding.code());
                let bare = ["findings-", "{", "$", "lead_rate"].iter().any(|sign| said.contains(sign));
                assert!(!bare && said != finding.code(), "{} says {said:?}", finding.code());
                assert!(!said.ends_with(['.', '。']), "the report sets the full stops: {said:?}");
            }
        }
    }
}

#[test]
fn a_search_that_ended_early_says_how_much_may_be_missing() {
    let proof = Proof { objective: Objective::Registrations, response: 38_000.0, bound: 38_400.0, certified: false };
    for language in Language::ALL {
        let said = proof.say(Words::of(language));
        assert!(said.contains("400") && said.contains("38,400"), "{said}");
        assert_ne!(said, Proof { certified: true, ..proof }.say(Words::of(language)));
    }
}

#[test]
fn the_same_money_split_better_stands_in_the_summary() {
    let mut plan = worked_case();
    let better = |plan: &Plan| Summary::of(plan, &calc::report(plan), Words::of(Language::En)).proposal.unwrap();
    let now = better(&plan);
    assert!(now.worth_it && now.certified);
    assert_eq!(now.channels.iter().map(|row| row.name.as_str()).next(), Some("Developer-club forums"));
    let moved: i64 = now.channels.iter().map(|row| row.proposed.money.minor() - row.present.money.minor()).sum();
    assert_eq!(moved, 0, "the same money");
    let allocation = Arc::make_mut(&mut plan.allocation);
    for row in &now.channels {
        let channel = allocation.channels.iter_mut().find(|channel| channel.id.as_str() == row.id).unwrap();
        channel.spend = row.proposed.money;
    }
    let then = better(&plan);
    assert!(!then.worth_it && then.channels.is_empty(), "adopted, there is nothing better");
    assert!(calc::report(&plan).findings.iter().all(|finding| finding.code() != "better-split"));
}

/// Very many channels have the finding, but no table of ten thousand moves.
#[test]
fn the_same_money_split_better_is_a_finding_of_ten_thousand_channels() {
    for (channels, told) in [(300, true), (301, false), (10_000, false), (10_001, false)] {
        let plan = large_plan::large(channels);
        let report = calc::report(&plan);
        let found = report.findings.iter().any(|finding| finding.code().starts_with("better-split"));
        assert_eq!(found, channels <= 10_000, "{channels}");
        let summary = Summary::of(&plan, &report, Words::of(Language::En)).with_frontier(&report);
        assert_eq!((summary.proposal.is_some(), summary.frontier.is_some()), (told, told), "{channels}");
        if let Some(suggestion) = &report.same_money {
            assert!(suggestion.answer.certified && suggestion.change.total <= suggestion.change.present, "{channels}");
        }
    }
}

/// The text for partners says what is special about an item, what is still to be paid, and why nothing is settled.
#[test]
fn the_text_for_partners_says_what_is_special() {
    let plan = worked_case();
    let mut event = plan.events[0].clone();
    let letter = |event: &Event, language, way| {
        let report = calc::event::report(event);
        let settling = Settling { words: Words::of(language), currency: &plan.currency, event, report: &report };
        settling.for_partners(way, "Halyard")
    };
    let pay = |party: &str, units| Payment { party: party.into(), amount: plan.currency.whole(units).unwrap() };
    event.items[0].payments = vec![pay("northpeak", 20_000), pay("us", 8_000)];
    event.items[1].rule = Some(SplitRule::Equal);
    event.items[2].shared_by = vec!["us".into(), "quill".into()];
    event.items[3].payments.clear();
    let english = [
        "- Venue, one day: 48,000; paid by Northpeak Cloud (20,000), Halyard (8,000)",
        "- Furniture and power: 12,000; paid by Northpeak Cloud; shared in equal parts",
        "- Stage, sound, light: 36,000; paid by Halyard; only for Halyard, Quill Docs",
        "- Catering, 320 guests: 20,000; not paid yet",
        "40,000\u{a0}CNY is not paid yet: owed to the suppliers, in no transfer.",
    ];
    let chinese = [
        "- Venue, one day：48,000；Northpeak Cloud 20,000、Halyard 8,000已付",
        "- Furniture and power：12,000；Northpeak Cloud已付；各方平均分摊",
        "；仅由Halyard、Quill Docs分摊",
        "- Catering, 320 guests：20,000；尚未付款",
        "还有 40,000\u{a0}元未付：应付给供应商，不计入转账。",
    ];
    for (language, expected) in [(Language::En, &english), (Language::ZhCn, &chinese)] {
        let text = letter(&event, language, Way::Fewest);
        for line in expected {
            assert!(text.contains(line), "{line:?} is missing in\n{text}");
        }
        let transfers =
            |text: &str| text.lines().filter(|line| line.contains(" pays ") || line.contains("付给")).count();
        assert!(transfers(&letter(&event, language, Way::Direct)) > transfers(&text));
    }
    event.items[0].payments = vec![pay("us", 50_000)];
    let text = letter(&event, Language::En, Way::Fewest);
    assert!(text.ends_with("nothing is settled until its amount or payments are corrected.\n"), "{text}");
}

#[test]
fn an_event_that_cannot_be_shared_names_every_item_that_does_not_add_up() {
    let mut plan = worked_case();
    let event = &mut std::sync::Arc::make_mut(&mut plan.events)[0];
    event.rule = SplitRule::Percent;
    event.items.truncate(3);
    event.items[1].rule = Some(SplitRule::Amounts);
    for party in &mut event.parties {
        (party.percent, party.amount) = (Some(18.0), Some(plan.currency.whole(2_000).unwrap()));
    }
    let report = calc::report(&plan);
    let said: Vec<String> = report
        .findings
        .iter()
        .filter(|finding| finding.code() == "event-not-split")
        .map(|finding| findings::message(&Lookup::new(&plan, Words::of(Language::En)), finding))
        .collect();
    // 10 % of 84,000, and 2,000 of 12,000.
    let expected = [
        "The cost of \"Venue, one day\", \"Stage, sound, light\" of Developer Day, Hangzhou cannot be shared: \
         8,400\u{a0}CNY is missing",
        "The cost of \"Furniture and power\" of Developer Day, Hangzhou cannot be shared: 2,000\u{a0}CNY is missing",
    ];
    assert_eq!(said, expected);
    let event = &plan.events[0];
    let reasons = |language| Reasons { words: Words::of(language), currency: &plan.currency, event };
    let all = |language, problems| reasons(language).all(problems);
    let problems = &report.events[0].problems;
    assert_eq!(
        all(Language::En, problems),
        "\"Venue, one day\", \"Stage, sound, light\": 8,400\u{a0}CNY is missing; \
         \"Furniture and power\": 2,000\u{a0}CNY is missing"
    );
    let rule = |rule| report.events[0].rules.iter().find(|row| row.rule == rule).unwrap().shares.clone();
    assert_eq!(all(Language::ZhCn, &rule(SplitRule::Percent).unwrap_err()), "还差 9,600\u{a0}元");
    // Its own share is not known: a dash, which counts as nothing.
    let summary = Summary::of(&plan, &report, Words::of(Language::En));
    let text = ripple_planner::report::formats::text::write(&Document::of(&summary));
    let row = text.lines().find(|line| line.contains("Developer Day, Hangzhou, own share")).unwrap();
    assert!(row.matches('—').count() == 2, "{row}");
    assert_eq!(serde_json::to_value(summary.events[0].own_share).unwrap(), 0);
}

/// Ten thousand billion are the most that is calculated with; two such budgets are not nothing together.
#[test]
fn a_sum_that_is_too_large_is_said_to_be_that() {
    let mut plan = worked_case();
    let largest = plan.currency.whole(9_000_000_000_000).unwrap();
    let allocation = Arc::make_mut(&mut plan.allocation);
    (allocation.channels[0].spend, allocation.channels[1].spend) = (largest, largest);
    allocation.class_a.value = Estimate::exactly(largest);
    for language in Language::ALL {
        let words = Words::of(language);
        let summary = Summary::of(&plan, &calc::report(&plan), words);
        let json: serde_json::Value = serde_json::from_str(&formats::json::write(&summary).unwrap()).unwrap();
        for null in
            ["/allocation/allocated", "/allocation/tasks/0/budget", "/goal/revenue/expected", "/goal/attainment"]
        {
            assert_eq!(json.pointer(null), Some(&serde_json::Value::Null), "{null}");
        }
        let text = formats::text::write(&Document::of(&summary));
        let too_large = words.text("report-too-large");
        let total = text.lines().find(|line| line.trim_start().starts_with(&words.text("common-total"))).unwrap();
        assert!(total.contains(&too_large), "{total}");
        assert!(text.matches(&too_large).count() > 3, "{text}");
        let registrations = number::count(summary.allocation.registrations.0, 0);
        let sentence = t!(words, "report-allocation-too-large", registrations = registrations);
        assert!(text.contains(&sentence), "{text}");
    }
}

/// A sum that is not known stands at zero: nothing may be divided by it, or shown for it.
#[test]
fn nothing_is_made_of_a_sum_that_is_too_large() {
    let mut plan = worked_case();
    let known = calc::report(&plan);
    assert!(known.allocation.total.average_cost.is_some() && known.chain.rate(Link::Reach, &plan.currency).is_some());
    assert!(!known.backwards.unwrap().with(None).total.money.is_nan());
    let largest = plan.currency.whole(9_000_000_000_000).unwrap();
    let event = &mut Arc::make_mut(&mut plan.events)[0];
    (event.items[0].amount, event.items[1].amount) = (largest, largest);
    let report = calc::report(&plan);
    assert_eq!(report.allocation.total.average_cost, None);
    assert_eq!(report.chain.rate(Link::Reach, &plan.currency), None);
    let backwards = report.backwards.unwrap();
    let now = backwards.with(None);
    let mut columns = now.columns.iter().map(|(_, column)| column).chain([&now.total]);
    assert!(columns.all(|column| column.money.is_nan()) && now.total.revenue > 0.0);
}

#[test]
fn a_step_that_is_too_large_is_said_to_be_that_and_not_drawn() {
    let mut plan = worked_case();
    let is_waterfall =
        |block: &Block| matches!(block, Block::Drawing(drawing) if matches!(drawing.shape, Shape::Waterfall(_)));
    let of_ripples = |plan: &Plan| {
        let document = Document::of(&Summary::of(plan, &calc::report(plan), Words::of(Language::En)));
        let drawn = document.blocks.iter().filter(|block| match block {
            Block::Beside(_, right) => right.iter().any(is_waterfall),
            block => is_waterfall(block),
        });
        (drawn.count(), formats::text::write(&document))
    };
    assert_eq!(of_ripples(&plan).0, 1);
    Arc::make_mut(&mut plan.ripples)[0].funnel.value =
        Estimate::exactly(plan.currency.whole(9_000_000_000_000).unwrap());
    let (drawn, text) = of_ripples(&plan);
    assert_eq!(drawn, 0);
    let row = text.lines().find(|line| line.trim_start().starts_with("Funnel")).unwrap();
    assert!(row.contains("too large to calculate with"), "{row}");
}

#[test]
fn the_rows_of_a_proposal_add_up_to_its_total() {
    let plan = file::read_text(include_str!("../saved_plans/worked-case.ron")).unwrap();
    let summary = Summary::of(&plan, &calc::report(&plan), Words::of(Language::En));
    let better = summary.proposal.as_ref().unwrap();
    let moved: i64 = better.channels.iter().map(|channel| channel.present.money.minor()).sum();
    let rest = (better.spend.money.minor() - moved) / 100;
    assert!(rest > 0, "own shares of events never move");
    let written = formats::text::write(&Document::of(&summary));
    let says = format!("Total, {},000 of it unchanged", rest / 1_000);
    assert!(written.contains(&says), "{written}");
}

#[test]
fn a_share_that_is_too_large_makes_its_sums_too_large() {
    let mut plan = worked_case();
    let largest = plan.currency.whole(9_000_000_000_000).unwrap();
    let event = &mut Arc::make_mut(&mut plan.events)[0];
    (event.items[0].amount, event.items[1].amount) = (largest, largest);
    let report = calc::report(&plan).allocation;
    let task = plan.events[0].task;
    assert!(report.too_large && report.total.too_large && report.task(task).too_large);
    assert!(Task::ALL.iter().filter(|other| **other != task).all(|other| !report.task(*other).too_large));
    assert_eq!((report.unallocated, report.unknown_share()), (None, Some(0)));
    for language in Language::ALL {
        let words = Words::of(language);
        let summary = Summary::of(&plan, &calc::report(&plan), words);
        let json: serde_json::Value = serde_json::from_str(&formats::json::write(&summary).unwrap()).unwrap();
        let task = format!("/allocation/tasks/{}/budget", task as usize);
        for null in ["/allocation/allocated", &task, "/allocation/unallocated", "/allocation/events/0/budget"] {
            assert_eq!(json.pointer(null), Some(&serde_json::Value::Null), "{null}");
        }
        let text = formats::text::write(&Document::of(&summary));
        let total = text.lines().find(|line| line.trim_start().starts_with(&words.text("common-total"))).unwrap();
        assert!(total.contains(&words.text("report-too-large")), "{total}");
    }
}
