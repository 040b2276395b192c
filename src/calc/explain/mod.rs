//! How each calculated number comes about: its formula as a tree whose leaves are typed numbers, and figures that are explained in
//! their turn.
//!
//! The value of a figure is what the report says; its formula is built from the plan, beside it. That both come to the same is
//! proven for every figure of any plan (`tests/properties/explanations.rs`), so no formula here can tell what is not so.

mod chances;
mod channel;
mod curve;
mod event;
mod figure;
mod flow;
mod goal;
mod months;
mod people;
mod ripple;
mod source;
mod split;
mod sums;
mod term;
mod topics;
mod track;

use crate::calc::Report;
use crate::calc::odds::Odds;
use crate::plan::Plan;

pub use figure::{
    By, Figure, OfChannel, OfEvent, OfMonth, OfParty, OfRipple, OfStep, OfSum, OfTrack, Quantity, Standing, Whole,
    Yield,
};
pub use source::{Kind, Label, Lead, Source, Unit};
pub use term::{Call, Term};

/// How a number comes about.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Which number.
    pub figure: Figure,
    /// How much it is.
    pub value: f64,
    /// In which unit.
    pub unit: Unit,
    /// Its formula.
    pub term: Term,
    /// What else to know, as a key of the words.
    pub note: Option<&'static str>,
}

/// What is asked about.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What it means.
    pub report: &'a Report,
    /// How likely it is, where that was drawn.
    pub odds: Option<&'a Odds>,
}

/// A number in its unit.
type Value = (f64, Unit);

impl Asked<'_> {
    /// How a number comes about; `None` where the plan has no such number, or nothing is known of it.
    #[must_use]
    pub fn explain(&self, figure: &Figure) -> Option<Explanation> {
        let (value, unit) = self.value(figure)?;
        let term = self.term(figure)?;
        Some(Explanation { value, unit, term, note: self.note(figure), figure: figure.clone() })
    }

    /// How much a figure is; `None` where the plan has no such number.
    #[must_use]
    pub fn value(&self, figure: &Figure) -> Option<Value> {
        let value = match figure {
            Figure::Channel(id, by, of) => self.channel_value(id, *by, *of),
            Figure::Month(id, month, of) => self.month_value(id, *month, *of),
            Figure::MonthMoney(task, month) => self.month_money(*task, *month),
            Figure::Event(id, of) => self.event_value(id, *of),
            Figure::Party(event, party, of) => self.party_value(event, party, *of),
            Figure::Pool(event, party, pool) => self.pool_value(event, party, *pool),
            Figure::Sum(whole, by, of) => self.sum_value(whole, *by, *of),
            Figure::Unallocated => self.unallocated(),
            Figure::Step(id, kind, of) => self.step_value(id, *kind, *of),
            Figure::Ripple(id, of) => self.ripple_value(id, *of),
            Figure::Ripples(of) => self.ripples_value(*of),
            Figure::Won(of) => self.won_value(*of),
            Figure::AllMoney => self.all_money(),
            Figure::Reached => Some((self.report.chain.total.reached, Unit::Count)),
            Figure::Goal(side, of) => self.goal_value(*side, *of),
            Figure::Rate(link) => self.rate_value(*link),
            Figure::Level(level) => self.level_value(*level),
            Figure::Pyramid => self.pyramid_value(),
            Figure::Effort(person) => self.effort_value(person),
            Figure::Load(person) => self.load_value(person),
            Figure::Attention(id) => self.attention_value(id),
            Figure::Carried(id) => self.carried_value(id),
            Figure::Chance(measure) => self.chance_value(*measure),
            Figure::Track(channel, of) => self.track_value(channel.as_ref(), *of),
        };
        value.filter(|(value, _)| value.is_finite())
    }

    fn term(&self, figure: &Figure) -> Option<Term> {
        match figure {
            Figure::Channel(id, by, of) => self.channel_term(id, *by, *of),
            Figure::Month(id, month, of) => self.month_term(id, *month, *of),
            Figure::MonthMoney(task, month) => self.month_money_term(*task, *month),
            Figure::Event(id, of) => self.event_term(id, *of),
            Figure::Party(event, party, of) => self.party_term(event, party, *of),
            Figure::Pool(event, party, pool) => self.pool_term(event, party, *pool),
            Figure::Sum(whole, by, of) => self.sum_term(whole, *by, *of),
            Figure::Unallocated => self.unallocated_term(),
            Figure::Step(id, kind, of) => self.step_term(id, *kind, *of),
            Figure::Ripple(id, of) => self.ripple_term(id, *of),
            Figure::Ripples(of) => self.ripples_term(*of),
            Figure::Won(of) => self.won_term(*of),
            Figure::AllMoney => self.all_money_term(),
            Figure::Reached => self.reached_term(),
            Figure::Goal(side, of) => self.goal_term(*side, *of),
            Figure::Rate(link) => self.rate_term(*link),
            Figure::Level(level) => self.level_term(*level),
            Figure::Pyramid => Some(self.pyramid_term()),
            Figure::Effort(person) => self.effort_term(person),
            Figure::Load(person) => self.load_term(person),
            Figure::Attention(id) => self.attention_term(id),
            Figure::Carried(id) => self.carried_term(id),
            Figure::Chance(measure) => self.chance_term(*measure),
            Figure::Track(channel, of) => self.track_term(channel.as_ref(), *of),
        }
    }

    /// What to know beside the formula.
    fn note(&self, figure: &Figure) -> Option<&'static str> {
        match figure {
            Figure::Channel(_, By::Happened, _) | Figure::Sum(_, By::Happened, _) if self.report.happened.is_some() => {
                Some("explain-note-happened")
            }
            Figure::Channel(_, _, OfChannel::High) => Some("explain-note-range"),
            Figure::Party(_, _, OfParty::Share) | Figure::Pool(..) => Some("explain-note-shares"),
            Figure::Chance(_) => Some("explain-note-chance"),
            Figure::Carried(_) => Some("explain-note-highest"),
            _ => None,
        }
    }

    /// A figure as a part of the formula of another.
    fn figure(&self, figure: Figure) -> Option<Term> {
        let (value, unit) = self.value(&figure)?;
        let lead = Some(Lead::Figure(figure.clone()));
        let label = Label::Figure(figure);
        Some(Term::Known(Source { label, symbol: "", value, unit, kind: Kind::Calculated, lead }))
    }

    /// An amount of money in currency units.
    fn units(&self, amount: crate::plan::Money) -> f64 {
        self.plan.currency.units(amount)
    }
}

/// How many terms of a sum stand by themselves.
const MOST_TERMS: usize = 12;

/// A sum of terms of the same kind: those that are zero are left out, and of very many the smallest are taken together.
fn sum_of(terms: impl IntoIterator<Item = Term>, unit: Unit) -> Term {
    let mut terms: Vec<Term> = terms.into_iter().filter(|term| term.value() != 0.0).collect();
    if terms.len() > MOST_TERMS {
        terms.sort_by(|one, other| other.value().abs().total_cmp(&one.value().abs()));
        let others = terms.split_off(MOST_TERMS - 1);
        let value = others.iter().map(Term::value).sum();
        terms.push(Source::calculated(Label::Others(others.len()), value, unit).into());
    }
    match terms.len() {
        0 => Term::Number(0.0),
        1 => terms.swap_remove(0),
        _ => Term::Sum(terms),
    }
}

/// The only one of its kind: of two under one id nobody can say which is meant.
fn only<T>(items: impl IntoIterator<Item = T>) -> Option<T> {
    let mut items = items.into_iter();
    let first = items.next();
    if items.next().is_some() { None } else { first }
}
