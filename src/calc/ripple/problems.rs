//! What can be wrong with a ripple.

use crate::calc::finding::Severity::{Error, Warning};
use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::calc::team::problems::TeamProblem;
use crate::plan::Ripple;
use crate::plan::ripple::OnSite;

use super::RippleReport;

/// What can be wrong with a ripple.
#[derive(Clone, Copy, Debug)]
pub enum RippleProblem {
    /// The share step counts followers, but no follow step is stated.
    WithoutFollow,
    /// Passing on grows, and nothing limits it.
    WithoutLimit {
        /// How many more people each person reached brings.
        reproduction: f64,
    },
}

impl Problem for RippleProblem {
    fn kind(&self) -> (Severity, &'static str) {
        match self {
            Self::WithoutFollow => (Error, "ripple-without-follow"),
            Self::WithoutLimit { .. } => (Warning, "ripple-without-limit"),
        }
    }

    fn values(self) -> Values {
        match self {
            Self::WithoutFollow => Vec::new(),
            Self::WithoutLimit { reproduction } => vec![("number", Value::Factor(reproduction))],
        }
    }
}

/// What to mend in a ripple.
pub(in crate::calc) fn findings(ripple: &Ripple, report: &RippleReport, out: &mut Vec<Finding>) {
    let at = |field| Place::item(Section::Ripple, &ripple.id, field);
    if ripple.owner.is_none() {
        out.push(Finding::new(at("owner"), TeamProblem::NoOwner));
    }
    let Some(share) = ripple.share else { return };
    if share.onsite == OnSite::Follow && ripple.follow.is_none() {
        out.push(Finding::new(at("onsite"), RippleProblem::WithoutFollow));
    }
    let reproduction = report.outcome.reproduction;
    if reproduction >= 1.0 && share.audience_limit.is_none() {
        out.push(Finding::new(at("audience_limit"), RippleProblem::WithoutLimit { reproduction }));
    }
}
