//! The head of the page and its figures.

use eframe::egui::{Align, Layout, Popup, Rect, Response, Ui, UiBuilder, pos2, vec2};

use super::by_hand::scrubbed;
use super::form;
use super::sheet::Sheet;
use super::words::drawn_range;
use crate::app::context::{Cx, field_id};
use crate::app::explain::explains;
use crate::app::icons;
use crate::app::tabs::allocation::proposal::Suggest;
use crate::app::tabs::allocation::{Page, page_switch};
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::dropdown::list_item;
use crate::app::widgets::text::{small, small_figure, text_width};
use crate::app::widgets::{Button, Dropdown, Field, Figure, figures, order, parsed_field, scrub, tab_head, weak};
use crate::calc::Section;
use crate::calc::explain::{By, Figure as Asked, OfSum, Whole, Yield};
use crate::plan::allocation::{Class, Objective};
use crate::plan::{Money, Task};
use crate::t;
use crate::words::names::currency_name;
use crate::words::typed::Entry;
use crate::words::{Named, number, parse};

/// Switch, objective, step and the button that adds a channel; below them the figures.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, shown: &mut Page) {
    let cx = sheet.cx;
    let open = sheet.view.suggest.is_some();
    let none = cx.plan.allocation.channels.is_empty();
    let ((), (suggested, add)) = tab_head(
        ui,
        |ui| {
            page_switch(ui, cx, shown);
            ui.add_space(space::XS);
            objective(ui, sheet);
            ui.add_space(space::XS);
            step(ui, sheet);
        },
        |ui| {
            let words = cx.words.text("proposal-suggest");
            let suggested = !none && Button::primary(&words).chosen(open).show(ui).clicked();
            (suggested, add_button(ui, cx))
        },
    );
    if suggested {
        sheet.view.suggest = (!open).then(|| Suggest::of(sheet.view.asked.take().unwrap_or_default()));
    }
    if let Some(task) = task_menu(sheet, &add) {
        sheet.add_channel(task, None);
    }
    order::from_left(ui, |ui| figure_row(ui, sheet));
}

/// In rows narrower than this the button that adds a channel has no words.
const ROOMY: f32 = 745.0;

fn add_button(ui: &mut Ui, cx: &Cx) -> Response {
    let words = cx.words.text("allocation-channel");
    let is_roomy = ui.max_rect().width() > ROOMY;
    let shown = Button::plain(if is_roomy { &words } else { "" }).name(&words).icon(icons::PLUS).show(ui);
    if is_roomy { shown } else { shown.on_hover_text(&words) }
}

/// Width of the field of the step.
const STEP: f32 = 60.0;

/// Room for the objective with its label, and the step.
const OBJECTIVE_AND_STEP: f32 = 330.0;

fn objective(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    let words = sheet.cx.words;
    let label = words.text("allocation-objective");
    // Long words leave it to the name of the choice.
    if ui.available_width() > OBJECTIVE_AND_STEP {
        weak(ui, &label);
    }
    let current = sheet.allocation.objective;
    let shown = sheet.cx.report.allocation.objective.name(words);
    let all = Objective::ALL.map(|objective| (Some(objective), objective.name(words)));
    let items: Vec<_> = std::iter::once((None, words.text("allocation-objective-known"))).chain(all).collect();
    let id = field_id(Section::Allocation, None, "objective");
    let chosen = Dropdown::new(id, &label, &shown).show(ui, &items, Some(&current));
    if let Some(objective) = chosen {
        let step = t!(words, "allocation-step-objective");
        sheet.allocation.change(step, |allocation| allocation.objective = objective);
    }
}

fn step(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    let cx = sheet.cx;
    let label = cx.words.text("allocation-step");
    weak(ui, &label).on_hover_text(cx.words.text("allocation-step-hint"));
    let unit = currency_name(&cx.currency().code, cx.words);
    let id = field_id(Section::Allocation, None, "step");
    // The unit stands in the figures below, too.
    let is_room = ui.available_width() >= STEP + space::XS + text_width(ui, &unit, theme::text(size::SMALL));
    let unit = if is_room { unit.as_str() } else { "" };
    let field = Field::number(id, &label).width(STEP).unit(unit).hint("1").font(theme::text(size::SMALL));
    if let Some(value) = form::optional_money(ui, cx, field, sheet.allocation.step).value {
        sheet.allocation.change(t!(cx.words, "allocation-step-step"), |allocation| allocation.step = value);
    }
}

