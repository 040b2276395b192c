//! The summary in every format and both languages.

use std::fs;
use std::path::Path;

use serde_json::{Value, json as value};
use unicode_width::UnicodeWidthStr;

use super::{BLANK, WORKED_CASE, WORKED_CASE_ZH, answer, json, path_text, refused, run};

fn near(value: &Value, expected: f64) {
    let value = value.as_f64().unwrap();
    assert!((value - expected).abs() <= 1e-6 * expected.abs(), "{value} is not {expected}");
}

#[test]
fn json_holds_the_documented_figures() {
    for plan in [WORKED_CASE, WORKED_CASE_ZH] {
        let summary = json(&["summary", plan, "--format", "json"]);
        assert_eq!(summary["format"], 1);
        let (goal, allocation) = (&summary["goal"], &summary["allocation"]);
        near(&allocation["registrations"], 37_000.0);
        near(&allocation["budget"], 1_200_000.0);
        assert_eq!(allocation["unallocated"], 0);
        near(&allocation["leads"]["A"], 2_100.0);
        near(&allocation["leads"]["B"], 200.0);
        near(&goal["customers"]["expected"], 1_269.5);
        near(&goal["revenue"]["expected"], 30_960_000.0);
        near(&goal["share"]["expected"], 0.258);
        near(&goal["attainment"], 0.86);
        assert_eq!(goal["ties_out"], true);
        let column = |name: &str| -> Vec<Value> {
            summary["events"][0]["shares"].as_array().unwrap().iter().map(|row| row[name].clone()).collect()
        };
        assert_eq!(column("share"), [40_000, 48_000, 32_000, 20_000, 8_000]);
        assert_eq!(column("paid"), [56_000, 60_000, 24_000, 8_000, 0]);
        assert_eq!(column("alone"), [100_000, 120_000, 80_000, 50_000, 20_000]);
        assert_eq!(column("saving"), [60_000, 72_000, 48_000, 30_000, 12_000]);
        let event = &summary["events"][0];
        let moved: Vec<&Value> =
            event["transfers"].as_array().unwrap().iter().map(|transfer| &transfer["amount"]).collect();
        assert_eq!(moved, [8_000, 12_000, 8_000]);
        assert_eq!((&event["transfers_minimal"], &event["transfers_direct"]), (&value!(true), &value!(16)));
        let roi: Vec<&Value> =
            summary["ripples"][0]["steps"].as_array().unwrap().iter().map(|step| &step["roi"]).collect();
        near(roi[0], 4.0);
        near(roi[1], 8.0);
        near(roi[2], 290.0 / 11.0);
        assert_eq!(summary["pyramid"]["reached"], 2);
        assert_eq!(summary["findings"].as_array().unwrap().len(), 8);
    }
}

#[test]
fn json_has_every_promised_name() {
    let summary = json(&["summary", WORKED_CASE, "--format", "json"]);
    let promised = value!({
        "plan": ["title", "company", "currency", "period"],
        "goal": ["statement", "ties_out", "customers", "revenue", "share", "attainment"],
        "team": ["owner", "functions"],
        "pyramid": ["reached", "mean", "levels", "blocker", "next_step"],
        "allocation": [
            "budget", "allocated", "unallocated", "registrations", "leads", "cost_per_registration", "tasks", "channels",
            "events"
        ],
    });
    for (section, names) in promised.as_object().unwrap() {
        has_names(&summary[section], names);
    }
    has_names(&summary["plan"]["period"], &value!(["start", "months"]));
    has_names(&summary["goal"]["share"], &value!(["baseline", "target", "expected"]));
    has_names(&summary["team"]["functions"][0], &value!(["name", "responsible", "kpi", "serves_goal"]));
    has_names(&summary["pyramid"]["levels"][0], &value!(["level", "score", "holds"]));
    has_names(&summary["allocation"]["tasks"][0], &value!(["task", "budget", "registrations"]));
    has_names(
        &summary["allocation"]["channels"][0],
        &value!([
            "id",
            "name",
            "task",
            "media",
            "owner",
            "budget",
            "share",
            "registrations",
            "average_cost",
            "marginal"
        ]),
    );
    has_names(&summary["events"][0], &value!(["name", "date", "total", "own_share", "shares"]));
    has_names(&summary["events"][0]["shares"][0], &value!(["party", "share", "paid", "alone", "saving"]));
    has_names(&summary["ripples"][0]["steps"][0], &value!(["name", "cost", "customers", "revenue", "roi"]));
    has_names(&summary["topics"][0], &value!(["name", "peak", "event", "attention_on_event"]));
    has_names(&summary["findings"][0], &value!(["severity", "code", "where", "message"]));
    has_names(&summary["proposal"], &value!(["spend", "present", "proposed", "bound", "certified", "binding"]));
    has_names(
        &summary["allocation"]["events"][0],
        &value!(["id", "name", "task", "owner", "budget", "share", "contacts", "leads"]),
    );
    // Channels and own shares of events are all the money there is.
    let all = ["channels", "events"].map(|list| summary["allocation"][list].as_array().unwrap().clone()).concat();
    let sum = |field: &str| all.iter().map(|row| row[field].as_f64().unwrap()).sum::<f64>();
    assert_eq!(Some(sum("budget")), summary["allocation"]["allocated"].as_f64());
    assert!((sum("share") - 1.0).abs() < 1e-9 && summary["allocation"]["events"][0]["budget"] == 40_000);
    has_names(&summary["proposal"]["channels"][0], &value!(["id", "name", "present", "proposed", "change"]));
    has_names(&summary["events"][0], &value!(["transfers", "transfers_minimal"]));
    has_names(&summary["events"][0]["transfers"][0], &value!(["from", "to", "amount"]));
}

