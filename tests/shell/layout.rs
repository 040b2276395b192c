//! Every tab with plans that are not as round and short as the worked case: no number is cut, no words run over others
//! or out of the window. What is painted is read, so that what a screen reader is told cannot hide what is seen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::sync::Arc;

use crate::app::{App, Start, click, press, words, worked_case};
use eframe::egui::{Key, Modifiers, Pos2, Rect, ViewportCommand, ViewportId, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::event::{Party, SplitRule};
use ripple_planner::plan::{Estimate, Event, Id, Money, Plan};
use ripple_planner::words::Words;

const SIZES: [[f32; 2]; 2] = [[1280.0, 720.0], [1366.0, 768.0]];
/// Smaller than what pages are laid out for: the whole is shown smaller.
const SMALL: [[f32; 2]; 2] = [[1024.0, 640.0], [1280.0, 640.0]];
const LANGUAGES: [Language; 2] = [Language::English, Language::Chinese];

/// One budget that is not round, so that everything expected gets decimals; an event for small money; friends who pass
/// a ripple on, which takes a sentence of its own.
fn uneven(plan: &mut Plan) {
    let hundredth = |money: Money| Money::from_minor(money.minor() / 1_000).unwrap();
    Arc::make_mut(&mut plan.allocation).channels[0].spend = plan.currency.whole(350_000).unwrap();
    let event = &mut Arc::make_mut(&mut plan.events)[0];
    change_amounts(event, hundredth);
    Arc::make_mut(&mut plan.ripples)[0].share.as_mut().unwrap().reshare_rate = Estimate::exactly(0.014);
}

fn change_amounts(event: &mut Event, change: impl Fn(Money) -> Money) {
    for item in &mut event.items {
        item.amount = change(item.amount);
        item.payments.iter_mut().for_each(|payment| payment.amount = change(payment.amount));
    }
    event.parties.iter_mut().for_each(|party| party.alone = party.alone.map(&change));
}

/// An event of many parties, and a rule of which nothing follows.
fn crowded(plan: &mut Plan) {
    let event = &mut Arc::make_mut(&mut plan.events)[0];
    for number in 1..25 {
        event.parties.push(Party::new(Id::new(&format!("partner-{number}")), format!("Partner {number}")));
    }
    event.rule = SplitRule::Percent;
}

/// Names longer than their columns.
fn long(plan: &mut Plan) {
    Arc::make_mut(&mut plan.team).people[0].name = "Alexandra Maximiliana Konstantinopoulos".into();
    Arc::make_mut(&mut plan.allocation).channels[0].name = "Search advertising on every engine in Greater China".into();
    let event = &mut Arc::make_mut(&mut plan.events)[0];
    event.name = "The Great Yearly Developer Day of Eastern China, Hangzhou 2026".into();
    event.parties[0].name = "Northpeak Cloud Infrastructure Holdings (Asia Pacific)".into();
    Arc::make_mut(&mut plan.topics).list[0].name = "Launch week of the second generation".into();
}

/// A company a hundred times as large, and channels that cost a hundred times as much.
fn large(plan: &mut Plan) {
    let times = |money: Money, by: i64| Money::from_minor(money.minor() * by).unwrap();
    let goal = Arc::make_mut(&mut plan.goal);
    goal.target.customers = goal.target.customers.map(|customers| customers * 100.0);
    goal.target.total_revenue = goal.target.total_revenue.map(|money| times(money, 100));
    goal.baseline.customers = goal.baseline.customers.map(|customers| customers * 100.0);
    goal.baseline.revenue = goal.baseline.revenue.map(|money| times(money, 100));
    goal.baseline.total_revenue = goal.baseline.total_revenue.map(|money| times(money, 100));
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.budget = allocation.budget.map(|money| times(money, 100));
    for channel in &mut allocation.channels {
        channel.spend = times(channel.spend, 100);
        channel.max = channel.max.map(|money| times(money, 100));
    }
    change_amounts(&mut Arc::make_mut(&mut plan.events)[0], |money| times(money, 100));
}

/// What a tab shows besides: the words of the switches that lead there, one after the other.
pub(super) fn besides(tab: Tab, [width, _]: [f32; 2]) -> &'static [&'static str] {
    match tab {
        Tab::Allocation if width < 1366.0 => &[
            "allocation-part-channel",
            "allocation-part-leads",
            "months-page",
            EVENTS,
            "event-shares",
            "event-parties",
            "event-item",
            "event-event",
        ],
        Tab::Allocation => &[
            "allocation-part-channel",
            "allocation-part-leads",
            "months-page",
            EVENTS,
            "event-parties",
            "event-item",
            "event-event",
        ],
        Tab::Ripple => &["ripple-details", "ripple-adds"],
        Tab::Goal if width < 1366.0 => &["goal-backwards"],
        _ => &[],
    }
}

