//! What a broken plan is told, word for word.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::words::{Language, Words};

/// A small plan around some fields; the fields begin on line 5.
fn plan(fields: &str) -> String {
    format!(
        "Plan(\n    format: 1,\n    title: \"季度计划\",\n    period: Period(start: \"2025-07-01\", months: 3),\n{fields}\n)\n"
    )
}

fn error(text: &str) -> String {
    read_text(text).map_or_else(|error| error.to_string(), |_| "read".to_owned())
}

fn channel(fields: &str) -> String {
    format!("allocation: Allocation(channels: [Channel(id: \"sem\", name: \"搜索\", task: A, {fields})]),")
}

/// All broken plans with what they are told.
fn broken() -> impl Iterator<Item = (String, &'static str)> {
    let texts = TEXTS.iter().map(|(text, message)| ((*text).to_owned(), *message));
    let fields = FIELDS.iter().map(|(fields, message)| (plan(fields), *message));
    texts.chain(fields).chain(CHANNELS.iter().map(|(fields, message)| (plan(&channel(fields)), *message)))
}

#[test]
fn broken_plans_are_explained() {
    for (text, message) in broken() {
        assert_eq!(error(&text), message, "{text}");
    }
}

/// Han is there, and no English sentence: names and signs of the file stay, but two words in a row are a sentence.
fn is_chinese(sentence: &str) -> bool {
    let pieces: Vec<&str> = sentence.split([' ', '，', '；', '：', '（', '）']).collect();
    let is_word = |piece: &&str| !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_alphabetic());
    sentence.contains(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !pieces.windows(2).any(|pair| pair.iter().all(is_word))
}

#[test]
fn broken_plans_are_explained_in_chinese() {
    for (text, english) in broken() {
        let error = read_text(&text).unwrap_err();
        let chinese = error.say(Words::of(Language::ZhCn));
        let place = format!("{}:{}: {}", error.line, error.column, error.field);
        assert!(english.starts_with(&place), "{place} is not the place of {english}");
        assert!(chinese.starts_with(&place) && is_chinese(&error.fault.say(Words::of(Language::ZhCn))), "{chinese}");
    }
    for (text, message) in CHINESE {
        let error =
            read_text(&text.replace("…", "title: \"x\", period: (start: \"2025-07-01\", months: 3)")).unwrap_err();
        assert_eq!(error.say(Words::of(Language::ZhCn)), *message, "{text}");
    }
    assert!(!is_chinese("应为列表, expected a list"));
}

/// What the reader may say, but says about none of these texts.
#[test]
fn rare_faults_have_words_too() {
    let ron = |error| Fault::Ron(Box::new(error));
    let nothing = ron::Error::NoSuchEnumVariant { expected: &[], found: "x\ny".to_owned(), outer: None };
    let faults = [
        (Fault::NotUtf8, "this is not UTF-8 text; save the file as UTF-8 (a plan is text, not a spreadsheet or PDF)"),
        (ron(nothing), "x\\ny is not known here; expected nothing here"),
        (ron(ron::Error::ExpectedArrayEnd), "expected a comma, or ] at the end of the list"),
        (ron(ron::Error::ExpectedMapEnd), "expected a comma, or } at the end of the entries"),
        (ron(ron::Error::ExceededRecursionLimit), "brackets are nested deeper than in any plan; expected a value"),
        (ron(ron::Error::Message("no idea".to_owned())), "this cannot be read here (no idea)"),
    ];
    for (fault, english) in faults {
        assert_eq!(fault.say(Words::of(Language::En)), english);
        let chinese = fault.say(Words::of(Language::ZhCn));
        assert!(is_chinese(&chinese.replace("no idea", "")), "{chinese}");
    }
}

#[test]
fn bottomless_texts_are_refused() {
    let bottomless = |start: &str, repeated: &str| error(&(start.to_owned() + &repeated.repeat(1_000_000)));
    let event = "Plan(format: 1, events: [(contacts: ";
    assert_eq!(bottomless("Plan(goal: ", "["), "1:12: goal: expected Goal(…)");
    assert_eq!(bottomless("Plan(format: 1, title: ", "Some("), "1:24: title: expected text in quotation marks");
    assert_eq!(bottomless(event, "(likely: "), "1:46: events[0].contacts.likely: expected a number");
    let list = "1:37: events[0].contacts: expected a number, or (likely: …, low: …, high: …), found a list";
    assert_eq!(bottomless(event, "["), list);
    assert_eq!(bottomless("", "/*"), "1:2000001: this comment never ends; expected */");
}

