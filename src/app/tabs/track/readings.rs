//! Readings of what is watched beside money and registrations: a day, a name, a value; and the KPIs they are read for.

use std::collections::{HashMap, HashSet};

use eframe::egui::{self, Ui};

use super::View;
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::button::{IconLook, icon_button_colored};
use crate::app::widgets::grid::{Cell, Cells, Put, Refused};
use crate::app::widgets::{
    Button, Column, Edited, Field, Row, RowSpec, Side, Split, Table, columns, icon_button, parsed_field, problem_line,
    section, section_with, text_field, weak,
};
use crate::calc::track::kpis::last_readings;
use crate::plan::actuals::Reading;
use crate::plan::{Actuals, Task};
use crate::t;
use crate::words::typed::Entry;
use crate::words::{number, parse};

/// The fields of a reading.
const FIELDS: [&str; 3] = ["day", "name", "value"];

/// Draws the list of readings, and beside it what is there to be read.
pub(super) fn ui(ui: &mut Ui, actuals: &mut Editing<'_, Actuals>, cx: &Cx, view: &mut View) {
    columns(ui, egui::Id::unique("track_readings"), Split::Share(0.56), |ui, side| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(space::S);
        match side {
            Side::Left => list(ui, actuals, cx, view),
            Side::Right => offered(ui, actuals, cx, view),
        }
    });
}

/// A field of a reading, by its place in the list.
fn field(index: usize, field: &str) -> egui::Id {
    egui::Id::unique(("track_reading", index, field))
}

/// The last one added stands first.
fn list(ui: &mut Ui, actuals: &mut Editing<'_, Actuals>, cx: &Cx, view: &mut View) {
    let words = cx.words;
    section_with(ui, &words.text("track-readings"), &words.text("track-readings-subtitle"), |ui| {
        if Button::quiet(&words.text("track-add-reading")).icon(icons::PLUS).dense().show(ui).clicked() {
            add(actuals, cx, view, "");
        }
    });
    let readings = actuals.now();
    if readings.readings.is_empty() {
        ui.add_space(space::M);
        weak(ui, &words.text("track-readings-none"));
        return;
    }
    keys(ui, actuals, cx, view);
    if let Some(refused) = &view.refused {
        problem_line(ui, &refused.say(words));
    }
    let readings = actuals.now();
    let columns =
        [Column::fixed(98.0), Column::flex(1.0, 160.0), Column::fixed(120.0).right(), Column::fixed(24.0).right()];
    let mut table = Table::new(ui, egui::Id::unique("track_reading_list"), &columns);
    let heads = ["track-reading-day", "track-reading-name", "track-reading-value"].map(|key| words.text(key));
    table.header(ui, &[&heads[0], &heads[1], &heads[2], ""]);
    let count = readings.readings.len();
    let room = (ui.clip_rect().bottom() - ui.cursor().top()).max(height::ROW * 3.0);
    table.rows(ui, count, room, |table, ui, row| {
        let index = count - 1 - row;
        let mut desk = Desk { actuals, cx, view };
        desk.reading(ui, table, (row, index, &readings.readings[index]));
    });
    view.readings.end(ui, &Shape(&readings));
}

/// The cells: day, name and value of each reading, the last one first.
struct Shape<'a>(&'a Actuals);

impl Shape<'_> {
    fn index(&self, row: usize) -> Option<usize> {
        self.0.readings.len().checked_sub(row + 1)
    }
}

impl Cells for Shape<'_> {
    fn rows(&self) -> usize {
        self.0.readings.len()
    }

    fn columns(&self, _: usize) -> usize {
        FIELDS.len()
    }

    fn id(&self, cell: Cell) -> Option<egui::Id> {
        Some(field(self.index(cell.row)?, FIELDS.get(cell.column)?))
    }

    fn text(&self, cell: Cell) -> String {
        let Some(reading) = self.index(cell.row).and_then(|index| self.0.readings.get(index)) else {
            return String::new();
        };
        match cell.column {
            0 => number::date_iso(reading.day),
            1 => reading.name.clone(),
            _ => number::trimmed(reading.value, 6),
        }
    }

    /// A reading that says nothing is none: it is removed as a whole.
    fn cleared(&self, _: Cell) -> Option<&'static str> {
        None
    }
}

/// Takes the keys of the cells before they see them.
fn keys(ui: &Ui, actuals: &mut Editing<'_, Actuals>, cx: &Cx, view: &mut View) {
    let now = actuals.now();
    let shape = Shape(&now);
    if let Some(put) = view.readings.keys(ui, &shape) {
        view.refused = put.and_then(|put| take(actuals, cx, &shape, &put)).err();
    }
    view.readings.begin(ui, &shape);
}

