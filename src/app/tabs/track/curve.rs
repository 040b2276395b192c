//! What months say of the selected channel's curve: as guessed, as learned with its range, the months; and taking it over.

use std::sync::Arc;

use eframe::egui::{Align2, Stroke, Ui, vec2};

use super::View;
use super::ends::{self, End};
use super::through::month_name;
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::text::{fitted, paint_galley};
use crate::app::widgets::{Axis, Button, Canvas, Chart, neat, section, weak};
use crate::app::worker::{Cancel, Job};
use crate::calc::curve::Response;
use crate::calc::learn::Point;
use crate::calc::track::lessons::{self, Lesson};
use crate::calc::{Place, Report, Section, months};
use crate::plan::{Allocation, Channel, Plan};
use crate::t;
use crate::words::names::currency_name;
use crate::words::number;

/// Room for the figures beside the plot.
const FIGURES: f32 = 150.0;

/// What the months of all channels say, found beside the window.
#[derive(Debug)]
pub(super) struct Lessons(Job<Question, Arc<Vec<Option<Lesson>>>>);

impl Default for Lessons {
    fn default() -> Self {
        let compute = |question: &Question, cancel: &Cancel| {
            let stop = || cancel.is_cancelled();
            Arc::new(lessons::lessons(&question.plan, &question.report.allocation.channels, &stop))
        };
        Self(Job::new(compute))
    }
}

/// A plan whose curves learn.
#[derive(Clone)]
pub(super) struct Question {
    plan: Plan,
    report: Arc<Report>,
}

impl PartialEq for Question {
    fn eq(&self, asked: &Self) -> bool {
        let (one, other) = (&self.plan, &asked.plan);
        Arc::ptr_eq(&one.allocation, &other.allocation)
            && Arc::ptr_eq(&one.actuals, &other.actuals)
            && one.currency == other.currency
            && one.period == other.period
    }
}

impl Lessons {
    /// Asks about the plan as it stands; an unchanged one costs nothing.
    pub(super) fn ask(&mut self, ui: &Ui, cx: &Cx) {
        let question = Question { plan: cx.plan.clone(), report: Arc::clone(cx.report) };
        self.0.ask(question, ui.ctx(), cx.background);
    }

    /// What was found last, and whether it is about the plan as it stands.
    fn latest(&self) -> Option<(Arc<Vec<Option<Lesson>>>, bool)> {
        self.0.latest().map(|(lessons, fresh)| (Arc::clone(lessons), fresh))
    }
}

/// Draws heading, plot and figures of the selected channel.
pub(super) fn ui(ui: &mut Ui, allocation: &mut Editing<'_, Allocation>, cx: &Cx, view: &View, height: f32) {
    let words = cx.words;
    let channels = &cx.plan.allocation.channels;
    let Some(index) = channels.iter().position(|channel| Some(&channel.id) == view.selected.as_ref()) else { return };
    let channel = &channels[index];
    let unit = currency_name(&cx.currency().code, words);
    section(ui, &t!(words, "track-curve", channel = &channel.name), &t!(words, "track-curve-subtitle", unit = unit));
    let Some((lessons, fresh)) = view.lessons.latest() else {
        weak(ui, &words.text("track-curve-learning"));
        return;
    };
    ui.scope(|ui| {
        if !fresh {
            ui.set_opacity(0.5);
        }
        match lessons.get(index).and_then(Option::as_ref) {
            None => nothing(ui, cx, channel),
            Some(lesson) => {
                let drawn = Drawn { cx, channel, lesson };
                let area = ui.available_rect_before_wrap();
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::M;
                    ui.vertical(|ui| {
                        ui.set_width(area.width() - FIGURES - space::M);
                        drawn.plot(ui, height);
                    });
                    ui.vertical(|ui| {
                        ui.set_width(FIGURES);
                        ui.spacing_mut().item_spacing.y = 2.0;
                        ui.add_space(space::S);
                        drawn.figures(ui);
                        ui.add_space(space::S);
                        if fresh {
                            buttons(ui, allocation, (cx, channel), &lessons);
                        }
                    });
                });
            }
        }
    });
}

