//! What is seen while a plan is young: half-typed numbers, two people, names that are not there yet, marks that meet.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::sync::Arc;

use crate::app::{App, Start, WORKED_CASES, click, press, type_into, words, worked_case};
use crate::painted::{Line, faults, lines};
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Rect, Shape, TouchPhase, accesskit::Role, pos2, vec2,
};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::curve::Point;
use ripple_planner::plan::event::Party;
use ripple_planner::plan::goal::Target;
use ripple_planner::plan::{Channel, Curve, Id, Plan};
use ripple_planner::t;

const LANGUAGES: [Language; 2] = [Language::English, Language::Chinese];

fn open(plan: &Plan, language: Language, tab: Tab) -> (tempfile::TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let mut app = Start { size: [1280.0, 720.0], ..Start::of(folder.path(), plan, language) }.open();
    press(&mut app, Command::Show(tab));
    (folder, app)
}

fn first_channel(plan: &mut Plan) -> &mut Channel {
    &mut Arc::make_mut(&mut plan.allocation).channels[0]
}

fn is_seen(app: &App, text: &str) -> bool {
    lines(app).iter().any(|line| line.text.contains(text) && line.seen.is_positive())
}

#[test]
fn the_words_about_the_goal_stand_above_the_bars_behind_them() {
    for (copies, millions) in [(0, 8), (0, 16), (0, 24), (0, 48), (15, 36), (15, 80)] {
        let mut plan = worked_case(|_| ());
        let channels = &mut Arc::make_mut(&mut plan.allocation).channels;
        let copied = |copy: usize, channel: &Channel| Channel {
            id: Id::new(&format!("{}-{copy}", channel.id.as_str())),
            ..channel.clone()
        };
        let more: Vec<Channel> =
            (0..copies).flat_map(|copy| channels.iter().map(move |channel| copied(copy, channel))).collect();
        channels.extend(more);
        let revenue = plan.currency.whole(millions * 1_000_000);
        Arc::make_mut(&mut plan.goal).target = Target { revenue, ..Target::default() };
        let (_folder, app) = open(&plan, Language::English, Tab::Ripple);
        let reach = lines(&app).into_iter().find(|line| line.text == "reach it").unwrap().seen;
        let bars = app.output().shapes.iter().filter_map(|shape| match &shape.shape {
            Shape::Rect(bar) if bar.rect.width() < 30.0 && bar.fill.a() > 0 => Some(bar.rect),
            _ => None,
        });
        let behind: Vec<Rect> = bars.filter(|bar| bar.intersects(reach)).collect();
        assert!(behind.is_empty(), "{copies} copies, {millions} million: {reach} on {behind:?}");
    }
}

/// The first of two points is typed, the second is not.
fn half_typed(plan: &mut Plan) {
    let spend = plan.currency.whole(500_000).unwrap();
    let first = Point { spend, registrations: 20_000.0 };
    first_channel(plan).curve = Curve::TwoPoints { first, second: Point::default() };
}

#[test]
fn a_point_nobody_has_typed_yet_is_not_called_wrong() {
    for language in LANGUAGES {
        let (_folder, app) = open(&worked_case(half_typed), language, Tab::Allocation);
        let words = words(language);
        for key in ["allocation-points-not-rising", "allocation-points-not-in-order", "findings-not-positive-mend"] {
            assert!(!is_seen(&app, &words.text(key)), "{language:?}: {key}");
        }
    }
}

#[test]
fn what_is_wrong_with_a_range_is_seen_while_it_is_typed() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let size = [1280.0, 640.0];
        let mut app = Start { size, ..Start::with_plan(folder.path(), saved, language) }.open();
        press(&mut app, Command::Show(Tab::Allocation));
        let words = words(language);
        let channel = crate::app::plan(&app).allocation.channels[0].name.clone();
        let range = t!(words, "allocation-of", what = words.text("common-range"), item = &channel);
        type_into(&mut app, Role::TextInput, &range, "0.7..1.4");
        let place = |app: &App| app.get_by_role_and_label(Role::TextInput, &range).rect();
        let before = place(&app);
        type_into(&mut app, Role::TextInput, &range, "abc");
        assert_eq!(place(&app), before, "{language:?}: it floats, and moves nothing");
        let likely_outside = lines(&app).into_iter().filter(|line| line.text.contains("abc") && line.text.len() > 20);
        assert!(likely_outside.into_iter().any(|line| line.seen == line.whole), "{language:?}");
    }
}

#[test]
fn tab_goes_through_the_buttons_of_a_channel_from_the_left() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::with_plan(folder.path(), saved, language).open();
        press(&mut app, Command::Show(Tab::Allocation));
        let words = words(language);
        let channel = crate::app::plan(&app).allocation.channels[0].name.clone();
        let [copy, remove] = ["allocation-copy", "allocation-remove"].map(|key| t!(words, key, item = &channel));
        app.get_by_role_and_label(Role::Button, &copy).focus();
        app.run();
        app.key_press(Key::Tab);
        app.run();
        let removes = app.get_by_role_and_label(Role::Button, &remove);
        assert!(removes.is_focused(), "{language:?}");
        assert!(app.get_by_role_and_label(Role::Button, &copy).rect().right() < removes.rect().right());
    }
}

