//! Fields that several tabs share: dates, estimates with their range, stages of the loop, the menu of a row.

use eframe::egui::{
    self, Align2, CursorIcon, FontId, Popup, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use crate::app::widgets::{
    Edited, Field,
    button::{IconLook, icon_button_colored},
    dropdown::{list_item, list_item_with},
    focus_ring, is_narrow, parsed_field,
    text::{elided, paint_galley},
};
use crate::app::{
    icons,
    theme::{self, Tone, height, radius, size},
};
use crate::plan::{Currency, Estimate, Money, Range, Stage};
use crate::words::{Language, Named, Words, number, parse, typed::Entry};

/// A label in the middle of a sentence: without its unit, and in lower case.
#[must_use]
pub fn in_sentence(language: Language, label: &str) -> String {
    let unit = match language {
        Language::En => ", ",
        Language::ZhCn => " ",
    };
    label.split(unit).next().unwrap_or(label).to_lowercase()
}

/// An amount that may be left out.
pub fn optional_money(
    ui: &mut Ui,
    field: Field<'_>,
    (words, currency): (&Words, &Currency),
    amount: Option<Money>,
) -> Edited<Option<Money>> {
    optional_amount(ui, field.entry(Entry::money(currency)), (words, currency, amount), parse::money)
}

/// An amount that may be left out, read in a way of its own.
pub fn optional_amount(
    ui: &mut Ui,
    field: Field<'_>,
    (words, currency, amount): (&Words, &Currency, Option<Money>),
    read: fn(&str, &Currency) -> Result<Money, parse::Problem>,
) -> Edited<Option<Money>> {
    let shown = amount.map(|amount| number::amount(currency, amount)).unwrap_or_default();
    let read = |typed: &str| match typed.trim() {
        "" => Ok(None),
        typed => read(typed, currency).map(Some).map_err(|problem| problem.say(words)),
    };
    parsed_field(ui, field, &shown, &read)
}

/// A number of things that may be left out.
pub fn optional_count(ui: &mut Ui, field: Field<'_>, words: &Words, count: Option<f64>) -> Edited<Option<f64>> {
    let shown = count.map(|count| number::trimmed(count, 4)).unwrap_or_default();
    let read = |typed: &str| match typed.trim() {
        "" => Ok(None),
        typed => parse::count(typed).map(Some).map_err(|problem| problem.say(words)),
    };
    parsed_field(ui, field.entry(Entry::COUNT), &shown, &read)
}

type Read<'a, T> = Box<dyn Fn(&str) -> Result<Estimate<T>, parse::Problem> + 'a>;
type Show<'a, T> = Box<dyn Fn(T) -> String + 'a>;

/// How an estimate of one kind is read and shown.
pub struct Kind<'a, T> {
    entry: Entry,
    read: Read<'a, T>,
    show: Show<'a, T>,
    brief: Show<'a, T>,
}

impl Kind<'_, f64> {
    /// Numbers of things.
    #[must_use]
    pub fn counts() -> Self {
        let show = |value| number::trimmed(value, 4);
        Self { entry: Entry::COUNT, read: Box::new(parse::estimate), show: Box::new(show), brief: Box::new(show) }
    }

    /// Rates, shown in percent without its sign.
    #[must_use]
    pub fn rates() -> Self {
        let show = |value: f64| number::trimmed(value * 100.0, 4);
        Self { entry: Entry::RATE, read: Box::new(parse::rate_estimate), show: Box::new(show), brief: Box::new(show) }
    }
}

impl<'a> Kind<'a, Money> {
    /// Money; ranges in short form where that loses nothing.
    #[must_use]
    pub fn amounts(language: Language, currency: &'a Currency) -> Self {
        let brief = move |amount| {
            let short = number::short_money(language, currency, amount);
            let exact = parse::money(&short, currency) == Ok(amount);
            if exact { short } else { number::amount(currency, amount) }
        };
        Self {
            entry: Entry::money(currency),
            read: Box::new(|text| parse::money_estimate(text, currency)),
            show: Box::new(|amount| number::amount(currency, amount)),
            brief: Box::new(brief),
        }
    }
}

