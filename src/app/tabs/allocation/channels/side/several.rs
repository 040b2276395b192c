//! Several channels at once: whose they are, what they serve, whether they are locked; and removing them.

use eframe::egui::{Align, Ui};

use super::super::form;
use super::super::sheet::Sheet;
use crate::app::context::field_id;
use crate::app::icons;
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::text::{Line, line, small};
use crate::app::widgets::{Button, Dropdown, Segmented, checkbox, weak};
use crate::calc::Section;
use crate::calc::removal::Target;
use crate::plan::allocation::Media;
use crate::plan::{Channel, Id, Money, Task};
use crate::t;
use crate::words::{Named, number};

/// Draws what the selected channels have in common.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    let cx = sheet.cx;
    let chosen: Vec<&Channel> =
        cx.plan.allocation.channels.iter().filter(|channel| sheet.view.is_selected(&channel.id)).collect();
    let width = ui.available_width();
    let title = t!(cx.words, "allocation-several", n = chosen.len());
    let look = Line { width, height: height::DENSE, align: Align::LEFT, tone: Tone::Plain };
    line(ui, &title, theme::semibold(size::BODY), look);
    let total = Money::total(chosen.iter().map(|channel| channel.spend));
    let total =
        total.map_or_else(|| number::NOTHING.to_owned(), |total| number::amount_named(cx.words, cx.currency(), total));
    small(ui, &t!(cx.words, "allocation-several-total", amount = total), Tone::Weak);
    ui.add_space(space::M);
    ui.spacing_mut().item_spacing.y = 6.0;
    let mut several = Several { sheet, chosen };
    several.task(ui);
    several.media(ui);
    several.group(ui);
    several.owner(ui);
    several.locked(ui);
    ui.add_space(space::S);
    several.remove(ui);
    ui.add_space(space::S);
    weak(ui, &cx.words.text("allocation-several-help"));
}

struct Several<'a, 's> {
    sheet: &'a mut Sheet<'s>,
    chosen: Vec<&'a Channel>,
}

impl Several<'_, '_> {
    /// Changes all of them, in one step.
    fn change(&mut self, what: &str, edit: impl Fn(&mut Channel)) {
        let words = self.sheet.cx.words;
        let step = t!(words, "allocation-step-several", what = what, n = self.chosen.len());
        let ids: Vec<&Id> = self.chosen.iter().map(|channel| &channel.id).collect();
        self.sheet.allocation.change(step, |allocation| {
            allocation.channels.iter_mut().filter(|channel| ids.contains(&&channel.id)).for_each(edit);
        });
    }

    /// What all of them have; `None` where they differ.
    fn common<T: PartialEq>(&self, of: impl Fn(&Channel) -> T) -> Option<T> {
        let mut all = self.chosen.iter().map(|channel| of(channel));
        let first = all.next()?;
        all.all(|other| other == first).then_some(first)
    }

    fn choice<T: PartialEq + Clone>(
        &self,
        ui: &mut Ui,
        (field, label): (&str, &str),
        items: &[(T, String)],
        current: Option<&T>,
    ) -> Option<T> {
        let words = self.sheet.cx.words;
        let differ = words.text("allocation-several-differ");
        let shown = items.iter().find(|(item, _)| Some(item) == current).map_or(differ, |(_, word)| word.clone());
        let name = t!(words, "allocation-several-of", what = label, n = self.chosen.len());
        let id = field_id(Section::Allocation, None, "several").with(field);
        form::labelled(ui, label, |ui| {
            let width = ui.available_width();
            let tone = if current.is_some() { Tone::Plain } else { Tone::Weak };
            Dropdown::new(id, &name, &shown).width(width).tone(tone).show(ui, items, current)
        })
    }

    fn task(&mut self, ui: &mut Ui) {
        let label = self.sheet.cx.words.text("allocation-part-task");
        let mut items: Vec<(Option<Task>, &str)> = Task::ALL.map(|task| (Some(task), task.letter())).to_vec();
        let common = self.common(|channel| channel.task);
        if common.is_none() {
            items.insert(0, (None, number::NOTHING));
        }
        let chosen = form::labelled(ui, &label, |ui| {
            let width = ui.available_width();
            Segmented::new(&items, common).width(width).name(&label).show(ui)
        });
        if let Some(task) = chosen.flatten() {
            self.change(&label, |channel| channel.task = task);
        }
    }

    fn media(&mut self, ui: &mut Ui) {
        let words = self.sheet.cx.words;
        let label = words.text("allocation-media");
        let kinds = Media::ALL.map(|media| (Some(media), media.name(words)));
        let items: Vec<_> = std::iter::once((None, words.text("names-media-open"))).chain(kinds).collect();
        let current = self.common(|channel| channel.media);
        if let Some(media) = self.choice(ui, ("media", &label), &items, current.as_ref()) {
            self.change(&label, |channel| channel.media = media);
        }
    }

    fn group(&mut self, ui: &mut Ui) {
        let (words, allocation) = (self.sheet.cx.words, &self.sheet.cx.plan.allocation);
        let label = words.text("allocation-part-group");
        let groups = allocation.groups.iter().map(|group| (Some(group.id.clone()), group.name.clone()));
        let items: Vec<_> = std::iter::once((None, words.text("allocation-no-group"))).chain(groups).collect();
        let current = self.common(|channel| channel.group.clone());
        if let Some(group) = self.choice(ui, ("group", &label), &items, current.as_ref()) {
            self.change(&label, |channel| channel.group.clone_from(&group));
        }
    }

    fn owner(&mut self, ui: &mut Ui) {
        let cx = self.sheet.cx;
        let label = cx.words.text("common-owner");
        let items = cx.owner_choices();
        let current = self.common(|channel| channel.owner.clone());
        if let Some(owner) = self.choice(ui, ("owner", &label), &items, current.as_ref()) {
            self.change(&label, |channel| channel.owner.clone_from(&owner));
        }
    }

    /// Locked only where all of them are.
    fn locked(&mut self, ui: &mut Ui) {
        let words = self.sheet.cx.words;
        let all = self.chosen.iter().all(|channel| channel.locked);
        let label = words.text("allocation-locked-here");
        let clicked = form::labelled(ui, "", |ui| checkbox(ui, all, &label));
        if clicked {
            self.change(&words.text("allocation-locked"), |channel| channel.locked = !all);
        }
    }

    /// Removes all of them in one step.
    fn remove(&mut self, ui: &mut Ui) {
        let label = t!(self.sheet.cx.words, "allocation-several-remove", n = self.chosen.len());
        if Button::plain(&label).icon(icons::TRASH_2).dense().show(ui).clicked() {
            let ids = self.chosen.iter().map(|channel| channel.id.clone()).collect();
            self.sheet.cx.remove(Target::Channels(ids));
        }
    }
}
