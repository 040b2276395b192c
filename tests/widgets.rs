//! The shared parts behave as promised when driven by label and role.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use eframe::egui::{Event, Id, ImeEvent, Key, Role, Ui};
use egui_kittest::{Harness, kittest::Queryable};
use ripple_planner::app::{
    fonts, theme,
    widgets::{
        Answer, Axis, Begin, Chart, Column, Dash, Dropdown, EmptyState, Field, Figure, RowSpec, Segmented, Table,
        answer_switch, body, explain, figures, parsed_field, section, sentence, text_field,
    },
};

fn harness<State>(state: State, ui: impl FnMut(&mut Ui, &mut State) + 'static) -> Harness<'static, State> {
    let mut harness = Harness::builder()
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            theme::apply(ctx);
        })
        .build_ui_state(ui, state);
    harness.run();
    harness
}

fn whole(text: &str) -> Result<i64, String> {
    text.replace(',', "").parse().map_err(|_| format!("{text} is no number"))
}

struct Money {
    amount: i64,
    changes: usize,
    restored: bool,
}

fn money_field(ui: &mut Ui, money: &mut Money) {
    let id = Id::unique("money");
    let edited = parsed_field(ui, Field::number(id, "Budget").unit("CNY"), &money.amount.to_string(), &whole);
    money.restored |= edited.restored;
    if let Some(amount) = edited.value {
        money.amount = amount;
        money.changes += 1;
    }
    text_field(ui, Field::new(Id::unique("other"), "Other"), "");
}

fn money() -> Harness<'static, Money> {
    let mut harness = harness(Money { amount: 100, changes: 0, restored: false }, money_field);
    harness.get_by_label("Budget").focus();
    harness.run();
    harness
}

#[test]
fn a_field_changes_its_value_with_every_keystroke() {
    let mut harness = money();
    for key in ["2", "5", "0"] {
        harness.get_by_label("Budget").type_text(key);
        harness.run();
    }
    assert_eq!(harness.state().amount, 250, "the focus by keyboard selects all, so typing replaces");
    assert_eq!(harness.state().changes, 3);
}

#[test]
fn what_cannot_be_read_stays_as_typed_until_its_field_is_left_and_says_why_until_something_else_is_typed() {
    let mut harness = money();
    harness.get_by_label("Budget").type_text("12x");
    harness.run();
    assert_eq!(harness.state().amount, 100, "the value from before stays");
    assert_eq!(harness.get_by_label("Budget").value().as_deref(), Some("12x"));
    assert!(harness.query_by_label("12x is no number").is_some());
    harness.get_by_label("Other").focus();
    harness.run();
    assert_eq!(harness.get_by_label("Budget").value().as_deref(), Some("100"));
    assert!(harness.query_by_label("12x is no number").is_some(), "why it was not taken can be read in peace");
    harness.get_by_label("Other").type_text("7");
    harness.run();
    assert!(harness.query_by_label("12x is no number").is_none(), "who types on has read it");
}

#[test]
fn a_change_from_elsewhere_replaces_what_cannot_be_read() {
    let mut harness = money();
    harness.get_by_label("Budget").type_text("12x");
    harness.run();
    harness.run_steps(4);
    harness.state_mut().amount = 70;
    harness.run();
    assert_eq!(harness.get_by_label("Budget").value().as_deref(), Some("70"));
    assert!(harness.query_by_label("12x is no number").is_none());
}

#[test]
fn a_number_on_the_way_to_what_cannot_be_read_does_not_stay() {
    let mut harness = money();
    let mut passed = Vec::new();
    for key in ["1", "2", "x", "3"] {
        harness.get_by_label("Budget").type_text(key);
        harness.run();
        passed.push(harness.state().amount);
    }
    assert_eq!(passed, [1, 12, 100, 100]);
    for _ in 0..2 {
        harness.key_press(Key::Backspace);
        harness.run();
    }
    assert_eq!(harness.state().amount, 12, "what can be read again counts again");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().amount, 100);
}

