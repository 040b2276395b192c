//! The eight questions a plan must answer, with their answers from the report.

use crate::app::command::Tab;
use crate::app::context::Cx;
use crate::app::icons::{self, Icon};
use crate::app::tabs::topics;
use crate::app::theme::Tone;
use crate::calc::goal::TieOut;
use crate::calc::{Place, Section, Severity, Suggestion};
use crate::plan::team::KpiEffect;
use crate::plan::{Id as ItemId, Money};
use crate::report::lookup;
use crate::report::sentences::proposal::{won, won_more};
use crate::t;
use crate::words::number;

/// How a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing to mend.
    Good,
    /// It could be better.
    Advice,
    /// It is likely to go wrong.
    Warn,
    /// It is wrong.
    Bad,
    /// Nothing is in the plan yet to answer it from.
    Open,
}

impl State {
    fn of(severity: Option<Severity>) -> Self {
        match severity {
            None => Self::Good,
            Some(Severity::Advice) => Self::Advice,
            Some(Severity::Warning) => Self::Warn,
            Some(Severity::Error) => Self::Bad,
        }
    }

    /// Its icon and tone; none where nothing is in the plan yet.
    #[must_use]
    pub fn look(self) -> Option<(Icon, Tone)> {
        match self {
            Self::Good => Some((icons::GOOD, Tone::Good)),
            Self::Advice => Some((icons::ADVICE, Tone::Accent)),
            Self::Warn => Some((icons::WARN, Tone::Warn)),
            Self::Bad => Some((icons::BAD, Tone::Bad)),
            Self::Open => None,
        }
    }
}

/// A question, its answer, and where it is answered.
pub struct Question {
    /// The question as it is asked.
    pub asked: String,
    /// How it stands.
    pub state: State,
    /// The answer.
    pub answer: String,
    place: Where,
}

enum Where {
    Tab(Tab),
    Events(Option<ItemId>),
}

impl Question {
    /// Whether nothing is in the plan yet to answer it from.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Goes to the tab that answers it.
    pub fn go(&self, cx: &Cx) {
        match &self.place {
            Where::Tab(tab) => cx.show_tab(*tab),
            Where::Events(item) => {
                cx.go_to(&Place { section: Section::Event, item: item.clone(), field: "name" });
            }
        }
    }

    /// The name of the place that answers it.
    #[must_use]
    pub fn link(&self, cx: &Cx) -> String {
        cx.words.text(match &self.place {
            Where::Tab(tab) => tab.key(),
            Where::Events(_) => "overview-events",
        })
    }
}

/// Whether enough is answered to hand the plan over: goal, team, pyramid and money.
#[must_use]
pub fn is_begun(cx: &Cx) -> bool {
    ![goal(cx), team(cx), pyramid(cx), money(cx)].iter().any(Question::is_open)
}

/// All eight, in order.
#[must_use]
pub fn answers(cx: &Cx) -> [Question; 8] {
    let first = [goal(cx), team(cx), pyramid(cx), money(cx)];
    let begun = !first.iter().any(Question::is_open);
    let [goal, team, pyramid, money] = first;
    [goal, team, pyramid, money, events(cx), ripples(cx), carried(cx), hand_over(cx, begun)]
}

fn question(cx: &Cx, key: &str, state: State, answer: String, tab: Tab) -> Question {
    Question { asked: cx.words.text(key), state, answer, place: Where::Tab(tab) }
}

/// The worst finding of a section.
fn worst(cx: &Cx, section: Section) -> Option<Severity> {
    let of_section = cx.report.findings.iter().filter(|finding| finding.place.section == section);
    of_section.map(crate::calc::Finding::severity).min()
}

