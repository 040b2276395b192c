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
            _ => &[
                ("搜索投放", 1),
                ("sstf", 1),
                ("zm", 2),
                ("qqq", 0),
                ("sousuotoufang", 1),
                ("周敏", 2),
                ("没有这样的", 0),
            ],
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

/// Clicks the heading of a column, or comes to it by keyboard.
fn by_heading(app: &mut App, column: &str, by_keyboard: bool) {
    let heading =
        app.get_by(|node| node.role() == Role::ColumnHeader && node.label().is_some_and(|l| l.starts_with(column)));
    if by_keyboard {
        heading.focus();
        app.run();
        app.key_press(Key::Enter);
    } else {
        heading.click();
    }
    app.run();
}

#[test]
fn a_heading_orders_the_channels_turns_the_order_and_gives_it_back() {
    for ((language, file), by_keyboard) in WORKED_CASES.into_iter().zip([false, true]) {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(folder.path(), language, file);
        let words = words(language);
        let (before, all) = (plan(&app).clone(), channels(&app));
        let spend = |name: &String| before.allocation.channels.iter().find(|channel| channel.name == *name).unwrap();
        let in_order = |app: &App, holds: fn(i64, i64) -> bool| {
            let names = channels(app);
            names.windows(2).all(|pair| {
                let (a, b) = (spend(&pair[0]), spend(&pair[1]));
                a.group != b.group || a.task != b.task || holds(a.spend.minor(), b.spend.minor())
            })
        };
        let column = t!(words, "allocation-column-budget", unit = "").trim().to_owned();
        let sorted = |app: &App, key: &str| {
            let said = t!(words, key, column = column.as_str()).replace(&column, "");
            let mut headings = app.query_all_by_role(Role::ColumnHeader);
            headings.any(|node| node.accesskit_node().label().is_some_and(|label| label.ends_with(said.trim())))
        };
        by_heading(&mut app, &column, by_keyboard);
        assert!(in_order(&app, |a, b| a >= b) && sorted(&app, "common-sorted-descending"), "{:?}", channels(&app));
        let order = words.text("allocation-order");
        let list = app.get_by_role_and_label(Role::ComboBox, &order).accesskit_node().value();
        assert_eq!(list, Some(words.text("allocation-order-budget")), "the list says the same");
        by_heading(&mut app, &column, by_keyboard);
        assert!(in_order(&app, |a, b| a <= b) && sorted(&app, "common-sorted-ascending"), "{:?}", channels(&app));
        by_heading(&mut app, &column, by_keyboard);
        assert_eq!(channels(&app), all, "a third time it is the plan's own order");
        assert!(!sorted(&app, "common-sorted-ascending") && !sorted(&app, "common-sorted-descending"));
        for column in ["common-owner", "allocation-column-channel"] {
            by_heading(&mut app, &words.text(column), by_keyboard);
            let (mut now, mut wanted) = (channels(&app), all.clone());
            now.sort();
            wanted.sort();
            assert_eq!(now, wanted, "nothing is lost");
        }
        assert!(before.same_as(plan(&app)), "the plan keeps its own");
    }
}
