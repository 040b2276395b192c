//! The Allocation tab, page Months: money of each month is typed, walked, pasted, spread, locked, limited, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, reason = "tests")]

use std::path::Path;
use std::sync::Arc;

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_here, type_into, words};
use crate::painted;
use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::calc::scenario::applied;
use ripple_planner::calc::{self, Place, Section};
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::{Allocation, Channel, Date, Id, Money, Period, Plan, Scenario, Schedule, Task};
use ripple_planner::t;
use ripple_planner::words::number::month_of;
use ripple_planner::words::{Named, Words};

/// A worked case with a change.
fn case(saved: &str, change: impl Fn(&mut Plan)) -> Plan {
    let mut plan = file::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("saved_plans").join(saved)).unwrap();
    change(&mut plan);
    plan
}

struct Months {
    app: App,
    words: &'static Words,
    _folder: tempfile::TempDir,
}

impl Months {
    fn open(plan: &Plan, language: Language) -> Self {
        Self::open_sized(plan, language, [1280.0, 720.0])
    }

    fn open_sized(plan: &Plan, language: Language, size: [f32; 2]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = Start { size, ..Start::of(folder.path(), plan, language) }.open();
        let mut months = Self { app, words: words(language), _folder: folder };
        press(&mut months.app, Command::Show(Tab::Allocation));
        let page = months.words.text("months-page");
        click(&mut months.app, Role::RadioButton, &page);
        months
    }

    /// The worked cases of both languages.
    fn both(change: impl Fn(&mut Plan) + Copy) -> impl Iterator<Item = Self> {
        WORKED_CASES.into_iter().map(move |(language, saved)| Self::open(&case(saved, change), language))
    }

    fn allocation(&self) -> &Allocation {
        &plan(&self.app).allocation
    }

    fn channel(&self, id: &str) -> &Channel {
        self.allocation().channels.iter().find(|channel| channel.id.as_str() == id).unwrap()
    }

    /// Money of the months of a channel, in whole units.
    fn spends(&self, id: &str) -> Vec<i64> {
        let spends = calc::schedule::spends(plan(&self.app), self.channel(id));
        spends.into_iter().map(|spend| spend.minor() / 100).collect()
    }

    fn month(&self, month: u32) -> String {
        month_of(self.words, &plan(&self.app).period, month)
    }

    fn cell(&self, id: &str, month: u32) -> String {
        t!(self.words, "months-cell", channel = &self.channel(id).name, month = self.month(month))
    }

    fn sum(&self, id: &str) -> String {
        t!(self.words, "months-sum", channel = &self.channel(id).name)
    }

    fn cash(&self, month: u32) -> String {
        t!(self.words, "months-cash-cell", month = self.month(month))
    }

    fn type_into(&mut self, name: &str, text: &str) {
        type_into(&mut self.app, Role::TextInput, name, text);
    }

    fn focus(&mut self, name: &str) {
        self.app.get_by_role_and_label(Role::TextInput, name).focus();
        self.app.run();
    }

    fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.app.key_press_modifiers(modifiers, key);
        self.app.run();
    }

    /// The name of the field that has the focus.
    fn focused(&self) -> String {
        let focused = self.app.query_all_by_role(Role::TextInput).find(|node| node.accesskit_node().is_focused());
        focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    fn value(&self, name: &str) -> String {
        self.app.get_by_role_and_label(Role::TextInput, name).value().unwrap_or_default()
    }

    fn paste(&mut self, into: &str, block: &str) {
        self.focus(into);
        self.app.event(Event::Paste(block.to_owned()));
        self.app.run();
    }

    fn click(&mut self, role: Role, key: &str) {
        let name = self.words.text(key);
        click(&mut self.app, role, &name);
    }

    /// Chooses from the menu that spreads money.
    fn spread(&mut self, item: &str) {
        self.click(Role::Button, "months-spread");
        click(&mut self.app, Role::ListBoxOption, item);
    }

    /// Opens a part of the dialog for seasons and cash.
    fn timing(&mut self, part: &str) {
        self.click(Role::Button, "months-timing");
        let name = format!("{}: {}", self.words.text("months-timing-shows"), self.words.text(part));
        if let Some(part) = self.app.query_by_role_and_label(Role::RadioButton, &name) {
            part.click();
        }
        self.app.run();
    }

    fn undo(&mut self) {
        press(&mut self.app, Command::Undo);
    }

    fn is_said(&self, text: &str) -> bool {
        painted::lines(&self.app).iter().any(|line| line.text.contains(text) && line.seen.is_positive())
    }

    fn faults(&self) -> Vec<String> {
        painted::faults(&self.app, plan(&self.app), self.app.ctx.content_rect().width(), false)
    }
}

