//! A report in the layout of a search platform: days, campaigns, thousands in quotation marks, a total row.

use std::fmt::Write;

use jiff::ToSpan;
use jiff::civil::date;

/// Numbers that look drawn, the same each time.
struct Draws(u64);

impl Draws {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn with_commas(number: u64) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let groups = (first..digits.len()).step_by(3).map(|at| &digits[at..at + 3]);
    let head = Some(&digits[..first]).filter(|head| !head.is_empty());
    head.into_iter().chain(groups).collect::<Vec<_>>().join(",")
}

fn quoted(text: String) -> String {
    if text.contains(',') { format!("\"{text}\"") } else { text }
}

/// A report of so many rows about so many campaigns, with its total.
pub fn report(rows: u32, campaigns: u64) -> String {
    let mut draws = Draws(1);
    let mut text = "Campaign report\n\"January 1, 2026 - December 31, 2026\"\n\
        Day,Campaign,Currency code,Cost,Impr.,Clicks,Conversions\n"
        .to_owned();
    let (mut cents, mut seen, mut clicked) = (0, 0, 0);
    for row in 0..u64::from(rows) {
        let day = date(2026, 1, 1) + i32::try_from(row * 365 / u64::from(rows)).unwrap().days();
        let campaign = draws.below(campaigns);
        let size = draws.below(12);
        let (cost, impressions) = (draws.below(100 << size), draws.below(50 << size));
        let clicks = impressions / 30;
        (cents, seen, clicked) = (cents + cost, seen + impressions, clicked + clicks);
        let money = quoted(format!("{}.{:02}", with_commas(cost / 100), cost % 100));
        let impressions = quoted(with_commas(impressions));
        writeln!(text, "{day},Campaign {campaign:03} – Brand,CNY,{money},{impressions},{clicks},1.00").unwrap();
    }
    let money = quoted(format!("{}.{:02}", with_commas(cents / 100), cents % 100));
    let (seen, clicked, won) = (with_commas(seen), with_commas(clicked), with_commas(u64::from(rows)));
    writeln!(text, "Total: Campaigns, --,CNY,{money},\"{seen}\",\"{clicked}\",\"{won}.00\"").unwrap();
    text
}
