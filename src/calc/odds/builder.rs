//! A calculation written down once and run for many draws at a time.
//!
//! The builder notes what depends on a draw; everything else is calculated while building, by the same operations in
//! the same order as the report, so that without ranges nothing is left and the numbers are the report's own.

use std::collections::HashMap;

use super::input::Input;
use super::program::{Note, Operation, Program, Value};

/// Writes a program.
#[derive(Debug, Default)]
pub struct Builder {
    notes: Vec<Note>,
    inputs: Vec<Input>,
    by_name: HashMap<String, Value>,
    /// What was calculated already, where that is looked for.
    by_work: Option<HashMap<Work, Value>>,
}

/// An operation with its operands: by their bits, or by the numbers of their notes.
type Work = (Operation, [(bool, u64); 2]);

impl Builder {
    /// An uncertain number. A name said twice is the same number.
    pub fn input(&mut self, input: Input) -> Value {
        if let Some(known) = self.by_name.get(&input.name) {
            return *known;
        }
        let value = self.note(Note::Draw(self.inputs.len()));
        self.by_name.insert(input.name.clone(), value);
        self.inputs.push(input);
        value
    }

    fn note(&mut self, note: Note) -> Value {
        self.notes.push(note);
        Value::Varying(self.notes.len() - 1)
    }

    /// The same builder, which calculates nothing twice: worth it where several plans have the same parts.
    #[must_use]
    pub fn finding_again(self) -> Self {
        Self { by_work: Some(HashMap::new()), ..self }
    }

    fn calculate(&mut self, operation: Operation, left: Value, right: Value) -> Value {
        if let Some(trivial) = operation.trivial(left, right) {
            return trivial;
        }
        let work = (operation, [left, right].map(bits));
        if let Some(known) = self.by_work.as_ref().and_then(|known| known.get(&work)) {
            return *known;
        }
        let value = self.note(Note::Calculate(operation, left, right));
        if let Some(known) = &mut self.by_work {
            known.insert(work, value);
        }
        value
    }

    /// left + right.
    pub fn add(&mut self, left: Value, right: Value) -> Value {
        self.calculate(Operation::Add, left, right)
    }

    /// left − right.
    pub fn subtract(&mut self, left: Value, right: Value) -> Value {
        self.calculate(Operation::Subtract, left, right)
    }

    /// left × right.
    pub fn multiply(&mut self, left: Value, right: Value) -> Value {
        self.calculate(Operation::Multiply, left, right)
    }

    /// left ÷ right.
    pub fn divide(&mut self, left: Value, right: Value) -> Value {
        self.calculate(Operation::Divide, left, right)
    }

    /// The lesser of two.
    pub fn least(&mut self, left: Value, right: Value) -> Value {
        self.calculate(Operation::Least, left, right)
    }

    /// The greater of two.
    pub fn most(&mut self, left: Value, right: Value) -> Value {
        self.calculate(Operation::Most, left, right)
    }

    /// All of them added, from the first to the last.
    pub fn sum(&mut self, values: impl IntoIterator<Item = Value>) -> Value {
        values.into_iter().fold(Value::Fixed(0.0), |sum, value| self.add(sum, value))
    }

    /// The program that gives these results; inputs that move none of them are left out.
    #[must_use]
    pub fn finish(self, results: &[Value]) -> Program {
        let last_uses = self.last_uses(results);
        let mut program = Program { inputs: Vec::new(), steps: Vec::new(), columns: 0, results: Vec::new() };
        let mut columns = vec![0; self.notes.len()];
        let mut free = Vec::new();
        for (number, note) in self.notes.iter().enumerate().filter(|(number, _)| last_uses[*number] > 0) {
            let in_column = |value: Value| match value {
                Value::Varying(note) => Value::Varying(columns[note]),
                fixed @ Value::Fixed(_) => fixed,
            };
            let work = match *note {
                Note::Draw(input) => {
                    program.inputs.push(self.inputs[input].clone());
                    Note::Draw(program.inputs.len() - 1)
                }
                Note::Calculate(operation, left, right) => {
                    let done = |value: &Value| matches!(value, Value::Varying(note) if last_uses[*note] == number);
                    let twice = left == right;
                    for value in [left, right].iter().take(if twice { 1 } else { 2 }).filter(|value| done(value)) {
                        free.extend(match in_column(*value) {
                            Value::Varying(column) => Some(column),
                            Value::Fixed(_) => None,
                        });
                    }
                    Note::Calculate(operation, in_column(left), in_column(right))
                }
            };
            let column = free.pop().unwrap_or_else(|| {
                program.columns += 1;
                program.columns - 1
            });
            columns[number] = column;
            program.steps.push((work, column));
        }
        program.results = results
            .iter()
            .map(|value| match *value {
                Value::Varying(note) => Value::Varying(columns[note]),
                fixed @ Value::Fixed(_) => fixed,
            })
            .collect();
        program
    }

