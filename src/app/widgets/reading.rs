//! What a number that is being typed is read as: calculated, and shown beside the field where the program writes it otherwise.

use eframe::egui::{Context, Id, Rect, Ui};

use super::draft::Draft;
use super::tip;
use crate::t;
use crate::words::typed::Entry;
use crate::words::{Language, Words};

/// What is typed into a field for a number, on its way to being read.
pub(super) struct Reading<'a> {
    field: Id,
    entry: Entry,
    words: &'static Words,
    /// The text as typed, and how the value from before the edit is written.
    typed: String,
    before: String,
    /// How the value is written that came of it; `None` where none did.
    shown: Option<&'a str>,
}

impl<'a> Reading<'a> {
    /// Of a field whose bound value looks as `shown` says.
    pub(super) fn of(ui: &Ui, (field, entry): (Id, Entry), draft: &Draft, shown: &'a str) -> Self {
        let shown = Some(shown).filter(|_| draft.is_taken());
        let (typed, before) = (draft.text.clone(), draft.before().to_owned());
        Self { field, entry, words: words(ui), typed, before, shown }
    }

    /// A text in the writing that is read strictly, or what is wrong with it.
    pub(super) fn plain(&self, typed: &str) -> Result<String, String> {
        let plain = self.entry.plain(typed, &self.before).map_err(|problem| problem.say(self.words))?;
        Ok(plain.text.into_owned())
    }

    /// Shows the value, if it is not written as it was typed.
    pub(super) fn show(&self, ui: &Ui, field: Rect) {
        let Some(value) = self.shown.filter(|shown| !is_written_so(&self.typed, shown)) else { return };
        let is_rounded = self.entry.plain(&self.typed, &self.before).is_ok_and(|plain| plain.rounded);
        let reading = if is_rounded {
            t!(self.words, "numbers-reading-rounded", value = value)
        } else {
            t!(self.words, "numbers-reading", value = value)
        };
        ui.accesskit_node_builder(self.field, |node| node.set_description(reading.as_str()));
        tip::show_reading(ui, self.field, field, &reading);
    }
}

/// Whether a text differs from a writing in nothing but digits after the point that say nothing, and the sign of a percentage.
fn is_written_so(typed: &str, shown: &str) -> bool {
    let bare = |text: &str| {
        let text = text.trim().trim_end_matches('%').trim_end().to_owned();
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
    };
    bare(typed) == bare(shown)
}

fn language_id() -> Id {
    Id::unique("language of the fields")
}

/// Tells the fields the language of the window.
pub fn speak(ctx: &Context, language: Language) {
    ctx.data_mut(|data| data.insert_temp(language_id(), language));
}

fn words(ui: &Ui) -> &'static Words {
    Words::of(ui.data(|data| data.get_temp(language_id())).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_as_it_was_typed_needs_no_reading() {
        for (typed, shown) in
            [("500", "500.00"), ("5.5", "5.5%"), ("1,500.5", "1,500.50"), (" 12 ", "12"), ("5.50 %", "5.5%")]
        {
            assert!(is_written_so(typed, shown), "{typed}");
        }
        for (typed, shown) in [("150000", "150,000.00"), ("15w", "150,000.00"), ("+10%", "165.00"), ("100", "10")] {
            assert!(!is_written_so(typed, shown), "{typed}");
        }
    }
}
