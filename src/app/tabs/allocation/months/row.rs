//! The rows of the grid.

use eframe::egui::{self, Rect, Ui, pos2, vec2};

use super::cells::{cash_id, cell_name, month_id, month_name, sum_id};
use super::edit::Held;

use super::lines::Lines;
use super::shown::Shown;
use super::{Desk, Page, marks, menu};
use crate::app::explain::explained;
use crate::app::icons;
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::grid::Cell;
use crate::app::widgets::{Edited, Field, Row, RowKind, RowSpec, Table, parsed_field};
use crate::calc::explain::{By, Figure, OfSum, Whole};
use crate::calc::{Place, Section};
use crate::plan::{Channel, Money, Task};
use crate::t;
use crate::words::typed::Entry;
use crate::words::{number, parse};

/// The rows being drawn.
pub(super) struct Rows<'a, 'd> {
    pub(super) desk: &'a mut Desk<'d>,
    pub(super) lines: &'a Lines,
    pub(super) shown: Shown,
}

impl Rows<'_, '_> {
    fn show(&self, amount: Option<Money>) -> String {
        amount
            .map_or_else(|| number::NOTHING.to_owned(), |amount| self.lines.scale.show(self.desk.cx.currency(), amount))
    }

    fn exact(&self, amount: Money) -> String {
        number::amount_named(self.desk.cx.words, self.desk.cx.currency(), amount)
    }

    /// A task with its sums.
    pub(super) fn task(&self, ui: &mut Ui, table: &mut Table, task: Task) {
        let cx = self.desk.cx;
        let name = marks::task_name(cx, task);
        let sums = &self.lines.tasks[task as usize];
        table.row(ui, RowSpec::new(RowKind::Group).id(egui::Id::unique(("months", "task", task))), |row| {
            row.task(task);
            marks::name(row, &name, &[]);
            for month in self.shown.months() {
                self.figure(row, sums[month], Figure::MonthMoney(Some(task), month));
            }
            let subtotal = cx.report.allocation.task(task);
            let spend = Some(subtotal.spend).filter(|_| !subtotal.too_large);
            self.figure(row, spend, Figure::Sum(Whole::Task(task), By::Plan, OfSum::Spend));
            let faint = theme::palette(row.ui()).faint;
            row.cell(|ui| bars(ui, sums.iter().map(|sum| sum.unwrap_or_default()), faint));
        });
    }

    /// A sum that tells how it comes about, and so its exact amount.
    fn figure(&self, row: &mut Row<'_>, amount: Option<Money>, figure: Figure) {
        let shown = self.show(amount);
        if amount.is_none_or(|amount| amount == Money::ZERO) {
            row.number(&shown);
            return;
        }
        row.asking();
        let response = row.number(&shown);
        explained(row, self.desk.cx, (&shown, response), || Some(figure));
    }

    /// A channel.
    pub(super) fn channel(&mut self, ui: &mut Ui, table: &mut Table, index: usize) {
        let Some(channel) = self.desk.cx.plan.allocation.channels.get(index) else { return };
        let Some(place) = self.lines.channels.iter().position(|other| *other == index) else { return };
        let selected = self.desk.view.selected.as_ref() == Some(&channel.id);
        let id = egui::Id::unique(("months", "channel", channel.id.as_str()));
        let response = table.row(ui, RowSpec::plain().selectable(id, &channel.name, selected), |row| {
            row.skip(1);
            marks::name(row, &channel.name, &marks::of(self.desk.cx, channel, &self.lines.spends[index]));
            for month in self.shown.months() {
                self.month(row, channel, (index, Cell { row: place, column: month }));
            }
            self.sum(row, channel, place);
            let color = theme::palette(row.ui()).task(channel.task).mark;
            row.cell(|ui| bars(ui, self.lines.spends[index].iter().copied(), color));
        });
        if response.clicked() {
            self.desk.view.selected = Some(channel.id.clone());
        }
    }