const EVENTS: &str = "event-shared-events";

/// Turns a switch, where there is one: an empty tab has none.
pub(super) fn turn(app: &mut App, words: &Words, key: &str) -> bool {
    let word = words.text(key);
    let named = |label: String| label == word || label.ends_with(&format!(": {word}"));
    let mut buttons = app.query_all_by_role(Role::RadioButton);
    let Some(button) = buttons.find(|button| button.accesskit_node().label().is_some_and(named)) else { return false };
    button.click();
    drop(buttons);
    app.run();
    true
}

/// Goes through every tab and what it shows besides; all faults in one list, so that one run tells all. Where the table
/// of rules is wider than its page it `scrolls` sideways: what stands at its edge is not cut for good.
fn look(name: &str, plan: &dyn Fn() -> Plan, scrolls: bool) {
    let all = SIZES.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language)));
    look_at(all, name, plan, scrolls);
}

fn look_at(windows: impl Iterator<Item = ([f32; 2], Language)>, name: &str, plan: &dyn Fn() -> Plan, scrolls: bool) {
    let mut faults_of_all = Vec::new();
    for (size, language) in windows {
        let folder = tempfile::tempdir().unwrap();
        let plan = plan();
        let mut app = Start { size, ..Start::of(folder.path(), &plan, language) }.open();
        let mut look = |app: &App, what: &str, scrolls: bool| {
            let found = crate::painted::faults(app, &plan, app.ctx.content_rect().width(), scrolls).into_iter();
            faults_of_all.extend(found.map(|fault| format!("{name}, {language:?}, {}, {what}: {fault}", size[0])));
        };
        for tab in Tab::ALL {
            press(&mut app, Command::Show(tab));
            look(&app, &format!("{tab:?}"), false);
            let mut of_events = false;
            for key in besides(tab, size) {
                of_events |= *key == EVENTS;
                if turn(&mut app, words(language), key) {
                    look(&app, key, scrolls && of_events);
                }
            }
        }
    }
    assert!(faults_of_all.is_empty(), "{} faults\n{}", faults_of_all.len(), faults_of_all.join("\n"));
}

#[test]
fn the_worked_case() {
    look("worked case", &|| worked_case(|_| ()), false);
}

#[test]
fn small_windows() {
    let all = SMALL.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language)));
    look_at(all, "small", &|| worked_case(uneven), false);
}

/// Everything is drawn as large as the person asks, and never larger than the page fits the window.
#[test]
fn keys_make_everything_larger_as_far_as_it_fits() {
    for (size, most) in [([2560.0, 1440.0], 2.0_f32), ([1280.0, 720.0], 1.0), ([1024.0, 640.0], 0.8)] {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start { size, ..Start::of(folder.path(), &worked_case(|_| ()), Language::English) }.open();
        let mut press = |key, times| {
            for _ in 0..times {
                app.key_press_modifiers(Modifiers::COMMAND, key);
                app.run();
            }
            app.ctx.zoom_factor()
        };
        let near = |zoom: f32, expected: f32| assert!((zoom - expected).abs() < 0.001, "{size:?}: {zoom}");
        near(press(Key::Plus, 0), most.min(1.0));
        near(press(Key::Plus, 12), most);
        near(press(Key::Minus, 1), most - 0.1);
        near(press(Key::Num0, 1), most.min(1.0));
    }
}

