//! The open document: the plan, where it is saved, its history and its report.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::calc::{self, Report, scenario};
use crate::file::Fingerprint;
use crate::file::recovery::Left;
use crate::file::watch::Theirs;
use crate::plan::{Id, Money, Plan, Scenario};
use crate::words::Language;

use super::history::{Gesture, History, StepName};
use super::widgets::draft::Edit;

/// A plan that is open in the window.
pub struct Document {
    /// The base plan as it stands, with its scenarios.
    pub plan: Plan,
    /// The scenario that is looked at; which one is no part of the plan.
    scenario: Option<Id>,
    /// The plan as it is in that scenario.
    shown: Plan,
    path: Option<PathBuf>,
    fingerprint: Option<Fingerprint>,
    saved: Option<Plan>,
    unsaved: bool,
    /// The file is gone, or holds no plan any more: what is open is the only one there is.
    only_here: bool,
    history: History,
    report: Arc<Report>,
}

impl Document {
    /// A plan that is in no file yet.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        let report = Arc::new(calc::report(&plan));
        Self {
            shown: plan.clone(),
            plan,
            scenario: None,
            path: None,
            fingerprint: None,
            saved: None,
            unsaved: false,
            only_here: false,
            history: History::default(),
            report,
        }
    }

    /// A plan as it was read from its file.
    #[must_use]
    pub fn opened(path: &Path, plan: Plan, fingerprint: Fingerprint) -> Self {
        let saved = Some(plan.clone());
        Self { path: Some(path.to_owned()), fingerprint: Some(fingerprint), saved, ..Self::new(plan) }
    }

    /// Work that was left behind and is in no file, or its file is gone.
    #[must_use]
    pub fn recovered(left: &Left) -> Self {
        Self { path: left.about.path.clone(), unsaved: true, ..Self::new(left.plan.clone()) }
    }

    /// Puts another plan in the place of this one, in one step.
    pub fn replace(&mut self, plan: Plan, step: StepName) {
        let before = std::mem::replace(&mut self.plan, plan);
        self.observe(before, Some(step), Gesture::default());
    }

    /// The plan as it is in the scenario that is looked at; the base plan, with its scenarios, where that is none.
    #[must_use]
    pub fn shown(&self) -> &Plan {
        &self.shown
    }

    /// The scenario that is looked at.
    #[must_use]
    pub fn scenario(&self) -> Option<&Scenario> {
        scenario::find(&self.plan, self.scenario.as_ref()?)
    }

    /// Looks at a scenario, or at the base plan.
    pub fn choose(&mut self, scenario: Option<Id>) {
        self.scenario = scenario;
        self.refresh();
    }

    /// Takes in what became of the shown plan, which was `before`: of a scenario, money goes to it and all else to the base.
    pub fn put(&mut self, before: &Plan, after: Plan) {
        self.plan = match self.scenario() {
            Some(scenario) => scenario::divided(&self.plan, before, &after, &scenario.id),
            None => after,
        };
    }

    /// The file, if there is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// What the file looked like when it was read or saved here last.
    #[must_use]
    pub fn fingerprint(&self) -> Option<Fingerprint> {
        self.fingerprint
    }

    /// Whether something would be lost by closing.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.unsaved || self.only_here
    }

    /// Whether the plan is another one than was opened or saved last.
    #[must_use]
    pub fn is_edited(&self) -> bool {
        self.unsaved
    }

    /// The plan as it was opened or saved last.
    #[must_use]
    pub fn saved(&self) -> Option<&Plan> {
        self.saved.as_ref()
    }

    /// The file and what it looked like when it was read or written last.
    #[must_use]
    pub fn file(&self) -> Option<(&Path, Fingerprint)> {
        self.path.as_deref().zip(self.fingerprint)
    }

    /// Says whether the file is gone or broken, so that closing would lose the plan.
    pub fn is_only_here(&mut self, only_here: bool) {
        self.only_here = only_here;
    }

    /// Takes in what others wrote into the file: `plan`, made with it, takes this one's place in one step, and saving goes over
    /// theirs without a question.
    pub fn take_in(&mut self, plan: Plan, theirs: &Theirs, step: StepName) {
        self.saved = Some(theirs.plan.clone());
        self.fingerprint = Some(theirs.fingerprint);
        self.only_here = false;
        let before = std::mem::replace(&mut self.plan, plan);
        let changed = self.plan != before;
        self.history.observe(before, changed.then_some(step), Gesture::default());
        self.refresh();
    }

    /// What the shown plan means.
    #[must_use]
    pub fn report(&self) -> Arc<Report> {
        Arc::clone(&self.report)
    }

    /// What "Undo" would take back; empty if that was named in another language.
    #[must_use]
    pub fn undo_name(&self, language: Language) -> Option<&str> {
        self.history.undo_name(language)
    }

    /// What "Redo" would do again; empty if that was named in another language.
    #[must_use]
    pub fn redo_name(&self, language: Language) -> Option<&str> {
        self.history.redo_name(language)
    }

    /// Takes in a frame in which tabs may have changed the plan.
    pub fn observe(&mut self, before: Plan, name: Option<StepName>, gesture: Gesture) {
        let mut changed = !self.plan.same_as(&before);
        self.history.observe(before, changed.then(|| name.unwrap_or_default()), gesture);
        if let Some(plan) = gesture.withdrawn.and_then(|edit| self.history.withdraw(edit)) {
            self.plan = plan;
            changed = true;
        }
        if changed {
            self.refresh();
        }
    }

    /// Takes back a typing, as if it had not been.
    pub fn withdraw(&mut self, edit: Edit) {
        if let Some(plan) = self.history.withdraw(edit) {
            self.plan = plan;
            self.refresh();
        }
    }

    /// Takes back the last step.
    pub fn undo(&mut self) {
        if let Some(plan) = self.history.undo(&self.plan) {
            self.step_to(plan);
        }
    }

    /// Does the step taken back last again.
    pub fn redo(&mut self) {
        if let Some(plan) = self.history.redo(&self.plan) {
            self.step_to(plan);
        }
    }

    /// Goes to another state of the history, and to where it can be seen: a scenario that came or changed, or the base plan
    /// whose money did.
    fn step_to(&mut self, plan: Plan) {
        let before = std::mem::replace(&mut self.plan, plan);
        let (old, new) = (&before.scenarios, &self.plan.scenarios);
        let came = new.iter().find(|one| old.iter().all(|other| other.id != one.id));
        let changed = || new.iter().find(|one| !old.contains(one));
        if let Some(scenario) = came.or_else(changed) {
            self.scenario = Some(scenario.id.clone());
        } else if money(&before) != money(&self.plan) {
            self.scenario = None;
        }
        self.refresh();
    }

    fn refresh(&mut self) {
        let applied = self.scenario().map(|scenario| scenario::applied(&self.plan, scenario));
        self.scenario = self.scenario.take().filter(|_| applied.is_some());
        self.shown = applied.unwrap_or_else(|| self.plan.clone());
        self.report = Arc::new(calc::report(&self.shown));
        self.unsaved = self.differs();
    }

    /// Whether the plan is another one than the file holds.
    fn differs(&self) -> bool {
        self.saved.as_ref().is_none_or(|saved| !saved.same_as(&self.plan) && *saved != self.plan)
    }

    /// Takes in that this plan, which may be an earlier state of the document's, was saved to a file, which becomes the
    /// document's.
    pub fn was_saved(&mut self, path: &Path, plan: Plan, fingerprint: Fingerprint) {
        self.path = Some(path.to_owned());
        self.fingerprint = Some(fingerprint);
        self.saved = Some(plan);
        (self.unsaved, self.only_here) = (self.differs(), false);
    }
}

/// What scenarios may have otherwise: the budget, and of each channel what it gets and its months.
fn money(plan: &Plan) -> (Option<Money>, Vec<Spent<'_>>) {
    let channels = plan.allocation.channels.iter();
    let spends = channels.map(|channel| (&channel.id, channel.spend, channel.schedule.spend.as_slice()));
    (plan.allocation.budget, spends.collect())
}

type Spent<'a> = (&'a Id, Money, &'a [Money]);
