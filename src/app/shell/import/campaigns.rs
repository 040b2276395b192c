//! The campaigns, and what each counts for: suggested until somebody confirms it, or chosen.

use eframe::egui::{Id as EguiId, Ui};

use super::Shown;
use super::picker::{Offer, Picked};
use crate::app::icons;
use crate::app::import::choice::Choice;
use crate::app::import::prepared::Prepared;
use crate::app::theme::{self, Tone, height, space};
use crate::app::widgets::text::state_line;
use crate::app::widgets::{
    Button, Column, Dropdown, Field, Row, RowSpec, Table, checkbox, head_row, icon_button, text_field, weak,
};
use crate::import::{Arrival, How, Said};
use crate::plan::{Currency, Id};
use crate::report::sentences::import as said;
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;
use crate::words::names::currency_name;
use crate::words::number::{NOTHING, money, money_decimals};

/// With more campaigns there is a field to look for some of them.
const FEW: usize = 8;

/// Width of the choice of a campaign, of its money, and of how the choice is known.
const WIDTHS: [f32; 3] = [200.0, 96.0, 96.0];

/// What the part remembers between frames.
#[derive(Debug, Default)]
pub(super) struct View {
    search: String,
    only_open: bool,
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
    let list = List {
        words,
        prepared,
        currency: &shown.plan.currency,
        offer: Offer::of(shown.plan, shown.import.choices()),
        has_sources: prepared.preview.arrivals.windows(2).any(|pair| pair[0].source != pair[1].source),
        now: prepared.preview.arrivals.iter().map(|arrival| now(shown, arrival)).collect(),
    };
    let places = list.places(view);
    let above = list.above(ui, view, places.len());
    let below = list.table(ui, view, &places);
    if let Some(done) = above.or(below) {
        let given = list.given(&done, &places);
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

/// What a campaign counts for as things stand, and how that is known: what was chosen last may not be prepared yet.
fn now(shown: &Shown<'_>, arrival: &Arrival) -> (Option<Choice>, How) {
    let choices = shown.import.choices();
    if let Some(choice) = choices.of(&arrival.name, &arrival.source) {
        let is_there = |id: &Id| shown.plan.allocation.channels.iter().any(|channel| channel.id == *id);
        match choice {
            Choice::Later => return (None, How::Said),
            Choice::Channel(id) if !is_there(id) => {}
            choice => return (Some(choice.clone()), How::Said),
        }
    }
    let choice = match &arrival.said {
        Some(Said::Channel(id)) => Some(Choice::Channel(id.clone())),
        Some(Said::LeftOut) => Some(Choice::LeftOut),
        None => None,
    };
    (choice, arrival.how)
}

struct List<'a> {
    words: &'a Words,
    prepared: &'a Prepared,
    currency: &'a Currency,
    offer: Offer,
    /// What each counts for as things stand, and how that is known.
    now: Vec<(Option<Choice>, How)>,
    /// Whether not all are reported by the same one.
    has_sources: bool,
}

impl List<'_> {
    fn is_suggested(&self, place: usize) -> bool {
        self.now.get(place).is_some_and(|(_, how)| *how == How::ByName)
    }

    fn is_open(&self, place: usize) -> bool {
        self.is_suggested(place) || self.now.get(place).is_some_and(|(choice, _)| choice.is_none())
    }

    /// The campaigns in whose name, or in the name of who reports them, a text stands.
    fn found(&self, search: &str) -> Vec<usize> {
        let search = search.to_lowercase();
        let holds = |text: &str| search.is_empty() || text.to_lowercase().contains(&search);
        let all = self.prepared.preview.arrivals.iter().enumerate();
        all.filter(|(_, arrival)| holds(&arrival.name) || holds(&arrival.source)).map(|(place, _)| place).collect()
    }