/// Why nothing is learned, and what to do.
fn nothing(ui: &mut Ui, cx: &Cx, channel: &Channel) {
    ui.add_space(space::M);
    if channel.curve.is_blank() {
        weak(ui, &cx.words.text("track-curve-none"));
        ui.add_space(space::S);
        let state = cx.words.text("track-curve-state");
        if Button::plain(&state).show(ui).clicked() {
            cx.go_to(&Place::item(Section::Allocation, &channel.id, "curve"));
        }
    } else {
        weak(ui, &cx.words.text("track-curve-no-months"));
    }
}

fn buttons(
    ui: &mut Ui,
    allocation: &mut Editing<'_, Allocation>,
    (cx, channel): (&Cx, &Channel),
    lessons: &[Option<Lesson>],
) {
    let words = cx.words;
    let new: Vec<(usize, &Lesson)> = lessons
        .iter()
        .enumerate()
        .filter_map(|(index, lesson)| Some((index, lesson.as_ref().filter(|lesson| lesson.is_new())?)))
        .collect();
    let own = cx.plan.allocation.channels.iter().position(|other| other.id == channel.id);
    let currency = cx.currency();
    let mut take = |step: String, lessons: &[(usize, &Lesson)]| {
        allocation.change(step, |allocation| {
            for (index, lesson) in lessons {
                if let Some(channel) = allocation.channels.get_mut(*index) {
                    lessons::take_over(channel, lesson, currency);
                }
            }
        });
    };
    if let Some(one) = new.iter().find(|(index, _)| Some(*index) == own)
        && Button::plain(&words.text("track-take-over")).show(ui).clicked()
    {
        take(t!(words, "track-step-take-over", channel = &channel.name), &[*one]);
    }
    let all = t!(words, "track-take-over-all", n = new.len());
    if new.len() > 1 && Button::quiet(&all).show(ui).clicked() {
        take(t!(words, "track-step-take-over-all", n = new.len()), &new);
    }
}

struct Drawn<'a> {
    cx: &'a Cx<'a>,
    channel: &'a Channel,
    lesson: &'a Lesson,
}

