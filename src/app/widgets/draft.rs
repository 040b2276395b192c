//! The text of a field from the coming of the focus to its going: what was typed, what the value had been, what is
//! wrong with it. A text that cannot be used changes nothing: the value from before the edit stays.

use eframe::egui::{Context, Event, Id, ImeEvent, Key, Response, Ui};

/// What is typed into a field from the coming of the focus, or from a text that replaced all that stood there. It is one
/// undo step, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    field: Id,
    since: u64,
    /// How many texts were replaced before; all of them together where there is none.
    part: Option<u32>,
}

impl Edit {
    /// The first edit of a stay of the focus in a field that began in such a frame.
    #[must_use]
    pub const fn new(field: Id, since: u64) -> Self {
        Self { field, since, part: Some(0) }
    }

    /// All edits of the stay.
    #[must_use]
    pub const fn whole_stay(self) -> Self {
        Self { part: None, ..self }
    }

    fn next(self) -> Self {
        Self { part: self.part.map(|part| part + 1), ..self }
    }

    /// Whether another is this one, or one of these.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        (self.field, self.since) == (other.field, other.since) && (self.part.is_none() || self.part == other.part)
    }
}

/// A text that was typed and changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusable {
    /// What the field is called.
    pub field: String,
    /// The text as typed.
    pub text: String,
    /// What is wrong with it and how to mend it; `None` where whoever keeps it back says so.
    pub why: Option<String>,
}

/// What the fields did in a frame.
#[derive(Clone, Debug, Default)]
pub struct Typing {
    /// The edit that gave a value.
    pub given: Option<Edit>,
    /// The edit whose values are taken back.
    pub withdrawn: Option<Edit>,
    /// A text that could not be used when its field was left.
    pub left: Option<Unusable>,
}

impl Typing {
    fn id() -> Id {
        Id::unique("typing")
    }

    /// What the fields did in this frame; asked once a frame.
    #[must_use]
    pub fn take(ctx: &Context) -> Self {
        ctx.data_mut(|data| data.remove_temp(Self::id())).unwrap_or_default()
    }

    fn note(ctx: &Context, note: impl FnOnce(&mut Self)) {
        ctx.data_mut(|data| note(data.get_temp_mut_or_default(Self::id())));
    }
}

/// A text that could not be used, from the leaving of its field until something else is typed: what was wrong with it
/// stays said where it was typed.
#[derive(Clone)]
struct Refused {
    field: Id,
    text: String,
    /// The last frame its field was drawn in.
    drawn: u64,
}

impl Refused {
    fn id() -> Id {
        Id::unique("refused text")
    }

    fn note(ctx: &Context, field: Id, text: &str) {
        let refused = Self { field, text: text.to_owned(), drawn: ctx.cumulative_frame_nr() };
        ctx.data_mut(|data| data.insert_temp(Self::id(), refused));
    }

    fn forget(ctx: &Context, forgets: impl FnOnce(&Self) -> bool) {
        let refused: Option<Self> = ctx.data(|data| data.get_temp(Self::id()));
        if refused.is_some_and(|refused| forgets(&refused)) {
            ctx.data_mut(|data| data.remove::<Self>(Self::id()));
        }
    }
}

/// What was typed into a field that was left with it, and could not be used.
pub(super) fn refused(ctx: &Context, field: Id) -> Option<String> {
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| {
        let mut refused: Refused = data.get_temp(Refused::id()).filter(|refused: &Refused| refused.field == field)?;
        // Whoever went elsewhere and comes back begins anew.
        if refused.drawn + 1 < frame {
            data.remove::<Refused>(Refused::id());
            return None;
        }
        refused.drawn = frame;
        data.insert_temp(Refused::id(), refused.clone());
        Some(refused.text)
    })
}

/// The text in a field that has the focus.
pub(super) fn typed(ctx: &Context, field: Id) -> Option<String> {
    Draft::of(ctx, field).map(|draft| draft.text)
}

/// The text in the focused field, if it changes nothing as it stands.
#[must_use]
pub fn unusable(ctx: &Context) -> Option<Unusable> {
    Draft::of(ctx, ctx.memory(eframe::egui::Memory::focused)?)?.unusable()
}

/// Gives the focused field the look of its value again. Where what stood there could not be used, returns all that was
/// typed since the focus came, to be taken back with it.
pub fn clear(ctx: &Context) -> Option<Edit> {
    let draft = Draft::remove(ctx, ctx.memory(eframe::egui::Memory::focused)?)?;
    draft.unusable().map(|_| draft.edit.whole_stay())
}

