//! What can be wrong with a pyramid and its assessment.

use crate::calc::finding::Severity::{Advice, Warning};
use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::calc::numbers::problems::NumberProblem;
use crate::calc::team::problems::TeamProblem;
use crate::plan::pyramid::{Pyramid, Score};
use crate::plan::{Id, Money};

use super::{FEWEST_CRITERIA, LevelReport, PyramidReport};

/// What can be wrong with a pyramid and its assessment.
#[derive(Clone, Debug)]
pub enum PyramidProblem {
    /// The pyramid is not assessed yet.
    NoAssessment,
    /// A level has fewer than four criteria.
    FewCriteria {
        /// 1 to 5.
        level: u8,
        /// How many it has.
        criteria: usize,
    },
    /// A full score without evidence.
    NoEvidence,
    /// "Not applicable" without a reason.
    NoReason,
    /// Some criteria of the next level are answered and some are not.
    LevelOpen {
        /// 1 to 5.
        level: u8,
        /// How many are answered.
        answered: usize,
        /// How many there are.
        criteria: usize,
    },
    /// The next level is short of the threshold.
    LevelShort {
        /// 1 to 5.
        level: u8,
        /// Threshold less score.
        by: f64,
        /// The cheapest step: its criterion and its cost.
        step: Option<(Id, Money)>,
    },
}

impl Problem for PyramidProblem {
    fn kind(&self) -> (Severity, &'static str) {
        match self {
            Self::NoAssessment => (Advice, "no-assessment"),
            Self::FewCriteria { .. } => (Advice, "few-criteria"),
            Self::NoEvidence => (Warning, "no-evidence"),
            Self::NoReason => (Warning, "no-reason"),
            Self::LevelOpen { .. } => (Advice, "level-open"),
            Self::LevelShort { .. } => (Advice, "level-short"),
        }
    }

    fn values(self) -> Values {
        match self {
            Self::FewCriteria { level, criteria } => vec![
                ("level", Value::Count(level.into())),
                ("name", Value::Level(level)),
                ("criteria", Value::Count(criteria)),
            ],
            Self::LevelOpen { level, answered, criteria } => vec![
                ("level", Value::Count(level.into())),
                ("name", Value::Level(level)),
                ("answered", Value::Count(answered)),
                ("criteria", Value::Count(criteria)),
            ],
            Self::LevelShort { level, by, step } => {
                let mut values = vec![
                    ("level", Value::Count(level.into())),
                    ("name", Value::Level(level)),
                    ("by", Value::Score(by)),
                    ("step", Value::Choice(if step.is_some() { "known" } else { "none" })),
                ];
                if let Some((criterion, cost)) = step {
                    values.push(("criterion", Value::Criterion(criterion)));
                    values.push(("cost", Value::Money(cost)));
                }
                values
            }
            _ => Vec::new(),
        }
    }
}

/// What to mend in the pyramid.
pub(in crate::calc) fn findings(pyramid: &Pyramid, report: &PyramidReport, out: &mut Vec<Finding>) {
    let at = |field| Place::of(Section::Pyramid, field);
    let Some(assessment) = report.latest.and_then(|index| pyramid.assessments.get(index)) else {
        out.push(Finding::new(at("assessments"), PyramidProblem::NoAssessment));
        return;
    };
    if !(pyramid.threshold > 0.0 && pyramid.threshold <= 1.0) {
        out.push(Finding::new(at("threshold"), NumberProblem::RateOutOfRange));
    }
    // Of the levels that ask nothing yet only the lowest is next.
    let next_empty = report.levels.iter().find(|level| level.criteria == 0).map(|level| level.level);
    let is_few = |level: &&LevelReport| match level.criteria {
        0 => Some(level.level) == next_empty,
        criteria => criteria < FEWEST_CRITERIA,
    };
    for level in report.levels.iter().filter(is_few) {
        let problem = PyramidProblem::FewCriteria { level: level.level, criteria: level.criteria };
        out.push(Finding::new(at("criteria"), problem));
    }
    for criterion in &pyramid.criteria {
        let at = |field| Place::item(Section::Pyramid, &criterion.id, field);
        // What is not answered yet needs no owner yet.
        let Some(answer) = assessment.answers.get(&criterion.id) else { continue };
        if criterion.owner.is_none() {
            out.push(Finding::new(at("owner"), TeamProblem::NoOwner));
        }
        let problem = match answer.score {
            Score::Full => PyramidProblem::NoEvidence,
            Score::NotApplicable => PyramidProblem::NoReason,
            _ => continue,
        };
        if answer.evidence.trim().is_empty() {
            out.push(Finding::new(at("evidence"), problem));
        }
    }
    let next = report.next_level().and_then(|level| report.level(level));
    out.extend(next.and_then(|next| next_level(next, pyramid, report)).map(|found| Finding::new(at("level"), found)));
}

/// What keeps the next level from holding, once it is begun.
fn next_level(next: &LevelReport, pyramid: &Pyramid, report: &PyramidReport) -> Option<PyramidProblem> {
    let &LevelReport { level, criteria, open, .. } = next;
    if next.is_begun() {
        return Some(PyramidProblem::LevelOpen { level, answered: criteria - open, criteria });
    }
    let step = report.next_step().map(|step| (step.criterion.clone(), step.cost));
    Some(PyramidProblem::LevelShort { level, by: pyramid.threshold - next.score?, step })
}
