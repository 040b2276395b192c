//! Numbers of several channels and events together.

use crate::calc::allocation::{Subtotal, group_numbers};
use crate::calc::finding::{Place, Section};
use crate::plan::allocation::Task;
use crate::plan::{Channel, Event, Id, Money};

use super::channel::{Row, unit_of, won};
use super::event::contacts;
use super::source::{Label, Source, Unit};
use super::term::Term;
use super::{Asked, By, Figure, OfChannel, OfEvent, OfParty, OfSum, Value, Whole, Yield, only, sum_of};

impl Asked<'_> {
    pub(super) fn sum_value(&self, whole: &Whole, by: By, of: OfSum) -> Option<Value> {
        let rows = self.rows(by);
        let sum = match whole {
            Whole::Task(task) => rows.task(*task),
            Whole::Group(id) => rows.groups.get(self.group(id)?)?,
            Whole::All => &rows.total,
            Whole::Class(class) => {
                let of_class = |yields: &[f64; 2]| yields[*class as usize];
                return match of {
                    OfSum::Yield(Yield::Leads) => Some((of_class(&rows.leads), Unit::Count)),
                    OfSum::Yield(Yield::Customers) => Some((of_class(&rows.customers), Unit::Count)),
                    OfSum::Yield(Yield::Revenue) => Some((of_class(&rows.revenue), Unit::Money)),
                    _ => None,
                };
            }
        };
        self.subtotal_value(sum, by, of)
    }

    fn subtotal_value(&self, sum: &Subtotal, by: By, of: OfSum) -> Option<Value> {
        match of {
            OfSum::Spend => (!sum.too_large).then(|| (self.units(sum.spend), Unit::Money)),
            OfSum::Share => self.share_of(sum.share, by).filter(|_| !sum.too_large),
            OfSum::Yield(of) => Some((won(&sum.won, of), unit_of(of))),
            OfSum::AverageCost => Some((sum.average_cost?, Unit::Price)),
        }
    }

    pub(super) fn sum_term(&self, whole: &Whole, by: By, of: OfSum) -> Option<Term> {
        let figure = |whole: &Whole, of| self.figure(Figure::Sum(whole.clone(), by, of));
        match (whole, of) {
            (_, OfSum::Share) => Some(figure(whole, OfSum::Spend)?.over(figure(&Whole::All, OfSum::Spend)?)),
            (_, OfSum::AverageCost) => {
                Some(figure(whole, OfSum::Spend)?.over(figure(whole, OfSum::Yield(Yield::Registrations))?))
            }
            (Whole::Class(class), OfSum::Yield(of @ (Yield::Customers | Yield::Revenue))) if by == By::Plan => {
                let (before, factor) = match of {
                    Yield::Customers => (Yield::Leads, self.close_rate(*class)),
                    _ => (Yield::Customers, self.customer_value(*class)),
                };
                Some(Term::Product(vec![figure(whole, OfSum::Yield(before))?, factor]))
            }
            (Whole::All, of) => {
                let tasks = Task::ALL.map(|task| figure(&Whole::Task(task), of));
                Some(sum_of(tasks.into_iter().collect::<Option<Vec<_>>>()?, unit(of)))
            }
            _ => {
                let channels = self.channels_of(whole, by)?;
                let channels = channels.into_iter().map(|row| self.of_channel(&row, by, of));
                let events = self.events_of(whole).into_iter().map(|index| self.of_event(index, of));
                // What cannot be told of one of them cannot be told of all.
                Some(sum_of(channels.chain(events).collect::<Option<Vec<_>>>()?, unit(of)))
            }
        }
    }

    /// The channels of a whole. One whose id another has too leads nowhere.
    fn channels_of<'a>(&'a self, whole: &Whole, by: By) -> Option<Vec<Row<'a>>> {
        let group = if let Whole::Group(id) = whole { Some(self.group(id)?) } else { None };
        let channels = self.plan.allocation.channels.iter().zip(group_numbers(&self.plan.allocation));
        let belongs = |channel: &Channel, number: Option<usize>| match whole {
            Whole::Task(task) => channel.task == *task,
            Whole::Group(_) => number == group,
            Whole::Class(class) => channel.task.class() == *class,
            Whole::All => true,
        };
        let of = channels.filter(|(channel, number)| belongs(channel, *number));
        of.map(|(channel, _)| self.row(&channel.id, by)).collect()
    }

    fn events_of(&self, whole: &Whole) -> Vec<usize> {
        let belongs = |event: &Event| match whole {
            Whole::Task(task) => event.task == *task,
            Whole::Group(_) => false,
            Whole::Class(class) => event.class == *class,
            Whole::All => true,
        };
        let events = self.plan.events.iter().enumerate();
        events.filter(|(_, event)| belongs(event)).map(|(index, _)| index).collect()
    }

    fn of_channel(&self, row: &Row, by: By, of: OfSum) -> Option<Term> {
        match of {
            OfSum::Spend => self.spend(row, by),
            OfSum::Yield(of) if won(&row.report.won, of) == 0.0 => Some(Term::Number(0.0)),
            OfSum::Yield(of) => self.figure(Figure::Channel(row.channel.id.clone(), by, OfChannel::Yield(of))),
            OfSum::Share | OfSum::AverageCost => None,
        }
    }

    pub(super) fn of_event(&self, index: usize, of: OfSum) -> Option<Term> {
        let (event, report) = (self.plan.events.get(index)?, self.report.events.get(index)?);
        match of {
            OfSum::Spend if report.own_share == Money::ZERO => Some(Term::Number(0.0)),
            OfSum::Spend => self.figure(Figure::Party(event.id.clone(), event.us.clone()?, OfParty::Share)),
            OfSum::Yield(Yield::Registrations) => Some(Term::Number(0.0)),
            OfSum::Yield(Yield::Contacts) => Some(contacts(event)),
            OfSum::Yield(of) => self.figure(Figure::Event(event.id.clone(), OfEvent::Yield(of))),
            OfSum::Share | OfSum::AverageCost => None,
        }
    }

    /// Where a group stands.
    fn group(&self, id: &Id) -> Option<usize> {
        let groups = self.plan.allocation.groups.iter().enumerate();
        only(groups.filter(|(_, group)| group.id == *id)).map(|(index, _)| index)
    }

    pub(super) fn unallocated(&self) -> Option<Value> {
        self.report.allocation.unallocated.map(|left| (self.units(left), Unit::Money))
    }

    pub(super) fn unallocated_term(&self) -> Option<Term> {
        let budget = self.units(self.plan.allocation.budget?);
        let place = Place::of(Section::Allocation, "budget");
        let budget = Source::typed(Label::Words("common-budget"), place, budget, Unit::Money);
        Some(Term::from(budget).less(self.figure(Figure::Sum(Whole::All, By::Plan, OfSum::Spend))?))
    }
}

fn unit(of: OfSum) -> Unit {
    match of {
        OfSum::Spend => Unit::Money,
        OfSum::Share => Unit::Percent,
        OfSum::Yield(of) => unit_of(of),
        OfSum::AverageCost => Unit::Price,
    }
}
