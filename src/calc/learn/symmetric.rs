//! Three numbers, and symmetric matrices of three rows: all that normal distributions of three numbers need.
#![allow(clippy::many_single_char_names)] // the places of a matrix

/// Three numbers.
pub(super) type Vector = [f64; 3];

/// Sum of products.
pub(super) fn dot(one: &Vector, other: &Vector) -> f64 {
    one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
}

/// `start` and so many times `step`.
pub(super) fn along(start: &Vector, times: f64, step: &Vector) -> Vector {
    [start[0] + times * step[0], start[1] + times * step[1], start[2] + times * step[2]]
}

/// A symmetric matrix of three rows: its lower half, row by row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Symmetric(pub(super) [f64; 6]);

/// L of L·Lᵀ: its lower half, row by row, and 1 ÷ what stands on its diagonal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Root {
    pub(super) lower: [f64; 6],
    inverse: Vector,
}

impl Symmetric {
    /// All products of two of these numbers.
    pub(super) fn square([x, y, z]: &Vector) -> Self {
        Self([x * x, x * y, y * y, x * z, y * z, z * z])
    }

    /// This matrix and so many times another one.
    pub(super) fn plus(&self, times: f64, other: &Self) -> Self {
        Self(std::array::from_fn(|place| self.0[place] + times * other.0[place]))
    }

    /// This matrix with `more` added along its diagonal.
    pub(super) fn plus_diagonal(&self, more: &Vector) -> Self {
        let [a, b, c, d, e, f] = self.0;
        Self([a + more[0], b, c + more[1], d, e, f + more[2]])
    }

    /// Its root, after Cholesky; `None` where the matrix is not positive definite.
    pub(super) fn root(&self) -> Option<Root> {
        let [a, b, c, d, e, f] = self.0;
        let first = 1.0 / a.sqrt();
        let (l10, l20) = (b * first, d * first);
        let square = c - l10 * l10;
        let second = 1.0 / square.sqrt();
        let l21 = (e - l20 * l10) * second;
        let last = f - l20 * l20 - l21 * l21;
        let third = 1.0 / last.sqrt();
        let inverse = [first, second, third];
        let lower = [a * first, l10, square * second, l20, l21, last * third];
        inverse.iter().all(|number| number.is_finite()).then_some(Root { lower, inverse })
    }
}

impl Root {
    /// x of L·Lᵀ·x = `right`.
    pub(super) fn solve(&self, right: &Vector) -> Vector {
        let ([_, b, _, d, e, _], [p, r, u]) = (self.lower, self.inverse);
        let x = right[0] * p;
        let y = (right[1] - b * x) * r;
        let z = (right[2] - d * x - e * y) * u;
        let third = z * u;
        let second = (y - e * third) * r;
        [(x - b * second - d * third) * p, second, third]
    }

    /// The inverse of L·Lᵀ.
    pub(super) fn inverse(&self) -> Symmetric {
        let ([_, b, _, d, e, _], [p, r, u]) = (self.lower, self.inverse);
        let q = -b * p * r;
        let t = -e * r * u;
        let s = -(d * p + e * q) * u;
        Symmetric([p * p + q * q + s * s, q * r + s * t, r * r + t * t, s * u, t * u, u * u])
    }

    /// 1 ÷ √det(L·Lᵀ).
    pub(super) fn inverse_determinant(&self) -> f64 {
        self.inverse[0] * self.inverse[1] * self.inverse[2]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_times_its_inverse_changes_nothing() {
        let matrix = Symmetric([4.0, 1.0, 3.0, -0.5, 0.25, 2.0]);
        let root = matrix.root().unwrap();
        let rows = |Symmetric([a, b, c, d, e, f]): Symmetric| [[a, b, d], [b, c, e], [d, e, f]];
        let (matrix, inverse) = (rows(matrix), rows(root.inverse()));
        for (number, row) in matrix.iter().enumerate() {
            let unit: Vector = std::array::from_fn(|place| f64::from(u8::from(place == number)));
            for (place, column) in inverse.iter().enumerate() {
                assert!((dot(row, column) - unit[place]).abs() < 1e-14);
            }
            let solved = root.solve(&unit);
            assert!((0..3).all(|place| (solved[place] - inverse[number][place]).abs() < 1e-14));
        }
        let determinant = 4.0 * (6.0 - 0.0625) - (2.0 + 0.125) - 0.5 * (0.25 + 1.5);
        assert!((root.inverse_determinant().powi(-2) - determinant).abs() < 1e-12, "{determinant}");
        assert_eq!(Symmetric([1.0, 2.0, 1.0, 0.0, 0.0, 1.0]).root(), None);
    }
}