/// The three tasks below the button that adds a channel.
fn task_menu(sheet: &Sheet<'_>, button: &Response) -> Option<Task> {
    let mut chosen = None;
    Popup::menu(button).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for task in Task::ALL {
            let words = format!("{}  {}", task.letter(), task.name(sheet.cx.words));
            let id = ui.scope_id().with(task);
            if list_item(ui, id, &words, (300.0, false)).clicked() {
                chosen = Some(task);
                ui.close();
            }
        }
    });
    chosen
}

fn figure_row(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    let cx = sheet.cx;
    let (words, report) = (cx.words, &cx.report.allocation);
    let none = cx.plan.allocation.channels.is_empty();
    let unit = currency_name(&cx.currency().code, words);
    let count = |value: f64| number::known(value, number::count(value, 0));
    let average = report.total.average_cost.map_or_else(|| number::NOTHING.to_owned(), |cost| number::count(cost, 2));
    let tone = if none { Tone::Weak } else { Tone::Plain };
    let all = [
        Figure::new(t!(words, "allocation-figure-budget", unit = &unit), ""),
        Figure::new(t!(words, "allocation-figure-registrations"), count(report.total.won.registrations))
            .remark(drawn_range(cx, |odds| Some(&odds.all_registrations)).unwrap_or_default())
            .asks(true),
        Figure::new(t!(words, "allocation-figure-leads-a"), count(report.leads_of(Class::A)))
            .remark(online_rate(sheet))
            .asks(true),
        Figure::new(t!(words, "allocation-figure-leads-b"), count(report.leads_of(Class::B)))
            .remark(from_events(sheet))
            .asks(true),
        Figure::new(t!(words, "allocation-figure-average", unit = &unit), average).asks(true).remark(
            match report.events_spend() {
                _ if none => String::new(),
                Money::ZERO => words.text("allocation-each-registration"),
                _ => words.text("allocation-each-registration-with-events"),
            },
        ),
    ];
    let cells = figures(ui, &all.map(|figure| figure.tone(tone)));
    let leads = |class| (Whole::Class(class), OfSum::Yield(Yield::Leads));
    let registrations = (Whole::All, OfSum::Yield(Yield::Registrations));
    let asked = [registrations, leads(Class::A), leads(Class::B), (Whole::All, OfSum::AverageCost)];
    for (cell, (whole, of)) in cells.iter().skip(1).zip(asked) {
        if cell.sense.is_focusable() {
            explains(ui, cx, cell, || Some(Asked::Sum(whole, By::Plan, of)));
        }
    }
    if let Some(cell) = cells.first() {
        budget(ui, sheet, cell.rect);
    }
}

/// Leads of class A as a share of the registrations they come from: those of tasks A and W.
fn online_rate(sheet: &Sheet<'_>) -> String {
    let report = &sheet.cx.report.allocation;
    let by_task = [Task::A, Task::W].map(|task| report.task(task).won.registrations);
    let registrations: f64 = by_task.iter().sum();
    let leads = report.leads_of(Class::A) - event_leads(sheet, Class::A);
    if registrations <= 0.0 || leads <= 0.0 {
        return String::new();
    }
    let share = number::percent(sheet.cx.language(), leads / registrations, 1);
    let key = if by_task[1] > 0.0 { "allocation-of-registrations-a-w" } else { "allocation-of-registrations-a" };
    t!(sheet.cx.words, key, share = share)
}

/// How many leads of class B come from events.
fn from_events(sheet: &Sheet<'_>) -> String {
    let leads = event_leads(sheet, Class::B);
    if leads <= 0.0 {
        return String::new();
    }
    t!(sheet.cx.words, "allocation-from-events", leads = number::expected(leads))
}

fn event_leads(sheet: &Sheet<'_>, class: Class) -> f64 {
    let events = sheet.cx.plan.events.iter().zip(&sheet.cx.report.allocation.events);
    events.filter(|(event, _)| event.class == class).map(|(_, row)| row.won.leads).sum()
}

/// Room for twelve digits of a figure.
const TYPED_BUDGET: f32 = 164.0;

