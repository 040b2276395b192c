//! Words on a drawing that keep clear of one another and of its lines.

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) right: f32,
    pub(super) bottom: f32,
}

impl Area {
    pub(super) fn new([left, top]: [f32; 2], [wide, tall]: [f32; 2]) -> Self {
        Self { left, top, right: left + wide, bottom: top + tall }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && self.top <= other.top && self.right >= other.right && self.bottom >= other.bottom
    }
}

/// What is taken on a drawing.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    inside: Area,
    areas: Vec<Area>,
}

impl Taken {
    /// Nothing is taken yet.
    pub(super) fn inside(inside: Area) -> Self {
        Self { inside, areas: Vec::new() }
    }

    /// The left end of what can be taken.
    pub(super) fn left(&self) -> f32 {
        self.inside.left
    }

    pub(super) fn take(&mut self, area: Area) {
        self.areas.push(area);
    }

    /// Takes small areas along a line.
    pub(super) fn take_line(&mut self, points: &[[f32; 2]]) {
        for pair in points.windows(2) {
            let ([x0, y0], [x1, y1]) = (pair[0], pair[1]);
            let steps = ((x1 - x0).abs().max((y1 - y0).abs()) / 3.0).ceil().clamp(1.0, 200.0);
            let mut step = 0.0;
            while step <= steps {
                let share = step / steps;
                let at = [x0 + (x1 - x0) * share - 0.8, y0 + (y1 - y0) * share - 0.8];
                self.areas.push(Area::new(at, [1.6, 1.6]));
                step += 1.0;
            }
        }
    }

    /// Takes the first corner where `size` is free; `None` where none is.
    pub(super) fn place(&mut self, corners: &[[f32; 2]], size: [f32; 2]) -> Option<[f32; 2]> {
        let is_free = |corner: &&[f32; 2]| {
            let area = Area::new(**corner, size);
            self.inside.holds(&area) && !self.areas.iter().any(|taken| taken.meets(&area))
        };
        let corner = *corners.iter().find(is_free)?;
        self.areas.push(Area::new(corner, size));
        Some(corner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_take_the_first_free_place() {
        let mut taken = Taken::inside(Area::new([0.0, 0.0], [100.0, 100.0]));
        taken.take_line(&[[0.0, 50.0], [100.0, 50.0]]);
        let corners = [[10.0, 45.0], [10.0, 20.0], [10.0, 60.0]];
        assert_eq!(taken.place(&corners, [30.0, 10.0]), Some([10.0, 20.0]), "not on the line");
        assert_eq!(taken.place(&corners, [30.0, 10.0]), Some([10.0, 60.0]), "not on the other words");
        assert_eq!(taken.place(&corners, [30.0, 10.0]), None);
        assert_eq!(taken.place(&[[90.0, 0.0]], [30.0, 10.0]), None, "not outside");
    }
}
