//! Undo and redo of everything, in named steps. One gesture (a drag, a typed field, a click) is one step.

pub mod weight;

use eframe::egui;

use super::widgets::draft::{Edit, Typing};
use crate::plan::Plan;
use crate::words::Language;

/// More steps than anyone takes back.
const MOST_STEPS: usize = 500;
/// Each step keeps the sections it changed: some kilobytes, and megabytes where one holds 10,000 channels. Together they may take
/// about so many bytes; the oldest go first, the last one stays whatever it takes.
const MOST_BYTES: usize = 256 << 20;

/// What a step is called, as it was said when it was made: what it names may be gone or renamed since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepName {
    /// "Change budget of SEM".
    pub text: String,
    /// The language of the text.
    pub language: Language,
}

impl StepName {
    /// The text, empty where it would stand in another language than the window.
    fn say(&self, language: Language) -> &str {
        if self.language == language { &self.text } else { "" }
    }
}

#[derive(Clone, Debug)]
struct Step {
    name: StepName,
    plan: Plan,
    /// The typing it came from.
    edit: Option<Edit>,
    /// About how much memory it takes.
    bytes: usize,
}

/// What the person's hands are doing in a frame: decides whether a change belongs to the step before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gesture {
    /// The text field that is being typed in.
    pub typing_in: Option<egui::Id>,
    /// The typing that gave a value in this frame.
    pub given: Option<Edit>,
    /// The typing whose values are taken back.
    pub withdrawn: Option<Edit>,
    /// A pointer button is down.
    pub pointer_down: bool,
    /// A pointer button was let go.
    pub released: bool,
    /// Enter was pressed.
    pub entered: bool,
}

impl Gesture {
    /// Reads the gesture of the present frame.
    pub fn of(ctx: &egui::Context, typing: &Typing) -> Self {
        let is_text = ctx.text_edit_focused();
        Self {
            typing_in: ctx.memory(egui::Memory::focused).filter(|_| is_text),
            given: typing.given,
            withdrawn: typing.withdrawn,
            pointer_down: ctx.input(|input| input.pointer.any_down()),
            released: ctx.input(|input| input.pointer.any_released()),
            entered: ctx.input(|input| input.key_pressed(egui::Key::Enter)),
        }
    }

    fn goes_on(self) -> bool {
        self.typing_in.is_some() || self.pointer_down
    }
}

/// The step that further changes belong to.
#[derive(Clone, Debug)]
struct Open {
    name: StepName,
    field: Option<egui::Id>,
    edit: Option<Edit>,
}

impl Open {
    /// Typing in one field is one step, wherever the pointer clicks in it and whatever the step is called meanwhile.
    fn takes(&self, name: &StepName, gesture: Gesture) -> bool {
        let same = self.edit.is_some() || (self.name == *name && self.field == gesture.typing_in);
        self.edit == gesture.given && same
    }

    fn ends(&self, gesture: Gesture) -> bool {
        let done = if self.edit.is_some() { gesture.entered } else { gesture.entered || gesture.released };
        done || self.field != gesture.typing_in
    }
}

/// The plans before and after the present one.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
    open: Option<Open>,
    /// What could be done again before a typing that may still be taken back.
    set_aside: Option<(Edit, Vec<Step>)>,
}

impl History {
    /// Takes in a frame: `before` is the plan at its start, `changed` the step's name if the plan changed.
    pub fn observe(&mut self, before: Plan, changed: Option<StepName>, gesture: Gesture) {
        if let Some(name) = changed {
            if !self.open.as_ref().is_some_and(|open| open.takes(&name, gesture)) {
                let bytes = self.undo.last().map_or(0, |last| weight::bytes(&before, &last.plan));
                self.undo.push(Step { name: name.clone(), plan: before, edit: gesture.given, bytes });
                self.forget_oldest(MOST_BYTES);
            }
            self.set_aside(gesture.given);
            let open = Open { name, field: gesture.typing_in, edit: gesture.given };
            self.open = gesture.goes_on().then_some(open);
        }
        if self.open.as_ref().is_some_and(|open| open.ends(gesture)) {
            self.open = None;
        }
    }

    fn forget_oldest(&mut self, most_bytes: usize) {
        let mut room = most_bytes;
        let fits = |step: &&Step| {
            let left = room.checked_sub(step.bytes);
            room = left.unwrap_or(0);
            left.is_some()
        };
        let kept = self.undo.iter().rev().take(MOST_STEPS).take_while(fits).count().max(1);
        self.undo.drain(..self.undo.len().saturating_sub(kept));
    }

