//! Words that belong to places close to each other are moved apart.

use eframe::egui::Rangef;

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

#[cfg(test)]
mod tests {
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
    fn too_many_keep_their_order_and_distance() {
        let placed = apart(&[50.0; 8], &|_| 20.0, INSIDE);
        assert!(placed.windows(2).all(|pair| (pair[1] - pair[0] - 20.0).abs() < 1e-3));
    }
}
