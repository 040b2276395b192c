//! What stands behind a proposal: its proof, the limits that bind and what they cost, where more money goes best.

use std::sync::Arc;

use eframe::egui::{self, Align2, CursorIcon, Galley, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::foot::Room;
use super::months;
use super::question::Told;
use crate::app::context::Cx;
use crate::app::icons::{self, Icon};
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::text::{paint_galley, small};
use crate::app::widgets::{Column, RowKind, RowSpec, Table, explain, explain_head, focus_ring};
use crate::calc::best_allocation::Answer;
use crate::calc::suggestion::{Question, Suggestion};
use crate::plan::allocation::Objective;
use crate::report::sentences::months::month_names;
use crate::report::sentences::proposal::{
    Proof as Known, binds, channel_names, kept, less_revenue, limit_name, unspent, won, won_little, won_more, won_named,
};
use crate::t;
use crate::words::number;

/// A line of 12, wrapped, behind an icon or its place.
pub struct Line {
    icon: Option<(Icon, Tone)>,
    words: String,
    galley: Arc<Galley>,
}

impl Line {
    /// Lays a line out over the width there is.
    pub fn of(ui: &Ui, icon: Option<(Icon, Tone)>, words: String) -> Self {
        let palette = theme::palette(ui);
        let color = if icon.is_some() { palette.text } else { palette.weak };
        let width = (ui.available_width() - ICON).max(80.0);
        let galley = ui.painter().layout(words.clone(), theme::text(size::SMALL), color, width);
        Self { icon, words, galley }
    }

    /// Its height.
    pub fn height(&self) -> f32 {
        self.galley.size().y + 2.0
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui) -> Response {
        self.show_sensing(ui, Sense::hover())
    }

    fn show_sensing(self, ui: &mut Ui, sense: Sense) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), self.height()), sense);
        focus_ring(ui, &response);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.words));
        if let Some((icon, tone)) = self.icon {
            let square = Rect::from_min_size(rect.min + vec2(1.0, 1.5), Vec2::splat(14.0));
            icons::paint(ui.painter(), icon, square, theme::palette(ui).ink(tone));
        }
        paint_galley(ui.painter(), rect.min + vec2(ICON, 0.0), Align2::LEFT_TOP, self.galley);
        response
    }
}

/// Room for the icon of a line.
const ICON: f32 = 24.0;

/// The lines below the table of a proposal, each with what it tells under the mouse.
pub struct Proof(Vec<(Line, String)>);

impl Proof {
    /// Lays out the proof, what binds, and in a tall window where more money goes best.
    pub fn of(ui: &Ui, cx: &Cx, told: &Told, room: Room) -> Self {
        let Answer { certified, response, .. } = told.suggestion.answer;
        // The best of nothing is nothing to be glad of.
        let is_good = certified && response > 0.0;
        let look = if is_good { (icons::GOOD, Tone::Good) } else { (icons::WARN, Tone::Warn) };
        let mut lines = vec![(Line::of(ui, Some(look), certificate(cx, &told.suggestion)), String::new())];
        let line = |icon, words| (Line::of(ui, icon, words), String::new());
        let next = next(cx, told).filter(|_| ui.available_height() > TALL);
        let (plan, words, suggestion) = (cx.plan, cx.words, &told.suggestion);
        let unspent = unspent(plan, words, &suggestion.problem, &suggestion.answer);
        let warnings =
            [less_revenue(plan, words, suggestion.revenue_lost), unspent, kept(plan, words)].into_iter().flatten();
        let said = months::said(cx, suggestion, room);
        lines.extend(said.into_iter().map(|(words, tip)| (Line::of(ui, Some(months::LOOK), words), tip)));
        lines.extend(warnings.map(|words| line(Some((icons::WARN, Tone::Warn)), words)));
        lines.extend([what_binds(cx, told), next].into_iter().flatten().map(|words| line(None, words)));
        Self(lines)
    }

    /// Their height.
    pub fn height(&self) -> f32 {
        self.0.iter().map(|(line, _)| line.height()).sum()
    }

