//! Formulas as they are written: fractions, powers, and all else in a row.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::calc::explain::{Call, Source, Term};
use crate::report::lookup::Lookup;

use super::shown::{plain, value};

/// A piece of a formula on one line.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Letters, names, signs or numbers that stay together.
    Text(String),
    /// One over the other.
    Fraction(Vec<Self>, Vec<Self>),
    /// Raised, behind what stands before it.
    Raised(Vec<Self>),
}

/// Whether a formula shows what its numbers are called or how much they are.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    Names,
    Values,
}

/// What a formula is written with.
pub(super) struct Write<'a> {
    pub(super) lookup: &'a Lookup<'a>,
    pub(super) named: &'a dyn Fn(&Source) -> String,
    /// Names wider than this, in columns of which a Chinese character takes two, end in `…`: the sources say them whole.
    pub(super) widest: Option<usize>,
}

/// How wide names are where there is little room.
pub(super) const WIDEST: usize = 28;

/// A sum above or below the bar of a fraction cannot go on in the next line.
const WIDEST_IN_FRACTION: usize = 18;

/// Of a sum of more terms than this the first ones and the last stand there.
const MOST_NAMES: usize = 4;
const MOST_VALUES: usize = 7;

/// A formula in pieces.
pub(super) fn pieces(write: &Write, term: &Term, form: Form) -> Vec<Piece> {
    match term {
        Term::Known(source) => vec![Piece::Text(write.source(source, form))],
        Term::Number(number) => vec![Piece::Text(plain(*number))],
        Term::Argument => vec![text("x")],
        Term::Call(call) if form == Form::Names => {
            let inside = pieces(write, &call.argument, form);
            joined(vec![vec![Piece::Text(format!("{}(", call.name))], inside, vec![text(")")]])
        }
        Term::Call(call) => pieces(write, &call.filled(), form),
        Term::Sum(terms) => {
            let most = if form == Form::Names { MOST_NAMES } else { MOST_VALUES };
            let each: Vec<_> = terms.iter().map(|term| pieces(write, term, form)).collect();
            with_between(shortened(each, most), " + ")
        }
        Term::Product(terms) => {
            let sign = if form == Form::Names && terms.iter().all(is_lettered) { " · " } else { " × " };
            with_between(terms.iter().map(|term| within(write, term, form)).collect(), sign)
        }
        Term::Difference(first, second) => {
            let second = if is_sum(second) { within(write, second, form) } else { pieces(write, second, form) };
            joined(vec![pieces(write, first, form), vec![text(" − ")], second])
        }
        Term::Quotient(above, below) => {
            let part = |term| pieces(&write.within_fraction(term), term, form);
            vec![Piece::Fraction(part(above), part(below))]
        }
        Term::Power(base, exponent) => {
            joined(vec![within(write, base, form), vec![Piece::Raised(pieces(write, exponent, form))]])
        }
        Term::Least(first, second) => chosen(write, "min", (first, second), form),
        Term::Greatest(first, second) => chosen(write, "max", (first, second), form),
    }
}

/// r(x) = …
pub(super) fn definition(write: &Write, call: &Call) -> Vec<Piece> {
    let head = Piece::Text(format!("{}(x) = ", call.name));
    joined(vec![vec![head], pieces(write, &call.body, Form::Names)])
}

/// What the parts of a formula come to, where they are calculated themselves.
pub(super) fn steps(write: &Write, term: &Term) -> Option<Vec<Piece>> {
    let is_composed = |terms: &[&Term]| terms.iter().any(|term| !term.is_leaf());
    let parts = term.parts();
    if matches!(term, Term::Call(_)) || !is_composed(&parts) {
        return None;
    }
    let come_to = |term: &Term| match term {
        Term::Known(_) | Term::Number(_) => term.clone(),
        other => Term::Number(other.value()),
    };
    let stepped = match term {
        Term::Sum(terms) => Term::Sum(terms.iter().map(come_to).collect()),
        Term::Product(terms) => Term::Product(terms.iter().map(come_to).collect()),
        Term::Difference(first, second) => come_to(first).less(come_to(second)),
        Term::Quotient(above, below) => come_to(above).over(come_to(below)),
        _ => return None,
    };
    Some(pieces(write, &stepped, Form::Values))
}