#[test]
fn a_plan_by_hand_may_look_different() {
    let neat = plan("allocation: Allocation(budget: \"150000.00\", class_a: ClassRates(close_rate: 1.0)),");
    let by_hand = format!(
        "\u{feff}// mine\n{}",
        plan("    allocation: (budget: Some(150000), /* so far */ class_a: (close_rate: 1,),),")
            .replace(": Period(", ": (")
            .replace('\n', "\r\n")
    );
    assert_eq!(read_text(&by_hand).unwrap(), read_text(&neat).unwrap());
}

#[test]
fn what_no_file_can_hold_is_not_written() {
    let mut broken = read_text(&plan("")).unwrap();
    let goal = std::sync::Arc::make_mut(&mut broken.goal);
    goal.statement = "NaN and inf are words here".to_owned();
    goal.timing.class_a = vec![1.0, f64::NEG_INFINITY];
    let field = "goal.timing.class_a[1]".to_owned();
    assert_eq!(write_text(&broken), Err(WriteError::NotFinite { field }));
    std::sync::Arc::make_mut(&mut broken.goal).timing.class_a = vec![1.0];
    assert!(write_text(&broken).is_ok());
    broken.format = 7;
    assert!(write_text(&broken).is_err(), "it could not be read again");
}

/// Whole texts.
const TEXTS: &[(&str, &str)] = &[
    ("", "1:1: expected Plan(…)"),
    ("{", "1:1: expected Plan(…)"),
    ("hello", "1:1: expected Plan(…), found hello"),
    ("{\"title\": 1}", "1:1: expected Plan(…)"),
    ("\"", "1:1: expected Plan(…)"),
    ("Plan", "1:5: expected Plan(…)"),
    ("Plan(", "1:6: the file ends too early; expected the rest of the plan and its closing brackets"),
    ("/* open", "1:8: this comment never ends; expected */"),
    ("PK\u{3}\u{4}", "1:1: expected Plan(…), found PK"),
    (
        "Plan(format: 2, novelty: true)",
        "1:14: format: the file has format 2, this program reads format 1 and older; open it with a newer Ripple Planner",
    ),
    ("Plan(format: 0)", "1:14: format: there is no format 0; write 1"),
    (
        "Plan(title: \"x\", period: (start: \"2025-07-01\", months: 3))",
        "1:1: format is missing; write format: 1, as the first line in Plan(…)",
    ),
    ("#![enable(x)]\nPlan(", "1:12: a plan has no lines with #!; begin with Plan(…)"),
    ("#![enable(explicit_struct_names)]\n(format: 1)", "2:1: expected Plan(…)"),
    ("Plan(format: 0b12)", "1:17: format: expected a whole number, found 2 in it"),
    ("Plan(format: one)", "1:14: format: expected a whole number"),
    ("Plan(format: -1)", "1:14: format: this number is too large or too small here"),
];

