//! What calculated numbers and the numbers of their formulas are called.

use crate::calc::allocation::next_amount;
use crate::calc::chain::Link;
use crate::calc::event::split_together;
use crate::calc::explain::{
    By, Figure, Label, OfChannel, OfEvent, OfMonth, OfParty, OfRipple, OfStep, OfSum, OfTrack, Quantity, Source,
    Standing, Whole, Yield,
};
use crate::calc::finding::Section;
use crate::plan::Id;
use crate::plan::goal::Measure;
use crate::report::lookup::Lookup;
use crate::t;
use crate::words::{Named, names, number};

/// What a figure is: "Average cost".
#[must_use]
pub fn title(lookup: &Lookup, figure: &Figure) -> String {
    let words = lookup.words();
    let of_step = |kind: crate::calc::ripple::StepKind, what: &str| {
        t!(words, "explain-of-step", what = words.text(what), step = kind.name(words))
    };
    match figure {
        Figure::Channel(_, by, of) => by_what(lookup, *by, channel_title(lookup, *of)),
        Figure::Month(_, month, of) => {
            let key = match of {
                OfMonth::Registrations => "explain-in-month",
                OfMonth::Working => "explain-works-in-month",
            };
            t!(words, key, month = month_name(lookup, *month))
        }
        Figure::MonthMoney(_, month) => t!(words, "explain-money-in-month", month = month_name(lookup, *month)),
        Figure::Event(_, of) => words.text(event_key(*of)),
        Figure::Party(_, _, of) => words.text(match of {
            OfParty::Share => "explain-party-share",
            OfParty::Saving => "explain-party-saving",
            OfParty::Balance => "explain-party-balance",
        }),
        Figure::Pool(event, _, pool) => {
            let event = lookup.event_itself(event);
            let rule = event.and_then(|event| Some(split_together(event)?.get(*pool)?.rule.name(words)));
            t!(words, "explain-pool", rule = rule.unwrap_or_default())
        }
        Figure::Sum(_, by, of) => by_what(lookup, *by, words.text(sum_key(*of))),
        Figure::Unallocated => words.text("explain-unallocated"),
        Figure::Step(_, kind, of) => of_step(*kind, step_key(*of)),
        Figure::Ripple(_, OfRipple::Round(round)) => t!(words, "explain-round", round = round.to_string()),
        Figure::Ripple(_, of) => words.text(ripple_key(*of)),
        Figure::Ripples(of) | Figure::Won(of) => words.text(yield_key(*of)),
        Figure::AllMoney => words.text("explain-all-money"),
        Figure::Reached => words.text("explain-reached"),
        Figure::Goal(side, of) => {
            let key = match side {
                Standing::Baseline => "explain-baseline",
                Standing::Expected => "explain-expected",
                Standing::Target => "explain-target",
                Standing::Reached => "explain-reached-of",
                Standing::Missing => "explain-missing",
            };
            t!(words, key, what = words.text(quantity_key(*of)))
        }
        Figure::Rate(link) => words.text(match link {
            Link::Reach => "explain-rate-reach",
            Link::LeadRate => "explain-rate-leads",
            Link::CloseRate => "explain-rate-close",
            Link::Value => "explain-rate-value",
        }),
        Figure::Level(_) => words.text("explain-score"),
        Figure::Pyramid => words.text("explain-mean-score"),
        Figure::Effort(_) => words.text("explain-effort"),
        Figure::Load(_) => words.text("explain-load"),
        Figure::Attention(_) => words.text("explain-attention"),
        Figure::Carried(_) => words.text("explain-carried"),
        Figure::Chance(Some(measure)) => t!(words, "explain-chance", what = measure.name(words)),
        Figure::Chance(None) => words.text("explain-chance-all"),
        Figure::Track(_, of) => words.text(match of {
            OfTrack::Spent => "explain-track-spent",
            OfTrack::Won => "explain-track-won",
            OfTrack::SpentOfPlan => "explain-track-spent-of-plan",
            OfTrack::WonOfPlan => "explain-track-won-of-plan",
            OfTrack::OfCurve => "explain-track-of-curve",
            OfTrack::PlannedCost => "explain-track-planned-cost",
            OfTrack::RealCost => "explain-track-real-cost",
        }),
    }
}

/// What a figure is about: the name of a channel; empty where it is about the plan.
#[must_use]
pub fn of(lookup: &Lookup, figure: &Figure) -> String {
    let words = lookup.words();
    match figure {
        Figure::Channel(id, ..) | Figure::Month(id, ..) | Figure::Track(Some(id), _) => {
            lookup.item(Section::Allocation, id)
        }
        Figure::Event(id, _) | Figure::Attention(id) | Figure::Carried(id) => lookup.item(Section::Event, id),
        Figure::Party(event, party, _) | Figure::Pool(event, party, _) => party_name(lookup, event, party),
        Figure::Sum(whole, ..) => match whole {
            Whole::Task(task) => task.name(words),
            Whole::Group(id) => lookup.item(Section::Allocation, id),
            Whole::Class(class) => class.name(words),
            Whole::All => words.text("explain-all"),
        },
        Figure::Step(id, ..) | Figure::Ripple(id, _) => lookup.item(Section::Ripple, id),
        Figure::Ripples(_) => words.text("explain-all-ripples"),
        Figure::Won(_) | Figure::AllMoney | Figure::Reached => words.text("explain-plan"),
        Figure::Level(level) => names::level_name(*level, words),
        Figure::Effort(id) | Figure::Load(id) => lookup.person(id),
        Figure::MonthMoney(Some(task), _) => task.name(words),
        Figure::Track(None, _) | Figure::MonthMoney(None, _) => words.text("explain-all"),
        Figure::Unallocated | Figure::Goal(..) | Figure::Rate(_) | Figure::Pyramid | Figure::Chance(_) => String::new(),
    }
}

