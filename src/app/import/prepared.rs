//! What readings, plan and choices come to, made beside the window.

use std::collections::HashSet;
use std::sync::Arc;

use crate::app::worker::Cancel;
use crate::import::exact::Exact;
use crate::import::months::{ChannelMonth, channel_months};
use crate::import::preview::FilePart;
use crate::import::{Arrival, How, Preview, Reading, Said, Trouble, Why, preview, take_in};
use crate::plan::{Channel, Id, Money, Plan, Task};
use crate::report::sentences::import::over_then;
use crate::words::{Language, Words};

use super::choice::{Choice, Choices};

/// What is put together.
#[derive(Clone)]
pub struct Question {
    /// The plan as it stands.
    pub plan: Plan,
    /// The readings, each with the number of its source.
    pub readings: Vec<(u64, Arc<Reading>)>,
    /// What was chosen for campaigns.
    pub choices: Arc<Choices>,
    /// What one unit of a currency is worth in the plan's.
    pub rates: Vec<(String, Exact)>,
    /// The person's language.
    pub language: Language,
}

impl PartialEq for Question {
    fn eq(&self, asked: &Self) -> bool {
        self.plan.same_as(&asked.plan)
            && self.readings.len() == asked.readings.len()
            && self
                .readings
                .iter()
                .zip(&asked.readings)
                .all(|(one, other)| one.0 == other.0 && Arc::ptr_eq(&one.1, &other.1))
            && self.choices == asked.choices
            && self.rates == asked.rates
            && self.language == asked.language
    }
}

/// A run of lines that do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The place of its file among those that are taken in.
    pub file: usize,
    /// The first line and the last.
    pub lines: (u64, u64),
    /// Why.
    pub why: Why,
}

/// What would come in, and the plan with it.
#[derive(Debug)]
pub struct Prepared {
    /// The numbers of the sources of the preview's files.
    pub sources: Vec<u64>,
    /// What would come in.
    pub preview: Arc<Preview>,
    /// What each campaign that comes in spent; `None` where its reports tell of no money.
    pub spend: Vec<Option<Money>>,
    /// Sources of which nothing is taken in, and why.
    pub refused: Vec<(u64, Trouble)>,
    /// The plan with it.
    pub plan: Plan,
    /// Whether that is another plan.
    pub changes: bool,
    /// Months of channels before and after.
    pub months: Vec<ChannelMonth>,
    /// The lines that do not count.
    pub left_out: Vec<Run>,
    /// The months that are over then and were not before.
    pub over_then: Option<String>,
}

impl Prepared {
    pub(super) fn of(question: &Question, cancel: &Cancel) -> Self {
        // By the plan as it stands: a channel that is named just now suggests itself for nothing.
        let (sources, mut preview, refused) = taken(question, cancel);
        let new = new_channels(question);
        let there: HashSet<&Id> = question.plan.allocation.channels.iter().map(|channel| &channel.id).collect();
        for arrival in &mut preview.arrivals {
            if let Some(choice) = question.choices.of(&arrival.name, &arrival.source) {
                choose(arrival, choice, (&there, &new));
            }
        }
        let actuals = take_in(&question.plan.actuals, &preview);
        let mut plan = with_used(new, &question.plan, &preview);
        let (channels, before) = (&plan.allocation.channels, &question.plan.actuals);
        let months = channel_months(channels, before, &actuals, &preview);
        let changes = actuals != **before || plan.allocation.channels.len() > question.plan.allocation.channels.len();
        if changes {
            plan.actuals = Arc::new(actuals);
        }
        let left_out = preview.files.iter().enumerate().flat_map(|(file, part)| runs(file, part)).collect();
        let money_of = |arrival: &Arrival| {
            let all = arrival.spans.iter().filter_map(|span| span.spend);
            let is_known = arrival.spans.iter().any(|span| span.spend.is_some());
            is_known.then(|| Money::total(all).unwrap_or(Money::LARGEST))
        };
        let spend = preview.arrivals.iter().map(money_of).collect();
        let over_then = over_then(Words::of(question.language), &question.plan, &plan);
        Self { sources, preview: Arc::new(preview), spend, refused, plan, changes, months, left_out, over_then }
    }

    /// Whether it can be taken in, and is anything.
    #[must_use]
    pub fn can_be_taken(&self) -> bool {
        self.changes && self.preview.is_clear()
    }

