//! The palette: everything that can be done and everything the plan holds, found by a few letters.

use std::sync::Arc;

use eframe::egui::{
    Align, Align2, Color32, Context, Event, Frame, Id, Key, Layout, Margin, Modal, Rect, Role, ScrollArea, Sense,
    TextEdit, Ui, UiBuilder, WidgetInfo, pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};

use super::{findings_bar, rail};
use crate::app::command::{Command, Tab};
use crate::app::find::{Finder, Found, Hit, Index, Kind, Step, Target, Typed};
use crate::app::icons::{self, Icon};
use crate::app::keys;
use crate::app::theme::{self, Palette, size, space};
use crate::app::widgets::overlay::popover_frame;
use crate::app::widgets::text::{elided, paint_galley};
use crate::app::widgets::{hairline, key_chip, order};
use crate::t;
use crate::words::Words;

/// How wide it is, and how far below the top of the window.
const WIDTH: f32 = 620.0;
const TOP: f32 = 84.0;

/// Heights of the field and of a row, and how many rows are seen at once.
const FIELD: f32 = 48.0;
const ROW: f32 = 32.0;
const ROWS: usize = 11;

/// The place of a thing takes no more of its row than this.
const PLACE: f32 = 220.0;

/// How it ended.
pub enum Outcome {
    /// Nothing was chosen.
    Close,
    /// This was.
    Chosen(Target),
}

/// Why something cannot be done now, if so.
type WhyNot<'a> = &'a dyn Fn(&Target) -> Option<String>;

/// Draws it; `None` until it ends. What is `found` is that of what was typed a frame before.
pub fn ui(
    ctx: &Context,
    words: &'static Words,
    (finder, found): (&mut Finder, Option<Found>),
    why_not: WhyNot,
) -> Option<Outcome> {
    let palette = theme::of(ctx.global_style().visuals.dark_mode);
    let id = Id::unique("find");
    let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, TOP));
    let shade = Color32::from_black_alpha(if palette.dark { 90 } else { 36 });
    let frame = popover_frame(palette).inner_margin(Margin::ZERO);
    let asked = pressed(ctx);
    let modal = Modal::new(id).area(area).frame(frame).backdrop_color(shade).show(ctx, |ui| {
        ui.set_width(WIDTH.min(ctx.content_rect().width() - 2.0 * space::PAGE));
        ui.spacing_mut().item_spacing.y = 0.0;
        let was_typed = field(ui, words, finder);
        hairline(ui);
        let found = found?;
        if found.hits.is_empty() {
            nothing(ui, words);
            return None;
        }
        let moved = matches!(asked, Some(Pressed::Step(step)) if finder.walk(step, ROWS));
        let list = List { words, index: &found.index, hits: &found.hits, why_not };
        let clicked = list.ui(ui, finder, moved);
        // What is typed quickly is looked for first.
        finder.is_entered |= asked == Some(Pressed::Enter);
        let is_entered = found.is_fresh && !was_typed && std::mem::take(&mut finder.is_entered);
        let hit = *found.hits.get(if is_entered { Some(finder.marked) } else { clicked }?)?;
        found.index.target(hit).filter(|target| why_not(target).is_none())
    });
    let again = ctx.input_mut(|input| Command::Find.shortcuts().iter().any(|keys| input.consume_shortcut(keys)));
    let close = again || modal.should_close();
    modal.inner.map(Outcome::Chosen).or(close.then_some(Outcome::Close))
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pressed {
    /// Another row.
    Step(Step),
    /// What is marked is chosen.
    Enter,
}

