//! What the columns of a report are called, in the languages of its platforms, and what that means.

mod headings;

use headings::HEADINGS;

/// What a column of a report holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// A day, a month, or the first day of a row's period.
    From,
    /// A week, or its first day.
    Week,
    /// A month, or a day of it.
    Month,
    /// How many days after the first one, from 0.
    NthDay,
    /// The last day of a row's period.
    To,
    /// The campaign.
    Campaign,
    /// What stands for the campaign where no column names one, as in tables that people keep: the channel.
    Channel,
    /// The account that pays.
    Account,
    /// The currency of the row's money.
    Currency,
    /// Money spent.
    Spend,
    /// Registrations, or what the platform counts for them.
    Registrations,
    /// Clicks.
    Clicks,
    /// Impressions.
    Impressions,
    /// What of these the numbers of a row are, in tables whose columns are months.
    Measure,
}

/// What is counted of each row.
pub const MEASURES: [Column; 4] = [Column::Spend, Column::Registrations, Column::Clicks, Column::Impressions];

/// What a row's days are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// As they stand there.
    Written,
    /// Seven days from the one that stands there.
    Week,
    /// The month around the day that stands there.
    Month,
    /// So many days after the first one.
    Nth,
}

/// The first measure that a text names, and how: 费用 in 各渠道费用（万元）, registrations in Registrations by channel.
#[must_use]
pub fn named_in(text: &str) -> Option<(Column, &'static str)> {
    let text = text.to_lowercase();
    let is_apart = |at: usize, end: usize| {
        let (before, behind) = (text.get(..at).unwrap_or_default(), text.get(end..).unwrap_or_default());
        !before.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric)
    };
    let place = |name: &str| {
        let mut found = text.match_indices(name).map(|(at, _)| at);
        // Chinese has no spaces.
        found.find(|at| !name.is_ascii() || is_apart(*at, at + name.len()))
    };
    let measures = HEADINGS.iter().filter(|(column, _)| MEASURES.contains(column));
    let names = measures.flat_map(|(column, names)| names.iter().map(|name| (*column, *name)));
    let found = names.filter_map(|(column, name)| Some(((place(name)?, usize::MAX - name.len()), column, name)));
    found.min().map(|(_, column, name)| (column, name))
}

/// What a heading means, and the unit that stands behind it (`CNY` of `Amount spent (CNY)`, `元` of `消耗(元)`), empty where
/// there is none. `None` for columns that no plan needs.
#[must_use]
pub fn read(heading: &str) -> Option<(Column, &str)> {
    let heading = heading.trim().trim_matches('"').trim();
    // Nobody writes a longer one, and files of a million columns are looked at as others are.
    if heading.len() > 80 {
        return None;
    }
    let found = |(name, unit)| Some((column_of(name)?, unit));
    found((heading, "")).or_else(|| found(name_and_unit(heading)?))
}

/// How usual a heading is for what it means, from 0: of two columns that mean the same the more usual one is taken.
#[must_use]
pub fn rank(heading: &str) -> usize {
    let name = plain(heading.trim().trim_matches('"'));
    let places = HEADINGS.iter().filter_map(|(_, names)| names.iter().position(|other| *other == name));
    places.min().unwrap_or(usize::MAX)
}

fn column_of(name: &str) -> Option<Column> {
    let name = plain(name);
    HEADINGS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column)
}

/// `Cost (USD)`, `消耗（元）`, `Cost [USD]`, `费用/元`, `Cost, USD`, `Spend USD`.
fn name_and_unit(heading: &str) -> Option<(&str, &str)> {
    if let Some((name, rest)) = heading.split_once(['(', '（', '[', '【']) {
        return Some((name, rest.trim_end().trim_end_matches([')', '）', ']', '】']).trim()));
    }
    let (name, unit) = heading.rsplit_once(['/', ',', '，', ':', '：', '_', ' ', '-'])?;
    is_unit(unit.trim()).then(|| (name.trim_end_matches([' ', ',', '，', ':', '：']), unit.trim()))
}

fn is_unit(text: &str) -> bool {
    Unit::of(text) != Unit::default()
}

/// What a unit in a heading says about the money below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// The power of ten it is counted in: 4 for 万元.
    pub power: i32,
    /// The currency's code, or empty.
    pub currency: [u8; 3],
}

impl Unit {
    /// Reads a unit; one that says nothing about money is the default.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let power = match text {
            text if text.contains('万') => 4,
            text if text.contains('千') => 3,
            _ => 0,
        };
        let code = match text.trim_matches(['万', '千']) {
            "元" | "人民币" | "RMB" | "¥" | "￥" => "CNY",
            "$" | "US$" | "美元" => "USD",
            "€" | "欧元" => "EUR",
            "£" => "GBP",
            code if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) && !is_zone(code) => code,
            _ => return Self { power, currency: [0; 3] },
        };
        Self { power, currency: code.as_bytes().try_into().unwrap_or_default() }
    }

    /// The currency's code.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        let code = std::str::from_utf8(&self.currency).ok()?;
        (!code.starts_with('\0')).then(|| code.to_owned())
    }
}

fn is_zone(code: &str) -> bool {
    matches!(code, "UTC" | "GMT" | "CPC" | "CPM" | "CTR" | "CPA" | "ALL")
}

/// Lower case, without spaces, underscores and hyphens, which platforms change from one report to the next.
fn plain(name: &str) -> String {
    let kept = name.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '\u{feff}'));
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn money_is_known_by_every_name() {
        for heading in [
            "消费",
            "消耗",
            "花费",
            "总费用",
            "总花费",
            "费用",
            " Cost ",
            "Spend",
            "Total Spent",
            "Coût",
            "KOSTEN",
            "\"Cost\"",
        ] {
            assert_eq!(read(heading), Some((Column::Spend, "")), "{heading}");
        }
        assert_eq!(read("Amount spent (CNY)"), Some((Column::Spend, "CNY")));
        assert_eq!(read("消耗(元)"), Some((Column::Spend, "元")));
        assert_eq!(read("消耗（万元） "), Some((Column::Spend, "万元")));
        for heading in ["Cost [EUR]", "费用/元", "Spend, USD", "Spend USD", "spend_USD", "花费-元"] {
            let (column, unit) = read(heading).expect(heading);
            assert!(column == Column::Spend && Unit::of(unit).code().is_some(), "{heading}");
        }
        assert_eq!(Unit::of("万元"), Unit { power: 4, currency: *b"CNY" });
        assert_eq!(Unit::of("in UTC"), Unit::default());
    }

    #[test]
    fn headings_of_one_platform_are_known_in_all_its_reports() {
        for heading in ["GregorianDate", "Gregorian date", "Start Date (in UTC)", "日期", "时间", "Reporting starts"]
        {
            assert_eq!(read(heading).map(|(column, _)| column), Some(Column::From), "{heading}");
        }
        assert_eq!(read("CampaignName"), read("Campaign name"));
    }

    #[test]
    fn what_only_contains_a_known_word_is_another_column() {
        for heading in [
            "平均点击价格",
            "点击率",
            "消耗占比",
            "Cost / conv.",
            "Campaign Group Name",
            "Campaign ID",
            "广告计划id",
            "",
        ] {
            assert_eq!(read(heading), None, "{heading}");
        }
    }

    #[test]
    fn each_heading_means_one_thing_and_is_written_as_it_is_looked_up() {
        let mut seen = HashSet::new();
        for name in HEADINGS.iter().flat_map(|(_, names)| names.iter()) {
            assert!(seen.insert(*name), "{name} stands twice");
            assert_eq!(plain(name), *name);
        }
    }
}