/// What a number of a formula is called within the explanation of a figure: only by what tells it from that figure.
pub(super) fn source(lookup: &Lookup, source: &Source, (title, subject): (&str, &str)) -> String {
    let (what, item) = label(lookup, &source.label);
    match () {
        () if item.is_empty() || item == subject => what,
        () if what.is_empty() || what == title => item,
        () => t!(lookup.words(), "allocation-of", what = what, item = item),
    }
}

/// What a number is, and of which item.
fn label(lookup: &Lookup, label: &Label) -> (String, String) {
    let words = lookup.words();
    match label {
        Label::Words(key) => (words.text(key), String::new()),
        Label::Of(key, section, id) => (words.text(key), lookup.item(*section, id)),
        Label::Item(section, id) => (String::new(), lookup.item(*section, id)),
        Label::Party(key, event, party) => (words.text(key), party_name(lookup, event, party)),
        Label::EventItem(event, item) => {
            let event = lookup.event_itself(event);
            (String::new(), event.map_or_else(|| item.to_string(), |event| lookup.event_item(event, item)))
        }
        Label::Month(month) => (String::new(), month_name(lookup, *month)),
        Label::Figure(figure) => (self::title(lookup, figure), of(lookup, figure)),
        Label::Others(count) => (String::new(), t!(words, "explain-others", n = *count)),
    }
}

fn party_name(lookup: &Lookup, event: &Id, party: &Id) -> String {
    lookup.event_itself(event).map_or_else(|| party.to_string(), |event| lookup.party(event, party))
}

fn month_name(lookup: &Lookup, month: usize) -> String {
    number::month_of(lookup.words(), &lookup.plan().period, u32::try_from(month).unwrap_or(0))
}

/// The name of a number that counts with what happened, in a plan of which something is known to have happened.
fn by_what(lookup: &Lookup, by: By, what: String) -> String {
    let happened = !lookup.plan().actuals.channels.is_empty();
    if by == By::Happened && happened { t!(lookup.words(), "explain-with-happened", what = what) } else { what }
}

fn channel_title(lookup: &Lookup, of: OfChannel) -> String {
    let words = lookup.words();
    words.text(match of {
        OfChannel::Spend => "explain-costs",
        OfChannel::Share => "explain-share",
        OfChannel::Yield(of) => yield_key(of),
        OfChannel::Low => "explain-range-low",
        OfChannel::High => "explain-range-high",
        OfChannel::AverageCost => "report-average-cost",
        OfChannel::Next => {
            let plan = lookup.plan();
            let amount = number::amount_named(words, &plan.currency, next_amount(plan));
            return t!(words, "explain-next", amount = amount);
        }
        OfChannel::Ceiling => "allocation-ceiling",
        OfChannel::Half => "allocation-half-spend",
    })
}

fn sum_key(of: OfSum) -> &'static str {
    match of {
        OfSum::Spend => "explain-money",
        OfSum::Share => "explain-share",
        OfSum::Yield(of) => yield_key(of),
        OfSum::AverageCost => "report-average-cost",
    }
}

fn yield_key(of: Yield) -> &'static str {
    match of {
        Yield::Registrations => "common-registrations",
        Yield::Contacts => "odds-input-contacts",
        Yield::Leads => "common-leads",
        Yield::Customers => "common-customers",
        Yield::Revenue => "common-revenue",
    }
}

fn event_key(of: OfEvent) -> &'static str {
    match of {
        OfEvent::Total => "explain-event-total",
        OfEvent::Share => "explain-share",
        OfEvent::Yield(of) => yield_key(of),
        OfEvent::CostPerLead => "explain-cost-per-lead",
        OfEvent::Alone => "explain-alone-all",
        OfEvent::Saving => "explain-saving-all",
    }
}

fn step_key(of: OfStep) -> &'static str {
    match of {
        OfStep::Cost => "ripple-cost",
        OfStep::People => "ripple-people",
        OfStep::Leads => "common-leads",
        OfStep::Customers => "common-customers",
        OfStep::Revenue => "common-revenue",
        OfStep::Roi => "report-roi",
        OfStep::CostPerCustomer => "ripple-per-customer",
    }
}

fn ripple_key(of: OfRipple) -> &'static str {
    match of {
        OfRipple::Reward => "ripple-reward",
        OfRipple::Reproduction => "explain-reproduction",
        OfRipple::OffSite | OfRipple::Round(_) => "explain-off-site",
        OfRipple::AddedCustomers => "explain-added-customers",
        OfRipple::AddedRevenue => "explain-added-revenue",
        OfRipple::DearestReward => "ripple-reward-limit",
    }
}

fn quantity_key(of: Quantity) -> &'static str {
    match of {
        Quantity::Customers => Measure::Customers.name_key(),
        Quantity::Value => "report-value",
        Quantity::Revenue => Measure::Revenue.name_key(),
        Quantity::Total => "report-total-revenue",
        Quantity::Share => Measure::Share.name_key(),
    }
}
