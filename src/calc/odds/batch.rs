//! How many draws are calculated at a time, and the numbers of one batch.

/// How many draws are calculated at a time: few enough to stay near the processor.
pub const BATCH: usize = 256;

/// One number in each draw of a batch.
pub type Column = [f64; BATCH];
