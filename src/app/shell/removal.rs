//! Before something goes that others refer to: what that is, and what becomes of it.

use eframe::egui::{Context, Id as EguiId, ScrollArea, Ui};

use super::ask::Reply;
use crate::app::theme::{Tone, space};
use crate::app::widgets::overlay::appears;
use crate::app::widgets::text::small;
use crate::app::widgets::{Button, Dropdown, body, dialog, dialog_buttons, strong, weak};
use crate::app::window::Removal;
use crate::calc::Section;
use crate::calc::duties::Duty;
use crate::calc::removal::{self, Reference, Target};
use crate::plan::{Id, Plan};
use crate::report::lookup::{self, Lookup};
use crate::t;
use crate::words::clean::one_line;
use crate::words::{Named, Words, number};

/// The list of references is at most this high.
const LIST: f32 = 260.0;

/// Shows the question; `None` until it is answered.
pub fn ui(ctx: &Context, words: &Words, plan: &Plan, removal: &mut Removal) -> Option<Reply> {
    let name = name(plan, words, &removal.target);
    let title = t!(words, "removal-title", item = &name);
    let id = EguiId::unique(("removal", format!("{:?}", removal.target)));
    let fresh = appears(ctx, id);
    let shown = dialog(ctx, id, &title, |ui| {
        let text = match removal.target {
            Target::Person(_) => "removal-text-person",
            _ => "removal-text",
        };
        body(ui, &t!(words, text, item = &name));
        ScrollArea::vertical().max_height(LIST).show(ui, |ui| list(ui, words, plan, &removal.target));
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

/// What a target is called, in one line.
pub fn name(plan: &Plan, words: &Words, target: &Target) -> String {
    let (name, unnamed) = match target {
        Target::Person(id) => (lookup::person(plan, words, id), "team-person-unnamed"),
        Target::Function(id) => (lookup::function(plan, words, id), "team-function"),
        Target::Criterion(id) => (lookup::criterion(plan, words, id), "pyramid-criterion-unnamed"),
        Target::Channels(ids) if ids.len() > 1 => {
            (t!(words, "removal-several-channels", n = ids.len()), "allocation-channel")
        }
        Target::Channels(ids) => {
            (ids.iter().map(|id| lookup::item(plan, words, Section::Allocation, id)).collect(), "allocation-channel")
        }
        Target::Group(id) => (lookup::item(plan, words, Section::Allocation, id), "allocation-channel"),
        Target::Event(id) | Target::Ripple(id) => (lookup::event(plan, words, id), "event-unnamed"),
        Target::Party { event, party } => {
            let event = plan.events.iter().find(|other| other.id == *event);
            (event.map(|event| lookup::party(event, words, party)).unwrap_or_default(), "event-unnamed")
        }
    };
    one_line(if name.trim().is_empty() { words.text(unnamed) } else { name }.trim())
}

/// What refers to it, by kind: "Channels  SEM, Feed ads".
fn list(ui: &mut Ui, words: &Words, plan: &Plan, target: &Target) {
    let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
    for reference in removal::references(plan, target) {
        let (kind, name) = in_words(plan, words, target, &reference);
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

/// The kind of a reference, and what refers.
fn in_words(plan: &Plan, words: &Words, target: &Target, reference: &Reference) -> (String, Option<String>) {
    let item = |section, id| Some(lookup::item(plan, words, section, id));
    let of_event = |id: &Id| {
        let Target::Party { event, .. } = target else { return None };
        let event = plan.events.iter().find(|other| other.id == *event)?;
        let label = lookup::event_item(event, words, id);
        Some(if label.trim().is_empty() { words.text("event-unnamed") } else { label })
    };
    let (key, name) = match reference {
        Reference::Duty(duty) => return duty_in_words(plan, words, duty),
        Reference::Kpi(id) => {
            let name = Lookup::new(plan, words).kpi(id);
            ("removal-kpis", Some(if name.trim().is_empty() { words.text("team-kpi-unnamed") } else { name }))
        }
        Reference::Answers(day) => ("removal-answers", Some(number::date_iso(*day))),
        Reference::Channel(id) => ("removal-channels", item(Section::Allocation, id)),
        Reference::SubGoal(id) => ("removal-measures", item(Section::Goal, id)),
        Reference::Topic(id) => ("removal-topics", item(Section::Topics, id)),
        Reference::Ripple(id) => ("removal-ripples", item(Section::Ripple, id)),
        Reference::Us => ("removal-us", None),
        Reference::Paid(id) => ("removal-paid", of_event(id)),
        Reference::Received(id) => ("removal-received", of_event(id)),
        Reference::Shares(id) => ("removal-shares", of_event(id)),
        Reference::BearsAlone(id) => ("removal-bears-alone", of_event(id)),
        Reference::Scenario(id) => {
            let scenario = plan.scenarios.iter().find(|scenario| scenario.id == *id);
            ("removal-scenarios", scenario.map(|scenario| scenario.name.clone()))
        }
        Reference::Campaign(id) => {
            let campaign = plan.actuals.campaigns.iter().find(|campaign| campaign.id == *id);
            ("removal-campaigns", campaign.map(|campaign| campaign.name.clone()))
        }
        Reference::Actual(month) => ("removal-actuals", Some(format!("{}-{:02}", month.year(), month.month()))),
    };
    (words.text(key), name)
}

fn duty_in_words(plan: &Plan, words: &Words, duty: &Duty) -> (String, Option<String>) {
    let item = |section, id| Some(lookup::item(plan, words, section, id));
    let (key, name) = match duty {
        Duty::Goal => ("removal-goal", None),
        Duty::Function(id, role) => return (role.name(words), item(Section::Team, id)),
        Duty::SubGoal(id) => ("removal-sub-goals", item(Section::Goal, id)),
        Duty::Criterion(id) => ("removal-criteria", item(Section::Pyramid, id)),
        Duty::Channel(id) => ("removal-channels", item(Section::Allocation, id)),
        Duty::Event(id) => ("removal-events", item(Section::Event, id)),
        Duty::Ripple(id) => ("removal-ripples", item(Section::Ripple, id)),
        Duty::Topic(id) => ("removal-topics", item(Section::Topics, id)),
        Duty::SevenS(kind) => ("removal-seven-s", Some(kind.name(words))),
    };
    (words.text(key), name)
}

/// What takes it all over, and what becomes of it where nothing does.
fn heir(ui: &mut Ui, words: &Words, plan: &Plan, removal: &mut Removal) {
    let (label, nobody, without) = match removal.target {
        Target::Person(_) => ("removal-heir", "common-nobody", "removal-without-person"),
        Target::Party { .. } => ("removal-heir", "common-nobody", "removal-without-party"),
        Target::Function(_) => ("removal-instead", "removal-nothing", "removal-without-function"),
        Target::Criterion(_) => ("removal-instead", "removal-nothing", "removal-without-criterion"),
        Target::Group(_) => ("removal-instead", "removal-nothing", "removal-without-group"),
        Target::Channels(_) => ("removal-instead", "removal-nothing", "removal-without-channel"),
        Target::Event(_) => ("removal-instead", "removal-nothing", "removal-without-event"),
        Target::Ripple(_) => ("removal-instead", "removal-nothing", "removal-without-ripple"),
    };
    let heirs = removal::heirs(plan, &removal.target);
    if !heirs.is_empty() {
        let others = heirs.into_iter().map(|id| (Some(id.clone()), name(plan, words, &removal.target.with_id(id))));
        let choices: Vec<(Option<Id>, String)> = std::iter::once((None, words.text(nobody))).chain(others).collect();
        let chosen = choices.iter().find(|(id, _)| *id == removal.heir);
        let shown = chosen.map_or_else(String::new, |(_, name)| name.clone());
        let label = words.text(label);
        ui.horizontal(|ui| {
            small(ui, &label, Tone::Weak);
            let width = ui.available_width();
            let dropdown =
                Dropdown::new(EguiId::unique("removal heir"), &label, &shown).width(width.min(260.0)).large();
            if let Some(heir) = dropdown.show(ui, &choices, Some(&removal.heir)) {
                removal.heir = heir;
            }
        });
    }
    if removal.heir.is_none() {
        weak(ui, &words.text(without));
    }
}