/// The key of this frame, taken before the field sees it. A word that an input method has not finished needs its keys.
fn pressed(ctx: &Context) -> Option<Pressed> {
    ctx.input_mut(|input| {
        if input.events.iter().any(|event| matches!(event, Event::Ime(_))) {
            return None;
        }
        let keys = [
            (Key::ArrowDown, Pressed::Step(Step::Down)),
            (Key::ArrowUp, Pressed::Step(Step::Up)),
            (Key::PageDown, Pressed::Step(Step::PageDown)),
            (Key::PageUp, Pressed::Step(Step::PageUp)),
            (Key::Home, Pressed::Step(Step::First)),
            (Key::End, Pressed::Step(Step::Last)),
            (Key::Enter, Pressed::Enter),
        ];
        let bare = input.modifiers.is_none();
        let pressed = keys.into_iter().find(|(key, _)| bare && input.consume_key(eframe::egui::Modifiers::NONE, *key));
        pressed.map(|(_, pressed)| pressed)
    })
}

/// What is typed; returns whether it changed.
fn field(ui: &mut Ui, words: &Words, finder: &mut Finder) -> bool {
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), FIELD), Sense::hover());
    let icon = Rect::from_center_size(pos2(rect.left() + 26.0, rect.center().y), vec2(18.0, 18.0));
    icons::paint(ui.painter(), icons::SEARCH, icon, palette.weak);
    let inside = Rect::from_min_max(pos2(rect.left() + 46.0, rect.top()), rect.max - vec2(space::M, 0.0));
    let hint =
        eframe::egui::RichText::new(words.text("find-hint")).font(theme::text(size::ACTION)).color(palette.faint);
    let edit = TextEdit::singleline(&mut finder.typed)
        .id(Id::unique("find field"))
        .font(theme::text(size::ACTION))
        .text_color(palette.text)
        .hint_text(hint)
        .frame(Frame::NONE)
        .align(Align2::LEFT_CENTER)
        .desired_width(inside.width())
        .min_size(inside.size());
    let response = edit.show(&mut ui.new_child(UiBuilder::new().max_rect(inside))).response.response;
    let response = response.accessible_name(words.text("find-title"));
    if response.changed() {
        (finder.marked, finder.scrolled) = (0, 0.0);
        ui.request_repaint();
    }
    // Whatever is clicked, letters go here.
    response.request_focus();
    response.changed()
}

fn nothing(ui: &mut Ui, words: &Words) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 2.0 * ROW), Sense::hover());
    let says = words.text("find-nothing");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &says));
    let weak = theme::palette(ui).weak;
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, says, theme::text(size::BODY), weak);
}

struct List<'a> {
    words: &'static Words,
    index: &'a Arc<Index>,
    hits: &'a [Hit],
    why_not: WhyNot<'a>,
}

