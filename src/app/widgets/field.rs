//! Fields. The bound value changes only through what a field returns; the text in typing is the field's own.

use eframe::egui::{
    Align, Align2, Color32, FontId, Frame, Id, Margin, Rect, Response, Shape, Stroke, StrokeKind, TextBuffer, TextEdit,
    Ui, UiBuilder, accesskit,
    epaint::RectShape,
    pos2,
    text::{CCursorRange, LayoutJob, TextWrapping},
    vec2,
};

use super::{
    caret::{first_click, selects_all},
    draft::{self, Draft},
    order,
    reading::Reading,
    text::{fitting_size, state_line},
    tip,
};
use crate::app::{
    icons,
    theme::{self, Tone, height, radius, size, space},
};
use crate::words::typed::Entry;

/// How a field looks and what it is called.
#[must_use]
#[derive(Clone)]
pub struct Field<'a> {
    pub(super) id: Id,
    pub(super) name: &'a str,
    pub(super) hint: &'a str,
    unit: &'a str,
    resting: Option<&'a str>,
    selects: bool,
    problem: Option<&'a str>,
    width: Option<f32>,
    height: f32,
    align: Align,
    font: FontId,
    tone: Tone,
    pub(super) bare: bool,
    shrinks: bool,
    rows: usize,
    limit: usize,
    entry: Option<Entry>,
}

impl<'a> Field<'a> {
    /// A text field; `id` must be stable and belong to the thing edited, `name` is read aloud.
    pub fn new(id: Id, name: &'a str) -> Self {
        Self {
            id,
            name,
            hint: "",
            unit: "",
            resting: None,
            selects: false,
            problem: None,
            width: Some(120.0),
            height: height::FIELD,
            align: Align::LEFT,
            font: theme::text(size::BODY),
            tone: Tone::Plain,
            bare: false,
            shrinks: false,
            rows: 1,
            limit: usize::MAX,
            entry: None,
        }
    }

    /// A field for a number: 84 wide, text at the right. It takes a number of things unless its entry is told.
    pub fn number(id: Id, name: &'a str) -> Self {
        Self { width: Some(84.0), ..Self::new(id, name).right().entry(Entry::COUNT) }
    }

    /// What is calculated in it, as [`typed`](crate::words::typed) says: the number that comes of it is what is read.
    pub const fn entry(mut self, entry: Entry) -> Self {
        self.entry = Some(entry);
        self
    }

    /// Fixed width, the unit not counted.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// As wide as there is room.
    pub const fn fill(mut self) -> Self {
        self.width = None;
        self
    }

    /// Height 24, for dense columns.
    pub const fn dense(mut self) -> Self {
        self.height = height::DENSE;
        self
    }

