//! The text of a field while it is being typed: what was typed, what the value had been, what is wrong with it.

use eframe::egui::{Event, Id, ImeEvent, Key, Response, Ui};

/// Kept in egui's memory only while the field has the focus or holds a text that cannot be used.
#[derive(Clone, Default)]
pub(super) struct Draft {
    /// The text as typed.
    pub text: String,
    /// Why it cannot be used.
    pub error: Option<String>,
    /// How the bound value looked last time.
    shown: String,
    /// How it looked when the focus came.
    at_focus: String,
    /// An input method has an unfinished word in the text.
    composing: bool,
    /// The typed text is ahead of the last parse, because of a composition.
    unread: bool,
    /// Until this pass a change of the bound value is the echo of our own.
    echo_until: u64,
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

    /// The draft of a field, or a fresh one from how the bound value looks.
    pub fn load(ui: &Ui, field: Id, shown: &str) -> Self {
        let fresh =
            || Self { text: shown.to_owned(), shown: shown.to_owned(), at_focus: shown.to_owned(), ..Self::default() };
        let mut draft = ui.data(|data| data.get_temp::<Self>(Self::id(field))).unwrap_or_else(fresh);
        draft.follow(shown, ui.cumulative_frame_nr());
        draft
    }

    /// A value changed from elsewhere (undo, another field) replaces what was typed.
    fn follow(&mut self, shown: &str, frame: u64) {
        if self.shown != shown {
            if frame > self.echo_until {
                shown.clone_into(&mut self.text);
                self.error = None;
            }
            shown.clone_into(&mut self.shown);
        }
    }

    /// Takes in what happened to the text edit and keeps or drops the draft.
    pub fn update(mut self, ui: &Ui, field: Id, response: &Response, parse: &mut Parse<'_>) -> Outcome {
        if response.gained_focus() && self.error.is_none() {
            self.at_focus.clone_from(&self.shown);
        }
        self.composing = response.has_focus() && composing(ui, self.composing);
        self.unread |= response.changed();
        let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
        let mut outcome = Outcome::default();
        if escaped {
            outcome.restored = self.restore(parse);
        } else if self.unread && !self.composing {
            self.read(ui.cumulative_frame_nr(), parse);
        }
        outcome.unusable = self.error.clone().map(|error| (self.text.clone(), error));
        let keep = response.has_focus() || self.error.is_some();
        ui.data_mut(|data| {
            if keep {
                data.insert_temp(Self::id(field), self);
            } else {
                data.remove::<Self>(Self::id(field));
            }
        });
        outcome
    }

    fn read(&mut self, frame: u64, parse: &mut Parse<'_>) {
        self.unread = false;
        match parse(&self.text) {
            Ok(()) => {
                self.error = None;
                self.echo_until = frame + 2;
            }
            Err(message) => self.error = Some(message),
        }
    }

    /// Gives back the value the field had when the focus came.
    fn restore(&mut self, parse: &mut Parse<'_>) -> bool {
        self.error = None;
        self.unread = false;
        self.shown != self.at_focus && parse(&self.at_focus).is_ok()
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
