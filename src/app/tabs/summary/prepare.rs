//! What is handed over, made beside the window: the summary, its document, its pages.

use std::sync::Arc;

use crate::app::worker::Cancel;
use crate::calc::Report;
use crate::calc::odds::{DRAWS, Odds, SEED, Settings};
use crate::calc::scenario::alternatives::{alternatives, first_scenarios};
use crate::plan::{Plan, Scenario};
use crate::report::document::Document;
use crate::report::pages::{self, Pages, Passage, Setting};
use crate::report::{Part, Summary};
use crate::words::{Language, Words};

/// What is to be handed over, and how.
#[derive(Clone, Debug)]
pub struct Question {
    pub plan: Plan,
    /// The base plan, with the scenarios that stand side by side.
    pub base: Plan,
    /// The scenario that `plan` is.
    pub scenario: Option<Scenario>,
    pub report: Arc<Report>,
    /// The odds of this very plan.
    pub odds: Option<Arc<Odds>>,
    pub parts: Vec<Part>,
    pub language: Language,
    pub setting: Setting,
    pub is_grey: bool,
}

impl PartialEq for Question {
    /// Whether everything that is written is the very same.
    fn eq(&self, other: &Self) -> bool {
        self.plan.same_as(&other.plan)
            && self.base.same_as(&other.base)
            && self.scenario == other.scenario
            && self.odds.as_ref().map(Arc::as_ptr) == other.odds.as_ref().map(Arc::as_ptr)
            && self.parts == other.parts
            && self.language == other.language
            && self.setting == other.setting
            && self.is_grey == other.is_grey
    }
}

/// What is handed over in any form.
#[derive(Debug)]
pub struct Prepared {
    pub summary: Summary,
    pub document: Document,
    pub pages: Arc<Pages>,
    /// What each page says.
    pub passages: Vec<Vec<Passage>>,
    /// The page on which each part begins, for those that have something to say.
    pub begins: Vec<(Part, usize)>,
}

/// Makes it; nothing where nobody waits for it any more.
pub fn prepare(question: &Question, cancel: &Cancel) -> Option<Arc<Prepared>> {
    let Question { plan, report, odds, parts, language, setting, is_grey, .. } = question;
    let words = Words::of(*language);
    let go_on = || (!cancel.is_cancelled()).then_some(());
    let mut summary = Summary::of(plan, report, words);
    if let Some(odds) = odds {
        summary = summary.with_odds(plan, report, odds, words);
    }
    go_on()?;
    let summary = with_scenarios(summary, question, cancel)?;
    let mut summary = summary.with_frontier(report);
    if parts.contains(&Part::Calculations) {
        summary = summary.with_calculations(plan, report, odds.as_deref(), words);
    }
    go_on()?;
    let document = Document::with(&summary, parts);
    let pages = pages::lay_out(&document, setting, words);
    let pages = if *is_grey { pages.in_grey() } else { pages };
    go_on()?;
    let passages = (0..pages.pages.len()).map(|page| pages.passages(page)).collect();
    let begins = document.parts.iter().filter_map(|(part, before)| Some((*part, pages.page_of_section(*before)?)));
    Some(Arc::new(Prepared { begins: begins.collect(), passages, pages: Arc::new(pages), summary, document }))
}

/// With the scenarios of the plan side by side, as many as have room.
fn with_scenarios(summary: Summary, question: &Question, cancel: &Cancel) -> Option<Summary> {
    let Question { base, scenario, odds, language, .. } = question;
    let summary = summary.in_scenario(scenario.as_ref());
    if base.scenarios.is_empty() {
        return Some(summary);
    }
    let (shown, left_out) = first_scenarios(base);
    let stop = || cancel.is_cancelled();
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let draws = odds.as_ref().map_or(DRAWS, |odds| odds.draws);
    let all = alternatives(base, &shown, &Settings { draws, seed: SEED, threads, stop: &stop })?;
    Some(summary.with_scenarios(&all, &left_out, Words::of(*language)))
}
