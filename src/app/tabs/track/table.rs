//! Where each channel stands: money and registrations, planned and real, and what the difference says.

use eframe::egui::{self, Align, Response, Ui};

use super::View;
use super::lines::{Figures, Line, Lines, cost_of_each};
use super::through::{self, month_name, over};
use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::explain::explained;
use crate::app::icons::{self, Icon};
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::page::roomy;
use crate::app::widgets::text::{self, line};
use crate::app::widgets::{Column, Row, RowKind, RowSpec, Table, is_narrow, section_with, takes_focus_of};
use crate::calc::Section;
use crate::calc::explain::{Figure, OfTrack};
use crate::calc::numbers::quotient;
use crate::calc::track::verdict::Verdict;
use crate::calc::track::{Bought, ChannelTrack, KpiTrack};
use crate::plan::{Actuals, Id, Task};
use crate::report::sentences::happened;
use crate::t;
use crate::words::names::currency_name;
use crate::words::number;

/// Draws heading and table.
pub(super) fn ui(ui: &mut Ui, actuals: &mut Editing<'_, Actuals>, cx: &Cx, view: &mut View) {
    let words = cx.words;
    let title = match over(cx).checked_sub(1) {
        Some(last) => t!(words, "track-channels", month = month_name(cx, last)),
        None => words.text("track-channels-none"),
    };
    let unit = currency_name(&cx.currency().code, words);
    let subtitle = t!(words, "track-channels-subtitle", unit = unit);
    section_with(ui, &title, &subtitle, |ui| through::ui(ui, actuals, cx));
    let Some(lines) = view.lines.take() else { return };
    let mut table = Table::new(ui, egui::Id::unique("track_channels"), &columns(ui, &lines))
        .gap(10.0)
        .row_height(height::ROW_TIGHT);
    let head = |key: &str| words.text(key);
    let [spend, real, percent] = [head("track-head-spend"), head("track-head-real"), "\n%".to_owned()];
    let (won, each) = (head("track-head-registrations"), head("track-head-each"));
    let heads = [
        "",
        &head("track-head-channel"),
        &spend,
        &real,
        &percent,
        &won,
        &real,
        &percent,
        &each,
        &real,
        "",
        &head("track-head-says"),
    ];
    table.header(ui, &heads);
    let total = height::ROW + 2.0;
    let room = (ui.available_height() - total).max(height::ROW * 3.0);
    let shown = view.reveal.take().and_then(|id| lines.row_of(cx, &id));
    let mut table =
        table.reveal(shown).row_height(roomy(room, lines.rows.len(), height::ROW_TIGHT..=height::ROW_ROOMY));
    table.rows(ui, lines.rows.len(), room, |table, ui, index| match lines.rows[index] {
        Line::Task(task) => task_row(ui, table, cx, (&lines, task)),
        Line::Channel(channel) => channel_row(ui, table, (cx, view), (&lines, channel)),
        Line::Kpi(kpi) => kpi_row(ui, table, cx, kpi),
    });
    let spec = RowSpec::new(RowKind::Total).id(egui::Id::unique("track_total"));
    table.row(ui, spec, |row| {
        row.skip(1);
        row.text(&words.text("common-total"));
        let sums = &cx.report.track.total;
        figures(row, cx, lines.total, (sums.planned, sums.real), Asks::OfAll);
        row.skip(1);
        if sums.incomplete > 0 {
            row.weak(&t!(words, "track-incomplete", n = sums.incomplete));
        }
    });
    view.lines = Some(lines);
}

/// Columns of figures are as wide as what stands in their total.
fn columns(ui: &Ui, lines: &Lines) -> Vec<Column> {
    let narrow = is_narrow(ui);
    let Figures { planned, real } = lines.total;
    let wide = |text: String| text::text_width(ui, &text, theme::semibold(size::BODY)).ceil();
    let sum = |column: usize, least: f32| wide(number::count(planned[column].max(real[column]), 0)).max(least);
    let each = wide(number::count(lines.most_each, 2)).max(if narrow { 58.0 } else { 78.0 });
    let least = if narrow { [84.0, 62.0] } else { [96.0, 78.0] };
    let [money, won, each, percent] =
        [sum(0, least[0]), sum(1, least[1]), each, 38.0].map(|width| Column::fixed(width).right());
    let says = Column::flex(1.0, if narrow { 190.0 } else { 230.0 }).at_most(420.0);
    let name = Column::flex(1.0, 150.0).at_most(420.0);
    vec![Column::fixed(18.0), name, money, money, percent, won, won, percent, each, each, Column::fixed(2.0), says]
}

fn task_row(ui: &mut Ui, table: &mut Table, cx: &Cx, (lines, task): (&Lines, Task)) {
    let spec = RowSpec::new(RowKind::Group).id(egui::Id::unique(("track_task", task)));
    table.row(ui, spec, |row| {
        row.task(task);
        row.text(&cx.words.text(match task {
            Task::A => "allocation-task-a",
            Task::B => "allocation-task-b",
            Task::W => "allocation-task-w",
        }));
        let sums = &cx.report.track.tasks[task as usize];
        figures(row, cx, lines.of(Line::Task(task)), (sums.planned, sums.real), Asks::Nothing);
    });
}

fn channel_row(ui: &mut Ui, table: &mut Table, (cx, view): (&Cx, &mut View), (lines, index): (&Lines, usize)) {
    let Some(channel) = cx.plan.allocation.channels.get(index) else { return };
    let selected = view.selected.as_ref() == Some(&channel.id);
    let id = egui::Id::unique(("track_channel", channel.id.as_str(), index));
    let nothing = ChannelTrack::default();
    let track = cx.report.track.channels.get(index).unwrap_or(&nothing);
    let response = table.row(ui, RowSpec::plain().selectable(id, &channel.name, selected), |row| {
        row.skip(1);
        row.text(&channel.name);
        figures(row, cx, lines.of(Line::Channel(index)), (track.planned, track.real), Asks::OfChannel(&channel.id));
        row.skip(1);
        let (icon, says, tone) = says(cx, track);
        row.cell(|ui| said(ui, icon, &says, tone));
    });
    takes_focus_of(ui, field_id(Section::Track, Some(&channel.id), "curve"), &response);
    if response.clicked() {
        view.selected = Some(channel.id.clone());
    }
}

