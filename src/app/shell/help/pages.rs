//! What the help of each tab says, as the keys of its words.

use crate::app::command::Tab;
use crate::app::keys::{self, Group};

/// The help of a tab.
pub(super) struct Page {
    /// What the tab is for.
    pub(super) is: &'static str,
    /// What one does there, in order.
    pub(super) does: &'static [&'static str],
    /// Its terms, each with what it means.
    pub(super) terms: &'static [(&'static str, &'static str)],
}

/// The help of a tab, or of the program.
pub(super) fn page(tab: Option<Tab>) -> Page {
    match tab {
        None => START,
        Some(Tab::Overview) => OVERVIEW,
        Some(Tab::Goal) => GOAL,
        Some(Tab::Team) => TEAM,
        Some(Tab::Pyramid) => PYRAMID,
        Some(Tab::Allocation) => ALLOCATION,
        Some(Tab::Ripple) => RIPPLE,
        Some(Tab::Track) => TRACK,
        Some(Tab::Topics) => TOPICS,
        Some(Tab::Summary) => SUMMARY,
        Some(Tab::Settings) => SETTINGS,
    }
}

const START: Page = Page {
    is: "help-start",
    does: &["help-start-do-1", "help-start-do-2", "help-start-do-3"],
    terms: &[
        ("help-start-term-goal", "help-start-term-goal-means"),
        ("help-start-term-finding", "help-start-term-finding-means"),
    ],
};

const OVERVIEW: Page = Page {
    is: "help-overview",
    does: &["help-overview-do-1", "help-overview-do-2", "help-overview-do-3"],
    terms: &[
        ("help-overview-term-band", "help-overview-term-band-means"),
        ("help-overview-term-narrowest", "help-overview-term-narrowest-means"),
        ("help-overview-term-chance", "help-overview-term-chance-means"),
    ],
};

const GOAL: Page = Page {
    is: "help-goal",
    does: &["help-goal-do-1", "help-goal-do-2", "help-goal-do-3", "help-goal-do-4"],
    terms: &[
        ("help-goal-term-customer", "help-goal-term-customer-means"),
        ("help-goal-term-share", "help-goal-term-share-means"),
        ("help-goal-term-headline", "help-goal-term-headline-means"),
        ("help-goal-term-path", "help-goal-term-path-means"),
    ],
};

const TEAM: Page = Page {
    is: "help-team",
    does: &["help-team-do-1", "help-team-do-2", "help-team-do-3", "help-team-do-4"],
    terms: &[
        ("help-team-term-raci", "help-team-term-raci-means"),
        ("help-team-term-pulls", "help-team-term-pulls-means"),
        ("help-team-term-capacity", "help-team-term-capacity-means"),
    ],
};

const PYRAMID: Page = Page {
    is: "help-pyramid",
    does: &["help-pyramid-do-1", "help-pyramid-do-2", "help-pyramid-do-3", "help-pyramid-do-4"],
    terms: &[
        ("help-pyramid-term-levels", "help-pyramid-term-levels-means"),
        ("help-pyramid-term-threshold", "help-pyramid-term-threshold-means"),
        ("help-pyramid-term-evidence", "help-pyramid-term-evidence-means"),
    ],
};

const ALLOCATION: Page = Page {
    is: "help-allocation",
    does: &["help-allocation-do-1", "help-allocation-do-2", "help-allocation-do-3", "help-allocation-do-4"],
    terms: &[
        ("help-allocation-term-tasks", "help-allocation-term-tasks-means"),
        ("help-allocation-term-curve", "help-allocation-term-curve-means"),
        ("help-allocation-term-next", "help-allocation-term-next-means"),
        ("help-allocation-term-locked", "help-allocation-term-locked-means"),
        ("help-allocation-term-bus", "help-allocation-term-bus-means"),
    ],
};

const RIPPLE: Page = Page {
    is: "help-ripple",
    does: &["help-ripple-do-1", "help-ripple-do-2", "help-ripple-do-3", "help-ripple-do-4"],
    terms: &[
        ("help-ripple-term-ripple", "help-ripple-term-ripple-means"),
        ("help-ripple-term-round", "help-ripple-term-round-means"),
        ("help-ripple-term-roi", "help-ripple-term-roi-means"),
        ("help-ripple-term-range", "help-ripple-term-range-means"),
    ],
};

const TRACK: Page = Page {
    is: "help-track",
    does: &["help-track-do-1", "help-track-do-2", "help-track-do-3", "help-track-do-4"],
    terms: &[
        ("help-track-term-over", "help-track-term-over-means"),
        ("help-track-term-chance", "help-track-term-chance-means"),
        ("help-track-term-reading", "help-track-term-reading-means"),
    ],
};

const TOPICS: Page = Page {
    is: "help-topics",
    does: &["help-topics-do-1", "help-topics-do-2", "help-topics-do-3", "help-topics-do-4"],
    terms: &[
        ("help-topics-term-cycle", "help-topics-term-cycle-means"),
        ("help-topics-term-carries", "help-topics-term-carries-means"),
        ("help-topics-term-seven", "help-topics-term-seven-means"),
        ("help-topics-term-media", "help-topics-term-media-means"),
    ],
};

const SUMMARY: Page = Page {
    is: "help-summary",
    does: &["help-summary-do-1", "help-summary-do-2", "help-summary-do-3", "help-summary-do-4"],
    terms: &[
        ("help-summary-term-workbook", "help-summary-term-workbook-means"),
        ("help-summary-term-decide", "help-summary-term-decide-means"),
    ],
};

const SETTINGS: Page = Page {
    is: "help-settings",
    does: &["help-settings-do-1", "help-settings-do-2", "help-settings-do-3"],
    terms: &[
        ("help-settings-term-period", "help-settings-term-period-means"),
        ("help-settings-term-versions", "help-settings-term-versions-means"),
    ],
};

/// Keys that only this tab has.
pub(super) fn keys_of(tab: Option<Tab>) -> Vec<Group> {
    let titles: &[&str] = match tab {
        Some(Tab::Allocation) => &["keys-channels", "keys-grids"],
        Some(Tab::Track) => &["keys-grids"],
        Some(Tab::Team) => &["keys-team"],
        Some(Tab::Summary) => &["keys-pages"],
        _ => &[],
    };
    keys::all().into_iter().filter(|group| titles.contains(&group.title)).collect()
}
