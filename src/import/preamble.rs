//! What the lines above a table say: its period, its account, its currency.

use super::columns::Unit;
use super::dates::{Days, Order, Written, written, year};

/// Lines that tell when the report was made, not what it is about.
const MADE: [&str; 16] = [
    "生成",
    "下载时间",
    "导出",
    "创建",
    "generated",
    "created",
    "downloaded",
    "exported",
    "date run",
    "run date",
    "erstellt",
    "heruntergeladen",
    "généré",
    "créé",
    "last completed",
    "time zone",
];

/// What the first day of a period is called, where it has a line of its own.
const FIRST: [&str; 8] = ["start", "from", "begin", "von", "début", "du", "开始", "起始"];

/// What its last day is called.
const LAST: [&str; 8] = ["end", "to", "until", "bis", "fin", "au", "结束", "截止"];

/// The lines of accounts and currencies.
const ACCOUNT: [&str; 8] = ["account", "account name", "账户", "账户名称", "推广账户", "账号", "konto", "compte"];
const CURRENCY: [&str; 6] = ["currency", "货币", "币种", "货币单位", "währung", "devise"];

/// The lines above a table.
pub struct Preamble<'a>(pub &'a [(u64, String)]);

impl Preamble<'_> {
    /// The dates of the period that is stated: of one line, or of a line for the first day and one for the last.
    #[must_use]
    pub fn period(&self) -> Vec<Written> {
        let dated: Vec<(String, Vec<Written>)> = self
            .0
            .iter()
            .map(|(_, line)| (line.to_lowercase(), written(line)))
            .filter(|(line, dates)| !dates.is_empty() && !MADE.iter().any(|word| line.contains(word)))
            .collect();
        if let Some((_, dates)) = dated.iter().find(|(_, dates)| dates.len() == 2) {
            return dates.clone();
        }
        let one = |words: &[&str]| {
            let line =
                dated.iter().find(|(line, dates)| dates.len() == 1 && words.iter().any(|word| names(line, word)));
            line.and_then(|(_, dates)| dates.first().copied())
        };
        if let (Some(first), Some(last)) = (one(&FIRST), one(&LAST)) {
            return vec![first, last];
        }
        dated.into_iter().find(|(_, dates)| dates.len() == 1).map(|(_, dates)| dates).unwrap_or_default()
    }

    /// The one year that the lines name, such as that of a title.
    #[must_use]
    pub fn year(&self) -> Option<Days> {
        let is_about_it = |line: &&str| !MADE.iter().any(|word| line.to_lowercase().contains(word));
        year(self.0.iter().map(|(_, line)| line.as_str()).filter(is_about_it))
    }

    /// The days of the period, in an order of day and month.
    #[must_use]
    pub fn days(&self, order: Order) -> Option<Days> {
        match self.period().as_slice() {
            [one] => one.days(order),
            [first, last] => Days::new(first.days(order)?.from, last.days(order)?.to),
            _ => None,
        }
    }

    /// The account.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.value_of(&ACCOUNT)
    }

    /// The currency's code.
    #[must_use]
    pub fn currency(&self) -> Option<String> {
        let value = self.value_of(&CURRENCY)?;
        Unit::of(value).code().or_else(|| Unit::of(value.get(..3)?).code())
    }

    /// What stands behind one of these names and a colon.
    fn value_of(&self, names: &[&str]) -> Option<&str> {
        let values = self.0.iter().filter_map(|(_, line)| {
            let (name, value) = line.split_once([':', '：'])?;
            let name = name.trim_start_matches(|c: char| !c.is_alphabetic()).trim().to_lowercase();
            let value = value.trim().trim_matches([',', '，', '"']).trim();
            (names.contains(&name.as_str()) && !value.is_empty()).then_some(value)
        });
        values.into_iter().next()
    }
}

/// Whether a word stands in a line by itself; Chinese has no spaces.
fn names(line: &str, word: &str) -> bool {
    if !word.is_ascii() && !word.contains('é') {
        return line.contains(word);
    }
    line.split(|c: char| !c.is_alphabetic()).any(|found| found == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn lines(text: &str) -> Vec<(u64, String)> {
        (1..).zip(text.lines().map(str::to_owned)).collect()
    }

    fn period(text: &str) -> Option<Days> {
        Preamble(&lines(text)).days(Order::MonthFirst)
    }

    #[test]
    fn a_period_stands_in_every_place() {
        let day = |month, day| date(2026, month, day);
        for text in [
            "数据生成时间：2026年6月10日\n数据生成条件\n1. 时间范围：2026-05-01 至 2026-05-31\n2. 时间单位：分日",
            "Campaign report\nMay 1, 2026 - May 31, 2026",
            "Kampagnenbericht\n1. Mai 2026 - 31. Mai 2026",
            "# Start date: 20260501\n# End date: 20260531",
            "Report Name: x\nReport Time: 5/1/2026,5/31/2026\nTime Zone: 2026",
            "Campaign Performance Report (in UTC)\nReport Start: May 1, 2026, 12:00 AM\nReport End: May 31, 2026, 11:59 PM\nDate Generated: June 2, 2026, 7:45 AM",
            "显示以下时间范围内的全部设备:2026/05/01 - 2026/05/31",
            "Campaign report, May 2026",
        ] {
            assert_eq!(period(text), Days::new(day(5, 1), day(5, 31)), "{text}");
        }
        assert_eq!(period("1. 时间范围：20260509\n数据生成时间：20260510"), Some(Days::one(day(5, 9))));
        assert_eq!(period("数据生成时间：2026年6月10日"), None);
        assert_eq!(period("# Account: Acme"), None);
    }

    #[test]
    fn account_and_currency_have_lines_of_their_own() {
        let lines = lines("# Account: Acme\n币种：人民币\n3. 推广设备：全部");
        let preamble = Preamble(&lines);
        assert_eq!((preamble.account(), preamble.currency().as_deref()), (Some("Acme"), Some("CNY")));
    }
}
