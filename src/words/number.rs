//! How numbers, money and dates are shown.
//!
//! Tables show full figures with thousands commas, plots short forms. A minus is U+2212. What is no number is a dash.

use crate::plan::{Currency, Date, Money, Period};

use super::names::{currency_name, month_name};
use super::{Language, Words};
use crate::t;

/// Shown where there is no number.
pub const NOTHING: &str = "—";

const MINUS: char = '\u{2212}';
/// Between a figure and its unit.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// A calculated figure as it is shown, or a dash for zero: then something it is calculated from is not known yet.
#[must_use]
pub fn known(value: f64, shown: String) -> String {
    if value == 0.0 { NOTHING.to_owned() } else { shown }
}

/// A number with thousands commas and a fixed number of decimals: `1,269.5`.
#[must_use]
pub fn count(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return NOTHING.to_owned();
    }
    let digits = format!("{:.decimals$}", rounded(value.abs(), decimals));
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let sign = if value < 0.0 && digits.bytes().any(|digit| matches!(digit, b'1'..=b'9')) { "\u{2212}" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{fraction}", with_commas(whole))
}

/// A number with as many decimals as it needs, at most `most`: `37,000`, `12.5`.
#[must_use]
pub fn trimmed(value: f64, most: usize) -> String {
    let text = count(value, most);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A number on the way between two that were typed: all of its whole digits, and of a small one up to two decimals.
#[must_use]
pub fn on_the_way(value: f64) -> String {
    let most = match value.abs() {
        size if size < 10.0 => 2,
        size if size < 100.0 => 1,
        _ => 0,
    };
    trimmed(value, most)
}

/// How many are expected of what is counted whole, such as customers: a mean, shown whole, as nobody wins half a
/// customer. What is not even half of one is not nothing: `<1`.
#[must_use]
pub fn expected(value: f64) -> String {
    let text = count(value, 0);
    if text == "0" && value > 0.0 { "<1".to_owned() } else { text }
}

/// A change: gains carry a plus.
#[must_use]
pub fn signed(value: f64, decimals: usize) -> String {
    with_plus(count(value, decimals))
}

/// Return on investment: two decimals unless it is whole.
#[must_use]
pub fn roi(value: f64) -> String {
    let text = count(value, 2);
    text.strip_suffix(".00").map_or_else(|| text.clone(), str::to_owned)
}

/// How many decimals a table of amounts shows: none where every amount is whole, otherwise the currency's.
#[must_use]
pub fn money_decimals(currency: &Currency, amounts: impl IntoIterator<Item = Money>) -> usize {
    let unit = currency.minor_per_unit();
    let all_whole = amounts.into_iter().all(|amount| amount.minor() % unit == 0);
    if all_whole { 0 } else { usize::from(currency.digits.min(Currency::MOST_DIGITS)) }
}

/// An amount with thousands commas and the table's decimals (see [`money_decimals`]), without its currency.
#[must_use]
pub fn money(currency: &Currency, amount: Money, decimals: usize) -> String {
    let digits = usize::from(currency.digits.min(Currency::MOST_DIGITS));
    let dropped = 10_i128.pow(u32::try_from(digits.saturating_sub(decimals)).unwrap_or(0));
    let minor = i128::from(amount.minor()).abs();
    let kept = (minor + dropped / 2) / dropped;
    let unit = 10_i128.pow(u32::try_from(digits.min(decimals)).unwrap_or(0));
    let sign = if amount.minor() < 0 && kept > 0 { "\u{2212}" } else { "" };
    let whole = with_commas(&(kept / unit).to_string());
    if decimals == 0 {
        return format!("{sign}{whole}");
    }
    // A currency with fewer digits than the table gets zeros.
    let shown = digits.min(decimals);
    let fraction = if shown == 0 { String::new() } else { format!("{:0shown$}", kept % unit) };
    format!("{sign}{whole}.{fraction:0<decimals$}")
}

/// One amount by itself: decimals only where it has some.
#[must_use]
pub fn amount(currency: &Currency, amount: Money) -> String {
    money(currency, amount, money_decimals(currency, [amount]))
}

/// One amount with its currency: `1,200,000 CNY`, `1,200,000 元`.
#[must_use]
pub fn amount_named(words: &Words, currency: &Currency, value: Money) -> String {
    format!("{}{NO_BREAK_SPACE}{}", amount(currency, value), currency_name(&currency.code, words))
}

/// A calculated amount: in whole units, for its cents would claim more than an estimate knows.
#[must_use]
pub fn estimate(currency: &Currency, amount: Money) -> String {
    money(currency, amount, 0)
}

/// A calculated amount with its currency.
#[must_use]
pub fn estimate_named(words: &Words, currency: &Currency, value: Money) -> String {
    format!("{}{NO_BREAK_SPACE}{}", estimate(currency, value), currency_name(&currency.code, words))
}

/// A change of an amount: gains carry a plus.
#[must_use]
pub fn money_signed(currency: &Currency, amount: Money, decimals: usize) -> String {
    with_plus(money(currency, amount, decimals))
}

/// A fraction in percent with its sign: `86 %` with a no-break space, in Chinese `86%`.
#[must_use]
pub fn percent(language: Language, fraction: f64, decimals: usize) -> String {
    match language {
        _ if !fraction.is_finite() => NOTHING.to_owned(),
        Language::ZhCn => format!("{}%", percent_bare(fraction, decimals)),
        Language::En => format!("{}{NO_BREAK_SPACE}%", percent_bare(fraction, decimals)),
    }
}

/// A fraction in percent for a column that has the sign in its heading: `62.5`.
#[must_use]
pub fn percent_bare(fraction: f64, decimals: usize) -> String {
    count(fraction * 100.0, decimals)
}

/// A range of finished figures: `34,230–40,060`.
#[must_use]
pub fn range(low: &str, high: &str) -> String {
    format!("{low}–{high}")
}

/// A range of draws, which settle the ends of large sums to about ten: `34,230–40,060`.
#[must_use]
pub fn drawn_range(low: f64, high: f64) -> String {
    let step = if high >= 1_000.0 { 10.0 } else { 1.0 };
    let [low, high] = [low, high].map(|end| count((end / step).round() * step, 0));
    range(&low, &high)
}

/// The short form for plots, with at most three digits: `12k`, `1.2M`; `1.2万`, `2亿`.
#[must_use]
pub fn short(language: Language, value: f64) -> String {
    let steps: &[(f64, &str)] = match language {
        Language::ZhCn => &[(1e8, "亿"), (1e4, "万")],
        Language::En => &[(1e9, "B"), (1e6, "M"), (1e3, "k")],
    };
    for &(size, name) in steps {
        if rounded(value.abs() / size, 2) >= 1.0 {
            return format!("{}{name}", three_digits(value / size));
        }
    }
    three_digits(value)
}

/// The short form of an amount.
#[must_use]
pub fn short_money(language: Language, currency: &Currency, amount: Money) -> String {
    short(language, currency.units(amount))
}

/// A date in full: `14 May 2026`, `2026年5月14日`.
#[must_use]
pub fn date(words: &Words, date: Date) -> String {
    match words.language() {
        Language::ZhCn => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Language::En => format!("{} {} {}", date.day(), month_name(date.month(), words), date.year()),
    }
}

/// A date in ISO form, for tables and files: `2026-05-14`.
#[must_use]
pub fn date_iso(date: Date) -> String {
    date.to_string()
}

/// A day of a year that is known: `14 May`, `5月14日`.
#[must_use]
pub fn day_and_month(words: &Words, date: Date) -> String {
    match words.language() {
        Language::ZhCn => format!("{}月{}日", date.month(), date.day()),
        Language::En => format!("{} {}", date.day(), month_name(date.month(), words)),
    }
}

/// A month for an axis: `Jan`, `1月`.
#[must_use]
pub fn month_short(words: &Words, month: i8) -> String {
    let name = month_name(month, words);
    match words.language() {
        Language::ZhCn => name,
        Language::En => name.chars().take(3).collect(),
    }
}

/// A month of a planned time, 0 for the first: `Sep`, `9月`; with its year where there may be another of that name:
/// `Sep 2027`, `2027年9月`.
#[must_use]
pub fn month_of(words: &Words, period: &Period, month: u32) -> String {
    let start = period.month_start(month);
    let name = month_short(words, start.month());
    match words.language() {
        _ if period.months <= 12 => name,
        Language::ZhCn => format!("{}年{name}", start.year()),
        Language::En => format!("{name} {}", start.year()),
    }
}

/// A planned time: `January to December 2026`, `2026年1月至12月`; whole days where it does not begin on a first.
#[must_use]
pub fn period(words: &Words, period: &Period) -> String {
    let (start, end) = (period.start, period.end());
    if start.day() != 1 {
        return match words.language() {
            Language::ZhCn => format!("{}至{}", date(words, start), date(words, end)),
            Language::En => format!("{} to {}", date(words, start), date(words, end)),
        };
    }
    let same_year = start.year() == end.year();
    let (first, last) = (month_name(start.month(), words), month_name(end.month(), words));
    match words.language() {
        Language::ZhCn if same_year && first == last => format!("{}年{first}", start.year()),
        Language::ZhCn if same_year => format!("{}年{first}至{last}", start.year()),
        Language::ZhCn => format!("{}年{first}至{}年{last}", start.year(), end.year()),
        Language::En if same_year && first == last => format!("{first} {}", start.year()),
        Language::En if same_year => format!("{first} to {last} {}", start.year()),
        Language::En => format!("{first} {} to {last} {}", start.year(), end.year()),
    }
}

/// Rounds parts to a number of decimals so that they add up to the total shown with as many: largest remainder.
///
/// The total may itself be a part that was rounded so. Parts that do not belong to it are rounded alone.
#[must_use]
pub fn rounded_parts(parts: &[f64], total: f64, decimals: usize) -> Vec<f64> {
    let scale = power_of_ten(decimals);
    let mut floors: Vec<f64> = parts.iter().map(|part| (part * scale + 1e-7).floor()).collect();
    let missing = rounded(total, decimals) * scale - floors.iter().sum::<f64>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let most = order.iter().fold(0.5, |most, _| most + 1.0);
    if !(-0.5..most).contains(&missing) {
        return parts.iter().map(|part| rounded(*part, decimals)).collect();
    }
    let remainder = |index: usize| parts[index] * scale - floors[index];
    order.sort_by(|&a, &b| remainder(b).total_cmp(&remainder(a)).then(a.cmp(&b)));
    let raised: Vec<usize> = order.into_iter().zip(units(missing)).map(|(index, ())| index).collect();
    for index in raised {
        floors[index] += 1.0;
    }
    floors.into_iter().map(|floor| floor / scale).collect()
}

/// As many units as a small whole number says.
fn units(number: f64) -> impl Iterator<Item = ()> {
    std::iter::successors(Some(0.5), |done| Some(done + 1.0)).take_while(move |done| *done <= number).map(|_| ())
}

/// A number to so many significant digits, as many as draws can settle.
#[must_use]
pub fn significant(value: f64, digits: usize) -> f64 {
    format!("{value:.*e}", digits.saturating_sub(1)).parse().unwrap_or(value)
}

/// A quantile or a mean found by drawing, in as many digits as so many draws can settle.
#[must_use]
pub fn drawn(value: f64) -> f64 {
    significant(value, 4)
}

/// A chance found by drawing, in whole percent; draws cannot tell what is all but certain from what is certain.
#[must_use]
pub fn chance(words: &Words, value: f64) -> String {
    let figure = chance_figure(words, value);
    if is_settled(value) { figure } else { chance_is(words, value, &figure) }
}

/// The figure of a chance alone: a whole percent from 1 to 99, whatever lies beyond.
#[must_use]
pub fn chance_figure(words: &Words, value: f64) -> String {
    percent(words.language(), if is_settled(value) { value } else { value.clamp(0.01, 0.99) }, 0)
}

/// A chance as what a sentence says of it: `为 31%`, `高于 99%`; in English `31 %`, `more than 99 %`. `figure` is
/// [`chance_figure`], perhaps marked.
#[must_use]
pub fn chance_is(words: &Words, value: f64, figure: &str) -> String {
    let key = match value {
        _ if is_settled(value) => "odds-chance-is",
        value if value < 0.5 => "odds-chance-below",
        _ => "odds-chance-above",
    };
    t!(words, key, percent = figure)
}

/// A chance found by drawing with how far it may be off, as far as so many draws can tell: `31 % ± 0.3`.
#[must_use]
pub fn chance_with_error(words: &Words, value: f64, standard_error: f64) -> String {
    let shown = chance(words, value);
    if !is_settled(value) || standard_error <= 0.0 {
        return shown;
    }
    t!(words, "odds-chance-of", percent = shown, error = chance_error(standard_error))
}

/// The difference of two chances in percentage points, with how far it may be off: `+3.2 ± 0.3`.
#[must_use]
pub fn points_with_error(value: f64, standard_error: f64) -> String {
    let points = 100.0 * value;
    if standard_error <= 0.0 {
        return signed(points, 0);
    }
    let error = chance_error(standard_error);
    // As many decimals as the error has.
    let decimals = error.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    format!("{} ± {error}", signed(points, decimals))
}

/// Whether draws can tell a chance from none and from certainty, in whole percent.
fn is_settled(value: f64) -> bool {
    (0.005..=0.995).contains(&value)
}

/// How far a chance found by drawing may be off, in percentage points with one significant digit: `0.3`.
#[must_use]
pub fn chance_error(standard_error: f64) -> String {
    trimmed(significant(100.0 * standard_error, 1), 3)
}

/// Rounded half away from zero, as people expect of the decimals they see.
#[must_use]
pub fn rounded(value: f64, decimals: usize) -> f64 {
    let scale = power_of_ten(decimals);
    let scaled = value * scale;
    if !scaled.is_finite() || scaled.abs() > 1e15 {
        return value;
    }
    // 1.005 is a hair below its name in binary; the nudge is far below any digit that is shown.
    (scaled + scaled * 4.0 * f64::EPSILON).round() / scale
}

fn power_of_ten(decimals: usize) -> f64 {
    10_f64.powi(i32::try_from(decimals).unwrap_or(0))
}

/// At most three digits, without zeros at the end.
fn three_digits(value: f64) -> String {
    let decimals = match value.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        _ => 2,
    };
    trimmed(value, decimals)
}

fn with_plus(text: String) -> String {
    let is_gain = !text.starts_with(MINUS) && text.bytes().any(|digit| matches!(digit, b'1'..=b'9'));
    if is_gain { format!("+{text}") } else { text }
}

fn with_commas(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests;
