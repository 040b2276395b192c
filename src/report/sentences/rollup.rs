//! Why plans cannot be added up, in a sentence.

use crate::calc::rollup::OtherCurrency;
use crate::plan::Currency;
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;

/// That a plan has another currency than the first one; `names` are those of the files.
#[must_use]
pub fn other_currency(words: &Words, names: &[String], refused: &OtherCurrency) -> String {
    let OtherCurrency { plan, first, other } = refused;
    let name = |number: usize| names.get(number).map(|name| one_line(name)).unwrap_or_default();
    let said = |currency: &Currency| {
        let digits = usize::from(currency.digits);
        let code = currency.code.as_str();
        if first.code == other.code { t!(words, "rollup-digits", code = code, n = digits) } else { code.to_owned() }
    };
    let (path, source) = (name(*plan), name(0));
    t!(words, "rollup-other-currency", path = path, other = said(other), source = source, first = said(first))
}
