//! What really happened, out of reports, into a plan.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json as value};

use super::schema::breaches;
use super::{WORKED_CASE, answer, json, path_text, refused, run, text};

const REPORT: &str = "Campaign report\n\"May 1, 2026 - May 31, 2026\"\nDay,Campaign,Currency code,Cost,Impr.,Clicks,Conversions\n\
    2026-05-01,Brand,CNY,\"1,234.50\",\"10,000\",100,12\n2026-05-02,Brand,CNY,65.50,500,5,--\n\
    2026-05-31,Search advertising 2026,CNY,100.00,700,7,1\nTotal: Campaigns, --,CNY,\"1,400.00\",\"11,200\",112,13\n";

/// A folder with a copy of the worked case and a report.
struct Case {
    folder: tempfile::TempDir,
    plan: String,
    report: String,
}

impl Case {
    fn of(report: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("plan.ron");
        fs::copy(WORKED_CASE, &plan).unwrap();
        let (plan, mut case) =
            (path_text(&plan).to_owned(), Self { folder, plan: String::new(), report: String::new() });
        (case.plan, case.report) = (plan, case.file("report.csv", report));
        case
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path: PathBuf = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path_text(&path).to_owned()
    }

    fn arguments<'a>(&'a self, more: &[&'a str]) -> Vec<&'a str> {
        [&["import", self.plan.as_str(), "--actuals", self.report.as_str()], more].concat()
    }

    fn json(&self, more: &[&str]) -> Value {
        json(&self.arguments(&[more, &["--format", "json"]].concat()))
    }

    fn refused(&self, more: &[&str]) -> String {
        let before = fs::read(&self.plan).unwrap();
        let line = refused(&run(&self.arguments(more)));
        assert_eq!(fs::read(&self.plan).unwrap(), before);
        line
    }
}

#[test]
fn a_preview_says_what_will_come_in_and_what_not() {
    let case = Case::of(REPORT);
    let before = fs::read(&case.plan).unwrap();
    let answer = case.json(&["--dry-run"]);
    let file = &answer["files"][0];
    assert_eq!(file["file"], case.report.as_str());
    assert_eq!((&file["encoding"], &file["currency"]), (&value!("utf-8"), &value!("CNY")));
    assert_eq!(file["table"], value!({ "header_line": 3, "rows": 3 }));
    assert_eq!(file["period"], value!({ "from": "2026-05-01", "to": "2026-05-31" }));
    assert_eq!(file["file_total"], value!({ "spend": 1400, "line": 7, "agrees": true }));
    assert_eq!(
        file["left_out"],
        value!([
            { "line": 1, "why": "preamble" }, { "line": 2, "why": "preamble" }, { "line": 7, "why": "total" },
        ])
    );
    let months = answer["months"].as_array().unwrap();
    assert_eq!(months.len(), 2);
    let brand = &months[0];
    assert_eq!(
        (&brand["month"], &brand["campaign"], &brand["channel"]),
        (&value!("2026-05"), &value!("Brand"), &Value::Null)
    );
    assert_eq!(
        (&brand["spend"], &brand["registrations"], &brand["clicks"]),
        (&value!(1300), &value!(12), &value!(105))
    );
    assert_eq!((&months[1]["channel"], &months[1]["how"]), (&value!("search-advertising"), &value!("name")));
    assert_eq!((&answer["conflicts"], &answer["written"]), (&value!([]), &value!(false)));
    assert_eq!(fs::read(&case.plan).unwrap(), before);
}

#[test]
fn what_came_in_is_in_the_plan_and_comes_in_once() {
    let case = Case::of(REPORT);
    let map = ["--map", "Brand=search-advertising"];
    assert_eq!(case.json(&map)["written"], true);
    let summary = json(&["summary", &case.plan, "--format", "json"]);
    assert_eq!(summary["track"]["through"], "2026-05-31");
    let channels = summary["track"]["channels"].as_array().unwrap();
    let search = channels.iter().find(|channel| channel["id"] == "search-advertising").unwrap();
    assert_eq!(search["real"], value!({ "spend": 1400, "registrations": 13 }));
    // Again, without the mapping: it is remembered.
    let before = fs::read(&case.plan).unwrap();
    let again = case.json(&[]);
    assert_eq!((&again["changes"], &again["written"]), (&value!(false), &value!(false)));
    assert_eq!(
        (&again["months"][0]["channel"], &again["months"][0]["how"]),
        (&value!("search-advertising"), &value!("earlier"))
    );
    assert_eq!(fs::read(&case.plan).unwrap(), before);
}

#[test]
fn a_stated_month_is_over_though_its_last_days_have_no_rows() {
    let stated = |days: &str| format!("{days}\nDate,Campaign,Cost\n2026-05-03,Search advertising,10\n");
    for (days, over) in [("2026-05-01 - 2026-05-31", Some("2026-05")), ("2026-05-01 - 2026-05-30", Some("2026-04"))] {
        let case = Case::of(stated(days));
        let said = text(&run(&case.arguments(&["--dry-run"])).stdout);
        let then =
            if days.ends_with("31") { "May and the months before it are then over" } else { "April and the months" };
        assert!(said.contains(then), "{said}");
        assert_eq!(case.json(&[])["over"].as_str(), over);
        let summary = json(&["summary", &case.plan, "--format", "json"]);
        let through = if days.ends_with("31") { "2026-05-31" } else { "2026-04-30" };
        assert_eq!(summary["track"]["through"], through);
        let before = fs::read(&case.plan).unwrap();
        let again = case.json(&[]);
        assert_eq!((&again["changes"], fs::read(&case.plan).unwrap()), (&value!(false), before));
    }
}

#[test]
fn several_files_and_what_they_have_in_common() {
    let case = Case::of(REPORT);
    let june = case.file("june.csv", "日期,推广计划,消费\n2026-06-01,品牌,10\n");
    let both = case.json(&["--dry-run", &june]);
    assert_eq!((both["files"].as_array().unwrap().len(), both["months"].as_array().unwrap().len()), (2, 3));
    let again = case.file("again.csv", REPORT);
    let before = fs::read(&case.plan).unwrap();
    for more in [&[][..], &["--dry-run"]] {
        let output = run(&case.arguments(&[&["--actuals", again.as_str(), "--format", "json"], more].concat()));
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(1), String::new()));
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(answer["conflicts"][0]["campaign"], "Brand");
        assert_eq!(answer["conflicts"].as_array().unwrap().len(), 2);
    }
    assert_eq!(fs::read(&case.plan).unwrap(), before);
}

