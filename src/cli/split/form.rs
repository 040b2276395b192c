//! The JSON of `solve split`: what it reads, and what it answers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de};

use crate::plan::Currency;
use crate::plan::event::SplitRule;
use crate::report::summary::figure::Amount;

/// What `solve split` reads.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::cli) struct SplitQuestion {
    /// Digits after the decimal point of every amount, 0 to 4.
    #[serde(default = "two")]
    #[schemars(range(max = Currency::MOST_DIGITS))]
    pub(super) digits: u8,
    /// How costs are shared where an item says nothing else.
    pub(super) rule: Rule,
    pub(super) items: Vec<ItemQuestion>,
    pub(super) parties: Vec<PartyQuestion>,
    /// Whether debts are set off to make the transfers few; otherwise each party pays every payer directly.
    #[serde(default = "yes")]
    pub(super) netting: bool,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Rule {
    Equal,
    Weights,
    Percent,
    Amounts,
    Benefit,
    Alone,
    EqualSavings,
    Airport,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemQuestion {
    #[serde(default)]
    pub(super) label: String,
    /// What it costs; below zero what it brings in: sponsors, tickets, refunds.
    pub(super) amount: f64,
    /// What parties paid for it so far.
    #[serde(default)]
    pub(super) paid_by: Vec<PaymentQuestion>,
    /// What parties received of it so far; only of an item that brings money in.
    #[serde(default, deserialize_with = "receipts")]
    #[schemars(with = "Received")]
    pub(super) received_by: Vec<Receipt>,
    /// Ids of the parties that share it; left out: all.
    pub(super) shared_by: Option<Vec<String>>,
    /// A rule of its own.
    pub(super) rule: Option<Rule>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PaymentQuestion {
    pub(super) party: String,
    pub(super) amount: f64,
}

/// The two forms of `received_by`.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)] // read by `receipts`, described by this
enum Received {
    /// One party received all of it.
    All(String),
    /// Each received a part.
    Parts(Vec<Receipt>),
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Receipt {
    pub(super) party: String,
    /// What it received, above zero; left out: all.
    pub(super) amount: Option<f64>,
}

fn receipts<'de, D: de::Deserializer<'de>>(deserializer: D) -> Result<Vec<Receipt>, D::Error> {
    struct Either;
    impl<'de> de::Visitor<'de> for Either {
        type Value = Vec<Receipt>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a sequence")
        }

        fn visit_str<E: de::Error>(self, party: &str) -> Result<Self::Value, E> {
            Ok(vec![Receipt { party: party.to_owned(), amount: None }])
        }

        fn visit_seq<A: de::SeqAccess<'de>>(self, parts: A) -> Result<Self::Value, A::Error> {
            Deserialize::deserialize(de::value::SeqAccessDeserializer::new(parts))
        }
    }
    deserializer.deserialize_any(Either)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PartyQuestion {
    pub(super) id: String,
    /// For the rule "weights".
    #[serde(default = "one")]
    pub(super) weight: f64,
    /// For the rule "percent": 0 to 100.
    pub(super) percent: Option<f64>,
    /// For the rule "amounts"; below zero what it gains.
    pub(super) amount: Option<f64>,
    /// For the rule "benefit".
    pub(super) benefit: Option<f64>,
    /// What the event would cost it alone.
    pub(super) alone: Option<f64>,
}

fn two() -> u8 {
    2
}

fn yes() -> bool {
    true
}

fn one() -> f64 {
    1.0
}

impl From<Rule> for SplitRule {
    fn from(rule: Rule) -> Self {
        match rule {
            Rule::Equal => Self::Equal,
            Rule::Weights => Self::Weights,
            Rule::Percent => Self::Percent,
            Rule::Amounts => Self::Amounts,
            Rule::Benefit => Self::Benefit,
            Rule::Alone => Self::Alone,
            Rule::EqualSavings => Self::EqualSavings,
            Rule::Airport => Self::Airport,
        }
    }
}

/// What `solve split` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct SplitAnswer {
    /// Sum of all items: cost less income.
    pub(super) total: Amount,
    pub(super) cost: Amount,
    pub(super) income: Amount,
    /// What each party pays, in the order of the question; empty where the rule gives no split.
    pub(super) shares: Vec<ShareAnswer>,
    /// Who pays whom for what is paid so far.
    pub(super) transfers: Vec<TransferAnswer>,
    /// Whether no settlement has fewer transfers.
    pub(super) minimal: bool,
    /// No settlement has fewer transfers than this.
    pub(super) lower_bound: usize,
    /// How many transfers there are where nothing is set off: each party pays every payer.
    pub(super) direct: usize,
    /// Parties whose share is above their cost alone.
    pub(super) unfair: Vec<Unfair>,
    /// Parties whose share is below zero: they gain.
    pub(super) gains: Vec<Gain>,
    /// The total less what percent or amounts make of it: what they lack to add up, below zero what is too much. Nothing
    /// is settled then.
    pub(super) missing: Amount,
    /// The same by items that are split together; empty where all adds up.
    pub(super) missing_in: Vec<MissingIn>,
    /// What nobody has paid yet: owed to the suppliers, in no transfer.
    pub(super) unpaid: Amount,
    /// Income nobody has received yet, in no transfer either.
    pub(super) unreceived: Amount,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ShareAnswer {
    pub(super) party: String,
    /// What it pays; below zero what it gains.
    pub(super) share: Amount,
    pub(super) paid: Amount,
    pub(super) received: Amount,
    /// Paid less received less share.
    pub(super) balance: Amount,
    pub(super) alone: Option<Amount>,
    /// Alone less share.
    pub(super) saving: Option<Amount>,
    /// Its part of what nobody has paid yet; transfers settle balance + unpaid − unreceived.
    pub(super) unpaid: Amount,
    /// Its part of the income nobody has received yet.
    pub(super) unreceived: Amount,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MissingIn {
    /// Places of the items in the question, from 0.
    pub(super) items: Vec<usize>,
    /// What their percent or amounts lack; below zero what is too much.
    pub(super) missing: Amount,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TransferAnswer {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) amount: Amount,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Gain {
    pub(super) party: String,
    pub(super) amount: Amount,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Unfair {
    pub(super) party: String,
    pub(super) over_by: Amount,
}