#[test]
fn numbers_that_are_not_round() {
    look("uneven", &|| worked_case(uneven), false);
}

#[test]
fn large_companies() {
    look("large", &|| worked_case(large), true);
}

#[test]
fn long_names() {
    look("long", &|| worked_case(long), false);
}

#[test]
fn nothing_yet() {
    look("blank", &|| file::read_text(include_str!("../../saved_plans/blank.ron")).unwrap(), false);
}

#[test]
fn names_of_sixty_characters_and_amounts_of_twelve_digits() {
    look("stretched", &|| worked_case(crate::stretched::stretch), true);
}

#[test]
fn a_hundred_of_each() {
    // Each language and each size once: there is much to draw.
    look_at(SIZES.into_iter().zip(LANGUAGES), "multiplied", &|| worked_case(crate::stretched::multiply), true);
}

#[test]
fn many_parties() {
    look("crowded", &|| worked_case(crowded), true);
}

#[test]
fn without_shares_there_is_no_axis() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::of(folder.path(), &worked_case(crowded), language).open();
        press(&mut app, Command::Show(Tab::Allocation));
        click(&mut app, Role::RadioButton, &words(language).text("event-shared-events"));
        assert!(
            crate::painted::lines(&app).iter().any(|line| line.text.contains(&words(language).text("event-rules")))
        );
        assert!(crate::painted::lines(&app).iter().all(|line| line.text != "0.5"), "{language:?}");
    }
}

#[test]
fn the_start_page() {
    for (size, language) in SIZES.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language))) {
        let folder = tempfile::tempdir().unwrap();
        let app = Start { size, ..Start::empty(folder.path(), language) }.open();
        let cut: Vec<String> =
            crate::painted::lines(&app).into_iter().filter(|line| line.elided).map(|line| line.text).collect();
        assert!(cut.is_empty(), "{language:?} {size:?}: {cut:?}");
    }
}

#[test]
fn the_menu_of_the_plan_is_straight() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start { size: SIZES[0], ..Start::of(folder.path(), &worked_case(|_| ()), language) }.open();
        let words = words(language);
        let button = app
            .get_all_by_role(Role::Button)
            .find(|node| node.accesskit_node().label().is_some_and(|name| name.contains("IM cloud 2026")));
        button.unwrap().click();
        app.run();
        let commands = [
            Command::New,
            Command::NewFromWorkedCase,
            Command::Open,
            Command::Save,
            Command::SaveAs,
            Command::Close,
            Command::Quit,
        ];
        let lines = crate::painted::lines(&app);
        let edges = |texts: &[String], edge: fn(&crate::painted::Line) -> f32| -> Vec<f32> {
            let line = |text: &String| {
                lines.iter().rfind(|line| line.text == *text).unwrap_or_else(|| panic!("{text} is not painted"))
            };
            texts.iter().map(|text| edge(line(text))).collect()
        };
        let straight = |edges: &[f32]| edges.iter().all(|edge| (edge - edges[0]).abs() < 3.0);
        let labels = edges(&commands.map(|command| command.label(words)), |line| line.whole.left());
        assert!(straight(&labels), "{language:?}: words begin at {labels:?}");
        let keys = commands.map(|command| app.ctx.format_shortcut(&command.shortcuts()[0]));
        let keys = edges(&keys, |line| line.whole.right());
        assert!(straight(&keys), "{language:?}: keys end at {keys:?}");
    }
}

#[test]
fn a_window_larger_than_its_screen_is_maximised() {
    for (screen, expected) in [([1366.0, 768.0], true), ([2560.0, 1440.0], false)] {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::empty(folder.path(), Language::English).open();
        let viewport = app.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        viewport.monitor_size = Some(screen.into());
        viewport.inner_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1366.0, 768.0)));
        app.step();
        let asked = &app.output().viewport_output[&ViewportId::ROOT].commands;
        assert_eq!(asked.contains(&ViewportCommand::Maximized(true)), expected, "{screen:?}: {asked:?}");
    }
}

