//! Attention on the day of an event.

use crate::calc::finding::{Place, Section};
use crate::calc::numbers::count;
use crate::calc::topics::{EventMark, day_number, peak};
use crate::plan::{Id, Topic};

use super::source::{Kind, Label, Source, Unit};
use super::term::Term;
use super::{Asked, Figure, Value, only, sum_of};

impl<'a> Asked<'a> {
    fn mark(&self, id: &Id) -> Option<&'a EventMark> {
        only(self.report.topics.marks.iter().filter(|mark| mark.id == *id))
    }

    pub(super) fn attention_value(&self, id: &Id) -> Option<Value> {
        self.mark(id).map(|mark| (mark.attention, Unit::Factor))
    }

    /// peak ÷ e^(d² ÷ 2σ²) of each topic, d days from its best day.
    pub(super) fn attention_term(&self, id: &Id) -> Option<Term> {
        let mark = self.mark(id)?;
        let day = day_number(self.plan, mark.day);
        let of = self.plan.topics.list.iter().filter_map(|topic| self.bell(topic, day));
        Some(sum_of(of, Unit::Factor))
    }

    fn bell(&self, topic: &Topic, day: f64) -> Option<Term> {
        let days = day - peak(self.plan, topic)?;
        let place = |field| Place::item(Section::Topics, &topic.id, field);
        let label = |key| Label::Of(key, Section::Topics, topic.id.clone());
        if !(topic.spread_days > 0.0 && topic.spread_days.is_finite()) {
            return None;
        }
        let typed = (topic.peak, count(topic.peak));
        let height = Source::typed(label("topics-peak"), place("peak"), typed.1, Unit::Factor);
        let height = height.of_kind(Kind::used(typed.0, typed.1));
        let days = Source::calculated(label("explain-days-apart"), days, Unit::Count).leading_to(place("peak_day"));
        let spread = Source::typed(label("topics-spread"), place("spread_days"), topic.spread_days, Unit::Count);
        let square = |source: Source| Term::from(source).to_the(Term::Number(2.0));
        let below = Term::Product(vec![Term::Number(2.0), square(spread)]);
        let base = Source::fixed("explain-e", std::f64::consts::E, Unit::Factor).as_letter("e");
        Some(Term::from(height).over(Term::from(base).to_the(square(days).over(below))))
    }

    pub(super) fn carried_value(&self, id: &Id) -> Option<Value> {
        let mark = self.mark(id)?;
        (self.report.topics.highest > 0.0).then_some((mark.share, Unit::Percent))
    }

    pub(super) fn carried_term(&self, id: &Id) -> Option<Term> {
        let highest = Source::calculated(Label::Words("explain-highest"), self.report.topics.highest, Unit::Factor);
        Some(self.figure(Figure::Attention(id.clone()))?.over(highest.into()))
    }
}