fn has_names(object: &Value, names: &Value) {
    for name in names.as_array().unwrap() {
        assert!(object.get(name.as_str().unwrap()).is_some(), "{name} is missing in {object}");
    }
}

/// The tables of a text: runs of lines around a rule of hyphens, each as many lines as there are.
fn tables(text: &str) -> Vec<Vec<&str>> {
    let is_rule = |line: &str| line.len() > 20 && line.bytes().all(|byte| byte == b'-');
    text.split("\n\n")
        .map(|block| block.lines().collect::<Vec<_>>())
        .filter(|lines| lines.iter().skip(1).any(|line| is_rule(line)))
        .collect()
}

#[test]
fn every_line_of_a_text_table_is_as_wide_as_the_others() {
    for (plan, language) in [(WORKED_CASE, "en"), (WORKED_CASE_ZH, "zh-CN"), (WORKED_CASE, "zh-CN")] {
        let text = answer(&["summary", plan, "--lang", language]);
        let found = tables(&text);
        assert!(found.len() >= 5, "{} tables", found.len());
        for lines in found {
            // A heading with its own short rule may stand right above a table.
            let rule = lines.iter().map(|line| line.width()).max().unwrap();
            let start = lines.iter().position(|line| line.width() == rule).unwrap();
            for line in &lines[start..] {
                assert_eq!(line.width(), rule, "{line:?}");
            }
        }
        assert!(!text.contains('\u{2068}') && !text.contains('\u{2069}'));
    }
}

#[test]
fn the_text_says_what_a_director_asks() {
    let text = answer(&["summary", WORKED_CASE]);
    for expected in [
        "IM cloud 2026\n=============\n",
        "The plan reaches 86\u{a0}% of the revenue goal: 30,960,000\u{a0}CNY of 36,000,000\u{a0}CNY.",
        "Registrations         37,000\n",
        "220 contacts, 22 leads",
        "26.36",
        "1,270",
        "1 error, 4 warnings, 3 advice.",
        "Lin Yue is accountable for the goal.",
        "Lantern Push   Us                 8,000  Lantern Push's share 32,000, paid 24,000, owes 8,000\n",
        "Quill Docs' share 8,000, paid 0, owes 8,000",
        "Three transfers, proven fewest; paying every payer directly would take 16.",
    ] {
        assert!(text.contains(expected), "{expected:?} is missing in\n{text}");
    }
    let text = answer(&["summary", WORKED_CASE_ZH, "--lang", "zh-CN"]);
    for expected in [
        "整个规划可达成收入目标的 86%",
        "线上线下共同获取 B 类客户",
        "37,000 个注册",
        "错误：分销没有人执行",
        "明灯推送应分摊 32,000，已付 24,000，还应付 8,000",
        "3 笔转账，已证明为最少；若逐一付给各付款方，需 16 笔。",
    ] {
        assert!(text.contains(expected), "{expected:?} is missing in\n{text}");
    }
}

