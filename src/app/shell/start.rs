//! The start page: what the program does in one drawing, three ways to begin, recent plans.

use std::path::{Path, PathBuf};

use eframe::egui::{Align2, CentralPanel, Frame, Margin, Panel, Pos2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::entry::{self, Entry};
use super::moment::moment;
use super::unsaved;

use crate::app::Services;
use crate::app::command::Command;
use crate::app::context::{Request, Requests};
use crate::app::examples::Examples;
use crate::app::icons::{self, Icon};
use crate::app::left_behind::Offers;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::page::head_row;
use crate::app::widgets::text::{elided, label, paint_galley, small};
use crate::app::widgets::{Button, button::mix, focus_ring, hairline, order, rule};
use crate::calc::ripple::{Step, StepKind};
use crate::file::Settings;
use crate::file::recovery::Left;
use crate::file::settings::Recent;
use crate::plan::Date;
use crate::t;
use crate::words::{Language, Words, number};

/// What stands above and below the recent plans.
const AROUND_RECENT: f32 = 76.0;
/// Recent plans shown at most.
const RECENT_ROWS: usize = 6;

/// What the page shows.
pub struct Page<'a> {
    /// Recent files.
    pub settings: &'a Settings,
    /// Today, and the worked case.
    pub services: &'a Services,
    /// Unsaved work that was left behind.
    pub offers: &'a Offers,
}

/// What was clicked, beside commands.
pub enum Clicked {
    /// A recent file, to be opened.
    Recent(PathBuf),
    /// Unsaved work, to be looked at.
    Unsaved(Box<Left>),
}

/// Draws the page.
pub fn ui(ui: &mut Ui, words: &'static Words, page: &Page, requests: &Requests) -> Option<Clicked> {
    let palette = theme::palette(ui);
    let half = (ui.available_width() * 0.517).round();
    let left = Frame::NONE.fill(palette.bg).inner_margin(Margin { left: 72, right: 24, top: 52, bottom: 36 });
    Panel::left("start_left")
        .frame(left)
        .exact_size(half)
        .resizable(false)
        .show_separator_line(false)
        .show(ui, |ui| picture(ui, words, &page.services.examples));
    let right = Frame::NONE.fill(palette.panel).inner_margin(Margin { left: 56, right: 56, top: 12, bottom: 36 });
    CentralPanel::default().frame(right).show(ui, |ui| begin(ui, words, page, requests)).inner
}

/// Steps of the worked case's ripple: the drawing shows real numbers.
fn worked_steps(examples: &Examples) -> &[Step] {
    let case = examples.worked_case(Language::En).ok();
    case.and_then(|case| case.report.ripples.first()).map_or(&[], |ripple| &ripple.outcome.steps)
}

fn picture(ui: &mut Ui, words: &Words, examples: &Examples) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        icons::show(ui, icons::MARK, 40.0, palette.accent);
        ui.add_space(space::S);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            label(ui, &words.text("common-program"), theme::semibold(size::FIGURE), Tone::Plain);
            let other = Words::of(words.language().other());
            small(ui, &other.text("common-program"), Tone::Weak);
        });
    });
    ui.add_space(space::PAGE);
    label(ui, &words.text("start-claim"), theme::text(size::HERO), Tone::Plain);
    let foot = 18.0;
    let area =
        Rect::from_min_max(ui.cursor().min + vec2(0.0, space::PAGE), ui.max_rect().max - vec2(0.0, foot + space::L));
    circles(ui, words, worked_steps(examples), area);
    let at = pos2(area.left(), ui.max_rect().bottom());
    let galley =
        elided(ui.painter(), &words.text("start-circles"), theme::text(size::SMALL), palette.weak, area.width());
    paint_galley(ui.painter(), at, Align2::LEFT_BOTTOM, galley);
}