    /// Draws them; the first explains what the limits cost.
    pub fn show(self, ui: &mut Ui, cx: &Cx, told: &Told) {
        for (number, (line, tip)) in self.0.into_iter().enumerate() {
            if number > 0 {
                let response = line.show(ui);
                if !tip.is_empty() {
                    response.on_hover_text(tip);
                }
                continue;
            }
            let response = line.show_sensing(ui, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
            explain(&response, 400.0, |ui| costs(ui, cx, told));
        }
    }
}

/// A panel at least this high has room for one more line.
const TALL: f32 = 360.0;

/// The proof in words; where there is none, how much better a split may be.
fn certificate(cx: &Cx, suggestion: &Suggestion) -> String {
    let (words, plan, answer) = (cx.words, cx.plan, &suggestion.answer);
    let objective = suggestion.change.objective;
    if let Question::Least(target) = suggestion.question {
        let money = |units: f64| {
            let amount = plan.currency.amount(units).unwrap_or_default();
            number::amount_named(words, &plan.currency, amount)
        };
        let (bound, gap) = (money(answer.bound), money((answer.total_spend - answer.bound).max(0.0)));
        return if answer.certified {
            let result = won_named(plan, words, objective, &won(objective, target));
            t!(words, "proposal-proven-least", won = result, bound = bound, gap = gap)
        } else {
            t!(words, "proposal-unproven-least", bound = bound, gap = gap)
        };
    }
    let Answer { response, bound, certified, .. } = *answer;
    Known { objective, response, bound, certified }.say(words)
}

/// Limits that bind, that locked rows stay, and what becomes of the leads.
fn what_binds(cx: &Cx, told: &Told) -> Option<String> {
    let (words, plan) = (cx.words, cx.plan);
    let mut parts = Vec::new();
    let months = month_names(words, plan, cx.report.rest.as_ref());
    parts.extend(binds(words, (&channel_names(plan), &months), &told.suggestion.answer.binding));
    if plan.allocation.channels.iter().any(|channel| channel.locked) {
        parts.push(words.text("proposal-locked"));
    }
    let (before, after) = told.leads;
    if told.suggestion.change.objective != Objective::Leads && before.max(after) > 0.0 {
        let [before, after] = [before, after].map(|leads| number::count(leads, 0));
        parts.push(t!(words, "proposal-leads", before = before, after = after));
    }
    (!parts.is_empty()).then(|| parts.join(&words.text("proposal-semicolon")))
}

/// Where the next money goes best.
fn next(cx: &Cx, told: &Told) -> Option<String> {
    let (words, plan) = (cx.words, cx.plan);
    let next = told.next?;
    let amount = number::amount_named(words, &plan.currency, cx.report.allocation.next_amount);
    let more = won_more(
        plan,
        words,
        told.suggestion.change.objective,
        &won_little(told.suggestion.change.objective, next.gain),
    );
    let names = channel_names(plan);
    let name = names.get(next.channel).map_or("", String::as_str);
    Some(t!(words, "proposal-next", amount = amount, more = more, name = name))
}

/// Where the next money goes best and what each limit costs, in a popover.
fn costs(ui: &mut Ui, cx: &Cx, told: &Told) {
    let (words, plan, suggestion) = (cx.words, cx.plan, &told.suggestion);
    let least = suggestion.is_least();
    let says = words.text(if least { "proposal-explained-says-least" } else { "proposal-explained-says" });
    explain_head(ui, &words.text("proposal-explained"), &says, ("", ""));
    let names = channel_names(plan);
    let months = month_names(words, plan, cx.report.rest.as_ref());
    let columns = [Column::flex(1.0, 120.0), Column::fixed(150.0).right()];
    let mut table = Table::new(ui, egui::Id::unique("proposal costs"), &columns).row_height(24.0);
    for cost in &told.costs {
        let gain = if least {
            let amount = plan.currency.amount(cost.gain).unwrap_or_default();
            number::amount_named(words, &plan.currency, amount)
        } else {
            won_named(plan, words, suggestion.change.objective, &won(suggestion.change.objective, cost.gain))
        };
        table.row(ui, RowSpec::new(RowKind::Detail), |row| {
            row.text(&limit_name(words, (&names, &months), cost.limit));
            row.strong(&gain, Tone::Plain);
        });
    }
    if let Some(next) = next(cx, told) {
        ui.add_space(space::XS);
        Line::of(ui, Some((icons::ADVICE, Tone::Accent)), next).show(ui);
    }
    if told.costs.is_empty() {
        small(ui, &words.text("proposal-no-limit-costs"), Tone::Weak);
    }
}
