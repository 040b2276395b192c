//! To a printer: which, how often, which pages; and how far it is.

use eframe::egui::{Id, Ui};

use super::paper::choice;
use super::prepare::Prepared;
use super::{View, Wish};
use crate::app::context::Cx;
use crate::app::errand::Errand;
use crate::app::icons;
use crate::app::printing::{self, End, Progress, Wanted, Which};
use crate::app::theme::{self, Tone, space};
use crate::app::widgets::text::{small, state_line};
use crate::app::widgets::{Button, Dropdown, Field, checkbox, parsed_field, section};
use crate::app::worker::Job;
use crate::printing::{Printer, Trouble};
use crate::report::pages::Paper;
use crate::report::pages::to_print::{self, MOST_COPIES, Print};
use crate::t;
use crate::words::Words;

/// What is chosen for printing, and what is being printed.
#[derive(Debug)]
pub struct Desk {
    /// The printers, asked for beside the window.
    printers: Job<Which, Result<Vec<Printer>, Trouble>>,
    /// How often they were asked for.
    times: u32,
    /// The printer somebody chose; `None` is the default.
    printer: Option<String>,
    /// The pages as they were typed.
    pages: String,
    print: Print,
    errand: Option<Errand<Progress>>,
    /// Printing has just begun: how far it is stands below the button, on a low screen out of sight.
    begins: bool,
    /// Somebody came here to print.
    arrives: bool,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            printers: Job::new(printing::printers),
            times: 0,
            printer: None,
            pages: String::new(),
            print: Print::default(),
            errand: None,
            begins: false,
            arrives: false,
        }
    }
}

impl Desk {
    /// Brings the button into view and gives it the focus.
    pub fn arrive(&mut self) {
        self.arrives = true;
    }
}

/// Draws the section.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &mut View) {
    section(ui, &cx.words.text("summary-print"), "");
    let desk = &mut view.desk;
    let can_print = if cx.printing.has_queues() {
        let which = Which { printing: std::sync::Arc::clone(cx.printing), times: desk.times };
        desk.printers.ask(which, ui.ctx(), cx.background);
        printer(ui, cx, desk)
    } else {
        small(ui, &cx.words.text("printing-by-viewer"), Tone::Weak);
        true
    };
    how(ui, cx, desk);
    let wish = button(ui, cx, desk, can_print);
    if let Some(errand) = &desk.errand {
        let progress = errand.progress();
        let palette = theme::palette(ui);
        let look = if progress.is_going() {
            (icons::PRINTER, palette.weak)
        } else if progress.is_good() {
            (icons::GOOD, palette.good)
        } else {
            (icons::WARN, palette.warn)
        };
        let cancelling = progress.is_going() && errand.is_cancelled();
        let said = match &progress {
            _ if cancelling => cx.words.text("printing-cancelling"),
            // These may begin with the name of the printer.
            Progress::Sent(..) | Progress::Over(End::At(..)) => progress.say(cx.words),
            _ => sentence(&progress.say(cx.words)),
        };
        let line = ui.vertical(|ui| state_line(ui, look, &said, Tone::Plain)).response;
        if std::mem::take(&mut desk.begins) {
            line.scroll_to_me(None);
        }
    }
    if wish {
        view.wish = Some(Wish::Print);
    }
}

