//! How well names agree, and by which letters.

use super::*;

fn fit(typed: &str, name: &str) -> Option<Fit> {
    Typed::new(typed).unwrap().score(&Name::new(name), &AtPlace::default()).map(|score| score.fit)
}

#[test]
fn english_names_agree_by_words_beginnings_and_letters() {
    let name = "Suggest best allocation…";
    for (typed, wanted) in [
        ("suggest best allocation", Some(Fit::Name)),
        ("SuggestBestAllocation", Some(Fit::Name)),
        ("best", Some(Fit::Word)),
        ("best allocation", Some(Fit::Word)),
        ("sug", Some(Fit::Prefix)),
        ("suggest be", Some(Fit::Prefix)),
        ("al", Some(Fit::Row)),
        ("best al", Some(Fit::Row)),
        ("sug al", Some(Fit::Beginnings)),
        ("al sug", Some(Fit::Beginnings)),
        ("sba", Some(Fit::Initials)),
        ("sgst", Some(Fit::Letters)),
        ("est", None),
        ("suggestx", None),
        ("z", None),
    ] {
        assert_eq!(fit(typed, name), wanted, "{typed}");
    }
}

#[test]
fn chinese_names_agree_by_characters_pinyin_and_initials() {
    let name = "预算分配";
    for (typed, wanted) in [
        ("预算分配", Some(Fit::Name)),
        ("yusuanfenpei", Some(Fit::Name)),
        ("预算", Some(Fit::Word)),
        ("yusuan", Some(Fit::Word)),
        ("yu'suan", Some(Fit::Word)),
        ("yusu", Some(Fit::Prefix)),
        ("分配", Some(Fit::Word)),
        ("fenp", Some(Fit::Row)),
        ("yufen", Some(Fit::Beginnings)),
        ("yus分p", Some(Fit::Beginnings)),
        ("ysfp", Some(Fit::Initials)),
        ("yfp", Some(Fit::Initials)),
        ("预配", Some(Fit::Beginnings)),
        ("pf", None),
        ("yusuanx", None),
    ] {
        assert_eq!(fit(typed, name), wanted, "{typed}");
    }
}

#[test]
fn each_reading_of_a_character_is_found() {
    // 行 is xing and hang, 长 is chang and zhang, 重 is zhong and chong.
    for typed in ["yinhang", "yinxing", "yh", "yx"] {
        assert!(fit(typed, "银行").is_some(), "{typed}");
    }
    assert_eq!(fit("zengzhang", "增长"), Some(Fit::Name));
    assert_eq!(fit("zengchang", "增长"), Some(Fit::Name));
    assert_eq!(fit("chongzuo", "重做"), Some(Fit::Name));
}

#[test]
fn names_of_both_scripts_are_typed_in_any() {
    for typed in ["sem投放", "semtoufang", "SEM tf", "stf"] {
        assert!(fit(typed, "SEM 投放").is_some(), "{typed}");
    }
}

#[test]
fn a_place_may_be_named_too_but_not_alone() {
    let (name, place) = (Name::new("Note"), Name::new("Goal"));
    let fit = |typed: &str| {
        let typed = Typed::new(typed).unwrap();
        typed.score(&name, &typed.at_place(std::slice::from_ref(&place))).map(|score| score.fit)
    };
    assert_eq!(fit("goal note"), Some(Fit::Beginnings));
    assert_eq!(fit("note goal"), Some(Fit::Beginnings));
    assert_eq!(fit("goal"), None);
    assert_eq!(fit("goal goal"), None);
}

#[test]
fn what_agrees_is_marked() {
    for (typed, name, marks) in [
        ("ysfp", "预算分配", vec![0, 1, 2, 3]),
        ("yusuan", "预算分配", vec![0, 1]),
        ("best al", "Suggest best allocation", vec![8, 9, 10, 11, 13, 14]),
        ("sba", "Suggest best allocation", vec![0, 8, 13]),
        ("al sug", "Suggest best allocation", vec![0, 1, 2, 13, 14]),
        ("sgst", "Suggest best", vec![0, 2, 5, 6]),
        ("semtf", "SEM 投放", vec![0, 1, 2, 4, 5]),
    ] {
        assert_eq!(Typed::new(typed).unwrap().marks(name), marks, "{typed}");
    }
    assert!(Typed::new("x").unwrap().marks("预算").is_empty());
}

proptest::proptest! {
    #[test]
    fn what_agrees_has_marks_and_the_name_itself_agrees_best(name in "[ a-cX预算长]{1,12}", typed in "[a-cy预长 ]{1,6}") {
        let (Some(itself), Some(typed)) = (Typed::new(&name), Typed::new(&typed)) else { return Ok(()) };
        let spelled = Name::new(name.clone());
        proptest::prop_assert_eq!(itself.score(&spelled, &AtPlace::default()).map(|score| score.fit), Some(Fit::Name));
        let agrees = typed.score(&spelled, &AtPlace::default()).is_some();
        proptest::prop_assert!(!agrees || !typed.marks(&name).is_empty());
    }
}
