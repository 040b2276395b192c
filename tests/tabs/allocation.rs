//! The Allocation tab, page Channels: budgets, curves, limits and rates, driven as a person would, in both languages.
#![allow(
    clippy::float_cmp,
    clippy::redundant_closure_for_method_calls,
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs
)]

use crate::app::{App, Start, WORKED_CASES, plan};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::file::settings::Language;
use ripple_planner::plan::{Channel, Curve, Money, Task};
use ripple_planner::t;
use ripple_planner::words::{Named, Words};

struct Tabs {
    app: App,
    words: &'static Words,
    _folder: tempfile::TempDir,
}

impl Tabs {
    fn open(file: &str, language: Language) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = Start::with_plan(folder.path(), file, language).open();
        let words = crate::app::words(language);
        let mut tabs = Self { app, words, _folder: folder };
        tabs.press(Command::Show(Tab::Allocation));
        tabs
    }

    fn press(&mut self, command: Command) {
        crate::app::press(&mut self.app, command);
    }

    fn of(&self, what: &str, item: &str) -> String {
        t!(self.words, "allocation-of", what = self.words.text(what), item = item)
    }

    fn channel(&self, id: &str) -> &Channel {
        plan(&self.app)
            .allocation
            .channels
            .iter()
            .find(|channel| channel.id.as_str() == id)
            .expect("the channel is there")
    }

    fn name(&self, id: &str) -> String {
        self.channel(id).name.clone()
    }

    /// Types into a field, in place of what stands there.
    fn type_into(&mut self, name: &str, text: &str) {
        crate::app::type_into(&mut self.app, Role::TextInput, name, text);
    }

    fn type_here(&mut self, name: &str, text: &str) {
        crate::app::type_here(&mut self.app, Role::TextInput, name, text);
    }

    fn focused(&self, name: &str) -> bool {
        self.app.get_by_role_and_label(Role::TextInput, name).accesskit_node().is_focused()
    }

    fn click(&mut self, role: Role, name: &str) {
        crate::app::click(&mut self.app, role, name);
    }

    fn part(&mut self, key: &str) {
        let name = self.words.text(key);
        self.click(Role::RadioButton, &name);
    }
}

fn units(amount: i64) -> Money {
    Money::from_minor(amount * 100).unwrap()
}

#[test]
fn a_budget_is_typed_and_taken_back() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::open(file, language);
        let budget = tabs.of("common-budget", &tabs.name("search-advertising"));
        for typed in ["35万", "350,000", "350k"] {
            tabs.type_into(&budget, typed);
            assert_eq!(tabs.channel("search-advertising").spend, units(350_000), "{typed}");
        }
        assert!(tabs.app.query_by_label(&tabs.words.text("allocation-row-left")).is_some(), "10,000 are left");
        tabs.type_into(&budget, "a lot");
        assert_eq!(tabs.channel("search-advertising").spend, units(350_000), "the last good value stays");
        tabs.press(Command::Undo);
        assert_eq!(tabs.channel("search-advertising").spend, units(360_000));
    }
}

#[test]
fn keys_alone_reach_the_budgets_and_walk_down_them() {
    let mut tabs = Tabs::open("worked-case.ron", Language::English);
    let budgets = ["search-advertising", "site-rebuild", "partner-referral"];
    let names = budgets.map(|id| tabs.of("common-budget", &tabs.name(id)));
    tabs.app.key_press(Key::F2);
    tabs.app.run();
    for name in &names {
        assert!(tabs.focused(name), "{name}");
        tabs.app.get_by_role_and_label(Role::TextInput, name).type_text("90000");
        tabs.app.run();
        tabs.app.key_press(Key::Tab);
        tabs.app.run();
    }
    assert_eq!(budgets.map(|id| tabs.channel(id).spend), [units(90_000); 3]);
    tabs.app.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    tabs.app.run();
    let focus = tabs.app.query_all_by(|node| node.is_focused()).find_map(|node| node.accesskit_node().label());
    assert_eq!(focus.as_deref(), Some(names[2].as_str()), "Shift+Tab walks up");
}

