//! How much each month counts: of a task for all of its channels, of a channel where it differs.

use eframe::egui::{self, Ui};

use super::super::Desk;
use super::super::cells::month_name;
use super::super::lines::Lines;
use super::super::shown::month_heads;
use super::{FOOT, Timing, years};
use crate::app::context::field_id;
use crate::app::icons;
use crate::app::tabs::allocation::channels::Line;
use crate::app::theme::{self, height, size};
use crate::app::widgets::button::{IconLook, icon_button_colored};
use crate::app::widgets::grid::{Cell, Cells, Put, Refused, optional};
use crate::app::widgets::{Field, Row, RowKind, RowSpec, Table, parsed_field};
use crate::calc::Section;
use crate::calc::allocation::task_id;
use crate::calc::schedule::edit;
use crate::plan::{Allocation, Id, Task};
use crate::t;
use crate::words::{Named, number, parse};

/// Whose weights these are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Task(Task),
    Channel(usize),
}

impl Whose {
    fn of(line: &Line) -> Option<Self> {
        match line {
            Line::Task(task) => Some(Self::Task(*task)),
            Line::Channel(index) => Some(Self::Channel(*index)),
            Line::Group(_) | Line::Event(_) => None,
        }
    }

    fn id(self, allocation: &Allocation) -> Id {
        match self {
            Self::Task(task) => task_id(task),
            Self::Channel(index) => allocation.channels.get(index).map_or_else(|| Id::new(""), |one| one.id.clone()),
        }
    }

    fn stated(self, allocation: &Allocation) -> &[f64] {
        match self {
            Self::Task(task) => &allocation.tasks.of(task).season,
            Self::Channel(index) => allocation.channels.get(index).map_or(&[], |channel| &channel.schedule.season),
        }
    }

    fn stated_mut(self, allocation: &mut Allocation) -> Option<&mut Vec<f64>> {
        match self {
            Self::Task(task) => Some(&mut allocation.tasks.of_mut(task).season),
            Self::Channel(index) => allocation.channels.get_mut(index).map(|channel| &mut channel.schedule.season),
        }
    }

    /// What counts where it states nothing itself, for so many months.
    fn inherited(self, allocation: &Allocation, months: usize) -> Vec<f64> {
        let of_task = match self {
            Self::Task(_) => &[],
            Self::Channel(index) => {
                let task = allocation.channels.get(index).map(|channel| channel.task).unwrap_or_default();
                allocation.tasks.of(task).season.as_slice()
            }
        };
        let otherwise = if of_task.is_empty() { 1.0 } else { 0.0 };
        (0..months).map(|month| of_task.get(month).copied().unwrap_or(otherwise)).collect()
    }
}

/// Draws the weights.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk<'_>, lines: &Lines, timing: &mut Timing) {
    let rows: Vec<Whose> = lines.rows.iter().filter_map(Whose::of).collect();
    let seen = keys(ui, desk, &rows, timing);
    let shown = years::turn(ui, desk, timing);
    let reveal = timing.take_aim(ui, |item| rows.iter().position(|row| row.id(&desk.cx.plan.allocation) == *item));
    let reveal = reveal.or(seen);
    let id = egui::Id::unique("seasons");
    let columns = years::columns(&shown, 24.0);
    let mut table = Table::new(ui, id, &columns).gap(8.0).row_height(height::ROW_TIGHT).reveal(reveal);
    let mut heads = vec![String::new(), desk.cx.words.text("allocation-column-channel")];
    heads.extend(month_heads(desk.cx, shown.clone()));
    table.header(ui, &heads.iter().map(String::as_str).collect::<Vec<_>>());
    let room = (ui.available_height() - FOOT).max(height::ROW_TIGHT * 3.0);
    table.rows(ui, rows.len(), room, |table, ui, index| {
        let whose = rows[index];
        let (kind, name) = match whose {
            Whose::Task(task) => (RowKind::Group, task.name(desk.cx.words)),
            Whose::Channel(index) => (RowKind::Plain, desk.cx.plan.allocation.channels[index].name.clone()),
        };
        let row_id = egui::Id::unique(("season", whose.id(&desk.cx.plan.allocation).as_str()));
        table.row(ui, RowSpec::new(kind).id(row_id), |row| {
            match whose {
                Whose::Task(task) => row.task(task),
                Whose::Channel(_) => row.skip(1),
            }
            row.text(&name);
            for month in shown.clone() {
                weight(row, desk, (whose, &name), (index, month), timing);
            }
            clear(row, desk, (whose, &name));
        });
    });
    timing.cells.end(ui, &Shape::of(desk, &rows, timing));
}

/// The cells: tasks and channels in the order of their rows, and months.
struct Shape<'a> {
    rows: &'a [Whose],
    allocation: &'a Allocation,
    months: usize,
    first: usize,
}

impl<'a> Shape<'a> {
    fn of(desk: &Desk<'a>, rows: &'a [Whose], timing: &Timing) -> Self {
        Self { rows, allocation: &desk.cx.plan.allocation, months: desk.months(), first: timing.first }
    }
}