    /// Nothing can be done again after a change, unless it is typing that is taken back.
    fn set_aside(&mut self, edit: Option<Edit>) {
        let redo = std::mem::take(&mut self.redo);
        let same = |(aside, _): &(Edit, Vec<Step>)| edit.is_some_and(|edit| edit.whole_stay().covers(*aside));
        if !self.set_aside.as_ref().is_some_and(same) {
            self.set_aside = edit.map(|edit| (edit, redo));
        }
    }

    /// Takes back the steps of a typing, as if it had not been; returns the plan from before it, if it changed any.
    pub fn withdraw(&mut self, edit: Edit) -> Option<Plan> {
        let kept = self
            .undo
            .iter()
            .rposition(|step| !step.edit.is_some_and(|step| edit.covers(step)))
            .map_or(0, |last| last + 1);
        let first = self.undo.drain(kept..).next()?;
        self.open = None;
        if let Some((_, redo)) = self.set_aside.take_if(|(aside, _)| edit.covers(*aside)) {
            self.redo = redo;
        }
        Some(first.plan)
    }

    /// What "Undo" would take back; empty if that was named in another language.
    #[must_use]
    pub fn undo_name(&self, language: Language) -> Option<&str> {
        self.undo.last().map(|step| step.name.say(language))
    }

    /// What "Redo" would do again; empty if that was named in another language.
    #[must_use]
    pub fn redo_name(&self, language: Language) -> Option<&str> {
        self.redo.last().map(|step| step.name.say(language))
    }

    /// The plan before the last step.
    pub fn undo(&mut self, now: &Plan) -> Option<Plan> {
        Self::swap(&mut self.undo, &mut self.redo, &mut self.open, now)
    }

    /// The plan after the step taken back last.
    pub fn redo(&mut self, now: &Plan) -> Option<Plan> {
        Self::swap(&mut self.redo, &mut self.undo, &mut self.open, now)
    }