#[test]
fn a_channel_is_added_named_moved_copied_and_removed() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::open(file, language);
        let words = tabs.words;
        let before = plan(&tabs.app).allocation.channels.len();
        let add = t!(words, "allocation-add-channel-to", task = Task::B.name(words));
        tabs.click(Role::Button, &add);
        let name = words.text("allocation-channel-name");
        assert!(tabs.focused(&name), "a new channel begins with its name");
        tabs.type_here(&name, "Podcast");
        let added = plan(&tabs.app).allocation.channels.last().unwrap().clone();
        assert_eq!((added.name.as_str(), added.task), ("Podcast", Task::B));
        tabs.click(Role::Button, &t!(words, "allocation-up", item = "Podcast"));
        assert_ne!(plan(&tabs.app).allocation.channels.last().unwrap().id, added.id);
        tabs.click(Role::Button, &t!(words, "allocation-copy", item = "Podcast"));
        let copy = t!(words, "allocation-copy-of", item = "Podcast");
        assert_eq!(plan(&tabs.app).allocation.channels.iter().filter(|channel| channel.name == copy).count(), 1);
        tabs.click(Role::Button, &t!(words, "allocation-remove", item = &copy));
        assert_eq!(plan(&tabs.app).allocation.channels.len(), before + 1);
        for _ in 0..5 {
            tabs.press(Command::Undo);
        }
        assert_eq!(plan(&tabs.app).allocation.channels.len(), before, "five steps take all of it back");
    }
}

#[test]
fn a_curve_is_stated_another_way() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::open(file, language);
        let words = tabs.words;
        let name = tabs.name("qa-communities");
        tabs.click(Role::Row, &name);
        tabs.type_into(&tabs.of("allocation-half-spend", &name), "4万");
        let Curve::SShaped { half_spend, .. } = tabs.channel("qa-communities").curve else { unreachable!() };
        assert_eq!(half_spend, units(40_000));
        tabs.part("allocation-way-two-points");
        let first = tabs.of("allocation-first-spend", &name);
        let second = tabs.of("allocation-second-spend", &name);
        tabs.type_into(&second, "100");
        tabs.app.key_press(Key::Enter);
        tabs.app.run();
        let Curve::TwoPoints { second: point, .. } = tabs.channel("qa-communities").curve else { unreachable!() };
        assert_eq!(point.spend, units(100));
        assert!(tabs.app.query_by_label(&words.text("allocation-points-not-in-order")).is_some());
        assert!(tabs.app.query_by_role_and_label(Role::TextInput, &first).is_some());
        tabs.part("allocation-way-s-shaped");
        let curve = tabs.channel("qa-communities").curve;
        assert!(matches!(curve, Curve::SShaped { half_spend, .. } if half_spend == units(40_000)), "typed once, kept");
    }
}

