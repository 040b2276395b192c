//! A calendar of another country: read beside the window, and laid into the plan in one step.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;

use super::{Ask, PlannerApp};
use crate::app::errand::Awaited;
use crate::file::FileError;
use crate::file::error::Doing;
use crate::plan::MarketCalendar;
use crate::plan::calendar::Calendar;
use crate::t;
use crate::words::names;

/// A calendar on its way into the plan.
pub(super) type Coming = Awaited<Result<Arc<Calendar>, Arc<FileError>>>;

impl PlannerApp {
    /// Begins to read the calendar in a file.
    pub(super) fn read_calendar(&mut self, ctx: &Context, path: &Path) {
        let (files, from): (_, PathBuf) = (Arc::clone(&self.services.files), path.to_owned());
        let broken = Err(Arc::new(FileError::BrokeDown { doing: Doing::Reading, path: path.to_owned() }));
        let read = move || files.read_calendar(&from).map(Arc::new).map_err(Arc::new);
        self.calendar = Some(Awaited::begin(ctx, self.services.background, broken, read));
        self.take_calendar(ctx);
    }

    /// Lays what was read into the plan, or says why nothing was.
    pub(super) fn take_calendar(&mut self, ctx: &Context) {
        let Some(read) = self.calendar.as_ref().and_then(Awaited::outcome) else { return };
        self.calendar = None;
        let words = self.words();
        match (read, &self.document) {
            (Ok(calendar), Some(document)) => {
                let calendar = MarketCalendar::Own(calendar);
                let step = t!(words, "calendar-step", name = names::calendar(&calendar, words));
                self.take_over(crate::plan::Plan { calendar, ..document.plan.clone() }, step);
            }
            (Ok(_), None) => {}
            (Err(error), _) => self.ask = Some(Ask::Trouble(error.say(words))),
        }
        ctx.request_repaint();
    }
}
