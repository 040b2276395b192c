//! On the start page: unsaved work that a window left behind.

use eframe::egui::Ui;

use super::entry::{self, Entry};
use super::moment::moment;
use super::recover;
use crate::app::icons;
use crate::app::left_behind::Offers;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::rule;
use crate::app::widgets::text::{label, small, state_line};
use crate::file::recovery::Left;
use crate::plan::Date;
use crate::t;
use crate::words::Words;

/// Rows shown at most; the others come up as these are dealt with.
const ROWS: usize = 3;
/// What stands around the rows and below them, with one recent plan.
const REST: f32 = 440.0;
/// What is said of a file that cannot be read, in three lines.
const WARNING: f32 = 60.0;

/// Draws what there is, if there is anything; returns what was clicked.
pub fn ui(ui: &mut Ui, words: &Words, offers: &Offers, today: Date) -> Option<Left> {
    let (count, unreadable) = (offers.work().count(), offers.unreadable().next());
    if count == 0 && unreadable.is_none() {
        return None;
    }
    label(ui, &words.text("recovery-title"), theme::semibold(size::BODY), Tone::Plain);
    if count > 0 {
        small(ui, &words.text("recovery-lead"), Tone::Weak);
    }
    rule(ui);
    let rows = rows(ui.available_height() - if unreadable.is_some() { WARNING } else { 0.0 });
    let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
    let clicked = offers.work().take(rows).filter(|left| row(ui, words, left, today)).last().cloned();
    ui.spacing_mut().item_spacing.y = spacing;
    if count > rows {
        let more = count - rows;
        small(ui, &t!(words, "recovery-more", n = more, shown = more.to_string()), Tone::Weak);
    }
    if let Some(error) = unreadable {
        let text = t!(words, "recovery-unreadable", why = error.say(words));
        state_line(ui, (icons::WARN, theme::palette(ui).warn), &text, Tone::Warn);
    }
    ui.add_space(space::PAGE);
    clicked
}

/// How many rows there is room for.
fn rows(height: f32) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of rows")]
    let fitting = ((height - REST) / entry::HEIGHT).max(0.0) as usize;
    fitting.clamp(1, ROWS)
}

fn row(ui: &mut Ui, words: &Words, left: &Left, today: Date) -> bool {
    let name = recover::name(words, left);
    let folder = left.about.path.as_ref().and_then(|path| path.parent()).map(|folder| folder.display().to_string());
    let entry = Entry {
        spoken: t!(words, "recovery-row-name", plan = &name),
        name,
        below: folder.unwrap_or_else(|| words.text("recovery-row-no-file")),
        right: moment(words, left.about.kept, today),
        is_marked: true,
    };
    entry::row(ui, &entry).clicked()
}
