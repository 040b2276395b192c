//! The editor of a curve: the ways to state it, and the numbers of the chosen way.

use eframe::egui::{Id as UiId, Key, Ui};

use super::super::form;
use super::super::sheet::Sheet;
use super::held::Held;
use super::range;
use super::tiles;
use super::ways::{Way, restate};
use crate::app::context::field_id;
use crate::app::theme::{height, space};
use crate::app::widgets::{Button, Edited, Field, Side, draft, parsed_field, strong, weak};
use crate::calc::Section;
use crate::calc::curve::{CurveProblem, Response, SHAPES};
use crate::plan::{Channel, Curve, Id, Money};
use crate::t;
use crate::words::{number, parse};

/// Draws the editor.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, id: &Id) {
    let cx = sheet.cx;
    let Some(index) = cx.plan.allocation.channels.iter().position(|channel| channel.id == *id) else { return };
    let (channel, report) = (&cx.plan.allocation.channels[index], cx.report.allocation.channels.get(index));
    // What nobody has typed yet is nothing wrong.
    let problem = report.and_then(|report| report.response.err()).filter(|_| !channel.curve.is_blank());
    let is_asked = channel.curve.is_blank();
    if is_asked {
        strong(ui, &cx.words.text("allocation-remember"));
        ui.add_space(space::XS);
    }
    tiles::ui(ui, sheet, channel);
    if is_asked {
        weak(ui, &cx.words.text(Way::of(&channel.curve).remembers()));
    }
    ui.add_space(space::S);
    // Nor is the second of two points, as long as nothing is typed into it.
    let half_typed = matches!(channel.curve, Curve::TwoPoints { second, .. } if second.registrations == 0.0);
    let mut editor = Editor { sheet, channel, problem, told: half_typed };
    editor.numbers(ui);
    range::ui(ui, editor.sheet, channel, report.map_or(0.0, |report| report.won.registrations));
    if !half_typed {
        editor.other_ways(ui);
    }
}

/// A click leaves a field in one frame and shows another channel in the next or so; a tab is away for longer.
const FEW_FRAMES: u64 = 8;

/// Takes over a curve that was held once its field is left.
pub fn let_go(ui: &Ui, sheet: &mut Sheet<'_>) {
    let focused = ui.memory(eframe::egui::Memory::focused);
    let Some(held) = sheet.view.held_curve.take_if(|held| focused != Some(held.field)) else { return };
    // A tab that was left and comes back begins anew.
    if held.frame + FEW_FRAMES < ui.cumulative_frame_nr() {
        return;
    }
    let channels = &sheet.cx.plan.allocation.channels;
    if let Some(channel) = channels.iter().find(|channel| channel.id == held.channel && channel.curve == held.from) {
        sheet.change_channel(channel, &held.what, |channel| channel.curve = held.to);
    }
}

/// The numbers of a curve; each change is live, unless it is no curve for as long as it is typed.
struct Editor<'a, 's> {
    sheet: &'a mut Sheet<'s>,
    channel: &'a Channel,
    problem: Option<CurveProblem>,
    /// What is wrong stands at one field only.
    told: bool,
}

impl Editor<'_, '_> {
    fn numbers(&mut self, ui: &mut Ui) {
        match self.channel.curve {
            Curve::Fixed { registrations } => form::pair(ui, |ui, side| {
                if side == Side::Left {
                    let at = ("curve", "allocation-curve-registrations");
                    self.count(ui, at, registrations, |registrations, _| Curve::Fixed { registrations });
                }
            }),
            Curve::Linear { .. } | Curve::Saturating { .. } => self.cost_and_ceiling(ui),
            Curve::TwoPoints { .. } => self.two_points(ui),
            Curve::SShaped { .. } | Curve::Fitted { .. } => self.s_shape(ui),
        }
    }

