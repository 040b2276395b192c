//! Plan against reality, month by month, added up: what was to come, what came, and what is still to come.

use eframe::egui::{Align2, Ui, pos2};

use super::View;
use super::ends::{self, End};
use super::through::{month_name, over};
use crate::app::context::Cx;
use crate::app::theme::Tone;
use crate::app::widgets::{Axis, Canvas, Chart, Dash, Dropdown, Words, month_axis, section_with};
use crate::calc::months;
use crate::calc::track::{Course, Followed};
use crate::plan::Money;
use crate::t;
use crate::words::names::currency_name;
use crate::words::number;

/// More months than this have small marks, so that they do not touch.
const MOST_DOTS: usize = 16;

/// Draws heading and plot.
pub(super) fn ui(ui: &mut Ui, cx: &Cx, view: &mut View, height: f32) {
    let words = cx.words;
    let items: Vec<(Followed, String)> =
        Followed::ALL.map(|followed| (followed, words.text(key(followed)))).into_iter().collect();
    let name = words.text("track-followed");
    let shown = words.text(key(view.followed));
    section_with(ui, &words.text("track-figure"), &subtitle(cx, view.followed), |ui| {
        let id = eframe::egui::Id::unique("track_followed");
        let chooser = Dropdown::new(id, &name, &shown).dense();
        view.followed = chooser.show(ui, &items, Some(&view.followed)).unwrap_or(view.followed);
    });
    let figure = Figure::of(cx, view.followed);
    figure.show(ui, cx, height);
}

/// What is followed is called.
pub(super) fn key(followed: Followed) -> &'static str {
    match followed {
        Followed::Spend => "track-spend",
        Followed::Registrations => "common-registrations",
        Followed::Leads => "common-leads",
        Followed::Customers => "common-customers",
        Followed::Revenue => "common-revenue",
    }
}

fn subtitle(cx: &Cx, followed: Followed) -> String {
    let unit = currency_name(&cx.currency().code, cx.words);
    match followed {
        Followed::Revenue if cx.drawn_odds().is_some() => cx.words.text("track-figure-fan"),
        Followed::Revenue => t!(cx.words, "track-figure-contributed", unit = unit),
        Followed::Registrations | Followed::Leads | Followed::Customers if cx.drawn_odds().is_some() => {
            cx.words.text("track-figure-counted-fan")
        }
        Followed::Spend => t!(cx.words, "track-figure-money", unit = unit),
        _ => cx.words.text("track-figure-counted"),
    }
}

/// The lines of the plot: points at the ends of months, from zero on.
struct Figure {
    name: String,
    /// By the plan, or by the goal's path.
    planned: Vec<[f64; 2]>,
    /// What the planned line is called.
    planned_key: &'static str,
    /// What is known, to the end of the months that are over.
    real: Vec<[f64; 2]>,
    /// What is still to come, from there on.
    to_come: Vec<[f64; 2]>,
    /// Its ranges, the wide one first.
    fans: Vec<Vec<(f64, f64, f64)>>,
    /// Whether what came by now was counted, not calculated.
    is_counted: bool,
}

impl Figure {
    fn of(cx: &Cx, followed: Followed) -> Self {
        match followed {
            Followed::Revenue => Self::contributed(cx),
            _ => Self::course(cx, followed, &cx.report.track.courses[followed as usize]),
        }
    }

    /// What channels were to spend or win, and did.
    fn course(cx: &Cx, followed: Followed, course: &Course) -> Self {
        let (over, months) = (over(cx), u32::try_from(course.planned.len()).unwrap_or(0));
        let planned: Vec<[f64; 2]> = (0..=months).map(|month| [f64::from(month), course.planned_by(month)]).collect();
        let known = course.is_known();
        let real: Vec<[f64; 2]> =
            if known { from_zero(course.so_far().collect::<Vec<_>>().into_iter()) } else { Vec::new() };
        let last = real.last().copied();
        let expected = followed.total(&cx.report.expected().channels, cx.currency());
        let to_come = last.map(|last| vec![last, [f64::from(months), expected]]).unwrap_or_default();
        Self {
            name: cx.words.text(key(followed)),
            planned,
            planned_key: "track-end-plan",
            real,
            fans: last.and_then(|last| range_to_come(cx, followed, last)).into_iter().collect(),
            to_come: if over < months { to_come } else { Vec::new() },
            is_counted: known,
        }
    }

    /// Contributed revenue with all its sources, the goal's path and how sure the months to come are.
    fn contributed(cx: &Cx) -> Self {
        let units = |money: Money| cx.currency().units(money);
        let (months, over) = (&cx.report.goal.months, over(cx) as usize);
        let expected = from_zero(months.iter().map(|month| units(month.expected)));
        let path: Option<Vec<f64>> = months.iter().map(|month| month.path.map(units)).collect();
        let fan = cx.drawn_odds().map_or(&[][..], |shown| &shown.odds.months);
        let start = expected.get(over).copied().unwrap_or_default();
        let ranges = |range: fn(&crate::calc::odds::Fan) -> crate::plan::Range<f64>| {
            let later = fan.iter().zip(1_u32..).skip(over);
            let later = later.map(|(fan, month)| (f64::from(month), range(fan).low, range(fan).high));
            std::iter::once((start[0], start[1], start[1])).chain(later).collect::<Vec<_>>()
        };
        Self {
            name: cx.words.text("common-revenue"),
            planned: path.filter(|path| !path.is_empty()).map(|path| from_zero(path.into_iter())).unwrap_or_default(),
            planned_key: "track-end-path",
            real: expected.iter().copied().take(over + 1).collect(),
            to_come: expected.iter().copied().skip(over).collect(),
            fans: vec![ranges(|fan| fan.most), ranges(|fan| fan.half)],
            is_counted: cx.report.track.courses[Followed::Revenue as usize].is_known(),
        }
    }