/// Of what figures are that explain themselves.
#[derive(Clone, Copy, PartialEq)]
enum Asks<'a> {
    OfChannel(&'a Id),
    OfAll,
    Nothing,
}

/// Planned, real and what share of the plan that is: of the money, of the registrations; then what one of them costs.
fn figures(row: &mut Row<'_>, cx: &Cx, shown: Figures, (planned, real): (Bought, Bought), asks: Asks) {
    let explains = |row: &mut Row<'_>, shown: &str, response: Response, of: OfTrack| {
        let channel = match asks {
            Asks::OfChannel(id) => Some(id.clone()),
            Asks::OfAll => None,
            Asks::Nothing => return,
        };
        explained(row, cx, (shown, response), || Some(Figure::Track(channel, of)));
    };
    let figures = [[OfTrack::Spent, OfTrack::SpentOfPlan], [OfTrack::Won, OfTrack::WonOfPlan]];
    let units = |amount| cx.currency().units(amount);
    let exact = [[units(planned.spend), units(real.spend)], [planned.registrations, real.registrations]];
    for (column, [planned, real]) in exact.into_iter().enumerate() {
        let count = |exact: f64, shown: f64| number::known(exact, number::count(shown, 0));
        row.number(&if planned > 0.0 { count(planned, shown.planned[column]) } else { String::new() });
        let real_shown = if planned > 0.0 || real > 0.0 { count(real, shown.real[column]) } else { String::new() };
        if asks != Asks::Nothing {
            row.asking();
        }
        let response = row.strong(&real_shown, Tone::Plain);
        explains(row, &real_shown, response, figures[column][0]);
        let part = quotient(real, planned).map(percent).unwrap_or_default();
        if asks != Asks::Nothing {
            row.asking();
        }
        let response = row.number(&part);
        explains(row, &part, response, figures[column][1]);
    }
    for (bought, of) in [(planned, OfTrack::PlannedCost), (real, OfTrack::RealCost)] {
        let each = cost_of_each(bought, cx.currency()).map(|each| number::count(each, 2)).unwrap_or_default();
        if asks != Asks::Nothing {
            row.asking();
        }
        let response = row.number(&each);
        explains(row, &each, response, of);
    }
}

/// A share of the plan in percent; beyond all measure it is no figure to be read.
fn percent(part: f64) -> String {
    if part < 10.0 { number::percent_bare(part, 0) } else { ">999".to_owned() }
}

/// What the difference between a channel and its curve says.
fn says(cx: &Cx, track: &ChannelTrack) -> (Option<Icon>, String, Tone) {
    let (icon, tone) = match track.verdict {
        Verdict::More => (Some(icons::GOOD), Tone::Good),
        Verdict::Less => (Some(icons::WARN), Tone::Warn),
        Verdict::WithinChance | Verdict::TooLittle | Verdict::Unknown => (None, Tone::Weak),
    };
    let said = happened::off_curve(cx.words, track.verdict, track.of_curve);
    (icon, happened::with_known(cx.words, said, track.known, over(cx)), tone)
}

fn said(ui: &mut Ui, icon: Option<Icon>, says: &str, tone: Tone) {
    ui.spacing_mut().item_spacing.x = space::XS;
    if let Some(icon) = icon {
        let color = theme::palette(ui).ink(tone);
        icons::show(ui, icon, 13.0, color);
    }
    let width = ui.available_width();
    let font = if icon.is_some() { theme::semibold(size::SMALL) } else { theme::text(size::SMALL) };
    line(ui, says, font, text::Line { width, height: height::DENSE, align: Align::LEFT, tone });
}

/// A KPI against its last reading.
fn kpi_row(ui: &mut Ui, table: &mut Table, cx: &Cx, index: usize) {
    let Some(track) = cx.report.track.kpis.get(index) else { return };
    let kpis = &cx.plan.allocation.tasks.of(track.task).quantitative;
    let Some(kpi) = kpis.iter().find(|kpi| kpi.id == track.id) else { return };
    let spec = RowSpec::new(RowKind::Sub).id(egui::Id::unique(("track_kpi", index)));
    table.row(ui, spec, |row| {
        row.skip(1);
        row.text(&kpi.name);
        let (says, tone) = kpi_says(cx, track, kpi.to);
        row.span(10, |ui| {
            let width = ui.available_width();
            let spec = text::Line { width, height: height::DENSE, align: Align::LEFT, tone };
            line(ui, &says, theme::text(size::SMALL), spec);
        });
    });
}

fn kpi_says(cx: &Cx, track: &KpiTrack, to: Option<f64>) -> (String, Tone) {
    let words = cx.words;
    let count = |value: f64| number::trimmed(value, 2);
    let target = to.map_or_else(|| number::NOTHING.to_owned(), count);
    let Some((day, value)) = track.reading else {
        return (t!(words, "track-kpi-unread", target = target), Tone::Weak);
    };
    let day = number::day_and_month(words, day);
    match track.planned {
        None => (t!(words, "track-kpi-read", value = count(value), day = day), Tone::Plain),
        Some(planned) => {
            let planned = number::count(planned, 0);
            (t!(words, "track-kpi", value = count(value), day = day, planned = planned, target = target), Tone::Plain)
        }
    }
}
