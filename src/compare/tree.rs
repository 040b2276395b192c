//! A plan as a tree of its fields, by which versions are compared whatever the type of a field.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::plan::Plan;
use crate::plan::money::with_digits;

/// A value of a plan as it is written: texts, numbers, lists, and objects by field name. Money is text with the
/// currency's digits; a field at its default is left out.
pub type Tree = Value;

/// One step on the way from a plan to a value in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A field by its name in the plan file.
    Field(String),
    /// An item of a list, or an entry that belongs to an item of another list.
    Item {
        /// Its id; where items have none, what tells them apart, as a day does.
        key: String,
        /// What it is called, as far as it says so itself.
        name: Option<String>,
    },
}

/// The way from a plan to a value in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place(pub Vec<Step>);

impl Place {
    pub(super) fn of(section: &str) -> Self {
        Self(vec![Step::Field(section.to_owned())])
    }

    /// The way to a field of what it leads to.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        self.then(Step::Field(name.to_owned()))
    }

    pub(super) fn item(&self, key: &str, element: &Tree) -> Self {
        self.then(Step::Item { key: key.to_owned(), name: name(element) })
    }

    fn then(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// The field it ends with; an item has none.
    pub(super) fn own_field(&self) -> &str {
        match self.0.last() {
            Some(Step::Field(name)) => name,
            _ => "",
        }
    }

    /// The key of the first item on the way.
    #[must_use]
    pub fn first_item(&self) -> Option<&str> {
        self.0.iter().find_map(|step| match step {
            Step::Item { key, .. } => Some(key.as_str()),
            Step::Field(_) => None,
        })
    }

    /// The names of the fields on the way, without the items: what kind of value it is.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|step| match step {
            Step::Field(name) => Some(name.as_str()),
            Step::Item { .. } => None,
        })
    }
}

impl std::fmt::Display for Place {
    /// `allocation/channels/sem/spend`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            let text = match step {
                Step::Field(name) => name,
                Step::Item { key, .. } => key,
            };
            write!(f, "{}{text}", if index == 0 { "" } else { "/" })?;
        }
        Ok(())
    }
}

/// A part of a plan as a tree; its money has the currency's `digits`.
pub(super) fn of(part: &impl Serialize, digits: u8) -> Tree {
    // Plans are made of what JSON has, and numbers that are not finite are refused when a plan is read.
    with_digits(digits, || serde_json::to_value(part)).unwrap_or(Tree::Null)
}

/// A plan whose amounts are counted with so many digits. Its own currency stays as it says.
///
/// # Errors
/// Where an amount cannot be written with them.
pub(super) fn in_digits(plan: &Plan, digits: u8) -> Result<Cow<'_, Plan>, serde_json::Error> {
    if plan.currency.digits == digits {
        return Ok(Cow::Borrowed(plan));
    }
    read(of(plan, plan.currency.digits), digits).map(Cow::Owned)
}

/// The part of a plan that a tree describes.
///
/// # Errors
/// Where it describes none, as an amount with more digits than the currency has.
pub fn read<T: DeserializeOwned>(tree: Tree, digits: u8) -> Result<T, serde_json::Error> {
    with_digits(digits, || serde_json::from_value(tree))
}

/// Fields whose value is one thing: half of it from one version and half from the other would mean something nobody
/// wrote.
const WHOLE: [&str; 7] = ["curve", "measure", "kind", "effect", "registrations_range", "period", "calendar"];

/// Whether the value of a field is compared as one, although it has parts. What is left out has the parts that the
/// other version has.
pub(super) fn is_whole(field: &str, value: &Tree) -> bool {
    WHOLE.contains(&field)
        || match value {
            Tree::Null => false,
            Tree::Object(fields) => fields.contains_key("likely"),
            // A list that is an entry is the value of one item, also when nothing is in it.
            Tree::Array(elements) => field.is_empty() || !elements.iter().all(|element| key(element).is_some()),
            _ => true,
        }
}

/// What tells elements of a list apart, the first that all its fields are there for.
const KEYS: [&[&str]; 8] =
    [&["id"], &["month", "channel"], &["from", "to"], &["day", "name"], &["person"], &["party"], &["day"], &["kind"]];

/// What tells an element of a list from the others; `None` for one that is only its own value.
pub(super) fn key(element: &Tree) -> Option<String> {
    let fields = element.as_object()?;
    let text = |name: &&str| fields.get(*name).and_then(Tree::as_str);
    KEYS.iter().find_map(|names| names.iter().map(text).collect::<Option<Vec<&str>>>()).map(|texts| texts.join(" "))
}

/// The elements of a list by their keys. The second one of a key gets a number, as items copied in a text editor have
/// the same id until somebody mends it; never one that makes it the key of another element.
pub(super) fn keyed<T>(list: &[T], key: impl Fn(&T) -> String) -> Vec<(String, &T)> {
    let keys: Vec<String> = list.iter().map(key).collect();
    let given: HashSet<&str> = keys.iter().map(String::as_str).collect();
    let mut times = HashMap::<&str, usize>::new();
    let own = |(key, element)| {
        let times = times.entry(key).or_insert(0);
        loop {
            *times += 1;
            let own = if *times == 1 { key.to_owned() } else { format!("{key} ({times})") };
            if *times == 1 || !given.contains(own.as_str()) {
                return (own, element);
            }
        }
    };
    keys.iter().map(String::as_str).zip(list).map(own).collect()
}

/// Items to be found by their keys.
pub(super) fn by_key<'a, T>(list: &'a [(String, &'a T)]) -> HashMap<&'a str, &'a T> {
    list.iter().map(|(key, item)| (key.as_str(), *item)).collect()
}

/// The elements of a list in a tree by their keys; none where it is left out.
pub(super) fn elements(tree: &Tree) -> Vec<(String, &Tree)> {
    keyed(tree.as_array().map_or(&[], Vec::as_slice), |element| key(element).unwrap_or_default())
}

/// What an element says it is called.
fn name(element: &Tree) -> Option<String> {
    let text = |field| element.get(field).and_then(Tree::as_str).filter(|text| !text.trim().is_empty());
    ["name", "label", "text"].into_iter().find_map(text).map(str::to_owned)
}

/// Whether a part of an item can be there or not, as the sharing of a ripple; other parts that are left out are at
/// their defaults.
pub(super) fn is_optional(field: &str) -> bool {
    matches!(field, "follow" | "share")
}

/// Whether the fields of an object are entries for items that stand elsewhere: a scenario's `spend` and `months`, an assessment's
/// `answers`, the stages and circles of the method.
pub(super) fn has_entries(field: &str, object: &Map<String, Tree>) -> bool {
    matches!(field, "answers" | "stages" | "circles" | "months") || (field == "spend" && !object.contains_key("likely"))
}
