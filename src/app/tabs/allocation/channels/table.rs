//! The table: tasks, groups, channels and own shares of events.

use eframe::egui::{self, Align, Key, Ui};

use super::lines::{Line, Lines};
use super::{Aim, Selection, Sheet, form, head};
use crate::app::context::field_id;
use crate::app::icons;
use crate::app::tabs::allocation::Page;
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::button::{IconLook, icon_button_colored};
use crate::app::widgets::text::{self, line};
use crate::app::widgets::{Column, Dropdown, Field, Row, RowKind, RowSpec, Table, lock_toggle, parsed_field};
use crate::calc::Section;
use crate::plan::{Channel, Id, Money, Task};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Named, number, parse};

/// Which columns there is room for.
#[derive(Clone, Copy)]
struct Room {
    range: bool,
    average: bool,
}

impl Room {
    /// The range goes first, then the average cost.
    fn of(ui: &Ui) -> Self {
        let width = ui.available_width();
        Self { range: width >= 740.0, average: width >= 620.0 }
    }

    fn columns(self) -> Vec<Column> {
        let mut columns = vec![
            Column::fixed(18.0),
            Column::flex(1.0, 110.0),
            Column::fixed(58.0),
            Column::fixed(72.0).right(),
            Column::fixed(46.0),
            Column::fixed(38.0).right(),
            Column::fixed(58.0).right(),
        ];
        if self.range {
            columns.push(Column::fixed(84.0).right());
        }
        if self.average {
            columns.push(Column::fixed(54.0).right());
        }
        columns.extend([Column::fixed(28.0).right(), Column::fixed(38.0).right()]);
        columns
    }

    /// How many columns stand between the registrations and the right end, both included.
    fn after_share(self) -> usize {
        3 + usize::from(self.range) + usize::from(self.average)
    }
}

/// What a row asks for; done after the table is drawn.
enum Wish {
    Select(Selection),
    Add(Task),
    Walk { from: usize, back: bool },
    ShowEvent(usize),
}

/// Draws the table; the row of `reveal` is brought into view.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, reveal: Option<&Id>, shown: &mut Page) {
    let Some(lines) = sheet.view.lines.take() else { return };
    let room = Room::of(ui);
    let id = egui::Id::unique("allocation channels");
    let reveal = reveal.and_then(|channel| lines.row_of(channel));
    let mut table =
        Table::new(ui, id, &room.columns()).gap(8.0).inset(0.0, 6.0).row_height(height::ROW_TIGHT).reveal(reveal);
    header(ui, sheet, &mut table, room);
    let mut wish = None;
    let typing = sheet.view.typing.take();
    // The total and what is left stay in view below the rows.
    let all_given = sheet.cx.report.allocation.unallocated.is_none_or(|left| left == Money::ZERO);
    let below = height::ROW_TIGHT * if all_given { 1.0 } else { 2.0 } + 4.0;
    let most = (ui.available_height() - below).max(height::ROW_TIGHT * 4.0);
    table.rows(ui, lines.rows.len(), most, |table, ui, index| {
        let mut at = At { sheet, lines: &lines, typing: typing.as_ref(), index, room };
        wish = at.row(ui, table).or(wish.take());
    });
    total(ui, sheet, &mut table, (&lines, room));
    if let Some(wish) = wish {
        grant(sheet, (&lines, wish), shown);
    }
    sheet.view.lines = Some(lines);
}

fn grant(sheet: &mut Sheet<'_>, (lines, wish): (&Lines, Wish), shown: &mut Page) {
    match wish {
        Wish::Select(selection) => sheet.view.select(selection),
        Wish::Add(task) => sheet.add_channel(task, None),
        Wish::Walk { from, back } => {
            if let Some(id) = lines.neighbour(from, back) {
                let field = field_id(Section::Allocation, Some(id), "spend");
                sheet.view.aim = Some(Aim { channel: Some(id.clone()), field });
            }
        }
        Wish::ShowEvent(index) => {
            *shown = Page::Events;
            if let Some(event) = sheet.cx.plan.events.get(index) {
                let place = crate::calc::Place { section: Section::Event, item: Some(event.id.clone()), field: "name" };
                sheet.cx.go_to(&place);
            }
        }
    }
}

fn header(ui: &mut Ui, sheet: &Sheet<'_>, table: &mut Table, room: Room) {
    let (words, currency) = (sheet.cx.words, sheet.cx.currency());
    let unit = currency_name(&currency.code, words);
    let next = number::amount(currency, sheet.cx.report.allocation.next_amount);
    let mut headings = vec![
        String::new(),
        t!(words, "allocation-column-channel"),
        words.text("common-owner"),
        t!(words, "allocation-column-budget", unit = &unit),
        String::new(),
        t!(words, "allocation-column-share"),
        t!(words, "allocation-column-registrations"),
    ];
    if room.range {
        headings.push(words.text("common-range"));
    }
    if room.average {
        headings.push(t!(words, "allocation-column-average", unit = &unit));
    }
    headings.extend([String::new(), t!(words, "allocation-column-next", amount = next)]);
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    table.header(ui, &headings);
}

