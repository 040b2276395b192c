//! The top bar: the plan and its state, undo and redo, the one sentence that matters, language and theme.

use std::path::PathBuf;

use eframe::egui::{Align, Frame, Id, Layout, Margin, Popup, PopupCloseBehavior, Ui, vec2};

use crate::app::command::{Command, Tab};
use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::button::{IconLook, icon_button_colored, icon_button_hinted};
use crate::app::widgets::text::small;
use crate::app::widgets::{Button, Run, hairline, key_chip, meter, page, runs};
use crate::plan::goal::{Measure, Target};
use crate::t;
use crate::words::{Words, number};

/// What the bar shows of the document.
pub struct State {
    /// The file, if there is one.
    pub path: Option<PathBuf>,
    /// Whether something is not saved.
    pub unsaved: bool,
    /// What undo takes back.
    pub undo: Option<String>,
    /// What redo does again.
    pub redo: Option<String>,
    /// The tab that is shown; the Overview has the sentence on its page.
    pub tab: Tab,
}

/// The bar's ground and margin.
pub fn frame(ui: &Ui) -> Frame {
    Frame::NONE.fill(theme::palette(ui).bg).inner_margin(Margin::symmetric(14, 0))
}

/// Draws the bar.
pub fn ui(ui: &mut Ui, cx: &Cx, state: &State) {
    let bottom = ui.max_rect().bottom() - 0.5;
    ui.painter().hline(ui.max_rect().expand2(vec2(14.0, 0.0)).x_range(), bottom, theme::palette(ui).hairline());
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        icons::show(ui, icons::MARK, 22.0, theme::palette(ui).accent);
        plan_menu(ui, cx, state);
        saved_state(ui, cx, state);
        page::divider(ui);
        undo_redo(ui, cx, state);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            theme_button(ui, cx);
            language_button(ui, cx);
            if state.tab != Tab::Overview {
                ui.add_space(space::S);
                headline(ui, cx);
            }
        });
    });
}

/// The plan's name; behind it everything one does with a file.
fn plan_menu(ui: &mut Ui, cx: &Cx, state: &State) {
    let title = if cx.plan.title.trim().is_empty() { cx.words.text("window-untitled") } else { cx.plan.title.clone() };
    let name = t!(cx.words, "window-plan-menu", title = &title);
    let button = Button::menu(&title).trailing(icons::CHEVRON_DOWN).name(&name).show(ui);
    let button = match &state.path {
        Some(path) => button.on_hover_text(path.display().to_string()),
        None => button,
    };
    Popup::menu(&button).id(Id::unique("plan_menu")).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
        ui.set_min_width(240.0);
        for command in [Command::New, Command::NewFromWorkedCase, Command::Open] {
            menu_row(ui, cx, command);
        }
        hairline(ui);
        for command in [Command::Save, Command::SaveAs] {
            menu_row(ui, cx, command);
        }
        hairline(ui);
        for command in [Command::Close, Command::Quit] {
            menu_row(ui, cx, command);
        }
    });
}

fn menu_row(ui: &mut Ui, cx: &Cx, command: Command) {
    let shortcut = command.shortcuts().first().map(|shortcut| ui.ctx().format_shortcut(shortcut)).unwrap_or_default();
    ui.horizontal(|ui| {
        let clicked = Button::menu(&command.label(cx.words)).min_width(150.0).show(ui).clicked();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| key_chip(ui, &shortcut));
        if clicked {
            cx.run(command);
            ui.close();
        }
    });
}

fn saved_state(ui: &mut Ui, cx: &Cx, state: &State) {
    let palette = theme::palette(ui);
    if state.unsaved {
        let save = Button::quiet(&cx.words.text("command-save")).name(&cx.words.text("command-save")).show(ui);
        if save.on_hover_text(cx.words.text("window-unsaved-hint")).clicked() {
            cx.run(Command::Save);
        }
        small(ui, &cx.words.text("window-unsaved"), Tone::Weak);
    } else if state.path.is_some() {
        ui.spacing_mut().item_spacing.x = space::XS;
        icons::show(ui, icons::CHECK, 16.0, palette.good);
        ui.spacing_mut().item_spacing.x = space::M;
        small(ui, &cx.words.text("window-saved"), Tone::Weak);
    } else {
        small(ui, &cx.words.text("window-not-saved-yet"), Tone::Weak);
    }
}

