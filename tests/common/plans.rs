//! Generated plans for property tests and benches: every field of every section takes part.
//!
//! Use with `mod common { pub mod plans; }` or `#[path = "common/plans.rs"] mod plans;`.
#![allow(dead_code, clippy::unwrap_used, clippy::wildcard_imports, missing_docs)]

use std::sync::Arc;

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use ripple_planner::plan::actuals::{Campaign, ChannelActual, Reading, Span};
use ripple_planner::plan::allocation::{
    Class, ClassRates, Group, Media, Objective, QualitativeKpi, QuantitativeKpi, TaskPlan, Tasks,
};
use ripple_planner::plan::calendar::{Calendar, CalendarYear, DayOfYear, Holiday, Rush, Weekday, Weekend};
use ripple_planner::plan::content::{Circle, SevenS, SevenSState, StageWeights};
use ripple_planner::plan::curve::Point;
use ripple_planner::plan::event::{Item, ItemKind, Party, Payment, SplitRule};
use ripple_planner::plan::goal::{Baseline, Measure, Milestone, SubGoal, SubMeasure, Target, Timing};
use ripple_planner::plan::pyramid::{Answer, Assessment, Criterion, Score};
use ripple_planner::plan::ripple::{Follow, Funnel, OnSite, Share};
use ripple_planner::plan::team::{Assignment, Function, FunctionKind, Kpi, KpiEffect, Person, Raci};
use ripple_planner::plan::topic::{CarriesFrom, Phases};
use ripple_planner::plan::*;

/// Finite numbers, among them awkward ones.
pub fn number() -> BoxedStrategy<f64> {
    prop_oneof![
        4 => 0.0..1.0,
        4 => (0_i32..1_000_000).prop_map(f64::from),
        1 => select(vec![0.1, 1e-9, 1e21, -0.0, 0.1 + 0.2, f64::MIN_POSITIVE, f64::MAX, 16_777_217.0]),
        1 => any::<f64>().prop_filter("finite", |number| number.is_finite()),
    ]
    .boxed()
}

pub fn money() -> BoxedStrategy<Money> {
    prop_oneof![
        4 => 0_i64..100_000_000,
        1 => -1_000_000_000_000_000_i64..=1_000_000_000_000_000,
    ]
    .prop_map(|minor| Money::from_minor(minor).unwrap())
    .boxed()
}

/// Texts with what hurts files: quotes, backslashes, line ends, brackets, Chinese, emoji, and control characters.
pub fn words() -> BoxedStrategy<String> {
    prop_oneof![
        3 => "[a-z ]{0,12}",
        2 => "[一-龥，。：（）]{0,8}",
        1 => select(vec!["\"", "\\", "a\nb\r\nc", "// no comment", "/* */", "Some(1)", "inf NaN", "[1, 2]", "\u{feff}", "👩‍👩‍👧", "e\u{301}", "r#\"x\"#", "\t\0\u{7f}", "(", "{["]).prop_map(String::from),
        1 => "\\PC{0,10}",
    ]
    .boxed()
}

pub fn id() -> BoxedStrategy<Id> {
    prop_oneof!["[a-z]{1,6}(-[0-9]{1,3})?", "[一-龥]{1,4}", Just("a \"b\"\\".to_owned())]
        .prop_map(|text| Id::new(&text))
        .boxed()
}

pub fn day() -> BoxedStrategy<Date> {
    (1900_i16..2200, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| jiff::civil::date(year, month, day)).boxed()
}

pub fn estimate<T: std::fmt::Debug + Copy>(of: impl Strategy<Value = T> + Clone) -> impl Strategy<Value = Estimate<T>> {
    let between =
        (of.clone(), of.clone(), of.clone()).prop_map(|(likely, low, high)| Estimate::between(likely, low, high));
    prop_oneof![of.prop_map(Estimate::exactly), between]
}

fn rate() -> impl Strategy<Value = Estimate<f64>> {
    estimate(number().boxed())
}

fn price() -> impl Strategy<Value = Estimate<Money>> {
    estimate(money().boxed())
}

fn task() -> impl Strategy<Value = Task> {
    select(Task::ALL.to_vec())
}

fn stages() -> impl Strategy<Value = Vec<Stage>> {
    vec(select(Stage::ALL.to_vec()), 0..3)
}

fn class() -> impl Strategy<Value = Class> {
    select(Class::ALL.to_vec())
}

