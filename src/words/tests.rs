use super::*;
#[test]
fn both_languages_speak() {
    assert_eq!(Words::of(Language::En).text("goal-tab"), "Goal");
    assert_eq!(Words::of(Language::ZhCn).text("goal-tab"), "目标");
    assert_eq!(Words::of(Language::En).text("no-such-key"), "no-such-key");
}