#[test]
fn what_is_wrong_is_said_in_the_language_of_now() {
    let mut harness = harness("no number", |ui, problem: &mut &str| {
        let parse = |_: &str| Err::<i64, _>((*problem).to_owned());
        parsed_field(ui, Field::number(Id::unique("money"), "Budget"), "100", &parse);
    });
    harness.get_by_label("Budget").focus();
    harness.run();
    harness.get_by_label("Budget").type_text("12x");
    harness.run();
    assert!(harness.query_by_label("no number").is_some());
    *harness.state_mut() = "不是数";
    harness.run();
    assert!(harness.query_by_label("不是数").is_some() && harness.query_by_label("no number").is_none());
    assert_eq!(harness.get_by_label("Budget").value().as_deref(), Some("12x"));
}

#[test]
fn escape_gives_back_the_value_from_before() {
    let mut harness = money();
    harness.get_by_label("Budget").type_text("7");
    harness.run();
    assert_eq!(harness.state().amount, 7);
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().amount, 100);
    assert!(harness.state().restored);
    assert_eq!(harness.get_by_label("Budget").value().as_deref(), Some("100"));
}

#[test]
fn undo_from_outside_shows_while_the_field_has_the_focus() {
    let mut harness = money();
    harness.get_by_label("Budget").type_text("7");
    harness.run();
    harness.run_steps(4);
    harness.state_mut().amount = 100;
    harness.run();
    assert_eq!(harness.get_by_label("Budget").value().as_deref(), Some("100"));
}

#[test]
fn leaving_a_field_formats_its_value() {
    let mut harness = money();
    harness.get_by_label("Budget").type_text("1,500");
    harness.run();
    assert_eq!(harness.get_by_label("Budget").value().as_deref(), Some("1,500"));
    harness.get_by_label("Other").focus();
    harness.run();
    assert_eq!(harness.get_by_label("Budget").value().as_deref(), Some("1500"));
}

#[test]
fn an_unfinished_composition_is_not_read() {
    let mut harness = harness(String::from("旧"), |ui, name: &mut String| {
        if let Some(new) = text_field(ui, Field::new(Id::unique("name"), "Name"), name).value {
            *name = new;
        }
    });
    harness.get_by_label("Name").focus();
    harness.run();
    let preedit = |text: &str| Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None });
    harness.event(preedit("ni"));
    harness.run();
    assert_eq!(harness.state(), "旧");
    harness.event(preedit(""));
    harness.event(Event::Ime(ImeEvent::Commit("你".to_owned())));
    harness.run();
    assert_eq!(harness.state(), "你");
}

#[test]
fn a_segmented_switch_and_answers_are_chosen_by_label() {
    let mut harness = harness((0_u8, None), |ui, (mode, answer): &mut (u8, Option<Answer>)| {
        let items = [(0, "Channels"), (1, "Shared events")];
        *mode = Segmented::new(&items, *mode).show(ui).unwrap_or(*mode);
        *answer = answer_switch(ui, "Profiles", "n/a", *answer).or(*answer);
    });
    harness.get_by_role_and_label(Role::RadioButton, "Shared events").click();
    harness.get_by_label("Profiles: ½").click();
    harness.run();
    assert_eq!(*harness.state(), (1, Some(Answer::Half)));
}

#[test]
fn a_dropdown_opens_and_gives_the_item_chosen() {
    let mut harness = harness(0_usize, |ui, owner: &mut usize| {
        let people = [(0, "Zhou Min".to_owned()), (1, "Chen Hao".to_owned())];
        let shown = people[*owner].1.clone();
        if let Some(new) = Dropdown::new(Id::unique("owner"), "Owner", &shown).show(ui, &people, Some(&*owner)) {
            *owner = new;
        }
    });
    harness.get_by_label("Owner").click();
    harness.run();
    harness.get_by_label("Chen Hao").click();
    harness.run();
    assert_eq!(*harness.state(), 1);
    assert!(harness.query_by_label("Chen Hao").is_none(), "the list closed");
}

#[test]
fn a_dropdown_opens_with_the_keyboard() {
    let mut harness = harness(0_usize, |ui, owner: &mut usize| {
        let people = [(0, "Zhou Min".to_owned()), (1, "Chen Hao".to_owned())];
        if let Some(new) = Dropdown::new(Id::unique("owner"), "Owner", "-").show(ui, &people, Some(&*owner)) {
            *owner = new;
        }
    });
    harness.get_by_label("Owner").focus();
    harness.run();
    for key in [Key::Enter, Key::ArrowDown, Key::ArrowDown, Key::Enter] {
        harness.key_press(key);
        harness.run();
    }
    assert_eq!(*harness.state(), 1);
}

