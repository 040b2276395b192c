//! The campaigns, and what each counts for: suggested until somebody confirms it, or chosen.

use std::sync::Arc;

use eframe::egui::{Id as EguiId, Ui};

use super::Shown;
use super::listed::Listed;
use super::picker::{Offer, Picked};
use crate::app::icons;
use crate::app::import::choice::Choice;
use crate::app::import::prepared::Prepared;
use crate::app::theme::{self, Tone, height, space};
use crate::app::widgets::text::state_line;
use crate::app::widgets::{
    Button, Column, Dropdown, Field, Row, RowSpec, Table, checkbox, head_row, icon_button, text_field, weak,
};
use crate::import::{Arrival, How};
use crate::plan::Currency;
use crate::report::sentences::import as said;
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;
use crate::words::names::currency_name;
use crate::words::number::{NOTHING, money};

/// With more campaigns there is a field to look for some of them.
const FEW: usize = 8;

/// Width of the choice of a campaign, of its money, and of how the choice is known.
const WIDTHS: [f32; 3] = [200.0, 96.0, 96.0];

/// What the part remembers between frames.
#[derive(Debug, Default)]
pub(super) struct View {
    search: String,
    only_open: bool,
    listed: Option<Arc<Listed>>,
}

/// What was done to campaigns in a frame.
enum Done {
    /// One of them, by its place, was given this.
    One(usize, Picked),
    /// All that are shown were.
    AllShown(Picked),
    /// What is suggested is right.
    ConfirmAll,
}

/// Draws them.
pub(super) fn ui(ui: &mut Ui, shown: &mut Shown<'_>, view: &mut View) {
    let words = shown.words;
    let Some((prepared, _)) = shown.import.prepared() else { return };
    if shown.plan.allocation.channels.is_empty() {
        let color = theme::palette(ui).warn;
        state_line(ui, (icons::WARN, color), &words.text("import-window-no-channels"), Tone::Plain);
        ui.add_space(space::XS);
    }
    let listed = Listed::follow(view.listed.take(), shown, prepared, (&view.search, view.only_open));
    view.listed = Some(Arc::clone(&listed));
    let offer = Offer::of(shown.plan, shown.import.choices());
    let list = List { words, prepared, currency: &shown.plan.currency, offer, listed: &listed };
    let above = list.above(ui, view);
    let below = list.table(ui);
    if let Some(done) = above.or(below) {
        let given = list.given(&done);
        let choices = shown.import.choices_mut();
        for (name, source, picked) in given {
            let choice = match picked {
                Picked::Choice(choice) => choice,
                Picked::NewChannel => choices.new_channel(&name),
            };
            choices.choose(&name, &source, choice);
        }
        ui.request_repaint();
    }
}

struct List<'a> {
    words: &'a Words,
    prepared: &'a Prepared,
    currency: &'a Currency,
    offer: Offer,
    listed: &'a Listed,
}

