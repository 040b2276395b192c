//! Finding things by their names, and what becomes of what was chosen; help and keys.

use eframe::egui;

use super::{Ask, PlannerApp, clear_focus};
use crate::app::context::Request;
use crate::app::find::{Question, Target};
use crate::app::shell::{find, help, keys};

impl PlannerApp {
    pub(super) fn begin_finding(&mut self) {
        self.finder.begin();
        self.ask = Some(Ask::Find);
    }

    /// Draws the palette and does what is chosen in it.
    pub(super) fn draw_find(&mut self, ctx: &egui::Context) {
        let words = self.words();
        let plan = self.document.as_ref().map(|document| (document.plan.clone(), document.report()));
        let background = self.services.background;
        let found = self.finder.follow((Question { plan }, words.language()), ctx, background);
        let mut finder = std::mem::take(&mut self.finder);
        let why_not = |target: &Target| match target {
            Target::Run(command) => self.hindrance(*command).map(|key| words.text(key)),
            _ => None,
        };
        let outcome = find::ui(ctx, words, (&mut finder, found), &why_not);
        self.finder = finder;
        match outcome {
            None => return,
            Some(find::Outcome::Close) => self.ask = None,
            Some(find::Outcome::Chosen(target)) => {
                self.ask = None;
                self.finder.choose(&target);
                clear_focus(ctx);
                self.grant(ctx, request(target));
            }
        }
        ctx.request_repaint();
    }

    /// Draws the help of a tab, or all keys.
    pub(super) fn draw_help(&mut self, ctx: &egui::Context) {
        let words = self.words();
        let reply = match &self.ask {
            Some(Ask::Help(tab)) => help::ui(ctx, words, *tab),
            _ => keys::dialog(ctx, words).then_some(help::Reply::Close),
        };
        match reply {
            None => return,
            Some(help::Reply::Close) => self.ask = None,
            Some(help::Reply::Keys) => self.ask = Some(Ask::Keys),
        }
        ctx.request_repaint();
    }
}

fn request(target: Target) -> Request {
    match target {
        Target::Run(command) => Request::Run(command),
        Target::GoTo(place) => Request::GoTo(place),
        Target::Scenario(asked) => Request::Scenario(asked),
        Target::Mend(finding) => Request::mending(&finding),
    }
}