#[test]
fn escape_closes_the_proposal_after_the_field_in_it() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::with_plan(folder.path(), saved, language).open();
        press(&mut app, Command::Show(Tab::Allocation));
        let words = words(language);
        click(&mut app, Role::Button, &words.text("proposal-suggest"));
        let is_open = |app: &App| app.query_by_role_and_label(Role::Button, &words.text("proposal-adopt")).is_some();
        assert!(is_open(&app));
        app.get_by_role_and_label(Role::TextInput, &words.text("proposal-budget")).focus();
        app.run();
        app.key_press(Key::Escape);
        app.run();
        assert!(is_open(&app), "{language:?}: Escape only left the field");
        app.key_press(Key::Escape);
        app.run();
        assert!(!is_open(&app), "{language:?}");
    }
}

#[test]
fn a_channel_that_buys_nothing_keeps_the_numbers_of_its_axis_readable() {
    for language in LANGUAGES {
        let plan = worked_case(|plan| first_channel(plan).curve = Curve::Fixed { registrations: 0.0 });
        let (_folder, app) = open(&plan, language, Tab::Allocation);
        let faults = faults(&app, &plan, 1280.0, false);
        assert!(faults.is_empty(), "{language:?}: {faults:?}");
    }
}

#[test]
fn two_people_have_room_for_their_names() {
    let mut plan = file::read_text(include_str!("../../saved_plans/blank.ron")).unwrap();
    let team = Arc::make_mut(&mut plan.team);
    for name in ["Lena Hart", "Maximiliana Wolfe"] {
        let mut person = worked_case(|_| ()).team.people[0].clone();
        (person.id, person.name) = (Id::new(name.split(' ').next().unwrap()), name.to_owned());
        team.people.push(person);
    }
    for language in LANGUAGES {
        let (_folder, app) = open(&plan, language, Tab::Team);
        let cut: Vec<String> = lines(&app).into_iter().filter(|line| line.elided).map(|line| line.text).collect();
        assert!(cut.is_empty(), "{language:?}: {cut:?}");
    }
}

#[test]
fn a_party_without_a_name_has_a_heading() {
    for language in LANGUAGES {
        let plan = worked_case(|plan| {
            let event = &mut Arc::make_mut(&mut plan.events)[0];
            event.parties.push(Party::new(Id::new("nameless"), ""));
        });
        let (_folder, mut app) = open(&plan, language, Tab::Allocation);
        let words = words(language);
        click(&mut app, Role::RadioButton, &words.text("event-shared-events"));
        let unnamed = words.text("event-unnamed");
        let headings = |line: &&Line| line.text == unnamed && line.seen.is_positive();
        // Over its column in the comparison of rules.
        assert!(lines(&app).iter().any(|line| headings(&line)), "{language:?}");
    }
}

#[test]
fn the_words_of_an_event_do_not_break_the_line_of_the_goal() {
    // The line stands where the words would, at one of these heights.
    let heights = LANGUAGES.into_iter().flat_map(|language| [36, 48, 60, 72].map(|millions| (language, millions)));
    for (language, millions) in heights {
        let mut plan = worked_case(|plan| Arc::make_mut(&mut plan.goal).path.clear());
        Arc::make_mut(&mut plan.goal).target.revenue = plan.currency.whole(millions * 1_000_000);
        let (_folder, app) = open(&plan, language, Tab::Goal);
        let lines = lines(&app);
        let goal = t!(words(language), "goal-end-goal", amount = "");
        let level = lines.iter().rfind(|line| line.text.starts_with(goal.trim()) && line.whole.left() > 1_000.0);
        let level = level.expect("the end of the line is named").whole.center().y;
        for event in plan.events.iter().map(|event| &event.name).chain(plan.ripples.iter().map(|ripple| &ripple.name)) {
            for line in lines.iter().filter(|line| line.text == *event && line.whole.left() > 700.0) {
                assert!(!line.whole.y_range().contains(level), "{language:?}: {event} at {}", line.whole);
            }
        }
    }
}

#[test]
fn a_new_plan_begins_at_the_top_of_its_pages() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start { size: [1280.0, 720.0], ..Start::with_plan(folder.path(), saved, language) }.open();
        press(&mut app, Command::Show(Tab::Topics));
        app.hover_at(pos2(700.0, 400.0));
        app.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, -90.0),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: MouseWheelSource::Unknown,
        });
        app.run();
        press(&mut app, Command::New);
        press(&mut app, Command::Show(Tab::Topics));
        let asked = words(language).text("topics-begin");
        let question = |app: &App| lines(app).into_iter().find(|line| line.text == asked).map(|line| line.whole.top());
        let blank = file::read_text(include_str!("../../saved_plans/blank.ron")).unwrap();
        let (_other_folder, fresh) = open(&blank, language, Tab::Topics);
        assert!(question(&fresh).is_some());
        assert_eq!(question(&app), question(&fresh), "{language:?}");
    }
}

#[test]
fn twelve_digits_are_seen_whole_while_they_are_typed() {
    let (_folder, mut app) = open(&worked_case(|_| ()), Language::English, Tab::Allocation);
    let budget = words(Language::English).text("common-budget");
    app.get_by_role_and_label(Role::TextInput, &budget).focus();
    app.run();
    app.key_press_modifiers(Modifiers::COMMAND, Key::A);
    app.get_by_role_and_label(Role::TextInput, &budget).type_text("123456789012");
    app.run();
    let typed = lines(&app).into_iter().find(|line| line.text == "123456789012").expect("as typed");
    assert!((typed.whole.width() - typed.seen.width()).abs() < 1.0, "{} of {}", typed.seen, typed.whole);
    assert!((typed.whole.height() - typed.seen.height()).abs() < 1.0, "{} of {}", typed.seen, typed.whole);
}
