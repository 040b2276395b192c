//! The rows of the table: tasks, groups, channels and own shares of events, cell by cell.

use eframe::egui::{self, Align, Ui};

use super::super::by_hand::{scrubbed, settable};
use super::super::form;
use super::super::sheet::{Selection, Sheet};
use super::super::words::{add_to, drawn_range};
use super::browse::Fold;
use super::cells::ChannelCells;
use super::columns::{Room, own_range};
use super::line::Line;
use super::lines::{Lines, Sum};
use crate::app::context::field_id;
use crate::app::explain::explained;
use crate::app::icons;
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::button::{IconLook, icon_button_colored};
use crate::app::widgets::grid::held_at_click;
use crate::app::widgets::text::{self, line};
use crate::app::widgets::{Dropdown, Row, RowKind, RowSpec, Table, lock_toggle, scrub};
use crate::calc::Section;
use crate::calc::allocation::Subtotal;
use crate::calc::event::EventReport;
use crate::calc::explain::{By, Figure, OfChannel, OfSum, Yield};
use crate::calc::odds::Odds;
use crate::plan::{Channel, Id, Money, Range, Task};
use crate::t;
use crate::words::{Named, number};

/// What a row asks for; done after the table is drawn.
pub enum Wish {
    /// Select this.
    Select(Selection),
    /// Add a channel to this task.
    Add(Task),
    /// Take this channel to those that are selected, or away from them.
    Toggle(Id),
    /// Select all channels up to this one.
    Extend(Id),
    /// Fold this, or unfold it.
    Fold(Fold),
    /// Show how the cost of this event is shared.
    ShowEvent(usize),
}

/// One row being drawn.
pub struct At<'a, 's> {
    /// The page.
    pub sheet: &'a mut Sheet<'s>,
    /// All rows.
    pub lines: &'a Lines,
    /// Where the cells are that are typed into.
    pub cells: &'a ChannelCells<'a>,
    /// Which row it is.
    pub index: usize,
    /// Which columns there are.
    pub room: Room,
    /// Whether somebody asked one of its numbers how it comes about.
    pub asked: bool,
}

impl At<'_, '_> {
    /// Draws it; returns what it asks for.
    pub fn row(&mut self, ui: &mut Ui, table: &mut Table) -> Option<Wish> {
        match self.lines.rows[self.index] {
            Line::Task(task) => self.task(ui, table, task),
            Line::Group(index) => self.group(ui, table, index),
            Line::Channel(index) => self.channel(ui, table, index),
            Line::Event(index) => self.event(ui, table, index),
        }
    }

    fn task(&mut self, ui: &mut Ui, table: &mut Table, task: Task) -> Option<Wish> {
        let cx = self.sheet.cx;
        let name = task.name(cx.words);
        let short = task_name(self.sheet, task);
        let selected = self.sheet.view.selected == Some(Selection::Task(task));
        let id = egui::Id::unique(("allocation", "task", task));
        let subtotal = cx.report.allocation.task(task);
        let mut wish = None;
        let response = table.row(ui, RowSpec::new(RowKind::Group).selectable(id, &name, selected), |row| {
            row.task(task);
            wide_name(row, &short, theme::semibold(size::BODY), Tone::Plain);
            self.number(row, &self.spend(subtotal), OfSum::Spend);
            row.skip(1);
            self.share(row);
            self.registrations(row, subtotal.won.registrations);
            self.range(row, Sum::Task(task), |odds| odds.tasks.get(task as usize));
            self.average_cell(row, subtotal.average_cost);
            self.results(row);
            wish = self.fold(row, Fold::Task(task), &name);
            let add = add_to(cx, task);
            if row.cell(|ui| icon_button_colored(ui, icons::PLUS, &add, ADD).clicked()) {
                wish = Some(Wish::Add(task));
            }
        });
        wish.or_else(|| (self.asked || response.clicked()).then_some(Wish::Select(Selection::Task(task))))
    }

