//! Channels that win more or less than their curve by more than chance.

use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::plan::Plan;

use super::TrackReport;
use super::verdict::Verdict;

/// A channel is off its curve.
#[derive(Clone, Copy, Debug)]
pub struct OffCurve {
    /// Whether it wins more.
    pub wins_more: bool,
    /// By which share of what its curve gives.
    pub by: f64,
}

impl Problem for OffCurve {
    /// Who wins more than planned need not hurry.
    fn kind(&self) -> (Severity, &'static str) {
        if self.wins_more { (Severity::Advice, "above-curve") } else { (Severity::Warning, "below-curve") }
    }

    fn values(self) -> Values {
        vec![("percent", Value::Percent(self.by))]
    }
}

/// Says which channels are off their curves.
pub(in crate::calc) fn findings(plan: &Plan, track: &TrackReport, out: &mut Vec<Finding>) {
    for (channel, row) in plan.allocation.channels.iter().zip(&track.channels) {
        let Some(part) = row.of_curve.filter(|_| row.verdict.is_beyond_chance()) else { continue };
        let problem = OffCurve { wins_more: row.verdict == Verdict::More, by: (part - 1.0).abs() };
        out.push(Finding::new(Place::item(Section::Track, &channel.id, "curve"), problem));
    }
}
