//! What a campaign counts for, chosen of a list: a channel, a new one, none, or that it is decided later.

use eframe::egui::{Id, Key, Popup, PopupCloseBehavior, ScrollArea, Ui};

use crate::app::import::choice::{Choice, Choices};
use crate::app::theme::{Tone, height, space};
use crate::app::widgets::dropdown::list_item;
use crate::app::widgets::overlay::appears;
use crate::app::widgets::text::small;
use crate::app::widgets::{Dropdown, Field, text_field};
use crate::plan::Plan;
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;

/// With more channels there is a field to look for one.
const FEW: usize = 10;

/// Height of an open list.
const TALL: f32 = 280.0;

/// Width of an open list.
const WIDE: f32 = 320.0;

/// What was picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Picked {
    /// Something there is.
    Choice(Choice),
    /// A new channel, named after the campaign.
    NewChannel,
}

/// What there is to choose from.
pub(super) struct Offer {
    channels: Vec<(Choice, String)>,
}

impl Offer {
    /// All channels of the plan, and those that were named in the dialog.
    pub(super) fn of(plan: &Plan, choices: &Choices) -> Self {
        let there = plan.allocation.channels.iter();
        let there = there.map(|channel| (Choice::Channel(channel.id.clone()), one_line(&channel.name)));
        let new = choices.new_channels.iter().enumerate().map(|(place, name)| (Choice::New(place), one_line(name)));
        Self { channels: there.chain(new).collect() }
    }

    /// A choice in words.
    pub(super) fn say(&self, words: &Words, choice: Option<&Choice>) -> String {
        match choice {
            None | Some(Choice::Later) => words.text("import-window-undecided"),
            Some(Choice::LeftOut) => words.text("import-window-no-part"),
            Some(choice) => {
                let known = self.channels.iter().find(|(one, _)| one == choice);
                known.map_or_else(|| words.text("import-window-undecided"), |(_, name)| name.clone())
            }
        }
    }

    /// Draws the button and, when open, the list. `new` is the name that a new channel would get.
    pub(super) fn pick(
        &self,
        ui: &mut Ui,
        words: &Words,
        (button, id): (Dropdown<'_>, Id),
        (current, new): (Option<&Choice>, &str),
    ) -> Option<Picked> {
        let response = button.trigger(ui);
        let mut picked = None;
        let popup = Popup::menu(&response).id(id.with("list")).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        popup.show(|ui| {
            ui.set_width(WIDE);
            let (search, is_entered) = self.search(ui, words, id);
            ScrollArea::vertical().max_height(TALL).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                picked = self.list(ui, words, (id, &search), (current, new));
            });
            // Enter takes the first that is found.
            if is_entered && let Some((choice, _)) = self.found(&search).next() {
                picked = Some(Picked::Choice(choice.clone()));
            }
            if picked.is_some() {
                ui.close();
            }
        });
        picked
    }

    /// What is looked for, nothing where there are few, and whether Enter was pressed on it.
    fn search(&self, ui: &mut Ui, words: &Words, id: Id) -> (String, bool) {
        if self.channels.len() <= FEW {
            return (String::new(), false);
        }
        let key = id.with("search");
        let is_fresh = appears(ui.ctx(), key);
        let before: String =
            if is_fresh { String::new() } else { ui.data(|data| data.get_temp(key)).unwrap_or_default() };
        let name = words.text("import-window-find-channel");
        let edited = text_field(ui, Field::new(id.with("field"), &name).hint(&name).fill(), &before);
        if is_fresh {
            edited.response.request_focus();
        }
        let search = edited.value.unwrap_or(before);
        ui.data_mut(|data| data.insert_temp(key, search.clone()));
        ui.add_space(space::XS);
        let search = search.trim().to_lowercase();
        let is_entered = edited.lost_focus && ui.input(|input| input.key_pressed(Key::Enter)) && !search.is_empty();
        (search, is_entered)
    }

    fn found(&self, search: &str) -> impl Iterator<Item = &(Choice, String)> {
        self.channels.iter().filter(move |(_, name)| name.to_lowercase().contains(search))
    }

    fn list(
        &self,
        ui: &mut Ui,
        words: &Words,
        (id, search): (Id, &str),
        (current, new): (Option<&Choice>, &str),
    ) -> Option<Picked> {
        let mut picked = None;
        let mut item = |ui: &mut Ui, what: Picked, word: &str| {
            let on = matches!(&what, Picked::Choice(choice) if Some(choice) == current);
            let width = ui.available_width();
            if list_item(ui, id.with(("item", word, ui.next_auto_id())), word, (width, on)).clicked() {
                picked = Some(what);
            }
        };
        if search.is_empty() {
            item(ui, Picked::Choice(Choice::Later), &words.text("import-window-later"));
            item(ui, Picked::Choice(Choice::LeftOut), &words.text("import-window-no-part"));
        }
        let mut found = 0;
        for (choice, name) in self.found(search) {
            item(ui, Picked::Choice(choice.clone()), name);
            found += 1;
        }
        if search.is_empty() {
            let word = if new.is_empty() {
                words.text("import-window-new-channels")
            } else {
                t!(words, "import-window-new-channel", name = new)
            };
            item(ui, Picked::NewChannel, &word);
        } else if found == 0 {
            ui.set_min_height(height::DENSE);
            small(ui, &words.text("import-window-none-found"), Tone::Weak);
        }
        picked
    }
}