    pub(super) const fn tall(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Looks like table text until hovered or focused; takes the whole cell.
    pub const fn bare(mut self) -> Self {
        self.bare = true;
        self.width = None;
        self.height = height::DENSE;
        self
    }

    /// Height 28, for figures in a bare field.
    pub const fn roomy(mut self) -> Self {
        self.height = height::FIELD;
        self
    }

    /// Height 20, for two bare fields in one row.
    pub const fn low(mut self) -> Self {
        self.height = 20.0;
        self
    }

    /// Unit shown behind the field.
    pub const fn unit(mut self, unit: &'a str) -> Self {
        self.unit = unit;
        self
    }

    /// Words shown while it is empty.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// A cell of a grid: the click that brings the focus selects all, so that typing replaces the value; another edits it.
    pub const fn cell(mut self) -> Self {
        self.selects = true;
        self
    }

    /// A cell of a grid, and how its value looks while it has no focus, such as in thousands.
    pub const fn resting(mut self, shown: &'a str) -> Self {
        self.resting = Some(shown);
        self.cell()
    }

    /// Something wrong with the value that reading it alone cannot tell.
    pub const fn problem(mut self, problem: Option<&'a str>) -> Self {
        self.problem = problem;
        self
    }

    /// Aligns the text right, as numbers are.
    pub const fn right(mut self) -> Self {
        self.align = Align::RIGHT;
        self.shrinks()
    }

    /// While it has no focus, text too wide for it gets smaller before it is cut: it is a figure.
    pub const fn shrinks(mut self) -> Self {
        self.shrinks = true;
        self
    }

    /// Font of the text.
    pub fn font(mut self, font: FontId) -> Self {
        self.font = font;
        self
    }

    /// Tone of the text.
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// At most this many characters.
    pub const fn limit(mut self, characters: usize) -> Self {
        self.limit = characters;
        self
    }
}

/// What a field returns.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is its own fact about one pass")]
pub struct Edited<T> {
    /// The new value on every keystroke that can be read, the one from before the edit on the first that cannot.
    pub value: Option<T>,
    /// Of the text edit.
    pub response: Response,
    /// The focus came: an undo step begins.
    pub gained_focus: bool,
    /// The focus went: the undo step ends.
    pub lost_focus: bool,
    /// It is being edited.
    pub has_focus: bool,
    /// Escape gave back the value from before the focus came.
    pub restored: bool,
    /// Why the text as typed cannot be used.
    pub error: Option<String>,
}

impl<T> Edited<T> {
    /// The same with another value, which is made of what was typed.
    pub fn map<U>(self, made: impl FnOnce(T) -> U) -> Edited<U> {
        Edited {
            value: self.value.map(made),
            response: self.response,
            gained_focus: self.gained_focus,
            lost_focus: self.lost_focus,
            has_focus: self.has_focus,
            restored: self.restored,
            error: self.error,
        }
    }
}

/// A single line of free text.
pub fn text_field(ui: &mut Ui, field: Field<'_>, text: &str) -> Edited<String> {
    parsed_field(ui, field, text, &|typed| Ok(typed.to_owned()))
}

/// Free text over several rows.
pub fn text_area(ui: &mut Ui, field: Field<'_>, text: &str, rows: usize) -> Edited<String> {
    parsed_field(ui, Field { rows: rows.max(2), ..field }, text, &|typed| Ok(typed.to_owned()))
}

/// A typed value: `shown` is how the bound value looks, `parse` reads what is typed or says what is wrong.
#[expect(clippy::needless_pass_by_value, reason = "a builder is handed over where it is built")]
pub fn parsed_field<T>(
    ui: &mut Ui,
    field: Field<'_>,
    shown: &str,
    parse: &dyn Fn(&str) -> Result<T, String>,
) -> Edited<T> {
    let mut draft = Draft::load(ui, (field.id, field.name), shown);
    let unit_width = if field.unit.is_empty() { 0.0 } else { unit_width(ui, field.unit) };
    let room = ui.available_width();
    let width = field.width.unwrap_or(room - unit_width).max(24.0);
    let row_height = ui.fonts_mut(|fonts| fonts.row_height(&field.font));
    #[expect(clippy::cast_precision_loss, reason = "a few rows")]
    let tall = field.height + row_height * (rows(ui, &field, &draft.text, width) - 1) as f32;
    let (_, rect) = ui.allocate_space(vec2(width + unit_width, tall));
    let edit_rect = Rect::from_min_size(rect.min, vec2(width, tall));
    let response = text_edit(ui, &field, edit_rect, &mut draft);
    if unit_width > 0.0 {
        let at = pos2(edit_rect.right() + space::XS, rect.center().y);
        let font = theme::text(size::SMALL);
        ui.painter().text(at, Align2::LEFT_CENTER, field.unit, font, theme::palette(ui).weak);
    }
    let reading = field.entry.map(|entry| Reading::of(ui, (field.id, entry), &draft, shown));
    let parse = |typed: &str| match &reading {
        Some(reading) => parse(&reading.plain(typed)?),
        None => parse(typed),
    };
    let mut value = None;
    let outcome = draft.update(ui, &response, &mut |typed| {
        value = Some(parse(typed)?);
        Ok(())
    });
    // Asked anew each time: the language may have changed since the text was typed.
    let error = outcome.unusable.map(|(typed, error)| parse(&typed).err().unwrap_or(error));
    tip::keep_clear_of(ui, rect);
    show_problem(ui, &field, (&response, rect), error.as_deref());
    if let Some(reading) = reading.as_ref().filter(|_| error.is_none() && response.has_focus() && !response.changed()) {
        reading.show(ui, rect);
    }
    if error.is_none() && field.problem.is_none() {
        let refused = draft::refused(ui.ctx(), field.id).and_then(|typed| parse(&typed).err());
        show_refused(ui, &field, rect, refused.as_deref());
    }
    Edited {
        value,
        gained_focus: response.gained_focus(),
        lost_focus: response.lost_focus(),
        has_focus: response.has_focus(),
        restored: outcome.restored,
        error,
        response,
    }
}

/// A text of several rows grows with what is written.
fn rows(ui: &Ui, field: &Field<'_>, text: &str, width: f32) -> usize {
    if field.rows == 1 {
        return 1;
    }
    let inside = width - margin(field).sum().x;
    let galley = ui.painter().layout(text.to_owned(), field.font.clone(), Color32::WHITE, inside);
    galley.rows.len().max(field.rows)
}

fn unit_width(ui: &Ui, unit: &str) -> f32 {
    let galley = ui.painter().layout_no_wrap(unit.to_owned(), theme::text(size::SMALL), Color32::WHITE);
    galley.size().x + space::XS
}

fn text_edit(ui: &mut Ui, field: &Field<'_>, rect: Rect, draft: &mut Draft) -> Response {
    let had_focus = ui.memory(|memory| memory.has_focus(field.id));
    let all_selected = had_focus && selects_all(ui, field.id, &draft.text);
    let ground = ui.painter().add(Shape::Noop);
    let wrong = draft.error.is_some() || field.problem.is_some();
    let color = theme::palette(ui).ink(field.tone);
    let (font, align, shrinks) = (field.font.clone(), field.align, field.shrinks);
    // Without the focus a number that does not fit gets smaller, any other text ends in `…`.
    let mut resting = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        let mut font = font.clone();
        let text = field.resting.unwrap_or(text.as_str());
        if shrinks {
            font.size = fitting_size(ui.painter(), text, &font, width);
        }
        let mut job = LayoutJob::simple_singleline(text.to_owned(), font, color);
        job.wrap = TextWrapping::truncate_at_width(width + 0.5);
        job.halign = align;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let mut edit =
        if field.rows > 1 { TextEdit::multiline(&mut draft.text) } else { TextEdit::singleline(&mut draft.text) };
    if !had_focus && field.rows == 1 {
        edit = edit.layouter(&mut resting);
    }
    let vertical = if field.rows > 1 { Align::TOP } else { Align::Center };
    let edit = edit
        .id(field.id)
        .font(field.font.clone())
        .text_color(color)
        .hint_text(eframe::egui::RichText::new(field.hint).font(field.font.clone()))
        .frame(Frame::NONE.inner_margin(margin(field)))
        .align(Align2([field.align, vertical]))
        .desired_width(rect.width())
        .desired_rows(field.rows)
        .char_limit(field.limit)
        .min_size(rect.size());
    // A child that does not move the cursor: the room is taken already.
    let output = edit.show(&mut ui.new_child(UiBuilder::new().max_rect(rect)));
    let response = output.response.response.with_new_rect(rect).accessible_name(field.name);
    if all_selected && response.changed() {
        draft.replace_all();
    }
    order::note(&response);
    paint_ground(ui, ground, field, &response, wrong);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    // Coming by keyboard selects all, so that typing replaces the value.
    let by_pointer = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    let arrived = response.gained_focus() && !by_pointer;
    // In a cell so does a value that came from elsewhere, such as a block that was pasted.
    if arrived || (field.selects && (draft.take_renewed() || first_click(ui, &response))) {
        let mut state = output.state;
        state.cursor.set_char_range(Some(CCursorRange::select_all_str(&draft.text)));
        state.store(ui.ctx(), field.id);
    }
    response
}

fn margin(field: &Field<'_>) -> Margin {
    let side = if field.bare { 0 } else { 8 };
    Margin { left: side, right: side, top: if field.rows > 1 { 4 } else { 0 }, bottom: 0 }
}

fn paint_ground(ui: &Ui, ground: eframe::egui::layers::ShapeIdx, field: &Field<'_>, response: &Response, wrong: bool) {
    let palette = theme::palette(ui);
    let (focused, hovered) = (response.has_focus(), response.hovered());
    if field.bare && !focused && !hovered && !wrong {
        return;
    }
    let frame = if field.bare { response.rect.expand2(vec2(6.0, 0.0)) } else { response.rect };
    let outline = match (wrong, focused, hovered) {
        (true, ..) => Stroke::new(1.5, palette.bad),
        (_, true, _) => Stroke::new(1.5, palette.accent),
        (_, _, true) => Stroke::new(1.0, palette.rule),
        _ => palette.hairline(),
    };
    let fill = if field.bare && !focused { Color32::TRANSPARENT } else { palette.raised };
    ui.painter().set(ground, RectShape::new(frame, radius::FIELD, fill, outline, StrokeKind::Inside));
}

/// The octagon and what is wrong: below the field where things stand below each other, as a tip elsewhere.
fn show_problem(ui: &mut Ui, field: &Field<'_>, (response, rect): (&Response, Rect), error: Option<&str>) {
    let Some(problem) = error.or(field.problem) else {
        return;
    };
    ui.accesskit_node_builder(field.id, |node| {
        node.set_invalid(accesskit::Invalid::True);
        node.set_description(problem);
    });
    if field.bare || ui.layout().main_dir().is_horizontal() {
        if response.has_focus() || response.hovered() {
            tip::show(ui, field.id, rect, problem);
        }
    } else {
        let top = ui.cursor().top();
        problem_line(ui, problem);
        // What has just come to be wrong is of no use below the edge of the column.
        if response.changed() || response.lost_focus() {
            ui.scroll_to_rect(rect.with_max_y(top.max(ui.cursor().top())), None);
        }
    }
}

/// What was wrong with a text that its field was left with. The value in the field is fine.
fn show_refused(ui: &mut Ui, field: &Field<'_>, rect: Rect, refused: Option<&str>) {
    let Some(why) = refused else { return };
    ui.accesskit_node_builder(field.id, |node| node.set_description(why));
    if field.bare || ui.layout().main_dir().is_horizontal() {
        tip::show(ui, field.id, rect, why);
    } else {
        problem_line(ui, why);
    }
}

/// An octagon and a message, 12 in the colour of errors.
pub fn problem_line(ui: &mut Ui, problem: &str) {
    state_line(ui, (icons::BAD, theme::palette(ui).bad), problem, Tone::Bad);
}
