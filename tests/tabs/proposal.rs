//! The best allocation in the window: suggested, looked at, adopted, taken back, in both languages.
#![allow(
    clippy::float_cmp,
    clippy::redundant_closure_for_method_calls,
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs
)]

use crate::app::{App, Start, WORKED_CASES, plan};
use eframe::egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::worker::Background;
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::allocation::Objective;
use ripple_planner::plan::{Channel, Curve, Money, Task};
use ripple_planner::report::sentences::proposal::won_named;
use ripple_planner::t;
use ripple_planner::words::{Language as Tongue, Named, Words};

struct Tabs {
    app: App,
    words: &'static Words,
    folder: tempfile::TempDir,
    file: &'static str,
}

impl Tabs {
    fn open(file: &'static str, language: Language) -> Self {
        Self::sized(file, language, [1366.0, 768.0])
    }

    fn sized(file: &'static str, language: Language, size: [f32; 2]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = Start { size, ..Start::with_plan(folder.path(), file, language) }.open();
        let words = crate::app::words(language);
        let mut tabs = Self { app, words, folder, file };
        tabs.press(Command::Show(Tab::Allocation));
        tabs
    }

    /// The worked case with slow work on threads of its own, as in the real window.
    fn with_threads() -> Self {
        let (file, language) = ("worked-case.ron", Language::English);
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), file, language);
        let app = Start { background: Background::Threads, ..start }.open();
        let mut tabs = Self { app, words: Words::of(Tongue::En), folder, file };
        tabs.press(Command::Show(Tab::Allocation));
        tabs
    }

    /// Frame after frame until some label says this; gives up after many.
    fn wait_for(&mut self, words: &str) {
        for _ in 0..2_000 {
            self.app.step();
            if self.says(words) {
                return;
            }
            std::thread::yield_now();
        }
        unreachable!("{words} never comes");
    }

    fn press(&mut self, command: Command) {
        crate::app::press(&mut self.app, command);
    }

    fn click(&mut self, role: Role, name: &str) {
        crate::app::click(&mut self.app, role, name);
    }

    fn button(&mut self, key: &str) {
        let name = self.words.text(key);
        self.click(Role::Button, &name);
    }

    fn type_into(&mut self, name: &str, text: &str) {
        crate::app::type_into(&mut self.app, Role::TextInput, name, text);
    }

    fn spends(&self) -> Vec<i64> {
        plan(&self.app).allocation.channels.iter().map(|channel| channel.spend.minor() / 100).collect()
    }

    fn channel(&self, id: &str) -> Channel {
        let channels = &plan(&self.app).allocation.channels;
        channels.iter().find(|channel| channel.id.as_str() == id).unwrap().clone()
    }

    fn budget_of(&self, id: &str) -> String {
        t!(self.words, "allocation-of", what = self.words.text("common-budget"), item = self.channel(id).name)
    }

    /// Whether some label says this.
    fn says(&self, words: &str) -> bool {
        self.app.query_all_by_label_contains(words).next().is_some()
    }

    fn is_open(&self) -> bool {
        self.app.query_by_role_and_label(Role::Button, &self.words.text("proposal-adopt")).is_some()
    }

    /// Presses, moves and lets go of the mouse, a frame at each place.
    fn drag(&mut self, from: egui::Pos2, by: &[f32]) {
        let by: Vec<egui::Vec2> = by.iter().map(|x| egui::vec2(*x, 0.0)).collect();
        self.drag_by(from, &by);
    }

    fn drag_by(&mut self, from: egui::Pos2, by: &[egui::Vec2]) {
        let button = egui::PointerButton::Primary;
        self.app.hover_at(from);
        self.app.run();
        self.app.event(egui::Event::PointerButton { pos: from, button, pressed: true, modifiers: Modifiers::NONE });
        self.app.run();
        let mut at = from;
        for offset in by {
            at = from + *offset;
            self.app.hover_at(at);
            self.app.run();
        }
        self.app.event(egui::Event::PointerButton { pos: at, button, pressed: false, modifiers: Modifiers::NONE });
        self.app.run();
    }
}

const PROPOSED: [i64; 12] =
    [306_000, 120_000, 100_000, 50_000, 54_000, 58_000, 42_000, 20_000, 111_000, 149_000, 90_000, 60_000];

fn units(amount: i64) -> Money {
    Money::from_minor(amount * 100).unwrap()
}