#[test]
fn a_number_on_its_way_to_another_leaves_the_curve_and_the_page_as_they_are() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::open(file, language);
        let words = tabs.words;
        let name = tabs.name("search-advertising");
        tabs.click(Role::Row, &name);
        tabs.part("allocation-way-two-points");
        let (second, range) = (tabs.of("allocation-second-spend", &name), tabs.of("common-range", &name));
        let place = |tabs: &Tabs| tabs.app.get_by_role_and_label(Role::TextInput, &range).rect();
        let spend = |tabs: &Tabs| match tabs.channel("search-advertising").curve {
            Curve::TwoPoints { second, .. } => second.spend,
            _ => unreachable!(),
        };
        let errors = |tabs: &Tabs| tabs.app.state().document().unwrap().report().findings.len();
        let before = (place(&tabs), spend(&tabs), errors(&tabs));
        tabs.app.get_by_role_and_label(Role::TextInput, &second).focus();
        tabs.app.run();
        tabs.app.key_press_modifiers(Modifiers::COMMAND, Key::A);
        for digit in ["6", "0", "0", "0", "0"] {
            tabs.app.get_by_role_and_label(Role::TextInput, &second).type_text(digit);
            tabs.app.run();
            assert_eq!(
                (place(&tabs), spend(&tabs), errors(&tabs)),
                before,
                "60,000 and less lie below the first point"
            );
        }
        let says = t!(words, "allocation-curve-held", problem = words.text("allocation-points-not-in-order"));
        assert!(tabs.app.query_by_label(&says).is_some(), "what is wrong is said");
        tabs.app.get_by_role_and_label(Role::TextInput, &second).type_text("0");
        tabs.app.run();
        assert_eq!((place(&tabs), spend(&tabs)), (before.0, units(600_000)));
        tabs.app.key_press(Key::Enter);
        tabs.app.run();
        tabs.type_into(&second, "6");
        tabs.app.key_press(Key::Escape);
        tabs.app.run();
        assert_eq!(spend(&tabs), units(600_000), "Escape drops what was typed");
        tabs.type_into(&second, "6");
        tabs.click(Role::Row, &tabs.name("articles"));
        assert_eq!(spend(&tabs), units(6), "left, it counts");
        assert!(errors(&tabs) > before.2);
        tabs.press(Command::Undo);
        assert_eq!(spend(&tabs), units(600_000), "one step");
    }
}

#[test]
fn a_range_is_in_factors_and_taken_in_registrations_too() {
    let mut tabs = Tabs::open("worked-case.ron", Language::English);
    let name = tabs.name("qa-communities");
    tabs.click(Role::Row, &name);
    let range = tabs.of("common-range", &name);
    tabs.type_into(&range, "600..1,800");
    let kept = tabs.channel("qa-communities").registrations_range.unwrap();
    assert_eq!((kept.low, kept.high), (0.5, 1.5));
    tabs.app.key_press(Key::Enter);
    tabs.app.run();
    let shown = |tabs: &Tabs| tabs.app.get_by_role_and_label(Role::TextInput, &range).value();
    assert_eq!(shown(&tabs).as_deref(), Some("0.5..1.5"), "whatever is spent");
    assert!(tabs.app.query_by_label_contains("600–1,800 registrations").is_some(), "what that means now");
    tabs.type_into(&range, "0.5..1.5");
    assert_eq!(tabs.channel("qa-communities").registrations_range, Some(kept));
    tabs.type_into(&range, "2..3");
    assert_eq!(tabs.channel("qa-communities").registrations_range, Some(kept), "neither 1 nor 1,200 lies in it");
    tabs.type_into(&range, "1,680..840");
    assert_eq!(tabs.channel("qa-communities").registrations_range, Some(kept), "upside down is not taken");
    tabs.app.get_by_role_and_label(Role::TextInput, &range).focus();
    tabs.app.run();
    tabs.app.key_press_modifiers(Modifiers::COMMAND, Key::A);
    tabs.app.key_press(Key::Delete);
    tabs.app.run();
    assert_eq!(tabs.channel("qa-communities").registrations_range, None);
}

#[test]
fn tasks_groups_and_rates_are_edited() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::open(file, language);
        let words = tabs.words;
        tabs.click(Role::Row, &Task::B.name(words));
        tabs.type_into(&tabs.of("allocation-min", &Task::B.name(words)), "400000");
        assert_eq!(plan(&tabs.app).allocation.tasks.b.min, Some(units(400_000)));
        let before = plan(&tabs.app).allocation.tasks.b.quantitative.len();
        let add = words.text("allocation-add-quantitative");
        tabs.click(Role::Button, &add);
        assert_eq!(plan(&tabs.app).allocation.tasks.b.quantitative.len(), before + 1);
        let group = plan(&tabs.app).allocation.groups[0].name.clone();
        tabs.click(Role::Row, &group);
        tabs.type_into(&tabs.of("allocation-lead-rate", &group), "6%");
        assert_eq!(plan(&tabs.app).allocation.groups[0].lead_rate.unwrap().likely, 0.06);
        let class = words.text("names-class-a");
        tabs.type_into(&tabs.of("allocation-close-rate", &class), "12% (10%..15%)");
        assert_eq!(plan(&tabs.app).allocation.class_a.close_rate.likely, 0.12);
    }
}