    fn cost_and_ceiling(&mut self, ui: &mut Ui) {
        let (cost, ceiling, base, label) = match self.channel.curve {
            Curve::Linear { cost_per_registration, ceiling, base } => {
                (cost_per_registration, ceiling, base, "allocation-cost-each")
            }
            Curve::Saturating { first_cost, ceiling, base } => (first_cost, ceiling, base, "allocation-first-cost"),
            _ => return,
        };
        form::pair(ui, |ui, side| match side {
            Side::Left => self.money(ui, ("curve", label), cost, |cost, curve| match curve {
                Curve::Saturating { ceiling, base, .. } => Curve::Saturating { first_cost: cost, ceiling, base },
                Curve::Linear { ceiling, base, .. } => Curve::Linear { cost_per_registration: cost, ceiling, base },
                curve => curve,
            }),
            Side::Right => self.ceiling(ui, "curve-ceiling", ceiling),
        });
        form::pair(ui, |ui, side| {
            if side == Side::Left {
                self.base(ui, base);
            }
        });
    }

    fn two_points(&mut self, ui: &mut Ui) {
        let Curve::TwoPoints { first, second } = self.channel.curve else { return };
        form::pair(ui, |ui, side| match side {
            Side::Left => {
                self.money(ui, ("curve", "allocation-first-spend"), first.spend, |spend, curve| match curve {
                    Curve::TwoPoints { mut first, second } => {
                        first.spend = spend;
                        Curve::TwoPoints { first, second }
                    }
                    curve => curve,
                });
            }
            Side::Right => {
                let at = ("curve-first-bought", "allocation-bought");
                self.count(ui, at, first.registrations, |registrations, curve| match curve {
                    Curve::TwoPoints { mut first, second } => {
                        first.registrations = registrations;
                        Curve::TwoPoints { first, second }
                    }
                    curve => curve,
                });
            }
        });
        form::pair(ui, |ui, side| match side {
            Side::Left => {
                let at = ("curve-second-spend", "allocation-second-spend");
                self.money(ui, at, second.spend, |spend, curve| match curve {
                    Curve::TwoPoints { first, mut second } => {
                        second.spend = spend;
                        Curve::TwoPoints { first, second }
                    }
                    curve => curve,
                });
            }
            Side::Right => {
                let at = ("curve-second-bought", "allocation-bought");
                self.count(ui, at, second.registrations, |registrations, curve| match curve {
                    Curve::TwoPoints { first, mut second } => {
                        second.registrations = registrations;
                        Curve::TwoPoints { first, second }
                    }
                    curve => curve,
                });
            }
        });
    }

    fn s_shape(&mut self, ui: &mut Ui) {
        let (Curve::SShaped { ceiling, half_spend: half, shape, base }
        | Curve::Fitted { ceiling, half_spend: half, shape, base, .. }) = self.channel.curve
        else {
            return;
        };
        form::pair(ui, |ui, side| match side {
            Side::Left => self.ceiling(ui, "curve", ceiling),
            Side::Right => {
                self.money(ui, ("curve-half", "allocation-half-spend"), half, |half, curve| match typed(curve) {
                    Curve::SShaped { ceiling, shape, base, .. } => {
                        Curve::SShaped { ceiling, half_spend: half, shape, base }
                    }
                    curve => curve,
                });
            }
        });
        form::pair(ui, |ui, side| match side {
            Side::Left => self.shape(ui, shape),
            Side::Right => self.base(ui, base),
        });
        if let Curve::Fitted { residual, rows, .. } = self.channel.curve {
            let residual = number::trimmed(residual, 1);
            weak(ui, &t!(self.sheet.cx.words, "allocation-fitted", n = rows, residual = residual));
        }
    }

    // ── fields ──

    fn ceiling(&mut self, ui: &mut Ui, field: &str, ceiling: f64) {
        self.count(ui, (field, "allocation-ceiling"), ceiling, |value, curve| match typed(curve) {
            Curve::SShaped { half_spend, shape, base, .. } => {
                Curve::SShaped { ceiling: value, half_spend, shape, base }
            }
            Curve::Linear { cost_per_registration, base, .. } => {
                Curve::Linear { cost_per_registration, ceiling: value, base }
            }
            Curve::Saturating { first_cost, base, .. } => Curve::Saturating { first_cost, ceiling: value, base },
            curve => curve,
        });
    }