/// One row being drawn.
struct At<'a, 's> {
    sheet: &'a mut Sheet<'s>,
    lines: &'a Lines,
    /// The channel whose budget was being typed when the frame began.
    typing: Option<&'a Id>,
    index: usize,
    room: Room,
}

impl At<'_, '_> {
    fn row(&mut self, ui: &mut Ui, table: &mut Table) -> Option<Wish> {
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
            row.task(theme_task(task));
            wide_name(row, &short, theme::semibold(size::BODY), Tone::Plain);
            row.number(&number::money(cx.currency(), subtotal.spend, self.lines.decimals));
            row.skip(1);
            self.share(row);
            self.registrations(row, subtotal.won.registrations);
            self.average(row, subtotal.average_cost);
            row.skip(1);
            let add = head::add_to(self.sheet, task);
            if row.cell(|ui| icon_button_colored(ui, icons::PLUS, &add, ADD).clicked()) {
                wish = Some(Wish::Add(task));
            }
        });
        wish.or_else(|| response.clicked().then_some(Wish::Select(Selection::Task(task))))
    }

    fn group(&mut self, ui: &mut Ui, table: &mut Table, index: usize) -> Option<Wish> {
        let cx = self.sheet.cx;
        let group = cx.plan.allocation.groups.get(index)?;
        let subtotal = cx.report.allocation.groups.get(index)?;
        let selection = Selection::Group(group.id.clone());
        let selected = self.sheet.view.selected.as_ref() == Some(&selection);
        let id = egui::Id::unique(("allocation", "group", group.id.as_str()));
        let response = table.row(ui, RowSpec::new(RowKind::Sub).selectable(id, &group.name, selected), |row| {
            row.skip(1);
            wide_name(row, &group.name, theme::text(size::SMALL), Tone::Weak);
            row.number(&number::money(cx.currency(), subtotal.spend, self.lines.decimals));
            row.skip(1);
            self.share(row);
            self.registrations(row, subtotal.won.registrations);
            self.average(row, subtotal.average_cost);
        });
        response.clicked().then_some(Wish::Select(selection))
    }

    fn channel(&mut self, ui: &mut Ui, table: &mut Table, index: usize) -> Option<Wish> {
        let cx = self.sheet.cx;
        let channel = cx.plan.allocation.channels.get(index)?;
        let report = cx.report.allocation.channels.get(index)?;
        let selection = Selection::Channel(channel.id.clone());
        let selected = self.sheet.view.selected.as_ref() == Some(&selection);
        let id = egui::Id::unique(("allocation", "channel", channel.id.as_str()));
        let mut wish = None;
        let response = table.row(ui, RowSpec::plain().selectable(id, &channel.name, selected), |row| {
            self.lock(row, channel);
            row.text(&channel.name);
            self.owner(row, channel);
            wish = self.budget(row, channel);
            let color = theme::palette(row.ui()).task(theme_task(channel.task)).mark;
            row.bar(part(report.share, self.lines.most_share), color);
            self.share(row);
            if report.won.registrations <= 0.0 && !channel.kpi.trim().is_empty() {
                note(row, self.room.after_share(), &channel.kpi);
                return;
            }
            row.number(&number::count(self.lines.registrations.of(Line::Channel(index)), 0));
            if self.room.range {
                let ends = report.range.map(|range| [range.low, range.high].map(|end| number::count(end, 0)));
                row.weak(&ends.map(|[low, high]| number::range(&low, &high)).unwrap_or_default());
            }
            self.average_cell(row, report.average_cost);
            let bar = theme::palette(row.ui()).bar;
            row.bar(part(report.next, self.lines.most_next), bar);
            row.number(&number::count(report.next, 1));
        });
        wish.or_else(|| response.clicked().then_some(Wish::Select(selection)))
    }

    fn event(&mut self, ui: &mut Ui, table: &mut Table, index: usize) -> Option<Wish> {
        let cx = self.sheet.cx;
        let event = cx.plan.events.get(index)?;
        let row_report = cx.report.allocation.events.get(index)?;
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
            row.number(&number::money(cx.currency(), row_report.spend, self.lines.decimals));
            let color = theme::palette(row.ui()).task(theme_task(event.task)).mark;
            row.bar(part(row_report.share, self.lines.most_share), color);
            self.share(row);
            let contacts = number::trimmed(row_report.won.contacts, 0);
            let leads = number::trimmed(row_report.won.leads, 1);
            let brings = t!(cx.words, "allocation-event-brings", contacts = contacts, leads = leads);
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

    fn budget(&mut self, row: &mut Row<'_>, channel: &Channel) -> Option<Wish> {
        let cx = self.sheet.cx;
        let what = cx.words.text("common-budget");
        let name = form::name(cx, &what, &channel.name);
        let shown = number::money(cx.currency(), channel.spend, self.lines.decimals);
        let problem = beyond_limits(self.sheet, channel);
        let id = field_id(Section::Allocation, Some(&channel.id), "spend");
        let field = Field::number(id, &name).bare().problem(problem.as_deref());
        let read = |text: &str| parse::money(text, cx.currency()).map_err(|problem| problem.say(cx.words));
        let edited = row.cell(|ui| parsed_field(ui, field, &shown, &read));
        if let Some(spend) = edited.value {
            self.sheet.change_channel(channel, &what, |channel| channel.spend = spend);
        }
        if edited.has_focus {
            self.sheet.view.typing = Some(channel.id.clone());
        }
        if let Some(back) = tab_pressed(row.ui()).filter(|_| self.typing == Some(&channel.id)) {
            return Some(Wish::Walk { from: self.index, back });
        }
        edited.gained_focus.then(|| Wish::Select(Selection::Channel(channel.id.clone())))
    }

    fn share(&self, row: &mut Row<'_>) {
        row.number(&number::count(self.lines.shares.of(self.lines.rows[self.index]), 1));
    }

    fn registrations(&self, row: &mut Row<'_>, exact: f64) {
        let shown = number::count(self.lines.registrations.of(self.lines.rows[self.index]), 0);
        row.number(if exact > 0.0 { &shown } else { "" });
    }

    /// Average cost behind an empty range, as in rows of sums.
    fn average(&self, row: &mut Row<'_>, cost: Option<f64>) {
        if self.room.range {
            row.skip(1);
        }
        self.average_cell(row, cost);
    }

    fn average_cell(&self, row: &mut Row<'_>, cost: Option<f64>) {
        if self.room.average {
            row.number(&cost.map(|cost| number::count(cost, 2)).unwrap_or_default());
        }
    }
}