#[test]
fn the_best_allocation_is_suggested_adopted_taken_back_and_saved() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::open(file, language);
        let words = tabs.words;
        let before = tabs.spends();
        tabs.button("proposal-suggest");
        for figure in ["306,000", "58,000", "+157", "+693", "+800", "−599", "+1,065"] {
            assert!(tabs.says(figure), "{figure} stands in the proposal");
        }
        assert!(tabs.says(&t!(words, "proposal-proven", bound = "38,065", gap = "0")), "the proof is said");
        assert!(tabs.says(&t!(words, "proposal-leads", before = "2,300", after = "2,381")));
        assert_eq!(tabs.spends(), before, "nothing changes before it is adopted");
        tabs.button("proposal-adopt");
        assert_eq!(tabs.spends(), PROPOSED);
        assert!(!tabs.is_open(), "adopting closes the proposal");
        let step = tabs.app.state().document().unwrap().undo_name(words.language()).map(str::to_owned);
        assert_eq!(step, Some(words.text("proposal-step-adopt")));
        tabs.press(Command::Save);
        let saved = file::read_text(&std::fs::read_to_string(tabs.folder.path().join(tabs.file)).unwrap()).unwrap();
        assert_eq!(saved.allocation.channels[0].spend, units(306_000));
        tabs.press(Command::Undo);
        assert_eq!(tabs.spends(), before, "one step takes all of it back");
    }
}

#[test]
fn a_result_is_asked_for_the_least_money() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::open(file, language);
        let words = tabs.words;
        tabs.button("proposal-suggest");
        let part = format!("{}: {}", words.text("proposal-given"), words.text("proposal-given-result"));
        tabs.click(Role::RadioButton, &part);
        assert!(tabs.says("1,131,000"), "the present result costs at least 1,131,000");
        let objective = plan(&tabs.app).allocation.objective.unwrap().name(words);
        let field = t!(words, "proposal-result", objective = objective);
        tabs.type_into(&field, "38065");
        assert!(tabs.says("1,200,000"));
        tabs.type_into(&field, "100000");
        assert!(!tabs.is_open(), "more than all channels can bring is no proposal");
        assert!(tabs.says(&words.text("proposal-infeasible")));
        let most = won_named(plan(&tabs.app), words, Objective::Registrations, "43,003");
        let most = t!(words, "proposal-use-result", result = most);
        tabs.click(Role::Button, &most);
        assert!(tabs.is_open());
    }
}

#[test]
fn what_the_maximums_leave_of_the_budget_is_said() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), file, language);
        let path = start.plan.clone().unwrap();
        let mut held = file::open(&path).unwrap();
        for channel in &mut std::sync::Arc::make_mut(&mut held.allocation).channels {
            channel.max = Some(channel.spend);
        }
        file::save(&path, &held).unwrap();
        let start = Start { size: [1280.0, 720.0], ..start };
        let mut tabs = Tabs { app: start.open(), words: crate::app::words(language), folder, file };
        tabs.press(Command::Show(Tab::Allocation));
        tabs.button("proposal-suggest");
        let said = if language == Language::Chinese { "用不出去" } else { "stay unspent" };
        assert!(!tabs.says(said));
        let budget = tabs.words.text("proposal-budget");
        tabs.type_into(&budget, "2000000");
        assert!(tabs.says(said) && tabs.says("800,000"), "800,000 of 2,000,000 are left");
        for typed in ["2000000", "999999999999.99"] {
            tabs.type_into(&budget, typed);
            let as_now = tabs.words.text("proposal-as-now");
            let button = tabs.app.get_by_role_and_label(Role::Button, &as_now).rect();
            assert!(button.right() <= 1_264.0, "{typed}: the button stays in the panel, not to {}", button.right());
        }
    }
}

#[test]
fn limits_that_clash_are_named_and_lead_to_their_field() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::open(file, language);
        let words = tabs.words;
        tabs.click(Role::Row, &Task::B.name(words));
        let name = t!(words, "allocation-of", what = words.text("allocation-min"), item = Task::B.name(words));
        tabs.type_into(&name, "1300000");
        tabs.button("proposal-suggest");
        assert!(tabs.says(&words.text("proposal-infeasible")));
        assert!(tabs.says("1,300,000"), "which sums clash is said");
        let mend = words.text("proposal-mend-limits");
        tabs.app.query_all_by_label(&mend).next().expect("a way to the limit").click();
        tabs.app.run();
        let field = tabs.app.get_by_role_and_label(Role::TextInput, &name);
        assert!(field.accesskit_node().is_focused(), "the limit has the focus");
    }
}

