//! What is found in the worked case, and in which order.

use super::*;
use crate::app::find::{Question, gather};
use crate::app::worker::Cancel;
use crate::calc::Section;

/// What is found in the worked case of a language, by name.
fn found(typed: &str, language: Language) -> Vec<String> {
    let index = of_worked_case(language);
    let hits = index.search(typed, language, 10);
    let shown = hits.into_iter().map(|hit| match index.name(hit, language) {
        (field, Some(item)) => format!("{item}: {field}"),
        (name, None) => name.to_owned(),
    });
    shown.collect()
}

fn of_worked_case(language: Language) -> std::sync::Arc<Index> {
    let file = match language {
        Language::En => "saved_plans/worked-case.ron",
        Language::ZhCn => "saved_plans/worked-case.zh-CN.ron",
    };
    let plan = crate::file::open(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let report = std::sync::Arc::new(crate::calc::report(&plan));
    gather(&Question { plan: Some((plan, report)) }, &Cancel::default())
}

#[test]
fn commands_are_found_in_both_languages_and_by_pinyin() {
    for (typed, english, chinese) in [
        ("undo", "Undo", "撤销"),
        ("撤销", "Undo", "撤销"),
        ("chexiao", "Undo", "撤销"),
        ("cx", "Undo", "撤销"),
        ("save as", "Save as…", "另存为…"),
        ("ziyuanfenpei", "Allocation", "资源分配"),
        ("zyfp", "Allocation", "资源分配"),
    ] {
        for (language, wanted) in [(Language::En, english), (Language::ZhCn, chinese)] {
            let found = found(typed, language);
            assert!(found.iter().take(3).any(|name| name == wanted), "{typed}: {found:?}");
        }
    }
}

#[test]
fn what_agrees_best_stands_first() {
    assert_eq!(found("goal", Language::En)[0], "Goal");
    assert_eq!(found("目标", Language::ZhCn)[0], "目标");
    assert_eq!(found("budget", Language::En)[0], "Budget");
    assert_eq!(found("redo", Language::En)[0], "Redo");
}

#[test]
fn fields_of_items_are_found_by_both_names_in_any_order() {
    for typed in ["budget search advertising", "search advertising budget", "sear adv budg"] {
        let found = found(typed, Language::En);
        assert_eq!(found[0], "Search advertising: Budget", "{typed}: {found:?}");
    }
    for typed in ["搜索投放预算", "预算 搜索投放", "sousuotoufang yusuan", "sstfys"] {
        let found = found(typed, Language::ZhCn);
        assert_eq!(found[0], "搜索投放: 预算", "{typed}: {found:?}");
    }
}

#[test]
fn a_field_of_an_item_leads_to_it() {
    let index = of_worked_case(Language::En);
    let hit = index.search("search advertising budget", Language::En, 1)[0];
    let Some(Target::GoTo(place)) = index.target(hit) else { panic!("a place") };
    assert_eq!((place.section, place.field), (Section::Allocation, "spend"));
    assert_eq!(index.target(index.find(&Target::GoTo(place.clone())).unwrap()), Some(Target::GoTo(place)));
}

#[test]
fn nothing_is_found_by_nothing_and_no_more_than_asked_for() {
    let index = of_worked_case(Language::En);
    assert!(index.search("  ", Language::En, 10).is_empty());
    assert_eq!(index.search("e", Language::En, 7).len(), 7);
    let all = index.search("a", Language::En, 10_000);
    let once: HashSet<Hit> = all.iter().copied().collect();
    assert_eq!(once.len(), all.len());
}

#[test]
fn every_finding_is_found_by_words_of_it() {
    let index = of_worked_case(Language::En);
    let findings: Vec<Hit> =
        index.samples().into_iter().filter(|hit| matches!(index.kind(*hit), Some(Kind::Finding(_)))).collect();
    assert!(!findings.is_empty());
    for hit in findings {
        let says = index.name(hit, Language::En).0.to_owned();
        assert!(index.search(&says, Language::En, 5).contains(&hit), "{says}");
    }
}
