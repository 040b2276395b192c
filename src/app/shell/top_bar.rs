//! The top bar: the plan and its state, undo and redo, the one sentence that matters, language and theme.

use std::path::PathBuf;

use eframe::egui::{
    Align, Align2, Color32, Frame, Id, Layout, Margin, Popup, PopupCloseBehavior, Role, Sense, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use super::scenario_menu;
use crate::app::command::{Command, Tab};
use crate::app::context::Cx;
use crate::app::explain::explains;
use crate::app::icons::{self, Icon};
use crate::app::theme::{self, Tone, height, radius, size, space};
use crate::app::widgets::button::{IconLook, icon_button_colored, icon_button_hinted};
use crate::app::widgets::text::{Line, asking_runs, line, small, text_width, widest};
use crate::app::widgets::{Button, Run, hairline, key_chip, meter, order, page, runs};
use crate::calc::explain::{Figure, Standing};
use crate::plan::goal::{Measure, Target};
use crate::t;
use crate::words::{Words, number};

/// Room for what was typed and changes nothing; the whole is said on hover.
const NOTICE: f32 = 330.0;

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
    /// What is on its way to the disk.
    pub writing: Option<String>,
    /// What was typed and changes nothing.
    pub notice: Option<String>,
    /// What others did to the file.
    pub outside: Option<Remark>,
    /// Whether another window has the plan open too.
    pub is_elsewhere: bool,
    /// The tab that is shown; the Overview has the sentence on its page.
    pub tab: Tab,
}

/// What is said of the file beyond whether it is saved.
pub struct Remark {
    /// In short.
    pub text: String,
    /// The whole, on hover.
    pub hint: String,
    /// Whether what differs can be shown.
    pub shows: bool,
    /// Whether something is to be done about it.
    pub is_trouble: bool,
}

/// The bar's ground and margin.
pub fn frame(ui: &Ui) -> Frame {
    Frame::NONE.fill(theme::palette(ui).bg).inner_margin(Margin::symmetric(14, 0))
}

/// Draws the bar. The plan's name takes what the rest leaves it.
pub fn ui(ui: &mut Ui, cx: &Cx, state: &State) {
    let bottom = ui.max_rect().bottom() - 0.5;
    ui.painter().hline(ui.max_rect().expand2(vec2(14.0, 0.0)).x_range(), bottom, theme::palette(ui).hairline());
    let right = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        theme_button(ui, cx);
        language_button(ui, cx);
        find_button(ui, cx);
        if state.tab != Tab::Overview {
            ui.add_space(space::S);
            headline(ui, cx);
        }
    };
    let left = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        icons::show(ui, icons::MARK, 22.0, theme::palette(ui).accent);
        let room = ui.available_width() - behind_name(ui, cx, state);
        plan_menu(ui, cx, state, room);
        saved_state(ui, cx, state);
        if state.is_elsewhere {
            icon_before(ui, icons::ADVICE, theme::palette(ui).accent);
            small(ui, &cx.words.text("window-elsewhere"), Tone::Weak)
                .on_hover_text(cx.words.text("window-elsewhere-hint"));
        }
        page::divider(ui);
        scenario_menu::ui(ui, cx);
        undo_redo(ui, cx, state);
    };
    page::head_row(ui, ui.available_height(), left, right);
}

/// How wide everything is that stands behind the plan's name.
fn behind_name(ui: &Ui, cx: &Cx, state: &State) -> f32 {
    let word = |key: &str| text_width(ui, &cx.words.text(key), theme::text(size::SMALL));
    let save = if state.unsaved { Button::quiet(&cx.words.text("command-save")).width(ui) + space::M } else { 0.0 };
    let saved = match (&state.notice, state.unsaved, &state.path) {
        _ if state.writing.is_some() => writing_width(ui, state),
        (Some(_), false, Some(_)) => 16.0 + space::M + 16.0 + space::XS + NOTICE,
        (Some(_), ..) => 16.0 + space::XS + NOTICE,
        _ if state.outside.is_some() => state.outside.as_ref().map_or(0.0, |remark| remark.width(ui, cx.words)),
        (None, true, _) => word("window-unsaved"),
        (None, false, Some(_)) => 16.0 + space::XS + word("window-saved"),
        (None, false, None) => word("window-not-saved-yet"),
    };
    let elsewhere = 16.0 + space::XS + word("window-elsewhere") + space::M;
    let elsewhere = if state.is_elsewhere { elsewhere } else { 0.0 };
    let divider = 1.0;
    let scenario = scenario_menu::width(ui, cx) + space::M;
    save + saved + elsewhere + divider + scenario + 2.0 * STEP_BUTTON + 4.0 * space::M
}