/// A formula in one line of text.
pub(super) fn line(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Fraction(above, below) => {
                out.push_str(&bracketed(above));
                out.push_str(" ÷ ");
                out.push_str(&bracketed(below));
            }
            Piece::Raised(exponent) => {
                out.push('^');
                out.push_str(&bracketed(exponent));
            }
        }
    }
    out
}

fn bracketed(pieces: &[Piece]) -> String {
    let text = line(pieces);
    let signs = [" + ", " − ", " × ", " · ", " ÷ "];
    if signs.iter().any(|sign| text.contains(sign)) { format!("({text})") } else { text }
}

impl Write<'_> {
    /// What a part of a fraction is written with.
    fn within_fraction(&self, part: &Term) -> Self {
        let widest = self.widest.map(|widest| if is_sum(part) { widest.min(WIDEST_IN_FRACTION) } else { widest });
        Self { widest, ..*self }
    }

    fn source(&self, source: &Source, form: Form) -> String {
        if form == Form::Values {
            return value(self.lookup, source.value, source.unit);
        }
        match source.symbol {
            // What is the same everywhere is best said by its number.
            "" if source.is_shown_by_value() => value(self.lookup, source.value, source.unit),
            "" => shortened_name((self.named)(source), self.widest),
            letter => letter.to_owned(),
        }
    }
}

fn text(text: &str) -> Piece {
    Piece::Text(text.to_owned())
}

fn shortened_name(name: String, widest: Option<usize>) -> String {
    let Some(widest) = widest.filter(|widest| name.width() > *widest) else { return name };
    let mut wide = 0;
    let fits = |letter: &char| {
        wide += letter.width().unwrap_or(0);
        wide < widest
    };
    let kept: String = name.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

/// At most so many, with dots for those that are left out.
fn shortened(mut each: Vec<Vec<Piece>>, most: usize) -> Vec<Vec<Piece>> {
    if each.len() > most {
        let last = each.pop().unwrap_or_default();
        each.truncate(most - 2);
        each.extend([vec![text("…")], last]);
    }
    each
}

fn with_between(each: Vec<Vec<Piece>>, sign: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    for (index, pieces) in each.into_iter().enumerate() {
        if index > 0 {
            out.push(text(sign));
        }
        out.extend(pieces);
    }
    out
}

fn joined(parts: Vec<Vec<Piece>>) -> Vec<Piece> {
    parts.into_iter().flatten().collect()
}

/// Within a product or a power: sums stand in brackets.
fn within(write: &Write, term: &Term, form: Form) -> Vec<Piece> {
    let inside = pieces(write, term, form);
    if is_sum(term) { joined(vec![vec![text("(")], inside, vec![text(")")]]) } else { inside }
}

fn is_sum(term: &Term) -> bool {
    matches!(term, Term::Sum(_) | Term::Difference(..))
}

/// Whether it is written with letters alone, as formulas of mathematics are.
fn is_lettered(term: &Term) -> bool {
    match term {
        Term::Known(source) => !source.symbol.is_empty(),
        Term::Number(_) | Term::Argument | Term::Call(_) => true,
        other => other.parts().into_iter().all(is_lettered),
    }
}

fn chosen(write: &Write, name: &str, (first, second): (&Term, &Term), form: Form) -> Vec<Piece> {
    let parts = vec![
        vec![Piece::Text(format!("{name}("))],
        pieces(write, first, form),
        vec![text(", ")],
        pieces(write, second, form),
        vec![text(")")],
    ];
    joined(parts)
}
