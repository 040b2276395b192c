//! The sentence, the choice of an assessment, and the row of figures.

use eframe::egui::{Align2, Rect, Response, Sense, Ui, UiBuilder, pos2, vec2};

use super::{Desk, edit};
use crate::app::context::field_id;
use crate::app::explain::explains;
use crate::app::icons;
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::text::{elided, fitted, paint_galley};
use crate::app::widgets::{
    Button, Dropdown, Field, figure_cells, icon_button, mark, marked, parsed_field, read_day, runs, tab_head,
    takes_focus_of,
};
use crate::calc::Section;
use crate::calc::explain::Figure;
use crate::plan::pyramid::LEVELS;
use crate::plan::{Date, Money};
use crate::t;
use crate::words::names::currency_name;
use crate::words::typed::Entry;
use crate::words::{number, parse};

/// Where these stand among the figures.
const NEXT_SCORE: usize = 1;
const MEAN: usize = 2;

/// A figure that is only read.
struct Shown {
    label: String,
    value: String,
    remark: String,
    tone: Tone,
}

impl Desk<'_, '_> {
    /// Sentence and buttons.
    pub(super) fn head(&mut self, ui: &mut Ui) {
        let sentence = marked(&self.sentence());
        tab_head(ui, |ui| runs(ui, &sentence, size::FIGURE), |ui| self.buttons(ui));
    }

    /// "Level 2 holds; 8,000 CNY more reaches level 3".
    fn sentence(&self) -> String {
        let (words, report) = (self.cx.words, &self.cx.report.pyramid);
        if report.latest.is_none() {
            return self.text("pyramid-sentence-empty");
        }
        let holds = if report.reached == 0 {
            self.text("pyramid-sentence-none")
        } else {
            t!(words, "pyramid-sentence-holds", level = mark(&report.reached.to_string(), Tone::Accent))
        };
        let Some(next) = report.next_level() else { return self.text("pyramid-sentence-all") };
        let level = next.to_string();
        let then = match (&report.cheapest, report.score(next)) {
            (Some((cost, _)), _) => {
                let amount = mark(&number::amount(self.cx.currency(), *cost), Tone::Accent);
                let currency = currency_name(&self.cx.currency().code, words);
                t!(words, "pyramid-sentence-cost", amount = &amount, currency = &currency, level = &level)
            }
            (None, Some(_)) if self.is_begun(next) => {
                let (answered, count) = self.answered_of(next);
                let answered = mark(&answered, Tone::Warn);
                t!(words, "pyramid-sentence-partly", level = &level, answered = answered, count = &count)
            }
            (None, Some(score)) => {
                let short = number::count(self.pyramid.threshold - score, 2);
                t!(words, "pyramid-sentence-short", level = &level, short = mark(&short, Tone::Warn))
            }
            (None, None) => t!(words, "pyramid-sentence-open", level = &level),
        };
        t!(words, "pyramid-sentence", first = &holds, second = &then)
    }

    /// New assessment, which day is shown, remove that day. Drawn from the right.
    fn buttons(&mut self, ui: &mut Ui) {
        let new = Button::plain(&self.text("pyramid-new-assessment")).icon(icons::PLUS).show(ui);
        if !self.pyramid.criteria.is_empty() {
            takes_focus_of(ui, field_id(Section::Pyramid, None, "assessments"), &new);
        }
        if new.clicked() {
            self.add_assessment();
        }
        let Some(day) = self.assessment().map(|assessment| assessment.day) else { return };
        let name = self.text("pyramid-assessment");
        let id = eframe::egui::Id::unique("pyramid_assessment");
        let mut days: Vec<Date> = self.pyramid.assessments.iter().map(|assessment| assessment.day).collect();
        days.sort_unstable();
        days.reverse();
        let items: Vec<(Date, String)> = days.into_iter().map(|day| (day, number::date_iso(day))).collect();
        let shown = number::date_iso(day);
        if let Some(day) = Dropdown::new(id, &name, &shown).show(ui, &items, Some(&day)) {
            self.view.day = Some(day);
        }
        let remove = t!(self.cx.words, "pyramid-remove-assessment", day = &shown);
        if icon_button(ui, icons::TRASH_2, &remove).clicked() {
            self.remove_assessment(remove);
        }
    }

    fn add_assessment(&mut self) {
        let day = edit::next_day(&self.pyramid, self.cx.today);
        self.pyramid.change(self.text("pyramid-new-assessment"), |pyramid| edit::add_assessment(pyramid, day));
        self.view.day = Some(day);
        self.view.focus = Some(field_id(Section::Pyramid, None, "day"));
    }

