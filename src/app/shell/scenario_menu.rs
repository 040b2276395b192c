//! The scenario in the top bar: which one is looked at, and what can be done with it.

use eframe::egui::{Align2, Id, Popup, PopupCloseBehavior, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::context::{Cx, Request, Scenarios};
use crate::app::icons;
use crate::app::theme::{self, Tone, height, radius, size, space};
use crate::app::widgets::dropdown::list_item;
use crate::app::widgets::text::{small, text_width, widest};
use crate::app::widgets::{Button, hairline, order};
use crate::plan::{Id as ItemId, Scenario};
use crate::report::summary::scenarios::name;
use crate::t;

/// The name takes at most this much room; the whole is said on hover.
const NAME: f32 = 150.0;

/// How wide it is: the word, and the button with the name.
#[must_use]
pub fn width(ui: &Ui, cx: &Cx) -> f32 {
    let word = text_width(ui, &cx.words.text("scenario-word"), theme::text(size::SMALL));
    word + space::XS + button(&shown(cx)).width(ui).min(NAME)
}

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &Cx) {
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, space::XS);
    small(ui, &cx.words.text("scenario-word"), Tone::Weak);
    ui.spacing_mut().item_spacing.x = spacing;
    let text = shown(cx);
    let label = t!(cx.words, "scenario-menu", name = text.as_str());
    let button = button(&text).name(&label).max_width(NAME).show(ui).on_hover_text(hint(cx));
    let width = list_width(ui, cx);
    Popup::menu(&button).id(Id::unique("scenario_menu")).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        choices(ui, cx, width);
        hairline(ui);
        actions(ui, cx, width);
    });
}

fn button(text: &str) -> Button<'_> {
    Button::menu(text).trailing(icons::CHEVRON_DOWN)
}

/// What is looked at.
fn shown(cx: &Cx) -> String {
    cx.scenario.map_or_else(|| cx.words.text("scenario-base"), |scenario| name(scenario, cx.words))
}

fn hint(cx: &Cx) -> String {
    let note = cx.scenario.map(|scenario| scenario.note.trim()).filter(|note| !note.is_empty());
    let key = if cx.scenario.is_some() { "scenario-hint" } else { "scenario-base-hint" };
    let hint = cx.words.text(key);
    note.map_or(hint.clone(), |note| format!("{note}\n{hint}"))
}

/// The base plan and all scenarios.
fn choices(ui: &mut Ui, cx: &Cx, width: f32) {
    let now = cx.scenario.map(|scenario| &scenario.id);
    let base = (None, cx.words.text("scenario-base"));
    let all = cx.base.scenarios.iter().map(|scenario| (Some(&scenario.id), name(scenario, cx.words)));
    for (place, (id, word)) in std::iter::once(base).chain(all).enumerate() {
        let look = (width, now == id);
        if list_item(ui, Id::unique(("scenario", place)), &word, look).clicked() {
            cx.requests.push(Request::Scenario(Scenarios::Choose(id.cloned())));
            ui.close();
        }
    }
}

/// What can be done, as the words of its key.
fn offered(chosen: Option<&Scenario>, any: bool) -> Vec<(&'static str, Scenarios)> {
    let of = |make: fn(ItemId) -> Scenarios| chosen.map(|scenario| make(scenario.id.clone()));
    let all = [
        Some(("scenario-new", Scenarios::New)),
        any.then_some(("scenario-compare", Scenarios::Compare)),
        of(Scenarios::Adopt).map(|asked| ("scenario-adopt", asked)),
        of(Scenarios::Rename).map(|asked| ("scenario-rename", asked)),
        of(Scenarios::Delete).map(|asked| ("scenario-delete", asked)),
    ];
    all.into_iter().flatten().collect()
}

fn actions(ui: &mut Ui, cx: &Cx, width: f32) {
    for (key, asked) in offered(cx.scenario, !cx.base.scenarios.is_empty()) {
        if action(ui, &cx.words.text(key), width).clicked() {
            cx.requests.push(Request::Scenario(asked));
            ui.close();
        }
    }
}

/// A line below the choices, its words under theirs.
fn action(ui: &mut Ui, word: &str, width: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, height::FIELD), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, word));
    order::note(&response);
    let palette = theme::palette(ui);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, radius::CHIP, palette.sel);
    }
    let at = rect.left_center() + vec2(30.0, 0.0);
    ui.painter().text(at, Align2::LEFT_CENTER, word, theme::text(size::BODY), palette.text);
    response
}

/// Room for the longest name and the longest words, as far as a list may be wide.
fn list_width(ui: &Ui, cx: &Cx) -> f32 {
    let names =
        cx.base.scenarios.iter().map(|scenario| name(scenario, cx.words)).chain([cx.words.text("scenario-base")]);
    let actions = offered(cx.scenario, true).into_iter().map(|(key, _)| cx.words.text(key));
    let words: Vec<String> = names.chain(actions).collect();
    (widest(ui, words.iter().map(String::as_str), &theme::semibold(size::BODY)) + 44.0).clamp(180.0, 420.0)
}