type Change = Box<dyn FnOnce(&mut Reading)>;

fn take(actuals: &mut Editing<'_, Actuals>, cx: &Cx, shape: &Shape<'_>, put: &Put) -> Result<(), Refused> {
    let room = (shape.rows() - put.at.row, FIELDS.len() - put.at.column);
    let cells = put.block.read_each(room, &|column, text| read(put.at.column + column, text))?;
    let step = put.step(cx.words, cells.len(), t!(cx.words, "track-step-paste-readings", n = cells.len()));
    actuals.change(step, |actuals| {
        for (down, _, change) in cells {
            let index = shape.index(put.at.row + down);
            if let Some(reading) = index.and_then(|index| actuals.readings.get_mut(index)) {
                change(reading);
            }
        }
    });
    Ok(())
}

fn read(column: usize, text: &str) -> Result<Change, parse::Problem> {
    Ok(match column {
        0 => {
            let day = parse::date(text)?;
            Box::new(move |reading| reading.day = day)
        }
        1 => {
            let name = text.replace('\n', " ");
            Box::new(move |reading| reading.name = name)
        }
        _ => {
            let value = parse::number(text)?;
            Box::new(move |reading| reading.value = value)
        }
    })
}

/// The list in hand.
struct Desk<'a, 'e> {
    actuals: &'a mut Editing<'e, Actuals>,
    cx: &'a Cx<'a>,
    view: &'a mut View,
}

impl Desk<'_, '_> {
    fn reading(&mut self, ui: &mut Ui, table: &mut Table, (place, index, reading): (usize, usize, &Reading)) {
        let words = self.cx.words;
        let spec = RowSpec::plain().id(egui::Id::unique(("track_reading_row", index)));
        let of = |key: &str| {
            let day = number::date_iso(reading.day);
            t!(words, "track-reading-of", what = words.text(key), name = &reading.name, day = day)
        };
        let at = |column| Cell { row: place, column };
        let hint = words.text("track-reading-hint");
        table.row(ui, spec, |row| {
            let name = of("track-reading-day");
            let read = |text: &str| parse::date(text).map_err(|problem| problem.say(words));
            let shown = number::date_iso(reading.day);
            let field = Field::new(field(index, FIELDS[0]), &name).bare().cell();
            let day = self.cell(row, at(0), |ui| parsed_field(ui, field, &shown, &read));
            self.put(day, reading, index, |reading, day| reading.day = day);

            let name = of("track-reading-name");
            let field = Field::new(self::field(index, FIELDS[1]), &name).bare().cell().hint(&hint);
            let typed = self.cell(row, at(1), |ui| text_field(ui, field, &reading.name));
            self.put(typed, reading, index, |reading, name| reading.name = name);

            let name = of("track-reading-value");
            let read = |text: &str| parse::number(text).map_err(|problem| problem.say(words));
            let shown = number::trimmed(reading.value, 6);
            let field = Field::number(self::field(index, FIELDS[2]), &name).entry(Entry::NUMBER).bare().cell();
            let value = self.cell(row, at(2), |ui| parsed_field(ui, field, &shown, &read));
            self.put(value, reading, index, |reading, value| reading.value = value);
            self.remove(row, index, reading);
        });
    }

    fn cell<T>(&mut self, row: &mut Row<'_>, at: Cell, show: impl FnOnce(&mut Ui) -> Edited<T>) -> Option<T> {
        let edited = row.cell(|ui| {
            self.view.readings.ground(ui, at);
            show(ui)
        });
        self.view.readings.touched(row.ui(), &edited, at);
        edited.value
    }

    fn put<T>(&mut self, typed: Option<T>, reading: &Reading, index: usize, set: impl FnOnce(&mut Reading, T)) {
        let Some(typed) = typed else { return };
        self.view.refused = None;
        let step = t!(self.cx.words, "track-step-reading", name = &reading.name);
        change(self.actuals, step, index, |reading| set(reading, typed));
    }

    fn remove(&mut self, row: &mut Row<'_>, index: usize, reading: &Reading) {
        let day = number::date_iso(reading.day);
        let remove = t!(self.cx.words, "track-remove-reading", name = &reading.name, day = day);
        if row.cell(|ui| icon_button(ui, icons::TRASH_2, &remove).clicked()) {
            self.actuals.change(remove, |actuals| {
                if index < actuals.readings.len() {
                    actuals.readings.remove(index);
                }
            });
        }
    }
}