impl<T: Copy + PartialOrd> Kind<'_, T> {
    /// A likely value typed into its field; a range typed with it counts too.
    fn likely(&self, typed: &str, old: Estimate<T>) -> Result<Estimate<T>, parse::Problem> {
        let new = (self.read)(typed)?;
        if new.range.is_some() { Ok(new) } else { self.within(new.likely, old.range) }
    }

    /// A range typed beside its likely value; an empty field is no range.
    fn range(&self, typed: &str, old: Estimate<T>, words: &Words) -> Result<Estimate<T>, String> {
        if typed.trim().is_empty() {
            return Ok(Estimate::exactly(old.likely));
        }
        let range = (self.read)(typed).map_err(|problem| problem.say(words))?.range;
        let range = range.ok_or_else(|| words.text("ripple-write-a-range"))?;
        self.within(old.likely, Some(range)).map_err(|problem| problem.say(words))
    }

    fn within(&self, likely: T, range: Option<Range<T>>) -> Result<Estimate<T>, parse::Problem> {
        match range {
            Some(Range { low, high }) if likely < low || likely > high => {
                Err(parse::Problem::LikelyOutside((self.show)(likely), (self.show)(low), (self.show)(high)))
            }
            range => Ok(Estimate { likely, range }),
        }
    }

    /// The field of the likely value.
    pub fn likely_field(
        &self,
        ui: &mut Ui,
        field: Field<'_>,
        words: &Words,
        value: Estimate<T>,
    ) -> Option<Estimate<T>> {
        let read = |typed: &str| self.likely(typed, value).map_err(|problem| problem.say(words));
        let edited = parsed_field(ui, field.entry(self.entry), &(self.show)(value.likely), &read);
        if edited.error.is_none() && edited.response.hovered() && self.is_middle(value) {
            edited.response.on_hover_text(words.text("ripple-likely-middle"));
        }
        edited.value
    }

    /// Whether the likely value is the one that a range by itself has.
    fn is_middle(&self, value: Estimate<T>) -> bool {
        let of_range =
            |range: Range<T>| (self.read)(&format!("{}..{}", (self.show)(range.low), (self.show)(range.high)));
        let middle = value.range.and_then(|range| of_range(range).ok());
        middle.is_some_and(|middle| (self.show)(middle.likely) == (self.show)(value.likely))
    }

    /// The field of the 90 % range.
    pub fn range_field(&self, ui: &mut Ui, field: Field<'_>, words: &Words, value: Estimate<T>) -> Option<Estimate<T>> {
        let brief = |range: Range<T>| number::range(&(self.brief)(range.low), &(self.brief)(range.high));
        let shown = value.range.map(brief).unwrap_or_default();
        let read = |typed: &str| self.range(typed, value, words);
        let edited: Edited<Estimate<T>> = parsed_field(ui, field.entry(self.entry).hint("–"), &shown, &read);
        let hint = words.text("ripple-range-hint");
        let (value, response) = (edited.value, edited.response);
        if value.is_none() && edited.error.is_none() && !edited.has_focus {
            response.on_hover_text(hint);
        }
        value
    }
}

/// What is done with one item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowAction {
    /// One place towards the beginning.
    Up,
    /// One place towards the end.
    Down,
    /// Away with it.
    Remove,
}

impl RowAction {
    fn key(self) -> &'static str {
        match self {
            Self::Up => "event-move-up",
            Self::Down => "event-move-down",
            Self::Remove => "common-remove",
        }
    }

    /// Does it to the item at a place of the list.
    pub fn apply<T>(self, list: &mut Vec<T>, index: usize) {
        match self {
            Self::Up if index > 0 && index < list.len() => list.swap(index - 1, index),
            Self::Down if index + 1 < list.len() => list.swap(index, index + 1),
            Self::Remove if index < list.len() => {
                list.remove(index);
            }
            _ => {}
        }
    }

    /// The name of the undo step.
    #[must_use]
    pub fn step(self, words: &Words, item: &str) -> String {
        match self {
            Self::Up | Self::Down => crate::t!(words, "event-step-move", item = item),
            Self::Remove => crate::t!(words, "event-step-remove", item = item),
        }
    }
}

/// The menu at the end of a row: move up, move down, remove. `place` is the row's index and how many rows there are.
pub fn row_menu(
    ui: &mut Ui,
    words: &Words,
    (id, item): (egui::Id, &str),
    (index, count): (usize, usize),
) -> Option<RowAction> {
    let name = crate::t!(words, "event-more-for", item = item);
    let look = IconLook { icon: 14.0, side: 20.0, ..IconLook::default() };
    let trigger = icon_button_colored(ui, icons::ELLIPSIS, &name, look);
    let mut chosen = None;
    Popup::menu(&trigger).id(id.with("menu")).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for action in [RowAction::Up, RowAction::Down, RowAction::Remove] {
            let possible = match action {
                RowAction::Up => index > 0,
                RowAction::Down => index + 1 < count,
                RowAction::Remove => true,
            };
            let word = words.text(action.key());
            if possible && list_item(ui, id.with(action.key()), &word, (130.0, false)).clicked() {
                chosen = Some(action);
                ui.close();
            }
        }
    });
    chosen
}

/// How a toggle chip looks.
#[derive(Clone, Copy, Debug)]
pub struct Chip<'a> {
    /// What it shows.
    pub text: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// Whether it is on.
    pub on: bool,
    /// Whether it stands out when it is on.
    pub accent: bool,
    /// At least this wide.
    pub min_width: f32,
    /// How high it is.
    pub height: f32,
}

