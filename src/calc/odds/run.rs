//! Runs a program for many draws, on any number of threads. Draws are dealt out in fixed chunks, each of which fills its
//! own part of the results, so the results are the same bits whoever calculated them.

use std::sync::{Mutex, PoisonError};
use std::thread;

use super::batch::BATCH;
use super::program::{Operand, Program, Value};
use super::random;
use super::vector::widely;

/// Draws that are dealt out together.
const CHUNK: usize = 16 * BATCH;

/// How to draw.
#[derive(Clone, Copy)]
pub struct Settings<'a> {
    /// How many draws.
    pub draws: u32,
    /// The same seed gives the same draws.
    pub seed: u64,
    /// How many threads share the work, at least 1; the result does not depend on it.
    pub threads: usize,
    /// Asked now and then whether to give up.
    pub stop: &'a (dyn Fn() -> bool + Sync),
}

/// A result in all draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawn {
    /// The same in all of them.
    Fixed(f64),
    /// One number a draw.
    Values(Vec<f64>),
}

/// All draws of all results; `None` if it was told to stop.
#[must_use]
pub fn run(program: &Program, settings: &Settings) -> Option<Vec<Drawn>> {
    let draws = settings.draws as usize;
    let column = |value: &Value| match *value {
        Value::Fixed(number) => Drawn::Fixed(number),
        Value::Varying(_) => Drawn::Values(vec![0.0; draws]),
    };
    let mut results: Vec<Drawn> = program.results().iter().map(column).collect();
    deal_out(chunks(&mut results, draws), settings, || {
        let mut space = program.workspace();
        let mut words = [0; BATCH];
        move |mut chunk: Chunk| {
            let count = chunk.parts.iter().find_map(|part| part.as_ref().map(|part| part.len())).unwrap_or(0);
            for (batch, start) in (chunk.first_batch..).zip((0..count).step_by(BATCH)) {
                program.run(&mut space, |number, column| {
                    let input = &program.inputs()[number];
                    widely(|| {
                        random::fill(&mut words, settings.seed, input.stream, batch);
                        input.distribution.fill(&words, column);
                    });
                });
                let end = count.min(start + BATCH);
                for (part, value) in chunk.parts.iter_mut().zip(program.results()) {
                    if let (Some(part), Operand::Column(column)) = (part, space.operand(*value)) {
                        part[start..end].copy_from_slice(&column[..end - start]);
                    }
                }
            }
        }
    })?;
    Some(results)
}

/// A part of all results that lies side by side; none where the result is fixed.
struct Chunk<'a> {
    first_batch: u32,
    parts: Vec<Option<&'a mut [f64]>>,
}

fn chunks(results: &mut [Drawn], draws: usize) -> Vec<Chunk<'_>> {
    let mut columns: Vec<_> = results
        .iter_mut()
        .map(|drawn| match drawn {
            Drawn::Fixed(_) => None,
            Drawn::Values(values) => Some(values.chunks_mut(CHUNK)),
        })
        .collect();
    if columns.iter().all(Option::is_none) {
        return Vec::new();
    }
    let parts = || columns.iter_mut().map(|column| column.as_mut().and_then(Iterator::next)).collect();
    let parts: Vec<Vec<_>> = std::iter::repeat_with(parts).take(draws.div_ceil(CHUNK)).collect();
    #[allow(clippy::cast_possible_truncation)] // 16
    let first_batches = (0..).step_by(CHUNK / BATCH);
    parts.into_iter().zip(first_batches).map(|(parts, first_batch)| Chunk { first_batch, parts }).collect()
}

/// Hands tasks to threads, each with a worker of its own; `None` if it was told to stop.
pub fn deal_out<T: Send, W: FnMut(T)>(tasks: Vec<T>, settings: &Settings, worker: impl Fn() -> W + Sync) -> Option<()> {
    let threads = settings.threads.clamp(1, tasks.len().max(1));
    let queue = Mutex::new(tasks.into_iter());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        let mut work = worker();
        while let Some(task) = next() {
            if (settings.stop)() {
                break;
            }
            work(task);
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    (!(settings.stop)()).then_some(())
}