fn units(amount: i64) -> Money {
    Money::from_minor(amount * 100).unwrap()
}

fn unchanged(_: &mut Plan) {}

/// Months of one channel.
fn with_months(plan: &mut Plan, id: &str, schedule: Schedule) {
    let channels = &mut Arc::make_mut(&mut plan.allocation).channels;
    channels.iter_mut().find(|channel| channel.id.as_str() == id).unwrap().schedule = schedule;
}

const SEARCH: &str = "search-advertising";
const ARTICLES: &str = "articles";

#[test]
fn a_month_is_typed_and_months_and_budget_agree() {
    for mut page in Months::both(unchanged) {
        let before = plan(&page.app).clone();
        assert_eq!(page.spends(SEARCH), [30_000; 12]);
        let (january, sum) = (page.cell(SEARCH, 0), page.sum(SEARCH));
        assert_eq!(page.value(&january), "30,000", "exact, however it is shown");
        page.type_into(&january, "50,000.25");
        assert_eq!(page.channel(SEARCH).spend, Money::from_minor(38_000_025).unwrap());
        assert_eq!(page.channel(SEARCH).schedule.spend[0], Money::from_minor(5_000_025).unwrap());
        assert_eq!(page.spends(SEARCH)[1..], [30_000; 11]);
        page.undo();
        assert_eq!(*plan(&page.app), before, "one step");
        page.type_into(&january, "nonsense");
        assert_eq!(*plan(&page.app), before, "what cannot be read changes nothing");
        page.key(Key::Escape);
        page.type_into(&january, "60000");
        page.type_into(&sum, "780000");
        assert_eq!(page.channel(SEARCH).spend, units(780_000));
        let spends = page.spends(SEARCH);
        assert_eq!((spends[0], spends[1]), (120_000, 60_000), "in their proportion");
        page.undo();
        page.undo();
        page.type_into(&sum, "120000");
        assert!(page.channel(SEARCH).schedule.spend.is_empty(), "even stays even");
        assert_eq!(page.spends(SEARCH), [10_000; 12]);
    }
}

#[test]
fn the_first_click_into_a_cell_lets_typing_replace_it() {
    for mut page in Months::both(unchanged) {
        let march = page.cell(SEARCH, 2);
        page.app.get_by_role_and_label(Role::TextInput, &march).click();
        page.app.run();
        page.app.get_by_role_and_label(Role::TextInput, &march).type_text("7");
        page.app.run();
        assert_eq!(page.spends(SEARCH)[2], 7);
    }
}

#[test]
fn keys_walk_from_cell_to_cell() {
    for mut page in Months::both(unchanged) {
        let order: Vec<Id> = page.allocation().channels.iter().map(|channel| channel.id.clone()).collect();
        page.focus(&page.cell(order[0].as_str(), 0));
        page.key(Key::ArrowRight);
        assert_eq!(page.focused(), page.cell(order[0].as_str(), 1));
        let february = page.cell(order[0].as_str(), 1);
        type_here(&mut page.app, Role::TextInput, &february, "1000");
        page.key(Key::Enter);
        let below = page.focused();
        assert_ne!(below, page.cell(order[0].as_str(), 1));
        assert_eq!(page.spends(order[0].as_str())[1], 1_000);
        page.keys(Modifiers::SHIFT, Key::Enter);
        assert_eq!(page.focused(), page.cell(order[0].as_str(), 1));
        page.key(Key::End);
        assert_eq!(page.focused(), page.sum(order[0].as_str()));
        page.key(Key::Home);
        assert_eq!(page.focused(), page.cell(order[0].as_str(), 0));
        page.key(Key::ArrowRight);
        // In the middle of a text the arrow is the text's own.
        page.key(Key::F2);
        page.key(Key::ArrowLeft);
        assert_eq!(page.focused(), page.cell(order[0].as_str(), 1));
        page.key(Key::ArrowDown);
        assert_eq!(page.focused(), below);
        page.key(Key::ArrowUp);
        page.key(Key::Tab);
        assert_eq!(page.focused(), page.cell(order[0].as_str(), 2));
        page.keys(Modifiers::SHIFT, Key::Tab);
        assert_eq!(page.focused(), page.cell(order[0].as_str(), 1));
        page.focus(&page.cell(order[0].as_str(), 11));
        page.key(Key::Tab);
        assert_eq!(page.focused(), page.sum(order[0].as_str()));
        page.key(Key::Tab);
        assert_ne!(page.focused(), page.sum(order[0].as_str()), "the next row begins");
        page.focus(&page.cash(3));
        page.key(Key::ArrowUp);
        assert!(page.focused().ends_with(&page.month(3)), "the last channel stands above");
    }
}