/// Fields of a plan, from line 5 on.
const FIELDS: &[(&str, &str)] = &[
    (
        "chanels: [],",
        "5:1: chanels is no field here; expected format, title, company, note, currency, period, calendar, goal, team, pyramid, allocation, events, ripples, content, topics, actuals, scenarios or handover",
    ),
    ("goal: Goal(statment: \"x\"),", "5:12: goal: statment is no field here; did you mean statement?"),
    (
        "goal: Goal(xyzzy: \"x\"),",
        "5:12: goal: xyzzy is no field here; expected statement, headline, target, baseline, timing, path, sub_goals or note",
    ),
    ("goal: Gaol(statement: \"x\"),", "5:7: goal: expected Goal(…), found Gaol"),
    ("goal: (statement: 3),", "5:19: goal.statement: expected text in quotation marks"),
    ("goal: (headline: Revenu),", "5:18: goal.headline: Revenu is not known here; did you mean Revenue?"),
    ("goal: (headline: Money),", "5:18: goal.headline: Money is not known here; expected Customers, Revenue or Share"),
    (
        "goal: (baseline: (year: 99999999999999999999999)),",
        "5:25: goal.baseline.year: this number is too large or too small here",
    ),
    ("goal: (baseline: (customers: \"many\")),", "5:30: goal.baseline.customers: expected a number"),
    (
        "goal: (baseline: (customers: 1e999)),",
        "5:30: goal.baseline.customers: 1e999 is not a number a plan can hold; write a number with digits",
    ),
    (
        "goal: (baseline: (customers: -1_0e9_99)),",
        "5:30: goal.baseline.customers: -1_0e9_99 is not a number a plan can hold; write a number with digits",
    ),
    (
        "goal: (baseline: (customers: NaN)),",
        "5:30: goal.baseline.customers: NaN is not a number a plan can hold; write a number with digits",
    ),
    (
        "goal: (timing: (baseline: [1, 2, inf])),",
        "5:34: goal.timing.baseline[2]: inf is not a number a plan can hold; write a number with digits",
    ),
    ("goal: (timing: (baseline: [1, x, 2])),", "5:31: goal.timing.baseline[1]: expected a number"),
    ("goal: (timing: (baseline: [1 2])),", "5:30: goal.timing.baseline: expected a comma before this"),
    ("goal: (baseline: (year: 1u8)),", "5:25: goal.baseline.year: expected a whole number, found 1u8"),
    ("goal: (baseline: (customers: 1f32)),", "5:30: goal.baseline.customers: expected a number, found 1f32"),
    ("goal: (timing: (baseline: 1)),", "5:27: goal.timing.baseline: expected a list in [ ]"),
    (
        "goal: (path: [(day: \"2025-13-01\", revenue: 3)]),",
        "5:21: goal.path[0].day: this is no day of the calendar; expected one such as \"2025-07-01\"",
    ),
    (
        "goal: (path: [(day: \"soon\", revenue: 3)]),",
        "5:21: goal.path[0].day: this is no day of the calendar; expected one such as \"2025-07-01\"",
    ),
    ("goal: (path: [(day: 2025, revenue: 3)]),", "5:21: goal.path[0].day: expected text in quotation marks"),
    ("goal: (path: [(revenue: 3)]),", "5:15: goal.path[0]: day is missing; write day: … here"),
    ("goal: (statement: \"一，二\" note: \"\"),", "5:25: goal: expected a comma before this"),
    (
        "goal: (statement: \"一，二\"，note: \"\"),",
        "5:24: goal: expected a comma before this; ， is a full-width sign, write ,",
    ),
    ("goal: (statement： \"一\"),", "5:17: goal: expected a colon and a value; ： is a full-width sign, write :"),
    (
        "goal: (statement: “一”),",
        "5:19: goal.statement: expected text in quotation marks; “ is a full-width sign, write \"",
    ),
    ("goal: (statement: \"一),", "5:19: goal.statement: this text never ends; expected a closing quotation mark"),
    (
        "goal: (statement: \"a\\q\"),",
        "5:23: goal.statement: unknown sign after \\ in a text; write \\\\ for \\ itself, \\\" for a quotation mark",
    ),
    ("goal: (statement: \"a\", statement: \"b\"),", "5:24: goal: statement stands here twice; keep one of them"),
    ("goal: (statement: \"a\"],", "5:22: goal: expected a comma before this"),
    ("goal: (]),", "5:8: goal: expected the name of a field, or ) at the end"),
    ("goal: {\"statement\": \"a\"},", "5:7: goal: expected Goal(…)"),
    ("goal: (),\n) trailing (", "6:3: the plan has ended before this; expected the end of the file"),
    ("/* 注释 */ goal: (note: 1),", "5:23: goal.note: expected text in quotation marks"),
    (
        "pyramid: (assessments: [(day: \"2025-07-01\", answers: {\"a\": (score: Full), \"b\": (score: Half), \"a\": (score: None)})]),",
        "5:95: pyramid.assessments[0].answers: \"a\" stands in this map twice; keep one of them",
    ),
    (
        "scenarios: [(id: \"s\", name: \"s\", spend: {\"sem\": 1, \"sem\": 1})],",
        "5:52: scenarios[0].spend: \"sem\" stands in this map twice; keep one of them",
    ),
    (
        "content: (stages: {Awareness: (online: 1, offline: 0), Awareness: (online: 1, offline: 1)}),",
        "5:56: content.stages: Awareness stands in this map twice; keep one of them",
    ),
    (
        "content: (stages: {Awarenes: (online: 1, offline: 0)}),",
        "5:20: content.stages: Awarenes is not known here; did you mean Awareness?",
    ),
    ("content: (stages: {Awareness (online: 1, offline: 0)}),", "5:30: content.stages: expected a colon and a value"),
    ("content: (stages: []),", "5:19: content.stages: expected { } with entries such as \"name\": value"),
    ("currency: (code: \"CNY\", digits: 300),", "5:33: currency.digits: this number is too large or too small here"),
    (
        "team: (people: [(id: \"\", name: \"x\")]),",
        "5:22: team.people[0].id: an id is empty; give it a short text such as \"sem\"",
    ),
    ("team: (owner: Some(\"x\" 3)),", "5:24: team.owner: expected a comma, or ) at the end"),
    (
        "currency: (code: \"JPY\", digits: 0), allocation: (budget: \"1.5\"),",
        "5:58: allocation.budget: this currency has no digits after the point",
    ),
    (
        "currency: (code: \"X\", digits: 1), allocation: (budget: \"1.55\"),",
        "5:56: allocation.budget: this currency has at most 1 digit after the point",
    ),
    (
        "pyramid: (threshold: 0,75),",
        "5:24: pyramid: expected the name of a field, found 75 (decimals have a point, texts quotation marks)",
    ),
    (
        "events: [(id: \"e\", name: \"e\", contacts: (likely: 1, low: 0))],",
        "5:58: events[0].contacts: a range needs both low and high",
    ),
    (
        "events: [(id: \"e\", name: \"e\", contacts: (likely: 1, lo: 0))],",
        "5:53: events[0].contacts: lo is no field here; did you mean low?",
    ),
    (
        "events: [(id: \"e\", name: \"e\", contacts: true)],",
        "5:41: events[0].contacts: expected a number, or (likely: …, low: …, high: …), found true",
    ),
    (
        "events: [(id: \"e\", name: \"e\", contacts: [1])],",
        "5:41: events[0].contacts: expected a number, or (likely: …, low: …, high: …), found a list",
    ),
    (
        "events: [(id: \"e\", name: \"e\", contacts: \"3\")],",
        "5:41: events[0].contacts: expected a number, found the text \"3\"",
    ),
];

