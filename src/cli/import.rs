//! `import`: what really happened, out of reports of advertising platforms, into the plan.

use std::ffi::OsStr;
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::file::{self, Fingerprint, Over, places};
use crate::import::exact::Exact;
use crate::import::{Answers, Days, Order, Preview, Reading, Said, Trouble, dates, preview, read, take_in};
use crate::plan::{Id, Plan};
use crate::report::document::import::{Import, Outcome};
use crate::report::formats::{json, text};
use crate::report::summary::import::ImportAnswer;
use crate::t;
use crate::words::Words;

use super::arguments::{Arguments, Given};
use super::failure::Failure;
use super::patience::with_a_word;
use super::{Answer, Streams, tell};

/// Says what comes in, and puts it into the plan unless something stands in the way.
pub(super) fn run(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let options = ["actuals", "map", "rate", "dates", "period", "format", "lang"];
    let given = arguments.read_with(&options, &["dry-run"])?;
    let words = streams.language_of(&given)?;
    keep_quiet_about_workbooks();
    let as_json = given.as_json()?;
    let (path, files) = paths(&given)?;
    let (plan, fingerprint) = file::open_known(&path)?;
    let asked = Asked::of(&given, &plan, words)?;
    let preview = with_a_word(words, || asked.preview(&plan, &files, words))?;
    asked.check_campaigns(&preview, words)?;
    let changes = take_in::changes(&plan.actuals, &preview);
    let outcome = match (given.flag("dry-run"), preview.is_clear(), changes) {
        (_, false, _) => Outcome::InTheWay,
        (true, ..) => Outcome::DryRun,
        (false, true, false) => Outcome::NothingNew,
        (false, true, true) => {
            save(&path, &plan, &preview, &fingerprint, words)?;
            Outcome::Written
        }
    };
    let said = if as_json {
        json::pretty(&ImportAnswer::of(&plan, &preview, changes, outcome == Outcome::Written))?
    } else {
        text::write(&Import { plan: &plan, preview: &preview, outcome }.document(words))
    };
    streams.print(&said)?;
    Ok(if preview.is_clear() { Answer::Yes } else { Answer::No })
}

/// Damaged workbooks can make calamine panic. That is caught; what is wrong is said in the one line of the error.
fn keep_quiet_about_workbooks() {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if !panic.location().is_some_and(|place| place.file().contains("calamine")) {
            hook(panic);
        }
    }));
}

/// The plan, and the reports: those of `--actuals`, and the words behind them.
fn paths(given: &Given) -> Result<(PathBuf, Vec<PathBuf>), Failure> {
    let (plan, more) = given.words.split_first().ok_or(Failure::Missing("PLAN"))?;
    let named = given.options("actuals").map(PathBuf::from);
    let files: Vec<PathBuf> = named.chain(more.iter().map(PathBuf::from)).collect();
    if given.option("actuals").is_none() {
        return Err(Failure::Missing("--actuals"));
    }
    Ok((plan.into(), files))
}

fn save(path: &Path, plan: &Plan, preview: &Preview, fingerprint: &Fingerprint, words: &Words) -> Result<(), Failure> {
    let mut plan = plan.clone();
    plan.actuals = Arc::new(take_in::take_in(&plan.actuals, preview));
    let saved = file::save_keeping(path, &plan, Over::AsRead(*fingerprint), places::state_folder().as_deref())?;
    tell(&saved, path, words);
    Ok(())
}

/// What is said beside the files.
struct Asked {
    mapping: Vec<(String, Said)>,
    rates: Vec<(String, Exact)>,
    answers: Answers,
}

impl Asked {
    fn of(given: &Given, plan: &Plan, words: &Words) -> Result<Self, Failure> {
        let lossy = |value: &OsStr| value.to_string_lossy().into_owned();
        let mapping = given.options("map").map(lossy).map(|text| said(plan, &text, words)).collect::<Result<_, _>>()?;
        let rates = given.options("rate").map(lossy).map(|text| rate(&text, words)).collect::<Result<_, _>>()?;
        let order = match given.option("dates").map(lossy).as_deref() {
            None => None,
            Some("dmy") => Some(Order::DayFirst),
            Some("mdy") => Some(Order::MonthFirst),
            Some(other) => return Err(Failure::NotOneOf { value: other.to_owned(), allowed: "dmy, mdy" }),
        };
        let period = given.option("period").map(lossy).map(|text| period(&text, words)).transpose()?;
        Ok(Self { mapping, rates, answers: Answers { order, period } })
    }

    fn preview(&self, plan: &Plan, files: &[PathBuf], words: &Words) -> Result<Preview, Failure> {
        let readings = files.iter().map(|path| self.reading(path, words)).collect::<Result<Vec<_>, _>>()?;
        let refused = |(at, trouble): (usize, Trouble)| {
            let name = files.get(at).map(|path| path.display().to_string()).unwrap_or_default();
            about(words, &name, &trouble)
        };
        preview(plan, readings, &self.mapping, &self.rates).map_err(refused)
    }

    fn reading(&self, path: &Path, words: &Words) -> Result<Arc<Reading>, Failure> {
        let name = path.display().to_string();
        let bytes = file::read_foreign(path)?;
        read(&name, &bytes, self.answers).map(Arc::new).map_err(|trouble| about(words, &name, &trouble))
    }

    /// A campaign that no file names is a slip.
    fn check_campaigns(&self, preview: &Preview, words: &Words) -> Result<(), Failure> {
        let is_there = |name: &str| preview.arrivals.iter().any(|arrival| arrival.name == name);
        match self.mapping.iter().find(|(name, _)| !is_there(name)) {
            Some((name, _)) => Err(Failure::Input(t!(words, "import-no-campaign", campaign = name.as_str()))),
            None => Ok(()),
        }
    }
}

fn about(words: &Words, file: &str, trouble: &Trouble) -> Failure {
    Failure::Input(t!(words, "files-named", name = file, what = trouble.say(words)))
}

/// `CAMPAIGN=CHANNEL-ID`; without an id the campaign is no part of the plan.
fn said(plan: &Plan, text: &str, words: &Words) -> Result<(String, Said), Failure> {
    let Some((campaign, channel)) = text.rsplit_once('=') else {
        return Err(Failure::Input(t!(words, "import-bad-map", text = text)));
    };
    let (campaign, channel) = (campaign.trim().to_owned(), channel.trim());
    if channel.is_empty() {
        return Ok((campaign, Said::LeftOut));
    }
    let known = plan.allocation.channels.iter().find(|known| known.id.as_str() == channel);
    if let Some(known) = known {
        return Ok((campaign, Said::Channel(Id::clone(&known.id))));
    }
    let ids: Vec<&str> = plan.allocation.channels.iter().take(20).map(|channel| channel.id.as_str()).collect();
    let ids = ids.join(&words.text("files-list-comma"));
    Err(Failure::Input(t!(words, "import-no-channel", channel = channel, ids = ids)))
}

/// `USD=7.10`.
fn rate(text: &str, words: &Words) -> Result<(String, Exact), Failure> {
    let bad = || Failure::Input(t!(words, "import-bad-rate", text = text));
    let (code, rate) = text.split_once('=').ok_or_else(bad)?;
    let code = code.trim().to_uppercase();
    let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    Exact::rate(rate).filter(|_| is_code).map(|rate| (code, rate)).ok_or_else(bad)
}

/// `2026-05`, `2026-05-01..2026-05-31`.
fn period(text: &str, words: &Words) -> Result<Days, Failure> {
    dates::period(text).ok_or_else(|| Failure::Input(t!(words, "import-bad-period", text = text)))
}
