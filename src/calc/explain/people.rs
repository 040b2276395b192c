//! Scores of the pyramid, and hours of the team.

use crate::calc::finding::{Place, Section};
use crate::calc::numbers::count;
use crate::calc::pyramid::criteria;
use crate::calc::team;
use crate::plan::Id;
use crate::plan::team::Person;

use super::source::{Kind, Label, Source, Unit};
use super::term::Term;
use super::{Asked, Figure, Value, only, sum_of};

impl<'a> Asked<'a> {
    pub(super) fn level_value(&self, level: u8) -> Option<Value> {
        self.report.pyramid.score(level).map(|score| (score, Unit::Factor))
    }

    /// The mean of the answers that count.
    pub(super) fn level_term(&self, level: u8) -> Option<Term> {
        let pyramid = &*self.plan.pyramid;
        let assessment = pyramid.assessments.get(self.report.pyramid.latest?)?;
        let answer = |criterion: &crate::plan::pyramid::Criterion| {
            let value = assessment.answers.get(&criterion.id)?.score.value()?;
            let label = Label::Item(Section::Pyramid, criterion.id.clone());
            let place = Place::item(Section::Pyramid, &criterion.id, "evidence");
            Some(Term::from(Source::typed(label, place, value, Unit::Factor)))
        };
        let answers: Vec<Term> = criteria(pyramid, level).filter_map(answer).collect();
        let number = Source::calculated(Label::Words("explain-answers"), length(&answers), Unit::Count);
        Some(sum_of(answers, Unit::Factor).over(number.into()))
    }

    pub(super) fn pyramid_value(&self) -> Option<Value> {
        self.report.pyramid.mean.map(|mean| (mean, Unit::Factor))
    }

    pub(super) fn pyramid_term(&self) -> Term {
        let levels = 1..=crate::plan::pyramid::LEVELS;
        let scores: Vec<Term> = levels.filter_map(|level| self.figure(Figure::Level(level))).collect();
        let number = Source::calculated(Label::Words("explain-levels"), length(&scores), Unit::Count);
        sum_of(scores, Unit::Factor).over(number.into())
    }

    fn person(&self, id: &Id) -> Option<(&'a Person, &'a team::Load)> {
        let people = self.plan.team.people.iter().zip(&self.report.team.loads);
        only(people.filter(|(person, _)| person.id == *id))
    }

    pub(super) fn effort_value(&self, id: &Id) -> Option<Value> {
        self.person(id).map(|(_, load)| (load.effort, Unit::Hours))
    }

    /// Hours for each function, and for all else.
    pub(super) fn effort_term(&self, id: &Id) -> Option<Term> {
        let (person, _) = self.person(id)?;
        let functions = self.plan.team.functions.iter().flat_map(|function| {
            let own = function.assignments.iter().filter(|part| part.person == *id);
            own.map(|part| {
                let label = Label::Item(Section::Team, function.id.clone());
                hours(label, Place::item(Section::Team, &function.id, "assignments"), part.hours)
            })
        });
        let place = Place::item(Section::Team, &person.id, "other_hours");
        let other = hours(Label::Words("team-other-hours"), place, person.other_hours);
        Some(sum_of(functions.chain([other]), Unit::Hours))
    }

    pub(super) fn load_value(&self, id: &Id) -> Option<Value> {
        self.person(id)?.1.ratio().map(|ratio| (ratio, Unit::Percent))
    }

    pub(super) fn load_term(&self, id: &Id) -> Option<Term> {
        let (person, _) = self.person(id)?;
        let place = Place::item(Section::Team, &person.id, "capacity");
        let capacity = hours(Label::Words("team-capacity"), place, person.capacity);
        Some(self.figure(Figure::Effort(id.clone()))?.over(capacity))
    }
}

fn hours(label: Label, place: Place, typed: f64) -> Term {
    let used = count(typed);
    Source::typed(label, place, used, Unit::Hours).of_kind(Kind::used(typed, used)).into()
}

#[allow(clippy::cast_precision_loss)] // criteria and levels
fn length(terms: &[Term]) -> f64 {
    terms.len() as f64
}