/// Fields of a channel, after its task.
const CHANNELS: &[(&str, &str)] = &[
    (
        "spend: 1.5",
        "5:82: allocation.channels[0].spend: expected money as text such as \"150000.00\", or a whole number, found the number 1.5",
    ),
    ("spend: \"1.555\"", "5:82: allocation.channels[0].spend: this currency has at most 2 digits after the point"),
    (
        "spend: \"1 wan\"",
        "5:82: allocation.channels[0].spend: not an amount of money; expected digits such as \"150000.00\"",
    ),
    ("spend: \"1,50\"", "5:82: allocation.channels[0].spend: not a clear amount of money: did you mean 1.50 or 150?"),
    (
        "spend: \"150.000,50\"",
        "5:82: allocation.channels[0].spend: not a clear amount of money: did you mean 150000.50?",
    ),
    (
        "spend: true",
        "5:82: allocation.channels[0].spend: expected money as text such as \"150000.00\", or a whole number, found true",
    ),
    (
        "spend: (a: 1)",
        "5:82: allocation.channels[0].spend: expected money as text such as \"150000.00\", or a whole number, found fields in brackets",
    ),
    (
        "spend: ()",
        "5:83: allocation.channels[0].spend: expected money as text such as \"150000.00\", or a whole number, found ()",
    ),
    (
        "spend: None",
        "5:82: allocation.channels[0].spend: expected money as text such as \"150000.00\", or a whole number, found Some(…) or None",
    ),
    ("spend: @", "5:82: allocation.channels[0].spend: @ cannot stand here; expected a value"),
    ("spend: -", "5:83: allocation.channels[0].spend: expected a whole number"),
    ("spend: \"99999999999999\"", "5:82: allocation.channels[0].spend: the amount is too large"),
    (
        "spend: 99999999999999999999",
        "5:82: allocation.channels[0].spend: expected money as text such as \"150000.00\", or a whole number, found the number 100000000000000000000",
    ),
    ("", "5:35: allocation.channels[0]: spend is missing; write spend: … here"),
    ("spend: 1, off_or_min: yes", "5:97: allocation.channels[0].off_or_min: expected true or false"),
    ("spend: 1, owner: 3", "5:92: allocation.channels[0].owner: expected text in quotation marks"),
    (
        "spend: 1, curve: s_shaped(ceiling: 3)",
        "5:92: allocation.channels[0].curve.s_shaped: half_spend is missing; write half_spend: … here",
    ),
    (
        "spend: 1, curve: Fixed(registrations: 3)",
        "5:92: allocation.channels[0].curve: Fixed is not known here; did you mean fixed?",
    ),
    ("spend: 1, curve: fixed", "5:97: allocation.channels[0].curve.fixed: expected ( with fields after it"),
    (
        "spend: 1, curve: fixed(3)",
        "5:98: allocation.channels[0].curve.fixed: expected the name of a field, found 3 (decimals have a point, texts quotation marks)",
    ),
    (
        "spend: 1, stages: [Search, Serch]",
        "5:102: allocation.channels[0].stages[1]: Serch is not known here; did you mean Search?",
    ),
    (
        "spend: 1, lead_rate: (likely: 0.1, low: 1e400, high: 0.2)",
        "5:115: allocation.channels[0].lead_rate.low: 1e400 is not a number a plan can hold; write a number with digits",
    ),
];