/// Ends the edit of the field that has the focus. Where it gave a value, what else changes in this frame belongs to its step.
pub fn end(ctx: &Context, field: Id) {
    if let Some(draft) = Draft::remove(ctx, field).filter(Draft::is_taken) {
        Typing::note(ctx, |typing| typing.given = Some(draft.edit));
    }
}

/// Ends the edit of a field that was left by not being drawn any more.
#[must_use]
pub fn abandon(ctx: &Context, field: Id) -> Option<Unusable> {
    Draft::of(ctx, field).filter(|draft| draft.drawn < ctx.cumulative_frame_nr())?;
    Draft::remove(ctx, field)?.unusable()
}

/// Whether a field waits with a value that can be read and not yet be used.
#[must_use]
pub fn is_held(ctx: &Context, field: Id) -> bool {
    Draft::of(ctx, field).is_some_and(|draft| draft.held)
}

/// Keeps back the value that was just read from a field: until it is left, the value from before the edit stays.
pub fn hold(ctx: &Context, field: Id) {
    if let Some(mut draft) = Draft::of(ctx, field) {
        draft.held = true;
        draft.withdraw(ctx);
        ctx.data_mut(|data| data.insert_temp(Draft::id(field), draft));
    }
}

/// Kept in egui's memory only while the field has the focus.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is its own fact about the text")]
pub(super) struct Draft {
    /// The text as typed.
    pub text: String,
    /// Why it cannot be used.
    pub error: Option<String>,
    edit: Edit,
    /// What the field is called.
    name: String,
    /// How the bound value looked last time.
    shown: String,
    /// How it looked before the edit, and when the focus came.
    before: String,
    at_focus: String,
    /// The value is one that was typed in this edit.
    taken: bool,
    /// The value is kept back by whoever asked for it.
    held: bool,
    /// An input method has an unfinished word in the text.
    composing: bool,
    /// The typed text is ahead of the last parse, because of a composition.
    unread: bool,
    /// Until this frame a change of the bound value is the echo of our own.
    echo_until: u64,
    /// The value changed from elsewhere while the field had the focus.
    renewed: bool,
    /// The last frame it was drawn in.
    drawn: u64,
}

/// What a pass over a field found out.
#[derive(Default)]
pub(super) struct Outcome {
    /// The text that cannot be used, and why, in the language it was typed in.
    pub unusable: Option<(String, String)>,
    pub restored: bool,
}

/// Reads a text; the value itself stays with the caller.
pub(super) type Parse<'a> = dyn FnMut(&str) -> Result<(), String> + 'a;

impl Draft {
    fn id(field: Id) -> Id {
        field.with("draft")
    }

    fn of(ctx: &Context, field: Id) -> Option<Self> {
        ctx.data(|data| data.get_temp(Self::id(field)))
    }

    fn remove(ctx: &Context, field: Id) -> Option<Self> {
        let draft = Self::of(ctx, field);
        ctx.data_mut(|data| data.remove::<Self>(Self::id(field)));
        draft
    }

    /// The draft of a field, or a fresh one from how the bound value looks.
    pub fn load(ui: &Ui, (field, name): (Id, &str), shown: &str) -> Self {
        let frame = ui.cumulative_frame_nr();
        let known = Self::of(ui.ctx(), field).filter(|draft| draft.drawn + 1 >= frame);
        let mut draft = known.unwrap_or_else(|| {
            let renewed = ui.memory(|memory| memory.has_focus(field));
            Self { renewed, ..Self::fresh(field, shown, frame) }
        });
        draft.follow(shown, frame);
        name.clone_into(&mut draft.name);
        draft.drawn = frame;
        draft
    }

    fn fresh(field: Id, shown: &str, frame: u64) -> Self {
        Self {
            text: shown.to_owned(),
            error: None,
            edit: Edit::new(field, frame),
            name: String::new(),
            shown: shown.to_owned(),
            before: shown.to_owned(),
            at_focus: shown.to_owned(),
            taken: false,
            held: false,
            composing: false,
            unread: false,
            echo_until: 0,
            renewed: false,
            drawn: frame,
        }
    }

