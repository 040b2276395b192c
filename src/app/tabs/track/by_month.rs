//! The grid of channels and months: what happened is typed into it, or pasted as a block out of a spreadsheet.

use eframe::egui::{self, Align, Layout, Ui};

use super::edit::{self, Amount};
use super::figure::key;
use super::lines::Line;
use super::strays;
use super::through::{self, over};
use super::{View, lines::Lines};
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::button::{IconLook, icon_button_colored};
use crate::app::widgets::grid::{Cell, Cells, Put, Refused, optional};
use crate::app::widgets::page::roomy;
use crate::app::widgets::text::text_width;
use crate::app::widgets::{
    Column, Field, RowKind, RowSpec, Segmented, Table, parsed_field, problem_line, section_with, strong,
};
use crate::calc::months;
use crate::calc::track::Followed;
use crate::plan::{Actuals, Id};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Named, number};

/// Room for the name of a channel, and for a month: a year fits into the smallest window.
const NAME: f32 = 150.0;
const MONTH: f32 = 68.0;
const GAP: f32 = 8.0;

/// Draws heading and grid.
pub(super) fn ui(ui: &mut Ui, actuals: &mut Editing<'_, Actuals>, cx: &Cx, view: &mut View) {
    ui.add_space(space::S);
    let followed = view.typed.unwrap_or(Followed::Spend);
    let seen = keys(ui, actuals, cx, (view, followed));
    heading(ui, actuals, cx, (view, followed));
    if let Some(refused) = &view.refused {
        ui.add_space(space::XS);
        problem_line(ui, &refused.say(cx.words));
        ui.add_space(space::XS);
    }
    strays::ui(ui, actuals, cx);
    let Some(lines) = view.lines.take() else { return };
    let mut grid = Grid::of(ui, cx, view, followed);
    if let Some(cell) = seen {
        grid.bring_into_view(view, month(cell));
    }
    let row = seen.and_then(|cell| lines.channels.get(cell.row)).map(|channel| Line::Channel(*channel));
    let row = row.and_then(|line| lines.grid.iter().position(|other| *other == line));
    grid.show(ui, actuals, (&lines, view, row));
    view.cells.end(ui, &Shape { cx, lines: &lines, followed });
    view.lines = Some(lines);
}

fn heading(ui: &mut Ui, actuals: &mut Editing<'_, Actuals>, cx: &Cx, (view, followed): (&mut View, Followed)) {
    let words = cx.words;
    let unit = currency_name(&cx.currency().code, words);
    let key_of = if followed.is_money() { "track-grid-money" } else { "track-grid-counted" };
    let title = words.text(key(followed));
    section_with(ui, &title, &t!(words, key_of, unit = unit), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        through::ui(ui, actuals, cx);
        let items: Vec<(Followed, String)> = Followed::ALL.into_iter().map(|one| (one, words.text(key(one)))).collect();
        let items: Vec<(Followed, &str)> = items.iter().map(|(one, word)| (*one, word.as_str())).collect();
        let name = words.text("track-typed");
        if let Some(chosen) = Segmented::new(&items, followed).dense().name(&name).show(ui) {
            (view.typed, view.refused) = (Some(chosen), None);
        }
    });
}

/// A cell of the grid.
fn cell_id(channel: &Id, month: u32, followed: Followed) -> egui::Id {
    egui::Id::unique(("track_cell", channel.as_str(), month, followed))
}

/// The cells: channels in their order, and months.
struct Shape<'a> {
    cx: &'a Cx<'a>,
    lines: &'a Lines,
    followed: Followed,
}

impl Shape<'_> {
    fn channel(&self, row: usize) -> Option<(usize, &Id)> {
        let index = *self.lines.channels.get(row)?;
        Some((index, &self.cx.plan.allocation.channels.get(index)?.id))
    }
}

impl Cells for Shape<'_> {
    fn rows(&self) -> usize {
        self.lines.channels.len()
    }

    fn columns(&self, _: usize) -> usize {
        months::period(self.cx.plan).months as usize
    }

    fn id(&self, cell: Cell) -> Option<egui::Id> {
        let (_, channel) = self.channel(cell.row)?;
        Some(cell_id(channel, month(cell), self.followed))
    }

    fn text(&self, cell: Cell) -> String {
        let row = self.channel(cell.row).and_then(|(index, _)| self.lines.typed(self.cx, index, month(cell)));
        let amount = row.and_then(|row| edit::of(row, self.followed));
        amount.map(|amount| edit::show(amount, self.cx.currency())).unwrap_or_default()
    }

    fn cleared(&self, _: Cell) -> Option<&'static str> {
        Some("")
    }
}

fn month(cell: Cell) -> u32 {
    u32::try_from(cell.column).unwrap_or(0)
}

/// Takes the keys of the cells before they see them; returns the cell that is to come into view.
fn keys(ui: &Ui, actuals: &mut Editing<'_, Actuals>, cx: &Cx, (view, followed): (&mut View, Followed)) -> Option<Cell> {
    let lines = view.lines.take()?;
    let shape = Shape { cx, lines: &lines, followed };
    if let Some(put) = view.cells.keys(ui, &shape) {
        view.refused = put.and_then(|put| take(actuals, &shape, &put)).err();
    }
    let seen = view.cells.begin(ui, &shape);
    view.lines = Some(lines);
    seen
}