/// A chip that is on or off.
pub fn toggle_chip(ui: &mut Ui, id: egui::Id, chip: Chip<'_>) -> Response {
    let palette = theme::palette(ui);
    let accent = chip.on && chip.accent;
    let font: FontId = if accent { theme::semibold(size::SMALL) } else { theme::text(size::SMALL) };
    let ink = match (accent, chip.on) {
        (true, _) => palette.accent,
        (false, true) => palette.text,
        (false, false) => palette.weak,
    };
    let galley = ui.painter().layout_no_wrap(chip.text.to_owned(), font, ink);
    let (_, rect) = ui.allocate_space(vec2((galley.size().x + 10.0).max(chip.min_width), chip.height));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), chip.on, chip.name));
    let fill = match (accent, chip.on) {
        (true, _) => palette.accent_soft,
        (false, true) => palette.line,
        (false, false) => egui::Color32::TRANSPARENT,
    };
    let outline = if response.hovered() { palette.rule } else { palette.line };
    let stroke = if chip.on && !response.hovered() { Stroke::NONE } else { Stroke::new(1.0, outline) };
    ui.painter().rect(rect, radius::CHIP, fill, stroke, StrokeKind::Inside);
    paint_galley(ui.painter(), rect.center(), Align2::CENTER_CENTER, galley);
    focus_ring(ui, &response);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The seven stages of the customer loop, to be switched on and off; returns the new list in the loop's order.
pub fn stage_toggles(ui: &mut Ui, words: &Words, id: egui::Id, stages: &[Stage]) -> Option<Vec<Stage>> {
    let mut changed = None;
    ui.spacing_mut().interact_size.y = 22.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for stage in Stage::ALL {
            let name = stage.name(words);
            let on = stages.contains(&stage);
            let chip = Chip { text: &name, name: &name, on, accent: true, min_width: 0.0, height: 22.0 };
            if toggle_chip(ui, id.with(stage), chip).clicked() {
                let wanted = |other: &Stage| if *other == stage { !on } else { stages.contains(other) };
                changed = Some(Stage::ALL.into_iter().filter(wanted).collect());
            }
        }
    });
    changed
}

/// Chooses among things with a date, such as events: an icon, the name, the date weak.
pub fn dated_chooser<T: PartialEq + Clone>(
    ui: &mut Ui,
    (id, name): (egui::Id, &str),
    items: &[(T, String, String)],
    current: &T,
) -> Option<T> {
    let shown = items.iter().find(|(item, ..)| item == current);
    let (title, date) = shown.map_or(("", ""), |(_, title, date)| (title.as_str(), date.as_str()));
    let trigger = chooser_button(ui, id, name, (title, date));
    let mut chosen = None;
    Popup::menu(&trigger).id(id.with("list")).width(trigger.rect.width()).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let width = (trigger.rect.width() - 10.0).max(260.0);
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for (index, (item, title, date)) in items.iter().enumerate() {
                let look = (width, item == current);
                if list_item_with(ui, id.with(("item", index)), (title, date), look).clicked() {
                    chosen = Some(item.clone());
                    ui.close();
                }
            }
        });
    });
    chosen.filter(|item| item != current)
}

fn chooser_button(ui: &mut Ui, id: egui::Id, name: &str, (title, date): (&str, &str)) -> Response {
    let palette = theme::palette(ui);
    let room = if is_narrow(ui) { 170.0 } else { 220.0 };
    let strong = elided(ui.painter(), title, theme::semibold(size::SMALL), palette.text, room);
    let weak = ui.painter().layout_no_wrap(date.to_owned(), theme::text(size::SMALL), palette.text);
    let gap = if date.is_empty() { 0.0 } else { 8.0 };
    let width = 31.0 + strong.size().x + gap + weak.size().x + 33.0;
    let (_, rect) = ui.allocate_space(vec2(width, height::FIELD));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name);
        info.current_text_value = Some(format!("{title} {date}").trim().to_owned());
        info
    });
    let lively = response.hovered() || response.has_focus();
    let outline = Stroke::new(1.0, if lively { palette.rule } else { palette.line });
    ui.painter().rect(rect, radius::FIELD, palette.raised, outline, StrokeKind::Inside);
    let square = |x: f32, side: f32| Rect::from_center_size(pos2(x, rect.center().y), Vec2::splat(side));
    icons::paint(ui.painter(), icons::CALENDAR, square(rect.left() + 18.0, 14.0), palette.text);
    let left = rect.left() + 31.0;
    let end = paint_galley(ui.painter(), pos2(left, rect.center().y), Align2::LEFT_CENTER, strong).right();
    paint_galley(ui.painter(), pos2(end + gap, rect.center().y), Align2::LEFT_CENTER, weak);
    icons::paint(ui.painter(), icons::CHEVRON_DOWN, square(rect.right() - 17.0, 13.0), palette.text);
    focus_ring(ui, &response);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A label of 12 above whatever follows.
pub fn caption(ui: &mut Ui, text: &str) {
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 2.0);
    crate::app::widgets::text::small(ui, text, Tone::Weak);
    ui.spacing_mut().item_spacing.y = spacing;
}
