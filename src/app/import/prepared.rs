//! What readings, plan and choices come to, made beside the window.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::app::worker::Cancel;
use crate::import::exact::Exact;
use crate::import::months::{ChannelMonth, channel_months};
use crate::import::preview::FilePart;
use crate::import::{Arrival, How, LeftOut, Preview, Reading, Said, Trouble, Why, preview, take_in};
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
    pub choices: Choices,
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
    pub preview: Preview,
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
        let named = with_new_channels(question);
        let (sources, mut preview, refused) = taken(&named, question, cancel);
        for arrival in &mut preview.arrivals {
            choose(arrival, question, &named);
        }
        let actuals = take_in(&question.plan.actuals, &preview);
        let mut plan = with_used_channels(named, &question.plan, &preview);
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
        Self { sources, preview, spend, refused, plan, changes, months, left_out, over_then }
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

/// The id of the channel that a person names in the dialog.
fn new_id(plan: &Plan, place: usize) -> Id {
    let mut id = Id::fresh("channel", plan.allocation.channels.iter().map(|channel| &channel.id));
    for _ in 0..place {
        id = Id::fresh("channel", [&id]);
    }
    id
}

/// The plan with all channels that were named in the dialog.
fn with_new_channels(question: &Question) -> Plan {
    let mut plan = question.plan.clone();
    if !question.choices.new_channels.is_empty() {
        let names = question.choices.new_channels.iter().enumerate();
        let new = names.map(|(place, name)| Channel::new(new_id(&question.plan, place), name.clone(), Task::A));
        Arc::make_mut(&mut plan.allocation).channels.extend(new);
    }
    plan
}

/// Of them only those for which a campaign counts.
fn with_used_channels(mut plan: Plan, before: &Plan, preview: &Preview) -> Plan {
    let used: HashSet<&Id> = preview.arrivals.iter().filter_map(Arrival::channel).collect();
    let there = before.allocation.channels.len();
    if plan.allocation.channels.iter().skip(there).all(|channel| !used.contains(&channel.id)) {
        plan.allocation = Arc::clone(&before.allocation);
    } else {
        let mut place = 0;
        Arc::make_mut(&mut plan.allocation).channels.retain(|channel| {
            place += 1;
            place <= there || used.contains(&channel.id)
        });
    }
    plan
}

type Taken = (Vec<u64>, Preview, Vec<(u64, Trouble)>);

/// A preview of all readings that can be taken in: one that cannot does not keep out the others.
fn taken(plan: &Plan, question: &Question, cancel: &Cancel) -> Taken {
    let mut readings = question.readings.clone();
    let mut refused = Vec::new();
    loop {
        let whole = readings.iter().map(|(_, reading)| (**reading).clone()).collect();
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
fn choose(arrival: &mut Arrival, question: &Question, plan: &Plan) {
    let exists = |id: &Id| plan.allocation.channels.iter().any(|channel| channel.id == *id);
    let said = match question.choices.of(&arrival.name, &arrival.source) {
        Some(Choice::Channel(id)) if exists(id) => Some(Said::Channel(id.clone())),
        Some(Choice::New(place)) => Some(Said::Channel(new_id(&question.plan, *place))),
        Some(Choice::LeftOut) => Some(Said::LeftOut),
        Some(Choice::Later) => None,
        // What was chosen is gone.
        Some(Choice::Channel(_)) | None => return,
    };
    (arrival.said, arrival.how) = (said, How::Said);
}

fn runs(file: usize, part: &FilePart) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for LeftOut { line, why } in &part.reading.left_out {
        match runs.last_mut() {
            Some(run) if run.why == *why && run.lines.1 + 1 == *line => run.lines.1 = *line,
            _ => runs.push(Run { file, lines: (*line, *line), why: *why }),
        }
    }
    runs
}

/// The currencies of a reading's money that are not the plan's, with how much of it there is.
#[must_use]
pub fn foreign(reading: &Reading, own: &str) -> Vec<(String, Exact)> {
    let mut sums: HashMap<String, Exact> = HashMap::new();
    for reported in &reading.campaigns {
        let Some(currency) = reported.currency.as_ref().map(|code| code.to_uppercase()) else { continue };
        if currency != own.to_uppercase() {
            let sum = sums.entry(currency).or_insert(Exact::ZERO);
            for spend in reported.spans.iter().filter_map(|(_, sums)| sums.get(0)) {
                *sum += spend;
            }
        }
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort();
    sums
}
