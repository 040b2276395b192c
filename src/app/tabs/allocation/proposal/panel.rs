//! The proposal: question, before and after, proof, and what can be done with it.

use std::sync::Arc;

use eframe::egui::{self, Ui, vec2};

use super::changes::{self, Changed};
use super::foot::{Buttons, Room};
use super::proof::{self, Proof};
use super::question::{Answer, Asking, Given, Suggest, Told};
use super::three_ways;
use super::wish::{BUTTONS, Wish};
use crate::app::context::{Cx, Request, field_id};
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::tabs::allocation::channels::form;
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::problem_line;
use crate::app::widgets::text::{mark, marked, runs, small, text_width};
use crate::app::widgets::{Button, Field, Run, Segmented, panel_head, parsed_field};
use crate::calc::best_allocation::{Clash, Limit};
use crate::calc::scenario::free_name;
use crate::calc::suggestion::{Change, Question, Suggestion, present_result};
use crate::calc::{Section, schedule};
use crate::plan::Allocation;
use crate::report::code::Code;
use crate::report::sentences::clash::Names;
use crate::report::sentences::happened::what_is_left;
use crate::report::sentences::months::month_names;
use crate::report::sentences::proposal::{channel_names, group_names, won, won_more, won_named};
use crate::report::sentences::risk;
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Named, number, parse};

/// Draws the panel behind its title; returns what is to be done: adopt, discard, go to a limit.
pub fn ui(ui: &mut Ui, cx: &Cx, suggest: &mut Suggest, (room, title): (Room, Option<String>)) -> Option<Wish> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut words = Vec::new();
    if let Some(title) = title {
        words.extend([Run::strong(title), Run::plain("  ")]);
    }
    words.extend(marked(&said(cx, suggest)));
    let closed = panel_head(ui, &words, &cx.words.text("proposal-close"));
    suggest.asking = question(ui, cx, suggest.asking);
    if let Some(left) = cx.report.rest.as_ref().and_then(|rest| what_is_left(cx.words, cx.plan, rest)) {
        runs(ui, &[Run::weak(left)], size::SMALL);
    }
    ui.add_space(space::XS);
    match body(ui, cx, suggest, room).or_else(|| closed.then_some(Wish::Discard)) {
        Some(Wish::Ask(other)) => {
            suggest.asking = other;
            None
        }
        Some(Wish::Keep) => {
            keep(cx, suggest);
            None
        }
        wish => wish,
    }
}

/// Asks for a scenario with the proposal's amounts; plan and proposal stay as they are.
fn keep(cx: &Cx, suggest: &mut Suggest) {
    let Some(change) = suggest.change().cloned() else { return };
    let mut allocation = (*cx.plan.allocation).clone();
    change.put_into(&mut allocation, schedule::length(cx.plan));
    let name = free_name(cx.base, scenario_name(cx, suggest));
    cx.requests.push(Request::KeepAsScenario { allocation: Arc::new(allocation), name: name.clone() });
    suggest.kept = Some((change, name));
}

/// What the proposal is called as a scenario.
fn scenario_name(cx: &Cx, suggest: &Suggest) -> String {
    let (words, asking) = (cx.words, &suggest.asking);
    let spend = |change: &Change| number::amount_named(words, cx.currency(), change.total);
    match (asking.given, suggest.change()) {
        (Given::Ways, _) => {
            let chosen = suggest.ways().and_then(|(dare, _)| dare.as_ref().ok()?.chosen(asking.way));
            chosen.map_or_else(String::new, |(proposal, _)| words.text(risk::name(proposal.best)))
        }
        (Given::Result, Some(change)) => t!(words, "proposal-named-least", spend = spend(change)),
        (Given::Budget, Some(change)) if change.months.is_some() => {
            t!(words, "proposal-named-months", spend = spend(change))
        }
        (Given::Budget, Some(change)) => t!(words, "proposal-named-most", spend = spend(change)),
        (_, None) => String::new(),
    }
}

/// Takes the proposal over, in one step.
pub fn adopt(cx: &Cx, mut allocation: Editing<'_, Allocation>, suggest: &Suggest) {
    if let Some(change) = suggest.change() {
        let step = t!(cx.words, "proposal-step-adopt");
        let months = schedule::length(cx.plan);
        allocation.change(step, |allocation| change.put_into(allocation, months));
    }
}

/// What was found, dimmed until it is about the plan and question as they stand.
fn body(ui: &mut Ui, cx: &Cx, suggest: &mut Suggest, room: Room) -> Option<Wish> {
    if !is_known(cx) {
        problem_line(ui, &cx.words.text("findings-money-too-large"));
        return None;
    }
    let asking = suggest.asking;
    let Some(fresh) = suggest.is_fresh() else {
        waiting(ui, cx, suggest.is_working());
        return None;
    };
    let draw = |ui: &mut Ui| {
        if !fresh {
            ui.set_opacity(0.5);
        }
        if asking.given == Given::Ways {
            return three_ways::ui(ui, cx, suggest, (room, fresh));
        }
        match suggest.answer()?.0 {
            Ok(told) => told_ui(ui, cx, (suggest, told), (room, fresh)),
            Err(clashes) => clashes_ui(ui, cx, clashes, asking),
        }
    };
    ui.scope(draw).inner
}