fn media() -> impl Strategy<Value = Option<Media>> {
    of(select(Media::ALL.to_vec()))
}

fn score() -> impl Strategy<Value = Score> {
    select(vec![Score::None, Score::Quarter, Score::Half, Score::Full, Score::NotApplicable])
}

pub fn curve() -> BoxedStrategy<Curve> {
    let n = number;
    let point = || (money(), number()).prop_map(|(spend, registrations)| Point { spend, registrations });
    prop_oneof![
        n().prop_map(|registrations| Curve::Fixed { registrations }),
        (money(), n(), n()).prop_map(|(cost_per_registration, ceiling, base)| Curve::Linear {
            cost_per_registration,
            ceiling,
            base
        }),
        (money(), n(), n()).prop_map(|(first_cost, ceiling, base)| Curve::Saturating { first_cost, ceiling, base }),
        (point(), point()).prop_map(|(first, second)| Curve::TwoPoints { first, second }),
        (n(), money(), n(), n()).prop_map(|(ceiling, half_spend, shape, base)| Curve::SShaped {
            ceiling,
            half_spend,
            shape,
            base
        }),
        (n(), money(), n(), n(), n(), any::<u32>()).prop_map(|(ceiling, half_spend, shape, base, residual, rows)| {
            Curve::Fitted { ceiling, half_spend, shape, base, residual, rows }
        }),
    ]
    .boxed()
}

pub fn channel() -> BoxedStrategy<Channel> {
    let who = (id(), words(), task(), of(id()), media(), of(id()));
    let money = (money(), of(money()), of(money()), any::<bool>(), any::<bool>(), schedule(), curve());
    let range = of((number(), number()).prop_map(|(low, high)| Range { low, high }));
    let rest = (range, of(day()), of(rate()), words(), stages(), words());
    (who, money, rest)
        .prop_map(
            |(
                (id, name, task, group, media, owner),
                (spend, min, max, off_or_min, locked, schedule, curve),
                (registrations_range, learned_through, lead_rate, kpi, stages, note),
            )| Channel {
                id,
                name,
                task,
                group,
                media,
                owner,
                spend,
                min,
                max,
                off_or_min,
                locked,
                schedule,
                curve,
                registrations_range,
                learned_through,
                lead_rate,
                kpi,
                stages,
                note,
            },
        )
        .boxed()
}

/// Months that may clash with the period, with what the channel gets and with each other.
fn schedule() -> impl Strategy<Value = Schedule> {
    let months = || btree_set(1_u32..14, 0..3);
    let stated = (vec(money(), 0..13), months(), months(), vec(number(), 0..13), number(), vec(money(), 0..3))
        .prop_map(|(spend, locked, off, season, carry_over, before)| Schedule {
            spend,
            locked,
            off,
            season,
            carry_over,
            before,
        });
    prop_oneof![Just(Schedule::default()), stated]
}

fn task_plan() -> impl Strategy<Value = TaskPlan> {
    let quantitative = (id(), words(), of(number()), of(number())).prop_map(|(id, name, from, to)| QuantitativeKpi {
        id,
        name,
        from,
        to,
    });
    let qualitative = (id(), words()).prop_map(|(id, text)| QualitativeKpi { id, text });
    (of(money()), of(money()), vec(number(), 0..3), vec(quantitative, 0..3), vec(qualitative, 0..3)).prop_map(
        |(min, max, season, quantitative, qualitative)| TaskPlan { min, max, season, quantitative, qualitative },
    )
}

pub fn allocation() -> BoxedStrategy<Allocation> {
    let rates = || (rate(), price()).prop_map(|(close_rate, value)| ClassRates { close_rate, value });
    let tasks = (task_plan(), task_plan(), task_plan()).prop_map(|(a, b, w)| Tasks { a, b, w });
    let group = (id(), words(), of(rate()), words()).prop_map(|(id, name, lead_rate, note)| Group {
        id,
        name,
        lead_rate,
        note,
    });
    let objective = of(select(Objective::ALL.to_vec()));
    let cash = vec(of(money()), 0..4);
    (of(money()), of(money()), cash, objective, rates(), rates(), tasks, vec(group, 0..3), vec(channel(), 0..6))
        .prop_map(|(budget, step, cash, objective, class_a, class_b, tasks, groups, channels)| Allocation {
            budget,
            step,
            cash,
            objective,
            class_a,
            class_b,
            tasks,
            groups,
            channels,
        })
        .boxed()
}

