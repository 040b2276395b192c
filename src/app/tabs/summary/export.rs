//! Copying, and one button for each kind of file.

use std::sync::Arc;

use eframe::egui::Ui;

use super::prepare::Prepared;
use super::{View, Wish};
use crate::app::context::{Cx, Exported, Request};
use crate::app::icons;
use crate::app::theme::{Tone, space};
use crate::app::widgets::text::small;
use crate::app::widgets::{Button, section};
use crate::report::formats::{csv, json, markdown, text};
use crate::report::workbook;
use crate::t;
use crate::words::Words;

/// Draws the section.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &mut View) {
    section(ui, &cx.words.text("summary-hand-over"), "");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for kind in Kind::ALL {
            let name = t!(cx.words, "summary-write", kind = kind.name());
            if Button::plain(kind.label()).name(&name).min_width(60.0).show(ui).clicked() {
                view.wish = Some(Wish::Export(kind));
            }
        }
    });
    let copy = cx.words.text("summary-copy");
    if Button::quiet(&copy).icon(icons::COPY).show(ui).clicked() {
        view.wish = Some(Wish::Copy);
    }
    small(ui, &cx.words.text("summary-copy-hint"), Tone::Weak);
}

/// Copies the text.
pub fn copy(ui: &Ui, prepared: &Prepared) {
    ui.ctx().copy_text(text::write(&prepared.document));
}

/// Asks for a file of this kind.
pub fn to_file(cx: &Cx, kind: Kind, prepared: &Prepared) {
    if let Some(content) = kind.write(cx, prepared) {
        cx.requests.push(Request::Export { extension: kind.extension(), content });
    }
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Pdf,
    Text,
    Markdown,
    Csv,
    Json,
    Xlsx,
}

impl Kind {
    const ALL: [Self; 6] = [Self::Pdf, Self::Xlsx, Self::Text, Self::Markdown, Self::Csv, Self::Json];

    fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Text => "TXT",
            Self::Markdown => "Markdown",
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Xlsx => "XLSX",
        }
    }

    /// The name with the dots of a button that asks for more.
    fn label(self) -> &'static str {
        match self {
            Self::Pdf => "PDF…",
            Self::Text => "TXT…",
            Self::Markdown => "Markdown…",
            Self::Csv => "CSV…",
            Self::Json => "JSON…",
            Self::Xlsx => "XLSX…",
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
        }
    }

    /// Numbers are finite by the time they reach a summary, so JSON cannot fail in practice.
    fn write(self, cx: &Cx, prepared: &Prepared) -> Option<Exported> {
        let text = match self {
            Self::Pdf => return Some(Exported::Pages(Arc::clone(&prepared.pages))),
            Self::Text => text::write(&prepared.document),
            Self::Markdown => markdown::write(&prepared.document),
            Self::Csv => csv::write(&prepared.document),
            Self::Json => json::write(&prepared.summary).ok()?,
            Self::Xlsx => {
                let words = Words::of(prepared.summary.language.0);
                return Some(Exported::Workbook(workbook::write(cx.plan, cx.report, words, cx.today)));
            }
        };
        Some(Exported::Text(text))
    }
}
