//! What readings would change in a plan, before anything changes.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::plan::actuals::{Campaign, Span};
use crate::plan::{Date, Id, Money, Period, Plan};

use super::dates::Days;
use super::exact::Exact;
use super::mapping::{How, Mapping, Places, Said, place, places};
use super::reading::Reading;
use super::rows::{LeftOut, Why};
use super::totals::Sums;
use super::trouble::Trouble;

/// What one unit of a currency is worth in the plan's.
pub type Rates = [(String, Exact)];

/// What would come in.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Each file's part, in the order in which they were given.
    pub files: Vec<FilePart>,
    /// Each campaign with what it brings.
    pub arrivals: Vec<Arrival>,
    /// Campaigns that two files tell of for the same days: nothing can be taken in until one of them is left out.
    pub conflicts: Vec<Conflict>,
    /// The plan's period.
    pub period: Period,
}

/// What is taken from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct FilePart {
    /// The reading.
    pub reading: Arc<Reading>,
    /// All lines that do not count, in order.
    pub left_out: Vec<LeftOut>,
    /// Currencies of some of its rows for which there is no rate: nothing can be taken in until there is.
    pub unrated: Vec<String>,
}

/// A campaign, and what it brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// Its name.
    pub name: String,
    /// The account or platform that reports it.
    pub source: String,
    /// What it counts for; `None` where that is not known yet.
    pub said: Option<Said>,
    /// How that is known.
    pub how: How,
    /// The days of which its reports tell everything: what the plan has for them is replaced.
    pub days: Vec<Days>,
    /// What it spent and won.
    pub spans: Vec<Span>,
    /// Whether the plan has it already.
    pub is_known: bool,
    /// What the plan has for these days now.
    pub replaces: Money,
}

/// Two files that tell of the same days of a campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The campaign.
    pub campaign: String,
    /// The account or platform that reports it.
    pub source: String,
    /// The two files.
    pub files: [String; 2],
    /// The first days that both tell of.
    pub days: Days,
}

/// What a campaign spent and won in a month.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthRow<'a> {
    /// The first day of the month.
    pub month: Date,
    /// The campaign.
    pub arrival: &'a Arrival,
    /// What it spent and won.
    pub part: Span,
}

/// Puts readings, plan and mapping together.
///
/// # Errors
/// Which of the readings cannot be taken in, by its place, and why.
pub fn preview(
    plan: &Plan,
    readings: Vec<Arc<Reading>>,
    mapping: &Mapping,
    rates: &Rates,
) -> Result<Preview, (usize, Trouble)> {
    let mut files = Vec::new();
    let mut arrivals: Vec<Arrival> = Vec::new();
    let mut conflicts = Vec::new();
    let in_plan = places(&plan.actuals.campaigns);
    let known =
        |name: &str, source: &str| in_plan.get(&(name, source)).and_then(|place| plan.actuals.campaigns.get(*place));
    // For each campaign the files that tell of it.
    let mut told: HashMap<(String, String), (usize, Vec<usize>)> = HashMap::new();
    for (at, reading) in readings.into_iter().enumerate() {
        let (file, campaigns) = converted(plan, reading, rates).map_err(|trouble| (at, trouble))?;
        for ((name, source), spans) in campaigns {
            let key = (name.clone(), source.clone());
            if let Some((place, others)) = told.get_mut(&key) {
                conflicts.extend(conflict(&key, others.iter().filter_map(|other| files.get(*other)), &file.reading));
                others.push(at);
                if let Some(arrival) = arrivals.get_mut(*place) {
                    arrival.spans.extend(spans);
                    arrival.days.extend(&file.reading.days);
                }
            } else {
                told.insert(key, (arrivals.len(), vec![at]));
                let known = known(&name, &source);
                let (said, how) = place(plan, mapping, &name, known);
                let days = file.reading.days.clone();
                let is_known = known.is_some();
                arrivals.push(Arrival { name, source, said, how, days, spans, is_known, replaces: Money::ZERO });
            }
        }
        files.push(file);
    }
    for arrival in &mut arrivals {
        arrival.spans.sort_by_key(|span| span.from);
        arrival.replaces = replaced(known(&arrival.name, &arrival.source), &arrival.days);
    }
    Ok(Preview { files, arrivals, conflicts, period: plan.period })
}