    fn month(&mut self, row: &mut Row<'_>, channel: &Channel, (index, cell): (usize, Cell)) {
        let (cx, month) = (self.desk.cx, cell.column);
        let amount = self.lines.spends[index][month];
        let held = Held::of(channel, month);
        let name = cell_name(cx, channel, month);
        let (shown, resting) = (number::amount(cx.currency(), amount), self.show(Some(amount)));
        let resting = if held == Some(Held::Off) && amount == Money::ZERO { "×".to_owned() } else { resting };
        let tone = if held.is_some() || amount == Money::ZERO { Tone::Weak } else { Tone::Plain };
        let off_spends = held == Some(Held::Off) && amount != Money::ZERO;
        let problem = off_spends.then(|| cx.words.text("months-held-off"));
        let field =
            Field::number(month_id(channel, month), &name).entry(Entry::money(cx.currency())).bare().resting(&resting);
        let field = field.tone(tone).problem(problem.as_deref());
        let desk = &*self.desk;
        let read = |text: &str| desk.read_month(channel, (month, amount), text);
        let edited = row.cell(|ui| {
            desk.view.grid.ground(ui, cell);
            marks::ground(ui, channel, month, &resting);
            parsed_field(ui, field, &shown, &read)
        });
        if let Some(new) = edited.value.filter(|new| *new != amount) {
            self.desk.view.refused = None;
            self.desk.put(channel, month, new);
        }
        self.touched(row.ui(), &edited, channel, cell);
        menu::of_month(self.desk, &edited.response, channel, month);
        if edited.response.hovered() && !edited.has_focus && edited.error.is_none() && !off_spends {
            edited.response.on_hover_text(self.tip(channel, index, month));
        }
    }

    /// What is known of a channel's month.
    fn tip(&self, channel: &Channel, index: usize, month: usize) -> String {
        let cx = self.desk.cx;
        let amount = self.exact(self.lines.spends[index][month]);
        let mut tip = format!("{}\n{amount}", cell_name(cx, channel, month));
        if let Some(months) = cx.report.allocation.channels.get(index).and_then(|row| row.months.as_ref())
            && let Some(won) = months.registrations.get(month).filter(|won| **won > 0.0)
        {
            tip = format!("{tip}\n{}", t!(cx.words, "months-wins", registrations = number::count(*won, 0)));
        }
        if let Some(held) = Held::of(channel, month) {
            tip = format!("{tip}\n{}", cx.words.text(held.key()));
        }
        tip
    }

    /// The cell that has the focus is remembered, and its channel stands out.
    fn touched<T>(&mut self, ui: &Ui, edited: &Edited<T>, channel: &Channel, cell: Cell) {
        self.desk.view.grid.touched(ui, edited, cell);
        if edited.gained_focus {
            self.desk.view.selected = Some(channel.id.clone());
        }
    }

    fn sum(&mut self, row: &mut Row<'_>, channel: &Channel, place: usize) {
        let cx = self.desk.cx;
        let name = t!(cx.words, "months-sum", channel = &channel.name);
        let (shown, resting) = (number::amount(cx.currency(), channel.spend), self.show(Some(channel.spend)));
        let field = Field::number(sum_id(channel), &name)
            .entry(Entry::money(cx.currency()))
            .bare()
            .resting(&resting)
            .font(theme::semibold(size::BODY));
        let field = field.tone(if channel.locked { Tone::Weak } else { Tone::Plain });
        let desk = &*self.desk;
        let read = |text: &str| desk.read_sum(channel, text);
        let cell = Cell { row: place, column: self.lines.months() };
        let edited = row.cell(|ui| {
            desk.view.grid.ground(ui, cell);
            parsed_field(ui, field, &shown, &read)
        });
        if let Some(new) = edited.value.filter(|new| *new != channel.spend) {
            self.desk.view.refused = None;
            self.desk.give(channel, new);
        }
        self.touched(row.ui(), &edited, channel, cell);
        if edited.response.hovered() && !edited.has_focus && edited.error.is_none() {
            edited.response.on_hover_text(self.exact(channel.spend));
        }
    }

    /// The own share of an event, in its month; a click shows how it comes about.
    pub(super) fn event(&self, ui: &mut Ui, table: &mut Table, index: usize, page: &mut Page) {
        let cx = self.desk.cx;
        let (Some(event), Some(share)) = (cx.plan.events.get(index), cx.report.allocation.events.get(index)) else {
            return;
        };
        let name = t!(cx.words, "months-own-share", event = &event.name);
        let id = egui::Id::unique(("months", "event", event.id.as_str()));
        let paid = self.lines.event_months.get(index).copied();
        let response = table.row(ui, RowSpec::plain().selectable(id, &name, false), |row| {
            row.skip(1);
            marks::name(row, &name, &[]);
            for month in self.shown.months() {
                let share = if paid == Some(month) { share.spend } else { Money::ZERO };
                row.toned(&self.show(Some(share)), Tone::Weak);
            }
            row.strong(&self.show(Some(share.spend)), Tone::Weak);
            let color = theme::palette(row.ui()).task(event.task).mark;
            let in_month = |month| if paid == Some(month) { share.spend } else { Money::ZERO };
            row.cell(|ui| bars(ui, (0..self.lines.months()).map(in_month), color));
        });
        if response.on_hover_text(cx.words.text("allocation-event-hover")).clicked() {
            *page = Page::Events;
            cx.go_to(&Place { section: Section::Event, item: Some(event.id.clone()), field: "name" });
        }
    }

