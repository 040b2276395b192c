//! Numbers as people write them, read exactly: the one reader of window, command line and plan file.
//!
//! `150000`, `150,000.00`, `12 000`, `-3.5`, `1.2万`, `12k`, and the full-width forms of all of them. A comma or a space
//! between digits groups thousands; where it cannot, the text is refused with what may have been meant. So is `1.5e5`:
//! an e between digits is a slip as often as a power of ten.

/// What stands behind a number and the power of ten it means. Longer ones first.
const SUFFIXES: [(&str, i32); 11] = [
    ("万亿", 12),
    ("千万", 7),
    ("百万", 6),
    ("亿", 8),
    ("万", 4),
    ("千", 3),
    ("k", 3),
    ("K", 3),
    ("M", 6),
    ("m", 6),
    ("B", 9),
];

/// A number exactly as it was written: digits × 10^exponent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    digits: String,
    exponent: i32,
}

/// Why a text is no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Not a number at all.
    NotANumber,
    /// Its commas, spaces or points group no thousands, or it has an exponent; holds what may have been meant, one or
    /// two writings.
    Unclear(Vec<String>),
}

impl Decimal {
    /// Reads a number.
    ///
    /// # Errors
    /// Says why the text is none, and what may have been meant.
    pub fn read(text: &str) -> Result<Self, Unread> {
        let text = half_width(text);
        let text = text.trim();
        let (sign, rest) = text.split_at(usize::from(text.starts_with(['-', '+'])));
        let (figure, tail) = figure_and_tail(rest.trim_start());
        let power = match (power_of(tail), exponent_of(tail)) {
            (Some(power), _) => power,
            (None, Some(exponent)) => {
                let number = Self::read(&format!("{sign}{figure}"))?.shifted(exponent);
                return Err(number.written_out().map_or(Unread::NotANumber, |text| Unread::Unclear(vec![text])));
            }
            (None, None) => return Err(Unread::NotANumber),
        };
        let (whole, fraction) = whole_and_fraction(figure).map_err(|meant| match meant {
            meant if meant.is_empty() => Unread::NotANumber,
            meant => Unread::Unclear(meant.into_iter().map(|figure| format!("{sign}{figure}{tail}")).collect()),
        })?;
        let digits = format!("{whole}{fraction}");
        let places = i32::try_from(fraction.len()).map_err(|_| Unread::NotANumber)?;
        if digits.is_empty() {
            return Err(Unread::NotANumber);
        }
        Ok(Self { negative: sign == "-", digits, exponent: power - places })
    }

    /// The number times a power of ten.
    #[must_use]
    pub fn shifted(self, power: i32) -> Self {
        Self { exponent: self.exponent.saturating_add(power), ..self }
    }

    /// A whole number and the power of ten it counts, exactly; `None` where the number has more digits than 128 bits hold.
    #[must_use]
    pub fn parts(&self) -> Option<(i128, i32)> {
        let kept = self.digits.trim_end_matches('0');
        if kept.trim_start_matches('0').is_empty() {
            return Some((0, 0));
        }
        let dropped = i32::try_from(self.digits.len() - kept.len()).ok()?;
        let size: i128 = kept.parse().ok()?;
        Some((if self.negative { -size } else { size }, self.exponent.checked_add(dropped)?))
    }

    /// The nearest float, as a plan file would hold it.
    #[must_use]
    pub fn nearest(&self) -> f64 {
        let sign = if self.negative { "-" } else { "" };
        format!("{sign}{}e{}", self.digits, self.exponent).parse().unwrap_or(f64::NAN)
    }

    /// The number in units of 10^-places, exactly.
    ///
    /// # Errors
    /// Says whether it has more digits after the point than that, or too many before it.
    pub fn units(&self, places: u8) -> Result<i64, NoUnits> {
        let digits = self.digits.trim_start_matches('0');
        let kept = digits.trim_end_matches('0');
        if kept.is_empty() {
            return Ok(0);
        }
        let dropped = i32::try_from(digits.len() - kept.len()).map_err(|_| NoUnits::TooLarge)?;
        let zeros = self.exponent.saturating_add(dropped).saturating_add(i32::from(places));
        let zeros = usize::try_from(zeros).map_err(|_| NoUnits::TooFine)?;
        if kept.len().saturating_add(zeros) > 19 {
            return Err(NoUnits::TooLarge);
        }
        let size: i64 = format!("{kept}{}", "0".repeat(zeros)).parse().map_err(|_| NoUnits::TooLarge)?;
        Ok(if self.negative { -size } else { size })
    }
}

