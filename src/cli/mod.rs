//! The command line: only parses and dispatches.
//!
//! Exit status: 0 done; 1 the answer is no; 2 bad usage, or a file that cannot be read or written. Standard output
//! holds the answer alone, an error is one line on standard error.

mod allocation;
mod arguments;
mod check;
mod compare;
mod deadline;
mod failure;
mod fit;
mod import;
mod json_fault;
mod new;
mod objects;
mod optimize;
mod patience;
mod print;
mod question;
mod ripple;
mod rollup;
mod scenario;
mod schema;
mod simulate;
mod solve;
mod split;
mod summary;
mod versions;

use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::file::{FileError, Saved};
use crate::report::code::Code;
use crate::t;
use crate::words::clean::{one_line, without_middle};
use crate::words::{Language, Words};

use arguments::{Arguments, Given};
use failure::Failure;

/// What a command answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
}

impl Answer {
    const fn status(self) -> u8 {
        match self {
            Self::Yes => 0,
            Self::No => 1,
        }
    }
}

/// Where a command reads and writes, and in which language.
struct Streams<'a> {
    input: &'a mut dyn Read,
    output: &'a mut dyn Write,
    /// The system's, until a command reads its `--lang`.
    words: &'static Words,
}

impl Streams<'_> {
    /// Writes the answer. Whoever reads it may stop at any time, as `head` does.
    fn print(&mut self, text: &str) -> Result<(), Failure> {
        self.print_bytes(text.as_bytes())
    }

    fn print_bytes(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let written = self.output.write_all(bytes).and_then(|()| self.output.flush());
        written.or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error.into()) })
    }

    /// Takes up the language of `--lang`, if it is given: for the answer, and for what goes wrong from here on.
    fn language_of(&mut self, given: &Given) -> Result<&'static Words, Failure> {
        if let Some(name) = given.option("lang").map(OsStr::to_string_lossy) {
            let not_one = || Failure::NotOneOf { value: name.clone().into_owned(), allowed: "zh-CN, en" };
            let language: Language = name.parse().map_err(|_| not_one())?;
            debug_assert!(Language::CODES.contains(&language.code()));
            self.words = Words::of(language);
        }
        Ok(self.words)
    }
}

/// An error is one line that a person reads, in characters; long enough for the longest path of a file.
const LONGEST_ERROR: usize = 6000;

/// Runs the program with the arguments and the streams of its process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = std::env::args_os().skip(1);
    answer(arguments, &mut io::stdin().lock(), &mut io::stdout().lock(), &mut io::stderr()).into()
}

/// Runs the program with arguments (without its own name) and streams; gives its exit status.
pub fn answer(
    arguments: impl IntoIterator<Item = impl Into<OsString>>,
    input: &mut dyn Read,
    output: &mut dyn Write,
    errors: &mut dyn Write,
) -> u8 {
    let words = Words::of(Language::of_system());
    let mut streams = Streams { input, output, words };
    let answer = match run(lexopt::Parser::from_args(arguments), &mut streams) {
        Err(Failure::HelpAsked) => help(words, &mut streams),
        answer => answer,
    };
    match answer {
        Ok(answer) => answer.status(),
        Err(failure) => {
            let said = failure.say(streams.words);
            // Nothing is left to do when the error itself cannot be said.
            let _ = writeln!(errors, "error: {}", one_line(&without_middle(&said, LONGEST_ERROR)).trim());
            2
        }
    }
}

fn run(parser: lexopt::Parser, streams: &mut Streams) -> Result<Answer, Failure> {
    let mut arguments = Arguments::new(parser);
    let Some(first) = arguments.first()? else { return window(None, streams.words) };
    match first.to_str() {
        Some("--version") => {
            streams.print(concat!("ripple-planner ", env!("CARGO_PKG_VERSION"), "\n"))?;
            Ok(Answer::Yes)
        }
        Some("new") => new::run(arguments, streams),
        Some("summary") => summary::run(arguments, streams),
        Some("compare") => compare::run(arguments, streams),
        Some("check") => check::run(arguments, streams),
        Some("optimize") => optimize::run(arguments, streams),
        Some("rollup") => rollup::run(arguments, streams),
        Some("simulate") => simulate::run(arguments, streams),
        Some("import") => import::run(arguments, streams),
        Some("diff") => versions::diff(arguments, streams),
        Some("merge") => versions::merged(arguments, streams),
        Some("print") => print::run(arguments, streams),
        Some("schema") => schema::run(arguments, streams),
        Some("solve") => solve::run(arguments, streams.words, streams),
        _ => {
            if !arguments.read(&[])?.words.is_empty() {
                return Err(Failure::UnknownCommand(first.to_string_lossy().into_owned()));
            }
            window(Some(Path::new(&first)), streams.words)
        }
    }
}

