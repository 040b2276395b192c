//! What the fields and lists of a plan are called where versions are compared.

use crate::compare::Place;
use crate::words::Words;

/// What a field is called. The longest end of its way that has a name counts, so that "revenue" can be the goal's in
/// one place and a month's in another.
pub(super) fn field(words: &Words, place: &Place) -> String {
    name(words, &FIELDS, place)
}

/// What one item of a list is called.
pub(super) fn item(words: &Words, place: &Place) -> String {
    name(words, &ITEMS, place)
}

fn name(words: &Words, named: &[(&str, &'static str)], place: &Place) -> String {
    let key = find(named, place);
    debug_assert!(key.is_some(), "{place} has no name");
    key.map_or_else(|| place.fields().last().unwrap_or_default().to_owned(), |key| words.text(key))
}

fn find(named: &[(&str, &'static str)], place: &Place) -> Option<&'static str> {
    let way = place.fields().collect::<Vec<_>>().join("/");
    let ends = |end: &str| way.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'));
    named.iter().filter(|(end, _)| ends(end)).max_by_key(|(end, _)| end.len()).map(|(_, key)| *key)
}

const FIELDS: [(&str, &str); 144] = [
    ("handover/to", "versions-handover-to"),
    ("handover/decide_by", "versions-handover-decide-by"),
    ("handover/remark", "versions-handover-remark"),
    ("title", "versions-title"),
    ("people/title", "versions-people-title"),
    ("company", "versions-company"),
    ("note", "versions-note"),
    ("currency/code", "versions-currency-code"),
    ("currency/digits", "versions-currency-digits"),
    ("period", "versions-period"),
    ("calendar", "versions-calendar"),
    ("goal/statement", "versions-goal-statement"),
    ("headline", "versions-headline"),
    ("target/customers", "versions-target-customers"),
    ("target/value_per_customer", "versions-target-value-per-customer"),
    ("target/revenue", "versions-target-revenue"),
    ("target/share", "versions-target-share"),
    ("target/total_revenue", "versions-target-total-revenue"),
    ("baseline/year", "versions-baseline-year"),
    ("baseline/customers", "versions-baseline-customers"),
    ("baseline/revenue", "versions-baseline-revenue"),
    ("baseline/total_revenue", "versions-baseline-total-revenue"),
    ("timing/baseline", "versions-timing-baseline"),
    ("timing/class_a", "versions-timing-class-a"),
    ("timing/class_b", "versions-timing-class-b"),
    ("ripples/timing", "versions-ripples-timing"),
    ("path/revenue", "versions-path-revenue"),
    ("name", "versions-name"),
    ("label", "versions-label"),
    ("measure", "versions-measure"),
    ("target", "versions-target"),
    ("owner", "versions-owner"),
    ("due", "versions-due"),
    ("team/owner", "versions-team-owner"),
    ("capacity", "versions-capacity"),
    ("other_hours", "versions-other-hours"),
    ("kind", "versions-kind"),
    ("role", "versions-role"),
    ("hours", "versions-hours"),
    ("effect", "versions-effect"),
    ("because", "versions-because"),
    ("remedy", "versions-remedy"),
    ("threshold", "versions-threshold"),
    ("level", "versions-level"),
    ("cost_to_full", "versions-cost-to-full"),
    ("score", "versions-score"),
    ("evidence", "versions-evidence"),
    ("budget", "versions-budget"),
    ("step", "versions-step"),
    ("cash", "versions-cash"),
    ("objective", "versions-objective"),
    ("class_a/close_rate", "versions-class-a-close-rate"),
    ("class_a/value", "versions-class-a-value"),
    ("class_b/close_rate", "versions-class-b-close-rate"),
    ("class_b/value", "versions-class-b-value"),
    ("a/min", "versions-a-min"),
    ("a/max", "versions-a-max"),
    ("b/min", "versions-b-min"),
    ("b/max", "versions-b-max"),
    ("w/min", "versions-w-min"),
    ("w/max", "versions-w-max"),
    ("a/season", "versions-a-season"),
    ("b/season", "versions-b-season"),
    ("w/season", "versions-w-season"),
    ("from", "versions-from"),
    ("to", "versions-to"),
    ("text", "versions-text"),
    ("lead_rate", "versions-lead-rate"),
    ("task", "versions-task"),
    ("group", "versions-group"),
    ("media", "versions-media"),
    ("spend", "versions-spend"),
    ("min", "versions-min"),
    ("max", "versions-max"),
    ("off_or_min", "versions-off-or-min"),
    ("locked", "versions-locked"),
    ("schedule/spend", "versions-schedule-spend"),
    ("schedule/locked", "versions-schedule-locked"),
    ("schedule/off", "versions-schedule-off"),
    ("schedule/season", "versions-schedule-season"),
    ("carry_over", "versions-carry-over"),
    ("schedule/before", "versions-schedule-before"),
    ("curve", "versions-curve"),
    ("registrations_range", "versions-registrations-range"),
    ("learned_through", "versions-learned-through"),
    ("kpi", "versions-kpi"),
    ("stages", "versions-stages"),
    ("date", "versions-date"),
    ("us", "versions-us"),
    ("contacts", "versions-contacts"),
    ("class", "versions-class"),
    ("rule", "versions-rule"),
    ("weight", "versions-weight"),
    ("percent", "versions-percent"),
    ("amount", "versions-amount"),
    ("benefit", "versions-benefit"),
    ("alone", "versions-alone"),
    ("shared_by", "versions-shared-by"),
    ("event", "versions-event"),
    ("cost", "versions-cost"),
    ("audience", "versions-audience"),
    ("sign_rate", "versions-sign-rate"),
    ("funnel/value", "versions-funnel-value"),
    ("conversion", "versions-conversion"),
    ("vouchers", "versions-vouchers"),
    ("unit_cost", "versions-unit-cost"),
    ("sharers", "versions-sharers"),
    ("share/contacts", "versions-share-contacts"),
    ("share/lead_rate", "versions-share-lead-rate"),
    ("share/sign_rate", "versions-share-sign-rate"),
    ("reshare_rate", "versions-reshare-rate"),
    ("audience_limit", "versions-audience-limit"),
    ("generations", "versions-generations"),
    ("onsite", "versions-onsite"),
    ("follow", "versions-follow"),
    ("ripples/share", "versions-ripples-share"),
    ("state", "versions-state"),
    ("next_step", "versions-next-step"),
    ("stages/online", "versions-stages-online"),
    ("stages/offline", "versions-stages-offline"),
    ("peak_day", "versions-peak-day"),
    ("peak", "versions-peak"),
    ("spread_days", "versions-spread-days"),
    ("phases/warm_up", "versions-phases-warm-up"),
    ("phases/ignition", "versions-phases-ignition"),
    ("phases/spreading", "versions-phases-spreading"),
    ("phases/climax", "versions-phases-climax"),
    ("phases/fermentation", "versions-phases-fermentation"),
    ("phases/close", "versions-phases-close"),
    ("phases/end", "versions-phases-end"),
    ("carries_from", "versions-carries-from"),
    ("registrations", "versions-registrations"),
    ("leads", "versions-leads"),
    ("customers", "versions-customers"),
    ("revenue", "versions-revenue"),
    ("value", "versions-value"),
    ("actuals/through", "versions-through"),
    ("source", "versions-source"),
    ("campaigns/channel", "versions-campaigns-channel"),
    ("left_out", "versions-left-out"),
    ("spans/spend", "versions-spans-spend"),
    ("clicks", "versions-clicks"),
    ("impressions", "versions-impressions"),
    ("order", "versions-order"),
];

const ITEMS: [(&str, &str); 30] = [
    ("path", "versions-item-path"),
    ("sub_goals", "versions-item-sub-goals"),
    ("people", "versions-item-people"),
    ("functions", "versions-item-functions"),
    ("assignments", "versions-item-assignments"),
    ("kpis", "versions-item-kpis"),
    ("criteria", "versions-item-criteria"),
    ("assessments", "versions-item-assessments"),
    ("answers", "versions-item-answers"),
    ("groups", "versions-item-groups"),
    ("channels", "versions-item-channels"),
    ("quantitative", "versions-item-quantitative"),
    ("qualitative", "versions-item-qualitative"),
    ("events", "versions-item-events"),
    ("parties", "versions-item-parties"),
    ("items", "versions-item-items"),
    ("paid_by", "versions-item-paid-by"),
    ("received_by", "versions-item-received-by"),
    ("ripples", "versions-item-ripples"),
    ("seven_s", "versions-item-seven-s"),
    ("list", "versions-item-list"),
    ("readings", "versions-item-readings"),
    ("actuals/channels", "versions-item-actuals-channels"),
    ("campaigns", "versions-item-campaigns"),
    ("spans", "versions-item-spans"),
    ("scenarios", "versions-item-scenarios"),
    ("content/stages", "versions-item-stages"),
    ("circles", "versions-item-circles"),
    ("scenarios/spend", "versions-item-scenarios-spend"),
    ("scenarios/months", "versions-item-scenarios-months"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn place(way: &str) -> Place {
        way.split('/').fold(Place::default(), |place, field| place.field(field))
    }

    #[test]
    fn the_longest_end_names_a_field() {
        assert_eq!(find(&FIELDS, &place("goal/target/revenue")), Some("versions-target-revenue"));
        assert_eq!(find(&FIELDS, &place("actuals/channels/revenue")), Some("versions-revenue"));
        assert_eq!(find(&FIELDS, &place("ripples/share/lead_rate")), Some("versions-share-lead-rate"));
        assert_eq!(find(&FIELDS, &place("events/nonsense")), None);
    }
}
