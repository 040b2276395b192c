//! Why a command did nothing. All of these end with exit status 2.

use std::io;
use std::path::PathBuf;

use crate::file::FileError;
use crate::printing::Trouble;
use crate::t;
use crate::words::{Words, parse::Problem};

/// Why a command did nothing.
#[derive(Debug)]
pub(super) enum Failure {
    /// Not a failure: `--help` stands among the arguments.
    HelpAsked,
    /// No such command.
    UnknownCommand(String),
    /// No such option for this command.
    UnknownOption(String),
    /// An option without its value.
    ValueMissing(String),
    /// More words than the command takes.
    Unexpected(String),
    /// A word the command needs; holds its name in the usage line.
    Missing(&'static str),
    /// A value that is none of those allowed.
    NotOneOf {
        /// What was given.
        value: String,
        /// What may be given.
        allowed: &'static str,
    },
    /// A value that is no number.
    NoNumber {
        /// The option.
        option: &'static str,
        /// What was given.
        value: String,
    },
    /// A number whose commas can be read in more than one way.
    Unclear {
        /// The option.
        option: &'static str,
        /// What is wrong with the number.
        problem: Problem,
    },
    /// A whole number outside of what an option takes.
    Outside {
        /// The option.
        option: &'static str,
        /// What was given.
        value: String,
        /// The smallest it may be.
        low: String,
        /// The largest it may be.
        high: String,
    },
    /// Nothing was printed.
    Printing(Trouble),
    /// There is a file where the answer was to be written.
    OutputExists(PathBuf),
    /// A plan file.
    File(FileError),
    /// Another file, or standard input or output.
    Io(Option<PathBuf>, io::Error),
    /// The pages cannot be a PDF.
    NoPdf(String),
    /// The sheets cannot be a workbook.
    NoWorkbook(String),
    /// No window can be opened.
    Window(String),
    /// What was read from standard input is not what is needed.
    Input(String),
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        Self::Printing(trouble)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(None, error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Io(None, error.into())
    }
}

impl Failure {
    /// An option whose value cannot be read as a number.
    pub(super) fn number(option: &'static str, value: &str, problem: Problem) -> Self {
        match problem {
            Problem::Unclear(..) => Self::Unclear { option, problem },
            _ => Self::NoNumber { option, value: value.to_owned() },
        }
    }

    /// The failure in one line, without `error: `.
    pub(super) fn say(&self, words: &Words) -> String {
        match self {
            Self::HelpAsked => words.text("terminal-help-summary"),
            Self::UnknownCommand(name) => t!(words, "terminal-unknown-command", name = name),
            Self::UnknownOption(name) => t!(words, "terminal-unknown-option", name = name),
            Self::ValueMissing(name) => t!(words, "terminal-value-missing", name = name),
            Self::Unexpected(word) => t!(words, "terminal-unexpected", word = word),
            Self::Missing(name) => t!(words, "terminal-missing", name = *name),
            Self::NotOneOf { value, allowed } => {
                t!(words, "terminal-not-one-of", value = value, allowed = *allowed)
            }
            Self::NoNumber { option, value } => {
                t!(words, "terminal-no-number", option = *option, value = value)
            }
            Self::Unclear { option, problem } => {
                t!(words, "terminal-unclear", option = *option, what = problem.say(words))
            }
            Self::Outside { option, value, low, high } => {
                t!(words, "terminal-outside", field = format!("--{option}"), value = value, low = low, high = high)
            }
            Self::Printing(trouble) => trouble.say(words),
            Self::OutputExists(path) => t!(words, "terminal-output-exists", path = path.display().to_string()),
            Self::File(error) => error.say(words),
            Self::Io(Some(path), error) => format!("{}: {error}", path.display()),
            Self::Io(None, error) => error.to_string(),
            Self::NoPdf(why) => t!(words, "terminal-no-pdf", why = why),
            Self::NoWorkbook(why) => t!(words, "terminal-no-workbook", why = why),
            Self::Window(what) | Self::Input(what) => what.clone(),
        }
    }
}