fn help(words: &Words, streams: &mut Streams) -> Result<Answer, Failure> {
    let head = t!(words, "terminal-help-head", version = env!("CARGO_PKG_VERSION"));
    let lines = [
        ("[PLAN]", "terminal-help-window"),
        ("new PLAN [--from blank|worked-case|worked-case-track] [--lang L]", "terminal-help-new"),
        (
            "summary PLAN [--scenario ID] [--format F] [--paper a4|letter] [--grey] [--calculations] [--output FILE [--force]] [--lang L]",
            "terminal-help-summary",
        ),
        (
            "print PLAN [--scenario ID] [--printer NAME] [--copies N] [--pages 1-2,4] [--paper a4|letter] [--two-sided] [--grey] [--wait S] [--lang L]",
            "terminal-help-print",
        ),
        ("print --list", "terminal-help-print-list"),
        ("check PLAN [--format text|json] [--lang L]", "terminal-help-check"),
        (
            "optimize PLAN [--budget N | --target N] [--max-cost N | --max-marginal N] [--objective O] [--from YYYY-MM] [--scenario ID] [--months] [--write] [--format text|json] [--lang L]",
            "terminal-help-optimize",
        ),
        (
            "optimize PLAN --proposals [--budget N] [--from YYYY-MM] [--scenario ID] [--format text|json] [--lang L]",
            "terminal-help-proposals",
        ),
        ("simulate PLAN [--draws N] [--seed N] [--format text|json] [--lang L]", "terminal-help-simulate"),
        (
            "import PLAN --actuals FILE... [--map \"CAMPAIGN=CHANNEL-ID\"]... [--rate USD=7.10]... [--dates dmy|mdy] [--period FROM..TO] [--dry-run] [--format text|json] [--lang L]",
            "terminal-help-import",
        ),
        ("compare PLAN [--scenario ID]... [--format text|json] [--lang L]", "terminal-help-compare"),
        ("rollup PLAN... [--format text|json] [--lang L]", "terminal-help-rollup"),
        ("diff A B [--format text|json] [--lang L]", "terminal-help-diff"),
        ("merge BASE OURS THEIRS [--output FILE [--force]] [--lang L]", "terminal-help-merge"),
        ("solve allocation|split|ripple|simulate|fit", "terminal-help-solve"),
        (
            "schema summary|allocation|proposals|split|ripple|simulate|fit|import|compare|rollup|diff",
            "terminal-help-schema",
        ),
    ];
    let commands = lines.map(|(usage, key)| format!("  ripple-planner {usage}\n      {}\n", words.text(key))).concat();
    let formats = words.text("terminal-help-formats");
    let [output, status] = ["terminal-help-stdin", "terminal-help-status"].map(|key| words.text(key));
    let text = format!(
        "{head}\n\n{commands}\n  F  {formats}\n  L  zh-CN, en\n  O  registrations, leads, customers, revenue\n\n{output}\n{status}\n"
    );
    streams.print(&text)?;
    Ok(Answer::Yes)
}

/// Says on standard error what a saving could not keep: the file is written, so that it is no error.
fn tell(saved: &Saved, path: &Path, words: &Words) {
    for note in &saved.notes {
        let _ = writeln!(io::stderr(), "{}", t!(words, "terminal-note", note = one_line(&note.say(path, words))));
    }
}

/// What became of writing a file that was asked for with `--output`.
fn written(saved: Result<Saved, FileError>, output: &Path, words: &Words) -> Result<(), Failure> {
    match saved {
        Ok(saved) => {
            tell(&saved, output, words);
            Ok(())
        }
        Err(FileError::Exists(path)) => Err(Failure::OutputExists(path)),
        Err(error) => Err(error.into()),
    }
}

/// Opens the window, with a plan or with the start page.
fn window(plan: Option<&Path>, words: &Words) -> Result<Answer, Failure> {
    crate::app::run(plan, words).map(|()| Answer::Yes).map_err(Failure::Window)
}