    fn remove_assessment(&mut self, step: String) {
        let Some(index) = self.shown() else { return };
        self.pyramid.change(step, |pyramid| pyramid.assessments.remove(index));
        self.view.day = None;
    }

    /// The row of figures; threshold and day are typed in it.
    pub(super) fn figures(&mut self, ui: &mut Ui) {
        let shown = [self.reached(), self.next_score(), self.mean(), self.cheapest()];
        figure_cells(ui, shown.len() + 2, |ui, index| match shown.get(index) {
            Some(figure) => {
                let asks = matches!(index, NEXT_SCORE | MEAN) && figure.value != number::NOTHING;
                let response = paint(ui, figure, if asks { Sense::click() } else { Sense::hover() });
                if asks {
                    self.explain(ui, index, &response);
                }
            }
            None if index == shown.len() => self.threshold(ui),
            None => self.day(ui),
        });
    }

    /// The score of the next level and the mean explain themselves.
    fn explain(&self, ui: &Ui, index: usize, response: &Response) {
        let level = self.cx.report.pyramid.next_level().unwrap_or(LEVELS);
        let figure = if index == MEAN { Figure::Pyramid } else { Figure::Level(level) };
        explains(ui, self.cx, response, || Some(figure));
    }

    fn reached(&self) -> Shown {
        let report = &self.cx.report.pyramid;
        let (value, tone) = if report.latest.is_some() {
            (report.reached.to_string(), Tone::Accent)
        } else {
            (number::NOTHING.to_owned(), Tone::Weak)
        };
        let remark = t!(self.cx.words, "pyramid-of-levels", count = LEVELS.to_string());
        Shown { label: self.text("pyramid-reached"), value, remark, tone }
    }

    fn next_score(&self) -> Shown {
        let report = &self.cx.report.pyramid;
        let level = report.next_level().unwrap_or(LEVELS);
        let score = report.score(level);
        let short = score.map(|score| self.pyramid.threshold - score);
        let (answered, count) = self.answered_of(level);
        let remark = match short {
            Some(_) if self.is_begun(level) => {
                t!(self.cx.words, "pyramid-criteria-open", answered = &answered, count = &count)
            }
            Some(short) if report.next_level().is_some() => {
                t!(self.cx.words, "pyramid-short-of-threshold", short = number::count(short, 2))
            }
            Some(_) => self.text("pyramid-holds"),
            None => self.text("pyramid-not-answered"),
        };
        let label = t!(self.cx.words, "pyramid-score-of", level = level.to_string());
        Shown { label, value: Self::score(score), remark, tone: plain_or_weak(score.is_some()) }
    }

    fn mean(&self) -> Shown {
        let mean = self.cx.report.pyramid.mean;
        let (answered, count) = self.cx.report.pyramid.answered();
        let label = self.text("pyramid-mean");
        let remark = if mean.is_some() && answered < count {
            let (answered, count) = (answered.to_string(), count.to_string());
            t!(self.cx.words, "pyramid-mean-open", answered = &answered, count = &count)
        } else {
            self.text("pyramid-mean-remark")
        };
        Shown { label, value: Self::score(mean), remark, tone: plain_or_weak(mean.is_some()) }
    }

    fn cheapest(&self) -> Shown {
        let (words, report) = (self.cx.words, &self.cx.report.pyramid);
        let currency = currency_name(&self.cx.currency().code, words);
        let level = report.next_level().unwrap_or(LEVELS).to_string();
        let label = t!(words, "pyramid-least-cost", level = &level, currency = &currency);
        let known = report.cheapest.as_ref();
        let value = known.map(|(cost, _): &(Money, _)| number::amount(self.cx.currency(), *cost));
        let remark = match known.map(|(_, steps)| steps.as_slice()) {
            Some([only]) => self.name_of(only),
            Some(steps) => t!(words, "pyramid-steps", n = steps.len()),
            None => self.text(match report.next_level() {
                None => "pyramid-holds",
                Some(next) if self.is_open(next) => "pyramid-cost-open",
                Some(_) => "pyramid-cost-unknown",
            }),
        };
        let tone = plain_or_weak(value.is_some());
        Shown { label, value: value.unwrap_or_else(|| number::NOTHING.to_owned()), remark, tone }
    }