fn conflict<'a>(
    (campaign, source): &(String, String),
    mut others: impl Iterator<Item = &'a FilePart>,
    reading: &Reading,
) -> Option<Conflict> {
    others.find_map(|other| {
        let common = |days: &Days| reading.days.iter().find(|own| own.overlaps(*days)).map(|own| (*own, *days));
        let (own, days) = other.reading.days.iter().find_map(common)?;
        Some(Conflict {
            campaign: campaign.clone(),
            source: source.clone(),
            files: [other.reading.file.clone(), reading.file.clone()],
            days: Days { from: own.from.max(days.from), to: own.to.min(days.to) },
        })
    })
}

type Converted = Vec<((String, String), Vec<Span>)>;

/// The campaigns of a reading in the plan's currency. Money is rounded so that all of it adds up to the file's sum.
fn converted(plan: &Plan, reading: Arc<Reading>, rates: &Rates) -> Result<(FilePart, Converted), Trouble> {
    let own = plan.currency.code.to_uppercase();
    let mut campaigns: Vec<((String, String), BTreeMap<Days, Sums>)> = Vec::new();
    let mut places: HashMap<(String, String), usize> = HashMap::new();
    let mut unrated: Vec<String> = Vec::new();
    let mut left_out = reading.left_out.clone();
    for reported in &reading.campaigns {
        // Where there is no money there is nothing to be converted.
        let currency = reported.currency.as_deref().filter(|_| reading.money.contains_key(&reported.code()));
        let Some(rate) = rate_of(currency, &own, rates) else {
            let currency = reported.currency.clone().unwrap_or_default();
            if !unrated.contains(&currency) {
                let runs =
                    reading.lines.iter().filter(|(code, _)| *code == reported.currency).flat_map(|(_, lines)| lines);
                let lines = runs.flat_map(|(first, last)| *first..=*last);
                left_out.extend(lines.map(|line| LeftOut { line, why: Why::OtherCurrency }));
                unrated.push(currency);
            }
            continue;
        };
        let key = (reported.name.clone(), reported.source.clone());
        let place = *places.entry(key.clone()).or_insert(campaigns.len());
        if place == campaigns.len() {
            campaigns.push((key, BTreeMap::new()));
        }
        let Some((_, spans)) = campaigns.get_mut(place) else { continue };
        for (days, sums) in &reported.spans {
            let in_plan = sums.with_money(rate).ok_or_else(|| Trouble::SumTooLarge(reported.name.clone()))?;
            spans.entry(*days).or_default().add_all(&in_plan);
        }
    }
    if let (true, Some(currency)) = (campaigns.is_empty(), unrated.first()) {
        return Err(Trouble::OtherCurrency(currency.clone(), plan.currency.code.clone()));
    }
    left_out.sort_by_key(|left_out| left_out.line);
    let mut rounding = Rounding { sum: Exact::ZERO, digits: plan.currency.digits };
    let mut found = Vec::new();
    for (key, spans) in campaigns {
        let spans = super::reading::apart(spans);
        let spans: Option<Vec<Span>> = spans.iter().map(|(days, sums)| rounding.span(*days, sums)).collect();
        found.push((key.clone(), spans.ok_or(Trouble::SumTooLarge(key.0))?));
    }
    Ok((FilePart { reading, left_out, unrated }, found))
}

/// What one unit of a currency is worth; a file that names none is in the plan's.
fn rate_of(currency: Option<&str>, own: &str, rates: &Rates) -> Option<Exact> {
    let Some(currency) = currency.map(str::to_uppercase) else { return Exact::new(1, 0) };
    if currency == *own {
        return Exact::new(1, 0);
    }
    rates.iter().rev().find(|(code, _)| code.to_uppercase() == currency).map(|(_, rate)| *rate)
}

