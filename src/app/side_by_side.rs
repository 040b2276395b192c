//! The base plan and its scenarios side by side, calculated beside the window.

use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use eframe::egui::Context;

use super::worker::{Background, Cancel, Job};
use crate::calc::odds::{self, Settings};
use crate::calc::scenario::alternatives::{MOST, alternatives};
use crate::plan::{Id, Plan, Scenario};
use crate::report::document::Block;
use crate::report::document::scenarios::SideBySide;
use crate::report::summary::scenarios::CompareAnswer;
use crate::words::{Language, Words};

/// What is compared.
#[derive(Clone)]
struct Question {
    base: Plan,
    scenarios: Vec<Id>,
    language: Language,
    draws: u32,
}

impl PartialEq for Question {
    fn eq(&self, asked: &Self) -> bool {
        self.base.same_as(&asked.base)
            && self.scenarios == asked.scenarios
            && self.language == asked.language
            && self.draws == asked.draws
    }
}

/// Which scenarios stand side by side, and what was found of them.
pub struct Comparing {
    job: Job<Question, Option<Arc<Vec<Block>>>>,
    draws: u32,
    /// Those that somebody chose; the first ones where nobody has.
    chosen: Option<Vec<Id>>,
}

impl Comparing {
    /// Draws each so many times.
    #[must_use]
    pub fn new(draws: u32) -> Self {
        Self { job: Job::new(compare), draws, chosen: None }
    }

    /// The scenarios that are shown, in the plan's order.
    #[must_use]
    pub fn shown<'a>(&self, base: &'a Plan) -> Vec<&'a Scenario> {
        let is_chosen = |scenario: &&Scenario| self.chosen.as_ref().is_none_or(|chosen| chosen.contains(&scenario.id));
        base.scenarios.iter().filter(is_chosen).take(MOST).collect()
    }

    /// Whether a scenario is shown.
    #[must_use]
    pub fn shows(&self, base: &Plan, id: &Id) -> bool {
        self.shown(base).iter().any(|scenario| scenario.id == *id)
    }

    /// Shows a scenario, or leaves it out.
    pub fn toggle(&mut self, base: &Plan, id: &Id) {
        let mut shown: Vec<Id> = self.shown(base).into_iter().map(|scenario| scenario.id.clone()).collect();
        let before = shown.len();
        shown.retain(|other| other != id);
        if shown.len() == before {
            shown.push(id.clone());
        }
        self.chosen = Some(shown);
    }

    /// Asks about the plan as it stands; an unchanged one costs nothing.
    pub fn ask(&mut self, base: &Plan, language: Language, ctx: &Context, background: Background) {
        let scenarios = self.shown(base).into_iter().map(|scenario| scenario.id.clone()).collect();
        let question = Question { base: base.clone(), scenarios, language, draws: self.draws };
        self.job.ask(question, ctx, background);
    }

    /// What was found last, and whether it is about what was asked last.
    #[must_use]
    pub fn latest(&self) -> Option<(&[Block], bool)> {
        let (blocks, is_fresh) = self.job.latest()?;
        blocks.as_ref().map(|blocks| (blocks.as_slice(), is_fresh))
    }
}

fn compare(question: &Question, cancel: &Cancel) -> Option<Arc<Vec<Block>>> {
    let Question { base, scenarios, language, draws } = question;
    let words = Words::of(*language);
    let (shown, left_out): (Vec<&Scenario>, Vec<&Scenario>) =
        base.scenarios.iter().partition(|scenario| scenarios.contains(&scenario.id));
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let stop = || cancel.is_cancelled();
    let settings = Settings { draws: *draws, seed: odds::SEED, threads, stop: &stop };
    let all = alternatives(base, &shown, &settings)?;
    let answer = CompareAnswer::of(&all, &left_out, words)?;
    let side_by_side =
        SideBySide { all: &answer.scenarios, measure: answer.measure.0, currency: &base.currency, words };
    // Which are left out can be seen where they are chosen.
    Some(Arc::new(side_by_side.blocks(&[])))
}
