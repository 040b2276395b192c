//! Undo and redo of everything, in named steps. One gesture (a drag, a typed field, a click) is one step.

use eframe::egui;

use crate::plan::Plan;
use crate::words::Language;

/// More steps than anyone takes back; each is a handful of pointers.
const MOST_STEPS: usize = 500;

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
}

/// What the person's hands are doing in a frame: decides whether a change belongs to the step before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gesture {
    /// The text field that is being typed in.
    pub typing_in: Option<egui::Id>,
    /// A pointer button is down.
    pub pointer_down: bool,
    /// Something ended in this frame: a click, or Enter.
    pub ended: bool,
}

impl Gesture {
    /// Reads the gesture of the present frame.
    pub fn of(ctx: &egui::Context) -> Self {
        let typing = ctx.text_edit_focused();
        Self {
            typing_in: ctx.memory(egui::Memory::focused).filter(|_| typing),
            pointer_down: ctx.input(|input| input.pointer.any_down()),
            ended: ctx.input(|input| input.pointer.any_released() || input.key_pressed(egui::Key::Enter)),
        }
    }

    fn goes_on(self) -> bool {
        self.typing_in.is_some() || self.pointer_down
    }
}

/// The plans before and after the present one.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
    open: Option<(StepName, Option<egui::Id>)>,
}

impl History {
    /// Takes in a frame: `before` is the plan at its start, `changed` the step's name if the plan changed.
    pub fn observe(&mut self, before: Plan, changed: Option<StepName>, gesture: Gesture) {
        if let Some(name) = changed {
            let same = self.open.as_ref().is_some_and(|(open, field)| *open == name && *field == gesture.typing_in);
            if !same {
                self.undo.push(Step { name: name.clone(), plan: before });
                if self.undo.len() > MOST_STEPS {
                    self.undo.remove(0);
                }
            }
            self.redo.clear();
            self.open = gesture.goes_on().then_some((name, gesture.typing_in));
        }
        let moved_on = self.open.as_ref().is_some_and(|(_, field)| *field != gesture.typing_in);
        if gesture.ended || moved_on {
            self.open = None;
        }
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

    fn swap(
        from: &mut Vec<Step>,
        to: &mut Vec<Step>,
        open: &mut Option<(StepName, Option<egui::Id>)>,
        now: &Plan,
    ) -> Option<Plan> {
        *open = None;
        let Step { name, plan } = from.pop()?;
        to.push(Step { name, plan: now.clone() });
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
        Gesture { typing_in: Some(egui::Id::unique(field)), pointer_down: false, ended: false }
    }

    const CLICK: Gesture = Gesture { typing_in: None, pointer_down: false, ended: true };

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
        history.observe(plan("c"), Some(named("Add party")), CLICK);
        history.observe(plan("d"), Some(named("Add party")), CLICK);
        assert_eq!(history.undo.len(), 4);
    }

    #[test]
    fn a_step_is_not_named_in_another_language() {
        let mut history = History::default();
        history.observe(plan("a"), Some(named("Change title")), CLICK);
        assert_eq!(history.undo_name(Language::En), Some("Change title"));
        assert_eq!(history.undo_name(Language::ZhCn), Some(""), "there is a step all the same");
        history.undo(&plan("b"));
        assert_eq!((history.undo_name(Language::En), history.redo_name(Language::ZhCn)), (None, Some("")));
    }

    #[test]
    fn leaving_a_field_ends_its_step() {
        let mut history = History::default();
        history.observe(plan("a"), Some(named("Change title")), typing(1));
        history.observe(plan("b"), None, Gesture { typing_in: None, pointer_down: false, ended: false });
        history.observe(plan("b"), Some(named("Change title")), typing(1));
        assert_eq!(history.undo.len(), 2);
    }
}
