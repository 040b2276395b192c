//! Words that keep clear of one another: moved apart along a line, moved down past others, or left out.

use eframe::egui::{Rangef, Rect, vec2};

/// Where things that want to stand with their middle at `wanted`, in this order along a line, stand without
/// overlapping: each takes `extent` of its own, its distance to the next included. They stay `inside` as long as they
/// fit; too many reach beyond its start.
#[must_use]
pub fn apart(wanted: &[f32], extent: &dyn Fn(usize) -> f32, inside: Rangef) -> Vec<f32> {
    let mut placed: Vec<f32> = Vec::with_capacity(wanted.len());
    let mut free = inside.min;
    for (index, place) in wanted.iter().enumerate() {
        let half = extent(index) / 2.0;
        placed.push(place.max(free + half));
        free = placed[index] + half;
    }
    let mut free = inside.max;
    for (index, place) in placed.iter_mut().enumerate().rev() {
        let half = extent(index) / 2.0;
        *place = place.min(free - half);
        free = *place - half;
    }
    placed
}

/// Where words stand that want to stand at `wanted`: there, or below those that are `placed` already. `None` where they
/// would have to reach below `bottom`.
#[must_use]
pub fn clear_of(placed: &[Rect], wanted: Rect, bottom: f32) -> Option<Rect> {
    let mut place = wanted;
    while let Some(other) = placed.iter().find(|other| other.intersects(place)) {
        place = place.translate(vec2(0.0, other.bottom() + 2.0 - place.top()));
        if place.bottom() > bottom {
            return None;
        }
    }
    Some(place)
}

/// Which of these places get a label, the most important first: those that keep at least `least` from all before them.
#[must_use]
pub fn with_room(places: &[f64], least: f64) -> Vec<bool> {
    let mut taken: Vec<f64> = Vec::new();
    let mut has_room = |place: f64| {
        let free = taken.iter().all(|other| (place - other).abs() >= least);
        if free {
            taken.push(place);
        }
        free
    };
    places.iter().map(|place| has_room(*place)).collect()
}

#[cfg(test)]
mod tests {
    use eframe::egui::pos2;

    use super::*;

    const INSIDE: Rangef = Rangef { min: 0.0, max: 100.0 };

    #[test]
    fn what_has_room_stays() {
        assert_eq!(apart(&[10.0, 50.0, 90.0], &|_| 20.0, INSIDE), [10.0, 50.0, 90.0]);
    }

    #[test]
    fn neighbours_move_apart_and_stay_inside() {
        assert_eq!(apart(&[50.0, 50.0], &|_| 20.0, INSIDE), [50.0, 70.0]);
        assert_eq!(apart(&[95.0, 99.0], &|_| 20.0, INSIDE), [70.0, 90.0]);
        assert_eq!(apart(&[0.0, 1.0], &|_| 20.0, INSIDE), [10.0, 30.0]);
    }

    #[test]
    fn each_takes_its_own_extent() {
        let extents = [10.0, 40.0, 20.0];
        assert_eq!(apart(&[5.0, 5.0, 5.0], &|index| extents[index], INSIDE), [5.0, 30.0, 60.0]);
    }

    #[test]
    fn words_move_below_all_they_would_stand_on() {
        let at = |top: f32| Rect::from_min_size(pos2(0.0, top), vec2(30.0, 20.0));
        assert_eq!(clear_of(&[], at(5.0), 100.0), Some(at(5.0)));
        assert_eq!(clear_of(&[at(0.0), at(22.0)], at(5.0), 100.0), Some(at(44.0)));
        assert_eq!(clear_of(&[at(0.0).translate(vec2(40.0, 0.0))], at(5.0), 100.0), Some(at(5.0)), "beside it");
        assert_eq!(clear_of(&[at(0.0), at(22.0)], at(5.0), 60.0), None, "no room above the bottom");
    }

    #[test]
    fn the_more_important_place_keeps_its_label() {
        assert_eq!(with_room(&[50.0, 52.0, 40.0, 60.0, 58.0], 10.0), [true, false, true, true, false]);
    }

    #[test]
    fn too_many_keep_their_order_and_distance() {
        let placed = apart(&[50.0; 8], &|_| 20.0, INSIDE);
        assert!(placed.windows(2).all(|pair| (pair[1] - pair[0] - 20.0).abs() < 1e-3));
    }
}
