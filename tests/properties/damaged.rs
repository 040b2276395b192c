//! Examples, damaged again and again in the same random ways each time. `fuzz/` looks for more with the same checks.

use crate::common::hostile::{FILTERS, WORKED_CASE, filters, imports, plan_text, typed, versions};

/// Numbers that look random and are the same every time (xorshift).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides.max(1)).unwrap()).unwrap()
    }
}

/// What is put into texts: brackets, quotes, numbers, signs that steer, the halves of others.
const PIECES: [&[u8]; 34] = [
    b"(",
    b")",
    b"[",
    b"]",
    b"{",
    b"}",
    b"\"",
    b",",
    b":",
    b"\\",
    b"/*",
    b"*/",
    b"//",
    b"\n",
    b"-",
    b"0",
    b"1e400",
    b"NaN",
    b"inf",
    b"null",
    b"true",
    b"0x",
    b"r#\"",
    b"\\u{202e}",
    b"\\ud800",
    b"9999999999999999",
    b"0.1",
    b"\xe2\x80\xae",
    b"\x1b[31m",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    "万".as_bytes(),
    "，".as_bytes(),
];

fn damaged(example: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut text = example.to_vec();
    for _ in 0..=dice.throw(4) {
        let at = dice.throw(text.len() + 1);
        let end = (at + dice.throw(12)).min(text.len());
        match dice.throw(5) {
            0 => drop(text.drain(at..end)),
            1 => drop(text.splice(at..at, PIECES[dice.throw(PIECES.len())].iter().copied())),
            2 => drop(text.splice(at..end, PIECES[dice.throw(PIECES.len())].iter().copied())),
            3 => {
                let again = text[at..end].to_vec();
                let to = dice.throw(text.len() + 1);
                text.splice(to..to, again);
            }
            _ => text.truncate(at.max(text.len() / 2)),
        }
    }
    text
}

fn damage_all(examples: &[&[u8]], times: usize, check: impl Fn(&[u8])) {
    let mut dice = Dice(20_261_128);
    for example in examples {
        check(example);
        for _ in 0..times {
            check(&damaged(example, &mut dice));
        }
    }
}

/// A plan with something in every section, short enough to be damaged in each of its lines.
const SMALL: &str = r#"Plan(format: 1, title: "t", currency: (code: "JPY", digits: 0), period: (start: "2026-01-31", months: 3),
    goal: (statement: "s", headline: Revenue, target: (customers: 3.5, share: 0.3), path: [(day: "2026-02-01", customers: 1.0)]),
    team: (owner: "li", people: [(id: "li", name: "李", capacity: 1.0)], functions: [(id: "f", kind: Other("x"), kpis: [(id: "k", name: "k", effect: PullsAgainst("f"))])]),
    allocation: (budget: "1000", class_a: (close_rate: (likely: 0.1, low: 0.05, high: 0.2), value: "5"), groups: [(id: "g", name: "g")],
        channels: [(id: "c", name: "c", task: A, spend: "10", group: "g", curve: s_shaped(ceiling: 20.0, half_spend: "5", shape: 1.6)), (id: "c", name: "d", task: W, spend: 3)]),
    events: [(id: "e", name: "e", us: "a", contacts: (likely: 9.0, low: 1.0, high: 20.0), parties: [(id: "a", name: "a"), (id: "b", name: "b", weight: 2.0)], items: [(id: "i", label: "i", amount: "90", payments: [(party: "b", amount: "90")])])],
    scenarios: [(id: "s", name: "s", spend: {"c": "7"})], note: "/* \u{202e} \" */")"#;

#[test]
fn a_damaged_plan_is_refused_or_read() {
    damage_all(&[SMALL.as_bytes()], 1500, plan_text);
    damage_all(&[WORKED_CASE.as_bytes()], 60, plan_text);
}