#[test]
fn a_block_is_taken_whole_or_not_at_all() {
    for mut page in Months::both(unchanged) {
        let before = plan(&page.app).clone();
        let (february, last) = (page.cell(ARTICLES, 1), page.cell(ARTICLES, 11));
        page.paste(&february, "1,000\t2.5k\n\t3000\n");
        assert_eq!(page.spends(ARTICLES)[..4], [5_000, 1_000, 2_500, 5_000]);
        assert_eq!(page.spends("qa-communities")[1..4], [2_500, 3_000, 2_500], "an empty cell stays as it is");
        page.undo();
        assert_eq!(*plan(&page.app), before, "one step");
        page.paste(&february, "1000\tabc\n");
        assert_eq!(*plan(&page.app), before);
        assert!(page.is_said("abc"), "what cannot be read is said");
        page.paste(&last, "1\t2\n");
        assert_eq!(*plan(&page.app), before, "nothing is half done");
        page.focus(&february);
        page.keys(Modifiers::COMMAND, Key::L);
        let locked = plan(&page.app).clone();
        page.paste(&page.cell(ARTICLES, 0), "1000\t1000\n");
        assert_eq!(*plan(&page.app), locked, "a locked month refuses");
        assert!(page.is_said(&page.words.text("months-held-month")));
        page.paste(&page.cell(ARTICLES, 0), "1000\t5000\n");
        assert_eq!(page.spends(ARTICLES)[0], 1_000, "what it has already is no change of it");
    }
}

#[test]
fn a_block_goes_into_the_cash() {
    for mut page in Months::both(unchanged) {
        let (january, april) = (page.cash(0), page.cash(3));
        page.paste(&january, "110000\t120000\n");
        assert_eq!(page.allocation().cash[..3], [Some(units(110_000)), Some(units(120_000)), None]);
        let before = plan(&page.app).clone();
        page.paste(&april, "1\n2\n");
        assert_eq!(*plan(&page.app), before);
        assert!(page.is_said(&page.words.text("months-paste-one-row")));
    }
}

#[test]
fn money_is_spread_over_open_months() {
    let pulses = |plan: &mut Plan| {
        let mut spend = vec![Money::ZERO; 12];
        (spend[2], spend[8]) = (units(20_000), units(40_000));
        with_months(plan, "articles", Schedule { spend, ..Schedule::default() });
        Arc::make_mut(&mut plan.allocation).tasks.a.season = (1..=12).map(f64::from).collect();
    };
    for mut page in Months::both(pulses) {
        let articles = page.channel("articles").name.clone();
        page.focus(&page.cell(SEARCH, 0));
        page.spread(&articles);
        let spends = page.spends(SEARCH);
        assert_eq!((spends[2], spends[8], spends[0]), (120_000, 240_000, 0), "in the proportion of another");
        assert_eq!(page.channel(SEARCH).spend, units(360_000));
        page.undo();
        let by_season = page.words.text("months-spread-season");
        page.spread(&by_season);
        let spends = page.spends(SEARCH);
        assert_eq!((page.channel(SEARCH).spend, spends[11] / spends[0]), (units(360_000), 12));
        page.focus(&page.cell(SEARCH, 0));
        page.keys(Modifiers::COMMAND, Key::L);
        let kept = page.spends(SEARCH)[0];
        let evenly = page.words.text("months-spread-evenly");
        page.spread(&evenly);
        let spends = page.spends(SEARCH);
        assert_eq!((spends[0], spends[1], spends[11]), (kept, (360_000 - kept) / 11, (360_000 - kept) / 11));
        let forget = page.words.text("months-spread-forget");
        page.spread(&forget);
        assert_eq!(page.channel(SEARCH).schedule, Schedule::default());
        let before = plan(&page.app).clone();
        page.click(Role::Button, "months-spread");
        let all = format!("{}: {}", page.words.text("months-spread"), page.words.text("months-spread-all"));
        click(&mut page.app, Role::RadioButton, &all);
        click(&mut page.app, Role::ListBoxOption, &evenly);
        assert!(page.allocation().channels.iter().all(|channel| channel.schedule.spend.is_empty()));
        page.undo();
        assert_eq!(*plan(&page.app), before, "all of them in one step");
    }
}

