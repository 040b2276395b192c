//! Summary: what is handed to the person who decides, page by page as it prints, and the ways to hand it over.

mod cover;
mod export;
mod include;
mod paper;
mod prepare;
mod preview;
mod print;
pub mod sheet;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, UiBuilder};

use self::export::{Kind, Making, Written};
use self::prepare::{Prepared, Question, prepare};
use self::preview::{Preview, Shown};
use crate::app::command::Tab;
use crate::app::context::{Cx, Requests};
use crate::app::editing::Editing;
use crate::app::errand::A_MOMENT;
use crate::app::icons;
use crate::app::tabs::overview;
use crate::app::theme::{self, size, space};
use crate::app::widgets::{Button, Run, Segmented, body, is_narrow, order, page, runs};
use crate::app::worker::Job;
use crate::calc::Severity;
use crate::plan::Handover;
use crate::report::Part;
use crate::report::pages::{Paper, Setting};
use crate::t;
use crate::words::Language;

/// Width of the column with what can be chosen, in a window as wide as most and in a narrower one.
const CHOICES_WIDTH: f32 = 312.0;
const NARROW_CHOICES_WIDTH: f32 = 272.0;

/// What the tab remembers between frames.
#[derive(Debug)]
pub struct View {
    parts: Vec<Part>,
    /// Language of the summary; `None` is the window's.
    language: Option<Language>,
    paper: Paper,
    is_grey: bool,
    form: Form,
    preview: Preview,
    /// Whether the words beside the plan are being written.
    writes_cover: bool,
    desk: print::Desk,
    /// What is handed over, made anew after each change.
    job: Job<Question, Option<Arc<Prepared>>>,
    /// What somebody asked for and is given as soon as it is that of the plan as it stands.
    wish: Option<Wish>,
    /// The file that is being made.
    making: Option<Making>,
    /// The file that was written last.
    written: Option<Written>,
}

impl Default for View {
    fn default() -> Self {
        Self {
            parts: Part::usual(),
            language: None,
            paper: Paper::default(),
            is_grey: false,
            form: Form::default(),
            preview: Preview::default(),
            writes_cover: false,
            desk: print::Desk::default(),
            job: Job::new(prepare),
            wish: None,
            making: None,
            written: None,
        }
    }
}

/// As what the summary is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Form {
    #[default]
    Pages,
    Text,
}

/// A way to hand it over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Copy,
    Print,
    Export(Kind),
}

impl View {
    /// Brings the button that prints into view and gives it the focus.
    pub fn go_to_print(&mut self) {
        self.desk.arrive();
    }

    /// Asks for a file as soon as what goes into it is made, whatever tab is shown by then.
    pub fn deliver(&mut self, requests: &Requests) {
        self.making = self.making.take().and_then(|making| making.deliver(requests));
    }

    /// Takes in that a file was written.
    pub fn written(&mut self, path: &Path) {
        self.written = Some(Written::new(path));
    }

    /// Asks for what is handed over. While the odds of a change are being drawn it stays as it was: without them it
    /// would lose a part, only to get it back.
    fn follow(&mut self, ui: &Ui, cx: &Cx) -> bool {
        let waits_for_odds = cx.odds.is_some_and(|shown| !shown.is_fresh);
        if !waits_for_odds {
            let question = Question {
                plan: cx.plan.clone(),
                base: cx.base.clone(),
                scenario: cx.scenario.cloned(),
                report: Arc::clone(cx.report),
                odds: cx.odds.map(|shown| Arc::clone(shown.odds)),
                parts: self.parts.clone(),
                language: self.language.unwrap_or_else(|| cx.language()),
                is_grey: self.is_grey,
                setting: Setting { paper: self.paper, printed: cx.today, file: cx.file.to_owned() },
            };
            self.job.ask(question, ui.ctx(), cx.background);
        }
        !waits_for_odds && !self.job.is_working()
    }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, handover: Editing<'_, Handover>, cx: &Cx, view: &mut View) {
    let area = page::middle_with_margins(ui.max_rect());
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| desk_and_choices(ui, handover, cx, view));
}