    /// The number of the last note that uses each note, `usize::MAX` for results, 0 for what nobody uses (the first
    /// note uses none).
    fn last_uses(&self, results: &[Value]) -> Vec<usize> {
        let mut last_uses = vec![0; self.notes.len()];
        let mark = |uses: &mut Vec<usize>, value: Value, by: usize| {
            if let Value::Varying(note) = value {
                uses[note] = uses[note].max(by);
            }
        };
        for value in results {
            mark(&mut last_uses, *value, usize::MAX);
        }
        for (number, note) in self.notes.iter().enumerate().rev() {
            if let (Note::Calculate(_, left, right), true) = (*note, last_uses[number] > 0) {
                for value in [left, right] {
                    mark(&mut last_uses, value, number);
                }
            }
        }
        last_uses
    }
}

fn bits(value: Value) -> (bool, u64) {
    match value {
        Value::Fixed(number) => (true, number.to_bits()),
        Value::Varying(note) => (false, note as u64),
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp)] // the same operations give the same numbers
mod tests {
    use super::*;
    use crate::calc::numbers::Kind;
    use crate::plan::Estimate;

    fn input(name: &str) -> Input {
        Input::new(name.to_owned(), Kind::Count, Estimate::between(2.0, 1.0, 4.0)).unwrap()
    }

    #[test]
    fn what_is_certain_is_calculated_while_building() {
        let mut builder = Builder::default();
        let product = builder.multiply(Value::Fixed(3.0), Value::Fixed(0.1));
        assert_eq!(product, Value::Fixed(3.0 * 0.1));
        let drawn = builder.input(input("a"));
        assert_eq!(builder.multiply(drawn, Value::Fixed(0.0)), Value::Fixed(0.0));
        assert_eq!(builder.multiply(Value::Fixed(1.0), drawn), drawn);
        assert_eq!(builder.add(drawn, Value::Fixed(0.0)), drawn);
        assert_eq!(builder.input(input("a")), drawn, "a name is one number");
        let program = builder.finish(&[product]);
        assert!(program.inputs().is_empty() && program.steps.is_empty(), "nothing uncertain is needed");
    }

    #[test]
    fn columns_are_used_again_and_nothing_is_lost() {
        let mut builder = Builder::default();
        let inputs: Vec<Value> = ["a", "b", "c"].map(|name| builder.input(input(name))).into();
        let mut sum = Value::Fixed(1.0);
        let mut kept = Vec::new();
        for round in 0..20 {
            let term = builder.multiply(inputs[round % 3], inputs[(round + 1) % 3]);
            let half = builder.divide(term, Value::Fixed(2.0));
            let other = builder.subtract(half, inputs[round % 3]);
            let least = builder.least(other, Value::Fixed(5.0));
            let most = builder.most(least, term);
            sum = builder.add(sum, most);
            if round == 7 {
                kept.push(sum);
            }
        }
        kept.push(sum);
        let program = builder.finish(&kept);
        assert!(program.columns <= 8, "{} columns", program.columns);
        let results = program.at(600, |number, _, row| f64::from(u32::try_from(row * (number + 1)).unwrap()));
        for (row, found) in results[0].iter().zip(&results[1]).enumerate() {
            let values: Vec<f64> = (1..=3).map(|number| f64::from(u32::try_from(row * number).unwrap())).collect();
            let (mut sum, mut early) = (1.0, 0.0);
            for round in 0..20 {
                let term = values[round % 3] * values[(round + 1) % 3];
                sum += (term / 2.0 - values[round % 3]).min(5.0).max(term);
                if round == 7 {
                    early = sum;
                }
            }
            assert_eq!(found, (&early, &sum), "row {row}");
        }
    }

    #[test]
    fn an_estimate_that_is_wrong_or_a_point_is_not_drawn() {
        let new = |kind, estimate| Input::new("x".to_owned(), kind, estimate);
        assert_eq!(new(Kind::Count, Estimate::exactly(2.0)), None);
        assert_eq!(new(Kind::Count, Estimate::between(2.0, 2.0, 2.0)), None);
        assert_eq!(new(Kind::Count, Estimate::between(2.0, 3.0, 1.0)), None);
        assert_eq!(new(Kind::Count, Estimate::between(5.0, 1.0, 3.0)), None);
        assert_eq!(new(Kind::Rate, Estimate::between(0.5, 0.1, 1.5)), None);
        assert_eq!(new(Kind::Count, Estimate::between(f64::NAN, 0.1, 1.5)), None);
        assert!(new(Kind::Rate, Estimate::between(0.5, 0.0, 1.0)).is_some());
    }
}
