//! Who does what: functions by people, the KPI of each function, and where the KPIs run to.

use std::ops::RangeInclusive;

use eframe::egui::{
    Align, Align2, CursorIcon, Id as EguiId, Layout, Rangef, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{Desk, Selected, TextOf};
use crate::app::context::field_id;
use crate::app::icons;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::text::{elided, paint_galley};
use crate::app::widgets::{Button, Field, focus_ring, is_narrow, order, page, text_field};
use crate::calc::Section;
use crate::plan::team::{Function, Kpi, KpiEffect};
use crate::plan::{Id, Team};
use crate::t;

const HEADER: f32 = 40.0;
/// What the bar below the names takes, where not all people fit.
const BAR_ROW: f32 = 22.0;
/// Height of a function with one KPI, where there is room.
const ROW: RangeInclusive<f32> = 50.0..=112.0;
/// How much lower every further KPI is.
const FURTHER: f32 = 6.0;
/// Height of the words where nobody is responsible.
const NOBODY: f32 = 28.0;
/// What stands below the rows.
const BELOW: f32 = 190.0;
const NAME: f32 = 132.0;
/// Space between people and KPIs.
const GAP: f32 = 20.0;
/// The narrowest column of KPIs, one that most are read in, and from which width on the people get more.
const KPI: f32 = 230.0;
const READ_KPI: f32 = 320.0;
const WIDE_KPI: f32 = 480.0;
/// A column that most names fit in.
const NAMED_CELL: f32 = 64.0;
/// The widest column of a person.
const WIDE_CELL: f32 = 96.0;

/// Where the columns of the grid stand, in screen points.
pub(super) struct Grid {
    pub left: f32,
    pub cell_width: f32,
    /// Height of a function with one KPI.
    pub row: f32,
    /// How many people stand further left than it shows.
    pub before: usize,
    pub people: Vec<Id>,
    /// How many people there are.
    pub all: usize,
    pub kpi: Rangef,
    pub right: f32,
}

impl Grid {
    /// Room from the KPIs to the right edge: curves, goal and its words.
    fn goal_room(ui: &Ui, team: &Team) -> f32 {
        // Without a KPI nothing is drawn there.
        if team.functions.iter().all(|function| function.kpis.is_empty()) {
            return 0.0;
        }
        if is_narrow(ui) { 176.0 } else { 200.0 }
    }

    fn place(ui: &Ui, team: &Team, before: usize) -> Self {
        let area = ui.available_rect_before_wrap();
        let goal = Self::goal_room(ui, team);
        let room = area.width() - goal - NAME - GAP - KPI;
        #[allow(clippy::cast_precision_loss)] // a handful of people
        let each = |room: f32| (room / team.people.len().max(1) as f32).floor();
        // As wide as a name where few people share the room; wider only where the KPIs have theirs.
        let least = if is_narrow(ui) { 40.0 } else { 44.0 };
        let named = each(room + KPI - READ_KPI).clamp(least, NAMED_CELL);
        let cell_width = each(room + KPI - WIDE_KPI).clamp(named, WIDE_CELL);
        let row = page::roomy(ui.clip_rect().height() - HEADER - BELOW, team.functions.len(), ROW);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a handful of cells
        let fit = (room / cell_width).floor().max(2.0) as usize;
        let before = before.min(team.people.len().saturating_sub(fit));
        let people: Vec<Id> = team.people.iter().skip(before).take(fit).map(|person| person.id.clone()).collect();
        #[allow(clippy::cast_precision_loss)] // a handful of cells
        let kpi_left = area.left() + NAME + cell_width * people.len() as f32 + GAP;
        let kpi_right = area.right() - goal;
        let kpi = Rangef::new(kpi_left, kpi_right);
        Self { left: area.left(), cell_width, row, before, people, all: team.people.len(), kpi, right: area.right() }
    }

    /// The column of a person on show.
    #[allow(clippy::cast_precision_loss)] // a handful of cells
    pub fn cell(&self, index: usize, row: Rect) -> Rect {
        let left = self.left + NAME + self.cell_width * index as f32;
        Rect::from_x_y_ranges(left..=left + self.cell_width, row.y_range())
    }

    /// Whether people stand further left or right than it shows.
    pub fn scrolls(&self) -> bool {
        self.people.len() < self.all
    }

    /// Below the names of the people.
    pub fn bar_row(&self, head: Rect) -> Rect {
        Rect::from_min_max(pos2(self.left, head.bottom() - BAR_ROW), pos2(self.kpi.min - GAP, head.bottom()))
    }

    pub fn name(&self, row: Rect) -> Rect {
        Rect::from_x_y_ranges(self.left..=self.left + NAME - 6.0, row.y_range())
    }
}

/// A KPI as it stands in the grid: the curves start here.
pub(super) struct KpiLine {
    pub function: Id,
    pub effect: KpiEffect,
    pub y: f32,
}

impl Desk<'_, '_> {
    /// The grid with its curves to the goal.
    pub(super) fn grid(&mut self, ui: &mut Ui) {
        let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
        let now = self.team.now();
        let grid = Grid::place(ui, &now, self.view.people_before);
        self.view.people_before = grid.before;
        let head = if grid.scrolls() { HEADER + BAR_ROW } else { HEADER };
        let (_, head) = ui.allocate_space(vec2(ui.available_width(), head));
        let top = ui.cursor().top();
        let ground = ui.painter().add(eframe::egui::Shape::Noop);
        let mut lines = Vec::new();
        let begin = order::place(ui);
        for function in &now.functions {
            self.grid_row(ui, &grid, function, &mut lines);
        }
        let bottom = ui.cursor().top();
        self.owner_ground(ui, &grid, ground, top..=bottom);
        self.curves(ui, &grid, &lines);
        let header = order::place(ui);
        self.grid_header(ui, &grid, held(ui, head, bottom));
        order::swap(ui, begin, header);
        if grid.scrolls() {
            self.wheel(ui, &grid, Rect::from_x_y_ranges(grid.left..=grid.kpi.max, head.top()..=bottom));
        }
        ui.spacing_mut().item_spacing.y = spacing;
        ui.add_space(space::S);
    }

    /// The owner's column stands on the ground of a selection.
    fn owner_ground(&self, ui: &Ui, grid: &Grid, ground: eframe::egui::layers::ShapeIdx, rows: RangeInclusive<f32>) {
        let owner = self.cx.report.team.owner.as_ref();
        let Some(index) = owner.and_then(|owner| grid.people.iter().position(|person| person == owner)) else { return };
        let rect = grid.cell(index, Rect::from_x_y_ranges(0.0..=0.0, rows));
        ui.painter().set(ground, eframe::egui::Shape::rect_filled(rect, 0.0, theme::palette(ui).sel));
    }

    /// Stays in sight while the functions are scrolled.
    fn grid_header(&mut self, ui: &mut Ui, grid: &Grid, rect: Rect) {
        let palette = theme::palette(ui);
        // What is scrolled below it is neither seen nor clicked.
        ui.interact(rect, EguiId::unique("team_head"), Sense::CLICK);
        ui.painter().rect_filled(rect.expand2(vec2(8.0, 0.0)), 0.0, palette.panel);
        let names = Rect::from_min_size(rect.min, vec2(rect.width(), HEADER));
        let head = |x: f32, text: &str| {
            let at = pos2(x, names.bottom() - 6.0);
            ui.painter().text(at, Align2::LEFT_BOTTOM, text, theme::text(size::SMALL), palette.weak);
        };
        head(grid.left, &self.text("team-function"));
        head(grid.kpi.min, &self.text("team-kpi"));
        for (index, person) in grid.people.iter().enumerate() {
            self.person_heading(ui, grid.cell(index, names), person);
        }
        if grid.scrolls() {
            self.people_bar(ui, grid, grid.bar_row(rect));
        }
        ui.painter().hline(grid.left..=grid.kpi.max, rect.bottom() - 0.5, palette.rule_line());
    }

    /// A name over its column, in two lines; a click opens the person's fields.
    fn person_heading(&mut self, ui: &mut Ui, cell: Rect, person: &Id) {
        let response = ui.interact(cell, EguiId::unique(("team_heading", person.as_str())), Sense::click());
        let name = self.person(person);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let palette = theme::palette(ui);
        let owner = self.cx.report.team.owner.as_ref() == Some(person);
        let ink = if owner || response.hovered() || self.view.selected == Selected::Person(person.clone()) {
            palette.text
        } else {
            palette.weak
        };
        let font = if owner { theme::semibold(size::SMALL) } else { theme::text(size::SMALL) };
        let lines = heading_lines(ui, &name, &font, cell.width() - 2.0);
        for (line, bottom) in lines.iter().rev().zip([5.0, 21.0]) {
            let galley = elided(ui.painter(), line, font.clone(), ink, cell.width() - 2.0);
            let at = pos2(cell.center().x, cell.bottom() - bottom);
            paint_galley(ui.painter(), at, Align2::CENTER_BOTTOM, galley);
        }
        focus_ring(ui, &response);
        let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&name);
        if response.clicked() {
            self.view.selected = Selected::Person(person.clone());
        }
    }

    fn grid_row(&mut self, ui: &mut Ui, grid: &Grid, function: &Function, lines: &mut Vec<KpiLine>) {
        #[allow(clippy::cast_precision_loss)] // a handful of KPIs
        let tall = grid.row + (grid.row - FURTHER) * function.kpis.len().saturating_sub(1) as f32;
        let (_, row) = ui.allocate_space(vec2(ui.available_width(), tall));
        let row = Rect::from_x_y_ranges(grid.left..=grid.kpi.max, row.y_range());
        let palette = theme::palette(ui);
        let selected = self.view.selected == Selected::Function(function.id.clone());
        if selected {
            ui.painter().rect_filled(row.expand2(vec2(6.0, 0.0)), 0.0, palette.sel);
            let edge = Rect::from_min_size(row.min - vec2(6.0, 0.0), vec2(3.0, row.height()));
            ui.painter().rect_filled(edge, 0.0, palette.accent);
        }
        ui.painter().hline(row.x_range(), row.bottom() - 0.5, palette.hairline());
        let line = Rect::from_min_size(row.min, vec2(row.width(), grid.row));
        let gap = self.gap(grid, function);
        order::from_left(ui, |ui| {
            self.function_name(ui, grid.name(line), function, gap == Some(Gap::BelowName));
            for (index, person) in grid.people.iter().enumerate() {
                if gap.is_none_or(|gap| !gap.covers(index)) {
                    self.cell(ui, grid.cell(index, line), function, person);
                }
            }
            match gap {
                Some(Gap::Over(first)) => {
                    let rect = grid.cell(first, line).union(grid.cell(first + 1, line));
                    self.gap_cell(ui, rect.shrink2(vec2(5.0, (rect.height() - NOBODY) / 2.0)), function);
                }
                Some(Gap::BelowName) => {
                    let name = grid.name(line);
                    let rect = Rect::from_min_size(pos2(name.left(), name.center().y + 3.0), vec2(76.0, 20.0));
                    self.gap_cell(ui, rect, function);
                }
                None => {}
            }
        });
        self.kpi_lines(ui, grid, (function, row), lines);
    }

    /// Where the row says that nobody is responsible: over the first two empty cells.
    fn gap(&self, grid: &Grid, function: &Function) -> Option<Gap> {
        let row = self.cx.report.team.functions.iter().find(|row| row.id == function.id)?;
        if !row.responsible.is_empty() || self.team.people.is_empty() {
            return None;
        }
        let owner = self.cx.report.team.owner.as_ref();
        let empty = |person: &Id| Some(person) != owner && super::edit::part(function, person).is_none();
        let over = grid.people.windows(2).position(|pair| pair.iter().all(empty));
        Some(over.map_or(Gap::BelowName, Gap::Over))
    }

    fn function_name(&mut self, ui: &mut Ui, rect: Rect, function: &Function, raised: bool) {
        let response = ui.interact(rect, field_id(Section::Team, Some(&function.id), "function"), Sense::click());
        let name = self.function(&function.id);
        let on = self.view.selected == Selected::Function(function.id.clone());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &name));
        let palette = theme::palette(ui);
        let ink = if response.hovered() { palette.accent } else { palette.text };
        let mut job =
            eframe::egui::text::LayoutJob::simple(name.clone(), theme::semibold(size::BODY), ink, rect.width());
        job.wrap.max_rows = if raised { 1 } else { 2 };
        let galley = ui.painter().layout_job(job);
        let cut = galley.elided;
        let middle = rect.center().y - if raised { 10.0 } else { 0.0 };
        paint_galley(ui.painter(), pos2(rect.left(), middle), Align2::LEFT_CENTER, galley);
        focus_ring(ui, &response);
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        let response = if cut { response.on_hover_text(&name) } else { response };
        if response.clicked() {
            self.view.selected = if on { Selected::Nothing } else { Selected::Function(function.id.clone()) };
        }
    }

    fn kpi_lines(&mut self, ui: &mut Ui, grid: &Grid, (function, row): (&Function, Rect), lines: &mut Vec<KpiLine>) {
        let id = field_id(Section::Team, Some(&function.id), "kpis");
        if function.kpis.is_empty() {
            let rect = Rect::from_x_y_ranges(grid.kpi.min - space::XS..=grid.kpi.max, row.y_range());
            let layout = Layout::left_to_right(Align::Center);
            let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt(id));
            let name = t!(self.cx.words, "team-add-kpi-to", function = self.function(&function.id));
            let add = Button::quiet(&self.text("team-add-kpi")).icon(icons::PLUS).name(&name).dense().show(&mut child);
            if add.clicked() {
                self.add_kpi(&function.id);
            }
            return;
        }
        let first_wrong = function.kpis.iter().position(|kpi| kpi.effect != KpiEffect::Serves);
        let mut top = row.top();
        for (index, kpi) in function.kpis.iter().enumerate() {
            let tall = if index == 0 { grid.row } else { grid.row - FURTHER };
            let rect = Rect::from_x_y_ranges(grid.kpi, top..=top + tall);
            let of_kpi = EguiId::unique(("team_effect", kpi.id.as_str()));
            let effect_id = if first_wrong == Some(index) { id } else { of_kpi };
            self.kpi_line(ui, rect, function, (kpi, effect_id));
            lines.push(KpiLine { function: function.id.clone(), effect: kpi.effect.clone(), y: rect.center().y });
            top += tall;
        }
    }

    /// Name and target of a KPI, typed where they stand; what it does to the goal at the right.
    fn kpi_line(&mut self, ui: &mut Ui, rect: Rect, function: &Function, (kpi, effect): (&Kpi, EguiId)) {
        let at_right = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center)).id_salt(effect);
        let begin = order::place(ui);
        let mut right = ui.new_child(at_right);
        self.effect_choice(&mut right, effect, &function.id, kpi);
        let middle = order::place(ui);
        let words = Rect::from_min_max(rect.min, pos2(right.min_rect().left() - space::M, rect.max.y));
        let fields: [(TextOf<'_, Kpi>, f32); 2] = [
            (("kpi_name", "common-name", &kpi.name, |kpi, text| kpi.name = text), -9.0),
            (("kpi_target", "team-target", &kpi.target, |kpi, text| kpi.target = text), 11.0),
        ];
        for ((field, label, text, set), offset) in fields {
            let id = field_id(Section::Team, Some(&kpi.id), field);
            let middle = rect.center().y + offset;
            let line = Rect::from_x_y_ranges(words.x_range(), middle - 10.0..=middle + 10.0);
            let mut child = ui.new_child(UiBuilder::new().max_rect(line).id_salt(id));
            let name = self.of(&self.text(label), &self.kpi_name(kpi));
            let hint = self.text(if field == "kpi_name" { "team-kpi-hint" } else { "team-target-hint" });
            let spec = Field::new(id, &name).bare().low().hint(&hint);
            let font = theme::text(if field == "kpi_name" { size::BODY } else { size::SMALL });
            let spec = spec.font(font.clone());
            let spec = if field == "kpi_name" { spec } else { spec.tone(Tone::Weak) };
            let edited = text_field(&mut child, spec, text);
            let whole = ui.painter().layout_no_wrap(text.to_owned(), font, theme::LIGHT.text).size().x;
            if whole > line.width() && !edited.has_focus {
                edited.response.on_hover_text(text);
            }
            if let Some(text) = edited.value {
                self.change_kpi(kpi, |kpi| set(kpi, text));
            }
        }
        order::swap(ui, begin, middle);
    }
}

/// Where the head stands: in its place, or at the top of what is seen while any of the grid is.
fn held(ui: &Ui, head: Rect, bottom: f32) -> Rect {
    let top = ui.clip_rect().top().min(bottom - head.height()).max(head.top());
    head.translate(vec2(0.0, top - head.top()))
}

/// A name in one or two lines: broken at its space, or in the middle where it has none and is written in characters.
fn heading_lines(ui: &Ui, name: &str, font: &eframe::egui::FontId, width: f32) -> Vec<String> {
    if let Some((first, rest)) = name.split_once(' ') {
        return vec![first.to_owned(), rest.to_owned()];
    }
    let wide = ui.painter().layout_no_wrap(name.to_owned(), font.clone(), theme::LIGHT.text).size().x > width;
    if !wide || name.is_ascii() {
        return vec![name.to_owned()];
    }
    let half = name.chars().count().div_ceil(2);
    vec![name.chars().take(half).collect(), name.chars().skip(half).collect()]
}

/// Where the gap stands in its row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// Over this cell and the next.
    Over(usize),
    /// Where no two cells beside each other are empty.
    BelowName,
}

impl Gap {
    fn covers(self, index: usize) -> bool {
        matches!(self, Self::Over(first) if index == first || index == first + 1)
    }
}