    fn show(&self, ui: &mut Ui, cx: &Cx, height: f32) {
        let mut ends = self.ends(cx);
        let room = ends::room(ui, &mut ends);
        let lines = [&self.planned, &self.real, &self.to_come].into_iter().flatten().map(|[_, value]| *value);
        let most = lines.chain(self.fans.iter().flatten().map(|(_, _, high)| *high)).fold(0.0, f64::max).max(1.0);
        let short = |value: f64| number::short(cx.language(), value);
        let axis = month_axis(cx.words, cx.plan.period, &f64::from);
        let chart = Chart::new(&self.name, axis, Axis::nice(0.0, most * 1.04, 4, &short)).height(height).top(16.0);
        let (said, response) = chart.right(room).show(ui, |canvas| {
            for fan in &self.fans {
                canvas.band(fan, canvas.palette.accent);
            }
            canvas.line(&self.planned, canvas.stroke(Tone::Plain, 2.0), Dash::Solid);
            canvas.line(&self.to_come, canvas.stroke(Tone::Accent, 2.0), Dash::Dashed);
            canvas.line(&self.real, canvas.stroke(Tone::Accent, 2.5), Dash::Solid);
            for [month, value] in self.real.iter().skip(1).filter(|_| self.is_counted) {
                if self.real.len() > MOST_DOTS {
                    canvas.point_mark(*month, *value, canvas.palette.accent);
                } else {
                    canvas.dot(*month, *value, canvas.palette.accent);
                }
            }
            self.over(canvas, cx);
            ends::write(canvas, &ends);
            self.said(canvas, cx)
        });
        if let Some(said) = said {
            response.on_hover_text_at_pointer(said);
        }
    }

    /// Where the months that are over end.
    fn over(&self, canvas: &Canvas<'_>, cx: &Cx) {
        let over = over(cx);
        if over == 0 {
            return;
        }
        canvas.event(f64::from(over), canvas.palette.text);
        let text = t!(cx.words, "track-over", over = over, months = cx.plan.period.months);
        let late = over * 2 > cx.plan.period.months;
        let at = pos2(canvas.at(f64::from(over), 0.0).x, canvas.frame().top() - 5.0);
        let words = if late { Words::left(&text, Tone::Plain) } else { Words::right(&text, Tone::Plain) };
        canvas.words_at(at, words.semibold());
        if self.real.is_empty() {
            let text = t!(cx.words, "track-nothing-known", what = &self.name);
            let words = Words { anchor: Align2::LEFT_BOTTOM, offset: (8.0, -6.0), ..Words::right(&text, Tone::Weak) };
            canvas.words_at(canvas.frame().left_bottom(), words);
        }
    }

    /// The ends of the lines.
    fn ends(&self, cx: &Cx) -> Vec<End> {
        let short = |value| number::short(cx.language(), value);
        let end = |line: &[[f64; 2]], key: &str, tone: Tone| {
            let value = line.last()?[1];
            Some(End { value, words: t!(cx.words, key, amount = short(value)), tone })
        };
        let real = if self.to_come.is_empty() { &self.real } else { &self.to_come };
        let key = if self.to_come.is_empty() { "track-end-real" } else { "track-end-expected" };
        let ends = [end(&self.planned, self.planned_key, Tone::Plain), end(real, key, Tone::Accent)];
        ends.into_iter().flatten().collect()
    }

    /// What there is to say of the month under the mouse.
    fn said(&self, canvas: &Canvas<'_>, cx: &Cx) -> Option<String> {
        let [at, _] = canvas.hovered()?;
        let month = (0..cx.plan.period.months).find(|month| at <= f64::from(month + 1))?;
        let at_end = |line: &[[f64; 2]]| between(line, f64::from(month + 1));
        let full =
            |value: Option<f64>| value.map_or_else(|| number::NOTHING.to_owned(), |value| number::count(value, 0));
        let real = at_end(if month < over(cx) { &self.real } else { &self.to_come });
        let key = if month < over(cx) && self.is_counted { "track-month-real" } else { "track-month-to-come" };
        let planned = full(at_end(&self.planned));
        Some(t!(cx.words, key, month = month_name(cx, month), planned = planned, real = full(real)))
    }
}

/// Eight in ten of what channels are still to win: all months to come are off by the same factors, so that the range
/// grows evenly.
fn range_to_come(cx: &Cx, followed: Followed, [from, so_far]: [f64; 2]) -> Option<Vec<(f64, f64, f64)>> {
    let odds = cx.drawn_odds()?.odds;
    let spread = match followed {
        Followed::Registrations => odds.registrations,
        Followed::Leads => odds.channel_leads,
        Followed::Customers => odds.channel_customers,
        // Money is not drawn, and all of the revenue has ranges of its own.
        Followed::Spend | Followed::Revenue => return None,
    };
    let end = f64::from(months::period(cx.plan).months);
    (from < end).then(|| vec![(from, so_far, so_far), (end, spread.p10, spread.p90)])
}

/// Points at the ends of months, from zero on.
fn from_zero(values: impl Iterator<Item = f64>) -> Vec<[f64; 2]> {
    std::iter::once(0.0).chain(values).zip(0_u32..).map(|(value, month)| [f64::from(month), value]).collect()
}

/// The height of a line at a place; `None` outside it.
fn between(line: &[[f64; 2]], at: f64) -> Option<f64> {
    let piece = line.windows(2).find(|pair| pair[0][0] <= at && at <= pair[1][0])?;
    let part = (at - piece[0][0]) / (piece[1][0] - piece[0][0]).max(f64::MIN_POSITIVE);
    Some(piece[0][1] + part * (piece[1][1] - piece[0][1]))
}
