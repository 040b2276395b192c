//! Total rows: found by their words, and by arithmetic where they have none. They are never counted.

use super::exact::Exact;

/// Words a total row begins with.
const WORDS: [&str; 22] = [
    "grand total",
    "totals",
    "total",
    "sub total",
    "subtotal",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "insgesamt",
    "zwischensumme",
    "total général",
    "totaux",
    "总计",
    "合计",
    "总和",
    "汇总",
    "小计",
    "共计",
    "总合计",
    "合计金额",
    "全部",
];

/// What a platform begins a total row with, whatever follows.
const BEGINNINGS: [&str; 4] = ["total for ", "totals for ", "results from ", "overall total"];

/// Whether a cell says that its row is a total: `Total: Campaigns`, `Total : campagnes`, `合计（3）`, but not `Total Protection`.
#[must_use]
pub fn says_total(cell: &str) -> bool {
    let cell = cell.trim().trim_start_matches(['-', '–', '—', '(', '[', '*']).trim();
    if cell.len() > 80 {
        return false;
    }
    let text = cell.to_lowercase();
    let named = |word: &&str| text.strip_prefix(*word).is_some_and(ends_there);
    WORDS.iter().any(named) || BEGINNINGS.iter().any(|begin| text.starts_with(begin))
}

fn ends_there(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with([':', '：', '(', '（', '-', '–', '—', ')', ']', '*', '.', '/'])
}

/// What the rows of a table add up to, or what a row says they do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    amounts: [Exact; 4],
    known: [bool; 4],
}

impl Sums {
    /// Adds a measure.
    pub fn add(&mut self, measure: usize, amount: Exact) {
        if let (Some(sum), Some(known)) = (self.amounts.get_mut(measure), self.known.get_mut(measure)) {
            *sum += amount;
            *known = true;
        }
    }

    /// Adds what others add up to.
    pub fn add_all(&mut self, other: &Self) {
        for measure in 0..4 {
            if let Some(amount) = other.get(measure) {
                self.add(measure, amount);
            }
        }
    }

    /// Takes away a row that was added.
    pub fn take_away(&mut self, row: &Self) {
        for (sum, amount) in self.amounts.iter_mut().zip(row.amounts) {
            *sum = *sum - amount;
        }
    }

    /// A measure, as far as it is known.
    #[must_use]
    pub fn get(&self, measure: usize) -> Option<Exact> {
        let known = self.known.get(measure).copied().unwrap_or(false);
        self.amounts.get(measure).copied().filter(|_| known)
    }

    /// The same with its money at a rate; `None` beyond all amounts.
    #[must_use]
    pub fn with_money(&self, rate: Exact) -> Option<Self> {
        let mut all = *self;
        let [money, ..] = &mut all.amounts;
        *money = money.times(rate)?;
        Some(all)
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known == [false; 4]
    }

    /// Whether a row says what `rows` rows add up to, in all that both know.
    #[must_use]
    pub fn is_total_of(&self, sum: &Self, rows: u64) -> bool {
        let pairs = (0..4).filter_map(|measure| self.get(measure).zip(sum.get(measure)));
        let pairs: Vec<(Exact, Exact)> = pairs.collect();
        let known = pairs.iter().any(|(total, _)| *total != Exact::ZERO);
        known && pairs.iter().all(|(total, sum)| ties(*total, *sum, rows))
    }

    /// How many measures are not nothing.
    #[must_use]
    pub fn weight(&self) -> usize {
        (0..4).filter(|measure| self.get(*measure).is_some_and(|amount| amount != Exact::ZERO)).count()
    }
}

/// Whether a total is the sum of so many rows, each of which may have been rounded to two digits.
#[must_use]
pub fn ties(total: Exact, sum: Exact, rows: u64) -> bool {
    let half = Exact::new(5, 3).unwrap_or_default();
    let rounding = half.many(rows.saturating_add(1));
    let most = Exact::new(1, 4).and_then(|share| total.size().times(share)).unwrap_or_default().max(half);
    (total - sum).size() <= rounding.min(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(cents: i64) -> Exact {
        Exact::new(cents, 2).expect("two places")
    }

    #[test]
    fn totals_are_known_by_their_words() {
        for cell in [
            "Total",
            "Totals",
            "TOTAL",
            "Grand total",
            "Total: Account",
            "Total : campagnes",
            "Gesamt: Kampagnen",
            "Summe",
            "总计",
            "合计",
            "合计（12）",
            "小计：品牌",
            " 总计 ",
            "--总计--",
            "Results from 12 campaigns",
            "Total - Account",
            "汇总",
        ] {
            assert!(says_total(cell), "{cell}");
        }
        for cell in [
            "Total Protection",
            "总计划",
            "Totally new",
            "合计推广",
            "Brand",
            "",
            "Summer sale",
            "Gesamtlösung",
            "全部商品",
        ] {
            assert!(!says_total(cell), "{cell}");
        }
    }

    #[test]
    fn a_total_ties_within_the_rounding_of_its_rows() {
        assert!(ties(exact(10_000), exact(10_000), 1));
        assert!(ties(exact(1_000_000), exact(1_000_004), 10));
        assert!(!ties(exact(1_000_000), exact(1_000_100), 10));
        assert!(!ties(exact(100), exact(102), 1_000_000));
    }

    #[test]
    fn a_total_agrees_in_all_that_it_says() {
        let mut total = Sums::default();
        let mut sum = Sums::default();
        for (measure, amount) in [(0, 500), (2, 300)] {
            total.add(measure, exact(amount));
            sum.add(measure, exact(amount));
        }
        assert!(total.is_total_of(&sum, 3));
        sum.add(2, exact(100));
        assert!(!total.is_total_of(&sum, 3));
        assert!(!Sums::default().is_total_of(&sum, 3));
    }
}
