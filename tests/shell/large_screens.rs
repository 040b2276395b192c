//! Large screens are used: pages fill their height, and names stay near their numbers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use crate::app::{App, Start, click, press, words, worked_case};
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::Plan;
use ripple_planner::words::Words;

const SIZES: [[f32; 2]; 2] = [[1920.0, 1080.0], [2560.0, 1440.0]];
const LANGUAGES: [Language; 2] = [Language::English, Language::Chinese];

/// The window of a plan in each size, and in each language once.
fn in_each(plan: &Plan, look: impl Fn(&mut App, [f32; 2], Language)) {
    for (size, language) in SIZES.into_iter().zip(LANGUAGES) {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start { size, ..Start::of(folder.path(), plan, language) }.open();
        look(&mut app, size, language);
    }
}

fn show_events(app: &mut App, words: &Words) {
    press(app, Command::Show(Tab::Allocation));
    click(app, Role::RadioButton, &words.text("event-shared-events"));
}

/// What stands on the page, without the bars around it.
fn page_of(app: &App, [_, height]: [f32; 2]) -> Vec<crate::painted::Line> {
    let on_page = |line: &crate::painted::Line| {
        line.whole.left() > 150.0 && line.whole.top() > 48.0 && line.seen.bottom() < height - 28.0
    };
    crate::painted::lines(app).into_iter().filter(on_page).collect()
}

/// How far it is from words to the next at their right, on their line.
fn gap_behind(lines: &[crate::painted::Line], text: &str) -> f32 {
    let name = lines.iter().find(|line| line.text == text).unwrap_or_else(|| panic!("{text} is not painted"));
    let beside = |line: &&crate::painted::Line| {
        (line.whole.center().y - name.whole.center().y).abs() < 5.0 && line.whole.left() > name.whole.right() - 1.0
    };
    let next = lines.iter().filter(beside).map(|line| line.whole.left()).fold(f32::INFINITY, f32::min);
    next - name.whole.right()
}

/// A plan that is complete in every tab.
fn after_five_months() -> Plan {
    file::read_text(include_str!("../../saved_plans/worked-case-track.ron")).unwrap()
}

#[test]
fn pages_use_the_height_there_is() {
    in_each(&after_five_months(), |app, size, language| {
        let ends = |app: &App, page: &str| {
            let lines = page_of(app, size);
            let left = lines.iter().map(|line| line.whole.left()).fold(f32::INFINITY, f32::min);
            let right = lines.iter().map(|line| line.whole.right()).fold(0.0, f32::max);
            assert!(right - left < 2_130.0, "{language:?}, {page}: from {left} to {right}");
            let lowest = lines.iter().map(|line| line.seen.bottom()).fold(0.0, f32::max);
            assert!(lowest > 0.74 * size[1], "{language:?}, {size:?}, {page}: the page ends at {lowest}");
        };
        // The settings are few; the summary is a sheet on a desk.
        let pages = Tab::ALL.into_iter().filter(|tab| ![Tab::Settings, Tab::Summary].contains(tab));
        for tab in pages {
            press(app, Command::Show(tab));
            ends(app, &format!("{tab:?}"));
        }
        show_events(app, words(language));
        ends(app, "shared events");
    });
}

#[test]
fn nothing_is_cut_or_overprinted() {
    let plans = [
        worked_case(|_| ()),
        worked_case(crate::stretched::multiply),
        file::read_text(include_str!("../../saved_plans/blank.ron")).unwrap(),
    ];
    for plan in plans {
        in_each(&plan, |app, [width, height], language| {
            let mut faults = Vec::new();
            for tab in Tab::ALL.into_iter().filter(|tab| *tab != Tab::Summary) {
                press(app, Command::Show(tab));
                let found = crate::painted::faults(app, &plan, width, false);
                faults.extend(found.into_iter().map(|fault| format!("{language:?}, {height}, {tab:?}: {fault}")));
            }
            if !plan.events.is_empty() {
                show_events(app, words(language));
                // The rules of many parties are wider than their page.
                let found = crate::painted::faults(app, &plan, width, plan.events.len() > 1);
                faults.extend(found.into_iter().map(|fault| format!("{language:?}, {height}, events: {fault}")));
            }
            assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
        });
    }
}

#[test]
fn names_stay_near_their_numbers() {
    let plan = worked_case(|_| ());
    in_each(&plan, |app, size, language| {
        let near = |app: &App, names: &[&str]| {
            let lines = page_of(app, size);
            for name in names {
                let gap = gap_behind(&lines, name);
                assert!(gap < 300.0, "{language:?}, {size:?}: {gap} points behind {name}");
            }
        };
        press(app, Command::Show(Tab::Goal));
        near(app, &plan.goal.sub_goals.iter().map(|sub| sub.name.as_str()).collect::<Vec<_>>());
        press(app, Command::Show(Tab::Allocation));
        near(app, &plan.allocation.channels.iter().map(|channel| channel.name.as_str()).collect::<Vec<_>>());
        show_events(app, words(language));
        near(app, &plan.events[0].items.iter().map(|item| item.label.as_str()).collect::<Vec<_>>());
    });
}

#[test]
fn the_details_of_an_event_with_many_items_stay_in_sight() {
    in_each(&worked_case(crate::stretched::multiply), |app, _, language| {
        show_events(app, words(language));
        let item = words(language).text("event-item");
        let names = |label: String| label == item || label.ends_with(&format!(": {item}"));
        let mut parts = app.query_all_by_role(Role::RadioButton);
        let part = parts.find(|part| part.accesskit_node().label().is_some_and(names)).unwrap().rect();
        assert!(app.ctx.content_rect().contains_rect(part), "{language:?}: {part}");
    });
}

#[test]
fn what_a_small_window_asks_a_click_for_stands_there() {
    let plan = worked_case(|_| ());
    in_each(&plan, |app, size, language| {
        let words = words(language);
        let shown = |app: &App, text: &str| page_of(app, size).iter().any(|line| line.text == text);
        show_events(app, words);
        assert!(shown(app, &words.text("event-fewest")) && shown(app, &words.text("event-benefit")), "{language:?}");
        if size[1] > 1_200.0 {
            press(app, Command::Show(Tab::Allocation));
            click(app, Role::RadioButton, &words.text("allocation-channels"));
            let both = ["allocation-ceiling", "allocation-stages"].map(|key| words.text(key));
            assert!(both.iter().all(|text| shown(app, text)), "{language:?}: curve and channel, {both:?}");
            press(app, Command::Show(Tab::Pyramid));
            let of_other_levels = plan.pyramid.criteria.iter().filter(|criterion| criterion.level < 3);
            let missing: Vec<_> = of_other_levels.filter(|criterion| !shown(app, &criterion.name)).collect();
            assert!(missing.is_empty(), "{language:?}: {missing:?}");
            assert_eq!(app.query_all_by_label(&words.text("pyramid-add-criterion")).count(), 5);
        }
    });
}

#[test]
fn all_pages_begin_at_the_same_edge() {
    in_each(&worked_case(|_| ()), |app, size, language| {
        let edges: Vec<(Tab, f32)> = Tab::ALL
            .into_iter()
            .map(|tab| {
                press(app, Command::Show(tab));
                let lefts = page_of(app, size).into_iter().map(|line| line.whole.left());
                (tab, lefts.fold(f32::INFINITY, f32::min))
            })
            .collect();
        let first = edges[0].1;
        assert!(edges.iter().all(|(_, left)| (left - first).abs() < 2.0), "{language:?}: {edges:?}");
    });
}
