//! Looking for channels, ordering, filtering and folding them: what is shown changes, the plan and its sums do not.

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::file::settings::Language;
use ripple_planner::t;

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_into, words};

/// The Allocation tab with the row of choices.
fn open(folder: &std::path::Path, language: Language, file: &str) -> App {
    let mut app = Start { size: [1366.0, 1200.0], ..Start::with_plan(folder, file, language) }.open();
    press(&mut app, Command::Show(Tab::Allocation));
    app.key_press_modifiers(Modifiers::COMMAND, Key::F);
    app.run();
    app.run();
    app
}

/// The channels that are shown, by name, in their order.
fn channels(app: &App) -> Vec<String> {
    let named: Vec<String> = plan(app).allocation.channels.iter().map(|channel| channel.name.clone()).collect();
    let rows = app.query_all_by_role(Role::Row).filter_map(|row| row.accesskit_node().label());
    rows.filter(|name| named.contains(name)).collect()
}

fn choose(app: &mut App, list: &str, item: &str) {
    click(app, Role::ComboBox, list);
    click(app, Role::ListBoxOption, item);
    app.run();
}

#[test]
fn channels_are_found_by_name_group_owner_and_pinyin() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(folder.path(), language, file);
        let words = words(language);
        let (before, all) = (plan(&app).clone(), channels(&app));
        assert_eq!(all.len(), before.allocation.channels.len());
        let searches: &[(&str, usize)] = match language {
            Language::English => &[("search adv", 1), ("zhou min", 2), ("content and", 4), ("nobody like this", 0)],
            _ => &[("搜索投放", 1), ("sstf", 0), ("sousuotoufang", 1), ("周敏", 2), ("没有这样的", 0)],
        };
        for (typed, wanted) in searches {
            type_into(&mut app, Role::TextInput, &words.text("allocation-search"), typed);
            assert_eq!(channels(&app).len(), *wanted, "{typed}: {:?}", channels(&app));
            let (shown, of) = (wanted.to_string(), all.len());
            app.get_by_label(&t!(words, "allocation-shown", shown = shown, n = of, of = of.to_string()));
        }
        click(&mut app, Role::Button, &words.text("allocation-show-all-again"));
        assert_eq!(channels(&app), all);
        assert!(before.same_as(plan(&app)), "the plan stays as it is");
    }
}

#[test]
fn an_order_holds_within_groups_and_the_plan_keeps_its_own() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(folder.path(), language, file);
        let words = words(language);
        let order = words.text("allocation-order");
        let all = channels(&app);
        let before = plan(&app).clone();
        choose(&mut app, &order, &words.text("allocation-order-budget"));
        let sorted = channels(&app);
        let mut same = sorted.clone();
        same.sort();
        let mut names = all.clone();
        names.sort();
        assert_eq!(same, names, "nothing is lost");
        let allocation = &before.allocation;
        let of = |name: &String| allocation.channels.iter().find(|channel| channel.name == *name).unwrap();
        for pair in sorted.windows(2) {
            let (a, b) = (of(&pair[0]), of(&pair[1]));
            let together = a.group == b.group && a.task == b.task;
            assert!(!together || a.spend >= b.spend, "{pair:?}");
        }
        choose(&mut app, &order, &words.text("allocation-order-plan"));
        assert_eq!(channels(&app), all);
        assert!(before.same_as(plan(&app)));
    }
}

#[test]
fn a_filter_shows_what_it_says_and_a_fold_hides_what_it_sums() {
    for (language, file) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(folder.path(), language, file);
        let words = words(language);
        let show = words.text("allocation-show");
        choose(&mut app, &show, &words.text("allocation-show-locked"));
        let locked = plan(&app).allocation.channels.iter().filter(|channel| channel.locked).count();
        assert!(locked > 0);
        assert_eq!(channels(&app).len(), locked);
        choose(&mut app, &show, &words.text("allocation-show-all"));
        let all = channels(&app).len();
        let group = plan(&app).allocation.groups[0].clone();
        let members = plan(&app).allocation.channels.iter().filter(|channel| channel.group.as_ref() == Some(&group.id));
        let members = members.count();
        click(&mut app, Role::Button, &t!(words, "allocation-fold", item = &group.name));
        app.run();
        assert_eq!(channels(&app).len(), all - members);
        click(&mut app, Role::Button, &t!(words, "allocation-unfold", item = &group.name));
        app.run();
        assert_eq!(channels(&app).len(), all);
    }
}

#[test]
fn a_budget_that_is_typed_stays_where_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), Language::English, "worked-case.ron");
    let words = words(Language::English);
    choose(&mut app, &words.text("allocation-order"), &words.text("allocation-order-budget"));
    let before = channels(&app);
    let last = plan(&app).allocation.channels.iter().find(|channel| channel.name == "Partner referral").unwrap();
    let field = t!(words, "allocation-of", what = words.text("common-budget"), item = &last.name);
    type_into(&mut app, Role::TextInput, &field, "900000");
    assert_eq!(channels(&app), before, "rows do not move under the fingers");
    app.key_press(Key::Enter);
    app.run();
    app.run();
    assert_eq!(channels(&app), before, "nor while the next budget has the focus");
    app.get_by_role_and_label(Role::TextInput, &words.text("common-budget")).focus();
    app.run();
    app.run();
    assert_ne!(channels(&app), before);
}

#[test]
fn who_goes_to_a_channel_sees_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), Language::English, "worked-case.ron");
    let words = words(Language::English);
    let all = channels(&app);
    type_into(&mut app, Role::TextInput, &words.text("allocation-search"), "search adv");
    let other =
        plan(&app).allocation.channels.iter().find(|channel| channel.name == "Site rebuild").unwrap().id.clone();
    app.state_mut().go_to(ripple_planner::calc::Place::item(
        ripple_planner::calc::Section::Allocation,
        &other,
        "spend",
    ));
    app.run();
    app.run();
    assert_eq!(channels(&app), all);
}
