//! The proposal: question, before and after, proof, and what can be done with it.

use eframe::egui::{self, Ui, vec2};

use super::super::form;
use super::super::sheet::{Part, Selection, Sheet};
use super::changes::{self, Changed};
use super::proof::{self, Proof};
use super::question::{Answer, Asking, Given, Suggest, Told};
use super::three_ways;
use super::wish::{BUTTONS, Wish};
use crate::app::context::field_id;
use crate::app::icons;
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::problem_line;
use crate::app::widgets::text::{mark, marked, runs, small, text_width};
use crate::app::widgets::{Button, Field, Run, Segmented, is_narrow, panel_head, parsed_field};
use crate::calc::best_allocation::{Clash, Limit};
use crate::calc::suggestion::{Question, present_result};
use crate::calc::{Place, Section, schedule};
use crate::plan::Task;
use crate::report::code::Code;
use crate::report::sentences::clash::Names;
use crate::report::sentences::happened::what_is_left;
use crate::report::sentences::proposal::{channel_names, group_names, won, won_more, won_named};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Named, number, parse};

/// Draws the panel; returns whether it stays.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, suggest: &mut Suggest) -> bool {
    ui.spacing_mut().item_spacing.y = 0.0;
    // In a narrow window the switch above says what this is.
    let mut words = Vec::new();
    if !is_narrow(ui) {
        words.extend([Run::strong(sheet.cx.words.text("proposal-title")), Run::plain("  ")]);
    }
    words.extend(marked(&said(sheet, suggest)));
    let closed = panel_head(ui, &words, &sheet.cx.words.text("proposal-close"));
    suggest.asking = question(ui, sheet, suggest.asking);
    if let Some(left) = sheet.cx.report.rest.as_ref().and_then(|rest| what_is_left(sheet.cx.words, sheet.cx.plan, rest))
    {
        runs(ui, &[Run::weak(left)], size::SMALL);
    }
    ui.add_space(space::XS);
    let wish = body(ui, sheet, suggest).or_else(|| closed.then_some(Wish::Discard));
    let stays = matches!(wish, None | Some(Wish::Ask(_)));
    match wish {
        Some(Wish::Ask(other)) => suggest.asking = other,
        Some(Wish::Adopt) => {
            if let Some(change) = suggest.change() {
                let step = t!(sheet.cx.words, "proposal-step-adopt");
                let months = schedule::length(sheet.cx.plan);
                sheet.allocation.change(step, |allocation| change.put_into(allocation, months));
            }
        }
        Some(Wish::Limits(limit)) => {
            sheet.view.asked = Some(suggest.asking);
            show_limit(sheet, limit);
        }
        Some(Wish::Discard) | None => {}
    }
    stays
}

/// What was found, dimmed until it is about the plan and question as they stand.
fn body(ui: &mut Ui, sheet: &mut Sheet<'_>, suggest: &mut Suggest) -> Option<Wish> {
    if !is_known(sheet) {
        problem_line(ui, &sheet.cx.words.text("findings-money-too-large"));
        return None;
    }
    let asking = suggest.asking;
    let Some(fresh) = suggest.is_fresh() else {
        waiting(ui, sheet, suggest.is_working());
        return None;
    };
    let draw = |ui: &mut Ui| {
        if !fresh {
            ui.set_opacity(0.5);
        }
        if asking.given == Given::Ways {
            return three_ways::ui(ui, sheet, suggest, fresh);
        }
        match suggest.answer()?.0 {
            Ok(told) => told_ui(ui, sheet, told, fresh),
            Err(clashes) => clashes_ui(ui, sheet, clashes, asking),
        }
    };
    ui.scope(draw).inner
}

/// Whether the money of all events can be calculated with.
fn is_known(sheet: &Sheet<'_>) -> bool {
    sheet.cx.report.allocation.unknown_share().is_none()
}

/// The proposal in one line, where there is no room for more.
pub fn headline(ui: &mut Ui, sheet: &Sheet<'_>, suggest: &Suggest) {
    runs(ui, &marked(&said(sheet, suggest)), size::BODY);
}

/// What is found, in one line.
fn said(sheet: &Sheet<'_>, suggest: &Suggest) -> String {
    if !is_known(sheet) {
        return String::new();
    }
    match suggest.asking.given {
        Given::Ways => suggest.ways().map_or_else(String::new, |(dare, _)| three_ways::headline(sheet, suggest, dare)),
        Given::Budget | Given::Result => title(sheet, suggest.answer().map(|(answer, _)| answer)),
    }
}

