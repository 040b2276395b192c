//! What a plan **means**: pure functions, plan in, report and findings out. No clock, no disk, no window.
//!
//! [`report`] runs the whole chain: money → registrations → leads → customers → revenue → goal. Each file of this
//! room calculates one subject and checks it; the formulas stand at the functions that use them.

pub mod allocation;
pub mod backwards;
pub mod best_allocation;
pub mod calendar;
pub mod chain;
pub mod content;
pub mod currency;
pub mod curve;
pub mod duties;
mod elementary;
mod estimates;
pub mod event;
pub mod explain;
pub mod finding;
pub mod goal;
pub mod happened;
pub mod learn;
pub mod months;
pub mod next;
pub mod numbers;
pub mod odds;
pub mod period;
pub mod progress;
pub mod pyramid;
pub mod references;
pub mod removal;
pub mod rest;
pub mod ripple;
pub mod risk;
pub mod rollup;
pub mod scenario;
pub mod schedule;
pub mod settlement;
pub mod split;
pub mod suggestion;
pub mod team;
pub mod topics;
pub mod track;
pub mod ways;

use crate::plan::Plan;

pub use allocation::AllocationReport;
pub use backwards::Backwards;
pub use chain::ChainReport;
pub use content::ContentReport;
pub use event::EventReport;
pub use finding::{Finding, Place, Section, Severity};
pub use goal::GoalReport;
pub use happened::Happened;
pub use pyramid::PyramidReport;
pub use rest::{Basis, Rest};
pub use ripple::RippleReport;
pub use suggestion::Suggestion;
pub use team::TeamReport;
pub use topics::TopicsReport;
pub use track::TrackReport;

/// Everything a plan means, and everything a person should mend in it.
#[derive(Clone, Debug)]
pub struct Report {
    /// Targets, what is expected of them, month by month.
    pub goal: GoalReport,
    /// Who answers for what, and who has too much to do.
    pub team: TeamReport,
    /// Scores, the reached level, what blocks the next.
    pub pyramid: PyramidReport,
    /// What each channel buys, by the plan.
    pub allocation: AllocationReport,
    /// What happened in months that are over, and what comes of it with the rest of the plan; `None` where nothing is known.
    pub happened: Option<Happened>,
    /// The months that are left, where something is known of some that are over.
    pub rest: Option<Rest>,
    /// The best split of the money that is allocated, where it can be searched while a plan is edited.
    pub same_money: Option<Suggestion>,
    /// Shares of each event, in the plan's order.
    pub events: Vec<EventReport>,
    /// Steps of each ripple, in the plan's order.
    pub ripples: Vec<RippleReport>,
    /// 7S, customer loop, media mix.
    pub content: ContentReport,
    /// Attention over the period.
    pub topics: TopicsReport,
    /// What happened, against the plan.
    pub track: TrackReport,
    /// Money to goal by source, and its narrowest place.
    pub chain: ChainReport,
    /// From the goal back to what it takes.
    pub backwards: Option<Backwards>,
    /// What a person should mend, worst first.
    pub findings: Vec<Finding>,
}

impl Report {
    /// What channels and events come to: by what happened where that is known, otherwise by the plan. Goal, chain and odds
    /// are about this.
    #[must_use]
    pub fn expected(&self) -> &AllocationReport {
        self.happened.as_ref().map_or(&self.allocation, |happened| &happened.allocation)
    }

    /// The better split of the same money where it is told with all its moves; of very many channels there is only the finding.
    #[must_use]
    pub fn told_whole(&self) -> Option<&Suggestion> {
        self.same_money.as_ref().filter(|suggestion| suggestion.is_short())
    }

    /// What a better split of the plan's money is sought from.
    #[must_use]
    pub fn basis<'a>(&'a self, plan: &'a Plan) -> Basis<'a> {
        Basis { plan, allocation: &self.allocation, rest: self.rest.as_ref() }
    }

