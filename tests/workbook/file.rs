//! What stands in the workbook: what the summary says, words that stay words, formulas every spreadsheet knows.

use std::collections::BTreeSet;

use calamine::Data;
use ripple_planner::calc::scenario::alternatives::alternatives;
use ripple_planner::calc::{self, odds};
use ripple_planner::plan::{Curve, Date, Plan, Scenario};
use ripple_planner::report::summary::figure::Amount;
use ripple_planner::report::{Summary, workbook};
use ripple_planner::t;
use ripple_planner::words::clean::one_line;
use ripple_planner::words::{Language, Words};

use crate::cells::{Cells, DAY, bytes};
use crate::plans::{
    blank, by_month, by_month_happened, chinese, english, happened, large, money, odd, odd_by_month, rules, too_large,
};

fn cases() -> Vec<(&'static str, Plan)> {
    vec![
        ("worked case", english()),
        ("范例", chinese()),
        ("blank", blank()),
        ("odd", odd()),
        ("rules", rules(3)),
        ("200 channels", large()),
        ("too large", too_large()),
        ("months that are over", happened()),
        ("by month", by_month()),
        ("by month, odd", odd_by_month()),
        ("by month, of which some are over", by_month_happened()),
    ]
}

/// A workbook of a plan in English, and its summary.
struct Case {
    name: &'static str,
    plan: Plan,
    summary: Summary,
    cells: Cells,
}