impl Decimal {
    /// The number in plain digits; `None` where they are more than anyone reads.
    fn written_out(&self) -> Option<String> {
        let sign = if self.negative { "-" } else { "" };
        let digits = self.digits.trim_start_matches('0').trim_end_matches('0');
        let dropped = self.digits.len() - self.digits.trim_end_matches('0').len();
        let exponent = if digits.is_empty() { 0 } else { self.exponent.checked_add(i32::try_from(dropped).ok()?)? };
        // Before anything of that length is made.
        if exponent.unsigned_abs() > 16 {
            return None;
        }
        let places = usize::try_from(-exponent).unwrap_or(0);
        let zeros = usize::try_from(exponent).unwrap_or(0);
        let digits = format!("{digits:0>width$}{}", "0".repeat(zeros), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        (whole.len() + fraction.len() <= 16).then(|| format!("{sign}{whole}{point}{fraction}"))
    }
}

/// Why a number is no whole number of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoUnits {
    /// More digits after the point than the units have.
    TooFine,
    /// More digits before it than fit.
    TooLarge,
}

/// The text in half-width forms, every kind of space as a plain one, the typographic minus as the typed one.
#[must_use]
pub fn half_width(text: &str) -> String {
    let half = |c: char| match c {
        c if c.is_whitespace() => ' ',
        // Full-width forms stand in Unicode in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3002}' => '.',
        '\u{2212}' => '-',
        c => c,
    };
    text.chars().map(half).collect()
}

/// The suffix at the end of a text, empty where there is none.
#[must_use]
pub fn suffix(text: &str) -> &str {
    let found = SUFFIXES.iter().find(|(suffix, _)| text.ends_with(suffix));
    found.map_or("", |(suffix, _)| &text[text.len() - suffix.len()..])
}

/// Digits with their marks, and what stands behind them.
fn figure_and_tail(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !(c.is_ascii_digit() || is_mark(c))).unwrap_or(text.len());
    let (figure, tail) = text.split_at(end);
    (figure.trim_end(), tail)
}

fn is_mark(c: char) -> bool {
    matches!(c, ',' | '.' | ' ')
}

/// The power of ten a suffix means; 0 where there is none.
fn power_of(tail: &str) -> Option<i32> {
    if tail.is_empty() {
        return Some(0);
    }
    SUFFIXES.iter().find(|(suffix, _)| *suffix == tail).map(|(_, power)| *power)
}

/// The number behind an e, of at most two digits.
fn exponent_of(tail: &str) -> Option<i32> {
    let exponent = tail.strip_prefix(['e', 'E'])?;
    let size = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    let plain = (1..=2).contains(&size.len()) && all_digits(size);
    plain.then(|| exponent.parse().ok()).flatten()
}

/// The digits before and after the point, or what may have been meant.
fn whole_and_fraction(figure: &str) -> Result<(String, &str), Vec<String>> {
    let (whole, fraction) = figure.split_once('.').unwrap_or((figure, ""));
    match ungrouped(whole, &[',', ' ']) {
        Some(whole) if all_digits(fraction) => Ok((whole, fraction)),
        _ => Err(meant(figure)),
    }
}

/// Digits without the marks that group them: none, or one kind, with one to three digits before the first and three
/// behind each. A group that begins with 0 is none: `0,500` may be a half.
fn ungrouped(text: &str, marks: &[char]) -> Option<String> {
    let Some(mark) = text.chars().find(|c| marks.contains(c)) else {
        return all_digits(text).then(|| text.to_owned());
    };
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let first_right = (1..=3).contains(&first.len()) && !first.starts_with('0') && all_digits(first);
    let right = first_right && groups.all(|group| group.len() == 3 && all_digits(group));
    right.then(|| text.replace(mark, ""))
}

