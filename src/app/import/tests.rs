#![allow(clippy::disallowed_methods)]
use std::sync::Arc;

use jiff::civil::date;

use super::choice::Choice;
use super::*;
use crate::app::files::Native;
use crate::import::{How, Trouble};
use crate::plan::{Channel, Id, Money, Period, Task};

fn plan(channels: &[&str]) -> Plan {
    let mut plan = Plan::blank("p", Period { start: date(2026, 1, 1), months: 12 });
    let channels = channels.iter().map(|name| Channel::new(Id::new(&name.to_lowercase()), (*name).to_owned(), Task::A));
    Arc::make_mut(&mut plan.allocation).channels = channels.collect();
    plan
}

/// An import, with what it reads at once.
struct Case {
    import: Import,
    reader: Reader,
    plan: Plan,
}

impl Case {
    fn of(plan: Plan, reports: &[&str]) -> Self {
        let reader = Reader { ctx: Context::default(), files: Arc::new(Native), background: Background::AtOnce };
        let mut import = Import::default();
        for report in reports {
            import.add_pasted("Cells", report, &reader);
        }
        Self { import, reader, plan }
    }

    fn prepared(&mut self) -> &Prepared {
        self.import.prepare(&self.plan, Language::En, (&self.reader.ctx, Background::AtOnce));
        let (prepared, is_fresh) = self.import.prepared().expect("an answer");
        assert!(is_fresh);
        prepared
    }
}

const MAY: &str = "Date\tCampaign\tCost\tConversions\n2026-05-01\tSearch\t10\t1\n2026-05-02\tBrand\t20\t2\n";

#[test]
fn a_report_that_cannot_be_taken_in_keeps_out_no_other() {
    let dollars = "Date,Campaign,Cost (USD)\n2026-05-01,US,10\n";
    let mixed = "Date,Campaign,Cost,Currency\n2026-05-01,A,1,CNY\n2026-05-01,B,2,EUR\n";
    let mut case = Case::of(plan(&["Search"]), &[dollars, MAY, mixed, "nothing"]);
    assert_eq!(case.import.sources()[3].name, "Cells 4");
    assert!(case.import.sources()[3].outcome().expect("read").is_err());
    let prepared = case.prepared();
    let needs = |currency: &str| Trouble::OtherCurrency(currency.into(), "CNY".into());
    assert_eq!(prepared.refused, [(0, needs("USD")), (2, needs("EUR"))]);
    assert_eq!(prepared.sources, [1]);
    assert!(prepared.file(1).is_some() && prepared.file(0).is_none());
    for (currency, rate) in [("USD", "7.1"), ("EUR", "8")] {
        case.import.set_rate(currency, Exact::rate(rate).map(|exact| (rate.to_owned(), exact)));
    }
    let prepared = case.prepared();
    assert_eq!((prepared.sources.as_slice(), prepared.refused.len()), (&[0, 1, 2][..], 0));
    let spent: Vec<i64> = prepared.spend.iter().flatten().map(|spent| spent.minor()).collect();
    assert_eq!(spent, [7_100, 1_000, 2_000, 100, 1_600]);
    case.import.set_rate("USD", None);
    assert_eq!(case.prepared().refused, [(0, needs("USD"))]);
}

#[test]
fn what_is_chosen_goes_before_what_is_suggested() {
    let mut case = Case::of(plan(&["Search", "Social"]), &[MAY]);
    let prepared = case.prepared();
    assert_eq!((prepared.suggested(), prepared.undecided()), (1, 1));
    let source = prepared.preview.arrivals[0].source.clone();
    case.import.choices_mut().choose("Search", &source, Choice::Later);
    case.import.choices_mut().choose("Brand", &source, Choice::Channel(Id::new("social")));
    let prepared = case.prepared();
    assert_eq!((prepared.suggested(), prepared.undecided()), (0, 1));
    let campaigns = &prepared.plan.actuals.campaigns;
    assert_eq!((&campaigns[0].channel, &campaigns[1].channel), (&None, &Some(Id::new("social"))));
    // What is decided later is asked for again, and the mapping is remembered.
    case.plan = case.prepared().plan.clone();
    *case.import.choices_mut() = Choices::default();
    let arrivals = &case.prepared().preview.arrivals;
    assert_eq!((arrivals[0].how, arrivals[1].how), (How::ByName, How::Earlier));
}

#[test]
fn the_same_again_changes_nothing_and_nothing_is_changed_before() {
    let mut case = Case::of(plan(&["Search"]), &[MAY]);
    let before = case.plan.clone();
    assert!(case.prepared().can_be_taken());
    assert!(case.plan.same_as(&before));
    case.plan = case.prepared().plan.clone();
    let prepared = case.prepared();
    assert!(!prepared.changes && !prepared.can_be_taken());
    assert!(case.import.ready().is_none());
}