#[test]
fn other_currencies_need_a_rate() {
    let case = Case::of("Date,Campaign,Cost (USD)\n2026-05-01,Brand,10\n");
    assert!(case.refused(&["--dry-run"]).ends_with("say what one USD is worth: --rate USD=NUMBER"));
    assert_eq!(case.json(&["--rate", "USD=7.10", "--dry-run"])["months"][0]["spend"], 71);
}

#[test]
fn a_total_keeps_the_digits_of_its_own_currency() {
    let case = Case::of("Date,Campaign,Cost (USD)\n2026-05-01,Brand,10.15\n2026-05-02,Brand,4.20\nTotal,,14.35\n");
    let yen = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/saved_plans/blank.ron")).unwrap();
    let yen = yen.replace("Currency(code: \"CNY\", digits: 2)", "Currency(code: \"JPY\", digits: 0)");
    fs::write(&case.plan, yen).unwrap();
    let rate = ["--rate", "USD=150", "--dry-run", "--lang", "en"];
    let answer = case.json(&rate);
    assert_eq!(answer["files"][0]["file_total"], value!({ "spend": 14.35, "line": 4, "agrees": true }));
    assert_eq!(answer["months"][0]["spend"], 2153);
    let said = text(&run(&case.arguments(&rate)).stdout);
    assert!(said.contains("add up to the file's own total of 14.35 (line 4)"), "{said}");
}

#[test]
fn results_without_money_need_no_rate() {
    let case = Case::of("Date,Campaign,Conversions,Currency\n2026-05-01,Brand,10,USD\n");
    let answer = case.json(&["--dry-run"]);
    assert_eq!((&answer["months"][0]["registrations"], &answer["months"][0]["spend"]), (&value!(10), &Value::Null));
    assert_eq!(answer["files"][0]["unrated"], value!([]));
}

