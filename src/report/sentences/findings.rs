//! Findings in words: what is wrong, and how to mend it.

use crate::calc::curve::CurveProblem;
use crate::calc::event::NotSplit;
use crate::calc::finding::{Finding, Problem};
use crate::calc::split::SplitProblem;
use crate::calc::topics::Shift;
use crate::plan::{Id, Money, Plan};
use crate::t;
use crate::words::{Named, Words, names, number};

use super::not_split::Reasons;
use super::proposal;
use crate::report::lookup;

/// What a finding says.
#[must_use]
pub fn message(plan: &Plan, words: &Words, finding: &Finding) -> String {
    let say = Say { plan, words, finding };
    say.about_the_goal_and_team().or_else(|| say.about_money()).unwrap_or_else(|| say.about_the_rest())
}

/// What mends it.
#[must_use]
pub fn remedy(plan: &Plan, words: &Words, finding: &Finding) -> String {
    match &finding.problem {
        Problem::LevelShort { step: Some((criterion, cost)), .. } => t!(
            words,
            "findings-level-short-mend-step",
            criterion = lookup::criterion(plan, criterion),
            cost = number::amount_named(words, &plan.currency, *cost),
        ),
        Problem::NotCarried { shift: Some(shift), .. } => shift_remedy(plan, words, shift),
        Problem::BadCurve(problem) => words.text(curve_remedy(*problem)),
        Problem::EventNotSplit(problem) => words.text(split_remedy(problem.problem)),
        problem => words.text(remedy_key(problem)),
    }
}

fn shift_remedy(plan: &Plan, words: &Words, shift: &Shift) -> String {
    let topic = lookup::topic(plan, &shift.topic);
    let days = shift.days.unsigned_abs();
    let share = number::percent(words.language(), shift.share, 0);
    if shift.days < 0 {
        t!(words, "findings-not-carried-mend-earlier", topic = topic, days = days, share = share)
    } else {
        t!(words, "findings-not-carried-mend-later", topic = topic, days = days, share = share)
    }
}

/// Puts one finding into words.
struct Say<'a> {
    plan: &'a Plan,
    words: &'a Words,
    finding: &'a Finding,
}