impl List<'_> {
    /// What was done gives to each campaign, by name and source.
    fn given(&self, done: &Done) -> Vec<(String, String, Picked)> {
        let given = |place: usize, picked: Picked| {
            let arrival = self.prepared.preview.arrivals.get(place)?;
            Some((arrival.name.clone(), arrival.source.clone(), picked))
        };
        match done {
            Done::One(place, picked) => given(*place, picked.clone()).into_iter().collect(),
            Done::AllShown(picked) => {
                self.listed.places.iter().filter_map(|place| given(*place, picked.clone())).collect()
            }
            Done::ConfirmAll => {
                let now = self.listed.now.iter().enumerate();
                let suggested = now.filter(|(_, (_, how))| *how == How::ByName);
                let choice = |choice: &Option<Choice>| choice.clone().map(Picked::Choice);
                suggested.filter_map(|(place, (now, _))| given(place, choice(now)?)).collect()
            }
        }
    }

    /// Looking for some, and choosing for several at once.
    fn above(&self, ui: &mut Ui, view: &mut View) -> Option<Done> {
        let words = self.words;
        let (suggested, open, found) = (self.listed.suggested, self.listed.open, self.listed.places.len());
        let left = |ui: &mut Ui| {
            if self.listed.now.len() > FEW {
                let name = words.text("import-window-find");
                let field = Field::new(EguiId::unique("import search"), &name).hint(&name).width(170.0);
                if let Some(search) = text_field(ui, field, &view.search).value {
                    view.search = search;
                }
            }
            if open > 0 || view.only_open {
                let label = t!(words, "import-window-only-open", shown = said::count(open as u64));
                if checkbox(ui, view.only_open, &label) {
                    view.only_open = !view.only_open;
                }
            }
        };
        let right = |ui: &mut Ui| {
            let mut done = None;
            if found > 1 {
                let label = t!(words, "import-window-all-shown", shown = said::count(found as u64));
                let id = EguiId::unique("import all shown");
                let button = Dropdown::new(id, &label, &label);
                done = self.offer.pick(ui, words, (button, id), (None, "")).map(Done::AllShown);
            }
            if suggested > 0 {
                let label =
                    t!(words, "import-window-confirm-all", n = suggested, shown = said::count(suggested as u64));
                if Button::plain(&label).show(ui).clicked() {
                    done = Some(Done::ConfirmAll);
                }
            }
            done
        };
        let ((), done) = head_row(ui, height::FIELD, left, right);
        ui.add_space(space::XS);
        done
    }

    fn table(&self, ui: &mut Ui) -> Option<Done> {
        let (words, places) = (self.words, &self.listed.places);
        if places.is_empty() {
            let key = if self.listed.are_decided { "import-window-all-decided" } else { "import-window-none-found" };
            weak(ui, &words.text(key));
            return None;
        }
        let [choice, spent, known] = WIDTHS;
        let mut columns = vec![Column::flex(5.0, 130.0)];
        columns.extend(self.listed.has_sources.then_some(Column::flex(2.0, 70.0)));
        columns.extend([Column::fixed(spent).right(), Column::fixed(choice), Column::fixed(known)]);
        let mut table = Table::new(ui, EguiId::unique("import campaigns"), &columns).paged();
        let unit = currency_name(&self.currency.code, words);
        let spent = t!(words, "import-money", unit = unit);
        let mut headings = vec![words.text("import-campaign")];
        headings.extend(self.listed.has_sources.then(|| words.text("import-source")));
        headings.extend([spent, words.text("import-channel"), words.text("import-known-by")]);
        table.header(ui, &headings.iter().map(String::as_str).collect::<Vec<_>>());
        let room = ui.available_height().max(height::ROW * 3.0);
        let mut done = None;
        table.rows(ui, places.len(), room, |table, ui, row| {
            let Some(place) = places.get(row).copied() else { return };
            let Some(arrival) = self.prepared.preview.arrivals.get(place) else { return };
            let spec = RowSpec::plain().id(EguiId::unique(("import campaign", &arrival.name, &arrival.source)));
            table.row(ui, spec, |cells| {
                if let Some(picked) = self.row(cells, (place, arrival)) {
                    done = Some(Done::One(place, picked));
                }
            });
        });
        done
    }

    fn row(&self, cells: &mut Row<'_>, (place, arrival): (usize, &Arrival)) -> Option<Picked> {
        let words = self.words;
        let (choice, how) = self.listed.now.get(place)?;
        let name = one_line(&arrival.name);
        cells.text(&name);
        if self.listed.has_sources {
            cells.weak(&one_line(&arrival.source));
        }
        let spent = self.prepared.spend.get(place).copied().flatten();
        cells.number(
            &spent.map_or_else(|| NOTHING.to_owned(), |spent| money(self.currency, spent, self.listed.decimals)),
        );
        let shown = self.offer.say(words, choice.as_ref());
        let is_suggested = *how == How::ByName;
        let tone = match choice {
            None | Some(Choice::LeftOut) => Tone::Weak,
            Some(_) if is_suggested => Tone::Accent,
            Some(_) => Tone::Plain,
        };
        let label = t!(words, "import-window-counts-for", campaign = &name);
        let id = EguiId::unique(("import choice", &arrival.name, &arrival.source));
        let mut picked = cells.cell(|ui| {
            let button = Dropdown::new(id, &label, &shown).dense().tone(tone).width(ui.available_width());
            self.offer.pick(ui, words, (button, id), (choice.as_ref(), &name))
        });
        cells.cell(|ui| {
            weak(ui, &words.text(known_by(*how)));
            if let Some(choice) = choice.as_ref().filter(|_| is_suggested)
                && icon_button(ui, icons::CHECK, &t!(words, "import-window-confirm", campaign = &name)).clicked()
            {
                picked = Some(Picked::Choice(choice.clone()));
            }
        });
        picked
    }
}

fn known_by(how: How) -> &'static str {
    match how {
        How::Said => "import-how-said",
        How::Earlier => "import-how-earlier",
        How::ByName => "import-window-suggested",
        How::Unknown => "import-how-unknown",
    }
}