impl List<'_> {
    /// Draws the rows that are seen; returns the one that was clicked.
    fn ui(&self, ui: &mut Ui, finder: &mut Finder, moved: bool) -> Option<usize> {
        #[expect(clippy::cast_precision_loss, reason = "rows that are seen")]
        let seen = ROW * self.hits.len().min(ROWS) as f32;
        let mut area = ScrollArea::vertical()
            .id_salt("found")
            .max_height(seen)
            .min_scrolled_height(seen)
            .auto_shrink([false, true]);
        if moved || finder.scrolled == 0.0 {
            finder.scrolled = in_sight(finder.marked, finder.scrolled, seen);
            area = area.vertical_scroll_offset(finder.scrolled);
        }
        ui.add_space(space::XS);
        let mut clicked = None;
        let output = area.show_rows(ui, ROW, self.hits.len(), |ui, rows| {
            for at in rows {
                let row = self.row(ui, finder, at);
                clicked = row.then_some(at).or(clicked);
            }
        });
        finder.scrolled = output.state.unclamped_offset().y;
        ui.add_space(space::XS);
        clicked
    }

    fn row(&self, ui: &mut Ui, finder: &mut Finder, at: usize) -> bool {
        let Some(hit) = self.hits.get(at).copied() else { return false };
        let palette = theme::palette(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        order::note(&response);
        // A pointer that rests marks nothing: rows pass below it.
        if response.hovered() && ui.input(|input| input.pointer.delta() != vec2(0.0, 0.0)) {
            finder.marked = at;
        }
        let is_marked = finder.marked == at;
        if is_marked {
            ui.painter().rect_filled(rect.shrink2(vec2(space::XS, 0.0)), theme::radius::CHIP, palette.sel);
        }
        let target = self.index.target(hit);
        let why_not = target.as_ref().and_then(self.why_not);
        let (title, place) = (self.title(hit), self.index.place(hit, self.words.language()));
        let is_enabled = why_not.is_none();
        response.widget_info(|| {
            let mut info = WidgetInfo::selected(Role::ListBoxOption, is_enabled, is_marked, &title);
            info.hint_text = Some(why_not.clone().unwrap_or_else(|| place.to_owned()));
            info
        });
        let color = if is_enabled { palette.weak } else { palette.faint };
        let square = Rect::from_center_size(pos2(rect.left() + 26.0, rect.center().y), vec2(16.0, 16.0));
        icons::paint(ui.painter(), self.icon(hit, target.as_ref()), square, color);
        let right = behind(ui, rect, (target.as_ref(), why_not.as_deref().unwrap_or(place)));
        let room = Rect::from_min_max(pos2(rect.left() + 46.0, rect.top()), pos2(right - space::M, rect.bottom()));
        let job = self.name(hit, &title, (&finder.typed, palette, is_enabled), room.width());
        let galley = ui.painter().layout_job(job);
        paint_galley(ui.painter(), room.left_center(), Align2::LEFT_CENTER, galley);
        response.clicked()
    }

    /// Its name, and of a field the item before it.
    fn title(&self, hit: Hit) -> String {
        match self.index.name(hit, self.words.language()) {
            (field, Some(item)) => t!(self.words, "find-of", item = item, field = field),
            (name, None) => name.to_owned(),
        }
    }

    /// The name with the letters that agree; where it is found by its name in the other language, that one behind it.
    fn name(
        &self,
        hit: Hit,
        title: &str,
        (typed, palette, is_enabled): (&str, &Palette, bool),
        width: f32,
    ) -> LayoutJob {
        let ink = if is_enabled { palette.text } else { palette.faint };
        let marks = Typed::new(typed);
        let marks_in = |text: &str| marks.as_ref().map(|typed| typed.marks(text)).unwrap_or_default();
        let own = match (marks_in(title), self.index.name(hit, self.words.language())) {
            (none, (field, Some(item))) if none.is_empty() => field_first(&marks_in, (title, item, field)),
            (marks, _) => marks,
        };
        let mut job = LayoutJob::default();
        write(&mut job, title, &own, (ink, palette.accent));
        let (foreign, item) = self.index.name(hit, self.words.language().other());
        if own.is_empty() && item.is_none() && foreign != title {
            let found = marks_in(foreign);
            if !found.is_empty() {
                write(&mut job, "  ", &[], (ink, ink));
                write(&mut job, foreign, &found, (palette.weak, palette.accent));
            }
        }
        job.wrap = TextWrapping::truncate_at_width(width);
        job
    }

    fn icon(&self, hit: Hit, target: Option<&Target>) -> Icon {
        match (self.index.kind(hit), target) {
            (_, Some(Target::Run(command))) => of_command(*command),
            (Some(kind), _) => of_kind(kind),
            (None, _) => icons::CHEVRON_RIGHT,
        }
    }
}

/// What stands at the right: the keys of a command, the place of a thing. Returns where that begins.
fn behind(ui: &mut Ui, rect: Rect, (target, place): (Option<&Target>, &str)) -> f32 {
    let mut right = rect.right() - space::L;
    let shortcut = match target {
        Some(Target::Run(command)) => command.shortcuts().first().copied(),
        _ => None,
    };
    if let Some(shortcut) = shortcut {
        let inside = Rect::from_min_max(rect.min, pos2(right, rect.bottom()));
        let at_right = UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center));
        let chip = key_chip(&mut ui.new_child(at_right), &keys::written(ui.ctx(), &shortcut));
        right = chip.rect.left() - space::S;
    }
    let weak = theme::palette(ui).weak;
    let galley = elided(ui.painter(), place, theme::text(size::SMALL), weak, PLACE);
    paint_galley(ui.painter(), pos2(right, rect.center().y), Align2::RIGHT_CENTER, galley).left()
}

