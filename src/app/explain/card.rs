//! What an explanation shows: name and value, formula, the formula with its values, where they come from.

use eframe::egui::{Align, Layout, ScrollArea, Ui, UiBuilder, vec2};

use crate::app::context::Cx;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::chip::word_chip;
use crate::app::widgets::text::{label, text_width};
use crate::app::widgets::{Button, Column, Notation, RowSpec, Table, explain_head, hairline, weak};
use crate::calc::explain::{Kind, Lead};
use crate::report::sentences::explained::{Piece, Told, ToldSource, kind};
use crate::t;

/// Width of a card without its frame.
pub const WIDTH: f32 = 500.0;

/// Width of the words at the left.
const LABELS: f32 = 78.0;

/// Under the pointer there is no room for more sources, and they cannot be scrolled there.
const FEW: usize = 7;

/// Without links, which nobody under the pointer can reach.
pub fn under_pointer(ui: &mut Ui, cx: &Cx, told: &Told) {
    head(ui, told);
    formulas(ui, cx, told);
    let shown = told.sources.get(..FEW.min(told.sources.len())).unwrap_or_default();
    sources(ui, cx, shown, Links::None);
    let left_out = told.sources.len() - shown.len();
    if left_out > 0 {
        labelled(ui, "", |ui| drop(weak(ui, &t!(cx.words, "explain-others", n = left_out))));
    }
    foot(ui, told);
    weak(ui, &cx.words.text("explain-keep"));
}

/// All of it; returns where a link leads to.
pub fn whole(ui: &mut Ui, cx: &Cx, told: &Told, sources_room: f32) -> Option<Lead> {
    formulas(ui, cx, told);
    let chosen = ScrollArea::vertical()
        .max_height(sources_room)
        .show(ui, |ui| {
            ui.set_width(WIDTH);
            sources(ui, cx, &told.sources, Links::All)
        })
        .inner;
    foot(ui, told);
    chosen
}

/// Name and value.
fn head(ui: &mut Ui, told: &Told) {
    explain_head(ui, &told.title, &told.subject, (&told.value, &told.unit));
}

fn formulas(ui: &mut Ui, cx: &Cx, told: &Told) {
    ui.spacing_mut().item_spacing.y = space::XS;
    let words = cx.words;
    labelled(ui, &words.text("explain-formula"), |ui| {
        Notation::new(&told.formula, &told.formula_line(words)).show(ui);
        if let Some(function) = &told.function {
            let before = format!("{} ", words.text("explain-where-word"));
            let pieces: Vec<Piece> = [Piece::Text(before)].into_iter().chain(function.iter().cloned()).collect();
            Notation::new(&pieces, "").show(ui);
        }
    });
    hairline(ui);
    labelled(ui, &words.text("explain-filled"), |ui| {
        let (equals, result) = (Piece::Text(" = ".to_owned()), [Piece::Text(told.value.clone())]);
        let mut pieces = told.filled.clone();
        pieces.extend(told.steps.iter().flat_map(|steps| [equals.clone()].into_iter().chain(steps.iter().cloned())));
        pieces.push(equals.clone());
        Notation::new(&pieces, &told.filled_line()).result(&result).show(ui);
    });
    hairline(ui);
}

/// A word at the left, and what belongs to it.
fn labelled(ui: &mut Ui, word: &str, content: impl FnOnce(&mut Ui)) {
    let left = ui.cursor().left();
    let top = ui.cursor().min;
    let inside = eframe::egui::Rect::from_min_max(
        top + vec2(LABELS, 0.0),
        eframe::egui::pos2(left + ui.available_width(), f32::INFINITY),
    );
    let builder = UiBuilder::new().max_rect(inside).layout(Layout::top_down(Align::Min)).id_salt(("labelled", word));
    let mut child = ui.new_child(builder);
    content(&mut child);
    let used = child.min_rect();
    ui.scope_builder(UiBuilder::new().max_rect(eframe::egui::Rect::from_min_size(top, vec2(LABELS, 20.0))), |ui| {
        weak(ui, word);
    });
    let rect = eframe::egui::Rect::from_min_max(top, eframe::egui::pos2(used.right(), used.bottom().max(top.y + 20.0)));
    ui.advance_cursor_after_rect(rect);
}

/// Whether sources lead anywhere.
#[derive(Clone, Copy, PartialEq)]
enum Links {
    None,
    All,
}

fn sources(ui: &mut Ui, cx: &Cx, sources: &[ToldSource], links: Links) -> Option<Lead> {
    let mut chosen = None;
    labelled(ui, &cx.words.text("explain-sources"), |ui| {
        let has_letters = sources.iter().any(|source| !source.symbol.is_empty());
        let letter = has_letters.then(|| Column::fixed(22.0));
        // Names have what values leave them.
        let font = theme::semibold(size::BODY);
        let wide = sources.iter().map(|source| text_width(ui, &source.value, font.clone())).fold(0.0, f32::max);
        let values = Column::fixed(wide.ceil().clamp(30.0, 124.0)).right();
        let others = [Column::flex(1.0, 120.0), values, Column::fixed(66.0)];
        let link = (links == Links::All).then(|| Column::fixed(76.0).right());
        let columns: Vec<Column> = letter.into_iter().chain(others).chain(link).collect();
        let mut table = Table::new(ui, ui.scope_id().with("sources"), &columns).row_height(25.0).gap(6.0);
        for source in sources {
            table.row(ui, RowSpec::plain(), |row| {
                if has_letters {
                    row.text(source.symbol);
                }
                row.text(&source.name);
                row.strong(&source.value, Tone::Plain);
                row.cell(|ui| chip(ui, cx, source.kind));
                if links == Links::All {
                    chosen = row.cell(|ui| go(ui, cx, source)).or(chosen.take());
                }
            });
        }
    });
    chosen
}

/// What is typed is one's own, what is assumed asks to be looked at; all else is quiet.
fn chip(ui: &mut Ui, cx: &Cx, of: Kind) {
    let word = kind(cx.words, of);
    match of {
        Kind::Typed => word_chip(ui, &word, Tone::Accent),
        Kind::Happened => word_chip(ui, &word, Tone::Good),
        Kind::Assumed => word_chip(ui, &word, Tone::Warn),
        Kind::Calculated | Kind::Fixed => weak(ui, &word),
    };
}

/// The link of a source, if it leads anywhere.
fn go(ui: &mut Ui, cx: &Cx, source: &ToldSource) -> Option<Lead> {
    let lead = source.lead.clone()?;
    let words = cx.words;
    let (word, name) = match &lead {
        Lead::Field(_) => ("explain-go", t!(words, "explain-go-to", what = &source.name)),
        Lead::Figure(figure) => {
            super::asked(cx).explain(figure)?;
            ("explain-how", t!(words, "explain-how-of", what = &source.name))
        }
    };
    let word = words.text(word);
    Button::quiet(&word).name(&name).dense().show(ui).clicked().then_some(lead)
}

fn foot(ui: &mut Ui, told: &Told) {
    if let Some(note) = &told.note {
        let palette = theme::palette(ui);
        let text = eframe::egui::RichText::new(note).font(theme::text(size::SMALL)).color(palette.weak);
        ui.add(eframe::egui::Label::new(text).wrap());
    }
}

/// The value of a card whose head has buttons.
pub fn value(ui: &mut Ui, told: &Told) {
    weak(ui, &told.unit);
    label(ui, &told.value, theme::semibold(size::FIGURE), Tone::Accent);
}
