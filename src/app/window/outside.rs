//! What others do to the plan's file while it is open: taken in, asked about, or said.

use std::path::Path;

use eframe::egui::{self, Event};

use super::both::BothChanged;
use super::{Ask, PlannerApp};
use crate::app::history::StepName;
use crate::app::shell::top_bar::Remark;
use crate::app::watch::Followed;
use crate::compare::Side;
use crate::file::watch::{Found, Theirs};
use crate::plan::Plan;
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;

/// What is known of the plan's file, as far as it is not settled.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Outside {
    /// It is as it was opened or saved.
    #[default]
    AsKnown,
    /// Others wrote another plan into it.
    Theirs {
        /// What they wrote.
        theirs: Theirs,
        /// The person was asked, and has put it off.
        asked: bool,
    },
    /// It is gone.
    Gone,
    /// Its folder is gone.
    FolderGone,
    /// It holds no plan any more, or cannot be read: why, in the person's language.
    Unreadable(String),
    /// What others wrote was taken in.
    TakenIn {
        /// The plan before it.
        before: Plan,
        /// The plan with it.
        after: Plan,
    },
}

impl Outside {
    /// What the top bar says of it.
    pub(super) fn remark(&self, words: &Words) -> Option<Remark> {
        let (key, shows) = match self {
            Self::AsKnown => return None,
            Self::Theirs { .. } => ("window-outside-theirs", true),
            Self::TakenIn { .. } => ("window-outside-taken-in", true),
            Self::Gone => ("window-outside-gone", false),
            Self::FolderGone => ("window-outside-folder-gone", false),
            Self::Unreadable(_) => ("window-outside-unreadable", false),
        };
        let hint = match self {
            Self::Unreadable(why) => why.clone(),
            Self::Theirs { .. } => words.text("window-outside-theirs-hint"),
            Self::TakenIn { .. } => words.text("window-outside-taken-in-hint"),
            Self::FolderGone => words.text("window-outside-folder-gone-hint"),
            Self::Gone | Self::AsKnown => words.text("window-outside-gone-hint"),
        };
        let is_trouble = !matches!(self, Self::TakenIn { .. });
        Some(Remark { text: words.text(key), hint, shows, is_trouble })
    }
}

/// Nothing is taken in or asked while somebody is typing or pointing.
const CALM: f64 = 1.0;

impl PlannerApp {
    /// Learns what others did to the file, and deals with it as soon as the hands rest.
    pub(super) fn follow_file(&mut self, ctx: &egui::Context) {
        let state_folder = self.services.state_folder.as_deref();
        let file = self.document.as_ref().and_then(|document| document.file());
        let file = file.map(|(path, known)| Followed { path, known, state_folder });
        if let Some(found) = self.watch.follow(file, ctx, self.services.background) {
            self.learn(found);
            ctx.request_repaint();
        }
        let now = ctx.input(|input| input.time);
        if ctx.input(is_handled) {
            self.last_input = now;
        }
        let waits = matches!(self.outside, Outside::Theirs { asked: false, .. });
        if waits && self.ask.is_none() && self.pending.is_none() {
            let rested = now - self.last_input;
            if rested >= CALM {
                self.settle();
            } else {
                ctx.request_repaint_after(std::time::Duration::from_secs_f64(CALM - rested));
            }
        }
    }

    fn learn(&mut self, found: Found) {
        let words = self.words();
        let Some(document) = &mut self.document else { return };
        document.is_only_here(!matches!(found, Found::Same | Found::Theirs(_)));
        let mut asked = false;
        if let Some(Ask::ChangedOutside(both)) = &mut self.ask {
            match &found {
                Found::Theirs(theirs) => both.theirs = Some(theirs.clone()),
                // The question has no ground any more.
                _ if !both.saving => self.ask = None,
                _ => {}
            }
            asked = self.ask.is_some();
        }
        self.outside = match found {
            Found::Same => Outside::AsKnown,
            Found::Theirs(theirs) => Outside::Theirs { theirs, asked },
            Found::Gone => Outside::Gone,
            Found::FolderGone => Outside::FolderGone,
            Found::Unreadable(error) => Outside::Unreadable(error.say(words)),
        };
    }

