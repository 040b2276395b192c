//! What must hold for any plan, checked against definitions worked out another way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, clippy::cast_precision_loss)]
// Where both sides come about in the same way they must be the same to the last bit.
#![allow(clippy::float_cmp)]

mod common {
    pub mod hostile;
    pub mod learned_channels;
    pub mod plans;
    pub mod random;
}

mod properties {
    pub mod chains;
    pub mod curves;
    pub mod damaged;
    pub mod explanations;
    pub mod findings;
    pub mod goals;
    pub mod happened;
    pub mod incomes;
    pub mod learning;
    pub mod months;
    pub mod nasty;
    pub mod pyramids;
    pub mod removals;
    pub mod ripples;
    pub mod rollups;
    pub mod scenarios;
    pub mod settlements;
    pub mod splits;
    pub mod suggestions;
    pub mod topics;
    pub mod undo;
    pub mod verdicts;
    pub mod versions;
}