    fn swap(from: &mut Vec<Step>, to: &mut Vec<Step>, open: &mut Option<Open>, now: &Plan) -> Option<Plan> {
        *open = None;
        let Step { name, plan, edit: _, bytes } = from.pop()?;
        to.push(Step { name, plan: now.clone(), edit: None, bytes });
        Some(plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Period;

    fn plan(title: &str) -> Plan {
        Plan::blank(title, Period { start: crate::plan::Date::constant(2026, 1, 1), months: 12 })
    }

    fn named(text: &str) -> StepName {
        StepName { text: text.to_owned(), language: Language::En }
    }

    fn typing(field: u64) -> Gesture {
        Gesture { given: Some(edit(field)), ..resting(field) }
    }

    fn edit(field: u64) -> Edit {
        Edit::new(egui::Id::unique(field), 1)
    }

    /// The focus is in a field, and nothing is typed.
    fn resting(field: u64) -> Gesture {
        Gesture { typing_in: Some(egui::Id::unique(field)), ..Gesture::default() }
    }

    fn click() -> Gesture {
        Gesture { released: true, ..Gesture::default() }
    }

    #[test]
    fn typing_in_one_field_is_one_step() {
        let mut history = History::default();
        history.observe(plan("a"), Some(named("Change title")), typing(1));
        history.observe(plan("ab"), Some(named("Change title")), typing(1));
        assert_eq!(history.undo(&plan("abc")).map(|plan| plan.title), Some("a".into()));
        assert_eq!(history.undo_name(Language::En), None);
        assert_eq!(history.redo(&plan("a")).map(|plan| plan.title), Some("abc".into()));
    }

    #[test]
    fn another_field_or_a_click_begins_another_step() {
        let mut history = History::default();
        history.observe(plan("a"), Some(named("Change title")), typing(1));
        history.observe(plan("b"), Some(named("Change title")), typing(2));
        history.observe(plan("c"), Some(named("Add party")), click());
        history.observe(plan("d"), Some(named("Add party")), click());
        assert_eq!(history.undo.len(), 4);
    }

    #[test]
    fn a_step_is_not_named_in_another_language() {
        let mut history = History::default();
        history.observe(plan("a"), Some(named("Change title")), click());
        assert_eq!(history.undo_name(Language::En), Some("Change title"));
        assert_eq!(history.undo_name(Language::ZhCn), Some(""), "there is a step all the same");
        history.undo(&plan("b"));
        assert_eq!((history.undo_name(Language::En), history.redo_name(Language::ZhCn)), (None, Some("")));
    }

    #[test]
    fn leaving_a_field_ends_its_step() {
        let mut history = History::default();
        history.observe(plan("a"), Some(named("Change title")), typing(1));
        history.observe(plan("b"), None, Gesture::default());
        history.observe(plan("b"), Some(named("Change title")), typing(1));
        assert_eq!(history.undo.len(), 2);
    }

    #[test]
    fn typing_goes_on_after_a_click_in_its_field_and_when_its_name_changes() {
        let mut history = History::default();
        history.observe(plan("a"), Some(named("Rename a")), typing(1));
        history.observe(plan("ab"), None, Gesture { released: true, ..resting(1) });
        history.observe(plan("ab"), Some(named("Rename ab")), typing(1));
        assert_eq!(history.undo(&plan("abc")).map(|plan| plan.title), Some("a".into()));
        assert_eq!(history.undo_name(Language::En), None);
    }

    #[test]
    fn a_withdrawn_typing_leaves_no_trace() {
        let mut history = History::default();
        history.observe(plan("a"), Some(named("Add party")), click());
        history.observe(plan("b"), Some(named("Add party")), click());
        assert_eq!(history.undo(&plan("c")).map(|plan| plan.title), Some("b".into()));
        history.observe(plan("b"), Some(named("Change title")), typing(1));
        history.observe(plan("7"), None, Gesture { entered: true, ..resting(1) });
        history.observe(plan("7"), Some(named("Change title")), typing(1));
        assert_eq!(history.withdraw(edit(2)).map(|plan| plan.title), None, "another typing");
        assert_eq!(history.withdraw(edit(1)).map(|plan| plan.title), Some("b".into()), "all its steps");
        assert_eq!((history.undo.len(), history.redo.len()), (1, 1), "what could be done again still can");
        assert_eq!(history.withdraw(edit(1)).map(|plan| plan.title), None, "once");
        assert_eq!(history.redo(&plan("b")).map(|plan| plan.title), Some("c".into()));
    }

    #[test]
    fn an_earlier_typing_in_the_same_field_stays() {
        let mut history = History::default();
        history.observe(plan("a"), Some(named("Change title")), typing(1));
        history.observe(plan("b"), None, Gesture::default());
        let again = Edit::new(egui::Id::unique(1_u64), 9);
        history.observe(plan("b"), Some(named("Change title")), Gesture { given: Some(again), ..resting(1) });
        assert_eq!(history.withdraw(again).map(|plan| plan.title), Some("b".into()));
        assert_eq!(history.undo.len(), 1);
    }

    /// A plan with so many channels, each time in a section of its own.
    fn with_channels(number: usize) -> Plan {
        let channel = |index: usize| {
            let id = crate::plan::Id::new(&format!("channel-{index}"));
            crate::plan::Channel::new(id, format!("Channel {index}"), crate::plan::Task::A)
        };
        let mut plan = plan("many");
        std::sync::Arc::make_mut(&mut plan.allocation).channels = (0..number).map(channel).collect();
        plan
    }

    #[test]
    fn a_step_weighs_what_it_changed() {
        let before = with_channels(10_000);
        let mut titled = before.clone();
        titled.title = "another".to_owned();
        assert!(weight::bytes(&titled, &before) < 2_000, "everything else is shared");
        let mut spent = before.clone();
        std::sync::Arc::make_mut(&mut spent.allocation).channels[0].locked = true;
        let bytes = weight::bytes(&spent, &before);
        assert!((2 << 20..8 << 20).contains(&bytes), "{bytes} bytes");
    }

    #[test]
    fn steps_that_take_more_than_there_is_room_for_are_forgotten_as_they_come() {
        // Pages that nobody writes to take no memory.
        let heavy = || Plan { note: String::from_utf8(vec![0; MOST_BYTES / 3]).unwrap_or_default(), ..plan("heavy") };
        let mut history = History::default();
        for _ in 0..5 {
            history.observe(heavy(), Some(named("Change note")), click());
        }
        assert_eq!(history.undo.len(), 2, "with what else a step takes, a third one is too much");
    }

    #[test]
    fn large_steps_are_kept_as_far_as_there_is_room_and_the_last_one_always() {
        let mut history = History::default();
        let plans: Vec<Plan> = (0..6).map(|_| with_channels(1_000)).collect();
        let step = weight::bytes(&plans[1], &plans[0]);
        for plan in &plans {
            history.observe(plan.clone(), Some(named("Move money")), click());
        }
        assert_eq!(history.undo.len(), 6);
        history.forget_oldest(3 * step);
        assert_eq!(history.undo.len(), 3);
        assert!(history.undo[2].plan.same_as(&plans[5]) && history.undo[0].plan.same_as(&plans[3]), "the oldest go");
        history.forget_oldest(step - 1);
        assert_eq!(history.undo.len(), 1);
        for _ in 0..2 * MOST_STEPS {
            history.observe(plans[0].clone(), Some(named("Add party")), click());
        }
        assert_eq!(history.undo.len(), MOST_STEPS);
    }
}