    /// All channels and own shares together.
    pub(super) fn total(&self, ui: &mut Ui, table: &mut Table) {
        let cx = self.desk.cx;
        let total = &cx.report.allocation.total;
        table.row(ui, RowSpec::new(RowKind::Total).id(egui::Id::unique("months total")), |row| {
            row.skip(1);
            row.text(&cx.words.text("months-all"));
            for month in self.shown.months() {
                self.month_total(row, month);
            }
            let spend = Some(total.spend).filter(|_| !total.too_large);
            self.figure(row, spend, Figure::Sum(Whole::All, By::Plan, OfSum::Spend));
            let faint = theme::palette(row.ui()).faint;
            row.cell(|ui| bars(ui, self.lines.all.iter().map(|sum| sum.unwrap_or_default()), faint));
        });
    }

    fn month_total(&self, row: &mut Row<'_>, month: usize) {
        let cx = self.desk.cx;
        let shown = self.show(self.lines.all[month]);
        let Some(over) = self.lines.over(month) else {
            return self.figure(row, self.lines.all[month], Figure::MonthMoney(None, month));
        };
        let response = row.strong(&shown, Tone::Warn);
        let warn = theme::palette(row.ui()).warn;
        let icon = Rect::from_center_size(pos2(response.rect.left() - 8.0, response.rect.center().y), vec2(11.0, 11.0));
        icons::paint(row.ui().painter(), icons::WARN, icon, warn);
        let (month, over) = (month_name(cx, month), self.exact(over));
        response.on_hover_text(t!(cx.words, "months-over-cash", month = month, over = over));
    }

    /// The most that may be spent in each month.
    pub(super) fn cash(&mut self, ui: &mut Ui, table: &mut Table) {
        let cx = self.desk.cx;
        let label = cx.words.text("months-cash");
        let place = self.lines.channels.len();
        table.row(ui, RowSpec::plain().id(egui::Id::unique("months cash")), |row| {
            row.skip(1);
            row.toned(&label, Tone::Weak);
            for month in self.shown.months() {
                let name = t!(cx.words, "months-cash-cell", month = month_name(cx, month));
                let cash = self.lines.cash[month];
                let shown = cash.map(|cash| number::amount(cx.currency(), cash)).unwrap_or_default();
                let resting = self.show(cash);
                let field =
                    Field::number(cash_id(month), &name).entry(Entry::money(cx.currency())).bare().tone(Tone::Weak);
                let field = if cash.is_some() { field.resting(&resting) } else { field.hint(&resting).cell() };
                let read = |text: &str| match text.trim() {
                    "" | number::NOTHING => Ok(None),
                    text => parse::money(text, cx.currency()).map(Some).map_err(|problem| problem.say(cx.words)),
                };
                let cell = Cell { row: place, column: month };
                let edited = row.cell(|ui| {
                    self.desk.view.grid.ground(ui, cell);
                    parsed_field(ui, field, &shown, &read)
                });
                if let Some(new) = edited.value.filter(|new| *new != cash) {
                    self.desk.view.refused = None;
                    self.desk.put_cash(month, new);
                }
                self.desk.view.grid.touched(row.ui(), &edited, cell);
                if edited.response.hovered() && !edited.has_focus && edited.error.is_none() {
                    let tip = cash.map_or_else(|| cx.words.text("months-no-cash"), |cash| self.exact(cash));
                    edited.response.on_hover_text(format!("{name}\n{tip}"));
                }
            }
        });
    }
}

/// Small bars of amounts over the period.
fn bars(ui: &Ui, amounts: impl Iterator<Item = Money>, color: egui::Color32) {
    let area = ui.max_rect().shrink2(vec2(0.0, 5.0));
    let amounts: Vec<i64> = amounts.map(|amount| amount.minor().max(0)).collect();
    #[expect(clippy::cast_precision_loss, reason = "the height of a bar")]
    let parts = {
        let most = amounts.iter().copied().max().unwrap_or(0).max(1) as f32;
        amounts.iter().map(|amount| *amount as f32 / most).collect::<Vec<_>>()
    };
    #[expect(clippy::cast_precision_loss, reason = "months of a plan")]
    let (pitch, at) = ((area.width() / parts.len() as f32).min(10.0), |month: usize| month as f32);
    let wide = pitch * 0.75;
    for (month, part) in parts.iter().enumerate().filter(|(_, part)| **part > 0.0) {
        let left = area.left() + at(month) * pitch;
        let top = area.bottom() - (area.height() * part).max(1.0);
        ui.painter().rect_filled(Rect::from_min_max(pos2(left, top), pos2(left + wide, area.bottom())), 0.0, color);
    }
}