#[test]
fn a_damaged_question_is_refused_or_answered() {
    let ripple = r#"{"funnel": {"cost": 500000, "audience": 200, "lead_rate": 0.1, "sign_rate": 0.1, "value": 1e6}, "follow": {"cost": 0, "conversion": 0.02},
        "share": {"vouchers": 100, "unit_cost": 500, "sharers": 100, "contacts": 50, "lead_rate": 0.05, "sign_rate": 0.05, "reshare_rate": 0.1, "audience_limit": null, "generations": 10, "onsite": "funnel"}}"#;
    let simulate = r#"{"funnel": {"cost": 5e5, "audience": {"likely": 200, "low": 100, "high": 300}, "lead_rate": {"likely": 0.1, "low": 0.05, "high": 0.2}, "sign_rate": 0.1, "value": 1e6},
        "draws": 100, "seed": 1, "targets": {"revenue": 1e7, "roi": 10}}"#;
    let split = r#"{"digits": 2, "rule": "equal", "items": [{"label": "venue", "amount": 100000, "paid_by": [{"party": "us", "amount": 1000.5}], "shared_by": ["us", "acme"], "rule": "airport"},
        {"amount": -10, "received_by": "us"}, {"amount": -7, "received_by": [{"party": "acme"}]}], "parties": [{"id": "us", "weight": 1, "percent": 40, "amount": 3, "benefit": 1, "alone": 100000}, {"id": "acme", "alone": 9}], "netting": true}"#;
    let allocation = r#"{"objective": "max_response", "budget": 150000, "step": 1, "gap": 1e-6, "channels": [{"id": "sem", "curve": {"ceiling": 20000, "half_spend": 60000, "shape": 1.6, "base": 1}, "min": 10,
        "max": 120000, "off_or_min": true, "group": "A", "weight": 2}, {"id": "b", "curve": {"ceiling": 9, "cost": 3}, "fixed": 5}], "groups": [{"id": "A", "min": 0, "max": 150000}]}"#;
    let least = r#"{"objective": "min_spend", "target": 350, "step": 0, "channels": [{"id": "sem", "curve": {"ceiling": 20000, "half_spend": 600, "shape": 1.6}}]}"#;
    for (number, questions) in [&[ripple][..], &[simulate], &[split], &[allocation, least]].into_iter().enumerate() {
        let first = [u8::try_from(number).unwrap()];
        for question in questions {
            damage_all(&[question.as_bytes()], 1000, |question| filters(&[&first, question].concat()));
        }
    }
    assert_eq!(FILTERS.len(), 4, "each has a question above");
}

/// Reports in the layouts of an English, a Chinese and a German account, and a table in HTML.
const REPORTS: [&str; 4] = [
    "Campaign report\n\"May 1, 2026 - May 31, 2026\"\nDay,Campaign,Currency code,Cost,Clicks,Conversions\n2026-05-01,Search advertising,CNY,\"1,234.56\",40,3\n2026-05-02,Brand,CNY,\"2,000.00\",51,--\nTotal: Account,,CNY,\"3,234.56\",91,3\n",
    "数据生成时间：2026-06-01\n时间范围：20260501 - 20260531\n\n日期,账户,推广计划,展现,点击,消费,网页转化\n2026-05-01,甲,品牌词,1000,20,500.10,3\n2026-05-02,甲,通用词,1200,30,0.6万,4\n合计,--,--,2200,50,6500.10,7\n",
    "Tag;Kampagne;Kosten;Conversions\n01.05.2026;Suche;1.234,56;7\n13.05.2026;Suche;900,00;5\nGesamt;;2.134,56;12\n",
    "<html><table><tr><th>Month<th>Channel<th>Spend</tr><tr><td>2026-05<td>Site rebuild<td>$1,000.5</tr></table>",
];

#[test]
fn a_damaged_report_is_refused_or_taken_in() {
    let chinese = encoding_rs::GB18030.encode(REPORTS[1]).0;
    let wide: Vec<u8> = REPORTS[0].encode_utf16().flat_map(u16::to_le_bytes).collect();
    let reports: Vec<&[u8]> = REPORTS.iter().map(|report| report.as_bytes()).chain([&*chinese, &wide]).collect();
    damage_all(&reports, 150, imports);
}

#[test]
fn whatever_is_typed_is_refused_or_read() {
    let texts = [
        "1,269.5",
        "3% (2%..5%)",
        "2万 (1.7万..2.4万)",
        "150 至 300",
        "2026年5月14日",
        "-3.5e2",
        "１２，０００",
        "1.2M–3M",
        "0.0001",
        "99999999999999999999",
        "5 %",
        "=(1,200+300)/2*1.5万",
        "一亿二千万",
        "15w..20w",
        "+10%",
        "*1.1",
    ];
    for digits in 0..5 {
        let texts: Vec<&[u8]> = texts.iter().map(|text| text.as_bytes()).collect();
        damage_all(&texts, 200, |text| typed(&[&[digits], text].concat()));
    }
}

#[test]
fn two_edited_versions_are_compared_and_merged() {
    let mut dice = Dice(7);
    let mut together = 0;
    for edits in 0..60 {
        let mut sides = || (0..8 * (1 + edits % 6)).map(|_| u8::try_from(dice.throw(256)).unwrap()).collect::<Vec<_>>();
        together += usize::from(versions(&sides()));
    }
    assert!(together > 10, "only {together} were two plans");
}
