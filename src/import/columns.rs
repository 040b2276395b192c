//! What the columns of a report are called, in the languages of its platforms, and what that means.

/// What a column of a report holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// A day, a month, or the first day of a row's period.
    From,
    /// The last day of a row's period.
    To,
    /// The campaign.
    Campaign,
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
}

/// Headings as [`plain`] leaves them. Each stands once.
const HEADINGS: [(Column, &[&str]); 9] = [
    (
        Column::From,
        &[
            "day",
            "date",
            "month",
            "week",
            "tag",
            "datum",
            "monat",
            "jour",
            "mois",
            "日期",
            "时间",
            "月份",
            "月",
            "日",
            "gregoriandate",
            "timeperiod",
            "startdate",
            "reportingstarts",
            "开始日期",
            "报告开始日期",
            "起始日期",
        ],
    ),
    (Column::To, &["enddate", "reportingends", "结束日期", "报告结束日期", "截止日期"]),
    (
        Column::Campaign,
        &[
            "campaign",
            "campaignname",
            "kampagne",
            "campagne",
            "推广计划",
            "推广计划名称",
            "广告计划",
            "广告计划名称",
            "广告系列",
            "广告系列名称",
            "计划名称",
            "项目名称",
            "广告名称",
            "项目/广告名称",
        ],
    ),
    (Column::Account, &["account", "accountname", "账户", "账户名称", "推广账户", "konto", "compte"]),
    (
        Column::Currency,
        &["currency", "currencycode", "货币", "货币代码", "币种", "währung", "währungscode", "devise", "codedevise"],
    ),
    (
        Column::Spend,
        &[
            "cost",
            "spend",
            "totalspent",
            "amountspent",
            "coût",
            "kosten",
            "消费",
            "消耗",
            "花费",
            "总费用",
            "总花费",
            "费用",
            "花费金额",
        ],
    ),
    (
        Column::Registrations,
        &[
            "registrations",
            "signups",
            "conversions",
            "results",
            "leads",
            "konversionen",
            "注册",
            "注册数",
            "转化",
            "转化数",
            "转化量",
            "目标转化量",
            "线索",
            "线索数",
            "网页转化",
        ],
    ),
    (Column::Clicks, &["clicks", "klicks", "clics", "点击", "点击数", "点击量", "点击次数"]),
    (
        Column::Impressions,
        &[
            "impressions",
            "impr.",
            "impressionen",
            "展现",
            "展现量",
            "展示",
            "展示数",
            "展示量",
            "展示次数",
            "曝光",
            "曝光次数",
        ],
    ),
];

/// What a heading means, and the unit that stands behind it in brackets (`CNY` of `Amount spent (CNY)`, `元` of `消耗(元)`),
/// empty where there is none. `None` for columns that no plan needs.
#[must_use]
pub fn read(heading: &str) -> Option<(Column, &str)> {
    let (name, unit) = name_and_unit(heading);
    let name = plain(name);
    HEADINGS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| (*column, unit))
}

fn name_and_unit(heading: &str) -> (&str, &str) {
    let heading = heading.trim().trim_matches('"');
    let Some((name, rest)) = heading.split_once(['(', '（']) else { return (heading, "") };
    (name, rest.trim_end().trim_end_matches([')', '）']).trim())
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