    /// The file of a source, if it is taken in.
    #[must_use]
    pub fn file(&self, source: u64) -> Option<&FilePart> {
        let place = self.sources.iter().position(|one| *one == source)?;
        self.preview.files.get(place)
    }

    /// Campaigns for which it is only suggested what they count for.
    #[must_use]
    pub fn suggested(&self) -> usize {
        self.preview.arrivals.iter().filter(|arrival| arrival.how == How::ByName).count()
    }

    /// Campaigns that count for nothing until somebody decides.
    #[must_use]
    pub fn undecided(&self) -> usize {
        self.preview.arrivals.iter().filter(|arrival| arrival.said.is_none()).count()
    }
}

/// The channels that were named in the dialog.
fn new_channels(question: &Question) -> Vec<Channel> {
    let first = Id::fresh("channel", question.plan.allocation.channels.iter().map(|channel| &channel.id));
    let ids = std::iter::successors(Some(first), |id| Some(Id::fresh("channel", [id])));
    let names = &question.choices.new_channels;
    ids.zip(names).map(|(id, name)| Channel::new(id, name.clone(), Task::A)).collect()
}

/// A plan with those of new channels for which a campaign counts.
fn with_used(mut new: Vec<Channel>, plan: &Plan, preview: &Preview) -> Plan {
    let used: HashSet<&Id> = preview.arrivals.iter().filter_map(Arrival::channel).collect();
    new.retain(|channel| used.contains(&channel.id));
    let mut plan = plan.clone();
    if !new.is_empty() {
        Arc::make_mut(&mut plan.allocation).channels.extend(new);
    }
    plan
}

type Taken = (Vec<u64>, Preview, Vec<(u64, Trouble)>);

/// A preview of all readings that can be taken in: one that cannot does not keep out the others.
fn taken(question: &Question, cancel: &Cancel) -> Taken {
    let plan = &question.plan;
    let mut readings = question.readings.clone();
    let mut refused = Vec::new();
    loop {
        let whole = readings.iter().map(|(_, reading)| Arc::clone(reading)).collect();
        let (at, trouble) = match preview(plan, whole, &[], &question.rates) {
            Err(refusal) => refusal,
            Ok(preview) => match unrated(plan, &preview) {
                Some(refusal) if !cancel.is_cancelled() => refusal,
                _ => return (readings.iter().map(|(source, _)| *source).collect(), preview, refused),
            },
        };
        let (source, _) = readings.remove(at);
        refused.push((source, trouble));
    }
}

/// A file some of whose money is in a currency without a rate comes in whole or not at all.
fn unrated(plan: &Plan, preview: &Preview) -> Option<(usize, Trouble)> {
    let (at, file) = preview.files.iter().enumerate().find(|(_, file)| !file.unrated.is_empty())?;
    let currency = file.unrated.first()?.clone();
    Some((at, Trouble::OtherCurrency(currency, plan.currency.code.clone())))
}

/// What somebody chose goes before what is known or suggested.
fn choose(arrival: &mut Arrival, choice: &Choice, (there, new): (&HashSet<&Id>, &[Channel])) {
    let said = match choice {
        Choice::Channel(id) if there.contains(id) => Some(Said::Channel(id.clone())),
        Choice::New(place) => new.get(*place).map(|channel| Said::Channel(channel.id.clone())),
        Choice::LeftOut => Some(Said::LeftOut),
        Choice::Later => None,
        // What was chosen is gone.
        Choice::Channel(_) => return,
    };
    (arrival.said, arrival.how) = (said, How::Said);
}

/// Lines that follow one another and do not count for the same reason are one run.
fn runs(file: usize, part: &FilePart) -> impl Iterator<Item = Run> {
    let runs = part.left_out.chunk_by(|one, next| one.why == next.why && one.line + 1 == next.line);
    runs.filter_map(move |run| {
        let (first, last) = (run.first()?, run.last()?);
        Some(Run { file, lines: (first.line, last.line), why: first.why })
    })
}

/// The currencies of a reading's money that are not the plan's, with how much of it there is.
#[must_use]
pub fn foreign(reading: &Reading, own: &str) -> Vec<(String, Exact)> {
    let named = reading.money.iter().filter_map(|(currency, spent)| Some((currency.clone()?, *spent)));
    named.filter(|(currency, _)| *currency != own.to_uppercase()).collect()
}
