//! A first plan from nothing: what has not been begun is one advice, and nothing is wrong before it is typed.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use crate::app::{App, Start, click, plan, press, type_into, words};
use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::calc::{Finding, Place, Section, Severity};
use ripple_planner::file::settings::Language;
use ripple_planner::plan::Id;
use ripple_planner::plan::allocation::Objective;
use ripple_planner::t;
use ripple_planner::words::Words;
use ripple_planner::words::names::function_name;
use ripple_planner::words::number;

/// A plan that begins, and what there is to mend in it.
struct Walk {
    app: App,
    words: &'static Words,
    _folder: tempfile::TempDir,
}

impl Walk {
    fn begin(language: Language) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = Start::with_plan(folder.path(), "blank.ron", language).open();
        Self { app, words: words(language), _folder: folder }
    }

    fn show(&mut self, tab: Tab) {
        press(&mut self.app, Command::Show(tab));
    }

    fn click(&mut self, role: Role, key: &str) {
        click(&mut self.app, role, &self.words.text(key));
    }

    fn type_into(&mut self, label: &str, text: &str) {
        type_into(&mut self.app, Role::TextInput, label, text);
    }

    /// Types where a finding about this field would lead.
    fn type_at(&mut self, section: Section, item: Option<&Id>, field: &'static str, text: &str) {
        let place = Place { section, item: item.cloned(), field };
        self.app.state_mut().go_to(place.clone());
        self.app.run();
        self.app.run();
        assert!(self.app.ctx.memory(eframe::egui::Memory::focused).is_some(), "no field at {place}");
        self.app.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
        self.app.event(eframe::egui::Event::Text(text.to_owned()));
        self.app.run();
        self.app.key_press(Key::Enter);
        self.app.run();
    }

    /// The codes of errors, warnings and advice.
    fn findings(&self) -> [Vec<&'static str>; 3] {
        let findings = &self.app.state().document().unwrap().report().findings;
        Severity::ALL.map(|severity| {
            findings.iter().filter(|finding| finding.severity() == severity).map(Finding::code).collect()
        })
    }

    /// Goes to the place of a finding.
    fn mends(&mut self, code: &str) {
        let report = self.app.state().document().unwrap().report();
        let place = report.findings.iter().find(|finding| finding.code() == code).unwrap().place.clone();
        self.app.state_mut().go_to(place);
        self.app.run();
        self.app.run();
    }

    #[track_caller]
    fn expect(&self, step: &str, warnings: &[&str], advice: &[&str]) {
        let [errors, warned, advised] = self.findings();
        assert_eq!(errors, Vec::<&str>::new(), "errors after {step}");
        assert_eq!(warned, warnings, "warnings after {step}");
        assert_eq!(advised, advice, "advice after {step}");
    }
}

#[test]
fn a_first_plan_is_advised_not_accused() {
    for language in [Language::English, Language::Chinese] {
        let mut walk = Walk::begin(language);
        walk.expect("nothing", &[], &["goal-not-stated", "no-team", "no-assessment", "no-channels"]);

        walk.show(Tab::Goal);
        walk.type_into(&walk.words.text("goal-target-revenue"), "24000000");
        let begun = ["goal-without-sentence", "goal-incomplete", "no-team", "no-assessment", "no-channels"];
        walk.expect("a goal", &[], &begun);

        walk.show(Tab::Team);
        walk.click(Role::Button, "team-empty-begin");
        walk.type_into(&walk.words.text("common-name"), "Lin Yue");
        let begun = ["goal-without-sentence", "goal-incomplete", "open-functions", "no-assessment", "no-channels"];
        walk.expect("an owner", &[], &begun);
        walk.click(Role::Button, "team-add-person");
        walk.type_into(&walk.words.text("common-name"), "Chen Hao");
        walk.expect("two people", &[], &begun);

        walk.show(Tab::Pyramid);
        walk.click(Role::Button, "pyramid-empty-suggested");
        let begun = ["goal-without-sentence", "goal-incomplete", "open-functions", "no-channels"];
        walk.expect("twenty criteria", &[], &begun);
        let criterion = plan(&walk.app).pyramid.criteria[0].name.clone();
        click(&mut walk.app, Role::RadioButton, &format!("{criterion}: ½"));
        let begun = ["goal-without-sentence", "goal-incomplete", "open-functions", "level-open", "no-channels"];
        walk.expect("one answer", &["no-owner"], &begun);
    }
}