    /// Money of a sum; a dash where it is too large.
    fn spend(&self, sum: &Subtotal) -> String {
        if sum.too_large {
            return number::NOTHING.to_owned();
        }
        number::money(self.sheet.cx.currency(), sum.spend, self.lines.decimals)
    }

    fn group(&mut self, ui: &mut Ui, table: &mut Table, index: usize) -> Option<Wish> {
        let cx = self.sheet.cx;
        let group = cx.plan.allocation.groups.get(index)?;
        let subtotal = cx.report.allocation.groups.get(index)?;
        let selection = Selection::Group(group.id.clone());
        let selected = self.sheet.view.selected.as_ref() == Some(&selection);
        let id = egui::Id::unique(("allocation", "group", group.id.as_str()));
        let mut wish = None;
        let response = table.row(ui, RowSpec::new(RowKind::Sub).selectable(id, &group.name, selected), |row| {
            wish = self.fold(row, Fold::Group(group.id.clone()), &group.name);
            wide_name(row, &group.name, theme::text(size::SMALL), Tone::Weak);
            self.number(row, &self.spend(subtotal), OfSum::Spend);
            row.skip(1);
            self.share(row);
            self.registrations(row, subtotal.won.registrations);
            self.range(row, Sum::Group(index), |odds| odds.groups.get(index));
            self.average_cell(row, subtotal.average_cost);
            self.results(row);
        });
        wish.or_else(|| (self.asked || response.clicked()).then_some(Wish::Select(selection)))
    }

    /// Folds a sum's channels away, or shows them.
    fn fold(&self, row: &mut Row<'_>, fold: Fold, name: &str) -> Option<Wish> {
        let is_folded = self.sheet.view.browse.folded.contains(&fold);
        let (icon, key) = if is_folded {
            (icons::CHEVRON_RIGHT, "allocation-unfold")
        } else {
            (icons::CHEVRON_DOWN, "allocation-fold")
        };
        let says = t!(self.sheet.cx.words, key, item = name);
        row.cell(|ui| icon_button_colored(ui, icon, &says, FOLD).clicked()).then_some(Wish::Fold(fold))
    }

    fn channel(&mut self, ui: &mut Ui, table: &mut Table, index: usize) -> Option<Wish> {
        let cx = self.sheet.cx;
        let channel = cx.plan.allocation.channels.get(index)?;
        let report = cx.report.allocation.channels.get(index)?;
        let selected = self.sheet.view.is_selected(&channel.id);
        let id = egui::Id::unique(("allocation", "channel", channel.id.as_str()));
        let mut wish = None;
        let response = table.row(ui, RowSpec::plain().selectable(id, &channel.name, selected), |row| {
            self.lock(row, channel);
            wish = self.name(row, (index, channel));
            self.owner(row, channel);
            wish = self.budget(row, (index, channel)).or(wish.take());
            wish = self.bar(row, channel, report.share).or(wish.take());
            self.share(row);
            if report.won.registrations <= 0.0 && !channel.kpi.trim().is_empty() {
                note(row, self.room.after_share(), &channel.kpi);
                return;
            }
            // Without a curve nothing is known of what it buys.
            let known = |shown: String| if channel.curve.is_blank() { number::NOTHING.to_owned() } else { shown };
            let registrations = known(number::count(self.lines.registrations.of(Line::Channel(index)), 0));
            self.number(row, &registrations, OfSum::Yield(Yield::Registrations));
            if self.room.range {
                let range = own_range(report).unwrap_or_default();
                let response = row.asking().weak(&range);
                let of = || Some(Figure::Channel(channel.id.clone(), By::Plan, OfChannel::High));
                self.asked |= explained(row, cx, (&range, response), of).clicked();
            }
            self.average_cell(row, report.average_cost);
            self.results(row);
            let bar = theme::palette(row.ui()).bar;
            row.bar(part(report.next, self.lines.most_next), bar);
            let next = known(number::count(report.next, 1));
            let response = row.asking().number(&next);
            let of = || Some(Figure::Channel(channel.id.clone(), By::Plan, OfChannel::Next));
            self.asked |= explained(row, cx, (&next, response), of).clicked();
        });
        wish.or_else(|| (self.asked || response.clicked()).then(|| chosen(ui, &channel.id)))
    }

