//! Summary: what is handed to the person who decides, as it reads, and the ways to hand it over.

mod sheet;

use eframe::egui::{Frame, Margin, Panel, ScrollArea, Ui};

use crate::app::command::Tab;
use crate::app::context::{Cx, Exported, Request};
use crate::app::icons;
use crate::app::tabs::overview;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::text::small;
use crate::app::widgets::{Button, Run, Segmented, body, checkbox, is_narrow, page, runs, section};
use crate::calc::Severity;
use crate::plan::Plan;
use crate::report::document::Document;
use crate::report::formats::{csv, json, markdown, text};
use crate::report::pages::Paper;
use crate::report::{Part, Summary};
use crate::t;
use crate::words::{Language, Words};

/// Width of the column with what can be chosen, in a window as wide as most and in a narrower one.
const CHOICES_WIDTH: f32 = 312.0;
const NARROW_CHOICES_WIDTH: f32 = 272.0;

/// What the tab remembers between frames.
#[derive(Debug)]
pub struct View {
    parts: Vec<Part>,
    /// Language of the summary; `None` is the window's.
    language: Option<Language>,
    /// What a PDF is printed on.
    paper: Paper,
    /// The document last written, and what it was written from.
    written: Option<Written>,
}

impl Default for View {
    fn default() -> Self {
        Self { parts: Part::ALL.to_vec(), language: None, paper: Paper::default(), written: None }
    }
}

#[derive(Debug)]
struct Written {
    plan: Plan,
    parts: Vec<Part>,
    language: Language,
    /// Whether the odds of this very plan stand in it.
    has_odds: bool,
    summary: Summary,
    document: Document,
}

impl View {
    /// Writes the summary again only when something changed.
    fn written(&mut self, cx: &Cx) -> &Written {
        let language = self.language.unwrap_or_else(|| cx.language());
        let odds = cx.odds.filter(|shown| shown.is_fresh).map(|shown| shown.odds);
        let fits = |old: &Written| {
            old.plan.same_as(cx.plan)
                && old.parts == self.parts
                && old.language == language
                && old.has_odds == odds.is_some()
        };
        if !self.written.as_ref().is_some_and(fits) {
            self.written = None;
        }
        self.written.get_or_insert_with(|| {
            let words = Words::of(language);
            let summary = Summary::of(cx.plan, cx.report, words);
            let summary = match odds {
                Some(odds) => summary.with_odds(cx.plan, cx.report, odds, words),
                None => summary,
            };
            let document = Document::with(&summary, &self.parts);
            let (plan, parts, has_odds) = (cx.plan.clone(), self.parts.clone(), odds.is_some());
            Written { plan, parts, language, has_odds, summary, document }
        })
    }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &mut View) {
    let palette = theme::palette(ui);
    // Another plan begins at its top, however far the one before was read.
    let is_new = view.written.is_none();
    let head = Frame::NONE.fill(palette.panel).inner_margin(Margin { left: 24, right: 24, top: 12, bottom: 0 });
    Panel::top("summary_head").frame(head).show_separator_line(false).show(ui, |ui| {
        page::tab_head(ui, |ui| sentence(ui, cx), |_| ());
    });
    let side = Frame::NONE.fill(palette.panel).inner_margin(Margin { left: 24, right: 24, top: 12, bottom: 12 });
    let narrow = is_narrow(ui);
    let width = if narrow { NARROW_CHOICES_WIDTH } else { CHOICES_WIDTH };
    let column = Panel::right("summary_choices").frame(side).exact_size(width + 48.0).resizable(false);
    column.show_separator_line(false).show(ui, |ui| {
        let edge = ui.max_rect().left() - 24.0;
        ui.painter().vline(edge, ui.max_rect().expand(12.0).y_range(), theme::palette(ui).hairline());
        ScrollArea::vertical().show(ui, |ui| choices(ui, cx, view));
    });
    let desk = Frame::NONE.fill(palette.bg).inner_margin(Margin::same(24));
    eframe::egui::CentralPanel::default().frame(desk).show(ui, |ui| {
        let document = &view.written(cx).document;
        sheet::ui(ui, cx, document, is_new);
    });
}