fn goal(cx: &Cx) -> Question {
    let (words, report, currency) = (cx.words, &cx.report.goal, cx.currency());
    let money = |amount| number::amount(currency, amount);
    let (state, answer) = match report.tie_out {
        TieOut::Clashes { by_customers, by_share, .. } => {
            (State::Bad, t!(words, "overview-goal-clashes", customers = money(by_customers), share = money(by_share)))
        }
        TieOut::Agrees { .. } => (State::Good, ties_out(cx)),
        TieOut::TooLarge { .. } => (State::Bad, words.text("findings-money-too-large")),
        TieOut::Incomplete if report.headline_attainment().is_some() => {
            (State::Advice, words.text("overview-goal-incomplete"))
        }
        TieOut::Incomplete => (State::Open, words.text("overview-goal-open")),
    };
    question(cx, "overview-ask-goal", state, answer, Tab::Goal)
}

fn ties_out(cx: &Cx) -> String {
    let (target, currency) = (&cx.report.goal.target, cx.currency());
    let sides = || {
        let value = number::amount(currency, target.value_per_customer?.value);
        let share = number::percent(cx.language(), number::rounded(target.share?.value, 4), 0);
        let total = number::amount_named(cx.words, currency, target.total_revenue?.value);
        let customers = number::expected(target.customers?.value);
        Some(t!(cx.words, "overview-goal-ties", customers = customers, value = value, share = share, total = total))
    };
    sides().unwrap_or_default()
}

fn team(cx: &Cx) -> Question {
    let (words, report) = (cx.words, &cx.report.team);
    let key = "overview-ask-team";
    if cx.plan.team.people.is_empty() {
        return question(cx, key, State::Open, words.text("overview-team-open"), Tab::Team);
    }
    let alone: Vec<&ItemId> =
        report.functions.iter().filter(|row| row.responsible.is_empty()).map(|row| &row.id).collect();
    let kpis = cx.plan.team.functions.iter().flat_map(|function| &function.kpis);
    let pulling = kpis.filter(|kpi| matches!(kpi.effect, KpiEffect::PullsAgainst(_))).count();
    let owner = report.owner.as_ref().map_or_else(|| words.text("overview-team-nobody"), |owner| cx.person(owner));
    let gap = match alone.as_slice() {
        [] if report.functions.is_empty() => words.text("overview-team-no-functions"),
        [] => words.text("overview-team-complete"),
        [one] => t!(words, "overview-team-gap", function = lookup::function(cx.plan, words, one).to_lowercase()),
        many => t!(words, "overview-team-gaps", n = many.len()),
    };
    let answer = if pulling == 0 {
        t!(words, "overview-team", owner = owner, gap = gap)
    } else {
        t!(words, "overview-team-pulling", owner = owner, gap = gap, n = pulling)
    };
    let state = match State::of(worst(cx, Section::Team)) {
        State::Good if report.functions.is_empty() => State::Advice,
        state => state,
    };
    question(cx, key, state, answer, Tab::Team)
}

fn pyramid(cx: &Cx) -> Question {
    let (words, report) = (cx.words, &cx.report.pyramid);
    let key = "overview-ask-pyramid";
    if report.latest.is_none() {
        return question(cx, key, State::Open, words.text("overview-pyramid-open"), Tab::Pyramid);
    }
    let reached = u32::from(report.reached);
    let level = t!(words, "overview-pyramid-level", level = reached);
    let Some(next) = report.next_level() else {
        return question(cx, key, State::Good, level, Tab::Pyramid);
    };
    let next = u32::from(next);
    let answer = if let Some((cost, steps)) = &report.cheapest {
        let cost = number::amount_named(words, cx.currency(), *cost);
        let on = match steps.as_slice() {
            [one] => lookup::criterion(cx.plan, cx.words, one),
            many => t!(words, "overview-pyramid-steps", n = many.len()),
        };
        t!(words, "overview-pyramid-cheapest", level = level, cost = cost, on = on, next = next)
    } else {
        t!(words, "overview-pyramid-next", level = level, next = next)
    };
    question(cx, key, State::Advice, answer, Tab::Pyramid)
}