#[test]
fn markdown_has_tables() {
    let text = answer(&["summary", WORKED_CASE, "--format", "markdown"]);
    assert!(text.starts_with("# IM cloud 2026\n\n"));
    assert!(text.contains("\n## Channels by task\n"));
    assert!(text.contains("| Quill Docs | Us | 8,000 | Quill Docs' share 8,000, paid 0, owes 8,000 |\n"), "{text}");
    assert!(text.contains(
        "| Search advertising | paid | Zhou Min | 360,000 | 30.0 | 16,200 | 14,256–18,468 | 22.22 | 9.0 |\n"
    ));
    assert!(
        text.contains(
            "| **Total** |  |  | **1,200,000** | **100.0** | **37,000** | **34,340–40,160** | **32.43** |  |\n"
        )
    );
}

#[test]
fn csv_is_data_for_spreadsheets() {
    for (plan, language) in [(WORKED_CASE, "en"), (WORKED_CASE_ZH, "zh-CN")] {
        let text = answer(&["summary", plan, "--format", "csv", "--lang", language]);
        let body = text.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(body.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("equally many cells")).collect();
        let total = rows.iter().find(|row| ["Total", "合计"].contains(&&row[0]) && &row[3] == "1200000").unwrap();
        assert_eq!(&total[5], "37000");
        assert!(rows.iter().any(|row| &row[2] == "1269.5"));
        let from = |name: &str| rows.iter().filter(|row| &row[0] == name && row[3].contains("20,000")).count();
        assert_eq!(from("Meridian Maps") + from("子午地图"), 1, "a transfer with its reason");
    }
}

#[test]
fn formulas_in_names_stay_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let plan = fs::read_to_string(WORKED_CASE).unwrap();
    let plan = plan.replace("\"Search advertising\"", "\"=HYPERLINK(1)\"").replace("\"Q&A communities\"", "\"＋1|2\"");
    fs::write(&path, plan).unwrap();
    let text = answer(&["summary", path_text(&path), "--format", "csv"]);
    assert!(text.contains("\n'=HYPERLINK(1),paid,") && text.contains("\n'＋1|2,earned,"), "{text}");
    let text = answer(&["summary", path_text(&path), "--format", "markdown"]);
    assert!(text.contains("| ＋1\\|2 | earned |"));
}

#[test]
fn the_words_beside_the_plan_stand_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let plan = fs::read_to_string(WORKED_CASE).unwrap();
    let end = plan.rfind(')').unwrap();
    let second = "A second line that is too long to be all there where a remark is cut";
    let remark = format!("=1+1\n\n  {second}");
    let said = format!(r#"handover: Handover(to: "Board of *Halyard*", decide_by: "2026-05-15", remark: {remark:?}),"#);
    fs::write(&path, format!("{}{said}\n)", &plan[..end])).unwrap();
    let of =
        |format: &str, language: &str| answer(&["summary", path_text(&path), "--format", format, "--lang", language]);
    for (language, to, by) in [
        ("en", "To: Board of *Halyard*", "For decision by 15 May 2026"),
        ("zh-CN", "呈送：Board of *Halyard*", "请于2026年5月15日前作出决定"),
    ] {
        assert!(of("text", language).contains(&format!("\n{to}\n{by}\n=1+1\n{second}\n")), "{language}");
        let markdown = format!("\n{}\n\n{by}\n\n=1+1\n\n{second}\n", to.replace('*', "\\*"));
        assert!(of("markdown", language).contains(&markdown), "{language}");
        let csv = of("csv", language);
        let lines: Vec<&str> = csv.lines().map(|line| line.trim_end_matches(',')).collect();
        assert!(lines.windows(4).any(|four| four == [to, by, "'=1+1", second]), "{language}: {csv}");
    }
    let json: serde_json::Value = serde_json::from_str(&of("json", "en")).unwrap();
    let expected = serde_json::json!({
        "to": "Board of *Halyard*", "decide_by": "2026-05-15", "remark": remark,
    });
    assert_eq!(json["handover"], expected);
    let nothing: serde_json::Value =
        serde_json::from_str(&answer(&["summary", WORKED_CASE, "--format", "json"])).unwrap();
    assert_eq!(nothing.get("handover"), Some(&serde_json::Value::Null));
}

