//! New plan files, findings, and files that cannot be read.

use std::fs;

use super::{BLANK, WORKED_CASE, WORKED_CASE_ZH, answer, json, path_text, program, refused, run, text};

#[test]
fn new_writes_a_plan_that_can_be_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let [blank, case, case_zh] = ["blank.ron", "case.ron", "范例.ron"].map(|name| folder.path().join(name));
    assert_eq!(answer(&["new", path_text(&blank)]), "");
    assert_eq!(answer(&["new", path_text(&case), "--from", "worked-case"]), "");
    assert_eq!(answer(&["new", path_text(&case_zh), "--from", "worked-case", "--lang", "zh-CN"]), "");
    let title =
        |path: &std::path::PathBuf| json(&["summary", path_text(path), "--format", "json"])["plan"]["title"].clone();
    assert_eq!([&blank, &case, &case_zh].map(title), ["New plan", "IM cloud 2026", "即时通讯云 2026"]);
    let plan = |path: &str| ripple_planner::file::open(path).unwrap();
    assert!(plan(path_text(&case)) == plan(WORKED_CASE), "the worked case is another plan now");
}

#[test]
fn new_never_replaces_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    fs::write(&path, "precious").unwrap();
    let line = refused(&run(&["new", path_text(&path), "--from", "worked-case"]));
    assert!(line.starts_with(path_text(&path)) && line.contains("already a file"), "{line}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "precious");
    let nowhere = folder.path().join("no-such-folder").join("plan.ron");
    assert!(refused(&run(&["new", path_text(&nowhere)])).contains("its folder does not exist"));
    assert!(refused(&run(&["new", path_text(&nowhere), "--lang", "zh-CN"])).contains("所在文件夹不存在"));
}

#[test]
fn a_broken_plan_is_named_with_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("坏的.ron");
    let good = fs::read_to_string(BLANK).unwrap();
    let broken = good.replace("months: 12", "months: twelve");
    let (line_number, text) = broken.lines().enumerate().find(|(_, line)| line.contains("twelve")).unwrap();
    let (line_number, column) = (line_number + 1, text.find("twelve").unwrap() + 1);
    fs::write(&path, &broken).unwrap();
    for command in ["summary", "check"] {
        let line = refused(&run(&[command, path_text(&path)]));
        assert!(line.starts_with(&format!("{}:{line_number}:{column}: period.months: ", path_text(&path))), "{line}");
    }
    for command in ["summary", "check", "optimize", "simulate"] {
        let line = refused(&run(&[command, path_text(&path), "--lang", "zh-CN"]));
        assert_eq!(line, format!("{}:{line_number}:{column}: period.months：应为整数", path_text(&path)));
    }
    let missing = folder.path().join("missing.ron");
    let line = refused(&run(&["check", path_text(&missing)]));
    assert!(line.starts_with(&format!("{}: there is no such file", path_text(&missing))), "{line}");
    assert!(refused(&run(&["summary", path_text(folder.path())])).contains("this is a folder"));
}

#[test]
fn an_amount_with_a_misplaced_comma_is_no_plan() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let good = fs::read_to_string(WORKED_CASE).unwrap();
    let amount = "spend: \"360000.00\"";
    assert!(good.contains(amount));
    for (written, english, chinese) in [
        ("1,50", "1.50 or 150?", "1.50 还是 150？"),
        ("150.000,50", "150000.50?", "150000.50？"),
        ("36,0000", "36.0000 or 360000?", "36.0000 还是 360000？"),
    ] {
        fs::write(&path, good.replacen(amount, &format!("spend: \"{written}\""), 1)).unwrap();
        let line = refused(&run(&["check", path_text(&path)]));
        assert!(line.contains(english) && line.contains(".spend"), "{line}");
        let line = refused(&run(&["summary", path_text(&path), "--lang", "zh-CN"]));
        assert!(line.contains(chinese), "{line}");
    }
    let total = || json(&["summary", path_text(&path), "--format", "json"])["allocation"]["allocated"].clone();
    fs::write(&path, &good).unwrap();
    let before = total();
    for written in ["360,000", "36万", "360 000.0"] {
        fs::write(&path, good.replacen(amount, &format!("spend: \"{written}\""), 1)).unwrap();
        assert_eq!(total(), before, "{written}");
    }
}

#[test]
fn findings_of_one_kind_are_one_line_with_their_number() {
    for (plan, language, alike) in
        [(WORKED_CASE, "en", "  1 more like it: team/"), (WORKED_CASE_ZH, "zh-CN", "  另有 1 处同样：team/")]
    {
        let checked = run(&["check", plan, "--lang", language]);
        let printed = text(&checked.stdout);
        // Eight findings of seven kinds, and the counts.
        let kinds = printed.lines().filter(|line| !line.starts_with(' ')).count() - 1;
        assert_eq!(kinds, 7, "{printed}");
        assert_eq!(printed.lines().filter(|line| line.starts_with(alike)).count(), 1, "{printed}");
        let summary = answer(&["summary", plan, "--lang", language]);
        let heading = if language == "en" { "\nFindings\n" } else { "\n检查结果\n" };
        let listed = summary.split_once(heading).unwrap().1;
        assert_eq!(listed.lines().filter(|line| line.starts_with("- ")).count(), 7, "{listed}");
    }
}

#[test]
fn check_answers_no_where_there_is_an_error() {
    let output = run(&["check", WORKED_CASE]);
    let (answer, errors) = (text(&output.stdout), text(&output.stderr));
    assert_eq!((output.status.code(), errors), (Some(1), String::new()));
    let first = "error: Distribution has nobody responsible (team/distribution/assignments)\n";
    assert!(answer.starts_with(first), "{answer}");
    assert!(answer.ends_with("1 error, 4 warnings, 3 advice.\n"), "{answer}");

    let output = run(&["check", WORKED_CASE, "--format", "json"]);
    let checked: serde_json::Value = serde_json::from_str(&text(&output.stdout)).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!([&checked["errors"], &checked["warnings"], &checked["advice"]], [1, 4, 3]);
    assert_eq!(checked["findings"].as_array().unwrap().len(), 8);
    assert_eq!(checked["findings"][0]["code"], "nobody-responsible");
    assert_eq!(checked["findings"][0]["where"], "team/distribution/assignments");
}

#[test]
fn check_speaks_chinese() {
    let output = run(&["check", WORKED_CASE, "--lang", "zh-CN"]);
    assert!(text(&output.stdout).starts_with("错误：分销没有人执行（team/distribution/assignments）\n"));
    let output = program(&["check", WORKED_CASE]).env("LC_ALL", "zh_CN.UTF-8").output().unwrap();
    assert!(text(&output.stdout).starts_with("错误："));
}

#[test]
fn a_blank_plan_has_advice_but_no_error() {
    let checked = json(&["check", BLANK, "--format", "json"]);
    assert_eq!([&checked["errors"], &checked["warnings"]], [0, 0]);
    assert!(answer(&["check", BLANK]).contains("advice: No goal is set yet (goal/"));
}