fn money(cx: &Cx) -> Question {
    let (words, report) = (cx.words, &cx.report.allocation);
    let key = "overview-ask-money";
    if cx.plan.allocation.channels.is_empty() {
        return question(cx, key, State::Open, words.text("overview-money-open"), Tab::Allocation);
    }
    if report.too_large {
        return question(
            cx,
            key,
            State::of(worst(cx, Section::Allocation)),
            words.text("overview-money-too-large"),
            Tab::Allocation,
        );
    }
    if report.total.spend == Money::ZERO {
        return question(cx, key, State::Open, words.text("overview-money-none"), Tab::Allocation);
    }
    let spend = number::amount_named(words, cx.currency(), report.total.spend);
    let best = cx.report.same_money.as_ref().filter(|suggestion| suggestion.answer.response > 0.0);
    let answer = if let Some(suggestion) = best {
        better_split(cx, suggestion, &spend)
    } else if let Some(cost) = report.total.average_cost {
        let (registrations, cost) = (number::count(report.total.won.registrations, 0), number::count(cost, 2));
        let key = if report.events_spend() == Money::ZERO { "overview-money" } else { "overview-money-with-events" };
        t!(words, key, spend = spend, registrations = registrations, cost = cost)
    } else {
        t!(words, "overview-money-no-registrations", spend = spend)
    };
    let state = of_split(worst(cx, Section::Allocation), best.map(Suggestion::is_worth_it));
    question(cx, key, state, answer, Tab::Allocation)
}

/// How the answer about the split stands, not what else is to be mended on that page: a better one is advice.
fn of_split(worst: Option<Severity>, is_better: Option<bool>) -> State {
    match (worst, is_better) {
        (Some(Severity::Error), _) => State::Bad,
        (_, Some(true)) => State::Advice,
        (_, Some(false)) => State::Good,
        (worst, None) => State::of(worst),
    }
}

fn better_split(cx: &Cx, suggestion: &Suggestion, spend: &str) -> String {
    let (words, objective) = (cx.words, suggestion.change.objective);
    if suggestion.is_worth_it() {
        let more = won_more(cx.plan, words, objective, &won(objective, suggestion.change.gain()));
        if suggestion.revenue_lost > Money::ZERO {
            let lost = number::amount_named(words, cx.currency(), suggestion.revenue_lost);
            return t!(words, "overview-money-better-less-revenue", more = more, lost = lost);
        }
        return t!(words, "overview-money-better", spend = spend, more = more);
    }
    if suggestion.answer.certified {
        t!(words, "overview-money-best", spend = spend)
    } else {
        words.text("overview-money-best-found")
    }
}

fn events(cx: &Cx) -> Question {
    let (words, reports) = (cx.words, &cx.report.events);
    let key = "overview-ask-events";
    let (state, answer) = match reports.as_slice() {
        [] => (State::Open, words.text("overview-events-open")),
        _ => shared(cx),
    };
    let first = cx.plan.events.first().map(|event| event.id.clone());
    Question { place: Where::Events(first), ..question(cx, key, state, answer, Tab::Allocation) }
}

fn shared(cx: &Cx) -> (State, String) {
    let (words, currency, reports) = (cx.words, cx.currency(), &cx.report.events);
    let unsplit = reports.iter().filter(|report| !report.is_split()).count();
    if unsplit > 0 {
        return (State::Bad, t!(words, "overview-events-unsplit", n = unsplit));
    }
    let parties: usize = reports.iter().map(|report| report.shares.len()).sum();
    if parties == 0 || reports.iter().all(|report| report.total == Money::ZERO) {
        return (State::Advice, words.text("overview-events-no-cost"));
    }
    let own = Money::total(reports.iter().map(|report| report.own_share)).unwrap_or_default();
    let alone: Option<Vec<Money>> = reports.iter().map(|report| report.own_alone).collect();
    let alone = alone.and_then(Money::total);
    let gains = own < Money::ZERO;
    let own = number::amount(currency, own.max(own.opposite()));
    let pay = if gains {
        t!(words, "overview-events-gain", n = parties, own = own)
    } else if let Some(alone) = alone {
        t!(words, "overview-events-pay", n = parties, own = own, alone = number::amount(currency, alone))
    } else {
        t!(words, "overview-events-pay-only", n = parties, own = own)
    };
    let shares = reports.iter().flat_map(|report| &report.shares);
    let unfair = shares.clone().filter(|share| share.over_by().is_some()).count();
    match unfair {
        0 if shares.clone().all(|share| share.alone.is_some()) => {
            (State::Good, t!(words, "overview-events-fair", pay = pay))
        }
        // Without what it would cost each alone, nothing tells whether that is fair.
        0 => (State::Advice, pay),
        _ => (State::Warn, t!(words, "overview-events-unfair", pay = pay, n = unfair)),
    }
}

