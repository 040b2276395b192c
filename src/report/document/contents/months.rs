//! Contributed revenue month by month: what is expected, its ranges, the way to the goal, dated events.

use super::super::drawing::{Axis, DatedMark, Drawing, End, Gap, Months, Over, Shape, Tone};
use super::Write;
use super::drawings::MONTHS;
use crate::report::summary::figure::Amount;
use crate::report::summary::goal::GoalMonthPart;
use crate::report::summary::odds;
use crate::t;
use crate::words::number;

impl Write<'_> {
    /// The drawing; nothing where nothing is expected or wanted, or a sum is too large.
    pub(super) fn month_by_month(&self) -> Option<Drawing> {
        let goal = &self.summary.goal;
        let last = goal.months.last()?;
        let is_known = !goal.months.iter().any(|month| month.expected.is_too_large());
        (is_known && (!last.expected.is_nothing() || goal.revenue.target.is_some())).then_some(())?;
        let target = goal.revenue.target.map(|amount| self.units(amount));
        let fan = self.summary.odds.as_ref().filter(|odds| odds.ranges > 0).map_or(&[][..], |odds| &odds.months);
        let ends = self.line_ends(last, target, fan.last());
        let highest = goal.months.iter().flat_map(|month| [Some(month.expected), month.path]).flatten();
        let highest = highest.map(|amount| self.units(amount)).chain(ends.iter().map(|end| end.at)).fold(1.0, f64::max);
        let days = self.day_number(self.period().month_start(self.period().months)).max(1.0);
        let drawn = Months {
            days,
            names: self.months(days, MONTHS),
            y: Axis::around(0.0, highest, 4, &|value| number::short(self.language(), value)),
            ranges: self.ranges(fan),
            expected: self.through(|month| Some(month.expected)).unwrap_or_default(),
            over: self.over(),
            goal: self.way_to_goal(target, days),
            ends,
            events: self.dated_marks(),
            gap: self.widest_gap(),
        };
        let alternative = self.months_in_words(&drawn);
        let key = if drawn.ranges.is_empty() { "goal-months-subtitle" } else { "goal-months-ranges" };
        let caption = t!(self.words, key, unit = self.unit());
        let title = self.words.text("goal-months");
        Some(Drawing { title, caption, alternative, shape: Shape::Months(Box::new(drawn)) })
    }

    /// Where the months that are over end; nothing where none is known.
    fn over(&self) -> Option<Over> {
        let track = self.known_track()?;
        Some(Over { day: self.month_end(track.over), label: self.months_over(track.over) })
    }

    pub(super) fn months_over(&self, over: usize) -> String {
        t!(self.words, "report-track-over", over = over, months = self.period().months)
    }

    pub(super) fn units(&self, amount: Amount) -> f64 {
        self.currency.units(amount.money)
    }

    /// The last day of a month, counted from the start of the period; months count from 1.
    pub(super) fn month_end(&self, month: usize) -> f64 {
        self.day_number(self.period().month_start(u32::try_from(month).unwrap_or(u32::MAX)))
    }

    /// A value at the end of each month, from nothing at the start; `None` where one is missing.
    fn through(&self, of: impl Fn(&GoalMonthPart) -> Option<Amount>) -> Option<Vec<[f64; 2]>> {
        let point = |month: &GoalMonthPart| Some([self.month_end(month.month), self.units(of(month)?)]);
        std::iter::once(Some([0.0, 0.0])).chain(self.summary.goal.months.iter().map(point)).collect()
    }

    /// Without milestones only the goal's level is known.
    fn way_to_goal(&self, target: Option<f64>, days: f64) -> Vec<[f64; 2]> {
        let level = || target.map(|target| vec![[0.0, target], [days, target]]);
        self.through(|month| month.path).or_else(level).unwrap_or_default()
    }

    fn ranges(&self, fan: &[odds::MonthPart]) -> Vec<Vec<[f64; 3]>> {
        let band = |of: &dyn Fn(&odds::MonthPart) -> [Amount; 2]| {
            let point = |month: &odds::MonthPart| {
                let [low, high] = of(month).map(|amount| self.units(amount));
                [self.month_end(month.month), low, high]
            };
            std::iter::once([0.0; 3]).chain(fan.iter().map(point)).collect()
        };
        let is_known = fan.iter().all(|month| ![month.p5, month.p95].iter().any(|end| end.is_too_large()));
        if fan.is_empty() || !is_known {
            return Vec::new();
        }
        vec![band(&|month| [month.p5, month.p95]), band(&|month| [month.p25, month.p75])]
    }

    fn line_ends(&self, last: &GoalMonthPart, target: Option<f64>, fan: Option<&odds::MonthPart>) -> Vec<End> {
        let short = |value: f64| number::short(self.language(), value);
        let line = |key: &str, at: Option<f64>, tone| {
            Some(End { at: at?, label: t!(self.words, key, amount = short(at?)), tone })
        };
        let edge = |(name, amount): (&str, Amount)| {
            let at = self.units(amount);
            End { at, label: format!("{name} {}", short(at)), tone: Tone::Muted }
        };
        let path = last.path.map(|path| self.units(path)).filter(|path| Some(*path) != target);
        let lines = [
            line("goal-end-goal", target, Tone::Plain),
            line("goal-end-path", path, Tone::Plain),
            line("goal-end-expected", Some(self.units(last.expected)), Tone::Accent),
        ];
        let edges = fan.filter(|fan| fan.p95.money > fan.p5.money).map(|fan| [("P95", fan.p95), ("P5", fan.p5)]);
        let edges = edges.into_iter().flatten().map(edge);
        let mut ends: Vec<End> = lines.into_iter().flatten().chain(edges).collect();
        ends.sort_by(|one, other| other.at.total_cmp(&one.at));
        ends
    }

    fn dated_marks(&self) -> Vec<DatedMark> {
        let mark = |event: &crate::report::summary::CalendarEventPart| DatedMark {
            day: self.day_number(event.day),
            name: event.name.clone(),
            date: number::day_and_month(self.words, event.day),
        };
        self.summary.calendar.events.iter().map(mark).collect()
    }

    fn widest_gap(&self) -> Option<Gap> {
        let goal = &self.summary.goal;
        let gap = goal.widest_gap?;
        let month = goal.months.iter().find(|month| month.month == gap.month)?;
        let ends = [self.units(month.expected), self.units(month.path?)];
        let amount = number::short_money(self.language(), self.currency, gap.amount.money);
        let index = u32::try_from(gap.month).unwrap_or(1).saturating_sub(1);
        let name = number::month_of(self.words, &self.period(), index);
        // What is short of the path is not what is short of the goal where the path leads elsewhere.
        let leads_elsewhere = goal.months.last().and_then(|last| last.path).map(|path| path.money)
            != goal.revenue.target.map(|target| target.money);
        let key = if leads_elsewhere { "goal-gap-to-path" } else { "goal-gap" };
        let label = t!(self.words, key, month = name, amount = amount);
        Some(Gap { day: self.month_end(gap.month), ends, label })
    }

    fn months_in_words(&self, drawn: &Months) -> String {
        let comma = self.words.text("report-comma");
        let ends: Vec<&str> = drawn.ends.iter().map(|end| end.label.as_str()).collect();
        let mut said = t!(self.words, "report-alt-months", ends = ends.join(&comma));
        for more in drawn.gap.iter().map(|gap| gap.label.clone()) {
            said =
                format!("{said}{}{}", self.words.text("report-space"), t!(self.words, "report-sentence", words = more));
        }
        said
    }
}
