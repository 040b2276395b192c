//! The reports: what was read of each, what it leaves open, why nothing is taken from it.

use eframe::egui::{Align, Id, Ui};

use super::{Shown, question};
use crate::app::icons;
use crate::app::import::prepared::foreign;
use crate::app::import::source::{Read, Refusal};
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::page::scrolled;
use crate::app::widgets::text::{Line, line, small, state_line};
use crate::app::widgets::{Button, hairline, head_row, icon_button, problem_line};
use crate::import::{Reading, Trouble};
use crate::report::sentences::import as said;
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;

/// A report as it is drawn.
struct Report {
    id: u64,
    name: String,
    path: Option<String>,
    read: Option<Read>,
}

/// Draws them; whether somebody wants to see the lines that do not count.
pub(super) fn ui(ui: &mut Ui, shown: &mut Shown<'_>, questions: &mut question::View) -> bool {
    let report = |source: &crate::app::import::source::Source| Report {
        id: source.id,
        name: one_line(&source.name),
        path: source.path().map(|path| path.display().to_string()),
        read: source.outcome(),
    };
    let reports: Vec<Report> = shown.import.sources().iter().map(report).collect();
    let mut wants_lines = false;
    scrolled(ui, Id::unique("import reports"), |ui| {
        for (index, report) in reports.iter().enumerate() {
            if index > 0 {
                ui.add_space(space::XS);
                hairline(ui);
                ui.add_space(space::XS);
            }
            ui.push_id(report.id, |ui| {
                head(ui, shown, report);
                wants_lines |= content(ui, shown, report, questions);
            });
        }
    });
    wants_lines
}

fn head(ui: &mut Ui, shown: &mut Shown<'_>, report: &Report) {
    let name = |ui: &mut Ui| {
        let spec = Line { width: ui.available_width(), height: height::DENSE, align: Align::Min, tone: Tone::Plain };
        let response = line(ui, &report.name, theme::semibold(size::BODY), spec);
        if let Some(path) = &report.path {
            response.on_hover_text(path);
        }
    };
    let leave_out = t!(shown.words, "import-window-leave-out", file = &report.name);
    let ((), clicked) = head_row(ui, height::DENSE, name, |ui| icon_button(ui, icons::CLOSE, &leave_out).clicked());
    if clicked {
        shown.import.remove(report.id);
    }
}

fn content(ui: &mut Ui, shown: &mut Shown<'_>, report: &Report, questions: &mut question::View) -> bool {
    let words = shown.words;
    match &report.read {
        None => drop(small(ui, &words.text("import-window-reading"), Tone::Weak)),
        Some(Err(Refusal::Report(Trouble::OpenDates(example)))) => {
            questions.note_example(report.id, example);
            question::order(ui, shown, report.id, questions);
        }
        Some(Err(Refusal::Report(Trouble::NoDays | Trouble::NoYear(_)))) => {
            question::period(ui, shown, report.id, questions);
        }
        Some(Err(refusal)) => {
            problem_line(ui, &why(words, refusal));
            question::period(ui, shown, report.id, questions);
        }
        Some(Ok(reading)) => return facts(ui, shown, (report.id, reading), questions),
    }
    false
}

fn why(words: &Words, refusal: &Refusal) -> String {
    match refusal {
        Refusal::File(error) => error.say(words),
        Refusal::IsPlan => words.text("import-window-is-plan"),
        Refusal::Report(trouble) => trouble.say(words),
        Refusal::BrokeDown => words.text("import-window-broke-down"),
    }
}

fn facts(ui: &mut Ui, shown: &mut Shown<'_>, (id, reading): (u64, &Reading), questions: &mut question::View) -> bool {
    let (words, currency) = (shown.words, shown.plan.currency.clone());
    small(ui, &said::table(words, reading), Tone::Weak);
    let total = said::total(words, &currency, reading);
    let palette = theme::palette(ui);
    match reading.total {
        Some(total_row) if total_row.agrees => state_line(ui, (icons::GOOD, palette.good), &total, Tone::Plain),
        Some(_) => state_line(ui, (icons::WARN, palette.warn), &total, Tone::Plain),
        None => drop(small(ui, &total, Tone::Weak)),
    }
    if !reading.money.is_empty() && reading.money.keys().all(Option::is_none) {
        small(ui, &t!(words, "import-window-no-currency", own = &currency.code), Tone::Weak);
    }
    question::order(ui, shown, id, questions);
    question::period(ui, shown, id, questions);
    for (code, spent) in foreign(reading, &currency.code) {
        question::rate(ui, shown, id, (&code, spent));
    }
    let Some((prepared, _)) = shown.import.prepared() else { return false };
    if let Some((_, trouble)) = prepared.refused.iter().find(|(source, _)| *source == id) {
        problem_line(ui, &refused(words, trouble));
        return false;
    }
    let lines = prepared.file(id).map_or(0, |file| file.left_out.len());
    if lines == 0 {
        return false;
    }
    let label = t!(words, "import-window-left-out", n = lines, shown = said::count(lines as u64));
    Button::quiet(&label).dense().show(ui).clicked()
}

/// The rate is asked for above.
fn refused(words: &Words, trouble: &Trouble) -> String {
    match trouble {
        Trouble::OtherCurrency(currency, _) => t!(words, "import-window-needs-rate", currency = currency),
        trouble => trouble.say(words),
    }
}
