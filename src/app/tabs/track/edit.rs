//! Changing what happened: one figure of one channel in one month.

use crate::calc::track::Followed;
use crate::plan::actuals::ChannelActual;
use crate::plan::{Actuals, Currency, Id, Money, Period};
use crate::words::{number, parse, typed::Entry};

/// A figure as it is typed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Amount {
    Money(Money),
    Number(f64),
}

/// Reads a figure.
pub(super) fn read(followed: Followed, text: &str, currency: &Currency) -> Result<Amount, parse::Problem> {
    if followed.is_money() {
        parse::money(text, currency).map(Amount::Money)
    } else {
        parse::count(text).map(Amount::Number)
    }
}

/// What the fields of a figure take.
pub(super) fn entry(followed: Followed, currency: &Currency) -> Entry {
    if followed.is_money() { Entry::money(currency) } else { Entry::COUNT }
}

/// A figure as its field shows it.
pub(super) fn show(amount: Amount, currency: &Currency) -> String {
    match amount {
        Amount::Money(amount) => number::amount(currency, amount),
        Amount::Number(number) => number::trimmed(number, 4),
    }
}

/// A figure of a row.
pub(super) fn of(row: &ChannelActual, followed: Followed) -> Option<Amount> {
    match followed {
        Followed::Spend => row.spend.map(Amount::Money),
        Followed::Registrations => row.registrations.map(Amount::Number),
        Followed::Leads => row.leads.map(Amount::Number),
        Followed::Customers => row.customers.map(Amount::Number),
        Followed::Revenue => row.revenue.map(Amount::Money),
    }
}

fn set(row: &mut ChannelActual, followed: Followed, amount: Option<Amount>) {
    let money = amount.and_then(|amount| if let Amount::Money(money) = amount { Some(money) } else { None });
    let number = amount.and_then(|amount| if let Amount::Number(number) = amount { Some(number) } else { None });
    match followed {
        Followed::Spend => row.spend = money,
        Followed::Registrations => row.registrations = number,
        Followed::Leads => row.leads = number,
        Followed::Customers => row.customers = number,
        Followed::Revenue => row.revenue = money,
    }
}

fn is_blank(row: &ChannelActual) -> bool {
    Followed::ALL.into_iter().all(|followed| of(row, followed).is_none())
}

/// Puts a figure into its month, or takes it out; a row that says nothing any more goes. Of a month that has two rows the
/// second counts, so it is the one that changes, and the first says nothing of this figure afterwards.
pub(super) fn put(
    actuals: &mut Actuals,
    period: Period,
    (channel, month): (&Id, u32),
    followed: Followed,
    amount: Option<Amount>,
) {
    let is_it = |row: &ChannelActual| row.channel == *channel && period.month_of(row.month) == Some(month);
    let mut rows = actuals.channels.iter_mut().filter(|row| is_it(row)).rev();
    if let Some(last) = rows.next() {
        set(last, followed, amount);
        rows.for_each(|earlier| set(earlier, followed, None));
    } else if amount.is_some() {
        let mut row = ChannelActual {
            month: period.month_start(month),
            channel: channel.clone(),
            spend: None,
            registrations: None,
            leads: None,
            customers: None,
            revenue: None,
        };
        set(&mut row, followed, amount);
        actuals.channels.push(row);
    }
    actuals.channels.retain(|row| !is_it(row) || !is_blank(row));
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const PERIOD: Period = Period { start: date(2026, 1, 1), months: 12 };

    const fn number(number: f64) -> Amount {
        Amount::Number(number)
    }

    #[test]
    fn a_figure_comes_changes_and_goes_with_its_row() {
        let mut actuals = Actuals::default();
        let sem = Id::new("sem");
        put(&mut actuals, PERIOD, (&sem, 2), Followed::Leads, None);
        assert!(actuals.channels.is_empty());
        put(&mut actuals, PERIOD, (&sem, 2), Followed::Leads, Some(number(3.0)));
        put(&mut actuals, PERIOD, (&sem, 2), Followed::Spend, Some(Amount::Money(Money::ZERO)));
        put(&mut actuals, PERIOD, (&sem, 3), Followed::Leads, Some(number(4.0)));
        assert_eq!(actuals.channels.len(), 2);
        assert_eq!(actuals.channels[0].month, date(2026, 3, 1));
        put(&mut actuals, PERIOD, (&sem, 2), Followed::Leads, None);
        assert_eq!((actuals.channels.len(), actuals.channels[0].leads), (2, None));
        put(&mut actuals, PERIOD, (&sem, 2), Followed::Spend, None);
        assert_eq!(actuals.channels.len(), 1);
    }

    #[test]
    fn of_a_month_that_is_there_twice_the_figure_changes_once_and_can_be_taken_out() {
        let mut actuals = Actuals::default();
        let sem = Id::new("sem");
        put(&mut actuals, PERIOD, (&sem, 0), Followed::Leads, Some(number(3.0)));
        let mut twice = actuals.channels[0].clone();
        (twice.month, twice.leads, twice.customers) = (date(2026, 1, 20), Some(5.0), Some(1.0));
        actuals.channels.push(twice);
        put(&mut actuals, PERIOD, (&sem, 0), Followed::Leads, Some(number(6.0)));
        assert_eq!(actuals.channels.len(), 1, "the first row said nothing else");
        assert_eq!((actuals.channels[0].leads, actuals.channels[0].customers), (Some(6.0), Some(1.0)));
    }
}