#[test]
fn an_empty_plan_begins_with_enter() {
    for language in [Language::English, Language::Chinese] {
        let mut tabs = Tabs::open("blank.ron", language);
        tabs.app.key_press(Key::Enter);
        tabs.app.run();
        assert_eq!(plan(&tabs.app).allocation.channels.len(), 1);
        assert!(tabs.focused(&tabs.words.text("allocation-channel-name")));
    }
}

#[test]
fn a_finding_leads_to_its_field() {
    let mut tabs = Tabs::open("worked-case.ron", Language::English);
    let name = tabs.name("articles");
    let budget = tabs.of("common-budget", &name);
    tabs.type_into(&budget, "900000");
    tabs.app
        .query_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Mend")))
        .expect("the worst finding of the tab can be mended")
        .click();
    tabs.app.run();
    assert!(tabs.focused(&tabs.words.text("common-budget")) || tabs.focused(&budget));
}

#[test]
fn a_budget_that_cannot_be_read_says_which_one_counts_meanwhile() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::open(file, language);
        let before = tabs.channel("search-advertising").spend;
        let field = tabs.of("common-budget", &tabs.name("search-advertising"));
        tabs.type_into(&field, "36x");
        let node = tabs.app.get_by_role_and_label(Role::TextInput, &field);
        let said = node.accesskit_node().description().unwrap_or_default();
        assert!(said.contains("360,000"), "{language:?}: {said}");
        assert_eq!(tabs.channel("search-advertising").spend, before);
    }
}

#[test]
fn a_blank_page_teaches_by_the_worked_case_in_the_language_of_the_window() {
    for language in [Language::English, Language::Chinese] {
        let mut tabs = Tabs::open("blank.ron", language);
        for shown in [language, if language == Language::English { Language::Chinese } else { Language::English }] {
            let words = crate::app::words(shown);
            let figures = t!(words, "allocation-read-now", spend = "40,000", registrations = "2,200");
            assert!(tabs.app.query_by_label(&figures).is_some(), "{figures}");
            // The name of its channel comes from the plan in that language.
            let name = if shown == Language::English { "Set apart from rivals" } else { "竞品区隔引导" };
            assert!(tabs.app.query_all_by_label(name).next().is_some(), "{name}");
            tabs.press(Command::SwitchLanguage);
        }
    }
}

#[test]
fn a_share_that_is_too_large_is_said_where_it_is_summed() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(file);
        let mut plan = ripple_planner::file::open(format!("saved_plans/{file}")).unwrap();
        let largest = plan.currency.whole(9_000_000_000_000).unwrap();
        let event = &mut std::sync::Arc::make_mut(&mut plan.events)[0];
        (event.items[0].amount, event.items[1].amount) = (largest, largest);
        ripple_planner::file::save(&path, &plan).unwrap();
        let mut app = Start { plan: Some(path), ..Start::empty(folder.path(), language) }.open();
        let words = crate::app::words(language);
        let is_said = |app: &App, key: &str| app.query_all_by_label_contains(&words.text(key)).count() > 0;
        crate::app::press(&mut app, Command::Show(Tab::Overview));
        assert!(is_said(&app, "overview-money-too-large"), "{language:?}");
        crate::app::press(&mut app, Command::Show(Tab::Allocation));
        assert!(is_said(&app, "allocation-too-large"), "{language:?}");
        crate::app::click(&mut app, Role::Button, &words.text("proposal-suggest"));
        app.run();
        assert!(is_said(&app, "findings-money-too-large"), "{language:?}");
        assert!(app.query_by_role_and_label(Role::Button, &words.text("proposal-adopt")).is_none(), "{language:?}");
    }
}