fn sub_measure() -> impl Strategy<Value = SubMeasure> {
    prop_oneof![
        of(task()).prop_map(|task| SubMeasure::TaskRegistrations { task }),
        id().prop_map(|group| SubMeasure::GroupRegistrations { group }),
        class().prop_map(|class| SubMeasure::Leads { class }),
        class().prop_map(|class| SubMeasure::Customers { class }),
        id().prop_map(|ripple| SubMeasure::PeopleReached { ripple }),
        (1_u8..=5).prop_map(|level| SubMeasure::PyramidLevel { level }),
        number().prop_map(|expected| SubMeasure::Estimated { expected }),
    ]
}

pub fn goal() -> BoxedStrategy<Goal> {
    let target = (of(number()), of(money()), of(money()), of(number()), of(money())).prop_map(
        |(customers, value_per_customer, revenue, share, total_revenue)| Target {
            customers,
            value_per_customer,
            revenue,
            share,
            total_revenue,
        },
    );
    let baseline = (of(any::<i16>()), of(number()), of(money()), of(money()))
        .prop_map(|(year, customers, revenue, total_revenue)| Baseline { year, customers, revenue, total_revenue });
    let weights = || vec(number(), 0..13);
    let timing = (weights(), weights(), weights()).prop_map(|(baseline, class_a, class_b)| Timing {
        baseline,
        class_a,
        class_b,
    });
    let path = vec((day(), money()).prop_map(|(day, revenue)| Milestone { day, revenue }), 0..4);
    let sub_goal = (id(), words(), sub_measure(), number(), of(id()), of(day()), words()).prop_map(
        |(id, name, measure, target, owner, due, note)| SubGoal { id, name, measure, target, owner, due, note },
    );
    let headline = select(Measure::ALL.to_vec());
    (words(), headline, target, baseline, timing, path, vec(sub_goal, 0..4), words())
        .prop_map(|(statement, headline, target, baseline, timing, path, sub_goals, note)| Goal {
            statement,
            headline,
            target,
            baseline,
            timing,
            path,
            sub_goals,
            note,
        })
        .boxed()
}

pub fn team() -> BoxedStrategy<Team> {
    let person = (id(), words(), words(), number(), number(), words()).prop_map(
        |(id, name, title, capacity, other_hours, note)| Person { id, name, title, capacity, other_hours, note },
    );
    let kind = prop_oneof![select(FunctionKind::METHOD.to_vec()), words().prop_map(FunctionKind::Other)];
    let assignment = (id(), select(Raci::ALL.to_vec()), number()).prop_map(|(person, role, hours)| Assignment {
        person,
        role,
        hours,
    });
    let effect =
        prop_oneof![Just(KpiEffect::Serves), Just(KpiEffect::Unlinked), id().prop_map(KpiEffect::PullsAgainst)];
    let kpi = (id(), words(), words(), effect, words(), words())
        .prop_map(|(id, name, target, effect, because, remedy)| Kpi { id, name, target, effect, because, remedy });
    let function = (id(), kind, vec(assignment, 0..3), vec(kpi, 0..3))
        .prop_map(|(id, kind, assignments, kpis)| Function { id, kind, assignments, kpis });
    (of(id()), vec(person, 0..3), vec(function, 0..3))
        .prop_map(|(owner, people, functions)| Team { owner, people, functions })
        .boxed()
}

pub fn pyramid() -> BoxedStrategy<Pyramid> {
    let criterion = (id(), 1_u8..=5, words(), of(id()), of(money()), words()).prop_map(
        |(id, level, name, owner, cost_to_full, note)| Criterion { id, level, name, owner, cost_to_full, note },
    );
    let answer = (score(), words()).prop_map(|(score, evidence)| Answer { score, evidence });
    let assessment = (day(), btree_map(id(), answer, 0..4)).prop_map(|(day, answers)| Assessment { day, answers });
    (number(), vec(criterion, 0..4), vec(assessment, 0..3))
        .prop_map(|(threshold, criteria, assessments)| Pyramid { threshold, criteria, assessments })
        .boxed()
}