impl Case {
    fn of((name, plan): (&'static str, Plan)) -> Self {
        let summary = Summary::of(&plan, &calc::report(&plan), Words::of(Language::En));
        let cells = Cells::of(&plan, Language::En);
        Self { name, plan, summary, cells }
    }

    fn unit(&self, words: &str) -> String {
        let code = &self.plan.currency.code;
        format!("{words}, {code}")
    }

    #[track_caller]
    fn is(&self, sheet: &str, row: u32, col: u32, expected: Option<f64>) {
        // Nothing is an empty cell, or one whose formula shows nothing.
        assert_eq!(self.cells.number(sheet, row, col), expected, "{}: {sheet}, row {row}, column {col}", self.name);
    }

    /// An amount to the minor unit; what is too large stands as words.
    #[track_caller]
    fn is_amount(&self, sheet: &str, row: u32, col: u32, expected: Amount) {
        if expected.is_too_large() {
            let words = Data::String("too large to calculate with".into());
            assert_eq!(self.cells.value(sheet, row, col), words, "{}: {sheet}, row {row}, column {col}", self.name);
        } else {
            let found = self.cells.number(sheet, row, col).unwrap_or(f64::NAN);
            assert_eq!(
                self.plan.currency.amount(found),
                Some(expected.money),
                "{}: {sheet}, row {row}, column {col}",
                self.name
            );
        }
    }
}

/// Columns of the sheet with the channels.
const BUDGET: u32 = 4;
const SHARE: u32 = 5;
const REGISTRATIONS: u32 = 6;
const AVERAGE: u32 = 7;
const NEXT: u32 = 8;
const LEADS: u32 = 12;

#[test]
fn channels_stand_as_the_summary_says() {
    for case in cases().into_iter().map(Case::of) {
        let allocation = &case.summary.allocation;
        let sheet = "Channels";
        let mut row = 7;
        for task in &allocation.tasks {
            case.is_amount(sheet, row, BUDGET, task.budget);
            case.is(sheet, row, SHARE, Some(task.share.0));
            case.is(sheet, row, REGISTRATIONS, Some(task.registrations.0));
            case.is(sheet, row, LEADS, Some(task.leads.0));
            let average = task.average_cost.filter(|_| !task.budget.is_too_large());
            case.is(sheet, row, AVERAGE, average.map(|cost| cost.0));
            row += 1;
            for channel in allocation.channels.iter().filter(|channel| channel.task == task.task) {
                assert_eq!(case.cells.value(sheet, row, 0), Data::String(one_line(&channel.name)));
                case.is_amount(sheet, row, BUDGET, channel.budget);
                case.is(sheet, row, SHARE, Some(channel.share.0));
                case.is(sheet, row, REGISTRATIONS, Some(channel.registrations.0));
                case.is(sheet, row, AVERAGE, channel.average_cost.map(|cost| cost.0));
                let next = case.cells.number(sheet, row, NEXT).unwrap_or(0.0);
                assert!(next.total_cmp(&channel.next.0).is_eq() || channel.next.0 == 0.0, "{next}");
                case.is(sheet, row, LEADS, Some(channel.leads.0));
                row += 1;
            }
            for event in allocation.events.iter().filter(|event| event.task == task.task) {
                case.is_amount(sheet, row, BUDGET, event.budget);
                case.is(sheet, row, LEADS, Some(event.leads.0));
                row += 1;
            }
        }
        case.is_amount(sheet, row, BUDGET, allocation.allocated);
        case.is(sheet, row, REGISTRATIONS, Some(allocation.registrations.0));
        assert_eq!(case.cells.value(sheet, row, 0), Data::String("Total".into()));
        if let Some(budget) = allocation.budget {
            case.is_amount(sheet, 3, 1, budget);
        }
        if let Some(left) = allocation.unallocated {
            case.is_amount(sheet, 5, 1, left);
        }
    }
}

#[test]
fn the_goal_stands_as_the_summary_says() {
    for case in cases().into_iter().map(Case::of) {
        let goal = &case.summary.goal;
        let sheet = "Goal";
        let row = |words: &str| case.cells.row(sheet, words, 3);
        for (row, reach) in [(row("Mobile-social customers"), goal.customers), (row("Contribution share"), goal.share)]
        {
            case.is(sheet, row, 1, reach.baseline.map(|number| number.0));
            case.is(
                sheet,
                row,
                2,
                reach
                    .expected
                    .map(|number| number.0)
                    .filter(|_| row == 4 || !goal.revenue.expected.unwrap().is_too_large()),
            );
            case.is(sheet, row, 3, reach.target.map(|number| number.0));
            case.is(sheet, row, 4, reach.attainment.map(|number| number.0));
        }
        for (words, reach) in [
            ("Value per customer", goal.value_per_customer),
            ("Contributed revenue", goal.revenue),
            ("Total revenue", goal.total_revenue),
        ] {
            let row = row(&case.unit(words));
            for (col, amount) in [(1, reach.baseline), (2, reach.expected), (3, reach.target)] {
                match amount {
                    Some(amount) => case.is_amount(sheet, row, col, amount),
                    None => case.is(sheet, row, col, None),
                }
            }
            case.is(sheet, row, 4, reach.attainment.map(|number| number.0));
        }
        for (class, words) in [("A", "Class A"), ("B", "Class B")] {
            let row = case.cells.row(sheet, words, 20);
            let expected = case.summary.track.as_ref().and_then(|track| track.expected.as_ref());
            let of_plan = &case.summary.allocation;
            let (leads, customers) = expected
                .map_or((&of_plan.leads, &of_plan.customers), |expected| (&expected.leads, &expected.customers));
            case.is(sheet, row, 1, Some(leads[class].0));
            case.is(sheet, row, 3, Some(customers[class].0));
        }
    }
}

#[test]
fn shares_of_events_stand_as_the_summary_says_and_sum_to_the_total() {
    for case in cases().into_iter().map(Case::of).filter(|case| !case.summary.events.is_empty()) {
        let sheet = "Shared events";
        let mut from = 3;
        for event in &case.summary.events {
            let title = case.cells.values.iter().find(|((name, row, col), value)| {
                name == sheet && *row >= from && *col == 0 && value.to_string().starts_with(&event.name)
            });
            from = title.unwrap().0.1;
            if event.shares.is_empty() {
                continue;
            }
            let heads = case.cells.row(sheet, "Party", from);
            let share =
                (0..12).find(|col| case.cells.value(sheet, heads, *col) == Data::String(case.unit("Share"))).unwrap();
            let mut minor = 0;
            for (row, part) in (heads + 1..).zip(&event.shares) {
                case.is_amount(sheet, row, share, part.share);
                case.is_amount(sheet, row, share + 1, part.paid);
                case.is_amount(sheet, row, share + 2, part.received);
                case.is_amount(sheet, row, share + 3, part.balance);
                match part.saving {
                    Some(saving) => case.is_amount(sheet, row, share + 4, saving),
                    None => case.is(sheet, row, share + 4, None),
                }
                let found = case.cells.number(sheet, row, share).unwrap();
                minor += case.plan.currency.amount(found).unwrap().minor();
            }
            assert_eq!(minor, event.total.money.minor(), "{}: {}", case.name, event.name);
            let transfers = case.cells.row(sheet, "From", heads);
            for (row, transfer) in (transfers + 1..).zip(&event.transfers) {
                assert_eq!(case.cells.value(sheet, row, 0), Data::String(one_line(&transfer.from)));
                case.is_amount(sheet, row, 2, transfer.amount);
            }
        }
    }
}

#[test]
fn ripples_levels_and_attention_stand_as_the_summary_says() {
    for case in cases().into_iter().map(Case::of) {
        let mut from = 3;
        for ripple in &case.summary.ripples {
            let heads = case.cells.row("Ripples", "Step", from);
            for (row, step) in (heads + 1..).zip(&ripple.steps) {
                case.is_amount("Ripples", row, 1, step.cost);
                case.is("Ripples", row, 2, Some(step.people.0));
                case.is("Ripples", row, 3, Some(step.leads.0));
                case.is("Ripples", row, 4, Some(step.customers.0));
                case.is_amount("Ripples", row, 5, step.revenue);
                case.is("Ripples", row, 6, step.roi.map(|roi| roi.0));
            }
            from = heads + 1;
        }
        if case.cells.sheets.iter().any(|sheet| sheet == "Pyramid") {
            let pyramid = &case.summary.pyramid;
            for (row, level) in (7..).zip(&pyramid.levels) {
                case.is("Pyramid", row, 2, level.score.map(|score| score.0));
                let holds = if level.holds { "yes" } else { "no" };
                assert_eq!(case.cells.value("Pyramid", row, 3), Data::String(holds.into()));
                let open = i32::try_from(level.criteria - level.answered).unwrap();
                case.is("Pyramid", row, 4, Some(f64::from(open)));
            }
            case.is("Pyramid", 3, 2, Some(f64::from(pyramid.reached)));
            case.is("Pyramid", 4, 2, pyramid.mean.map(|mean| mean.0));
        }
        let calendar = &case.summary.calendar;
        if case.cells.sheets.iter().any(|sheet| sheet == "Topics") && !calendar.events.is_empty() {
            let heads = case.cells.row("Topics", "Event", 3);
            for (row, event) in (heads + 1..).zip(&calendar.events) {
                case.is("Topics", row, 2, Some(event.attention.0));
                case.is("Topics", row, 3, Some(event.share.0));
                assert!(matches!(case.cells.value("Topics", row, 1), Data::DateTime(day) if day.is_datetime()));
            }
        }
    }
}

#[test]
fn months_end_at_what_is_expected() {
    for case in cases().into_iter().map(Case::of) {
        let report = calc::report(&case.plan);
        for (row, point) in (6..).zip(&report.goal.months) {
            case.is_amount("Months", row, 2, Amount::new(&case.plan.currency, point.expected));
            match point.path {
                Some(path) => case.is_amount("Months", row, 3, Amount::new(&case.plan.currency, path)),
                None => case.is("Months", row, 3, None),
            }
        }
    }
}

#[test]
fn months_of_channels_stand_as_they_are_calculated_and_lead_to_their_registrations() {
    let sheet = "Money by month";
    for case in [("by month", by_month()), ("over", by_month_happened())].map(Case::of) {
        let report = calc::report(&case.plan);
        let heads = case.cells.row(sheet, "Registrations", 3);
        for (index, row) in report.allocation.channels.iter().enumerate() {
            let [money, won] = [5, heads + 2].map(|first| first + u32::try_from(index).unwrap());
            let Some(months) = &row.months else { continue };
            for (col, (spend, registrations)) in (3..).zip(months.spends.iter().zip(&months.registrations)) {
                case.is_amount(sheet, money, col, Amount::new(&case.plan.currency, *spend));
                case.is(sheet, won, col, Some(*registrations));
            }
            case.is(sheet, won, 2, Some(row.won.registrations));
        }
        // Who changes a month of a channel that has money in it changes what the goal is reached by.
        let reached = backwards_from(&case.cells, ("Goal".to_owned(), 6, 4));
        for (row, col) in [(5, 3), (6, 14), (7, 4), (8, 3)] {
            assert!(reached.contains(&(sheet.to_owned(), row, col)), "{}: row {row}, column {col}", case.name);
        }
    }
    assert!(!Cells::of(&english(), Language::En).sheets.iter().any(|name| name == sheet), "nothing to show");
}

#[test]
fn words_never_become_formulas() {
    let cells = Cells::of(&odd(), Language::ZhCn);
    for words in ["=SUM(A1:A9)", "+1", "-1", "@x", "a b c", "'quoted'", "&amp; <x>", "=1+1 & <b>"] {
        let places: Vec<_> = cells.values.iter().filter(|(_, value)| **value == Data::String(words.into())).collect();
        assert!(!places.is_empty(), "{words}");
        assert!(places.iter().all(|(place, _)| !cells.formulas.contains_key(place)), "{words}");
    }
}

/// Functions that Excel 2016, WPS and `LibreOffice` 7.4 all have.
const KNOWN: [&str; 21] = [
    "ABS",
    "AND",
    "AVERAGE",
    "COUNT",
    "COUNTBLANK",
    "COUNTIF",
    "EXP",
    "GCD",
    "IF",
    "INT",
    "MAX",
    "MIN",
    "MOD",
    "N",
    "OR",
    "ROUND",
    "SIGN",
    "SUM",
    "SUMIF",
    "SUMPRODUCT",
    "NOT",
];

#[test]
fn formulas_use_only_functions_that_every_spreadsheet_has() {
    let mut used: BTreeSet<String> = BTreeSet::new();
    for (_, plan) in cases() {
        for formula in Cells::of(&plan, Language::En).formulas.values() {
            // What stands in quotes is no function.
            let bare: String = formula.split(['"', '\'']).step_by(2).collect();
            for (at, _) in bare.match_indices('(') {
                let name: String =
                    bare[..at].chars().rev().take_while(|c| c.is_ascii_alphanumeric() || *c == '.').collect();
                used.insert(name.chars().rev().collect());
            }
        }
    }
    used.remove("");
    let unknown: Vec<_> = used.iter().filter(|name| !KNOWN.contains(&name.as_str())).collect();
    assert!(unknown.is_empty() && used.len() > 12, "{used:?}");
}

#[test]
fn every_budget_leads_to_the_goal() {
    let cells = Cells::of(&english(), Language::En);
    // From the attainment to each budget.
    let reached = backwards_from(&cells, ("Goal".to_owned(), 6, 4));
    // A fixed curve brings the same whatever is spent.
    let plan = english();
    let buys_more = plan.allocation.channels.iter().filter(|channel| !matches!(channel.curve, Curve::Fixed { .. }));
    let budgets = reached.iter().filter(|(sheet, _, col)| sheet == "Channels" && *col == BUDGET).count();
    assert_eq!(budgets, buys_more.count());
    assert!(reached.iter().any(|(sheet, ..)| sheet == "Ripples"));
}

/// All cells that one comes to who follows the references of formulas backwards.
fn backwards_from(cells: &Cells, place: (String, u32, u32)) -> BTreeSet<(String, u32, u32)> {
    let (mut open, mut reached) = (vec![place], BTreeSet::new());
    while let Some(place) = open.pop() {
        if !reached.insert(place.clone()) {
            continue;
        }
        let Some(formula) = cells.formulas.get(&place) else { continue };
        open.extend(references(formula, &place.0));
    }
    reached
}

/// The cells a formula refers to.
fn references(formula: &str, own: &str) -> Vec<(String, u32, u32)> {
    let mut found = Vec::new();
    let mut sheet = own.to_owned();
    let mut rest = formula;
    while let Some(first) = rest.chars().next() {
        if first == '\'' {
            let end = rest[1..].find('\'').unwrap() + 1;
            rest[1..end].clone_into(&mut sheet);
            rest = &rest[end + 2..];
            continue;
        }
        let (one, after) = cell(rest);
        if let Some((row, col)) = one {
            let (last, after_last) = after.strip_prefix(':').map_or((None, after), cell);
            let (last_row, last_col) = last.unwrap_or((row, col));
            for row in row..=last_row {
                found.extend((col..=last_col).map(|col| (sheet.clone(), row, col)));
            }
            rest = after_last;
            own.clone_into(&mut sheet);
        } else {
            rest = &rest[first.len_utf8()..];
        }
    }
    found
}

/// A cell such as `$F$5` at the beginning of a text, and what follows it.
fn cell(text: &str) -> (Option<(u32, u32)>, &str) {
    let bare = text.strip_prefix('$').unwrap_or(text);
    let letters = bare.chars().take_while(char::is_ascii_uppercase).count();
    let digits_from = bare[letters..].strip_prefix('$').unwrap_or(&bare[letters..]);
    let digits = digits_from.chars().take_while(char::is_ascii_digit).count();
    if letters == 0 || digits == 0 {
        return (None, text);
    }
    let col = bare[..letters].bytes().fold(0, |col, letter| col * 26 + u32::from(letter - b'A') + 1) - 1;
    let row: u32 = digits_from[..digits].parse().unwrap();
    (Some((row - 1, col)), &digits_from[digits..])
}

#[test]
fn the_same_plan_and_day_give_the_same_bytes() {
    for language in Language::ALL {
        let (plan, report) = (english(), calc::report(&english()));
        assert!(bytes(&plan, &report, language) == bytes(&plan, &report, language));
        let summary = Summary::of(&plan, &report, Words::of(language));
        let later = workbook::write(&plan, &report, &summary, Date::constant(2026, 4, 11)).unwrap();
        assert!(later != bytes(&plan, &report, language) && DAY < Date::constant(2026, 4, 11));
    }
}

#[test]
fn sheets_stand_in_the_language_and_those_without_content_are_left_out() {
    let sheets = |plan: &Plan, language| Cells::of(plan, language).sheets.join(" ");
    assert_eq!(
        sheets(&chinese(), Language::ZhCn),
        "目标 渠道 假设 共享活动 波纹 月度 金字塔 团队 话题 建议与可能性 说明"
    );
    assert_eq!(sheets(&blank(), Language::En), "Goal Channels Assumptions Months Team Notes");
}

#[test]
fn what_takes_a_search_or_draws_stands_as_values_of_the_summary() {
    for (plan, language, sheet) in
        [(english(), Language::En, "Proposal and odds"), (chinese(), Language::ZhCn, "建议与可能性")]
    {
        let (report, words) = (calc::report(&plan), Words::of(language));
        let settings = odds::Settings { draws: 500, seed: odds::SEED, threads: 1, stop: &|| false };
        let drawn = odds::odds(&plan, &report, &settings).unwrap();
        let summary =
            Summary::of(&plan, &report, words).with_odds(&plan, &report, &drawn, words).with_frontier(&report);
        let spend = plan.allocation.channels.iter().map(|channel| (channel.id.clone(), money(1_000_050))).collect();
        let scenario = Scenario { spend, ..Scenario::new("less".into(), "Less") };
        let both = alternatives(&plan, &[&scenario], &settings).unwrap();
        let summary = summary.with_scenarios(&both, &[], words);
        let cells = Cells::read(&workbook::write(&plan, &report, &summary, DAY).unwrap());
        let here = || cells.values.iter().filter(|((name, ..), _)| name == sheet);
        assert!(cells.formulas.keys().all(|(name, ..)| name != sheet), "values alone");
        let rows: BTreeSet<u32> = here().map(|((_, row, _), _)| *row).collect();
        let row = |row: &u32| -> Vec<f64> {
            let numbers = here().filter(|((_, at, _), _)| at == row).filter_map(|(_, value)| match value {
                Data::Float(number) => Some(*number),
                _ => None,
            });
            numbers.collect()
        };
        let rows: Vec<Vec<f64>> = rows.iter().map(row).collect();
        let stands = |expected: &[f64]| {
            let same = |row: &Vec<f64>| {
                row.len() >= expected.len()
                    && row.iter().zip(expected).all(|(one, other)| (one - other).abs() <= 1e-9 * other.abs().max(1.0))
            };
            assert!(rows.iter().any(same), "{language:?}: {expected:?}");
        };
        let units = |amount: Amount| plan.currency.units(amount.money);
        for channel in &summary.proposal.as_ref().unwrap().channels {
            stands(&[units(channel.present), units(channel.proposed), channel.change.0]);
        }
        let odds = summary.odds.as_ref().unwrap();
        stands(&[odds.registrations.p10.0, odds.registrations.p50.0, odds.registrations.p90.0]);
        stands(&[units(odds.revenue.p10), units(odds.revenue.p50), units(odds.revenue.p90)]);
        let [base, less] = summary.scenarios.as_slice() else { panic!("two side by side") };
        stands(&[units(base.allocated), units(less.allocated)]);
        stands(&[units(base.channels[0].budget), 10_000.5]);
        stands(&[base.customers.0, less.customers.0]);
        stands(&[base.attainment.unwrap().0 * 100.0, less.attainment.unwrap().0 * 100.0]);
        for point in &summary.frontier.as_ref().unwrap().points {
            stands(&[point.budget.0, point.response.0]);
        }
        let drawn = t!(words, "workbook-outlook-seed", draws = "500", seed = odds::SEED.to_string());
        assert!(here().any(|(_, value)| value.to_string() == drawn), "{drawn}");
    }
}