/// Whole texts, and what they are told in Chinese; … stands for the fields every plan must have.
const CHINESE: &[(&str, &str)] = &[
    ("", "1:1: 应为 Plan(…)"),
    ("Plan(format: 2)", "1:14: format：文件格式为 2，本程序只能读取格式 1 及更早的格式，请用新版波纹规划打开"),
    ("Plan(title: \"x\")", "1:1: 缺少 format，请在 Plan(…) 中第一行写 format: 1"),
    ("Plan(format: 1, gaol: ())", "1:17: 这里没有字段 gaol，是否应为 goal？"),
    (
        "Plan(format: 1, goal: (headline: Money))",
        "1:34: goal.headline：这里不能写 Money，应为 Customers、Revenue 或 Share",
    ),
    ("Plan(format: 1, goal: (path: [(revenue: 3)]))", "1:31: goal.path[0]：缺少 day，请在这里写 day: …"),
    ("Plan(format: 1, goal: (statement： \"一\"))", "1:33: goal：应为冒号和值；请把全角的 ： 写成 :"),
    (
        "Plan(format: 1, goal: (path: [(day: \"soon\")]))",
        "1:37: goal.path[0].day：这不是有效的日期，应写成 \"2025-07-01\" 的形式",
    ),
    (
        "Plan(format: 1, pyramid: (threshold: 0,75))",
        "1:40: pyramid：应为字段名，而这里是 75（小数点写 .，文本要加引号）",
    ),
    ("Plan(format: 1, team: (owner: \"\"))", "1:31: team.owner：id 为空，请填写简短的文本，如 \"sem\""),
    ("Plan(format: 1, allocation: (budget: \"1.555\"))", "1:38: allocation.budget：该货币最多 2 位小数"),
    (
        "Plan(format: 1, allocation: (budget: 1.5))",
        "1:38: allocation.budget：应为金额文本（如 \"150000.00\"）或整数，而这里是数字 1.5",
    ),
    (
        "Plan(format: 1, events: [(contacts: true)])",
        "1:37: events[0].contacts：应为数字，或 (likely: …, low: …, high: …)，而这里是 true",
    ),
    ("Plan(format: 1, events: [(contacts: \"3\")])", "1:37: events[0].contacts：应为数字，而这里是文本 \"3\""),
    (
        "Plan(format: 1, …, goal: (baseline: (customers: 1e999)))",
        "1:100: goal.baseline.customers：规划中不能有 1e999 这样的数，请写成普通数字",
    ),
    (
        "Plan(format: 1, …, scenarios: [(id: \"s\", name: \"s\", spend: {\"a\": 1, \"a\": 1})])",
        "1:120: scenarios[0].spend：\"a\" 在此处出现了两次，请只保留一处",
    ),
];

#[test]
fn a_plan_that_could_not_be_opened_again_for_its_size_is_not_written() {
    let plan = read_text(&plan("")).unwrap();
    let text = write_text(&plan).unwrap();
    let bytes = text.len() as u64;
    assert_eq!(write_at_most(&plan, bytes), Ok(text));
    let refused = write_at_most(&plan, bytes - 1).unwrap_err();
    assert_eq!(refused, WriteError::TooLarge { bytes });
    assert!(refused.to_string().contains("more than can be opened again (64 MB)"), "{refused}");
    assert!(refused.say(Words::of(Language::ZhCn)).contains("64 MB"), "{refused}");
}