#[test]
fn a_plan_that_changes_meanwhile_is_prepared_again() {
    let mut case = Case::of(plan(&[]), &[MAY]);
    assert_eq!(case.prepared().suggested(), 0);
    let source = case.prepared().preview.arrivals[0].source.clone();
    case.import.choices_mut().choose("Brand", &source, Choice::Channel(Id::new("brand")));
    assert_eq!(case.prepared().undecided(), 2, "the channel is not there");
    case.plan.allocation = plan(&["Search", "Brand"]).allocation;
    let prepared = case.prepared();
    assert_eq!((prepared.suggested(), prepared.undecided()), (1, 0));
    assert_eq!(prepared.plan.allocation.channels.len(), 2);
}

#[test]
fn a_plan_gets_the_new_channels_that_something_counts_for() {
    let mut case = Case::of(plan(&["Search"]), &[MAY]);
    let source = case.prepared().preview.arrivals[0].source.clone();
    let unused = case.import.choices_mut().new_channel("Unused");
    let brand = case.import.choices_mut().new_channel("Brand");
    assert_eq!(case.import.choices_mut().new_channel("Brand"), brand);
    case.import.choices_mut().choose("Brand", &source, brand);
    let prepared = case.prepared();
    let names: Vec<&str> = prepared.plan.allocation.channels.iter().map(|channel| channel.name.as_str()).collect();
    assert_eq!(names, ["Search", "Brand"]);
    let brand = &prepared.plan.allocation.channels[1].id;
    assert_eq!(prepared.plan.actuals.campaigns[1].channel.as_ref(), Some(brand));
    case.import.choices_mut().choose("Brand", &source, unused);
    assert_eq!(case.prepared().plan.allocation.channels[1].name, "Unused");
    case.import.choices_mut().choose("Brand", &source, Choice::LeftOut);
    let allocation = Arc::clone(&case.prepared().plan.allocation);
    assert!(Arc::ptr_eq(&allocation, &case.plan.allocation));
}

/// Two campaigns of one name, of which one is decided: the new channel that bears the name does not count for the other.
#[test]
fn a_new_channel_suggests_itself_for_nothing() {
    let other = "Date\tAccount\tCampaign\tCost\n2026-05-01\tAcme\tBrand\t5\n";
    let mut case = Case::of(plan(&["Search"]), &[MAY, other]);
    let source = case.prepared().preview.arrivals[1].source.clone();
    let brand = case.import.choices_mut().new_channel("Brand");
    case.import.choices_mut().choose("Brand", &source, brand);
    let prepared = case.prepared();
    assert_eq!((prepared.suggested(), prepared.undecided()), (1, 1), "{:?}", prepared.preview.arrivals);
    case.import.choices_mut().choose("Brand", &source, Choice::Later);
    let prepared = case.prepared();
    assert_eq!((prepared.plan.allocation.channels.len(), prepared.undecided()), (1, 2), "nothing counts for it");
}

#[test]
fn a_report_of_no_money_needs_no_rate() {
    let won = "Date,Campaign,Conversions,Currency\n2026-05-01,Search,3,USD\n";
    let mut case = Case::of(plan(&["Search"]), &[won]);
    let prepared = case.prepared();
    assert!(prepared.refused.is_empty() && prepared.can_be_taken(), "{:?}", prepared.refused);
    let reading = &prepared.preview.files[0].reading;
    assert_eq!(prepared::foreign(reading, "CNY"), []);
    assert_eq!(prepared.preview.arrivals[0].spans[0].registrations, Some(3.0));
}

#[test]
fn a_month_before_and_after() {
    let mut case = Case::of(plan(&["Search"]), &[MAY]);
    case.plan = case.prepared().plan.clone();
    let later = "Date\tCampaign\tCost\tConversions\n2026-05-01\tSearch\t15\t4\n2026-06-01\tSearch\t1\t0\n";
    let mut case = Case::of(case.plan, &[later]);
    let rows = case.prepared().months.clone();
    let amounts = |row: &crate::import::months::ChannelMonth| {
        let of = |reported: crate::import::months::Reported| (reported.spend.map(Money::minor), reported.registrations);
        (row.month.month(), of(row.before), of(row.after))
    };
    let rows: Vec<_> = rows.iter().map(amounts).collect();
    let none = (None, None);
    assert_eq!(rows, [(5, (Some(1_000), Some(1.0)), (Some(1_500), Some(4.0))), (6, none, (Some(100), Some(0.0)))]);
}

#[test]
fn lines_that_follow_one_another_are_one_run() {
    let report = format!("Report\nfor May\n\n{MAY}Total\t\t30\t3\n");
    let mut case = Case::of(plan(&["Search"]), &[&report]);
    let runs: Vec<_> = case.prepared().left_out.iter().map(|run| run.lines).collect();
    assert_eq!(runs, [(1, 2), (3, 3), (7, 7)]);
}

#[test]
fn the_same_file_is_read_again_and_not_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("may.tsv");
    std::fs::write(&path, MAY).expect("a file");
    let mut case = Case::of(plan(&["Search"]), &[]);
    case.import.add_file(&path, &case.reader);
    case.import.add_file(&path, &case.reader);
    assert_eq!(case.import.sources().len(), 1);
    assert!(case.prepared().preview.is_clear());
    let id = case.import.sources()[0].id;
    case.import.remove(id);
    assert!(case.prepared().sources.is_empty());
}