#[test]
fn the_money_of_a_first_plan_says_one_thing_at_a_time() {
    for language in [Language::English, Language::Chinese] {
        let mut walk = Walk::begin(language);
        let start = ["goal-not-stated", "no-team", "no-assessment"];
        let with = |codes: &[&'static str]| [&start[..], codes].concat();
        walk.show(Tab::Allocation);
        walk.click(Role::Button, "allocation-first-channel");
        walk.expect("a channel", &[], &with(&["no-budget"]));
        walk.click(Role::RadioButton, "allocation-part-curve");
        for way in ["saturating", "two-points", "s-shaped", "linear"] {
            walk.click(Role::RadioButton, &format!("allocation-way-{way}"));
            walk.expect(&format!("choosing {way}"), &[], &with(&["no-budget"]));
            let complaint = walk.words.text("findings-not-positive-mend");
            assert!(walk.app.query_by_label_contains(&complaint).is_none(), "{way} complains before anything is typed");
        }
        let channel = plan(&walk.app).allocation.channels[0].id.clone();
        let (allocation, item) = (Section::Allocation, Some(&channel));
        walk.type_at(allocation, item, "spend", "10000");
        walk.expect("money", &["no-owner", "buys-nothing"], &with(&["no-budget"]));
        let blank = |walk: &Walk, figure: &str| {
            let shown = format!("{} {}", walk.words.text(figure), number::NOTHING);
            assert!(walk.app.query_by_label(&shown).is_some(), "there is nothing to calculate {figure} from");
        };
        blank(&walk, "allocation-figure-registrations");
        walk.type_at(allocation, item, "curve", "20");
        walk.type_at(allocation, item, "curve-ceiling", "2000");
        walk.expect("a curve", &["no-owner", "no-lead-rate"], &with(&["no-budget"]));
        blank(&walk, "allocation-figure-leads-a");
        let none = number::percent(walk.words.language(), 0.0, 1);
        let share = t!(walk.words, "allocation-of-registrations-a", share = none);
        assert!(walk.app.query_by_label(&share).is_none(), "no share of nothing");
        let objective = |walk: &Walk| walk.app.state().document().unwrap().report().allocation.objective;
        assert_eq!(objective(&walk), Objective::Registrations, "what they are worth is not known");
        walk.type_at(allocation, item, "lead_rate", "5%");
        walk.expect("leads", &["no-close-rate", "no-value", "no-owner"], &with(&["no-budget"]));
        walk.type_at(allocation, None, "class_a", "10%");
        walk.type_at(allocation, None, "value_a", "24000");
        walk.expect("revenue", &["no-owner"], &with(&["no-budget"]));
        assert_eq!(objective(&walk), Objective::Revenue, "what the goal's headline counts");
        assert_eq!(plan(&walk.app).allocation.channels[0].media, None, "nobody has said whose medium it is");
    }
}

#[test]
fn an_event_and_a_topic_arrive_empty_and_silent() {
    for language in [Language::English, Language::Chinese] {
        let mut walk = Walk::begin(language);
        let start = ["goal-not-stated", "no-team", "no-assessment", "no-channels"];
        walk.show(Tab::Allocation);
        walk.click(Role::RadioButton, "event-shared-events");
        walk.click(Role::Button, "event-empty-begin");
        walk.expect("an event", &[], &start);
        let event = plan(&walk.app).events[0].id.clone();
        walk.type_at(Section::Event, Some(&event), "date", "2026-05-28");
        walk.expect("its day", &[], &start);
        let with_cost = ["goal-not-stated", "no-team", "no-assessment", "no-channels", "event-without-cost"];
        walk.click(Role::Button, "event-step-add-party");
        walk.expect("a partner", &[], &with_cost);
        walk.mends("event-without-cost");
        assert!(walk.app.get_by_role_and_label(Role::Button, &walk.words.text("event-step-add-item")).is_focused());
        press(&mut walk.app, Command::Undo);

        walk.show(Tab::Topics);
        walk.click(Role::Button, "topics-begin-add");
        let topic = plan(&walk.app).topics.list[0].clone();
        assert!(topic.is_blank(), "it arrives without invented values: {topic:?}");
        walk.expect("a topic", &[], &start);
        assert!(walk.app.query_by_label_contains("%").is_none(), "nothing is claimed about it");
        let name = |key: &str| {
            t!(walk.words, "topics-field-of", field = walk.words.text(key), topic = walk.words.text("topics-new"))
        };
        let fields = ["topics-peak-day", "topics-peak", "topics-spread"].map(name);
        for (field, text) in fields.iter().zip(["2026-05-30", "10000", "10"]) {
            let value = walk.app.get_by_role_and_label(Role::TextInput, field).value();
            assert_eq!(value.as_deref().unwrap_or_default(), "", "{field}");
            type_into(&mut walk.app, Role::TextInput, field, text);
        }
        walk.expect("its peak", &["no-owner"], &start);
        assert!(walk.app.state().document().unwrap().report().topics.marks[0].carried);
    }
}

#[test]
fn a_person_alone_is_not_sent_to_a_grid_without_rows() {
    for language in [Language::English, Language::Chinese] {
        let folder = tempfile::tempdir().unwrap();
        let app = Start::empty(folder.path(), language).open();
        let mut walk = Walk { app, words: words(language), _folder: folder };
        press(&mut walk.app, Command::New);
        walk.show(Tab::Team);
        let head = walk.words.text("team-function");
        let painted = crate::painted::lines(&walk.app).iter().filter(|line| line.text.trim() == head).count();
        assert!(painted <= 1, "the button, and no head of a table without rows");
        walk.click(Role::Button, "team-add-person");
        assert_eq!(plan(&walk.app).team.functions.len(), 8, "a team begins with the functions of the method");
        let grid = walk.words.text("team-no-parts");
        assert!(walk.app.query_by_label(&grid).is_some());
        for _ in 0..plan(&walk.app).team.functions.len() {
            let name = function_name(&plan(&walk.app).team.functions[0].kind, walk.words);
            click(&mut walk.app, Role::Button, &name);
            click(&mut walk.app, Role::Button, &t!(walk.words, "team-remove", item = name));
        }
        walk.click(Role::Button, "team-add-person");
        assert!(walk.app.query_by_label(&grid).is_none());
        assert!(walk.app.query_by_label(&walk.words.text("team-no-functions-yet")).is_some());
    }
}

impl Walk {
    /// Presses the button of the next step, and types into the field that it leads to.
    fn does_next(&mut self, step: &str, typed: &[&str]) {
        let go = self.words.text(&format!("{step}-go"));
        let button = self.app.get_all_by_role_and_label(Role::Button, &go).last();
        button.unwrap_or_else(|| panic!("{step} is not asked")).click();
        for text in typed {
            self.app.run();
            self.app.run();
            assert!(self.app.ctx.memory(eframe::egui::Memory::focused).is_some(), "{step} leads to no field");
            self.app.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
            self.app.event(eframe::egui::Event::Text((*text).to_owned()));
            self.app.run();
            self.app.key_press(Key::Enter);
        }
        self.app.run();
        self.app.run();
    }

    /// Presses what the next step leads to: a button that begins something.
    fn begins(&mut self, step: &str) {
        self.does_next(step, &[]);
        self.app.key_press(Key::Enter);
        self.app.run();
        self.app.run();
    }

    fn types(&mut self, text: &str) {
        self.app.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
        self.app.event(eframe::egui::Event::Text(text.to_owned()));
        self.app.run();
        self.app.key_press(Key::Enter);
        self.app.run();
        self.app.run();
    }

    fn is_asked(&self, step: &str) -> bool {
        self.app.query_all_by_role_and_label(Role::Button, &self.words.text(&format!("{step}-go"))).next().is_some()
    }
}

#[test]
fn what_comes_next_leads_from_a_blank_plan_to_its_print() {
    for language in [Language::English, Language::Chinese] {
        let folder = tempfile::tempdir().unwrap();
        let app = Start::empty(folder.path(), language).open();
        let mut walk = Walk { app, words: words(language), _folder: folder };
        press(&mut walk.app, Command::New);
        walk.does_next("next-goal", &["24000000"]);
        walk.begins("next-owner");
        walk.types("Lin Yue");
        walk.begins("next-channel");
        walk.types("Search advertising");
        walk.does_next("next-money", &["600000"]);
        walk.does_next("next-brings", &["12000"]);
        walk.does_next("next-lead-rate", &["10%"]);
        walk.does_next("next-close-rate", &["8%"]);
        walk.does_next("next-value", &["24000"]);
        assert!(plan(&walk.app).allocation.channels[0].spend.minor() > 0);
        let reached = walk.app.state().document().unwrap().report().goal.headline_attainment();
        assert!(reached.is_some_and(|reached| reached > 0.05), "{language:?}: {reached:?}");

        walk.click(Role::Button, "next-later-event");
        assert!(!walk.is_asked("next-event"), "it was put off");
        walk.begins("next-assessment");
        let criterion = plan(&walk.app).pyramid.criteria[0].name.clone();
        click(&mut walk.app, Role::RadioButton, &format!("{criterion}: ½"));
        assert!(walk.is_asked("next-topics"), "{language:?}");
        walk.click(Role::Button, "next-later");
        assert!(!walk.is_asked("next-hand-over"), "a channel has no owner yet");
        walk.click(Role::Button, "window-all-findings");
        let all = t!(walk.words, "window-own-all", person = "Lin Yue");
        click(&mut walk.app, Role::Button, &all);
        assert_eq!(plan(&walk.app).allocation.channels[0].owner, plan(&walk.app).team.owner);
        walk.does_next("next-hand-over", &["The board"]);
        assert_eq!((walk.app.state().tab(), plan(&walk.app).handover.to.as_str()), (Tab::Summary, "The board"));
        assert!(!walk.is_asked("next-hand-over"));
    }
}

#[test]
fn an_error_stands_before_what_comes_next_and_a_badge_says_what_it_counts() {
    for language in [Language::English, Language::Chinese] {
        let mut walk = Walk::begin(language);
        let tab = |walk: &Walk, label: &str| walk.app.query_by_role_and_label(Role::Tab, label).is_some();
        let team = walk.words.text("team-tab");
        assert!(tab(&walk, &team), "advice is no badge");
        let goal = walk.words.text("goal-tab");
        for (field, typed) in [("customers", "100"), ("target_value", "10"), ("target", "5000"), ("share", "10%")] {
            walk.type_at(Section::Goal, None, field, typed);
        }
        walk.type_at(Section::Goal, None, "target_total", "900");
        let [errors, ..] = walk.findings();
        assert!(!errors.is_empty());
        let counted = format!("{} {}", errors.len(), t!(walk.words, "window-errors", n = errors.len()));
        let label = t!(walk.words, "window-tab-with-findings", tab = goal, findings = counted);
        assert!(tab(&walk, &label), "{language:?}: {label}");
        assert!(!walk.is_asked("next-owner"), "what is wrong comes first");
    }
}

#[test]
fn a_long_name_leaves_the_buttons_of_the_next_step_their_room() {
    for language in [Language::English, Language::Chinese] {
        let mut walk = Walk::begin(language);
        walk.type_at(Section::Goal, None, "target", "1000000");
        walk.show(Tab::Team);
        walk.click(Role::Button, "team-empty-begin");
        walk.show(Tab::Allocation);
        walk.click(Role::Button, "allocation-first-channel");
        walk.types(&"社交平台渠道".repeat(10));
        let go = walk.words.text("next-money-go");
        let button = walk.app.get_by_role_and_label(Role::Button, &go).rect();
        assert!(button.right() < walk.app.ctx.content_rect().right(), "{language:?}: {button:?}");
    }
}