impl Say<'_> {
    /// The name of the item the finding is about.
    fn item(&self) -> String {
        let place = &self.finding.place;
        let name = |id: &Id| lookup::item(self.plan, self.words, place.section, id);
        place.item.as_ref().map_or_else(|| self.words.text(section_key(self.finding)), name)
    }

    fn money(&self, amount: Money) -> String {
        number::amount_named(self.words, &self.plan.currency, amount)
    }

    fn kpi(&self, id: &Id) -> String {
        let kpis = self.plan.team.functions.iter().flat_map(|function| &function.kpis);
        let found = kpis.clone().find(|kpi| kpi.id == *id);
        found.map_or_else(|| id.to_string(), |kpi| kpi.name.clone())
    }

    fn about_the_goal_and_team(&self) -> Option<String> {
        let words = self.words;
        Some(match &self.finding.problem {
            Problem::GoalNotStated => words.text("findings-goal-not-stated"),
            Problem::GoalWithoutSentence => words.text("findings-goal-without-sentence"),
            Problem::GoalIncomplete => words.text("findings-goal-incomplete"),
            Problem::GoalDoesNotTieOut { by_customers, revenue, by_share } => t!(
                words,
                "findings-goal-does-not-tie-out",
                customers = self.money(*by_customers),
                revenue = self.money(*revenue),
                share = self.money(*by_share),
            ),
            Problem::MilestoneOutsidePeriod => words.text("findings-milestone-outside-period"),
            Problem::MilestonesNotInOrder => words.text("findings-milestones-not-in-order"),
            Problem::PathMissesGoal { end, goal } => {
                t!(words, "findings-path-misses-goal", end = self.money(*end), goal = self.money(*goal))
            }
            Problem::NothingToMeasure => t!(words, "findings-nothing-to-measure", item = self.item()),
            Problem::NoOwner => t!(words, "findings-no-owner", item = self.item()),
            Problem::NoTeam => words.text("findings-no-team"),
            Problem::NoAccountable => words.text("findings-no-accountable"),
            Problem::NobodyResponsible => t!(words, "findings-nobody-responsible", item = self.item()),
            Problem::KpiPullsAway { kpi, against } => t!(
                words,
                "findings-kpi-pulls-away",
                kpi = self.kpi(kpi),
                item = self.item(),
                against = lookup::function(self.plan, words, against),
            ),
            Problem::KpiUnlinked { kpi } => {
                t!(words, "findings-kpi-unlinked", kpi = self.kpi(kpi), item = self.item())
            }
            Problem::Overloaded { effort, capacity } => t!(
                words,
                "findings-overloaded",
                item = self.item(),
                effort = number::trimmed(*effort, 1),
                capacity = number::trimmed(*capacity, 1),
            ),
            Problem::NoAssessment => words.text("findings-no-assessment"),
            Problem::FewCriteria { level, criteria } => t!(
                words,
                "findings-few-criteria",
                level = u32::from(*level),
                name = names::level_name(*level, words),
                criteria = *criteria,
            ),
            Problem::NoEvidence => t!(words, "findings-no-evidence", item = self.item()),
            Problem::NoReason => t!(words, "findings-no-reason", item = self.item()),
            Problem::LevelShort { level, by, .. } => t!(
                words,
                "findings-level-short",
                level = u32::from(*level),
                name = names::level_name(*level, words),
                by = number::count(*by, 2),
            ),
            _ => return None,
        })
    }

    fn about_money(&self) -> Option<String> {
        let words = self.words;
        Some(match &self.finding.problem {
            Problem::NoChannels => words.text("findings-no-channels"),
            Problem::NoBudget => words.text("findings-no-budget"),
            Problem::OverBudget { by } => t!(words, "findings-over-budget", by = self.money(*by)),
            Problem::Unallocated { left } => t!(words, "findings-unallocated", left = self.money(*left)),
            Problem::BetterSplit { spend, objective, gain } => t!(
                words,
                "findings-better-split",
                spend = self.money(*spend),
                more = proposal::won_more(self.plan, words, *objective, &proposal::won(*objective, *gain)),
            ),
            Problem::TaskBelowMin { task, spend, min } => t!(
                words,
                "findings-below-min",
                item = task.name(words),
                spend = self.money(*spend),
                min = self.money(*min),
            ),
            Problem::TaskAboveMax { task, spend, max } => t!(
                words,
                "findings-above-max",
                item = task.name(words),
                spend = self.money(*spend),
                max = self.money(*max),
            ),
            Problem::ChannelBelowMin { spend, min } => {
                t!(words, "findings-below-min", item = self.item(), spend = self.money(*spend), min = self.money(*min),)
            }
            Problem::ChannelAboveMax { spend, max } => {
                t!(words, "findings-above-max", item = self.item(), spend = self.money(*spend), max = self.money(*max),)
            }
            Problem::NoLeadRate => t!(words, "findings-no-lead-rate", item = self.item()),
            Problem::BadCurve(problem) => {
                t!(words, "findings-bad-curve", item = self.item(), why = words.text(curve_reason(*problem)))
            }
            Problem::EventWithoutUs => t!(words, "findings-event-without-us", item = self.item()),
            Problem::EventNotSplit(problem) => self.not_split(problem),
            Problem::UnfairShare { party, over_by } => t!(
                words,
                "findings-unfair-share",
                item = self.item(),
                party = self.party(party),
                by = self.money(*over_by),
            ),
            Problem::PaidTooMuch { item, paid, amount } => t!(
                words,
                "findings-paid-too-much",
                item = self.event_item(item),
                paid = self.money(*paid),
                amount = self.money(*amount),
            ),
            Problem::MoneyTooLarge => words.text("findings-money-too-large"),
            _ => return None,
        })
    }

    fn about_the_rest(&self) -> String {
        let words = self.words;
        let (item, field) = (self.item(), field_name(words, self.finding.place.field));
        match &self.finding.problem {
            Problem::RippleWithoutFollow => t!(words, "findings-ripple-without-follow", item = item),
            Problem::RippleWithoutLimit { reproduction } => {
                t!(words, "findings-ripple-without-limit", item = item, number = number::trimmed(*reproduction, 2))
            }
            Problem::NotCarried { event, share, .. } => t!(
                words,
                "findings-not-carried",
                event = lookup::event(self.plan, event),
                share = number::percent(words.language(), *share, 0),
            ),
            Problem::OutsidePeriod => t!(words, "findings-outside-period", item = item),
            Problem::NotPositive => t!(words, "findings-not-positive", item = item, field = field),
            Problem::Negative => t!(words, "findings-negative", item = item, field = field),
            Problem::RateOutOfRange => t!(words, "findings-rate-out-of-range", item = item, field = field),
            Problem::RangeUpsideDown => t!(words, "findings-range-upside-down", item = item, field = field),
            Problem::LikelyOutsideRange => t!(words, "findings-likely-outside-range", item = item, field = field),
            Problem::BadPeriod => words.text("findings-bad-period"),
            Problem::DuplicateId => t!(words, "findings-duplicate-id", item = item),
            Problem::UnknownId(id) => t!(words, "findings-unknown-id", item = item, id = id.as_str()),
            problem => problem.code().to_owned(),
        }
    }

    fn event(&self) -> Option<&crate::plan::Event> {
        let id = self.finding.place.item.as_ref()?;
        self.plan.events.iter().find(|event| event.id == *id)
    }

    fn party(&self, id: &Id) -> String {
        self.event().map_or_else(|| id.to_string(), |event| lookup::party(event, id))
    }

    fn event_item(&self, id: &Id) -> String {
        let found = self.event().and_then(|event| event.items.iter().find(|item| item.id == *id));
        found.map_or_else(|| id.to_string(), |item| item.label.clone())
    }

    fn not_split(&self, problem: &NotSplit) -> String {
        let words = self.words;
        let Some(event) = self.event() else { return self.item() };
        let reasons = Reasons { words, currency: &self.plan.currency, event };
        let event = self.item();
        let item = match reasons.items(problem) {
            Some(items) => t!(words, "event-of", what = items, item = event),
            None => event,
        };
        t!(words, "findings-event-not-split", item = item, why = reasons.why(problem))
    }
}