/// Whether the money of all events can be calculated with.
fn is_known(cx: &Cx) -> bool {
    cx.report.allocation.unknown_share().is_none()
}

/// The proposal in one line, where there is no room for more.
pub fn headline(ui: &mut Ui, cx: &Cx, suggest: &Suggest) {
    runs(ui, &marked(&said(cx, suggest)), size::BODY);
}

/// What is found, in one line.
fn said(cx: &Cx, suggest: &Suggest) -> String {
    if !is_known(cx) {
        return String::new();
    }
    match suggest.asking.given {
        Given::Ways => suggest.ways().map_or_else(String::new, |(dare, _)| three_ways::headline(cx, suggest, dare)),
        Given::Budget | Given::Result => title(cx, suggest.answer().map(|(answer, _)| answer)),
    }
}

/// The proposal in one line.
fn title(cx: &Cx, answer: Option<&Answer>) -> String {
    let (words, plan) = (cx.words, cx.plan);
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
    if !suggestion.change.differs(plan) || shown == won(objective, 0.0) {
        return words.text(match suggestion.answer.certified {
            _ if suggestion.answer.response <= 0.0 => "proposal-buys-nothing",
            true => "proposal-nothing-better",
            false => "proposal-nothing-better-unproven",
        });
    }
    t!(words, "proposal-same-money", more = won_more(plan, words, objective, &mark(&shown, Tone::Accent)))
}

/// What is given: a budget or a result, and how much. Emptied, the field follows the plan again.
fn question(ui: &mut Ui, cx: &Cx, mut asking: Asking) -> Asking {
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
                Given::Budget | Given::Ways => budget_field(ui, cx, &mut asking, as_now.width(ui)),
                Given::Result => result_field(ui, cx, &mut asking),
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
fn budget_field(ui: &mut Ui, cx: &Cx, asking: &mut Asking, button: f32) {
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

fn result_field(ui: &mut Ui, cx: &Cx, asking: &mut Asking) {
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

fn waiting(ui: &mut Ui, cx: &Cx, working: bool) {
    ui.add_space(space::S);
    let key = if working { "proposal-working" } else { "proposal-broken" };
    small(ui, &cx.words.text(key), Tone::Weak);
}

fn told_ui(ui: &mut Ui, cx: &Cx, (suggest, told): (&Suggest, &Told), (room, fresh): (Room, bool)) -> Option<Wish> {
    let Suggestion { change, problem, by_month, answer, .. } = &told.suggestion;
    if room == Room::Column {
        let below = Proof::of(ui, cx, told, room).height() + BUTTONS + space::XS;
        let months = by_month.as_ref().map(|by_month| (&by_month.problem, by_month.periods.as_slice()));
        changes::ui(ui, cx, Changed { change, problem, months }, below);
    }
    ui.add_space(space::XS);
    let costly = told.costs.first().map(|cost| cost.limit).or_else(|| answer.binding.first().copied());
    let adopt = fresh && change.differs(cx.plan);
    let buttons = Buttons { adopt, kept: suggest.is_kept(cx, change), limits: true, limit: costly };
    room.foot(ui, cx, |ui| Proof::of(ui, cx, told, room).show(ui, cx, told), &buttons)
}

/// Which sums clash, and a way to mend each.
fn clashes_ui(ui: &mut Ui, cx: &Cx, clashes: &[Clash], asking: Asking) -> Option<Wish> {
    let (channels, groups) = (channel_names(cx.plan), group_names(cx.words));
    let periods = month_names(cx.words, cx.plan, cx.report.rest.as_ref());
    let names = Names { channels: &channels, groups: &groups, periods: &periods };
    let mut wish = None;
    ui.add_space(space::XS);
    for clash in clashes.iter().take(6) {
        proof::Line::of(ui, Some((icons::BAD, Tone::Bad)), names.clash(cx.words, *clash)).show(ui);
        if let Some((label, mend)) = mend_of(cx, *clash, asking) {
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

fn mend_of(cx: &Cx, clash: Clash, asking: Asking) -> Option<(String, Wish)> {
    let (words, plan) = (cx.words, cx.plan);
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
            let result = won_named(plan, words, cx.report.allocation.objective, &number::count(most, 0));
            let label = t!(words, "proposal-use-result", result = result);
            (label, Wish::Ask(Asking { given: Given::Result, result: Some(most), ..asking }))
        }
        Clash::Period { period, .. } => limit(Limit::Period(period)),
        Clash::Periods { .. } => limit(Limit::Period(0)),
        Clash::LastInPeriods | Clash::StepTooFine { .. } | Clash::Cost { .. } | Clash::NoChoice | Clash::NotFound => {
            return None;
        }
    })
}