/// Circles that touch at the bottom, their areas the ROI of each step, the largest first.
fn circles(ui: &Ui, words: &Words, steps: &[Step], area: Rect) {
    let palette = theme::palette(ui);
    let Some(largest) = steps.last().and_then(Step::roi) else { return };
    #[allow(clippy::cast_possible_truncation)] // shares for drawing
    let share = |step: &Step| (step.roi().unwrap_or(0.0) / largest).sqrt() as f32;
    let captions = 120.0;
    let radius = (area.height() / 2.0).min((area.width() - captions) / 2.0).max(40.0);
    let bottom = pos2(area.left() + radius, area.center().y + radius);
    let painter = ui.painter();
    for (index, step) in steps.iter().enumerate().rev() {
        let own = radius * share(step);
        let center = bottom - vec2(0.0, own);
        let fill = mix(palette.bg, palette.accent, [0.38, 0.18, 0.08][index.min(2)]);
        painter.circle(center, own, fill, eframe::egui::Stroke::new(1.5, palette.accent));
    }
    for (index, step) in steps.iter().enumerate() {
        let own = radius * share(step);
        let below =
            index.checked_sub(1).and_then(|index| steps.get(index)).map_or(0.0, |step| 2.0 * radius * share(step));
        // The figure stands in the middle of what the smaller circle leaves free.
        let y = bottom.y - f32::midpoint(below, 2.0 * own);
        let tone = if step.kind == StepKind::Share { palette.accent } else { palette.text };
        let roi = step.roi().map(number::roi).unwrap_or_default();
        painter.text(pos2(bottom.x, y), Align2::CENTER_CENTER, roi, theme::semibold(size::HERO), tone);
        caption(ui, words, step, Caption { y, bottom, own, left: area.left() + 2.0 * radius + 16.0 });
    }
}

#[derive(Clone, Copy)]
struct Caption {
    y: f32,
    bottom: Pos2,
    own: f32,
    left: f32,
}

/// The step's word and its customers, with a leader from the circle's edge.
fn caption(ui: &Ui, words: &Words, step: &Step, place: Caption) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    let y = place.y + 0.22 * place.own;
    let height = place.bottom.y - place.own - y;
    let edge = place.bottom.x + (place.own * place.own - height * height).max(0.0).sqrt();
    painter.hline(edge..=place.left - 8.0, y, palette.rule_line());
    let name = words.text(match step.kind {
        StepKind::Funnel => "start-funnel",
        StepKind::Follow => "start-follow",
        StepKind::Share => "start-share",
    });
    painter.text(pos2(place.left, y - 8.0), Align2::LEFT_CENTER, name, theme::semibold(size::BODY), palette.text);
    let customers =
        t!(words, "start-customers", n = number::rounded(step.customers, 0), shown = number::expected(step.customers));
    painter.text(pos2(place.left, y + 10.0), Align2::LEFT_CENTER, customers, theme::text(size::SMALL), palette.weak);
}

