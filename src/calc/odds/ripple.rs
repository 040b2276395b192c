//! A ripple as a program: the formulas of [`crate::calc::ripple`], step by step, for many draws at once.

use crate::calc::numbers::LARGEST;
use crate::calc::ripple::{FunnelInputs, Inputs, MOST_GENERATIONS, ShareInputs};
use crate::plan::ripple::OnSite;

use super::builder::Builder;
use super::program::Value;

/// What the last stated step of a ripple costs and brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Cost in currency units.
    pub cost: Value,
    /// Leads, on site and off.
    pub leads: Value,
    /// Customers, on site and off.
    pub customers: Value,
    /// Revenue in currency units.
    pub revenue: Value,
}

/// Notes a ripple down.
pub fn step(builder: &mut Builder, inputs: &Inputs<Value>) -> Step {
    let funnel = &inputs.funnel;
    let leads = builder.multiply(funnel.audience, funnel.lead_rate);
    let funnel_customers = builder.multiply(leads, funnel.sign_rate);
    let (mut cost, mut customers) = (funnel.cost, funnel_customers);
    if let Some(follow) = inputs.follow {
        cost = builder.add(cost, follow.cost);
        customers = builder.multiply(funnel.audience, follow.conversion);
    }
    let Some(share) = inputs.share else {
        return Step { cost, leads, customers, revenue: builder.multiply(customers, funnel.value) };
    };
    let onsite = if share.onsite == OnSite::Funnel { funnel_customers } else { customers };
    shared(builder, funnel, &share, Onsite { cost, leads, customers: onsite })
}

/// What the people on site cost and bring while others share.
#[derive(Clone, Copy)]
struct Onsite {
    cost: Value,
    leads: Value,
    customers: Value,
}

fn shared(builder: &mut Builder, funnel: &FunnelInputs<Value>, share: &ShareInputs<Value>, onsite: Onsite) -> Step {
    let reached = reached(builder, share);
    let offsite_leads = builder.multiply(reached, share.lead_rate);
    let offsite_customers = builder.multiply(offsite_leads, share.sign_rate);
    let reward = builder.multiply(share.vouchers, share.unit_cost);
    let customers = builder.add(onsite.customers, offsite_customers);
    Step {
        cost: builder.add(onsite.cost, reward),
        leads: builder.add(onsite.leads, offsite_leads),
        customers,
        revenue: builder.multiply(customers, funnel.value),
    }
}

/// People reached off site in all rounds.
fn reached(builder: &mut Builder, share: &ShareInputs<Value>) -> Value {
    let mut next = builder.multiply(share.sharers, share.contacts);
    let mut reached = Value::Fixed(0.0);
    for _ in 0..share.generations.clamp(1, MOST_GENERATIONS) {
        if next == Value::Fixed(0.0) {
            break;
        }
        let exposures = exposures(builder, next, reached, share.audience_limit);
        reached = builder.add(reached, exposures);
        let passed_on = builder.multiply(exposures, share.reshare_rate);
        next = builder.multiply(passed_on, share.contacts);
    }
    reached
}

/// A new exposure counts with 1 − reached/limit, and never beyond the limit.
fn exposures(builder: &mut Builder, next: Value, reached: Value, limit: Option<Value>) -> Value {
    let mut fresh = next;
    if let Some(limit) = limit {
        if limit == Value::Fixed(0.0) {
            return limit;
        }
        let part = builder.divide(reached, limit);
        let left = builder.subtract(Value::Fixed(1.0), part);
        let left = builder.most(left, Value::Fixed(0.0));
        fresh = builder.multiply(next, left);
    }
    let room = builder.subtract(limit.unwrap_or(Value::Fixed(LARGEST)), reached);
    let room = builder.most(room, Value::Fixed(0.0));
    builder.least(fresh, room)
}