#[test]
fn months_are_locked_and_closed_by_key_and_by_menu() {
    for mut page in Months::both(unchanged) {
        let before = plan(&page.app).clone();
        let (january, march) = (page.cell(SEARCH, 0), page.cell(SEARCH, 2));
        page.focus(&january);
        page.keys(Modifiers::COMMAND, Key::L);
        assert!(page.channel(SEARCH).schedule.is_locked(0));
        page.type_into(&january, "1");
        assert_eq!(page.spends(SEARCH)[0], 30_000, "it keeps its money");
        page.key(Key::Escape);
        page.type_into(&page.sum(SEARCH), "250000");
        assert_eq!(page.spends(SEARCH)[..2], [30_000, 20_000], "so it does when the channel gets less");
        page.type_into(&page.sum(SEARCH), "10000");
        assert_eq!(page.channel(SEARCH).spend, units(250_000), "less than what is locked is refused");
        page.key(Key::Escape);
        assert_eq!(page.channel(SEARCH).spend, units(360_000), "all that was typed is taken back");
        page.undo();
        assert_eq!(*plan(&page.app), before);
        page.focus(&march);
        page.keys(Modifiers::COMMAND, Key::M);
        assert!(page.channel(SEARCH).schedule.is_off(2));
        assert_eq!((page.spends(SEARCH)[2], page.spends(SEARCH)[3]), (0, 32_727));
        assert!(page.is_said(&t!(page.words, "months-mark-off", n = 1_usize)));
        page.type_into(&march, "5");
        assert_eq!(page.spends(SEARCH)[2], 0);
        page.key(Key::Escape);
        page.undo();
        assert_eq!(*plan(&page.app), before, "one step");
        page.app.get_by_role_and_label(Role::TextInput, &march).click_secondary();
        page.app.run();
        page.click(Role::ListBoxOption, "months-lock");
        assert!(page.channel(SEARCH).schedule.is_locked(2), "by menu");
        page.app.get_by_role_and_label(Role::TextInput, &march).click_secondary();
        page.app.run();
        page.click(Role::ListBoxOption, "months-unlock");
        assert!(!page.channel(SEARCH).schedule.is_locked(2));
    }
}

#[test]
fn a_locked_channel_is_only_read() {
    let locked = |plan: &mut Plan| Arc::make_mut(&mut plan.allocation).channels[0].locked = true;
    for mut page in Months::both(locked) {
        let before = plan(&page.app).clone();
        page.type_into(&page.cell(SEARCH, 0), "1");
        assert!(page.is_said(&page.words.text("months-held-channel")));
        page.key(Key::Escape);
        page.type_into(&page.sum(SEARCH), "1");
        page.key(Key::Escape);
        page.focus(&page.cell(SEARCH, 0));
        page.keys(Modifiers::COMMAND, Key::L);
        page.keys(Modifiers::COMMAND, Key::M);
        assert_eq!(*plan(&page.app), before);
        assert!(page.is_said(&page.words.text("months-mark-locked")));
    }
}