pub fn event() -> BoxedStrategy<Event> {
    let rule = || select(SplitRule::ALL.to_vec());
    let party = (id(), words(), number(), of(number()), of(money()), of(number()), of(money())).prop_map(
        |(id, name, weight, percent, amount, benefit, alone)| Party {
            id,
            name,
            weight,
            percent,
            amount,
            benefit,
            alone,
        },
    );
    let payment = (id(), money()).prop_map(|(party, amount)| Payment { party, amount });
    let kind = select(vec![ItemKind::Cost, ItemKind::Income]);
    let item = (id(), words(), kind, money(), vec(payment, 0..3), vec(id(), 0..3), of(rule())).prop_map(
        |(id, label, kind, amount, payments, shared_by, rule)| Item {
            id,
            label,
            kind,
            amount,
            payments,
            shared_by,
            rule,
        },
    );
    let who = (id(), words(), of(day()), of(id()), task(), media(), of(id()));
    let what = (rate(), rate(), class(), rule(), vec(party, 0..3), vec(item, 0..3), stages(), words());
    (who, what)
        .prop_map(
            |(
                (id, name, date, owner, task, media, us),
                (contacts, lead_rate, class, rule, parties, items, stages, note),
            )| Event {
                id,
                name,
                date,
                owner,
                task,
                media,
                us,
                contacts,
                lead_rate,
                class,
                rule,
                parties,
                items,
                stages,
                note,
            },
        )
        .boxed()
}

pub fn ripple() -> BoxedStrategy<Ripple> {
    let funnel =
        (money(), rate(), rate(), rate(), price()).prop_map(|(cost, audience, lead_rate, sign_rate, value)| Funnel {
            cost,
            audience,
            lead_rate,
            sign_rate,
            value,
        });
    let follow = (money(), rate()).prop_map(|(cost, conversion)| Follow { cost, conversion });
    let onsite = select(vec![OnSite::Funnel, OnSite::Follow]);
    let rates = (rate(), rate(), rate(), rate(), rate());
    let share = (number(), money(), rates, of(number()), any::<u32>(), onsite).prop_map(
        |(
            vouchers,
            unit_cost,
            (sharers, contacts, lead_rate, sign_rate, reshare_rate),
            audience_limit,
            generations,
            onsite,
        )| {
            Share {
                vouchers,
                unit_cost,
                sharers,
                contacts,
                lead_rate,
                sign_rate,
                reshare_rate,
                audience_limit,
                generations,
                onsite,
            }
        },
    );
    let who = (id(), words(), of(day()), of(id()), of(id()));
    (who, funnel, of(follow), of(share), vec(number(), 0..5), stages(), words())
        .prop_map(|((id, name, date, event, owner), funnel, follow, share, timing, stages, note)| Ripple {
            id,
            name,
            date,
            event,
            owner,
            funnel,
            follow,
            share,
            timing,
            stages,
            note,
        })
        .boxed()
}

pub fn content() -> BoxedStrategy<Content> {
    let state = (select(SevenS::ALL.to_vec()), score(), of(id()), words(), of(day()))
        .prop_map(|(kind, state, owner, next_step, due)| SevenSState { kind, state, owner, next_step, due });
    let weights = (number(), number()).prop_map(|(online, offline)| StageWeights { online, offline });
    (
        vec(state, 0..4),
        btree_map(select(Stage::ALL.to_vec()), weights, 0..4),
        btree_map(select(Circle::ALL.to_vec()), number(), 0..4),
    )
        .prop_map(|(seven_s, stages, circles)| Content { seven_s, stages, circles })
        .boxed()
}

pub fn topics() -> BoxedStrategy<Topics> {
    let topic = (id(), words(), of(id()), day(), number(), number(), of(id()), words()).prop_map(
        |(id, name, owner, peak_day, peak, spread_days, event, note)| Topic {
            id,
            name,
            owner,
            peak_day: Some(peak_day),
            peak,
            spread_days,
            event,
            note,
        },
    );
    let n = number;
    let phases = (n(), n(), n(), n(), n(), n(), n()).prop_map(
        |(warm_up, ignition, spreading, climax, fermentation, close, end)| Phases {
            warm_up,
            ignition,
            spreading,
            climax,
            fermentation,
            close,
            end,
        },
    );
    (vec(topic, 0..3), phases, number())
        .prop_map(|(list, phases, from)| Topics { list, phases, carries_from: CarriesFrom(from) })
        .boxed()
}

