//! The response curve of a channel as a formula of the money x.

use crate::calc::curve::Response;
use crate::calc::finding::{Place, Section};
use crate::plan::{Channel, Curve, Money};

use super::source::{Kind, Label, Source, Unit};
use super::term::{Call, Term};
use super::{Asked, By, Figure, OfChannel};

impl Asked<'_> {
    /// r of some money; `None` where the curve cannot be used.
    pub(super) fn response(&self, channel: &Channel, argument: Term) -> Option<Term> {
        let body = self.body(channel)?;
        Some(Term::Call(Box::new(Call { name: "r", argument, body })))
    }

    fn body(&self, channel: &Channel) -> Option<Term> {
        let response = Response::of(&channel.curve, &self.plan.currency).ok()?;
        Some(match response {
            Response::Fixed { registrations } => {
                curve_field(channel, ("allocation-curve-registrations", "curve"), registrations, Unit::Count)
            }
            Response::Linear { base, cost, ceiling } => {
                let cost = curve_field(channel, ("allocation-cost-each", "curve"), cost, Unit::Price);
                let ceiling = self.ceiling(channel, ceiling)?;
                with_base(channel, base, Term::Argument.over(cost).at_most(ceiling))
            }
            Response::Hill { base, ceiling, half, shape } => {
                let [ceiling, half] = [self.ceiling(channel, ceiling)?, self.half(channel, half)?];
                // Not every shape is typed: of these curves it is 1, and stands nowhere.
                let raised = |term: Term| match channel.curve {
                    Curve::SShaped { .. } | Curve::Fitted { .. } => {
                        let exponent = curve_field(channel, ("allocation-shape", "curve-shape"), shape, Unit::Factor);
                        term.to_the(lettered(exponent, "a"))
                    }
                    _ => term,
                };
                let below = Term::Sum(vec![raised(Term::Argument), raised(half)]);
                with_base(channel, base, Term::Product(vec![ceiling, raised(Term::Argument)]).over(below))
            }
        })
    }

    fn ceiling(&self, channel: &Channel, ceiling: f64) -> Option<Term> {
        let term = match channel.curve {
            Curve::TwoPoints { .. } => {
                self.figure(Figure::Channel(channel.id.clone(), By::Plan, OfChannel::Ceiling))?
            }
            Curve::SShaped { .. } | Curve::Fitted { .. } => {
                curve_field(channel, ("allocation-ceiling", "curve"), ceiling, Unit::Count)
            }
            _ => curve_field(channel, ("allocation-ceiling", "curve-ceiling"), ceiling, Unit::Count),
        };
        Some(lettered(term, "c"))
    }

    fn half(&self, channel: &Channel, half: f64) -> Option<Term> {
        let term = match channel.curve {
            Curve::TwoPoints { .. } | Curve::Saturating { .. } => {
                self.figure(Figure::Channel(channel.id.clone(), By::Plan, OfChannel::Half))?
            }
            _ => curve_field(channel, ("allocation-half-spend", "curve-half"), half, Unit::Money),
        };
        Some(lettered(term, "k"))
    }

    /// The most that money buys by a curve through two points: c = y₂·(x₂ + k) ÷ x₂.
    pub(super) fn ceiling_term(&self, channel: &Channel) -> Option<Term> {
        let Curve::TwoPoints { second, .. } = channel.curve else { return None };
        let [x2, y2] = self.point(channel, second, true);
        let half = self.figure(Figure::Channel(channel.id.clone(), By::Plan, OfChannel::Half))?;
        let sum = Term::Sum(vec![x2.clone(), lettered(half, "k")]);
        Some(Term::Product(vec![y2, sum]).over(x2))
    }

    /// The money that buys half of it: k = (y₂ − y₁) ÷ (y₁/x₁ − y₂/x₂), or what the first registration costs times the ceiling.
    pub(super) fn half_term(&self, channel: &Channel) -> Option<Term> {
        match channel.curve {
            Curve::TwoPoints { first, second } => {
                let ([x1, y1], [x2, y2]) = (self.point(channel, first, false), self.point(channel, second, true));
                Some(y2.clone().less(y1.clone()).over(y1.over(x1).less(y2.over(x2))))
            }
            Curve::Saturating { first_cost, ceiling, .. } => {
                let cost = self.units(first_cost);
                let cost = curve_field(channel, ("allocation-first-cost", "curve"), cost, Unit::Price);
                let ceiling = curve_field(channel, ("allocation-ceiling", "curve-ceiling"), ceiling, Unit::Count);
                Some(Term::Product(vec![lettered(ceiling, "c"), cost]))
            }
            _ => None,
        }
    }

    /// A remembered point: money and what it bought.
    fn point(&self, channel: &Channel, point: crate::plan::curve::Point, is_second: bool) -> [Term; 2] {
        let spend = |amount: Money| self.units(amount);
        let (x, y) = if is_second {
            (("allocation-second-spend", "curve-second-spend"), ("allocation-bought", "curve-second-bought"))
        } else {
            (("allocation-first-spend", "curve"), ("allocation-bought", "curve-first-bought"))
        };
        let (x_letter, y_letter) = if is_second { ("x₂", "y₂") } else { ("x₁", "y₁") };
        [
            lettered(curve_field(channel, x, spend(point.spend), Unit::Money), x_letter),
            lettered(curve_field(channel, y, point.registrations, Unit::Count), y_letter),
        ]
    }
}

/// Registrations that need no money, and those it buys.
fn with_base(channel: &Channel, base: f64, bought: Term) -> Term {
    if base == 0.0 {
        return bought;
    }
    let base = curve_field(channel, ("allocation-base", "curve-base"), base, Unit::Count);
    Term::Sum(vec![lettered(base, "b"), bought])
}

/// A number of the curve, typed or fitted to what happened.
fn curve_field(channel: &Channel, (label, field): (&'static str, &'static str), value: f64, unit: Unit) -> Term {
    let kind = if matches!(channel.curve, Curve::Fitted { .. }) { Kind::Happened } else { Kind::Typed };
    let place = Place::item(Section::Allocation, &channel.id, field);
    Source::typed(Label::Words(label), place, value, unit).of_kind(kind).into()
}

/// The same under a letter.
pub(super) fn lettered(term: Term, letter: &'static str) -> Term {
    match term {
        Term::Known(source) => source.as_letter(letter).into(),
        other => other,
    }
}
