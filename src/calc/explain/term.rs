//! A formula as a tree, whose leaves carry what they stand for: the same tree is shown with names, shown with values, and evaluated.

use super::source::Source;

/// A formula, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// A number that stands for something.
    Known(Source),
    /// A number of the formula itself.
    Number(f64),
    /// What a function is asked about, within its formula.
    Argument,
    /// A function of a number.
    Call(Box<Call>),
    /// All of them together.
    Sum(Vec<Self>),
    /// The first less the second.
    Difference(Box<Self>, Box<Self>),
    /// All of them multiplied.
    Product(Vec<Self>),
    /// The first divided by the second.
    Quotient(Box<Self>, Box<Self>),
    /// The first to the power of the second.
    Power(Box<Self>, Box<Self>),
    /// The smaller of two.
    Least(Box<Self>, Box<Self>),
    /// The larger of two.
    Greatest(Box<Self>, Box<Self>),
}

/// A function where it is used.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// What it is called in the formula: r.
    pub name: &'static str,
    /// What it is asked about.
    pub argument: Term,
    /// Its formula, with [`Term::Argument`] where the argument stands.
    pub body: Term,
}

impl Term {
    /// The first less the second.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Self::Difference(Box::new(self), Box::new(other))
    }

    /// The first divided by the second.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        Self::Quotient(Box::new(self), Box::new(other))
    }

    /// The first to the power of the second.
    #[must_use]
    pub fn to_the(self, exponent: Self) -> Self {
        Self::Power(Box::new(self), Box::new(exponent))
    }

    /// At most as much as another.
    #[must_use]
    pub fn at_most(self, other: Self) -> Self {
        Self::Least(Box::new(self), Box::new(other))
    }

    /// At least as much as another.
    #[must_use]
    pub fn at_least(self, other: Self) -> Self {
        Self::Greatest(Box::new(self), Box::new(other))
    }

    /// What it comes to.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.with(f64::NAN)
    }

    /// What it comes to within a function that is asked about `argument`.
    #[must_use]
    pub fn with(&self, argument: f64) -> f64 {
        let of = |term: &Self| term.with(argument);
        match self {
            Self::Known(source) => source.value,
            Self::Number(number) => *number,
            Self::Argument => argument,
            Self::Call(call) => call.body.with(of(&call.argument)),
            Self::Sum(terms) => terms.iter().map(of).sum(),
            Self::Difference(first, second) => of(first) - of(second),
            Self::Product(terms) => terms.iter().map(of).product(),
            Self::Quotient(above, below) => of(above) / of(below),
            Self::Power(base, exponent) => of(base).powf(of(exponent)),
            Self::Least(first, second) => of(first).min(of(second)),
            Self::Greatest(first, second) => of(first).max(of(second)),
        }
    }

    /// The parts it is made of, from the left.
    #[must_use]
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Known(_) | Self::Number(_) | Self::Argument => Vec::new(),
            Self::Call(call) => vec![&call.argument, &call.body],
            Self::Sum(terms) | Self::Product(terms) => terms.iter().collect(),
            Self::Difference(first, second)
            | Self::Quotient(first, second)
            | Self::Power(first, second)
            | Self::Least(first, second)
            | Self::Greatest(first, second) => vec![first, second],
        }
    }

    /// What its numbers stand for, each once, in the order in which they are met.
    #[must_use]
    pub fn sources(&self) -> Vec<&Source> {
        let mut found: Vec<&Source> = Vec::new();
        self.gather(&mut found);
        found
    }

    fn gather<'a>(&'a self, found: &mut Vec<&'a Source>) {
        match self {
            Self::Known(source) if !found.contains(&source) => found.push(source),
            other => other.parts().into_iter().for_each(|part| part.gather(found)),
        }
    }

    /// Whether it is one number rather than a calculation.
    #[must_use]
    pub fn is_leaf(&self) -> bool {
        matches!(self, Self::Known(_) | Self::Number(_) | Self::Argument)
    }

    /// Its first function, whose formula is to be shown beside it.
    #[must_use]
    pub fn function(&self) -> Option<&Call> {
        match self {
            Self::Call(call) => Some(call),
            other => other.parts().into_iter().find_map(Self::function),
        }
    }
}

impl From<Source> for Term {
    fn from(source: Source) -> Self {
        Self::Known(source)
    }
}

impl Call {
    /// Its formula with the argument put in.
    #[must_use]
    pub fn filled(&self) -> Term {
        filled(&self.body, self.argument.value())
    }
}

fn filled(term: &Term, argument: f64) -> Term {
    let of = |term: &Term| filled(term, argument);
    match term {
        Term::Argument => Term::Number(argument),
        Term::Known(_) | Term::Number(_) | Term::Call(_) => term.clone(),
        Term::Sum(terms) => Term::Sum(terms.iter().map(of).collect()),
        Term::Product(terms) => Term::Product(terms.iter().map(of).collect()),
        Term::Difference(first, second) => of(first).less(of(second)),
        Term::Quotient(first, second) => of(first).over(of(second)),
        Term::Power(first, second) => of(first).to_the(of(second)),
        Term::Least(first, second) => of(first).at_most(of(second)),
        Term::Greatest(first, second) => of(first).at_least(of(second)),
    }
}