/// Rounds sums one after the other so that what is rounded adds up to what was read.
struct Rounding {
    sum: Exact,
    digits: u8,
}

impl Rounding {
    /// `None` beyond the largest amount.
    fn span(&mut self, days: Days, sums: &Sums) -> Option<Span> {
        let spend = match sums.get(0) {
            Some(spend) => {
                let before = self.sum.minor(self.digits)?;
                self.sum += spend;
                Some(Money::from_minor(self.sum.minor(self.digits)?.checked_sub(before)?)?)
            }
            None => None,
        };
        let count = |measure| sums.get(measure).map(Exact::nearest);
        let Days { from, to } = days;
        Some(Span { from, to, spend, registrations: count(1), clicks: count(2), impressions: count(3) })
    }
}

/// What the plan has for days now.
fn replaced(earlier: Option<&Campaign>, days: &[Days]) -> Money {
    let spans = earlier.into_iter().flat_map(|campaign| &campaign.spans);
    let parts = spans.flat_map(|span| days.iter().filter_map(|days| span.part(days.from, days.to)));
    Money::total(parts.filter_map(|part| part.spend)).unwrap_or(Money::LARGEST)
}

impl Arrival {
    /// Whether it is among campaigns.
    #[must_use]
    pub fn is_in(&self, campaigns: &Places<'_>) -> bool {
        campaigns.contains_key(&(self.name.as_str(), self.source.as_str()))
    }

    /// The channel it counts for.
    #[must_use]
    pub fn channel(&self) -> Option<&Id> {
        match &self.said {
            Some(Said::Channel(id)) => Some(id),
            _ => None,
        }
    }
}

impl Preview {
    /// Whether it can be taken in.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.conflicts.is_empty() && self.files.iter().all(|file| file.unrated.is_empty())
    }

    /// The last month of the plan that is over by the days of which the reports tell everything, whether or not anything
    /// happened on the last of them; `None` where no month ends on them, or no campaign counts for a channel.
    #[must_use]
    pub fn over(&self) -> Option<Days> {
        let counted = self.arrivals.iter().filter(|arrival| arrival.channel().is_some());
        let days = counted.flat_map(|arrival| &arrival.days).filter(|days| days.from <= self.period.end());
        let last = days.map(|days| days.to).max().filter(|last| *last >= self.period.start)?;
        let next = last.tomorrow().unwrap_or(last);
        let months = self.period.month_of(next).unwrap_or_else(|| self.period.months.max(1));
        let month = months.checked_sub(1)?;
        let first_after = self.period.month_start(month + 1);
        Days::new(self.period.month_start(month), first_after.yesterday().unwrap_or(first_after))
    }

    /// What comes in by month and campaign, in order of the months; a span over the end of a month is divided by its days.
    #[must_use]
    pub fn months(&self) -> Vec<MonthRow<'_>> {
        let mut rows: BTreeMap<(Date, usize), Span> = BTreeMap::new();
        for (at, arrival) in self.arrivals.iter().enumerate() {
            for (month, part) in arrival.spans.iter().flat_map(by_month) {
                let whole = Span { from: month, to: month.last_of_month(), ..part };
                rows.entry((month, at)).and_modify(|sum| sum.add(&part)).or_insert(whole);
            }
        }
        let row = |((month, at), part): ((Date, usize), Span)| {
            Some(MonthRow { month, arrival: self.arrivals.get(at)?, part })
        };
        rows.into_iter().filter_map(row).collect()
    }
}

/// The parts of a span by month, each with the first day of its month.
pub(super) fn by_month(span: &Span) -> impl Iterator<Item = (Date, Span)> + use<'_> {
    let next = |month: &Date| month.last_of_month().tomorrow().ok().filter(|next| *next <= span.to);
    let months = std::iter::successors(Some(span.from.first_of_month()), next);
    months.filter_map(|month| Some((month, span.part(month, month.last_of_month())?)))
}
