//! What a ripple is calculated from, as numbers of any kind: likely values, estimates, columns of draws.

use crate::calc::numbers::Kind;
use crate::plan::ripple::OnSite;
use crate::plan::{Currency, Estimate, Money, Range, Ripple};

/// A ripple's inputs; money in currency units, rates as fractions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Inputs<N = f64> {
    /// People on site become leads, leads sign.
    pub funnel: FunnelInputs<N>,
    /// The audience follows.
    pub follow: Option<FollowInputs<N>>,
    /// Some tell their friends.
    pub share: Option<ShareInputs<N>>,
}

/// See [`crate::plan::ripple::Funnel`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs)] // the fields are those of the plan
pub struct FunnelInputs<N = f64> {
    pub cost: N,
    pub audience: N,
    pub lead_rate: N,
    pub sign_rate: N,
    pub value: N,
}

/// See [`crate::plan::ripple::Follow`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs)]
pub struct FollowInputs<N = f64> {
    pub cost: N,
    pub conversion: N,
}

/// See [`crate::plan::ripple::Share`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs)]
pub struct ShareInputs<N = f64> {
    pub vouchers: N,
    pub unit_cost: N,
    pub sharers: N,
    pub contacts: N,
    pub lead_rate: N,
    pub sign_rate: N,
    pub reshare_rate: N,
    pub audience_limit: Option<N>,
    pub generations: u32,
    pub onsite: OnSite,
}

/// Which input, and what its number may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its path in the JSON of `solve ripple`: `funnel.lead_rate`. Never renamed: random draws hang on it.
    pub path: &'static str,
    /// Its field in the place of a finding.
    pub field: &'static str,
    /// What the number may be.
    pub kind: Kind,
}

const fn count(path: &'static str, field: &'static str) -> Field {
    Field { path, field, kind: Kind::Count }
}

const fn rate(path: &'static str, field: &'static str) -> Field {
    Field { path, field, kind: Kind::Rate }
}

impl<N> Inputs<N> {
    /// The same inputs with every number replaced; the first error ends it.
    ///
    /// # Errors
    /// What `change` said.
    pub fn try_map<M, E>(self, mut change: impl FnMut(Field, N) -> Result<M, E>) -> Result<Inputs<M>, E> {
        let FunnelInputs { cost, audience, lead_rate, sign_rate, value } = self.funnel;
        let funnel = FunnelInputs {
            cost: change(count("funnel.cost", "cost"), cost)?,
            audience: change(count("funnel.audience", "audience"), audience)?,
            lead_rate: change(rate("funnel.lead_rate", "lead_rate"), lead_rate)?,
            sign_rate: change(rate("funnel.sign_rate", "sign_rate"), sign_rate)?,
            value: change(count("funnel.value", "value"), value)?,
        };
        let follow = match self.follow {
            None => None,
            Some(FollowInputs { cost, conversion }) => Some(FollowInputs {
                cost: change(count("follow.cost", "follow_cost"), cost)?,
                conversion: change(rate("follow.conversion", "conversion"), conversion)?,
            }),
        };
        let share = self.share.map(|share| share.try_map(&mut change)).transpose()?;
        Ok(Inputs { funnel, follow, share })
    }

    /// The same inputs with every number replaced.
    pub fn map<M>(self, mut change: impl FnMut(Field, N) -> M) -> Inputs<M> {
        let never = |field, number| Ok::<M, std::convert::Infallible>(change(field, number));
        match self.try_map(never) {
            Ok(inputs) => inputs,
        }
    }
}

impl<N> ShareInputs<N> {
    fn try_map<M, E>(self, change: &mut impl FnMut(Field, N) -> Result<M, E>) -> Result<ShareInputs<M>, E> {
        Ok(ShareInputs {
            vouchers: change(count("share.vouchers", "vouchers"), self.vouchers)?,
            unit_cost: change(count("share.unit_cost", "unit_cost"), self.unit_cost)?,
            sharers: change(count("share.sharers", "sharers"), self.sharers)?,
            contacts: change(count("share.contacts", "contacts"), self.contacts)?,
            lead_rate: change(rate("share.lead_rate", "offsite_lead_rate"), self.lead_rate)?,
            sign_rate: change(rate("share.sign_rate", "offsite_sign_rate"), self.sign_rate)?,
            reshare_rate: change(rate("share.reshare_rate", "reshare_rate"), self.reshare_rate)?,
            audience_limit: self
                .audience_limit
                .map(|limit| change(count("share.audience_limit", "audience_limit"), limit))
                .transpose()?,
            generations: self.generations,
            onsite: self.onsite,
        })
    }
}

impl Inputs<Estimate<f64>> {
    /// The estimates of a plan's ripple.
    #[must_use]
    pub fn of(ripple: &Ripple, currency: &Currency) -> Self {
        let exactly = |amount: Money| Estimate::exactly(currency.units(amount));
        let funnel = &ripple.funnel;
        let range =
            funnel.value.range.map(|range| Range { low: currency.units(range.low), high: currency.units(range.high) });
        Self {
            funnel: FunnelInputs {
                cost: exactly(funnel.cost),
                audience: funnel.audience,
                lead_rate: funnel.lead_rate,
                sign_rate: funnel.sign_rate,
                value: Estimate { likely: currency.units(funnel.value.likely), range },
            },
            follow: ripple
                .follow
                .map(|follow| FollowInputs { cost: exactly(follow.cost), conversion: follow.conversion }),
            share: ripple.share.map(|share| ShareInputs {
                vouchers: Estimate::exactly(share.vouchers),
                unit_cost: exactly(share.unit_cost),
                sharers: share.sharers,
                contacts: share.contacts,
                lead_rate: share.lead_rate,
                sign_rate: share.sign_rate,
                reshare_rate: share.reshare_rate,
                audience_limit: share.audience_limit.map(Estimate::exactly),
                generations: share.generations,
                onsite: share.onsite,
            }),
        }
    }
}

impl Inputs {
    /// The likely values of a plan's ripple.
    #[must_use]
    pub fn likely(ripple: &Ripple, currency: &Currency) -> Self {
        Inputs::of(ripple, currency).map(|_, estimate| estimate.likely)
    }

    /// Counts below zero count as zero, rates stay within 0 to 1.
    pub(super) fn usable(self) -> Self {
        self.map(|field, number| field.kind.usable(number))
    }
}

impl ShareInputs {
    /// See [`Inputs::usable`].
    pub(super) fn usable(self) -> Self {
        let mut usable = |field: Field, number| Ok::<f64, std::convert::Infallible>(field.kind.usable(number));
        match self.try_map(&mut usable) {
            Ok(share) => share,
        }
    }
}
