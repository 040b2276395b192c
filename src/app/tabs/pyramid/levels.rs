//! The drawn pyramid.

use eframe::egui::{Id as EguiId, Ui};

use super::Desk;
use crate::app::theme::Tone;
use crate::app::widgets::{Level, LevelState, Pyramid};
use crate::calc::pyramid::Dated;
use crate::plan::pyramid::LEVELS;
use crate::t;
use crate::words::names::level_name;
use crate::words::number;

impl Desk<'_, '_> {
    /// Five levels with their scores on the day shown; a click shows a level's criteria.
    pub(super) fn levels(&mut self, ui: &mut Ui, height: f32) {
        let dated = self.dated().copied();
        let levels: Vec<Level> = (1..=LEVELS).map(|level| self.drawn(level, dated.as_ref())).collect();
        #[allow(clippy::cast_possible_truncation)] // a share for drawing
        let threshold = self.pyramid.threshold as f32;
        let selected = Some(usize::from(self.level()) - 1);
        let id = EguiId::unique("pyramid_levels");
        let clicked = Pyramid { id, levels: &levels, threshold, selected, height }.show(ui);
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

    /// One level, bottom first: reached, next, or locked until the one below is reached.
    fn drawn(&self, level: u8, dated: Option<&Dated>) -> Level {
        let words = self.cx.words;
        let score = dated.and_then(|dated| dated.scores[usize::from(level) - 1]);
        let reached = dated.map_or(0, |dated| dated.reached);
        let (state, remark, tone) = if level <= reached {
            (LevelState::Reached, self.text("pyramid-level-holds"), Tone::Good)
        } else if level == reached + 1 {
            let (remark, tone) = match score {
                Some(score) => {
                    let short = number::count(self.pyramid.threshold - score, 2);
                    (t!(words, "pyramid-level-short", short = &short), Tone::Warn)
                }
                None => (self.text("pyramid-not-answered"), Tone::Weak),
            };
            (LevelState::Next, remark, tone)
        } else {
            let below = (level - 1).to_string();
            (LevelState::Locked, t!(words, "pyramid-level-locked", level = &below), Tone::Weak)
        };
        #[allow(clippy::cast_possible_truncation)] // a share for drawing
        let fill = score.unwrap_or_default() as f32;
        let name = format!("{level} {}", level_name(level, words));
        Level { name, remark, tone, score: fill, score_text: Self::score(score), state }
    }
}