    fn threshold(&mut self, ui: &mut Ui) {
        let words = self.cx.words;
        let label = self.text("pyramid-threshold");
        let (id, shown) = (field_id(Section::Pyramid, None, "threshold"), number::count(self.pyramid.threshold, 2));
        let read = |typed: &str| {
            let value = parse::number(typed).map_err(|problem| problem.say(words))?;
            let fits = value > 0.0 && value <= 1.0;
            if fits { Ok(value) } else { Err(words.text("pyramid-threshold-wrong")) }
        };
        let spec = Field::number(id, &label).entry(Entry::NUMBER).width(72.0).dense();
        let edited = in_cell(ui, (&label, &self.text("pyramid-threshold-remark")), |ui| {
            parsed_field(ui, spec, &shown, &read).value
        });
        if let Some(threshold) = edited {
            self.pyramid.change(self.text("pyramid-step-threshold"), |pyramid| pyramid.threshold = threshold);
        }
    }

    /// The day of the assessment shown.
    fn day(&mut self, ui: &mut Ui) {
        let label = self.text("pyramid-day");
        let Some((index, day)) = self.shown().zip(self.assessment().map(|assessment| assessment.day)) else {
            let (value, remark) = (number::NOTHING.to_owned(), self.text("pyramid-no-assessment"));
            paint(ui, &Shown { label, value, remark, tone: Tone::Weak }, Sense::hover());
            return;
        };
        let place = self.pyramid.assessments.iter().filter(|one| one.day <= day).count();
        let count = self.pyramid.assessments.len();
        let remark = t!(self.cx.words, "pyramid-place", place = place.to_string(), count = count.to_string());
        let taken = self.pyramid.now();
        let words = self.cx.words;
        let read = |typed: &str| {
            let read = parse::date(typed).map_err(|problem| problem.say(words))?;
            let free = read == day || taken.assessments.iter().all(|one| one.day != read);
            if free { Ok(Some(read)) } else { Err(words.text("pyramid-day-taken")) }
        };
        let spec = Field::new(field_id(Section::Pyramid, None, "day"), &label).width(112.0).dense();
        let almanac = self.cx.almanac();
        let edited =
            in_cell(ui, (&label, &remark), |ui| read_day(ui, spec, &almanac, (Some(day), false), &read).flatten());
        if let Some(day) = edited {
            self.pyramid.change(self.text("pyramid-step-day"), |pyramid| pyramid.assessments[index].day = day);
            self.view.day = Some(day);
        }
    }
}

fn plain_or_weak(known: bool) -> Tone {
    if known { Tone::Plain } else { Tone::Weak }
}

fn paint(ui: &Ui, figure: &Shown, sense: Sense) -> Response {
    let rect = ui.max_rect();
    put(ui, rect, 8.0, (&figure.label, theme::text(size::SMALL), Tone::Weak));
    let ink = theme::palette(ui).ink(figure.tone);
    let value = fitted(ui.painter(), &figure.value, theme::semibold(size::FIGURE), ink, rect.width());
    paint_galley(ui.painter(), pos2(rect.left(), rect.top() + 29.5), Align2::LEFT_CENTER, value);
    put(ui, rect, 50.0, (&figure.remark, theme::text(size::SMALL), Tone::Weak));
    let name = format!("{} {}", figure.label, figure.value);
    let response = ui.interact(rect, ui.scope_id().with("figure"), sense);
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, &name));
    if ui.painter().layout_no_wrap(figure.remark.clone(), theme::text(size::SMALL), theme::LIGHT.text).size().x
        > rect.width()
    {
        return response.on_hover_text(&figure.remark);
    }
    response
}

fn put(ui: &Ui, rect: Rect, center: f32, (text, font, tone): (&str, eframe::egui::FontId, Tone)) {
    let galley = elided(ui.painter(), text, font, theme::palette(ui).ink(tone), rect.width());
    paint_galley(ui.painter(), pos2(rect.left(), rect.top() + center), Align2::LEFT_CENTER, galley);
}

/// A figure whose value is typed: label above, remark below.
fn in_cell<R>(ui: &mut Ui, (label, remark): (&str, &str), field: impl FnOnce(&mut Ui) -> R) -> R {
    let rect = ui.max_rect();
    put(ui, rect, 8.0, (label, theme::text(size::SMALL), Tone::Weak));
    let line = Rect::from_min_size(rect.min + vec2(0.0, 18.0), vec2(rect.width(), theme::height::DENSE));
    let layout = eframe::egui::Layout::left_to_right(eframe::egui::Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(line).layout(layout));
    let inner = field(&mut child);
    put(ui, rect, 52.0, (remark, theme::text(size::SMALL), Tone::Weak));
    inner
}