#[test]
fn the_answer_follows_the_schema() {
    let schema = json(&["schema", "import"]);
    let case = Case::of(REPORT);
    let mut found = Vec::new();
    breaches(&schema, &schema, &case.json(&["--dry-run"]), "", &mut found);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn in_words_in_both_languages() {
    let case = Case::of(REPORT);
    let english = answer(&case.arguments(&["--dry-run", "--lang", "en"]));
    for said in [
        "This is what would come in. Nothing has been written.",
        "3 rows below the headings on line 3, 2026-05-01 to 2026-05-31 (utf-8)",
        "The rows add up to the file's own total of 1,400.00 (line 7)",
        "One total row, line 7",
        "Above the table: lines 1–2",
        "not decided",
        "One campaign counts for no channel yet.",
    ] {
        assert!(english.contains(said), "{said}\n{english}");
    }
    let chinese = answer(&case.arguments(&["--lang", "zh-CN"]));
    for said in ["已写入规划。", "表头在第 3 行，计入 3 行", "合计行 1 行：第 7 行", "尚未确定"]
    {
        assert!(chinese.contains(said), "{said}\n{chinese}");
    }
    assert!(answer(&case.arguments(&["--lang", "en"])).contains("The plan has all of this already"));
}

#[test]
fn what_cannot_be_read_is_one_line_with_its_place() {
    let case = Case::of("Date,Campaign,Cost\n2026-05-01,A,1\n2026-05-02,A,12..5\n");
    let line = case.refused(&[]);
    assert_eq!(
        line,
        format!(
            "{}: line 3, column Cost: \"12..5\" is no number; expected one such as 1234.56, or nothing",
            case.report
        )
    );
    let cases: [(&[u8], &[&str], &str); 10] = [
        (b"", &[], "the file is empty"),
        (b"hello\n", &[], "no table is found"),
        (b"PK\x03\x04\0\0\0\0", &[], "the workbook cannot be read"),
        (include_bytes!("../import/locked.xlsx"), &[], "locked with a password"),
        (b"\0\0\0\x01", &[], "this is no text and no workbook"),
        (b"Date,Campaign,Cost\n03/04/2026,A,1\n", &[], "--dates dmy or --dates mdy"),
        (b"Campaign,Cost\nA,1\n", &[], "--period 2026-05"),
        (
            b"Date,Campaign,Cost\n2026-05-01,A,1\n",
            &["--map", "B=search-advertising"],
            "no file tells of a campaign \"B\"",
        ),
        (b"Date,Campaign,Cost\n2026-05-01,A,1\n", &["--map", "A=nowhere"], "the plan has no channel \"nowhere\""),
        (b"Date,Campaign,Cost\n2026-05-01,A,1\n", &["--rate", "USD"], "\"USD\" is no rate"),
    ];
    for (bytes, more, said) in cases {
        let case = Case::of(bytes);
        let line = case.refused(more);
        assert!(line.contains(said), "{line}");
    }
    let wide = Case::of(vec!["Cost"; 1_000_000].join(","));
    assert!(wide.refused(&[]).contains("a row of 1000000 cells is no table"));
    assert!(refused(&run(&["import", WORKED_CASE])).contains("--actuals is missing"));
    assert!(refused(&run(&["import", WORKED_CASE, "--actuals", "/nowhere.csv"])).contains("/nowhere.csv"));
}

#[test]
fn a_workbook_by_any_name() {
    let case = Case::of(include_bytes!("../import/report.xls"));
    let answer = case.json(&["--dry-run"]);
    assert_eq!((&answer["files"][0]["encoding"], &answer["months"][0]["spend"]), (&value!("xls"), &value!(2237.07)));
}

#[test]
fn answers_for_what_a_file_leaves_open() {
    let dates = Case::of("Date,Campaign,Cost\n03/04/2026,A,1\n");
    assert_eq!(dates.json(&["--dates", "mdy"])["months"][0]["month"], "2026-03");
    let period = Case::of("Campaign,Cost\nA,1\n");
    assert_eq!(
        period.json(&["--period", "2026-05"])["files"][0]["period"],
        value!({ "from": "2026-05-01", "to": "2026-05-31" })
    );
}

#[test]
fn no_part_of_the_plan_is_remembered_too() {
    let case = Case::of(REPORT);
    assert_eq!(case.json(&["--map", "Brand="])["months"][0]["left_out"], true);
    assert_eq!(case.json(&[])["months"][0]["how"], "earlier");
}

#[test]
fn columns_may_be_months() {
    let case = Case::of(
        "Registrations by channel, 2026\n\nChannel,Jan,Feb,Mar,Total\nSearch advertising,10,20,0,30\nTotal,10,20,0,30\n",
    );
    let answer = case.json(&["--dry-run"]);
    assert_eq!(answer["files"][0]["table"], value!({ "header_line": 3, "rows": 1 }));
    assert_eq!(answer["files"][0]["period"], value!({ "from": "2026-01-01", "to": "2026-02-28" }));
    assert_eq!(answer["files"][0]["left_out"][2], value!({ "line": 5, "why": "total" }));
    let months = answer["months"].as_array().unwrap();
    let told: Vec<_> = months.iter().map(|row| (&row["month"], &row["registrations"], &row["spend"])).collect();
    let none = &Value::Null;
    assert_eq!(told, [(&value!("2026-01"), &value!(10), none), (&value!("2026-02"), &value!(20), none)]);
    assert_eq!(months[0]["channel"], "search-advertising");
    let open = Case::of("Channel,Jan,Feb\nSearch advertising,10,20\n");
    assert!(open.refused(&[]).contains("--period 2026"));
    assert_eq!(open.json(&["--period", "2026", "--dry-run"])["months"][1]["spend"], 20);
}
