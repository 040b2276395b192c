//! What a report says: campaigns with what they spent and won by days, and which lines do not count.

use std::collections::{BTreeMap, HashMap};

use super::columns::{Length, Unit};
use super::dates::{self, Days, Order, written};
use super::exact::Exact;
use super::preamble::Preamble;
use super::rows::{self, LeftOut, Lines, Name, Tally, Why};
use super::table::Table;
use super::totals::Sums;
use super::trouble::Trouble;
use super::{settle, settle::FileTotal, sheet};
use crate::plan::{Currency, Date};

/// What a report says.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The file, as it is named to people.
    pub file: String,
    /// How its text is written, or what kind of workbook it is: `utf-8`, `utf-16le`, `gb18030`, `xlsx`, …
    pub encoding: &'static str,
    /// The line of the table's headings.
    pub header_line: u64,
    /// How many rows count.
    pub rows: u64,
    /// Its first and its last day.
    pub period: Days,
    /// The days it is about, in order, no day twice: the period it states, otherwise the days of its rows.
    pub days: Vec<Days>,
    /// Its campaigns, in the order in which they stand there.
    pub campaigns: Vec<Reported>,
    /// What they spent by currency, in capitals; `None` for money of which the report says no currency. A currency in which
    /// nothing is said to be spent is not among them.
    pub money: BTreeMap<Option<String>, Exact>,
    /// What its own total row says.
    pub total: Option<FileTotal>,
    /// The lines that do not count, in order.
    pub left_out: Vec<LeftOut>,
    /// The lines of each currency.
    pub lines: Vec<(Option<String>, Lines)>,
}

/// A campaign in a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Reported {
    /// Its name.
    pub name: String,
    /// The account it belongs to, or where its report is from, as far as that is known.
    pub source: String,
    /// The currency of its money; `None` where the report says nothing of it.
    pub currency: Option<String>,
    /// What it spent and won, in order of the days, no day in two of them.
    pub spans: Vec<(Days, Sums)>,
}

impl Reported {
    /// The code of its currency, in capitals.
    pub(super) fn code(&self) -> Option<String> {
        self.currency.as_ref().map(|code| code.to_uppercase())
    }
}

/// What a report leaves open, answered by whoever takes it in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Whether dates such as 3/4/2026 begin with the day or with the month.
    pub order: Option<Order>,
    /// The days a report is about that says nothing of them.
    pub period: Option<Days>,
}

/// Reads a report. `file` is what it is called to people; what it is shows in its bytes alone.
///
/// # Errors
/// Why nothing of it can be taken in: nothing is read by halves.
pub fn read(file: &str, bytes: &[u8], answers: Answers) -> Result<Reading, Trouble> {
    let sheet = sheet::open(bytes)?;
    let (grid, table) = sheet.table()?;
    let tally = rows::add_up(&grid, &table)?;
    Reader { file, encoding: sheet.encoding(), table: &table, preamble: Preamble(&table.above), answers }.reading(tally)
}

/// Makes a reading of what rows add up to.
struct Reader<'a> {
    file: &'a str,
    encoding: &'static str,
    table: &'a Table,
    preamble: Preamble<'a>,
    answers: Answers,
}

