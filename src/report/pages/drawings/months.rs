//! What is added up month by month: ranges, what came and is expected, what it is held against, dated events.

use super::labels::{Area, Taken};
use super::{Scale, Sheet};
use crate::report::document::drawing::{DatedMark, End, Gap, Months, Over, Tone};
use crate::report::pages::piece::{SMALL, Side, circle, filled, path, rule};
use crate::report::pages::typeset::Style;
use crate::report::pages::{Ink, Stroke};

const HEIGHT: f32 = 138.0;
/// Room above the plot.
const TOP: f32 = 6.0;
const BELOW: f32 = 14.0;
/// Between the words at the ends of two lines.
const APART: f32 = 9.5;
/// A gap is marked from this height on: below it nobody sees what the words speak of.
const LEAST_GAP: f32 = 4.0;
/// More points than this are small, so that they do not touch.
const MOST_DOTS: usize = 40;
/// Widest name of an event.
const NAME: f32 = 130.0;

impl Sheet<'_, '_> {
    /// Draws it over the width; returns its height.
    pub(super) fn month_by_month(&mut self, months: &Months, width: f32) -> f32 {
        let bottom = HEIGHT - BELOW;
        let widest = months.ends.iter().map(|end| self.width_of(&end.label, end_style(end))).fold(0.0, f32::max);
        let right = width - widest - 7.0;
        let (y, left) = self.upward(&months.y, [bottom, TOP], right);
        let x = Scale { from: 0.0, to: months.days, begin: left, end: right };
        let at = |[day, value]: [f64; 2]| [x.at(day), y.at(value)];
        // The light ends of ranges lie under the darker middle.
        for (range, share) in months.ranges.iter().zip([0.12, 0.25]) {
            let upper = range.iter().map(|[day, _, high]| at([*day, *high]));
            let lower = range.iter().rev().map(|[day, low, _]| at([*day, *low]));
            let corners = upper.chain(lower).collect();
            self.marks.push(path(corners, true, Some(Ink::ACCENT.thinned(share)), None));
        }
        let mut taken = Taken::inside(Area::new([left, 0.0], [right - left, bottom]));
        let over = months.over.as_ref().map(|over| (over, x.at(over.day)));
        if let Some((_, at)) = over {
            self.marks.push(rule([at, TOP], [at, bottom], Stroke::dashed(Ink::TEXT, 0.7, [1.2, 1.8])));
        }
        for event in &months.events {
            let day = x.at(event.day);
            self.marks.push(rule([day, TOP], [day, bottom], Stroke::dashed(Ink::WEAK, 0.7, [1.2, 1.8])));
            taken.take_line(&[[day, TOP], [day, bottom]]);
        }
        let (came, to_come) = months.came_and_to_come();
        for (line, stroke) in [
            (&*months.goal, Stroke::solid(Ink::TEXT, 1.2)),
            (came, Stroke::solid(Ink::ACCENT, 1.6)),
            (to_come, Stroke::dashed(Ink::ACCENT, 1.4, [3.0, 2.0])),
        ] {
            let line: Vec<[f32; 2]> = line.iter().copied().map(at).collect();
            taken.take_line(&line);
            self.marks.extend((line.len() > 1).then(|| path(line, false, None, Some(stroke))));
        }
        let size = if came.len() > MOST_DOTS { 1.0 } else { 1.6 };
        for point in came.iter().skip(1) {
            self.marks.push(circle(at(*point), size, Some(Ink::ACCENT), None));
        }
        self.months(&months.names, x, bottom);
        self.end_words(&months.ends, y, right, bottom);
        if let Some(gap) = &months.gap {
            self.gap(gap, (x, y), bottom, &mut taken);
        }
        if let Some((over, at)) = over {
            self.over(over, at, bottom, &mut taken);
        }
        for event in &months.events {
            self.dated(event, x.at(event.day), &mut taken);
        }
        HEIGHT
    }

