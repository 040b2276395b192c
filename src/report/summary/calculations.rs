//! How the main numbers of a plan come about, in words; made only where it is asked for.

use crate::calc::Report;
use crate::calc::explain::{
    Asked, By, Figure, OfChannel, OfEvent, OfParty, OfStep, OfSum, Quantity, Standing, Whole, Yield,
};
use crate::calc::odds::Odds;
use crate::plan::Plan;
use crate::plan::allocation::{Class, Task};
use crate::plan::goal::Measure;
use crate::report::lookup::Lookup;
use crate::report::sentences::explained::{Told, told_at_length};
use crate::words::Words;

use super::Summary;

/// How one number comes about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calculation {
    /// What it is.
    pub heading: String,
    /// Its formula.
    pub formula: String,
    /// The formula with its numbers, and what it comes to.
    pub filled: String,
    /// Where its numbers come from.
    pub sources: String,
    /// What else to know.
    pub note: Option<String>,
}

/// Channels beyond these are left to the window.
const MOST_CHANNELS: usize = 40;

impl Summary {
    /// The same summary with how its main numbers come about.
    #[must_use]
    pub fn with_calculations(self, plan: &Plan, report: &Report, odds: Option<&Odds>, words: &Words) -> Self {
        let (asked, lookup) = (Asked { plan, report, odds }, Lookup::indexed(plan, words));
        let told = main_figures(plan).into_iter().filter_map(|figure| {
            let explanation = asked.explain(&figure).filter(|explanation| explanation.value != 0.0)?;
            (!explanation.term.is_leaf()).then(|| Calculation::of(&told_at_length(&lookup, &explanation), words))
        });
        let calculations = told.collect();
        Self { calculations, ..self }
    }
}

impl Calculation {
    fn of(told: &Told, words: &Words) -> Self {
        Self {
            heading: told.heading(words),
            formula: told.formula_line(words),
            filled: told.filled_line(),
            sources: told.sources_line(words),
            note: told.note.clone(),
        }
    }
}

/// From the goal back to what each channel buys.
fn main_figures(plan: &Plan) -> Vec<Figure> {
    let goal = |side| [Quantity::Customers, Quantity::Revenue, Quantity::Share].map(|of| Figure::Goal(side, of));
    let won = [Yield::Leads, Yield::Customers, Yield::Revenue];
    let sum = |whole: Whole, of: OfSum| Figure::Sum(whole, By::Plan, of);
    let mut figures: Vec<Figure> = goal(Standing::Reached).into_iter().chain(goal(Standing::Expected)).collect();
    figures.extend(Measure::ALL.map(|measure| Figure::Chance(Some(measure))));
    figures.extend(won.map(Figure::Won));
    for class in Class::ALL {
        figures.extend(won.map(|of| sum(Whole::Class(class), OfSum::Yield(of))));
    }
    figures
        .extend([OfSum::Spend, OfSum::Yield(Yield::Registrations), OfSum::AverageCost].map(|of| sum(Whole::All, of)));
    figures.extend(Task::ALL.map(|task| sum(Whole::Task(task), OfSum::Yield(Yield::Registrations))));
    for channel in plan.allocation.channels.iter().take(MOST_CHANNELS) {
        let of = [OfChannel::Yield(Yield::Registrations), OfChannel::Yield(Yield::Leads)];
        figures.extend(of.map(|of| Figure::Channel(channel.id.clone(), By::Plan, of)));
    }
    for event in plan.events.iter() {
        figures.push(Figure::Event(event.id.clone(), OfEvent::Total));
        figures.extend(event.us.iter().map(|us| Figure::Party(event.id.clone(), us.clone(), OfParty::Share)));
        figures.push(Figure::Event(event.id.clone(), OfEvent::Yield(Yield::Leads)));
    }
    for ripple in plan.ripples.iter() {
        for kind in crate::calc::ripple::StepKind::ALL {
            let of = [OfStep::Customers, OfStep::Revenue, OfStep::Roi];
            figures.extend(of.map(|of| Figure::Step(ripple.id.clone(), kind, of)));
        }
    }
    figures
}
