//! A calculation as a flat list of steps, each over many draws at a time.

use super::batch::{BATCH, Column};
use super::input::Input;

/// A number of the calculation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// The same in every draw.
    Fixed(f64),
    /// Differs from draw to draw: the number of its note while building, of its column in a program.
    Varying(usize),
}

/// What is done with two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Operation {
    Add,
    Subtract,
    Multiply,
    Divide,
    Least,
    Most,
}

impl Operation {
    pub(super) fn of(self, left: f64, right: f64) -> f64 {
        match self {
            Self::Add => left + right,
            Self::Subtract => left - right,
            Self::Multiply => left * right,
            Self::Divide => left / right,
            Self::Least => left.min(right),
            Self::Most => left.max(right),
        }
    }

    /// What comes out without looking at the number that is drawn; all numbers here are finite.
    pub(super) fn trivial(self, left: Value, right: Value) -> Option<Value> {
        use Value::Fixed;
        let is = |value: Value, number: f64| value == Fixed(number);
        match self {
            _ if let (Fixed(left), Fixed(right)) = (left, right) => Some(Fixed(self.of(left, right))),
            Self::Multiply if is(left, 0.0) || is(right, 0.0) => Some(Fixed(0.0)),
            Self::Add if is(left, 0.0) => Some(right),
            Self::Multiply if is(left, 1.0) => Some(right),
            Self::Add | Self::Subtract if is(right, 0.0) => Some(left),
            Self::Multiply | Self::Divide if is(right, 1.0) => Some(left),
            _ => None,
        }
    }
}

/// One step: an input is drawn, or two numbers are calculated with.
#[derive(Clone, Copy, Debug)]
pub(super) enum Note {
    Draw(usize),
    Calculate(Operation, Value, Value),
}

/// A calculation ready to run.
#[derive(Debug)]
pub struct Program {
    pub(super) inputs: Vec<Input>,
    /// What is done, and in which column the outcome goes; operands name columns.
    pub(super) steps: Vec<(Note, usize)>,
    pub(super) columns: usize,
    pub(super) results: Vec<Value>,
}

/// The columns a program works in; one a thread.
#[derive(Debug)]
pub struct Workspace {
    #[allow(clippy::vec_box)] // each may trade places with the spare one
    columns: Vec<Box<Column>>,
    /// Where an outcome is written before it takes the place of what its column held.
    spare: Box<Column>,
}

impl Program {
    /// The uncertain numbers, in the order in which they were first needed.
    #[must_use]
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// Where each result stands: a number, or the number of a column.
    #[must_use]
    pub fn results(&self) -> &[Value] {
        &self.results
    }

    /// Columns to work in.
    #[must_use]
    pub fn workspace(&self) -> Workspace {
        let column = || Box::new([0.0; BATCH]);
        Workspace { columns: std::iter::repeat_with(column).take(self.columns).collect(), spare: column() }
    }

    /// Calculates one batch; `draw` fills in an input, named by its number.
    pub fn run(&self, space: &mut Workspace, mut draw: impl FnMut(usize, &mut Column)) {
        for (work, target) in &self.steps {
            match *work {
                Note::Draw(input) => draw(input, &mut space.columns[*target]),
                Note::Calculate(operation, left, right) => {
                    let [left, right] = [left, right].map(|value| operand(&space.columns, value));
                    calculate(operation, &mut space.spare, left, right);
                    std::mem::swap(&mut space.spare, &mut space.columns[*target]);
                }
            }
        }
    }

    /// All results with chosen inputs: in each row `of(input)` says what that input is.
    pub fn at(&self, rows: usize, of: impl Fn(usize, &Input, usize) -> f64) -> Vec<Vec<f64>> {
        let mut space = self.workspace();
        let mut results = vec![Vec::with_capacity(rows); self.results.len()];
        for first in (0..rows).step_by(BATCH) {
            self.run(&mut space, |number, column| {
                for (row, value) in column.iter_mut().enumerate() {
                    *value = of(number, &self.inputs[number], first + row);
                }
            });
            let count = BATCH.min(rows - first);
            for (result, value) in results.iter_mut().zip(&self.results) {
                match space.operand(*value) {
                    Operand::Fixed(number) => result.extend(std::iter::repeat_n(number, count)),
                    Operand::Column(column) => result.extend_from_slice(&column[..count]),
                }
            }
        }
        results
    }
}

/// An operand while a batch is calculated.
#[derive(Clone, Copy, Debug)]
pub enum Operand<'a> {
    /// The same in every draw.
    Fixed(f64),
    /// One number a draw.
    Column(&'a Column),
}

impl Workspace {
    /// What stands for a value in the batch that was calculated last.
    #[must_use]
    pub fn operand(&self, value: Value) -> Operand<'_> {
        operand(&self.columns, value)
    }
}

fn operand(columns: &[Box<Column>], value: Value) -> Operand<'_> {
    match value {
        Value::Fixed(number) => Operand::Fixed(number),
        Value::Varying(column) => Operand::Column(&columns[column]),
    }
}

/// One operation over a batch; each arm is a loop of its own, so that it runs on several draws at once.
fn calculate(operation: Operation, out: &mut Column, left: Operand, right: Operand) {
    match operation {
        Operation::Add => each(out, left, right, |left, right| left + right),
        Operation::Subtract => each(out, left, right, |left, right| left - right),
        Operation::Multiply => each(out, left, right, |left, right| left * right),
        Operation::Divide => each(out, left, right, |left, right| left / right),
        Operation::Least => each(out, left, right, f64::min),
        Operation::Most => each(out, left, right, f64::max),
    }
}

#[inline]
fn each(out: &mut Column, left: Operand, right: Operand, of: impl Fn(f64, f64) -> f64) {
    match (left, right) {
        (Operand::Column(left), Operand::Column(right)) => {
            for ((out, left), right) in out.iter_mut().zip(left).zip(right) {
                *out = of(*left, *right);
            }
        }
        (Operand::Column(left), Operand::Fixed(right)) => {
            for (out, left) in out.iter_mut().zip(left) {
                *out = of(*left, right);
            }
        }
        (Operand::Fixed(left), Operand::Column(right)) => {
            for (out, right) in out.iter_mut().zip(right) {
                *out = of(left, *right);
            }
        }
        (Operand::Fixed(left), Operand::Fixed(right)) => out.fill(of(left, right)),
    }
}