#[test]
fn seasons_effects_closed_months_and_cash_are_stated_in_the_dialog() {
    for mut page in Months::both(unchanged) {
        let task = Task::A.name(page.words);
        page.timing("months-season");
        let season = |page: &Months, of: &str, month: u32| {
            t!(page.words, "months-season-cell", item = of, month = page.month(month))
        };
        let name = season(&page, &task, 1);
        page.type_into(&name, "2");
        assert_eq!(page.allocation().tasks.a.season[..3], [1.0, 2.0, 1.0]);
        let name = season(&page, &page.channel(SEARCH).name.clone(), 0);
        page.paste(&name, "0.5\t3\n");
        assert_eq!(page.channel(SEARCH).schedule.season[..3], [0.5, 3.0, 1.0], "the others as its task says");
        page.paste(&name, "0.5\tx\n");
        assert!(page.is_said("x") && page.channel(SEARCH).schedule.season[1] == 3.0);
        let clear = t!(page.words, "months-season-clear", item = &page.channel(SEARCH).name);
        click(&mut page.app, Role::Button, &clear);
        assert!(page.channel(SEARCH).schedule.season.is_empty());
        page.click(Role::Button, "common-done");

        page.timing("months-effect");
        let carry = t!(page.words, "months-carry-over", item = &page.channel(SEARCH).name);
        page.type_into(&carry, "50");
        assert_eq!(page.channel(SEARCH).schedule.carry_over, 0.5);
        assert!(page.is_said(&t!(page.words, "months-half-life", months = "1.0")));
        page.type_into(&carry, "99.5");
        assert_eq!(page.channel(SEARCH).schedule.carry_over, 0.5, "too long");
        page.key(Key::Escape);
        let before = t!(
            page.words,
            "months-before",
            item = &page.channel(SEARCH).name,
            month = month_of(page.words, &Period { start: Date::constant(2025, 12, 1), months: 13 }, 0)
        );
        page.type_into(&before, "12000");
        assert_eq!(page.channel(SEARCH).schedule.before, [units(12_000)]);
        page.click(Role::Button, "common-done");

        page.timing("months-off-months");
        let off = t!(page.words, "months-off-cell", cell = page.cell(SEARCH, 5));
        click(&mut page.app, Role::CheckBox, &off);
        assert!(page.channel(SEARCH).schedule.is_off(5));
        page.click(Role::Button, "common-done");

        page.timing("months-cash");
        let every = page.words.text("months-cash-all");
        page.type_into(&every, "110000");
        assert_eq!(page.allocation().cash, [Some(units(110_000)); 12]);
        page.click(Role::Button, "common-done");
        assert!(page.app.query_by_role_and_label(Role::TextInput, &every).is_none(), "it is closed");
        page.undo();
        assert!(page.allocation().cash.is_empty(), "one step");
    }
}

#[test]
fn findings_about_months_lead_to_their_fields() {
    let wrong = |plan: &mut Plan| {
        let spend = vec![units(1_000); 12];
        let wrong = Schedule { spend, carry_over: 0.995, season: vec![1.0; 3], ..Schedule::default() };
        with_months(plan, SEARCH, wrong);
        let spend = [vec![units(30_000), units(30_000)], vec![Money::ZERO; 10]].concat();
        with_months(plan, "articles", Schedule { spend, off: [2].into(), ..Schedule::default() });
        let allocation = Arc::make_mut(&mut plan.allocation);
        allocation.tasks.b.season = vec![0.0; 12];
        allocation.cash = vec![Some(units(10_000_000)); 12];
        allocation.cash[7] = Some(units(1));
    };
    for mut page in Months::both(wrong) {
        let name = page.channel(SEARCH).name.clone();
        let task = Task::B.name(page.words);
        let season = |of: &str| t!(page.words, "months-season-cell", item = of, month = page.month(0));
        let fields = [
            ("months-differ", page.sum(SEARCH)),
            ("off-month-spends", page.cell("articles", 1)),
            ("season-count", season(&name)),
            ("season-empty", season(&task)),
            ("carry-over-too-long", t!(page.words, "months-carry-over", item = &name)),
            ("over-cash", page.cash(7)),
        ];
        let findings = page.app.state().document().unwrap().report().findings.clone();
        for (code, field) in fields {
            let finding = findings.iter().find(|finding| finding.code() == code).expect(code);
            page.app.state_mut().go_to(finding.place.clone());
            page.app.run();
            assert_eq!(page.focused(), field, "{code}");
        }
        page.app.state_mut().go_to(Place { section: Section::Allocation, item: None, field: "budget" });
        page.app.run();
        assert!(page.app.query_by_role_and_label(Role::Button, &page.words.text("months-timing")).is_none());
    }
}

#[test]
fn months_that_are_typed_in_a_scenario_are_the_scenarios() {
    let with_scenario = |plan: &mut Plan| {
        plan.scenarios = Arc::new(vec![Scenario::new(Id::new("push"), "Push")]);
    };
    for mut page in Months::both(with_scenario) {
        let before = plan(&page.app).clone();
        let base = page.words.text("scenario-base");
        let menu = t!(page.words, "scenario-menu", name = base);
        click(&mut page.app, Role::Button, &menu);
        click(&mut page.app, Role::ListBoxOption, "Push");
        page.type_into(&page.cell(SEARCH, 0), "0");
        page.type_into(&page.cell(SEARCH, 1), "60000");
        let after = plan(&page.app);
        assert_eq!(after.allocation, before.allocation, "the base keeps its months");
        let scenario = &after.scenarios[0];
        assert_eq!(scenario.months[&Id::new(SEARCH)][..3], [Money::ZERO, units(60_000), units(30_000)]);
        assert!(scenario.spend.is_empty(), "as much as before");
        let shown = page.app.state().document().unwrap().shown();
        assert_eq!(*shown, applied(after, scenario));
        page.undo();
        page.undo();
        assert_eq!(plan(&page.app).scenarios, before.scenarios);
    }
}

