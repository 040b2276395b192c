//! What the columns of a report are called, in the languages of its platforms, and what that means.

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
}

/// Headings as [`plain`] leaves them. Each stands once.
const HEADINGS: [(Column, &[&str]); 13] = [
    (
        Column::From,
        &[
            "day",
            "date",
            "tag",
            "datum",
            "jour",
            "日期",
            "时间",
            "日",
            "gregoriandate",
            "timeperiod",
            "startdate",
            "reportingstarts",
            "开始日期",
            "报告开始日期",
            "起始日期",
            "from",
            "days",
            "天",
            "日期时间",
            "统计日期",
            "统计时间",
            "datestart",
            "time",
            "datetime",
            "reportdate",
            "startdatum",
            "datededébut",
            "day&hour",
        ],
    ),
    (Column::Week, &["week", "woche", "semaine", "周", "星期", "周次"]),
    (Column::Month, &["month", "monat", "mois", "月份", "月", "yearmonth", "年月"]),
    (Column::NthDay, &["nthday"]),
    (
        Column::To,
        &[
            "to",
            "enddate",
            "reportingends",
            "结束日期",
            "报告结束日期",
            "截止日期",
            "datestop",
            "enddatum",
            "datedefin",
        ],
    ),
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
            "计划",
            "推广活动",
            "推广活动名称",
            "活动名称",
            "营销活动",
            "营销活动名称",
            "推广计划名",
            "广告计划名",
            "kampagnenname",
            "nomdelacampagne",
            "adcampaign",
            "sessioncampaign",
            "utmcampaign",
        ],
    ),
    (
        Column::Channel,
        &[
            "渠道",
            "渠道名称",
            "推广渠道",
            "投放渠道",
            "平台",
            "媒体",
            "channel",
            "platform",
            "medium",
            "kanal",
            "canal",
            "plateforme",
        ],
    ),
    (
        Column::Account,
        &[
            "account",
            "accountname",
            "账户",
            "账户名称",
            "推广账户",
            "账号",
            "账户名",
            "广告主",
            "广告账户",
            "konto",
            "kontoname",
            "compte",
            "nomducompte",
        ],
    ),
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
            "消费金额",
            "消耗金额",
            "总消费",
            "总消耗",
            "现金消耗",
            "费用金额",
            "广告花费",
            "广告费用",
            "投放费用",
            "投放金额",
            "成本",
            "costs",
            "totalcost",
            "totalspend",
            "spent",
            "moneyspent",
            "adspend",
            "adcost",
            "adscost",
            "spendamount",
            "ausgaben",
            "ausgegebenerbetrag",
            "dépenses",
            "montantdépensé",
            "coûts",
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
            "conversion",
            "conv.",
            "keyevents",
            "registration",
            "lead",
            "ergebnisse",
            "anmeldungen",
            "résultats",
            "inscriptions",
            "注册人数",
            "注册量",
            "线索量",
            "总转化数",
            "表单提交",
            "表单提交数",
            "转化次数",
            "成果",
        ],
    ),
    (Column::Clicks, &["clicks", "klicks", "clics", "点击", "点击数", "点击量", "点击次数", "linkclicks", "总点击数"]),
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
            "曝光量",
            "曝光数",
            "impr",
            "展现数",
            "展现次数",
        ],
    ),
];

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