impl Reader<'_> {
    fn reading(&self, mut tally: Tally) -> Result<Reading, Trouble> {
        let order = self.order(&tally.days.all)?;
        let stated = self.stated(order);
        let days = self.days(&tally.days.all, order, stated);
        let settled = settle::totals(&mut tally, self.table.line);
        let mut left_out = std::mem::take(&mut tally.left_out);
        left_out.extend(settled.left_out);
        left_out.extend(self.table.above.iter().filter(|(line, _)| *line > 0).map(|(line, text)| LeftOut {
            line: *line,
            why: if text.is_empty() { Why::Empty } else { Why::Preamble },
        }));
        left_out.sort_by_key(|left_out| left_out.line);
        if tally.rows == 0 {
            return Err(Trouble::NothingCounted);
        }
        let campaigns = self.campaigns(&tally, &days)?;
        // What a table has columns for need not have happened yet.
        let covered = covered(&campaigns, stated.filter(|_| self.table.columns.across.is_none()));
        let (Some(first), Some(last)) = (covered.first(), covered.last()) else { return Err(Trouble::NothingCounted) };
        Ok(Reading {
            file: self.file.to_owned(),
            encoding: self.encoding,
            header_line: self.table.line,
            rows: tally.rows,
            period: first.hull(*last),
            days: covered,
            money: money(&campaigns),
            campaigns,
            total: settled.total,
            left_out,
            lines: tally.lines.into_iter().map(|(code, lines)| (self.currency(&code), lines)).collect(),
        })
    }

    /// The days that the whole report is about. Of a table with a column a month its year is enough.
    fn stated(&self, order: Order) -> Option<Days> {
        let year = || self.preamble.year().filter(|_| self.table.columns.across.is_some());
        self.answers.period.or_else(year).or_else(|| self.preamble.days(order))
    }

    /// Whether dates begin with the day or with the month: as one of them proves, as the stated period does, as answered.
    fn order(&self, names: &[Name]) -> Result<Order, Trouble> {
        let own =
            names.iter().filter(|name| name.is_right).flat_map(|name| name.cells().map(|cell| (written(&cell), cell)));
        let above = self.preamble.period();
        let mut proofs: [Option<String>; 2] = [None, None];
        let mut open = None;
        for (dates, text) in own.chain([(above, String::new())]) {
            for date in dates {
                match date.proof() {
                    Some(order) => {
                        proofs[usize::from(order == Order::MonthFirst)].get_or_insert_with(|| text.clone());
                    }
                    None if date.is_open() && !text.is_empty() => {
                        open.get_or_insert_with(|| text.clone());
                    }
                    None => {}
                }
            }
        }
        match (proofs, open) {
            ([Some(one), Some(other)], _) => Err(Trouble::BothOrders(one, other)),
            ([Some(_), None], _) => Ok(Order::DayFirst),
            ([None, Some(_)], _) => Ok(Order::MonthFirst),
            ([None, None], None) => Ok(self.answers.order.unwrap_or(Order::DayFirst)),
            ([None, None], Some(text)) => {
                let known = self.answers.order.or_else(|| self.order_within_period(names)).or_else(|| self.habit());
                known.ok_or(Trouble::OpenDates(text))
            }
        }
    }

    /// The one order in which all days lie in the stated period.
    fn order_within_period(&self, names: &[Name]) -> Option<Order> {
        let fits = |order: Order| {
            let stated = self.preamble.days(order).or(self.answers.period);
            stated.is_some_and(|stated| {
                let days = self.days(names, order, Some(stated));
                days.iter().flatten().all(|days| stated.from <= days.from && days.to <= stated.to)
            })
        };
        match (fits(Order::DayFirst), fits(Order::MonthFirst)) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        }
    }

    /// The platform whose headings say that they are in UTC writes the month first.
    fn habit(&self) -> Option<Order> {
        let (place, _) = self.table.columns.days?;
        self.table.headings.get(place)?.contains("(in UTC)").then_some(Order::MonthFirst)
    }

    /// The days of each name; `None` where it is none or cannot be read.
    fn days(&self, names: &[Name], order: Order, stated: Option<Days>) -> Vec<Option<Days>> {
        let Some(length) = self.table.columns.length() else { return vec![stated; names.len()] };
        names.iter().map(|name| self.days_of(name, length, order, stated)).collect()
    }

    fn days_of(&self, name: &Name, length: Length, order: Order, stated: Option<Days>) -> Option<Days> {
        let mut cells = name.cells();
        let first = cells.next()?;
        if length == Length::Nth {
            let day = stated?.from.checked_add(jiff::Span::new().days(first.parse::<u16>().ok()?)).ok()?;
            return Some(Days::one(day));
        }
        let days = dates::days_of(&first, order).or_else(|| stated?.month_within(dates::month_alone(&first)?))?;
        let days = match length {
            Length::Week if days.from == days.to => Days::week_from(days.from),
            Length::Month if days.from == days.to => Days::month_of(days.from),
            _ => days,
        };
        match cells.next().filter(|to| self.table.columns.to.is_some() && !to.is_empty()) {
            Some(to) => Days::new(days.from, dates::days_of(&to, order)?.to),
            None => Some(days),
        }
    }

    fn campaigns(&self, tally: &Tally, days: &[Option<Days>]) -> Result<Vec<Reported>, Trouble> {
        let mut campaigns: Vec<Reported> = Vec::new();
        let mut places: HashMap<(String, String, Option<String>), usize> = HashMap::new();
        let place_of: Vec<usize> = tally
            .campaigns
            .all
            .iter()
            .map(|name| {
                let key = self.identity(name);
                *places.entry(key).or_insert_with_key(|(source, name, currency)| {
                    let (name, source, currency) = (name.clone(), source.clone(), currency.clone());
                    campaigns.push(Reported { name, source, currency, spans: Vec::new() });
                    campaigns.len() - 1
                })
            })
            .collect();
        let mut spans: Vec<BTreeMap<Days, Sums>> = vec![BTreeMap::new(); campaigns.len()];
        let happened = self.happened(tally, days);
        for ((campaign, day), sums) in &tally.sums {
            let Some(days) = days.get(*day as usize).copied().flatten() else { return Err(self.no_days(tally, *day)) };
            if happened.is_some_and(|last| days.from > last) {
                continue;
            }
            let Some(spans) = place_of.get(*campaign as usize).and_then(|place| spans.get_mut(*place)) else {
                continue;
            };
            spans.entry(days).or_default().add_all(sums);
        }
        for (campaign, spans) in campaigns.iter_mut().zip(spans) {
            campaign.spans = apart(spans);
        }
        campaigns.retain(|campaign| !campaign.spans.is_empty());
        Ok(campaigns)
    }

    /// The last day on which anything happened, of a table that has columns for days to come: nothings behind it say nothing.
    fn happened(&self, tally: &Tally, days: &[Option<Days>]) -> Option<Date> {
        self.table.columns.across.as_ref()?;
        let told = tally.sums.iter().filter(|(_, sums)| sums.weight() > 0);
        told.filter_map(|((_, day), _)| Some(days.get(*day as usize).copied()??.to)).max()
    }

    fn no_days(&self, tally: &Tally, day: u32) -> Trouble {
        let text = tally.days.all.get(day as usize).and_then(|name| name.cells().next()).unwrap_or_default();
        match self.table.columns.length() {
            _ if dates::month_alone(&text).is_some() => Trouble::NoYear(text),
            Some(length) if length != Length::Nth => Trouble::NoDate(text),
            _ => Trouble::NoDays,
        }
    }

    /// Source, name and currency of a campaign.
    fn identity(&self, name: &Name) -> (String, String, Option<String>) {
        let mut cells = name.cells();
        let (account, campaign, currency) =
            (cells.next().unwrap_or_default(), cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        let known = |text: String| Some(text).filter(|text| !super::number::is_missing(text));
        let source = known(account)
            .or_else(|| self.preamble.account().map(str::to_owned))
            .unwrap_or_else(|| self.headings_of_source());
        let name = known(campaign).unwrap_or_else(|| source.clone());
        (source, name, self.currency(currency.as_bytes()))
    }

    /// The currency a row names, otherwise that of the heading, otherwise that above the table.
    fn currency(&self, named: &[u8]) -> Option<String> {
        let named = String::from_utf8_lossy(named).trim().to_owned();
        let named = Some(named).filter(|text| !super::number::is_missing(text));
        let named = named.map(|code| Unit::of(&code).code().unwrap_or(code));
        named.or_else(|| self.table.columns.unit.code()).or_else(|| self.preamble.currency())
    }

    /// What tells reports of one platform from those of others where they name no account: how they call campaigns and money.
    fn headings_of_source(&self) -> String {
        let columns = &self.table.columns;
        let places = [columns.campaign, columns.measures.into_iter().flatten().next()];
        let headings = places.into_iter().flatten().filter_map(|place| self.table.headings.get(place));
        let counted = columns.across.as_ref().map(|_| self.table.counted().1).filter(|word| !word.is_empty());
        headings.map(String::as_str).chain(counted).collect::<Vec<_>>().join(" / ")
    }
}