fn desk_and_choices(ui: &mut Ui, handover: Editing<'_, Handover>, cx: &Cx, view: &mut View) {
    let palette = theme::palette(ui);
    let is_fresh = view.follow(ui, cx);
    let head = Frame::NONE.fill(palette.panel).inner_margin(Margin { left: 24, right: 24, top: 12, bottom: 0 });
    Panel::top("summary_head").frame(head).show_separator_line(false).show(ui, |ui| {
        page::tab_head(ui, |ui| sentence(ui, cx), |ui| form(ui, cx, view));
    });
    let side = Frame::NONE.fill(palette.panel).inner_margin(Margin { left: 24, right: 24, top: 12, bottom: 12 });
    let narrow = is_narrow(ui);
    let width = if narrow { NARROW_CHOICES_WIDTH } else { CHOICES_WIDTH };
    let column = Panel::right("summary_choices").frame(side).exact_size(width + 48.0).resizable(false);
    let begin = order::place(ui);
    column.show_separator_line(false).show(ui, |ui| {
        let edge = ui.max_rect().left() - 24.0;
        ui.painter().vline(edge, ui.max_rect().expand(12.0).y_range(), theme::palette(ui).hairline());
        ScrollArea::vertical().show(ui, |ui| choices(ui, cx, view, handover));
    });
    let middle = order::place(ui);
    let desk = Frame::NONE.fill(palette.bg).inner_margin(Margin { left: 24, right: 24, top: 24, bottom: 12 });
    CentralPanel::default().frame(desk).show(ui, |ui| {
        let View { job, preview, desk, paper, is_grey, form, wish, making, written, .. } = view;
        let Some((Some(prepared), _)) = job.latest() else {
            preview::waiting(ui, cx, preview, *paper);
            return;
        };
        match form {
            Form::Pages => preview::ui(ui, cx, preview, Shown { prepared, is_fresh, paper: *paper }),
            Form::Text => sheet::ui(ui, cx, &prepared.document, false),
        }
        match wish.take_if(|_| is_fresh) {
            Some(Wish::Print) => print::grant(ui, cx, desk, prepared, (*paper, *is_grey)),
            Some(Wish::Copy) => export::copy(ui, prepared),
            Some(Wish::Export(kind)) => {
                *written = None;
                *making = Some(Making::begin(ui, cx, kind, prepared));
            }
            None => (),
        }
    });
    order::swap(ui, begin, middle);
}

/// Whether what began at a time, in the window's seconds, takes longer than somebody waits without a word.
fn lasts(ui: &Ui, since: f64) -> bool {
    let left = since + A_MOMENT.as_secs_f64() - ui.input(|input| input.time);
    if left > 0.0 {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
    }
    left <= 0.0
}

/// Pages or text.
fn form(ui: &mut Ui, cx: &Cx, view: &mut View) {
    let words = ["summary-form-pages", "summary-form-text"].map(|key| cx.words.text(key));
    let forms = [(Form::Pages, &*words[0]), (Form::Text, &*words[1])];
    if let Some(form) = Segmented::new(&forms, view.form).show(ui) {
        view.form = form;
    }
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

/// The column at the right, one section a file; it scrolls on a low screen.
fn choices(ui: &mut Ui, cx: &Cx, view: &mut View, handover: Editing<'_, Handover>) {
    ui.spacing_mut().item_spacing.y = space::S;
    include::ui(ui, cx, view);
    ui.add_space(space::S);
    export::ui(ui, cx, view);
    ui.add_space(space::S);
    print::ui(ui, cx, view);
    ui.add_space(space::S);
    cover::ui(ui, cx, view, handover);
    ui.add_space(space::S);
    paper::ui(ui, cx, view);
    same_numbers(ui, cx);
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