impl Drawn<'_> {
    /// What the stated curve wins in a month that spends so much.
    fn guessed(&self, spend: f64) -> f64 {
        self.lesson.guess.curve.in_month(spend, self.lesson.guess.months)
    }

    /// What the learned one wins.
    fn learned(&self, spend: f64) -> f64 {
        self.lesson.learned.curve.in_month(spend, self.lesson.guess.months)
    }

    fn points(&self) -> impl Iterator<Item = &Point> {
        self.lesson.points.iter().chain(&self.lesson.before)
    }

    /// A plot of a month.
    fn plot(&self, ui: &mut Ui, height: f32) {
        let (cx, lesson) = (self.cx, self.lesson);
        let furthest = self.points().map(|point| point.spend).fold(lesson.guess.present, f64::max);
        let right = neat((furthest * 1.7).max(1.0) / 3.0) * 3.0;
        let highest = self.points().map(|point| point.registrations).fold(0.0, f64::max);
        let high = lesson.learned.prediction(right).p95;
        let most = [highest, high, self.guessed(right)].into_iter().fold(0.0, f64::max).max(1.0);
        let short = |value: f64| number::short(cx.language(), value);
        let x = Axis::new(0.0..=right).every(right / 3.0, &short);
        let y = Axis::nice(0.0, most * 1.02, 3, &short);
        let mut ends = self.ends(right);
        let room = ends::room(ui, &mut ends);
        let name = t!(cx.words, "track-curve", channel = &self.channel.name);
        Chart::new(&name, x, y).height(height).right(room).show(ui, |canvas| {
            let tone = Tone::Task(self.channel.task);
            if lesson.is_new() {
                self.band(canvas, right, tone);
            }
            canvas.curve((0.0, right), canvas.stroke(Tone::Faint, 2.0), &|x| self.guessed(x));
            if lesson.is_new() {
                canvas.curve((0.0, right), canvas.stroke(tone, 2.5), &|x| self.learned(x));
            }
            for point in &lesson.before {
                let at = canvas.at(point.spend, point.registrations);
                canvas.painter.circle(at, 3.5, canvas.palette.panel, Stroke::new(1.5, canvas.palette.weak));
            }
            for point in &lesson.points {
                canvas.dot(point.spend, point.registrations, canvas.palette.text);
            }
            ends::write(canvas, &ends);
        });
    }

    /// Nine times in ten a month wins within it on average.
    fn band(&self, canvas: &Canvas<'_>, right: f64, tone: Tone) {
        let spends: Vec<f64> = (0..=48_u8).map(|step| right * f64::from(step) / 48.0).collect();
        let predictions = self.lesson.learned.predictions(&spends);
        let samples: Vec<_> = spends.iter().zip(predictions).map(|(x, said)| (*x, said.p5, said.p95)).collect();
        canvas.band(&samples, canvas.palette.mark(tone));
    }

    /// The words at the ends of the curves.
    fn ends(&self, right: f64) -> Vec<End> {
        let words = self.cx.words;
        let guessed = if self.lesson.is_new() { "track-as-guessed" } else { "track-as-stated" };
        let mut ends = vec![End { value: self.guessed(right), words: words.text(guessed), tone: Tone::Weak }];
        if self.lesson.is_new() {
            let tone = Tone::Task(self.channel.task);
            ends.push(End { value: self.learned(right), words: words.text("track-as-learned"), tone });
        }
        ends
    }

    /// What became of the curve's numbers.
    fn figures(&self, ui: &mut Ui) {
        let (cx, lesson, words) = (self.cx, self.lesson, self.cx.words);
        if !lesson.is_new() {
            let period = months::period(cx.plan);
            let learned = lessons::learned_months(self.channel, period);
            let month = learned.checked_sub(1).map(|last| month_name(cx, last)).unwrap_or_default();
            weak(ui, &t!(words, "track-curve-learned", month = month));
            return;
        }
        let count = |value: f64| number::count(value, usize::from(value < 100.0));
        match (lesson.guess.curve, lesson.learned.curve) {
            (
                Response::Hill { ceiling: was, half: half_was, shape: shape_was, .. },
                Response::Hill { ceiling, half, shape, .. },
            ) => {
                figure(ui, cx, "track-ceiling", (count(ceiling), count(was)));
                figure(ui, cx, "track-half", (count(half), count(half_was)));
                figure(ui, cx, "track-shape", (number::count(shape, 2), number::count(shape_was, 2)));
            }
            (Response::Linear { cost: was, .. }, Response::Linear { cost, .. }) => {
                figure(ui, cx, "track-cost", (number::count(cost, 2), number::count(was, 2)));
            }
            _ => {}
        }
        let now = lesson.learned.prediction(lesson.guess.present);
        figure(ui, cx, "track-at-present", (count(now.p50), count(self.guessed(lesson.guess.present))));
        let range = number::range(&count(now.p5), &count(now.p95));
        weak(ui, &t!(words, "track-range", range = range));
        if !lesson.before.is_empty() {
            weak(ui, &t!(words, "track-learned-before", n = lesson.before.len()));
        }
    }
}

/// A label, and below it what it is and what it was.
fn figure(ui: &mut Ui, cx: &Cx, key: &str, (now, was): (String, String)) {
    ui.add_space(2.0);
    weak(ui, &cx.words.text(key));
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 17.0), eframe::egui::Sense::hover());
    let was = t!(cx.words, "track-was", was = was);
    let said = format!("{now} {was}");
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, &said));
    let was = fitted(ui.painter(), &was, theme::text(size::SMALL), palette.weak, rect.width() * 0.5);
    let at = paint_galley(ui.painter(), rect.right_center(), Align2::RIGHT_CENTER, was);
    let room = at.left() - rect.left() - space::S;
    let now = fitted(ui.painter(), &now, theme::semibold(size::BODY), palette.text, room);
    paint_galley(ui.painter(), rect.left_center(), Align2::LEFT_CENTER, now);
}