#[test]
fn the_frontier_chooses_a_budget_by_mouse_and_keys() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::open(file, language);
        tabs.button("proposal-suggest");
        let name = tabs.words.text("proposal-frontier-name");
        let value = |tabs: &Tabs| {
            let node = tabs.app.get_by_role_and_label(Role::Slider, &name);
            node.accesskit_node().numeric_value().unwrap()
        };
        assert_eq!(value(&tabs), 1_200_000.0);
        let place = tabs.app.get_by_role_and_label(Role::Slider, &name).rect();
        let right = place.right_center() - egui::vec2(60.0, 0.0);
        tabs.drag(right, &[]);
        let chosen = value(&tabs);
        assert!(chosen > 1_300_000.0 && chosen % 1_000.0 == 0.0, "{chosen} lies at the right, on a step");
        let shown = tabs.app.get_by_role_and_label(Role::TextInput, &tabs.words.text("proposal-budget")).value();
        let typed = shown.unwrap().replace(',', "").parse::<f64>().unwrap();
        assert_eq!(typed, chosen, "the proposal is about the budget that was clicked");
        tabs.app.key_press(Key::ArrowLeft);
        tabs.app.run();
        assert!(value(&tabs) < chosen, "keys move it too");
        assert_eq!(tabs.spends().iter().sum::<i64>(), 1_160_000, "looking changes nothing");
        tabs.button("proposal-adopt");
        let budget = plan(&tabs.app).allocation.budget.unwrap();
        assert!(budget > units(1_300_000), "a larger budget that is adopted becomes the plan's");
        assert!(
            plan(&tabs.app).allocation.budget.unwrap()
                >= tabs.app.state().document().unwrap().report().allocation.total.spend
        );
    }
}

#[test]
fn what_is_changed_meanwhile_is_taken_into_account() {
    let mut tabs = Tabs::open("worked-case.ron", Language::English);
    tabs.button("proposal-suggest");
    let lock = t!(tabs.words, "allocation-lock", item = tabs.channel("search-advertising").name);
    tabs.click(Role::Button, &lock);
    assert!(tabs.is_open(), "the proposal stays open");
    assert!(!tabs.says("306,000"), "a locked channel keeps its money");
    let budget = tabs.budget_of("articles");
    tabs.type_into(&budget, "70000");
    tabs.button("proposal-adopt");
    assert_eq!(tabs.channel("search-advertising").spend, units(360_000));
    assert_eq!(tabs.app.state().document().unwrap().report().allocation.total.spend, units(1_200_000));
}

#[test]
fn the_last_question_is_answered_whatever_is_asked_before() {
    let mut tabs = Tabs::with_threads();
    let suggest = tabs.words.text("proposal-suggest");
    tabs.app.get_by_role_and_label(Role::Button, &suggest).click();
    tabs.app.step();
    // Every key typed is another question, asked before the one before is answered.
    let name = tabs.words.text("proposal-budget");
    tabs.app.get_by_role_and_label(Role::TextInput, &name).focus();
    tabs.app.step();
    tabs.app.key_press_modifiers(Modifiers::COMMAND, Key::A);
    for digit in "1300000".chars() {
        tabs.app.get_by_role_and_label(Role::TextInput, &name).type_text(&digit.to_string());
        tabs.app.step();
    }
    tabs.wait_for("39,217");
    let (before, after) = ("1,200,000", "1,300,000");
    assert!(tabs.says(before) && tabs.says(after), "now and proposed");
    tabs.button("proposal-adopt");
    assert_eq!(tabs.app.state().document().unwrap().report().allocation.total.spend, units(1_300_000));
}

#[test]
fn discarding_leaves_the_plan_untouched() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::open(file, language);
        let before = tabs.spends();
        tabs.button("proposal-suggest");
        tabs.button("proposal-discard");
        assert!(!tabs.is_open());
        assert_eq!(tabs.spends(), before);
        assert_eq!(tabs.app.state().document().unwrap().undo_name(tabs.words.language()), None);
        tabs.button("proposal-suggest");
        tabs.button("proposal-suggest");
        assert!(!tabs.is_open(), "the button that opens it closes it");
    }
}

#[test]
fn a_budget_is_dragged_in_one_step() {
    let mut tabs = Tabs::open("worked-case.ron", Language::English);
    let field = tabs.budget_of("partner-referral");
    let budget = tabs.app.get_by_role_and_label(Role::TextInput, &field).rect();
    let bar = egui::pos2(budget.right() + 12.0, budget.center().y);
    tabs.drag(bar, &[4.0, 7.0, 11.0, 25.0]);
    assert_eq!(tabs.channel("partner-referral").spend, units(105_000), "a step of 1,000 a point");
    tabs.press(Command::Undo);
    assert_eq!(tabs.channel("partner-referral").spend, units(80_000));
    assert_eq!(
        tabs.app.state().document().unwrap().undo_name(tabs.words.language()),
        None,
        "the whole drag was one step"
    );
    tabs.drag(bar, &[-10.0, -400.0]);
    assert_eq!(tabs.channel("partner-referral").spend, Money::ZERO, "never below zero");
    tabs.drag(bar, &[500.0]);
    assert_eq!(tabs.channel("partner-referral").spend, units(160_000), "never above its maximum");
}

