//! Going to what comes next: what the bar below the tabs shows, from the keyboard.

use eframe::egui;

use super::PlannerApp;
use crate::app::context::Request;
use crate::app::shell::findings_bar::worst_of;
use crate::app::shell::next::is_shown;
use crate::calc::next::next;

impl PlannerApp {
    /// The next step of a plan that is being begun, or else what leads to its worst finding.
    pub(super) fn what_is_next(&self) -> Option<Request> {
        let document = self.document.as_ref()?;
        let report = document.report();
        let step = next(document.shown(), &report, &self.views.put_off).filter(|_| is_shown(&report));
        let step = step.map(|step| Request::GoTo(step.place));
        step.or_else(|| worst_of(&report, self.tab).map(Request::mending))
    }

    /// Goes there.
    pub(super) fn go_to_next(&mut self, ctx: &egui::Context) {
        if let Some(request) = self.what_is_next() {
            self.grant(ctx, request);
        }
    }
}
