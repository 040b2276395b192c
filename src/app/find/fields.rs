//! Which fields a plan has, under the labels that they have on the page.

use crate::calc::Section;
use crate::plan::Curve;

/// Where something stands: words of a tab, and of a page of it.
pub(super) type Where = &'static [&'static str];

const CHANNELS: Where = &["allocation-tab", "allocation-channels"];
const MONTHS: Where = &["allocation-tab", "months-page"];
const TIMING: Where = &["allocation-tab", "months-timing-title"];
const EVENTS: Where = &["allocation-tab", "event-shared-events"];

/// A field: its name in places, and the key of its label.
pub(super) type Field = (&'static str, &'static str);

/// Pages and what opens beside them, by the place that leads there.
pub(super) const PAGES: [(&str, Section, &str, Where); 12] = [
    ("allocation-search", Section::Allocation, "search", CHANNELS),
    ("allocation-channels", Section::Allocation, "channels", &["allocation-tab"]),
    ("months-page", Section::Allocation, "months", &["allocation-tab"]),
    ("event-shared-events", Section::Event, "events", &["allocation-tab"]),
    ("proposal-suggest", Section::Allocation, "suggestion", CHANNELS),
    ("months-suggest", Section::Allocation, "months_suggestion", MONTHS),
    ("months-timing", Section::Allocation, "season", MONTHS),
    ("goal-path-open", Section::Goal, "timing", &["goal-tab"]),
    ("track-so-far", Section::Track, "so_far", &["track-tab"]),
    ("track-by-month", Section::Track, "by_month", &["track-tab"]),
    ("track-readings", Section::Track, "readings", &["track-tab"]),
    ("topics-rules", Section::Topics, "carries_from", &["topics-tab"]),
];

/// Fields of the plan that belong to no item.
pub(super) const OF_PLAN: [(Section, Where, &[Field]); 8] = [
    (
        Section::Plan,
        &["settings-tab"],
        &[
            ("title", "settings-title"),
            ("company", "settings-company"),
            ("start", "settings-start"),
            ("period", "settings-months"),
            ("currency", "settings-currency"),
            ("note", "settings-note"),
        ],
    ),
    (
        Section::Plan,
        &["summary-tab", "summary-cover"],
        &[
            ("handover_to", "summary-to"),
            ("handover_decide_by", "summary-decide-by"),
            ("handover_remark", "summary-remark"),
        ],
    ),
    (
        Section::Goal,
        &["goal-tab"],
        &[
            ("statement", "goal-statement"),
            ("headline", "goal-headline"),
            ("customers", "goal-target-customers"),
            ("target_value", "goal-target-value"),
            ("target", "goal-target-revenue"),
            ("share", "goal-target-share"),
            ("target_total", "goal-target-total"),
            ("baseline_year", "goal-baseline-year"),
            ("baseline", "goal-baseline-customers"),
            ("baseline_revenue", "goal-baseline-revenue"),
            ("baseline_total", "goal-baseline-total"),
            ("note", "goal-note"),
        ],
    ),
    (Section::Team, &["team-tab"], &[("owner", "team-accountable")]),
    (Section::Pyramid, &["pyramid-tab"], &[("threshold", "pyramid-threshold"), ("day", "pyramid-day")]),
    (
        Section::Allocation,
        CHANNELS,
        &[("budget", "common-budget"), ("objective", "allocation-objective"), ("step", "allocation-step")],
    ),
    (Section::Allocation, MONTHS, &[("cash", "months-cash")]),
    (Section::Track, &["track-tab"], &[("through", "track-through")]),
];

/// Fields that the leads of a class have.
pub(super) const OF_CLASSES: [[Field; 2]; 2] = [
    [("class_a", "allocation-close-rate"), ("value_a", "allocation-value")],
    [("class_b", "allocation-close-rate"), ("value_b", "allocation-value")],
];

/// Where a list of fields of items stands.
pub(super) type ItemFields = &'static [(&'static str, &'static str, Where)];

pub(super) const SUB_GOAL: ItemFields = &[
    ("owner", "common-owner", &["goal-tab"]),
    ("due", "common-date", &["goal-tab"]),
    ("target", "goal-goal", &["goal-tab"]),
    ("note", "common-note", &["goal-tab"]),
];

pub(super) const PERSON: ItemFields = &[
    ("title", "team-title", &["team-tab"]),
    ("capacity", "team-capacity", &["team-tab"]),
    ("other_hours", "team-other-hours", &["team-tab"]),
    ("note", "common-note", &["team-tab"]),
];

pub(super) const FUNCTION: ItemFields = &[("kind", "team-function", &["team-tab"])];

pub(super) const KPI: ItemFields = &[
    ("editor_target", "team-target", &["team-tab"]),
    ("editor_because", "team-because", &["team-tab"]),
    ("editor_remedy", "team-remedy", &["team-tab"]),
];

pub(super) const CRITERION: ItemFields = &[
    ("evidence", "pyramid-evidence", &["pyramid-tab"]),
    ("owner", "common-owner", &["pyramid-tab"]),
    ("cost_to_full", "pyramid-cost", &["pyramid-tab"]),
    ("level", "pyramid-level-field", &["pyramid-tab"]),
    ("note", "common-note", &["pyramid-tab"]),
];

pub(super) const TASK: ItemFields = &[("min", "allocation-min", CHANNELS), ("max", "allocation-max", CHANNELS)];

pub(super) const GROUP: ItemFields = &[
    ("group-name", "common-name", CHANNELS),
    ("lead_rate", "allocation-lead-rate", CHANNELS),
    ("note", "common-note", CHANNELS),
];