fn ripples(cx: &Cx) -> Question {
    let (words, report) = (cx.words, cx.report);
    let key = "overview-ask-ripple";
    let wins = |ripple: &crate::calc::RippleReport| ripple.last().is_some_and(|step| step.revenue > 0.0);
    if !report.ripples.is_empty() && !report.ripples.iter().any(wins) {
        return question(cx, key, State::Advice, words.text("overview-ripple-nothing"), Tab::Ripple);
    }
    let answer = match report.ripples.as_slice() {
        [] => return question(cx, key, State::Open, words.text("overview-ripple-open"), Tab::Ripple),
        [one] => {
            let roi = |step: Option<&crate::calc::ripple::Step>| step.and_then(crate::calc::ripple::Step::roi);
            let shown = |roi: Option<f64>| roi.map_or_else(|| number::NOTHING.to_owned(), number::roi);
            let from = shown(roi(one.outcome.steps.first()));
            let to = shown(roi(one.last()));
            let spread = cx.drawn_odds().and_then(|shown| shown.odds.ripples.first()?.roi);
            if let Some(spread) = spread.filter(|spread| spread.p90 > spread.p10) {
                let [low, high] = [spread.p10, spread.p90].map(|roi| number::roi(number::significant(roi, 2)));
                t!(words, "overview-ripple-odds", from = from, to = to, low = low, high = high)
            } else {
                let reached = number::count(one.offsite_people(), 0);
                t!(words, "overview-ripple", from = from, to = to, reached = reached)
            }
        }
        many => {
            let [.., ripple] = report.chain.flows;
            let customers = number::expected(ripple.customers);
            t!(words, "overview-ripples", n = many.len(), customers = customers)
        }
    };
    question(cx, key, State::of(worst(cx, Section::Ripple)), answer, Tab::Ripple)
}

fn carried(cx: &Cx) -> Question {
    let key = "overview-ask-topics";
    if cx.plan.topics.list.is_empty() {
        return question(cx, key, State::Open, cx.words.text("overview-topics-open"), Tab::Topics);
    }
    let (marks, highest) = (&cx.report.topics.marks, cx.report.topics.highest);
    let state = match marks.iter().all(|mark| mark.carried) {
        _ if marks.is_empty() || highest <= 0.0 => State::Advice,
        true => State::Good,
        false => State::Warn,
    };
    question(cx, key, state, topics::sentence(cx).0, Tab::Topics)
}

fn hand_over(cx: &Cx, begun: bool) -> Question {
    let words = cx.words;
    let count = |severity| cx.report.findings.iter().filter(|finding| finding.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let (state, answer) = match (begun, errors, warnings) {
        (false, ..) => (State::Open, words.text("overview-summary-open")),
        (_, 0, 0) => (State::Good, words.text("overview-summary-ready")),
        (_, 0, n) => (State::Warn, t!(words, "overview-summary-warnings", n = n)),
        (_, n, _) => (State::Bad, t!(words, "overview-summary-errors", n = n)),
    };
    let key = "overview-ask-summary";
    question(cx, key, state, answer, Tab::Summary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_better_split_is_no_warning() {
        assert_eq!(of_split(Some(Severity::Warning), Some(false)), State::Good, "a channel without an owner");
        assert_eq!(of_split(Some(Severity::Warning), Some(true)), State::Advice);
        assert_eq!(of_split(Some(Severity::Error), Some(false)), State::Bad);
        assert_eq!(of_split(Some(Severity::Warning), None), State::Warn);
        assert_eq!(of_split(None, None), State::Good);
    }
}