#[test]
fn the_event_of_an_own_share_is_a_click_away() {
    for (language, saved) in WORKED_CASES {
        let mut page = Months::open_sized(&case(saved, unchanged), language, [1366.0, 900.0]);
        let event = plan(&page.app).events[0].name.clone();
        let row = t!(page.words, "months-own-share", event = event);
        click(&mut page.app, Role::Row, &row);
        assert!(page.app.query_by_role_and_label(Role::Button, &page.words.text("months-timing")).is_none());
        assert!(page.app.query_by_role_and_label(Role::Button, &page.words.text("event-step-add-party")).is_some());
    }
}

/// Long names, large sums, many months.
fn stretched(months: u32) -> impl Fn(&mut Plan) + Copy {
    move |plan: &mut Plan| {
        plan.period.months = months;
        let allocation = Arc::make_mut(&mut plan.allocation);
        allocation.cash = vec![Some(units(900_000_000_000)); months as usize];
        for (index, channel) in allocation.channels.iter_mut().enumerate() {
            channel.spend = units(100_000_000_000 + i64::try_from(index).unwrap());
            channel.name = format!("{} {index} of a name that has sixty characters in all", channel.name);
            channel.name = channel.name.chars().take(60).collect();
            channel.schedule.off = [1].into();
        }
    }
}

#[test]
fn any_number_of_months_and_channels_fits() {
    for (language, saved) in WORKED_CASES {
        let many = |plan: &mut Plan| {
            let channels = &mut Arc::make_mut(&mut plan.allocation).channels;
            let copy = channels[0].clone();
            channels.extend((0..300).map(|index| Channel { id: Id::new(&format!("copy-{index}")), ..copy.clone() }));
        };
        let none = |plan: &mut Plan| Arc::make_mut(&mut plan.allocation).channels.clear();
        let mut plans: Vec<Plan> = [1, 12, 36, 120].into_iter().map(|months| case(saved, stretched(months))).collect();
        plans.extend([case(saved, many), case(saved, none), case(saved, |plan| plan.period.months = 36)]);
        for plan in plans {
            for size in [[1280.0, 720.0], [1366.0, 768.0]] {
                let mut page = Months::open_sized(&plan, language, size);
                let at = format!("{language:?} {size:?} {} months", plan.period.months);
                assert_eq!(page.faults(), Vec::<String>::new(), "{at}");
                if plan.allocation.channels.is_empty() || plan.period.months != 12 {
                    continue;
                }
                for part in ["months-season", "months-effect", "months-off-months", "months-cash"] {
                    page.timing(part);
                    // What stands behind the dialog shows through at its edges.
                    assert!(
                        page.app.query_by_role_and_label(Role::Button, &page.words.text("common-done")).is_some(),
                        "{at}"
                    );
                    page.click(Role::Button, "common-done");
                }
            }
        }
    }
}

#[test]
fn a_long_period_goes_by_sideways_and_keys_bring_its_months_into_sight() {
    for mut page in Months::both(|plan| plan.period.months = 36) {
        let last = page.cell(SEARCH, 35);
        assert!(page.app.query_by_role_and_label(Role::TextInput, &last).is_none(), "not all fit");
        page.focus(&page.cell(SEARCH, 0));
        for _ in 0..35 {
            page.key(Key::ArrowRight);
        }
        assert_eq!(page.focused(), last);
        page.key(Key::Tab);
        assert_eq!(page.focused(), page.sum(SEARCH));
    }
}

#[test]
fn a_row_far_below_is_reached_by_keys() {
    let many = |plan: &mut Plan| {
        let channels = &mut Arc::make_mut(&mut plan.allocation).channels;
        let copy = channels[0].clone();
        let named = |index: usize| Channel {
            id: Id::new(&format!("copy-{index}")),
            name: format!("Copy {index}"),
            ..copy.clone()
        };
        channels.splice(1..1, (0..60).map(named));
    };
    for mut page in Months::both(many) {
        page.focus(&page.cell(SEARCH, 0));
        for _ in 0..40 {
            page.key(Key::Enter);
        }
        assert_eq!(page.focused(), page.cell("copy-39", 0));
    }
}