fn total(ui: &mut Ui, sheet: &Sheet<'_>, table: &mut Table, (lines, room): (&Lines, Room)) {
    let (cx, report) = (sheet.cx, &sheet.cx.report.allocation);
    let sum = &report.total;
    table.row(ui, RowSpec::new(RowKind::Total).id(egui::Id::unique("allocation total")), |row| {
        row.span(3, |ui| text::label(ui, &cx.words.text("common-total"), theme::semibold(size::BODY), Tone::Plain));
        row.number(&number::money(cx.currency(), sum.spend, lines.decimals));
        row.skip(1);
        row.number(&number::count(sum.share * 100.0, 1));
        row.number(&number::count(sum.won.registrations, 0));
        row.skip(usize::from(room.range));
        if room.average {
            row.number(&sum.average_cost.map(|cost| number::count(cost, 2)).unwrap_or_default());
        }
    });
    let Some(left) = report.unallocated.filter(|left| *left != Money::ZERO) else { return };
    let over = left < Money::ZERO;
    let (key, tone) = if over { ("allocation-row-over", Tone::Bad) } else { ("allocation-row-left", Tone::Weak) };
    let amount = if over { Money::ZERO.minus(left).unwrap_or_default() } else { left };
    let spec = RowSpec::new(RowKind::Detail).id(egui::Id::unique("allocation left")).no_line();
    table.row(ui, spec, |row| {
        row.span(3, |ui| text::small(ui, &cx.words.text(key), tone));
        let font = theme::text(size::SMALL);
        row.styled(&number::money(cx.currency(), amount, lines.decimals), font, tone);
    });
}

/// Whether Tab was pressed, and if so, with Shift.
fn tab_pressed(ui: &Ui) -> Option<bool> {
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::Key { key: Key::Tab, pressed: true, modifiers, .. } => Some(modifiers.shift),
            _ => None,
        })
    })
}

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

/// The colours of a task.
pub fn theme_task(task: Task) -> theme::Task {
    match task {
        Task::A => theme::Task::A,
        Task::B => theme::Task::B,
        Task::W => theme::Task::W,
    }
}

/// The name of a task where room is short.
fn task_name(sheet: &Sheet<'_>, task: Task) -> String {
    sheet.cx.words.text(match task {
        Task::A => "allocation-task-a",
        Task::B => "allocation-task-b",
        Task::W => "allocation-task-w",
    })
}

/// What is wrong with a budget that can be read but lies beyond the channel's limits.
fn beyond_limits(sheet: &Sheet<'_>, channel: &Channel) -> Option<String> {
    let (words, currency) = (sheet.cx.words, sheet.cx.currency());
    let off = channel.off_or_min && channel.spend == Money::ZERO;
    if let Some(min) = channel.min.filter(|min| channel.spend < *min && !off) {
        return Some(t!(words, "allocation-below-min", min = number::amount(currency, min)));
    }
    let max = channel.max.filter(|max| channel.spend > *max)?;
    Some(t!(words, "allocation-above-max", max = number::amount(currency, max)))
}