    /// Revenue that is known to be won by channels.
    #[must_use]
    pub fn known_revenue(&self) -> months::Known {
        self.happened.as_ref().map(|happened| happened.revenue.clone()).unwrap_or_default()
    }
}

/// Calculates a plan. Never fails: what is wrong with the plan becomes a finding, and the rest is calculated
/// as if the wrong part were not there.
#[must_use]
pub fn report(plan: &Plan) -> Report {
    let events = event::reports(&plan.events);
    let ripples: Vec<_> = plan.ripples.iter().map(|ripple| ripple::report(ripple, &plan.currency)).collect();
    let allocation = allocation::report(plan, &events);
    let pyramid = pyramid::report(&plan.pyramid, &plan.currency);
    let ledger = track::ledger::ledger(plan);
    let happened = happened::happened(plan, &allocation, &ledger);
    let rest = happened.as_ref().and_then(|_| Rest::of(plan, &allocation, &ledger, ledger.over));
    let same_money = suggestion::of_same_money(Basis { plan, allocation: &allocation, rest: rest.as_ref() });
    let results = Results { allocation: &allocation, happened: happened.as_ref(), ripples: &ripples };
    let chain = chain::report(plan, &results);
    let goal = goal::report(plan, &results, &pyramid, &chain);
    let team = team::report(plan);
    let content = content::report(plan, &allocation);
    let topics = topics::report(plan);
    let track = track::report(plan, &allocation, ledger);
    let backwards = backwards::report(plan, &results, &chain, &goal);
    let mut report = Report {
        goal,
        team,
        pyramid,
        allocation,
        happened,
        rest,
        same_money,
        events,
        ripples,
        content,
        topics,
        track,
        chain,
        backwards,
        findings: Vec::new(),
    };
    report.findings = findings(plan, &report);
    report
}

/// What the chain to the goal is made from.
#[derive(Clone, Copy)]
pub struct Results<'a> {
    /// Channels and events, by the plan.
    pub allocation: &'a AllocationReport,
    /// What happened, where something is known.
    pub happened: Option<&'a Happened>,
    /// Ripples.
    pub ripples: &'a [RippleReport],
}

impl<'a> Results<'a> {
    /// Revenue that is known to be won.
    #[must_use]
    pub fn known_revenue(&self) -> months::Known {
        self.happened.map(|happened| happened.revenue.clone()).unwrap_or_default()
    }

    /// Channels and events, by what happened as far as that is known.
    #[must_use]
    pub fn expected(&self) -> &'a AllocationReport {
        self.happened.map_or(self.allocation, |happened| &happened.allocation)
    }
}

/// Everything a person should mend, worst first, otherwise in the order of the tabs.
fn findings(plan: &Plan, report: &Report) -> Vec<Finding> {
    let mut out = Vec::new();
    references::findings(plan, &mut out);
    estimates::findings(plan, &mut out);
    goal::problems::findings(plan, &report.goal, &mut out);
    team::problems::findings(&plan.team, &report.team, &mut out);
    pyramid::problems::findings(&plan.pyramid, &report.pyramid, &mut out);
    allocation::problems::findings(plan, &report.allocation, &mut out);
    schedule::problems::findings(plan, &report.allocation, &mut out);
    scenario::problems::findings(plan, &report.allocation, &mut out);
    suggestion::problems::findings(report.same_money.as_ref(), &mut out);
    chain::findings(plan, &report.chain, &mut out);
    for (event, row) in plan.events.iter().zip(&report.events) {
        event::problems::findings(plan, event, row, &mut out);
    }
    for (ripple, row) in plan.ripples.iter().zip(&report.ripples) {
        ripple::problems::findings(&plan.events, ripple, row, &mut out);
    }
    track::problems::findings(plan, &report.track, &mut out);
    topics::problems::findings(plan, &report.topics, &mut out);
    calendar::problems::findings(plan, &mut out);
    finding::sort(&mut out);
    out
}