/// What a field of the plan is called.
fn field_name(words: &Words, field: &str) -> String {
    words.text(match field {
        "class_a" => "findings-field-close-rate-a",
        "class_b" => "findings-field-close-rate-b",
        "value_a" => "findings-field-value-a",
        "value_b" => "findings-field-value-b",
        "lead_rate" => "findings-field-lead-rate",
        "sign_rate" => "findings-field-sign-rate",
        "offsite_lead_rate" => "findings-field-offsite-lead-rate",
        "offsite_sign_rate" => "findings-field-offsite-sign-rate",
        "reshare_rate" => "findings-field-reshare-rate",
        "conversion" => "findings-field-conversion",
        "registrations_range" => "findings-field-registrations-range",
        "spend" => "findings-field-spend",
        "contacts" => "findings-field-contacts",
        "audience" => "findings-field-audience",
        "sharers" => "findings-field-sharers",
        "value" => "findings-field-value",
        "cost" => "findings-field-cost",
        "spread_days" => "findings-field-spread",
        other => return other.to_owned(),
    })
}

/// What to call a finding that is about no single item.
fn section_key(finding: &Finding) -> &'static str {
    use crate::calc::finding::Section;
    match finding.place.section {
        Section::Plan => "findings-section-plan",
        Section::Goal => "goal-tab",
        Section::Team => "team-tab",
        Section::Pyramid => "pyramid-tab",
        Section::Allocation => "allocation-tab",
        Section::Event => "event-tab",
        Section::Ripple => "ripple-tab",
        Section::Topics => "topics-tab",
    }
}

fn curve_reason(problem: CurveProblem) -> &'static str {
    match problem {
        CurveProblem::Negative => "findings-curve-negative",
        CurveProblem::NotPositive => "findings-curve-not-positive",
        CurveProblem::ShapeOutOfRange => "findings-curve-shape",
        CurveProblem::PointsNotInOrder => "findings-curve-not-in-order",
        CurveProblem::PointsNotRising => "findings-curve-not-rising",
        CurveProblem::PointsNotSaturating => "findings-curve-not-saturating",
    }
}

