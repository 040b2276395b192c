//! A shared event as a part of the summary: what it costs, who shares it, who pays whom.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{Amount, Number};
use crate::plan::Task;
use crate::plan::allocation::Media;
use crate::report::code::Coded;

/// A shared event.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EventPart {
    /// Its id in the plan.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The day.
    #[schemars(with = "Option<String>")]
    pub date: Option<jiff::civil::Date>,
    /// Name of its owner.
    pub owner: Option<String>,
    /// The task its own share counts in.
    pub task: Coded<Task>,
    /// Who speaks through it.
    pub media: Option<Coded<Media>>,
    /// Cost less income; below zero the event earns money.
    pub total: Amount,
    /// Sum of all costs.
    pub cost: Amount,
    /// Sum of all income: sponsors, tickets, refunds.
    pub income: Amount,
    /// What the planning company pays; below zero what it gains.
    pub own_share: Amount,
    /// Own share as a share of all allocated money.
    pub own_share_of_budget: Number,
    /// People met who are willing to talk.
    pub contacts: Number,
    /// Leads it brings.
    pub leads: Number,
    /// What each party pays; empty where the rule gives no split.
    pub shares: Vec<SharePart>,
    /// The parties whose share is below zero, and what they gain.
    pub gains: Vec<GainPart>,
    /// What nobody has paid yet: owed to the suppliers, in no transfer.
    pub unpaid: Amount,
    /// Income nobody has received yet, in no transfer either.
    pub unreceived: Amount,
    /// Who pays whom, in the fewest transfers found, for what is paid so far.
    pub transfers: Vec<TransferPart>,
    /// Whether there is proof that fewer transfers cannot do.
    pub transfers_minimal: bool,
    /// How many transfers it takes when every payer is paid directly.
    pub transfers_direct: usize,
    /// The same in a sentence, or why nothing is settled.
    pub settlement: String,
}

/// A payment from one party to another.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TransferPart {
    /// Name of the party that pays.
    pub from: String,
    /// Name of the party that is paid.
    pub to: String,
    /// How much.
    pub amount: Amount,
    /// Why: what the paying party's share is and what it paid.
    pub because: String,
}

/// A party that gains by an event.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GainPart {
    /// Name of the party.
    pub party: String,
    /// How much.
    pub amount: Amount,
}

/// What a party of an event pays.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SharePart {
    /// Name of the party.
    pub party: String,
    /// Its share of the total; below zero what it gains.
    pub share: Amount,
    /// What it paid so far.
    pub paid: Amount,
    /// What it received so far.
    pub received: Amount,
    /// Paid less received less share: above zero it gets money back.
    pub balance: Amount,
    /// What it gets from the other parties by the transfers, below zero what it owes them.
    pub open: Amount,
    /// Its part of what nobody has paid yet; transfers settle `balance` + `unpaid` − `unreceived`.
    pub unpaid: Amount,
    /// Its part of the income nobody has received yet.
    pub unreceived: Amount,
    /// What the event would cost it alone.
    pub alone: Option<Amount>,
    /// Alone less share.
    pub saving: Option<Amount>,
}
