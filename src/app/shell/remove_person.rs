//! Before a person goes: what names them, and who takes it over.

use eframe::egui::{Context, Id as EguiId, ScrollArea, Ui};

use super::ask::Reply;
use crate::app::theme::{Tone, space};
use crate::app::widgets::overlay::appears;
use crate::app::widgets::text::small;
use crate::app::widgets::{Button, Dropdown, body, dialog, dialog_buttons, strong, weak};
use crate::app::window::Removal;
use crate::calc::Section;
use crate::calc::duties::{self, Duty};
use crate::plan::{Id, Plan};
use crate::report::lookup;
use crate::t;
use crate::words::clean::one_line;
use crate::words::{Named, Words};

/// The list of duties is at most this high.
const LIST: f32 = 260.0;

/// Shows the question; `None` until it is answered.
pub fn ui(ctx: &Context, words: &Words, plan: &Plan, removal: &mut Removal) -> Option<Reply> {
    let name = one_line(&named(plan, words, &removal.person));
    let title = t!(words, "team-remove", item = &name);
    let id = EguiId::unique(("remove person", removal.person.as_str()));
    let fresh = appears(ctx, id);
    let shown = dialog(ctx, id, &title, |ui| {
        body(ui, &t!(words, "team-removal-text", person = &name));
        ScrollArea::vertical().max_height(LIST).show(ui, |ui| list(ui, words, plan, &removal.person));
        ui.add_space(space::S);
        heir(ui, words, plan, removal);
        dialog_buttons(ui, |ui| {
            let go = words.text("common-remove");
            let remove = Button::primary(&go).show(ui);
            if fresh {
                remove.request_focus();
            }
            if remove.clicked() {
                return Some(Reply::Save);
            }
            Button::plain(&words.text("common-cancel")).show(ui).clicked().then_some(Reply::Cancel)
        })
    });
    shown.inner.or_else(|| shown.close.then_some(Reply::Cancel))
}

fn named(plan: &Plan, words: &Words, person: &Id) -> String {
    let name = lookup::person(plan, words, person);
    if name.trim().is_empty() { words.text("team-person-unnamed") } else { name }
}

/// What names the person, by kind: "Channels  SEM, Feed ads".
fn list(ui: &mut Ui, words: &Words, plan: &Plan, person: &Id) {
    let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
    for duty in duties::of(plan, person) {
        let (kind, name) = in_words(plan, words, &duty);
        match kinds.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, names)) => names.extend(name),
            None => kinds.push((kind, name.into_iter().collect())),
        }
    }
    let comma = words.text("team-list-comma");
    for (kind, names) in kinds {
        ui.add_space(space::XS);
        strong(ui, &kind);
        if !names.is_empty() {
            weak(ui, &one_line(&names.join(&comma)));
        }
    }
}

/// The kind of a duty, and what it is about.
fn in_words(plan: &Plan, words: &Words, duty: &Duty) -> (String, Option<String>) {
    let item = |section, id| Some(lookup::item(plan, words, section, id));
    let (key, name) = match duty {
        Duty::Goal => ("team-removal-goal", None),
        Duty::Function(id, role) => return (role.name(words), item(Section::Team, id)),
        Duty::SubGoal(id) => ("team-removal-sub-goals", item(Section::Goal, id)),
        Duty::Criterion(id) => ("team-removal-criteria", item(Section::Pyramid, id)),
        Duty::Channel(id) => ("team-removal-channels", item(Section::Allocation, id)),
        Duty::Event(id) => ("team-removal-events", item(Section::Event, id)),
        Duty::Ripple(id) => ("team-removal-ripples", item(Section::Ripple, id)),
        Duty::Topic(id) => ("team-removal-topics", item(Section::Topics, id)),
        Duty::SevenS(kind) => ("team-removal-seven-s", Some(kind.name(words))),
    };
    (words.text(key), name)
}

/// Who takes it all over.
fn heir(ui: &mut Ui, words: &Words, plan: &Plan, removal: &mut Removal) {
    let others = plan.team.people.iter().filter(|other| other.id != removal.person);
    let others = others.map(|other| (Some(other.id.clone()), named(plan, words, &other.id)));
    let choices: Vec<(Option<Id>, String)> =
        std::iter::once((None, words.text("common-nobody"))).chain(others).collect();
    let shown = choices.iter().find(|(id, _)| *id == removal.heir).map_or_else(String::new, |(_, name)| name.clone());
    let label = words.text("team-removal-heir");
    ui.horizontal(|ui| {
        small(ui, &label, Tone::Weak);
        let width = ui.available_width();
        let dropdown = Dropdown::new(EguiId::unique("removal heir"), &label, &shown).width(width.min(260.0)).large();
        if let Some(heir) = dropdown.show(ui, &choices, Some(&removal.heir)) {
            removal.heir = heir;
        }
    });
    if removal.heir.is_none() {
        weak(ui, &words.text("team-removal-nobody"));
    }
}