    /// Words at the ends of the lines, pushed apart where the ends are close.
    fn end_words(&mut self, ends: &[End], y: Scale, right: f32, bottom: f32) {
        let mut places: Vec<f32> = Vec::new();
        for end in ends {
            let wanted = y.at(end.at) + 2.7;
            places.push(places.last().map_or(wanted, |above: &f32| wanted.max(above + APART)));
        }
        let mut below = bottom + APART;
        for place in places.iter_mut().rev() {
            *place = place.min(below - APART);
            below = *place;
        }
        for (end, place) in ends.iter().zip(places) {
            self.write(&end.label, end_style(end), [right + 6.0, place], Side::Left);
        }
    }

    /// How many months are over, beside the line where they end.
    fn over(&mut self, over: &Over, at: f32, bottom: f32, taken: &mut Taken) {
        taken.take_line(&[[at, TOP], [at, bottom]]);
        let style = Style::strong(SMALL);
        let size = [self.width_of(&over.label, style), SMALL * 1.3];
        let tops = [0.0, 10.0, 20.0, bottom - size[1] - 2.0];
        let corners: Vec<[f32; 2]> =
            tops.iter().flat_map(|top| [[at - 4.0 - size[0], *top], [at + 4.0, *top]]).collect();
        if let Some([left, top]) = taken.place(&corners, size) {
            self.marks.push(filled([left - 1.0, top], [size[0] + 2.0, size[1]], Ink::WHITE));
            self.write(&over.label, style, [left, top + SMALL], Side::Left);
        }
    }

    /// A bracket from line to line, and how much lies between them.
    fn gap(&mut self, gap: &Gap, (x, y): (Scale, Scale), bottom: f32, taken: &mut Taken) {
        let (at, low, high) = (x.at(gap.day), y.at(gap.ends[0]), y.at(gap.ends[1]));
        if low - high < LEAST_GAP {
            return;
        }
        let stroke = Stroke::solid(Ink::WARN, 1.2);
        self.marks.push(rule([at, high], [at, low], stroke));
        for end in [high, low] {
            self.marks.push(rule([at - 2.5, end], [at + 2.5, end], stroke));
        }
        taken.take(Area::new([at - 3.0, high], [6.0, low - high]));
        let style = Style::strong(SMALL).inked(Ink::WARN);
        let size = [self.width_of(&gap.label, style), SMALL * 1.3];
        let tops = [3.0, 12.0, 22.0, 34.0].map(|down| (low + down).min(bottom - size[1] - 1.0));
        let above = [3.0, 12.0, 22.0].map(|up| high - up - size[1]);
        let beside = tops.iter().flat_map(|top| [[at + 8.0, *top], [at - 8.0 - size[0], *top]]);
        let corners: Vec<[f32; 2]> = beside.chain(above.map(|top| [at - 8.0 - size[0], top])).collect();
        if let Some([left, top]) = taken.place(&corners, size) {
            // The end of the months that are over may lie behind it.
            self.marks.push(filled([left - 1.0, top], [size[0] + 2.0, size[1]], Ink::WHITE));
            self.write(&gap.label, style, [left, top + SMALL], Side::Left);
        }
    }

    /// Name and day of an event beside its line, where there is room.
    fn dated(&mut self, event: &DatedMark, at: f32, taken: &mut Taken) {
        let (strong, weak) = (Style::strong(SMALL), Style::weak(SMALL));
        let name = self.shortened(&event.name, strong, NAME);
        let wide = self.width_of(&name, strong).max(self.width_of(&event.date, weak));
        let size = [wide, SMALL * 2.5];
        let corners: Vec<[f32; 2]> =
            [0.0, 10.0, 20.0, 30.0].iter().flat_map(|top| [[at - wide - 4.0, *top], [at + 4.0, *top]]).collect();
        if let Some([left, top]) = taken.place(&corners, size) {
            // No line of the axis runs through it.
            self.marks.push(filled([left - 1.0, top], [wide + 2.0, size[1]], Ink::WHITE));
            self.write(&name, strong, [left, top + SMALL], Side::Left);
            self.write(&event.date, weak, [left, top + SMALL * 2.2], Side::Left);
        }
    }
}

fn end_style(end: &End) -> Style {
    match end.tone {
        Tone::Muted => Style::weak(SMALL),
        tone => Style::strong(SMALL).inked(Ink::tone(tone)),
    }
}