    /// Takes in what others wrote, or asks where both sides have changes.
    fn settle(&mut self) {
        let Some(document) = &self.document else { return };
        let Outside::Theirs { theirs, asked } = &mut self.outside else { return };
        if !document.is_edited() || document.plan == theirs.plan {
            let theirs = theirs.clone();
            self.take_in(theirs.plan.clone(), &theirs, "window-step-take-in");
        } else {
            *asked = true;
            let theirs = Some(theirs.clone());
            self.ask_about_both(theirs, false);
        }
    }

    /// Asks what is to become of both sides' changes.
    fn ask_about_both(&mut self, theirs: Option<Theirs>, saving: bool) {
        let Some(document) = &self.document else { return };
        let (Some((path, _)), Some(base)) = (document.file(), document.saved()) else { return };
        let (path, base) = (path.to_owned(), base.clone());
        self.ask = Some(Ask::ChangedOutside(BothChanged { path, base, theirs, saving, shown: Side::Theirs }));
    }

    /// Somebody else changed the file that is to be saved. What they wrote comes as soon as it is read beside the window.
    pub(super) fn ask_before_saving_over(&mut self) {
        let theirs = match &self.outside {
            Outside::Theirs { theirs, .. } => Some(theirs.clone()),
            _ => None,
        };
        self.watch.hurry();
        self.ask_about_both(theirs, true);
    }

    /// Shows what differs: between both sides while that is open, or what was taken in.
    pub(super) fn show_outside(&mut self) {
        match &self.outside {
            Outside::Theirs { theirs, .. } => {
                let theirs = theirs.clone();
                self.ask_about_both(Some(theirs), false);
            }
            Outside::TakenIn { before, after } => {
                self.ask = Some(Ask::TakenIn { before: before.clone(), after: after.clone() });
            }
            _ => {}
        }
    }

    /// Puts a plan that was made with theirs in the place of this one, in one step.
    pub(super) fn take_in(&mut self, plan: Plan, theirs: &Theirs, step: &str) {
        let words = self.words();
        let Some(document) = &mut self.document else { return };
        let name = document.path().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let text = t!(words, step, name = one_line(&name.unwrap_or_default()));
        let before = document.plan.clone();
        document.take_in(plan, theirs, StepName { text, language: words.language() });
        let after = document.plan.clone();
        self.outside = if before == after { Outside::AsKnown } else { Outside::TakenIn { before, after } };
    }

    /// Theirs instead of ours.
    pub(super) fn take_theirs(&mut self, ctx: &egui::Context, both: BothChanged) {
        let Some(theirs) = both.theirs else { return };
        self.take_in(theirs.plan.clone(), &theirs, "window-step-take-in");
        if both.saving {
            // What is open is what is saved.
            self.after_saving(ctx);
        }
    }

    /// What was taken in is no news once the plan goes on from there.
    pub(super) fn forget_taken_in(&mut self) {
        let Outside::TakenIn { after, .. } = &self.outside else { return };
        if self.document.as_ref().is_none_or(|document| !document.plan.same_as(after)) {
            self.outside = Outside::AsKnown;
        }
    }
}

/// Whether a hand is at work in this frame.
fn is_handled(input: &egui::InputState) -> bool {
    let by_hand = |event: &Event| {
        matches!(
            event,
            Event::Key { .. }
                | Event::Text(_)
                | Event::Paste(_)
                | Event::Cut
                | Event::Ime(_)
                | Event::PointerButton { .. }
                | Event::MouseWheel { .. }
        )
    };
    input.pointer.any_down() || input.events.iter().any(by_hand)
}