/// The plan's name; behind it everything one does with a file.
fn plan_menu(ui: &mut Ui, cx: &Cx, state: &State, room: f32) {
    let title = if cx.plan.title.trim().is_empty() { cx.words.text("window-untitled") } else { cx.plan.title.clone() };
    let name = t!(cx.words, "window-plan-menu", title = &title);
    let button = Button::menu(&title).trailing(icons::CHEVRON_DOWN).name(&name).max_width(room).show(ui);
    let button = match &state.path {
        Some(path) => button.on_hover_text(path.display().to_string()),
        None => button,
    };
    let width = menu_width(ui, cx);
    Popup::menu(&button).id(Id::unique("plan_menu")).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
        ui.set_width(width);
        for (index, group) in MENU.iter().enumerate() {
            if index > 0 {
                hairline(ui);
            }
            for command in *group {
                menu_row(ui, cx, *command);
            }
        }
    });
}

/// What the menu of the plan offers, in groups.
const MENU: [&[Command]; 4] = [
    &[Command::New, Command::NewFromWorkedCase, Command::NewFromTrackedCase, Command::Open],
    &[Command::Save, Command::SaveAs, Command::Import, Command::Compare, Command::AddUp, Command::Versions],
    &[Command::Next, Command::Find, Command::Help, Command::Keys],
    &[Command::Close, Command::Quit],
];

fn shortcut(ui: &Ui, command: Command) -> String {
    command.shortcuts().first().map(|shortcut| ui.ctx().format_shortcut(shortcut)).unwrap_or_default()
}

/// Room for the longest command and the longest keys.
fn menu_width(ui: &Ui, cx: &Cx) -> f32 {
    let commands = || MENU.iter().copied().flatten().copied();
    let widest = |texts: Vec<String>, font| widest(ui, texts.iter().map(String::as_str), &font);
    let labels = widest(commands().map(|command| command.label(cx.words)).collect(), theme::text(size::BODY));
    let keys = widest(commands().map(|command| shortcut(ui, command)).collect(), theme::text(size::SMALL));
    2.0 * space::S + labels + space::PAGE + keys + 8.0
}

/// A command with its keys: all words begin at the left, all keys end at the right.
fn menu_row(ui: &mut Ui, cx: &Cx, command: Command) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height::FIELD), Sense::click());
    let label = command.label(cx.words);
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, &label));
    order::note(&response);
    let palette = theme::palette(ui);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, radius::CHIP, palette.sel);
    }
    let inside = rect.shrink2(vec2(space::S, 0.0));
    let font = theme::text(size::BODY);
    ui.painter().text(inside.left_center(), Align2::LEFT_CENTER, label, font, palette.text);
    let keys = shortcut(ui, command);
    if !keys.is_empty() {
        let right = UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center));
        key_chip(&mut ui.new_child(right), &keys);
    }
    if response.clicked() {
        cx.run(command);
        ui.close();
    }
}