fn change(actuals: &mut Editing<'_, Actuals>, step: String, index: usize, edit: impl FnOnce(&mut Reading)) {
    actuals.change(step, |actuals| {
        if let Some(reading) = actuals.readings.get_mut(index) {
            edit(reading);
        }
    });
}

/// Adds a reading of today and goes to what is to be typed of it.
fn add(actuals: &mut Editing<'_, Actuals>, cx: &Cx, view: &mut View, name: &str) {
    let reading = Reading { day: cx.today, name: name.to_owned(), value: 0.0 };
    let index = actuals.readings.len();
    let step = t!(cx.words, "track-step-add-reading", name = name);
    actuals.change(step, |actuals| actuals.readings.push(reading));
    view.focus = Some(field(index, if name.is_empty() { "name" } else { "value" }));
}

/// What there is to be read, by name, with its last reading and where it is to stand by then.
fn offered(ui: &mut Ui, actuals: &mut Editing<'_, Actuals>, cx: &Cx, view: &mut View) {
    let words = cx.words;
    section(ui, &words.text("track-offered"), &words.text("track-offered-subtitle"));
    let number = |width: f32| Column::fixed(width).right();
    let columns = [Column::flex(1.0, 130.0), number(70.0), number(84.0), number(70.0), number(24.0)];
    let mut table = Table::new(ui, egui::Id::unique("track_offered"), &columns).gap(10.0);
    let heads = ["track-offered-read", "track-offered-planned", "track-offered-target"].map(|key| words.text(key));
    table.header(ui, &[&words.text("track-reading-name"), &heads[0], &heads[1], &heads[2], ""]);
    let offers = offers(cx);
    let room = (ui.clip_rect().bottom() - ui.cursor().top()).max(height::ROW * 3.0);
    table.rows(ui, offers.len(), room, |table, ui, index| {
        let offer = &offers[index];
        let spec = RowSpec::plain().id(egui::Id::unique(("track_offer", index)));
        let shown = |value: Option<f64>| value.map_or_else(String::new, |value| number::trimmed(value, 2));
        let planned = offer.planned.map_or_else(String::new, number::on_the_way);
        table.row(ui, spec, |row| {
            row.text(&offer.name);
            row.strong(&shown(offer.read), Tone::Plain);
            row.styled(&planned, theme::text(size::BODY), Tone::Plain);
            row.weak(&shown(offer.target));
            let name = t!(words, "track-read", name = &offer.name);
            let look = IconLook { icon: 14.0, side: 22.0, ..IconLook::default() };
            if row.cell(|ui| icon_button_colored(ui, icons::PLUS, &name, look).clicked()) {
                add(actuals, cx, view, &offer.name);
            }
        });
    });
}

/// Something that can be read.
struct Offer {
    name: String,
    read: Option<f64>,
    planned: Option<f64>,
    target: Option<f64>,
}

/// KPIs of the tasks, of word-of-mouth channels and of the team's functions, then what was read beside them.
fn offers(cx: &Cx) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    let kpis = &cx.plan.allocation.tasks;
    for track in &cx.report.track.kpis {
        if let Some(kpi) = kpis.of(track.task).quantitative.iter().find(|kpi| kpi.id == track.id) {
            let read = track.reading.map(|(_, value)| value);
            offers.push(Offer { name: kpi.name.trim().to_owned(), read, planned: track.planned, target: kpi.to });
        }
    }
    let channels = cx.plan.allocation.channels.iter().filter(|channel| channel.task == Task::W);
    let functions = cx.plan.team.functions.iter().flat_map(|function| &function.kpis);
    let names = channels.map(|channel| channel.kpi.as_str()).chain(functions.map(|kpi| kpi.name.as_str()));
    let readings = &cx.plan.actuals.readings;
    let last: HashMap<&str, f64> =
        last_readings(&cx.plan.actuals).into_iter().map(|(name, (_, value))| (name, value)).collect();
    let mut offered: HashSet<String> = offers.iter().map(|offer| offer.name.clone()).collect();
    for name in names.chain(readings.iter().map(|reading| reading.name.as_str())).map(str::trim) {
        if !name.is_empty() && offered.insert(name.to_owned()) {
            let read = last.get(name).copied();
            offers.push(Offer { name: name.to_owned(), read, planned: None, target: None });
        }
    }
    offers
}
