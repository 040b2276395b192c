//! Tab: ripple. From funnel to follow to share, and what passing it on adds.

mod adds;
mod details;
mod empty;
mod head;
mod inputs;
mod movers;
mod odds;
mod reward;
mod rounds;
mod spread;
mod steps;

use std::sync::Arc;

use eframe::egui::{self, Align, Ui};

use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::tabs::fields::in_sentence;
use crate::app::theme::{Tone, height, size, space, text};
use crate::app::widgets::text::{Line, line};
use crate::app::widgets::{Segmented, Side, Split, columns, head_row, is_narrow, page, rule, section, weak};
use crate::calc::{RippleReport, Section};
use crate::plan::{Id, Ripple};
use crate::t;

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub struct View {
    ripple: Option<Id>,
    left: Left,
    lower: Lower,
    /// In a narrow window: what moves the result, or the rounds, instead of who passes it on.
    shows_lower: bool,
    /// A ripple just added, whose name gets the focus.
    fresh: Option<Id>,
}

/// What the left column shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Left {
    /// The numbers of the three steps.
    #[default]
    Numbers,
    /// Name, date, owner and the like.
    Details,
}

/// What stands below the steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Lower {
    /// How likely the plan reaches its goal, and what moves it.
    #[default]
    Odds,
    /// What sharing adds, round by round, and what a reward may cost.
    Sharing,
}

/// One ripple in the hands of the tab.
struct Desk<'a, 'e> {
    ripples: Editing<'e, Vec<Ripple>>,
    cx: &'a Cx<'a>,
    ripple: &'a Ripple,
    report: &'a RippleReport,
}

impl Desk<'_, '_> {
    /// Changes the ripple; `name` names the undo step.
    fn change(&mut self, name: impl Into<String>, edit: impl FnOnce(&mut Ripple)) {
        let id = self.ripple.id.clone();
        self.ripples.change(name, |ripples| ripples.iter_mut().find(|ripple| ripple.id == id).map(edit));
    }

    /// The egui id of a field of the ripple.
    fn field(&self, name: &str) -> egui::Id {
        crate::app::context::field_id(Section::Ripple, Some(&self.ripple.id), name)
    }

    /// The name of the undo step that changes one of its numbers.
    fn step(&self, label: &str) -> String {
        let what = in_sentence(self.cx.language(), label);
        t!(self.cx.words, "ripple-step-change", what = what, item = self.name())
    }

    /// The ripple's name, or words for one without.
    fn name(&self) -> String {
        shown_name(self.cx, &self.ripple.name)
    }
}

/// A name, or words for an empty one.
fn shown_name(cx: &Cx, name: &str) -> String {
    if name.trim().is_empty() { cx.words.text("ripple-unnamed") } else { name.to_owned() }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, mut section: Editing<'_, Vec<Ripple>>, cx: &Cx, view: &mut View) {
    page(ui, |ui| {
        let now: Arc<Vec<Ripple>> = section.now();
        arrive(cx, view);
        let chosen = now.iter().find(|ripple| Some(&ripple.id) == view.ripple.as_ref()).or(now.first());
        let report = chosen.and_then(|ripple| cx.report.ripples.iter().find(|report| report.id == ripple.id));
        let (Some(ripple), Some(report)) = (chosen, report) else {
            empty::ui(ui, &mut section, cx, view);
            return;
        };
        view.ripple = Some(ripple.id.clone());
        let mut desk = Desk { ripples: section, cx, ripple, report };
        head::ui(ui, &mut desk, view);
        ui.add_space(2.0);
        columns(ui, egui::Id::unique("ripple"), Split::Left(256.0), |ui, side| match side {
            Side::Left => left(ui, &mut desk, view),
            Side::Right => results(ui, &mut desk, view),
        });
    });
}

fn left(ui: &mut Ui, desk: &mut Desk, view: &mut View) {
    let words = desk.cx.words;
    let (numbers, details) = (words.text("ripple-numbers"), words.text("ripple-details"));
    let parts = [(Left::Numbers, numbers.as_str()), (Left::Details, details.as_str())];
    if let Some(chosen) = Segmented::new(&parts, view.left).dense().width(ui.available_width()).show(ui) {
        view.left = chosen;
    }
    match view.left {
        Left::Numbers => inputs::ui(ui, desk),
        Left::Details => details::ui(ui, desk, view),
    }
}