/// Goes to the field of a limit; without one, to those of the selected channel.
fn show_limit(sheet: &mut Sheet<'_>, limit: Option<Limit>) {
    let channels = &sheet.cx.plan.allocation.channels;
    let (index, field) = match limit {
        Some(Limit::GroupMin(group) | Limit::GroupMax(group)) => {
            let field = if matches!(limit, Some(Limit::GroupMin(_))) { "min" } else { "max" };
            let task = Task::ALL.get(group).copied().unwrap_or(Task::A);
            let item = Some(crate::calc::allocation::task_id(task));
            sheet.cx.go_to(&Place { section: Section::Allocation, item, field });
            return;
        }
        Some(Limit::ChannelMin(index)) => (Some(index), "min"),
        Some(Limit::ChannelMax(index)) => (Some(index), "max"),
        Some(Limit::Budget | Limit::Cost | Limit::Period(_)) | None => (None, "max"),
    };
    let selected = match &sheet.view.selected {
        Some(Selection::Channel(id)) => Some(id.clone()),
        _ => channels.first().map(|channel| channel.id.clone()),
    };
    let Some(id) = index.and_then(|index| channels.get(index)).map(|channel| channel.id.clone()).or(selected) else {
        return;
    };
    sheet.view.aim(field_id(Section::Allocation, Some(&id), field));
    sheet.view.selected = Some(Selection::Channel(id));
    sheet.view.part = Part::Item;
}

/// The proposal in one line.
fn title(sheet: &Sheet<'_>, answer: Option<&Answer>) -> String {
    let (words, plan) = (sheet.cx.words, sheet.cx.plan);
    let suggestion = match answer {
        None => return String::new(),
        Some(Err(_)) => return words.text("proposal-infeasible"),
        Some(Ok(told)) => &told.suggestion,
    };
    let (objective, gain) = (suggestion.change.objective, suggestion.change.gain());
    let spend = number::amount_named(words, &plan.currency, suggestion.change.total);
    let result = mark(&won(objective, suggestion.answer.response), Tone::Accent);
    let result = won_named(plan, words, objective, &result);
    if suggestion.is_least() {
        return t!(words, "proposal-costs", won = result, spend = spend);
    }
    let same_money = suggestion.question == Question::Most(suggestion.change.present);
    if !same_money {
        return t!(words, "proposal-buys", won = result, spend = spend);
    }
    let shown = won(objective, gain);
    if suggestion.change.moves(plan).is_empty() || shown == won(objective, 0.0) {
        return words.text(match suggestion.answer.certified {
            _ if suggestion.answer.response <= 0.0 => "proposal-buys-nothing",
            true => "proposal-nothing-better",
            false => "proposal-nothing-better-unproven",
        });
    }
    t!(words, "proposal-same-money", more = won_more(plan, words, objective, &mark(&shown, Tone::Accent)))
}

/// What is given: a budget or a result, and how much. Emptied, the field follows the plan again.
fn question(ui: &mut Ui, sheet: &Sheet<'_>, mut asking: Asking) -> Asking {
    let cx = sheet.cx;
    let words = cx.words;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), height::DENSE + space::XS),
        egui::Layout::left_to_right(egui::Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let names = ["proposal-given-budget", "proposal-given-result", "proposal-given-ways"];
            let [budget, result, ways] = names.map(|key| words.text(key));
            let parts = [(Given::Budget, &*budget), (Given::Result, &*result), (Given::Ways, &*ways)];
            let name = words.text("proposal-given");
            if let Some(given) = Segmented::new(&parts, asking.given).dense().name(&name).show(ui) {
                asking.given = given;
            }
            let as_now = words.text("proposal-as-now");
            let as_now = Button::quiet(&as_now).dense();
            match asking.given {
                Given::Budget | Given::Ways => budget_field(ui, sheet, &mut asking, as_now.width(ui)),
                Given::Result => result_field(ui, sheet, &mut asking),
            }
            let typed = match asking.given {
                Given::Budget | Given::Ways => asking.budget.is_some(),
                Given::Result => asking.result.is_some(),
            };
            if typed && as_now.show(ui).clicked() {
                (asking.budget, asking.result) = (None, None);
            }
        },
    );
    asking
}

/// Where the finding about a better split leads to.
pub fn first_field() -> egui::Id {
    field_id(Section::Allocation, None, "suggestion")
}

/// The budget; where one is typed, the button behind it keeps its room.
fn budget_field(ui: &mut Ui, sheet: &Sheet<'_>, asking: &mut Asking, button: f32) {
    let cx = sheet.cx;
    let name = cx.words.text("proposal-budget");
    let unit = currency_name(&cx.currency().code, cx.words);
    let budget = asking.budget(cx.plan, cx.report.basis(cx.plan).present_total());
    let shown = number::amount(cx.currency(), budget);
    let wide = (text_width(ui, &shown, theme::text(size::BODY)) + 2.0 * space::M).max(96.0);
    let behind = if asking.budget.is_some() { 32.0 + space::S + button } else { 32.0 };
    let field = Field::number(first_field(), &name).dense().width(wide.min(ui.available_width() - behind)).unit(&unit);
    if let Some(typed) = form::optional_money(ui, cx, field, Some(budget)).value {
        asking.budget = typed;
    }
}