#[test]
fn the_response_curve_is_dragged_by_its_handles() {
    let mut tabs = Tabs::open("worked-case.ron", Language::English);
    let name = tabs.channel("qa-communities").name;
    tabs.click(Role::Row, &name);
    let plot = t!(tabs.words, "allocation-of", what = tabs.words.text("allocation-part-curve"), item = &name);
    let frame = tabs.app.get_by_label(&plot).rect();
    let shape = |tabs: &Tabs| match tabs.channel("qa-communities").curve {
        Curve::SShaped { ceiling, half_spend, .. } => (ceiling, half_spend),
        _ => unreachable!(),
    };
    // The ceiling stands at the right end of the plot, two thirds up: 2,400 of 3,600.
    let (bottom, top) = (frame.bottom() - 22.0, frame.top() + 10.0);
    let ceiling = egui::pos2(frame.right() - 20.0, bottom - (bottom - top) * 2.0 / 3.0);
    tabs.drag_by(ceiling, &[egui::vec2(0.0, -8.0), egui::vec2(0.0, -20.0)]);
    let (raised, half) = shape(&tabs);
    assert!(raised > 2_600.0 && half == units(30_000), "{raised}, {half:?}");
    tabs.press(Command::Undo);
    assert_eq!(shape(&tabs), (2_400.0, units(30_000)), "one step");
    // The present dot stands at a quarter of the axis, a third up.
    let left = frame.right() - 20.0 - 327.0;
    let dot = egui::pos2(left + 327.0 / 4.0, bottom - (bottom - top) / 3.0);
    tabs.drag(dot, &[20.0, 327.0 / 4.0]);
    let spend = tabs.channel("qa-communities").spend;
    assert!(spend > units(55_000) && spend < units(65_000), "{spend:?}");
    tabs.press(Command::Undo);
    assert_eq!(tabs.channel("qa-communities").spend, units(30_000), "one step");
}

#[test]
fn the_total_budget_is_dragged_by_its_label() {
    let mut tabs = Tabs::open("worked-case.ron", Language::English);
    let figure = tabs.app.query_all_by_label_contains("Budget, CNY").next().unwrap().rect();
    tabs.drag(figure.left_top() + egui::vec2(20.0, 8.0), &[5.0, 50.0]);
    assert_eq!(plan(&tabs.app).allocation.budget, Some(units(1_250_000)));
    tabs.press(Command::Undo);
    assert_eq!(plan(&tabs.app).allocation.budget, Some(units(1_200_000)));
}

#[test]
fn a_budget_is_moved_on_its_slider_by_mouse_and_keys() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::open(file, language);
        let name = tabs.channel("qa-communities").name;
        tabs.click(Role::Row, &name);
        let part = tabs.words.text("allocation-part-channel");
        tabs.click(Role::RadioButton, &part);
        let slider = tabs.budget_of("qa-communities");
        let place = tabs.app.get_by_role_and_label(Role::Slider, &slider).rect();
        tabs.drag(place.left_center() + egui::vec2(10.0, 0.0), &[20.0, 40.0, place.width() / 2.0 - 10.0]);
        assert_eq!(tabs.channel("qa-communities").spend, units(100_000), "half of its maximum of 200,000");
        tabs.press(Command::Undo);
        assert_eq!(tabs.channel("qa-communities").spend, units(30_000), "one step");
        tabs.app.get_by_role_and_label(Role::Slider, &slider).focus();
        tabs.app.run();
        tabs.app.key_press(Key::ArrowRight);
        tabs.app.run();
        assert_eq!(tabs.channel("qa-communities").spend, units(31_000), "a key press is a step");
    }
}

#[test]
fn the_advice_opens_the_suggestion() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::open(file, language);
        assert!(tabs.says("1,065"), "the advice stands in the bar");
        let mend = tabs.app.query_all_by_role(Role::Button).find(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            label.contains("1,065")
        });
        mend.expect("the advice can be followed").click();
        tabs.app.run();
        assert!(tabs.is_open());
        tabs.button("proposal-adopt");
        assert!(!tabs.says("1,065"), "adopted, it is gone");
    }
}

#[test]
fn a_narrow_window_shows_one_part_at_a_time() {
    for (language, file) in WORKED_CASES {
        let mut tabs = Tabs::sized(file, language, [1280.0, 720.0]);
        let frontier = tabs.words.text("proposal-frontier-name");
        tabs.button("proposal-suggest");
        assert!(tabs.is_open() && tabs.app.query_by_role_and_label(Role::Slider, &frontier).is_none());
        let part = tabs.words.text("proposal-frontier");
        tabs.click(Role::RadioButton, &part);
        assert!(!tabs.is_open() && tabs.app.query_by_role_and_label(Role::Slider, &frontier).is_some());
        let title = tabs.words.text("proposal-title");
        tabs.click(Role::RadioButton, &title);
        tabs.button("proposal-adopt");
        assert_eq!(tabs.spends(), PROPOSED);
    }
}