    /// A value changed from elsewhere (undo, another field) replaces what was typed: another edit begins.
    fn follow(&mut self, shown: &str, frame: u64) {
        if self.shown == shown {
            return;
        }
        if frame > self.echo_until {
            *self = Self { composing: self.composing, renewed: true, ..Self::fresh(self.edit.field, shown, frame) };
        } else {
            shown.clone_into(&mut self.shown);
        }
    }

    /// Whether the value changed from elsewhere since this was asked.
    pub fn take_renewed(&mut self) -> bool {
        std::mem::take(&mut self.renewed)
    }

    /// How the value from before the edit looked.
    pub fn before(&self) -> &str {
        &self.before
    }

    /// Whether the bound value is one that was typed in this edit.
    pub fn is_taken(&self) -> bool {
        self.taken && !self.held
    }

    /// A text took the place of all that stood there: the value until now is the one from before another edit.
    pub fn replace_all(&mut self) {
        if std::mem::take(&mut self.taken) {
            self.edit = self.edit.next();
            self.before.clone_from(&self.shown);
        }
    }

    /// Takes in what happened to the text edit and keeps or drops the draft.
    pub fn update(mut self, ui: &Ui, response: &Response, parse: &mut Parse<'_>) -> Outcome {
        self.composing = response.has_focus() && composing(ui, self.composing);
        self.unread |= response.changed();
        if response.changed() || response.gained_focus() {
            Refused::forget(ui.ctx(), |refused| response.changed() || refused.field == self.edit.field);
        }
        let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
        let mut outcome = Outcome::default();
        if escaped {
            self.error = None;
            self.unread = false;
            outcome.restored = self.cancel(ui.ctx(), parse);
        } else if self.unread && !self.composing {
            self.read(ui.ctx(), parse);
        }
        if response.has_focus() {
            outcome.unusable = self.error.clone().map(|error| (self.text.clone(), error));
            ui.data_mut(|data| data.insert_temp(Self::id(self.edit.field), self));
        } else {
            Self::remove(ui.ctx(), self.edit.field);
            if self.error.is_some() {
                // What is said may name the value, which is that from before the edit again.
                self.error = parse(&self.text).err().or(self.error);
                Typing::note(ui.ctx(), |typing| typing.left = self.unusable());
                Refused::note(ui.ctx(), self.edit.field, &self.text);
            }
        }
        outcome
    }

    fn read(&mut self, ctx: &Context, parse: &mut Parse<'_>) {
        (self.unread, self.held) = (false, false);
        self.error = parse(&self.text).err();
        if self.error.is_some() {
            self.give_back(ctx, parse);
        } else {
            self.taken = true;
            self.echo_until = ctx.cumulative_frame_nr() + 2;
            Typing::note(ctx, |typing| typing.given = Some(self.edit));
        }
    }

    /// Gives back the value from before the edit. The window takes the plan back as a whole, exactly; what is no part of
    /// the plan comes back as it looked.
    fn give_back(&mut self, ctx: &Context, parse: &mut Parse<'_>) {
        if self.taken && self.shown != self.before {
            let _ = parse(&self.before);
        }
        self.withdraw(ctx);
    }

    /// Asks for what this edit changed to be taken back.
    fn withdraw(&mut self, ctx: &Context) {
        if std::mem::take(&mut self.taken) {
            self.ask_back(ctx, self.edit);
        }
    }

    /// Gives back the value from the coming of the focus.
    fn cancel(&mut self, ctx: &Context, parse: &mut Parse<'_>) -> bool {
        self.ask_back(ctx, self.edit.whole_stay());
        self.shown != self.at_focus && parse(&self.at_focus).is_ok()
    }

    fn ask_back(&mut self, ctx: &Context, edit: Edit) {
        self.echo_until = ctx.cumulative_frame_nr() + 2;
        Typing::note(ctx, |typing| (typing.given, typing.withdrawn) = (Some(self.edit), Some(edit)));
    }

    fn unusable(&self) -> Option<Unusable> {
        let unusable = self.error.is_some() || self.held;
        unusable.then(|| Unusable { field: self.name.clone(), text: self.text.clone(), why: self.error.clone() })
    }
}

fn composing(ui: &Ui, before: bool) -> bool {
    ui.input(|input| {
        input.events.iter().fold(before, |composing, event| match event {
            Event::Ime(ImeEvent::Preedit { text, .. }) => !text.is_empty(),
            Event::Ime(ImeEvent::Commit(_)) => false,
            _ => composing,
        })
    })
}