    fn event(&mut self, ui: &mut Ui, table: &mut Table, index: usize) -> Option<Wish> {
        let cx = self.sheet.cx;
        let event = cx.plan.events.get(index)?;
        let row_report = cx.report.allocation.events.get(index)?;
        let is_split = cx.report.events.get(index).is_some_and(EventReport::is_split);
        let spend = is_split.then(|| self.spend(row_report));
        let name = &event.name;
        let id = egui::Id::unique(("allocation", "event", event.id.as_str()));
        let response = table.row(ui, RowSpec::plain().selectable(id, name, false), |row| {
            let color = theme::palette(row.ui()).text;
            row.cell(|ui| {
                // Where the locks of the channels stand.
                ui.add_space(2.5);
                icons::show(ui, icons::LOCK, 13.0, color)
            });
            row.text(name);
            row.weak(&cx.owner(event.owner.as_ref()));
            self.number(row, spend.as_deref().unwrap_or(number::NOTHING), OfSum::Spend);
            let color = theme::palette(row.ui()).task(event.task).mark;
            row.bar(part(row_report.share, self.lines.most_share), color);
            self.share(row);
            let (contacts, leads) = (row_report.won.contacts, row_report.won.leads);
            let contacts = number::known(contacts, number::trimmed(contacts, 0));
            let leads = number::known(leads, number::expected(leads));
            let brings = if row_report.spend < Money::ZERO {
                t!(cx.words, "allocation-event-gains", contacts = contacts, leads = leads)
            } else {
                t!(cx.words, "allocation-event-brings", contacts = contacts, leads = leads)
            };
            note(row, self.room.after_share(), &brings);
        });
        let response = response.on_hover_text(cx.words.text("allocation-event-hover"));
        response.clicked().then_some(Wish::ShowEvent(index))
    }

    // ── cells ──

    fn lock(&mut self, row: &mut Row<'_>, channel: &Channel) {
        let words = self.sheet.cx.words;
        let name = if channel.locked {
            t!(words, "allocation-unlock", item = &channel.name)
        } else {
            t!(words, "allocation-lock", item = &channel.name)
        };
        if row.cell(|ui| lock_toggle(ui, channel.locked, &name)) {
            let what = words.text("allocation-locked");
            self.sheet.change_channel(channel, &what, |channel| channel.locked = !channel.locked);
        }
    }

    fn owner(&mut self, row: &mut Row<'_>, channel: &Channel) {
        let cx = self.sheet.cx;
        let what = cx.words.text("common-owner");
        let name = form::name(cx, &what, &channel.name);
        let shown = cx.owner(channel.owner.as_ref());
        let id = field_id(Section::Allocation, Some(&channel.id), "owner");
        let chosen = row.cell(|ui| {
            let width = ui.available_width();
            Dropdown::new(id, &name, &shown).bare().width(width).tone(Tone::Weak).show(
                ui,
                &cx.owner_choices(),
                Some(&channel.owner),
            )
        });
        if let Some(owner) = chosen {
            self.sheet.change_channel(channel, &what, |channel| channel.owner = owner);
        }
    }

    /// The share as a bar; dragging it sideways changes the budget, a step a point.
    fn bar(&mut self, row: &mut Row<'_>, channel: &Channel, share: f64) -> Option<Wish> {
        let color = theme::palette(row.ui()).task(channel.task).mark;
        let cell = row.bar(part(share, self.lines.most_share), color);
        if channel.locked {
            return None;
        }
        let id = field_id(Section::Allocation, Some(&channel.id), "drag");
        let scrub = scrub(row.ui(), cell, id, channel.spend);
        if let Some(begun) = scrub.dragged {
            let cx = self.sheet.cx;
            let spend = settable(cx, channel, cx.currency().units(scrubbed(cx, begun)));
            self.sheet.change_spend(channel, spend);
        }
        scrub.clicked.then(|| Wish::Select(Selection::Channel(channel.id.clone())))
    }

