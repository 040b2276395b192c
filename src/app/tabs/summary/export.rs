//! Copying, and one button for each kind of file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Ui;

use super::prepare::Prepared;
use super::{View, Wish, lasts};
use crate::app::context::{Cx, Request, Requests};
use crate::app::errand::Errand;
use crate::app::icons;
use crate::app::theme::{self, Tone, space};
use crate::app::widgets::text::{small, state_line};
use crate::app::widgets::{Button, section};
use crate::report::formats::{csv, json, markdown, pdf, text};
use crate::report::workbook;
use crate::t;
use crate::words::clean::one_line;

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
    view.making = view.making.take().filter(|making| progress(ui, cx, making));
    if let Some(written) = &mut view.written {
        written.ui(ui, cx);
    }
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

/// A file that is being made, beside the window: a plan of thousands of channels takes seconds.
#[derive(Debug)]
pub struct Making {
    kind: Kind,
    /// When it was begun, in the window's seconds.
    since: f64,
    errand: Errand<Option<Made>>,
}

/// The content of a file, or why there is none.
type Made = Arc<Result<Vec<u8>, String>>;

impl Making {
    /// Begins to make a file of this kind.
    pub fn begin(ui: &Ui, cx: &Cx, kind: Kind, prepared: &Arc<Prepared>) -> Self {
        let (prepared, report, plan) = (Arc::clone(prepared), Arc::clone(cx.report), cx.plan.clone());
        let (words, today) = (cx.words, cx.today);
        let make = move || match kind {
            Kind::Pdf => pdf::write(&prepared.pages).map_err(|why| t!(words, "files-no-pdf", why = why.to_string())),
            Kind::Xlsx => workbook::write(&plan, &report, &prepared.summary, today)
                .map_err(|why| t!(words, "files-no-workbook", why = why.to_string())),
            Kind::Text => Ok(text::write(&prepared.document).into_bytes()),
            Kind::Markdown => Ok(markdown::write(&prepared.document).into_bytes()),
            Kind::Csv => Ok(csv::write(&prepared.document).into_bytes()),
            Kind::Json => json::write(&prepared.summary).map(String::into_bytes).map_err(|why| why.to_string()),
        };
        let broken: Made = Arc::new(Err(t!(words, "summary-making-broke-down", kind = kind.name())));
        let ends = (None, Some(broken));
        let errand = Errand::begin(ui.ctx(), cx.background, ends, move |_| Some(Arc::new(make())));
        Self { kind, since: ui.input(|input| input.time), errand }
    }

    /// Asks for the file once there is something to write into it; `None` from then on.
    pub fn deliver(self, requests: &Requests) -> Option<Self> {
        let Some(made) = self.errand.progress() else { return Some(self) };
        requests.push(Request::Export { extension: self.kind.extension(), made });
        None
    }
}

/// Says what is being made, if that takes longer than somebody waits without a word; whether it is still wanted.
fn progress(ui: &mut Ui, cx: &Cx, making: &Making) -> bool {
    if !lasts(ui, making.since) {
        return true;
    }
    ui.horizontal(|ui| {
        small(ui, &t!(cx.words, "summary-making", kind = making.kind.name()), Tone::Weak);
        !Button::quiet(&cx.words.text("common-cancel")).dense().show(ui).clicked()
    })
    .inner
}

/// A file that was written.
#[derive(Debug)]
pub struct Written {
    path: PathBuf,
    /// It is said for the first time: on a low screen that may be out of sight.
    is_new: bool,
}

impl Written {
    /// Of a file.
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), is_new: true }
    }

    /// Says where it lies, and shows it or its folder.
    fn ui(&mut self, ui: &mut Ui, cx: &Cx) {
        let path = one_line(&self.path.display().to_string());
        let said = ui.vertical(|ui| {
            let good = theme::palette(ui).good;
            state_line(ui, (icons::GOOD, good), &t!(cx.words, "summary-written", path = path), Tone::Plain);
            ui.horizontal(|ui| {
                let folder = self.path.parent().unwrap_or(&self.path);
                for (key, shown) in [("summary-written-open", &*self.path), ("summary-written-folder", folder)] {
                    if Button::quiet(&cx.words.text(key)).dense().show(ui).clicked() {
                        cx.requests.push(Request::Open(shown.to_owned()));
                    }
                }
            });
        });
        if std::mem::take(&mut self.is_new) {
            said.response.scroll_to_me(None);
        }
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
}