#[test]
fn where_the_window_stands_is_remembered_and_how_large_its_letters_are() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = Start { size: [1600.0, 900.0], ..Start::empty(folder.path(), Language::English) }.open();
    let viewport = app.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.monitor_size = Some(vec2(2560.0, 1440.0));
    viewport.inner_rect = Some(Rect::from_min_size(Pos2::new(102.0, 84.0), vec2(1600.0, 900.0)));
    viewport.outer_rect = Some(Rect::from_min_size(Pos2::new(100.0, 60.0), vec2(1604.0, 926.0)));
    app.run();
    let place = app.state().settings().window.unwrap();
    assert_eq!((place.width, place.height, place.corner), (1600.0, 900.0, Some((100.0, 60.0))));
    assert_eq!(app.state().settings().zoom, None, "as the system asks");
    app.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
    app.run();
    assert_eq!(app.state().settings().zoom, Some(1.1));
}

#[test]
fn the_words_of_many_events_leave_the_lines_of_the_goal_free() {
    for (size, language) in SIZES.into_iter().zip(LANGUAGES) {
        let folder = tempfile::tempdir().unwrap();
        let plan = worked_case(crate::stretched::multiply);
        let mut app = Start { size, ..Start::of(folder.path(), &plan, language) }.open();
        press(&mut app, Command::Show(Tab::Goal));
        let is_event = |text: &str| plan.events.iter().any(|event| event.name == text);
        let words: Vec<_> = crate::painted::lines(&app).into_iter().filter(|line| is_event(&line.text)).collect();
        let lowest = words.iter().map(|line| line.whole.bottom()).fold(0.0, f32::max);
        assert!(!words.is_empty() && lowest < 0.55 * size[1], "{} names down to {lowest}", words.len());
    }
}

#[test]
fn the_labels_of_the_goal_stand_clear_of_each_other_whichever_figure_is_derived() {
    let whole = |plan: &mut Plan| {
        let target = &mut Arc::make_mut(&mut plan.goal).target;
        target.revenue = Some(plan.currency.whole(36_000_000).unwrap());
    };
    let without: [fn(&mut Plan); 5] = [
        |plan| Arc::make_mut(&mut plan.goal).target.customers = None,
        |plan| Arc::make_mut(&mut plan.goal).target.value_per_customer = None,
        |plan| Arc::make_mut(&mut plan.goal).target.revenue = None,
        |plan| Arc::make_mut(&mut plan.goal).target.share = None,
        |plan| Arc::make_mut(&mut plan.goal).target.total_revenue = None,
    ];
    for (size, language) in SIZES.into_iter().zip(LANGUAGES) {
        let folder = tempfile::tempdir().unwrap();
        for (one, other) in [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (1, 4), (0, 3)] {
            let mut plan = worked_case(whole);
            without[one](&mut plan);
            without[other](&mut plan);
            let mut app = Start { size, ..Start::of(folder.path(), &plan, language) }.open();
            press(&mut app, Command::Show(Tab::Goal));
            let faults = crate::painted::faults(&app, &plan, size[0], false);
            assert!(faults.is_empty(), "{language:?}, {size:?}, without {one} and {other}: {faults:?}");
            let lines = crate::painted::lines(&app);
            let derived = words(language).text("goal-derived");
            let chips = lines.iter().filter(|line| line.text == derived);
            for chip in chips.map(|line| line.whole.expand2(vec2(5.0, 2.0))) {
                let covered = lines.iter().find(|line| chip.intersects(line.whole) && !chip.contains_rect(line.whole));
                let covered = covered.map(|line| &line.text);
                assert_eq!(covered, None, "{language:?}, {size:?}, without {one} and {other}: covered");
            }
        }
    }
}