impl Cells for Shape<'_> {
    fn rows(&self) -> usize {
        self.rows.len()
    }

    fn columns(&self, _: usize) -> usize {
        self.months
    }

    fn id(&self, cell: Cell) -> Option<egui::Id> {
        Some(weight_id(&self.rows.get(cell.row)?.id(self.allocation), cell.column, self.first))
    }

    fn text(&self, cell: Cell) -> String {
        let stated = self.rows.get(cell.row).map(|whose| whose.stated(self.allocation)).unwrap_or_default();
        stated.get(cell.column).map(|weight| number::trimmed(*weight, 4)).unwrap_or_default()
    }

    fn cleared(&self, _: Cell) -> Option<&'static str> {
        Some("")
    }
}

/// The field of a weight: findings lead to the first one that is shown.
fn weight_id(whose: &Id, month: usize, first: usize) -> egui::Id {
    if month == first {
        return field_id(Section::Allocation, Some(whose), "season");
    }
    egui::Id::unique(("season", whose.as_str(), month))
}

/// Takes the keys of the cells before they see them; returns the row to bring into view.
fn keys(ui: &Ui, desk: &mut Desk<'_>, rows: &[Whose], timing: &mut Timing) -> Option<usize> {
    let shape = Shape::of(desk, rows, timing);
    let put = timing.cells.keys(ui, &shape);
    let seen = timing.cells.begin(ui, &shape);
    if let Some(put) = put {
        timing.refused = put.and_then(|put| take(desk, rows, &put)).err();
    }
    let cell = seen?;
    let shown = desk.months().min(years::MOST);
    timing.first = timing.first.clamp((cell.column + 1).saturating_sub(shown), cell.column);
    Some(cell.row)
}

fn step(desk: &Desk<'_>, name: &str) -> String {
    t!(desk.cx.words, "months-step-season", item = name)
}

fn weight(
    row: &mut Row<'_>,
    desk: &mut Desk<'_>,
    (whose, of): (Whose, &str),
    (place, month): (usize, usize),
    timing: &mut Timing,
) {
    let cx = desk.cx;
    let allocation = &cx.plan.allocation;
    let (stated, inherited) = (whose.stated(allocation), whose.inherited(allocation, desk.months()));
    let own = (!stated.is_empty()).then(|| stated.get(month).copied().unwrap_or(0.0));
    let shown = own.map(|weight| number::trimmed(weight, 4)).unwrap_or_default();
    let hint = number::trimmed(inherited[month], 4);
    let name = t!(cx.words, "months-season-cell", item = of, month = month_name(cx, month));
    let id = whose.id(allocation);
    let field = Field::number(weight_id(&id, month, timing.first), &name)
        .bare()
        .cell()
        .hint(&hint)
        .font(theme::text(size::BODY));
    let read = |text: &str| match text.trim() {
        "" => Ok(None),
        text => parse::count(text).map(Some).map_err(|problem| problem.say(cx.words)),
    };
    let cell = Cell { row: place, column: month };
    let edited = row.cell(|ui| {
        timing.cells.ground(ui, cell);
        parsed_field(ui, field, &shown, &read)
    });
    timing.cells.touched(row.ui(), &edited, cell);
    if let Some(typed) = edited.value.filter(|typed| *typed != own) {
        let weight = typed.unwrap_or(inherited[month]);
        desk.allocation.change(step(desk, of), |allocation| {
            if let Some(season) = whose.stated_mut(allocation) {
                edit::put_season(season, &inherited, &[(month, weight)]);
            }
        });
    }
}

/// Takes the weights away: those of the task count then, or all months the same.
fn clear(row: &mut Row<'_>, desk: &mut Desk<'_>, (whose, of): (Whose, &str)) {
    if whose.stated(&desk.cx.plan.allocation).is_empty() {
        return;
    }
    let name = t!(desk.cx.words, "months-season-clear", item = of);
    let look = IconLook { icon: 13.0, side: 20.0, ..IconLook::default() };
    if row.cell(|ui| icon_button_colored(ui, icons::CLOSE, &name, look).clicked()) {
        desk.allocation.change(step(desk, of), |allocation| {
            if let Some(season) = whose.stated_mut(allocation) {
                season.clear();
            }
        });
    }
}

/// Takes a block in.
fn take(desk: &mut Desk<'_>, rows: &[Whose], put: &Put) -> Result<(), Refused> {
    let months = desk.months();
    let room = (rows.len() - put.at.row, months - put.at.column);
    let cells = put.block.read(room, &|text| optional(text, parse::count))?;
    let now = desk.allocation.now();
    let words = desk.cx.words;
    let step = put.step(words, cells.len(), t!(words, "months-step-paste", n = cells.len()));
    desk.allocation.change(step, |allocation| {
        for (down, right, weight) in cells {
            let Some(whose) = rows.get(put.at.row + down) else { continue };
            let (inherited, month) = (whose.inherited(&now, months), put.at.column + right);
            // What states nothing has nothing to be cleared.
            if weight.is_none() && whose.stated(&now).is_empty() {
                continue;
            }
            let weight = weight.unwrap_or(inherited[month]);
            if let Some(season) = whose.stated_mut(allocation) {
                edit::put_season(season, &inherited, &[(month, weight)]);
            }
        }
    });
    Ok(())
}
