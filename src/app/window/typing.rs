//! What was typed and changes nothing: said where the state of the file is said, so that nothing goes unnoticed.

use eframe::egui;

use super::PlannerApp;
use crate::app::command::Tab;
use crate::app::widgets::draft::{self, Typing, Unusable};
use crate::t;
use crate::words::Words;

/// The longest piece of what was typed that is shown again.
const LONGEST: usize = 24;

/// What the top bar says of a text that changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// Its field was left.
    NotTaken(Unusable),
    /// The plan was saved without it.
    SavedWithout(Unusable),
}

impl Notice {
    pub(super) fn say(&self, words: &Words) -> String {
        let (key, Unusable { field, text, why }) = match self {
            Self::NotTaken(unusable) => ("window-not-taken", unusable),
            Self::SavedWithout(unusable) => ("window-saved-without", unusable),
        };
        let mut short: String = text.chars().take(LONGEST).collect();
        if short.len() < text.len() {
            short.push('…');
        }
        let said = t!(words, key, text = t!(words, "numbers-quoted", text = short), field = field);
        match why {
            Some(why) => t!(words, "window-typed-and-why", said = said, why = why),
            None => said,
        }
    }
}

impl PlannerApp {
    /// Takes in what the fields did in a frame that is drawn.
    pub(super) fn follow_typing(&mut self, typing: Typing, plan_changed: bool) {
        if let Some(unusable) = typing.left {
            self.notice = Some(Notice::NotTaken(unusable));
        } else if plan_changed {
            self.notice = None;
        }
    }

    /// Ends what is typed into a field that is not drawn any more. Asked when all is drawn, the dialogs too.
    pub(super) fn follow_abandoned(&mut self, ctx: &egui::Context) {
        let abandoned = self.typed_in.and_then(|field| draft::abandon(ctx, field));
        self.typed_in = ctx.memory(egui::Memory::focused).or(self.typed_in);
        self.notice = abandoned.map(Notice::NotTaken).or(self.notice.take());
    }

    /// Shows a tab. What was said of a text elsewhere does not come along.
    pub(super) fn show_tab(&mut self, tab: Tab) {
        if tab != self.tab {
            self.notice = None;
        }
        self.tab = tab;
    }

    /// What a plan that was just saved lacks.
    pub(super) fn notice_saved(&mut self, ctx: &egui::Context) {
        let left = match self.notice.take() {
            Some(Notice::NotTaken(unusable)) => Some(unusable),
            _ => None,
        };
        self.notice = draft::unusable(ctx).or(left).map(Notice::SavedWithout);
    }
}
