//! Every tab with plans that are not as round and short as the worked case: no number is cut, no words run over others
//! or out of the window. What is painted is read, so that what a screen reader is told cannot hide what is seen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "common/app.rs"]
mod app;
#[path = "common/painted.rs"]
mod painted;
#[path = "common/stretched.rs"]
mod stretched;

use std::path::Path;
use std::sync::Arc;

use app::{App, Start, click, press, words};
use eframe::egui::{
    self, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, Rect, TouchPhase, Vec2, ViewportCommand, ViewportId,
    accesskit::Role, vec2,
};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::event::{Party, SplitRule};
use ripple_planner::plan::{Estimate, Event, Id, Money, Plan};
use ripple_planner::words::Words;
use ripple_planner::words::names::function_name;

const SIZES: [[f32; 2]; 2] = [[1280.0, 720.0], [1366.0, 768.0]];
const LANGUAGES: [Language; 2] = [Language::English, Language::Chinese];

/// The worked case with one change.
fn worked_case(change: fn(&mut Plan)) -> Plan {
    let saved = Path::new(env!("CARGO_MANIFEST_DIR")).join("saved_plans/worked-case.ron");
    let mut plan = file::open(saved).unwrap();
    change(&mut plan);
    plan
}

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

/// The window with a plan, opened in a folder of its own.
fn open(folder: &Path, plan: &Plan, language: Language, size: [f32; 2]) -> App {
    let path = folder.join("plan.ron");
    file::save(&path, plan).unwrap();
    Start { plan: Some(path), size, ..Start::empty(folder, language) }.open()
}

/// What a tab shows besides: the words of the switches that lead there, one after the other.
fn besides(tab: Tab, [width, _]: [f32; 2]) -> &'static [&'static str] {
    match tab {
        Tab::Allocation if width < 1366.0 => &[
            "allocation-part-channel",
            "allocation-part-leads",
            EVENTS,
            "event-shares",
            "event-parties",
            "event-item",
            "event-event",
        ],
        Tab::Allocation => {
            &["allocation-part-channel", "allocation-part-leads", EVENTS, "event-parties", "event-item", "event-event"]
        }
        Tab::Ripple => &["ripple-details", "ripple-adds"],
        Tab::Goal if width < 1366.0 => &["goal-backwards"],
        _ => &[],
    }
}

const EVENTS: &str = "event-shared-events";

/// Turns a switch, where there is one: an empty tab has none.
fn turn(app: &mut App, words: &Words, key: &str) -> bool {
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
        let mut app = open(folder.path(), &plan, language, size);
        let mut look = |app: &App, what: &str, scrolls: bool| {
            let found = painted::faults(app, &plan, size[0], scrolls).into_iter();
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
    look("blank", &|| file::read_text(include_str!("../saved_plans/blank.ron")).unwrap(), false);
}

#[test]
fn names_of_sixty_characters_and_amounts_of_twelve_digits() {
    look("stretched", &|| worked_case(stretched::stretch), true);
}

#[test]
fn a_hundred_of_each() {
    // Each language and each size once: there is much to draw.
    look_at(SIZES.into_iter().zip(LANGUAGES), "multiplied", &|| worked_case(stretched::multiply), true);
}

#[test]
fn many_parties() {
    look("crowded", &|| worked_case(crowded), true);
}

#[test]
fn without_shares_there_is_no_axis() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(folder.path(), &worked_case(crowded), language, [1366.0, 768.0]);
        press(&mut app, Command::Show(Tab::Allocation));
        click(&mut app, Role::RadioButton, &words(language).text("event-shared-events"));
        assert!(painted::lines(&app).iter().any(|line| line.text.contains(&words(language).text("event-rules"))));
        assert!(painted::lines(&app).iter().all(|line| line.text != "0.5"), "{language:?}");
    }
}

#[test]
fn the_start_page() {
    for (size, language) in SIZES.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language))) {
        let folder = tempfile::tempdir().unwrap();
        let app = Start { size, ..Start::empty(folder.path(), language) }.open();
        let cut: Vec<String> =
            painted::lines(&app).into_iter().filter(|line| line.elided).map(|line| line.text).collect();
        assert!(cut.is_empty(), "{language:?} {size:?}: {cut:?}");
    }
}

#[test]
fn the_menu_of_the_plan_is_straight() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(folder.path(), &worked_case(|_| ()), language, SIZES[0]);
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
        let lines = painted::lines(&app);
        let edges = |texts: &[String], edge: fn(&painted::Line) -> f32| -> Vec<f32> {
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
fn a_large_screen_is_used_and_names_stay_near_their_numbers() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let plan = worked_case(|_| ());
        let [width, height] = [2560.0, 1440.0];
        let mut app = open(folder.path(), &plan, language, [width, height]);
        for tab in Tab::ALL {
            press(&mut app, Command::Show(tab));
            assert_eq!(painted::faults(&app, &plan, width, false), Vec::<String>::new(), "{language:?}, {tab:?}");
            let lines = page_of(&app, [width, height]);
            let left = lines.iter().map(|line| line.whole.left()).fold(f32::INFINITY, f32::min);
            let right = lines.iter().map(|line| line.whole.right()).fold(0.0, f32::max);
            // The summary is a sheet on a desk.
            assert!(tab == Tab::Summary || right - left < 1_810.0, "{language:?}, {tab:?}: from {left} to {right}");
            let lowest = lines.iter().map(|line| line.whole.bottom()).fold(0.0, f32::max);
            let used = [Tab::Overview, Tab::Goal, Tab::Allocation, Tab::Team].contains(&tab);
            assert!(!used || lowest > 0.62 * height, "{language:?}, {tab:?}: the page ends at {lowest}");
        }
        press(&mut app, Command::Show(Tab::Allocation));
        let lines = page_of(&app, [width, height]);
        for channel in &plan.allocation.channels {
            let name = lines.iter().find(|line| line.text == channel.name).unwrap();
            let beside = |line: &&painted::Line| {
                (line.whole.center().y - name.whole.center().y).abs() < 4.0 && line.whole.left() > name.whole.right()
            };
            let next = lines.iter().filter(beside).map(|line| line.whole.left()).fold(f32::INFINITY, f32::min);
            let gap = next - name.whole.right();
            assert!(gap < 320.0, "{language:?}: {gap} points between {} and what is said of it", channel.name);
        }
    }
}