pub fn actuals() -> BoxedStrategy<Actuals> {
    let row = (day(), id(), of(money()), of(number()), of(number()), of(number()), of(money())).prop_map(
        |(month, channel, spend, registrations, leads, customers, revenue)| ChannelActual {
            month,
            channel,
            spend,
            registrations,
            leads,
            customers,
            revenue,
        },
    );
    let span = (day(), day(), of(money()), of(number()), of(number()), of(number())).prop_map(
        |(from, to, spend, registrations, clicks, impressions)| Span {
            from,
            to,
            spend,
            registrations,
            clicks,
            impressions,
        },
    );
    let campaign = (id(), words(), words(), of(id()), any::<bool>(), vec(span, 0..3)).prop_map(
        |(id, name, source, channel, left_out, spans)| Campaign { id, name, source, channel, left_out, spans },
    );
    let reading = (day(), words(), number()).prop_map(|(day, name, value)| Reading { day, name, value });
    (of(day()), vec(row, 0..4), vec(campaign, 0..3), vec(reading, 0..4))
        .prop_map(|(through, channels, campaigns, readings)| Actuals { through, channels, campaigns, readings })
        .boxed()
}

pub fn scenario() -> BoxedStrategy<Scenario> {
    let months = btree_map(id(), vec(money(), 0..4), 0..3);
    (id(), words(), of(money()), btree_map(id(), money(), 0..4), months, words())
        .prop_map(|(id, name, budget, spend, months, note)| Scenario { id, name, budget, spend, months, note })
        .boxed()
}

pub fn handover() -> BoxedStrategy<Handover> {
    (words(), of(day()), words()).prop_map(|(to, decide_by, remark)| Handover { to, decide_by, remark }).boxed()
}

pub fn calendar() -> BoxedStrategy<MarketCalendar> {
    let days = || (day(), day()).prop_map(|(one, other)| (one.min(other), one.max(other)));
    let holiday =
        (words(), words(), days()).prop_map(|(name, english, (from, to))| Holiday { name, english, from, to });
    let year = (2000_i16..2100, words(), any::<bool>(), vec(holiday, 0..3), vec(day(), 0..3)).prop_map(
        |(year, source, by_law_only, holidays, workdays)| CalendarYear {
            year,
            source,
            by_law_only,
            holidays,
            workdays,
        },
    );
    let of_year = || (1_i8..=12, 1_i8..=31).prop_map(|(month, day)| DayOfYear { month, day });
    let rush =
        (words(), words(), of_year(), of_year()).prop_map(|(name, english, from, to)| Rush { name, english, from, to });
    let weekend = select(vec![Weekend::default(), Weekend(vec![Weekday::Friday])]);
    let own = (words(), words(), words(), weekend, vec(year, 0..3), vec(rush, 0..3)).prop_map(
        |(name, english, source, weekend, years, rushes)| {
            MarketCalendar::Own(Arc::new(Calendar { name, english, source, weekend, years, rushes }))
        },
    );
    let named = [MarketCalendar::OfCurrency, MarketCalendar::None, MarketCalendar::China];
    prop_oneof![3 => select(named.to_vec()), 1 => own].boxed()
}

/// Any plan that can be written. Not every one makes sense: ids may clash or lead nowhere.
pub fn plan() -> BoxedStrategy<Plan> {
    let currency = ("[A-Z]{3}", 0_u8..=4).prop_map(|(code, digits)| Currency { code, digits });
    let period = (day(), 1_u32..=120).prop_map(|(start, months)| Period { start, months });
    let head = (words(), words(), words(), currency, (period, calendar()));
    let sections = (goal(), team(), pyramid(), allocation(), content(), topics(), actuals());
    let rest = (vec(event(), 0..3), vec(ripple(), 0..3), vec(scenario(), 0..3), handover());
    (head, sections, rest)
        .prop_map(
            |(
                (title, company, note, currency, (period, calendar)),
                (goal, team, pyramid, allocation, content, topics, actuals),
                (events, ripples, scenarios, handover),
            )| Plan {
                format: FORMAT,
                title,
                company,
                note,
                currency,
                period,
                calendar,
                goal: Arc::new(goal),
                team: Arc::new(team),
                pyramid: Arc::new(pyramid),
                allocation: Arc::new(allocation),
                events: Arc::new(events),
                ripples: Arc::new(ripples),
                content: Arc::new(content),
                topics: Arc::new(topics),
                actuals: Arc::new(actuals),
                scenarios: Arc::new(scenarios),
                handover: Arc::new(handover),
            },
        )
        .boxed()
}
