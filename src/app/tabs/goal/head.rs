//! The goal in one sentence with its figures in place, and the planner's own words below it.

use eframe::egui::{self, Popup, PopupCloseBehavior, Ui};

use super::figures::Kind;
use super::{View, goal_field, sub_goals};
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::theme::{self, Tone, space};
use crate::app::widgets::text::text_width;
use crate::app::widgets::{
    Button, Copied, Dropdown, Field, Run, Sentence, head_row, icon_button, is_narrow, rule, sentence, strong,
    text_area, text_field, weak,
};
use crate::plan::Goal;
use crate::plan::goal::Measure;
use crate::t;
use crate::words::names::{Named, currency_name, month_name};
use crate::words::{Language, number};

/// Stand in the sentence for the figures, so that each language has its own order of words.
const MARKS: [(&str, Kind); 4] =
    [("\u{1}", Kind::Customers), ("\u{2}", Kind::Value), ("\u{3}", Kind::Revenue), ("\u{4}", Kind::Share)];

/// Draws the head of the tab and its rule.
pub fn ui(ui: &mut Ui, section: &mut Editing<'_, Goal>, cx: &Cx, view: &mut View) {
    let copied = spoken(section, cx);
    let ((), add) = head_row(
        ui,
        theme::height::FIELD,
        |ui| figures_in_words(ui, section, cx),
        |ui| {
            let add = Button::plain(&cx.words.text("goal-add-sub-goal")).icon(icons::PLUS).show(ui).clicked();
            copy_button(ui, cx, copied, &mut view.copied);
            add
        },
    );
    if add {
        sub_goals::add(section, cx, view);
    }
    own_words(ui, section, cx);
    if let Some(counts) = cx.counts_happened() {
        weak(ui, &counts);
    }
    rule(ui);
}

fn figures_in_words(ui: &mut Ui, section: &mut Editing<'_, Goal>, cx: &Cx) {
    let pattern = in_words(cx, &MARKS.map(|(mark, _)| mark.to_owned()));
    let end = end_of_period(cx);
    sentence(ui, |sentence| {
        for piece in pattern.split_inclusive(|c| c <= '\u{4}') {
            let words = piece.trim_end_matches(|c| c <= '\u{4}');
            match words.split_once(&end) {
                Some((before, after)) => {
                    sentence.say(&[Run::plain(before), Run::strong(&end), Run::plain(after)]);
                }
                None => sentence.say(&[Run::plain(words)]),
            }
            if let Some((_, kind)) = MARKS.iter().find(|(mark, _)| piece.ends_with(mark)) {
                figure(sentence, section, cx, *kind);
            }
        }
    });
}

/// A typed figure is edited where it stands; a derived one is shown.
fn figure(sentence: &mut Sentence<'_>, section: &mut Editing<'_, Goal>, cx: &Cx, kind: Kind) {
    let shown = kind.shown(&section.target, cx);
    if shown.derived {
        return sentence.say(&[Run::strong(shown.text)]);
    }
    let name = t!(cx.words, "goal-in-sentence", figure = cx.words.text(kind.field_name()));
    let field = Field::new(kind.id().with("sentence"), &name).entry(kind.entry(cx));
    if let Some(typed) = sentence.value(field, &shown.text, &|text| kind.read(text, cx)).value {
        kind.write(section, cx, typed);
    }
}

/// The sentence as it is copied.
fn spoken(goal: &Goal, cx: &Cx) -> String {
    let figures = MARKS.map(|(_, kind)| {
        let text = kind.shown(&goal.target, cx).text;
        if text.is_empty() { number::NOTHING.to_owned() } else { text }
    });
    in_words(cx, &figures)
}

fn in_words(cx: &Cx, [customers, value, revenue, share]: &[String; 4]) -> String {
    t!(
        cx.words,
        "goal-sentence",
        end = end_of_period(cx),
        customers = customers,
        value = value,
        revenue = revenue,
        share = share,
        unit = currency_name(&cx.currency().code, cx.words)
    )
}

fn end_of_period(cx: &Cx) -> String {
    let end = cx.plan.period.end();
    match cx.language() {
        Language::ZhCn => format!("{}年{}月", end.year(), end.month()),
        Language::En => format!("{} {}", month_name(end.month(), cx.words), end.year()),
    }
}

fn copy_button(ui: &mut Ui, cx: &Cx, sentence: String, copied: &mut Copied) {
    let done = copied.just_now(ui);
    let words = cx.words.text(if done { "common-copied" } else { "goal-copy" });
    if is_narrow(ui) {
        let icon = if done { icons::CHECK } else { icons::COPY };
        if icon_button(ui, icon, &words).clicked() {
            copied.copy(ui, sentence);
        }
        return;
    }
    let width = 24.0 + text_width(ui, &cx.words.text("goal-copy"), theme::text(theme::size::SMALL));
    let button = Button::plain(&words).min_width(width);
    let button = if done { button.icon(icons::CHECK) } else { button };
    if button.show(ui).clicked() {
        copied.copy(ui, sentence);
    }
}

/// The goal in the planner's own words, the measure the headline speaks about, and the note.
fn own_words(ui: &mut Ui, section: &mut Editing<'_, Goal>, cx: &Cx) {
    let statement = section.statement.clone();
    let (typed, ()) = head_row(
        ui,
        theme::height::FIELD,
        |ui| {
            let (name, hint) = (cx.words.text("goal-statement"), cx.words.text("goal-statement-hint"));
            let field = Field::new(goal_field("statement"), &name).bare().hint(&hint).tone(Tone::Weak);
            text_field(ui, field, &statement).value
        },
        |ui| {
            note(ui, section, cx);
            headline(ui, section, cx);
        },
    );
    if let Some(statement) = typed {
        section.change(cx.words.text("goal-step-statement"), |goal| goal.statement = statement);
    }
}

/// Drawn from the right: first the choice, then its words.
fn headline(ui: &mut Ui, section: &mut Editing<'_, Goal>, cx: &Cx) {
    let name = cx.words.text("goal-headline");
    let choices = Measure::ALL.map(|measure| (measure, measure.name(cx.words)));
    let shown = section.headline.name(cx.words);
    let chooser = Dropdown::new(goal_field("headline"), &name, &shown).dense();
    if let Some(measure) = chooser.show(ui, &choices, Some(&section.headline)) {
        section.change(cx.words.text("goal-step-headline"), |goal| goal.headline = measure);
    }
    weak(ui, &name).on_hover_text(cx.words.text("goal-headline-hint"));
}

/// The popup that holds the note.
pub(super) fn note_popup() -> egui::Id {
    egui::Id::unique("goal_note")
}

fn note(ui: &mut Ui, section: &mut Editing<'_, Goal>, cx: &Cx) {
    let words = cx.words.text("common-note");
    let button = Button::quiet(&words).icon(icons::FILE_TEXT).dense().show(ui);
    Popup::menu(&button).id(note_popup()).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(420.0);
        strong(ui, &cx.words.text("goal-note-title"));
        ui.add_space(space::XS);
        let name = cx.words.text("goal-note");
        let field = Field::new(goal_field("note"), &name).fill();
        if let Some(note) = text_area(ui, field, &section.note, 6).value {
            section.change(cx.words.text("goal-step-note"), |goal| goal.note = note);
        }
    });
}