fn undo_redo(ui: &mut Ui, cx: &Cx, state: &State) {
    let steps = [(Command::Undo, icons::UNDO_2, &state.undo), (Command::Redo, icons::REDO_2, &state.redo)];
    for (command, icon, step) in steps {
        let label = command.label(cx.words);
        let look = IconLook { icon: 18.0, side: 28.0, enabled: step.is_some(), on: false };
        let named = step.as_ref().filter(|step| !step.is_empty());
        let hint = named.map(|step| t!(cx.words, "window-step", command = &label, step = step));
        let hint = hint.as_deref().unwrap_or(&label);
        if icon_button_hinted(ui, icon, (&label, hint), look).clicked() {
            cx.run(command);
        }
    }
}

fn theme_button(ui: &mut Ui, cx: &Cx) {
    let icon = if ui.visuals().dark_mode { icons::SUN } else { icons::MOON };
    let name = Command::SwitchTheme.label(cx.words);
    let look = IconLook { icon: 18.0, side: 28.0, enabled: true, on: false };
    if icon_button_colored(ui, icon, &name, look).clicked() {
        cx.run(Command::SwitchTheme);
    }
}

fn language_button(ui: &mut Ui, cx: &Cx) {
    let other = cx.language().other();
    let name = Command::SwitchLanguage.label(cx.words);
    let short = match other {
        crate::words::Language::En => "EN",
        crate::words::Language::ZhCn => "中文",
    };
    if Button::menu(short).name(&name).show(ui).on_hover_text(&name).clicked() {
        cx.run(Command::SwitchLanguage);
    }
}

/// The meter and the sentence about the goal's headline measure. Drawn from the right.
fn headline(ui: &mut Ui, cx: &Cx) {
    let reached = cx.report.goal.headline_attainment();
    let parts = headline_runs(cx, reached);
    runs(ui, &parts, size::SMALL);
    let name = cx.words.text("window-reached");
    #[allow(clippy::cast_possible_truncation)] // a share for drawing
    meter(ui, reached.map(|share| share as f32), &name);
}

/// "Reaches 86 % of the revenue goal, 31 % likely to reach it".
#[must_use]
pub fn headline_runs(cx: &Cx, reached: Option<f64>) -> Vec<Run> {
    let Some(reached) = reached else {
        let key = if cx.plan.goal.target == Target::default() { "window-no-goal" } else { "window-not-compared" };
        return vec![Run::weak(cx.words.text(key))];
    };
    let figure = number::percent(cx.language(), reached, 0);
    let goal = measure_goal(cx.words, cx.report.goal.headline);
    let strong = |figure: &str| Run::strong(figure).sized(size::BODY);
    let Some(chance) = cx.headline_chance() else {
        let sentence = t!(cx.words, "window-reaches", percent = &figure, goal = goal);
        return around(&sentence, &[(&figure, strong(&figure))]);
    };
    let likely = number::chance(cx.words, chance.value);
    let sentence = t!(cx.words, "window-reaches-likely", percent = &figure, goal = goal, chance = &likely);
    // Until the draws follow the last change their figure stands back.
    let fresh = cx.odds.is_some_and(|shown| shown.is_fresh);
    let drawn = if fresh { strong(&likely) } else { Run::weak(&likely).sized(size::BODY) };
    around(&sentence, &[(&figure, strong(&figure)), (&likely, drawn)])
}

/// "revenue goal", "customer goal", "share goal".
#[must_use]
pub fn measure_goal(words: &Words, measure: Measure) -> String {
    words.text(match measure {
        Measure::Customers => "window-goal-of-customers",
        Measure::Revenue => "window-goal-of-revenue",
        Measure::Share => "window-goal-of-share",
    })
}

/// A sentence in weak words with its figures, in their order, set as they are to be.
fn around(sentence: &str, figures: &[(&str, Run)]) -> Vec<Run> {
    let mut rest = sentence;
    let mut runs = Vec::new();
    for (figure, run) in figures {
        if let Some((before, after)) = rest.split_once(*figure) {
            runs.extend([Run::weak(before), run.clone()]);
            rest = after;
        }
    }
    runs.push(Run::weak(rest));
    runs
}