/// What is marked in the name of an item's field where the field is typed before the item.
fn field_first(marks_in: &dyn Fn(&str) -> Vec<usize>, (title, item, field): (&str, &str, &str)) -> Vec<usize> {
    let count = |text: &str| text.chars().count();
    let (of_field, begins) = (count(field), count(title).saturating_sub(count(field)));
    // Each stands at its end of the title.
    let place = |mark: usize| if mark < of_field { begins + mark } else { mark.saturating_sub(of_field + 1) };
    let mut marks: Vec<usize> = marks_in(&format!("{field} {item}")).into_iter().map(place).collect();
    marks.sort_unstable();
    marks
}

/// A text with some of its characters marked.
fn write(job: &mut LayoutJob, text: &str, marks: &[usize], (ink, marked): (Color32, Color32)) {
    for (at, letter) in text.chars().enumerate() {
        let (font, color) = if marks.binary_search(&at).is_ok() {
            (theme::semibold(size::BODY), marked)
        } else {
            (theme::text(size::BODY), ink)
        };
        job.append(letter.encode_utf8(&mut [0; 4]), 0.0, TextFormat::simple(font, color));
    }
}

/// How far the rows are scrolled so that one of them is seen.
#[expect(clippy::cast_precision_loss, reason = "places of rows")]
fn in_sight(row: usize, scrolled: f32, seen: f32) -> f32 {
    let top = ROW * row as f32;
    scrolled.clamp((top + ROW - seen).max(0.0), top.max(0.0))
}

fn of_command(command: Command) -> Icon {
    match command {
        Command::New | Command::NewFromWorkedCase | Command::NewFromTrackedCase => icons::FILE_PLUS,
        Command::Open => icons::FOLDER_OPEN,
        Command::Save | Command::SaveAs => icons::SAVE,
        Command::Compare | Command::ShowOutside => icons::FILE_TEXT,
        Command::AddUp => icons::PLUS,
        Command::Import => icons::DOWNLOAD,
        Command::Versions => icons::HISTORY,
        Command::Print => icons::PRINTER,
        Command::Close | Command::Quit => icons::CLOSE,
        Command::Undo => icons::UNDO_2,
        Command::Redo => icons::REDO_2,
        Command::Show(tab) => rail::icon(tab),
        Command::SwitchLanguage => icons::LANGUAGES,
        Command::SwitchTheme => icons::SUN_MOON,
        Command::Next => icons::ARROW_RIGHT,
        Command::Find => icons::SEARCH,
        Command::Help => icons::CIRCLE_HELP,
        Command::Keys => icons::HASH,
    }
}

fn of_kind(kind: Kind) -> Icon {
    match kind {
        Kind::Command | Kind::Tab | Kind::Page => icons::ARROW_RIGHT,
        Kind::Field => icons::PENCIL,
        Kind::SubGoal => icons::FLAG,
        Kind::Person | Kind::Party => icons::USER,
        Kind::Function => rail::icon(Tab::Team),
        Kind::Kpi => icons::TARGET,
        Kind::Criterion => rail::icon(Tab::Pyramid),
        Kind::Task | Kind::Channel => rail::icon(Tab::Allocation),
        Kind::Group => icons::FOLDER,
        Kind::Event => icons::CALENDAR,
        Kind::Item => icons::HASH,
        Kind::Ripple => rail::icon(Tab::Ripple),
        Kind::Topic | Kind::SevenS => rail::icon(Tab::Topics),
        Kind::Scenario => icons::SPLINE,
        Kind::Finding(severity) => findings_bar::icon(severity),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marked_row_is_in_sight() {
        let seen = 10.0 * ROW;
        for (row, scrolled, wanted) in [(0, 0.0, 0.0), (9, 0.0, 0.0), (10, 0.0, ROW), (3, 5.0 * ROW, 3.0 * ROW)] {
            assert!((in_sight(row, scrolled, seen) - wanted).abs() < 1e-3, "{row}");
        }
    }
}
