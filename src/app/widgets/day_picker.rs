//! Choosing a day from a month, in which the days that the market rests or is busy can be seen.

use eframe::egui::{
    Align2, Color32, CursorIcon, EventFilter, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, Role,
    Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::almanac::{Almanac, Look};
use super::button::{Button, IconLook, icon_button_colored};
use super::field::{Field, parsed_field};
use super::focus_ring;
use super::overlay::popover_frame;
use super::text::{strong, weak};
use crate::app::icons;
use crate::app::theme::{self, radius, size, space};
use crate::calc::calendar::DayKind;
use crate::plan::{Date, Period};
use crate::t;
use crate::words::{Words, number, parse};

/// A cell of the month.
const CELL: Vec2 = vec2(36.0, 30.0);

/// A field for a day that may be left out; returns what was typed or chosen. An empty field is no day.
pub fn day_field(ui: &mut Ui, field: Field<'_>, almanac: &Almanac<'_>, day: Option<Date>) -> Option<Option<Date>> {
    let read = |typed: &str| match typed.trim() {
        "" => Ok(None),
        typed => parse::date(typed).map(Some).map_err(|problem| problem.say(almanac.words)),
    };
    let hint = almanac.words.text("numbers-date-hint");
    let field = if field.hint.is_empty() { field.hint(&hint) } else { field };
    read_day(ui, field, almanac, (day, true), &read)
}

/// A field for a day that must be there.
pub fn required_day(ui: &mut Ui, field: Field<'_>, almanac: &Almanac<'_>, day: Date) -> Option<Date> {
    let read = |typed: &str| parse::date(typed).map(Some).map_err(|problem| problem.say(almanac.words));
    read_day(ui, field, almanac, (Some(day), false), &read).flatten()
}

/// What is chosen in a month.
#[derive(Clone, Copy)]
enum Choice {
    Day(Date),
    NoDay,
}

impl Choice {
    fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::NoDay => None,
        }
    }
}

/// A field for a day that is read in a way of its own; a day that it refuses cannot be chosen either.
#[expect(clippy::needless_pass_by_value, reason = "a builder is handed over where it is built")]
pub fn read_day(
    ui: &mut Ui,
    field: Field<'_>,
    almanac: &Almanac<'_>,
    (day, may_be_none): (Option<Date>, bool),
    read: &dyn Fn(&str) -> Result<Option<Date>, String>,
) -> Option<Option<Date>> {
    let shown = day.map(number::date_iso).unwrap_or_default();
    let edited = parsed_field(ui, field.clone(), &shown, read);
    let chosen = choose(ui, almanac, (&field, &edited.response), (day, may_be_none));
    let allowed = |chosen: &Option<Date>| chosen.is_none_or(|day| read(&number::date_iso(day)).is_ok());
    edited.value.or_else(|| chosen.map(Choice::day).filter(allowed))
}

/// The way to the month, at the right end of a field: an icon, and Alt+Down while the field has the focus.
fn choose(
    ui: &mut Ui,
    almanac: &Almanac<'_>,
    (field, response): (&Field<'_>, &Response),
    (day, may_be_none): (Option<Date>, bool),
) -> Option<Choice> {
    let id = field.id.with("days");
    let trigger = trigger(ui, almanac.words, (field, response));
    let by_key = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::ArrowDown));
    if by_key || trigger.clicked() {
        Popup::toggle_id(ui.ctx(), id);
        Month { at: day.unwrap_or(almanac.today), takes_focus: true }.store(ui, id);
    }
    let mut chosen = None;
    let popup = Popup::from_response(response).id(id).open_memory(None);
    popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).frame(popover_frame(theme::palette(ui))).show(|ui| {
        chosen = month(ui, almanac, id, (day, may_be_none));
        if chosen.is_some() {
            ui.close();
        }
    });
    if chosen.is_some() {
        ui.memory_mut(|memory| memory.request_focus(field.id));
    }
    chosen.filter(|chosen| chosen.day() != day)
}

