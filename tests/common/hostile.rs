//! What must hold whatever somebody gives the program to read: a plan, the question of a filter, a typed number, two
//! versions of a plan. Each check takes any bytes; `tests/properties/damaged.rs` damages examples for it, `fuzz/` looks for more.
//!
//! Use with `#[path = "common/hostile.rs"] mod hostile;`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::HashSet;
use std::sync::Arc;

use ripple_planner::compare::{differences, merge};
use ripple_planner::import::take_in::changes;
use ripple_planner::import::{Answers, preview, read, take_in};
use ripple_planner::plan::decimal::Decimal;
use ripple_planner::plan::{Currency, Plan};
use ripple_planner::report::versions::{Versions, conflicts};
use ripple_planner::words::clean::steers;
use ripple_planner::words::typed::Entry;
use ripple_planner::words::{Language, Words, parse};
use ripple_planner::{calc, cli, file};

pub const WORKED_CASE: &str = include_str!("../../saved_plans/worked-case.ron");

pub const FILTERS: [&str; 4] = ["ripple", "simulate", "split", "allocation"];

fn in_both_languages(say: impl Fn(&Words) -> String) {
    for language in Language::ALL {
        let said = say(Words::of(language));
        assert!(!said.contains(steers) && said.chars().count() < 6000, "{said:?}");
    }
}

/// A plan's text is refused in one clean line, or read, written and read again as the same plan.
pub fn plan_text(input: &[u8]) {
    let Ok(read) = std::str::from_utf8(input) else { return };
    match file::read_text(read) {
        Err(error) => in_both_languages(|words| error.say(words)),
        Ok(plan) => {
            let written = file::write_text(&plan).unwrap();
            let again = file::read_text(&written).unwrap();
            assert_eq!(again, plan);
            assert_eq!(file::write_text(&again).unwrap(), written);
        }
    }
}

/// The first byte chooses the filter, the rest is its question. It is answered in JSON, or refused in one clean line.
pub fn filters(input: &[u8]) {
    let Some((first, question)) = input.split_first() else { return };
    if takes_its_time(question) {
        return;
    }
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let filter = FILTERS[usize::from(*first) % FILTERS.len()];
    let status = cli::answer(["solve", filter], &mut &*question, &mut output, &mut errors);
    let [output, errors] = [output, errors].map(|bytes| String::from_utf8(bytes).unwrap());
    if status == 2 {
        assert_eq!(output, "");
        let line = errors.strip_prefix("error: ").unwrap().strip_suffix('\n').unwrap();
        assert!(!line.is_empty() && !line.contains(steers) && line.chars().count() < 6000, "{line:?}");
    } else {
        assert_eq!(errors, "");
        assert!(!output.contains(|c| c != '\n' && steers(c)));
        let _: serde_json::Value = serde_json::from_str(&output).unwrap();
    }
}

/// Whether a question asks for so many draws, or has so many parts, that answering it well takes long.
fn takes_its_time(question: &[u8]) -> bool {
    let read = || serde_json::from_slice::<serde_json::Value>(question).ok();
    question.len() > 20_000 || read().is_some_and(|json| json["draws"].as_f64().is_some_and(|draws| draws > 2000.0))
}

/// What is typed into a field is refused in one clean sentence, or read; estimates are written as they are read.
pub fn typed(input: &[u8]) {
    let Some((first, rest)) = input.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let currency = Currency { code: "XXX".to_owned(), digits: first % (Currency::MOST_DIGITS + 1) };
    let problems = [
        parse::number(text).err(),
        parse::count(text).err(),
        parse::whole(text).err(),
        parse::rate(text).err(),
        parse::date(text).err(),
        parse::signed_money(text, &currency).err(),
    ];
    for problem in problems.into_iter().flatten() {
        for language in Language::ALL {
            assert!(!problem.say(Words::of(language)).is_empty());
        }
    }
    let _ = Decimal::read(text);
    calculated(text, &currency);
    if let Ok(money) = parse::money(text, &currency) {
        assert_eq!(parse::money(&currency.plain(money), &currency), Ok(money));
    }
    if let Ok(estimate) = parse::money_estimate(text, &currency) {
        assert_eq!(parse::money_estimate(&parse::write_money_estimate(&currency, &estimate), &currency), Ok(estimate));
    }
    if let Ok(estimate) = parse::estimate(text) {
        assert!(estimate.likely.is_finite());
        parse::estimate(&parse::write_estimate(&estimate)).unwrap();
    }
    if let Ok(estimate) = parse::rate_estimate(text) {
        assert!((0.0..=1.0).contains(&estimate.likely));
        parse::rate_estimate(&parse::write_rate_estimate(&estimate)).unwrap();
    }
}

/// What is typed into a field for a number is refused in a sentence, or comes to a writing that stays as it is, whatever was there.
fn calculated(text: &str, currency: &Currency) {
    let entries = [Entry::COUNT, Entry::NUMBER, Entry::RATE, Entry::money(currency), Entry::signed_money(currency)];
    for entry in entries {
        for present in ["", "0", "150,000.00", "-8,000", "5.5% (4.4%..6.9%)"] {
            match entry.plain(text, present) {
                Ok(plain) => assert_eq!(entry.plain(&plain.text, "").unwrap().text, plain.text),
                Err(problem) => {
                    assert!(Language::ALL.iter().all(|language| !problem.say(Words::of(*language)).is_empty()));
                }
            }
        }
    }
    let plain = |text: &str| Entry::money(currency).plain(text, "").ok().map(|plain| plain.text.into_owned());
    if let Some(Ok(money)) = plain(text).map(|text| parse::money(&text, currency)) {
        assert_eq!(parse::money(&currency.plain(money), currency), Ok(money));
    }
}