fn begin(ui: &mut Ui, words: &'static Words, page: &Page, requests: &Requests) -> Option<Clicked> {
    switches(ui, words, requests);
    ui.add_space((ui.available_height() * 0.06).min(52.0));
    let unsaved = unsaved::ui(ui, words, page.offers, page.services.today());
    label(ui, &words.text("start-begin"), theme::semibold(size::BODY), Tone::Plain);
    rule(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let ways = [
        (Command::NewFromWorkedCase, icons::STAR, "start-worked-case", "start-worked-case-words"),
        (Command::New, icons::PLUS, "start-blank", "start-blank-words"),
        (Command::Open, icons::FOLDER_OPEN, "start-open", "start-open-words"),
    ];
    for (index, (command, icon, title, text)) in ways.into_iter().enumerate() {
        let way = Way { icon, title: words.text(title), words: words.text(text), first: index == 0 };
        if way_row(ui, &way, command) {
            requests.push(Request::Run(command));
        }
        hairline(ui);
    }
    ui.add_space((ui.available_height() * 0.12).min(60.0));
    let opened = recent(ui, words, page, requests);
    let foot = words.text("start-files");
    let at = pos2(ui.max_rect().left(), ui.max_rect().bottom());
    let galley = elided(ui.painter(), &foot, theme::text(size::SMALL), theme::palette(ui).weak, ui.max_rect().width());
    paint_galley(ui.painter(), at, Align2::LEFT_BOTTOM, galley);
    unsaved.map(|left| Clicked::Unsaved(Box::new(left))).or(opened.map(Clicked::Recent))
}

fn switches(ui: &mut Ui, words: &Words, requests: &Requests) {
    let row = |ui: &mut Ui| {
        let icon = if ui.visuals().dark_mode { icons::SUN } else { icons::MOON };
        if crate::app::widgets::icon_button(ui, icon, &Command::SwitchTheme.label(words)).clicked() {
            requests.push(Request::Run(Command::SwitchTheme));
        }
        let short = if words.language() == Language::ZhCn { "EN" } else { "中文" };
        let name = Command::SwitchLanguage.label(words);
        if Button::menu(short).name(&name).show(ui).clicked() {
            requests.push(Request::Run(Command::SwitchLanguage));
        }
    };
    let from_right = eframe::egui::Layout::right_to_left(eframe::egui::Align::Min);
    order::from_left(ui, |ui| ui.with_layout(from_right, row));
}

struct Way {
    icon: Icon,
    title: String,
    words: String,
    first: bool,
}

fn way_row(ui: &mut Ui, way: &Way, command: Command) -> bool {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 68.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &way.title));
    let painter = ui.painter();
    if way.first || response.hovered() {
        painter.rect_filled(rect, 0, palette.sel);
    }
    if way.first {
        painter.rect_filled(Rect::from_min_size(rect.min, vec2(3.0, rect.height())), 0, palette.accent);
    }
    let tile = Rect::from_center_size(pos2(rect.left() + 30.0, rect.center().y), vec2(36.0, 36.0));
    let (fill, ink) = if way.first { (palette.accent, palette.on_accent) } else { (palette.bg, palette.accent) };
    painter.rect_filled(tile, 4, fill);
    icons::paint(painter, way.icon, Rect::from_center_size(tile.center(), vec2(18.0, 18.0)), ink);
    let left = rect.left() + 64.0;
    let font = if way.first { theme::semibold(size::ACTION) } else { theme::text(size::ACTION) };
    painter.text(pos2(left, rect.center().y - 10.0), Align2::LEFT_CENTER, &way.title, font, palette.text);
    let shortcut =
        command.shortcuts().first().filter(|_| !way.first).map(|shortcut| ui.ctx().format_shortcut(shortcut));
    let width = rect.right() - left - if shortcut.is_some() { 90.0 } else { 40.0 };
    let words = elided(painter, &way.words, theme::text(size::SMALL), palette.weak, width);
    paint_galley(painter, pos2(left, rect.center().y + 11.0), Align2::LEFT_CENTER, words);
    let end = pos2(rect.right() - 12.0, rect.center().y);
    if let Some(keys) = shortcut {
        painter.text(end, Align2::RIGHT_CENTER, keys, theme::text(size::SMALL), palette.weak);
    } else {
        let square = Rect::from_center_size(end - vec2(6.0, 0.0), vec2(16.0, 16.0));
        icons::paint(painter, icons::CHEVRON_RIGHT, square, palette.accent);
    }
    focus_ring(ui, &response);
    response.clicked()
}

fn recent(ui: &mut Ui, words: &Words, page: &Page, requests: &Requests) -> Option<PathBuf> {
    let (settings, today) = (page.settings, page.services.today());
    if settings.recent.is_empty() || ui.available_height() < AROUND_RECENT + entry::HEIGHT {
        return None;
    }
    let opened_at = ui.max_rect().right() - 4.0;
    let (_, add_up) = head_row(
        ui,
        22.0,
        |ui| label(ui, &words.text("start-recent"), theme::semibold(size::BODY), Tone::Plain),
        |ui| Button::quiet(&Command::AddUp.label(words)).dense().show(ui).clicked(),
    );
    if add_up {
        requests.push(Request::Run(Command::AddUp));
    }
    ui.add_space(space::XS);
    let (heading, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let palette = theme::palette(ui);
    let text =
        |at: Pos2, align, words: String| ui.painter().text(at, align, words, theme::text(size::SMALL), palette.weak);
    text(heading.left_center(), Align2::LEFT_CENTER, words.text("start-plan"));
    text(pos2(opened_at, heading.center().y), Align2::RIGHT_CENTER, words.text("start-opened"));
    rule(ui);
    let room = ((ui.available_height() - 30.0) / 49.0).floor().max(1.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a handful of rows
    let rows = (room as usize).min(RECENT_ROWS);
    settings
        .recent
        .iter()
        .take(rows)
        .filter(|recent| recent_row(ui, words, recent, today))
        .last()
        .map(|r| r.path.clone())
}

fn recent_row(ui: &mut Ui, words: &Words, recent: &Recent, today: Date) -> bool {
    let name = recent.path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let entry = Entry {
        spoken: t!(words, "start-open-recent", file = &name),
        name,
        below: recent.path.parent().unwrap_or(Path::new("")).display().to_string(),
        right: moment(words, recent.opened, today),
        is_marked: false,
    };
    entry::row(ui, &entry).on_hover_text(recent.path.display().to_string()).clicked()
}