/// What comes of the numbers: two columns of their own.
fn results(ui: &mut Ui, desk: &mut Desk, view: &mut View) {
    let narrow = is_narrow(ui);
    let right = if narrow { 316.0 } else { (ui.available_width() * 0.28).clamp(338.0, 440.0) };
    columns(ui, egui::Id::unique("ripple results"), Split::Right(right), |ui, side| match side {
        Side::Left => {
            steps::ui(ui, desk);
            ui.add_space(space::M);
            lower_switch(ui, desk.cx, view);
            match view.lower {
                Lower::Odds => odds::ui(ui, desk, room_below(ui)),
                Lower::Sharing => adds::ui(ui, desk),
            }
        }
        Side::Right if narrow => narrow_right(ui, desk, view),
        Side::Right => {
            spread::ui(ui, desk);
            rounds::summary(ui, desk);
            ui.add_space(space::M);
            lower_right(ui, desk, view.lower);
        }
    });
}

/// The heading of a section at the right; in a narrow window the switch above names it already.
fn titled(ui: &mut Ui, title: &str, subtitle: &str) {
    if !is_narrow(ui) {
        section(ui, title, subtitle);
    } else if !subtitle.is_empty() {
        weak(ui, subtitle);
    }
}

/// What is left of the column that is seen.
fn room_below(ui: &Ui) -> f32 {
    ui.clip_rect().bottom() - ui.cursor().top()
}

/// Odds or sharing, and behind the switch what the odds are about.
fn lower_switch(ui: &mut Ui, cx: &Cx, view: &mut View) {
    let (odds, sharing) = (cx.words.text("odds-of-plan"), cx.words.text("ripple-adds"));
    let parts = [(Lower::Odds, odds.as_str()), (Lower::Sharing, sharing.as_str())];
    let subtitle = match view.lower {
        Lower::Odds => odds::subtitle(cx, is_narrow(ui)),
        Lower::Sharing => cx.words.text("ripple-adds-subtitle"),
    };
    head_row(
        ui,
        height::DENSE,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            if let Some(chosen) = Segmented::new(&parts, view.lower).dense().show(ui) {
                view.lower = chosen;
            }
            let width = ui.available_width();
            let at = Line { width, height: height::DENSE, align: Align::LEFT, tone: Tone::Weak };
            line(ui, &subtitle, text(size::SMALL), at);
        },
        |_| (),
    );
    rule(ui);
}

fn lower_right(ui: &mut Ui, desk: &mut Desk, lower: Lower) {
    match lower {
        Lower::Odds => movers::ui(ui, desk),
        Lower::Sharing => {
            rounds::ui(ui, desk);
            reward::ui(ui, desk);
        }
    }
}

/// In a narrow window one of the two at a time.
fn narrow_right(ui: &mut Ui, desk: &mut Desk, view: &mut View) {
    let words = desk.cx.words;
    let (spread, lower) = (
        words.text("ripple-spread"),
        words.text(match view.lower {
            Lower::Odds => "odds-what-moves",
            Lower::Sharing => "ripple-rounds",
        }),
    );
    let parts = [(false, spread.as_str()), (true, lower.as_str())];
    let switch = Segmented::new(&parts, view.shows_lower).dense().width(ui.available_width());
    view.shows_lower = switch.show(ui).unwrap_or(view.shows_lower);
    ui.add_space(space::S);
    if view.shows_lower {
        lower_right(ui, desk, view.lower);
    } else {
        spread::ui(ui, desk);
        rounds::summary(ui, desk);
    }
}

/// Shows the place somebody comes to.
fn arrive(cx: &Cx, view: &mut View) {
    let Some(place) = cx.arrives_in(Section::Ripple) else { return };
    view.ripple.clone_from(&place.item);
    view.left = match place.field {
        "name" | "owner" | "event" | "date" | "timing" | "note" | "id" => Left::Details,
        _ => Left::Numbers,
    };
}