/// A report is refused in one clean sentence, or read; what it brings comes in once, and the plan can be calculated.
/// Workbooks are left out: what unpacks them is another program's, whose panics are caught, and a fuzzer stops at each.
pub fn imports(input: &[u8]) {
    if input.starts_with(b"PK") || input.starts_with(&[0xd0, 0xcf]) {
        return;
    }
    let reading = match read("report", input, Answers::default()) {
        Ok(reading) => reading,
        Err(trouble) => return in_both_languages(|words| trouble.say(words)),
    };
    let mut plan: Plan = file::read_text(WORKED_CASE).unwrap();
    let preview = match preview(&plan, vec![Arc::new(reading)], &[], &[]) {
        Ok(preview) => preview,
        Err((_, trouble)) => return in_both_languages(|words| trouble.say(words)),
    };
    let _ = preview.months();
    plan.actuals = Arc::new(take_in(&plan.actuals, &preview));
    assert!(!changes(&plan.actuals, &preview), "the same again changes nothing");
    let text = file::write_text(&plan).unwrap();
    assert_eq!(file::read_text(&text).unwrap(), plan);
    let _ = calc::report(&plan);
}

/// Two versions of the worked case, each edited line by line as the input says; whether both were plans.
pub fn versions(input: &[u8]) -> bool {
    let (ours, theirs) = input.split_at(input.len() / 2);
    let [base, ours, theirs] = [&[][..], ours, theirs].map(edited);
    let (Ok(base), Ok(ours), Ok(theirs)) = (file::read_text(&base), file::read_text(&ours), file::read_text(&theirs))
    else {
        return false;
    };
    compared(&base, &ours, &theirs);
    true
}

/// The worked case, edited: each four bytes take a line away, double it, exchange it with the next, or change what
/// stands in it.
fn edited(edits: &[u8]) -> String {
    let mut lines: Vec<String> = WORKED_CASE.lines().map(str::to_owned).collect();
    for edit in edits.chunks_exact(4) {
        let at = usize::from(u16::from_le_bytes([edit[0], edit[1]])) % lines.len();
        let Some(at) = (at..lines.len() - 1).find(|&at| is_complete(&lines[at])) else { continue };
        let is_item = lines[at].trim_start().starts_with('(');
        match edit[2] % 5 {
            0 => drop(lines.remove(at)),
            1 if is_item => lines.insert(at, lines[at].clone()),
            2 if is_complete(&lines[at + 1]) => lines.swap(at, at + 1),
            3 => lines[at] = lines[at].replacen(['3', '5', '7'], &(edit[3] % 10).to_string(), 1),
            _ => lines[at] = lines[at].replacen("name: \"", &format!("name: \"{}", char::from(b'a' + edit[3] % 26)), 1),
        }
    }
    lines.join("\n")
}

/// Whether a line is a whole field or item.
fn is_complete(line: &str) -> bool {
    let count = |sign| line.matches(sign).count();
    line.ends_with(',') && count('(') == count(')') && count('[') == count(']')
}

fn compared(base: &Plan, ours: &Plan, theirs: &Plan) {
    for (old, new) in [(base, ours), (ours, theirs), (theirs, theirs)] {
        assert_eq!(differences(old, new).is_empty(), old == new);
    }
    for side in [ours, theirs] {
        for (one, other) in [(side, base), (base, side), (side, side)] {
            let merged = merge(base, one, other);
            assert_eq!((&merged.plan, merged.conflicts.len()), (side, 0));
        }
    }
    let (there, back) = (merge(base, ours, theirs), merge(base, theirs, ours));
    assert_eq!(there.conflicts.len(), back.conflicts.len());
    if there.conflicts.is_empty() {
        assert_eq!(there.plan, back.plan);
    }
    for merged in [&there, &back] {
        let text = file::write_text(&merged.plan).unwrap();
        assert_eq!(file::read_text(&text).unwrap(), merged.plan);
    }
    for language in Language::ALL {
        let words = Words::of(language);
        assert!(conflicts(&there, words).iter().all(|line| !line.is_empty()));
        let versions = Versions::of(ours, theirs, words);
        assert_eq!(versions.differ, ours != theirs);
        let said = versions.text(words, [&ours.currency, &theirs.currency]);
        assert!(!said.contains(|c| c != '\n' && steers(c)));
    }
    nothing_of_both_is_lost(ours, theirs, &there.plan);
}

/// What both sides have stays.
fn nothing_of_both_is_lost(ours: &Plan, theirs: &Plan, merged: &Plan) {
    fn ids(plan: &Plan) -> HashSet<&str> {
        plan.allocation.channels.iter().map(|channel| channel.id.as_str()).collect()
    }
    let (ours, theirs, merged) = (ids(ours), ids(theirs), ids(merged));
    let lost: Vec<_> = ours.intersection(&theirs).filter(|id| !merged.contains(*id)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}