fn result_field(ui: &mut Ui, sheet: &Sheet<'_>, asking: &mut Asking) {
    let cx = sheet.cx;
    let objective = cx.report.allocation.objective;
    let name = t!(cx.words, "proposal-result", objective = objective.name(cx.words));
    let unit = currency_name(&cx.currency().code, cx.words);
    let unit = t!(cx.words, "proposal-unit", objective = objective.code(), unit = unit);
    let result = asking.result.unwrap_or_else(|| present_result(cx.report.basis(cx.plan)));
    let field = Field::number(first_field().with("result"), &name).dense().width(84.0).unit(&unit);
    let read = |text: &str| {
        if text.trim().is_empty() {
            return Ok(None);
        }
        parse::count(text).map(Some).map_err(|problem| problem.say(cx.words))
    };
    if let Some(typed) = parsed_field(ui, field, &number::trimmed(result, 1), &read).value {
        asking.result = typed;
    }
}

fn waiting(ui: &mut Ui, sheet: &Sheet<'_>, working: bool) {
    ui.add_space(space::S);
    let key = if working { "proposal-working" } else { "proposal-broken" };
    small(ui, &sheet.cx.words.text(key), Tone::Weak);
}

fn told_ui(ui: &mut Ui, sheet: &Sheet<'_>, told: &Told, fresh: bool) -> Option<Wish> {
    let proof = Proof::of(ui, sheet, told);
    let changed = Changed { change: &told.suggestion.change, problem: &told.suggestion.problem };
    changes::ui(ui, sheet, changed, proof.height() + BUTTONS + space::XS);
    ui.add_space(space::XS);
    proof.show(ui, sheet, told);
    ui.add_space(space::S);
    let words = sheet.cx.words;
    let mut wish = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let moves = !told.suggestion.change.moves(sheet.cx.plan).is_empty();
        if Button::primary(&words.text("proposal-adopt")).enabled(fresh && moves).show(ui).clicked() {
            wish = Some(Wish::Adopt);
        }
        if Button::plain(&words.text("proposal-limits")).show(ui).clicked() {
            let costly = told.costs.first().map(|cost| cost.limit);
            wish = Some(Wish::Limits(costly.or_else(|| told.suggestion.answer.binding.first().copied())));
        }
        if Button::quiet(&words.text("proposal-discard")).show(ui).clicked() {
            wish = Some(Wish::Discard);
        }
    });
    wish
}

/// Which sums clash, and a way to mend each.
fn clashes_ui(ui: &mut Ui, sheet: &Sheet<'_>, clashes: &[Clash], asking: Asking) -> Option<Wish> {
    let cx = sheet.cx;
    let (channels, groups) = (channel_names(cx.plan), group_names(cx.words));
    let names = Names { channels: &channels, groups: &groups, periods: &[] };
    let mut wish = None;
    ui.add_space(space::XS);
    for clash in clashes.iter().take(6) {
        proof::Line::of(ui, Some((icons::BAD, Tone::Bad)), names.clash(cx.words, *clash)).show(ui);
        if let Some((label, mend)) = mend_of(sheet, *clash, asking) {
            ui.horizontal(|ui| {
                ui.add_space(24.0 - space::XS);
                if Button::quiet(&label).dense().show(ui).clicked() {
                    wish = Some(mend);
                }
            });
        }
        ui.add_space(space::XS);
    }
    wish
}

fn mend_of(sheet: &Sheet<'_>, clash: Clash, asking: Asking) -> Option<(String, Wish)> {
    let (words, plan) = (sheet.cx.words, sheet.cx.plan);
    let limit = |limit| (words.text("proposal-mend-limits"), Wish::Limits(Some(limit)));
    Some(match clash {
        Clash::Channel { channel, .. } | Clash::NoStep { channel, .. } => limit(Limit::ChannelMin(channel)),
        Clash::GroupMax { group, .. } | Clash::GroupChoice { group, .. } => limit(Limit::GroupMax(group)),
        Clash::GroupMin { group, .. } => limit(Limit::GroupMin(group)),
        Clash::Budget { least, .. } => {
            let least = plan.currency.amount(least.ceil())?;
            let label = t!(words, "proposal-use-budget", budget = number::amount_named(words, &plan.currency, least));
            (label, Wish::Ask(Asking { given: Given::Budget, budget: Some(least), ..asking }))
        }
        Clash::Target { most, .. } => {
            let most = most.floor();
            let result = won_named(plan, words, sheet.cx.report.allocation.objective, &number::count(most, 0));
            let label = t!(words, "proposal-use-result", result = result);
            (label, Wish::Ask(Asking { given: Given::Result, result: Some(most), ..asking }))
        }
        Clash::Period { .. }
        | Clash::Periods { .. }
        | Clash::LastInPeriods
        | Clash::StepTooFine { .. }
        | Clash::Cost { .. }
        | Clash::NoChoice
        | Clash::NotFound => return None,
    })
}