/// What stands on the page, without the bars around it.
fn page_of(app: &App, [_, height]: [f32; 2]) -> Vec<painted::Line> {
    let on_page = |line: &painted::Line| {
        line.whole.left() > 150.0 && line.whole.top() > 48.0 && line.whole.bottom() < height - 28.0
    };
    painted::lines(app).into_iter().filter(on_page).collect()
}

/// Turns the wheel where the pointer is.
fn turn_wheel(app: &App, delta: Vec2) {
    let (unit, source) = (MouseWheelUnit::Point, MouseWheelSource::Unknown);
    app.event(egui::Event::MouseWheel { unit, delta, phase: TouchPhase::Move, modifiers: Modifiers::NONE, source });
}

/// The bar below the names of a large team; those of columns that scroll have no name.
fn people_bar(app: &App) -> Node<'_> {
    let mut bars = app.query_all_by_role(Role::ScrollBar);
    bars.find(|bar| bar.accesskit_node().label().is_some()).unwrap()
}

/// Whether a person's name stands over a column.
fn heads(app: &App, name: &str) -> bool {
    app.query_all_by_role(Role::Button).any(|node| node.accesskit_node().label().as_deref() == Some(name))
}

#[test]
fn a_large_team_scrolls_to_its_last_person() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let plan = worked_case(stretched::multiply);
        let mut app = open(folder.path(), &plan, language, SIZES[1]);
        press(&mut app, Command::Show(Tab::Team));
        let people = &plan.team.people;
        let (first, second, last) = (&people[0].name, &people[1].name, &people.last().unwrap().name);
        assert!(heads(&app, first) && !heads(&app, last), "{language:?}: not all fit");
        people_bar(&app).focus();
        app.run();
        let mut press_key = |key, shown: [(&String, bool); 3]| {
            app.key_press(key);
            app.run();
            for (name, there) in shown {
                assert_eq!(heads(&app, name), there, "{language:?}, {key:?}: {name}");
            }
        };
        press_key(Key::ArrowRight, [(first, false), (second, true), (last, false)]);
        press_key(Key::End, [(first, false), (second, false), (last, true)]);
        press_key(Key::Home, [(first, true), (second, true), (last, false)]);
    }
}

#[test]
fn the_people_of_a_large_team_follow_wheel_and_bar() {
    let folder = tempfile::tempdir().unwrap();
    let plan = worked_case(stretched::multiply);
    let mut app = open(folder.path(), &plan, Language::English, SIZES[1]);
    press(&mut app, Command::Show(Tab::Team));
    let (first, last) = (&plan.team.people[0].name, &plan.team.people.last().unwrap().name);
    let bar = people_bar(&app).rect();
    app.hover_at(bar.center() + vec2(0.0, 60.0));
    app.run();
    turn_wheel(&app, vec2(-300.0, 0.0));
    app.run();
    assert!(!heads(&app, first), "turned to the left, people move to the left");
    app.drag_at(bar.center());
    app.drop_at(bar.right_center());
    app.run();
    assert!(heads(&app, last), "dragged to the end");
}

#[test]
fn the_names_of_a_team_stay_in_sight_above_many_functions() {
    let folder = tempfile::tempdir().unwrap();
    let plan = worked_case(stretched::multiply);
    let mut app = open(folder.path(), &plan, Language::English, SIZES[1]);
    press(&mut app, Command::Show(Tab::Team));
    let top = |app: &App| people_bar(app).rect().top();
    let before = top(&app);
    app.hover_at(people_bar(&app).rect().center() + vec2(0.0, 60.0));
    app.run();
    turn_wheel(&app, vec2(0.0, -700.0));
    app.run();
    assert!((top(&app) - before).abs() < 16.0, "from {before} to {}", top(&app));
    let name = function_name(&plan.team.functions[0].kind, words(Language::English));
    let first = app.query_all_by_role(Role::Button).find(|node| node.accesskit_node().label().as_ref() == Some(&name));
    assert!(first.unwrap().rect().bottom() < top(&app), "the functions went up, the names stayed");
}

#[test]
fn the_words_of_many_events_leave_the_lines_of_the_goal_free() {
    for (size, language) in SIZES.into_iter().zip(LANGUAGES) {
        let folder = tempfile::tempdir().unwrap();
        let plan = worked_case(stretched::multiply);
        let mut app = open(folder.path(), &plan, language, size);
        press(&mut app, Command::Show(Tab::Goal));
        let is_event = |text: &str| plan.events.iter().any(|event| event.name == text);
        let words: Vec<_> = painted::lines(&app).into_iter().filter(|line| is_event(&line.text)).collect();
        let lowest = words.iter().map(|line| line.whole.bottom()).fold(0.0, f32::max);
        assert!(!words.is_empty() && lowest < 0.55 * size[1], "{} names down to {lowest}", words.len());
    }
}