/// What a figure may mean whose marks do not group thousands: the last comma as the decimal one, or all marks as
/// slips. Empty where nothing comes to mind.
fn meant(figure: &str) -> Vec<String> {
    if !figure.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let (points, commas) = (figure.matches('.').count(), figure.matches(',').count());
    let slips = |text: &str| text.replace([',', ' '], "");
    let mut found = Vec::new();
    if let Some((whole, fraction)) = figure.rsplit_once(',').filter(|(_, fraction)| !fraction.is_empty()) {
        let whole_read = ungrouped(whole, &['.', ',', ' ']).filter(|_| all_digits(fraction));
        found.extend(whole_read.map(|whole| format!("{}.{fraction}", bare(&whole))));
    }
    match points {
        // Marks of two kinds leave only the decimal comma.
        0 if found.is_empty() || (commas == 1 && !figure.contains(' ')) => found.push(bare(&slips(figure))),
        1 if found.is_empty() && figure.rfind(',').is_none_or(|comma| figure.find('.') > Some(comma)) => {
            let (whole, fraction) = figure.split_once('.').unwrap_or((figure, ""));
            found.push(format!("{}.{}", bare(&slips(whole)), slips(fraction)));
        }
        2.. if commas == 0 => found.extend(ungrouped(figure, &['.'])),
        _ => {}
    }
    found.retain(|text| Decimal::read(text).is_ok());
    found
}