#[test]
fn a_row_of_a_long_table_is_selected_and_its_cell_edited() {
    let mut harness = harness((None, vec![5_i64; 10_000]), |ui, (chosen, values): &mut (Option<usize>, Vec<i64>)| {
        section(ui, "Items", "ten thousand");
        let columns = [Column::flex(1.0, 80.0), Column::fixed(80.0).right()];
        let mut table = Table::new(ui, Id::unique("items"), &columns);
        table.header(ui, &["Item", "Amount"]);
        table.rows(ui, values.len(), 300.0, |table, ui, index| {
            let name = format!("Item {index}");
            let id = Id::unique(("item", index));
            let row = table.row(ui, RowSpec::plain().selectable(id, &name, *chosen == Some(index)), |row| {
                row.text(&name);
                row.cell(|ui| {
                    let label = format!("Amount {index}");
                    let field = Field::number(id.with("amount"), &label).bare();
                    if let Some(value) = parsed_field(ui, field, &values[index].to_string(), &whole).value {
                        values[index] = value;
                    }
                });
            });
            if row.clicked() {
                *chosen = Some(index);
            }
        });
    });
    assert!(harness.query_by_label("Amount 9000").is_none(), "rows out of sight are not drawn");
    harness.get_by_role_and_label(Role::Row, "Item 3").click();
    harness.get_by_label("Amount 2").focus();
    harness.run();
    harness.get_by_label("Amount 2").type_text("8");
    harness.run();
    assert_eq!(harness.state().0, Some(3));
    assert_eq!(harness.state().1[2], 8);
}

#[test]
fn a_value_is_edited_inside_its_sentence_and_plots_draw() {
    let mut harness = harness(1_500_i64, |ui, customers: &mut i64| {
        sentence(ui, |sentence| {
            sentence.say(&[ripple_planner::app::widgets::Run::plain("win ")]);
            let field = Field::new(Id::unique("customers"), "Customers");
            if let Some(new) = sentence.value(field, &customers.to_string(), &whole).value {
                *customers = new;
            }
        });
        let axis = Axis::nice(0.0, 0.0, 3, &|value| value.to_string());
        Chart::new("Nothing yet", axis.clone(), axis).show(ui, |canvas| {
            let stroke = canvas.stroke(theme::Tone::Accent, 2.0);
            canvas.line(&[[0.0, 0.0], [1.0, f64::NAN]], stroke, Dash::Solid);
        });
    });
    harness.get_by_label("Customers").focus();
    harness.run();
    harness.get_by_label("Customers").type_text("900");
    harness.run();
    assert_eq!(*harness.state(), 900);
}

#[test]
fn a_click_pins_the_explanation_of_a_figure_and_escape_closes_it() {
    let mut harness = harness((), |ui, (): &mut ()| {
        let figures = figures(ui, &[Figure::new("Budget", "1,200,000").remark("all of it")]);
        explain(&figures[0], 300.0, |ui| {
            body(ui, "1,000,000 + 200,000");
        });
    });
    assert!(harness.query_by_label("1,000,000 + 200,000").is_none());
    harness.get_by_label("Budget 1,200,000").click();
    harness.run();
    harness.hover_at(eframe::egui::pos2(700.0, 500.0));
    harness.run();
    assert!(harness.query_by_label("1,000,000 + 200,000").is_some(), "it stays when the pointer leaves");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("1,000,000 + 200,000").is_none());
}

#[test]
fn the_empty_state_begins_with_the_enter_key() {
    let mut harness = harness(None, |ui, begun: &mut Option<Begin>| {
        let empty = EmptyState {
            id: Id::unique("empty"),
            question: "What does each channel buy?",
            lines: "A channel turns money into registrations.",
            primary: "Add the first channel",
            secondary: "Read a sheet…",
        };
        *begun = begun.or(empty.show(ui));
    });
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), Some(Begin::Primary));
}
