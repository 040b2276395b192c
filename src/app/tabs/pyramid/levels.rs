//! The drawn pyramid.

use eframe::egui::{Id as EguiId, Ui};

use super::Desk;
use crate::app::widgets::Pyramid;
use crate::calc::pyramid::Dated;
use crate::report::document::drawing::{self, Answered};

impl Desk<'_, '_> {
    /// Five levels with their scores on the day shown; a click shows a level's criteria.
    pub(super) fn levels(&mut self, ui: &mut Ui, height: f32) {
        let dated = self.dated().copied();
        let levels = dated.map_or([Answered::default(); 5], |dated| {
            dated.levels.map(|level| Answered { score: level.score, criteria: level.criteria, open: level.open })
        });
        let reached = dated.map_or(0, |dated| dated.reached);
        let drawn = drawing::Pyramid::of(self.cx.words, self.pyramid.threshold, reached, &levels);
        let selected = Some(usize::from(self.level()) - 1);
        let id = EguiId::unique("pyramid_levels");
        let clicked = Pyramid { id, drawn: &drawn, selected, height }.show(ui);
        if let Some(level) = clicked.and_then(|index| u8::try_from(index + 1).ok()) {
            self.view.level = Some(level);
            self.view.open = None;
        }
    }

    /// Scores on the day shown: the history stands in the order of the days.
    pub(super) fn dated(&self) -> Option<&Dated> {
        let shown = self.shown()?;
        let day = self.pyramid.assessments.get(shown)?.day;
        let earlier = self.pyramid.assessments.iter().enumerate();
        let place = earlier.filter(|(index, other)| (other.day, *index) < (day, shown)).count();
        self.cx.report.pyramid.history.get(place)
    }
}