fn saved_state(ui: &mut Ui, cx: &Cx, state: &State) {
    if state.unsaved {
        let save = Button::quiet(&cx.words.text("command-save")).name(&cx.words.text("command-save")).show(ui);
        if save.on_hover_text(cx.words.text("window-unsaved-hint")).clicked() {
            cx.run(Command::Save);
        }
    }
    let palette = theme::palette(ui);
    if let Some(writing) = &state.writing {
        let spec = Line { width: writing_width(ui, state), height: size::ACTION, align: Align::LEFT, tone: Tone::Weak };
        line(ui, writing, theme::text(size::SMALL), spec).on_hover_text(cx.words.text("window-writing-hint"));
    } else if let Some(notice) = &state.notice {
        if !state.unsaved && state.path.is_some() {
            icons::show(ui, icons::CHECK, 16.0, palette.good).on_hover_text(cx.words.text("window-saved"));
        }
        icon_before(ui, icons::WARN, palette.warn);
        let spec = Line { width: NOTICE, height: size::ACTION, align: Align::LEFT, tone: Tone::Warn };
        line(ui, notice, theme::text(size::SMALL), spec);
    } else if let Some(remark) = &state.outside {
        remark.ui(ui, cx);
    } else if state.unsaved {
        small(ui, &cx.words.text("window-unsaved"), Tone::Weak);
    } else if state.path.is_some() {
        icon_before(ui, icons::CHECK, palette.good);
        small(ui, &cx.words.text("window-saved"), Tone::Weak);
    } else {
        small(ui, &cx.words.text("window-not-saved-yet"), Tone::Weak);
    }
}

impl Remark {
    fn width(&self, ui: &Ui, words: &Words) -> f32 {
        let show = Command::ShowOutside.label(words);
        let show = if self.shows { space::M + Button::quiet(&show).width(ui) } else { 0.0 };
        16.0 + space::XS + text_width(ui, &self.text, theme::text(size::SMALL)) + show
    }

    fn ui(&self, ui: &mut Ui, cx: &Cx) {
        let (icon, tone) = if self.is_trouble { (icons::WARN, Tone::Warn) } else { (icons::ADVICE, Tone::Accent) };
        icon_before(ui, icon, theme::palette(ui).ink(tone));
        small(ui, &self.text, if self.is_trouble { tone } else { Tone::Weak }).on_hover_text(&self.hint);
        let show = Command::ShowOutside.label(cx.words);
        if self.shows && Button::quiet(&show).show(ui).clicked() {
            cx.run(Command::ShowOutside);
        }
    }
}

/// The name of a file may be long.
fn writing_width(ui: &Ui, state: &State) -> f32 {
    text_width(ui, state.writing.as_deref().unwrap_or_default(), theme::text(size::SMALL)).ceil().min(NOTICE)
}

fn icon_before(ui: &mut Ui, icon: Icon, color: Color32) {
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, space::XS);
    icons::show(ui, icon, 16.0, color);
    ui.spacing_mut().item_spacing.x = spacing;
}

/// Side of the buttons of undo and redo.
const STEP_BUTTON: f32 = 28.0;

fn undo_redo(ui: &mut Ui, cx: &Cx, state: &State) {
    let steps = [(Command::Undo, icons::UNDO_2, &state.undo), (Command::Redo, icons::REDO_2, &state.redo)];
    for (command, icon, step) in steps {
        let label = command.label(cx.words);
        let look = IconLook { icon: 18.0, side: STEP_BUTTON, enabled: step.is_some(), on: false };
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

fn find_button(ui: &mut Ui, cx: &Cx) {
    let name = Command::Find.label(cx.words);
    let keys = shortcut(ui, Command::Find);
    let look = IconLook { icon: 18.0, side: 28.0, enabled: true, on: false };
    if icon_button_hinted(ui, icons::SEARCH, (&name, &format!("{name}  {keys}")), look).clicked() {
        cx.run(Command::Find);
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
    // None of the goal is reached only as long as something it is calculated from is missing.
    let reached = cx.report.goal.headline_attainment().filter(|reached| *reached > 0.0);
    let parts = headline_runs(cx, reached);
    if reached.is_some() {
        let said = asking_runs(ui, &parts, size::SMALL);
        explains(ui, cx, &said, || Some(Figure::Goal(Standing::Reached, cx.report.goal.headline.into())));
    } else {
        runs(ui, &parts, size::SMALL);
    }
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
    let likely = number::chance_figure(cx.words, chance.value);
    let chance = number::chance_is(cx.words, chance.value, &likely);
    let sentence = t!(cx.words, "window-reaches-likely", percent = &figure, goal = goal, chance = chance);
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
