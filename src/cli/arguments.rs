//! Reads the words and options behind a command.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use lexopt::Arg;

use crate::file::Over;

use super::failure::Failure;

/// The arguments of the process, read one after the other.
pub(super) struct Arguments(lexopt::Parser);

/// What was given behind a command.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// Words that are no options, in order.
    pub(super) words: Vec<OsString>,
    options: Vec<(&'static str, OsString)>,
    flags: Vec<&'static str>,
}

impl Arguments {
    pub(super) fn new(parser: lexopt::Parser) -> Self {
        Self(parser)
    }

    /// The command or the plan; `--version` as itself.
    pub(super) fn first(&mut self) -> Result<Option<OsString>, Failure> {
        Ok(match self.0.next().map_err(failure)? {
            None => None,
            Some(Arg::Long("help") | Arg::Short('h')) => return Err(Failure::HelpAsked),
            Some(Arg::Long("version") | Arg::Short('V')) => Some("--version".into()),
            Some(Arg::Value(word)) => Some(word),
            Some(other) => return Err(unknown(&other)),
        })
    }

    /// Everything behind the command; only these options are known, each with a value.
    pub(super) fn read(self, known: &[&'static str]) -> Result<Given, Failure> {
        self.read_with(known, &[])
    }

    /// The same with options that take no value.
    pub(super) fn read_with(mut self, known: &[&'static str], flags: &[&'static str]) -> Result<Given, Failure> {
        let mut given = Given::default();
        while let Some(argument) = self.0.next().map_err(failure)? {
            match argument {
                Arg::Long("help") | Arg::Short('h') => return Err(Failure::HelpAsked),
                Arg::Value(word) => given.words.push(word),
                Arg::Long(name) => {
                    if let Some(flag) = flags.iter().find(|flag| **flag == name) {
                        given.flags.push(flag);
                        continue;
                    }
                    let name = known.iter().find(|known| **known == name).ok_or_else(|| unknown(&Arg::Long(name)))?;
                    let value = self.0.value().map_err(failure)?;
                    given.options.push((name, value));
                }
                other @ Arg::Short(_) => return Err(unknown(&other)),
            }
        }
        Ok(given)
    }
}

impl Given {
    /// The value of an option; the last one counts.
    pub(super) fn option(&self, name: &str) -> Option<&OsStr> {
        self.options.iter().rev().find(|(other, _)| *other == name).map(|(_, value)| value.as_os_str())
    }

    /// All values of an option that may be given several times, in order.
    pub(super) fn options(&self, name: &str) -> impl Iterator<Item = &OsStr> {
        self.options.iter().filter(move |(other, _)| *other == name).map(|(_, value)| value.as_os_str())
    }

    /// Whether an option without a value was given.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.flags.contains(&name)
    }

    /// Whether the answer is to be JSON and not text.
    pub(super) fn as_json(&self) -> Result<bool, Failure> {
        match self.option("format").map(OsStr::to_string_lossy).as_deref() {
            None | Some("text") => Ok(false),
            Some("json") => Ok(true),
            Some(other) => Err(Failure::NotOneOf { value: other.to_owned(), allowed: "text, json" }),
        }
    }

    /// What the file of `--output` may be written over.
    pub(super) fn over(&self) -> Over {
        if self.flag("force") { Over::Anything } else { Over::Nothing }
    }

    /// The one word a command takes, by its name in the usage line.
    pub(super) fn only(&self, name: &'static str) -> Result<PathBuf, Failure> {
        match self.words.as_slice() {
            [] => Err(Failure::Missing(name)),
            [word] => Ok(PathBuf::from(word)),
            [_, more, ..] => Err(Failure::Unexpected(more.to_string_lossy().into_owned())),
        }
    }
}

fn unknown(argument: &Arg<'_>) -> Failure {
    Failure::UnknownOption(match argument {
        Arg::Short(letter) => format!("-{letter}"),
        Arg::Long(name) => format!("--{name}"),
        Arg::Value(word) => word.to_string_lossy().into_owned(),
    })
}

fn failure(error: lexopt::Error) -> Failure {
    match error {
        lexopt::Error::MissingValue { option } => Failure::ValueMissing(option.unwrap_or_default()),
        lexopt::Error::UnexpectedOption(name) => Failure::UnknownOption(name),
        lexopt::Error::UnexpectedValue { option, .. } => Failure::Unexpected(option),
        other => Failure::Unexpected(other.to_string()),
    }
}
