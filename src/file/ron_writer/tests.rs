//! Everything the writer writes is what ron reads as the same value, in the layout people are used to.

use std::collections::BTreeMap;

use proptest::prelude::*;
use ron::Options;
use ron::extensions::Extensions;
use serde::{Deserialize, Serialize};

use super::*;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Zoo {
    whole: (i8, i64, u8, u64),
    number: f64,
    flag: bool,
    text: String,
    maybe: Option<i32>,
    #[allow(clippy::option_option)] // just what is tried here
    twice: Option<Option<i32>>,
    animals: Vec<Animal>,
    maybe_animal: Option<Animal>,
    lists: Vec<Vec<f64>>,
    names: BTreeMap<String, Point>,
    kinds: BTreeMap<Kind, Option<f64>>,
    nothing: Nothing,
    wrapped: Wrapped,
    empty: Empty,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Animal {
    Unit,
    None,
    Newtype(String),
    Inside(Point),
    Tuple(f64, Option<bool>),
    Fields { at: Point, list: Vec<Kind> },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Kind {
    First,
    Second,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Point {
    x: f64,
    y: f64,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Nothing;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Empty {}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Wrapped(u32);

fn ron_reads<'t, T: Deserialize<'t>>(text: &'t str) -> T {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn number() -> impl Strategy<Value = f64> {
    any::<f64>().prop_filter("finite", |number| number.is_finite())
}

fn point() -> impl Strategy<Value = Point> {
    (number(), number()).prop_map(|(x, y)| Point { x, y })
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::First), Just(Kind::Second)]
}

fn animal() -> impl Strategy<Value = Animal> {
    prop_oneof![
        Just(Animal::Unit),
        Just(Animal::None),
        any::<String>().prop_map(Animal::Newtype),
        point().prop_map(Animal::Inside),
        (number(), any::<Option<bool>>()).prop_map(|(number, maybe)| Animal::Tuple(number, maybe)),
        (point(), prop::collection::vec(kind(), 0..3)).prop_map(|(at, list)| Animal::Fields { at, list }),
    ]
}

fn zoo() -> impl Strategy<Value = Zoo> {
    use prop::collection::{btree_map, vec};
    let plain = (any::<(i8, i64, u8, u64)>(), number(), any::<bool>(), any::<String>());
    let maybe = (any::<Option<i32>>(), any::<Option<Option<i32>>>(), prop::option::of(animal()));
    let lists = (vec(animal(), 0..4), vec(vec(number(), 0..3), 0..3));
    let maps = (btree_map(any::<String>(), point(), 0..4), btree_map(kind(), prop::option::of(number()), 0..3));
    (plain, maybe, lists, maps).prop_map(
        |((whole, number, flag, text), (maybe, twice, maybe_animal), (animals, lists), (names, kinds))| Zoo {
            whole,
            number,
            flag,
            text,
            maybe,
            twice,
            animals,
            maybe_animal,
            lists,
            names,
            kinds,
            ..Zoo::default()
        },
    )
}

proptest! {
    #[test]
    fn ron_reads_what_is_written(zoo in zoo()) {
        let text = to_text(&zoo).unwrap();
        prop_assert_eq!(ron_reads::<Zoo>(&text), zoo, "{}", text);
    }

    #[test]
    fn numbers_are_written_as_ron_writes_them(number in number()) {
        let text = to_text(&number).unwrap();
        prop_assert_eq!(text.trim_end(), ron::to_string(&number).unwrap());
        prop_assert_eq!(ron_reads::<f64>(&text).to_bits(), number.to_bits());
    }
}

/// Every sign of the first pages of Unicode, and of what is odd further on.
#[test]
fn texts_hold_every_sign() {
    let odd = "\u{200b}\u{200d}\u{202e}\u{2028}\u{2029}\u{feff}\u{fffd}\u{ffff}\u{e000}\u{10ffff}👩‍👩‍👧e\u{301}";
    let signs = (0..0x600).filter_map(char::from_u32).chain(odd.chars());
    for sign in signs.clone() {
        let one = format!("a{sign}b");
        let text = to_text(&one).unwrap();
        assert_eq!(ron_reads::<String>(&text), one);
        let ends_line = sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}');
        assert_eq!(text.contains('\\'), ends_line || matches!(sign, '"' | '\\'), "{sign:?}");
    }
    let all: String = signs.collect();
    assert_eq!(ron_reads::<String>(&to_text(&all).unwrap()), all);
}

#[test]
fn what_belongs_together_stands_on_one_line() {
    let zoo = Zoo {
        text: "it's \"5\u{a0}%\"\n".to_owned(),
        twice: Some(None),
        animals: vec![Animal::Inside(Point { x: 1.0, y: 0.5 }), Animal::None],
        maybe_animal: Some(Animal::Fields { at: Point::default(), list: vec![Kind::First, Kind::Second] }),
        lists: vec![vec![1.0, 1e300], vec![]],
        names: BTreeMap::from([("a b".to_owned(), Point::default())]),
        ..Zoo::default()
    };
    let text = r#"Zoo(
    whole: (0, 0, 0, 0),
    number: 0.0,
    flag: false,
    text: "it's \"5 %\"\n",
    maybe: None,
    twice: Some(None),
    animals: [Inside(Point(x: 1.0, y: 0.5)), None],
    maybe_animal: Fields(
        at: Point(x: 0.0, y: 0.0),
        list: [First, Second],
    ),
    lists: [
        [1.0, 1e300],
        [],
    ],
    names: {
        "a b": Point(x: 0.0, y: 0.0),
    },
    kinds: {},
    nothing: Nothing,
    wrapped: Wrapped(0),
    empty: Empty(),
)
"#;
    assert_eq!(to_text(&zoo).unwrap(), text.replace("5 %", "5\u{a0}%"));
}

#[test]
fn what_is_no_number_is_refused_with_its_field() {
    let field = |zoo: Zoo| {
        let refused = to_text(&zoo).unwrap_err();
        assert_eq!(refused.why, None);
        refused.field
    };
    let (bad, point) = (f64::NAN, Point { x: 0.0, y: f64::INFINITY });
    assert_eq!(field(Zoo { number: bad, ..Zoo::default() }), "number");
    assert_eq!(field(Zoo { lists: vec![vec![], vec![1.0, bad]], ..Zoo::default() }), "lists[1][1]");
    let animals = vec![Animal::Unit, Animal::Fields { at: point, list: vec![] }];
    assert_eq!(field(Zoo { animals, ..Zoo::default() }), "animals[1].at.y");
    assert_eq!(field(Zoo { names: BTreeMap::from([("a b".to_owned(), point)]), ..Zoo::default() }), "names.a b.y");
    assert_eq!(field(Zoo { kinds: BTreeMap::from([(Kind::Second, Some(bad))]), ..Zoo::default() }), "kinds.Second");
}

#[test]
fn what_a_plan_never_has_is_refused() {
    assert!(to_text(&'a').unwrap_err().to_string().contains("no single characters"));
    assert!(to_text(&("a", ['b'])).unwrap_err().to_string().starts_with("[1][0]: "));
}