    /// A number that explains itself.
    fn number(&mut self, row: &mut Row<'_>, shown: &str, of: OfSum) {
        let (cx, line) = (self.sheet.cx, self.lines.rows[self.index]);
        let response = row.asking().number(shown);
        self.asked |= explained(row, cx, (shown, response), || line.figure(cx.plan, of)).clicked();
    }

    fn share(&mut self, row: &mut Row<'_>) {
        let shown = number::count(self.lines.shares.of(self.lines.rows[self.index]), 1);
        // Of a sum that is too large to calculate with nobody knows a share.
        let known = !self.sheet.cx.report.allocation.total.too_large;
        self.number(row, if known { &shown } else { number::NOTHING }, OfSum::Share);
    }

    fn registrations(&mut self, row: &mut Row<'_>, exact: f64) {
        let shown = number::count(self.lines.registrations.of(self.lines.rows[self.index]), 0);
        self.number(row, if exact > 0.0 { &shown } else { "" }, OfSum::Yield(Yield::Registrations));
    }

    /// The range of a sum. It comes from the draws, not from adding the ends; what one channel brings alone has that
    /// channel's.
    fn range(&self, row: &mut Row<'_>, sum: Sum, drawn: impl FnOnce(&Odds) -> Option<&Range<f64>>) {
        if !self.room.range {
            return;
        }
        let cx = self.sheet.cx;
        let sole = self.lines.sole(sum).and_then(|index| cx.report.allocation.channels.get(index));
        let shown = sole.map_or_else(|| drawn_range(cx, drawn), own_range);
        row.weak(&shown.unwrap_or_default());
    }

    /// What becomes of the registrations; nothing where nothing does.
    fn results(&mut self, row: &mut Row<'_>) {
        if self.room.results {
            let lines = self.lines;
            for (shown, of) in lines.results.iter().zip([Yield::Leads, Yield::Customers, Yield::Revenue]) {
                let value = shown.of(lines.rows[self.index]);
                let shown = if value > 0.0 { number::count(value, 0) } else { String::new() };
                self.number(row, &shown, OfSum::Yield(of));
            }
        }
    }

    fn average_cell(&mut self, row: &mut Row<'_>, cost: Option<f64>) {
        if self.room.average {
            let shown = cost.map(|cost| number::count(cost, 2)).unwrap_or_default();
            self.number(row, &shown, OfSum::AverageCost);
        }
    }
}

/// What a click on a channel asks for: with Ctrl and with Shift, several.
fn chosen(ui: &Ui, channel: &Id) -> Wish {
    let held = held_at_click(ui);
    match () {
        () if held.command => Wish::Toggle(channel.clone()),
        () if held.shift => Wish::Extend(channel.clone()),
        () => Wish::Select(Selection::Channel(channel.clone())),
    }
}

const FOLD: IconLook = IconLook { icon: 12.0, side: 18.0, enabled: true, on: false };
const ADD: IconLook = IconLook { icon: 14.0, side: 22.0, enabled: true, on: false };

/// The name of a row over the columns of name and owner.
fn wide_name(row: &mut Row<'_>, name: &str, font: egui::FontId, tone: Tone) {
    row.span(2, |ui| {
        let width = ui.available_width();
        line(ui, name, font, text::Line { width, height: height::DENSE, align: Align::LEFT, tone })
    });
}

/// Words at the right end of a row instead of figures.
fn note(row: &mut Row<'_>, columns: usize, words: &str) {
    row.span(columns, |ui| {
        let width = ui.available_width();
        let font = theme::text(size::SMALL);
        line(ui, words, font, text::Line { width, height: height::DENSE, align: Align::RIGHT, tone: Tone::Weak })
    });
}

fn part(value: f64, most: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "the length of a bar")]
    if most > 0.0 { (value / most) as f32 } else { 0.0 }
}

/// The name of a task where room is short.
fn task_name(sheet: &Sheet<'_>, task: Task) -> String {
    sheet.cx.words.text(match task {
        Task::A => "allocation-task-a",
        Task::B => "allocation-task-b",
        Task::W => "allocation-task-w",
    })
}