/// Takes a block in; one step to take back.
fn take(actuals: &mut Editing<'_, Actuals>, shape: &Shape<'_>, put: &Put) -> Result<(), Refused> {
    let (cx, followed) = (shape.cx, shape.followed);
    let period = months::period(cx.plan);
    let room = (shape.rows() - put.at.row, shape.columns(put.at.row) - put.at.column);
    let read = |text: &str| optional(text, |text| edit::read(followed, text, cx.currency()));
    let cells = put.block.read(room, &read)?;
    let pasted = t!(cx.words, "track-step-paste", n = cells.len(), what = cx.words.text(key(followed)));
    let step = put.step(cx.words, cells.len(), pasted);
    actuals.change(step, |actuals| {
        for (down, right, amount) in cells {
            let at = Cell { row: put.at.row + down, column: put.at.column + right };
            if let Some((_, id)) = shape.channel(at.row) {
                edit::put(actuals, period, (id, month(at)), followed, amount);
            }
        }
    });
    Ok(())
}

/// As wide as the largest sum of a month.
fn month_width(ui: &Ui, cx: &Cx, followed: Followed) -> f32 {
    let sums = cx.report.track.courses[followed as usize].real.iter().flatten();
    let widest = number::trimmed(sums.copied().fold(0.0, f64::max).floor(), 0);
    let decimals = if followed.is_money() { ".00" } else { "" };
    text_width(ui, &(widest + decimals), theme::semibold(size::SMALL)).ceil().max(MONTH)
}

/// What of the grid is shown.
struct Grid<'a> {
    cx: &'a Cx<'a>,
    followed: Followed,
    /// The first month shown, and how many.
    first: u32,
    months: u32,
}

