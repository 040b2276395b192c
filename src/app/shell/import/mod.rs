//! The dialog in which reports of what happened are looked at, and taken in.
//!
//! At the left the reports, each with what was read and what it leaves open; at the right the campaigns with what they count for,
//! what comes in by month and channel, and which lines do not count.

mod campaigns;
mod empty;
mod left_out;
mod listed;
mod months;
mod picker;
mod question;
mod reports;

use eframe::egui::{Context, Event, Id, Key, Rect, Ui, UiBuilder, pos2};

use crate::app::import::Import;
use crate::app::import::prepared::Prepared;
use crate::app::import::source::Reader;
use crate::app::theme::{self, space};
use crate::app::widgets::overlay::{appears, wide_dialog};
use crate::app::widgets::text::{Line, line};
use crate::app::widgets::{Button, Segmented, dialog_buttons, problem_line, weak};
use crate::plan::{Money, Plan};
use crate::report::sentences::import as said;
use crate::t;
use crate::words::{Words, number};

/// Which part of what comes in is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// Campaigns, and what each counts for.
    #[default]
    Campaigns,
    /// Before and after, by month and channel.
    Months,
    /// Lines that do not count.
    LeftOut,
}

/// What the dialog remembers between frames.
#[derive(Debug, Default)]
pub struct View {
    part: Part,
    campaigns: campaigns::View,
    questions: question::View,
}

/// What the person wants of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Choose files.
    Files,
    /// Read what is on the clipboard.
    Paste,
    /// Take it in.
    TakeIn,
    /// Leave the plan as it is.
    Close,
}

/// What is drawn.
struct Shown<'a> {
    words: &'a Words,
    plan: &'a Plan,
    import: &'a mut Import,
    reader: &'a Reader,
}

/// Room below the parts: a line that says what comes in, and the buttons.
const FOOT: f32 = 82.0;

/// Width of the reports, as a share of the dialog, and at least.
const REPORTS: (f32, f32) = (0.29, 300.0);

/// The least height of the parts, however low the window.
const LEAST: f32 = 220.0;

/// At most so many conflicts are said.
const CONFLICTS: usize = 2;

/// Shows the dialog; `None` until something is wanted.
pub fn ui(
    ctx: &Context,
    words: &Words,
    plan: &Plan,
    (import, view): (&mut Import, &mut View),
    reader: &Reader,
) -> Option<Wish> {
    take_pasted(ctx, words, import, reader);
    if import.sources().is_empty() {
        return empty::ui(ctx, words, plan);
    }
    import.prepare(plan, words.language(), (ctx, reader.background));
    let id = Id::unique("import");
    let fresh = appears(ctx, id);
    // A click beside the dialog must not cost what was chosen.
    let wants_out = ctx.input(|input| input.key_pressed(Key::Escape));
    let shown = wide_dialog(ctx, id, &words.text("import-window-title"), |ui| {
        let mut shown = Shown { words, plan, import, reader };
        let area = ui.available_rect_before_wrap();
        let bottom = (area.bottom() - FOOT).max(area.top() + LEAST);
        let wide = (area.width() * REPORTS.0).max(REPORTS.1);
        let left = Rect::from_min_max(area.min, pos2(area.left() + wide, bottom));
        let right = Rect::from_min_max(pos2(left.right() + space::COLUMNS, area.top()), pos2(area.right(), bottom));
        let middle = left.right() + space::COLUMNS / 2.0;
        ui.painter().vline(middle, area.top()..=bottom, theme::palette(ui).hairline());
        let part = |ui: &mut Ui, rect, salt: &str| ui.new_child(UiBuilder::new().max_rect(rect).id_salt(salt));
        if reports::ui(&mut part(ui, left, "reports"), &mut shown, &mut view.questions) {
            view.part = Part::LeftOut;
        }
        parts(&mut part(ui, right, "parts"), &mut shown, view);
        ui.advance_cursor_after_rect(Rect::from_min_max(area.min, pos2(area.right(), bottom)));
        foot(ui, &shown, fresh)
    });
    shown.inner.or_else(|| (shown.close && wants_out).then_some(Wish::Close))
}

/// A block that is pasted goes into no field.
fn take_pasted(ctx: &Context, words: &Words, import: &mut Import, reader: &Reader) {
    let is_typing = ctx.text_edit_focused();
    let pasted = ctx.input_mut(|input| {
        // A spreadsheet ends a single cell with a line break, too.
        let is_block = |text: &str| text.trim_end().contains(['\t', '\n']);
        let is_for_us = |event: &Event| matches!(event, Event::Paste(text) if !is_typing || is_block(text));
        let at = input.events.iter().position(is_for_us)?;
        if let Event::Paste(text) = input.events.remove(at) { Some(text) } else { None }
    });
    if let Some(text) = pasted {
        import.add_pasted(&words.text("import-window-pasted"), &text, reader);
    }
}