    fn base(&mut self, ui: &mut Ui, base: f64) {
        self.count(ui, ("curve-base", "allocation-base"), base, |value, curve| match typed(curve) {
            Curve::SShaped { ceiling, half_spend, shape, .. } => {
                Curve::SShaped { ceiling, half_spend, shape, base: value }
            }
            Curve::Linear { cost_per_registration, ceiling, .. } => {
                Curve::Linear { cost_per_registration, ceiling, base: value }
            }
            Curve::Saturating { first_cost, ceiling, .. } => Curve::Saturating { first_cost, ceiling, base: value },
            curve => curve,
        });
    }

    fn shape(&mut self, ui: &mut Ui, shape: f64) {
        let words = self.sheet.cx.words;
        let outside = t!(words, "allocation-shape-limits");
        let problem = self.tell(&[CurveProblem::ShapeOutOfRange], false);
        let show = |this: &Self, ui: &mut Ui, field: Field<'_>| {
            let words = this.sheet.cx.words;
            parsed_field(ui, field, &number::trimmed(shape, 6), &|text| {
                let value = parse::count(text).map_err(|problem| problem.say(words))?;
                if SHAPES.contains(&value) { Ok(value) } else { Err(t!(words, "allocation-shape-outside")) }
            })
        };
        self.field(ui, ("curve-shape", "allocation-shape"), (&outside, problem), show, |shape, curve| {
            match typed(curve) {
                Curve::SShaped { ceiling, half_spend, base, .. } => Curve::SShaped { ceiling, half_spend, shape, base },
                curve => curve,
            }
        });
    }

    fn count(&mut self, ui: &mut Ui, at: (&str, &str), value: f64, make: impl FnOnce(f64, Curve) -> Curve) {
        let problem = match at.0 {
            "curve-base" => None,
            "curve-second-bought" => {
                self.tell(&[CurveProblem::PointsNotRising, CurveProblem::PointsNotSaturating], value <= 0.0)
            }
            _ => self.tell(&[], value <= 0.0),
        };
        let unit = self.sheet.cx.words.text("allocation-unit-registrations");
        let show = |this: &Self, ui: &mut Ui, field: Field<'_>| form::count(ui, this.sheet.cx, field.hint("0"), value);
        self.field(ui, at, (&unit, problem), show, make);
    }

    fn money(&mut self, ui: &mut Ui, at: (&str, &str), value: Money, make: impl FnOnce(Money, Curve) -> Curve) {
        let in_order: &[CurveProblem] =
            if at.0 == "curve-second-spend" { &[CurveProblem::PointsNotInOrder] } else { &[] };
        let problem = self.tell(in_order, value <= Money::ZERO);
        let cx = self.sheet.cx;
        let unit = crate::words::names::currency_name(&cx.currency().code, cx.words);
        let show = |this: &Self, ui: &mut Ui, field: Field<'_>| form::money(ui, this.sheet.cx, field.hint("0"), value);
        self.field(ui, at, (&unit, problem), show, make);
    }

    /// What is wrong with the curve, if this field is the one to mend it.
    fn tell(&mut self, mended_here: &[CurveProblem], not_positive: bool) -> Option<String> {
        let problem = self.problem.filter(|_| !self.told)?;
        let mends = mended_here.contains(&problem)
            || (not_positive && matches!(problem, CurveProblem::NotPositive | CurveProblem::Negative));
        self.told |= mends;
        mends.then(|| self.sheet.cx.words.text(mend_key(problem)))
    }

    /// One labelled field; its unit stands behind it where there is room.
    fn field<T>(
        &mut self,
        ui: &mut Ui,
        (id, label): (&str, &str),
        (unit, problem): (&str, Option<String>),
        show: impl FnOnce(&Self, &mut Ui, Field<'_>) -> Edited<T>,
        make: impl FnOnce(T, Curve) -> Curve,
    ) {
        let label = self.sheet.cx.words.text(label);
        let name = form::name(self.sheet.cx, &label, &self.channel.name);
        let id = field_id(Section::Allocation, Some(&self.channel.id), id);
        self.follow_held(ui, id);
        let held = self.sheet.view.held_curve.as_ref().filter(|held| held.field == id);
        let words = self.sheet.cx.words;
        let held = held.map(|held| t!(words, "allocation-curve-held", problem = words.text(mend_key(held.problem))));
        let problem = held.or(problem);
        let edited = form::labelled(ui, &label, |ui| {
            let room = ui.available_width();
            let unit_room = if room >= 116.0 { 34.0 } else { 0.0 };
            let unit = if unit_room > 0.0 { unit } else { "" };
            let long = unit.chars().count() > 4;
            let field = Field::number(id, &name).width((room - if long { 62.0 } else { unit_room }).max(60.0));
            let field = field.unit(unit).problem(problem.as_deref());
            // While something is typed, what is wrong with it floats: nothing may move below the mouse.
            if ui.memory(|memory| memory.has_focus(id)) {
                ui.horizontal(|ui| show(self, ui, field)).inner
            } else {
                show(self, ui, field)
            }
        });
        if let Some(value) = edited.value {
            let curve = make(value, self.channel.curve);
            self.take(ui, curve, (id, &label), edited.has_focus);
        }
        if edited.error.is_some()
            || edited.restored
            || (edited.lost_focus && ui.input(|input| input.key_pressed(Key::Escape)))
        {
            self.sheet.view.held_curve.take_if(|held| held.field == id);
        }
    }

    /// The plan goes back to what it was before the typing only after the frame in which a curve begins to wait.
    fn follow_held(&mut self, ui: &Ui, field: UiId) {
        let held = &mut self.sheet.view.held_curve;
        let typing = ui.memory(|memory| memory.has_focus(field));
        held.take_if(|held| held.field == field && typing && !draft::is_held(ui.ctx(), field));
        if let Some(held) = held.as_mut().filter(|held| held.field == field && typing) {
            held.from = self.channel.curve;
            held.frame = ui.cumulative_frame_nr();
        }
    }

    /// Puts a curve into the plan; while its field has the focus, only one that can be used.
    fn take(&mut self, ui: &Ui, to: Curve, (field, what): (UiId, &str), typing: bool) {
        let problem = Response::of(&to, self.sheet.cx.currency()).err();
        self.sheet.view.held_curve = problem.filter(|_| typing && self.problem.is_none()).map(|problem| Held {
            field,
            channel: self.channel.id.clone(),
            what: what.to_owned(),
            from: self.channel.curve,
            to,
            problem,
            frame: ui.cumulative_frame_nr(),
        });
        if self.sheet.view.held_curve.is_some() {
            draft::hold(ui.ctx(), field);
        } else {
            self.sheet.change_channel(self.channel, what, |channel| channel.curve = to);
        }
    }

    /// Two points that make no curve: the ways that can say what they say.
    fn other_ways(&mut self, ui: &mut Ui) {
        let ways: &[Way] = match self.problem {
            Some(CurveProblem::PointsNotSaturating) => &[Way::Linear, Way::SShaped],
            Some(CurveProblem::PointsNotRising) => &[Way::Fixed],
            _ => return,
        };
        ui.horizontal(|ui| {
            for way in ways {
                let way_name = self.sheet.cx.words.text(way.key());
                let words = t!(self.sheet.cx.words, "allocation-use-way", way = way_name);
                if Button::quiet(&words).dense().show(ui).clicked() {
                    let currency = self.sheet.cx.currency();
                    let curve = restate(*way, &self.channel.curve, currency.units(self.channel.spend), currency);
                    let what = self.sheet.cx.words.text("allocation-part-curve");
                    self.sheet.change_channel(self.channel, &what, |channel| channel.curve = curve);
                }
            }
        });
        ui.add_space(height::DENSE / 6.0);
    }
}

/// A fitted curve whose numbers somebody changes is no longer fitted.
fn typed(curve: Curve) -> Curve {
    match curve {
        Curve::Fitted { ceiling, half_spend, shape, base, .. } => Curve::SShaped { ceiling, half_spend, shape, base },
        curve => curve,
    }
}

fn mend_key(problem: CurveProblem) -> &'static str {
    match problem {
        CurveProblem::Negative => "findings-negative-mend",
        CurveProblem::NotPositive => "findings-not-positive-mend",
        CurveProblem::ShapeOutOfRange => "allocation-shape-outside",
        CurveProblem::PointsNotInOrder => "allocation-points-not-in-order",
        CurveProblem::PointsNotRising => "allocation-points-not-rising",
        CurveProblem::PointsNotSaturating => "allocation-points-not-saturating",
    }
}