impl<'a> Grid<'a> {
    fn of(ui: &Ui, cx: &'a Cx<'a>, view: &View, followed: Followed) -> Self {
        let period = months::period(cx.plan);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "months that fit")]
        let fit = ((ui.available_width() - NAME - 18.0 - GAP) / (month_width(ui, cx, followed) + GAP)).max(1.0) as u32;
        let months = fit.min(period.months);
        // The month after the last one that is over is the next to be typed.
        let next = over(cx).min(period.months - 1);
        let first = view.first_month.unwrap_or(next / months * months).min(period.months - months);
        Self { cx, followed, first, months }
    }

    fn bring_into_view(&mut self, view: &mut View, month: u32) {
        let first = self.first.clamp((month + 1).saturating_sub(self.months), month);
        if first != self.first {
            (self.first, view.first_month) = (first, Some(first));
        }
    }

    fn shown(&self) -> std::ops::Range<u32> {
        self.first..self.first + self.months
    }

    fn show(
        &self,
        ui: &mut Ui,
        actuals: &mut Editing<'_, Actuals>,
        (lines, view, reveal): (&Lines, &mut View, Option<usize>),
    ) {
        let month = Column::flex(1.0, MONTH).right();
        let mut columns = vec![Column::fixed(18.0), Column::flex(8.0, NAME).at_most(320.0)];
        columns.extend(self.shown().map(|_| month));
        let mut table = Table::new(ui, egui::Id::unique("track_grid"), &columns).gap(GAP).reveal(reveal);
        self.pages(ui, view);
        let names: Vec<String> = self.shown().map(|month| self.month(month)).collect();
        let channel = self.cx.words.text("track-head-channel");
        let mut heads = vec!["", channel.as_str()];
        heads.extend(names.iter().map(String::as_str));
        table.header(ui, &heads);
        let room = (ui.available_height() - height::ROW - 2.0).max(height::ROW * 3.0);
        let mut table = table.row_height(roomy(room, lines.grid.len(), height::ROW_TIGHT..=height::ROW_ROOMY));
        table.rows(ui, lines.grid.len(), room, |table, ui, index| match lines.grid[index] {
            Line::Channel(channel) => {
                self.channel(ui, table, actuals, (channel, lines, view));
            }
            Line::Task(task) => {
                let spec = RowSpec::new(RowKind::Group).id(egui::Id::unique(("track_grid_task", task)));
                table.row(ui, spec, |row| {
                    row.task(task);
                    row.span(3, |ui| {
                        // The last of these columns is one of numbers; a name begins at the left of all of them.
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            strong(ui, &task.name(self.cx.words));
                        });
                    });
                });
            }
            Line::Kpi(_) => {}
        });
        self.total(ui, &mut table);
    }

    /// Where the period is longer than the window is wide: which of its months are shown.
    fn pages(&self, ui: &mut Ui, view: &mut View) {
        let period = months::period(self.cx.plan);
        if self.months >= period.months {
            return;
        }
        let words = self.cx.words;
        ui.horizontal(|ui| {
            let mut turn = |ui: &mut Ui, icon, key: &str, to: Option<u32>| {
                let look = IconLook { icon: 14.0, enabled: to.is_some(), ..IconLook::default() };
                if icon_button_colored(ui, icon, &words.text(key), look).clicked() {
                    view.first_month = to;
                }
            };
            let back = (self.first > 0).then(|| self.first.saturating_sub(self.months));
            let on = (self.first + self.months < period.months)
                .then(|| (self.first + self.months).min(period.months - self.months));
            turn(ui, icons::CHEVRON_LEFT, "track-earlier-months", back);
            let [from, to] =
                [self.first, self.first + self.months - 1].map(|month| number::month_of(words, &period, month));
            crate::app::widgets::weak(ui, &number::range(&from, &to));
            turn(ui, icons::CHEVRON_RIGHT, "track-later-months", on);
        });
    }

    /// The name of a month above its column, with its year where there are several.
    fn month(&self, month: u32) -> String {
        let period = months::period(self.cx.plan);
        let day = period.month_start(month);
        let name = number::month_short(self.cx.words, day.month());
        let years = period.start.year() != period.end().year();
        if years { format!("{name}\n{}", day.year()) } else { name }
    }

    fn channel(
        &self,
        ui: &mut Ui,
        table: &mut Table,
        actuals: &mut Editing<'_, Actuals>,
        (index, lines, view): (usize, &Lines, &mut View),
    ) {
        let cx = self.cx;
        let Some(channel) = cx.plan.allocation.channels.get(index) else { return };
        let spec = RowSpec::plain().id(egui::Id::unique(("track_grid_channel", channel.id.as_str(), index)));
        table.row(ui, spec, |cells| {
            cells.skip(1);
            cells.text(&channel.name);
            for month in self.shown() {
                let typed = lines.typed(cx, index, month).and_then(|row| edit::of(row, self.followed));
                let at = Cell { row: lines.place(index), column: month as usize };
                cells.cell(|ui| {
                    view.cells.ground(ui, at);
                    self.cell(ui, actuals, ((index, month), typed), (view, at));
                });
            }
        });
    }

    /// One figure; typed it goes before what is reported, which shows through where nothing is typed.
    fn cell(
        &self,
        ui: &mut Ui,
        actuals: &mut Editing<'_, Actuals>,
        ((index, month), typed): ((usize, u32), Option<Amount>),
        (view, at): (&mut View, Cell),
    ) {
        let (cx, followed) = (self.cx, self.followed);
        let Some(channel) = cx.plan.allocation.channels.get(index) else { return };
        let shown = typed.map(|amount| edit::show(amount, cx.currency())).unwrap_or_default();
        let reported = self.reported(index, month).unwrap_or_else(|| "·".to_owned());
        let what = cx.words.text(key(followed));
        let name =
            t!(cx.words, "track-cell", what = what, channel = &channel.name, month = through::month_name(cx, month));
        let id = cell_id(&channel.id, month, followed);
        let field = Field::number(id, &name)
            .entry(edit::entry(followed, cx.currency()))
            .bare()
            .cell()
            .hint(&reported)
            .font(theme::text(size::SMALL));
        let read = |text: &str| match text.trim() {
            "" => Ok(None),
            text => edit::read(followed, text, cx.currency()).map(Some).map_err(|problem| problem.say(cx.words)),
        };
        let edited = parsed_field(ui, field, &shown, &read);
        if let Some(amount) = edited.value.filter(|amount| *amount != typed) {
            view.refused = None;
            let period = months::period(cx.plan);
            let step = t!(cx.words, "track-step-type", figure = &name);
            actuals.change(step, |actuals| edit::put(actuals, period, (&channel.id, month), followed, amount));
        }
        view.cells.touched(ui, &edited, at);
    }

    /// What is known of a cell without being typed.
    fn reported(&self, index: usize, month: u32) -> Option<String> {
        let known = self.cx.report.track.ledger.channels.get(index)?.get(month as usize)?;
        let amount = match self.followed {
            Followed::Spend => known.spend.map(Amount::Money),
            Followed::Registrations => known.registrations.map(Amount::Number),
            Followed::Leads => known.leads.map(Amount::Number),
            Followed::Customers => known.customers.map(Amount::Number),
            Followed::Revenue => known.revenue.map(Amount::Money),
        };
        amount.map(|amount| edit::show(amount, self.cx.currency()))
    }

    /// What is known of each month, over all channels.
    fn total(&self, ui: &mut Ui, table: &mut Table) {
        let cx = self.cx;
        let course = &cx.report.track.courses[self.followed as usize];
        let spec = RowSpec::new(RowKind::Total).id(egui::Id::unique("track_grid_total")).text_size(size::SMALL);
        table.row(ui, spec, |row| {
            row.skip(1);
            row.text(&cx.words.text("common-total"));
            for month in self.shown() {
                let known = course.real.get(month as usize).copied().flatten();
                let shown = known.map_or_else(String::new, |known| number::trimmed(known, 2));
                row.strong(&shown, Tone::Plain);
            }
        });
    }
}