/// The printers to choose from; whether there is one.
fn printer(ui: &mut Ui, cx: &Cx, desk: &mut Desk) -> bool {
    let name = cx.words.text("summary-printer");
    let found = desk.printers.latest().map(|(found, _)| found.clone());
    let printers = match found {
        Some(Ok(printers)) if !printers.is_empty() => printers,
        found => {
            let waits = desk.printers.is_working();
            let said = match found {
                _ if waits => cx.words.text("printing-looking"),
                Some(Err(trouble)) => trouble.say(cx.words),
                _ => Trouble::NoPrinter.say(cx.words),
            };
            if waits {
                small(ui, &said, Tone::Weak);
            } else {
                state_line(ui, (icons::WARN, theme::palette(ui).warn), &sentence(&said), Tone::Plain);
                if Button::quiet(&cx.words.text("printing-look-again")).dense().show(ui).clicked() {
                    desk.times += 1;
                }
            }
            return false;
        }
    };
    let known = |name: &String| printers.iter().any(|printer| printer.name == *name);
    let default = printers.iter().find(|printer| printer.is_default).map(|printer| printer.name.clone());
    let chosen = desk.printer.clone().filter(known).or(default);
    let items: Vec<(Option<String>, String)> =
        printers.iter().map(|printer| (Some(printer.name.clone()), printer.description.clone())).collect();
    let shown = items.iter().find(|(name, _)| *name == chosen).map(|(_, shown)| shown.clone());
    let shown = shown.unwrap_or_else(|| cx.words.text("printing-choose"));
    choice(ui, &name, |ui| {
        let width = ui.available_width();
        let dropdown = Dropdown::new(Id::unique("summary_printer"), &name, &shown).width(width);
        if let Some(printer) = dropdown.show(ui, &items, Some(&chosen)) {
            desk.printer = printer;
        }
    });
    chosen.is_some()
}

/// How often, on one side or both, which pages.
fn how(ui: &mut Ui, cx: &Cx, desk: &mut Desk) {
    let words = cx.words;
    let copies = words.text("summary-copies");
    choice(ui, &copies, |ui| {
        let field = Field::number(Id::unique("summary_copies"), &copies).width(48.0).limit(2);
        let typed = parsed_field(ui, field, &desk.print.copies.to_string(), &|text| read_copies(words, text));
        if let Some(copies) = typed.value {
            desk.print.copies = copies;
        }
        ui.add_space(space::S);
        if checkbox(ui, desk.print.two_sided, &words.text("summary-two-sided")) {
            desk.print.two_sided = !desk.print.two_sided;
        }
    });
    let pages = words.text("summary-which-pages");
    choice(ui, &pages, |ui| {
        let hint = words.text("summary-all-pages");
        let field = Field::new(Id::unique("summary_pages"), &pages).hint(&hint).width(112.0).limit(60);
        let read = |text: &str| match to_print::ranges(text) {
            Ok(ranges) => Ok((text.to_owned(), ranges)),
            Err(why) => Err(why.say(text, 0, words)),
        };
        if let Some((text, ranges)) = parsed_field(ui, field, &desk.pages, &read).value {
            (desk.pages, desk.print.ranges) = (text, ranges);
        }
    });
}

fn read_copies(words: &Words, text: &str) -> Result<usize, String> {
    let number = text.trim().parse().ok().filter(|copies| (1..=MOST_COPIES).contains(copies));
    number.ok_or_else(|| t!(words, "printing-copies-wrong", most = MOST_COPIES.to_string()))
}

/// Print, or Cancel while something is being printed; whether to print.
fn button(ui: &mut Ui, cx: &Cx, desk: &mut Desk, can_print: bool) -> bool {
    let going = desk.errand.as_ref().filter(|errand| errand.progress().is_going());
    if let Some(errand) = going {
        let cancel = cx.words.text("printing-cancel");
        if Button::plain(&cancel).enabled(!errand.is_cancelled()).show(ui).clicked() {
            errand.cancel();
        }
        return false;
    }
    let print = cx.words.text("summary-print-now");
    let response = Button::primary(&print).icon(icons::PRINTER).enabled(can_print).show(ui);
    if desk.arrives {
        // What stands in the way of printing stands above the button.
        response.scroll_to_me(None);
        desk.arrives = !can_print && desk.printers.is_working();
        if can_print {
            response.request_focus();
        }
    }
    response.clicked()
}

/// Prints what was prepared.
pub fn grant(ui: &Ui, cx: &Cx, desk: &mut Desk, prepared: &Prepared, (paper, is_grey): (Paper, bool)) {
    let wanted = Wanted {
        pages: std::sync::Arc::clone(&prepared.pages),
        paper,
        printer: desk.printer.clone(),
        print: Print { grey: is_grey, ..desk.print.clone() },
    };
    desk.begins = true;
    desk.errand = Some(printing::begin(ui.ctx(), cx.background, std::sync::Arc::clone(cx.printing), wanted));
}

/// A remark as a sentence of its own.
fn sentence(remark: &str) -> String {
    let mut letters = remark.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
