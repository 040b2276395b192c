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
