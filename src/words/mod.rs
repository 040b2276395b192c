//! Words: everything the program says, in Chinese and in English, and how numbers and dates are written and read.
//!
//! The words stand in `assets/words/<language>/<subject>.ftl` ([Fluent](https://projectfluent.org)), one file per
//! subject, and every key begins with its file's name: `goal-title` stands in `goal.ftl`. Say them with
//!
//! ```
//! use ripple_planner::{t, words::{Language, Words}};
//! let words = Words::of(Language::En);
//! assert_eq!(words.text("goal-tab"), "Goal");
//! assert_eq!(t!(words, "numbers-quoted", text = "12a"), "\"12a\"");
//! ```
//!
//! Figures are handed over as finished text (see [`number`]); a number is handed over only to choose between
//! singular and plural. A key that is chosen while running comes from a function that returns string literals
//! (as [`names`] does): the tests count a key as used when a string literal in `src` equals it.

pub mod clean;
pub mod names;
pub mod number;
pub mod parse;
pub mod typed;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};

pub use names::Named;

/// The languages of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English.
    #[default]
    #[serde(rename = "en")]
    En,
}

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// The language of the system: Chinese where its locale is Chinese, otherwise English.
    #[must_use]
    pub fn of_system() -> Self {
        sys_locale::get_locale().map_or(Self::En, |locale| Self::of_locale(&locale))
    }

    /// The language for a locale such as `zh_CN.UTF-8` or `en-GB`.
    fn of_locale(locale: &str) -> Self {
        let is_chinese = locale.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("zh"));
        if is_chinese { Self::ZhCn } else { Self::En }
    }

    /// `zh-CN` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    /// What the language calls itself, for the switch between them.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::ZhCn => "中文",
            Self::En => "English",
        }
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::ZhCn => Self::En,
            Self::En => Self::ZhCn,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text that names none of the program's languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        match text.to_ascii_lowercase().as_str() {
            "zh-cn" | "zh" => Ok(Self::ZhCn),
            "en" => Ok(Self::En),
            _ => Err(UnknownLanguage),
        }
    }
}

/// One language file: its subject and its text in both languages.
struct Subject {
    name: &'static str,
    zh_cn: &'static str,
    en: &'static str,
}

impl Subject {
    const fn text(&self, language: Language) -> &'static str {
        match language {
            Language::ZhCn => self.zh_cn,
            Language::En => self.en,
        }
    }
}

macro_rules! subjects {
    ($($name:literal),+ $(,)?) => {
        [$(Subject {
            name: $name,
            zh_cn: include_str!(concat!("../../assets/words/zh-CN/", $name, ".ftl")),
            en: include_str!(concat!("../../assets/words/en/", $name, ".ftl")),
        }),+]
    };
}

/// All language files. A new subject is a file in both folders and its name here.
static SUBJECTS: &[Subject] = &subjects![
    "common",
    "window",
    "start",
    "overview",
    "goal",
    "team",
    "recovery",
    "removal",
    "pyramid",
    "allocation",
    "calendar",
    "months",
    "proposal",
    "earlier",
    "event",
    "settlement",
    "ripple",
    "odds",
    "risk",
    "scenario",
    "rollup",
    "topics",
    "track",
    "import",
    "summary",
    "settings",
    "findings",
    "explain",
    "names",
    "next",
    "numbers",
    "report",
    "versions",
    "command",
    "find",
    "help",
    "keys",
    "files",
    "terminal",
    "workbook",
    "printing",
];

static ZH_CN: LazyLock<Words> = LazyLock::new(|| Words::load(Language::ZhCn));
static EN: LazyLock<Words> = LazyLock::new(|| Words::load(Language::En));

/// All words of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// The messages without variables, ready to show.
    finished: HashMap<String, String>,
}

impl Words {
    /// The words of a language, read once.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::ZhCn => &ZH_CN,
            Language::En => &EN,
        }
    }

    /// The language of these words.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The letters that its words are written with.
    #[must_use]
    pub fn letters(&self) -> BTreeSet<char> {
        let lines = SUBJECTS.iter().flat_map(|subject| subject.text(self.language).lines());
        let written = lines.filter(|line| !line.starts_with('#')).flat_map(str::chars);
        written.filter(|letter| !letter.is_whitespace()).collect()
    }

    /// The text of a key without variables; the key itself, with a note in the log, where there is none.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.finished.get(key).cloned().unwrap_or_else(|| self.say(key, &Args::default()))
    }

    /// The text of a key with its variables put in; [`t!`](crate::t) is the short way to write it.
    #[must_use]
    pub fn say(&self, key: &str, args: &Args<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            log::debug!("no words for {key:?} in {}", self.language);
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args.0), &mut errors).into_owned();
        for error in errors {
            log::debug!("words of {key:?} in {}: {error}", self.language);
        }
        text
    }

    /// Whether there are words for a key, with or without variables.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn load(language: Language) -> Self {
        let locale = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        for subject in SUBJECTS {
            let resource = read(subject, language);
            if let Err(errors) = bundle.add_resource(resource) {
                log::debug!("words of {} in {language}: {errors:?}", subject.name);
            }
        }
        let mut words = Self { language, bundle, finished: HashMap::new() };
        words.finished = words.finish_plain_messages();
        words
    }

    /// Formats every message once that needs no variables.
    fn finish_plain_messages(&self) -> HashMap<String, String> {
        let mut finished = HashMap::new();
        for key in SUBJECTS.iter().flat_map(|subject| keys(subject.text(self.language))) {
            let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else { continue };
            let mut errors = Vec::new();
            let text = self.bundle.format_pattern(pattern, None, &mut errors).into_owned();
            if errors.is_empty() {
                finished.insert(key.to_owned(), text);
            }
        }
        finished
    }
}

/// Reads a language file; what cannot be read is left out (a test sees to it that this never happens).
fn read(subject: &Subject, language: Language) -> FluentResource {
    FluentResource::try_new(subject.text(language).to_owned()).unwrap_or_else(|(resource, errors)| {
        log::debug!("words of {} in {language}: {errors:?}", subject.name);
        resource
    })
}

/// The keys of a language file: what stands before ` = ` at the beginning of a line.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim()))
}

/// The variables of a message.
#[derive(Default)]
pub struct Args<'a>(FluentArgs<'a>);

impl<'a> Args<'a> {
    /// Sets a variable: finished text to show, or a number to choose between singular and plural.
    pub fn set(&mut self, name: &'a str, value: impl Into<Value<'a>>) {
        self.0.set(name, value.into().0);
    }
}

/// The value of a variable.
pub struct Value<'a>(FluentValue<'a>);

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self(FluentValue::String(Cow::Borrowed(text)))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::from(text.as_str())
    }
}

macro_rules! owned_values {
    ($($kind:ty),+) => {
        $(impl From<$kind> for Value<'_> {
            fn from(value: $kind) -> Self {
                Self(FluentValue::from(value))
            }
        })+
    };
}

owned_values!(String, f64, i64, i32, u32, usize);

/// Says the words of a key, with variables: `t!(words, "goal-reaches", percent = number::percent(…))`.
#[macro_export]
macro_rules! t {
    ($words:expr, $key:expr $(,)?) => {
        $words.text($key)
    };
    ($words:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = $crate::words::Args::default();
        $(args.set(stringify!($name), $value);)+
        $words.say($key, &args)
    }};
}
