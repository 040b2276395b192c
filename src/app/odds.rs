//! The odds of the open plan, drawn beside the window after each change.

use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use eframe::egui::{Context, Ui};

use super::worker::{Background, Cancel, Job};
use crate::calc::Report;
use crate::calc::odds::{self, Odds, Settings};
use crate::plan::Plan;

/// A plan, what it means, and how often it is drawn.
#[derive(Clone)]
struct Question {
    plan: Plan,
    report: Arc<Report>,
    draws: u32,
}

impl PartialEq for Question {
    /// Whether everything the odds depend on is the very same.
    fn eq(&self, asked: &Self) -> bool {
        let (one, other) = (&self.plan, &asked.plan);
        Arc::ptr_eq(&one.goal, &other.goal)
            && Arc::ptr_eq(&one.allocation, &other.allocation)
            && Arc::ptr_eq(&one.events, &other.events)
            && Arc::ptr_eq(&one.ripples, &other.ripples)
            && Arc::ptr_eq(&one.actuals, &other.actuals)
            && one.currency == other.currency
            && one.period == other.period
            && self.draws == asked.draws
    }
}

/// Follows a plan with its odds; another plan gets a follower of its own.
#[derive(Debug)]
pub struct Follower {
    job: Job<Question, Option<Arc<Odds>>>,
    draws: u32,
}

impl Follower {
    /// Draws this many times after each change.
    #[must_use]
    pub fn new(draws: u32) -> Self {
        Self { job: Job::new(draw), draws }
    }

    /// Asks about the plan as it stands; an unchanged one costs nothing.
    pub fn ask(&mut self, plan: &Plan, report: &Arc<Report>, ctx: &Context, background: Background) {
        let question = Question { plan: plan.clone(), report: Arc::clone(report), draws: self.draws };
        self.job.ask(question, ctx, background);
    }

    /// What was found last.
    #[must_use]
    pub fn shown(&self) -> Option<Shown<'_>> {
        let (odds, is_fresh) = self.job.latest()?;
        odds.as_ref().map(|odds| Shown { odds, is_fresh })
    }
}

/// Odds to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The odds.
    pub odds: &'a Arc<Odds>,
    /// Whether they are those of the plan as it stands, not of the one before the last change.
    pub is_fresh: bool,
}

impl Shown<'_> {
    /// Draws what depends on the odds: dimmed until they are those of the plan as it stands.
    pub fn dimmed<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
        ui.scope(|ui| {
            if !self.is_fresh {
                ui.multiply_opacity(0.5);
            }
            content(ui)
        })
        .inner
    }
}

fn draw(question: &Question, cancel: &Cancel) -> Option<Arc<Odds>> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let stop = || cancel.is_cancelled();
    let settings = Settings { draws: question.draws, seed: odds::SEED, threads, stop: &stop };
    odds::odds(&question.plan, &question.report, &settings).map(Arc::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calc;
    use crate::plan::Estimate;

    #[test]
    fn the_odds_before_a_change_stand_until_the_new_ones_are_there() {
        let mut plan = crate::file::read_text(include_str!("../../saved_plans/worked-case.ron")).unwrap();
        let ctx = Context::default();
        let mut follower = Follower::new(odds::DRAWS);
        let follow = |follower: &mut Follower, plan: &Plan, before: Option<&Arc<Odds>>| {
            let report = Arc::new(calc::report(plan));
            let question = Question { plan: plan.clone(), report: Arc::clone(&report), draws: odds::DRAWS };
            let expected = draw(&question, &Cancel::default()).unwrap();
            for _ in 0..20_000 {
                follower.ask(plan, &report, &ctx, Background::Threads);
                match follower.shown() {
                    Some(Shown { odds, is_fresh: true }) => {
                        assert_eq!(*odds, expected);
                        return expected;
                    }
                    shown => assert_eq!(shown.map(|shown| shown.odds), before, "never nothing, never a mixture"),
                }
                thread::sleep(std::time::Duration::from_millis(1));
            }
            unreachable!("the odds never came");
        };
        let first = follow(&mut follower, &plan, None);
        let ripple = &mut Arc::make_mut(&mut plan.ripples)[0];
        ripple.funnel.audience = Estimate::between(400.0, 300.0, 500.0);
        let second = follow(&mut follower, &plan, Some(&first));
        assert_ne!(first, second);
        let tracked = crate::file::read_text(include_str!("../../saved_plans/worked-case-track.ron")).unwrap();
        plan.actuals = tracked.actuals;
        let third = follow(&mut follower, &plan, Some(&second));
        assert_ne!(second, third, "what happened moves them");
    }
}