/// The budget is typed in its figure; below it stands what is left of it.
fn budget(ui: &mut Ui, sheet: &mut Sheet<'_>, cell: Rect) {
    let cx = sheet.cx;
    let name = cx.words.text("common-budget");
    let hint = cx.words.text("allocation-budget-hint");
    let id = field_id(Section::Allocation, None, "budget");
    let blank = cx.plan.allocation.channels.is_empty();
    let field = if blank {
        Field::new(id, &name).width(128.0).hint(&hint)
    } else {
        Field::new(id, &name).bare().roomy().shrinks().font(theme::semibold(size::FIGURE)).hint(number::NOTHING)
    };
    let middle = cell.top() + if blank { 34.0 } else { 28.0 };
    // While it is typed it does not get smaller: twelve digits reach over the next figure.
    let typed = ui.memory(|memory| memory.has_focus(id));
    let right = if typed { cell.right().max(cell.left() + TYPED_BUDGET) } else { cell.right() };
    let place = Rect::from_min_max(pos2(cell.left(), middle - 14.0), pos2(right, middle + 14.0));
    let builder = UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center)).id_salt("budget");
    let mut inside = ui.new_child(builder);
    let shown = sheet.allocation.budget.map(|budget| number::amount(cx.currency(), budget)).unwrap_or_default();
    let field = field.entry(Entry::money(cx.currency()));
    let edited = parsed_field(&mut inside, field, &shown, &|text| {
        if text.trim().is_empty() {
            return Ok(None);
        }
        parse::money(text, cx.currency()).map(Some).map_err(|problem| problem.say(cx.words))
    });
    if let Some(budget) = edited.value {
        sheet.allocation.change(t!(cx.words, "allocation-step-budget"), |allocation| allocation.budget = budget);
    }
    if !blank {
        drag_budget(&inside, sheet, cell);
        let below = Rect::from_min_max(pos2(cell.left(), cell.top() + 41.0), pos2(cell.right(), cell.top() + 59.0));
        let builder = UiBuilder::new().max_rect(below).layout(Layout::left_to_right(Align::Center)).id_salt("left");
        left_over(&mut ui.new_child(builder), sheet);
    }
}

/// Dragging the label of the budget sideways changes it, a step a point.
fn drag_budget(ui: &Ui, sheet: &mut Sheet<'_>, cell: Rect) {
    let cx = sheet.cx;
    let label = Rect::from_min_size(cell.min, vec2(cell.width(), 16.0));
    let now = sheet.allocation.budget.unwrap_or(cx.report.allocation.total.spend);
    let id = field_id(Section::Allocation, None, "drag");
    let Some(begun) = scrub(ui, label, id, now).dragged else { return };
    let budget = Some(scrubbed(cx, begun));
    if budget != sheet.allocation.budget {
        sheet.allocation.change(t!(cx.words, "allocation-step-budget"), |allocation| allocation.budget = budget);
    }
}

fn left_over(ui: &mut Ui, sheet: &Sheet<'_>) {
    let (words, currency) = (sheet.cx.words, sheet.cx.currency());
    ui.spacing_mut().item_spacing.x = space::XS;
    match sheet.cx.report.allocation.unallocated {
        None if sheet.cx.report.allocation.too_large => {
            icons::show(ui, icons::BAD, 13.0, theme::palette(ui).bad);
            let says = words.text("allocation-too-large");
            small_figure(ui, &says, Tone::Bad).on_hover_text(words.text("findings-money-too-large"));
        }
        None => {}
        Some(Money::ZERO) => {
            let nothing = sheet.cx.report.allocation.total.spend == Money::ZERO;
            let key = if nothing { "allocation-none-allocated" } else { "allocation-all-allocated" };
            small(ui, &words.text(key), Tone::Weak);
        }
        Some(left) if left > Money::ZERO => {
            let amount = number::amount(currency, left);
            small_figure(ui, &t!(words, "allocation-left", amount = amount), Tone::Weak);
        }
        Some(left) => {
            let over = Money::ZERO.minus(left).unwrap_or_default();
            icons::show(ui, icons::BAD, 13.0, theme::palette(ui).bad);
            let says = t!(words, "allocation-over", amount = number::amount(currency, over));
            // Without room for the words the amount alone says it.
            let fits = text_width(ui, &says, theme::text(size::SMALL)) <= ui.available_width();
            let shown = if fits { says.clone() } else { number::amount(currency, left) };
            small_figure(ui, &shown, Tone::Bad).on_hover_text(says);
        }
    }
}