#[test]
fn the_answer_goes_into_a_file_but_never_over_the_plan() {
    let folder = tempfile::tempdir().unwrap();
    let (plan, output) = (folder.path().join("plan.ron"), folder.path().join("摘要.md"));
    fs::copy(WORKED_CASE, &plan).unwrap();
    let arguments = ["summary", path_text(&plan), "--format", "markdown", "--output", path_text(&output)];
    assert_eq!(answer(&arguments), "");
    assert_eq!(fs::read_to_string(&output).unwrap(), answer(&arguments[..4]));
    let itself = format!("{}/./plan.ron", path_text(folder.path()));
    let line = refused(&run(&["summary", path_text(&plan), "--output", &itself]));
    assert!(line.contains("this is a plan"), "{line}");
    assert_eq!(fs::read(&plan).unwrap(), fs::read(WORKED_CASE).unwrap());
    let nowhere = folder.path().join("no").join("out.txt");
    let line = refused(&run(&["summary", path_text(&plan), "--output", path_text(&nowhere)]));
    assert!(line.starts_with(path_text(&nowhere)) && line.contains("its folder does not exist"), "{line}");
}

#[cfg(unix)]
#[test]
fn a_hard_link_to_the_plan_is_the_plan() {
    let folder = tempfile::tempdir().unwrap();
    let (plan, same) = (folder.path().join("plan.ron"), folder.path().join("other name.txt"));
    fs::copy(WORKED_CASE, &plan).unwrap();
    fs::hard_link(&plan, &same).unwrap();
    let line = refused(&run(&["summary", path_text(&plan), "--output", path_text(&same)]));
    assert!(line.contains("this is a plan"), "{line}");
    assert_eq!(fs::read(&plan).unwrap(), fs::read(WORKED_CASE).unwrap());
}

#[cfg(unix)]
#[test]
fn an_output_file_is_replaced_only_by_a_whole_one() {
    use std::os::unix::fs::MetadataExt;
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("summary.txt");
    fs::write(&output, "last month's summary").unwrap();
    let before = fs::metadata(&output).unwrap().ino();
    assert_eq!(answer(&["summary", BLANK, "--output", path_text(&output), "--force"]), "");
    assert_eq!(fs::read_to_string(&output).unwrap(), answer(&["summary", BLANK]));
    // Another file in its place: nothing was cut off before the new text was on the disk.
    assert_ne!(fs::metadata(&output).unwrap().ino(), before);
    // A device is no file to replace.
    assert_eq!(answer(&["summary", BLANK, "--output", "/dev/null"]), "");
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_is_no_plan() {
    for command in ["check", "summary"] {
        let line = refused(&run(&[command, "/dev/zero"]));
        assert!(line.starts_with("/dev/zero") && line.contains("not a plan file"), "{line}");
        let line = refused(&run(&[command, "/dev/zero", "--lang", "zh-CN"]));
        assert!(line.contains("不是规划文件"), "{line}");
    }
}

#[test]
fn a_blank_plan_has_a_summary() {
    for format in ["text", "markdown", "csv", "json"] {
        for language in ["en", "zh-CN"] {
            assert!(!answer(&["summary", BLANK, "--format", format, "--lang", language]).is_empty());
        }
    }
    let text = answer(&["summary", BLANK]);
    assert!(text.contains("No goal is set yet") && !text.contains("NaN"), "{text}");
}

/// A goal beyond all money is no missing goal, and a period without months does not end before it begins.
#[test]
fn numbers_out_of_bounds_are_not_denied() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let plan = fs::read_to_string(WORKED_CASE).unwrap();
    fs::write(&path, plan.replacen("customers: 1500.0", "customers: 1e14", 1).replacen("months: 12", "months: 0", 1))
        .unwrap();
    let summary = answer(&["summary", path_text(&path)]);
    assert!(summary.contains("How much of the goal is reached cannot be said yet"), "{summary}");
    assert!(!summary.contains("No goal is set yet") && !summary.contains("December 2025"), "{summary}");
    assert!(summary.contains("Halyard Messaging | January 2026 |"), "{summary}");
    let checked = super::text(&run(&["check", path_text(&path)]).stdout);
    assert!(checked.contains("(goal/customers)") && !checked.contains("Type customers and value"), "{checked}");
}

