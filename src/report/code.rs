//! Kinds of things as other programs read them: stable words, not the names of Rust's enums.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::calc::finding::Severity;
use crate::calc::ripple::StepKind;
use crate::calc::risk::Best;
use crate::calc::track::verdict::Verdict;
use crate::import::{How, Why};
use crate::plan::Task;
use crate::plan::allocation::{Media, Objective};
use crate::plan::goal::Measure;
use crate::words::Language;

/// A kind with stable words.
pub trait Code: Copy + 'static {
    /// All of its words, in order.
    const CODES: &'static [&'static str];

    /// The word of one kind.
    fn code(self) -> &'static str;
}

macro_rules! codes {
    ($($kind:ident { $($variant:ident => $code:literal),+ $(,)? })+) => {
        $(impl Code for $kind {
            const CODES: &'static [&'static str] = &[$($code),+];

            fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),+
                }
            }
        })+
    };
}

codes! {
    Best { Average => "average", Chance => "chance", BadYear => "bad_year" }
    How { Said => "said", Earlier => "earlier", ByName => "name", Unknown => "unknown" }
    Language { ZhCn => "zh-CN", En => "en" }
    Measure { Customers => "customers", Revenue => "revenue", Share => "share" }
    Media { Paid => "paid", Owned => "owned", Earned => "earned" }
    Objective {
        Registrations => "registrations",
        Leads => "leads",
        Customers => "customers",
        Revenue => "revenue",
    }
    Severity { Error => "error", Warning => "warning", Advice => "advice" }
    StepKind { Funnel => "funnel", Follow => "follow", Share => "share" }
    Task { A => "A", B => "B", W => "W" }
    Verdict {
        Unknown => "unknown",
        TooLittle => "too-little",
        WithinChance => "within-chance",
        More => "more",
        Less => "less",
    }
    Why {
        Total => "total",
        Preamble => "preamble",
        Footnote => "footnote",
        Empty => "empty",
        Repeated => "repeated",
        OtherTable => "other table",
        OtherCurrency => "other currency",
        NoDate => "no date",
        NoCampaign => "no campaign",
        Unreadable => "unreadable",
    }
}

/// A kind that is written as its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coded<T>(pub T);

impl<T: Code> Serialize for Coded<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.code())
    }
}

impl<T: Code> JsonSchema for Coded<T> {
    fn schema_name() -> Cow<'static, str> {
        T::CODES.join("-or-").into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": T::CODES })
    }
}
