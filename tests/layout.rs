//! Every tab with plans that are not as round and short as the worked case: no number is cut, no words run over others
//! or out of the window. What is painted is read, so that what a screen reader is told cannot hide what is seen.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[path = "common/app.rs"]
mod app;

use std::path::Path;
use std::sync::Arc;

use app::{App, Start, click, press, words};
use eframe::egui::epaint::{ClippedShape, TextShape};
use eframe::egui::{Rect, Shape, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::event::{Party, SplitRule};
use ripple_planner::plan::{Estimate, Event, Id, Money, Plan};

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
        item.paid_by.iter_mut().for_each(|payment| payment.amount = change(payment.amount));
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

/// A line of text as it stands on the screen.
struct Line {
    /// The whole text it belongs to.
    text: String,
    /// All of its letters.
    whole: Rect,
    /// What is seen of them.
    seen: Rect,
    /// It ends in `…`.
    elided: bool,
}

fn lines(app: &App) -> Vec<Line> {
    let mut found = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &app.output().shapes {
        collect(shape, *clip_rect, &mut found);
    }
    found
}

fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Line>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
        Shape::Text(TextShape { pos, galley, .. }) => {
            for row in &galley.rows {
                let whole = row.visuals.mesh_bounds.translate(row.pos.to_vec2() + pos.to_vec2());
                let seen = whole.intersect(clip);
                // What has just been scrolled out of sight is whole again when it is scrolled back.
                if seen.is_positive() && seen.height() > 0.6 * whole.height() {
                    found.push(Line { text: galley.job.text.clone(), whole, seen, elided: galley.elided });
                }
            }
        }
        _ => {}
    }
}

/// What the planner wrote: such words may be cut where they are too long, and show whole on hover.
fn written(plan: &Plan) -> Vec<String> {
    let text = file::write_text(plan).unwrap();
    let fields = ["name", "label", "kpi", "next_step", "evidence"].map(|field| format!("{field}: \""));
    let typed =
        |line: &str| fields.iter().find_map(|field| line.trim().strip_prefix(field.as_str()).map(str::to_owned));
    text.lines()
        .filter_map(typed)
        .map(|line| line.trim_end_matches("\",").to_owned())
        .filter(|name| name.chars().count() > 3)
        .collect()
}

/// Whether a text is, or names, something the planner wrote; people's names stand in two lines.
fn is_written(text: &str, written: &[String]) -> bool {
    let part_of = |name: &String| name.split_whitespace().count() <= 3 && name.contains(text);
    written.iter().any(|name| text.contains(name.as_str()) || part_of(name))
}

fn faults(app: &App, plan: &Plan, [width, _]: [f32; 2]) -> Vec<String> {
    let (lines, written) = (lines(app), written(plan));
    let mut faults = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let (text, whole, seen) = (&line.text, line.whole, line.seen);
        if line.elided && !is_written(text, &written) {
            faults.push(format!("cut: {text}"));
        }
        if whole.left() < seen.left() - 1.0 || whole.right() > seen.right() + 1.0 || whole.right() > width {
            faults.push(format!("clipped: {text} at {whole}, of which {seen} is seen"));
        }
        for other in &lines[index + 1..] {
            let both = seen.intersect(other.seen);
            if both.width() > 1.0 && both.height() > 3.0 {
                faults.push(format!("over each other: {text:?} and {:?} at {both}", other.text));
            }
        }
    }
    faults
}

/// The words of the switch to what a tab shows besides.
fn besides(tab: Tab, language: Language, [width, _]: [f32; 2]) -> Option<String> {
    match tab {
        Tab::Allocation => Some(words(language).text("event-shared-events")),
        Tab::Goal if width < 1366.0 => Some(words(language).text("goal-backwards")),
        _ => None,
    }
}

/// Goes through every tab; all faults in one list, so that one run tells all. Where the table of rules is wider than
/// its page it `scrolls` sideways: what stands at its edge is not cut for good.
fn look(name: &str, change: fn(&mut Plan), scrolls: bool) {
    let mut faults_of_all = Vec::new();
    for (size, language) in SIZES.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language))) {
        let folder = tempfile::tempdir().unwrap();
        let plan = worked_case(change);
        let mut app = open(folder.path(), &plan, language, size);
        let mut look = |app: &App, what: &str| {
            let sideways = scrolls && what == words(language).text("event-shared-events");
            let found = faults(app, &plan, size).into_iter();
            let found = found.filter(|fault| !(sideways && fault.starts_with("clipped")));
            faults_of_all.extend(found.map(|fault| format!("{name}, {language:?}, {}, {what}: {fault}", size[0])));
        };
        for tab in Tab::ALL {
            press(&mut app, Command::Show(tab));
            look(&app, &format!("{tab:?}"));
            if let Some(besides) = besides(tab, language, size) {
                let switch = app
                    .query_all_by_role(Role::RadioButton)
                    .find(|button| button.accesskit_node().label().is_some_and(|label| label.ends_with(&besides)));
                switch.unwrap().click();
                app.run();
                look(&app, &besides);
            }
        }
    }
    assert!(faults_of_all.is_empty(), "{}", faults_of_all.join("\n"));
}

#[test]
fn the_worked_case() {
    look("worked case", |_| (), false);
}

#[test]
fn numbers_that_are_not_round() {
    look("uneven", uneven, false);
}

#[test]
fn large_companies() {
    look("large", large, true);
}

#[test]
fn long_names() {
    look("long", long, false);
}

#[test]
fn many_parties() {
    look("crowded", crowded, true);
}

#[test]
fn without_shares_there_is_no_axis() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(folder.path(), &worked_case(crowded), language, [1366.0, 768.0]);
        press(&mut app, Command::Show(Tab::Allocation));
        click(&mut app, Role::RadioButton, &words(language).text("event-shared-events"));
        assert!(lines(&app).iter().any(|line| line.text.contains(&words(language).text("event-rules"))));
        assert!(lines(&app).iter().all(|line| line.text != "0.5"), "{language:?}");
    }
}

#[test]
fn the_start_page() {
    for (size, language) in SIZES.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language))) {
        let folder = tempfile::tempdir().unwrap();
        let app = Start { size, ..Start::empty(folder.path(), language) }.open();
        let cut: Vec<String> = lines(&app).into_iter().filter(|line| line.elided).map(|line| line.text).collect();
        assert!(cut.is_empty(), "{language:?} {size:?}: {cut:?}");
    }
}