/// What is not paid yet, and what cannot be settled, is said in every language.
#[test]
fn what_is_not_settled_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let plan = fs::read_to_string(WORKED_CASE).unwrap();
    let paid = "Payment(party: \"us\", amount: \"36000.00\")";
    assert_eq!(plan.matches(paid).count(), 1);
    let summary = |paid_by: &str, language: &str, format: &str| {
        fs::write(&path, plan.replace(paid, paid_by)).unwrap();
        answer(&["summary", path_text(&path), "--lang", language, "--format", format])
    };
    let part = "Payment(party: \"us\", amount: \"6000.00\")";
    let text = summary(part, "en", "text").replace('\n', " ");
    assert!(text.contains("30,000\u{a0}CNY is not paid yet: owed to the suppliers, in no transfer."), "{text}");
    let text = summary(part, "zh-CN", "markdown");
    assert!(text.contains("还有 30,000\u{a0}元未付：应付给供应商，不计入转账。"), "{text}");
    let event = &serde_json::from_str::<Value>(&summary(part, "en", "json")).unwrap()["events"][0];
    assert_eq!(event["unpaid"], 30_000);
    let moved = |side: &str, party: &Value| -> f64 {
        let rows = event["transfers"].as_array().unwrap().iter().filter(|row| row[side] == *party);
        rows.map(|row| (row["amount"].as_f64().unwrap() * 100.0).round()).sum()
    };
    for row in event["shares"].as_array().unwrap() {
        let open = ["balance", "unpaid"].map(|name| (row[name].as_f64().unwrap() * 100.0).round());
        let open: f64 = open.iter().sum();
        assert!((moved("to", &row["party"]) - moved("from", &row["party"]) - open).abs() < 0.5, "{row}");
    }
    let too_much = "Payment(party: \"us\", amount: \"36000.01\")";
    assert!(summary(too_much, "en", "text").contains("\" is paid above what it costs; nothing is settled until"));
    assert!(summary(too_much, "zh-CN", "text").contains("的付款超过费用；更正金额或付款之后才能结算。"));
    let event = &serde_json::from_str::<Value>(&summary(too_much, "en", "json")).unwrap()["events"][0];
    assert_eq!((&event["transfers"], &event["transfers_minimal"]), (&value!([]), &value!(false)));
}

#[test]
fn a_pdf_comes_on_two_papers() {
    for (paper, size) in [(&[][..], "[0 0 595.28 841.89]"), (&["--paper", "letter"], "[0 0 612 792]")] {
        let output = run(&[&["summary", WORKED_CASE, "--format", "pdf"], paper].concat());
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
        let holds = |what: &str| output.stdout.windows(what.len()).any(|window| window == what.as_bytes());
        assert!(output.stdout.starts_with(b"%PDF") && holds(size), "{paper:?}");
    }
    let [coloured, grey] = [&[][..], &["--grey"]].map(|ink| {
        let output = run(&[&["summary", WORKED_CASE, "--format", "pdf"], ink].concat());
        assert!(output.status.success() && output.stdout.starts_with(b"%PDF"), "{ink:?}: {output:?}");
        output.stdout
    });
    assert!(coloured != grey, "what is grey is not what is coloured");
    let line = refused(&run(&["summary", WORKED_CASE, "--format", "pdf", "--paper", "a5"]));
    assert!(line.contains("a5") && line.contains("a4, letter"), "{line}");
}

#[test]
fn a_pdf_goes_into_a_file_that_nobody_loses() {
    let folder = tempfile::tempdir().unwrap();
    let (plan, output) = (folder.path().join("plan.ron"), folder.path().join("plan.pdf"));
    fs::copy(WORKED_CASE, &plan).unwrap();
    let into = |file: &Path, rest: &[&str]| {
        let arguments =
            ["summary", path_text(&plan), "--format", "pdf", "--paper", "letter", "--output", path_text(file)];
        run(&[&arguments[..], rest].concat())
    };
    let is_letter = |bytes: &[u8]| bytes.starts_with(b"%PDF") && bytes.windows(13).any(|part| part == b"[0 0 612 792]");
    let written = into(&output, &[]);
    assert!(written.status.success() && written.stdout.is_empty() && written.stderr.is_empty(), "{written:?}");
    assert!(is_letter(&fs::read(&output).unwrap()));
    fs::write(&output, "mine").unwrap();
    let line = refused(&into(&output, &[]));
    assert!(line.contains("there is already a file of this name") && line.ends_with("with --force"), "{line}");
    assert_eq!(fs::read(&output).unwrap(), b"mine");
    assert!(into(&output, &["--force"]).status.success());
    assert!(is_letter(&fs::read(&output).unwrap()));
    for rest in [&[][..], &["--force"]] {
        let line = refused(&into(&plan, rest));
        assert!(line.contains("this is a plan"), "{line}");
        assert_eq!(fs::read(&plan).unwrap(), fs::read(WORKED_CASE).unwrap());
    }
}
