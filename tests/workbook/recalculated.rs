//! `LibreOffice` calculates every formula again. It believes stored results unless it is told not to: here it is told,
//! and results that are wrong on purpose must come out right.

use std::path::Path;
use std::process::Command;

use calamine::Data;
use ripple_planner::calc;
use ripple_planner::plan::Plan;
use ripple_planner::words::Language;

use crate::cells::{Cells, bytes};
use crate::plans::{
    blank, by_month, by_month_happened, changed, chinese, english, happened, large, odd, odd_by_month, rules, too_large,
};

/// "Recalculation on file load: always", for the files of Excel 2007 and newer.
const ALWAYS_RECALCULATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// Has `LibreOffice` write files of a folder in another format.
fn convert(folder: &Path, names: &[String], format: &str, to: &str) {
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", format, "--outdir", to])
        .args(names)
        .current_dir(folder)
        .output()
        .expect("soffice of libreoffice-calc-nogui");
    assert!(output.status.success(), "{output:?}");
}

/// The same workbooks, calculated by `LibreOffice`.
fn recalculated(folder: &Path, books: &[Vec<u8>]) -> Vec<Cells> {
    let settings = folder.join("profile/user");
    std::fs::create_dir_all(&settings).unwrap();
    std::fs::write(settings.join("registrymodifications.xcu"), ALWAYS_RECALCULATE).unwrap();
    let names: Vec<String> = (0..books.len()).map(|number| format!("{number}.xlsx")).collect();
    for (name, book) in names.iter().zip(books) {
        std::fs::write(folder.join(name), book).unwrap();
    }
    convert(folder, &names, "xlsx", "calculated");
    names.iter().map(|name| Cells::read(&std::fs::read(folder.join("calculated").join(name)).unwrap())).collect()
}

fn same(ours: &Data, theirs: &Data) -> bool {
    match (ours, theirs) {
        (Data::Float(ours), Data::Float(theirs)) => (ours - theirs).abs() <= 1e-9 * ours.abs().max(theirs.abs()),
        (Data::String(ours), Data::Empty) => ours.is_empty(),
        _ => ours == theirs,
    }
}

/// What the formulas of one workbook say differently in the other.
fn differences(ours: &Cells, theirs: &Cells) -> Vec<String> {
    let both = ours.formulas.keys().map(|place| {
        let value = |cells: &Cells| cells.values.get(place).cloned().unwrap_or(Data::Empty);
        (place, value(ours), value(theirs))
    });
    both.filter(|(_, ours, theirs)| !same(ours, theirs))
        .map(|(place, one, other)| format!("{place:?} {}: {one:?} or {other:?}", ours.formulas[place]))
        .collect()
}

#[test]
#[ignore = "needs libreoffice-calc-nogui"]
fn another_program_calculates_the_same_also_after_changes() {
    let plans: Vec<(&str, Plan)> = vec![
        ("worked case", english()),
        ("范例", chinese()),
        ("blank", blank()),
        ("odd", odd()),
        ("rules, no digits", rules(0)),
        ("rules, two digits", rules(2)),
        ("rules, three digits", rules(3)),
        ("200 channels", large()),
        ("too large", too_large()),
        ("months that are over", happened()),
        ("by month", by_month()),
        ("by month, odd", odd_by_month()),
        ("by month, of which some are over", by_month_happened()),
    ];
    // Results of the plan as it was, beside the numbers of the changed one: all that hang on these are wrong.
    let stale = plans.iter().map(|(_, plan)| bytes(&changed(plan), &calc::report(plan), Language::En));
    let fresh = plans.iter().map(|(_, plan)| bytes(plan, &calc::report(plan), Language::En));
    let books: Vec<Vec<u8>> = fresh.chain(stale).collect();
    let folder = tempfile::tempdir().unwrap();
    let calculated = recalculated(folder.path(), &books);
    for (index, (name, plan)) in plans.iter().enumerate() {
        let found = differences(&Cells::read(&books[index]), &calculated[index]);
        assert!(found.is_empty(), "{name}: {}\n{}", found.len(), found[..found.len().min(40)].join("\n"));
        let changed = Cells::of(&changed(plan), Language::En);
        let stale = Cells::read(&books[plans.len() + index]);
        let found = differences(&changed, &calculated[plans.len() + index]);
        assert!(found.is_empty(), "{name}, changed: {}\n{}", found.len(), found[..found.len().min(40)].join("\n"));
        let wrong = differences(&changed, &stale).len();
        assert!(wrong > 0 || *name == "blank", "{name}: no stored result was wrong, so nothing was proven");
    }
}

#[test]
#[ignore = "needs LibreOffice and pdftotext"]
fn a_title_that_begins_with_figures_stands_whole_above_every_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let plan = Plan { title: "2027 plan & more".into(), company: "24 Hours Ltd".into(), ..english() };
    std::fs::write(folder.path().join("plan.xlsx"), bytes(&plan, &calc::report(&plan), Language::En)).unwrap();
    convert(folder.path(), &["plan.xlsx".into()], "pdf", ".");
    let output = Command::new("pdftotext").arg("plan.pdf").arg("-").current_dir(folder.path()).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    for words in ["2027 plan & more", "24 Hours Ltd"] {
        assert!(text.matches(words).count() > 3, "{words}: {text}");
    }
}