fn trigger(ui: &Ui, words: &Words, (field, response): (&Field<'_>, &Response)) -> Response {
    let rect = response.rect;
    let end = if field.bare { 7.0 } else { 14.0 };
    let square = Rect::from_center_size(pos2(rect.right() - end, rect.center().y), Vec2::splat(20.0));
    let trigger = ui.interact(square, field.id.with("calendar"), Sense::click());
    let named = t!(words, "calendar-choose", field = field.name);
    trigger.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &named));
    let palette = theme::palette(ui);
    let lively = trigger.hovered() || trigger.has_focus() || response.hovered() || response.has_focus();
    if lively || !field.bare {
        let icon = Rect::from_center_size(square.center(), Vec2::splat(13.0));
        ui.painter().rect_filled(icon.expand(2.0), 0.0, palette.raised);
        icons::paint(ui.painter(), icons::CALENDAR, icon, if lively { palette.text } else { palette.faint });
    }
    focus_ring(ui, &trigger);
    trigger.on_hover_cursor(CursorIcon::PointingHand)
}

/// The month that is open: the day on which the keyboard stands.
#[derive(Clone, Copy)]
struct Month {
    at: Date,
    takes_focus: bool,
}

impl Month {
    fn load(ui: &Ui, id: Id) -> Option<Self> {
        ui.data(|data| data.get_temp(id))
    }

    fn store(self, ui: &Ui, id: Id) {
        ui.data_mut(|data| data.insert_temp(id, self));
    }

    fn moved(self, span: jiff::Span) -> Self {
        Self { at: self.at.checked_add(span).unwrap_or(self.at), ..self }
    }
}

fn month(ui: &mut Ui, almanac: &Almanac<'_>, id: Id, (day, may_be_none): (Option<Date>, bool)) -> Option<Choice> {
    let shown = Month::load(ui, id).unwrap_or(Month { at: day.unwrap_or(almanac.today), takes_focus: false });
    let shown = walk(ui, id, shown);
    ui.set_width(7.0 * CELL.x);
    let mut shown = head(ui, almanac.words, shown);
    weekdays(ui, almanac.words);
    let mut chosen = days(ui, almanac, (id, &mut shown), day);
    ui.spacing_mut().item_spacing.y = 2.0;
    for note in almanac.notes(shown.at.first_of_month(), shown.at.last_of_month()) {
        weak(ui, &note);
    }
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        if Button::quiet(&almanac.words.text("calendar-today")).dense().show(ui).clicked() {
            chosen = Some(Choice::Day(almanac.today));
        }
        if may_be_none
            && day.is_some()
            && Button::quiet(&almanac.words.text("calendar-no-day")).dense().show(ui).clicked()
        {
            chosen = Some(Choice::NoDay);
        }
    });
    shown.store(ui, id);
    chosen
}

/// Arrows go from day to day, Page Up and Page Down from month to month.
fn walk(ui: &Ui, id: Id, mut shown: Month) -> Month {
    if !ui.memory(|memory| memory.has_focus(id.with(shown.at))) {
        return shown;
    }
    let day = |days: i64| jiff::Span::new().days(days);
    let steps = [
        (Key::ArrowLeft, day(-1)),
        (Key::ArrowRight, day(1)),
        (Key::ArrowUp, day(-7)),
        (Key::ArrowDown, day(7)),
        (Key::PageUp, jiff::Span::new().months(-1)),
        (Key::PageDown, jiff::Span::new().months(1)),
    ];
    for (key, span) in steps {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            shown = Month { takes_focus: true, ..shown.moved(span) };
        }
    }
    shown
}

/// The month's name between the ways to its neighbours.
fn head(ui: &mut Ui, words: &Words, mut shown: Month) -> Month {
    let title = number::period(words, &Period { start: shown.at.first_of_month(), months: 1 });
    ui.horizontal(|ui| {
        let look = IconLook { icon: 14.0, side: 24.0, ..IconLook::default() };
        if icon_button_colored(ui, icons::CHEVRON_LEFT, &words.text("calendar-month-before"), look).clicked() {
            shown = shown.moved(jiff::Span::new().months(-1));
        }
        let room = ui.available_width() - 24.0 - space::S;
        ui.allocate_ui_with_layout(
            vec2(room, 24.0),
            eframe::egui::Layout::centered_and_justified(eframe::egui::Direction::LeftToRight),
            |ui| strong(ui, &title),
        );
        if icon_button_colored(ui, icons::CHEVRON_RIGHT, &words.text("calendar-month-after"), look).clicked() {
            shown = shown.moved(jiff::Span::new().months(1));
        }
    });
    shown
}