    /// The campaigns that are looked for.
    fn places(&self, view: &View) -> Vec<usize> {
        let places = self.found(view.search.trim()).into_iter();
        places.filter(|place| !view.only_open || self.is_open(*place)).collect()
    }

    /// What was done gives to each campaign, by name and source.
    fn given(&self, done: &Done, places: &[usize]) -> Vec<(String, String, Picked)> {
        let given = |place: usize, picked: Picked| {
            let arrival = self.prepared.preview.arrivals.get(place)?;
            Some((arrival.name.clone(), arrival.source.clone(), picked))
        };
        match done {
            Done::One(place, picked) => given(*place, picked.clone()).into_iter().collect(),
            Done::AllShown(picked) => places.iter().filter_map(|place| given(*place, picked.clone())).collect(),
            Done::ConfirmAll => {
                let suggested = (0..self.now.len()).filter(|place| self.is_suggested(*place));
                let choice = |place: usize| self.now.get(place)?.0.clone().map(Picked::Choice);
                suggested.filter_map(|place| given(place, choice(place)?)).collect()
            }
        }
    }

    /// Looking for some, and choosing for several at once.
    fn above(&self, ui: &mut Ui, view: &mut View, found: usize) -> Option<Done> {
        let words = self.words;
        let suggested = (0..self.now.len()).filter(|place| self.is_suggested(*place)).count();
        let open = (0..self.now.len()).filter(|place| self.is_open(*place)).count();
        let left = |ui: &mut Ui| {
            if self.now.len() > FEW {
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

    fn table(&self, ui: &mut Ui, view: &View, places: &[usize]) -> Option<Done> {
        let words = self.words;
        if places.is_empty() {
            let are_decided = !self.found(view.search.trim()).is_empty();
            let key = if are_decided { "import-window-all-decided" } else { "import-window-none-found" };
            weak(ui, &words.text(key));
            return None;
        }
        let [choice, spent, known] = WIDTHS;
        let mut columns = vec![Column::flex(5.0, 130.0)];
        columns.extend(self.has_sources.then_some(Column::flex(2.0, 70.0)));
        columns.extend([Column::fixed(spent).right(), Column::fixed(choice), Column::fixed(known)]);
        let mut table = Table::new(ui, EguiId::unique("import campaigns"), &columns).paged();
        let unit = currency_name(&self.currency.code, words);
        let spent = t!(words, "import-money", unit = unit);
        let mut headings = vec![words.text("import-campaign")];
        headings.extend(self.has_sources.then(|| words.text("import-source")));
        headings.extend([spent, words.text("import-channel"), words.text("import-known-by")]);
        table.header(ui, &headings.iter().map(String::as_str).collect::<Vec<_>>());
        let decimals = money_decimals(self.currency, self.prepared.spend.iter().flatten().copied());
        let room = ui.available_height().max(height::ROW * 3.0);
        let mut done = None;
        table.rows(ui, places.len(), room, |table, ui, row| {
            let Some(place) = places.get(row).copied() else { return };
            let Some(arrival) = self.prepared.preview.arrivals.get(place) else { return };
            let spec = RowSpec::plain().id(EguiId::unique(("import campaign", &arrival.name, &arrival.source)));
            table.row(ui, spec, |cells| {
                if let Some(picked) = self.row(cells, (place, arrival), decimals) {
                    done = Some(Done::One(place, picked));
                }
            });
        });
        done
    }

    fn row(&self, cells: &mut Row<'_>, (place, arrival): (usize, &Arrival), decimals: usize) -> Option<Picked> {
        let words = self.words;
        let (choice, how) = self.now.get(place)?;
        let name = one_line(&arrival.name);
        cells.text(&name);
        if self.has_sources {
            cells.weak(&one_line(&arrival.source));
        }
        let spent = self.prepared.spend.get(place).copied().flatten();
        cells.number(&spent.map_or_else(|| NOTHING.to_owned(), |spent| money(self.currency, spent, decimals)));
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
