//! Which inputs move a result most.
//!
//! An input explains the square of its rank correlation (Spearman's) with the result, as a part of all these squares:
//! the "contribution to variance" of simulation tools. Ranks do not mind the long tails of products, and inputs drawn
//! independently do not share what they explain.

use super::batch::BATCH;
use super::input::Input;
use super::program::Program;
use super::random;
use super::run::{Settings, deal_out};
use super::statistics::{correlation, ranks};

/// As many draws as are looked at: they settle what an input explains to about half a point.
const MOST_DRAWS: usize = 1 << 15;

/// What one input does to a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Mover {
    /// The input.
    pub input: Input,
    /// The part of the spread it explains, 0 to 1; all inputs together make 1.
    pub explains: f64,
    /// The result with this input at the low end of its range and all others at their likely values.
    pub low_result: f64,
    /// The same at the high end.
    pub high_result: f64,
}

/// All inputs, those that explain most first; `drawn` holds the draws of the program's result number `result`.
/// `None` if it was told to stop.
#[must_use]
pub fn tornado(program: &Program, result: usize, drawn: &[f64], settings: &Settings) -> Option<Vec<Mover>> {
    let inputs = program.inputs();
    let ranks = ranks(&drawn[..drawn.len().min(MOST_DRAWS)]);
    let mut squares = vec![0.0; inputs.len()];
    deal_out(squares.iter_mut().zip(inputs).collect(), settings, || {
        |(square, input): (&mut f64, &Input)| {
            // A number rises with its word, so the words have its ranks.
            let words = words(settings.seed, input.stream, ranks.len());
            *square = correlation(&words, &ranks).powi(2);
        }
    })?;
    let all: f64 = squares.iter().sum();
    // Two rows an input: its low end, its high end.
    let ends = program.at(2 * inputs.len(), |number, input, row| match row.checked_sub(2 * number) {
        Some(0) => input.range.low,
        Some(1) => input.range.high,
        _ => input.likely,
    });
    let results = ends.get(result).map(Vec::as_slice).unwrap_or_default();
    let mover = |((input, square), ends): ((&Input, &f64), &[f64])| Mover {
        input: input.clone(),
        explains: if all > 0.0 { square / all } else { 0.0 },
        low_result: ends[0],
        high_result: ends[1],
    };
    let mut movers: Vec<Mover> = inputs.iter().zip(&squares).zip(results.chunks_exact(2)).map(mover).collect();
    // Equal parts stand by name, so that their order does not depend on that of the plan.
    movers.sort_by(|a, b| b.explains.total_cmp(&a.explains).then_with(|| a.input.name.cmp(&b.input.name)));
    Some(movers)
}

/// The words of an input's first draws.
fn words(seed: u64, stream: u64, count: usize) -> Vec<f64> {
    let mut all = Vec::with_capacity(count + BATCH);
    let mut batch = [0; BATCH];
    for number in (0..).take(count.div_ceil(BATCH)) {
        random::fill(&mut batch, seed, stream, number);
        all.extend(batch.iter().map(|word| f64::from(*word)));
    }
    all.truncate(count);
    all
}