/// Spans of which no day is in two: those that overlap become one, for what each says of the common days nobody knows.
pub(super) fn apart(spans: BTreeMap<Days, Sums>) -> Vec<(Days, Sums)> {
    let mut found: Vec<(Days, Sums)> = Vec::new();
    for (days, sums) in spans {
        match found.last_mut() {
            Some((last, sum)) if last.overlaps(days) => {
                *last = last.hull(days);
                sum.add_all(&sums);
            }
            _ => found.push((days, sums)),
        }
    }
    found.retain(|(_, sums)| !sums.is_empty());
    found
}

/// The stated period, if all rows lie in it; otherwise the days of the rows.
fn covered(campaigns: &[Reported], stated: Option<Days>) -> Vec<Days> {
    let mut days: Vec<Days> = campaigns.iter().flat_map(|campaign| &campaign.spans).map(|(days, _)| *days).collect();
    if let Some(stated) = stated.filter(|all| days.iter().all(|days| all.from <= days.from && days.to <= all.to)) {
        return vec![stated];
    }
    days.sort_unstable();
    let mut found: Vec<Days> = Vec::new();
    for days in days {
        match found.last_mut() {
            Some(last) if days.from <= last.to.tomorrow().unwrap_or(last.to) => *last = last.hull(days),
            _ => found.push(days),
        }
    }
    found
}

fn money(campaigns: &[Reported]) -> BTreeMap<Option<String>, Exact> {
    let mut money = BTreeMap::new();
    for campaign in campaigns {
        let spent = campaign.spans.iter().filter_map(|(_, sums)| sums.get(0)).reduce(Exact::plus);
        if let Some(spent) = spent {
            *money.entry(campaign.code()).or_insert(Exact::ZERO) += spent;
        }
    }
    money
}

impl Reading {
    /// The currency of all its money; `None` where it says none or has several.
    #[must_use]
    pub fn currency(&self) -> Option<&str> {
        let mut currencies = self.campaigns.iter().map(|campaign| campaign.currency.as_deref());
        let first = currencies.next()?;
        first.filter(|_| currencies.all(|other| other == first))
    }

    /// The currency of its own money, with its digits: the plan's where it names none, or has several.
    #[must_use]
    pub fn currency_beside(&self, own: &Currency) -> Currency {
        let foreign = self.currency().map(str::to_uppercase).filter(|code| *code != own.code.to_uppercase());
        foreign.map_or_else(|| own.clone(), |code| Currency::of_code(&code))
    }

    /// What the counted rows spent, as far as they say it.
    #[must_use]
    pub fn spend(&self) -> Option<Exact> {
        self.money.values().copied().reduce(Exact::plus)
    }
}