fn weekdays(ui: &mut Ui, words: &Words) {
    let (_, row) = ui.allocate_space(vec2(7.0 * CELL.x, 20.0));
    let palette = theme::palette(ui);
    for (column, name) in words.text("calendar-weekdays").split(' ').enumerate() {
        let at = cell(row, column).center();
        ui.painter().text(at, Align2::CENTER_CENTER, name, theme::text(size::SMALL), palette.weak);
    }
}

/// The cell of a column in a row.
fn cell(row: Rect, column: usize) -> Rect {
    #[expect(clippy::cast_precision_loss, reason = "at most seven")]
    let left = row.left() + column as f32 * CELL.x;
    Rect::from_min_size(pos2(left, row.top()), vec2(CELL.x, row.height()))
}

fn days(ui: &mut Ui, almanac: &Almanac<'_>, (id, shown): (Id, &mut Month), chosen: Option<Date>) -> Option<Choice> {
    let first = shown.at.first_of_month();
    let lead = usize::try_from(first.weekday().to_monday_zero_offset()).unwrap_or_default();
    let count = usize::try_from(first.days_in_month()).unwrap_or(31);
    // Always six weeks, so that nothing below moves from month to month.
    let (_, all) = ui.allocate_space(vec2(7.0 * CELL.x, 6.0 * CELL.y));
    let mut picked = None;
    for (place, day) in (lead..lead + count).zip(first.series(jiff::Span::new().days(1))) {
        #[expect(clippy::cast_precision_loss, reason = "at most six")]
        let top = all.top() + (place / 7) as f32 * CELL.y;
        let row = Rect::from_min_size(pos2(all.left(), top), vec2(all.width(), CELL.y));
        let rect = cell(row, place % 7).shrink(1.0);
        let response = ui.interact(rect, id.with(day), Sense::click());
        if day == shown.at {
            hold(ui, &response, shown);
        }
        let look = almanac.look(day);
        let name = almanac.day_name(day, &look);
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), Some(day) == chosen, &name));
        paint(ui, &look, &response, (day, Some(day) == chosen, day == almanac.today));
        if response.clicked() {
            picked = Some(Choice::Day(day));
        }
        if look.is_special() {
            response.on_hover_text(name);
        }
    }
    picked
}

/// The day on which the keyboard stands keeps the arrows for itself.
fn hold(ui: &Ui, response: &Response, shown: &mut Month) {
    if std::mem::take(&mut shown.takes_focus) {
        response.request_focus();
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
}

/// Paints a day in its cell.
fn paint(ui: &Ui, look: &Look<'_>, response: &Response, (day, is_chosen, is_today): (Date, bool, bool)) {
    let (palette, rect) = (theme::palette(ui), response.rect);
    let fill = match (is_chosen, response.hovered() || response.has_focus(), look.kind) {
        (true, ..) => palette.accent,
        (_, true, _) => palette.sel,
        (_, _, DayKind::Holiday(_)) => palette.warn_soft,
        _ => Color32::TRANSPARENT,
    };
    let outline = if is_today { Stroke::new(1.0, palette.rule) } else { Stroke::NONE };
    ui.painter().rect(rect, radius::CHIP, fill, outline, StrokeKind::Inside);
    let plain = match look.kind {
        DayKind::Holiday(_) => palette.warn,
        DayKind::Weekend => palette.weak,
        DayKind::Workday | DayKind::WorkingWeekend => palette.text,
    };
    let ink = |ink: Color32| if is_chosen { palette.on_accent } else { ink };
    let font = if is_chosen { theme::semibold(size::BODY) } else { theme::text(size::BODY) };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, day.day(), font, ink(plain));
    let corner = rect.right_top() + vec2(-2.0, 1.0);
    ui.painter().text(corner, Align2::RIGHT_TOP, &look.mark, theme::text(MARK), ink(plain));
    if look.rush.is_some() {
        let line = [rect.left_bottom() + vec2(6.0, -3.0), rect.right_bottom() + vec2(-6.0, -3.0)];
        ui.painter().line_segment(line, Stroke::new(2.0, ink(palette.warn)));
    }
    focus_ring(ui, response);
}

/// Letters in the corner of a day.
const MARK: f32 = 9.0;