/// Digits without zeros in front, but never nothing.
fn bare(digits: &str) -> String {
    let kept = digits.trim_start_matches('0');
    if kept.is_empty() { "0".to_owned() } else { kept.to_owned() }
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<f64> {
        Decimal::read(text).ok().map(|number| number.nearest())
    }

    #[test]
    fn an_exponent_behind_a_file_full_of_digits_means_nothing() {
        let zeros = "0".repeat(70_000);
        for text in
            [format!("0.{zeros}1e5"), format!("1{zeros}e5"), format!("1{zeros}e-99"), format!("{zeros}.{zeros}1e9")]
        {
            assert!(matches!(Decimal::read(&text), Err(Unread::NotANumber)), "{}", &text[..10]);
        }
        assert_eq!(meant_by(&format!("1.{zeros}e2")), ["100"]);
        assert_eq!(meant_by(&format!("0.{zeros}e5")), ["0"]);
        assert_eq!(meant_by(&format!("{zeros}15e-1")), ["1.5"]);
    }

    fn meant_by(text: &str) -> Vec<String> {
        match Decimal::read(text) {
            Err(Unread::Unclear(meant)) => meant,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn commas_and_spaces_group_thousands() {
        let right = [
            ("1,234", 1234.0),
            ("12,345,678.9", 12_345_678.9),
            ("12 000", 12_000.0),
            ("1\u{202f}234\u{a0}567", 1_234_567.0),
            ("\u{ff11}\u{ff12}\u{ff0c}\u{ff10}\u{ff10}\u{ff10}", 12_000.0),
            ("- 3", -3.0),
            ("1,200 万", 12_000_000.0),
            ("1.", 1.0),
            (".5", 0.5),
            ("007", 7.0),
        ];
        for (text, number) in right {
            assert_eq!(read(text), Some(number), "{text}");
        }
    }

    #[test]
    fn other_marks_are_refused_with_what_was_meant() {
        let cases: [(&str, &[&str]); 29] = [
            ("1,5", &["1.5", "15"]),
            ("1,50", &["1.50", "150"]),
            ("1，5", &["1.5", "15"]),
            ("-1,5万", &["-1.5万", "-15万"]),
            ("1.5e5", &["150000"]),
            ("-1.5e5", &["-150000"]),
            ("1E+8", &["100000000"]),
            ("125e-1", &["12.5"]),
            ("0.5e-2", &["0.005"]),
            ("1,200e1", &["12000"]),
            ("900000,5", &["900000.5", "9000005"]),
            ("1,234,5", &["1234.5"]),
            ("0,500", &["0.500", "500"]),
            (",5", &["0.5", "5"]),
            ("5,", &["5"]),
            ("1,,2", &["12"]),
            ("1,00,000", &["100000"]),
            ("12,3456", &["12.3456", "123456"]),
            ("1234,567", &["1234.567", "1234567"]),
            ("150.000,50", &["150000.50"]),
            ("1.234.567,8", &["1234567.8"]),
            ("1.234,567", &["1234.567"]),
            ("1.234.567", &["1234567"]),
            ("12 000,5", &["12000.5"]),
            ("1 5", &["15"]),
            ("1,50.00", &["150.00"]),
            ("1,234 567", &["1234567"]),
            ("1, 234", &["1234"]),
            ("1234.5 6", &["1234.56"]),
        ];
        for (text, meant) in cases {
            assert_eq!(meant_by(text), meant, "{text}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in [
            "", " ", ".", ",", "-", "e5", "1e", "1e+", "1e400", "1e16", "1e-20", "1.2.3", "1.5,3", "12x", "1k5",
            "1万k", "inf",
        ] {
            assert_eq!(Decimal::read(text), Err(Unread::NotANumber), "{text}");
        }
        for text in ["NaN", "1'000", "0x1f", "1_000", "5%", "+-3", "--3", "1e5e5", "1e3k", "1..2", "1,234.567,8"] {
            assert_eq!(Decimal::read(text), Err(Unread::NotANumber), "{text}");
        }
    }

    #[test]
    fn suffixes_move_the_point() {
        let units = |text: &str| Decimal::read(text).unwrap().units(2);
        assert_eq!(units("-12.5千"), Ok(-1_250_000));
        assert_eq!(units("1.23456万"), Ok(1_234_560));
        assert_eq!(units("2B"), units("20亿"));
        assert_eq!(units("0.001"), Err(NoUnits::TooFine));
        assert_eq!(units("99999999万亿"), Err(NoUnits::TooLarge));
        assert_eq!(units("0万亿"), Ok(0));
        assert_eq!(units("7.500"), Ok(750));
        assert_eq!(read("0.1k"), Some(100.0));
        assert_eq!((read("24m"), read("24M")), (Some(24e6), Some(24e6)));
        assert_eq!((suffix("3万亿"), suffix("3k"), suffix("3")), ("万亿", "k", ""));
    }

    /// Whether the commas of a text group thousands, by counting from the right.
    fn grouped_right(text: &str) -> bool {
        let whole = text.split('.').next().unwrap_or(text);
        let marks: Vec<usize> = whole.match_indices(',').map(|(at, _)| whole.len() - at).collect();
        let every_fourth = marks.iter().rev().enumerate().all(|(index, at)| *at == 4 * (index + 1));
        let all = !marks.is_empty() && whole.len() < 4 * (marks.len() + 1) && marks[0] < whole.len();
        every_fourth && (marks.is_empty() || all && !whole.starts_with('0')) && !text[whole.len()..].contains(',')
    }

    proptest! {
        #[test]
        fn a_comma_in_a_wrong_place_is_never_read(text in "[0-9,]{1,12}(\\.[0-9,]{0,5})?") {
            let reads = Decimal::read(&text).is_ok();
            let digits = text.bytes().any(|byte| byte.is_ascii_digit());
            prop_assert_eq!(reads, digits && grouped_right(&text), "{}", text);
            if let Ok(number) = Decimal::read(&text) {
                prop_assert_eq!(Ok(number.nearest()), text.replace(',', "").parse());
            }
        }

        #[test]
        fn what_was_meant_can_be_read_and_has_the_same_digits(text in "-?[0-9]{0,4}[,. ]{0,2}[0-9]{0,4}[,. ][0-9]{0,4}(万|k)?") {
            if let Err(Unread::Unclear(meant)) = Decimal::read(&text) {
                prop_assert!((1..=2).contains(&meant.len()), "{}: {:?}", text, meant);
                let digits = |text: &str| text.replace([',', '.', ' ', '-'], "").trim_start_matches('0').to_owned();
                for writing in meant {
                    prop_assert!(Decimal::read(&writing).is_ok(), "{}: {}", text, writing);
                    prop_assert_eq!(digits(&writing), digits(&text));
                }
            }
        }
    }
}