fn curve_remedy(problem: CurveProblem) -> &'static str {
    match problem {
        CurveProblem::Negative => "findings-curve-negative-mend",
        CurveProblem::NotPositive => "findings-curve-not-positive-mend",
        CurveProblem::ShapeOutOfRange => "findings-curve-shape-mend",
        CurveProblem::PointsNotInOrder => "findings-curve-not-in-order-mend",
        CurveProblem::PointsNotRising => "findings-curve-not-rising-mend",
        CurveProblem::PointsNotSaturating => "findings-curve-not-saturating-mend",
    }
}

fn split_remedy(problem: SplitProblem) -> &'static str {
    match problem {
        SplitProblem::NoParties => "findings-split-no-parties-mend",
        SplitProblem::NoWeight | SplitProblem::Lacks(_) => "findings-split-lacks-mend",
        SplitProblem::DoesNotAddUp(_) => "findings-split-adds-up-mend",
    }
}

fn remedy_key(problem: &Problem) -> &'static str {
    match problem {
        Problem::GoalNotStated => "findings-goal-not-stated-mend",
        Problem::GoalWithoutSentence => "findings-goal-without-sentence-mend",
        Problem::GoalIncomplete => "findings-goal-incomplete-mend",
        Problem::GoalDoesNotTieOut { .. } => "findings-goal-does-not-tie-out-mend",
        Problem::MilestoneOutsidePeriod => "findings-milestone-outside-period-mend",
        Problem::MilestonesNotInOrder => "findings-milestones-not-in-order-mend",
        Problem::PathMissesGoal { .. } => "findings-path-misses-goal-mend",
        Problem::NothingToMeasure => "findings-nothing-to-measure-mend",
        Problem::NoOwner => "findings-no-owner-mend",
        Problem::NoTeam => "findings-no-team-mend",
        Problem::NoAccountable => "findings-no-accountable-mend",
        Problem::NobodyResponsible => "findings-nobody-responsible-mend",
        Problem::KpiPullsAway { .. } => "findings-kpi-pulls-away-mend",
        Problem::KpiUnlinked { .. } => "findings-kpi-unlinked-mend",
        Problem::Overloaded { .. } => "findings-overloaded-mend",
        Problem::NoAssessment => "findings-no-assessment-mend",
        Problem::FewCriteria { .. } => "findings-few-criteria-mend",
        Problem::NoEvidence => "findings-no-evidence-mend",
        Problem::NoReason => "findings-no-reason-mend",
        Problem::LevelShort { .. } => "findings-level-short-mend",
        Problem::NoChannels => "findings-no-channels-mend",
        Problem::NoBudget => "findings-no-budget-mend",
        Problem::OverBudget { .. } => "findings-over-budget-mend",
        Problem::Unallocated { .. } => "findings-unallocated-mend",
        Problem::BetterSplit { .. } => "findings-better-split-mend",
        Problem::TaskBelowMin { .. } | Problem::ChannelBelowMin { .. } => "findings-below-min-mend",
        Problem::TaskAboveMax { .. } | Problem::ChannelAboveMax { .. } => "findings-above-max-mend",
        Problem::NoLeadRate => "findings-no-lead-rate-mend",
        Problem::BadCurve(_) => "findings-curve-not-positive-mend",
        Problem::EventWithoutUs => "findings-event-without-us-mend",
        Problem::EventNotSplit(_) => "findings-split-lacks-mend",
        Problem::UnfairShare { .. } => "findings-unfair-share-mend",
        Problem::PaidTooMuch { .. } => "findings-paid-too-much-mend",
        Problem::RippleWithoutFollow => "findings-ripple-without-follow-mend",
        Problem::RippleWithoutLimit { .. } => "findings-ripple-without-limit-mend",
        Problem::NotCarried { .. } => "findings-not-carried-mend",
        Problem::OutsidePeriod => "findings-outside-period-mend",
        Problem::MoneyTooLarge => "findings-money-too-large-mend",
        Problem::NotPositive => "findings-not-positive-mend",
        Problem::Negative => "findings-negative-mend",
        Problem::RateOutOfRange => "findings-rate-out-of-range-mend",
        Problem::RangeUpsideDown => "findings-range-upside-down-mend",
        Problem::LikelyOutsideRange => "findings-likely-outside-range-mend",
        Problem::BadPeriod => "findings-bad-period-mend",
        Problem::DuplicateId => "findings-duplicate-id-mend",
        Problem::UnknownId(_) => "findings-unknown-id-mend",
    }
}
