//! Topics over the planned time, their sum, and the events they are to carry.

use super::labels::{Area, Taken};
use super::{Scale, Sheet};
use crate::report::document::drawing::{Calendar, EventMark};
use crate::report::pages::piece::{HAIRLINE, SMALL, Side, circle, path, rule};
use crate::report::pages::typeset::Style;
use crate::report::pages::{Ink, Stroke};

const HEIGHT: f32 = 120.0;
/// Room above the plot for the names of the events.
const TOP: f32 = 26.0;
const BELOW: f32 = 14.0;

impl Sheet<'_, '_> {
    /// Draws it over the width; returns its height.
    pub(super) fn calendar(&mut self, calendar: &Calendar, width: f32) -> f32 {
        let height = HEIGHT * self.maker.row_share;
        let bottom = height - BELOW;
        let (y, left) = self.upward(&calendar.y, [bottom, TOP], width);
        let x = Scale { from: 0.0, to: calendar.days.max(1.0), begin: left, end: width };
        let points =
            |line: &[[f64; 2]]| -> Vec<[f32; 2]> { line.iter().map(|[day, up]| [x.at(*day), y.at(*up)]).collect() };
        let mut area = points(&calendar.sum);
        if let (Some(first), Some(last)) = (area.first().copied(), area.last().copied()) {
            area.extend([[last[0], bottom], [first[0], bottom]]);
            self.marks.push(path(area, true, Some(Ink::TEXT.thinned(0.08)), None));
            let edge = Stroke::dashed(Ink::TEXT, 0.7, [1.2, 1.5]);
            self.marks.push(path(points(&calendar.sum), false, None, Some(edge)));
        }
        let mut taken = Taken::inside(Area::new([left, TOP - 4.0], [width - left, bottom - TOP]));
        taken.take_line(&points(&calendar.sum));
        for event in &calendar.events {
            let at = x.at(event.day);
            taken.take_line(&[[at, TOP], [at, bottom]]);
        }
        for topic in &calendar.topics {
            let line = points(&topic.line);
            taken.take_line(&line);
            self.marks.push(path(line, false, None, Some(Stroke::solid(Ink::ACCENT, 1.2))));
        }
        if calendar.carries_from > 0.0 {
            let at = y.at(calendar.carries_from);
            taken.take_line(&[[left, at], [width, at]]);
            self.marks.push(rule([left, at], [width, at], Stroke::dashed(Ink::WEAK, HAIRLINE, [3.0, 2.0])));
        }
        self.months(&calendar.months, x, bottom);
        self.events(calendar, (x, y), [left, width, bottom]);
        for topic in &calendar.topics {
            let [day, height] = topic.peak;
            self.topic_name(&topic.name, [x.at(day), y.at(height)], &mut taken);
        }
        height
    }

    /// Dotted lines with dots where attention meets them; names in two rows above, as far as there is room.
    fn events(&mut self, calendar: &Calendar, (x, y): (Scale, Scale), [left, width, bottom]: [f32; 3]) {
        let mut taken = Taken::inside(Area::new([left, 0.0], [width - left, TOP]));
        for event in &calendar.events {
            let at = x.at(event.day);
            self.marks.push(rule([at, TOP - 4.0], [at, bottom], Stroke::dashed(Ink::TEXT, 0.7, [1.2, 1.8])));
            self.marks.push(circle([at, y.at(event.attention)], 1.8, Some(Ink::TEXT), None));
            self.event_name(event, at, [left, width], &mut taken);
        }
    }

    fn event_name(&mut self, event: &EventMark, at: f32, [left, width]: [f32; 2], taken: &mut Taken) {
        let name_style = Style::strong(SMALL);
        let share_style = Style::strong(SMALL).inked(if event.is_carried { Ink::GOOD } else { Ink::WARN });
        let name = self.shortened(&event.name, name_style, 150.0);
        let name_wide = self.width_of(&name, name_style);
        let wide = name_wide + 5.0 + self.width_of(&event.share, share_style);
        let begin = (at - wide / 2.0).clamp(left, (width - wide).max(left));
        let corners = [[begin, 11.0], [begin, 1.0]];
        if let Some([begin, top]) = taken
            .place(&corners, [wide + 6.0, 9.5])
            .or_else(|| taken.place(&[[(width - wide - 6.0).max(left), 1.0]], [wide, 9.5]))
        {
            self.write(&name, name_style, [begin, top + 7.6], Side::Left);
            self.write(&event.share, share_style, [begin + name_wide + 5.0, top + 7.6], Side::Left);
        }
    }

    fn topic_name(&mut self, name: &str, [x, y]: [f32; 2], taken: &mut Taken) {
        let style = Style::plain(SMALL).inked(Ink::ACCENT);
        let name = self.shortened(name, style, 110.0);
        let size = [self.width_of(&name, style), SMALL * 1.25];
        let middle = x - size[0] / 2.0;
        let mut corners = vec![[middle, y - size[1] - 3.0], [middle, y + 4.0]];
        for down in [0.0, 8.0, 16.0, 24.0, 32.0, 44.0, 56.0] {
            corners.extend([[x + 7.0 + down / 2.0, y + down], [x - size[0] - 7.0 - down / 2.0, y + down]]);
        }
        // Above and below a hill so flat that its line runs beside the name.
        corners.extend(
            [6.0, 12.0, 18.0]
                .into_iter()
                .flat_map(|away| [[middle, y - size[1] - 3.0 - away], [middle, y + 4.0 + away]]),
        );
        if let Some([left, top]) = taken.place(&corners, size) {
            self.write(&name, style, [left, top + SMALL], Side::Left);
        }
    }
}
