//! The program's language and theme, kept for this person and not in the plan.

use std::path::Path;

use eframe::egui::Ui;

use super::labelled;
use crate::app::context::{Cx, Request};
use crate::app::shell::keys;
use crate::app::theme::space;
use crate::app::widgets::{Button, Segmented, section, weak};
use crate::file::Settings;
use crate::file::settings::{Language, Theme};
use crate::{t, words};

/// Draws the right column.
pub fn ui(ui: &mut Ui, cx: &Cx, settings: &mut Settings) {
    section(ui, &cx.words.text("settings-program"), &cx.words.text("settings-program-subtitle"));
    labelled(ui, &cx.words.text("settings-language"), |ui| language(ui, cx, settings));
    labelled(ui, &cx.words.text("settings-theme"), |ui| theme(ui, cx, settings));
    if let Some(folder) = cx.state_folder {
        labelled(ui, &cx.words.text("settings-versions"), |ui| versions(ui, cx, folder));
    }
    ui.add_space(space::PAGE);
    shortcuts(ui, cx);
}

fn language(ui: &mut Ui, cx: &Cx, settings: &mut Settings) {
    let (system, name) = (cx.words.text("settings-system"), cx.words.text("settings-language"));
    let choices = [
        (Language::System, system.as_str()),
        (Language::Chinese, words::Language::ZhCn.own_name()),
        (Language::English, words::Language::En.own_name()),
    ];
    let switch = Segmented::new(&choices, settings.language).name(&name);
    settings.language = switch.show(ui).unwrap_or(settings.language);
}

fn theme(ui: &mut Ui, cx: &Cx, settings: &mut Settings) {
    let name = cx.words.text("settings-theme");
    let keys = ["settings-system", "settings-light", "settings-dark"].map(|key| cx.words.text(key));
    let choices =
        [(Theme::System, keys[0].as_str()), (Theme::Light, keys[1].as_str()), (Theme::Dark, keys[2].as_str())];
    let switch = Segmented::new(&choices, settings.theme).name(&name);
    settings.theme = switch.show(ui).unwrap_or(settings.theme);
}

/// Where earlier versions lie, as they may hold what nobody should find there.
fn versions(ui: &mut Ui, cx: &Cx, folder: &Path) {
    if Button::plain(&cx.words.text("settings-versions-remove")).show(ui).clicked() {
        cx.requests.push(Request::RemoveVersions);
    }
    weak(ui, &t!(cx.words, "settings-versions-hint", folder = folder.display().to_string()));
}

/// What can be done by keyboard, as the program itself knows it.
fn shortcuts(ui: &mut Ui, cx: &Cx) {
    section(ui, &cx.words.text("keys-title"), "");
    keys::list(ui, cx.words, &crate::app::keys::all());
    ui.add_space(space::S);
    weak(ui, &cx.words.text("settings-typing"));
}