pub(super) const CHANNEL: ItemFields = &[
    ("spend", "common-budget", CHANNELS),
    ("name", "common-name", CHANNELS),
    ("owner", "common-owner", CHANNELS),
    ("group", "allocation-part-group", CHANNELS),
    ("media", "allocation-media", CHANNELS),
    ("min", "allocation-min", CHANNELS),
    ("max", "allocation-max", CHANNELS),
    ("lead_rate", "allocation-lead-rate", CHANNELS),
    ("kpi", "allocation-kpi", CHANNELS),
    ("note", "common-note", CHANNELS),
    ("registrations_range", "common-range", CHANNELS),
    ("months", "find-months", MONTHS),
    ("season", "months-season", TIMING),
    ("carry_over", "months-effect", TIMING),
];

pub(super) const EVENT: ItemFields = &[
    ("name", "common-name", EVENTS),
    ("date", "common-date", EVENTS),
    ("owner", "common-owner", EVENTS),
    ("task", "event-task", EVENTS),
    ("media", "event-media", EVENTS),
    ("class", "event-class", EVENTS),
    ("contacts", "event-contacts", EVENTS),
    ("lead_rate", "event-lead-rate", EVENTS),
    ("rule", "event-rule", EVENTS),
    ("us", "event-us", EVENTS),
    ("note", "common-note", EVENTS),
];

/// What an item of an event has.
pub(super) const ITEM: ItemFields = &[("label", "common-name", EVENTS), ("amount", "event-amount", EVENTS)];

/// What a party of an event has.
pub(super) const PARTY: ItemFields = &[
    ("name", "common-name", EVENTS),
    ("weight", "event-weight", EVENTS),
    ("percent", "event-percent", EVENTS),
    ("amount", "event-amount", EVENTS),
    ("benefit", "event-benefit", EVENTS),
    ("alone", "event-cost-alone", EVENTS),
];

/// What each of the 7S has.
pub(super) const SEVEN_S: ItemFields = &[
    ("seven_s_state", "topics-state", &["topics-tab"]),
    ("seven_s_next_step", "topics-next-step", &["topics-tab"]),
    ("seven_s_owner", "common-owner", &["topics-tab"]),
    ("seven_s_due", "common-date", &["topics-tab"]),
];

/// The numbers of a channel's curve, by the way in which it is stated.
pub(super) const fn of_curve(curve: &Curve) -> ItemFields {
    match curve {
        Curve::Fixed { .. } => &[("curve", "allocation-curve-registrations", CHANNELS)],
        Curve::Linear { .. } => &[
            ("curve", "allocation-cost-each", CHANNELS),
            ("curve-ceiling", "find-curve-ceiling", CHANNELS),
            ("curve-base", "allocation-base", CHANNELS),
        ],
        Curve::Saturating { .. } => &[
            ("curve", "allocation-first-cost", CHANNELS),
            ("curve-ceiling", "find-curve-ceiling", CHANNELS),
            ("curve-base", "allocation-base", CHANNELS),
        ],
        Curve::TwoPoints { .. } => &[
            ("curve", "allocation-first-spend", CHANNELS),
            ("curve-first-bought", "find-first-bought", CHANNELS),
            ("curve-second-spend", "allocation-second-spend", CHANNELS),
            ("curve-second-bought", "find-second-bought", CHANNELS),
        ],
        Curve::SShaped { .. } | Curve::Fitted { .. } => &[
            ("curve", "find-curve-ceiling", CHANNELS),
            ("curve-half", "allocation-half-spend", CHANNELS),
            ("curve-shape", "allocation-shape", CHANNELS),
            ("curve-base", "allocation-base", CHANNELS),
        ],
    }
}

pub(super) const RIPPLE: ItemFields = &[
    ("name", "common-name", &["ripple-tab"]),
    ("date", "ripple-date", &["ripple-tab"]),
    ("owner", "common-owner", &["ripple-tab"]),
    ("event", "ripple-event", &["ripple-tab"]),
    ("note", "common-note", &["ripple-tab"]),
    ("cost", "ripple-cost", &["ripple-tab"]),
    ("audience", "ripple-audience", &["ripple-tab"]),
    ("lead_rate", "ripple-lead-rate", &["ripple-tab"]),
    ("sign_rate", "ripple-sign-rate", &["ripple-tab"]),
    ("value", "ripple-value", &["ripple-tab"]),
];

/// What a ripple has with the step of followers.
pub(super) const FOLLOW: ItemFields =
    &[("conversion", "ripple-conversion", &["ripple-tab"]), ("follow_cost", "ripple-follow-cost", &["ripple-tab"])];

/// What a ripple has with the step of sharing.
pub(super) const SHARE: ItemFields = &[
    ("vouchers", "ripple-vouchers", &["ripple-tab"]),
    ("unit_cost", "ripple-unit-cost", &["ripple-tab"]),
    ("sharers", "ripple-sharers", &["ripple-tab"]),
    ("contacts", "ripple-contacts", &["ripple-tab"]),
    ("offsite_lead_rate", "ripple-offsite-lead-rate", &["ripple-tab"]),
    ("offsite_sign_rate", "ripple-offsite-sign-rate", &["ripple-tab"]),
    ("reshare_rate", "ripple-reshare-rate", &["ripple-tab"]),
    ("audience_limit", "ripple-audience-limit", &["ripple-tab"]),
    ("generations", "ripple-generations", &["ripple-tab"]),
    ("onsite", "ripple-onsite", &["ripple-tab"]),
];

pub(super) const TOPIC: ItemFields = &[
    ("owner", "common-owner", &["topics-tab"]),
    ("peak_day", "topics-peak-day", &["topics-tab"]),
    ("peak", "topics-peak", &["topics-tab"]),
    ("spread_days", "topics-spread", &["topics-tab"]),
    ("event", "topics-carries", &["topics-tab"]),
    ("note", "common-note", &["topics-tab"]),
];
