//! Plans that somebody made to do harm and that open all the same.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fmt::Write as _;

/// Each with what is wrong with it.
pub fn all() -> Vec<(&'static str, String)> {
    vec![
        ("ids used twice or leading nowhere, names that steer a terminal", twisted()),
        ("an event of a whole town", town()),
        ("numbers at the edge", edge()),
        ("names as long as a book", long()),
        ("a period without an end, of which one month is over", endless()),
        ("nothing at all", head("")),
    ]
}

fn head(rest: &str) -> String {
    format!("Plan(format: 1, title: \"t\", period: (start: \"2026-01-01\", months: 12), {rest})")
}

/// Ids used twice or leading nowhere, names that steer.
pub fn twisted() -> String {
    r#"Plan(format: 1, title: "\u{202e}t\u{1b}[31m", period: (start: "2026-01-01", months: 12),
        team: (owner: "nobody", people: [(id: "li", name: "x"), (id: "li", name: "y")]),
        allocation: (channels: [(id: "\u{202e}c", name: "", task: A, spend: "1", owner: "gone", group: "none"), (id: "\u{202e}c", name: "", task: B, spend: "1")]),
        topics: (list: [(id: "t", name: "t", peak: 1.0, spread_days: 2.0, event: "none")]), scenarios: [(id: "s", name: "s", spend: {"none": "1"})])"#.to_owned()
}

/// More parties than costs can be shared among.
pub fn town() -> String {
    let (mut parties, mut payments) = (String::new(), String::new());
    for number in 0..2000 {
        write!(parties, "(id: \"p{number}\", name: \"\"),").unwrap();
        write!(payments, "(party: \"p{number}\", amount: \"1\"),").unwrap();
    }
    head(&format!(
        "events: [(id: \"e\", name: \"fair\", us: \"p0\", parties: [{parties}],
        items: [(id: \"i\", label: \"hall\", amount: \"9000\", paid_by: [{payments}])])]"
    ))
}

/// The largest and smallest numbers that can be written, and dates far away.
fn edge() -> String {
    r#"Plan(format: 1, title: "t", currency: (code: "KWD", digits: 4), period: (start: "9990-12-31", months: 4294967295),
        goal: (headline: Revenue, target: (customers: 1.7e308, revenue: "99999999999.9999", share: -0.0), path: [(day: "0001-01-01", customers: 5e-324)]),
        pyramid: (threshold: 1e308, criteria: [(id: "q", level: 255, name: "q", owner: "q")]),
        allocation: (budget: "-99999999999.9999", channels: [(id: "c", name: "c", task: A, spend: "99999999999.9999", curve: s_shaped(ceiling: 1e308, half_spend: "0.0001", shape: 1e308, base: -1e308)),
            (id: "d", name: "d", task: B, spend: "-1", curve: s_shaped(ceiling: (likely: 0.0, low: -1e308, high: 1e308), half_spend: "99999999999.9999"))]),
        topics: (list: [(id: "t", name: "t", peak: -1e308, spread_days: 5e-324)]))"#.to_owned()
}

/// As many months as a number can say.
fn endless() -> String {
    r#"Plan(format: 1, title: "t", period: (start: "2026-01-01", months: 4294967295),
        allocation: (channels: [(id: "c", name: "c", task: A, spend: "1000", curve: linear(cost_per_registration: "10", ceiling: 500))]),
        actuals: (channels: [(month: "2026-01-01", channel: "c", spend: "100", registrations: 10)]))"#
        .to_owned()
}

/// Names of 25,000 letters without a gap, more bytes than 16 bits count, and longer and longer words.
fn long() -> String {
    let long = "永".repeat(25_000);
    let mut channels = String::new();
    for number in 0..40 {
        let name = "Wort".repeat(number * 10);
        write!(channels, "(id: \"c{number}\", name: \"{name}\", task: W, spend: \"999999999999\"),").unwrap();
    }
    head(&format!(
        "company: \"{long}\", note: \"{long}\", team: (owner: \"p\", people: [(id: \"p\", name: \"{long}\")]),
        allocation: (channels: [{channels}])"
    ))
}