/// Whether it can be handed over, and what stands in the way.
fn sentence(ui: &mut Ui, cx: &Cx) {
    let count = |severity| cx.report.findings.iter().filter(|finding| finding.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let run = if errors > 0 {
        Run::bad(t!(cx.words, "summary-mend-first", n = errors, shown = errors.to_string())).semibold()
    } else if !overview::is_begun(cx) {
        Run::plain(cx.words.text("overview-summary-open"))
    } else if warnings > 0 {
        Run::plain(t!(cx.words, "summary-ready-warned", n = warnings, shown = warnings.to_string()))
    } else {
        Run::plain(cx.words.text("summary-ready"))
    };
    runs(ui, &[run], size::FIGURE);
}

/// What is handed over comes first: on a low screen only the end of what is included is scrolled to.
fn choices(ui: &mut Ui, cx: &Cx, view: &mut View) {
    ui.spacing_mut().item_spacing.y = space::S;
    ui.columns_const(|[left, right]| {
        language(left, cx, view);
        paper(right, cx, view);
    });
    ui.add_space(space::S);
    section(ui, &cx.words.text("summary-hand-over"), "");
    let paper = view.paper;
    hand_over(ui, cx, view.written(cx), paper);
    same_numbers(ui, cx);
    ui.add_space(space::S);
    section(ui, &cx.words.text("summary-include"), "");
    for part in Part::ALL {
        let on = view.parts.contains(&part);
        if checkbox(ui, on, &cx.words.text(part_key(part))) {
            if on { view.parts.retain(|other| *other != part) } else { view.parts.push(part) }
        }
    }
}

fn language(ui: &mut Ui, cx: &Cx, view: &mut View) {
    section(ui, &cx.words.text("summary-language"), "");
    let languages = Language::ALL.map(|language| (language, language.own_name()));
    let chosen = view.language.unwrap_or_else(|| cx.language());
    if let Some(language) = Segmented::new(&languages, chosen).show(ui) {
        view.language = Some(language);
    }
}

fn paper(ui: &mut Ui, cx: &Cx, view: &mut View) {
    section(ui, &cx.words.text("summary-paper"), "");
    let papers = [(Paper::A4, "A4"), (Paper::Letter, "Letter")];
    if let Some(paper) = Segmented::new(&papers, view.paper).show(ui) {
        view.paper = paper;
    }
}

fn part_key(part: Part) -> &'static str {
    match part {
        Part::Goal => "summary-part-goal",
        Part::Allocation => "summary-part-allocation",
        Part::Proposal => "summary-part-proposal",
        Part::Odds => "summary-part-odds",
        Part::Events => "summary-part-events",
        Part::Ripples => "summary-part-ripples",
        Part::Pyramid => "summary-part-pyramid",
        Part::Team => "summary-part-team",
        Part::Topics => "summary-part-topics",
        Part::Findings => "summary-part-findings",
        Part::Assumptions => "summary-part-assumptions",
    }
}

/// Copying, and one button for each kind of file.
fn hand_over(ui: &mut Ui, cx: &Cx, written: &Written, paper: Paper) {
    let copy = cx.words.text("summary-copy");
    if Button::primary(&copy).icon(icons::COPY).show(ui).clicked() {
        ui.ctx().copy_text(text::write(&written.document));
    }
    small(ui, &cx.words.text("summary-copy-hint"), Tone::Weak);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for kind in Kind::ALL {
            let name = t!(cx.words, "summary-write", kind = kind.name());
            let button = Button::plain(kind.label()).name(&name).min_width(60.0).show(ui);
            if button.clicked()
                && let Some(content) = kind.write(cx, written, paper)
            {
                cx.requests.push(Request::Export { extension: kind.extension(), content });
            }
        }
    });
}

#[derive(Clone, Copy)]
enum Kind {
    Pdf,
    Text,
    Markdown,
    Csv,
    Json,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Pdf, Self::Text, Self::Markdown, Self::Csv, Self::Json];

    fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Text => "TXT",
            Self::Markdown => "Markdown",
            Self::Csv => "CSV",
            Self::Json => "JSON",
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
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Numbers are finite by the time they reach a summary, so JSON cannot fail in practice.
    fn write(self, cx: &Cx, written: &Written, paper: Paper) -> Option<Exported> {
        // Other budgets take some milliseconds, which only these two need.
        let complete = || written.summary.clone().with_frontier(cx.report);
        let text = match self {
            Self::Pdf => {
                let document = Document::with(&complete(), &written.parts);
                return Some(Exported::Paper(Box::new(document), written.language, paper));
            }
            Self::Text => text::write(&written.document),
            Self::Markdown => markdown::write(&written.document),
            Self::Csv => csv::write(&written.document),
            Self::Json => json::write(&complete()).ok()?,
        };
        Some(Exported::Text(text))
    }
}

fn same_numbers(ui: &mut Ui, cx: &Cx) {
    ui.horizontal(|ui| {
        icons::show(ui, icons::GOOD, 14.0, theme::palette(ui).good);
        body(ui, &cx.words.text("summary-same-numbers"));
    });
    if !cx.report.findings.is_empty() {
        let errors = cx.words.text("summary-see-overview");
        if Button::quiet(&errors).dense().show(ui).clicked() {
            cx.show_tab(Tab::Overview);
        }
    }
}