/// What comes in, in one of its parts.
fn parts(ui: &mut Ui, shown: &mut Shown<'_>, view: &mut View) {
    let words = shown.words;
    let Some((prepared, _)) = shown.import.prepared() else { return };
    let conflicts = &prepared.preview.conflicts;
    for conflict in conflicts.iter().take(CONFLICTS) {
        problem_line(ui, &said::conflict(words, conflict));
    }
    let more = conflicts.len().saturating_sub(CONFLICTS);
    if more > 0 {
        problem_line(ui, &t!(words, "import-window-more-conflicts", n = more, shown = more.to_string()));
    }
    if prepared.sources.is_empty() {
        weak(ui, &words.text("import-window-nothing-yet"));
        return;
    }
    let lines: u64 = prepared.left_out.iter().map(|run| run.lines.1 - run.lines.0 + 1).sum();
    let campaigns = prepared.preview.arrivals.len();
    let items = [
        (Part::Campaigns, t!(words, "import-window-campaigns", n = campaigns, shown = said::count(campaigns as u64))),
        (Part::Months, words.text("import-months")),
        (
            Part::LeftOut,
            t!(
                words,
                "import-window-left-out",
                n = usize::try_from(lines).unwrap_or(usize::MAX),
                shown = said::count(lines)
            ),
        ),
    ];
    let items: Vec<(Part, &str)> = items.iter().map(|(part, word)| (*part, word.as_str())).collect();
    let name = words.text("import-window-shows");
    view.part = Segmented::new(&items, view.part).name(&name).show(ui).unwrap_or(view.part);
    ui.add_space(space::S);
    match view.part {
        Part::Campaigns => campaigns::ui(ui, shown, &mut view.campaigns),
        Part::Months => months::ui(ui, shown),
        Part::LeftOut => left_out::ui(ui, shown),
    }
}

/// What comes in, in a line, and the buttons.
fn foot(ui: &mut Ui, shown: &Shown<'_>, fresh: bool) -> Option<Wish> {
    let words = shown.words;
    ui.add_space(space::S);
    let spec = Line {
        width: ui.available_width(),
        height: theme::size::ACTION,
        align: eframe::egui::Align::Min,
        tone: theme::Tone::Plain,
    };
    line(ui, &sentence(shown), theme::text(theme::size::BODY), spec);
    let ready = shown.import.ready().is_some();
    dialog_buttons(ui, |ui| {
        let take = Button::primary(&words.text("import-window-take-in")).enabled(ready).show(ui);
        let close = Button::plain(&words.text("common-cancel")).show(ui);
        let paste = Button::plain(&words.text("import-window-paste")).show(ui);
        let files = Button::plain(&words.text("import-window-more-files")).show(ui);
        if fresh {
            files.request_focus();
        }
        let wishes = [(take, Wish::TakeIn), (close, Wish::Close), (paste, Wish::Paste), (files, Wish::Files)];
        wishes.into_iter().find(|(button, _)| button.clicked()).map(|(_, wish)| wish)
    })
}

/// What taking in would do.
fn sentence(shown: &Shown<'_>) -> String {
    let words = shown.words;
    let Some((prepared, is_fresh)) = shown.import.prepared() else { return words.text("import-window-reading") };
    if shown.import.is_reading() || !is_fresh {
        return words.text("import-window-reading");
    }
    if !prepared.preview.is_clear() {
        return words.text("import-window-in-the-way");
    }
    if prepared.sources.is_empty() {
        return words.text("import-window-nothing");
    }
    if !prepared.changes {
        return words.text("import-window-no-change");
    }
    let mut parts = vec![comes_in(words, shown.plan, prepared)];
    let mut count = |key: &str, n: usize| {
        if n > 0 {
            parts.push(t!(words, key, n = n, shown = said::count(n as u64)));
        }
    };
    count("import-window-by-suggestion", prepared.suggested());
    count("import-window-not-decided", prepared.undecided());
    parts.extend(prepared.over_then.clone());
    parts.join(&words.text("import-window-semicolon"))
}

/// How many campaigns come in, with how much money, of which days.
#[must_use]
pub fn comes_in(words: &Words, plan: &Plan, prepared: &Prepared) -> String {
    let arrivals = &prepared.preview.arrivals;
    let spent = Money::total(prepared.spend.iter().flatten().copied()).unwrap_or(Money::LARGEST);
    let periods = prepared.preview.files.iter().map(|file| file.reading.period);
    let days = periods.reduce(crate::import::Days::hull);
    let [from, to] = days.map_or_else(Default::default, |days| [days.from, days.to].map(number::date_iso));
    t!(
        words,
        "import-window-comes-in",
        n = arrivals.len(),
        shown = said::count(arrivals.len() as u64),
        money = number::amount_named(words, &plan.currency, spent),
        from = from,
        to = to,
    )
}
